import type { InputTable } from '../../../src/inputs/input-table.js';
import { triggerTable } from '../../../src/inputs/trigger-inputs.js';
import { diceOf } from './dice.js';
import { randomFaults, randomLateWork, randomOutages } from './random-faults.js';
import { gateSecret, randomInputs } from './random-inputs.js';
import { randomInstance } from './random-instance.js';
import { randomPipeline } from './random-pipeline.js';
import type { Stop, Story } from './story.js';

/** The story of a seed: always the same one. */
export function tellStory(seed: number): Story {
  const entry = diceOf(seed, 'entry').weighted([
    [80, 'trigger'],
    [20, 'wait'],
  ] as const);
  const given = randomInputs(diceOf(seed, 'inputs'), entry);
  const inputs = entry === 'trigger' && given.wait !== 'true' ? withoutFollowing(given) : given;
  const secrets = secretsOf(inputs);
  // Without a token of its own, a run cannot know what to hide.
  const secretTexts = [...Object.values(secrets), ...(Object.keys(secrets).length === 0 ? ['nothing'] : [])];
  const pipeline = randomPipeline(diceOf(seed, 'pipeline'), secretTexts);
  const end = diceOf(seed, 'end');
  const killAtMs = end.chance(0.08) ? end.spread(10, 300_000) : undefined;
  const network = diceOf(seed, 'latency');
  const strangers = diceOf(seed, 'strangers');
  return {
    seed,
    entry,
    inputs,
    secrets,
    scenario: randomInstance(diceOf(seed, 'instance'), { script: pipeline, entry }),
    faults: randomFaults(diceOf(seed, 'faults'), secretTexts),
    outages: randomOutages(diceOf(seed, 'outages'), secretTexts),
    lateWork: entry === 'trigger' ? randomLateWork(diceOf(seed, 'late')) : undefined,
    stops: randomStops(seed),
    killAtMs,
    strangersAtMs: strangers.chance(0.2)
      ? Array.from({ length: strangers.between(1, 3) }, () => strangers.spread(1, 90_000))
      : [],
    latency: network.weighted([
      [70, { leastMs: 5, mostMs: 40 }],
      [20, { leastMs: 50, mostMs: 400 }],
      [10, { leastMs: 200, mostMs: 3000 }],
    ]),
  };
}

/** Inputs that a step which does not wait refuses. */
function withoutFollowing(given: Story['inputs']): Story['inputs'] {
  const refused = Object.entries(triggerTable as InputTable).filter(
    ([, { needsWait }]) => needsWait?.without === 'refused',
  );
  return { ...given, ...Object.fromEntries(refused.map(([name]) => [name, ''])) };
}

function secretsOf({
  token = '',
  access_token: accessToken = '',
  request_headers: headers = '',
}: Readonly<Record<string, string>>): Story['secrets'] {
  return {
    ...(token === '' ? {} : { token }),
    ...(accessToken === '' ? {} : { access_token: accessToken }),
    ...(headers === '' ? {} : { gate: gateSecret }),
  };
}

function randomStops(seed: number): readonly Stop[] {
  const dice = diceOf(seed, 'stops');
  if (!dice.chance(0.25)) return [];
  const first: Stop = { atMs: dice.spread(5, 300_000), signal: dice.pick(['SIGINT', 'SIGTERM']) };
  return dice.chance(0.3)
    ? [first, { atMs: first.atMs + dice.spread(10, 8000), signal: 'SIGTERM' }]
    : [first];
}
