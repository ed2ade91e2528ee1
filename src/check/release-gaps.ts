import { isBefore } from './check.js';

/** A feature that this program uses since a release, and what is missing before. */
export interface ReleaseGap {
  readonly since: readonly [major: number, minor: number];
  readonly lacks: string;
}

/** In the order of the releases. On older ones the program works without these features. */
export const releaseGaps: readonly ReleaseGap[] = [
  { since: [13, 1], lacks: 'the list of trigger jobs, without which no downstream pipeline is seen' },
  { since: [13, 2], lacks: 'the jobs of the tests in a test summary' },
  { since: [13, 9], lacks: 'what was sent with a trigger, by which a run finds its own pipelines' },
  { since: [13, 10], lacks: 'the project of a pipeline, which takes a request of its own' },
  { since: [15, 5], lacks: 'what an access token may do' },
  { since: [17, 11], lacks: 'pipeline inputs' },
  { since: [18, 7], lacks: 'triggers in projects where no user may set pipeline variables' },
  { since: [19, 1], lacks: 'reading a log from an offset, so each poll reads the whole log' },
];

/** The features that a version lacks; none if the text is no version. */
export function gapsOf(version: string): readonly ReleaseGap[] {
  return releaseGaps.filter(({ since }) => isBefore(version, since) === true);
}

/** `; it lacks pipeline inputs (17.11)`, or an empty text. */
export function gapsPhrase(version: string): string {
  const gaps = gapsOf(version).map(({ since, lacks }) => `${lacks} (${since.join('.')})`);
  return gaps.length === 0 ? '' : `; it lacks ${gaps.join('; ')}`;
}
