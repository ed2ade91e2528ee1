import type { Bridge, Job, Pipeline } from '../../../../src/model/pipeline.js';
import type {
  BridgeState,
  JobState,
  PipelineNode,
  PipelineSnapshot,
} from '../../../../src/model/snapshot.js';
import { jobWith, pipelineWith } from '../../../support/pipelines.js';

const project = 'https://gitlab.example.com/group/app';

/** A job of its own id and page. */
export function numberedJob(given: Partial<Job> & Pick<Job, 'id'>): Job {
  return jobWith({ webUrl: `${project}/-/jobs/${given.id}`, ...given });
}

/** A job at its first attempt, or after `earlier` ones. */
export function stateOf(job: Job, earlier: readonly Job[] = []): JobState {
  return { job, attempt: earlier.length + 1, earlier };
}

export function bridgeOf(bridge: Bridge, downstream?: PipelineNode): BridgeState {
  return { bridge, downstream };
}

export function nodeOf(given: {
  readonly pipeline?: Partial<Pipeline>;
  readonly jobs?: readonly Job[];
  readonly bridges?: readonly BridgeState[];
}): PipelineNode {
  return {
    pipeline: pipelineWith(given.pipeline),
    jobs: (given.jobs ?? []).map((job) => stateOf(job)),
    bridges: given.bridges ?? [],
  };
}

export function snapshotOf(root: PipelineNode, unreadable: readonly string[] = []): PipelineSnapshot {
  return { root, unreadable };
}

/** Texts that try to be more than texts, wherever a name can stand. */
export const hostileTexts: readonly string[] = [
  '::error::gotcha',
  '  ::add-mask::e',
  'x\r::error::gotcha',
  'x\n::error::gotcha\r\n::stop-commands::t',
  '##[error]gotcha',
  '##[add-mask]e',
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  'section_start:1700000000:x[collapsed=true]\r\u001b[0K',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '</code></pre></details></td><h1>gotcha</h1>',
  '![p](https://evil.example/p.png) [l](javascript:alert(1))',
  '`code` ``` ~~~ **bold** _em_ ~~del~~',
  '```\n# heading\n```',
  'a | b \\| c',
  '@octocat user@example.com #1 GH-1 octo/repo#1',
  'https://evil.example www.evil.example',
  '$x^2$ $$y$$ :rocket:',
  '--> <!-- %%{init: {"theme":"dark"}}%% %% comment',
  'title section gantt; click a href "javascript:alert(1)"',
  '\u202edesrever\u2066 \u200b\ufeff',
  '\ud800 lone',
  '',
];
