import { taken, unfit, type Carried, type Output, type OutputCarrier } from './output-carrier.js';
import { withinLimits, type OutputLimits } from './output-limits.js';

/** A place in which a host has each output by itself, and how one gets there. */
export type OutputPlace = PlaceRules &
  (
    | {
        /** @throws {Error} when it cannot be put there. */
        readonly put: (text: string, output: Output) => void;
      }
    | {
        /** Has a program put it there; gives what went wrong, if anything. */
        readonly send: (text: string, output: Output) => Promise<string | undefined>;
      }
  );

interface PlaceRules {
  readonly audience: OutputCarrier['audience'];
  /** What is put there for a value; `undefined` for one that would not arrive unchanged. The value itself unless given. */
  readonly encode?: ((output: Output) => string | undefined) | undefined;
  readonly limits?: OutputLimits | undefined;
  /** What counts against the limits. What is put there unless given. */
  readonly counted?: ((output: Output) => string) | undefined;
  readonly check?: OutputCarrier['check'];
}

/** Puts what fits in its place; where a value does not, no older one stays. */
export function carrierTo(place: OutputPlace): OutputCarrier {
  const { audience, limits = {}, counted, encode = valueOf, check } = place;
  const deliver = (text: string, output: Output): Carried => {
    if ('send' in place) return { kind: 'under_way', arrival: place.send(text, output) };
    place.put(text, output);
    return taken;
  };
  const written = new Map<string, string>();
  return {
    audience,
    check,
    carry: (output) => {
      const { name } = output;
      const text = encode(output);
      const entry = counted?.(output) ?? text ?? '';
      const fitting = text === undefined ? unfit : withinLimits(limits, written, [name, entry]);
      const hadOne = written.delete(name);
      if (text !== undefined && fitting.kind === 'taken') {
        const carried = deliver(text, output);
        written.set(name, entry);
        return carried;
      }
      if (hadOne) {
        const nothing: Output = { name, value: '', isSecret: false };
        deliver(encode(nothing) ?? '', nothing);
      }
      return fitting;
    },
  };
}

function valueOf({ value }: Output): string {
  return value;
}
