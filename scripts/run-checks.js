// @ts-check
// Runs the checks that need no test runner, in two lanes side by side that take about as long as each
// other. With the word `beside-jest`, in one lane beside the tests: many of those wait meanwhile.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const isBesideJest = process.argv.includes('beside-jest');
const lanes = isBesideJest
  ? [['format:check', 'lint', 'dist:check']]
  : [['format:check'], ['lint', 'dist:check']];

/**
 * The type checker of `lint` is written in Go. What it reads it needs until it ends: collecting garbage on
 * the way takes half of its time and frees nothing, unless memory runs short.
 */
const env = { GOGC: 'off', GOMEMLIMIT: '3GiB', ...process.env };

/**
 * @param {string} name of a script in package.json
 * @returns {Promise<boolean>} whether it passed
 */
async function passes(name) {
  const startMs = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { env, shell: process.platform === 'win32' });
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  }
  const isPassed = await hasPassed(child);
  // Said in one piece, so that the two lanes do not mix.
  if (!isPassed) console.log(Buffer.concat(chunks).toString().trim());
  console.log(
    `${isPassed ? 'passed' : 'FAILED'}  ${name} (${Math.round((performance.now() - startMs) / 100) / 10} s)`,
  );
  return isPassed;
}

/** The tests say themselves how they went, as they run. */
async function testsPass() {
  const child = spawn('npm', ['run', '--silent', 'jest'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return await hasPassed(child);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<boolean>}
 */
function hasPassed(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

const tests = isBesideJest ? testsPass() : true;
const results = await Promise.all(
  lanes.map(async (names) => {
    const passed = [];
    for (const name of names) passed.push(await passes(name));
    return passed.every(Boolean);
  }),
);
const isGreen = results.every(Boolean);
const areTestsGreen = await tests;
if (!isGreen && isBesideJest) console.log('A check FAILED: see above, before the tests ended.');
if (!isGreen || !areTestsGreen) process.exitCode = 1;
