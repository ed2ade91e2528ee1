export const id = 2265;
export const ids = [2265];
export const modules = {

/***/ 2265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tektonHost: () => (/* binding */ tektonHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9107);
/* harmony import */ var _tekton_results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5667);



// Tekton.
// https://tekton.dev/docs/pipelines/tasks/#emitting-results
/**
 * A step of a Tekton task. An output becomes a result of the task, where the task declares one of that name: `$(tasks.deploy.results.pipeline_id)`. Tekton
 * tells a step nothing of the run it belongs to. A pod that is deleted gets SIGTERM, then is killed.
 */
function tektonHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, { name: 'Tekton', outputs: [results(means)] });
}
function results({ environment, writeText }) {
    return (0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .carrierTo */ .AQ)({
        audience: 'whoever_may_see_the_build',
        // All results of a task travel in one message of 4 KiB; with a longer one the whole task fails.
        limits: { totalBytes: 3_000 },
        counted: ({ name, value }) => `${JSON.stringify({ key: name, value, type: 1 })},`,
        put: (text, { name }) => writeText(`${(0,_tekton_results_js__WEBPACK_IMPORTED_MODULE_2__/* .tektonResults */ .u)(environment)}/${name}`, text, 'host'),
    });
}


/***/ })

};
