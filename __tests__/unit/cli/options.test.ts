import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { commands } from '../../../src/cli/commands.js';
import { type CommandOptions, optionTable, parseCommandOptions } from '../../../src/cli/options.js';

async function read(given: Readonly<Record<string, string>>): Promise<CommandOptions> {
  const files = { readText: () => Promise.reject(new Error('no file is read')) };
  return await parseCommandOptions({ read: (name) => given[name] }, files);
}

describe('parseCommandOptions', () => {
  test.each([
    { path: 'out.env', format: 'dotenv' },
    { path: '.env', format: 'dotenv' },
    { path: 'a/b.json', format: 'json' },
    { path: '/tmp/out.sh', format: 'shell' },
    { path: 'x.properties', format: 'properties' },
    { path: '/tekton/results/', format: 'files' },
  ])('takes $path for $format', async ({ path, format }) => {
    expect((await read({ output_file: path })).outputFile).toEqual({ path, format, prefix: '' });
  });

  test('uses the given format, whatever the ending', async () => {
    const given = { output_file: 'out.env', output_format: 'json', output_prefix: 'GITLAB_' };
    expect((await read(given)).outputFile).toEqual({ path: 'out.env', format: 'json', prefix: 'GITLAB_' });
  });

  test('requests nothing when nothing is given', async () => {
    expect(await read({})).toEqual({
      outputFile: undefined,
      summaryFile: undefined,
    });
  });

  test.each([
    { given: { output_file: 'out' }, want: 'has an extension that determines no format' },
    { given: { output_format: 'json' }, want: 'without output_file' },
    { given: { output_prefix: 'A_' }, want: 'without output_file' },
    { given: { output_file: 'out', output_format: 'yaml' }, want: 'output_format is "yaml"' },
    { given: { output_file: 'out.sh', output_prefix: '1$(id)' }, want: 'output_prefix is not made of' },
    { given: { json: 'maybe' }, want: 'json is "maybe"' },
    { given: { json_lines: 'always' }, want: 'json_lines is "always"' },
    { given: { summary_file: 'a\nb' }, want: 'summary_file has more than one line' },
  ])('refuses $given', async ({ given, want }) => {
    const error: unknown = await read(given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(want);
  });
});

test('no option has the name of an input', () => {
  const taken = commands.flatMap(({ inputs }) => Object.keys(inputs));
  expect(Object.keys(optionTable).filter((name) => taken.includes(name))).toEqual([]);
});
