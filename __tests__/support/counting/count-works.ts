import { parentPort, workerData } from 'node:worker_threads';

import { createOperationCounter } from '../operations.js';
import type { Work } from './counting-thread.js';

// Before what it is to count is loaded.
const counter = createOperationCounter();
const { works } = (await import(String(workerData))) as { works: Readonly<Record<string, Work>> };

async function countsOf(name: string, pieces: readonly number[]): Promise<readonly number[]> {
  const work = works[name];
  if (work === undefined) throw new Error(`no work is named ${name}`);
  // What is made once is not counted.
  await work(pieces[0] ?? 1)();
  return counter.counts(pieces.map((count) => work(count)));
}

parentPort?.on('message', ({ name, pieces }: { name: string; pieces: readonly number[] }) => {
  void countsOf(name, pieces).then(
    (counts) => parentPort?.postMessage({ counts }),
    (error: unknown) => parentPort?.postMessage({ error }),
  );
});
parentPort?.postMessage({ names: Object.keys(works) });
