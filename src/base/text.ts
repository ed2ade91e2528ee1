/**
 * The one set of characters that nobody sees: all format characters of Unicode (marks that turn the direction
 * of text, joiners, soft hyphens, tags) and all that may be ignored in display. What emoji and some scripts
 * are joined with is told apart, because it is only a riddle where it joins nothing.
 */
const joining = '\\u200c|\\u200d|\\ufe0e|\\ufe0f';
const unseen = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const visible = `[^\\u0000-\\u009f${unseen}]`;
const joined = `[^\\u0000-\\u00ff${unseen}]`;

/**
 * Control characters of both sets, and the line separators of Unicode; of these, only some are white space.
 */
export const controlCharacters = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';

/** A pattern (flag `u`) of what is never of use in a line of text. */
export const invisibleMark = `(?!${joining})[${unseen}]`;

/** The same with joiners, wherever they stand: for whoever compares texts as they look. */
export const invisibleCharacter = `[${unseen}]`;

const strayJoiner = [
  `(?<!${joined}\\ufe0f?)(?:\\u200c|\\u200d)`,
  `(?:\\u200c|\\u200d)(?!${joined})`,
  `(?<!${visible})\\ufe0e`,
  `(?<!${visible}|[0-9#*](?=\\ufe0f\\u20e3))\\ufe0f`,
].join('|');

const plain = /^[\n\u0020-\u007e]*$/;
const invisible = new RegExp(`${invisibleMark}|${strayJoiner}`, 'gu');

/**
 * The text without what nobody sees; emoji and scripts that need joiners keep them where they join something.
 */
export function withoutInvisible(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, '');
}

/**
 * What stands at the end of every text that was cut off. Redaction knows it: the piece of a secret in front
 * of it goes, too.
 */
export const cutMark = '…';

const controlRuns = new RegExp(`[${controlCharacters}]+`, 'gu');
const controlsButTabs = new RegExp(`(?!\\t)[${controlCharacters}]`, 'gu');

/**
 * Text that somebody else wrote (GitLab, a job, a user of GitLab), made fit for one line of ours: control
 * characters, terminal sequences and invisible characters are gone, white space is single, and it is at most
 * `maxCharacters` long. It is cleaned before it is cut, and what was cut ends in a mark; so whoever prints it
 * (`Redaction`) recognizes a secret in it, whatever it was hidden among and wherever it was cut. Command
 * syntax of a CI host is neutralized later, by the host's own adapter, which knows it.
 */
export function cleanLine(text: string, maxCharacters = 500): string {
  return cleanedAndCut(text, maxCharacters, (piece) =>
    withoutInvisible(stripTerminalSequences(piece).replace(controlRuns, ' ')).replace(/ {2,}/g, ' ').trim(),
  );
}

/** The same for a line whose indentation and inner blanks matter; tabs become four blanks. */
export function cleanIndentedLine(text: string, maxCharacters: number): string {
  return cleanedAndCut(text, maxCharacters, (piece) =>
    withoutInvisible(stripTerminalSequences(piece).replace(controlsButTabs, ''))
      .replaceAll('\t', '    ')
      .trimEnd(),
  );
}

/** Far more than is shown of a text anywhere. */
const mostCleaned = 100_000;

/**
 * The one way out for foreign text that does not go through a host, or is kept or sent: cleaned, then without
 * secrets, then cut. In this order, because nobody recognizes a secret that is hidden among what nobody sees,
 * or half of one.
 */
export function redactedLine(text: string, redact: (text: string) => string, maxCharacters = 500): string {
  return cutText(redact(cleanLine(text, Math.max(mostCleaned, maxCharacters))), maxCharacters);
}

/**
 * At most so many characters, the last of them a mark where something was cut off. For text that is clean, or
 * must not be changed.
 */
export function cutText(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const characters = Array.from(text.slice(0, 2 * maxCharacters + 2));
  if (characters.length <= maxCharacters) return text;
  return `${characters.slice(0, maxCharacters - 1).join('')}${cutMark}`;
}

/** Cleans as much as is needed: what is in the way (a thousand colors in front of a word) takes no room. */
function cleanedAndCut(text: string, maxCharacters: number, clean: (piece: string) => string): string {
  for (let length = maxCharacters * 8; ; length *= 8) {
    const cleaned = clean(text.slice(0, length));
    if (text.length <= length || cleaned.length > 2 * maxCharacters) return cutText(cleaned, maxCharacters);
  }
}

/**
 * The text without CSI, OSC and other escape sequences of terminals, also those that begin with a single
 * character.
 */
export function stripTerminalSequences(text: string): string {
  if (!/[\u001b\u009b]/u.test(text)) return text;
  return text.replace(terminalSequence, '');
}

export const terminalSequence =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]+[ -/]*[@-~]/gu;

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
 * `undefined` when the prefix tells nothing: old trigger tokens and access tokens of some instances have
 * none.
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
 * How a trigger token begins behind its prefix, as GitLab shows it to everybody; and whether there is more of
 * it than that. No start is known where an instance has a prefix of its own and GitLab cuts the wrong part
 * off: it shows `-glp` of every such token then.
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

/**
 * A name that somebody else has given, for the middle of a sentence: in quotes, on one line, with nothing in
 * it that looks like a token.
 */
export function quotedName(name: string): string {
  return `"${cleanLine(withoutTokens(name), 100)}"`;
}

/**
 * The name of a closed list that somebody most likely meant, or `undefined` when none is near. Case does not
 * count.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3))
    ? best.name
    : undefined;
}

/** How many letters have to be put in, taken out or replaced to turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  Array.from(from).forEach((letter, row) => {
    const current = [row + 1];
    Array.from(to).forEach((other, column) => {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    previous = current;
  });
  return previous.at(-1) ?? 0;
}

/**
 * What CIs take for a command in what a step prints: the one list, for the adapters, which put something
 * invisible into it, and for JSON, which can write its last character in another way. CIs that are not here
 * read no commands. All patterns are global.
 */
export const hostCommands = {
  /** GitHub, Gitea and Forgejo take this anywhere; Azure Pipelines knows it, too. */
  bracketed: /##(?=\[)/g,
  /** GitHub, Gitea and Forgejo, at the start of a line. */
  colons: /::/g,
  azure: /##(?=\[|vso\[)/gi,
  teamcity: /##(?=teamcity\[)/gi,
  gitlabSection: /section_(?=(?:start|end):)/g,
  travis: /travis_(?=\w+:)/g,
  /** Buildkite, at the start of a line. */
  buildkiteGroup: /(?:---|\+\+\+|~~~|\^\^\^)(?=\s|$)/g,
  /** Jenkins hides notes to itself behind the sequence that makes text invisible. */
  jenkinsNote: /\u001b\[8m/g,
} as const satisfies Readonly<Record<string, RegExp>>;

/**
 * The text without what stands of `character` at its end. A pattern such as `/\/+$/` would begin anew at each
 * of them, also where something follows.
 */
export function withoutEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
