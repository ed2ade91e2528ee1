import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

const cure =
  'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';

/** Reads the id of a pipeline. The address of a pipeline and the number within the project (`#118`) are refused with a hint. */
export function parsePipelineId(given: string): Outcome<number> {
  const text = given.trim();
  const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
  if (id !== undefined && Number.isSafeInteger(id)) return ok(id);
  const idInAddress = /\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1];
  if (idInAddress !== undefined) {
    return wrong({
      what: 'is an address, not an id',
      cure: `Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`,
    });
  }
  if (/^#\d+$/.test(text)) {
    return wrong({ what: `is ${shownText(text)}, a number that counts within the project only`, cure });
  }
  return wrong({ what: `is ${shownText(text)}, which no pipeline can have as its id`, cure });
}
