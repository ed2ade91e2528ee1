import type { TriggerRequest } from '../model/requests.js';
import { refPartsOf } from './check.js';
import type { CheckFacts } from './gather.js';
import { foundRef } from './project-and-ref.js';

/** The relevant part of GitLab's response, with what is already known; the IDs are examples. */
export interface ExpectedAnswer {
  readonly id: number;
  readonly iid: number;
  readonly project_id: number;
  readonly sha: string;
  readonly ref: string;
  readonly status: 'created';
  readonly source: string;
  readonly web_url: string;
}

/** The response that GitLab will give to the start, with example values for what is unknown. */
export function expectedAnswer(
  { details }: Pick<CheckFacts, 'details'>,
  request: TriggerRequest,
): ExpectedAnswer {
  const { connection, credentials, project, ref } = request;
  const seen = details?.project.kind === 'ok' ? details.project.value : undefined;
  const found = details === undefined ? undefined : foundRef(details);
  const path = project.kind === 'path' ? project.path : `project-${project.id}`;
  const webUrl = seen?.webUrl ?? `${connection.gitlabUrl}/${path}`;
  const ownSource = credentials.kind === 'trigger' && credentials.tokenKind === 'trigger_token';
  return {
    id: 257,
    iid: 118,
    project_id: seen?.id ?? (project.kind === 'id' ? project.id : 42),
    sha: (found?.kind === 'found' ? found.ref.sha : undefined) ?? '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
    ref: refPartsOf(ref).name,
    status: 'created',
    source: ownSource ? 'trigger' : credentials.kind === 'access' ? 'api' : 'pipeline',
    web_url: `${webUrl}/-/pipelines/257`,
  };
}
