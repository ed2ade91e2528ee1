import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { type CallName, optionSource } from '../../../src/library/option-source.js';
import type { FollowOptions, TriggerOptions } from '../../../src/library/options.js';

const options: TriggerOptions & FollowOptions = {
  projectId: 42,
  pipelineId: '257',
  ref: 'main',
  gitlabUrl: undefined,
  allowHttp: false,
  variables: { A: '1=2\n3', B: 4, C: true },
  inputs: { list: [1, { deep: null }] },
  jobs: ['unit', 'deploy-*'],
  requestHeaders: { 'X-One': 'a', 'X-Two': 'b: c' },
  signal: new AbortController().signal,
};

describe('optionSource', () => {
  test.each([
    { name: 'project_id', want: '42' },
    { name: 'pipeline_id', want: '257' },
    { name: 'ref', want: 'main' },
    { name: 'gitlab_url', want: undefined },
    { name: 'allow_http', want: 'false' },
    { name: 'variables', want: '{"A":"1=2\\n3","B":4,"C":true}' },
    { name: 'inputs', want: '{"list":[1,{"deep":null}]}' },
    { name: 'jobs', want: 'unit\ndeploy-*' },
    { name: 'request_headers', want: 'X-One: a\nX-Two: b: c' },
    { name: 'signal', want: undefined },
    { name: 'token', want: undefined },
  ])('reads $name', ({ name, want }) => {
    expect(optionSource('triggerPipeline', options).read(name)).toBe(want);
  });

  test.each(['a\nX-Evil: b', 'a\rb'])('refuses a header of several lines: %j', (value) => {
    const read = (): unknown =>
      optionSource('followPipeline', { projectId: 1, requestHeaders: { 'X-One': value } });
    expect(read).toThrow(InputError);
    expect(read).not.toThrow('Evil');
  });
});

