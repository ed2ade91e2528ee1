export const id = 3680;
export const ids = [3680];
export const modules = {

/***/ 3680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jenkinsHost: () => (/* binding */ jenkinsHost)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8866);




// Jenkins.
// https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
// https://www.jenkins.io/doc/pipeline/steps/pipeline-utility-steps/#readproperties-read-properties-from-files-in-the-workspace-or-text
/**
 * A step of a Jenkins pipeline. Outputs are in `gitlab-trigger.properties`, in the folder in which the step runs, for `readProperties`. A step that is
 * stopped gets SIGTERM, with all of its process group, and Jenkins listens no longer.
 */
function jenkinsHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .k)(means, {
        name: 'Jenkins',
        harmless: (line) => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7.jenkinsNote, ''),
        outputs: [
            (0,_output_files_js__WEBPACK_IMPORTED_MODULE_3__/* .ownFile */ .PV)(means, {
                path: 'gitlab-trigger.properties',
                audience: 'whoever_may_see_the_build',
                line: (0,_output_files_js__WEBPACK_IMPORTED_MODULE_3__/* .lineOf */ .cA)('properties'),
            }),
        ],
        context: contextOf,
    });
}
function contextOf(read) {
    const tag = read('TAG_NAME');
    // In a multibranch project, that of a pull request is called PR-7.
    const branch = read('CHANGE_BRANCH') ?? read('BRANCH_NAME') ?? read('GIT_BRANCH')?.replace(/^origin\//, '');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestNumber */ .Kd)(read('CHANGE_ID'));
    return {
        repository: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryIn */ .ce)(read('GIT_URL')),
        sha: read('GIT_COMMIT'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        actor: read('BUILD_USER_ID') ?? read('CHANGE_AUTHOR'),
        workflow: read('JOB_NAME'),
        job: read('STAGE_NAME'),
        runId: read('BUILD_NUMBER'),
        runUrl: read('BUILD_URL'),
        pullRequest: number === undefined
            ? undefined
            : {
                number,
                title: read('CHANGE_TITLE') ?? '',
                url: read('CHANGE_URL'),
                headRef: read('CHANGE_BRANCH'),
                baseRef: read('CHANGE_TARGET'),
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
