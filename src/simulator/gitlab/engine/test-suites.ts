import type { ArtifactScript, TestSuiteScript } from '../state/pipeline-script.js';
import type { JobRecord, PipelineRecord } from '../state/records.js';

/** A suite, and the jobs whose reports it consists of. */
export interface ReportedSuite {
  readonly script: TestSuiteScript;
  readonly jobs: readonly JobRecord[];
}

/**
 * The suites that GitLab shows at `nowMs`: those of jobs that have ended. Their cases are read on demand; a
 * background task counts them, possibly later. A suite without a job of its name appears at the end of the
 * pipeline.
 */
export function suitesOf(
  pipeline: PipelineRecord,
  { nowMs, view }: { readonly nowMs: number; readonly view: 'cases' | 'counts' },
): readonly ReportedSuite[] {
  const { script, jobs, finishedMs } = pipeline;
  const lagMs = view === 'counts' ? (script.testsCountedAfterMs ?? 0) : 0;
  return (script.tests ?? []).flatMap((suite): readonly ReportedSuite[] => {
    const own = jobs.filter((job) => !job.retried && suiteNameOf(job) === suite.name);
    if (own.length === 0) return finishedMs === undefined ? [] : [{ script: suite, jobs: [] }];
    const counted = own.filter((job) => job.finishedMs !== undefined && job.finishedMs + lagMs <= nowMs);
    return counted.length === 0 ? [] : [{ script: suite, jobs: counted }];
  });
}

/** The report of a job of a suite, as lists of artifacts show it. */
export function testReportOf(job: JobRecord): ArtifactScript | undefined {
  const suite = (job.pipeline.script.tests ?? []).find(({ name }) => name === suiteNameOf(job));
  return suite && { fileType: 'junit', filename: 'junit.xml.gz', sizeBytes: 200, fileFormat: 'gzip' };
}

/** The numbered parts of a job share a suite; those of a matrix do not. */
function suiteNameOf({ owner }: JobRecord): string | undefined {
  return owner.kind === 'job' ? owner.script.name.replace(/ \d+\/\d+$/, '') : undefined;
}
