/**
 * Exit codes of every command; any other than `accepted` is a failed step on a CI host.
 * A process starts at `internal` and has to earn another one.
 */
export declare const exitCodes: {
    readonly accepted: 0;
    readonly notAccepted: 1;
    readonly invalidInput: 2;
    readonly refused: 3;
    readonly unreachable: 4;
    readonly timeout: 5;
    readonly resultsIncomplete: 6;
    readonly internal: 70;
    readonly interrupted: 130;
    readonly terminated: 143;
};
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
