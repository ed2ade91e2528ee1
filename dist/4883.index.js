export const id = 4883;
export const ids = [4883,8822];
export const modules = {

/***/ 7636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ simulateTable),
/* harmony export */   Pi: () => (/* binding */ commands),
/* harmony export */   rE: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var _inputs_commands_snippet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9399);
/* harmony import */ var _inputs_commands_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8822);
/* harmony import */ var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3250);
/* harmony import */ var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2556);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9094);
/* harmony import */ var _model_requests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7553);
/* harmony import */ var _completion_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9152);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2242);








/** The inputs of the command that serves a simulated GitLab. */
const simulateTable = {
    port: {
        required: 'never',
        default: '0',
        description: 'Port on 127.0.0.1 to listen on; 0 takes any that is free.',
        secret: 'none',
        parse: (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeNumberWithin */ .Gv)({ least: 0, most: 65_535 }),
    },
    release: {
        required: 'never',
        default: '19.3',
        description: 'Release of GitLab to play: 13.0, 16.11, 18.2 or 19.3.',
        secret: 'none',
        parse: (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(['13.0', '16.11', '18.2', '19.3']),
    },
};
/** Every command, in the order of its help. */
const commands = [
    {
        name: 'run',
        summary: 'Start a pipeline; with --wait, follow it to its end and pass or fail with it',
        inputs: _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__/* .triggerTable */ .$N,
        options: _options_js__WEBPACK_IMPORTED_MODULE_6__/* .optionTable */ .sX,
        examples: [
            'gitlab-trigger run --project-id group/app --ref main',
            'gitlab-trigger run --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait --timeout 45m',
        ],
    },
    {
        name: 'wait',
        summary: 'Follow a pipeline that was started elsewhere to its end',
        inputs: _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .waitTable */ .y2,
        options: _options_js__WEBPACK_IMPORTED_MODULE_6__/* .optionTable */ .sX,
        examples: ['gitlab-trigger wait --project-id group/app --pipeline-id 257'],
    },
    {
        name: 'cancel',
        summary: 'Cancel a pipeline, with everything downstream of it',
        inputs: _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelTable */ .xW,
        options: _options_js__WEBPACK_IMPORTED_MODULE_6__/* .optionTable */ .sX,
        examples: ['gitlab-trigger cancel --project-id group/app --pipeline-id 257'],
    },
    {
        name: 'tokens',
        summary: 'List, create, rename, delete or rotate the trigger tokens of a project',
        operand: { input: 'operation', words: _model_requests_js__WEBPACK_IMPORTED_MODULE_7__/* .tokenOperations */ .K4 },
        inputs: _inputs_commands_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokensTable */ .dA,
        options: _options_js__WEBPACK_IMPORTED_MODULE_6__/* .optionTable */ .sX,
        examples: [
            'gitlab-trigger tokens list --project-id group/app',
            'gitlab-trigger tokens create --project-id group/app --description deploys --expires-at 90d --save-to-file token.txt',
            'gitlab-trigger tokens rotate --project-id group/app --description deploys --github-secret octo/app:GITLAB_TRIGGER_TOKEN',
        ],
    },
    {
        name: 'check',
        summary: 'Check everything that starting the pipeline needs, and start nothing',
        inputs: _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTable */ .Dv,
        options: _options_js__WEBPACK_IMPORTED_MODULE_6__/* .optionTable */ .sX,
        examples: [
            'gitlab-trigger check --project-id group/app --ref main',
            'gitlab-trigger check --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait',
        ],
    },
    {
        name: 'snippet',
        summary: 'Write rules for .gitlab-ci.yml, or the step of a GitHub workflow, to begin from',
        operand: { input: 'kind', words: _inputs_commands_snippet_js__WEBPACK_IMPORTED_MODULE_0__/* .snippetKinds */ .zR },
        inputs: _inputs_commands_snippet_js__WEBPACK_IMPORTED_MODULE_0__/* .snippetTable */ .QQ,
        options: {},
        product: true,
        examples: [
            'gitlab-trigger snippet gitlab --spec-inputs environment=string=staging',
            'gitlab-trigger snippet gitlab --per-job --sources trigger,pipeline',
            'gitlab-trigger snippet github --project-id group/app --ref main --wait --timeout 45m',
        ],
    },
    {
        name: 'simulate',
        summary: 'Serve a simulated GitLab on this machine, to try things against, until it is stopped',
        inputs: simulateTable,
        options: {},
        examples: ['gitlab-trigger simulate --port 8929'],
    },
    {
        name: 'completion',
        summary: 'Print what a shell needs to complete commands and flags',
        operand: { input: 'shell', words: _completion_js__WEBPACK_IMPORTED_MODULE_5__/* .shells */ .m },
        inputs: {},
        options: {},
        product: true,
        examples: ['gitlab-trigger completion bash'],
    },
    {
        name: 'demo',
        summary: 'See a whole run against a simulated GitLab on this machine; needs no account and no network',
        inputs: {},
        options: {},
        examples: ['gitlab-trigger demo'],
    },
];
/** The version of this program, as package.json has it (a test compares). */
const version = '0.1.0';


/***/ }),

/***/ 9152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ completionScript),
/* harmony export */   m: () => (/* binding */ shells)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2242);

/** The shells that can be told what our commands and flags are. */
const shells = ['bash', 'zsh', 'fish'];
/** What a shell has to read so that it completes commands, operations, flags and paths. */
function completionScript(shell, commands) {
    switch (shell) {
        case 'bash':
            return bashScript(commands);
        case 'zsh':
            return zshScript(commands);
        case 'fish':
            return fishScript(commands);
    }
}
/** Words that come behind a command, as far as they are known: its operands, then its flags. */
function wordsOf(command) {
    const flags = [...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(command).map(({ name }) => `--${name}`), '--help'];
    return [...(command.operand?.words ?? []), ...flags];
}
function bashScript(commands) {
    return [
        '# bash: source <(gitlab-trigger completion bash)',
        '_gitlab_trigger() {',
        '  local current="${COMP_WORDS[COMP_CWORD]}" words',
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        `    words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'`,
        '  else',
        '    case "${COMP_WORDS[1]}" in',
        ...commands.map((command) => `      ${command.name}) words='${wordsOf(command).join(' ')}' ;;`),
        `      *) words='' ;;`,
        '    esac',
        '    # What stands behind a flag is a value: a path, or nothing that we know.',
        `    case "$current:\${COMP_WORDS[COMP_CWORD - 1]}" in -*:*) ;; *:-*) words='' ;; esac`,
        '  fi',
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
        '}',
        'complete -o default -F _gitlab_trigger gitlab-trigger',
        '',
    ].join('\n');
}
function zshScript(commands) {
    return [
        '#compdef gitlab-trigger',
        '# zsh: source <(gitlab-trigger completion zsh)',
        '_gitlab_trigger() {',
        '  if (( CURRENT == 2 )); then',
        `    compadd -- ${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}`,
        '    return',
        '  fi',
        '  if [[ $words[CURRENT] != -* && $words[CURRENT-1] == -* ]]; then',
        '    _files',
        '    return',
        '  fi',
        '  case $words[2] in',
        ...commands.map((command) => `    ${command.name}) compadd -- ${wordsOf(command).join(' ')} ;;`),
        '  esac',
        '}',
        'compdef _gitlab_trigger gitlab-trigger',
        '',
    ].join('\n');
}
function fishScript(commands) {
    const complete = 'complete -c gitlab-trigger';
    return [
        '# fish: gitlab-trigger completion fish | source',
        ...commands.map(({ name, summary }) => `${complete} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`),
        ...commands.flatMap((command) => {
            const here = `${complete} -n '__fish_seen_subcommand_from ${command.name}'`;
            const words = (command.operand?.words ?? []).map((word) => `${here} -f -a ${word}`);
            return [...words, ...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(command).map((flag) => `${here} ${fishFlag(flag)}`)];
        }),
        '',
    ].join('\n');
}
function fishFlag({ name, takes, row }) {
    const [sentence = ''] = row.description.split(/[.:;](?:\s|$)/);
    return `-l ${name}${takes === 'switch' ? '' : ' -r'} -d ${quoted(sentence)}`;
}
/** In single quotes fish knows two escapes. */
function quoted(text) {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw `\'`)}'`;
}


/***/ }),

/***/ 2242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ parseCommandOptions),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   sX: () => (/* binding */ optionTable)
/* harmony export */ });
/* unused harmony export outputFormats */
/* harmony import */ var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3015);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9094);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5939);



