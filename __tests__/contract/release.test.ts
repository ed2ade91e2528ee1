import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { allScripts, readRelease, scriptOf, withRepository, type Repository } from './support/release-run.js';

const root = join(import.meta.dirname, '..', '..');

const onMain = { job: 'verify', name: 'The tag is on main' };
const tagIsVersion = { job: 'verify', name: 'The tag is the version in package.json' };
const compare = { job: 'verify', name: 'dist is what the sources build to' };
const compareAlways = { job: 'check-dist', name: 'Compare with what is committed', file: 'check-dist.yml' };
const ownNames = { job: 'verify', name: 'The names are those of an owner' };
const pack = { job: 'package', name: 'Pack' };
const news = { job: 'package', name: 'What is new' };
const release = { job: 'release', name: 'Release' };
const publish = { job: 'npm', name: 'Publish, unless it is there' };
const nameImage = { job: 'image', name: 'What it is called' };
const baseImage = { job: 'image', name: 'What it is built on' };
const move = { job: 'major', name: 'Move it forward, never back' };

/** Tags a commit here and on GitHub, and has it released where that is told. */
function tagged({ git, remote }: Repository, tag: string, isReleased: boolean): string {
  git('tag', tag);
  const sha = git('rev-parse', 'HEAD');
  remote.tags[tag] = sha;
  if (isReleased) remote.releases.unshift({ tag, draft: false, prerelease: false });
  return sha;
}

/** What the job before has packed. */
function packed({ folder }: Repository, version: string): void {
  mkdirSync(join(folder, 'out'), { recursive: true });
  for (const name of [`octo-app-${version}.tgz`, 'sbom.cdx.json', 'notes.md'])
    writeFileSync(join(folder, 'out', name), 'content\n');
  writeFileSync(join(folder, 'package.json'), `{ "name": "@octo/app", "version": "${version}" }`);
}

/** Where the major tag is, as a clone sees it too. */
function pointMajor({ git, remote }: Repository, sha: string, major = 'v1'): void {
  git('tag', '--force', major, sha);
  remote.tags[major] = sha;
}

describe('the tag of a release', () => {
  test.each([
    { where: 'the end of main', checkOut: 'main', want: 0 },
    { where: 'an older commit of main', checkOut: 'main~1', want: 0 },
    { where: 'a branch', checkOut: 'side', want: 1 },
    { where: 'a branch that is ahead of main', checkOut: 'ahead', want: 1 },
  ])('at $where gives exit code $want', ({ checkOut, want }) => {
    withRepository(({ git, commit, run }) => {
      commit('one');
      git('branch', 'side');
      commit('two');
      git('push', '--quiet', 'origin', 'HEAD:main');
      git('checkout', '--quiet', '-b', 'ahead');
      commit('three');
      git('checkout', '--quiet', 'side');
      commit('aside');
      git('checkout', '--quiet', '--detach', checkOut);
      expect(run(onMain, 'v1.0.0').exitCode).toBe(want);
    });
  });

  test('is not released when the position of main is unknown', () => {
    withRepository(({ git, commit, run }) => {
      commit('one');
      git('push', '--quiet', 'origin', 'HEAD:main');
      git('update-ref', '-d', 'refs/remotes/origin/main');
      expect(run(onMain, 'v1.0.0').exitCode).not.toBe(0);
    });
  });

  test.each([
    { manifest: '{ "version": "1.2.3" }', want: 0 },
    { manifest: '{ "version": "1.2.4" }', want: 1 },
    { manifest: '{ "version": "1.2', want: 1 },
    { manifest: '{}', want: 1 },
  ])('v1.2.3 with $manifest gives exit code $want', ({ manifest, want }) => {
    withRepository(({ folder, run }) => {
      writeFileSync(join(folder, 'package.json'), manifest);
      expect(run(tagIsVersion, 'v1.2.3').exitCode).toBe(want);
    });
  });
});

describe.each([compare, compareAlways])('the comparison of dist $name', (step) => {
  test('passes when nothing changed, and fails when a file was changed, added or removed', () => {
    withRepository(({ folder, commit, run }) => {
      commit('one');
      expect(run(step, 'v1.0.0').exitCode).toBe(0);
      writeFileSync(join(folder, 'dist', 'new.js'), '');
      expect(run(step, 'v1.0.0').exitCode).toBe(1);
      rmSync(join(folder, 'dist', 'new.js'));
      writeFileSync(join(folder, 'dist', 'index.js'), 'other\n');
      expect(run(step, 'v1.0.0').exitCode).toBe(1);
      rmSync(join(folder, 'dist', 'index.js'));
      expect(run(step, 'v1.0.0').exitCode).toBe(1);
    });
  });

  test('fails when git fails', () => {
    withRepository(({ folder, commit, run }) => {
      commit('one');
      writeFileSync(join(folder, '.git', 'index'), 'broken');
      expect(run(step, 'v1.0.0').exitCode).not.toBe(0);
      rmSync(join(folder, '.git'), { recursive: true });
      expect(run(step, 'v1.0.0').exitCode).not.toBe(0);
    });
  });
});

