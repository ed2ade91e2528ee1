export const id = 9416;
export const ids = [9416];
export const modules = {

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followToVerdict: () => (/* binding */ followToVerdict)
});

// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/base/cut-off.js
var cut_off = __webpack_require__(1419);
// EXTERNAL MODULE: ./out/bundle/follow/follow-pipeline.js + 21 modules
var follow_pipeline = __webpack_require__(7569);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/gitlab/pipeline-status.js
var pipeline_status = __webpack_require__(4390);
;// CONCATENATED MODULE: ./out/bundle/follow/log-block.js
/** GitLab itself shows half a megabyte of a log and links to the rest; a host's log of a step gets slow beyond some ten. */
const defaultLogLimits = {
    charactersPerJob: 4 * 1024 * 1024,
    bytesPerJob: 64 * 1024 * 1024,
};

// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/follow/log-reader.js
var log_reader = __webpack_require__(6209);
;// CONCATENATED MODULE: ./out/bundle/follow/log-of-job.js


/** Reads of a log that has ended, when trouble keeps coming. */
const maxAttempts = 3;
/** A running job is left alone for longer after each failed read. */
const failurePauseMs = 5000;
const longestPauseMs = 120_000;
/** Servers that send the whole log each time are asked so seldom that a job costs them this many bytes in a millisecond, whatever its log grows to. */
const wholeLogBytesPerMs = 50;
/** Once may be a glitch while GitLab archives the log. */
const misfitsBeforeRestart = 2;
function newJobLog(source, transcript) {
    return {
        source,
        hasEnded: false,
        isSettled: false,
        dueMs: 0,
        failures: 0,
        misfits: 0,
        hasRestarted: false,
        transcript,
    };
}
/**
 * Reads a log once and gives what is new. Updates `log` and what is known of the server.
 * @throws the reason of `signal` when it aborts.
 */
async function readJobLog(deps, log, signal) {
    const isLast = log.hasEnded;
    const { end, fit } = await readOn(deps, log, signal);
    if (log.transcript.isFull()) {
        log.isSettled = true;
        return said(log, 'cut', `the log is too long to be shown in full; all of it is at ${log.source.job.webUrl}`);
    }
    if (fit === 'misfit')
        return afterMisfit(log);
    if (end.kind === 'failed')
        return afterFailure(deps, log, end);
    log.failures = log.misfits = 0;
    if (fit === 'offset_ignored')
        deps.server.ignoresOffset = true;
    if (isLast)
        settle(log);
    else if (deps.server.ignoresOffset)
        pause(deps, log, log.transcript.knownBytes() / wholeLogBytesPerMs);
    return newLines(log);
}
/** What can be said of a log that is not read again. */
function closeJobLog(log) {
    settle(log);
    return log.hasEnded ? said(log, 'unavailable', 'the end of the log could not be read') : newLines(log);
}
async function readOn({ gitlab, server }, { source, transcript }, signal) {
    const fromByte = server.ignoresOffset ? 0 : transcript.fromByte();
    const answer = transcript.open(fromByte);
    const seen = { misfit: false };
    const end = await (0,log_reader/* readTrace */.c)(gitlab, {
        call: { project: source.project, jobId: source.job.id, fromByte },
        sink: (chunk) => {
            const fresh = answer.take(chunk);
            if (fresh === 'misfit') {
                seen.misfit = true;
                return 'stop';
            }
            transcript.add(fresh);
            return transcript.isFull() ? 'stop' : 'more';
        },
        signal,
    });
    if (seen.misfit)
        return { end, fit: 'misfit' };
    return { end, fit: end.kind === 'complete' ? answer.end() : 'fits' };
}
function afterFailure(deps, log, { why, concerns, retryAfterMs }) {
    const { server, clock } = deps;
    switch (concerns) {
        case 'all': {
            const isNews = server.closedWhy === undefined;
            server.closedWhy ??= why;
            settle(log);
            return isNews ? [...newLines(log), { kind: 'closed', why }] : newLines(log);
        }
        case 'log':
            settle(log);
            return said(log, 'unavailable', `the log cannot be shown: ${why}`);
        case 'moment':
            log.failures += 1;
            if (retryAfterMs !== undefined)
                server.restUntilMs = clock.nowMs() + retryAfterMs;
            if (!log.hasEnded || log.failures < maxAttempts) {
                pause(deps, log, log.failures * failurePauseMs);
                return newLines(log);
            }
            settle(log);
            return said(log, 'unavailable', `the log cannot be shown to its end: ${why}`);
        default:
            return (0,assert_never/* assertNever */.x)(concerns);
    }
}
/** The log is shorter than before, or another one: it was erased, or its runner began again. */
function afterMisfit(log) {
    log.misfits += 1;
    if (log.misfits < misfitsBeforeRestart)
        return [];
    log.transcript.finish();
    if (log.hasRestarted) {
        log.isSettled = true;
        return said(log, 'unavailable', 'the log keeps changing, and is not shown any further');
    }
    const blocks = said(log, 'rewritten', 'the log was erased or written anew; it now begins from its start');
    log.hasRestarted = true;
    log.misfits = 0;
    log.transcript.restart();
    return blocks;
}
function settle(log) {
    log.isSettled = true;
    log.transcript.finish();
}
function pause({ clock }, log, pauseMs) {
    log.dueMs = clock.nowMs() + Math.min(pauseMs, longestPauseMs);
}
function newLines({ source: { path, job }, transcript }) {
    const lines = transcript.takeNew();
    return lines.length === 0 ? [] : [{ kind: 'lines', path, job, lines }];
}
function said(log, reason, text) {
    const { path, job } = log.source;
    return [...newLines(log), { kind: 'note', path, job, reason, text }];
}

