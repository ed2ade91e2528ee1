import type { InputError } from '../base/errors.js';
import { nearestName } from '../base/text.js';
import { shownKey } from '../inputs/scalars.js';
import { isHeaderName } from '../inputs/tokens-and-headers.js';
import type { InputSource } from '../model/requests.js';
import { checkNumber, jsonText, kindOf, listItems, members, unfitOption } from './option-values.js';
import type { CancelOptions, FollowOptions, TriggerOptions } from './options.js';

/** The functions of the library. */
export type CallName = 'triggerPipeline' | 'followPipeline' | 'cancelPipeline';

type Kind = 'single' | 'lines' | 'map' | 'headers' | 'signal' | 'attempt';

/**
 * What each option accepts. Callers share one object between several calls, so each function ignores the
 * options of the others.
 */
const kinds = {
  gitlabUrl: 'single',
  projectId: 'single',
  accessToken: 'single',
  requestTimeout: 'single',
  caCertificate: 'single',
  requestHeaders: 'headers',
  allowHttp: 'single',
  signal: 'signal',
  ref: 'single',
  token: 'single',
  variables: 'map',
  inputs: 'map',
  onRerun: 'single',
  attempt: 'attempt',
  pipelineId: 'single',
  timeout: 'single',
  queueTimeout: 'single',
  outageTimeout: 'single',
  pollInterval: 'single',
  jobs: 'lines',
  onManual: 'single',
  retryFailed: 'single',
  retryOn: 'lines',
  downstream: 'single',
  expectedSha: 'single',
} as const satisfies Record<keyof (TriggerOptions & FollowOptions & CancelOptions), Kind>;

/** What callers without types give and would believe in, with what to do instead. */
const refused: Readonly<Record<CallName, Readonly<Record<string, string>>>> = {
  triggerPipeline: {
    expectedSha: 'Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline.',
    dryRun: 'Leave it out to start a pipeline; the command gitlab-trigger check starts none.',
    wait: 'Give the id of the pipeline to followPipeline.',
  },
  followPipeline: { sha: 'Give pipelineId; the action and the command wait find the pipeline of a commit.' },
  cancelPipeline: { expectedSha: 'Compare the sha of the pipeline before the call.' },
};

/** What did not happen after a refusal. */
const nothingDone: Readonly<Record<CallName, string>> = {
  triggerPipeline: ', so nothing was started',
  followPipeline: '',
  cancelPipeline: ', so nothing was canceled',
};

/**
 * The options of a call as inputs: `projectId` is the input `project_id`. So the same rules and messages
 * apply. An option that is undefined or null counts as absent.
 * @throws {InputError} for an unknown option, and for a value that would be sent as another one or not at
 * all.
 */
export function optionSource(call: CallName, options: object): InputSource {
  const texts = new Map<string, string>();
  for (const [name, value] of members(options, 'options')) {
    if (value === undefined || value === null) continue;
    const kind = kindOfOption(name);
    if (kind === undefined || name in refused[call]) throw unknownOption(call, name);
    const text = textOf(kind, value, inputName(name));
    if (text !== undefined) texts.set(inputName(name), text);
  }
  return { read: (name) => texts.get(name) };
}

function kindOfOption(name: string): Kind | undefined {
  return new Map<string, Kind>(Object.entries(kinds)).get(name);
}

function unknownOption(call: CallName, name: string): InputError {
  const advice = refused[call];
  const meant = nearestName(name.replaceAll('_', '').slice(0, 40), [
    ...Object.keys(advice),
    ...Object.keys(kinds).filter((known) => !(known in advice)),
  ]);
  const hint =
    (meant === undefined ? undefined : (advice[meant] ?? `Did you mean ${meant}?`)) ??
    'docs/library.md lists the options; the other inputs of the action have no option here.';
  const what = `is no option of ${call}${nothingDone[call]}`;
  return unfitOption({ at: shownKey(name in advice ? inputName(name) : name), what, hint });
}

function inputName(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textOf(kind: Kind, value: unknown, at: string): string | undefined {
  switch (kind) {
    case 'single':
      return singleText(value, at);
    case 'lines':
      return typeof value === 'string' ? value : linesOf(value, at);
    case 'map':
      if (typeof value === 'string') return value;
      members(value, at);
      return jsonText(value, at);
    case 'headers':
      return headerLines(value, at);
    case 'signal':
      checkSignal(value, at);
      return undefined;
    case 'attempt':
      members(value, at);
      return undefined;
  }
}

function singleText(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') checkNumber(value, at);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unfitOption({ at, what: `is ${kindOf(value)}`, hint: 'Give a text, a number, true or false.' });
}

function linesOf(value: unknown, at: string): string {
  const hint = 'Give an array of texts of one line each.';
  if (!Array.isArray(value)) throw unfitOption({ at, what: `is ${kindOf(value)}, not an array`, hint });
  return listItems(value, at)
    .map((item, index) => {
      const itemAt = `${at}.${index}`;
      if (typeof item !== 'string') throw unfitOption({ at: itemAt, what: `is ${kindOf(item)}`, hint });
      if (/[\r\n]/.test(item)) throw unfitOption({ at: itemAt, what: 'has more than one line', hint });
      return item;
    })
    .join('\n');
}

function headerLines(value: unknown, at: string): string {
  return members(value, at)
    .map(([name, given]) => {
      if (!isHeaderName(name)) {
        throw unfitOption({
          at,
          what: 'has a name that no header has (not shown)',
          hint: 'Give { "X-Name": "value" }.',
        });
      }
      const text = singleText(given, `${at}.${shownKey(name)}`);
      if (/[\r\n]/.test(text)) {
        throw unfitOption({
          at,
          what: 'has a header of more than one line (not shown)',
          hint: 'Take the line ends out.',
        });
      }
      return `${name}: ${text}`;
    })
    .join('\n');
}

/** An `AbortController` in its place would never abort anything. */
function checkSignal(value: unknown, at: string): void {
  if (typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value)
    return;
  throw unfitOption({
    at,
    what: `is ${kindOf(value)}, not an AbortSignal`,
    hint: 'Give the signal of an AbortController, or AbortSignal.timeout(…).',
  });
}
