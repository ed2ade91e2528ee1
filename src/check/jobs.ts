import { type ConfigFile, readConfigFile } from '../ci-rules/config-file.js';
import { readMergedConfig } from '../ci-rules/config.js';
import { type PipelineFacts, type PipelineSource, pipelineFacts } from '../ci-rules/pipeline-facts.js';
import { type Prediction, predictJobs } from '../ci-rules/predict-jobs.js';
import type { Answer } from '../ci-rules/tri-state.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { ConfigLint, Project } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';
import { type CheckResult, bad, good, open, refPartsOf } from './check.js';
import type { FoundRef } from './project-and-ref.js';

/** The facts that this check uses. */
export interface JobsSight {
  readonly lint: Reply<ConfigLint>;
  readonly file: Reply<string> | undefined;
  readonly project: Reply<Project>;
  readonly ref: FoundRef;
}

/**
 * Whether the pipeline would have any job. GitLab's merged configuration is that of a push. So it lacks files
 * that are included for triggers only, and inputs have their defaults. Where that may matter, the result is
 * unknown.
 */
export function jobsCheck(sight: JobsSight, request: TriggerRequest): CheckResult {
  const { lint } = sight;
  const mergedYaml = lint.kind === 'ok' && lint.value.valid ? lint.value.mergedYaml : undefined;
  if (mergedYaml === undefined) return open('It needs a configuration that GitLab finds valid');
  const config = readMergedConfig(mergedYaml);
  if (config === undefined) return open("GitLab's merged configuration could not be read here");
  const facts = factsOf(sight, request);
  const prediction = predictJobs(config, facts);
  const doubt = doubtAbout(prediction, { file: fileOf(sight), request });
  const finding = findingOf(prediction, facts.source);
  if (doubt !== undefined) return open(`${finding}; but ${doubt}`);
  switch (prediction.runs) {
    case 'yes':
      return good(finding);
    case 'unknown':
      return open(
        finding,
        'The rest depends on variables of the project and on files, which are not checked here.',
      );
    case 'no':
      return bad('no_jobs', { finding, hint: hintOf(prediction, facts.source) });
  }
}

function factsOf({ project, ref }: JobsSight, request: TriggerRequest): PipelineFacts {
  const { name, kind } = refPartsOf(request.ref);
  const found = ref.kind === 'found' ? ref : undefined;
  return pipelineFacts({
    source: sourceOf(request),
    refName: name,
    refKind: found?.type ?? kind,
    refIsProtected: found?.ref.isProtected,
    sha: found?.ref.sha,
    project: project.kind === 'ok' ? project.value : undefined,
    given: request.variables,
  });
}

/** GitLab's name for the source of the pipeline, `CI_PIPELINE_SOURCE`. */
function sourceOf({ credentials }: TriggerRequest): PipelineSource {
  if (credentials.kind === 'access') return 'api';
  return credentials.tokenKind === 'job_token' ? 'pipeline' : 'trigger';
}

function fileOf({ file }: JobsSight): ConfigFile | undefined {
  return file?.kind === 'ok' ? readConfigFile(file.value) : undefined;
}

/** Why the real pipeline may differ from the merged configuration. */
function doubtAbout(
  { workflow, runs }: Prediction,
  { file, request }: { readonly file: ConfigFile | undefined; readonly request: TriggerRequest },
): string | undefined {
  if (runs === 'unknown') return undefined;
  if (file === undefined) {
    return runs === 'no'
      ? 'the CI file could not be read, and what it includes for such pipelines only may add jobs'
      : undefined;
  }
  if (file.inputsDecide && Object.keys(request.pipelineInputs).length > 0) {
    return 'that holds for the defaults of the inputs, which determine jobs';
  }
  // Rules of the file itself override all that it includes.
  if (runs === 'no' && workflow === 'no' && file.hasWorkflow) return undefined;
  if (file.includes === 'depending') return 'what the CI file includes depends on rules or variables';
  if (runs === 'no' && file.includes !== 'nothing') {
    return 'files that it includes may themselves include more for such pipelines only';
  }
  return undefined;
}

const mostNames = 8;

function findingOf({ workflow, jobs, brokenNeeds, runs }: Prediction, source: PipelineSource): string {
  const [broken] = brokenNeeds;
  const from = `for the source ${source}`;
  if (workflow === 'no') return `workflow:rules let no pipeline through ${from}`;
  if (broken !== undefined) {
    return `The job ${broken.job} needs ${broken.needs}, which would not be there ${from}`;
  }
  const named = (answer: Answer): readonly string[] =>
    jobs.filter((job) => job.runs === answer).map(({ name }) => name);
  const [present, open, absent] = [named('yes'), named('unknown'), named('no')];
  const counts = [
    ...(present.length > 0 ? [`${present.length} would be there (${list(present)})`] : []),
    ...(open.length > 0 ? [`${open.length} may be (${list(open)})`] : []),
    ...(absent.length > 0 ? [`${absent.length} would not (${list(absent)})`] : []),
  ];
  const gate = workflow === 'unknown' ? 'It is unknown whether workflow:rules let it through; ' : '';
  const edge = runs === 'no' && present.length > 0 ? ', which is not enough: all in .pre or .post' : '';
  return `${gate}${gate === '' ? 'Of' : 'of'} ${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'} ${from}, ${counts.join(', ')}${edge}`;
}

function list(names: readonly string[]): string {
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return `${names.slice(0, mostNames).join(', ')}${more}`;
}

function hintOf({ brokenNeeds }: Prediction, source: PipelineSource): string {
  if (brokenNeeds.length > 0) return 'Give both jobs the same rules, or mark the need as optional: true.';
  return `Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${source}"; gitlab-trigger snippet gitlab writes such rules.`;
}
