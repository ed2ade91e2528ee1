import { AppError } from '../base/errors.js';
import type { HostListener } from '../hosts/decorators.js';
import type { RunEvent } from '../model/events.js';
import type { Verdict } from '../model/verdict.js';
import {
  type EndError,
  type JsonObject,
  endObject,
  eventObject,
  jsonLine,
  outputObject,
  warningObject,
} from '../report/json-report.js';
import type { Ending } from './context.js';

/** Reports a run in JSON for programs. */
export interface JsonReporter extends HostListener {
  readonly watch: (event: RunEvent) => void;
  /** Prints the last line; nothing may follow it. */
  readonly end: (ending: Ending) => void;
}

export interface JsonReporterTask {
  /** `end`: one object at the end. `lines`: also one object for each event. */
  readonly form: 'end' | 'lines';
  readonly command: string | undefined;
  readonly print: (text: string) => void;
  readonly redact: (text: string) => string;
}

/** Creates a reporter that prints JSON with secrets removed. */
export function createJsonReporter({ form, command, print, redact }: JsonReporterTask): JsonReporter {
  const outputs = new Map<string, string>();
  const warnings: string[] = [];
  let verdict: Verdict | undefined;
  const say = (object: JsonObject | undefined): void => {
    if (form === 'lines' && object !== undefined) print(jsonLine(object, redact));
  };
  return {
    onOutput: (name, value) => {
      outputs.set(name, value);
      say(outputObject(name, value));
    },
    hearsWhole: (value) => redact(value) === value,
    onWarning: (text) => {
      warnings.push(text);
      say(warningObject(text));
    },
    watch: (event) => {
      if (event.kind === 'ended') ({ verdict } = event);
      say(eventObject(event));
    },
    end: ({ exitCode, error }) => {
      const end = { command, exitCode, outputs, warnings, verdict, error: endError(error) };
      print(jsonLine(endObject(end), redact));
    },
  };
}

function endError(error: unknown): EndError | undefined {
  if (error === undefined || error instanceof AppError) return error;
  return { fault: faultText(error) };
}

function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
