import { type CommandDescription, type Flag, flagsOf, variableOf } from './options.js';

/** The text of `gitlab-trigger --help`. */
export function overviewText(commands: readonly CommandDescription[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Starts a GitLab pipeline from outside GitLab, follows it to a verdict, and brings its results back.',
    '',
    'Usage: gitlab-trigger <command> [flags]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'gitlab-trigger <command> --help lists the flags of a command. Every flag can come from the environment, too:',
    `--project-id as ${variableOf('project_id')}. Secrets come from the environment or from files only.`,
    '',
    'Exit codes: 0 accepted, 1 outcome not accepted, 2 invalid input, 3 GitLab refused, 4 GitLab unreachable, 5 timeout,',
    '6 results incomplete, 70 a bug in this program, 129 to 152 stopped by a signal: 128 plus its number.',
  ].join('\n');
}

/** The text of `gitlab-trigger <command> --help`. */
export function commandText(command: CommandDescription): string {
  const { name, summary, operand, examples } = command;
  const words = operand === undefined ? '' : ` <${operand.words.join('|')}>`;
  return [
    `${summary}.`,
    '',
    `Usage: gitlab-trigger ${name}${words} [flags]`,
    '',
    'Flags:',
    ...flagsOf({ ...command, options: {} }).flatMap(flagLines),
    '  --help',
    ...optionLines(command),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
  ].join('\n');
}

function optionLines(command: CommandDescription): readonly string[] {
  const lines = flagsOf({ ...command, inputs: {} }).flatMap(flagLines);
  return lines.length === 0 ? [] : ['', 'Flags for its output, the same on every CI:', ...lines];
}

const lineCharacters = 100;

function flagLines({ name, input, takes, row }: Flag): readonly string[] {
  const value = { switch: '', once: ' VALUE', lines: ' VALUE (repeatable)', file: ' PATH' }[takes];
  const duty = row.required === 'always' ? ' [required]' : '';
  const standing = row.default === undefined ? '' : ` [default: ${row.default}]`;
  const source = takes === 'file' ? ` [or ${variableOf(input)}]` : '';
  return [
    `  --${name}${value}${duty}${standing}${source}`,
    ...wrapped(row.description, lineCharacters - 6).map((line) => `      ${line}`),
  ];
}

function wrapped(text: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > characters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
