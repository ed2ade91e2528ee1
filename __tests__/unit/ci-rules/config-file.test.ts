import { describe, expect, test } from '@jest/globals';

import { type InputFault, inputFaults, readConfigFile } from '../../../src/ci-rules/config-file.js';
import type { JsonValue } from '../../../src/model/requests.js';

describe('the includes of a CI file', () => {
  test.each([
    { yaml: 'build: { script: x }\n', includes: 'nothing' },
    { yaml: 'include: a.yml\nbuild: { script: x }\n', includes: 'always_the_same' },
    {
      yaml: 'include:\n  - template: Jobs/SAST.gitlab-ci.yml\n  - local: b.yml\n',
      includes: 'always_the_same',
    },
    {
      yaml: 'include:\n  - local: b.yml\n    rules:\n      - if: $CI_PIPELINE_SOURCE == "trigger"\n',
      includes: 'depending',
    },
    { yaml: 'include:\n  - local: ci/$STAGE.yml\n', includes: 'depending' },
    {
      yaml: 'include:\n  - component: x/y@1\n    inputs: { env: "$[[ inputs.env ]]" }\n',
      includes: 'depending',
    },
  ])('are $includes: $yaml', ({ yaml, includes }) => {
    expect(readConfigFile(yaml)?.includes).toBe(includes);
  });
});

test('a CI file can have its own workflow rules', () => {
  expect(readConfigFile('workflow: { rules: [] }\n')?.hasWorkflow).toBe(true);
  expect(readConfigFile('workflow: { name: x }\n')?.hasWorkflow).toBe(false);
});

describe('inputs affect the jobs', () => {
  test.each([
    {
      name: 'by a rule',
      yaml: 'a:\n  script: x\n  rules:\n    - if: "\\"$[[ inputs.env ]]\\" == \\"prod\\""\n',
      want: true,
    },
    { name: 'by a rule in a template', yaml: '.a:\n  rules:\n    - if: "$[[ inputs.rule ]]"\n', want: true },
    { name: 'by the name of a job', yaml: '"deploy-$[[ inputs.env ]]": { script: x }\n', want: true },
    { name: 'by the workflow', yaml: 'workflow: { rules: [{ if: "$[[ inputs.rule ]]" }] }\n', want: true },
    { name: 'not by a script', yaml: 'a: { script: "$[[ inputs.env ]]", stage: test }\n', want: false },
  ])('of $name', ({ yaml, want }) => {
    expect(readConfigFile(yaml)?.inputsDecide).toBe(want);
  });
});

test.each(['', '- a', 'a: [', 'x'])('%j is no CI file', (text) => {
  expect(readConfigFile(text)).toBeUndefined();
});

test("a CI file may have GitLab's tags", () => {
  const yaml = '.r: { rules: [{ if: $A }] }\na:\n  script: x\n  rules:\n    - !reference [.r, rules]\n';
  expect(readConfigFile(yaml)?.includes).toBe('nothing');
});

describe('the declared inputs', () => {
  const header = `spec:
  inputs:
    environment:
      options: [staging, production]
    replicas:
      type: number
      default: 1
    verbose: { type: boolean, default: false }
    targets: { type: array, default: [] }
    version: { regex: ^v\\d+$, default: v1 }
    region: { rules: [{ default: eu }] }
    moon: { type: phase, default: full }
    plain:
---
build: { script: x }
`;
  const good = { environment: 'staging', plain: 'x' };

  const rows: readonly {
    readonly given: Readonly<Record<string, JsonValue>>;
    readonly want: readonly InputFault[];
  }[] = [
    { given: good, want: [] },
    {
      given: { ...good, replicas: 3, verbose: true, targets: ['a'], version: 'v2', region: 'us', moon: 4 },
      want: [],
    },
    {
      given: {},
      want: [
        { kind: 'missing', name: 'environment' },
        { kind: 'missing', name: 'plain' },
      ],
    },
    { given: { ...good, color: 'red' }, want: [{ kind: 'undeclared', name: 'color' }] },
    { given: { ...good, replicas: '3' }, want: [{ kind: 'wrong_type', name: 'replicas', type: 'number' }] },
    { given: { ...good, plain: 5 }, want: [{ kind: 'wrong_type', name: 'plain', type: 'string' }] },
    { given: { ...good, verbose: 'true' }, want: [{ kind: 'wrong_type', name: 'verbose', type: 'boolean' }] },
    { given: { ...good, targets: 'a' }, want: [{ kind: 'wrong_type', name: 'targets', type: 'array' }] },
    { given: { ...good, environment: 'prod' }, want: [{ kind: 'not_an_option', name: 'environment' }] },
    { given: { ...good, version: '2' }, want: [{ kind: 'not_of_pattern', name: 'version' }] },
  ];

  test.each(rows)('are compared with $given', ({ given, want }) => {
    const file = readConfigFile(header);
    expect(file === undefined ? undefined : inputFaults(file.inputs, given)).toEqual(want);
  });

  test('reject all given ones without a header', () => {
    const file = readConfigFile('build: { script: x }\n');
    expect(file?.inputs).toEqual({ kind: 'none' });
    expect(inputFaults({ kind: 'none' }, { a: 1 })).toEqual([{ kind: 'undeclared', name: 'a' }]);
  });

  test('may come from files that the header includes', () => {
    const file = readConfigFile('spec:\n  include: [a.yml]\n  inputs: { b: }\n---\nbuild: { script: x }\n');
    expect(file === undefined ? undefined : inputFaults(file.inputs, { a: 1, b: 'x' })).toEqual([]);
  });
});
