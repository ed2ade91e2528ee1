import { type ConfigMap, configDocumentsIn, isConfigMap, textsIn } from './document.js';
import { type Policy, policyIn } from './policy.js';
import { type Rules, rulesIn } from './rules.js';

/** GitLab's merged CI configuration, as far as it determines which jobs exist. */
export interface MergedConfig {
  /** If absent, all pipelines are created. */
  readonly workflow: Rules | undefined;
  readonly jobs: readonly ConfiguredJob[];
}

export interface ConfiguredJob {
  readonly name: string;
  readonly stage: string;
  /** The job's own `when`, which applies if a rule has none. */
  readonly when: string | undefined;
  readonly rules: Rules | undefined;
  readonly only: Policy | undefined;
  readonly except: Policy | undefined;
  /** Names of jobs that it requires. */
  readonly needs: readonly string[];
}

/** Top-level keys that are no jobs. */
const otherKeys: ReadonlySet<string> = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'types',
  'variables',
  'workflow',
]);

/**
 * Parses a merged configuration; `undefined` if it cannot be parsed or has no job that this program
 * recognizes.
 */
export function readMergedConfig(text: string): MergedConfig | undefined {
  const documents = configDocumentsIn(text);
  const root = documents?.at(-1);
  if (!isConfigMap(root)) return undefined;
  const jobs = Object.entries(root).flatMap(([name, job]) => (isJob(name, job) ? [jobOf(name, job)] : []));
  if (jobs.length === 0) return undefined;
  const { workflow } = root;
  const rules = isConfigMap(workflow) ? workflow.rules : undefined;
  return { workflow: rules === undefined ? undefined : rulesIn(rules), jobs };
}

/** Names of templates begin with a dot; they are no jobs. */
export function isJob(name: string, value: unknown): value is ConfigMap {
  if (name.startsWith('.') || otherKeys.has(name) || !isConfigMap(value)) return false;
  return ['script', 'run', 'trigger'].some((key) => key in value);
}

function jobOf(name: string, job: ConfigMap): ConfiguredJob {
  const { stage, when, rules, only, except, needs } = job;
  return {
    name,
    stage: typeof stage === 'string' ? stage : 'test',
    when: typeof when === 'string' ? when : undefined,
    rules: rules === undefined ? undefined : rulesIn(rules),
    only: only === undefined ? undefined : policyIn(only),
    except: except === undefined ? undefined : policyIn(except),
    needs: needsIn(needs),
  };
}

/** Only needs within this pipeline that are not optional. */
function needsIn(needs: unknown): readonly string[] {
  if (!Array.isArray(needs)) return textsIn(needs) ?? [];
  return needs.flatMap((need: unknown) => {
    if (typeof need === 'string') return [need];
    if (!isConfigMap(need) || need.optional === true || 'pipeline' in need || 'project' in need) return [];
    return typeof need.job === 'string' ? [need.job] : [];
  });
}
