import { isBefore } from './check.js';

/** What came with a release and is used here, as it is missed before. */
export interface ReleaseGap {
  readonly since: readonly [major: number, minor: number];
  readonly lacks: string;
}

/** In the order of the releases. All of it is done without on older ones. */
export const releaseGaps: readonly ReleaseGap[] = [
  { since: [13, 1], lacks: 'the list of trigger jobs, without which no downstream pipeline is seen' },
  { since: [13, 2], lacks: 'the jobs of the tests in a test summary' },
  { since: [13, 9], lacks: 'what was sent with a trigger, by which a run finds its own pipelines' },
  { since: [13, 10], lacks: 'the project in a pipeline, for which GitLab is asked apart' },
  { since: [15, 5], lacks: 'what an access token may do' },
  { since: [17, 11], lacks: 'pipeline inputs' },
  { since: [18, 7], lacks: 'triggers where a project lets nobody set variables' },
  { since: [19, 1], lacks: 'logs from where the last look ended, so that each look reads the whole log' },
];

/** What a version lacks; nothing where it is no version. */
export function gapsOf(version: string): readonly ReleaseGap[] {
  return releaseGaps.filter(({ since }) => isBefore(version, since) === true);
}

/** `; it lacks pipeline inputs (17.11)`, or nothing. */
export function gapsPhrase(version: string): string {
  const gaps = gapsOf(version).map(({ since, lacks }) => `${lacks} (${since.join('.')})`);
  return gaps.length === 0 ? '' : `; it lacks ${gaps.join('; ')}`;
}
