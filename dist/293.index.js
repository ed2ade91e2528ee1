export const id = 293;
export const ids = [293];
export const modules = {

/***/ 293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plainHost: () => (/* binding */ plainHost)
/* harmony export */ });
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5212);

/** No CI that we know: a terminal, or a CI whose own commands we do not speak. Secrets are taken out by ourselves. */
function plainHost({ print }) {
    const redaction = (0,_redaction_js__WEBPACK_IMPORTED_MODULE_0__.createRedaction)();
    const say = (text) => print(`${redaction.apply(text)}\n`);
    return {
        name: 'a terminal',
        inputs: { read: () => undefined },
        log: {
            info: say,
            debug: () => undefined,
            warning: (text) => say(`Warning: ${text}`),
            error: (text) => say(`Error: ${text}`),
            group: (title, lines) => {
                say(title);
                for (const line of lines)
                    say(`  ${line}`);
            },
        },
        masker: {
            mask: (secret) => void redaction.add(secret.reveal()),
            redact: redaction.apply,
            redactMarkdown: redaction.applyToMarkdown,
        },
        outputs: { set: () => undefined },
        summary: { write: () => Promise.resolve(true) },
        state: { save: () => undefined, load: () => undefined },
        context: () => ({ ci: 'a terminal' }),
    };
}


/***/ })

};
