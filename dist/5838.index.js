export const id = 5838;
export const ids = [5838];
export const modules = {

/***/ 3906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ contradictsItself),
/* harmony export */   CO: () => (/* binding */ hasCountingFailure),
/* harmony export */   rU: () => (/* binding */ isMoving),
/* harmony export */   yC: () => (/* binding */ isContradictory)
/* harmony export */ });
/* unused harmony export isCountingFailure */
/* harmony import */ var _gitlab_pipeline_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4390);
/* harmony import */ var _pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7234);


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
    return (0,_pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B)(node).some(({ job }) => isCountingFailure(job));
}
/** Whether anything in the tree says one thing of a pipeline while another part says something that cannot both be so. */
function contradictsItself(root) {
    return (0,_pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .e)(root).some(({ node }) => isContradictory(node));
}
/** Whether the status of one pipeline is contradicted by its jobs and trigger jobs, or the word of a trigger job by the pipeline that it started. */
function isContradictory(node) {
    return isContradictedByJobs(node) || node.bridges.some(isContradictedBelow);
}
/** Read a moment apart, being retried, or out of some cache: a word that the jobs do not bear out is not believed at once. */
function isContradictedByJobs(node) {
    const { status } = node.pipeline;
    if (!(0,_gitlab_pipeline_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(status))
        return false;
    const jobs = (0,_pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B)(node).map(({ job }) => job);
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
    const told = bridge.downstream.status;
    const { status } = downstream.pipeline;
    return (0,_gitlab_pipeline_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(told) && (0,_gitlab_pipeline_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminalStatus */ .TQ)(status) && told !== status;
}


/***/ }),

/***/ 8603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findPipeline)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4497);
/* harmony import */ var _gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6555);
/* harmony import */ var _gitlab_is_transient_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8058);
/* harmony import */ var _gitlab_lacking_permission_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6712);





const retryPauseMs = 2000;
/**
 * Reads a pipeline that was started elsewhere, patiently for `patienceMs`. That it cannot be read yet is told at once, and once.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function findPipeline(deps, wanted) {
    const { project, pipelineId, patienceMs, signal, reader } = wanted;
    const { gitlab, clock } = deps;
    const endMs = clock.nowMs() + patienceMs;
    let isTold = false;
    for (;;) {
        const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
        if (reply.kind === 'ok')
            return reply.value;
        if (!(0,_gitlab_is_transient_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransient */ .d)(reply) || clock.nowMs() + retryPauseMs > endMs) {
            throw unreadable(reply, { what: `Cannot read pipeline ${pipelineId}`, reader });
        }
        if (!isTold)
            deps.onTrouble?.({ why: (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply).why, patienceMs });
        isTold = true;
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .yy)(clock, retryPauseMs, signal);
    }
}
/** What a job token lacks is not what an access token would. */
function unreadable(reply, { what, reader }) {
    if (reader === undefined || reply.kind !== 'refused')
        return (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
    const { speaker, status, texts, shape } = reply.refusal;
    const isNo = speaker === 'gitlab' &&
        (status === 401 ||
            status === 403 ||
            (status === 404 && shape !== 'error' && !texts.includes('404 Not found')));
    return isNo
        ? new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({ what, ...(0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply), cure: (0,_gitlab_lacking_permission_js__WEBPACK_IMPORTED_MODULE_4__/* .jobTokenReadCure */ .eu)(reply.refusal) })
        : (0,_gitlab_describe_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(reply, { what });
}


/***/ }),

/***/ 2179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ takeSnapshot)
});

// EXTERNAL MODULE: ./out/bundle/base/in-parallel.js
var in_parallel = __webpack_require__(8474);
// EXTERNAL MODULE: ./out/bundle/gitlab/describe-reply.js + 1 modules
var describe_reply = __webpack_require__(6555);
// EXTERNAL MODULE: ./out/bundle/gitlab/is-transient.js
var is_transient = __webpack_require__(8058);
// EXTERNAL MODULE: ./out/bundle/gitlab/pipeline-status.js
var pipeline_status = __webpack_require__(4390);
// EXTERNAL MODULE: ./out/bundle/follow/contradiction.js
var contradiction = __webpack_require__(3906);
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

