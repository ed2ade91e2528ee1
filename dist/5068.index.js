export const id = 5068;
export const ids = [5068];
export const modules = {

/***/ 1172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32)
/* harmony export */ });
/** One step of the checksum for each value of a byte. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1)
        rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest >>> 0;
});
/** The checksum that zip archives use. `before` is that of the bytes that came before these. Some 200 MB a second: Node's own is ten times as fast. */
function crc32(bytes, before = 0) {
    let rest = ~before;
    for (const byte of bytes)
        rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0);
    return ~rest >>> 0;
}


/***/ }),

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

/***/ 5068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bringArtifacts: () => (/* binding */ bringArtifacts)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/hosts/foreign-links.js
var foreign_links = __webpack_require__(6517);
// EXTERNAL MODULE: ./out/bundle/hosts/system.js
var system = __webpack_require__(2948);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __webpack_require__(7871);
// EXTERNAL MODULE: ./out/bundle/report/labels.js
var labels = __webpack_require__(7037);
;// CONCATENATED MODULE: ./out/bundle/report/artifacts.js




const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** A number of bytes for people, in steps of a thousand and with three digits at most: `512 bytes`, `1.2 MB`, `340 GB`. */
function formatBytes(bytes) {
    let value = Math.max(bytes, 0);
    let unit = 0;
    // 999.5 would be shown as 1000.
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    const digits = unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
    return `${digits} ${units[unit] ?? ''}`;
}
/** How fast so many bytes came; empty when it took no time that could be told. */
function formatRate(bytes, elapsedMs) {
    return elapsedMs < 1 ? '' : `${formatBytes((bytes / elapsedMs) * 1000)}/s`;
}
/** So many names are in a line; the rest is counted. */
const namesShown = 3;
/** Says what happens while artifacts are downloaded. `into` is the folder for all of them, as it was given. */
function artifactLine(event, { into }) {
    switch (event.kind) {
        case 'passed_over':
            return {
                level: 'info',
                text: `${event.failure.what}, and does not have to be: ${event.failure.why ?? ''}`,
            };
        case 'moved':
            return about(event, `their folder is ${placeOf(into, event.folder)}, because another job has the one of that name`);
        case 'progress':
            return about(event, progressOf(event.progress));
        case 'interrupted': {
            const rest = event.bytes > 0 ? `; going on after ${formatBytes(event.bytes)}` : '; trying again';
            return about(event, `${(0,base_text/* cleanLine */.Ow)(event.why, 300)}${rest} in ${(0,duration/* formatDuration */.a)(event.delayMs)}`);
        }
        case 'collected':
            return about(event, downloadedOf(event, into));
        case 'alike': {
            const pairs = event.pairs.map(([one, other]) => `${quoted(one)} and ${quoted(other)}`);
            return warning(event, `one file each on Windows and macOS: ${(0,labels/* listLabel */.RO)(pairs, namesShown)}`);
        }
        case 'links_left_out': {
            const names = (0,labels/* listLabel */.RO)(event.names.map(quoted), namesShown);
            return warning(event, `links that lead out of the folder, or that this system does not allow, were left out: ${names}`);
        }
        default:
            return (0,assert_never/* assertNever */.x)(event);
    }
}
function about({ found }, text) {
    const label = (0,labels/* jobLabel */.OP)({ path: found.path, name: found.job.name }, 100);
    return { level: 'info', text: `artifacts of ${label}: ${text}` };
}
function warning(event, text) {
    return { ...about(event, text), level: 'warning' };
}
function progressOf({ bytes, totalBytes, elapsedMs }) {
    const whole = totalBytes === undefined || totalBytes === 0
        ? ''
        : ` of ${formatBytes(totalBytes)} (${Math.floor((bytes / totalBytes) * 100)}%)`;
    return `${formatBytes(bytes)}${whole}, ${formatRate(bytes, elapsedMs)}`;
}
function downloadedOf({ folder, files, bytes, downloadedBytes, elapsedMs, }, into) {
    const count = `${files} ${files === 1 ? 'file' : 'files'}`;
    const rate = formatRate(downloadedBytes, elapsedMs);
    const download = `${formatBytes(downloadedBytes)} downloaded in ${(0,duration/* formatDuration */.a)(elapsedMs)}`;
    return `${count}, ${formatBytes(bytes)}, in ${placeOf(into, folder)} (${download}${rate === '' ? '' : `, ${rate}`})`;
}
function placeOf(into, folder) {
    return (0,base_text/* cleanLine */.Ow)([into, ...folder].join('/'), 300);
}
function quoted(name) {
    return `"${(0,base_text/* cleanLine */.Ow)(name, 100)}"`;
}

// EXTERNAL MODULE: ./out/bundle/report/outputs.js
var outputs = __webpack_require__(6206);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./out/bundle/base/parallel.js
var parallel = __webpack_require__(4628);
// EXTERNAL MODULE: ./out/bundle/results/find-job.js
var find_job = __webpack_require__(6451);
// EXTERNAL MODULE: ./out/bundle/results/missing.js
var results_missing = __webpack_require__(8796);
// EXTERNAL MODULE: ./out/bundle/base/retry.js
var retry = __webpack_require__(1493);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/response-meaning.js
var response_meaning = __webpack_require__(9773);
;// CONCATENATED MODULE: ./out/bundle/results/artifacts/download.js





/** So much is collected before it is written, and as much may come meanwhile. */
const collectedBytes = 256 * 1024;
/** @throws errors of the system, such as `EEXIST` or `ENOSPC`; those of a write at the next call. */
async function openFileSink(path) {
    const file = await (0,promises_.open)(path, 'wx');
    let waiting = [];
    let waitingBytes = 0;
    let position = 0;
    let writing = Promise.resolve();
    let failure;
    const startWriting = () => {
        const pieces = waiting;
        const at = position;
        position += waitingBytes;
        waiting = [];
        waitingBytes = 0;
        writing = writing
            .then(() => (failure === undefined ? writeAll(file, pieces, at) : undefined))
            .catch((error) => {
            failure = { error };
        });
    };
    const settled = async () => {
        await writing;
        if (failure !== undefined)
            throw failure.error;
    };
    return {
        bytes: () => position + waitingBytes,
        write: (piece) => {
            waiting.push(piece);
            waitingBytes += piece.length;
            if (waitingBytes < collectedBytes)
                return undefined;
            const before = settled();
            startWriting();
            return before;
        },
        flush: async () => {
            startWriting();
            await settled();
        },
        restart: () => {
            waiting = [];
            waitingBytes = 0;
            position = 0;
            // In the order of the writes: what comes now must not be cut off by it.
            writing = writing
                .then(() => file.truncate(0))
                .catch((error) => {
                failure = { error };
            });
        },
        close: async () => {
            await writing;
            await file.close();
        },
    };
}
async function writeAll(file, pieces, position) {
    let at = position;
    let rest = pieces;
    while (rest.length > 0) {
        const { bytesWritten } = await file.writev(rest, at);
        at += bytesWritten;
        rest = withoutStart(rest, bytesWritten);
    }
}
/** What is left when only a part was written. */
function withoutStart(pieces, bytes) {
    let skip = bytes;
    return pieces.flatMap((piece) => {
        const from = Math.min(skip, piece.length);
        skip -= from;
        return from === piece.length ? [] : [piece.subarray(from)];
    });
}
/** Patient: the pipeline has done its work, and a minute more for a restarting server is nothing beside doing it again. */
const downloadRetries = {
    attempts: 6,
    firstPauseMs: 2000,
    maxPauseMs: 20_000,
    maxRetryAfterMs: 60_000,
};
/** A line that breaks again and again, and brings a little more each time, is given up after so many attempts in all. */
const mostAttempts = 50;
/** Often enough to see that something happens, seldom enough to leave the log readable. */
const progressEveryMs = 10_000;
/**
 * Downloads into a new file. After a cut it goes on where it was, if the server still has the same, and begins anew otherwise; attempts that bring something
 * do not count against the policy.
 * @throws the reason of `signal` when it aborts, and errors of the file system.
 */
