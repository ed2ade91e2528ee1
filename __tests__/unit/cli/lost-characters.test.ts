import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { commands } from '../../../src/cli/commands.js';
import { refuseLostCharacters } from '../../../src/cli/lost-characters.js';
import { commandSource } from '../../../src/cli/parse.js';

/** What Node makes of `Jos\xe9 kept back`. */
const lost = 'A=Jos\ufffd kept back';

function refusal(places: {
  readonly flags?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly host?: string;
  readonly rank?: 'above_environment';
}): string {
  const command = commands.find(({ name }) => name === 'run');
  if (command === undefined) throw new Error('no command run');
  const { environment = {}, host, rank } = places;
  const given = new Map(Object.entries(places.flags ?? {}));
  const source = commandSource({ given, environment, host: { read: () => host, rank } });
  try {
    refuseLostCharacters(command, { given, environment, source });
  } catch (error) {
    if (error instanceof InputError)
      return `${error.message} ${error.parts.why ?? ''} ${error.parts.hint ?? ''}`;
    throw error;
  }
  return '';
}

describe('bytes that are not UTF-8', () => {
  test.each([
    { flags: { variables: lost }, says: '--variables has a U+FFFD', hint: '--variables-file' },
    { flags: { inputs: `{"a":"${lost}"}` }, says: '--inputs has a U+FFFD', hint: 'JSON with \\ufffd' },
    { flags: { ref: 'caf\ufffd' }, says: '--ref has a U+FFFD', hint: 'Give it in UTF-8' },
    { flags: { project_id: 'caf\ufffd/app' }, says: '--project-id has', hint: 'Give it in UTF-8' },
    { flags: { token: 'abc\ufffd' }, says: '--token has', hint: 'Give it in UTF-8' },
    { environment: { GITLAB_TRIGGER_VARIABLES: lost }, says: 'GITLAB_TRIGGER_VARIABLES has', hint: '-file' },
    {
      flags: { variables: ' ' },
      environment: { GITLAB_TRIGGER_VARIABLES: lost },
      says: 'GITLAB_TRIGGER_V',
      hint: '',
    },
  ])('are refused and not shown: $says', ({ says, hint, ...places }) => {
    const said = refusal(places);
    expect(said).toContain(says);
    expect(said).toContain(hint);
    expect(said).not.toContain('kept back');
    expect(said).not.toContain('\ufffd');
  });

  test('are all reported at once', () => {
    const said = refusal({ flags: { variables: lost, ref: 'caf\ufffd' } });
    expect(said).toContain('--variables has');
    expect(said).toContain('--ref has');
  });

  test.each<[string, Parameters<typeof refusal>[0]]>([
    ['in no text', { flags: { variables: 'A=José 😀' } }],
    ['written as an escape', { flags: { variables: '{"A":"\\ufffd"}' } }],
    [
      'in a variable that a flag replaces',
      { flags: { ref: 'main' }, environment: { GITLAB_TRIGGER_REF: '\ufffd' } },
    ],
    [
      'in a variable that the step replaces',
      { environment: { GITLAB_TRIGGER_REF: '\ufffd' }, host: 'main', rank: 'above_environment' },
    ],
    ['in a variable of another program', { environment: { GITLAB_REF: '\ufffd' } }],
  ])('are no reason: %s', (_, places) => {
    expect(refusal(places)).toBe('');
  });
});
