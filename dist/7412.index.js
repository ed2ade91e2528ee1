export const id = 7412;
export const ids = [7412];
export const modules = {

/***/ 7412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   circleciHost: () => (/* binding */ circleciHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8866);



// CircleCI.
// https://circleci.com/docs/guides/security/set-environment-variable/#parameters-and-bash-environment
// https://circleci.com/docs/reference/variables/
/**
 * A step of CircleCI. Outputs are exported in `$BASH_ENV`, which every later step of the job begins with. What a cancelled step gets is not documented:
 * SIGTERM, then a kill, is what happens.
 */
function circleciHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'CircleCI',
        outputs: [exports(means)],
        context: contextOf,
    });
}
function exports(means) {
    const file = (0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .hostFile */ .RK)(means, {
        variable: 'BASH_ENV',
        audience: 'later_steps',
        line: _output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .exportLine */ .X3,
        limits: { entryBytes: _output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .longestVariableBytes */ .Yx },
    });
    return {
        ...file,
        clear: () => {
            const former = (0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .formerVariables */ .p)(means.environment);
            if (former.length > 0)
                means.appendText(means.environment.BASH_ENV ?? '', `unset ${former.join(' ')}\n`);
        },
    };
}
function contextOf(read) {
    const owner = read('CIRCLE_PROJECT_USERNAME');
    const repository = read('CIRCLE_PROJECT_REPONAME');
    const branch = read('CIRCLE_BRANCH');
    const tag = read('CIRCLE_TAG');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(read('CIRCLE_PULL_REQUEST') ?? read('CIRCLE_PR_NUMBER'));
    return {
        repository: owner && repository && `${owner}/${repository}`,
        sha: read('CIRCLE_SHA1'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        actor: read('CIRCLE_USERNAME'),
        workflow: '.circleci/config.yml',
        job: read('CIRCLE_JOB'),
        runId: read('CIRCLE_WORKFLOW_ID'),
        runUrl: read('CIRCLE_BUILD_URL'),
        pullRequest: number === undefined
            ? undefined
            : { number, title: '', url: read('CIRCLE_PULL_REQUEST'), headRef: branch },
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
