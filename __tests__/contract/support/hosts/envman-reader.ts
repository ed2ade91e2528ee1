import type { HostProgram } from '../../../../src/hosts/host.js';

/** What `envman add` makes of its words and its standard input. @throws where it would end with an error. */
export function envmanVariables(programs: readonly HostProgram[]): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const { name, words, input } of programs) {
    const [verb, keyFlag, key = '', ...flags] = words;
    if (name !== 'envman' || verb !== 'add' || keyFlag !== '--key') throw new Error('no variable is added');
    const unknown = flags.filter((flag) => flag !== '--no-expand' && flag !== '--sensitive');
    if (unknown.length > 0) throw new Error(`flag provided but not defined: ${unknown.join(' ')}`);
    if (Buffer.byteLength(input) > 20 * 1024) throw new Error('environment value too large - rejected');
    variables[key] = flags.includes('--no-expand') ? input : input.replace(/\$\w+/g, '(expanded)');
  }
  return variables;
}
