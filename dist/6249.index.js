export const id = 6249;
export const ids = [6249];
export const modules = {

/***/ 2022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ probeTriggerToken),
/* harmony export */   t: () => (/* binding */ impossibleRef)
/* harmony export */ });
/* harmony import */ var _responses_explain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7081);

/**
 * A branch or tag that no repository can have: git refuses every name of which a part ends in `.lock`. It has none of the characters that a gateway, or
 * GitLab before it looks for the ref, could stumble over.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
const impossibleRef = 'gitlab-trigger-probe/this-ref-cannot-exist.lock';
/**
 * Finds out whether a trigger token (or a CI_JOB_TOKEN) works, without starting anything: asks for a pipeline on a ref that cannot exist. GitLab looks at
 * the token first (404), then whether its owner may create pipelines, then for the ref (400 `Reference not found`).
 * Never throws but the reason of `signal`.
 * @see GitLab 19.1, `lib/api/ci/triggers.rb`, `lib/gitlab/ci/pipeline/chain/validate`
 */
async function probeTriggerToken(gitlab, { project, token }, signal) {
    const call = { project, ref: impossibleRef, token, variables: {}, inputs: {} };
    const reply = await gitlab.triggerPipeline(call, signal);
    switch (reply.kind) {
        case 'ok':
            return {
                kind: 'unknown',
                code: 'not_gitlab',
                why: `The server claims to have started pipeline ${reply.value.id} on a ref that no repository can have`,
                hint: 'Check that gitlab_url leads to GitLab itself.',
            };
        case 'refused':
            return readProbe(reply.refusal);
        case 'unreadable':
        case 'fault':
            return { kind: 'unknown', ...(0,_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__/* .describeReply */ .CS)(reply) };
    }
}
/** What GitLab's answers tell of the token, first match wins; anything else tells nothing. */
const readings = [
    {
        kind: 'blocked',
        status: 400,
        says: /^Pipelines are disabled/i,
        code: 'pipelines_disabled',
        hint: 'The token is right, but CI/CD is switched off in the project: switch it on in Settings > General > Visibility, project features, permissions.',
    },
    {
        kind: 'blocked',
        status: 400,
        says: /before project import is complete/i,
        code: 'import_running',
        hint: 'The token is right; wait until the import of the project has ended.',
    },
    {
        kind: 'blocked',
        status: 400,
        says: /^Insufficient permissions to create/i,
        code: 'owner_not_permitted',
        hint: 'The token is right, but its owner may not create pipelines: that takes the role Developer or a higher one, in a project that is not archived.',
    },
    {
        kind: 'refused',
        status: 401,
        says: /^Job is not running/i,
        code: 'job_token_not_running',
        hint: 'A CI_JOB_TOKEN only works while its job runs; use a pipeline trigger token.',
    },
    {
        kind: 'refused',
        status: 400,
        says: /^400 Job has to be running$/i,
        code: 'job_token_not_running',
        hint: 'A CI_JOB_TOKEN only works while its job runs; use a pipeline trigger token.',
    },
    {
        kind: 'refused',
        status: 401,
        says: /^(?:Job has been erased|Project has been deleted|Job token has expired)/i,
        code: 'job_token_invalid',
        hint: 'Use the CI_JOB_TOKEN of a running job, or a pipeline trigger token.',
    },
    {
        kind: 'refused',
        status: 404,
        says: /./,
        code: 'trigger_not_found',
        hint: 'The token is not one of this project, or was deleted, by somebody or by GitLab after its expiry; or the project is another one.',
    },
];
function readProbe(refusal) {
    const { speaker, status, shape, texts } = refusal;
    const says = (pattern) => texts.some((text) => pattern.test(text));
    // Other shapes come from the checks before the token is looked at, or from something in front of GitLab.
    const isAboutToken = speaker === 'gitlab' && shape === 'message';
    if (isAboutToken && status === 400 && says(/^Reference not found/i))
        return { kind: 'accepted' };
    const { why, ...described } = (0,_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRefusal */ .a2)(refusal);
    const reading = readings.find((each) => isAboutToken && each.status === status && says(each.says));
    if (reading === undefined)
        return { kind: 'unknown', why, ...described };
    return { kind: reading.kind, code: reading.code, why, hint: reading.hint };
}


/***/ }),

/***/ 6249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTokens: () => (/* binding */ runTokens)
});

// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/gitlab/probe-trigger-token.js
var probe_trigger_token = __webpack_require__(2022);
// EXTERNAL MODULE: ./out/bundle/hosts/redaction/redaction.js + 6 modules
var redaction = __webpack_require__(436);
// EXTERNAL MODULE: ./out/bundle/inputs/connection.js
var connection = __webpack_require__(3239);
// EXTERNAL MODULE: ./out/bundle/inputs/parsing.js
var parsing = __webpack_require__(3015);
// EXTERNAL MODULE: ./out/bundle/inputs/table.js
var table = __webpack_require__(5939);
// EXTERNAL MODULE: ./out/bundle/inputs/commands/tokens.js + 1 modules
var tokens = __webpack_require__(8822);
;// CONCATENATED MODULE: ./out/bundle/inputs/commands/token-operation.js




/** The inputs that not every operation takes. */
const ownInputs = [
    'trigger_id',
    'description',
    'expires_at',
    'confirm',
    'delete_old',
    'keep_trigger_id',
    'save_to_file',
    'github_secret',
    'github_token',
    'github_api_url',
];
const forNewToken = [
    'expires_at',
    'save_to_file',
    'github_secret',
    'github_token',
    'github_api_url',
];
/** What each operation cannot do without, and what else it takes. */
const taken = {
    list: { needs: [], takes: [] },
    get: { needs: ['trigger_id'], takes: [] },
    create: { needs: ['description'], takes: forNewToken },
    update: { needs: ['trigger_id', 'description'], takes: [] },
    delete: { needs: ['trigger_id'], takes: ['confirm', 'keep_trigger_id'] },
    rotate: {
        needs: [],
        takes: ['trigger_id', 'description', 'delete_old', 'keep_trigger_id', ...forNewToken],
    },
};
/**
 * Puts the order together; spans count from `nowMs` (milliseconds since 1970). Problems of the values, and of their being there at all, are told together.
 */
