import { describe, expect, test } from '@jest/globals';

import { readMergedConfig } from '../../../src/ci-rules/config.js';
import { type KnownParts, pipelineFacts } from '../../../src/ci-rules/pipeline-facts.js';
import { type Prediction, predictJobs } from '../../../src/ci-rules/predict-jobs.js';

const trigger: KnownParts = {
  source: 'trigger',
  refName: 'main',
  refKind: 'branch',
  refIsProtected: true,
  sha: '1'.repeat(40),
  project: { id: 42, path: 'group/app', defaultBranch: 'main' },
  given: { DEPLOY_ENV: 'staging' },
};
const jobToken: KnownParts = { ...trigger, source: 'pipeline' };
const onTag: KnownParts = { ...trigger, refName: 'v1.2.3', refKind: 'tag' };
const onFeature: KnownParts = { ...trigger, refName: 'feature/x', refIsProtected: false };
const refUnknown: KnownParts = { ...trigger, refKind: undefined, refIsProtected: undefined };

function foreseen(yaml: string, parts: KnownParts): Prediction {
  const config = readMergedConfig(yaml);
  if (config === undefined) throw new Error('unreadable');
  return predictJobs(config, pipelineFacts(parts));
}

interface Row {
  readonly name: string;
  readonly yaml: string;
  readonly parts?: KnownParts;
  readonly workflow?: Prediction['workflow'];
  readonly jobs: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
  readonly runs: Prediction['runs'];
}

const job = (name: string, rest: string): string =>
  `${name}:\n  script: make ${name}\n${rest.replace(/^(?=.)/gm, '  ')}`;

