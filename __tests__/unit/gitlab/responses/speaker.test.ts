import { describe, expect, test } from '@jest/globals';

import { readRefusal } from '../../../../src/gitlab/responses/error-body.js';
import { outcomeTable } from '../../../support/outcome-table.js';

interface Given {
  readonly status: number;
  readonly body: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly call?: 'artifact';
  readonly elsewhere?: string;
}

function heard({ status, body, type, headers, call, elsewhere }: Given): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const ofText = /^\s*</.test(text) ? 'text/html' : 'text/plain';
  const refusal = readRefusal({
    status,
    headers: {
      'content-type': type ?? (typeof body === 'string' ? ofText : 'application/json'),
      ...headers,
    },
    body: Buffer.from(text),
    hints: {},
    ...(call === undefined ? {} : { call }),
    elsewhere,
  });
  return [refusal.speaker, ...(refusal.about === undefined ? [] : [refusal.about])].join(' ');
}

const base = (...texts: readonly string[]): unknown => ({ message: { base: texts } });
const maintenance = 'GitLab is undergoing maintenance';
const minuteFull = 'Too many pipelines created in the last minute. Try again later.';
const expired = 'Token is expired. You can either do re-authorization or token refresh.';
const throttle = {
  'ratelimit-name': 'throttle_unauthenticated_api',
  'ratelimit-limit': '10',
  'ratelimit-observed': '11',
  'ratelimit-reset': '1798000000',
  'ratelimit-resettime': 'Sat, 21 Nov 2026 12:00:00 GMT',
};

describe('GitLab itself sent the response', () => {
  test.each(outcomeTable)(
    'with $name',
    ({ status, body, contentType = 'application/json', headers = {} }) => {
      expect(heard({ status, body, type: contentType, headers })).toMatch(/^gitlab\b/);
    },
  );

  const own: readonly (Given & { readonly name: string; readonly want: string })[] = [
    { name: 'maintenance', status: 503, body: { message: maintenance }, want: 'gitlab maintenance' },
    { name: 'a crash', status: 500, body: { message: '500 Internal Server Error' }, want: 'gitlab crash' },
    { name: 'the full minute', status: 400, body: base(minuteFull), want: 'gitlab minute_full' },
    {
      name: 'its throttle',
      status: 429,
      body: 'Retry later\n',
      headers: { 'retry-after': '7' },
      want: 'gitlab throttle',
    },
    {
      name: 'its throttle by a counter',
      status: 429,
      body: 'Retry later',
      headers: { 'ratelimit-reset': '1798000000' },
      want: 'gitlab throttle',
    },
    {
      name: 'its throttle in other words',
      status: 429,
      body: 'Bitte später',
      headers: throttle,
      want: 'gitlab throttle',
    },
    {
      name: 'a label that got lost',
      status: 404,
      type: '',
      body: { message: '404 Not Found' },
      want: 'gitlab',
    },
    { name: 'a missing record', status: 404, body: { message: '404 Not found' }, want: 'gitlab' },
    { name: 'a missing project', status: 404, body: { message: '404 Project Not Found' }, want: 'gitlab' },
    {
      name: 'a reason',
      status: 403,
      body: { message: '403 Forbidden - Your account has been blocked.' },
      want: 'gitlab',
    },
    {
      name: 'an expired token',
      status: 401,
      body: { error: 'invalid_token', error_description: expired },
      want: 'gitlab',
    },
    {
      name: 'a fine-grained token',
      status: 403,
      body: {
        error: 'insufficient_granular_scope',
        error_description: 'Access denied: This operation requires a fine-grained personal access token.',
      },
      want: 'gitlab',
    },
    {
      name: 'a moved project',
      status: 301,
      body: 'This resource has been moved permanently to https://x.test/api/v4/projects/1',
      want: 'gitlab',
    },
    {
      name: 'a file that is not there',
      status: 404,
      body: '404 page not found\n',
      call: 'artifact',
      want: 'gitlab',
    },
    {
      name: 'the storage that it named',
      status: 403,
      body: '<?xml version="1.0"?><Error/>',
      type: 'application/xml',
      elsewhere: 's3.test',
      want: 'storage',
    },
  ];
  test.each(own)('with $name', ({ want, ...given }) => {
    expect(heard(given)).toBe(want);
  });
});

