import { expect, test } from '@jest/globals';

import { harnessHost } from '../../../../src/hosts/adapters/harness.js';
import { godotenv, newGodotenv } from '../../../contract/support/hosts/file-readers.js';
import { memoryMeans } from '../support/memory-means.js';

test.each([
  { give: 'main', want: 'main' },
  { give: 'a b', want: 'a b' },
  { give: 'a#b#c', want: 'a#b#c' },
  { give: '$HOME ${PATH}', want: '$HOME ${PATH}' },
  { give: '"quoted"', want: '"quoted"' },
  { give: 'a\\b', want: 'a\\b' },
  { give: "it's", want: undefined },
  { give: '"a" #b', want: undefined },
  { give: 'a\\', want: undefined },
  { give: 'a\nb', want: undefined },
])('the output $give arrives as $want, for both readers', ({ give, want }) => {
  const { means, record } = memoryMeans({ DRONE_OUTPUT: '/h/output' });
  harnessHost(means).outputs.set('ref', give);
  const text = record.files.get('/h/output') ?? '';
  expect([godotenv(text).ref, newGodotenv(text).ref]).toEqual([want, want]);
});
