#!/usr/bin/env node
// @ts-check
// Records a run in a pseudo terminal against a simulated GitLab with the pipeline of the demo, and draws what
// the terminal shows in the middle of it, in a headless Chromium without a network.
//
//   node scripts/render-terminal.js       to docs/images/terminal.png
//
// Needs `script` of util-linux and a Chromium, which is looked for in its usual places; the variable CHROMIUM
// gives another path.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launchChromium } from './chromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const columns = 100;
const rows = 32;

/** Sources as they are now, compiled. */
async function simulator() {
  mkdirSync(path.join(root, 'out'), { recursive: true });
  const outDir = mkdtempSync(path.join(root, 'out', 'terminal-'));
  try {
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    spawnSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--outDir', outDir]);
    /** @param {string} name */
    const load = async (name) => {
      /** @type {unknown} */
      const loaded = await import(pathToFileURL(path.join(outDir, name)).href);
      return loaded;
    };
    const { systemClock: clock } = /** @type {typeof import('../src/base/clock.js')} */ (
      await load('base/clock.js')
    );
    const { startServer } = /** @type {typeof import('../src/simulator/gitlab/wire/server.js')} */ (
      await load('simulator/gitlab/wire/server.js')
    );
    const { SimulatedGitLab } = /** @type {typeof import('../src/simulator/gitlab/simulated-gitlab.js')} */ (
      await load('simulator/gitlab/simulated-gitlab.js')
    );
    const { demoScenario, demoTokens } = /** @type {typeof import('../src/simulator/demo-scenario.js')} */ (
      await load('simulator/demo-scenario.js')
    );
    const server = await startServer({ gitlab: new SimulatedGitLab({ clock }, demoScenario), clock });
    return { server, tokens: demoTokens };
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * Everything that the command wrote to its terminal.
 * @param {string} url
 * @param {{ trigger: string, access: string }} tokens
 * @returns {Promise<string>}
 */
function record(url, tokens) {
  const cli = path.join(root, 'dist', 'cli.js');
  const line = `stty cols ${columns} rows ${rows}; exec '${process.execPath}' '${cli}' run --gitlab-url ${url} --project-id group/app --ref main --wait --poll-interval 1s`;
  const child = spawn('script', ['--quiet', '--command', line, '/dev/null'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      GITLAB_TRIGGER_TOKEN: tokens.trigger,
      GITLAB_TRIGGER_ACCESS_TOKEN: tokens.access,
    },
  });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    written += text;
  });
  return new Promise((resolve) => child.once('close', () => resolve(written)));
}

/**
 * Up to the end of the last frame in which something has failed and something still runs. @param {string}
 * written
 */
function bestMoment(written) {
  const end = '\u001b[?25h';
  const frames = written.split(end);
  const best = frames.findLastIndex(
    // A frame that is drawn for its own sake, not because a line of the log came in between.
    (frame) => /: \d+ failed.* \d+ running/.test(frame) && /\u001b\[\d+A(?!\u001b\[J)/.test(frame),
  );
  return frames.slice(0, best + 1).join(end);
}

/**
 * What the terminal shows, as HTML: one span for each run of a style.
 * @param {string} written
 */
function screenHtml(written) {
  /** @type {{ mark: string, style: string }[][]} */
  const lines = [[]];
  let [row, column, style] = [0, 0, ''];
  for (const part of written.match(/\u001b\[[?\d;]*[A-Za-z]|[^]/gu) ?? []) {
    lines[row] ??= [];
    if (part === '\n') row += 1;
    else if (part === '\r') column = 0;
    else if (part.endsWith('m') && part.startsWith('\u001b'))
      style = part === '\u001b[0m' ? '' : `s${part.slice(2, -1)}`;
    else if (part === '\u001b[J') {
      lines.splice(row + 1);
      lines[row]?.splice(column);
    } else if (part === '\u001b[K') lines[row]?.splice(column);
    else if (part.startsWith('\u001b') && part.endsWith('A')) row -= Number(part.slice(2, -1));
    else if (!part.startsWith('\u001b')) {
      const line = lines[row] ?? [];
      while (line.length < column) line.push({ mark: ' ', style: '' });
      line[column] = { mark: part, style };
      column += 1;
    }
  }
  const escape = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return lines
    .slice(-rows)
    .map((line) =>
      line.map(({ mark, style: name }) => `<span class="${name}">${escape(mark)}</span>`).join(''),
    )
    .join('\n');
}

const css = `
  body { margin: 0; background: #0d1117; } 
  pre { margin: 0; padding: 16px 20px; width: max-content; color: #e6edf3; font: 13px/1.35 'DejaVu Sans Mono', monospace; }
  .s1 { font-weight: bold; } .s2 { color: #8b949e; } .s31 { color: #ff7b72; } .s32 { color: #56d364; } .s33 { color: #e3b341; } .s36 { color: #76e3ea; }
`;

/** What the command writes in a terminal, over a simulated GitLab of its own. */
async function recordRun() {
  const { server, tokens } = await simulator();
  try {
    return await record(server.url, tokens);
  } finally {
    await server.close();
  }
}

const written = await recordRun();
const command = '<span class="s2">$</span> gitlab-trigger run --project-id group/app --ref main --wait\n';
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 500 }, deviceScaleFactor: 1.25 });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${css}</style><pre>${command}${screenHtml(bestMoment(written))}</pre>`,
  );
  const picture = path.join(root, 'docs', 'images', 'terminal.png');
  await page.locator('pre').screenshot({ path: picture });
} finally {
  await browser.close();
}
