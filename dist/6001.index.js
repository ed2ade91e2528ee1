export const id = 6001;
export const ids = [6001];
export const modules = {

/***/ 6885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ke: () => (/* binding */ matcherOf),
/* harmony export */   VO: () => (/* binding */ wayOf),
/* harmony export */   ZM: () => (/* binding */ jobCallOf),
/* harmony export */   dK: () => (/* binding */ isOptional),
/* harmony export */   gF: () => (/* binding */ groupByJob),
/* harmony export */   p4: () => (/* binding */ artifactPathOf)
/* harmony export */ });
/* unused harmony exports pathMatcher, pathOf, isPlainPath */
/* harmony import */ var _base_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1037);

/**
 * Tells whether a path fits `pattern`: between two slashes `*` stands for any text and `?` for one character, `**` for any number of folders, none
 * included, and everything else for itself. A slash at the end takes all that is in a folder. Case counts, and a dot in front is a character like
 * any other. Takes at most as many steps as both lengths multiplied.
 */
function pathMatcher(pattern) {
    const wanted = pathOf(pattern.endsWith('/') ? `${pattern}**` : pattern)
        .split('/')
        .map((part) => (part === '**' ? undefined : (0,_base_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatcher */ .fU)(part)));
    return (path) => fits(wanted, path.split('/'));
}
/** The path without what may stand in front of one that begins at the root of an archive. */
function pathOf(written) {
    return written.replace(/^(?:\.?\/)+/, '');
}
/** Whether a text is the path of one file, and not a pattern or a folder. */
function isPlainPath(text) {
    return !/[*?]/.test(text) && !text.endsWith('/');
}
/** As with `*` in a name, only the last `**` ever has to take more. */
function fits(wanted, given) {
    let at = 0;
    let position = 0;
    let deep = -1;
    let taken = 0;
    while (position < given.length) {
        const part = wanted[at];
        if (at < wanted.length && part === undefined) {
            deep = at++;
            taken = position;
        }
        else if (part?.(given[position] ?? '') === true) {
            at += 1;
            position += 1;
        }
        else if (deep >= 0) {
            at = deep + 1;
            position = ++taken;
        }
        else {
            return false;
        }
    }
    // What is in a folder is not the folder itself: a `**` at the end has to take something, unless something else was taken by it.
    while (at < wanted.length && wanted[at] === undefined && at !== wanted.length - 1)
        at += 1;
    return at === wanted.length;
}
/**
 * A path as GitLab knows it: people write `./build.env` as well. `undefined` for what no file in artifacts is called: nothing, or with empty parts or dots in place of
 * names.
 */
function artifactPathOf(written) {
    const path = written.replace(/^(?:\.?\/)+/, '');
    const names = path.split('/');
    return names.some((name) => /^\.{0,2}$/.test(name)) || /[\0\p{Surrogate}]/u.test(path) ? undefined : path;
}
/** More files than this come quicker in the archive, with its checksums and permissions. */
const mostAlone = 10;
/** The archive, unless each line names a single file. */
function wayOf({ selectors }) {
    const paths = selectors.map(({ path }) => path !== undefined && isPlainPath(path) ? artifactPathOf(path) : undefined);
    const alone = paths.filter((path) => path !== undefined);
    if (alone.length === paths.length && alone.length <= mostAlone)
        return { kind: 'files', paths: [...new Set(alone)] };
    const matchers = selectors.map(({ path }) => matcherOf(path));
    return { kind: 'archive', wants: (path) => matchers.some((matches) => matches(path)) };
}
/** Whether a path in the archive is what a line asks for. */
function matcherOf(path) {
    return path === undefined ? () => true : pathMatcher(path);
}
/** The jobs that lines name, each once, with what is wanted of it; in the order of the lines. */
function groupByJob(found) {
    const byId = new Map();
    for (const { line, jobs, path } of found) {
        for (const job of jobs) {
            const known = byId.get(job.job.id);
            if (known === undefined)
                byId.set(job.job.id, { found: job, selectors: [{ line, path }] });
            else
                known.selectors.push({ line, path });
        }
    }
    return [...byId.values()];
}
/** Whether nothing of it has to be there. */
function isOptional({ selectors }) {
    return selectors.every(({ line }) => line.need === 'optional');
}
/** The job to ask for. */
function jobCallOf({ download: { found } }) {
    return { project: { kind: 'id', id: found.projectId }, jobId: found.job.id };
}


