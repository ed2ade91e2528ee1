import type { ArtifactScript, JobScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';

/** Artifacts with these files, as `artifacts:paths` leaves them. */
export function archiveOf(files: Readonly<Record<string, string | Buffer>>): ArtifactScript {
  return { fileType: 'archive', filename: 'artifacts.zip', files };
}

/** A dotenv report beside or instead of an archive: listed, and handed out by nobody. */
export const dotenvReport: ArtifactScript = {
  fileType: 'dotenv',
  filename: '.env.gz',
  sizeBytes: 64,
  fileFormat: 'gzip',
};

/** A short job that leaves these files behind. */
export function packing(
  files: Readonly<Record<string, string | Buffer>>,
  job: Partial<JobScript> = {},
): JobScript {
  return { name: 'pack', durationMs: 100, artifacts: [archiveOf(files)], ...job };
}
