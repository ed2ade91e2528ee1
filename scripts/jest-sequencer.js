// @ts-check
// The order in which Jest hands suites to its workers.
import sequencer from '@jest/test-sequencer';

// Its types describe the CommonJS module, and Node imports the other one.
const TestSequencer = /** @type {typeof sequencer.default} */ (/** @type {unknown} */ (sequencer));

/** Folders of `__tests__` whose suites mostly wait for processes and clocks, longest first. */
const waiting = ['leak', 'e2e', 'integration'];

/** Folders whose suites keep a core busy, longest first. */
const busy = ['simulation', 'contract', 'property', 'unit'];

/** @typedef {Parameters<InstanceType<typeof TestSequencer>['sort']>[0]} Tests */

/** @param {Tests[number]} test */
function folderOf({ path }) {
  return /\/__tests__\/([^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1] ?? '';
}

/**
 * @param {Tests} tests longest first
 * @param {readonly string[]} folders
 */
function byFolder(tests, folders) {
  const rankOf = (/** @type {Tests[number]} */ test) => folders.indexOf(folderOf(test));
  return tests.toSorted((a, b) => rankOf(a) - rankOf(b));
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
    const isWaiting = (/** @type {Tests[number]} */ test) => waiting.includes(folderOf(test));
    const lanes = [
      byFolder(bySize.filter(isWaiting), waiting),
      byFolder(
        bySize.filter((test) => !isWaiting(test)),
        busy,
      ),
    ];
    return lanes
      .flatMap((lane) => lane.map((test, index) => ({ test, share: index / lane.length })))
      .toSorted((a, b) => a.share - b.share)
      .map(({ test }) => test);
  }
}

export { LongestFirst as default };
