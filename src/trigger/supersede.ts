import { createHash } from 'node:crypto';

import { mapInParallel } from '../base/parallel.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import {
  type CorrelationMark,
  type ProjectAddress,
  type RerunMark,
  projectLabel,
} from '../model/addresses.js';
import { type CallerContext, identifiesCaller } from '../model/caller-context.js';
import { type Pipeline, type UnfitEntry, isTerminalStatus } from '../model/pipeline.js';

/** The field of the trigger request, and so of `TRIGGER_PAYLOAD`, that holds the mark. GitLab ignores it. */
export const markMember = 'gitlab_trigger';

const maxMarkCharacters = 200;

/** 128 bits. Keys must not collide by accident, because pipelines with the same key are canceled. */
const digestCharacters = 32;

/**
 * The mark of one start. Two starts have the same key when these texts are the same: CI, repository,
 * workflow, job, origin (a pull request, or else a branch or tag), project and ref. All jobs of a matrix have
 * the same id and so the same key; {@link isSuperseded} tells them apart from older runs. A caller whose
 * repository or workflow is unknown gets a new key each time, so that it never matches another caller's.
 */
export function correlationMarkOf(start: {
  readonly context: CallerContext;
  readonly project: ProjectAddress;
  readonly ref: string;
  /** Unique to this start: about 20 letters and digits. */
  readonly nonce: string;
  readonly rerun?: RerunMark | undefined;
}): CorrelationMark {
  const { context, project, ref, nonce, rerun } = start;
  const { ci, repository, workflow, job } = context;
  const parts = [ci, repository, workflow, job, originOf(context), projectLabel(project), ref];
  const identity = JSON.stringify([
    ...parts.map((part) => part ?? null),
    identifiesCaller(context) ? null : nonce,
  ]);
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, digestCharacters);
  // Characters that every server stores. The digest distinguishes names that differ only in other characters.
  const words = parts
    .filter((part) => part !== undefined)
    .join(' | ')
    .replace(/[^\u0020-\u007e]/gu, '?');
  return {
    key: `${words.slice(0, maxMarkCharacters - digestCharacters - 1)} ${digest}`,
    run: `${runOf(context)}${nonce}`.slice(-maxMarkCharacters),
    ...(rerun === undefined ? {} : { rerun }),
  };
}

/**
 * Whether a pipeline with the mark `older` may be canceled in favor of the one with the mark `mine`: both
 * have the same key, and are not of the same run and attempt, whose jobs (of a matrix) run side by side. The
 * caller has to know which of the two is older.
 */
export function isSuperseded(older: CorrelationMark, mine: CorrelationMark): boolean {
  return older.key === mine.key && attemptIn(older.run) !== attemptIn(mine.run);
}

/**
 * The mark in the JSON text of a `TRIGGER_PAYLOAD`; `undefined` if it has no valid mark. Every owner of a
 * trigger token can write such a text, so a mark is a claim, not a proof.
 */
export function readMark(payloadText: string): CorrelationMark | undefined {
  const mark = memberOf(parsedJson(payloadText), markMember);
  const key = memberOf(mark, 'key');
  const run = memberOf(mark, 'run');
  if (!isMarkText(key) || !isMarkText(run)) return undefined;
  const rerun = rerunPart(memberOf(mark, 'rerun'));
  return { key, run, ...(rerun === undefined ? {} : { rerun }) };
}

function rerunPart(value: unknown): RerunMark | undefined {
  const [step, attempt, asked] = ['step', 'attempt', 'asked'].map((name) => memberOf(value, name));
  return isMarkText(step) && isMarkText(attempt) && isMarkText(asked) ? { step, attempt, asked } : undefined;
}

/**
 * Whether the text of a `TRIGGER_PAYLOAD` shows who started the pipeline: it is complete, and has either no
 * mark or a valid one.
 */
export function isTelling(payloadText: string): boolean {
  const payload = parsedJson(payloadText);
  return isObject(payload) && (!Object.hasOwn(payload, markMember) || readMark(payloadText) !== undefined);
}

/**
 * The same pull request has one number in all its events but different refs. A run that follows another one
 * has the ref of the default branch, not the ref of that run.
 */
function originOf({ pullRequest, followedRef, ref, refName }: CallerContext): string | number | undefined {
  return pullRequest?.number ?? followedRef ?? ref ?? refName;
}

function runOf({ runId, runAttempt }: CallerContext): string {
  return runId === undefined ? '' : `${runId}.${runAttempt ?? '1'}.`;
}

/** The run and its attempt. A start outside of a run is an attempt of its own. */
function attemptIn(run: string): string {
  return run.includes('.') ? run.slice(0, run.lastIndexOf('.')) : run;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isMarkText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxMarkCharacters;
}

/** The part of the GitLab client that shows which pipelines are ours. */
export type MarkReader = Pick<GitLabClient, 'listPipelines' | 'fetchVariables'>;

/** Older pipelines of the same workflow that still run, and why some could not be identified. */
export interface Superseded {
  readonly pipelines: readonly Pipeline[];
  readonly failure?: string | undefined;
}

/**
 * How many of the newest pipelines of the ref are read: one request. An older pipeline that still runs is
 * rare.
 */
const newestPipelines = 50;
const parallelRequests = 4;

/**
 * Finds the pipelines that `mine` replaces: older, of the same project, ref and source, not ended, and marked
 * by the same workflow. A pipeline whose mark cannot be read never counts as ours.
 * @throws the reason of `signal` when it aborts.
 * @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline
 */
export async function findSuperseded(
  gitlab: MarkReader,
  {
    pipeline,
    mark,
    signal,
  }: { readonly pipeline: Pipeline; readonly mark: CorrelationMark; readonly signal: AbortSignal },
): Promise<Superseded> {
  const project: ProjectAddress = { kind: 'id', id: pipeline.projectId };
  const filters = { ref: pipeline.ref, source: pipeline.source, perPage: newestPipelines };
  const listed = await gitlab.listPipelines({ project, filters }, signal);
  if (listed.kind !== 'ok') return { pipelines: [], failure: describeReply(listed).why };
  const candidates = listed.value.filter(({ id, status }) => id < pipeline.id && !isTerminalStatus(status));
  const judged = await mapInParallel(candidates, parallelRequests, async (candidate) => {
    const variables = await gitlab.fetchVariables({ project, pipelineId: candidate.id }, signal);
    if (variables.kind !== 'ok') return { candidate, isOurs: false, failure: describeReply(variables).why };
    const payload = variables.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
    const older = payload === undefined ? undefined : readMark(payload);
    const failure = payload === undefined ? unreadIn(variables, 'variable') : undefined;
    return { candidate, isOurs: older !== undefined && isSuperseded(older, mark), failure };
  });
  const ofList = unreadIn({ unfit: listed.unfit?.filter(({ id = 0 }) => id < pipeline.id) }, 'pipeline');
  return {
    pipelines: judged.filter(({ isOurs }) => isOurs).map(({ candidate }) => candidate),
    failure: judged.find(({ failure }) => failure !== undefined)?.failure ?? ofList,
  };
}

/** Why an entry of a list could not be read, if there is one. */
function unreadIn(
  { unfit }: { readonly unfit?: readonly UnfitEntry[] | undefined },
  what: string,
): string | undefined {
  const first = unfit?.[0];
  return first === undefined ? undefined : `a ${what} of the list cannot be read (${first.unfit})`;
}
