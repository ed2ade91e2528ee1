import http from 'node:http';

import { getProxyUrl } from '@actions/http-client/lib/proxy';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createGitLabClient } from '../../src/gitlab/client.js';
import { endpoints } from '../../src/gitlab/endpoints.js';
import { bypassesProxy, proxyProblem } from '../../src/http/proxy.js';
import type { HttpRequest } from '../../src/http/transport.js';
import { parseGitlabUrl, parseProjectAddress, parseRef } from '../../src/inputs/addresses.js';
import { parseRequestHeaders } from '../../src/inputs/tokens-and-headers.js';
import { pipelineAnswer } from './support/honest-answers.js';
import { anyCharacter } from '../support/any-character.js';
import { anyWebUrl } from './support/any-web-url.js';

const urlPiece = fc.constantFrom(
  'https://',
  'http://',
  'HTTPS://',
  'ftp://',
  '//',
  'gitlab.example.com',
  'localhost',
  '127.0.0.1',
  '[::1]',
  '[',
  ':',
  ':8443',
  ':0',
  ':99999',
  '/',
  '/gitlab',
  '/api/v4',
  '/api/v4/',
  '..',
  '/../',
  '%2e%2e',
  '%2F',
  '%',
  '@',
  'user:pass@',
  '?',
  '#',
  '\\',
  ' ',
  'ü',
  '。',
  '\u0000',
);
const urlText = fc.oneof(
  fc.array(urlPiece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  anyWebUrl(),
  fc.string({ unit: anyCharacter }),
);

describe('the input gitlab_url', () => {
  test('of any text is refused, or leads to an API root without user, query and fragment', () => {
    fc.assert(
      fc.property(urlText, (text) => {
        const outcome = parseGitlabUrl(text);
        if (outcome.kind === 'wrong') return;
        const { apiUrl, gitlabUrl } = outcome.value;
        const { protocol, username, password, search, hash, pathname } = apiUrl;
        expect({ username, password, search, hash }).toEqual({
          username: '',
          password: '',
          search: '',
          hash: '',
        });
        expect(['http:', 'https:']).toContain(protocol);
        expect(pathname).toMatch(/\/api\/v4\/$/);
        expect(apiUrl.href).toBe(`${gitlabUrl}/api/v4/`);
        if (!gitlabUrl.endsWith('/api/v4')) expect(parseGitlabUrl(gitlabUrl)).toEqual(outcome);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the input project_id', () => {
  test('of any text is refused, or is one segment below the API root that decodes to it', () => {
    const piece = fc.constantFrom(
      'group',
      'app',
      '/',
      '%2F',
      '%2f',
      '.',
      '..',
      '%2e',
      '-',
      '_',
      '%',
      '%25',
      '?',
      '#',
      '\\',
      ';',
      'ü',
      '42',
      ' ',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.string({ unit: anyCharacter }),
    );
    const apiUrl = new URL('https://example.com/gitlab/api/v4/');
    fc.assert(
      fc.property(text, (given) => {
        const outcome = parseProjectAddress(given);
        if (outcome.kind === 'wrong') return;
        const project = outcome.value;
        const { origin, pathname, search, hash } = endpoints.pipeline(apiUrl, project, 7);
        const [, segment = ''] = /^\/gitlab\/api\/v4\/projects\/([^/]+)\/pipelines\/7$/.exec(pathname) ?? [];
        expect({ origin, search, hash, address: decodeURIComponent(segment) }).toEqual({
          origin: 'https://example.com',
          search: '',
          hash: '',
          address: project.kind === 'id' ? String(project.id) : project.path,
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the input ref', () => {
  test('of any text is refused, or is that text without white space and control characters', () => {
    const piece = fc.constantFrom(
      'refs/heads/',
      'refs/tags/',
      'refs/',
      'main',
      '/',
      '.',
      '..',
      '@{',
      '.lock',
      '-',
      ' ',
      '~',
      '\n',
      '\u007f',
      '🦊',
      'é',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      fc.string({ unit: anyCharacter }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const outcome = parseRef(given);
        if (outcome.kind === 'wrong') return;
        expect(outcome.value).toBe(given.trim());
        expect(outcome.value).toMatch(/^[^\s\u0000-\u001f\u007f~^:?*[\\]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the input request_headers', () => {
  const name = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."abXY019-_.!#$%&'*+^`|~".split('')), minLength: 1, maxLength: 20 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'Cookie', 'X-Access', 'CF-Access-Client-Id'),
  );
  const value = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
    fc.string({ unit: fc.constantFrom('ä', 'ÿ', ':', '\t', 'x'), minLength: 1 }),
  );

  test('that are accepted are sent, each with its value, and nothing else beside ours', async () => {
    const lines = fc.uniqueArray(fc.tuple(name, value), {
      selector: ([key]) => key.toLowerCase(),
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(lines, async (given) => {
        const outcome = parseRequestHeaders(given.map(([key, text]) => `${key}: ${text}`).join('\n'));
        if (outcome.kind === 'wrong') return;
        const sent: HttpRequest[] = [];
        const send = (request: HttpRequest): Promise<never> => {
          sent.push(request);
          return Promise.reject(new Error('enough'));
        };
        const client = createGitLabClient(
          { transport: { send }, clock: { epochMs: () => 0 } },
          {
            connection: {
              apiUrl: new URL('https://x.test/api/v4/'),
              requestTimeoutMs: 1000,
              requestHeaders: outcome.value,
            },
            accessToken: undefined,
          },
        );
        const call = { project: { kind: 'id', id: 42 }, pipelineId: pipelineAnswer.id } as const;
        await expect(client.fetchPipeline(call, new AbortController().signal)).rejects.toThrow('enough');
        const want = given.map(([key, text]): [string, string] => [key.toLowerCase(), text.trim()]);
        expect(Object.entries(sent[0]?.headers ?? {}).sort()).toEqual(
          [...want.filter(([key]) => key !== 'accept'), ['accept', 'application/json']].sort(),
        );
        for (const [key, text] of Object.entries(sent[0]?.headers ?? {})) {
          http.validateHeaderName(key);
          http.validateHeaderValue(key, text);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of any text never make the parser throw, and never put a value into a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const outcome = parseRequestHeaders(`X-Key: TOPSECRET${text}\nTOPSECRET ${text}`);
        if (outcome.kind === 'wrong') expect(JSON.stringify(outcome)).not.toContain('TOPSECRET');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the proxy variables of the environment', () => {
  const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];
  let saved: Readonly<Record<string, string | undefined>> = {};

  beforeAll(() => {
    saved = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  });

  afterAll(() => setAll(saved));

  function setAll(given: Readonly<Record<string, string | undefined>>): void {
    for (const name of names) {
      const value = given[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }

  test('are refused, or used by the HTTP client exactly as they are written', () => {
    const proxy = fc.array(
      fc.constantFrom(
        'http://',
        'https://',
        'HTTP://',
        'socks5://',
        'http:',
        'proxy.test',
        '10.0.0.1',
        '[::1]',
        ':3128',
        'user',
        ':',
        'p%40ss',
        '50%',
        '@',
        '/',
        '',
        ' ',
      ),
      { maxLength: 6 },
    );
    const list = fc.array(
      fc.constantFrom(
        '*',
        'gitlab.test',
        '.test',
        'test',
        '.gitlab.test',
        'lab.test',
        'gitlab.test:443',
        'gitlab.test:80',
        ',',
        ' ',
        ', ',
        'GitLab.TEST',
        'other',
        '*.test',
        '',
      ),
      { maxLength: 4 },
    );
    const joined = (pieces: fc.Arbitrary<string[]>): fc.Arbitrary<string> =>
      pieces.map((all) => all.join(''));
    const environment = fc.record(
      Object.fromEntries(
        names.map((name) => [name, joined(/^no/i.test(name) ? list.map((all) => [all.join(',')]) : proxy)]),
      ),
      { requiredKeys: [] },
    );
    const target = fc.constantFrom(
      'https://gitlab.test/',
      'http://gitlab.test/',
      'http://gitlab.test:8080/',
      'http://localhost:1/',
      'http://127.0.0.1/',
      'http://[::1]/',
    );
    fc.assert(
      fc.property(environment, target, (given, address) => {
        const env: Readonly<Record<string, string | undefined>> = given;
        setAll(env);
        const url = new URL(address);
        const problem = proxyProblem(env, url);
        const used = clientProxy(url);
        if (problem === undefined) {
          const isDirect = used === undefined;
          const secure = url.protocol === 'https:';
          const written = (
            secure ? [env.https_proxy, env.HTTPS_PROXY] : [env.http_proxy, env.HTTP_PROXY]
          ).find((value) => (value ?? '') !== '');
          // Direct is right only without a proxy, or past it.
          const isPast = bypassesProxy(env, url);
          if (isDirect && written !== undefined) expect(isPast).toBe(true);
          // What the client knows of no_proxy we know, too.
          setAll({ ...env, http_proxy: 'http://proxy.test', https_proxy: 'http://proxy.test' });
          if (clientProxy(url) === undefined) expect(isPast).toBe(true);
          if (!isDirect && !isPast) {
            expect(['http:', 'https:']).toContain(used.protocol);
            expect(used.hostname).not.toBe('');
          }
        } else {
          expect(problem.why).not.toMatch(/p%40ss|50%|user\b(?! name)/);
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Where the HTTP client would send a request; `undefined` for directly, with or without reason. */
  function clientProxy(url: URL): URL | undefined {
    try {
      return getProxyUrl(url);
    } catch {
      return undefined;
    }
  }
});
