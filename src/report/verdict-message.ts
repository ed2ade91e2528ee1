import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import {
  type AppError,
  type ErrorParts,
  OutcomeError,
  TimeoutError,
  UnreachableError,
} from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import { listJobs } from '../model/failures.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Verdict } from '../model/verdict.js';
import { phraseOf } from './labels.js';
import { causeLines, causesOf, firstLines, isOfManualJobs, jobLine, retryCauses } from './verdict-causes.js';

const maxUrlCharacters = 200;

/**
 * The last line of a run that followed a pipeline, e.g. `Pipeline 257 passed after 1m02s`, or
 * `Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit)`.
 */
export function verdictSentence(verdict: Verdict): string {
  const { outcome, pipeline, elapsedMs } = verdict;
  const sentence = `Pipeline ${pipeline.id} ${phraseOf(outcome)} after ${formatDuration(elapsedMs)}`;
  const causes = [...causesOf(verdict), ...retryCauses(verdict)];
  return causes.length === 0 ? sentence : `${sentence}: ${causes.join('; ')}`;
}

/**
 * The error for a verdict that `isAccepted` rejects. Its message names the first failed jobs, links them, and
 * has fewer than 4,000 characters.
 */
export function verdictError(verdict: Verdict, accept: ReadonlySet<string>): AppError {
  const { outcome, pipeline, limit = 'timeout' } = verdict;
  const question = questionOf(verdict, accept);
  const what = verdictSentence(verdict);
  const link = `Open ${cleanLine(pipeline.webUrl, maxUrlCharacters)}`;
  const status = cleanLine(pipeline.status, 60);
  switch (outcome) {
    case 'timeout':
      return new TimeoutError({
        code: 'wait_timeout',
        what,
        why: paragraph(
          `Its status was '${status}' when ${limit} was over.${question === undefined ? '' : ` It was ${question.why}.`}`,
          openJobLines(verdict),
        ),
        hint: `${question?.advice ?? `Raise ${limit}, or find out what it waits for.`} ${link}`,
      });
    case 'outage':
      return new UnreachableError({
        code: 'outage',
        what,
        why:
          question === undefined
            ? `GitLab gave no usable response for the whole outage_timeout; the last known status is '${status}'.`
            : `For the whole outage_timeout it was ${question.why}. The status of the pipeline is '${status}'.`,
        hint:
          question === undefined
            ? `The pipeline may still be running. ${link}`
            : `${question.advice} ${link}`,
      });
    case 'success':
    case 'warnings':
    case 'failed':
    case 'canceled':
    case 'skipped':
    case 'manual':
      return new OutcomeError({
        code: 'outcome_not_accepted',
        what,
        why: paragraph(
          `The outcome '${outcome}' is not one of those accepted here: ${[...accept].join(', ')}.`,
          causeLines(verdict),
        ),
        hint: `${adviceOn(verdict)}${link}`,
      });
    default:
      return assertNever(outcome);
  }
}

interface Question {
  /** Follows "it was" in a sentence. */
  readonly why: string;
  /** Whole sentences. */
  readonly advice: string;
}

/** What remained unknown when everything visible had ended, and what helps. */
function questionOf({ question, questionAbout }: Verdict, accept: ReadonlySet<string>): Question | undefined {
  if (question === undefined) return undefined;
  const words = cleanLine(question, 300);
  if (questionAbout === undefined) {
    return {
      why: `unclear: ${words}`,
      advice:
        'Check how that ended. If it does not matter, exclude it from the verdict with the input downstream or jobs.',
    };
  }
  const [taken, other] = accept.has('warnings') ? ['warnings', 'success'] : ['success', 'warnings'];
  return {
    why: `unclear whether a job that is allowed to fail has failed: ${words}. accept lists ${taken}, but not ${other}`,
    advice: `Let the step read the jobs (access_token with the scope read_api, role Reporter in the project), or add ${other} to accept.`,
  };
}

function adviceOn(verdict: Verdict): string {
  if (verdict.outcome === 'manual') return 'A manual job blocks the pipeline until a user plays it. ';
  return isOfManualJobs(verdict)
    ? 'Play the jobs in GitLab, or let their rules start them. on_manual does not play optional manual jobs. '
    : '';
}

/** What the user must know if the step was stopped while the pipeline was running. */
export function leftRunning(pipeline: Pipeline): Pick<ErrorParts, 'why' | 'hint'> {
  return {
    why: `Pipeline ${pipeline.id} was left running.`,
    hint: `Cancel it in GitLab if it is not needed: ${cleanLine(pipeline.webUrl, 2000)}`,
  };
}

function openJobLines({ snapshot }: Verdict): readonly string[] {
  if (snapshot === undefined) return [];
  return firstLines(
    listJobs(snapshot.root)
      .filter(({ job }) => job.status === 'running' || job.status === 'pending')
      .map(jobLine),
  );
}

/** A name from outside never begins a line. */
function paragraph(sentence: string, lines: readonly string[]): string {
  return [sentence, ...lines.map((line) => `  - ${line}`)].join('\n');
}

/** Maximum number of names in a message; the rest is counted. */
const maxNamed = 5;

/**
 * The message for missing results of an accepted pipeline. A single failure is its own message; there must be
 * at least one.
 */
export function incompleteResults(pipeline: Pipeline, errors: readonly ErrorParts[]): ErrorParts {
  const [only, ...others] = errors;
  if (only !== undefined && others.length === 0) return only;
  const more = errors.length - maxNamed;
  const lines = errors.slice(0, maxNamed).map(({ what, code }) => `  - ${what} [${code}]`);
  return {
    code: 'results_incomplete',
    what: `Pipeline ${pipeline.id} is accepted, but ${errors.length} of the requested results are missing`,
    why: ['These results are missing:', ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n'),
    hint: 'Each is explained in a warning of its own.',
  };
}