// EXTERNAL MODULE: ./out/bundle/follow/log-copy.js
var log_copy = __webpack_require__(5371);
// EXTERNAL MODULE: ./out/bundle/follow/log-lines.js + 4 modules
var log_lines = __webpack_require__(7418);
;// CONCATENATED MODULE: ./out/bundle/follow/log-position.js
/**
 * Bytes known from both ends of a log. The first ones name the runner and the times at which it began, so they do not come again within the
 * log, and tell a server that passes over the offset.
 */
const overlapBytes = 512;
/** Of a log that is shorter, everything is asked for: that costs no more than finding out. */
const smallLogBytes = 4 * overlapBytes;
const nothing = Buffer.alloc(0);
function createLogPosition() {
    let known = 0;
    let head = nothing;
    let tail = nothing;
    const learn = (fresh) => {
        if (fresh.length === 0)
            return;
        if (head.length < overlapBytes)
            head = Buffer.concat([head, fresh.subarray(0, overlapBytes - head.length)]);
        tail = Buffer.concat([tail, fresh.subarray(-overlapBytes)]);
        if (tail.length > overlapBytes)
            tail = Buffer.from(tail.subarray(-overlapBytes));
        known += fresh.length;
    };
    /** Whether `chunk`, which stands at the byte `at`, agrees with the known end of the log where the two overlap. */
    const agrees = (chunk, at) => {
        const tailStart = known - tail.length;
        const from = Math.max(at, tailStart);
        const to = Math.min(at + chunk.length, known);
        return (to <= from || chunk.subarray(from - at, to - at).equals(tail.subarray(from - tailStart, to - tailStart)));
    };
    const open = (fromByte) => {
        /** Where the next chunk stands; unknown until the first bytes have shown where the answer begins. */
        let at = fromByte === 0 ? 0 : undefined;
        let undecided = nothing;
        let offsetIgnored = false;
        const advance = (chunk, from) => {
            if (!agrees(chunk, from))
                return 'misfit';
            const fresh = chunk.subarray(Math.max(0, known - from));
            at = from + chunk.length;
            learn(fresh);
            return fresh;
        };
        return {
            take: (chunk) => {
                if (at !== undefined)
                    return advance(chunk, at);
                undecided = Buffer.concat([undecided, chunk]);
                if (undecided.length < overlapBytes)
                    return nothing;
                const start = undecided.subarray(0, overlapBytes);
                if (start.equals(tail))
                    return advance(undecided, fromByte);
                offsetIgnored = start.equals(head);
                return offsetIgnored ? advance(undecided, 0) : 'misfit';
            },
            end: () => {
                if (at === undefined || at < known)
                    return 'misfit';
                return offsetIgnored ? 'offset_ignored' : 'fits';
            },
        };
    };
    return {
        knownBytes: () => known,
        fromByte: () => (known < smallLogBytes ? 0 : known - overlapBytes),
        open,
    };
}

;// CONCATENATED MODULE: ./out/bundle/follow/log-transcript.js



