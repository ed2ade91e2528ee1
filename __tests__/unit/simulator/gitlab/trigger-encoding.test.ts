import { describe, expect, test } from '@jest/globals';

import { createWorld, pick, scenario, shortScript, type Sent } from './support/world.js';

const path = '/projects/42/trigger/pipeline';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

function multipart(fields: readonly (readonly [string, string])[]): Sent {
  const parts = fields.map(
    ([name, value]) => `--b0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b0' },
    body: `${parts.join('')}--b0--\r\n`,
  };
}

describe('one trigger request in every encoding', () => {
  test.each([
    {
      name: 'query',
      target: `${path}?token=trigger&ref=main&variables[A]=1%262&variables%5BB%5D=x+y`,
      sent: {},
    },
    {
      name: 'form',
      target: path,
      sent: { headers: form, body: 'token=trigger&ref=main&variables[A]=1%262&variables[B]=x%20y' },
    },
    {
      name: 'JSON',
      target: path,
      sent: { body: { token: 'trigger', ref: 'main', variables: { A: '1&2', B: 'x y' } } },
    },
    {
      name: 'multipart',
      target: path,
      sent: multipart([
        ['token', 'trigger'],
        ['ref', 'main'],
        ['variables[A]', '1&2'],
        ['variables[B]', 'x y'],
      ]),
    },
    {
      name: 'token in the query, the rest as JSON',
      target: `${path}?token=trigger`,
      sent: { body: { ref: 'main', variables: { A: '1&2', B: 'x y' } } },
    },
  ])('is the same as $name', ({ target, sent }) => {
    const world = createWorld();
    expect(world.send('POST', target, sent).status).toBe(201);
    const { TRIGGER_PAYLOAD: payload = '', ...variables } = world.gitlab.pipelines()[0]?.variables ?? {};
    expect(variables).toEqual({ A: '1&2', B: 'x y' });
    expect(JSON.parse(payload)).toEqual({ id: '42', ref: 'main', variables: { A: '1&2', B: 'x y' } });
  });

  test('keeps line ends and bytes in multipart', () => {
    const world = createWorld();
    const value = 'one\r\ntwo\n–ü';
    world.send(
      'POST',
      path,
      multipart([
        ['token', 'trigger'],
        ['ref', 'main'],
        ['variables[A]', value],
      ]),
    );
    expect(world.gitlab.pipelines()[0]?.variables.A).toBe(value);
  });

  test('is a form without a content type', () => {
    expect(createWorld().send('POST', path, { body: 'token=trigger&ref=main' }).status).toBe(201);
  });

  test('gets JSON also with Accept: text/html', () => {
    const { headers } = createWorld().send('POST', path, { headers: { accept: 'text/html' } });
    expect(headers['content-type']).toBe('application/json');
  });

  test('puts undeclared parameters into the payload and does not fail', () => {
    const world = createWorld();
    world.trigger({ mark: 'abc' });
    expect(JSON.parse(world.gitlab.pipelines()[0]?.variables.TRIGGER_PAYLOAD ?? '')).toEqual({
      id: '42',
      ref: 'main',
      mark: 'abc',
    });
  });
});

describe('the ref in the path', () => {
  test.each([
    { give: '/projects/42/ref/feature%2Fx/trigger/pipeline', want: 'feature/x' },
    { give: '/projects/42/ref/feature/x/trigger/pipeline', want: 'feature/x' },
    { give: '/projects/42/ref/refs%2Fheads%2Fv1.0/trigger/pipeline', want: 'v1.0' },
    { give: '/projects/group%2Fapp/ref/main/trigger/pipeline?ref=other', want: 'main' },
  ])('$give takes precedence over the body', ({ give, want }) => {
    const refs = ['main', 'feature/x', 'v1.0'].map((name) => ({ name }));
    const { status, body } = createWorld(scenario({ refs })).send('POST', give, {
      body: { token: 'trigger', ref: 'body' },
    });
    expect([status, pick(body, 'ref')]).toEqual([201, want]);
  });
});

describe('an unreadable body', () => {
  test.each(['text/plain', 'application/xml'])('of %s is a 415', (contentType) => {
    const { status, body } = createWorld().send('POST', path, {
      headers: { 'content-type': contentType },
      body: 'x',
    });
    expect({ status, body }).toEqual({
      status: 415,
      body: { error: `The provided content-type '${contentType}' is not supported.` },
    });
  });

  test('of malformed JSON is a 400 whose text has several lines', () => {
    const { status, body } = createWorld().send('POST', path, { headers: json, body: '{"ref":' });
    expect(status).toBe(400);
    expect(pick(body, 'error')).toMatch(/message body does not match declared format\n/);
  });

  test.each(['', '[]', '["ref"]'])('of the JSON %j counts as no parameters', (body) => {
    expect(createWorld().send('POST', path, { headers: json, body })).toMatchObject({
      status: 400,
      body: { error: 'ref is missing, ref is empty, token is missing' },
    });
  });
});

describe('the variables and inputs of a trigger', () => {
  const invalid = { status: 400, body: { error: 'variables is invalid' } };
  const notStrings = {
    status: 400,
    body: { message: 'variables needs to be a map of key-valued strings' },
  };

  test.each([
    { give: 'text', want: invalid },
    { give: '', want: invalid },
    { give: '{"A":"1"}', want: invalid },
    { give: [], want: invalid },
    { give: [{ key: 'A', value: '1' }], want: invalid },
    { give: null, want: { status: 201 } },
    { give: {}, want: { status: 201 } },
    { give: { A: '' }, want: { status: 201 } },
    { give: { A: 1 }, want: notStrings },
    { give: { A: true }, want: notStrings },
    { give: { A: null }, want: notStrings },
    { give: { A: ['1'] }, want: notStrings },
    { give: { A: { B: '1' } }, want: notStrings },
  ])('as variables $give in JSON', ({ give, want }) => {
    expect(createWorld().trigger({ variables: give })).toMatchObject(want);
  });

  test.each([
    { give: 'variables=text', want: invalid },
    { give: 'variables=', want: invalid },
    { give: 'variables[]=x', want: invalid },
    { give: 'variables={"A":"1"}', want: invalid },
    { give: 'variables[A]', want: notStrings },
    { give: 'variables[A]=', want: { status: 201 } },
  ])('$give in a form', ({ give, want }) => {
    const sent = { headers: form, body: `token=trigger&ref=main&${give}` };
    expect(createWorld().send('POST', path, sent)).toMatchObject(want);
  });

  test('refuse inputs that are no map', () => {
    expect(createWorld().trigger({ inputs: 'text' })).toMatchObject({
      status: 400,
      body: { error: 'inputs is invalid' },
    });
  });

  const inputs = {
    env: { type: 'string', default: 'prod' },
    count: { type: 'number' },
    dry: { type: 'boolean' },
    hosts: { type: 'array' },
  } as const;

  test.each([
    {
      name: 'JSON with real types',
      sent: {
        body: { token: 'trigger', ref: 'main', inputs: { count: 3, dry: true, hosts: ['a'] } },
      },
    },
    {
      name: 'a form with JSON texts',
      sent: {
        headers: form,
        body: 'token=trigger&ref=main&inputs[count]=3&inputs[dry]=true&inputs[hosts]=["a"]',
      },
    },
  ])('accept inputs as $name with their types and defaults', ({ sent }) => {
    const world = createWorld(scenario({ ci: { kind: 'valid', script: shortScript, inputs } }));
    expect(world.send('POST', path, sent).status).toBe(201);
    expect(world.gitlab.pipelines()[0]?.inputs).toEqual({
      env: 'prod',
      count: 3,
      dry: true,
      hosts: ['a'],
    });
  });

  test('determine the script', () => {
    const world = createWorld(
      scenario({
        ci: {
          kind: 'valid',
          inputs: { name: { type: 'string' } },
          script: ({ ref, variables, inputs: given }) => ({
            name: `${ref} ${variables.A ?? ''} ${String(given.name)}`,
            ...shortScript,
          }),
        },
      }),
    );
    world.trigger({ variables: { A: '1' }, inputs: { name: 'x' } });
    expect(world.gitlab.pipelines()[0]?.name).toBe('main 1 x');
  });
});
