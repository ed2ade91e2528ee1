// @ts-check
// The lines for curl in GitLab's documentation of pipeline triggers, with the address, the project, the
// tokens and the ref of our scenario in their place.
// https://docs.gitlab.com/ci/triggers/ and https://docs.gitlab.com/api/pipeline_triggers/
import { call } from '../engines/engine.js';
import { check, tokens } from './client.js';

/** What the documentation writes, and what stands for it here. */
const places = [
  ['<token>', tokens.trigger],
  ['"$MY_TRIGGER_TOKEN"', tokens.trigger],
  ['token=TOKEN', `token=${tokens.trigger}`],
  ['<ref_name>', 'main'],
  ['<project_id>', '42'],
  ['123456', '42'],
  ['projects/1/', 'projects/42/'],
  ['<your_access_token>', tokens.access],
];

/** In this order: the trigger token with the id 2 is made by one of them. */
const lines = [
  {
    line: 'curl --request POST --form token=<token> --form ref=<ref_name> "https://gitlab.example.com/api/v4/projects/<project_id>/trigger/pipeline"',
    gives: '"ref":"main","status":"created"',
  },
  {
    line: 'curl --request POST "https://gitlab.example.com/api/v4/projects/<project_id>/trigger/pipeline?token=<token>&ref=<ref_name>"',
    gives: '"ref":"main","status":"created"',
  },
  {
    line: 'curl --request POST --fail --form token="$MY_TRIGGER_TOKEN" --form ref=main "${CI_API_V4_URL}/projects/123456/trigger/pipeline"',
    gives: '"ref":"main","status":"created"',
  },
  {
    line: 'curl --request POST --form token=TOKEN --form ref=main --form "variables[UPLOAD_TO_S3]=true" "https://gitlab.example.com/api/v4/projects/123456/trigger/pipeline"',
    gives: '"ref":"main","status":"created"',
  },
  {
    line: 'curl --request POST --form token=TOKEN --form ref=main --form "inputs[environment]=production" "https://gitlab.example.com/api/v4/projects/123456/trigger/pipeline"',
    gives: '"ref":"main","status":"created"',
  },
  {
    line: 'curl --request POST --form "variables[ALL]=true" "https://gitlab.example.com/api/v4/projects/123456/ref/main/trigger/pipeline?token=TOKEN"',
    gives: '"ref":"main","status":"created"',
  },
  {
    line: 'curl --header "PRIVATE-TOKEN: <your_access_token>" "https://gitlab.example.com/api/v4/projects/1/triggers"',
    gives: '"description":"clients"',
  },
  {
    line: 'curl --request POST --header "PRIVATE-TOKEN: <your_access_token>" --form description="my description" "https://gitlab.example.com/api/v4/projects/1/triggers"',
    gives: '"id":2,',
  },
  {
    line: 'curl --header "PRIVATE-TOKEN: <your_access_token>" "https://gitlab.example.com/api/v4/projects/1/triggers/2"',
    gives: '"description":"my description"',
  },
  {
    line: 'curl --request PUT --header "PRIVATE-TOKEN: <your_access_token>" --form description="another" "https://gitlab.example.com/api/v4/projects/1/triggers/2"',
    gives: '"description":"another"',
  },
  {
    line: 'curl --request DELETE --fail --header "PRIVATE-TOKEN: <your_access_token>" "https://gitlab.example.com/api/v4/projects/1/triggers/2"',
    gives: '',
  },
];

/** @type {import('./client.js').Client} */
export const curl = {
  name: 'curl',
  version: 'of this machine',
  missing: async () => {
    const { exitCode } = await call('curl', ['--version']);
    return exitCode === 0 ? undefined : 'needs curl';
  },
  run: async ({ url }) => {
    const checks = [];
    for (const { line, gives } of lines) {
      const placed = places.reduce((rest, [from = '', to = '']) => rest.replaceAll(from, to), line);
      const script = placed
        .replace('https://gitlab.example.com', url)
        .replace('curl ', 'curl --silent --show-error ');
      checks.push(
        await check(line, async () => {
          const env = { ...process.env, CI_API_V4_URL: `${url}/api/v4` };
          const { exitCode, output } = await call('sh', ['-c', script], { env });
          if (exitCode !== 0) return `exit code ${exitCode}: ${output}`;
          return output.includes(gives) ? undefined : `gave ${output.slice(0, 300)}`;
        }),
      );
    }
    return checks;
  },
};
