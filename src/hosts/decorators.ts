import type { ErrorParts } from '../base/errors.js';
import type { OwnPlace } from '../base/files.js';
import { withoutEnd } from '../base/text.js';
import type { OutputFormat } from '../model/requests.js';
import type { Host, LostOutput } from './host.js';
import { formatOutputs } from './output-files.js';
import { type FileSecrecy, type StepFiles, clearPlace, fileCodeOf, textAt } from './step-files.js';

/** A file for the outputs, in addition to the host's own place. */
export interface OutputFile {
  /** Path of a file, or of a folder for the format `files`. */
  readonly path: string;
  readonly format: OutputFormat;
  /** Prefix of every name. */
  readonly prefix: string;
}

/** The part of a host that is needed here. */
type OutputHost = Pick<Host, 'outputs' | 'log' | 'masker' | 'places'>;

/** The text of every required file, by its path. */
type Texts = ReadonlyMap<string, string>;

/**
 * The host, with every output also in a file, which is enough if the host's own places take none. The file is
 * rewritten for each new output, in one step: a reader never sees half of it, and a killed step leaves what
 * was known. Removes the file of an earlier run first; `names` are the outputs that such a run may have had.
 * Warns once about a value that the format cannot represent, and omits it. Only this user may read a file
 * with a secret.
 * @throws {InputError} when the file cannot be written.
 */
export function withOutputFile<SomeHost extends OutputHost>(
  host: SomeHost,
  files: StepFiles,
  { names, ...file }: OutputFile & { readonly names: readonly string[] },
): SomeHost {
  const { path, format, prefix } = file;
  const known = new Map<string, string>();
  const leftOut = new Set<string>();
  const secrecyOf = (text: string): FileSecrecy => (host.masker.redact(text) === text ? 'open' : 'secret');
  const write = (texts: Texts): void => {
    const secrecy = format === 'files' ? undefined : secrecyOf([...known.values()].join('\n'));
    for (const [place, text] of texts) files.replace(place, text, secrecy ?? secrecyOf(text));
  };
  /** The texts of all files, or of those that an output changes. */
  const textsOf = (changed: Iterable<string>): Texts => {
    // One file per output that contains only its value.
    if (format === 'files') {
      return new Map(Array.from(changed, (name) => [pathIn(path, name), known.get(name) ?? '']));
    }
    const document = formatOutputs(format, known);
    for (const { name, why } of document.leftOut) {
      if (leftOut.has(name)) continue;
      leftOut.add(name);
      host.log.warning(`output_file lacks ${name}: it ${why}, which the format ${format} cannot carry`);
    }
    const left = new Set(document.leftOut.map(({ name }) => name));
    for (const name of leftOut) if (!left.has(name)) leftOut.delete(name);
    return new Map([[path, document.text]]);
  };

  clearOutputs(files, file, { names, write: () => write(textsOf([])) });
  /** The error of the last attempt; by name for the format with one file per output. */
  const errors = new Map<string, string>();
  let isPrinted = false;
  const set = (name: string, value: string): void => {
    host.outputs.set(name, value);
    const fileName = `${prefix}${name}`;
    known.set(fileName, value);
    const key = format === 'files' ? fileName : '';
    try {
      write(textsOf([fileName]));
      errors.delete(key);
    } catch (error) {
      errors.set(key, fileCodeOf(error));
      if (!isPrinted) host.log.warning(`output_file could not be written (${fileCodeOf(error)})`);
      isPrinted = true;
    }
  };
  /**
   * Another program may have removed the file, or the write may have failed: reads the file, and writes it
   * again if necessary.
   */
  const settle = (): void => {
    for (const [place, text] of textsOf(known.keys())) {
      const key = format === 'files' ? place.slice(pathIn(path, '').length) : '';
      try {
        if (textAt(files, place) !== text) write(new Map([[place, text]]));
        errors.delete(key);
      } catch (error) {
        errors.set(key, fileCodeOf(error));
      }
    }
  };
  const isInFile = ({ name }: LostOutput): boolean => {
    const fileName = `${prefix}${name}`;
    return known.has(fileName) && !leftOut.has(fileName) && !errors.has(format === 'files' ? fileName : '');
  };
  const places = (): readonly OwnPlace[] => {
    const paths =
      format === 'files'
        ? [...names.map((name) => `${prefix}${name}`), ...known.keys()].map((name) => pathIn(path, name))
        : [path];
    return [
      ...(host.places?.() ?? []),
      ...[...new Set(paths)].map((each) => ({ what: 'output_file', path: each })),
    ];
  };
  return {
    ...host,
    places,
    outputs: {
      files: host.outputs.files,
      set,
      lost: async () => {
        const others = (await host.outputs.lost?.()) ?? [];
        settle();
        return others.filter((output) => !isInFile(output));
      },
      stale: host.outputs.stale,
      fault: () => {
        settle();
        return host.outputs.fault?.() ?? faultOf([...errors]);
      },
    },
  };
}

