/**
 * All text that can be read out of a value: strings, the names and values of all own members (also hidden
 * ones and those named by symbols), the enumerable members of prototypes, maps, sets, and bytes in each
 * encoding in which a reader could take them.
 */
export function everythingIn(value: unknown): string {
  const texts: string[] = [];
  const seen = new Set<object>();
  const visit = (each: unknown): void => {
    if (typeof each === 'string' || typeof each === 'symbol') texts.push(String(each));
    if ((typeof each !== 'object' && typeof each !== 'function') || each === null || seen.has(each)) return;
    seen.add(each);
    const bytes = bytesOf(each);
    if (bytes !== undefined) {
      texts.push(bytes.toString('utf8'), bytes.toString('utf16le'));
      return;
    }
    if (each instanceof Map) [...each].flat().forEach(visit);
    if (each instanceof Set) [...each].forEach(visit);
    if (typeof each === 'function') return;
    for (const name of [...Reflect.ownKeys(each), ...inheritedNames(each)]) {
      visit(name);
      visit(memberOf(each, name));
    }
  };
  visit(value);
  return texts.join('\n');
}

function bytesOf(value: object): Buffer | undefined {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value instanceof ArrayBuffer || value instanceof SharedArrayBuffer ? Buffer.from(value) : undefined;
}

function inheritedNames(value: object): readonly string[] {
  const names: string[] = [];
  for (const name in value) names.push(name);
  return names;
}

function memberOf(value: object, name: string | symbol): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}

/** The pieces of eight characters of a secret that can be read out of a value. */
export function piecesReadIn(value: unknown, secret: string): readonly string[] {
  const text = everythingIn(value).replace(/\s/g, '');
  return Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8)).filter((piece) =>
    text.includes(piece),
  );
}
