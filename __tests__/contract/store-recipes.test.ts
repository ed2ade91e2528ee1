import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../src/base/clock.js';
import { Secret } from '../../src/base/secret.js';
import { createCommandStore } from '../../src/run/tokens/command-store.js';

const token = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';

interface Recipe {
  readonly program: string;
  readonly store: string;
  readonly verify: string | undefined;
}

/** The recipes of the page: a sentence with the program in it, then one command a line. */
function recipesIn(page: string): readonly Recipe[] {
  const [, section = ''] = /<!-- recipes:start -->([\s\S]*?)<!-- recipes:end -->/.exec(page) ?? [];
  return [...section.matchAll(/\(`([\w-]+)`\)[^\n]*\n+```sh\n([\s\S]*?)```/g)].map(
    ([, program = '', block = '']) => {
      const [store = '', verify] = block.trim().split('\n');
      return { program, store, verify };
    },
  );
}

/**
 * What a program takes, by its documentation: words for `sh` patterns, the ones that write first. `-` and
 * `/dev/stdin` are where the program reads standard input; `<` says that it does so without being told.
 */
interface StandIn {
  readonly source: string;
  readonly writes: string;
  readonly reads: string | undefined;
}

const standIns: Readonly<Record<string, StandIn>> = {
  vault: {
    source: 'https://developer.hashicorp.com/vault/docs/commands/kv/put',
    writes: 'kv put -mount=* * *=-',
    reads: 'kv get -mount=* -field=* *',
  },
  aws: {
    source: 'https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/put-secret-value.html',
    writes: 'secretsmanager put-secret-value --secret-id * --secret-string file:///dev/stdin',
    reads: 'secretsmanager get-secret-value --secret-id * --query SecretString --output text',
  },
  gcloud: {
    source: 'https://cloud.google.com/sdk/gcloud/reference/secrets/versions/add',
    writes: 'secrets versions add * --data-file=-',
    reads: 'secrets versions access latest --secret=*',
  },
  az: {
    source: 'https://learn.microsoft.com/cli/azure/keyvault/secret',
    writes: 'keyvault secret set --vault-name * --name * --file /dev/stdin --encoding utf-8 --output none',
    reads: 'keyvault secret show --vault-name * --name * --query value --output tsv',
  },
  gh: {
    source: 'https://cli.github.com/manual/gh_secret_set',
    writes: 'secret set * --repo */*',
    reads: undefined,
  },
  glab: {
    source: 'https://docs.gitlab.com/cli/variable/update/',
    writes: 'variable update * --masked --repo */*',
    reads: 'variable get * --repo */*',
  },
  'systemd-creds': {
    source: 'https://www.freedesktop.org/software/systemd/man/latest/systemd-creds.html',
    writes: 'encrypt --name=* - /*',
    reads: 'decrypt --name=* /* -',
  },
};

let folder = '';
let pathBefore: string | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-recipes-'));
  for (const [program, { writes, reads }] of Object.entries(standIns)) {
    script(program, [
      `echo "$*" >> '${folder}/${program}.argv'`,
      'case "$*" in',
      `  ${patternOf(writes)}) cat > '${folder}/${program}.kept' ;;`,
      ...(reads === undefined ? [] : [`  ${patternOf(reads)}) cat '${folder}/${program}.kept'; echo ;;`]),
      '  *) echo "unknown arguments: $*" >&2; exit 2 ;;',
      'esac',
    ]);
  }
  // A secret of Kubernetes is written by two calls, and kept in base64.
  script('kubectl', [
    `echo "$*" >> '${folder}/kubectl.argv'`,
    'case "$*" in',
    '  "create secret generic "*" --from-file=token=/dev/stdin --dry-run=client -o yaml")',
    '    printf "kind: Secret\\ndata:\\n  token: %s\\n" "$(base64 -w0)" ;;',
    `  "apply -f -") sed -n 's/^  token: //p' > '${folder}/kubectl.kept'; test -s '${folder}/kubectl.kept' ;;`,
    `  "get secret "*" -o jsonpath={.data.token}") tr -d '\\n' < '${folder}/kubectl.kept' ;;`,
    '  *) echo "unknown arguments: $*" >&2; exit 2 ;;',
    'esac',
  ]);
  pathBefore = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${pathBefore ?? ''}`;
});
afterAll(() => {
  process.env.PATH = pathBefore;
  rmSync(folder, { recursive: true, force: true });
});

function script(program: string, lines: readonly string[]): void {
  writeFileSync(join(folder, program), ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(join(folder, program), 0o755);
}

/** Everything but `*` stands for itself. */
function patternOf(words: string): string {
  return words
    .split('*')
    .map((part) => (part === '' ? '' : `'${part}'`))
    .join('*');
}

async function store(recipe: Pick<Recipe, 'store' | 'verify'>): Promise<string> {
  const clock = {
    ...systemClock,
    schedule: (delayMs: number, call: () => void) => systemClock.schedule(delayMs / 1000, call),
  };
  const place = createCommandStore(
    { clock, random: () => 0.5, redact: (text: string) => text },
    { ...recipe, timeoutMs: 3_600_000 },
  );
  const { signal } = new AbortController();
  return await place.store(new Secret(token), signal).then(
    () => 'stored',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const page = readFileSync(join(import.meta.dirname, '..', '..', 'tokens', 'README.md'), 'utf8');
const recipes = recipesIn(page);

describe('the recipes for secret managers', () => {
  test('exist for each program that has a stand-in', () => {
    const programs = recipes.map(({ program }) => program).sort();
    expect(programs).toEqual([...Object.keys(standIns), 'kubectl'].sort());
  });

  test.each(recipes)('store a token with $program, and read it back', async (recipe) => {
    expect(await store(recipe)).toBe('stored');
    const kept = readFileSync(join(folder, `${recipe.program}.kept`), 'utf8').trim();
    expect(recipe.program === 'kubectl' ? Buffer.from(kept, 'base64').toString() : kept).toBe(token);
  });

  test.each(recipes)('never give the token to $program as an argument', ({ program }) => {
    const words = readFileSync(join(folder, `${program}.argv`), 'utf8');
    expect(words.trim()).not.toBe('');
    expect(words).not.toContain(token);
  });

  test('fail with a stand-in that receives something else', async () => {
    expect(await store({ store: 'vault kv put ci/gitlab', verify: undefined })).toContain('exit code 2');
  });

  test.each(recipes)('have a stand-in for $program that takes no token as an argument', ({ program }) => {
    const { status } = spawnSync(join(folder, program), ['set', `token=${token}`], { input: token });
    expect(status).toBe(2);
  });

  test('fail when a program reports success but keeps nothing', async () => {
    const [vault] = recipes.filter(({ program }) => program === 'vault');
    rmSync(join(folder, 'vault.kept'), { force: true });
    const end = await store({ store: 'cat > /dev/null', verify: vault?.verify ?? '' });
    expect(end).toContain('[token_not_stored]');
  });
});
