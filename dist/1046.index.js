export const id = 1046;
export const ids = [1046];
export const modules = {

/***/ 5513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isTransient),
/* harmony export */   r: () => (/* binding */ gitHubErrorOf)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7871);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3236);


/**
 * The error to throw, or to warn with, for a call that failed for good. Refused when GitHub would say the same again, unreachable for everything else.
 */
function gitHubErrorOf(reply, { what, needs }) {
    const cause = reply.kind === 'fault' ? reply.fault : undefined;
    const parts = { what, ...describe(reply, needs), cause };
    return isTransient(reply) ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreachableError */ .Jk(parts) : new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk(parts);
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
                hint: 'Check that this machine reaches the API of GitHub, through its proxy if there is one, and try again.',
            };
        case 'unreadable':
            return {
                code: 'github_unreachable',
                why: `The server answered ${reply.status}, but ${reply.why}`,
                hint: 'Something between this machine and GitHub answered in its place: let the API pass there.',
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
        return { code: 'github_rate_limited', hint: limitHint(refusal) };
    if (status >= 500 || status === 408 || status === 425) {
        return {
            code: 'github_unreachable',
            hint: 'GitHub is in trouble; its state is on its status page. Try again later.',
        };
    }
    if (status === 401) {
        return {
            code: 'github_unauthorized',
            hint: 'Give a github_token that has neither expired nor been revoked.',
        };
    }
    if (status === 403 && singleSignOn === 'required') {
        return {
            code: 'github_forbidden',
            hint: 'The organization uses single sign-on: authorize the token for it (Settings > Developer settings > Personal access tokens > Configure SSO).',
        };
    }
    if (status === 403)
        return { code: 'github_forbidden', hint: `The github_token needs ${needs}.` };
    if (status === 404) {
        return {
            code: 'github_not_found',
            hint: `Check the names, and the token: GitHub answers 404 as well when a token may not know of a thing. It needs ${needs}.`,
        };
    }
    return {
        code: 'github_refused',
        hint: 'The words of GitHub say what it did not accept; check the inputs of the step against them.',
    };
}
function limitHint({ limit, retryAfterMs = 0 }) {
    const which = limit === 'primary' ? 'The requests of this hour are used up' : 'Too many requests came at once';
    return `${which}: GitHub wants ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(retryAfterMs)} of rest. Share the token among fewer workflows, or try again later.`;
}


/***/ }),

/***/ 1046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentIdentityOf: () => (/* binding */ commentIdentityOf),
  createGitHubFeedback: () => (/* binding */ createGitHubFeedback),
  finishFeedback: () => (/* binding */ finishFeedback)
});

// EXTERNAL MODULE: ./out/bundle/base/address.js
var address = __webpack_require__(1879);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/github/api.js
var api = __webpack_require__(2753);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./out/bundle/base/retry.js
var retry = __webpack_require__(1493);
// EXTERNAL MODULE: ./out/bundle/github/reply.js
var github_reply = __webpack_require__(5513);
;// CONCATENATED MODULE: ./out/bundle/github/retry.js



/** A comment or a status is no reason to hold a step up for long. */
const policy = { attempts: 3, firstPauseMs: 500, maxPauseMs: 2000, maxRetryAfterMs: 5000 };
/**
 * Makes a call again, at most twice, as long as its failure may pass and `isRepeatable`. A server that wants more rest than 5 s is left alone.
 * @throws the reason of `signal` when it aborts.
 */
