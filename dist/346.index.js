export const id = 346;
export const ids = [346,6936];
export const modules = {

/***/ 6936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   droneContext: () => (/* binding */ droneContext),
/* harmony export */   droneHost: () => (/* binding */ droneHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8866);



// Drone.
// https://docs.drone.io/pipeline/environment/reference/
// https://docs.drone.io/plugins/overview/
/**
 * A step of Drone, with commands of its own or as a plugin. Steps share the working copy: outputs are in `gitlab-trigger.env` there, for
 * `. ./gitlab-trigger.env`. A step that is stopped loses its container.
 */
function droneHost(means) {
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'Drone',
        inputs: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pluginInputs */ .l$)(means),
        outputs: [(0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .shellFile */ .jI)(means)],
        context: droneContext,
    });
}
/** What Drone tells, and Harness too. */
function droneContext(read) {
    const ref = read('DRONE_COMMIT_REF');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(read('DRONE_PULL_REQUEST'));
    return {
        repository: read('DRONE_REPO'),
        sha: read('DRONE_COMMIT_SHA'),
        ref,
        refName: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortRef */ .m3)(ref),
        actor: read('DRONE_BUILD_TRIGGER'),
        event: read('DRONE_BUILD_EVENT'),
        workflow: read('DRONE_STAGE_NAME'),
        job: read('DRONE_STEP_NAME'),
        runId: read('DRONE_BUILD_NUMBER'),
        runUrl: read('DRONE_BUILD_LINK'),
        pullRequest: number === undefined
            ? undefined
            : {
                number,
                title: read('DRONE_PULL_REQUEST_TITLE') ?? '',
                headRef: read('DRONE_SOURCE_BRANCH'),
                baseRef: read('DRONE_TARGET_BRANCH'),
            },
    };
}


/***/ }),

/***/ 346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   harnessHost: () => (/* binding */ harnessHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(666);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8866);
/* harmony import */ var _drone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6936);





// Harness CI, which runs the plugins of Drone.
// https://developer.harness.io/docs/continuous-integration/troubleshoot-ci/ci-env-var
// https://developer.harness.io/docs/continuous-integration/use-ci/use-drone-plugins/plugin-step-settings-reference
/**
 * A step of Harness CI. Outputs are output variables of the step: `<+steps.deploy.output.outputVariables.pipeline_id>`; Harness takes them from steps that
 * end well. A step that is stopped loses its container.
 */
function harnessHost(means) {
    const open = variables(means, 'DRONE_OUTPUT', 'whoever_may_see_the_build');
    const secret = variables(means, 'HARNESS_OUTPUT_SECRET_FILE', 'later_steps');
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'Harness CI',
        inputs: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pluginInputs */ .l$)(means),
        outputs: [
            {
                audience: 'later_steps',
                carry: (output) => (output.isSecret ? secret : open).carry(output),
                check: (kind) => (kind === 'secret' ? secret : open).check?.(kind),
            },
        ],
        context: contextOf,
    });
}
function variables(means, variable, audience) {
    // One longer line, and none of the file can be read.
    return (0,_output_files_js__WEBPACK_IMPORTED_MODULE_3__/* .hostFile */ .RK)(means, { variable, audience, line: quotedLine, limits: { entryBytes: 60_000 } });
}
/** Read by two versions of godotenv: in single quotes nothing has a meaning for both, as long as the text has none and does not end with a backslash. */
function quotedLine(name, value) {
    const text = (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutRisk */ .uK)(value, /['#]/g) ?? value;
    // The older one counts quotes to tell a number sign from a comment.
    const isMisread = /['\r\n\0]|\\$/.test(text) || (text.includes('#') && text.includes('"'));
    return isMisread ? undefined : `${name}='${text}'\n`;
}
function contextOf(read) {
    return {
        ...(0,_drone_js__WEBPACK_IMPORTED_MODULE_4__.droneContext)(read),
        workflow: read('HARNESS_PIPELINE_ID'),
        job: read('HARNESS_STAGE_ID'),
        runId: read('HARNESS_BUILD_ID'),
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
