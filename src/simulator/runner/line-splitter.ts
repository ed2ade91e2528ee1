/**
 * Cuts a stream of text into lines as the runner's reader does: CR, LF and CRLF all end a line, also when a chunk ends between CR and LF.
 */
export class LineSplitter {
  #rest = '';
  #afterReturn = false;

  /** The lines that `chunk` completes. */
  push(chunk: string): readonly string[] {
    if (chunk === '') return [];
    const text = this.#afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    this.#afterReturn = chunk.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    return lines;
  }

  /** The last line, when the stream ended without a break. */
  end(): readonly string[] {
    const rest = this.#rest;
    this.#rest = '';
    return rest === '' ? [] : [rest];
  }
}
