import { beforeAll, describe, expect, test } from '@jest/globals';

import { type HttpResponse, type Transport, TransportFault } from '../../src/http/transport.js';
import { loadBefore } from './support/judge-seed.js';
import { type RerunSafeguards, intactReruns, judgeReruns } from './support/live-reruns.js';

/** Each is two or three runs. */
const seeds = 100;

const mostTries = 500;

beforeAll(loadBefore);

describe('a step that is run again', () => {
  test(`keeps its promises in ${seeds} lives`, async () => {
    const broken: string[] = [];
    const kinds = new Set<string>();
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { life, violations } = await judgeReruns(seed);
      broken.push(...violations.map(({ rule, detail }) => `seed ${seed}: ${rule}: ${detail}`));
      for (const { main } of life.attempts) {
        for (const line of main.record.lines) {
          const [kind] = /^(?:Reusing|Retrying the|Starting a new pipeline, because \w+)/.exec(line) ?? [];
          if (kind !== undefined) kinds.add(kind);
        }
      }
    }
    expect(broken).toEqual([]);
    expect([...kinds].sort()).toEqual([
      'Retrying the',
      'Reusing',
      'Starting a new pipeline, because no',
      'Starting a new pipeline, because pipeline',
    ]);
  }, 600_000);
});

/** A request to retry whose answer got lost is sent once more. */
function repeatingRetries(transport: Transport): Transport {
  return {
    close: () => transport.close(),
    send: async (request): Promise<HttpResponse> => {
      try {
        return await transport.send(request);
      } catch (error) {
        const isRetry = request.method === 'POST' && request.url.pathname.endsWith('/retry');
        if (!(error instanceof TransportFault) || !isRetry) throw error;
        return await transport.send(request);
      }
    },
  };
}

describe('the simulation of re-runs notices when', () => {
  const sabotages: readonly {
    readonly name: string;
    readonly safeguards: Partial<RerunSafeguards>;
    readonly breaks: string;
    /** A seed that is known to notice it, and is tried first. */
    readonly known: number;
  }[] = [
    {
      name: 'the attempt is ignored',
      safeguards: { changeAttempt: (attempt) => ({ ...attempt, isFirst: true }) },
      breaks: 'all attempts of a step have one pipeline',
      known: 3,
    },
    {
      name: 'nobody waits for what is still on its way',
      safeguards: {
        changeAttempt: (attempt) => ({ ...attempt, isFirst: attempt.isFirst === true ? true : 'unknown' }),
      },
      breaks: 'all attempts of a step have one pipeline',
      known: 19,
    },
    {
      name: 'a retry is sent twice',
      safeguards: { wrapTransport: repeatingRetries },
      breaks: 'a retry that may have worked is not sent again',
      known: 5,
    },
  ];
  for (const { name, safeguards, breaks, known } of sabotages) {
    test(
      name,
      async () => {
        let noticed: number | undefined;
        const others = Array.from({ length: mostTries }, (_, index) => index + 1);
        for (const seed of [known, ...others]) {
          const { violations } = await judgeReruns(seed, { ...intactReruns, ...safeguards });
          if (!violations.some(({ rule }) => rule === breaks)) continue;
          noticed = seed;
          break;
        }
        expect(noticed).toBeLessThanOrEqual(mostTries);
      },
      600_000,
    );
  }
});
