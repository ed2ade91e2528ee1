import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { parsePlanRequest, planTable } from '../../../src/inputs/commands/plan.js';
import { parseSnippetRequest, snippetTable } from '../../../src/inputs/commands/snippet.js';
import { parseTokensRequest } from '../../../src/inputs/commands/token-operation.js';
import { tokensTable } from '../../../src/inputs/commands/tokens.js';
import { parseTriggerRequest, triggerTable } from '../../../src/inputs/commands/trigger.js';
import {
  cancelTable,
  parseCancelRequest,
  parseWaitRequest,
  waitTable,
} from '../../../src/inputs/commands/wait-and-cancel.js';
import type { InputTable } from '../../../src/inputs/table.js';
import type { InputSource } from '../../../src/model/requests.js';
import { noFiles, sourceOf } from './input-sources.js';
import { leastWaitInputs } from './support/requests.js';

interface Action {
  readonly action: string;
  readonly table: InputTable;
  readonly parse: (source: InputSource) => Promise<{ readonly warnings: readonly string[] }>;
}

const actions: readonly Action[] = [
  { action: 'trigger', table: triggerTable, parse: (source) => parseTriggerRequest(source, noFiles) },
  { action: 'wait', table: waitTable, parse: (source) => parseWaitRequest(source, noFiles) },
  { action: 'cancel', table: cancelTable, parse: (source) => parseCancelRequest(source, noFiles) },
  {
    action: 'tokens',
    table: tokensTable,
    parse: (source) => parseTokensRequest({ source, files: noFiles, nowMs: 0 }),
  },
  { action: 'plan', table: planTable, parse: (source) => parsePlanRequest(source, noFiles) },
  { action: 'snippet', table: snippetTable, parse: (source) => parseSnippetRequest(source, noFiles) },
];

/** Everything that an action needs, so that only the one input is wrong. */
const least: Readonly<Record<string, string>> = {
  ...leastWaitInputs,
  ref: 'main',
  operation: 'list',
  kind: 'github',
};
const secrets = { token: 'glptt-hunter2', access_token: 'glpat-hunter2' };

/** Texts that most inputs refuse, each for another reason. */
const unfit = ['yes', 'a b\nc d', '"', '0', 'x'.repeat(6000), '\u0000'];

async function linesOf({ action, parse }: Action, given: Readonly<Record<string, string>>) {
  const base = action === 'snippet' ? least : { ...least, ...secrets };
  try {
    return (await parse(sourceOf({ ...base, ...given }))).warnings;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first = '', , ...list] = error.message.split('\n');
    return list.length === 0 ? [first] : list.filter((line) => line.startsWith('- '));
  }
}

describe.each(actions)('the action $action reports each problem once', (action) => {
  test.each(Object.keys(action.table))('says one problem of %s once', async (name) => {
    let refused = 0;
    for (const text of unfit) {
      const lines = await linesOf(action, { [name]: text });
      expect(lines).toEqual([...new Set(lines)]);
      refused += lines.length;
    }
    // A path may be anything, and so may a text of one line.
    expect(refused > 0 || ['artifacts_path'].includes(name)).toBe(true);
  });

  test('a repaired value causes one warning', async () => {
    const lines = await linesOf(action, { access_token: ' glpat-hunter2 ' });
    expect(lines).toEqual([...new Set(lines)]);
  });
});

const switches = Object.entries(triggerTable as InputTable).filter(([, row]) =>
  ['true', 'false'].includes(row.default ?? ''),
);

test.each(switches.map(([name]) => name))('%s: yes is one problem', async (name) => {
  const [trigger] = actions;
  if (trigger === undefined) throw new TypeError('no actions');
  expect(await linesOf(trigger, { [name]: 'yes' })).toEqual([`${name} is "yes" [invalid_input]`]);
});
