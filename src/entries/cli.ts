import { systemClock } from '../base/clock.js';
import { UnfitTextError } from '../base/encoding.js';
import { AbortedError, type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { FileTooLargeError } from '../base/files.js';
import { cleanLine } from '../base/text.js';
import { type CommandName, commands, version } from '../cli/commands.js';
import { commandText, overviewText } from '../cli/help.js';
import { refuseLostCharacters } from '../cli/lost-characters.js';
import { leavesOutputs, namedPlaces } from '../cli/named-places.js';
import { type CommandDescription, type CommandOptions, parseCommandOptions } from '../cli/options.js';
import { outputUseOf } from '../cli/output-mode.js';
import { type CommandLine, commandSource, parseCommandLine } from '../cli/parse.js';
import { strayVariables } from '../cli/stray-variables.js';
import { readWords } from '../cli/words.js';
import { withListener, withOutputFile } from '../hosts/decorators.js';
import { detectHost, isOnCi } from '../hosts/detect.js';
import type { Host } from '../hosts/host.js';
import { keepStandardOutput, watchStandardOutput } from '../hosts/process/standard-output.js';
import { withAskedSummary, withSummaryFile } from '../hosts/step-files.js';
import { processFiles, processMeans } from '../hosts/system.js';
import { textFilesUntil } from '../hosts/text-files.js';
import { createNodeTransport } from '../http/node-transport.js';
import { isBlank } from '../inputs/table.js';
import type { TextFiles } from '../model/requests.js';
import { outputNames } from '../report/outputs.js';
import { type EntryContext, type RunDeps, runMasked } from '../run/context.js';
import { type JsonReporter, createJsonReporter } from '../run/json-reporter.js';
import { clearPlaces, refuseSharedPlaces } from '../run/places.js';
import { terminalQuestions } from '../terminal/prompt.js';
import { processTerminal } from '../terminal/view.js';
import { type Entry, withFaults } from './process.js';

type Run = (deps: RunDeps, context: EntryContext) => Promise<ExitCode>;

/** What each command does; loaded only if it runs. */
const runs: Readonly<Record<CommandName, () => Promise<Run>>> = {
  run: async () => (await import('../run/trigger.js')).runTrigger,
  wait: async () => (await import('../run/wait.js')).runWait,
  cancel: async () => (await import('../run/cancel.js')).runCancel,
  tokens: async () => (await import('../run/tokens/tokens.js')).runTokens,
  check: async () => (await import('../run/check.js')).runCheck,
  snippet: async () => (await import('../run/print.js')).runSnippet,
  plan: async () => (await import('../run/plan.js')).runPlan,
  simulate: async () => (await import('./simulate.js')).runSimulate,
  completion: async () => (await import('../run/print.js')).runCompletion,
  demo: async () => {
    const { demoEntry } = await import('./demo.js');
    return (_, context) => demoEntry().run(context);
  },
};

/** The command line: the same runs as the actions, on any CI, with inputs from flags and the environment. */
export async function cliEntry(): Promise<Entry> {
  const words = readWords(process.argv.slice(2), commands);
  const use = outputUseOf(words, process.env);
  const output = watchStandardOutput(use.holds);
  const printProduct = use.holds === 'product' ? keepStandardOutput() : undefined;
  const terminal = use.holds === 'log' ? processTerminal() : undefined;
  const unheard = (): string | undefined =>
    use.holds === 'product' ? 'standard output is kept for something else' : output.failure();
  const means = { ...processMeans(), printInTerminal: terminal?.print, unheard };
  const host = await detectHost(means);
  const view = isOnCi(means) ? undefined : terminal?.openView(host.masker.redact);
  const reporter =
    use.json === 'none'
      ? undefined
      : reporterOf({ form: use.json, command: words.command?.name, host, print: printProduct });
  // With JSON on standard output, no other text may go there.
  const printText = use.json === 'none' ? (printProduct ?? means.print) : means.print;
  return {
    log: host.log,
    onEnd: (ending) => {
      view?.close();
      reporter?.end(ending);
    },
    loss: output.loss,
    needsParent: isOnCi(means),
    run: async (context) => {
      if (leavesOutputs(words)) {
        const places = namedPlaces(words, { environment: process.env, host: host.inputs });
        clearPlaces(places);
        host.outputs.clear?.(outputNames);
        refuseSharedPlaces(places, host.outputs.files);
      }
      const line = parseCommandLine(words);
      switch (line.kind) {
        case 'version':
          printText(`${version}\n`);
          return exitCodes.accepted;
        case 'help':
          printText(`${line.command === undefined ? overviewText(commands) : commandText(line.command)}\n`);
          return exitCodes.accepted;
        case 'command': {
          const watch = reporter?.watch ?? view?.watch;
          const lineCells = isOnCi(means) ? undefined : terminal?.lineCells;
          return await runCommand(line, { host, reporter, watch, lineCells, printProduct }, context);
        }
      }
    },
  };
}

function reporterOf(of: {
  readonly form: 'end' | 'lines';
  readonly command: string | undefined;
  readonly host: Host;
  readonly print: ((text: string) => void) | undefined;
}): JsonReporter {
  const { form, command, host, print = () => undefined } = of;
  return createJsonReporter({ form, command, print, redact: host.masker.redact });
}

async function runCommand(
  line: Extract<CommandLine, { kind: 'command' }>,
  {
    host,
    reporter,
    watch,
    lineCells,
    printProduct,
  }: Pick<RunDeps, 'watch' | 'lineCells' | 'printProduct'> & {
    readonly host: Host;
    readonly reporter: JsonReporter | undefined;
  },
  context: EntryContext,
): Promise<ExitCode> {
  const files = textFilesUntil(context.signal);
  const given = new Map([...line.given, ...(await secretsOf(line.files, files))]);
  const { env: environment } = process;
  const inputs = commandSource({ given, environment, host: host.inputs });
  const heard = reporter === undefined ? host : withListener(host, reporter);
  const ownHost = withAskedSummary({ ...heard, inputs });
  const deps: RunDeps = {
    host: hasOptions(line) ? withFiles(ownHost, await parseCommandOptions(inputs, files)) : ownHost,
    watch,
    lineCells,
    printProduct,
    files,
    clock: systemClock,
    random: Math.random,
    environment,
    createTransport: createNodeTransport,
    ask: terminalQuestions(),
  };
  const { command } = line;
  const run = async (): Promise<ExitCode> => {
    warnOfStrayVariables(environment, line, heard);
    for (const hint of hintsFor(deps.host, command)) host.log.info(hint);
    const perform = await runs[command.name as CommandName]();
    return await withFaults(deps.host, async () => {
      refuseLostCharacters(command, { given: line.given, environment, source: inputs });
      return await perform(deps, context);
    });
  };
  return await runMasked({ inputs: command.inputs, run }, deps, context);
}

function warnOfStrayVariables(
  environment: RunDeps['environment'],
  { command }: Extract<CommandLine, { kind: 'command' }>,
  host: Host,
): void {
  if (Object.keys(command.inputs).length === 0) return;
  for (const { name, near } of strayVariables(environment, command, { commands, host: host.inputs })) {
    const hint = near === undefined ? `See gitlab-trigger ${command.name} --help.` : `Did you mean ${near}?`;
    host.log.warning(`${cleanLine(name, 100)} is in the environment, but gives no input. ${hint}`);
  }
}

function hasOptions({ command }: Extract<CommandLine, { kind: 'command' }>): boolean {
  return Object.keys(command.options).length > 0;
}

/** The host with the files that the options name. */
function withFiles(host: Host, { outputFile, summaryFile }: CommandOptions): Host {
  const withOutputs =
    outputFile === undefined
      ? host
      : withOutputFile(host, processFiles, { ...outputFile, names: outputNames });
  return summaryFile === undefined ? withOutputs : withSummaryFile(withOutputs, processFiles, summaryFile);
}

/** The hints of the host for inputs of this command that were not given. */
function hintsFor({ hints = [], inputs }: Host, command: CommandDescription): readonly string[] {
  const isMissing = (input: string): boolean => isBlank(inputs.read(input));
  return hints
    .filter((hint) => hint.inputs.every((input) => input in command.inputs && isMissing(input)))
    .map(({ text }) => text);
}

/** The contents of files with secrets, without a trailing line end, which editors add. */
async function secretsOf(
  paths: ReadonlyMap<string, string>,
  files: TextFiles,
): Promise<readonly (readonly [string, string])[]> {
  return await Promise.all(
    Array.from(paths, async ([input, path]) => {
      try {
        return [input, (await files.readText(path)).replace(/\r?\n$/, '')] as const;
      } catch (error) {
        if (error instanceof AbortedError) throw error;
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
        const isUnfit = error instanceof UnfitTextError;
        const why = isUnfit || error instanceof FileTooLargeError ? error.why : `cannot be read (${code})`;
        throw new InputError({
          code: 'invalid_input',
          what: `--${input.replaceAll('_', '-')}-file ${why}`,
          hint: isUnfit
            ? 'Save it as UTF-8, or as UTF-16 with a byte order mark.'
            : code === 'ELOOP'
              ? 'It is a symbolic link, or leads through one, which may have come with a checkout and is not followed. Give the path of the file that it leads to.'
              : 'Give the path of a text file that this user may read.',
        });
      }
    }),
  );
}
