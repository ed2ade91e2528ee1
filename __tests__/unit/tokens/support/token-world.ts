import { AbortedError, ResultsError } from '../../../../src/base/errors.js';
import { Secret } from '../../../../src/base/secret.js';
import { type GitLabClient, createGitLabClient } from '../../../../src/gitlab/client.js';
import { probeTriggerToken } from '../../../../src/gitlab/probe-trigger-token.js';
import type { TokenEvent } from '../../../../src/model/events.js';
import type { RotateOrder } from '../../../../src/model/requests.js';
import type { TriggerTokenView } from '../../../../src/simulator/gitlab/api/trigger-tokens.js';
import { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import { type VirtualClock, createVirtualClock } from '../../../../src/simulator/virtual-clock.js';
import { type RotationDeps, rotateToken } from '../../../../src/tokens/rotate.js';
import type { TokenStore } from '../../../../src/tokens/store.js';
import type { TokenScene } from '../../../../src/tokens/target.js';
import { oneProject, tokens } from '../../../support/one-project.js';
import { type Disturb, virtualLine } from './virtual-line.js';

export const oldText = tokens.trigger;

export const scene: TokenScene = {
  project: { kind: 'path', path: 'group/app' },
  gitlabUrl: 'https://gitlab.example.test',
};

/** One project with one token, called `deploys`, of the user behind the access token. */
export function deployScenario(changes: Partial<Scenario> = {}): Scenario {
  return oneProject({ triggers: [{ token: oldText, owner: 'ada', description: 'deploys' }] }, changes);
}

/** The token of user `bob`, who maintains the project as well. */
export const bobToken = 'glpat-B0bB0bB0bB0bB0bB0bB0b';

export function withBob(): Partial<Scenario> {
  return {
    users: [{ username: 'ada' }, { username: 'dev' }, { username: 'guest' }, { username: 'bob' }],
    accessTokens: [
      { token: tokens.api, user: 'ada', scopes: ['api'] },
      { token: bobToken, user: 'bob', scopes: ['api'] },
    ],
  };
}

/** One run; what is left out goes well. */
export interface Trial {
  readonly order?: Partial<RotateOrder>;
  readonly disturb?: Disturb;
  readonly accessToken?: string;
  /**
   * The process is gone at this step (requests and stores, counted together from 1), before or after its work
   * was done.
   */
  readonly killAt?: { readonly step: number; readonly when: 'before' | 'after' };
  /** A signal arrives when this step does. */
  readonly stopAt?: number;
  readonly store?: 'works' | 'fails' | 'none';
}

export interface TrialEnd {
  readonly kind: 'ended' | 'killed';
  readonly error: unknown;
  readonly events: readonly TokenEvent[];
  /** Every request and store, in their order. */
  readonly steps: readonly string[];
  /** What was told to later steps. */
  readonly details: readonly string[];
}

/** A GitLab, and the place where its trigger token is used: a store that holds the old one at first. */
export interface TokenWorld {
  readonly clock: VirtualClock;
  readonly gitlab: SimulatedGitLab;
  /** The text that is in use. */
  readonly inUse: () => string;
  readonly alive: () => readonly TriggerTokenView[];
  readonly client: (disturb?: Disturb, accessToken?: string) => GitLabClient;
  readonly rotate: (trial?: Trial) => Promise<TrialEnd>;
}

export const plainOrder: RotateOrder = {
  operation: 'rotate',
  triggerId: undefined,
  description: 'deploys',
  expires: undefined,
  targets: { file: undefined, command: undefined, github: undefined },
  deleteOld: 'auto',
  keepTriggerId: undefined,
};

export function createTokenWorld(scenario: Scenario = deployScenario()): TokenWorld {
  const clock = createVirtualClock();
  const gitlab = new SimulatedGitLab({ clock }, scenario);
  const used: { text: string } = { text: oldText };
  const clientOn = (send: ReturnType<typeof virtualLine>, accessToken: string): GitLabClient =>
    createGitLabClient(
      { transport: { send }, clock },
      {
        connection: {
          apiUrl: new URL('https://gitlab.example.test/api/v4/'),
          requestTimeoutMs: 30_000,
          requestHeaders: [],
        },
        accessToken: new Secret(accessToken),
      },
    );
  return {
    clock,
    gitlab,
    inUse: () => used.text,
    alive: () => gitlab.triggerTokens(42),
    client: (disturb = () => undefined, accessToken = tokens.api) =>
      clientOn(virtualLine({ gitlab, clock }, { disturb, onRequest: () => undefined }), accessToken),
    rotate: async (trial = {}) => {
      const { killAt, stopAt, disturb = () => undefined, store = 'works' } = trial;
      const steps: string[] = [];
      const events: TokenEvent[] = [];
      const details: string[] = [];
      const stop = new AbortController();
      let isDead = false;
      let kill = (): void => undefined;
      const killed = new Promise<'killed'>((resolve) => {
        kill = () => {
          isDead = true;
          resolve('killed');
        };
      });
      // The timers of a process go with it.
      const ownClock: VirtualClock = {
        ...clock,
        schedule: (delayMs, callback) => clock.schedule(delayMs, () => (isDead ? undefined : callback())),
      };
      const begin = (name: string): 'gone' | 'alive' => {
        steps.push(name);
        if (steps.length === stopAt) stop.abort(new AbortedError('SIGINT'));
        if (steps.length !== killAt?.step) return 'alive';
        kill();
        return 'gone';
      };
      const disturbOrKill: Disturb = (nth, line) => {
        if (begin(line) === 'alive') return disturb(nth, line);
        return { kind: killAt?.when === 'after' ? 'stall_after_work' : 'stall' };
      };
      const send = virtualLine(
        { gitlab, clock: ownClock },
        { disturb: disturbOrKill, onRequest: () => undefined },
      );
      const client = clientOn(send, trial.accessToken ?? tokens.api);
      const place: TokenStore = {
        where: 'the store',
        store: async (token) => {
          const isGone = begin('store') === 'gone';
          if (!isGone || killAt?.when === 'after') {
            if (store === 'fails') throw storeError();
            used.text = token.reveal();
          }
          if (isGone) await new Promise(() => undefined);
          return undefined;
        },
      };
      const deps: RotationDeps = {
        gitlab: client,
        clock: ownClock,
        random: () => 0.5,
        onEvent: (event) => events.push(event),
        probe: (call, signal) => probeTriggerToken(client, call, signal),
        stores: store === 'none' ? [] : [place],
        onToken: () => undefined,
        onProven: ({ secret }) => details.push(secret.reveal()),
      };
      const order = { ...plainOrder, ...trial.order };
      const settled = rotateToken(deps, { order, scene, signal: stop.signal }).then(
        () => ({ kind: 'ended' as const, error: undefined }),
        (error: unknown) => ({ kind: 'ended' as const, error }),
      );
      const end = await clock.run(
        Promise.race([settled, killed.then(() => ({ kind: 'killed' as const, error: undefined }))]),
      );
      return { ...end, events, steps, details };
    },
  };
}

function storeError(): ResultsError {
  return new ResultsError({ code: 'token_not_stored', what: 'The store is full', hint: 'Make room.' });
}