/** An entry costs memory and a line of the host's log, however short it is. */
const entryCharge = 40;
function createLogTranscript(limits) {
    let shown = 0;
    let fresh = [];
    let position = createLogPosition();
    const isFull = () => shown >= limits.charactersPerJob || position.knownBytes() >= limits.bytesPerJob;
    const collect = (entry) => {
        if (shown >= limits.charactersPerJob)
            return;
        shown += charactersOf(entry) + entryCharge;
        fresh.push((0,log_copy/* ownCopyOfEntry */.b)(entry));
    };
    let lines = (0,log_lines/* createLogLines */.i)(collect);
    return {
        knownBytes: () => position.knownBytes(),
        fromByte: () => position.fromByte(),
        open: (fromByte) => position.open(fromByte),
        add: (bytes) => lines.push(bytes),
        isFull,
        finish: () => lines.end(),
        restart: () => {
            position = createLogPosition();
            lines = (0,log_lines/* createLogLines */.i)(collect);
        },
        takeNew: () => {
            const taken = fresh;
            fresh = [];
            return taken;
        },
    };
}
function charactersOf(entry) {
    switch (entry.kind) {
        case 'line':
            return entry.text.length;
        case 'section_start':
            return entry.name.length + (entry.title ?? '').length;
        case 'section_end':
            return entry.name.length;
    }
}

;// CONCATENATED MODULE: ./out/bundle/follow/log-follower.js





/** Enough to hide the round trips, few enough for GitLab's limits. */
const maxRequests = 4;
const settlePausesMs = [1000, 2000, 4000];
/** A server that asks for more patience at the end does not get it: a log is a courtesy. */
const longestWishMs = 15_000;
/** Nothing is requested before the first look. At most four requests run at a time, and what they brought is handed over before more begin. */
function createLogFollower(deps, limits = defaultLogLimits) {
    const server = { ignoresOffset: false, closedWhy: undefined, restUntilMs: 0 };
    const logs = new Map();
    const settledIds = new Set();
    const track = (sources) => {
        const readable = sources.filter(({ job }) => hasLog(job) && !settledIds.has(job.id));
        const listed = new Set(readable.map(({ job }) => job.id));
        for (const [jobId, log] of logs)
            log.hasEnded ||= !listed.has(jobId);
        for (const source of readable) {
            const { id, status } = source.job;
            const log = logs.get(id) ?? newJobLog(source, createLogTranscript(limits));
            log.source = source;
            log.hasEnded ||= (0,pipeline_status/* isTerminalStatus */.TQ)(status);
            logs.set(id, log);
        }
    };
    const isDue = ({ hasEnded, dueMs }) => hasEnded || deps.clock.nowMs() >= dueMs;
    const readOne = async (jobId, log, signal) => {
        if (server.closedWhy !== undefined || deps.clock.nowMs() < server.restUntilMs)
            return [];
        const blocks = await readJobLog({ ...deps, server }, log, signal);
        if (log.isSettled) {
            logs.delete(jobId);
            settledIds.add(jobId);
        }
        return blocks;
    };
    async function* readAll(due, signal) {
        const running = [];
        for (const [jobId, log] of due) {
            const reading = readOne(jobId, log, signal);
            // When one read is aborted, nobody waits for the others any more.
            reading.catch(() => undefined);
            running.push(reading);
            if (running.length >= maxRequests)
                yield* (await running.shift()) ?? [];
        }
        for (const reading of running)
            yield* await reading;
    }
    return {
        look: async function* look(sources, signal) {
            if (server.closedWhy !== undefined)
                return;
            track(sources);
            yield* readAll([...logs].filter(([, log]) => isDue(log)), signal);
        },
        settle: async function* settle(signal) {
            for (const pauseMs of settlePausesMs) {
                const open = [...logs].filter(([, log]) => log.hasEnded);
                if (open.length === 0 || server.closedWhy !== undefined)
                    break;
                const wishMs = Math.min(server.restUntilMs - deps.clock.nowMs(), longestWishMs);
                await (0,clock/* sleep */.yy)(deps.clock, Math.max(wishMs, pauseMs), signal);
                server.restUntilMs = 0;
                yield* readAll(open, signal);
            }
            const left = server.closedWhy === undefined ? [...logs.values()] : [];
            logs.clear();
            for (const log of left) {
                settledIds.add(log.source.job.id);
                yield* closeJobLog(log);
            }
        },
    };
}
/** Jobs that never ran have no log; asking for it would only give an empty one. */
function hasLog({ status, startedAt }) {
    return status === 'running' || startedAt !== undefined;
}

