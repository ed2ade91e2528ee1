export const id = 9521;
export const ids = [9521,1902];
export const modules = {

/***/ 1902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demoEntry: () => (/* binding */ demoEntry)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __webpack_require__(3236);
// EXTERNAL MODULE: ./out/bundle/hosts/system.js
var system = __webpack_require__(2948);
// EXTERNAL MODULE: ./out/bundle/simulator/demo-scenario.js
var demo_scenario = __webpack_require__(9876);
// EXTERNAL MODULE: ./out/bundle/simulator/gitlab/simulated-gitlab.js + 38 modules
var simulated_gitlab = __webpack_require__(6525);
// EXTERNAL MODULE: ./out/bundle/simulator/gitlab/wire/server.js + 4 modules
var wire_server = __webpack_require__(4281);
;// CONCATENATED MODULE: ./out/bundle/simulator/runner/action-metadata.js

/** The values of `runs.using` that runner 2.336 starts with Node; it refuses a manifest with a newer one. */
const nodeRuntimes = ['node12', 'node16', 'node20', 'node24'];
/**
 * Reads the text of an action.yml. Every scalar is taken as the text that stands there, so `default: false` is `'false'`.
 * @throws {InputError} when the text is not YAML, lacks `runs.main`, or names a runtime that the runner would refuse.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
async function parseActionMetadata(text) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const root = mappingOf(parse(text, { schema: 'failsafe' }), 'the file');
    const branding = root.branding === undefined ? undefined : mappingOf(root.branding, 'branding');
    return {
        name: textOf(root.name) ?? '',
        description: textOf(root.description) ?? '',
        branding: branding && {
            icon: textOf(branding.icon) ?? '',
            color: textOf(branding.color) ?? '',
        },
        inputs: entriesOf(root.inputs, 'inputs').map(([name, row]) => ({
            name,
            description: textOf(row.description) ?? '',
            required: textOf(row.required) === 'true',
            default: textOf(row.default),
            deprecationMessage: textOf(row.deprecationMessage),
        })),
        outputs: entriesOf(root.outputs, 'outputs').map(([name, row]) => ({
            name,
            description: textOf(row.description) ?? '',
        })),
        runs: runsOf(mappingOf(root.runs, 'runs')),
    };
}
function runsOf(runs) {
    const using = textOf(runs.using);
    const main = textOf(runs.main);
    if (using === undefined || !nodeRuntimes.includes(using)) {
        throw unusable(`runs.using is ${using ?? 'missing'}; a JavaScript action has ${nodeRuntimes.join(', ')}`);
    }
    if (main === undefined)
        throw unusable('runs.main is missing');
    return {
        using,
        main,
        pre: textOf(runs.pre),
        post: textOf(runs.post),
        preIf: textOf(runs['pre-if']) ?? 'always()',
        postIf: textOf(runs['post-if']) ?? 'always()',
    };
}
function entriesOf(value, where) {
    if (value === undefined)
        return [];
    return Object.entries(mappingOf(value, where)).map(([name, row]) => [
        name,
        row === '' ? {} : mappingOf(row, `${where}.${name}`),
    ]);
}
function mappingOf(value, where) {
    if (!isMapping(value))
        throw unusable(`${where} is not a mapping`);
    return value;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
function unusable(why) {
    return new errors/* InputError */.dz({ code: 'invalid_input', what: 'The runner cannot use this action.yml', why });
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/file-command.js
/**
 * Reads the text of GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV as runner 2.336 does: per line, whichever of `=` and `<<` comes first decides;
 * empty lines are skipped. Only LF breaks a line, and CRLF too when `platform` is `win32`.
 */
function readNamedValues(text, platform) {
    const pairs = [];
    let index = 0;
    for (let line = lineAt(text, index, platform); line !== undefined; line = lineAt(text, index, platform)) {
        index = line.next;
        if (line.text === '')
            continue;
        const equals = line.text.indexOf('=');
        const arrows = line.text.indexOf('<<');
        if (equals >= 0 && (arrows < 0 || equals < arrows)) {
            if (equals === 0)
                return { pairs, mistake: `a line has no name before its '=': '${line.text}'` };
            pairs.push({ name: line.text.slice(0, equals), value: line.text.slice(equals + 1) });
        }
        else if (arrows >= 0) {
            const name = line.text.slice(0, arrows);
            const delimiter = line.text.slice(arrows + 2);
            if (name === '' || delimiter === '') {
                return { pairs, mistake: `a line lacks the name or the delimiter around '<<': '${line.text}'` };
            }
            const block = blockAt({ text, start: index, delimiter, platform });
            if (block === undefined) {
                return { pairs, mistake: `the value of '${name}' has no line with its delimiter '${delimiter}'` };
            }
            pairs.push({ name, value: block.value });
            index = block.next;
        }
        else {
            return { pairs, mistake: `a line has neither '=' nor '<<': '${line.text}'` };
        }
    }
    return { pairs, mistake: undefined };
}
/** Reads the text of GITHUB_PATH: one folder a line, empty lines skipped. */
function readPaths(text, platform) {
    const paths = [];
    let index = 0;
    for (let line = lineAt(text, index, platform); line !== undefined; line = lineAt(text, index, platform)) {
        index = line.next;
        if (line.text !== '')
            paths.push(line.text);
    }
    return paths;
}
/** The last value of each name. */
function lastValues(pairs) {
    return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
}
/** The text up to a line that is exactly the delimiter; the break before that line belongs to neither. */
function blockAt(block) {
    let index = block.start;
    let end = block.start;
    for (;;) {
        const line = lineAt(block.text, index, block.platform);
        if (line === undefined)
            return undefined;
        if (line.text === block.delimiter)
            return { value: block.text.slice(block.start, end), next: line.next };
        if (line.breakLength === 0)
            return undefined;
        index = line.next;
        end = index - line.breakLength;
    }
}
function lineAt(text, start, platform) {
    if (start >= text.length)
        return undefined;
    const feed = text.indexOf('\n', start);
    if (feed < 0)
        return { text: text.slice(start), next: text.length, breakLength: 0 };
    const breakLength = platform === 'win32' && feed > start && text[feed - 1] === '\r' ? 2 : 1;
    return { text: text.slice(start, feed + 1 - breakLength), next: feed + 1, breakLength };
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/step-ending.js

/** The largest summary that the runner uploads. */
const summaryMaxBytes = 1_048_576;
/** A variable that the runner does not let a step set for others, because it would run code in them. */
const blockedVariable = 'NODE_OPTIONS';
/**
 * Reads the command files of an ended stage, also of one that failed or was killed. Mistakes in them become error annotations on `log` and make
 * the step fail; a summary over the limit is dropped with an annotation only.
 */
function readStepYield(texts, log, platform) {
    const named = (file) => {
        const { pairs, mistake } = readNamedValues(texts[file], platform);
        if (mistake !== undefined)
            log.fail(`Unable to process file command '${file}': ${mistake}`);
        return lastValues(pairs);
    };
    return {
        environment: allowedVariables(named('env'), log),
        paths: readPaths(texts.path, platform),
        outputs: { ...log.outputs, ...named('output') },
        state: { ...log.state, ...named('state') },
        summary: uploadedSummary(texts.summary, log),
    };
}
/** The outputs that survive as outputs of a job: one that contains anything masked is dropped there. */
function jobOutputsOf(outputs, mask) {
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => mask(value) === value));
}
function allowedVariables(variables, log) {
    const isBlocked = (name) => name.toUpperCase() === blockedVariable;
    const names = Object.keys(variables);
    for (const name of names.filter(isBlocked)) {
        log.annotate('error', `The variable '${name}' cannot be set through GITHUB_ENV`);
    }
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !isBlocked(name)));
}
function uploadedSummary(text, log) {
    const bytes = Buffer.byteLength(text);
    if (bytes > summaryMaxBytes) {
        log.annotate('error', `The step summary is dropped: ${bytes} bytes are more than ${summaryMaxBytes}`);
        return '';
    }
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => log.maskLine(line))
        .join('\n');
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/step-environment.js
/** A run that a test or a demo need not describe. */
const exampleRun = {
    repository: 'octo-org/octo-repo',
    sha: '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
    ref: 'refs/heads/main',
    actor: 'octocat',
    runId: '1658821493',
    serverUrl: 'https://github.com',
    workflow: 'deploy',
    job: 'gitlab',
    eventName: 'push',
};
const runnerSystems = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };
/** The environment variable that carries an input: upper-cased, spaces become `_`, hyphens stay. */
function inputVariableName(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
/**
 * What a step finds of its inputs, and what the runner warns of. Names match whatever their case. A default applies only where the key is
 * absent, so an empty text suppresses it; an input without default arrives empty; `required` is not enforced; an undeclared input arrives too.
 */
function inputEnvironment(step) {
    const declaredNames = new Map(step.declared.map((input) => [input.name.toLowerCase(), input]));
    const environment = {};
    const warnings = [];
    for (const input of step.declared)
        environment[inputVariableName(input.name)] = input.default ?? '';
    for (const [name, value] of Object.entries(step.given)) {
        environment[inputVariableName(name)] = value;
        const input = declaredNames.get(name.toLowerCase());
        if (input === undefined) {
            const known = step.declared.map((row) => row.name).join(', ');
            warnings.push(`Input '${name}' is not declared by this action, which knows: ${known}`);
        }
        else if (input.deprecationMessage !== undefined) {
            warnings.push(`Input '${name}' is deprecated: ${input.deprecationMessage}`);
        }
    }
    return { environment, warnings };
}
/** What `post` reads of the state that `main` left: the name keeps its case. */
function stateEnvironment(state) {
    return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}
/** The variables that the runner gives every step, besides inputs and state. */
function runnerEnvironment(step) {
    const { run, folders, files } = step;
    return {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION: '__self',
        GITHUB_ACTION_PATH: folders.action,
        GITHUB_ACTOR: run.actor,
        GITHUB_API_URL: run.apiUrl ?? `${run.serverUrl}/api/v3`,
        GITHUB_BASE_REF: '',
        GITHUB_ENV: files.env,
        GITHUB_EVENT_NAME: run.eventName,
        GITHUB_EVENT_PATH: folders.eventFile,
        GITHUB_HEAD_REF: '',
        GITHUB_JOB: run.job,
        GITHUB_OUTPUT: files.output,
        GITHUB_PATH: files.path,
        GITHUB_REF: run.ref,
        GITHUB_REF_NAME: run.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
        GITHUB_REF_TYPE: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        GITHUB_REPOSITORY: run.repository,
        GITHUB_REPOSITORY_OWNER: run.repository.split('/')[0] ?? '',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_RUN_ID: run.runId,
        GITHUB_RUN_NUMBER: '1',
        GITHUB_SERVER_URL: run.serverUrl,
        GITHUB_SHA: run.sha,
        GITHUB_STATE: files.state,
        GITHUB_STEP_SUMMARY: files.summary,
        GITHUB_WORKFLOW: run.workflow,
        GITHUB_WORKSPACE: folders.workspace,
        RUNNER_ARCH: 'X64',
        RUNNER_NAME: 'simulated-runner',
        RUNNER_OS: runnerSystems[step.platform] ?? 'Linux',
        RUNNER_TEMP: folders.temp,
        RUNNER_TOOL_CACHE: folders.toolCache,
    };
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/step-files.js


/**
 * Lays out what a step finds under `workDir`: workspace, temporary folder, tool cache and event file, as on a hosted runner. What an earlier
 * stage left there stays.
 */
async function prepareFolders(workDir, actionDir) {
    const folders = {
        workspace: (0,external_node_path_.join)(workDir, 'workspace'),
        temp: (0,external_node_path_.join)(workDir, 'temp'),
        toolCache: (0,external_node_path_.join)(workDir, 'tool-cache'),
        action: actionDir,
        eventFile: (0,external_node_path_.join)(workDir, 'temp', '_github_workflow', 'event.json'),
    };
    await (0,promises_.mkdir)(folders.workspace, { recursive: true });
    await (0,promises_.mkdir)(folders.toolCache, { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(folders.temp, '_github_workflow'), { recursive: true });
    await (0,promises_.writeFile)(folders.eventFile, '{}\n');
    return folders;
}
/** Puts the event that started the workflow where a step looks for it. */
async function writeEvent({ eventFile }, event) {
    await (0,promises_.writeFile)(eventFile, `${JSON.stringify(event)}\n`);
}
/** Fresh, empty command files, in a folder of their own for each stage. */
async function createCommandFiles(temp) {
    const parent = (0,external_node_path_.join)(temp, '_runner_file_commands');
    await (0,promises_.mkdir)(parent, { recursive: true });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'stage-'));
    const files = {
        output: (0,external_node_path_.join)(folder, 'set_output'),
        state: (0,external_node_path_.join)(folder, 'save_state'),
        env: (0,external_node_path_.join)(folder, 'set_env'),
        path: (0,external_node_path_.join)(folder, 'add_path'),
        summary: (0,external_node_path_.join)(folder, 'step_summary'),
    };
    await Promise.all(Object.values(files).map((path) => (0,promises_.writeFile)(path, '')));
    return files;
}
/** Reads all command files; one that the step deleted reads as empty. */
async function readCommandFiles(files) {
    const read = async (path) => {
        try {
            // The runner's reader takes a byte order mark away.
            return (await (0,promises_.readFile)(path, 'utf8')).replace(/^\uFEFF/, '');
        }
        catch (error) {
            const isMissing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
            if (isMissing)
                return '';
            throw error;
        }
    };
    return {
        output: await read(files.output),
        state: await read(files.state),
        env: await read(files.env),
        path: await read(files.path),
        summary: await read(files.summary),
    };
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/mask.js
const shown = '***';
/**
 * The values that `::add-mask::` registers for one payload: the whole of it and each of its lines, trimmed; none when there is only white
 * space. No length is too short, so a masked `{` of a multi-line JSON text hides every `{`.
 */
function maskedValuesOf(payload) {
    if (payload.trim() === '')
        return [];
    const lines = payload
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return [...new Set([payload, ...lines])];
}
/**
 * All texts that runner 2.336 hides for one value: the value, and the forms that its own encoders make of it. Base64 is that of the whole value
 * and of the value without its first one and two bytes, in full length, so any text that follows the value breaks the match.
 * The halves that PowerShell makes of a value with `&` are left out: hiding less than the runner does finds leaks, hiding more loses them.
 */
function maskForms(value) {
    const bytes = Buffer.from(value, 'utf8');
    const wellFormed = bytes.toString('utf8');
    const forms = [
        value,
        bytes.toString('base64'),
        ...[1, 2].map((offset) => bytes.subarray(bytes.length > offset ? offset : 0).toString('base64')),
        value.replaceAll('"', '\\"'),
        value.replaceAll("'", "''"),
        jsonForm(value),
        percentForm(wellFormed),
        xmlForm(value),
        value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '',
    ];
    return [...new Set(forms)].filter((form) => form !== '');
}
/** The text with every occurrence of every form replaced by `***`; occurrences that touch or overlap become one. */
function maskText(text, forms) {
    const spans = [];
    for (const form of forms) {
        if (form === '')
            continue;
        for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
            spans.push({ start, end: start + form.length });
        }
    }
    spans.sort((a, b) => a.start - b.start);
    let masked = '';
    let position = 0;
    let openEnd;
    for (const { start, end } of spans) {
        if (openEnd === undefined || start > openEnd) {
            masked += text.slice(position, start) + shown;
        }
        openEnd = Math.max(openEnd ?? 0, end);
        position = openEnd;
    }
    return masked + text.slice(position);
}
function jsonForm(value) {
    return JSON.stringify(value)
        .slice(1, -1)
        .replace(/[\u0085\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** .NET encodes `! ' ( ) *`, which JavaScript leaves as they are. */
function percentForm(value) {
    return encodeURIComponent(value).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
function xmlForm(value) {
    const names = {
        '&': 'amp',
        '<': 'lt',
        '>': 'gt',
        '"': 'quot',
        "'": 'apos',
    };
    return value.replace(/[&<>"']/g, (mark) => `&${names[mark] ?? ''};`);
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/workflow-command.js
/** The names on which runner 2.336 acts; a line with any other name is plain text. */
const workflowCommandNames = [
    'add-mask',
    'add-matcher',
    'add-path',
    'debug',
    'echo',
    'endgroup',
    'error',
    'group',
    'internal-set-repo-path',
    'notice',
    'remove-matcher',
    'save-state',
    'set-env',
    'set-output',
    'stop-commands',
    'warning',
];
/**
 * Recognises a command in one line: `::name key=value,…::payload` after leading white space, else the older `##[name key=value;…]payload`
 * anywhere. Names match whatever their case. `stopToken`, while commands are stopped, is a name too.
 */
function parseWorkflowCommand(line, stopToken) {
    const names = new Set(workflowCommandNames);
    if (stopToken !== undefined)
        names.add(stopToken.toLowerCase());
    return parseColonForm(line, names) ?? parseBracketForm(line, names);
}
/** Whether `::stop-commands::TOKEN` is refused, because the token could appear by itself or could not be found again. */
function isRefusedStopToken(token) {
    const name = token.toLowerCase();
    return name === '' || name === 'pause-logging' || workflowCommandNames.some((known) => known === name);
}
function parseColonForm(line, names) {
    const text = line.trimStart();
    if (!text.startsWith('::'))
        return undefined;
    const end = text.indexOf('::', 2);
    if (end < 0)
        return undefined;
    return commandOf({
        head: text.slice(2, end),
        payload: text.slice(end + 2),
        names,
        separator: ',',
        decodePayload: (value) => decode(value, ['%0D', '%0A']),
        decodeProperty: (value) => decode(value, ['%0D', '%0A', '%3A', '%2C']),
    });
}
function parseBracketForm(line, names) {
    const start = line.indexOf('##[');
    const end = start < 0 ? -1 : line.indexOf(']', start);
    if (end < 0)
        return undefined;
    const decodeAll = (value) => decode(value, ['%3B', '%0D', '%0A', '%5D']);
    return commandOf({
        head: line.slice(start + 3, end),
        payload: line.slice(end + 1),
        names,
        separator: ';',
        decodePayload: decodeAll,
        decodeProperty: decodeAll,
    });
}
function commandOf(form) {
    const space = form.head.indexOf(' ');
    const name = (space < 0 ? form.head : form.head.slice(0, space)).toLowerCase();
    if (!form.names.has(name))
        return undefined;
    const properties = {};
    const list = space < 0 ? '' : form.head.slice(space + 1).trim();
    for (const property of list.split(form.separator)) {
        const equals = property.indexOf('=');
        if (equals < 1 || equals === property.length - 1)
            continue;
        properties[property.slice(0, equals).trim()] = form.decodeProperty(property.slice(equals + 1));
    }
    return { name, properties, payload: form.decodePayload(form.payload) };
}
/** Undoes the escapes given, and that of the percent sign last, so that `%250A` becomes `%0A` and no line break. */
function decode(value, escapes) {
    let decoded = value;
    for (const escape of escapes) {
        decoded = decoded.replaceAll(escape, String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
    }
    return decoded.replaceAll('%25', '%');
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/step-log.js


/** How many annotations of each kind the runner keeps for a step. */
const annotationsPerKind = 10;
const annotationCharacters = 4096;
/** A shorter stop token is not masked, because it would hide ordinary text. */
const longestUnmaskedStopToken = 6;
/**
 * The log of one step: takes the lines that its process prints, acts on the commands among them, and keeps what a reader would see.
 * `onLine` hears each shown line at once.
 */
class StepLog {
    shownLines = [];
    annotations = [];
    /** Set by the deprecated commands on standard output. */
    outputs = {};
    state = {};
    #groups = [];
    #masked = new Set();
    #forms = new Set();
    #onLine;
    #debugging;
    #inGroup = false;
    #echoing = false;
    #stopToken;
    #failed = false;
    constructor(options) {
        for (const value of options.masked)
            this.#mask(value);
        this.#debugging = options.debugging;
        this.#onLine = options.onLine;
    }
    /** Whether the log itself made the step fail, whatever the exit code. */
    get failed() {
        return this.#failed;
    }
    get groups() {
        return this.#groups;
    }
    /** The values registered so far; a later stage of the same job starts with them. */
    get maskedValues() {
        return [...this.#masked];
    }
    /** One line as the process printed it. */
    take(line) {
        const command = parseWorkflowCommand(line, this.#stopToken);
        if (command === undefined) {
            this.#show(line);
        }
        else if (this.#stopToken !== undefined) {
            if (command.name === this.#stopToken.toLowerCase())
                this.#stopToken = undefined;
            this.#show(line);
        }
        else {
            if (this.#echoing && command.name !== 'add-mask')
                this.#show(line);
            this.#act(command, line);
        }
    }
    annotate(kind, message, properties = {}) {
        const masked = this.maskLine(message);
        this.#show(`##[${kind}]${masked}`);
        if (this.annotations.filter((annotation) => annotation.kind === kind).length >= annotationsPerKind)
            return;
        const kept = Object.entries(properties).map(([name, value]) => [name, this.maskLine(value)]);
        this.annotations.push({
            kind,
            message: masked.slice(0, annotationCharacters),
            properties: Object.fromEntries(kept),
        });
    }
    /** An error annotation after which the step has failed. */
    fail(message) {
        this.#failed = true;
        this.annotate('error', message);
    }
    /** The text with all that is masked by now replaced. */
    maskLine(text) {
        return maskText(text, this.#forms);
    }
    #act(command, line) {
        const { name, payload, properties } = command;
        switch (name) {
            case 'add-mask':
                this.#addMask(payload);
                break;
            case 'error':
            case 'warning':
            case 'notice':
                this.annotate(name, payload, properties);
                break;
            case 'debug':
                if (this.#debugging)
                    this.#show(`##[debug]${payload}`);
                break;
            case 'group':
                this.#groups.push({ title: this.maskLine(payload), lines: [] });
                this.#inGroup = false;
                this.#show(`##[group]${payload}`);
                this.#inGroup = true;
                break;
            case 'endgroup':
                this.#inGroup = false;
                this.#show('##[endgroup]');
                break;
            case 'echo':
                this.#echo(payload, line);
                break;
            case 'stop-commands':
                this.#stop(payload, line);
                break;
            case 'set-output':
            case 'save-state':
                this.#setNamed(command);
                break;
            case 'set-env':
            case 'add-path':
                this.fail(`The command '${name}' is switched off; a step writes to its command file instead`);
                break;
            default:
                // Matchers and the runner's own bookkeeping change nothing that a test of ours could see.
                break;
        }
    }
    #addMask(payload) {
        const values = maskedValuesOf(payload);
        if (values.length === 0)
            this.annotate('warning', 'add-mask was given nothing but white space');
        for (const value of values)
            this.#mask(value);
    }
    #mask(value) {
        this.#masked.add(value);
        for (const form of maskForms(value))
            this.#forms.add(form);
    }
    #echo(payload, line) {
        const word = payload.trim().toLowerCase();
        if (word !== 'on' && word !== 'off')
            this.fail(`Unable to process command '${line}'`);
        else
            this.#echoing = word === 'on';
    }
    #stop(token, line) {
        if (isRefusedStopToken(token)) {
            this.fail(`Unable to process command '${line}': this token cannot stop commands`);
            return;
        }
        this.#stopToken = token;
        if (token.length > longestUnmaskedStopToken)
            this.#mask(token);
        this.#show(line);
    }
    #setNamed({ name, payload, properties }) {
        const key = properties.name;
        if (key === undefined) {
            this.fail(`The command '${name}' needs a name`);
            return;
        }
        this.annotate('warning', `The command '${name}' is deprecated; a step writes to its command file instead`);
        (name === 'set-output' ? this.outputs : this.state)[key] = payload;
    }
    #show(text) {
        for (const line of this.maskLine(text).split(/\r\n|\r|\n/)) {
            this.shownLines.push(line);
            if (this.#inGroup)
                this.#groups.at(-1)?.lines.push(line);
            this.#onLine(line);
        }
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./out/bundle/simulator/runner/outputs.js

/**
 * Cuts a stream of text into lines as the runner's reader does: CR, LF and CRLF all end a line, also when a chunk ends between CR and LF.
 */
class LineSplitter {
    #rest = '';
    #afterReturn = false;
    /** The lines that `chunk` completes. */
    push(chunk) {
        if (chunk === '')
            return [];
        const text = this.#afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
        this.#afterReturn = chunk.endsWith('\r');
        const lines = (this.#rest + text).split(/\r\n|\r|\n/);
        this.#rest = lines.pop() ?? '';
        return lines;
    }
    /** The last line, when the stream ended without a break. */
    end() {
        const rest = this.#rest;
        this.#rest = '';
        return rest === '' ? [] : [rest];
    }
}
/**
 * What two streams bring, in the order of the runner's reader: in each batch, all lines of standard error go before those of standard output.
 * So a secret on standard error right after its add-mask on standard output is shown, as it is on a real runner.
 */
class OutputReader {
    stdout = new StreamText();
    stderr = new StreamText();
    #clock;
    #onLine;
    #forgetBatch;
    constructor(clock, onLine) {
        this.#clock = clock;
        this.#onLine = onLine;
    }
    receive(stream, bytes) {
        this[stream].receive(bytes);
        this.#forgetBatch ??= this.#clock.schedule(0, () => this.#drain());
    }
    end() {
        this.stdout.end();
        this.stderr.end();
        this.#drain();
    }
    #drain() {
        this.#forgetBatch?.();
        this.#forgetBatch = undefined;
        for (const line of [...this.stderr.takeLines(), ...this.stdout.takeLines()])
            this.#onLine(line);
    }
}
class StreamText {
    text = '';
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #splitter = new LineSplitter();
    #lines = [];
    receive(bytes) {
        this.#append(this.#decoder.write(bytes));
    }
    end() {
        this.#append(this.#decoder.end());
        this.#lines.push(...this.#splitter.end());
    }
    takeLines() {
        const lines = this.#lines;
        this.#lines = [];
        return lines;
    }
    #append(text) {
        this.text += text;
        this.#lines.push(...this.#splitter.push(text));
    }
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/step-process.js



/** How long the runner waits for the output of an ended process to close, when a child of it holds the pipes. */
const pipeGraceMs = 5000;
/** Starts `<node> <script>` with its standard input closed. A process that cannot start is an ending, not an error. */
function startStepProcess(deps, request) {
    const { clock } = deps;
    const startMs = clock.nowMs();
    const reader = new OutputReader(clock, request.onLine);
    let cancelled = false;
    const endingOf = (end) => {
        reader.end();
        return {
            ...end,
            cancelled,
            stdout: reader.stdout.text,
            stderr: reader.stderr.text,
            durationMs: clock.nowMs() - startMs,
        };
    };
    let child;
    try {
        child = (0,external_node_child_process_.spawn)(request.nodePath, [request.script], {
            cwd: request.cwd,
            env: request.environment,
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
        });
    }
    catch (error) {
        // Linux refuses a variable of 128 KiB or more before there is a process.
        const ending = endingOf({ exitCode: -1, signal: undefined, startFault: messageOf(error) });
        return { pid: undefined, ended: Promise.resolve(ending), cancel: doNothing, kill: doNothing };
    }
    // A process that ends first closes its side, which is no fault of ours.
    child.stdin?.on('error', doNothing).end();
    child.stdout?.on('data', (bytes) => reader.receive('stdout', bytes));
    child.stderr?.on('data', (bytes) => reader.receive('stderr', bytes));
    let disposeLadder = doNothing;
    const ended = endOf(child, clock).then((end) => {
        disposeLadder();
        return endingOf(end);
    });
    const cancel = () => {
        if (cancelled || hasEnded(child))
            return;
        cancelled = true;
        child.kill('SIGINT');
        disposeLadder = clock.schedule(request.cancelTiming.interruptMs, () => {
            child.kill('SIGTERM');
            disposeLadder = clock.schedule(request.cancelTiming.terminateMs, () => child.kill('SIGKILL'));
        });
    };
    return { pid: child.pid, ended, cancel, kill: () => child.kill('SIGKILL') };
}
async function endOf(child, clock) {
    return await new Promise((resolve) => {
        child.once('error', (error) => {
            // After a start the same event tells of a signal that could not be sent, and the end is still to come.
            if (child.pid === undefined)
                resolve({ exitCode: -1, signal: undefined, startFault: error.message });
        });
        child.once('exit', (code, signal) => {
            const exitCode = code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]);
            const end = { exitCode, signal: signal ?? undefined, startFault: undefined };
            const dispose = clock.schedule(pipeGraceMs, () => {
                child.stdout?.destroy();
                child.stderr?.destroy();
                resolve(end);
            });
            child.once('close', () => {
                dispose();
                resolve(end);
            });
        });
    });
}
function hasEnded(child) {
    return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
function messageOf(error) {
    return typeof error === 'object' && error !== null && 'message' in error
        ? String(error.message)
        : String(error);
}
function doNothing() {
    // On purpose.
}

;// CONCATENATED MODULE: ./out/bundle/simulator/runner/runner.js









/** The ladder of runner 2.336. */
const runnerCancelTiming = { interruptMs: 7500, terminateMs: 2500 };
/** Runs one stage to its end. @throws as `startStep`. */
async function runStep(deps, request) {
    const step = await startStep(deps, request);
    return await step.finished;
}
/**
 * Starts one stage of an action as the GitHub runner does: `<node> <action>/<script>`, the workspace as working folder, standard input closed,
 * fresh command files, and the environment that action.yml and `with` make.
 * @throws {InputError} when action.yml cannot be used, or has no script for the stage. A process that cannot start is a result, not an error.
 */
async function startStep(deps, request) {
    const metadata = await parseActionMetadata(await (0,promises_.readFile)((0,external_node_path_.join)(request.actionDir, 'action.yml'), 'utf8'));
    const script = (0,external_node_path_.join)(request.actionDir, scriptOf(metadata, request.stage));
    const platform = request.platform ?? 'linux';
    const folders = await prepareFolders(request.workDir, request.actionDir);
    if (request.run?.event !== undefined)
        await writeEvent(folders, request.run.event);
    const files = await createCommandFiles(folders.temp);
    const log = new StepLog({
        masked: request.masked ?? [],
        debugging: request.baseEnvironment.RUNNER_DEBUG === '1',
        onLine: request.onLine ?? (() => undefined),
    });
    const inputs = inputEnvironment({ given: request.with, declared: metadata.inputs });
    for (const warning of inputs.warnings)
        log.annotate('warning', warning);
    const stepProcess = startStepProcess(deps, {
        nodePath: request.nodePath,
        script,
        cwd: folders.workspace,
        environment: {
            ...request.baseEnvironment,
            ...runnerEnvironment({ run: request.run ?? exampleRun, folders, files, platform }),
            ...inputs.environment,
            ...stateEnvironment(request.state ?? {}),
        },
        cancelTiming: request.cancelTiming ?? runnerCancelTiming,
        onLine: (line) => log.take(line),
    });
    const finished = stepProcess.ended.then(async (ending) => resultOf({ ending, log, platform, fileTexts: await readCommandFiles(files) }));
    const { pid, cancel, kill } = stepProcess;
    return { pid, finished, cancel, kill };
}
function scriptOf({ runs }, stage) {
    const script = runs[stage];
    if (script !== undefined)
        return script;
    throw new errors/* InputError */.dz({ code: 'invalid_input', what: `This action has no ${stage} stage` });
}
function resultOf(stage) {
    const { ending, log, platform, fileTexts } = stage;
    if (ending.startFault !== undefined)
        log.fail(`The process could not be started: ${ending.startFault}`);
    const stepYield = readStepYield(fileTexts, log, platform);
    return {
        ...stepYield,
        exitCode: ending.exitCode,
        signal: ending.signal,
        conclusion: conclusionOf(ending, log),
        shownLines: log.shownLines,
        rawStdout: ending.stdout,
        rawStderr: ending.stderr,
        annotations: log.annotations,
        groups: log.groups,
        jobOutputs: jobOutputsOf(stepYield.outputs, (text) => log.maskLine(text)),
        masked: log.maskedValues,
        fileTexts,
        durationMs: ending.durationMs,
    };
}
/** A step that was cancelled is cancelled, whatever its process made of it. */
function conclusionOf(ending, log) {
    if (ending.cancelled)
        return 'cancelled';
    return ending.exitCode === 0 && !log.failed ? 'success' : 'failure';
}

// EXTERNAL MODULE: ./out/bundle/terminal/style.js
var style = __webpack_require__(5751);
;// CONCATENATED MODULE: ./out/bundle/entries/demo.js











/** Runs the real action, from the `dist/` that this file is part of, against the embedded GitLab, as a runner would. */
function demoEntry() {
    const log = (0,system/* terminalLog */.dg)();
    return { log, run: ({ signal }) => runDemo(log.info, signal) };
}
/** The pipeline of the demo fails on purpose: the demo has worked when the step has seen that, and is green then. */
async function runDemo(print, signal) {
    const clock = base_clock/* systemClock */.ml;
    const server = await (0,wire_server/* startServer */.UD)({ gitlab: new simulated_gitlab/* SimulatedGitLab */.K({ clock }, demo_scenario/* demoScenario */.O), clock });
    const workDir = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'gitlab-trigger-demo-'));
    try {
        const inputs = {
            gitlab_url: server.url,
            project_id: 'group/app',
            ref: 'main',
            token: demo_scenario/* demoTokens */.v.trigger,
            access_token: demo_scenario/* demoTokens */.v.access,
            variables: 'DEPLOY_ENV=staging',
            wait: 'true',
            values_from: 'smoke/api:preview.env',
            results_on: 'always',
        };
        for (const line of workflowStep(inputs))
            print(line);
        const step = await startStep({ clock }, {
            // npm starts it through a link.
            actionDir: external_node_path_.join(external_node_path_.dirname(await (0,promises_.realpath)(process.argv[1] ?? '')), '..'),
            nodePath: process.execPath,
            stage: 'main',
            with: inputs,
            baseEnvironment: { PATH: process.env.PATH ?? '' },
            workDir,
            masked: Object.values(demo_scenario/* demoTokens */.v),
            onLine: (line) => print(`  ${(0,style/* statusColors */.PA)(line)}`),
        });
        signal.addEventListener('abort', step.cancel, { once: true });
        const result = await step.finished;
        for (const line of outputLines(result))
            print(line);
        const report = external_node_path_.join(await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'gitlab-trigger-demo-')), 'report.md');
        await (0,promises_.writeFile)(report, result.summary, { flag: 'wx' });
        print((0,style/* dim */.r3)(`# The report, as GitHub shows it on the page of the run: ${report}`));
        return result.outputs.outcome === 'failed' ? errors/* exitCodes */.hS.accepted : errors/* exitCodes */.hS.notAccepted;
    }
    finally {
        await server.close();
        await (0,promises_.rm)(workDir, { recursive: true, force: true });
    }
}
function workflowStep(inputs) {
    const shown = {
        ...inputs,
        token: '${{ secrets.GITLAB_TRIGGER_TOKEN }}',
        access_token: '${{ secrets.GITLAB_READ_TOKEN }}',
    };
    return [
        (0,style/* dim */.r3)('# A workflow step, run against a simulated GitLab on this machine:'),
        '- id: gitlab',
        '  uses: gitlab-trigger@v1',
        '  with:',
        ...Object.entries(shown).map(([name, value]) => `    ${name}: ${value}`),
        '',
        (0,style/* dim */.r3)('# Its log:'),
    ];
}
/** Long JSON is cut: the demo shows that it is there. */
const shownCharacters = 100;
function outputLines({ conclusion, exitCode, outputs }) {
    const verdict = conclusion === 'success' ? (0,style/* green */.wL)('✓ the step passed') : (0,style/* red */.wv)(`✗ the step failed (exit code ${exitCode})`);
    return [
        verdict,
        '',
        (0,style/* dim */.r3)('# What later steps can read:'),
        ...Object.entries(outputs).map(([name, value]) => {
            const text = value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
            return `\${{ steps.gitlab.outputs.${name} }}`.padEnd(42) + text;
        }),
        '',
    ];
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
