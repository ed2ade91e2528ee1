import type { InputSource, TextFiles } from '../../model/requests.js';
import { type InputTable, isBlank } from '../table.js';
import { type ParsedTriggerRequest, checkTable, parseTriggerRequest } from './trigger.js';

/** Every input of the command `plan`: those of the run that it is about. */
export const planTable: InputTable = checkTable;

/** Placeholders for tokens that do not exist yet. Nothing is sent, and none of them is shown. */
const shapes = {
  token: `glptt-${'0'.repeat(40)}`,
  access_token: `glpat-${'0'.repeat(20)}`,
  github_token: `ghp_${'0'.repeat(36)}`,
} as const;

/**
 * Reads and checks a run that is only to be planned: its tokens need not be there yet.
 * @throws {InputError} once, with every problem of every input.
 */
export async function parsePlanRequest(source: InputSource, files: TextFiles): Promise<ParsedTriggerRequest> {
  const isGiven = (name: string): boolean => !isBlank(source.read(name));
  const supersedes = /^\s*true\s*$/i.test(source.read('supersede') ?? '');
  const shapeOf = (name: string): string | undefined => {
    switch (name) {
      case 'token':
        return isGiven('access_token') && !supersedes ? undefined : shapes.token;
      case 'access_token':
        return supersedes ? shapes.access_token : undefined;
      case 'github_token':
        return isGiven('comment') || isGiven('commit_status') ? shapes.github_token : undefined;
      default:
        return undefined;
    }
  };
  const read = (name: string): string | undefined => {
    const given = source.read(name);
    return isBlank(given) ? shapeOf(name) : given;
  };
  return await parseTriggerRequest({ read }, files);
}
