import { redactedLine } from '../../base/text.js';
import { type StatusCreation, mostDescriptionCharacters } from '../../github/api.js';
import type { FailedGitHubReply, GitHubReply } from '../../github/reply.js';
import { always, tryAgain } from '../../github/retry.js';
import { type PipelineMoment, commitStateOf, momentSentence } from './feedback.js';
import { type ChannelDeps, type MomentChannel, createFeedbackChannel, neededFor } from './queue.js';

/**
 * Sets the status with this name on the commit of this run, or on the head of its pull request if it has one.
 */
export function createStatusChannel(deps: ChannelDeps, name: string): MomentChannel {
  const { client, clock, random, context, host, repository, signal } = deps;
  const channel = createFeedbackChannel({
    what: `The commit status '${name}' in ${repository.owner}/${repository.repository} could not be set`,
    needs: neededFor('statuses', context),
  });
  const again = <T>(make: () => Promise<GitHubReply<T>>): Promise<GitHubReply<T>> =>
    tryAgain({ clock, random }, { make, isRepeatable: always }, signal);

  let known: string | undefined;
  /**
   * A run started by a comment on a pull request is on another commit, and its event does not contain the
   * right one.
   */
  const findSha = async (): Promise<GitHubReply<string>> => {
    const { pullRequest, followedSha, sha = '' } = context;
    const details = known ?? pullRequest?.headSha ?? followedSha;
    if (details !== undefined) return { kind: 'ok', value: details };
    if (pullRequest === undefined) return { kind: 'ok', value: sha };
    const address = { repository, pullRequest: pullRequest.number };
    return await again(() => client.fetchHeadSha(address, signal));
  };

  const set = async (moment: PipelineMoment): Promise<FailedGitHubReply | undefined> => {
    const sha = await findSha();
    if (sha.kind !== 'ok') return sha;
    known = sha.value;
    const url = moment.pipeline?.webUrl;
    const shownUrl = url === undefined ? undefined : redactedLine(url, host.masker.redact, 2000);
    const status: StatusCreation = {
      state: commitStateOf(moment),
      context: host.masker.redact(name),
      description: redactedLine(momentSentence(moment), host.masker.redact, mostDescriptionCharacters),
      targetUrl: shownUrl ?? context.runUrl,
    };
    const reply = await again(() => client.createStatus({ repository, sha: sha.value, status }, signal));
    return reply.kind === 'ok' ? undefined : reply;
  };
  return {
    tell: (moment, onClosed) => channel.add(() => set(moment), onClosed),
    settled: channel.settled,
  };
}
