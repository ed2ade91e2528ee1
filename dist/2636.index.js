export const id = 2636;
export const ids = [2636,1324];
export const modules = {

/***/ 2636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bitriseHost: () => (/* binding */ bitriseHost)
/* harmony export */ });
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6504);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8866);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9107);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1324);





// Bitrise.
// https://docs.bitrise.io/en/bitrise-ci/references/available-environment-variables.html
// https://github.com/bitrise-io/envman
/** A step of a Bitrise workflow. An output is a variable of the environment of later steps: `$TRIGGERED_PIPELINE_ID`. A build that is aborted is killed. */
function bitriseHost(means) {
    const warnOnce = (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .sayOnce */ .N)((text) => host.log.info(text));
    const run = (0,_programs_js__WEBPACK_IMPORTED_MODULE_4__.programLanes)(means, (failure) => warnOnce(`${failure}: later steps do not get all outputs. With --output-file PATH, all of them are in a file.`));
    const host = (0,_console_host_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .k)(means, {
        name: 'Bitrise',
        outputs: [variables(means, run)],
        context: contextOf,
    });
    return host;
}
function variables({ environment }, run) {
    // They are in one file, which envman reads and writes as a whole: one after the other.
    const add = async (key, input, ...flags) => await run('envman', { name: 'envman', words: ['add', '--key', key, '--no-expand', ...flags], input });
    const carrier = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .carrierTo */ .AQ)({
        audience: 'later_steps',
        // Some versions of envman take no more than this.
        limits: { entryBytes: 20_000 },
        send: async (input, { name, isSecret }) => await add((0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentName */ .VE)(name), input, ...(isSecret ? ['--sensitive'] : [])),
    });
    return {
        ...carrier,
        clear: () => {
            for (const name of (0,_output_files_js__WEBPACK_IMPORTED_MODULE_2__/* .formerVariables */ .p)(environment))
                void add(name, '');
        },
    };
}
function contextOf(read) {
    const owner = read('BITRISEIO_GIT_REPOSITORY_OWNER');
    const repository = read('BITRISEIO_GIT_REPOSITORY_SLUG');
    const tag = read('BITRISE_GIT_TAG');
    const branch = read('BITRISE_GIT_BRANCH');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestNumber */ .Kd)(read('BITRISE_PULL_REQUEST'));
    return {
        repository: owner && repository && `${owner}/${repository}`,
        sha: read('BITRISE_GIT_COMMIT'),
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        event: read('BITRISE_TRIGGER_METHOD'),
        workflow: read('BITRISE_TRIGGERED_WORKFLOW_ID'),
        runId: read('BITRISE_BUILD_NUMBER'),
        runUrl: read('BITRISE_BUILD_URL'),
        pullRequest: number === undefined
            ? undefined
            : { number, title: '', headRef: branch, baseRef: read('BITRISEIO_GIT_BRANCH_DEST') },
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

/***/ 1324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   programLanes: () => (/* binding */ programLanes),
/* harmony export */   runProgram: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/** A stopped step has some six seconds; a program that hangs must not take all of them. */
const longestMs = 4_000;
/** What is in these may be there under another name, too: Bitrise hands `token` over as it is. */
const secretInput = /^GITLAB_TRIGGER_(?:\w*TOKEN|REQUEST_HEADERS)$/;
/**
 * Runs a program of the host, found by `PATH`, in a group of its own: a signal to our group, which ends us, lets it finish. It gets our environment
 * without our inputs, among which are secrets.
 */
async function runProgram({ name, words, input }, retryTimeoutMs = longestMs) {
    const environment = Object.entries(process.env);
    const secrets = new Set(environment.filter(([key]) => secretInput.test(key)).map(([, value]) => value));
    const others = environment.filter(([key, value]) => !key.startsWith('GITLAB_TRIGGER_') && !secrets.has(value));
    return await new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(name, words, {
            env: Object.fromEntries(others),
            stdio: ['pipe', 'ignore', 'ignore'],
            timeout: retryTimeoutMs,
            killSignal: 'SIGKILL',
            detached: process.platform !== 'win32',
            windowsHide: true,
        });
        child.on('error', (error) => {
            const code = 'code' in error ? String(error.code) : error.name;
            const why = code === 'ENOENT' ? 'is not installed' : `could not be run (${code})`;
            resolve({ why, outlook: 'hopeless' });
        });
        child.on('close', (code) => {
            if (code === 0)
                resolve(undefined);
            else if (code === null)
                resolve({ why: `took longer than ${retryTimeoutMs / 1_000} s`, outlook: 'hopeless' });
            else
                resolve({ why: `ended with exit code ${code}`, outlook: 'open' });
        });
        // It may end without having read all of it, which its exit code tells.
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}
/**
 * Programs of the host that run while the step goes on; the process ends when they have. `tell` hears what went wrong with one. One that is hopeless is
 * not run again: it would only take the time that a stopped step does not have.
 */
function programLanes({ run }, tell) {
    const lanes = new Map();
    const hopeless = new Map();
    const runOne = async (program) => {
        const before = hopeless.get(program.name);
        if (before !== undefined)
            return before;
        const failure = await run(program);
        if (failure === undefined)
            return undefined;
        const what = `${program.name} ${failure.why}`;
        if (failure.outlook === 'hopeless')
            hopeless.set(program.name, what);
        tell(what);
        return what;
    };
    return (lane, program) => {
        const before = lanes.get(lane) ?? Promise.resolve(undefined);
        const done = before
            .then(async () => await runOne(program))
            .catch(() => {
            const what = `${program.name} could not be run`;
            tell(what);
            return what;
        });
        lanes.set(lane, done);
        return done;
    };
}


/***/ })

};
