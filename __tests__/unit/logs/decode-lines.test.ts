import { describe, expect, test } from '@jest/globals';

import { type LogEntry, createLogLines } from '../../../src/logs/decode-lines.js';

function entriesOf(log: string | Buffer, limits?: { readonly maxCharacters: number }): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  const lines = createLogLines((entry) => entries.push(entry), limits);
  lines.push(Buffer.from(log));
  lines.end();
  return entries;
}

const line = (text: string): LogEntry => ({ kind: 'line', text });
const start = (name: string, title: string | undefined, collapsed = false): LogEntry => ({
  kind: 'section_start',
  name,
  title,
  collapsed,
});
const end = (name: string): LogEntry => ({ kind: 'section_end', name });

const esc = '\u001b';

describe('LogLines', () => {
  test.each<{ readonly name: string; readonly give: string | Buffer; readonly want: readonly LogEntry[] }>([
    { name: 'an empty log has no line', give: '', want: [] },
    {
      name: 'lines end with LF or CRLF',
      give: 'one\ntwo\r\n\nfour',
      want: [line('one'), line('two'), line(''), line('four')],
    },
    {
      name: 'several carriage returns before the line end are one',
      give: 'one\r\r\ntwo\n',
      want: [line('one'), line('two')],
    },
    {
      name: 'progress is folded to its last state',
      give: ' 10%\r 50%\r100%\ndone\n',
      want: [line('100%'), line('done')],
    },
    {
      name: 'progress that erases the line is folded, too',
      give: `10%${esc}[2K${esc}[1G50%\r${esc}[Kready\n`,
      want: [line('ready')],
    },
    { name: 'a carriage return at the end of the log keeps the line', give: '99%\r', want: [line('99%')] },
    {
      name: 'erasing to the end of the line keeps what stands before',
      give: `a${esc}[Kb`,
      want: [line('ab')],
    },
    {
      name: 'a command of the host after a carriage return cannot begin a line of its own',
      give: 'harmless\r::error::x\n',
      want: [line('::error::x')],
    },
    {
      name: 'sequences with a single character as introducer are sequences too',
      give: 'glptt-\u009b0mabc\u009b2;1Hdef\u009b31',
      want: [line('glptt-abcdef')],
    },
    {
      name: 'the same character without parameters is one of another encoding',
      give: 'a\u009bm\u009b\n\u009b›',
      want: [line('am'), line('›')],
    },
    {
      name: 'colors stay and end with their line',
      give: `${esc}[31mred${esc}[0m plain\n${esc}[1;32mgreen\nstill green${esc}[0;m\nplain\n`,
      want: [
        line(`${esc}[31mred${esc}[0m plain`),
        line(`${esc}[1;32mgreen${esc}[0m`),
        line(`${esc}[1;32mstill green${esc}[0m`),
        line('plain'),
      ],
    },
    {
      name: 'colors without text leave nothing behind',
      give: `${esc}[31m${esc}[0;m${esc}[32m${esc}[39m\n`,
      want: [line('')],
    },
    {
      name: 'a color set in overwritten text goes on',
      give: `${esc}[32m10%\r20%${esc}[m\n`,
      want: [line(`${esc}[32m20%${esc}[0m`)],
    },
    {
      name: 'closing codes close what they belong to',
      give: `${esc}[1;4;38;5;208;48:2::1:2:3mx${esc}[22;24my${esc}[39;49mz\n`,
      want: [line(`${esc}[1;4;38;5;208;48;2;1;2;3mx${esc}[0;38;5;208;48;2;1;2;3my${esc}[0mz`)],
    },
    {
      name: 'codes that hide text, private ones and broken ones do nothing',
      give: `${esc}[8mhidden${esc}[>4;2m${esc}[?25h${esc}[38;5m${esc}[38;2;999;0;0m${esc}[999m!\n`,
      want: [line('hidden!')],
    },
    {
      name: 'other sequences are removed: cursor, titles, links, character sets',
      give: `a${esc}[3A${esc}]0;title\u0007b${esc}]8;;https://x.example${esc}\\c${esc}]8;;${esc}\\${esc}(B${esc}7${esc}Pq${esc}\\d\n`,
      want: [line('abcd')],
    },
    {
      name: 'a string sequence without an end is over at the end of its line',
      give: `a${esc}]0;never ends\nb\n`,
      want: [line('a'), line('b')],
    },
    {
      name: 'a broken sequence is dropped',
      give: `a${esc}[12\nb${esc}\u0000c${esc}${esc}[31${esc}[md${esc}`,
      want: [line('a'), line('bcd')],
    },
    {
      name: 'control characters of both sets and marks of direction are removed',
      give: 'a\u0000\u0007\b\u000b\u000c\u007f\u0085\u009b\u202e\u2066\ufeff\u200bb\u2028c\n',
      want: [line('ab c')],
    },
    { name: 'joined emoji stay whole', give: '👩‍💻\n', want: [line('👩‍💻')] },
    {
      name: 'tabs become spaces to the next stop',
      give: 'a\tb\n\tc\nx\r\td\n',
      want: [line('a       b'), line('        c'), line('        d')],
    },
    {
      name: 'invalid UTF-8 is replaced',
      give: Buffer.from([0x61, 0xff, 0x62, 0xe2, 0x82, 0x0a, 0xf0, 0x9f]),
      want: [line('a\ufffdb\ufffd'), line('\ufffd')],
    },
  ])('$name', ({ give, want }) => {
    expect(entriesOf(give)).toEqual(want);
  });
});

