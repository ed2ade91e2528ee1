import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';

import { renderPage } from '../../../scripts/generate-docs.js';

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

describe('renderPage', () => {
  test('puts padded tables between the markers and leaves the rest alone', async () => {
    expect(await renderPage(page, actionYml)).toBe(`# An action

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

  test('gives a page that neither it nor Prettier would change again', async () => {
    const rendered = await renderPage(page, actionYml);
    expect(await renderPage(rendered, actionYml)).toBe(rendered);
    expect(await format(rendered, { parser: 'markdown', printWidth: 110, singleQuote: true })).toBe(rendered);
  });

  test.each(['inputs:start', 'inputs:end', 'outputs:start', 'outputs:end'])(
    'refuses a page without the marker %s',
    async (marker) => {
      const broken = page.replace(`<!-- ${marker} -->`, '');
      await expect(renderPage(broken, actionYml)).rejects.toThrow('the page lacks');
    },
  );
});
