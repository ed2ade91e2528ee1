import {
  type InputSource,
  type JsonValue,
  type Schedule,
  type SnippetRequest,
  type TextFiles,
  type TriggerRequest,
  schedulers,
} from '../../model/requests.js';
import { parseRef } from '../addresses.js';
import { type InputOutcome, type Problem, ok, okUnless, wrong } from '../parsing.js';
import { oneOf, parseBoolean, shownText } from '../scalars.js';
import { type InputTable, type Parsed, invalidInputs, parsedOf } from '../table.js';
import { parseSchedule } from './schedule.js';
import { type StepInputs, needsAccessToken, snippetStepTable } from './snippet-step.js';
import { parseTriggerRequest } from './trigger.js';

/** Reads the folder that holds the secrets of a caller: its path stands in files of several languages. */
export function parseSecretsFolder(given: string): InputOutcome<string> {
  const path = given.trim();
  return /^(?:\/[\w.@+-]+)+$/.test(path) && !/\/\.\.?(?:\/|$)/.test(path)
    ? ok(path)
    : wrong({
        what: `is ${shownText(path)}`,
        hint: 'Give an absolute path of letters, digits and _ . @ + -, such as /etc/gitlab-trigger.',
      });
}

/** Reads what callers may give to variables: `NAME=value,value`, one variable a line. */
export function parseAllowedVariables(given: string): InputOutcome<Readonly<Record<string, string[]>>> {
  const allowed = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const line of linesOf(given)) {
    const [, name = '', list = ''] = /^([A-Za-z_]\w{0,99})=(.*)$/.exec(line) ?? [];
    const values = list
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '');
    if (values.length === 0) {
      const hint = 'Write NAME=VALUE,VALUE, one variable a line: a caller may give one of these values.';
      problems.push({ what: `has the line ${shownText(line)}`, hint });
    } else if (allowed.has(name)) {
      problems.push({ at: `.${name}`, what: 'is there twice', hint: 'Give each variable once.' });
    } else allowed.set(name, values);
  }
  return okUnless(problems, Object.fromEntries(allowed));
}

/** Reads the refs that people may ask for, separated by commas, spaces or line ends. */
export function parseAllowedRefs(given: string): InputOutcome<readonly string[]> {
  const refs = wordsOf(given);
  const problems = refs.flatMap((ref) => {
    const outcome = parseRef(ref);
    return outcome.kind === 'wrong' ? outcome.problems : [];
  });
  return okUnless(problems, refs);
}

/** Reads Slack users as `TEAM/USER`: the id of a user alone means another user in another workspace. */
export function parsePeople(given: string): InputOutcome<readonly string[]> {
  const people = wordsOf(given);
  const problems = people
    .filter((person) => !/^T[A-Z0-9]{2,30}\/[UW][A-Z0-9]{2,30}$/.test(person))
    .map((person) => ({
      what: `has ${shownText(person)}`,
      hint: 'Write TEAM/USER with the ids of Slack, such as T024BE7LD/U2147483697, not names.',
    }));
  return okUnless(problems, people);
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/u).filter((word) => word !== '');
}

/** An image by its name, as a container engine takes it. */
function parseImage(given: string): InputOutcome<string> {
  const image = given.trim();
  return /^[a-z0-9][\w./:@-]{0,300}$/.test(image)
    ? ok(image)
    : wrong({ what: `is ${shownText(image)}`, hint: 'Give the name of an image, with a tag or a digest.' });
}

/** What decides how other callers are written. */
export const callerRows = {
  scheduler: {
    required: 'never',
    default: 'crontab',
    description:
      'For cron: crontab for a line of it, systemd for a service and a timer, kubernetes for a CronJob.',
    secret: 'none',
    parse: oneOf(schedulers),
  },
  schedule: {
    required: 'never',
    default: '17 3 * * *',
    description: 'For cron: the five fields of a crontab line, in numbers.',
    secret: 'none',
    parse: parseSchedule,
  },
  image: {
    required: 'never',
    default: 'registry.example.com/gitlab-trigger:0.1.0',
    description: 'For cron with kubernetes: the image, see docs/hosts/docker.md.',
    secret: 'none',
    parse: parseImage,
  },
  secrets_folder: {
    required: 'never',
    default: '/etc/gitlab-trigger',
    description:
      'For cron, curl, webhook and bot: the folder with the files that hold secrets: token, access-token, webhook-secret, slack-signing-secret.',
    secret: 'none',
    parse: parseSecretsFolder,
  },
  allow_variables: {
    required: 'never',
    default: undefined,
    description:
      'For webhook and bot: what a caller may give to variables, one a line: NAME=VALUE,VALUE. No other variable is taken.',
    secret: 'none',
    lines: 'many',
    parse: parseAllowedVariables,
  },
  allow_refs: {
    required: 'never',
    default: undefined,
    description: 'For bot: the refs that people may ask for; ref alone when absent.',
    secret: 'none',
    lines: 'many',
    parse: parseAllowedRefs,
  },
  allow_people: {
    required: 'never',
    default: undefined,
    description: 'For bot: who may start pipelines, as TEAM/USER with the ids of Slack.',
    secret: 'none',
    lines: 'many',
    parse: parsePeople,
  },
} satisfies InputTable;

