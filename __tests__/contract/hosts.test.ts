import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../src/base/secret.js';
import { inertJson } from '../../src/report/json-outputs.js';
import { leaksIn } from '../leak/support/secret-search.js';
import { hostSpecimens } from './support/hosts/host-specimens.js';
import { withHost } from './support/hosts/open-host.js';

/** What a run that waited hands over, in the order in which it does. */
const outputs = {
  pipeline_id: '257',
  web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
  ref: 'feature/50%_more',
  sha: '1'.repeat(40),
  outcome: 'success',
  value_image: 'app:1',
  value_IMAGE: 'app:2',
  jobs: JSON.stringify({
    version: 1,
    jobs: [{ name: `it's "100%" #1; echo \`$HOME\` $(id) \\ é ] {{x}} %PATH%` }],
    omitted: 0,
  }),
} as const;

/** Commands of every host, where each looks for them. */
const foreignCommands = [
  '::error::x',
  ' \t::add-mask::x',
  '##[error]x',
  'a ##[group]x',
  '##vso[task.setvariable variable=PATH]x',
  'a ##VSO[task.complete result=Succeeded]x',
  `##teamcity[buildStatus status='SUCCESS']`,
  `a ##teamcity[setParameter name='env.PATH' value='x']`,
  '\u001b[0Ksection_start:1700000000:x[collapsed=true]\r\u001b[0Kx',
  '\u001b[0Ksection_end:1700000000:x\r\u001b[0K',
  'travis_fold:start:x\r\u001b[0Kx',
  'travis_fold:end:x\r\u001b[0K',
  'travis_time:start:x\r\u001b[0K',
  '--- x',
  '+++ x',
  '~~~ x',
  '^^^ +++',
  ' --- x',
  '\u001b[31m--- x',
  '\u001b]1338;url=http://x/x.png\u0007',
  '\u001b_bk;t=1700000000000\u0007x',
  'a\r::error::x',
  'a\r\n##vso[task.logissue type=error]x',
  'a\u0085::error::x',
];

const secret = 'glptt-Trg"7&k+2/Vq=\\x<9>é%41Zr8sPw3Lm';

