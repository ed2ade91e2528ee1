// @ts-check
// Buildkite's API in miniature: it hands an agent one job after the other, and keeps what the agent says of
// them.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {object} Job
 * @property {string} id
 * @property {Readonly<Record<string, string>>} env
 * @property {string} state in Buildkite's own word
 * @property {string} log
 * @property {readonly { style?: string, body?: string }[]} annotations
 * @property {string} exitStatus once it has finished
 * @property {() => void} cancel
 */

/**
 * @typedef {object} Buildkite
 * @property {string} endpoint
 * @property {ReadonlyMap<string, string>} metaData of the build
 * @property {(env: Readonly<Record<string, string>>, onLog?: (job: Job) => void) => Promise<Job>} run
 *   a job to its end
 * @property {() => void} end sends the agent home
 * @property {() => void} close
 */

/** @returns {Promise<Buildkite>} */
export async function startBuildkite() {
  /** @type {Map<string, { job: Job, onLog: (job: Job) => void, finish: (job: Job) => void }>} */
  const jobs = new Map();
  /** @type {Map<string, string>} */
  const metaData = new Map();
  let isOver = false;

  /**
   * @param {string} place method and path
   * @param {Buffer} bytes
   * @returns {object | undefined} `undefined` for 404
   */
  function answer(place, bytes) {
    if (place === 'POST /register') {
      const intervals = { ping_interval: 1, job_status_interval: 1, heartbeat_interval: 60 };
      return { id: 'agent', name: 'agent', access_token: 'of-the-agent', endpoint, ...intervals };
    }
    if (place === 'GET /ping') return ping();
    if (/^POST \/(?:connect|disconnect|heartbeat)$/.test(place)) return {};
    const [, method, id = '', rest = ''] = /^(\w+) \/jobs\/([^/]+)(.*)$/.exec(place) ?? [];
    const found = jobs.get(id);
    if (found === undefined) return undefined;
    return method === 'GET' && rest === '' ? { state: found.job.state } : tell(found, rest, bytes);
  }

  function ping() {
    if (isOver) return { action: 'disconnect' };
    const next = [...jobs.values()].find(({ job }) => job.state === 'assigned');
    return next === undefined ? {} : { job: viewOf(next.job) };
  }

  /**
   * @param {{ job: Job, onLog: (job: Job) => void, finish: (job: Job) => void }} found
   * @param {string} rest of the path
   * @param {Buffer} bytes
   * @returns {object | undefined}
   */
  function tell({ job, onLog, finish }, rest, bytes) {
    if (rest === '/chunks') {
      job.log += gunzipSync(bytes).toString('utf8');
      onLog(job);
      return {};
    }
    /** @type {unknown} */
    const parsed = bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : {};
    const body = /** @type {Record<string, string | undefined>} */ (parsed);
    const { key = '', value = '' } = body;
    switch (rest) {
      case '/accept': {
        job.state = 'accepted';
        return viewOf(job);
      }
      case '/start': {
        job.state = 'running';
        return {};
      }
      case '/finish': {
        job.exitStatus = body.exit_status ?? '';
        job.state = 'finished';
        finish(job);
        return {};
      }
      case '/header_times': {
        return {};
      }
      case '/annotations': {
        job.annotations = [...job.annotations, body];
        return {};
      }
      case '/data/set': {
        metaData.set(key, value);
        return {};
      }
      case '/data/exists': {
        return { exists: metaData.has(key) };
      }
      case '/data/get': {
        return metaData.has(key) ? { key, value: metaData.get(key) } : undefined;
      }
      default: {
        return undefined;
      }
    }
  }

  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    request.on('end', () => {
      const [path] = (request.url ?? '').split('?');
      const told = answer(`${request.method} ${path}`, Buffer.concat(chunks));
      response.writeHead(told === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(told ?? { message: 'Not Found' }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  return {
    endpoint,
    metaData,
    run: async (env, onLog = () => undefined) =>
      await new Promise((resolve) => {
        const id = `job-${jobs.size + 1}`;
        /** @type {Job} */
        const job = { id, env, state: 'assigned', log: '', annotations: [], exitStatus: '', cancel };
        function cancel() {
          job.state = 'canceled';
        }
        jobs.set(id, { job, onLog, finish: resolve });
      }),
    end: () => {
      isOver = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {Job} job */
function viewOf({ id, env, state }) {
  return { id, env: { ...env, BUILDKITE_JOB_ID: id }, state, chunks_max_size_bytes: 102_400 };
}
