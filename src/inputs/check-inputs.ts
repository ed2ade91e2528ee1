import type { InputTable } from './input-table.js';
import { triggerTable } from './trigger-inputs.js';

/** Every input of the command that checks: those of the run that it is about, but for the one that makes a check of a run. */
export const checkTable: InputTable = Object.fromEntries(
  Object.entries(triggerTable).filter(([name]) => name !== 'dry_run'),
);
