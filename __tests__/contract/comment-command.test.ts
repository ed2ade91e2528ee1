import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { withTemporaryFolder } from '../support/temporary-folder.js';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
}

const file = join(import.meta.dirname, '..', '..', 'examples', 'comment-command.yml');
const workflow = parse(readFileSync(file, 'utf8')) as {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions: unknown; readonly steps: readonly Step[] }>>;
};
const { run: job } = workflow.jobs;
const scripts = job?.steps.flatMap(({ run }) => (run === undefined ? [] : [run])) ?? [];

test('the workflow may only comment, runs no code of the pull request, and no text as a script', () => {
  expect(workflow.on).toEqual({ issue_comment: { types: ['created'] } });
  expect([workflow.permissions, job?.permissions]).toEqual([{}, { 'pull-requests': 'write' }]);
  expect(job?.steps.map(({ uses }) => uses?.replace(/^.*\//, ''))).toEqual([
    undefined,
    'gitlab-trigger@v1',
    undefined,
  ]);
  expect(scripts).toHaveLength(2);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

const describeWithShell = process.platform === 'win32' ? describe.skip : describe;

describeWithShell('the scripts', () => {
  /** Runs a script as GitHub does, with a `gh` that knows the permission and keeps its words. */
  async function outcomeOf(script: string, environment: Readonly<Record<string, string>>) {
    return await withTemporaryFolder((folder) => {
      const gh = `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\ntest "$PERMISSION" != gone && echo "$PERMISSION"\n`;
      writeFileSync(join(folder, 'gh'), gh);
      chmodSync(join(folder, 'gh'), 0o755);
      writeFileSync(join(folder, 'output'), '');
      const { status } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
        cwd: folder,
        env: {
          PATH: `${folder}:${process.env.PATH ?? ''}`,
          GITHUB_REPOSITORY: 'octo/app',
          GITHUB_OUTPUT: join(folder, 'output'),
          ...environment,
        },
      });
      const output = readFileSync(join(folder, 'output'), 'utf8');
      const words = readFileSync(join(folder, 'words'), 'utf8').trimEnd().split('\n');
      return Promise.resolve({ status, output, words, harm: existsSync(join(folder, 'harm')) });
    });
  }

  const [command = '', answer = ''] = scripts;

  test.each([
    { BODY: '/gitlab run staging', PERMISSION: 'write', output: 'ref=main\nenvironment=staging\n' },
    { BODY: '/gitlab run staging\r\n', PERMISSION: 'admin', output: 'ref=main\nenvironment=staging\n' },
    { BODY: '/gitlab run production', PERMISSION: 'write', output: 'ref=release\nenvironment=production\n' },
    ...['read', 'none', 'triage', '', 'gone'].map((permission) => ({
      BODY: '/gitlab run staging',
      PERMISSION: permission,
      output: '',
    })),
    ...[
      ...[
        '/gitlab run other',
        '/gitlab run staging production',
        '/gitlab run *',
        '/gitlab run $(touch harm)',
      ],
      ...['/gitlab run `touch harm`', "/gitlab run staging'; touch harm; '", '/gitlab run staging\nref=evil'],
    ].map((body) => ({ BODY: body, PERMISSION: 'write', output: '' })),
  ])(
    'the workflow handles the command $BODY of a user with $PERMISSION',
    async ({ output, ...environment }) => {
      const found = await outcomeOf(command, { ...environment, COMMENTER: 'ada' });
      expect(found).toEqual({
        status: output === '' ? 1 : 0,
        output,
        words: ['api', 'repos/octo/app/collaborators/ada/permission', '--jq', '.permission'],
        harm: false,
      });
    },
  );

  test.each([
    {
      OUTCOME: 'success',
      URL: 'https://gitlab.example.com/-/1',
      body: 'success https://gitlab.example.com/-/1',
    },
    { OUTCOME: '', URL: '', body: 'not started ' },
  ])('the workflow comments "$body"', async ({ body, ...environment }) => {
    const found = await outcomeOf(answer, { ...environment, NUMBER: '7', PERMISSION: 'write' });
    expect(found).toMatchObject({
      status: 0,
      words: ['pr', 'comment', '7', '--repo', 'octo/app', '--body', `GitLab pipeline ${body}`.trimEnd()],
    });
  });
});
