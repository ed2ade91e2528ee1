import type { HostMeans, HostProgram } from '../../../../src/hosts/host.js';

/** What an adapter did. */
export interface HostRecord {
  readonly printed: () => string;
  readonly files: ReadonlyMap<string, string>;
  /** Without those that only prove what another one did. */
  readonly programs: readonly HostProgram[];
}

/** Means in memory; the time is the second 1,700,000,000 and the process has the id 4321. */
export function memoryMeans(
  environment: Readonly<Record<string, string>>,
  { folders = [] }: { readonly folders?: readonly string[] } = {},
): { readonly means: HostMeans; readonly record: HostRecord } {
  let printed = '';
  const files = new Map<string, string>();
  const programs: HostProgram[] = [];
  return {
    means: {
      environment,
      print: (text) => {
        printed += text;
      },
      appendText: (path, text) => void files.set(path, (files.get(path) ?? '') + text),
      readText: (path) => files.get(path) ?? '',
      writeText: (path, text) => void files.set(path, text),
      isThere: (path) => files.has(path),
      isFolder: (path) => folders.includes(path),
      run: (program) => {
        const { accepts, ...told } = program;
        if (accepts === undefined) programs.push(told);
        return Promise.resolve(undefined);
      },
      clock: { epochMs: () => 1_700_000_000_999 },
      processId: 4321,
    },
    record: { printed: () => printed, files, programs },
  };
}
