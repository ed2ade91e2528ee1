import { Session, type Profiler } from 'node:inspector';

/** Counts what V8 runs: nothing of it depends on how fast the machine is. */
export interface OperationCounter {
  /**
   * How often the blocks of our sources and of the packages that read for us are run by `work`. Code counts
   * that was loaded after the counter was made.
   */
  readonly count: (work: () => unknown) => Promise<number>;
  /** Those of each work, one after the other. */
  readonly counts: (works: readonly (() => unknown)[]) => Promise<readonly number[]>;
  readonly close: () => void;
}

const ofTheProduct = /\/src\/(?!simulator\/)|\/node_modules\/(?:yaml|yauzl|zod)\//;

/** To be made before the modules are loaded that are to be counted: those whose address fits. */
export function createOperationCounter(counted = ofTheProduct): OperationCounter {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** Since the last time it was asked for. */
  const takeCount = (): number => {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      taken = result;
    });
    const ranges = taken
      .filter(({ url }) => counted.test(url))
      .flatMap(({ functions }) => functions.flatMap((one) => one.ranges));
    return ranges.reduce((sum, { count }) => sum + count, 0);
  };
  const counts = async (works: readonly (() => unknown)[]): Promise<readonly number[]> => {
    takeCount();
    const taken: number[] = [];
    for (const work of works) {
      await work();
      taken.push(takeCount());
    }
    return taken;
  };
  return {
    count: async (work) => (await counts([work]))[0] ?? 0,
    counts,
    close: () => session.disconnect(),
  };
}
