export const id = 462;
export const ids = [462];
export const modules = {

/***/ 462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildkiteHost: () => (/* binding */ buildkiteHost)
/* harmony export */ });
/* harmony import */ var _base_host_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4976);
/* harmony import */ var _caller_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9596);
/* harmony import */ var _harmless_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1572);
/* harmony import */ var _output_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6493);
/* harmony import */ var _program_lanes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9047);
/* harmony import */ var _say_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1758);
/* harmony import */ var _spoken_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4901);
// Buildkite.
// https://buildkite.com/docs/pipelines/configure/environment-variables
// https://buildkite.com/docs/agent/cli/reference/meta-data
// https://buildkite.com/docs/agent/cli/reference/annotate
// https://buildkite.com/docs/agent/cli/reference/redactor
// https://buildkite.com/docs/pipelines/configure/managing-log-output







/** The beginning of a line that begins a group: colours count as nothing. */
const groupLine = new RegExp(`^((?:\\u001b\\[[\\d;:]*m|\\s)*)(?=${_base_host_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v.buildkiteGroup.source})`);
/**
 * A step of Buildkite. An output is meta-data of the build: `gitlab-trigger:pipeline_id`, or `gitlab-trigger:deploy:pipeline_id` where the step has the key
 * `deploy`. A job that is cancelled gets SIGTERM and is killed nine seconds later; the agent's own programs, in a group of their own, can end their work.
 */
function buildkiteHost(means) {
    const { environment } = means;
    const tellOnce = (0,_say_once_js__WEBPACK_IMPORTED_MODULE_4__/* .sayOnce */ .N)((text) => host.log.info(text));
    const run = (0,_program_lanes_js__WEBPACK_IMPORTED_MODULE_5__/* .programLanes */ .C)(means, (trouble) => tellOnce(`${trouble}: Buildkite does not get all of what this step has for it. With --output-file PATH, the outputs are in a file.`));
    const annotate = annotations(environment, run);
    const host = (0,_spoken_host_js__WEBPACK_IMPORTED_MODULE_3__/* .spokenHost */ .F)(means, {
        name: 'Buildkite',
        harmless: (line) => line.replace(groupLine, `$1${_harmless_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wedge */ .JF}`),
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
    return (0,_output_place_js__WEBPACK_IMPORTED_MODULE_2__/* .carrierTo */ .A)({
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
    const number = (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .pullRequestNumber */ .Kd)(read('BUILDKITE_PULL_REQUEST'));
    return {
        repository: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryIn */ .ce)(read('BUILDKITE_REPO')),
        // Until the agent has checked it out, this may be HEAD.
        sha: /^[0-9a-f]{40}$/.exec(read('BUILDKITE_COMMIT') ?? '')?.[0],
        ref: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fullRef */ .vv)({ tag, branch }),
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

/***/ 9596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ pullRequestNumber),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   m3: () => (/* binding */ shortRef),
/* harmony export */   vv: () => (/* binding */ fullRef)
/* harmony export */ });
/* harmony import */ var _base_without_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9975);

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
    const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec((0,_base_without_end_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .M)(gitUrl ?? '', '/')) ?? [];
    return path?.replace(/(?<=.)\.git$/i, '');
}


/***/ }),

/***/ 2669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ withinLimits)
/* harmony export */ });
/* harmony import */ var _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2113);

/** A long value leaves so much room for the short ones, which come again and again until the end. */
const reservedBytes = 512;
const longBytes = 300;
/** Decides whether an output has room beside the others; `written` holds each as it is written, by name. */
function withinLimits(limits, written, [name, text]) {
    const { totalBytes, entries, entryBytes } = limits;
    const bytes = Buffer.byteLength(text);
    if (entryBytes !== undefined && bytes > entryBytes)
        return (0,_output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOut */ .ig)(`a value takes ${entryBytes} bytes at most here`);
    const others = Array.from(written).filter(([other]) => other !== name);
    if (entries !== undefined && others.length >= entries)
        return (0,_output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOut */ .ig)(`there is room for ${entries} outputs here`);
    const reserved = bytes > longBytes ? reservedBytes : 0;
    const total = others.reduce((sum, [, other]) => sum + Buffer.byteLength(other), bytes + reserved);
    if (totalBytes !== undefined && total > totalBytes)
        return (0,_output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOut */ .ig)(`there is room for ${totalBytes} bytes of outputs here`);
    return _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .taken */ .uU;
}


/***/ }),

/***/ 6493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ carrierTo)
/* harmony export */ });
/* harmony import */ var _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2113);
/* harmony import */ var _output_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2669);


