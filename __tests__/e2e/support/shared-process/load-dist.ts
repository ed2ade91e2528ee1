import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

import { builtinView } from './builtin-views.js';
import { processView, timersView } from './process-in-test.js';

/** Where a module of `dist/` finds what it takes for `process` and for timers. */
const viewsKey = 'gitlab-trigger.process';
const views = { process: processView, ...timersView };
(vm.runInThisContext('globalThis') as Record<symbol, unknown>)[Symbol.for(viewsKey)] = views;
const preamble = `const {${Object.keys(views).join()}} = globalThis[Symbol.for(${JSON.stringify(viewsKey)})];`;

/** Every file of `dist/` is evaluated once for a suite, but for the small ones that start an entry. */
const modules = new Map<string, vm.Module>();

/** Evaluates a file as the program of a process: `dist/cli.js`. */
export async function evaluateProgram(file: string): Promise<void> {
  const program = sourceOf(pathToFileURL(file).href);
  // Two programs may begin at the same time, and must not link the same file twice.
  await evaluated('./index.js', program);
  await program.link(moduleOf);
  await program.evaluate();
}

function sourceOf(url: string): vm.SourceTextModule {
  // On the first line, so that the numbers of lines stay.
  const text = readFileSync(fileURLToPath(url), 'utf8').replace(/^#!.*/, '');
  return new vm.SourceTextModule(`${preamble}${text}`, {
    identifier: url,
    initializeImportMeta: (meta) => {
      meta.url = url;
    },
    importModuleDynamically: async (specifier, from) => await evaluated(specifier, from),
  });
}

function moduleOf(specifier: string, from: vm.Module): vm.Module {
  const url = specifier.startsWith('.') ? new URL(specifier, from.identifier).href : specifier;
  const known = modules.get(url);
  if (known !== undefined) return known;
  const module = specifier.startsWith('.') ? sourceOf(url) : builtinModule(url);
  modules.set(url, module);
  return module;
}

function builtinModule(name: string): vm.SyntheticModule {
  const exports = builtinView(name);
  const names = Object.keys(exports).filter((key) => key !== 'default');
  return new vm.SyntheticModule([...names, 'default'], function setExports() {
    for (const key of names) this.setExport(key, exports[key]);
    this.setExport('default', exports);
  });
}

/** Several runs may load the same file at the same time. */
const evaluations = new Map<vm.Module, Promise<void>>();

async function evaluated(specifier: string, from: vm.Module): Promise<vm.Module> {
  const module = moduleOf(specifier, from);
  const known = evaluations.get(module);
  const evaluation =
    known ??
    (async (): Promise<void> => {
      if (module.status === 'unlinked') await module.link(moduleOf);
      await module.evaluate();
    })();
  evaluations.set(module, evaluation);
  await evaluation;
  return module;
}
