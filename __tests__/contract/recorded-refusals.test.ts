import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../src/base/secret.js';
import { describeReply } from '../../src/gitlab/responses/explain.js';
import type { Reply } from '../../src/gitlab/responses/reply.js';
import { causeOf } from '../../src/trigger/refusal-causes.js';
import type { StartContext } from '../../src/trigger/start-context.js';
import { clientThatHears, noAbort, recordedFile } from './support/recorded-answers.js';

interface RecordedRefusal {
  readonly source: string;
  readonly call?: string;
  readonly status: number;
  readonly content_type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const refusals = recordedFile('refusals') as readonly RecordedRefusal[];

/** What is made of it: by the words that are found in each, the code of a start, or of a call that reads. */
const codes: readonly (readonly [words: string, code: string])[] = [
  ['404 Project Not Found', 'not_found'],
  ['Member already exists', 'not_gitlab'],
  ['404 Branch Not Found', 'not_found'],
  ['404 Tag Not Found', 'not_found'],
  ['404 File Not Found', 'not_found'],
  ['403 Forbidden', 'forbidden'],
  ['401 Unauthorized', 'unauthorized'],
  ['Another open merge request already exists for this source branch: !1', 'not_gitlab'],
  ['Another open merge request already exists for this source branch: !59', 'not_gitlab'],
  ['404 Not found', 'not_found'],
  ['Merge request is not mergeable', 'not_gitlab'],
  ['name: has already been taken; path: has already been taken', 'not_gitlab'],
  ['Reference not found', 'ref_not_found'],
  ['404 Not Found', 'trigger_not_found'],
  ['Project is deleted!', 'not_found'],
  ['Pipelines are disabled!', 'pipelines_disabled'],
  ['You cannot run pipelines before project import is complete.', 'import_running'],
  ['Insufficient permissions to create a new pipeline', 'owner_not_permitted'],
  [
    'Pipeline creation is not allowed when pushing from CI jobs. This prevents infinite pipeline loops.',
    'request_refused',
  ],
  ['Ref is ambiguous', 'ref_ambiguous'],
  ['Reference not found', 'ref_not_found'],
  ['Commit not found', 'commit_not_found'],
  ['Missing CI config file', 'ci_config_missing'],
  ['Insufficient permissions to set pipeline variables', 'variables_restricted'],
  ['Failed to build the pipeline!', 'persist_failed'],
  ['Pipeline is disabled for mirror updates', 'request_refused'],
  ['External validation failed', 'request_refused'],
  ['Project exceeded the allowed number of jobs in active pipelines. Retry later.', 'pipeline_limit'],
  ['No stages / jobs for this pipeline.', 'no_jobs'],
  ['Missing .gitlab-ci.yml file', 'request_refused'],
  ["Insufficient permissions for protected ref 'main'", 'ref_protected'],
  ['No builds for this pipeline.', 'request_refused'],
  ['Pipeline is disabled', 'request_refused'],
  [
    'The request requires higher privileges than provided by the access token.; Scopes that would do: sudo',
    'insufficient_scope',
  ],
  ['403 Forbidden - Must be admin to use sudo', 'forbidden'],
  ['404 Not Found', 'route_not_found'],
  ['400 (Bad request) "title" not given', 'request_refused'],
  ['bio: is too long (maximum is 255 characters)', 'not_gitlab'],
  ["404 User with ID or username '123' Not Found", 'not_gitlab'],
];

const context: StartContext = {
  via: 'trigger_token',
  project: { kind: 'path', path: 'group/app' },
  ref: 'main',
  gitlabUrl: 'https://gitlab.example.test/below',
};

/** Every text of a body, with what it is about in front where that is not nothing. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function isOfStart({ call = '' }: RecordedRefusal): boolean {
  return /^POST \S+\/(?:trigger\/)?pipeline$/.test(call);
}

/**
 * Words of GitLab on what we never ask for: members, merge requests, users. Whose they are is not known by
 * them, which only makes us careful.
 */
function isForeign({ call = '', source, body }: RecordedRefusal): boolean {
  if (/\/(?:members|merge_requests\/:n\/merge_ref)$|^POST \S*\/(?:merge_requests|projects)$/.test(call))
    return true;
  return source.endsWith('doc/api/rest') && /"bio"|User with ID/.test(JSON.stringify(body));
}

async function ask({
  status,
  content_type,
  headers,
  body,
  ...entry
}: RecordedRefusal): Promise<Reply<unknown>> {
  const { client } = clientThatHears({ status, headers: { ...headers, 'content-type': content_type }, body });
  const project = { kind: 'id', id: 42 } as const;
  if (!isOfStart({ status, content_type, body, ...entry })) return client.fetchProject({ project }, noAbort);
  const call = { project, ref: 'main', variables: {}, inputs: {} };
  return client.triggerPipeline({ ...call, token: new Secret('a trigger token') }, noAbort);
}

test('there are recorded refusals, each with a row', () => {
  expect(refusals).toHaveLength(39);
  expect(codes).toHaveLength(39);
});

describe.each(refusals.map((refusal, index) => ({ ...refusal, index })))('$index: $source', (refusal) => {
  test('each recorded refusal is read and gets a sensible code', async () => {
    const reply = await ask(refusal);
    if (reply.kind !== 'refused') throw new Error('not a refusal');
    const { texts, speaker, status } = reply.refusal;
    const printed = texts.join('; ');
    expect([status, speaker]).toEqual([refusal.status, isForeign(refusal) ? 'stranger' : 'gitlab']);
    const words = textsIn(refusal.body).filter((text) => !/^[a-z_]+$/.test(text));
    expect(words.filter((text) => !printed.includes(text))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
    const described = describeReply(reply);
    expect(described.why).toContain(words[0]);
    const cause = isOfStart(refusal) ? causeOf(reply.refusal, context) : undefined;
    expect(cause?.hint(context, reply.refusal) ?? described.hint).toMatch(/\w{3} .*\w{3}/);
    expect([printed, cause?.code ?? described.code]).toEqual(codes[refusal.index]);
  });
});
