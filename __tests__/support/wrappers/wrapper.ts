import type { ActionRequest } from '../../e2e/support/run-action.js';

export type Environment = Readonly<Record<string, string>>;

/** What a host starts for a step: a script for a shell, in an environment. */
export interface ShellStep {
  readonly shell: 'bash' | 'sh';
  readonly script: string;
  /** What the wrapper puts there; the host's own variables come on top. */
  readonly environment: Environment;
}

/** A project on a host that copied the files of `ci/<host>/`. */
export interface Project {
  /** The text of a file, with the address of the simulated GitLab in the place of the example's. */
  readonly read: (path: string) => string;
  readonly secrets: { readonly token: string; readonly accessToken: string };
  /** What the host says the commit is. */
  readonly commit: string;
  /** Where the steps run, one after the other. */
  readonly folder: string;
  /** Where programs of the host keep what they are told, a file each. */
  readonly store: string;
}

/** A step that came to its end. */
export interface EndedStep {
  readonly exitCode: number | null;
  readonly output: string;
}

/** How a host makes steps of the files in `ci/<host>/`, told from its documentation. */
export interface ShellWrapper {
  readonly kind: 'shell';
  /** The folder in `ci/`. */
  readonly host: string;
  /** Where it is not the only one of its host. */
  readonly variant?: string;
  /** The host's own variables. */
  readonly icons: (project: Project) => Environment;
  /** The step that starts the pipeline. */
  readonly trigger: (project: Project) => ShellStep;
  /**
   * The step after it in the example, with what it sees of the outputs; `undefined` where it does not run,
   * because the first one failed.
   */
  readonly announce: (project: Project, ended: EndedStep) => ShellStep | undefined;
}

/** A host that runs the action itself. */
export interface ActionWrapper {
  readonly kind: 'action';
  readonly host: string;
  readonly icons: () => Environment;
  readonly trigger: (project: Project) => Pick<ActionRequest, 'with'>;
  readonly announce: (project: Project, outputs: Environment) => ShellStep;
}

export type Wrapper = ShellWrapper | ActionWrapper;