describe('the release on GitHub', () => {
  test('is created once, and a repeated run finds it', () => {
    withRepository((repository) => {
      repository.commit('one');
      tagged(repository, 'v1.2.3', false);
      packed(repository, '1.2.3');
      expect(repository.run(release, 'v1.2.3').exitCode).toBe(0);
      expect(repository.run(release, 'v1.2.3').exitCode).toBe(0);
      expect(repository.remote.changes).toEqual([
        'release create v1.2.3 --repo octo/app --verify-tag --draft --notes-file out/notes.md',
        'release upload v1.2.3 --repo octo/app --clobber out/octo-app-1.2.3.tgz out/sbom.cdx.json',
        'release edit v1.2.3 --repo octo/app --draft=false',
      ]);
    });
  });

  test('is published if it was left a draft', () => {
    withRepository((repository) => {
      repository.commit('one');
      tagged(repository, 'v1.2.3', false);
      repository.remote.releases.push({ tag: 'v1.2.3', draft: true, prerelease: false });
      packed(repository, '1.2.3');
      expect(repository.run(release, 'v1.2.3').exitCode).toBe(0);
      const files = ['out/octo-app-1.2.3.tgz', 'out/sbom.cdx.json'];
      expect(repository.remote.releases).toEqual([{ tag: 'v1.2.3', draft: false, prerelease: false, files }]);
    });
  });

  test.each(['release create', 'release upload', 'release edit'])(
    'is finished by the next run when a run ended at %s',
    (broken) => {
      withRepository((repository) => {
        repository.commit('one');
        tagged(repository, 'v1.2.3', false);
        packed(repository, '1.2.3');
        Object.assign(repository.remote, { broken });
        expect(repository.run(release, 'v1.2.3').exitCode).not.toBe(0);
        expect(repository.remote.releases.filter(({ draft }) => !draft)).toEqual([]);
        Object.assign(repository.remote, { broken: undefined });
        expect(repository.run(release, 'v1.2.3').exitCode).toBe(0);
        expect(repository.remote.releases).toMatchObject([
          { draft: false, files: [{}, {}].map(() => expect.any(String)) },
        ]);
      });
    },
  );

  test('is not published without its files', () => {
    withRepository((repository) => {
      repository.commit('one');
      tagged(repository, 'v1.2.3', false);
      packed(repository, '1.2.3');
      rmSync(join(repository.folder, 'out', 'sbom.cdx.json'));
      expect(repository.run(release, 'v1.2.3').exitCode).not.toBe(0);
      expect(repository.remote.releases).toMatchObject([{ draft: true }]);
    });
  });

  test('is not created from another commit than the tested one, nor when that is unknown', () => {
    withRepository((repository) => {
      repository.commit('one');
      tagged(repository, 'v1.2.3', false);
      repository.commit('two');
      expect(repository.run(release, 'v1.2.3').exitCode).toBe(1);
      repository.git('checkout', '--quiet', 'v1.2.3');
      Object.assign(repository.remote, { broken: 'commits/tags' });
      expect(repository.run(release, 'v1.2.3').exitCode).toBe(1);
      expect(repository.remote.changes).toEqual([]);
    });
  });
});