describe('section markers', () => {
  const erase = `\r${esc}[0K`;
  test.each<{ readonly name: string; readonly give: string; readonly want: readonly LogEntry[] }>([
    {
      name: 'become events, the text after the marker being the title',
      give: `section_start:1560896352:prepare_executor${erase}${esc}[36;1mPreparing${esc}[0;m\nbody\nsection_end:1560896353:prepare_executor${erase}\nafter\n`,
      want: [
        start('prepare_executor', `${esc}[36;1mPreparing${esc}[0m`),
        line('body'),
        end('prepare_executor'),
        line('after'),
      ],
    },
    {
      name: 'may follow each other on one line, as the runner writes them',
      give: `section_end:2:a${erase}section_start:2:b${erase}Title\nsection_end:3:b${erase}section_start:3:c${erase}section_end:3:c${erase}\n`,
      want: [end('a'), start('b', 'Title'), end('b'), start('c', undefined), end('c')],
    },
    {
      name: 'may stand at the end of a line without an end',
      give: `no newlinesection_end:2:a${erase}next\n`,
      want: [line('no newline'), end('a'), line('next')],
    },
    {
      name: 'know that they are collapsed',
      give: `${esc}[0Ksection_start:1:deps[hide_duration=true,collapsed=true]${erase}Dependencies\n`,
      want: [start('deps', 'Dependencies', true)],
    },
    {
      name: 'without a head have no title',
      give: `section_start:1:x${erase}`,
      want: [start('x', undefined)],
    },
    {
      name: 'have a head that is empty where their line ends at once',
      give: `section_start:1:x${erase}\nbody\n`,
      want: [start('x', undefined), line('body')],
    },
    {
      name: 'may begin within each other before there is a line: the head is that of the last',
      give: `section_start:1:a${erase}section_start:1:b${erase}Head\nsection_end:2:b${erase}section_end:2:a${erase}`,
      want: [start('a', undefined), start('b', 'Head'), end('b'), end('a')],
    },
    {
      name: 'may have a blank behind the comma between their options',
      give: `section_start:1:a[collapsed=true, hide_duration=true]${erase}A\nsection_start:1:b[hide_duration=true, collapsed=true]${erase}B\n`,
      want: [start('a', 'A', true), start('b', 'B', true)],
    },
    {
      name: 'have no other blanks in their options',
      give: `section_start:1:a[collapsed =true]${erase}A\nsection_start:1:b[collapsed=true,  x=y]${erase}B\n`,
      want: [line('A'), line('B')],
    },
    {
      name: 'that are not erased are text',
      give: 'section_start:1:x\nsay section_end:1:y please\n',
      want: [line('section_start:1:x'), line('say section_end:1:y please')],
    },
    {
      name: 'with a name that no section has are no markers',
      give: `section_start:1:a b${erase}text\n`,
      want: [line('text')],
    },
    {
      name: 'that open a section and never close it harm nothing',
      give: `section_start:1:a${erase}A\nsection_start:1:a${erase}A\nx\n`,
      want: [start('a', 'A'), start('a', 'A'), line('x')],
    },
  ])('$name', ({ give, want }) => {
    expect(entriesOf(give)).toEqual(want);
  });

  test('are found in a truncated line', () => {
    expect(entriesOf(`${'x'.repeat(5000)}section_end:1:a${erase}next\n`, { maxCharacters: 10 })).toEqual([
      line(`${'x'.repeat(10)} … [4,990 more characters left out]`),
      end('a'),
      line('next'),
    ]);
  });

  test('are found where a line was split', () => {
    expect(entriesOf(`12345section_end:1:a${erase}`, { maxCharacters: 10 })).toEqual([
      line('12345'),
      end('a'),
    ]);
  });
});

