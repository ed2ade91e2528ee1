import fc from 'fast-check';

/**
 * A JSON text that JavaScript could not make of a value: numbers beyond all bounds, members named like
 * prototypes, endless nesting.
 */
class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Loose = string | number | boolean | null | RawJson | Loose[] | { [key: string]: Loose };

const raw = [
  '1e999',
  '-1e999',
  '9'.repeat(400),
  '{"__proto__":{"id":1,"status":"success","ref":"x"},"constructor":{"prototype":{"status":"success"}}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
].map((text) => new RawJson(text));

const hostile: readonly Loose[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  1e308,
  5e-324,
  2 ** 53,
  2 ** 31,
  '',
  ' ',
  '0',
  'success',
  'failed',
  'dreaming',
  '\ud800',
  '\u202e\u0000\u001b[2J',
  '::error::x\n##[error]y',
  '__proto__',
  'constructor',
  'x'.repeat(20_000),
  'not a date',
  '9999-99-99T99:99:99Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '0000-01-01T00:00:00Z',
  '2024-05-14T11:19:20.123+99:99',
  'javascript:alert(1)',
  'https://gitlab.example.com/ space',
  'https://gitlab.example.com/1',
  [],
  {},
  [null],
  [[]],
  ...raw,
];

interface Change {
  readonly place: number;
  readonly how: 'remove' | 'replace' | 'double' | 'add_proto' | 'swap';
  readonly value: Loose;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat({ max: 10_000 }),
  how: fc.constantFrom('remove', 'replace', 'replace', 'replace', 'double', 'add_proto', 'swap'),
  value: fc.oneof(fc.constantFrom(...hostile), fc.jsonValue() as fc.Arbitrary<Loose>),
});

/** The JSON text of `honest` after up to `maxChanges` changes at any places of it. */
export function spoiledJson(honest: unknown, maxChanges = 6): fc.Arbitrary<string> {
  return fc.array(change, { maxLength: maxChanges }).map((changes) => {
    const whole: { root: Loose } = { root: copyOf(honest as Loose) };
    for (const each of changes) apply(whole, each);
    return jsonOf(whole.root);
  });
}

/** The JSON text of a record, of which only the members in `names` are changed. */
export function spoiledMembers(honest: object, names: readonly string[]): fc.Arbitrary<string> {
  const changed = fc.dictionary(fc.constantFrom(...names), change);
  return changed.map((changes) => {
    const record: Record<string, Loose> = { ...(honest as Record<string, Loose>) };
    for (const [name, { how, value }] of Object.entries(changes)) {
      if (how === 'remove') Reflect.deleteProperty(record, name);
      else record[name] = value;
    }
    return jsonOf(record);
  });
}

function apply(whole: { root: Loose }, { place, how, value }: Change): void {
  const places = placesIn(whole, []);
  const chosen = places[place % places.length];
  if (chosen === undefined) return;
  const [holder, key] = chosen;
  const old = Reflect.get(holder, key) as Loose;
  switch (how) {
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (key !== 'root') Reflect.deleteProperty(holder, key);
      return;
    case 'replace':
      Reflect.set(holder, key, copyOf(value));
      return;
    case 'double':
      if (Array.isArray(old)) old.push(...old.map(copyOf));
      return;
    case 'add_proto':
      if (isRecord(old))
        Object.defineProperty(old, '__proto__', {
          value: copyOf(value),
          enumerable: true,
          configurable: true,
        });
      return;
    case 'swap': {
      const other = places[(place * 7 + 3) % places.length];
      if (other !== undefined) Reflect.set(holder, key, scalarOf(Reflect.get(other[0], other[1]) as Loose));
      return;
    }
  }
}

/** Every run changes values of its own, or the next one would not begin where its seed says. */
function copyOf(value: Loose): Loose {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}

/** Moving whole trees around could tie a knot. */
function scalarOf(value: Loose): Loose {
  return typeof value === 'object' ? null : value;
}

function placesIn(holder: object, places: (readonly [object, string])[]): (readonly [object, string])[] {
  for (const key of Object.keys(holder)) {
    if (key === '__proto__') continue;
    places.push([holder, key]);
    const value: unknown = Reflect.get(holder, key);
    if (typeof value === 'object' && value !== null && !(value instanceof RawJson)) placesIn(value, places);
  }
  return places;
}

function isRecord(value: Loose): value is Record<string, Loose> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RawJson);
}

function jsonOf(value: Loose): string {
  if (value instanceof RawJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.getOwnPropertyNames(value).map((name) => {
    const member = Object.getOwnPropertyDescriptor(value, name)?.value as Loose;
    return `${JSON.stringify(name)}:${jsonOf(member)}`;
  });
  return `{${members.join(',')}}`;
}
