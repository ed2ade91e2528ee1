import type { VariableLookup } from './condition.js';

/** GitLab's names for the sources of pipelines that this program starts. */
export type PipelineSource = 'trigger' | 'pipeline' | 'api';

/** What is known about a pipeline before it exists. */
export interface PipelineFacts {
  readonly source: PipelineSource;
  /** The short name. */
  readonly refName: string;
  readonly refKind: 'branch' | 'tag' | undefined;
  readonly projectPath: string | undefined;
  readonly variables: VariableLookup;
}

/** The facts that determine the variables of a pipeline. */
export interface KnownParts {
  readonly source: PipelineSource;
  readonly refName: string;
  readonly refKind: 'branch' | 'tag' | undefined;
  readonly refIsProtected: boolean | undefined;
  readonly sha: string | undefined;
  readonly project:
    | { readonly id: number; readonly path: string; readonly defaultBranch?: string | undefined }
    | undefined;
  /** The variables passed to the pipeline. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * Names that GitLab sets itself. Passed variables with these names replace most of them, but it is
 * undocumented which.
 */
const predefined = /^(?:CI|GITLAB|CHAT)(?:_|$)|^TRIGGER_PAYLOAD$/;

/** Only merge request pipelines have these. */
const ofMergeRequests = /^CI_(?:MERGE_REQUEST|EXTERNAL_PULL_REQUEST)_/;

/** The facts that rules can ask for: the source, the ref, and the variables as far as they are known. */
export function pipelineFacts(parts: KnownParts): PipelineFacts {
  const { source, refName, refKind, project, given } = parts;
  const own = predefinedVariables(parts);
  const variables: VariableLookup = (name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (predefined.test(name)) {
      if (value !== undefined) return undefined;
      if (Object.hasOwn(own, name)) return own[name];
      return ofMergeRequests.test(name) ? null : undefined;
    }
    // Nothing overrides a passed variable. But its text may refer to other variables.
    return value?.includes('$') === true ? undefined : value;
  };
  return { source, refName, refKind, projectPath: project?.path, variables };
}

function predefinedVariables(parts: KnownParts): Readonly<Record<string, string | null | undefined>> {
  const { source, refName, refKind, refIsProtected, sha, project } = parts;
  const nameFor = (kind: 'branch' | 'tag'): string | null | undefined =>
    refKind === undefined ? undefined : refKind === kind ? refName : null;
  return {
    CI: 'true',
    GITLAB_CI: 'true',
    CI_PIPELINE_SOURCE: source,
    CI_PIPELINE_TRIGGERED: source === 'trigger' ? 'true' : undefined,
    CI_COMMIT_REF_NAME: refName,
    CI_COMMIT_BRANCH: nameFor('branch'),
    CI_COMMIT_TAG: nameFor('tag'),
    CI_COMMIT_REF_PROTECTED: refIsProtected === undefined ? undefined : String(refIsProtected),
    CI_COMMIT_SHA: sha,
    CI_DEFAULT_BRANCH: project?.defaultBranch,
    CI_PROJECT_ID: project === undefined ? undefined : String(project.id),
    CI_PROJECT_PATH: project?.path,
  };
}
