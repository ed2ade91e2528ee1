/**
 * Everything that a run of the simulation may load late, by the name in the import: virtual time does not
 * wait for a file to be read.
 */
export const loadedLate: Readonly<Record<string, () => Promise<unknown>>> = {
  './tests.js': () => import('../../../src/run/results/tests.js'),
  './values.js': () => import('../../../src/run/results/values.js'),
  './await.js': () => import('../../../src/run/await.js'),
  '../trigger/rerun.js': () => import('../../../src/trigger/rerun.js'),
  './cancel-lost-start.js': () => import('../../../src/run/cancel-lost-start.js'),
  './follow.js': () => import('../../../src/run/follow.js'),
  './schemas/inspection-schemas.js': () => import('../../../src/gitlab/schemas/inspection-schemas.js'),
  './schemas/schemas.js': () => import('../../../src/gitlab/schemas/schemas.js'),
  'node:v8': () => import('node:v8'),
  yaml: () => import('yaml'),
};

/** What no story asks for: nothing of it is loaded in virtual time. */
export const neverLoaded: ReadonlySet<string> = new Set([
  './artifacts.js',
  './feedback/github-feedback.js',
  './github-feedback.js',
  './github-secret-store.js',
  '../connect-github.js',
  './check.js',
  './command-store.js',
  '../simulator/serve/start-gitlab.js',
  'node:crypto',
  'node:vm',
]);
