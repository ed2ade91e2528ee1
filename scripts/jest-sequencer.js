// @ts-check
// The order in which Jest hands suites to its workers.
import sequencer from '@jest/test-sequencer';

// Its types describe the CommonJS module, and Node imports the other one.
const TestSequencer = /** @type {typeof sequencer.default} */ (/** @type {unknown} */ (sequencer));

/**
 * Folders of `__tests__` whose suites mostly wait for processes and clocks, longest first: about how many
 * seconds one of these takes.
 */
const waiting = { leak: 20, e2e: 12, integration: 2 };

/** The same of folders whose suites keep a core busy. */
const busy = { simulation: 25, contract: 4, property: 2, unit: 0.3 };

/** @typedef {Parameters<InstanceType<typeof TestSequencer>['sort']>[0]} Tests */

/** @param {Tests[number]} test */
function folderOf({ path }) {
  return /\/__tests__\/([^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1] ?? '';
}

/**
 * Folder by folder, each with its place in this lane: 0 is its start, and 1 its end.
 * @param {Tests} tests longest first
 * @param {Readonly<Record<string, number>>} lane
 */
function placesIn(tests, lane) {
  const folders = Object.keys(lane);
  const rankOf = (/** @type {Tests[number]} */ test) => folders.indexOf(folderOf(test));
  const secondsOf = (/** @type {Tests[number]} */ test) => lane[folderOf(test)] ?? 1;
  const total = tests.reduce((sum, test) => sum + secondsOf(test), 0);
  let before = 0;
  return tests
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((test) => {
      const place = before / total;
      before += secondsOf(test);
      return { test, place };
    });
}

/**
 * Long suites begin first, so that none is left to one worker alone in the end. On a fresh clone Jest knows
 * no durations and goes by the size of files: a short file that lives through thousands of stories would come
 * last.
 *
 * Suites that wait are spread evenly among the others. Were they all first, the cores would idle then, and
 * the workers would take turns on them afterwards.
 */
class LongestFirst extends TestSequencer {
  /**
   * @override
   * @param {Tests} tests
   */
  async sort(tests) {
    const bySize = await super.sort(tests);
    const isWaiting = (/** @type {Tests[number]} */ test) => folderOf(test) in waiting;
    const others = bySize.filter((test) => !isWaiting(test));
    return [...placesIn(bySize.filter(isWaiting), waiting), ...placesIn(others, busy)]
      .toSorted((a, b) => a.place - b.place)
      .map(({ test }) => test);
  }
}

export { LongestFirst as default };
