export const id = 6620;
export const ids = [6620];
export const modules = {

/***/ 6620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelLostStart: () => (/* binding */ cancelLostStart)
/* harmony export */ });
/* harmony import */ var _base_cut_off_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1419);
/* harmony import */ var _inputs_parse_trigger_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4993);
/* harmony import */ var _inputs_trigger_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3035);
/* harmony import */ var _trigger_find_orphan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8144);
/* harmony import */ var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2968);
/* harmony import */ var _cancel_left_behind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1547);
/* harmony import */ var _run_deps_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3190);







/** The clock of this process does not tell when the request was sent. An answer is waited for, and a pipeline looked for, no longer than that. */
const longestAgoMs = 15 * 60_000;
/**
 * Looks for the pipeline that a step may have started which ended while its request was on its way, and cancels it. Only the one with the mark of that very request is taken
 * for ours. That there is none is never said: what was asked for may still be worked on. Never throws.
 */
async function cancelLostStart(deps, entry, lost) {
    const { host, files } = deps;
    host.log.info('The step ended while its request to start a pipeline was on its way.');
    let page = '';
    try {
        const { request } = await (0,_inputs_parse_trigger_request_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTriggerRequest */ .N)(host.inputs, files);
        page = (0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__/* .pipelinesPage */ .D_)((0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__/* .startContextOf */ .Te)(request));
        const why = await settle(deps, entry, { ...lost, request });
        if (why !== undefined)
            host.log.warning(notKnown(why, page));
    }
    catch (error) {
        host.log.warning(notKnown(error instanceof Error ? error.message : String(error), page));
    }
}
/** Gives the reason when it is not known whether there is a pipeline. */
async function settle(deps, entry, { stake, withinMs, request }) {
    const { connection, credentials } = request;
    const { accessToken } = credentials;
    if (accessToken === undefined)
        return 'without an access_token nobody can look for it';
    if (credentials.kind === 'access') {
        return 'a pipeline that is created with the access_token alone has no mark to recognize it by';
    }
    const { gitlab, close } = (0,_run_deps_js__WEBPACK_IMPORTED_MODULE_3__/* .openGitLab */ .Cz)(deps, connection, accessToken, (0,_inputs_trigger_request_js__WEBPACK_IMPORTED_MODULE_5__/* .jobTokenOf */ .kF)(credentials));
    try {
        const { clock, host } = deps;
        const found = await (0,_base_cut_off_js__WEBPACK_IMPORTED_MODULE_6__/* .withCutOff */ .I)({ clock, signal: entry.signal, afterMs: withinMs }, (signal) => (0,_trigger_find_orphan_js__WEBPACK_IMPORTED_MODULE_1__/* .findOrphan */ .A)({ gitlab, clock }, {
            project: request.project,
            context: (0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__/* .startContextOf */ .Te)(request),
            mark: { key: '', run: stake.run },
            knownId: stake.knownId,
            sentMs: clock.nowMs() - longestAgoMs,
            settledMs: Infinity,
            signal,
        }));
        if (found === 'cut_off' || found.kind === 'absent')
            return 'it was looked for, and GitLab does not show it';
        if (found.kind === 'unknown')
            return `it was looked for: ${found.why}`;
        host.log.info(`Found it: pipeline ${found.pipeline.id} carries the mark of this run.`);
        await (0,_cancel_left_behind_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelLeftBehind */ .o)({ deps, entry, gitlab, withinMs }, found.pipeline);
        return undefined;
    }
    finally {
        close();
    }
}
function notKnown(why, page) {
    const where = page === '' ? 'Look for it in the project' : `Look for it at ${page}`;
    return `It is not known whether a pipeline was started: ${why}.\n${where}, and cancel it if nobody needs it.`;
}


/***/ })

};
