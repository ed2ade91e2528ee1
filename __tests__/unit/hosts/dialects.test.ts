import { expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { detectHost } from '../../../src/hosts/detect.js';
import type { HostProgram } from '../../../src/hosts/host.js';
import { memoryMeans } from './support/memory-means.js';

interface Row {
  readonly environment: Readonly<Record<string, string>>;
  /** Line by line. */
  readonly printed: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly programs?: readonly HostProgram[];
}

const secret = 'glptt-0123456789';

/** As every host without commands of its own has it. */
const messages = ['started with ***', 'Warning: odd;', 'very [x]', 'Error: bad [aborted]', 'Why: 100% é'];
const plainGroup = ["tail of it's", '  a', '  ::b'];
/** `glptt-0123456789`, and what hosts do not derive from it by themselves. */
const maskedToken = [
  '676c7074742d30313233343536373839',
  '676C7074742D30313233343536373839',
  'Z2xwdHQtMDEyMzQ1Njc4OQ==',
  'Z2xwdHQtMDEyMzQ1Njc4OQ',
  'Z2xwdHQtMDEyMzQ1Njc4O',
  'nbHB0dC0wMTIzNDU2Nzg5',
  'dscHR0LTAxMjM0NTY3OD',
  'glptt-0123456789',
];

const secretLeftOut =
  'The output token was left out: it holds a secret, which everyone who can see the build could read here. With --output-file PATH, all of them are in a file.';
const linesLeftOut =
  'The output notes was left out: it has line breaks or other characters that would not arrive unchanged. With --output-file PATH, all of them are in a file.';
const shellText =
  "export TRIGGERED_PIPELINE_ID='257'\nexport TRIGGERED_JOBS='{\"n\":\"it'\\''s $(x) %a% #1\"}'\nexport TRIGGERED_NOTES='a\nb'\n";

/** The same things said on every host, to the byte. */
function envmanAdds(key: string, input: string, ...flags: readonly string[]): HostProgram {
  const words = ['add', '--key', key, '--no-expand', ...flags, '--valuefile'];
  return { name: 'envman', words, input, inputBy: 'file' };
}

const rows: Readonly<Record<string, Row>> = {
  'GitLab CI': {
    environment: { GITLAB_CI: 'true', CI_PROJECT_DIR: '/builds/app' },
    printed: [
      ...messages,
      "\u001b[0Ksection_start:1700000000:gitlab_trigger_4321_1[collapsed=true]\r\u001b[0Ktail of it's",
      'a',
      '::b',
      '\u001b[0Ksection_end:1700000000:gitlab_trigger_4321_1\r\u001b[0K',
      linesLeftOut,
      secretLeftOut,
    ],
    files: {
      '/builds/app/gitlab-trigger.env':
        'TRIGGERED_PIPELINE_ID=257\nTRIGGERED_JOBS={"n":"it\'s \\u0024(x) %a% #1"}\n',
    },
  },
  'Azure Pipelines': {
    environment: { TF_BUILD: 'True', AGENT_TEMPDIRECTORY: '/agent/temp' },
    printed: [
      ...maskedToken.map((form) => `##vso[task.setsecret]${form}`),
      'started with ***',
      '##vso[task.logissue type=warning]odd;%0Avery [x]',
      '##vso[task.logissue type=error]bad [aborted]%0AWhy: 100%AZP25 é',
      "##[group]tail of it's",
      'a',
      '::b',
      '##[endgroup]',
      '##vso[task.setvariable variable=pipeline_id;isOutput=true]257',
      '##vso[task.setvariable variable=jobs;isOutput=true]{"n":"it\'s \\u0024(x) %AZP25a%AZP25 #1"}',
      '##vso[task.setvariable variable=notes;isOutput=true]a%0Ab',
      '##vso[task.setvariable variable=token;isOutput=true;issecret=true]glptt-0123456789',
      '##vso[task.uploadsummary]/agent/temp/gitlab-trigger-4321-1.md',
    ],
    files: { '/agent/temp/gitlab-trigger-4321-1.md': '# Report\n' },
  },
  CircleCI: {
    environment: { CIRCLECI: 'true', BASH_ENV: '/tmp/bash_env' },
    printed: [...messages, ...plainGroup],
    files: {
      '/tmp/bash_env':
        "export TRIGGERED_PIPELINE_ID='257'\nexport TRIGGERED_JOBS='{\"n\":\"it'\\''s $(x) %a% #1\"}'\nexport TRIGGERED_NOTES='a\nb'\nexport TRIGGERED_TOKEN='glptt-0123456789'\n",
    },
  },
  'Bitbucket Pipelines': {
    environment: { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_PIPELINES_VARIABLES_PATH: '/opt/variables' },
    printed: [...messages, ...plainGroup, linesLeftOut, secretLeftOut],
    files: {
      '/opt/variables': 'TRIGGERED_PIPELINE_ID=257\nTRIGGERED_JOBS={"n":"it\'s \\u0024(x) %a% #1"}\n',
    },
  },
  Buildkite: {
    environment: { BUILDKITE: 'true', BUILDKITE_JOB_ID: '7f1c' },
    printed: [...messages, "--- tail of it's", 'a', '::b', '+++ gitlab-trigger', secretLeftOut],
    programs: [
      {
        name: 'buildkite-agent',
        words: ['annotate', '--context', 'gitlab-trigger-error-7f1c', '--style', 'error'],
        input: '    bad [aborted]\n    Why: 100% é\n',
      },
      { name: 'buildkite-agent', words: ['meta-data', 'set', 'gitlab-trigger:pipeline_id'], input: '257' },
      {
        name: 'buildkite-agent',
        words: ['meta-data', 'set', 'gitlab-trigger:jobs'],
        input: '{"n":"it\'s $(x) %a% #1"}',
      },
      { name: 'buildkite-agent', words: ['meta-data', 'set', 'gitlab-trigger:notes'], input: 'a\nb' },
      {
        name: 'buildkite-agent',
        words: ['annotate', '--context', 'gitlab-trigger-report-7f1c', '--style', 'info'],
        input: '# Report\n',
      },
      {
        name: 'buildkite-agent',
        words: ['redactor', 'add', '--format', 'json'],
        input: JSON.stringify(
          Object.fromEntries(maskedToken.map((form, index) => [`secret_${index}`, form])),
        ),
      },
    ],
  },
  TeamCity: {
    environment: { TEAMCITY_VERSION: '2025.11' },
    printed: [
      'started with ***',
      "##teamcity[message text='odd;|nvery |[x|]' status='WARNING' flowId='gitlab-trigger-4321']",
      "##teamcity[message text='bad |[aborted|]|nWhy: 100% |0x00E9' status='ERROR' flowId='gitlab-trigger-4321']",
      "##teamcity[blockOpened name='tail of it|'s' flowId='gitlab-trigger-4321']",
      "##teamcity[message text='a' status='NORMAL' flowId='gitlab-trigger-4321']",
      "##teamcity[message text='::b' status='NORMAL' flowId='gitlab-trigger-4321']",
      "##teamcity[blockClosed name='tail of it|'s' flowId='gitlab-trigger-4321']",
      "##teamcity[setParameter name='env.TRIGGERED_PIPELINE_ID' value='257']",
      "##teamcity[setParameter name='env.TRIGGERED_JOBS' value='{\"n\":\"it|'s $(x) \\u0025a\\u0025 #1\"}']",
      "##teamcity[setParameter name='env.TRIGGERED_NOTES' value='a|nb']",
      secretLeftOut,
    ],
  },
  'Travis CI': {
    environment: { TRAVIS: 'true' },
    printed: [
      ...messages,
      "travis_fold:start:gitlab_trigger_4321_1\r\u001b[0Ktail of it's",
      'a',
      '::b',
      'travis_fold:end:gitlab_trigger_4321_1\r\u001b[0K',
      secretLeftOut,
    ],
    files: { 'gitlab-trigger.env': shellText },
  },
  Bitrise: {
    environment: { BITRISE_IO: 'true' },
    printed: [...messages, ...plainGroup],
    programs: [
      envmanAdds('TRIGGERED_PIPELINE_ID', '257'),
      envmanAdds('TRIGGERED_JOBS', '{"n":"it\'s $(x) %a% #1"}'),
      envmanAdds('TRIGGERED_NOTES', 'a\nb'),
      envmanAdds('TRIGGERED_TOKEN', 'glptt-0123456789', '--sensitive'),
    ],
  },
  'Harness CI': {
    environment: {
      HARNESS_BUILD_ID: '7',
      DRONE_OUTPUT: '/h/output',
      HARNESS_OUTPUT_SECRET_FILE: '/h/secrets',
    },
    printed: [...messages, ...plainGroup, linesLeftOut],
    files: {
      '/h/output': 'pipeline_id=\'257\'\njobs=\'{"n":"it\\u0027s $(x) %a% \\u00231"}\'\n',
      '/h/secrets': "token='glptt-0123456789'\n",
    },
  },
  'Woodpecker CI': {
    environment: { CI: 'woodpecker' },
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: { 'gitlab-trigger.env': shellText },
  },
  Drone: {
    environment: { DRONE: 'true' },
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: { 'gitlab-trigger.env': shellText },
  },
  'AWS CodeBuild': {
    environment: { CODEBUILD_BUILD_ARN: 'arn:aws:codebuild:x' },
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: { 'gitlab-trigger.env': shellText },
  },
  Jenkins: {
    environment: { JENKINS_URL: 'https://jenkins.example.org', BUILD_ID: '7' },
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: { 'gitlab-trigger.properties': 'pipeline_id=257\njobs={"n":"it\'s $(x) %a% #1"}\nnotes=a\\nb\n' },
  },
  'Google Cloud Build': {
    environment: { BUILDER_OUTPUT: '/builder/outputs' },
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: {
      'gitlab-trigger.env': shellText,
      '/builder/outputs/output': 'pipeline_id=257\njobs={"n":"it\'s $(x) %a% #1"}\n',
    },
  },
  'Argo Workflows': {
    environment: { ARGO_NODE_ID: 'x' },
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: {
      '/tmp/gitlab-trigger/pipeline_id': '257',
      '/tmp/gitlab-trigger/jobs': '{"n":"it\'s $(x) %a% #1"}',
      '/tmp/gitlab-trigger/notes': 'a\nb',
    },
  },
  Tekton: {
    environment: {},
    printed: [...messages, ...plainGroup, secretLeftOut],
    files: {
      '/tekton/results/pipeline_id': '257',
      '/tekton/results/jobs': '{"n":"it\'s $(x) %a% #1"}',
      '/tekton/results/notes': 'a\nb',
    },
  },
  'a terminal': {
    environment: {},
    printed: [...messages, ...plainGroup],
  },
};

test.each(Object.entries(rows))('%s', async (name, { environment, printed, files = {}, programs = [] }) => {
  const { means, record } = memoryMeans(environment, {
    folders: name === 'Tekton' ? ['/tekton/results'] : [],
  });
  const host = await detectHost(means);
  host.masker.mask(new Secret(secret));
  host.log.info(`started with ${secret}`);
  host.log.warning('odd;\nvery [x]');
  host.log.error('bad [aborted]\nWhy: 100% é');
  host.log.group("tail of it's", ['a', '::b']);
  host.outputs.set('pipeline_id', '257');
  host.outputs.set('jobs', `{"n":"it's $(x) %a% #1"}`);
  host.outputs.set('notes', 'a\nb');
  host.outputs.set('token', secret);
  await host.summary.write('# Report\n');
  await new Promise((resolve) => setImmediate(resolve));
  expect({
    name: host.name,
    printed: record.printed(),
    files: Object.fromEntries(record.files),
    programs: record.programs,
  }).toEqual({ name, printed: printed.map((line) => `${line}\n`).join(''), files, programs });
});
