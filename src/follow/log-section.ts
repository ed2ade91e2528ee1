/** A marker of GitLab for the beginning or the end of a part of a log that can be folded. */
export interface SectionMarker {
  readonly kind: 'start' | 'end';
  readonly name: string;
  readonly collapsed: boolean;
  /** Of the marker itself. */
  readonly length: number;
}

/** The longest marker that we know as one; GitLab's own names are much shorter. */
export const maxMarkerCharacters = 260;

/** Between two options GitLab allows a blank behind the comma. */
const marker = /section_(start|end):\d{1,20}:([\w.-]{1,100})(?:\[((?:[\w=.-]|, ?){0,100})\])?$/;

/**
 * The marker that `text` ends with. It only counts when the line is erased after it, which is for the caller to see.
 * @see https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
 */
export function markerAtEndOf(text: string): SectionMarker | undefined {
  const match = marker.exec(text.slice(-maxMarkerCharacters));
  const [whole, kind, name, options = ''] = match ?? [];
  if (whole === undefined || name === undefined) return undefined;
  return {
    kind: kind === 'start' ? 'start' : 'end',
    name,
    collapsed: options.split(/, ?/).includes('collapsed=true'),
    length: whole.length,
  };
}
