import { InputError } from '../base/app-error.js';
import { choicesOf } from './decision-by-jobs.js';
import type { JobSelection } from './job-selection.js';
import { placesOf, stepsOf } from './pipeline-tree.js';
import type { PipelineSnapshot } from './snapshot.js';

/** How many names of jobs a message lists. */
const namesShown = 30;

/** The error for lines of `jobs` that fit no job, when it is known that none is to come. */
export function unmatchedError(snapshot: PipelineSnapshot, selection: JobSelection): InputError {
  const choices = selection.kind === 'all' ? [] : choicesOf(snapshot, selection);
  const unmatched = choices.filter(({ jobs }) => jobs.length === 0).map(({ pattern }) => pattern);
  const places = placesOf(snapshot.root);
  const names = places.flatMap(({ path, node }) =>
    stepsOf(node).map(({ job }) => [...path, job.name].join('/')),
  );
  const gates = places.flatMap(({ path, node }) =>
    node.bridges
      .filter(({ bridge }) => bridge.status === 'manual')
      .map(({ bridge }) => [...path, bridge.name].join('/')),
  );
  const left = gates.length === 0 ? '' : ` Nobody has played ${listed(gates)}, with the jobs below.`;
  return new InputError({
    code: 'invalid_input',
    what: `jobs: no job of pipeline ${snapshot.root.pipeline.id} fits ${unmatched.join(', ')}`,
    why: names.length === 0 ? 'No job of it can be seen.' : `It has ${listed(names)}.${left}`,
    cure: 'Give the names of jobs as GitLab shows them, or globs; rules may have left a job out of this pipeline.',
  });
}

function listed(names: readonly string[]): string {
  const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
  return `${names.slice(0, namesShown).join(', ')}${more}`;
}
