export const id = 5790;
export const ids = [5790];
export const modules = {

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
