/** One thing that is wrong with the inputs, for the person who wrote them. Never holds a secret. */
export interface Problem {
    /** Where: what follows the input's name while one input is read (` (line 3)`, `.DEPLOY.region`); the whole place afterwards. */
    readonly at?: string | undefined;
    /** The rest of the sentence that `at` begins, without a full stop. */
    readonly what: string;
    /** What to do: whole sentences. */
    readonly cure: string;
}
/** A value that was read, with what had to be repaired; or everything that is wrong with it. */
export type Outcome<T> = {
    readonly kind: 'ok';
    readonly value: T;
    readonly warnings: readonly string[];
} | {
    readonly kind: 'wrong';
    readonly problems: readonly Problem[];
};
export declare function ok<T>(value: T, warnings?: readonly string[]): Outcome<T>;
export declare function wrong(problem: Problem): Outcome<never>;
/** There must be one problem at least. */
export declare function wrongAll(problems: readonly Problem[]): Outcome<never>;
/** The value when there is no problem, all problems when there are some. */
export declare function okUnless<T>(problems: readonly Problem[], value: T): Outcome<T>;
type Values<Outcomes> = {
    readonly [Name in keyof Outcomes]: Outcomes[Name] extends Outcome<infer T> ? T : never;
};
/** One outcome out of many: all the values and warnings, or all the problems, in the order given. */
export declare function all<const Outcomes extends Readonly<Record<string, Outcome<unknown>>>>(outcomes: Outcomes): Outcome<Values<Outcomes>>;
/** The outcome of a further step on a value; problems stay as they are. */
export declare function andThen<T, Next>(outcome: Outcome<T>, step: (value: T) => Outcome<Next>): Outcome<Next>;
export {};
