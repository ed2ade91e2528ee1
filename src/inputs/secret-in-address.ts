import type { InputSource, TextFiles } from '../model/requests.js';
import { wrong } from './parsing.js';
import { isKeyLike, namedTexts } from './secrets.js';
import { type InputTable, type ReadingOf, type SecretPart, readInputs } from './table.js';

/**
 * The inputs that become a part of an address, or of a name that others can read. Servers and proxies log
 * addresses.
 */
const shownInputs: ReadonlySet<string> = new Set([
  ...['gitlab_url', 'project_id', 'ref', 'pipeline_id', 'sha', 'source', 'expected_sha'],
  ...['values_from', 'artifacts', 'junit_file'],
  ...['trigger_id', 'description', 'github_secret', 'github_api_url', 'comment', 'commit_status'],
]);

/** A shorter secret can occur in a name by chance. No token of GitLab is shorter. */
const minSecretCharacters = 16;

/**
 * As `readInputs`, for inputs that are sent: refuses an input that becomes a part of an address and has one
 * of the other inputs' secrets in it. Never repeats the text.
 */
export async function readSentInputs<Table extends InputTable>(
  table: Table,
  deps: { readonly source: InputSource; readonly files: TextFiles },
): Promise<ReadingOf<Table>> {
  const reading = await readInputs(table, deps);
  const secrets = secretsOf(deps.source, table);
  const checked = Object.entries(reading).map(([name, outcome]) => {
    const given = shownInputs.has(name) ? deps.source.read(name) : undefined;
    const found = given === undefined ? undefined : secrets.find(({ text }) => holds(given, text));
    if (found === undefined) return [name, outcome] as const;
    const problem = {
      at: name,
      what: `has the secret of ${found.origin} in it (not shown)`,
      hint: `It would be sent as a part of an address or a name, which others can read: take it out of ${name}.`,
    };
    return [name, wrong(problem)] as const;
  });
  // Each name keeps the outcome of its own row, or is wrong; the compiler cannot infer this.
  return Object.fromEntries(checked) as ReadingOf<Table>;
}

/** Those of inputs that are secret themselves: a word of an address that looks like a token is no proof. */
function secretsOf(
  source: InputSource,
  table: InputTable,
): readonly { readonly text: string; readonly origin: string }[] {
  // Otherwise a secret in an address would count as one of the address's ordinary words.
  const secretSource: InputSource = {
    read: (name) => (shownInputs.has(name) ? undefined : source.read(name)),
  };
  const of = (part: SecretPart): ReturnType<typeof namedTexts> => {
    const rows = Object.entries(table).filter(([, row]) => row.secret === part);
    return namedTexts(secretSource, Object.fromEntries(rows));
  };
  // The value of a header can be an address or an ordinary word, which a branch may be called after.
  const ofHeaders = of('header_values').filter(({ text }) => isKey(text.trim()));
  return [...of('all'), ...ofHeaders]
    .map(({ text, origin }) => ({ text: text.trim().toLowerCase(), origin }))
    .filter(({ text }) => text.length >= minSecretCharacters);
}

function isKey(text: string): boolean {
  return /^[\w+=-]+$/.test(text) && isKeyLike(text);
}

/** In any case, because hosts are written in lower case; also percent-encoded, as a project may be. */
function holds(given: string, secret: string): boolean {
  const lower = given.toLowerCase();
  return lower.includes(secret) || decoded(lower).includes(secret);
}

function decoded(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)).toLowerCase(),
  );
}
