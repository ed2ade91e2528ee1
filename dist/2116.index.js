export const id = 2116;
export const ids = [2116];
export const modules = {

/***/ 5893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openCall)
/* harmony export */ });
/* unused harmony export redactedError */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1828);
/* harmony import */ var _gitlab_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8516);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4310);




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
        .map((line) => indentOf(line) + (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .redactedLine */ .Py)(line, redact, mostCharacters))
        .join('\n');
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AppError */ .uV) {
        const { parts } = error;
        overwrite(error, 'parts', {
            ...parts,
            what: lines(parts.what),
            ...(parts.why === undefined ? {} : { why: lines(parts.why) }),
            ...(parts.hint === undefined ? {} : { hint: lines(parts.hint) }),
            ...(parts.cause === undefined || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM
                ? {}
                : { cause: redactedError(parts.cause, redact, depth + 1) }),
        });
    }
    const { message, stack } = error;
    overwrite(error, 'message', lines(message));
    // It repeats the message as it was, over several lines.
    if (stack !== undefined)
        overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
    if ('cause' in error && error.cause !== undefined && !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
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
/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when the environment does not allow it: `checkWay`.
 */
function openCall(deps, task) {
    const masker = deps.createMasker();
    for (const secret of (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .secretTexts */ .Vh)(task.source, task.table))
        masker.mask(secret);
    for (const secret of (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .proxySecrets */ .Wm)(deps.environment))
        masker.mask(secret);
    const { connection, accessToken, jobToken } = task;
    const way = { ...deps, redact: masker.redact };
    const { gitlab, close } = (0,_gitlab_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitLab */ .j)(way, connection, accessToken, jobToken);
    const stop = stopOf(task.signal);
    return {
        gitlab,
        signal: stop.signal,
        shown: (error) => redactedError(error, masker.redact),
        redact: masker.redact,
        close: () => {
            stop.dispose();
            close();
        },
    };
}
/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given) {
    const stop = new AbortController();
    const onAbort = () => stop.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('AbortSignal', { cause: given?.reason }));
    if (given?.aborted === true)
        onAbort();
    else
        given?.addEventListener('abort', onAbort, { once: true });
    return { signal: stop.signal, dispose: () => given?.removeEventListener('abort', onAbort) };
}


/***/ }),

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ optionSource)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);

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
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'request_headers has a header of more than one line (not shown)',
        hint: 'Take the line ends out.',
    });
}


/***/ }),

/***/ 2116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   triggerPipeline: () => (/* binding */ triggerPipeline)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3250);
/* harmony import */ var _model_requests_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7553);
/* harmony import */ var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2968);
/* harmony import */ var _trigger_start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9193);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5893);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1527);







/** A program of somebody's; two of them have nothing in common. */
const caller = { ci: 'library' };
/**
 * Starts one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
async function triggerPipeline(deps, options) {
    const source = (0,_options_js__WEBPACK_IMPORTED_MODULE_5__/* .optionSource */ .N)(options);
    const { request } = await (0,_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTriggerRequest */ .NY)(source, deps.files);
    if (request.dryRun)
        throw noDryRun();
    if (request.expectedSha !== undefined)
        throw noExpectedSha();
    const { connection, credentials } = request;
    const { accessToken } = credentials;
    const { gitlab, signal, shown, close } = (0,_call_js__WEBPACK_IMPORTED_MODULE_4__/* .openCall */ .L)(deps, {
        source,
        table: _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_1__/* .triggerTable */ .$N,
        connection,
        accessToken,
        jobToken: (0,_model_requests_js__WEBPACK_IMPORTED_MODULE_6__/* .jobTokenOf */ .kF)(credentials),
        signal: options.signal,
    });
    try {
        const onEvent = () => undefined;
        const { pipeline, context } = await (0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_3__/* .startRun */ .AD)({ ...deps, gitlab, onEvent }, { request, caller, signal });
        const creationFailure = (0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_2__/* .failedAtCreation */ .Gq)(pipeline, context);
        if (creationFailure !== undefined)
            throw creationFailure;
        return pipeline;
    }
    catch (error) {
        throw shown(error);
    }
    finally {
        close();
    }
}
/** Callers without types can ask for it, and must not get a pipeline. */
function noDryRun() {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'dry_run is no option of triggerPipeline, so nothing was started',
        hint: 'Leave it out to start a pipeline; the command gitlab-trigger check starts none.',
    });
}
/** Nobody would compare the commit; who passes it here without types would think it was right. */
function noExpectedSha() {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'expected_sha is no option of triggerPipeline, so nothing was started',
        hint: 'Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline.',
    });
}


/***/ })

};
