/**
 * Keeps standard output for what a command produces: whatever else is written there from now on, also by packages that know nothing of this, goes to standard error. Gives
 * the way to the real one.
 */
export function keepStandardOutput(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (text) => void write(text);
}

/** A reader that has gone away (`| head`) must not end a run halfway: what it would have read is lost, and nothing else. */
export function survivePipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
