import type { Viewer } from '../state/permissions.js';
import type { Instance } from '../state/records.js';
import type { Caller } from './caller.js';
import type { ParameterTree } from './parameter-tree.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/** One request during routing: everything that an endpoint may read. */
export interface Call {
  readonly instance: Instance;
  readonly nowMs: number;
  readonly request: SimulatedRequest;
  /** Query and body merged, and the path's parameters over them. */
  readonly parameters: ParameterTree;
  /** The path's parameters alone, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

export type Endpoint = (call: Call) => SimulatedResponse;

/** The user a call acts for. */
export function viewerOf({ caller }: Call): Viewer {
  return caller.kind === 'anonymous' ? undefined : caller.user;
}