function orderOf(reading, { source, nowMs }) {
    const { operation } = reading;
    const given = new Set(ownInputs.filter((name) => isGiven(source, name)));
    const values = (0,parsing/* all */.Q7)({
        triggerId: reading.trigger_id,
        description: reading.description,
        expires: (0,parsing/* andThen */.hg)(reading.expires_at, (expiry) => expiryOf(expiry, nowMs)),
        confirm: reading.confirm,
        deleteOld: reading.delete_old,
        keepTriggerId: reading.keep_trigger_id,
        targets: targetsOf(reading),
    });
    const misfits = operation.kind === 'ok' ? misfitsOf(operation.value, given) : [];
    const problems = [
        ...(operation.kind === 'wrong' ? operation.problems : []),
        ...misfits,
        ...(values.kind === 'wrong' ? values.problems : []),
    ];
    if (operation.kind === 'wrong' || values.kind === 'wrong' || problems.length > 0)
        return (0,parsing/* wrongAll */.LN)(problems);
    return (0,parsing/* andThen */.hg)(orderFrom(operation.value, values.value), (order) => (0,parsing.ok)(order, values.warnings));
}
/** A default that the action's metadata fills in is nobody's wish. */
function isGiven(source, name) {
    const text = source.read(name)?.trim() ?? '';
    return text !== '' && text !== tokens/* tokensTable */.dA[name].default;
}
function misfitsOf(operation, given) {
    const { needs, takes } = taken[operation];
    const missing = needs.filter((name) => !given.has(name));
    const surplus = ownInputs.filter((name) => given.has(name) && !needs.includes(name) && !takes.includes(name));
    const nameless = operation === 'rotate' && !given.has('trigger_id') && !given.has('description');
    return [
        ...missing.map((name) => ({
            at: name,
            what: `was not given, and ${operation} needs it`,
            hint: tokens/* tokensTable */.dA[name].description,
        })),
        ...surplus.map((name) => ({
            at: name,
            what: `was given, but ${operation} does not take it`,
            hint: surplusHint(operation, name),
        })),
        ...(nameless
            ? [
                {
                    at: 'trigger_id',
                    what: 'was not given, and neither was description',
                    hint: 'Give one of them, so that rotate knows which token to replace.',
                },
            ]
            : []),
    ];
}
function surplusHint(operation, name) {
    if (operation === 'update' && name === 'expires_at') {
        return 'GitLab does not change when a token expires: use rotate, which makes a new one.';
    }
    const takers = Object.keys(taken).filter((other) => taken[other].needs.includes(name) || taken[other].takes.includes(name));
    return `Leave it out; it is for ${takers.join(' and ')}.`;
}
function expiryOf(expiry, nowMs) {
    if (expiry === undefined)
        return (0,parsing.ok)(undefined);
    if (expiry.written === 'span')
        return (0,parsing.ok)({ written: 'span', atMs: nowMs + expiry.spanMs });
    if (expiry.atMs > nowMs)
        return (0,parsing.ok)(expiry);
    return (0,parsing/* wrong */.Qm)({
        at: 'expires_at',
        what: `is ${new Date(expiry.atMs).toISOString()}, which has passed`,
        hint: 'Give a later one.',
    });
}
function targetsOf(reading) {
    const inputs = (0,parsing/* all */.Q7)({
        file: reading.save_to_file,
        secrets: reading.github_secret,
        token: reading.github_token,
        apiUrl: reading.github_api_url,
    });
    return (0,parsing/* andThen */.hg)(inputs, ({ file, secrets = [], token, apiUrl }) => {
        if (secrets.length === 0)
            return (0,parsing.ok)({ file, github: undefined });
        if (token !== undefined)
            return (0,parsing.ok)({ file, github: { apiUrl, token, secrets } });
        return (0,parsing/* wrong */.Qm)({
            at: 'github_token',
            what: 'was not given, and github_secret needs it',
            hint: tokens/* tokensTable */.dA.github_token.description,
        });
    });
}
/** What the operation needs is there, `misfitsOf` has seen to that; the fallbacks only tell the compiler. */
function orderFrom(operation, values) {
    const { triggerId = 0, description = '', expires, confirm, keepTriggerId, targets, deleteOld } = values;
    switch (operation) {
        case 'list':
            return (0,parsing.ok)({ operation });
        case 'get':
            return (0,parsing.ok)({ operation, triggerId });
        case 'update':
            return (0,parsing.ok)({ operation, triggerId, description });
        case 'create':
            return (0,parsing.ok)({ operation, description, expires, targets });
        case 'delete':
            return (0,parsing/* okUnless */.rF)(keptProblems(values), { operation, triggerId, confirm });
        case 'rotate':
            return (0,parsing/* okUnless */.rF)(deleteOld === 'never' ? [] : keptProblems(values), {
                operation,
                triggerId: values.triggerId,
                description: values.description,
                expires,
                targets,
                deleteOld,
                keepTriggerId,
            });
    }
}
function keptProblems({ triggerId, keepTriggerId }) {
    if (keepTriggerId === undefined || triggerId !== keepTriggerId)
        return [];
    return [
        {
            at: 'trigger_id',
            what: `is ${triggerId}, and so is keep_trigger_id: this token would be deleted and must be kept`,
            hint: 'Correct one of them.',
        },
    ];
}
/**
 * Reads, checks and freezes everything that one operation on trigger tokens needs; what the operation does not take is refused. No network.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseTokensRequest(from) {
    const reading = await (0,table/* readInputs */.Ko)(tokens/* tokensTable */.dA, from);
    return (0,table/* parsedOf */.rF)((0,parsing/* all */.Q7)({
        connection: (0,connection/* connectionOf */.ao)(reading),
        project: reading.project_id,
        accessToken: reading.access_token,
        order: orderOf(reading, from),
    }));
}

// EXTERNAL MODULE: ./out/bundle/report/tokens.js
var report_tokens = __webpack_require__(5424);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/response-meaning.js
var response_meaning = __webpack_require__(9773);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/token-hints.js
var token_hints = __webpack_require__(5704);
;// CONCATENATED MODULE: ./out/bundle/tokens/errors.js



/** The error for a call about trigger tokens: GitLab's words, and a cure that names the scope and the role that the call needs. */
function tokenCallError(reply, call) {
    const general = (0,explain/* errorOf */.Mz)(reply, call);
    if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab')
        return general;
    const known = causes.find((cause) => cause.matches(reply.refusal, call));
    if (known === undefined)
        return general;
    return new errors/* RefusedError */.fk({ ...general.parts, code: known.code, hint: known.hint(call, reply.refusal) });
}
const says = ({ texts }, pattern) => texts.some((text) => pattern.test(text));
const lifetime = /expires_at.{0,20}must be before (\d{4}-\d\d-\d\d)/;
/** First match wins. @see GitLab 19.1, `lib/api/ci/triggers.rb`, `app/services/ci/pipeline_triggers` */
const causes = [
    {
        code: 'unauthorized',
        matches: ({ status }) => status === 401,
        hint: ({ scope }) => `GitLab does not know this access_token, or not any more: make a new one with the scope ${scope} for a user with the role Maintainer, and store it in the secret. Trigger tokens and job tokens cannot manage trigger tokens.`,
    },
    {
        code: 'insufficient_scope',
        matches: ({ status, oauthError }) => status === 403 && /^insufficient_(?:granular_)?scope$/.test(oauthError ?? ''),
        hint: ({ scope }, refusal) => (0,token_hints/* granularHint */.gj)(refusal) ??
            (scope === 'api'
                ? 'Writing trigger tokens takes an access_token with the scope api; read_api only lists them.'
                : 'Reading trigger tokens takes an access_token with the scope read_api, or api.'),
    },
    {
        code: 'forbidden',
        matches: (refusal) => refusal.status === 403 && says(refusal, /not authorized to update/i),
        hint: () => 'GitLab lets only the owner of a trigger token rename it: use an access_token of that user, or rotate the token, which makes a new one.',
    },
    {
        code: 'forbidden',
        matches: (refusal) => refusal.status === 403 && !says(refusal, /read-only instance/),
        hint: ({ scene }) => `The user behind access_token needs the role Maintainer (or Owner) in ${scene.projectName}; for a project or group access token that is the role that was chosen for it.`,
    },
    {
        code: 'not_found',
        matches: (refusal, { triggerId }) => isRecordMissing(refusal) && (triggerId === undefined || says(refusal, /project not found/i)),
        hint: ({ scene }) => `Check that the project ${scene.projectName} exists on ${scene.gitlabUrl}, and that the user behind access_token is a member of it; a fine-grained token must cover it.`,
    },
    {
        code: 'token_not_found',
        matches: isRecordMissing,
        hint: ({ triggerId, scene }) => `${scene.projectName} has no trigger token ${triggerId ?? ''}: it was deleted, has expired, or belongs to another project. operation: list shows the ids. ${token_hints/* expiredTokenFact */.Ln}`,
    },
    {
        code: 'token_lifetime',
        matches: (refusal) => refusal.status === 400 && says(refusal, lifetime),
        hint: (_, { texts }) => {
            const day = texts.map((text) => lifetime.exec(text)?.[1]).find((found) => found !== undefined);
            return `This GitLab lets a token live for so long and not longer: give an expires_at before ${day ?? 'that day'}.`;
        },
    },
    {
        code: 'token_limit',
        matches: (refusal) => refusal.status === 400 && says(refusal, /maximum number of pipeline triggers/i),
        hint: () => 'Delete trigger tokens that nobody uses (operation: list shows when each was last used), or have an administrator raise the limit.',
    },
    {
        code: 'token_changed',
        matches: ({ status }) => status === 412,
        hint: () => 'Somebody changed the token after the time in If-Unmodified-Since (one of request_headers), so GitLab has not deleted it. Look at it again, then delete it.',
    },
];
/** GitLab's own 404; one with `error` comes from a route that does not exist. */
function isRecordMissing({ status, shape }) {
    return status === 404 && shape !== 'error';
}
/** The same kind of error, and so the same exit code, in other words. */
function restated(error, parts) {
    if (error instanceof errors/* UnreachableError */.Jk)
        return new errors/* UnreachableError */.Jk(parts);
    return error instanceof errors/* ResultsError */.N6 ? new errors/* ResultsError */.N6(parts) : new errors/* RefusedError */.fk(parts);
}
/** Texts one after another, each ended as a sentence; those that are not there are left out. */
function sentences(...texts) {
    return texts
        .flatMap((text) => (text === undefined || text === '' ? [] : [/[.!?]$/.test(text) ? text : `${text}.`]))
        .join(' ');
}

