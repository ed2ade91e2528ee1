export const id = 9586;
export const ids = [9586];
export const modules = {

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCompletion: () => (/* binding */ runCompletion)
/* harmony export */ });
/* harmony import */ var _base_exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5713);
/* harmony import */ var _command_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4789);
/* harmony import */ var _command_completion_script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4749);



/** Prints the script of a shell, and nothing beside it. */
function runCompletion({ host, printProduct }) {
    const given = host.inputs.read('shell');
    const shell = _command_completion_script_js__WEBPACK_IMPORTED_MODULE_2__/* .shells */ .m.find((name) => name === given);
    // The reader of the command line takes no other word.
    if (shell === undefined)
        throw new TypeError('no shell was given');
    (printProduct ?? host.log.info)((0,_command_completion_script_js__WEBPACK_IMPORTED_MODULE_2__/* .completionScript */ .k)(shell, _command_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .commands */ .P));
    return Promise.resolve(_base_exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.accepted);
}


/***/ })

};
