import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { exitCodes } from '../../../src/base/errors.js';
import { checkTable, triggerTable } from '../../../src/inputs/commands/trigger.js';
import { cancelAction } from '../../../src/run/cancel.js';
import { cleanupAction } from '../../../src/run/cleanup.js';
import { type ActionRun, type RunDeps, runMasked } from '../../../src/run/context.js';
import { tokensAction } from '../../../src/run/tokens/tokens.js';
import { triggerAction } from '../../../src/run/trigger.js';
import { waitAction } from '../../../src/run/wait.js';
import { parseActionMetadata } from '../../../src/simulator/runner/action-metadata.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { createRecordingHost } from '../../simulation/support/recording-host.js';

const root = join(import.meta.dirname, '..', '..', '..');
const { signal } = new AbortController();
const context = { signal, forceSignal: signal };

function worldWith(
  inputs: Readonly<Record<string, string>>,
  environment: RunDeps['environment'] = {},
): { readonly deps: RunDeps; readonly masked: () => readonly string[] } {
  const clock = createVirtualClock();
  const { host } = createRecordingHost({
    inputs: { read: (name) => inputs[name] },
    clock,
    state: new Map(),
    masks: 'honored',
  });
  const masked: string[] = [];
  const masker = { ...host.masker, mask: (secret: { reveal: () => string }) => masked.push(secret.reveal()) };
  const deps: RunDeps = {
    host: { ...host, masker },
    files: { readText: () => Promise.reject(new Error('there are no files')) },
    clock,
    random: () => 0.5,
    environment,
    createTransport: () => Promise.reject(new Error('there is no network')) as never,
  };
  return { deps, masked: () => masked };
}

describe('a run with its inputs', () => {
  const inputs = {
    token: 'glptt-0123456789abcdef0123',
    access_token: ' glpat-0123456789abcdef0123 ',
    gitlab_url: 'https://gitlab.example.com',
    request_headers: 'X-Gate: s3cret-gate-value',
  };
  const environment = { https_proxy: 'http://user:pr0xy-password@proxy.test:3128' };
  const secrets = [
    'glptt-0123456789abcdef0123',
    'glpat-0123456789abcdef0123',
    's3cret-gate-value',
    'pr0xy-password',
  ];

  test('begins after every secret of the inputs and of the proxy is masked, each once', async () => {
    const { deps, masked } = worldWith(inputs, environment);
    let maskedBefore: readonly string[] = [];
    const action: ActionRun = {
      inputs: triggerTable,
      run: () => {
        maskedBefore = [...masked()];
        return Promise.resolve(exitCodes.accepted);
      },
    };
    expect(await runMasked(action, deps, context)).toBe(exitCodes.accepted);
    expect(maskedBefore).toEqual(expect.arrayContaining(secrets));
    expect(new Set(maskedBefore).size).toBe(maskedBefore.length);
    expect(masked()).toEqual(maskedBefore);
  });

  test.each([
    { name: 'the root action', action: triggerAction },
    { name: 'wait', action: waitAction },
    { name: 'cancel', action: cancelAction },
    { name: 'tokens', action: tokensAction },
    { name: 'the post step', action: cleanupAction },
  ])('$name masks nothing a second time, also when its inputs are refused', async ({ action }) => {
    const { deps, masked } = worldWith({ ...inputs, project_id: 'no project at all' });
    await runMasked(action, deps, context).catch(() => undefined);
    expect(new Set(masked()).size).toBe(masked().length);
    expect(masked()).toContain('glpat-0123456789abcdef0123');
  });
});

describe('the inputs of an action', () => {
  test.each([
    { folder: '.', action: triggerAction },
    { folder: '.', action: cleanupAction },
    { folder: 'wait', action: waitAction },
    { folder: 'cancel', action: cancelAction },
    { folder: 'tokens', action: tokensAction },
  ])(
    'are those that $folder/action.yml declares, so that none of its secrets is missed',
    async ({ folder, action }) => {
      const { inputs } = await parseActionMetadata(readFileSync(join(root, folder, 'action.yml'), 'utf8'));
      expect(Object.keys(action.inputs).sort()).toEqual(inputs.map(({ name }) => name).sort());
    },
  );

  test('of a check are those of the root action as far as they hold secrets', () => {
    const secretOf = (table: typeof triggerTable | typeof checkTable): readonly string[] =>
      Object.entries(table).flatMap(([name, { secret }]) => (secret === 'none' ? [] : [name]));
    expect(secretOf(triggerTable)).toEqual(expect.arrayContaining([...secretOf(checkTable)]));
  });
});
