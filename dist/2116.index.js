export const id = 2116;
export const ids = [2116];
export const modules = {

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openCall)
});

// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/inputs/proxy-secrets.js
var proxy_secrets = __webpack_require__(9603);
// EXTERNAL MODULE: ./out/bundle/inputs/secret-texts.js + 1 modules
var secret_texts = __webpack_require__(2860);
// EXTERNAL MODULE: ./out/bundle/library/open-gitlab.js + 19 modules
var open_gitlab = __webpack_require__(423);
// EXTERNAL MODULE: ./out/bundle/base/foreign-text.js
var foreign_text = __webpack_require__(1335);
;// CONCATENATED MODULE: ./out/bundle/library/redacted-error.js


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
        .map((line) => indentOf(line) + (0,foreign_text/* redactedLine */.Py)(line, redact, mostCharacters))
        .join('\n');
    if (error instanceof app_error/* AppError */.uV) {
        const { parts } = error;
        overwrite(error, 'parts', {
            ...parts,
            what: lines(parts.what),
            ...(parts.why === undefined ? {} : { why: lines(parts.why) }),
            ...(parts.cure === undefined ? {} : { cure: lines(parts.cure) }),
            ...(parts.cause === undefined || error instanceof app_error/* AbortedError */.oM
                ? {}
                : { cause: redactedError(parts.cause, redact, depth + 1) }),
        });
    }
    const { message, stack } = error;
    overwrite(error, 'message', lines(message));
    // It repeats the message as it was, over several lines.
    if (stack !== undefined)
        overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
    if ('cause' in error && error.cause !== undefined && !(error instanceof app_error/* AbortedError */.oM)) {
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

;// CONCATENATED MODULE: ./out/bundle/library/library-call.js





/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when the environment does not allow it: `checkWay`.
 */
function openCall(deps, task) {
    const masker = deps.createMasker();
    for (const secret of (0,secret_texts/* secretTexts */.Vh)(task.source, task.table))
        masker.mask(secret);
    for (const secret of (0,proxy_secrets/* proxySecrets */.W)(deps.environment))
        masker.mask(secret);
    const { connection, accessToken, jobToken } = task;
    const way = { ...deps, redact: masker.redact };
    const { gitlab, close } = (0,open_gitlab/* openGitLab */.j)(way, connection, accessToken, jobToken);
    const stop = stopOf(task.signal);
    return {
        gitlab,
        signal: stop.signal,
        shown: (error) => redactedError(error, masker.redact),
        redact: masker.redact,
        close: () => {
            stop.forget();
            close();
        },
    };
}
/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given) {
    const stop = new AbortController();
    const onAbort = () => stop.abort(new app_error/* AbortedError */.oM('AbortSignal', { cause: given?.reason }));
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
/* harmony import */ var _inputs_trigger_request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3035);
/* harmony import */ var _inputs_trigger_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5286);
/* harmony import */ var _trigger_stillbirth_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1327);
/* harmony import */ var _library_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4654);
/* harmony import */ var _option_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3996);
/* harmony import */ var _start_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8924);








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
    if (request.expectedSha !== undefined)
        throw noExpectedSha();
    const { connection, credentials } = request;
    const { accessToken } = credentials;
    const { gitlab, signal, shown, close } = (0,_library_call_js__WEBPACK_IMPORTED_MODULE_4__/* .openCall */ .L)(deps, {
        source,
        table: _inputs_trigger_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .triggerTable */ .$,
        connection,
        accessToken,
        jobToken: (0,_inputs_trigger_request_js__WEBPACK_IMPORTED_MODULE_7__/* .jobTokenOf */ .kF)(credentials),
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
    catch (error) {
        throw shown(error);
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
/** Nobody would compare the commit; who passes it here without types would think it was right. */
function noExpectedSha() {
    return new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'expected_sha is no option of triggerPipeline, so nothing was started',
        cure: 'Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline.',
    });
}


/***/ })

};
