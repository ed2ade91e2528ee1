export const id = 493;
export const ids = [493];
export const modules = {

/***/ 2493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cliEntry: () => (/* binding */ cliEntry)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./out/bundle/base/app-error.js
var app_error = __webpack_require__(1763);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/exit-code.js
var exit_code = __webpack_require__(5713);
// EXTERNAL MODULE: ./out/bundle/inputs/boolean-input.js
var boolean_input = __webpack_require__(4626);
;// CONCATENATED MODULE: ./out/bundle/command/flag.js

/** The flags of a command, in the order of its inputs. */
function flagsOf({ inputs, operand }) {
    return Object.entries(inputs)
        .filter(([input]) => input !== operand?.input)
        .map(([input, row]) => {
        const takes = takesOf(row);
        const name = input.replaceAll('_', '-');
        return { name: takes === 'file' ? `${name}-file` : name, input, takes, row };
    });
}
/** The variable of the environment that gives an input: `GITLAB_TRIGGER_PROJECT_ID`. */
function variableOf(input) {
    return `GITLAB_TRIGGER_${input.toUpperCase()}`;
}
function takesOf(row) {
    if (row.secret === 'all' || row.secret === 'header_values')
        return 'file';
    if (row.parse === boolean_input/* parseBoolean */.y)
        return 'switch';
    return row.lines === 'many' ? 'lines' : 'once';
}

;// CONCATENATED MODULE: ./out/bundle/command/command-source.js

/** The inputs of a command: its flags win, then the environment (`GITLAB_TRIGGER_…`), then what the CI hands over. A blank text counts as not given. */
function commandSource({ given, environment, host }) {
    return {
        read: (name) => [given.get(name), environment[variableOf(name)], host.read(name)].find((text) => text !== undefined && text.trim() !== ''),
    };
}

// EXTERNAL MODULE: ./out/bundle/inputs/cancel-inputs.js
var cancel_inputs = __webpack_require__(6671);
// EXTERNAL MODULE: ./out/bundle/inputs/trigger-inputs.js + 9 modules
var trigger_inputs = __webpack_require__(2071);
// EXTERNAL MODULE: ./out/bundle/inputs/wait-inputs.js
var wait_inputs = __webpack_require__(4554);
;// CONCATENATED MODULE: ./out/bundle/command/commands.js



/** Every command, in the order of its help. */
const commands = [
    {
        name: 'run',
        summary: 'Start a pipeline; with --wait, follow it to its end and pass or fail with it',
        inputs: trigger_inputs/* triggerTable */.$,
        examples: [
            'gitlab-trigger run --project-id group/app --ref main',
            'gitlab-trigger run --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait --timeout 45m',
        ],
    },
    {
        name: 'wait',
        summary: 'Follow a pipeline that was started elsewhere to its end',
        inputs: wait_inputs/* waitTable */.y,
        examples: ['gitlab-trigger wait --project-id group/app --pipeline-id 257'],
    },
    {
        name: 'cancel',
        summary: 'Cancel a pipeline, with everything downstream of it',
        inputs: cancel_inputs/* cancelTable */.x,
        examples: ['gitlab-trigger cancel --project-id group/app --pipeline-id 257'],
    },
    {
        name: 'demo',
        summary: 'See a whole run against a simulated GitLab on this machine; needs no account and no network',
        inputs: {},
        examples: ['gitlab-trigger demo'],
    },
];

;// CONCATENATED MODULE: ./out/bundle/command/help-text.js

/** What `gitlab-trigger --help` says. */
function overviewText(commands) {
    const width = Math.max(...commands.map(({ name }) => name.length));
    return [
        'Starts a GitLab pipeline from outside GitLab, follows it to a verdict, and brings its results back.',
        '',
        'Usage: gitlab-trigger <command> [flags]',
        '',
        'Commands:',
        ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
        '',
        'gitlab-trigger <command> --help lists the flags of a command. Every flag can come from the environment, too:',
        `--project-id as ${variableOf('project_id')}. Secrets come from the environment or from files only.`,
        '',
        'Exit codes: 0 accepted, 1 outcome not accepted, 2 invalid input, 3 GitLab refused, 4 GitLab unreachable, 5 timeout,',
        '6 results incomplete, 70 a fault of this program, 130 and 143 stopped by a signal.',
    ].join('\n');
}
/** What `gitlab-trigger <command> --help` says. */
function commandText(command) {
    const { name, summary, operand, examples } = command;
    const words = operand === undefined ? '' : ` <${operand.words.join('|')}>`;
    return [
        `${summary}.`,
        '',
        `Usage: gitlab-trigger ${name}${words} [flags]`,
        '',
        'Flags:',
        ...flagsOf(command).flatMap(flagLines),
        '  --help',
        '',
        'Examples:',
        ...examples.map((example) => `  ${example}`),
    ].join('\n');
}
const lineCharacters = 100;
function flagLines({ name, input, takes, row }) {
    const value = { switch: '', once: ' VALUE', lines: ' VALUE (may come again)', file: ' PATH' }[takes];
    const duty = row.required === 'always' ? ' [required]' : '';
    const standing = row.default === undefined ? '' : ` [default: ${row.default}]`;
    const source = takes === 'file' ? ` [or ${variableOf(input)}]` : '';
    return [
        `  --${name}${value}${duty}${standing}${source}`,
        ...wrapped(row.description, lineCharacters - 6).map((line) => `      ${line}`),
    ];
}
function wrapped(text, characters) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last === undefined || last.length + word.length + 1 > characters)
            lines.push(word);
        else
            lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./out/bundle/inputs/invalid-inputs.js
