export const id = 6010;
export const ids = [6010];
export const modules = {

/***/ 6010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   teamcityHost: () => (/* binding */ teamcityHost)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6504);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(247);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(666);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8866);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9107);







// TeamCity.
// https://www.jetbrains.com/help/teamcity/service-messages.html
// https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html
/**
 * A step of a TeamCity build. An output is a variable of the environment of later steps, `TRIGGERED_PIPELINE_ID`, and a parameter of the build. A build that
 * is stopped has all its processes killed.
 */
function teamcityHost(means) {
    const flowId = `gitlab-trigger-${means.processId}`;
    const message = (text, status) => serviceMessage('message', { text, status, flowId });
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .k)(means, {
        name: 'TeamCity',
        harmless: (line) => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7.teamcity, `#${_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .wedge */ .JF}#`),
        warning: (lines) => [message(lines.join('\n'), 'WARNING')],
        error: (lines) => [message(lines.join('\n'), 'ERROR')],
        group: (name, lines) => [
            serviceMessage('blockOpened', { name, flowId }),
            ...lines.map((line) => message(line, 'NORMAL')),
            serviceMessage('blockClosed', { name, flowId }),
        ],
        outputs: [parameters(means)],
        context: contextOf,
    });
}
function parameters(means) {
    const setVariable = (name, value) => means.print(`${serviceMessage('setParameter', { name: `env.${name}`, value })}\n`);
    const carrier = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .carrierTo */ .AQ)({
        audience: 'whoever_may_see_the_build',
        // TeamCity puts the parameter of that name for `%name%`. A single percent sign stands for itself.
        encode: ({ value }) => (/%[^%]*%/.test(value) ? (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutRisk */ .uK)(value, /%/g) : value),
        limits: { entryBytes: _output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .longestVariableBytes */ .Yx },
        check: () => (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .checkHeard */ .l)(means),
        put: (value, { name }) => {
            setVariable((0,_output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentName */ .VE)(name), value);
            (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .checkHeard */ .l)(means);
        },
    });
    return {
        ...carrier,
        clear: () => {
            for (const name of (0,_output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .formerVariables */ .p)(means.environment))
                setVariable(name, '');
        },
    };
}
function serviceMessage(name, attributes) {
    const texts = Object.entries(attributes).map(([key, value]) => `${key}='${escaped(value)}'`);
    return `##teamcity[${name} ${texts.join(' ')}]`;
}
function escaped(text) {
    return text
        .replace(/[|'[\]]/g, '|$&')
        .replaceAll('\n', '|n')
        .replaceAll('\r', '|r')
        .replace(/[^\u0020-\u007e]/g, (unit) => `|0x${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`);
}
function contextOf(read) {
    const branch = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRef */ .m3)(read('TEAMCITY_BUILD_BRANCH'));
    return {
        sha: read('BUILD_VCS_NUMBER'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .fullRef */ .vv)({ branch }),
        refName: branch,
        workflow: read('TEAMCITY_BUILDCONF_NAME'),
        runId: read('BUILD_NUMBER'),
        runUrl: read('BUILD_URL'),
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


/***/ }),

/***/ 247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ checkHeard)
/* harmony export */ });
/** To be called by what only works by commands on standard output. @throws {Error} when nobody hears them. */
function checkHeard({ unheard }) {
    const why = unheard?.();
    if (why !== undefined)
        throw new Error(why);
}


/***/ })

};
