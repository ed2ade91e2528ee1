import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mermaid from 'mermaid';
import type { Browser, Page } from 'playwright-core';

import { chromiumPath, launchChromium } from '../../scripts/chromium.js';
import { sampleReport } from '../../scripts/sample-report.js';
import type { Job } from '../../src/model/pipeline.js';
import { formatTimeline } from '../../src/report/summary/timeline.js';
import { hostileTexts, nodeOf, numberedJob } from '../unit/report/support/snapshots.js';

interface Drawing {
  readonly name: string;
  readonly diagram: string;
  readonly bars: number;
}

const keywords = [
  'gantt',
  'title x',
  'section x',
  'dateFormat x',
  'click a call b()',
  'todayMarker off',
  'done',
];

function started(given: Partial<Job> & Pick<Job, 'id'>): Job {
  return numberedJob({
    startedAt: '2026-01-15T09:30:00.000Z',
    finishedAt: '2026-01-15T09:30:40.000Z',
    ...given,
  });
}

function drawingOf(name: string, root: Parameters<typeof formatTimeline>[0]): Drawing {
  const { diagram = '' } = formatTimeline(root, (text) => text);
  return { name, diagram, bars: diagram.match(/ :(?:done|crit|active), \d+, \d+$/gm)?.length ?? 0 };
}

/**
 * The sample report; every hostile text as a job and as a stage, one by one and all together; as many bars as
 * there can be.
 */
const drawings: readonly Drawing[] = [
  drawingOf('the sample report', sampleReport.snapshot?.root ?? nodeOf({})),
  ...[...hostileTexts, ...keywords].map((text) =>
    drawingOf(JSON.stringify(text), nodeOf({ jobs: [started({ id: 1, name: text, stage: text })] })),
  ),
  drawingOf(
    'all of them together',
    nodeOf({ jobs: hostileTexts.map((text, id) => started({ id, name: text, stage: text })) }),
  ),
  drawingOf(
    'the longest names, as many as are drawn',
    nodeOf({
      jobs: Array.from({ length: 500 }, (_, id) =>
        started({ id, name: `${'😀'.repeat(100)}${id}`, stage: `${'é'.repeat(300)}${id}` }),
      ),
    }),
  ),
];

test('every drawing has a bar', () => {
  expect(drawings.filter(({ bars }) => bars === 0).map(({ name }) => name)).toEqual([]);
});

describe('Mermaid accepts as a gantt chart', () => {
  test.each(drawings)('$name', async ({ diagram }) => {
    expect(await mermaid.parse(diagram)).toMatchObject({ diagramType: 'gantt' });
  });

  test('and reports an error otherwise', async () => {
    await expect(mermaid.parse('gantt\n  section a\n  no times\n  end')).rejects.toThrow(/Parse error/);
  });
});

// A promise that Chromium is there (its path in CHROMIUM) is kept or the test fails; without one its absence
// is only told.
const hasChromium = chromiumPath() !== undefined;

(hasChromium ? describe : describe.skip)(
  hasChromium
    ? 'Chromium draws'
    : 'Chromium draws (NOT CHECKED: no Chromium found; give its path in CHROMIUM)',
  () => {
    let browser: Browser | undefined;
    let page: Page | undefined;

    beforeAll(async () => {
      browser = await launchChromium();
      page = await browser.newPage({ timezoneId: 'UTC' });
      const bundle = join(
        import.meta.dirname,
        '..',
        '..',
        'node_modules',
        'mermaid',
        'dist',
        'mermaid.min.js',
      );
      await page.setContent('<!doctype html><body></body>');
      await page.addScriptTag({ path: bundle });
      await page.evaluate('mermaid.initialize({ startOnLoad: false })');
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
    });

    test.each(drawings)('$name with a bar for each run, and nothing else', async ({ diagram, bars }) => {
      const source = `(async () => {
        const { svg } = await mermaid.render('drawing', ${JSON.stringify(diagram)});
        const drawn = new DOMParser().parseFromString(svg, 'text/html');
        const count = (selector) => drawn.querySelectorAll(selector).length;
        return { bars: count('rect.task'), foreign: count('a, img, script, foreignObject, [onerror], .error-icon') };
      })()`;
      expect(await page?.evaluate(source)).toEqual({ bars, foreign: 0 });
    });
  },
);
