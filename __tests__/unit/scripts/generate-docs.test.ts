import { describe, expect, test } from '@jest/globals';
import { format } from 'oxfmt';

import {
  renderFiles,
  renderTable,
  tablePages,
  withLaunch,
  withVersion,
} from '../../../scripts/generate-docs.js';

const actionYml = `
inputs:
  ref:
    description: >-
      Branch or tag,
      one | the other
    required: true
  wait: { description: Whether to wait, default: false }
  token: { description: A token }
outputs:
  web_url: { description: The page }
`;

const page = `# An action

<!-- inputs:start -->

old

<!-- inputs:end -->

Between.

<!-- outputs:start -->
<!-- outputs:end -->

After.
`;

/** The page with both tables made anew. */
async function renderTables(text: string): Promise<string> {
  return await renderTable(await renderTable(text, 'inputs', actionYml), 'outputs', actionYml);
}

describe('renderTable', () => {
  test('replaces one table, and keeps the other', async () => {
    const rendered = await renderTable(page, 'outputs', actionYml);
    expect(rendered).toContain('\n\nold\n\n');
    expect(rendered).toContain('| `web_url` | The page |');
  });

  test('puts padded tables between the markers and leaves the rest alone', async () => {
    expect(await renderTables(page)).toBe(`# An action

<!-- inputs:start -->

| Input   | Default      | Meaning                         |
| ------- | ------------ | ------------------------------- |
| \`ref\`   | **required** | Branch or tag, one \\| the other |
| \`wait\`  | \`false\`      | Whether to wait                 |
| \`token\` |              | A token                         |

<!-- inputs:end -->

Between.

<!-- outputs:start -->

| Output    | Meaning  |
| --------- | -------- |
| \`web_url\` | The page |

<!-- outputs:end -->

After.
`);
  });

  test('returns a page that neither it nor the formatter would change again', async () => {
    const rendered = await renderTables(page);
    expect(await renderTables(rendered)).toBe(rendered);
    expect((await format('page.md', rendered, { singleQuote: true })).code).toBe(rendered);
  });

  test.each(['inputs:start', 'inputs:end', 'outputs:start', 'outputs:end'])(
    'refuses a page without the marker %s',
    async (marker) => {
      const broken = page.replace(`<!-- ${marker} -->`, '');
      await expect(renderTables(broken)).rejects.toThrow('the page lacks');
    },
  );
});

test('the tables of the root action are in docs/, and those of another action on its own page', () => {
  expect(['.', 'wait'].map((folder) => tablePages(folder))).toEqual([
    { inputs: 'docs/inputs.md', outputs: 'docs/outputs.md' },
    { inputs: 'wait/README.md', outputs: 'wait/README.md' },
  ]);
});

describe('renderFiles', () => {
  test('puts files into the blocks that name them, and leaves other blocks alone', () => {
    const give = [
      '# A host',
      '',
      '[`ci/drone/step.yml`](../../ci/drone/step.yml):',
      '',
      '```yaml',
      'old: 1',
      '```',
      '',
      '```yaml',
      'kept: 1',
      '```',
      '',
    ].join('\n');
    const want = give.replace('old: 1', 'new: $1\nend: true');
    expect(renderFiles(give, (path) => (path === 'ci/drone/step.yml' ? 'new: $1\nend: true\n' : ''))).toBe(
      want,
    );
  });
});

describe('withLaunch', () => {
  const launch = '# Starts it so. By us.\nset -f\nset -- "$node" --import "$own" @OWNER/x\n';

  test.each([
    {
      why: 'a text that is not there is not put in',
      give: 'exec node cli.js\n',
      want: 'exec node cli.js\n',
    },
    {
      why: 'as deep as it stood, with what is around it',
      give: 'a:\n  - |-\n    # Starts it so. Old.\n    set -- "$b"\n    set -- "$node" --import old\n    exec "$@" run\n',
      want: 'a:\n  - |-\n    # Starts it so. By us.\n    set -f\n    set -- "$node" --import "$own" @OWNER/x\n    exec "$@" run\n',
    },
    {
      why: 'each of two',
      give: '# Starts it so.\nset -- "$node" --import 1\n\n # Starts it so.\n set -- "$node" --import 2\n',
      want: `${launch}\n${launch.replace(/^(?=.)/gm, ' ')}`,
    },
  ])('$why', ({ give, want }) => {
    expect(withLaunch(give, launch)).toBe(want);
    expect(withLaunch(want, launch)).toBe(want);
  });
});

describe('withVersion', () => {
  test.each([
    {
      give: 'npm install @OWNER/gitlab-trigger@0.1.0 x',
      want: 'npm install @OWNER/gitlab-trigger@2.3.4 x',
    },
    { give: '- OWNER/gitlab-trigger#v0.1.0:', want: '- OWNER/gitlab-trigger#v2.3.4:' },
    {
      give: 'image: registry.example.com/gitlab-trigger:0.1.0',
      want: 'image: registry.example.com/gitlab-trigger:2.3.4',
    },
    { give: 'x-gitlab-trigger.git@0.1.0:', want: 'x-gitlab-trigger.git@2.3.4:' },
    { give: 'version: 0.1.0', want: 'version: 2.3.4' },
    { give: 'version: 2.1\nnode:24', want: 'version: 2.1\nnode:24' },
  ])('$give', ({ give, want }) => {
    expect(withVersion(give, '2.3.4')).toBe(want);
  });
});
