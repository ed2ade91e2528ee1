import type {
  ArtifactScript,
  BridgeScript,
  JobScript,
  PipelineScript,
  TestSuiteScript,
} from '../gitlab/state/pipeline-script.js';
import type { FileJob, FilePipeline } from './file-shape.js';
import { spanMs } from './spans.js';

type Named = Readonly<Record<string, FilePipeline>>;

/** The pipelines of a file as the engine runs them; cycles and names have been checked. */
export function pipelineScripts(pipelines: Named): ReadonlyMap<string, PipelineScript> {
  const scripts = new Map<string, PipelineScript>();
  const scriptOf = (name: string): PipelineScript => {
    const known = scripts.get(name);
    if (known !== undefined) return known;
    const script = pipelineScript(pipelines[name] ?? {}, scriptOf);
    scripts.set(name, script);
    return script;
  };
  for (const name of Object.keys(pipelines)) scriptOf(name);
  return scripts;
}

function pipelineScript(
  { name, stages, created_for: createdFor, coverage, jobs = {} }: FilePipeline,
  scriptOf: (name: string) => PipelineScript,
): PipelineScript {
  const entries = Object.entries(jobs);
  return {
    name,
    stages: stages ?? [...new Set(entries.map(([, { stage }]) => stage ?? 'test'))],
    createdForMs: spanMs(createdFor),
    coverage,
    jobs: entries.flatMap(([job, said]) => (said.trigger === undefined ? [jobScript(job, said)] : [])),
    bridges: entries.flatMap(([job, said]) => bridgeScripts(job, said, scriptOf)),
    tests: entries.flatMap(([job, { tests }]) => (tests === undefined ? [] : [suite(job, tests)])),
  };
}

function jobScript(name: string, job: FileJob): JobScript {
  const log = job.log ?? madeUpLog(name, job);
  return {
    ...stepOf(name, job),
    result: job.result,
    resultAfterPlay: job.result_after_play,
    resultAfterRetry: job.result_after_retry,
    startAfterMs: spanMs(job.delay),
    durationMs: spanMs(job.duration),
    retriesBeforeSuccess: job.retries_before_success,
    failures: job.failures,
    log,
    coverage: job.coverage,
    tags: job.tags,
    artifacts: artifactsOf(job),
    artifactsExpireAfterMs: spanMs(job.artifacts?.expire_after),
  };
}

function stepOf(name: string, job: FileJob): Omit<BridgeScript, 'strategy' | 'downstream' | 'tells'> {
  return {
    name,
    stage: job.stage,
    needs: job.needs,
    when: job.when,
    allowFailure: job.allow_failure,
    queuedMs: spanMs(job.queued),
    failureReason: job.failure_reason,
  };
}

/** On a real server, every job that ran has a log. */
function madeUpLog(name: string, { result }: FileJob): string {
  const end = result === 'failed' ? 'ERROR: Job failed: exit code 1' : 'Job succeeded';
  return `$ echo "${name}"\n${name}\n${end}\n`;
}

function artifactsOf({ artifacts }: FileJob): readonly ArtifactScript[] {
  const { files, reports = [] } = artifacts ?? {};
  return [
    ...(files === undefined ? [] : [{ fileType: 'archive', filename: 'artifacts.zip', files }]),
    ...reports.map((fileType) => ({ fileType, filename: `${fileType}.gz`, sizeBytes: 100 })),
  ];
}

function suite(name: string, tests: NonNullable<FileJob['tests']>): TestSuiteScript {
  const cases = tests.map(({ seconds, output, ...test }) => ({
    ...test,
    executionTime: seconds,
    systemOutput: output,
  }));
  return { name, cases };
}

function bridgeScripts(
  name: string,
  job: FileJob,
  scriptOf: (name: string) => PipelineScript,
): readonly BridgeScript[] {
  const { trigger } = job;
  if (trigger === undefined) return [];
  const { pipeline, project_id: projectId, ref, strategy } = trigger;
  return [{ ...stepOf(name, job), strategy, downstream: { projectId, ref, script: scriptOf(pipeline) } }];
}
