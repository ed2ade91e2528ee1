// Lives random stories through in virtual time and says which of them break a promise.
//   npm run simulate -- --seeds 10000            seeds 1 to 10000, on all processors
//   npm run simulate -- --seeds 500 --from 2001  the 500 seeds from 2001 on
//   npm run simulate -- --seed 42                one seed, with everything that happened
import { execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

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

const processes = values.seed === undefined ? Number(values.processes) : 1;
if (values.compiled || processes === 1) {
  const url = new URL('../.cache/simulate/__tests__/simulation/support/simulate.js', import.meta.url);
  /** @type {unknown} */
  const compiled = await import(url.href);
  const { simulate, replay } = /** @type {typeof import('../__tests__/simulation/support/simulate.js')} */ (
    compiled
  );
  /** @param {string} text */
  const say = (text) => console.log(text);
  const broken =
    values.seed === undefined
      ? await simulate({ firstSeed: Number(values.from), seeds: Number(values.seeds) }, say)
      : await replay(Number(values.seed), say);
  process.exitCode = broken === 0 ? 0 : 1;
} else {
  const began = performance.now();
  const share = Math.ceil(Number(values.seeds) / processes);
  const codes = await Promise.all(
    Array.from({ length: processes }, (_, index) => {
      const done = index * share;
      const seeds = Math.min(share, Number(values.seeds) - done);
      return run(['--compiled', '--seeds', String(seeds), '--from', String(Number(values.from) + done)]);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${values.seeds} seeds in ${seconds.toFixed(1)} s: ${Math.round(Number(values.seeds) / seconds)} seeds/s`,
  );
  process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
}

/**
 * @param {readonly string[]} options
 * @returns {Promise<number | null>}
 */
function run(options) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...options], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