/***/ }),

/***/ 6451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ lineNameOf),
/* harmony export */   k: () => (/* binding */ findJobs)
/* harmony export */ });
/* harmony import */ var _base_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1037);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);


/** How many names a message can show. */
const mostNear = 5;
/**
 * Finds the jobs that a line names: of all ways to read it, the one with the longest name that a job has. A whole name wins over a shared one. A
 * job of a child pipeline is only found behind its trigger job (`child/unit`).
 */
function findJobs(line, tree) {
    const named = namedJobsOf(tree);
    for (const { job: name, path } of line.splits) {
        const exact = named.filter((one) => one.name === name);
        if (exact.length > 1)
            return { kind: 'ambiguous', name, jobs: exact.map(({ found }) => found) };
        const same = exact.length === 1
            ? exact
            : named.filter((one) => one.name !== name && (0,_base_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .sharedNameOf */ .Gz)(one.name) === name);
        if (same.length > 0)
            return { kind: 'found', jobs: same.map(({ found }) => found), path };
    }
    const triggerNames = new Set(triggerNamesOf(tree));
    for (const { job: name } of line.splits) {
        if (!triggerNames.has(name))
            continue;
        const below = named.filter((one) => one.name.startsWith(`${name}/`)).map((one) => one.name);
        return { kind: 'trigger_job', name, below: below.slice(0, mostNear) };
    }
    return {
        kind: 'unknown',
        near: nearNames(line, named.map(({ name }) => name)),
    };
}
function namedJobsOf(tree, path = []) {
    const own = tree.jobs.map(({ job }) => ({
        name: lineNameOf({ path, job }),
        found: { projectId: tree.pipeline.projectId, path, job },
    }));
    const below = tree.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : namedJobsOf(downstream, [...path, bridge.name]));
    return [...own, ...below];
}
/** A job as a line names it. */
function lineNameOf({ path, job }) {
    return [...path, job.name].join('/');
}
function triggerNamesOf(tree, path = []) {
    return tree.bridges.flatMap(({ bridge, downstream }) => {
        const name = [...path, bridge.name];
        return [name.join('/'), ...(downstream === undefined ? [] : triggerNamesOf(downstream, name))];
    });
}
function nearNames({ splits }, names) {
    // Names are foreign and can be long; nobody means one that differs in hundreds of letters.
    const short = names.filter(({ length }) => length <= 255).slice(0, 1000);
    const near = splits.flatMap(({ job }) => {
        const best = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(job.slice(0, 255), short);
        const lastPart = short.filter((name) => name.endsWith(`/${job}`));
        return [...(best === undefined ? [] : [best]), ...lastPart];
    });
    return [...new Set(near)].slice(0, mostNear);
}


/***/ }),

/***/ 8796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ notEnded),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   fX: () => (/* binding */ missingArtifact),
/* harmony export */   qW: () => (/* binding */ noSuchJob),
/* harmony export */   sd: () => (/* binding */ jobNames)
/* harmony export */ });
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4810);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6585);
/* harmony import */ var _find_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6451);