/** Puts what fits in its place; where a value does not, no older one stays. */
function carrierTo(place) {
    const { audience, limits = {}, counted, encode = valueOf, check } = place;
    const deliver = (text, output) => {
        if ('send' in place)
            return { kind: 'under_way', arrival: place.send(text, output) };
        place.put(text, output);
        return _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .taken */ .uU;
    };
    const written = new Map();
    return {
        audience,
        check,
        carry: (output) => {
            const { name } = output;
            const text = encode(output);
            const entry = counted?.(output) ?? text ?? '';
            const fitting = text === undefined ? _output_carrier_js__WEBPACK_IMPORTED_MODULE_0__/* .unfit */ .Ri : (0,_output_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .withinLimits */ .o)(limits, written, [name, entry]);
            const hadOne = written.delete(name);
            if (text !== undefined && fitting.kind === 'taken') {
                const carried = deliver(text, output);
                written.set(name, entry);
                return carried;
            }
            if (hadOne) {
                const nothing = { name, value: '', isSecret: false };
                deliver(encode(nothing) ?? '', nothing);
            }
            return fitting;
        },
    };
}
function valueOf({ value }) {
    return value;
}


/***/ }),

/***/ 9047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ programLanes)
/* harmony export */ });
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
        const trouble = await run(program);
        if (trouble === undefined)
            return undefined;
        const what = `${program.name} ${trouble.why}`;
        if (trouble.outlook === 'hopeless')
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


/***/ }),

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ spokenHost)
/* harmony export */ });
/* harmony import */ var _harmless_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1572);
/* harmony import */ var _output_sink_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(870);
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1188);
/* harmony import */ var _say_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1758);




/**
 * The host that speaks a dialect. Secrets are taken out of everything here, because most CIs cannot hide what a step has got to know; foreign text is
 * cleaned and made harmless here, too.
 */
function spokenHost(means, dialect) {
    const { harmless = unchanged, group = indented, outputs: carriers = [] } = dialect;
    const { warning = titled('Warning'), error = titled('Error'), debug = silent, finding } = dialect;
    const redaction = (0,_redaction_js__WEBPACK_IMPORTED_MODULE_2__.createRedaction)();
    const read = (name) => {
        const text = means.environment[name];
        return text === '' ? undefined : text;
    };
    const clean = (text) => (0,_harmless_text_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(redaction.apply(text)).map(harmless);
    const print = (lines) => {
        if (lines.length > 0)
            means.print(`${lines.join('\n')}\n`);
    };
    const cleanFinding = (given) => ({
        ...given,
        title: clean(given.title).join(' '),
        message: clean(given.message).join('\n'),
        file: given.file === undefined ? undefined : clean(given.file).join(' '),
    });
    return {
        name: dialect.name,
        inputs: dialect.inputs ?? { read: () => undefined },
        log: {
            info: (text) => print(clean(text)),
            debug: (text) => print(debug(clean(text))),
            warning: (text) => print(warning(clean(text))),
            error: (text) => print(error(clean(text))),
            group: (title, lines) => print(group(clean(title).join(' '), lines.flatMap(clean))),
            finding: finding && ((given) => print(finding(cleanFinding(given)))),
        },
        masker: (0,_redaction_js__WEBPACK_IMPORTED_MODULE_2__.maskerOf)(redaction, (forms) => dialect.mask?.(forms)),
        outputs: (0,_output_sink_js__WEBPACK_IMPORTED_MODULE_1__/* .outputSink */ .v)({
            carriers,
            holdsSecret: (value) => redaction.apply(value) !== value,
            tellOnce: (0,_say_once_js__WEBPACK_IMPORTED_MODULE_3__/* .sayOnce */ .N)((text) => print(clean(text))),
        }),
        summary: {
            write: (markdown) => {
                try {
                    dialect.summary?.(redaction.applyToMarkdown(markdown));
                    return Promise.resolve(true);
                }
                catch {
                    return Promise.resolve(false);
                }
            },
        },
        // A step that was killed has no second chance but on GitHub and its kind.
        state: { save: () => undefined, load: () => undefined },
        context: () => ({ ci: dialect.name, ...dialect.context?.(read) }),
        hints: dialect.hints?.(read) ?? [],
    };
}
function unchanged(line) {
    return line;
}
function silent() {
    return [];
}
function titled(title) {
    return ([first = '', ...others]) => [`${title}: ${first}`, ...others];
}
function indented(title, lines) {
    return [title, ...lines.map((line) => `  ${line}`)];
}


/***/ })

};
