import { cleanLine, nearestName } from '../../base/text.js';
import type { FilePipeline, ScenarioFile } from './file-shape.js';

/** A name without a definition, or in a cycle, with its path. */
export interface LooseEnd {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every name in a file that another part of it should define. */
export function looseEnds(file: ScenarioFile): readonly LooseEnd[] {
  return [
    ...usersAndProjects(file),
    ...pipelinesOfRefs(file),
    ...jobsOfPipelines(file),
    ...defaultsOfInputs(file),
    ...redirects(file),
  ];
}

interface Reference {
  readonly path: LooseEnd['path'];
  readonly name: string;
  readonly noun: string;
  readonly known: readonly string[];
}

function unless({ path, name, noun, known }: Reference): readonly LooseEnd[] {
  if (known.includes(name)) return [];
  const near = nearestName(name, known);
  const rest = known.length === 0 ? 'there is none' : `there are ${known.join(', ')}`;
  const hint = near === undefined ? rest : `did you mean ${near}?`;
  return [{ path, text: `there is no ${noun} ${cleanLine(name, 80)}: ${hint}` }];
}

function usersAndProjects(file: ScenarioFile): readonly LooseEnd[] {
  const known = Object.keys(file.users);
  const ids = Object.values(file.projects).map(({ id }) => String(id));
  const user = (name: string, path: LooseEnd['path']): readonly LooseEnd[] =>
    unless({ path, name, noun: 'user', known });
  const tokens = (['access_tokens', 'job_tokens'] as const).flatMap((list) =>
    (file[list] ?? []).flatMap(({ user: name, project_id: id }, index) => [
      ...user(name, [list, index, 'user']),
      ...(id === undefined
        ? []
        : unless({ path: [list, index, 'project_id'], name: String(id), noun: 'project', known: ids })),
    ]),
  );
  const projects = Object.entries(file.projects).flatMap(
    ([path, { members = {}, trigger_tokens: triggers }]) => [
      ...(path.includes('/') ? [] : [{ path: ['projects', path], text: pathText(path) }]),
      ...Object.keys(members).flatMap((name) => user(name, ['projects', path, 'members', name])),
      ...(triggers ?? []).flatMap(({ owner }, index) =>
        user(owner, ['projects', path, 'trigger_tokens', index, 'owner']),
      ),
    ],
  );
  return [...tokens, ...projects, ...sameIds(file)];
}

function pathText(path: string): string {
  return `the project ${cleanLine(path, 80)} has no group: give its whole path, e.g. group/${cleanLine(path, 80)}`;
}

function sameIds({ projects }: ScenarioFile): readonly LooseEnd[] {
  const ids = Object.values(projects).map(({ id }) => id);
  return Object.entries(projects).flatMap(([path, { id }], index) =>
    ids.indexOf(id) === index
      ? []
      : [{ path: ['projects', path, 'id'], text: `the id ${id} is that of another project, too` }],
  );
}

function pipelinesOfRefs({ projects, pipelines = {} }: ScenarioFile): readonly LooseEnd[] {
  const known = Object.keys(pipelines);
  return Object.entries(projects).flatMap(([project, { refs }]) =>
    Object.entries(refs).flatMap(([ref, { pipeline, refuses }]): readonly LooseEnd[] => {
      const path = ['projects', project, 'refs', ref];
      if (pipeline !== undefined && refuses !== undefined) {
        return [{ path, text: 'pipeline and refuses exclude each other: give one of them' }];
      }
      return pipeline === undefined
        ? []
        : unless({ path: [...path, 'pipeline'], name: pipeline, noun: 'pipeline', known });
    }),
  );
}

function jobsOfPipelines({ projects, pipelines = {} }: ScenarioFile): readonly LooseEnd[] {
  const ids = Object.values(projects).map(({ id }) => String(id));
  return Object.entries(pipelines).flatMap(([name, pipeline]) => {
    const jobs = pipeline.jobs ?? {};
    return Object.entries(jobs).flatMap(
      ([job, { needs = [], trigger, stage = 'test' }]): readonly LooseEnd[] => {
        const path = ['pipelines', name, 'jobs', job];
        const others = Object.keys(jobs).filter((other) => other !== job);
        const ofNeeds = needs.flatMap((need, index) =>
          unless({ path: [...path, 'needs', index], name: need, noun: 'other job', known: others }),
        );
        const { stages } = pipeline;
        const ofStage =
          stages === undefined
            ? []
            : unless({ path: [...path, 'stage'], name: stage, noun: 'stage', known: stages });
        if (trigger === undefined) return [...ofNeeds, ...ofStage];
        const at = [...path, 'trigger'];
        const known = Object.keys(pipelines);
        const id = trigger.project_id;
        return [
          ...ofNeeds,
          ...ofStage,
          ...unless({ path: [...at, 'pipeline'], name: trigger.pipeline, noun: 'pipeline', known }),
          ...(id === undefined
            ? []
            : unless({ path: [...at, 'project_id'], name: String(id), noun: 'project', known: ids })),
          ...(leadsTo(pipelines, trigger.pipeline, name)
            ? [
                {
                  path: [...at, 'pipeline'],
                  text: `pipeline ${cleanLine(name, 80)} would start itself for ever`,
                },
              ]
            : []),
        ];
      },
    );
  });
}

type Named = Readonly<Record<string, FilePipeline>>;

function leadsTo(pipelines: Named, from: string, wanted: string, seen = new Set<string>()): boolean {
  if (from === wanted) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return Object.values(pipelines[from]?.jobs ?? {}).some(
    ({ trigger }) => trigger !== undefined && leadsTo(pipelines, trigger.pipeline, wanted, seen),
  );
}

/** In the file, defaults are strings; for all types but one they are JSON. */
function defaultsOfInputs({ projects }: ScenarioFile): readonly LooseEnd[] {
  return Object.entries(projects).flatMap(([project, { inputs = {} }]) =>
    Object.entries(inputs).flatMap(([name, { type, default: given }]): readonly LooseEnd[] =>
      given === undefined || type === 'string' || typeOf(given) === type
        ? []
        : [
            {
              path: ['projects', project, 'inputs', name, 'default'],
              text: `the default of ${cleanLine(name, 80)} is no ${type}: give it as JSON in quotes, e.g. ${examples[type]}`,
            },
          ],
    ),
  );
}

const examples = { number: '"3"', boolean: '"true"', array: `'["a"]'` } as const;

function typeOf(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? 'array' : typeof value;
  } catch {
    return 'none';
  }
}

const redirectStatuses = [301, 302, 303, 307, 308];

export function redirects({ faults = [] }: Pick<ScenarioFile, 'faults'>): readonly LooseEnd[] {
  return faults.flatMap(({ fault, status }, index) =>
    fault !== 'redirect' || status === undefined || redirectStatuses.includes(status)
      ? []
      : [
          {
            path: ['faults', index, 'status'],
            text: `${status} is no redirect: accepted are ${redirectStatuses.join(', ')}`,
          },
        ],
  );
}
