import { argo } from './argo-workflows.js';
import { azurePipelines } from './azure-pipelines.js';
import { bitbucket } from './bitbucket-pipelines.js';
import { bitrise } from './bitrise.js';
import { buildkite } from './buildkite.js';
import { circleCi } from './circleci.js';
import { cloudBuild } from './google-cloud-build.js';
import { codeBuild } from './aws-codebuild.js';
import { githubFamily } from './github-family.js';
import { harness } from './harness.js';
import { jenkins } from './jenkins.js';
import { teamCity } from './teamcity.js';
import { tekton } from './tekton.js';
import { travis } from './travis.js';
import { woodpeckerAndDrone } from './woodpecker-and-drone.js';
import type { ActionWrapper, ShellWrapper } from './wrapper.js';

export const actionWrappers: readonly ActionWrapper[] = githubFamily;

/**
 * All that run the command; the component for GitLab CI has tests of its own, with gitlab-ci-local in the
 * place of GitLab.
 */
export const shellWrappers: readonly ShellWrapper[] = [
  azurePipelines,
  jenkins,
  circleCi,
  bitbucket,
  buildkite,
  teamCity,
  travis,
  ...woodpeckerAndDrone,
  harness,
  tekton,
  argo,
  codeBuild,
  cloudBuild,
  bitrise,
];
