import { parseFeedbackRequest } from '../inputs/feedback-inputs.js';
import { openFeedbackOf } from './feedback-state.js';
import { createGitHubFeedback } from './github-feedback.js';
import type { RunDeps } from './run-deps.js';
import type { EntryContext } from './entry-context.js';

/** Tells what the main step could not any more, with its inputs. Never throws; what it cannot do, it says. */
export async function finishFeedback(deps: RunDeps, entry: EntryContext): Promise<void> {
  const { host, files } = deps;
  try {
    const saved = openFeedbackOf(host.state);
    const request = await parseFeedbackRequest(host.inputs, files);
    if (saved === undefined || request === undefined) return;
    const { identity, open, state, sentence, pipeline } = saved;
    host.log.info(`Finishing what GitHub shows of pipeline ${pipeline.id}.`);
    const feedback = createGitHubFeedback(deps, entry, { request, identity, open });
    feedback.end({ kind: 'told', state, sentence, pipeline });
    await feedback.close();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    host.log.warning(`What GitHub shows of the pipeline could not be finished: ${why}`);
  }
}
