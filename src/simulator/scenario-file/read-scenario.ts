import type {
  CiConfiguration,
  InputDeclaration,
  ProjectDescription,
  Scenario,
  WebhookDescription,
} from '../gitlab/state/scenario.js';
import type { PipelineScript } from '../gitlab/state/pipeline-script.js';
import type { Fault, FaultRule } from '../gitlab/wire/fault-plan.js';
import { type FileFault, checkDocument } from './check-document.js';
import { pipelineScripts } from './file-pipelines.js';
import type {
  FileFaultRule,
  FileInput,
  FileProject,
  FileRef,
  FileWebhook,
  ScenarioFile,
} from './file-shape.js';
import { looseEnds, redirects } from './references.js';
import { type Schema, scenarioSchema } from './schema.js';
import { spanMs } from './spans.js';

/** The content of a file, as the simulator runs it. */
export interface PlayableScenario {
  readonly scenario: Scenario;
  readonly faults: readonly FaultRule[];
}

export type ScenarioReading =
  | { readonly kind: 'read'; readonly value: PlayableScenario }
  | { readonly kind: 'wrong'; readonly faults: readonly FileFault[] };

/** Reads a scenario file; reports every error with its line and column. */
export function readScenario(text: string): ScenarioReading {
  const { value, faults, placeOf } = checkDocument(text, scenarioSchema);
  if (faults.length > 0) return { kind: 'wrong', faults };
  // It matches the schema.
  const file = value as ScenarioFile;
  const ends = looseEnds(file).map(({ path, text: said }) => ({ ...placeOf(path), text: said }));
  if (ends.length > 0) return { kind: 'wrong', faults: ends };
  return { kind: 'read', value: { scenario: scenarioOf(file), faults: (file.faults ?? []).map(faultRule) } };
}

export type FaultsReading =
  | { readonly kind: 'read'; readonly value: readonly FaultRule[] }
  | { readonly kind: 'wrong'; readonly faults: readonly FileFault[] };

const rules: Schema = { type: 'array', items: { $ref: '#/$defs/fault' } };

/** Reads a list of faults as a scenario file has it, as JSON or YAML. */
export function readFaults(text: string): FaultsReading {
  const { value, faults, placeOf } = checkDocument(text, rules);
  if (faults.length > 0) return { kind: 'wrong', faults };
  // It matches the schema.
  const list = value as readonly FileFaultRule[];
  const ends = redirects({ faults: list }).map(({ path: [, ...path], text: said }) => ({
    ...placeOf(path),
    text: said,
  }));
  return ends.length > 0 ? { kind: 'wrong', faults: ends } : { kind: 'read', value: list.map(faultRule) };
}

function scenarioOf(file: ScenarioFile): Scenario {
  const scripts = pipelineScripts(file.pipelines ?? {});
  const { throttle } = file;
  return {
    release: file.release,
    relativeUrlRoot: file.relative_url_root,
    users: Object.entries(file.users).map(([username, user]) => ({ username, ...user })),
    projects: Object.entries(file.projects).map(([path, project]) => projectOf(path, project, scripts)),
    accessTokens: file.access_tokens?.map(({ expires_at: expiresAt, project_id: projectId, ...token }) => ({
      ...token,
      expiresAt,
      projectId,
    })),
    jobTokens: file.job_tokens?.map(({ project_id: projectId, job = 'running', ...token }) => ({
      ...token,
      projectId,
      job,
    })),
    throttle: throttle && {
      authenticatedPerMinute: throttle.authenticated_per_minute,
      unauthenticatedPerMinute: throttle.unauthenticated_per_minute,
      text: throttle.text,
    },
    pipelineCreationsPerMinute: file.pipeline_creations_per_minute,
    writes: file.writes,
    maintenanceMessage: file.maintenance_message,
  };
}

type Scripts = ReadonlyMap<string, PipelineScript>;

