import { StringDecoder } from 'node:string_decoder';

import type { Clock } from '../../base/clock.js';

/**
 * Cuts a stream of text into lines as the runner's reader does: CR, LF and CRLF all end a line, also when a
 * chunk ends between CR and LF.
 */
export class LineSplitter {
  #rest = '';
  #afterReturn = false;

  /** The lines that `chunk` completes. */
  push(chunk: string): readonly string[] {
    if (chunk === '') return [];
    const text = this.#afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    this.#afterReturn = chunk.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    return lines;
  }

  /** The last line, when the stream ended without a break. */
  end(): readonly string[] {
    const rest = this.#rest;
    this.#rest = '';
    return rest === '' ? [] : [rest];
  }
}

/**
 * The lines of two streams in the order of the runner's reader: in each batch, all lines of standard error
 * come before those of standard output. So a secret on standard error right after its add-mask on standard
 * output is shown, as on a real runner.
 */
export class OutputReader {
  readonly stdout = new StreamText();
  readonly stderr = new StreamText();
  readonly #clock: Clock;
  readonly #onLine: (line: string) => void;
  #forgetBatch: (() => void) | undefined;

  constructor(clock: Clock, onLine: (line: string) => void) {
    this.#clock = clock;
    this.#onLine = onLine;
  }

  receive(stream: 'stdout' | 'stderr', bytes: Buffer): void {
    this[stream].receive(bytes);
    this.#forgetBatch ??= this.#clock.schedule(0, () => this.#drain());
  }

  end(): void {
    this.stdout.end();
    this.stderr.end();
    this.#drain();
  }

  #drain(): void {
    this.#forgetBatch?.();
    this.#forgetBatch = undefined;
    for (const line of [...this.stderr.takeLines(), ...this.stdout.takeLines()]) this.#onLine(line);
  }
}

class StreamText {
  text = '';
  readonly #decoder = new StringDecoder('utf8');
  readonly #splitter = new LineSplitter();
  #lines: string[] = [];

  receive(bytes: Buffer): void {
    this.#append(this.#decoder.write(bytes));
  }

  end(): void {
    this.#append(this.#decoder.end());
    this.#lines.push(...this.#splitter.end());
  }

  takeLines(): readonly string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  #append(text: string): void {
    this.text += text;
    this.#lines.push(...this.#splitter.push(text));
  }
}
