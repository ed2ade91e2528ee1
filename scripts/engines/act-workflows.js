// @ts-check
// What act runs: our four actions, in a repository that has them below `trigger/`.
import { read, yamlBlocks } from './workflows.js';

/** @typedef {{ url: string, ref: string, wait?: boolean, rest?: string }} Start */

const given = (/** @type {string} */ url) => `          gitlab_url: ${url}
          project_id: group/app
          access_token: \${{ secrets.API }}
`;

/** @param {Start} start */
function step({ url, ref, wait = true, rest = '' }) {
  // It knows what stands for a checkout by this name, and fetches nothing.
  return `      - uses: actions/checkout@v6
      - id: gitlab
        uses: ./trigger
        with:
${given(url)}          ref: ${ref}
          token: \${{ secrets.TRIGGER }}
          wait: ${wait}
${rest}`;
}

/** @param {string} steps @param {string} [more] of the job */
function workflow(steps, more = '') {
  return `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n${more}    steps:\n${steps}`;
}

/** @param {string} url @returns {string} a pipeline that fails, twice, with a value full of commands */
export function red(url) {
  const rest = `          variables: 'NOTE=a \`touch pwned\` $(id) 100% \${{ matrix.nth }}'
      - if: always()
        env:
          SEEN: \${{ steps.gitlab.outputs.pipeline_id }} \${{ steps.gitlab.outputs.outcome }}
        run: echo "next step sees $SEEN"
`;
  const matrix = '    strategy:\n      matrix:\n        nth: [one, two]\n';
  return workflow(step({ url, ref: 'fails', rest }), matrix);
}

/** @param {string} url @returns {string} a pipeline that is still running when the run is stopped */
export function endless(url) {
  return workflow(step({ url, ref: 'slow' }));
}

/** @param {string} url @returns {string} a pipeline that passes, followed by `wait` from a step of its own */
export function waited(url) {
  const steps = step({ url, ref: 'main', wait: false });
  return workflow(`${steps}      - id: wait
        uses: ./trigger/wait
        with:
${given(url)}          pipeline_id: \${{ steps.gitlab.outputs.pipeline_id }}
      - env:
          SEEN: \${{ steps.wait.outputs.outcome }}
        run: echo "wait says $SEEN"
`);
}

/** @param {string} url @returns {string} a pipeline that `cancel` ends; the project's trigger tokens */
export function canceled(url) {
  const steps = step({ url, ref: 'slow', wait: false });
  return workflow(`${steps}      - id: cancel
        uses: ./trigger/cancel
        with:
${given(url)}          pipeline_id: \${{ steps.gitlab.outputs.pipeline_id }}
      - id: tokens
        uses: ./trigger/tokens
        with:
          operation: list
${given(url)}      - env:
          SEEN: \${{ steps.cancel.outputs.outcome }}
          TRIGGERS: \${{ steps.tokens.outputs.triggers }}
        run: echo "cancel says $SEEN, tokens says $TRIGGERS"
`);
}

/**
 * @param {string} page with examples of steps
 * @param {string} url
 * @returns {{ count: number, text: string }} a workflow with a job for each of them
 */
export function shownOn(page, url) {
  const jobs = yamlBlocks(read(page)).map(({ text }, index) => {
    const steps = text
      .replaceAll(/uses: [\w-]+\/gitlab-trigger@v1$/gm, 'uses: ./trigger')
      .replaceAll('https://gitlab.example.com', url)
      .replaceAll('secrets.GITLAB_TRIGGER_TOKEN', 'secrets.TRIGGER')
      .replaceAll('secrets.GITLAB_ACCESS_TOKEN', 'secrets.API')
      .replaceAll(/^(?=.)/gm, '      ');
    const checkout = '      - uses: actions/checkout@v6\n';
    return `  job-${index}:\n    runs-on: ubuntu-latest\n    steps:\n${checkout}${steps}`;
  });
  return { count: jobs.length, text: `on: push\njobs:\n${jobs.join('')}` };
}
