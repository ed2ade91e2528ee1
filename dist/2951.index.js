export const id = 2951;
export const ids = [2951];
export const modules = {

/***/ 2951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   giteaHost: () => (/* binding */ giteaHost)
/* harmony export */ });
/* harmony import */ var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3670);
/* harmony import */ var _github_flavour_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6666);
// Gitea Actions, which runs actions as GitHub does.
// https://docs.gitea.com/usage/actions/comparison
// https://docs.gitea.com/usage/actions/actions-variables


/** A step of Gitea Actions. It shows warnings and errors in the log only, and no reports. A step that is cancelled loses its container. */
function giteaHost() {
    return (0,_github_actions_js__WEBPACK_IMPORTED_MODULE_0__.githubLikeHost)(_github_flavour_js__WEBPACK_IMPORTED_MODULE_1__/* .gitea */ .nz);
}


/***/ })

};
