import { posix } from 'node:path';

import ts from 'typescript';

/** A source file, by its path below `src/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface ImportFact {
  readonly specifier: string;
  /** Erased by the compiler: nothing of it is there at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A name used or declared, with the line on which it stands. */
export interface NameFact {
  readonly name: string;
  readonly line: number;
}

/** What the rules want to know of a file. */
export interface SourceFacts {
  readonly path: string;
  readonly imports: readonly ImportFact[];
  /** Globals and what is called on them, e.g. `process`, `setTimeout`, `Date.now`, `new Date()`. */
  readonly globals: readonly NameFact[];
  /** Names behind a dot, called or not, e.g. `reveal`. */
  readonly members: readonly NameFact[];
  /** Names of variables, parameters, functions, classes and types. */
  readonly declaredNames: readonly NameFact[];
  readonly defaultExports: readonly number[];
  /** Names of the types, interfaces and classes that are declared and exported here. */
  readonly exportedTypes: readonly NameFact[];
  /** Lines with code on them: no comments, no empty lines. */
  readonly codeLines: number;
}

/** Reads a source with the compiler's own parser, so that comments and texts are never mistaken for code. */
export function sourceFactsOf({ path, text }: SourceText): SourceFacts {
  const options = {
    languageVersion: ts.ScriptTarget.ES2023,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const file = ts.createSourceFile(path, text, options, true, ts.ScriptKind.TS);
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const imports: ImportFact[] = [];
  const globals: NameFact[] = [];
  const members: NameFact[] = [];
  const declaredNames: NameFact[] = [];
  const defaultExports: number[] = [];
  const exportedTypes: NameFact[] = [];

  const literals: ts.Node[] = [];

  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== undefined) imports.push({ ...found, line: lineOf(node) });
    if (isDefaultExport(node)) defaultExports.push(lineOf(node));
    const exported = exportedTypeOf(node);
    if (exported !== undefined) exportedTypes.push({ name: exported, line: lineOf(node) });
    const global = globalOf(node);
    if (global !== undefined) globals.push({ name: global, line: lineOf(node) });
    if (ts.isPropertyAccessExpression(node)) members.push({ name: node.name.text, line: lineOf(node) });
    const declared = declaredNameOf(node);
    if (declared !== undefined) declaredNames.push({ name: declared, line: lineOf(node) });
    if (isLiteral(node)) literals.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    path,
    imports,
    globals,
    members,
    declaredNames,
    defaultExports,
    exportedTypes,
    codeLines: countCodeLines(file, literals),
  };
}

/**
 * The path below `src/` that a relative import of `from` means: the TypeScript file behind the emitted `.js`.
 */
export function importedPath(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

function importOf(node: ts.Node): Omit<ImportFact, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeImport(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeExport(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), typeOnly: true };
  }
  if (ts.isCallExpression(node) && isLoader(node.expression)) {
    const [argument] = node.arguments;
    return { specifier: argument === undefined ? '' : textOf(argument), typeOnly: false };
  }
  return undefined;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function isTypeExport(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  const names = node.exportClause;
  if (names === undefined || !ts.isNamedExports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function isLoader(expression: ts.Expression): boolean {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(expression) && expression.text === 'require';
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function exportedTypeOf(node: ts.Node): string | undefined {
  const isType =
    ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
  if (!isType) return undefined;
  const isExported = ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  return isExported ? node.name?.text : undefined;
}

/**
 * `process`, `setTimeout` and their like, also behind `globalThis`; with the member where one is asked for:
 * `Date.now`.
 */
function globalOf(node: ts.Node): string | undefined {
  if (
    ts.isNewExpression(node) ||
    (ts.isCallExpression(node) && !ts.isPropertyAccessExpression(node.expression))
  ) {
    const isClock = ts.isIdentifier(node.expression) && node.expression.text === 'Date';
    if (!isClock) return undefined;
    if (ts.isCallExpression(node)) return 'Date()';
    return (node.arguments ?? []).length === 0 ? 'new Date()' : undefined;
  }
  if (ts.isPropertyAccessExpression(node)) {
    const owner = node.expression;
    if (!ts.isIdentifier(owner)) return undefined;
    return owner.text === 'globalThis' ? node.name.text : `${owner.text}.${node.name.text}`;
  }
  return ts.isIdentifier(node) && isUse(node) ? node.text : undefined;
}

/**
 * Whether an identifier stands for a value, and is not merely the name of a member, an import or a
 * declaration.
 */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isBindingElement(parent))
    return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const isNamed = ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent);
  if (isNamed || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.name !== node;
  return !(ts.isMethodSignature(parent) || ts.isImportClause(parent));
}

function declaredNameOf(node: ts.Node): string | undefined {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : `(computed: ${node.getText()})`;
}

/** Whatever may hold the marks of a comment without being one. */
function isLiteral(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  );
}

const blanksAndComments = /(?:\s|\/\/.*|\/\*[^]*?\*\/)+/y;
/** Characters of one line at which no comment and no literal begins. */
const plainCode = /[^\n'"`/}]+/y;

/** Lines with something on them that is neither blank nor part of a comment. */
function countCodeLines(file: ts.SourceFile, literals: readonly ts.Node[]): number {
  const { text } = file;
  const ends = new Map(literals.map((literal) => [literal.getStart(file), literal.getEnd()]));
  const lineAt = (at: number): number => file.getLineAndCharacterOfPosition(at).line;
  const after = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
  const lines = new Set<number>();
  let at = after(/#!.*/y, 0);
  for (at = after(blanksAndComments, at); at < text.length; at = after(blanksAndComments, at)) {
    const literalEnd = ends.get(at);
    const end = literalEnd ?? Math.max(at + 1, after(plainCode, at));
    const last = lineAt(literalEnd ?? at);
    for (let line = lineAt(at); line <= last; line += 1) lines.add(line);
    at = end;
  }
  return lines.size;
}
