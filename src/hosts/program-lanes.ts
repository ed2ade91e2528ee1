import type { HostMeans, HostProgram } from './host-means.js';

/** Runs a program as soon as all that came before it in its lane have ended. */
export type RunInLane = (lane: string, program: HostProgram) => void;

/**
 * Programs of the host that run while the step goes on; the process ends when they have. `tell` hears what went wrong with one. One that is hopeless is
 * not run again: it would only take the time that a stopped step does not have.
 */
export function programLanes({ run }: Pick<HostMeans, 'run'>, tell: (trouble: string) => void): RunInLane {
  const lanes = new Map<string, Promise<void>>();
  const hopeless = new Set<string>();
  const runOne = async (program: HostProgram): Promise<void> => {
    if (hopeless.has(program.name)) return;
    const trouble = await run(program);
    if (trouble === undefined) return;
    if (trouble.outlook === 'hopeless') hopeless.add(program.name);
    tell(`${program.name} ${trouble.why}`);
  };
  return (lane, program) => {
    const before = lanes.get(lane) ?? Promise.resolve();
    const done = before
      .then(async () => await runOne(program))
      .catch(() => tell(`${program.name} could not be run`));
    lanes.set(lane, done);
  };
}
