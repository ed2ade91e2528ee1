export const id = 8822;
export const ids = [8822];
export const modules = {

/***/ 8822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dA: () => (/* binding */ tokensTable)
});

// UNUSED EXPORTS: parseGitHubApiUrl, parseGitHubSecrets, tokensInputs

// EXTERNAL MODULE: ./out/bundle/base/address.js
var address = __webpack_require__(1879);
// EXTERNAL MODULE: ./out/bundle/model/requests.js
var requests = __webpack_require__(7553);
// EXTERNAL MODULE: ./out/bundle/inputs/addresses.js
var addresses = __webpack_require__(1867);
// EXTERNAL MODULE: ./out/bundle/inputs/connection.js
var connection = __webpack_require__(3239);
// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __webpack_require__(7871);
// EXTERNAL MODULE: ./out/bundle/inputs/parsing.js
var parsing = __webpack_require__(3015);
// EXTERNAL MODULE: ./out/bundle/inputs/scalars.js
var scalars = __webpack_require__(9094);
;// CONCATENATED MODULE: ./out/bundle/inputs/expiry.js



const hint = 'Give a date (2027-01-31, which means its midnight in UTC), a time with its zone (2027-01-31T08:00:00Z or …+02:00), or a span from now (90d).';
const shortestMs = 3_600_000;
/** Reads a date, a time with its zone, or a span of an hour or more. */
function parseExpiry(given) {
    const text = given.trim();
    const spanMs = (0,duration/* parseDuration */.E)(text);
    if (spanMs !== undefined) {
        if (spanMs >= shortestMs)
            return (0,parsing.ok)({ written: 'span', spanMs });
        return (0,parsing/* wrong */.Qm)({ what: `is ${(0,scalars/* shownText */.f$)(text)}, less than an hour`, hint });
    }
    const match = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(.*))?$/.exec(text);
    const [, day = '', time, zone = ''] = match ?? [];
    if (match === null || !isDay(day)) {
        const bare = /^\d+$/.test(text) ? ', a number without a unit' : '';
        return (0,parsing/* wrong */.Qm)({ what: `is ${(0,scalars/* shownText */.f$)(text)}${bare}`, hint });
    }
    if (text === day)
        return (0,parsing.ok)({ written: 'date', atMs: Date.parse(`${day}T00:00:00Z`) });
    if (time === undefined)
        return (0,parsing/* wrong */.Qm)({ what: `is ${(0,scalars/* shownText */.f$)(text)}`, hint });
    if (zone.trim() === '')
        return (0,parsing/* wrong */.Qm)({ what: `is ${(0,scalars/* shownText */.f$)(text)}, a time without its zone`, hint });
    const atMs = Date.parse(`${day}T${time}${zone.trim().toUpperCase()}`);
    if (!/^\s*(?:Z|[+-]\d\d:?\d\d)$/i.test(zone) || Number.isNaN(atMs)) {
        return (0,parsing/* wrong */.Qm)({ what: `is ${(0,scalars/* shownText */.f$)(text)}`, hint });
    }
    return (0,parsing.ok)({ written: 'time', atMs });
}
/** Whether the calendar has this day; `Date` takes the 30th of February for the 2nd of March. */
function isDay(day) {
    const ms = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

// EXTERNAL MODULE: ./out/bundle/inputs/table.js
var table = __webpack_require__(5939);
// EXTERNAL MODULE: ./out/bundle/inputs/tokens-and-headers.js
var tokens_and_headers = __webpack_require__(7470);
;// CONCATENATED MODULE: ./out/bundle/inputs/commands/tokens.js









/** Reads the address of GitHub's API, which gets a trailing slash. Plain http is for this machine only. */
function parseGitHubApiUrl(given) {
    const text = given.trim();
    const hint = 'Give https://api.github.com, or https://HOST/api/v3 for a GitHub Enterprise Server.';
    if (/[@?#\s]/.test(text) || !/^https?:\/\//i.test(text) || !(0,address/* isUrl */.g)(text)) {
        return (0,parsing/* wrong */.Qm)({ what: 'is not a plain web address (not shown)', hint });
    }
    const url = new URL(text);
    const fault = (0,addresses/* faultOfAddress */.KV)(text) ?? (0,addresses/* faultOfHost */.C0)(url, text);
    if (fault !== undefined)
        return (0,parsing/* wrong */.Qm)({ what: `is ${(0,scalars/* shownText */.f$)(text)}, ${fault}`, hint });
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    if (url.protocol === 'http:' && !(0,addresses/* isLoopback */.U9)(url)) {
        return (0,parsing/* wrong */.Qm)({
            what: `is ${(0,scalars/* shownText */.f$)(text)}, and plain http would send the tokens readable for everybody on the way`,
            hint,
        });
    }
    return (0,parsing.ok)(url);
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
            problems.push({ at: ` (line ${index + 1})`, what: address, hint: secretHint });
        else
            found.push(address);
    }
    return (0,parsing/* okUnless */.rF)(problems, found);
}
const secretHint = 'Write OWNER/REPO:NAME for a repository, OWNER/REPO/environments/ENVIRONMENT:NAME for an environment, or orgs/ORGANIZATION:NAME for an organization.';
/** The address, or what is wrong with it. */
function addressOf(text) {
    // Names of secrets have no colon in them, names of environments may.
    const colon = text.lastIndexOf(':');
    if (colon < 0)
        return `is ${(0,scalars/* shownText */.f$)(text)}, without the name of a secret behind a colon`;
    const name = text.slice(colon + 1).trim();
    if (!/^[A-Z_]\w*$/i.test(name) || /^GITHUB_/i.test(name)) {
        return `has the name ${(0,scalars/* shownText */.f$)(name)}: GitHub takes letters, digits and _, not beginning with a digit or GITHUB_`;
    }
    const place = placeOf(text.slice(0, colon).trim());
    return place === undefined ? `is ${(0,scalars/* shownText */.f$)(text)}` : { place, name };
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
/** Every input of the sub-action `tokens`, in the order of its documentation. */
const tokensTable = {
    operation: {
        required: 'always',
        default: undefined,
        description: 'What to do: list, get, create, update or delete a trigger token, or rotate one: put a new token in its place.',
        secret: 'none',
        parse: (0,scalars/* oneOf */.yL)(requests/* tokenOperations */.K4),
    },
    gitlab_url: connection/* connectionInputs */.eu.gitlab_url,
    project_id: connection/* projectInput */.Yg,
    access_token: {
        required: 'always',
        default: undefined,
        description: 'Personal, project or group access token with the scope api (read_api for list and get), from a secret; its user needs the role Maintainer, and owns the tokens that it creates.',
        secret: 'all',
        parse: tokens_and_headers/* parseAccessToken */.PO,
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
        parse: (0,scalars/* oneOf */.yL)(requests/* oldTokenFates */.iP),
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
        parse: tokens_and_headers/* parseGitHubToken */.YD,
    },
    github_api_url: {
        required: 'never',
        default: 'https://api.github.com',
        description: "Address of GitHub's API, for a GitHub Enterprise Server: https://HOST/api/v3.",
        secret: 'url_credentials',
        parse: parseGitHubApiUrl,
    },
    ca_certificate: connection/* connectionInputs */.eu.ca_certificate,
    request_headers: connection/* connectionInputs */.eu.request_headers,
    request_timeout: connection/* connectionInputs */.eu.request_timeout,
    allow_http: connection/* connectionInputs */.eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const tokensInputs = (0,table/* inputDescriptions */.s$)(tokensTable);
function parseTriggerId(given) {
    const text = given.trim();
    const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
    if (id !== undefined && Number.isSafeInteger(id))
        return (0,parsing.ok)(id);
    return (0,parsing/* wrong */.Qm)({
        what: `is ${(0,scalars/* shownText */.f$)(text)}, which no trigger token can have as its id`,
        hint: 'Give the number that operation: list shows in front of the token.',
    });
}
/** GitLab takes longer ones, too; a description is a name, and has to fit into one line of a log. */
const mostCharacters = 255;
function parseDescription(given) {
    const line = parseLine(given);
    if (line.kind === 'wrong' || Array.from(line.value).length <= mostCharacters)
        return line;
    return (0,parsing/* wrong */.Qm)({ what: `is longer than ${mostCharacters} characters`, hint: 'Give a shorter one.' });
}
function parseLine(given) {
    const text = given.trim();
    if (!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(text))
        return (0,parsing.ok)(text);
    return (0,parsing/* wrong */.Qm)({ what: 'has a line end or another control character in it', hint: 'Give one line of text.' });
}


/***/ })

};
