import { createOperationCounter } from '../operations.js';
import type { Counted, Work } from './counting-process.js';

// Before what it is to count is loaded.
const counter = createOperationCounter();
const { works } = (await import(process.argv[2] ?? '')) as { works: Readonly<Record<string, Work>> };

async function countsOf(name: string, pieces: readonly number[]): Promise<readonly number[]> {
  const work = works[name];
  if (work === undefined) throw new Error(`no work is named ${name}`);
  // What is made once is not counted.
  await work(pieces[0] ?? 1)();
  return counter.counts(pieces.map((count) => work(count)));
}

function say(counted: Counted): void {
  process.send?.(counted);
}

process.on('message', ({ name, pieces }: { name: string; pieces: readonly number[] }) => {
  void countsOf(name, pieces).then(
    (counts) => say({ counts }),
    (error: unknown) => say({ error: error instanceof Error ? error : new Error(String(error)) }),
  );
});
say({ names: Object.keys(works) });
