import type { Clock } from '../../base/clock.js';
import { gapHeader } from '../gitlab/pages.js';
import { SimulatedGitLab } from '../gitlab/simulated-gitlab.js';
import type { Scenario } from '../gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../gitlab/wire/fault-plan.js';
import { splitTarget } from '../gitlab/wire/parameters.js';
import type { SimulatedRequest, SimulatedResponse } from '../gitlab/wire/wire.js';
import { type Webhooks, webhooksOf } from '../webhooks/webhooks.js';
import { type PlayedClock, playedClock } from './played-clock.js';

export interface Play {
  readonly scenario: Scenario;
  readonly faults: readonly FaultRule[];
}

export interface StageOptions {
  readonly play: Play;
  readonly clock: Clock;
  readonly speed: number;
  readonly externalUrl: string | undefined;
  /** With which it is asked. */
  readonly scheme: 'http' | 'https';
  readonly onGap: (request: string) => void;
  readonly webhooks: Webhooks;
}

/** The simulation that is being served, which can be reset or replaced. */
export class PlayStage {
  readonly clock: PlayedClock;
  readonly faults: FaultPlan;
  readonly webhooks: Webhooks;
  readonly #options: StageOptions;
  #play: Play;
  #gitlab: SimulatedGitLab;

  /** @throws {TypeError} when the scenario contradicts itself. */
  constructor(options: StageOptions) {
    this.#options = options;
    this.#play = options.play;
    this.clock = playedClock(options.clock, options.speed);
    this.faults = new FaultPlan(options.play.faults);
    this.webhooks = options.webhooks;
    this.#gitlab = this.#made(options.play);
    this.webhooks.replace(webhooksOf(options.play.scenario));
  }

  get gitlab(): SimulatedGitLab {
    return this.#gitlab;
  }

  get scenario(): Scenario {
    return this.#play.scenario;
  }

  /** Resets everything except the time. */
  reset(): void {
    this.play(this.#play);
    this.clock.setSpeed(this.#options.speed);
  }

  /**
   * Starts another simulation.
   * @throws {TypeError} when the scenario contradicts itself; nothing has changed then.
   */
  play(next: Play): void {
    this.#gitlab = this.#made(next);
    this.faults.replace(next.faults);
    this.webhooks.replace(webhooksOf(next.scenario));
    this.#play = next;
  }

  /** Answers a request; links to itself have the address of the request. */
  handle(request: SimulatedRequest): SimulatedResponse {
    const authority = request.headers.host;
    if (this.#options.externalUrl === undefined && authority !== undefined) {
      this.#gitlab.setExternalUrl(`${this.#options.scheme}://${authority}`);
    }
    const answer = this.#gitlab.handle(request);
    if (answer.headers[gapHeader] !== undefined) {
      this.#options.onGap(`${request.method} ${splitTarget(request.target).path}`);
    }
    return answer;
  }

  #made({ scenario }: Play): SimulatedGitLab {
    const { externalUrl } = this.#options;
    const gitlab = new SimulatedGitLab({ clock: this.clock }, { ...scenario, externalUrl });
    gitlab.listenForHooks(this.webhooks);
    return gitlab;
  }
}