/** What the rows above and the kind say. */
export interface CallerReading {
  readonly kind: 'cron' | 'curl' | 'webhook' | 'bot';
  readonly scheduler: (typeof schedulers)[number];
  readonly schedule: Schedule;
  readonly image: string;
  readonly secrets_folder: string;
  readonly allow_variables: Readonly<Record<string, readonly string[]>> | undefined;
  readonly allow_refs: readonly string[] | undefined;
  readonly allow_people: readonly string[] | undefined;
}

/** What these callers can do with a pipeline: start it. */
const startInputs = ['gitlab_url', 'project_id', 'ref', 'variables', 'variables_file', 'inputs'];
const connectionInputs = ['ca_certificate', 'request_timeout', 'allow_http'];

/**
 * The request for a caller other than a workflow; the step was checked.
 * @throws {InputError} for what that caller cannot do.
 */
export async function parseCallerRequest(
  read: CallerReading,
  step: StepInputs,
  deps: { readonly source: InputSource; readonly files: TextFiles },
): Promise<Parsed<SnippetRequest>> {
  const { kind, secrets_folder: secretsFolder } = read;
  if (kind === 'cron') return parsedOf(cronOf(read, step));
  const unfit = step
    .map(([name]) => name)
    .filter((name) => ![...startInputs, ...connectionInputs].includes(name));
  const problems: Problem[] = unfit.map((name) => ({
    at: name,
    what: `was given, and the ${kind} of snippet only starts the pipeline`,
    hint: 'Leave it out, or let the caller run the command instead: gitlab-trigger snippet cron shows how.',
  }));
  if (kind === 'bot' && (read.allow_people ?? []).length === 0) {
    const hint = 'Name at least one person, as TEAM/USER: no other user may start the pipeline.';
    problems.push({ at: 'allow_people', what: 'was not given', hint });
  }
  if (problems.length > 0) throw invalidInputs(problems);
  const { request, warnings } = await parseTriggerRequest(withoutSecrets(deps.source), deps.files);
  if (kind === 'curl') return { request: { kind, request, secretsFolder }, warnings };
  const refs = read.allow_refs ?? [request.ref];
  const { variables } = request;
  const allowed = read.allow_variables ?? {};
  const people = read.allow_people ?? [];
  const options = optionsOf(request, step);
  return { request: { kind, options, variables, allowed, refs, people, secretsFolder }, warnings };
}

/** Secrets of the environment are none of the snippet's; a token of the right shape stands for the one. */
function withoutSecrets(source: InputSource): InputSource {
  const shape = `glptt-${'0'.repeat(40)}`;
  return {
    read: (name) => (name === 'token' ? shape : name in snippetStepTable ? source.read(name) : undefined),
  };
}

function cronOf(read: CallerReading, step: StepInputs): InputOutcome<SnippetRequest> {
  const { scheduler, schedule, image, secrets_folder: secretsFolder } = read;
  const problems: Problem[] = [];
  if (scheduler === 'systemd' && schedule.days !== undefined && schedule.weekdays !== undefined) {
    problems.push({
      at: 'schedule',
      what: 'names days of the month and of the week, of which cron takes either and systemd both',
      hint: 'Name one of the two.',
    });
  }
  const words = step.flatMap(([name, text]) => wordsFor(name, text));
  const unfit = step.filter(([name, text]) => wordsFor(name, text).some((word) => /\p{Cc}/u.test(word)));
  for (const [name] of unfit) {
    const hint = 'Give the path of a file instead: a crontab line and a unit file have no place for it.';
    problems.push({ at: name, what: 'has several lines, or a control character', hint });
  }
  return okUnless(problems, {
    kind: 'cron',
    scheduler,
    schedule,
    words: ['run', ...words],
    needsAccessToken: needsAccessToken(step),
    image,
    secretsFolder,
  });
}

/** An input as flags of the command. */
function wordsFor(name: string, text: string): readonly string[] {
  const row = snippetStepTable[name];
  const flag = `--${name.replaceAll('_', '-')}`;
  if (row?.parse === parseBoolean) return [/^true$/i.test(text.trim()) ? flag : `${flag}=false`];
  const texts = row?.lines === 'many' ? text.split(/\r?\n/) : [text.trim()];
  return texts.flatMap((each) => (/^(?:-|$)/.test(each) ? [`${flag}=${each}`] : [flag, each]));
}

/** What `triggerPipeline` takes, by its own names. */
function optionsOf(
  { connection, project, ref, pipelineInputs }: TriggerRequest,
  step: StepInputs,
): Readonly<Record<string, JsonValue>> {
  const given = new Map(step);
  const texts = { requestTimeout: given.get('request_timeout'), caCertificate: given.get('ca_certificate') };
  return {
    gitlabUrl: connection.gitlabUrl,
    projectId: project.kind === 'id' ? project.id : project.path,
    ref,
    ...(Object.keys(pipelineInputs).length > 0 ? { inputs: pipelineInputs } : {}),
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text.trim()]])),
    ),
    ...(/^true$/i.test(given.get('allow_http')?.trim() ?? '') ? { allowHttp: true } : {}),
  };
}
