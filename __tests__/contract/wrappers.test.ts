import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

import { withLaunch, withVersion } from '../../scripts/generate-docs.js';
import { commands, version } from '../../src/cli/commands.js';
import { flagsOf, variableOf } from '../../src/cli/options.js';
import { hostRows } from '../../src/hosts/detect.js';
import { triggerOutputs } from '../../src/report/outputs.js';
import { packageName } from '../support/package-name.js';
import { actionWrappers, shellWrappers } from '../support/wrappers/all-wrappers.js';
import { entriesAt } from '../support/wrappers/document.js';
import type { Project, ShellStep } from '../support/wrappers/wrapper.js';
import { markdownFiles } from './support/markdown-files.js';
import { wrapperFiles, wrapperFolders } from './support/wrapper-files.js';

const root = join(import.meta.dirname, '..', '..');
const docs = join(root, 'docs', 'hosts');

/** Not a host: an image for hosts that run images. */
const image = 'docker';

const hosts = hostRows.map(({ id }) => id).sort();

/** What people set most; every wrapper takes these. */
const coreInputs = [
  'gitlab_url',
  'project_id',
  'ref',
  'token',
  'access_token',
  'variables',
  'wait',
  'timeout',
];

const runFlags = flagsOf(commands[0]);
const simulateFlags = commands
  .filter(({ name }) => name === 'simulate')
  .flatMap((command) => flagsOf(command));

const project: Project = {
  read: () => '',
  secrets: { token: 'TOKEN-OF-THE-TEST', accessToken: 'ACCESS-TOKEN-OF-THE-TEST' },
  commit: 'COMMIT-OF-THE-TEST',
  folder: '/workspace',
  store: '/store',
};

function projectOf(host: string): Project {
  return { ...project, read: (path) => readFileSync(join(root, 'ci', host, path), 'utf8') };
}

