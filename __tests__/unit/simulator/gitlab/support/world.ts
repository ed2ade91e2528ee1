import type { Clock } from '../../../../../src/base/clock.js';
import { SimulatedGitLab } from '../../../../../src/simulator/gitlab/simulated-gitlab.js';
import type { ProjectDescription, Scenario } from '../../../../../src/simulator/gitlab/state/scenario.js';

export const startMs = Date.UTC(2026, 0, 1);

/** A clock that stands still until a test moves it. */
export interface StandingClock extends Clock {
  readonly pass: (spanMs: number) => void;
}

export function standingClock(): StandingClock {
  let passedMs = 0;
  return {
    nowMs: () => passedMs,
    epochMs: () => startMs + passedMs,
    schedule: () => {
      throw new Error('the simulated GitLab must not use timers');
    },
    pass: (spanMs) => {
      passedMs += spanMs;
    },
  };
}

/** One stage, one job of a second. */
export const shortScript = { jobs: [{ name: 'unit' }] };

/**
 * Project 42 `group/app`: `ada` maintains it and owns the trigger token `trigger`, `dev` develops, `guest`
 * looks.
 */
export function scenario(
  project: Partial<ProjectDescription> = {},
  changes: Partial<Scenario> = {},
): Scenario {
  return {
    users: [
      { username: 'ada', name: 'Ada' },
      { username: 'dev' },
      { username: 'guest' },
      { username: 'eve', blocked: true },
    ],
    projects: [
      {
        id: 42,
        path: 'group/app',
        members: { ada: 'maintainer', dev: 'developer', guest: 'guest', eve: 'owner' },
        refs: [{ name: 'main', sha: '1'.repeat(40) }],
        triggers: [{ token: 'trigger', owner: 'ada', description: 'ci' }],
        ci: { kind: 'valid', script: shortScript },
        ...project,
      },
      { id: 43, path: 'group/other', refs: [], triggers: [{ token: 'foreign', owner: 'ada' }] },
    ],
    accessTokens: [
      { token: 'ada-api', user: 'ada', scopes: ['api'] },
      { token: 'ada-read', user: 'ada', scopes: ['read_api'] },
      { token: 'dev-api', user: 'dev', scopes: ['api'] },
      { token: 'guest-api', user: 'guest', scopes: ['api'] },
    ],
    ...changes,
  };
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON unless it is text. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Read as JSON where it is JSON. */
  readonly body: unknown;
}

export interface World {
  readonly clock: StandingClock;
  readonly gitlab: SimulatedGitLab;
  /** `target` is below `/api/v4` when it does not say otherwise. */
  readonly send: (method: string, target: string, sent?: Sent) => Answer;
  readonly trigger: (body?: Readonly<Record<string, unknown>>) => Answer;
  /** As `ada`, who may do everything. */
  readonly asAda: (method: string, target: string, body?: unknown) => Answer;
}

export function createWorld(give: Scenario = scenario()): World {
  const clock = standingClock();
  const gitlab = new SimulatedGitLab({ clock }, give);
  const send: World['send'] = (method, target, { headers = {}, body } = {}) => {
    const json = body !== undefined && typeof body !== 'string';
    const response = gitlab.handle({
      method,
      target: target.startsWith('/projects') || target === '/version' ? `/api/v4${target}` : target,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      body: Buffer.from(json ? JSON.stringify(body) : typeof body === 'string' ? body : ''),
    });
    const text = response.body.toString('utf8');
    const isJson = response.headers['content-type'] === 'application/json' && text !== '';
    return { ...response, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  return {
    clock,
    gitlab,
    send,
    trigger: (body = {}) =>
      send('POST', '/projects/42/trigger/pipeline', { body: { ref: 'main', token: 'trigger', ...body } }),
    asAda: (method, target, body) => send(method, target, { headers: { 'private-token': 'ada-api' }, body }),
  };
}

/** One value out of a JSON body, by its path. */
export function pick(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    body,
  );
}

/** The same value out of each item of a JSON list. */
export function pluck(body: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  if (!Array.isArray(body)) throw new TypeError(`not a list: ${JSON.stringify(body)}`);
  return body.map((item) => pick(item, ...path));
}
