import { formatOutputs, type DocumentFormat } from './output-format.js';

/**
 * How an output is called where outputs become variables of the environment: `TRIGGERED_PIPELINE_ID`. What begins with `GITLAB_TRIGGER_` is an input. The
 * key of a value stays as it is, because two keys may differ in case only: `TRIGGERED_VALUE_image`.
 */
export function environmentName(output: string): string {
  const [, key] = /^value_(.*)$/.exec(output) ?? [];
  return key === undefined ? `TRIGGERED_${output.toUpperCase()}` : `TRIGGERED_VALUE_${key}`;
}

/** The variables of an earlier call, which this step finds in its environment as later ones will. */
export function formerVariables(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.keys(environment).filter(
    (name) => /^TRIGGERED_(?:VALUE_\w+|[A-Z_]+)$/.test(name) && environment[name] !== '',
  );
}

/** Linux starts no program with a longer variable (128 KiB with its name), whichever of them the program wants. */
export const longestVariableBytes = 100_000;

/** Writes one output as a line of a format, with its end; `undefined` for a value that the format cannot carry. */
export function lineOf(
  format: Exclude<DocumentFormat, 'json'>,
): (name: string, value: string) => string | undefined {
  return (name, value) => {
    const { text, leftOut } = formatOutputs(format, new Map([[name, value]]));
    return leftOut.length === 0 ? text : undefined;
  };
}

/** A line of a shell script that exports an output as a variable of the environment. */
export function exportLine(name: string, value: string): string | undefined {
  return lineOf('shell')(environmentName(name), value);
}
