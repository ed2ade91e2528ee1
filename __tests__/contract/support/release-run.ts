import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from '@jest/globals';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..', '..');

/** What GitHub has of the repository. */
export interface Remote {
  /** Commits by tag. */
  tags: Record<string, string>;
  readonly releases: { tag: string; draft: boolean; prerelease: boolean; files?: string[] }[];
  /** Versions on npm, with the tags that point to them; `undefined` where npm does not know the package. */
  npm?: { versions: string[]; tags: Record<string, string> };
  /** The commands of `gh` that changed something. */
  readonly changes: string[];
  /** Digests of images by name. */
  images?: Readonly<Record<string, string>>;
  /** Words of a command that fails, as when GitHub is down. */
  readonly broken?: string;
}

/** Stands in for `gh`, for the commands of the workflow alone; anything else is an error. */
const gh = `
import { readFileSync, writeFileSync } from 'node:fs';
const path = process.env.REMOTE;
const remote = JSON.parse(readFileSync(path, 'utf8'));
const words = process.argv.slice(2);
const line = words.join(' ');
const fail = (text) => { console.error(text); process.exit(1); };
if (process.env.GH_TOKEN !== 'a token') fail('no token');
if (remote.broken !== undefined && line.includes(remote.broken)) fail('HTTP 502');
const option = (name) => words.flatMap((word, index) => word === name ? [words[index + 1]] : []);
const fields = Object.fromEntries([...option('-f'), ...option('-F')].map((text) => text.split(/=(.*)/s, 2)));
const change = () => { remote.changes.push(line); writeFileSync(path, JSON.stringify(remote)); };
const release = remote.releases.find(({ tag }) => tag === words[2]);
if (words[0] === 'release') {
  if (option('--repo')[0] !== 'octo/app') fail('which repository?');
  if (words[1] === 'view') {
    if (release === undefined) fail('release not found');
    if (option('--jq')[0] === '.isDraft') console.log(release.draft);
  }
  else if (words[1] === 'create') {
    if (release !== undefined) fail('already exists');
    if (remote.tags[words[2]] === undefined) fail('no such tag');
    if (!words.includes('--draft') || !readFileSync(option('--notes-file')[0], 'utf8').trim()) fail('cannot create');
    remote.releases.unshift({ tag: words[2], draft: true, prerelease: false, files: [] });
    change();
  } else if (words[1] === 'upload') {
    if (release === undefined || !release.draft || !words.includes('--clobber')) fail('cannot upload');
    const files = words.slice(words.indexOf('--clobber') + 1);
    for (const file of files) readFileSync(file);
    release.files = [...new Set([...(release.files ?? []), ...files])];
    change();
  } else if (words[1] === 'edit') {
    if (release === undefined || !words.includes('--draft=false')) fail('cannot edit');
    if (release.draft) { release.draft = false; change(); }
  } else fail('gh ' + line);
  process.exit(0);
}
const place = words.find((word) => word.startsWith('repos/octo/app/'))?.slice('repos/octo/app/'.length) ?? fail('gh ' + line);
const jq = option('--jq')[0];
const method = option('--method')[0] ?? 'GET';
if (method === 'GET' && place.startsWith('commits/tags/') && jq === '.sha') {
  console.log(remote.tags[place.slice('commits/tags/'.length)] ?? fail('HTTP 422'));
} else if (method === 'GET' && place.startsWith('git/matching-refs/tags/') && jq === '.[].ref') {
  for (const tag of Object.keys(remote.tags)) if (tag.startsWith(place.slice(23))) console.log('refs/tags/' + tag);
} else if (method === 'GET' && place === 'releases?per_page=100' && words.includes('--paginate') && jq === '.[] | select(.draft or .prerelease | not) | .tag_name') {
  for (const { tag, draft, prerelease } of remote.releases) if (!draft && !prerelease) console.log(tag);
} else if (method === 'PATCH' && place.startsWith('git/refs/tags/') && fields.force === 'true') {
  const tag = place.slice('git/refs/tags/'.length);
  if (remote.tags[tag] === undefined) fail('Reference does not exist');
  remote.tags[tag] = fields.sha;
  change();
} else if (method === 'POST' && place === 'git/refs') {
  const tag = fields.ref.replace('refs/tags/', '');
  if (remote.tags[tag] !== undefined) fail('Reference already exists');
  remote.tags[tag] = fields.sha;
  change();
} else fail('gh ' + line);
`;

