import type { HostMeans, HostProgram } from './host-means.js';

/** Runs a program as soon as all that came before it in its lane have ended; gives what went wrong, if anything. */
export type RunInLane = (lane: string, program: HostProgram) => Promise<string | undefined>;

/**
 * Programs of the host that run while the step goes on; the process ends when they have. `tell` hears what went wrong with one. One that is hopeless is
 * not run again: it would only take the time that a stopped step does not have.
 */
export function programLanes({ run }: Pick<HostMeans, 'run'>, tell: (trouble: string) => void): RunInLane {
  const lanes = new Map<string, Promise<string | undefined>>();
  const hopeless = new Map<string, string>();
  const runOne = async (program: HostProgram): Promise<string | undefined> => {
    const before = hopeless.get(program.name);
    if (before !== undefined) return before;
    const trouble = await run(program);
    if (trouble === undefined) return undefined;
    const what = `${program.name} ${trouble.why}`;
    if (trouble.outlook === 'hopeless') hopeless.set(program.name, what);
    tell(what);
    return what;
  };
  return (lane, program) => {
    const before = lanes.get(lane) ?? Promise.resolve(undefined);
    const done = before
      .then(async () => await runOne(program))
      .catch(() => {
        const what = `${program.name} could not be run`;
        tell(what);
        return what;
      });
    lanes.set(lane, done);
    return done;
  };
}
