import { createInterface } from 'node:readline/promises';

/** Asks the user at the terminal; `undefined` if there is no interactive terminal. */
export function terminalQuestions():
  | ((question: string, signal: AbortSignal) => Promise<string>)
  | undefined {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  return async (question, signal) => {
    // The terminal still edits lines and turns Ctrl+C into a signal, which is already handled.
    const lines = createInterface({ input: stdin, output: stdout, terminal: false });
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    try {
      const answer = await Promise.race([lines.question(question, { signal }), ended]);
      return answer.trim();
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      lines.close();
    }
  };
}
