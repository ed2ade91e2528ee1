import type { Instance, ProjectRecord, PushRecord, RefRecord, UserRecord } from '../state/records.js';
import { startPipeline } from './pipeline-start.js';

/** The first push that is due at a time, if there is one. */
export function nextPush(instance: Instance): PushRecord | undefined {
  return instance.pushes.reduce<PushRecord | undefined>(
    (first, push) =>
      push.atMs !== Infinity && (first === undefined || push.atMs < first.atMs) ? push : first,
    undefined,
  );
}

/** Delivers all pending pushes of a project. */
export function bringPushes(instance: Instance, project: ProjectRecord, atMs: number): void {
  instance.pushes = instance.pushes.map((push) => (push.project === project ? { ...push, atMs } : push));
}

/** A commit arrives at its ref, which is created if it is new; then GitLab starts pipelines by itself. */
export function receivePush(instance: Instance, push: PushRecord): void {
  instance.pushes = instance.pushes.filter((other) => other !== push);
  const { project, user, description, atMs } = push;
  const ref = movedRef(project, push);
  for (const { source = 'push', ref: name = ref.name, script } of description.pipelines ?? []) {
    const own = script ?? scriptOf(ref, user);
    startPipeline(instance, {
      project,
      ref: name === ref.name ? ref : { ...ref, name },
      user,
      source,
      script: own,
      variables: [],
      inputs: {},
      atMs,
    });
  }
}

/** Pipelines keep the commit that they were started for, so a moved ref becomes a new record. */
function movedRef(project: ProjectRecord, { description }: PushRecord): RefRecord {
  const { ref: name, sha } = description;
  const old = project.refs.find((ref) => ref.kind === 'branch' && ref.name === name);
  const moved: RefRecord =
    old === undefined
      ? {
          name,
          kind: 'branch',
          sha,
          commit: 'present',
          past: description.past ?? [],
          protectedFor: undefined,
          ci: project.description.ci ?? { kind: 'missing' },
          ciFile: project.description.ciFile ?? {},
        }
      : {
          ...old,
          sha,
          past: [
            ...(description.kind === 'forced' ? [] : [old.sha, ...old.past]),
            ...(description.past ?? []),
          ],
        };
  project.refs = [...project.refs.filter((ref) => ref !== old), moved];
  return moved;
}

function scriptOf({ ci }: RefRecord, user: UserRecord): Parameters<typeof startPipeline>[1]['script'] {
  if (ci.kind !== 'valid') throw new TypeError(`a push of ${user.username} has no pipeline to start`);
  if (typeof ci.script === 'function') throw new TypeError('a push needs a script that asks for nothing');
  return ci.script;
}
