export const id = 7000;
export const ids = [7000];
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

/***/ 7000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./out/bundle/github/api.js
var api = __webpack_require__(2753);
// EXTERNAL MODULE: ./out/bundle/base/address.js
var address = __webpack_require__(1879);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/http/response-body.js + 1 modules
var response_body = __webpack_require__(3714);
// EXTERNAL MODULE: ./out/bundle/http/transport.js
var http_transport = __webpack_require__(1675);
// EXTERNAL MODULE: ./out/bundle/http/headers.js
var http_headers = __webpack_require__(3692);
;// CONCATENATED MODULE: ./out/bundle/github/error-body.js




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
    const nowMs = (0,http_headers/* parseHttpDate */.m6)(headers.date ?? '') ?? localTimeMs;
    const resetMs = limit === 'primary' ? (0,http_headers/* parseRateLimitReset */.yq)(headers['x-ratelimit-reset'] ?? '', nowMs) : undefined;
    const retryAfterMs = (0,http_headers/* parseRetryAfter */.mu)(headers['retry-after'] ?? '', nowMs) ?? resetMs;
    return {
        status,
        shape,
        texts,
        limit,
        retryAfterMs: retryAfterMs ?? (limit === undefined ? undefined : unnamedPauseMs),
        acceptedPermissions: lineOf(headers['x-accepted-github-permissions']),
        singleSignOn: /^\s*required\b/i.test(headers['x-github-sso'] ?? '') ? 'required' : 'not_mentioned',
        location: status >= 300 && status < 400 ? locationOf(headers.location) : undefined,
        requestId: lineOf(headers['x-github-request-id']),
    };
}
function readWords(contentType, body) {
    const content = (0,response_body/* readAnswerBody */.nK)(contentType, body);
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
        .map((text) => (0,base_text/* cleanLine */.Ow)(text))
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
    if (location === undefined || !(0,address/* isUrl */.g)(location))
        return undefined;
    const { protocol, host, pathname } = new URL(location);
    return (0,base_text/* cleanLine */.Ow)(`${protocol}//${host}${pathname}`);
}
function lineOf(header) {
    return (0,base_text/* cleanLine */.Ow)(header ?? '', 200) || undefined;
}
function memberOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/github/request.js





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
            const { kind } = (0,response_body/* readAnswerBody */.nK)(headers['content-type'], body);
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
    const content = (0,response_body/* readAnswerBody */.nK)(headers['content-type'], body);
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
    return first === undefined ? '' : `: ${(0,base_text/* cleanLine */.Ow)(first, 120)}`;
}
/**
 * The next page of a list by its `Link` header; `undefined` when there is none, or when it would lead out of `apiUrl`. GitHub writes the address
 * that it is called by; Forgejo and Gitea the one they are configured with, so its query is what counts.
 * @see https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
function nextPage(current, link) {
    for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<>]*)/g)) {
        const relation = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? '';
        if (!relation.toLowerCase().split(/\s+/).includes('next') || !(0,address/* isUrl */.g)(target, current.href))
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

;// CONCATENATED MODULE: ./out/bundle/github/secrets.js



/** Seals a value with the key of its place and stores it. Who may read a secret that exists stays as it is. */
async function putSecret({ runner, apiUrl }, { place, name, text }, signal) {
    const key = await runner.run({
        method: 'GET',
        url: api/* endpoints */.vZ.publicKey(apiUrl, place),
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
        url: api/* endpoints */.vZ.secret(apiUrl, place, name),
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
        url: api/* endpoints */.vZ.secret(apiUrl, place, name),
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
        url: api/* endpoints */.vZ.secretRepositories(apiUrl, place, name),
        signal,
        read: (schemas) => schemas.readRepositoryIds,
    });
    if (repositories.kind !== 'ok')
        return repositories;
    return { kind: 'ok', value: { visibility, selected_repository_ids: repositories.value } };
}

;// CONCATENATED MODULE: ./out/bundle/github/client.js



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
                url: api/* endpoints */.vZ.graphql(apiUrl),
                body: { query: '{ viewer { login } }' },
                signal,
                read: (schemas) => schemas.readViewer,
            })
            : read({ method: 'GET', url: api/* endpoints */.vZ.user(apiUrl), signal, read: (schemas) => schemas.readLogin }),
        fetchComments: async (address, signal) => fetchPages(runner, {
            url: api/* endpoints */.vZ.listedComments(apiUrl, address),
            signal,
            read: (schemas) => schemas.readComments,
        }),
        createComment: async ({ body, ...address }, signal) => read({
            method: 'POST',
            url: api/* endpoints */.vZ.comments(apiUrl, address),
            body: { body },
            signal,
            read: (schemas) => schemas.readComment,
        }),
        updateComment: async ({ body, ...address }, signal) => write({
            method: 'PATCH',
            url: api/* endpoints */.vZ.comment(apiUrl, address),
            body: { body },
            signal,
            // Gitea may answer with nothing.
            doneBy: [200, 204],
        }),
        deleteComment: async (address, signal) => write({ method: 'DELETE', url: api/* endpoints */.vZ.comment(apiUrl, address), signal, doneBy: [204] }),
        fetchHeadSha: async (address, signal) => read({
            method: 'GET',
            url: api/* endpoints */.vZ.pullRequest(apiUrl, address),
            signal,
            read: (schemas) => schemas.readHeadSha,
        }),
        createStatus: async ({ repository, sha, status }, signal) => {
            const { state, context, description, targetUrl } = status;
            const body = { state, context, description, target_url: targetUrl };
            const url = api/* endpoints */.vZ.statuses(apiUrl, { repository, sha });
            return write({ method: 'POST', url, body, signal, doneBy: [201] });
        },
    };
}

// EXTERNAL MODULE: ./out/bundle/gitlab/connect.js + 15 modules
var connect = __webpack_require__(8516);
;// CONCATENATED MODULE: ./out/bundle/run/connect-github.js



/** @throws {InputError} when the environment does not allow it: `checkWay`. */
function openGitHub(deps, { caCertificate, ...settings }) {
    (0,connect/* checkWay */.C)(deps.environment, settings.apiUrl);
    const { clock } = deps;
    const transport = (0,http_headers/* withRedactedAnswers */.eu)(deps.createTransport({ clock, caCertificate, environment: deps.environment }), deps.host.masker.redact);
    return { github: createGitHubClient({ transport, clock }, settings), close: () => transport.close() };
}


/***/ })

};
