import { randomUUID } from 'node:crypto';

import type { Clock } from '../../base/clock.js';
import type { Scenario, WebhookDescription } from '../gitlab/state/scenario.js';
import { type DeliveryAnswer, type HookDelivery, hookHeaders, isWorthAnother, post } from './deliver.js';
import type { HookEvent, HookKind, HookListener } from '../gitlab/hooks/events.js';

/** A webhook of a project. */
export interface ProjectWebhook extends WebhookDescription {
  readonly projectId: number;
}

/** What became of an event. */
export interface HookRecord {
  readonly projectId: number;
  readonly url: string;
  readonly kind: HookKind;
  readonly attempts: number;
  /** The status of the last answer, or why there was none. */
  readonly answer: DeliveryAnswer;
  readonly epochMs: number;
}

/** More are dropped: a receiver that hangs must not fill the memory. */
const mostWaiting = 1_000;
const mostRecords = 1_000;
const pausesMs = [500, 2_000];

interface Lane {
  readonly hook: ProjectWebhook;
  readonly waiting: { readonly event: HookEvent; readonly key: string }[];
  isBusy: boolean;
}

/**
 * Tells receivers what happens in the projects: to each one event after the other, so that one that is slow
 * holds up no other and no request to the server. An event that is not taken is sent three times at most.
 */
export class Webhooks implements HookListener {
  readonly #clock: Clock;
  readonly #version: () => string;
  #lanes: readonly Lane[] = [];
  #records: HookRecord[] = [];
  #dropped = 0;
  readonly #cuts = new Set<() => void>();

  constructor(deps: { readonly clock: Clock; readonly version: () => string }) {
    this.#clock = deps.clock;
    this.#version = deps.version;
  }

  hooks(): readonly ProjectWebhook[] {
    return this.#lanes.map(({ hook }) => hook);
  }

  /** The newest, the oldest first. */
  records(): readonly HookRecord[] {
    return this.#records;
  }

  /** How many events found no room. */
  dropped(): number {
    return this.#dropped;
  }

  add(hook: ProjectWebhook): void {
    this.#lanes = [...this.#lanes, { hook, waiting: [], isBusy: false }];
  }

  /** Puts others in the place of all, and forgets what was under way. */
  replace(hooks: readonly ProjectWebhook[]): void {
    this.#lanes = [];
    for (const cut of this.#cuts) cut();
    this.#cuts.clear();
    this.#records = [];
    this.#dropped = 0;
    for (const hook of hooks) this.add(hook);
  }

  readonly wants = (projectId: number, kind: HookKind): boolean =>
    this.#lanes.some(({ hook }) => isFor(hook, projectId, kind));

  readonly hear = (event: HookEvent): void => {
    for (const lane of this.#lanes) {
      if (!isFor(lane.hook, event.projectId, event.kind)) continue;
      if (lane.waiting.length >= mostWaiting) {
        this.#dropped += 1;
        continue;
      }
      lane.waiting.push({ event, key: randomUUID() });
      if (!lane.isBusy) void this.#work(lane);
    }
  };

  /** Ends everything that is under way. */
  close(): void {
    this.replace([]);
  }

  async #work(lane: Lane): Promise<void> {
    lane.isBusy = true;
    const isOpen = (): boolean => this.#lanes.includes(lane);
    for (let next = lane.waiting.shift(); next !== undefined && isOpen(); next = lane.waiting.shift()) {
      const { event, key } = next;
      const { answer, attempts } = await this.#send(lane, event, key);
      if (!isOpen()) return;
      const { projectId, url } = lane.hook;
      const epochMs = this.#clock.epochMs();
      this.#records.push({ projectId, url, kind: event.kind, attempts, answer, epochMs });
      if (this.#records.length > mostRecords) this.#records.shift();
    }
    lane.isBusy = false;
  }

  async #send(
    lane: Lane,
    event: HookEvent,
    key: string,
  ): Promise<{ readonly answer: DeliveryAnswer; readonly attempts: number }> {
    const eventId = randomUUID();
    for (let attempts = 1; ; attempts += 1) {
      const named = { event, token: lane.hook.token, version: this.#version(), key, eventId };
      const delivery = { hook: lane.hook, headers: hookHeaders(named), body: event.body };
      const answer = await this.#posted(delivery);
      const pauseMs = pausesMs[attempts - 1];
      if (!isWorthAnother(answer) || pauseMs === undefined) return { answer, attempts };
      await this.#pause(pauseMs);
      if (!this.#lanes.includes(lane)) return { answer, attempts };
    }
  }

  async #posted(delivery: HookDelivery): Promise<DeliveryAnswer> {
    const { answer, cut } = post(this.#clock, delivery);
    this.#cuts.add(cut);
    try {
      return await answer;
    } finally {
      this.#cuts.delete(cut);
    }
  }

  async #pause(spanMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        dispose();
        this.#cuts.delete(end);
        resolve();
      };
      const dispose = this.#clock.schedule(spanMs, end, 'idle');
      this.#cuts.add(end);
    });
  }
}

function isFor(hook: ProjectWebhook, projectId: number, kind: HookKind): boolean {
  if (hook.projectId !== projectId) return false;
  return (kind === 'pipeline' ? hook.pipelineEvents : hook.jobEvents) ?? true;
}

export function webhooksOf({ projects }: Scenario): readonly ProjectWebhook[] {
  return projects.flatMap(({ id: projectId, webhooks = [] }) =>
    webhooks.map((hook) => ({ ...hook, projectId })),
  );
}

/** What may be called: this machine, unless somebody has said otherwise. */
export type WebhookReach = 'loopback' | 'any';

/** Why a webhook is not called; `undefined` when it may be. */
export function strayWebhook(url: string, reach: WebhookReach): string | undefined {
  if (!URL.canParse(url)) return 'is no address';
  const { hostname } = new URL(url);
  if (reach === 'any' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)) return undefined;
  return `leads to ${hostname}, and not to this machine: webhook_hosts any allows it`;
}

/** Without what could open something: a user, a password, a query. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return '(no address)';
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
