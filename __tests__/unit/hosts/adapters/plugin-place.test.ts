import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { InputError } from '../../../../src/base/errors.js';
import { detectHost } from '../../../../src/hosts/detect.js';
import { listAt, named } from '../../../support/wrappers/document.js';
import { memoryMeans } from '../support/memory-means.js';

/** A workspace of root's, in which the user of an image writes nothing. */
async function clear(environment: Readonly<Record<string, string>>): Promise<unknown> {
  const { means } = memoryMeans(environment);
  const host = await detectHost({
    ...means,
    writeText: () => {
      throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    },
  });
  try {
    host.outputs.clear?.([]);
    return 'goes on';
  } catch (error) {
    return error;
  }
}

test.each([
  { environment: { DRONE: 'true', PLUGIN_PROJECT_ID: '42' }, cure: '`user: root`' },
  { environment: { CI: 'woodpecker', PLUGIN_PROJECT_ID: '42' }, cure: 'USER root' },
])('a plugin that cannot write its outputs starts nothing: $environment', async ({ environment, cure }) => {
  const error = await clear(environment);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toContain(
    'gitlab-trigger.env cannot be written, so nothing was started',
  );
  expect((error as InputError).message).toContain('EACCES');
  expect((error as InputError).message).toContain(cure);
});

test.each([
  { environment: { DRONE: 'true', DRONE_SCRIPT: 'x', PLUGIN_PROJECT_ID: '42' } },
  { environment: { CI: 'woodpecker', CI_SCRIPT: 'x' } },
  { environment: { DRONE: 'true' } },
])('a step with commands reports that and continues: $environment', async ({ environment }) => {
  expect(await clear(environment)).toBe('goes on');
});

test('the plugin in the example for Drone runs as the owner of the workspace', () => {
  const path = join(import.meta.dirname, '..', '..', '..', '..', 'ci', 'drone', 'plugin.yml');
  const step = named(listAt(parse(readFileSync(path, 'utf8')), 'steps'), 'name', 'gitlab');
  expect(step).toMatchObject({ user: 'root', image: expect.stringContaining('gitlab-trigger') as unknown });
});
