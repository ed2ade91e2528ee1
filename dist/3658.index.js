export const id = 3658;
export const ids = [3658];
export const modules = {

/***/ 3658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   googleCloudBuildHost: () => (/* binding */ googleCloudBuildHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8866);



// Google Cloud Build.
// https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values
// https://cloud.google.com/build/docs/api/reference/rest/v1/projects.builds#Results
/**
 * A step of Google Cloud Build. Steps share `/workspace`: outputs are in `gitlab-trigger.env` there, for `. ./gitlab-trigger.env`, and as `name=value` lines
 * in the step's own output (`results.buildStepOutputs`). The substitutions of the build are only known with `automapSubstitutions`. A build that is cancelled
 * loses its containers.
 */
function googleCloudBuildHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'Google Cloud Build',
        outputs: [
            (0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .shellFile */ .jI)(means),
            (0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFile */ .PV)(means, {
                path: `${means.environment.BUILDER_OUTPUT ?? '.'}/output`,
                owner: 'host',
                audience: 'whoever_may_see_the_build',
                line: (0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lineOf */ .cA)('dotenv'),
                // Google cuts off what is longer.
                limits: { totalBytes: 50_000 },
            }),
        ],
        context: contextOf,
    });
}
function contextOf(read) {
    const tag = read('TAG_NAME');
    const branch = read('BRANCH_NAME');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(read('_PR_NUMBER'));
    return {
        repository: read('REPO_FULL_NAME') ?? read('REPO_NAME'),
        sha: read('COMMIT_SHA') ?? read('REVISION_ID'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        workflow: read('TRIGGER_NAME') ?? read('TRIGGER_BUILD_CONFIG_PATH'),
        runId: read('BUILD_ID'),
        pullRequest: number === undefined
            ? undefined
            : { number, title: '', headRef: read('_HEAD_BRANCH'), baseRef: read('_BASE_BRANCH') },
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
