export const id = 7632;
export const ids = [7632];
export const modules = {

/***/ 7632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ followPipeline)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/cut-off.js
var cut_off = __webpack_require__(1419);
// EXTERNAL MODULE: ./out/bundle/gitlab/pipeline-status.js
var pipeline_status = __webpack_require__(4390);
// EXTERNAL MODULE: ./out/bundle/follow/pipeline-tree.js
var pipeline_tree = __webpack_require__(7234);
;// CONCATENATED MODULE: ./out/bundle/follow/decision.js


const goingOn = { kind: 'going_on' };
/** From the worst to the best, for putting several outcomes together. */
const worstFirst = [
    'failed',
    'canceled',
    'manual',
    'skipped',
    'warnings',
    'success',
];
/** Statuses in which something happens, or soon will, without anybody's help. */
const movingStatuses = new Set([
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'running',
    'canceling',
]);
/**
 * Decides from one picture, and nothing else, whether following ends and how. Unknown statuses mean that it goes on.
 */
function decide(snapshot, request, selection) {
    if (selection.kind === 'some')
        return decideByJobs(snapshot, selection, request.onManual);
    const own = outcomeOfPipeline(snapshot.root, request.onManual);
    if (own === undefined)
        return goingOn;
    const outcome = request.downstream === 'require'
        ? worstOf([own, ...outcomesBelow(snapshot.root, request.onManual)])
        : own;
    if (outcome === undefined)
        return goingOn;
    return isDoubtful(snapshot) ? { kind: 'doubtful', outcome } : { kind: 'decided', outcome };
}
/** The outcome of one pipeline by its own status; `undefined` while it goes on. */
function outcomeOfPipeline(node, onManual) {
    const { status, statusGroup } = node.pipeline;
    switch (status) {
        case 'success':
            return statusGroup === 'success-with-warnings' || (0,pipeline_tree/* stepsOf */.B)(node).some(isAllowedFailure)
                ? 'warnings'
                : 'success';
        case 'failed':
        case 'canceled':
        case 'skipped':
            return status;
        case 'manual':
            return onManual === 'stop' ? 'manual' : undefined;
        default:
            return undefined;
    }
}
function isAllowedFailure({ job }) {
    return job.allowFailure && (job.status === 'failed' || job.status === 'canceled');
}
/** The outcomes of all downstream pipelines, `undefined` for those that go on. What may not be read is judged by its trigger job's word. */
function outcomesBelow(node, onManual) {
    return node.bridges.flatMap((state) => {
        const { downstream } = state;
        if (downstream !== undefined) {
            return [outcomeOfPipeline(downstream, onManual), ...outcomesBelow(downstream, onManual)];
        }
        return outcomeOfUnread(state, onManual);
    });
}
function outcomeOfUnread({ bridge }, onManual) {
    if (bridge.downstream === undefined)
        return [];
    const { status } = bridge.downstream;
    if (status === 'manual')
        return [onManual === 'stop' ? 'manual' : undefined];
    return [(0,pipeline_status/* isTerminalStatus */.TQ)(status) ? status : undefined];
}
/** A failure needs no company: it is final whatever the others do. */
function worstOf(outcomes) {
    if (outcomes.includes('failed'))
        return 'failed';
    if (outcomes.includes(undefined))
        return undefined;
    return worstFirst.find((outcome) => outcomes.includes(outcome));
}
/** A terminal pipeline whose jobs still move is being retried, or was read a moment before its jobs. */
function isDoubtful({ root, trouble }) {
    return trouble !== undefined || root.jobs.some(({ job }) => movingStatuses.has(job.status));
}
/** The verdict is about the selected jobs alone, and comes as soon as they have all ended. */
function decideByJobs({ root, trouble }, selection, onManual) {
    const selected = (0,pipeline_tree/* placesOf */.e)(root).flatMap(({ path, node }) => (0,pipeline_tree/* stepsOf */.B)(node)
        .filter(({ job }) => selection.matches({ path, name: job.name }))
        // A pipeline below goes on when the one that started it has ended.
        .map((state) => ({ state, pipelineEnded: (0,pipeline_status/* isTerminalStatus */.TQ)(node.pipeline.status) })));
    if (selected.length === 0)
        return goingOn;
    const outcomes = selected.map(({ state, pipelineEnded }) => outcomeOfJob(state, { pipelineEnded, onManual }));
    const outcome = outcomes.includes(undefined)
        ? undefined
        : worstFirst.find((candidate) => outcomes.includes(candidate));
    if (outcome === undefined)
        return goingOn;
    // A job that has just failed may be retried by GitLab itself; the next look tells.
    const isFinal = selected.some(({ pipelineEnded }, index) => pipelineEnded && outcomes[index] === 'failed');
    const mayBeRetried = outcome === 'failed' && !isFinal;
    return trouble !== undefined || mayBeRetried ? { kind: 'doubtful', outcome } : { kind: 'decided', outcome };
}
function outcomeOfJob({ job }, { pipelineEnded, onManual, }) {
    switch (job.status) {
        case 'success':
            return 'success';
        case 'failed':
            return job.allowFailure ? 'warnings' : 'failed';
        case 'canceled':
        case 'skipped':
            return job.status;
        case 'manual':
            return onManual === 'stop' || pipelineEnded ? 'manual' : undefined;
        default:
            // A job that was never reached before the pipeline ended did not do what it was waited for.
            return pipelineEnded ? 'skipped' : undefined;
    }
}