describe('every host', () => {
  test('of the detection table has a folder in ci/, and the reverse', () => {
    expect(wrapperFolders()).toEqual([...hosts, image].sort());
  });

  test('has a page in docs/hosts/, and the reverse', () => {
    const pages = readdirSync(docs)
      .filter((name) => name !== 'README.md')
      .map((name) => name.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual([...hosts, image].sort());
  });

  test('is in the table of docs/hosts/README.md', () => {
    const page = readFileSync(join(docs, 'README.md'), 'utf8');
    const linked = [...page.matchAll(/^\| \[[^\]]+\]\(([\w-]+)\.md\)/gm)].map(([, name = '']) => name);
    expect(linked.sort()).toEqual(hosts);
  });

  test('has the same version of ours, that of package.json', () => {
    const pages = markdownFiles().filter((path) => path !== 'CHANGELOG.md');
    const texts = [
      ...pages.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
      ...wrapperFolders().flatMap(wrapperFiles),
    ];
    expect(texts.filter(({ text }) => withVersion(text, version) !== text).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('has steps that the tests run', () => {
    const run = [...shellWrappers, ...actionWrappers].map(({ host }) => host);
    expect([...new Set(run), 'gitlab-ci'].sort()).toEqual(hosts);
  });
});

const launch = readFileSync(join(root, 'scripts', 'launch.sh'), 'utf8');

describe('scripts/launch.sh', () => {
  test('contains nothing that a template language of a host, a Groovy string or a service message would interpret', () => {
    expect(
      launch.match(/%|\$\{|\$\[|\\|<<|<\+|\{\{|\}\}|'''|\$\((?:params|context|tasks|workspaces|steps)\b/g),
    ).toBe(null);
  });

  test('is in every file that starts the program, word for word', () => {
    const texts = wrapperFolders().flatMap(wrapperFiles);
    expect(texts.filter(({ text }) => withLaunch(text, launch) !== text).map(({ path }) => path)).toEqual([]);
    const first = launch.split('\n', 1)[0] ?? '';
    const others = texts.filter(
      ({ text }) => /\b(?:npm|npx) /.test(text.replaceAll(launch, '')) && !text.includes(first),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});

const folders = wrapperFolders().map((folder) => ({ folder, files: wrapperFiles(folder) }));

describe.each(folders)('the wrapper ci/$folder', ({ folder, files }) => {
  test('is YAML if it says so', () => {
    const faults = files
      .filter(({ path }) => /\.ya?ml$/.test(path))
      .flatMap(({ path, text }) =>
        parseAllDocuments(text, { merge: true }).flatMap((document) =>
          [...document.errors, ...document.warnings].map(({ message }) => `${path}: ${message}`),
        ),
      );
    expect(faults).toEqual([]);
  });

  test('names only inputs that exist', () => {
    const unknown = files.flatMap(({ path, text }) => {
      // The image of the simulated GitLab runs another command.
      const flags = path.endsWith('simulator.Dockerfile') ? simulateFlags : runFlags;
      const known = flags.map(({ input }) => variableOf(input));
      return [...text.matchAll(/(?<!PLUGIN_)\bGITLAB_TRIGGER_[A-Z_]*[A-Z]\b/g)]
        .map(([name]) => name)
        .filter((name) => !known.includes(name))
        .map((name) => `${path}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });

  test('reads only outputs that exist', () => {
    const known = triggerOutputs.map(({ name }) => `TRIGGERED_${name.toUpperCase()}`);
    const read = files.flatMap(({ text }) =>
      [...text.matchAll(/\bTRIGGERED_[A-Z_]+/g)].map(([name]) => name),
    );
    expect(read.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('names our package in one place, as package.json does', () => {
    const pins = files.flatMap(({ path, text }) =>
      [...text.matchAll(/ npm install .* (@\S+)@([\w.-]+) /g)].map(([, name, pin]) => ({
        path,
        pin: [name, pin],
      })),
    );
    const isAction = actionWrappers.some(({ host }) => host === folder);
    expect(pins.map(({ pin }) => pin)).toEqual(isAction || folder === image ? [] : [[packageName, version]]);
  });

  test('is on its page verbatim', () => {
    const page = readFileSync(join(docs, `${folder}.md`), 'utf8');
    const shown = codeBlocksAfterPaths(page);
    const faults = files
      .filter(({ path, text }) => (shown.get(path) ?? text.trimEnd()) !== text.trimEnd())
      .map(({ path }) => path);
    expect(faults).toEqual([]);
    expect([...shown.keys()].filter((path) => !existsSync(join(root, 'ci', path)))).toEqual([]);
    expect(shown.size).toBeGreaterThan(0);
  });
});

test('the component for GitLab CI takes every common input except the tokens', () => {
  const template = readFileSync(join(root, 'ci/gitlab-ci/templates/gitlab-trigger/template.yml'), 'utf8');
  const [header] = parseAllDocuments(template);
  const inputs = entriesAt(header?.toJS(), 'spec', 'inputs').map(([name]) => name);
  expect(coreInputs.filter((input) => !inputs.includes(input))).toEqual(['token', 'access_token']);
});

test.each(actionWrappers.map((wrapper) => ({ wrapper, name: wrapper.host })))(
  'gives every common input in the workflow of $name',
  ({ wrapper }) => {
    const given = Object.keys(wrapper.trigger(projectOf(wrapper.host)).with);
    expect(coreInputs.filter((input) => !given.includes(input))).toEqual([]);
  },
);

describe.each(
  shellWrappers.map((wrapper) => ({ wrapper, name: wrapper.host, variant: wrapper.variant ?? '' })),
)('the step of $name $variant', ({ wrapper }) => {
  const trigger = (): ShellStep => wrapper.trigger(projectOf(wrapper.host));

  test('takes every common input', () => {
    const { environment, script } = trigger();
    const given = Object.keys(environment).map((name) =>
      name.replace(/^BUILDKITE_PLUGIN_(?=GITLAB_TRIGGER_)|^PLUGIN_/, '').replace(/^GITLAB_TRIGGER_/, ''),
    );
    const exported = [...script.matchAll(/^export GITLAB_TRIGGER_(\w+)=/gm)].map(([, name = '']) => name);
    const inputs = [...given, ...exported].map((name) => name.toLowerCase());
    expect(coreInputs.filter((input) => !inputs.includes(input))).toEqual([]);
  });

  test('has no secret and no outside text in its shell script', () => {
    const { script } = trigger();
    expect(script).not.toMatch(/-OF-THE-TEST/);
    // What is left of a template language would be filled in by the host before a shell reads it.
    expect(script).not.toMatch(/\$\{\{|\$\[\[|<<\s*parameters|\{\{|<\+|%[\w.]+%|\$\(params/);
  });

  test('starts the program by the text of scripts/launch.sh, and before that only sets inputs', () => {
    const { script } = trigger();
    if (wrapper.variant === 'plugin') return;
    const lines = script
      .trim()
      .split('\n')
      .map((line) => line.trim());
    const wanted = launch
      .trimEnd()
      .split('\n')
      .map((line) => line.trim());
    const start = lines.indexOf(wanted[0] ?? '');
    expect(lines.slice(start, start + wanted.length)).toEqual(wanted);
    const before = lines
      .slice(0, start)
      .filter(
        (line) => line !== '(' && !/^(?:#|set -|build\(\) \{|export GITLAB_TRIGGER_\w+=|takes=)/.test(line),
      );
    expect(before).toEqual([]);
    // Whatever gets a signal has to be the program itself, as far as the host lets us choose.
    expect(lines.filter((line) => line === 'exec "$@" run').length).toBe(1);
  });

  test('calls the command with flags that exist', () => {
    const words = /^exec "\$@" run(.*)/m.exec(trigger().script)?.[1]?.match(/--[\w-]+/g) ?? [];
    expect(words.filter((word) => !runFlags.some(({ name }) => `--${name}` === word))).toEqual([]);
  });
});

/** The fenced blocks of a page that stand behind the path of a file in `ci/`. */
function codeBlocksAfterPaths(page: string): ReadonlyMap<string, string> {
  const blocks = page.matchAll(/^\[`ci\/([^`]+)`\]\([^)]+\):\n\n```\w*\n([\s\S]*?)\n```$/gm);
  return new Map([...blocks].map(([, path = '', text = '']) => [path, text]));
}
