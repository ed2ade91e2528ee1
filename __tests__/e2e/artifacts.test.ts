import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test as plainTest } from '@jest/globals';

import { systemClock } from '../../src/base/clock.js';
import type { ErrorCode } from '../../src/base/errors.js';
import type {
  ArtifactScript,
  JobScript,
  PipelineScript,
} from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { type ZipMember, zipArchive } from '../../src/simulator/gitlab/state/zip-archive.js';
import { type Fault, FaultPlan, type FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { type RunningStorage, startObjectStorage } from '../../src/simulator/gitlab/wire/object-storage.js';
import type { RunningStep, StepResult } from '../../src/simulator/runner/runner.js';
import { inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { requestDeadline } from '../support/request-patience.js';
import { treeIn, withTemporaryFolder } from '../support/temporary-folder.js';
import { describeEachNode } from './support/node-versions.js';
import { startAction } from './support/run-action.js';
import type { RunningSimulator } from './support/start-simulator.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, until, withSimulator } from './support/with-simulator.js';

interface Given {
  /** Of the one job, `build`. */
  readonly artifact?: Partial<ArtifactScript>;
  readonly job?: Partial<JobScript>;
  readonly script?: PipelineScript;
  readonly storage?: RunningStorage;
  readonly lines?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly faults?: readonly FaultRule[];
  readonly nodePath?: string;
  /** Before the step begins, in the folder for its artifacts. */
  readonly prepare?: (into: string) => Promise<unknown>;
  readonly meanwhile?: (seen: {
    simulator: RunningSimulator;
    step: RunningStep;
    into: string;
  }) => Promise<void>;
}

interface Collected {
  readonly result: StepResult;
  readonly tree: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  /** The folder for artifacts. */
  readonly into: string;
}

function scenarioOf({ artifact, job, script, storage }: Given): Scenario {
  const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', ...artifact }];
  const own = script ?? quickScript('success', { name: 'build', artifacts, ...job });
  return oneProject({ ci: valid(own) }, { artifactStorage: storage });
}

/**
 * Runs the root action, which waits and then downloads; into a folder that the test looks at before it is
 * gone.
 */
async function bring<T = Collected>(
  given: Given,
  poll: (collected: Omit<Collected, 'tree'>) => T | Promise<T> = async (collected) =>
    ({ ...collected, tree: await treeIn(join(collected.into, '..')) }) as T,
): Promise<T> {
  return await withTemporaryFolder(async (folder) => {
    const into = join(folder, 'out');
    await given.prepare?.(into);
    const faults = new FaultPlan(given.faults ?? []);
    return await withSimulator({ scenario: scenarioOf(given), faults }, async (simulator) => {
      const step = await startAction({
        nodePath: given.nodePath ?? process.execPath,
        with: {
          ...inputsFor(simulator.url),
          access_token: tokens.api,
          wait: 'true',
          poll_interval: '1s',
          artifacts: given.lines ?? 'build',
          artifacts_path: into,
          ...given.inputs,
        },
      });
      await given.meanwhile?.({ simulator, step, into });
      const result = await step.finished;
      const requests = requestLines(simulator.requests).filter((line) => line.includes('/artifacts'));
      return await poll({ result, requests, into });
    });
  });
}

/** A quick job that leaves these artifacts behind. */
function jobWith(name: string, artifact: Partial<ArtifactScript>): JobScript {
  return {
    name,
    durationMs: 100,
    artifacts: [{ fileType: 'archive', filename: 'artifacts.zip', ...artifact }],
  };
}

/** What went wrong, by its code. */
function codeOf({ annotations }: StepResult): string | undefined {
  return /\[(\w+)\]/.exec(annotations.find(({ kind }) => kind === 'error')?.message ?? '')?.[1];
}

function details({ shownLines }: StepResult): string {
  return shownLines.join('\n');
}

const members: readonly ZipMember[] = [
  { name: 'dist/' },
  { name: 'dist/app', content: '#!/bin/sh\necho app\n', mode: 0o100755 },
  { name: 'dist/app-link', content: 'app', mode: 0o120777 },
  { name: 'report.xml', content: '<ok/>' },
];
const archive = zipArchive(members);
const files = { 'dist/app': '#!/bin/sh\necho app\n', 'report.xml': '<ok/>' };

describeEachNode('artifacts', ({ path: nodePath }) => {
  plainTest('of several jobs come into folders of their own, whole or in part', async () => {
    const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', archive, files }];
    const env = [{ fileType: 'archive', filename: 'artifacts.zip', files: { 'build.env': 'TAG=1\n' } }];
    const script: PipelineScript = {
      createdForMs: 50,
      jobs: [
        { name: 'compile: [linux, 20]', durationMs: 100, artifacts },
        { name: 'compile: [windows]', durationMs: 100, artifacts },
        { name: 'test 1/2', durationMs: 100, artifacts: env },
        { name: 'skipped', durationMs: 100 },
      ],
      bridges: [
        {
          name: 'images',
          strategy: 'depend',
          downstream: {
            script: { createdForMs: 0, jobs: [{ name: 'pack', durationMs: 100, artifacts: env }] },
          },
        },
      ],
    };
    const lines = 'compile\ntest 1/2:build.env\nimages/pack:**/*.env\nskipped?\ncompile: [windows]:none/*?';
    const { result, tree, requests, into } = await bring({ script, lines, nodePath });

    expect([result.exitCode, details(result)]).toEqual([
      0,
      expect.stringMatching(
        /artifacts of compile: \[linux, 20\]: 3 files, 27 bytes, in \S+\/out\/compile- \[linux, 20\] \(/,
      ),
    ]);
    expect(tree).toEqual({
      'out/compile- [linux, 20]/dist/app': 'x #!/bin/sh\necho app\n',
      'out/compile- [linux, 20]/dist/app-link': '→ app',
      'out/compile- [linux, 20]/report.xml': '<ok/>',
      'out/compile- [windows]/dist/app': 'x #!/bin/sh\necho app\n',
      'out/compile- [windows]/dist/app-link': '→ app',
      'out/compile- [windows]/report.xml': '<ok/>',
      'out/images/pack/build.env': 'TAG=1\n',
      'out/test 1-2/build.env': 'TAG=1\n',
    });
    expect(result.outputs.artifacts_path).toBe(into);
    expect(requests.filter((line) => line.endsWith('/artifacts')).length).toBe(3);
    expect(requests.filter((line) => line.endsWith('/artifacts/build.env')).length).toBe(1);
    expect(details(result)).toContain(
      'skipped could not be downloaded, which is optional: The job left no artifacts behind',
    );
  });
});

describe('artifacts', () => {
  const test = testsAtOnce();

  test('come from object storage without a credential', async () => {
    const storage = await startObjectStorage({ clock: systemClock });
    try {
      const inputs = { request_headers: 'X-Gateway: gateway-secret-4711' };
      const { result, tree } = await bring({ artifact: { archive }, storage, inputs });

      expect([result.exitCode, Object.keys(tree).length]).toEqual([0, 3]);
      expect(storage.requests.map(({ headers }) => Object.keys(headers).sort())).toEqual([
        ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'],
      ]);
      expect(JSON.stringify(storage.requests)).not.toMatch(/glpat-|glptt-|gateway-secret/);
      expect(details(result)).not.toContain('X-Amz-Signature');
    } finally {
      await storage.close();
    }
  });

  test('resume after a broken connection, in object storage as well', async () => {
    const cut: FaultRule = { when: { pathMatches: /artifacts/, nth: 1 }, fault: { kind: 'truncate' } };
    const own = await bring({ artifact: { archive }, faults: [cut] });
    const storage = await startObjectStorage({ clock: systemClock, faults: new FaultPlan([cut]) });
    try {
      const away = await bring({ artifact: { archive }, storage });

      expect([own.result.exitCode, own.tree, own.requests.length]).toEqual([0, away.tree, 2]);
      expect([away.result.exitCode, storage.requests.map(({ headers }) => headers.range)]).toEqual([
        0,
        [undefined, `bytes=${Math.floor(archive.length / 2)}-`],
      ]);
      expect(details(own.result)).toMatch(
        /artifacts of build: the connection broke .*; going on after \d+ bytes in/,
      );
    } finally {
      await storage.close();
    }
  });

  test('keep their file names', async () => {
    const names = [
      'ünï/✓ 配置.txt',
      'back\\slash.txt',
      'report 10:15.log',
      'u\u0308.txt',
      '\u00fc.txt',
      'new\nline',
    ];
    const { result, tree } = await bring({
      artifact: { archive: zipArchive(names.map((name) => ({ name, content: '1' }))) },
    });

    expect([result.exitCode, Object.keys(tree).sort()]).toEqual([
      0,
      names.map((name) => `out/build/${name}`).sort(),
    ]);
    expect(details(result)).toContain('one file each on Windows and macOS');
  });

  test('may have sixty thousand files', async () => {
    const many = Array.from({ length: 60_000 }, (_, index): ZipMember => ({
      name: `d${index % 250}/f${index}`,
      content: `${index}`,
      claims: { method: 0 },
    }));
    await bring({ artifact: { archive: zipArchive(many) } }, async ({ result, into }) => {
      expect([result.exitCode, details(result)]).toEqual([0, expect.stringContaining('60000 files')]);
      expect((await readdir(join(into, 'build', 'd7'))).length).toBe(240);
    });
  });

  const hostile: readonly { name: string; archive: Buffer; code: ErrorCode; words: RegExp }[] = [
    {
      name: 'a path upwards',
      archive: zipArchive([...members, { name: '../../evil', content: 'x' }]),
      code: 'artifacts_unsafe',
      words: /"\.\.\/\.\.\/evil" cannot be unpacked: its path contains "\.\."/,
    },
    {
      name: 'a link out with something behind it',
      archive: zipArchive([
        { name: 'l', mode: 0o120777, content: '..' },
        { name: 'l/evil', content: 'x' },
      ]),
      code: 'artifacts_unsafe',
      words: /its path leads through a link/,
    },
    {
      name: 'a bomb',
      archive: zipArchive([
        { name: 'b', content: Buffer.alloc(20_000_000), claims: { uncompressedBytes: 4_200_000_000 } },
      ]),
      code: 'artifacts_unsafe',
      words: /more than 200 times as many/,
    },
    {
      name: 'a bomb that lies',
      archive: zipArchive([
        { name: 'b', content: Buffer.alloc(20_000_000), claims: { uncompressedBytes: 900_000 } },
      ]),
      code: 'artifacts_invalid',
      words: /another length than its directory says/,
    },
    {
      name: 'a cut',
      archive: archive.subarray(0, archive.length - 30),
      code: 'artifacts_invalid',
      words: /its directory cannot be read/,
    },
    {
      name: 'a wrong checksum',
      archive: zipArchive([{ name: 'a', content: 'a', claims: { crc32: 7 } }]),
      code: 'artifacts_invalid',
      words: /"a" has another checksum/,
    },
  ];
  test('that are hostile or broken are refused as a whole, reported, and fail the step; others arrive', async () => {
    const jobs = [{ name: 'good', archive }, ...hostile].map((one) =>
      jobWith(one.name, { archive: one.archive }),
    );
    const lines = jobs.map(({ name }) => name).join('\n');
    const { result, tree } = await bring({ script: { createdForMs: 50, jobs }, lines });

    expect([result.exitCode, codeOf(result), result.outputs.outcome]).toEqual([
      6,
      'results_incomplete',
      'success',
    ]);
    expect(Object.keys(tree)).toEqual(
      ['dist/app', 'dist/app-link', 'report.xml'].map((path) => `out/good/${path}`),
    );
    const warnings = result.annotations
      .filter(({ kind }) => kind === 'warning')
      .map(({ message }) => message);
    for (const { name, code, words } of hostile) {
      const own = warnings.find((message) =>
        message.includes(`artifacts: ${name} could not be downloaded [${code}]`),
      );
      expect([name, own]).toEqual([name, expect.stringMatching(words)]);
    }
  });

  test('of one job that are hostile cause the only error of the step', async () => {
    const { result, tree } = await bring({ artifact: { archive: hostile[0]?.archive } });

    expect([result.exitCode, codeOf(result), tree]).toEqual([6, 'artifacts_unsafe', { 'out/': '/' }]);
  });

  test('lack the links that lead out, and keep the others', async () => {
    const links = zipArchive([...members, { name: 'out', mode: 0o120777, content: '/etc/passwd' }]);
    const { result, tree } = await bring({ artifact: { archive: links } });

    expect([result.exitCode, Object.keys(tree)]).toEqual([
      0,
      ['out/build/dist/app', 'out/build/dist/app-link', 'out/build/report.xml'],
    ]);
    expect(details(result)).toContain(
      'links that lead out of the folder, or that this system does not allow, were skipped: "out"',
    );
  });

  test('that have expired are reported, and fail the step unless they are optional', async () => {
    const given = { artifact: { files }, job: { artifactsExpireAfterMs: 0 } };
    const required = await bring(given);
    const optional = await bring({ ...given, lines: 'build?' });

    expect([required.result.exitCode, codeOf(required.result), required.requests]).toEqual([
      6,
      'artifact_missing',
      [],
    ]);
    expect(details(required.result)).toMatch(
      /The artifacts of the job expired at .*\n.*What to do: Raise artifacts:expire_in of the job\./,
    );
    expect([optional.result.exitCode, details(optional.result)]).toEqual([
      0,
      expect.stringContaining('which is optional'),
    ]);
  });

  test('of two jobs with one name fail the step, optional or not, because they exist', async () => {
    const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', files }];
    const script: PipelineScript = {
      createdForMs: 50,
      jobs: [{ name: 'images/pack', durationMs: 100, artifacts }],
      bridges: [
        {
          name: 'images',
          strategy: 'depend',
          downstream: { script: { createdForMs: 0, jobs: [{ name: 'pack', durationMs: 100, artifacts }] } },
        },
      ],
    };
    const { result } = await bring({ script, lines: 'images/pack?' });
    expect([result.exitCode, codeOf(result)]).toEqual([6, 'result_job_ambiguous']);
  });

  test('that are missing are reported with what exists', async () => {
    const { result } = await bring({
      artifact: { archive, files },
      lines: 'build:*.jar\nbuild:dist/missing\nbiuld',
    });

    expect([result.exitCode, codeOf(result)]).toEqual([6, 'results_incomplete']);
    expect(details(result)).toContain(
      'No file in the archive matches *.jar; it has dist/app, dist/app-link, report.xml.',
    );
    expect(details(result)).toContain('What to do: Give the name as GitLab shows it.');
  });

  test('that cannot be written are reported', async () => {
    const prepare = (into: string): Promise<unknown> => writeFile(into, 'a file');
    const { result, tree } = await bring({ artifact: { archive }, prepare });

    expect([result.exitCode, codeOf(result), tree]).toEqual([6, 'artifacts_not_written', { out: 'a file' }]);
    expect(details(result)).toContain('Give another folder in artifacts_path, or move away what is there.');
  });

  test('of an earlier run are replaced', async () => {
    const prepare = async (into: string): Promise<void> => {
      await mkdir(join(into, 'build', 'dist'), { recursive: true });
      await writeFile(join(into, 'build', 'dist', 'app'), 'old');
      await writeFile(join(into, 'build', 'mine'), 'mine');
    };
    const { result, tree } = await bring({ artifact: { archive }, prepare });

    expect([result.exitCode, tree['out/build/dist/app'], tree['out/build/mine']]).toEqual([
      0,
      'x #!/bin/sh\necho app\n',
      'mine',
    ]);
  });

  test('are downloaded from a public project without a token as well', async () => {
    const scenario = oneProject({
      visibility: 'public',
      ci: valid(
        quickScript('success', {
          name: 'build',
          artifacts: [{ fileType: 'archive', filename: 'a.zip', files }],
        }),
      ),
    });
    await withTemporaryFolder(async (into) => {
      await withSimulator({ scenario }, async ({ url }) => {
        const step = await startAction({
          nodePath: process.execPath,
          with: { ...inputsFor(url), wait: 'true', artifacts: 'build', artifacts_path: into },
        });
        expect((await step.finished).exitCode).toBe(0);
        expect(Object.keys(await treeIn(into))).toEqual(['build/dist/app', 'build/report.xml']);
      });
    });
  });

  test('are downloaded through the sub-action wait, into the working directory', async () => {
    const scenario = oneProject({
      pastPipelines: [
        {
          ref: 'main',
          user: 'ada',
          startedAgoMs: 60_000,
          script: quickScript('success', {
            name: 'build',
            artifacts: [{ fileType: 'archive', filename: 'a.zip', files }],
          }),
        },
      ],
    });
    await withSimulator({ scenario }, async ({ url }) => {
      const step = await startAction({
        folder: 'wait',
        nodePath: process.execPath,
        with: {
          gitlab_url: url,
          project_id: '42',
          pipeline_id: '257',
          access_token: tokens.readApi,
          artifacts: 'build',
        },
      });
      const result = await step.finished;
      expect([result.exitCode, result.outputs.artifacts_path]).toEqual([
        0,
        expect.stringMatching(/\/gitlab-artifacts$/),
      ]);
    });
  });

  for (const kind of ['archive', 'file'] as const) {
    test(`leave nothing half done when the step is stopped in the middle of ${kind === 'file' ? 'a file' : 'an archive'}`, async () => {
      const faults: FaultRule[] = [
        { when: { pathMatches: /artifacts/ }, fault: { kind: 'drip', everyMs: 50 } },
      ];
      const meanwhile: Given['meanwhile'] = async ({ simulator, step, into }) => {
        await until(() => requestLines(simulator.requests).some((line) => line.includes('/artifacts')));
        while ((await readdir(into, { recursive: true }).catch(() => [])).length < 2)
          await new Promise((resolve) => setTimeout(resolve, 10));
        step.cancel();
      };
      const lines = kind === 'file' ? 'build:dist/app' : 'build';
      const { result, tree } = await bring({ artifact: { archive, files }, faults, meanwhile, lines });

      expect([result.exitCode, tree, result.outputs.outcome]).toEqual([130, { 'out/': '/' }, 'success']);
      expect(details(result)).toMatch(/but its artifacts had not all been fetched/);
    });
  }
});

describe('artifacts during faults', () => {
  const test = testsAtOnce();

  /** Once, and then never again. */
  const passing: readonly Fault[] = [
    { kind: 'refuse' },
    { kind: 'reset_before' },
    { kind: 'reset_after' },
    { kind: 'truncate' },
    { kind: 'truncate_chunked' },
    { kind: 'stall' },
    { kind: 'stall_after_work' },
    { kind: 'drip', everyMs: 1 },
    { kind: 'html' },
    { kind: 'too_large', megabytes: 12 },
    { kind: 'too_large', megabytes: 'endless' },
    { kind: 'rate_limited', retryAfterSeconds: 1 },
    { kind: 'status', status: 500, work: 'done' },
    { kind: 'status', status: 502, work: 'not_done', body: '<h1>Bad Gateway</h1>', contentType: 'text/html' },
  ];

  /** A job for each fault, which meets it with its own requests for artifacts. */
  function underFaults(faults: readonly Fault[], times: 'once' | 'always', path = ''): Given {
    const jobs = faults.map((_, index) => jobWith(`job ${index}`, { archive, files }));
    const lines = jobs.map(({ name }) => `${name}${path}`).join('\n');
    const rules = faults.map((fault, index): FaultRule => {
      const pathMatches = new RegExp(`/jobs/${9001 + index}/artifacts`);
      return { when: times === 'once' ? { pathMatches, nth: 1 } : { pathMatches }, fault };
    });
    return {
      script: { createdForMs: 50, jobs },
      lines,
      faults: rules,
      inputs: { request_timeout: requestDeadline(faults) },
    };
  }

  for (const path of ['', ':report.xml']) {
    test(`arrive despite every temporary fault, ${path === '' ? 'as archives' : 'as single files'}`, async () => {
      const { result, tree } = await bring(underFaults(passing, 'once', path));

      expect([result.exitCode, result.exitCode === 0 ? '' : details(result)]).toEqual([0, '']);
      const reports = passing.map((_, index) => tree[`out/job ${index}/report.xml`]);
      expect(reports).toEqual(passing.map(() => '<ok/>'));
      expect(Object.keys(tree).length).toBe(passing.length * (path === '' ? 3 : 1));
    });
  }

  /**
   * What a stranger says may pass, and is asked for six times; what GitLab says, or the storage that it
   * names, is said once.
   */
  const lasting: readonly { readonly fault: Fault; readonly code: ErrorCode; readonly asked?: number }[] = [
    { fault: { kind: 'maintenance' }, code: 'not_gitlab', asked: 6 },
    { fault: { kind: 'redirect', status: 302, location: '/users/sign_in' }, code: 'not_gitlab', asked: 6 },
    {
      fault: { kind: 'redirect', status: 302, location: 'http://user:secret@127.0.0.1:1/' },
      code: 'storage_refused',
    },
    {
      fault: { kind: 'status', status: 401, work: 'not_done', body: '{"message":"401 Unauthorized"}' },
      code: 'unauthorized',
    },
    {
      fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403 Forbidden"}' },
      code: 'forbidden',
    },
    {
      fault: { kind: 'status', status: 404, work: 'not_done', body: '{"message":"404 Not Found"}' },
      code: 'artifact_missing',
    },
  ];

  test('do not arrive with a lasting fault, and each reports why', async () => {
    const { result, tree, requests } = await bring(
      underFaults(
        lasting.map(({ fault }) => fault),
        'always',
      ),
    );

    const asked = lasting.reduce((sum, each) => sum + (each.asked ?? 1), 0);
    expect([result.exitCode, tree, requests.length]).toEqual([6, { 'out/': '/' }, asked]);
    lasting.forEach(({ code }, index) =>
      expect(details(result)).toContain(`job ${index} could not be downloaded [${code}]`),
    );
    expect(details(result)).not.toContain('user:secret');
  });
});
