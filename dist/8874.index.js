export const id = 8874;
export const ids = [8874];
export const modules = {

/***/ 8874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSnippet: () => (/* binding */ runSnippet)
});

// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/base/exit-code.js
var exit_code = __webpack_require__(5713);
// EXTERNAL MODULE: ./out/bundle/base/token-kind.js
var token_kind = __webpack_require__(1117);
// EXTERNAL MODULE: ./out/bundle/inputs/input-table.js
var input_table = __webpack_require__(5366);
// EXTERNAL MODULE: ./out/bundle/inputs/needs-wait.js
var needs_wait = __webpack_require__(514);
// EXTERNAL MODULE: ./out/bundle/inputs/outcome.js
var outcome = __webpack_require__(6955);
// EXTERNAL MODULE: ./out/bundle/inputs/parsed.js + 1 modules
var parsed = __webpack_require__(2767);
// EXTERNAL MODULE: ./out/bundle/inputs/snippet-inputs.js + 1 modules
var snippet_inputs = __webpack_require__(7954);
// EXTERNAL MODULE: ./out/bundle/inputs/snippet-request.js
var snippet_request = __webpack_require__(7282);
// EXTERNAL MODULE: ./out/bundle/inputs/trigger-inputs.js + 7 modules
var trigger_inputs = __webpack_require__(5286);
;// CONCATENATED MODULE: ./out/bundle/inputs/parse-snippet-request.js







/**
 * Reads and checks what a snippet is to be.
 * @throws {InputError} once, with every problem of every input.
 */
async function parseSnippetRequest(source, files) {
    const own = (0,outcome/* all */.Q7)(await (0,input_table/* readInputs */.Ko)(snippet_inputs/* snippetOwnTable */.ep, { source, files }));
    const step = await stepOf(source, files);
    return (0,parsed/* parsedOf */.r)((0,outcome/* andThen */.hg)(own, (read) => {
        if (read.kind === 'gitlab') {
            const sources = snippet_request/* snippetSources */.s.filter((each) => read.sources.has(each));
            return (0,outcome.ok)({ kind: 'gitlab', sources, perJob: read.per_job, inputs: read.spec_inputs ?? [] });
        }
        return (0,outcome/* andThen */.hg)(step, (given) => {
            const wantsAccess = ['wait', 'supersede'].some((name) => given.some(([each, text]) => each === name && /^true$/i.test(text.trim())));
            const standing = wantsAccess ? 'GITLAB_API_TOKEN' : undefined;
            return (0,outcome.ok)({
                kind: 'github',
                step: given,
                tokenSecret: read.token_secret,
                accessTokenSecret: read.access_token_secret ?? standing,
            });
        });
    }));
}
/** The rows of the step as the action has them: what means a default there needs nothing. */
const stepWithDefaults = Object.fromEntries(Object.entries(trigger_inputs/* triggerTable */.$).filter(([name]) => name in snippet_inputs/* snippetStepTable */.od));
/** The inputs of the step as they were given, once all of them can be read. */
async function stepOf(source, files) {
    const readings = await (0,input_table/* readInputs */.Ko)(snippet_inputs/* snippetStepTable */.od, { source, files });
    const given = Object.keys(snippet_inputs/* snippetStepTable */.od).flatMap((name) => {
        const text = source.read(name);
        return text === undefined || text.trim() === '' ? [] : [[name, text]];
    });
    const missing = ['project_id', 'ref'].filter((name) => !given.some(([each]) => each === name));
    const problems = [
        ...Object.values(readings).flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : [])),
        ...missing.map((name) => ({ at: name, what: 'was not given', cure: 'A step of a workflow needs it.' })),
    ];
    const needs = await (0,needs_wait/* waitNeedsMet */.pQ)({ table: stepWithDefaults, reading: readings }, { source, files });
    const step = problems.length > 0 ? (0,outcome/* wrongAll */.LN)(problems) : (0,outcome.ok)(given);
    return (0,outcome/* andThen */.hg)((0,outcome/* all */.Q7)({ step, needs }), ({ step: each }) => (0,outcome.ok)(each));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./out/bundle/snippet/github-snippet.js

