import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isObject } from '../../base/is-object.js';
import type { Host } from '../../hosts/host.js';

/** What the post step needs to know of the server. */
export interface SavedServer {
  readonly pid: number;
  /** Of this server alone. */
  readonly folder: string;
}

export type ServerPlaces = Readonly<Record<'readyFile' | 'caFile' | 'logFile', string>>;

export function placesIn(folder: string): ServerPlaces {
  const place = (name: string): string => path.join(folder, name);
  return { readyFile: place('ready.json'), caFile: place('ca.pem'), logFile: place('log.txt') };
}

/** To be called as soon as there is a process: the step can be killed at any time. */
export function saveServer({ state }: Pick<Host, 'state'>, server: SavedServer): void {
  state.save('server', JSON.stringify(server));
}

/** `undefined` when the main step has started none. */
export function savedServer({ state }: Pick<Host, 'state'>): SavedServer | undefined {
  const text = state.load('server');
  if (text === undefined) return undefined;
  const saved: unknown = JSON.parse(text);
  if (!isObject(saved)) return undefined;
  const { pid, folder } = saved;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 2) return undefined;
  return typeof folder === 'string' && path.isAbsolute(folder) ? { pid, folder } : undefined;
}

/** What is in a file; nothing when there is none. */
export function textAt(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
