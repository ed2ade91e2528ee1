import { byOutputName, linesIn, type HostReader, type ReadGroup } from './host-traces.js';

interface ServiceMessage {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const start = '##teamcity[';

/**
 * Recognizes a service message anywhere in a line. @throws when it is one that TeamCity would complain about.
 */
function parseMessage(line: string): ServiceMessage | undefined {
  const at = line.toLowerCase().indexOf(start);
  if (at < 0) return undefined;
  const [, name = '', attributes = ''] =
    /^([a-zA-Z]+)((?:[ \t]+[a-zA-Z]+ *= *'(?:[^|'[\]]|\|.)*')*) *\]$/.exec(line.slice(at + start.length)) ??
    [];
  if (name === '') throw new Error(`no service message: ${line}`);
  const pairs = Array.from(
    attributes.matchAll(/([a-zA-Z]+) *= *'((?:[^|'[\]]|\|.)*)'/g),
    ([, key = '', value = '']) => [key, unescaped(value)] as const,
  );
  return { name, attributes: Object.fromEntries(pairs) };
}

function unescaped(text: string): string {
  return text.replace(/\|(?:0x([0-9A-F]{4})|(.))/g, (_, code: string | undefined, mark: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const known: Readonly<Record<string, string>> = {
      n: '\n',
      r: '\r',
      "'": "'",
      '|': '|',
      '[': '[',
      ']': ']',
    };
    const character = known[mark];
    if (character === undefined) throw new Error(`no escape: |${mark}`);
    return character;
  });
}

function messagesIn(stdout: string): readonly ServiceMessage[] {
  return linesIn(stdout).flatMap((line) => parseMessage(line) ?? []);
}

export const teamcityReader: HostReader = {
  outputs: ({ stdout }) =>
    byOutputName(
      Object.fromEntries(
        messagesIn(stdout)
          .filter(({ name }) => name === 'setParameter')
          .map(({ attributes: { name = '', value = '' } }) => [
            name.replace(/^env\./, ''),
            // Looked up when a later step begins.
            value.replace(/%[^%]+%/g, '(looked up)'),
          ]),
      ),
    ),
  commands: (stdout) => messagesIn(stdout).map(({ name }) => name),
  groups: groupsIn,
  shownLines: (stdout) =>
    linesIn(stdout).flatMap((line) => {
      const message = parseMessage(line);
      if (message === undefined) return [line];
      const { text, name } = message.attributes;
      if (message.name === 'blockOpened') return [name ?? ''];
      return message.name === 'message' ? (text ?? '').split('\n') : [];
    }),
};

/** Blocks, by flow; what has another flow is not in them. */
function groupsIn(stdout: string): readonly ReadGroup[] {
  const groups: ReadGroup[] = [];
  const open = new Map<string, { readonly title: string; readonly lines: string[] }>();
  for (const { name, attributes } of messagesIn(stdout)) {
    const { flowId = '', text = '', name: title = '' } = attributes;
    const block = open.get(flowId);
    if (name === 'blockOpened') {
      if (block !== undefined) throw new Error('a block in a block');
      open.set(flowId, { title, lines: [] });
    } else if (name === 'blockClosed') {
      if (block?.title !== title) throw new Error(`the block ${title} is not open`);
      groups.push(block);
      open.delete(flowId);
    } else if (name === 'message') {
      block?.lines.push(text);
    }
  }
  if (open.size > 0) throw new Error('a block is never closed');
  return groups;
}
