export const id = 293;
export const ids = [293];
export const modules = {

/***/ 293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plainHost: () => (/* binding */ plainHost)
/* harmony export */ });
/* harmony import */ var _spoken_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4901);

/** No CI that we know: a terminal, or a CI whose own commands we do not speak. Nobody takes outputs here; they can go to a file. */
function plainHost(means) {
    return (0,_spoken_host_js__WEBPACK_IMPORTED_MODULE_0__/* .spokenHost */ .F)(means, { name: 'a terminal' });
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
