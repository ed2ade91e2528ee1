import type { ReceiverRequest } from '../model/requests.js';

/** A Node module that starts the pipeline for every valid call. */
export function receiverSnippet(request: ReceiverRequest): string {
  const lines = request.kind === 'webhook' ? webhookLines(request) : botLines(request);
  return `${lines.join('\n')}\n`;
}

const imports = (library: string): readonly string[] => [
  `import { createHmac, timingSafeEqual } from 'node:crypto';`,
  `import { readFileSync } from 'node:fs';`,
  `import { createServer } from 'node:http';`,
  `import { ${library} } from '@OWNER/gitlab-trigger';`,
  '',
  `const secretIn = (file) => readFileSync(file, 'utf8').trim();`,
];

function settings({ options, variables, allowed, secretsFolder }: ReceiverRequest): readonly string[] {
  return [
    `const pipeline = ${literal(options)};`,
    `const fixed = ${literal(variables)};`,
    `const allowed = new Map(Object.entries(${literal(allowed)}));`,
    `const token = secretIn('${secretsFolder}/token');`,
  ];
}

const limits = ['const [maxBytes, maxAgeMs, startMs] = [65_536, 300_000, Date.now()];'];

const bodyReader = [
  'async function bodyOf(request) {',
  '  const chunks = [];',
  '  let size = 0;',
  '  for await (const chunk of request.iterator({ destroyOnReturn: false })) {',
  '    size += chunk.length;',
  '    if (size > maxBytes) return undefined;',
  '    chunks.push(chunk);',
  '  }',
  '  return Buffer.concat(chunks);',
  '}',
  '',
];

const freshness = [
  '  const sentMs = /^\\d{1,12}$/.test(sent) ? Number(sent) * 1000 : 0;',
  `  if (Math.abs(Date.now() - sentMs) > maxAgeMs || sentMs < startMs) return [401, 'not fresh: send it again'];`,
  '  for (const [old, ms] of seen) if (Date.now() - ms > 2 * maxAgeMs) seen.delete(old);',
];

const server = (failure: string): readonly string[] => [
  'const server = createServer({ requestTimeout: 10_000 }, async (request, response) => {',
  `  const [status, text] = await answerTo(request).catch(() => [400, '${failure}']);`,
  `  response.writeHead(status, { connection: 'close' }).end(text);`,
  '});',
  `server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1');`,
];

function webhookLines(request: ReceiverRequest): readonly string[] {
  return [
    '// Starts a pipeline for each signed delivery (Standard Webhooks). Put a proxy with TLS in front of it.',
    ...imports('UnreachableError, triggerPipeline'),
    ...settings(request),
    `const key = Buffer.from(secretIn('${request.secretsFolder}/webhook-secret').replace(/^whsec_/, ''), 'base64');`,
    `if (key.length < 24) throw new Error('The secret of the webhook is too short');`,
    ...limits,
    'const seen = new Map();',
    '',
    ...bodyReader,
    'async function answerTo(request) {',
    '  const body = await bodyOf(request);',
    `  if (body === undefined) return [413, 'too large'];`,
    `  const [id, sent, given] = ['id', 'timestamp', 'signature'].map((name) => request.headers[\`webhook-\${name}\`] ?? '');`,
    "  const want = createHmac('sha256', key).update(`${id}.${sent}.`).update(body).digest();",
    "  const signatures = given.split(' ').map((text) => Buffer.from(text.replace(/^v1,/, ''), 'base64'));",
    '  const isSigned = signatures.some((each) => each.length === want.length && timingSafeEqual(each, want));',
    `  if (!isSigned || !/^[\\w-]+$/.test(id)) return [401, 'not signed'];`,
    ...freshness,
    `  if (seen.has(id)) return [409, 'seen before'];`,
    '  const { variables = {} } = JSON.parse(body.toString());',
    '  const isAllowed = ([name, value]) => allowed.get(name)?.includes(value) === true;',
    `  if (!Object.entries(variables).every(isAllowed)) return [400, 'a variable or its value is not allowed'];`,
    '  seen.set(id, Date.now());',
    '  try {',
    '    const started = await triggerPipeline({ ...pipeline, token, variables: { ...fixed, ...variables } });',
    "    return [201, started.webUrl ?? ''];",
    '  } catch (error) {',
    '    console.error(error.message);',
    `    // Certainly nothing was started: the sender may deliver it again.`,
    `    if (error instanceof UnreachableError && error.code !== 'start_uncertain') seen.delete(id);`,
    `    return [502, 'not started, or unknown'];`,
    '  }',
    '}',
    '',
    ...server('not read'),
  ];
}

