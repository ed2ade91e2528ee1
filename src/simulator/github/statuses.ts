import { jsonAnswer } from '../gitlab/wire/answer.js';
import { type GitHubEndpoint, permitted, withRepository } from './call.js';
import { invalid } from './wire.js';

const states: ReadonlySet<unknown> = new Set(['error', 'failure', 'pending', 'success']);
const mostDescriptionCharacters = 140;

/** `POST /repos/:owner/:repo/statuses/:sha`. */
export const createStatus: GitHubEndpoint = (call) =>
  withRepository(call, (repository) =>
    permitted(call, [['statuses', 'write']], () => {
      const { state, context = 'default', description = null, target_url: targetUrl = null } = call.body;
      const sha = call.path.sha ?? '';
      const wrong = (field: string, message: string): ReturnType<typeof invalid> =>
        invalid({ resource: 'Status', field, code: 'custom', message });
      if (!states.has(state)) return wrong('state', `state is not included in the list`);
      if (typeof context !== 'string' || !isTextOrNull(description) || !isTextOrNull(targetUrl)) {
        return wrong('context', 'context is not a string');
      }
      if (description !== null && description.length > mostDescriptionCharacters) {
        return wrong('description', 'description is too long (maximum is 140 characters)');
      }
      if (!repository.commits.has(sha)) return wrong('sha', `No commit found for SHA: ${sha}`);
      const status = {
        sha,
        state: String(state),
        context,
        description,
        targetUrl,
        creator: call.token.login,
      };
      repository.statuses.push(status);
      return jsonAnswer(201, {
        id: repository.statuses.length,
        state,
        context,
        description,
        target_url: targetUrl,
      });
    }),
  );

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
