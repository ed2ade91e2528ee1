import { stringify } from 'yaml';

import type { SnippetRequest } from '../inputs/snippet-request.js';

type GitHubSnippet = Extract<SnippetRequest, { readonly kind: 'github' }>;

/** A job of a GitHub workflow that starts the pipeline: YAML. Its tokens come from secrets. */
export function githubSnippet({ step, tokenSecret, accessTokenSecret }: GitHubSnippet): string {
  const secret = (name: string): string => `\${{ secrets.${name} }}`;
  const given = new Map(step.map(([name, text]) => [name, valueOf(text)]));
  // Where the pipeline is comes first, then with what.
  const places = ['gitlab_url', 'project_id', 'ref'].filter((name) => given.has(name));
  const rest = [...given].filter(([name]) => !places.includes(name));
  const inputs = {
    ...Object.fromEntries(places.map((name) => [name, given.get(name)])),
    token: secret(tokenSecret),
    ...(accessTokenSecret === undefined ? {} : { access_token: secret(accessTokenSecret) }),
    ...Object.fromEntries(rest),
  };
  const job = {
    'runs-on': 'ubuntu-latest',
    permissions: {},
    steps: [{ id: 'gitlab', uses: 'OWNER/gitlab-trigger@v1', with: inputs }],
  };
  return stringify({ jobs: { gitlab: job } }, { lineWidth: 0 });
}

/** As a person would write it: true and 42 without quotes. */
function valueOf(text: string): string | number | boolean {
  const word = text.trim();
  if (word === 'true' || word === 'false') return word === 'true';
  return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : text;
}
