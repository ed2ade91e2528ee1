import { builtinModules } from 'node:module';

import { importedPath, type ImportFact, type SourceFacts } from './source-facts.js';

/** What a folder of `src/` may import from other folders. */
export interface FolderRule {
  readonly imports: readonly string[];
  readonly typeImports: readonly string[];
  /** Modules of Node: `all`; `pure`, those that reach nothing outside the process; `none`. */
  readonly builtins: 'all' | 'pure' | 'none';
}

/** Names that only some places may use. A place is a folder with a slash at its end, or a file. */
export interface PlaceRule {
  readonly names: readonly string[];
  readonly allowedIn: readonly string[];
}

/** A name that a rule lets pass, and why. */
export interface Excuse {
  readonly name: string;
  readonly why: string;
}

export interface ArchitectureRules {
  readonly folders: Readonly<Record<string, FolderRule>>;
  /** Modules of Node that a folder with `pure` may import. */
  readonly pureBuiltins: readonly string[];
  /** Packages from npm; one that is not named here may not be imported at all. */
  readonly packages: readonly PlaceRule[];
  readonly globals: readonly PlaceRule[];
  readonly members: readonly PlaceRule[];
  readonly forbiddenNames: readonly string[];
  readonly maxCodeLines: number;
  readonly maxFolderFiles: number;
  /** Words that no declared name may have in it: `lookAhead`, `wishList`. */
  readonly forbiddenWords: readonly string[];
  readonly excusedNames: readonly Excuse[];
  /** Names of exported types that may be declared in more than one file. */
  readonly excusedTypes: readonly Excuse[];
  /** The files of a folder that holds wiring only, and may not grow. */
  readonly closedFolders: Readonly<Record<string, readonly string[]>>;
}

/** Everything in `sources` that breaks a rule, a line each; empty when all is well. */
export function violationsOf(sources: readonly SourceFacts[], rules: ArchitectureRules): readonly string[] {
  const paths = new Set(sources.map(({ path }) => path));
  return [
    ...sources.flatMap((source) => [
      ...source.imports.flatMap((fact) =>
        importFaults({ source, fact, rules, paths }).map((fault) => `${source.path}:${fact.line} ${fault}`),
      ),
      ...nameFaults(source, rules),
      ...shapeFaults(source, rules),
    ]),
    ...cycleFaults(sources),
    ...twinFaults(sources, rules),
    ...folderFaults(sources, rules),
  ];
}

function importFaults(check: {
  readonly source: SourceFacts;
  readonly fact: ImportFact;
  readonly rules: ArchitectureRules;
  readonly paths: ReadonlySet<string>;
}): readonly string[] {
  const { source, fact, rules, paths } = check;
  const { specifier } = fact;
  if (specifier.startsWith('(computed')) return ['imports a module whose name is computed'];
  if (isBuiltin(specifier)) return builtinFaults(source, specifier, rules);
  if (!specifier.startsWith('.')) return packageFaults(source, specifier, rules);
  const target = importedPath(source.path, specifier);
  if (target.startsWith('..')) return [`imports ${specifier} from outside src/`];
  if (!paths.has(target)) return [`imports ${target}, which does not exist`];
  const from = folderOf(source.path);
  const to = folderOf(target);
  if (from === to) return [];
  const rule = rules.folders[from];
  if (rule === undefined) return [];
  if (rule.imports.includes(to)) return [];
  if (!rule.typeImports.includes(to)) return [`${from}/ may not import from ${to}/`];
  return fact.typeOnly ? [] : [`${from}/ may import only types from ${to}/`];
}

function builtinFaults(source: SourceFacts, specifier: string, rules: ArchitectureRules): readonly string[] {
  const rule = rules.folders[folderOf(source.path)];
  const name = specifier.replace(/^node:/, '');
  const asGlobal = placeFaults({ source, name: `node:${name}`, rules: rules.globals, verb: 'imports' });
  if (asGlobal.length > 0) return asGlobal;
  if (!specifier.startsWith('node:')) return [`imports ${specifier} without node:`];
  const allowed =
    rule === undefined ||
    rule.builtins === 'all' ||
    (rule.builtins === 'pure' && rules.pureBuiltins.includes(specifier));
  return allowed ? [] : [`${folderOf(source.path)}/ may not import ${specifier}`];
}

function packageFaults(source: SourceFacts, specifier: string, rules: ArchitectureRules): readonly string[] {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const isKnown = rules.packages.some(({ names }) => names.includes(name));
  if (!isKnown) return [`imports the package ${name}, which no rule allows`];
  return placeFaults({ source, name, rules: rules.packages, verb: 'imports' });
}

