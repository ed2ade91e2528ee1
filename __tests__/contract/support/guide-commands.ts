import { codeBlocksOf } from './markdown-parts.js';

/** A command of a guide, and what the guide shows of its output. */
export interface GuideCommand {
  readonly line: number;
  readonly command: string;
  /** `0` unless a comment behind the command says otherwise: `# exit code 3`. */
  readonly exitCode: number;
  /** Lines that the output has, in this order; `…` stands for anything. */
  readonly shown: readonly string[];
}

/**
 * Every command of the console blocks of a page: lines that begin with `$ `; the lines behind one are its
 * output.
 */
export function guideCommandsOf(page: string): readonly GuideCommand[] {
  return codeBlocksOf(page, 'console').flatMap(({ line, text }) =>
    text
      .split(/^\$ /m)
      .filter((part) => part.trim() !== '')
      .map((part): GuideCommand => {
        const [first = '', ...shown] = part.trimEnd().split('\n');
        const [, exitCode = '0'] = /# exit code (\d+)$/.exec(first) ?? [];
        return { line, command: first.replace(/ *# exit code \d+$/, ''), exitCode: Number(exitCode), shown };
      }),
  );
}

/** Which of the lines that a guide shows are not in an output, or not in this order. */
export function missingLines(shown: readonly string[], output: string): readonly string[] {
  const lines = output.split('\n');
  let from = 0;
  return shown.filter((line) => {
    const pattern = new RegExp(line.trim().split('…').map(escaped).join('.*'));
    const at = lines.findIndex((each, index) => index >= from && pattern.test(each));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
