import { assertNever } from '../base/assert-never.js';
import { InputError } from '../base/errors.js';
import { createHoldings, type Holdings, staleFault, undeliveredFault } from './handover/holdings.js';
import type { LostOutput, OutputKind, OutputSink } from './host.js';

/** The result of passing an output to one place. */
export type Carried = Fitting | UnderWay;

/** Whether a place accepts an output. */
export type Fitting = { readonly kind: 'taken' } | LeftOut;

interface LeftOut {
  readonly kind: 'left_out';
  /** To be read behind "was left out:". */
  readonly why: string;
  /** Resolves to the error, if any, of a program that removes the older value. */
  readonly removal?: Promise<string | undefined> | undefined;
}

/** A program is processing it. */
interface UnderWay {
  readonly kind: 'under_way';
  /** Resolves to the error, if any. */
  readonly arrival: Promise<string | undefined>;
}

/** An output to be passed on. */
export interface Output {
  readonly name: string;
  readonly value: string;
  readonly isSecret: boolean;
}

/** A place through which a host passes outputs to later steps. */
export interface OutputCarrier {
  /** Whether only later steps can read it, so that it may contain secrets. */
  readonly audience: 'later_steps' | 'whoever_may_see_the_build';
  /** The file that is rewritten with each output. */
  readonly file?: string | undefined;
  /**
   * Passes an output on immediately. Removes an older value of the same name, also if the new one is omitted.
   * @throws {Error} when the place cannot be written.
   */
  readonly carry: (output: Output) => Carried;
  /**
   * Removes what an earlier call left in a place that outlives it; `names` are the outputs that it may have
   * had besides values.
   * @throws {InputError} when it cannot be removed.
   * @throws {Error} when the place cannot be written and is empty.
   */
  readonly clear?: ((names: readonly string[]) => void) | undefined;
  /**
   * Tests the place without writing to it.
   * @throws {Error} when it cannot be written.
   */
  readonly check?: ((kind: OutputKind) => void) | undefined;
}

export const taken: Fitting = { kind: 'taken' };

/** The result for an output that a place cannot take; `why` follows "because" in a sentence. */
export function leftOut(why: string): Fitting {
  return { kind: 'left_out', why };
}

/** A value that no place can pass on unchanged. */
export const unfit = leftOut('it has line breaks or other characters that would not arrive unchanged');

/** What the sink needs to decide where outputs go. */
export interface OutputSinkDeps {
  readonly carriers: readonly OutputCarrier[];
  readonly holdsSecret: (value: string) => boolean;
  /** Logs a warning unless the same one was logged before. */
  readonly warnOnce: (text: string) => void;
  /** The same for what is no error: a place does not take every output. A warning unless given. */
  readonly noteOnce?: ((text: string) => void) | undefined;
}

type Answer = Carried | { readonly kind: 'failed'; readonly why: string };

/** Thrown where the host did not give this step the place: nobody expects an output in it. */
export class NoPlaceError extends Error {}

/**
 * Passes each output to all places; one that accepts it is enough. Warns about outputs that reach no place
 * and remembers them: they fail a step that was asked for them. A place that took one output of this call and
 * not a later one misleads later steps, and one that failed for all of them leaves later steps with nothing;
 * both fail any step.
 */
