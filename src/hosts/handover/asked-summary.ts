import type { Host } from '../host.js';

/**
 * The host, which fails a step whose report was asked for and could not be written. It is written by default,
 * and nobody misses what was not asked for. A runner of GitHub gives the default as if it were given, so that
 * an action cannot tell.
 */
export function withAskedSummary<SomeHost extends Pick<Host, 'summary' | 'inputs'>>(
  host: SomeHost,
): SomeHost {
  const { summary } = host;
  if ((host.inputs.read('summary') ?? '').trim() === '') return host;
  let isLost = false;
  return {
    ...host,
    summary: {
      ...summary,
      write: async (markdown) => {
        const isWritten = await summary.write(markdown);
        isLost ||= !isWritten;
        return isWritten;
      },
      fault: () =>
        summary.fault?.() ??
        (isLost
          ? {
              code: 'output_lost',
              what: 'The report is not where this CI shows it, and summary asked for it',
              why: 'The place for it could not be written.',
              hint: 'Make room there, or drop the input summary: then a lost report is only a warning. With the command, summary_file has it on every CI.',
            }
          : undefined),
    },
  };
}
