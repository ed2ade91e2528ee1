import { withoutEnd } from '../base/without-end.js';
import { formatOutputs, type OutputFormat } from './output-format.js';
import type { Host } from './ports.js';
import { clearPlace, fileCodeOf, type StepFiles } from './step-files.js';

/** Where the outputs of a step go beside the host's own place. */
export interface OutputFile {
  /** Of a file; of a folder for the format `files`. */
  readonly path: string;
  readonly format: OutputFormat;
  /** Put in front of every name. */
  readonly prefix: string;
}

/** The part of a host that is needed here. */
type OutputHost = Pick<Host, 'outputs' | 'log'>;

/** Writes what is known by now; `changed` is the name of the output that is new. */
type Writer = (known: ReadonlyMap<string, string>, changed: string) => void;

/**
 * The host, with every output also in a file, written anew as soon as one is known: a reader never sees half of it, and a step that is killed leaves
 * what was known. What an earlier run left there is gone before this one begins; `names` are the outputs that it may have had. What the
 * format cannot carry is said once and left out.
 * @throws {InputError} when there can be no such file.
 */
export function withOutputFile<SomeHost extends OutputHost>(
  host: SomeHost,
  files: StepFiles,
  { names, ...file }: OutputFile & { readonly names: readonly string[] },
): SomeHost {
  const write = writerOf(files, file, host.log);
  const known = new Map<string, string>();
  const { path, prefix } = file;
  if (file.format === 'files') {
    clearPlace(files, { input: 'output_file', path, wanted: 'folder' }, () => {
      files.makeFolder(path);
      for (const name of names) files.remove(pathIn(file, `${prefix}${name}`));
    });
  } else {
    clearPlace(files, { input: 'output_file', path, wanted: 'file' }, () => write(known, ''));
  }
  let isBroken = false;
  const set = (name: string, value: string): void => {
    host.outputs.set(name, value);
    const fileName = `${file.prefix}${name}`;
    known.set(fileName, value);
    try {
      write(known, fileName);
    } catch (error) {
      if (!isBroken) host.log.warning(`output_file could not be written (${fileCodeOf(error)})`);
      isBroken = true;
    }
  };
  return { ...host, outputs: { set } };
}

function writerOf(files: StepFiles, file: OutputFile, log: OutputHost['log']): Writer {
  const { path, format } = file;
  // A file for each output, with its value and nothing else in it.
  if (format === 'files')
    return (known, changed) => files.replace(pathIn(file, changed), known.get(changed) ?? '');
  const said = new Set<string>();
  return (known) => {
    const { text, leftOut } = formatOutputs(format, known);
    files.replace(path, text);
    for (const { name, why } of leftOut) {
      if (said.has(name)) continue;
      said.add(name);
      log.warning(`output_file lacks ${name}: it ${why}, which the format ${format} cannot carry`);
    }
  };
}

function pathIn({ path }: OutputFile, fileName: string): string {
  return `${withoutEnd(path, '/')}/${fileName}`;
}
