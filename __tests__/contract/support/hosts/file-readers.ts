import type { HostTraces } from './host-traces.js';

/**
 * Reads a file of `NAME=value` lines, without quotes or escapes; the last line of a name counts.
 * @throws where a line is none.
 */
export function nameValueLines(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`no variable: ${line}`);
      return [name, value];
    }),
  );
}

/**
 * Reads a properties file as `java.util.Properties.load` does.
 * @throws where an escape is none.
 */
export function javaProperties(text: string): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  // A backslash at the end of a line continues it; an even number of them does not.
  const logical = text.replace(/(?<!\\)((?:\\\\)*)\\(?:\r\n|\r|\n)[ \t\f]*/g, '$1').split(/\r\n|\r|\n/);
  for (const line of logical) {
    const [, key, value] =
      /^[ \t\f]*((?:[^\\:= \t\f]|\\.)+)(?:[ \t\f]*[:=][ \t\f]*|[ \t\f]+|$)(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || /^[ \t\f]*[#!]/.test(line)) continue;
    properties[unescapedProperty(key)] = unescapedProperty(value);
  }
  return properties;
}

function unescapedProperty(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, mark: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (mark === 'u') throw new Error('Malformed \\uxxxx encoding.');
    const known: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };
    return known[mark] ?? mark;
  });
}

/**
 * Reads a file as the older of the two versions of godotenv does that Harness tries, with its ways of seeing
 * comments and quotes.
 */
export function godotenv(text: string): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const full of text.split('\n')) {
    if (Buffer.byteLength(full) >= 64 * 1024) throw new Error('bufio.Scanner: token too long');
    const line = withoutComment(full).trim();
    if (line === '') continue;
    const at = line.indexOf('=');
    if (at < 0) throw new Error("Can't separate key from value");
    variables[line.slice(0, at).trim()] = godotenvValue(line.slice(at + 1).trim(), variables);
  }
  return variables;
}

function withoutComment(line: string): string {
  if (!line.includes('#')) return line;
  let isOpen = false;
  const kept: string[] = [];
  for (const segment of line.split('#')) {
    const hasOneQuote = segment.split('"').length === 2 || segment.split("'").length === 2;
    if (hasOneQuote && isOpen) {
      isOpen = false;
      kept.push(segment);
    } else if (hasOneQuote) {
      isOpen = true;
    }
    if (kept.length === 0 || isOpen) kept.push(segment);
  }
  return kept.join('#');
}

function godotenvValue(value: string, variables: Readonly<Record<string, string>>): string {
  const single = /^'(.*)'$/.exec(value);
  if (single !== null) return single[1] ?? '';
  const double = /^"(.*)"$/.exec(value);
  const text =
    double === null
      ? value
      : (double[1] ?? '')
          .replace(/\\(.)/g, (match, mark: string) => ({ n: '\n', r: '\r' })[mark] ?? match)
          .replace(/\\([^$])/g, '$1');
  return text.replace(/\$\{?([A-Z0-9_]+)\}?/g, (_, name: string) => variables[name] ?? '');
}

/**
 * Reads a file as the newer version does: in single quotes a backslash keeps a quote from being the last.
 * @throws where none is the last.
 */
export function newGodotenv(text: string): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  let rest = text;
  while (rest.trim() !== '') {
    const [whole, name = '', value = ''] =
      /^\s*([A-Za-z_]\w*)='((?:[^'\\]|\\[\s\S])*)'[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`unexpected: ${rest.slice(0, 40)}`);
    variables[name] = value;
    rest = rest.slice(whole.length);
  }
  return variables;
}

/** A file for each output in a folder. */
export function filesIn(traces: HostTraces, folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    traces.namesIn(folder).map((name) => [name, traces.readText(`${folder}/${name}`) ?? '']),
  );
}

/**
 * The results of a Tekton task, out of one file for each.
 * @throws when they are too long for the message that carries them.
 */
export function tektonResultsIn(traces: HostTraces, folder: string): Readonly<Record<string, string>> {
  const results = filesIn(traces, folder);
  const started = { key: 'StartedAt', value: '2026-11-25T18:12:19.000Z', type: 3 };
  const message = JSON.stringify([
    ...Object.entries(results).map(([key, value]) => ({ key, value, type: 1 })),
    started,
  ]);
  if (Buffer.byteLength(message) > 4_096)
    throw new Error('Termination message is above max allowed size 4096');
  return results;
}
