import { InputError } from '../base/app-error.js';
import type { InputSource } from '../inputs/input-source.js';
import type { ConnectionOptions } from './options.js';

/**
 * The options of a call, read as inputs: `projectId` is the input `project_id`. So they are checked by the same rules, with the same messages.
 * @throws {InputError} for a header of more than one line.
 */
export function optionSource({ requestHeaders, ...options }: ConnectionOptions): InputSource {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries<unknown>(options)) {
    if (name !== 'signal' && value !== undefined && value !== null) texts.set(inputName(name), textOf(value));
  }
  if (requestHeaders !== undefined) texts.set('request_headers', headerLines(requestHeaders));
  return { read: (name) => texts.get(name) };
}

function inputName(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join('\n');
  return JSON.stringify(value);
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (!lines.some((line) => /[\r\n]/.test(line))) return lines.join('\n');
  throw new InputError({
    code: 'invalid_input',
    what: 'request_headers has a header of more than one line (not shown)',
    cure: 'Take the line ends out.',
  });
}
