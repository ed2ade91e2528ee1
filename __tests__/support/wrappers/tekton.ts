import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import {
  at,
  defaultsIn,
  filled,
  filledIn,
  listAt,
  meaningFor,
  named,
  pairsOf,
  prefixed,
  textAt,
} from './document.js';
import { environmentOf } from './kubernetes.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://tekton.dev/docs/pipelines/tasks/ */
export const tekton: ShellWrapper = {
  kind: 'shell',
  host: 'tekton',
  icons: ({ folder }) => {
    const results = join(folder, 'results');
    // Tekton makes the folder; there is no variable of its own.
    mkdirSync(results, { recursive: true });
    return { GITLAB_TRIGGER_TEKTON_RESULTS: results };
  },
  trigger: (project) => {
    const spec = at(parse(project.read('task.yml')), 'spec');
    const given = filledIn(pairsOf(listAt(taskOf(project, 'gitlab'), 'params')), (text) =>
      filled(text, expression, meaningFor({ 'params.commit': project.commit })),
    );
    const params = meaningFor(
      prefixed('params.', { ...defaultsIn(listAt(spec, 'params'), 'default'), ...given }),
    );
    const step = at(spec, 'steps', 0);
    return {
      shell: 'sh',
      script: textAt(step, 'script'),
      environment: filledIn(environmentOf(listAt(step, 'env'), project), (text) =>
        filled(text, expression, params),
      ),
    };
  },
  announce: (project, { exitCode }) => {
    // A failed task ends the run, and what needs its results is not started.
    if (exitCode !== 0) return undefined;
    const task = taskOf(project, 'announce');
    const results = meaningFor(resultsOf(project));
    const given = filledIn(pairsOf(listAt(task, 'params')), (text) => filled(text, expression, results));
    const step = at(task, 'taskSpec', 'steps', 0);
    return {
      shell: 'sh',
      script: textAt(step, 'script'),
      environment: filledIn(environmentOf(listAt(step, 'env'), project), (text) =>
        filled(text, expression, meaningFor(prefixed('params.', given))),
      ),
    };
  },
};

const expression = /\$\(([\w.]+)\)/g;

function taskOf({ read }: Project, name: string): unknown {
  return named(listAt(parse(read('pipelinerun.yml')), 'spec', 'pipelineSpec', 'tasks'), 'name', name);
}

/** The results that the task declares, from the folder in which each is a file. */
function resultsOf(project: Project): Environment {
  const declared = listAt(parse(project.read('task.yml')), 'spec', 'results');
  return Object.fromEntries(
    declared.map((result) => {
      const name = textAt(result, 'name');
      return [`tasks.gitlab.results.${name}`, readFileSync(join(project.folder, 'results', name), 'utf8')];
    }),
  );
}
