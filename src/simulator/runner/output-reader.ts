import { StringDecoder } from 'node:string_decoder';

import type { Clock } from '../../base/clock.js';
import { LineSplitter } from './line-splitter.js';

/**
 * What two streams bring, in the order of the runner's reader: in each batch, all lines of standard error go before those of standard output.
 * So a secret on standard error right after its add-mask on standard output is shown, as it is on a real runner.
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