/** The formats of an output file, in the order of their documentation. */
const outputFormats = ['dotenv', 'json', 'shell', 'properties', 'files'];
/** Which format a path means by itself. */
const formatsByEnding = [
    ['.env', 'dotenv'],
    ['.json', 'json'],
    ['.sh', 'shell'],
    ['.properties', 'properties'],
    ['/', 'files'],
];
/** What every command that talks to GitLab can do beside its inputs; the same on every CI. Each is a flag, and a variable of the environment. */
const optionTable = {
    output_file: {
        required: 'never',
        default: undefined,
        description: 'Also write the outputs to this file, anew whenever one is known. Its ending tells the format: .env, .json, .sh, .properties, or / for a folder with a file for each output.',
        secret: 'none',
        parse: parsePath,
    },
    output_format: {
        required: 'never',
        default: undefined,
        description: `Format of output_file, whatever its ending: ${outputFormats.join(', ')}. See docs/command.md.`,
        secret: 'none',
        parse: (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(outputFormats),
    },
    output_prefix: {
        required: 'never',
        default: undefined,
        description: 'Text in front of every name in output_file: letters, digits and underscores.',
        secret: 'none',
        parse: parsePrefix,
    },
    summary_file: {
        required: 'never',
        default: undefined,
        description: 'Also write the report to this file, as Markdown.',
        secret: 'none',
        parse: parsePath,
    },
    json: {
        required: 'never',
        default: 'false',
        description: 'Print one JSON object at the end on standard output: outputs, exit code, verdict, error. The log then goes to standard error. See docs/command.md.',
        secret: 'none',
        parse: _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG,
    },
    json_lines: {
        required: 'never',
        default: 'false',
        description: 'The same, with a line of JSON for everything that happens, while it happens; the last one is that object.',
        secret: 'none',
        parse: _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG,
    },
};
/**
 * Reads the options of a command.
 * @throws {InputError} once, with every problem of every option.
 */
async function parseCommandOptions(source, files) {
    const reading = await (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(optionTable, { source, files });
    const { summary_file: summaryFile, json, json_lines: jsonLines } = reading;
    const options = (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .all */ .Q7)({ outputFile: outputFileOf(reading), summaryFile, json, jsonLines });
    return (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedOf */ .rF)(options).request;
}
function outputFileOf(reading) {
    const parts = (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .all */ .Q7)({
        path: reading.output_file,
        format: reading.output_format,
        prefix: reading.output_prefix,
    });
    return (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .andThen */ .hg)(parts, ({ path, format, prefix = '' }) => {
        if (path === undefined)
            return format === undefined && prefix === '' ? (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined) : withoutFile;
        const known = format ?? formatsByEnding.find(([ending]) => path.endsWith(ending))?.[1];
        return known === undefined ? withoutFormat : (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ path, format: known, prefix });
    });
}
const withoutFile = (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
    at: 'output_format or output_prefix',
    what: 'was given without output_file, so nothing would be written',
    hint: 'Give output_file, too.',
});
const withoutFormat = (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
    at: 'output_file',
    what: 'has an ending that tells no format',
    hint: `Let it end in ${formatsByEnding.map(([ending]) => ending).join(', ')}, or give output_format.`,
});
function parsePath(given) {
    const path = given.trim();
    if (/[\0\r\n]/.test(path))
        return (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: 'has more than one line', hint: 'Give one path.' });
    return (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(path);
}
function parsePrefix(given) {
    const prefix = given.trim();
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(prefix))
        return (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(prefix);
    return (0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
        what: 'is not made of letters, digits and underscores',
        hint: 'Give a text such as GITLAB_.',
    });
}
/** The flags of a command: those of its inputs, in their order, then those of its options. */
function flagsOf({ inputs, options, operand }) {
    return [inputs, options]
        .flatMap((table) => Object.entries(table))
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
    if (row.parse === _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG)
        return 'switch';
    return row.lines === 'many' ? 'lines' : 'once';
}


/***/ }),

/***/ 4883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cliEntry: () => (/* binding */ cliEntry)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/encoding.js
var encoding = __webpack_require__(246);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/cli/commands.js
var commands = __webpack_require__(7636);
// EXTERNAL MODULE: ./out/bundle/cli/options.js
var options = __webpack_require__(2242);
;// CONCATENATED MODULE: ./out/bundle/cli/help.js

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
        `--project-id as ${(0,options/* variableOf */.Qn)('project_id')}. Secrets come from the environment or from files only.`,
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
        ...(0,options/* flagsOf */.Zo)({ ...command, options: {} }).flatMap(flagLines),
        '  --help',
        ...optionLines(command),
        '',
        'Examples:',
        ...examples.map((example) => `  ${example}`),
    ].join('\n');
}
function optionLines(command) {
    const lines = (0,options/* flagsOf */.Zo)({ ...command, inputs: {} }).flatMap(flagLines);
    return lines.length === 0 ? [] : ['', 'Flags for what it leaves behind, the same on every CI:', ...lines];
}
const lineCharacters = 100;
function flagLines({ name, input, takes, row }) {
    const value = { switch: '', once: ' VALUE', lines: ' VALUE (may come again)', file: ' PATH' }[takes];
    const duty = row.required === 'always' ? ' [required]' : '';
    const standing = row.default === undefined ? '' : ` [default: ${row.default}]`;
    const source = takes === 'file' ? ` [or ${(0,options/* variableOf */.Qn)(input)}]` : '';
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

// EXTERNAL MODULE: ./out/bundle/inputs/scalars.js
var scalars = __webpack_require__(9094);
;// CONCATENATED MODULE: ./out/bundle/cli/output-mode.js


/**
 * Looks at a command line for what decides where everything else is said, also when it is wrong in other places. The same for
 * `GITLAB_TRIGGER_JSON` and `GITLAB_TRIGGER_JSON_LINES`.
 */
function outputUseOf(words, environment, commands) {
    const isWanted = (input) => flagIn(words, input) ?? isTrue(environment[(0,options/* variableOf */.Qn)(input)] ?? '');
    const json = isWanted('json_lines') ? 'lines' : isWanted('json') ? 'end' : 'none';
    const command = commands.find(({ name }) => name === words[0]);
    const isProduct = json !== 'none' || command === undefined || command.product === true || asksForHelp(words);
    return { json, holds: isProduct ? 'product' : 'log' };
}
/** What the last flag says; `undefined` when there is none. */
function flagIn(words, input) {
    const name = input.replaceAll('_', '-');
    const named = flagsAmong(words).flatMap((word) => {
        if (word === `--${name}`)
            return [true];
        if (word === `--no-${name}`)
            return [false];
        return word.startsWith(`--${name}=`) ? [isTrue(word.slice(name.length + 3))] : [];
    });
    return named.at(-1);
}
/** Whether a word of its own asks for help. */
function asksForHelp(words) {
    return flagsAmong(words).some((word) => word === '--help' || word === '-h');
}
/** The words that can be flags. */
function flagsAmong(words) {
    const end = words.indexOf('--');
    return end < 0 ? words : words.slice(0, end);
}
function isTrue(text) {
    const read = (0,scalars/* parseBoolean */.yG)(text);
    return read.kind === 'ok' && read.value;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./out/bundle/inputs/table.js
var table = __webpack_require__(5939);
;// CONCATENATED MODULE: ./out/bundle/cli/parse.js





/**
 * Reads the words after the program's name.
 * @throws {InputError} once, with every problem of the command line; it never shows the value of a secret.
 */
function parseCommandLine(words, commands) {
    const [first, ...rest] = words;
    if (first === '--version' || first === '-V')
        return { kind: 'version' };
    if (first === '--help' || first === '-h')
        return { kind: 'help', command: undefined };
    if (first === 'help')
        return { kind: 'help', command: commands.find(({ name }) => name === rest[0]) };
    const command = commands.find(({ name }) => name === first);
    if (command === undefined)
        throw (0,table/* invalidInputs */.Rg)([unknownCommand(first, commands)]);
    const reading = readWords(rest, command);
    if (reading.wantsHelp)
        return { kind: 'help', command };
    if (reading.problems.length > 0)
        throw (0,table/* invalidInputs */.Rg)(reading.problems);
    return { kind: 'command', command, given: reading.given, files: reading.files };
}
function readWords(words, command) {
    const flags = (0,options/* flagsOf */.Zo)(command);
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
            if (isHelp(token, words))
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
            hint: `Give one of ${operand.words.join(', ')}: gitlab-trigger ${command.name} ${operand.words[0] ?? ''}`,
        });
    }
    return reading;
}
/** Only a word of its own asks for help: `-branch` is a mistake, and must not end green. */
function isHelp({ name, rawName }, words) {
    return name === 'help' && (rawName !== '-h' || words.includes('-h'));
}
/** `-branch` is not six flags: one is refused, and the rest, which may be a secret, is not shown. */
function firstOfGroup(word) {
    return /^-[^-]/.test(word) ? word.slice(0, 2) : word;
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
        args: words.map(firstOfGroup),
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
    const value = parse_valueOf(token, flag);
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
            hint: 'Give it once.',
        });
    }
    return 'known';
}
function parse_valueOf({ name, rawName, value, inlineValue }, flag) {
    if (flag.takes !== 'switch') {
        // A value that looks like a flag is one whose value was forgotten.
        if (value !== undefined && (inlineValue === true || !value.startsWith('-')))
            return value;
        return { at: rawName, what: 'has no value', hint: `Write ${rawName}=VALUE.` };
    }
    if (name === flag.name)
        return value ?? 'true';
    if (value === undefined)
        return 'false';
    return { at: rawName, what: 'takes no value', hint: `Write ${rawName}, or --${flag.name}=true.` };
}
function readOperand(word, { operand, name }, reading) {
    if (operand === undefined || reading.given.has(operand.input)) {
        reading.problems.push({
            at: name,
            what: `does not take ${(0,scalars/* shownText */.f$)(word)}`,
            hint: 'Values belong behind a flag: --ref main. Put a value with spaces in quotes.',
        });
    }
    else if (operand.words.includes(word)) {
        reading.given.set(operand.input, word);
    }
    else {
        const nearest = (0,base_text/* nearestName */.qb)(word.slice(0, 30), operand.words);
        reading.given.set(operand.input, '');
        reading.problems.push({
            at: name,
            what: `has no ${operand.input} ${(0,scalars/* shownText */.f$)(word)}`,
            hint: `${hint(nearest)}Known are ${operand.words.join(', ')}.`,
        });
    }
}
/** None at all is a mistake, too: a variable that was empty must not end green. */
function unknownCommand(word, commands) {
    const names = commands.map(({ name }) => name);
    const nearest = word === undefined ? undefined : (0,base_text/* nearestName */.qb)(word.slice(0, 30), names);
    return {
        at: 'gitlab-trigger',
        what: word === undefined ? 'was given no command' : `has no command ${(0,scalars/* shownText */.f$)(word)}`,
        hint: `${hint(nearest)}Known are ${names.join(', ')}; gitlab-trigger --help tells what they do.`,
    };
}
function unknownFlag({ name, rawName }, { command, flags }) {
    const secret = flags.find((flag) => flag.takes === 'file' && `${name}-file` === flag.name);
    if (secret !== undefined) {
        return {
            at: rawName,
            what: 'would show a secret to everybody on this machine (not read)',
            hint: `Give it in the environment as ${(0,options/* variableOf */.Qn)(secret.input)}, or in a file with --${secret.name} PATH. If it was a real one, replace it: command lines are kept in histories and logs.`,
        };
    }
    const nearest = (0,base_text/* nearestName */.qb)(name.slice(0, 40), flags.map((flag) => flag.name));
    return {
        at: (0,scalars/* shownText */.f$)(rawName.slice(0, 60)),
        what: `is no flag of ${command.name}`,
        hint: `${hint(nearest === undefined ? undefined : `--${nearest}`)}gitlab-trigger ${command.name} --help lists them.`,
    };
}
function hint(name) {
    return name === undefined ? '' : `Did you mean ${name}? `;
}
/**
 * The inputs of a command: its flags win, then the environment (`GITLAB_TRIGGER_…`), then what the CI hands over; where that is written in the step itself, it comes before the
 * environment. A blank text counts as not given, and is what there is
 * when a flag or a variable has it and nobody has more.
 */
