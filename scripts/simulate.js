// Lives random stories through in virtual time and says which of them break a promise, and how much of what
// they met. npm run simulate -- --seeds 10000 seeds 1 to 10000, on all processors npm run simulate -- --seeds
// 500 --from 2001 the 500 seeds from 2001 on npm run simulate -- --seed 42 one seed, with everything that
// happened
import { execFileSync, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {typeof import('../__tests__/simulation/support/simulate.js')} Simulation */
/** @typedef {import('../__tests__/simulation/support/simulate.js').Tally} Tally */

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    processes: { type: 'string', default: String(availableParallelism()) },
    compiled: { type: 'boolean', default: false },
  },
});

if (!values.compiled) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.simulate.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}

const url = new URL('../.cache/simulate/__tests__/simulation/support/simulate.js', import.meta.url);
/** @type {unknown} */
const compiled = await import(url.href);
const { simulate, replay, nothingYet, tallyLines, together } = /** @type {Simulation} */ (compiled);

const seeds = Number(values.seeds);
const from = Number(values.from);
const began = performance.now();
/** @param {string} text */
const say = (text) => console.log(text);

if (values.seed !== undefined) {
  process.exitCode = (await replay(Number(values.seed), say)) === 0 ? 0 : 1;
} else if (process.send !== undefined) {
  process.send(await simulate({ firstSeed: from, seeds }, say));
} else {
  const processes = Number(values.processes);
  const share = Math.ceil(seeds / processes);
  const tallies = await Promise.all(
    Array.from({ length: processes }, (_, index) => {
      const done = index * share;
      return runApart({ firstSeed: from + done, seeds: Math.max(0, Math.min(share, seeds - done)) });
    }),
  );
  const tally = tallies.reduce(together, nothingYet);
  for (const line of tallyLines(tally, (performance.now() - began) / 1000)) say(line);
  process.exitCode = tally.broken === 0 && tally.seeds === seeds ? 0 : 1;
}

/**
 * A share of the seeds in a process of its own.
 * @param {{ firstSeed: number, seeds: number }} range
 * @returns {Promise<Tally>}
 */
function runApart(range) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [
      '--compiled',
      '--seeds',
      String(range.seeds),
      '--from',
      String(range.firstSeed),
    ]);
    child.on('message', (tally) => resolve(/** @type {Tally} */ (tally)));
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`a process ended with ${code ?? 'a signal'} before it was done`)),
    );
  });
}