/** Why a line names no job that could be read from; `what` says which line of which input (`values_from: pack:build.env`). */
function noSuchJob(what, search) {
    const code = 'result_job_not_found';
    switch (search.kind) {
        case 'ambiguous':
            return {
                code: 'result_job_ambiguous',
                what,
                why: `Several jobs have the name ${shown(search.name)}: ${search.jobs
                    .map(({ job }) => job.webUrl)
                    .map((url) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(url, 200))
                    .slice(0, 5)
                    .join(', ')}`,
                hint: 'Rename one of them.',
            };
        case 'trigger_job':
            return {
                code,
                what,
                why: `${shown(search.name)} is a trigger job, which leaves nothing behind itself.`,
                hint: search.below.length === 0
                    ? 'Name a job of the pipeline that it starts: TRIGGER-JOB/JOB. None can be seen: check the input downstream, and that access_token may read that project.'
                    : `Name a job of the pipeline that it starts: ${search.below.map(shown).join(', ')}`,
            };
        case 'unknown':
            return {
                code,
                what,
                why: 'The pipeline has no job of that name.',
                hint: `${search.near.length === 0 ? '' : `Did you mean ${search.near.map(shown).join(' or ')}? `}Give the name as GitLab shows it. If rules may leave the job out, put ? at the end of the line.`,
            };
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNever */ .x)(search);
    }
}
/** Why a job has nothing to be read yet; `undefined` when it has ended. */
function notEnded(what, { job }) {
    if ((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_3__/* .isTerminalStatus */ .TQ)(job.status))
        return undefined;
    return {
        code: 'artifact_missing',
        what,
        why: `The job has not ended: its status is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(job.status, 60)}.`,
        hint: 'If the step waits for single jobs, add this one to the input jobs.',
    };
}
/** Whether GitLab itself says that there is no such thing; a page, or a route that it does not know, comes from a proxy or a wrong address. */
function isMissing(reply) {
    if (reply.kind !== 'refused' || reply.refusal.status !== 404)
        return false;
    const { speaker, shape } = reply.refusal;
    return speaker === 'gitlab' && shape !== 'error';
}
/** What GitLab's 404 for a file, or for the whole archive, means for a job that has ended. */
function missingArtifact(what, { found, path }, clock) {
    const { job } = found;
    const { artifacts, artifactsExpireAt } = job;
    const has = (fileType) => artifacts?.some((artifact) => artifact.fileType === fileType) === true;
    const open = `Open ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(job.webUrl, 300)}`;
    if (has('archive') && path !== undefined) {
        return {
            code: 'artifact_missing',
            what,
            why: `The job has artifacts, but not this file${has('dotenv') ? '; it also has a dotenv report, which GitLab does not hand out' : ''}.`,
            hint: `Compare the path with artifacts:paths of the job. ${open}`,
        };
    }
    if (has('dotenv') && !has('archive')) {
        return {
            code: 'dotenv_report_only',
            what,
            why: 'The job has the file as a dotenv report only (artifacts:reports:dotenv), and no API of GitLab hands reports out.',
            hint: 'List the file under artifacts:paths of the job, too.',
        };
    }
    const expireMs = Date.parse(artifactsExpireAt ?? '');
    if (expireMs <= clock.epochMs()) {
        return {
            code: 'artifact_missing',
            what,
            why: `The artifacts of the job expired at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(artifactsExpireAt ?? '', 40)}.`,
            hint: 'Raise artifacts:expire_in of the job.',
        };
    }
    if (artifacts === undefined) {
        return {
            code: 'artifact_missing',
            what,
            why: 'GitLab has no such file in artifacts of the job.',
            hint: `Check artifacts:paths of the job. ${open}`,
        };
    }
    return {
        code: 'artifact_missing',
        what,
        why: `The job left no artifacts behind; it has ended with the status ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(job.status, 60)}.`,
        hint: job.status === 'failed'
            ? `A job that failed keeps artifacts only with artifacts:when: always (or on_failure). ${open}`
            : `Check artifacts:paths of the job. ${open}`,
    };
}
/** A name as messages show it. */
function shown(name) {
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(name, 100);
}
/** The jobs of a line as messages show them. */
function jobNames(jobs) {
    return jobs
        .slice(0, 5)
        .map((job) => shown((0,_find_job_js__WEBPACK_IMPORTED_MODULE_1__/* .lineNameOf */ .P)(job)))
        .join(', ');
}


/***/ }),

/***/ 1471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readWithRetry)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1493);
/* harmony import */ var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);



/** The pipeline has ended and nothing changes any more, so that asking again costs nothing but time, which `patienceMs` bounds. */
const pauses = {
    attempts: Infinity,
    firstPauseMs: 2000,
    maxPauseMs: 10_000,
    maxRetryAfterMs: 60_000,
};
/**
 * Reads something, and tries again while a failure may pass. Gives the last reply.
 * @throws the reason of `signal` when it aborts.
 */
