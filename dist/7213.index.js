export const id = 7213;
export const ids = [7213,1033];
export const modules = {

/***/ 7213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentIdentityOf: () => (/* binding */ commentIdentityOf),
  createGitHubFeedback: () => (/* binding */ createGitHubFeedback)
});

// EXTERNAL MODULE: ./out/bundle/base/is-url.js
var is_url = __webpack_require__(3175);
// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/base/foreign-text.js
var foreign_text = __webpack_require__(1335);
// EXTERNAL MODULE: ./out/bundle/base/late-signal.js
var late_signal = __webpack_require__(4672);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./out/bundle/github/comment-marker.js

/** A short, harmless text that is the same for the same parts, and for nothing else. */
function commentIdentity(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
/** The first line of a comment: HTML that nobody sees. */
function formatMarker({ identity, run }) {
    const by = run === undefined ? '' : ` run ${run.id} attempt ${run.attempt}`;
    return `<!-- gitlab-trigger ${identity}${by} -->`;
}
/** The marker at the very beginning of a comment; `undefined` when there is none. One further down was quoted. */
function readMarker(body) {
    const [, identity, id, attempt] = /^<!-- gitlab-trigger ([0-9a-f]{32})(?: run (\d{1,15}) attempt (\d{1,6}))? -->/.exec(body) ?? [];
    if (identity === undefined)
        return undefined;
    const run = id === undefined ? undefined : { id: Number(id), attempt: Number(attempt) };
    return { identity, run };
}
/** Whether `run` came after `other`; unknown runs come after none. */
function isNewer(run, other) {
    if (run === undefined || other === undefined)
        return false;
    return run.id === other.id ? run.attempt > other.attempt : run.id > other.id;
}

;// CONCATENATED MODULE: ./out/bundle/github/repository-name.js
/** Reads `owner/repository`; `undefined` when the text is something else. */
function parseRepositoryName(text) {
    const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(text) ?? [];
    return owner === undefined || repository === undefined ? undefined : { owner, repository };
}

// EXTERNAL MODULE: ./out/bundle/http/proxy-environment.js
var proxy_environment = __webpack_require__(9950);
// EXTERNAL MODULE: ./out/bundle/inputs/boolean-input.js
var boolean_input = __webpack_require__(4626);
// EXTERNAL MODULE: ./out/bundle/inputs/gitlab-url.js
var gitlab_url = __webpack_require__(4932);
;// CONCATENATED MODULE: ./out/bundle/github/choose-comment.js

/** Finds our comment among all of a pull request. Only those that `login` wrote count, whatever others have put into theirs. */
function chooseComment(comments, { login, marker }) {
    const own = comments
        .filter(({ author }) => author.toLowerCase() === login.toLowerCase())
        .map((comment) => ({ comment, found: readMarker(comment.body) }))
        .filter(({ found }) => found?.identity === marker.identity);
    if (own.some(({ found }) => isNewer(found?.run, marker.run)))
        return { kind: 'leave' };
    const [first, ...surplus] = own.map(({ comment }) => comment);
    return first === undefined ? { kind: 'create' } : { kind: 'update', comment: first, surplus };
}

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/retry-delay.js
var retry_delay = __webpack_require__(2015);
// EXTERNAL MODULE: ./out/bundle/github/describe-reply.js
var describe_reply = __webpack_require__(8057);
;// CONCATENATED MODULE: ./out/bundle/github/try-again.js



/** A comment or a status is no reason to hold a step up for long. */
const policy = { attempts: 3, firstPauseMs: 500, longestPauseMs: 2000, longestWishMs: 5000 };
/**
 * Makes a call again, at most twice, as long as its failure may pass and `isRepeatable`. A server that wants more rest than 5 s is left alone.
 * @throws the reason of `signal` when it aborts.
 */
async function tryAgain({ clock, random }, call, signal) {
    for (let attempt = 1;; attempt += 1) {
        const reply = await call.make();
        if (reply.kind === 'ok' || attempt === policy.attempts)
            return reply;
        if (!(0,describe_reply/* isTransient */.d)(reply) || !call.isRepeatable(reply))
            return reply;
        const retryAfterMs = reply.kind === 'refused' ? reply.refusal.retryAfterMs : undefined;
        if (retryAfterMs !== undefined && retryAfterMs > policy.longestWishMs)
            return reply;
        await (0,base_clock/* sleep */.yy)(clock, (0,retry_delay/* retryDelayMs */.q)({ attempt, retryAfterMs, random }, policy), signal);
    }
}
/** For calls that may be made twice without harm. */
function always() {
    return true;
}
/** For calls that may not: only what certainly did nothing is made again. */
function ifNothingWasDone(reply) {
    switch (reply.kind) {
        case 'fault':
            return reply.fault.reached === 'no';
        case 'refused':
            return reply.refusal.limit !== undefined;
        case 'unreadable':
            return false;
    }
}

;// CONCATENATED MODULE: ./out/bundle/github/keep-comment.js



/**
 * Writes the comment: into the one that is there, wherever among all pages, or into a new one when there is none or it was deleted. Ends up with one,
 * also after runs at the same moment have made several.
 * @throws the reason of `signal` when it aborts.
 */
async function keepComment(deps, kept, signal) {
    const { client } = deps;
    const { address, marker, markdown } = kept;
    const again = (make) => tryAgain(deps, { make, isRepeatable: always }, signal);
    const login = await again(() => client.fetchLogin(signal));
    if (login.kind !== 'ok')
        return login;
    const comments = await again(() => client.fetchComments(address, signal));
    if (comments.kind !== 'ok')
        return comments;
    const choice = chooseComment(comments.value, { login: login.value, marker });
    if (choice.kind === 'leave')
        return { kind: 'left' };
    const body = `${formatMarker(marker)}\n${markdown}`;
    if (choice.kind === 'update') {
        const { comment, surplus } = choice;
        const { repository } = address;
        const updated = await again(() => client.updateComment({ repository, commentId: comment.id, body }, signal));
        if (updated.kind === 'ok') {
            // The next run would find them again; no need to insist.
            for (const { id: commentId } of surplus)
                await client.deleteComment({ repository, commentId }, signal);
            return { kind: 'updated', comment };
        }
        if (!isGone(updated))
            return updated;
    }
    const make = () => client.createComment({ ...address, body }, signal);
    const created = await tryAgain(deps, { make, isRepeatable: ifNothingWasDone }, signal);
    return created.kind === 'ok' ? { kind: 'created', comment: created.value } : created;
}
/** Somebody deleted it a moment ago. */
function isGone(reply) {
    return reply.kind === 'refused' && (reply.refusal.status === 404 || reply.refusal.status === 410);
}

// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/report/byte-budget.js
var byte_budget = __webpack_require__(1980);
// EXTERNAL MODULE: ./out/bundle/report/job-label.js
var job_label = __webpack_require__(9224);
// EXTERNAL MODULE: ./out/bundle/report/listed-job.js
var listed_job = __webpack_require__(4809);
// EXTERNAL MODULE: ./out/bundle/report/markdown.js
var markdown = __webpack_require__(1795);
// EXTERNAL MODULE: ./out/bundle/report/status-mark.js
var status_mark = __webpack_require__(764);
// EXTERNAL MODULE: ./out/bundle/report/status-lines.js
var status_lines = __webpack_require__(8174);
// EXTERNAL MODULE: ./out/bundle/report/summary-head.js
var summary_head = __webpack_require__(3203);
// EXTERNAL MODULE: ./out/bundle/report/short-sha.js
var short_sha = __webpack_require__(5361);
;// CONCATENATED MODULE: ./out/bundle/report/feedback-comment.js









const stateMarks = {
    pending: '🔄',
    success: '✅',
    failure: '❌',
    error: '❓',
};
/** Whoever wants to know more opens the pipeline. */
const mostFailedJobs = 20;
/** GitHub takes 65,536 characters; masking may lengthen the text a little. */
const maxFailedBytes = 40_000;
/** The comment in Markdown, of at most 50,000 bytes; all foreign text in it is text and nothing else. */
function formatFeedbackComment({ moment, tests, run }) {
    return `${[...bodyOf(moment, tests), footerOf(run)].filter((part) => part !== '').join('\n\n')}\n`;
}
function bodyOf(moment, tests) {
    switch (moment.kind) {
        case 'running': {
            const { id, webUrl, ref, sha } = moment.pipeline;
            return [
                `### ${stateMarks.pending} ${(0,markdown/* linkTo */.uM)(`Pipeline ${id}`, webUrl)} is running`,
                `${(0,markdown/* codeText */.ph)(ref)} at ${(0,markdown/* codeText */.ph)((0,short_sha/* shortSha */.F)(sha))}`,
            ];
        }
        case 'ended': {
            const { snapshot, grounds, externalStatuses } = moment;
            const head = (0,summary_head/* summaryHead */.z)({ ...moment, root: snapshot?.root, tests });
            return [
                head.trimEnd().replace(/^## /, '### '),
                [...failedJobs(snapshot, grounds), ...(0,status_lines/* failedStatuses */.e)(externalStatuses)].join('\n'),
            ];
        }
        case 'told': {
            const { state, sentence, why, pipeline } = moment;
            const about = pipeline === undefined ? 'No pipeline' : (0,markdown/* linkTo */.uM)(`Pipeline ${pipeline.id}`, pipeline.webUrl);
            return [
                `### ${stateMarks[state]} ${about}`,
                (0,markdown/* plainText */.wh)(sentence, 500),
                why === undefined ? '' : (0,markdown/* plainText */.wh)(why, 1000),
            ];
        }
        default:
            return (0,assert_never/* assertNever */.x)(moment);
    }
}
function failedJobs(snapshot, grounds) {
    if (snapshot === undefined)
        return [];
    // All of them, also where the verdict is about some: whoever reads it may care for the others.
    const { failed } = (0,listed_job/* failuresOf */.dJ)(snapshot.root, grounds?.jobIds === undefined ? grounds : undefined);
    const ordered = [...failed.filter(({ allowed }) => !allowed), ...failed.filter(({ allowed }) => allowed)];
    const { lines } = (0,byte_budget/* firstLinesWithin */.VT)(ordered.slice(0, mostFailedJobs).map(failedLine), maxFailedBytes);
    const more = failed.length - lines.length;
    return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])];
}
function failedLine({ path, job, attempt, allowed }) {
    const mark = (0,status_mark/* markOf */.F)({ status: 'failed', allowFailure: allowed });
    const label = (0,markdown/* codeText */.ph)((0,job_label/* jobLabel */.OP)({ path, name: job.name, attempt }), 200);
    const reason = job.failureReason === undefined ? '' : `: ${(0,markdown/* codeText */.ph)(job.failureReason, 100)}`;
    return `- ${mark} ${(0,markdown/* linkTo */.uM)(label, job.webUrl)} in ${(0,markdown/* codeText */.ph)(job.stage, 100)}${reason}`;
}
function footerOf({ workflow, url, sha }) {
    const name = workflow === undefined ? 'this workflow run' : (0,markdown/* plainText */.wh)(workflow, 100);
    const about = sha === undefined ? '' : `For ${(0,markdown/* codeText */.ph)((0,short_sha/* shortSha */.F)(sha))}, `;
    return `<sub>${about}${about === '' ? 'By' : 'by'} ${url === undefined ? name : (0,markdown/* linkTo */.uM)(name, url)}</sub>`;
}

