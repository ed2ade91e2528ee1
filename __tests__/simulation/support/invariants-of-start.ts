import { AppError } from '../../../src/base/errors.js';
import { type Evidence, isGood, isOwnRefusal } from './evidence.js';
import { hidesProjects, mainSha, origin, projectId } from './story.js';
import { type Violation, unless } from './violation.js';
import type { Exchange } from './wire.js';

/** The second promise: one call, one pipeline, and the outputs are about that one. */
export function startFaults(evidence: Evidence): readonly Violation[] {
  const { started, life } = evidence;
  return [
    ...unless(started.length <= 1, 'one call starts at most one pipeline', () => started.join(', ')),
    ...unless(
      life.story.entry === 'trigger' || evidence.creations.length === 0,
      'who waits starts nothing',
      () => `${evidence.creations.length} requests`,
    ),
    ...repetitionFaults(evidence),
    ...identityFaults(evidence),
    ...silenceFaults(evidence),
    ...denialFaults(evidence),
    ...directionFaults(evidence),
  ];
}

/** A request that may have worked is only repeated after GitLab has shown its pipelines since. */
function repetitionFaults({ creations, exchanges }: Evidence): readonly Violation[] {
  return creations.slice(1).flatMap((next, index) => {
    const before = creations[index];
    if (before === undefined || !mayHaveWorked(before)) return [];
    const looked = exchanges.some(
      (exchange) =>
        (isGood(exchange) || exchange.stranger === 'cached') &&
        exchange.method === 'GET' &&
        exchange.url.pathname.endsWith('/pipelines') &&
        (exchange.asOfMs ?? exchange.sentMs) >= (before.endMs ?? Infinity) &&
        (exchange.endMs ?? Infinity) <= next.sentMs,
    );
    return unless(
      looked,
      'a request that may have worked is not simply repeated',
      () => `${before.fault ?? ''} ${before.status ?? ''}`,
    );
  });
}

/** As far as a client can know. */
export function mayHaveWorked(exchange: Exchange): boolean {
  const { arrivedMs, fault, stranger } = exchange;
  if (arrivedMs === undefined || (fault === 'refuse' && stranger !== 'answered')) return false;
  // Whatever became of its text, GitLab's throttle lets nothing through.
  const isThrottled = exchange.end === 'answer' && exchange.status === 429 && exchange.namesThrottle === true;
  return !isOwnRefusal(exchange) && !(isThrottled && stranger === 'spoiled');
}

function identityFaults({ life, outputs, started }: Evidence): readonly Violation[] {
  const { story, pipelines } = life;
  const { pipeline_id: id } = outputs;
  if (id === undefined) return [];
  const own = pipelines.find((pipeline) => String(pipeline.id) === id);
  const isOld = hidesProjects(story);
  const want: Readonly<Record<string, string | undefined>> = {
    pipeline_id: String(story.entry === 'wait' ? life.subjectId : started[0]),
    // Who asked by path cannot know it there.
    project_id: isOld && (outputs.project_id ?? '') === '' ? outputs.project_id : String(projectId),
    web_url: `${origin}/group/app/-/pipelines/${id}`,
    ref: 'main',
    sha: mainSha,
    created_at: own === undefined ? '' : new Date(own.createdMs).toISOString(),
  };
  // Killed before GitLab told the rest, a step has said at least which one it is.
  const isCutShort =
    life.main.kind === 'killed' &&
    Object.keys(want).every((name) => name === 'pipeline_id' || outputs[name] === undefined);
  return Object.entries(isCutShort ? { pipeline_id: want.pipeline_id } : want).flatMap(([name, value]) =>
    unless(
      outputs[name] === value,
      `the output ${name} is that of the pipeline`,
      () => `${outputs[name] ?? 'absent'}, not ${value ?? 'absent'}`,
    ),
  );
}

const denial =
  /\b(?:nothing was started|(?:was|were) (?:certainly )?not started|no pipeline was (?:created|started))\b/i;

/**
 * "Nothing was started" is not said when a request that was sent before has started something, or yet will;
 * one that is sent next may.
 */
function denialFaults({ life, creations }: Evidence): readonly Violation[] {
  const { main } = life;
  const end = main.error instanceof AppError ? [{ text: main.error.message, atMs: main.endMs }] : [];
  const denials = [...main.record.printed, ...end].filter(({ text }) => denial.test(text));
  return denials.flatMap(({ text, atMs }) => {
    const working = creations.filter(({ sentMs, created }) => sentMs < atMs && created.length > 0);
    return unless(
      working.length === 0,
      'nothing is said not to have been started that was',
      () => `${working.flatMap(({ created }) => created).join()}: ${text}`,
    );
  });
}

/** Who does not know says where to look. */
function directionFaults({ life, errorCode }: Evidence): readonly Violation[] {
  const { error } = life.main;
  if (errorCode !== 'start_uncertain' || !(error instanceof AppError)) return [];
  return unless(
    error.message.includes(`${origin}/group/app/-/pipelines`) ||
      error.message.includes(`${origin}/projects/`),
    'an uncertain start says where to look',
    () => error.message,
  );
}

/** What is known of a pipeline is said, and what is not known is not passed over. */
function silenceFaults({
  life,
  outputs,
  started,
  creations,
  errorCode,
  isFollowing,
}: Evidence): readonly Violation[] {
  const { main, story } = life;
  if (story.entry === 'wait') return [];
  const answered = creations.find((exchange) => isGood(exchange) && exchange.status === 201);
  const failedAtBirth = life.pipelines.some(
    ({ id, status, startedMs }) => started.includes(id) && status === 'failed' && startedMs === undefined,
  );
  const isPrinted =
    ['start_uncertain', 'aborted'].includes(errorCode ?? '') || (failedAtBirth && main.exitCode === 3);
  return [
    ...unless(
      answered === undefined || outputs.pipeline_id !== undefined,
      'outputs are set as soon as they are known',
      () => `${main.kind} with ${main.exitCode}`,
    ),
    ...unless(
      started.length === 0 || outputs.pipeline_id !== undefined || main.kind === 'killed' || isPrinted,
      'a pipeline that may exist is spoken of',
      () => `pipeline ${started.join()} exists, and the step ended with ${errorCode ?? 'nothing'}`,
    ),
    ...unless(
      !(isFollowing && started.length > 0) || life.canFollow,
      'what could not be followed is not started',
      () => `pipeline ${started.join()}`,
    ),
  ];
}
