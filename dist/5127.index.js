export const id = 5127;
export const ids = [5127];
export const modules = {

/***/ 1471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readWithRetry)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4497);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1493);
/* harmony import */ var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);



/** The pipeline has ended and nothing changes any more, so that asking again costs nothing but time, which `patienceMs` bounds. */
const pauses = {
    attempts: Infinity,
    firstPauseMs: 2000,
    maxPauseMs: 10_000,
    maxRetryAfterMs: 60_000,
};
/**
 * Reads something, and tries again while a failure may pass. Gives the last reply.
 * @throws the reason of `signal` when it aborts.
 */
async function readWithRetry({ clock, random, retryTimeoutMs }, read, signal) {
    const endMs = clock.nowMs() + retryTimeoutMs;
    for (let attempt = 1;; attempt += 1) {
        const reply = await read();
        if (reply.kind === 'ok' || !(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .dg)(reply))
            return reply;
        const pauseMs = (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryDelayMs */ .q)({ attempt, retryAfterMs: hintsOf(reply)?.retryAfterMs, random }, pauses);
        if (clock.nowMs() + pauseMs > endMs)
            return reply;
        await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, pauseMs, signal);
    }
}
function hintsOf(reply) {
    switch (reply.kind) {
        case 'refused':
            return reply.refusal.hints;
        case 'unreadable':
        case 'ok':
            return reply.hints;
        case 'fault':
            return undefined;
    }
}


/***/ }),

/***/ 5127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bringTests: () => (/* binding */ bringTests)
});

// UNUSED EXPORTS: writeJunit

// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/hosts/system.js
var system = __webpack_require__(2948);
;// CONCATENATED MODULE: ./out/bundle/report/junit-xml.js
/**
 * The tests as JUnit XML, as most hosts read it: a suite a job, in GitLab's order, the same for the same tests. What passed cases say is left out. The tests must have been
 * asked for as a whole.
 */
