export const id = 2833;
export const ids = [2833];
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
