import { describe, expect, test } from '@jest/globals';

import { type GitLabClient, createGitLabClient } from '../../../src/gitlab/client.js';
import type { HttpRequest, HttpResponse } from '../../../src/http/transport.js';

const job = { project: { kind: 'id', id: 42 }, jobId: 7 } as const;
const { signal } = new AbortController();
const attachment = { 'content-disposition': 'attachment; filename="a.env"' };

/** A client whose server answers everything with this. */
function clientOf(headers: Readonly<Record<string, string>>, text: string): GitLabClient {
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    const head = { status: 200, headers };
    if (request.sink?.accepts(head) !== true) return Promise.resolve({ ...head, body: Buffer.from(text) });
    if (text !== '') request.sink.write(Buffer.from(text));
    return Promise.resolve({ ...head, body: Buffer.alloc(0) });
  };
  return createGitLabClient(
    { transport: { send }, clock: { epochMs: () => 0 } },
    {
      connection: {
        apiUrl: new URL('https://gitlab.example.com/api/v4/'),
        requestTimeoutMs: 1000,
        requestHeaders: [],
      },
      accessToken: undefined,
    },
  );
}

async function filesOf(headers: Readonly<Record<string, string>>, text: string) {
  const client = clientOf(headers, text);
  const held = await client.fetchArtifactFile({ ...job, path: 'a.env', maxBytes: 1000 }, signal);
  const chunks: Buffer[] = [];
  const sink = { begin: () => undefined, write: (chunk: Buffer) => void chunks.push(chunk), maxBytes: 1000 };
  const streamed = await client.streamArtifactFile({ ...job, path: 'a.env' }, sink, signal);
  return { held, streamed, written: Buffer.concat(chunks).toString() };
}

describe('a single file of artifacts', () => {
  test.each<{ name: string; headers: Readonly<Record<string, string>>; text: string }>([
    { name: 'a text', headers: { 'content-type': 'text/plain' }, text: 'Access denied by policy 1234\n' },
    {
      name: 'a text that looks like values',
      headers: { 'content-type': 'text/plain' },
      text: 'error=denied\n',
    },
    { name: 'nothing', headers: { 'content-type': 'text/plain' }, text: '' },
    { name: 'no type at all', headers: {}, text: 'TAG=1\n' },
    { name: 'bytes', headers: { 'content-type': 'application/octet-stream' }, text: 'TAG=1\n' },
    {
      name: 'a text to look at',
      headers: { 'content-type': 'text/plain', 'content-disposition': 'inline; filename="attachment"' },
      text: 'TAG=1\n',
    },
    {
      name: 'a text offered in no known way',
      headers: { 'content-type': 'text/plain', 'content-disposition': 'attachment-like' },
      text: 'TAG=1\n',
    },
    { name: 'a page', headers: { 'content-type': 'text/html' }, text: '<html><title>Sign in</title></html>' },
  ])('is not $name of another server', async ({ headers, text }) => {
    const { held, streamed, written } = await filesOf(headers, text);
    expect([held, streamed, written]).toMatchObject([{ kind: 'unreadable' }, { kind: 'unreadable' }, '']);
  });

  test.each<{ name: string; headers: Readonly<Record<string, string>>; text: string }>([
    { name: 'a text', headers: { ...attachment, 'content-type': 'text/plain' }, text: 'TAG=1\n' },
    { name: 'a page', headers: { ...attachment, 'content-type': 'text/html' }, text: '<html></html>' },
    { name: 'JSON', headers: { ...attachment, 'content-type': 'application/json' }, text: '{}' },
    { name: 'empty', headers: attachment, text: '' },
    { name: 'written in capitals', headers: { 'content-disposition': 'ATTACHMENT' }, text: 'TAG=1\n' },
  ])('may be $name, as GitLab offers it', async ({ headers, text }) => {
    const { held, streamed, written } = await filesOf(headers, text);
    expect([held, streamed, written]).toMatchObject([
      { kind: 'ok', value: Buffer.from(text) },
      { kind: 'ok', value: { bytes: text.length } },
      text,
    ]);
  });

  test('is told what it lacks', async () => {
    const { held } = await filesOf({ 'content-type': 'text/plain' }, 'no');
    expect(held).toMatchObject({
      why: 'the body is not a file of artifacts: GitLab says Content-Disposition: attachment with it',
    });
  });
});

describe('a file of the repository', () => {
  const fetchFile = (headers: Readonly<Record<string, string>>, text: string) =>
    clientOf(headers, text).fetchFile(
      { project: { kind: 'id', id: 42 }, ref: 'main', path: 'ci/.gitlab-ci.yml' },
      signal,
    );
  const text = { 'content-type': 'text/plain' };

  test.each<{ name: string; headers: Readonly<Record<string, string>> }>([
    { name: 'by its name', headers: { 'content-disposition': 'inline; filename=".gitlab-ci.yml"' } },
    { name: 'by a name in UTF-8 only', headers: { 'content-disposition': "inline; filename*=UTF-8''a.yml" } },
    {
      name: 'as an attachment, by what Workhorse finds out',
      headers: { 'content-disposition': 'attachment; filename=".gitlab-ci.yml"' },
    },
    { name: 'by its path', headers: { 'x-gitlab-file-path': 'ci/.gitlab-ci.yml' } },
  ])('is known $name', async ({ headers }) => {
    expect(await fetchFile({ ...text, ...headers }, 'a: 1\n')).toMatchObject({ kind: 'ok', value: 'a: 1\n' });
  });

  test.each<{ name: string; headers: Readonly<Record<string, string>>; body: string }>([
    { name: 'a text', headers: text, body: 'OK' },
    { name: 'nothing', headers: text, body: '' },
    { name: 'JSON', headers: { 'content-type': 'application/json' }, body: '{"status":"ok"}' },
    { name: 'a text to look at', headers: { ...text, 'content-disposition': 'inline' }, body: 'OK' },
  ])('is not $name of another server', async ({ headers, body }) => {
    expect(await fetchFile(headers, body)).toMatchObject({
      kind: 'unreadable',
      why: 'it does not name the file, as GitLab does (Content-Disposition)',
    });
  });
});

describe('an archive', () => {
  test('may come from a storage that says nothing about it', async () => {
    const sink = { begin: () => undefined, write: () => undefined, maxBytes: 1000 };
    const client = clientOf({ 'content-type': 'application/octet-stream' }, 'PK');
    expect(await client.streamArchive(job, sink, signal)).toMatchObject({ kind: 'ok', value: { bytes: 2 } });
  });
});
