export const id = 7651;
export const ids = [7651];
export const modules = {

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishFeedback: () => (/* binding */ finishFeedback)
/* harmony export */ });
/* harmony import */ var _inputs_feedback_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1000);
/* harmony import */ var _feedback_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(139);
/* harmony import */ var _github_feedback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7213);



/** Tells what the main step could not any more, with its inputs. Never throws; what it cannot do, it says. */
async function finishFeedback(deps, entry) {
    const { host, files } = deps;
    try {
        const saved = (0,_feedback_state_js__WEBPACK_IMPORTED_MODULE_2__/* .openFeedbackOf */ .xv)(host.state);
        const request = await (0,_inputs_feedback_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFeedbackRequest */ .cJ)(host.inputs, files);
        if (saved === undefined || request === undefined)
            return;
        const { identity, open, state, sentence, pipeline } = saved;
        host.log.info(`Finishing what GitHub shows of pipeline ${pipeline.id}.`);
        const feedback = (0,_github_feedback_js__WEBPACK_IMPORTED_MODULE_1__.createGitHubFeedback)(deps, entry, { request, identity, open });
        feedback.end({ kind: 'told', state, sentence, pipeline });
        await feedback.close();
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        host.log.warning(`What GitHub shows of the pipeline could not be finished: ${why}`);
    }
}


/***/ })

};
