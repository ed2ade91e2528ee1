/** Every part of a token is secret; anything else may consist of ordinary words. */
export type SecretKind = 'token' | 'other';
/**
 * A text that cannot be printed by accident: string conversion, JSON and `util.inspect` all give `***`.
 * `reveal()` is the only way to the text. The architecture test lists who may call it.
 */
export declare class Secret {
    #private;
    constructor(text: string);
    reveal(): string;
    toString(): string;
    toJSON(): string;
}
