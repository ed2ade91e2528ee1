/** The part of JSON Schema that describes scenario files. */
export type Schema =
  | { readonly $ref: string; readonly description?: string }
  | {
      readonly type: 'object';
      readonly description?: string;
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly required?: readonly string[];
      readonly additionalProperties: boolean | Schema;
    }
  | { readonly type: 'array'; readonly description?: string; readonly items: Schema }
  | {
      readonly type: 'string';
      readonly description?: string;
      readonly enum?: readonly string[];
      readonly pattern?: string;
    }
  | {
      readonly type: 'integer' | 'number';
      readonly description?: string;
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | { readonly type: 'boolean'; readonly description?: string };

const text = (description?: string): Schema => ({ type: 'string', ...(description && { description }) });
const words = (...names: readonly string[]): Schema => ({ type: 'string', enum: names });
const flag: Schema = { type: 'boolean' };
const count = (minimum = 0): Schema => ({ type: 'integer', minimum });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });
const part = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const span = part('duration');

function keys(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const role = words('guest', 'planner', 'reporter', 'developer', 'maintainer', 'owner');
const result = words('success', 'failed', 'canceled', 'skipped', 'manual', 'scheduled');
const runResult = words('success', 'failed', 'canceled', 'skipped');

/** The refusals of a pipeline that a ref can have. */
export const refusals = [
  'no_ci_file',
  'bad_yaml',
  'no_jobs',
  'filtered_by_workflow',
  'too_many_active_jobs',
  'internal_error',
] as const;

export const faultKinds = [
  'refuse',
  'reset_before',
  'reset_after',
  'truncate',
  'truncate_chunked',
  'stall',
  'stall_after_work',
  'drip',
  'html',
  'redirect',
  'too_large',
  'rate_limited',
  'status',
  'maintenance',
] as const;

/** What a webhook is described by, in a file and for the control API. */
const webhookProperties: Readonly<Record<string, Schema>> = {
  url: {
    type: 'string',
    pattern: '^https?://[^\\s/?#]+\\S*$',
    description: 'an address such as http://127.0.0.1:3000/hook',
  },
  token: text('Sent along as X-Gitlab-Token.'),
  pipeline_events: flag,
  job_events: flag,
  enable_ssl_verification: flag,
};

/** A webhook as the control API takes it. */
export const projectWebhookSchema = keys({ project_id: count(1), ...webhookProperties }, [
  'project_id',
  'url',
]);

const definitions: Readonly<Record<string, Schema>> = {
  duration: {
    type: 'string',
    pattern: '^(?=\\d)(?:\\d+h)?(?:\\d+m(?!s))?(?:\\d+(?:\\.\\d+)?s)?(?:\\d+ms)?$',
    description: 'a span such as 250ms, 1.5s, 2m or 1h30m',
  },
  user: keys({ name: text(), blocked: flag }),
  project: keys(
    {
      id: count(1),
      visibility: words('public', 'internal', 'private'),
      public_pipelines: flag,
      ci_enabled: flag,
      archived: flag,
      renamed_from: text(),
      default_branch: text(),
      members: mapOf(role),
      variables_minimum_role: words('no_one_allowed', 'owner', 'maintainer', 'developer'),
      job_token_allowlist: listOf(count(1)),
      inputs: mapOf(part('input')),
      trigger_tokens: listOf(part('trigger_token')),
      webhooks: listOf(part('webhook')),
      refs: mapOf(part('ref')),
    },
    ['id', 'refs'],
  ),
  ref: keys({
    kind: words('branch', 'tag'),
    sha: { type: 'string', pattern: '^[0-9a-f]{40}$', description: 'forty hexadecimal digits' },
    protected: words('no_one', 'developer', 'maintainer', 'owner'),
    pipeline: text('The name of one below `pipelines`.'),
    refuses: words(...refusals),
  }),
  input: keys(
    {
      type: words('string', 'number', 'boolean', 'array'),
      required: flag,
      default: text('As text; other types than string as JSON.'),
      options: listOf(text()),
    },
    ['type'],
  ),
  trigger_token: keys({ token: text(), owner: text(), description: text(), expires_at: text() }, [
    'token',
    'owner',
  ]),
  webhook: keys(webhookProperties, ['url']),
  access_token: keys(
    {
      token: text(),
      user: text(),
      name: text(),
      scopes: listOf(words('api', 'read_api', 'read_user', 'read_repository', 'write_repository')),
      state: words('active', 'expired', 'revoked'),
      expires_at: text(),
      project_id: count(1),
    },
    ['token', 'user', 'scopes'],
  ),
  job_token: keys(
    {
      token: text(),
      user: text(),
      project_id: count(1),
      job: words('running', 'canceling', 'finished', 'erased', 'project_deleted', 'expired'),
    },
    ['token', 'user', 'project_id'],
  ),
  pipeline: keys({
    name: text(),
    stages: listOf(text()),
    created_for: span,
    coverage: { type: 'number', minimum: 0, maximum: 100 },
    jobs: mapOf(part('job')),
  }),
  job: keys({
    stage: text(),
    needs: listOf(text('The name of another job of the pipeline.')),
    when: words('on_success', 'on_failure', 'always'),
    allow_failure: flag,
    queued: span,
    duration: span,
    delay: span,
    result,
    result_after_play: runResult,
    result_after_retry: runResult,
    retries_before_success: count(),
    failure_reason: text(),
    failures: listOf(text('Why an attempt fails, before the one that ends with `result`.')),
    log: text(),
    coverage: { type: 'number', minimum: 0, maximum: 100 },
    tags: listOf(text()),
    artifacts: keys({ files: mapOf(text()), reports: listOf(text()), expire_after: span }),
    tests: listOf(part('test')),
    trigger: part('bridge'),
  }),
  test: keys(
    {
      name: text(),
      classname: text(),
      file: text(),
      status: words('success', 'failed', 'skipped', 'error'),
      seconds: { type: 'number', minimum: 0 },
      output: text(),
    },
    ['name', 'status'],
  ),
  bridge: keys(
    {
      pipeline: text('The name of one below `pipelines`.'),
      project_id: count(1),
      ref: text(),
      strategy: words('none', 'depend', 'mirror'),
    },
    ['pipeline'],
  ),
  fault: keys(
    {
      fault: words(...faultKinds),
      method: words('GET', 'HEAD', 'POST', 'PUT', 'DELETE'),
      path: text('A part of the path and query, as it is sent.'),
      nth: count(1),
      times: count(1),
      status: { type: 'integer', minimum: 100, maximum: 599 },
      location: text(),
      every: span,
      megabytes: count(1),
      retry_after: span,
      body: text(),
    },
    ['fault'],
  ),
};

/** The schema of scenario files. It is published unchanged, and files are checked against it. */
export const scenarioSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A scenario of gitlab-trigger simulate',
  type: 'object',
  properties: {
    release: words('13.0', '16.11', '18.2', '19.3'),
    relative_url_root: {
      type: 'string',
      pattern: '^(?:/[0-9A-Za-z_.-]+)+$',
      description: 'a path such as /gitlab, without a slash at the end',
    },
    users: mapOf(part('user')),
    projects: mapOf(part('project')),
    access_tokens: listOf(part('access_token')),
    job_tokens: listOf(part('job_token')),
    pipelines: mapOf(part('pipeline')),
    throttle: keys({ authenticated_per_minute: count(), unauthenticated_per_minute: count(), text: text() }),
    pipeline_creations_per_minute: count(),
    writes: words('open', 'maintenance', 'read_only'),
    maintenance_message: text(),
    faults: listOf(part('fault')),
  },
  required: ['users', 'projects'],
  additionalProperties: false,
  $defs: definitions,
} as const;

/** The schema that a `$ref` stands for. */
export function resolved(schema: Schema): Exclude<Schema, { readonly $ref: string }> {
  if (!('$ref' in schema)) return schema;
  const found = definitions[schema.$ref.replace('#/$defs/', '')];
  if (found === undefined) throw new TypeError(`no definition ${schema.$ref}`);
  return resolved(found);
}