function commandSource({ given, environment, host }) {
    return {
        read: (name) => {
            const own = [given.get(name), environment[(0,options/* variableOf */.Qn)(name)]];
            const [flag, variable] = own;
            const handed = host.read(name);
            const ranked = host.rank === 'above_environment' ? [flag, handed, variable] : [flag, variable, handed];
            return ranked.find((text) => !(0,table/* isBlank */.z3)(text)) ?? own.find((text) => text !== undefined);
        },
    };
}

;// CONCATENATED MODULE: ./out/bundle/cli/named-places.js


/** The inputs that name a place in which a command leaves something for others. */
const placeInputs = ['output_file', 'summary_file', 'junit_file'];
/** Whether a command line asks for a run that leaves outputs: also one that cannot be made out, because a variable was empty or a name is wrong. */
function leavesOutputs(words, commands) {
    const [first = ''] = words;
    if (['help', '--version', '-V'].includes(first) || asksForHelp(words))
        return false;
    const command = commands.find(({ name }) => name === first);
    return command === undefined || Object.keys(command.options).length > 0;
}
/** Finds those places, to be cleared before anything can go wrong. */
function namedPlaces(words, sources, commands) {
    const command = commands.find(({ name }) => name === words[0]);
    const isKnown = (input) => command === undefined || input in command.inputs || input in command.options;
    const wanted = placeInputs.filter(isKnown);
    return {
        paths: wanted.flatMap((input) => valuesOf(input, words, sources).map((path) => ({ input, path }))),
        tokenFiles: isKnown('save_to_file') ? valuesOf('save_to_file', words, sources) : [],
        outputFormat: valuesOf('output_format', words, sources).at(-1),
        outputPrefix: valuesOf('output_prefix', words, sources).at(-1) ?? '',
    };
}
/** Every value that a flag gives, or the one that another source does. */
function valuesOf(input, words, { environment, host }) {
    const flag = `--${input.replaceAll('_', '-')}`;
    const flags = flagsAmong(words);
    const given = flags.flatMap((word, index) => {
        if (word.startsWith(`${flag}=`))
            return [word.slice(flag.length + 1)];
        const next = flags[index + 1] ?? '';
        return word === flag && !next.startsWith('-') ? [next] : [];
    });
    const other = commandSource({ given: new Map(), environment, host }).read(input)?.trim() ?? '';
    const named = given.map((text) => text.trim()).filter((text) => text !== '');
    return named.length > 0 || other === '' ? named : [other];
}

;// CONCATENATED MODULE: ./out/bundle/cli/stray-variables.js


/** How the variables of inputs begin. */
const prefix = (0,options/* variableOf */.Qn)('');
const pluginPrefix = 'PLUGIN_';
/** Read under our prefix, and no input. */
const notInputs = new Set([(0,options/* variableOf */.Qn)('tekton_results')]);
/** A prefix of somebody else's differs from ours in more letters. */
const mostMistakes = 2;
/** No name of ours is nearly as long; a longer one is compared by its beginning. */
const comparedCharacters = 100;
/**
 * The variables that look like inputs and are none, by name: what begins with `GITLAB_TRIGGER_`, or with nearly that and ends in the name of an input; and settings of a plugin
 * (`PLUGIN_…`) where `host` takes some for inputs. Inputs of other commands pass, because one environment may serve several, and so do empty variables,
 * which count as not given. Nothing of a value is told.
 */
function strayVariables(environment, command, { commands, host }) {
    const own = inputsOf(command);
    const known = [...new Set([...own, ...commands.flatMap(inputsOf)])];
    const given = Object.entries(environment).flatMap(([name, value = '']) => value.trim() === '' || notInputs.has(name) ? [] : [name]);
    const isPlugin = own.some((input) => {
        const setting = environment[`${pluginPrefix}${input.toUpperCase()}`] ?? '';
        return setting !== '' && host.read(input) === setting;
    });
    return given.sort().flatMap((name) => {
        const start = startOf(name, known, isPlugin ? [prefix, pluginPrefix] : [prefix]);
        if (start === undefined)
            return [];
        const rest = name.slice(start.length);
        // Where case does not count, the system finds it all the same.
        const exact = known.find((input) => `${start.right}${input.toUpperCase()}` === name.toUpperCase());
        if (exact !== undefined && environment[`${start.right}${exact.toUpperCase()}`] !== undefined)
            return [];
        const near = exact ?? likelyInput(rest, own) ?? likelyInput(rest, known);
        return [{ name, near: near === undefined ? undefined : `${start.right}${near.toUpperCase()}` }];
    });
}
function inputsOf({ inputs, options }) {
    return [...Object.keys(inputs), ...Object.keys(options)];
}
/** The part of a name that stands for one of the prefixes, and that prefix; `undefined` for names of others. */
function startOf(name, known, prefixes) {
    const upper = name.toUpperCase();
    const right = prefixes.find((start) => upper.startsWith(start));
    if (right !== undefined)
        return { length: right.length, right };
    if (!upper.startsWith('GITL') || upper.length > comparedCharacters)
        return undefined;
    const lengths = known
        .filter((input) => upper.endsWith(input.toUpperCase()))
        .map((input) => upper.length - input.length)
        .filter((length) => (0,base_text/* editDistance */.YC)(upper.slice(0, length), prefix) <= mostMistakes);
    return lengths.length === 0 ? undefined : { length: Math.min(...lengths), right: prefix };
}
/** By its letters, or by a word that it shares with one input only: `url` means `gitlab_url`. */
function likelyInput(given, inputs) {
    const name = given.toLowerCase().replaceAll('-', '_').slice(0, comparedCharacters);
    const sharing = inputs.filter((input) => `_${input}_`.includes(`_${name}_`));
    return (0,base_text/* nearestName */.qb)(name, inputs) ?? (sharing.length === 1 ? sharing[0] : undefined);
}

// EXTERNAL MODULE: ./out/bundle/hosts/decorators.js
var decorators = __webpack_require__(1495);
// EXTERNAL MODULE: ./out/bundle/hosts/tekton-results.js
var tekton_results = __webpack_require__(5667);
;// CONCATENATED MODULE: ./out/bundle/hosts/detect.js