function nameFaults(source: SourceFacts, rules: ArchitectureRules): readonly string[] {
  const at = (line: number, faults: readonly string[]): readonly string[] =>
    faults.map((fault) => `${source.path}:${line} ${fault}`);
  return [
    ...source.globals.flatMap(({ name, line }) =>
      at(line, placeFaults({ source, name, rules: rules.globals, verb: 'uses' })),
    ),
    ...source.members.flatMap(({ name, line }) =>
      at(line, placeFaults({ source, name, rules: rules.members, verb: 'uses' })),
    ),
    ...source.declaredNames
      .filter(({ name }) => rules.forbiddenNames.includes(name.toLowerCase()))
      .map(({ name, line }) => `${source.path}:${line} declares ${name}, a name that says nothing`),
    ...source.declaredNames
      .filter(({ name }) => !rules.excusedNames.some((excuse) => excuse.name === name))
      .flatMap(({ name, line }) =>
        wordsOf(name)
          .filter((word) => rules.forbiddenWords.includes(word))
          .map((word) => `${source.path}:${line} declares ${name}: use the field's word in place of ${word}`),
      ),
  ];
}

function placeFaults(check: {
  readonly source: SourceFacts;
  readonly name: string;
  readonly rules: readonly PlaceRule[];
  readonly verb: string;
}): readonly string[] {
  const { source, name, rules, verb } = check;
  const isHere = (place: string): boolean =>
    place.endsWith('/') ? source.path.startsWith(place) : source.path === place;
  return rules
    .filter((rule) => rule.names.includes(name) && !rule.allowedIn.some(isHere))
    .map((rule) => `${verb} ${name}, which is for ${rule.allowedIn.join(', ') || 'nobody'} only`);
}

function shapeFaults(source: SourceFacts, rules: ArchitectureRules): readonly string[] {
  const words = source.path.toLowerCase().split(/[/.-]/);
  const nothing = words.find((word) => rules.forbiddenNames.some((name) => word === name));
  const folder = folderOf(source.path);
  return [
    ...source.defaultExports.map((line) => `${source.path}:${line} has a default export`),
    ...(nothing === undefined ? [] : [`${source.path} is named ${nothing}, a name that says nothing`]),
    ...(/^[a-z0-9-]+\.ts$/.test(source.path.split('/').at(-1) ?? '')
      ? []
      : [`${source.path} is not in kebab-case`]),
    ...(rules.folders[folder] === undefined ? [`${source.path} is in no folder that has a rule`] : []),
    ...(source.codeLines > rules.maxCodeLines
      ? [`${source.path} has ${source.codeLines} lines of code, more than ${rules.maxCodeLines}`]
      : []),
  ];
}

/** `lookAheadMs` has the words `look`, `ahead` and `ms`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** Exported types of one name, and excuses that nothing needs any more. */
function twinFaults(sources: readonly SourceFacts[], rules: ArchitectureRules): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { path, exportedTypes } of sources) {
    for (const { name } of exportedTypes) places.set(name, [...(places.get(name) ?? []), path]);
  }
  const twins = [...places].filter(([, paths]) => new Set(paths).size > 1);
  return twins
    .filter(([name]) => !rules.excusedTypes.some((excuse) => excuse.name === name))
    .map(([name, paths]) => `${name} is an exported type of ${[...new Set(paths)].join(' and of ')}`);
}

function folderFaults(sources: readonly SourceFacts[], rules: ArchitectureRules): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const { path } of sources) {
    const folder = path.split('/').slice(0, -1).join('/');
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders].flatMap(([folder, paths]) => [
    ...(paths.length > rules.maxFolderFiles
      ? [`${folder}/ has ${paths.length} files, more than ${rules.maxFolderFiles}`]
      : []),
    ...paths
      .filter((path) => rules.closedFolders[folder]?.includes(path.slice(folder.length + 1)) === false)
      .map((path) => `${path} is new in ${folder}/, which holds wiring only: what a run does is in run/`),
  ]);
}

/** Every cycle once, from its alphabetically first file. */
function cycleFaults(sources: readonly SourceFacts[]): readonly string[] {
  const targets = new Map(
    sources.map((source) => [
      source.path,
      source.imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => importedPath(source.path, specifier)),
    ]),
  );
  const found = new Map<string, string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const cycle = trail.slice(start);
      const key = [...cycle].sort().join(' ');
      if (!found.has(key)) found.set(key, `cycle: ${[...cycle, path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of [...targets.keys()].sort()) walk(path, []);
  return [...found.values()];
}

function folderOf(path: string): string {
  return path.split('/').length > 1 ? (path.split('/')[0] ?? '') : '';
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}
