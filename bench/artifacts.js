// @ts-check
// How fast are artifacts downloaded and unpacked, and in how much memory? The real action from dist/ takes an
// archive over loopback, beside
// `curl | bsdtar` with the same archive from the same server, in one run. This process serves the simulated
// GitLab.
//
//   node bench/artifacts.js [MB of the archive] [runs] [path of a node]        default: 1000 3 and the node
// that runs this; two minutes
import { spawn, spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

import yazl from 'yazl';

/** @import * as Clocks from '../src/base/clock.js' */
/** @import * as Servers from '../src/simulator/gitlab/wire/server.js' */
/** @import * as GitLabs from '../src/simulator/gitlab/simulated-gitlab.js' */
/** @import * as Runners from '../src/simulator/runner/runner.js' */
/** @import { Scenario } from '../src/simulator/gitlab/state/scenario.js' */
/** @typedef {typeof Clocks & typeof Servers & typeof GitLabs & typeof Runners} Simulator */
/** @typedef {{ seconds: number, peakMb?: number | undefined }} Run */

const root = path.dirname(import.meta.dirname);
const archiveMb = Number(process.argv[2] ?? '1000');
const runs = Number(process.argv[3] ?? '3');
/** Runs the action, and nothing else. */
const nodePath = process.argv[4] ?? process.execPath;
const goalRatio = 0.7;
const goalMb = 120;
const accessToken = 'glpat-bench-0123456789';
/**
 * Makes what is for nobody to compress, and what shrinks to about a quarter, half of the archive each; and
 * some small files.
 */
const pieceBytes = 1024 * 1024;
const smallFiles = 2000;

/** The simulator, compiled for this run. @param {string} outDir @returns {Promise<Simulator>} */
async function compileSimulator(outDir) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', outDir];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
  const simulator = /** @type {Simulator} */ ({});
  const files = [
    'base/clock',
    'simulator/gitlab/wire/server',
    'simulator/gitlab/simulated-gitlab',
    'simulator/runner/runner',
  ];
  for (const file of files) {
    /** @type {unknown} */
    const loaded = await import(pathToFileURL(path.join(outDir, `${file}.js`)).href);
    Object.assign(simulator, loaded);
  }
  return simulator;
}

/** So many random bytes. @param {number} bytes */
function* noise(bytes) {
  for (let rest = bytes; rest > 0; rest -= pieceBytes)
    yield randomFillSync(Buffer.allocUnsafe(Math.min(pieceBytes, rest)));
}

/**
 * Lines as a log or a map of sources has them: numbers and words, no two lines alike. @param {number} bytes
 */
function* text(bytes) {
  const words = [
    'request',
    'handled',
    'module',
    'export',
    'const',
    'return',
    'value',
    'index',
    'error',
    'warning',
  ];
  let seed = 1;
  for (let rest = bytes; rest > 0;) {
    let lines = '';
    while (lines.length < pieceBytes) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      lines += `${seed} ${words[seed % 10]} ${words[(seed >>> 8) % 10]} at ${seed % 1000}:${seed % 80} ${(seed >>> 4).toString(16)}\n`;
    }
    const piece = Buffer.from(lines.slice(0, rest));
    rest -= piece.length;
    yield piece;
  }
}

/**
 * As GitLab's runner writes it: deflated, sizes and checksums behind each file. Half of it is noise. @param
 * {string} file
 */
