import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

import { declaration } from '../../scripts/declarations.js';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'library.md'), 'utf8');

/** The rows of the tables of docs/library.md: the names in the first cell, and those in the last. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `') && !line.startsWith('| `kind`'))
  .map((line) => line.split(' | '))
  .map((cells) => ({ names: namesIn(cells[0] ?? ''), members: namesIn(cells.at(-1) ?? '') }));

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
}

const entry = join(root, 'src', 'entries', 'library.ts');
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};
const host = ts.createCompilerHost(options);
host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
const getSourceFile = host.getSourceFile.bind(host);
// What the package exports has no member from another one: a type that did would lose it here, and fail.
host.getSourceFile = (path, ...rest) =>
  /node_modules\/(?!typescript\/)/.test(path)
    ? ts.createSourceFile(path, 'export {};', ts.ScriptTarget.ES2023)
    : getSourceFile(path, ...rest);
const program = ts.createProgram([entry], options, host);
const checker = program.getTypeChecker();

/** The types that the package exports, by name. */
function exportedTypes(): ReadonlyMap<string, ts.Type> {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(
    symbols.flatMap((symbol): readonly (readonly [string, ts.Type])[] => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const isType = (target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
      return isType ? [[symbol.name, checker.getDeclaredTypeOfSymbol(target)]] : [];
    }),
  );
}

const types = exportedTypes();

function membersOf(type: ts.Type): readonly string[] {
  return type.getProperties().map(({ name }) => name);
}

/** What is given to whoever calls: no options, which are the inputs; no words; and events by their kinds. */
const given = [...types].filter(
  ([name, type]) =>
    !name.endsWith('Options') &&
    !name.endsWith('Event') &&
    !['JsonValue', 'PipelineFollowing', 'ErrorParts'].includes(name) &&
    (type.flags & ts.TypeFlags.Object) !== 0,
);

describe('docs/library.md has every member of', () => {
  test('all that the package exports', () => {
    expect(given.map(([name]) => name).sort()).toEqual(
      [
        ...['Bridge', 'BridgeState', 'Cancellation', 'Job', 'JobState'],
        ...['Pipeline', 'PipelineNode', 'PipelineSnapshot', 'Verdict'],
      ].sort(),
    );
  });

  test.each(given)('%s', (name, type) => {
    const row = rows.find(({ names }) => names.includes(name));
    const inherited = new Set(name === 'Bridge' ? membersOf(types.get('Job') ?? type) : []);
    expect([...(row?.members ?? [])].sort()).toEqual(
      membersOf(type)
        .filter((member) => !inherited.has(member))
        .sort(),
    );
  });

  const event = types.get('PipelineEvent');
  const kinds = (event?.isUnion() === true ? event.types : []).map((type) => {
    const kind = type.getProperty('kind');
    const kindType = kind && checker.getTypeOfSymbol(kind);
    return { kind: kindType?.isStringLiteral() === true ? kindType.value : '', type };
  });

  test('events of every kind', () => {
    const details = rows.filter(({ names }) => names.every((name) => /^[a-z]+(?:_[a-z]+)*$/.test(name)));
    expect(details.flatMap(({ names }) => names).sort()).toEqual(kinds.map(({ kind }) => kind).sort());
    for (const { names, members } of details) {
      const own = kinds
        .filter(({ kind }) => names.includes(kind))
        .flatMap(({ type }) => membersOf(type))
        .filter((member) => !['kind', 'elapsedMs'].includes(member));
      expect({ names, members: [...members].sort() }).toEqual({ names, members: [...new Set(own)].sort() });
    }
  });
});

describe('the declarations in dist/types, which are made without a type checker', () => {
  test.each([
    { what: 'a literal', text: 'export const a = 1;', want: 'export declare const a = 1;' },
    {
      what: 'a written type from elsewhere',
      text: "import type { B } from './b.js';\nexport const b: readonly B[] = [];",
      want: "import type { B } from './b.js';\nexport declare const b: readonly B[];",
    },
    {
      what: '`any` in a comment',
      text: '/** any */\nexport let c: string;',
      want: '/** any */\nexport declare let c: string;',
    },
  ])('say $what', ({ text, want }) => {
    expect(declaration('entry.ts', text)).toBe(`${want}\n`);
  });

  test.each([
    { what: 'a constant', text: "import { b } from './b.js';\nexport const a = b;" },
    { what: 'a member', text: "import { b } from './b.js';\nexport class A {\n  readonly c = b.c;\n}" },
    { what: 'a result', text: "import { b } from './b.js';\nexport function a() {\n  return [b()];\n}" },
    { what: 'a default', text: "import { b } from './b.js';\nexport function a(c = b): void {}" },
    { what: 'a base class', text: "import { b } from './b.js';\nexport class A extends b() {}" },
    { what: 'a result of the standard library', text: 'export const a = () => Math.max(1);' },
  ])('are refused where the type of $what stands in another module', ({ text }) => {
    expect(() => declaration('entry.ts', text)).toThrow('entry.ts: write the type of what it exports');
  });
});