describe('the package on npm', () => {
  test.each([
    { there: undefined, version: '1.0.0', tag: 'latest', why: 'the first version' },
    { there: ['1.0.0'], version: '1.0.1', tag: 'latest', why: 'a newer one' },
    { there: ['1.9.0', '1.2.3'], version: '1.10.0', tag: 'latest', why: 'ten is more than nine' },
    { there: ['1.2.3', '1.3.0'], version: '1.2.4', tag: 'line-1.2', why: 'a fix for an older line' },
    { there: ['1.2.3', '2.0.0'], version: '1.3.0', tag: 'line-1.3', why: 'an older major' },
    { there: ['1.0.0', '2.0.0-rc.1'], version: '1.0.1', tag: 'latest', why: 'a candidate is no release' },
  ])('$version becomes $tag, once: $why', ({ there, version, tag }) => {
    withRepository((repository) => {
      packed(repository, version);
      if (there !== undefined) repository.remote.npm = { versions: there, tags: {} };
      expect(repository.run(publish, `v${version}`).exitCode).toBe(0);
      expect(repository.run(publish, `v${version}`).exitCode).toBe(0);
      expect(repository.remote.npm).toEqual({
        versions: [...(there ?? []), version],
        tags: { [tag]: version },
      });
    });
  });

  test.each(['npm view', 'npm publish'])('does not count as published when %s fails', (broken) => {
    withRepository((repository) => {
      packed(repository, '1.0.0');
      Object.assign(repository.remote, { broken });
      expect(repository.run(publish, 'v1.0.0').exitCode).not.toBe(0);
      expect(repository.remote.changes).toEqual([]);
      Object.assign(repository.remote, { broken: undefined });
      expect(repository.run(publish, 'v1.0.0').exitCode).toBe(0);
    });
  });

  test.each([
    { name: '@octo/app', want: 0 },
    { name: '@OWNER/app', want: 1 },
    { name: '@octo/App', want: 1 },
  ])('$name gives exit code $want in the check before anything is published', ({ name, want }) => {
    withRepository(({ folder, run }) => {
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name }));
      const { exitCode, output } = run(ownNames, 'v1.0.0');
      expect(exitCode).toBe(want);
      if (want === 1) expect(output).toContain('scripts/set-owner.js');
    });
  });
});

test('the image has the name of the repository in lower case, the version and the commit', () => {
  withRepository(({ commit, git, run }) => {
    const sha = commit('one');
    expect(run(nameImage, 'v1.2.3').set).toBe(
      `name=ghcr.io/octo/app\nversion=1.2.3\nrevision=${sha}\ncreated=${git('log', '-1', '--format=%cI')}\n`,
    );
  });
});

describe('the image is built on', () => {
  const dockerfile = readFileSync(join(root, 'ci', 'docker', 'Dockerfile'), 'utf8');
  const [, base = ''] = /^ARG BASE=(.+)$/m.exec(dockerfile) ?? [];
  const digest = `sha256:${'0a'.repeat(32)}`;

  test('a version of Node and not a line of them, and what stood behind it then', () => {
    expect(base).toMatch(/^node:\d+\.\d+\.\d+-alpine$/);
    const { steps = [] } = readRelease().jobs.image ?? {};
    const build = JSON.stringify(steps.find((step) => 'with' in step && 'id' in step && step.id === 'push'));
    expect(build).toContain('BASE=${{ steps.base.outputs.name }}@${{ steps.base.outputs.digest }}');
    expect(build).toContain('image.base.digest=${{ steps.base.outputs.digest }}');
  });

  test.each([
    { name: 'what its digest names', images: { [base]: digest }, exitCode: 0 },
    { name: 'nothing that the registry does not have', images: {}, exitCode: 1 },
    { name: 'nothing without a digest', images: { [base]: 'unknown' }, exitCode: 1 },
    { name: 'nothing but the digest', images: { [base]: `${digest}\nname=other` }, exitCode: 1 },
  ])('$name', ({ images, exitCode }) => {
    withRepository(({ folder, commit, remote, run }) => {
      mkdirSync(join(folder, 'ci', 'docker'), { recursive: true });
      writeFileSync(join(folder, 'ci', 'docker', 'Dockerfile'), dockerfile);
      commit('one');
      remote.images = images;
      const ended = run(baseImage, 'v1.2.3');
      expect([ended.exitCode, ended.set]).toEqual([
        exitCode,
        exitCode === 0 ? `name=${base}\ndigest=${digest}\n` : '',
      ]);
    });
  });
});