// EXTERNAL MODULE: ./out/bundle/follow/log-sources.js
var log_sources = __webpack_require__(114);
// EXTERNAL MODULE: ./out/bundle/follow/pipeline-tree.js
var pipeline_tree = __webpack_require__(7234);
// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __webpack_require__(7871);
// EXTERNAL MODULE: ./out/bundle/base/foreign-text.js
var foreign_text = __webpack_require__(1335);
// EXTERNAL MODULE: ./out/bundle/report/elapsed.js
var elapsed = __webpack_require__(608);
// EXTERNAL MODULE: ./out/bundle/report/job-label.js
var job_label = __webpack_require__(9224);
// EXTERNAL MODULE: ./out/bundle/report/status-mark.js
var status_mark = __webpack_require__(764);
;// CONCATENATED MODULE: ./out/bundle/report/lines.js






/** Widths of stage, job, status and duration. Fixed, so that a line needs to know nothing of the others; longer texts push the rest to the right. */
const columnWidths = [8, 15, 14, 5];
const unknownStatus = '(a status this version does not know; taken as still running)';
/** The log line for an event: elapsed time, stage, job, status, duration, reason, as far as it has them. Always one line. */
function lineOf(event) {
    return `${(0,elapsed/* formatElapsed */.C7)(event.elapsedMs)}  ${sentenceOf(event)}`;
}
function sentenceOf(event) {
    switch (event.kind) {
        case 'pipeline_changed':
            return pipelineCells(event);
        case 'job_changed':
            return jobCells(event);
        case 'job_played':
            return columns([
                (0,job_label/* nameLabel */.OY)(event.job.stage),
                (0,job_label/* jobLabel */.OP)({ path: event.path, name: event.job.name }, 100),
                event.refusal === undefined ? 'played' : `could not be played: ${(0,foreign_text/* cleanLine */.Ow)(event.refusal)}`,
            ]);
        case 'gap_found':
            return `cannot be shown: ${(0,foreign_text/* cleanLine */.Ow)(event.gap)}`;
        case 'nothing_new':
            return heartbeat(event);
        case 'trouble_began':
            return `no news from GitLab (${(0,foreign_text/* cleanLine */.Ow)(event.why)}); trying again for up to ${(0,duration/* formatDuration */.a)(event.patienceMs)}`;
        case 'trouble_ended':
            return `GitLab answers again after ${(0,duration/* formatDuration */.a)(event.lastedMs)}`;
        default:
            return (0,assert_never/* assertNever */.x)(event);
    }
}
function pipelineCells(event) {
    const { path, pipeline, known } = event;
    const { status, statusGroup } = pipeline;
    const warned = status === 'success' && statusGroup === 'success-with-warnings';
    return columns([
        'pipeline',
        path.length === 0 ? String(pipeline.id) : (0,job_label/* pathLabel */.me)(path),
        (0,foreign_text/* cleanLine */.Ow)(status, 60),
        (0,status_mark/* hasEnded */.h)(status) ? (0,elapsed/* formatSeconds */.Xo)(pipeline.durationSeconds) : '',
        known ? (warned ? 'with warnings' : '') : unknownStatus,
    ]);
}
function jobCells(event) {
    const { path, job, attempt, known } = event;
    const remarks = [
        job.failureReason === undefined ? '' : (0,foreign_text/* cleanLine */.Ow)(job.failureReason, 120),
        job.status === 'failed' && job.allowFailure ? '(allowed to fail)' : '',
        known ? '' : unknownStatus,
    ];
    return columns([
        (0,job_label/* nameLabel */.OY)(job.stage),
        (0,job_label/* jobLabel */.OP)({ path, name: job.name, attempt }, 100),
        (0,foreign_text/* cleanLine */.Ow)(job.status, 60),
        (0,status_mark/* hasEnded */.h)(job.status) ? (0,elapsed/* formatSeconds */.Xo)(job.durationSeconds) : '',
        remarks.filter((remark) => remark !== '').join(' '),
    ]);
}
function heartbeat(event) {
    const names = (0,job_label/* listLabel */.RO)(event.running.map((name) => (0,job_label/* nameLabel */.OY)(name)));
    const still = names === '' ? (0,foreign_text/* cleanLine */.Ow)(event.status, 60) : `running: ${names}`;
    const left = event.remainingMs === undefined ? '' : `; ${(0,elapsed/* formatRemaining */.AA)(event.remainingMs)}`;
    return `still ${still}${left}`;
}
/** Two spaces behind a text that is too wide, so that the eye still finds its end. */
function columns(cells) {
    return cells
        .map((cell, index) => {
        const width = columnWidths[index] ?? 0;
        const length = Array.from(cell).length;
        return length <= width ? cell + ' '.repeat(width - length + 1) : `${cell}  `;
    })
        .join('')
        .trimEnd();
}

