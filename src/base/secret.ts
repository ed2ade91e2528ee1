/** The text shown in place of a secret. */
const placeholder = '***';

/** Every part of a token is secret; anything else may consist of ordinary words. */
export type SecretKind = 'token' | 'other';

/**
 * A text that cannot be printed by accident: string conversion, JSON and `util.inspect` all give `***`.
 * `reveal()` is the only way to the text. The architecture test lists who may call it.
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
