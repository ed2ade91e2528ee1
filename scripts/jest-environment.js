// @ts-check
// Jest's environment for Node, in a context whose globals cost no more than elsewhere.
import asyncHooks from 'node:async_hooks';
import vm from 'node:vm';

import { TestEnvironment } from 'jest-environment-node';

const { compileFunction, createContext } = vm;

/** @typedef {{ code: string, script: vm.Script }} Compiled */

/** What packages consist of, by file and parameters: as long as the worker lives. */
const compiled = /** @type {Map<string, Compiled>} */ (new Map());

/**
 * Compiles a module of a package once for all suites of a worker. Each suite gets fresh globals and modules,
 * and Jest compiles its own twenty packages anew for each: a third of the time of a short suite. A script can
 * run in any context, and V8 then reuses what it has compiled. What imports lazily is left to Jest, because
 * such a script belongs to the suite that it was compiled for.
 * @param {string} code
 * @param {readonly string[]} parameters
 * @param {vm.CompileFunctionOptions} options
 */
function compileOnce(code, parameters = [], options = {}) {
  const { filename = '', parsingContext } = options;
  if (parsingContext === undefined || !/[\\/]node_modules[\\/]/.test(filename)) {
    return compileFunction(code, parameters, options);
  }
  const key = JSON.stringify([filename, parameters]);
  let entry = compiled.get(key);
  if (entry?.code !== code) {
    if (/\bimport\s*\(/.test(code)) return compileFunction(code, parameters, options);
    const head = `(function (${parameters.join(', ')}) {`;
    try {
      entry = { code, script: new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length }) };
    } catch {
      // Jest words the fault.
      return compileFunction(code, parameters, options);
    }
    compiled.set(key, entry);
  }
  return /** @type {ReturnType<typeof compileFunction>} */ (entry.script.runInContext(parsingContext));
}

vm.compileFunction = compileOnce;

const { AsyncLocalStorage } = asyncHooks;

/**
 * Jest's runner keeps the current test in an `AsyncLocalStorage`. Node 20 has every promise pass through a
 * hook once one of those is in use, and a test that simulates an hour makes hundreds of thousands of them.
 * Where one test runs after another, a variable holds the same.
 * @template T
 */
class CurrentTest {
  /** @type {T | undefined} */
  #current;

  getStore() {
    return this.#current;
  }

  /**
   * @template R
   * @param {T} store
   * @param {() => Promise<R>} work
   */
  async run(store, work) {
    const before = this.#current;
    this.#current = store;
    try {
      return await work();
    } finally {
      this.#current = before;
    }
  }
}

/** @param {unknown} storage that whoever asks for it now is to get */
function offerStorage(storage) {
  Object.assign(asyncHooks, { AsyncLocalStorage: storage });
}

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

  /** @override */
  async setup() {
    await super.setup();
    offerStorage(CurrentTest);
  }

  /** @param {{ readonly name: string }} event of which `setup` is the first, once the runner is loaded */
  handleTestEvent({ name }) {
    if (name === 'setup') offerStorage(AsyncLocalStorage);
  }
}

export { PlainEnvironment as default };
