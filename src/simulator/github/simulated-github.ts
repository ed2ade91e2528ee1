import type { Clock } from '../../base/clock.js';
import { textAnswer } from '../gitlab/wire/answer.js';
import type { SimulatedRequest, SimulatedResponse } from '../gitlab/wire/wire.js';
import { routeOf } from './routes.js';
import type { GitHubScenario } from './scenario.js';
import { type SealingPair, newSealingPair } from './sealing-pair.js';
import { type GitHubInstance, type StatusRecord, buildInstance, placeKey } from './state.js';
import { notFound, refusal } from './wire.js';

/** A comment as a test sees it. */
export interface CommentView {
  readonly id: number;
  readonly author: string;
  readonly body: string;
}

/** A secret, opened. */
export interface SecretView {
  readonly text: string;
  readonly visibility?: string | undefined;
  readonly repositoryIds?: readonly number[] | undefined;
}

const hourlyLimit = 5000;

/**
 * The part of GitHub's API that our program uses, in memory. It answers at `/…`, as `https://api.github.com`
 * does.
 */
export class SimulatedGitHub {
  readonly #clock: Clock;
  readonly #instance: GitHubInstance;

  /** No path in front of the API. */
  readonly relativeUrlRoot = '';

  private constructor(deps: { readonly clock: Clock; readonly pair: SealingPair }, scenario: GitHubScenario) {
    this.#clock = deps.clock;
    this.#instance = buildInstance(scenario, deps.pair);
  }

  static async create(deps: { readonly clock: Clock }, scenario: GitHubScenario): Promise<SimulatedGitHub> {
    return new SimulatedGitHub({ ...deps, pair: await newSealingPair() }, scenario);
  }

  /** Answers one request. */
  handle(request: SimulatedRequest): SimulatedResponse {
    const { nextIds } = this.#instance;
    const nowMs = this.#clock.epochMs();
    const answer = this.#answer(request);
    return {
      ...answer,
      headers: {
        date: new Date(nowMs).toUTCString(),
        'x-github-media-type': 'github.v3; format=json',
        'x-github-request-id': `SIM0:${nextIds.request}`,
        'x-ratelimit-limit': String(hourlyLimit),
        'x-ratelimit-remaining': String(hourlyLimit - nextIds.request++),
        'x-ratelimit-reset': String(Math.ceil(nowMs / 1000) + 3600),
        ...answer.headers,
      },
    };
  }

  /** The comments of a pull request, oldest first. */
  comments(repository: string, pullRequest: number): readonly CommentView[] {
    const comments = this.#repository(repository)?.pullRequests.get(pullRequest)?.comments ?? [];
    return comments.map((comment) => ({ ...comment }));
  }

  /** Deletes a comment, as a person does on its page. */
  removeComment(repository: string, id: number): void {
    for (const { comments } of this.#repository(repository)?.pullRequests.values() ?? []) {
      const index = comments.findIndex((comment) => comment.id === id);
      if (index >= 0) comments.splice(index, 1);
    }
  }

  /** All statuses that were ever set in a repository, oldest first. */
  statuses(repository: string): readonly StatusRecord[] {
    return [...(this.#repository(repository)?.statuses ?? [])];
  }

  /**
   * A secret with its value in clear; `undefined` when there is none. The place is `repos/owner/name`,
   * `environments/owner/name/environment`, or `orgs/name`.
   */
  secret(place: string, name: string): SecretView | undefined {
    const record = this.#instance.secrets.get(placeKey([...place.split('/'), name]));
    if (record === undefined) return undefined;
    const { sealed, visibility, repositoryIds } = record;
    return { text: sealed === '' ? '' : this.#instance.pair.open(sealed), visibility, repositoryIds };
  }

  #repository(name: string): ReturnType<GitHubInstance['repositories']['get']> {
    return this.#instance.repositories.get(name.toLowerCase());
  }

  #answer(request: SimulatedRequest): SimulatedResponse {
    const { method, target, headers } = request;
    if ((headers['user-agent'] ?? '') === '') {
      return textAnswer(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.\n',
      );
    }
    const credential = /^(?:bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1];
    if (credential === undefined) return refusal(401, 'Requires authentication');
    const token = this.#instance.tokens.get(credential);
    if (token === undefined) return refusal(401, 'Bad credentials');
    const url = new URL(target, `http://${headers.host ?? 'localhost'}`);
    const route = routeOf(method, url.pathname);
    if (route === undefined) return notFound();
    const body = readBody(request.body);
    if (body === undefined) return refusal(400, 'Problems parsing JSON');
    return route.endpoint({ instance: this.#instance, request, url, token, path: route.path, body });
  }
}

function readBody(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
