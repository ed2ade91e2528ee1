import { lastValues, readNamedValues, readPaths } from './file-command.js';
import type { CommandFileTexts } from './step-files.js';
import type { StepLog } from './step-log.js';

/** What a stage passed on through its command files, as the runner understood it. */
export interface StepYield {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Variables for the steps that follow. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folders put before PATH for the steps that follow. */
  readonly paths: readonly string[];
  /** As uploaded: masked line by line; empty when there is none or it was too large. */
  readonly summary: string;
}

/** The largest summary that the runner uploads. */
export const summaryMaxBytes = 1_048_576;

/** A variable that the runner does not allow a step to set for others, because it would run code in them. */
const blockedVariable = 'NODE_OPTIONS';

/**
 * Reads the command files of an ended stage, also of one that failed or was killed. Mistakes in them become
 * error annotations on `log` and make the step fail; a summary over the limit is dropped with an annotation
 * only.
 */
export function readStepYield(texts: CommandFileTexts, log: StepLog, platform: string): StepYield {
  const named = (file: 'output' | 'state' | 'env'): Readonly<Record<string, string>> => {
    const { pairs, mistake } = readNamedValues(texts[file], platform);
    if (mistake !== undefined) log.fail(`Unable to process file command '${file}': ${mistake}`);
    return lastValues(pairs);
  };
  return {
    environment: allowedVariables(named('env'), log),
    paths: readPaths(texts.path, platform),
    outputs: { ...log.outputs, ...named('output') },
    state: { ...log.state, ...named('state') },
    summary: uploadedSummary(texts.summary, log),
  };
}

/** The outputs that survive as outputs of a job: one that contains masked text is dropped. */
export function jobOutputsOf(
  outputs: Readonly<Record<string, string>>,
  mask: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => mask(value) === value));
}

function allowedVariables(
  variables: Readonly<Record<string, string>>,
  log: StepLog,
): Readonly<Record<string, string>> {
  const isBlocked = (name: string): boolean => name.toUpperCase() === blockedVariable;
  const names = Object.keys(variables);
  for (const name of names.filter(isBlocked)) {
    log.annotate('error', `The variable '${name}' cannot be set through GITHUB_ENV`);
  }
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !isBlocked(name)));
}

function uploadedSummary(text: string, log: StepLog): string {
  const bytes = Buffer.byteLength(text);
  if (bytes > summaryMaxBytes) {
    log.annotate('error', `The step summary is dropped: ${bytes} bytes are more than ${summaryMaxBytes}`);
    return '';
  }
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => log.maskLine(line))
    .join('\n');
}
