/** An access token, as it may see itself. @see https://docs.gitlab.com/api/personal_access_tokens/#get-details-on-a-personal-access-token */
export interface OwnToken {
  readonly scopes: readonly string[];
  readonly active?: boolean | undefined;
  /** Whether it is a fine-grained one, whose permissions GitLab does not tell; absent before 18.10. */
  readonly granular?: boolean | undefined;
  /** The day on whose beginning it expires, as GitLab writes it (`2026-12-31`); absent: never. */
  readonly expiresAt?: string | undefined;
}
