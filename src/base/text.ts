/**
 * The one set of invisible characters: all format characters of Unicode (direction marks, joiners, soft
 * hyphens, tags) and all default-ignorable ones. The joiners of emoji and some scripts are separate, because
 * they are suspicious only where they join nothing.
 */
const joining = '\\u200c|\\u200d|\\ufe0e|\\ufe0f';
const unseen = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const visible = `[^\\u0000-\\u009f${unseen}]`;
const joined = `[^\\u0000-\\u00ff${unseen}]`;

/** The C0 and C1 control characters, and Unicode's line separators. Only some of these are white space. */
export const controlCharacters = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';

/** A pattern (flag `u`) of characters that are never useful in a line of text. */
export const invisibleMark = `(?!${joining})[${unseen}]`;

/** The same with joiners at any position, for comparing texts as they look. */
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
 * The text without invisible characters. Emoji and scripts that need joiners keep them where they join
 * something.
 */
export function withoutInvisible(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, '');
}

/**
 * The end of every truncated text. Redaction recognizes it and also removes the piece of a secret before it.
 */
export const cutMark = '…';

const controlRuns = new RegExp(`[${controlCharacters}]+`, 'gu');
const controlsButTabs = new RegExp(`(?!\\t)[${controlCharacters}]`, 'gu');

/**
 * Text from outside (GitLab, a job, a GitLab user) made safe for one line: without control characters,
 * terminal sequences and invisible characters, with single spaces, and at most `maxCharacters` long. It is
 * cleaned before it is truncated, and a truncated text ends in a mark. So redaction recognizes a secret in
 * it, whatever it was mixed with and wherever it was truncated. The adapter of a CI host neutralizes command
 * syntax later, because only it knows that syntax.
 */
export function cleanLine(text: string, maxCharacters = 500): string {
  return cleanedAndCut(text, maxCharacters, (piece) =>
    withoutInvisible(stripTerminalSequences(piece).replace(controlRuns, ' ')).replace(/ {2,}/g, ' ').trim(),
  );
}

/** The same for a line whose indentation and inner blanks matter; a tab becomes four blanks. */
export function cleanIndentedLine(text: string, maxCharacters: number): string {
  return cleanedAndCut(text, maxCharacters, (piece) =>
    withoutInvisible(stripTerminalSequences(piece).replace(controlsButTabs, ''))
      .replaceAll('\t', '    ')
      .trimEnd(),
  );
}

/** Characters; far more than any text is shown with. */
const mostCleaned = 100_000;

/**
 * The only path for outside text that does not go through a host, or is stored or sent: cleaned, then
 * redacted, then truncated. The order matters: redaction does not recognize a secret with invisible
 * characters inside, or half a secret.
 */
export function redactedLine(text: string, redact: (text: string) => string, maxCharacters = 500): string {
  return cutText(redact(cleanLine(text, Math.max(mostCleaned, maxCharacters))), maxCharacters);
}

const controlsButBlanks = new RegExp(
  `(?![\\t\\n\\r])[${controlCharacters}]|[\\ufffe\\uffff]|\\p{Surrogate}`,
  'gu',
);

/**
 * The same for a text of several lines whose white space matters. Also without what no text format allows:
 * halves of surrogate pairs and noncharacters. So nothing needs to be removed after redaction, which could
 * put the pieces of a secret together.
 */
export function redactedText(text: string, redact: (text: string) => string, maxCharacters: number): string {
  const clean = withoutInvisible(stripTerminalSequences(text).replace(controlsButBlanks, ''));
  return cutText(redact(clean), maxCharacters);
}

/**
 * At most `maxCharacters` characters; the last one is a mark if the text is truncated. For text that is clean
 * or must not be changed.
 */
export function cutText(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const beginning = text.slice(0, maxCharacters);
  if (!/[\ud800-\udfff]/.test(beginning)) return `${beginning.slice(0, -1)}${cutMark}`;
  const characters = Array.from(text.slice(0, 2 * maxCharacters + 2));
  if (characters.length <= maxCharacters) return text;
  return `${characters.slice(0, maxCharacters - 1).join('')}${cutMark}`;
}

