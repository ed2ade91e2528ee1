import { type ErrorCode, type ErrorParts, formatParts } from '../../base/errors.js';
import { Secret } from '../../base/secret.js';
import { nearestName } from '../../base/text.js';
import { shortestMaskedLength } from '../../hosts/redaction/masked-forms.js';
import type { ValuesRequest } from '../../model/requests.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import { maxValuesOutputBytes, singleValueOutputs, valuesOutput } from '../../report/json-outputs.js';
import { lostValues } from '../../report/outputs.js';
import { type ValuesFile, fetchValues, mergeValues } from '../../results/fetch-values.js';
import { type RunDeps, warnOnce } from '../context.js';
import type { FollowRun } from '../follow-context.js';
import { hiddenIn } from '../shown-output.js';
import type { PartTime } from './time.js';

/** What a `?` after a line excuses: a missing file. A file that cannot be read or parsed is not excused. */
const excusable: ReadonlySet<ErrorCode> = new Set([
  'result_job_not_found',
  'artifact_missing',
  'dotenv_report_only',
]);

/** Maximum number of keys named in the log. */
const shownKeys = 20;

/**
 * Reads the files of values, masks the requested keys, and sets the outputs: all or none, because a missing
 * file may hold the newer value of a key. Returns what is missing.
 * @throws the reason of `time.signal` when it aborts.
 */
export async function bringValues(
  run: FollowRun,
  request: ValuesRequest,
  { root }: PipelineSnapshot,
  time: PartTime,
): Promise<readonly ErrorParts[]> {
  const { deps, gitlab, follow } = run;
  const files = await fetchValues(
    { ...deps, gitlab, retryTimeoutMs: follow.outageTimeoutMs, endMs: time.endMs },
    { lines: request.lines, tree: root, signal: time.signal },
  );
  // Before anything is logged, and also for files that turn out to be unusable.
  mask(deps, request, files);
  const errors: ErrorParts[] = [];
  for (const { line, failure } of files) {
    if (failure === undefined) continue;
    if (line.need === 'optional' && excusable.has(failure.code)) deps.host.log.info(formatParts(failure));
    else errors.push(failure);
  }
  if (errors.length > 0) return errors;
  const read = files.filter(({ failure }) => failure === undefined);
  const merged = mergeValues(read.map(({ entries }) => entries));
  return merged.kind === 'clash' ? [merged.failure] : await setValues(deps, request, merged.values);
}

/** Masks every value of these keys in any of the files. */
function mask({ host }: RunDeps, { mask: keys }: ValuesRequest, files: readonly ValuesFile[]): void {
  const entries = files.flatMap((file) => file.entries);
  for (const { key, value } of entries) {
    if (!keys.includes(key) || value.trim() === '') continue;
    for (const text of maskedTexts(value)) host.masker.mask(new Secret(text));
    if (value.trim().length < shortestMaskedLength) {
      host.log.warning(`mask_values: the value of ${key} is too short to be masked`);
    }
  }
  const found = [...new Set(entries.map(({ key }) => key))];
  for (const key of keys) {
    if (found.includes(key)) continue;
    const near = nearestName(key, found);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    host.log.warning(`mask_values: there is no value ${key}, so that nothing was masked for it${hint}`);
  }
}

/**
 * A shorter line of a multi-line value (a bracket, a word) reveals nothing, and masking it would mangle other
 * text.
 */
const shortestMaskedLine = 8;

/** Logs are masked line by line, so each line of a value is a secret of its own. */
function maskedTexts(value: string): readonly string[] {
  const lines = value.split(/[\r\n]+/).filter((line) => line.trim().length >= shortestMaskedLine);
  return [...new Set([value, ...lines])];
}

async function setValues(
  deps: RunDeps,
  { asOutputs }: ValuesRequest,
  values: ReadonlyMap<string, string>,
): Promise<readonly ErrorParts[]> {
  const output = valuesOutput(values);
  if (output === 'too_large') {
    return [
      {
        code: 'values_unfit',
        what: `values_from: the values are longer than ${maxValuesOutputBytes} bytes together`,
        why: 'GitHub gives all outputs of a job 1 MB, of which they may take a part.',
        hint: 'Bring long texts back as artifacts (input artifacts).',
      },
    ];
  }
  // Set without redaction: the user asked for these values.
  const singles = asOutputs ? singleValueOutputs(values) : [];
  for (const { name, value } of [{ name: 'values', value: output.values }, ...singles]) {
    deps.host.outputs.set(name, value);
    const warning = hiddenIn(deps.host.masker, name, value);
    if (warning !== undefined) warnOnce(deps.host, warning);
  }
  const keys = [...values.keys()];
  const more = keys.length > shownKeys ? ` and ${keys.length - shownKeys} more` : '';
  deps.host.log.info(
    keys.length === 0 ? 'Values: none' : `Values: ${keys.slice(0, shownKeys).join(', ')}${more}`,
  );
  const names = new Set(['values', ...singles.map(({ name }) => name)]);
  const lost = (await deps.host.outputs.lost?.()) ?? [];
  return lostValues(lost.filter(({ name }) => names.has(name)));
}
