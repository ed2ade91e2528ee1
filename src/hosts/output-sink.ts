import { leftOut, type Carried, type Output, type OutputCarrier } from './output-carrier.js';
import type { OutputSink } from './ports.js';

/** Where outputs go, and what has to be known to decide. */
export interface OutputSinkDeps {
  readonly carriers: readonly OutputCarrier[];
  readonly holdsSecret: (value: string) => boolean;
  /** Says something, unless the same has been said before. */
  readonly tellOnce: (text: string) => void;
}

/** Hands each output to all carriers; one that takes it is enough. What cannot be handed on is said, and fails nothing. */
export function outputSink({ carriers, holdsSecret, tellOnce }: OutputSinkDeps): OutputSink {
  const tellTrouble = (error: unknown): void =>
    tellOnce(`Outputs cannot be handed to later steps: ${reasonOf(error)}. ${cure}`);

  const handTo = (carrier: OutputCarrier, output: Output): Carried | undefined => {
    if (output.isSecret && carrier.audience === 'whoever_may_see_the_build')
      return leftOut('it holds a secret, which whoever may see the build could read here');
    try {
      return carrier.carry(output);
    } catch (error) {
      tellTrouble(error);
      return undefined;
    }
  };

  return {
    keeps: keptBy(carriers),
    set: (name, value) => {
      const output: Output = { name, value, isSecret: holdsSecret(value) };
      const answers = carriers.map((carrier) => handTo(carrier, output));
      if (answers.some((answer) => answer?.kind === 'taken')) return;
      const refusal = answers.find((answer) => answer?.kind === 'left_out');
      if (refusal?.kind === 'left_out') tellOnce(`The output ${name} was left out: ${refusal.why}. ${cure}`);
    },
    clear: () => {
      try {
        for (const { clear } of carriers) clear?.();
      } catch (error) {
        tellTrouble(error);
      }
    },
  };
}

function keptBy(carriers: readonly OutputCarrier[]): OutputSink['keeps'] {
  if (carriers.length === 0) return 'nothing';
  return carriers.some(({ audience }) => audience === 'later_steps') ? undefined : 'no_secrets';
}

const cure = 'With --output-file PATH, all of them are in a file.';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for no known reason';
  return 'code' in error ? String(error.code) : error.message;
}
