import { resolve } from 'node:path';

import { runPeriodically } from '../../base/clock.js';
import type { ErrorParts } from '../../base/errors.js';
import type { OwnPlace } from '../../base/files.js';
import { cleanLine } from '../../base/text.js';
import { linkOnWay } from '../../hosts/foreign-links.js';
import { holdFolder } from '../../hosts/files/held-folder.js';
import type { Host } from '../../hosts/host.js';
import { fileNaming } from '../../hosts/system.js';
import type { ArtifactsRequest } from '../../model/requests.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import { artifactLine } from '../../report/artifacts.js';
import { artifactsOutput } from '../../report/outputs.js';
import { downloadArtifacts } from '../../results/artifacts/download-artifacts.js';
import type { ArtifactEvent } from '../../results/artifacts/plan.js';
import { setOutputs } from '../context.js';
import type { FollowRun } from '../follow-context.js';
import { youngCollector } from '../heap.js';

/** A fast connection transfers a few megabytes in this time. */
const collectEveryMs = 15;

/**
 * Downloads the requested artifacts and logs progress. Sets the output with their folder first, so that it is
 * set even if the step is killed later. Returns what is missing.
 * @throws the reason of `signal` when it aborts.
 */
export async function bringArtifacts(
  { deps, gitlab, results }: FollowRun,
  { lines, path }: ArtifactsRequest,
  { root }: PipelineSnapshot,
  signal: AbortSignal,
): Promise<readonly ErrorParts[]> {
  const { clock, random, host } = deps;
  const into = resolve(path);
  const link = linkOnWay(into);
  if (link !== undefined) return [throughLink(link)];
  setOutputs(deps, artifactsOutput(into));
  const task = { clock, everyMs: collectEveryMs, run: await youngCollector() };
  const onEvent = (event: ArtifactEvent): void => {
    const { level, text } = artifactLine(event, { into: path });
    host.log[level](text);
  };
  return await runPeriodically(task, () =>
    downloadArtifacts(
      { gitlab, clock, random, onEvent },
      {
        lines,
        tree: root,
        into,
        holdFolder: (folder) => holdFolder(folder),
        naming: fileNaming(),
        own: ownPlaces(host, results.junitFile),
        redact: host.masker.redact,
        signal,
      },
    ),
  );
}

/** The files that this step writes besides artifacts. */
function ownPlaces({ places, outputs }: Host, junitFile: string | undefined): readonly OwnPlace[] {
  return [
    ...(junitFile === undefined ? [] : [{ what: 'junit_file', path: junitFile }]),
    ...(places?.() ?? []),
    ...(outputs.files ?? []).map((path) => ({ what: "the host's own file of outputs", path })),
  ];
}

function throughLink(link: string): ErrorParts {
  return {
    code: 'artifacts_not_written',
    what: 'artifacts: nothing was downloaded',
    why: `${cleanLine(link, 300)} is a symbolic link, which is not followed.`,
    hint: 'Give another folder in artifacts_path, or move away what is there.',
  };
}