describe('the major tag', () => {
  test('is created by the first release, and follows the next', () => {
    withRepository((repository) => {
      repository.commit('one');
      const first = tagged(repository, 'v1.0.0', true);
      expect(repository.run(move, 'v1.0.0').exitCode).toBe(0);
      expect(repository.remote.tags.v1).toBe(first);
      pointMajor(repository, first);
      repository.commit('two');
      const second = tagged(repository, 'v1.0.1', true);
      expect(repository.run(move, 'v1.0.1').exitCode).toBe(0);
      expect(repository.remote.tags.v1).toBe(second);
    });
  });

  test.each([
    { released: ['v1.3.0', 'v1.2.4'], run: 'v1.2.4', want: 'v1.3.0', why: 'a fix for an older line' },
    {
      released: ['v1.9.0', 'v1.10.0', 'v1.9.1'],
      run: 'v1.9.1',
      want: 'v1.10.0',
      why: 'ten is more than nine',
    },
    { released: ['v1.2.3', 'v2.0.0'], run: 'v1.2.3', want: 'v1.2.3', why: 'another major is another line' },
    { released: ['v1.2.3', 'v10.0.0', 'v1.2.4'], run: 'v1.2.4', want: 'v1.2.4', why: 'v10 is not v1' },
    {
      released: ['v1.0.0', 'v1.1.0', 'v1.2.0'],
      run: 'v1.1.0',
      want: 'v1.2.0',
      why: 'the second of three tags comes last',
    },
    { released: ['v1.2.3', 'v1.4.0-rc.1'], run: 'v1.2.3', want: 'v1.2.3', why: 'a candidate is no release' },
  ])('ends at $want after $run: $why', ({ released, run, want }) => {
    withRepository((repository) => {
      for (const tag of released) {
        repository.commit(tag);
        tagged(repository, tag, true);
      }
      expect(repository.run(move, run).exitCode).toBe(0);
      expect(repository.remote.tags.v1).toBe(repository.remote.tags[want]);
      // Again, now that it is there.
      pointMajor(repository, repository.remote.tags.v1 ?? '');
      expect(repository.run(move, run).exitCode).toBe(0);
      expect(repository.remote.tags.v1).toBe(repository.remote.tags[want]);
    });
  });

  test('stays at a newer version whose release is a draft or deleted', () => {
    withRepository((repository) => {
      repository.commit('new');
      const newer = tagged(repository, 'v1.3.0', false);
      pointMajor(repository, newer);
      repository.commit('old');
      tagged(repository, 'v1.2.4', true);
      expect(repository.run(move, 'v1.2.4').exitCode).toBe(0);
      expect(repository.remote.tags.v1).toBe(newer);
    });
  });

  test.each(['matching-refs', 'releases?', 'commits/tags'])(
    'stays where it is when %s cannot be asked',
    (broken) => {
      withRepository((repository) => {
        repository.commit('one');
        const first = tagged(repository, 'v1.0.0', true);
        pointMajor(repository, first);
        repository.commit('two');
        tagged(repository, 'v1.0.1', true);
        Object.assign(repository.remote, { broken });
        expect(repository.run(move, 'v1.0.1').exitCode).not.toBe(0);
        expect(repository.remote.changes).toEqual([]);
      });
    },
  );

  test('stays where it is when there is no release of its line, or a clone does not know it', () => {
    withRepository((repository) => {
      const first = repository.commit('one');
      expect(repository.run(move, 'v1.0.0').exitCode).not.toBe(0);
      tagged(repository, 'v1.0.0', true);
      repository.remote.tags.v1 = first;
      expect(repository.run(move, 'v1.0.0').exitCode).not.toBe(0);
      expect(repository.remote.changes).toEqual([]);
    });
  });
});

describe('the workflow release.yml', () => {
  test('has no step that this test does not run, except those of npm', () => {
    const steps = [onMain, tagIsVersion, ownNames, compare, release, publish, nameImage, baseImage, move].map(
      ({ job, name }) => scriptOf(job, name),
    );
    // The two of the package are run by the tests of their scripts.
    const scripts = [pack, news].map(({ job, name }) => scriptOf(job, name));
    expect(scripts).toEqual([
      'node scripts/release-dry.js out',
      'node scripts/release-notes.js "$GITHUB_REF_NAME" > out/notes.md',
    ]);
    expect(allScripts().filter((script) => ![...steps, ...scripts].includes(script))).toEqual([
      'npm cit',
      'npm run build',
    ]);
  });

  test('lets no tag remove another one from the queue, and moves one major tag at a time', () => {
    const workflow = readRelease();
    expect(workflow.concurrency).toEqual({
      group: 'release-${{ github.ref_name }}',
      'cancel-in-progress': false,
    });
    expect(Object.entries(workflow.jobs).map(([name, job]) => [name, job.concurrency, job.needs])).toEqual([
      ['verify', undefined, undefined],
      ['package', undefined, 'verify'],
      ['release', undefined, 'package'],
      ['npm', { group: 'release-npm', 'cancel-in-progress': false }, 'release'],
      ['image', undefined, 'release'],
      ['major', { group: 'release-major', 'cancel-in-progress': false }, 'release'],
    ]);
  });
});
