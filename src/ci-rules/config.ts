import { type ConfigMap, configDocumentsIn, isConfigMap, textsIn } from './document.js';
import { type Policy, policyIn } from './policy.js';
import { type Rules, rulesIn } from './rules.js';

/** A CI configuration as GitLab merges it, as far as it decides which jobs there will be. */
export interface MergedConfig {
  /** Absent: every pipeline is let through. */
  readonly workflow: Rules | undefined;
  readonly jobs: readonly ConfiguredJob[];
}

export interface ConfiguredJob {
  readonly name: string;
  readonly stage: string;
  /** Its own `when`, which holds where a rule has none. */
  readonly when: string | undefined;
  readonly rules: Rules | undefined;
  readonly only: Policy | undefined;
  readonly except: Policy | undefined;
  /** Names of jobs that it cannot be without. */
  readonly needs: readonly string[];
}

/** What stands beside the jobs. */
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
 * Reads a merged configuration; `undefined` when it cannot be read, or has no job that this program sees as
 * one.
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

/** Templates, whose names begin with a dot, become no jobs. */
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

/** Of this pipeline only, and without those that may be missing. */
function needsIn(needs: unknown): readonly string[] {
  if (!Array.isArray(needs)) return textsIn(needs) ?? [];
  return needs.flatMap((need: unknown) => {
    if (typeof need === 'string') return [need];
    if (!isConfigMap(need) || need.optional === true || 'pipeline' in need || 'project' in need) return [];
    return typeof need.job === 'string' ? [need.job] : [];
  });
}
