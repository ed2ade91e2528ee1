export const id = 6773;
export const ids = [6773];
export const modules = {

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   awsCodebuildHost: () => (/* binding */ awsCodebuildHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8866);



// AWS CodeBuild.
// https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
// https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.exported-variables
/**
 * A command of AWS CodeBuild. Outputs are in `gitlab-trigger.env`, in the folder in which it runs; after `. ./gitlab-trigger.env` they can be
 * `exported-variables` of the build. How a build that is stopped ends is not documented.
 */
function awsCodebuildHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, { name: 'AWS CodeBuild', outputs: [(0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .shellFile */ .jI)(means)], context: contextOf });
}
function contextOf(read) {
    const ref = read('CODEBUILD_WEBHOOK_HEAD_REF');
    const [workflow, runId] = read('CODEBUILD_BUILD_ID')?.split(':') ?? [];
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(/^pr\/(.*)$/.exec(read('CODEBUILD_WEBHOOK_TRIGGER') ?? '')?.[1]);
    return {
        repository: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryIn */ .ce)(read('CODEBUILD_SOURCE_REPO_URL')),
        sha: read('CODEBUILD_RESOLVED_SOURCE_VERSION'),
        ref,
        refName: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortRef */ .m3)(ref),
        actor: read('CODEBUILD_INITIATOR'),
        event: read('CODEBUILD_WEBHOOK_EVENT'),
        workflow,
        runId,
        runUrl: read('CODEBUILD_PUBLIC_BUILD_URL') ?? read('CODEBUILD_BUILD_URL'),
        pullRequest: number === undefined
            ? undefined
            : {
                number,
                title: '',
                headRef: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortRef */ .m3)(ref),
                baseRef: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortRef */ .m3)(read('CODEBUILD_WEBHOOK_BASE_REF')),
            },
    };
}


/***/ }),

/***/ 6504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ pullRequestNumber),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   l$: () => (/* binding */ pluginInputs),
/* harmony export */   m3: () => (/* binding */ shortRef),
/* harmony export */   vv: () => (/* binding */ fullRef)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);

/** The number of a pull request as a host tells it: alone (`7`), or as the end of its address (`https://github.com/o/r/pull/7`). */
function pullRequestNumber(text) {
    const [, digits] = /^(?:.*\/)?([1-9]\d{0,14})$/.exec(text ?? '') ?? [];
    return digits === undefined ? undefined : Number(digits);
}
/** A ref without `refs/heads/`, `refs/tags/` or `refs/pull/`. */
function shortRef(ref) {
    return ref?.replace(/^refs\/(?:heads|tags|pull)\//, '');
}
/** The full name of a tag or, where there is none, of a branch. */
function fullRef({ tag, branch, }) {
    if (tag !== undefined)
        return `refs/tags/${tag}`;
    return branch === undefined ? undefined : `refs/heads/${branch}`;
}
/** `group/app` of a repository's address for Git, without the password that may be in it. */
function repositoryIn(gitUrl) {
    const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(gitUrl ?? '', '/')) ?? [];
    return path?.replace(/(?<=.)\.git$/i, '');
}
/**
 * Inputs of a step that is a plugin: each setting is a variable, `PLUGIN_PROJECT_ID`. A map comes as a JSON object, which is how `variables` and `inputs`
 * are read; a list comes with commas between its entries. Settings are written in the step, and the variables of a plugin come from elsewhere as well: whoever may start a build may often set
 * some. In a step with commands, which has no settings, it is the other way round; there the CI puts the script into a variable.
 */
function pluginInputs({ environment }) {
    const isScript = [environment.DRONE_SCRIPT, environment.CI_SCRIPT].some((script = '') => script !== '');
    return {
        read: (name) => environment[`PLUGIN_${name.toUpperCase()}`],
        rank: isScript ? 'below_environment' : 'above_environment',
    };
}


/***/ })

};
