import { assertNever } from '../../base/assert-never.js';
import type { CommitState } from '../../github/api.js';
import { type FailedJob, failuresOf } from '../../model/failures.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { TestTotals } from '../../model/test-report.js';
import type { VerdictGrounds } from '../../model/verdict.js';
import { firstLinesWithin } from '../../report/byte-budget.js';
import { jobLabel, statusIcon, shortSha } from '../../report/labels.js';
import { failedStatuses } from '../../report/log-lines.js';
import { codeText, linkTo, plainText } from '../../report/markdown.js';
import { summaryHead } from '../../report/summary/head.js';
import type { PipelineMoment } from './feedback.js';

/** The content of a comment on a pull request. */
export interface FeedbackComment {
  readonly moment: PipelineMoment;
  readonly tests: TestTotals | undefined;
  /** The run that writes the comment. */
  readonly run: {
    readonly workflow: string | undefined;
    readonly url: string | undefined;
    /** The commit that the comment is about. */
    readonly sha: string | undefined;
  };
}

const stateMarks: Readonly<Record<CommitState, string>> = {
  pending: '🔄',
  success: '✅',
  failure: '❌',
  error: '❓',
};

/** The comment links to the pipeline, which has the rest. */
const mostFailedJobs = 20;
/** GitHub accepts 65,536 characters. Masking may lengthen the text slightly. */
const maxFailedBytes = 40_000;

/** The comment in Markdown, at most 50,000 bytes. All text from outside is escaped. */
export function formatFeedbackComment({ moment, tests, run }: FeedbackComment): string {
  return `${[...bodyOf(moment, tests), footerOf(run)].filter((part) => part !== '').join('\n\n')}\n`;
}

function bodyOf(moment: PipelineMoment, tests: TestTotals | undefined): readonly string[] {
  switch (moment.kind) {
    case 'running': {
      const { id, webUrl, ref, sha } = moment.pipeline;
      return [
        `### ${stateMarks.pending} ${linkTo(`Pipeline ${id}`, webUrl)} is running`,
        `${codeText(ref)} at ${codeText(shortSha(sha))}`,
      ];
    }
    case 'ended': {
      const { snapshot, grounds, externalStatuses } = moment;
      const head = summaryHead({ ...moment, root: snapshot?.root, tests });
      return [
        head.trimEnd().replace(/^## /, '### '),
        [...failedJobs(snapshot, grounds), ...failedStatuses(externalStatuses)].join('\n'),
      ];
    }
    case 'told': {
      const { state, sentence, why, pipeline } = moment;
      const about =
        pipeline === undefined ? 'No pipeline' : linkTo(`Pipeline ${pipeline.id}`, pipeline.webUrl);
      return [
        `### ${stateMarks[state]} ${about}`,
        plainText(sentence, 500),
        why === undefined ? '' : plainText(why, 1000),
      ];
    }
    default:
      return assertNever(moment);
  }
}

function failedJobs(
  snapshot: PipelineSnapshot | undefined,
  grounds: VerdictGrounds | undefined,
): readonly string[] {
  if (snapshot === undefined) return [];
  // All failed jobs, even if the verdict covers only some: readers may care about the others.
  const { failed } = failuresOf(snapshot.root, grounds?.jobIds === undefined ? grounds : undefined);
  const ordered = [...failed.filter(({ allowed }) => !allowed), ...failed.filter(({ allowed }) => allowed)];
  const { lines } = firstLinesWithin(ordered.slice(0, mostFailedJobs).map(failedLine), maxFailedBytes);
  const more = failed.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])];
}

function failedLine({ path, job, attempt, allowed }: FailedJob): string {
  const mark = statusIcon({ status: 'failed', allowFailure: allowed });
  const label = codeText(jobLabel({ path, name: job.name, attempt }), 200);
  const reason = job.failureReason === undefined ? '' : `: ${codeText(job.failureReason, 100)}`;
  return `- ${mark} ${linkTo(label, job.webUrl)} in ${codeText(job.stage, 100)}${reason}`;
}

function footerOf({ workflow, url, sha }: FeedbackComment['run']): string {
  const name = workflow === undefined ? 'this workflow run' : plainText(workflow, 100);
  const about = sha === undefined ? '' : `For ${codeText(shortSha(sha))}, `;
  return `<sub>${about}${about === '' ? 'By' : 'by'} ${url === undefined ? name : linkTo(name, url)}</sub>`;
}
