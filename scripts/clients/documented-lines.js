// @ts-check
// The lines for curl in GitLab's documentation, as they stand there, and what each is to give here.
// Read in gitlabhq/gitlabhq: doc/ci/triggers/_index.md, doc/api/pipeline_triggers.md, doc/api/pipelines.md,
// doc/api/jobs.md, doc/api/job_artifacts.md (of the years 2025 and 2026).

/**
 * @typedef {object} DocumentedLine
 * @property {string} line as the documentation has it
 * @property {string} gives what its output holds; a file that it writes is an archive where this is empty
 * @property {readonly (readonly [from: string, to: string])[]} [ids] what of it are ids and names of the
 *   documentation's own project, and those of ours
 */

/**
 * What has to happen before the lines that follow.
 * @typedef {{ readonly advance: string } | { readonly play: number }} Setup
 */

const created = '"ref":"main","status":"created"';
const access = '--header "PRIVATE-TOKEN: <your_access_token>"';
const api = 'https://gitlab.example.com/api/v4/projects/1';

/** @type {readonly (DocumentedLine | Setup)[]} */
export const steps = [
  {
    line: [
      'curl --request POST \\',
      '     --form token=<token> \\',
      '     --form ref=<ref_name> \\',
      '     "https://gitlab.example.com/api/v4/projects/<project_id>/trigger/pipeline"',
    ].join('\n'),
    gives: created,
  },
  // It is played to its end: 257 is what the lines about one pipeline are asked of.
  { advance: '1m' },
  { play: 9004 },
  { advance: '1m' },
  {
    line: [
      'curl --request POST \\',
      '     "https://gitlab.example.com/api/v4/projects/<project_id>/trigger/pipeline?token=<token>&ref=<ref_name>"',
    ].join('\n'),
    gives: created,
  },
  {
    line: 'curl --fail --request POST --form token=$MY_TRIGGER_TOKEN --form ref=main "${CI_API_V4_URL}/projects/123456/trigger/pipeline"',
    gives: created,
  },
  {
    line: [
      'curl --request POST \\',
      '     --form token=TOKEN \\',
      '     --form ref=main \\',
      '     --form "variables[UPLOAD_TO_S3]=true" \\',
      '     "https://gitlab.example.com/api/v4/projects/123456/trigger/pipeline"',
    ].join('\n'),
    gives: created,
  },
  {
    line: [
      'curl --request POST \\',
      '     --form token=TOKEN \\',
      '     --form ref=main \\',
      '     --form "inputs[environment]=production" \\',
      '     "https://gitlab.example.com/api/v4/projects/123456/trigger/pipeline"',
    ].join('\n'),
    gives: created,
  },
  {
    line: 'curl --request POST --form "variables[VAR1]=value1" --form "variables[VAR2]=value2" "https://gitlab.example.com/api/v4/projects/123/trigger/pipeline?token=2cb1840fb9dfc9fb0b7b1609cd29cb&ref=main"',
    gives: created,
  },
  { line: `curl ${access} "${api}/triggers"`, gives: '"description":"clients"' },
  {
    line: `curl --request POST ${access} \\\n     --form description="my description" "${api}/triggers"`,
    gives: '"id":2,',
  },
  {
    line: `curl ${access} "${api}/triggers/5"`,
    gives: '"my description"',
    ids: [['triggers/5', 'triggers/2']],
  },
  {
    line: `curl --request PUT ${access} \\\n     --form description="my description" "${api}/triggers/10"`,
    gives: '"my description"',
    ids: [['triggers/10', 'triggers/2']],
  },
  {
    line: `curl --request DELETE ${access} "${api}/triggers/5"`,
    gives: '',
    ids: [['triggers/5', 'triggers/2']],
  },

  { line: `curl ${access} "${api}/pipelines"`, gives: '"source":"trigger"' },
  { line: `curl ${access} "${api}/pipelines/46"`, gives: '"status":"success"' },
  { line: `curl ${access} "${api}/pipelines/latest"`, gives: '"detailed_status"' },
  { line: `curl ${access} "${api}/pipelines/46/variables"`, gives: '"key":"TRIGGER_PAYLOAD"' },
  { line: `curl ${access} "${api}/pipelines/46/test_report"`, gives: '"total_count":1' },
  { line: `curl ${access} "${api}/pipelines/46/test_report_summary"`, gives: '"suite_error":null' },
  { line: `curl --request POST ${access} "${api}/pipeline?ref=main"`, gives: '"source":"api"' },
  {
    line: [
      'curl --request POST \\',
      '  --header "Content-Type: application/json" \\',
      `  --data '{"inputs": {"environment": "environment", "scan_security": false, "level": 3}}' \\`,
      `  ${access} \\`,
      `  "${api}/pipeline?ref=main"`,
    ].join('\n'),
    gives: '"source":"api"',
  },
  { line: `curl --request POST ${access} "${api}/pipelines/46/retry"`, gives: '"status":"success"' },
  { line: `curl --request POST ${access} "${api}/pipelines/46/cancel"`, gives: '"status":"success"' },
  {
    line: `curl --request PUT ${access} --data "name=Some new pipeline name" "${api}/pipelines/46/metadata"`,
    gives: '"name":"Some new pipeline name"',
  },

  { line: `curl --globoff ${access} "${api}/jobs?scope[]=pending&scope[]=running"`, gives: '[]' },
  { line: `curl ${access} "${api}/pipelines/6/jobs?scope[]=pending&scope[]=running"`, gives: '[]' },
  { line: `curl ${access} "${api}/pipelines/6/bridges?scope[]=pending&scope[]=running"`, gives: '[]' },
  { line: `curl ${access} "${api}/jobs/8"`, gives: '"name":"compile"' },
  { line: `curl --location ${access} "${api}/jobs/8/trace"`, gives: 'made it' },
  {
    line: `curl --location --output artifacts.zip ${access} "${api}/jobs/42/artifacts"`,
    gives: '',
  },
  {
    line: 'curl --location --output artifacts.zip "https://gitlab.example.com/api/v4/projects/1/jobs/42/artifacts?job_token=$CI_JOB_TOKEN"',
    gives: '',
  },
  {
    line: 'curl --location --output artifacts.zip --header "JOB-TOKEN: $CI_JOB_TOKEN" "https://gitlab.example.com/api/v4/projects/1/jobs/42/artifacts"',
    gives: '',
  },
  {
    line: `curl --location ${access} "${api}/jobs/artifacts/main/download?job=test"`,
    gives: 'PK',
    ids: [['job=test', 'job=compile']],
  },
  {
    line: 'curl --location --output artifacts.zip "https://gitlab.example.com/api/v4/projects/$CI_PROJECT_ID/jobs/artifacts/main/download?job=test&job_token=$CI_JOB_TOKEN"',
    gives: '',
    ids: [['job=test', 'job=compile']],
  },
  {
    line: 'curl --location --output artifacts.zip --header "JOB-TOKEN: $CI_JOB_TOKEN" "https://gitlab.example.com/api/v4/projects/$CI_PROJECT_ID/jobs/artifacts/main/download?job=test"',
    gives: '',
    ids: [['job=test', 'job=compile']],
  },
  {
    line: `curl --location ${access} "${api}/jobs/5/artifacts/some/release/file.pdf"`,
    gives: 'A',
    ids: [['some/release/file.pdf', 'out/a.txt']],
  },
  {
    line: `curl --location ${access} "${api}/jobs/artifacts/main/raw/some/release/file.pdf?job=pdf"`,
    gives: 'A',
    ids: [['some/release/file.pdf?job=pdf', 'out/a.txt?job=compile']],
  },
  {
    line: `curl --request POST ${access} "${api}/jobs/1/artifacts/keep"`,
    gives: '"artifacts_expire_at":null',
  },
  { line: `curl --request DELETE ${access} "${api}/artifacts"`, gives: '202 Accepted' },
  { line: `curl --request DELETE ${access} "${api}/jobs/1/artifacts"`, gives: '' },
  { line: `curl --request POST ${access} "${api}/jobs/1/retry"`, gives: '"name":"compile"' },
  { line: `curl --request POST ${access} "${api}/jobs/1/erase"`, gives: '"erased_at":"' },
  {
    line: `curl --request POST ${access} "${api}/jobs/1/cancel"`,
    gives: '"name":"compile"',
  },
  { line: `curl ${access} --request "DELETE" "${api}/pipelines/46"`, gives: '' },
  // Another pipeline runs by now, whose job has the job token.
  { advance: '5s' },
  {
    line: 'curl --header "Authorization: Bearer $CI_JOB_TOKEN" "${CI_API_V4_URL}/job"',
    gives: '"name":"compile"',
  },
  { line: 'curl --header "JOB-TOKEN: $CI_JOB_TOKEN" "${CI_API_V4_URL}/job"', gives: '"name":"compile"' },
  { line: 'curl "${CI_API_V4_URL}/job?job_token=$CI_JOB_TOKEN"', gives: '"name":"compile"' },
];
