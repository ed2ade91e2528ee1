export const id = 2665;
export const ids = [2665,1324];
export const modules = {

/***/ 2665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildkiteHost: () => (/* binding */ buildkiteHost)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6504);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(666);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9107);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1324);






// Buildkite.
// https://buildkite.com/docs/pipelines/configure/environment-variables
// https://buildkite.com/docs/agent/cli/reference/meta-data
// https://buildkite.com/docs/agent/cli/reference/annotate
// https://buildkite.com/docs/agent/cli/reference/redactor
// https://buildkite.com/docs/pipelines/configure/managing-log-output
/** The beginning of a line that begins a group: colours count as nothing. */
const groupLine = new RegExp(`^((?:\\u001b\\[[\\d;:]*m|\\s)*)(?=${_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7.buildkiteGroup.source})`);
/**
 * A step of Buildkite. An output is meta-data of the build: `gitlab-trigger:pipeline_id`, or `gitlab-trigger:deploy:pipeline_id` where the step has the key
 * `deploy`. A job that is cancelled gets SIGTERM and is killed nine seconds later; the agent's own programs, in a group of their own, can end their work.
 */
function buildkiteHost(means) {
    const { environment } = means;
    const warnOnce = (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .sayOnce */ .N)((text) => host.log.info(text));
    const run = (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__.programLanes)(means, (failure) => warnOnce(`${failure}: Buildkite does not get all of what this step has for it. With --output-file PATH, the outputs are in a file.`));
    const annotate = annotations(environment, run);
    const host = (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .k)(means, {
        name: 'Buildkite',
        harmless: (line) => line.replace(groupLine, `$1${_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .wedge */ .JF}`),
        error: (lines) => {
            // Markdown that is code is not read as Markdown.
            annotate({ about: 'error', style: 'error', markdown: lines.map((line) => `    ${line}\n`).join('') });
            return [`Error: ${lines[0] ?? ''}`, ...lines.slice(1)];
        },
        // What comes after a group belongs to it until the next one begins.
        group: (title, lines) => [`--- ${title}`, ...lines, '+++ gitlab-trigger'],
        mask: redactor(run),
        outputs: [metaData(environment, run)],
        summary: (markdown) => annotate({ about: 'report', style: 'info', markdown }),
        context: contextOf,
    });
    return host;
}
function metaData({ BUILDKITE_STEP_KEY: key = '' }, run) {
    const prefix = key === '' ? 'gitlab-trigger:' : `gitlab-trigger:${key}:`;
    return (0,_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .carrierTo */ .AQ)({
        audience: 'whoever_may_see_the_build',
        limits: { entryBytes: 100_000 },
        send: async (input, { name }) => {
            // What an earlier attempt left under this name stays.
            if (input.trim() === '')
                return 'the agent of Buildkite takes no empty value';
            return await run(name, {
                name: 'buildkite-agent',
                words: ['meta-data', 'set', `${prefix}${name}`],
                input,
            });
        },
    });
}
/** Hides what is masked from all that the job prints later; all that comes in one go is handed over together. */
function redactor(run) {
    let waiting = [];
    const hand = () => {
        const input = JSON.stringify(Object.fromEntries(waiting.map((form, index) => [`secret_${index}`, form])));
        void run('redactor', { name: 'buildkite-agent', words: ['redactor', 'add', '--format', 'json'], input });
        waiting = [];
    };
    return (forms) => {
        if (waiting.length === 0)
            void Promise.resolve().then(hand);
        waiting.push(...forms);
    };
}
function annotations({ BUILDKITE_JOB_ID: job = '' }, run) {
    const begun = new Set();
    return ({ about, style, markdown }) => {
        const context = `gitlab-trigger-${about}-${job}`;
        const words = ['annotate', '--context', context, '--style', style];
        // The first one takes the place of what an earlier call of the same job has left.
        void run(context, {
            name: 'buildkite-agent',
            words: begun.has(context) ? [...words, '--append'] : words,
            input: markdown,
        });
        begun.add(context);
    };
}
function contextOf(read) {
    const branch = read('BUILDKITE_BRANCH');
    const tag = read('BUILDKITE_TAG');
    const retries = Number(read('BUILDKITE_RETRY_COUNT') ?? '0');
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestNumber */ .Kd)(read('BUILDKITE_PULL_REQUEST'));
    return {
        repository: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryIn */ .ce)(read('BUILDKITE_REPO')),
        // Until the agent has checked it out, this may be HEAD.
        sha: /^[0-9a-f]{40}$/.exec(read('BUILDKITE_COMMIT') ?? '')?.[0],
        ref: (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .fullRef */ .vv)({ tag, branch }),
        refName: tag ?? branch,
        actor: read('BUILDKITE_BUILD_CREATOR'),
        event: read('BUILDKITE_SOURCE'),
        workflow: read('BUILDKITE_PIPELINE_SLUG'),
        job: read('BUILDKITE_STEP_KEY') ?? read('BUILDKITE_LABEL'),
        runId: read('BUILDKITE_BUILD_NUMBER'),
        runAttempt: Number.isSafeInteger(retries) ? String(retries + 1) : undefined,
        runUrl: read('BUILDKITE_BUILD_URL'),
        pullRequest: number === undefined
            ? undefined
            : { number, title: '', headRef: branch, baseRef: read('BUILDKITE_PULL_REQUEST_BASE_BRANCH') },
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
