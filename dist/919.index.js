export const id = 919;
export const ids = [919];
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

/***/ 9281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelLostStart: () => (/* binding */ cancelLostStart),
/* harmony export */   o: () => (/* binding */ cancelLeftBehind)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6832);
/* harmony import */ var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3250);
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6585);
/* harmony import */ var _model_requests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7553);
/* harmony import */ var _trigger_find_lost_pipeline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7365);
/* harmony import */ var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2968);
/* harmony import */ var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9923);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5084);









/** Cancels a pipeline that the main step has left, with what is alive below it; says what became of it. */
async function cancelLeftBehind({ deps, entry, gitlab, withinMs, }, pipeline) {
    if ((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_7__/* .isTerminalStatus */ .TQ)(pipeline.status)) {
        const how = pipeline.status === 'canceled' ? 'It has ended' : 'It has ended by itself';
        deps.host.log.info(`${how}: ${pipeline.status}.`);
        return;
    }
    const { signal, forceSignal } = entry;
    const snapshot = await (0,_follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .treeOf */ .g)(gitlab, pipeline, signal);
    await (0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_5__/* .cancelPipelines */ .iL)({ deps, gitlab, mayCancel: true, forceSignal: AbortSignal.any([signal, forceSignal]), withinMs }, [{ pipeline, snapshot }]);
}
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
        const { request } = await (0,_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTriggerRequest */ .NY)(host.inputs, files);
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
    const { gitlab, close } = (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .openGitLab */ .Cz)(deps, connection, accessToken, (0,_model_requests_js__WEBPACK_IMPORTED_MODULE_8__/* .jobTokenOf */ .kF)(credentials));
    try {
        const { clock, host } = deps;
        const found = await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .withTimeout */ .wj)({ clock, signal: entry.signal, afterMs: withinMs }, (signal) => (0,_trigger_find_lost_pipeline_js__WEBPACK_IMPORTED_MODULE_3__/* .findLostPipeline */ .Y)({ gitlab, clock }, {
            project: request.project,
            context: (0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__/* .startContextOf */ .Te)(request),
            mark: { key: '', run: stake.run },
            knownId: stake.knownId,
            sentMs: clock.nowMs() - longestAgoMs,
            settledMs: Infinity,
            signal,
        }));
        if (found === 'timed_out' || found.kind === 'absent')
            return 'it was looked for, and GitLab does not show it';
        if (found.kind === 'unknown')
            return `it was looked for: ${found.why}`;
        host.log.info(`Found it: pipeline ${found.pipeline.id} carries the mark of this run.`);
        await cancelLeftBehind({ deps, entry, gitlab, withinMs }, found.pipeline);
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


/***/ }),

/***/ 919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCleanup: () => (/* binding */ runCleanup)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8603);
/* harmony import */ var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3250);
/* harmony import */ var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2556);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7316);
/* harmony import */ var _cancel_lost_start_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9281);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5084);
/* harmony import */ var _feedback_saved_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7728);
/* harmony import */ var _saved_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1596);









/** The runner gives a cancelled job's clean-up minutes, not hours. */
const withinMs = 30_000;
/**
 * The post step: cancels the pipeline when the main step was killed in the middle of following it, or could not finish cancelling, looks for the one that a killed step may have started, and finishes feedback that was left
 * open. Does nothing otherwise, and never turns a step red: what it cannot do, it says.
 */
