import {
  type AppError,
  type ErrorCode,
  type ErrorParts,
  RefusedError,
  ResultsError,
  UnreachableError,
} from '../base/errors.js';
import { errorOf } from '../gitlab/responses/explain.js';
import { type FailedReply, type Refusal, isRecordMissing } from '../gitlab/responses/reply.js';
import { expiredTokenFact, granularHint } from '../gitlab/responses/token-hints.js';
import { projectLabel } from '../model/addresses.js';
import type { TokenScene } from './target.js';

/** A call for trigger tokens that failed permanently. */
export interface FailedTokenCall {
  /** The operation and its target, as a sentence without a period. */
  readonly what: string;
  readonly scene: TokenScene;
  /** The scope that the access token needs. */
  readonly scope: 'read_api' | 'api';
  /** The ID of the token; absent for calls about all tokens or a new one. */
  readonly triggerId?: number | undefined;
}

/**
 * The error for a call for trigger tokens: GitLab's words, and a hint that names the scope and the role that
 * the call needs.
 */
export function tokenCallError(reply: FailedReply, call: FailedTokenCall): AppError {
  const general = errorOf(reply, call);
  if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab') return general;
  const known = causes.find((cause) => cause.matches(reply.refusal, call));
  if (known === undefined) return general;
  return new RefusedError({ ...general.parts, code: known.code, hint: known.hint(call, reply.refusal) });
}

interface Cause {
  readonly code: ErrorCode;
  readonly matches: (refusal: Refusal, call: FailedTokenCall) => boolean;
  readonly hint: (call: FailedTokenCall, refusal: Refusal) => string;
}

const says = ({ texts }: Refusal, pattern: RegExp): boolean => texts.some((text) => pattern.test(text));

const lifetime = /expires_at.{0,20}must be before (\d{4}-\d\d-\d\d)/;

/** The first match wins. @see GitLab 19.1, `lib/api/ci/triggers.rb`, `app/services/ci/pipeline_triggers` */
const causes: readonly Cause[] = [
  {
    code: 'unauthorized',
    matches: ({ status }) => status === 401,
    hint: ({ scope }) =>
      `GitLab does not know this access_token, or it has expired or been revoked: make a new one with the scope ${scope} for a user with the role Maintainer, and store it in the secret. Trigger tokens and job tokens cannot manage trigger tokens.`,
  },
  {
    code: 'insufficient_scope',
    matches: ({ status, oauthError }) =>
      status === 403 && /^insufficient_(?:granular_)?scope$/.test(oauthError ?? ''),
    hint: ({ scope }, refusal) =>
      granularHint(refusal) ??
      (scope === 'api'
        ? 'Writing trigger tokens takes an access_token with the scope api; read_api only lists them.'
        : 'Reading trigger tokens takes an access_token with the scope read_api, or api.'),
  },
  {
    code: 'forbidden',
    matches: (refusal) => refusal.status === 403 && says(refusal, /not authorized to update/i),
    hint: () =>
      'GitLab lets only the owner of a trigger token rename it: use an access_token of that user, or rotate the token, which makes a new one.',
  },
  {
    code: 'forbidden',
    matches: (refusal) => refusal.status === 403 && !says(refusal, /read-only instance/),
    hint: ({ scene }) =>
      `The user behind access_token needs the role Maintainer (or Owner) in ${projectLabel(scene.project)}; for a project or group access token that is the role that was chosen for it.`,
  },
  {
    code: 'not_found',
    matches: (refusal, { triggerId }) =>
      isRecordMissing(refusal) && (triggerId === undefined || says(refusal, /project not found/i)),
    hint: ({ scene }) =>
      `Check that the project ${projectLabel(scene.project)} exists on ${scene.gitlabUrl}, and that the user behind access_token is a member of it; a fine-grained token must cover it.`,
  },
  {
    code: 'token_not_found',
    matches: isRecordMissing,
    hint: ({ triggerId, scene }) =>
      `${projectLabel(scene.project)} has no trigger token ${triggerId ?? ''}: it was deleted, has expired, or belongs to another project. operation: list shows the ids. ${expiredTokenFact}`,
  },
  {
    code: 'token_lifetime',
    matches: (refusal) => refusal.status === 400 && says(refusal, lifetime),
    hint: (_, { texts }) => {
      const day = texts.map((text) => lifetime.exec(text)?.[1]).find((found) => found !== undefined);
      return `This GitLab lets a token live for so long and not longer: give an expires_at before ${day ?? 'that day'}.`;
    },
  },
  {
    code: 'token_limit',
    matches: (refusal) => refusal.status === 400 && says(refusal, /maximum number of pipeline triggers/i),
    hint: () =>
      'Delete unused trigger tokens (operation: list shows when each was last used), or have an administrator raise the limit.',
  },
  {
    code: 'token_changed',
    matches: ({ status }) => status === 412,
    hint: () =>
      'The token was changed after the time in If-Unmodified-Since (one of request_headers), so GitLab has not deleted it. Look at it again, then delete it.',
  },
];

/** An error of the same class, and so with the same exit code, with other parts. */
export function restated(error: AppError, parts: ErrorParts): AppError {
  if (error instanceof UnreachableError) return new UnreachableError(parts);
  return error instanceof ResultsError ? new ResultsError(parts) : new RefusedError(parts);
}

/** Joins texts, each ended as a sentence; omits absent ones. */
export function sentences(...texts: readonly (string | undefined)[]): string {
  return texts
    .flatMap((text) => (text === undefined || text === '' ? [] : [/[.!?]$/.test(text) ? text : `${text}.`]))
    .join(' ');
}