// EXTERNAL MODULE: ./out/bundle/follow/untold-warnings.js
var untold_warnings = __webpack_require__(3439);
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
async function takeSnapshot(gitlab, look) {
    const walk = {
        gitlab,
        look,
        known: look.previous === undefined ? new Map() : nodesByKey(look.previous.root),
        visited: new Set(),
        gaps: new Set(look.previous?.gaps),
        failures: [],
        vitalFailures: [],
        cached: 0,
    };
    const reply = await gitlab.fetchPipeline(callOf(walk, look.projectId, look.pipelineId), look.signal);
    if (reply.kind !== 'ok')
        return reply;
    noteCache(walk, reply.hints);
    const root = await nodeOf(walk, reply.value, 0);
    const [vitalFailure] = walk.vitalFailures;
    if (vitalFailure !== undefined)
        return vitalFailure;
    const [failure] = walk.failures;
    const trouble = failure === undefined ? undefined : (0,describe_reply/* describeReply */.CS)(failure).why;
    const snapshot = { root, gaps: [...walk.gaps], trouble };
    return { ...reply, value: walk.cached > 0 ? { ...snapshot, fromCache: true } : snapshot };
}
function callOf({ look: { fresh } }, projectId, pipelineId) {
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
            isVital: walk.look.decidedBy === 'jobs',
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
        bridges: await (0,in_parallel/* mapInParallel */.H)(bridges.items ?? (before?.bridges ?? []).map(({ bridge }) => bridge), parallelRequests, (bridge) => bridgeStateOf(walk, bridge, level)),
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
        !(isTreeVital(walk) && (0,pipeline_status/* isTerminalStatus */.TQ)(status)) &&
        before?.bridges.length === 0 &&
        before.incomplete?.bridges === undefined &&
        before.jobs.length > 0 &&
        before.pipeline.status !== 'created');
}
/** Whether what the look before did not show was not there: it may only not have been readable. */
function isWhole({ look }) {
    return look.previous?.trouble === undefined && look.previous?.fromCache !== true;
}
/** Whether a verdict depends on which pipelines there are below. */
function isTreeVital({ look }) {
    return look.downstream === 'require' || look.decidedBy === 'jobs';
}
async function part(walk, ask) {
    const reply = await ask.read(ask.call, walk.look.signal);
    if (reply.kind === 'ok') {
        noteCache(walk, reply.hints);
        const lacks = lackOf(ask.name, reply.value);
        if (lacks !== undefined)
            walk.gaps.add(lacks);
        return { items: reply.value.items, lacks };
    }
    if (ask.isVital === true)
        walk.vitalFailures.push(reply);
    else if ((0,is_transient/* isTransient */.d)(reply))
        walk.failures.push(reply);
    else {
        const lacks = `${ask.name} cannot be read (${(0,describe_reply/* describeReply */.CS)(reply).why})`;
        walk.gaps.add(lacks);
        return { lacks };
    }
    return {};
}
function lackOf(name, { truncated, unfit }) {
    if (unfit !== undefined) {
        const { count, why } = unfit;
        return `${count} of ${name} cannot be read (${count === 1 ? why : `the first is ${why}`})`;
    }
    return truncated === 'cut_off' ? `${name} are too many to be read whole` : undefined;
}
async function bridgeStateOf(walk, bridge, level) {
    const target = bridge.downstream;
    if (walk.look.downstream === 'ignore')
        return { bridge, downstream: undefined };
    if (bridge.unreadDownstream !== undefined) {
        walk.gaps.add(`the pipeline that ${bridge.name} started: GitLab does not tell which one it is`);
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
        walk.gaps.add(`downstream pipelines beyond level ${deepestLevel} or beyond the first ${mostPipelines}`);
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
    if (before !== undefined && !(0,pipeline_status/* isTerminalStatus */.TQ)(target.status)) {
        return { ...before.pipeline, status: target.status };
    }
    const call = callOf(walk, target.projectId, target.pipelineId);
    const reply = await walk.gitlab.fetchPipeline(call, walk.look.signal);
    if (reply.kind === 'ok') {
        noteCache(walk, reply.hints);
        return reply.value;
    }
    if ((0,is_transient/* isTransient */.d)(reply)) {
        (isTreeVital(walk) ? walk.vitalFailures : walk.failures).push(reply);
        return before && { ...before.pipeline, status: target.status };
    }
    walk.gaps.add(`downstream pipeline ${target.pipelineId} of ${bridge.name} cannot be read (${(0,describe_reply/* describeReply */.CS)(reply).why})`);
    return undefined;
}
/**
 * Nothing below moves any more, as far as that can be seen: of a pipeline that may not be read, its trigger job tells. What contradicts itself, or lacks something that
 * a verdict may depend on, is looked at again.
 */
function isSettled(walk, node) {
    const { pipeline, bridges, incomplete } = node;
    if (!(0,pipeline_status/* isTerminalStatus */.TQ)(pipeline.status) || (0,contradiction/* isContradictory */.yC)(node))
        return false;
    if (isTreeVital(walk) && (incomplete !== undefined || bridges.some(isUnexplained)))
        return false;
    if (isTreeVital(walk) && (0,untold_warnings/* untoldOf */.YA)(node) !== undefined)
        return false;
    return bridges.every(({ bridge, downstream }) => downstream === undefined
        ? bridge.downstream === undefined || (0,pipeline_status/* isTerminalStatus */.TQ)(bridge.downstream.status)
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


/***/ }),

/***/ 3439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ tellsWarningsApart),
/* harmony export */   YA: () => (/* binding */ untoldOf),
/* harmony export */   kK: () => (/* binding */ untoldWarnings)
/* harmony export */ });
/* harmony import */ var _pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7234);

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
function untoldWarnings({ root, trouble }, downstream) {
    if (downstream !== 'require')
        return untoldOf(root, trouble);
    const nodes = (0,_pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .e)(root).map(({ node }) => node);
    const words = nodes.flatMap(({ bridges }) => bridges.filter(isKnownByWord));
    return (nodes.map((node) => untoldOf(node, trouble)).find((why) => why !== undefined) ??
        words.map(({ bridge }) => `GitLab shows only the status of the pipeline that ${bridge.name} started`)[0]);
}
/** The same of one pipeline alone. */
function untoldOf(node, trouble) {
    const { pipeline, incomplete } = node;
    if (pipeline.status !== 'success' || telling.has(pipeline.statusGroup ?? ''))
        return undefined;
    const why = incomplete?.jobs ?? incomplete?.bridges ?? trouble;
    return why ?? ((0,_pipeline_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B)(node).length === 0 ? `GitLab shows no job of pipeline ${pipeline.id}` : undefined);
}
/** That of a pipeline below which may not be read nothing is known but what its trigger job says of its status. */
function isKnownByWord({ bridge, downstream }) {
    const word = bridge.downstream?.status ?? bridge.unreadDownstream?.status;
    return downstream === undefined && word === 'success';
}


