import { isUrl } from '../base/address.js';
import { withoutEnd } from '../base/text.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type InputOutcome, type Problem, ok, wrong } from './parsing.js';
import { shownText } from './scalars.js';

/**
 * Why a text cannot be a plain web address, to follow "is …,": a character that no address has, or no host.
 * `undefined` if no fault is found.
 */
export function faultOfAddress(text: string): string | undefined {
  const odd = /[^\p{L}\p{M}\p{N}._~:/[\]%+-]/u.exec(text)?.[0];
  if (odd !== undefined) return `with ${nameOf(odd)} in it`;
  const scheme = /^https?(?=:|\/)/i.exec(text)?.[0];
  const rest = text.slice(scheme?.length ?? 0);
  if (scheme !== undefined && !/^:\/\/(?!\/)/.test(rest)) return `without "://" and a host behind ${scheme}`;
  if (/^:?\/\//.test(text)) return 'without a scheme in front of //';
  if (text.startsWith('/')) return 'without a host in front of the path';
  if (/^:\/\/https?(?::|\/|$)/i.test(rest)) return 'with two schemes';
  return undefined;
}

/** Why a host is invalid, to follow "is …,". `text` is the address as given. */
export function faultOfHost(url: URL, text: string): string | undefined {
  const { hostname } = url;
  if (hostname.startsWith('[')) return undefined;
  if (/^(?:null|undefined|true|false|object|array)$/i.test(hostname)) return 'which is no host';
  // The URL parser turns a number, and many texts of digits and dots, into an IP address.
  const written = text.replace(/^https?:\/\//i, '').replace(/[:/].*$/s, '');
  if (/^\d+(?:\.\d+){3}$/.test(hostname) && written !== hostname) return 'which is a number, and no host';
  const labels = hostname.replace(/\.$/, '').split('.');
  return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))
    ? undefined
    : 'with a part of the host that no name has';
}

const names: Readonly<Record<string, string>> = {
  '"': 'a double quote (")',
  "'": "a single quote (')",
  '`': 'a backtick (`)',
  ',': 'a comma (,)',
  ';': 'a semicolon (;)',
};

/** A character that is visible on its own, any other by its code point. */
function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (/[\u0021-\u007e]/.test(character)) return names[character] ?? `the character ${character}`;
  return /[\p{P}\p{S}]/u.test(character)
    ? `the character ${character} (U+${code})`
    : `the character U+${code}`;
}

/** The address of a GitLab instance. */
export interface GitlabAddress {
  /** The API root with a trailing slash. */
  readonly apiUrl: URL;
  /** As users write it, without a trailing slash. */
  readonly gitlabUrl: string;
}

const hint =
  'Give the address at which you open GitLab, such as https://gitlab.example.com, gitlab.example.com:8443 or https://example.com/gitlab.';

/**
 * Parses a URL, a host or `host:port` into the address of a GitLab instance. A path is GitLab's relative
 * root; `/api/v4` at its end is dropped. Without a scheme it is https, for loopback hosts too. The caller
 * decides whether plain http is allowed.
 */
export function parseGitlabUrl(given: string): InputOutcome<GitlabAddress> {
  const text = given.trim();
  const why = refusalOfText(text);
  if (why !== undefined) return wrong({ what: why, hint });
  const url = urlOf(text);
  if (url === undefined) return wrong({ what: `is ${shownText(text)}, which is not a web address`, hint });
  const noHost = faultOfHost(url, text);
  if (noHost !== undefined) return wrong({ what: `is ${shownText(text)}, ${noHost}`, hint });
  const root = withoutEnd(withoutEnd(url.pathname, '/').replace(/\/api\/v4$/, ''), '/');
  if (url.hostname === 'gitlab.com' && root !== '') {
    return wrong({
      what: `is ${shownText(text)}, but gitlab.com serves GitLab at its root`,
      hint: 'Give https://gitlab.com here, and the path of the project as project_id.',
    });
  }
  const gitlabUrl = `${url.origin}${root}`;
  return ok({ apiUrl: new URL(`${gitlabUrl}/api/v4/`), gitlabUrl });
}

