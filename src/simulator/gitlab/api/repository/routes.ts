import type { ReleaseTraits } from '../../state/release-traits.js';
import { listCommitStatuses, statusFilterProblems } from './commit-statuses.js';
import { checkConfiguration, checkedProblems, lintConfiguration, lintProblems } from '../lint.js';
import { createCommitStatus, newStatusProblems } from './new-commit-status.js';
import { type Row, forProject, reading, readingAsSomebody, writing } from '../route.js';
import { listCommits, showCommit } from './commits.js';
import { fileProblems, showFile, showRawFile } from './files.js';
import * as mirror from './mirror.js';
import * as repository from './refs-and-files.js';

/** Routes for the repository of a project, and for the check of its CI configuration. */
export function repositoryRows({ lintRef }: ReleaseTraits): readonly Row[] {
  const below = '/projects/:id/repository';
  const read = 'read_code';
  const readFile = reading('read_repository_file');
  const readCommit = reading('read_commit');
  return [
    ['GET', `${below}/branches`, reading('read_branch'), forProject(read, repository.listBranches)],
    ['GET', `${below}/branches/:branch`, reading('read_branch'), forProject(read, repository.showBranch)],
    ['GET', `${below}/tags`, reading('read_tag'), forProject(read, repository.listTags)],
    ['GET', `${below}/tags/:tag`, reading('read_tag'), forProject(read, repository.showTag)],
    ['GET', `${below}/files/:path/raw`, readFile, forProject(read, showRawFile)],
    ['GET', `${below}/files/:path`, readFile, forProject(read, showFile, fileProblems)],
    ['GET', `${below}/merge_base`, reading('read_code'), forProject(read, repository.showMergeBase)],
    ['GET', `${below}/commits`, readCommit, forProject(read, listCommits)],
    ['GET', `${below}/commits/:sha`, readCommit, forProject(read, showCommit)],
    [
      'GET',
      `${below}/commits/:sha/statuses`,
      readingAsSomebody('read_commit_status'),
      forProject(read, listCommitStatuses, statusFilterProblems),
    ],
    [
      'POST',
      '/projects/:id/statuses/:sha',
      writing('create_commit_status'),
      forProject('create_pipeline', createCommitStatus, newStatusProblems),
    ],
    ...mirrorRows,
    ...(lintRef === 'no_route' ? [] : lintRows),
  ];
}

const mirrorRows: readonly Row[] = [
  [
    'GET',
    '/projects/:id/mirror/pull',
    readingAsSomebody('read_pull_mirror'),
    forProject('admin_triggers', mirror.showPullMirror),
  ],
  [
    'POST',
    '/projects/:id/mirror/pull',
    writing('update_pull_mirror'),
    forProject('admin_triggers', mirror.startPullMirror),
  ],
];

const lintRows: readonly Row[] = [
  [
    'GET',
    '/projects/:id/ci/lint',
    reading('read_ci_config'),
    forProject('read_code', lintConfiguration, lintProblems),
  ],
  [
    'POST',
    '/projects/:id/ci/lint',
    writing('validate_ci_config'),
    forProject('create_pipeline', checkConfiguration, checkedProblems),
  ],
];
