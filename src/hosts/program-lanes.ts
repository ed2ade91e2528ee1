import type { HostMeans, HostProgram } from './host-means.js';

/** Runs a program as soon as all that came before it in its lane have ended. */
export type RunInLane = (lane: string, program: HostProgram) => void;

/** Programs of the host that run while the step goes on; the process ends when they have. `tell` hears what went wrong with one. */
export function programLanes({ run }: Pick<HostMeans, 'run'>, tell: (trouble: string) => void): RunInLane {
  const lanes = new Map<string, Promise<void>>();
  return (lane, program) => {
    const before = lanes.get(lane) ?? Promise.resolve();
    const done = before
      .then(async () => await run(program))
      .then(
        (trouble) => (trouble === undefined ? undefined : tell(`${program.name} ${trouble}`)),
        () => tell(`${program.name} could not be run`),
      );
    lanes.set(lane, done);
  };
}
