import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import type { TriggerToken } from '../../../src/model/pipeline.js';
import {
  type RotationPlan,
  type RotationRequest,
  markedDescription,
  planRotation,
  readRotationMark,
} from '../../../src/tokens/rotation-plan.js';

const nowMs = Date.UTC(2026, 0, 15);
const hourMs = 3_600_000;

/** A token of ours that is an hour old, unless told otherwise. */
function tokenOf(id: number, description: string, changes: Partial<TriggerToken> = {}): TriggerToken {
  return {
    id,
    description,
    start: '5f0c',
    secret: new Secret(`glptt-${id}`),
    owner: 'ada',
    createdAt: new Date(nowMs - hourMs).toISOString(),
    ...changes,
  };
}

const old = { createdAt: new Date(nowMs - 25 * hourMs).toISOString() };
const foreign = { secret: undefined };

/** A plan with ids instead of tokens. */
function shown(plan: RotationPlan): unknown {
  switch (plan.kind) {
    case 'replace':
      return {
        kind: plan.kind,
        old: plan.old.id,
        name: plan.name,
        stale: plan.stale.map(({ id }) => id),
        reuse: plan.reuse?.id,
      };
    case 'done_before':
    case 'done_long_ago':
      return { kind: plan.kind, replacedId: plan.replacedId, by: plan.by.id };
    case 'ambiguous':
      return { kind: plan.kind, tokens: plan.tokens.map(({ id }) => id) };
    case 'absent':
      return { kind: plan.kind };
  }
}

describe('the mark of a rotation', () => {
  test.each([
    { give: 'deploys', want: { name: 'deploys', replaces: undefined } },
    { give: 'deploys (replaces 12)', want: { name: 'deploys', replaces: 12 } },
    { give: 'deploys (replaces 12) (replaces 15)', want: { name: 'deploys', replaces: 15 } },
    { give: 'deploys (replaces 012)', want: { name: 'deploys (replaces 012)', replaces: undefined } },
    {
      give: 'deploys (replaces 12) again',
      want: { name: 'deploys (replaces 12) again', replaces: undefined },
    },
    { give: '(replaces 12)', want: { name: '', replaces: 12 } },
    { give: '', want: { name: '', replaces: undefined } },
  ])('in "$give" is read', ({ give, want }) => {
    expect(readRotationMark(give)).toEqual(want);
  });

  test.each(['deploys', 'a (b)', ''])('on "%s" reads as it was written', (name) => {
    expect(readRotationMark(markedDescription(name, 12))).toEqual({ name, replaces: 12 });
  });
});