async function download(deps, asked) {
    const file = await openFileSink(asked.path);
    try {
        return await downloadInto(deps, asked, file);
    }
    finally {
        await file.close();
    }
}
async function downloadInto(deps, asked, file) {
    const { clock, random } = deps;
    const { request, maxBytes, signal, onInterrupted } = asked;
    let validator;
    let resumed = 'never';
    const report = progressReporter(clock, asked.onProgress);
    for (let attempt = 1, all = 1;; attempt += 1, all += 1) {
        const before = file.bytes();
        const rest = validator === undefined || before === 0 ? undefined : { fromByte: before, validator };
        let totalBytes;
        const sink = {
            begin: (head) => {
                if (head.fromByte === 0)
                    file.restart();
                else
                    resumed = 'once_or_more';
                ({ validator, totalBytes } = head);
            },
            write: (piece) => {
                const written = file.write(piece);
                report(file.bytes(), totalBytes);
                return written;
            },
            maxBytes: Math.max(maxBytes - (rest?.fromByte ?? 0), 0),
            listedBytes: asked.listedBytes,
        };
        const reply = await request(rest, sink, signal);
        await file.flush();
        if (reply.kind === 'ok') {
            const end = reply.hints.endUntold === true ? 'untold' : 'told';
            return { kind: 'done', bytes: file.bytes(), resumed, end };
        }
        // The rest may be refused because there is none, or because the file has become shorter: the whole is asked for next.
        const isRestRefused = reply.kind === 'refused' && reply.refusal.status === 416 && rest !== undefined;
        if (isRestRefused)
            validator = undefined;
        if (file.bytes() > before)
            attempt = 1;
        const isOver = attempt >= downloadRetries.attempts || all >= mostAttempts;
        if (isOver || !(isRestRefused || (0,response_meaning/* isTransient */.dg)(reply, 'artifact')))
            return { kind: 'failed', reply };
        const delayMs = (0,retry/* retryDelayMs */.q)({ attempt, retryAfterMs: retryAfterOf(reply), random }, downloadRetries);
        onInterrupted({
            why: (0,explain/* describeReply */.CS)(reply).why,
            bytes: validator === undefined ? 0 : file.bytes(),
            delayMs,
        });
        await (0,base_clock/* sleep */.yy)(clock, delayMs, signal);
    }
}
function retryAfterOf(reply) {
    switch (reply.kind) {
        case 'refused':
            return reply.refusal.hints.retryAfterMs;
        case 'unreadable':
            return reply.hints.retryAfterMs;
        case 'fault':
            return undefined;
    }
}
function progressReporter(clock, onProgress) {
    const startMs = clock.nowMs();
    let dueMs = startMs + progressEveryMs;
    return (bytes, totalBytes) => {
        const nowMs = clock.nowMs();
        if (nowMs < dueMs)
            return;
        dueMs = nowMs + progressEveryMs;
        onProgress({ bytes, totalBytes, elapsedMs: nowMs - startMs });
    };
}

;// CONCATENATED MODULE: ./out/bundle/base/files.js
const windowsDevices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;
/** Whether Windows takes a name for a device, whatever its ending. */
function isWindowsDevice(name) {
    return windowsDevices.test(name);
}
/** Two names with the same key are one file where case does not count. */
function nameKeyOf(name) {
    return name.normalize('NFC').toLowerCase().normalize('NFC');
}
/**
 * The code of an error of the operating system (`ENOENT`), wherever it was made: those of another realm are no instances of our `Error`. Errors of Node
 * itself have longer codes, and count as none.
 */