/** A job of a GitHub workflow that starts the pipeline: YAML. Its tokens come from secrets. */
function githubSnippet({ step, tokenSecret, accessTokenSecret }) {
    const secret = (name) => `\${{ secrets.${name} }}`;
    const given = new Map(step.map(([name, text]) => [name, github_snippet_valueOf(text)]));
    // Where the pipeline is comes first, then with what.
    const places = ['gitlab_url', 'project_id', 'ref'].filter((name) => given.has(name));
    const rest = [...given].filter(([name]) => !places.includes(name));
    const inputs = {
        ...Object.fromEntries(places.map((name) => [name, given.get(name)])),
        token: secret(tokenSecret),
        ...(accessTokenSecret === undefined ? {} : { access_token: secret(accessTokenSecret) }),
        ...Object.fromEntries(rest),
    };
    const job = {
        'runs-on': 'ubuntu-latest',
        permissions: {},
        steps: [{ id: 'gitlab', uses: 'OWNER/gitlab-trigger@v1', with: inputs }],
    };
    return (0,dist.stringify)({ jobs: { gitlab: job } }, { lineWidth: 0 });
}
/** As a person would write it: true and 42 without quotes. */
function github_snippet_valueOf(text) {
    const word = text.trim();
    if (word === 'true' || word === 'false')
        return word === 'true';
    return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : text;
}

;// CONCATENATED MODULE: ./out/bundle/snippet/gitlab-snippet.js
/** Rules for a CI file that let triggered pipelines through, and the inputs that it declares: YAML, to begin from. */
function gitlabSnippet({ sources, perJob, inputs }) {
    const rules = sources.map((source) => `- if: $CI_PIPELINE_SOURCE == "${source}"`);
    return lines([
        ...headerLines(inputs),
        ...(perJob ? [] : workflowLines(rules)),
        'triggered:',
        ...(perJob ? ['  rules:', ...rules.map((rule) => `    ${rule}`)] : []),
        ...variableLines(inputs),
        '  script:',
        `    - echo "Started by $CI_PIPELINE_SOURCE${inputs.map(({ name }) => `, ${name} is $${variableOf(name)}`).join('')}"`,
    ]);
}
function headerLines(inputs) {
    if (inputs.length === 0)
        return [];
    const hasRequired = inputs.some((input) => input.default === undefined);
    return [
        'spec:',
        '  inputs:',
        ...(hasRequired
            ? ['    # One without a default has to be given to every pipeline, also to that of a push.']
            : []),
        ...inputs.flatMap(inputLines),
        '---',
    ];
}
function inputLines({ name, type, default: value }) {
    return [
        `    ${name}:`,
        `      type: ${type}`,
        ...(value === undefined ? [] : [`      default: ${JSON.stringify(value)}`]),
        ...(type === 'string'
            ? ['      # regex: or options: keep out what does not belong into the CI file.']
            : []),
    ];
}
function workflowLines(rules) {
    return [
        'workflow:',
        '  rules:',
        ...rules.map((rule) => `    ${rule}`),
        '    # Everything else starts no pipeline. Add what should, for example:',
        '    # - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
        '',
    ];
}
/** GitLab puts the text of an input into the file; in a variable, a script can quote it. */
function variableLines(inputs) {
    if (inputs.length === 0)
        return [];
    return [
        '  variables:',
        ...inputs.map(({ name, type }) => `    ${variableOf(name)}: ${placeOf(name, type)}`),
    ];
}
/** In quotes, because a variable is a text; a list is JSON, which has double quotes itself. */
function placeOf(name, type) {
    const place = `$[[ inputs.${name} ]]`;
    return type === 'array' ? `'${place}'` : `"${place}"`;
}
function variableOf(name) {
    return name.toUpperCase().replaceAll('-', '_');
}
function lines(texts) {
    return `${texts.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./out/bundle/entries/run-snippet.js






/**
 * One run of the command `snippet`: prints YAML to begin from, and nothing else.
 * @throws {InputError} when it is not clear what is wanted, or a token would be in it.
 */
async function runSnippet({ host, files, printProduct }) {
    const { request } = await parseSnippetRequest(host.inputs, files);
    const text = request.kind === 'gitlab' ? gitlabSnippet(request) : githubSnippet(request);
    if ((0,token_kind/* tokensIn */.gF)(text).length > 0) {
        throw new app_error/* InputError */.dz({
            code: 'invalid_input',
            what: 'The snippet would hold a token (not shown), and whoever may read the repository could read it there',
            cure: 'Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead.',
        });
    }
    (printProduct ?? host.log.info)(text);
    return exit_code/* exitCodes */.h.accepted;
}


/***/ })

};
