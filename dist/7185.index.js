export const id = 7185;
export const ids = [7185];
export const modules = {

/***/ 7185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   travisHost: () => (/* binding */ travisHost)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6504);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(666);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8866);





// Travis CI.
// https://docs.travis-ci.com/user/environment-variables/#default-environment-variables
/** A job of Travis CI. Outputs are in `gitlab-trigger.env`, for a later command of the same job: `. ./gitlab-trigger.env`. A cancelled job is killed. */
function travisHost(means) {
    let folds = 0;
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .k)(means, {
        name: 'Travis CI',
        harmless: (line) => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7.travis, `travis${_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .wedge */ .JF}_`),
        group: (title, lines) => {
            const name = `gitlab_trigger_${means.processId}_${(folds += 1)}`;
            return [`travis_fold:start:${name}\r\u001b[0K${title}`, ...lines, `travis_fold:end:${name}\r\u001b[0K`];
        },
        outputs: [(0,_output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .shellFile */ .jI)(means)],
        context: contextOf,
    });
}
function contextOf(read) {
    const repository = read('TRAVIS_REPO_SLUG');
    const tag = read('TRAVIS_TAG');
    const branch = read('TRAVIS_BRANCH');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestNumber */ .Kd)(read('TRAVIS_PULL_REQUEST'));
    return {
        repository,
        sha: read('TRAVIS_COMMIT'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        event: read('TRAVIS_EVENT_TYPE'),
        workflow: '.travis.yml',
        job: read('TRAVIS_JOB_NAME'),
        runId: read('TRAVIS_BUILD_ID'),
        runUrl: read('TRAVIS_BUILD_WEB_URL'),
        pullRequest: number === undefined
            ? undefined
            : {
                number,
                title: '',
                headRef: read('TRAVIS_PULL_REQUEST_BRANCH'),
                headSha: read('TRAVIS_PULL_REQUEST_SHA'),
                // For a pull request, the branch of the build is the one to merge into.
                baseRef: branch,
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
