import { type TerminalSink, createEscapeReader } from './escape-codes.js';
import { type TextStyle, createStyleMemory, plainStyle } from './styles.js';
import { createTimestampRemover } from './timestamps.js';

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
 * The marker that `text` ends with. It only counts when the line is erased after it, which is for the caller
 * to see.
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
 * A finished piece of a job's log. Texts are one line without control characters, other than colors that
 * begin and end within it; command syntax of a CI host is still in there. Sections may be left open, closed
 * twice, or closed without having been opened: a job writes what it likes.
 */
export type LogEntry =
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'section_start';
      /** Letters, digits, `_`, `.` and `-`. */
      readonly name: string;
      /**
       * The line that stands for the folded section; absent when nothing stands there, in which case GitLab
       * shows nothing for it.
       */
      readonly title: string | undefined;
      readonly collapsed: boolean;
    }
  | { readonly kind: 'section_end'; readonly name: string };

/** Turns the bytes of one log into entries. */
export interface LogLines {
  /** Any number of bytes, cut anywhere, even within a character or a sequence. */
  readonly push: (bytes: Uint8Array) => void;
  /** Nothing more comes: the line that has no end is finished, too. */
  readonly end: () => void;
  /**
   * How many characters are kept until more bytes come; stays under twice the longest line and 1,000,
   * whatever the log is.
   */
  readonly heldCharacters: () => number;
}

/** Nobody reads more of one line; minified code and base64 come in lines of a megabyte. */
export const maxLineCharacters = 4000;

/** Entries keep the text alive that they were cut from, so that is kept short. */
const pieceBytes = 16 * 1024;

/** Where terminals put tab stops. */
const tabCharacters = 8;

/**
 * A decoder that gives each entry to `sink` when it is finished. What terminals would have overwritten after
 * a carriage return is gone, colors stay, other control sequences and the headers of timestamped logs are
 * removed, invalid UTF-8 is replaced; a line keeps its first `maxCharacters`, and says how many were left
 * out. The last line of a timestamped log comes with the bytes after it.
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

/** Builds one line after the other from what a terminal would do. */
function createLineFolder(sink: (entry: LogEntry) => void, maxCharacters: number): LineFolder {
  const styles = createStyleMemory();
  let text = '';
  /** The style at the end of `text`, and the one that the next character gets. */
  let shown: TextStyle = plainStyle;
  let style: TextStyle = plainStyle;
  let column = 0;
  /** Characters that had no room, and the last of them: a marker may stand there. */
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
   * The text of the line goes; a marker at its end comes into force, and what stood before the marker was a
   * line of its own.
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

/** At most `length` of the run, without half of a character at the end. */
function wholeCharacters(run: string, length: number): string {
  const kept = run.slice(0, Math.max(length, 0));
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
}
