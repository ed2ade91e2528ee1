import { isGood, type Evidence } from './evidence.js';
import { mainSha, origin, projectId } from './story.js';
import { unless, type Violation } from './violation.js';
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
  ];
}

/** A request that may have worked is only repeated after GitLab has shown its pipelines since. */
function repetitionFaults({ creations, exchanges }: Evidence): readonly Violation[] {
  return creations.slice(1).flatMap((next, index) => {
    const before = creations[index];
    if (before === undefined || !mayHaveWorked(before)) return [];
    const looked = exchanges.some(
      (exchange) =>
        isGood(exchange) &&
        exchange.method === 'GET' &&
        exchange.url.pathname.endsWith('/pipelines') &&
        exchange.sentMs >= (before.endMs ?? Infinity) &&
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
function mayHaveWorked({ arrivedMs, end, status = 0, fault }: Exchange): boolean {
  if (arrivedMs === undefined || fault === 'refuse' || fault === 'maintenance') return false;
  return end !== 'answer' || status < 300 || status === 408 || (status >= 500 && status !== 503);
}

function identityFaults({ life, outputs, started }: Evidence): readonly Violation[] {
  const { story, pipelines } = life;
  const { pipeline_id: id } = outputs;
  if (id === undefined) return [];
  const own = pipelines.find((pipeline) => String(pipeline.id) === id);
  const want = {
    pipeline_id: String(story.entry === 'wait' ? life.subjectId : started[0]),
    project_id: String(projectId),
    web_url: `${origin}/group/app/-/pipelines/${id}`,
    ref: 'main',
    sha: mainSha,
    created_at: own === undefined ? '' : new Date(own.createdMs).toISOString(),
  };
  return Object.entries(want).flatMap(([name, value]) =>
    unless(
      outputs[name] === value,
      `the output ${name} is that of the pipeline`,
      () => `${outputs[name] ?? 'absent'}, not ${value}`,
    ),
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
  const stillborn = life.pipelines.some(
    ({ id, status, startedMs }) => started.includes(id) && status === 'failed' && startedMs === undefined,
  );
  const isSaid =
    ['start_uncertain', 'aborted'].includes(errorCode ?? '') || (stillborn && main.exitCode === 3);
  return [
    ...unless(
      answered === undefined || outputs.pipeline_id !== undefined,
      'outputs are set as soon as they are known',
      () => `${main.kind} with ${main.exitCode}`,
    ),
    ...unless(
      started.length === 0 || outputs.pipeline_id !== undefined || main.kind === 'killed' || isSaid,
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
