import type { ProjectRecord, RefRecord } from './records.js';

/** Where a project keeps its CI configuration. */
export function configPathOf({ description }: ProjectRecord): string {
  return description.ciConfigPath ?? '.gitlab-ci.yml';
}

/** The CI file of a ref, as it is in the repository; `undefined` when there is none. What the scenario does not say is made up, as JSON, which is YAML. */
export function fileTextOf(ref: RefRecord): string | undefined {
  const { ci, ciFile } = ref;
  if (ci.kind === 'missing') return undefined;
  if (ciFile.text !== undefined) return ciFile.text;
  const header = ci.kind === 'valid' && ci.inputs !== undefined ? [{ spec: { inputs: ci.inputs } }] : [];
  return [...header, madeUpJobs(ref)].map((document) => JSON.stringify(document, null, 2)).join('\n---\n');
}

/** What GitLab puts together from the CI file. */
export function mergedTextOf(ref: RefRecord): string {
  return ref.ciFile.merged ?? `---\n${JSON.stringify(madeUpJobs(ref), null, 2)}\n`;
}

function madeUpJobs({ ci }: RefRecord): Readonly<Record<string, unknown>> {
  const script = ci.kind === 'valid' && typeof ci.script === 'object' ? ci.script : {};
  const jobs = script.jobs ?? [{ name: 'build' }];
  return Object.fromEntries(
    jobs.map(({ name, stage }) => [name, { stage: stage ?? 'test', script: [`echo ${name}`] }]),
  );
}