;// CONCATENATED MODULE: ./out/bundle/entries/feedback-channel.js


/** `call` describes what the channel does, for its errors. */
function createFeedbackChannel(call) {
    let trouble;
    let isClosed = false;
    let tail = Promise.resolve();
    const tell = async (work) => {
        try {
            const failed = await work();
            trouble = failed === undefined ? undefined : (0,describe_reply/* gitHubErrorOf */.r)(failed, call);
            isClosed = failed !== undefined && !(0,describe_reply/* isTransient */.d)(failed);
        }
        catch (error) {
            trouble = troubleOf(error, call);
        }
    };
    return {
        add: (work, onClosed) => {
            tail = tail.then(async () => {
                if (!isClosed)
                    await tell(work);
                if (isClosed || trouble === undefined)
                    onClosed?.();
            });
        },
        settled: async () => {
            await tail;
            return trouble;
        },
    };
}
/** What was thrown is the end of our patience, or of the step's; anything else is a fault of ours, which must not be silent. */
function troubleOf(error, { what }) {
    const why = error instanceof FeedbackTimeout || error instanceof app_error/* AppError */.uV ? lateWords : String(error);
    return new app_error/* UnreachableError */.Jk({
        code: 'github_unreachable',
        what,
        why,
        cure: 'Try again; docs/github-feedback.md tells how long is waited.',
        cause: error,
    });
}
const lateWords = 'There was no answer in the time that is left for this.';
/** The reason of a signal that ends what takes too long. */
class FeedbackTimeout extends Error {
}

