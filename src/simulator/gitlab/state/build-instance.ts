import { createHash } from 'node:crypto';

import { advance } from '../engine/pipeline-engine.js';
import { startPipeline } from '../engine/pipeline-start.js';
import { Agenda } from './agenda.js';
import { Numbered } from './numbered.js';
import type {
  AccessTokenRecord,
  Instance,
  JobTokenRecord,
  MirrorRecord,
  ProjectRecord,
  RefRecord,
  TriggerRecord,
  UserRecord,
} from './records.js';
import { releaseOf } from './release.js';
import type {
  CiConfiguration,
  MirrorDescription,
  PastPipelineDescription,
  ProjectDescription,
  Scenario,
} from './scenario.js';
import { WindowCounter } from './window-counter.js';

/**
 * The state that a scenario describes, at `nowMs`; past pipelines have advanced to that time.
 * @throws {TypeError} when the scenario names a user, a ref or a project that it does not describe.
 */
export function buildInstance(scenario: Scenario, nowMs: number): Instance {
  const users = new Map(
    scenario.users.map((user, index): [string, UserRecord] => [
      user.username,
      {
        id: index + 1,
        username: user.username,
        name: user.name ?? user.username,
        blocked: user.blocked ?? false,
        createdMs: nowMs,
      },
    ]),
  );
  const nextIds = {
    pipeline: scenario.firstPipelineId ?? 257,
    job: scenario.firstJobId ?? 9001,
    trigger: 1,
    request: 1,
    tag: 1,
  };
  const projects = scenario.projects.map((description): [number, ProjectRecord] => [
    description.id,
    projectOf({ description, users, nextIds, nowMs }),
  ]);
  const root = scenario.relativeUrlRoot ?? '';
  const instance: Instance = {
    externalUrl: `${scenario.externalUrl ?? 'https://gitlab.example.com'}${root}`,
    relativeUrlRoot: root,
    release: releaseOf(scenario.release),
    users,
    projects: new Map(projects),
    ...tokensOf({ scenario, users, nowMs }),
    pipelines: new Map(),
    jobs: new Numbered(),
    moving: new Agenda(),
    pushes: [],
    throttle: scenario.throttle,
    pipelineCreationsPerMinute: scenario.pipelineCreationsPerMinute ?? Infinity,
    counters: new WindowCounter(),
    maintenanceMessage: scenario.maintenanceMessage ?? 'GitLab is undergoing maintenance',
    artifactStorage: scenario.artifactStorage,
    writes: scenario.writes ?? 'open',
    changeTagMode: scenario.changeTags ?? 'working',
    changeTags: new Map(),
    changeTagLagMs: scenario.changeTagLagMs ?? 0,
    replicaLagMs: scenario.replicaLagMs ?? 0,
    onChange: undefined,
    nextIds,
  };
  startPastPipelines(instance, nowMs);
  instance.pushes = pushesOf(instance, nowMs);
  return instance;
}

type Users = ReadonlyMap<string, UserRecord>;

function userOf(users: Users, username: string): UserRecord {
  const user = users.get(username);
  if (user === undefined) throw new TypeError(`the scenario describes no user ${username}`);
  return user;
}

function tokensOf(from: { readonly scenario: Scenario; readonly users: Users; readonly nowMs: number }): {
  readonly accessTokens: readonly AccessTokenRecord[];
  readonly jobTokens: readonly JobTokenRecord[];
} {
  const { scenario, users, nowMs } = from;
  return {
    accessTokens: (scenario.accessTokens ?? []).map((description, index) => ({
      id: index + 1,
      description,
      user: userOf(users, description.user),
      createdMs: nowMs,
    })),
    jobTokens: (scenario.jobTokens ?? []).map((description) => ({
      description,
      user: userOf(users, description.user),
    })),
  };
}

interface ProjectParts {
  readonly description: ProjectDescription;
  readonly users: Users;
  readonly nextIds: Instance['nextIds'];
  readonly nowMs: number;
}

function projectOf({ description, users, nextIds, nowMs }: ProjectParts): ProjectRecord {
  const fallback: CiConfiguration = description.ci ?? { kind: 'missing' };
  return {
    id: description.id,
    path: description.path,
    description,
    members: new Map(Object.entries(description.members ?? {})),
    refs: description.refs.map((ref, index): RefRecord => ({
      name: ref.name,
      kind: ref.kind ?? 'branch',
      sha: ref.sha ?? madeUpSha(`${description.id}/${index}`),
      commit: ref.commit ?? 'present',
      past: ref.past ?? [],
      protectedFor: ref.protectedFor,
      ci: ref.ci ?? fallback,
      ciFile: ref.ciFile ?? description.ciFile ?? {},
    })),
    triggers: (description.triggers ?? []).map((trigger): TriggerRecord => {
      const id = nextIds.trigger;
      nextIds.trigger += 1;
      return {
        id,
        token: trigger.token,
        owner: userOf(users, trigger.owner),
        description: trigger.description ?? '',
        createdMs: nowMs,
        updatedMs: nowMs,
        expiresMs: trigger.expiresAt === undefined ? undefined : Date.parse(trigger.expiresAt),
      };
    }),
    createdMs: nowMs,
    mirror: mirrorOf(description.mirror, nowMs),
    pipelineCount: 0,
  };
}

function mirrorOf(description: MirrorDescription | undefined, nowMs: number): MirrorRecord | undefined {
  if (description === undefined) return undefined;
  const { lastUpdateAgoMs: agoMs } = description;
  return { description, lastUpdateMs: agoMs === undefined ? undefined : nowMs - agoMs, pullMs: undefined };
}

/** Forty hexadecimal digits that depend only on `seed`. */
export function madeUpSha(seed: string): string {
  return createHash('sha1').update(seed).digest('hex');
}

function startPastPipelines(instance: Instance, nowMs: number): void {
  const past = [...instance.projects.values()]
    .flatMap((project) => (project.description.pastPipelines ?? []).map((each) => ({ project, each })))
    .sort((one, other) => other.each.startedAgoMs - one.each.startedAgoMs);
  for (const { project, each } of past) {
    advance(instance, nowMs - each.startedAgoMs);
    startPastPipeline({ instance, project, each, atMs: nowMs - each.startedAgoMs });
  }
  advance(instance, nowMs);
}

function pushesOf({ projects, users }: Instance, nowMs: number): Instance['pushes'] {
  return [...projects.values()].flatMap((project) =>
    (project.description.pushes ?? []).map((description) => ({
      project,
      user: userOf(users, description.user),
      description,
      atMs: nowMs + description.afterMs,
    })),
  );
}

interface PastStart {
  readonly instance: Instance;
  readonly project: ProjectRecord;
  readonly each: PastPipelineDescription;
  readonly atMs: number;
}

function startPastPipeline({ instance, project, each, atMs }: PastStart): void {
  const ref = project.refs.find((candidate) => candidate.name === each.ref);
  if (ref === undefined) throw new TypeError(`the scenario describes no ref ${each.ref} in ${project.path}`);
  startPipeline(instance, {
    project,
    ref,
    user: userOf(instance.users, each.user),
    source: each.source ?? 'push',
    script: each.script,
    variables: Object.entries(each.variables ?? {}).map(([key, value]) => ({ key, value, type: 'env_var' })),
    inputs: {},
    atMs,
  });
}
