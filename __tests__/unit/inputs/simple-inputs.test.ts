import { describe, expect, test } from '@jest/globals';

import { ok, wrong } from '../../../src/inputs/parsing.js';
import {
  durationWithin,
  parseAcceptedOutcomes,
  parseBoolean,
  parsePollInterval,
} from '../../../src/inputs/scalars.js';

describe('parseBoolean', () => {
  test.each(['true', 'True', 'TRUE', ' true\n'])('reads %j as true', (give) => {
    expect(parseBoolean(give)).toEqual(ok(true));
  });
  test.each(['false', 'False', 'FALSE'])('reads %j as false', (give) => {
    expect(parseBoolean(give)).toEqual(ok(false));
  });
  test.each(['yes', 'on', '1', 'tRue', 'y', 'null'])('refuses %j', (give) => {
    expect(parseBoolean(give)).toEqual(wrong({ what: `is "${give}"`, hint: 'Give true or false.' }));
  });
});

describe('durationWithin', () => {
  const parse = durationWithin({ shortest: '1s', longest: '14d' });

  test.each([
    { give: '1s', want: 1000 },
    { give: ' 1h30m ', want: 5_400_000 },
    { give: '14d', want: 1_209_600_000 },
  ])('reads $give', ({ give, want }) => {
    expect(parse(give)).toEqual(ok(want));
  });

  test('proposes units for a number without one', () => {
    expect(parse('90')).toEqual(
      wrong({
        what: 'is "90", a number without a unit',
        hint: 'Write 90s for seconds or 90m for minutes; 1s to 14d is accepted.',
      }),
    );
  });

  test.each(['0s', '14d1s', '15d'])('refuses %s, which is out of range', (give) => {
    expect(parse(give)).toEqual(wrong({ what: `is "${give}"`, hint: 'Give a duration from 1s to 14d.' }));
  });

  test.each(['1.5h', '30m1h', 'soon', '-5m', '1h 30m', '5min'])(
    'refuses %s, which is no duration',
    (give) => {
      expect(parse(give)).toEqual(
        wrong({
          what: `is "${give}", which is not a duration`,
          hint: 'Write whole numbers with the units d, h, m and s, largest first, such as 90s, 15m or 1h30m; 1s to 14d is accepted.',
        }),
      );
    },
  );
});

describe('parsePollInterval', () => {
  test.each([
    { give: 'auto', want: ok('auto') },
    { give: ' auto ', want: ok('auto') },
    { give: '1s', want: ok(1000) },
    { give: '1h', want: ok(3_600_000) },
    { give: '0s', want: wrong({ what: 'is "0s"', hint: 'Give a duration from 1s to 1h.' }) },
    { give: '2h', want: wrong({ what: 'is "2h"', hint: 'Give a duration from 1s to 1h.' }) },
  ])('reads $give', ({ give, want }) => {
    expect(parsePollInterval(give)).toEqual(want);
  });
});

describe('parseAcceptedOutcomes', () => {
  test.each([
    { give: 'success', want: ['success'] },
    { give: 'success, warnings', want: ['success', 'warnings'] },
    { give: ' failed canceled\nskipped,,manual ', want: ['failed', 'canceled', 'skipped', 'manual'] },
    { give: 'any', want: ['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed'] },
  ])('reads $give', ({ give, want }) => {
    expect(parseAcceptedOutcomes(give)).toEqual(ok(new Set(want)));
  });

  test.each([
    { give: 'sucess', want: 'success' },
    { give: 'cancelled', want: 'canceled' },
    { give: 'Failed', want: 'failed' },
    { give: 'warning', want: 'warnings' },
    { give: 'al', want: undefined },
    { give: 'passed-with-flying-colors', want: undefined },
  ])('suggests $want for $give', ({ give, want }) => {
    const hint = want === undefined ? '' : `Did you mean ${want}? `;
    expect(parseAcceptedOutcomes(`success, ${give}`)).toEqual(
      wrong({
        what: `has the unknown outcome "${give}"`,
        hint: `${hint}Valid are success, warnings, skipped, canceled, manual, failed, any.`,
      }),
    );
  });

  test('refuses an empty list', () => {
    expect(parseAcceptedOutcomes(' , ')).toEqual(
      wrong({
        what: 'names no outcome',
        hint: 'Give some of success, warnings, skipped, canceled, manual, failed, any.',
      }),
    );
  });
});
