/**
 * The style of text in a terminal: one SGR code (or `38;5;…`, `48;2;…`) for each slot that differs from the
 * default.
 */
export type TextStyle = ReadonlyMap<StyleSlot, string>;

type StyleSlot =
  | 'bold'
  | 'dim'
  | 'italic'
  | 'underline'
  | 'inverse'
  | 'strike'
  | 'overline'
  | 'foreground'
  | 'background';

export const plainStyle: TextStyle = new Map();

/** Hidden and blinking text is omitted on purpose: text from outside stays visible. */
const simpleCodes: Readonly<Record<number, StyleSlot>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
  21: 'underline',
  53: 'overline',
};

const closingCodes: Readonly<Record<number, readonly StyleSlot[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
  39: ['foreground'],
  49: ['background'],
  55: ['overline'],
};

/**
 * The style after the sequence `ESC [ parameters m`. Unknown codes change nothing, and neither does a
 * sequence with parameters that SGR does not have.
 */
export function styleAfter(style: TextStyle, parameters: string): TextStyle {
  if (!/^[\d;:]*$/.test(parameters)) return style;
  const codes = withSemicolons(parameters).split(';').map(Number);
  const next = new Map(style);
  for (let at = 0; at < codes.length;) at += applyCode(next, codes.slice(at, at + 5));
  return next;
}

/** The sequence that changes the style `from` to `to`; empty if they are equal. */
export function styleChange(from: TextStyle, to: TextStyle): string {
  if (from === to) return '';
  if ([...from.keys()].some((slot) => !to.has(slot))) return sequence(['0', ...to.values()]);
  const changed = [...to].filter(([slot, code]) => from.get(slot) !== code).map(([, code]) => code);
  return changed.length === 0 ? '' : sequence(changed);
}

function sequence(codes: readonly string[]): string {
  return `\u001b[${codes.join(';')}m`;
}

/**
 * Colors may also be written with colons (`38:5:208`, `38:2::255:0:0`), and underlines with their kind
 * (`4:3`).
 */
function withSemicolons(parameters: string): string {
  if (!parameters.includes(':')) return parameters;
  return parameters
    .replace(/([34]8):5:(\d+)/g, '$1;5;$2')
    .replace(/([34]8):2:(?:\d*:)?(\d+):(\d+):(\d+)/g, '$1;2;$2;$3;$4')
    .replace(/(^|;)4:0(?=;|$)/g, '$124')
    .replace(/:\d*/g, '');
}

/** Applies the first of `codes`, with the codes after it as its parameters; returns how many it consumed. */
function applyCode(style: Map<StyleSlot, string>, codes: readonly number[]): number {
  const [code = 0] = codes;
  if (code === 38 || code === 48) return applyColor(style, code === 38 ? 'foreground' : 'background', codes);
  const slot = simpleCodes[code] ?? paletteSlot(code);
  if (slot !== undefined) style.set(slot, String(code));
  else if (code === 0) style.clear();
  else for (const closed of closingCodes[code] ?? []) style.delete(closed);
  return 1;
}

function paletteSlot(code: number): StyleSlot | undefined {
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) return 'foreground';
  if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) return 'background';
  return undefined;
}

function applyColor(style: Map<StyleSlot, string>, slot: StyleSlot, codes: readonly number[]): number {
  const length = codes[1] === 5 ? 3 : codes[1] === 2 ? 5 : 1;
  const taken = codes.slice(0, length);
  if (length > 1 && taken.length === length && taken.every((code) => code <= 255)) {
    style.set(slot, taken.join(';'));
  }
  return length;
}

/** A cache of `styleAfter` and `styleChange` for one log: logs repeat a few styles. */
export interface StyleMemory {
  readonly after: (style: TextStyle, parameters: string) => TextStyle;
  readonly change: (from: TextStyle, to: TextStyle) => string;
}

/** Far more than logs use. A log with a new color for each character empties the cache now and then. */
const maxRemembered = 200;

/** Creates a bounded cache of text styles, so that long logs do not compute each change of color again. */
export function createStyleMemory(): StyleMemory {
  const styles = new Map<string, TextStyle>();
  /** Makes equal styles identical, so that the cache finds them. */
  const same = (style: TextStyle): TextStyle => {
    const key = [...style].sort().join(' ');
    if (styles.size >= maxRemembered) styles.clear();
    const known = key === '' ? plainStyle : (styles.get(key) ?? style);
    styles.set(key, known);
    return known;
  };
  return {
    after: remembering((style: TextStyle, parameters: string) => same(styleAfter(style, parameters))),
    change: remembering(styleChange),
  };
}

function remembering<One, Other, Result>(
  compute: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const results = new Map<One, Map<Other, Result>>();
  let size = 0;
  return (one, other) => {
    const known = results.get(one)?.get(other);
    if (known !== undefined) return known;
    if (size >= maxRemembered) {
      results.clear();
      size = 0;
    }
    const result = compute(one, other);
    const ofOne = results.get(one) ?? new Map<Other, Result>();
    results.set(one, ofOne.set(other, result));
    size += 1;
    return result;
  };
}
