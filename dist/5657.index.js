export const id = 5657;
export const ids = [5657,817];
export const modules = {

/***/ 817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runWait: () => (/* binding */ runWait)
/* harmony export */ });
/* harmony import */ var _base_exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5713);
/* harmony import */ var _inputs_parse_wait_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7980);
/* harmony import */ var _inputs_wait_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4554);
/* harmony import */ var _library_find_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(322);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6206);
/* harmony import */ var _report_start_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3934);
/* harmony import */ var _check_places_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9987);
/* harmony import */ var _clear_places_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9916);
/* harmony import */ var _open_feedback_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9610);
/* harmony import */ var _run_deps_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3190);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7839);











/**
 * One run of the sub-action `wait`: follows a pipeline that was started elsewhere.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runWait(deps, entry) {
    const { host, files, clock } = deps;
    (0,_run_deps_js__WEBPACK_IMPORTED_MODULE_9__/* .maskSecrets */ .QU)(deps, _inputs_wait_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .waitTable */ .y);
    (0,_clear_places_js__WEBPACK_IMPORTED_MODULE_7__/* .removeFormerTests */ .t)(host.inputs.read('junit_file'));
    const { request, warnings } = await (0,_inputs_parse_wait_request_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWaitRequest */ .k)(host.inputs, files);
    for (const warning of warnings)
        host.log.warning(warning);
    const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
    const { follow, report, results } = request;
    (0,_check_places_js__WEBPACK_IMPORTED_MODULE_6__/* .checkPlaces */ .p)(host, results);
    const { gitlab, close } = (0,_run_deps_js__WEBPACK_IMPORTED_MODULE_9__/* .openGitLab */ .Cz)(deps, connection, accessToken, jobToken);
    const feedback = await (0,_open_feedback_js__WEBPACK_IMPORTED_MODULE_8__/* .openFeedback */ .A)(deps, entry, request);
    try {
        const onFound = (found) => {
            deps.watch?.({ kind: 'pipeline_known', pipeline: found });
            (0,_run_deps_js__WEBPACK_IMPORTED_MODULE_9__/* .setOutputs */ .n0)(deps, (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .foundOutputs */ .Ts)(found));
            host.log.info((0,_report_start_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .pipelineLine */ .Lb)(found));
            feedback.begin(found);
        };
        const onTrouble = (trouble) => host.log.warning((0,_report_start_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .findTroubleLine */ .zC)(pipelineId, trouble));
        const { outageTimeoutMs: patienceMs } = follow;
        const { signal } = entry;
        const pipeline = await (0,_library_find_run_js__WEBPACK_IMPORTED_MODULE_3__/* .findRun */ .L)({ gitlab, clock, onFound, onTrouble }, { project, pipelineId, expectedSha, patienceMs, signal, reader: jobToken && 'job_token' });
        if (follow.cancelOn.has('abort'))
            (0,_run_state_js__WEBPACK_IMPORTED_MODULE_10__/* .saveUnsettled */ .wt)(deps, pipeline);
        const mayCancel = accessToken !== undefined;
        const { followToVerdict } = await Promise.all(/* import() */[__webpack_require__.e(9950), __webpack_require__.e(9416)]).then(__webpack_require__.bind(__webpack_require__, 9416));
        await followToVerdict({ ...entry, deps, gitlab, pipeline, follow, report, results, mayCancel, feedback });
        return _base_exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.accepted;
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


/***/ }),

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   waitEntry: () => (/* binding */ waitEntry)
/* harmony export */ });
/* harmony import */ var _action_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8787);
/* harmony import */ var _run_wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(817);


/** The sub-action `wait`: follows a pipeline that was started elsewhere. */
function waitEntry() {
    return (0,_action_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .actionEntry */ .r)(_run_wait_js__WEBPACK_IMPORTED_MODULE_1__.runWait);
}


/***/ }),

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


/***/ })

};
