/** How much of a page is looked at; a title and a first sentence stand at the top. */
const readCharacters = 16_384;

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/** Decodes the entities that GitLab's sanitizer makes, and numeric ones, once: `&amp;lt;` becomes `&lt;`. Others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g,
    (entity, ...groups: unknown[]) => {
      const [decimal, hex, name] = groups;
      if (typeof name === 'string') return namedEntities[name] ?? entity;
      const code = typeof decimal === 'string' ? Number(decimal) : Number(`0x${String(hex)}`);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1000));
}

/** The title of a page and the words that a reader would see, in this order, not yet cleaned; what is empty is left out. */
export function pageTexts(html: string): readonly string[] {
  const top = html.slice(0, readCharacters);
  const title = elementText(top, 'title');
  const visible = ['head', 'script', 'style'].reduce(withoutElement, top);
  const words = textOf(visible);
  return [title, words].filter((text, index, all) => text !== '' && all.indexOf(text) === index);
}

function elementText(html: string, name: string): string {
  const lower = html.toLowerCase();
  const start = lower.indexOf(`<${name}`);
  const open = start === -1 ? -1 : lower.indexOf('>', start);
  const end = open === -1 ? -1 : lower.indexOf(`</${name}`, open);
  return end === -1 ? '' : textOf(html.slice(open + 1, end));
}

/** By searching and not by a pattern, so that a hostile page cannot make it slow. An element that never ends takes the rest with it. */
function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase();
  let kept = '';
  let position = 0;
  for (;;) {
    const start = indexOfTag(lower, `<${name}`, position);
    if (start === -1) return kept + html.slice(position);
    kept += `${html.slice(position, start)} `;
    const end = indexOfTag(lower, `</${name}`, start);
    if (end === -1) return kept;
    position = end;
  }
}

/** Where a tag of exactly this name begins, so that `<head` is not found in `<header>`. */
function indexOfTag(lower: string, opening: string, from: number): number {
  let start = lower.indexOf(opening, from);
  while (start !== -1 && /[a-z\d-]/.test(lower.charAt(start + opening.length))) {
    start = lower.indexOf(opening, start + 1);
  }
  return start;
}

function textOf(html: string): string {
  return decodeEntities(html.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