// EXTERNAL MODULE: ./out/bundle/base/retry.js
var retry = __webpack_require__(1493);
;// CONCATENATED MODULE: ./out/bundle/tokens/retry.js




/** Somebody waits for the end, and a schedule runs again anyway: some seconds for a hiccup, a minute for a throttle that says so. */
const callPolicy = {
    attempts: 4,
    firstPauseMs: 1000,
    maxPauseMs: 8000,
    maxRetryAfterMs: 60_000,
};
/**
 * Makes a call that may be made twice, until it gets an answer that would be given again.
 * @throws the reason of `signal` when it aborts.
 */
async function repeatCall(deps, call, { signal, mayRepeat = (reply) => (0,response_meaning/* isTransient */.dg)(reply), }) {
    let earlier = 'none';
    for (let attempt = 1;; attempt += 1) {
        const reply = await call();
        if (reply.kind === 'ok' || attempt >= callPolicy.attempts || !mayRepeat(reply))
            return { reply, earlier };
        if (!isUndone(reply))
            earlier = 'lost';
        await pause(deps, { reply, attempt, signal });
    }
}
/** Whether a call has certainly done nothing, and may do it the next time: it never arrived, or was refused before any work. */
function isUndone(reply) {
    return (0,response_meaning/* meaningOf */.Pr)('create_token', reply) === 'not_done';
}
async function pause({ clock, random, onEvent }, failed) {
    const { reply, attempt, signal } = failed;
    const hints = reply.kind === 'refused' ? reply.refusal.hints : undefined;
    const delayMs = (0,retry/* retryDelayMs */.q)({ attempt, retryAfterMs: hints?.retryAfterMs, random }, callPolicy);
    onEvent({ kind: 'retrying', why: (0,explain/* describeReply */.CS)(reply).why, delayMs });
    await (0,base_clock/* sleep */.yy)(clock, delayMs, signal);
}

;// CONCATENATED MODULE: ./out/bundle/tokens/operations.js




/** @throws {AppError} when they cannot be read. */
async function listTokens(deps, { scene, signal }) {
    const call = { project: scene.project };
    const { reply } = await repeatCall(deps, () => deps.gitlab.listTriggerTokens(call, signal), { signal });
    if (reply.kind === 'ok') {
        return { ...reply.value, nowMs: reply.hints.serverTimeMs ?? deps.clock.epochMs() };
    }
    const what = `Cannot list the trigger tokens of ${scene.projectName} on ${scene.gitlabUrl}`;
    throw tokenCallError(reply, { what, scene, scope: 'read_api' });
}
/** @throws {AppError} when it cannot be read. */
async function fetchToken(deps, triggerId, { scene, signal }) {
    const call = { project: scene.project, triggerId };
    const { reply } = await repeatCall(deps, () => deps.gitlab.fetchTriggerToken(call, signal), { signal });
    if (reply.kind === 'ok')
        return reply.value;
    const what = `Cannot read trigger token ${triggerId} of ${scene.projectName} on ${scene.gitlabUrl}`;
    throw tokenCallError(reply, { what, scene, scope: 'read_api', triggerId });
}
/** Gives a token another description. @throws {AppError} when it could not be confirmed. */
async function renameToken(deps, order, { scene, signal }) {
    const call = { project: scene.project, ...order };
    const { reply } = await repeatCall(deps, () => deps.gitlab.updateTriggerToken(call, signal), { signal });
    if (reply.kind === 'ok')
        return reply.value;
    const what = `Cannot rename trigger token ${order.triggerId} of ${scene.projectName}`;
    throw tokenCallError(reply, { what, scene, scope: 'api', triggerId: order.triggerId });
}
/**
 * Deletes a token for good. One that is gone already is as good as deleted when `gone` says so, or when an earlier request of ours may have done it.
 * @throws {AppError} when it could not be confirmed.
 */
async function deleteToken(deps, order, { scene, signal }) {
    const { token, gone } = order;
    const call = { project: scene.project, triggerId: token.id };
    const { reply, earlier } = await repeatCall(deps, () => deps.gitlab.deleteTriggerToken(call, signal), {
        signal,
    });
    if (reply.kind !== 'ok') {
        const what = `Cannot delete trigger token ${token.id} ${(0,base_text/* quotedName */.aH)(token.description)} of ${scene.projectName}`;
        const error = tokenCallError(reply, { what, scene, scope: 'api', triggerId: token.id });
        const mayBeGone = error.code === 'token_not_found' && (gone === 'fine' || earlier === 'lost');
        // Nobody is told that a key is gone because of one odd answer.
        if (!mayBeGone || !(await isAbsent(deps, call, signal)))
            throw error;
    }
    deps.onEvent({ kind: 'deleted', token });
}
async function isAbsent({ gitlab }, call, signal) {
    const reply = await gitlab.fetchTriggerToken(call, signal);
    return reply.kind === 'refused' && reply.refusal.speaker === 'gitlab' && reply.refusal.status === 404;
}
/** @throws {RefusedError} `not_confirmed` when `confirm` means another token. */
function checkConfirmed(token, confirm, { projectName }) {
    if (confirm === String(token.id) || confirm === token.description.trim())
        return;
    throw new errors/* RefusedError */.fk({
        code: 'not_confirmed',
        what: `Nothing was deleted: confirm does not mean trigger token ${token.id} of ${projectName}`,
        why: `confirm is ${(0,base_text/* quotedName */.aH)(confirm)}, and the token is called ${(0,base_text/* quotedName */.aH)(token.description)}.`,
        hint: `If this is the token to delete, confirm with its id (${token.id}) or its whole description; if not, correct trigger_id.`,
    });
}