export function outputSink(deps: OutputSinkDeps): OutputSink {
  const { carriers, holdsSecret, warnOnce, noteOnce = warnOnce } = deps;
  const arrivals = new Map<string, Promise<string | undefined>>();
  const places = carriers.map((carrier) => ({
    carrier,
    holdings: createHoldings(carrier.file !== undefined),
  }));
  /** Whether a place that exists did not take an output. */
  let hasFailed = false;
  const reportError = (why: string): void =>
    warnOnce(`Outputs cannot be handed to later steps: ${why}. ${hint}`);

  const handTo = (carrier: OutputCarrier, output: Output): Answer => {
    if (output.isSecret && carrier.audience === 'whoever_may_see_the_build') return leftOut(openToAll);
    try {
      return carrier.carry(output);
    } catch (error) {
      hasFailed ||= !(error instanceof NoPlaceError);
      reportError(reasonOf(error));
      return { kind: 'failed', why: reasonOf(error) };
    }
  };

  return {
    keeps: keptBy(carriers),
    files: carriers.flatMap(({ file }) => (file === undefined ? [] : [file])),
    set: (name, value) => {
      const output: Output = { name, value, isSecret: holdsSecret(value) };
      const answers = places.map(({ carrier, holdings }) => {
        const answer = handTo(carrier, output);
        record(holdings, output, answer);
        if (answer.kind === 'under_way')
          void answer.arrival.then((failure) => (hasFailed ||= failure !== undefined));
        return answer;
      });
      arrivals.set(name, arrivalOf(answers));
      if (answers.some(({ kind }) => kind === 'taken' || kind === 'under_way')) return;
      const refusal = answers.find((answer) => answer.kind === 'left_out');
      if (refusal?.kind === 'left_out') noteOnce(`The output ${name} was left out: ${refusal.why}. ${hint}`);
    },
    clear: (names) => {
      const problems: InputError[] = [];
      for (const { clear } of carriers) {
        try {
          clear?.(names);
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
      return problems.includes(undefined) ? undefined : problems[0]?.why;
    },
    blocked: () => {
      const problems = carriers.map((carrier) => problemOf(carrier, 'open'));
      if (problems.some((problem) => problem === undefined || problem.isNoPlace)) return undefined;
      return problems[0]?.why;
    },
    lost: async () => {
      const ends = await Promise.all(
        Array.from(arrivals, async ([name, arrival]) => ({ name, why: await arrival })),
      );
      return ends.filter((end): end is LostOutput => end.why !== undefined);
    },
    stale: () => {
      const found = places.flatMap(({ holdings }) => holdings.stale());
      return staleFault(new Map(found.map(({ name, why }) => [name, why])));
    },
    undelivered: () => {
      if (!hasFailed || places.some(({ holdings }) => holdings.holdsAny())) return undefined;
      return undeliveredFault(
        new Map(places.flatMap(({ holdings }) => holdings.missing()).map(({ name, why }) => [name, why])),
      );
    },
  };
}

/** Notes what a place has made of an output, at once or when a program has ended. */
function record(holdings: Holdings, output: Output, answer: Answer): void {
  const { name } = output;
  const note = (failure: string | undefined, onSuccess: () => void): void => {
    if (failure === undefined) onSuccess();
    else holdings.missed(output, failure);
  };
  switch (answer.kind) {
    case 'taken':
      holdings.took(output);
      return;
    case 'failed':
      holdings.missed(output, answer.why);
      return;
    case 'under_way':
      void answer.arrival.then((failure) => note(failure, () => holdings.took(output)));
      return;
    case 'left_out':
      if (answer.removal === undefined) holdings.removed(name);
      else void answer.removal.then((failure) => note(failure, () => holdings.removed(name)));
      return;
    default:
      assertNever(answer);
  }
}

function keptBy(carriers: readonly OutputCarrier[]): OutputSink['keeps'] {
  if (carriers.length === 0) return 'nothing';
  return carriers.some(({ audience }) => audience === 'later_steps') ? undefined : 'no_secrets';
}

/** Why an output reached no place, once that is known. */
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

function problemOf(
  { audience, check }: OutputCarrier,
  kind: OutputKind,
): { readonly why: string; readonly isNoPlace: boolean } | undefined {
  if (kind === 'secret' && audience === 'whoever_may_see_the_build')
    return { why: openToAll, isNoPlace: true };
  try {
    check?.(kind);
    return undefined;
  } catch (error) {
    return { why: reasonOf(error), isNoPlace: error instanceof NoPlaceError };
  }
}

const openToAll = 'it holds a secret, which everyone who can see the build could read here';

const noPlace = 'there is no place for outputs here';

const hint = 'With --output-file PATH, all of them are in a file.';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  return 'code' in error ? String(error.code) : error.message;
}

/** The limits of a host. */
export interface OutputLimits {
  /** Size of all outputs together, as written. */
  readonly totalBytes?: number | undefined;
  readonly entries?: number | undefined;
  /** Size of one output, as written. */
  readonly entryBytes?: number | undefined;
}

/** Room that a long value must leave for the short ones, which are repeated until the end. */
const reservedBytes = 512;

const longBytes = 300;

/** Decides whether an output fits beside the others; `written` contains each output as written, by name. */
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

/** A place that holds each output separately, and how to put one there. */
export type OutputPlace = PlaceRules &
  (
    | {
        /** @throws {Error} when the output cannot be stored. */
        readonly put: (text: string, output: Output) => void;
      }
    | {
        /** Makes a program store it; resolves to the error, if any. */
        readonly send: (text: string, output: Output) => Promise<string | undefined>;
      }
  );

interface PlaceRules {
  readonly audience: OutputCarrier['audience'];
  /**
   * The stored form of a value; `undefined` if it would not arrive unchanged. The value itself unless given.
   */
  readonly encode?: ((output: Output) => string | undefined) | undefined;
  readonly limits?: OutputLimits | undefined;
  /** The text that counts against the limits; the stored form unless given. */
  readonly counted?: ((output: Output) => string) | undefined;
  readonly check?: OutputCarrier['check'];
}

/** Stores the values that fit. If a new value does not fit, the older one is removed. */
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
      if (text !== undefined && fitting.kind === 'taken') {
        const carried = deliver(text, output);
        written.set(name, entry);
        return carried;
      }
      if (fitting.kind === 'taken' || !written.has(name)) return fitting;
      const nothing: Output = { name, value: '', isSecret: false };
      const removal = deliver(encode(nothing) ?? '', nothing);
      written.delete(name);
      return removal.kind === 'under_way' ? { ...fitting, removal: removal.arrival } : fitting;
    },
  };
}

function valueOf({ value }: Output): string {
  return value;
}
