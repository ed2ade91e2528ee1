export const id = 1;
export const ids = [1];
export const modules = {

/***/ 3608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ contradictsItself),
/* harmony export */   CO: () => (/* binding */ hasCountingFailure),
/* harmony export */   N_: () => (/* binding */ unseenJobs),
/* harmony export */   Xo: () => (/* binding */ growthOf),
/* harmony export */   rU: () => (/* binding */ isMoving),
/* harmony export */   yC: () => (/* binding */ isContradictory)
/* harmony export */ });
/* unused harmony export isCountingFailure */
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6585);
/* harmony import */ var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7267);


/** Statuses in which something happens, or soon will, without anybody's help. */
const movingStatuses = new Set([
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'running',
    'canceling',
]);
function isMoving({ status }) {
    return movingStatuses.has(status);
}
/** A job that failed and may not: whatever word stands above it, its pipeline has not done what it was to do. */
function isCountingFailure({ status, allowFailure }) {
    return status === 'failed' && !allowFailure;
}
/** Whether a job or trigger job of this very pipeline, as of its latest attempt, failed and may not. */
function hasCountingFailure(node) {
    return (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B_)(node).some(({ job }) => isCountingFailure(job));
}
/** Whether anything in the tree says one thing of a pipeline while another part says something that cannot both be so. */
function contradictsItself(root) {
    return (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .ek)(root).some(({ node }) => isContradictory(node));
}
/** Whether the status of one pipeline is contradicted by its jobs and trigger jobs, or the word of a trigger job by the pipeline that it started. */
function isContradictory(node) {
    return isContradictedByJobs(node) || node.bridges.some(isContradictedBelow);
}
/** Read a moment apart, being retried, or out of some cache: a word that the jobs do not bear out is not believed at once. */
function isContradictedByJobs(node) {
    const { status } = node.pipeline;
    if (!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(status))
        return false;
    const jobs = (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B_)(node).map(({ job }) => job);
    if (jobs.some(isMoving))
        return true;
    switch (status) {
        case 'success':
            return !jobs.every(isPartOfSuccess);
        case 'failed':
            // Statuses of other systems fail a pipeline as well, and no list of jobs has them.
            return jobs.length > 0 && node.incomplete === undefined && !jobs.some(isCountingFailure);
        case 'canceled':
        case 'skipped':
            return jobs.some(isCountingFailure);
    }
}
function isPartOfSuccess({ status, allowFailure }) {
    switch (status) {
        case 'success':
        case 'skipped':
            return true;
        case 'failed':
        case 'canceled':
        case 'manual':
            return allowFailure;
        default:
            return false;
    }
}
function isContradictedBelow({ bridge, downstream }) {
    if (downstream === undefined || bridge.downstream === undefined)
        return false;
    const details = bridge.downstream.status;
    const { status } = downstream.pipeline;
    return (0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(details) && (0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(status) && details !== status;
}
/**
 * Whether a picture may still gain jobs. A pipeline gets its jobs before it leaves `created`, a downstream pipeline comes when its trigger job has run.
 * `perhaps`: a trigger job has passed, and GitLab does not show, or not yet, what it started.
 */
function growthOf({ root }, { downstream, onManual }) {
    if (downstream === 'ignore')
        return root.pipeline.status === 'created' ? 'sure' : 'none';
    const nodes = (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .ek)(root).map(({ node }) => node);
    if (nodes.some((node) => node.pipeline.status === 'created' || mayStartMore(node, onManual)))
        return 'sure';
    return nodes.some(({ bridges }) => bridges.some(isUnexplained)) ? 'perhaps' : 'none';
}
function mayStartMore({ pipeline, bridges }, onManual) {
    const isOver = (0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(pipeline.status);
    return bridges.some(({ bridge, ...state }) => {
        if (isStarted({ bridge, ...state }) || (0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(bridge.status))
            return false;
        if (isOver)
            return isMoving(bridge);
        // Nobody is waited for who might play it.
        return !(bridge.status === 'manual' && onManual === 'stop');
    });
}
function isStarted({ bridge }) {
    return bridge.downstream !== undefined || bridge.unreadDownstream !== undefined;
}
function isUnexplained(state) {
    return !isStarted(state) && state.bridge.status === 'success';
}
/** Why jobs that are there are not in the picture, in words; `undefined` when none is known to be missing. */
function unseenJobs({ root }, { downstream }) {
    const nodes = (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .ek)(root).map(({ node }) => node);
    const why = nodes
        .map(({ incomplete }) => incomplete?.jobs ?? incomplete?.bridges)
        .find((each) => each !== undefined);
    if (why !== undefined || downstream === 'ignore')
        return why;
    const bridges = nodes.flatMap((node) => node.bridges.map(({ bridge }) => bridge));
    const unread = bridges.find(({ unreadDownstream }) => unreadDownstream !== undefined);
    return unread && `GitLab does not tell which pipeline ${unread.name} started`;
}


/***/ }),

/***/ 4259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ tellsWarningsApart),
/* harmony export */   YA: () => (/* binding */ untoldOf),
/* harmony export */   kK: () => (/* binding */ untoldWarnings)
/* harmony export */ });
/* harmony import */ var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7267);

/** Whether a pass depends on telling a success from one with warnings. */
function tellsWarningsApart(accept) {
    return accept.has('success') !== accept.has('warnings');
}
/** The detailed statuses that tell whether a job failed that may. One of another moment (`running`) tells nothing. */
const telling = new Set(['success', 'success-with-warnings']);
/**
 * Why nobody knows whether a job failed that may, in words, of a tree that passed and shows no such job; `undefined` where GitLab tells. GitLab's `success` is one word for
 * both, so it takes the detailed status or all of the jobs.
 */
function untoldWarnings({ root, failure }, downstream) {
    if (downstream !== 'require')
        return untoldOf(root, failure);
    const nodes = (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .ek)(root).map(({ node }) => node);
    const words = nodes.flatMap(({ bridges }) => bridges.filter(isKnownByWord));
    return (nodes.map((node) => untoldOf(node, failure)).find((why) => why !== undefined) ??
        words.map(({ bridge }) => `GitLab shows only the status of the pipeline that ${bridge.name} started`)[0]);
}
/** The same of one pipeline alone. */
function untoldOf(node, failure) {
    const { pipeline, incomplete } = node;
    if (pipeline.status !== 'success' || telling.has(pipeline.statusGroup ?? ''))
        return undefined;
    const why = incomplete?.jobs ?? incomplete?.bridges ?? failure;
    return why ?? ((0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B_)(node).length === 0 ? `GitLab shows no job of pipeline ${pipeline.id}` : undefined);
}
/** That of a pipeline below which may not be read nothing is known but what its trigger job says of its status. */
function isKnownByWord({ bridge, downstream }) {
    const word = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
    return downstream === undefined && word === 'success';
}


/***/ }),

/***/ 1:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ followPipeline)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/model/snapshot.js
var model_snapshot = __webpack_require__(7267);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/response-meaning.js
var response_meaning = __webpack_require__(9773);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var model_pipeline = __webpack_require__(6585);
// EXTERNAL MODULE: ./out/bundle/base/parallel.js
var parallel = __webpack_require__(4628);
;// CONCATENATED MODULE: ./out/bundle/follow/history.js

/** Asking what is usual costs requests; a pipeline that ends before this age is cheaper to follow without. */
const askAfterMs = 20_000;
/** The jobs of so many recent successful pipelines tell the usual length of each job; a request each. */
const jobLengthRuns = 2;
/** With fewer successful runs than this, failed ones count too: they are often shorter, but better than nothing. */
const enoughSamples = 3;
/** How much one run differs from the next (standard deviation of the logarithm) before there is anything to learn it from. */
const priorSpread = 0.15;
/** As many runs as it takes to believe the measured spread as much as the assumed one. */
const priorWeight = 4;
/** Makes the middle distance from the median comparable with a standard deviation. */
const madToDeviation = 1.4826;
/** Nine of ten runs of a normal distribution lie below this many standard deviations. */
const ninthTenth = 1.2816;
/**
 * How long these pipelines usually took, from creation to the last update, which is all that GitLab's list tells. A job that was retried
 * days later makes that too long: medians are used throughout, so that a few such do no harm.
 * Gives `undefined` when none of them has ended.
 */
function usualLengthOf(pipelines) {
    const lengthsOf = (...statuses) => pipelines
        .filter(({ status }) => statuses.includes(status))
        .map(({ createdAt, updatedAt }) => Date.parse(updatedAt ?? '') - Date.parse(createdAt ?? ''));
    const successful = usualOf(lengthsOf('success'));
    if (successful !== undefined && successful.samples >= enoughSamples)
        return successful;
    return usualOf(lengthsOf('success', 'failed'));
}
/** How long each job usually takes, by name, from the jobs of recent pipelines; only successful jobs count. */
function usualJobLengthsOf(runs) {
    const lengthsByName = new Map();
    for (const { name, status, durationSeconds } of runs.flat()) {
        if (status !== 'success' || durationSeconds === undefined)
            continue;
        const lengths = lengthsByName.get(name) ?? [];
        lengths.push(durationSeconds * 1000);
        lengthsByName.set(name, lengths);
    }
    const usual = new Map();
    for (const [name, lengths] of lengthsByName) {
        const length = usualOf(lengths);
        if (length !== undefined)
            usual.set(name, length);
    }
    return usual;
}
/** What is left of the usual length; `undefined` when that is unknown or over. */
function remainingMs(usual, ageMs) {
    return usual !== undefined && ageMs < usual.medianMs ? usual.medianMs - ageMs : undefined;
}
/** The middle of `numbers`; `NaN` when there are none. */
function medianOf(numbers) {
    const sorted = numbers.toSorted((one, other) => one - other);
    const middle = sorted.length / 2;
    const upper = sorted[Math.floor(middle)] ?? NaN;
    return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}
