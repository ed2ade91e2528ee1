// @ts-check
// How long until GitLab hears from us? Time from the start of a process to the arrival of its POST, over TLS
// on loopback, for this action, for bare Node with https.request, and for curl; the runs take turns, so that
// a busy machine is busy for all of them.
//
//   node bench/startup.js [runs]        default: 40 runs each
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { throwAwayCertificate } from './throw-away-certificate.js';

const root = path.dirname(import.meta.dirname);
const runs = Number(process.argv[2] ?? '40');
const body = JSON.stringify({ token: 'glptt-bench', ref: 'main' });

const { key, cert } = throwAwayCertificate();
const folder = await mkdtemp(path.join(tmpdir(), 'bench-startup-'));
const certFile = path.join(folder, 'ca.pem');
await writeFile(certFile, cert);

/** @type {(arrivedMs: number) => void} */
let onArrival = () => undefined;
const server = https.createServer({ key, cert }, (request, response) => {
  const arrivedMs = performance.now();
  request.resume().on('end', () => {
    onArrival(arrivedMs);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 1,
        iid: 1,
        project_id: 1,
        sha: '0'.repeat(40),
        ref: 'main',
        status: 'created',
        web_url: 'https://x/1',
      }),
    );
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('the server has no port');
const origin = `https://localhost:${address.port}`;
const url = `${origin}/api/v4/projects/1/trigger/pipeline`;

const bare = path.join(folder, 'bare.cjs');
await writeFile(
  bare,
  `const https = require('node:https');
const body = ${JSON.stringify(body)};
const request = https.request(${JSON.stringify(url)}, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => response.resume());
request.end(body);
`,
);

const environment = { PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: certFile };
const contestants = [
  {
    name: 'this action',
    command: process.execPath,
    args: [path.join(root, 'dist', 'trigger.js')],
    env: {
      ...environment,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: path.join(folder, 'output'),
      GITHUB_STATE: path.join(folder, 'state'),
      INPUT_GITLAB_URL: origin,
      INPUT_PROJECT_ID: '1',
      INPUT_REF: 'main',
      INPUT_TOKEN: 'glptt-bench',
    },
  },
  { name: 'bare Node', command: process.execPath, args: [bare], env: environment },
  {
    name: 'curl',
    command: 'curl',
    args: ['-sS', '--cacert', certFile, '-H', 'content-type: application/json', '-d', body, url],
    env: environment,
  },
];
await writeFile(path.join(folder, 'output'), '');
await writeFile(path.join(folder, 'state'), '');

/** @type {Map<string, number[]>} */
const spans = new Map(contestants.map(({ name }) => [name, []]));
for (let run = 0; run < runs + 2; run += 1) {
  for (const { name, command, args, env } of contestants) {
    const spanMs = await measure(command, args, env);
    // The first two rounds only warm the file cache.
    if (run >= 2) spans.get(name)?.push(spanMs);
  }
}
server.closeAllConnections();
server.close();
await rm(folder, { recursive: true, force: true });

const median = (/** @type {number[]} */ values) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
const bareMs = median(spans.get('bare Node') ?? []);
console.log(
  `Node ${process.version}, ${runs} runs each, median (fastest) from process start to the POST arriving`,
);
for (const [name, values] of spans) {
  const middle = median(values);
  const row = [
    name.padEnd(12),
    `${middle.toFixed(1)} ms`.padStart(9),
    `(${Math.min(...values).toFixed(1)} ms)`.padStart(11),
  ];
  console.log(`${row.join('  ')}  ${(middle / bareMs).toFixed(2)} × bare Node`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>} milliseconds from the start of the process to the arrival of its request
 */
function measure(command, args, env) {
  return new Promise((resolve, reject) => {
    /** @type {number | undefined} */
    let arrived;
    onArrival = (arrivedMs) => {
      arrived = arrivedMs;
    };
    const startMs = performance.now();
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (printed += chunk.toString()));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (printed += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 || arrived === undefined) reject(new Error(`${command} ended with ${code}: ${printed}`));
      else resolve(arrived - startMs);
    });
  });
}
