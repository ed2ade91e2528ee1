/** Removes the headers of timestamped logs, however the text is split. */
export interface TimestampRemover {
  readonly push: (text: string) => void;
  /** Emits what was held back. */
  readonly end: () => void;
  /** The number of characters buffered until the next piece; at most a header and a line end. */
  readonly heldCharacters: () => number;
}

/**
 * Time, stream number, `O` for stdout or `E` for stderr, and `+` if the line continues the text of the line
 * before.
 */
const header = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z [0-9a-f]{2}[EO][+ ]$/;

const sampleHeader = '2024-05-14T11:19:20.000000Z 00O ';
/** The character at this position identifies almost every line without a header. */
const zoneAt = sampleHeader.indexOf('Z');

/**
 * A remover that passes the text without headers to `sink`. Lines without a header pass unchanged at once.
 * The end of a line with a header is held back until the next line shows whether it continues, because the
 * runner splits lines wherever it sends them, and after every carriage return.
 * @see https://docs.gitlab.com/ci/jobs/job_logs/ on timestamps; the format is that of GitLab Runner 17.0
 *   and later
 */
export function createTimestampRemover(sink: (text: string) => void): TimestampRemover {
  let atLineStart = true;
  let held = '';
  /** The end of the previous line, if that line had a header. */
  let heldEnd = '';

  const beginLine = (start: string): void => {
    const stamped = header.test(start);
    const goesOn = stamped && start.endsWith('+');
    if (heldEnd !== '' && !goesOn) sink(heldEnd);
    heldEnd = stamped ? '\n' : '';
    if (!stamped && start !== '') sink(start);
    held = '';
    atLineStart = false;
  };

  /** Reads a possible header at `from`; returns where the text continues. */
  const readStart = (text: string, from: number): number => {
    if (held === '' && text.length - from >= sampleHeader.length) {
      const start = text[from + zoneAt] === 'Z' ? text.slice(from, from + sampleHeader.length) : '';
      const isHeader = header.test(start);
      beginLine(isHeader ? start : '');
      return isHeader ? from + start.length : from;
    }
    return readStartSlowly(text, from);
  };

  /** For a header that may be split at the end of the text: consumes what can still become one. */
  const readStartSlowly = (text: string, from: number): number => {
    let at = from;
    while (at < text.length && held.length < sampleHeader.length) {
      const longer = held + text.charAt(at);
      if (!header.test(longer + sampleHeader.slice(longer.length))) break;
      held = longer;
      at += 1;
    }
    if (at < text.length || held.length === sampleHeader.length) beginLine(held);
    return at;
  };

  const readRest = (text: string, from: number): number => {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    atLineStart = end >= 0;
    if (heldEnd === '') {
      sink(text.slice(from, end < 0 ? stop : stop + 1));
    } else if (stop > from) {
      sink(text.slice(from, stop));
    }
    return end < 0 ? stop : stop + 1;
  };

  return {
    push: (text) => {
      let at = 0;
      while (at < text.length) at = atLineStart ? readStart(text, at) : readRest(text, at);
    },
    end: () => {
      if (atLineStart) beginLine(held);
    },
    heldCharacters: () => held.length + heldEnd.length,
  };
}