;// CONCATENATED MODULE: ./out/bundle/entries/feedback-permission.js
/** What the token needs, in the words of a workflow; and for runs that can never have it, where to read on. */
function neededFor(permission, { pullRequest, actor }) {
    const needed = `${permission}: write under permissions: of the job`;
    if (pullRequest?.fromFork === true) {
        return `${needed}; the token of a run for a pull request from a fork can only read, see docs/github-feedback.md`;
    }
    return actor === 'dependabot[bot]'
        ? `${needed}; the token of a run that Dependabot started can only read, see docs/github-feedback.md`
        : needed;
}

;// CONCATENATED MODULE: ./out/bundle/entries/comment-channel.js





/** Keeps the comment on the pull request of this run; `undefined`, and said so, when it belongs to none. */
function createCommentChannel(deps, of) {
    const { context, host, repository, signal, clock, random } = deps;
    const { number: pullRequest } = context.pullRequest ?? {};
    if (pullRequest === undefined) {
        host.log.info('comment: this run belongs to no pull request, so there is none to comment on.');
        return undefined;
    }
    const channel = createFeedbackChannel({
        what: `The comment on pull request ${pullRequest} of ${repository.owner}/${repository.repository} could not be kept up to date`,
        needs: neededFor('pull-requests', context),
    });
    const client = withRememberedLogin(deps.client);
    const marker = { identity: of.identity, run: runNumberOf(context) };
    const run = { workflow: context.workflow, url: context.runUrl, sha: context.pullRequest?.headSha };
    let written = '';
    let isLeft = false;
    let isShown = false;
    const write = async (moment) => {
        const markdown = host.masker.redactMarkdown(formatFeedbackComment({ moment, tests: of.tests(), run }));
        if (markdown === written || isLeft)
            return undefined;
        const kept = await keepComment({ client, clock, random }, { address: { repository, pullRequest }, marker, markdown }, signal);
        if (isFailed(kept))
            return kept;
        written = markdown;
        if (kept.kind === 'left') {
            isLeft = true;
            host.log.info('comment: a later run of this workflow keeps it up to date; it is left as it is.');
        }
        else if (!isShown && kept.comment.url !== '') {
            isShown = true;
            host.log.info(`Comment ${(0,foreign_text/* redactedLine */.Py)(kept.comment.url, host.masker.redact, 300)}`);
        }
        return undefined;
    };
    return {
        tell: (moment, onClosed) => channel.add(() => write(moment), onClosed),
        settled: channel.settled,
    };
}
function isFailed(kept) {
    return kept.kind === 'fault' || kept.kind === 'refused' || kept.kind === 'unreadable';
}
/** Who we are does not change. */
function withRememberedLogin(client) {
    let known;
    return {
        ...client,
        fetchLogin: async (signal) => {
            if (known?.kind !== 'ok')
                known = await client.fetchLogin(signal);
            return known;
        },
    };
}
function runNumberOf({ runId = '', runAttempt = '1' }) {
    if (!/^\d{1,15}$/.test(runId) || !/^\d{1,6}$/.test(runAttempt))
        return undefined;
    return { id: Number(runId), attempt: Number(runAttempt) };
}

// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __webpack_require__(7871);
// EXTERNAL MODULE: ./out/bundle/report/outcome-phrase.js
var outcome_phrase = __webpack_require__(1604);
// EXTERNAL MODULE: ./out/bundle/report/verdict-message.js + 1 modules
var verdict_message = __webpack_require__(1102);
;// CONCATENATED MODULE: ./out/bundle/report/pipeline-moment.js





/** GitHub's word for a moment. Only jobs that failed are the commit's own fault; all that tells nothing of the commit is an error. */
function commitStateOf(moment) {
    switch (moment.kind) {
        case 'running':
            return 'pending';
        case 'told':
            return moment.state;
        case 'ended':
            if (moment.accepted)
                return 'success';
            return moment.outcome === 'failed' || moment.outcome === 'warnings' ? 'failure' : 'error';
        default:
            return (0,assert_never/* assertNever */.x)(moment);
    }
}
/** The moment in one line, as short as that can be. */
function momentSentence(moment) {
    switch (moment.kind) {
        case 'running':
            return `Pipeline ${moment.pipeline.id} is running`;
        case 'told':
            return (0,foreign_text/* cleanLine */.Ow)(moment.sentence);
        case 'ended': {
            const { outcome, pipeline, elapsedMs } = moment;
            if (outcome !== 'aborted')
                return (0,verdict_message/* verdictSentence */.BT)({ ...moment, outcome });
            return `Pipeline ${pipeline.id} ${(0,outcome_phrase/* phraseOf */.J)(outcome)} after ${(0,duration/* formatDuration */.a)(elapsedMs)}: the step was stopped`;
        }
        default:
            return (0,assert_never/* assertNever */.x)(moment);
    }
}

// EXTERNAL MODULE: ./out/bundle/entries/feedback-state.js
var feedback_state = __webpack_require__(139);
;// CONCATENATED MODULE: ./out/bundle/entries/feedback-record.js



function createFeedbackRecord({ state, masker }, { identity, kinds }) {
    const shownUrl = (url) => (0,foreign_text/* redactedLine */.Py)(url, masker.redact, 2000);
    let open = kinds;
    let last;
    const save = () => {
        if (last !== undefined)
            (0,feedback_state/* saveFeedback */.rA)(state, { identity, open, ...last });
    };
    return {
        begun: ({ id, webUrl }) => {
            last = {
                pipeline: { id, webUrl: shownUrl(webUrl) },
                state: 'error',
                sentence: `The step was killed before pipeline ${id} ended`,
            };
            save();
        },
        ended: (moment) => {
            if (moment.pipeline === undefined)
                return;
            const { id, webUrl } = moment.pipeline;
            const sentence = (0,foreign_text/* redactedLine */.Py)(momentSentence(moment), masker.redact, 2000);
            last = { pipeline: { id, webUrl: shownUrl(webUrl) }, state: commitStateOf(moment), sentence };
            save();
        },
        closed: (kind) => {
            open = open.filter((other) => other !== kind);
            save();
        },
    };
}

