/**
 * Keeps V8 from enlarging its space for new objects. Every look at a pipeline makes garbage, so over time V8
 * would give it some sixty megabytes more, where ten are in use: a step that waits beside other work should
 * not take them. Collections come more often and stay at a few milliseconds.
 * @see bench/README.md, for what it saves
 */
export async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // V8 reads it anew before each growth, so that it may be set late; one that does not know it says so on
  // standard error and goes on.
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * A function that has V8 throw away its youngest garbage, in about a millisecond. Pieces of a stream lie
 * outside its heap, where they hardly count: V8 leaves some sixty megabytes of them lying about before it
 * looks by itself.
 * @see bench/README.md, for what it saves
 */
export async function youngCollector(): Promise<() => void> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
    import('node:v8'),
    import('node:vm'),
  ]);
  setFlagsFromString('--expose-gc');
  // Only a context that is made after the flag has the function; one that has none is no reason to do without
  // artifacts.
  const collect: unknown = runInNewContext('globalThis.gc');
  return typeof collect === 'function'
    ? () => void Reflect.apply(collect, undefined, [{ type: 'minor' }])
    : () => undefined;
}