function projectOf(path: string, project: FileProject, scripts: Scripts): ProjectDescription {
  const inputs = inputsOf(project);
  return {
    id: project.id,
    path,
    visibility: project.visibility,
    publicPipelines: project.public_pipelines,
    ciEnabled: project.ci_enabled,
    archived: project.archived,
    renamedFrom: project.renamed_from,
    defaultBranch: project.default_branch,
    members: project.members,
    variablesMinimumRole: project.variables_minimum_role,
    jobTokenAllowlist: project.job_token_allowlist,
    triggers: project.trigger_tokens?.map(({ expires_at: expiresAt, ...token }) => ({ ...token, expiresAt })),
    webhooks: project.webhooks?.map(webhookOf),
    refs: Object.entries(project.refs).map(([name, ref]) => ({
      name,
      kind: ref.kind,
      sha: ref.sha,
      protectedFor: ref.protected,
      ci: ciOf(ref, scripts, inputs),
    })),
  };
}

export function webhookOf(hook: FileWebhook): WebhookDescription {
  return {
    url: hook.url,
    token: hook.token,
    pipelineEvents: hook.pipeline_events,
    jobEvents: hook.job_events,
    verifiesTls: hook.enable_ssl_verification,
  };
}

function ciOf(
  { pipeline, refuses }: FileRef,
  scripts: Scripts,
  inputs: Readonly<Record<string, InputDeclaration>> | undefined,
): CiConfiguration {
  if (refuses === undefined) {
    const script = pipeline === undefined ? undefined : scripts.get(pipeline);
    return { kind: 'valid', script: script ?? { jobs: [{ name: 'test' }] }, inputs };
  }
  switch (refuses) {
    case 'no_ci_file':
      return { kind: 'missing' };
    case 'bad_yaml':
      return { kind: 'invalid', errors: ['jobs:test config contains unknown keys: scrip'] };
    case 'internal_error':
      return { kind: 'internal_error', leaves: 'nothing' };
    case 'no_jobs':
    case 'filtered_by_workflow':
    case 'too_many_active_jobs':
      return { kind: refuses };
  }
}

function inputsOf({ inputs }: FileProject): Readonly<Record<string, InputDeclaration>> | undefined {
  if (inputs === undefined) return undefined;
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, inputOf(input)]));
}

function inputOf({ type, required = false, default: given, options }: FileInput): InputDeclaration {
  const empty = { string: '', number: 0, boolean: false, array: [] }[type];
  return {
    type,
    ...(required ? {} : { default: given === undefined ? empty : typed(type, given) }),
    ...(options === undefined ? {} : { options: type === 'number' ? options.map(Number) : options }),
  };
}

function typed(type: FileInput['type'], text: string): string | number | boolean | readonly unknown[] {
  if (type === 'string') return text;
  try {
    return JSON.parse(text) as number | boolean | readonly unknown[];
  } catch {
    return text;
  }
}

function faultRule(rule: FileFaultRule): FaultRule {
  const { method, path, nth, times } = rule;
  const pathMatches =
    path === undefined ? undefined : new RegExp(path.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return { when: { method, pathMatches, nth, times }, fault: faultOf(rule) };
}

function faultOf(rule: FileFaultRule): Fault {
  switch (rule.fault) {
    case 'drip':
      return { kind: 'drip', everyMs: spanMs(rule.every) ?? 100 };
    case 'redirect': {
      const known = [301, 302, 303, 307, 308] as const;
      const status = known.find((each) => each === rule.status) ?? 302;
      return { kind: 'redirect', status, location: rule.location ?? '/' };
    }
    case 'too_large':
      return { kind: 'too_large', megabytes: rule.megabytes ?? 'endless' };
    case 'rate_limited': {
      const waitMs = spanMs(rule.retry_after);
      return {
        kind: 'rate_limited',
        retryAfterSeconds: waitMs === undefined ? undefined : Math.ceil(waitMs / 1000),
        text: rule.body,
      };
    }
    case 'status':
      return { kind: 'status', status: rule.status ?? 500, work: 'not_done', body: rule.body };
    case 'html':
      return { kind: 'html', page: rule.body };
    case 'maintenance':
      return { kind: 'maintenance', message: rule.body };
    case 'refuse':
    case 'reset_before':
    case 'reset_after':
    case 'truncate':
    case 'truncate_chunked':
    case 'stall':
    case 'stall_after_work':
      return { kind: rule.fault };
  }
}