// EXTERNAL MODULE: ./out/bundle/entries/feedback.js
var feedback = __webpack_require__(3824);
// EXTERNAL MODULE: ./out/bundle/entries/open-github.js + 8 modules
var open_github = __webpack_require__(1033);
;// CONCATENATED MODULE: ./out/bundle/github/commit-status.js
/** GitHub takes no longer description. */
const mostDescriptionCharacters = 140;

;// CONCATENATED MODULE: ./out/bundle/entries/status-channel.js






/** Sets the status of this name on the commit of this run: the head of its pull request, where it has one. */
function createStatusChannel(deps, name) {
    const { client, clock, random, context, host, repository, signal } = deps;
    const channel = createFeedbackChannel({
        what: `The commit status '${name}' in ${repository.owner}/${repository.repository} could not be set`,
        needs: neededFor('statuses', context),
    });
    const again = (make) => tryAgain({ clock, random }, { make, isRepeatable: always }, signal);
    let known;
    /** A comment on a pull request starts a run on another commit, and its event does not tell the right one. */
    const findSha = async () => {
        const { pullRequest, followedSha, sha = '' } = context;
        const told = known ?? pullRequest?.headSha ?? followedSha;
        if (told !== undefined)
            return { kind: 'ok', value: told };
        if (pullRequest === undefined)
            return { kind: 'ok', value: sha };
        const address = { repository, pullRequest: pullRequest.number };
        return await again(() => client.fetchHeadSha(address, signal));
    };
    const set = async (moment) => {
        const sha = await findSha();
        if (sha.kind !== 'ok')
            return sha;
        known = sha.value;
        const url = moment.pipeline?.webUrl;
        const shownUrl = url === undefined ? undefined : (0,foreign_text/* redactedLine */.Py)(url, host.masker.redact, 2000);
        const status = {
            state: commitStateOf(moment),
            context: host.masker.redact(name),
            description: (0,foreign_text/* redactedLine */.Py)(momentSentence(moment), host.masker.redact, mostDescriptionCharacters),
            targetUrl: shownUrl ?? context.runUrl,
        };
        const reply = await again(() => client.createStatus({ repository, sha: sha.value, status }, signal));
        return reply.kind === 'ok' ? undefined : reply;
    };
    return {
        tell: (moment, onClosed) => channel.add(() => set(moment), onClosed),
        settled: channel.settled,
    };
}

;// CONCATENATED MODULE: ./out/bundle/entries/github-feedback.js















/** A stopped step has six seconds in all; cancelling goes on beside. */
const stoppedWithinMs = 4500;
/** The verdict is known; feedback that takes longer than this is not waited for. */
const closedWithinMs = 20_000;
/** GitHub itself gives up after ten. */
const requestTimeoutMs = 10_000;
/** Which comment is ours: that of the name, or of the job and the project; always of the workflow. */
function commentIdentityOf({ workflow = '', job = '' }, of) {
    const { name, gitlabUrl, project } = of;
    if (name !== undefined)
        return commentIdentity(['name', workflow, name]);
    const address = project.kind === 'id' ? String(project.id) : project.path;
    return commentIdentity(['job', workflow, job, gitlabUrl, address]);
}
/** Feedback through the API of GitHub, or of a host whose API is like it. Without such an API it warns, and does nothing. */
function createGitHubFeedback(deps, entry, settings) {
    const { host, clock, random } = deps;
    const { request, identity } = settings;
    const context = host.context();
    const place = placeOf(deps, context);
    if (typeof place === 'string') {
        host.log.warning(`comment and commit_status were left out: ${place}`);
        return feedback/* noFeedback */.h;
    }
    const { repository, apiUrl } = place;
    const patience = createPatience(deps, entry);
    const { token } = request;
    const way = { apiUrl, token, caCertificate: undefined, requestTimeoutMs };
    const { github: client, close: closeGitHub } = (0,open_github.openGitHub)(deps, way);
    const { signal } = patience;
    const channelDeps = { client, repository, clock, random, host, context, signal };
    let tests;
    const channels = openChannels(channelDeps, settings, () => tests);
    const record = createFeedbackRecord(host, { identity, kinds: [...channels.keys()] });
    let begun;
    let ended;
    const end = (moment) => {
        if (ended !== undefined)
            return;
        ended = moment;
        record.ended(moment);
        for (const [kind, channel] of channels)
            channel.tell(moment, () => record.closed(kind));
    };
    return {
        begin: (pipeline) => {
            begun = pipeline;
            // There is only time to say how it ended.
            if (entry.signal.aborted)
                return;
            record.begun(pipeline);
            for (const channel of channels.values())
                channel.tell({ kind: 'running', pipeline });
        },
        end,
        fail: (error) => {
            if (begun === undefined && error instanceof app_error/* AbortedError */.oM)
                return;
            end({ kind: 'told', state: 'error', ...wordsOf(error), pipeline: begun });
        },
        addTests: (found) => {
            if (found === undefined || ended === undefined)
                return;
            tests = found;
            channels.get('comment')?.tell(ended);
        },
        close: async () => {
            patience.end();
            const troubles = await Promise.all([...channels.values()].map((channel) => channel.settled()));
            patience.forget();
            closeGitHub();
            const messages = troubles.filter((trouble) => trouble !== undefined).map(({ message }) => message);
            if (messages.length > 0)
                host.log.warning(messages.join('\n'));
        },
    };
}
/** Ends all requests when there is no time left for them: after the end of the run, or when the step is stopped. */
function createPatience({ clock }, entry) {
    const late = (0,late_signal/* lateSignal */.r)(clock, entry.signal, stoppedWithinMs);
    const over = new AbortController();
    let forgetEnd = () => undefined;
    return {
        signal: AbortSignal.any([late.signal, entry.hurry, over.signal]),
        end: () => {
            forgetEnd = clock.schedule(closedWithinMs, () => over.abort(new FeedbackTimeout()));
        },
        forget: () => {
            late.forget();
            forgetEnd();
        },
    };
}
function openChannels(deps, { request, identity, open }, tests) {
    const isOpen = (kind) => open?.includes(kind) ?? true;
    const channels = new Map();
    if (request.comment.kind === 'kept' && isOpen('comment')) {
        const channel = createCommentChannel(deps, { identity, tests });
        if (channel !== undefined)
            channels.set('comment', channel);
    }
    if (request.commitStatus !== undefined && isOpen('status')) {
        channels.set('status', createStatusChannel(deps, request.commitStatus));
    }
    return channels;
}
/** Where feedback goes, or why that is nowhere. */
function placeOf(deps, { apiUrl = '', repository = '' }) {
    const name = parseRepositoryName(repository);
    if (name === undefined || !/^https?:\/\//.test(apiUrl) || !(0,is_url/* isUrl */.g)(apiUrl)) {
        return 'this run is not one of GitHub, Forgejo or Gitea, whose API they need.';
    }
    const url = new URL(apiUrl);
    if (url.protocol === 'http:' && !(0,gitlab_url/* isLoopback */.U)(url) && !isHttpAllowed(deps)) {
        return `the API of this host (GITHUB_API_URL) is at ${(0,foreign_text/* cleanLine */.Ow)(url.origin, 200)}, and plain http would send github_token readable for everybody on the way. Use https, or set allow_http to true if you accept that.`;
    }
    const problem = (0,proxy_environment/* proxyProblem */.w)(deps.environment, url);
    if (problem !== undefined)
        return `${problem.variable} cannot be used: ${problem.why} ${problem.cure}`;
    return { apiUrl: url, repository: name };
}
/** As for GitLab; an input that is no switch has been refused before. */
function isHttpAllowed({ host }) {
    const given = (0,boolean_input/* parseBoolean */.y)(host.inputs.read('allow_http') ?? '');
    return given.kind === 'ok' && given.value;
}
function wordsOf(error) {
    if (!(error instanceof app_error/* AppError */.uV))
        return { sentence: 'The step ended with a fault of gitlab-trigger' };
    const { what, why, code } = error.parts;
    return { sentence: `${(0,foreign_text/* cleanLine */.Ow)(what, 400)} [${code}]`, why };
}


