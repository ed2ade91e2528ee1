export const id = 859;
export const ids = [859];
export const modules = {

/***/ 859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bitriseHost: () => (/* binding */ bitriseHost)
/* harmony export */ });
/* harmony import */ var _caller_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9596);
/* harmony import */ var _output_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5998);
/* harmony import */ var _output_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6493);
/* harmony import */ var _program_lanes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9047);
/* harmony import */ var _say_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1758);
/* harmony import */ var _spoken_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4901);






/** A step of a Bitrise workflow. An output is a variable of the environment of later steps: `$TRIGGERED_PIPELINE_ID`. A build that is aborted is killed. */
function bitriseHost(means) {
    const tellOnce = (0,_say_once_js__WEBPACK_IMPORTED_MODULE_3__/* .sayOnce */ .N)((text) => host.log.info(text));
    const run = (0,_program_lanes_js__WEBPACK_IMPORTED_MODULE_4__/* .programLanes */ .C)(means, (trouble) => tellOnce(`${trouble}: later steps do not get all outputs. With --output-file PATH, all of them are in a file.`));
    const host = (0,_spoken_host_js__WEBPACK_IMPORTED_MODULE_2__/* .spokenHost */ .F)(means, {
        name: 'Bitrise',
        outputs: [variables(means, run)],
        context: contextOf,
    });
    return host;
}
function variables({ environment }, run) {
    // They are in one file, which envman reads and writes as a whole: one after the other.
    const add = async (key, input, ...flags) => await run('envman', { name: 'envman', words: ['add', '--key', key, '--no-expand', ...flags], input });
    const carrier = (0,_output_place_js__WEBPACK_IMPORTED_MODULE_1__/* .carrierTo */ .A)({
        audience: 'later_steps',
        // Some versions of envman take no more than this.
        limits: { entryBytes: 20_000 },
        send: async (input, { name, isSecret }) => await add((0,_output_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentName */ .VE)(name), input, ...(isSecret ? ['--sensitive'] : [])),
    });
    return {
        ...carrier,
        clear: () => {
            for (const name of (0,_output_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .formerVariables */ .p)(environment))
                void add(name, '');
        },
    };
}
function contextOf(read) {
    const owner = read('BITRISEIO_GIT_REPOSITORY_OWNER');
    const repository = read('BITRISEIO_GIT_REPOSITORY_SLUG');
    const tag = read('BITRISE_GIT_TAG');
    const branch = read('BITRISE_GIT_BRANCH');
    const number = (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestNumber */ .Kd)(read('BITRISE_PULL_REQUEST'));
    return {
        repository: owner && repository && `${owner}/${repository}`,
        sha: read('BITRISE_GIT_COMMIT'),
        ref: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_5__/* .fullRef */ .vv)({ tag, branch }),
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

/***/ 5998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   X3: () => (/* binding */ exportLine),
/* harmony export */   Yx: () => (/* binding */ longestVariableBytes),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   p: () => (/* binding */ formerVariables)
/* harmony export */ });
/* harmony import */ var _output_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7238);

/**
 * How an output is called where outputs become variables of the environment: `TRIGGERED_PIPELINE_ID`. What begins with `GITLAB_TRIGGER_` is an input. The
 * key of a value stays as it is, because two keys may differ in case only: `TRIGGERED_VALUE_image`.
 */
function environmentName(output) {
    const [, key] = /^value_(.*)$/.exec(output) ?? [];
    return key === undefined ? `TRIGGERED_${output.toUpperCase()}` : `TRIGGERED_VALUE_${key}`;
}
/** The variables of an earlier call, which this step finds in its environment as later ones will. */
function formerVariables(environment) {
    return Object.keys(environment).filter((name) => /^TRIGGERED_(?:VALUE_\w+|[A-Z_]+)$/.test(name) && environment[name] !== '');
}
/** Linux starts no program with a longer variable (128 KiB with its name), whichever of them the program wants. */
const longestVariableBytes = 100_000;
/** Writes one output as a line of a format, with its end; `undefined` for a value that the format cannot carry. */
function lineOf(format) {
    return (name, value) => {
        const { text, leftOut } = (0,_output_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatOutputs */ .A)(format, new Map([[name, value]]));
        return leftOut.length === 0 ? text : undefined;
    };
}
/** A line of a shell script that exports an output as a variable of the environment. */
function exportLine(name, value) {
    return lineOf('shell')(environmentName(name), value);
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
