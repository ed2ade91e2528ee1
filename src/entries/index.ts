import type { ActionRun } from '../run/context.js';
import { runEntry, type Entry } from './process.js';

/**
 * The entries of the bundle; each is loaded only when it runs, because a signal kills the process without a
 * message until `runEntry` has been called. The root action is in the same file because it starts most often.
 * The others have files of their own.
 */
const entries = {
  trigger: () =>
    actionOf(async () => (await import(/* webpackMode: "eager" */ '../run/trigger.js')).triggerAction),
  wait: () => actionOf(async () => (await import('../run/wait.js')).waitAction),
  cancel: () => actionOf(async () => (await import('../run/cancel.js')).cancelAction),
  tokens: () => actionOf(async () => (await import('../run/tokens/tokens.js')).tokensAction),
  cleanup: () => actionOf(async () => (await import('../run/cleanup.js')).cleanupAction),
  simulate: () => actionOf(async () => (await import('../run/simulation/start.js')).simulateAction),
  'stop-simulate': () => actionOf(async () => (await import('../run/simulation/stop.js')).stopSimulateAction),
  cli: async (): Promise<Entry> => await (await import('./cli.js')).cliEntry(),
  demo: async (): Promise<Entry> => (await import('./demo.js')).demoEntry(),
} as const;

export * from './library.js';
export * from './simulator.js';

/** Starts an entry; the stubs in `dist/` call this. */
export function start(name: keyof typeof entries): void {
  runEntry(entries[name]);
}

async function actionOf(load: () => Promise<ActionRun>): Promise<Entry> {
  const { actionEntry } = await import(/* webpackMode: "eager" */ './action.js');
  return actionEntry(await load());
}
