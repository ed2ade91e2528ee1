/** What a token is for, as far as its prefix tells. */
export type TokenKind =
  | 'trigger'
  | 'job'
  | 'access'
  | 'deploy'
  | 'runner'
  | 'runner_controller'
  | 'oauth_secret'
  | 'feed'
  | 'incoming_mail'
  | 'agent'
  | 'workspace'
  | 'scim'
  | 'feature_flag'
  | 'github';

/** Each kind in words that fit after "is". */
export const tokenKindNames: Readonly<Record<TokenKind, string>> = {
  trigger: 'a pipeline trigger token',
  job: 'a CI job token',
  access: 'a personal, project or group access token',
  deploy: 'a deploy token',
  runner: 'a runner token',
  runner_controller: 'a runner controller token',
  oauth_secret: 'the secret of an OAuth application',
  feed: 'a feed token',
  incoming_mail: 'an incoming mail token',
  agent: 'a Kubernetes agent token',
  workspace: 'a workspace token',
  scim: 'a SCIM token',
  feature_flag: 'a feature flag client token',
  github: 'a GitHub token',
};

const kindByGitlabPrefix: ReadonlyMap<string, TokenKind> = new Map([
  ['glptt', 'trigger'],
  ['glcbt', 'job'],
  ['glpat', 'access'],
  ['gldt', 'deploy'],
  ['glrt', 'runner'],
  ['glrtr', 'runner'],
  ['glrct', 'runner_controller'],
  ['gloas', 'oauth_secret'],
  ['glft', 'feed'],
  ['glimt', 'incoming_mail'],
  ['glagent', 'agent'],
  ['glwt', 'workspace'],
  ['glsoat', 'scim'],
  ['glffct', 'feature_flag'],
]);

/**
 * The kind of a token by its prefix (`glptt-…`, with an instance's own prefix before it too: `SIE-glptt-…`).
 * `undefined` when the prefix tells nothing: old trigger tokens and access tokens of some instances have none.
 */
export function tokenKindOf(token: string): TokenKind | undefined {
  if (/^(?:gh[opsur]_|github_pat_)/.test(token)) return 'github';
  const prefix = /^(?:[\w.-]{1,40}-)?(gl[a-z]{2,6})-./.exec(token)?.[1];
  return prefix === undefined ? undefined : kindByGitlabPrefix.get(prefix);
}

const tokenShape = /gl[a-z]{2,6}-[\w.=-]{8,}|gh[opsur]_\w{8,}|github_pat_\w{8,}/g;

/** Every piece of a text that has the shape of a token with a known prefix, in the order of the text. */
export function tokensIn(text: string): readonly string[] {
  return (text.match(tokenShape) ?? []).filter((piece) => tokenKindOf(piece) !== undefined);
}

/** The text with `***` for every piece that has the shape of a token. */
export function withoutTokens(text: string): string {
  return text.replace(tokenShape, (piece) => (tokenKindOf(piece) === undefined ? piece : '***'));
}

/** GitLab shows so many characters of a trigger token to people who do not own it. */
const startCharacters = 4;

/**
 * How a trigger token begins behind its prefix, as GitLab shows it to everybody; and whether there is more of it than that. No start is known where an instance
 * has a prefix of its own and GitLab cuts the wrong part off: it shows `-glp` of every such token then.
 * @see GitLab 19.3, `short_token` in `app/models/ci/trigger.rb`
 */
export function tokenStartOf(token: string): {
  readonly start: string | undefined;
  readonly whole: boolean;
} {
  if (token === '-glp') return { start: undefined, whole: false };
  const rest = token.replace(/^(?:[\w.-]{1,40}-)?glptt-/, '');
  return { start: rest.slice(0, startCharacters), whole: rest.length > startCharacters };
}
