import { runEntry, type Entry } from './run-entry.js';

/**
 * The entries of the bundle, each loaded only when it runs: whatever comes before `runEntry` is a time in which a signal would kill us without a
 * word. The root action is in the same file, because it is the one that is in a hurry; the others have files of their own.
 */
const entries = {
  trigger: async (): Promise<Entry> =>
    (await import(/* webpackMode: "eager" */ './trigger.js')).triggerEntry(),
  wait: async (): Promise<Entry> => (await import('./wait.js')).waitEntry(),
  cancel: async (): Promise<Entry> => (await import('./cancel.js')).cancelEntry(),
  tokens: async (): Promise<Entry> => (await import('./tokens.js')).tokensEntry(),
  cleanup: async (): Promise<Entry> => (await import('./cleanup.js')).cleanupEntry(),
  cli: async (): Promise<Entry> => await (await import('./cli.js')).cliEntry(),
  demo: async (): Promise<Entry> => (await import('./demo.js')).demoEntry(),
} as const;

export * from './library.js';

/** Starts an entry; the stubs in `dist/` call this. */
export function start(name: keyof typeof entries): void {
  runEntry(entries[name]);
}
