// @ts-check
// How a thread begins that reads TypeScript as we write it.
import { register } from 'node:module';

register('./typescript-hooks.js', import.meta.url);
await import(new URL('count-works.ts', import.meta.url).href);
