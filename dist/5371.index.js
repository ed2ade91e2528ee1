export const id = 5371;
export const ids = [5371];
export const modules = {

/***/ 5371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followToVerdict: () => (/* binding */ followToVerdict)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var base_errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/follow/follow-pipeline.js + 14 modules
var follow_pipeline = __webpack_require__(1);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var model_pipeline = __webpack_require__(6585);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/logs/read-trace.js
var read_trace = __webpack_require__(9505);
;// CONCATENATED MODULE: ./out/bundle/logs/job-log.js


/** Reads of a log that has ended, when trouble keeps coming. */
const maxAttempts = 3;
/** A running job is left alone for longer after each failed read. */
const failurePauseMs = 5000;
const maxPauseMs = 120_000;
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
        return notice(log, 'cut', `the log is too long to be shown in full; all of it is at ${log.source.job.webUrl}`);
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
    return log.hasEnded ? notice(log, 'unavailable', 'the end of the log could not be read') : newLines(log);
}
async function readOn({ gitlab, server }, { source, transcript }, signal) {
    const fromByte = server.ignoresOffset ? 0 : transcript.fromByte();
    const answer = transcript.open(fromByte);
    const seen = { misfit: false };
    const end = await (0,read_trace/* readTrace */.c)(gitlab, {
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
            const isNew = server.closedWhy === undefined;
            server.closedWhy ??= why;
            settle(log);
            return isNew ? [...newLines(log), { kind: 'closed', why }] : newLines(log);
        }
        case 'log':
            settle(log);
            return notice(log, 'unavailable', `the log cannot be shown: ${why}`);
        case 'moment':
            log.failures += 1;
            if (retryAfterMs !== undefined)
                server.restUntilMs = clock.nowMs() + retryAfterMs;
            if (!log.hasEnded || log.failures < maxAttempts) {
                pause(deps, log, log.failures * failurePauseMs);
                return newLines(log);
            }
            settle(log);
            return notice(log, 'unavailable', `the log cannot be shown to its end: ${why}`);
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
        return notice(log, 'unavailable', 'the log keeps changing, and is not shown any further');
    }
    const blocks = notice(log, 'rewritten', 'the log was erased or written anew; it now begins from its start');
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
    log.dueMs = clock.nowMs() + Math.min(pauseMs, maxPauseMs);
}
function newLines({ source: { path, job }, transcript }) {
    const lines = transcript.takeNew();
    return lines.length === 0 ? [] : [{ kind: 'lines', path, job, lines }];
}
function notice(log, reason, text) {
    const { path, job } = log.source;
    return [...newLines(log), { kind: 'note', path, job, reason, text }];
}

// EXTERNAL MODULE: ./out/bundle/logs/log-entry.js
var log_entry = __webpack_require__(1586);
// EXTERNAL MODULE: ./out/bundle/logs/transcript.js
var transcript = __webpack_require__(5620);
;// CONCATENATED MODULE: ./out/bundle/logs/follow-logs.js





