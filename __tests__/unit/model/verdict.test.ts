import { describe, expect, test } from '@jest/globals';

import { acceptableOutcomes } from '../../../src/model/requests.js';
import { type Outcome, isAccepted } from '../../../src/model/verdict.js';

const outcomes: readonly Outcome[] = [...acceptableOutcomes, 'timeout', 'outage'];

describe('isAccepted', () => {
  test.each(acceptableOutcomes)('%s is accepted when accept lists it, alone or among others', (outcome) => {
    expect(isAccepted({ outcome }, new Set([outcome]))).toBe(true);
    expect(isAccepted({ outcome }, new Set(acceptableOutcomes))).toBe(true);
  });

  test.each(acceptableOutcomes)('%s is not accepted when accept lists all the others', (outcome) => {
    const others = new Set<string>(outcomes.filter((other) => other !== outcome));
    expect(isAccepted({ outcome }, others)).toBe(false);
  });

  test.each(outcomes)('%s is not accepted when accept lists nothing', (outcome) => {
    expect(isAccepted({ outcome }, new Set())).toBe(false);
  });

  test.each<Outcome>(['timeout', 'outage'])('%s is never accepted, not even when it is listed', (outcome) => {
    expect(isAccepted({ outcome }, new Set(outcomes))).toBe(false);
  });
});