/***/ }),

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ cancelTable)
/* harmony export */ });
/* unused harmony export cancelInputs */
/* harmony import */ var _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5867);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5366);
/* harmony import */ var _pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8490);



/** Every input of the action that cancels a pipeline, in the order of its documentation. */
const cancelTable = {
    gitlab_url: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .pipelineAddressInputs */ .i,
    access_token: {
        ..._connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        required: 'always',
        description: 'Personal, project or group access token with the scope api, from a secret; its user needs the role Developer. A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
    },
    ca_certificate: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const cancelInputs = (0,_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputDescriptions */ .s$)(cancelTable);


/***/ }),

/***/ 3547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ parseCancelRequest)
/* harmony export */ });
/* harmony import */ var _cancel_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6671);
/* harmony import */ var _connection_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5867);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5366);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6955);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2767);





/**
 * Reads, checks and freezes everything that cancels one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseCancelRequest(source, files) {
    const reading = await (0,_input_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTable */ .x, { source, files });
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedOf */ .r)((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .all */ .Q7)({
        connection: (0,_connection_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .connectionOf */ .ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken: reading.access_token,
    }));
}


/***/ }),

/***/ 8490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ pipelineAddressInputs)
});

// EXTERNAL MODULE: ./out/bundle/inputs/connection-inputs.js + 2 modules
var connection_inputs = __webpack_require__(5867);
// EXTERNAL MODULE: ./out/bundle/inputs/outcome.js
var outcome = __webpack_require__(6955);
// EXTERNAL MODULE: ./out/bundle/inputs/shown-text.js
var shown_text = __webpack_require__(1788);
;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-id.js


const cure = 'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';
/** Reads the id of a pipeline. The address of a pipeline and the number within the project (`#118`) are refused with a hint. */
function parsePipelineId(given) {
    const text = given.trim();
    const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
    if (id !== undefined && Number.isSafeInteger(id))
        return (0,outcome.ok)(id);
    const idInAddress = /\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1];
    if (idInAddress !== undefined) {
        return (0,outcome/* wrong */.Qm)({
            what: 'is an address, not an id',
            cure: `Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`,
        });
    }
    if (/^#\d+$/.test(text)) {
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, a number that counts within the project only`, cure });
    }
    return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, which no pipeline can have as its id`, cure });
}

