import type { PipelineVariable } from './records.js';

/** Keys that come more than once, each named once. */
export function duplicateKeys(variables: readonly PipelineVariable[]): readonly string[] {
  const keys = variables.map(({ key }) => key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

const longestKey = 255;

/** The errors of a pipeline that cannot be saved because of its variables' names; `undefined` when all are fine. */
export function checkVariables(
  variables: readonly PipelineVariable[],
): Readonly<Record<string, readonly string[]>> | undefined {
  const problems = [...new Set(variables.flatMap(({ key }) => problemsOf(key)))];
  if (problems.length === 0) return undefined;
  const sentence = problems.map((problem) => `Variables key ${problem}`).join(', ');
  return {
    base: [`Failed to persist the pipeline: Validation failed: ${sentence}`],
    'variables.key': problems,
  };
}

/** The same fault in the words of releases that meet it while the pipeline is built. */
export function variableFault(variables: readonly PipelineVariable[]): string {
  const problems = [...new Set(variables.flatMap(({ key }) => problemsOf(key)))];
  return `Failed to build pipeline variables: ${problems.map((problem) => `Key ${problem}`).join(', ')}`;
}

function problemsOf(key: string): readonly string[] {
  const problems: string[] = [];
  if (key === '') problems.push("can't be blank");
  if (key.length > longestKey) problems.push(`is too long (maximum is ${longestKey} characters)`);
  if (!/^[A-Za-z0-9_]*$/.test(key) || key === '') {
    problems.push("can contain only letters, digits and '_'.");
  }
  return problems;
}
