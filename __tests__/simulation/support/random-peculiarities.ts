import { replicaLagMs } from '../../../src/gitlab/replica-lag.js';
import type { Dice } from './dice.js';
import { ordinary, type Peculiarities } from './peculiarities.js';

/** Most of the time there is nothing peculiar. */
export function randomPeculiarities(dice: Dice): Peculiarities {
  return {
    ...ordinary,
    age: dice.chance(0.03) ? '13.9' : 'current',
    downstream: dice.chance(0.12)
      ? dice.pick(['no_address', 'relative_address', 'id_as_text', 'no_project', 'hidden'])
      : undefined,
    contradictions: dice.chance(0.15) ? dice.between(1, 2) : 0,
    listLagMs: dice.chance(0.5) ? dice.between(1000, replicaLagMs) : 0,
  };
}
