import { findByCommit } from '../follow/find-by-commit.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { PipelineCall } from '../model/addresses.js';
import type { AwaitEvent } from '../model/events.js';
import type { Pipeline } from '../model/pipeline.js';
import type { CommitPipeline, TriggerRequest, WaitRequest } from '../model/requests.js';
import { awaitEventLine } from '../report/await-lines.js';
import { awaitCommit, holdsCommit } from '../trigger/await-commit.js';
import type { RunDeps } from './context.js';

/**
 * Waits for the pipeline that GitLab starts by itself for a commit.
 * @throws {AppError} as `findByCommit` does.
 */
export async function awaitPipeline(
  deps: RunDeps,
  gitlab: GitLabClient,
  task: {
    readonly request: WaitRequest;
    readonly commit: CommitPipeline;
    readonly signal: AbortSignal;
  },
): Promise<PipelineCall> {
  const { request, commit, signal } = task;
  const { project, jobToken, follow } = request;
  const { pollInterval, outageTimeoutMs } = follow;
  const { id } = await findByCommit(
    { gitlab, clock: deps.clock, onEvent: (event) => say(deps, event) },
    { project, commit, pollInterval, outageTimeoutMs, reader: jobToken && 'job_token', signal },
  );
  return { project, pipelineId: id };
}

/**
 * Waits until the ref has the commit that the pipeline is to run on.
 * @throws {AppError} as `awaitCommit` does; nothing was started.
 */
export async function awaitExpectedCommit(
  deps: RunDeps,
  gitlab: GitLabClient,
  task: { readonly request: TriggerRequest; readonly signal: AbortSignal },
): Promise<void> {
  const { request, signal } = task;
  const { project, ref, expectedSha, commitWait: wait, follow } = request;
  if (expectedSha === undefined || wait === undefined) return;
  const outageTimeoutMs = follow?.outageTimeoutMs ?? outageTimeoutUnlessFollowedMs;
  await awaitCommit(
    { gitlab, clock: deps.clock, onEvent: (event) => say(deps, event) },
    { project, ref, expectedSha, wait, outageTimeoutMs, signal },
  );
}

/** The default of `outage_timeout`. */
const outageTimeoutUnlessFollowedMs = 300_000;

/** Whether the commit of a pipeline has the expected one in its history, as far as GitLab shows it. */
export async function runsNewerCommit(
  gitlab: GitLabClient,
  { pipeline, expectedSha, signal }: NewerCheck,
): Promise<boolean> {
  const project = { kind: 'id', id: pipeline.projectId } as const;
  return (await holdsCommit(gitlab, { project, expectedSha, tip: pipeline.sha, signal })) === true;
}

interface NewerCheck {
  readonly pipeline: Pipeline;
  readonly expectedSha: string;
  readonly signal: AbortSignal;
}

function say({ host, watch }: RunDeps, event: AwaitEvent): void {
  watch?.(event);
  const print = event.kind === 'await_failed' ? host.log.warning : host.log.info;
  print(awaitEventLine(event));
}
