import type { Instance, ProjectRecord, RefRecord } from '../../state/records.js';
import { type Entity, timestamp } from '../users.js';

/** The commit that a ref points to, as branches, tags, jobs and the commit itself show it. */
export function commitEntity({ externalUrl }: Instance, project: ProjectRecord, ref: RefRecord): Entity {
  const at = timestamp(project.createdMs);
  const author = { name: 'Simulated Author', email: 'author@example.com' };
  return {
    id: ref.sha,
    short_id: ref.sha.slice(0, 8),
    created_at: at,
    parent_ids: [],
    title: `State of ${ref.name}`,
    message: `State of ${ref.name}\n`,
    author_name: author.name,
    author_email: author.email,
    authored_date: at,
    committer_name: author.name,
    committer_email: author.email,
    committed_date: at,
    trailers: {},
    extended_trailers: {},
    web_url: `${externalUrl}/${project.path}/-/commit/${ref.sha}`,
  };
}
