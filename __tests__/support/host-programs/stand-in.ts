import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands for a program that a host brings: as strict as that, and where that is silent, as silent. */
export interface ProgramStandIn {
  readonly name: string;
  /** A script for `sh`; what it is told to keep is a file each in `store`. */
  readonly script: (store: string) => string;
  readonly refusals: readonly Refusal[];
}

/** What the real program does not do, although it was told to. */
export interface Refusal {
  readonly what: string;
  /** Where that is to be read. */
  readonly source: string;
  readonly words: readonly string[];
  readonly input?:
    | { readonly kind: 'socket'; readonly text: string }
    | { readonly kind: 'file'; readonly flag: string; readonly text: string }
    | undefined;
  /** Only older versions than the one that the lane of engines runs. */
  readonly ofOlder?: true;
  /** Beside what every program has. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly exitCode: number;
  /** What is in the store afterwards. */
  readonly stored: Readonly<Record<string, string>>;
}

/** Puts stand-ins into a folder, for `PATH`. */
export function installStandIns(standIns: readonly ProgramStandIn[], folder: string, store: string): void {
  for (const path of [folder, store]) mkdirSync(path, { recursive: true });
  for (const { name, script } of standIns) {
    writeFileSync(join(folder, name), `#!/bin/sh${script(store)}`, { mode: 0o755 });
  }
}
