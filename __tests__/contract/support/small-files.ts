import { importedPath, type SourceFacts } from './source-facts.js';

/** When a file of few lines stands by itself with good reason. */
export interface SmallFileRule {
  /** Files with fewer lines of code than this are small. */
  readonly fewerLinesThan: number;
  /** Folders, with a slash at the end, in which a file may have any size. */
  readonly anySizeIn: readonly string[];
  /** A small file is needed apart when so many files, of so many folders, import it. */
  readonly importers: { readonly files: number; readonly folders: number };
}

/** The small files of `sources` that the rule does not let pass, by path, in order. */
export function smallFilesOf(sources: readonly SourceFacts[], rule: SmallFileRule): readonly string[] {
  const importers = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    for (const { specifier } of imports) {
      if (!specifier.startsWith('.')) continue;
      const target = importedPath(path, specifier);
      importers.set(target, (importers.get(target) ?? new Set()).add(path));
    }
  }
  const isShared = (path: string): boolean => {
    const files = [...(importers.get(path) ?? [])];
    const folders = new Set(files.map((file) => file.split('/').slice(0, -1).join('/')));
    return files.length >= rule.importers.files && folders.size >= rule.importers.folders;
  };
  return sources
    .filter(({ codeLines }) => codeLines < rule.fewerLinesThan)
    .map(({ path }) => path)
    .filter((path) => !rule.anySizeIn.some((place) => path.startsWith(place)) && !isShared(path))
    .sort();
}
