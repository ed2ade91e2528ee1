/** What is shown wherever a secret would be. */
const placeholder = '***';

/**
 * A text that cannot be printed by accident: string conversion, JSON and `util.inspect` all give `***`.
 * `reveal()` is the only way to the text, and the architecture test knows who may call it.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return placeholder;
  }

  toJSON(): string {
    return placeholder;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return placeholder;
  }
}
