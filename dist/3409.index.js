export const id = 3409;
export const ids = [3409,5790];
export const modules = {

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

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCancel: () => (/* binding */ runCancel)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1828);
/* harmony import */ var _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6832);
/* harmony import */ var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2556);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7316);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6206);
/* harmony import */ var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9923);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5084);








/** Nobody waits for a kill here: long enough for a busy GitLab. */
const withinMs = 60_000;
/**
 * One run of the sub-action `cancel`: cancels a pipeline and what is alive below it.
 * @throws {AppError} when it could not be confirmed; nothing of it has been printed yet.
 */
async function runCancel(deps, { signal, forceSignal }) {
    const { host, files, clock } = deps;
    (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .maskSecrets */ .QU)(deps, _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelTable */ .xW);
    const { request, warnings } = await (0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCancelRequest */ .jG)(host.inputs, files);
    for (const warning of warnings)
        host.log.warning(warning);
    const { connection, accessToken, project, pipelineId } = request;
    const { gitlab, close } = (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .openGitLab */ .Cz)(deps, connection, accessToken);
    try {
        const onFound = (pipeline) => {
            const { id, webUrl, status } = pipeline;
            deps.watch?.({ kind: 'pipeline_known', pipeline });
            (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .setOutputs */ .n0)(deps, { pipeline_id: String(id), web_url: webUrl, status });
            host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .pipelineLine */ .Lb)(pipeline));
        };
        const onTrouble = (failure) => host.log.warning((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .findTroubleLine */ .zC)(pipelineId, failure));
        const cancellations = await (0,_follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelRun */ .S)({ gitlab, clock, onFound, onTrouble }, { project, pipelineId, withinMs, signal, forceSignal: AbortSignal.any([signal, forceSignal]) });
        (0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_6__/* .sayCancellations */ .qW)(deps, cancellations);
        const [own] = cancellations;
        if (own !== undefined)
            (0,_context_js__WEBPACK_IMPORTED_MODULE_7__/* .setOutputs */ .n0)(deps, (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .cancellationOutputs */ .YZ)(own));
        signal.throwIfAborted();
        const left = cancellations.find(_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_6__/* .isLeftRunning */ .PU);
        if (left !== undefined)
            throw notCanceled(left);
        return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.accepted;
    }
    finally {
        close();
    }
}
function notCanceled({ pipeline, why }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({
        code: 'not_canceled',
        what: `Pipeline ${pipeline.id} could not be cancelled`,
        why,
        hint: `The access_token needs the scope api, and its user the right to cancel on ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(pipeline.ref, 255)}. Open ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(pipeline.webUrl, 2000)}`,
    });
}


/***/ })

};
