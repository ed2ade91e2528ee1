export const id = 6627;
export const ids = [6627];
export const modules = {

/***/ 8603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findPipeline)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4497);
/* harmony import */ var _gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6555);
/* harmony import */ var _gitlab_is_transient_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8058);
/* harmony import */ var _gitlab_lacking_permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6712);





const retryPauseMs = 2000;
/**
 * Reads a pipeline that was started elsewhere, patiently for `patienceMs`. That it cannot be read yet is told at once, and once.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function findPipeline(deps, wanted) {
    const { project, pipelineId, patienceMs, signal, reader } = wanted;
    const { gitlab, clock } = deps;
    const endMs = clock.nowMs() + patienceMs;
    let isTold = false;
    for (;;) {
        const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
        if (reply.kind === 'ok')
            return reply.value;
        if (!(0,_gitlab_is_transient_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransient */ .d)(reply) || clock.nowMs() + retryPauseMs > endMs) {
            throw unreadable(reply, { what: `Cannot read pipeline ${pipelineId}`, reader });
        }
        if (!isTold)
            deps.onTrouble?.({ why: (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply).why, patienceMs });
        isTold = true;
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .yy)(clock, retryPauseMs, signal);
    }
}
/** What a job token lacks is not what an access token would. */
function unreadable(reply, { what, reader }) {
    if (reader === undefined || reply.kind !== 'refused')
        return (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
    const { speaker, status, texts, shape } = reply.refusal;
    const isNo = speaker === 'gitlab' &&
        (status === 401 ||
            status === 403 ||
            (status === 404 && shape !== 'error' && !texts.includes('404 Not found')));
    return isNo
        ? new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({ what, ...(0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply), cure: (0,_gitlab_lacking_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .jobTokenReadCure */ .eu)(reply.refusal) })
        : (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
}


/***/ }),

/***/ 7980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseWaitRequest)
/* harmony export */ });
/* harmony import */ var _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5867);
/* harmony import */ var _feedback_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1000);
/* harmony import */ var _follow_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2286);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5366);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6955);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2767);
/* harmony import */ var _report_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5423);
/* harmony import */ var _results_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(688);
/* harmony import */ var _wait_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4554);









/**
 * Reads, checks and freezes everything that follows one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseWaitRequest(source, files) {
    const reading = await (0,_input_table_js__WEBPACK_IMPORTED_MODULE_7__/* .readInputs */ .Ko)(_wait_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .waitTable */ .y, { source, files });
    const { accessToken, jobToken } = tokensOf(reading.access_token);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .parsedOf */ .r)((0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .all */ .Q7)({
        connection: (0,_connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken,
        jobToken,
        expectedSha: reading.expected_sha,
        follow: (0,_follow_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .followOf */ .P$)({ ...reading, access_token: accessToken }),
        report: (0,_report_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .reportOf */ .E)(reading),
        results: (0,_results_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .resultsOf */ .q)(reading),
        feedback: (0,_feedback_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .feedbackOf */ .XK)(reading),
    }));
}
/** One token, by what it is. */
function tokensOf(given) {
    const only = (kind) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .andThen */ .hg)(given, (token) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__.ok)(token?.kind === kind ? token.secret : undefined));
    return { accessToken: only('access_token'), jobToken: only('job_token') };
}


/***/ }),

/***/ 8490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ pipelineAddressInputs)
});

// EXTERNAL MODULE: ./out/bundle/inputs/connection-inputs.js + 2 modules
var connection_inputs = __webpack_require__(5867);
// EXTERNAL MODULE: ./out/bundle/inputs/outcome.js
var outcome = __webpack_require__(6955);
// EXTERNAL MODULE: ./out/bundle/inputs/shown-text.js
var shown_text = __webpack_require__(1788);
;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-id.js


