import type { FaultPlan } from '../gitlab/wire/fault-plan.js';
import type { PlayedClock } from './played-clock.js';
import type { PlayStage } from './stage.js';

// The JSON that the control API returns.

export function clockView(clock: PlayedClock): { readonly now: string; readonly speed: number } {
  return { now: new Date(clock.epochMs()).toISOString(), speed: clock.speed() };
}

export interface ProjectView {
  readonly id: number;
  readonly path: string;
  readonly refs: readonly string[];
  readonly trigger_tokens: readonly string[];
  readonly access_tokens: readonly string[];
  readonly pipelines: number;
}

/** Every project, and the tokens of the scenario for it: they are valid nowhere else. */
export function projectViews({ scenario, gitlab }: PlayStage): readonly ProjectView[] {
  const pipelines = gitlab.pipelines();
  return scenario.projects.map(({ id, path, refs, triggers = [], members = {} }) => ({
    id,
    path,
    refs: refs.map(({ name }) => name),
    trigger_tokens: triggers.map(({ token }) => token),
    access_tokens: (scenario.accessTokens ?? [])
      .filter(({ user, projectId }) => Object.hasOwn(members, user) && (projectId ?? id) === id)
      .map(({ token }) => token),
    pipelines: pipelines.filter(({ projectId }) => projectId === id).length,
  }));
}

/** All tokens: those of the scenario, and those that clients have created. */
export function knownTokens({ scenario, gitlab }: PlayStage): readonly string[] {
  const { projects, accessTokens = [], jobTokens = [] } = scenario;
  return [
    ...[...accessTokens, ...jobTokens].map(({ token }) => token),
    ...projects.flatMap(({ id, triggers = [] }) => [
      ...triggers.map(({ token }) => token),
      ...gitlab.triggerTokens(id).map(({ token }) => token),
    ]),
  ];
}

export interface FaultView {
  readonly fault: string;
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly nth: number | 'every' | undefined;
  readonly times: number | undefined;
  /** How many requests have matched it. */
  readonly seen: number;
}

export function faultViews(plan: FaultPlan): readonly FaultView[] {
  return plan.rules().map(({ rule: { when, fault }, matches }) => ({
    fault: fault.kind,
    method: when.method,
    path: when.pathMatches?.source.replaceAll(/\\(.)/g, '$1'),
    nth: when.nth,
    times: when.times,
    seen: matches,
  }));
}
