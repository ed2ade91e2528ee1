import type { Secret } from '../../base/secret.js';
import type { RerunRequest } from '../../model/requests.js';
import { isAbsent } from '../follow.js';
import { type InputOutcome, type Problem, all, andThen, ok, okUnless, wrong } from '../parsing.js';
import { oneOf } from '../scalars.js';
import type { InputTable, ReadingOf } from '../table.js';

/** What the runner of an action puts in its place. */
const expression = '${{ toJSON(matrix) }}';

/** The inputs for a step that runs again in a later attempt of its run. */
export const rerunInputs = {
  on_rerun: {
    required: 'never',
    default: 'new',
    description:
      'What a re-run of this step does in a later attempt of the same run: start a new pipeline; follow the one of the earlier attempt if it runs or has passed; or retry what failed in it and follow it. The last two need token, and access_token that may read pipeline variables. See docs/reruns.md.',
    secret: 'none',
    parse: oneOf(['new', 'follow', 'retry']),
  },
  rerun_key: {
    required: 'never',
    default: expression,
    description:
      'With on_rerun: a text of your own that tells this step from others of the same run that ask for the same pipeline, the same in all attempts. An action takes the values of its matrix.',
    secret: 'none',
    lines: 'many',
    parse: (given): InputOutcome<string | undefined> => {
      // Nobody fills it in for a command.
      if (given.trim() === expression) return ok(undefined);
      if (!given.includes('\0')) return ok(given.trim());
      return wrong({
        what: 'has a zero byte in it',
        hint: 'Give a text, such as the name of the leg of a matrix.',
      });
    },
  },
} satisfies InputTable;

type RerunReading = ReadingOf<typeof rerunInputs> & {
  readonly access_token: InputOutcome<Secret | undefined>;
  readonly token: InputOutcome<unknown>;
};

/**
 * How to take up the pipeline of an earlier attempt. It is recognized by the mark that it got with the
 * trigger token, and found with the access token.
 */
export function rerunOf(reading: RerunReading): InputOutcome<RerunRequest | undefined> {
  return andThen(all({ mode: reading.on_rerun, key: reading.rerun_key }), ({ mode, key }) => {
    if (mode === 'new') return ok(undefined);
    const problems: Problem[] = [];
    if (isAbsent(reading.access_token)) {
      const use = mode === 'retry' ? 'find and retry' : 'find';
      problems.push({
        at: 'on_rerun',
        what: `is ${mode}, but access_token was not given, and no other token may ${use} the pipeline of an earlier attempt`,
        hint: `Give access_token with the scope ${mode === 'retry' ? 'api' : 'read_api'}, of a Maintainer or of the owner of the trigger token; or set on_rerun to new.`,
      });
    }
    if (isAbsent(reading.token)) {
      problems.push({
        at: 'on_rerun',
        what: `is ${mode}, but token was not given, and a pipeline created with access_token has no mark to recognize it by`,
        hint: 'Give token (a pipeline trigger token) beside access_token, or set on_rerun to new.',
      });
    }
    return okUnless(problems, { mode, key });
  });
}
