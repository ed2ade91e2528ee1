import { intact } from './safeguards.js';
import type { Sabotage } from './sabotages.js';
import {
  believing,
  believingAnyRef,
  believingCaches,
  believingEmptyLists,
  believingNoJobs,
  believingOldLists,
  believingRefusals,
  believingThrottles,
  filteringByClock,
  filteringBySource,
  fullMinute,
  hidingFailuresUnder,
  losingOldStarts,
  maintenance,
  settlingTooSoon,
  withFirstPagesOnly,
  withoutUnfitDownstream,
} from './credulous-transports.js';

const twice = [
  'one call starts at most one pipeline',
  'a request that may have worked is not simply repeated',
  'nothing is said not to have been started that was',
];

/**
 * Safeguards against what others say in GitLab's stead, and against pictures that are not whole. A run that
 * would believe a stranger is made of one that does not, by handing it what it would believe: the stranger's
 * words as GitLab says them, a list without what a filter hides.
 */
export const strangerSabotages: readonly Sabotage[] = [
  {
    name: 'anybody may say that GitLab is under maintenance',
    safeguards: { ...intact, wrapTransport: believing(/maintenance/i, maintenance) },
    breaks: twice,
  },
  {
    name: 'anybody may say that it was too early',
    safeguards: { ...intact, wrapTransport: believingThrottles },
    breaks: twice,
  },
  {
    name: 'anybody may say that the minute is full',
    safeguards: { ...intact, wrapTransport: believing(/Too many pipelines created/, fullMinute) },
    breaks: twice,
  },
  {
    name: 'anybody may refuse what is being followed',
    safeguards: { ...intact, wrapTransport: believingRefusals },
    breaks: ['no page of a stranger ends the wait', 'no words of a stranger end the wait'],
  },
  {
    name: 'anybody may refuse to start a pipeline',
    safeguards: { ...intact, wrapTransport: believingRefusals },
    breaks: ['a pipeline that may exist is spoken of'],
  },
  {
    name: 'absent is what a filter by source does not show',
    safeguards: { ...intact, wrapTransport: filteringBySource },
    breaks: twice,
  },
  {
    name: 'absent is what is too old by the clock of whoever answers',
    safeguards: { ...intact, wrapTransport: filteringByClock },
    breaks: twice,
  },
  {
    name: 'absent is what an old list does not show',
    safeguards: { ...intact, wrapTransport: believingOldLists },
    breaks: twice,
  },
  {
    name: 'absent is what an empty list does not show',
    safeguards: { ...intact, wrapTransport: believingEmptyLists },
    breaks: twice,
  },
  {
    name: 'anybody may say that a pipeline has no jobs',
    safeguards: { ...intact, wrapTransport: believingNoJobs },
    breaks: ['green stays true', 'an outcome is the true one', 'exit code 2 is for wrong inputs'],
  },
  {
    name: 'absent is what no replica shows a minute too soon',
    safeguards: { ...intact, wrapTransport: settlingTooSoon },
    breaks: twice,
  },
  {
    name: 'what a cache shows ends the wait',
    safeguards: { ...intact, wrapTransport: believingCaches },
    breaks: ['no verdict comes out of a cache'],
  },
  {
    name: 'a start is none without the number of the project',
    safeguards: { ...intact, wrapTransport: losingOldStarts },
    breaks: ['outputs are set as soon as they are known'],
  },
  {
    name: 'a start is whatever has a number',
    safeguards: { ...intact, wrapTransport: believingAnyRef },
    breaks: ['the output pipeline_id is that of the pipeline', 'the output ref is that of the pipeline'],
  },
  {
    name: 'the first page is the whole list',
    safeguards: { ...intact, wrapTransport: withFirstPagesOnly },
    breaks: ['green stays true', 'an outcome is the true one'],
  },
  {
    name: 'a downstream pipeline that cannot be read is none',
    safeguards: { ...intact, wrapTransport: withoutUnfitDownstream },
    breaks: ['green stays true', 'an outcome is the true one'],
  },
  {
    name: 'the word of a pipeline counts, and its jobs do not',
    safeguards: { ...intact, wrapTransport: hidingFailuresUnder('success') },
    breaks: ['green stays true', 'an outcome is the true one'],
  },
  {
    name: 'a gate hides a failure',
    safeguards: { ...intact, wrapTransport: hidingFailuresUnder('manual') },
    breaks: ['a gate hides no failure'],
  },
  {
    name: 'a gate is opened after a failure',
    safeguards: { ...intact, wrapTransport: hidingFailuresUnder('manual') },
    breaks: ['no gate is opened after a failure'],
  },
  {
    name: 'the verdict comes from a part of what jobs asks for',
    safeguards: { ...intact, changeInputs: withFirstLineOnly },
    breaks: ['green stays true', 'an outcome is the true one'],
  },
  {
    name: 'a lost output is none that anybody misses',
    safeguards: { ...intact, onFullPlace: 'silence' },
    breaks: ['green means that what was asked for has arrived'],
  },
];

function withFirstLineOnly(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [first = ''] = (inputs.jobs ?? '').split('\n');
  return { ...inputs, jobs: first };
}