// EXTERNAL MODULE: ./out/bundle/gitlab/describe-reply.js + 1 modules
var describe_reply = __webpack_require__(6555);
// EXTERNAL MODULE: ./out/bundle/gitlab/is-transient.js
var is_transient = __webpack_require__(8058);
;// CONCATENATED MODULE: ./out/bundle/follow/changes.js


/** What is new in `after`, in the order of the tree; everything, when there was no `before`. */
function changesBetween(before, after, elapsedMs) {
    const old = before === undefined ? new Map() : placesById(before);
    const changes = (0,pipeline_tree/* placesOf */.e)(after.root).flatMap((place) => changesOfPlace(old.get(place.node.pipeline.id), place, elapsedMs));
    const newGaps = after.gaps.filter((gap) => before?.gaps.includes(gap) !== true);
    return [...changes, ...newGaps.map((gap) => ({ kind: 'gap_found', elapsedMs, gap }))];
}
function placesById({ root }) {
    return new Map((0,pipeline_tree/* placesOf */.e)(root).map((place) => [place.node.pipeline.id, place]));
}
/** The jobs first: that a pipeline has ended is said after what ended it. */
function changesOfPlace(before, { path, node }, elapsedMs) {
    const old = new Set(before === undefined ? [] : (0,pipeline_tree/* stepsOf */.B)(before.node).map(momentOf));
    const jobs = (0,pipeline_tree/* stepsOf */.B)(node)
        .filter((state) => !silentStatuses.has(state.job.status) && !old.has(momentOf(state)))
        .map(({ job, attempt }) => ({
        kind: 'job_changed',
        elapsedMs,
        path,
        job,
        attempt,
        known: (0,pipeline_status/* isKnownStatus */.ih)(job.status),
    }));
    const { pipeline } = node;
    if (before?.node.pipeline.status === pipeline.status)
        return jobs;
    const known = (0,pipeline_status/* isKnownStatus */.ih)(pipeline.status);
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

// EXTERNAL MODULE: ./out/bundle/follow/trouble.js
var trouble = __webpack_require__(4852);
;// CONCATENATED MODULE: ./out/bundle/follow/usual-length.js
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

;// CONCATENATED MODULE: ./out/bundle/follow/follow-news.js






/** Replicas lag: a 404 this soon after creation only means that the pipeline is not visible yet. */
const creationGraceMs = 30_000;
/** People wonder whether a silent step has died; runners and proxies do too. */
const silenceMs = 5 * 60_000;
/** Events of a look that succeeded: that trouble is over, what it changes, then the picture itself. Updates `progress`. */
function newsOfLook({ request }, progress, look) {
    const { snapshot, endMs } = look;
    const elapsedMs = endMs - progress.startMs;
    const changes = changesBetween(progress.seen, snapshot, elapsedMs);
    const weather = snapshot.trouble === undefined
        ? endOfTrouble(progress, endMs)
        : beginningOfTrouble(progress, look, { why: snapshot.trouble, patienceMs: request.outageTimeoutMs });
    progress.seen = snapshot;
    progress.outageStartMs = undefined;
    progress.failedLooks = 0;
    progress.retryAfterMs = undefined;
    if (changes.length > 0)
        progress.lastNewsMs = endMs;
    const remaining = remainingMs(progress.history?.usual, (progress.headStartMs ?? 0) + elapsedMs);
    return [...weather, ...changes, { kind: 'looked', elapsedMs, snapshot, remainingMs: remaining }];
}
/**
 * Events of a look that failed. Updates `progress`.
 * @throws {RefusedError} when asking again would not help.
 */
function newsOfFailure({ request, pipeline }, progress, look) {
    const { why, status, retryAfterMs } = (0,trouble/* troubleOf */.L)(look.reply);
    const inGrace = status === 404 && progress.seen === undefined && look.endMs - progress.startMs < creationGraceMs;
    if (!(0,is_transient/* isTransient */.d)(look.reply) && !inGrace) {
        throw (0,describe_reply/* errorOf */.Mz)(look.reply, { what: `Cannot go on following pipeline ${pipeline.id}` });
    }
    progress.retryAfterMs = retryAfterMs;
    progress.outageStartMs ??= look.startMs;
    progress.failedLooks += 1;
    return beginningOfTrouble(progress, look, { why, patienceMs: request.outageTimeoutMs });
}
/** Events for manual jobs that were played, or could not be. */
function newsOfPlays(plays, elapsedMs) {
    return plays.map((played) => ({ kind: 'job_played', elapsedMs, ...played }));
}
/** A sign of life when there was nothing to say for long. Updates `progress`. */
function newsOfSilence(progress, nowMs) {
    if (progress.seen === undefined || nowMs - progress.lastNewsMs < silenceMs)
        return [];
    progress.lastNewsMs = nowMs;
    const elapsedMs = nowMs - progress.startMs;
    const { root } = progress.seen;
    const running = (0,pipeline_tree/* placesOf */.e)(root).flatMap(({ node }) => node.jobs.filter(({ job }) => job.status === 'running').map(({ job }) => job.name));
    const { status } = root.pipeline;
    return [
        {
            kind: 'nothing_new',
            elapsedMs,
            status,
            running,
            remainingMs: remainingMs(progress.history?.usual, (progress.headStartMs ?? 0) + elapsedMs),
        },
    ];
}
function endOfTrouble(progress, nowMs) {
    if (progress.troubleStartMs === undefined)
        return [];
    const lastedMs = nowMs - progress.troubleStartMs;
    progress.troubleStartMs = undefined;
    return [{ kind: 'trouble_ended', elapsedMs: nowMs - progress.startMs, lastedMs }];
}
function beginningOfTrouble(progress, look, trouble) {
    if (progress.troubleStartMs !== undefined)
        return [];
    progress.troubleStartMs = look.startMs;
    return [{ kind: 'trouble_began', elapsedMs: look.endMs - progress.startMs, ...trouble }];
}

// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/base/glob.js
var glob = __webpack_require__(1037);
;// CONCATENATED MODULE: ./out/bundle/follow/job-selection.js



/**
 * Reads names and globs: `*` stands for any text, slashes included, `?` for one character; brackets, braces and parentheses are plain text,
 * because GitLab puts them into the names of matrix jobs. A job of a downstream pipeline is named by itself or behind its trigger jobs (`deploy/smoke`).
 */
function jobSelectionOf(patterns) {
    if (patterns.length === 0)
        return { kind: 'all' };
    const matchers = patterns.map((pattern) => {
        const matchesText = (0,glob/* globMatcher */.f)(pattern);
        return {
            pattern,
            matches: ({ path, name }) => matchesText(name) || (path.length > 0 && matchesText([...path, name].join('/'))),
        };
    });
    return {
        kind: 'some',
        matches: (job) => matchers.some(({ matches }) => matches(job)),
        unmatched: (jobs) => matchers.filter(({ matches }) => !jobs.some(matches)).map(({ pattern }) => pattern),
    };
}
/** How many names of jobs a message lists. */
const namesShown = 30;
/**
 * The error for patterns that no job fits, once all jobs are known; `undefined` as long as jobs may still come (a pipeline gets its jobs before it
 * leaves `created`, a downstream pipeline when its trigger job has run).
 */
function selectionProblem(snapshot, selection) {
    if (selection.kind === 'all' || snapshot.trouble !== undefined || mayGrow(snapshot))
        return undefined;
    const jobs = (0,pipeline_tree/* placesOf */.e)(snapshot.root).flatMap(({ path, node }) => (0,pipeline_tree/* stepsOf */.B)(node).map(({ job }) => ({ path, name: job.name })));
    const unmatched = selection.unmatched(jobs);
    if (unmatched.length === 0)
        return undefined;
    const names = jobs.map(({ path, name }) => [...path, name].join('/'));
    const shown = names.slice(0, namesShown).join(', ');
    const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
    return new app_error/* InputError */.dz({
        code: 'invalid_input',
        what: `jobs: no job of pipeline ${snapshot.root.pipeline.id} fits ${unmatched.join(', ')}`,
        why: names.length === 0 ? 'No job of it can be seen.' : `It has ${shown}${more}.`,
        cure: 'Give the names of jobs as GitLab shows them, or globs; rules may have left a job out of this pipeline.',
    });
}
function mayGrow({ root }) {
    return (0,pipeline_tree/* placesOf */.e)(root).some(({ node }) => node.pipeline.status === 'created' ||
        node.bridges.some(({ bridge }) => bridge.downstream === undefined && !ended.has(bridge.status)));
}
const ended = new Set(['success', 'failed', 'canceled', 'skipped']);

;// CONCATENATED MODULE: ./out/bundle/follow/play-manual.js



/**
 * Plays the manual jobs that block a pipeline of the tree, each once: `asked` holds the ids of those already asked for, and grows. One that failed
 * for the moment is asked for again with the next picture.
 * @throws the reason of `signal` when it aborts.
 */
async function playBlockingJobs(gitlab, snapshot, { asked, signal }) {
    const blocking = (0,pipeline_tree/* placesOf */.e)(snapshot.root)
        .filter(({ node }) => node.pipeline.status === 'manual')
        .flatMap(({ path, node }) => node.jobs
        .filter(({ job }) => job.status === 'manual' && !job.allowFailure && !asked.has(job.id))
        .map(({ job }) => ({ path, job, projectId: node.pipeline.projectId })));
    const played = [];
    for (const { path, job, projectId } of blocking) {
        const reply = await gitlab.playJob({ project: { kind: 'id', id: projectId }, jobId: job.id }, signal);
        if (reply.kind !== 'ok' && (0,is_transient/* isTransient */.d)(reply))
            continue;
        asked.add(job.id);
        played.push({ path, job, refusal: reply.kind === 'ok' ? undefined : (0,describe_reply/* describeReply */.CS)(reply).why });
    }
    return played;
}

;// CONCATENATED MODULE: ./out/bundle/follow/end-chance.js
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

;// CONCATENATED MODULE: ./out/bundle/follow/poll-timing.js

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
const firstTroublePollMs = 2000;
const troubleGrowth = 1.5;
const longestTroublePollMs = 30_000;
/** The future is reckoned in steps of this size: half of the shortest pause. */
const stepMs = shortestPollMs / 2;
/** Beyond the slowest of so many running jobs, others hardly move the end. */
const mostJobs = 16;
/** How long something takes of which nothing is known: from seconds to an hour, any order of magnitude alike. */
const unknownLength = { medianMs: 60_000, lowMs: 6667, highMs: 540_000, samples: 0 };
/**
 * How long to wait before the next look, in milliseconds: short where the end is likely, long elsewhere. Never under a second and, but for the
 * server's wish, which wins when it is longer, and a longer fixed interval, never over a minute.
 */
function nextPollMs(moment, random) {
    const { pollInterval, retryAfterMs = 0, failedLooks = 0 } = moment;
    if (pollInterval !== 'auto')
        return Math.max(pollInterval, retryAfterMs);
    const steady = failedLooks > 0
        ? troublePollMs(failedLooks)
        : Math.min(plannedPollMs(moment), youngPollMs + ageOf(moment));
    const jittered = steady * (1 + jitterShare * (2 * random() - 1));
    return Math.max(Math.min(Math.max(jittered, shortestPollMs), longestPollMs), retryAfterMs);
}
function troublePollMs(failedLooks) {
    return Math.min(firstTroublePollMs * troubleGrowth ** (failedLooks - 1), longestTroublePollMs);
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

;// CONCATENATED MODULE: ./out/bundle/follow/poll-moment.js



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
    if (!(0,pipeline_status/* isTerminalStatus */.TQ)(root.pipeline.status))
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
    const running = jobs.filter(({ status }) => !waitingStatuses.has(status) && !(0,pipeline_status/* isTerminalStatus */.TQ)(status) && status !== 'manual');
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
// EXTERNAL MODULE: ./out/bundle/base/in-parallel.js
var in_parallel = __webpack_require__(8474);
;// CONCATENATED MODULE: ./out/bundle/follow/usual-history.js


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
    const runs = await (0,in_parallel/* mapInParallel */.H)(passed, jobLengthRuns, async ({ id }) => {
        const jobs = await gitlab.fetchJobs({ project, pipelineId: id }, signal);
        return jobs.kind === 'ok' ? jobs.value.items : [];
    });
    return { usual: usualLengthOf(others), jobLengths: usualJobLengthsOf(runs) };
}

;// CONCATENATED MODULE: ./out/bundle/follow/follow-pipeline.js












/** A look that is under way at the deadline may still bring the true colour; longer than this it may not take. */
const lastLookMs = 5000;
/** Better timing is not worth being blind for longer than this. */
const learnWithinMs = 10_000;
/** A doubtful outcome is believed when so many pictures in a row say the same. */
const looksToBelieve = 3;
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
        const reply = await (0,cut_off/* withCutOff */.I)({ clock, signal, afterMs: progress.deadlineMs + lastLookMs - startMs }, (cutSignal) => look(deps, task, { previous: progress.seen, selection: progress.selection, signal: cutSignal }));
        const times = { startMs, endMs: clock.nowMs() };
        if (reply === 'cut_off')
            return verdictOf(task, progress, { ...times, outcome: 'timeout' });
        let decision = { kind: 'going_on' };
        if (reply.kind === 'ok') {
            progress.headStartMs ??= headStartOf(reply.hints, {
                pipeline: reply.value.root.pipeline,
                elapsedMs: times.endMs - progress.startMs,
            });
            yield* newsOfLook(task, progress, { ...times, snapshot: reply.value });
            const { downstream } = request;
            const { onManual, selection } = progress;
            decision = believed(decide(reply.value, { downstream, onManual }, selection), progress);
            if (decision.kind === 'decided')
                return verdictOf(task, progress, { ...times, outcome: decision.outcome });
            const problem = selectionProblem(reply.value, progress.selection);
            if (problem !== undefined)
                throw problem;
            if (onManual === 'play') {
                const plays = await playBlockingJobs(deps.gitlab, reply.value, { asked: progress.asked, signal });
                yield* newsOfPlays(plays, clock.nowMs() - progress.startMs);
                const refused = plays.filter(({ refusal }) => refusal !== undefined);
                if (refused.some(({ path }) => path.length === 0)) {
                    return verdictOf(task, progress, { ...times, outcome: 'manual' });
                }
                // Below, it only matters where the pipelines there do.
                if (refused.length > 0 && downstream === 'require')
                    progress.onManual = 'stop';
            }
        }
        else {
            yield* newsOfFailure(task, progress, { ...times, reply });
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
        yield* newsOfSilence(progress, nowMs);
        await learn(deps, task, progress);
        const pollMs = decision.kind === 'doubtful' ? doubtPollMs : pauseOf(deps, task, progress);
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
        seen: undefined,
        troubleStartMs: undefined,
        outageStartMs: undefined,
        headStartMs: undefined,
        retryAfterMs: undefined,
        failedLooks: 0,
        history: undefined,
        doubts: 0,
        lastNewsMs: startMs,
    };
}
function look({ gitlab }, { pipeline, request }, { selection, ...given }) {
    const { projectId, id: pipelineId } = pipeline;
    const { downstream } = request;
    const decidedBy = selection.kind === 'some' ? 'jobs' : 'pipeline';
    return (0,take_snapshot/* takeSnapshot */.W)(gitlab, { projectId, pipelineId, downstream, decidedBy, ...given });
}
/** A doubtful decision that was taken often enough in a row is one. */
function believed(decision, progress) {
    progress.doubts = decision.kind === 'doubtful' ? progress.doubts + 1 : 0;
    if (decision.kind !== 'doubtful' || progress.doubts < looksToBelieve)
        return decision;
    return { kind: 'decided', outcome: decision.outcome };
}
function verdictOf({ pipeline }, { seen, startMs }, { endMs, outcome, limit }) {
    return {
        outcome,
        pipeline: seen?.root.pipeline ?? pipeline,
        snapshot: seen,
        elapsedMs: endMs - startMs,
        limit: outcome === 'timeout' ? (limit ?? 'timeout') : undefined,
    };
}
/** When patience ends, by the clock; `Infinity` for a limit that is not set or does not count now. */
function limitsOf({ request }, progress) {
    const { startMs, deadlineMs, seen, outageStartMs = Infinity } = progress;
    const hasBegun = seen !== undefined &&
        (0,pipeline_tree/* placesOf */.e)(seen.root).some(({ node }) => (0,pipeline_tree/* stepsOf */.B)(node).some(({ job }) => job.startedAt !== undefined));
    return {
        timeoutMs: deadlineMs,
        queueMs: hasBegun ? Infinity : startMs + (request.queueTimeoutMs ?? Infinity),
        outageMs: outageStartMs + request.outageTimeoutMs,
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
    if (!isDue || progress.history !== undefined || progress.failedLooks > 0)
        return;
    const afterMs = Math.max(Math.min(learnWithinMs, progress.deadlineMs - deps.clock.nowMs()), 0);
    const history = await (0,cut_off/* withCutOff */.I)({ clock: deps.clock, signal, afterMs }, (cutSignal) => fetchHistory(deps.gitlab, { pipeline, signal: cutSignal }));
    progress.history = history === 'cut_off' ? { usual: undefined, jobLengths: new Map() } : history;
}
function pauseOf({ clock, random }, { request }, { startMs, headStartMs = 0, seen, retryAfterMs, failedLooks, history }) {
    const moment = pollMomentOf(seen, {
        ageMs: headStartMs + clock.nowMs() - startMs,
        pollInterval: request.pollInterval,
        retryAfterMs,
        failedLooks,
        usual: history?.usual,
        jobLengths: history?.jobLengths,
    });
    return nextPollMs(moment, random);
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
async function takeSnapshot(gitlab, look) {
    const walk = {
        gitlab,
        look,
        known: look.previous === undefined ? new Map() : nodesByKey(look.previous.root),
        visited: new Set(),
        gaps: new Set(look.previous?.gaps),
        failures: [],
        vitalFailures: [],
    };
    const project = { kind: 'id', id: look.projectId };
    const reply = await gitlab.fetchPipeline({ project, pipelineId: look.pipelineId }, look.signal);
    if (reply.kind !== 'ok')
        return reply;
    const root = await nodeOf(walk, reply.value, 0);
    const [vitalFailure] = walk.vitalFailures;
    if (vitalFailure !== undefined)
        return vitalFailure;
    const [failure] = walk.failures;
    const trouble = failure === undefined ? undefined : (0,describe_reply/* describeReply */.CS)(failure).why;
    return { ...reply, value: { root, gaps: [...walk.gaps], trouble } };
}
async function nodeOf(walk, pipeline, level) {
    const key = keyOf(pipeline.projectId, pipeline.id);
    walk.visited.add(key);
    const before = walk.known.get(key);
    const call = { project: { kind: 'id', id: pipeline.projectId }, pipelineId: pipeline.id };
    const [jobs, bridges] = await Promise.all([
        part(walk, {
            name: `the jobs of pipeline ${pipeline.id}`,
            read: walk.gitlab.fetchJobs,
            call,
            isVital: walk.look.decidedBy === 'jobs',
        }),
        hasNoBridges(walk, before)
            ? { items: [], truncated: 'complete' }
            : part(walk, {
                name: `the trigger jobs of pipeline ${pipeline.id}`,
                read: walk.gitlab.fetchBridges,
                call,
                isVital: isTreeVital(walk),
            }),
    ]);
    return {
        pipeline,
        jobs: jobs === undefined ? (before?.jobs ?? []) : statesOf(jobs.items),
        bridges: await (0,in_parallel/* mapInParallel */.H)(bridges === undefined ? (before?.bridges ?? []).map(({ bridge }) => bridge) : bridges.items, parallelRequests, (bridge) => bridgeStateOf(walk, bridge, level)),
    };
}
/** Trigger jobs are made with the pipeline, all at once: none in a pipeline that has begun means none for ever. */
function hasNoBridges(walk, before) {
    return (isWhole(walk) &&
        before?.bridges.length === 0 &&
        before.jobs.length > 0 &&
        before.pipeline.status !== 'created');
}
/** Whether what the look before did not show was not there: it may only not have been readable. */
function isWhole({ look }) {
    return look.previous?.trouble === undefined;
}
/** Whether a verdict depends on which pipelines there are below. */
function isTreeVital({ look }) {
    return look.downstream === 'require' || look.decidedBy === 'jobs';
}
/** One list of a pipeline; `undefined` when it could not be read this time, or never can. */
async function part(walk, ask) {
    const reply = await ask.read(ask.call, walk.look.signal);
    if (reply.kind === 'ok') {
        if (reply.value.truncated === 'cut_off')
            walk.gaps.add(`${ask.name} are too many to be read whole`);
        return reply.value;
    }
    if (ask.isVital === true)
        walk.vitalFailures.push(reply);
    else if ((0,is_transient/* isTransient */.d)(reply))
        walk.failures.push(reply);
    else
        walk.gaps.add(`${ask.name} cannot be read (${(0,describe_reply/* describeReply */.CS)(reply).why})`);
    return undefined;
}
async function bridgeStateOf(walk, bridge, level) {
    const target = bridge.downstream;
    if (target === undefined || walk.look.downstream === 'ignore')
        return { bridge, downstream: undefined };
    const key = keyOf(target.projectId, target.pipelineId);
    if (walk.visited.has(key))
        return { bridge, downstream: undefined };
    const before = walk.known.get(key);
    if (isWhole(walk) && before !== undefined && hasEnded(before) && before.pipeline.status === target.status) {
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
    const project = { kind: 'id', id: target.projectId };
    const reply = await walk.gitlab.fetchPipeline({ project, pipelineId: target.pipelineId }, walk.look.signal);
    if (reply.kind === 'ok')
        return reply.value;
    if ((0,is_transient/* isTransient */.d)(reply)) {
        (isTreeVital(walk) ? walk.vitalFailures : walk.failures).push(reply);
        return before && { ...before.pipeline, status: target.status };
    }
    walk.gaps.add(`downstream pipeline ${target.pipelineId} of ${bridge.name} cannot be read (${(0,describe_reply/* describeReply */.CS)(reply).why})`);
    return undefined;
}
/** Nothing below moves any more, as far as that can be seen: of a pipeline that may not be read, its trigger job tells. */
function hasEnded({ pipeline, bridges }) {
    return ((0,pipeline_status/* isTerminalStatus */.TQ)(pipeline.status) &&
        bridges.every(({ bridge, downstream }) => downstream === undefined
            ? bridge.downstream === undefined || (0,pipeline_status/* isTerminalStatus */.TQ)(bridge.downstream.status)
            : hasEnded(downstream)));
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
