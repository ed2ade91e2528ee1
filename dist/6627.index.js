export const id = 6627;
export const ids = [6627];
export const modules = {

/***/ 8603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findPipeline),
/* harmony export */   L: () => (/* binding */ findRun)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3236);
/* harmony import */ var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7081);
/* harmony import */ var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9773);
/* harmony import */ var _gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5704);
/* harmony import */ var _model_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6330);






const retryPauseMs = 2000;
/**
 * Reads a pipeline that was started elsewhere, patiently for `patienceMs`. That it cannot be read yet is told at once, and once.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function findPipeline(deps, wanted) {
    const { project, pipelineId, retryTimeoutMs, signal, reader } = wanted;
    const { gitlab, clock } = deps;
    const endMs = clock.nowMs() + retryTimeoutMs;
    let isTold = false;
    for (;;) {
        const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
        if (reply.kind === 'ok')
            return reply.value;
        if (!(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransient */ .dg)(reply) || clock.nowMs() + retryPauseMs > endMs) {
            throw unreadable(reply, { what: `Cannot read pipeline ${pipelineId}`, reader });
        }
        if (!isTold)
            deps.onTrouble?.({ why: (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply).why, retryTimeoutMs });
        isTold = true;
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, retryPauseMs, signal);
    }
}
/** What a job token lacks is not what an access token would. */
function unreadable(reply, { what, reader }) {
    if (reader === undefined || reply.kind !== 'refused')
        return (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
    const { speaker, status, texts, shape } = reply.refusal;
    const isNo = speaker === 'gitlab' &&
        (status === 401 ||
            status === 403 ||
            (status === 404 && shape !== 'error' && !texts.includes('404 Not found')));
    return isNo
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk({ what, ...(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply), hint: (0,_gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_4__/* .jobTokenReadHint */ .ML)(reply.refusal) })
        : (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
}
/**
 * Reads the pipeline that is to be followed.
 * @throws {AppError} when it cannot be read, or runs another commit than `expectedSha`.
 */
async function findRun(deps, { expectedSha, ...wanted }) {
    const pipeline = await findPipeline(deps, wanted);
    deps.onFound(pipeline);
    const mismatch = (0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongCommit */ .r)(pipeline, expectedSha);
    if (mismatch !== undefined)
        throw mismatch;
    return pipeline;
}


/***/ }),

/***/ 2556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jG: () => (/* binding */ parseCancelRequest),
/* harmony export */   kM: () => (/* binding */ parseWaitRequest),
/* harmony export */   xW: () => (/* binding */ cancelTable),
/* harmony export */   y2: () => (/* binding */ waitTable)
/* harmony export */ });
/* unused harmony exports waitInputs, cancelInputs */
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3239);
/* harmony import */ var _feedback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4620);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3590);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3015);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9081);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5939);
/* harmony import */ var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7470);







/** Every input of the action that follows a pipeline, in the order of its documentation. */
const waitTable = {
    gitlab_url: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .pipelineAddressInputs */ .iA,
    access_token: {
        ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        description: 'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. In a job of GitLab the CI_JOB_TOKEN can do, which only reads. A public project can do without it.',
        parse: _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReadingToken */ .LR,
    },
    expected_sha: {
        ..._follow_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedShaInput */ .VL,
        description: 'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If it runs another one, the step fails at once and leaves the pipeline alone.',
    },
    ..._follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followInputs */ .v3,
    ..._results_js__WEBPACK_IMPORTED_MODULE_3__/* .reportInputs */ .eP,
    ..._results_js__WEBPACK_IMPORTED_MODULE_3__/* .resultsInputs */ .mA,
    ..._feedback_js__WEBPACK_IMPORTED_MODULE_1__/* .feedbackInputs */ .n,
    ca_certificate: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const waitInputs = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputDescriptions */ .s$)(waitTable);
/** Every input of the action that cancels a pipeline, in the order of its documentation. */
const cancelTable = {
    gitlab_url: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .pipelineAddressInputs */ .iA,
    access_token: {
        ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        required: 'always',
        description: 'Personal, project or group access token with the scope api, from a secret; its user needs the role Developer. A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
    },
    ca_certificate: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const cancelInputs = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputDescriptions */ .s$)(cancelTable);
