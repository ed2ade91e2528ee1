export const id = 2116;
export const ids = [2116];
export const modules = {

/***/ 6091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openCall)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _inputs_secret_texts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9574);
/* harmony import */ var _open_gitlab_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1529);



/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when a proxy of the environment cannot be used.
 */
function openCall(deps, task) {
    const masker = deps.createMasker();
    for (const secret of (0,_inputs_secret_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .secretTexts */ .V)(task.source, task.table))
        masker.mask(secret);
    const { gitlab, close } = (0,_open_gitlab_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitLab */ .C)({ ...deps, redact: masker.redact }, task.connection, task.accessToken);
    const stop = stopOf(task.signal);
    return {
        gitlab,
        signal: stop.signal,
        close: () => {
            stop.forget();
            close();
        },
    };
}
/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given) {
    const stop = new AbortController();
    const onAbort = () => stop.abort(new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('AbortSignal', { cause: given?.reason }));
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


/***/ }),

/***/ 2116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   triggerPipeline: () => (/* binding */ triggerPipeline)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _inputs_parse_trigger_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4993);
/* harmony import */ var _inputs_trigger_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _trigger_stillbirth_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1327);
/* harmony import */ var _library_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6091);
/* harmony import */ var _option_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3996);
/* harmony import */ var _start_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9347);







/** A program of somebody's; two of them have nothing in common. */
const caller = { ci: 'library' };
/**
 * Starts one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
async function triggerPipeline(deps, options) {
    const source = (0,_option_source_js__WEBPACK_IMPORTED_MODULE_5__/* .optionSource */ .N)(options);
    const { request } = await (0,_inputs_parse_trigger_request_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTriggerRequest */ .N)(source, deps.files);
    if (request.dryRun)
        throw noDryRun();
    const { connection, credentials } = request;
    const { accessToken } = credentials;
    const { gitlab, signal, close } = (0,_library_call_js__WEBPACK_IMPORTED_MODULE_4__/* .openCall */ .L)(deps, {
        source,
        table: _inputs_trigger_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .triggerTable */ .$,
        connection,
        accessToken,
        signal: options.signal,
    });
    try {
        const onEvent = () => undefined;
        const { pipeline, context } = await (0,_start_run_js__WEBPACK_IMPORTED_MODULE_6__/* .startRun */ .A)({ ...deps, gitlab, onEvent }, { request, caller, signal });
        const stillbirth = (0,_trigger_stillbirth_js__WEBPACK_IMPORTED_MODULE_3__/* .stillbirthOf */ .D)(pipeline, context);
        if (stillbirth !== undefined)
            throw stillbirth;
        return pipeline;
    }
    finally {
        close();
    }
}
/** Callers without types can ask for it, and must not get a pipeline. */
function noDryRun() {
    return new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'dry_run is no option of triggerPipeline, so nothing was started',
        cure: 'Leave it out to start a pipeline; the command gitlab-trigger check starts none.',
    });
}


/***/ })

};