describe('another server may have sent the response', () => {
  const strange: readonly (Given & { readonly name: string })[] = [
    {
      name: 'a page of Apache about maintenance',
      status: 503,
      body: '<!DOCTYPE html><title>503</title><p>due to maintenance downtime or capacity problems</p>',
    },
    { name: 'plain text about maintenance', status: 503, body: 'upstream under maintenance' },
    { name: 'GitLab’s words as plain text', status: 503, body: maintenance },
    {
      name: 'GitLab’s JSON labeled as a page',
      status: 503,
      type: 'text/html',
      body: { message: maintenance },
    },
    {
      name: 'GitLab’s words in a page',
      status: 503,
      body: `<html><body>{"message":"${maintenance}"}</body></html>`,
    },
    { name: 'the full minute with 429', status: 429, body: base(minuteFull) },
    { name: 'maintenance words with 502', status: 502, body: { message: maintenance } },
    { name: 'maintenance words with 429', status: 429, body: { message: maintenance } },
    { name: 'maintenance words in small letters', status: 503, body: { message: maintenance.toLowerCase() } },
    { name: 'maintenance words and more', status: 503, body: { message: `${maintenance}!` } },
    { name: 'maintenance words under error', status: 503, body: { error: maintenance } },
    { name: 'maintenance words beside others', status: 503, body: { message: maintenance, status: 503 } },
    { name: 'maintenance words in a list', status: 503, body: { message: [maintenance] } },
    { name: 'maintenance words as a record’s', status: 503, body: base(maintenance) },
    { name: 'Kong', status: 500, body: { message: 'An unexpected error occurred' } },
    {
      name: 'Kong of today',
      status: 503,
      body: { message: 'failure to get a peer from the ring-balancer', request_id: 'a' },
    },
    { name: 'Kong without a route', status: 404, body: { message: 'no Route matched with those values' } },
    {
      name: 'Kong’s limit, with its headers',
      status: 429,
      body: { message: 'API rate limit exceeded' },
      headers: {
        'ratelimit-limit': '5',
        'ratelimit-remaining': '0',
        'ratelimit-reset': '7',
        'retry-after': '7',
      },
    },
    {
      name: 'Kong’s limit as text',
      status: 429,
      body: 'API rate limit exceeded',
      headers: { 'ratelimit-limit': '5', 'ratelimit-reset': '7', 'retry-after': '7' },
    },
    {
      name: 'Kong’s OAuth',
      status: 401,
      body: { error: 'invalid_token', error_description: 'The access token is invalid or has expired' },
    },
    { name: 'AWS', status: 500, body: { message: 'Internal server error' } },
    { name: 'AWS that gave up', status: 504, body: { message: 'Endpoint request timed out' } },
    { name: 'AWS that forbids', status: 403, body: { message: 'Forbidden' } },
    { name: 'AWS with a limit', status: 429, body: { message: 'Too Many Requests' } },
    { name: 'Azure', status: 401, body: { statusCode: 401, message: '401 Unauthorized' } },
    {
      name: 'Azure’s error',
      status: 404,
      body: { error: { code: 'ResourceNotFound', message: '404 Not Found' } },
    },
    { name: 'Spring', status: 404, body: { timestamp: 'x', status: 404, error: 'Not Found', path: '/api' } },
    {
      name: 'Spring with a message',
      status: 500,
      body: { status: 500, error: 'Internal Server Error', message: '500 Internal Server Error' },
    },
    { name: 'Spring’s problem', status: 404, body: { type: 'about:blank', title: 'Not Found', status: 404 } },
    {
      name: 'Cloudflare',
      status: 403,
      body: { success: false, errors: [{ code: 1020, message: '403 Forbidden' }] },
    },
    { name: 'Envoy', status: 503, body: 'upstream connect error or disconnect/reset before headers' },
    { name: 'Traefik', status: 404, body: '404 page not found\n' },
    {
      name: 'a page with 429',
      status: 429,
      body: '<html><title>Retry later</title></html>',
      headers: { ...throttle, 'retry-after': '7' },
    },
    { name: 'a throttle without a header', status: 429, body: 'Retry later\n' },
    { name: 'a throttle in another case', status: 429, body: 'retry later', headers: { 'retry-after': '7' } },
    {
      name: 'a throttle’s words with 503',
      status: 503,
      body: 'Retry later\n',
      headers: { 'retry-after': '7' },
    },
    { name: 'GitLab’s 404 with 403', status: 403, body: { message: '404 Not Found' } },
    { name: 'a route of somebody', status: 404, body: { message: '404 Route Not Found' } },
    { name: 'a checker of tokens', status: 400, body: { error: 'token is invalid' } },
    { name: 'a full minute with 503', status: 503, body: base(minuteFull) },
    { name: 'a full minute as a message', status: 400, body: { message: minuteFull } },
    { name: 'a full minute as text', status: 400, body: minuteFull },
    { name: 'a record with 403', status: 403, body: base('Reference not found') },
    { name: 'a record without base', status: 422, body: { message: { email: ['is invalid'] } } },
    { name: 'a record of numbers', status: 400, body: { message: { base: [1] } } },
    { name: 'an empty record', status: 400, body: { message: { base: [] } } },
    { name: 'a crash in another case', status: 500, body: { message: '500 Internal server error' } },
    { name: 'a crash with 502', status: 502, body: { message: '500 Internal Server Error' } },
    {
      name: 'a login page of a stranger before the storage',
      status: 403,
      body: '<html>Sign in</html>',
      elsewhere: 'sso.test',
    },
    {
      name: 'a redirect',
      status: 302,
      body: '<html>Found</html>',
      headers: { location: 'https://sso.test/' },
    },
    { name: 'nothing', status: 404, body: '' },
    { name: 'a text in quotes', status: 404, type: 'application/json', body: '"404 Not Found"' },
    { name: 'a list', status: 404, body: [{ message: '404 Not Found' }] },
  ];
  test.each(strange)('with $name', (given) => {
    expect(heard(given)).toBe('stranger');
  });
});