const rows: readonly Row[] = [
  { name: 'a job without conditions', yaml: job('build', ''), jobs: { build: 'yes' }, runs: 'yes' },
  {
    name: 'workflow rules for triggers only',
    yaml: `workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "trigger"\n${job('build', '')}`,
    workflow: 'yes',
    jobs: { build: 'yes' },
    runs: 'yes',
  },
  {
    name: 'workflow rules for triggers only, with a job token',
    yaml: `workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "trigger"\n${job('build', '')}`,
    parts: jobToken,
    workflow: 'no',
    jobs: { build: 'yes' },
    runs: 'no',
  },
  {
    name: 'the merge request template of GitLab',
    yaml: `
workflow:
  rules:
    - if: $CI_MERGE_REQUEST_IID
    - if: $CI_COMMIT_TAG
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
${job('build', '')}`,
    workflow: 'yes',
    jobs: { build: 'yes' },
    runs: 'yes',
  },
  {
    name: 'the same on a feature branch',
    yaml: `
workflow:
  rules:
    - if: $CI_MERGE_REQUEST_IID
    - if: $CI_COMMIT_TAG
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
${job('build', '')}`,
    parts: onFeature,
    workflow: 'no',
    jobs: { build: 'yes' },
    runs: 'no',
  },
  {
    name: 'the template that prefers merge request pipelines',
    yaml: `
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
${job('build', '')}`,
    workflow: 'unknown',
    jobs: { build: 'yes' },
    runs: 'unknown',
  },
  {
    name: 'the same, asked with the source first',
    yaml: `
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS && $CI_PIPELINE_SOURCE == "push"
      when: never
    - if: $CI_COMMIT_BRANCH
${job('build', '')}`,
    workflow: 'yes',
    jobs: { build: 'yes' },
    runs: 'yes',
  },
  {
    name: 'jobs of all sorts',
    yaml: [
      job('build', 'rules:\n  - if: $CI_PIPELINE_SOURCE != "schedule"\n'),
      job('pages', 'rules:\n  - if: $CI_COMMIT_BRANCH == "gh-pages"\n'),
      job('deploy', 'rules:\n  - if: $DEPLOY_ENV == "staging"\n    when: manual\n'),
      job('prod', 'rules:\n  - if: $DEPLOY_ENV == "production"\n'),
      job('nightly', 'rules:\n  - if: $NIGHTLY\n  - when: never\n'),
      job('docs', 'rules:\n  - changes: [docs/**/*]\n'),
      job('docker', 'rules:\n  - exists: [Dockerfile]\n'),
      job('diff', 'rules:\n  - changes:\n      paths: [src/*]\n      compare_to: refs/heads/main\n'),
    ].join(''),
    jobs: {
      build: 'yes',
      pages: 'no',
      deploy: 'yes',
      prod: 'no',
      nightly: 'unknown',
      docs: 'yes',
      docker: 'unknown',
      diff: 'unknown',
    },
    runs: 'yes',
  },
  {
    name: 'a rule that may fit, where both ways lead to the same',
    yaml: [
      job('build', 'rules:\n  - if: $FAST\n    when: manual\n  - when: on_success\n'),
      job('test', 'rules:\n  - if: $SKIP\n    when: never\n  - if: $CI_COMMIT_TAG\n'),
    ].join(''),
    jobs: { build: 'yes', test: 'no' },
    runs: 'yes',
  },
  {
    name: 'only jobs that do not run',
    yaml: job('test', 'rules:\n  - if: $CI_PIPELINE_SOURCE == "push"\n  - if: $CI_MERGE_REQUEST_ID\n'),
    jobs: { test: 'no' },
    runs: 'no',
  },
  {
    name: 'rules in lists of lists',
    yaml: job(
      'test',
      'rules:\n  - - - if: $CI_PIPELINE_SOURCE == "push"\n    - if: $CI_COMMIT_TAG\n  - when: never\n',
    ),
    jobs: { test: 'no' },
    runs: 'no',
  },
  {
    name: 'rules shared by an alias, as GitLab writes them',
    yaml: `a:\n  script: x\n  rules: &1\n    - if: $CI_PIPELINE_SOURCE == "trigger"\nb:\n  script: x\n  rules: *1\n`,
    jobs: { a: 'yes', b: 'yes' },
    runs: 'yes',
  },
  {
    name: 'the when of a job, where its rule has none',
    yaml: job('deploy', 'when: manual\nrules:\n  - if: $CI_COMMIT_BRANCH\n'),
    jobs: { deploy: 'yes' },
    runs: 'yes',
  },
  {
    name: 'no rules at all in a list of rules',
    yaml: job('deploy', 'rules: []\n'),
    jobs: { deploy: 'no' },
    runs: 'no',
  },
  {
    name: 'a clause of a release to come',
    yaml: job('deploy', 'rules:\n  - moon: full\n'),
    jobs: { deploy: 'unknown' },
    runs: 'unknown',
  },
  {
    name: 'something that is no list of rules',
    yaml: `${job('deploy', 'rules: always\n')}${job('test', 'rules: [always]\n')}`,
    jobs: { deploy: 'unknown', test: 'unknown' },
    runs: 'unknown',
  },
  {
    name: 'only and except',
    yaml: [
      job('triggered', 'only: [triggers]\n'),
      job('piped', 'only: [pipelines]\n'),
      job('api', 'only: [api, pushes]\n'),
      job('main', 'only: [main]\n'),
      job('tags', 'only: [tags]\n'),
      job('branches', 'only:\n  refs: [branches]\n'),
      job('release', 'only: [/^release/]\n'),
      job('pattern', 'only: [/^MA.N$/i]\n'),
      job('here', 'only: [branches@group/app]\n'),
      job('there', 'only: [branches@group/other]\n'),
      job('not-triggered', 'except: [triggers]\n'),
      job('not-scheduled', 'except: [schedules]\n'),
      job('both', 'only: [main]\nexcept: [triggers]\n'),
      job('staging', 'only:\n  variables: [$DEPLOY_ENV == "staging"]\n'),
      job('secret', 'only:\n  variables: [$SECRET]\n'),
      job('changed', 'only:\n  changes: [src/*]\n'),
      job('unchanged', 'except:\n  changes: [src/*]\n'),
      job('cluster', 'only:\n  kubernetes: active\n'),
      job('either', 'except:\n  refs: [schedules]\n  variables: [$DEPLOY_ENV]\n'),
    ].join(''),
    jobs: {
      triggered: 'yes',
      piped: 'no',
      api: 'no',
      main: 'yes',
      tags: 'no',
      branches: 'yes',
      release: 'no',
      pattern: 'yes',
      here: 'yes',
      there: 'no',
      'not-triggered': 'no',
      'not-scheduled': 'yes',
      both: 'no',
      staging: 'yes',
      secret: 'unknown',
      changed: 'yes',
      unchanged: 'no',
      cluster: 'unknown',
      either: 'no',
    },
    runs: 'yes',
  },
  {
    name: 'only and except, with a job token on a tag',
    yaml: [
      job('triggered', 'only: [triggers]\n'),
      job('piped', 'only: [pipelines]\n'),
      job('tags', 'only: [tags]\n'),
      job('branches', 'only: [branches]\n'),
      job('version', 'only: [/^v\\d+\\.\\d+/]\n'),
      job('odd', 'only: [/^v@/]\n'),
    ].join(''),
    parts: { ...onTag, source: 'pipeline' },
    jobs: {
      triggered: 'no',
      piped: 'yes',
      tags: 'yes',
      branches: 'no',
      version: 'yes',
      odd: 'unknown',
    },
    runs: 'yes',
  },
  {
    name: 'a ref of which nobody knows whether it is a branch or a tag',
    yaml: [
      job('tags', 'only: [tags]\n'),
      job('branch', 'rules:\n  - if: $CI_COMMIT_BRANCH\n'),
      job('name', 'rules:\n  - if: $CI_COMMIT_REF_NAME == "main"\n'),
      job('guarded', 'rules:\n  - if: $CI_COMMIT_REF_PROTECTED == "true"\n'),
      job('plain', ''),
    ].join(''),
    parts: refUnknown,
    jobs: { tags: 'unknown', branch: 'unknown', name: 'yes', guarded: 'unknown', plain: 'yes' },
    runs: 'yes',
  },
  {
    name: 'tags and protection',
    yaml: [
      job('release', 'rules:\n  - if: $CI_COMMIT_TAG =~ /^v\\d+\\.\\d+\\.\\d+$/\n'),
      job('branch', 'rules:\n  - if: $CI_COMMIT_BRANCH\n'),
      job('guarded', 'rules:\n  - if: $CI_COMMIT_REF_PROTECTED == "true"\n'),
    ].join(''),
    parts: onTag,
    jobs: { release: 'yes', branch: 'no', guarded: 'yes' },
    runs: 'yes',
  },
  {
    name: 'jobs in the first and the last stage only',
    yaml: `${job('first', 'stage: .pre\n')}${job('last', 'stage: .post\n')}`,
    jobs: { first: 'yes', last: 'yes' },
    runs: 'no',
  },
  {
    name: 'given variables of names that GitLab sets itself, and ones that name others',
    yaml: [
      job('forged', 'rules:\n  - if: $CI_PIPELINE_SOURCE == "push"\n'),
      job('nested', 'rules:\n  - if: $URL == "https://x"\n'),
      job('own', 'rules:\n  - if: $TRIGGER_DEPLOY == "1"\n'),
    ].join(''),
    parts: { ...trigger, given: { CI_PIPELINE_SOURCE: 'push', URL: 'https://$HOST', TRIGGER_DEPLOY: '1' } },
    jobs: { forged: 'unknown', nested: 'unknown', own: 'yes' },
    runs: 'yes',
  },
  {
    name: 'bridges, steps, templates and everything that is no job',
    yaml: `
stages: [build]
variables: { A: b }
default: { image: alpine }
.template: { script: x }
notes: { text: hello }
child: { trigger: { include: child.yml } }
steps: { run: [{ name: one, script: x }] }
`,
    jobs: { child: 'yes', steps: 'yes' },
    runs: 'yes',
  },
];

