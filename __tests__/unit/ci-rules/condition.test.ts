import { describe, expect, test } from '@jest/globals';

import { type VariableLookup, conditionHolds } from '../../../src/ci-rules/condition.js';
import type { Answer } from '../../../src/ci-rules/tri-state.js';

/** What a trigger on `main` knows; `SECRET` and every other name may be a variable of the project. */
const known: Readonly<Record<string, string | null>> = {
  CI_PIPELINE_SOURCE: 'trigger',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_REF_NAME: 'main',
  CI_DEFAULT_BRANCH: 'main',
  CI_COMMIT_TAG: null,
  CI_MERGE_REQUEST_IID: null,
  DEPLOY_ENV: 'staging',
  VERSION: 'v1.22.0-rc1',
  EMPTY: '',
  BLANK: '  ',
  PATTERN: '/^stag/',
  NO_PATTERN: 'stag',
};

const variables: VariableLookup = (name) => known[name];

const conditions: readonly (readonly [condition: string, want: Answer])[] = [
  // As they stand in real projects.
  ['$CI_PIPELINE_SOURCE == "trigger"', 'yes'],
  ["$CI_PIPELINE_SOURCE == 'trigger'", 'yes'],
  ['$CI_PIPELINE_SOURCE=="trigger"', 'yes'],
  ['$CI_PIPELINE_SOURCE == "push"', 'no'],
  ['$CI_PIPELINE_SOURCE != "merge_request_event"', 'yes'],
  ['$CI_PIPELINE_SOURCE == "merge_request_event"', 'no'],
  ['"trigger" == $CI_PIPELINE_SOURCE', 'yes'],
  ['$CI_PIPELINE_SOURCE == "trigger" || $CI_PIPELINE_SOURCE == "pipeline"', 'yes'],
  ['$CI_PIPELINE_SOURCE == "schedule" || $CI_PIPELINE_SOURCE == "web"', 'no'],
  ['$CI_PIPELINE_SOURCE =~ /^(trigger|pipeline|schedule)$/', 'yes'],
  ['$CI_PIPELINE_SOURCE =~ /^(push|web)$/', 'no'],
  ['$CI_PIPELINE_SOURCE !~ /^(push|web)$/', 'yes'],
  ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH', 'yes'],
  ['$CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH', 'no'],
  ['$CI_COMMIT_BRANCH', 'yes'],
  ['$CI_COMMIT_TAG', 'no'],
  ['$CI_COMMIT_TAG =~ /^v\\d+\\.\\d+\\.\\d+$/', 'no'],
  ['$CI_COMMIT_TAG == null', 'yes'],
  ['$CI_COMMIT_TAG != null', 'no'],
  ['$CI_MERGE_REQUEST_IID', 'no'],
  ['$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS', 'unknown'],
  ['$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS && $CI_PIPELINE_SOURCE == "push"', 'no'],
  ['$CI_COMMIT_REF_NAME =~ /^feature\\//', 'no'],
  ['$CI_COMMIT_REF_NAME =~ /^(main|develop|release\\/.*)$/', 'yes'],
  ['$DEPLOY_ENV == "staging" && $CI_PIPELINE_SOURCE == "trigger"', 'yes'],
  ['$DEPLOY_ENV == "production" && $CI_PIPELINE_SOURCE == "trigger"', 'no'],
  ['$VERSION =~ /^v\\d+\\.\\d+(\\.\\d+)?(-rc\\d+)?$/', 'yes'],
  ['$SKIP_TESTS == "true"', 'unknown'],
  ['$SKIP_TESTS != "true" && $CI_PIPELINE_SOURCE == "push"', 'no'],
  ['$SKIP_TESTS == "true" || $CI_PIPELINE_SOURCE == "trigger"', 'yes'],
  ['$SKIP_TESTS == null', 'unknown'],
  ['($CI_PIPELINE_SOURCE == "push" || $SKIP_TESTS == "1") && $CI_COMMIT_TAG', 'no'],
  [
    '$CI_COMMIT_BRANCH == "main" && ($CI_PIPELINE_SOURCE == "push" || $CI_PIPELINE_SOURCE == "trigger")',
    'yes',
  ],

  // What GitLab makes of texts that are there but empty.
  ['$EMPTY', 'no'],
  ['$BLANK', 'no'],
  ['$EMPTY == ""', 'yes'],
  ['$EMPTY == null', 'no'],
  ['$CI_COMMIT_TAG == ""', 'no'],
  ['$EMPTY && $CI_PIPELINE_SOURCE == "trigger"', 'yes'],
  ['$EMPTY || $CI_PIPELINE_SOURCE == "trigger"', 'no'],
  ['$SECRET || $CI_PIPELINE_SOURCE == "trigger"', 'unknown'],
  ['$SECRET && $CI_COMMIT_TAG', 'no'],
  ['$EMPTY =~ /^$/', 'yes'],
  ['$CI_COMMIT_TAG !~ /x/', 'yes'],

  // How it binds.
  ['$CI_COMMIT_TAG && $SECRET || $DEPLOY_ENV', 'yes'],
  ['$DEPLOY_ENV || $SECRET && $CI_COMMIT_TAG', 'yes'],
  ['$CI_COMMIT_TAG && ($SECRET || $DEPLOY_ENV)', 'no'],

  // Patterns in variables.
  ['$DEPLOY_ENV =~ $PATTERN', 'yes'],
  ['$DEPLOY_ENV !~ $PATTERN', 'no'],
  ['$DEPLOY_ENV =~ $NO_PATTERN', 'unknown'],
  ['$DEPLOY_ENV =~ $SECRET', 'unknown'],
  ['$DEPLOY_ENV =~ $CI_COMMIT_TAG', 'no'],
  ['$SECRET =~ /x/', 'unknown'],

  // What this program does not read.
  ['', 'unknown'],
  ['!$CI_COMMIT_TAG', 'unknown'],
  ['$CI_COMMIT_BRANCH ==', 'unknown'],
  ['($CI_COMMIT_BRANCH', 'unknown'],
  ['$CI_COMMIT_BRANCH "main"', 'unknown'],
  ['$CI_COMMIT_BRANCH =~ /(?=x)/', 'unknown'],
  ['${CI_COMMIT_BRANCH} == "main"', 'unknown'],
  [`${'('.repeat(200)}$CI_COMMIT_BRANCH${')'.repeat(200)}`, 'unknown'],
];

test.each(conditions)('%s: %s', (condition, want) => {
  expect(conditionHolds(condition, variables)).toBe(want);
});

describe('a text that GitLab assigns to no variable', () => {
  test('never counts as known', () => {
    expect(conditionHolds('$toString == "x"', () => undefined)).toBe('unknown');
  });
});
