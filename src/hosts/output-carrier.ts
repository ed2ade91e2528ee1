import type { OutputKind } from './ports.js';

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
   * Hands an output over, at once. An older value of the same name is gone, also when the new one is left out.
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
