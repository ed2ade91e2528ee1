import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { ordinary } from './peculiarities.js';
import { tokens } from './random-instance.js';
import type { Story } from './story.js';

/** What may stand between a run and the tag of its pipeline. */
export type Trap = Pick<Scenario, 'changeTags' | 'changeTagLagMs' | 'replicaLagMs'> &
  Partial<Pick<Scenario, 'release'>>;

/**
 * The same pipeline, followed with all that a run needs to ask whether it has changed, on a day on which
 * nothing else goes wrong.
 */
export function onClearDay(story: Story, trap: Trap): Story {
  const { scenario, inputs } = story;
  const secrets = { token: tokens.trigger, access_token: tokens.api };
  return {
    ...story,
    entry: 'trigger',
    inputs: {
      ...inputs,
      ...secrets,
      ref: 'main',
      wait: 'true',
      poll_interval: 'auto',
      on_manual: 'stop',
      downstream: 'show',
      supersede: 'false',
      timeout: '20m',
      ...Object.fromEntries(madeEmpty.map((name) => [name, ''])),
    },
    secrets,
    scenario: {
      ...scenario,
      throttle: undefined,
      pipelineCreationsPerMinute: undefined,
      release: '19.3',
      changeTagLagMs: undefined,
      replicaLagMs: undefined,
      ...trap,
    },
    faults: [],
    outages: [],
    lateWork: undefined,
    stays: [],
    peculiarities: ordinary,
    roomForOutputs: Infinity,
    stops: [],
    killAtMs: undefined,
    neighborsAtMs: [],
    latency: { leastMs: 5, mostMs: 40 },
  };
}

/** What would decide by something else than the pipeline, or at another time than its end. */
const madeEmpty = [
  'jobs',
  'logs',
  'accept',
  'expected_sha',
  'queue_timeout',
  'outage_timeout',
  'request_timeout',
  'request_headers',
  'values_from',
];
