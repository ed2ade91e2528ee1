export const id = 6567;
export const ids = [6567];
export const modules = {

/***/ 6567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   woodpeckerHost: () => (/* binding */ woodpeckerHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8866);



// Woodpecker CI.
// https://woodpecker-ci.org/docs/usage/environment
// https://woodpecker-ci.org/docs/usage/plugins/creating-plugins
/**
 * A step of Woodpecker, with commands of its own or as a plugin. Steps share the working copy: outputs are in `gitlab-trigger.env` there, for
 * `. ./gitlab-trigger.env`. A step that is stopped loses its container.
 */
function woodpeckerHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'Woodpecker CI',
        inputs: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pluginInputs */ .l$)(means),
        outputs: [(0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .shellFile */ .jI)(means)],
        context: contextOf,
    });
}
function contextOf(read) {
    const ref = read('CI_COMMIT_REF');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(read('CI_COMMIT_PULL_REQUEST'));
    return {
        repository: read('CI_REPO'),
        sha: read('CI_COMMIT_SHA'),
        ref,
        refName: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortRef */ .m3)(ref),
        actor: read('CI_PIPELINE_AUTHOR') ?? read('CI_COMMIT_AUTHOR'),
        event: read('CI_PIPELINE_EVENT'),
        workflow: read('CI_WORKFLOW_NAME'),
        job: read('CI_STEP_NAME'),
        runId: read('CI_PIPELINE_NUMBER'),
        runUrl: read('CI_PIPELINE_URL'),
        pullRequest: number === undefined
            ? undefined
            : {
                number,
                title: read('CI_COMMIT_PULL_REQUEST_TITLE') ?? '',
                headRef: read('CI_COMMIT_SOURCE_BRANCH'),
                baseRef: read('CI_COMMIT_TARGET_BRANCH'),
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