function usualOf(lengths) {
    const logs = lengths.filter((length) => length > 0 && Number.isFinite(length)).map(Math.log);
    const samples = logs.length;
    if (samples === 0)
        return undefined;
    const middle = medianOf(logs);
    const measured = madToDeviation * medianOf(logs.map((log) => Math.abs(log - middle)));
    const variance = (samples * measured ** 2 + priorWeight * priorSpread ** 2) / (samples + priorWeight);
    // The median of a few runs is itself uncertain.
    const deviation = Math.sqrt(variance * (1 + 1 / samples));
    const at = (deviations) => Math.max(Math.round(Math.exp(middle + deviations * deviation)), 1);
    return { medianMs: at(0), lowMs: at(-ninthTenth), highMs: at(ninthTenth), samples };
}
/** Enough for a median; GitLab's default page, one request. */
const recentPipelines = 20;
/**
 * Reads the recent pipelines of the same ref and source, and the jobs of the last few that succeeded. What cannot be read is not known: it only
 * makes the timing of looks less clever.
 * @throws the reason of `signal` when it aborts.
 */
async function fetchHistory(gitlab, { pipeline, signal }) {
    const project = { kind: 'id', id: pipeline.projectId };
    const filters = { ref: pipeline.ref, source: pipeline.source, perPage: recentPipelines };
    const listed = await gitlab.listPipelines({ project, filters }, signal);
    if (listed.kind !== 'ok')
        return { usual: undefined, jobLengths: new Map() };
    const others = listed.value.filter(({ id }) => id !== pipeline.id);
    const passed = others.filter(({ status }) => status === 'success').slice(0, jobLengthRuns);
    const runs = await (0,parallel/* mapInParallel */.H)(passed, jobLengthRuns, async ({ id }) => {
        const jobs = await gitlab.fetchJobs({ project, pipelineId: id }, signal);
        return jobs.kind === 'ok' ? jobs.value.items : [];
    });
    return { usual: usualLengthOf(others), jobLengths: usualJobLengthsOf(runs) };
}

;// CONCATENATED MODULE: ./out/bundle/follow/changes.js





/** What is new in `after`, in the order of the tree; everything, when there was no `before`. */
function changesBetween(before, after, elapsedMs) {
    const old = before === undefined ? new Map() : placesById(before);
    const changes = (0,model_snapshot/* placesOf */.ek)(after.root).flatMap((place) => changesOfPlace(old.get(place.node.pipeline.id), place, elapsedMs));
    const newlyUnreadable = after.unreadable.filter((unreadablePart) => before?.unreadable.includes(unreadablePart) !== true);
    return [
        ...changes,
        ...newlyUnreadable.map((unreadablePart) => ({
            kind: 'partial_data',
            elapsedMs,
            unreadablePart,
        })),
    ];
}
function placesById({ root }) {
    return new Map((0,model_snapshot/* placesOf */.ek)(root).map((place) => [place.node.pipeline.id, place]));
}
/** The jobs first: that a pipeline has ended is said after what ended it. */
function changesOfPlace(before, { path, node }, elapsedMs) {
    const old = new Set(before === undefined ? [] : (0,model_snapshot/* stepsOf */.B_)(before.node).map(momentOf));
    const jobs = (0,model_snapshot/* stepsOf */.B_)(node)
        .filter((state) => !silentStatuses.has(state.job.status) && !old.has(momentOf(state)))
        .map(({ job, attempt }) => ({
        kind: 'job_changed',
        elapsedMs,
        path,
        job,
        attempt,
        known: (0,model_pipeline/* isKnownStatus */.ih)(job.status),
    }));
    const { pipeline } = node;
    if (before?.node.pipeline.status === pipeline.status)
        return jobs;
    const known = (0,model_pipeline/* isKnownStatus */.ih)(pipeline.status);
    return [...jobs, { kind: 'pipeline_changed', elapsedMs, path, pipeline, known }];
}
/** Jobs that only wait for their turn are no news: a pipeline of hundreds begins with hundreds of them. */
const silentStatuses = new Set([
    'created',
    'pending',
    'skipped',
    'waiting_for_resource',
    'preparing',
]);
/** An attempt in a status. Names would not do: two jobs that share one would be news at every look. */
function momentOf({ job }) {
    return `${job.id} ${job.status}`;
}
/** Replicas lag: a 404 this soon after creation only means that the pipeline is not visible yet. */
const creationGraceMs = 30_000;
/** People wonder whether a silent step has died; runners and proxies do too. */
const silenceMs = 5 * 60_000;
/** Events of a look that succeeded: that trouble is over, what it changes, then the picture itself. Updates `progress`. */
function progressOfPoll({ request }, progress, poll) {
    const { snapshot, endMs } = poll;
    const elapsedMs = endMs - progress.startMs;
    const changes = changesBetween(progress.seen, snapshot, elapsedMs);
    const why = snapshot.failure ?? (progress.openStartMs === undefined ? undefined : progress.question?.why);
    const weather = why === undefined
        ? pollRecovered(progress, endMs)
        : pollFailed(progress, poll, { why, retryTimeoutMs: request.outageTimeoutMs });
    progress.seen = snapshot;
    progress.outageStartMs = undefined;
    progress.failedPolls = 0;
    progress.retryAfterMs = undefined;
    if (changes.length > 0)
        progress.lastProgressMs = endMs;
    const remaining = remainingMs(progress.history?.usual, (progress.headStartMs ?? 0) + elapsedMs);
    return [...weather, ...changes, { kind: 'snapshot', elapsedMs, snapshot, remainingMs: remaining }];
}
/**
 * Events of a look that failed. Updates `progress`.
 * @throws {RefusedError} when asking again would not help.
 */
function progressOfFailure({ request, pipeline }, progress, poll) {
    const { why, status, retryAfterMs } = (0,explain/* failureOf */.g5)(poll.reply);
    const inGrace = status === 404 && progress.seen === undefined && poll.endMs - progress.startMs < creationGraceMs;
    if (!(0,response_meaning/* isTransient */.dg)(poll.reply) && !inGrace) {
        throw (0,explain/* errorOf */.Mz)(poll.reply, { what: `Cannot go on following pipeline ${pipeline.id}` });
    }
    progress.retryAfterMs = retryAfterMs;
    progress.outageStartMs ??= poll.startMs;
    progress.failedPolls += 1;
    return pollFailed(progress, poll, { why, retryTimeoutMs: request.outageTimeoutMs });
}
/** Events for manual jobs that were played, or could not be. */
function progressOfPlays(plays, elapsedMs) {
    return plays.map((played) => ({ kind: 'job_played', elapsedMs, ...played }));
}
/** A sign of life when there was nothing to say for long. Updates `progress`. */
function heartbeat(progress, nowMs) {
    if (progress.seen === undefined || nowMs - progress.lastProgressMs < silenceMs)
        return [];
    progress.lastProgressMs = nowMs;
    const elapsedMs = nowMs - progress.startMs;
    const { root } = progress.seen;
    const running = (0,model_snapshot/* placesOf */.ek)(root).flatMap(({ node }) => node.jobs.filter(({ job }) => job.status === 'running').map(({ job }) => job.name));
    const { status } = root.pipeline;
    return [
        {
            kind: 'heartbeat',
            elapsedMs,
            status,
            running,
            remainingMs: remainingMs(progress.history?.usual, (progress.headStartMs ?? 0) + elapsedMs),
        },
    ];
}
function pollRecovered(progress, nowMs) {
    if (progress.failingSinceMs === undefined)
        return [];
    const lastedMs = nowMs - progress.failingSinceMs;
    progress.failingSinceMs = undefined;
    return [{ kind: 'poll_recovered', elapsedMs: nowMs - progress.startMs, lastedMs }];
}
function pollFailed(progress, poll, failure) {
    if (progress.failingSinceMs !== undefined)
        return [];
    progress.failingSinceMs = poll.startMs;
    return [{ kind: 'poll_failed', elapsedMs: poll.endMs - progress.startMs, ...failure }];
}

// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/follow/decide/contradictions.js
var contradictions = __webpack_require__(3608);
// EXTERNAL MODULE: ./out/bundle/base/glob.js
var glob = __webpack_require__(1037);
;// CONCATENATED MODULE: ./out/bundle/follow/decide/job-selection.js

/**
 * Reads names and globs: `*` stands for any text, slashes included, `?` for one character; brackets, braces and parentheses are plain text,
 * because GitLab puts them into the names of matrix jobs. A job of a downstream pipeline is named by itself or behind its trigger jobs (`deploy/smoke`).
 */
function jobSelectionOf(patterns) {
    if (patterns.length === 0)
        return { kind: 'all' };
    return { kind: 'some', lines: patterns.map(lineOf) };
}
function lineOf(pattern) {
    const matchesText = (0,glob/* globMatcher */.fU)(pattern);
    const isMeant = (path, name) => matchesText(name) || (path.length > 0 && matchesText([...path, name].join('/')));
    return {
        pattern,
        names: ({ path, name }) => isMeant(path, name),
        sharesName: ({ path, name }) => {
            const shared = (0,glob/* isGlob */.fg)(pattern) ? name : (0,glob/* sharedNameOf */.Gz)(name);
            return shared !== name && isMeant(path, shared);
        },
    };
}
/**
 * The jobs that a line means. A plain name that a job of the pipeline itself has means that job, and none of the same name below: so it is known
 * from the beginning which one it is. A whole name wins over one that the parallel parts of a job share.
 */
function choiceOf(line, jobs) {
    const { pattern } = line;
    const named = jobs.filter(line.names);
    if ((0,glob/* isGlob */.fg)(pattern))
        return { pattern, jobs: named, dependsOn: 'tree' };
    const isOwn = ({ path, kind }) => path.length === 0 && kind !== 'trigger_job';
    const parts = jobs.filter(line.sharesName);
    const own = [named.filter(isOwn), parts.filter(isOwn)].find((each) => each.length > 0);
    if (own !== undefined)
        return { pattern, jobs: own, dependsOn: 'pipeline' };
    return { pattern, jobs: named.length > 0 ? named : parts, dependsOn: 'tree' };
}

;// CONCATENATED MODULE: ./out/bundle/follow/decide/pipeline-end.js



