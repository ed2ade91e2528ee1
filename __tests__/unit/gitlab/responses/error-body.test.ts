import { describe, expect, test } from '@jest/globals';

import { readRefusal } from '../../../../src/gitlab/responses/error-body.js';
import type { Refusal } from '../../../../src/gitlab/responses/reply.js';

const json = 'application/json';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Buffer;
  readonly location?: string;
}

function refusalOf({ status = 400, type = json, body, location }: Answer): Refusal {
  const headers = { 'content-type': type, ...(location === undefined ? {} : { location }) };
  return readRefusal({ status, headers, body: Buffer.from(body), hints: {} });
}

describe('readRefusal', () => {
  const cases: { name: string; give: Answer; want: Partial<Refusal> }[] = [
    {
      name: 'a message',
      give: { status: 404, body: '{"message":"404 Project Not Found"}' },
      want: { shape: 'message', texts: ['404 Project Not Found'] },
    },
    {
      name: 'messages by attribute',
      give: { body: '{"message":{"base":["Reference not found","second"],"ref":["is bad"]}}' },
      want: { shape: 'message', texts: ['Reference not found', 'second', 'ref: is bad'] },
    },
    {
      name: 'a message that holds an error, as throttled endpoints send it',
      give: {
        status: 429,
        body: '{"message":{"error":"This endpoint has been requested too many times. Try again later."}}',
      },
      want: {
        shape: 'message',
        texts: ['This endpoint has been requested too many times. Try again later.'],
      },
    },
    {
      name: 'a parameter error',
      give: { body: '{"error":"ref is missing, ref is empty"}' },
      want: { shape: 'error', texts: ['ref is missing, ref is empty'] },
    },
    {
      name: 'a route error',
      give: { status: 404, body: '{"error":"404 Not Found"}' },
      want: { shape: 'error', texts: ['404 Not Found'] },
    },
    {
      name: 'an OAuth error with scopes',
      give: {
        status: 403,
        body: '{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api read_api"}',
      },
      want: {
        shape: 'oauth',
        oauthError: 'insufficient_scope',
        texts: [
          'The request requires higher privileges than provided by the access token.',
          'Scopes that would do: api read_api',
        ],
      },
    },
    {
      name: 'an OAuth error without a description',
      give: { status: 403, body: '{"error":"insufficient_granular_scope"}' },
      want: {
        shape: 'oauth',
        oauthError: 'insufficient_granular_scope',
        texts: ['insufficient_granular_scope'],
      },
    },
    {
      name: 'plain text of a throttle',
      give: { status: 429, type: 'text/plain', body: 'Retry later\n' },
      want: { shape: 'text', texts: ['Retry later'] },
    },
    {
      name: 'JSON under a wrong label',
      give: { type: 'text/html', body: ' {"message":"403 Forbidden"}' },
      want: { shape: 'message', texts: ['403 Forbidden'] },
    },
    {
      name: 'a page under a wrong label',
      give: { status: 502, body: '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>' },
      want: { shape: 'html', texts: ['502 Bad Gateway'] },
    },
    {
      name: 'a page with title and words, without its scripts',
      give: {
        status: 403,
        type: 'text/html; charset=utf-8',
        body: '<html><head><title>Sign in &middot; Gate</title><style>p{}</style></head><body><script>var a="<p>no";</script><header>Gate</header><p>Please <b>sign in</b> &amp; try again</p></body></html>',
      },
      want: { shape: 'html', texts: ['Sign in &middot; Gate', 'Gate Please sign in & try again'] },
    },
    {
      name: 'a page without anything',
      give: { type: 'text/html', body: '<html></html>' },
      want: { shape: 'html', texts: [] },
    },
    { name: 'nothing', give: { status: 500, body: '' }, want: { shape: 'none', texts: [] } },
    { name: 'white space', give: { status: 500, body: ' \r\n' }, want: { shape: 'none', texts: [] } },
    { name: 'an empty object', give: { body: '{}' }, want: { shape: 'none', texts: [] } },
    { name: 'null', give: { body: 'null' }, want: { shape: 'text', texts: [] } },
    { name: 'a number', give: { body: '7' }, want: { shape: 'text', texts: ['7'] } },
    {
      name: 'cut JSON',
      give: { body: '{"message":"404' },
      want: { shape: 'text', texts: ['{"message":"404'] },
    },
    {
      name: 'messages of other kinds',
      give: { body: '{"message":{"a":{"b":{"c":{"d":["deep"]}}},"n":[1,null,true,{}]}}' },
      want: { shape: 'message', texts: ['n: 1', 'n: true'] },
    },
    {
      name: 'a message without words and an error with some',
      give: { body: '{"message":{},"error":{"ref":["bad"]}}' },
      want: { shape: 'error', texts: ['ref: bad'] },
    },
    {
      name: 'entities, decoded once',
      give: {
        body: '{"message":"&lt;b&gt; &amp;lt; &quot;x&quot; &#39;y&#39; &#x27;z&#X27; &unknown; &#0; &#1114112;"}',
      },
      want: { shape: 'message', texts: ["<b> &lt; \"x\" 'y' 'z' &unknown; &#0; &#1114112;"] },
    },
    {
      name: 'control characters, also as entities',
      give: { body: JSON.stringify({ message: 'a\u001b[31mb\nc&#27;[0m&#10;::error::d' }) },
      want: { shape: 'message', texts: ['ab c ::error::d'] },
    },
    {
      name: 'a redirect, without what follows its path',
      give: {
        status: 302,
        type: 'text/html',
        body: '<html><body>You are being <a href="x">redirected</a>.</body></html>',
        location: 'https://user:secret@sso.example.test/login?token=secret#secret',
      },
      want: {
        shape: 'html',
        texts: ['You are being redirected .'],
        location: 'https://sso.example.test/login',
      },
    },
    {
      name: 'a relative redirect',
      give: { status: 301, body: '', location: '/users/sign_in?secret' },
      want: { shape: 'none', texts: [], location: '/users/sign_in' },
    },
    {
      name: 'a Location where none belongs',
      give: { status: 400, body: '', location: 'https://example.test/' },
      want: { shape: 'none', texts: [] },
    },
  ];

  test.each(cases)('reads $name', ({ give, want }) => {
    const refusal = refusalOf(give);
    const { speaker, about } = refusal;
    expect(refusal).toEqual({ status: give.status ?? 400, speaker, about, hints: {}, ...want });
  });

  test('keeps ten texts of 500 characters at most', () => {
    const base = Array.from({ length: 50 }, (_, index) => `${index}${'x'.repeat(1000)}`);

    const { texts } = refusalOf({ body: JSON.stringify({ message: { base } }) });

    expect([texts.length, ...new Set(texts.map((text) => text.length))]).toEqual([10, 500]);
  });

  const hostile: { name: string; body: string | Buffer }[] = [
    { name: 'many opening brackets', body: `<html>${'<'.repeat(200_000)}` },
    { name: 'many scripts without an end', body: `<html>${'<script '.repeat(50_000)}` },
    { name: 'many ampersands', body: JSON.stringify({ message: '&#'.repeat(100_000) }) },
    { name: 'deep lists', body: `{"message":${'['.repeat(5000)}${']'.repeat(5000)}}` },
    { name: 'bytes that are not UTF-8', body: Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3]) },
    { name: 'a byte order mark before JSON', body: '\ufeff{"message":"x"}' },
    { name: 'keys of the prototype', body: '{"message":{"__proto__":["x"],"constructor":["y"]}}' },
  ];

  const longestMs = 1000;

  test.each(hostile)(
    'is fast with $name',
    ({ body }) => {
      expect(refusalOf({ body }).texts.filter((text) => text.length > 500)).toEqual([]);
    },
    longestMs,
  );
});