/***/ }),

/***/ 1033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./out/bundle/base/foreign-text.js
var foreign_text = __webpack_require__(1335);
// EXTERNAL MODULE: ./out/bundle/http/answer-body.js
var answer_body = __webpack_require__(2431);
// EXTERNAL MODULE: ./out/bundle/http/transport.js
var http_transport = __webpack_require__(1675);
// EXTERNAL MODULE: ./out/bundle/base/is-url.js
var is_url = __webpack_require__(3175);
// EXTERNAL MODULE: ./out/bundle/http/retry-after.js
var retry_after = __webpack_require__(5947);
;// CONCATENATED MODULE: ./out/bundle/github/read-refusal.js




const mostTexts = 10;
/** GitHub asks for at least a minute where it names no time. */
const unnamedPauseMs = 60_000;
/**
 * Reads any answer that is not the one we hoped for, and never throws. `localTimeMs` (milliseconds since 1970) stands in for the server's `Date`.
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
function readRefusal({ status, headers, body }, { localTimeMs }) {
    const { shape, texts } = readWords(headers['content-type'], body);
    const limit = limitOf({ status, headers, texts });
    const nowMs = (0,retry_after/* parseHttpDate */.m6)(headers.date ?? '') ?? localTimeMs;
    const resetMs = limit === 'primary' ? (0,retry_after/* parseRateLimitReset */.yq)(headers['x-ratelimit-reset'] ?? '', nowMs) : undefined;
    const wishMs = (0,retry_after/* parseRetryAfter */.mu)(headers['retry-after'] ?? '', nowMs) ?? resetMs;
    return {
        status,
        shape,
        texts,
        limit,
        retryAfterMs: wishMs ?? (limit === undefined ? undefined : unnamedPauseMs),
        acceptedPermissions: lineOf(headers['x-accepted-github-permissions']),
        singleSignOn: /^\s*required\b/i.test(headers['x-github-sso'] ?? '') ? 'required' : 'not_mentioned',
        location: status >= 300 && status < 400 ? locationOf(headers.location) : undefined,
        requestId: lineOf(headers['x-github-request-id']),
    };
}
function readWords(contentType, body) {
    const content = (0,answer_body/* readAnswerBody */.n)(contentType, body);
    switch (content.kind) {
        case 'none':
            return { shape: 'none', texts: [] };
        case 'html':
        case 'text':
            return { shape: content.kind, texts: content.texts.slice(0, mostTexts) };
        case 'json':
            return { shape: 'json', texts: textsOf(content.value) };
    }
}
/** `{"message": "Validation Failed", "errors": [{"field": "body", "code": "custom", "message": "…"}, "…"]}` */
function textsOf(value) {
    const errors = memberOf(value, 'errors');
    const listed = Array.isArray(errors) ? errors : [errors];
    return [memberOf(value, 'message'), ...listed.slice(0, mostTexts).map(errorText)]
        .filter((text) => typeof text === 'string')
        .map((text) => (0,foreign_text/* cleanLine */.Ow)(text))
        .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
        .slice(0, mostTexts);
}
function errorText(error) {
    if (typeof error === 'string')
        return error;
    const message = memberOf(error, 'message');
    if (typeof message === 'string')
        return message;
    const parts = [memberOf(error, 'field'), memberOf(error, 'code')].filter((part) => typeof part === 'string');
    return parts.length === 0 ? undefined : parts.join(': ');
}
/** Both limits answer 403 or 429; only the first one counts down, and only the second one is told by its words. */
function limitOf(answer) {
    const { status, headers, texts } = answer;
    if (status !== 403 && status !== 429)
        return undefined;
    if (texts.some((text) => /secondary rate limit|abuse detection/i.test(text)))
        return 'secondary';
    if (headers['x-ratelimit-remaining'] === '0')
        return 'primary';
    if (texts.some((text) => /rate limit exceeded/i.test(text)))
        return 'primary';
    return status === 429 || headers['retry-after'] !== undefined ? 'secondary' : undefined;
}
/** Without user, query and fragment, where secrets live. */
function locationOf(location) {
    if (location === undefined || !(0,is_url/* isUrl */.g)(location))
        return undefined;
    const { protocol, host, pathname } = new URL(location);
    return (0,foreign_text/* cleanLine */.Ow)(`${protocol}//${host}${pathname}`);
}
function lineOf(header) {
    return (0,foreign_text/* cleanLine */.Ow)(header ?? '', 200) || undefined;
}
function memberOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/github/call-runner.js