/** Whether the gates of a pipeline are left alone: a job of it has failed, or may have and is not seen. */
function keepsGatesShut(node) {
    return (0,contradictions/* hasCountingFailure */.CO)(node) || node.incomplete?.jobs !== undefined;
}
/**
 * Whether nothing happens in a pipeline any more but by somebody's hand: all that has not ended is a manual job, waits for one, or is a trigger job whose
 * pipeline is in the same place. GitLab calls a pipeline with such a trigger job `running`.
 */
function isStuckAtGate(node) {
    const { pipeline, jobs, bridges } = node;
    if ((0,model_pipeline/* isTerminalStatus */.TQ)(pipeline.status))
        return false;
    if (pipeline.status === 'manual')
        return true;
    const waiting = bridges.filter(({ bridge, downstream }) => (0,contradictions/* isMoving */.rU)(bridge) && downstream !== undefined && isStuckAtGate(downstream));
    const others = [
        ...jobs.map(({ job }) => job),
        ...bridges.filter((state) => !waiting.includes(state)).map(({ bridge }) => bridge),
    ];
    return waiting.length > 0 && others.every(({ status }) => (0,model_pipeline/* isTerminalStatus */.TQ)(status) || atRest.has(status));
}
const atRest = new Set(['created', 'manual']);
/**
 * How one pipeline ended by its own status; `undefined` while it goes on. GitLab has one word for a pipeline, and the one for a gate, for one that was
 * canceled or skipped hides that a job has failed which may not: then it has failed. While a manual job blocks it, GitLab may still repeat that job by itself.
 */
function endOfPipeline(node, onManual) {
    const { status, statusGroup } = node.pipeline;
    switch (status) {
        case 'success': {
            const isWarned = statusGroup === 'success-with-warnings' || (0,model_snapshot/* stepsOf */.B_)(node).some(isAllowedFailure);
            return { outcome: isWarned ? 'warnings' : 'success', certainty: 'firm' };
        }
        case 'failed':
            return { outcome: status, certainty: 'firm' };
        case 'canceled':
        case 'skipped':
            return { outcome: (0,contradictions/* hasCountingFailure */.CO)(node) ? 'failed' : status, certainty: 'firm' };
        case 'manual':
            return endAtGate(node, onManual);
        default:
            return (0,contradictions/* hasCountingFailure */.CO)(node) && isStuckAtGate(node) ? failedAtGate : undefined;
    }
}
const failedAtGate = { outcome: 'failed', certainty: 'doubtful' };
function endAtGate(node, onManual) {
    if ((0,contradictions/* hasCountingFailure */.CO)(node))
        return failedAtGate;
    if ((0,model_snapshot/* stepsOf */.B_)(node).some(({ job }) => isUnderWay(job)))
        return undefined;
    switch (onManual) {
        case 'stop':
            return { outcome: 'manual', certainty: 'firm' };
        case 'wait':
            return undefined;
        case 'play':
            // A gate is not opened while a job that is not seen may have failed.
            return node.incomplete?.jobs === undefined ? undefined : { outcome: 'manual', certainty: 'doubtful' };
    }
}
/** GitLab says `running` of a pipeline in which a job is one of these, whatever waits at a gate: then one of the two answers is an old one. */
const statusesBeforeGate = new Set([
    'pending',
    'running',
    'waiting_for_resource',
    'waiting_for_callback',
]);
function isUnderWay({ status }) {
    return statusesBeforeGate.has(status);
}
function isAllowedFailure({ job }) {
    return job.allowFailure && (job.status === 'failed' || job.status === 'canceled');
}

;// CONCATENATED MODULE: ./out/bundle/follow/decide/rules.js
/** From the worst to the best, for putting several outcomes together. */
const worstFirst = [
    'failed',
    'canceled',
    'manual',
    'skipped',
    'warnings',
    'success',
];
/** The worst of them; `undefined` stands for what goes on. A failure needs no company: it is final whatever the others do. */
function worstOf(ends) {
    const failures = ends.filter((end) => end?.outcome === 'failed');
    if (failures.length > 0) {
        const isFirm = failures.some((end) => end?.certainty === 'firm');
        return { outcome: 'failed', certainty: isFirm ? 'firm' : 'doubtful' };
    }
    const known = ends.filter((end) => end !== undefined);
    if (known.length < ends.length)
        return undefined;
    const outcome = worstFirst.find((candidate) => known.some((end) => end.outcome === candidate));
    if (outcome === undefined)
        return undefined;
    return { outcome, certainty: known.every((end) => end.certainty === 'firm') ? 'firm' : 'doubtful' };
}

;// CONCATENATED MODULE: ./out/bundle/follow/decide/by-jobs.js







const goingOn = { kind: 'going_on' };
/**
 * The verdict is about the chosen jobs alone. It comes when all of them have ended, or one that counts has failed. Anything but a failure needs the whole
 * choice: each line fits a job, no other job can still come that it would mean, and none that it may mean is hidden.
 */
