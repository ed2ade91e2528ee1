export const id = 3016;
export const ids = [3016];
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

/***/ 3016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkRequest: () => (/* binding */ checkRequest),
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
;// CONCATENATED MODULE: ./out/bundle/check/check.js
/** Everything that is checked, in the order of its report. */
const checkNames = (/* unused pure expression or super */ null && ([
    'server',
    'token',
    'access_token',
    'project',
    'pipelines',
    'ref',
    'protected_ref',
    'ci_config',
    'jobs',
    'variables',
    'inputs',
]));
function good(finding) {
    return { state: 'ok', finding };
}
function bad(code, { finding, hint }) {
    return { state: 'failed', code, finding, hint };
}
function check_open(finding, hint) {
    return { state: 'unknown', finding, hint };
}
function refPartsOf(ref) {
    const [, folder, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (name === undefined)
        return { name: ref, kind: undefined };
    return { name, kind: folder === 'heads' ? 'branch' : 'tag' };
}
/** Whether a version as GitLab writes it (`16.9.2-ee`) is before a release; `undefined` when it is no version. */
function isBefore(version, [major, minor]) {
    const [, first, second] = /^(\d{1,4})\.(\d{1,4})(?:\D|$)/.exec(version) ?? [];
    if (first === undefined || second === undefined)
        return undefined;
    return Number(first) < major || (Number(first) === major && Number(second) < minor);
}

// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/oldest-release.js
var oldest_release = __webpack_require__(779);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/token-hints.js
var token_hints = __webpack_require__(5704);
;// CONCATENATED MODULE: ./out/bundle/check/release-gaps.js

/** In the order of the releases. All of it is done without on older ones. */
const releaseGaps = [
    { since: [13, 1], lacks: 'the list of trigger jobs, without which no downstream pipeline is seen' },
    { since: [13, 2], lacks: 'the jobs of the tests in a test summary' },
    { since: [13, 9], lacks: 'what was sent with a trigger, by which a run finds its own pipelines' },
    { since: [13, 10], lacks: 'the project in a pipeline, for which GitLab is asked apart' },
    { since: [15, 5], lacks: 'what an access token may do' },
    { since: [17, 11], lacks: 'pipeline inputs' },
    { since: [18, 7], lacks: 'triggers where a project lets nobody set variables' },
    { since: [19, 1], lacks: 'logs from where the last look ended, so that each look reads the whole log' },
];
/** What a version lacks; nothing where it is no version. */
function gapsOf(version) {
    return releaseGaps.filter(({ since }) => isBefore(version, since) === true);
}
/** `; it lacks pipeline inputs (17.11)`, or nothing. */
function gapsPhrase(version) {
    const gaps = gapsOf(version).map(({ since, lacks }) => `${lacks} (${since.join('.')})`);
    return gaps.length === 0 ? '' : `; it lacks ${gaps.join('; ')}`;
}

;// CONCATENATED MODULE: ./out/bundle/check/server-and-token.js





/** Whether it is worth asking for more: GitLab answered, be it that the version is not for everybody, or that we asked too often. */
function answersAsGitLab(server) {
    return server.kind === 'ok' || isReserved(server) || isThrottled(server);
}
/** The version is only told to users. */
function isReserved(server) {
    if (server.kind !== 'refused')
        return false;
    const { status, speaker } = server.refusal;
    return (status === 401 || status === 403) && speaker === 'gitlab';
}
function isThrottled(server) {
    return server.kind === 'refused' && server.refusal.status === 429;
}
function serverCheck(server, { connection }) {
    const { gitlabUrl } = connection;
    if (server.kind === 'ok')
        return versionCheck(server.value.version, gitlabUrl);
    if (isReserved(server)) {
        return good(`GitLab answers at ${gitlabUrl}; it tells its version to an access token with read_api only`);
    }
    const { code, why, hint } = (0,explain/* describeReply */.CS)(server);
    return isThrottled(server) ? check_open(why, hint) : bad(code, { finding: why, hint });
}
function versionCheck(version, gitlabUrl) {
    const answers = `GitLab ${version} answers at ${gitlabUrl}`;
    if (isBefore(version, oldest_release/* oldestRelease */.zs) !== true)
        return good(`${answers}${gapsPhrase(version)}`);
    return bad('gitlab_too_old', {
        finding: `${answers}, which is older than ${oldest_release/* oldestRelease */.zs.join('.')}`,
        hint: oldest_release/* tooOldHint */.t$,
    });
}
/** What is to be said of a question that got no usable answer: nobody knows, and why. */
function unanswered(reply) {
    const { why, hint } = (0,explain/* describeReply */.CS)(reply);
    return check_open(why, hint);
}
/** What became of trying the token that starts pipelines. */
function tokenCheck(probe, { tokenKind }) {
    if (probe.kind === 'accepted') {
        const what = tokenKind === 'job_token' ? 'the CI_JOB_TOKEN of a running job' : 'a pipeline trigger token';
        return good(`GitLab takes it for this project: it is ${what}`);
    }
    const { code, why, hint } = probe;
    return probe.kind === 'unknown' ? check_open(why, hint) : bad(code, { finding: why, hint });
}
/** An end this near is said, so that nobody is surprised. */
const soonDays = 14;
const dayMs = 86_400_000;
/**
 * Whether the access token can do what the request asks of it. What it may do by its permissions, and not by its scopes, shows in what became of the requests
 * that were made with it.
 */
function accessTokenCheck(reply, request, tried = {}) {
    if (reply.kind !== 'ok')
        return ofFailure(reply);
    const { scopes, active, granular } = reply.value;
    if (active === false) {
        return bad('unauthorized', {
            finding: 'GitLab says that it is not active: it has expired or been revoked',
            hint: 'Make a new access token and store it in the secret.',
        });
    }
    const missingDuties = missingDutiesOf(tried);
    if (missingDuties !== undefined)
        return missingDuties;
    // What a fine-grained token may do is not in its scopes.
    if (granular === true || scopes.includes('granular'))
        return fineGrained(tried, request);
    const { scope, duties } = needsOf(request);
    const fits = scopes.includes('api') || (scope === 'read_api' && scopes.includes('read_api'));
    if (!fits) {
        return bad('insufficient_scope', {
            finding: `Its scopes are ${shown(scopes)}, and this run needs ${scope} (${duties.join(', ')})`,
            hint: `Use an access_token with the scope ${scope}.`,
        });
    }
    return good(`It is active, with the scopes ${shown(scopes)}${expiryOf(reply)}${limitOf(scopes, request)}`);
}
function ofFailure(reply) {
    if (reply.kind !== 'refused')
        return unanswered(reply);
    if (reply.refusal.status === 401) {
        const { code, why } = (0,explain/* describeReply */.CS)(reply);
        const hint = 'Give one that has neither expired nor been revoked: make a new one and store it in the secret.';
        return bad(code, { finding: why, hint });
    }
    // Servers before 15.5 do not have this call.
    return reply.refusal.status === 404
        ? check_open('This GitLab does not tell what an access token may do')
        : unanswered(reply);
}
/** What the run would use the access token for, and cannot do without. */
function needsOf({ credentials, follow, supersede }) {
    const writing = [
        ...(credentials.kind === 'access' ? ['to create the pipeline'] : []),
        ...(follow?.onManual === 'play' ? ['to play manual jobs'] : []),
        ...(supersede ? ['to cancel older pipelines'] : []),
    ];
    return writing.length > 0
        ? { scope: 'api', duties: writing }
        : { scope: 'read_api', duties: ['to read the pipeline'] };
}
function expiryOf(reply) {
    const { expiresAt } = reply.value;
    if (expiresAt === undefined)
        return '';
    const leftMs = Date.parse(expiresAt) - (reply.hints.serverTimeMs ?? NaN);
    const days = Math.max(0, Math.ceil(leftMs / dayMs));
    return leftMs < soonDays * dayMs
        ? `; it expires on ${expiresAt}, in ${days} ${days === 1 ? 'day' : 'days'}`
        : `, until ${expiresAt}`;
}
/** What is nice to have is no reason to fail. */
function limitOf(scopes, { follow }) {
    const wants = follow === undefined || follow.cancelOn.size > 0;
    return wants && !scopes.includes('api')
        ? '; without api it cannot cancel the pipeline when this run is stopped'
        : '';
}
function shown(scopes) {
    return scopes.length === 0 ? '(none)' : scopes.join(', ');
}
function missingDutiesOf({ project, pipelines, creation }) {
    for (const reply of [creation, pipelines, project]) {
        const hint = reply?.kind === 'refused' ? (0,token_hints/* granularHint */.gj)(reply.refusal) : undefined;
        if (reply?.kind === 'refused' && hint !== undefined) {
            return bad('insufficient_scope', { finding: (0,explain/* describeReply */.CS)(reply).why, hint });
        }
    }
    return undefined;
}
function fineGrained({ pipelines, creation }, request) {
    const { follow, report, results } = request;
    const duties = new Set([
        ...needsOf(request).duties,
        ...(follow === undefined ? [] : ['to read the pipeline']),
        ...(follow === undefined || report.logs === 'none' ? [] : ['to read the logs of jobs']),
        ...(results.artifacts === undefined && results.values === undefined ? [] : ['to read artifacts']),
    ]);
    const done = [
        ...(creation?.kind === 'refused' && isRefMissing(creation) ? ['to create the pipeline'] : []),
        ...(pipelines?.kind === 'ok' ? ['to read the pipeline'] : []),
    ];
    const left = [...duties].filter((duty) => !done.includes(duty));
    const tried = done.length === 0 ? '' : `; it was tried, and may be used ${done.join(' and ')}`;
    return left.length === 0
        ? good(`It is an active fine-grained token${tried}`)
        : check_open(`It is a fine-grained token, and GitLab does not say what it may do${tried}`, `Let it do what this run asks for: ${left.join(', ')}.`);
}
/** GitLab looks at the token and at the rights of its user first. */
function isRefMissing({ refusal }) {
    const { speaker, status, texts } = refusal;
    return speaker === 'gitlab' && status === 400 && texts.some((text) => /^Reference not found/i.test(text));
}

;// CONCATENATED MODULE: ./out/bundle/check/config.js


/** GitLab itself gives up after a handful; more would only hide the first one. */
const mostTexts = 5;
/** What GitLab says of the CI configuration on the ref. */
function configCheck({ lint, server, project }, request) {
    if (lint.kind !== 'ok')
        return unanswered(lint);
    const { ref, pipelineInputs } = request;
    if (server.kind === 'ok' && isBefore(server.value.version, [16, 5]) === true) {
        const defaultBranch = project.kind === 'ok' ? project.value.defaultBranch : undefined;
        if (ref !== defaultBranch) {
            return check_open(`GitLab ${server.value.version} only checks the configuration of the default branch`);
        }
    }
    const { valid, errors, warnings } = lint.value;
    if (valid) {
        const remarks = warnings.length === 0 ? '' : `, with ${listed(warnings, 'warning')}`;
        return good(`GitLab finds it valid on ${ref}${remarks}`);
    }
    const words = errors.length === 0 ? 'GitLab finds it invalid and does not say why' : listed(errors, 'error');
    if (errors.some((text) => /^Please provide content of/i.test(text))) {
        return bad('ci_config_missing', {
            finding: `There is no CI configuration on ${ref} (${words})`,
            hint: `Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`,
        });
    }
    if (Object.keys(pipelineInputs).length > 0 && errors.length > 0 && errors.every(isAboutInputs)) {
        return check_open(`GitLab checks it without inputs, and says what that lacks: ${words}`);
    }
    return bad('ci_config_invalid', {
        finding: words,
        hint: `Mend the CI configuration on ${ref}; the pipeline editor of GitLab shows the same errors.`,
    });
}
function isAboutInputs(text) {
    return /\binput: required value has not been provided/i.test(text);
}
/** `2 errors: one; two` */
function listed(texts, noun) {
    const shown = texts.slice(0, mostTexts);
    const more = texts.length > mostTexts ? `; and ${texts.length - mostTexts} more` : '';
    return `${texts.length} ${noun}${texts.length === 1 ? '' : 's'}: ${shown.join('; ')}${more}`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./out/bundle/base/document.js
var base_document = __webpack_require__(9330);
;// CONCATENATED MODULE: ./out/bundle/ci-rules/document.js


/** GitLab's own configuration is nested less than twenty deep. */
const maxDepth = 100;
/** Of values, those counted again that are repeated by their name: this only stops texts that are made to be read for ever. */
const maxValues = 1_000_000;
/** The library reads a document in one go, so that nobody is heard meanwhile: so much it reads in less than half a second. GitLab's own, merged, is half of it. */
const maxCharacters = 512 * 1024;
/** The documents of a YAML text, each as plain values; `undefined` when it cannot be read. GitLab's own tags stand for the plain value behind them. */
function configDocumentsIn(text) {
    if (text.length > maxCharacters)
        return undefined;
    const tokens = Array.from(new dist.Parser().parse(text));
    if (tokens.some((token) => (0,base_document/* isDeeperThan */.hz)(maxDepth, token)))
        return undefined;
    try {
        return Array.from(composer().compose(tokens), plainValueOf);
    }
    catch (error) {
        if (error instanceof Unreadable)
            return undefined;
        throw error;
    }
}
/** Not YAML, or YAML that nobody would write. */
class Unreadable extends Error {
}
/**
 * Ends with the first error, because a text may have as many as it has characters, and makes nothing of warnings. The library would compare each key of a map with all the
 * others; repeated ones are found below.
 */
function composer() {
    const made = new dist.Composer({ logLevel: 'silent', uniqueKeys: false });
    const onError = (_at, _code, _message, isWarning = false) => {
        if (!isWarning)
            throw new Unreadable();
    };
    return Object.assign(made, { onError });
}
/** A value that repeats another by its name is the same one, not a copy. The library's own `toJS` looks for each name in the whole document. */
function plainValueOf(document) {
    if (document.errors.length > 0)
        throw new Unreadable();
    return countedOf({ named: new Map() }, document.contents).value;
}
function countedOf(reading, node) {
    if ((0,dist.isAlias)(node)) {
        const known = reading.named.get(node.source);
        if (known === undefined)
            throw new Unreadable();
        return known;
    }
    const counted = (0,dist.isMap)(node)
        ? mapOf(reading, node.items)
        : (0,dist.isSeq)(node)
            ? listOf(reading, node.items)
            : { value: (0,dist.isScalar)(node) ? node.value : null, values: 1 };
    if (counted.values > maxValues)
        throw new Unreadable();
    const anchor = (0,dist.isMap)(node) || (0,dist.isSeq)(node) || (0,dist.isScalar)(node) ? node.anchor : undefined;
    if (anchor !== undefined)
        reading.named.set(anchor, counted);
    return counted;
}
function listOf(reading, items) {
    let values = 1;
    const value = items.map((item) => {
        const counted = countedOf(reading, item);
        values += counted.values;
        return counted.value;
    });
    return { value, values };
}
function mapOf(reading, items) {
    let values = 1;
    const entries = new Map();
    for (const item of items) {
        const { value: key } = countedOf(reading, item.key);
        const name = keyOf(key);
        if (entries.has(name))
            throw new Unreadable();
        const counted = countedOf(reading, item.value);
        values += counted.values;
        entries.set(name, counted.value);
    }
    return { value: Object.fromEntries(entries), values };
}
function keyOf(value) {
    if (value === null)
        return '';
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    throw new Unreadable();
}
function isConfigMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A list of texts; a single text is a list of one; `undefined` for everything else. */
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (!Array.isArray(value))
        return undefined;
    const items = value;
    return items.every((item) => typeof item === 'string') ? items : undefined;
}

// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
;// CONCATENATED MODULE: ./out/bundle/ci-rules/expression.js
/** GitLab refuses longer ones. */
const mostTokens = 100;
/**
 * Reads a condition; `undefined` for one that this program does not know how to read, which may well be valid.
 * @see GitLab 19.1, `lib/gitlab/ci/pipeline/expression/lexer.rb` and `parser.rb`
 */
function parseExpression(text) {
    const tokens = tokensOf(text);
    if (tokens === undefined)
        return undefined;
    const reader = { tokens, next: 0 };
    const expression = readChain(reader, 0);
    return reader.next === tokens.length ? expression : undefined;
}
/** What stands at the beginning of a text, first match wins, as in GitLab. */
const lexemes = [
    { pattern: /^\(/, token: () => ({ kind: 'open' }) },
    { pattern: /^\)/, token: () => ({ kind: 'close' }) },
    { pattern: /^\$(\w+)/, token: ([, name = '']) => valueToken({ kind: 'variable', name }) },
    {
        pattern: /^"([^"\n]*)"|^'([^'\n]*)'/,
        token: ([, double, single]) => valueToken({ kind: 'text', text: double ?? single ?? '' }),
    },
    {
        pattern: /^\/((?:[^/\\\n]|\\.)+)\/([ismU]*)/,
        token: ([, source = '', flags = '']) => valueToken({ kind: 'pattern', source: source.replaceAll('\\/', '/'), flags }),
    },
    { pattern: /^null\b/, token: () => valueToken({ kind: 'null' }) },
    {
        pattern: /^(?:==|!=|=~|!~|&&|\|\|)/,
        token: ([operator]) => ({ kind: 'operator', operator: operator }),
    },
];
function valueToken(value) {
    return { kind: 'value', value };
}
function tokensOf(text) {
    const tokens = [];
    let rest = text.trimStart();
    while (rest !== '') {
        const found = lexemes
            .map(({ pattern, token }) => ({ match: pattern.exec(rest), token }))
            .find(({ match }) => match !== null);
        if (found?.match === null || found === undefined || tokens.length === mostTokens)
            return undefined;
        tokens.push(found.token(found.match));
        rest = rest.slice(found.match[0].length).trimStart();
    }
    return tokens;
}
/** Operators that bind alike, those that bind least first; all of them take what is on their left first. */
const levels = [['||'], ['&&'], ['==', '!=', '=~', '!~']];
/** Reads what the operators of one level, and of those that bind more, hold together. */
function readChain(reader, level) {
    const operators = levels[level];
    if (operators === undefined)
        return readOperand(reader);
    let left = readChain(reader, level + 1);
    for (;;) {
        const token = reader.tokens[reader.next];
        if (left === undefined || token?.kind !== 'operator' || !operators.includes(token.operator))
            return left;
        reader.next += 1;
        const right = readChain(reader, level + 1);
        left = right === undefined ? undefined : { kind: 'operation', operator: token.operator, left, right };
    }
}
function readOperand(reader) {
    const token = reader.tokens[reader.next];
    reader.next += 1;
    if (token?.kind === 'value')
        return token.value;
    if (token?.kind !== 'open')
        return undefined;
    const inner = readChain(reader, 0);
    const closing = reader.tokens[reader.next];
    reader.next += 1;
    return closing?.kind === 'close' ? inner : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/regex-syntax.js
/** Longer ones are nobody's rule, and would be read by recursion. */
const regex_syntax_maxCharacters = 1000;
/**
 * Reads the part of RE2's syntax that rules are made of; `undefined` for everything else.
 * @see https://github.com/google/re2/wiki/Syntax
 */
function parsePattern(source, flags) {
    const inline = /^\(\?([ism]+)\)/.exec(source);
    const rest = inline === null ? source : source.slice(inline[0].length);
    const all = flags + (inline?.[1] ?? '');
    if (rest.length > regex_syntax_maxCharacters || /[^ismU]/.test(all))
        return undefined;
    const reader = {
        characters: Array.from(rest),
        at: 0,
        ignoreCase: all.includes('i'),
        dotTakesLineEnds: all.includes('s'),
        linewise: all.includes('m'),
    };
    const pattern = readChoice(reader);
    return reader.at === reader.characters.length ? pattern : undefined;
}
function peek({ characters, at }) {
    return characters[at];
}
function take(reader) {
    const character = peek(reader);
    reader.at += 1;
    return character;
}
/** Takes a text if it stands here. */
function takes(reader, text) {
    const found = reader.characters.slice(reader.at, reader.at + text.length).join('') === text;
    if (found)
        reader.at += text.length;
    return found;
}
function readChoice(reader) {
    const options = [];
    do {
        const option = readSequence(reader);
        if (option === undefined)
            return undefined;
        options.push(option);
    } while (takes(reader, '|'));
    return { kind: 'choice', options };
}
function readSequence(reader) {
    const parts = [];
    for (let next = peek(reader); next !== undefined && next !== '|' && next !== ')'; next = peek(reader)) {
        const part = readRepeated(reader);
        if (part === undefined)
            return undefined;
        parts.push(part);
    }
    return { kind: 'sequence', parts };
}
function readRepeated(reader) {
    const part = readPart(reader);
    const bounds = readBounds(reader);
    if (part === undefined || bounds === undefined)
        return part;
    if (bounds.least > maxCount || (bounds.most !== 'endless' && bounds.most > maxCount))
        return undefined;
    if (bounds.most !== 'endless' && bounds.most < bounds.least)
        return undefined;
    // Whether it prefers much or little changes nothing in whether there is a match.
    takes(reader, '?');
    // RE2 refuses a repetition of a repetition without a group, and so do we.
    return readBounds(reader) === undefined ? { kind: 'repetition', part, ...bounds } : undefined;
}
/** RE2 refuses more. */
const maxCount = 1000;
function readBounds(reader) {
    if (takes(reader, '*'))
        return { least: 0, most: 'endless' };
    if (takes(reader, '+'))
        return { least: 1, most: 'endless' };
    if (takes(reader, '?'))
        return { least: 0, most: 1 };
    const counted = /^\{(\d{1,9})(,?)(\d{0,9})\}/.exec(reader.characters.slice(reader.at, reader.at + 25).join(''));
    if (counted === null)
        return undefined;
    const [whole, least = '', comma, most = ''] = counted;
    reader.at += whole.length;
    const upper = comma === '' ? Number(least) : most === '' ? 'endless' : Number(most);
    return { least: Number(least), most: upper };
}
function readPart(reader) {
    const character = take(reader);
    switch (character) {
        case undefined:
        case '*':
        case '+':
        case '?':
            return undefined;
        case '(':
            return readGroup(reader);
        case '[':
            return readClass(reader);
        case '^':
            return { kind: 'edge', edge: reader.linewise ? 'line_start' : 'text_start' };
        case '$':
            return { kind: 'edge', edge: reader.linewise ? 'line_end' : 'text_end' };
        case '.':
            return characterPart((code) => reader.dotTakesLineEnds || code !== lineEnd);
        case '\\':
            return readEscape(reader);
        default:
            return characterPart(sameCharacter(character, reader));
    }
}
function characterPart(test) {
    return { kind: 'character', test };
}
function readGroup(reader) {
    if (takes(reader, '?')) {
        const rest = reader.characters.slice(reader.at, reader.at + 40).join('');
        const head = /^(?::|P?<[A-Za-z_]\w*>)/.exec(rest);
        if (head === null)
            return undefined;
        reader.at += head[0].length;
    }
    const inner = readChoice(reader);
    return takes(reader, ')') ? inner : undefined;
}
const edges = {
    A: 'text_start',
    z: 'text_end',
    b: 'word',
    B: 'inside_word',
};
function readEscape(reader) {
    const letter = take(reader);
    if (letter === undefined)
        return undefined;
    const edge = edges[letter];
    if (edge !== undefined)
        return { kind: 'edge', edge };
    const test = escapedTest(letter, reader);
    return test === undefined ? undefined : characterPart(test);
}
const lineEnd = 10;
const controls = { n: '\n', t: '\t', r: '\r', f: '\f' };
/** What stands behind a backslash: a sort of characters, a control character, or a mark that means itself. */
function escapedTest(letter, reader) {
    const sort = sorts[letter.toLowerCase()];
    if (sort !== undefined)
        return letter === letter.toLowerCase() ? sort : (code) => !sort(code);
    const control = controls[letter];
    if (control !== undefined)
        return sameCharacter(control, reader);
    return /[A-Za-z0-9]/.test(letter) ? undefined : sameCharacter(letter, reader);
}
/** Of ASCII only, as in RE2. */
const sorts = {
    d: (code) => /^[0-9]$/.test(String.fromCodePoint(code)),
    w: isWordCharacter,
    s: (code) => /^[\t\n\f\r ]$/.test(String.fromCodePoint(code)),
};
/** A letter, a digit or an underscore of ASCII. */
function isWordCharacter(code) {
    return /^[0-9A-Za-z_]$/.test(String.fromCodePoint(code));
}
function sameCharacter(character, { ignoreCase }) {
    const wanted = character.codePointAt(0);
    return ignoreCase ? (code) => casesOf(code).includes(wanted ?? -1) : (code) => code === wanted;
}
function casesOf(code) {
    const character = String.fromCodePoint(code);
    return [code, character.toLowerCase().codePointAt(0), character.toUpperCase().codePointAt(0)];
}
function readClass(reader) {
    const isNegated = takes(reader, '^');
    const tests = [];
    let isFirst = true;
    for (let next = take(reader); next !== ']' || isFirst; next = take(reader)) {
        const member = next === undefined ? undefined : readMember(next, reader);
        if (member === undefined)
            return undefined;
        tests.push(member);
        isFirst = false;
    }
    return characterPart((code) => tests.some((test) => test(code)) !== isNegated);
}
/** A character, a range of them, or a sort. */
function readMember(first, reader) {
    if (first === '[' && peek(reader) === ':')
        return undefined;
    if (first === '\\') {
        const letter = take(reader) ?? '';
        // The end of a range behind an escape is read wrongly more easily than it is needed.
        const isRange = peek(reader) === '-' && reader.characters[reader.at + 1] !== ']';
        return isRange || letter === '' ? undefined : escapedTest(letter, reader);
    }
    if (peek(reader) !== '-' || reader.characters[reader.at + 1] === ']')
        return sameCharacter(first, reader);
    reader.at += 1;
    const last = take(reader);
    if (last === undefined || last === '\\' || last === '[')
        return undefined;
    const [low = 0, high = 0] = [first.codePointAt(0), last.codePointAt(0)];
    if (low > high)
        return undefined;
    return reader.ignoreCase
        ? (code) => casesOf(code).some((each) => each !== undefined && each >= low && each <= high)
        : (code) => code >= low && code <= high;
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/tri-state.js
function answerOf(isSo) {
    return isSo ? 'yes' : 'no';
}
/** Whether one of several is so; `no` of none. */
function anyOf(answers) {
    if (answers.includes('yes'))
        return 'yes';
    return answers.includes('unknown') ? 'unknown' : 'no';
}
/** Whether all of several are so; `yes` of none. */
function allOf(answers) {
    if (answers.includes('no'))
        return 'no';
    return answers.includes('unknown') ? 'unknown' : 'yes';
}
function opposite(answer) {
    if (answer === 'unknown')
        return 'unknown';
    return answer === 'yes' ? 'no' : 'yes';
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/regex.js



/** Refs and values of variables that rules look at are far shorter. */
const maxTextCharacters = 2000;
/** Counted repetitions are written out; those of nothing inside each other would take for ever without taking room. */
const maxParts = 5000;
/**
 * Whether a regular expression finds something in a text; `unknown` for one that this program does not read. Walks through the text once with all the
 * places in the pattern that it may be at, because the pattern is somebody else's, and one that tries out every way may try for years.
 */
function matchesPattern(text, { source, flags }) {
    const pattern = text.length > maxTextCharacters ? undefined : parsePattern(source, flags);
    const steps = pattern === undefined ? undefined : stepsOf(pattern);
    return steps === undefined ? 'unknown' : answerOf(finds(steps, text));
}
function stepsOf(pattern) {
    const builder = { steps: [], partsLeft: maxParts };
    if (!addSteps(builder, pattern))
        return undefined;
    return [...builder.steps, { kind: 'end' }];
}
/** Adds the steps of a part; `false` when there are too many. */
function addSteps(builder, pattern) {
    builder.partsLeft -= 1;
    if (builder.partsLeft < 0)
        return false;
    switch (pattern.kind) {
        case 'character':
        case 'edge':
            builder.steps.push(pattern);
            return true;
        case 'sequence':
            return pattern.parts.every((part) => addSteps(builder, part));
        case 'choice':
            return addChoice(builder, pattern.options);
        case 'repetition':
            return addRepetition(builder, pattern);
        default:
            return (0,assert_never/* assertNever */.x)(pattern);
    }
}
function addChoice(builder, options) {
    const { steps } = builder;
    const jumps = [];
    for (const [index, option] of options.entries()) {
        const isLast = index === options.length - 1;
        const fork = isLast ? undefined : addFork(steps);
        if (!addSteps(builder, option))
            return false;
        if (fork === undefined)
            break;
        const jump = { kind: 'jump', to: 0 };
        steps.push(jump);
        jumps.push(jump);
        fork.other = steps.length;
    }
    for (const jump of jumps)
        jump.to = steps.length;
    return true;
}
function addFork(steps) {
    const fork = { kind: 'fork', other: 0 };
    steps.push(fork);
    return fork;
}
function addRepetition(builder, repetition) {
    const { steps } = builder;
    const { part, least, most } = repetition;
    for (let count = 0; count < least; count += 1)
        if (!addSteps(builder, part))
            return false;
    if (most === 'endless') {
        const start = steps.length;
        const fork = addFork(steps);
        if (!addSteps(builder, part))
            return false;
        steps.push({ kind: 'jump', to: start });
        fork.other = steps.length;
        return true;
    }
    const forks = [];
    for (let count = least; count < most; count += 1) {
        forks.push(addFork(steps));
        if (!addSteps(builder, part))
            return false;
    }
    for (const fork of forks)
        fork.other = steps.length;
    return true;
}
function finds(steps, text) {
    const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    let places = new Set();
    for (let at = 0; at <= codes.length; at += 1) {
        // A match may begin anywhere, so the first step is always among the places.
        const reached = reachable(steps, [...places, 0], { codes, at });
        const code = codes[at];
        const next = new Set();
        for (const place of reached) {
            const step = steps[place];
            if (step?.kind === 'end')
                return true;
            if (step?.kind === 'character' && code !== undefined && step.test(code))
                next.add(place + 1);
        }
        places = next;
    }
    return false;
}
/** Everywhere that one gets to without taking a character. */
function reachable(steps, from, position) {
    const seen = new Set();
    const open = [...from];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
        if (seen.has(place))
            continue;
        seen.add(place);
        const step = steps[place];
        if (step?.kind === 'jump')
            open.push(step.to);
        else if (step?.kind === 'fork')
            open.push(place + 1, step.other);
        else if (step?.kind === 'edge' && isAt(step.edge, position))
            open.push(place + 1);
    }
    return seen;
}
function isAt(edge, { codes, at }) {
    const [before, behind] = [codes[at - 1], codes[at]];
    const isWord = (code) => code !== undefined && isWordCharacter(code);
    const lineEnd = 10;
    switch (edge) {
        case 'text_start':
            return at === 0;
        case 'text_end':
            return at === codes.length;
        case 'line_start':
            return at === 0 || before === lineEnd;
        case 'line_end':
            return at === codes.length || behind === lineEnd;
        case 'word':
            return isWord(before) !== isWord(behind);
        case 'inside_word':
            return isWord(before) === isWord(behind);
        default:
            return (0,assert_never/* assertNever */.x)(edge);
    }
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/condition.js




/**
 * Whether a condition of `rules:if` or `only:variables` holds.
 * @see GitLab 19.1, `lib/gitlab/ci/pipeline/expression/`
 */
function conditionHolds(text, variables) {
    const expression = parseExpression(text);
    if (expression === undefined)
        return 'unknown';
    const { sorts } = condition_valueOf(expression, variables);
    if (!sorts.has('present'))
        return 'no';
    return sorts.size === 1 ? 'yes' : 'unknown';
}
const anything = { sorts: new Set(['untrue', 'blank', 'present']) };
function exactly(value) {
    const sort = value === null ? 'untrue' : value.trim() === '' ? 'blank' : 'present';
    return { sorts: new Set([sort]), exact: value };
}
function truth(answer) {
    if (answer === 'unknown')
        return { sorts: new Set(['untrue', 'present']) };
    return { sorts: new Set([answer === 'yes' ? 'present' : 'untrue']) };
}
function condition_valueOf(expression, variables) {
    switch (expression.kind) {
        case 'text':
            return exactly(expression.text);
        case 'null':
            return exactly(null);
        case 'variable': {
            const value = variables(expression.name);
            return value === undefined ? anything : exactly(value);
        }
        case 'pattern':
            return { sorts: new Set(['present']) };
        case 'operation':
            return resultOf(expression, variables);
        default:
            return (0,assert_never/* assertNever */.x)(expression);
    }
}
function resultOf({ operator, left, right }, variables) {
    const leftValue = condition_valueOf(left, variables);
    const rightValue = condition_valueOf(right, variables);
    switch (operator) {
        case '&&':
            return chosen(leftValue, rightValue, 'right_when_true');
        case '||':
            return chosen(leftValue, rightValue, 'right_when_untrue');
        case '==':
            return truth(equal(leftValue, rightValue));
        case '!=':
            return truth(opposite(equal(leftValue, rightValue)));
        case '=~':
            return truth(matches(leftValue, { right, rightValue }));
        case '!~':
            return truth(opposite(matches(leftValue, { right, rightValue })));
        default:
            return (0,assert_never/* assertNever */.x)(operator);
    }
}
/** `&&` and `||` give one of their sides as it is. */
function chosen(left, right, rule) {
    const isLeft = (sort) => (sort === 'untrue') === (rule === 'right_when_true');
    const fromLeft = [...left.sorts].filter(isLeft);
    const fromRight = fromLeft.length < left.sorts.size ? [...right.sorts] : [];
    return { sorts: new Set([...fromLeft, ...fromRight]) };
}
function equal(left, right) {
    if (left.exact === undefined || right.exact === undefined)
        return 'unknown';
    return left.exact === right.exact ? 'yes' : 'no';
}
/** A text that does not exist is matched as an empty one; a variable on the right has to hold a whole pattern, with its slashes. */
function matches({ exact }, { right, rightValue }) {
    if (rightValue.exact === null)
        return 'no';
    const pattern = patternOf(right, rightValue);
    return exact === undefined || pattern === undefined ? 'unknown' : matchesPattern(exact ?? '', pattern);
}
function patternOf(right, { exact }) {
    if (right.kind === 'pattern')
        return right;
    const read = typeof exact === 'string' ? parseExpression(exact) : undefined;
    return read?.kind === 'pattern' ? read : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/policy.js




function policyIn(value) {
    const refs = textsIn(value);
    if (refs !== undefined)
        return { refs, variables: undefined, changes: false, kubernetes: false };
    if (!isConfigMap(value))
        return 'unreadable';
    const { refs: refList, variables: variableList, changes, kubernetes, ...others } = value;
    const read = { refs: textsIn(refList), variables: textsIn(variableList) };
    const isRead = (given, texts) => given === undefined || texts !== undefined;
    const isComplete = isRead(refList, read.refs) && isRead(variableList, read.variables);
    if (!isComplete || Object.keys(others).length > 0)
        return 'unreadable';
    return { ...read, changes: changes !== undefined, kubernetes: kubernetes !== undefined };
}
/**
 * Whether a job without `rules` is in the pipeline: all of `only` has to hold, and nothing of `except`.
 * @see GitLab 19.1, `lib/gitlab/ci/pipeline/seed/build.rb`
 */
function policyPasses({ only, except }, facts) {
    const exceptions = except === undefined ? [] : specifications(except, facts);
    return allOf([...specifications(only ?? anyRef, facts, anyRefs), opposite(anyOf(exceptions))]);
}
const anyRefs = ['branches', 'tags'];
const anyRef = { refs: anyRefs, variables: undefined, changes: false, kubernetes: false };
/** One answer for each thing that is asked for; `defaultRefs` are asked for where no others are. */
function specifications(policy, facts, defaultRefs) {
    if (policy === 'unreadable')
        return ['unknown'];
    const { variables, changes, kubernetes } = policy;
    const refs = policy.refs ?? defaultRefs;
    return [
        ...(refs === undefined ? [] : [refsMatch(refs, facts)]),
        ...(variables === undefined
            ? []
            : [anyOf(variables.map((condition) => conditionHolds(condition, facts.variables)))]),
        // GitLab takes every file for changed when no push stands behind a pipeline.
        ...(changes ? ['yes'] : []),
        ...(kubernetes ? ['unknown'] : []),
    ];
}
/** Every ref is a branch or a tag, even where nobody knows which. */
function refsMatch(refs, facts) {
    if (anyRefs.every((word) => refs.includes(word)))
        return 'yes';
    return anyOf(refs.map((ref) => refMatches(ref, facts)));
}
/** @see GitLab 19.1, `lib/gitlab/ci/build/policy/refs.rb` */
function refMatches(given, facts) {
    const isPattern = given.startsWith('/');
    // GitLab cuts at an at sign, wherever it is.
    if (isPattern && given.includes('@'))
        return 'unknown';
    const [pattern = '', path] = given.split(/@(.*)/s);
    const isHere = path === undefined ? 'yes' : pathMatches(path, facts);
    return allOf([isHere, isPattern ? textMatches(pattern, facts) : wordMatches(pattern, facts)]);
}
function pathMatches(path, { projectPath }) {
    return projectPath === undefined ? 'unknown' : answerOf(projectPath === path);
}
function wordMatches(word, { refKind, refName, source }) {
    if (word === source || word === `${source}s` || word === refName)
        return 'yes';
    if (word !== 'branches' && word !== 'tags')
        return 'no';
    if (refKind === undefined)
        return 'unknown';
    return answerOf(word === (refKind === 'branch' ? 'branches' : 'tags'));
}
function textMatches(pattern, { refName }) {
    const [, source, flags = ''] = /^\/(.*)\/([ismU]*)$/s.exec(pattern) ?? [];
    return source === undefined
        ? 'unknown'
        : matchesPattern(refName, { source: source.replaceAll('\\/', '/'), flags });
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/rules.js



/** GitLab takes lists in lists, ten levels of them. */
const maxNesting = 10;
/** Lists that repeat each other would grow without end. */
const mostRules = 2000;
/** Keys of a rule that say what comes of it, not whether it fits. */
const consequences = new Set([
    'when',
    'start_in',
    'allow_failure',
    'variables',
    'needs',
    'interruptible',
    'auto_cancel',
]);
function rulesIn(value) {
    const items = flattened(value);
    if (items === undefined)
        return 'unreadable';
    const rules = items.map(ruleOf);
    return rules.every((rule) => rule !== undefined) ? rules : 'unreadable';
}
function flattened(value) {
    let items = [value];
    for (let level = 0; level <= maxNesting; level += 1) {
        if (items.length > mostRules)
            return undefined;
        if (level > 0 && !items.some((item) => Array.isArray(item)))
            return items;
        if (level === 0 && !Array.isArray(value))
            return undefined;
        items = items.flat();
    }
    return undefined;
}
function ruleOf(value) {
    if (!isConfigMap(value))
        return undefined;
    const clauses = Object.entries(value)
        .filter(([key]) => !consequences.has(key))
        .map(([key, clause]) => clauseOf(key, clause));
    return {
        clauses,
        when: typeof value.when === 'string' ? value.when : undefined,
        hasNeeds: 'needs' in value,
    };
}
/** What files exist and which of them differ from another ref is not known here, and neither is what newer releases may ask. */
function clauseOf(key, clause) {
    if (key === 'if' && typeof clause === 'string')
        return { kind: 'if', condition: clause };
    const isCompared = isConfigMap(clause) && 'compare_to' in clause;
    return { kind: key === 'changes' && !isCompared ? 'changes' : 'unknowable' };
}
/**
 * What the first rule that fits says; none that fits says no. A rule that may fit leaves its own answer and that of the rest open.
 * @param defaultWhen what a rule without `when` means.
 * @see GitLab 19.1, `lib/gitlab/ci/build/rules.rb`
 */
function decisionOf(rules, { variables, defaultWhen }) {
    if (rules === 'unreadable')
        return { passes: 'unknown', mayHaveNeeds: true };
    const possible = [];
    let mayHaveNeeds = false;
    for (const rule of rules) {
        const fits = allOf(rule.clauses.map((clause) => clauseHolds(clause, variables)));
        if (fits === 'no')
            continue;
        possible.push((rule.when ?? defaultWhen) === 'never' ? 'no' : 'yes');
        mayHaveNeeds ||= rule.hasNeeds;
        if (fits === 'yes')
            return { passes: agreedBy(possible), mayHaveNeeds };
    }
    return { passes: agreedBy([...possible, 'no']), mayHaveNeeds };
}
/** Where all possibilities agree, it does not matter which one comes true. */
function agreedBy(possible) {
    return allOf(possible) === anyOf(possible) ? anyOf(possible) : 'unknown';
}
function clauseHolds(clause, variables) {
    switch (clause.kind) {
        case 'if':
            return conditionHolds(clause.condition, variables);
        case 'changes':
            // GitLab takes every file for changed when no push stands behind a pipeline.
            return 'yes';
        case 'unknowable':
            return 'unknown';
    }
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/config.js



/** What stands beside the jobs. */
const otherKeys = new Set([
    'after_script',
    'before_script',
    'cache',
    'default',
    'image',
    'include',
    'services',
    'spec',
    'stages',
    'types',
    'variables',
    'workflow',
]);
/** Reads a merged configuration; `undefined` when it cannot be read, or has no job that this program sees as one. */
function readMergedConfig(text) {
    const documents = configDocumentsIn(text);
    const root = documents?.at(-1);
    if (!isConfigMap(root))
        return undefined;
    const jobs = Object.entries(root).flatMap(([name, job]) => (isJob(name, job) ? [jobOf(name, job)] : []));
    if (jobs.length === 0)
        return undefined;
    const { workflow } = root;
    const rules = isConfigMap(workflow) ? workflow.rules : undefined;
    return { workflow: rules === undefined ? undefined : rulesIn(rules), jobs };
}
/** Templates, whose names begin with a dot, become no jobs. */
function isJob(name, value) {
    if (name.startsWith('.') || otherKeys.has(name) || !isConfigMap(value))
        return false;
    return ['script', 'run', 'trigger'].some((key) => key in value);
}
function jobOf(name, job) {
    const { stage, when, rules, only, except, needs } = job;
    return {
        name,
        stage: typeof stage === 'string' ? stage : 'test',
        when: typeof when === 'string' ? when : undefined,
        rules: rules === undefined ? undefined : rulesIn(rules),
        only: only === undefined ? undefined : policyIn(only),
        except: except === undefined ? undefined : policyIn(except),
        needs: needsIn(needs),
    };
}
/** Of this pipeline only, and without those that may be missing. */
function needsIn(needs) {
    if (!Array.isArray(needs))
        return textsIn(needs) ?? [];
    return needs.flatMap((need) => {
        if (typeof need === 'string')
            return [need];
        if (!isConfigMap(need) || need.optional === true || 'pipeline' in need || 'project' in need)
            return [];
        return typeof need.job === 'string' ? [need.job] : [];
    });
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/config-file.js



/** Reads the header of a CI file. @see https://docs.gitlab.com/ci/yaml/#specinputs */
function inputsIn(header) {
    const spec = isConfigMap(header) ? header.spec : undefined;
    if (!isConfigMap(spec))
        return { kind: 'none' };
    const inputs = isConfigMap(spec.inputs) ? spec.inputs : {};
    return {
        kind: 'listed',
        inputs: new Map(Object.entries(inputs).map(([name, value]) => [name, declarationOf(value)])),
        isComplete: Object.keys(spec).every((key) => key === 'inputs'),
    };
}
function declarationOf(value) {
    const declaration = isConfigMap(value) ? value : {};
    const { type, options, regex } = declaration;
    // Rules may set a default and options of their own.
    const hasRules = 'rules' in declaration;
    return {
        type: typeof type === 'string' ? type : 'string',
        isRequired: !('default' in declaration) && !hasRules,
        options: Array.isArray(options) && !hasRules ? options : undefined,
        regex: typeof regex === 'string' ? regex : undefined,
    };
}
/** What is certainly wrong with the inputs that a pipeline is to be given. */
function inputFaults(declared, given) {
    const names = Object.keys(given);
    if (declared.kind === 'none')
        return names.map((name) => ({ kind: 'undeclared', name }));
    const { inputs, isComplete } = declared;
    const undeclared = isComplete ? names.filter((name) => !inputs.has(name)) : [];
    const missing = [...inputs].filter(([name, { isRequired }]) => isRequired && !Object.hasOwn(given, name));
    return [
        ...undeclared.map((name) => ({ kind: 'undeclared', name })),
        ...missing.map(([name]) => ({ kind: 'missing', name })),
        ...Object.entries(given).flatMap(([name, value]) => {
            const declaration = inputs.get(name);
            return declaration === undefined ? [] : valueFaults({ name, value, declaration });
        }),
    ];
}
function valueFaults(input) {
    const { name, value, declaration } = input;
    const { type, options, regex } = declaration;
    if (!hasType(value, type))
        return [{ kind: 'wrong_type', name, type }];
    if (options !== undefined && typeof value !== 'object' && !options.includes(value)) {
        return [{ kind: 'not_an_option', name }];
    }
    if (regex === undefined || typeof value !== 'string')
        return [];
    const [, source = regex, flags = ''] = /^\/(.*)\/([ismU]*)$/s.exec(regex) ?? [];
    return matchesPattern(value, { source, flags }) === 'no' ? [{ kind: 'not_of_pattern', name }] : [];
}
/** Types of releases to come are not judged. */
function hasType(value, type) {
    switch (type) {
        case 'string':
        case 'number':
        case 'boolean':
            return typeof value === type;
        case 'array':
            return Array.isArray(value);
        default:
            return true;
    }
}
/** Reads a CI file as it is in the repository; `undefined` when it cannot be read. */
function readConfigFile(text) {
    const documents = configDocumentsIn(text);
    const body = documents?.at(-1);
    if (documents === undefined || !isConfigMap(body))
        return undefined;
    const header = documents.length > 1 ? documents[0] : undefined;
    const { workflow, include } = body;
    return {
        inputs: inputsIn(header),
        includes: includesOf(include),
        hasWorkflow: isConfigMap(workflow) && workflow.rules !== undefined,
        inputsDecide: mentions(decidersIn(body), '$[['),
    };
}
function includesOf(include) {
    if (include === undefined || include === null)
        return 'nothing';
    const entries = Array.isArray(include) ? include : [include];
    const depends = entries.some((entry) => isConfigMap(entry) && 'rules' in entry) || mentions(entries, '$');
    return depends ? 'depending' : 'always_the_same';
}
/** Everything that decides about jobs: names, conditions, and what is included. */
function decidersIn(body) {
    const ofJobs = Object.entries(body).map(([name, job]) => isJob(name, job) ? [name, job.rules, job.only, job.except, job.when] : name);
    // Templates are mostly what the rules of jobs are made of.
    const templates = Object.entries(body).filter(([name]) => name.startsWith('.'));
    const ofTemplates = templates.map(([, template]) => isConfigMap(template) ? [template.rules, template.only, template.except] : template);
    return [body.workflow, body.include, ...ofJobs, ...ofTemplates];
}
/** Whether a text is somewhere in a value, which has been read from YAML and may hold a value in many places. */
function mentions(value, text) {
    const seen = new Set();
    const open = [value];
    while (open.length > 0) {
        const next = open.pop();
        if (typeof next === 'string' && next.includes(text))
            return true;
        if (typeof next !== 'object' || next === null || seen.has(next))
            continue;
        seen.add(next);
        for (const [key, child] of Object.entries(next))
            open.push(key, child);
    }
    return false;
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/pipeline-facts.js
/** Names that GitLab sets itself; given variables of the same names replace most of them, and nobody says which. */
const predefined = /^(?:CI|GITLAB|CHAT)(?:_|$)|^TRIGGER_PAYLOAD$/;
/** Only pipelines of merge requests have these. */
const ofMergeRequests = /^CI_(?:MERGE_REQUEST|EXTERNAL_PULL_REQUEST)_/;
function pipelineFacts(parts) {
    const { source, refName, refKind, project, given } = parts;
    const own = predefinedVariables(parts);
    const variables = (name) => {
        const value = Object.hasOwn(given, name) ? given[name] : undefined;
        if (predefined.test(name)) {
            if (value !== undefined)
                return undefined;
            if (Object.hasOwn(own, name))
                return own[name];
            return ofMergeRequests.test(name) ? null : undefined;
        }
        // Nothing wins over a given variable; but others may be named inside its text.
        return value?.includes('$') === true ? undefined : value;
    };
    return { source, refName, refKind, projectPath: project?.path, variables };
}
function predefinedVariables(parts) {
    const { source, refName, refKind, refIsProtected, sha, project } = parts;
    const nameFor = (kind) => refKind === undefined ? undefined : refKind === kind ? refName : null;
    return {
        CI: 'true',
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: source,
        CI_PIPELINE_TRIGGERED: source === 'trigger' ? 'true' : undefined,
        CI_COMMIT_REF_NAME: refName,
        CI_COMMIT_BRANCH: nameFor('branch'),
        CI_COMMIT_TAG: nameFor('tag'),
        CI_COMMIT_REF_PROTECTED: refIsProtected === undefined ? undefined : String(refIsProtected),
        CI_COMMIT_SHA: sha,
        CI_DEFAULT_BRANCH: project?.defaultBranch,
        CI_PROJECT_ID: project === undefined ? undefined : String(project.id),
        CI_PROJECT_PATH: project?.path,
    };
}

;// CONCATENATED MODULE: ./out/bundle/ci-rules/predict-jobs.js



/** GitLab makes no pipeline that has jobs in these stages only. */
const edgeStages = new Set(['.pre', '.post']);
function predictJobs({ workflow, jobs }, facts) {
    const { variables } = facts;
    const passesWorkflow = workflow === undefined ? 'yes' : decisionOf(workflow, { variables, defaultWhen: 'always' }).passes;
    const judged = jobs.map((job) => ({ job, ...judge(job, facts) }));
    const answers = new Map(judged.map(({ job, runs }) => [job.name, runs]));
    const brokenNeeds = judged.flatMap(({ job, runs, mayHaveNeeds }) => runs !== 'yes' || mayHaveNeeds
        ? []
        : job.needs
            .filter((needed) => answers.get(needed) === 'no')
            .map((needed) => ({ job: job.name, needs: needed })));
    const counted = judged.filter(({ job }) => !edgeStages.has(job.stage)).map(({ runs }) => runs);
    return {
        workflow: passesWorkflow,
        jobs: judged.map(({ job, runs }) => ({ name: job.name, runs })),
        brokenNeeds,
        runs: allOf([passesWorkflow, anyOf(counted), brokenNeeds.length > 0 ? 'no' : 'yes']),
    };
}
function judge(job, facts) {
    if (job.rules === undefined)
        return { runs: policyPasses(job, facts), mayHaveNeeds: false };
    const { variables } = facts;
    const decision = decisionOf(job.rules, { variables, defaultWhen: job.when ?? 'on_success' });
    return { runs: decision.passes, mayHaveNeeds: decision.mayHaveNeeds };
}

;// CONCATENATED MODULE: ./out/bundle/check/jobs.js





/**
 * Whether there would be any job in the pipeline. GitLab's merged configuration is that of a push, so a file that is included for triggers only is not in
 * it, and inputs have their defaults: where that may matter, nobody knows.
 */
function jobsCheck(sight, request) {
    const { lint } = sight;
    const mergedYaml = lint.kind === 'ok' && lint.value.valid ? lint.value.mergedYaml : undefined;
    if (mergedYaml === undefined)
        return check_open('It takes a configuration that GitLab finds valid');
    const config = readMergedConfig(mergedYaml);
    if (config === undefined)
        return check_open('The configuration that GitLab puts together could not be read here');
    const facts = factsOf(sight, request);
    const prediction = predictJobs(config, facts);
    const doubt = doubtAbout(prediction, { file: fileOf(sight), request });
    const finding = findingOf(prediction, facts.source);
    if (doubt !== undefined)
        return check_open(`${finding}; but ${doubt}`);
    switch (prediction.runs) {
        case 'yes':
            return good(finding);
        case 'unknown':
            return check_open(finding, 'The rest depends on variables of the project and on files, which are not looked at here.');
        case 'no':
            return bad('no_jobs', { finding, hint: hintOf(prediction, facts.source) });
    }
}
function factsOf({ project, ref }, request) {
    const { name, kind } = refPartsOf(request.ref);
    const found = ref.kind === 'found' ? ref : undefined;
    return pipelineFacts({
        source: sourceOf(request),
        refName: name,
        refKind: found?.type ?? kind,
        refIsProtected: found?.ref.isProtected,
        sha: found?.ref.sha,
        project: project.kind === 'ok' ? project.value : undefined,
        given: request.variables,
    });
}
/** GitLab's word for where such a pipeline comes from, `CI_PIPELINE_SOURCE`. */
function sourceOf({ credentials }) {
    if (credentials.kind === 'access')
        return 'api';
    return credentials.tokenKind === 'job_token' ? 'pipeline' : 'trigger';
}
function fileOf({ file }) {
    return file?.kind === 'ok' ? readConfigFile(file.value) : undefined;
}
/** Why what the merged configuration says may not be what comes. */
function doubtAbout({ workflow, runs }, { file, request }) {
    if (runs === 'unknown')
        return undefined;
    if (file === undefined) {
        return runs === 'no'
            ? 'the CI file could not be read, and what it includes for such pipelines only may add jobs'
            : undefined;
    }
    if (file.inputsDecide && Object.keys(request.pipelineInputs).length > 0) {
        return 'that is with the defaults of the inputs, which decide about jobs';
    }
    // Rules of the file itself win over all that it includes.
    if (runs === 'no' && workflow === 'no' && file.hasWorkflow)
        return undefined;
    if (file.includes === 'depending')
        return 'what the CI file includes depends on rules or variables';
    if (runs === 'no' && file.includes !== 'nothing') {
        return 'files that it includes may themselves include more for such pipelines only';
    }
    return undefined;
}
const mostNames = 8;
function findingOf({ workflow, jobs, brokenNeeds, runs }, source) {
    const [broken] = brokenNeeds;
    const from = `for the source ${source}`;
    if (workflow === 'no')
        return `workflow:rules let no pipeline through ${from}`;
    if (broken !== undefined) {
        return `The job ${broken.job} needs ${broken.needs}, which would not be there ${from}`;
    }
    const named = (answer) => jobs.filter((job) => job.runs === answer).map(({ name }) => name);
    const [present, open, absent] = [named('yes'), named('unknown'), named('no')];
    const counts = [
        ...(present.length > 0 ? [`${present.length} would be there (${list(present)})`] : []),
        ...(open.length > 0 ? [`${open.length} may be (${list(open)})`] : []),
        ...(absent.length > 0 ? [`${absent.length} would not (${list(absent)})`] : []),
    ];
    const gate = workflow === 'unknown' ? 'Nobody can tell whether workflow:rules let it through; ' : '';
    const edge = runs === 'no' && present.length > 0 ? ', which is not enough: all in .pre or .post' : '';
    return `${gate}${gate === '' ? 'Of' : 'of'} ${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'} ${from}, ${counts.join(', ')}${edge}`;
}
function list(names) {
    const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
    return `${names.slice(0, mostNames).join(', ')}${more}`;
}
function hintOf({ brokenNeeds }, source) {
    if (brokenNeeds.length > 0)
        return 'Give both jobs the same rules, or mark the need as optional: true.';
    return `Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${source}"; gitlab-trigger snippet gitlab writes such rules.`;
}

// EXTERNAL MODULE: ./out/bundle/base/ref-advice.js
var ref_advice = __webpack_require__(6835);
// EXTERNAL MODULE: ./out/bundle/model/requests.js
var requests = __webpack_require__(7553);
;// CONCATENATED MODULE: ./out/bundle/check/project-and-ref.js






const developer = 30;
/** Whether the project can be seen and runs pipelines. */
function projectCheck(reply, request) {
    if (reply.kind !== 'ok')
        return project_and_ref_ofFailure(reply, request);
    const { id, path, archived, ciAccess, accessLevel } = reply.value;
    if (archived === true) {
        return bad('owner_not_permitted', {
            finding: `${path} is archived, and an archived project runs no pipelines`,
            hint: 'Take it out of the archive in Settings > General > Advanced, or give another project_id.',
        });
    }
    if (ciAccess === 'disabled') {
        return bad('pipelines_disabled', {
            finding: `CI/CD is switched off in ${path}`,
            hint: 'Switch it on: Settings > General > Visibility, project features, permissions > CI/CD.',
        });
    }
    if (request.credentials.kind === 'access' && accessLevel !== undefined && accessLevel < developer) {
        return check_open(`${path} is there (id ${id}), but the role of the user behind access_token seems to be below Developer`, 'Creating pipelines takes the role Developer. A role that comes from an invited group is not shown here.');
    }
    return good(`${path} is there, with the id ${id}`);
}
function project_and_ref_ofFailure(reply, { credentials }) {
    if (reply.kind !== 'refused')
        return unanswered(reply);
    const { code, why, hint } = (0,explain/* describeReply */.CS)(reply);
    const { status } = reply.refusal;
    if (credentials.accessToken === undefined) {
        return status === 404 || status === 401
            ? check_open('It cannot be seen without an access_token, so that most of the rest cannot be checked, either', 'Give an access_token with the scope read_api of a member.')
            : check_open(why, hint);
    }
    return status === 404 && code === 'not_found'
        ? bad(code, {
            finding: why,
            hint: 'Check project_id, and that the user behind access_token is a member of the project; a fine-grained token must cover it.',
        })
        : check_open(why, hint);
}
/** Whether a pipeline could be followed. */
function pipelinesCheck(reply, { credentials }) {
    if (reply.kind === 'ok')
        return good('Its pipelines can be read, so that one can be followed');
    const { why, hint } = (0,explain/* describeReply */.CS)(reply);
    if (reply.kind !== 'refused' || ![401, 403, 404].includes(reply.refusal.status))
        return check_open(why, hint);
    return bad('read_access_needed', {
        finding: why,
        hint: credentials.accessToken === undefined ? hintWithoutAccess(reply.refusal, credentials) : hint,
    });
}
function hintWithoutAccess(refusal, credentials) {
    return (0,requests/* readsWithJobToken */.Cb)(credentials)
        ? `${(0,token_hints/* jobTokenReadHint */.ML)(refusal)} Or leave wait at false.`
        : 'Give an access_token with the scope read_api: a trigger token reads nothing. Or leave wait at false.';
}
/** Puts the answers about branch and tag together. Of a project that is not seen, neither is. */
function foundRef({ branch, tag, project }) {
    if (project.kind !== 'ok')
        return { kind: 'unseen', reply: project };
    const [seenBranch, seenTag] = [seenIn(branch), seenIn(tag)];
    const unseen = [seenBranch, seenTag].find((seen) => typeof seen === 'object' && 'unseen' in seen);
    if (unseen !== undefined)
        return { kind: 'unseen', reply: unseen.unseen };
    const isBranch = typeof seenBranch === 'object' && 'name' in seenBranch;
    const isTag = typeof seenTag === 'object' && 'name' in seenTag;
    if (isBranch && isTag)
        return { kind: 'ambiguous' };
    if (isBranch)
        return { kind: 'found', type: 'branch', ref: seenBranch };
    return isTag ? { kind: 'found', type: 'tag', ref: seenTag } : { kind: 'absent' };
}
/** What was not asked for is not there, as far as this ref goes. */
function seenIn(reply) {
    if (reply === undefined)
        return 'absent';
    if (reply.kind === 'ok')
        return reply.value;
    if (reply.kind !== 'refused')
        return { unseen: reply };
    const { status, speaker, shape } = reply.refusal;
    return status === 404 && speaker === 'gitlab' && shape === 'message' ? 'absent' : { unseen: reply };
}
/** Whether the ref exists, is one only, and leads where it should. */
function refCheck(found, { ref, expectedSha: expected }) {
    switch (found.kind) {
        case 'unseen':
            return unanswered(found.reply);
        case 'absent':
            return bad('ref_not_found', {
                finding: `There is no branch or tag ${ref}`,
                hint: (0,ref_advice/* adviceOnRef */.H)(ref) ??
                    'Check ref for a typing error; a branch that was just pushed or mirrored may not have arrived yet.',
            });
        case 'ambiguous':
            return bad('ref_ambiguous', {
                finding: `A branch and a tag are both called ${ref}`,
                hint: `Give refs/heads/${ref} or refs/tags/${ref}.`,
            });
        case 'found': {
            const { sha } = found.ref;
            if (expected !== undefined && sha !== undefined && !sha.toLowerCase().startsWith(expected)) {
                return bad('wrong_commit', {
                    finding: `The ${found.type} ${ref} is at ${sha}, not at the expected_sha ${expected}`,
                    hint: 'Push the commit, wait for the mirror, or change expected_sha.',
                });
            }
            return good(`It is a ${found.type}${sha === undefined ? '' : `, at the commit ${sha}`}`);
        }
    }
}
/** Whether the user behind the token may run pipelines on the ref, as far as GitLab tells: who owns a trigger token, it does not. */
function protectedRefCheck(found, { credentials, ref }) {
    if (found.kind === 'unseen')
        return unanswered(found.reply);
    if (found.kind !== 'found')
        return check_open('The ref has to be found first');
    const { type, ref: seen } = found;
    const { isProtected, canPush, developersCanPush, developersCanMerge } = seen;
    if (isProtected === false)
        return good(`${ref} is not protected`);
    if (isProtected === undefined)
        return check_open(`GitLab does not say whether ${ref} is protected`);
    if (developersCanPush === true || developersCanMerge === true) {
        return good(`${ref} is protected, and open to everybody who may start pipelines`);
    }
    if (credentials.kind === 'access' && canPush === true) {
        return good(`${ref} is protected, and the user behind access_token may push to it`);
    }
    const whose = credentials.kind === 'access' ? 'the user behind access_token' : 'the owner of the token';
    const right = type === 'tag' ? 'create it' : 'push or merge to it';
    return check_open(`${ref} is protected, and GitLab does not say whether ${whose} may ${right}`, `Look into Settings > Repository > Protected ${type === 'tag' ? 'tags' : 'branches'}; if not, GitLab refuses the pipeline.`);
}

;// CONCATENATED MODULE: ./out/bundle/check/variables-and-inputs.js



/** Roles that GitLab may ask of whoever sets variables, by the number that it has for them. */
const variables_and_inputs_levels = new Map([
    ['developer', 30],
    ['maintainer', 40],
    ['owner', 50],
]);
const hint = 'Pass the values as inputs (spec:inputs) instead, or have the role lowered: Settings > CI/CD > Variables > Minimum role to use pipeline variables.';
const forwarded = 'Those that begin with UPSTREAM_ are of forward_context: set it to false.';
/** Whether the project lets the variables of this run in; `undefined` when there are none, and nothing to be said of that. */
function variablesCheck({ project, server }, request) {
    const count = Object.keys(request.variables).length;
    if (project.kind !== 'ok')
        return count === 0 ? undefined : unanswered(project);
    const role = restrictionOf(project.value);
    if (count === 0)
        return role === 'no_one_allowed' ? payloadFinding(server, request) : undefined;
    const names = `${count} ${count === 1 ? 'variable' : 'variables'}`;
    if (role === undefined) {
        return check_open('GitLab does not show this access_token who may set pipeline variables', hint);
    }
    if (role === 'no_one_allowed') {
        return bad('variables_restricted', {
            finding: `The project lets nobody set pipeline variables, and ${names} would be sent`,
            hint: request.forwardContext ? `${forwarded} ${hint}` : hint,
        });
    }
    // Whoever may start a pipeline at all is a Developer.
    if (role === 'developer')
        return good(`Everybody who may start a pipeline may set the ${names}`);
    return roleFinding(role, { project: project.value, request });
}
/** The lowest role; older servers have a switch beside it. */
function restrictionOf({ variablesRole, restrictsVariables }) {
    if (restrictsVariables === false)
        return 'developer';
    return variablesRole ?? (restrictsVariables === true ? 'maintainer' : undefined);
}
function roleFinding(role, { project, request }) {
    const level = variables_and_inputs_levels.get(role);
    const isOwn = request.credentials.kind === 'access' && project.accessLevel !== undefined;
    if (isOwn && level !== undefined && (project.accessLevel ?? 0) >= level) {
        return good(`Setting pipeline variables takes the role ${role}, and the user behind access_token has it`);
    }
    const whose = request.credentials.kind === 'access' ? 'the user behind access_token' : 'the owner of the token';
    return check_open(`Setting pipeline variables takes the role ${role}, and nobody can tell here whether ${whose} has it`, hint);
}
/** GitLab sets a variable itself, TRIGGER_PAYLOAD, which used to count as one of the caller's. */
function payloadFinding(server, { credentials }) {
    if (credentials.kind === 'access')
        return undefined;
    const rule = 'The project lets nobody set pipeline variables; none would be sent, but GitLab adds TRIGGER_PAYLOAD itself';
    const version = server.kind === 'ok' ? server.value.version : undefined;
    const isOld = version === undefined ? undefined : isBefore(version, [18, 4]);
    const isYoung = version === undefined ? undefined : isBefore(version, [18, 7]) === false;
    if (isOld === true) {
        return bad('variables_restricted', {
            finding: `${rule}, and GitLab ${version ?? ''} refuses that`,
            hint: 'Let a Maintainer lower the role (Settings > CI/CD > Variables), or update GitLab to 18.7 or later.',
        });
    }
    if (isYoung === true && credentials.tokenKind === 'trigger_token') {
        return good('The project lets nobody set pipeline variables, and none would be sent');
    }
    return check_open(`${rule}, which not every version takes`, 'GitLab before about 18.6 refuses it.');
}
/** Whether the CI file takes the inputs of this run; `undefined` when there are none. */
function inputsCheck({ file, server, }, { pipelineInputs, ref }) {
    const count = Object.keys(pipelineInputs).length;
    if (count === 0)
        return undefined;
    if (server.kind === 'ok' && isBefore(server.value.version, [17, 11]) === true) {
        return bad('inputs_invalid', {
            finding: `GitLab ${server.value.version} passes over inputs without a word`,
            hint: 'Inputs need GitLab 17.11 or later; pass variables instead.',
        });
    }
    if (file === undefined)
        return check_open('The CI file is kept outside of the project, or the project cannot be seen');
    if (file.kind !== 'ok')
        return unanswered(file);
    const config = readConfigFile(file.value);
    if (config === undefined)
        return check_open('The CI file could not be read here');
    const faults = inputFaults(config.inputs, pipelineInputs);
    if (faults.length === 0) {
        return good(`The CI file on ${ref} takes ${count === 1 ? 'the input' : `the ${count} inputs`}`);
    }
    return bad('inputs_invalid', {
        finding: faults.slice(0, 5).map(faultText).join('; '),
        hint: `Compare inputs with the spec:inputs header of the CI file on ${ref}.`,
    });
}
function faultText(fault) {
    const { name } = fault;
    switch (fault.kind) {
        case 'undeclared':
            return `${name} is not declared`;
        case 'missing':
            return `${name} has no default and was not given`;
        case 'wrong_type':
            return `${name} has to be of the type ${fault.type}`;
        case 'not_an_option':
            return `${name} is not one of its options`;
        case 'not_of_pattern':
            return `${name} does not fit its regex`;
    }
}

;// CONCATENATED MODULE: ./out/bundle/check/all-checks.js






/** Everything that the picture tells about a request; what does not concern it is left out. */
function allChecks({ server, details }, request) {
    const findings = [
        ['server', serverCheck(server, request)],
        ...(details === undefined ? unchecked(request) : detailFindings({ server, details }, request)),
    ];
    return findings.flatMap(([name, finding]) => (finding === undefined ? [] : [{ name, ...finding }]));
}
function detailFindings({ server, details }, request) {
    const { probe, ownToken, project, pipelines, lint, file } = details;
    const { credentials } = request;
    const ref = foundRef(details);
    return [
        [
            'token',
            credentials.kind === 'trigger' && probe !== undefined ? tokenCheck(probe, credentials) : undefined,
        ],
        ['access_token', ownToken === undefined ? undefined : accessTokenCheck(ownToken, request, details)],
        ['project', projectCheck(project, request)],
        ['pipelines', pipelines === undefined ? undefined : pipelinesCheck(pipelines, request)],
        ['ref', refCheck(ref, request)],
        ['protected_ref', protectedRefCheck(ref, request)],
        ['ci_config', configCheck({ lint, server, project }, request)],
        ['jobs', jobsCheck({ lint, file, project, ref }, request)],
        ['variables', variablesCheck({ project, server }, request)],
        ['inputs', inputsCheck({ file, server }, request)],
    ];
}
/** Without a server there is nothing to look at. */
function unchecked({ credentials, follow, variables, pipelineInputs }) {
    const names = [
        ...(credentials.kind === 'trigger' ? ['token'] : []),
        ...(credentials.accessToken === undefined ? [] : ['access_token']),
        'project',
        ...(follow === undefined ? [] : ['pipelines']),
        'ref',
        'protected_ref',
        'ci_config',
        'jobs',
        ...(Object.keys(variables).length === 0 ? [] : ['variables']),
        ...(Object.keys(pipelineInputs).length === 0 ? [] : ['inputs']),
    ];
    return names.map((name) => [name, check_open('Not looked at, because GitLab could not be asked')]);
}

// EXTERNAL MODULE: ./out/bundle/gitlab/endpoints.js
var endpoints = __webpack_require__(5555);
;// CONCATENATED MODULE: ./out/bundle/check/curl-command.js

/** A text as one word of a POSIX shell, whatever is in it. */
function shellWord(text) {
    return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** JSON of printable ASCII only, so that nothing in it can steer a terminal. */
function plainJson(value) {
    return JSON.stringify(value).replace(/[^\u0020-\u007e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
const longestCommand = 6000;
/**
 * The request that would start the pipeline, for a POSIX shell. Names stand in it and no value: nobody can tell which of them is a secret. Nor is one in the arguments
 * of a process that it starts.
 */
function curlCommandOf(request, redact) {
    const { credentials } = request;
    const write = createBodyWriter(redact);
    const pieces = merged(credentials.kind === 'trigger' ? triggerPieces(request, write) : creationPieces(request, write));
    const environment = pieces.flatMap((piece) => ('variable' in piece ? [piece.variable] : []));
    const lines = credentials.kind === 'trigger' ? triggerLines(request, pieces) : creationLines(request, pieces);
    const isTooLong = lines.join('\n').length > longestCommand;
    return {
        lines: isTooLong ? undefined : lines,
        environment: credentials.kind === 'trigger' ? environment : [accessTokenVariable, ...environment],
    };
}
const tokenVariable = 'GITLAB_TRIGGER_TOKEN';
const accessTokenVariable = 'GITLAB_TRIGGER_ACCESS_TOKEN';
/** The body comes from standard input: a command line is there for everybody on the machine to read. */
function triggerLines(request, pieces) {
    return [
        `printf '%s' ${pieces.map(wordOf).join(' ')} |`,
        ...curlLines(request, ['--data @-']),
        `    ${shellWord(endpoints/* endpoints */.v.triggerPipeline(request.connection.apiUrl, request.project).href)}`,
    ];
}
/** Here it is the header that has the secret in it; a body with values comes through a third pipe. */
function creationLines(request, pieces) {
    const url = shellWord(endpoints/* endpoints */.v.createPipeline(request.connection.apiUrl, request.project).href);
    const header = `printf 'PRIVATE-TOKEN: %s\\n' "$${accessTokenVariable}" |`;
    const [first] = pieces;
    if (first !== undefined && pieces.length === 1) {
        return [header, ...curlLines(request, ['--header @-', `--data ${wordOf(first)}`]), `    ${url}`];
    }
    return [
        `printf '%s' ${pieces.map(wordOf).join(' ')} | {`,
        header,
        ...curlLines(request, ['--header @-', '--data @/dev/fd/3']),
        `    ${url}`,
        '} 3<&0',
    ];
}
function curlLines({ connection }, rest) {
    return [
        '  curl --silent --show-error --fail-with-body \\',
        "    --header 'Content-Type: application/json' \\",
        ...(connection.requestHeaders.length > 0 ? ['    --header @request-headers.txt \\'] : []),
        ...(connection.caCertificate === undefined ? [] : ['    --cacert ca.pem \\']),
        ...rest.map((option) => `    ${option} \\`),
    ];
}
function wordOf(piece) {
    return 'text' in piece ? shellWord(piece.text) : `"$${piece.variable}"`;
}
function triggerPieces({ ref, variables, pipelineInputs }, write) {
    return [
        { text: '{"token":"' },
        { variable: tokenVariable },
        { text: `","ref":${write.text(ref)}` },
        ...(isEmpty(variables) ? [] : [{ text: ',"variables":' }, ...mapPieces(variables, write)]),
        ...inputPieces(pipelineInputs, write),
        { text: '}' },
    ];
}
function creationPieces({ ref, variables, pipelineInputs }, write) {
    const entries = Object.entries(variables).flatMap(([key, value], index) => [
        { text: `${index === 0 ? '' : ','}{"key":${write.text(key)},"value":` },
        ...write.value(key, value),
        { text: '}' },
    ]);
    return [
        { text: `{"ref":${write.text(ref)}` },
        ...(isEmpty(variables) ? [] : [{ text: ',"variables":[' }, ...entries, { text: ']' }]),
        ...inputPieces(pipelineInputs, write),
        { text: '}' },
    ];
}
function inputPieces(inputs, write) {
    return isEmpty(inputs) ? [] : [{ text: ',"inputs":' }, ...mapPieces(inputs, write)];
}
function mapPieces(map, write) {
    const entries = Object.entries(map).flatMap(([key, value], index) => [
        { text: `${index === 0 ? '' : ','}${write.text(key)}:` },
        ...write.value(key, value),
    ]);
    return [{ text: '{' }, ...entries, { text: '}' }];
}
/** What every shell has set, to something else. */
const takenNames = ['PATH', 'HOME', 'IFS', 'PWD', 'OLDPWD', 'SHELL', 'USER', 'ENV', 'PS1', 'LANG', '_'];
function createBodyWriter(redact) {
    const used = new Set([tokenVariable, accessTokenVariable, ...takenNames]);
    const freeName = (name) => {
        const wanted = shellVariableOf(redact(name));
        let free = wanted;
        for (let number = 2; used.has(free); number += 1)
            free = `${wanted}_${number}`;
        used.add(free);
        return free;
    };
    return {
        text: (text) => plainJson(redact(text)),
        value: (name, value) => {
            const variable = freeName(name);
            // A text goes between its quotes; anything else is JSON as a whole.
            return typeof value === 'string' ? [{ text: '"' }, { variable }, { text: '"' }] : [{ variable }];
        },
    };
}
function shellVariableOf(name) {
    const word = name.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 60);
    return /^\d|^$/.test(word) ? `_${word}` : word;
}
/** Texts that follow each other become one. */
function merged(pieces) {
    const result = [];
    for (const piece of pieces) {
        const last = result.at(-1);
        if (last !== undefined && 'text' in last && 'text' in piece) {
            result[result.length - 1] = { text: last.text + piece.text };
        }
        else
            result.push(piece);
    }
    return result;
}
function isEmpty(map) {
    return Object.keys(map).length === 0;
}

;// CONCATENATED MODULE: ./out/bundle/check/expected-response.js


function expectedAnswer({ details }, request) {
    const { connection, credentials, project, ref } = request;
    const seen = details?.project.kind === 'ok' ? details.project.value : undefined;
    const found = details === undefined ? undefined : foundRef(details);
    const path = project.kind === 'path' ? project.path : `project-${project.id}`;
    const webUrl = seen?.webUrl ?? `${connection.gitlabUrl}/${path}`;
    const ownSource = credentials.kind === 'trigger' && credentials.tokenKind === 'trigger_token';
    return {
        id: 257,
        iid: 118,
        project_id: seen?.id ?? (project.kind === 'id' ? project.id : 42),
        sha: (found?.kind === 'found' ? found.ref.sha : undefined) ?? '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
        ref: refPartsOf(ref).name,
        status: 'created',
        source: ownSource ? 'trigger' : credentials.kind === 'access' ? 'api' : 'pipeline',
        web_url: `${webUrl}/-/pipelines/257`,
    };
}

;// CONCATENATED MODULE: ./out/bundle/check/gather.js



/**
 * Asks GitLab for everything that the checks need to know: first whether it is there, then all the rest at once.
 * @throws the reason of `signal` when it aborts.
 */
async function gatherFacts(gitlab, request, signal) {
    const server = await gitlab.fetchVersion(signal);
    if (!answersAsGitLab(server))
        return { server, details: undefined };
    const { project, ref, credentials, follow } = request;
    const { name, kind } = refPartsOf(ref);
    const askingToken = credentials.accessToken === undefined ? undefined : gitlab.fetchOwnToken(signal);
    const asking = gitlab.fetchProject({ project }, signal);
    const [probe, ownToken, creation, ofProject, pipelines, branch, tag, lint, file] = await Promise.all([
        gitlab.probe?.(signal),
        askingToken,
        askingToken?.then((reply) => (isFineGrained(reply) ? gitlab.tryCreation?.(signal) : undefined)),
        asking,
        follow === undefined ? undefined : readPipelines(gitlab, request, signal),
        kind === 'tag' ? undefined : gitlab.fetchBranch({ project, name }, signal),
        kind === 'branch' ? undefined : gitlab.fetchTag({ project, name }, signal),
        gitlab.lintConfig({ project, ref, parameter: lintParameterOf(server) }, signal),
        asking.then((reply) => {
            const path = configPathOf(reply);
            return path === undefined ? undefined : gitlab.fetchFile({ project, ref, path }, signal);
        }),
    ]);
    const asked = { probe, ownToken, creation, project: ofProject, pipelines, branch, tag, lint, file };
    return { server, details: asked };
}
function isFineGrained(reply) {
    return reply.kind === 'ok' && reply.value.granular === true;
}
/** The first refusal of the reads that following takes. Of their permissions a job token may have one without the other. */
async function readPipelines(gitlab, { project, credentials }, signal) {
    const listed = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
    if (listed.kind !== 'ok' || !(0,requests/* readsWithJobToken */.Cb)(credentials))
        return listed;
    const pipelineId = Math.max(1, ...listed.value.map(({ id }) => id));
    const jobs = await gitlab.peekJobs({ project, pipelineId }, signal);
    return jobs.kind === 'refused' && jobs.refusal.status === 404 ? listed : jobs;
}
/** Both names work from 16.10 to now, so that the border needs not be known exactly. */
function lintParameterOf(server) {
    return server.kind === 'ok' && isBefore(server.value.version, [17, 0]) === true ? 'sha' : 'content_ref';
}
/** A configuration of another project or server cannot be read through this one. */
function configPathOf(project) {
    if (project.kind !== 'ok')
        return undefined;
    const { ciConfigPath } = project.value;
    if (ciConfigPath === undefined || ciConfigPath === '')
        return '.gitlab-ci.yml';
    return /^[^@:]+$/.test(ciConfigPath) && /[^./]/.test(ciConfigPath) ? ciConfigPath : undefined;
}

// EXTERNAL MODULE: ./out/bundle/gitlab/probe-trigger-token.js
var probe_trigger_token = __webpack_require__(2022);
// EXTERNAL MODULE: ./out/bundle/inputs/commands/trigger.js + 3 modules
var trigger = __webpack_require__(3250);
// EXTERNAL MODULE: ./out/bundle/report/json-outputs.js
var json_outputs = __webpack_require__(6159);
// EXTERNAL MODULE: ./out/bundle/report/markdown.js
var markdown = __webpack_require__(1795);
;// CONCATENATED MODULE: ./out/bundle/report/checks.js



/** Widths of the state and the name, so that findings begin under each other. */
const columnWidths = { state: 9, name: 15 };
const longestFinding = 1500;
/** One line for each check, and one for what to do where that is known. */
function checkLines(checks) {
    const indent = ' '.repeat(columnWidths.state + columnWidths.name);
    return checks.flatMap(({ name, state, finding, hint }) => [
        state.padEnd(columnWidths.state) + name.padEnd(columnWidths.name) + (0,base_text/* cleanLine */.Ow)(finding, longestFinding),
        ...(hint === undefined ? [] : [`${indent}What to do: ${(0,base_text/* cleanLine */.Ow)(hint, longestFinding)}`]),
    ]);
}
/** `9 ok, 1 failed, 1 unknown. Nothing was started.` */
function checkTotals(checks) {
    const count = (state) => checks.filter((check) => check.state === state).length;
    return `${count('ok')} ok, ${count('failed')} failed, ${count('unknown')} unknown. Nothing was started.`;
}
/** The command, with what it needs; it is shown to be copied, so nothing of it may be changed. */
function checks_curlLines({ lines, environment }) {
    if (lines === undefined)
        return ['(longer than anybody would copy)'];
    const names = environment.join(', ');
    return [
        `# Takes ${names} from the environment${environment.length > 1 ? ', as they are to stand in JSON' : ''}.`,
        ...lines,
    ];
}
/** The answer as JSON, a member a line; `redact` takes secrets out of the words of GitLab that it holds, and whatever could steer a terminal. */
function answerLines(answer, redact) {
    const shown = Object.entries(answer).map(([name, value]) => [
        name,
        typeof value === 'string' ? (0,base_text/* cleanLine */.Ow)(redact(value), 300) : value,
    ]);
    return JSON.stringify(Object.fromEntries(shown), null, 2).split('\n');
}
/** What the message of a run with failed checks says. */
function failedChecksParts(checks, target) {
    const failed = checks.filter(({ state }) => state === 'failed');
    const names = failed.map(({ name }) => name).join(', ');
    return {
        what: `Nothing was started, and would not work as asked: ${failed.length} of ${checks.length} checks failed for ${target} (${names})`,
        why: failed.map(({ name, finding }) => `${name}: ${(0,base_text/* cleanLine */.Ow)(finding, longestFinding)}`).join('\n'),
        hint: failed.map(({ hint = '' }) => (0,base_text/* cleanLine */.Ow)(hint, longestFinding)).join('\n'),
    };
}
/** The output `checks`, as docs/outputs.md describes it. */
function checksOutput(checks) {
    return (0,json_outputs/* inertJson */.nl)({
        version: 1,
        checks: checks.map(({ name, state, finding, hint, code }) => ({
            name,
            state,
            finding: (0,base_text/* cleanLine */.Ow)(finding, 1500),
            hint: hint === undefined ? null : (0,base_text/* cleanLine */.Ow)(hint, 1500),
            code: code ?? null,
        })),
    });
}
const icons = {
    ok: '✅ ok',
    failed: '❌ failed',
    unknown: '❔ unknown',
};
const longestText = 1500;
/** The report of a dry run: Markdown for CI hosts that show some. What is said in it is text and nothing else. */
function formatCheckSummary({ checks, target, }) {
    return [
        `## Dry run: ${(0,markdown/* plainText */.wh)(target)}`,
        '',
        checkTotals(checks),
        '',
        (0,markdown/* tableRow */.jD)(['Check', 'Result', 'What was found']),
        (0,markdown/* tableRow */.jD)(['---', '---', '---']),
        ...checks.map(({ name, state, finding, hint }) => (0,markdown/* tableRow */.jD)([
            (0,markdown/* codeText */.ph)(name),
            icons[state],
            [finding, ...(hint === undefined ? [] : [hint])]
                .map((text) => (0,markdown/* plainText */.wh)(text, longestText))
                .join('<br>'),
        ])),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./out/bundle/trigger/start-context.js
var start_context = __webpack_require__(2968);
// EXTERNAL MODULE: ./out/bundle/trigger/upstream-variables.js
var upstream_variables = __webpack_require__(525);
// EXTERNAL MODULE: ./out/bundle/run/context.js
var context = __webpack_require__(5084);
;// CONCATENATED MODULE: ./out/bundle/run/check.js















/**
 * One run of the command `check`: looks at everything that starting a pipeline would need, and starts none.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runCheck(deps, entry) {
    (0,context/* maskSecrets */.QU)(deps, trigger/* checkTable */.Dv);
    const { request, warnings } = await (0,trigger/* parseTriggerRequest */.NY)(deps.host.inputs, deps.files);
    for (const warning of warnings)
        deps.host.log.warning(warning);
    return await checkRequest(deps, entry, request);
}
/**
 * The same for a request that was read already, as with `dry_run`.
 * @throws {RefusedError} `check_failed` when a check failed.
 * @throws {UnreachableError} when no GitLab answered.
 */
async function checkRequest(deps, { signal }, given) {
    const { host } = deps;
    const request = withContext(deps, given);
    const { project, ref, gitlabUrl } = (0,start_context/* startContextOf */.Te)(given);
    const target = `${project} at ${ref} on ${gitlabUrl.replace(/^https:\/\//, '')}`;
    host.log.info(`Checking ${target}; nothing will be started`);
    const { gitlab, close } = openWay(deps, request);
    try {
        const facts = await gatherFacts(inspected(gitlab, request), request, signal);
        const redact = redactionOf(deps);
        const checks = allChecks(facts, request).map((check) => ({
            ...check,
            finding: redact(check.finding),
            hint: check.hint === undefined ? undefined : redact(check.hint),
        }));
        (0,context/* setOutputs */.n0)(deps, { checks: checksOutput(checks) });
        for (const line of checkLines(checks))
            host.log.info(line);
        host.log.group('The same with curl', checks_curlLines(curlCommandOf(request, host.masker.redact)));
        host.log.group('GitLab answers with 201 and JSON such as this, and more', answerLines(expectedAnswer(facts, request), redact));
        host.log.info(checkTotals(checks));
        if (request.report.summary)
            await writeSummary(deps, formatCheckSummary({ checks, target }));
        if (!answersAsGitLab(facts.server) && facts.server.kind !== 'ok') {
            throw (0,explain/* errorOf */.Mz)(facts.server, { what: `Nothing was started, and nothing could be checked: ${target}` });
        }
        if (checks.some(({ state }) => state === 'failed')) {
            throw new errors/* RefusedError */.fk({ code: 'check_failed', ...failedChecksParts(checks, target) });
        }
        return errors/* exitCodes */.hS.accepted;
    }
    finally {
        close();
    }
}
/**
 * Words of GitLab without our secrets, before anything of them is cut off: nobody recognises half of a secret. They are cleaned first, because a
 * secret may be hidden among characters that nobody sees.
 */
function redactionOf({ host }) {
    return (text) => (0,base_text/* redactedLine */.Py)(text, host.masker.redact, longestWords);
}
/** Far more than is shown. */
const longestWords = 100_000;
function withContext({ host }, request) {
    if (!request.forwardContext)
        return request;
    return { ...request, variables: (0,upstream_variables/* withUpstreamVariables */.to)(request.variables, host.context()) };
}
/** What a check may do to GitLab: read, and try the token on a ref that cannot exist. */
function inspected(gitlab, { project, credentials }) {
    const { fetchVersion, fetchOwnToken, fetchProject, listPipelines, peekJobs } = gitlab;
    const { fetchBranch, fetchTag, lintConfig, fetchFile } = gitlab;
    return {
        fetchVersion,
        fetchOwnToken,
        fetchProject,
        listPipelines,
        peekJobs,
        fetchBranch,
        fetchTag,
        lintConfig,
        fetchFile,
        probe: credentials.kind === 'trigger'
            ? (signal) => (0,probe_trigger_token/* probeTriggerToken */.U)(gitlab, { project, token: credentials.token }, signal)
            : undefined,
        tryCreation: credentials.kind === 'access'
            ? (signal) => gitlab.createPipeline({ project, ref: probe_trigger_token/* impossibleRef */.t, variables: {}, inputs: {} }, signal)
            : undefined,
    };
}
async function writeSummary({ host }, markdown) {
    if (!(await host.summary.write(markdown)))
        host.log.warning('The report could not be written.');
}
function openWay(deps, { connection, credentials }) {
    return (0,context/* openGitLab */.Cz)(deps, connection, credentials.accessToken, (0,requests/* jobTokenOf */.kF)(credentials));
}


/***/ })

};
