// @ts-check
// The types that the package gives to whoever uses it, without a type checker.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import ts from 'typescript';

/**
 * The types of the library and of the simulator: their declarations, and all that these import.
 * @param {string} sources the folder with the modules
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function declarations(sources) {
  const files = new Map();
  const queue = ['entries/library', 'entries/simulator'];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const text = declaration(`${name}.ts`, await readFile(path.join(sources, `${name}.ts`), 'utf8'));
    files.set(`types/${name}.d.ts`, Buffer.from(text));
    for (const [, specifier] of text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
      if (!specifier?.startsWith('.')) throw new Error(`${name} needs the types of ${specifier}`);
      const target = path.posix.join(path.posix.dirname(name), specifier.replace(/\.js$/, ''));
      if (!files.has(`types/${target}.d.ts`) && !queue.includes(target)) queue.push(target);
    }
  }
  return files;
}

/**
 * What a module declares. Only its own text is read, which takes no time: what it exports has to have a type
 * that can be told from there.
 * @param {string} name
 * @param {string} text
 */
export function declaration(name, text) {
  const { outputText } = ts.transpileDeclaration(text, {
    fileName: name,
    compilerOptions: {
      declaration: true,
      isolatedDeclarations: true,
      module: ts.ModuleKind.ESNext,
      strict: true,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
    },
  });
  /** @param {ts.Node} node */
  const refuseAny = (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      const declared = node.parent.getText();
      throw new Error(`${name}: write the type of what it exports: '${declared}' comes from another module`);
    }
    ts.forEachChild(node, refuseAny);
  };
  refuseAny(ts.createSourceFile(name, outputText, ts.ScriptTarget.ESNext, true));
  return outputText;
}
