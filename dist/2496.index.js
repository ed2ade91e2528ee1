export const id = 2496;
export const ids = [2496];
export const modules = {

/***/ 2496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   azurePipelinesHost: () => (/* binding */ azurePipelinesHost)
/* harmony export */ });
/* harmony import */ var _base_host_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4976);
/* harmony import */ var _base_without_end_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9975);
/* harmony import */ var _caller_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9596);
/* harmony import */ var _harmless_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1572);
/* harmony import */ var _host_means_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2440);
/* harmony import */ var _output_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5998);
/* harmony import */ var _output_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6493);
/* harmony import */ var _spoken_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4901);
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
    return (0,_spoken_host_js__WEBPACK_IMPORTED_MODULE_4__/* .spokenHost */ .F)(means, {
        name: 'Azure Pipelines',
        harmless: (line) => line.replaceAll(_base_host_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v.azure, `#${_harmless_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wedge */ .JF}#`),
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
    return (0,_output_place_js__WEBPACK_IMPORTED_MODULE_3__/* .carrierTo */ .A)({
        audience: 'later_steps',
        encode: ({ value, isSecret }) => {
            // The agent refuses a secret of several lines.
            if (isSecret && /[\r\n]/.test(value))
                return undefined;
            // In a value, `$(name)` would be replaced by the variable of that name, which may be a secret one.
            return (0,_harmless_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRisk */ .uK)(value, /\$(?=\()/g);
        },
        // It is in the environment of each later script, which on Windows has 32 KiB for everything together.
        limits: { entryBytes: means.environment.AGENT_OS === 'Windows_NT' ? 8_000 : _output_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .longestVariableBytes */ .Yx },
        check: () => (0,_host_means_js__WEBPACK_IMPORTED_MODULE_5__/* .checkHeard */ .l)(means),
        put: (text, { name, isSecret }) => {
            const properties = `variable=${propertyText(name)};isOutput=true${isSecret ? ';issecret=true' : ''}`;
            means.print(`##vso[task.setvariable ${properties}]${dataText(text)}\n`);
            (0,_host_means_js__WEBPACK_IMPORTED_MODULE_5__/* .checkHeard */ .l)(means);
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
        refName: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shortRef */ .m3)(ref),
        actor: read('BUILD_REQUESTEDFOR'),
        event: read('BUILD_REASON'),
        workflow: read('BUILD_DEFINITIONNAME'),
        job: read('SYSTEM_JOBNAME'),
        runId,
        runAttempt: read('SYSTEM_JOBATTEMPT'),
        runUrl: isPlaced
            ? `${(0,_base_without_end_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutEnd */ .M)(collection, '/')}/${encodeURIComponent(project)}/_build/results?buildId=${runId}`
            : undefined,
        pullRequest: pullRequestOf(read),
    };
}
function pullRequestOf(read) {
    const number = (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .pullRequestNumber */ .Kd)(read('SYSTEM_PULLREQUEST_PULLREQUESTNUMBER') ?? read('SYSTEM_PULLREQUEST_PULLREQUESTID'));
    if (number === undefined)
        return undefined;
    return {
        number,
        title: '',
        headRef: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shortRef */ .m3)(read('SYSTEM_PULLREQUEST_SOURCEBRANCH')),
        headSha: read('SYSTEM_PULLREQUEST_SOURCECOMMITID'),
        baseRef: (0,_caller_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shortRef */ .m3)(read('SYSTEM_PULLREQUEST_TARGETBRANCH')),
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

/***/ 2440:
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
