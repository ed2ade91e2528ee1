export const id = 4512;
export const ids = [4512];
export const modules = {

/***/ 4512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   giteaHost: () => (/* binding */ giteaHost)
/* harmony export */ });
/* harmony import */ var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3559);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(749);


// Gitea Actions, which runs actions as GitHub does.
// https://docs.gitea.com/usage/actions/comparison
// https://docs.gitea.com/usage/actions/actions-variables
/** A step of Gitea Actions. It shows warnings and errors in the log only, and no reports. A step that is cancelled loses its container. */
function giteaHost() {
    return (0,_github_actions_js__WEBPACK_IMPORTED_MODULE_0__.githubLikeHost)(_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .gitea */ .nz);
}


/***/ })

};
