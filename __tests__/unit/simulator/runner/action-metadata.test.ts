import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../../src/base/errors.js';
import { parseActionMetadata } from '../../../../src/simulator/runner/action-metadata.js';

describe('parseActionMetadata', () => {
  test('keeps every scalar as it is written in the file', async () => {
    const text = [
      'name: An action',
      'description: Does something',
      'branding: { icon: play, color: orange }',
      'inputs:',
      '  wait: { description: Whether to wait, default: false }',
      "  timeout: { description: How long, default: '1h', required: true }",
      '  old: { deprecationMessage: use timeout }',
      '  bare:',
      'outputs:',
      '  pipeline_id: { description: The id }',
      'runs: { using: node24, main: dist/main.js, post: dist/post.js, post-if: cancelled() }',
    ].join('\n');
    const input = { description: '', required: false, default: undefined, deprecationMessage: undefined };
    expect(await parseActionMetadata(text)).toEqual({
      name: 'An action',
      description: 'Does something',
      branding: { icon: 'play', color: 'orange' },
      inputs: [
        { ...input, name: 'wait', description: 'Whether to wait', default: 'false' },
        { ...input, name: 'timeout', description: 'How long', default: '1h', required: true },
        { ...input, name: 'old', deprecationMessage: 'use timeout' },
        { ...input, name: 'bare' },
      ],
      outputs: [{ name: 'pipeline_id', description: 'The id' }],
      runs: {
        using: 'node24',
        main: 'dist/main.js',
        pre: undefined,
        post: 'dist/post.js',
        preIf: 'always()',
        postIf: 'cancelled()',
      },
    });
  });

  test.each([
    {
      name: 'a runtime newer than the runner knows',
      give: 'runs: { using: node26, main: m.js }',
      want: 'node26',
    },
    { name: 'no runtime', give: 'runs: { main: m.js }', want: 'runs.using is missing' },
    { name: 'no script', give: 'runs: { using: node24 }', want: 'runs.main is missing' },
    { name: 'no runs', give: 'name: x', want: 'runs is not a mapping' },
    { name: 'inputs as a list', give: 'inputs: [a]\nruns: {}', want: 'inputs is not a mapping' },
  ])('refuses $name', async ({ give, want }) => {
    const failure = parseActionMetadata(give);
    await expect(failure).rejects.toBeInstanceOf(InputError);
    await expect(failure).rejects.toThrow(want);
  });
});
