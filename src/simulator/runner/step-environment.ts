import type { ActionInput } from './action-metadata.js';

/** Names and values of environment variables. */
export type Environment = Readonly<Record<string, string>>;

/** The workflow run that a step belongs to. */
export interface WorkflowRun {
  readonly repository: string;
  readonly sha: string;
  /** In full, e.g. `refs/heads/main`. */
  readonly ref: string;
  readonly actor: string;
  readonly runId: string;
  /** How often the run has been run; 1 when absent. */
  readonly runAttempt?: number | undefined;
  readonly serverUrl: string;
  /** The URL of its API; the server's own `/api/v3` when absent. */
  readonly apiUrl?: string | undefined;
  readonly workflow: string;
  readonly job: string;
  readonly eventName: string;
  /** The content of the event file, as JSON; an empty object when absent. */
  readonly event?: unknown;
}

/** A run that a test or a demo need not describe. */
export const exampleRun: WorkflowRun = {
  repository: 'octo-org/octo-repo',
  sha: '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
  ref: 'refs/heads/main',
  actor: 'octocat',
  runId: '1658821493',
  serverUrl: 'https://github.com',
  workflow: 'deploy',
  job: 'gitlab',
  eventName: 'push',
};

/** The folders that a step may use; absolute paths. */
export interface StepFolders {
  readonly workspace: string;
  readonly temp: string;
  readonly toolCache: string;
  readonly action: string;
  readonly eventFile: string;
}

/** The files through which a step returns results; absolute paths. */
export interface CommandFiles {
  readonly output: string;
  readonly state: string;
  readonly env: string;
  readonly path: string;
  readonly summary: string;
}

const runnerSystems: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

/** The environment variable that carries an input: upper-cased, spaces become `_`, hyphens stay. */
export function inputVariableName(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/**
 * The inputs that a step finds, and the runner's warnings. Names match regardless of case. A default applies
 * only if the key is absent, so an empty text suppresses it; an input without a default is empty; `required`
 * is not enforced; an undeclared input is passed too.
 */
export function inputEnvironment(step: {
  readonly given: Readonly<Record<string, string>>;
  readonly declared: readonly ActionInput[];
}): { readonly environment: Environment; readonly warnings: readonly string[] } {
  const declaredNames = new Map(step.declared.map((input) => [input.name.toLowerCase(), input]));
  const environment: Record<string, string> = {};
  const warnings: string[] = [];
  for (const input of step.declared) environment[inputVariableName(input.name)] = input.default ?? '';
  for (const [name, value] of Object.entries(step.given)) {
    environment[inputVariableName(name)] = value;
    const input = declaredNames.get(name.toLowerCase());
    if (input === undefined) {
      const known = step.declared.map((row) => row.name).join(', ');
      warnings.push(`Input '${name}' is not declared by this action, which knows: ${known}`);
    } else if (input.deprecationMessage !== undefined) {
      warnings.push(`Input '${name}' is deprecated: ${input.deprecationMessage}`);
    }
  }
  return { environment, warnings };
}

/** How `post` reads the state that `main` saved: the name keeps its case. */
export function stateEnvironment(state: Readonly<Record<string, string>>): Environment {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** The variables that the runner gives every step, besides inputs and state. */
export function runnerEnvironment(step: {
  readonly run: WorkflowRun;
  readonly folders: StepFolders;
  readonly files: CommandFiles;
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
}): Environment {
  const { run, folders, files } = step;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: folders.action,
    GITHUB_ACTOR: run.actor,
    GITHUB_API_URL: run.apiUrl ?? `${run.serverUrl}/api/v3`,
    GITHUB_BASE_REF: '',
    GITHUB_ENV: files.env,
    GITHUB_EVENT_NAME: run.eventName,
    GITHUB_EVENT_PATH: folders.eventFile,
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: run.job,
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.path,
    GITHUB_REF: run.ref,
    GITHUB_REF_NAME: run.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: run.repository,
    GITHUB_REPOSITORY_OWNER: run.repository.split('/')[0] ?? '',
    GITHUB_RUN_ATTEMPT: String(run.runAttempt ?? 1),
    GITHUB_RUN_ID: run.runId,
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: run.serverUrl,
    GITHUB_SHA: run.sha,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKFLOW: run.workflow,
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'simulated-runner',
    RUNNER_OS: runnerSystems[step.platform] ?? 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache,
  };
}
