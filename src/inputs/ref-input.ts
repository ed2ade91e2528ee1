import { ok, wrong, type Outcome, type Problem } from './outcome.js';
import { shownText } from './shown-text.js';

const cure = 'Give a branch or a tag, such as main, refs/heads/main or refs/tags/v1.';

/**
 * Reads the name of a branch or tag: short, `refs/heads/…` or `refs/tags/…`. Refuses what git would never take as such a name, and
 * commits, which GitLab does not start pipelines for.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export function parseRef(given: string): Outcome<string> {
  const ref = given.trim();
  const problem = problemOf(ref);
  return problem === undefined ? ok(ref) : wrong(problem);
}

function problemOf(ref: string): Problem | undefined {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref)) {
    return {
      what: 'is a commit SHA, and GitLab starts pipelines for branches and tags only',
      cure: 'Give the branch or tag that holds the commit.',
    };
  }
  const kind = /^refs\/([^/]*)(?:\/|$)/.exec(ref)?.[1];
  if (kind !== undefined && kind !== 'heads' && kind !== 'tags') return foreignRef(ref, kind);
  const why = refusalOfName(ref.replace(/^refs\/(?:heads|tags)(?:\/|$)/, ''));
  return why === undefined ? undefined : { what: `is ${shownText(ref)}, ${why}`, cure };
}

function foreignRef(ref: string, kind: string): Problem {
  if (kind === 'pull') {
    return {
      what: `is ${shownText(ref)}, which exists on GitHub only`,
      cure: 'Give a branch of the GitLab project; in a pull request, github.head_ref is the short name of its branch.',
    };
  }
  const short = kind === 'remotes' ? /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1] : undefined;
  const advice =
    short === undefined
      ? cure
      : `Give the name that it has in GitLab itself: ${short}, or refs/heads/${short}.`;
  return { what: `is ${shownText(ref)}, which is neither a branch nor a tag`, cure: advice };
}

function refusalOfName(name: string): string | undefined {
  if (name === '') return 'which names nothing';
  if (/[\s\u0000-\u001f\u007f]/u.test(name)) return 'with a space or a control character in it';
  if (/[~^:?*[\\]/.test(name)) return 'with one of ~ ^ : ? * [ \\ in it';
  if (/\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|^[-./]|[./]$|^@$/.test(name)) {
    return 'which git does not allow as a name (because of "..", "@{", "//", ".lock", or what it begins or ends with)';
  }
  return undefined;
}