function decideByJobs(snapshot, rules, selection) {
    const { root, failure } = snapshot;
    const choices = choicesOf(snapshot, selection);
    const isUnmatched = choices.some(({ jobs }) => jobs.length === 0);
    const needsTree = choices.some(({ jobs, dependsOn }) => jobs.length === 0 || dependsOn === 'tree');
    const growth = needsTree ? (0,contradictions/* growthOf */.Xo)(snapshot, rules) : 'none';
    const unseen = needsTree ? (0,contradictions/* unseenJobs */.N_)(snapshot, rules) : root.incomplete?.jobs;
    const settled = ({ outcome, certainty }) => ({
        kind: failure === undefined && certainty === 'firm' ? 'decided' : 'doubtful',
        outcome,
    });
    if (isUnmatched && growth === 'none' && unseen === undefined && failure === undefined) {
        return { kind: 'unmatched', certainty: 'firm' };
    }
    const ends = chosenJobs(choices).map((job) => endOfJob(job, rules.onManual));
    const end = worstOf(ends);
    if (end?.outcome === 'failed')
        return settled(end);
    if (growth === 'sure') {
        const gate = by_jobs_endAtGate(root, rules.onManual);
        const atGate = gate && worstOf([...ends, gate]);
        return atGate === undefined ? goingOn : settled(atGate);
    }
    if (ends.includes(undefined) || failure !== undefined)
        return end === undefined ? goingOn : settled(end);
    // Nothing is lost by waiting for what may yet be shown, as long as the pipeline goes on.
    if (unseen !== undefined)
        return isOver(root, rules.onManual) ? { kind: 'open', why: unseen } : goingOn;
    if (growth === 'perhaps' && rules.downstream === 'require') {
        return { kind: 'open', why: 'GitLab does not show which pipeline a trigger job started' };
    }
    if (isUnmatched || end === undefined)
        return { kind: 'unmatched', certainty: 'doubtful' };
    return settled(growth === 'perhaps' ? { ...end, certainty: 'doubtful' } : end);
}
/** What each line means in a picture. */
function choicesOf({ root }, { lines }) {
    const jobs = (0,model_snapshot/* placesOf */.ek)(root).flatMap(({ path, node }) => [
        ...node.jobs.map((state) => ({ path, name: state.job.name, kind: 'job', state, node })),
        ...node.bridges.map(({ bridge }) => {
            const state = { job: bridge, attempt: 1, earlier: [] };
            return { path, name: bridge.name, kind: 'trigger_job', state, node };
        }),
    ]);
    return lines.map((line) => choiceOf(line, jobs));
}
/** The jobs that any of the lines means, each once. */
function chosenJobs(choices) {
    return [...new Set(choices.flatMap(({ jobs }) => jobs))];
}
/** How a chosen job ended; `undefined` while it goes on. */
function endOfJob({ state: { job }, node }, onManual) {
    const { status } = node.pipeline;
    switch (job.status) {
        case 'success':
            return { outcome: 'success', certainty: 'firm' };
        case 'failed':
            if (job.allowFailure)
                return { outcome: 'warnings', certainty: 'firm' };
            // A job that has just failed may be retried by GitLab itself, and one in a pipeline that passed is not believed at once.
            return {
                outcome: 'failed',
                certainty: (0,model_pipeline/* isTerminalStatus */.TQ)(status) && status !== 'success' ? 'firm' : 'doubtful',
            };
        case 'canceled':
        case 'skipped':
            return { outcome: job.status, certainty: 'firm' };
        case 'manual':
            if (onManual === 'stop' || (0,model_pipeline/* isTerminalStatus */.TQ)(status))
                return { outcome: 'manual', certainty: 'firm' };
            return by_jobs_endAtGate(node, onManual);
        default:
            // A job that was never reached before the pipeline ended did not do what it was waited for.
            if ((0,model_pipeline/* isTerminalStatus */.TQ)(status))
                return { outcome: 'skipped', certainty: (0,contradictions/* isMoving */.rU)(job) ? 'doubtful' : 'firm' };
            return job.status === 'created' ? by_jobs_endAtGate(node, onManual) : undefined;
    }
}
/** The end of all that waits behind a gate which ends the wait: nobody is to open it, or we do not, because a job has failed. */
function by_jobs_endAtGate(node, onManual) {
    if (node.pipeline.status !== 'manual')
        return undefined;
    const isShut = onManual === 'stop' || (onManual === 'play' && keepsGatesShut(node));
    return isShut ? { outcome: 'manual', certainty: 'doubtful' } : undefined;
}
function isOver(node, onManual) {
    return (0,model_pipeline/* isTerminalStatus */.TQ)(node.pipeline.status) || by_jobs_endAtGate(node, onManual) !== undefined;
}
/** How many names of jobs a message lists. */
const namesShown = 30;
/** The error for lines of `jobs` that fit no job, when it is known that none is to come. */
function unmatchedError(snapshot, selection) {
    const choices = selection.kind === 'all' ? [] : choicesOf(snapshot, selection);
    const unmatched = choices.filter(({ jobs }) => jobs.length === 0).map(({ pattern }) => pattern);
    const places = (0,model_snapshot/* placesOf */.ek)(snapshot.root);
    const names = places.flatMap(({ path, node }) => (0,model_snapshot/* stepsOf */.B_)(node).map(({ job }) => [...path, job.name].join('/')));
    const gates = places.flatMap(({ path, node }) => node.bridges
        .filter(({ bridge }) => bridge.status === 'manual')
        .map(({ bridge }) => [...path, bridge.name].join('/')));
    const left = gates.length === 0 ? '' : ` Nobody has played ${listed(gates)}, with the jobs below.`;
    return new errors/* InputError */.dz({
        code: 'invalid_input',
        what: `jobs: no job of pipeline ${snapshot.root.pipeline.id} fits ${unmatched.join(', ')}`,
        why: names.length === 0 ? 'No job of it can be seen.' : `It has ${listed(names)}.${left}`,
        hint: 'Give the names of jobs as GitLab shows them, or globs; rules may have left a job out of this pipeline.',
    });
}
function listed(names) {
    const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
    return `${names.slice(0, namesShown).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./out/bundle/follow/decide/required-ends.js


/**
 * How everything below a pipeline ended, each trigger job before what is below it. One that may not be read is judged by its trigger job's word. A trigger
 * job that never ran has nothing below.
 */
function requiredEnds(node, onManual, path = []) {
    return node.bridges.flatMap((state) => {
        const at = { path: [...path, state.bridge.name], state, above: node };
        const { downstream } = state;
        if (downstream !== undefined) {
            const end = endOfPipeline(downstream, onManual);
            return [{ ...at, end }, ...requiredEnds(downstream, onManual, at.path)];
        }
        const found = unseenEnd(state, node, onManual);
        return found === undefined ? [] : [{ ...at, ...found }];
    });
}
/** Which lists of trigger jobs are known to lack some, in words; `undefined` when all are whole. */
function unseenBridges(node) {
    const below = node.bridges.flatMap(({ downstream }) => (downstream === undefined ? [] : [downstream]));
    return node.incomplete?.bridges ?? below.map(unseenBridges).find((why) => why !== undefined);
}
function unseenEnd({ bridge }, above, onManual) {
    const details = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
    if (details !== undefined)
        return { end: endByWord(details, onManual) };
    // A better outcome than that of the pipeline above it cannot come of it: only what is worse matters, and that is open.
    const nothing = { outcome: 'success', certainty: 'firm' };
    if (bridge.unreadDownstream !== undefined) {
        return { end: nothing, question: `GitLab does not tell which pipeline ${bridge.name} started` };
    }
    switch (bridge.status) {
        case 'success':
            return { end: nothing, question: `GitLab shows no pipeline that ${bridge.name} started` };
        case 'failed':
        case 'canceled':
            // What was required was never started.
            return { end: { outcome: bridge.status, certainty: 'firm' } };
        case 'skipped':
            return undefined;
        case 'manual':
            if (bridge.allowFailure)
                return undefined;
            break;
    }
    return above.pipeline.status === 'success' ? { end: undefined } : undefined;
}
function endByWord(status, onManual) {
    if (status === 'manual')
        return onManual === 'stop' ? { outcome: 'manual', certainty: 'firm' } : undefined;
    return (0,model_pipeline/* isTerminalStatus */.TQ)(status) ? { outcome: status, certainty: 'firm' } : undefined;
}

// EXTERNAL MODULE: ./out/bundle/follow/decide/warnings.js
var warnings = __webpack_require__(4259);
;// CONCATENATED MODULE: ./out/bundle/follow/decide/decide.js






/** Why a picture that a cache has a part in ends nothing. */
const oldPicture = 'a cache on the way answers in the place of GitLab, and what it shows may be old';
/**
 * Decides from one picture, and nothing else, whether following ends and how. Unknown statuses mean that it goes on. What came out of a cache ends nothing: it was so once.
 */
function decide(snapshot, rules, selection) {
    const decision = decideAsShown(snapshot, rules, selection);
    const isOld = snapshot.fromCache === true && decision.kind !== 'going_on';
    return isOld ? { kind: 'open', why: oldPicture } : decision;
}
function decideAsShown(snapshot, rules, selection) {
    if (selection.kind === 'some')
        return decideByJobs(snapshot, rules, selection);
    const { root, failure } = snapshot;
    const own = endOfPipeline(root, rules.onManual);
    const below = rules.downstream === 'require' ? requiredEnds(root, rules.onManual) : [];
    // Where nothing happens but by somebody's hand, a failure below is not waited for any longer.
    const isLost = below.some((each) => each.end?.outcome === 'failed') && isStuckAtGate(root);
    if (own === undefined && !isLost)
        return { kind: 'going_on' };
    const end = worstOf([own, ...below.map((each) => each.end)]);
    if (end === undefined)
        return { kind: 'going_on' };
    // What is not seen can make it worse, but nothing is worse than a failure.
    if (rules.downstream === 'require' && end.outcome !== 'failed') {
        const why = below.find(({ question }) => question !== undefined)?.question ?? unseenBridges(root);
        if (why !== undefined)
            return { kind: 'open', why };
    }
    // Two outcomes that the step tells apart are not told apart by looking again, unless more is seen then.
    if (end.outcome === 'success' && rules.accept !== undefined && (0,warnings/* tellsWarningsApart */.Az)(rules.accept)) {
        const why = (0,warnings/* untoldWarnings */.kK)(snapshot, rules.downstream);
        if (why !== undefined)
            return { kind: 'open', why, about: 'warnings' };
    }
    const isDoubtful = failure !== undefined || end.certainty === 'doubtful' || (0,contradictions/* contradictsItself */.AM)(root);
    return { kind: isDoubtful ? 'doubtful' : 'decided', outcome: end.outcome };
}

;// CONCATENATED MODULE: ./out/bundle/follow/decide/grounds.js



/** What an outcome counts; `undefined` when it is about the pipeline alone. */
function groundsOf({ root }, given) {
    const { rules, selection, outcome } = given;
    if (selection.kind === 'some') {
        const jobs = chosenJobs(choicesOf({ root, unreadable: [] }, selection));
        return { jobIds: jobs.map(({ state }) => state.job.id) };
    }
    if (rules.downstream !== 'require')
        return undefined;
    if (endOfPipeline(root, rules.onManual)?.outcome === outcome)
        return { below: [] };
    const ends = requiredEnds(root, rules.onManual);
    const below = ends.flatMap(({ path, state: { bridge, downstream }, above, end, question }) => {
        if (end?.outcome !== outcome || question !== undefined)
            return [];
        const target = downstream?.pipeline ?? bridge.downstream;
        const isStarted = target !== undefined || bridge.unreadDownstream !== undefined;
        const isOwn = target === undefined || target.projectId === above.pipeline.projectId;
        const kind = isStarted ? (isOwn ? 'child' : 'downstream') : 'trigger_job';
        return [{ path, outcome: end.outcome, kind, webUrl: target?.webUrl ?? bridge.webUrl }];
    });
    return { below };
}

;// CONCATENATED MODULE: ./out/bundle/follow/explain-failure.js




/** An explanation is not worth more: the verdict is known. */
const explainWithinMs = 10_000;
/** With `downstream: require` several pipelines may have failed so; nobody reads about more. */
const mostExplained = 3;
/**
 * Adds to the verdict on a pipeline that failed, without a job of it that did, which statuses of other systems failed. Trouble with that costs the explanation, and nothing else.
 */
async function withExternalStatuses({ gitlab, clock }, { signal }, verdict) {
    const places = unexplainedPlaces(verdict);
    const { fetchCommitStatuses } = gitlab;
    if (places.length === 0 || fetchCommitStatuses === undefined)
        return verdict;
    const read = (cutSignal) => Promise.all(places.map((place) => statusesOf({ fetchCommitStatuses }, place, cutSignal)));
    let all;
    try {
        all = await (0,base_clock/* withTimeout */.wj)({ clock, signal, afterMs: explainWithinMs }, read);
    }
    catch {
        // Being stopped takes nothing from a verdict that is known.
        all = 'timed_out';
    }
    if (all === 'timed_out')
        return { ...verdict, externalStatuses: { failed: [], unread: 'GitLab did not answer in time' } };
    const failed = all.flatMap((each) => each.failed);
    const unread = all.find((each) => each.unread !== undefined)?.unread;
    return { ...verdict, externalStatuses: { failed, unread } };
}
/** The pipelines whose own status makes the verdict, and in which no job that is listed explains it. */
function unexplainedPlaces({ outcome, snapshot, grounds }) {
    if (outcome !== 'failed' || snapshot === undefined || grounds?.jobIds !== undefined)
        return [];
    const counted = (0,model_snapshot/* placesOf */.ek)(snapshot.root).slice(0, grounds?.below === undefined ? 1 : undefined);
    return counted
        .filter(({ node }) => node.pipeline.status === 'failed' && node.pipeline.yamlErrors === undefined)
        .filter(({ node }) => !(0,contradictions/* hasCountingFailure */.CO)(node))
        .slice(0, mostExplained);
}
async function statusesOf(gitlab, { path, node }, signal) {
    const { id: pipelineId, projectId, sha } = node.pipeline;
    const reply = await gitlab.fetchCommitStatuses({ project: { kind: 'id', id: projectId }, sha, pipelineId }, signal);
    if (reply.kind !== 'ok')
        return { failed: [], unread: (0,explain/* describeReply */.CS)(reply).why };
    const listed = new Set((0,model_snapshot/* stepsOf */.B_)(node).flatMap(({ job, earlier }) => [job, ...earlier].map(({ id }) => id)));
    const failed = reply.value.items.filter((status) => status.status === 'failed' &&
        !status.allowFailure &&
        !listed.has(status.id) &&
        // Servers that do not know the filter list those of every pipeline of the commit.
        (status.pipelineId === undefined || status.pipelineId === pipelineId));
    return { failed: failed.map((status) => ({ ...status, path })) };
}

;// CONCATENATED MODULE: ./out/bundle/follow/manual-jobs.js



/**
 * Plays the manual jobs that block a pipeline of the tree, each once: `asked` holds the ids of those already asked for, and grows. One that failed
 * for the moment is asked for again with the next picture. Nothing is played where a job has failed, in this pipeline or above it, and nothing by an
 * old picture, which may not show it yet.
 * @throws the reason of `signal` when it aborts.
 */
async function playBlockingJobs(gitlab, snapshot, { asked, signal }) {
    const blocking = (snapshot.failure === undefined ? openablePlaces(snapshot.root) : [])
        .filter(({ node }) => node.pipeline.status === 'manual')
        .flatMap(({ path, node }) => node.jobs
        .filter(({ job }) => job.status === 'manual' && !job.allowFailure && !asked.has(job.id))
        .map(({ job }) => ({ path, job, projectId: node.pipeline.projectId })));
    const played = [];
    for (const { path, job, projectId } of blocking) {
        const reply = await gitlab.playJob({ project: { kind: 'id', id: projectId }, jobId: job.id }, signal);
        if (reply.kind !== 'ok' && (0,response_meaning/* isTransient */.dg)(reply))
            continue;
        asked.add(job.id);
        played.push({ path, job, refusal: reply.kind === 'ok' ? undefined : (0,explain/* describeReply */.CS)(reply).why });
    }
    return played;
}
/** The pipelines of the tree in which gates may be opened. */
function openablePlaces(node, path = []) {
    if (keepsGatesShut(node))
        return [];
    const below = node.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : openablePlaces(downstream, [...path, bridge.name]));
    return [{ path, node }, ...below];
}
/**
 * Whether a job that may not be played holds up the followed pipeline itself: it is one of its own, or every trigger job down to it is manual too, as
 * those are that mirror their pipelines (`strategy: mirror`).
 */
function isHeldUp({ root }, refused) {
    const holdsUp = ({ jobs, bridges }) => jobs.some(({ job }) => job.status === 'manual' && refused.has(job.id)) ||
        bridges.some(({ bridge, downstream }) => bridge.status === 'manual' && !bridge.allowFailure && downstream !== undefined && holdsUp(downstream));
    return root.pipeline.status === 'manual' && holdsUp(root);
}

;// CONCATENATED MODULE: ./out/bundle/follow/request-budget.js
/** GitLab gives this many items in a page. */
const pageSize = 100;
/** The same reader, and a look at what was spent with it. */
function countedReader(reader, clock) {
    let requests = 0;
    let left;
    const noted = async (asked, requestsOf) => {
        const reply = await asked;
        requests += reply.kind === 'ok' ? requestsOf(reply.value) : 1;
        const allowance = allowanceOf(reply);
        if (allowance !== undefined)
            left = { allowance, atMs: clock.nowMs() };
        return reply;
    };
    const one = () => 1;
    const pages = ({ items }) => Math.max(1, Math.ceil(items.length / pageSize));
    return {
        reader: {
            fetchPipeline: (call, signal) => noted(reader.fetchPipeline(call, signal), one),
            fetchJobs: (call, signal) => noted(reader.fetchJobs(call, signal), pages),
            fetchBridges: (call, signal) => noted(reader.fetchBridges(call, signal), pages),
        },
        spending: () => ({ requests, left }),
    };
}
/** A server that refuses and wants to be left alone leaves nothing until then, which also counts when it refuses only a part of a look. */
function allowanceOf(reply) {
    const hints = hintsOf(reply);
    if (hints?.allowance !== undefined)
        return hints.allowance;
    return reply.kind === 'refused' && hints?.retryAfterMs !== undefined
        ? { limit: 1, remaining: 0, resetAfterMs: hints.retryAfterMs }
        : undefined;
}
function hintsOf(reply) {
    switch (reply.kind) {
        case 'ok':
        case 'unreadable':
            return reply.hints;
        case 'refused':
            return reply.refusal.hints;
        case 'fault':
            return undefined;
    }
}
/** From here on, what is left is made to last. */
const lowShare = 0.25;
/** GitLab names the reset in whole seconds, and may round it down. */
const resetSlackMs = 1000;
/** Blind for no longer than this, or than the patience. */
const longestMs = 60_000;
/**
 * How long the next look has to wait so that what is left lasts until the limit begins anew, in milliseconds; 0 while there is plenty. Where it is not enough for
 * one look, that waits for the new beginning: it would be refused.
 */
function throttlePauseMs(budget) {
    const { limit, remaining, resetAfterMs, requestsPerPoll, retryTimeoutMs } = budget;
    if (resetAfterMs <= 0)
        return 0;
    const polls = Math.floor(remaining / Math.max(requestsPerPoll, 1));
    if (polls > 0 && remaining > limit * lowShare)
        return 0;
    const pauseMs = polls === 0 ? resetAfterMs + resetSlackMs : resetAfterMs / polls;
    return Math.min(pauseMs, Math.max(longestMs, retryTimeoutMs));
}

;// CONCATENATED MODULE: ./out/bundle/follow/poll-interval.js

/** The odds of the upper to the lower tenth, both against the middle: 9 * 9. */
const tenthOdds = 81;
/** The blunt end is for "any time", the sharp one for jobs that take the same time to a twentieth. */
const bluntest = 1;
const sharpest = 40;
/** One run in ten does not behave as usual (a cold cache, a busy runner, a smaller change); its length is spread this widely. */
const oddShare = 0.1;
const oddShape = 2;
/** The chance, from 0 to 1, that it ends within a span from now, knowing that it has not ended yet. */
function chanceOfEnd({ ageMs, length }) {
    const longerThan = survivalOf(length);
    const soFar = longerThan(ageMs);
    return (aheadMs) => 1 - longerThan(ageMs + aheadMs) / soFar;
}
/** How long a thing of this length takes, that only `share` of its runs are quicker than. */
function quantileMs(length, share) {
    return length.medianMs * (share / (1 - share)) ** (1 / shapeOf(length));
}
/**
 * The share of runs that take longer than `timeMs`. Log-logistic: few end before the usual length, many around it, and beyond it the chance
 * of ending within a second falls with age, which makes pauses grow again.
 */
function survivalOf(length) {
    const shape = shapeOf(length);
    const oddOnes = Math.min(shape, oddShape);
    return (timeMs) => {
        const ratio = Math.max(timeMs, 0) / length.medianMs;
        return (1 - oddShare) / (1 + ratio ** shape) + oddShare / (1 + ratio ** oddOnes);
    };
}
function shapeOf({ lowMs, highMs }) {
    const shape = Math.log(tenthOdds) / Math.log(highMs / lowMs);
    return Math.min(Math.max(shape, bluntest), sharpest);
}
/** Nobody gains from looking more often, and GitLab's limits count every look. */
const shortestPollMs = 1000;
/** Sparse enough for hours; longer would leave an unexpected end, and every line of progress, unseen for too long. */
const longestPollMs = 60_000;
/**
 * How much earlier, on average, we must learn of the end for one more look to be worth it. All pauses are derived from this price and grow
 * with its square root: four times as much halves the looks and doubles the delay.
 */
const lookWorthMs = 240;
/** Young pipelines are mostly short ones or about to fail, whatever is usual: no pause is longer than this and the age together. */
const youngPollMs = 2000;
/** The share of jobs that fail, at any time while they run: what keeps us looking while no end is due. */
const failureShare = 0.03;
/** Callers that started together drift apart. */
const jitterShare = 0.1;
/** A failed look is soon made good, and one after another ever more slowly: an outage must not be made worse. */
const firstPollRetryMs = 2000;
const pollRetryGrowth = 1.5;
const maxPollRetryMs = 30_000;
/** The future is reckoned in steps of this size: half of the shortest pause. */
const stepMs = shortestPollMs / 2;
/** Beyond the slowest of so many running jobs, others hardly move the end. */
const mostJobs = 16;
/** How long something takes of which nothing is known: from seconds to an hour, any order of magnitude alike. */
const unknownLength = { medianMs: 60_000, lowMs: 6667, highMs: 540_000, samples: 0 };
/**
 * How long to wait before the next look, in milliseconds: short where the end is likely, long elsewhere. Never under a second and, but for the
 * server's wish, which wins when it is longer, a budget that runs out, and a longer fixed interval, never over a minute. A fixed interval is what it is,
 * whatever the budget.
 */
function nextPollMs(moment, random) {
    const { pollInterval, retryAfterMs = 0, failedPolls = 0, budget } = moment;
    if (pollInterval !== 'auto')
        return Math.max(pollInterval, retryAfterMs);
    const steady = failedPolls > 0 ? pollRetryMs(failedPolls) : Math.min(plannedPollMs(moment), youngPollMs + ageOf(moment));
    const jittered = steady * (1 + jitterShare * (2 * random() - 1));
    const wanted = Math.min(Math.max(jittered, shortestPollMs), longestPollMs);
    // A failed look is made good first.
    const throttlePause = budget === undefined || failedPolls > 0 ? 0 : throttlePauseMs(budget);
    return Math.max(wanted, throttlePause * (1 + jitterShare * random()), retryAfterMs);
}
function pollRetryMs(failedPolls) {
    return Math.min(firstPollRetryMs * pollRetryGrowth ** (failedPolls - 1), maxPollRetryMs);
}
/**
 * Looks are best placed where their density is the square root of half the hazard (the chance of ending within a unit of time, when not
 * ended before) over the worth of a look; the next one is due when that density adds up to one.
 * @see bench/README.md, for how that follows
 */
function plannedPollMs(moment) {
    let planned = 0;
    let before = 0;
    for (const [index, chance] of chancesOf(moment).entries()) {
        const left = 1 - before;
        if (left <= 0)
            return index * stepMs;
        const hazard = Math.max(chance - before, 0) / left / stepMs;
        const density = Math.sqrt(hazard / (2 * lookWorthMs));
        if (planned + density * stepMs >= 1)
            return index * stepMs + (1 - planned) / density;
        planned += density * stepMs;
        before = chance;
    }
    return longestPollMs;
}
/** The chance that the pipeline has ended, after one step, two steps and so on, up to the longest pause. */
function chancesOf(moment) {
    const whole = { ageMs: ageOf(moment), length: moment.usual ?? unknownLength };
    const { running, later, known } = moment.work ?? { running: [whole], later: undefined, known: true };
    const slowest = running
        .toSorted((one, other) => other.length.medianMs - other.ageMs - (one.length.medianMs - one.ageMs))
        .slice(0, mostJobs)
        .map((job) => ({ chanceWithin: chanceOfEnd(job), scaleMs: Math.max(job.length.medianMs, job.ageMs) }));
    const wholeWithin = chanceOfEnd(whole);
    const ended = [];
    const passed = [];
    const steps = longestPollMs / stepMs;
    for (let step = 1; step <= steps; step++) {
        const aheadMs = step * stepMs;
        let allEnded = 1;
        let allPassed = 1;
        for (const { chanceWithin, scaleMs } of slowest) {
            const spared = Math.exp((-failureShare * aheadMs) / scaleMs);
            const done = chanceWithin(aheadMs);
            allEnded *= 1 - (1 - done) * spared;
            allPassed *= done * spared;
        }
        ended.push(allEnded);
        passed.push(allPassed);
    }
    const finished = followedBy(passed, later);
    return ended.map((allEnded, index) => {
        const failed = allEnded - (passed[index] ?? 0);
        const byJobs = finished[index] ?? 0;
        const success = known || moment.usual === undefined ? byJobs : wholeWithin((index + 1) * stepMs);
        return Math.min(failed + success, 1);
    });
}
function ageOf({ ageMs }) {
    return Number.isFinite(ageMs) ? Math.max(ageMs, 0) : 0;
}
/** The chances that what comes after has ended too, reckoned with five equally likely lengths of it. */
function followedBy(passed, later) {
    if (later === undefined)
        return passed;
    const shifts = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => Math.round(quantileMs(later, share) / stepMs));
    return passed.map((_, index) => shifts.reduce((sum, shift) => sum + (passed[index - shift] ?? 0), 0) / shifts.length);
}

;// CONCATENATED MODULE: ./out/bundle/follow/poll-state.js



/** Statuses of a job that will run and does not yet. */
const waitingStatuses = new Set([
    'created',
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'scheduled',
]);
/** With nothing running, the next thing (a runner takes a job, GitLab says that the pipeline has ended) mostly comes within seconds. */
const idleLength = { medianMs: 4000, lowMs: 444, highMs: 36_000, samples: 0 };
/** How far a job's length may be from that of its sisters, and from that of the other stages, in either direction. */
const sisterFactor = 3;
const stageFactor = 6;
/** What `snapshot` says about when the pipeline will end; `undefined` before the first look that succeeded. */
function pollMomentOf(snapshot, known) {
    const { jobLengths, ...moment } = known;
    if (snapshot === undefined)
        return moment;
    const work = workOf(pendingNodesOf(snapshot.root), { jobLengths, ageMs: known.ageMs });
    return work === undefined ? moment : { ...moment, work };
}
/** The pipeline itself or, once it has ended, those below it that have not. */
function pendingNodesOf(root) {
    if (!(0,model_pipeline/* isTerminalStatus */.TQ)(root.pipeline.status))
        return [root];
    return root.bridges.flatMap(({ downstream }) => downstream === undefined ? [] : pendingNodesOf(downstream));
}
function workOf(nodes, { jobLengths, ageMs }) {
    const jobs = nodes.flatMap((node) => [
        ...node.jobs.map(({ job }) => job),
        ...node.bridges.map(({ bridge }) => bridge),
    ]);
    if (jobs.length === 0)
        return undefined;
    const createdAt = nodes[0]?.pipeline.createdAt;
    const since = (time) => {
        const span = Date.parse(time ?? '') - Date.parse(createdAt ?? '');
        return Number.isNaN(span) ? ageMs : Math.max(ageMs - span, 0);
    };
    const guessLength = createGuesser(jobs);
    const lengthOf = (job) => jobLengths?.get(job.name) ?? guessLength(job);
    const failed = jobs.some(({ status, allowFailure }) => status === 'failed' && !allowFailure);
    // After a failure GitLab skips what it has not queued yet.
    const unstarted = jobs.filter(({ status }) => waitingStatuses.has(status) && !(failed && status === 'created'));
    const running = jobs.filter(({ status }) => !waitingStatuses.has(status) && !(0,model_pipeline/* isTerminalStatus */.TQ)(status) && status !== 'manual');
    const begunStages = new Set(running.map(({ stage }) => stage));
    const underway = [
        ...running.map((job) => ({
            ageMs: job.durationSeconds === undefined ? since(job.startedAt) : job.durationSeconds * 1000,
            length: lengthOf(job),
        })),
        ...unstarted
            .filter(({ stage }) => begunStages.has(stage))
            .map((job) => ({ ageMs: 0, length: lengthOf(job) })),
    ];
    if (underway.length === 0) {
        const lastEnd = jobs.reduce((last, { finishedAt = '' }) => (finishedAt > last ? finishedAt : last), '');
        const length = jobs.some(({ status }) => status === 'manual') ? unknownLength : idleLength;
        underway.push({ ageMs: since(lastEnd === '' ? createdAt : lastEnd), length });
    }
    return {
        running: underway,
        later: inSuccession(slowestByStage(unstarted.filter(({ stage }) => !begunStages.has(stage)), lengthOf)),
        known: failed || [...running, ...unstarted].every(({ name }) => jobLengths?.has(name) ?? false),
    };
}
/**
 * Guesses by how long others took in this very pipeline: those of the same stage if possible, else the slowest. What they took is gathered
 * once, so that thousands of jobs cost no more than a walk over them.
 */
function createGuesser(jobs) {
    const lengthsByStage = new Map();
    let slowestMs = 0;
    for (const { status, stage, durationSeconds = 0 } of jobs) {
        if (status !== 'success' || durationSeconds <= 0)
            continue;
        const lengths = lengthsByStage.get(stage) ?? [];
        lengths.push(durationSeconds * 1000);
        lengthsByStage.set(stage, lengths);
        slowestMs = Math.max(slowestMs, durationSeconds * 1000);
    }
    const otherwise = slowestMs > 0 ? guess(slowestMs, stageFactor) : unknownLength;
    const guessByStage = new Map([...lengthsByStage].map(([stage, lengths]) => [stage, guess(medianOf(lengths), sisterFactor)]));
    return ({ stage }) => guessByStage.get(stage) ?? otherwise;
}
function guess(medianMs, factor) {
    return { medianMs, lowMs: medianMs / factor, highMs: medianMs * factor, samples: 0 };
}
/** Jobs of a stage run side by side: the slowest one counts. */
function slowestByStage(jobs, lengthOf) {
    const slowest = new Map();
    for (const job of jobs) {
        const length = lengthOf(job);
        if (length.medianMs > (slowest.get(job.stage)?.medianMs ?? 0))
            slowest.set(job.stage, length);
    }
    return [...slowest.values()];
}
const plus = (one, other) => one + other;
/** One after another: medians add up, spreads as those of independent lengths do, and those of guesses, which err together, in full. */
function inSuccession(lengths) {
    const [first, ...others] = lengths;
    if (first === undefined)
        return undefined;
    return others.reduce((sum, next) => {
        const medianMs = sum.medianMs + next.medianMs;
        const add = next.samples === 0 ? plus : Math.hypot;
        const below = add(sum.medianMs - sum.lowMs, next.medianMs - next.lowMs);
        const above = add(sum.highMs - sum.medianMs, next.highMs - next.medianMs);
        return {
            medianMs,
            lowMs: medianMs - below,
            highMs: medianMs + above,
            samples: Math.min(sum.samples, next.samples),
        };
    }, first);
}

// EXTERNAL MODULE: ./out/bundle/follow/take-snapshot.js + 1 modules
var take_snapshot = __webpack_require__(2179);
;// CONCATENATED MODULE: ./out/bundle/follow/follow-pipeline.js














/** A look that is under way at the deadline may still bring the true colour; longer than this it may not take. */
const lastPollMs = 5000;
/** Better timing is not worth being blind for longer than this. */
const learnWithinMs = 10_000;
/** A doubtful outcome is believed when so many pictures in a row say the same. */
const pollsToBelieve = 3;
/** An outcome in doubt is looked at again soon: it is only there to be confirmed. */
const doubtPollMs = 1000;
/**
 * Looks at `pipeline` until there is a verdict. Yields every successful look, and what changed since the one before; nothing when nothing did.
 * Ends with `timeout` when `timeoutMs` or `queueTimeoutMs` is over (after one last look), with `outage` when no look succeeded for
 * `outageTimeoutMs`. A pipeline that has ended and runs again is followed on if that is seen before the verdict.
 * @throws {RefusedError} at once when GitLab says 401, 403 or 404 (a 404 right after creation gets a grace of 30 s).
 * @throws {InputError} when `jobs` names a job that this pipeline does not have.
 * @throws the reason of `signal` when it aborts; the pipeline is left running.
 * @see https://docs.gitlab.com/api/pipelines/
 */
async function* followPipeline(deps, task) {
    const { clock } = deps;
    const { request, signal } = task;
    const progress = beginningOf(deps, task);
    for (;;) {
        const startMs = clock.nowMs();
        const reply = await (0,base_clock/* withTimeout */.wj)({ clock, signal, afterMs: progress.deadlineMs + lastPollMs - startMs }, (cutSignal) => poll(deps, task, { progress, signal: cutSignal }));
        const times = { startMs, endMs: clock.nowMs() };
        if (reply === 'timed_out')
            return verdictOf(task, progress, { ...times, outcome: 'timeout' });
        if (reply.kind === 'ok') {
            progress.headStartMs ??= headStartOf(reply.hints, {
                pipeline: reply.value.root.pipeline,
                elapsedMs: times.endMs - progress.startMs,
            });
            const { downstream, accept } = request;
            const { onManual, selection } = progress;
            const rules = { downstream, onManual, accept };
            const decision = believed(decide(reply.value, rules, selection), progress);
            rememberQuestion(progress, decision, times);
            yield* progressOfPoll(task, progress, { ...times, snapshot: reply.value });
            if (decision.kind === 'decided') {
                const { outcome } = decision;
                const verdict = verdictOf(task, progress, { ...times, outcome });
                return await withExternalStatuses(deps, task, verdict);
            }
            if (decision.kind === 'unmatched' && decision.certainty === 'firm') {
                throw unmatchedError(reply.value, selection);
            }
            // What a cache shows as blocked may have been played since.
            if (onManual === 'play' && reply.value.fromCache !== true) {
                const plays = await playBlockingJobs(deps.gitlab, reply.value, { asked: progress.asked, signal });
                yield* progressOfPlays(plays, clock.nowMs() - progress.startMs);
                for (const { job, refusal } of plays)
                    if (refusal !== undefined)
                        progress.refused.add(job.id);
                if (isHeldUp(reply.value, progress.refused)) {
                    return verdictOf(task, progress, { ...times, outcome: 'manual' });
                }
                // Elsewhere below, it only matters where the pipelines there do.
                if (progress.refused.size > 0 && downstream === 'require')
                    progress.onManual = 'stop';
            }
        }
        else {
            yield* progressOfFailure(task, progress, { ...times, reply });
        }
        const nowMs = clock.nowMs();
        const limits = limitsOf(task, progress);
        if (nowMs >= limits.outageMs)
            return verdictOf(task, progress, { endMs: nowMs, outcome: 'outage' });
        if (nowMs >= limits.timeoutMs)
            return verdictOf(task, progress, { endMs: nowMs, outcome: 'timeout' });
        if (nowMs >= limits.queueMs) {
            return verdictOf(task, progress, { endMs: nowMs, outcome: 'timeout', limit: 'queue_timeout' });
        }
        yield* heartbeat(progress, nowMs);
        await learn(deps, task, progress);
        const { doubts } = progress;
        const isInDoubt = reply.kind === 'ok' && doubts > 0 && doubts < pollsToBelieve;
        const pollMs = isInDoubt ? doubtPollMs : pauseOf(deps, task, progress);
        const limitMs = Math.min(limits.outageMs, limits.timeoutMs, limits.queueMs);
        await (0,base_clock/* sleep */.yy)(clock, Math.min(pollMs, limitMs - clock.nowMs()), signal);
    }
}
function beginningOf({ clock }, { request }) {
    const startMs = clock.nowMs();
    return {
        startMs,
        deadlineMs: startMs + request.timeoutMs,
        selection: jobSelectionOf(request.jobs),
        onManual: request.onManual,
        asked: new Set(),
        refused: new Set(),
        seen: undefined,
        failingSinceMs: undefined,
        outageStartMs: undefined,
        openStartMs: undefined,
        question: undefined,
        headStartMs: undefined,
        retryAfterMs: undefined,
        spending: undefined,
        failedPolls: 0,
        history: undefined,
        doubts: 0,
        doubted: undefined,
        lastProgressMs: startMs,
    };
}
/** Updates what `progress` knows of limits. */
async function poll({ gitlab, clock }, { pipeline, request }, { progress, signal }) {
    const { projectId, id: pipelineId } = pipeline;
    const { downstream } = request;
    const { selection, seen: previous } = progress;
    const decidedBy = selection.kind === 'some' ? 'jobs' : 'pipeline';
    const { reader, spending } = countedReader(gitlab, clock);
    const snapshot = await (0,take_snapshot/* takeSnapshot */.W)(reader, {
        projectId,
        pipelineId,
        downstream,
        decidedBy,
        previous,
        fresh: previous?.fromCache === true ? `${pipelineId}.${Math.round(clock.epochMs())}` : undefined,
        signal,
    });
    if (spending().left !== undefined)
        progress.spending = spending();
    return snapshot;
}
/** A doubtful decision that was taken often enough in a row is one. */
function believed(decision, progress) {
    const isFirm = decision.kind === 'unmatched' && decision.certainty === 'firm';
    const isSame = sameDoubt(decision, progress.doubted);
    progress.doubted = decision;
    if (decision.kind === 'going_on' || decision.kind === 'decided' || isFirm)
        progress.doubts = 0;
    else
        progress.doubts = isSame ? progress.doubts + 1 : 1;
    if (progress.doubts < pollsToBelieve)
        return decision;
    switch (decision.kind) {
        case 'doubtful':
            return { kind: 'decided', outcome: decision.outcome };
        case 'unmatched':
            return { kind: 'unmatched', certainty: 'firm' };
        case 'going_on':
        case 'open':
        case 'decided':
            return decision;
    }
}
/** Whether two pictures in a row say the same; what contradicts the picture before does not bear it out. */
function sameDoubt(decision, before) {
    if (decision.kind !== before?.kind)
        return false;
    return decision.kind !== 'doubtful' || before.kind !== 'doubtful' || decision.outcome === before.outcome;
}
/** What stays open is looked at again as long as a GitLab that cannot be read, from the look on at which it is no mere delay. */
function rememberQuestion(progress, decision, { startMs }) {
    progress.question = decision.kind === 'open' ? decision : undefined;
    if (decision.kind !== 'open')
        progress.openStartMs = undefined;
    else if (progress.doubts >= pollsToBelieve)
        progress.openStartMs ??= startMs;
}
function verdictOf({ pipeline, request }, { seen, startMs, selection, onManual, question }, { endMs, outcome, limit }) {
    const rules = { downstream: request.downstream, onManual };
    const isUnknown = outcome === 'outage' || outcome === 'timeout';
    return {
        outcome,
        pipeline: seen?.root.pipeline ?? pipeline,
        snapshot: seen,
        elapsedMs: endMs - startMs,
        limit: outcome === 'timeout' ? (limit ?? 'timeout') : undefined,
        grounds: seen && groundsOf(seen, { rules, selection, outcome }),
        question: isUnknown ? question?.why : undefined,
        questionAbout: isUnknown ? question?.about : undefined,
    };
}
/** When patience ends, by the clock; `Infinity` for a limit that is not set or does not count now. */
function limitsOf({ request }, progress) {
    const { startMs, deadlineMs, seen, outageStartMs = Infinity, openStartMs = Infinity } = progress;
    const hasBegun = seen !== undefined &&
        (0,model_snapshot/* placesOf */.ek)(seen.root).some(({ node }) => (0,model_snapshot/* stepsOf */.B_)(node).some(({ job }) => job.startedAt !== undefined));
    return {
        timeoutMs: deadlineMs,
        queueMs: hasBegun ? Infinity : startMs + (request.queueTimeoutMs ?? Infinity),
        outageMs: Math.min(outageStartMs, openStartMs) + request.outageTimeoutMs,
    };
}
/** A pipeline that was started elsewhere has an age; only the server's own clock can tell it. */
function headStartOf({ serverTimeMs = NaN }, { pipeline, elapsedMs }) {
    const ageMs = serverTimeMs - Date.parse(pipeline.createdAt ?? '');
    return Number.isNaN(ageMs) ? 0 : Math.max(ageMs - elapsedMs, 0);
}
/** Asks once how long such pipelines take, as soon as that is worth its requests. */
async function learn(deps, task, progress) {
    const { pipeline, request, signal } = task;
    const ageMs = (progress.headStartMs ?? 0) + deps.clock.nowMs() - progress.startMs;
    const isDue = request.pollInterval === 'auto' && ageMs >= askAfterMs;
    if (!isDue || progress.history !== undefined || progress.failedPolls > 0)
        return;
    const afterMs = Math.max(Math.min(learnWithinMs, progress.deadlineMs - deps.clock.nowMs()), 0);
    const history = await (0,base_clock/* withTimeout */.wj)({ clock: deps.clock, signal, afterMs }, (cutSignal) => fetchHistory(deps.gitlab, { pipeline, signal: cutSignal }));
    progress.history = history === 'timed_out' ? { usual: undefined, jobLengths: new Map() } : history;
}
function pauseOf({ clock, random }, { request }, progress) {
    const { startMs, headStartMs = 0, seen, retryAfterMs, failedPolls, history } = progress;
    const moment = pollMomentOf(seen, {
        ageMs: headStartMs + clock.nowMs() - startMs,
        pollInterval: request.pollInterval,
        retryAfterMs,
        budget: budgetOf(progress, { nowMs: clock.nowMs(), retryTimeoutMs: request.outageTimeoutMs }),
        failedPolls,
        usual: history?.usual,
        jobLengths: history?.jobLengths,
    });
    return nextPollMs(moment, random);
}
function budgetOf({ spending }, { nowMs, retryTimeoutMs }) {
    if (spending?.left === undefined)
        return undefined;
    const { allowance, atMs } = spending.left;
    const resetAfterMs = allowance.resetAfterMs - (nowMs - atMs);
    return { ...allowance, resetAfterMs, requestsPerPoll: spending.requests, retryTimeoutMs };
}


/***/ }),

/***/ 2179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ takeSnapshot)
});

// EXTERNAL MODULE: ./out/bundle/base/parallel.js
var parallel = __webpack_require__(4628);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/response-meaning.js
var response_meaning = __webpack_require__(9773);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var model_pipeline = __webpack_require__(6585);
// EXTERNAL MODULE: ./out/bundle/follow/decide/contradictions.js
var contradictions = __webpack_require__(3608);
// EXTERNAL MODULE: ./out/bundle/follow/decide/warnings.js
var warnings = __webpack_require__(4259);
;// CONCATENATED MODULE: ./out/bundle/follow/job-attempts.js
/**
 * Puts the attempts at each job together: within a pipeline a name stands for one job, and the highest id is its latest attempt.
 * Ordered by the first attempt, which is the order in which GitLab made the jobs.
 */
function statesOf(attempts) {
    const byName = new Map();
    for (const job of [...attempts].sort((one, other) => one.id - other.id)) {
        const same = byName.get(job.name);
        if (same === undefined)
            byName.set(job.name, [job]);
        else
            same.push(job);
    }
    return [...byName.values()].flatMap((same) => {
        const job = same.at(-1);
        return job === undefined ? [] : [{ job, attempt: same.length, earlier: same.slice(0, -1) }];
    });
}

;// CONCATENATED MODULE: ./out/bundle/follow/take-snapshot.js







/** GitLab allows two levels of child pipelines; other projects can be chained on. */
const deepestLevel = 6;
/** A tree of hundreds is GitLab's own limit (1,000); beyond this many nobody reads the report. */
const mostPipelines = 200;
/** Gentle to GitLab, and quick enough: a look at 20 child pipelines is five rounds. */
const parallelRequests = 4;
/**
 * Takes the whole picture: the pipeline, its jobs with all attempts, its trigger jobs, and the tree below. Parts that failed for the moment are
 * taken from the look before, and the picture says so; parts that may never be read are named as gaps. The reply is a failed one only
 * when the pipeline itself could not be read, or when GitLab does not tell
 * for now what the verdict is about: the downstream pipelines that are required, or the jobs that decide.
 * @throws the reason of `look.signal` when it aborts.
 */
async function takeSnapshot(gitlab, poll) {
    const walk = {
        gitlab,
        poll,
        known: poll.previous === undefined ? new Map() : nodesByKey(poll.previous.root),
        visited: new Set(),
        unreadable: new Set(poll.previous?.unreadable),
        failures: [],
        vitalFailures: [],
        cached: 0,
    };
    const reply = await gitlab.fetchPipeline(callOf(walk, poll.projectId, poll.pipelineId), poll.signal);
    if (reply.kind !== 'ok')
        return reply;
    noteCache(walk, reply.hints);
    const root = await nodeOf(walk, reply.value, 0);
    const [vitalFailure] = walk.vitalFailures;
    if (vitalFailure !== undefined)
        return vitalFailure;
    const [failedReply] = walk.failures;
    const failure = failedReply === undefined ? undefined : (0,explain/* describeReply */.CS)(failedReply).why;
    const snapshot = { root, unreadable: [...walk.unreadable], failure };
    return { ...reply, value: walk.cached > 0 ? { ...snapshot, fromCache: true } : snapshot };
}
function callOf({ poll: { fresh } }, projectId, pipelineId) {
    const call = { project: { kind: 'id', id: projectId }, pipelineId };
    return fresh === undefined ? call : { ...call, fresh };
}
function noteCache(walk, { fromCache }) {
    if (fromCache === true)
        walk.cached += 1;
}
async function nodeOf(walk, pipeline, level) {
    const key = keyOf(pipeline.projectId, pipeline.id);
    walk.visited.add(key);
    const before = walk.known.get(key);
    const call = callOf(walk, pipeline.projectId, pipeline.id);
    const [jobs, bridges] = await Promise.all([
        part(walk, {
            name: `the jobs of pipeline ${pipeline.id}`,
            read: walk.gitlab.fetchJobs,
            call,
            isVital: walk.poll.decidedBy === 'jobs',
        }),
        hasNoBridges(walk, pipeline, before)
            ? { items: [] }
            : part(walk, {
                name: `the trigger jobs of pipeline ${pipeline.id}`,
                read: walk.gitlab.fetchBridges,
                call,
                isVital: isTreeVital(walk),
            }),
    ]);
    const incomplete = incompleteOf({ jobs, bridges }, before);
    return {
        pipeline,
        jobs: jobs.items === undefined ? (before?.jobs ?? []) : statesOf(jobs.items),
        bridges: await (0,parallel/* mapInParallel */.H)(bridges.items ?? (before?.bridges ?? []).map(({ bridge }) => bridge), parallelRequests, (bridge) => bridgeStateOf(walk, bridge, level)),
        ...(incomplete === undefined ? {} : { incomplete }),
    };
}
/** What the lists lack. One that could not be read this time lacks what that of the look before did. */
function incompleteOf(parts, before) {
    const jobs = parts.jobs.lacks ?? (parts.jobs.items === undefined ? before?.incomplete?.jobs : undefined);
    const bridges = parts.bridges.lacks ?? (parts.bridges.items === undefined ? before?.incomplete?.bridges : undefined);
    return jobs === undefined && bridges === undefined ? undefined : { jobs, bridges };
}
/**
 * Trigger jobs are made with the pipeline, all at once: none in a pipeline that has begun means none for ever. A replica that lagged may have said so, too: where a verdict
 * depends on them, they are asked for once more at its end.
 */
function hasNoBridges(walk, { status }, before) {
    return (isWhole(walk) &&
        !(isTreeVital(walk) && (0,model_pipeline/* isTerminalStatus */.TQ)(status)) &&
        before?.bridges.length === 0 &&
        before.incomplete?.bridges === undefined &&
        before.jobs.length > 0 &&
        before.pipeline.status !== 'created');
}
/** Whether what the look before did not show was not there: it may only not have been readable. */
function isWhole({ poll }) {
    return poll.previous?.failure === undefined && poll.previous?.fromCache !== true;
}
/** Whether a verdict depends on which pipelines there are below. */
function isTreeVital({ poll }) {
    return poll.downstream === 'require' || poll.decidedBy === 'jobs';
}
async function part(walk, ask) {
    const reply = await ask.read(ask.call, walk.poll.signal);
    if (reply.kind === 'ok') {
        noteCache(walk, reply.hints);
        const lacks = missingOf(ask.name, reply.value);
        if (lacks !== undefined)
            walk.unreadable.add(lacks);
        return { items: reply.value.items, lacks };
    }
    if (ask.isVital === true)
        walk.vitalFailures.push(reply);
    else if ((0,response_meaning/* isTransient */.dg)(reply))
        walk.failures.push(reply);
    else {
        const lacks = `${ask.name} cannot be read (${(0,explain/* describeReply */.CS)(reply).why})`;
        walk.unreadable.add(lacks);
        return { lacks };
    }
    return {};
}
function missingOf(name, { truncated, unfit }) {
    if (unfit !== undefined) {
        const { count, why } = unfit;
        return `${count} of ${name} cannot be read (${count === 1 ? why : `the first is ${why}`})`;
    }
    return truncated === 'timed_out' ? `${name} are too many to be read whole` : undefined;
}
async function bridgeStateOf(walk, bridge, level) {
    const target = bridge.downstream;
    if (walk.poll.downstream === 'ignore')
        return { bridge, downstream: undefined };
    if (bridge.unreadDownstream !== undefined) {
        walk.unreadable.add(`the pipeline that ${bridge.name} started: GitLab does not tell which one it is`);
    }
    if (target === undefined)
        return { bridge, downstream: undefined };
    const key = keyOf(target.projectId, target.pipelineId);
    if (walk.visited.has(key))
        return { bridge, downstream: undefined };
    const before = walk.known.get(key);
    if (isWhole(walk) &&
        before !== undefined &&
        isSettled(walk, before) &&
        before.pipeline.status === target.status) {
        walk.visited.add(key);
        return { bridge, downstream: before };
    }
    if (level >= deepestLevel || walk.visited.size >= mostPipelines) {
        walk.unreadable.add(`downstream pipelines beyond level ${deepestLevel} or beyond the first ${mostPipelines}`);
        return { bridge, downstream: undefined };
    }
    walk.visited.add(key);
    const pipeline = await downstreamPipeline(walk, bridge, before);
    return { bridge, downstream: pipeline && (await nodeOf(walk, pipeline, level + 1)) };
}
/** While a downstream pipeline goes on, its trigger job already says its status: it is only asked for at first and at its end. */
async function downstreamPipeline(walk, bridge, before) {
    const { downstream: target } = bridge;
    if (target === undefined)
        return undefined;
    if (before !== undefined && !(0,model_pipeline/* isTerminalStatus */.TQ)(target.status)) {
        return { ...before.pipeline, status: target.status };
    }
    const call = callOf(walk, target.projectId, target.pipelineId);
    const reply = await walk.gitlab.fetchPipeline(call, walk.poll.signal);
    if (reply.kind === 'ok') {
        noteCache(walk, reply.hints);
        return reply.value;
    }
    if ((0,response_meaning/* isTransient */.dg)(reply)) {
        (isTreeVital(walk) ? walk.vitalFailures : walk.failures).push(reply);
        return before && { ...before.pipeline, status: target.status };
    }
    walk.unreadable.add(`downstream pipeline ${target.pipelineId} of ${bridge.name} cannot be read (${(0,explain/* describeReply */.CS)(reply).why})`);
    return undefined;
}
/**
 * Nothing below moves any more, as far as that can be seen: of a pipeline that may not be read, its trigger job tells. What contradicts itself, or lacks something that
 * a verdict may depend on, is looked at again.
 */
function isSettled(walk, node) {
    const { pipeline, bridges, incomplete } = node;
    if (!(0,model_pipeline/* isTerminalStatus */.TQ)(pipeline.status) || (0,contradictions/* isContradictory */.yC)(node))
        return false;
    if (isTreeVital(walk) && (incomplete !== undefined || bridges.some(isUnexplained)))
        return false;
    if (isTreeVital(walk) && (0,warnings/* untoldOf */.YA)(node) !== undefined)
        return false;
    return bridges.every(({ bridge, downstream }) => downstream === undefined
        ? bridge.downstream === undefined || (0,model_pipeline/* isTerminalStatus */.TQ)(bridge.downstream.status)
        : isSettled(walk, downstream));
}
/** A trigger job that says nothing of what it started. */
function isUnexplained({ bridge }) {
    return (bridge.unreadDownstream !== undefined || (bridge.status === 'success' && bridge.downstream === undefined));
}
function nodesByKey(node) {
    const found = new Map([[keyOf(node.pipeline.projectId, node.pipeline.id), node]]);
    for (const { downstream } of node.bridges) {
        if (downstream !== undefined)
            for (const [key, below] of nodesByKey(downstream))
                found.set(key, below);
    }
    return found;
}
function keyOf(projectId, pipelineId) {
    return `${projectId}/${pipelineId}`;
}


/***/ })

};