function junitXml({ counts, all = [] }) {
    const suites = new Map();
    for (const each of all) {
        const name = [...each.path, each.suite].join(' › ');
        const cases = suites.get(name);
        if (cases === undefined)
            suites.set(name, [each]);
        else
            cases.push(each);
    }
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${countAttributes(all)} time="${timeOf(counts.seconds)}">`,
        ...[...suites].flatMap(([name, cases]) => [
            `  <testsuite name="${attribute(name)}"${countAttributes(cases)} time="${timeOf(secondsOf(cases))}">`,
            ...cases.map(caseElement),
            '  </testsuite>',
        ]),
        '</testsuites>',
        '',
    ].join('\n');
}
function caseElement(each) {
    const { classname = '', name, file, seconds, status, output = '' } = each;
    const place = file === undefined ? '' : ` file="${attribute(file)}"`;
    const head = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}"${place} time="${timeOf(seconds)}"`;
    switch (status) {
        case 'failed':
            return `${head}><failure>${junit_xml_text(output)}</failure></testcase>`;
        case 'error':
            return `${head}><error>${junit_xml_text(output)}</error></testcase>`;
        case 'skipped':
            return `${head}><skipped/></testcase>`;
        default:
            return `${head}/>`;
    }
}
function countAttributes(cases) {
    const count = (status) => cases.filter((each) => each.status === status).length;
    return ` tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}
function secondsOf(cases) {
    return cases.reduce((sum, { seconds }) => sum + seconds, 0);
}
/** Never in exponents, which XML schemas of hosts refuse. */
function timeOf(seconds) {
    return seconds.toFixed(3);
}
/** What XML may not hold at all is left out; nothing that remains can end the text. */
function junit_xml_text(raw) {
    return raw
        .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;');
}
function attribute(raw) {
    return junit_xml_text(raw).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

// EXTERNAL MODULE: ./out/bundle/report/labels.js
var labels = __webpack_require__(7037);
// EXTERNAL MODULE: ./out/bundle/report/byte-budget.js
var byte_budget = __webpack_require__(1980);
// EXTERNAL MODULE: ./out/bundle/report/json-outputs.js
var json_outputs = __webpack_require__(6159);
// EXTERNAL MODULE: ./out/bundle/report/tests.js
var report_tests = __webpack_require__(6381);
;// CONCATENATED MODULE: ./out/bundle/report/tests-output.js




/** Rises when a field changes its meaning or goes; new fields may come without. */
const version = 1;
/** Room in bytes; GitHub gives all outputs of a job 1 MB, and counts two bytes a character. */
const [maxSuiteBytes, maxCaseBytes] = [60_000, 140_000];
const [maxNameCharacters, maxMessageCharacters] = [500, 2000];
/** The output `tests`, as JSON on one line; `docs/outputs.md` tells the shape. At most 200,000 bytes or so; what found no room is counted. */
function testsOutput({ counts, suites, failed, unreadable }) {
    const suiteList = fitting(suites.map((suite) => ({
        name: bounded(suite.name),
        path: suite.path.map(bounded),
        ...countsEntry(suite),
        problem: suite.problem === undefined ? null : bounded(suite.problem),
    })), maxSuiteBytes);
    const caseList = fitting(failed.map(caseEntry), maxCaseBytes);
    const head = (0,json_outputs/* inertJson */.nl)({ version, complete: unreadable.length === 0, ...countsEntry(counts) }).slice(0, -1);
    return {
        tests: `${head},"suites":[${suiteList.texts.join(',')}],"failed_cases":[${caseList.texts.join(',')}],"omitted_suites":${suiteList.omitted},"omitted_failed_cases":${caseList.omitted}}`,
    };
}
function countsEntry({ total, success, failed, error, skipped, seconds }) {
    return { total, success, failed, error, skipped, duration: Math.round(seconds * 1e6) / 1e6 };
}
function caseEntry(each) {
    const { file, line } = (0,report_tests/* placeOfTest */.PL)(each);
    const { output = '' } = each;
    return {
        suite: bounded(each.suite),
        path: each.path.map(bounded),
        classname: each.classname === undefined ? null : bounded(each.classname),
        name: bounded(each.name),
        file: file ?? null,
        line: line ?? null,
        status: bounded(each.status),
        duration: each.seconds,
        message: output === '' ? null : (0,base_text/* cutText */.IN)(output, maxMessageCharacters),
    };
}
function bounded(text) {
    return text.length > maxNameCharacters ? (0,base_text/* cleanLine */.Ow)(text, maxNameCharacters) : text;
}
function fitting(entries, maxBytes) {
    const texts = [];
    let bytes = 0;
    for (const entry of entries) {
        const text = (0,json_outputs/* inertJson */.nl)(entry);
        bytes += (0,byte_budget/* byteLength */.dp)(text) + 1;
        if (bytes > maxBytes)
            break;
        texts.push(text);
    }
    return { texts, omitted: entries.length - texts.length };
}

// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __webpack_require__(7081);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __webpack_require__(4497);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var pipeline = __webpack_require__(6585);
// EXTERNAL MODULE: ./out/bundle/results/retry-read.js
var retry_read = __webpack_require__(1471);
;// CONCATENATED MODULE: ./out/bundle/results/count-tests.js




/**
 * GitLab counts the tests of a job in a background task, which takes a second or two after the end of the job, and longer on a server that is busy. The jobs that left a report
 * are known, and a count names the jobs that it is made of, so that "not counted yet" can be told from "no tests".
 */
const countedWithinMs = 15_000;
const [firstPauseMs, maxPauseMs] = [500, 3000];
/** With more pipelines than this that have tests nobody reads them one by one. */
const mostPipelines = 20;
/**
 * Reads the counts of all pipelines, and waits for those that GitLab has not made yet. Servers from 19 on count child pipelines with their parent; what has been counted once
 * is not asked for again.
 * @throws the reason of `signal` when it aborts.
 */
async function countTests(deps, pipelines, signal) {
    const endMs = deps.clock.nowMs() + countedWithinMs;
    const pathOf = pathsOf(pipelines);
    const seen = new Set();
    const counted = [];
    const unreadable = [];
    for (const pipeline of pipelines.slice(0, mostPipelines)) {
        const expected = pipeline.jobIds.filter((id) => !seen.has(id));
        if (expected.length === 0 && pipeline.known === 'yes')
            continue;
        const task = { pipeline, expected, below: jobsBelow(pipeline, pipelines), endMs, signal };
        const { suites, missing } = await countOf(deps, task);
        if (missing !== undefined)
            unreadable.push(missing);
        const fresh = suites.filter(({ jobIds = [] }) => jobIds.length === 0 || jobIds.some((id) => !seen.has(id)));
        for (const id of suites.flatMap(({ jobIds = [] }) => jobIds))
            seen.add(id);
        counted.push({
            pipeline,
            suites: fresh.map((suite) => ({ ...suite, path: pathOf(suite, pipeline) })),
        });
    }
    if (pipelines.length > mostPipelines) {
        unreadable.push(`the tests of ${pipelines.length - mostPipelines} more pipelines were not read`);
    }
    return { counted, unreadable };
}
async function countOf(deps, { pipeline, expected, below, endMs, signal }) {
    const { clock, gitlab } = deps;
    const { pipelineId } = pipeline;
    const call = { project: { kind: 'id', id: pipeline.projectId }, pipelineId };
    for (let pauseMs = firstPauseMs;; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
        const reply = await (0,retry_read/* readWithRetry */.r)(deps, () => gitlab.fetchTestSummary(call, signal), signal);
        if (reply.kind !== 'ok') {
            return {
                suites: [],
                missing: `the tests of pipeline ${pipelineId} cannot be read (${(0,explain/* describeReply */.CS)(reply).why})`,
            };
        }
        const { suites } = reply.value;
        // Servers before 13.2 do not say whose tests they have counted.
        if (suites.some(({ jobIds }) => jobIds === undefined))
            return { suites };
        const ids = new Set(suites.flatMap(({ jobIds = [] }) => jobIds));
        const wanted = below.some((id) => ids.has(id)) ? [...expected, ...below] : expected;
        const missing = wanted.filter((id) => !ids.has(id));
        if (missing.length === 0)
            return { suites };
        if (clock.nowMs() + pauseMs > endMs) {
            const jobs = missing.length === 1 ? 'one job' : `${missing.length} jobs`;
            return {
                suites,
                missing: `GitLab has not counted the tests of ${jobs} of pipeline ${pipelineId} in time`,
            };
        }
        await (0,base_clock/* sleep */.yy)(clock, pauseMs, signal);
    }
}
function jobsBelow(of, pipelines) {
    return pipelines
        .filter(({ path, projectId }) => projectId === of.projectId &&
        path.length > of.path.length &&
        of.path.every((name, index) => path[index] === name))
        .flatMap(({ jobIds }) => jobIds);
}
/** Where the jobs of a suite are; in the pipeline that was asked unless they are known to be below it. */
function pathsOf(pipelines) {
    const placeOf = new Map();
    for (const pipeline of pipelines) {
        for (const id of pipeline.jobIds)
            if (!placeOf.has(id))
                placeOf.set(id, pipeline);
    }
    return ({ jobIds: [jobId] = [] }, asked) => {
        const place = jobId === undefined ? undefined : placeOf.get(jobId);
        return (place ?? asked).path;
    };
}
/** The pipelines of a tree that are worth being asked for tests, each before those below it. */
function testedPipelines(tree, path = []) {
    const ended = tree.jobs.map(({ job }) => job).filter(({ status }) => (0,pipeline/* isTerminalStatus */.TQ)(status));
    const tested = ended.filter(({ artifacts }) => artifacts?.some(({ fileType }) => fileType === 'junit'));
    const known = ended.every(({ artifacts }) => artifacts !== undefined) ? 'yes' : 'no';
    const { id: pipelineId, projectId } = tree.pipeline;
    const own = { path, projectId, pipelineId, jobIds: tested.map(({ id }) => id), known };
    return [
        ...(tested.length > 0 || known === 'no' ? [own] : []),
        ...tree.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : testedPipelines(downstream, [...path, bridge.name])),
    ];
}

;// CONCATENATED MODULE: ./out/bundle/results/fetch-tests.js



/**
 * Reads the tests of a pipeline and of those below it; nothing is asked for where no job has left a report. Trouble is told in `gaps`.
 * @throws the reason of `signal` when it aborts.
 */
async function fetchTests(deps, { tree, cases }, signal) {
    const { counted, unreadable } = await countTests(deps, testedPipelines(tree), signal);
    const suites = counted.flatMap((each) => each.suites);
    const found = [];
    const errors = [...unreadable];
    for (const each of counted) {
        const isWanted = cases === 'all' ? each.suites.length > 0 : each.suites.some(hasFailures);
        if (!isWanted)
            continue;
        const { pipelineId, projectId } = each.pipeline;
        const call = { project: { kind: 'id', id: projectId }, pipelineId };
        const reply = await (0,retry_read/* readWithRetry */.r)(deps, () => deps.gitlab.fetchTestReport(call, signal), signal);
        if (reply.kind === 'ok')
            for (const one of casesOf(reply.value, each))
                found.push(one);
        else
            errors.push(`the test cases of pipeline ${pipelineId} cannot be read (${(0,explain/* describeReply */.CS)(reply).why})`);
    }
    return {
        counts: sumOf(suites),
        suites,
        failed: found.filter(({ status }) => status === 'failed' || status === 'error'),
        all: cases === 'all' ? found : undefined,
        unreadable: errors,
    };
}
function hasFailures({ failed, error }) {
    return failed + error > 0;
}
function casesOf({ suites }, { pipeline, suites: counted }) {
    // Of two of a name the first.
    const paths = new Map(counted.toReversed().map(({ name, path }) => [name, path]));
    return suites.flatMap(({ name: suite, cases }) => {
        const path = paths.get(suite) ?? pipeline.path;
        return cases.map((each) => ({ ...each, suite, path }));
    });
}
function sumOf(suites) {
    const sum = (count) => suites.reduce((total, suite) => total + suite[count], 0);
    return {
        total: sum('total'),
        success: sum('success'),
        failed: sum('failed'),
        skipped: sum('skipped'),
        error: sum('error'),
        seconds: sum('seconds'),
    };
}

// EXTERNAL MODULE: ./out/bundle/run/context.js
var context = __webpack_require__(5084);
;// CONCATENATED MODULE: ./out/bundle/run/results/tests.js








/** Writes the tests as JUnit XML, over what is there, and gives why the file is not there or not whole. */
function writeJunit(file, tests) {
    const what = `junit_file: ${(0,base_text/* cleanLine */.Ow)(file, 300)}`;
    try {
        system/* processFiles */.HX.replace(file, junitXml(tests));
    }
    catch (error) {
        return [
            {
                code: 'file_not_written',
                what: `${what} could not be written`,
                why: (0,base_text/* cleanLine */.Ow)(error instanceof Error ? error.message : String(error), 300),
                hint: 'Check the path, and whether the step may write there.',
            },
        ];
    }
    const unreadable = [...tests.unreadable, ...unreadReports(tests)];
    if (unreadable.length === 0)
        return [];
    return [
        {
            code: 'tests_incomplete',
            what: `${what} does not hold all tests`,
            why: `${unreadable.join('; ')}.`,
            hint: 'Run the step again.',
        },
    ];
}
function unreadReports({ suites }) {
    const names = suites.filter(({ problem }) => problem !== undefined).map(({ name }) => (0,labels/* nameLabel */.OY)(name));
    return names.length === 0 ? [] : [`GitLab could not read the report of ${(0,labels/* listLabel */.RO)(names)}`];
}
/** How long one request may be out of reach. */
const maxRetryTimeoutMs = 20_000;
/**
 * Reads the tests of a pipeline, sets the output, says what failed, and writes the JUnit file when one is asked for. What could not be read is said, and is only trouble for the
 * file, which must not be taken for whole.
 * @throws the reason of `signal` when it aborts.
 */
async function bringTests({ deps, gitlab, follow, results }, { root }, signal) {
    const { log } = deps.host;
    const { junitFile } = results;
    const retryTimeoutMs = Math.min(follow.outageTimeoutMs, maxRetryTimeoutMs);
    const cases = junitFile === undefined ? 'failed' : 'all';
    const tests = await fetchTests({ ...deps, gitlab, retryTimeoutMs }, { tree: root, cases }, signal);
    const { counts, suites, failed, unreadable } = tests;
    const isFound = suites.length > 0;
    if (isFound) {
        (0,context/* setOutputs */.n0)(deps, testsOutput(tests));
        log.info(`Tests: ${(0,report_tests/* testsLine */.M3)(counts)}`);
    }
    for (const { name, problem } of suites) {
        if (problem !== undefined) {
            log.info(`Tests: GitLab could not read the report of ${(0,labels/* nameLabel */.OY)(name)}: ${(0,base_text/* cleanLine */.Ow)(problem, 300)}`);
        }
    }
    if (failed.length > 0)
        log.group(`failed tests (${failed.length})`, (0,report_tests/* failedTestLines */.R5)(failed));
    for (const unreadablePart of unreadable)
        log.info(`Tests: ${unreadablePart}`);
    const errors = junitFile === undefined ? [] : writeJunit(junitFile, tests);
    return { tests: isFound || unreadable.length > 0 ? tests : undefined, errors };
}


/***/ })

};
