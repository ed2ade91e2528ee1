import { InputError } from '../base/errors.js';
import type { LostOutput, OutputKind, OutputSink } from './host.js';

/** What became of an output at one place. */
export type Carried = Fitting | UnderWay;

/** Whether a place takes an output. */
export type Fitting =
  | { readonly kind: 'taken' }
  /** To be read behind "was left out:". */
  | { readonly kind: 'left_out'; readonly why: string };

/** A program has it. */
interface UnderWay {
  readonly kind: 'under_way';
  /** Gives what went wrong, if anything. */
  readonly arrival: Promise<string | undefined>;
}

/** An output on its way. */
export interface Output {
  readonly name: string;
  readonly value: string;
  readonly isSecret: boolean;
}

/** A place in which a host takes outputs to later steps. */
export interface OutputCarrier {
  /** Whether only later steps can read it, so that it may hold secrets. */
  readonly audience: 'later_steps' | 'whoever_may_see_the_build';
  /** The file that it writes anew with each output. */
  readonly file?: string | undefined;
  /**
   * Hands an output over, at once. An older value of the same name is gone, also when the new one is left
   * out.
   * @throws {Error} when the place cannot be written.
   */
  readonly carry: (output: Output) => Carried;
  /**
   * Forgets what an earlier call left, in a place that outlives it.
   * @throws {InputError} when it stays there.
   * @throws {Error} when the place cannot be written, and has nothing.
   */
  readonly clear?: (() => void) | undefined;
  /** Tries the place without putting anything there. @throws {Error} when it cannot be written. */
  readonly check?: ((kind: OutputKind) => void) | undefined;
}

export const taken: Fitting = { kind: 'taken' };

export function leftOut(why: string): Fitting {
  return { kind: 'left_out', why };
}

/** What no place can take that would change it on the way. */
export const unfit = leftOut('it has line breaks or other characters that would not arrive unchanged');

/** Where outputs go, and what has to be known to decide. */
export interface OutputSinkDeps {
  readonly carriers: readonly OutputCarrier[];
  readonly holdsSecret: (value: string) => boolean;
  /** Says something, unless the same has been said before. */
  readonly warnOnce: (text: string) => void;
}

type Answer = Carried | { readonly kind: 'failed'; readonly why: string };

/**
 * Hands each output to all carriers; one that takes it is enough. What cannot be handed on is said, and
 * remembered: it fails a step that was asked for it.
 */
export function outputSink({ carriers, holdsSecret, warnOnce }: OutputSinkDeps): OutputSink {
  const arrivals = new Map<string, Promise<string | undefined>>();
  const reportError = (why: string): void =>
    warnOnce(`Outputs cannot be handed to later steps: ${why}. ${hint}`);

  const handTo = (carrier: OutputCarrier, output: Output): Answer => {
    if (output.isSecret && carrier.audience === 'whoever_may_see_the_build') return leftOut(openToAll);
    try {
      return carrier.carry(output);
    } catch (error) {
      reportError(reasonOf(error));
      return { kind: 'failed', why: reasonOf(error) };
    }
  };

  return {
    keeps: keptBy(carriers),
    files: carriers.flatMap(({ file }) => (file === undefined ? [] : [file])),
    set: (name, value) => {
      const output: Output = { name, value, isSecret: holdsSecret(value) };
      const answers = carriers.map((carrier) => handTo(carrier, output));
      arrivals.set(name, arrivalOf(answers));
      if (answers.some(({ kind }) => kind === 'taken' || kind === 'under_way')) return;
      const refusal = answers.find((answer) => answer.kind === 'left_out');
      if (refusal?.kind === 'left_out') warnOnce(`The output ${name} was left out: ${refusal.why}. ${hint}`);
    },
    clear: () => {
      const problems: InputError[] = [];
      for (const { clear } of carriers) {
        try {
          clear?.();
        } catch (error) {
          if (error instanceof InputError) problems.push(error);
          else reportError(reasonOf(error));
        }
      }
      const [first] = problems;
      if (first !== undefined) throw first;
    },
    hindrance: (kind) => {
      const problems = carriers.map((carrier) => problemOf(carrier, kind));
      if (carriers.length === 0) return noPlace;
      return problems.includes(undefined) ? undefined : problems[0];
    },
    lost: async () => {
      const ends = await Promise.all(
        Array.from(arrivals, async ([name, arrival]) => ({ name, why: await arrival })),
      );
      return ends.filter((end): end is LostOutput => end.why !== undefined);
    },
  };
}

function keptBy(carriers: readonly OutputCarrier[]): OutputSink['keeps'] {
  if (carriers.length === 0) return 'nothing';
  return carriers.some(({ audience }) => audience === 'later_steps') ? undefined : 'no_secrets';
}

/** Why it has reached no place, once that is known. */
async function arrivalOf(answers: readonly Answer[]): Promise<string | undefined> {
  const whys = await Promise.all(
    answers.map(async (answer) => {
      if (answer.kind === 'taken') return undefined;
      return answer.kind === 'under_way' ? await answer.arrival : answer.why;
    }),
  );
  if (whys.length === 0) return noPlace;
  return whys.includes(undefined) ? undefined : whys[0];
}

function problemOf({ audience, check }: OutputCarrier, kind: OutputKind): string | undefined {
  if (kind === 'secret' && audience === 'whoever_may_see_the_build') return openToAll;
  try {
    check?.(kind);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

const openToAll = 'it holds a secret, which everyone who can see the build could read here';

const noPlace = 'there is no place for outputs here';

const hint = 'With --output-file PATH, all of them are in a file.';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  return 'code' in error ? String(error.code) : error.message;
}

/** How much a host takes. */
export interface OutputLimits {
  /** Of everything together, as it is written. */
  readonly totalBytes?: number | undefined;
  readonly entries?: number | undefined;
  /** Of one output, as it is written. */
  readonly entryBytes?: number | undefined;
}

/** A long value leaves so much room for the short ones, which come again and again until the end. */
const reservedBytes = 512;

const longBytes = 300;

/** Decides whether an output has room beside the others; `written` holds each as it is written, by name. */
export function withinLimits(
  limits: OutputLimits,
  written: ReadonlyMap<string, string>,
  [name, text]: readonly [string, string],
): Fitting {
  const { totalBytes, entries, entryBytes } = limits;
  const bytes = Buffer.byteLength(text);
  if (entryBytes !== undefined && bytes > entryBytes)
    return leftOut(`a value takes ${entryBytes} bytes at most here`);
  const others = Array.from(written).filter(([other]) => other !== name);
  if (entries !== undefined && others.length >= entries)
    return leftOut(`there is room for ${entries} outputs here`);
  const reserved = bytes > longBytes ? reservedBytes : 0;
  const total = others.reduce((sum, [, other]) => sum + Buffer.byteLength(other), bytes + reserved);
  if (totalBytes !== undefined && total > totalBytes)
    return leftOut(`there is room for ${totalBytes} bytes of outputs here`);
  return taken;
}

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
  /**
   * What is put there for a value; `undefined` for one that would not arrive unchanged. The value itself
   * unless given.
   */
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
