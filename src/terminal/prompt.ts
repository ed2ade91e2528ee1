import { createInterface } from 'node:readline/promises';

/** How to ask whoever sits at the terminal; `undefined` when nobody does, or cannot see the question. */
export function terminalQuestions():
  ((question: string, signal: AbortSignal) => Promise<string>) | undefined {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  return async (question, signal) => {
    // The terminal goes on to edit lines and to turn Ctrl+C into a signal, which is handled already.
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
