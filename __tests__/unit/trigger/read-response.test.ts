import { describe, expect, test } from '@jest/globals';

import { readRefusal } from '../../../src/gitlab/responses/error-body.js';
import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import { refusedStart } from '../../../src/trigger/read-response.js';
import { type StartContext, startContextOf } from '../../../src/trigger/start-context.js';
import { type OutcomeRow, outcomeTable } from '../../support/outcome-table.js';

function contextOf({ via }: Pick<OutcomeRow, 'via'>): StartContext {
  return {
    via: via ?? 'trigger_token',
    project: { kind: 'path', path: 'group/app' },
    ref: 'main',
    gitlabUrl: 'https://gitlab.example.com',
  };
}

describe('a refused start request', () => {
  test.each(outcomeTable)('$name: has the code $code, GitLab’s words and a hint', (row) => {
    const refusal = readRefusal({
      status: row.status,
      headers: { 'content-type': row.contentType ?? 'application/json', ...row.headers },
      body: Buffer.from(row.body),
      hints: {},
    });
    const error = refusedStart(refusal, contextOf(row));
    expect({ code: error.code, exitCode: error.exitCode }).toEqual({ code: row.code, exitCode: 3 });
    expect(error.parts.what).toBe(
      'Cannot start a pipeline in group/app at main on https://gitlab.example.com',
    );
    expect(error.parts.why).toContain(row.says);
    expect(error.parts.hint).toMatch(row.hint);
  });
});

function hintOf(text: string, context: Partial<StartContext>): string {
  const refusal = readRefusal({
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message: { base: [text] } })),
    hints: {},
  });
  return refusedStart(refusal, { ...contextOf({}), ...context }).parts.hint ?? '';
}

describe('a ref that GitLab does not find', () => {
  test.each([
    { ref: '7/merge', want: 'github.head_ref is the short name of its branch' },
    { ref: 'refs/heads/7/merge', want: 'github.head_ref' },
    { ref: '7/head', want: 'github.head_ref' },
    { ref: 'pull/7/merge', want: 'github.head_ref' },
    { ref: 'pull-requests/7/from', want: 'exists on its own host only' },
    { ref: 'merge-requests/7/head', want: 'give its source branch' },
    { ref: 'gh-readonly-queue/main/pr-7-abc', want: 'github.event.merge_group.base_ref' },
    { ref: 'origin/main', want: 'give main.' },
    { ref: 'upstream/topic/one', want: 'give topic/one.' },
    { ref: 'remotes/fork/topic/one', want: 'give topic/one.' },
    { ref: 'refs/heads/refs/heads/x', want: 'It begins with refs/ twice: give x, or refs/heads/x.' },
    { ref: 'refs/tags/refs/tags/v1', want: 'It begins with refs/ twice: give v1' },
    { ref: 'heads/main', want: 'Give main, or refs/heads/main.' },
    { ref: 'HEAD', want: "give a branch's name" },
    { ref: '"main"', want: 'The quotes around it are part of the name' },
    { ref: 'null', want: 'look at where ref comes from' },
    { ref: 'release', want: 'may not have arrived yet' },
    { ref: '7/merged', want: 'may not have arrived yet' },
    { ref: 'main/origin', want: 'may not have arrived yet' },
  ])('is explained: $ref', ({ ref, want }) => {
    const hint = hintOf('Reference not found', { ref });
    expect(hint).toContain(`There is no branch or tag '${ref}' in group/app.`);
    expect(hint).toContain(want);
  });
});

describe('variables that the project forbids', () => {
  test.each([
    { from: undefined, want: 'Pass the values as inputs (spec:inputs) instead' },
    { from: 'inputs', want: 'Pass the values as inputs (spec:inputs) instead' },
    { from: 'forward_context', want: 'forward_context: set it to false, or let a Maintainer' },
    { from: 'both', want: 'forward_context: set it to false, and pass the others as inputs' },
    { from: 'nobody', want: 'No variable was sent: what counts here is TRIGGER_PAYLOAD' },
  ] as const)('are traced to their origin: $from', ({ from, want }) => {
    const hint = hintOf('Insufficient permissions to set pipeline variables', { variablesFrom: from });
    expect(hint).toContain('Minimum role to use pipeline variables');
    expect(hint).toContain(want);
  });

  test.each<{ given: Readonly<Record<string, string>>; want: string }>([
    { given: {}, want: 'nobody' },
    { given: { variables: 'A=1' }, want: 'inputs' },
    { given: { forward_context: 'true' }, want: 'forward_context' },
    { given: { forward_context: 'true', variables: 'A=1' }, want: 'both' },
  ])('have the known origin: $want', async ({ given, want }) => {
    const inputs: Readonly<Record<string, string>> = {
      project_id: 'group/app',
      ref: 'main',
      token: 'glptt-x',
      ...given,
    };
    const files = { readText: () => Promise.reject(new Error('there are no files')) };
    const { request } = await parseTriggerRequest({ read: (name) => inputs[name] }, files);
    expect(startContextOf(request).variablesFrom).toBe(want);
  });
});