async function readWithRetry({ clock, random, retryTimeoutMs }, read, signal) {
    const endMs = clock.nowMs() + retryTimeoutMs;
    for (let attempt = 1;; attempt += 1) {
        const reply = await read();
        if (reply.kind === 'ok' || !(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .dg)(reply))
            return reply;
        const pauseMs = (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryDelayMs */ .q)({ attempt, retryAfterMs: hintsOf(reply)?.retryAfterMs, random }, pauses);
        if (clock.nowMs() + pauseMs > endMs)
            return reply;
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, pauseMs, signal);
    }
}
function hintsOf(reply) {
    switch (reply.kind) {
        case 'refused':
            return reply.refusal.hints;
        case 'unreadable':
        case 'ok':
            return reply.hints;
        case 'fault':
            return undefined;
    }
}


/***/ }),

/***/ 6001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bringValues: () => (/* binding */ bringValues)
});

// EXTERNAL MODULE: ./out/bundle/base/errors.js
var base_errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/secret.js
var secret = __webpack_require__(1443);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/hosts/redaction/masked-forms.js
var masked_forms = __webpack_require__(7848);
// EXTERNAL MODULE: ./out/bundle/report/json-outputs.js
var json_outputs = __webpack_require__(6159);
// EXTERNAL MODULE: ./out/bundle/report/outputs.js
var outputs = __webpack_require__(6206);
// EXTERNAL MODULE: ./out/bundle/base/encoding.js
var encoding = __webpack_require__(246);
// EXTERNAL MODULE: ./out/bundle/base/parallel.js
var parallel = __webpack_require__(4628);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/results/artifacts/plan.js
var plan = __webpack_require__(6885);
// EXTERNAL MODULE: ./out/bundle/results/find-job.js
var find_job = __webpack_require__(6451);
// EXTERNAL MODULE: ./out/bundle/results/missing.js
var missing = __webpack_require__(8796);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/base/document.js
var base_document = __webpack_require__(9330);
;// CONCATENATED MODULE: ./out/bundle/results/read-values.js



