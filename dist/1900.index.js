export const id = 1900;
export const ids = [1900];
export const modules = {

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ parseRepositoryName),
/* harmony export */   ap: () => (/* binding */ secretPermission),
/* harmony export */   cP: () => (/* binding */ mostDescriptionCharacters),
/* harmony export */   fW: () => (/* binding */ placeName),
/* harmony export */   vZ: () => (/* binding */ endpoints)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);

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
        url.pathname = `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(apiUrl.pathname, '/').replace(/\/v3$/, '')}/graphql`;
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
    url.pathname = [(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(apiUrl.pathname, '/'), ...segments.map(encodeURIComponent)].join('/');
    return url;
}
/** GitHub takes no longer description. */
const mostDescriptionCharacters = 140;
/** Reads `owner/repository`; `undefined` when the text is something else. */
function parseRepositoryName(text) {
    const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(text) ?? [];
    return owner === undefined || repository === undefined ? undefined : { owner, repository };
}
/** `octo/app`, `the environment production of octo/app`, `the organization octo`. */
function placeName(place) {
    switch (place.kind) {
        case 'repository':
            return `${place.owner}/${place.repository}`;
        case 'environment':
            return `the environment ${place.environment} of ${place.owner}/${place.repository}`;
        case 'organization':
            return `the organization ${place.organization}`;
    }
}
/**
 * What a token needs to write a secret there, in the words of GitHub's settings.
 * @see https://docs.github.com/en/rest/actions/secrets
 */
function secretPermission(place) {
    switch (place.kind) {
        case 'repository':
            return 'the repository permission "Secrets: Read and write" (a classic token: the scope repo)';
        case 'environment':
            return 'the repository permission "Environments: Read and write" (a classic token: the scope repo)';
        case 'organization':
            return 'the organization permission "Secrets: Read and write" (a classic token: the scope admin:org)';
    }
}


/***/ }),

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

/***/ 1900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubSecretStore: () => (/* binding */ githubSecretStore)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1493);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2753);
/* harmony import */ var _github_reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5513);




/** Both tokens work meanwhile, so there is time for a hiccup, but not for the end of an hourly limit. */
const policy = {
    attempts: 4,
    firstPauseMs: 1000,
    maxPauseMs: 8000,
    maxRetryAfterMs: 60_000,
};
/** A secret of GitHub Actions, as a place for a token. */
function githubSecretStore(deps, { place, name }) {
    const where = `the secret ${name} of ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .placeName */ .fW)(place)}`;
    const store = async (token, signal) => {
        const put = () => deps.github.putSecret({ place, name, value: token }, signal);
        for (let attempt = 1;; attempt += 1) {
            const reply = await put();
            if (reply.kind === 'ok')
                return noteOf(reply.value);
            if (attempt >= policy.attempts || !isWorthWaiting(reply)) {
                throw (0,_github_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .gitHubErrorOf */ .r)(reply, {
                    what: `Cannot store the token in ${where}`,
                    needs: (0,_github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .secretPermission */ .ap)(place),
                });
            }
            const retryAfterMs = retryAfterOf(reply);
            await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(deps.clock, (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retryDelayMs */ .q)({ attempt, retryAfterMs, random: deps.random }, policy), signal);
        }
    };
    return { where, store };
}
function isWorthWaiting(reply) {
    return (0,_github_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .d)(reply) && (retryAfterOf(reply) ?? 0) <= policy.maxRetryAfterMs;
}
function retryAfterOf(reply) {
    return reply.kind === 'refused' ? reply.refusal.retryAfterMs : undefined;
}
function noteOf({ change, visibility }) {
    return change === 'created' && visibility === 'selected'
        ? 'It is new, and no repository may read it yet: choose some in the settings of the organization.'
        : undefined;
}


/***/ })

};
