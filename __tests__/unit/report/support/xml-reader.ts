/** An element with its attributes, text and children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads the XML that has neither comments nor sections, strictly: no bare `<` or `&`, every element closed in
 * its place, nothing that XML may not hold.
 * @throws {Error} with the place.
 */
export function readXml(xml: string): XmlElement {
  if (illegal.test(xml)) throw new Error('a character that XML may not hold');
  const start = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml);
  if (start === null) throw new Error('no declaration');
  const reader = { xml, at: start[0].length };
  const root = readElement(reader);
  if (xml.slice(reader.at).trim() !== '') throw new Error(`something behind the root at ${reader.at}`);
  return root;
}

interface Reader {
  readonly xml: string;
  at: number;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.xml);
  if (found === null) throw new Error(`not ${pattern.source} at ${reader.at}`);
  reader.at = pattern.lastIndex;
  return found;
}

function readElement(reader: Reader): XmlElement {
  const [, name = '', list = '', end] = take(reader, /<([a-z]+)((?: [a-z]+="[^"<\n\t]*")*)(\/?)>/y);
  const attributes = Object.fromEntries(
    [...list.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decoded(value)]),
  );
  if (end === '/') return { name, attributes, children: [], text: '' };
  const children: XmlElement[] = [];
  let text = '';
  for (;;) {
    text += decoded(take(reader, /[^<]*/y)[0]);
    if (reader.xml.startsWith('</', reader.at)) break;
    children.push(readElement(reader));
  }
  take(reader, new RegExp(`</${name}>`, 'y'));
  return { name, attributes, children, text };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1];
    const character = code === undefined ? entities[name] : String.fromCodePoint(Number(code));
    if (character === undefined || !whole.endsWith(';')) throw new Error(`not an entity: ${whole}`);
    return character;
  });
}
