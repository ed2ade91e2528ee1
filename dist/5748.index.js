export const id = 5748;
export const ids = [5748];
export const modules = {

/***/ 5748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubSecretStore: () => (/* binding */ githubSecretStore)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/retry-delay.js
var retry_delay = __webpack_require__(2015);
// EXTERNAL MODULE: ./out/bundle/github/describe-reply.js
var describe_reply = __webpack_require__(8057);
;// CONCATENATED MODULE: ./out/bundle/github/secret-place.js
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

;// CONCATENATED MODULE: ./out/bundle/entries/github-secret-store.js




/** Both tokens work meanwhile, so there is time for a hiccup, but not for the end of an hourly limit. */
const policy = {
    attempts: 4,
    firstPauseMs: 1000,
    longestPauseMs: 8000,
    longestWishMs: 60_000,
};
/** A secret of GitHub Actions, as a place for a token. */
function githubSecretStore(deps, { place, name }) {
    const where = `the secret ${name} of ${placeName(place)}`;
    const store = async (token, signal) => {
        const put = () => deps.github.putSecret({ place, name, value: token }, signal);
        for (let attempt = 1;; attempt += 1) {
            const reply = await put();
            if (reply.kind === 'ok')
                return noteOf(reply.value);
            if (attempt >= policy.attempts || !isWorthWaiting(reply)) {
                throw (0,describe_reply/* gitHubErrorOf */.r)(reply, {
                    what: `Cannot store the token in ${where}`,
                    needs: secretPermission(place),
                });
            }
            const retryAfterMs = wishOf(reply);
            await (0,clock/* sleep */.yy)(deps.clock, (0,retry_delay/* retryDelayMs */.q)({ attempt, retryAfterMs, random: deps.random }, policy), signal);
        }
    };
    return { where, store };
}
function isWorthWaiting(reply) {
    return (0,describe_reply/* isTransient */.d)(reply) && (wishOf(reply) ?? 0) <= policy.longestWishMs;
}
function wishOf(reply) {
    return reply.kind === 'refused' ? reply.refusal.retryAfterMs : undefined;
}
function noteOf({ change, visibility }) {
    return change === 'created' && visibility === 'selected'
        ? 'It is new, and no repository may read it yet: choose some in the settings of the organization.'
        : undefined;
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