/** Enough to hide the round trips, few enough for GitLab's limits. */
const maxRequests = 4;
const settlePausesMs = [1000, 2000, 4000];
/** A server that asks for more patience at the end does not get it: a log is a courtesy. */
const maxRetryAfterMs = 15_000;
/** Nothing is requested before the first look. At most four requests run at a time, and what they brought is handed over before more begin. */
function createLogFollower(deps, limits = log_entry/* defaultLogLimits */.W) {
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
            const log = logs.get(id) ?? newJobLog(source, (0,transcript/* createLogTranscript */.bo)(limits));
            log.source = source;
            log.hasEnded ||= (0,model_pipeline/* isTerminalStatus */.TQ)(status);
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
        read: async function* read(sources, signal) {
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
                const retryAfterMs = Math.min(server.restUntilMs - deps.clock.nowMs(), maxRetryAfterMs);
                await (0,clock/* sleep */.yy)(deps.clock, Math.max(retryAfterMs, pauseMs), signal);
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

// EXTERNAL MODULE: ./out/bundle/model/snapshot.js
var model_snapshot = __webpack_require__(7267);
// EXTERNAL MODULE: ./out/bundle/report/job-logs.js
var job_logs = __webpack_require__(175);
// EXTERNAL MODULE: ./out/bundle/report/log-lines.js
var log_lines = __webpack_require__(7316);
// EXTERNAL MODULE: ./out/bundle/report/outputs.js
var outputs = __webpack_require__(6206);
// EXTERNAL MODULE: ./out/bundle/report/tests.js
var report_tests = __webpack_require__(6381);
// EXTERNAL MODULE: ./out/bundle/report/verdict-message.js + 1 modules
var verdict_message = __webpack_require__(1102);
// EXTERNAL MODULE: ./out/bundle/run/abort.js
var abort = __webpack_require__(5577);
// EXTERNAL MODULE: ./out/bundle/run/cancel-pipelines.js
var cancel_pipelines = __webpack_require__(9923);
// EXTERNAL MODULE: ./out/bundle/run/context.js
var context = __webpack_require__(5084);
// EXTERNAL MODULE: ./out/bundle/run/heap.js
var heap = __webpack_require__(8245);
// EXTERNAL MODULE: ./out/bundle/run/results/report.js + 5 modules
var report = __webpack_require__(5215);
// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __webpack_require__(7871);
;// CONCATENATED MODULE: ./out/bundle/run/results/results.js





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
    const errors = [];
    const left = [...wanted];
    let stopped;
    try {
        for (const part of wanted) {
            errors.push(...(await bringInTime(run, part, verdict)));
            left.shift();
        }
    }
    catch (error) {
        if (error instanceof base_errors/* AbortedError */.oM)
            stopped = error;
        // A fault of ours must not hide what became of the pipeline either.
        else if (accepted)
            throw error;
        else
            log.warning(`The ${nounsOf(left)} could not be brought back: ${String(error)}`);
    }
    const missing = left.filter(({ isNeeded }) => isNeeded(run.results));
    const stopReason = stopped !== undefined && missing.length > 0 ? stopped : undefined;
    // The one message of the step says a single trouble, unless it has to say something else.
    const isSaidLater = accepted && stopReason === undefined && errors.length === 1;
    if (!isSaidLater)
        for (const failure of errors)
            log.warning((0,base_errors/* formatParts */.cL)(failure));
    if (!accepted)
        return undefined;
    if (stopReason !== undefined) {
        return new base_errors/* AbortedError */.oM(stopReason.stopSignal, {
            why: `Pipeline ${pipeline.id} has ended with the outcome ${outcome}, but its ${nounsOf(missing)} had not all been brought back.`,
            hint: 'Run the step again, or get them from GitLab.',
        });
    }
    return errors.length > 0 ? new base_errors/* ResultsError */.N6((0,verdict_message/* incompleteResults */.zz)(pipeline, errors)) : undefined;
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
    const missingDuties = (failure) => {
        if (isNeeded(run.results))
            return [failure];
        deps.host.log.info((0,base_errors/* formatParts */.cL)(failure));
        return [];
    };
    const what = `The ${noun} could not be brought back`;
    if (outcome === 'outage' || snapshot === undefined) {
        return missingDuties({ code: 'outage', what, why: 'GitLab cannot be reached.' });
    }
    const errors = await (0,clock/* withTimeout */.wj)({ clock: deps.clock, signal, afterMs: withinMs }, (cutSignal) => bring(run, snapshot, cutSignal));
    if (errors !== 'timed_out')
        return errors;
    return missingDuties({
        code: 'results_too_slow',
        what: `${what} within ${(0,duration/* formatDuration */.a)(withinMs)}`,
        hint: 'Run the step again; if that is no better, bring less back.',
    });
}
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
        const { bringValues } = await __webpack_require__.e(/* import() */ 6001).then(__webpack_require__.bind(__webpack_require__, 6001));
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
        const { bringArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(5068)]).then(__webpack_require__.bind(__webpack_require__, 5068));
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
            const { bringTests } = await __webpack_require__.e(/* import() */ 5127).then(__webpack_require__.bind(__webpack_require__, 5127));
            const { tests, errors } = await bringTests(run, snapshot, signal);
            if (tests !== undefined)
                onTests(tests);
            return errors;
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