/** Cleans only as much as needed: removed characters (a thousand color codes before a word) do not count. */
function cleanedAndCut(text: string, maxCharacters: number, clean: (piece: string) => string): string {
  for (let length = maxCharacters * 8; ; length *= 8) {
    const cleaned = clean(text.slice(0, length));
    if (text.length <= length || cleaned.length > 2 * maxCharacters) return cutText(cleaned, maxCharacters);
  }
}

/**
 * The text without CSI, OSC and other terminal escape sequences, including those with a single-character
 * introducer.
 */
export function stripTerminalSequences(text: string): string {
  if (!/[\u001b\u009b]/u.test(text)) return text;
  return text.replace(terminalSequence, '');
}

export const terminalSequence =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]+[ -/]*[@-~]/gu;

/** The purpose of a token, as far as its prefix shows it. */
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
 * The kind of a token by its prefix (`glptt-…`, also after an instance prefix: `SIE-glptt-…`). `undefined`
 * without a known prefix: old trigger tokens, and access tokens of some instances, have none.
 */
export function tokenKindOf(token: string): TokenKind | undefined {
  if (/^(?:gh[opsur]_|github_pat_)/.test(token)) return 'github';
  const prefix = /^(?:[\w.-]{1,40}-)?(gl[a-z]{2,6})-./.exec(token)?.[1];
  return prefix === undefined ? undefined : kindByGitlabPrefix.get(prefix);
}

const tokenShape = /gl[a-z]{2,6}-[\w.=-]{8,}|gh[opsur]_\w{8,}|github_pat_\w{8,}/g;

/** All parts of a text that look like a token with a known prefix, in order. */
export function tokensIn(text: string): readonly string[] {
  return (text.match(tokenShape) ?? []).filter((piece) => tokenKindOf(piece) !== undefined);
}

/** The text with `***` for every part that looks like a token. */
export function withoutTokens(text: string): string {
  return text.replace(tokenShape, (piece) => (tokenKindOf(piece) === undefined ? piece : '***'));
}

/** Number of characters of a trigger token that GitLab shows to users who do not own it. */
const startCharacters = 4;

/**
 * The start of a trigger token after its prefix, as GitLab shows it to all users, and whether the token is
 * longer. The start is unknown if an instance has its own prefix and GitLab strips the wrong part: then it
 * shows `-glp` for every token.
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
 * A name from outside for the middle of a sentence: quoted, on one line, without anything that looks like a
 * token.
 */
export function quotedName(name: string): string {
  return `"${cleanLine(withoutTokens(name), 100)}"`;
}

/** The closest name of a closed list, or `undefined` if none is close. Ignores case. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3))
    ? best.name
    : undefined;
}

/**
 * The number of insertions, deletions and substitutions that turn one word into the other (Levenshtein
 * distance).
 */
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
 * What CIs interpret as a command in the output of a step. This is the only list. The adapters insert an
 * invisible character into such text, and JSON escapes its last character. CIs that are not listed read no
 * commands. All patterns are global.
 */
export const hostCommands = {
  /** GitHub, Gitea and Forgejo accept this anywhere in a line; Azure Pipelines knows it too. */
  bracketed: /##(?=\[)/g,
  /** GitHub, Gitea and Forgejo, at the start of a line. */
  colons: /::/g,
  azure: /##(?=\[|vso\[)/gi,
  teamcity: /##(?=teamcity\[)/gi,
  gitlabSection: /section_(?=(?:start|end):)/g,
  travis: /travis_(?=\w+:)/g,
  /** Buildkite, at the start of a line. */
  buildkiteGroup: /(?:---|\+\+\+|~~~|\^\^\^)(?=\s|$)/g,
  /** Jenkins stores notes to itself after the sequence that makes text invisible. */
  jenkinsNote: /\u001b\[8m/g,
} as const satisfies Readonly<Record<string, RegExp>>;

/**
 * The text without repetitions of `character` at its end. A pattern such as `/\/+$/` would restart at each of
 * them, even if something follows.
 */
export function withoutEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}

/** A text as one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
