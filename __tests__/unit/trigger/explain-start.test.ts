import { describe, expect, test } from '@jest/globals';

import { readRefusal } from '../../../src/gitlab/read-refusal.js';
import { refusedStart } from '../../../src/trigger/explain-start.js';
import type { StartContext } from '../../../src/trigger/start-context.js';
import { outcomeTable, type OutcomeRow } from '../../support/outcome-table.js';

function contextOf({ via }: OutcomeRow): StartContext {
  return {
    via: via ?? 'trigger_token',
    project: 'group/app',
    ref: 'main',
    gitlabUrl: 'https://gitlab.example.com',
  };
}

describe('a refused start', () => {
  test.each(outcomeTable)('$name: has the code $code, GitLab’s words and a cure', (row) => {
    const refusal = readRefusal({
      status: row.status,
      headers: { 'content-type': row.contentType ?? 'application/json' },
      body: Buffer.from(row.body),
      hints: {},
    });
    const error = refusedStart(refusal, contextOf(row));
    expect({ code: error.code, exitCode: error.exitCode }).toEqual({ code: row.code, exitCode: 3 });
    expect(error.parts.what).toBe(
      'Cannot start a pipeline in group/app at main on https://gitlab.example.com',
    );
    expect(error.parts.why).toContain(row.says);
    expect(error.parts.cure).toMatch(row.cure);
  });
});