test.each(rows)('$name', ({ yaml, parts = trigger, workflow = 'yes', jobs, runs }) => {
  const prediction = foreseen(yaml, parts);
  expect({
    workflow: prediction.workflow,
    jobs: Object.fromEntries(prediction.jobs.map((each) => [each.name, each.runs])),
    runs: prediction.runs,
  }).toEqual({ workflow, jobs, runs });
});

describe('a job that needs an absent one', () => {
  const absent = job('build', 'rules:\n  - if: $CI_PIPELINE_SOURCE == "push"\n');

  test.each([
    { name: 'by its name', needs: 'needs: [build]\n', runs: 'no' },
    { name: 'by a map', needs: 'needs:\n  - job: build\n    artifacts: true\n', runs: 'no' },
    { name: 'when it is there', needs: 'needs:\n  - job: build\n    optional: true\n', runs: 'yes' },
    {
      name: 'of another project',
      needs: 'needs:\n  - project: a/b\n    job: build\n    ref: main\n',
      runs: 'yes',
    },
    { name: 'that nobody knows', needs: 'needs: ["build: [a, b]"]\n', runs: 'yes' },
    {
      name: 'unless a rule says otherwise',
      needs: 'needs: [build]\nrules:\n  - if: $CI_PIPELINE_SOURCE == "trigger"\n    needs: []\n',
      runs: 'yes',
    },
  ])('$name', ({ needs, runs }) => {
    const prediction = foreseen(absent + job('test', needs), trigger);
    expect([prediction.runs, prediction.brokenNeeds]).toEqual([
      runs,
      runs === 'no' ? [{ job: 'test', needs: 'build' }] : [],
    ]);
  });
});

describe('an unreadable configuration', () => {
  test.each([
    { name: 'is no YAML', text: 'a: [' },
    { name: 'is a list', text: '- a' },
    { name: 'is empty', text: '' },
    { name: 'has no job', text: 'stages: [a]\n' },
    { name: 'has symbols for keys, as GitLab wrote them long ago', text: ':build:\n  :script: make\n' },
    { name: 'is nested too deep', text: `a: ${'['.repeat(200)}${']'.repeat(200)}` },
    { name: 'is deep enough to end a process', text: '['.repeat(20_000) },
    { name: 'names what is nowhere', text: 'a: *b' },
    {
      name: 'doubles itself',
      text: `${Array.from({ length: 30 }, (_, index) => `a${index}: &a${index} [${index === 0 ? 'x' : `*a${index - 1}, *a${index - 1}, *a${index - 1}`}]`).join('\n')}\n`,
    },
  ])('$name', ({ text }) => {
    expect(readMergedConfig(text)).toBeUndefined();
  });

  test('has more rules than any real one', () => {
    const rules = Array(2001).fill('{ when: never }').join(', ');
    expect(foreseen(`a:\n  script: x\n  rules: [${rules}]\n`, trigger).runs).toBe('unknown');
  });
});
