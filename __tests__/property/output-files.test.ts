import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type DocumentFormat, formatOutputs } from '../../src/hosts/output-files.js';

/** What the grammars of the formats are made of. */
const marks = fc.constantFrom(
  ...['\n', '\r', '\r\n', '\\', '\\\n', '\\u0041', '\\n', '=', ':', '#', '!', ' ', '\t', '\f', '\v'],
  ...["'", '"', '`', '$', '$(id)', '${HOME}', '`id`', '!!', '~', '*', ';', '&', '|', '<<EOF', '\nEOF\n'],
  ...['export x=1', '\nname=value\n', '{"a":"b"}', 'ä', 'é', '🦊', '\u00a0', '\u2028', '\ufeff', '\u0085'],
);
const value = fc
  .array(fc.oneof({ weight: 3, arbitrary: marks }, fc.string({ unit: 'grapheme', maxLength: 3 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const outputsArbitrary = fc
  .array(value, { minLength: 1, maxLength: 40 })
  .map((values) => new Map(values.map((text, index) => [`output_${index}`, text] as const)));

/** Each would make a file in one shell or another if it were read as a part of the script. */
const hostile = [
  '',
  '\\',
  '\\\\',
  "'",
  "\\'",
  "'\\",
  '"',
  '\\"',
  '\n',
  '\\\n',
  '`',
  '$(',
  "''",
  '"\'"',
].flatMap((mark) => [
  mark,
  `x${mark}; touch PWNED; echo INJECTED; #`,
  `${mark}\ntouch PWNED\n`,
  `${mark}$(touch PWNED)\`touch PWNED\`${mark}`,
  `${mark}'; touch PWNED; '${mark}`,
  `${mark}(touch PWNED)&touch PWNED|touch PWNED${mark}`,
]);

const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader has to find: everything but what was said to be left out. */
function carriedOf(format: DocumentFormat, outputs: ReadonlyMap<string, string>): Record<string, string> {
  const missing = formatOutputs(format, outputs).leftOut.map(({ name }) => name);
  return Object.fromEntries([...outputs].filter(([name]) => !missing.includes(name)));
}

function check(
  format: DocumentFormat,
  read: (text: string, names: readonly string[]) => Record<string, string>,
  numRuns = 100,
): void {
  fc.assert(
    fc.property(outputsArbitrary, (outputs) => {
      const { text } = formatOutputs(format, outputs);
      const wanted = carriedOf(format, outputs);
      expect(read(text, Object.keys(wanted))).toEqual(wanted);
    }),
    { numRuns },
  );
}

describe('an output file gives the same values back', () => {
  test('from dotenv, by the rules of GitLab', () => {
    check('dotenv', readAsGitLab);
  });

  test('from dotenv, by the rules of docker run --env-file', () => {
    check('dotenv', readAsDocker);
  });

  test('from JSON', () => {
    check('json', (text) => JSON.parse(text) as Record<string, string>);
  });

  test('from properties, by the rules of Java', () => {
    check('properties', readAsJava);
  });

  for (const shell of ['bash', 'sh', 'dash', 'zsh', 'fish'] as const) {
    const shellTest = isThere(shell, ['-c', 'exit 0']) ? test : test.skip;
    shellTest(`from shell, in a real ${shell} (skipped where there is none)`, () => {
      check('shell', (text, names) => readBy(shell, text, names), 25);
    });

    shellTest(`from shell, in a real ${shell}, however much they look like its commands`, () => {
      const outputs = new Map(hostile.map((text, index) => [`output_${index}`, text] as const));
      const { text } = formatOutputs('shell', outputs);
      expect(readBy(shell, text, [...outputs.keys()])).toEqual(Object.fromEntries(outputs));
      expect(readdirSync(folder)).not.toContain('PWNED');
    });
  }

  test('including every value that is one line without blanks at its ends', () => {
    fc.assert(
      fc.property(value, (text) => {
        fc.pre(!/[\r\n\0]/.test(text) && text.trim() === text);
        expect(formatOutputs('dotenv', new Map([['a', text]])).leftOut).toEqual([]);
      }),
    );
  });
});

describe('an output file with a real Java', () => {
  const program = join(folder, 'Read.java');
  const hasJava = isThere('java', ['--version']);
  const javaTest = hasJava || process.env.CI === 'true' ? test : test.skip;
  beforeAll(() => {
    writeFileSync(
      program,
      `import java.nio.file.*; import java.util.*;
       public class Read { public static void main(String[] a) throws Exception {
         Properties p = new Properties();
         try (var in = Files.newInputStream(Path.of(a[0]))) { p.load(in); }
         var out = new StringBuilder();
         for (var e : new TreeMap<>(p).entrySet()) for (char c : (e.getKey() + "\\0" + e.getValue() + "\\0").toCharArray())
           out.append(Integer.toHexString(0x10000 | c).substring(1));
         System.out.print(out);
       } }`,
    );
  });

  javaTest(
    'properties come back as they were (skipped where there is no Java)',
    () => {
      const outputs = new Map(
        fc.sample(value, { numRuns: 300, seed: 6 }).map((text, index) => [`output_${index}`, text] as const),
      );
      const file = join(folder, 'outputs.properties');
      writeFileSync(file, formatOutputs('properties', outputs).text);
      const hex = execFileSync('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', program, file], {
        encoding: 'latin1',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const units = hex.match(/.{4}/g) ?? [];
      const words = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))).split('\0');
      const pairs = Array.from({ length: outputs.size }, (_, index) => [
        words[2 * index],
        words[2 * index + 1],
      ]);
      expect(Object.fromEntries(pairs)).toEqual(Object.fromEntries(outputs));
    },
    60_000,
  );
});

function isThere(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * As the server of GitLab reads a report: line by line, a name, an equals sign, a value, each without blanks
 * at its ends.
 */
function readAsGitLab(text: string): Record<string, string> {
  const pairs = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    pairs.map((line) => {
      const [, name = '', found = ''] = /^(.*?)=(.*)$/s.exec(line) ?? [];
      return [name.trim(), found.trim()];
    }),
  );
}

/** Everything behind the first equals sign is the value; lines that begin with # are comments. */
function readAsDocker(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** As `java.util.Properties.load` is documented: natural lines, continued lines, escapes. */
function readAsJava(text: string): Record<string, string> {
  const pairs: [string, string][] = [];
  const natural = text.split(/\r\n|\r|\n/);
  for (let index = 0; index < natural.length; index += 1) {
    let line = (natural[index] ?? '').replace(/^[ \t\f]+/, '');
    if (line === '' || /^[#!]/.test(line)) continue;
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(line)) {
      index += 1;
      line = line.slice(0, -1) + (natural[index] ?? '').replace(/^[ \t\f]+/, '');
    }
    const [, name = '', found = ''] = /^((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*(.*)$/s.exec(line) ?? [];
    pairs.push([unescaped(name), unescaped(found)]);
  }
  return Object.fromEntries(pairs);
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code?: string, mark?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return { n: '\n', r: '\r', t: '\t', f: '\f' }[mark ?? ''] ?? mark ?? '';
  });
}

type Shell = 'bash' | 'sh' | 'dash' | 'zsh' | 'fish';

/** Each without the settings of its user. */
const bareWords: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['--norc'],
  sh: [],
  dash: [],
  zsh: ['-f'],
  fish: ['--no-config'],
};

/** What the variables hold after a shell has read the file. */
function readBy(shell: Shell, text: string, names: readonly string[]): Record<string, string> {
  const file = join(folder, `outputs.${shell}`);
  writeFileSync(file, text);
  const show = names.map((name) => `printf '%s\\0' "$${name}"`).join('\n');
  const script = shell === 'fish' ? `. $argv[1]\n${show}` : `set -eu\n. "$1"\n${show}`;
  const operands = shell === 'fish' ? [file] : [shell, file];
  const shown = execFileSync(shell, [...bareWords[shell], '-c', script, ...operands], {
    encoding: 'utf8',
    cwd: folder,
    // Bash takes a pipe as standard input for a remote shell.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: folder },
  });
  const values = shown.split('\0');
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
