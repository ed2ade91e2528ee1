import { describe, expect, test } from '@jest/globals';

import { createLiveScreen } from '../../../src/terminal/screen.js';
import { coloredText, terminalTraits } from '../../../src/terminal/style.js';
import { screenAfter } from '../../support/tiny-terminal.js';

function written(work: (screen: ReturnType<typeof createLiveScreen>) => void, columns = 80): string {
  let text = '';
  work(
    createLiveScreen({
      write: (part) => {
        text += part;
        const { isCursorVisible, wraps } = screenAfter(text);
        // A process can be killed between any two writes.
        expect([isCursorVisible, wraps]).toEqual([true, true]);
      },
      columns: () => columns,
    }),
  );
  return text.replaceAll('\n', '\r\n');
}

describe('the live screen', () => {
  test('redraws its lines, with the log above', () => {
    const text = written((screen) => {
      screen.print('first\n');
      screen.show(['one', 'two', 'three']);
      screen.print('second, which is longer\n');
      screen.show(['four']);
      screen.print('third\n');
    });
    expect(screenAfter(text).lines).toEqual(['first', 'second, which is longer', 'third', 'four', '']);
  });

  test('leaves only the log', () => {
    const text = written((screen) => {
      screen.show(['one', 'two']);
      screen.print('log\n');
      screen.clear();
      screen.clear();
      screen.print('end\n');
    });
    expect(screenAfter(text).lines).toEqual(['log', 'end', '']);
  });

  test('writes plain text while it shows nothing', () => {
    expect(written((screen) => screen.print('log\n'))).toBe('log\r\n');
  });
});

test.each([
  { environment: {}, isTerminal: true, want: { colors: 'ours', isLive: true } },
  { environment: {}, isTerminal: false, want: { colors: 'theirs', isLive: false } },
  { environment: { NO_COLOR: '1' }, isTerminal: true, want: { colors: 'none', isLive: true } },
  { environment: { NO_COLOR: '' }, isTerminal: true, want: { colors: 'ours', isLive: true } },
  { environment: { TERM: 'dumb' }, isTerminal: true, want: { colors: 'none', isLive: false } },
  { environment: { FORCE_COLOR: '1' }, isTerminal: false, want: { colors: 'ours', isLive: false } },
  { environment: { FORCE_COLOR: '0' }, isTerminal: true, want: { colors: 'none', isLive: true } },
  { environment: { FORCE_COLOR: '1', NO_COLOR: '1' }, isTerminal: true, want: { colors: 'none' } },
  { environment: { CI: 'true' }, isTerminal: true, want: { colors: 'ours', isLive: false } },
  { environment: { LANG: 'en_US.UTF-8' }, isTerminal: true, want: { glyphs: 'unicode' } },
  { environment: { LANG: 'C' }, isTerminal: true, want: { glyphs: 'ascii' } },
  { environment: { LANG: 'en_US.UTF-8', TERM: 'linux' }, isTerminal: true, want: { glyphs: 'ascii' } },
])('a terminal with $environment (terminal: $isTerminal) has $want', ({ environment, isTerminal, want }) => {
  expect(terminalTraits({ environment, isTerminal, platform: 'linux' })).toMatchObject(want);
});

test('the old console of Windows gets plain symbols, and the new terminal all', () => {
  const traits = (environment: Readonly<Record<string, string>>): string =>
    terminalTraits({ environment, isTerminal: true, platform: 'win32' }).glyphs;
  expect([traits({}), traits({ WT_SESSION: 'x' })]).toEqual(['ascii', 'unicode']);
});

test.each([
  { give: '00:47  build  compile  success', want: '00:47  build  compile  \u001b[32msuccess\u001b[0m' },
  { give: 'Error: it failed', want: '\u001b[31mError\u001b[0m: it failed' },
  { give: '  2 passed, 1 failed', want: '  2 passed, 1 failed' },
])('colors $give', ({ give, want }) => {
  expect(coloredText(give, 'ours')).toBe(want);
});

test('the style removes foreign colors if there are to be none', () => {
  expect(coloredText('\u001b[31mred\u001b[0m', 'none')).toBe('red');
});