async function tryAgain({ clock, random }, call, signal) {
    for (let attempt = 1;; attempt += 1) {
        const reply = await call.make();
        if (reply.kind === 'ok' || attempt === policy.attempts)
            return reply;
        if (!(0,github_reply/* isTransient */.d)(reply) || !call.isRepeatable(reply))
            return reply;
        const retryAfterMs = reply.kind === 'refused' ? reply.refusal.retryAfterMs : undefined;
        if (retryAfterMs !== undefined && retryAfterMs > policy.maxRetryAfterMs)
            return reply;
        await (0,base_clock/* sleep */.yy)(clock, (0,retry/* retryDelayMs */.q)({ attempt, retryAfterMs, random }, policy), signal);
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

;// CONCATENATED MODULE: ./out/bundle/github/comments.js


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

// EXTERNAL MODULE: ./out/bundle/http/proxy.js + 1 modules
var proxy = __webpack_require__(9024);
// EXTERNAL MODULE: ./out/bundle/inputs/addresses.js
var addresses = __webpack_require__(1867);
// EXTERNAL MODULE: ./out/bundle/inputs/feedback.js
var inputs_feedback = __webpack_require__(4620);
// EXTERNAL MODULE: ./out/bundle/inputs/scalars.js
var scalars = __webpack_require__(9094);
// EXTERNAL MODULE: ./out/bundle/run/connect-github.js + 5 modules
var connect_github = __webpack_require__(7000);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/model/failures.js
var failures = __webpack_require__(6616);
// EXTERNAL MODULE: ./out/bundle/report/byte-budget.js
var byte_budget = __webpack_require__(1980);
// EXTERNAL MODULE: ./out/bundle/report/labels.js
var labels = __webpack_require__(7037);
// EXTERNAL MODULE: ./out/bundle/report/log-lines.js
var log_lines = __webpack_require__(7316);
// EXTERNAL MODULE: ./out/bundle/report/markdown.js
var markdown = __webpack_require__(1795);
// EXTERNAL MODULE: ./out/bundle/report/summary/head.js
var summary_head = __webpack_require__(8169);
;// CONCATENATED MODULE: ./out/bundle/run/feedback/comment-body.js







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
                `${(0,markdown/* codeText */.ph)(ref)} at ${(0,markdown/* codeText */.ph)((0,labels/* shortSha */.Fu)(sha))}`,
            ];
        }
        case 'ended': {
            const { snapshot, grounds, externalStatuses } = moment;
            const head = (0,summary_head/* summaryHead */.z)({ ...moment, root: snapshot?.root, tests });
            return [
                head.trimEnd().replace(/^## /, '### '),
                [...failedJobs(snapshot, grounds), ...(0,log_lines/* failedStatuses */.ev)(externalStatuses)].join('\n'),
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
    const { failed } = (0,failures/* failuresOf */.dJ)(snapshot.root, grounds?.jobIds === undefined ? grounds : undefined);
    const ordered = [...failed.filter(({ allowed }) => !allowed), ...failed.filter(({ allowed }) => allowed)];
    const { lines } = (0,byte_budget/* firstLinesWithin */.VT)(ordered.slice(0, mostFailedJobs).map(failedLine), maxFailedBytes);
    const more = failed.length - lines.length;
    return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])];
}
function failedLine({ path, job, attempt, allowed }) {
    const mark = (0,labels/* statusIcon */.I8)({ status: 'failed', allowFailure: allowed });
    const label = (0,markdown/* codeText */.ph)((0,labels/* jobLabel */.OP)({ path, name: job.name, attempt }), 200);
    const reason = job.failureReason === undefined ? '' : `: ${(0,markdown/* codeText */.ph)(job.failureReason, 100)}`;
    return `- ${mark} ${(0,markdown/* linkTo */.uM)(label, job.webUrl)} in ${(0,markdown/* codeText */.ph)(job.stage, 100)}${reason}`;
}
function footerOf({ workflow, url, sha }) {
    const name = workflow === undefined ? 'this workflow run' : (0,markdown/* plainText */.wh)(workflow, 100);
    const about = sha === undefined ? '' : `For ${(0,markdown/* codeText */.ph)((0,labels/* shortSha */.Fu)(sha))}, `;
    return `<sub>${about}${about === '' ? 'By' : 'by'} ${url === undefined ? name : (0,markdown/* linkTo */.uM)(name, url)}</sub>`;
}

;// CONCATENATED MODULE: ./out/bundle/run/feedback/queue.js


/** `call` describes what the channel does, for its errors. */
function createFeedbackChannel(call) {
    let failure;
    let isClosed = false;
    let tail = Promise.resolve();
    const tell = async (work) => {
        try {
            const failed = await work();
            failure = failed === undefined ? undefined : (0,github_reply/* gitHubErrorOf */.r)(failed, call);
            isClosed = failed !== undefined && !(0,github_reply/* isTransient */.d)(failed);
        }
        catch (error) {
            failure = failureOf(error, call);
        }
    };
    return {
        add: (work, onClosed) => {
            tail = tail.then(async () => {
                if (!isClosed)
                    await tell(work);
                if (isClosed || failure === undefined)
                    onClosed?.();
            });
        },
        settled: async () => {
            await tail;
            return failure;
        },
    };
}
/** What was thrown is the end of our patience, or of the step's; anything else is a fault of ours, which must not be silent. */
function failureOf(error, { what }) {
    const why = error instanceof FeedbackTimeout || error instanceof errors/* AppError */.uV ? lateWords : String(error);
    return new errors/* UnreachableError */.Jk({
        code: 'github_unreachable',
        what,
        why,
        hint: 'Try again; docs/github-feedback.md tells how long is waited.',
        cause: error,
    });
}
const lateWords = 'There was no answer in the time that is left for this.';
/** The reason of a signal that ends what takes too long. */
class FeedbackTimeout extends Error {
}
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

;// CONCATENATED MODULE: ./out/bundle/run/feedback/comment.js




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
            host.log.info(`Comment ${(0,base_text/* redactedLine */.Py)(kept.comment.url, host.masker.redact, 300)}`);
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

