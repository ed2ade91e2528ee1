import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import type { Host } from '../../../src/hosts/host.js';
import type { ResultsRequest } from '../../../src/model/requests.js';
import { checkPlaces, removeFormerTests } from '../../../src/run/places.js';
import { withTemporaryFolder } from '../../support/temporary-folder.js';

function hostWith(hindrance: (kind: 'open' | 'secret') => string | undefined): Pick<Host, 'outputs'> {
  return { outputs: { set: () => undefined, hindrance } };
}

const open = hostWith(() => undefined);
const nothing = { values: undefined, artifacts: undefined, junitFile: undefined };
const values = (mask: readonly string[]): NonNullable<ResultsRequest['values']> => ({
  lines: [],
  mask,
  asOutputs: false,
});

describe('the check of the places for results', () => {
  test('passes when nothing is requested, whatever the host can do', () => {
    expect(() =>
      checkPlaces(
        hostWith(() => 'there is no place'),
        nothing,
      ),
    ).not.toThrow();
  });

  test('refuses values if the host keeps no outputs, and says that nothing was started', () => {
    const check = (): void =>
      checkPlaces(
        hostWith(() => 'there is no place'),
        { ...nothing, values: values([]) },
      );
    expect(check).toThrow(InputError);
    expect(check).toThrow(/^values_from: .* nothing was started \[invalid_input\]\nWhy: There is no place\./);
  });

  test('refuses masked values if the host keeps no secrets, and accepts others', () => {
    const host = hostWith((kind) => (kind === 'secret' ? 'everybody could read it' : undefined));
    expect(() => checkPlaces(host, { ...nothing, values: values([]) })).not.toThrow();
    expect(() => checkPlaces(host, { ...nothing, values: values(['TOKEN']) })).toThrow(/^mask_values: /);
  });

  test('removes the tests of an earlier run, before anything is started', async () => {
    await withTemporaryFolder((folder) => {
      const junitFile = join(folder, 'tests.xml');
      writeFileSync(junitFile, 'of an earlier run');
      checkPlaces(open, { ...nothing, junitFile });
      expect(existsSync(junitFile)).toBe(false);
      return Promise.resolve();
    });
  });

  test('refuses a folder in the place of the file of tests', async () => {
    await withTemporaryFolder((folder) => {
      expect(() => checkPlaces(open, { ...nothing, junitFile: folder })).toThrow(InputError);
      return Promise.resolve();
    });
  });

  test('refuses to follow a link in the place of the folder of artifacts', async () => {
    await withTemporaryFolder((folder) => {
      mkdirSync(join(folder, 'real'));
      symlinkSync('real', join(folder, 'link'), 'junction');
      const artifacts = { lines: [], path: join(folder, 'link') };
      expect(() => checkPlaces(open, { ...nothing, artifacts })).toThrow(/artifacts_path/);
      return Promise.resolve();
    });
  });
});

describe('removing the tests of an earlier run', () => {
  test.each([undefined, '', '  '])('does nothing when the input is %j', (path) => {
    expect(() => removeFormerTests(path)).not.toThrow();
  });

  test('removes a file, leaves a folder, and never throws', async () => {
    await withTemporaryFolder((folder) => {
      const file = join(folder, 'tests.xml');
      writeFileSync(file, 'old');
      writeFileSync(join(folder, 'kept'), 'kept');
      removeFormerTests(` ${file} `);
      removeFormerTests(folder);
      removeFormerTests(join(folder, 'missing', 'file'));
      expect(existsSync(file)).toBe(false);
      expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('kept');
      return Promise.resolve();
    });
  });
});
