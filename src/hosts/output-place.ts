import { unfit, type Output, type OutputCarrier } from './output-carrier.js';
import { withinLimits, type OutputLimits } from './output-limits.js';

/** A place in which a host has each output by itself, and how one gets there. */
export interface OutputPlace {
  readonly audience: OutputCarrier['audience'];
  /** What is put there for a value; `undefined` for one that would not arrive unchanged. The value itself unless given. */
  readonly encode?: ((output: Output) => string | undefined) | undefined;
  readonly limits?: OutputLimits | undefined;
  /** What counts against the limits. What is put there unless given. */
  readonly counted?: ((output: Output) => string) | undefined;
  /** @throws {Error} when it cannot be put there. */
  readonly put: (text: string, output: Output) => void;
}

/** Puts what fits in its place; where a value does not, no older one stays. */
export function carrierTo({
  audience,
  put,
  limits = {},
  counted,
  encode = valueOf,
}: OutputPlace): OutputCarrier {
  const written = new Map<string, string>();
  return {
    audience,
    carry: (output) => {
      const { name } = output;
      const text = encode(output);
      const entry = counted?.(output) ?? text ?? '';
      const carried = text === undefined ? unfit : withinLimits(limits, written, [name, entry]);
      const hadOne = written.delete(name);
      if (text !== undefined && carried.kind === 'taken') {
        put(text, output);
        written.set(name, entry);
      } else if (hadOne) {
        const nothing: Output = { name, value: '', isSecret: false };
        put(encode(nothing) ?? '', nothing);
      }
      return carried;
    },
  };
}

function valueOf({ value }: Output): string {
  return value;
}
