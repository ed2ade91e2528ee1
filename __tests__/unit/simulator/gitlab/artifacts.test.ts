import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { fromBufferPromise } from 'yauzl';

import type { JobScript } from '../../../../src/simulator/gitlab/state/pipeline-script.js';
import { legacyRelease } from '../../../../src/simulator/gitlab/state/release.js';
import type { ProjectDescription, Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import { zipArchive } from '../../../../src/simulator/gitlab/state/zip-archive.js';
import { type World, createWorld, pick, scenario } from './support/world.js';

const files = { 'out/build.env': 'TAG=1.2\n', 'report.html': '<html></html>', 'näme ✓.txt': 'x' };
const archive = zipArchive(Object.entries(files).map(([name, content]) => ({ name, content })));
const etag = `"${createHash('sha256').update(archive).digest('hex')}"`;

/** A pipeline whose one job, 9001, has ended. */
function ended(
  job: Partial<JobScript> = {},
  project: Partial<ProjectDescription> = {},
  changes: Partial<Scenario> = {},
): World {
  const artifacts = [{ fileType: 'archive', filename: 'artifacts.zip', files }];
  const script = { jobs: [{ name: 'build', artifacts, ...job }] };
  const world = createWorld(scenario({ ci: { kind: 'valid', script }, ...project }, changes));
  world.trigger();
  world.clock.pass(10_000);
  return world;
}

const target = '/projects/42/jobs/9001/artifacts';

function ask(world: World, path = '', headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const { gitlab } = world;
  const {
    status,
    headers: answered,
    body,
  } = gitlab.handle({
    method,
    target: `/api/v4${target}${path}`,
    headers: { 'private-token': 'ada-read', ...headers },
    body: Buffer.alloc(0),
  });
  return { status, headers: answered, body };
}

describe('the archive of a job', () => {
  test('is sent whole, with a name and a tag of its own', () => {
    const { status, headers, body } = ask(ended());

    expect({ status, headers, body: body.equals(archive) }).toEqual({
      status: 200,
      headers: expect.objectContaining({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="artifacts.zip"',
        'accept-ranges': 'bytes',
        etag,
      }) as unknown,
      body: true,
    });
  });

  test('has no ETag on older releases', () => {
    expect(ask(ended({}, {}, { release: legacyRelease })).headers).not.toHaveProperty('etag');
  });

  test('is described by HEAD', () => {
    const { status, headers, body } = ask(ended(), '', {}, 'HEAD');

    expect([status, headers['content-length'], body.length]).toEqual([200, String(archive.length), 0]);
  });

  test.each([
    { range: 'bytes=10-', want: 206 },
    { range: 'bytes=10-', ifRange: etag, want: 206 },
    { range: 'bytes=10-', ifRange: '"other"', want: 200 },
    { range: `bytes=${archive.length}-`, want: 416 },
    { range: 'lines=1-', want: 200 },
  ])('is sent in part: $range, if it is still $ifRange', ({ range, ifRange, want }) => {
    const headers = ifRange === undefined ? { range } : { range, 'if-range': ifRange };
    const answer = ask(ended(), '', headers);

    expect([answer.status, answer.headers['content-range'], answer.body.length]).toEqual(
      {
        200: [200, undefined, archive.length],
        206: [206, `bytes 10-${archive.length - 1}/${archive.length}`, archive.length - 10],
        416: [416, `bytes */${archive.length}`, 0],
      }[want],
    );
  });

  test.each<{ name: string; job: Partial<JobScript> }>([
    { name: 'none', job: { artifacts: [] } },
    { name: 'reports only', job: { artifacts: [{ fileType: 'dotenv', filename: '.env.gz', sizeBytes: 3 }] } },
    { name: 'expired ones', job: { artifactsExpireAfterMs: 1000 } },
    { name: 'none yet', job: { durationMs: 60_000 } },
  ])('is not found where there are $name', ({ job }) => {
    const { status, body } = ask(ended(job));

    expect([status, body.toString()]).toEqual([404, '{"message":"404 Not Found"}']);
  });

  test('disappears from the job as well once it has expired', () => {
    const world = ended({ artifactsExpireAfterMs: 20_000 });
    const job = (): unknown => world.asAda('GET', '/projects/42/jobs/9001').body;

    expect(pick(job(), 'artifacts_file')).toEqual({ filename: 'artifacts.zip', size: archive.length });
    world.clock.pass(20_000);
    expect([
      pick(job(), 'artifacts'),
      pick(job(), 'artifacts_file'),
      pick(job(), 'artifacts_expire_at'),
    ]).toEqual([[], undefined, expect.stringMatching(/^2026-01-01T00:00:2\d/)]);
  });

  test.each([
    { visibility: 'public', publicPipelines: true, status: 200 },
    { visibility: 'public', publicPipelines: false, status: 403 },
    { visibility: 'private', publicPipelines: true, status: 404 },
  ] as const)(
    'for nobody in particular: $visibility, pipelines public: $publicPipelines',
    ({ status, ...project }) => {
      expect(ended({}, project).send('GET', target).status).toBe(status);
    },
  );

  test('is readable for job tokens, too', () => {
    const jobTokens = [{ token: 'job', user: 'dev', projectId: 42, job: 'running' }] as const;

    expect(ended({}, {}, { jobTokens }).send('GET', target, { headers: { 'job-token': 'job' } }).status).toBe(
      200,
    );
  });

  test('may be in another storage', () => {
    const stored: string[] = [];
    const store = ({ filename }: { readonly filename: string }): string => {
      stored.push(filename);
      return 'http://127.0.0.1:1/signed?by=me';
    };
    const { status, headers } = ask(ended({}, {}, { artifactStorage: { store } }));

    expect([status, headers.location, stored]).toEqual([
      302,
      'http://127.0.0.1:1/signed?by=me',
      ['artifacts.zip'],
    ]);
  });
});

describe('one file of an archive', () => {
  test.each([
    { path: '/out/build.env', type: 'application/octet-stream', name: 'build.env', body: 'TAG=1.2\n' },
    { path: '/out%2Fbuild.env', type: 'application/octet-stream', name: 'build.env', body: 'TAG=1.2\n' },
    { path: '/report.html', type: 'text/html; charset=utf-8', name: 'report.html', body: '<html></html>' },
    { path: '/n%C3%A4me%20%E2%9C%93.txt', type: 'text/plain; charset=utf-8', name: 'n_me _.txt', body: 'x' },
  ])('is sent alone and whole: $path', ({ path, type, name, body }) => {
    const answer = ask(ended(), path, { range: 'bytes=2-' });

    expect([
      answer.status,
      answer.headers['content-type'],
      answer.headers['content-disposition'],
      answer.body.toString(),
    ]).toEqual([200, type, `attachment; filename="${name}"`, body]);
    expect(answer.headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
  });

  test.each([
    { path: '/missing', status: 404, body: '404 page not found\n' },
    { path: '/out', status: 404, body: '404 page not found\n' },
    { path: '/__proto__', status: 404, body: '404 page not found\n' },
    { path: '/..%2f..%2fetc%2fpasswd', status: 400, body: '{"message":"400 Bad request"}' },
    { path: '/a%00b', status: 400, body: '{"message":"400 Bad request"}' },
  ])('is refused: $path', ({ path, status, body }) => {
    const answer = ask(ended(), path);

    expect([answer.status, answer.body.toString()]).toEqual([status, body]);
  });

  test('is not found in expired artifacts', () => {
    const { status, body } = ask(ended({ artifactsExpireAfterMs: 1 }), '/report.html');

    expect([status, body.toString()]).toEqual([404, '{"message":"404 Not Found"}']);
  });
});

describe('the archives of the simulator', () => {
  const members = [
    { name: 'a/', mode: 0o040700 },
    { name: 'a/run.sh', content: '#!/bin/sh\n', mode: 0o100755 },
    { name: 'long.txt', content: 'long '.repeat(1000) },
    { name: 'ünï.txt', content: '' },
  ];

  test('are read by an independent reader', async () => {
    const zip = await fromBufferPromise(zipArchive(members), { lazyEntries: true });
    const read: unknown[] = [];
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize, externalFileAttributes } = entry;
      const chunks: Buffer[] = [];
      if (!fileName.endsWith('/')) {
        for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      }
      read.push([
        fileName,
        uncompressedSize,
        (externalFileAttributes >>> 16).toString(8),
        Buffer.concat(chunks).toString(),
      ]);
    }

    expect(read).toEqual([
      ['a/', 0, '40700', ''],
      ['a/run.sh', 10, '100755', '#!/bin/sh\n'],
      ['long.txt', 5000, '100644', 'long '.repeat(1000)],
      ['ünï.txt', 0, '100644', ''],
    ]);
  });

  const hasUnzip = canRun('unzip', ['-v']);
  (hasUnzip ? test : test.skip)('are found sound by unzip', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), zipArchive(members));
      const printed = execFileSync('unzip', ['-tq', join(folder, 'a.zip')], { encoding: 'utf8' });
      expect(printed).toContain('No errors detected');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function canRun(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
