import type { StepAttempt } from '../../../../src/model/caller-context.js';
import { triggerAction } from '../../../../src/run/trigger.js';
import type { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import type { ProjectDescription } from '../../../../src/simulator/gitlab/state/scenario.js';
import { oneProject, tokens } from '../../../support/one-project.js';
import { type RunEnd, type RunStory, runInVirtualTime } from './run-in-virtual-time.js';

/** One attempt of a step of run 77, on GitHub unless it says otherwise. */
export interface AttemptStory extends Partial<Omit<RunStory, 'action' | 'changeHost'>> {
  /** Its number; `undefined` where the host tells none. */
  readonly attempt: number | undefined;
  readonly told?: Partial<StepAttempt>;
  readonly project?: Partial<ProjectDescription>;
}

/** Runs an attempt that waits, and follows what an earlier one has started; its inputs may say otherwise. */
export async function runAttempt({ attempt, told, project, ...story }: AttemptStory): Promise<RunEnd> {
  const given: StepAttempt = {
    run: '77',
    step: ['trigger', '__self'],
    id: String(attempt),
    isFirst: attempt === 1,
    ...told,
  };
  return await runInVirtualTime({
    action: triggerAction,
    scenario: oneProject(project),
    ...story,
    inputs: { wait: 'true', on_rerun: 'follow', ...story.inputs },
    changeHost: (host) => ({
      ...host,
      context: () => ({
        ...host.context(),
        runAttempt: String(attempt),
        attempt: attempt === undefined ? undefined : given,
      }),
    }),
  });
}

/** `POST /trigger/pipeline` and the like, in their order. */
export function postsOf({ requests }: Pick<RunEnd, 'requests'>): readonly string[] {
  return requests
    .filter((line) => line.startsWith('POST') && !line.endsWith('/graphql'))
    .map((line) => line.replace(/^POST (?:\/api\/v4)?\/projects\/[^/]+/, ''));
}

/** What the log says of attempts. */
export function rerunLines({ events }: RunEnd): readonly string[] {
  return events
    .filter((event) =>
      /^info: (?:Reusing|Retrying the|GitLab (?:runs jobs|took)|Starting a new|No pipeline of an)/.test(
        event,
      ),
    )
    .map((event) => event.replace(/^info: /, ''));
}

/** The body with which an attempt started its pipeline. */
export async function startBodyOf(story: AttemptStory): Promise<Record<string, unknown>> {
  const end = await runAttempt({ ...story, inputs: { ...story.inputs, wait: 'false' } });
  const { gitlab } = end.where;
  return JSON.parse(payloadOf(gitlab, Number(end.outputs.pipeline_id))) as Record<string, unknown>;
}

/** The `TRIGGER_PAYLOAD` of a pipeline. */
export function payloadOf(gitlab: SimulatedGitLab, pipelineId: number): string {
  const { body } = gitlab.handle({
    method: 'GET',
    target: `/api/v4/projects/42/pipelines/${pipelineId}/variables`,
    headers: { 'private-token': tokens.api },
    body: Buffer.alloc(0),
  });
  const variables = JSON.parse(body.toString()) as readonly {
    readonly key: string;
    readonly value: string;
  }[];
  return variables.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value ?? '{}';
}

/** Somebody starts a pipeline with a body that an attempt has sent, once more. */
export function startWith(gitlab: SimulatedGitLab, body: Readonly<Record<string, unknown>>): void {
  gitlab.handle({
    method: 'POST',
    target: '/api/v4/projects/42/trigger/pipeline',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ ...body, token: tokens.trigger })),
  });
}

export function deletePipeline(gitlab: SimulatedGitLab, pipelineId: number): void {
  gitlab.handle({
    method: 'DELETE',
    target: `/api/v4/projects/42/pipelines/${pipelineId}`,
    headers: { 'private-token': tokens.api },
    body: Buffer.alloc(0),
  });
}
