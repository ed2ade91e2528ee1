export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bitbucketPipelinesHost: () => (/* binding */ bitbucketPipelinesHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(666);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8866);




// Bitbucket Pipelines.
// https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
// https://www.atlassian.com/blog/bitbucket/easily-share-data-between-steps-in-bitbucket-pipelines
/**
 * A step of Bitbucket Pipelines. A later step gets those outputs that the step names in `output-variables`; Bitbucket prints their values at its beginning.
 * A step that is stopped loses its container.
 */
function bitbucketPipelinesHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'Bitbucket Pipelines',
        outputs: [
            (0,_output_files_js__WEBPACK_IMPORTED_MODULE_3__/* .hostFile */ .RK)(means, {
                variable: 'BITBUCKET_PIPELINES_VARIABLES_PATH',
                audience: 'whoever_may_see_the_build',
                line: variableLine,
                limits: { entries: 50, totalBytes: 100_000 },
            }),
        ],
        context: contextOf,
    });
}
/** How the file is read is not documented; nothing that a shell would replace is put in it. */
function variableLine(name, value) {
    const text = (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutRisk */ .uK)(value, /[$`]/g);
    return text === undefined ? undefined : (0,_output_files_js__WEBPACK_IMPORTED_MODULE_3__/* .lineOf */ .cA)('dotenv')((0,_output_files_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentName */ .VE)(name), text);
}
function contextOf(read) {
    const repository = read('BITBUCKET_REPO_FULL_NAME');
    const runId = read('BITBUCKET_BUILD_NUMBER');
    const branch = read('BITBUCKET_BRANCH');
    const tag = read('BITBUCKET_TAG');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(read('BITBUCKET_PR_ID'));
    const home = repository && `https://bitbucket.org/${repository}`;
    return {
        repository,
        sha: read('BITBUCKET_COMMIT'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        actor: read('BITBUCKET_STEP_TRIGGERER_UUID'),
        workflow: 'bitbucket-pipelines.yml',
        runId,
        runUrl: home && runId && `${home}/pipelines/results/${runId}`,
        pullRequest: number === undefined
            ? undefined
            : {
                number,
                title: '',
                url: home && `${home}/pull-requests/${number}`,
                headRef: branch,
                baseRef: read('BITBUCKET_PR_DESTINATION_BRANCH'),
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
