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

/** Targets of links and pictures outside code that are no addresses: inline, by reference, and in HTML. */
export function localLinksOf(page: string): readonly string[] {
  const text = withoutCode(page);
  const forms = [
    /\]\(<?([^()\s<>]+)>?(?:\s+"[^"]*")?\)/g,
    /^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)/gm,
    /\b(?:href|src)="([^"]+)"/g,
  ];
  return forms
    .flatMap((form) => [...text.matchAll(form)].map(([, target = '']) => target))
    .filter((target) => !/^[a-z]+:/i.test(target));
}

/** The anchors that GitHub gives to the headings: a heading that comes again gets a number. */
export function headingAnchorsOf(page: string): readonly string[] {
  const times = new Map<string, number>();
  return [...withoutBlocks(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const before = times.get(anchor) ?? 0;
    times.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/** The paragraph right below the title, on one line; `undefined` where something else stands there. */
export function openingOf(page: string): string | undefined {
  const [, block = ''] = /^# .+\n\n+((?:.+\n?)+)/.exec(page) ?? [];
  const isParagraph = block !== '' && !/^(?:#|\||```|[-*+] |\d+\. |!?\[.*\]\(|<|>| {4})/.test(block);
  return isParagraph ? block.trim().replace(/\s*\n\s*/g, ' ') : undefined;
}

/**
 * A page cut at its headings of `level`: each with what is below it, up to the next heading of that level or
 * above.
 */
export function sectionsOf(page: string, level: number): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let open: string | undefined;
  let inBlock = false;
  for (const line of page.split('\n')) {
    if (/^\s*```/.test(line)) inBlock = !inBlock;
    const [, marks = '', heading = ''] = (inBlock ? null : /^(#{1,6}) (.+)$/.exec(line)) ?? [];
    if (marks !== '' && marks.length <= level) open = marks.length === level ? heading.trim() : undefined;
    else if (open !== undefined) sections.set(open, `${sections.get(open) ?? ''}${line}\n`);
    if (open !== undefined && !sections.has(open)) sections.set(open, '');
  }
  return sections;
}

function withoutBlocks(page: string): string {
  return page.replace(/^\s*```[\s\S]*?^\s*```/gm, '');
}

function withoutCode(page: string): string {
  return withoutBlocks(page).replace(/`[^`\n]*`/g, '');
}
