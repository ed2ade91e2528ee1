export const id = 3784;
export const ids = [3784];
export const modules = {

/***/ 2078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tokensEntry: () => (/* binding */ tokensEntry)
/* harmony export */ });
/* harmony import */ var _action_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8787);
/* harmony import */ var _run_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6347);


/** The sub-action `tokens`: manages the trigger tokens of a project. */
function tokensEntry() {
    return (0,_action_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .actionEntry */ .r)(_run_tokens_js__WEBPACK_IMPORTED_MODULE_1__.runTokens);
}


/***/ }),

/***/ 8779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ tokensTable)
});

// UNUSED EXPORTS: tokensInputs

// EXTERNAL MODULE: ./out/bundle/inputs/connection-inputs.js + 2 modules
var connection_inputs = __webpack_require__(5867);
// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __webpack_require__(7871);
// EXTERNAL MODULE: ./out/bundle/inputs/outcome.js
var outcome = __webpack_require__(6955);
// EXTERNAL MODULE: ./out/bundle/inputs/shown-text.js
var shown_text = __webpack_require__(1788);
;// CONCATENATED MODULE: ./out/bundle/inputs/expiry-input.js



const cure = 'Give a date (2027-01-31, which means its midnight in UTC), a time with its zone (2027-01-31T08:00:00Z or …+02:00), or a span from now (90d).';
const shortestMs = 3_600_000;
/** Reads a date, a time with its zone, or a span of an hour or more. */
function parseExpiry(given) {
    const text = given.trim();
    const spanMs = (0,duration/* parseDuration */.E)(text);
    if (spanMs !== undefined) {
        if (spanMs >= shortestMs)
            return (0,outcome.ok)({ written: 'span', spanMs });
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, less than an hour`, cure });
    }
    const match = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(.*))?$/.exec(text);
    const [, day = '', time, zone = ''] = match ?? [];
    if (match === null || !isDay(day)) {
        const bare = /^\d+$/.test(text) ? ', a number without a unit' : '';
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}${bare}`, cure });
    }
    if (text === day)
        return (0,outcome.ok)({ written: 'date', atMs: Date.parse(`${day}T00:00:00Z`) });
    if (time === undefined)
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}`, cure });
    if (zone.trim() === '')
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, a time without its zone`, cure });
    const atMs = Date.parse(`${day}T${time}${zone.trim().toUpperCase()}`);
    if (!/^\s*(?:Z|[+-]\d\d:?\d\d)$/i.test(zone) || Number.isNaN(atMs)) {
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}`, cure });
    }
    return (0,outcome.ok)({ written: 'time', atMs });
}
/** Whether the calendar has this day; `Date` takes the 30th of February for the 2nd of March. */
function isDay(day) {
    const ms = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

// EXTERNAL MODULE: ./out/bundle/base/is-url.js
var is_url = __webpack_require__(3175);
// EXTERNAL MODULE: ./out/bundle/inputs/gitlab-url.js
var gitlab_url = __webpack_require__(4932);
// EXTERNAL MODULE: ./out/bundle/inputs/web-address.js
var web_address = __webpack_require__(3900);
;// CONCATENATED MODULE: ./out/bundle/inputs/github-inputs.js





/** Reads the address of GitHub's API, which gets a trailing slash. Plain http is for this machine only. */
function parseGitHubApiUrl(given) {
    const text = given.trim();
    const cure = 'Give https://api.github.com, or https://HOST/api/v3 for a GitHub Enterprise Server.';
    if (/[@?#\s]/.test(text) || !/^https?:\/\//i.test(text) || !(0,is_url/* isUrl */.g)(text)) {
        return (0,outcome/* wrong */.Qm)({ what: 'is not a plain web address (not shown)', cure });
    }
    const url = new URL(text);
    const fault = (0,web_address/* faultOfAddress */.K)(text) ?? (0,web_address/* faultOfHost */.C)(url, text);
    if (fault !== undefined)
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, ${fault}`, cure });
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    if (url.protocol === 'http:' && !(0,gitlab_url/* isLoopback */.U)(url)) {
        return (0,outcome/* wrong */.Qm)({
            what: `is ${(0,shown_text/* shownText */.f)(text)}, and plain http would send the tokens readable for everybody on the way`,
            cure,
        });
    }
    return (0,outcome.ok)(url);
}
/** Reads the secrets of GitHub that a token goes to, one a line. */
function parseGitHubSecrets(given) {
    const problems = [];
    const found = [];
    for (const [index, line] of given.split(/\r?\n/).entries()) {
        const text = line.trim();
        if (text === '')
            continue;
        const address = addressOf(text);
        if (typeof address === 'string')
            problems.push({ at: ` (line ${index + 1})`, what: address, cure: secretCure });
        else
            found.push(address);
    }
    return (0,outcome/* okUnless */.rF)(problems, found);
}
const secretCure = 'Write OWNER/REPO:NAME for a repository, OWNER/REPO/environments/ENVIRONMENT:NAME for an environment, or orgs/ORGANIZATION:NAME for an organization.';
/** The address, or what is wrong with it. */
function addressOf(text) {
    // Names of secrets have no colon in them, names of environments may.
    const colon = text.lastIndexOf(':');
    if (colon < 0)
        return `is ${(0,shown_text/* shownText */.f)(text)}, without the name of a secret behind a colon`;
    const name = text.slice(colon + 1).trim();
    if (!/^[A-Z_]\w*$/i.test(name) || /^GITHUB_/i.test(name)) {
        return `has the name ${(0,shown_text/* shownText */.f)(name)}: GitHub takes letters, digits and _, not beginning with a digit or GITHUB_`;
    }
    const place = placeOf(text.slice(0, colon).trim());
    return place === undefined ? `is ${(0,shown_text/* shownText */.f)(text)}` : { place, name };
}
function placeOf(text) {
    const organization = /^orgs\/([\w-]+)$/.exec(text)?.[1];
    if (organization !== undefined)
        return { kind: 'organization', organization };
    const [, owner, repository, environment] = /^([\w-]+)\/([\w.-]+)(?:\/environments\/(.+))?$/s.exec(text) ?? [];
    if (owner === undefined || repository === undefined || /^\.{1,2}$/.test(repository))
        return undefined;
    return environment === undefined
        ? { kind: 'repository', owner, repository }
        : { kind: 'environment', owner, repository, environment };
}

