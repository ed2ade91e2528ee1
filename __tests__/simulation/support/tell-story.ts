import { triggerTable } from '../../../src/inputs/commands/trigger.js';
import type { InputTable } from '../../../src/inputs/table.js';
import { changeTagModes } from '../../../src/simulator/gitlab/state/change-tags.js';
import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { type Dice, diceOf } from './dice.js';
import { randomCrash, randomFaults, randomLateWork, randomOutages } from './random-faults.js';
import { gateSecret, randomInputs } from './random-inputs.js';
import { randomInstance } from './random-instance.js';
import { randomPeculiarities } from './random-peculiarities.js';
import { crowdedPipeline, randomPipeline } from './random-pipeline.js';
import { withRetries } from './random-retries.js';
import { randomEmptyPages, randomNoJobs, randomStays } from './random-stranger.js';
import { type Stop, type Story, valuesPath } from './story.js';

/** The story of a seed: always the same one. */
export function tellStory(seed: number): Story {
  const entry = diceOf(seed, 'entry').weighted([
    [80, 'trigger'],
    [20, 'wait'],
  ] as const);
  const crowd = diceOf(seed, 'crowd');
  const isCrowded = crowd.chance(0.015);
  const drawn = randomInputs(diceOf(seed, 'inputs'), entry);
  const given = isCrowded && crowd.chance(0.6) ? { ...drawn, jobs: 'part-*' } : drawn;
  const secrets = secretsOf(given);
  // Without a token of its own, a run cannot know what to hide.
  const secretTexts = [...Object.values(secrets), ...(Object.keys(secrets).length === 0 ? ['nothing'] : [])];
  const script = isCrowded ? crowdedPipeline(crowd) : randomPipeline(diceOf(seed, 'pipeline'), secretTexts);
  const retried = withRetries(diceOf(seed, 'retries'), { inputs: given, script });
  const pipeline = retried.script;
  const inputs =
    entry === 'trigger' && given.wait !== 'true' ? withoutFollowing(retried.inputs) : retried.inputs;
  const end = diceOf(seed, 'end');
  const killAtMs = end.chance(0.08) ? end.spread(10, 300_000) : undefined;
  const network = diceOf(seed, 'latency');
  const neighbors = diceOf(seed, 'neighbors');
  const places = diceOf(seed, 'places');
  const isFollowing = entry === 'wait' || inputs.wait === 'true';
  const asksForValues = isFollowing && places.chance(0.2);
  const scenario = {
    ...randomInstance(diceOf(seed, 'instance'), { script: pipeline, entry }),
    ...randomChangeTags(diceOf(seed, 'change tags')),
  };
  const stops = randomStops(seed);
  const drawnOddities = randomPeculiarities(diceOf(seed, 'peculiarities'));
  // Who is stopped cannot wait for a replica.
  const isStopped = stops.length > 0 || killAtMs !== undefined;
  const peculiarities = isStopped ? { ...drawnOddities, listLagMs: 0 } : drawnOddities;
  return {
    seed,
    entry,
    inputs: asksForValues ? { ...inputs, values_from: valuesLine(places, pipeline) } : inputs,
    secrets,
    scenario,
    faults: [...randomCrash(diceOf(seed, 'crash')), ...randomFaults(diceOf(seed, 'faults'), secretTexts)],
    outages: randomOutages(diceOf(seed, 'outages'), secretTexts),
    lateWork: entry === 'trigger' ? randomLateWork(diceOf(seed, 'late')) : undefined,
    stops,
    killAtMs,
    stays: [
      ...randomStays(diceOf(seed, 'stays')),
      ...randomNoJobs(diceOf(seed, 'no jobs'), {
        needsLists: inputs.downstream === 'require' || inputs.jobs !== '',
      }),
      ...randomEmptyPages(diceOf(seed, 'empty pages')),
    ],
    // A release that lists no trigger jobs shows nothing that contradicts its word for the pipeline.
    peculiarities: scenario.release === '13.0' ? { ...peculiarities, contradictions: 0 } : peculiarities,
    roomForOutputs: places.chance(asksForValues ? 0.5 : 0.08) ? places.between(0, 16) : Infinity,
    neighborsAtMs: neighbors.chance(0.2)
      ? Array.from({ length: neighbors.between(1, 3) }, () => neighbors.spread(1, 90_000))
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

/** The file of a job, most of the time of one that is there. A colon in a name would end it. */
function valuesLine(dice: Dice, { jobs = [] }: PipelineScript): string {
  const names = jobs.map(({ name }) => name).filter((name) => !name.includes(':'));
  return `${names.length > 0 && dice.chance(0.9) ? dice.pick(names) : 'unit'}:${valuesPath}`;
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

/**
 * Half of the servers answer as GitLab does, and each trap stands before some. Replicas lag on any, and tags
 * on those that work.
 */
function randomChangeTags(dice: Dice): Pick<Scenario, 'changeTags' | 'changeTagLagMs' | 'replicaLagMs'> {
  const changeTags = dice.chance(0.5) ? 'working' : dice.pick(changeTagModes);
  const replicaLagMs = dice.chance(0.15) ? dice.spread(200, 5000) : undefined;
  const changeTagLagMs = changeTags === 'working' && dice.chance(0.2) ? dice.spread(500, 120_000) : undefined;
  return { changeTags, changeTagLagMs, replicaLagMs };
}