var invalid_inputs = __webpack_require__(1444);
// EXTERNAL MODULE: ./out/bundle/base/nearest-name.js
var nearest_name = __webpack_require__(2673);
// EXTERNAL MODULE: ./out/bundle/inputs/shown-text.js
var shown_text = __webpack_require__(1788);
;// CONCATENATED MODULE: ./out/bundle/command/parse-command-line.js





/**
 * Reads the words after the program's name.
 * @throws {InputError} once, with every problem of the command line; it never shows the value of a secret.
 */
function parseCommandLine(words, commands) {
    const [first = '--help', ...rest] = words;
    if (first === '--version' || first === '-V')
        return { kind: 'version' };
    if (first === '--help' || first === '-h')
        return { kind: 'help', command: undefined };
    if (first === 'help')
        return { kind: 'help', command: commands.find(({ name }) => name === rest[0]) };
    const command = commands.find(({ name }) => name === first);
    if (command === undefined)
        throw (0,invalid_inputs/* invalidInputs */.R)([unknownCommand(first, commands)]);
    const reading = readWords(rest, command);
    if (reading.wantsHelp)
        return { kind: 'help', command };
    if (reading.problems.length > 0)
        throw (0,invalid_inputs/* invalidInputs */.R)(reading.problems);
    return { kind: 'command', command, given: reading.given, files: reading.files };
}
function readWords(words, command) {
    const flags = flagsOf(command);
    const reading = { given: new Map(), files: new Map(), problems: [], wantsHelp: false };
    let isAfterUnknown = false;
    for (const token of tokensOf(words, flags)) {
        if (token.kind === 'positional') {
            // It belongs to a flag that is refused anyway, and may be the secret that the flag would have given.
            if (!isAfterUnknown)
                readOperand(token.value, command, reading);
            isAfterUnknown = false;
        }
        else if (token.kind === 'option') {
            if (token.name === 'help' || token.name === 'h')
                reading.wantsHelp = true;
            else
                isAfterUnknown = readFlag(token, { command, flags, reading }) === 'unknown';
        }
    }
    const { operand } = command;
    if (operand !== undefined && !reading.given.has(operand.input)) {
        reading.problems.push({
            at: command.name,
            what: `lacks the ${operand.input}`,
            cure: `Give one of ${operand.words.join(', ')}: gitlab-trigger ${command.name} ${operand.words[0] ?? ''}`,
        });
    }
    return reading;
}
function tokensOf(words, flags) {
    const options = Object.fromEntries([
        ...flags.map(({ name, takes }) => [
            name,
            { type: takes === 'switch' ? 'boolean' : 'string', multiple: true },
        ]),
        ['help', { type: 'boolean', short: 'h' }],
    ]);
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...words],
        options: options ?? {},
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    return tokens;
}
function readFlag(token, context) {
    const { flags, reading } = context;
    const isNegated = token.name.startsWith('no-');
    const flag = flags.find(({ name }) => name === token.name) ??
        flags.find(({ name, takes }) => takes === 'switch' && isNegated && `no-${name}` === token.name);
    if (flag === undefined) {
        reading.problems.push(unknownFlag(token, context));
        return 'unknown';
    }
    const value = parse_command_line_valueOf(token, flag);
    if (typeof value !== 'string') {
        reading.problems.push(value);
        return 'known';
    }
    const texts = flag.takes === 'file' ? reading.files : reading.given;
    const before = texts.get(flag.input);
    if (before === undefined)
        texts.set(flag.input, value);
    else if (flag.takes === 'lines')
        texts.set(flag.input, `${before}\n${value}`);
    else {
        reading.problems.push({
            at: token.rawName,
            what: 'is given more than once',
            cure: 'Give it once.',
        });
    }
    return 'known';
}
function parse_command_line_valueOf({ name, rawName, value, inlineValue }, flag) {
    if (flag.takes !== 'switch') {
        // A value that looks like a flag is one whose value was forgotten.
        if (value !== undefined && (inlineValue === true || !value.startsWith('-')))
            return value;
        return { at: rawName, what: 'has no value', cure: `Write ${rawName}=VALUE.` };
    }
    if (name === flag.name)
        return value ?? 'true';
    if (value === undefined)
        return 'false';
    return { at: rawName, what: 'takes no value', cure: `Write ${rawName}, or --${flag.name}=true.` };
}
function readOperand(word, { operand, name }, reading) {
    if (operand === undefined || reading.given.has(operand.input)) {
        reading.problems.push({
            at: name,
            what: `does not take ${(0,shown_text/* shownText */.f)(word)}`,
            cure: 'Values belong behind a flag: --ref main. Put a value with spaces in quotes.',
        });
    }
    else if (operand.words.includes(word)) {
        reading.given.set(operand.input, word);
    }
    else {
        const nearest = (0,nearest_name/* nearestName */.q)(word.slice(0, 30), operand.words);
        reading.given.set(operand.input, '');
        reading.problems.push({
            at: name,
            what: `has no ${operand.input} ${(0,shown_text/* shownText */.f)(word)}`,
            cure: `${hint(nearest)}Known are ${operand.words.join(', ')}.`,
        });
    }
}
function unknownCommand(word, commands) {
    const names = commands.map(({ name }) => name);
    return {
        at: 'gitlab-trigger',
        what: `has no command ${(0,shown_text/* shownText */.f)(word)}`,
        cure: `${hint((0,nearest_name/* nearestName */.q)(word.slice(0, 30), names))}Known are ${names.join(', ')}; gitlab-trigger --help tells what they do.`,
    };
}
function unknownFlag({ name, rawName }, { command, flags }) {
    const secret = flags.find((flag) => flag.takes === 'file' && `${name}-file` === flag.name);
    if (secret !== undefined) {
        return {
            at: rawName,
            what: 'would show a secret to everybody on this machine (not read)',
            cure: `Give it in the environment as ${variableOf(secret.input)}, or in a file with --${secret.name} PATH. If it was a real one, replace it: command lines are kept in histories and logs.`,
        };
    }
    const nearest = (0,nearest_name/* nearestName */.q)(name.slice(0, 40), flags.map((flag) => flag.name));
    return {
        at: (0,shown_text/* shownText */.f)(rawName.slice(0, 60)),
        what: `is no flag of ${command.name}`,
        cure: `${hint(nearest === undefined ? undefined : `--${nearest}`)}gitlab-trigger ${command.name} --help lists them.`,
    };
}
function hint(name) {
    return name === undefined ? '' : `Did you mean ${name}? `;
}

