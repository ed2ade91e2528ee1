// @ts-check
// How a process begins that reads TypeScript as we write it.
import { register } from 'node:module';

// oxlint-disable-next-line typescript/no-deprecated -- Node 20 has no registerHooks
register('./typescript-hooks.js', import.meta.url);
await import(new URL('count-works.ts', import.meta.url).href);
