import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import type { TokenEvent } from '../../../src/model/events.js';
import type { TriggerToken } from '../../../src/model/pipeline.js';
import {
  expiryLine,
  oneTokenOutputs,
  tokenEventLine,
  tokenLine,
  tokenListOutputs,
  tokenTable,
  tokenTableLines,
} from '../../../src/report/tokens.js';

const whole = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';

const own: TriggerToken = {
  id: 15,
  description: 'deploys from GitHub (replaces 12)',
  start: '5f0c',
  secret: new Secret(whole),
  owner: 'ada',
  createdAt: '2026-01-15T09:30:00.000Z',
  updatedAt: '2026-01-15T09:30:00.000Z',
  expiresAt: '2026-03-16T09:30:00.000Z',
};

const foreign: TriggerToken = {
  id: 7,
  description: `evil\n::error::x ${whole} | <b>\u001b[31m`,
  start: '9876',
  owner: 'dev|x',
  lastUsed: '2026-01-10T00:00:00.123Z',
};

describe('a token in the log', () => {
  test('has what its owner needs, and not the token', () => {
    expect([own, foreign, { id: 1, description: '', start: '' }].map(tokenLine)).toEqual([
      'Trigger token 15 "deploys from GitHub (replaces 12)" (starts with 5f0c, owner ada (you), never used, expires 2026-03-16T09:30:00Z)',
      'Trigger token 7 "evil ::error::x *** | <b>" (starts with 9876, owner dev|x, last used 2026-01-10T00:00:00Z, does not expire)',
      'Trigger token 1 "" (starts with , owner unknown, never used, does not expire)',
    ]);
  });

  test('has its columns aligned with the others', () => {
    expect([tokenTableLines([own, foreign]), tokenTableLines([])]).toEqual([
      [
        '15  5f0c  ada (you)  never used                      expires 2026-03-16T09:30:00Z  "deploys from GitHub (replaces 12)"',
        '7   9876  dev|x      last used 2026-01-10T00:00:00Z  does not expire               "evil ::error::x *** | <b>"',
      ],
      [],
    ]);
  });

  test('is escaped in the report', () => {
    const table = tokenTable([own, foreign], 'group/app');
    expect(table.split('\n')).toHaveLength(7);
    expect(table).not.toContain('<b>');
    expect(table).not.toContain(whole);
    expect(tokenTable([], 'group/app')).toBe('### Trigger tokens of group/app\n\nThere are none.\n');
  });
});

describe('the output triggers', () => {
  test('has the format that docs/outputs.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'outputs.md'), 'utf8');
    const [, json = ''] = /^## `triggers`$[^]*?^```json\n([^]*?)^```$/m.exec(page) ?? [];
    expect(JSON.parse(oneTokenOutputs(own).triggers ?? '')).toEqual(JSON.parse(json));
  });

  test('never contains a whole token, nor a command', () => {
    const { triggers = '' } = tokenListOutputs([own, { ...foreign, description: `##[x] ${whole}` }]);
    expect(triggers).not.toMatch(/5f0c1d2e|##\[/);
    expect(JSON.parse(triggers)).toMatchObject({ triggers: [{}, { description: '##[x] ***' }], omitted: 0 });
  });
});

test.each([
  {
    give: { written: 'date', atMs: Date.UTC(2026, 0, 31) } as const,
    want: /midnight in UTC: 2026-01-31T00:00:00Z$/,
  },
  {
    give: { written: 'span', atMs: Date.UTC(2026, 0, 31, 1) } as const,
    want: /ends at 2026-01-31T01:00:00Z$/,
  },
])('an expiry given as $give.written is shown as a time', ({ give, want }) => {
  expect(expiryLine(give)).toMatch(want);
  expect(expiryLine({ ...give, written: 'time' })).toBeUndefined();
});

test.each<{ give: TokenEvent; level: string; says: string }>([
  {
    give: { kind: 'retrying', why: 'a\nb', delayMs: 2000 },
    level: 'info',
    says: '(a b); trying again in 2s',
  },
  { give: { kind: 'response_lost', why: 'x' }, level: 'info', says: 'checking whether the token exists' },
  { give: { kind: 'found_again', token: own }, level: 'info', says: 'It exists: Trigger token 15' },
  { give: { kind: 'created', token: own }, level: 'info', says: 'Created: Trigger token 15' },
  { give: { kind: 'expiry_ignored', token: own }, level: 'warning', says: 'never expires' },
  { give: { kind: 'reused', token: own }, level: 'info', says: 'an interrupted run' },
  { give: { kind: 'proven', token: own }, level: 'info', says: 'without starting a pipeline' },
  { give: { kind: 'owner_changed', from: foreign, to: own }, level: 'warning', says: 'run as ada' },
  {
    give: { kind: 'stored', token: own, where: 'the file', note: 'Look.' },
    level: 'info',
    says: 'Stored token 15 in the file. Look.',
  },
  { give: { kind: 'deleted', token: own }, level: 'info', says: 'the pipelines that it started stay' },
  { give: { kind: 'left', tokens: [own, foreign] }, level: 'warning', says: 'Token 15, 7 still work:' },
])('the event $give.kind has a log line', ({ give, level, says }) => {
  const line = tokenEventLine(give);
  expect([line.level, line.text.includes('\n')]).toEqual([level, false]);
  expect(line.text).toContain(says);
});
