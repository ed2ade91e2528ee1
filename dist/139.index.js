export const id = 139;
export const ids = [139];
export const modules = {

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ isFeedbackOpen),
/* harmony export */   rA: () => (/* binding */ saveFeedback),
/* harmony export */   xv: () => (/* binding */ openFeedbackOf)
/* harmony export */ });
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


/***/ })

};
