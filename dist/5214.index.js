export const id = 5214;
export const ids = [5214,2833];
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

/***/ 5214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runWait: () => (/* binding */ runWait)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8603);
/* harmony import */ var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2556);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7316);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6206);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5084);
/* harmony import */ var _feedback_open_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3907);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2275);
/* harmony import */ var _saved_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1596);









/**
 * One run of the sub-action `wait`: follows a pipeline that was started elsewhere.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runWait(deps, entry) {
    const { host, files, clock } = deps;
    (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .maskSecrets */ .QU)(deps, _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_2__/* .waitTable */ .y2);
    (0,_places_js__WEBPACK_IMPORTED_MODULE_7__/* .removeFormerTests */ .tu)(host.inputs.read('junit_file'));
    const { request, warnings } = await (0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWaitRequest */ .kM)(host.inputs, files);
    for (const warning of warnings)
        host.log.warning(warning);
    const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
    const { follow, report, results } = request;
    (0,_places_js__WEBPACK_IMPORTED_MODULE_7__/* .checkPlaces */ .p1)(host, results);
    const { gitlab, close } = (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .openGitLab */ .Cz)(deps, connection, accessToken, jobToken);
    const feedback = await (0,_feedback_open_js__WEBPACK_IMPORTED_MODULE_6__/* .openFeedback */ .A)(deps, entry, request);
    try {
        const onFound = (found) => {
            deps.watch?.({ kind: 'pipeline_known', pipeline: found });
            (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutputs */ .n0)(deps, (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .foundOutputs */ .Ts)(found));
            host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .pipelineLine */ .Lb)(found));
            feedback.begin(found);
        };
        const onTrouble = (failure) => host.log.warning((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .findTroubleLine */ .zC)(pipelineId, failure));
        const { outageTimeoutMs: retryTimeoutMs } = follow;
        const { signal } = entry;
        const pipeline = await (0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .findRun */ .L)({ gitlab, clock, onFound, onTrouble }, { project, pipelineId, expectedSha, retryTimeoutMs, signal, reader: jobToken && 'job_token' });
        if (follow.cancelOn.has('abort'))
            (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_8__/* .saveUnsettled */ .wt)(deps, pipeline);
        const mayCancel = accessToken !== undefined;
        const { followToVerdict } = await Promise.all(/* import() */[__webpack_require__.e(1), __webpack_require__.e(5371)]).then(__webpack_require__.bind(__webpack_require__, 5371));
        await followToVerdict({ ...entry, deps, gitlab, pipeline, follow, report, results, mayCancel, feedback });
        return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.accepted;
    }
    catch (error) {
        feedback.fail(error);
        throw error;
    }
    finally {
        await feedback.close();
        close();
    }
}


/***/ })

};