// EXTERNAL MODULE: ./out/bundle/report/log-groups.js
var log_groups = __webpack_require__(7811);
// EXTERNAL MODULE: ./out/bundle/report/outputs.js
var outputs = __webpack_require__(6206);
// EXTERNAL MODULE: ./out/bundle/report/test-lines.js
var test_lines = __webpack_require__(6056);
// EXTERNAL MODULE: ./out/bundle/report/markdown.js
var markdown = __webpack_require__(1795);
// EXTERNAL MODULE: ./out/bundle/report/test-place.js
var test_place = __webpack_require__(600);
;// CONCATENATED MODULE: ./out/bundle/report/test-findings.js




/** A runner keeps ten errors of a step, of which one is for the step's own message and one to spare. */
const mostFindings = 8;
const [maxLines, maxCharacters] = [10, 1500];
/** Of what a case says; colours may take most of it. */
const mostRead = 100_000;
/** The first failed cases, with the beginning of what they say. */
function testFindings(failed) {
    return failed.slice(0, mostFindings).map((each) => ({
        title: (0,test_lines/* caseLabel */.PZ)(each),
        message: messageOf(each),
        ...(0,test_place/* placeOfTest */.P)(each),
    }));
}
function messageOf(each) {
    if ((0,test_lines/* firstWords */.Cb)(each) === '')
        return `The test ${each.status === 'error' ? 'broke' : 'failed'} without a word.`;
    const lines = (0,foreign_text/* cutText */.IN)(each.output ?? '', mostRead).split(/\r\n|[\r\n]/, maxLines);
    return (0,foreign_text/* cutText */.IN)(lines
        .map((line) => (0,markdown/* logLine */.BP)(line, 300))
        .join('\n')
        .trim(), maxCharacters);
}

// EXTERNAL MODULE: ./out/bundle/report/verdict-message.js + 1 modules
var verdict_message = __webpack_require__(1102);
// EXTERNAL MODULE: ./out/bundle/entries/cancel-pipelines.js
var cancel_pipelines = __webpack_require__(8184);
// EXTERNAL MODULE: ./out/bundle/entries/leave.js
var leave = __webpack_require__(9053);
// EXTERNAL MODULE: ./out/bundle/entries/run-deps.js
var run_deps = __webpack_require__(3190);
;// CONCATENATED MODULE: ./out/bundle/entries/results-parts.js
/** A few small files, each of which may be asked for several times. */
const valuesWithinMs = 120_000;
const values = {
    noun: 'values',
    isWanted: (request) => request.values !== undefined,
    isNeeded: () => true,
    on: 'results_on',
    withinMs: valuesWithinMs,
    bring: async (run, snapshot, signal) => {
        const { values: request } = run.results;
        if (request === undefined)
            return [];
        const { bringValues } = await __webpack_require__.e(/* import() */ 2475).then(__webpack_require__.bind(__webpack_require__, 2475));
        return await bringValues(run, request, snapshot, signal);
    },
};
/** Longer than any job of GitHub may take; a download that stands still ends by itself long before. */
const artifactsWithinMs = 24 * 3_600_000;
const artifacts = {
    noun: 'artifacts',
    isWanted: (request) => request.artifacts !== undefined,
    isNeeded: () => true,
    on: 'results_on',
    withinMs: artifactsWithinMs,
    bring: async (run, snapshot, signal) => {
        const { artifacts: request } = run.results;
        if (request === undefined)
            return [];
        const { bringArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(2788)]).then(__webpack_require__.bind(__webpack_require__, 2788));
        return await bringArtifacts(run, request, snapshot, signal);
    },
};
/** Three or four small requests; most of the time is for GitLab to count. */
const testsWithinMs = 60_000;
/** Whoever reports on the pipeline hears of the tests by `onTests`. */
function testsPart(onTests) {
    return {
        noun: 'tests',
        isWanted: () => true,
        isNeeded: (request) => request.junitFile !== undefined,
        on: 'always',
        withinMs: testsWithinMs,
        bring: async (run, snapshot, signal) => {
            const { bringTests } = await __webpack_require__.e(/* import() */ 2660).then(__webpack_require__.bind(__webpack_require__, 2660));
            const { tests, troubles } = await bringTests(run, snapshot, signal);
            if (tests !== undefined)
                onTests(tests);
            return troubles;
        },
    };
}
/**
 * Every kind of results, in the order in which they are brought back: the quick ones first, so that they are there when a slow one is cut off. Their code is
 * loaded when they are asked for.
 */