;// CONCATENATED MODULE: ./out/bundle/tokens/store.js
/**
 * Puts a token into every store, in their order; the first that fails ends it. `onStored` hears of each that has it.
 * @throws {AppError} of the store that failed.
 */
async function storeToken(deps, token, run) {
    for (const store of deps.stores) {
        run.signal.throwIfAborted();
        const note = await store.store(token.secret, run.signal);
        run.onStored?.(store);
        deps.onEvent({ kind: 'stored', token, where: store.where, note });
    }
}
/** Why a token has not got where it has to; `undefined` when it has, or need not. */
async function neededLoss(output) {
    return output?.isNeeded === true ? await output.loss() : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/tokens/target.js
function tokenSceneOf({ project, connection }) {
    return {
        project,
        projectName: project.kind === 'id' ? String(project.id) : project.path,
        gitlabUrl: connection.gitlabUrl,
    };
}
/** The place in GitLab's own pages where all of it can be done by hand. */
function tokenSettings({ projectName, gitlabUrl }) {
    const address = /^\d+$/.test(projectName)
        ? `${gitlabUrl}/projects/${projectName}`
        : `${gitlabUrl}/${projectName}/-/settings/ci_cd`;
    return `${address} (Settings > CI/CD > Pipeline trigger tokens)`;
}
function isOwned(token) {
    return token.secret !== undefined;
}

;// CONCATENATED MODULE: ./out/bundle/tokens/create.js










/** When the step is stopped while GitLab is at work, its answer is still worth this long: it says what there is now. */
const answerGraceMs = 1500;
/** When to look for a token whose creation nobody confirmed, counted from the look before. */
const searchesAfterMs = [0, 2000, 6000];
/**
 * Creates one token. The request is repeated only when it certainly did nothing; one that got lost is followed by a look for what it left, because
 * GitLab shows a token to its owner again.
 * @throws {RefusedError} when GitLab said no.
 * @throws {UnreachableError} `token_uncertain` when it got lost and nothing was found: a token may exist.
 * @throws {AbortedError} when the signal aborts.
 */
async function createToken(deps, request) {
    const token = await createOrFind(deps, request);
    if (request.expiresAtMs !== undefined && token.expiresAt === undefined) {
        deps.onEvent({ kind: 'expiry_ignored', token });
    }
    return token;
}
async function createOrFind(deps, request) {
    const knownIds = request.knownIds ?? (await idsBefore(deps, request));
    const reply = await send(deps, request);
    if (reply.kind === 'ok' && isOwned(reply.value)) {
        deps.onToken(reply.value);
        deps.onEvent({ kind: 'created', token: reply.value });
        return reply.value;
    }
    if (reply.kind !== 'ok' && !isLost(reply))
        throw failedCreation(reply, request);
    const lost = describeLoss(reply);
    deps.onEvent({ kind: 'response_lost', why: lost.why });
    const found = knownIds === undefined ? undefined : await findNew(deps, request, knownIds);
    if (found === undefined) {
        const search = knownIds === undefined
            ? 'It cannot be told from the tokens that were there before, because GitLab did not list those.'
            : 'It was looked for and not found.';
        throw uncertain(request, lost, search);
    }
    deps.onToken(found);
    deps.onEvent({ kind: 'found_again', token: found });
    return found;
}
/** `undefined` when they cannot be read: whether a token can be made is for the request itself to tell. */
async function idsBefore({ gitlab, clock }, { scene, signal }) {
    const fresh = String(Math.round(clock.nowMs()));
    const reply = await gitlab.listTriggerTokens({ project: scene.project, fresh }, signal);
    if (reply.kind !== 'ok' || reply.hints.fromCache === true)
        return undefined;
    if (reply.value.truncated === 'timed_out' || reply.value.unfit !== undefined)
        return undefined;
    return new Set(reply.value.items.map(({ id }) => id));
}
async function send(deps, request) {
    const { gitlab, clock } = deps;
    const { scene, description, expiresAtMs, signal } = request;
    const call = { project: scene.project, description, expiresAtMs };
    const once = async () => {
        signal.throwIfAborted();
        const late = (0,base_clock/* delayedAbort */.HD)(clock, signal, answerGraceMs);
        try {
            return await gitlab.createTriggerToken(call, late.signal);
        }
        catch (error) {
            throw error instanceof errors/* AbortedError */.oM ? stoppedHalfway(error, request) : error;
        }
        finally {
            late.dispose();
        }
    };
    return (await repeatCall(deps, once, { signal, mayRepeat: isUndone })).reply;
}
/** Whether the token may exist although we did not get it. */
function isLost(reply) {
    return (0,response_meaning/* meaningOf */.Pr)('create_token', reply) === 'uncertain';
}
function describeLoss(reply) {
    if (reply.kind === 'ok')
        return { why: 'GitLab answered without the whole token', advice: '' };
    const { why, hint } = (0,explain/* describeReply */.CS)(reply);
    const isTurnedAway = reply.kind === 'unreadable' || (reply.kind === 'refused' && reply.refusal.status < 500);
    return { why, advice: isTurnedAway ? `${hint} ` : '' };
}
function failedCreation(reply, { scene, description }) {
    return tokenCallError(reply, {
        what: `Cannot create the trigger token ${(0,base_text/* quotedName */.aH)(description)} in ${scene.projectName}`,
        scene,
        scope: 'api',
    });
}
/** Looks for the token that the lost request may have left; a list that cannot be read is no answer. */
async function findNew({ gitlab, clock }, { scene, description, signal }, knownIds) {
    for (const delayMs of searchesAfterMs) {
        await (0,base_clock/* sleep */.yy)(clock, delayMs, signal);
        const fresh = String(Math.round(clock.nowMs()));
        const reply = await gitlab.listTriggerTokens({ project: scene.project, fresh }, signal);
        if (reply.kind !== 'ok' || reply.value.unfit !== undefined)
            continue;
        const candidates = reply.value.items
            .filter(isOwned)
            .filter((token) => token.description === description && !knownIds.has(token.id));
        const [only] = candidates;
        if (only !== undefined && candidates.length === 1)
            return only;
    }
    return undefined;
}
function uncertain({ scene, description }, { why, advice }, search) {
    return new errors/* UnreachableError */.Jk({
        code: 'token_uncertain',
        what: `It is not known whether the trigger token ${(0,base_text/* quotedName */.aH)(description)} was created in ${scene.projectName}`,
        why: `${why}. ${search} The request was not repeated, because that could make a second one.`,
        hint: `${advice}Look for it at ${tokenSettings(scene)}, and delete it there if nobody uses it, before you create it again.`,
    });
}
function stoppedHalfway({ stopSignal }, { scene, description }) {
    return new errors/* AbortedError */.oM(stopSignal, {
        why: `The request to create the trigger token ${(0,base_text/* quotedName */.aH)(description)} was on its way, so the token may exist.`,
        hint: `Look for it at ${tokenSettings(scene)}.`,
    });
}
/**
 * Creates a token and puts it where it is to go. One that nobody got is deleted again.
 * @throws {AppError} also when the token exists but could not be stored, and says so.
 */
async function createAndStore(deps, run) {
    const { order, scene, signal } = run;
    const { description, expires } = order;
    const token = await createToken(deps, { scene, description, expiresAtMs: expires?.atMs, signal });
    const why = await neededLoss(deps.output);
    if (why !== undefined)
        throw await takenBack(deps, run, { token, why });
    try {
        await storeToken(deps, token, { signal });
    }
    catch (error) {
        throw notStored(error, token, { scene, loss: await deps.output?.loss() });
    }
    return token;
}
/** Deletes a token that is nowhere, and says what there is now. */
async function takenBack(deps, run, { token, why }) {
    const { id } = token;
    const { scene } = run;
    const lost = `The output token could not be handed over: ${why}`;
    try {
        await deleteToken(deps, { token, gone: 'fine' }, run);
        return new errors/* ResultsError */.N6({
            code: 'token_not_stored',
            what: `There is no new trigger token of ${scene.projectName}: nobody could get it, so it was deleted again`,
            why: sentences(lost),
            hint: 'Mend that, or give another place (save_to_file, github_secret), and run the step again.',
        });
    }
    catch (error) {
        return new errors/* ResultsError */.N6({
            code: 'token_not_stored',
            what: `Trigger token ${id} of ${scene.projectName} exists and works, and nobody has it`,
            why: sentences(lost, 'It could not be deleted again', error instanceof errors/* AppError */.uV ? error.parts.what : undefined),
            hint: `Delete it (operation: delete, trigger_id: ${id}), or at ${tokenSettings(scene)}.`,
        });
    }
}
function notStored(error, { id }, { scene, loss }) {
    if (!(error instanceof errors/* AppError */.uV))
        return error;
    const where = loss === undefined ? 'the output token has it' : `the output token does not have it: ${loss}`;
    const state = `Trigger token ${id} of ${scene.projectName} exists and works; ${where}`;
    const remedy = loss === undefined ? 'Store it from there, or delete it' : 'Delete it';
    const advice = `${remedy} (operation: delete, trigger_id: ${id}): running the step again makes another one`;
    const { hint, why } = error.parts;
    return error instanceof errors/* AbortedError */.oM
        ? new errors/* AbortedError */.oM(error.stopSignal, { why: sentences(why, state), hint: sentences(advice) })
        : restated(error, { ...error.parts, hint: sentences(hint, state, advice) });
}

;// CONCATENATED MODULE: ./out/bundle/tokens/rotation-error.js




/**
 * What broke a rotation off, with the two sentences that matter then: which token works, and what to do. The code is that of the trouble itself as long as
 * there is no new token, and `rotation_unfinished` afterwards. Faults of this program stay as they are.
 */
function halfwayError(error, scene, progress) {
    if (!(error instanceof errors/* AppError */.uV))
        return error;
    const { what, why, hint } = error.parts;
    const situation = situationOf(scene, progress);
    if (error instanceof errors/* AbortedError */.oM) {
        return new errors/* AbortedError */.oM(error.stopSignal, {
            why: sentences(why, situation.state),
            hint: situation.advice,
        });
    }
    if (progress.fresh === undefined) {
        const advice = error instanceof errors/* UnreachableError */.Jk ? situation.advice : undefined;
        return restated(error, { ...error.parts, hint: sentences(hint, situation.state, advice) });
    }
    return restated(error, {
        code: 'rotation_unfinished',
        what: `Trigger token ${progress.replacedId} of ${scene.projectName} is not completely replaced by ${progress.fresh.id}`,
        why: sentences(what, why),
        hint: sentences(situation.state, situation.advice, hint),
        cause: error,
    });
}
function situationOf(scene, progress) {
    const { old, fresh, state, places, stored } = progress;
    const again = 'Run the step again: it goes on from here';
    if (state === 'lost' && fresh !== undefined) {
        const before = old === undefined
            ? `token ${progress.replacedId} is deleted already`
            : `token ${old.id} ${(0,base_text/* quotedName */.aH)(old.description)} works as before`;
        return {
            state: `Nobody has the new token ${fresh.id}; ${before}.`,
            advice: `${again}, within a day with token ${fresh.id}. Or delete token ${fresh.id} (operation: delete, trigger_id: ${fresh.id}), or at ${tokenSettings(scene)}.`,
        };
    }
    if (old === undefined) {
        const name = fresh === undefined ? 'The new token' : `Token ${fresh.id}`;
        return {
            state: `${name} works; token ${progress.replacedId} is deleted already.${storedSentence(stored)}`,
            advice: `${again}.`,
        };
    }
    const oldName = `token ${old.id} ${(0,base_text/* quotedName */.aH)(old.description)}`;
    if (fresh === undefined) {
        return { state: `Nothing has changed for ${oldName}: it works as before.`, advice: `${again}.` };
    }
    if (state === 'unproven') {
        return {
            state: `The one to use is ${oldName}, which works as before; token ${fresh.id} exists, but is not in use.`,
            advice: `${again}, within a day with token ${fresh.id}. If that does not help, delete token ${fresh.id} at ${tokenSettings(scene)}.`,
        };
    }
    if (stored.length < places.length) {
        const missing = places.filter((place) => !stored.includes(place)).join(', ');
        return {
            state: `Both tokens work: ${oldName}, and the new token ${fresh.id}.${storedSentence(stored)} It is not yet in ${missing}.`,
            advice: `${again}, within a day with token ${fresh.id}.`,
        };
    }
    return {
        state: `Token ${fresh.id} works.${storedSentence(stored)} But ${oldName} may still work, too.`,
        advice: `${again}. Or delete token ${old.id} at ${tokenSettings(scene)}.`,
    };
}
function storedSentence(stored) {
    return stored.length === 0 ? '' : ` It is stored in ${stored.join(', ')}.`;
}

;// CONCATENATED MODULE: ./out/bundle/tokens/rotation-plan.js

/** The mark stands at the end of the description, in plain words, because people read it in GitLab's list. */
const [markStart, markEnd] = ['(replaces ', ')'];
const mostDigits = 15;
function readRotationMark(description) {
    let name = description;
    let replaces;
    // A token that was replaced itself may have kept its mark.
    for (let found = markAtEndOf(name); found !== undefined; found = markAtEndOf(name)) {
        replaces ??= found.id;
        name = name.slice(0, found.start);
    }
    return { name: name.trim(), replaces };
}
/** Where the mark that ends a text begins, with the blanks in front of it. Read from the end: nothing is looked at twice, whatever stands before. */
function markAtEndOf(text) {
    if (!text.endsWith(markEnd))
        return undefined;
    const end = text.length - markEnd.length;
    const at = text.lastIndexOf(markStart, end);
    const digits = at < 0 ? '' : text.slice(Math.max(at + markStart.length, end - mostDigits - 1), end);
    if (at + markStart.length + digits.length !== end || !/^[1-9]\d{0,14}$/.test(digits))
        return undefined;
    return { start: text.slice(0, at).trimEnd().length, id: Number(digits) };
}
/**
 * The description of a token that takes the place of another. It stays when the rotation is over: nothing has to be changed at its end, so there is no
 * moment at which a cut would leave something half done; a mark whose token is gone means a rotation that came to its end.
 */
function markedDescription(name, replacedId) {
    return `${name} (replaces ${replacedId})`.trim();
}
/** A rotation that was cut is taken up within this time; later it is another one, which has to bring a token of its own. */
const sameRotationMs = 86_400_000;
/** Decides from one picture. Pure, so that every cut can be tried: a run that is started again sees what the earlier one left, and goes on from there. */
function planRotation(picture, request) {
    const found = findOld(picture, request);
    if (found.kind !== 'found')
        return found;
    const { old } = found;
    const made = madeFor(picture.tokens, old.id);
    const reuse = made.filter(isOwned).findLast((token) => isYoung(token, picture) && fits(token, request));
    return {
        kind: 'replace',
        old,
        name: readRotationMark(request.description ?? old.description).name,
        stale: made.filter((token) => token !== reuse),
        reuse,
    };
}
function findOld(picture, { triggerId, description }) {
    if (triggerId !== undefined)
        return findById(picture, triggerId);
    const { name } = readRotationMark(description ?? '');
    const family = picture.tokens.filter((token) => readRotationMark(token.description).name === name);
    const roots = family.filter((token) => {
        const { replaces } = readRotationMark(token.description);
        return !family.some(({ id }) => id === replaces);
    });
    const [root] = roots;
    if (root === undefined)
        return { kind: 'absent' };
    return roots.length === 1 ? { kind: 'found', old: root } : { kind: 'ambiguous', tokens: roots };
}
function findById(picture, triggerId) {
    const old = picture.tokens.find(({ id }) => id === triggerId);
    if (old !== undefined)
        return { kind: 'found', old };
    const by = madeFor(picture.tokens, triggerId).at(-1);
    if (by === undefined)
        return { kind: 'absent' };
    return isOwned(by) && isYoung(by, picture)
        ? { kind: 'done_before', replacedId: triggerId, by }
        : { kind: 'done_long_ago', replacedId: triggerId, by };
}
/** The tokens that were made in the place of one, and of those that were made in their place; oldest first. */
function madeFor(tokens, replacedId) {
    const ids = new Set([replacedId]);
    const made = [];
    // A token is younger than the one it replaces, so that one pass in their order finds all.
    for (const token of [...tokens].sort((one, other) => one.id - other.id)) {
        const { replaces } = readRotationMark(token.description);
        if (replaces === undefined || !ids.has(replaces) || ids.has(token.id))
            continue;
        ids.add(token.id);
        made.push(token);
    }
    return made;
}
function isYoung({ createdAt }, { nowMs }) {
    return nowMs - Date.parse(createdAt ?? '') <= sameRotationMs;
}
/** Whether a token expires about when it should: a span such as 90d counts from another moment in each run. */
function fits({ expiresAt }, { expiresAtMs }) {
    if (expiresAtMs === undefined || expiresAt === undefined)
        return expiresAtMs === undefined && expiresAt === undefined;
    return Math.abs(Date.parse(expiresAt) - expiresAtMs) <= sameRotationMs;
}

;// CONCATENATED MODULE: ./out/bundle/tokens/verify.js




/**
 * Makes sure that GitLab takes a token. A new one may not have reached every server of GitLab yet, so that a no is asked for again, too.
 * @throws {AppError} when GitLab does not take it, or gives no answer that tells.
 */
async function proveToken(deps, token, { scene, signal }) {
    const call = { project: scene.project, token: token.secret };
    for (let attempt = 1;; attempt += 1) {
        const verdict = await deps.probe(call, signal);
        if (verdict.kind === 'accepted') {
            deps.onEvent({ kind: 'proven', token });
            return;
        }
        const { kind, ...described } = verdict;
        if (kind === 'blocked' || attempt >= callPolicy.attempts) {
            const what = `GitLab did not take trigger token ${token.id} of ${scene.projectName}`;
            throw kind === 'unknown'
                ? new errors/* UnreachableError */.Jk({ what, ...described })
                : new errors/* RefusedError */.fk({ what, ...described });
        }
        const delayMs = (0,retry/* retryDelayMs */.q)({ attempt, retryAfterMs: undefined, random: deps.random }, callPolicy);
        deps.onEvent({ kind: 'retrying', why: described.why, delayMs });
        await (0,base_clock/* sleep */.yy)(deps.clock, delayMs, signal);
    }
}

;// CONCATENATED MODULE: ./out/bundle/tokens/rotate.js










/**
 * Puts a new token in the place of an old one: makes it, makes sure that GitLab takes it, stores it, and only then deletes the old one. At every moment there
 * is a token that works, and a run that was cut at any point is taken up by the next one.
 * @throws {AppError} that says which token works and what to do; `rotation_unfinished` when there is a new one already.
 */
async function rotateToken(deps, run) {
    const { triggerId, description, expires } = run.order;
    const picture = await listTokens(deps, run);
    if (picture.unfit !== undefined)
        throw notAllRead(picture.unfit, run.scene);
    const request = { triggerId, description, expiresAtMs: expires?.atMs };
    const plan = planRotation({ tokens: picture.items, nowMs: picture.nowMs }, request);
    switch (plan.kind) {
        case 'replace':
            await replace(deps, run, { plan, picture });
            break;
        case 'done_before':
            await finish(deps, run, plan);
            break;
        case 'done_long_ago':
        case 'absent':
        case 'ambiguous':
            throw impossible(plan, run);
        default:
            return (0,assert_never/* assertNever */.x)(plan);
    }
}
async function replace(deps, run, { plan, picture }) {
    const { order, scene, signal } = run;
    const { old } = plan;
    const fate = fateOf(deps, order);
    if (fate === 'delete' && order.keepTriggerId === old.id)
        throw kept(old, scene);
    const progress = progressOf(deps, { replacedId: old.id, old });
    try {
        const fresh = await freshToken(deps, run, { plan, picture, progress });
        if (old.owner !== fresh.owner)
            deps.onEvent({ kind: 'owner_changed', from: old, to: fresh });
        await handOver(deps, run, { fresh, progress });
        const stale = plan.stale.filter(({ id }) => id !== fresh.id && id !== order.keepTriggerId);
        // The old one last: as long as it is there, a run that is started again sees what belongs together.
        const others = [...stale, old];
        if (fate === 'leave') {
            deps.onEvent({ kind: 'left', tokens: others });
            return;
        }
        for (const token of others) {
            signal.throwIfAborted();
            await deleteToken(deps, { token, gone: 'fine' }, run);
        }
    }
    catch (error) {
        throw halfwayError(error, scene, progress);
    }
}
/** An earlier run has done everything, and was perhaps cut before it could tell anybody: what it made is handed over again. */
async function finish(deps, run, plan) {
    const { by: fresh, replacedId } = plan;
    const progress = progressOf(deps, { replacedId, old: undefined });
    try {
        take(deps, fresh, progress);
        deps.onEvent({ kind: 'reused', token: fresh });
        await proveToken(deps, fresh, run);
        await handOver(deps, run, { fresh, progress });
    }
    catch (error) {
        throw halfwayError(error, run.scene, progress);
    }
}
/** A token that GitLab takes: one that an earlier run left, or one made now. */
async function freshToken(deps, run, { plan, picture, progress }) {
    const { old, name, reuse } = plan;
    if (reuse !== undefined) {
        take(deps, reuse, progress);
        deps.onEvent({ kind: 'reused', token: reuse });
        await proveToken(deps, reuse, run);
        return reuse;
    }
    const fresh = await createToken({ ...deps, onToken: (token) => take(deps, token, progress) }, {
        scene: run.scene,
        description: markedDescription(name, old.id),
        expiresAtMs: run.order.expires?.atMs,
        knownIds: new Set(picture.items.map(({ id }) => id)),
        signal: run.signal,
    });
    run.signal.throwIfAborted();
    await proveToken(deps, fresh, run);
    return fresh;
}
function take(deps, token, progress) {
    deps.onToken(token);
    progress.fresh = token;
}
async function handOver(deps, { signal }, { fresh, progress }) {
    progress.state = 'proven';
    deps.onProven(fresh, progress.replacedId);
    const why = await neededLoss(deps.output);
    if (why !== undefined) {
        progress.state = 'lost';
        throw new errors/* ResultsError */.N6({
            code: 'token_not_stored',
            what: 'The new token could not be handed over as the output token',
            why: sentences(why),
            hint: 'Mend that, or give another place (save_to_file, github_secret).',
        });
    }
    await storeToken(deps, fresh, { signal, onStored: ({ where }) => progress.stored.push(where) });
}
function progressOf({ stores }, start) {
    const places = stores.map(({ where }) => where);
    return { ...start, places, stored: [], fresh: undefined, state: 'unproven' };
}
/** With no store but the output nobody can tell whether a later step will keep the new token. */
function fateOf({ stores }, { deleteOld }) {
    switch (deleteOld) {
        case 'always':
            return 'delete';
        case 'never':
            return 'leave';
        case 'auto':
            return stores.length > 0 ? 'delete' : 'leave';
        default:
            return (0,assert_never/* assertNever */.x)(deleteOld);
    }
}
function kept({ id }, { projectName }) {
    return new errors/* RefusedError */.fk({
        code: 'token_kept',
        what: `Nothing was changed: rotating would delete trigger token ${id} of ${projectName}, which keep_trigger_id keeps`,
        hint: 'Correct keep_trigger_id, or set delete_old to never.',
    });
}
/** One that cannot be read may be the one to replace, or an earlier run's. */
function notAllRead({ count, why }, { projectName }) {
    return new errors/* UnreachableError */.Jk({
        code: 'not_gitlab',
        what: `Nothing was rotated: the trigger tokens of ${projectName} cannot all be read`,
        why: `${count} of them is not what GitLab sends (${why})`,
        hint: 'Run the step again; if it stays, look at what stands between here and GitLab.',
    });
}
function impossible(plan, { order, scene }) {
    const wanted = order.triggerId === undefined
        ? `a trigger token called ${(0,base_text/* quotedName */.aH)(order.description ?? '')}`
        : `trigger token ${order.triggerId}`;
    const what = `Nothing was rotated: ${wanted} of ${scene.projectName} cannot be replaced`;
    switch (plan.kind) {
        case 'absent':
            return new errors/* RefusedError */.fk({
                code: 'token_not_found',
                what,
                why: 'There is no such token: it was deleted, or has expired (GitLab hides those), or it is called otherwise.',
                hint: 'See what there is with operation: list; make the first one with operation: create.',
            });
        case 'ambiguous':
            return new errors/* RefusedError */.fk({
                code: 'token_ambiguous',
                what,
                why: `There are ${plan.tokens.length} of this name: ${plan.tokens.map(({ id }) => id).join(', ')}.`,
                hint: 'Give the trigger_id of the one to replace, or delete or rename those that nobody uses.',
            });
        case 'done_long_ago':
            return new errors/* RefusedError */.fk({
                code: 'token_not_found',
                what,
                why: `Token ${plan.by.id} has replaced it already${since(plan.by)}.`,
                hint: `To replace that one, give trigger_id: ${plan.by.id}. For a schedule give description instead of trigger_id: the description stays, the id changes with every rotation.`,
            });
        default:
            return (0,assert_never/* assertNever */.x)(plan);
    }
}
function since({ createdAt, owner }) {
    const when = createdAt === undefined ? '' : ` since ${createdAt}`;
    return owner === undefined ? when : `${when} (owner: ${owner})`;
}

// EXTERNAL MODULE: ./out/bundle/run/context.js
var context = __webpack_require__(5084);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./out/bundle/hosts/foreign-links.js
var foreign_links = __webpack_require__(6517);
;// CONCATENATED MODULE: ./out/bundle/hosts/secret-file.js





/** For this user only, from the first moment. Windows has no such modes: there the file gets the rights of its folder. */
const mode = 0o600;
/**
 * Makes sure that a secret can be written to `place`, before there is one: tries with an empty file beside it.
 * @throws {InputError} when it cannot.
 */
async function checkSecretFile(place) {
    try {
        const link = (0,foreign_links/* linkOnWay */.$)(place, 'is_replaced');
        if (link !== undefined)
            throw unwritable(`${link} is a symbolic link, which is not followed`);
        // The draft would be beside it, as if it were not there.
        if (place.endsWith('/') || place.endsWith(external_node_path_.sep))
            throw unwritable('it is the path of a folder');
        const draft = draftOf(place);
        await (await (0,promises_.open)(draft, 'wx', mode)).close();
        await (0,promises_.rm)(draft);
    }
    catch (error) {
        throw error instanceof errors/* InputError */.dz ? error : unwritable(codeOf(error));
    }
    const found = await (0,promises_.stat)(place).catch(() => undefined);
    if (found !== undefined && !found.isFile())
        throw unwritable('it is there and no file');
}
/**
 * Writes a secret, without a line end, to a file that only this user may read. It takes the place of what was there whole or not at all, a link of that name included;
 * nobody else can read it at any moment.
 * @throws {ResultsError} `token_not_stored`; what was there before still is.
 */
async function writeSecretFile(place, secret) {
    try {
        if ((0,foreign_links/* linkOnWay */.$)(place, 'is_replaced') !== undefined)
            throw linkError();
        await replaceWhole(place, secret.reveal());
    }
    catch (error) {
        throw new errors/* ResultsError */.N6({
            code: 'token_not_stored',
            what: 'The new token could not be written to save_to_file',
            why: `The system says ${codeOf(error)}`,
            hint: 'Give the path of a file in a folder that this user may write to.',
        });
    }
}
async function replaceWhole(place, text) {
    const draft = draftOf(place);
    const file = await (0,promises_.open)(draft, 'wx', mode);
    try {
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(draft, place);
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true }).catch(() => undefined);
        throw error;
    }
}
/** With the code that the system has for a link which is not followed. */
function linkError() {
    return Object.assign(new Error('a symbolic link'), { code: 'ELOOP' });
}
/** In the same folder, because a file can only be moved at once within a file system. */
function draftOf(place) {
    return external_node_path_.join(external_node_path_.dirname(place), `.${external_node_path_.basename(place)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
}
function unwritable(why) {
    return new errors/* InputError */.dz({
        code: 'invalid_input',
        what: 'save_to_file cannot be written, so nothing was changed',
        why,
        hint: 'Give the path of a file in a folder that exists and that this user may write to.',
    });
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}

;// CONCATENATED MODULE: ./out/bundle/run/tokens/token-stores.js

/**
 * Opens the places that a new token goes to, the file first. Talks to nobody yet.
 * @throws {InputError} when one of them cannot be used.
 */
async function openStores(deps, { file, github }, { caCertificate, requestTimeoutMs }) {
    const files = file === undefined ? [] : [await fileStore(file)];
    if (github === undefined)
        return { stores: files, close: () => undefined };
    const { apiUrl, token, secrets } = github;
    const { openGitHub } = await __webpack_require__.e(/* import() */ 7000).then(__webpack_require__.bind(__webpack_require__, 7000));
    const { githubSecretStore } = await __webpack_require__.e(/* import() */ 1900).then(__webpack_require__.bind(__webpack_require__, 1900));
    const way = openGitHub(deps, { apiUrl, token, caCertificate, requestTimeoutMs });
    const stores = secrets.map((address) => githubSecretStore({ ...deps, github: way.github }, address));
    return { stores: [...files, ...stores], close: way.close };
}
/** The output `token`: needed where there is no store, and where it goes to a file that was asked for. */
function tokenOutput({ outputs }, stores) {
    return {
        isNeeded: stores.length === 0 || outputs.fault !== undefined,
        loss: async () => {
            const lost = (await outputs.lost?.()) ?? [];
            return lost.find(({ name }) => name === 'token')?.why ?? outputs.fault?.()?.why;
        },
    };
}
async function fileStore(file) {
    await checkSecretFile(file);
    return {
        where: 'the file of save_to_file',
        store: async (token) => {
            await writeSecretFile(file, token);
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./out/bundle/run/tokens/tokens.js














/**
 * One run of the sub-action `tokens`: one operation on the trigger tokens of a project.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runTokens(deps, { signal }) {
    const { host, files, clock } = deps;
    (0,context/* maskSecrets */.QU)(deps, tokens/* tokensTable */.dA);
    const source = { source: host.inputs, files, nowMs: clock.epochMs() };
    const { request, warnings } = await parseTokensRequest(source);
    for (const text of warnings)
        host.log.warning(text);
    const { gitlab, close } = (0,context/* openGitLab */.Cz)(deps, request.connection, request.accessToken);
    try {
        const onEvent = (event) => {
            const { level, text } = (0,report_tokens/* tokenEventLine */._m)(event);
            host.log[level](text);
        };
        host.log.info((0,report_tokens/* tokensRequestLine */.Mo)(request));
        await perform({ ...deps, gitlab, request, scene: tokenSceneOf(request), signal, onEvent });
        return errors/* exitCodes */.hS.accepted;
    }
    finally {
        close();
    }
}
async function perform(run) {
    const { order } = run.request;
    switch (order.operation) {
        case 'list':
            await list(run);
            break;
        case 'get':
            show(run, await fetchToken(run, order.triggerId, run));
            break;
        case 'update':
            show(run, await renameToken(run, order, run));
            break;
        case 'create':
            await create(run, order);
            break;
        case 'delete':
            await remove(run, order);
            break;
        case 'rotate':
            await rotate(run, order);
            break;
        default:
            (0,assert_never/* assertNever */.x)(order);
    }
}
async function list(run) {
    const { host, scene } = run;
    const { items, truncated, unfit } = await listTokens(run, run);
    (0,context/* setOutputs */.n0)(run, (0,report_tokens/* tokenListOutputs */.KW)(items));
    host.log.group((0,report_tokens/* tokenTableTitle */.uI)(items, truncated), (0,report_tokens/* tokenTableLines */.t_)(items));
    if (unfit !== undefined) {
        host.log.warning(`Trigger tokens that cannot be read, and are not listed: ${unfit.count} (${unfit.why}).`);
    }
    if (!(await host.summary.write((0,report_tokens/* tokenTable */.Kn)(items, scene.projectName)))) {
        host.log.warning('The report could not be written.');
    }
}
function show(run, token) {
    (0,context/* setOutputs */.n0)(run, (0,report_tokens/* oneTokenOutputs */.Uc)(token));
    run.host.log.info((0,report_tokens/* tokenLine */.S2)(token));
}
async function create(run, order) {
    await withStores(run, order, async (stores) => {
        const onToken = (token) => tell(run, token);
        const output = tokenOutput(run.host, stores);
        await createAndStore({ ...run, stores, output, onToken }, { ...run, order });
    });
}
async function rotate(run, order) {
    await withStores(run, order, async (stores) => {
        await rotateToken({
            ...run,
            stores,
            output: tokenOutput(run.host, stores),
            probe: (call, signal) => (0,probe_trigger_token/* probeTriggerToken */.U)(run.gitlab, call, signal),
            onToken: ({ secret }) => run.host.masker.mask(secret),
            onProven: (token, replacedId) => {
                (0,context/* setOutputs */.n0)(run, { old_trigger_id: String(replacedId) });
                tell(run, token);
            },
        }, { ...run, order });
    });
}
/** Makes a new token known to later steps. */
function tell(run, token) {
    (0,redaction.setSecretOutput)(run.host, 'token', token.secret);
    (0,context/* setOutputs */.n0)(run, (0,report_tokens/* oneTokenOutputs */.Uc)(token));
}
async function withStores(run, { targets, expires }, work) {
    const { host, request } = run;
    const line = expires === undefined ? undefined : (0,report_tokens/* expiryLine */.c$)(expires);
    if (line !== undefined)
        host.log.info(line);
    const { stores, close } = await openStores(run, targets, request.connection);
    try {
        if (stores.length === 0) {
            if (host.outputs.keeps !== undefined)
                throw nowhere();
            const why = host.outputs.hindrance?.('secret');
            if (why !== undefined)
                throw nowhere(why);
        }
        await work(stores);
    }
    finally {
        close();
    }
}
/** A token that nobody gets would only be one more key that is lying about. */
function nowhere(why) {
    return new errors/* InputError */.dz({
        code: 'invalid_input',
        what: 'There is no place for the new token, so nothing was changed: a token is never printed',
        why: why === undefined ? undefined : `Outputs cannot be handed to later steps: ${why}.`,
        hint: 'Give save_to_file (a file that only you can read), github_secret, or output_file.',
    });
}
async function remove(run, { triggerId, confirm }) {
    const token = await fetchToken(run, triggerId, run);
    const confirmation = confirm ?? (await askFor(run, token));
    if (confirmation !== undefined)
        checkConfirmed(token, confirmation, run.scene);
    run.signal.throwIfAborted();
    await deleteToken(run, { token, gone: 'refused' }, run);
    (0,context/* setOutputs */.n0)(run, (0,report_tokens/* oneTokenOutputs */.Uc)(token));
}
/** In a terminal somebody types what is to go; elsewhere the step says it by its inputs. */
async function askFor(run, token) {
    if (run.ask === undefined)
        return undefined;
    run.host.log.info((0,report_tokens/* tokenLine */.S2)(token));
    const answer = await run.ask(`Type its id (${token.id}) or its description to delete it for good: `, run.signal);
    if (answer !== '')
        return answer;
    throw new errors/* RefusedError */.fk({
        code: 'not_confirmed',
        what: `Nothing was deleted: trigger token ${token.id} ${(0,base_text/* quotedName */.aH)(token.description)} was not confirmed`,
        hint: 'Type its id or its description, or give it with --confirm.',
    });
}


/***/ })

};