/** The error, which must be ours, and must not repeat the value. */
function refusal(given: object, call: CallName = 'triggerPipeline'): InputError {
  try {
    optionSource(call, given);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

class Settings {
  readonly DEPLOY = 'staging';
}

const loop: Record<string, unknown> = {};
loop.again = loop;
const hidden = Object.defineProperty({ A: 'a' }, 'B', { value: 'kept back', enumerable: false });
const throwing = {
  get A(): string {
    throw new Error('kept back');
  },
};
// eslint-disable-next-line no-sparse-arrays -- It is what is tested.
const sparse = ['a', , 'b'];

describe('a value that would be sent as another one, or not at all', () => {
  test.each<[why: string, given: object, says: string]>([
    ['an undefined variable', { variables: { DEPLOY: undefined } }, 'variables.DEPLOY is undefined'],
    ['variables as a Map', { variables: new Map([['A', 'kept back']]) }, 'variables is a Map'],
    ['variables of a query', { variables: new URLSearchParams({ A: 'kept back' }) }, 'variables is a URL'],
    ['variables as an instance', { variables: new Settings() }, 'variables is an instance of a class'],
    ['inherited variables', { variables: Object.create({ A: 'kept back' }) as object }, 'variables is an'],
    ['variables as pairs', { variables: [['A', 'kept back']] }, 'variables is an array'],
    ['variables as a Date', { variables: new Date(0) }, 'variables is a Date'],
    ['a variable that is a Date', { variables: { D: new Date(0) } }, 'variables.D is a Date'],
    ['a variable that is a function', { variables: { F: () => 'kept back' } }, 'variables.F is a function'],
    [
      'a key that is a symbol',
      { variables: { [Symbol('kept back')]: 'a' } },
      'variables has a member that is',
    ],
    ['a hidden member', { variables: hidden }, 'variables has a member that is a symbol or is hidden'],
    ['a getter that throws', { variables: throwing }, 'variables cannot be read'],
    ['inputs as a Map', { inputs: new Map([['env', 'kept back']]) }, 'inputs is a Map'],
    ['a Map within inputs', { inputs: { env: new Map([['a', 1]]) } }, 'inputs.env is a Map'],
    ['an undefined input', { inputs: { env: undefined } }, 'inputs.env is undefined'],
    ['one deep in a list', { inputs: { env: [{ a: [undefined] }] } }, 'inputs.env.0.a.0 is undefined'],
    ['NaN', { inputs: { env: Number.NaN } }, 'inputs.env is NaN'],
    ['infinity', { variables: { A: -Infinity } }, 'variables.A is -Infinity'],
    ['a rounded number', { inputs: { id: 2 ** 53 } }, 'inputs.id is a whole number that JavaScript rounds'],
    ['a rounded ID', { projectId: 2 ** 60 }, 'project_id is a whole number that JavaScript rounds'],
    ['a bigint', { inputs: { env: 12n } }, 'inputs.env is a bigint'],
    ['a bigint as an ID', { projectId: 42n }, 'project_id is a bigint'],
    ['a symbol', { inputs: { env: Symbol('kept back') } }, 'inputs.env is a symbol'],
    ['an array with holes', { inputs: { list: sparse } }, 'inputs.list is an array with holes'],
    [
      'an array of billions of holes',
      { inputs: { list: new Array(4e9) } },
      'inputs.list is an array with holes',
    ],
    ['an object within itself', { inputs: loop }, 'inputs is nested deeper than 100 levels'],
    ['its own JSON', { inputs: { a: { toJSON: () => 'kept back' } } }, 'inputs.a.toJSON is a function'],
    ['jobs as a Set', { jobs: new Set(['unit']) }, 'jobs is a Set, not an array'],
    ['a job that is undefined', { jobs: ['unit', undefined] }, 'jobs.1 is undefined'],
    ['a job of two lines', { jobs: ['unit\nlint'] }, 'jobs.0 has more than one line'],
    ['jobs with holes', { jobs: sparse }, 'jobs is an array with holes'],
    ['a ref as a list', { ref: ['main'] }, 'ref is an array'],
    ['a URL object', { gitlabUrl: new URL('https://gitlab.example.com') }, 'gitlab_url is a URL'],
    ['headers as Headers', { requestHeaders: new Headers({ a: 'kept back' }) }, 'request_headers is an inst'],
    ['headers as a Map', { requestHeaders: new Map([['X-A', 'kept back']]) }, 'request_headers is a Map'],
    ['headers as a text', { requestHeaders: 'X-A: kept back' }, 'request_headers is a string'],
    ['an undefined header', { requestHeaders: { 'X-A': undefined } }, 'request_headers.X-A is undefined'],
    [
      'a header name with a value',
      { requestHeaders: { 'X-A: kept back': 'b' } },
      'request_headers has a name',
    ],
    ['a controller as signal', { signal: new AbortController() }, 'signal is an instance of a class, not an'],
    ['options as a Map', new Map([['ref', 'kept back']]), 'options is a Map'],
    ['inherited options', Object.create({ ref: 'kept back' }) as object, 'options is an instance of a class'],
    ['a key that is a token', { variables: { 'glpat-12345678901234567890': undefined } }, 'variables.*** is'],
  ])('is refused: %s', (_, given, says) => {
    const error = refusal(given);
    expect(error.code).toBe('invalid_input');
    expect(error.message).toContain(says);
    expect(error.message).not.toContain('kept back');
    expect(error.parts.hint).toBeTruthy();
  });

  test.each<[why: string, given: object, name: string, want: string | undefined]>([
    ['without a prototype', Object.assign(Object.create(null), { ref: 'main' }) as object, 'ref', 'main'],
    ['absent', { ref: 'main', variables: undefined, token: null, wiat: undefined }, 'variables', undefined],
    ['a text', { variables: 'A=b' }, 'variables', 'A=b'],
    ['null', { inputs: { a: null } }, 'inputs', '{"a":null}'],
    ['__proto__', { inputs: JSON.parse('{"__proto__":1}') as object }, 'inputs', '{"__proto__":1}'],
    ['a fraction', { inputs: { a: 0.1, b: 1e-7 } }, 'inputs', '{"a":0.1,"b":1e-7}'],
  ])('is not one: %s', (_, given, name, want) => {
    const options = 'inputs' in given && name === 'inputs' ? { inputs: given.inputs } : given;
    expect(optionSource('triggerPipeline', options).read(name)).toBe(want);
  });
});

describe('an unknown option', () => {
  test.each<[call: CallName, name: string, says: string]>([
    ['triggerPipeline', 'wiat', 'wiat is no option of triggerPipeline, so nothing was started'],
    [
      'triggerPipeline',
      'expectedSha',
      'expected_sha is no option of triggerPipeline, so nothing was started',
    ],
    ['triggerPipeline', 'expectedSHA', 'Compare the sha of the pipeline'],
    ['triggerPipeline', 'expected_sha', 'Compare the sha of the pipeline'],
    ['triggerPipeline', 'dryRun', 'gitlab-trigger check starts none'],
    ['triggerPipeline', 'wait', 'Give the id of the pipeline to followPipeline'],
    ['triggerPipeline', 'project_id', 'Did you mean projectId?'],
    ['triggerPipeline', 'varaibles', 'Did you mean variables?'],
    ['triggerPipeline', 'constructor', 'constructor is no option of triggerPipeline'],
    ['followPipeline', 'expectedSHA', 'Did you mean expectedSha?'],
    ['followPipeline', 'sha', 'sha is no option of followPipeline'],
    ['followPipeline', 'accept', 'accept is no option of followPipeline'],
    ['cancelPipeline', 'expectedSha', 'expected_sha is no option of cancelPipeline, so nothing was canceled'],
    ['cancelPipeline', 'glpat-12345678901234567890', '*** is no option of cancelPipeline'],
  ])('of %s is refused: %s', (call, name, says) => {
    const { code, message, parts } = refusal({ projectId: 1, [name]: 'kept back' }, call);
    expect(code).toBe('invalid_input');
    expect(`${message} ${parts.hint ?? ''}`).toContain(says);
    expect(message).not.toContain('kept back');
  });

  test('is none of another call, because callers share one object', () => {
    expect(optionSource('cancelPipeline', { projectId: 1, ref: 'main', jobs: ['a'] }).read('ref')).toBe(
      'main',
    );
  });
});
