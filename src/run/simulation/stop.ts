import { rmSync } from 'node:fs';

import { sleep } from '../../base/clock.js';
import { type ExitCode, exitCodes } from '../../base/errors.js';
import { cleanLine } from '../../base/text.js';
import { isAlive, killIfNamed } from '../../hosts/background.js';
import { simulateActionTable } from '../../inputs/commands/simulate.js';
import type { ActionRun, EntryContext, RunDeps } from '../context.js';
import { type SavedServer, placesIn, savedServer, textAt } from './saved-server.js';

/** It looks four times a second whether its ready file is there. */
const withinMs = 10_000;
const pollMs = 50;

/** Enough to see what is missing. */
const mostGaps = 20;

/**
 * The post step. Takes the ready file away, which ends the server, and waits for that; a server that does not
 * end is killed, if it shows that it is ours. Never fails the step.
 */
export async function stopSimulation(deps: RunDeps, { signal }: EntryContext): Promise<ExitCode> {
  const { host } = deps;
  const server = savedServer(host);
  if (server === undefined) return exitCodes.accepted;
  try {
    sayGaps(deps, server);
    const isOver =
      (await endedByItself(deps, server, signal)) ||
      killIfNamed(server.pid, placesIn(server.folder).readyFile) !== 'unknown';
    if (!isOver) host.log.warning(leftLine(server));
    rmSync(server.folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The step was stopped, or a file is held.
    if (isAlive(server.pid)) host.log.warning(leftLine(server));
  }
  return exitCodes.accepted;
}

function leftLine({ pid }: SavedServer): string {
  return `The simulated GitLab (process ${pid}) has not stopped yet; it does by itself after stop_after.`;
}

export const stopSimulateAction: ActionRun = { inputs: simulateActionTable, run: stopSimulation };

/** The file may come late, when the main step was killed while the server was starting. */
async function endedByItself({ clock }: RunDeps, server: SavedServer, signal: AbortSignal): Promise<boolean> {
  const startMs = clock.nowMs();
  for (;;) {
    rmSync(placesIn(server.folder).readyFile, { force: true });
    if (!isAlive(server.pid)) return true;
    if (clock.nowMs() - startMs > withinMs) return false;
    await sleep(clock, pollMs, signal);
  }
}

/** What the tests of this job have asked for in vain. */
function sayGaps({ host }: RunDeps, server: SavedServer): void {
  const log = textAt(placesIn(server.folder).logFile);
  const gaps = new Set(log.split('\n').filter((line) => line.startsWith('not simulated: ')));
  const shown = [...gaps].slice(0, mostGaps);
  for (const line of shown) host.log.warning(cleanLine(line, 200));
  if (gaps.size > shown.length) host.log.warning(`not simulated: ${gaps.size - shown.length} more`);
}