const cure = 'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';
/** Reads the id of a pipeline. The address of a pipeline and the number within the project (`#118`) are refused with a hint. */
function parsePipelineId(given) {
    const text = given.trim();
    const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
    if (id !== undefined && Number.isSafeInteger(id))
        return (0,outcome.ok)(id);
    const idInAddress = /\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1];
    if (idInAddress !== undefined) {
        return (0,outcome/* wrong */.Qm)({
            what: 'is an address, not an id',
            cure: `Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`,
        });
    }
    if (/^#\d+$/.test(text)) {
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, a number that counts within the project only`, cure });
    }
    return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, which no pipeline can have as its id`, cure });
}

;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-address-inputs.js


/** The inputs that name a pipeline which was started elsewhere. */
const pipelineAddressInputs = {
    project_id: connection_inputs/* projectInput */.Yg,
    pipeline_id: {
        required: 'always',
        default: undefined,
        description: 'Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.',
        secret: 'none',
        parse: parsePipelineId,
    },
};


/***/ }),

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ waitTable)
/* harmony export */ });
/* unused harmony export waitInputs */
/* harmony import */ var _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5867);
/* harmony import */ var _follow_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2286);
/* harmony import */ var _feedback_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1000);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5366);
/* harmony import */ var _pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8490);
/* harmony import */ var _report_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5423);
/* harmony import */ var _results_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(688);
/* harmony import */ var _token_input_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3411);








/** Every input of the action that follows a pipeline, in the order of its documentation. */
const waitTable = {
    gitlab_url: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .pipelineAddressInputs */ .i,
    access_token: {
        ..._connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        description: 'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. In a job of GitLab the CI_JOB_TOKEN can do, which only reads. A public project can do without it.',
        parse: _token_input_js__WEBPACK_IMPORTED_MODULE_6__/* .parseReadingToken */ .LR,
    },
    expected_sha: {
        ..._follow_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedShaInput */ .VL,
        description: 'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If it runs another one, the step fails at once and leaves the pipeline alone.',
    },
    ..._follow_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .followInputs */ .v3,
    ..._report_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .reportInputs */ .e,
    ..._results_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .resultsInputs */ .m,
    ..._feedback_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .feedbackInputs */ .n,
    ca_certificate: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const waitInputs = (0,_input_table_js__WEBPACK_IMPORTED_MODULE_7__/* .inputDescriptions */ .s$)(waitTable);


/***/ }),

/***/ 322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findRun)
/* harmony export */ });
/* harmony import */ var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8603);
/* harmony import */ var _trigger_wrong_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8673);


/**
 * Reads the pipeline that is to be followed.
 * @throws {AppError} when it cannot be read, or runs another commit than `expectedSha`.
 */
async function findRun(deps, { expectedSha, ...wanted }) {
    const pipeline = await (0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_0__/* .findPipeline */ .G)(deps, wanted);
    deps.onFound(pipeline);
    const mismatch = (0,_trigger_wrong_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongCommit */ .r)(pipeline, expectedSha);
    if (mismatch !== undefined)
        throw mismatch;
    return pipeline;
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

// EXTERNAL MODULE: ./out/bundle/follow/follow-pipeline.js + 21 modules
var follow_pipeline = __webpack_require__(7569);
// EXTERNAL MODULE: ./out/bundle/inputs/parse-wait-request.js
var parse_wait_request = __webpack_require__(7980);
// EXTERNAL MODULE: ./out/bundle/inputs/wait-inputs.js
var wait_inputs = __webpack_require__(4554);
// EXTERNAL MODULE: ./out/bundle/library/find-run.js
var find_run = __webpack_require__(322);
// EXTERNAL MODULE: ./out/bundle/library/library-call.js + 1 modules
var library_call = __webpack_require__(4654);
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
        case 'gap_found':
            return { ...event, gap: redact(event.gap) };
        case 'trouble_began':
            return { ...event, why: redact(event.why) };
        case 'job_played':
            return event.refusal === undefined ? event : { ...event, refusal: redact(event.refusal) };
        case 'looked':
        case 'pipeline_changed':
        case 'job_changed':
        case 'nothing_new':
        case 'trouble_ended':
            return event;
        default:
            return (0,assert_never/* assertNever */.x)(event);
    }
}

// EXTERNAL MODULE: ./out/bundle/library/option-source.js
var option_source = __webpack_require__(3996);
;// CONCATENATED MODULE: ./out/bundle/library/follow-pipeline.js







