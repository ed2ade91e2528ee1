/** What a job contributes to the status of its pipeline. */
export interface StatusPart {
  readonly status: string;
  readonly allowFailure: boolean;
}

/**
 * The status of a pipeline with these jobs: the first rule that fits wins. `undefined` when there are no
 * jobs. A failed or canceled job that may fail counts as passed with warnings; a manual job that may fail is
 * ignored.
 * @see GitLab, `lib/gitlab/ci/status/composite.rb`
 */
export function compositeStatus(parts: readonly StatusPart[]): string | undefined {
  if (parts.length === 0) return undefined;
  const present = new Set(parts.map(contribution));
  return rules.find((rule) => fits(rule, present))?.gives ?? 'failed';
}

/** Whether a pipeline that passed should be shown with warnings. */
export function hasWarnings(parts: readonly StatusPart[]): boolean {
  return parts.some((part) => contribution(part) === 'warning');
}

function contribution({ status, allowFailure }: StatusPart): string {
  if (allowFailure && (status === 'failed' || status === 'canceled')) return 'warning';
  if (allowFailure && status === 'manual') return 'ignored';
  return status;
}

interface Rule {
  readonly when: 'only' | 'any';
  readonly of: readonly string[];
  readonly gives: string;
}

const rules: readonly Rule[] = [
  { when: 'only', of: ['skipped', 'ignored'], gives: 'skipped' },
  { when: 'only', of: ['success', 'skipped', 'warning', 'ignored'], gives: 'success' },
  { when: 'only', of: ['created', 'warning', 'ignored'], gives: 'created' },
  { when: 'only', of: ['preparing', 'warning', 'ignored'], gives: 'preparing' },
  { when: 'only', of: ['canceled', 'success', 'skipped', 'warning', 'ignored'], gives: 'canceled' },
  { when: 'only', of: ['pending', 'created', 'skipped', 'warning', 'ignored'], gives: 'pending' },
  { when: 'any', of: ['running', 'pending'], gives: 'running' },
  { when: 'any', of: ['waiting_for_resource'], gives: 'waiting_for_resource' },
  { when: 'any', of: ['waiting_for_callback'], gives: 'waiting_for_callback' },
  { when: 'any', of: ['manual'], gives: 'manual' },
  { when: 'any', of: ['scheduled'], gives: 'scheduled' },
  { when: 'any', of: ['preparing'], gives: 'preparing' },
  { when: 'any', of: ['created'], gives: 'running' },
  { when: 'any', of: ['canceling'], gives: 'canceling' },
];

function fits(rule: Rule, present: ReadonlySet<string>): boolean {
  switch (rule.when) {
    case 'only':
      for (const name of present) if (!rule.of.includes(name)) return false;
      return true;
    case 'any':
      return rule.of.some((name) => present.has(name));
  }
}

/** Every status of pipelines and jobs that a request may name. */
export const availableStatuses: readonly string[] = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'success',
  'failed',
  'canceling',
  'canceled',
  'skipped',
  'manual',
  'scheduled',
];

/** Ended, unless a user retries it. */
export function isCompleted(status: string): boolean {
  return ['success', 'failed', 'canceled', 'skipped'].includes(status);
}

/** Canceling has an effect; an unknown status counts as running. */
export function isCancelable(status: string): boolean {
  return !isCompleted(status) && status !== 'manual' && status !== 'canceling';
}