/** Stands in for `npm`, for the commands of the workflow alone. */
const npm = `
import { readFileSync, writeFileSync } from 'node:fs';
const path = process.env.REMOTE;
const remote = JSON.parse(readFileSync(path, 'utf8'));
const words = process.argv.slice(2);
const fail = (text) => { console.error(text); process.exit(1); };
if (remote.broken === 'npm ' + words[0]) { console.log('{"error":{"code":"E500"}}'); fail('npm error code E500'); }
if (words.join(' ') === 'view @octo/app versions --json') {
  if (remote.npm === undefined) { console.log('{\\n  "error": {\\n    "code": "E404"\\n  }\\n}'); fail('npm error code E404'); }
  const { versions } = remote.npm;
  // As npm does it: one alone is no list.
  console.log(JSON.stringify(versions.length === 1 ? versions[0] : versions, null, 2));
} else if (words[0] === 'publish' && words[2] === '--access' && words.includes('--provenance') && words.includes('--ignore-scripts')) {
  readFileSync(words[1]);
  const version = /-(\\d+\\.\\d+\\.\\d+)\\.tgz$/.exec(words[1])[1];
  remote.npm ??= { versions: [], tags: {} };
  if (remote.npm.versions.includes(version)) fail('You cannot publish over the previously published versions');
  const tag = words[words.indexOf('--tag') + 1];
  if (/^v?\\d/.test(tag)) fail('Tag name must not be a valid SemVer range');
  remote.npm.versions.push(version);
  remote.npm.tags[tag] = version;
  remote.changes.push(words.join(' '));
  writeFileSync(path, JSON.stringify(remote));
} else fail('npm ' + words.join(' '));
`;

/** Stands in for `docker`, for the one command of the workflow. */
const docker = `
import { readFileSync } from 'node:fs';
const { images = {} } = JSON.parse(readFileSync(process.env.REMOTE, 'utf8'));
const words = process.argv.slice(2);
const fail = (text) => { console.error(text); process.exit(1); };
const [, name] = /^buildx imagetools inspect (\\S+) --format {{.Manifest.Digest}}$/.exec(words.join(' ')) ?? fail('docker ' + words.join(' '));
console.log(images[name] ?? fail('ERROR: docker.io/library/' + name + ': not found'));
`;

/** A repository with a remote, in which steps of the workflow run as on a runner. */
export interface Repository {
  readonly folder: string;
  readonly git: (...words: readonly string[]) => string;
  /** A commit on the branch that is checked out; its id. */
  readonly commit: (text: string) => string;
  readonly remote: Remote;
  /** Runs a step by its name; its exit code and output. */
  readonly run: (
    step: { readonly job: string; readonly name: string; readonly file?: string },
    tag: string,
  ) => { readonly exitCode: number | null; readonly output: string; readonly set: string };
}

interface Workflow {
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        readonly concurrency?: object;
        readonly steps: readonly { readonly name?: string; readonly run?: string; readonly env?: object }[];
      }
    >
  >;
}

export function readRelease(file = 'release.yml'): Workflow {
  return parse(readFileSync(join(root, '.github', 'workflows', file), 'utf8')) as Workflow;
}

