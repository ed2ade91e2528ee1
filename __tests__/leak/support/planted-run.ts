import { readFile } from 'node:fs/promises';

import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import type { FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { RecordedRequest } from '../../../src/simulator/gitlab/wire/server.js';
import type { StepResult } from '../../../src/simulator/runner/runner.js';
import { type RunningAction, startAction, writtenTexts } from '../../e2e/support/run-action.js';
import { until, withSimulator } from '../../e2e/support/with-simulator.js';
import { oneProject, tokens } from '../../support/one-project.js';

/** Secrets that no encoding leaves as they are. The action's own inputs take all of them. */
export const planted = {
  token: 'glptt-Trg"7&k+2/Vq=\\x<9>é%41Zr8sPw3Lm',
  access_token: 'glpat-Acc"5&h+4/Jd=\\y<6>~%42Tn1cXb0Kf',
  header: 'Hdr"3&w+8/Gs=\\z<1>%43Yp6uQe5Rj',
  bearer: 'Brr"9&f+6/Mx=\\v<4>%44Ua2oDi7Hn',
} as const;

/** A job token that no encoding leaves as it is; it takes the place of both others. */
export const plantedJobToken = 'glcbt-Job"6&m+1/Nc=\\u<3>%45Xs8tHv2Lp';

/** A trigger token without a prefix, which could be a commit as well. */
export const plantedHexToken = '7c3e91d0b8a45f26e0d7139c5b82fa64173d9e0c';

/** A private project in which both tokens work. */
export function plantedScenario(
  project: Parameters<typeof oneProject>[0] = {},
  changes: Partial<Scenario> = {},
): Scenario {
  return oneProject(
    { triggers: [{ token: planted.token, owner: 'ada' }], ...project },
    {
      accessTokens: [{ token: planted.access_token, user: 'ada', scopes: ['api'] }],
      jobTokens: [
        { token: tokens.job, user: 'dev', projectId: 42, job: 'running' },
        { token: plantedJobToken, user: 'dev', projectId: 42, job: 'running' },
      ],
      ...changes,
    },
  );
}

export const plantedInputs = {
  project_id: 'group/app',
  ref: 'main',
  token: planted.token,
  access_token: planted.access_token,
  request_headers: `X-Gate: ${planted.header}\nAuthorization: Bearer ${planted.bearer}`,
  request_timeout: '10m',
} as const;

export interface PlantedRun {
  /** Starts a process of its own with this Node; the action runs in the process of the tests unless given. */
  readonly nodePath?: string;
  readonly scenario?: Scenario;
  readonly faults?: FaultPlan;
  /** Beside or instead of the usual ones; `gitlab_url` is the simulator's unless given. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another server that the run may come to; nothing of ours may. */
  readonly elsewhere?: { readonly requests: readonly RecordedRequest[] };
  /**
   * Stops the step as soon as it looks for a pipeline whose creation nobody confirmed: that takes more than a
   * minute.
   */
  readonly search?: 'stopped';
  /** Called when the first request has arrived. */
  readonly disturb?: (step: RunningAction) => void;
}

/** What a run left behind. */
export interface Traces {
  readonly result: StepResult;
  /** Every byte that was written, sent or shown to other processes where no secret may be, by place. */
  readonly texts: Readonly<Record<string, string>>;
  /** The same, with the commands that tell the runner what to mask. */
  readonly withMasks: string;
}

/** Runs the action with everything planted, and collects its traces. */
export async function runPlanted(run: PlantedRun): Promise<Traces> {
  const { nodePath, scenario = plantedScenario(), faults, environment, disturb, search } = run;
  return await withSimulator({ scenario, faults }, async ({ url, requests }) => {
    const isSearching = { now: false };
    const step = await startAction({
      onLine: (line) => {
        if (line.includes('The response was lost')) isSearching.now = true;
      },
      nodePath,
      with: { gitlab_url: url, ...plantedInputs, ...run.inputs },
      ...(environment === undefined ? {} : { environment }),
    });
    const argv = await argvOf(step);
    if (disturb !== undefined) {
      await until(() => requests.length > 0);
      disturb(step);
    }
    if (search === 'stopped') {
      await until(() => isSearching.now);
      step.cancel();
    }
    const result = await step.finished;
    const written = writtenTexts(result);
    const texts = {
      ...written,
      stdout: withoutMaskCommands(result.rawStdout),
      outputs: JSON.stringify([result.outputs, result.jobOutputs, result.state, result.environment]),
      argv,
      elsewhere: JSON.stringify(run.elsewhere?.requests ?? []),
      ...Object.fromEntries(
        requests.map((request, index) => [`request ${index}`, unexpectedPartOf(request)]),
      ),
    };
    return { result, texts, withMasks: result.rawStdout };
  });
}

/** Masking has to name what it masks; only the runner hears that. */
function withoutMaskCommands(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}

/** A request without what has to be in it: each secret in its one place. */
function unexpectedPartOf({ method, target, headers, body }: RecordedRequest): string {
  const {
    'private-token': accessToken,
    'job-token': jobToken,
    'x-gate': gate,
    authorization,
    ...otherHeaders
  } = headers;
  const expected: readonly (readonly [string | undefined, string])[] = [
    [accessToken, planted.access_token],
    // No start has it in a header.
    [jobToken, method === 'GET' ? plantedJobToken : ''],
    [gate, planted.header],
    [authorization, `Bearer ${planted.bearer}`],
  ];
  const wrong = expected.flatMap(([value, wanted]) =>
    value === undefined || value === wanted ? [] : [value],
  );
  return JSON.stringify({ target, otherHeaders, wrong }) + bodyWithoutToken({ method, target, body });
}

const expectedTokens: readonly unknown[] = [planted.token, plantedJobToken, plantedHexToken];

function bodyWithoutToken({
  method,
  target,
  body,
}: Pick<RecordedRequest, 'method' | 'target' | 'body'>): string {
  if (method !== 'POST' || !target.endsWith('/trigger/pipeline')) return body;
  const { token, ...others } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(expectedTokens.includes(token) ? others : { token, ...others });
}

/**
 * The command line as every user of the machine can read it; empty where the system does not show it, or
 * there is no process of its own, or that is gone already.
 */
async function argvOf({ pid }: RunningAction): Promise<string> {
  if (process.platform !== 'linux' || pid === undefined) return '';
  return await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