/** The first row that fits wins: a CI that also sets the variables of another one stands above it. */
const hostRows = [
    {
        id: 'forgejo',
        isHere: ({ environment }) => environment.FORGEJO_ACTIONS === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 274).then(__webpack_require__.bind(__webpack_require__, 274))).forgejoHost,
    },
    {
        id: 'gitea',
        isHere: ({ environment }) => environment.GITEA_ACTIONS === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 4512).then(__webpack_require__.bind(__webpack_require__, 4512))).giteaHost,
    },
    {
        id: 'github-actions',
        isHere: ({ environment }) => environment.GITHUB_ACTIONS === 'true',
        load: async () => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 3559))).githubActionsHost,
    },
    {
        id: 'gitlab-ci',
        isHere: ({ environment }) => environment.GITLAB_CI === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 3816).then(__webpack_require__.bind(__webpack_require__, 3816))).gitlabCiHost,
    },
    {
        id: 'azure-pipelines',
        isHere: ({ environment }) => environment.TF_BUILD?.toLowerCase() === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 3427).then(__webpack_require__.bind(__webpack_require__, 3427))).azurePipelinesHost,
    },
    {
        id: 'circleci',
        isHere: ({ environment }) => environment.CIRCLECI === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 7412).then(__webpack_require__.bind(__webpack_require__, 7412))).circleciHost,
    },
    {
        id: 'bitbucket-pipelines',
        isHere: ({ environment }) => has(environment, 'BITBUCKET_BUILD_NUMBER'),
        load: async () => (await __webpack_require__.e(/* import() */ 485).then(__webpack_require__.bind(__webpack_require__, 485))).bitbucketPipelinesHost,
    },
    {
        id: 'buildkite',
        isHere: ({ environment }) => environment.BUILDKITE === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 2665).then(__webpack_require__.bind(__webpack_require__, 2665))).buildkiteHost,
    },
    {
        id: 'teamcity',
        isHere: ({ environment }) => has(environment, 'TEAMCITY_VERSION'),
        load: async () => (await __webpack_require__.e(/* import() */ 6010).then(__webpack_require__.bind(__webpack_require__, 6010))).teamcityHost,
    },
    {
        id: 'travis',
        isHere: ({ environment }) => environment.TRAVIS === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 7185).then(__webpack_require__.bind(__webpack_require__, 7185))).travisHost,
    },
    {
        id: 'bitrise',
        isHere: ({ environment }) => environment.BITRISE_IO === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 2636).then(__webpack_require__.bind(__webpack_require__, 2636))).bitriseHost,
    },
    {
        id: 'harness',
        isHere: ({ environment }) => has(environment, 'HARNESS_BUILD_ID'),
        load: async () => (await __webpack_require__.e(/* import() */ 346).then(__webpack_require__.bind(__webpack_require__, 346))).harnessHost,
    },
    {
        id: 'woodpecker',
        isHere: ({ environment }) => environment.CI === 'woodpecker',
        load: async () => (await __webpack_require__.e(/* import() */ 6567).then(__webpack_require__.bind(__webpack_require__, 6567))).woodpeckerHost,
    },
    {
        id: 'drone',
        isHere: ({ environment }) => environment.DRONE === 'true',
        load: async () => (await __webpack_require__.e(/* import() */ 6936).then(__webpack_require__.bind(__webpack_require__, 6936))).droneHost,
    },
    {
        id: 'aws-codebuild',
        isHere: ({ environment }) => has(environment, 'CODEBUILD_BUILD_ARN'),
        load: async () => (await __webpack_require__.e(/* import() */ 6773).then(__webpack_require__.bind(__webpack_require__, 6773))).awsCodebuildHost,
    },
    {
        id: 'jenkins',
        isHere: ({ environment }) => has(environment, 'JENKINS_URL') && has(environment, 'BUILD_ID'),
        load: async () => (await __webpack_require__.e(/* import() */ 3680).then(__webpack_require__.bind(__webpack_require__, 3680))).jenkinsHost,
    },
    {
        id: 'google-cloud-build',
        isHere: ({ environment }) => has(environment, 'BUILDER_OUTPUT'),
        load: async () => (await __webpack_require__.e(/* import() */ 3658).then(__webpack_require__.bind(__webpack_require__, 3658))).googleCloudBuildHost,
    },
    {
        id: 'argo-workflows',
        isHere: ({ environment }) => has(environment, 'ARGO_NODE_ID') || has(environment, 'ARGO_TEMPLATE'),
        load: async () => (await __webpack_require__.e(/* import() */ 5734).then(__webpack_require__.bind(__webpack_require__, 5734))).argoWorkflowsHost,
    },
    {
        id: 'tekton',
        isHere: ({ environment, isFolder }) => isFolder((0,tekton_results/* tektonResults */.u)(environment)),
        load: async () => (await __webpack_require__.e(/* import() */ 2265).then(__webpack_require__.bind(__webpack_require__, 2265))).tektonHost,
    },
];
function has(environment, name) {
    return (environment[name] ?? '') !== '';
}
/** The CI that this process runs in; a plain one where none is recognised. */
async function detectHost(means) {
    const row = rowOf(means);
    if (row !== undefined)
        return (await row.load())(means);
    const { plainHost } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4855));
    return plainHost({ ...means, print: means.printInTerminal ?? means.print });
}
/** Whether a CI is recognised. */
function isOnCi(means) {
    return rowOf(means) !== undefined;
}
function rowOf(means) {
    return hostRows.find(({ isHere }) => isHere(means));
}

// EXTERNAL MODULE: ./out/bundle/hosts/step-files.js
var step_files = __webpack_require__(2237);
// EXTERNAL MODULE: ./out/bundle/hosts/system.js
var system = __webpack_require__(2948);
// EXTERNAL MODULE: ./out/bundle/hosts/text-files.js
var text_files = __webpack_require__(2212);
// EXTERNAL MODULE: ./out/bundle/http/node-transport.js + 3 modules
var node_transport = __webpack_require__(6016);
// EXTERNAL MODULE: ./out/bundle/report/outputs.js
var outputs = __webpack_require__(6206);
// EXTERNAL MODULE: ./out/bundle/run/context.js
var run_context = __webpack_require__(5084);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __webpack_require__(4810);
// EXTERNAL MODULE: ./out/bundle/model/failures.js
var model_failures = __webpack_require__(6616);
// EXTERNAL MODULE: ./out/bundle/report/json-outputs.js
var json_outputs = __webpack_require__(6159);
;// CONCATENATED MODULE: ./out/bundle/report/json-report.js



/** Rises when a member changes its meaning or goes; new members may come without. */
const version = 1;
/** The last object of a run, which for `--json` is the only one. `docs/command.md` tells its shape. */
function endObject({ command, exitCode, outputs, warnings, verdict, error }) {
    return {
        version,
        event: 'end',
        command: command ?? null,
        exit_code: exitCode,
        outcome: outputs.get('outcome') ?? null,
        outputs: Object.fromEntries(outputs),
        verdict: verdict === undefined ? null : verdictEntry(verdict),
        error: error === undefined ? null : errorEntry(error),
        warnings,
    };
}
/** The object for something that happened; `undefined` for what a machine need not hear: looks that brought nothing new, and the verdict, which the end tells. */
function eventObject(event) {
    switch (event.kind) {
        case 'retrying':
            return { event: event.kind, why: event.why, delay_ms: Math.round(event.delayMs) };
        case 'response_lost':
            return { event: event.kind, why: event.why, retry_timeout_ms: Math.round(event.retryTimeoutMs) };
        case 'lost_pipeline_found':
            return { event: event.kind, pipeline_id: event.pipelineId };
        case 'lost_pipeline_absent':
            return { event: event.kind };
        case 'pipeline_known':
            return { event: event.kind, pipeline: pipelineEntry(event.pipeline) };
        // A warning tells the first.
        case 'project_unconfirmed':
        case 'snapshot':
        case 'ended':
            return undefined;
        case 'pipeline_changed':
        case 'job_changed':
        case 'job_played':
        case 'partial_data':
        case 'heartbeat':
        case 'poll_failed':
        case 'poll_recovered':
            return { event: event.kind, elapsed_ms: Math.round(event.elapsedMs), ...progressMembers(event) };
        default:
            return (0,assert_never/* assertNever */.x)(event);
    }
}
/** The object for an output that has become known. */
function outputObject(name, value) {
    return { event: 'output', name, value };
}
/** The object for a warning. */
function warningObject(text) {
    return { event: 'warning', text };
}
/**
 * One line of JSON, with `redact` applied to every text in it. It holds no command of any CI.
 */
function jsonLine(object, redact) {
    const text = JSON.stringify(object, (_, value) => typeof value === 'string' ? redact(value) : value);
    return `${(0,json_outputs/* inert */.tJ)(text)}\n`;
}
function progressMembers(event) {
    switch (event.kind) {
        case 'pipeline_changed':
            return { path: event.path, pipeline: pipelineEntry(event.pipeline) };
        case 'job_changed':
            return { job: jobOf(event.job, event) };
        case 'job_played':
            return { job: jobOf(event.job, { ...event, attempt: 1 }), refusal: event.refusal ?? null };
        case 'partial_data':
            return { unreadable: event.unreadablePart };
        case 'heartbeat':
            return {
                status: event.status,
                running: event.running,
                remaining_ms: event.remainingMs === undefined ? null : Math.round(event.remainingMs),
            };
        case 'poll_failed':
            return { why: event.why, retry_timeout_ms: Math.round(event.retryTimeoutMs) };
        case 'poll_recovered':
            return { lasted_ms: Math.round(event.lastedMs) };
        default:
            return (0,assert_never/* assertNever */.x)(event);
    }
}
function jobOf(job, { path, attempt }) {
    return (0,json_outputs/* jobEntry */.iK)({ path, job, attempt });
}
function pipelineEntry(pipeline) {
    return {
        id: pipeline.id,
        iid: pipeline.iid ?? null,
        project_id: pipeline.projectId > 0 ? pipeline.projectId : null,
        status: pipeline.status,
        ref: pipeline.ref,
        sha: pipeline.sha,
        web_url: pipeline.webUrl,
        created_at: pipeline.createdAt ?? null,
        duration: pipeline.durationSeconds ?? null,
    };
}
function verdictEntry(verdict) {
    const { outcome, pipeline, snapshot, elapsedMs, limit, grounds, externalStatuses } = verdict;
    const failures = snapshot === undefined ? undefined : (0,model_failures/* failuresOf */.dJ)(snapshot.root, grounds);
    return {
        outcome,
        status: pipeline.status,
        elapsed_ms: Math.round(elapsedMs),
        limit: limit ?? null,
        jobs: failures?.total ?? null,
        failed_jobs: failures?.failed.filter(({ allowed }) => !allowed).length ?? null,
        ...(externalStatuses === undefined
            ? {}
            : { external_statuses: externalStatuses.failed.map(json_outputs/* statusEntry */.lW) }),
    };
}
function errorEntry(error) {
    if ('fault' in error) {
        const what = 'A fault of this program, not of your pipeline';
        return { code: 'internal', what, why: error.fault, hint: null };
    }
    const { code, what, why, hint } = error.parts;
    return { code, what, why: why ?? null, hint: hint ?? null };
}

