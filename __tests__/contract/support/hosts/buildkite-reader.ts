import type { HostProgram } from '../../../../src/hosts/host.js';
import { filesIn } from './file-readers.js';
import { type HostReader, type ReadGroup, linesIn } from './host-traces.js';

/** A line that begins a group, also when it begins with colors. */
const header = /^(?:\u001b\[[\d;:]*m|\s)*(---|\+\+\+|~~~|\^\^\^)(?:\s+(.*))?$/;

/** Sequences with which a log shows links and images, and tells times. */
const ownSequence = /\u001b\](?:1337|1338|1339);|\u001b_bk;/;

/** The agent keeps meta-data in `store`. */
export function buildkiteReader(store: string, prefix: string): HostReader {
  return {
    outputs: (traces) =>
      Object.fromEntries(
        Object.entries(filesIn(traces, store))
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, value]) => [key.slice(prefix.length), value]),
      ),
    commands: (stdout) =>
      linesIn(stdout).flatMap((line) => header.exec(line)?.[1] ?? ownSequence.exec(line)?.[0] ?? []),
    groups: groupsIn,
    shownLines: (stdout) =>
      linesIn(stdout)
        .map((line) => header.exec(line)?.[2] ?? line)
        .filter((line) => line !== 'gitlab-trigger'),
    masked: ({ programs }) =>
      agentCalls(programs, 'redactor').flatMap(({ words, input }) => {
        if (words.join(' ') !== 'redactor add --format json') throw new Error('unknown flags');
        return Object.values(JSON.parse(input) as Record<string, string>);
      }),
    summary: ({ programs }) => annotationsOf(programs, 'info'),
  };
}

function agentCalls(programs: readonly HostProgram[], command: string): readonly HostProgram[] {
  return programs.filter(({ name, words }) => name === 'buildkite-agent' && words[0] === command);
}

/** The annotations of a style as the page of the build shows them in the end. */
function annotationsOf(programs: readonly HostProgram[], wantedStyle: string): string {
  const bodies = new Map<string, string>();
  for (const { words, input } of agentCalls(programs, 'annotate')) {
    const [, contextFlag, context = '', styleFlag, style = '', append] = words;
    if (contextFlag !== '--context' || styleFlag !== '--style') throw new Error('unknown flags');
    if (Buffer.byteLength(input) > 1024 * 1024) throw new Error('the body is too long');
    const before = append === '--append' ? (bodies.get(context) ?? '') : '';
    if (style === wantedStyle) bodies.set(context, before + input);
  }
  return Array.from(bodies.values()).join('');
}

function groupsIn(stdout: string): readonly ReadGroup[] {
  const groups: { title: string; lines: string[] }[] = [];
  for (const line of linesIn(stdout)) {
    const [, mark, title = ''] = header.exec(line) ?? [];
    if (mark !== undefined) groups.push({ title, lines: [] });
    else groups.at(-1)?.lines.push(line);
  }
  // What is expanded is nothing to be folded.
  return groups.filter(({ title }) => title !== 'gitlab-trigger');
}
