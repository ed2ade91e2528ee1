import { parseDocument } from 'yaml';

/** A job as the check of a CI configuration lists it. */
export interface CheckedJob {
  readonly name: string;
  readonly stage: string;
  readonly script: readonly string[];
}

export interface CheckedContent {
  readonly errors: readonly string[];
  readonly jobs: readonly CheckedJob[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Keys of a CI file that are no jobs. */
const notJobs = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'pages',
  'services',
  'spec',
  'stages',
  'variables',
  'workflow',
]);

const defaultStages = ['build', 'test', 'deploy'];

/**
 * What GitLab finds in the text of a CI file that is sent to it: its YAML, its stages and what each job does.
 * Includes, rules and everything else are not evaluated.
 */
export function checkedContent(text: string): CheckedContent {
  const document = parseDocument(
    text.replace(/^[\s\S]*?^---\s*$/m, (head) => (/^spec:/m.test(head) ? '' : head)),
  );
  const [fault] = document.errors;
  if (fault !== undefined) return wrong(`(<unknown>): ${fault.message.split('\n')[0] ?? ''}`);
  const file: unknown = document.toJS();
  if (file === null || file === undefined) return wrong('Please provide content of .gitlab-ci.yml');
  if (!isMapping(file)) return wrong('Invalid configuration format');
  const entries = Object.entries(file).filter(([name]) => !notJobs.has(name) && !name.startsWith('.'));
  if (entries.length === 0 && file.include === undefined) {
    return wrong('jobs config should contain at least one visible job');
  }
  const stages = ['.pre', ...stagesOf(file), '.post'];
  const errors = entries.flatMap(([name, job]) => errorsOf({ name, job, stages }));
  const jobs = entries.map(([name, job]) => jobOf(name, isMapping(job) ? job : {}));
  return errors.length === 0 ? { errors, jobs } : { errors, jobs: [] };
}

function wrong(error: string): CheckedContent {
  return { errors: [error], jobs: [] };
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stagesOf({ stages }: Mapping): readonly string[] {
  return Array.isArray(stages) ? stages.map(String) : defaultStages;
}

interface CheckedEntry {
  readonly name: string;
  readonly job: unknown;
  readonly stages: readonly string[];
}

function errorsOf({ name, job, stages }: CheckedEntry): readonly string[] {
  if (!isMapping(job)) return [`jobs:${name} config should be a hash`];
  const acts = ['script', 'run', 'trigger', 'extends'].some((key) => job[key] !== undefined);
  if (!acts) return [`jobs:${name} config should implement the script:, run:, or trigger: keyword`];
  const { stage } = jobOf(name, job);
  return stages.includes(stage)
    ? []
    : [`${name} job: chosen stage ${stage} does not exist; available stages are ${stages.join(', ')}`];
}

function jobOf(name: string, { stage, script }: Mapping): CheckedJob {
  const lines = Array.isArray(script) ? script.map(String) : typeof script === 'string' ? [script] : [];
  return { name, stage: typeof stage === 'string' ? stage : 'test', script: lines };
}
