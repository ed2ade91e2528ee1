import { InputError } from '../base/app-error.js';
import { leftOut, type Carried, type Output, type OutputCarrier } from './output-carrier.js';
import type { LostOutput, OutputKind, OutputSink } from './ports.js';

/** Where outputs go, and what has to be known to decide. */
export interface OutputSinkDeps {
  readonly carriers: readonly OutputCarrier[];
  readonly holdsSecret: (value: string) => boolean;
  /** Says something, unless the same has been said before. */
  readonly tellOnce: (text: string) => void;
}

type Answer = Carried | { readonly kind: 'failed'; readonly why: string };

/**
 * Hands each output to all carriers; one that takes it is enough. What cannot be handed on is said, and remembered: it fails a step that was asked
 * for it.
 */
export function outputSink({ carriers, holdsSecret, tellOnce }: OutputSinkDeps): OutputSink {
  const arrivals = new Map<string, Promise<string | undefined>>();
  const tellTrouble = (why: string): void =>
    tellOnce(`Outputs cannot be handed to later steps: ${why}. ${cure}`);

  const handTo = (carrier: OutputCarrier, output: Output): Answer => {
    if (output.isSecret && carrier.audience === 'whoever_may_see_the_build') return leftOut(openToAll);
    try {
      return carrier.carry(output);
    } catch (error) {
      tellTrouble(reasonOf(error));
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
      if (refusal?.kind === 'left_out') tellOnce(`The output ${name} was left out: ${refusal.why}. ${cure}`);
    },
    clear: () => {
      const problems: InputError[] = [];
      for (const { clear } of carriers) {
        try {
          clear?.();
        } catch (error) {
          if (error instanceof InputError) problems.push(error);
          else tellTrouble(reasonOf(error));
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

const openToAll = 'it holds a secret, which whoever may see the build could read here';

const noPlace = 'there is no place for outputs here';

const cure = 'With --output-file PATH, all of them are in a file.';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for no known reason';
  return 'code' in error ? String(error.code) : error.message;
}
