import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../../src/base/clock.js';
import { runStep, startStep, type StepRequest } from '../../../../src/simulator/runner/runner.js';

const deps = { clock: systemClock };

const actionYml = `
name: throw-away
inputs:
  ref: { required: true }
  wait: { default: false }
runs: { using: node24, main: main.js, post: post.js }
`;

let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'simulated-runner-')));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function stepOf(main: string, overrides: Partial<StepRequest> = {}): Promise<StepRequest> {
  const actionDir = join(folder, 'action');
  await mkdir(actionDir, { recursive: true });
  await writeFile(join(actionDir, 'package.json'), '{ "type": "module" }');
  await writeFile(join(actionDir, 'action.yml'), actionYml);
  await writeFile(join(actionDir, 'main.js'), `import { appendFileSync } from 'node:fs';\n${main}`);
  await writeFile(
    join(actionDir, 'post.js'),
    'console.log(`post of ${process.env.STATE_pipelineId} for ${process.env.INPUT_REF}`);',
  );
  return {
    actionDir,
    nodePath: process.execPath,
    stage: 'main',
    with: { ref: 'main' },
    baseEnvironment: {},
    workDir: join(folder, 'work'),
    ...overrides,
  };
}

/** A promise and the function that resolves it; Node 20 has no `Promise.withResolvers`. */
function signalOf(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('runStep', () => {
  test('returns everything about a step', async () => {
    const heard: string[] = [];
    const result = await runStep(
      deps,
      await stepOf(
        `
        console.log('::add-mask::s3cret');
        console.log('ref ' + process.env.INPUT_REF + ', wait ' + process.env.INPUT_WAIT + ', s3cret');
        process.stdout.write('::group::G\\rone\\r\\n::endgroup::\\n::notice title=T::hello\\nlast');
        appendFileSync(process.env.GITHUB_OUTPUT, 'id=257\\nhidden<<E\\ns3cret\\nE\\n');
        appendFileSync(process.env.GITHUB_STATE, 'pipelineId=257\\n');
        appendFileSync(process.env.GITHUB_ENV, 'A=1\\n');
        appendFileSync(process.env.GITHUB_PATH, '/bin\\n');
        appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# s3cret\\n');
        `,
        { with: { ref: 'main', extra: 'x' }, onLine: (line) => void heard.push(line) },
      ),
    );
    const shownLines = [
      "##[warning]Input 'extra' is not declared by this action, which knows: ref, wait",
      'ref main, wait false, ***',
      '##[group]G',
      'one',
      '##[endgroup]',
      '##[notice]hello',
      'last',
    ];
    expect(result).toEqual({
      exitCode: 0,
      signal: undefined,
      conclusion: 'success',
      shownLines,
      rawStdout:
        '::add-mask::s3cret\nref main, wait false, s3cret\n::group::G\rone\r\n::endgroup::\n::notice title=T::hello\nlast',
      rawStderr: '',
      annotations: [
        {
          kind: 'warning',
          message: "Input 'extra' is not declared by this action, which knows: ref, wait",
          properties: {},
        },
        { kind: 'notice', message: 'hello', properties: { title: 'T' } },
      ],
      groups: [{ title: 'G', lines: ['one'] }],
      outputs: { id: '257', hidden: 's3cret' },
      jobOutputs: { id: '257' },
      state: { pipelineId: '257' },
      environment: { A: '1' },
      paths: ['/bin'],
      summary: '# ***\n',
      masked: ['s3cret'],
      fileTexts: {
        output: 'id=257\nhidden<<E\ns3cret\nE\n',
        state: 'pipelineId=257\n',
        env: 'A=1\n',
        path: '/bin\n',
        summary: '# s3cret\n',
      },
      durationMs: expect.any(Number),
    });
    expect(heard).toEqual(shownLines);
  });

  test('starts the process in the workspace, with its input closed and nothing inherited', async () => {
    const step = await stepOf(
      `
      let read = '';
      for await (const chunk of process.stdin) read += chunk;
      const own = Object.keys(process.env).filter((name) => !/^(GITHUB|RUNNER|INPUT|CI)/.test(name)).sort();
      console.log(JSON.stringify([process.cwd(), read, own]));
      `,
      { baseEnvironment: { GIVEN: '1' } },
    );
    const { shownLines } = await runStep(deps, step);
    expect(shownLines).toEqual([JSON.stringify([join(folder, 'work', 'workspace'), '', ['GIVEN']])]);
  });

  test('runs the post stage with the state of main, with fresh files and the masks of main', async () => {
    const main = await stepOf(`appendFileSync(process.env.GITHUB_STATE, 'pipelineId=257\\n');`);
    const { state } = await runStep(deps, main);
    const post = await runStep(deps, { ...main, stage: 'post', state, masked: ['257'] });
    expect(post.shownLines).toEqual(['post of *** for main']);
    expect(post.fileTexts.state).toBe('');
  });

  test.each([
    { name: 'an exit code', main: 'process.exitCode = 5;', want: { exitCode: 5, conclusion: 'failure' } },
    {
      name: 'a broken command file',
      main: `appendFileSync(process.env.GITHUB_OUTPUT, 'broken');`,
      want: { exitCode: 0, conclusion: 'failure' },
    },
  ])('fails for $name', async ({ main, want }) => {
    const { exitCode, conclusion } = await runStep(deps, await stepOf(main));
    expect({ exitCode, conclusion }).toEqual(want);
  });

  test.each([
    { name: 'there is no such Node', overrides: { nodePath: '/nowhere/node' } },
    { name: 'an input is too large for a process', overrides: { with: { ref: 'x'.repeat(2_000_000) } } },
  ])('reports that the process cannot start because $name', async ({ overrides }) => {
    const result = await runStep(deps, await stepOf('', overrides));
    expect({ exitCode: result.exitCode, conclusion: result.conclusion }).toEqual({
      exitCode: -1,
      conclusion: 'failure',
    });
    expect(result.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The process could not be started: spawn /),
    ]);
  });
});

