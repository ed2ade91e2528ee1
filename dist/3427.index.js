export const id = 3427;
export const ids = [3427];
export const modules = {

/***/ 3427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   azurePipelinesHost: () => (/* binding */ azurePipelinesHost)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6504);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(247);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(666);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8866);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9107);







// Azure Pipelines.
// https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
// https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables
// https://github.com/microsoft/azure-pipelines-agent/blob/master/docs/design/percentEncoding.md
/** What comes after these, of a kind, the agent only logs. */
const mostIssues = 10;
/**
 * A step of Azure Pipelines. An output is a variable of the step, by its `name`: `$(deploy.pipeline_id)`. A step that is cancelled gets SIGINT, after 7.5 s
 * SIGTERM, and is killed 2.5 s later.
 */
function azurePipelinesHost(means) {
    const { environment, print, writeText, processId } = means;
    const issue = issues();
    let summaries = 0;
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .k)(means, {
        name: 'Azure Pipelines',
        harmless: (line) => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7.azure, `#${_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .wedge */ .JF}#`),
        warning: (lines) => issue({ type: 'warning', text: lines.join('\n') }),
        error: (lines) => issue({ type: 'error', text: lines.join('\n') }),
        finding: ({ level, title, message, file, line }) => issue({ type: level, text: `${title}\n${message}`, file, line }),
        debug: (lines) => lines.map((line) => `##vso[task.debug]${dataText(line)}`),
        group: (title, lines) => [`##[group]${title}`, ...lines, '##[endgroup]'],
        mask: (forms) => {
            // The agent refuses to hide a text of several lines.
            const lines = forms.flatMap((form) => form.split(/[\r\n]+/)).filter((line) => line.trim().length >= 4);
            for (const line of new Set(lines))
                print(`##vso[task.setsecret]${dataText(line)}\n`);
        },
        outputs: [stepVariables(means)],
        summary: (markdown) => {
            const { AGENT_TEMPDIRECTORY: folder = '' } = environment;
            if (folder === '')
                throw new Error('AGENT_TEMPDIRECTORY is not set');
            const path = `${folder}/gitlab-trigger-${processId}-${(summaries += 1)}.md`;
            writeText(path, markdown, 'host');
            print(`##vso[task.uploadsummary]${dataText(path)}\n`);
        },
        context: contextOf,
    });
}
function stepVariables(means) {
    return (0,_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .carrierTo */ .AQ)({
        audience: 'later_steps',
        encode: ({ value, isSecret }) => {
            // The agent refuses a secret of several lines.
            if (isSecret && /[\r\n]/.test(value))
                return undefined;
            // In a value, `$(name)` would be replaced by the variable of that name, which may be a secret one.
            return (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutRisk */ .uK)(value, /\$(?=\()/g);
        },
        // It is in the environment of each later script, which on Windows has 32 KiB for everything together.
        limits: { entryBytes: means.environment.AGENT_OS === 'Windows_NT' ? 8_000 : _output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .longestVariableBytes */ .Yx },
        check: () => (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .checkHeard */ .l)(means),
        put: (text, { name, isSecret }) => {
            const properties = `variable=${propertyText(name)};isOutput=true${isSecret ? ';issecret=true' : ''}`;
            means.print(`##vso[task.setvariable ${properties}]${dataText(text)}\n`);
            (0,_host_js__WEBPACK_IMPORTED_MODULE_6__/* .checkHeard */ .l)(means);
        },
    });
}
/** The first of a type are shown beside the log, each as one. */
function issues() {
    const counts = { warning: 0, error: 0 };
    return ({ type, text, file, line }) => {
        counts[type] += 1;
        if (counts[type] > mostIssues)
            return text.split('\n').map((each) => `##[${type}]${each}`);
        const place = file === undefined
            ? ''
            : `;sourcepath=${propertyText(file)}${line === undefined ? '' : `;linenumber=${line}`}`;
        return [`##vso[task.logissue type=${type}${place}]${dataText(text)}`];
    };
}
function dataText(text) {
    return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function propertyText(text) {
    return dataText(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}
function contextOf(read) {
    const ref = read('BUILD_SOURCEBRANCH');
    const collection = read('SYSTEM_COLLECTIONURI');
    const project = read('SYSTEM_TEAMPROJECT');
    const runId = read('BUILD_BUILDID');
    const isPlaced = collection !== undefined && project !== undefined && runId !== undefined;
    return {
        repository: read('BUILD_REPOSITORY_NAME'),
        sha: read('BUILD_SOURCEVERSION'),
        ref,
        refName: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRef */ .m3)(ref),
        actor: read('BUILD_REQUESTEDFOR'),
        event: read('BUILD_REASON'),
        workflow: read('BUILD_DEFINITIONNAME'),
        job: read('SYSTEM_JOBNAME'),
        runId,
        runAttempt: read('SYSTEM_JOBATTEMPT'),
        runUrl: isPlaced
            ? `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(collection, '/')}/${encodeURIComponent(project)}/_build/results?buildId=${runId}`
            : undefined,
        pullRequest: pullRequestOf(read),
    };
}
function pullRequestOf(read) {
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestNumber */ .Kd)(read('SYSTEM_PULLREQUEST_PULLREQUESTNUMBER') ?? read('SYSTEM_PULLREQUEST_PULLREQUESTID'));
    if (number === undefined)
        return undefined;
    return {
        number,
        title: '',
        headRef: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRef */ .m3)(read('SYSTEM_PULLREQUEST_SOURCEBRANCH')),
        headSha: read('SYSTEM_PULLREQUEST_SOURCECOMMITID'),
        baseRef: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortRef */ .m3)(read('SYSTEM_PULLREQUEST_TARGETBRANCH')),
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