/** What the steps of a release run, in their order. */
export function allScripts(): readonly string[] {
  return Object.values(readRelease().jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
}

export function scriptOf(job: string, name: string, file?: string): string {
  const script = readRelease(file).jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new TypeError(`there is no step '${name}' in ${job}`);
  return script;
}

let template: string | undefined;
afterAll(() => {
  if (template !== undefined) rmSync(template, { recursive: true, force: true });
});

/** A folder with an empty repository and its clone: made once, since each test begins with both. */
function emptyRepository(): string {
  if (template !== undefined) return template;
  template = mkdtempSync(join(tmpdir(), 'gitlab-trigger-empty-'));
  const made = template;
  // Relative, so that a copy of both is a pair of its own; without the examples of hooks.
  for (const words of [
    ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', 'origin.git'],
    ['init', '--quiet', '--template=', '--initial-branch=main', 'repository'],
    ['-C', 'repository', 'remote', 'add', 'origin', '../origin.git'],
  ]) {
    execFileSync('git', words, {
      cwd: made,
      env: { PATH: process.env.PATH ?? '', HOME: made, GIT_CONFIG_NOSYSTEM: '1' },
    });
  }
  return made;
}

/** Opens a repository with `main` and its first commit, and takes it away afterwards. */
export function withRepository(work: (repository: Repository) => void): void {
  const top = mkdtempSync(join(tmpdir(), 'gitlab-trigger-release-'));
  try {
    const [folder, programs] = [join(top, 'repository'), join(top, 'programs')];
    mkdirSync(programs);
    writeFileSync(join(top, 'gh.mjs'), gh);
    writeFileSync(join(programs, 'gh'), `#!/bin/sh\nexec '${process.execPath}' '${top}/gh.mjs' "$@"\n`);
    writeFileSync(join(top, 'docker.mjs'), docker);
    writeFileSync(
      join(programs, 'docker'),
      `#!/bin/sh\nexec '${process.execPath}' '${top}/docker.mjs' "$@"\n`,
    );
    writeFileSync(join(top, 'npm.mjs'), npm);
    writeFileSync(join(programs, 'npm'), `#!/bin/sh\nexec '${process.execPath}' '${top}/npm.mjs' "$@"\n`);
    for (const name of ['docker', 'gh', 'npm']) chmodSync(join(programs, name), 0o755);
    const environment = {
      PATH: `${programs}:${join(process.execPath, '..')}:${process.env.PATH ?? ''}`,
      HOME: top,
      GIT_CONFIG_NOSYSTEM: '1',
    };
    const gitIn = (place: string, words: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
        cwd: place,
        env: environment,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }).trim();
    const git = (...words: readonly string[]): string => gitIn(folder, words);
    cpSync(emptyRepository(), top, { recursive: true });
    const remote: Remote = { tags: {}, releases: [], changes: [] };
    work({
      folder,
      git,
      commit: (text) => {
        mkdirSync(join(folder, 'dist'), { recursive: true });
        writeFileSync(join(folder, 'dist', 'index.js'), `${text}\n`);
        git('add', '-A');
        git('commit', '--quiet', '--allow-empty', '-m', text);
        return git('rev-parse', 'HEAD');
      },
      remote,
      run: ({ job, name, file }, tag) => {
        const state = join(top, 'remote.json');
        writeFileSync(state, JSON.stringify(remote));
        const path = join(top, 'step.sh');
        writeFileSync(path, scriptOf(job, name, file));
        const outputs = join(top, 'outputs');
        writeFileSync(outputs, '');
        const { status, stdout, stderr } = spawnSync('bash', ['-e', path], {
          cwd: existsSync(folder) ? folder : top,
          env: {
            ...environment,
            REMOTE: state,
            GH_TOKEN: 'a token',
            GITHUB_REF_NAME: tag,
            GITHUB_REPOSITORY: 'octo/app',
            GITHUB_OUTPUT: outputs,
          },
          encoding: 'utf8',
        });
        Object.assign(remote, JSON.parse(readFileSync(state, 'utf8')));
        return { exitCode: status, output: stdout + stderr, set: readFileSync(outputs, 'utf8') };
      },
    });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