describe('startStep', () => {
  const ready = `console.log('ready'); setInterval(() => undefined, 1000);\n`;
  const handled = (signal: string, action: string): string =>
    `process.on('${signal}', () => { console.log('${signal}'); ${action} });\n`;

  test.each([
    {
      name: 'SIGINT ends a process that handles it',
      main: handled('SIGINT', `appendFileSync(process.env.GITHUB_OUTPUT, 'id=1\\n'); process.exit(130);`),
      want: { exitCode: 130, signal: undefined, shown: ['ready', 'SIGINT'], outputs: { id: '1' } },
    },
    {
      name: 'SIGTERM follows when SIGINT is not enough',
      main: handled('SIGINT', '') + handled('SIGTERM', 'process.exit(143);'),
      want: { exitCode: 143, signal: undefined, shown: ['ready', 'SIGINT', 'SIGTERM'], outputs: {} },
    },
    {
      name: 'SIGKILL ends a process that handles everything',
      main: handled('SIGINT', '') + handled('SIGTERM', ''),
      want: { exitCode: 137, signal: 'SIGKILL', shown: ['ready', 'SIGINT', 'SIGTERM'], outputs: {} },
    },
    {
      name: 'a process without a handler dies at once',
      main: '',
      want: { exitCode: 130, signal: 'SIGINT', shown: ['ready'], outputs: {} },
    },
  ])('ends like this when canceled: $name', async ({ main, want }) => {
    const whenReady = signalOf();
    const step = await startStep(
      deps,
      await stepOf(main + ready, {
        cancelTiming: { interruptMs: 300, terminateMs: 300 },
        onLine: (line) => {
          if (line === 'ready') whenReady.resolve();
        },
      }),
    );
    await whenReady.promise;
    step.cancel();
    step.cancel();
    const { exitCode, signal, conclusion, shownLines, outputs } = await step.finished;
    expect({ exitCode, signal, shown: shownLines, outputs }).toEqual(want);
    expect(conclusion).toBe('cancelled');
  });

  test('keeps what a killed process wrote, and its post stage still runs', async () => {
    const whenReady = signalOf();
    const request = await stepOf(
      `appendFileSync(process.env.GITHUB_STATE, 'pipelineId=9\\n');${handled('SIGINT', '')}${ready}`,
      {
        onLine: (line) => {
          if (line === 'ready') whenReady.resolve();
        },
      },
    );
    const step = await startStep(deps, request);
    await whenReady.promise;
    step.kill();
    const main = await step.finished;
    expect({ exitCode: main.exitCode, signal: main.signal, conclusion: main.conclusion }).toEqual({
      exitCode: 137,
      signal: 'SIGKILL',
      conclusion: 'failure',
    });
    const post = await runStep(deps, { ...request, stage: 'post', state: main.state });
    expect(post.shownLines).toEqual(['post of 9 for main']);
  });
});