/** @throws {InputError} when the outputs cannot be removed. */
function clearOutputs(
  files: StepFiles,
  { path, format, prefix }: OutputFile,
  { names, write }: { readonly names: readonly string[]; readonly write: () => void },
): void {
  if (format !== 'files') {
    clearPlace(files, { input: 'output_file', path, wanted: 'file' }, write);
    return;
  }
  clearPlace(files, { input: 'output_file', path, wanted: 'folder' }, (found) => {
    files.makeFolder(path);
    const former = found === 'nothing' ? [] : files.namesIn(path);
    for (const name of former) if (isOutputFile(name, { prefix, names })) files.remove(pathIn(path, name));
    files.probe(pathIn(path, 'outputs'));
  });
}

/**
 * Whether an earlier run may have left a file in a folder of outputs. The names of its values are unknown.
 */
export function isOutputFile(
  fileName: string,
  { prefix, names }: { readonly prefix: string; readonly names: readonly string[] },
): boolean {
  if (!fileName.startsWith(prefix)) return false;
  const name = fileName.slice(prefix.length);
  return names.includes(name) || /^value_\w+$/.test(name);
}

function faultOf(errors: readonly (readonly [string, string])[]): ErrorParts | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const [name, why] = first;
  const which = name === '' ? '' : ` (${errors.map(([each]) => each).join(', ')})`;
  return {
    code: 'file_not_written',
    what: `output_file does not hold what it was asked for${which}`,
    why: `It could not be written: ${why}.`,
    hint: 'Check the path, whether this user may write there, and whether there is room.',
  };
}

function pathIn(folder: string, fileName: string): string {
  return `${withoutEnd(folder, '/')}/${fileName}`;
}

/** Receives the outputs and warnings of a step. */
export interface HostListener {
  readonly onOutput: (name: string, value: string) => void;
  readonly onWarning: (text: string) => void;
  /** Whether it passes on what it receives unchanged, without redaction. */
  readonly hearsWhole: (value: string) => boolean;
}

/**
 * The host with a listener that receives outputs and warnings after the host. An output counts as delivered
 * when the listener has it.
 */
export function withListener<SomeHost extends Pick<Host, 'outputs' | 'log'>>(
  host: SomeHost,
  { onOutput, onWarning, hearsWhole }: HostListener,
): SomeHost {
  const { keeps } = host.outputs;
  const heard = new Map<string, string>();
  return {
    ...host,
    outputs: {
      ...host.outputs,
      keeps: keeps === 'nothing' ? 'no_secrets' : keeps,
      hindrance: (kind) => (kind === 'open' ? undefined : host.outputs.hindrance?.(kind)),
      // The listener has what the host's own places have not.
      blocked: undefined,
      undelivered: undefined,
      lost: async () => {
        const others = (await host.outputs.lost?.()) ?? [];
        return others.filter(({ name }) => !hearsWhole(heard.get(name) ?? ''));
      },
      set: (name: string, value: string) => {
        host.outputs.set(name, value);
        heard.set(name, value);
        onOutput(name, value);
      },
    },
    log: {
      ...host.log,
      warning: (text: string) => {
        host.log.warning(text);
        onWarning(text);
      },
    },
  };
}
