export const id = 3565;
export const ids = [3565];
export const modules = {

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkTable)
/* harmony export */ });
/* harmony import */ var _trigger_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5286);

/** Every input of the command that checks: those of the run that it is about, but for the one that makes a check of a run. */
const checkTable = Object.fromEntries(Object.entries(_trigger_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .triggerTable */ .$).filter(([name]) => name !== 'dry_run'));


/***/ })

};
