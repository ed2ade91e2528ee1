import type { Clock } from '../../../src/base/clock.js';
import type { Host } from '../../../src/hosts/ports.js';
import { createRedaction } from '../../../src/hosts/redaction.js';
import type { InputSource } from '../../../src/inputs/input-source.js';

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

/** All that a run has shown to its host. */
export interface HostRecord {
  readonly lines: readonly string[];
  readonly groups: readonly LogGroup[];
  readonly outputs: readonly SetOutput[];
  readonly summaries: readonly string[];
  readonly saved: readonly { readonly name: string; readonly value: string }[];
}

/** A host in memory that, like the real ones, keeps what was masked out of what it prints. */
export function createRecordingHost(given: {
  readonly inputs: InputSource;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** What an earlier step of the same job has saved. */
  readonly state: ReadonlyMap<string, string>;
  readonly masks: 'honoured' | 'forgotten';
}): { readonly host: Host; readonly record: HostRecord } {
  const { inputs, clock, masks } = given;
  const redaction = createRedaction();
  const lines: string[] = [];
  const groups: LogGroup[] = [];
  const outputs: SetOutput[] = [];
  const summaries: string[] = [];
  const saved: { name: string; value: string }[] = [];
  const say = (text: string): void => void lines.push(redaction.apply(text));
  return {
    record: { lines, groups, outputs, summaries, saved },
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
          if (masks === 'honoured') redaction.add(secret.reveal());
        },
        redact: redaction.apply,
        redactMarkdown: redaction.applyToMarkdown,
      },
      outputs: { set: (name, value) => void outputs.push({ name, value, atMs: clock.nowMs() }) },
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
        runAttempt: '1',
      }),
    },
  };
}