/**
 * Reads `KEY=VALUE` lines as GitLab reads a dotenv report: the key ends at the first `=`, white space around key and value goes, quotes and `$` are
 * characters like any other, and a `#` behind a value belongs to it. Blank lines and lines that begin with `#`, which GitLab refuses, are skipped.
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
function readDotenv(text) {
    const entries = [];
    let why;
    for (const [index, rawLine] of text.split('\n').entries()) {
        const line = rawLine.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const at = ` (line ${index + 1})`;
        if (line.includes('\r'))
            why ??= `has a carriage return within a line${at}`;
        const equals = line.indexOf('=');
        if (equals >= 0)
            entries.push({ key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), at });
        else
            why ??= `is neither a JSON object nor KEY=VALUE lines${at}${looksLikeYaml(line) ? yamlHint : ''}`;
    }
    return why === undefined ? { kind: 'entries', entries } : { kind: 'unfit', why, entries };
}
/** Why there is no guessing: YAML has types, and would turn the version 1.10 into 1.1 and the country NO into false. */
const yamlHint = '; it looks like YAML, which is not read because it changes texts such as 1.10 or NO';
function looksLikeYaml(line) {
    return line === '---' || /^(?:- |["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line);
}
/**
 * Reads a JSON object. Every value becomes a text, so that nobody has to know whether a file was JSON or dotenv: numbers and booleans as they are written,
 * lists and objects as JSON, which a workflow can read with another `fromJSON` (a matrix, for example). A `null` is refused: a program that looked for something and did not
 * find it writes one, and an empty text would look like an answer.
 */
function readJsonObject(text) {
    const reading = (0,base_document/* readJson */.Vh)(text);
    if (reading.kind === 'broken') {
        return unfit(`begins with "{", but stops being valid JSON${(0,base_document/* placeOf */.$t)(text, reading.offset)}`);
    }
    const { node } = reading;
    if (node.kind !== 'map')
        return unfit('is JSON, but not an object');
    const entries = [];
    let why;
    for (const [index, { key, value }] of node.entries.entries()) {
        const at = ` (entry ${index + 1})`;
        if (value.kind === 'null')
            why ??= `has null as a value${at}`;
        else
            entries.push({ key, value: jsonTextOf(value), at });
    }
    return why === undefined ? { kind: 'entries', entries } : { kind: 'unfit', why, entries };
}
function unfit(why) {
    return { kind: 'unfit', why, entries: [] };
}
function jsonTextOf(node) {
    return node.kind === 'text' ? node.text : jsonOf(node);
}
/** Numbers as they were written: JavaScript would shorten long ones. */
function jsonOf(node) {
    switch (node.kind) {
        case 'text':
            return JSON.stringify(node.text);
        case 'number':
        case 'boolean':
            return node.source;
        case 'null':
            return 'null';
        case 'list':
            return `[${node.items.map(jsonOf).join(',')}]`;
        case 'map':
            return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${jsonOf(value)}`).join(',')}}`;
        default:
            return (0,assert_never/* assertNever */.x)(node);
    }
}
/** The values become outputs, and GitHub gives all outputs of a job 1 MB: whoever has more than this wants artifacts. */
const maxValuesBytes = 1_000_000;
const maxKeyCharacters = 255;
/**
 * Reads a file of values: a text that begins with `{` is a JSON object, any other is `KEY=VALUE` lines. Keys are letters, digits and `_` and do not begin with a
 * digit. A value may hold tabs and line ends (JSON can write them), and no other control characters. Whatever a file holds, this throws nothing.
 */
function readValues(bytes) {
    const decoded = (0,encoding/* decodeText */.g7)(bytes);
    const { text = '' } = decoded;
    const reading = text.trimStart().startsWith('{') ? readJsonObject(text) : readDotenv(text);
    const values = checked(reading);
    if (decoded.kind === 'text')
        return values;
    // What is wrong with a pair says more than what is wrong with the file, as long as that could be read.
    const why = decoded.text !== undefined && values.kind === 'unfit' ? values.why : decoded.why;
    return { kind: 'unfit', why, entries: reading.entries };
}
function checked(reading) {
    if (reading.kind === 'unfit')
        return reading;
    const { entries } = reading;
    for (const entry of entries) {
        const why = faultOf(entry);
        if (why !== undefined)
            return { kind: 'unfit', why: `${why}${entry.at}`, entries };
    }
    return { kind: 'values', entries };
}
/** A key that is none is not shown: it may be a part of a value. */
function faultOf({ key, value }) {
    if (key.length > maxKeyCharacters || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
        return /^export\s/.test(key)
            ? 'is a script: write KEY=VALUE without "export"'
            : 'has a key that is not made of letters, digits and _ (not shown)';
    }
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(value)) {
        return 'has a control character in a value';
    }
    return undefined;
}

// EXTERNAL MODULE: ./out/bundle/results/retry-read.js
var retry_read = __webpack_require__(1471);
;// CONCATENATED MODULE: ./out/bundle/results/fetch-values.js









/** As gentle as a look at a tree. */
const parallelRequests = 4;
/**
 * Reads the files that the lines name, in their order; each trouble is told with its line, and nothing of a value is in it.
 * @throws the reason of `call.signal` when it aborts.
 */
async function fetchValues(deps, { lines, tree, signal }) {
    return await (0,parallel/* mapInParallel */.H)(lines, parallelRequests, (line) => fetchFile(deps, { line, tree, signal }));
}
async function fetchFile(deps, { line, tree, signal, }) {
    const what = `values_from: ${(0,base_text/* cleanLine */.Ow)(line.text, 300)} could not be read`;
    const failed = (failure, entries = []) => ({
        line,
        entries,
        failure,
    });
    const search = (0,find_job/* findJobs */.k)(line, tree);
    if (search.kind !== 'found')
        return failed((0,missing/* noSuchJob */.qW)(what, search));
    const [found, ...others] = search.jobs;
    if (found === undefined || others.length > 0) {
        return failed({
            code: 'result_job_ambiguous',
            what,
            why: `The name stands for ${search.jobs.length} jobs (${(0,missing/* jobNames */.sd)(search.jobs)}), whose values would overwrite each other.`,
            hint: 'Give the whole name of one of them a line.',
        });
    }
    const early = (0,missing/* notEnded */.Au)(what, found);
    if (early !== undefined)
        return failed(early);
    const path = (0,plan/* artifactPathOf */.p4)(search.path ?? '');
    if (path === undefined) {
        return failed({
            code: 'artifact_missing',
            what,
            why: 'No file in artifacts has such a path.',
            hint: 'Give the path below the root of the repository, as in artifacts:paths.',
        });
    }
    const { projectId, job } = found;
    const call = {
        project: { kind: 'id', id: projectId },
        jobId: job.id,
        path,
        maxBytes: maxValuesBytes,
    };
    const reply = await (0,retry_read/* readWithRetry */.r)(deps, () => deps.gitlab.fetchArtifactFile(call, signal), signal);
    if ((0,missing/* isMissing */.b2)(reply)) {
        return failed((0,missing/* missingArtifact */.fX)(what, { found, path }, deps.clock));
    }
    if (reply.kind === 'fault' && reply.fault.kind === 'too_large') {
        return failed({
            code: 'values_unfit',
            what,
            why: `The file is longer than ${maxValuesBytes} bytes.`,
            hint: 'Download it as an artifact (input artifacts), and write a small file for values.',
        });
    }
    if (reply.kind !== 'ok')
        return failed({ what, ...(0,explain/* describeReply */.CS)(reply) });
    const reading = readValues(reply.value);
    if (reply.hints.endUntold === true && !tellsItsEnd(reply.value)) {
        return failed({
            code: 'values_unfit',
            what,
            why: 'Nothing tells where the file ends, so that half of it would look like all of it: something on the way to GitLab took the length out of the answer.',
            hint: 'Write one JSON object, which tells its end itself. Or let the proxy pass on what GitLab sends (Transfer-Encoding: chunked), as with HTTP/1.1 between it and GitLab.',
        }, reading.entries);
    }
    if (reading.kind === 'values')
        return { line, entries: reading.entries, failure: undefined };
    return failed({
        code: 'values_unfit',
        what,
        why: `The file ${reading.why}.`,
        hint: 'Write KEY=VALUE lines, or one JSON object; docs/results.md tells what they may hold.',
    }, reading.entries);
}
/** Whether half of it would be known for what it is: JSON ends with its last brace, lines end anywhere. */
function tellsItsEnd(bytes) {
    const { text = '' } = (0,encoding/* decodeText */.g7)(bytes);
    return text.trimStart().startsWith('{') && readValues(bytes).kind === 'values';
}
/** GitHub's expressions do not tell `tag` from `TAG`: neither in an object nor among outputs. */
function mergeValues(files) {
    const values = new Map();
    const keyOf = new Map();
    for (const { key, value } of files.flat()) {
        const other = keyOf.get(key.toLowerCase()) ?? key;
        if (other !== key) {
            return {
                kind: 'clash',
                failure: {
                    code: 'values_unfit',
                    what: `values_from: ${other} and ${key} differ in nothing but case`,
                    why: 'A workflow could not tell them apart.',
                    hint: 'Rename one of them.',
                },
            };
        }
        keyOf.set(key.toLowerCase(), key);
        values.set(key, value);
    }
    return { kind: 'merged', values };
}

// EXTERNAL MODULE: ./out/bundle/run/context.js
var context = __webpack_require__(5084);
// EXTERNAL MODULE: ./out/bundle/run/shown-output.js
var shown_output = __webpack_require__(2890);
;// CONCATENATED MODULE: ./out/bundle/run/results/values.js









/** What a `?` behind a line excuses: that there is no such file. That it cannot be read or understood is another matter. */
const excusable = new Set([
    'result_job_not_found',
    'artifact_missing',
    'dotenv_report_only',
]);
/** How long one file may be out of reach: values are given up after two minutes, and this leaves time to say why. */
const maxRetryTimeoutMs = 60_000;
/** So many keys are named in the log. */
const shownKeys = 20;
/**
 * Reads the files of values, masks what is to be masked, and sets the outputs; all of them or none, because a value that a missing file would have replaced is a wrong
 * one. Gives what is missing.
 * @throws the reason of `signal` when it aborts.
 */
async function bringValues(run, request, { root }, signal) {
    const { deps, gitlab, follow } = run;
    const retryTimeoutMs = Math.min(follow.outageTimeoutMs, maxRetryTimeoutMs);
    const files = await fetchValues({ ...deps, gitlab, retryTimeoutMs }, { lines: request.lines, tree: root, signal });
    // Before a word is said, and of files that turn out to be of no use, too.
    mask(deps, request, files);
    const errors = [];
    for (const { line, failure } of files) {
        if (failure === undefined)
            continue;
        if (line.need === 'optional' && excusable.has(failure.code))
            deps.host.log.info((0,base_errors/* formatParts */.cL)(failure));
        else
            errors.push(failure);
    }
    if (errors.length > 0)
        return errors;
    const read = files.filter(({ failure }) => failure === undefined);
    const merged = mergeValues(read.map(({ entries }) => entries));
    return merged.kind === 'clash' ? [merged.failure] : await setValues(deps, request, merged.values);
}
/** Masks every value that a key has in any of the files. */
function mask({ host }, { mask: keys }, files) {
    const entries = files.flatMap((file) => file.entries);
    for (const { key, value } of entries) {
        if (!keys.includes(key) || value.trim() === '')
            continue;
        for (const text of maskedTexts(value))
            host.masker.mask(new secret/* Secret */.z(text));
        if (value.trim().length < masked_forms/* shortestMaskedLength */.ad) {
            host.log.warning(`mask_values: the value of ${key} is too short to be masked`);
        }
    }
    const found = [...new Set(entries.map(({ key }) => key))];
    for (const key of keys) {
        if (found.includes(key))
            continue;
        const near = (0,base_text/* nearestName */.qb)(key, found);
        const hint = near === undefined ? '' : `; did you mean ${near}?`;
        host.log.warning(`mask_values: there is no value ${key}, so that nothing was masked for it${hint}`);
    }
}
/** A shorter line of a longer value (a bracket, a word) gives nothing away, and would tear holes into everything else that is shown. */
const shortestMaskedLine = 8;
/** Logs are masked line by line, so that each line of a value is a secret of its own. */
function maskedTexts(value) {
    const lines = value.split(/[\r\n]+/).filter((line) => line.trim().length >= shortestMaskedLine);
    return [...new Set([value, ...lines])];
}
async function setValues(deps, { asOutputs }, values) {
    const output = (0,json_outputs/* valuesOutput */.Y4)(values);
    if (output === 'too_large') {
        return [
            {
                code: 'values_unfit',
                what: `values_from: the values are longer than ${json_outputs/* maxValuesOutputBytes */.vL} bytes together`,
                why: 'GitHub gives all outputs of a job 1 MB, of which they may take a part.',
                hint: 'Bring long texts back as artifacts (input artifacts).',
            },
        ];
    }
    // As they are: they were asked for.
    const singles = asOutputs ? (0,json_outputs/* singleValueOutputs */.MH)(values) : [];
    for (const { name, value } of [{ name: 'values', value: output.values }, ...singles]) {
        deps.host.outputs.set(name, value);
        const warning = (0,shown_output/* hiddenIn */.k)(deps.host.masker, name, value);
        if (warning !== undefined)
            (0,context/* warnOnce */.mc)(deps.host, warning);
    }
    const keys = [...values.keys()];
    const more = keys.length > shownKeys ? ` and ${keys.length - shownKeys} more` : '';
    deps.host.log.info(keys.length === 0 ? 'Values: none' : `Values: ${keys.slice(0, shownKeys).join(', ')}${more}`);
    const names = new Set(['values', ...singles.map(({ name }) => name)]);
    const lost = (await deps.host.outputs.lost?.()) ?? [];
    return (0,outputs/* lostValues */.tW)(lost.filter(({ name }) => names.has(name)));
}


/***/ })

};
