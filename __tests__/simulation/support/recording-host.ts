import type { Clock } from '../../../src/base/clock.js';
import type { Host } from '../../../src/hosts/host.js';
import { outputSink, taken } from '../../../src/hosts/outputs.js';
import { createRedaction } from '../../../src/hosts/redaction/redaction.js';
import type { StepAttempt } from '../../../src/model/caller-context.js';
import type { InputSource } from '../../../src/model/requests.js';

/** An output, with the moment when it was set. */
export interface SetOutput {
  readonly name: string;
  readonly value: string;
  readonly atMs: number;
}

export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A text, with the moment when it was said. */
export interface Said {
  readonly text: string;
  readonly atMs: number;
}

/** All that a run has shown to its host. */
export interface HostRecord {
  readonly lines: readonly string[];
  /** The same, with their times. */
  readonly printed: readonly Said[];
  readonly groups: readonly LogGroup[];
  /** Every output that was handed to the host. */
  readonly outputs: readonly SetOutput[];
  /** Names of those that reached no later step. */
  readonly lost: readonly string[];
  readonly summaries: readonly string[];
  readonly saved: readonly { readonly name: string; readonly value: string }[];
}

/** A host in memory that, like the real ones, keeps what was masked out of what it prints. */
export function createRecordingHost(given: {
  readonly inputs: InputSource;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** What an earlier step of the same job has saved. */
  readonly state: ReadonlyMap<string, string>;
  readonly masks: 'honored' | 'forgotten';
  /** How many outputs its place takes; any number when absent. */
  readonly roomForOutputs?: number;
  /** What the host makes of an output that its place does not take; an error when absent. */
  readonly onFullPlace?: 'error' | 'silence';
  /** The attempt that the run is; the first of a host that tells none when absent. */
  readonly attempt?: StepAttempt | undefined;
}): { readonly host: Host; readonly record: HostRecord } {
  const { inputs, clock, masks, roomForOutputs = Infinity, onFullPlace = 'error', attempt } = given;
  const redaction = createRedaction();
  const lines: string[] = [];
  const groups: LogGroup[] = [];
  const outputs: SetOutput[] = [];
  const printed: Said[] = [];
  const lost: string[] = [];
  const summaries: string[] = [];
  const saved: { name: string; value: string }[] = [];
  const say = (text: string): void => {
    lines.push(redaction.apply(text));
    printed.push({ text: redaction.apply(text), atMs: clock.nowMs() });
  };
  const carry = ({ name, value }: { readonly name: string; readonly value: string }): typeof taken => {
    outputs.push({ name, value, atMs: clock.nowMs() });
    if (outputs.length <= roomForOutputs) return taken;
    lost.push(name);
    if (onFullPlace === 'silence') return taken;
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  return {
    record: { lines, printed, groups, outputs, lost, summaries, saved },
    host: {
      name: 'a host in memory',
      inputs,
      log: {
        info: say,
        debug: say,
        warning: say,
        error: say,
        group: (title, content) => {
          groups.push({ title: redaction.apply(title), lines: content.map((line) => redaction.apply(line)) });
        },
      },
      masker: {
        mask: (secret) => {
          if (masks === 'honored') redaction.add(secret.reveal());
        },
        redact: redaction.apply,
        redactMarkdown: redaction.applyToMarkdown,
      },
      // The product's own way of handing outputs on, down to the place itself.
      outputs: outputSink({
        carriers: [{ audience: 'later_steps', carry }],
        holdsSecret: () => false,
        warnOnce: say,
      }),
      summary: {
        write: (markdown) => {
          summaries.push(redaction.applyToMarkdown(markdown));
          return Promise.resolve(true);
        },
      },
      state: {
        save: (name, value) => void saved.push({ name, value }),
        // A runner gives nothing for what is empty.
        load: (name) => (given.state.get(name) === '' ? undefined : given.state.get(name)),
      },
      context: () => ({
        ci: 'GitHub Actions',
        repository: 'octo/app',
        workflow: 'deploy',
        job: 'trigger',
        runId: '77',
        runAttempt: attempt?.id ?? '1',
        attempt,
      }),
    },
  };
}
