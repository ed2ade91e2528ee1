// Node reads the certificates that this names before each program, which takes most of the time in which one
// starts. Tests name their own; npm, which fetches a Node for them, may need those of the machine.
const { NODE_EXTRA_CA_CERTS: certificates } = process.env;
if (certificates !== undefined) process.env.CERTIFICATES_FOR_NPM = certificates;
delete process.env.NODE_EXTRA_CA_CERTS;

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/scripts/jest-environment.js',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, sourceMaps: true },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/out/', '<rootDir>/dist/', '<rootDir>/.cache/'],
  injectGlobals: false,
  // A time limit ends what hangs, and is no judgment: many tests start processes, and how long those take is
  // up to the machine.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/scripts/jest-sequencer.js',
  // More than the two cores of a small runner: many tests wait for a process or a clock most of the time.
  maxWorkers: 5,
  // Starting a process takes time in proportion to the memory of the worker that starts it: 1 ms from a new
  // one, and 50 ms from one of a gigabyte, as which each would end.
  workerIdleMemoryLimit: '200MB',
};