/** A page of 100 comments of 65,536 characters, four bytes each, is 26 MB at the worst; an endless answer ends here. */
const maxJsonBytes = 32 * 1024 * 1024;
/** Sends calls below `apiUrl` and reads their answers. Redirects are answers: the token goes to one origin only. */
function createCallRunner({ transport, clock }, settings) {
    const { apiUrl, headers: ownHeaders, requestTimeoutMs: timeoutMs } = settings;
    const send = async ({ method, url, body, signal }) => {
        if (url.origin !== apiUrl.origin)
            throw new TypeError(`a request to ${url.origin} was about to be sent`);
        const json = body === undefined ? undefined : JSON.stringify(body);
        const headers = json === undefined ? ownHeaders : { ...ownHeaders, 'content-type': 'application/json' };
        const request = { method, url, headers, body: json, timeoutMs, maxBytes: maxJsonBytes, signal };
        let response;
        try {
            response = await transport.send(request);
        }
        catch (error) {
            if (error instanceof http_transport/* TransportFault */.w)
                return { kind: 'fault', fault: error };
            throw error;
        }
        const { status } = response;
        return status >= 200 && status <= 299
            ? { kind: 'ok', value: response }
            : { kind: 'refused', refusal: readRefusal(response, { localTimeMs: clock.epochMs() }) };
    };
    return {
        write: async ({ doneBy, ...sending }) => {
            const reply = await send(sending);
            if (reply.kind !== 'ok')
                return reply;
            const { status, headers, body } = reply.value;
            const { kind } = (0,answer_body/* readAnswerBody */.n)(headers['content-type'], body);
            if (doneBy.includes(status) && (kind === 'json' || kind === 'none'))
                return { kind: 'ok', value: status };
            const why = `that is not what GitHub says when the work is done (${doneBy.join(' or ')}, with JSON or nothing)`;
            return { kind: 'unreadable', status, why };
        },
        run: async (call) => {
            const reply = await send(call);
            if (reply.kind !== 'ok')
                return reply;
            return readSuccess(reply.value, call.read(await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(5149)]).then(__webpack_require__.bind(__webpack_require__, 5149))));
        },
    };
}
function readSuccess({ status, headers, body }, read) {
    const unreadable = (why) => ({ kind: 'unreadable', status, why });
    const content = (0,answer_body/* readAnswerBody */.n)(headers['content-type'], body);
    switch (content.kind) {
        case 'none':
            return unreadable('the body is empty');
        case 'html':
            return unreadable(`the body is a web page${quoted(content.texts)}`);
        case 'text':
            return unreadable(`the body is not JSON${quoted(content.texts)}`);
        case 'json': {
            const reading = read(content.value);
            if (reading.kind === 'ok')
                return { kind: 'ok', value: { value: reading.value, headers } };
            return unreadable(`the body is not what GitHub sends (${reading.why})`);
        }
    }
}
function quoted([first]) {
    return first === undefined ? '' : `: ${(0,foreign_text/* cleanLine */.Ow)(first, 120)}`;
}

// EXTERNAL MODULE: ./out/bundle/base/without-end.js
var without_end = __webpack_require__(9975);
;// CONCATENATED MODULE: ./out/bundle/github/endpoints.js

/** The most that GitHub gives on a page. */
const largestPage = 100;
/**
 * The URLs of the API, all below `apiUrl` (`https://api.github.com`, or `https://github.example.com/api/v3`; with or without a slash at the end).
 * They throw a `RangeError` on a name that would lead elsewhere.
 */
const endpoints = {
    publicKey: (apiUrl, place) => below(apiUrl, ...secretsOf(place), 'public-key'),
    secret: (apiUrl, place, name) => below(apiUrl, ...secretsOf(place), name),
    /** Of an organization's secret. */
    secretRepositories: (apiUrl, place, name) => withLargePages(below(apiUrl, ...secretsOf(place), name, 'repositories')),
    user: (apiUrl) => below(apiUrl, 'user'),
    /** `/graphql` beside the REST API, and on GitHub Enterprise Server `/api/graphql` beside `/api/v3`. */
    graphql: (apiUrl) => {
        const url = new URL(apiUrl.origin);
        url.pathname = `${(0,without_end/* withoutEnd */.M)(apiUrl.pathname, '/').replace(/\/v3$/, '')}/graphql`;
        return url;
    },
    comments: (apiUrl, { repository, pullRequest }) => below(apiUrl, ...pathOf(repository), 'issues', checkedId(pullRequest), 'comments'),
    listedComments: (apiUrl, address) => withLargePages(endpoints.comments(apiUrl, address)),
    comment: (apiUrl, { repository, commentId }) => below(apiUrl, ...pathOf(repository), 'issues', 'comments', checkedId(commentId)),
    pullRequest: (apiUrl, { repository, pullRequest }) => below(apiUrl, ...pathOf(repository), 'pulls', checkedId(pullRequest)),
    statuses: (apiUrl, { repository, sha }) => below(apiUrl, ...pathOf(repository), 'statuses', sha),
};
function pathOf({ owner, repository }) {
    return ['repos', owner, repository];
}
function checkedId(id) {
    if (!Number.isSafeInteger(id) || id < 1)
        throw new RangeError(`${id} is not a number on GitHub`);
    return String(id);
}
function secretsOf(place) {
    switch (place.kind) {
        case 'repository':
            return [...pathOf(place), 'actions', 'secrets'];
        case 'environment':
            return [...pathOf(place), 'environments', place.environment, 'secrets'];
        case 'organization':
            return ['orgs', place.organization, 'actions', 'secrets'];
    }
}
function withLargePages(url) {
    url.searchParams.set('per_page', String(largestPage));
    return url;
}
function below(apiUrl, ...segments) {
    const lost = segments.find((segment) => segment === '' || segment === '.' || segment === '..');
    if (lost !== undefined)
        throw new RangeError(`'${lost}' is not a name on GitHub`);
    const url = new URL(apiUrl.origin);
    url.pathname = [(0,without_end/* withoutEnd */.M)(apiUrl.pathname, '/'), ...segments.map(encodeURIComponent)].join('/');
    return url;
}

