import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { parseTokensRequest } from '../../../src/inputs/commands/token-operation.js';
import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import { parseCancelRequest, parseWaitRequest } from '../../../src/inputs/commands/wait-and-cancel.js';
import { noFiles, sourceOf } from './input-sources.js';

type Given = Readonly<Record<string, string>>;

const trigger = 'glptt-0123456789abcdef0123456789abcdef01234567';
/** Older trigger tokens have no prefix. */
const oldTrigger = 'e8f1a2c44b6d97035c1e2fa08b7d93';
const access = 'glpat-aB3dE5fG7hJ9kL1mN3pQ';
const gate = 'K3y8sQ0v2Lr7Xw4Zt6Nb';

const commands = {
  trigger: async (given: Given): Promise<unknown> =>
    await parseTriggerRequest(
      sourceOf({ project_id: 'group/app', ref: 'main', token: trigger, access_token: access, ...given }),
      noFiles,
    ),
  wait: async (given: Given): Promise<unknown> =>
    await parseWaitRequest(
      sourceOf({ project_id: 'group/app', access_token: access, pipeline_id: '7', ...given }),
      noFiles,
    ),
  cancel: async (given: Given): Promise<unknown> =>
    await parseCancelRequest(
      sourceOf({ project_id: 'group/app', access_token: access, pipeline_id: '7', ...given }),
      noFiles,
    ),
  tokens: async (given: Given): Promise<unknown> =>
    await parseTokensRequest({
      source: sourceOf({ operation: 'create', project_id: 'group/app', access_token: access, ...given }),
      files: noFiles,
      nowMs: 0,
    }),
} as const;

async function refusal(command: keyof typeof commands, given: Given): Promise<string> {
  const error: unknown = await commands[command](given).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error('not refused');
  return `${error.message} ${error.parts.why ?? ''} ${error.parts.hint ?? ''}`;
}

describe('a secret inside an input that becomes a part of an address is refused', () => {
  test.each<[command: keyof typeof commands, name: string, text: string, origin: string]>([
    ['trigger', 'project_id', `group/${trigger}`, 'token'],
    ['trigger', 'project_id', `group%2F%67${access.slice(1)}`, 'access_token'],
    ['trigger', 'project_id', `group/${trigger} with a space`, 'token'],
    ['trigger', 'gitlab_url', `http://127.0.0.1/${trigger}`, 'token'],
    ['trigger', 'gitlab_url', `https://${access.toLowerCase()}.example.com`, 'access_token'],
    ['trigger', 'ref', `refs/heads/${trigger}`, 'token'],
    ['trigger', 'ref', `x-${access}`, 'access_token'],
    ['trigger', 'expected_sha', `${oldTrigger}0123456789`, 'token'],
    ['wait', 'ref', `x-${access}`, 'access_token'],
    ['wait', 'project_id', `group/${access}/app`, 'access_token'],
    ['wait', 'artifacts', `build: ${access}.txt`, 'access_token'],
    ['wait', 'project_id', `group/x-${gate}`, 'request_headers (X-Gate)'],
    ['cancel', 'gitlab_url', `127.0.0.1/${access}`, 'access_token'],
    ['tokens', 'project_id', `group/${access}`, 'access_token'],
    ['tokens', 'description', `made with ${access}`, 'access_token'],
  ])('%s %s %s', async (command, name, text, origin) => {
    const token = origin === 'token' && text.includes(oldTrigger) ? { token: oldTrigger } : {};
    const headers = origin.startsWith('request_headers') ? { request_headers: `X-Gate: Bearer ${gate}` } : {};
    const said = await refusal(command, { ...token, ...headers, [name]: text });
    expect(said).toContain(`${name} has the secret of ${origin} in it (not shown)`);
    for (const secret of [trigger, oldTrigger, access, gate]) {
      expect(said.toLowerCase()).not.toContain(secret.slice(4).toLowerCase());
    }
  });

  test.each<[why: string, given: Given]>([
    ['a branch called after a kind of token', { ref: 'docs-of-glpat-rotation-of-tokens' }],
    ['a short token', { token: 'feature', ref: 'feature/one' }],
    [
      'a header with the address',
      {
        gitlab_url: 'https://gitlab.example.com/git',
        request_headers: 'Referer: https://gitlab.example.com/git',
      },
    ],
    [
      'a header with a word of the ref',
      { ref: 'feature/my-service-of-names-2', request_headers: 'X-App: my-service-of-names' },
    ],
    [
      'a header with a host of many digits',
      {
        gitlab_url: 'https://a1-b2-c3-d4-e5-f6.example.com',
        request_headers: 'Referer: https://a1-b2-c3-d4-e5-f6.example.com',
      },
    ],
    ['a token in a variable, which is sent to be read', { variables: `TOKEN=${access}` }],
  ])('and nothing else is: %s', async (_, given) => {
    await expect(commands.trigger(given)).resolves.toBeDefined();
  });
});
