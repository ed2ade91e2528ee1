import type { HostMeans } from './host-means.js';
import { unfit, type OutputCarrier } from './output-carrier.js';
import { withinLimits, type OutputLimits } from './output-limits.js';
import { carrierTo } from './output-place.js';

/** How outputs are written in a file. */
interface OutputFormat {
  readonly audience: OutputCarrier['audience'];
  /** A line, with its end; `undefined` for a value that the format cannot hold. */
  readonly line: (name: string, value: string) => string | undefined;
  readonly limits?: OutputLimits | undefined;
}

/** A file of our own at `path`, written anew with each output: it holds those of the last call and nothing else. */
export function ownFile(
  means: HostMeans,
  { path, audience, line, limits = {} }: OutputFormat & { readonly path: string },
): OutputCarrier {
  const lines = new Map<string, string>();
  const write = (): void => means.writeText(path, Array.from(lines.values()).join(''));
  return {
    audience,
    carry: ({ name, value }) => {
      const next = line(name, value);
      const carried = next === undefined ? unfit : withinLimits(limits, lines, [name, next]);
      const hadOne = lines.delete(name);
      if (next !== undefined && carried.kind === 'taken') lines.set(name, next);
      if (hadOne || carried.kind === 'taken') write();
      return carried;
    },
    clear: () => {
      lines.clear();
      write();
    },
  };
}

/** A file of the host's, whose path is in `variable`: a line is added for each output, and the last one of a name counts. */
export function hostFile(
  { environment, appendText }: HostMeans,
  { variable, audience, line, limits }: OutputFormat & { readonly variable: string },
): OutputCarrier {
  return carrierTo({
    audience,
    encode: ({ name, value }) => line(name, value),
    limits,
    put: (text) => {
      const path = environment[variable] ?? '';
      if (path === '') throw new Error(`${variable} is not set`);
      appendText(path, text);
    },
  });
}
