import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { commands } from '../../../src/cli/commands.js';
import { type NamedPlaces, namedPlaces } from '../../../src/cli/named-places.js';
import { readWords } from '../../../src/cli/words.js';
import { clearPlaces, refuseSharedPlaces } from '../../../src/run/places.js';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-shared-places-')));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function placesOf(...words: readonly string[]): NamedPlaces {
  const host = { read: () => undefined };
  return namedPlaces(readWords(words, commands), { environment: {}, host });
}

describe('refuseSharedPlaces', () => {
  test.each([
    ['run', '--output-file', 'a.env', '--summary-file', './a.env'],
    ['run', '--output-file', 'x/../a.json', '--junit-file', 'a.json'],
    ['run', '--summary-file', 'a', '--junit-file', 'a'],
    ['run', '--output-file', 'out/', '--summary-file', 'out/outcome'],
    ['run', '--output-file', 'out/', '--output-prefix', 'p_', '--junit-file', 'out/p_value_a'],
    ['tokens', 'rotate', '--save-to-file', 'a', '--summary-file', 'a'],
    ['tokens', 'create', '--save-to-file', 'a.env', '--output-file', 'a.env'],
    ['tokens', 'create', '--save-to-file', 'out/trigger_id', '--output-file', 'out/'],
  ])('refuses %j', (...words) => {
    expect(() => refuseSharedPlaces(placesOf(...words))).toThrow(InputError);
  });

  test.each([
    ['run', '--output-file', 'a.env', '--summary-file', 'a.md', '--junit-file', 'a.xml'],
    ['run', '--output-file', 'out/', '--summary-file', 'out/report.md'],
    ['run', '--output-file', 'out/', '--summary-file', 'elsewhere/outcome'],
    ['tokens', 'create', '--save-to-file', 'out/token', '--output-file', 'out/'],
    // It has no such input, whatever stands there.
    ['run', '--save-to-file', 'a', '--summary-file', 'a'],
  ])('accepts %j', (...words) => {
    expect(() => refuseSharedPlaces(placesOf(...words), ['gitlab-trigger.env'])).not.toThrow();
  });

  test("refuses the host's own file", () => {
    const places = placesOf('run', '--output-file', './gitlab-trigger.env');
    expect(() => refuseSharedPlaces(places, [join(process.cwd(), 'gitlab-trigger.env')])).toThrow(
      "output_file and the host's own file of outputs are the same place",
    );
  });

  test('follows links of the machine', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'link'), 'junction');
    const words = ['--summary-file', join(folder, 'real', 'a'), '--junit-file', join(folder, 'link', 'a')];
    expect(() => refuseSharedPlaces(placesOf('run', ...words))).toThrow('the same place');
  });
});

describe('clearPlaces', () => {
  test('leaves a token alone, even if the path also has another purpose', () => {
    const file = join(folder, 'token');
    writeFileSync(file, 'the only copy');
    clearPlaces(placesOf('tokens', 'rotate', '--save-to-file', file, '--summary-file', file));
    expect(readFileSync(file, 'utf8')).toBe('the only copy');
  });
});