;// CONCATENATED MODULE: ./out/bundle/command/version.js
/** The version of this program, as package.json has it (a test compares). */
const version = '0.1.0';

;// CONCATENATED MODULE: ./out/bundle/hosts/detect-host.js
/** The first row that fits wins: a CI that also sets the variables of another one stands above it. */
const rows = [
    {
        isHere: ({ GITHUB_ACTIONS }) => GITHUB_ACTIONS === 'true',
        load: async () => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2336))).githubActionsHost,
    },
];
/** The CI that this process runs in; a plain one where none is recognised. */
async function detectHost(means) {
    const row = rows.find(({ isHere }) => isHere(means.environment));
    if (row !== undefined)
        return (await row.load())(means);
    return (await __webpack_require__.e(/* import() */ 293).then(__webpack_require__.bind(__webpack_require__, 293))).plainHost(means);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./out/bundle/hosts/process-means.js

/** What this process has. */
function processMeans() {
    return {
        environment: process.env,
        print: (text) => void process.stdout.write(text),
        appendText: (path, text) => (0,external_node_fs_.appendFileSync)(path, text),
    };
}

// EXTERNAL MODULE: ./out/bundle/http/node-transport.js + 5 modules
var node_transport = __webpack_require__(8018);
;// CONCATENATED MODULE: ./out/bundle/entries/cli.js












/** What each command does, loaded only when it is asked for. */
const runs = {
    run: async () => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 848))).runTrigger,
    wait: async () => (await __webpack_require__.e(/* import() */ 693).then(__webpack_require__.bind(__webpack_require__, 4693))).runWait,
    cancel: async () => (await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.bind(__webpack_require__, 1978))).runCancel,
    demo: async () => {
        const { demoEntry } = await __webpack_require__.e(/* import() */ 262).then(__webpack_require__.bind(__webpack_require__, 262));
        return (_, context) => demoEntry().run(context);
    },
};
/** The command line: the same runs as the actions, with the inputs of flags and environment, on whatever CI this is. */
async function cliEntry() {
    const means = processMeans();
    const host = await detectHost(means);
    return {
        log: host.log,
        run: async (context) => {
            const line = parseCommandLine(process.argv.slice(2), commands);
            switch (line.kind) {
                case 'version':
                    means.print(`${version}\n`);
                    return exit_code/* exitCodes */.h.accepted;
                case 'help':
                    means.print(`${line.command === undefined ? overviewText(commands) : commandText(line.command)}\n`);
                    return exit_code/* exitCodes */.h.accepted;
                case 'command':
                    return await runCommand(line, host, context);
            }
        },
    };
}
async function runCommand(line, host, context) {
    const given = new Map([...line.given, ...(await secretsOf(line.files))]);
    const { env: environment } = process;
    const deps = {
        host: { ...host, inputs: commandSource({ given, environment, host: host.inputs }) },
        files: { readText: (path) => (0,promises_.readFile)(path, 'utf8') },
        clock: clock/* systemClock */.ml,
        random: Math.random,
        environment,
        createTransport: node_transport/* createNodeTransport */.i,
    };
    const run = await runs[line.command.name]();
    return await run(deps, context);
}
/** The texts of files that hold secrets; a line end at the end is an editor's, not the secret's. */
async function secretsOf(files) {
    return await Promise.all(Array.from(files, async ([input, path]) => {
        try {
            return [input, (await (0,promises_.readFile)(path, 'utf8')).replace(/\r?\n$/, '')];
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
            throw new app_error/* InputError */.dz({
                code: 'invalid_input',
                what: `--${input.replaceAll('_', '-')}-file cannot be read (${code})`,
                cure: 'Give the path of a text file that this user may read.',
            });
        }
    }));
}