;// CONCATENATED MODULE: ./out/bundle/run/json-reporter.js


function createJsonReporter({ form, command, print, redact }) {
    const outputs = new Map();
    const warnings = [];
    let verdict;
    const say = (object) => {
        if (form === 'lines' && object !== undefined)
            print(jsonLine(object, redact));
    };
    return {
        onOutput: (name, value) => {
            outputs.set(name, value);
            say(outputObject(name, value));
        },
        hearsWhole: (value) => redact(value) === value,
        onWarning: (text) => {
            warnings.push(text);
            say(warningObject(text));
        },
        watch: (event) => {
            if (event.kind === 'ended')
                ({ verdict } = event);
            say(eventObject(event));
        },
        end: ({ exitCode, error }) => {
            const end = { command, exitCode, outputs, warnings, verdict, error: endError(error) };
            print(jsonLine(endObject(end), redact));
        },
    };
}
function endError(error) {
    if (error === undefined || error instanceof errors/* AppError */.uV)
        return error;
    return { fault: faultText(error) };
}
function faultText(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./out/bundle/run/places.js
var run_places = __webpack_require__(2275);
// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
;// CONCATENATED MODULE: ./out/bundle/terminal/prompt.js

/** How to ask whoever sits at the terminal; `undefined` when nobody does, or cannot see the question. */
function terminalQuestions() {
    const { stdin, stdout } = process;
    if (!stdin.isTTY || !stdout.isTTY)
        return undefined;
    return async (question, signal) => {
        // The terminal goes on to edit lines and to turn Ctrl+C into a signal, which is handled already.
        const lines = (0,promises_.createInterface)({ input: stdin, output: stdout, terminal: false });
        const ended = new Promise((resolve) => lines.once('close', () => resolve('')));
        try {
            const answer = await Promise.race([lines.question(question, { signal }), ended]);
            return answer.trim();
        }
        catch (error) {
            signal.throwIfAborted();
            throw error;
        }
        finally {
            lines.close();
        }
    };
}

// EXTERNAL MODULE: ./out/bundle/model/snapshot.js
var snapshot = __webpack_require__(7267);
// EXTERNAL MODULE: ./out/bundle/report/labels.js
var labels = __webpack_require__(7037);
;// CONCATENATED MODULE: ./out/bundle/terminal/width.js
/** Characters that take two cells of a terminal, beside emoji: East Asian wide and fullwidth forms. @see https://www.unicode.org/reports/tr11/ */
const wide = /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const nothing = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** How many cells of a terminal a text takes; it has no control characters. */
function textWidth(text) {
    if (/^[\u0020-\u007e]*$/.test(text))
        return text.length;
    return graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}
/** The text in at most `cells` cells, with an ellipsis where it was cut. */
function fitText(text, cells) {
    if (textWidth(text) <= cells)
        return text;
    let used = 1;
    let kept = '';
    for (const grapheme of graphemesOf(text)) {
        used += graphemeWidth(grapheme);
        if (used > cells)
            break;
        kept += grapheme;
    }
    return cells < 1 ? '' : `${kept}…`;
}
/** The text in exactly so many cells, filled up with blanks. */
function padText(text, cells) {
    const fitted = fitText(text, cells);
    return fitted + ' '.repeat(Math.max(0, cells - textWidth(fitted)));
}
function graphemesOf(text) {
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
function graphemeWidth(grapheme) {
    if (nothing.test(grapheme))
        return 0;
    return wide.test(grapheme) ? 2 : 1;
}

;// CONCATENATED MODULE: ./out/bundle/terminal/frame.js




/** A taller frame would push the log out of sight. */
const mostRows = 24;
const nameCells = 36;
const mostJobsOfKind = 8;
const spinners = { unicode: Array.from('⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'), ascii: Array.from('|/-\\') };
const icons = {
    unicode: { failed: '✗', warned: '!', running: '', passed: '✓', waiting: '·', over: '-' },
    ascii: { failed: 'x', warned: '!', running: '', passed: '+', waiting: '.', over: '-' },
};
const states = ['failed', 'warned', 'running', 'passed', 'waiting', 'over'];
const nouns = {
    failed: 'failed',
    warned: 'failed as allowed',
    running: 'running',
    passed: 'passed',
    waiting: 'waiting',
    over: 'not run',
};
/**
 * The view at a moment: never wider than the terminal, never so high that it scrolls. When not every job finds room, stages are summed up, and those that failed or run are
 * named.
 */
function liveFrame(picture, space, nowMs) {
    const room = Math.max(1, Math.min(space.rows - 2, mostRows));
    const draw = drawerOf(picture, space, nowMs);
    const head = draw.head();
    const foot = {
        state: 'title',
        text: ` ${countsOf(picture.stages.flatMap(({ jobs }) => jobs))}`,
    };
    const all = picture.stages.flatMap((stage) => [draw.title(stage), ...stage.jobs.map(draw.job)]);
    const lines = all.length + 2 <= room
        ? [head, ...all, foot]
        : [head, ...summedUp(picture.stages, room - 2, draw), foot].slice(0, room);
    // The last column stays empty: some terminals wrap when it is written.
    return lines.map(({ text, state }) => ({ state, text: fitText(text, space.columns - 1).trimEnd() }));
}
function drawerOf(picture, { glyphs }, nowMs) {
    const { pipelineId, status, startMs, seenMs, remainingMs, failure } = picture;
    const sinceMs = Math.max(0, nowMs - seenMs);
    const turns = spinners[glyphs];
    const spinner = turns[Math.floor(nowMs / 250) % turns.length] ?? '';
    const iconOf = (state) => (state === 'running' ? spinner : icons[glyphs][state]);
    return {
        head: () => {
            const parts = [
                `${spinner} Pipeline ${pipelineId} ${(0,base_text/* cleanLine */.Ow)(status, 40)}`,
                (0,labels/* formatElapsed */.C7)(nowMs - startMs),
                remainingMs === undefined ? '' : (0,labels/* formatRemaining */.AA)(remainingMs - sinceMs),
                failure === undefined ? '' : `no news from GitLab: ${(0,base_text/* cleanLine */.Ow)(failure, 100)}`,
            ];
            return {
                text: parts.filter((part) => part !== '').join('  '),
                state: failure === undefined ? 'title' : 'warned',
            };
        },
        title: ({ title }) => ({ text: ` ${title}`, state: 'title' }),
        job: ({ name, state, seconds, reason, status: word }) => {
            const liveSeconds = state === 'running' ? (seconds ?? 0) + sinceMs / 1000 : seconds;
            const time = liveSeconds === undefined || state === 'waiting' ? '' : (0,labels/* formatElapsed */.C7)(liveSeconds * 1000);
            const remark = state === 'failed' || state === 'warned' ? reason : state === 'over' ? word : '';
            return {
                text: `   ${iconOf(state)} ${padText(name, nameCells)} ${time.padStart(7)}  ${remark}`,
                state,
            };
        },
    };
}
/** Every stage on a line, and below it, as long as there is room, what failed and what runs. */
function summedUp(stages, room, draw) {
    const named = new Map();
    let left = room - stages.length;
    for (const state of ['failed', 'running', 'warned']) {
        for (const stage of stages) {
            const jobs = stage.jobs.filter((job) => job.state === state).slice(0, Math.min(left, mostJobsOfKind));
            if (left <= 0 || jobs.length === 0)
                continue;
            named.set(stage, [...(named.get(stage) ?? []), ...jobs]);
            left -= jobs.length;
        }
    }
    const lines = stages.flatMap((stage) => [
        { state: worstOf(stage.jobs), text: ` ${padText(stage.title, 16)} ${countsOf(stage.jobs)}` },
        ...(named.get(stage) ?? []).map(draw.job),
    ]);
    if (lines.length <= room)
        return lines;
    const more = lines.length - room + 1;
    return [...lines.slice(0, room - 1), { state: 'title', text: ` and ${more} more stages` }];
}
function worstOf(jobs) {
    return states.find((state) => jobs.some((job) => job.state === state)) ?? 'waiting';
}
/** `12 jobs: 1 failed, 2 running, 9 passed`. */
function countsOf(jobs) {
    const counts = states.flatMap((state) => {
        const count = jobs.filter((job) => job.state === state).length;
        return count === 0 ? [] : [`${count} ${nouns[state]}`];
    });
    const total = `${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'}`;
    return counts.length === 0 ? total : `${total}: ${counts.join(', ')}`;
}
const stateOf = {
    success: 'passed',
    failed: 'failed',
    running: 'running',
    canceling: 'running',
    canceled: 'over',
    skipped: 'over',
};
/** The picture after something has happened; `undefined` while there is nothing to show, and at the end. */
function pictureAfter(picture, event, nowMs) {
    if (event.kind === 'snapshot') {
        return {
            ...snapshotPicture(event.snapshot),
            startMs: nowMs - event.elapsedMs,
            seenMs: nowMs,
            remainingMs: event.remainingMs,
            failure: event.snapshot.failure === undefined ? undefined : picture?.failure,
        };
    }
    if (event.kind === 'ended' || picture === undefined)
        return undefined;
    if (event.kind === 'poll_failed')
        return { ...picture, failure: event.why };
    return event.kind === 'poll_recovered' ? { ...picture, failure: undefined } : picture;
}
function snapshotPicture({ root }) {
    const { id, status } = root.pipeline;
    return { pipelineId: id, status, stages: stagesOf(root, []) };
}
function stagesOf(node, path) {
    const own = (0,snapshot/* rowsByStage */.P1)(node).map(({ stage, rows }) => ({
        title: [...path, stage].map((name) => (0,labels/* nameLabel */.OY)(name)).join(' › '),
        jobs: rows.map(({ job }) => ({
            name: (0,labels/* nameLabel */.OY)(job.name),
            state: job.status === 'failed' && job.allowFailure ? 'warned' : (stateOf[job.status] ?? 'waiting'),
            status: (0,labels/* nameLabel */.OY)(job.status),
            seconds: job.durationSeconds,
            reason: job.failureReason === undefined ? '' : (0,labels/* nameLabel */.OY)(job.failureReason),
        })),
    }));
    const below = node.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : stagesOf(downstream, [...path, bridge.name]));
    return [...own, ...below];
}

;// CONCATENATED MODULE: ./out/bundle/terminal/screen.js


const screen_escape = '\u001b[';
const eraseBelow = `${screen_escape}J`;
const eraseToEnd = `${screen_escape}K`;
/** While a frame is drawn: no cursor that jumps about, no line that wraps. Both are given back in the same write, so that nothing can end in between. */
const begin = `${screen_escape}?25l${screen_escape}?7l`;
const end = `${screen_escape}?7h${screen_escape}?25h`;
/** A screen on a terminal, which is only ever written to in whole frames. Sequences that all terminals know, those of Windows 10 among them. */
function createLiveScreen(deps) {
    /** Widths of the lines that are shown. */
    let shown = [];
    const toTop = () => {
        // A terminal that became narrower has wrapped what is shown.
        const columns = Math.max(1, deps.columns());
        const rows = shown.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
        return rows === 0 ? '' : `\r${screen_escape}${rows}A`;
    };
    let frame = [];
    const draw = (lines, above) => {
        const body = lines.map((line) => `${line}${eraseToEnd}\n`).join('');
        deps.write(`${begin}${toTop()}${above === '' ? '' : eraseBelow}${above}${body}${eraseBelow}${end}`);
        frame = lines;
        shown = lines.map((line) => textWidth((0,base_text/* stripTerminalSequences */.FM)(line)));
    };
    return {
        print: (text) => {
            if (frame.length === 0)
                deps.write(text);
            else
                draw(frame, text);
        },
        show: (lines) => draw(lines, ''),
        clear: () => {
            if (frame.length > 0)
                draw([], '');
        },
    };
}

// EXTERNAL MODULE: ./out/bundle/terminal/style.js
var style = __webpack_require__(5751);
;// CONCATENATED MODULE: ./out/bundle/terminal/view.js




/** Seconds pass and the spinner turns; more often would be for the eye alone. */
const frameMs = 250;
const paints = {
    title: style/* bold */.Cr,
    failed: style/* red */.wv,
    warned: style/* yellow */.D9,
    running: style/* cyan */.Q_,
    passed: style/* green */.wL,
    waiting: style/* dim */.r3,
    over: style/* dim */.r3,
};
/** Draws what happens, and the time in between. Its own trouble ends the view and nothing else. */
function createLiveView({ clock, screen, traits, size, redact }) {
    let picture;
    let disposeTimer;
    let isClosed = false;
    const draw = () => {
        if (isClosed || picture === undefined)
            return;
        const frame = liveFrame(picture, { ...size(), glyphs: traits.glyphs }, clock.nowMs());
        const paint = (text, state) => traits.colors === 'ours' ? paints[state](text) : text;
        screen.show(frame.map(({ text, state }) => paint(redact(text), state)));
        disposeTimer?.();
        disposeTimer = clock.schedule(frameMs, guarded(draw), 'idle');
    };
    const close = () => {
        isClosed = true;
        disposeTimer?.();
        screen.clear();
    };
    const guarded = (work) => () => {
        try {
            work();
        }
        catch {
            close();
        }
    };
    return {
        watch: (event) => guarded(() => {
            if (isClosed)
                return;
            const before = picture;
            picture = pictureAfter(picture, event, clock.nowMs());
            if (event.kind === 'ended')
                close();
            else if (picture !== before)
                draw();
        })(),
        redraw: guarded(draw),
        close,
    };
}
/** The terminal of this process, or what stands in its place. */
function processTerminal() {
    const { stdout, env: environment, platform } = process;
    const traits = (0,style/* terminalTraits */.gb)({ environment, isTerminal: stdout.isTTY, platform });
    const write = (text) => void stdout.write(text);
    const size = () => ({
        columns: stdout.columns || 80,
        rows: stdout.rows || 24,
    });
    const screen = createLiveScreen({ write, columns: () => size().columns });
    return {
        print: (text) => screen.print((0,style/* coloredText */.gu)(text, traits.colors)),
        openView: (redact) => {
            if (!traits.isLive)
                return undefined;
            const view = createLiveView({ clock: clock/* systemClock */.ml, screen, traits, size, redact });
            stdout.on('resize', view.redraw);
            // Somebody had stopped us with Ctrl+Z, and the shell has written since.
            process.on('SIGCONT', view.redraw);
            return view;
        },
    };
}

// EXTERNAL MODULE: ./out/bundle/entries/process.js
var entries_process = __webpack_require__(4515);
;// CONCATENATED MODULE: ./out/bundle/entries/cli.js

























/** What each command does, loaded only when it is asked for. */
const runs = {
    run: async () => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9287))).runTrigger,
    wait: async () => (await __webpack_require__.e(/* import() */ 2833).then(__webpack_require__.bind(__webpack_require__, 5214))).runWait,
    cancel: async () => (await Promise.all(/* import() */[__webpack_require__.e(6832), __webpack_require__.e(5790)]).then(__webpack_require__.bind(__webpack_require__, 3409))).runCancel,
    tokens: async () => (await __webpack_require__.e(/* import() */ 6249).then(__webpack_require__.bind(__webpack_require__, 6249))).runTokens,
    check: async () => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3016)]).then(__webpack_require__.bind(__webpack_require__, 3016))).runCheck,
    snippet: async () => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5736)]).then(__webpack_require__.bind(__webpack_require__, 5736))).runSnippet,
    simulate: async () => (await Promise.all(/* import() */[__webpack_require__.e(2634), __webpack_require__.e(2726)]).then(__webpack_require__.bind(__webpack_require__, 2726))).runSimulate,
    completion: async () => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5736)]).then(__webpack_require__.bind(__webpack_require__, 5736))).runCompletion,
    demo: async () => {
        const { demoEntry } = await Promise.all(/* import() */[__webpack_require__.e(2634), __webpack_require__.e(1902)]).then(__webpack_require__.bind(__webpack_require__, 1902));
        return (_, context) => demoEntry().run(context);
    },
};
/** The command line: the same runs as the actions, with the inputs of flags and environment, on whatever CI this is. */
async function cliEntry() {
    const words = process.argv.slice(2);
    const use = outputUseOf(words, process.env, commands/* commands */.Pi);
    const output = (0,system/* watchStandardOutput */.aE)();
    const printProduct = use.holds === 'product' ? (0,system/* keepStandardOutput */.yQ)() : undefined;
    const terminal = use.holds === 'log' ? processTerminal() : undefined;
    const unheard = () => use.holds === 'product' ? 'standard output is kept for something else' : output.failure();
    const means = { ...(0,system/* processMeans */.uq)(), printInTerminal: terminal?.print, unheard };
    const host = await detectHost(means);
    const view = isOnCi(means) ? undefined : terminal?.openView(host.masker.redact);
    const reporter = use.json === 'none' ? undefined : reporterOf({ form: use.json, words, host, print: printProduct });
    // Beside JSON there is no room for a text.
    const printText = use.json === 'none' ? (printProduct ?? means.print) : means.print;
    return {
        log: host.log,
        onEnd: (ending) => {
            view?.close();
            reporter?.end(ending);
        },
        loss: () => lossOf(output.loss()),
        run: async (context) => {
            if (leavesOutputs(words, commands/* commands */.Pi)) {
                const places = namedPlaces(words, { environment: process.env, host: host.inputs }, commands/* commands */.Pi);
                (0,run_places/* clearPlaces */.g0)(places);
                host.outputs.clear?.();
                (0,run_places/* refuseSharedPlaces */.yg)(places, host.outputs.files);
            }
            const line = parseCommandLine(words, commands/* commands */.Pi);
            switch (line.kind) {
                case 'version':
                    printText(`${commands/* version */.rE}\n`);
                    return errors/* exitCodes */.hS.accepted;
                case 'help':
                    printText(`${line.command === undefined ? overviewText(commands/* commands */.Pi) : commandText(line.command)}\n`);
                    return errors/* exitCodes */.hS.accepted;
                case 'command': {
                    const watch = reporter?.watch ?? view?.watch;
                    return await runCommand(line, { host, reporter, watch, printProduct }, context);
                }
            }
        },
    };
}
/** Standard output is asked for as everything else is. */
function lossOf(code) {
    if (code === undefined)
        return undefined;
    return new errors/* ResultsError */.N6({
        code: 'output_lost',
        what: 'Not all of the output reached standard output',
        why: `The system says ${code}.`,
        hint: 'Check what it is redirected to, and whether there is room.',
    });
}
function reporterOf(of) {
    const { form, words, host, print = () => undefined } = of;
    const command = commands/* commands */.Pi.find(({ name }) => name === words[0])?.name;
    return createJsonReporter({ form, command, print, redact: host.masker.redact });
}
async function runCommand(line, { host, reporter, watch, printProduct, }, context) {
    const given = new Map([...line.given, ...(await secretsOf(line.files))]);
    const { env: environment } = process;
    const inputs = commandSource({ given, environment, host: host.inputs });
    const heard = reporter === undefined ? host : (0,decorators/* withListener */.Ld)(host, reporter);
    const ownHost = { ...heard, inputs };
    const deps = {
        host: hasOptions(line) ? withFiles(ownHost, await (0,options/* parseCommandOptions */.$h)(inputs, text_files.textFiles)) : ownHost,
        watch,
        printProduct,
        files: text_files.textFiles,
        clock: clock/* systemClock */.ml,
        random: Math.random,
        environment,
        createTransport: node_transport.createNodeTransport,
        ask: terminalQuestions(),
    };
    (0,run_context/* maskSecrets */.QU)(deps, line.command.inputs);
    warnOfStrayVariables(environment, line, heard);
    for (const hint of hintsFor(deps.host, line.command))
        host.log.info(hint);
    const run = await runs[line.command.name]();
    return await (0,entries_process/* withFaults */.i)(deps.host, () => run(deps, context));
}
function warnOfStrayVariables(environment, { command }, host) {
    if (Object.keys(command.inputs).length === 0)
        return;
    for (const { name, near } of strayVariables(environment, command, { commands: commands/* commands */.Pi, host: host.inputs })) {
        const hint = near === undefined ? `See gitlab-trigger ${command.name} --help.` : `Did you mean ${near}?`;
        host.log.warning(`${(0,base_text/* cleanLine */.Ow)(name, 100)} is in the environment, but gives no input. ${hint}`);
    }
}
function hasOptions({ command }) {
    return Object.keys(command.options).length > 0;
}
/** The host, with the files that the options ask for. */
function withFiles(host, { outputFile, summaryFile }) {
    const withOutputs = outputFile === undefined
        ? host
        : (0,decorators/* withOutputFile */.sq)(host, system/* processFiles */.HX, { ...outputFile, names: outputs/* outputNames */.gr });
    return summaryFile === undefined ? withOutputs : (0,step_files/* withSummaryFile */.nD)(withOutputs, system/* processFiles */.HX, summaryFile);
}
/** What the host has for inputs of this command that were not given. */
function hintsFor({ hints = [], inputs }, command) {
    const isMissing = (input) => (0,table/* isBlank */.z3)(inputs.read(input));
    return hints
        .filter((hint) => hint.inputs.every((input) => input in command.inputs && isMissing(input)))
        .map(({ text }) => text);
}
/** The texts of files that hold secrets; a line end at the end is an editor's, not the secret's. */
async function secretsOf(files) {
    return await Promise.all(Array.from(files, async ([input, path]) => {
        try {
            return [input, (await text_files.textFiles.readText(path)).replace(/\r?\n$/, '')];
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
            const isUnfit = error instanceof encoding/* UnfitTextError */.K4;
            throw new errors/* InputError */.dz({
                code: 'invalid_input',
                what: `--${input.replaceAll('_', '-')}-file ${isUnfit ? error.why : `cannot be read (${code})`}`,
                hint: isUnfit
                    ? 'Save it as UTF-8, or as UTF-16 with a byte order mark.'
                    : 'Give the path of a text file that this user may read.',
            });
        }
    }));
}