describe('timestamped logs', () => {
  const at = (tail: string): string => `2024-05-14T11:19:20.123456Z ${tail}`;
  test.each<{ readonly name: string; readonly give: string; readonly want: readonly LogEntry[] }>([
    {
      name: 'lose the headers',
      give: `${at('00O one')}\n${at('01E two')}\n${at('00O ')}\n`,
      want: [line('one'), line('two'), line('')],
    },
    {
      name: 'have lines that go on joined, so that markers, colors and progress are seen',
      give: `${at('00O section_start:1:a\r')}\n${at(`00O+${esc}[0KTitle`)}\n${at('00O 10%\r')}\n${at('00O+20')}\n${at('00O+%')}\n`,
      want: [start('a', 'Title'), line('20%')],
    },
    {
      name: 'may have lines of others between',
      give: `${at('00O one')}\nplain\n${at('00O+two')}\n`,
      want: [line('one'), line('plain'), line('two')],
    },
    {
      name: 'are not every text that begins with a date',
      give: '2024-05-14T11:19:20Z 00O x\n2024-05-14\n2024-05-14T11:19:20.123456Z 00O',
      want: [line('2024-05-14T11:19:20Z 00O x'), line('2024-05-14'), line('2024-05-14T11:19:20.123456Z 00O')],
    },
  ])('$name', ({ give, want }) => {
    expect(entriesOf(give)).toEqual(want);
  });
});

describe('the limits of a log line', () => {
  test('keep the beginning of a long line and say what was omitted', () => {
    expect(entriesOf(`${'x'.repeat(1_000_000)}\nnext\n`)).toEqual([
      line(`${'x'.repeat(4000)} … [996,000 more characters left out]`),
      line('next'),
    ]);
  });

  test('never split a character', () => {
    expect(entriesOf('123😀5', { maxCharacters: 4 })).toEqual([line('123 … [3 more characters left out]')]);
  });

  test('restart at a line that is overwritten', () => {
    expect(entriesOf('123456\rabc\n', { maxCharacters: 4 })).toEqual([line('abc')]);
  });

  test('count colors, which end at the truncation', () => {
    expect(entriesOf(`${esc}[31mabc${esc}[32mdef\n`, { maxCharacters: 7 })).toEqual([
      line(`${esc}[31mab${esc}[0m … [4 more characters left out]`),
    ]);
  });

  test.each([
    { name: 'a line without an end', piece: 'x'.repeat(1000) },
    { name: 'colors without an end', piece: `${esc}[31mx${esc}[32my` },
    { name: 'a title without an end', piece: `${esc}]0;${'x'.repeat(500)}` },
    { name: 'parameters without an end', piece: `${esc}[${'1;'.repeat(500)}` },
    { name: 'progress without an end', piece: 'working\r' },
    { name: 'markers without an end', piece: 'section_start:1:a' },
    { name: 'dates', piece: '2024-05-14T11:19:20.123456Z 00O' },
  ])('do not buffer $name', ({ piece }) => {
    const lines = createLogLines(() => undefined);
    const bytes = Buffer.from(piece.repeat(20));
    for (let count = 0; count < 200; count += 1) {
      lines.push(bytes);
      expect(lines.heldCharacters()).toBeLessThan(9000);
    }
  });
});