/**
 * Reads, checks and freezes everything that follows one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseWaitRequest(source, files) {
    const reading = await (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(waitTable, { source, files });
    const { accessToken, jobToken } = tokensOf(reading.access_token);
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedOf */ .rF)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)({
        connection: (0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken,
        jobToken,
        expectedSha: reading.expected_sha,
        follow: (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followOf */ .P$)({ ...reading, access_token: accessToken }),
        report: (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOf */ .EI)(reading),
        results: (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .resultsOf */ .qS)(reading),
        feedback: (0,_feedback_js__WEBPACK_IMPORTED_MODULE_1__/* .feedbackOf */ .XK)(reading),
    }));
}
/** One token, by what it is. */
function tokensOf(given) {
    const only = (kind) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .andThen */ .hg)(given, (token) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__.ok)(token?.kind === kind ? token.secret : undefined));
    return { accessToken: only('access_token'), jobToken: only('job_token') };
}
/**
 * Reads, checks and freezes everything that cancels one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseCancelRequest(source, files) {
    const reading = await (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(cancelTable, { source, files });
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedOf */ .rF)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)({
        connection: (0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken: reading.access_token,
    }));
}


/***/ }),

/***/ 5893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openCall)
/* harmony export */ });
/* unused harmony export redactedError */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1828);
/* harmony import */ var _gitlab_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8516);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4310);




/** Errors that are the cause of one another, so many at most. */
const mostCauses = 10;
/** Longer texts are cut off; none of ours is. */
const mostCharacters = 10_000;
/**
 * The same error, as whoever called may show or log it: its message, parts, stack, and those of its causes, without secrets. What a program gave as the
 * reason of its own abort stays as it is.
 */
function redactedError(error, redact, depth = 0) {
    if (typeof error === 'string')
        return redact(error);
    if (!isError(error) || depth > mostCauses)
        return depth > mostCauses ? undefined : error;
    const lines = (text) => redact(text)
        .split('\n')
        .map((line) => indentOf(line) + (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactedLine */ .Py)(line, redact, mostCharacters))
        .join('\n');
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .uV) {
        const { parts } = error;
        overwrite(error, 'parts', {
            ...parts,
            what: lines(parts.what),
            ...(parts.why === undefined ? {} : { why: lines(parts.why) }),
            ...(parts.hint === undefined ? {} : { hint: lines(parts.hint) }),
            ...(parts.cause === undefined || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM
                ? {}
                : { cause: redactedError(parts.cause, redact, depth + 1) }),
        });
    }
    const { message, stack } = error;
    overwrite(error, 'message', lines(message));
    // It repeats the message as it was, over several lines.
    if (stack !== undefined)
        overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
    if ('cause' in error && error.cause !== undefined && !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
        overwrite(error, 'cause', redactedError(error.cause, redact, depth + 1));
    }
    for (const [name, value] of Object.entries(error)) {
        if (typeof value === 'string' && redact(value) !== value)
            overwrite(error, name, redact(value));
    }
    return error;
}
/** Errors of other realms are no instances of ours. */
function isError(value) {
    return (typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string');
}
function indentOf(line) {
    return /^ */.exec(line)?.[0] ?? '';
}
/** As far as the object lets us. */
function overwrite(error, name, value) {
    const enumerable = Object.getOwnPropertyDescriptor(error, name)?.enumerable ?? false;
    Reflect.defineProperty(error, name, { value, enumerable, writable: true, configurable: true });
}
/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when the environment does not allow it: `checkWay`.
 */
function openCall(deps, task) {
    const masker = deps.createMasker();
    for (const secret of (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .secretTexts */ .Vh)(task.source, task.table))
        masker.mask(secret);
    for (const secret of (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .proxySecrets */ .Wm)(deps.environment))
        masker.mask(secret);
    const { connection, accessToken, jobToken } = task;
    const way = { ...deps, redact: masker.redact };
    const { gitlab, close } = (0,_gitlab_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitLab */ .j)(way, connection, accessToken, jobToken);
    const stop = stopOf(task.signal);
    return {
        gitlab,
        signal: stop.signal,
        shown: (error) => redactedError(error, masker.redact),
        redact: masker.redact,
        close: () => {
            stop.dispose();
            close();
        },
    };
}
/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given) {
    const stop = new AbortController();
    const onAbort = () => stop.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('AbortSignal', { cause: given?.reason }));
    if (given?.aborted === true)
        onAbort();
    else
        given?.addEventListener('abort', onAbort, { once: true });
    return { signal: stop.signal, dispose: () => given?.removeEventListener('abort', onAbort) };
}


