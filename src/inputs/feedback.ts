import { cleanLine, nearestName, tokensIn } from '../base/text.js';
import type { CommentSetting, FeedbackRequest, InputSource, TextFiles } from '../model/requests.js';
import { telling } from './needs-wait.js';
import { type InputOutcome, all, andThen, ok, wrong } from './parsing.js';
import { shownText } from './scalars.js';
import { type InputTable, type ReadingOf, parsedOf, readInputs } from './table.js';
import { parseGitHubToken } from './tokens-and-headers.js';

/** The inputs that request feedback on the code host. */
export const feedbackInputs = {
  github_token: {
    required: 'never',
    default: undefined,
    description:
      'Token for comment and commit_status: github.token will do, with the permissions pull-requests: write and statuses: write. Sent only to the API of the host that runs the workflow.',
    secret: 'all',
    parse: parseGitHubToken,
  },
  comment: {
    required: 'never',
    default: 'false',
    description:
      'Keep one comment on the pull request up to date with the pipeline: true; or a name of its own, where several steps or a matrix comment on the same pull request. Needs github_token.',
    secret: 'none',
    needsWait: telling,
    parse: parseComment,
  },
  commit_status: {
    required: 'never',
    default: undefined,
    description:
      'Name of a commit status to set: pending while the pipeline runs, then success, failure or error, with a link to it. Needs github_token.',
    secret: 'none',
    needsWait: telling,
    parse: parseStatusName,
  },
} satisfies InputTable;

type FeedbackReading = ReadingOf<typeof feedbackInputs>;

/** Builds the requested feedback; `undefined` if there is none. */
export function feedbackOf(reading: FeedbackReading): InputOutcome<FeedbackRequest | undefined> {
  const given = all({
    token: reading.github_token,
    comment: reading.comment,
    commitStatus: reading.commit_status,
  });
  return andThen(given, ({ token, comment, commitStatus }) => {
    if (comment.kind === 'none' && commitStatus === undefined) return ok(undefined);
    if (token !== undefined) return ok({ token, comment, commitStatus });
    return wrong({
      at: comment.kind === 'none' ? 'commit_status' : 'comment',
      what: 'was given, but github_token was not',
      hint: 'Give github_token: ${{ github.token }}, and under permissions: of the job what it needs (pull-requests: write for comment, statuses: write for commit_status).',
    });
  });
}

/**
 * Parses the inputs for feedback only.
 * @throws {InputError} once, with every problem of these inputs.
 */
export async function parseFeedbackRequest(
  source: InputSource,
  files: TextFiles,
): Promise<FeedbackRequest | undefined> {
  const reading = await readInputs(feedbackInputs, { source, files });
  return parsedOf(feedbackOf(reading)).request;
}

/** Long enough for names of environments. */
const mostNameCharacters = 100;

const almostBoolean = /^(?:y|yes|n|no|on|off|0|1|none|null|undefined|object|array)$/i;

function parseComment(given: string): InputOutcome<CommentSetting> {
  const text = given.trim();
  if (/^(?:true|True|TRUE)$/.test(text)) return ok({ kind: 'kept', name: undefined });
  if (/^(?:false|False|FALSE)$/.test(text)) return ok({ kind: 'none' });
  if (almostBoolean.test(text) || nearestName(text.slice(0, 30), ['true', 'false']) !== undefined) {
    return wrong({ what: `is ${shownText(text)}`, hint: 'Give true or false, or a name for the comment.' });
  }
  return andThen(parseName(text), (name) => ok({ kind: 'kept', name }));
}

function parseStatusName(given: string): InputOutcome<string> {
  const text = given.trim();
  if (almostBoolean.test(text) || /^(?:true|false)$/i.test(text)) {
    const hint = 'Give the name that the status is to have, such as gitlab; without one there is no status.';
    return wrong({ what: `is ${shownText(text)}`, hint });
  }
  return parseName(text);
}

function parseName(text: string): InputOutcome<string> {
  if (tokensIn(text).length > 0) {
    return wrong({ what: 'holds a token (not shown)', hint: 'Give a name that is not a secret.' });
  }
  if (cleanLine(text, mostNameCharacters) === text) return ok(text);
  const hint = `Give a name on one line, of at most ${mostNameCharacters} characters.`;
  return wrong({ what: `is ${shownText(text)}`, hint });
}
