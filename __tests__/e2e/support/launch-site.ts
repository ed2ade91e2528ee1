import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { shellWrappers } from '../../support/wrappers/all-wrappers.js';
import type { Environment, Project, ShellWrapper } from '../../support/wrappers/wrapper.js';
import type { Target } from './hostile-checkout.js';
import { programsOf, withProject } from './run-wrapper.js';
import type { Registry } from './start-registry.js';

/**
 * The registry that the files are told, the one of whoever wrote the checkout, and a cache that he filled.
 */
export interface Sources {
  readonly ours: Registry;
  readonly theirs: Registry;
  readonly poisonedCache: string;
}

export interface Site {
  readonly project: Project;
  readonly target: Target;
  /** The steps of the host in this project, with the real npm. */
  readonly environment: Environment;
  readonly traces: () => readonly string[];
}

/** A project on a host with the real npm, whose checkout may hold anything. */
export async function withSite<T>(
  { ours, theirs, poisonedCache }: Sources,
  host: string,
  url: string,
  work: (site: Site) => Promise<T>,
): Promise<T> {
  return await withProject(host, url, async (project) => {
    const icons = join(project.folder, '..', 'marks');
    await mkdir(icons);
    await rm(join(programsOf(project), 'npm'));
    const path = `${programsOf(project)}:${process.env.PATH ?? ''}`;
    const target: Target = { folder: project.folder, icons, evilRegistry: theirs.url, poisonedCache, path };
    return await work({
      project: {
        ...project,
        read: (name) => project.read(name).replaceAll('https://registry.npmjs.org/', ours.url),
      },
      target,
      environment: { PATH: path },
      traces: () => readdirSync(icons),
    });
  });
}

export function named(host: string): ShellWrapper {
  const [wrapper] = shellWrappers.filter((each) => each.host === host);
  if (wrapper === undefined) throw new TypeError(`there is no ${host}`);
  return wrapper;
}
