import type { Dice } from './dice.js';
import { tokens } from './random-instance.js';
import { givenPipelineId, mainSha, origin } from './story.js';

export const gateSecret = 'gate-7Yh2Kq9Lm4Nb8Vc3';

/** The inputs of a run, all of them fit to be read; whether GitLab likes them is another matter. */
export function randomInputs(dice: Dice, entry: 'trigger' | 'wait'): Readonly<Record<string, string>> {
  const accessToken = dice.weighted<string>([
    [62, tokens.api],
    [14, tokens.readApi],
    [8, tokens.developer],
    [2, tokens.guest],
    [1, tokens.expired],
    [1, tokens.wrong],
    [12, ''],
  ]);
  const timeout = dice.weighted([
    [15, '2s'],
    [25, '30s'],
    [30, '3m'],
    [20, '20m'],
    [10, '1h'],
  ] as const);
  const isLong = timeout === '20m' || timeout === '1h';
  const start = triggerInputs(dice, accessToken);
  return {
    gitlab_url: origin,
    project_id: dice.pick(['group/app', '42']),
    ...(entry === 'wait' ? { pipeline_id: String(givenPipelineId) } : start),
    ...(entry === 'wait' || accessToken !== '' ? { access_token: accessToken } : {}),
    accept: dice.pick(['', '', 'success', 'success, warnings, skipped', 'any', 'failed', 'success, manual']),
    on_manual: dice.weighted([
      [60, 'stop'],
      [20, 'wait'],
      [20, accessToken === '' ? 'stop' : 'play'],
    ]),
    downstream: dice.pick(['ignore', 'show', 'require']),
    timeout,
    queue_timeout: dice.chance(0.2) ? dice.pick(['1s', '20s', '2m']) : '',
    outage_timeout: dice.pick(['0s', '10s', '1m', '', '']),
    poll_interval: isLong || dice.chance(0.6) ? 'auto' : dice.pick(['1s', '5s', '45s']),
    cancel_on: dice.pick(['', 'never', 'abort', 'abort, timeout, failure', 'timeout', 'failure']),
    jobs: dice.chance(0.2) ? dice.pick(selections) : '',
    expected_sha: dice.chance(0.05) ? dice.pick([mainSha, '2222222']) : '',
    request_timeout: dice.pick(['2s', '10s', '', '']),
    request_headers: dice.chance(0.2) ? `X-Gate: ${gateSecret}` : '',
    logs: dice.pick(['', 'none', 'failed', 'all']),
    log_lines: dice.pick(['', '1', '3']),
    summary: dice.chance(0.9) ? 'true' : 'false',
  };
}

/** Some fit nothing, or nothing yet: what is below a trigger job comes late. */
const selections = [
  'unit',
  'u*',
  'unit\ndeploy',
  '*',
  'smoke',
  'bridge-*',
  'compile\nbridge-0-0/unit',
  'unit\nbridge-0-0/*',
  'lint\nno-such-job',
  'deploy\n*/smoke',
  'compile\nunit\nlint\ndeploy\nsmoke',
];

function triggerInputs(dice: Dice, accessToken: string): Readonly<Record<string, string>> {
  const token = dice.weighted<string>([
    [74, tokens.trigger],
    [8, tokens.job],
    [1, tokens.wrongTrigger],
    [1, tokens.foreign],
    [1, tokens.expiredTrigger],
    [1, tokens.deadJob],
    [14, accessToken === '' ? tokens.trigger : ''],
  ]);
  return {
    token,
    ref: dice.weighted([
      [73, 'main'],
      [25, 'refs/heads/main'],
      [2, 'gone'],
    ]),
    wait: dice.chance(0.87) ? 'true' : 'false',
    supersede: token !== '' && accessToken !== '' && dice.chance(0.15) ? 'true' : 'false',
    forward_context: dice.chance(0.3) ? 'true' : 'false',
    variables: dice.chance(0.3) ? 'A=1\nB=two' : '',
  };
}
