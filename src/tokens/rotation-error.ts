import { AbortedError, AppError, UnreachableError } from '../base/errors.js';
import { quotedName } from '../base/text.js';
import { projectLabel } from '../model/addresses.js';
import type { TriggerToken } from '../model/pipeline.js';
import { restated, sentences } from './errors.js';
import { type TokenScene, tokenSettings } from './target.js';

/** The progress of a rotation. */
export interface RotationProgress {
  readonly replacedId: number;
  /** Absent if it is already gone. */
  readonly old: TriggerToken | undefined;
  /** All stores for the new token. */
  readonly places: readonly string[];
  /** The stores that have it. */
  readonly stored: string[];
  /** The new token, once there is one. */
  fresh: TriggerToken | undefined;
  /** Whether GitLab accepts it; `lost` if it does, but no store has it. */
  state: 'unproven' | 'proven' | 'lost';
}

/**
 * The error that interrupted a rotation, with two more statements: which token works, and what to do. Keeps
 * the code of the original error as long as there is no new token, and is `rotation_unfinished` afterwards.
 * Bugs in this code stay unchanged.
 */
export function halfwayError(error: unknown, scene: TokenScene, progress: RotationProgress): unknown {
  if (!(error instanceof AppError)) return error;
  const { what, why, hint } = error.parts;
  const situation = situationOf(scene, progress);
  if (error instanceof AbortedError) {
    return new AbortedError(error.stopSignal, {
      why: sentences(why, situation.state),
      hint: situation.advice,
    });
  }
  if (progress.fresh === undefined) {
    const advice = error instanceof UnreachableError ? situation.advice : undefined;
    return restated(error, { ...error.parts, hint: sentences(hint, situation.state, advice) });
  }
  return restated(error, {
    code: 'rotation_unfinished',
    what: `Trigger token ${progress.replacedId} of ${projectLabel(scene.project)} is not completely replaced by ${progress.fresh.id}`,
    why: sentences(what, why),
    hint: sentences(situation.state, situation.advice, hint),
    cause: error,
  });
}

/** Which token works, and what to do. */
interface Situation {
  readonly state: string;
  readonly advice: string;
}

function situationOf(scene: TokenScene, progress: RotationProgress): Situation {
  const { old, fresh, state, places, stored } = progress;
  const again = 'Run the step again: it goes on from here';
  if (state === 'lost' && fresh !== undefined) {
    const before =
      old === undefined
        ? `token ${progress.replacedId} is deleted already`
        : `token ${old.id} ${quotedName(old.description)} works as before`;
    return {
      state: `No store has the new token ${fresh.id}; ${before}.`,
      advice: `${again}, within a day with token ${fresh.id}. Or delete token ${fresh.id} (operation: delete, trigger_id: ${fresh.id}), or at ${tokenSettings(scene)}.`,
    };
  }
  if (old === undefined) {
    const name = fresh === undefined ? 'The new token' : `Token ${fresh.id}`;
    return {
      state: `${name} works; token ${progress.replacedId} is deleted already.${storedSentence(stored)}`,
      advice: `${again}.`,
    };
  }
  const oldName = `token ${old.id} ${quotedName(old.description)}`;
  if (fresh === undefined) {
    return { state: `Nothing has changed for ${oldName}: it works as before.`, advice: `${again}.` };
  }
  if (state === 'unproven') {
    return {
      state: `The one to use is ${oldName}, which works as before; token ${fresh.id} exists, but is not in use.`,
      advice: `${again}, within a day with token ${fresh.id}. If that does not help, delete token ${fresh.id} at ${tokenSettings(scene)}.`,
    };
  }
  if (stored.length < places.length) {
    const missing = places.filter((place) => !stored.includes(place)).join(', ');
    return {
      state: `Both tokens work: ${oldName}, and the new token ${fresh.id}.${storedSentence(stored)} It is not yet in ${missing}.`,
      advice: `${again}, within a day with token ${fresh.id}.`,
    };
  }
  return {
    state: `Token ${fresh.id} works.${storedSentence(stored)} But ${oldName} may still work, too.`,
    advice: `${again}. Or delete token ${old.id} at ${tokenSettings(scene)}.`,
  };
}

function storedSentence(stored: readonly string[]): string {
  return stored.length === 0 ? '' : ` It is stored in ${stored.join(', ')}.`;
}
