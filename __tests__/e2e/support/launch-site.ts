import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { refuseOthers } from '../../support/host-programs/npm.js';
import { shellWrappers } from '../../support/wrappers/all-wrappers.js';
import type { Environment, Project, ShellWrapper } from '../../support/wrappers/wrapper.js';
import { type Target, sprung } from './hostile-checkout.js';
import { programsOf, withProject } from './run-wrapper.js';
import { type Registry, writeTexts } from './start-registry.js';

/** The registry that the files are told, and the one of whoever wrote the checkout. */
export interface Sources {
  readonly ours: Registry;
  readonly theirs: Registry;
}

/** What a process was given, as it wrote it down itself. */
export interface Record {
  readonly folder: string;
  readonly environment: Environment;
}

export interface Site {
  readonly project: Project;
  readonly target: Target;
  /** The steps of the host in this project, with the npm that was asked for. */
  readonly environment: Environment;
  /** The names of the traps that were sprung. */
  readonly traces: () => readonly string[];
  /** What a process left by `recordAs`, if it did. */
  readonly recordOf: (name: string) => Record | undefined;
}

/** A program that does something first, and is npm. */
export function realNpm(first = ''): string {
  const npm = execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
  return `#!/bin/sh\n${first}\nexec '${npm}' "$@"\n`;
}

/** A line of a shell that writes down what it was given. */
export function recordAs({ icons }: Target, name: string): string {
  return `{ pwd -P && env; } > '${join(icons, '..', `record-${name}`)}'`;
}

/**
 * A project on a host, whose checkout may hold anything: with the real npm, which is called as the stand-in
 * for it demands, and writes down by what; or, without sources, with that stand-in.
 */
export async function withSite<T>(
  sources: Sources | undefined,
  host: string,
  url: string,
  work: (site: Site) => Promise<T>,
): Promise<T> {
  return await withProject(host, url, async (project) => {
    const top = join(project.folder, '..');
    const icons = join(top, 'marks');
    mkdirSync(icons);
    const below = `/${basename(join(project.store, '..'))}/`;
    const path = `${programsOf(project)}:${process.env.PATH ?? ''}`;
    const evilRegistry = new URL(below, sources?.theirs.url ?? 'http://127.0.0.1:9/').href;
    const target: Target = { folder: project.folder, icons, evilRegistry, path };
    if (sources !== undefined) {
      const first = `${recordAs(target, 'npm')}\n${refuseOthers(sources.ours.url)}`;
      writeTexts(programsOf(project), { npm: realNpm(first) });
    }
    const read = (name: string): string => {
      const text = project.read(name);
      return sources === undefined ? text : text.replaceAll('https://registry.npmjs.org/', sources.ours.url);
    };
    return await work({
      project: { ...project, read },
      target,
      environment: { PATH: path },
      traces: () => {
        const asked = (sources?.theirs.requests ?? []).filter((each) => each.startsWith(below));
        return sprung(
          target,
          asked.map((each) => each.slice(below.length).replace(/\/.*/, '')),
        );
      },
      recordOf: (name) => readRecord(join(top, `record-${name}`)),
    });
  });
}

function readRecord(path: string): Record | undefined {
  if (!existsSync(path)) return undefined;
  const [folder = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const pairs = lines.map((line) => [line.replace(/=.*/, ''), line.replace(/^[^=]*=/, '')] as const);
  return { folder, environment: Object.fromEntries(pairs) };
}

/** Every path in a folder. */
export function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}

export function named(host: string): ShellWrapper {
  const [wrapper] = shellWrappers.filter((each) => each.host === host);
  if (wrapper === undefined) throw new TypeError(`there is no ${host}`);
  return wrapper;
}