function botLines(request: ReceiverRequest): readonly string[] {
  return [
    '// The command "/gitlab run REF [NAME=VALUE ...]" of a Slack app. Put a proxy with TLS in front of it.',
    ...imports('triggerPipeline'),
    ...settings(request),
    `const refs = new Set(${literal(request.refs)});`,
    `const people = new Set(${literal(request.people)});`,
    `const key = secretIn('${request.secretsFolder}/slack-signing-secret');`,
    `if (key.length < 24) throw new Error('The signing secret is too short');`,
    ...limits,
    'const seen = new Map();',
    '',
    ...bodyReader,
    'async function answerTo(request) {',
    '  const body = await bodyOf(request);',
    `  if (body === undefined) return [413, 'too large'];`,
    `  const [sent, given] = ['request-timestamp', 'signature'].map((name) => request.headers[\`x-slack-\${name}\`] ?? '');`,
    "  const want = createHmac('sha256', key).update(`v0:${sent}:`).update(body).digest();",
    "  const signature = Buffer.from(given.replace(/^v0=/, ''), 'hex');",
    '  const isSigned = signature.length === want.length && timingSafeEqual(signature, want);',
    `  if (!isSigned) return [401, 'not signed'];`,
    ...freshness,
    `  const mark = want.toString('hex');`,
    `  if (seen.has(mark)) return [409, 'seen before'];`,
    '  seen.set(mark, Date.now());',
    '  const form = new URLSearchParams(body.toString());',
    "  if (!people.has(`${form.get('team_id')}/${form.get('user_id')}`)) return [200, 'You may not start pipelines here.'];",
    "  const [verb, ref, ...words] = (form.get('text') ?? '').trim().split(/\\s+/);",
    "  const usage = `Write: run ${[...refs].join('|')} ${[...allowed].map(([name, values]) => `[${name}=${values.join('|')}]`).join(' ')}`;",
    '  const variables = Object.fromEntries(words.map((word) => word.split(/=(.*)/s, 2)));',
    '  const isAllowed = ([name, value]) => allowed.get(name)?.includes(value) === true;',
    `  if (verb !== 'run' || !refs.has(ref) || !Object.entries(variables).every(isAllowed)) return [200, usage];`,
    `  void start(form.get('response_url') ?? '', { ...pipeline, ref, token, variables: { ...fixed, ...variables } });`,
    '  return [200, `Starting ${ref} …`];',
    '}',
    '',
    '// Slack waits three seconds for an answer; what became of it comes later.',
    'async function start(replyTo, options) {',
    '  const words = await triggerPipeline(options).then(',
    '    ({ id, webUrl }) => `Started pipeline ${id}: ${webUrl}`,',
    '    (error) => `Not started, or unknown: ${error.code}`,',
    '  );',
    "  if (!replyTo.startsWith('https://hooks.slack.com/')) return;",
    `  const body = JSON.stringify({ response_type: 'in_channel', text: words });`,
    `  const headers = { 'content-type': 'application/json' };`,
    `  await fetch(replyTo, { method: 'POST', headers, body }).catch((error) => console.error(error.message));`,
    '}',
    '',
    ...server('not read'),
  ];
}

/** A value as a person would write it in JavaScript. */
function literal(value: unknown): string {
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${nameOf(name)}: ${literal(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** `__proto__` would not be a member. */
function nameOf(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}

function textLiteral(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
