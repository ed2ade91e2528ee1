import { violationsOf } from './invariants.js';
import { liveStory, type Life } from './live-story.js';
import { loadedLate } from './loaded-late.js';
import { intact, type Safeguards } from './safeguards.js';
import { tellStory } from './tell-story.js';
import type { Violation } from './violation.js';

export interface Judged {
  readonly life: Life;
  readonly violations: readonly Violation[];
}

/** Lives the story of a seed through and judges it. */
export async function judgeSeed(seed: number, safeguards: Safeguards = intact): Promise<Judged> {
  const life = await liveStory(tellStory(seed), safeguards);
  return { life, violations: violationsOf(life) };
}

/**
 * Loads what a run loads when it first needs it. Virtual time does not wait for a module to be read from
 * disk, so that must have happened before it begins.
 */
export async function loadBefore(): Promise<void> {
  // One after the other: Jest does not load one module twice at the same time.
  for (const load of Object.values(loadedLate)) await load();
}
