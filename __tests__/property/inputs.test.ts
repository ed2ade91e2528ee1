import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';

import { formatDuration, parseDuration } from '../../src/base/duration.js';
import { parseProjectAddress, parseRef } from '../../src/inputs/addresses.js';
import { parseJobPatterns } from '../../src/inputs/job-lines.js';
import { type InputOutcome, ok } from '../../src/inputs/parsing.js';
import { parsePipelineInputs } from '../../src/inputs/pipeline-inputs.js';
import { parsePipelineId } from '../../src/inputs/scalars.js';
import { parseVariables } from '../../src/inputs/variables.js';
import { correlationMarkOf, readMark } from '../../src/trigger/supersede.js';
import { upstreamVariables } from '../../src/trigger/upstream-variables.js';
import { anyCharacter } from '../support/any-character.js';
import { anyWebUrl } from './support/any-web-url.js';

const word = 'ABCXYZabcxyz0189_'.split('');
const name = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...word), minLength: 1, maxLength: 255 }),
    fc.constantFrom('__proto__', 'constructor', 'true', 'null', '1e3', 'n', 'y'),
  )
  .filter((text) => text !== 'TRIGGER_PAYLOAD');

function variablesOf(value: fc.Arbitrary<string>): fc.Arbitrary<readonly (readonly [string, string])[]> {
  return fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, minLength: 1, maxLength: 20 });
}

function entriesOf(outcome: InputOutcome<Readonly<Record<string, unknown>>>): unknown {
  return outcome.kind === 'ok' ? Object.entries(outcome.value).sort() : outcome;
}

const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: 'grapheme' }), fc.json());
/** YAML cannot hold every control character as it is; the writer used here leaves them unescaped. */
const yamlText = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.json(),
    fc.constantFrom('1.10', 'yes', '~', 'a\nb\n', ' x ', '# x', '- y', 'a: b'),
  )
  .filter((text) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/u.test(text));

describe('the input variables', () => {
  test('survive as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(variablesOf(anyText), async (entries) => {
        expect(entriesOf(await parseVariables(JSON.stringify(Object.fromEntries(entries))))).toEqual(
          [...entries].sort(),
        );
      }),
    );
  });

  test('survive as YAML', async () => {
    await fc.assert(
      fc.asyncProperty(variablesOf(yamlText), async (entries) => {
        const yaml = stringify(new Map(entries), { lineWidth: 0 });
        expect(entriesOf(await parseVariables(yaml))).toEqual([...entries].sort());
      }),
    );
  });

  test('survive as KEY=VALUE lines when they have no line end', async () => {
    const line = anyText.filter((text) => !text.includes('\n') && !text.endsWith('\r'));
    await fc.assert(
      fc.asyncProperty(variablesOf(line), fc.constantFrom('\n', '\r\n'), async (entries, lineEnd) => {
        const lines = entries.map(([key, value]) => `${key}=${value}`).join(lineEnd);
        expect(entriesOf(await parseVariables(lines))).toEqual([...entries].sort());
      }),
    );
  });

  test('never makes the parser throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc.json().map((text) => text.slice(0, -1)),
        ),
        async (text) => {
          expect(['ok', 'wrong']).toContain((await parseVariables(text)).kind);
        },
      ),
    );
  });
});

describe('the input inputs', () => {
  test('agrees with JSON.parse on every JSON object', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (value) => {
        const text = JSON.stringify(value);
        expect(await parsePipelineInputs(text)).toEqual(ok(JSON.parse(text)));
      }),
    );
  });
});

describe('a duration', () => {
  test('is read as it is written', () => {
    const amount = fc.nat({ max: 999 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (days, hours, minutes, seconds) => {
        const want = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
        expect(parseDuration(`${days}d${hours}h${minutes}m${seconds}s`)).toBe(want);
      }),
    );
  });

  test('of whole seconds below an hour survives being written and read', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3599 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });
});

describe('the path of a project', () => {
  const part = fc
    .string({ unit: fc.constantFrom(...word, '-', '.'), minLength: 1, maxLength: 30 })
    .filter((text) => !/^\.{1,2}$|\.git$/.test(text));

  test('is the same plain, encoded and with slashes around it', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), (parts) => {
        const path = parts.join('/');
        for (const given of [path, encodeURIComponent(path), `/${path}/`]) {
          expect(parseProjectAddress(given)).toEqual(ok({ kind: 'path', path }));
        }
      }),
    );
  });
});

describe('the name of a ref', () => {
  const part = fc
    .string({ unit: fc.constantFrom(...word, '-', '#', 'é', '+', '.'), minLength: 1, maxLength: 12 })
    .filter((text) => !/^[-.]|\.\.|\.$|\.lock$/.test(text));

  test('that git allows stays unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', 'refs/heads/', 'refs/tags/'),
        (parts, prefix) => {
          const ref = `${prefix}${parts.join('/')}`;
          expect(parseRef(` ${ref} `)).toEqual(ok(ref));
        },
      ),
    );
  });
});

describe('the name of a job', () => {
  test('survives on its line, whatever characters it has', () => {
    const jobName = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
      .filter((text) => text.trim() === text && text !== '' && !/[\r\n]/.test(text));
    fc.assert(
      fc.property(
        fc.uniqueArray(jobName, { minLength: 1, maxLength: 100 }),
        fc.constantFrom('\n', '\r\n', ' \n\n '),
        (names, lineEnd) => {
          expect(parseJobPatterns(names.join(lineEnd))).toEqual(ok(names));
        },
      ),
    );
  });
});

describe('the id of a pipeline', () => {
  test('is read, and found in the address of a pipeline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), anyWebUrl(), (id, url) => {
        expect(parsePipelineId(` ${id} `)).toEqual(ok(id));
        expect(parsePipelineId(`${url}/-/pipelines/${id}`)).toMatchObject({
          kind: 'wrong',
          problems: [{ what: 'is an address, not an id' }],
        });
      }),
    );
  });
});

describe("the caller's context", () => {
  test('passes titles on unchanged except for NUL', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const variables = upstreamVariables({ ci: 'x', pullRequest: { number: 7, title } });
        expect(variables.UPSTREAM_PR_TITLE ?? '').toBe(title.split('\0').join(''));
      }),
    );
  });

  test('gives marks that survive in a payload, in plain letters', () => {
    fc.assert(
      fc.property(anyText, anyText, (workflow, ref) => {
        const context = { ci: 'x', repository: 'a/b', workflow, runId: '1', runAttempt: '1' };
        const mark = correlationMarkOf({ context, project: { kind: 'id', id: 1 }, ref, nonce: 'n' });
        expect(mark.key).toMatch(/^[\u0020-\u007e]{1,200}$/);
        expect(readMark(JSON.stringify({ ref, gitlab_trigger: mark }))).toEqual(mark);
      }),
    );
  });

  test('is never found in a text without a mark', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: anyCharacter })), (text) => {
        expect(readMark(text)).toBeUndefined();
      }),
    );
  });
});
