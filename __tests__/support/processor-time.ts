/**
 * How long `work` kept the processor busy, in milliseconds: what other programs do meanwhile does not count.
 */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
