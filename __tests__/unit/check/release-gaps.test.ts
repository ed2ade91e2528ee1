import { describe, expect, test } from '@jest/globals';

import { gapsOf, gapsPhrase, releaseGaps } from '../../../src/check/release-gaps.js';

describe('the list of what a release lacks', () => {
  test.each(releaseGaps)(
    'has $lacks before $since and not from it on',
    ({ since: [major, minor], lacks }) => {
      const before = minor === 0 ? `${major - 1}.99.0-ee` : `${major}.${minor - 1}.9-ee`;
      expect(gapsPhrase(before)).toContain(`${lacks} (${major}.${minor})`);
      expect(gapsPhrase(`${major}.${minor}.0`)).not.toContain(lacks);
    },
  );

  test('is in the order of the releases, with each entry once', () => {
    const numbers = releaseGaps.map(({ since: [major, minor] }) => major * 100 + minor);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  });

  test.each(['', 'unknown', 'v19', '19'])('is empty for %j', (version) => {
    expect([gapsOf(version), gapsPhrase(version)]).toEqual([[], '']);
  });
});
