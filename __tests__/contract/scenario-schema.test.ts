import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { scenarioSchema } from '../../src/simulator/scenario-file/schema.js';

const published = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'simulate-scenario.schema.json');

test('the published schema of scenario files is the one that files are checked against', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(scenarioSchema)));
});
