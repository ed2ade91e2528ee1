import { InputError } from '../base/app-error.js';
import type { HostMeans } from './host-means.js';
import { unfit, type OutputCarrier } from './output-carrier.js';
import { withinLimits, type OutputLimits } from './output-limits.js';
import { carrierTo } from './output-place.js';
import { fileCodeOf } from './step-files.js';

/** How outputs are written in a file. */
interface OutputFormat {
  readonly audience: OutputCarrier['audience'];
  /** A line, with its end; `undefined` for a value that the format cannot hold. */
  readonly line: (name: string, value: string) => string | undefined;
  readonly limits?: OutputLimits | undefined;
}

/** Where a file of our own is. */
interface OwnPlace {
  readonly path: string;
  /** `host`: in a folder that the host made for it; in the working copy otherwise. */
  readonly owner?: 'host' | undefined;
}

/** A file of our own at `path`, written anew with each output: it holds those of the last call and nothing else. */
export function ownFile(
  means: HostMeans,
  { path, owner, audience, line, limits = {} }: OutputFormat & OwnPlace,
): OutputCarrier {
  const lines = new Map<string, string>();
  const write = (): void => means.writeText(path, Array.from(lines.values()).join(''), owner);
  return {
    audience,
    file: path,
    check: write,
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
      try {
        write();
      } catch (error) {
        throw means.isThere(path) ? stale(path, fileCodeOf(error)) : error;
      }
    },
  };
}

/** A later step would take what is in it for ours. */
function stale(path: string, code: string): InputError {
  const why =
    code === 'ELOOP'
      ? 'It is a symbolic link, or leads through one, which may have come with a checkout and is not followed'
      : `The system says ${code}`;
  return new InputError({
    code: 'invalid_input',
    what: `${path} is there already and cannot be replaced, so nothing was started: later steps would read the outputs of another run in it`,
    why,
    cure: 'Remove it before this step, or let this user write in its folder.',
  });
}

/** A file of the host's, whose path is in `variable`: a line is added for each output, and the last one of a name counts. */
export function hostFile(
  { environment, appendText }: HostMeans,
  { variable, audience, line, limits }: OutputFormat & { readonly variable: string },
): OutputCarrier {
  const append = (text: string): void => {
    const path = environment[variable] ?? '';
    if (path === '') throw new Error(`${variable} is not set`);
    appendText(path, text);
  };
  return carrierTo({
    audience,
    encode: ({ name, value }) => line(name, value),
    limits,
    put: append,
    check: () => append(''),
  });
}