;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-address-inputs.js


/** The inputs that name a pipeline which was started elsewhere. */
const pipelineAddressInputs = {
    project_id: connection_inputs/* projectInput */.Yg,
    pipeline_id: {
        required: 'always',
        default: undefined,
        description: 'Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.',
        secret: 'none',
        parse: parsePipelineId,
    },
};


/***/ }),

/***/ 5838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelPipeline: () => (/* binding */ cancelPipeline)
/* harmony export */ });
/* harmony import */ var _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6671);
/* harmony import */ var _inputs_parse_cancel_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3547);
/* harmony import */ var _cancel_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1779);
/* harmony import */ var _library_call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4654);
/* harmony import */ var _option_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3996);





/** Nobody waits for a kill here: long enough for a busy GitLab. */
const withinMs = 60_000;
/**
 * Cancels one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
async function cancelPipeline(deps, options) {
    const source = (0,_option_source_js__WEBPACK_IMPORTED_MODULE_4__/* .optionSource */ .N)(options);
    const { request } = await (0,_inputs_parse_cancel_request_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCancelRequest */ .j)(source, deps.files);
    const { connection, accessToken, ...address } = request;
    const { gitlab, signal, shown, redact, close } = (0,_library_call_js__WEBPACK_IMPORTED_MODULE_3__/* .openCall */ .L)(deps, {
        source,
        table: _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTable */ .x,
        connection,
        accessToken,
        signal: options.signal,
    });
    try {
        const onFound = () => undefined;
        const cancellations = await (0,_cancel_run_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelRun */ .S)({ ...deps, gitlab, onFound }, { ...address, withinMs, signal, hurry: signal });
        signal.throwIfAborted();
        return cancellations.map((each) => (each.why === undefined ? each : { ...each, why: redact(each.why) }));
    }
    catch (error) {
        throw shown(error);
    }
    finally {
        close();
    }
}


/***/ }),

/***/ 1779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cancelRun)
/* harmony export */ });
/* harmony import */ var _follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8806);
/* harmony import */ var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8603);
/* harmony import */ var _tree_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2647);



/**
 * Cancels a pipeline and what is alive below it; says what became of each, the pipeline itself first.
 * @throws {AppError} when it cannot be read.
 * @throws the reason of `signal` when it aborts.
 */
async function cancelRun({ gitlab, clock, onFound, onTrouble }, { project, pipelineId, withinMs, signal, hurry }) {
    const pipeline = await (0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .findPipeline */ .G)({ gitlab, clock, onTrouble }, { project, pipelineId, patienceMs: withinMs, signal });
    onFound(pipeline);
    const snapshot = await (0,_tree_of_js__WEBPACK_IMPORTED_MODULE_2__/* .treeOf */ .g)(gitlab, pipeline, signal);
    return await (0,_follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTree */ .l)({ gitlab, clock }, { pipeline, snapshot, withinMs, signal: hurry });
}


/***/ }),

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openCall)
});

// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/inputs/proxy-secrets.js
var proxy_secrets = __webpack_require__(9603);
// EXTERNAL MODULE: ./out/bundle/inputs/secret-texts.js + 1 modules
var secret_texts = __webpack_require__(2860);
// EXTERNAL MODULE: ./out/bundle/library/open-gitlab.js + 19 modules
var open_gitlab = __webpack_require__(423);
// EXTERNAL MODULE: ./out/bundle/base/foreign-text.js
var foreign_text = __webpack_require__(1335);
;// CONCATENATED MODULE: ./out/bundle/library/redacted-error.js


/** Errors that are the cause of one another, so many at most. */
const mostCauses = 10;
/** Longer texts are cut off; none of ours is. */
const mostCharacters = 10_000;
/**
 * The same error, as whoever called may show or log it: its message, parts, stack, and those of its causes, without secrets. What a program gave as the
 * reason of its own abort stays as it is.
 */
