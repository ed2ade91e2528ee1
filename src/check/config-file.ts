import { configDocumentsIn, isConfigMap, type ConfigMap } from './config-document.js';
import { inputsIn, type DeclaredInputs } from './declared-inputs.js';
import { isJob } from './merged-config.js';

/** What a CI file says of itself that GitLab's merged configuration does not show. */
export interface ConfigFile {
  readonly inputs: DeclaredInputs;
  /** What it includes: nothing, the same files always, or files that depend on rules, variables or inputs. */
  readonly includes: 'nothing' | 'always_the_same' | 'depending';
  /** Whether it has `workflow:rules` itself, which win over those of every included file. */
  readonly hasWorkflow: boolean;
  /** Whether inputs decide which jobs there are. */
  readonly inputsDecide: boolean;
}

/** Reads a CI file as it is in the repository; `undefined` when it cannot be read. */
export function readConfigFile(text: string): ConfigFile | undefined {
  const documents = configDocumentsIn(text);
  const body = documents?.at(-1);
  if (documents === undefined || !isConfigMap(body)) return undefined;
  const header = documents.length > 1 ? documents[0] : undefined;
  const { workflow, include } = body;
  return {
    inputs: inputsIn(header),
    includes: includesOf(include),
    hasWorkflow: isConfigMap(workflow) && workflow.rules !== undefined,
    inputsDecide: mentions(decidersIn(body), '$[['),
  };
}

function includesOf(include: unknown): ConfigFile['includes'] {
  if (include === undefined || include === null) return 'nothing';
  const entries: readonly unknown[] = Array.isArray(include) ? include : [include];
  const depends = entries.some((entry) => isConfigMap(entry) && 'rules' in entry) || mentions(entries, '$');
  return depends ? 'depending' : 'always_the_same';
}

/** Everything that decides about jobs: names, conditions, and what is included. */
function decidersIn(body: ConfigMap): readonly unknown[] {
  const ofJobs = Object.entries(body).map(([name, job]) =>
    isJob(name, job) ? [name, job.rules, job.only, job.except, job.when] : name,
  );
  // Templates are mostly what the rules of jobs are made of.
  const templates = Object.entries(body).filter(([name]) => name.startsWith('.'));
  const ofTemplates = templates.map(([, template]) =>
    isConfigMap(template) ? [template.rules, template.only, template.except] : template,
  );
  return [body.workflow, body.include, ...ofJobs, ...ofTemplates];
}

/** Whether a text is somewhere in a value, which has been read from YAML and may hold a value in many places. */
function mentions(value: unknown, text: string): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && next.includes(text)) return true;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const [key, child] of Object.entries(next)) open.push(key, child);
  }
  return false;
}
