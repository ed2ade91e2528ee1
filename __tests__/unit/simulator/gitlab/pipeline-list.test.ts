import { describe, expect, test } from '@jest/globals';

import type { PastPipelineDescription } from '../../../../src/simulator/gitlab/state/scenario.js';
import { type World, createWorld, pick, pluck, scenario } from './support/world.js';

const list = '/projects/42/pipelines';
const hourMs = 3_600_000;

const past: readonly PastPipelineDescription[] = [
  { ref: 'main', user: 'ada', startedAgoMs: 5 * hourMs, script: { jobs: [{ name: 'a' }] } },
  {
    ref: 'v1',
    user: 'dev',
    startedAgoMs: 4 * hourMs,
    source: 'web',
    script: { name: 'release', jobs: [{ name: 'a', result: 'failed' }] },
  },
  {
    ref: 'main',
    user: 'dev',
    startedAgoMs: 3 * hourMs,
    source: 'trigger',
    script: { jobs: [{ name: 'a', durationMs: 10 * hourMs }] },
  },
  {
    ref: 'main',
    user: 'ada',
    startedAgoMs: 2 * hourMs,
    script: { bridges: [{ name: 'child', downstream: { script: { jobs: [{ name: 'b' }] } } }] },
  },
  { ref: 'main', user: 'ada', startedAgoMs: hourMs, script: { yamlErrors: 'bad', jobs: [{ name: 'a' }] } },
];

/** Pipelines 257 to 262; 261 is a child of 260. */
function worldWithPast(): World {
  const refs = [
    { name: 'main', sha: '1'.repeat(40) },
    { name: 'v1', kind: 'tag', sha: '2'.repeat(40) },
  ] as const;
  return createWorld(scenario({ refs, pastPipelines: past }));
}

describe('the list of pipelines', () => {
  test('has ten keys and the name, newest first, without children', () => {
    const { body } = worldWithPast().asAda('GET', list);
    expect(pluck(body, 'id')).toEqual([262, 260, 259, 258, 257]);
    expect(pick(body, 3)).toEqual({
      id: 258,
      iid: 2,
      project_id: 42,
      sha: '2'.repeat(40),
      ref: 'v1',
      status: 'failed',
      source: 'web',
      created_at: '2025-12-31T20:00:00.000Z',
      updated_at: '2025-12-31T20:00:01.200Z',
      web_url: 'https://gitlab.example.com/group/app/-/pipelines/258',
      name: 'release',
    });
  });

  test.each([
    { give: 'source=trigger', want: [259] },
    { give: 'source=parent_pipeline', want: [261] },
    { give: 'source=chat', want: [] },
    { give: 'ref=v1', want: [258] },
    { give: 'ref=refs/tags/v1', want: [] },
    { give: `sha=${'2'.repeat(40)}`, want: [258] },
    { give: 'status=running', want: [259] },
    { give: 'scope=running', want: [259] },
    { give: 'scope=pending', want: [] },
    { give: 'scope=finished', want: [262, 260, 258, 257] },
    { give: 'scope=branches', want: [262] },
    { give: 'scope=tags', want: [258] },
    { give: 'username=dev', want: [259, 258] },
    { give: 'username=nobody', want: [] },
    { give: 'name=release', want: [258] },
    { give: 'yaml_errors=true', want: [262] },
    { give: 'created_after=2025-12-31T21:00:00Z', want: [262, 260, 259] },
    { give: 'created_before=2025-12-31T20:00:00Z', want: [258, 257] },
    { give: 'created_after=2025-12-31T22:00:00%2B01:00', want: [262, 260, 259] },
    { give: 'created_after=2025-12-31T22:00:00+01:00', want: [262, 260] },
    { give: 'updated_after=2025-12-31T20:00:01.200Z&updated_before=2025-12-31T22:00:00Z', want: [259, 258] },
    { give: 'source=push&ref=main&order_by=id&sort=asc', want: [257, 260, 262] },
    { give: 'order_by=ref&sort=asc', want: [257, 259, 260, 262, 258] },
    { give: 'order_by=user_id', want: [259, 258, 262, 260, 257] },
    { give: 'order_by=status&sort=asc', want: [258, 259, 257, 260, 262] },
    { give: 'order_by=updated_at&sort=asc', want: [257, 258, 259, 260, 262] },
  ])('is filtered by $give', ({ give, want }) => {
    expect(pluck(worldWithPast().asAda('GET', `${list}?${give}`).body, 'id')).toEqual(want);
  });

  test('ignores created_after in an older release', () => {
    const world = createWorld(
      scenario({ pastPipelines: past.slice(0, 1) }, { release: { createdFilters: 'ignored' } }),
    );
    expect(pluck(world.asAda('GET', `${list}?created_after=2030-01-01`).body, 'id')).toEqual([257]);
  });

  test.each([
    { give: 'status=nonsense', want: 'status does not have a valid value' },
    { give: 'scope=nonsense', want: 'scope does not have a valid value' },
    { give: 'source=nonsense', want: 'source does not have a valid value' },
    { give: 'order_by=name', want: 'order_by does not have a valid value' },
    { give: 'sort=up', want: 'sort does not have a valid value' },
    { give: 'created_after=soon', want: 'created_after is invalid' },
    { give: 'page=x', want: 'page is invalid' },
    { give: 'per_page=x', want: 'per_page is invalid' },
    { give: 'per_page=0', want: 'per_page has a value not allowed' },
  ])('is refused with $give', ({ give, want }) => {
    expect(worldWithPast().asAda('GET', `${list}?${give}`)).toMatchObject({
      status: 400,
      body: { error: want },
    });
  });
});