describe('planRotation', () => {
  const byName = { triggerId: undefined, description: 'deploys', expiresAtMs: undefined };
  const byId = { triggerId: 12, description: undefined, expiresAtMs: undefined };
  const replace = (changes: object): object => ({
    kind: 'replace',
    old: 12,
    name: 'deploys',
    stale: [],
    reuse: undefined,
    ...changes,
  });
  const twelve = tokenOf(12, 'deploys', old);

  test.each<{ name: string; tokens: readonly TriggerToken[]; request: RotationRequest; want: object }>([
    { name: 'one token', tokens: [tokenOf(3, 'other'), twelve], request: byName, want: replace({}) },
    { name: 'one token, by its id', tokens: [tokenOf(3, 'other'), twelve], request: byId, want: replace({}) },
    {
      name: 'the token of somebody else',
      tokens: [tokenOf(12, 'deploys', foreign)],
      request: byName,
      want: replace({}),
    },
    {
      name: 'one that a rotation has made',
      tokens: [tokenOf(12, 'deploys (replaces 9)')],
      request: byName,
      want: replace({}),
    },
    {
      name: 'a description with the mark',
      tokens: [tokenOf(12, 'deploys (replaces 9)')],
      request: { ...byName, description: 'deploys (replaces 9)' },
      want: replace({}),
    },
    {
      name: 'another name for the new one',
      tokens: [twelve],
      request: { ...byId, description: 'releases' },
      want: replace({ name: 'releases' }),
    },
    {
      name: 'what a run left that was cut',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)')],
      request: byName,
      want: replace({ reuse: 15 }),
    },
    {
      name: 'the same, by id',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)')],
      request: byId,
      want: replace({ reuse: 15 }),
    },
    {
      name: 'what two runs left',
      tokens: [twelve, tokenOf(16, 'deploys (replaces 12)'), tokenOf(15, 'deploys (replaces 12)')],
      request: byName,
      want: replace({ stale: [15], reuse: 16 }),
    },
    {
      name: 'what was left a day ago',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)', old)],
      request: byName,
      want: replace({ stale: [15] }),
    },
    {
      name: 'what another user left',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)', foreign)],
      request: byName,
      want: replace({ stale: [15] }),
    },
    {
      name: 'what was left without its time',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)', { createdAt: undefined })],
      request: byName,
      want: replace({ stale: [15] }),
    },
    {
      name: 'a token of a token',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)', old), tokenOf(16, 'deploys (replaces 15)', old)],
      request: byName,
      want: replace({ stale: [15, 16] }),
    },
    {
      name: 'what was left with an expiry, for one without',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)', { expiresAt: '2026-04-01T00:00:00Z' })],
      request: byName,
      want: replace({ stale: [15] }),
    },
    {
      name: 'what was left without an expiry, for one with',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)')],
      request: { ...byName, expiresAtMs: Date.UTC(2026, 3, 1) },
      want: replace({ stale: [15] }),
    },
    {
      name: 'what was left with about the same expiry',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 12)', { expiresAt: '2026-03-31T23:00:00Z' })],
      request: { ...byName, expiresAtMs: Date.UTC(2026, 3, 1) },
      want: replace({ reuse: 15 }),
    },
    {
      name: 'marks that are about other tokens',
      tokens: [twelve, tokenOf(15, 'other (replaces 12)'), tokenOf(16, 'deploys of x (replaces 3)')],
      request: byName,
      want: replace({ reuse: 15 }),
    },
    {
      name: 'marks that go in a circle',
      tokens: [tokenOf(12, 'deploys (replaces 15)'), tokenOf(15, 'deploys (replaces 12)')],
      request: byName,
      want: { kind: 'absent' },
    },
    {
      name: 'a token that is gone, by id',
      tokens: [tokenOf(15, 'deploys (replaces 12)')],
      request: byId,
      want: { kind: 'done_before', replacedId: 12, by: 15 },
    },
    {
      name: 'a token that has long been gone, by id',
      tokens: [tokenOf(15, 'deploys (replaces 12)', old)],
      request: byId,
      want: { kind: 'done_long_ago', replacedId: 12, by: 15 },
    },
    {
      name: 'a token that somebody else has replaced, by id',
      tokens: [tokenOf(15, 'deploys (replaces 12)', foreign)],
      request: byId,
      want: { kind: 'done_long_ago', replacedId: 12, by: 15 },
    },
    { name: 'nothing, by id', tokens: [tokenOf(15, 'deploys')], request: byId, want: { kind: 'absent' } },
    { name: 'nothing', tokens: [tokenOf(15, 'Deploys')], request: byName, want: { kind: 'absent' } },
    {
      name: 'two of the name',
      tokens: [twelve, tokenOf(13, 'deploys'), tokenOf(15, 'deploys (replaces 12)')],
      request: byName,
      want: { kind: 'ambiguous', tokens: [12, 13] },
    },
    {
      name: 'one of the name, and one that replaced another',
      tokens: [twelve, tokenOf(15, 'deploys (replaces 9)')],
      request: byName,
      want: { kind: 'ambiguous', tokens: [12, 15] },
    },
  ])('decides about $name', ({ tokens, request, want }) => {
    expect(shown(planRotation({ tokens, nowMs }, request))).toEqual(want);
  });
});
