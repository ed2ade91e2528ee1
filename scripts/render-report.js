#!/usr/bin/env node
// @ts-check
// Draws a report (Markdown with a Mermaid timeline) as a picture, roughly as GitHub shows it, in a headless
// Chromium without a network.
//
//   node scripts/render-report.js                       the sample report, to docs/images/report.png
//   node scripts/render-report.js report.md report.png  any report
//
// Chromium is looked for in its usual places; the variable CHROMIUM gives another path.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { marked } from 'marked';

import { launchChromium } from './chromium.js';
import { sampleReport } from './sample-report.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The sample report, by the sources as they are now. */
async function sampleMarkdown() {
  mkdirSync(path.join(root, 'out'), { recursive: true });
  const outDir = mkdtempSync(path.join(root, 'out', 'report-'));
  try {
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    spawnSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--outDir', outDir]);
    const compiled = pathToFileURL(path.join(outDir, 'report', 'summary.js')).href;
    /** @type {unknown} */
    const loaded = await import(compiled);
    const { formatSummary } = /** @type {typeof import('../src/report/summary/summary.js')} */ (loaded);
    return formatSummary(sampleReport);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

const style = `
  body { margin: 0; padding: 20px 28px; width: 900px; box-sizing: border-box; background: #fff; color: #1f2328;
    font: 14px/1.5 'DejaVu Sans', 'Noto Color Emoji', sans-serif; }
  h2, h3 { border-bottom: 1px solid #d1d9e0; padding-bottom: 6px; margin: 18px 0 10px; }
  h2 { font-size: 20px; margin-top: 0; } h3 { font-size: 16px; }
  a { color: #0969da; text-decoration: none; }
  code { font: 12px 'DejaVu Sans Mono', monospace; background: #eff1f3; border-radius: 4px; padding: 2px 5px; }
  pre { font: 12px/1.4 'DejaVu Sans Mono', monospace; background: #f6f8fa; border-radius: 6px; padding: 10px 14px; margin: 8px 0; }
  pre.mermaid { background: none; padding: 0; }
  table { border-collapse: collapse; width: 100%; font-size: 13px; }
  th, td { border: 1px solid #d1d9e0; padding: 4px 10px; text-align: left; }
  th[align=right], td[align=right] { text-align: right; }
  tr:nth-child(even) td { background: #f6f8fa; }
  details { margin: 6px 0; } summary { cursor: pointer; }
`;

/** @param {string} markdown */
async function pageOf(markdown) {
  const body = await marked(markdown, { gfm: true });
  const drawn = body.replace(
    /<pre><code class="language-mermaid">([^]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style><body>${drawn}</body></html>`;
}

/**
 * @param {string} markdown
 * @param {string} picture path of the PNG
 */
async function draw(markdown, picture) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 900, height: 600 },
      deviceScaleFactor: 1.1,
      timezoneId: 'UTC',
    });
    await page.setContent(await pageOf(markdown));
    await page.addScriptTag({ path: path.join(root, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js') });
    await page.evaluate(
      `mermaid.initialize({ startOnLoad: false, gantt: { useWidth: 840 } }); mermaid.run()`,
    );
    mkdirSync(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: picture, fullPage: true });
  } finally {
    await browser.close();
  }
}

const [report, picture = 'report.png'] = process.argv.slice(2);
if (report === undefined) {
  await draw(await sampleMarkdown(), path.join(root, 'docs', 'images', 'report.png'));
} else {
  await draw(readFileSync(report, 'utf8'), path.resolve(picture));
}
