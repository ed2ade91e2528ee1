import ts from 'typescript';

/**
 * What a script reads of its environment, each once: the name of a variable, `NAME_*` where the name begins
 * so and is made at run time, `(computed) …` for any other way to a name, and `(whole) …` where all of it is
 * handed on. Seen are `process.env`, however `process` is called, and every `environment` or `env` that it is
 * handed on as.
 */
export function environmentReads(code: string): readonly string[] {
  const options = {
    languageVersion: ts.ScriptTarget.ES2023,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const file = ts.createSourceFile('script.js', code, options, true, ts.ScriptKind.JS);
  const found = new Set<string>();
  const shown = (node: ts.Node): string =>
    asWritten(node.getText(file)).replaceAll(/\s+/g, ' ').slice(0, 100);
  const use = (node: ts.Expression): void => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      // A list of pairs may have the name, too.
      if (!(parent.name.text in Array.prototype)) found.add(parent.name.text);
    } else if (ts.isElementAccessExpression(parent) && parent.expression === node) {
      found.add(nameOf(parent.argumentExpression) ?? `(computed) ${shown(parent.argumentExpression)}`);
    } else if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)) {
      for (const { propertyName, name } of parent.name.elements)
        found.add((propertyName ?? name).getText(file));
    } else if (isProcessEnvironment(node)) found.add(`(whole) ${shown(parent)}`);
  };
  const visit = (node: ts.Node): void => {
    // An argument that is taken apart: `({ CI_JOB_ID: job })`.
    if (ts.isBindingElement(node)) {
      const name = (node.propertyName ?? node.name).getText(file);
      if (/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name)) found.add(name);
    }
    if (ts.isExpression(node) && (isProcessEnvironment(node) || isHandedOn(node))) use(node);
    if (
      ts.isVariableDeclaration(node) &&
      ts.isObjectBindingPattern(node.name) &&
      node.initializer !== undefined &&
      isProcess(node.initializer)
    ) {
      const env = node.name.elements.find(
        ({ propertyName, name }) => (propertyName ?? name).getText(file) === 'env',
      );
      if (env !== undefined) found.add(`(whole) ${shown(env)}`);
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      if (from !== undefined && ts.isStringLiteral(from) && /^(?:node:)?process$/.test(from.text)) {
        found.add(`(whole) ${shown(node)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].sort();
}

/**
 * Without the names that a bundler gives to modules and to what they export, which change with other modules.
 */
function asWritten(text: string): string {
  return text
    .replaceAll(/\(0,\s*\w+\/\* (\w+) \*\/\.\w+\)/g, '$1')
    .replaceAll(/\(0,\s*\w+\.(\w+)\)/g, '$1')
    .replaceAll(/\w+\/\* (\w+) \*\/\.\w+/g, '$1');
}

function nameOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node) && node.head.text !== '') return `${node.head.text}*`;
  return undefined;
}

/** `process`, or what a bundler calls it. */
function isProcess(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return /^(?:node_|external_node_)?process(?:_|$)/.test(node.text);
  return ts.isPropertyAccessExpression(node) && node.name.text === 'process';
}

function isProcessEnvironment(node: ts.Node): node is ts.Expression {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'env' && isProcess(node.expression);
  return (
    ts.isElementAccessExpression(node) &&
    nameOf(node.argumentExpression) === 'env' &&
    isProcess(node.expression)
  );
}

/** By the names that our own code gives it: `environment`, `means.environment`, `env`. */
function isHandedOn(node: ts.Node): node is ts.Expression {
  const name = ts.isIdentifier(node) ? node : ts.isPropertyAccessExpression(node) ? node.name : undefined;
  if (name === undefined || !/^env(?:ironment)?$/.test(name.text)) return false;
  return !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}