function systemCodeOf(error) {
    if (typeof error !== 'object' || error === null)
        return undefined;
    const code = Reflect.get(error, 'code');
    return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/place-files.js



/** A name that is taken by something that must not be replaced. */
class InTheWay extends Error {
    /** Below the folder for all artifacts. */
    place;
    constructor(place, kind) {
        super(`${kind === 'a folder' ? 'a folder is' : 'something that is no folder is'} in the way`);
        this.name = 'InTheWay';
        this.place = place;
    }
}
/**
 * Moves files to their place: files that are there already are replaced, each in one step, and nothing else is touched. Nothing is put through a link: one that
 * stands where a folder should be is in the way.
 * @throws {InTheWay}
 * @throws errors of the system, and the reason of `signal`; what was moved so far stays.
 */
async function placeFiles({ from, into, folder, signal }) {
    for (let depth = 1; depth < folder.length; depth += 1) {
        await makeRealFolder(into, folder.slice(0, depth));
    }
    await moveFolder({ from, into, signal }, folder);
}
async function makeRealFolder(into, names) {
    const kind = await kindOf((0,external_node_path_.join)(into, ...names));
    if (kind === 'nothing')
        await (0,promises_.mkdir)((0,external_node_path_.join)(into, ...names));
    else if (kind === 'other')
        throw new InTheWay(names.join('/'), 'no folder');
}
async function moveFolder({ from, into, signal }, names) {
    const target = (0,external_node_path_.join)(into, ...names);
    const kind = await kindOf(target);
    if (kind === 'nothing') {
        await (0,promises_.rename)(from, target);
        return;
    }
    if (kind === 'other')
        throw new InTheWay(names.join('/'), 'no folder');
    for (const entry of await (0,promises_.readdir)(from, { withFileTypes: true })) {
        signal.throwIfAborted();
        const source = (0,external_node_path_.join)(from, entry.name);
        if (entry.isDirectory()) {
            await moveFolder({ from: source, into, signal }, [...names, entry.name]);
            continue;
        }
        const place = (0,external_node_path_.join)(target, entry.name);
        if ((await kindOf(place)) === 'folder')
            throw new InTheWay([...names, entry.name].join('/'), 'a folder');
        await (0,promises_.rename)(source, place);
    }
}
/** A link to a folder is no folder. */
async function kindOf(path) {
    try {
        return (await (0,promises_.lstat)(path)).isDirectory() ? 'folder' : 'other';
    }
    catch (error) {
        if (systemCodeOf(error) === 'ENOENT')
            return 'nothing';
        throw error;
    }
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/errors.js





/** The first sentence of every trouble with a line, or with the job that it names. */
function whatFailed(line) {
    return `artifacts: ${(0,base_text/* cleanLine */.Ow)(line, 300)} could not be downloaded`;
}
/** Why GitLab gave nothing; and whether that is because it has nothing, which is all that `?` allows. */
function failedReply(what, { found, path, reply }, clock) {
    if (!(0,results_missing/* isMissing */.b2)(reply)) {
        return { kind: 'failure', failure: { what, ...(0,explain/* describeReply */.CS)(reply) } };
    }
    const failure = (0,results_missing/* missingArtifact */.fX)(what, { found, path }, clock);
    const hint = path === undefined ? '' : ` A folder is written with a slash at its end.`;
    return { kind: 'nothing_there', failure: { ...failure, hint: `${failure.hint ?? ''}${hint}` } };
}
/** The trouble that a lack is; none for something optional that is not there, of which is only told. */
function missingOf({ onEvent }, missing, need) {
    const { kind, failure } = 'failure' in missing ? missing : { kind: 'nothing_there', failure: missing };
    if (need === 'required' || kind === 'failure')
        return [failure];
    onEvent({ kind: 'passed_over', failure });
    return [];
}
/** Files that this system cannot have. */
function cannotBeNamed(line, files) {
    const [first] = files;
    const more = files.length > 1 ? `; and ${files.length - 1} more` : '';
    return {
        code: 'artifacts_not_written',
        what: `artifacts: ${files.length} of the files of ${(0,base_text/* cleanLine */.Ow)(line, 300)} could not be written`,
        why: `"${(0,base_text/* cleanLine */.Ow)(first?.name ?? '', 200)}": ${first?.why ?? ''}${more}.`,
        hint: 'Take only the others, with JOB:GLOB lines, or run the step on Linux.',
    };
}
/** Why an archive is not unpacked. */
function archiveError(what, problem) {
    const { kind, message, cause } = problem;
    const why = `In the archive: ${message}.`;
    switch (kind) {
        case 'invalid':
            return {
                code: 'artifacts_invalid',
                what,
                why,
                hint: 'Download it in GitLab and open it: if it is broken there as well, run the job again.',
                cause,
            };
        case 'unsafe':
            return {
                code: 'artifacts_unsafe',
                what,
                why,
                hint: 'Nothing of it was unpacked. Find out what the job puts into its artifacts, and who may change it.',
                cause,
            };
    }
}
/** Codes of the system for a place that takes nothing. */
const systemWords = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a file is where a folder should be',
    EEXIST: 'something of that name is there already',
    ENAMETOOLONG: 'the path is too long',
    EMFILE: 'too many open files',
};
/** Whether an error comes from the file system, or says that something is in the way there. */
function isFileProblem(error) {
    return error instanceof InTheWay || systemCodeOf(error) !== undefined;
}
/** Why artifacts could not be written. */
function notWritten(what, error) {
    const code = systemCodeOf(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return {
        code: 'artifacts_not_written',
        what,
        why: error instanceof InTheWay ? `${(0,base_text/* cleanLine */.Ow)(error.place, 300)}: ${error.message}.` : whyOf(error),
        hint: isFull
            ? 'Make room, or take less: JOB:GLOB unpacks only the files that fit it. While it is unpacked, an archive needs its own size as well.'
            : 'Give another folder in artifacts_path, or move away what is there.',
        cause: error,
    };
}
function whyOf(error) {
    const code = systemCodeOf(error) ?? 'no error code';
    const path = typeof error === 'object' && error !== null ? Reflect.get(error, 'path') : undefined;
    const place = typeof path === 'string' ? ` (${(0,base_text/* cleanLine */.Ow)(path, 300)})` : '';
    return `${systemWords[code] ?? 'The system refuses it'}: ${code}${place}`;
}

// EXTERNAL MODULE: ./out/bundle/results/artifacts/plan.js
var artifacts_plan = __webpack_require__(6885);
;// CONCATENATED MODULE: ./out/bundle/results/artifacts/path-tree.js
/** `keyOf` makes the same of two names that are one. */
function createPathTree(keyOf) {
    const root = { value: undefined, below: undefined };
    let size = 0;
    return {
        size: () => size,
        enter: (path) => {
            let node = root;
            for (const name of path.split('/')) {
                const below = (node.below ??= new Map());
                const key = keyOf(name);
                let next = below.get(key);
                if (next === undefined) {
                    next = { value: undefined, below: undefined };
                    below.set(key, next);
                    size += 1;
                }
                node = next;
            }
            return node;
        },
        above: (path, fits) => {
            let node = root;
            for (let slash = path.indexOf('/'), from = 0; slash >= 0; slash = path.indexOf('/', from)) {
                const next = node.below?.get(keyOf(path.slice(from, slash)));
                if (next === undefined)
                    return undefined;
                if (next.value !== undefined && fits(next.value))
                    return path.slice(0, slash);
                node = next;
                from = slash + 1;
            }
            return undefined;
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./out/bundle/results/artifacts/zip-directory.js




/** The archive cannot be used: it is broken, or made to do harm. */
class ArchiveProblem extends Error {
    kind;
    constructor(kind, message, cause) {
        super(message, { cause });
        this.name = 'ArchiveProblem';
        this.kind = kind;
    }
}
/** Some times more than the largest trees that people keep as artifacts; the directory of so many is read in about a second. */
const mostEntries = 100_000;
/** Of all names together; real ones have some 60 bytes on average. */
const mostNameBytes = 16 * 1024 * 1024;
/** After so many entries signals and deadlines are heard. */
const entriesATurn = 2000;
/**
 * Reads the directory at the end of an archive of so many `bytes`. What it says of an entry is checked when the entry is unpacked.
 * @throws {ArchiveProblem} `invalid` for anything that is no whole archive, `unsafe` when it has too many entries or names without end.
 * @throws the reason of `signal` when it aborts.
 */
async function readDirectory(reader, { bytes, signal }) {
    const entries = [];
    let nameBytes = 0;
    try {
        const zip = await openZip(reader, bytes);
        if (zip.entryCount > mostEntries)
            throw tooMany();
        for await (const entry of zip.eachEntry()) {
            if (entries.length === mostEntries)
                throw tooMany();
            nameBytes += entry.fileNameRaw.length;
            if (nameBytes > mostNameBytes)
                throw new ArchiveProblem('unsafe', 'the names in it are too long');
            entries.push(entryOf(entry));
            if (entries.length % entriesATurn === 0)
                await (0,base_clock/* nextTurn */.tJ)();
            signal.throwIfAborted();
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof ArchiveProblem)
            throw error;
        throw new ArchiveProblem('invalid', `its directory cannot be read: ${wordsOf(error)}`, error);
    }
    return entries;
}
function tooMany() {
    return new ArchiveProblem('unsafe', `it has more than ${mostEntries} entries`);
}
function wordsOf(error) {
    return (0,base_text/* cleanLine */.Ow)(error instanceof Error ? error.message : String(error), 200);
}
function openZip(reader, bytes) {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    return new Promise((resolve, reject) => {
        (0,yauzl/* fromRandomAccessReader */.hH)(reader, bytes, options, (error, zip) => {
            if (error === null)
                resolve(zip);
            else
                reject(error);
        });
    });
}
const packings = new Map([
    [0, 'stored'],
    [8, 'deflated'],
]);
function entryOf(entry) {
    const name = nameOf(entry);
    const mode = unixModeOf(entry);
    return {
        name,
        kind: zip_directory_kindOf(entry, { name, mode }),
        isExecutable: (mode & 0o111) !== 0,
        offset: entry.relativeOffsetOfLocalHeader,
        packedBytes: entry.compressedSize,
        bytes: entry.uncompressedSize,
        crc32: entry.crc32,
        packing: entry.isEncrypted() ? 'unreadable' : (packings.get(entry.compressionMethod) ?? 'unreadable'),
    };
}
const utf8Flag = 0x0800;
/**
 * In UTF-8 where the entry says so, or has its name in UTF-8 beside the other one. Else the standard wants code page 437; but on Unix names are bytes, which packers such as
 * Info-ZIP store as they are and GitLab shows as UTF-8 where they are that.
 */
function nameOf(entry) {
    const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
    const name = (0,yauzl/* getFileNameLowLevel */.ax)(flags, fileNameRaw, extraFields, true);
    if ((flags & utf8Flag) !== 0 || !isFromUnix(entry))
        return name;
    // What differs comes from a field of its own.
    const isBare = name === (0,yauzl/* getFileNameLowLevel */.ax)(flags, fileNameRaw, [], true);
    return (isBare ? utf8In(fileNameRaw) : undefined) ?? name;
}
function utf8In(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function isFromUnix({ versionMadeBy }) {
    const [unix, macos] = [3, 19];
    const system = versionMadeBy >>> 8;
    return system === unix || system === macos;
}
/** Type and permissions, where the archive was made by a system that has them. */
function unixModeOf(entry) {
    return isFromUnix(entry) ? entry.externalFileAttributes >>> 16 : 0;
}
function zip_directory_kindOf({ externalFileAttributes }, { name, mode }) {
    const dosFolder = 0x10;
    switch (mode & 0o170000) {
        case 0:
            return name.endsWith('/') || (mode === 0 && (externalFileAttributes & dosFolder) !== 0)
                ? 'folder'
                : 'file';
        case 0o040000:
            return 'folder';
        case 0o100000:
            return name.endsWith('/') ? 'folder' : 'file';
        case 0o120000:
            return name.endsWith('/') ? 'special' : 'link';
        default:
            return 'special';
    }
}
/** Enough for the records of thousands of small files; they are read in the order in which they lie. */
const windowBytes = 1024 * 1024;
/**
 * Reads an archive on disk in large pieces, because the directory of one with many files is read in many small steps. Nothing is awaited: what was
 * just downloaded is still in memory.
 */
class WindowReader extends yauzl/* RandomAccessReader */.lJ {
    #fd;
    #window = Buffer.allocUnsafe(windowBytes);
    #start = 0;
    #length = 0;
    constructor(fd) {
        super();
        this.#fd = fd;
    }
    read(buffer, offset, length, position, callback) {
        let failure = null;
        try {
            this.bytesAt(position, length).copy(buffer, offset);
        }
        catch (error) {
            failure = error instanceof Error ? error : new Error(String(error));
        }
        callback(failure);
    }
    /**
     * Some bytes of the archive; they are good until the next call.
     * @throws {Error} when the archive has no so many there.
     */
    bytesAt(position, length) {
        if (length > windowBytes)
            return this.#large(position, length);
        if (position < this.#start || position + length > this.#start + this.#length) {
            this.#start = position;
            this.#length = (0,external_node_fs_.readSync)(this.#fd, this.#window, 0, windowBytes, position);
        }
        const from = position - this.#start;
        if (from + length > this.#length)
            throw new Error('unexpected end of the archive');
        return this.#window.subarray(from, from + length);
    }
    #large(position, length) {
        const buffer = Buffer.allocUnsafe(length);
        let filled = 0;
        while (filled < length) {
            const read = (0,external_node_fs_.readSync)(this.#fd, buffer, filled, length - filled, position + filled);
            if (read === 0)
                throw new Error('unexpected end of the archive');
            filled += read;
        }
        return buffer;
    }
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/unpack-plan.js





/** Every system that we run on ends a path here or earlier. */
const longestPathBytes = 4096;
const longestNameBytes = 255;
/** Decides where something in an archive may go. Both kinds of slashes count when it comes to danger, whatever the system. */
function entryPathOf(name, naming) {
    if (name.includes('\0'))
        return { kind: 'hostile', why: 'it has a NUL in its name' };
    if (/^[/\\]/.test(name))
        return { kind: 'hostile', why: 'its path is absolute' };
    if (/^[A-Za-z]:/.test(name))
        return { kind: 'hostile', why: 'its path begins with a drive letter' };
    if (name.split(/[/\\]/).includes('..'))
        return { kind: 'hostile', why: 'its path leads upwards' };
    const names = name.split('/').filter((part) => part !== '' && part !== '.');
    if (names.length === 0)
        return { kind: 'hostile', why: 'it has no name' };
    if (Buffer.byteLength(name) > longestPathBytes ||
        names.some((part) => Buffer.byteLength(part) > longestNameBytes)) {
        return { kind: 'unwritable', why: 'its name is too long' };
    }
    const path = names.join('/');
    if (naming === 'windows' && names.some(isRefusedByWindows)) {
        return { kind: 'unwritable', why: 'Windows does not allow its name' };
    }
    return { kind: 'path', path };
}
function isRefusedByWindows(name) {
    return /[\u0000-\u001f<>:"\\|?*]|[. ]$/.test(name) || isWindowsDevice(name);
}
/**
 * Whether a link to `target` in the folder `folder` (empty for the root) stays inside. Only upward steps at its beginning are counted: behind a name they would
 * be counted from wherever that name leads.
 */
function staysInside(folder, target) {
    if (target === '' || /[\0\\]/.test(target) || target.startsWith('/') || /^[A-Za-z]:/.test(target))
        return false;
    const names = target.split('/').filter((part) => part !== '' && part !== '.');
    const upwards = names.findIndex((name) => name !== '..');
    const steps = upwards < 0 ? names.length : upwards;
    const depth = folder === '' ? 0 : folder.split('/').length;
    return steps <= depth && !names.slice(steps).includes('..');
}
/** So much may come out of any archive: it fits on every disk that a job runs on. */
const harmlessBytes = 1024 ** 3;
/** Beyond that, no more than this many times the archive. Logs, texts and disk images shrink to a hundredth at most; a bomb grows a thousandfold. */
const highestRatio = 200;
/** After so many entries signals and deadlines are heard. */
const unpack_plan_entriesATurn = 1000;
/** In front of the content of an entry stand at least so many bytes and its name. */
const leastRecordBytes = 30;
/**
 * Decides what to unpack. An archive with anything that no honest one has is refused as a whole, wanted or not: whoever made it meant harm.
 * @throws {ArchiveProblem}
 * @throws the reason of `signal` when it aborts.
 */
async function planUnpacking(request) {
    const { entries, archiveBytes, wants, naming, signal } = request;
    refuseOverlaps(entries, archiveBytes);
    const places = createPathTree((name) => name);
    const planned = [];
    const unwritable = [];
    for (const [index, entry] of entries.entries()) {
        if (index % unpack_plan_entriesATurn === 0)
            await (0,base_clock/* nextTurn */.tJ)();
        signal.throwIfAborted();
        const read = entryPathOf(entry.name, naming);
        if (read.kind === 'hostile')
            throw unsafe(entry, read.why);
        if (entry.kind === 'special')
            throw unsafe(entry, 'it is neither a file, a folder nor a link');
        if (read.kind === 'unwritable') {
            if (entry.kind !== 'folder' && wants(entry.name))
                unwritable.push({ name: entry.name, why: read.why });
            continue;
        }
        const { path } = read;
        const place = places.enter(path);
        if (place.value !== undefined && (place.value !== 'folder' || entry.kind !== 'folder')) {
            throw new ArchiveProblem('invalid', `it has two entries ${shown(path)}`);
        }
        place.value = entry.kind;
        planned.push({ path, entry });
        // A path makes all its folders, whether they have entries or not.
        if (places.size() > mostEntries) {
            throw new ArchiveProblem('unsafe', `it has more than ${mostEntries} files and folders`);
        }
    }
    const isCaseBlind = naming !== 'posix';
    await (0,base_clock/* nextTurn */.tJ)();
    refuseWaysThrough(planned, places, isCaseBlind ? nameKeyOf : (name) => name);
    const wanted = planned.filter(({ path, entry }) => wants(entry.kind === 'folder' ? `${path}/` : path));
    const bytes = wanted.reduce((sum, { entry }) => sum + entry.bytes, 0);
    if (bytes > harmlessBytes && bytes > highestRatio * archiveBytes) {
        throw new ArchiveProblem('unsafe', `${archiveBytes} bytes would become ${bytes}, more than ${highestRatio} times as many`);
    }
    const { kept, alike } = tellAlike(wanted);
    if (isCaseBlind) {
        for (const [one, other] of alike)
            unwritable.push({ name: other, why: `here it is the same name as ${shown(one)}` });
    }
    const written = isCaseBlind ? kept : wanted;
    return {
        folders: written.filter(({ entry }) => entry.kind === 'folder').map(({ path }) => path),
        files: written
            .filter(({ entry }) => entry.kind === 'file')
            .sort((one, other) => one.entry.offset - other.entry.offset),
        links: written.filter(({ entry }) => entry.kind === 'link'),
        bytes: written.reduce((sum, { entry }) => sum + entry.bytes, 0),
        unwritable,
        alike: isCaseBlind ? [] : alike,
    };
}
function unsafe({ name }, why) {
    return new ArchiveProblem('unsafe', `${shown(name)} cannot be unpacked: ${why}`);
}
function shown(name) {
    return `"${(0,base_text/* cleanLine */.Ow)(name, 100)}"`;
}
/** Entries that share bytes are how a small archive becomes a huge one. */
function refuseOverlaps(entries, archiveBytes) {
    let end = 0;
    for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
        if (entry.offset < end) {
            throw new ArchiveProblem('unsafe', `${shown(entry.name)} lies within another entry`);
        }
        end = entry.offset + leastRecordBytes + entry.packedBytes;
    }
    if (end > archiveBytes)
        throw new ArchiveProblem('invalid', 'its directory speaks of more than there is');
}
/** What lies in a link would be written wherever the link leads. */
function refuseWaysThrough(planned, places, keyOf) {
    const links = createPathTree(keyOf);
    for (const { path, entry } of planned)
        if (entry.kind === 'link')
            links.enter(path).value = true;
    for (const { path, entry } of planned) {
        if (links.above(path, () => true) !== undefined)
            throw unsafe(entry, 'its path leads through a link');
        const file = places.above(path, (kind) => kind === 'file');
        if (file !== undefined) {
            throw new ArchiveProblem('invalid', `${shown(file)} is a file and a folder in it`);
        }
    }
}
/** The folder that a path lies in; empty for the root. */
function parentOf(path) {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
function tellAlike(wanted) {
    const byKey = new Map();
    const alike = [];
    const kept = wanted.filter((one) => {
        const key = nameKeyOf(one.path);
        const other = byKey.get(key);
        if (other === undefined)
            byKey.set(key, one);
        if (other === undefined || (other.entry.kind === 'folder' && one.entry.kind === 'folder'))
            return true;
        alike.push([other.path, one.path]);
        return false;
    });
    return { kept, alike };
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./out/bundle/base/crc32.js
var crc32 = __webpack_require__(1172);
;// CONCATENATED MODULE: ./out/bundle/results/artifacts/unpack.js













/** Node has its own since 20.15 and 22.2. */
const sinceNode20 = external_node_zlib_;
/** The checksum of zip archives; `before` is that of the bytes that came before. */
const unpack_crc32 = sinceNode20.crc32 ?? crc32/* crc32 */.Q;
/** Files up to this size are unpacked at once and in one go, which is several times as fast as a stream for each. */
const largestAtOnceBytes = 512 * 1024;
/** Of the others two at a time: one packs out while the other is written. Each holds a few pieces of this size. */
const largeAtOnce = 2;
const pieceBytes = 64 * 1024;
/** How long signals may have to wait while small files are written. */
const turnMs = 25;
/** No system takes a longer target. */
const longestTargetBytes = 4096;
/**
 * Unpacks what is planned, and checks length and checksum of every file. Gives the links that were left out because they lead out of the folder, or because
 * this system did not let us make them.
 * @throws {ArchiveProblem} when the content is not what the directory says.
 * @throws the reason of `signal` when it aborts, and errors of the system as they are; what was unpacked so far stays.
 */
async function unpack({ clock }, unpacking, plan) {
    const { into, signal } = unpacking;
    const makeFolder = folderMaker(into);
    const large = [];
    let turnEndMs = clock.nowMs() + turnMs;
    /** Between two entries: signals are heard. */
    const takeTurn = async () => {
        if (clock.nowMs() >= turnEndMs) {
            await (0,base_clock/* nextTurn */.tJ)();
            turnEndMs = clock.nowMs() + turnMs;
        }
        signal.throwIfAborted();
    };
    for (const folder of plan.folders) {
        await takeTurn();
        makeFolder(folder);
    }
    for (const planned of plan.files) {
        await takeTurn();
        makeFolder(parentOf(planned.path));
        if (isLarge(planned.entry))
            large.push(planned);
        else
            writeSmall(unpacking, planned);
    }
    const links = [];
    for (const planned of plan.links) {
        await takeTurn();
        links.push({ planned, target: targetOf(unpacking, planned) });
    }
    await writeAllLarge(unpacking, large);
    const skippedLinks = [];
    for (const { planned, target } of links) {
        await takeTurn();
        makeFolder(parentOf(planned.path));
        if (target === undefined || !makeLink((0,external_node_path_.join)(into, planned.path), target))
            skippedLinks.push(planned.entry.name);
    }
    return { skippedLinks };
}
/** One that is packed into nothing cannot be read as a stream; at once, it is found to be broken. */
function isLarge({ bytes, packedBytes }) {
    return packedBytes > 0 && Math.max(bytes, packedBytes) > largestAtOnceBytes;
}
function folderMaker(into) {
    const made = new Set(['']);
    return (folder) => {
        if (made.has(folder))
            return;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(into, folder), { recursive: true });
        made.add(folder);
    };
}
/** Never over something that is there: in a new folder that would be another entry whose name this system takes for the same. */
const newFile = 'wx';
/** The process's own mask takes away what it does not allow; all else that an archive says of permissions is not for us. */
function modeOf({ isExecutable }) {
    return isExecutable ? 0o777 : 0o666;
}
function writeSmall(unpacking, { path, entry }) {
    const content = contentOf(unpacking, entry);
    const fd = (0,external_node_fs_.openSync)((0,external_node_path_.join)(unpacking.into, path), newFile, modeOf(entry));
    try {
        for (let written = 0; written < content.length;)
            written += (0,external_node_fs_.writeSync)(fd, content, written);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** The whole of a small entry, checked; good until the next call. */
function contentOf({ reader, archiveBytes }, entry) {
    const start = contentStart({ reader, archiveBytes }, entry);
    const packed = reader.bytesAt(start, entry.packedBytes);
    const content = entry.packing === 'deflated' ? inflated(packed, entry) : packed;
    refuseIfOther(entry, content.length, unpack_crc32(content));
    return content;
}
function inflated(packed, entry) {
    try {
        // One byte more than there should be is enough to see that there is more.
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: entry.bytes + 1 });
    }
    catch (error) {
        throw brokenContent(entry, error);
    }
}
/** Behind the record in front of an entry, whose own name and fields may have another length than those of the directory. */
function contentStart({ reader, archiveBytes }, entry) {
    if (entry.packing === 'unreadable') {
        throw new ArchiveProblem('invalid', `${unpack_shown(entry)} is encrypted or packed in an unknown way`);
    }
    let record;
    try {
        record = reader.bytesAt(entry.offset, 30);
    }
    catch (error) {
        throw brokenContent(entry, error);
    }
    const start = entry.offset + 30 + record.readUInt16LE(26) + record.readUInt16LE(28);
    if (record.readUInt32LE(0) !== 0x04034b50 || start + entry.packedBytes > archiveBytes)
        throw brokenContent(entry);
    return start;
}
function refuseIfOther(entry, bytes, checksum) {
    if (bytes !== entry.bytes)
        throw new ArchiveProblem('invalid', `${unpack_shown(entry)} has another length than its directory says`);
    if (checksum !== entry.crc32)
        throw new ArchiveProblem('invalid', `${unpack_shown(entry)} has another checksum than its directory says`);
}
function brokenContent(entry, cause) {
    return new ArchiveProblem('invalid', `the content of ${unpack_shown(entry)} is broken`, cause);
}
function unpack_shown({ name }) {
    return `"${(0,base_text/* cleanLine */.Ow)(name, 100)}"`;
}
/**
 * From the end of the archive to its beginning, and what is done is cut off: the system need not write to disk what nobody reads again, and the disk need not
 * hold it beside the files.
 */
async function writeAllLarge(unpacking, large) {
    const order = large.toReversed();
    const done = new Set();
    /** Everything before it in the order is done. */
    let open = 0;
    await (0,parallel/* mapInParallel */.H)(order, largeAtOnce, async (planned) => {
        await writeLarge(unpacking, planned);
        done.add(planned);
        let next = order[open];
        while (next !== undefined && done.has(next))
            next = order[++open];
        if (next !== undefined && planned.entry.offset > next.entry.offset)
            await unpacking.archive.truncate(planned.entry.offset);
    });
}
async function writeLarge(unpacking, { path, entry }) {
    const { archive, into, signal } = unpacking;
    const start = contentStart(unpacking, entry);
    const target = await (0,promises_.open)((0,external_node_path_.join)(into, path), newFile, modeOf(entry));
    let bytes = 0;
    let checksum = 0;
    const take = async (pieces) => {
        for await (const piece of pieces) {
            bytes += piece.length;
            if (bytes > entry.bytes)
                refuseIfOther(entry, bytes, checksum);
            checksum = unpack_crc32(piece, checksum);
            for (let written = 0; written < piece.length;) {
                written += (await target.write(piece, written)).bytesWritten;
            }
        }
    };
    const packed = piecesOf(archive, { start, bytes: entry.packedBytes });
    try {
        if (entry.packing === 'deflated') {
            await (0,external_node_stream_promises_.pipeline)(packed, (0,external_node_zlib_.createInflateRaw)({ chunkSize: pieceBytes }), take, { signal });
        }
        else {
            await (0,external_node_stream_promises_.pipeline)(packed, take, { signal });
        }
        refuseIfOther(entry, bytes, checksum);
    }
    catch (error) {
        signal.throwIfAborted();
        throw isZlibError(error) ? brokenContent(entry, error) : error;
    }
    finally {
        await target.close();
    }
}
/** Each piece is good until the next is asked for, which the pipeline does once it has been used up. */
async function* piecesOf(archive, { start, bytes }) {
    const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, bytes));
    for (let at = 0; at < bytes;) {
        const { bytesRead } = await archive.read(piece, 0, Math.min(piece.length, bytes - at), start + at);
        if (bytesRead === 0)
            return;
        at += bytesRead;
        yield piece.subarray(0, bytesRead);
    }
}
function isZlibError(error) {
    const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
    return typeof code === 'string' && code.startsWith('Z_');
}
/** Where a link leads; `undefined` when that is out of the folder, or nowhere that a link could lead. */
function targetOf(unpacking, { path, entry }) {
    if (entry.bytes > longestTargetBytes || entry.packedBytes > largestAtOnceBytes)
        return undefined;
    const target = contentOf(unpacking, entry).toString('utf8');
    return staysInside(parentOf(path), target) ? target : undefined;
}
/** Whether the link was made. Links come last, so that nothing is written through one. */
function makeLink(path, target) {
    try {
        (0,external_node_fs_.symlinkSync)(target, path);
        return true;
    }
    catch (error) {
        // Windows lets only some people make links.
        if (['EPERM', 'ENOTSUP'].includes(systemCodeOf(error) ?? ''))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/archive.js











/** Where a download ends whose size GitLab does not list. */
const mostUnlistedBytes = 64 * 1024 ** 3;
/** So that a size which is listed a little too small costs nobody a result; the limit only stops a server that never ends. */
const spareBytes = 1024 * 1024;
/**
 * Downloads the archive of a job, checks it, and puts what is wanted of it to its place.
 * @throws {ArchiveProblem} when it is broken or unsafe, errors of the file system, and the reason of `call.signal`.
 */
async function bringArchive(deps, call, wants) {
    const { download: job, staging } = call;
    const startMs = deps.clock.nowMs();
    for (let round = 1;; round += 1) {
        const path = (0,external_node_path_.join)(staging, `archive-${round}.zip`);
        const files = (0,external_node_path_.join)(staging, `files-${round}`);
        const result = await download(deps, downloadOf(deps, call, path));
        if (result.kind === 'failed') {
            const what = whatFailed((0,find_job/* lineNameOf */.P)(job.found));
            const failure = { found: job.found, path: undefined, reply: result.reply };
            return missingOf(deps, failedReply(what, failure, deps.clock), (0,artifacts_plan/* isOptional */.dK)(job) ? 'optional' : 'required');
        }
        await (0,promises_.mkdir)(files);
        try {
            const unpacked = await unpackArchive(deps, call, { path, bytes: result.bytes, files, wants });
            await (0,promises_.rm)(path);
            const elapsed = { startMs, downloadedBytes: result.bytes };
            return await finish(deps, call, { ...unpacked, ...elapsed, files });
        }
        catch (error) {
            // Two halves of different archives look broken, and so does one that was cut off; the archive need not be.
            const isWorthAnother = error instanceof ArchiveProblem &&
                (result.resumed === 'once_or_more' || result.end === 'untold') &&
                round === 1;
            if (!isWorthAnother)
                throw error;
            await (0,promises_.rm)(files, { recursive: true, force: true });
            await (0,promises_.rm)(path);
        }
    }
}
function downloadOf({ gitlab, onEvent }, call, path) {
    const { found } = call.download;
    const listed = found.job.artifacts?.find(({ fileType }) => fileType === 'archive')?.bytes;
    return {
        path,
        request: (rest, sink, signal) => gitlab.streamArchive({ ...(0,artifacts_plan/* jobCallOf */.ZM)(call), rest }, sink, signal),
        listedBytes: listed,
        maxBytes: listed === undefined ? mostUnlistedBytes : listed + spareBytes,
        onProgress: (progress) => onEvent({ kind: 'progress', found, progress }),
        onInterrupted: (interruption) => onEvent({ kind: 'interrupted', found, ...interruption }),
        signal: call.signal,
    };
}
async function unpackArchive(deps, { naming, signal }, archive) {
    const { path, bytes: archiveBytes, files: into, wants } = archive;
    const archiveFile = await (0,promises_.open)(path, 'r+');
    try {
        const reader = new WindowReader(archiveFile.fd);
        const entries = await readDirectory(reader, { bytes: archiveBytes, signal });
        const plan = await planUnpacking({ entries, archiveBytes, wants, naming, signal });
        const { skippedLinks } = await unpack(deps, { archive: archiveFile, archiveBytes, reader, into, signal }, plan);
        return { entries, plan, skippedLinks };
    }
    finally {
        await archiveFile.close();
    }
}
/** Puts what was unpacked to its place, and says what the archive, or this system, could not have. */
async function finish(deps, call, ready) {
    const { download: job, into, folder, signal } = call;
    const { plan, skippedLinks, files, startMs, downloadedBytes } = ready;
    const { found, selectors } = job;
    const count = plan.files.length + plan.links.length - skippedLinks.length;
    if (count > 0 || selectors.some(({ path }) => path === undefined)) {
        await placeFiles({ from: files, into, folder, signal });
        const elapsedMs = deps.clock.nowMs() - startMs;
        const sizes = { files: count, bytes: plan.bytes, downloadedBytes, elapsedMs };
        deps.onEvent({ kind: 'collected', found, folder, ...sizes });
    }
    if (plan.alike.length > 0)
        deps.onEvent({ kind: 'alike', found, pairs: plan.alike });
    if (skippedLinks.length > 0)
        deps.onEvent({ kind: 'links_left_out', found, names: skippedLinks });
    const { unwritable } = plan;
    const lacks = unfitting(deps, call, ready);
    return unwritable.length === 0 ? lacks : [...lacks, cannotBeNamed((0,find_job/* lineNameOf */.P)(found), unwritable)];
}
/** How many files of an archive a message names. */
const archive_namesShown = 5;
/** The lines that no file fits. */
function unfitting(deps, { download: job }, { plan, entries }) {
    const taken = [...plan.files, ...plan.links].map(({ path }) => path);
    const wanted = [...taken, ...plan.unwritable.map(({ name }) => name)];
    return job.selectors.flatMap(({ line, path }) => {
        if (path === undefined || wanted.some((0,artifacts_plan/* matcherOf */.Ke)(path)))
            return [];
        const files = entries.filter(({ kind }) => kind !== 'folder').map(({ name }) => (0,base_text/* cleanLine */.Ow)(name, 80));
        const more = files.length > archive_namesShown ? ` and ${files.length - archive_namesShown} more` : '';
        const has = files.length === 0 ? 'is empty' : `has ${files.slice(0, archive_namesShown).join(', ')}${more}`;
        const failure = {
            code: 'artifact_missing',
            what: whatFailed(line.text),
            why: `No file in the archive fits ${(0,base_text/* cleanLine */.Ow)(path, 200)}; it ${has}.`,
            hint: 'Paths begin at the root of the repository, as in artifacts:paths. * stays within a folder, ** goes through folders, and dist/ takes all that is in dist.',
        };
        return missingOf(deps, failure, line.need);
    });
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/job-folders.js



/** What nobody sees in a name, joiners among it; the marks that give an emoji its look stay. */
const unseen = new RegExp(`[${base_text/* controlCharacters */.Qi}]|${base_text/* invisibleMark */.L1}|[\\u200c\\u200d]|\\p{Surrogate}`, 'gu');
/** Long enough to tell jobs apart, short enough for the paths of Windows. */
const longestFolderName = 80;
/**
 * The name of a job, or of anything in GitLab, as the name of a folder on every system: what one of them refuses becomes `-`. Names that are too long
 * end in a mark of the whole name.
 */
function folderNameOf(name) {
    const clean = name
        .normalize('NFC')
        .replace(unseen, '-')
        .replace(/[<>:"/\\|?*]/g, '-')
        .replace(/^[\s.]+/u, '-');
    const end = endOf(clean);
    const shown = end < clean.length ? `${clean.slice(0, end)}-` : clean;
    const whole = isWindowsDevice(shown) ? `${shown}-` : shown === '' ? '-' : shown;
    const characters = Array.from(whole);
    if (characters.length <= longestFolderName && Buffer.byteLength(whole) <= 2 * longestFolderName)
        return whole;
    const mark = (0,crc32/* crc32 */.Q)(Buffer.from(name)).toString(16).padStart(8, '0');
    return `${shortened(characters, longestFolderName)}-${mark}`;
}
/** Where the blanks and dots at the end of a name begin. */
function endOf(name) {
    let end = name.length;
    while (end > 0 && /[\s.]/u.test(name.charAt(end - 1)))
        end -= 1;
    return end;
}
function shortened(characters, bytes) {
    let kept = '';
    for (const character of characters) {
        if (Buffer.byteLength(kept + character) > bytes)
            break;
        kept += character;
    }
    return kept;
}
/** The folders of a job below the one for all artifacts, outermost first: those of the trigger jobs that lead to it, and its own. */
function foldersOf({ path, job }) {
    return [...path, job.name].map(folderNameOf);
}
/**
 * A folder of its own for every job, in the order given. A job whose folder is another's, or would lie in another's, gets `(2)` behind its name or behind the
 * one that is in the way, and so on; `moved` are those jobs.
 */
function assignFolders(jobs) {
    const taken = { isTaken: false, below: new Map() };
    const folders = new Map();
    const moved = [];
    /** The last number behind a name, by the folder: those before it are taken, so that nobody has to count again. */
    const counts = new Map();
    for (const found of jobs) {
        const wanted = foldersOf(found);
        let folder = wanted;
        let depth = clashOf(folder, taken);
        while (depth !== undefined) {
            const key = JSON.stringify([depth, ...wanted]);
            const count = (counts.get(key) ?? 1) + 1;
            counts.set(key, count);
            folder = wanted.with(depth, `${wanted[depth] ?? ''} (${count})`);
            depth = clashOf(folder, taken);
        }
        if (folder !== wanted)
            moved.push(found);
        take(folder, taken);
        folders.set(found, folder);
    }
    return { folders, moved };
}
function take(folder, taken) {
    let place = taken;
    for (const name of folder) {
        const key = nameKeyOf(name);
        const next = place.below.get(key) ?? { isTaken: false, below: new Map() };
        place.below.set(key, next);
        place = next;
    }
    place.isTaken = true;
}
/** Which name of a folder would have to be another one, because it is taken; `undefined` when none has to. */
function clashOf(folder, taken) {
    let place = taken;
    for (const [depth, name] of folder.entries()) {
        const next = place.below.get(nameKeyOf(name));
        if (next === undefined)
            return undefined;
        if (next.isTaken)
            return depth;
        place = next;
    }
    return folder.length - 1;
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/single-files.js







/** Where a single file ends; GitLab does not list how large it is. */
const mostFileBytes = 16 * 1024 ** 3;
/**
 * Fetches single files of a job without the rest of its archive, and puts them to their place. GitLab takes them out of the archive itself, so that neither
 * checksums nor permissions come along: only the length can be checked. `end_untold` where not even that can, because the answer does not tell it: then nothing is put anywhere.
 * @throws errors of the file system, and the reason of `call.signal`.
 */
async function bringFiles(deps, call, paths) {
    const { download: job, staging, into, folder, signal } = call;
    const startMs = deps.clock.nowMs();
    const from = (0,external_node_path_.join)(staging, 'files');
    await (0,promises_.mkdir)(from);
    const errors = [];
    let files = 0;
    let bytes = 0;
    for (const path of paths) {
        const came = await bringFile(deps, call, { path, from });
        if (came.kind === 'end_untold')
            return came.kind;
        if (came.kind === 'file') {
            files += 1;
            bytes += came.bytes;
        }
        else {
            for (const { line } of selectorsFor(job.selectors, path)) {
                errors.push(...came.errorsOf(line.text, line.need));
            }
        }
    }
    if (files > 0) {
        await placeFiles({ from, into, folder, signal });
        const elapsedMs = deps.clock.nowMs() - startMs;
        deps.onEvent({
            kind: 'collected',
            found: job.found,
            folder,
            files,
            bytes,
            downloadedBytes: bytes,
            elapsedMs,
        });
    }
    return errors;
}
function selectorsFor(selectors, path) {
    return selectors.filter((selector) => (0,artifacts_plan/* artifactPathOf */.p4)(selector.path ?? '') === path);
}
async function bringFile(deps, call, { path, from }) {
    const { gitlab, onEvent, clock } = deps;
    const { download: job, naming, signal } = call;
    const { found } = job;
    const place = entryPathOf(path, naming);
    if (place.kind !== 'path') {
        return { kind: 'nothing', errorsOf: (line) => [cannotBeNamed(line, [{ name: path, why: place.why }])] };
    }
    const target = (0,external_node_path_.join)(from, place.path);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    const result = await download(deps, {
        path: target,
        request: (_rest, sink, requestSignal) => gitlab.streamArtifactFile({ ...(0,artifacts_plan/* jobCallOf */.ZM)(call), path }, sink, requestSignal),
        maxBytes: mostFileBytes,
        onProgress: (progress) => onEvent({ kind: 'progress', found, progress }),
        onInterrupted: (interruption) => onEvent({ kind: 'interrupted', found, ...interruption }),
        signal,
    });
    if (result.kind === 'done' && result.end === 'untold')
        return { kind: 'end_untold' };
    if (result.kind === 'done')
        return { kind: 'file', bytes: result.bytes };
    await (0,promises_.rm)(target);
    const { reply } = result;
    return {
        kind: 'nothing',
        errorsOf: (line, need) => missingOf(deps, failedReply(whatFailed(line), { found, path, reply }, clock), need),
    };
}

;// CONCATENATED MODULE: ./out/bundle/results/artifacts/download-artifacts.js













/**
 * Brings the artifacts of one job to their place, and gives what is missing of them and must not be.
 * @throws the reason of `call.signal` when it aborts.
 */
async function bringJob(deps, call) {
    const way = (0,artifacts_plan/* wayOf */.VO)(call.download);
    try {
        if (way.kind === 'archive')
            return await bringArchive(deps, call, way.wants);
        const errors = await bringFiles(deps, call, way.paths);
        // An archive tells its end itself.
        return errors === 'end_untold'
            ? await bringArchive(deps, call, (path) => way.paths.includes(path))
            : errors;
    }
    catch (error) {
        call.signal.throwIfAborted();
        const what = whatFailed((0,find_job/* lineNameOf */.P)(call.download.found));
        if (error instanceof ArchiveProblem)
            return [archiveError(what, error)];
        if (isFileProblem(error))
            return [notWritten(what, error)];
        throw error;
    }
}
/** As many as a browser would; more would only share the same line. */
const jobsAtOnce = 4;
/**
 * Downloads what the lines name, four jobs at a time, and gives what is missing and must not be. What comes, comes whole: everything is downloaded and
 * unpacked beside its place, and moved there when it is complete and checked.
 * @throws the reason of `call.signal` when it aborts; nothing half done stays.
 */
async function downloadArtifacts(deps, call) {
    const { into, signal } = call;
    const { downloads, errors } = available(deps, call);
    if (downloads.length === 0)
        return errors;
    const { folders, moved } = assignFolders(downloads.map(({ found }) => found));
    for (const found of moved)
        deps.onEvent({ kind: 'moved', found, folder: folders.get(found) ?? [] });
    const staging = (0,external_node_path_.join)(into, `.gitlab-trigger-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    try {
        await (0,promises_.mkdir)(staging, { recursive: true });
    }
    catch (error) {
        return [...errors, notWritten(`The artifacts could not be written to ${(0,base_text/* cleanLine */.Ow)(into, 300)}`, error)];
    }
    try {
        const each = await (0,parallel/* mapInParallel */.H)([...downloads.entries()], jobsAtOnce, async ([index, download]) => {
            const own = (0,external_node_path_.join)(staging, String(index));
            await (0,promises_.mkdir)(own);
            const folder = folders.get(download.found) ?? [];
            return await bringJob(deps, { download, folder, into, staging: own, naming: call.naming, signal });
        });
        return [...errors, ...each.flat()];
    }
    finally {
        // What cannot be removed lies in a folder whose name says what it is.
        await (0,promises_.rm)(staging, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
}
/** The jobs that have something to be asked for, and why the others have not. */
function available(deps, { lines, tree }) {
    const errors = [];
    const found = [];
    for (const line of lines) {
        const search = (0,find_job/* findJobs */.k)(line, tree);
        if (search.kind === 'found')
            found.push({ line, jobs: search.jobs, path: search.path });
        else {
            const failure = (0,results_missing/* noSuchJob */.qW)(whatFailed(line.text), search);
            // Of several jobs there is too much, not nothing.
            const kind = search.kind === 'ambiguous' ? 'failure' : 'nothing_there';
            errors.push(...missingOf(deps, { kind, failure }, line.need));
        }
    }
    const downloads = (0,artifacts_plan/* groupByJob */.gF)(found).filter((download) => {
        const what = whatFailed((0,find_job/* lineNameOf */.P)(download.found));
        const missing = (0,results_missing/* notEnded */.Au)(what, download.found) ?? withoutArchive(what, download.found, deps.clock);
        if (missing === undefined)
            return true;
        errors.push(...missingOf(deps, missing, (0,artifacts_plan/* isOptional */.dK)(download) ? 'optional' : 'required'));
        return false;
    });
    return { downloads, errors };
}
/** Only where GitLab lists what a job has: a server that does not is asked. */
function withoutArchive(what, found, clock) {
    const { artifacts } = found.job;
    if (artifacts === undefined || artifacts.some(({ fileType }) => fileType === 'archive'))
        return undefined;
    return (0,results_missing/* missingArtifact */.fX)(what, { found, path: undefined }, clock);
}

// EXTERNAL MODULE: ./out/bundle/run/context.js
var context = __webpack_require__(5084);
// EXTERNAL MODULE: ./out/bundle/run/heap.js
var heap = __webpack_require__(8245);
;// CONCATENATED MODULE: ./out/bundle/run/results/artifacts.js










/** A fast line brings a few megabytes meanwhile. */
const collectEveryMs = 15;
/**
 * Downloads the artifacts that are asked for, and says what happens. The output with their folder is set before: what came before a step was killed is
 * whole. Gives what is missing.
 * @throws the reason of `signal` when it aborts.
 */
async function bringArtifacts({ deps, gitlab }, { lines, path }, { root }, signal) {
    const { clock, random, host } = deps;
    const into = (0,external_node_path_.resolve)(path);
    const link = (0,foreign_links/* linkOnWay */.$)(into);
    if (link !== undefined)
        return [throughLink(link)];
    (0,context/* setOutputs */.n0)(deps, (0,outputs/* artifactsOutput */.Zw)(into));
    const task = { clock, everyMs: collectEveryMs, run: await (0,heap/* youngCollector */.i)() };
    const onEvent = (event) => {
        const { level, text } = artifactLine(event, { into: path });
        host.log[level](text);
    };
    return await (0,base_clock/* runPeriodically */.tS)(task, () => downloadArtifacts({ gitlab, clock, random, onEvent }, { lines, tree: root, into, naming: (0,system/* fileNaming */.n6)(), signal }));
}
function throughLink(link) {
    return {
        code: 'artifacts_not_written',
        what: 'artifacts: nothing was downloaded',
        why: `${(0,base_text/* cleanLine */.Ow)(link, 300)} is a symbolic link, which is not followed.`,
        hint: 'Give another folder in artifacts_path, or move away what is there.',
    };
}


/***/ })

};
