export const id = 5734;
export const ids = [5734];
export const modules = {

/***/ 5734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   argoWorkflowsHost: () => (/* binding */ argoWorkflowsHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(666);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9107);



// Argo Workflows.
// https://argo-workflows.readthedocs.io/en/latest/walk-through/output-parameters/
/**
 * A container of Argo Workflows. Each output has a file of its name in `gitlab-trigger`, in the folder for temporary files, for `outputs.parameters.valueFrom.path`; give it a `default`,
 * because Argo takes a missing one for a failure. A container that is stopped gets SIGTERM, and is killed when its time of grace is over.
 */
function argoWorkflowsHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, { name: 'Argo Workflows', outputs: [parameterFiles(means)], context: contextOf });
}
function parameterFiles({ environment, writeText }) {
    return (0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .carrierTo */ .AQ)({
        audience: 'whoever_may_see_the_build',
        // Argo would look for a variable of its own in `{{name}}`.
        encode: ({ value }) => (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRisk */ .uK)(value, /\{(?=\{)/g),
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


/***/ })

};
