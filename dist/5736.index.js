export const id = 5736;
export const ids = [5736];
export const modules = {

/***/ 5736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCompletion: () => (/* binding */ runCompletion),
  runSnippet: () => (/* binding */ runSnippet)
});

// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/cli/commands.js
var commands = __webpack_require__(7636);
// EXTERNAL MODULE: ./out/bundle/cli/completion.js
var completion = __webpack_require__(9152);
// EXTERNAL MODULE: ./out/bundle/inputs/commands/snippet.js
var snippet = __webpack_require__(9399);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./out/bundle/snippet/snippet.js

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
/** A job of a GitHub workflow that starts the pipeline: YAML. Its tokens come from secrets. */
function githubSnippet({ step, tokenSecret, accessTokenSecret }) {
    const secret = (name) => `\${{ secrets.${name} }}`;
    const given = new Map(step.map(([name, text]) => [name, snippet_valueOf(text)]));
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
function snippet_valueOf(text) {
    const word = text.trim();
    if (word === 'true' || word === 'false')
        return word === 'true';
    return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : text;
}

;// CONCATENATED MODULE: ./out/bundle/run/print.js






/**
 * One run of the command `snippet`: prints YAML to begin from, and nothing else.
 * @throws {InputError} when it is not clear what is wanted, or a token would be in it.
 */
async function runSnippet({ host, files, printProduct }) {
    const { request } = await (0,snippet/* parseSnippetRequest */.eL)(host.inputs, files);
    const text = request.kind === 'gitlab' ? gitlabSnippet(request) : githubSnippet(request);
    if ((0,base_text/* tokensIn */.gF)(text).length > 0) {
        throw new errors/* InputError */.dz({
            code: 'invalid_input',
            what: 'The snippet would hold a token (not shown), and whoever may read the repository could read it there',
            hint: 'Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead.',
        });
    }
    (printProduct ?? host.log.info)(text);
    return errors/* exitCodes */.hS.accepted;
}
/** Prints the script of a shell, and nothing beside it. */
function runCompletion({ host, printProduct }) {
    const given = host.inputs.read('shell');
    const shell = completion/* shells */.m.find((name) => name === given);
    // The reader of the command line takes no other word.
    if (shell === undefined)
        throw new TypeError('no shell was given');
    (printProduct ?? host.log.info)((0,completion/* completionScript */.k)(shell, commands/* commands */.Pi));
    return Promise.resolve(errors/* exitCodes */.hS.accepted);
}


/***/ })

};
