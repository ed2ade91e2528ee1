export const __webpack_esm_ids__ = [ "library" ];

export const __webpack_esm_modules__ = {
"./library/call.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
openCall: function() {
return openCall;
}
});
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./base/text.js");
var _gitlab_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./gitlab/connect.js");
var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./inputs/secrets.js");
const mostCauses = 10;
const mostCharacters = 1e4;
function redactedError(error, redact, depth = 0) {
if (typeof error === "string") return redact(error);
if (!isError(error) || depth > mostCauses) return depth > mostCauses ? void 0 : error;
const lines = text => redact(text).split("\n").map(line => indentOf(line) + (0, 
_base_text_js__WEBPACK_IMPORTED_MODULE_1__.redactedLine)(line, redact, mostCharacters)).join("\n");
if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AppError) {
const {parts} = error;
overwrite(error, "parts", {
...parts,
what: lines(parts.what),
...parts.why === void 0 ? {} : {
why: lines(parts.why)
},
...parts.hint === void 0 ? {} : {
hint: lines(parts.hint)
},
...parts.cause === void 0 || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError ? {} : {
cause: redactedError(parts.cause, redact, depth + 1)
}
});
}
const {message, stack} = error;
overwrite(error, "message", lines(message));
if (stack !== void 0) overwrite(error, "stack", lines(stack.replace(message, () => lines(message))));
if ("cause" in error && error.cause !== void 0 && !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError)) overwrite(error, "cause", redactedError(error.cause, redact, depth + 1));
for (const [name, value] of Object.entries(error)) if (typeof value === "string" && redact(value) !== value) overwrite(error, name, redact(value));
return error;
}
function isError(value) {
return typeof value === "object" && value !== null && "message" in value && typeof value.message === "string";
}
function indentOf(line) {
return /^ */.exec(line)?.[0] ?? "";
}
function overwrite(error, name, value) {
const enumerable = Object.getOwnPropertyDescriptor(error, name)?.enumerable ?? false;
Reflect.defineProperty(error, name, {
value,
enumerable,
writable: true,
configurable: true
});
}
function openCall(deps, task) {
const masker = deps.createMasker();
for (const secret of (0, _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__.secretTexts)(task.source, task.table)) masker.mask(secret);
for (const secret of (0, _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__.proxySecrets)(deps.environment)) masker.mask(secret);
const {connection, accessToken, jobToken} = task;
const way = {
...deps,
redact: masker.redact
};
const {gitlab, close} = (0, _gitlab_connect_js__WEBPACK_IMPORTED_MODULE_2__.openGitLab)(way, connection, accessToken, jobToken);
const stop = stopOf(task.signal);
return {
gitlab,
signal: stop.signal,
shown: error => redactedError(error, masker.redact),
redact: masker.redact,
close: () => {
stop.dispose();
close();
}
};
}
function stopOf(given) {
const stop = new AbortController;
const onAbort = () => stop.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError("AbortSignal", {
cause: given?.reason
}));
if (given?.aborted === true) onAbort(); else given?.addEventListener("abort", onAbort, {
once: true
});
return {
signal: stop.signal,
dispose: () => given?.removeEventListener("abort", onAbort)
};
}
}),
"./library/cancel-pipeline.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
cancelPipeline: function() {
return cancelPipeline;
}
});
var _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./follow/cancel-pipeline.js");
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./inputs/commands/wait-and-cancel.js");
var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./library/call.js");
var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./library/options.js");
const withinMs = 6e4;
async function cancelPipeline(deps, options) {
const source = (0, _options_js__WEBPACK_IMPORTED_MODULE_3__.optionSource)(options);
const {request} = await (0, _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_1__.parseCancelRequest)(source, deps.files);
const {connection, accessToken, ...address} = request;
const {gitlab, signal, shown, redact, close} = (0, _call_js__WEBPACK_IMPORTED_MODULE_2__.openCall)(deps, {
source,
table: _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_1__.cancelTable,
connection,
accessToken,
signal: options.signal
});
try {
const onFound = () => {};
const cancellations = await (0, _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.cancelRun)({
...deps,
gitlab,
onFound
}, {
...address,
withinMs,
signal,
forceSignal: signal
});
signal.throwIfAborted();
return cancellations.map(each => each.why === void 0 ? each : {
...each,
why: redact(each.why)
});
} catch (error) {
throw shown(error);
} finally {
close();
}
}
}),
"./library/follow-pipeline.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
followPipeline: function() {
return followPipeline;
}
});
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/assert-never.js");
var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./base/errors.js");
var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./follow/find-pipeline.js");
var _follow_follow_pipeline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./follow/follow-pipeline.js");
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./inputs/commands/wait-and-cancel.js");
var _call_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./library/call.js");
var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./library/options.js");
async function* followPipeline(deps, options) {
const source = (0, _options_js__WEBPACK_IMPORTED_MODULE_6__.optionSource)(options);
const {request} = await (0, _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_4__.parseWaitRequest)(source, deps.files);
const {connection, accessToken, jobToken, project, pipelineId, expectedSha} = request;
if (pipelineId === void 0) throw noSha();
const followRequest = {
...request.follow,
accept: new Set([ "success" ])
};
const {gitlab, signal, shown, redact, close} = (0, _call_js__WEBPACK_IMPORTED_MODULE_5__.openCall)(deps, {
source,
table: _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_4__.waitTable,
connection,
accessToken,
jobToken,
signal: options.signal
});
try {
const {outageTimeoutMs: retryTimeoutMs} = followRequest;
const onFound = () => {};
const pipeline = await (0, _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_2__.findRun)({
...deps,
gitlab,
onFound
}, {
project,
pipelineId,
expectedSha,
retryTimeoutMs,
signal,
reader: jobToken && "job_token"
});
const events = (0, _follow_follow_pipeline_js__WEBPACK_IMPORTED_MODULE_3__.followPipeline)({
...deps,
gitlab
}, {
pipeline,
request: followRequest,
signal
});
const verdict = yield* shownEvents(events, redact);
yield {
kind: "ended",
elapsedMs: verdict.elapsedMs,
verdict
};
} catch (error) {
throw shown(error);
} finally {
close();
}
}
async function* shownEvents(events, redact) {
try {
for (;;) {
const next = await events.next();
if (next.done === true) return next.value;
yield shownEvent(next.value, redact);
}
} finally {
await events.return(void 0);
}
}
function shownEvent(event, redact) {
switch (event.kind) {
case "partial_data":
return {
...event,
unreadablePart: redact(event.unreadablePart)
};

case "poll_failed":
return {
...event,
why: redact(event.why)
};

case "job_played":
return event.refusal === void 0 ? event : {
...event,
refusal: redact(event.refusal)
};

case "job_retried":
return event.why === void 0 ? event : {
...event,
why: redact(event.why)
};

case "snapshot":
case "pipeline_changed":
case "job_changed":
case "heartbeat":
case "poll_recovered":
return event;

default:
return (0, _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(event);
}
}
function noSha() {
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__.InputError({
code: "invalid_input",
what: "sha is no option of followPipeline",
hint: "Give pipelineId; the action and the command wait find the pipeline of a commit."
});
}
}),
"./library/options.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
optionSource: function() {
return optionSource;
}
});
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
function optionSource({requestHeaders, ...options}) {
const texts = new Map;
for (const [name, value] of Object.entries(options)) if (name !== "signal" && name !== "attempt" && value !== void 0 && value !== null) texts.set(inputName(name), textOf(value));
if (requestHeaders !== void 0) texts.set("request_headers", headerLines(requestHeaders));
return {
read: name => texts.get(name)
};
}
function inputName(option) {
return option.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
function textOf(value) {
if (typeof value === "string") return value;
if (Array.isArray(value)) return value.map(String).join("\n");
return JSON.stringify(value);
}
function headerLines(headers) {
const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
if (!lines.some(line => /[\r\n]/.test(line))) return lines.join("\n");
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
code: "invalid_input",
what: "request_headers has a header of more than one line (not shown)",
hint: "Take the line ends out."
});
}
}),
"./library/trigger-pipeline.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
triggerPipeline: function() {
return triggerPipeline;
}
});
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
var _follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./follow/cancel-tree.js");
var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./inputs/commands/trigger.js");
var _model_requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./model/requests.js");
var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./trigger/start-context.js");
var _trigger_start_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./trigger/start.js");
var _call_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./library/call.js");
var _options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("./library/options.js");
async function triggerPipeline(deps, options) {
const source = (0, _options_js__WEBPACK_IMPORTED_MODULE_7__.optionSource)(options);
const {request} = await (0, _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.parseTriggerRequest)(source, deps.files);
if (request.dryRun) throw noDryRun();
if (request.expectedSha !== void 0) throw noExpectedSha();
const caller = callerOf(options, request);
const {connection, credentials} = request;
const {accessToken} = credentials;
const {gitlab, signal, shown, close} = (0, _call_js__WEBPACK_IMPORTED_MODULE_6__.openCall)(deps, {
source,
table: _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.triggerTable,
connection,
accessToken,
jobToken: (0, _model_requests_js__WEBPACK_IMPORTED_MODULE_3__.jobTokenOf)(credentials),
signal: options.signal
});
try {
const task = {
request,
caller,
signal
};
const start = async () => {
const {pipeline, context} = await (0, _trigger_start_js__WEBPACK_IMPORTED_MODULE_5__.startRun)({
...deps,
gitlab,
onEvent: ignore
}, task);
const creationFailure = (0, _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__.failedAtCreation)(pipeline, context);
if (creationFailure !== void 0) throw creationFailure;
return pipeline;
};
return request.rerun === void 0 ? await start() : await takeUpOrStart(deps, gitlab, {
task,
start
});
} catch (error) {
throw shown(error);
} finally {
close();
}
}
async function takeUpOrStart(deps, gitlab, {task, start}) {
const {collision, takeUpEarlier} = await __webpack_require__.e("rerun").then(__webpack_require__.bind(__webpack_require__, "./trigger/rerun.js"));
const earlier = await takeUpEarlier({
...deps,
gitlab,
onEvent: ignore,
onTaken: ignore
}, task);
if (earlier.kind === "taken_up") return earlier.started.pipeline;
const pipeline = await start();
const error = collision(pipeline, await earlier.othersThan(pipeline));
if (error === void 0) return pipeline;
const {signal} = task;
await (0, _follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_1__.cancelTree)({
...deps,
gitlab
}, {
pipeline,
snapshot: void 0,
withinMs: cancelWithinMs,
signal
});
throw error;
}
const cancelWithinMs = 6e4;
function ignore() {}
function callerOf({attempt}, {rerun}) {
if (rerun === void 0) return {
ci: "library"
};
if (attempt !== void 0 && attempt.run !== "" && Number.isSafeInteger(attempt.number) && attempt.number > 0) {
const {run, number} = attempt;
return {
ci: "library",
attempt: {
run,
step: [],
id: String(number),
isFirst: number === 1
}
};
}
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
code: "invalid_input",
what: `on_rerun is ${rerun.mode}, and attempt does not name one, so nothing was started`,
hint: "Give attempt: { run, number }: a text that is the same in all attempts, and a number from 1."
});
}
function noDryRun() {
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
code: "invalid_input",
what: "dry_run is no option of triggerPipeline, so nothing was started",
hint: "Leave it out to start a pipeline; the command gitlab-trigger check starts none."
});
}
function noExpectedSha() {
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
code: "invalid_input",
what: "expected_sha is no option of triggerPipeline, so nothing was started",
hint: "Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline."
});
}
})
};
