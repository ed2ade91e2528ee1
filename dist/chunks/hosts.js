export const __webpack_esm_ids__ = [ "hosts" ];

export const __webpack_esm_modules__ = {
"./hosts/adapters/argo-workflows.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
argoWorkflowsHost: function() {
return argoWorkflowsHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _neutralize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/neutralize.js");
var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/outputs.js");
function argoWorkflowsHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Argo Workflows",
outputs: [ parameterFiles(means) ],
context: contextOf
});
}
function parameterFiles({environment, writeText}) {
return (0, _outputs_js__WEBPACK_IMPORTED_MODULE_2__.carrierTo)({
audience: "whoever_may_see_the_build",
encode: ({value}) => (0, _neutralize_js__WEBPACK_IMPORTED_MODULE_1__.withoutRisk)(value, /\{(?=\{)/g),
limits: {
entryBytes: 25e4
},
put: (text, {name}) => writeText(`${environment.TMPDIR ?? "/tmp"}/gitlab-trigger/${name}`, text, "host")
});
}
function contextOf(read) {
return {
workflow: read("ARGO_WORKFLOW_NAME"),
runId: read("ARGO_WORKFLOW_UID"),
job: read("ARGO_NODE_ID")
};
}
}),
"./hosts/adapters/aws-codebuild.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
awsCodebuildHost: function() {
return awsCodebuildHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/context-text.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/output-files.js");
function awsCodebuildHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "AWS CodeBuild",
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_2__.shellFile)(means) ],
context: contextOf
});
}
function contextOf(read) {
const ref = read("CODEBUILD_WEBHOOK_HEAD_REF");
const [workflow, runId] = read("CODEBUILD_BUILD_ID")?.split(":") ?? [];
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pullRequestNumber)(/^pr\/(.*)$/.exec(read("CODEBUILD_WEBHOOK_TRIGGER") ?? "")?.[1]);
return {
repository: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.repositoryIn)(read("CODEBUILD_SOURCE_REPO_URL")),
sha: read("CODEBUILD_RESOLVED_SOURCE_VERSION"),
ref,
refName: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.shortRef)(ref),
actor: read("CODEBUILD_INITIATOR"),
event: read("CODEBUILD_WEBHOOK_EVENT"),
workflow,
runId,
runUrl: read("CODEBUILD_PUBLIC_BUILD_URL") ?? read("CODEBUILD_BUILD_URL"),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
headRef: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.shortRef)(ref),
baseRef: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.shortRef)(read("CODEBUILD_WEBHOOK_BASE_REF"))
}
};
}
}),
"./hosts/adapters/azure-pipelines.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
azurePipelinesHost: function() {
return azurePipelinesHost;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
var _attempts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/attempts.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/context-text.js");
var _host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/host.js");
var _neutralize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/neutralize.js");
__webpack_require__("./hosts/output-files.js");
var _outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("./hosts/outputs.js");
const mostIssues = 10;
function azurePipelinesHost(means) {
const {environment, print, writeText, processId} = means;
const issue = issues();
let summaries = 0;
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_2__.consoleHost)(means, {
name: "Azure Pipelines",
harmless: line => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands.azure, `#${"​"}#`),
warning: lines => issue({
type: "warning",
text: lines.join("\n")
}),
error: lines => issue({
type: "error",
text: lines.join("\n")
}),
annotation: ({level, title, message, file, line}) => issue({
type: level,
text: `${title}\n${message}`,
file,
line
}),
debug: lines => lines.map(line => `##vso[task.debug]${dataText(line)}`),
group: (title, lines) => [ `##[group]${title}`, ...lines, "##[endgroup]" ],
mask: forms => {
const lines = forms.flatMap(form => form.split(/[\r\n]+/)).filter(line => line.trim().length >= 4);
for (const line of new Set(lines)) print(`##vso[task.setsecret]${dataText(line)}\n`);
},
outputs: [ stepVariables(means) ],
summary: markdown => {
const {AGENT_TEMPDIRECTORY: folder = ""} = environment;
if (folder === "") throw new Error("AGENT_TEMPDIRECTORY is not set");
const path = `${folder}/gitlab-trigger-${processId}-${summaries += 1}.md`;
writeText(path, markdown, "host");
print(`##vso[task.uploadsummary]${dataText(path)}\n`);
},
context: contextOf
});
}
function stepVariables(means) {
return (0, _outputs_js__WEBPACK_IMPORTED_MODULE_7__.carrierTo)({
audience: "later_steps",
encode: ({value, isSecret}) => {
if (isSecret && /[\r\n]/.test(value)) return;
return (0, _neutralize_js__WEBPACK_IMPORTED_MODULE_5__.withoutRisk)(value, /\$(?=\()/g);
},
limits: {
entryBytes: means.environment.AGENT_OS === "Windows_NT" ? 8e3 : 1e5
},
check: () => (0, _host_js__WEBPACK_IMPORTED_MODULE_4__.checkHeard)(means),
put: (text, {name, isSecret}) => {
const properties = `variable=${propertyText(name)};isOutput=true${isSecret ? ";issecret=true" : ""}`;
means.print(`##vso[task.setvariable ${properties}]${dataText(text)}\n`);
(0, _host_js__WEBPACK_IMPORTED_MODULE_4__.checkHeard)(means);
}
});
}
function issues() {
const counts = {
warning: 0,
error: 0
};
return ({type, text, file, line}) => {
counts[type] += 1;
if (counts[type] > mostIssues) return text.split("\n").map(each => `##[${type}]${each}`);
const place = file === void 0 ? "" : `;sourcepath=${propertyText(file)}${line === void 0 ? "" : `;linenumber=${line}`}`;
return [ `##vso[task.logissue type=${type}${place}]${dataText(text)}` ];
};
}
function dataText(text) {
return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function propertyText(text) {
return dataText(text).replaceAll("]", "%5D").replaceAll(";", "%3B");
}
function contextOf(read) {
const ref = read("BUILD_SOURCEBRANCH");
const collection = read("SYSTEM_COLLECTIONURI");
const project = read("SYSTEM_TEAMPROJECT");
const runId = read("BUILD_BUILDID");
const isPlaced = collection !== void 0 && project !== void 0 && runId !== void 0;
return {
repository: read("BUILD_REPOSITORY_NAME"),
sha: read("BUILD_SOURCEVERSION"),
ref,
refName: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.shortRef)(ref),
actor: read("BUILD_REQUESTEDFOR"),
event: read("BUILD_REASON"),
workflow: read("BUILD_DEFINITIONNAME"),
job: read("SYSTEM_JOBNAME"),
runId,
runAttempt: read("SYSTEM_JOBATTEMPT"),
runUrl: isPlaced ? `${(0, _base_text_js__WEBPACK_IMPORTED_MODULE_0__.withoutEnd)(collection, "/")}/${encodeURIComponent(project)}/_build/results?buildId=${runId}` : void 0,
attempt: (0, _attempts_js__WEBPACK_IMPORTED_MODULE_1__.attemptOf)("azure-pipelines", read),
pullRequest: pullRequestOf(read)
};
}
function pullRequestOf(read) {
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.pullRequestNumber)(read("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER") ?? read("SYSTEM_PULLREQUEST_PULLREQUESTID"));
if (number === void 0) return;
return {
number,
title: "",
headRef: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.shortRef)(read("SYSTEM_PULLREQUEST_SOURCEBRANCH")),
headSha: read("SYSTEM_PULLREQUEST_SOURCECOMMITID"),
baseRef: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.shortRef)(read("SYSTEM_PULLREQUEST_TARGETBRANCH"))
};
}
}),
"./hosts/adapters/bitbucket-pipelines.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
bitbucketPipelinesHost: function() {
return bitbucketPipelinesHost;
}
});
var _attempts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/attempts.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/context-text.js");
var _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/handover/former-outputs.js");
var _neutralize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/neutralize.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/output-files.js");
function bitbucketPipelinesHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_1__.consoleHost)(means, {
name: "Bitbucket Pipelines",
outputs: [ variables(means) ],
context: contextOf
});
}
function variables(means) {
const file = (0, _output_files_js__WEBPACK_IMPORTED_MODULE_5__.hostFile)(means, {
variable: "BITBUCKET_PIPELINES_VARIABLES_PATH",
audience: "whoever_may_see_the_build",
line: variableLine,
limits: {
entries: 50,
totalBytes: 1e5
}
});
return {
...file,
clear: names => {
const {BITBUCKET_PIPELINES_VARIABLES_PATH: path = ""} = means.environment;
(0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__.removeFormer)(means, path, () => {
for (const name of (0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__.assignedOutputs)(means.readText(path), names)) file.carry({
name,
value: "",
isSecret: false
});
});
}
};
}
function variableLine(name, value) {
const text = (0, _neutralize_js__WEBPACK_IMPORTED_MODULE_4__.withoutRisk)(value, /[$`]/g);
return text === void 0 ? void 0 : (0, _output_files_js__WEBPACK_IMPORTED_MODULE_5__.lineOf)("dotenv")((0, 
_output_files_js__WEBPACK_IMPORTED_MODULE_5__.environmentName)(name), text);
}
function contextOf(read) {
const repository = read("BITBUCKET_REPO_FULL_NAME");
const runId = read("BITBUCKET_BUILD_NUMBER");
const branch = read("BITBUCKET_BRANCH");
const tag = read("BITBUCKET_TAG");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.pullRequestNumber)(read("BITBUCKET_PR_ID"));
const home = repository && `https://bitbucket.org/${repository}`;
return {
repository,
sha: read("BITBUCKET_COMMIT"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
actor: read("BITBUCKET_STEP_TRIGGERER_UUID"),
workflow: "bitbucket-pipelines.yml",
runId,
runUrl: home && runId && `${home}/pipelines/results/${runId}`,
attempt: (0, _attempts_js__WEBPACK_IMPORTED_MODULE_0__.attemptOf)("bitbucket-pipelines", read),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
url: home && `${home}/pull-requests/${number}`,
headRef: branch,
baseRef: read("BITBUCKET_PR_DESTINATION_BRANCH")
}
};
}
}),
"./hosts/adapters/bitrise.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
bitriseHost: function() {
return bitriseHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/context-text.js");
var _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/handover/former-outputs.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/output-files.js");
var _outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/outputs.js");
var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/programs.js");
function bitriseHost(means) {
const warnOnce = (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.sayOnce)(text => host.log.warning(text));
const run = (0, _programs_js__WEBPACK_IMPORTED_MODULE_5__.programLanes)(means, failure => warnOnce(`${failure}: later steps do not get all outputs. With --output-file PATH, all of them are in a file.`));
const host = (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Bitrise",
outputs: [ variables(means, run) ],
context: contextOf
});
return host;
}
function variables({environment}, run) {
const add = async (key, input, ...flags) => await run("envman", {
name: "envman",
words: [ "add", "--key", key, "--no-expand", ...flags, "--valuefile" ],
input,
inputBy: "file"
}, {
name: "envman",
words: [ "print", "--format", "json" ],
input: "",
accepts: printed => valueIn(printed, key) === input
});
const carrier = (0, _outputs_js__WEBPACK_IMPORTED_MODULE_4__.carrierTo)({
audience: "later_steps",
encode: ({value}) => value.includes("\0") ? void 0 : value,
limits: {
entryBytes: 2e4
},
send: async (input, {name, isSecret}) => await add((0, _output_files_js__WEBPACK_IMPORTED_MODULE_3__.environmentName)(name), input, ...isSecret ? [ "--sensitive" ] : [])
});
return {
...carrier,
clear: names => {
for (const name of (0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_2__.formerVariables)(environment, names)) add(name, "");
}
};
}
function valueIn(printed, key) {
const variables = JSON.parse(printed);
return typeof variables === "object" && variables !== null ? variables[key] : void 0;
}
function contextOf(read) {
const owner = read("BITRISEIO_GIT_REPOSITORY_OWNER");
const repository = read("BITRISEIO_GIT_REPOSITORY_SLUG");
const tag = read("BITRISE_GIT_TAG");
const branch = read("BITRISE_GIT_BRANCH");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pullRequestNumber)(read("BITRISE_PULL_REQUEST"));
return {
repository: owner && repository && `${owner}/${repository}`,
sha: read("BITRISE_GIT_COMMIT"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
event: read("BITRISE_TRIGGER_METHOD"),
workflow: read("BITRISE_TRIGGERED_WORKFLOW_ID"),
runId: read("BITRISE_BUILD_NUMBER"),
runUrl: read("BITRISE_BUILD_URL"),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
headRef: branch,
baseRef: read("BITRISEIO_GIT_BRANCH_DEST")
}
};
}
}),
"./hosts/adapters/buildkite.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
buildkiteHost: function() {
return buildkiteHost;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
var _attempts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/attempts.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/context-text.js");
__webpack_require__("./hosts/neutralize.js");
var _outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/outputs.js");
var _programs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./hosts/programs.js");
const groupLine = new RegExp(`^((?:\\u001b\\[[\\d;:]*m|\\s)*)(?=${_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands.buildkiteGroup.source})`);
function buildkiteHost(means) {
const {environment} = means;
const warnOnce = (0, _console_host_js__WEBPACK_IMPORTED_MODULE_2__.sayOnce)(text => host.log.warning(text));
const run = (0, _programs_js__WEBPACK_IMPORTED_MODULE_6__.programLanes)(means, failure => warnOnce(`${failure}: Buildkite does not get all of what this step has for it. With --output-file PATH, the outputs are in a file.`));
const annotate = annotations(environment, run);
const host = (0, _console_host_js__WEBPACK_IMPORTED_MODULE_2__.consoleHost)(means, {
name: "Buildkite",
harmless: line => line.replace(groupLine, `$1${"​"}`),
error: lines => {
annotate({
about: "error",
style: "error",
markdown: lines.map(line => `    ${line}\n`).join("")
});
return [ `Error: ${lines[0] ?? ""}`, ...lines.slice(1) ];
},
group: (title, lines) => [ `--- ${title}`, ...lines, "+++ gitlab-trigger" ],
mask: redactor(run),
outputs: [ metaData(environment, run) ],
summary: markdown => annotate({
about: "report",
style: "info",
markdown
}),
context: contextOf
});
return host;
}
function metaData({BUILDKITE_STEP_KEY: key = ""}, run) {
const prefix = key === "" ? "gitlab-trigger:" : `gitlab-trigger:${key}:`;
return (0, _outputs_js__WEBPACK_IMPORTED_MODULE_5__.carrierTo)({
audience: "whoever_may_see_the_build",
limits: {
entryBytes: 1e5
},
send: async (input, {name}) => {
if (input.trim() === "") return "the agent of Buildkite takes no empty value";
return await run(name, {
name: "buildkite-agent",
words: [ "meta-data", "set", `${prefix}${name}` ],
input
});
}
});
}
function redactor(run) {
let waiting = [];
const hand = () => {
const input = JSON.stringify(Object.fromEntries(waiting.map((form, index) => [ `secret_${index}`, form ])));
run("redactor", {
name: "buildkite-agent",
words: [ "redactor", "add", "--format", "json" ],
input
});
waiting = [];
};
return forms => {
if (waiting.length === 0) Promise.resolve().then(hand);
waiting.push(...forms);
};
}
function annotations({BUILDKITE_JOB_ID: job = ""}, run) {
const begun = new Set;
return ({about, style, markdown}) => {
const context = `gitlab-trigger-${about}-${job}`;
const words = [ "annotate", "--context", context, "--style", style ];
run(context, {
name: "buildkite-agent",
words: begun.has(context) ? [ ...words, "--append" ] : words,
input: markdown
});
begun.add(context);
};
}
function contextOf(read) {
const branch = read("BUILDKITE_BRANCH");
const tag = read("BUILDKITE_TAG");
const retries = Number(read("BUILDKITE_RETRY_COUNT") ?? "0");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.pullRequestNumber)(read("BUILDKITE_PULL_REQUEST"));
return {
repository: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.repositoryIn)(read("BUILDKITE_REPO")),
sha: /^[0-9a-f]{40}$/.exec(read("BUILDKITE_COMMIT") ?? "")?.[0],
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
actor: read("BUILDKITE_BUILD_CREATOR"),
event: read("BUILDKITE_SOURCE"),
workflow: read("BUILDKITE_PIPELINE_SLUG"),
job: read("BUILDKITE_STEP_KEY") ?? read("BUILDKITE_LABEL"),
runId: read("BUILDKITE_BUILD_NUMBER"),
runAttempt: Number.isSafeInteger(retries) ? String(retries + 1) : void 0,
runUrl: read("BUILDKITE_BUILD_URL"),
attempt: (0, _attempts_js__WEBPACK_IMPORTED_MODULE_1__.attemptOf)("buildkite", read),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
headRef: branch,
baseRef: read("BUILDKITE_PULL_REQUEST_BASE_BRANCH")
}
};
}
}),
"./hosts/adapters/circleci.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
circleciHost: function() {
return circleciHost;
}
});
var _attempts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/attempts.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/context-text.js");
var _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/handover/former-outputs.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/output-files.js");
function circleciHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_1__.consoleHost)(means, {
name: "CircleCI",
outputs: [ exports(means) ],
context: contextOf
});
}
function exports(means) {
const file = (0, _output_files_js__WEBPACK_IMPORTED_MODULE_4__.hostFile)(means, {
variable: "BASH_ENV",
audience: "later_steps",
line: _output_files_js__WEBPACK_IMPORTED_MODULE_4__.exportLine,
limits: {
entryBytes: 1e5
}
});
return {
...file,
clear: names => {
const {BASH_ENV: path = ""} = means.environment;
(0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__.removeFormer)(means, path, () => {
const before = (0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__.formerVariables)(means.environment, names);
const former = new Set([ ...before, ...(0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__.exportedVariables)(means.readText(path), names) ]);
if (former.size > 0) means.appendText(path, `unset ${Array.from(former).join(" ")}\n`);
});
}
};
}
function contextOf(read) {
const owner = read("CIRCLE_PROJECT_USERNAME");
const repository = read("CIRCLE_PROJECT_REPONAME");
const branch = read("CIRCLE_BRANCH");
const tag = read("CIRCLE_TAG");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.pullRequestNumber)(read("CIRCLE_PULL_REQUEST") ?? read("CIRCLE_PR_NUMBER"));
return {
repository: owner && repository && `${owner}/${repository}`,
sha: read("CIRCLE_SHA1"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
actor: read("CIRCLE_USERNAME"),
workflow: ".circleci/config.yml",
job: read("CIRCLE_JOB"),
runId: read("CIRCLE_WORKFLOW_ID"),
runUrl: read("CIRCLE_BUILD_URL"),
attempt: (0, _attempts_js__WEBPACK_IMPORTED_MODULE_0__.attemptOf)("circleci", read),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
url: read("CIRCLE_PULL_REQUEST"),
headRef: branch
}
};
}
}),
"./hosts/adapters/drone.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
droneContext: function() {
return droneContext;
},
droneHost: function() {
return droneHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/context-text.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/output-files.js");
const hint = "The folder belongs to root: write `user: root` into the step.";
function droneHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Drone",
inputs: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pluginInputs)(means),
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_2__.shellFile)(means, {
hint: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.isPlugin)(means.environment) ? hint : void 0
}) ],
context: droneContext
});
}
function droneContext(read) {
const ref = read("DRONE_COMMIT_REF");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pullRequestNumber)(read("DRONE_PULL_REQUEST"));
return {
repository: read("DRONE_REPO"),
sha: read("DRONE_COMMIT_SHA"),
ref,
refName: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.shortRef)(ref),
actor: read("DRONE_BUILD_TRIGGER"),
event: read("DRONE_BUILD_EVENT"),
workflow: read("DRONE_STAGE_NAME"),
job: read("DRONE_STEP_NAME"),
runId: read("DRONE_BUILD_NUMBER"),
runUrl: read("DRONE_BUILD_LINK"),
pullRequest: number === void 0 ? void 0 : {
number,
title: read("DRONE_PULL_REQUEST_TITLE") ?? "",
headRef: read("DRONE_SOURCE_BRANCH"),
baseRef: read("DRONE_TARGET_BRANCH")
}
};
}
}),
"./hosts/adapters/forgejo.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
forgejoHost: function() {
return forgejoHost;
}
});
var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/adapters/github-actions.js");
var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/adapters/github-context.js");
function forgejoHost() {
return (0, _github_actions_js__WEBPACK_IMPORTED_MODULE_0__.githubLikeHost)(_github_context_js__WEBPACK_IMPORTED_MODULE_1__.forgejo);
}
}),
"./hosts/adapters/gitea.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
giteaHost: function() {
return giteaHost;
}
});
var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/adapters/github-actions.js");
var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/adapters/github-context.js");
function giteaHost() {
return (0, _github_actions_js__WEBPACK_IMPORTED_MODULE_0__.githubLikeHost)(_github_context_js__WEBPACK_IMPORTED_MODULE_1__.gitea);
}
}),
"./hosts/adapters/gitlab-ci.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
gitlabCiHost: function() {
return gitlabCiHost;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
var _attempts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/attempts.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/context-text.js");
var _neutralize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/neutralize.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/output-files.js");
function gitlabCiHost(means) {
const {environment, clock, processId} = means;
let sections = 0;
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_2__.consoleHost)(means, {
name: "GitLab CI",
harmless: line => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands.gitlabSection, `section_${"​"}`),
group: (title, lines) => {
const at = Math.floor(clock.epochMs() / 1e3);
const name = `gitlab_trigger_${processId}_${sections += 1}`;
return [ `[0Ksection_start:${at}:${name}[collapsed=true]\r[0K${title}`, ...lines, `[0Ksection_end:${at}:${name}\r[0K` ];
},
debug: lines => environment.CI_DEBUG_TRACE === "true" ? lines : [],
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_5__.ownFile)(means, {
path: `${environment.CI_PROJECT_DIR ?? "."}/gitlab-trigger.env`,
audience: "whoever_may_see_the_build",
line: dotenvLine,
limits: {
totalBytes: 5119,
entries: 20
}
}) ],
context: contextOf,
hints: hintsOf
});
}
function dotenvLine(name, value) {
const text = (0, _neutralize_js__WEBPACK_IMPORTED_MODULE_4__.withoutRisk)(value, /\$/g);
return text === void 0 ? void 0 : (0, _output_files_js__WEBPACK_IMPORTED_MODULE_5__.lineOf)("dotenv")((0, 
_output_files_js__WEBPACK_IMPORTED_MODULE_5__.environmentName)(name), text);
}
function contextOf(read) {
return {
repository: read("CI_PROJECT_PATH"),
sha: read("CI_COMMIT_SHA"),
ref: read("CI_MERGE_REQUEST_REF_PATH") ?? (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.fullRef)({
tag: read("CI_COMMIT_TAG"),
branch: read("CI_COMMIT_BRANCH")
}),
refName: read("CI_COMMIT_REF_NAME"),
actor: read("GITLAB_USER_LOGIN"),
event: read("CI_PIPELINE_SOURCE"),
workflow: read("CI_CONFIG_PATH"),
job: read("CI_JOB_NAME"),
runId: read("CI_PIPELINE_ID"),
runUrl: read("CI_PIPELINE_URL"),
attempt: (0, _attempts_js__WEBPACK_IMPORTED_MODULE_1__.attemptOf)("gitlab-ci", read),
pullRequest: mergeRequestOf(read)
};
}
function mergeRequestOf(read) {
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_3__.pullRequestNumber)(read("CI_MERGE_REQUEST_IID"));
if (number === void 0) return;
const projectUrl = read("CI_MERGE_REQUEST_PROJECT_URL");
return {
number,
title: read("CI_MERGE_REQUEST_TITLE") ?? "",
url: projectUrl && `${projectUrl}/-/merge_requests/${number}`,
headRef: read("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
headSha: read("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? read("CI_COMMIT_SHA"),
baseRef: read("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
};
}
function hintsOf(read) {
const server = (0, _base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(read("CI_SERVER_URL") ?? "", 200);
const isElsewhere = server !== "" && server !== "https://gitlab.com";
return [ ...isElsewhere ? [ {
inputs: [ "gitlab_url" ],
text: `gitlab_url was not given, so it is https://gitlab.com. This job runs on ${server}: for a project there, give --gitlab-url "$CI_SERVER_URL" (CI_API_V4_URL is that with /api/v4, which is not needed).`
} ] : [], {
inputs: [ "token", "access_token" ],
text: 'token was not given. For a project on the same GitLab, this job has one: GITLAB_TRIGGER_TOKEN="$CI_JOB_TOKEN" starts pipelines as the user of this job, if that project allows it (Settings > CI/CD > Job token permissions).'
} ];
}
}),
"./hosts/adapters/google-cloud-build.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
googleCloudBuildHost: function() {
return googleCloudBuildHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/context-text.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/output-files.js");
function googleCloudBuildHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Google Cloud Build",
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_2__.shellFile)(means), (0, 
_output_files_js__WEBPACK_IMPORTED_MODULE_2__.ownFile)(means, {
path: `${means.environment.BUILDER_OUTPUT ?? "."}/output`,
owner: "host",
audience: "whoever_may_see_the_build",
line: (0, _output_files_js__WEBPACK_IMPORTED_MODULE_2__.lineOf)("dotenv"),
limits: {
totalBytes: 5e4
}
}) ],
context: contextOf
});
}
function contextOf(read) {
const tag = read("TAG_NAME");
const branch = read("BRANCH_NAME");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pullRequestNumber)(read("_PR_NUMBER"));
return {
repository: read("REPO_FULL_NAME") ?? read("REPO_NAME"),
sha: read("COMMIT_SHA") ?? read("REVISION_ID"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
workflow: read("TRIGGER_NAME") ?? read("TRIGGER_BUILD_CONFIG_PATH"),
runId: read("BUILD_ID"),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
headRef: read("_HEAD_BRANCH"),
baseRef: read("_BASE_BRANCH")
}
};
}
}),
"./hosts/adapters/harness.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
harnessHost: function() {
return harnessHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/context-text.js");
var _neutralize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/neutralize.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/output-files.js");
var _drone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/adapters/drone.js");
function harnessHost(means) {
const open = variables(means, "DRONE_OUTPUT", "whoever_may_see_the_build");
const secret = variables(means, "HARNESS_OUTPUT_SECRET_FILE", "later_steps");
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Harness CI",
inputs: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pluginInputs)(means),
outputs: [ {
audience: "later_steps",
carry: output => (output.isSecret ? secret : open).carry(output),
check: kind => (kind === "secret" ? secret : open).check?.(kind)
} ],
context: contextOf
});
}
function variables(means, variable, audience) {
return (0, _output_files_js__WEBPACK_IMPORTED_MODULE_3__.hostFile)(means, {
variable,
audience,
line: quotedLine,
limits: {
entryBytes: 6e4
}
});
}
function quotedLine(name, value) {
const text = (0, _neutralize_js__WEBPACK_IMPORTED_MODULE_2__.withoutRisk)(value, /['#]/g) ?? value;
const isMisread = /['\r\n\0]|\\$/.test(text) || text.includes("#") && text.includes('"');
return isMisread ? void 0 : `${name}='${text}'\n`;
}
function contextOf(read) {
return {
...(0, _drone_js__WEBPACK_IMPORTED_MODULE_4__.droneContext)(read),
workflow: read("HARNESS_PIPELINE_ID"),
job: read("HARNESS_STAGE_ID"),
runId: read("HARNESS_BUILD_ID")
};
}
}),
"./hosts/adapters/jenkins.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
jenkinsHost: function() {
return jenkinsHost;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/context-text.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/output-files.js");
function jenkinsHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_1__.consoleHost)(means, {
name: "Jenkins",
harmless: line => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands.jenkinsNote, ""),
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_3__.ownFile)(means, {
path: "gitlab-trigger.properties",
audience: "whoever_may_see_the_build",
line: (0, _output_files_js__WEBPACK_IMPORTED_MODULE_3__.lineOf)("properties")
}) ],
context: contextOf
});
}
function contextOf(read) {
const tag = read("TAG_NAME");
const branch = read("CHANGE_BRANCH") ?? read("BRANCH_NAME") ?? read("GIT_BRANCH")?.replace(/^origin\//, "");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.pullRequestNumber)(read("CHANGE_ID"));
return {
repository: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.repositoryIn)(read("GIT_URL")),
sha: read("GIT_COMMIT"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
actor: read("BUILD_USER_ID") ?? read("CHANGE_AUTHOR"),
workflow: read("JOB_NAME"),
job: read("STAGE_NAME"),
runId: read("BUILD_NUMBER"),
runUrl: read("BUILD_URL"),
pullRequest: number === void 0 ? void 0 : {
number,
title: read("CHANGE_TITLE") ?? "",
url: read("CHANGE_URL"),
headRef: read("CHANGE_BRANCH"),
baseRef: read("CHANGE_TARGET")
}
};
}
}),
"./hosts/adapters/teamcity.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
teamcityHost: function() {
return teamcityHost;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/context-text.js");
var _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./hosts/handover/former-outputs.js");
var _host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/host.js");
var _neutralize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/neutralize.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./hosts/output-files.js");
var _outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("./hosts/outputs.js");
function teamcityHost(means) {
const flowId = `gitlab-trigger-${means.processId}`;
const message = (text, status) => serviceMessage("message", {
text,
status,
flowId
});
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_1__.consoleHost)(means, {
name: "TeamCity",
harmless: line => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands.teamcity, `#${"​"}#`),
warning: lines => [ message(lines.join("\n"), "WARNING") ],
error: lines => [ message(lines.join("\n"), "ERROR") ],
group: (name, lines) => [ serviceMessage("blockOpened", {
name,
flowId
}), ...lines.map(line => message(line, "NORMAL")), serviceMessage("blockClosed", {
name,
flowId
}) ],
outputs: [ parameters(means) ],
context: contextOf
});
}
function parameters(means) {
const setVariable = (name, value) => means.print(`${serviceMessage("setParameter", {
name: `env.${name}`,
value
})}\n`);
const carrier = (0, _outputs_js__WEBPACK_IMPORTED_MODULE_7__.carrierTo)({
audience: "whoever_may_see_the_build",
encode: ({value}) => /%[^%]*%/.test(value) ? (0, _neutralize_js__WEBPACK_IMPORTED_MODULE_5__.withoutRisk)(value, /%/g) : value,
limits: {
entryBytes: 1e5
},
check: () => (0, _host_js__WEBPACK_IMPORTED_MODULE_4__.checkHeard)(means),
put: (value, {name}) => {
setVariable((0, _output_files_js__WEBPACK_IMPORTED_MODULE_6__.environmentName)(name), value);
(0, _host_js__WEBPACK_IMPORTED_MODULE_4__.checkHeard)(means);
}
});
return {
...carrier,
clear: names => {
for (const name of (0, _handover_former_outputs_js__WEBPACK_IMPORTED_MODULE_3__.formerVariables)(means.environment, names)) setVariable(name, "");
}
};
}
function serviceMessage(name, attributes) {
const texts = Object.entries(attributes).map(([key, value]) => `${key}='${escaped(value)}'`);
return `##teamcity[${name} ${texts.join(" ")}]`;
}
function escaped(text) {
return text.replace(/[|'[\]]/g, "|$&").replaceAll("\n", "|n").replaceAll("\r", "|r").replace(/[^\u0020-\u007e]/g, unit => `|0x${unit.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`);
}
function contextOf(read) {
const branch = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.shortRef)(read("TEAMCITY_BUILD_BRANCH"));
return {
sha: read("BUILD_VCS_NUMBER"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.fullRef)({
branch
}),
refName: branch,
workflow: read("TEAMCITY_BUILDCONF_NAME"),
runId: read("BUILD_NUMBER"),
runUrl: read("BUILD_URL")
};
}
}),
"./hosts/adapters/tekton.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
tektonHost: function() {
return tektonHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/outputs.js");
var _tekton_results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/tekton-results.js");
function tektonHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Tekton",
outputs: [ results(means) ]
});
}
function results({environment, writeText}) {
return (0, _outputs_js__WEBPACK_IMPORTED_MODULE_1__.carrierTo)({
audience: "whoever_may_see_the_build",
limits: {
totalBytes: 3e3
},
counted: ({name, value}) => `${JSON.stringify({
key: name,
value,
type: 1
})},`,
put: (text, {name}) => writeText(`${(0, _tekton_results_js__WEBPACK_IMPORTED_MODULE_2__.tektonResults)(environment)}/${name}`, text, "host")
});
}
}),
"./hosts/adapters/travis.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
travisHost: function() {
return travisHost;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/context-text.js");
__webpack_require__("./hosts/neutralize.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/output-files.js");
function travisHost(means) {
let folds = 0;
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_1__.consoleHost)(means, {
name: "Travis CI",
harmless: line => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands.travis, `travis${"​"}_`),
group: (title, lines) => {
const name = `gitlab_trigger_${means.processId}_${folds += 1}`;
return [ `travis_fold:start:${name}\r[0K${title}`, ...lines, `travis_fold:end:${name}\r[0K` ];
},
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_4__.shellFile)(means) ],
context: contextOf
});
}
function contextOf(read) {
const repository = read("TRAVIS_REPO_SLUG");
const tag = read("TRAVIS_TAG");
const branch = read("TRAVIS_BRANCH");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.pullRequestNumber)(read("TRAVIS_PULL_REQUEST"));
return {
repository,
sha: read("TRAVIS_COMMIT"),
ref: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_2__.fullRef)({
tag,
branch
}),
refName: tag ?? branch,
event: read("TRAVIS_EVENT_TYPE"),
workflow: ".travis.yml",
job: read("TRAVIS_JOB_NAME"),
runId: read("TRAVIS_BUILD_ID"),
runUrl: read("TRAVIS_BUILD_WEB_URL"),
pullRequest: number === void 0 ? void 0 : {
number,
title: "",
headRef: read("TRAVIS_PULL_REQUEST_BRANCH"),
headSha: read("TRAVIS_PULL_REQUEST_SHA"),
baseRef: branch
}
};
}
}),
"./hosts/adapters/woodpecker.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
woodpeckerHost: function() {
return woodpeckerHost;
}
});
var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./hosts/console-host.js");
var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/context-text.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/output-files.js");
const hint = "Let the user of the image write in the folder (plugin-git 2.6.3 does), or use an image of two lines: FROM this one, and USER root.";
function woodpeckerHost(means) {
return (0, _console_host_js__WEBPACK_IMPORTED_MODULE_0__.consoleHost)(means, {
name: "Woodpecker CI",
inputs: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pluginInputs)(means),
outputs: [ (0, _output_files_js__WEBPACK_IMPORTED_MODULE_2__.shellFile)(means, {
hint: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.isPlugin)(means.environment) ? hint : void 0
}) ],
context: contextOf
});
}
function contextOf(read) {
const ref = read("CI_COMMIT_REF");
const number = (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.pullRequestNumber)(read("CI_COMMIT_PULL_REQUEST"));
return {
repository: read("CI_REPO"),
sha: read("CI_COMMIT_SHA"),
ref,
refName: (0, _context_text_js__WEBPACK_IMPORTED_MODULE_1__.shortRef)(ref),
actor: read("CI_PIPELINE_AUTHOR") ?? read("CI_COMMIT_AUTHOR"),
event: read("CI_PIPELINE_EVENT"),
workflow: read("CI_WORKFLOW_NAME"),
job: read("CI_STEP_NAME"),
runId: read("CI_PIPELINE_NUMBER"),
runUrl: read("CI_PIPELINE_URL"),
pullRequest: number === void 0 ? void 0 : {
number,
title: read("CI_COMMIT_PULL_REQUEST_TITLE") ?? "",
headRef: read("CI_COMMIT_SOURCE_BRANCH"),
baseRef: read("CI_COMMIT_TARGET_BRANCH")
}
};
}
}),
"./hosts/child-process.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
endGroup: function() {
return endGroup;
},
endOfChild: function() {
return endOfChild;
},
environmentForOthers: function() {
return environmentForOthers;
}
});
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/clock.js");
const ownGroup = {
detached: process.platform !== "win32",
windowsHide: true
};
const inputNames = /^(?:GITLAB_TRIGGER|INPUT|STATE|PLUGIN|BUILDKITE_PLUGIN_GITLAB_TRIGGER)_/i;
const secretNames = /(?:TOKEN|REQUEST_HEADERS|PASSWORD|SECRET)/i;
function environmentForOthers() {
const all = Object.entries(process.env);
const inputs = all.filter(([name]) => inputNames.test(name));
const secrets = new Set(inputs.filter(([name]) => secretNames.test(name)).map(([, value]) => value));
secrets.delete("");
return Object.fromEntries(all.filter(([name, value]) => !inputNames.test(name) && !secrets.has(value)));
}
const outputGraceMs = 300;
const killedGraceMs = 2e3;
async function endOfChild(child) {
return await new Promise(resolve => {
let forget = () => {};
const settle = code => {
forget();
for (const stream of [ child.stdin, child.stdout, child.stderr ]) stream?.destroy();
resolve(code);
};
child.on("error", error => settle("code" in error ? String(error.code) : error.name));
child.on("exit", code => {
forget = _base_clock_js__WEBPACK_IMPORTED_MODULE_0__.systemClock.schedule(code === null ? killedGraceMs : outputGraceMs, () => settle(code));
});
child.on("close", code => settle(code));
});
}
function endGroup(child) {
if (child.pid === void 0) return;
if (process.platform === "win32") {
child.kill("SIGKILL");
return;
}
try {
process.kill(-child.pid, "SIGKILL");
} catch {}
}
__webpack_require__.d(__webpack_exports__, [ "ownGroup", 0, ownGroup ]);
}),
"./hosts/context-text.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
fullRef: function() {
return fullRef;
},
isPlugin: function() {
return isPlugin;
},
pluginInputs: function() {
return pluginInputs;
},
pullRequestNumber: function() {
return pullRequestNumber;
},
repositoryIn: function() {
return repositoryIn;
},
shortRef: function() {
return shortRef;
}
});
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/text.js");
function pullRequestNumber(text) {
const [, digits] = /^(?:.*\/)?([1-9]\d{0,14})$/.exec(text ?? "") ?? [];
return digits === void 0 ? void 0 : Number(digits);
}
function shortRef(ref) {
return ref?.replace(/^refs\/(?:heads|tags|pull)\//, "");
}
function fullRef({tag, branch}) {
if (tag !== void 0) return `refs/tags/${tag}`;
return branch === void 0 ? void 0 : `refs/heads/${branch}`;
}
function repositoryIn(gitUrl) {
const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec((0, _base_text_js__WEBPACK_IMPORTED_MODULE_0__.withoutEnd)(gitUrl ?? "", "/")) ?? [];
return path?.replace(/(?<=.)\.git$/i, "");
}
function pluginInputs({environment}) {
return {
read: name => environment[`PLUGIN_${name.toUpperCase()}`],
rank: hasScript(environment) ? "below_environment" : "above_environment"
};
}
function isPlugin(environment) {
return !hasScript(environment) && Object.keys(environment).some(name => name.startsWith("PLUGIN_"));
}
function hasScript({DRONE_SCRIPT = "", CI_SCRIPT = ""}) {
return DRONE_SCRIPT !== "" || CI_SCRIPT !== "";
}
}),
"./hosts/detect.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
detectHost: function() {
return detectHost;
},
isOnCi: function() {
return isOnCi;
}
});
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
var _tekton_results_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/tekton-results.js");
const machines = [ "aws-codebuild", "google-cloud-build", "argo-workflows", "tekton" ];
const hostRows = [ {
id: "forgejo",
isHere: ({environment}) => environment.FORGEJO_ACTIONS === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/forgejo.js"))).forgejoHost,
masksBeside: [ "gitea", "github-actions", ...machines ]
}, {
id: "gitea",
isHere: ({environment}) => environment.GITEA_ACTIONS === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/gitea.js"))).giteaHost,
masksBeside: [ "github-actions", ...machines ]
}, {
id: "github-actions",
isHere: ({environment}) => environment.GITHUB_ACTIONS === "true",
load: async () => (await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/github-actions.js"))).githubActionsHost,
masksBeside: machines
}, {
id: "gitlab-ci",
isHere: ({environment}) => environment.GITLAB_CI === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/gitlab-ci.js"))).gitlabCiHost
}, {
id: "azure-pipelines",
isHere: ({environment}) => environment.TF_BUILD?.toLowerCase() === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/azure-pipelines.js"))).azurePipelinesHost,
masksBeside: machines
}, {
id: "circleci",
isHere: ({environment}) => environment.CIRCLECI === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/circleci.js"))).circleciHost
}, {
id: "bitbucket-pipelines",
isHere: ({environment}) => has(environment, "BITBUCKET_BUILD_NUMBER"),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/bitbucket-pipelines.js"))).bitbucketPipelinesHost
}, {
id: "buildkite",
isHere: ({environment}) => environment.BUILDKITE === "true",
load: async () => (await Promise.all([ __webpack_require__.e("hosts"), __webpack_require__.e("programs") ]).then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/buildkite.js"))).buildkiteHost
}, {
id: "teamcity",
isHere: ({environment}) => has(environment, "TEAMCITY_VERSION"),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/teamcity.js"))).teamcityHost
}, {
id: "travis",
isHere: ({environment}) => environment.TRAVIS === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/travis.js"))).travisHost
}, {
id: "bitrise",
isHere: ({environment}) => environment.BITRISE_IO === "true" || has(environment, "BITRISE_TRIGGERED_WORKFLOW_ID") && has(environment, "ENVMAN_ENVSTORE_PATH"),
load: async () => (await Promise.all([ __webpack_require__.e("hosts"), __webpack_require__.e("programs") ]).then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/bitrise.js"))).bitriseHost
}, {
id: "harness",
isHere: ({environment}) => has(environment, "HARNESS_BUILD_ID"),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/harness.js"))).harnessHost
}, {
id: "woodpecker",
isHere: ({environment}) => environment.CI === "woodpecker",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/woodpecker.js"))).woodpeckerHost
}, {
id: "drone",
isHere: ({environment}) => environment.DRONE === "true",
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/drone.js"))).droneHost
}, {
id: "aws-codebuild",
isHere: ({environment}) => has(environment, "CODEBUILD_BUILD_ARN"),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/aws-codebuild.js"))).awsCodebuildHost
}, {
id: "jenkins",
isHere: ({environment}) => has(environment, "BUILD_ID") && (has(environment, "JENKINS_URL") || has(environment, "JENKINS_HOME")),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/jenkins.js"))).jenkinsHost
}, {
id: "google-cloud-build",
isHere: ({environment}) => has(environment, "BUILDER_OUTPUT"),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/google-cloud-build.js"))).googleCloudBuildHost
}, {
id: "argo-workflows",
isHere: ({environment}) => has(environment, "ARGO_NODE_ID") || has(environment, "ARGO_TEMPLATE"),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/argo-workflows.js"))).argoWorkflowsHost
}, {
id: "tekton",
isHere: ({environment, isFolder}) => isFolder((0, _tekton_results_js__WEBPACK_IMPORTED_MODULE_1__.tektonResults)(environment)),
load: async () => (await __webpack_require__.e("hosts").then(__webpack_require__.bind(__webpack_require__, "./hosts/adapters/tekton.js"))).tektonHost
} ];
function has(environment, name) {
return (environment[name] ?? "") !== "";
}
async function detectHost(means) {
const row = rowOf(means);
if (row !== void 0) {
refuseTwo(row, means);
return (await row.load())(means);
}
const {plainHost} = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, "./hosts/console-host.js"));
return plainHost({
...means,
print: means.printInTerminal ?? means.print
});
}
const signs = "FORGEJO_ACTIONS, GITEA_ACTIONS, GITHUB_ACTIONS, TF_BUILD";
function isOnCi(means) {
return rowOf(means) !== void 0;
}
function refuseTwo(row, means) {
const {id, masksBeside} = row;
if (masksBeside === void 0) return;
const other = hostRows.find(each => each.id !== id && !masksBeside.includes(each.id) && each.isHere(means));
if (other === void 0) return;
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
code: "invalid_input",
what: `The environment shows two CIs: ${id} and ${other.id}`,
why: `On ${id} a secret is masked by a command that contains it, and another CI would show that command in its log.`,
hint: `Unset the variables of the CI that does not run this step (${signs}).`
});
}
function rowOf(means) {
return hostRows.find(({isHere}) => isHere(means));
}
}),
"./hosts/handover/former-outputs.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
assignedOutputs: function() {
return assignedOutputs;
},
exportedVariables: function() {
return exportedVariables;
},
formerVariables: function() {
return formerVariables;
},
removeFormer: function() {
return removeFormer;
}
});
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
var _output_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/output-files.js");
var _step_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./hosts/step-files.js");
function isOurs(names) {
const known = new Set(names.map(_output_files_js__WEBPACK_IMPORTED_MODULE_1__.environmentName));
return variable => known.has(variable) || /^TRIGGERED_VALUE_\w+$/.test(variable);
}
function formerVariables(environment, names) {
const ours = isOurs(names);
return Object.keys(environment).filter(name => ours(name) && environment[name] !== "");
}
function exportedVariables(script, names) {
const found = Array.from(script.matchAll(/^export (\w+)='/gm), ([, variable = ""]) => variable);
return Array.from(new Set(found)).filter(isOurs(names));
}
function assignedOutputs(text, names) {
const found = new Map;
for (const [, variable = "", value = ""] of text.matchAll(/^(\w+)=(.*)$/gm)) found.set(variable, value);
return Array.from(found).filter(([variable, value]) => value !== "" && isOurs(names)(variable)).map(([variable]) => outputOf(variable));
}
function outputOf(variable) {
const [, key] = /^TRIGGERED_VALUE_(.*)$/.exec(variable) ?? [];
return key === void 0 ? variable.slice("TRIGGERED_".length).toLowerCase() : `value_${key}`;
}
function removeFormer({isThere}, path, remove) {
if (path === "" || !isThere(path)) return;
try {
remove();
} catch (error) {
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
code: "invalid_input",
what: `Nothing was started: ${path} may have the outputs of an earlier run, which cannot be removed, and later steps would read them`,
why: `The system says ${(0, _step_files_js__WEBPACK_IMPORTED_MODULE_2__.fileCodeOf)(error)}`,
hint: "Make room, or let this user write to that file."
});
}
}
}),
"./hosts/host.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
checkHeard: function() {
return checkHeard;
}
});
function checkHeard({unheard}) {
const why = unheard?.();
if (why !== void 0) throw new Error(why);
}
}),
"./hosts/own-file.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
ownFile: function() {
return ownFile;
},
temporaryFile: function() {
return temporaryFile;
}
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:os");
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./base/errors.js");
var _base_is_object_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./base/is-object.js");
var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./base/text.js");
var _system_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./hosts/system.js");
function ownFile(input, given, text) {
const place = node_path__WEBPACK_IMPORTED_MODULE_2__["default"].resolve(given);
try {
_system_js__WEBPACK_IMPORTED_MODULE_6__.processFiles.replace(place, text);
} catch (error) {
const code = (0, _base_is_object_js__WEBPACK_IMPORTED_MODULE_4__.isObject)(error) && "code" in error ? String(error.code) : "no error code";
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__.ResultsError({
code: "file_not_written",
what: `${input} ${(0, _base_text_js__WEBPACK_IMPORTED_MODULE_5__.cleanLine)(given, 80)} cannot be written`,
why: `The system says ${code}.`,
hint: "Give the path of a file in a folder that this user may write to.",
cause: error
});
}
return fileAt(place, text, () => _system_js__WEBPACK_IMPORTED_MODULE_6__.processFiles.remove(place));
}
function temporaryFile(name, text) {
const folder = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join((0, 
node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "simulated-gitlab-"));
const place = node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(folder, name);
_system_js__WEBPACK_IMPORTED_MODULE_6__.processFiles.replace(place, text);
return fileAt(place, text, () => (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, {
recursive: true,
force: true
}));
}
function fileAt(place, text, removeIt) {
return {
path: place,
isThere: () => _system_js__WEBPACK_IMPORTED_MODULE_6__.processFiles.kindOf(place) === "file",
remove: () => {
try {
if (_system_js__WEBPACK_IMPORTED_MODULE_6__.processFiles.read(place) === text) removeIt();
} catch {}
}
};
}
}),
"./hosts/secret-command.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
pipeSecret: function() {
return pipeSecret;
},
printsSecret: function() {
return printsSecret;
}
});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
var _child_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./hosts/child-process.js");
async function pipeSecret(command, secret) {
const ended = await run(command, secret.reveal());
return ended.kind === "failed" ? ended : void 0;
}
async function printsSecret(command, secret) {
const ended = await run(command, "");
if (ended.kind === "failed") return ended;
return ended.printed.replace(/\r?\n$/, "") === secret.reveal() ? "same" : "other";
}
const mostBytes = 64 * 1024;
async function run({line, timeoutMs, clock, signal}, input) {
signal.throwIfAborted();
const child = (0, node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(line, {
shell: true,
env: (0, _child_process_js__WEBPACK_IMPORTED_MODULE_1__.environmentForOthers)(),
stdio: [ "pipe", "pipe", "ignore" ],
..._child_process_js__WEBPACK_IMPORTED_MODULE_1__.ownGroup
});
const printed = collect(child.stdout);
const end = {
isLate: false
};
const onAbort = () => (0, _child_process_js__WEBPACK_IMPORTED_MODULE_1__.endGroup)(child);
signal.addEventListener("abort", onAbort, {
once: true
});
const forget = clock.schedule(timeoutMs, () => {
end.isLate = true;
(0, _child_process_js__WEBPACK_IMPORTED_MODULE_1__.endGroup)(child);
});
try {
const ending = (0, _child_process_js__WEBPACK_IMPORTED_MODULE_1__.endOfChild)(child);
child.on("exit", forget);
child.stdin.on("error", () => {});
child.stdin.end(input);
const code = await ending;
signal.throwIfAborted();
const failed = why => ({
kind: "failed",
why
});
if (end.isLate) return failed(`took longer than ${timeoutMs / 1e3} s`);
if (typeof code === "string") return failed(`could not be run (${code})`);
if (code === null) return failed("was ended by a signal");
return code === 0 ? {
kind: "done",
printed: printed()
} : failed(`ended with exit code ${code}`);
} finally {
forget();
(0, _child_process_js__WEBPACK_IMPORTED_MODULE_1__.endGroup)(child);
signal.removeEventListener("abort", onAbort);
}
}
function collect(stream) {
let pieces = [];
let bytes = 0;
stream.on("data", piece => {
bytes += piece.length;
if (bytes <= mostBytes) pieces.push(piece); else pieces = [];
});
return () => Buffer.concat(pieces).toString("utf8");
}
}),
"./hosts/secret-file.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
checkSecretFile: function() {
return checkSecretFile;
},
writeSecretFile: function() {
return writeSecretFile;
}
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto?8af2");
var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs/promises");
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./base/errors.js");
var _files_held_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./hosts/files/held-folder.js");
var _foreign_links_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/foreign-links.js");
const mode = 384;
async function checkSecretFile(place) {
try {
const link = (0, _foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.linkOnWay)(place, "is_replaced");
if (link !== void 0) throw unwritable(`${link} is a symbolic link, which is not followed`);
if (place.endsWith("/") || place.endsWith(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].sep)) throw unwritable("it is the path of a folder");
const draft = draftOf(place);
await (await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, "wx", mode)).close();
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft);
} catch (error) {
throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_3__.InputError ? error : unwritable(codeOf(error));
}
const found = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(place).catch(() => {});
if (found !== void 0 && !found.isFile()) throw unwritable("it is there and no file");
}
async function writeSecretFile(place, secret) {
try {
if ((0, _foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.linkOnWay)(place, "is_replaced") !== void 0) throw linkError();
await replaceWhole(place, secret.reveal());
} catch (error) {
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__.ResultsError({
code: "token_not_stored",
what: "The new token could not be written to save_to_file",
why: `The system says ${codeOf(error)}`,
hint: "Give the path of a file in a folder that this user may write to."
});
}
}
async function replaceWhole(place, text) {
const folder = (0, _files_held_folder_js__WEBPACK_IMPORTED_MODULE_4__.holdFolder)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(place));
try {
await replaceIn(`${folder.path()}/${node_path__WEBPACK_IMPORTED_MODULE_2__["default"].basename(place)}`, text);
} finally {
folder.close();
}
}
async function replaceIn(place, text) {
const draft = draftOf(place);
const file = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, "wx", mode);
try {
try {
await file.writeFile(text);
await file.sync();
} finally {
await file.close();
}
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, place);
} catch (error) {
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, {
force: true
}).catch(() => {});
throw error;
}
}
function linkError() {
return Object.assign(new Error("a symbolic link"), {
code: "ELOOP"
});
}
function draftOf(place) {
return node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(place), `.${node_path__WEBPACK_IMPORTED_MODULE_2__["default"].basename(place)}.${(0, 
node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}.tmp`);
}
function unwritable(why) {
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__.InputError({
code: "invalid_input",
what: "save_to_file cannot be written, so nothing was changed",
why,
hint: "Give the path of a file in a folder that exists and that this user may write to."
});
}
function codeOf(error) {
return error instanceof Error && "code" in error ? String(error.code) : "no error code";
}
}),
"./hosts/tekton-results.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
tektonResults: function() {
return tektonResults;
}
});
function tektonResults(environment) {
return environment.GITLAB_TRIGGER_TEKTON_RESULTS ?? "/tekton/results";
}
})
};
