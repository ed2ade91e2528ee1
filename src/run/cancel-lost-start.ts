import { withTimeout } from '../base/clock.js';
import { treeOf } from '../follow/cancel-pipeline.js';
import { movesByItself } from '../follow/decide/pipeline-end.js';
import { parseTriggerRequest } from '../inputs/commands/trigger.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type Pipeline, isTerminalStatus } from '../model/pipeline.js';
import { type FollowRequest, type TriggerRequest, jobTokenOf } from '../model/requests.js';
import { type PipelineSnapshot, placesOf } from '../model/snapshot.js';
import { findLostPipeline } from '../trigger/find-lost-pipeline.js';
import { pipelinesPage, startContextOf } from '../trigger/start-context.js';
import type { PendingStart } from '../trigger/start-pipeline.js';
import { cancelPipelines } from './cancel-pipelines.js';
import { type EntryContext, type RunDeps, openGitLab } from './context.js';

/**
 * Cancels a pipeline that the main step has left, with its running downstream pipelines, and logs the
 * results. Does what the main step does when it is stopped: a pipeline that has ended may have running ones
 * below it, and with `downstream: ignore` those are left alone.
 */
export async function cancelLeftBehind(
  {
    deps,
    entry,
    gitlab,
    project,
    downstream,
    withinMs,
  }: {
    readonly deps: RunDeps;
    readonly entry: EntryContext;
    readonly gitlab: ReturnType<typeof openGitLab>['gitlab'];
    readonly project: ProjectAddress;
    readonly downstream: FollowRequest['downstream'];
    readonly withinMs: number;
  },
  pipeline: Pipeline,
): Promise<void> {
  const { signal, forceSignal } = entry;
  const isRead = downstream !== 'ignore';
  const tree = isRead
    ? await withTimeout({ clock: deps.clock, signal, afterMs: withinMs }, (cutSignal) =>
        treeOf(gitlab, pipeline, cutSignal),
      )
    : undefined;
  const snapshot = tree === 'timed_out' ? undefined : tree;
  if (isTerminalStatus(pipeline.status) && (!isRead || isAllOver(snapshot))) {
    const how = pipeline.status === 'canceled' ? 'It has ended' : 'It has ended by itself';
    deps.host.log.info(`${how}: ${pipeline.status}.`);
    return;
  }
  await cancelPipelines(
    {
      deps,
      gitlab,
      mayCancel: true,
      project,
      reader: isRead ? gitlab : undefined,
      forceSignal: AbortSignal.any([signal, forceSignal]),
      withinMs,
    },
    [{ pipeline, snapshot }],
  );
}

/** Whether nothing runs in a tree, and nothing will appear in it by itself. */
function isAllOver(snapshot: PipelineSnapshot | undefined): boolean {
  if (snapshot === undefined || snapshot.failure !== undefined) return false;
  return placesOf(snapshot.root).every(
    ({ node }) => isTerminalStatus(node.pipeline.status) && !movesByItself(node),
  );
}

interface LostStart {
  readonly pending: PendingStart;
  /** Time limit in milliseconds: once for the search, and again for canceling. */
  readonly withinMs: number;
}

/**
 * The clock of this process does not tell when the request was sent. This is the limit for waiting for its
 * response and for the age of the pipelines searched.
 */
const longestAgoMs = 15 * 60_000;

/**
 * Finds and cancels the pipeline that a step may have started when the step was killed while its request was
 * in flight. Accepts only the pipeline with the correlation mark of that request. Never states that there is
 * no pipeline, because GitLab may still be processing the request. Never throws.
 */
export async function cancelLostStart(deps: RunDeps, entry: EntryContext, lost: LostStart): Promise<void> {
  const { host, files } = deps;
  host.log.info('The step ended while its request to start a pipeline was on its way.');
  let page = '';
  try {
    const { request } = await parseTriggerRequest(host.inputs, files);
    page = pipelinesPage(startContextOf(request));
    const why = await settle(deps, entry, { ...lost, request });
    if (why !== undefined) host.log.warning(notKnown(why, page));
  } catch (error) {
    host.log.warning(notKnown(error instanceof Error ? error.message : String(error), page));
  }
}

/** Returns the reason if it is unknown whether there is a pipeline. */
async function settle(
  deps: RunDeps,
  entry: EntryContext,
  { pending, withinMs, request }: LostStart & { readonly request: TriggerRequest },
): Promise<string | undefined> {
  const { connection, credentials } = request;
  const { accessToken } = credentials;
  if (accessToken === undefined) return 'without an access_token the step cannot search for it';
  if (credentials.kind === 'access') {
    return 'a pipeline that is created with the access_token alone has no mark to recognize it by';
  }
  const { gitlab, close } = openGitLab(deps, connection, accessToken, jobTokenOf(credentials));
  try {
    const { clock, host } = deps;
    const found = await withTimeout({ clock, signal: entry.signal, afterMs: withinMs }, (signal) =>
      findLostPipeline(
        { gitlab, clock },
        {
          project: request.project,
          context: startContextOf(request),
          mark: { key: '', run: pending.run },
          knownId: pending.knownId,
          sentMs: clock.nowMs() - longestAgoMs,
          settledMs: Infinity,
          signal,
        },
      ),
    );
    if (found === 'timed_out' || found.kind === 'absent')
      return 'the step searched for it, and GitLab does not show it';
    if (found.kind === 'unknown') return `the search for it is inconclusive: ${found.why}`;
    host.log.info(`Found it: pipeline ${found.pipeline.id} carries the mark of this run.`);
    const { project, follow } = request;
    const downstream = follow?.downstream ?? 'show';
    await cancelLeftBehind({ deps, entry, gitlab, project, downstream, withinMs }, found.pipeline);
    return undefined;
  } finally {
    close();
  }
}

function notKnown(why: string, page: string): string {
  const where = page === '' ? 'Look for it in the project' : `Look for it at ${page}`;
  return `It is not known whether a pipeline was started: ${why}.\n${where}, and cancel it if it is not needed.`;
}
