/** The output `token`, seen by the work with tokens. */
export interface TokenOutput {
  /** Whether a token that does not get there is lost: no other place was named for it, or it is in a file that was asked for. */
  readonly isNeeded: boolean;
  /** Why the token that was set has not got there; `undefined` when it has. */
  readonly loss: () => Promise<string | undefined>;
}

/** Why a token has not got where it has to; `undefined` when it has, or need not. */
export async function neededLoss(output: TokenOutput | undefined): Promise<string | undefined> {
  return output?.isNeeded === true ? await output.loss() : undefined;
}
