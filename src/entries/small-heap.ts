/**
 * Keeps V8 from enlarging its space for new objects. Every look at a pipeline makes garbage, so over time V8 would give it some sixty megabytes more,
 * where ten are in use: a step that waits beside other work should not take them. Collections come more often and stay at a few milliseconds.
 * @see bench/README.md, for what it saves
 */
export async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // V8 reads it anew before each growth, so that it may be set late; one that does not know it says so on standard error and goes on.
  setFlagsFromString('--semi-space-growth-factor=1');
}
