import { describe, expect, test } from '@jest/globals';

import { tableOf, tryEngine } from '../../../scripts/engines/run.js';
import { actions, workflows, workflowsOn } from '../../../scripts/engines/workflows.js';

function engine(faults: readonly (readonly string[])[], why?: string): Parameters<typeof tryEngine>[0] {
  return {
    name: 'act',
    version: '1',
    missing: () => Promise.resolve(why),
    run: () => Promise.resolve(faults.map((each, index) => ({ what: `check ${index}`, faults: each }))),
  };
}

describe('the lane of real engines', () => {
  test.each([
    {
      name: 'passes with all checks',
      give: engine([[], []]),
      result: /^passed \(\d+ s\)$/,
      isRed: false,
      said: [],
    },
    {
      name: 'fails with one of them, and says which',
      give: engine([[], ['lacks x', 'has y']]),
      result: /^1 failed$/,
      isRed: true,
      said: ['act: check 1: lacks x', 'act: check 1: has y'],
    },
    { name: 'fails where nothing was asked', give: engine([]), result: /^0 failed$/, isRed: true, said: [] },
    {
      name: 'says what is missing',
      give: engine([['never asked']], 'needs Go'),
      result: /^missing: needs Go$/,
      isRed: false,
      said: [],
    },
  ])('$name', async ({ give, result, isRed, said }) => {
    const lines: string[] = [];
    const row = await tryEngine(give, (line) => lines.push(line));
    expect(row.result).toMatch(result);
    expect([row.isRed, lines]).toEqual([isRed, said]);
  });

  test('shows a table', () => {
    const row = { engine: 'act', version: '0.2.89', checks: '5', result: 'passed (9 s)' };
    expect(tableOf([row])).toBe(
      [
        '| Engine | Version | Checks | Result       |',
        '| ------ | ------- | ------ | ------------ |',
        '| act    | 0.2.89  | 5      | passed (9 s) |',
      ].join('\n'),
    );
  });
});

describe('what it reads', () => {
  test('is every workflow in a file and in the documentation, and every action', () => {
    const names = workflows().map(({ name }) => name);
    for (const file of ['.github/workflows/ci.yml', 'examples/release.yml', 'ci/gitea/deploy.yml'])
      expect(names).toContain(file);
    expect(names.filter((name) => name.startsWith('docs/recipes.md:')).length).toBeGreaterThan(5);
    expect(actions().length).toBe(4);
  });

  test('is made whole where a page shows a part, and left out where it is of another CI', () => {
    const fenced = (yaml: string): string => `# A page\n\n\`\`\`yaml\n${yaml}\`\`\`\n`;
    const texts = (yaml: string): readonly string[] =>
      workflowsOn({ name: 'page.md', text: fenced(yaml) }).map(({ text }) => text);
    const job = 'jobs:\n  a:\n    runs-on: x\n';
    expect(texts(`on: push\n${job}`)).toEqual([`on: push\n${job}`]);
    expect(texts(job)).toEqual([`on: push\n${job}`]);
    expect(texts('- run: echo "${{ steps.gitlab.outputs.ref }}"\n')[0]?.split('\n').slice(4, 7)).toEqual([
      '    steps:',
      '      - id: gitlab',
      '        uses: OWNER/gitlab-trigger@v1',
    ]);
    for (const other of ['jobs:\n  a:\n    docker: x\n', 'steps:\n  - script: x\n', 'a: [\n', '- 1\n'])
      expect(texts(other)).toEqual([]);
    expect(workflowsOn({ name: 'page.md', text: fenced(job) }).map(({ name }) => name)).toEqual([
      'page.md:4',
    ]);
  });
});
