/** A fenced block of a page. */
export interface CodeBlock {
  /** Of its fence, from 1. */
  readonly line: number;
  /** Without the indentation of the fence. */
  readonly text: string;
}

/** The fenced blocks of `language`, those inside lists, too. */
export function codeBlocksOf(page: string, language: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly line: number; readonly indent: string; readonly lines: string[] } | undefined;
  let skipping = false;
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^(\s*)```(\S*)/.exec(line);
    if (open !== undefined) {
      if (fence === null)
        open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
      else {
        blocks.push({ line: open.line, text: open.lines.join('\n') });
        open = undefined;
      }
    } else if (fence !== null && !skipping && fence[2] === language) {
      open = { line: index + 1, indent: fence[1] ?? '', lines: [] };
    } else if (fence !== null) skipping = !skipping;
  }
  return blocks;
}

/** Targets of links and pictures outside code that are no addresses. */
export function localLinksOf(page: string): readonly string[] {
  return [...withoutCode(page).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

/** The anchors that GitHub gives to the headings. */
export function headingAnchorsOf(page: string): readonly string[] {
  const fenced = page.replace(/^\s*```[\s\S]*?^\s*```/gm, '');
  return [...fenced.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function withoutCode(page: string): string {
  return page.replace(/^\s*```[\s\S]*?^\s*```/gm, '').replace(/`[^`\n]*`/g, '');
}