// EXTERNAL MODULE: ./out/bundle/inputs/input-table.js
var input_table = __webpack_require__(5366);
// EXTERNAL MODULE: ./out/bundle/inputs/name-list-input.js
var name_list_input = __webpack_require__(8052);
// EXTERNAL MODULE: ./out/bundle/inputs/token-input.js
var token_input = __webpack_require__(3411);
// EXTERNAL MODULE: ./out/bundle/inputs/tokens-request.js
var tokens_request = __webpack_require__(8957);
;// CONCATENATED MODULE: ./out/bundle/inputs/tokens-inputs.js









/** Every input of the sub-action `tokens`, in the order of its documentation. */
const tokensTable = {
    operation: {
        required: 'always',
        default: undefined,
        description: 'What to do: list, get, create, update or delete a trigger token, or rotate one: put a new token in its place.',
        secret: 'none',
        parse: (0,name_list_input/* oneOf */.y)(tokens_request/* tokenOperations */.K),
    },
    gitlab_url: connection_inputs/* connectionInputs */.eu.gitlab_url,
    project_id: connection_inputs/* projectInput */.Yg,
    access_token: {
        required: 'always',
        default: undefined,
        description: 'Personal, project or group access token with the scope api (read_api for list and get), from a secret; its user needs the role Maintainer, and owns the tokens that it creates.',
        secret: 'all',
        parse: token_input/* parseAccessToken */.PO,
    },
    trigger_id: {
        required: 'never',
        default: undefined,
        description: 'Id of the trigger token, as list shows it. For get, update, delete and rotate; rotate can also find the token by its description.',
        secret: 'none',
        parse: parseTriggerId,
    },
    description: {
        required: 'never',
        default: undefined,
        description: 'What the token is called in GitLab: for create and update. For rotate it names the token to replace when there is no trigger_id, so that a schedule can go on with the same line.',
        secret: 'none',
        parse: parseDescription,
    },
    expires_at: {
        required: 'never',
        default: undefined,
        description: 'When the new token of create or rotate expires: a date (its midnight in UTC), a time with its zone, or a span from now such as 90d. It cannot be changed later. Without it the token does not expire.',
        secret: 'none',
        parse: parseExpiry,
    },
    confirm: {
        required: 'never',
        default: undefined,
        description: 'The id or the description of the token that delete is to delete: nothing is deleted when they differ. Asked for when the command runs in a terminal without it.',
        secret: 'none',
        parse: parseLine,
    },
    delete_old: {
        required: 'never',
        default: 'auto',
        description: 'When rotate deletes the token that it replaced: auto, once the new one is stored in save_to_file or github_secret, and not at all when only the output has it; always; or never.',
        secret: 'none',
        parse: (0,name_list_input/* oneOf */.y)(tokens_request/* oldTokenFates */.i),
    },
    keep_trigger_id: {
        required: 'never',
        default: undefined,
        description: 'Id of a token that delete and rotate must not delete, whatever else is said.',
        secret: 'none',
        parse: parseTriggerId,
    },
    save_to_file: {
        required: 'never',
        default: undefined,
        description: 'Path of a file that the new token of create or rotate is written to, readable for this user only (mode 600), whole or not at all.',
        secret: 'none',
        parse: parseLine,
    },
    github_secret: {
        required: 'never',
        default: undefined,
        description: 'Secrets of GitHub Actions that the new token of create or rotate is stored in, one a line: OWNER/REPO:NAME, OWNER/REPO/environments/ENVIRONMENT:NAME or orgs/ORGANIZATION:NAME.',
        secret: 'none',
        lines: 'many',
        parse: parseGitHubSecrets,
    },
    github_token: {
        required: 'never',
        default: undefined,
        description: 'Token for GitHub that may write github_secret. The GITHUB_TOKEN of a workflow may not; use a fine-grained token or one of a GitHub App, from a secret.',
        secret: 'all',
        parse: token_input/* parseGitHubToken */.YD,
    },
    github_api_url: {
        required: 'never',
        default: 'https://api.github.com',
        description: "Address of GitHub's API, for a GitHub Enterprise Server: https://HOST/api/v3.",
        secret: 'url_credentials',
        parse: parseGitHubApiUrl,
    },
    ca_certificate: connection_inputs/* connectionInputs */.eu.ca_certificate,
    request_headers: connection_inputs/* connectionInputs */.eu.request_headers,
    request_timeout: connection_inputs/* connectionInputs */.eu.request_timeout,
    allow_http: connection_inputs/* connectionInputs */.eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const tokensInputs = (0,input_table/* inputDescriptions */.s$)(tokensTable);
function parseTriggerId(given) {
    const text = given.trim();
    const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
    if (id !== undefined && Number.isSafeInteger(id))
        return (0,outcome.ok)(id);
    return (0,outcome/* wrong */.Qm)({
        what: `is ${(0,shown_text/* shownText */.f)(text)}, which no trigger token can have as its id`,
        cure: 'Give the number that operation: list shows in front of the token.',
    });
}
/** GitLab takes longer ones, too; a description is a name, and has to fit into one line of a log. */
const mostCharacters = 255;
function parseDescription(given) {
    const line = parseLine(given);
    if (line.kind === 'wrong' || Array.from(line.value).length <= mostCharacters)
        return line;
    return (0,outcome/* wrong */.Qm)({ what: `is longer than ${mostCharacters} characters`, cure: 'Give a shorter one.' });
}
function parseLine(given) {
    const text = given.trim();
    if (!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(text))
        return (0,outcome.ok)(text);
    return (0,outcome/* wrong */.Qm)({ what: 'has a line end or another control character in it', cure: 'Give one line of text.' });
}


/***/ }),

/***/ 8957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ tokenOperations),
/* harmony export */   i: () => (/* binding */ oldTokenFates)
/* harmony export */ });
/** What can be done with the trigger tokens of a project. */
const tokenOperations = ['list', 'get', 'create', 'update', 'delete', 'rotate'];
/** When `rotate` deletes the token that it replaces; `auto`: once the new one is stored in a file or in a secret of GitHub. */
const oldTokenFates = ['auto', 'always', 'never'];


/***/ })

};
