export const id = 6832;
export const ids = [6832];
export const modules = {

/***/ 6832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cancelRun),
/* harmony export */   g: () => (/* binding */ treeOf)
/* harmony export */ });
/* harmony import */ var _cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8806);
/* harmony import */ var _find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8603);
/* harmony import */ var _take_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2179);



/** What is below a pipeline that is to be cancelled; best effort: GitLab cancels child pipelines itself, those of other projects it does not. */
async function treeOf(gitlab, { projectId, id: pipelineId }, signal) {
    const poll = { projectId, pipelineId, downstream: 'show', previous: undefined, signal };
    const reply = await (0,_take_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .takeSnapshot */ .W)(gitlab, poll);
    return reply.kind === 'ok' ? reply.value : undefined;
}
/**
 * Cancels a pipeline and what is alive below it; says what became of each, the pipeline itself first.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function cancelRun({ gitlab, clock, onFound, onTrouble }, { project, pipelineId, withinMs, signal, forceSignal }) {
    const pipeline = await (0,_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .findPipeline */ .G)({ gitlab, clock, onTrouble }, { project, pipelineId, retryTimeoutMs: withinMs, signal });
    onFound(pipeline);
    const snapshot = await treeOf(gitlab, pipeline, signal);
    return await (0,_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTree */ .l)({ gitlab, clock }, { pipeline, snapshot, withinMs, signal: forceSignal });
}


/***/ }),

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

/***/ 8603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findPipeline),
/* harmony export */   L: () => (/* binding */ findRun)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3236);
/* harmony import */ var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7081);
/* harmony import */ var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9773);
/* harmony import */ var _gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5704);
/* harmony import */ var _model_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6330);






const retryPauseMs = 2000;
/**
 * Reads a pipeline that was started elsewhere, patiently for `patienceMs`. That it cannot be read yet is told at once, and once.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function findPipeline(deps, wanted) {
    const { project, pipelineId, retryTimeoutMs, signal, reader } = wanted;
    const { gitlab, clock } = deps;
    const endMs = clock.nowMs() + retryTimeoutMs;
    let isTold = false;
    for (;;) {
        const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
        if (reply.kind === 'ok')
            return reply.value;
        if (!(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransient */ .dg)(reply) || clock.nowMs() + retryPauseMs > endMs) {
            throw unreadable(reply, { what: `Cannot read pipeline ${pipelineId}`, reader });
        }
        if (!isTold)
            deps.onTrouble?.({ why: (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply).why, retryTimeoutMs });
        isTold = true;
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, retryPauseMs, signal);
    }
}
/** What a job token lacks is not what an access token would. */
function unreadable(reply, { what, reader }) {
    if (reader === undefined || reply.kind !== 'refused')
        return (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
    const { speaker, status, texts, shape } = reply.refusal;
    const isNo = speaker === 'gitlab' &&
        (status === 401 ||
            status === 403 ||
            (status === 404 && shape !== 'error' && !texts.includes('404 Not found')));
    return isNo
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk({ what, ...(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply), hint: (0,_gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_4__/* .jobTokenReadHint */ .ML)(reply.refusal) })
        : (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
}
/**
 * Reads the pipeline that is to be followed.
 * @throws {AppError} when it cannot be read, or runs another commit than `expectedSha`.
 */
async function findRun(deps, { expectedSha, ...wanted }) {
    const pipeline = await findPipeline(deps, wanted);
    deps.onFound(pipeline);
    const mismatch = (0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongCommit */ .r)(pipeline, expectedSha);
    if (mismatch !== undefined)
        throw mismatch;
    return pipeline;
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