;// CONCATENATED MODULE: ./out/bundle/github/next-page.js

/**
 * The next page of a list by its `Link` header; `undefined` when there is none, or when it would lead out of `apiUrl`. GitHub writes the address
 * that it is called by; Forgejo and Gitea the one they are configured with, so its query is what counts.
 * @see https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
function nextPage(current, link) {
    for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<>]*)/g)) {
        const relation = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? '';
        if (!relation.toLowerCase().split(/\s+/).includes('next') || !(0,is_url/* isUrl */.g)(target, current.href))
            continue;
        const page = new URL(target, current).searchParams.get('page');
        if (page === null || !/^[1-9]\d{0,6}$/.test(page))
            return undefined;
        const next = new URL(current);
        next.searchParams.set('page', page);
        return next;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./out/bundle/github/fetch-pages.js

/** 100 items each: far more comments than anybody reads, and an end for a server that never stops counting. */
const mostPages = 50;
/** Reads a list page by page, one after another, as GitHub asks of its clients. One page that fails fails all; what is behind the 50th is left out. */
async function fetchPages(runner, { url: firstUrl, read, signal }) {
    const items = [];
    const asked = new Set();
    for (let url = firstUrl; url !== undefined && asked.size < mostPages;) {
        asked.add(url.href);
        const reply = await runner.run({
            method: 'GET',
            url,
            signal,
            read,
        });
        if (reply.kind !== 'ok')
            return reply;
        items.push(...reply.value.value);
        const next = nextPage(url, reply.value.headers.link);
        url = next === undefined || asked.has(next.href) ? undefined : next;
    }
    return { kind: 'ok', value: items };
}

;// CONCATENATED MODULE: ./out/bundle/github/seal.js
/**
 * Seals a text so that only the owner of the key can read it: GitHub takes secrets in no other form. The library is loaded only here. `publicKey`
 * is base64, and so is what comes back.
 * @see https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
async function seal(text, publicKey) {
    const { default: sodium } = await __webpack_require__.e(/* import() */ 4768).then(__webpack_require__.bind(__webpack_require__, 4768));
    await sodium.ready;
    const sealed = sodium.crypto_box_seal(Buffer.from(text, 'utf8'), Buffer.from(publicKey, 'base64'));
    return Buffer.from(sealed).toString('base64');
}

;// CONCATENATED MODULE: ./out/bundle/github/put-secret.js



/** Seals a value with the key of its place and stores it. Who may read a secret that exists stays as it is. */
async function putSecret({ runner, apiUrl }, { place, name, text }, signal) {
    const key = await runner.run({
        method: 'GET',
        url: endpoints.publicKey(apiUrl, place),
        signal,
        read: (schemas) => schemas.readSealingKey,
    });
    if (key.kind !== 'ok')
        return key;
    const readers = place.kind === 'organization'
        ? await fetchReaders({ runner, apiUrl }, { place, name }, signal)
        : undefined;
    if (readers !== undefined && readers.kind !== 'ok')
        return readers;
    const { id, key: publicKey } = key.value.value;
    const body = { encrypted_value: await seal(text, publicKey), key_id: id, ...readers?.value };
    const written = await runner.write({
        method: 'PUT',
        url: endpoints.secret(apiUrl, place, name),
        body,
        signal,
        doneBy: [201, 204],
    });
    if (written.kind !== 'ok')
        return written;
    const change = written.value === 201 ? 'created' : 'updated';
    return { kind: 'ok', value: { change, visibility: readers?.value.visibility } };
}
/** An organization's secret is only taken together with its readers, all of them: what is not sent again would be lost. */
async function fetchReaders({ runner, apiUrl }, { place, name }, signal) {
    const existing = await runner.run({
        method: 'GET',
        url: endpoints.secret(apiUrl, place, name),
        signal,
        read: (schemas) => schemas.readVisibility,
    });
    // The key was given, so that this 404 hides no missing permission.
    if (existing.kind === 'refused' && existing.refusal.status === 404) {
        return { kind: 'ok', value: { visibility: 'selected', selected_repository_ids: [] } };
    }
    if (existing.kind !== 'ok')
        return existing;
    const visibility = existing.value.value;
    if (visibility !== 'selected')
        return { kind: 'ok', value: { visibility } };
    const repositories = await fetchPages(runner, {
        url: endpoints.secretRepositories(apiUrl, place, name),
        signal,
        read: (schemas) => schemas.readRepositoryIds,
    });
    if (repositories.kind !== 'ok')
        return repositories;
    return { kind: 'ok', value: { visibility, selected_repository_ids: repositories.value } };
}

;// CONCATENATED MODULE: ./out/bundle/github/github-client.js




