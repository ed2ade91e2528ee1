import { parseTriggerRequest } from '../../../../src/inputs/commands/trigger.js';
import type { FollowRequest, TriggerRequest } from '../../../../src/model/requests.js';

const inputs: Readonly<Record<string, string>> = {
  gitlab_url: 'https://gitlab.example.com',
  project_id: 'group/app',
  ref: 'main',
  token: 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182',
  access_token: 'glpat-Qw3rTy7uIoP9aSdFgHjK',
  dry_run: 'true',
};

/** A dry run of group/app at main, with both tokens; or the same with other inputs. */
export async function requested(changes: Readonly<Record<string, string>> = {}): Promise<TriggerRequest> {
  const given = { ...inputs, ...changes };
  const readText = (): Promise<string> => Promise.reject(new Error('there are no files'));
  const { request } = await parseTriggerRequest({ read: (name) => given[name] }, { readText });
  return request;
}

/** How a run follows its pipeline that waits. */
export async function followed(): Promise<FollowRequest> {
  const { follow } = await requested({ wait: 'true' });
  if (follow === undefined) throw new Error('it waits');
  return follow;
}
