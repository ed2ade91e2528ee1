import { isUrl } from '../base/is-url.js';
import { withoutEnd } from '../base/without-end.js';
import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';
import { faultOfAddress, faultOfHost } from './web-address.js';

/** Where a GitLab instance is. */
export interface GitlabAddress {
  /** The API's root with a trailing slash. */
  readonly apiUrl: URL;
  /** As a person would write it, without a trailing slash. */
  readonly gitlabUrl: string;
}

const cure =
  'Give the address at which you open GitLab, such as https://gitlab.example.com, gitlab.example.com:8443 or https://example.com/gitlab.';

/**
 * Reads a URL, a host or `host:port` into the address of a GitLab instance; a path is GitLab's relative root, and an `/api/v4` at its end
 * is dropped. Without a scheme it is https, for loopback hosts too. Whether plain http may be used is for the caller to decide.
 */
export function parseGitlabUrl(given: string): Outcome<GitlabAddress> {
  const text = given.trim();
  const why = refusalOfText(text);
  if (why !== undefined) return wrong({ what: why, cure });
  const url = urlOf(text);
  if (url === undefined) return wrong({ what: `is ${shownText(text)}, which is not a web address`, cure });
  const noHost = faultOfHost(url, text);
  if (noHost !== undefined) return wrong({ what: `is ${shownText(text)}, ${noHost}`, cure });
  const root = withoutEnd(withoutEnd(url.pathname, '/').replace(/\/api\/v4$/, ''), '/');
  if (url.hostname === 'gitlab.com' && root !== '') {
    return wrong({
      what: `is ${shownText(text)}, but gitlab.com serves GitLab at its root`,
      cure: 'Give https://gitlab.com here, and the path of the project as project_id.',
    });
  }
  const gitlabUrl = `${url.origin}${root}`;
  return ok({ apiUrl: new URL(`${gitlabUrl}/api/v4/`), gitlabUrl });
}

/** Whether a URL stays on this machine: localhost, 127.0.0.0/8 or [::1]. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname);
}

/** What must not even be shown comes first: user names, passwords and queries can be secrets. */
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