describe.each(hostSpecimens)('the host $id', (specimen) => {
  test('prints what is said, and nothing that its reader takes for a command', async () => {
    await withHost(specimen, ({ host, reader, traces }) => {
      host.log.info('one\ntwo');
      expect(reader.shownLines(traces().stdout)).toEqual(['one', 'two']);
      expect(reader.commands(traces().stdout)).toEqual([]);
    });
  });

  test.each(['info', 'warning', 'error', 'group'] as const)(
    'finds no command in outside text, logged as %s',
    async (channel) => {
      const say = async (texts: readonly string[]): Promise<readonly (readonly string[])[]> =>
        await withHost(specimen, ({ host: { log }, reader, traces }) =>
          texts.map((text) => {
            const before = traces().stdout.length;
            if (channel === 'group') log.group(text, ['a', text, 'b']);
            else log[channel](text);
            return reader.commands(traces().stdout.slice(before));
          }),
        );
      const ordinary = await say(foreignCommands.map((text) => text.replace(/[^\r\n]+/g, 'x')));
      const got = await say(foreignCommands);
      expect(foreignCommands.map((text, index) => [text, got[index]])).toEqual(
        foreignCommands.map((text, index) => [text, ordinary[index]]),
      );
    },
  );

  test('finds no command in JSON that a user prints, whole or spread over lines', async () => {
    await withHost(specimen, ({ reader }) => {
      const json = inertJson({ version: 1, jobs: foreignCommands.map((name) => ({ name, [name]: [name] })) });
      const spread = json.replace(/(?<=[[{,])(?=["[{])/g, '\n');
      expect(JSON.parse(spread)).toEqual(JSON.parse(json));
      const seen = (text: string): readonly string[] => reader.commands(`${text}\n`);
      expect(seen(json)).toEqual(seen('x'));
      expect(seen(spread)).toEqual(seen(spread.replace(/[^\n]+/g, 'x')));
    });
  });

  test('shows warnings and errors, each whole', async () => {
    await withHost(specimen, ({ host, reader, traces }) => {
      host.log.warning('the first\nand more of it');
      host.log.error('100%; [x] | failed [aborted]\nWhy: because');
      const shown = reader.shownLines(traces().stdout).join('\n');
      for (const text of ['the first', 'and more of it', '100%; [x] | failed [aborted]', 'Why: because'])
        expect(shown).toContain(text);
    });
  });

  test('shows each line of a warning or an error as a line of its own, and every character as it is', async () => {
    await withHost(specimen, ({ host, reader, traces }) => {
      host.log.warning('80% of it\nand %25 of the rest');
      host.log.error('100% failed\nWhy: 3 of 5%0A\n  - unit');
      const shown = reader.shownLines(traces().stdout);
      const ends = ['80% of it', 'and %25 of the rest', '100% failed', 'Why: 3 of 5%0A', '- unit'];
      expect(shown.map((line, index) => line.endsWith(ends[index] ?? '-'))).toEqual(ends.map(() => true));
    });
  });

  test('can fold what belongs together', async () => {
    await withHost(specimen, ({ host, reader, traces }) => {
      host.log.group('last 2 lines of unit', ['one', 'two']);
      host.log.info('between');
      host.log.group('of lint', ['three']);
      const { stdout } = traces();
      const groups = reader.groups?.(stdout);
      if (groups !== undefined) {
        expect(groups).toEqual([
          { title: 'last 2 lines of unit', lines: ['one', 'two'] },
          { title: 'of lint', lines: ['three'] },
        ]);
      }
      expect(reader.shownLines(stdout).map((line) => line.trim())).toEqual(
        expect.arrayContaining(['last 2 lines of unit', 'one', 'two', 'between', 'of lint', 'three']),
      );
    });
  });

  test('passes each output on at once, whatever it contains', async () => {
    await withHost(specimen, async ({ host, reader, traces, settled }) => {
      const want: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(outputs)) {
        host.outputs.set(name, 'before');
        host.outputs.set(name, value);
        want[name] = readable(name, value);
        await settled();
        const got = Object.entries(reader.outputs(traces())).map(([key, text]) => [key, readable(key, text)]);
        expect(Object.fromEntries(got)).toEqual(specimen.carries === 'nothing' ? {} : want);
      }
      expect(reader.shownLines(traces().stdout)).toEqual([]);
    });
  });

  test('keeps a secret out of every channel', async () => {
    await withHost(specimen, async ({ host, reader, traces, settled }) => {
      host.masker.mask(new Secret(secret));
      const beforehand = traces().stdout;
      const text = `a ${secret} b ${encodeURIComponent(secret)} c`;
      host.log.info(text);
      host.log.debug(text);
      host.log.warning(text);
      host.log.error(text);
      host.log.group(text, [text]);
      await host.summary.write(text);
      await settled();
      const { stdout } = traces();
      const summary = reader.summary?.(traces()) ?? '';
      expect(leaksIn({ stdout: stdout.slice(beforehand.length), summary }, { secret })).toEqual([]);
      expect(host.masker.redact(text)).toBe('a *** b *** c');
      // What the host hides is told before anything is said.
      if (reader.masked !== undefined) expect(reader.masked(traces())).toContain(secret);
    });
  });

  test('gives a secret to later steps where no one else can read it, and reports it otherwise', async () => {
    await withHost(specimen, async ({ host, reader, traces, settled }) => {
      host.masker.mask(new Secret('glptt-0123456789abcdef'));
      host.outputs.set('token', 'glptt-0123456789abcdef');
      await settled();
      const shown = reader.shownLines(traces().stdout).join('\n');
      const isCarried = reader.outputs(traces()).token === 'glptt-0123456789abcdef';
      expect(isCarried).toBe(specimen.carries === 'everything');
      expect(shown).toEqual(
        specimen.carries === 'no_secrets'
          ? expect.stringContaining('token was left out: it holds a secret')
          : '',
      );
    });
  });

  test('shows a report, or does without', async () => {
    await withHost(specimen, async ({ host, reader, traces, settled }) => {
      expect(await host.summary.write('# One\n')).toBe(true);
      expect(await host.summary.write('# Two\n')).toBe(true);
      await settled();
      if (reader.summary !== undefined)
        expect(reader.summary(traces()).replaceAll('\n\n', '\n')).toBe('# One\n# Two\n');
      expect(reader.shownLines(traces().stdout)).toEqual([]);
    });
  });

  test('reports once that a place cannot be written, and continues', async () => {
    await withHost(
      specimen,
      async ({ host, reader, traces, settled }) => {
        host.outputs.clear?.([]);
        host.outputs.set('pipeline_id', '257');
        host.outputs.set('web_url', 'https://gitlab.example.com');
        await settled();
        const shown = reader.shownLines(traces().stdout);
        const failure =
          /^(?:Warning: )?(?:Outputs cannot be handed to later steps: \S.*\.|\S+ is not installed: .*--output-file PATH)/;
        expect(shown.filter((line) => !failure.test(line))).toEqual([]);
        expect(shown.length).toBeLessThanOrEqual(1);
        expect(await host.summary.write('# One\n')).toEqual(expect.any(Boolean));
      },
      { files: 'read_only', programs: { why: 'is not installed', outlook: 'hopeless' } },
    );
  });

  test('omits values that it has no room for completely, and names them', async () => {
    await withHost(specimen, async ({ host, reader, traces, settled }) => {
      const long = JSON.stringify({ jobs: ['x'.repeat(450_000)] });
      host.outputs.set('pipeline_id', '257');
      host.outputs.set('jobs', long);
      host.outputs.set('outcome', 'success');
      await settled();
      const { jobs, ...others } = reader.outputs(traces());
      expect(others).toEqual(
        specimen.carries === 'nothing' ? {} : { pipeline_id: '257', outcome: 'success' },
      );
      const shown = reader.shownLines(traces().stdout);
      if (specimen.carries === 'nothing' || jobs === long) expect(shown).toEqual([]);
      else expect(shown).toEqual([expect.stringContaining('The output jobs was left out: ')]);
    });
  });

  test('provides the context of the caller', async () => {
    await withHost(specimen, ({ host }) => {
      expect(defined(host.context())).toEqual(specimen.context);
    });
  });
});

/** JSON by what it means: a host may write it in another way. */
function readable(name: string, value: string): unknown {
  return name === 'jobs' && value.startsWith('{') ? JSON.parse(value) : value;
}

function defined(context: object): unknown {
  return JSON.parse(JSON.stringify(context));
}
