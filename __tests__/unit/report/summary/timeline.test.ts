import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../../src/base/secret.js';
import { createMasker } from '../../../../src/hosts/redaction/redaction.js';
import type { Job } from '../../../../src/model/pipeline.js';
import { formatTimeline, mermaidText } from '../../../../src/report/summary/timeline.js';
import { bridgeOf, hostileTexts, nodeOf, numberedJob, stateOf } from '../support/snapshots.js';

const at = (seconds: number): string => new Date(1_700_000_000_000 + seconds * 1000).toISOString();

const asIs = (text: string): string => text;

const ran = (given: Partial<Job> & Pick<Job, 'id'>, start: number, seconds: number): Job =>
  numberedJob({
    startedAt: at(start),
    finishedAt: at(start + seconds),
    durationSeconds: seconds,
    ...given,
  });

describe('formatTimeline', () => {
  test('draws a bar for each run of a job, by stage, including downstream pipelines', () => {
    const unit = ran({ id: 4, status: 'failed' }, 50, 10);
    const root = {
      ...nodeOf({
        bridges: [
          bridgeOf(
            numberedJob({ id: 5, name: 'child', stage: 'deploy' }),
            nodeOf({ jobs: [ran({ id: 9, name: 'pack', stage: 'pack' }, 60, 5)] }),
          ),
        ],
      }),
      jobs: [
        stateOf(ran({ id: 1, name: 'compile', stage: 'build' }, 0, 43)),
        stateOf(unit, [ran({ id: 2, status: 'failed' }, 44, 3)]),
        stateOf(ran({ id: 3, name: 'lint', status: 'failed', allowFailure: true }, 44, 0)),
        stateOf(numberedJob({ id: 6, name: 'slow', status: 'running', startedAt: at(50) })),
        stateOf(numberedJob({ id: 7, name: 'later', status: 'created' })),
      ],
    };
    expect(formatTimeline(root, asIs)).toEqual({
      omitted: 0,
      diagram: `gantt
  dateFormat x
  axisFormat %H:%M:%S
  todayMarker off
  section build
  ✅ compile :done, 1700000000000, 1700000043000
  section test
  ❌ unit :crit, 1700000044000, 1700000047000
  ❌ unit (attempt 2) :crit, 1700000050000, 1700000060000
  ⚠️ lint :active, 1700000044000, 1700000045000
  🔄 slow :active, 1700000050000, 1700000065000
  section child › pack
  ✅ pack :done, 1700000060000, 1700000065000`,
    });
  });

  test.each([
    { seconds: 60, want: '%H:%M:%S' },
    { seconds: 3600, want: '%H:%M' },
    { seconds: 90_000, want: '%d. %H:%M' },
  ])('has a suitable axis for $seconds s', ({ seconds, want }) => {
    const { diagram } = formatTimeline(nodeOf({ jobs: [ran({ id: 1 }, 0, seconds)] }), asIs);
    expect(diagram).toContain(`axisFormat ${want}\n`);
  });

  test.each<{ name: string; jobs: readonly Job[] }>([
    { name: 'there are no jobs', jobs: [] },
    { name: 'no job has started', jobs: [numberedJob({ id: 1, status: 'skipped' })] },
    { name: 'times are not times', jobs: [numberedJob({ id: 1, startedAt: 'yesterday\n:' })] },
  ])('is absent when $name', ({ jobs }) => {
    expect(formatTimeline(nodeOf({ jobs }), asIs)).toEqual({ diagram: undefined, omitted: 0 });
  });

  test('keeps the sixty longest of two thousand', () => {
    const jobs = Array.from({ length: 2000 }, (_, n) =>
      ran({ id: n, name: `${'long name '.repeat(30)}${n}` }, n, n % 100),
    );
    const { diagram = '', omitted } = formatTimeline(nodeOf({ jobs }), asIs);
    expect(omitted).toBe(1940);
    expect(diagram.match(/:done/g)).toHaveLength(60);
    expect(diagram.length).toBeLessThan(20_000);
  });
});

describe('a secret in the name of a job, a stage or a trigger job', () => {
  test.each([
    'S3c;r3t#Gate:Pw&9xK,z',
    '<T0k3n>{`"$ecret"}',
    'a%41[b]|c\\d@e',
    'glpat-Qw4Er6Ty8Ui0Op2As4Df',
    ';:#%,<>{}&$@',
  ])('is not readable: %s', (secret) => {
    const masker = createMasker();
    masker.mask(new Secret(secret));
    const written = mermaidText(secret, 70);
    for (const name of [
      secret,
      `x ${secret} y`,
      `${'x'.repeat(36)}${secret}`,
      `${'x'.repeat(64)} ${secret}`,
    ]) {
      const own = ran({ id: 1, name, stage: name }, 0, 5);
      const below = nodeOf({ jobs: [ran({ id: 2, name: `n ${name}` }, 0, 5)] });
      const root = {
        ...nodeOf({ bridges: [bridgeOf(numberedJob({ id: 5, name }), below)] }),
        jobs: [stateOf(own, [ran({ id: 3, name, stage: name }, 0, 3)])],
      };
      const { diagram = '' } = formatTimeline(root, masker.redact);
      for (let at = 0; at + 6 <= secret.length; at += 1) {
        expect(diagram).not.toContain(secret.slice(at, at + 6));
        expect(diagram).not.toContain(written.slice(at, at + 6));
      }
      expect(diagram.match(/:(?:done|active|crit), /g)?.length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('mermaidText', () => {
  test.each([
    { give: 'a: b; c#d, 100%', want: 'a： b； c＃d， 100％' },
    { give: '%%{init: 1}%%', want: '％％｛init： 1｝％％' },
    { give: 'x\r\n  section y', want: 'x section y' },
  ])('writes $give as $want', ({ give, want }) => {
    expect(mermaidText(give, 70)).toBe(want);
  });

  test.each(hostileTexts)('leaves no Mermaid syntax in %j', (text) => {
    expect(mermaidText(text, 70)).not.toMatch(/[:;#%,<>{}`"\\&$@\n\r]/);
  });
});