// EXTERNAL MODULE: ./out/bundle/run/feedback/feedback.js
var feedback = __webpack_require__(560);
;// CONCATENATED MODULE: ./out/bundle/run/feedback/commit-status.js





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
        const details = known ?? pullRequest?.headSha ?? followedSha;
        if (details !== undefined)
            return { kind: 'ok', value: details };
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
        const shownUrl = url === undefined ? undefined : (0,base_text/* redactedLine */.Py)(url, host.masker.redact, 2000);
        const status = {
            state: (0,feedback/* commitStateOf */._8)(moment),
            context: host.masker.redact(name),
            description: (0,base_text/* redactedLine */.Py)((0,feedback/* momentSentence */.Os)(moment), host.masker.redact, api/* mostDescriptionCharacters */.cP),
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

// EXTERNAL MODULE: ./out/bundle/run/feedback/saved-state.js
var saved_state = __webpack_require__(7728);
;// CONCATENATED MODULE: ./out/bundle/run/feedback/github-feedback.js
















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
        return feedback/* noFeedback */.h6;
    }
    const { repository, apiUrl } = place;
    const deadline = createDeadline(deps, entry);
    const { token } = request;
    const way = { apiUrl, token, caCertificate: undefined, requestTimeoutMs };
    const { github: client, close: closeGitHub } = (0,connect_github.openGitHub)(deps, way);
    const { signal } = deadline;
    const channelDeps = { client, repository, clock, random, host, context, signal };
    let tests;
    const channels = openChannels(channelDeps, settings, () => tests);
    const record = (0,saved_state/* createFeedbackRecord */.ny)(host, { identity, kinds: [...channels.keys()] });
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
            if (begun === undefined && error instanceof errors/* AbortedError */.oM)
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
            deadline.end();
            const errors = await Promise.all([...channels.values()].map((channel) => channel.settled()));
            deadline.dispose();
            closeGitHub();
            const messages = errors.filter((failure) => failure !== undefined).map(({ message }) => message);
            if (messages.length > 0)
                host.log.warning(messages.join('\n'));
        },
    };
}
/** Ends all requests when there is no time left for them: after the end of the run, or when the step is stopped. */
function createDeadline({ clock }, entry) {
    const late = (0,base_clock/* delayedAbort */.HD)(clock, entry.signal, stoppedWithinMs);
    const over = new AbortController();
    let disposeEnd = () => undefined;
    return {
        signal: AbortSignal.any([late.signal, entry.forceSignal, over.signal]),
        end: () => {
            disposeEnd = clock.schedule(closedWithinMs, () => over.abort(new FeedbackTimeout()));
        },
        dispose: () => {
            late.dispose();
            disposeEnd();
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
    const name = (0,api/* parseRepositoryName */.$M)(repository);
    if (name === undefined || !/^https?:\/\//.test(apiUrl) || !(0,address/* isUrl */.g)(apiUrl)) {
        return 'this run is not one of GitHub, Forgejo or Gitea, whose API they need.';
    }
    const url = new URL(apiUrl);
    if (url.protocol === 'http:' && !(0,addresses/* isLoopback */.U9)(url) && !isHttpAllowed(deps)) {
        return `the API of this host (GITHUB_API_URL) is at ${(0,base_text/* cleanLine */.Ow)(url.origin, 200)}, and plain http would send github_token readable for everybody on the way. Use https, or set allow_http to true if you accept that.`;
    }
    const problem = (0,proxy/* proxyProblem */.wS)(deps.environment, url);
    if (problem !== undefined)
        return `${problem.variable} cannot be used: ${problem.why} ${problem.hint}`;
    return { apiUrl: url, repository: name };
}
/** As for GitLab; an input that is no switch has been refused before. */
function isHttpAllowed({ host }) {
    const given = (0,scalars/* parseBoolean */.yG)(host.inputs.read('allow_http') ?? '');
    return given.kind === 'ok' && given.value;
}
function wordsOf(error) {
    if (!(error instanceof errors/* AppError */.uV))
        return { sentence: 'The step ended with a fault of gitlab-trigger' };
    const { what, why, code } = error.parts;
    return { sentence: `${(0,base_text/* cleanLine */.Ow)(what, 400)} [${code}]`, why };
}
/** Tells what the main step could not any more, with its inputs. Never throws; what it cannot do, it says. */
async function finishFeedback(deps, entry) {
    const { host, files } = deps;
    try {
        const saved = (0,saved_state/* openFeedbackOf */.xv)(host.state);
        const request = await (0,inputs_feedback/* parseFeedbackRequest */.cJ)(host.inputs, files);
        if (saved === undefined || request === undefined)
            return;
        const { identity, open, state, sentence, pipeline } = saved;
        host.log.info(`Finishing what GitHub shows of pipeline ${pipeline.id}.`);
        const feedback = createGitHubFeedback(deps, entry, { request, identity, open });
        feedback.end({ kind: 'told', state, sentence, pipeline });
        await feedback.close();
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        host.log.warning(`What GitHub shows of the pipeline could not be finished: ${why}`);
    }
}


/***/ })

};
