import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CommandFiles, StepFolders } from './step-environment.js';

/** The raw texts that a stage left in its command files. */
export type CommandFileTexts = Readonly<Record<keyof CommandFiles, string>>;

/**
 * Creates what a step finds under `workDir`: workspace, temporary folder, tool cache and event file, as on a
 * hosted runner. Files of an earlier stage stay.
 */
export async function prepareFolders(workDir: string, actionDir: string): Promise<StepFolders> {
  const folders: StepFolders = {
    workspace: join(workDir, 'workspace'),
    temp: join(workDir, 'temp'),
    toolCache: join(workDir, 'tool-cache'),
    action: actionDir,
    eventFile: join(workDir, 'temp', '_github_workflow', 'event.json'),
  };
  await mkdir(folders.workspace, { recursive: true });
  await mkdir(folders.toolCache, { recursive: true });
  await mkdir(join(folders.temp, '_github_workflow'), { recursive: true });
  await writeFile(folders.eventFile, '{}\n');
  return folders;
}

/** Writes the event that started the workflow to the file where a step reads it. */
export async function writeEvent({ eventFile }: StepFolders, event: unknown): Promise<void> {
  await writeFile(eventFile, `${JSON.stringify(event)}\n`);
}

/** Fresh, empty command files, in a folder of their own for each stage. */
export async function createCommandFiles(temp: string): Promise<CommandFiles> {
  const parent = join(temp, '_runner_file_commands');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'stage-'));
  const files: CommandFiles = {
    output: join(folder, 'set_output'),
    state: join(folder, 'save_state'),
    env: join(folder, 'set_env'),
    path: join(folder, 'add_path'),
    summary: join(folder, 'step_summary'),
  };
  await Promise.all(Object.values(files).map((path: string) => writeFile(path, '')));
  return files;
}

/** Reads all command files; one that the step deleted reads as empty. */
export async function readCommandFiles(files: CommandFiles): Promise<CommandFileTexts> {
  const read = async (path: string): Promise<string> => {
    try {
      // The runner's reader removes a byte order mark.
      return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    } catch (error) {
      const isMissing =
        typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
      if (isMissing) return '';
      throw error;
    }
  };
  return {
    output: await read(files.output),
    state: await read(files.state),
    env: await read(files.env),
    path: await read(files.path),
    summary: await read(files.summary),
  };
}
