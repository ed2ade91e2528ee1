import { byOutputName, linesIn, type HostReader, type ReadGroup } from './host-traces.js';

/** @see Gitlab::Regex.build_trace_section_regex */
const section = /section_(start|end):(\d+):([a-zA-Z0-9_.-]+)(\[\w+=\w+(?:, ?\w+=\w+)*\])?\r\u001b\[0K/;

/** GitLab's own limits, of an instance that was set up and left alone. */
const dotenvBytes = 5_120;
const dotenvVariables = 20;

/** Reads a dotenv report as `Ci::ParseDotenvArtifactService` does. */
export function parseDotenv(text: string): Readonly<Record<string, string>> {
  if (Buffer.byteLength(text) >= dotenvBytes) throw new Error('Dotenv Artifact Too Big');
  const variables: Record<string, string> = {};
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const [, key, value] = /^(.*?)=(.*)$/.exec(line.replace(/\n$/, '')) ?? [];
    if (key === undefined || value === undefined) throw new Error('Invalid Format');
    if (!/^[a-zA-Z0-9_]+$/.test(key.trim())) throw new Error(`Key is invalid: ${key}`);
    variables[key.trim()] = value.trim().replace(/\$(?:\w+|\{\w+\})/g, '(expanded)');
  }
  if (Object.keys(variables).length > dotenvVariables)
    throw new Error('Dotenv files cannot have more than 20 variables');
  return variables;
}

export function gitlabReader(dotenvPath: string): HostReader {
  return {
    outputs: ({ readText }) => byOutputName(parseDotenv(readText(dotenvPath) ?? '')),
    commands: (stdout) => Array.from(stdout.matchAll(new RegExp(section, 'g')), ([, kind = '']) => kind),
    groups: groupsIn,
    shownLines: (stdout) =>
      linesIn(stdout.replaceAll(new RegExp(section, 'g'), '').replaceAll('\u001b[0K', '')),
  };
}

function groupsIn(stdout: string): readonly ReadGroup[] {
  const groups: ReadGroup[] = [];
  let open: { readonly name: string; readonly title: string; readonly lines: string[] } | undefined;
  for (const line of stdout.split('\n')) {
    const [marker, kind, , name = ''] = section.exec(line) ?? [];
    if (marker === undefined) {
      open?.lines.push(line);
    } else if (kind === 'start') {
      if (open !== undefined) throw new Error(`section ${open.name} is still open`);
      open = { name, title: line.slice(line.indexOf(marker) + marker.length), lines: [] };
    } else {
      if (open?.name !== name) throw new Error(`section ${name} ends that is not open`);
      groups.push({ title: open.title, lines: open.lines });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`section ${open.name} is never closed`);
  return groups;
}