// EXTERNAL MODULE: ./out/bundle/run/saved-run.js
var saved_run = __webpack_require__(1596);
;// CONCATENATED MODULE: ./out/bundle/run/follow.js



















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
    await (0,heap/* keepHeapSmall */.p)();
    try {
        verdict = await watch({ ...run, logs }, (seen) => {
            snapshot = seen;
        });
    }
    catch (error) {
        if (error instanceof base_errors/* AbortedError */.oM) {
            throw await (0,abort/* abortRun */.K)({ ...run, cancelOn: follow.cancelOn }, {
                pipeline,
                snapshot,
                elapsedMs: deps.clock.nowMs() - startMs,
                error,
            });
        }
        if (error instanceof base_errors/* RefusedError */.fk) {
            (0,context/* setOutputs */.n0)(deps, { ...(0,outputs/* lastOutputs */.vH)(snapshot?.root.pipeline ?? pipeline, snapshot), outcome: 'outage' });
        }
        (0,saved_run/* saveSettled */.TL)(deps);
        throw error;
    }
    await conclude({ ...run, logs }, verdict);
}
/** What was printed in the last moment is worth a little more than `timeout`; logs that are slower than this do not hold a verdict up. */
const leastLogsMs = 2000;
/** The verdict is known; the ends of logs that take longer than this are not waited for. */
const lastLogsMs = 30_000;
/** Says what happens until there is a verdict. */
async function watch({ deps, gitlab, pipeline, follow: request, signal, logs }, onSnapshot) {
    const logsEndMs = deps.clock.nowMs() + request.timeoutMs;
    const events = (0,follow_pipeline/* followPipeline */.c)({ ...deps, gitlab }, { pipeline, request, signal });
    for (;;) {
        const { done, value } = await events.next();
        if (done === true) {
            deps.watch?.({ kind: 'ended', elapsedMs: value.elapsedMs, verdict: value });
            return value;
        }
        deps.watch?.(value);
        if (value.kind === 'snapshot') {
            onSnapshot(value.snapshot);
            if (logs === undefined)
                continue;
            const afterMs = Math.max(logsEndMs - deps.clock.nowMs(), leastLogsMs);
            await (0,clock/* withTimeout */.wj)({ clock: deps.clock, signal, afterMs }, (cutSignal) => printLogs(deps, logs.read((0,log_entry/* logSourcesOf */.q)(value.snapshot), cutSignal)));
        }
        else {
            deps.host.log.info((0,log_lines/* lineOf */.cA)(value));
        }
    }
}
/** Being stopped meanwhile ends the logs, and takes nothing from a verdict that is known, or that this look brings. */
async function printLogs({ host }, blocks) {
    try {
        for await (const block of blocks) {
            for (const { title, lines } of (0,job_logs/* logGroupsOf */.s)(block)) {
                if (lines.length === 0)
                    host.log.info(title);
                else
                    host.log.group(title, lines);
            }
        }
    }
    catch (error) {
        if (!(error instanceof base_errors/* AbortedError */.oM))
            throw error;
    }
}
/**
 * All that comes after the verdict. Being stopped meanwhile takes nothing from it; what it cost of the results, `runResults` tells.
 * @throws {AppError} when the step fails.
 */
async function conclude(run, verdict) {
    const { deps, follow, logs, signal } = run;
    (0,context/* setOutputs */.n0)(deps, (0,outputs/* verdictOutputs */.Ix)(verdict));
    const error = (0,verdict_message/* verdictError */.ai)(verdict, follow.accept);
    run.feedback.end({ kind: 'ended', ...verdict, accepted: error === undefined });
    const reason = reasonToCancel(verdict, error);
    if (reason !== undefined && follow.cancelOn.has(reason))
        await (0,cancel_pipelines/* cancelPipelines */.iL)(run, [verdict]);
    (0,saved_run/* saveSettled */.TL)(deps);
    if (logs !== undefined) {
        await (0,clock/* withTimeout */.wj)({ clock: deps.clock, signal, afterMs: lastLogsMs }, (cutSignal) => printLogs(deps, logs.settle(cutSignal)));
    }
    let tests;
    const parts = resultsParts((found) => {
        tests = found;
    });
    const resultsError = await runResults(run, { verdict, verdictError: error }, parts);
    const level = error === undefined && resultsError === undefined ? 'warning' : 'error';
    for (const finding of (0,report_tests/* testFindings */.ZN)(tests?.failed ?? []))
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
        await (0,report/* writeReport */.u)(run, ending);
    }
    catch (error) {
        if (!(error instanceof base_errors/* AbortedError */.oM))
            throw error;
        await (0,report/* writeSummary */.S)(run, ending);
    }
}
/** Why a pipeline that may still be running would be cancelled now; `undefined` when there is no reason, or nothing left to cancel. */
function reasonToCancel({ outcome, snapshot, pipeline }, error) {
    if (error === undefined || outcome === 'outage')
        return undefined;
    const below = snapshot === undefined ? [] : (0,model_snapshot/* placesOf */.ek)(snapshot.root).map(({ node }) => node.pipeline);
    if ([pipeline, ...below].every(({ status }) => (0,model_pipeline/* isTerminalStatus */.TQ)(status)))
        return undefined;
    return outcome === 'timeout' ? 'timeout' : 'failure';
}


/***/ }),

/***/ 8245:
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
