export const id = 4179;
export const ids = [4179];
export const modules = {

/***/ 4179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   D9: () => (/* binding */ yellow),
/* harmony export */   Q_: () => (/* binding */ cyan),
/* harmony export */   WY: () => (/* binding */ statusColours),
/* harmony export */   Z5: () => (/* binding */ colouredText),
/* harmony export */   r3: () => (/* binding */ dim),
/* harmony export */   wL: () => (/* binding */ green),
/* harmony export */   wv: () => (/* binding */ red)
/* harmony export */ });
/* harmony import */ var _base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1335);

const paint = (code) => (text) => `\u001b[${code}m${text}\u001b[0m`;
const bold = paint(1);
const dim = paint(2);
const red = paint(31);
const green = paint(32);
const yellow = paint(33);
const cyan = paint(36);
/** What to do with the colours of a printed text. */
function colouredText(text, colours) {
    if (colours === 'theirs')
        return text;
    if (colours === 'none')
        return (0,_base_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripTerminalSequences */ .F)(text);
    return text.split('\n').map(statusColours).join('\n');
}
/**
 * Our own lines with colours: every status the one that GitLab gives it, errors and warnings theirs. What somebody else wrote stays as it is, and so does a line that has
 * colours already.
 */
function statusColours(line) {
    if (line.includes('\u001b'))
        return line;
    const [, word = '', rest = ''] = /^(Error|Warning)(:.*)$/s.exec(line) ?? [];
    if (word !== '')
        return `${word === 'Error' ? red(word) : yellow(word)}${rest}`;
    if (!/^(?:\d+:\d\d(?::\d\d)? {2}|Pipeline \d+ )/.test(line))
        return line;
    return line
        .replace(/\b(?:success|passed)\b/, green)
        .replace(/\b(?:failed|canceled)\b/, red)
        .replace(/\b(?:pending|manual|warnings|scheduled|skipped)\b/, yellow)
        .replace(/\b(?:running|created)\b/, cyan);
}


/***/ })

};
