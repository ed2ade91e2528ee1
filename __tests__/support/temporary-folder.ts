import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** Does `work` with a new folder, which is gone afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-files-')));
  try {
    return await work(folder);
  } finally {
    // Of sixty thousand files, too: one call after the other costs half as much as all through the pool.
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Everything below a folder by its path: the text of a file (`x` in front of one that can be run), `→ target`
 * of a link, `/` for an empty folder.
 */
export async function treeIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const tree: [string, string][] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isSymbolicLink()) tree.push([name, `→ ${await readlink(path)}`]);
    else if (entry.isFile()) tree.push([name, await shownFile(path)]);
    else if ((await readdir(path)).length === 0) tree.push([`${name}/`, '/']);
  }
  return Object.fromEntries(tree.sort());
}

async function shownFile(path: string): Promise<string> {
  const isExecutable = ((await stat(path)).mode & 0o100) !== 0;
  return `${isExecutable ? 'x ' : ''}${await readFile(path, 'utf8')}`;
}
