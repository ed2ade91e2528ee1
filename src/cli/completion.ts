import { type CommandDescription, type Flag, flagsOf } from './options.js';

/** The shells with completion for our commands and flags. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** The script with which a shell completes commands, operations, flags and paths. */
export function completionScript(shell: Shell, commands: readonly CommandDescription[]): string {
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      return zshScript(commands);
    case 'fish':
      return fishScript(commands);
  }
}

/** The words that can follow a command: its operands, then its flags. */
function wordsOf(command: CommandDescription): readonly string[] {
  const flags = [...flagsOf(command).map(({ name }) => `--${name}`), '--help'];
  return [...(command.operand?.words ?? []), ...flags];
}

function bashScript(commands: readonly CommandDescription[]): string {
  return [
    '# bash: source <(gitlab-trigger completion bash)',
    '_gitlab_trigger() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" words',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'`,
    '  else',
    '    case "${COMP_WORDS[1]}" in',
    ...commands.map((command) => `      ${command.name}) words='${wordsOf(command).join(' ')}' ;;`),
    `      *) words='' ;;`,
    '    esac',
    '    # What stands behind a flag is a value: a path, or nothing that we know.',
    `    case "$current:\${COMP_WORDS[COMP_CWORD - 1]}" in -*:*) ;; *:-*) words='' ;; esac`,
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    'complete -o default -F _gitlab_trigger gitlab-trigger',
    '',
  ].join('\n');
}

function zshScript(commands: readonly CommandDescription[]): string {
  return [
    '#compdef gitlab-trigger',
    '# zsh: source <(gitlab-trigger completion zsh)',
    '_gitlab_trigger() {',
    '  if (( CURRENT == 2 )); then',
    `    compadd -- ${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}`,
    '    return',
    '  fi',
    '  if [[ $words[CURRENT] != -* && $words[CURRENT-1] == -* ]]; then',
    '    _files',
    '    return',
    '  fi',
    '  case $words[2] in',
    ...commands.map((command) => `    ${command.name}) compadd -- ${wordsOf(command).join(' ')} ;;`),
    '  esac',
    '}',
    'compdef _gitlab_trigger gitlab-trigger',
    '',
  ].join('\n');
}

function fishScript(commands: readonly CommandDescription[]): string {
  const complete = 'complete -c gitlab-trigger';
  return [
    '# fish: gitlab-trigger completion fish | source',
    ...commands.map(
      ({ name, summary }) => `${complete} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap((command) => {
      const here = `${complete} -n '__fish_seen_subcommand_from ${command.name}'`;
      const words = (command.operand?.words ?? []).map((word) => `${here} -f -a ${word}`);
      return [...words, ...flagsOf(command).map((flag) => `${here} ${fishFlag(flag)}`)];
    }),
    '',
  ].join('\n');
}

function fishFlag({ name, takes, row }: Flag): string {
  const [sentence = ''] = row.description.split(/[.:;](?:\s|$)/);
  return `-l ${name}${takes === 'switch' ? '' : ' -r'} -d ${quoted(sentence)}`;
}

/** In single quotes, fish has two escapes. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}