/** The version of the API that this client was written for. @see https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const apiVersion = '2022-11-28';
/** Of the installation tokens of GitHub Apps; the `github.token` of a workflow is one. */
const appTokenPrefix = 'ghs_';
function createGitHubClient(deps, settings) {
    const { apiUrl, token, requestTimeoutMs } = settings;
    const headers = {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token.reveal()}`,
        'x-github-api-version': apiVersion,
    };
    const runner = createCallRunner(deps, { apiUrl, headers, requestTimeoutMs });
    const read = async (call) => {
        const reply = await runner.run(call);
        return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.value } : reply;
    };
    const write = async (writing) => {
        const reply = await runner.write(writing);
        return reply.kind === 'ok' ? { kind: 'ok', value: 'done' } : reply;
    };
    const isOfApp = token.reveal().startsWith(appTokenPrefix);
    return {
        putSecret: async ({ place, name, value }, signal) => putSecret({ runner, apiUrl }, { place, name, text: value.reveal() }, signal),
        fetchLogin: async (signal) => isOfApp
            ? read({
                method: 'POST',
                url: endpoints.graphql(apiUrl),
                body: { query: '{ viewer { login } }' },
                signal,
                read: (schemas) => schemas.readViewer,
            })
            : read({ method: 'GET', url: endpoints.user(apiUrl), signal, read: (schemas) => schemas.readLogin }),
        fetchComments: async (address, signal) => fetchPages(runner, {
            url: endpoints.listedComments(apiUrl, address),
            signal,
            read: (schemas) => schemas.readComments,
        }),
        createComment: async ({ body, ...address }, signal) => read({
            method: 'POST',
            url: endpoints.comments(apiUrl, address),
            body: { body },
            signal,
            read: (schemas) => schemas.readComment,
        }),
        updateComment: async ({ body, ...address }, signal) => write({
            method: 'PATCH',
            url: endpoints.comment(apiUrl, address),
            body: { body },
            signal,
            // Gitea may answer with nothing.
            doneBy: [200, 204],
        }),
        deleteComment: async (address, signal) => write({ method: 'DELETE', url: endpoints.comment(apiUrl, address), signal, doneBy: [204] }),
        fetchHeadSha: async (address, signal) => read({
            method: 'GET',
            url: endpoints.pullRequest(apiUrl, address),
            signal,
            read: (schemas) => schemas.readHeadSha,
        }),
        createStatus: async ({ repository, sha, status }, signal) => {
            const { state, context, description, targetUrl } = status;
            const body = { state, context, description, target_url: targetUrl };
            const url = endpoints.statuses(apiUrl, { repository, sha });
            return write({ method: 'POST', url, body, signal, doneBy: [201] });
        },
    };
}

// EXTERNAL MODULE: ./out/bundle/http/redacted-answers.js
var redacted_answers = __webpack_require__(6374);
// EXTERNAL MODULE: ./out/bundle/library/open-gitlab.js + 19 modules
var open_gitlab = __webpack_require__(423);
;// CONCATENATED MODULE: ./out/bundle/entries/open-github.js



/** @throws {InputError} when the environment does not allow it: `checkWay`. */
function openGitHub(deps, { caCertificate, ...settings }) {
    (0,open_gitlab/* checkWay */.C)(deps.environment, settings.apiUrl);
    const { clock } = deps;
    const transport = (0,redacted_answers/* withRedactedAnswers */.e)(deps.createTransport({ clock, caCertificate, environment: deps.environment }), deps.host.masker.redact);
    return { github: createGitHubClient({ transport, clock }, settings), close: () => transport.close() };
}


/***/ }),

/***/ 8057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isTransient),
/* harmony export */   r: () => (/* binding */ gitHubErrorOf)
/* harmony export */ });
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7871);


/**
 * The error to throw, or to warn with, for a call that failed for good. Refused when GitHub would say the same again, unreachable for everything else.
 */
function gitHubErrorOf(reply, { what, needs }) {
    const cause = reply.kind === 'fault' ? reply.fault : undefined;
    const parts = { what, ...describe(reply, needs), cause };
    return isTransient(reply) ? new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreachableError */ .Jk(parts) : new _base_app_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk(parts);
}
/** Whether the same call may well succeed a little later; when that is, a rate limit tells. */
function isTransient(reply) {
    if (reply.kind !== 'refused')
        return true;
    const { status, limit } = reply.refusal;
    return limit !== undefined || status >= 500 || status === 408 || status === 425;
}
function describe(reply, needs) {
    switch (reply.kind) {
        case 'fault':
            return {
                code: 'github_unreachable',
                why: reply.fault.message,
                cure: 'Check that this machine reaches the API of GitHub, through its proxy if there is one, and try again.',
            };
        case 'unreadable':
            return {
                code: 'github_unreachable',
                why: `The server answered ${reply.status}, but ${reply.why}`,
                cure: 'Something between this machine and GitHub answered in its place: let the API pass there.',
            };
        case 'refused':
            return { why: reasonOf(reply.refusal), ...judge(reply.refusal, needs) };
    }
}
/** `GitHub answered 403: words (it accepts issues=write; request id abc)`. */
function reasonOf({ status, texts, location, acceptedPermissions, requestId }) {
    const words = texts.length === 0 ? '' : `: ${texts.join('; ')}`;
    const target = location === undefined ? '' : ` (to ${location})`;
    const details = [
        ...(acceptedPermissions === undefined ? [] : [`it accepts ${acceptedPermissions}`]),
        ...(requestId === undefined ? [] : [`request id ${requestId}`]),
    ];
    return `GitHub answered ${status}${words}${target}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
}
function judge(refusal, needs) {
    const { status, limit, singleSignOn } = refusal;
    if (limit !== undefined)
        return { code: 'github_rate_limited', cure: limitCure(refusal) };
    if (status >= 500 || status === 408 || status === 425) {
        return {
            code: 'github_unreachable',
            cure: 'GitHub is in trouble; its state is on its status page. Try again later.',
        };
    }
    if (status === 401) {
        return {
            code: 'github_unauthorized',
            cure: 'Give a github_token that has neither expired nor been revoked.',
        };
    }
    if (status === 403 && singleSignOn === 'required') {
        return {
            code: 'github_forbidden',
            cure: 'The organization uses single sign-on: authorize the token for it (Settings > Developer settings > Personal access tokens > Configure SSO).',
        };
    }
    if (status === 403)
        return { code: 'github_forbidden', cure: `The github_token needs ${needs}.` };
    if (status === 404) {
        return {
            code: 'github_not_found',
            cure: `Check the names, and the token: GitHub answers 404 as well when a token may not know of a thing. It needs ${needs}.`,
        };
    }
    return {
        code: 'github_refused',
        cure: 'The words of GitHub say what it did not accept; check the inputs of the step against them.',
    };
}
function limitCure({ limit, retryAfterMs = 0 }) {
    const which = limit === 'primary' ? 'The requests of this hour are used up' : 'Too many requests came at once';
    return `${which}: GitHub wants ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(retryAfterMs)} of rest. Share the token among fewer workflows, or try again later.`;
}


/***/ })

};
