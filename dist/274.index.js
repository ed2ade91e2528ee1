export const id = 274;
export const ids = [274];
export const modules = {

/***/ 274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   forgejoHost: () => (/* binding */ forgejoHost)
/* harmony export */ });
/* harmony import */ var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3559);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);


// Forgejo Actions, which runs actions as GitHub does.
// https://forgejo.org/docs/latest/user/actions/reference/
// https://forgejo.org/docs/latest/user/actions/github-actions/
/** A step of Forgejo Actions. It shows warnings and errors in the log only, and no reports. A step that is cancelled loses its container. */
function forgejoHost() {
    return (0,_github_actions_js__WEBPACK_IMPORTED_MODULE_0__.githubLikeHost)(_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forgejo */ .NR);
}


/***/ })

};
