import { pipelineSources } from '../../model/pipeline.js';
import type { PipelineChoice } from '../../model/requests.js';
import { parseRef } from '../addresses.js';
import { pipelineAddressInputs } from '../connection.js';
import { isAbsent } from '../follow.js';
import { type InputOutcome, all, andThen, ok, wrong } from '../parsing.js';
import { durationWithin, oneOf, shownText } from '../scalars.js';
import type { InputTable, ReadingOf } from '../table.js';

/** The inputs that name a pipeline which was started elsewhere: by its id, or by its commit. */
export const pipelineChoiceInputs = {
  pipeline_id: {
    ...pipelineAddressInputs.pipeline_id,
    required: 'never',
    description: `${pipelineAddressInputs.pipeline_id.description} Required unless sha is given.`,
  },
  sha: {
    required: 'never',
    default: undefined,
    description:
      'Whole SHA of a commit, in place of pipeline_id: the pipeline that GitLab starts by itself for it, by a push, a mirror, or a merge or pull request, is waited for and followed; of several the newest.',
    secret: 'none',
    parse: parseWholeSha,
  },
  ref: {
    required: 'never',
    default: undefined,
    description:
      'With sha: the branch or tag of that pipeline, or refs/merge-requests/... of a merge request pipeline. Needed where the commit is on several that have pipelines.',
    secret: 'none',
    parse: parsePipelineRef,
  },
  source: {
    required: 'never',
    default: undefined,
    description:
      'With sha: where that pipeline comes from, such as push, merge_request_event, external_pull_request_event, schedule, parent_pipeline (a child) or security_orchestration_policy. Without it: any of the first three.',
    secret: 'none',
    parse: oneOf(pipelineSources),
  },
  appear_timeout: {
    required: 'never',
    default: '10m',
    description:
      'With sha: how long to wait for that pipeline to appear, before timeout begins to count: 0s to 14d.',
    secret: 'none',
    parse: durationWithin({ shortest: '0s', longest: '14d' }),
  },
} satisfies InputTable;

/** Reads a whole commit SHA into lower case: GitLab finds pipelines by nothing shorter. */
export function parseWholeSha(given: string): InputOutcome<string> {
  const text = given.trim();
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return ok(text.toLowerCase());
  const isBeginning = /^[0-9a-f]{7,63}$/i.test(text);
  return wrong({
    what: isBeginning
      ? `is ${shownText(text)}, the beginning of a commit SHA`
      : `is ${shownText(text)}, which is not a commit SHA`,
    hint: 'Give the whole SHA, 40 or 64 digits out of 0-9 and a-f, such as github.sha; a branch or tag belongs in ref.',
  });
}

/** Reads a ref as GitLab shows it with a pipeline: that of a merge request is none of a branch or tag. */
export function parsePipelineRef(given: string): InputOutcome<string> {
  const text = given.trim();
  if (/^refs\/merge-requests\/[1-9]\d*\/(?:head|merge|train)$/.test(text)) return ok(text);
  return andThen(parseRef(text), (ref) => ok(ref.replace(/^refs\/(?:heads|tags)\//, '')));
}

const unusedSource = 'source was given beside pipeline_id, so this has no effect';

/** Which pipeline is meant; what would say it twice, or not at all, is refused. */
export function pipelineChoiceOf(
  reading: ReadingOf<typeof pipelineChoiceInputs>,
): InputOutcome<PipelineChoice> {
  const { pipeline_id: id, sha } = reading;
  const hints = all({ ref: reading.ref, source: reading.source, appearTimeoutMs: reading.appear_timeout });
  if (isAbsent(id) && isAbsent(sha)) {
    return wrong({
      at: 'pipeline_id',
      what: 'was not given, and sha was not either',
      hint: 'Give pipeline_id (the output of the step that started the pipeline), or sha to find the one that GitLab starts by itself for a commit. An empty value counts as not given.',
    });
  }
  if (!isAbsent(id) && !isAbsent(sha)) {
    return wrong({
      at: 'pipeline_id and sha',
      what: 'were both given, and each says by itself which pipeline is meant',
      hint: 'Give one of them; to be sure of the commit of a pipeline that you know, give its pipeline_id with expected_sha.',
    });
  }
  const given = all({ id, sha, hints });
  return andThen(given, ({ id: pipelineId, sha: commit, hints: found }): InputOutcome<PipelineChoice> => {
    // A ref is no mistake there: one environment may serve several commands.
    if (pipelineId !== undefined) return ok({ pipelineId }, found.source === undefined ? [] : [unusedSource]);
    // One of the two was given, as seen above.
    return ok({ commit: { sha: commit ?? '', ...found } });
  });
}
