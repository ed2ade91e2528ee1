export const id = 693;
export const ids = [693];
export const modules = {

/***/ 4693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runWait: () => (/* binding */ runWait)
});

// EXTERNAL MODULE: ./out/bundle/base/exit-code.js
var exit_code = __webpack_require__(5713);
// EXTERNAL MODULE: ./out/bundle/follow/find-pipeline.js
var find_pipeline = __webpack_require__(8603);
// EXTERNAL MODULE: ./out/bundle/inputs/connection-inputs.js + 3 modules
var connection_inputs = __webpack_require__(9720);
// EXTERNAL MODULE: ./out/bundle/inputs/follow-inputs.js + 5 modules
var follow_inputs = __webpack_require__(8790);
// EXTERNAL MODULE: ./out/bundle/inputs/input-table.js
var input_table = __webpack_require__(5366);
// EXTERNAL MODULE: ./out/bundle/inputs/outcome.js
var outcome = __webpack_require__(6955);
// EXTERNAL MODULE: ./out/bundle/inputs/parsed.js + 1 modules
var parsed = __webpack_require__(2767);
// EXTERNAL MODULE: ./out/bundle/inputs/report-inputs.js + 1 modules
var report_inputs = __webpack_require__(343);
// EXTERNAL MODULE: ./out/bundle/inputs/results-inputs.js
var results_inputs = __webpack_require__(9763);
// EXTERNAL MODULE: ./out/bundle/inputs/wait-inputs.js
var wait_inputs = __webpack_require__(4554);
;// CONCATENATED MODULE: ./out/bundle/inputs/parse-wait-request.js








/**
 * Reads, checks and freezes everything that follows one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseWaitRequest(source, files) {
    const reading = await (0,input_table/* readInputs */.K)(wait_inputs/* waitTable */.y, { source, files });
    return (0,parsed/* parsedOf */.r)((0,outcome/* all */.Q7)({
        connection: (0,connection_inputs/* connectionOf */.ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken: reading.access_token,
        follow: (0,follow_inputs/* followOf */.P$)(reading),
        report: (0,report_inputs/* reportOf */.E)(reading),
        results: (0,results_inputs/* resultsOf */.q)(reading),
    }));
}

// EXTERNAL MODULE: ./out/bundle/report/outputs.js + 1 modules
var outputs = __webpack_require__(5340);
// EXTERNAL MODULE: ./out/bundle/report/start-lines.js
var start_lines = __webpack_require__(3934);
// EXTERNAL MODULE: ./out/bundle/trigger/wrong-commit.js
var wrong_commit = __webpack_require__(8673);
// EXTERNAL MODULE: ./out/bundle/entries/run-deps.js + 17 modules
var run_deps = __webpack_require__(9856);
// EXTERNAL MODULE: ./out/bundle/entries/run-state.js
var run_state = __webpack_require__(7839);
;// CONCATENATED MODULE: ./out/bundle/entries/run-wait.js









/**
 * One run of the sub-action `wait`: follows a pipeline that was started elsewhere.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runWait(deps, entry) {
    const { host, files, clock } = deps;
    (0,run_deps/* maskSecrets */.QU)(deps, wait_inputs/* waitTable */.y);
    const { request, warnings } = await parseWaitRequest(host.inputs, files);
    for (const warning of warnings)
        host.log.warning(warning);
    const { connection, accessToken, project, pipelineId, follow, report, results } = request;
    const { gitlab, close } = (0,run_deps/* openGitLab */.Cz)(deps, connection, accessToken);
    try {
        const patienceMs = follow.outageTimeoutMs;
        const pipeline = await (0,find_pipeline/* findPipeline */.G)({ gitlab, clock }, { project, pipelineId, patienceMs, signal: entry.signal });
        (0,run_deps/* setOutputs */.n0)(deps, (0,outputs/* foundOutputs */.Ts)(pipeline));
        host.log.info((0,start_lines/* pipelineLine */.Lb)(pipeline));
        const mismatch = (0,wrong_commit/* wrongCommit */.r)(pipeline, follow.expectedSha);
        if (mismatch !== undefined)
            throw mismatch;
        if (follow.cancelOn.has('abort'))
            (0,run_state/* saveUnsettled */.wt)(deps, pipeline);
        const mayCancel = accessToken !== undefined;
        const { followToVerdict } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 7370));
        await followToVerdict({ ...entry, deps, gitlab, pipeline, follow, report, results, mayCancel });
        return exit_code/* exitCodes */.h.accepted;
    }
    finally {
        close();
    }
}


/***/ }),

/***/ 8603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findPipeline)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6555);
/* harmony import */ var _gitlab_is_transient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8058);



const retryPauseMs = 2000;
/**
 * Reads a pipeline that was started elsewhere, patiently for `patienceMs`.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function findPipeline({ gitlab, clock }, wanted) {
    const { project, pipelineId, patienceMs, signal } = wanted;
    const endMs = clock.nowMs() + patienceMs;
    for (;;) {
        const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
        if (reply.kind === 'ok')
            return reply.value;
        if (!(0,_gitlab_is_transient_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .d)(reply) || clock.nowMs() + retryPauseMs > endMs) {
            throw (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(reply, { what: `Cannot read pipeline ${pipelineId}` });
        }
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, retryPauseMs, signal);
    }
}


/***/ })

};
