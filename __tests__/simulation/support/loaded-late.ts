/** Everything that a run of the simulation may load late, by the name in the import: virtual time does not wait for a file to be read. */
export const loadedLate: Readonly<Record<string, () => Promise<unknown>>> = {
  './bring-tests.js': () => import('../../../src/entries/bring-tests.js'),
  './bring-values.js': () => import('../../../src/entries/bring-values.js'),
  './cancel-lost-start.js': () => import('../../../src/entries/cancel-lost-start.js'),
  './follow-to-verdict.js': () => import('../../../src/entries/follow-to-verdict.js'),
  './inspection-schemas.js': () => import('../../../src/gitlab/inspection-schemas.js'),
  './schemas.js': () => import('../../../src/gitlab/schemas.js'),
  'node:v8': () => import('node:v8'),
  yaml: () => import('yaml'),
};

/** What no story asks for: nothing of it is loaded in virtual time. */
export const neverLoaded: ReadonlySet<string> = new Set([
  './bring-artifacts.js',
  './finish-feedback.js',
  './github-feedback.js',
  './github-secret-store.js',
  './open-github.js',
  './run-check.js',
  'node:crypto',
  'node:vm',
]);
