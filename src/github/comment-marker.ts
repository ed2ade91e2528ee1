import { createHash } from 'node:crypto';

/** The run of a workflow; a later run has a higher id, a repeated one a higher attempt. */
export interface WorkflowRunNumber {
  readonly id: number;
  readonly attempt: number;
}

/** What a comment of ours says of itself, unseen by readers. */
export interface CommentMarker {
  /** Which comment it is; see `commentIdentity`. */
  readonly identity: string;
  /** The run that wrote it last. */
  readonly run: WorkflowRunNumber | undefined;
}

/** A short, harmless text that is the same for the same parts, and for nothing else. */
export function commentIdentity(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The first line of a comment: HTML that nobody sees. */
export function formatMarker({ identity, run }: CommentMarker): string {
  const by = run === undefined ? '' : ` run ${run.id} attempt ${run.attempt}`;
  return `<!-- gitlab-trigger ${identity}${by} -->`;
}

/** The marker at the very beginning of a comment; `undefined` when there is none. One further down was quoted. */
export function readMarker(body: string): CommentMarker | undefined {
  const [, identity, id, attempt] =
    /^<!-- gitlab-trigger ([0-9a-f]{32})(?: run (\d{1,15}) attempt (\d{1,6}))? -->/.exec(body) ?? [];
  if (identity === undefined) return undefined;
  const run = id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
  return { identity, run };
}

/** Whether `run` came after `other`; unknown runs come after none. */
export function isNewer(run: WorkflowRunNumber | undefined, other: WorkflowRunNumber | undefined): boolean {
  if (run === undefined || other === undefined) return false;
  return run.id === other.id ? run.attempt > other.attempt : run.id > other.id;
}
