// @ts-check
// Jest's environment for Node, in a context whose globals cost no more than elsewhere.
import vm from 'node:vm';

import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

/**
 * Jest watches every access to a global (`JSON`, `Array`, `Buffer`) through a proxy, to tidy up a suite's
 * globals when it ends. That makes each of them a hundred times as slow, and suites spend up to a third of
 * their time there. A context that is dropped takes its globals along, so nothing needs to be tidied up.
 */
class PlainEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} parameters */
  constructor(...parameters) {
    // Node before 20.18 and 22.8 cannot make such a context: there it is Jest's own, and slower.
    const plain = /** @type {typeof vm.constants.DONT_CONTEXTIFY | undefined} */ (
      vm.constants.DONT_CONTEXTIFY
    );
    if (plain !== undefined) vm.createContext = () => createContext(plain);
    try {
      super(...parameters);
    } finally {
      vm.createContext = createContext;
    }
  }
}

export { PlainEnvironment as default };