describe('the latest pipeline', () => {
  test.each([
    { give: '', want: 262 },
    { give: '?ref=v1', want: 258 },
  ])('is that of [$give]', ({ give, want }) => {
    expect(pick(worldWithPast().asAda('GET', `${list}/latest${give}`).body, 'id')).toBe(want);
  });

  test('is a 403, not a 404, when there is none', () => {
    expect(createWorld().asAda('GET', `${list}/latest`)).toMatchObject({
      status: 403,
      body: { message: '403 Forbidden' },
    });
  });
});

describe('the pages of a list', () => {
  const jobs = Array.from({ length: 250 }, (_, index) => ({ name: `job ${index}` }));

  function pagedWorld(): World {
    const world = createWorld(scenario({ ci: { kind: 'valid', script: { jobs } } }));
    world.trigger();
    return world;
  }

  const address = '/projects/42/pipelines/257/jobs';
  const link = (page: number, perPage: number, rel: string): string =>
    `<https://gitlab.example.com/api/v4${address}?id=42&include_retried=false&page=${page}&per_page=${perPage}&pipeline_id=257>; rel="${rel}"`;

  test.each([
    {
      give: '',
      count: 20,
      want: {
        link: [link(2, 20, 'next'), link(1, 20, 'first'), link(13, 20, 'last')].join(', '),
        'x-next-page': '2',
        'x-page': '1',
        'x-per-page': '20',
        'x-prev-page': '',
        'x-total': '250',
        'x-total-pages': '13',
      },
    },
    {
      give: '?page=2&per_page=100',
      count: 100,
      want: {
        link: [link(1, 100, 'prev'), link(3, 100, 'next'), link(1, 100, 'first'), link(3, 100, 'last')].join(
          ', ',
        ),
        'x-next-page': '3',
        'x-page': '2',
        'x-per-page': '100',
        'x-prev-page': '1',
        'x-total': '250',
        'x-total-pages': '3',
      },
    },
    {
      give: '?page=3&per_page=500',
      count: 50,
      want: { 'x-next-page': '', 'x-page': '3', 'x-per-page': '100', 'x-prev-page': '2' },
    },
    { give: '?page=9', count: 20, want: { 'x-page': '9', 'x-next-page': '10' } },
    { give: '?page=99', count: 0, want: { 'x-next-page': '', 'x-prev-page': '' } },
  ])('with [$give] have $count items and their headers', ({ give, count, want }) => {
    const { body, headers } = pagedWorld().asAda('GET', `${address}${give}`);
    expect(pluck(body, 'id')).toHaveLength(count);
    expect(headers).toMatchObject(want);
  });

  test('are never counted for the list of all jobs of a project', () => {
    const { headers } = pagedWorld().asAda('GET', '/projects/42/jobs?per_page=100');
    expect(headers['x-total']).toBeUndefined();
    expect(headers.link).not.toContain('rel="last"');
    expect(headers['x-next-page']).toBe('2');
  });

  test('have links without the token of the query', () => {
    const { headers } = pagedWorld().send('GET', `${address}?private_token=ada-api`);
    expect(headers.link).not.toContain('ada-api');
  });
});