/***/ }),

/***/ 6627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followPipeline: () => (/* binding */ followPipeline)
});

// EXTERNAL MODULE: ./out/bundle/follow/find-pipeline.js
var find_pipeline = __webpack_require__(8603);
// EXTERNAL MODULE: ./out/bundle/follow/follow-pipeline.js + 14 modules
var follow_pipeline = __webpack_require__(1);
// EXTERNAL MODULE: ./out/bundle/inputs/commands/wait-and-cancel.js
var wait_and_cancel = __webpack_require__(2556);
// EXTERNAL MODULE: ./out/bundle/library/call.js
var call = __webpack_require__(5893);
// EXTERNAL MODULE: ./out/bundle/library/options.js
var library_options = __webpack_require__(1527);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
;// CONCATENATED MODULE: ./out/bundle/library/shown-events.js

/** The same events, with nothing secret in what they say in words: words of a server may repeat our secrets. Names and addresses are GitLab's values. */
async function* shownEvents(events, redact) {
    try {
        for (;;) {
            const next = await events.next();
            if (next.done === true)
                return next.value;
            yield shownEvent(next.value, redact);
        }
    }
    finally {
        // Whoever leaves the loop stops the following, too; it has ended already otherwise.
        await events.return(undefined);
    }
}
function shownEvent(event, redact) {
    switch (event.kind) {
        case 'partial_data':
            return { ...event, unreadablePart: redact(event.unreadablePart) };
        case 'poll_failed':
            return { ...event, why: redact(event.why) };
        case 'job_played':
            return event.refusal === undefined ? event : { ...event, refusal: redact(event.refusal) };
        case 'snapshot':
        case 'pipeline_changed':
        case 'job_changed':
        case 'heartbeat':
        case 'poll_recovered':
            return event;
        default:
            return (0,assert_never/* assertNever */.x)(event);
    }
}

;// CONCATENATED MODULE: ./out/bundle/library/follow-pipeline.js






/**
 * Follows one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
async function* followPipeline(deps, options) {
    const source = (0,library_options/* optionSource */.N)(options);
    const { request } = await (0,wait_and_cancel/* parseWaitRequest */.kM)(source, deps.files);
    const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
    // Whoever calls is handed the outcome, so that a success has to be told from one with warnings.
    const followRequest = { ...request.follow, accept: new Set(['success']) };
    const { gitlab, signal, shown, redact, close } = (0,call/* openCall */.L)(deps, {
        source,
        table: wait_and_cancel/* waitTable */.y2,
        connection,
        accessToken,
        jobToken,
        signal: options.signal,
    });
    try {
        const { outageTimeoutMs: retryTimeoutMs } = followRequest;
        const onFound = () => undefined;
        const pipeline = await (0,find_pipeline/* findRun */.L)({ ...deps, gitlab, onFound }, { project, pipelineId, expectedSha, retryTimeoutMs, signal, reader: jobToken && 'job_token' });
        const events = (0,follow_pipeline/* followPipeline */.c)({ ...deps, gitlab }, { pipeline, request: followRequest, signal });
        const verdict = yield* shownEvents(events, redact);
        yield { kind: 'ended', elapsedMs: verdict.elapsedMs, verdict };
    }
    catch (error) {
        throw shown(error);
    }
    finally {
        close();
    }
}


/***/ }),

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ optionSource)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);

/**
 * The options of a call, read as inputs: `projectId` is the input `project_id`. So they are checked by the same rules, with the same messages.
 * @throws {InputError} for a header of more than one line.
 */
function optionSource({ requestHeaders, ...options }) {
    const texts = new Map();
    for (const [name, value] of Object.entries(options)) {
        if (name !== 'signal' && value !== undefined && value !== null)
            texts.set(inputName(name), textOf(value));
    }
    if (requestHeaders !== undefined)
        texts.set('request_headers', headerLines(requestHeaders));
    return { read: (name) => texts.get(name) };
}
function inputName(option) {
    return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function textOf(value) {
    if (typeof value === 'string')
        return value;
    if (Array.isArray(value))
        return value.map(String).join('\n');
    return JSON.stringify(value);
}
function headerLines(headers) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    if (!lines.some((line) => /[\r\n]/.test(line)))
        return lines.join('\n');
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'request_headers has a header of more than one line (not shown)',
        hint: 'Take the line ends out.',
    });
}


/***/ })

};
