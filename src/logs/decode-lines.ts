import { type TerminalSink, createEscapeReader } from './escape-codes.js';
import { type TextStyle, createStyleMemory, plainStyle } from './styles.js';
import { createTimestampRemover } from './timestamps.js';

/** GitLab's marker for the start or the end of a collapsible section of a log. */
export interface SectionMarker {
  readonly kind: 'start' | 'end';
  readonly name: string;
  readonly collapsed: boolean;
  /** Length of the marker itself. */
  readonly length: number;
}

/** The longest marker that is recognized; GitLab's own names are much shorter. */
export const maxMarkerCharacters = 260;

/** GitLab allows a blank after the comma between two options. */
const marker = /section_(start|end):\d{1,20}:([\w.-]{1,100})(?:\[((?:[\w=.-]|, ?){0,100})\])?$/;

/**
 * The marker at the end of `text`. It counts only if the line is erased after it, which the caller checks.
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

/**
 * A complete piece of a job's log. Texts are one line without control characters, except colors that begin
 * and end within it; they still contain command syntax of CI hosts. Sections may be unclosed, closed twice,
 * or closed without a start: a job can write anything.
 */
export type LogEntry =
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'section_start';
      /** Letters, digits, `_`, `.` and `-`. */
      readonly name: string;
      /** The header line of the section; absent if it has none, in which case GitLab shows nothing for it. */
      readonly title: string | undefined;
      readonly collapsed: boolean;
    }
  | { readonly kind: 'section_end'; readonly name: string };

/** Turns the bytes of one log into entries. */
export interface LogLines {
  /** Any number of bytes, split anywhere, even within a character or a sequence. */
  readonly push: (bytes: Uint8Array) => void;
  /** Ends the log: completes an unterminated line. */
  readonly end: () => void;
  /**
   * The number of characters buffered until more bytes arrive. It stays below twice the longest line plus
   * 1,000 for every log.
   */
  readonly heldCharacters: () => number;
}

/** More of one line is not readable; minified code and base64 have lines of a megabyte. */
export const maxLineCharacters = 4000;

/** Entries keep the text alive from which they were cut, so that text is short. */
const pieceBytes = 16 * 1024;

/** The distance of tab stops in terminals. */
const tabCharacters = 8;

/**
 * A decoder that passes each entry to `sink` when it is complete. Removes what a terminal would overwrite
 * after a carriage return. Keeps colors, and removes other control sequences and the headers of timestamped
 * logs. Replaces invalid UTF-8. A line keeps its first `maxCharacters` and states how many were omitted. The
 * last line of a timestamped log is emitted with the bytes after it.
 */
export function createLogLines(
  sink: (entry: LogEntry) => void,
  { maxCharacters }: { readonly maxCharacters: number } = { maxCharacters: maxLineCharacters },
): LogLines {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const line = createLineFolder(sink, maxCharacters);
  const escapes = createEscapeReader(line);
  const timestamps = createTimestampRemover(escapes.push);
  return {
    push: (bytes) => {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        timestamps.push(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }));
      }
    },
    end: () => {
      timestamps.push(decoder.decode());
      timestamps.end();
      line.end();
    },
    heldCharacters: () => timestamps.heldCharacters() + escapes.heldCharacters() + line.heldCharacters(),
  };
}

interface LineFolder extends TerminalSink {
  readonly end: () => void;
  readonly heldCharacters: () => number;
}

/** Builds lines the way a terminal would. */
function createLineFolder(sink: (entry: LogEntry) => void, maxCharacters: number): LineFolder {
  const styles = createStyleMemory();
  let text = '';
  /** The style at the end of `text`, and the style of the next character. */
  let shown: TextStyle = plainStyle;
  let style: TextStyle = plainStyle;
  let column = 0;
  /** Number of omitted characters, and the last of them: a marker may be there. */
  let cut = 0;
  let cutEnd = '';
  let atStart = false;
  let hasMarker = false;
  let section: { readonly name: string; readonly collapsed: boolean } | undefined;

  const reset = (): void => {
    text = cutEnd = '';
    shown = plainStyle;
    column = cut = 0;
    atStart = false;
  };

  const beginSection = (title?: string): void => {
    if (section === undefined) return;
    sink({ kind: 'section_start', name: section.name, title, collapsed: section.collapsed });
    section = undefined;
  };

  const finish = (): void => {
    const whole = text + styles.change(shown, plainStyle) + (cut === 0 ? '' : cutNotice(cut));
    if (section !== undefined) beginSection(whole === '' ? undefined : whole);
    else if (whole !== '' || !hasMarker) sink({ kind: 'line', text: whole });
    reset();
  };

  /**
   * The text of the line is overwritten. A marker at its end takes effect, and the text before the marker
   * becomes a line of its own.
   */
  const overwrite = (): void => {
    const marker = markerAtEndOf(cut === 0 ? text : cutEnd);
    if (marker !== undefined) {
      const fromCut = Math.min(cut, marker.length);
      cut -= fromCut;
      text = text.slice(0, text.length - (marker.length - fromCut));
      if (text !== '' || cut > 0) finish();
      if (section !== undefined) beginSection();
      if (marker.kind === 'end') sink({ kind: 'section_end', name: marker.name });
      else section = { name: marker.name, collapsed: marker.collapsed };
      hasMarker = true;
    }
    reset();
  };

  const append = (run: string): void => {
    if (atStart) overwrite();
    column += run.length;
    const change = cut === 0 ? styles.change(shown, style) : '';
    const room = cut === 0 ? maxCharacters - text.length - change.length : 0;
    const kept = run.length <= room ? run : wholeCharacters(run, room);
    if (kept !== '') {
      text += change + kept;
      shown = style;
    }
    if (kept.length === run.length) return;
    const before = cut === 0 ? text : cutEnd;
    cut += run.length - kept.length;
    cutEnd = (before.slice(-maxMarkerCharacters) + run.slice(kept.length).slice(-maxMarkerCharacters)).slice(
      -maxMarkerCharacters,
    );
  };

  return {
    text: append,
    newline: () => {
      finish();
      hasMarker = false;
    },
    carriageReturn: () => {
      atStart = true;
    },
    tab: () => {
      if (atStart) overwrite();
      append(' '.repeat(tabCharacters - (column % tabCharacters)));
    },
    style: (parameters) => {
      style = styles.after(style, parameters);
    },
    erase: (what) => {
      if (atStart || what === 'line') overwrite();
    },
    end: () => {
      if (text !== '' || section !== undefined) finish();
    },
    heldCharacters: () => text.length + cutEnd.length,
  };
}

function cutNotice(characters: number): string {
  return ` … [${characters.toLocaleString('en-US')} more characters left out]`;
}

/** At most `length` of the run, without splitting a character at the end. */
function wholeCharacters(run: string, length: number): string {
  const kept = run.slice(0, Math.max(length, 0));
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
}
