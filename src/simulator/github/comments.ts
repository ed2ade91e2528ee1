import { jsonAnswer } from '../gitlab/wire/answer.js';
import type { SimulatedResponse } from '../gitlab/wire/wire.js';
import {
  type GitHubCall,
  type GitHubEndpoint,
  done,
  permitted,
  withPullRequest,
  withRepository,
} from './call.js';
import type { CommentRecord, PullRequestRecord, RepositoryRecord } from './state.js';
import { type Need, invalid, notFound, pageOf } from './wire.js';

const readers: readonly Need[] = [
  ['issues', 'read'],
  ['pull_requests', 'read'],
];
const writers: readonly Need[] = [
  ['issues', 'write'],
  ['pull_requests', 'write'],
];

/** GitHub's limit for a comment. */
const mostCharacters = 65_536;

/** `GET /repos/:owner/:repo/issues/:number/comments`. */
export const listComments: GitHubEndpoint = (call) =>
  withPullRequest(call, (pull, repository) =>
    permitted(call, readers, () =>
      pageOf(pull.comments, call.url, (comments) =>
        comments.map((comment) => view(comment, { pull, repository })),
      ),
    ),
  );

/** `POST /repos/:owner/:repo/issues/:number/comments`. */
export const createComment: GitHubEndpoint = (call) =>
  withPullRequest(call, (pull, repository) =>
    permitted(call, writers, () =>
      withBody(call, (body) => {
        const comment = { id: call.instance.nextIds.comment++, author: call.token.login, body };
        pull.comments.push(comment);
        return jsonAnswer(201, view(comment, { pull, repository }));
      }),
    ),
  );

/** `PATCH /repos/:owner/:repo/issues/comments/:id`. */
export const updateComment: GitHubEndpoint = (call) =>
  withComment(call, (comment, place) =>
    withBody(call, (body) => {
      comment.body = body;
      return jsonAnswer(200, view(comment, place));
    }),
  );

/** `DELETE /repos/:owner/:repo/issues/comments/:id`. */
export const deleteComment: GitHubEndpoint = (call) =>
  withComment(call, (comment, { pull }) => {
    pull.comments.splice(pull.comments.indexOf(comment), 1);
    return done();
  });

/** `GET /repos/:owner/:repo/pulls/:number`. */
export const getPullRequest: GitHubEndpoint = (call) =>
  withPullRequest(call, ({ number, headSha }) =>
    permitted(call, [['pull_requests', 'read']], () => jsonAnswer(200, { number, head: { sha: headSha } })),
  );

interface CommentPlace {
  readonly pull: PullRequestRecord;
  readonly repository: RepositoryRecord;
}

/** Users with write access may also change the comments of others. */
function withComment(
  call: GitHubCall,
  work: (comment: CommentRecord, place: CommentPlace) => SimulatedResponse,
): SimulatedResponse {
  return withRepository(call, (repository) => {
    const pulls = [...repository.pullRequests.values()];
    const found = pulls.flatMap((pull) => pull.comments.map((comment) => ({ pull, comment })));
    const one = found.find(({ comment }) => String(comment.id) === call.path.comment);
    if (one === undefined) return notFound();
    return permitted(call, writers, () => work(one.comment, { pull: one.pull, repository }));
  });
}

function withBody({ body }: GitHubCall, work: (body: string) => SimulatedResponse): SimulatedResponse {
  const { body: text } = body;
  const resource = 'IssueComment';
  if (typeof text !== 'string') return invalid({ resource, field: 'body', code: 'missing_field' });
  if (text.trim() === '') {
    return invalid({ resource, field: 'body', code: 'custom', message: "Body can't be blank" });
  }
  if (text.length > mostCharacters) {
    const message = `Body is too long (maximum is ${mostCharacters} characters)`;
    return invalid({ resource, field: 'body', code: 'unprocessable', message });
  }
  return work(text);
}

function view({ id, author, body }: CommentRecord, { pull, repository }: CommentPlace): unknown {
  const type = author.endsWith('[bot]') ? 'Bot' : 'User';
  const htmlUrl = `https://github.com/${repository.name}/pull/${pull.number}#issuecomment-${id}`;
  return { id, body, html_url: htmlUrl, user: { login: author, type } };
}
