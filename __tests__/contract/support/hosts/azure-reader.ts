import { linesIn, type HostReader, type ReadGroup } from './host-traces.js';

interface VsoCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Recognizes a command as the agent does: anywhere in a line, when its name has two parts.
 * @throws where the agent does: the task fails then.
 */
function parseCommand(line: string): VsoCommand | undefined {
  const start = line.indexOf('##vso[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const head = line.slice(start + '##vso['.length, end);
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  if (!/^[^.]+\.[^.]+$/.test(name)) return undefined;
  const properties = Object.fromEntries(
    (space < 0 ? '' : head.slice(space + 1))
      .split(';')
      .filter((property) => property.includes('='))
      .map((property) => /^([^=]*)=(.*)$/s.exec(property) ?? [])
      .map(([, key = '', value = '']) => [key, unescaped(value)]),
  ) as Readonly<Record<string, string>>;
  const text = unescaped(line.slice(end + 1));
  const mistake = mistakeIn({ name, properties, text });
  if (mistake !== undefined) throw new Error(mistake);
  return { name, properties, text };
}

/** What the agent knows of the area `task`, and complains of. */
function mistakeIn({ name, properties, text }: VsoCommand): string | undefined {
  switch (name) {
    case 'task.setvariable': {
      return properties.variable ? undefined : "Required field 'variable' is missing";
    }
    case 'task.logissue': {
      if (properties.type === undefined) return "Can't create TaskIssue from logging event.";
      return ['error', 'warning'].includes(properties.type)
        ? undefined
        : `issue type ${properties.type} is not an expected issue type.`;
    }
    case 'task.uploadsummary': {
      return text === '' ? 'Cannot upload a summary without its file' : undefined;
    }
    default: {
      return isKnown(name) ? undefined : `##vso[${name}] is not a recognized command`;
    }
  }
}

function isKnown(name: string): boolean {
  const [area, event = ''] = name.split('.');
  const events = [
    'setprogress',
    'logdetail',
    'complete',
    'setsecret',
    'addattachment',
    'debug',
    'uploadfile',
  ];
  return area === 'task' && events.includes(event);
}

function unescaped(text: string): string {
  const icons = { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%AZP25': '%' };
  return Object.entries(icons).reduce((rest, [mark, character]) => rest.replaceAll(mark, character), text);
}

function commandsIn(stdout: string): readonly VsoCommand[] {
  return linesIn(stdout).flatMap((line) => parseCommand(line) ?? []);
}

/** What the page of a log makes of the start of a line. */
const format = /^##\[(group|endgroup|error|warning|command|section|debug)\]/i;

export const azureReader: HostReader = {
  outputs: ({ stdout }) =>
    Object.fromEntries(
      commandsIn(stdout)
        .filter(({ name }) => name === 'task.setvariable')
        .map(({ properties, text }) => {
          if (properties.isOutput !== 'true') throw new Error(`${properties.variable} is no output`);
          // Looked up once more when a later step reads it.
          return [properties.variable, text.replace(/\$\([^)]*\)/g, '(expanded)')];
        }),
    ) as Record<string, string>,
  commands: (stdout) =>
    linesIn(stdout).flatMap(
      (line) => parseCommand(line)?.name ?? format.exec(line)?.[1]?.toLowerCase() ?? [],
    ),
  groups: groupsIn,
  shownLines: (stdout) =>
    linesIn(stdout).flatMap((line) => {
      const command = parseCommand(line);
      if (command === undefined) return [line.replace(format, '')];
      return command.name === 'task.logissue' ? command.text.split('\n') : [];
    }),
  masked: ({ stdout }) =>
    commandsIn(stdout)
      .filter(({ name, properties }) => name === 'task.setsecret' || properties.issecret === 'true')
      .map(({ text }) => text),
  summary: ({ stdout, readText }) =>
    commandsIn(stdout)
      .filter(({ name }) => name === 'task.uploadsummary')
      .map(({ text }) => {
        const markdown = readText(text);
        if (markdown === undefined) throw new Error(`${text} does not exist`);
        return markdown;
      })
      .join(''),
};

function groupsIn(stdout: string): readonly ReadGroup[] {
  const groups: ReadGroup[] = [];
  let open: { readonly title: string; readonly lines: string[] } | undefined;
  for (const line of linesIn(stdout)) {
    if (line.startsWith('##[group]')) {
      if (open !== undefined) throw new Error('a group in a group');
      open = { title: line.slice('##[group]'.length), lines: [] };
    } else if (line.startsWith('##[endgroup]')) {
      if (open === undefined) throw new Error('no group to end');
      groups.push(open);
      open = undefined;
    } else {
      open?.lines.push(line);
    }
  }
  if (open !== undefined) throw new Error('a group is never closed');
  return groups;
}
