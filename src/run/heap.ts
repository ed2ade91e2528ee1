/**
 * Keeps V8 from growing its space for new objects. Each poll creates garbage, and over time V8 would reserve
 * about 60 MB more where 10 MB are in use. A step that waits beside other work should not take that memory.
 * Garbage collections become more frequent and stay at a few milliseconds.
 * @see bench/README.md for the measured savings
 */
export async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // V8 reads the flag before each growth, so it may be set late. A V8 without the flag prints a warning to
  // standard error and continues.
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Returns a function that makes V8 collect its young generation, in about a millisecond. Chunks of a stream
 * are allocated outside the V8 heap, where they hardly count: V8 would keep about 60 MB of them before it
 * collects.
 * @see bench/README.md for the measured savings
 */
export async function youngCollector(): Promise<() => void> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
    import('node:v8'),
    import('node:vm'),
  ]);
  setFlagsFromString('--expose-gc');
  // Only a context created after the flag is set has the function. Without it, artifacts are downloaded all
  // the same.
  const collect: unknown = runInNewContext('globalThis.gc');
  return typeof collect === 'function'
    ? () => void Reflect.apply(collect, undefined, [{ type: 'minor' }])
    : () => undefined;
}