/** Whether a URL stays on this machine: localhost, 127.0.0.0/8 or [::1]. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname);
}

/** Faults in texts that must not be shown come first: user names, passwords and queries can be secrets. */
function refusalOfText(text: string): string | undefined {
  if (text.includes('@')) return 'has a user name or a password in it (not shown)';
  if (/[?#]/.test(text)) return 'has a query or a fragment in it (not shown)';
  if (/[\s\u0000-\u001f\u007f\\]/u.test(text))
    return `is ${shownText(text)}, with a space or a backslash in it`;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
    return `is ${shownText(text)}, which is neither https nor http`;
  }
  const fault = text === 'https://' || text === 'http://' ? undefined : faultOfAddress(text);
  return fault === undefined ? undefined : `is ${shownText(text)}, ${fault}`;
}

function urlOf(text: string): URL | undefined {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return isUrl(url) ? new URL(url) : undefined;
}

const projectHint = 'Give the number of the project, or its full path such as group/app or group/sub/app.';

/** Parses a project's ID, or its full path, which may be percent-encoded once (`group%2Fapp`). */
export function parseProjectAddress(given: string): InputOutcome<ProjectAddress> {
  const text = given.trim();
  if (/^\d+$/.test(text)) return projectId(text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[\w.-]+@[\w.-]+:/.test(text)) return projectUrl(text);
  const decoded = decodedOnce(text);
  if (decoded === undefined) {
    return wrong({
      what: `is ${shownText(text)}, with a percent sign that encodes nothing`,
      hint: projectHint,
    });
  }
  const path = withoutEnd(decoded.replace(/^\/+/, ''), '/');
  const why = refusalOfPath(path);
  return why === undefined
    ? ok({ kind: 'path', path })
    : wrong({ what: `is ${shownText(text)}, ${why}`, hint: projectHint });
}

function projectId(text: string): InputOutcome<ProjectAddress> {
  const id = Number(text);
  if (id > 0 && Number.isSafeInteger(id) && !text.startsWith('0')) return ok({ kind: 'id', id });
  return wrong({ what: `is ${shownText(text)}, which no project can have as its number`, hint: projectHint });
}

function projectUrl(text: string): InputOutcome<never> {
  const written = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/|[^:]*:)([^?#]*)/i.exec(text)?.[1];
  const bare = written?.replace(/\/-\/.*$/, '').replace(/^\/+/, '');
  const path = bare === undefined ? undefined : withoutEnd(bare, '/').replace(/\.git$/, '');
  const isUsable = path !== undefined && refusalOfPath(path) === undefined;
  return wrong({
    what: 'is an address, not a path',
    hint: isUsable
      ? `Give only the path of the project: ${shownText(path)}, as it seems; the host belongs in gitlab_url.`
      : projectHint,
  });
}

function decodedOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Why a text cannot be the full path of a project; `undefined` if it can.
 * @see https://docs.gitlab.com/user/reserved_names/ for the characters of a path
 */
function refusalOfPath(path: string): string | undefined {
  if (path.includes('%')) return 'which is percent-encoded twice';
  if (!path.includes('/')) return 'which has no slash: a name alone could be in any group';
  if (!/^[\w./-]+$/.test(path))
    return 'with a character that no path has (letters, digits, ".", "_" and "-" are possible)';
  if (/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)) return 'with an empty part, "." or ".." in it';
  return path.endsWith('.git') ? 'which ends in .git, as only an address for cloning does' : undefined;
}

const refHint = 'Give a branch or a tag, such as main, refs/heads/main or refs/tags/v1.';

/**
 * Parses the name of a branch or tag: short, `refs/heads/…` or `refs/tags/…`. Rejects names that git rejects,
 * and commits, for which GitLab starts no pipelines.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export function parseRef(given: string): InputOutcome<string> {
  const ref = given.trim();
  const problem = problemOf(ref);
  return problem === undefined ? ok(ref) : wrong(problem);
}

function problemOf(ref: string): Problem | undefined {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref)) {
    return {
      what: 'is a commit SHA, and GitLab starts pipelines for branches and tags only',
      hint: 'Give the branch or tag that holds the commit.',
    };
  }
  const kind = /^refs\/([^/]*)(?:\/|$)/.exec(ref)?.[1];
  if (kind !== undefined && kind !== 'heads' && kind !== 'tags') return foreignRef(ref, kind);
  const why = refusalOfName(ref.replace(/^refs\/(?:heads|tags)(?:\/|$)/, ''));
  return why === undefined ? undefined : { what: `is ${shownText(ref)}, ${why}`, hint: refHint };
}

function foreignRef(ref: string, kind: string): Problem {
  if (kind === 'pull') {
    return {
      what: `is ${shownText(ref)}, which exists on GitHub only`,
      hint: 'Give a branch of the GitLab project; in a pull request, github.head_ref is the short name of its branch.',
    };
  }
  const short = kind === 'remotes' ? /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1] : undefined;
  const advice =
    short === undefined
      ? refHint
      : `Give the name that it has in GitLab itself: ${short}, or refs/heads/${short}.`;
  return { what: `is ${shownText(ref)}, which is neither a branch nor a tag`, hint: advice };
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
