import { leftOut, taken, type Fitting } from './output-carrier.js';

/** How much a host takes. */
export interface OutputLimits {
  /** Of everything together, as it is written. */
  readonly totalBytes?: number | undefined;
  readonly entries?: number | undefined;
  /** Of one output, as it is written. */
  readonly entryBytes?: number | undefined;
}

/** A long value leaves so much room for the short ones, which come again and again until the end. */
const reservedBytes = 512;

const longBytes = 300;

/** Decides whether an output has room beside the others; `written` holds each as it is written, by name. */
export function withinLimits(
  limits: OutputLimits,
  written: ReadonlyMap<string, string>,
  [name, text]: readonly [string, string],
): Fitting {
  const { totalBytes, entries, entryBytes } = limits;
  const bytes = Buffer.byteLength(text);
  if (entryBytes !== undefined && bytes > entryBytes)
    return leftOut(`a value takes ${entryBytes} bytes at most here`);
  const others = Array.from(written).filter(([other]) => other !== name);
  if (entries !== undefined && others.length >= entries)
    return leftOut(`there is room for ${entries} outputs here`);
  const reserved = bytes > longBytes ? reservedBytes : 0;
  const total = others.reduce((sum, [, other]) => sum + Buffer.byteLength(other), bytes + reserved);
  if (totalBytes !== undefined && total > totalBytes)
    return leftOut(`there is room for ${totalBytes} bytes of outputs here`);
  return taken;
}
