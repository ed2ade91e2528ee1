/**
 * What CIs take for a command in what a step prints: the one list, for the adapters, which put something invisible into it, and for JSON, which can write its
 * last character in another way. CIs that are not here read no commands. All patterns are global.
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
