import { withoutEnd } from '../base/without-end.js';
import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';
import type { ProjectAddress } from './trigger-request.js';

const cure = 'Give the number of the project, or its full path such as group/app or group/sub/app.';

/** Reads a project's number, or its full path, which may be percent-encoded once (`group%2Fapp`). */
export function parseProjectAddress(given: string): Outcome<ProjectAddress> {
  const text = given.trim();
  if (/^\d+$/.test(text)) return projectId(text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[\w.-]+@[\w.-]+:/.test(text)) return projectUrl(text);
  const decoded = decodedOnce(text);
  if (decoded === undefined) {
    return wrong({ what: `is ${shownText(text)}, with a percent sign that encodes nothing`, cure });
  }
  const path = withoutEnd(decoded.replace(/^\/+/, ''), '/');
  const why = refusalOfPath(path);
  return why === undefined
    ? ok({ kind: 'path', path })
    : wrong({ what: `is ${shownText(text)}, ${why}`, cure });
}

function projectId(text: string): Outcome<ProjectAddress> {
  const id = Number(text);
  if (id > 0 && Number.isSafeInteger(id) && !text.startsWith('0')) return ok({ kind: 'id', id });
  return wrong({ what: `is ${shownText(text)}, which no project can have as its number`, cure });
}

function projectUrl(text: string): Outcome<never> {
  const written = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/|[^:]*:)([^?#]*)/i.exec(text)?.[1];
  const bare = written?.replace(/\/-\/.*$/, '').replace(/^\/+/, '');
  const path = bare === undefined ? undefined : withoutEnd(bare, '/').replace(/\.git$/, '');
  const isUsable = path !== undefined && refusalOfPath(path) === undefined;
  return wrong({
    what: 'is an address, not a path',
    cure: isUsable
      ? `Give only the path of the project: ${shownText(path)}, as it seems; the host belongs in gitlab_url.`
      : cure,
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
 * Why a text cannot be the full path of a project; `undefined` when it can.
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