/**
 * Follows one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
async function* followPipeline(deps, options) {
    const source = (0,option_source/* optionSource */.N)(options);
    const { request } = await (0,parse_wait_request/* parseWaitRequest */.k)(source, deps.files);
    const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
    // Whoever calls is handed the outcome, so that a success has to be told from one with warnings.
    const followRequest = { ...request.follow, accept: new Set(['success']) };
    const { gitlab, signal, shown, redact, close } = (0,library_call/* openCall */.L)(deps, {
        source,
        table: wait_inputs/* waitTable */.y,
        connection,
        accessToken,
        jobToken,
        signal: options.signal,
    });
    try {
        const { outageTimeoutMs: patienceMs } = followRequest;
        const onFound = () => undefined;
        const pipeline = await (0,find_run/* findRun */.L)({ ...deps, gitlab, onFound }, { project, pipelineId, expectedSha, patienceMs, signal, reader: jobToken && 'job_token' });
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

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openCall)
});

// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/inputs/proxy-secrets.js
var proxy_secrets = __webpack_require__(9603);
// EXTERNAL MODULE: ./out/bundle/inputs/secret-texts.js + 1 modules
var secret_texts = __webpack_require__(2860);
// EXTERNAL MODULE: ./out/bundle/library/open-gitlab.js + 19 modules
var open_gitlab = __webpack_require__(423);
// EXTERNAL MODULE: ./out/bundle/base/foreign-text.js
var foreign_text = __webpack_require__(1335);
;// CONCATENATED MODULE: ./out/bundle/library/redacted-error.js


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
        .map((line) => indentOf(line) + (0,foreign_text/* redactedLine */.Py)(line, redact, mostCharacters))
        .join('\n');
    if (error instanceof app_error/* AppError */.uV) {
        const { parts } = error;
        overwrite(error, 'parts', {
            ...parts,
            what: lines(parts.what),
            ...(parts.why === undefined ? {} : { why: lines(parts.why) }),
            ...(parts.cure === undefined ? {} : { cure: lines(parts.cure) }),
            ...(parts.cause === undefined || error instanceof app_error/* AbortedError */.oM
                ? {}
                : { cause: redactedError(parts.cause, redact, depth + 1) }),
        });
    }
    const { message, stack } = error;
    overwrite(error, 'message', lines(message));
    // It repeats the message as it was, over several lines.
    if (stack !== undefined)
        overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
    if ('cause' in error && error.cause !== undefined && !(error instanceof app_error/* AbortedError */.oM)) {
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

;// CONCATENATED MODULE: ./out/bundle/library/library-call.js





/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when the environment does not allow it: `checkWay`.
 */
function openCall(deps, task) {
    const masker = deps.createMasker();
    for (const secret of (0,secret_texts/* secretTexts */.Vh)(task.source, task.table))
        masker.mask(secret);
    for (const secret of (0,proxy_secrets/* proxySecrets */.W)(deps.environment))
        masker.mask(secret);
    const { connection, accessToken, jobToken } = task;
    const way = { ...deps, redact: masker.redact };
    const { gitlab, close } = (0,open_gitlab/* openGitLab */.j)(way, connection, accessToken, jobToken);
    const stop = stopOf(task.signal);
    return {
        gitlab,
        signal: stop.signal,
        shown: (error) => redactedError(error, masker.redact),
        redact: masker.redact,
        close: () => {
            stop.forget();
            close();
        },
    };
}
/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given) {
    const stop = new AbortController();
    const onAbort = () => stop.abort(new app_error/* AbortedError */.oM('AbortSignal', { cause: given?.reason }));
    if (given?.aborted === true)
        onAbort();
    else
        given?.addEventListener('abort', onAbort, { once: true });
    return { signal: stop.signal, forget: () => given?.removeEventListener('abort', onAbort) };
}


/***/ }),

/***/ 3996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ optionSource)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);

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
    throw new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'request_headers has a header of more than one line (not shown)',
        cure: 'Take the line ends out.',
    });
}


/***/ })

};
