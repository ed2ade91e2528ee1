export const id = 7679;
export const ids = [7679];
export const modules = {

/***/ 7679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   argoWorkflowsHost: () => (/* binding */ argoWorkflowsHost)
/* harmony export */ });
/* harmony import */ var _harmless_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1572);
/* harmony import */ var _output_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6493);
/* harmony import */ var _spoken_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4901);



/**
 * A container of Argo Workflows. Each output has a file of its name in `gitlab-trigger`, in the folder for temporary files, for `outputs.parameters.valueFrom.path`; give it a `default`,
 * because Argo takes a missing one for a failure. A container that is stopped gets SIGTERM, and is killed when its time of grace is over.
 */
function argoWorkflowsHost(means) {
    return (0,_spoken_host_js__WEBPACK_IMPORTED_MODULE_2__/* .spokenHost */ .F)(means, { name: 'Argo Workflows', outputs: [parameterFiles(means)], context: contextOf });
}
function parameterFiles({ environment, writeText }) {
    return (0,_output_place_js__WEBPACK_IMPORTED_MODULE_1__/* .carrierTo */ .A)({
        audience: 'whoever_may_see_the_build',
        // Argo would look for a variable of its own in `{{name}}`.
        encode: ({ value }) => (0,_harmless_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutRisk */ .uK)(value, /\{(?=\{)/g),
        limits: { entryBytes: 250_000 },
        put: (text, { name }) => writeText(`${environment.TMPDIR ?? '/tmp'}/gitlab-trigger/${name}`, text, 'host'),
    });
}
function contextOf(read) {
    return {
        workflow: read('ARGO_WORKFLOW_NAME'),
        runId: read('ARGO_WORKFLOW_UID'),
        job: read('ARGO_NODE_ID'),
    };
}


/***/ }),

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withinLimits)
/* harmony export */ });
/* harmony import */ var _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2113);

/** A long value leaves so much room for the short ones, which come again and again until the end. */
const reservedBytes = 512;
const longBytes = 300;
/** Decides whether an output has room beside the others; `written` holds each as it is written, by name. */
function withinLimits(limits, written, [name, text]) {
    const { totalBytes, entries, entryBytes } = limits;
    const bytes = Buffer.byteLength(text);
    if (entryBytes !== undefined && bytes > entryBytes)
        return (0,_output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOut */ .ig)(`a value takes ${entryBytes} bytes at most here`);
    const others = Array.from(written).filter(([other]) => other !== name);
    if (entries !== undefined && others.length >= entries)
        return (0,_output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOut */ .ig)(`there is room for ${entries} outputs here`);
    const reserved = bytes > longBytes ? reservedBytes : 0;
    const total = others.reduce((sum, [, other]) => sum + Buffer.byteLength(other), bytes + reserved);
    if (totalBytes !== undefined && total > totalBytes)
        return (0,_output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOut */ .ig)(`there is room for ${totalBytes} bytes of outputs here`);
    return _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .taken */ .uU;
}


/***/ }),

/***/ 6493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ carrierTo)
/* harmony export */ });
/* harmony import */ var _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2113);
/* harmony import */ var _output_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2669);


/** Puts what fits in its place; where a value does not, no older one stays. */
function carrierTo(place) {
    const { audience, limits = {}, counted, encode = valueOf, check } = place;
    const deliver = (text, output) => {
        if ('send' in place)
            return { kind: 'under_way', arrival: place.send(text, output) };
        place.put(text, output);
        return _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .taken */ .uU;
    };
    const written = new Map();
    return {
        audience,
        check,
        carry: (output) => {
            const { name } = output;
            const text = encode(output);
            const entry = counted?.(output) ?? text ?? '';
            const fitting = text === undefined ? _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .unfit */ .Ri : (0,_output_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .withinLimits */ .o)(limits, written, [name, entry]);
            const hadOne = written.delete(name);
            if (text !== undefined && fitting.kind === 'taken') {
                const carried = deliver(text, output);
                written.set(name, entry);
                return carried;
            }
            if (hadOne) {
                const nothing = { name, value: '', isSecret: false };
                deliver(encode(nothing) ?? '', nothing);
            }
            return fitting;
        },
    };
}
function valueOf({ value }) {
    return value;
}


/***/ }),

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ spokenHost)
/* harmony export */ });
/* harmony import */ var _harmless_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1572);
/* harmony import */ var _output_sink_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(870);
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1188);
/* harmony import */ var _say_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1758);




/**
 * The host that speaks a dialect. Secrets are taken out of everything here, because most CIs cannot hide what a step has got to know; foreign text is
 * cleaned and made harmless here, too.
 */
function spokenHost(means, dialect) {
    const { harmless = unchanged, group = indented, outputs: carriers = [] } = dialect;
    const { warning = titled('Warning'), error = titled('Error'), debug = silent, finding } = dialect;
    const redaction = (0,_redaction_js__WEBPACK_IMPORTED_MODULE_2__.createRedaction)();
    const read = (name) => {
        const text = means.environment[name];
        return text === '' ? undefined : text;
    };
    const clean = (text) => (0,_harmless_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(redaction.apply(text)).map(harmless);
    const print = (lines) => {
        if (lines.length > 0)
            means.print(`${lines.join('\n')}\n`);
    };
    const cleanFinding = (given) => ({
        ...given,
        title: clean(given.title).join(' '),
        message: clean(given.message).join('\n'),
        file: given.file === undefined ? undefined : clean(given.file).join(' '),
    });
    return {
        name: dialect.name,
        inputs: dialect.inputs ?? { read: () => undefined },
        log: {
            info: (text) => print(clean(text)),
            debug: (text) => print(debug(clean(text))),
            warning: (text) => print(warning(clean(text))),
            error: (text) => print(error(clean(text))),
            group: (title, lines) => print(group(clean(title).join(' '), lines.flatMap(clean))),
            finding: finding && ((given) => print(finding(cleanFinding(given)))),
        },
        masker: (0,_redaction_js__WEBPACK_IMPORTED_MODULE_2__.maskerOf)(redaction, (forms) => dialect.mask?.(forms)),
        outputs: (0,_output_sink_js__WEBPACK_IMPORTED_MODULE_1__/* .outputSink */ .v)({
            carriers,
            holdsSecret: (value) => redaction.apply(value) !== value,
            tellOnce: (0,_say_once_js__WEBPACK_IMPORTED_MODULE_3__/* .sayOnce */ .N)((text) => print(clean(text))),
        }),
        summary: {
            write: (markdown) => {
                try {
                    dialect.summary?.(redaction.applyToMarkdown(markdown));
                    return Promise.resolve(true);
                }
                catch {
                    return Promise.resolve(false);
                }
            },
        },
        // A step that was killed has no second chance but on GitHub and its kind.
        state: { save: () => undefined, load: () => undefined },
        context: () => ({ ci: dialect.name, ...dialect.context?.(read) }),
        hints: dialect.hints?.(read) ?? [],
    };
}
function unchanged(line) {
    return line;
}
function silent() {
    return [];
}
function titled(title) {
    return ([first = '', ...others]) => [`${title}: ${first}`, ...others];
}
function indented(title, lines) {
    return [title, ...lines.map((line) => `  ${line}`)];
}


/***/ })

};
