/**
 * Exit codes of every command; any other than `accepted` is a failed step on a CI host.
 * A process starts at `internal` and has to earn another one.
 */
export const exitCodes = {
  accepted: 0,
  notAccepted: 1,
  invalidInput: 2,
  refused: 3,
  unreachable: 4,
  timeout: 5,
  resultsIncomplete: 6,
  internal: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
