export const id = 2517;
export const ids = [2517];
export const modules = {

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

/***/ 2517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   circleciHost: () => (/* binding */ circleciHost)
/* harmony export */ });
/* harmony import */ var _caller_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9596);
/* harmony import */ var _output_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1588);
/* harmony import */ var _output_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5998);
/* harmony import */ var _spoken_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4901);




/**
 * A step of CircleCI. Outputs are exported in `$BASH_ENV`, which every later step of the job begins with. What a cancelled step gets is not documented:
 * SIGTERM, then a kill, is what happens.
 */
function circleciHost(means) {
    return (0,_spoken_host_js__WEBPACK_IMPORTED_MODULE_2__/* .spokenHost */ .F)(means, {
        name: 'CircleCI',
        outputs: [exports(means)],
        context: contextOf,
    });
}
function exports(means) {
    const file = (0,_output_file_js__WEBPACK_IMPORTED_MODULE_0__/* .hostFile */ .R)(means, {
        variable: 'BASH_ENV',
        audience: 'later_steps',
        line: _output_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .exportLine */ .X3,
        limits: { entryBytes: _output_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .longestVariableBytes */ .Yx },
    });
    return {
        ...file,
        clear: () => {
            const former = (0,_output_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .formerVariables */ .p)(means.environment);
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
    const number = (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestNumber */ .Kd)(read('CIRCLE_PULL_REQUEST') ?? read('CIRCLE_PR_NUMBER'));
    return {
        repository: owner && repository && `${owner}/${repository}`,
        sha: read('CIRCLE_SHA1'),
        ref: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_3__/* .fullRef */ .vv)({ tag, branch }),
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

/***/ 1588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ownFile),
/* harmony export */   R: () => (/* binding */ hostFile)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _output_carrier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2113);
/* harmony import */ var _output_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2669);
/* harmony import */ var _output_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6493);
/* harmony import */ var _step_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2237);





/** A file of our own at `path`, written anew with each output: it holds those of the last call and nothing else. */
function ownFile(means, { path, owner, audience, line, limits = {} }) {
    const lines = new Map();
    const write = () => means.writeText(path, Array.from(lines.values()).join(''), owner);
    return {
        audience,
        file: path,
        check: write,
        carry: ({ name, value }) => {
            const next = line(name, value);
            const carried = next === undefined ? _output_carrier_js__WEBPACK_IMPORTED_MODULE_1__/* .unfit */ .Ri : (0,_output_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .withinLimits */ .o)(limits, lines, [name, next]);
            const hadOne = lines.delete(name);
            if (next !== undefined && carried.kind === 'taken')
                lines.set(name, next);
            if (hadOne || carried.kind === 'taken')
                write();
            return carried;
        },
        clear: () => {
            lines.clear();
            try {
                write();
            }
            catch (error) {
                throw means.isThere(path) ? stale(path, (0,_step_files_js__WEBPACK_IMPORTED_MODULE_4__/* .fileCodeOf */ .h3)(error)) : error;
            }
        },
    };
}
/** A later step would take what is in it for ours. */
function stale(path, code) {
    const why = code === 'ELOOP'
        ? 'It is a symbolic link, or leads through one, which may have come with a checkout and is not followed'
        : `The system says ${code}`;
    return new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: `${path} is there already and cannot be replaced, so nothing was started: later steps would read the outputs of another run in it`,
        why,
        cure: 'Remove it before this step, or let this user write in its folder.',
    });
}
/** A file of the host's, whose path is in `variable`: a line is added for each output, and the last one of a name counts. */
function hostFile({ environment, appendText }, { variable, audience, line, limits }) {
    const append = (text) => {
        const path = environment[variable] ?? '';
        if (path === '')
            throw new Error(`${variable} is not set`);
        appendText(path, text);
    };
    return (0,_output_place_js__WEBPACK_IMPORTED_MODULE_3__/* .carrierTo */ .A)({
        audience,
        encode: ({ name, value }) => line(name, value),
        limits,
        put: append,
        check: () => append(''),
    });
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
