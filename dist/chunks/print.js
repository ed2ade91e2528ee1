export const __webpack_esm_ids__ = [ "print" ];

export const __webpack_esm_modules__ = {
"./run/plan.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
runPlan: function() {
return runPlan;
}
});
var errors = __webpack_require__("./base/errors.js");
var curl_command = __webpack_require__("./check/curl-command.js");
var expected_response = __webpack_require__("./check/expected-response.js");
var plan = __webpack_require__("./inputs/commands/plan.js");
var curl = __webpack_require__("./snippet/curl.js");
var addresses = __webpack_require__("./model/addresses.js");
var snippet = __webpack_require__("./snippet/snippet.js");
function planPage(request, {call, answer, secretsFolder}) {
const {project, ref, connection, pipelineInputs} = request;
const rules = (0, snippet.gitlabSnippet)({
sources: [ answer.source ],
perJob: false,
inputs: Object.entries(pipelineInputs).map(([name, value]) => specInputOf(name, value))
});
return [ `# A pipeline of ${(0, addresses.projectLabel)(project)} at ${ref}, on ${connection.gitlabUrl}`, "", "## The call", "", ...call === void 0 ? [ "It would be too long to copy: use `gitlab-trigger run` with these inputs.", "" ] : fenced("sh", call), ...request.follow === void 0 ? [] : [ "The call only starts the pipeline; to follow it, use `gitlab-trigger run` with these inputs.", "" ], "## Rules for .gitlab-ci.yml", "", ...fenced("yaml", rules), "## Tokens", "", ...checklist(request, secretsFolder).map(line => `- [ ] ${line}`), "", "## The answer", "", "GitLab answers with 201 and JSON such as this, and more; the numbers and the commit are those of an example.", "", ...fenced("json", JSON.stringify(answer, null, 2)) ].join("\n");
}
function fenced(language, text) {
const longest = Math.max(2, ...[ ...text.matchAll(/`+/g) ].map(([ticks]) => ticks.length));
const fence = "`".repeat(longest + 1);
return [ `${fence}${language}`, text.replace(/\n$/, ""), fence, "" ];
}
function specInputOf(name, value) {
const kind = Array.isArray(value) ? "array" : typeof value;
const type = kind === "number" || kind === "boolean" || kind === "array" ? kind : "string";
return {
name,
type,
default: void 0
};
}
function checklist(request, secretsFolder) {
const {credentials, follow, supersede, variables, feedback} = request;
const sends = Object.keys(variables).length > 0;
const acts = follow !== void 0 && (follow.cancelOn.size > 0 || follow.onManual === "play" || follow.retryFailed !== void 0);
const cancels = supersede || acts;
return [ ...startLines(request, secretsFolder), ...follow === void 0 && !supersede ? [] : [ cancels ? "An access token with the scope `api`, role Developer, is there to follow and to cancel." : "An access token with the scope `read_api`, role Reporter, is there to follow a private project." ], ...supersede ? [ "That access token is of a Maintainer, or of the owner of the trigger token." ] : [], ...sends ? [ "The user who starts the pipeline has the role that the project requires in **Settings > CI/CD > Variables**.", "No value of a variable is a secret." ] : [], ...feedback === void 0 ? [] : [ "A GitHub token may write the comment or the status." ], ...credentials.kind === "trigger" && credentials.tokenKind === "job_token" ? [] : [ "It is written down who rotates the token and when; the token is rotated when its owner leaves." ], "`gitlab-trigger check` with the same inputs finds nothing." ];
}
function startLines({credentials, ref}, folder) {
if (credentials.kind === "access") return [ `An access token with the scope \`api\`, role Developer, is in \`${folder}/access-token\`, mode 600.`, `Its user may push or merge to ${ref}, if that is protected.` ];
if (credentials.tokenKind === "job_token") return [ "The project of the job is on the allowlist of this one (**Settings > CI/CD > Job token permissions**).", "The user of the job has the role Developer here." ];
return [ "A Maintainer made a trigger token for this caller alone (**Settings > CI/CD > Pipeline trigger tokens**).", `It is in \`${folder}/token\`, mode 600, and nowhere else: in no URL, argument, variable or repository.`, `Its owner has the role Developer, and may push or merge to ${ref}, if that is protected.`, "If it leaks, it is deleted: its expiry alone does not stop it." ];
}
var upstream_variables = __webpack_require__("./trigger/upstream-variables.js");
var print = __webpack_require__("./run/print.js");
const secretsFolder = "/etc/gitlab-trigger";
async function runPlan({host, files, printProduct}) {
const {request: given, warnings} = await (0, plan.parsePlanRequest)(host.inputs, files);
for (const warning of warnings) host.log.warning(warning);
const request = given.forwardContext ? {
...given,
variables: (0, upstream_variables.withUpstreamVariables)(given.variables, host.context())
} : given;
const page = planPage(request, {
call: callOf(request),
answer: (0, expected_response.expectedAnswer)({
details: void 0
}, request),
secretsFolder
});
(0, print.refuseTokens)(page, "plan");
(printProduct ?? host.log.info)(host.masker.redact(page));
return errors.exitCodes.accepted;
}
function callOf(request) {
const {lines, environment} = (0, curl_command.curlCommandOf)(request, text => text);
return lines === void 0 ? void 0 : (0, curl.curlScript)({
lines,
environment
}, request, secretsFolder);
}
}),
"./run/print.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
refuseTokens: function() {
return refuseTokens;
},
runCompletion: function() {
return runCompletion;
},
runSnippet: function() {
return runSnippet;
}
});
var errors = __webpack_require__("./base/errors.js");
var base_text = __webpack_require__("./base/text.js");
var curl_command = __webpack_require__("./check/curl-command.js");
var commands = __webpack_require__("./cli/commands.js");
var completion = __webpack_require__("./cli/completion.js");
var snippet = __webpack_require__("./inputs/commands/snippet.js");
var dist = __webpack_require__("../../node_modules/yaml/dist/index.js");
const program = "/usr/local/bin/gitlab-trigger";
function cronSnippet(request) {
switch (request.scheduler) {
case "crontab":
return crontab(request);

case "systemd":
return systemdUnits(request);

case "kubernetes":
return cronJob(request);
}
}
function wordsWith(request, folder) {
return [ ...request.words, ...secretNames(request).flatMap(name => [ `--${name}-file`, `${folder}/${name}` ]) ];
}
function secretNames({needsAccessToken}) {
return needsAccessToken ? [ "token", "access-token" ] : [ "token" ];
}
function crontab(request) {
const words = [ program, ...wordsWith(request, request.secretsFolder) ].map(cronWord);
return [ "# A line of the crontab of a user who alone may read the files (mode 600).", `${request.schedule.text} ${words.join(" ")}`, "" ].join("\n");
}
function cronWord(text) {
return (0, base_text.shellWord)(text).replace(/(\\?)%/g, (_, backslash) => backslash === "" ? "\\%" : `\\''\\%`);
}
function systemdUnits(request) {
const names = secretNames(request);
const words = request.words.map(unitWord);
const files = names.map(name => `--${name}-file \${CREDENTIALS_DIRECTORY}/${name}`);
return [ "# /etc/systemd/system/gitlab-trigger.service", "[Unit]", "Description=Start a GitLab pipeline", "Wants=network-online.target", "After=network-online.target", "", "[Service]", "Type=oneshot", "Restart=no", "DynamicUser=yes", "StateDirectory=gitlab-trigger", "WorkingDirectory=%S/gitlab-trigger", "NoNewPrivileges=yes", "ProtectHome=yes", ...names.map(name => `LoadCredential=${name}:${request.secretsFolder}/${name}`), `ExecStart=${[ program, ...words, ...files ].join(" ")}`, "", "# /etc/systemd/system/gitlab-trigger.timer", "[Unit]", "Description=Start a GitLab pipeline on a schedule", "", "[Timer]", `OnCalendar=${calendarOf(request.schedule)}`, "", "[Install]", "WantedBy=timers.target", "" ].join("\n");
}
function unitWord(text) {
if (/^[\w./:@+=,-]+$/.test(text)) return text;
return `"${text.replace(/["\\]/g, String.raw`\$&`).replace(/[%$]/g, "$&$&")}"`;
}
const weekdayNames = [ "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" ];
function calendarOf({minutes, hours, days, months, weekdays}) {
const week = weekdays === void 0 ? "" : `${weekdays.map(day => weekdayNames[day]).join(",")} `;
return `${week}*-${listOf(months)}-${listOf(days)} ${listOf(hours)}:${listOf(minutes)}:00`;
}
function listOf(numbers) {
return numbers?.map(number => String(number).padStart(2, "0")).join(",") ?? "*";
}
function cronJob(request) {
const {schedule, image, secretsFolder} = request;
const names = secretNames(request);
const created = names.map(name => `--from-file=${name}=${name}`).join(" ");
const container = {
name: "gitlab-trigger",
image,
args: wordsWith(request, secretsFolder).map(word => word.replaceAll("$", () => "$$")),
securityContext: {
allowPrivilegeEscalation: false,
capabilities: {
drop: [ "ALL" ]
}
},
volumeMounts: [ {
name: "secrets",
mountPath: secretsFolder,
readOnly: true
} ]
};
const pod = {
restartPolicy: "Never",
automountServiceAccountToken: false,
securityContext: {
runAsNonRoot: true,
runAsUser: 1e3,
fsGroup: 1e3,
seccompProfile: {
type: "RuntimeDefault"
}
},
containers: [ container ],
volumes: [ {
name: "secrets",
secret: {
secretName: "gitlab-trigger",
defaultMode: 288
}
} ]
};
const job = {
apiVersion: "batch/v1",
kind: "CronJob",
metadata: {
name: "gitlab-trigger"
},
spec: {
schedule: schedule.text,
timeZone: "Etc/UTC",
concurrencyPolicy: "Forbid",
startingDeadlineSeconds: 600,
jobTemplate: {
spec: {
backoffLimit: 0,
template: {
spec: pod
}
}
}
}
};
return `# kubectl create secret generic gitlab-trigger ${created}\n${(0, dist.stringify)(job, {
lineWidth: 0
})}`;
}
var curl = __webpack_require__("./snippet/curl.js");
function receiverSnippet(request) {
const lines = request.kind === "webhook" ? webhookLines(request) : botLines(request);
return `${lines.join("\n")}\n`;
}
const imports = library => [ `import { createHmac, timingSafeEqual } from 'node:crypto';`, `import { readFileSync } from 'node:fs';`, `import { createServer } from 'node:http';`, `import { ${library} } from '@OWNER/gitlab-trigger';`, "", `const secretIn = (file) => readFileSync(file, 'utf8').trim();` ];
function settings({options, variables, allowed, secretsFolder}) {
return [ `const pipeline = ${literal(options)};`, `const fixed = ${literal(variables)};`, `const allowed = new Map(Object.entries(${literal(allowed)}));`, `const token = secretIn('${secretsFolder}/token');` ];
}
const limits = [ "const [maxBytes, maxAgeMs, startMs] = [65_536, 300_000, Date.now()];" ];
const bodyReader = [ "async function bodyOf(request) {", "  const chunks = [];", "  let size = 0;", "  for await (const chunk of request.iterator({ destroyOnReturn: false })) {", "    size += chunk.length;", "    if (size > maxBytes) return undefined;", "    chunks.push(chunk);", "  }", "  return Buffer.concat(chunks);", "}", "" ];
const freshness = [ "  const sentMs = /^\\d{1,12}$/.test(sent) ? Number(sent) * 1000 : 0;", `  if (Math.abs(Date.now() - sentMs) > maxAgeMs || sentMs < startMs) return [401, 'not fresh: send it again'];`, "  for (const [old, ms] of seen) if (Date.now() - ms > 2 * maxAgeMs) seen.delete(old);" ];
const server = failure => [ "const server = createServer({ requestTimeout: 10_000 }, async (request, response) => {", `  const [status, text] = await answerTo(request).catch(() => [400, '${failure}']);`, `  response.writeHead(status, { connection: 'close' }).end(text);`, "});", `server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1');` ];
function webhookLines(request) {
return [ "// Starts a pipeline for each signed delivery (Standard Webhooks). Put a proxy with TLS in front of it.", ...imports("UnreachableError, triggerPipeline"), ...settings(request), `const key = Buffer.from(secretIn('${request.secretsFolder}/webhook-secret').replace(/^whsec_/, ''), 'base64');`, `if (key.length < 24) throw new Error('The secret of the webhook is too short');`, ...limits, "const seen = new Map();", "", ...bodyReader, "async function answerTo(request) {", "  const body = await bodyOf(request);", `  if (body === undefined) return [413, 'too large'];`, `  const [id, sent, given] = ['id', 'timestamp', 'signature'].map((name) => request.headers[\`webhook-\${name}\`] ?? '');`, "  const want = createHmac('sha256', key).update(`${id}.${sent}.`).update(body).digest();", "  const signatures = given.split(' ').map((text) => Buffer.from(text.replace(/^v1,/, ''), 'base64'));", "  const isSigned = signatures.some((each) => each.length === want.length && timingSafeEqual(each, want));", `  if (!isSigned || !/^[\\w-]+$/.test(id)) return [401, 'not signed'];`, ...freshness, `  if (seen.has(id)) return [409, 'seen before'];`, "  const { variables = {} } = JSON.parse(body.toString());", "  const isAllowed = ([name, value]) => allowed.get(name)?.includes(value) === true;", `  if (!Object.entries(variables).every(isAllowed)) return [400, 'a variable or its value is not allowed'];`, "  seen.set(id, Date.now());", "  try {", "    const started = await triggerPipeline({ ...pipeline, token, variables: { ...fixed, ...variables } });", "    return [201, started.webUrl ?? ''];", "  } catch (error) {", "    console.error(error.message);", `    // Certainly nothing was started: the sender may deliver it again.`, `    if (error instanceof UnreachableError && error.code !== 'start_uncertain') seen.delete(id);`, `    return [502, 'not started, or unknown'];`, "  }", "}", "", ...server("not read") ];
}
function botLines(request) {
return [ '// The command "/gitlab run REF [NAME=VALUE ...]" of a Slack app. Put a proxy with TLS in front of it.', ...imports("triggerPipeline"), ...settings(request), `const refs = new Set(${literal(request.refs)});`, `const people = new Set(${literal(request.people)});`, `const key = secretIn('${request.secretsFolder}/slack-signing-secret');`, `if (key.length < 24) throw new Error('The signing secret is too short');`, ...limits, "const seen = new Map();", "", ...bodyReader, "async function answerTo(request) {", "  const body = await bodyOf(request);", `  if (body === undefined) return [413, 'too large'];`, `  const [sent, given] = ['request-timestamp', 'signature'].map((name) => request.headers[\`x-slack-\${name}\`] ?? '');`, "  const want = createHmac('sha256', key).update(`v0:${sent}:`).update(body).digest();", "  const signature = Buffer.from(given.replace(/^v0=/, ''), 'hex');", "  const isSigned = signature.length === want.length && timingSafeEqual(signature, want);", `  if (!isSigned) return [401, 'not signed'];`, ...freshness, `  const mark = want.toString('hex');`, `  if (seen.has(mark)) return [409, 'seen before'];`, "  seen.set(mark, Date.now());", "  const form = new URLSearchParams(body.toString());", "  if (!people.has(`${form.get('team_id')}/${form.get('user_id')}`)) return [200, 'You may not start pipelines here.'];", "  const [verb, ref, ...words] = (form.get('text') ?? '').trim().split(/\\s+/);", "  const usage = `Write: run ${[...refs].join('|')} ${[...allowed].map(([name, values]) => `[${name}=${values.join('|')}]`).join(' ')}`;", "  const variables = Object.fromEntries(words.map((word) => word.split(/=(.*)/s, 2)));", "  const isAllowed = ([name, value]) => allowed.get(name)?.includes(value) === true;", `  if (verb !== 'run' || !refs.has(ref) || !Object.entries(variables).every(isAllowed)) return [200, usage];`, `  void start(form.get('response_url') ?? '', { ...pipeline, ref, token, variables: { ...fixed, ...variables } });`, "  return [200, `Starting ${ref} …`];", "}", "", "// Slack waits three seconds for an answer; what became of it comes later.", "async function start(replyTo, options) {", "  const words = await triggerPipeline(options).then(", "    ({ id, webUrl }) => `Started pipeline ${id}: ${webUrl}`,", "    (error) => `Not started, or unknown: ${error.code}`,", "  );", "  if (!replyTo.startsWith('https://hooks.slack.com/')) return;", `  const body = JSON.stringify({ response_type: 'in_channel', text: words });`, `  const headers = { 'content-type': 'application/json' };`, `  await fetch(replyTo, { method: 'POST', headers, body }).catch((error) => console.error(error.message));`, "}", "", ...server("not read") ];
}
function literal(value) {
if (typeof value === "string") return textLiteral(value);
if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
if (typeof value !== "object" || value === null) return JSON.stringify(value);
const members = Object.entries(value).map(([name, each]) => `${nameOf(name)}: ${literal(each)}`);
return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function nameOf(name) {
if (name === "__proto__") return "['__proto__']";
return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}
function textLiteral(text) {
const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
return `'${inner}'`;
}
var snippet_snippet = __webpack_require__("./snippet/snippet.js");
async function runSnippet({host, files, printProduct}) {
const {request} = await (0, snippet.parseSnippetRequest)(host.inputs, files);
const text = snippetOf(request);
refuseTokens(text, "snippet");
(printProduct ?? host.log.info)(text);
return errors.exitCodes.accepted;
}
function refuseTokens(text, noun) {
if ((0, base_text.tokensIn)(text).length === 0) return;
throw new errors.InputError({
code: "invalid_input",
what: `The ${noun} would hold a token (not shown), and everyone who can read the repository could read it there`,
hint: "Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead."
});
}
function snippetOf(request) {
switch (request.kind) {
case "gitlab":
return (0, snippet_snippet.gitlabSnippet)(request);

case "github":
return (0, snippet_snippet.githubSnippet)(request);

case "cron":
return cronSnippet(request);

case "curl":
return curlText(request);

case "webhook":
case "bot":
return receiverSnippet(request);
}
}
function curlText({request, secretsFolder}) {
const {lines, environment} = (0, curl_command.curlCommandOf)(request, text => text);
if (lines !== void 0) return (0, curl.curlScript)({
lines,
environment
}, request, secretsFolder);
throw new errors.InputError({
code: "invalid_input",
what: "The call would be longer than 6000 characters, which is too long to copy",
hint: "Give fewer variables, or let the caller run the command: gitlab-trigger snippet cron."
});
}
function runCompletion({host, printProduct}) {
const given = host.inputs.read("shell");
const shell = completion.shells.find(name => name === given);
if (shell === void 0) throw new TypeError("no shell was given");
(printProduct ?? host.log.info)((0, completion.completionScript)(shell, commands.commands));
return Promise.resolve(errors.exitCodes.accepted);
}
}),
"./snippet/curl.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
curlScript: function() {
return curlScript;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
const tokenFiles = {
GITLAB_TRIGGER_TOKEN: "token",
GITLAB_TRIGGER_ACCESS_TOKEN: "access-token"
};
function curlScript({lines, environment}, {variables, pipelineInputs, connection, credentials}, secretsFolder) {
const values = [ ...Object.values(variables), ...Object.values(pipelineInputs) ].map(insideJson);
const isJob = credentials.kind === "trigger" && credentials.tokenKind === "job_token";
const names = environment.filter(name => !(name in tokenFiles));
const tokens = environment.filter(name => name in tokenFiles);
return [ "#!/bin/sh", "# Starts one pipeline. Never with --retry: a call whose response was lost may have started one.", ...connection.caCertificate === void 0 ? [] : [ "# ca.pem holds the certificate to be trusted." ], "set -eu", ...tokens.map(name => isJob ? `${name}=$CI_JOB_TOKEN` : `${name}=$(cat ${secretsFolder}/${tokenFiles[name] ?? ""})`), ...names.map((name, index) => `${name}=${(0, 
_base_text_js__WEBPACK_IMPORTED_MODULE_0__.shellWord)(values[index] ?? "")}`), ...lines, "" ].join("\n");
}
function insideJson(value) {
const json = JSON.stringify(value).replace(/[^\u0020-\u007e]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
return typeof value === "string" ? json.slice(1, -1) : json;
}
}),
"./snippet/snippet.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
githubSnippet: function() {
return githubSnippet;
},
gitlabSnippet: function() {
return gitlabSnippet;
}
});
var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/yaml/dist/index.js");
function gitlabSnippet({sources, perJob, inputs}) {
const rules = sources.map(source => `- if: $CI_PIPELINE_SOURCE == "${source}"`);
return lines([ ...headerLines(inputs), ...perJob ? [] : workflowLines(rules), "triggered:", ...perJob ? [ "  rules:", ...rules.map(rule => `    ${rule}`) ] : [], ...variableLines(inputs), "  script:", `    - echo "Started by $CI_PIPELINE_SOURCE${inputs.map(({name}) => `, ${name} is $${variableOf(name)}`).join("")}"` ]);
}
function headerLines(inputs) {
if (inputs.length === 0) return [];
const hasRequired = inputs.some(input => input.default === void 0);
return [ "spec:", "  inputs:", ...hasRequired ? [ "    # One without a default has to be given to every pipeline, also to that of a push." ] : [], ...inputs.flatMap(inputLines), "---" ];
}
function inputLines({name, type, default: value}) {
return [ `    ${name}:`, `      type: ${type}`, ...value === void 0 ? [] : [ `      default: ${JSON.stringify(value)}` ], ...type === "string" ? [ "      # regex: or options: keep out what does not belong into the CI file." ] : [] ];
}
function workflowLines(rules) {
return [ "workflow:", "  rules:", ...rules.map(rule => `    ${rule}`), "    # Everything else starts no pipeline. Add what should, for example:", "    # - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", "" ];
}
function variableLines(inputs) {
if (inputs.length === 0) return [];
return [ "  variables:", ...inputs.map(({name, type}) => `    ${variableOf(name)}: ${placeOf(name, type)}`) ];
}
function placeOf(name, type) {
const place = `$[[ inputs.${name} ]]`;
return type === "array" ? `'${place}'` : `"${place}"`;
}
function variableOf(name) {
return name.toUpperCase().replaceAll("-", "_");
}
function lines(texts) {
return `${texts.join("\n")}\n`;
}
function githubSnippet({step, tokenSecret, accessTokenSecret}) {
const secret = name => `\${{ secrets.${name} }}`;
const given = new Map(step.map(([name, text]) => [ name, valueOf(text) ]));
const places = [ "gitlab_url", "project_id", "ref" ].filter(name => given.has(name));
const rest = [ ...given ].filter(([name]) => !places.includes(name));
const inputs = {
...Object.fromEntries(places.map(name => [ name, given.get(name) ])),
token: secret(tokenSecret),
...accessTokenSecret === void 0 ? {} : {
access_token: secret(accessTokenSecret)
},
...Object.fromEntries(rest)
};
const job = {
"runs-on": "ubuntu-latest",
permissions: {},
steps: [ {
id: "gitlab",
uses: "OWNER/gitlab-trigger@v1",
with: inputs
} ]
};
return (0, yaml__WEBPACK_IMPORTED_MODULE_0__.stringify)({
jobs: {
gitlab: job
}
}, {
lineWidth: 0
});
}
function valueOf(text) {
const word = text.trim();
if (word === "true" || word === "false") return word === "true";
return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : text;
}
})
};