/***/ }),

/***/ 5667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ tektonResults)
/* harmony export */ });
/** Where the results of a task are; `GITLAB_TRIGGER_TEKTON_RESULTS` names the folder of a Tekton that has them elsewhere. */
function tektonResults(environment) {
    return environment.GITLAB_TRIGGER_TEKTON_RESULTS ?? '/tekton/results';
}


/***/ }),

/***/ 9399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ snippetTable),
/* harmony export */   eL: () => (/* binding */ parseSnippetRequest),
/* harmony export */   zR: () => (/* binding */ snippetKinds)
/* harmony export */ });
/* unused harmony exports parseSpecInputs, parseSecretName, snippetOwnTable, snippetStepTable */
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _model_requests_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7553);
/* harmony import */ var _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(514);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9094);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5939);
/* harmony import */ var _trigger_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3250);







const hint = `Write NAME=TYPE or NAME=TYPE=DEFAULT, one a line; types are ${_model_requests_js__WEBPACK_IMPORTED_MODULE_5__/* .specInputTypes */ .R1.join(', ')}.`;
/** Reads inputs to be declared, one a line: `NAME=TYPE`, or `NAME=TYPE=DEFAULT`; a list as JSON. */
function parseSpecInputs(given) {
    const inputs = [];
    const problems = [];
    for (const line of given.split(/\r?\n/).map((text) => text.trim())) {
        if (line === '')
            continue;
        const read = readLine(line);
        if ('hint' in read)
            problems.push(read);
        else if (inputs.some(({ name }) => name === read.name)) {
            problems.push({ at: `.${read.name}`, what: 'is there twice', hint: 'Give each input once.' });
        }
        else
            inputs.push(read);
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .okUnless */ .rF)(problems, inputs);
}
function readLine(line) {
    const [name = '', word, ...rest] = line.split('=');
    if (!/^[A-Za-z_][\w-]{0,99}$/.test(name) || word === undefined) {
        return { what: `has the line ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(line)}`, hint };
    }
    const type = _model_requests_js__WEBPACK_IMPORTED_MODULE_5__/* .specInputTypes */ .R1.find((known) => known === word.trim());
    if (type === undefined) {
        const nearest = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(word.slice(0, 20), _model_requests_js__WEBPACK_IMPORTED_MODULE_5__/* .specInputTypes */ .R1);
        return {
            at: `.${name}`,
            what: `has the type ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(word)}`,
            hint: nearest === undefined ? hint : `Did you mean ${nearest}? ${hint}`,
        };
    }
    const text = rest.length === 0 ? undefined : rest.join('=');
    const value = text === undefined ? undefined : valueOf(type, text);
    return text !== undefined && value === undefined
        ? { at: `.${name}`, what: `has a default that is no ${type}: ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(text)}`, hint }
        : { name, type, default: value };
}
function valueOf(type, text) {
    switch (type) {
        case 'string':
            return text;
        case 'number':
            return /^-?\d+(?:\.\d+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
        case 'boolean':
            return text === 'true' ? true : text === 'false' ? false : undefined;
        case 'array':
            return listOf(text);
    }
}
function listOf(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Reads the name of a secret of GitHub. */
function parseSecretName(given) {
    const name = given.trim();
    const fits = /^[A-Za-z_]\w{0,99}$/.test(name) && !/^GITHUB_/i.test(name);
    return fits
        ? { kind: 'ok', value: name, warnings: [] }
        : (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .wrong */ .Qm)({
            what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(name)}, which GitHub does not take as the name of a secret`,
            hint: 'Use letters, digits and _, not a digit first, and nothing that begins with GITHUB_.',
        });
}
const snippetKinds = ['gitlab', 'github'];
/** What the command decides itself. */
const snippetOwnTable = {
    kind: {
        required: 'always',
        default: undefined,
        description: 'What to write: gitlab for rules of .gitlab-ci.yml, github for a step of a workflow.',
        secret: 'none',
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(snippetKinds),
    },
    sources: {
        required: 'never',
        default: 'trigger',
        description: 'For gitlab: which pipelines to let through: trigger (with a trigger token), pipeline (with a CI_JOB_TOKEN), or both.',
        secret: 'none',
        parse: (given) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseNameList */ .HI)(given, { names: _model_requests_js__WEBPACK_IMPORTED_MODULE_5__/* .snippetSources */ .s9, noun: 'source' }),
    },
    per_job: {
        required: 'never',
        default: 'false',
        description: 'For gitlab: write the rules of one job, and leave the workflow to other pipelines, too.',
        secret: 'none',
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG,
    },
    spec_inputs: {
        required: 'never',
        default: undefined,
        description: 'For gitlab: inputs to declare, one a line: NAME=TYPE or NAME=TYPE=DEFAULT, where TYPE is string, number, boolean or array (its default as JSON).',
        secret: 'none',
        lines: 'many',
        parse: parseSpecInputs,
    },
    token_secret: {
        required: 'never',
        default: 'GITLAB_TRIGGER_TOKEN',
        description: 'For github: the secret of the repository that holds the trigger token.',
        secret: 'none',
        parse: parseSecretName,
    },
    access_token_secret: {
        required: 'never',
        default: undefined,
        description: 'For github: the secret that holds the access token; GITLAB_API_TOKEN when the step waits or supersedes and nothing is given.',
        secret: 'none',
        parse: parseSecretName,
    },
};
/** Inputs of the action that a step may be given here: all but secrets, which a workflow takes from elsewhere. */
const snippetStepTable = Object.fromEntries(Object.entries(_trigger_js__WEBPACK_IMPORTED_MODULE_4__/* .triggerTable */ .$N)
    .filter(([, { secret }]) => secret === 'none' || secret === 'url_credentials')
    .map(([name, row]) => [name, { ...row, required: 'never', default: undefined }]));
/** Every input of the command `snippet`. */
const snippetTable = { ...snippetOwnTable, ...snippetStepTable };
/**
 * Reads and checks what a snippet is to be.
 * @throws {InputError} once, with every problem of every input.
 */
async function parseSnippetRequest(source, files) {
    const own = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)(await (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(snippetOwnTable, { source, files }));
    const step = await stepOf(source, files);
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .parsedOf */ .rF)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .andThen */ .hg)(own, (read) => {
        if (read.kind === 'gitlab') {
            const sources = _model_requests_js__WEBPACK_IMPORTED_MODULE_5__/* .snippetSources */ .s9.filter((each) => read.sources.has(each));
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__.ok)({ kind: 'gitlab', sources, perJob: read.per_job, inputs: read.spec_inputs ?? [] });
        }
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .andThen */ .hg)(step, (given) => {
            const wantsAccess = ['wait', 'supersede'].some((name) => given.some(([each, text]) => each === name && /^true$/i.test(text.trim())));
            const standing = wantsAccess ? 'GITLAB_API_TOKEN' : undefined;
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__.ok)({
                kind: 'github',
                step: given,
                tokenSecret: read.token_secret,
                accessTokenSecret: read.access_token_secret ?? standing,
            });
        });
    }));
}
/** The rows of the step as the action has them: what means a default there needs nothing. */
const stepWithDefaults = Object.fromEntries(Object.entries(_trigger_js__WEBPACK_IMPORTED_MODULE_4__/* .triggerTable */ .$N).filter(([name]) => name in snippetStepTable));
/** The inputs of the step as they were given, once all of them can be read. */
async function stepOf(source, files) {
    const readings = await (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(snippetStepTable, { source, files });
    const given = Object.keys(snippetStepTable).flatMap((name) => {
        const text = source.read(name);
        return text === undefined || text.trim() === '' ? [] : [[name, text]];
    });
    const missing = ['project_id', 'ref'].filter((name) => !given.some(([each]) => each === name));
    const problems = [
        ...Object.values(readings).flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : [])),
        ...missing.map((name) => ({ at: name, what: 'was not given', hint: 'A step of a workflow needs it.' })),
    ];
    const needs = await (0,_needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .waitNeedsMet */ .pQ)({ table: stepWithDefaults, reading: readings }, { source, files });
    const step = problems.length > 0 ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .wrongAll */ .LN)(problems) : (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__.ok)(given);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .andThen */ .hg)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)({ step, needs }), ({ step: each }) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__.ok)(each));
}


/***/ }),

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


/***/ }),

/***/ 2556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jG: () => (/* binding */ parseCancelRequest),
/* harmony export */   kM: () => (/* binding */ parseWaitRequest),
/* harmony export */   xW: () => (/* binding */ cancelTable),
/* harmony export */   y2: () => (/* binding */ waitTable)
/* harmony export */ });
/* unused harmony exports waitInputs, cancelInputs */
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3239);
/* harmony import */ var _feedback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4620);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3590);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3015);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9081);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5939);
/* harmony import */ var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7470);







/** Every input of the action that follows a pipeline, in the order of its documentation. */
const waitTable = {
    gitlab_url: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .pipelineAddressInputs */ .iA,
    access_token: {
        ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        description: 'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. In a job of GitLab the CI_JOB_TOKEN can do, which only reads. A public project can do without it.',
        parse: _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReadingToken */ .LR,
    },
    expected_sha: {
        ..._follow_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedShaInput */ .VL,
        description: 'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If it runs another one, the step fails at once and leaves the pipeline alone.',
    },
    ..._follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followInputs */ .v3,
    ..._results_js__WEBPACK_IMPORTED_MODULE_3__/* .reportInputs */ .eP,
    ..._results_js__WEBPACK_IMPORTED_MODULE_3__/* .resultsInputs */ .mA,
    ..._feedback_js__WEBPACK_IMPORTED_MODULE_1__/* .feedbackInputs */ .n,
    ca_certificate: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const waitInputs = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputDescriptions */ .s$)(waitTable);
/** Every input of the action that cancels a pipeline, in the order of its documentation. */
const cancelTable = {
    gitlab_url: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.gitlab_url,
    ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .pipelineAddressInputs */ .iA,
    access_token: {
        ..._connection_js__WEBPACK_IMPORTED_MODULE_0__/* .accessTokenInput */ .e,
        required: 'always',
        description: 'Personal, project or group access token with the scope api, from a secret; its user needs the role Developer. A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
    },
    ca_certificate: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.ca_certificate,
    request_headers: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_headers,
    request_timeout: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.request_timeout,
    allow_http: _connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionInputs */ .eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const cancelInputs = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .inputDescriptions */ .s$)(cancelTable);
/**
 * Reads, checks and freezes everything that follows one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseWaitRequest(source, files) {
    const reading = await (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(waitTable, { source, files });
    const { accessToken, jobToken } = tokensOf(reading.access_token);
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedOf */ .rF)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)({
        connection: (0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken,
        jobToken,
        expectedSha: reading.expected_sha,
        follow: (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followOf */ .P$)({ ...reading, access_token: accessToken }),
        report: (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOf */ .EI)(reading),
        results: (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .resultsOf */ .qS)(reading),
        feedback: (0,_feedback_js__WEBPACK_IMPORTED_MODULE_1__/* .feedbackOf */ .XK)(reading),
    }));
}
/** One token, by what it is. */
function tokensOf(given) {
    const only = (kind) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .andThen */ .hg)(given, (token) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__.ok)(token?.kind === kind ? token.secret : undefined));
    return { accessToken: only('access_token'), jobToken: only('job_token') };
}
/**
 * Reads, checks and freezes everything that cancels one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
async function parseCancelRequest(source, files) {
    const reading = await (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(cancelTable, { source, files });
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedOf */ .rF)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)({
        connection: (0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionOf */ .ao)(reading),
        project: reading.project_id,
        pipelineId: reading.pipeline_id,
        accessToken: reading.access_token,
    }));
}


/***/ }),

/***/ 5751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   D9: () => (/* binding */ yellow),
/* harmony export */   PA: () => (/* binding */ statusColors),
/* harmony export */   Q_: () => (/* binding */ cyan),
/* harmony export */   gb: () => (/* binding */ terminalTraits),
/* harmony export */   gu: () => (/* binding */ coloredText),
/* harmony export */   r3: () => (/* binding */ dim),
/* harmony export */   wL: () => (/* binding */ green),
/* harmony export */   wv: () => (/* binding */ red)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);

/**
 * `NO_COLOR` (if not empty) takes colours away, `FORCE_COLOR` gives them also where there is no terminal (`0` and `false` take them away); otherwise there are colours in every
 * terminal but a dumb one. Nothing is drawn anew on a CI (`CI`), whose logs keep everything.
 * @see https://no-color.org and https://force-color.org
 */
function terminalTraits({ environment, isTerminal, platform }) {
    const { NO_COLOR = '', FORCE_COLOR, TERM, CI = '' } = environment;
    const isDumb = TERM === 'dumb';
    const forced = FORCE_COLOR === undefined ? undefined : !['0', 'false'].includes(FORCE_COLOR);
    const isCi = CI !== '' && CI !== 'false' && CI !== '0';
    return {
        colors: NO_COLOR !== '' || forced === false || (isDumb && forced !== true)
            ? 'none'
            : forced === true || isTerminal
                ? 'ours'
                : 'theirs',
        isLive: isTerminal && !isDumb && !isCi,
        glyphs: knowsUnicode(environment, platform) ? 'unicode' : 'ascii',
    };
}
function knowsUnicode(environment, platform) {
    const { LC_ALL, LC_CTYPE, LANG, TERM, WT_SESSION, TERM_PROGRAM } = environment;
    // The old console of Windows has no font with these marks, and the Linux console few of them.
    if (platform === 'win32')
        return WT_SESSION !== undefined || TERM_PROGRAM !== undefined;
    const locale = [LC_ALL, LC_CTYPE, LANG].find((text) => text !== undefined && text !== '') ?? '';
    return TERM !== 'linux' && /utf-?8/i.test(locale);
}
const paint = (code) => (text) => `\u001b[${code}m${text}\u001b[0m`;
const bold = paint(1);
const dim = paint(2);
const red = paint(31);
const green = paint(32);
const yellow = paint(33);
const cyan = paint(36);
/** What to do with the colours of a printed text. */
function coloredText(text, colors) {
    if (colors === 'theirs')
        return text;
    if (colors === 'none')
        return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .stripTerminalSequences */ .FM)(text);
    return text.split('\n').map(statusColors).join('\n');
}
/**
 * Our own lines with colours: every status the one that GitLab gives it, errors and warnings theirs. What somebody else wrote stays as it is, and so does a line that has
 * colours already.
 */
function statusColors(line) {
    if (line.includes('\u001b'))
        return line;
    const [, word = '', rest = ''] = /^(Error|Warning)(:.*)$/s.exec(line) ?? [];
    if (word !== '')
        return `${word === 'Error' ? red(word) : yellow(word)}${rest}`;
    if (!/^(?:\d+:\d\d(?::\d\d)? {2}|Pipeline \d+ )/.test(line))
        return line;
    return line
        .replace(/\b(?:success|passed)\b/, green)
        .replace(/\b(?:failed|canceled)\b/, red)
        .replace(/\b(?:pending|manual|warnings|scheduled|skipped)\b/, yellow)
        .replace(/\b(?:running|created)\b/, cyan);
}


/***/ })

};