async function runCleanup(deps, entry) {
    const { host } = deps;
    // Its inputs are those of the main step, secrets that it does not need among them.
    (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .maskSecrets */ .QU)(deps, _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__/* .triggerTable */ .$N);
    const saved = (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_8__/* .unsettledRun */ .y2)(host.state);
    if (saved !== undefined && 'run' in saved) {
        const { cancelLostStart } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9281));
        await cancelLostStart(deps, entry, { stake: saved, withinMs });
    }
    else if (saved !== undefined)
        await settle(deps, entry, saved);
    if ((0,_feedback_saved_state_js__WEBPACK_IMPORTED_MODULE_7__/* .isFeedbackOpen */ .UO)(host.state)) {
        const { finishFeedback } = await Promise.all(/* import() */[__webpack_require__.e(7000), __webpack_require__.e(1046)]).then(__webpack_require__.bind(__webpack_require__, 1046));
        await finishFeedback(deps, entry);
    }
    return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.accepted;
}
async function settle(deps, entry, saved) {
    const { host, clock, files } = deps;
    host.log.info(`The step ended before pipeline ${saved.pipelineId} did.`);
    try {
        const { request } = await (0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCancelRequest */ .jG)(savedSource(host.inputs, saved), files);
        const { connection, accessToken, project, pipelineId } = request;
        const { gitlab, close } = (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .openGitLab */ .Cz)(deps, connection, accessToken);
        try {
            const pipeline = await (0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .findPipeline */ .G)({
                gitlab,
                clock,
                onTrouble: (failure) => host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .findTroubleLine */ .zC)(pipelineId, failure)),
            }, { project, pipelineId, retryTimeoutMs: withinMs, signal: entry.signal });
            await (0,_cancel_lost_start_js__WEBPACK_IMPORTED_MODULE_5__/* .cancelLeftBehind */ .o)({ deps, entry, gitlab, withinMs }, pipeline);
        }
        finally {
            close();
        }
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        host.log.warning(`It may still be running, and could not be cancelled: ${saved.webUrl}\n${why}`);
    }
}
/** The inputs of the main step, which are those of the post step too, with the pipeline that came of them. */
function savedSource(inputs, { projectId, pipelineId }) {
    const known = {
        project_id: String(projectId),
        pipeline_id: String(pipelineId),
    };
    return { read: (name) => known[name] ?? inputs.read(name) };
}


/***/ }),

/***/ 7728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ isFeedbackOpen),
/* harmony export */   ny: () => (/* binding */ createFeedbackRecord),
/* harmony export */   xv: () => (/* binding */ openFeedbackOf)
/* harmony export */ });
/* unused harmony export saveFeedback */
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _feedback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(560);


const stateName = 'feedback';
/** To be called before anything is sent: a step can be killed at any time. */
function saveFeedback(state, saved) {
    state.save(stateName, saved.open.length === 0 ? '' : JSON.stringify(saved));
}
/** Whether the main step left something open. */
function isFeedbackOpen(state) {
    return (state.load(stateName) ?? '') !== '';
}
/**
 * What the main step left open; `undefined` when that is nothing.
 * @throws {SyntaxError} when somebody else has written there.
 */
function openFeedbackOf(state) {
    const text = state.load(stateName);
    if (text === undefined || text === '')
        return undefined;
    const saved = JSON.parse(text);
    if (typeof saved !== 'object' || saved === null)
        return undefined;
    const { identity, pipeline, state: commitState, sentence, open } = saved;
    if (typeof identity !== 'string' || typeof sentence !== 'string' || !isPipeline(pipeline))
        return undefined;
    if (!isCommitState(commitState) || !Array.isArray(open))
        return undefined;
    const kinds = feedbackKinds.filter((kind) => open.includes(kind));
    return { identity, pipeline, state: commitState, sentence, open: kinds };
}
const feedbackKinds = ['comment', 'status'];
function isPipeline(value) {
    if (typeof value !== 'object' || value === null || !('id' in value) || !('webUrl' in value))
        return false;
    return typeof value.id === 'number' && typeof value.webUrl === 'string';
}
function isCommitState(value) {
    return value === 'pending' || value === 'success' || value === 'failure' || value === 'error';
}
function createFeedbackRecord({ state, masker }, { identity, kinds }) {
    const shownUrl = (url) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactedLine */ .Py)(url, masker.redact, 2000);
    let open = kinds;
    let last;
    const save = () => {
        if (last !== undefined)
            saveFeedback(state, { identity, open, ...last });
    };
    return {
        begun: ({ id, webUrl }) => {
            last = {
                pipeline: { id, webUrl: shownUrl(webUrl) },
                state: 'error',
                sentence: `The step was killed before pipeline ${id} ended`,
            };
            save();
        },
        ended: (moment) => {
            if (moment.pipeline === undefined)
                return;
            const { id, webUrl } = moment.pipeline;
            const sentence = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactedLine */ .Py)((0,_feedback_js__WEBPACK_IMPORTED_MODULE_1__/* .momentSentence */ .Os)(moment), masker.redact, 2000);
            last = { pipeline: { id, webUrl: shownUrl(webUrl) }, state: (0,_feedback_js__WEBPACK_IMPORTED_MODULE_1__/* .commitStateOf */ ._8)(moment), sentence };
            save();
        },
        closed: (kind) => {
            open = open.filter((other) => other !== kind);
            save();
        },
    };
}


/***/ })

};
