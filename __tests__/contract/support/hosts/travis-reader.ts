import { linesIn, type HostReader, type ReadGroup } from './host-traces.js';

/** What the page of a log looks for, anywhere. */
const fold = /travis_(fold|time|section):(start|end|finish):([\w.-]+)(?::[\w.=,-]*)?\r\u001b\[0K/;
const anyFold = /travis_(?:fold|time|section):\w+/g;

export const travisReader: Pick<HostReader, 'commands' | 'groups' | 'shownLines'> = {
  commands: (stdout) => stdout.match(anyFold) ?? [],
  groups: groupsIn,
  shownLines: (stdout) => linesIn(stdout.replaceAll(new RegExp(fold, 'g'), '')),
};

function groupsIn(stdout: string): readonly ReadGroup[] {
  const groups: ReadGroup[] = [];
  let open: { readonly name: string; readonly title: string; readonly lines: string[] } | undefined;
  for (const line of stdout.split('\n')) {
    const [marker, , kind, name = ''] = fold.exec(line) ?? [];
    if (marker === undefined) {
      open?.lines.push(line);
    } else if (kind === 'start') {
      if (open !== undefined) throw new Error('a fold in a fold');
      open = { name, title: line.slice(line.indexOf(marker) + marker.length), lines: [] };
    } else {
      if (open?.name !== name) throw new Error(`the fold ${name} is not open`);
      groups.push({ title: open.title, lines: open.lines });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error('a fold is never closed');
  return groups;
}