function resultsParts(onTests) {
    return [values, testsPart(onTests), artifacts];
}

;// CONCATENATED MODULE: ./out/bundle/report/results-message.js
/** So many are named in a message; the rest is counted. */
const maxNamed = 5;
/** What to say when results of an accepted pipeline are missing. A single trouble, of which there must be one at least, speaks for itself. */
function incompleteResults(pipeline, troubles) {
    const [only, ...others] = troubles;
    if (only !== undefined && others.length === 0)
        return only;
    const more = troubles.length - maxNamed;
    const lines = troubles.slice(0, maxNamed).map(({ what, code }) => `  - ${what} [${code}]`);
    return {
        code: 'results_incomplete',
        what: `Pipeline ${pipeline.id} is accepted, but ${troubles.length} of the results that were asked for are missing`,
        why: ['These could not be brought back:', ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n'),
        cure: 'Each is explained in a warning of its own.',
    };
}

;// CONCATENATED MODULE: ./out/bundle/entries/run-results.js





/**
 * Brings back what was asked for, one kind after the other, and says what is missing. Gives the error that the step is to fail with although its outcome
 * is accepted; never one for a step that fails anyway, whose own error must not be hidden. Being stopped meanwhile is such an error too, when
 * something was still missing: whoever reads the results may rely on a green step. Throws nothing of its own.
 */
async function runResults(run, { verdict, verdictError }, parts) {
    const { log } = run.deps.host;
    const { outcome, pipeline } = verdict;
    const accepted = verdictError === undefined;
    const asked = parts.filter(({ isWanted }) => isWanted(run.results));
    const isTime = isTimeFor(run.results.on, verdictError);
    const wanted = asked.filter(({ on }) => on === 'always' || isTime);
    if (wanted.length < asked.length) {
        const others = nounsOf(asked.filter((part) => !wanted.includes(part)));
        log.info(`No ${others}: results_on is ${run.results.on}, and the outcome is ${outcome}.`);
    }
    const troubles = [];
    const left = [...wanted];
    let stopped;
    try {
        for (const part of wanted) {
            troubles.push(...(await bringInTime(run, part, verdict)));
            left.shift();
        }
    }
    catch (error) {
        if (error instanceof app_error/* AbortedError */.oM)
            stopped = error;
        // A fault of ours must not hide what became of the pipeline either.
        else if (accepted)
            throw error;
        else
            log.warning(`The ${nounsOf(left)} could not be brought back: ${String(error)}`);
    }
    const missing = left.filter(({ isNeeded }) => isNeeded(run.results));
    const cutOff = stopped !== undefined && missing.length > 0 ? stopped : undefined;
    // The one message of the step says a single trouble, unless it has to say something else.
    const isSaidLater = accepted && cutOff === undefined && troubles.length === 1;
    if (!isSaidLater)
        for (const trouble of troubles)
            log.warning((0,app_error/* formatParts */.cL)(trouble));
    if (!accepted)
        return undefined;
    if (cutOff !== undefined) {
        return new app_error/* AbortedError */.oM(cutOff.stopSignal, {
            why: `Pipeline ${pipeline.id} has ended with the outcome ${outcome}, but its ${nounsOf(missing)} had not all been brought back.`,
            cure: 'Run the step again, or get them from GitLab.',
        });
    }
    return troubles.length > 0 ? new app_error/* ResultsError */.N6(incompleteResults(pipeline, troubles)) : undefined;
}
function nounsOf(parts) {
    return parts.map(({ noun }) => noun).join(' and ');
}
function isTimeFor(on, verdictError) {
    switch (on) {
        case 'success':
            return verdictError === undefined;
        case 'failure':
            return verdictError !== undefined;
        case 'always':
            return true;
        default:
            return (0,assert_never/* assertNever */.x)(on);
    }
}
async function bringInTime(run, { noun, withinMs, bring, isNeeded }, { outcome, snapshot }) {
    const { deps, signal } = run;
    signal.throwIfAborted();
    const lacking = (trouble) => {
        if (isNeeded(run.results))
            return [trouble];
        deps.host.log.info((0,app_error/* formatParts */.cL)(trouble));
        return [];
    };
    const what = `The ${noun} could not be brought back`;
    if (outcome === 'outage' || snapshot === undefined) {
        return lacking({ code: 'outage', what, why: 'GitLab cannot be reached.' });
    }
    const troubles = await (0,cut_off/* withCutOff */.I)({ clock: deps.clock, signal, afterMs: withinMs }, (cutSignal) => bring(run, snapshot, cutSignal));
    if (troubles !== 'cut_off')
        return troubles;
    return lacking({
        code: 'results_too_slow',
        what: `${what} within ${(0,duration/* formatDuration */.a)(withinMs)}`,
        cure: 'Run the step again; if that is no better, bring less back.',
    });
}

// EXTERNAL MODULE: ./out/bundle/entries/run-state.js
var run_state = __webpack_require__(7839);
// EXTERNAL MODULE: ./out/bundle/entries/small-heap.js
var small_heap = __webpack_require__(6208);
// EXTERNAL MODULE: ./out/bundle/entries/write-report.js + 7 modules
var write_report = __webpack_require__(4144);
;// CONCATENATED MODULE: ./out/bundle/entries/follow-to-verdict.js




















/**
 * Follows a pipeline to its verdict: says what changes, prints logs, sets outputs, writes the report, cancels where `cancel_on` asks for it.
 * @throws {AppError} unless the outcome is accepted; nothing of it has been printed.
 */
async function followToVerdict(run) {
    const { deps, gitlab, pipeline, follow, report } = run;
    const startMs = deps.clock.nowMs();
    const logs = report.logs === 'all' ? createLogFollower({ gitlab, clock: deps.clock }) : undefined;
    let snapshot;
    let verdict;
    await (0,small_heap/* keepHeapSmall */.p)();
    try {
        verdict = await watch({ ...run, logs }, (seen) => {
            snapshot = seen;
        });
    }
    catch (error) {
        if (error instanceof app_error/* AbortedError */.oM) {
            throw await (0,leave/* leave */.q)({ ...run, cancelOn: follow.cancelOn }, {
                pipeline,
                snapshot,
                elapsedMs: deps.clock.nowMs() - startMs,
                error,
            });
        }
        if (error instanceof app_error/* RefusedError */.fk) {
            (0,run_deps/* setOutputs */.n0)(deps, { ...(0,outputs/* lastOutputs */.vH)(snapshot?.root.pipeline ?? pipeline, snapshot), outcome: 'outage' });
        }
        (0,run_state/* saveSettled */.TL)(deps);
        throw error;
    }
    await conclude({ ...run, logs }, verdict);
}
/** What was printed in the last moment is worth a little more than `timeout`; logs that are slower than this do not hold a verdict up. */
const leastLogsMs = 2000;
/** The verdict is known; the ends of logs that take longer than this are not waited for. */
const lastLogsMs = 30_000;
/** Says what happens until there is a verdict. */
async function watch({ deps, gitlab, pipeline, follow: request, signal, logs }, onLook) {
    const logsEndMs = deps.clock.nowMs() + request.timeoutMs;
    const events = (0,follow_pipeline/* followPipeline */.c)({ ...deps, gitlab }, { pipeline, request, signal });
    for (;;) {
        const { done, value } = await events.next();
        if (done === true) {
            deps.watch?.({ kind: 'ended', elapsedMs: value.elapsedMs, verdict: value });
            return value;
        }
        deps.watch?.(value);
        if (value.kind === 'looked') {
            onLook(value.snapshot);
            if (logs === undefined)
                continue;
            const afterMs = Math.max(logsEndMs - deps.clock.nowMs(), leastLogsMs);
            await (0,cut_off/* withCutOff */.I)({ clock: deps.clock, signal, afterMs }, (cutSignal) => printLogs(deps, logs.look((0,log_sources/* logSourcesOf */.q)(value.snapshot), cutSignal)));
        }
        else {
            deps.host.log.info(lineOf(value));
        }
    }
}
/** Being stopped meanwhile ends the logs, and takes nothing from a verdict that is known, or that this look brings. */
async function printLogs({ host }, blocks) {
    try {
        for await (const block of blocks) {
            for (const { title, lines } of (0,log_groups/* logGroupsOf */.s)(block)) {
                if (lines.length === 0)
                    host.log.info(title);
                else
                    host.log.group(title, lines);
            }
        }
    }
    catch (error) {
        if (!(error instanceof app_error/* AbortedError */.oM))
            throw error;
    }
}
/**
 * All that comes after the verdict. Being stopped meanwhile takes nothing from it; what it cost of the results, `runResults` tells.
 * @throws {AppError} when the step fails.
 */
async function conclude(run, verdict) {
    const { deps, follow, logs, signal } = run;
    (0,run_deps/* setOutputs */.n0)(deps, (0,outputs/* verdictOutputs */.Ix)(verdict));
    const error = (0,verdict_message/* verdictError */.ai)(verdict, follow.accept);
    run.feedback.end({ kind: 'ended', ...verdict, accepted: error === undefined });
    const reason = reasonToCancel(verdict, error);
    if (reason !== undefined && follow.cancelOn.has(reason))
        await (0,cancel_pipelines/* cancelPipelines */.iL)(run, [verdict]);
    (0,run_state/* saveSettled */.TL)(deps);
    if (logs !== undefined) {
        await (0,cut_off/* withCutOff */.I)({ clock: deps.clock, signal, afterMs: lastLogsMs }, (cutSignal) => printLogs(deps, logs.settle(cutSignal)));
    }
    let tests;
    const parts = resultsParts((found) => {
        tests = found;
    });
    const resultsError = await runResults(run, { verdict, verdictError: error }, parts);
    const level = error === undefined && resultsError === undefined ? 'warning' : 'error';
    for (const finding of testFindings(tests?.failed ?? []))
        deps.host.log.finding?.({ level, ...finding });
    run.feedback.addTests(tests && { ...tests.counts, suites: tests.suites });
    await reportInTime(run, { ...verdict, tests });
    if (error !== undefined)
        throw error;
    deps.host.log.info((0,verdict_message/* verdictSentence */.BT)(verdict));
    if (resultsError !== undefined)
        throw resultsError;
}
/** Being stopped while the details are read takes nothing from a verdict: the report goes without them. */
async function reportInTime(run, ending) {
    try {
        await (0,write_report/* writeReport */.u)(run, ending);
    }
    catch (error) {
        if (!(error instanceof app_error/* AbortedError */.oM))
            throw error;
        await (0,write_report/* writeSummary */.S)(run, ending);
    }
}
/** Why a pipeline that may still be running would be cancelled now; `undefined` when there is no reason, or nothing left to cancel. */
function reasonToCancel({ outcome, snapshot, pipeline }, error) {
    if (error === undefined || outcome === 'outage')
        return undefined;
    const below = snapshot === undefined ? [] : (0,pipeline_tree/* placesOf */.e)(snapshot.root).map(({ node }) => node.pipeline);
    if ([pipeline, ...below].every(({ status }) => (0,pipeline_status/* isTerminalStatus */.TQ)(status)))
        return undefined;
    return outcome === 'timeout' ? 'timeout' : 'failure';
}


/***/ }),

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ youngCollector),
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/**
 * Keeps V8 from enlarging its space for new objects. Every look at a pipeline makes garbage, so over time V8 would give it some sixty megabytes more,
 * where ten are in use: a step that waits beside other work should not take them. Collections come more often and stay at a few milliseconds.
 * @see bench/README.md, for what it saves
 */
async function keepHeapSmall() {
    const { setFlagsFromString } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8877, 19));
    // V8 reads it anew before each growth, so that it may be set late; one that does not know it says so on standard error and goes on.
    setFlagsFromString('--semi-space-growth-factor=1');
}
/**
 * A function that has V8 throw away its youngest garbage, in about a millisecond. Pieces of a stream lie outside its heap, where they hardly count: V8 leaves some
 * sixty megabytes of them lying about before it looks by itself.
 * @see bench/README.md, for what it saves
 */
async function youngCollector() {
    const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8877, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 714, 19)),
    ]);
    setFlagsFromString('--expose-gc');
    // Only a context that is made after the flag has the function; one that has none is no reason to do without artifacts.
    const collect = runInNewContext('globalThis.gc');
    return typeof collect === 'function'
        ? () => void Reflect.apply(collect, undefined, [{ type: 'minor' }])
        : () => undefined;
}


/***/ })

};
