// @ts-check
// The order in which Jest hands suites to its workers.
import sequencer from '@jest/test-sequencer';

// Its types describe the CommonJS module, and Node imports the other one.
const TestSequencer = /** @type {typeof sequencer.default} */ (/** @type {unknown} */ (sequencer));

/** Folders of `__tests__`, those whose suites take longest first. */
const folders = ['simulation', 'e2e', 'leak', 'contract', 'property', 'integration', 'unit'];

/** @typedef {Parameters<InstanceType<typeof TestSequencer>['sort']>[0]} Tests */

/** @param {Tests[number]} test */
function rankOf({ path }) {
  const file = path.replaceAll('\\', '/');
  return folders.findIndex((folder) => file.includes(`/__tests__/${folder}/`));
}

/**
 * Long suites begin first, so that none is left to one worker alone in the end. On a fresh clone Jest knows
 * no durations and goes by the size of files: a short file that lives through thousands of stories would come
 * last.
 */
class LongestFirst extends TestSequencer {
  /**
   * @override
   * @param {Tests} tests
   */
  async sort(tests) {
    const bySize = await super.sort(tests);
    return bySize.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

export { LongestFirst as default };