function redactedError(error, redact, depth = 0) {
    if (typeof error === 'string')
        return redact(error);
    if (!isError(error) || depth > mostCauses)
        return depth > mostCauses ? undefined : error;
    const lines = (text) => redact(text)
        .split('\n')
        .map((line) => indentOf(line) + (0,foreign_text/* redactedLine */.Py)(line, redact, mostCharacters))
        .join('\n');
    if (error instanceof app_error/* AppError */.uV) {
        const { parts } = error;
        overwrite(error, 'parts', {
            ...parts,
            what: lines(parts.what),
            ...(parts.why === undefined ? {} : { why: lines(parts.why) }),
            ...(parts.cure === undefined ? {} : { cure: lines(parts.cure) }),
            ...(parts.cause === undefined || error instanceof app_error/* AbortedError */.oM
                ? {}
                : { cause: redactedError(parts.cause, redact, depth + 1) }),
        });
    }
    const { message, stack } = error;
    overwrite(error, 'message', lines(message));
    // It repeats the message as it was, over several lines.
    if (stack !== undefined)
        overwrite(error, 'stack', lines(stack.replace(message, () => lines(message))));
    if ('cause' in error && error.cause !== undefined && !(error instanceof app_error/* AbortedError */.oM)) {
        overwrite(error, 'cause', redactedError(error.cause, redact, depth + 1));
    }
    for (const [name, value] of Object.entries(error)) {
        if (typeof value === 'string' && redact(value) !== value)
            overwrite(error, name, redact(value));
    }
    return error;
}
/** Errors of other realms are no instances of ours. */
function isError(value) {
    return (typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string');
}
function indentOf(line) {
    return /^ */.exec(line)?.[0] ?? '';
}
/** As far as the object lets us. */
function overwrite(error, name, value) {
    const enumerable = Object.getOwnPropertyDescriptor(error, name)?.enumerable ?? false;
    Reflect.defineProperty(error, name, { value, enumerable, writable: true, configurable: true });
}

;// CONCATENATED MODULE: ./out/bundle/library/library-call.js





/**
 * Opens the way to GitLab for one call; the caller closes it.
 * @throws {InputError} when the environment does not allow it: `checkWay`.
 */
function openCall(deps, task) {
    const masker = deps.createMasker();
    for (const secret of (0,secret_texts/* secretTexts */.Vh)(task.source, task.table))
        masker.mask(secret);
    for (const secret of (0,proxy_secrets/* proxySecrets */.W)(deps.environment))
        masker.mask(secret);
    const { connection, accessToken, jobToken } = task;
    const way = { ...deps, redact: masker.redact };
    const { gitlab, close } = (0,open_gitlab/* openGitLab */.j)(way, connection, accessToken, jobToken);
    const stop = stopOf(task.signal);
    return {
        gitlab,
        signal: stop.signal,
        shown: (error) => redactedError(error, masker.redact),
        redact: masker.redact,
        close: () => {
            stop.forget();
            close();
        },
    };
}
/** Reasons to stop can be anything; inside there is only one kind. */
function stopOf(given) {
    const stop = new AbortController();
    const onAbort = () => stop.abort(new app_error/* AbortedError */.oM('AbortSignal', { cause: given?.reason }));
    if (given?.aborted === true)
        onAbort();
    else
        given?.addEventListener('abort', onAbort, { once: true });
    return { signal: stop.signal, forget: () => given?.removeEventListener('abort', onAbort) };
}


/***/ }),

/***/ 3996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ optionSource)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);

/**
 * The options of a call, read as inputs: `projectId` is the input `project_id`. So they are checked by the same rules, with the same messages.
 * @throws {InputError} for a header of more than one line.
 */
function optionSource({ requestHeaders, ...options }) {
    const texts = new Map();
    for (const [name, value] of Object.entries(options)) {
        if (name !== 'signal' && value !== undefined && value !== null)
            texts.set(inputName(name), textOf(value));
    }
    if (requestHeaders !== undefined)
        texts.set('request_headers', headerLines(requestHeaders));
    return { read: (name) => texts.get(name) };
}
function inputName(option) {
    return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function textOf(value) {
    if (typeof value === 'string')
        return value;
    if (Array.isArray(value))
        return value.map(String).join('\n');
    return JSON.stringify(value);
}
function headerLines(headers) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    if (!lines.some((line) => /[\r\n]/.test(line)))
        return lines.join('\n');
    throw new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: 'request_headers has a header of more than one line (not shown)',
        cure: 'Take the line ends out.',
    });
}


/***/ }),

/***/ 2647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ treeOf)
/* harmony export */ });
/* harmony import */ var _follow_take_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2179);

/** What is below a pipeline that is to be cancelled; best effort: GitLab cancels child pipelines itself, those of other projects it does not. */
async function treeOf(gitlab, { projectId, id: pipelineId }, signal) {
    const look = { projectId, pipelineId, downstream: 'show', previous: undefined, signal };
    const reply = await (0,_follow_take_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .takeSnapshot */ .W)(gitlab, look);
    return reply.kind === 'ok' ? reply.value : undefined;
}


/***/ })

};