/***/ }),

/***/ 6671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ cancelTable)
/* harmony export */ });
/* unused harmony export cancelInputs */
/* harmony import */ var _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9720);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5366);
/* harmony import */ var _pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8490);



/** Every input of the action that cancels a pipeline, in the order of its documentation. */
const cancelTable = {
    gitlab_url: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .pipelineAddressInputs */ .i,
    access_token: {
        ..._connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        required: 'always',
        description: 'Personal, project or group access token with the scope api, from a secret; its user needs the role Developer. A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
    },
    ca_certificate: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const cancelInputs = (0,_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputDescriptions */ .s)(cancelTable);


/***/ }),

/***/ 8490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ pipelineAddressInputs)
});

// EXTERNAL MODULE: ./out/bundle/inputs/connection-inputs.js + 3 modules
var connection_inputs = __webpack_require__(9720);
// EXTERNAL MODULE: ./out/bundle/inputs/outcome.js
var outcome = __webpack_require__(6955);
// EXTERNAL MODULE: ./out/bundle/inputs/shown-text.js
var shown_text = __webpack_require__(1788);
;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-id.js


const cure = 'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';
/** Reads the id of a pipeline. The address of a pipeline and the number within the project (`#118`) are refused with a hint. */
function parsePipelineId(given) {
    const text = given.trim();
    const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
    if (id !== undefined && Number.isSafeInteger(id))
        return (0,outcome.ok)(id);
    const idInAddress = /\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1];
    if (idInAddress !== undefined) {
        return (0,outcome/* wrong */.Qm)({
            what: 'is an address, not an id',
            cure: `Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`,
        });
    }
    if (/^#\d+$/.test(text)) {
        return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, a number that counts within the project only`, cure });
    }
    return (0,outcome/* wrong */.Qm)({ what: `is ${(0,shown_text/* shownText */.f)(text)}, which no pipeline can have as its id`, cure });
}

;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-address-inputs.js


/** The inputs that name a pipeline which was started elsewhere. */
const pipelineAddressInputs = {
    project_id: connection_inputs/* projectInput */.Yg,
    pipeline_id: {
        required: 'always',
        default: undefined,
        description: 'Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.',
        secret: 'none',
        parse: parsePipelineId,
    },
};


/***/ }),

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ waitTable)
/* harmony export */ });
/* unused harmony export waitInputs */
/* harmony import */ var _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9720);
/* harmony import */ var _follow_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8790);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5366);
/* harmony import */ var _pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8490);
/* harmony import */ var _report_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(343);
/* harmony import */ var _results_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9763);






/** Every input of the action that follows a pipeline, in the order of its documentation. */
const waitTable = {
    gitlab_url: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._pipeline_address_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .pipelineAddressInputs */ .i,
    access_token: {
        ..._connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        description: 'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. A public project can do without it.',
    },
    expected_sha: {
        ..._follow_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedShaInput */ .VL,
        description: 'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If it runs another one, the step fails at once and leaves the pipeline alone.',
    },
    ..._follow_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .followInputs */ .v3,
    ..._report_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .reportInputs */ .e,
    ..._results_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .resultsInputs */ .m,
    ca_certificate: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const waitInputs = (0,_input_table_js__WEBPACK_IMPORTED_MODULE_5__/* .inputDescriptions */ .s)(waitTable);


/***/ })

};