async function makeArchive(file) {
  const zip = new yazl.ZipFile();
  const half = (archiveMb * 1e6) / 2;
  const parts = 8;
  for (let part = 0; part < parts; part += 1) {
    zip.addReadStreamLazy(`dist/noise-${part}.bin`, { compressionLevel: 1 }, (done) =>
      done(null, Readable.from(noise(half / parts))),
    );
    zip.addReadStreamLazy(`maps/lines-${part}.txt`, { compressionLevel: 1 }, (done) =>
      done(null, Readable.from(text((half / parts) * 2.6))),
    );
  }
  for (let index = 0; index < smallFiles; index += 1) {
    zip.addBuffer(Buffer.from(`file ${index}\n`.repeat(50)), `small/${index % 40}/file-${index}.txt`);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return (await stat(file)).size;
}

/** @param {string} file @param {number} bytes @returns {Scenario} */
function scenarioOf(file, bytes) {
  /** @param {number} start @returns {AsyncIterable<Buffer>} */
  const open = (start) => createReadStream(file, { start, highWaterMark: 256 * 1024 });
  const artifacts = [
    { fileType: 'archive', filename: 'artifacts.zip', archive: { name: 'bench', bytes, open } },
  ];
  const script = { jobs: [{ name: 'build', durationMs: 1, artifacts }] };
  return {
    users: [{ username: 'ada' }],
    projects: [
      {
        id: 42,
        path: 'group/app',
        members: { ada: 'maintainer' },
        refs: [{ name: 'main' }],
        pastPipelines: [{ ref: 'main', user: 'ada', startedAgoMs: 60_000, script }],
      },
    ],
    accessTokens: [{ token: accessToken, user: 'ada', scopes: ['read_api'] }],
  };
}

/**
 * From the request for the archive to the line that says that all is there. @param {Simulator} simulator
 * @param {{ url: string, requests: Servers.RunningServer['requests'], folder: string }} at @returns
 * {Promise<Run>}
 */
async function throughAction({ startStep, systemClock: clock }, { url, requests, folder }) {
  const workDir = await mkdtemp(path.join(folder, 'step-'));
  const into = await mkdtemp(path.join(folder, 'action-'));
  const peakFile = path.join(workDir, 'peak');
  const asked = requests.length;
  let endMs = NaN;
  try {
    const step = await startStep(
      { clock },
      {
        actionDir: path.join(root, 'wait'),
        nodePath,
        stage: 'main',
        with: {
          gitlab_url: url,
          project_id: '42',
          pipeline_id: '257',
          access_token: accessToken,
          artifacts: 'build',
          artifacts_path: into,
        },
        baseEnvironment: { PATH: process.env.PATH ?? '', ...(await peakEnvironment(folder, peakFile)) },
        workDir,
        masked: [accessToken],
        onLine: (line) => {
          if (line.startsWith('artifacts of build: ') && line.includes(' files, ')) endMs = clock.epochMs();
        },
      },
    );
    const { exitCode, shownLines } = await step.finished;
    if (exitCode !== 0 || Number.isNaN(endMs))
      throw new Error(`the step ended with ${exitCode}:\n${shownLines.join('\n')}`);
    const request = requests.slice(asked).find(({ target }) => target.endsWith('/artifacts'));
    await checkTree(path.join(into, 'build'));
    return { seconds: (endMs - (request?.epochMs ?? NaN)) / 1000, peakMb: await peakIn(peakFile) };
  } finally {
    await rm(workDir, { recursive: true });
    await rm(into, { recursive: true });
  }
}

/**
 * From the start of both programs to the end of the second. @param {{ url: string, folder: string }} at
 * @returns {Promise<Run>}
 */
async function throughBsdtar({ url, folder }) {
  const into = await mkdtemp(path.join(folder, 'bsdtar-'));
  const archiveUrl = `${url}/api/v4/projects/42/jobs/9001/artifacts`;
  const startMs = performance.now();
  try {
    /** @type {Promise<number | null>} */
    const ending = new Promise((resolve, reject) => {
      const curl = spawn('curl', ['-fsS', '-H', `PRIVATE-TOKEN: ${accessToken}`, archiveUrl], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const bsdtar = spawn('bsdtar', ['-xof', '-', '-C', into], {
        stdio: [curl.stdout, 'inherit', 'inherit'],
      });
      curl.once('error', reject);
      // The pipe belongs to bsdtar alone; what this process would read of it would be missing there.
      curl.stdout.destroy();
      bsdtar.once('error', reject).once('close', resolve);
    });
    const code = await ending;
    if (code !== 0) throw new Error(`bsdtar ended with ${String(code)}`);
    const seconds = (performance.now() - startMs) / 1000;
    await checkTree(into);
    return { seconds };
  } finally {
    await rm(into, { recursive: true });
  }
}

/** @param {string} folder */
async function checkTree(folder) {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  if (found.length !== smallFiles + 16) throw new Error(`${found.length} files in ${folder}`);
}

/**
 * The process itself writes down its peak as its last deed: nobody else can read it once it is gone. @param
 * {string} folder @param {string} peakFile
 */
async function peakEnvironment(folder, peakFile) {
  const hook = path.join(folder, 'peak.cjs');
  await writeFile(
    hook,
    `process.on('exit', () => {
  const { existsSync, readFileSync, writeFileSync } = require('node:fs');
  if (existsSync('/proc/self/status')) writeFileSync(process.env.PEAK_FILE, readFileSync('/proc/self/status'));
});
`,
  );
  return { NODE_OPTIONS: `--require "${hook}"`, PEAK_FILE: peakFile };
}

/** In megabytes of 1,000,000 bytes; `undefined` where there is no /proc. @param {string} peakFile */
async function peakIn(peakFile) {
  if (!existsSync(peakFile)) return undefined;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(peakFile, 'utf8'))?.[1];
  return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
}

/** @param {number[]} numbers */
const medianOf = (numbers) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

const folder = await mkdtemp(path.join(tmpdir(), 'gitlab-trigger-bench-'));
try {
  await mkdir(path.join(folder, 'out'));
  const simulator = await compileSimulator(path.join(root, '.cache', 'bench-artifacts'));
  const file = path.join(folder, 'artifacts.zip');
  const bytes = await makeArchive(file);
  const clock = simulator.systemClock;
  const gitlab = new simulator.SimulatedGitLab({ clock }, scenarioOf(file, bytes));
  const server = await simulator.startServer({ gitlab, clock });
  const hasBsdtar =
    spawnSync('bsdtar', ['--version']).status === 0 && spawnSync('curl', ['--version']).status === 0;
  /** @type {Run[]} */
  const ours = [];
  /** @type {Run[]} */
  const theirs = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      // What the one has written must not have to be written to disk while the other is measured.
      spawnSync('sync');
      if (hasBsdtar) theirs.push(await throughBsdtar({ url: server.url, folder }));
      spawnSync('sync');
      ours.push(await throughAction(simulator, { url: server.url, requests: server.requests, folder }));
    }
  } finally {
    await server.close();
  }
  const megabytes = bytes / 1e6;
  /** @param {Run[]} all */
  const rateOf = (all) => megabytes / medianOf(all.map(({ seconds }) => seconds));
  /** @param {Run[]} all */
  const shown = (all) =>
    `${rateOf(all).toFixed(0)} MB/s (${all.map(({ seconds }) => seconds.toFixed(2)).join(', ')} s)`;
  const peaks = ours.flatMap(({ peakMb }) => (peakMb === undefined ? [] : [peakMb]));
  const peakMb = Math.max(...peaks);
  const ratio = rateOf(ours) / rateOf(theirs);
  const [node] = spawnSync(nodePath, ['--version'], { encoding: 'utf8' }).stdout.split('\n');
  console.log(`## An archive of ${megabytes.toFixed(0)} MB, ${cpus().length} cores, Node ${node}
the action            ${shown(ours)}
curl | bsdtar         ${hasBsdtar ? shown(theirs) : 'not measured: curl and bsdtar (Debian: libarchive-tools) are not both here'}
ratio                 ${hasBsdtar ? `${ratio.toFixed(2)} (goal: ${goalRatio} or more${ratio < goalRatio ? '; MISSED' : ''})` : 'none'}
peak resident memory  ${peaks.length === 0 ? 'not measured: there is no /proc here' : `${peakMb.toFixed(0)} MB (goal: under ${goalMb} MB${peakMb < goalMb ? '' : '; MISSED'})`}`);
} finally {
  await rm(folder, { recursive: true });
}
