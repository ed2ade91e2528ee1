export const id = 9066;
export const ids = [9066];
export const modules = {

/***/ 5008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   $5: () => (/* binding */ readWith),
/* harmony export */   $p: () => (/* binding */ readDownstream),
/* harmony export */   CV: () => (/* binding */ mapped),
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   Zu: () => (/* binding */ textSchema),
/* harmony export */   eI: () => (/* binding */ measureSchema),
/* harmony export */   f5: () => (/* binding */ urlSchema),
/* harmony export */   fY: () => (/* binding */ idSchema),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   os: () => (/* binding */ shortText),
/* harmony export */   vN: () => (/* binding */ added)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3305);
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6585);


/** At most this many places are named when a body does not fit; one is usually enough to see what it is. */
const namedPlaces = 5;
/**
 * A member that we can do without: absent, null and of an unexpected type are all the same. A new GitLab release that changes one of them
 * must not stop anybody from following a pipeline.
 */
function optional(schema) {
    const nullAsAbsent = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(schema)), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined));
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["catch"] */ .MfU(nullAsAbsent, undefined);
}
/** A member that old releases leave out: absent and null are the same, and another type is a fault. */
function added(schema) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(schema)), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined));
}
const idSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._positive */ .NC());
const urlSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^https?:\/\/\S+$/));
const textSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
const idEntrySchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: idSchema });
const knownSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: idSchema, status: textSchema });
/** Seconds (thirty years of them), test cases or percent: a number beyond these bounds measures nothing, and would spoil what is reckoned with it. */
const measureSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(-1e9), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._lte */ .Zm(1e9));
function readWith(schema, body) {
    const result = schema.safeParse(body);
    if (result.success)
        return { kind: 'ok', value: result.data };
    return { kind: 'unfit', why: whyOf(result.error.issues.map(({ path }) => path)) };
}
/**
 * Reads a list entry by entry: one that does not fit takes nothing from the others, and is not forgotten. A list of which no entry has an id and a status is something else.
 */
function readList(schema, body, map) {
    const reading = readEntries(schema, body, (entry) => knownSchema.safeParse(entry).success);
    return mapped(reading, (entries) => entries.map((entry) => ((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnfit */ .Jm)(entry) ? entry : map(entry))));
}
/** The same as it was sent. Where no entry fits, `isKnown` tells whether one is enough of what is looked for. */
function readEntries(schema, body, isKnown = () => false) {
    if (!Array.isArray(body))
        return { kind: 'unfit', why: whyOf([[]]) };
    const paths = [];
    let isList = body.length === 0;
    const entries = body.map((entry, index) => {
        const result = schema.safeParse(entry);
        isList ||= result.success || isKnown(entry);
        if (result.success)
            return result.data;
        const places = result.error.issues.map(({ path }) => [index, ...path]);
        paths.push(...places);
        const known = idEntrySchema.safeParse(entry);
        return { unfit: whyOf(places), id: known.success ? known.data.id : undefined };
    });
    return isList ? { kind: 'ok', value: entries } : { kind: 'unfit', why: whyOf(paths) };
}
function whyOf(paths) {
    const places = paths.map((path) => path.map(String).join('.'));
    if (places.includes(''))
        return 'its JSON is of another kind';
    const named = [...new Set(places)].slice(0, namedPlaces).join(', ');
    return `missing or of another type: ${named}`;
}
function mapped(reading, map) {
    return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}
/** A part of a pipeline is enough to go on with: these three are all that a downstream pipeline must have. */
const downstreamSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: idSchema,
    project_id: idSchema,
    status: textSchema,
    web_url: optional(urlSchema),
});
const statusSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ status: textSchema });
/** Reads what a trigger job tells of the pipeline that it started. One that is there and cannot be read is never taken for none; at best it tells its status. */
function readDownstream(details, job) {
    if (details === undefined || details === null)
        return {};
    const reading = readWith(downstreamSchema, details);
    if (reading.kind === 'unfit') {
        const status = readWith(statusSchema, details);
        return { unreadDownstream: { status: status.kind === 'ok' ? status.value.status : undefined } };
    }
    // The page of the trigger job leads to that of its pipeline.
    const { id: pipelineId, project_id: projectId, status, web_url: webUrl = job.webUrl } = reading.value;
    return { downstream: { projectId, pipelineId, status, webUrl } };
}
/** GitLab allows a name 255 characters; what is far longer is no name, and a list has thousands. */
const mostCharacters = 1000;
const cutMark = '…';
/**
 * A name, a status or an address of a list, at most a thousand characters of it. A text that was cut is a copy: a part of a string keeps the whole of it in memory.
 */
function shortText(text) {
    if (text.length <= mostCharacters)
        return text;
    const kept = text.slice(0, mostCharacters - cutMark.length).replace(/[\ud800-\udbff]$/, '');
    return Buffer.from(kept).toString() + cutMark;
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readBridges: () => (/* binding */ readBridges),
  readCreatedPipeline: () => (/* reexport */ readCreatedPipeline),
  readJob: () => (/* binding */ readJob),
  readJobs: () => (/* binding */ readJobs),
  readPipeline: () => (/* reexport */ readPipeline),
  readPipelines: () => (/* reexport */ readPipelines),
  readProject: () => (/* binding */ readProject),
  readTestReport: () => (/* reexport */ readTestReport),
  readTestTotals: () => (/* reexport */ readTestTotals),
  readTriggerToken: () => (/* binding */ readTriggerToken),
  readTriggerTokens: () => (/* binding */ readTriggerTokens),
  readVariables: () => (/* binding */ readVariables)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
// EXTERNAL MODULE: ./out/bundle/base/secret.js
var secret = __webpack_require__(1443);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __webpack_require__(1828);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var pipeline = __webpack_require__(6585);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/oldest-release.js
var oldest_release = __webpack_require__(779);
// EXTERNAL MODULE: ./out/bundle/gitlab/schemas/schema-parts.js
var schema_parts = __webpack_require__(5008);
;// CONCATENATED MODULE: ./out/bundle/gitlab/schemas/pipeline-schemas.js



const pipelineMembers = {
    id: schema_parts/* idSchema */.fY,
    iid: (0,schema_parts/* optional */.lq)(schema_parts/* idSchema */.fY),
    source: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    name: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    created_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    updated_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    started_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    finished_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    duration: (0,schema_parts/* optional */.lq)(schema_parts/* measureSchema */.eI),
    queued_duration: (0,schema_parts/* optional */.lq)(schema_parts/* measureSchema */.eI),
    coverage: (0,schema_parts/* optional */.lq)(schemas/* union */.KCZ([schema_parts/* textSchema */.Zu, schema_parts/* measureSchema */.eI])),
    yaml_errors: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    detailed_status: (0,schema_parts/* optional */.lq)(schemas/* object */.Ikc({ group: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu) })),
};
/** GitLab tells the project since 13.10. */
const pipelineSchema = schemas/* object */.Ikc({
    ...pipelineMembers,
    project_id: (0,schema_parts/* added */.vN)(schema_parts/* idSchema */.fY),
    web_url: (0,schema_parts/* added */.vN)(schema_parts/* urlSchema */.f5),
    status: schema_parts/* textSchema */.Zu,
    ref: schema_parts/* textSchema */.Zu,
    sha: schema_parts/* textSchema */.Zu,
});
/** A number is enough to know that there is a pipeline. */
const createdPipelineSchema = schemas/* object */.Ikc({
    ...pipelineMembers,
    project_id: (0,schema_parts/* optional */.lq)(schema_parts/* idSchema */.fY),
    web_url: (0,schema_parts/* optional */.lq)(schema_parts/* urlSchema */.f5),
    status: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    ref: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    sha: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
});
/** Reads a pipeline of any endpoint: complete, or from a list. Without its project it is of GitLab before 13.10, without its address too of one before 11.2. */
function readPipeline(body) {
    const reading = (0,schema_parts/* readWith */.$5)(pipelineSchema, body);
    if (reading.kind === 'ok' && isTooOld(body))
        return (0,oldest_release/* tooOld */.Yo)('pipelines');
    return (0,schema_parts/* mapped */.CV)(reading, pipelineOf);
}
function isTooOld(body) {
    return (0,oldest_release/* hasNone */.HT)(body, 'project_id', 'web_url');
}
/** Reads the answer to a request that starts a pipeline. */
function readCreatedPipeline(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readWith */.$5)(createdPipelineSchema, body), (created) => ({
        ...detailsOf(created),
        projectId: created.project_id,
        status: created.status,
        ref: created.ref,
        sha: created.sha,
        webUrl: created.web_url,
    }));
}
/** An entry that cannot be read takes nothing from the others. */
function readPipelines(body) {
    const reading = (0,schema_parts/* readList */.LD)(pipelineSchema, body, pipelineOf);
    const isOld = Array.isArray(body) && body.length > 0 && body.every(isTooOld);
    return reading.kind === 'ok' && isOld ? (0,oldest_release/* tooOld */.Yo)('pipelines') : reading;
}
function pipelineOf(pipeline) {
    const { project_id: projectId, web_url: webUrl, status, ref, sha } = pipeline;
    return { ...detailsOf(pipeline), projectId, webUrl, status, ref, sha };
}
/** What both readings of a pipeline have in common. */
function detailsOf(pipeline) {
    return {
        id: pipeline.id,
        iid: pipeline.iid,
        source: pipeline.source,
        name: pipeline.name,
        createdAt: pipeline.created_at,
        updatedAt: pipeline.updated_at,
        startedAt: pipeline.started_at,
        finishedAt: pipeline.finished_at,
        durationSeconds: pipeline.duration,
        queuedSeconds: pipeline.queued_duration,
        coverage: pipeline.coverage === undefined ? undefined : String(pipeline.coverage),
        yamlErrors: pipeline.yaml_errors,
        statusGroup: pipeline.detailed_status?.group,
    };
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/schemas/test-schemas.js


const countSchema = (0,schema_parts/* optional */.lq)(schema_parts/* measureSchema */.eI);
/** JUnit allows a name that is empty, and GitLab hands it on. */
const testNameSchema = schemas/* string */.YjP();
const testSuiteSchema = schemas/* object */.Ikc({
    name: testNameSchema,
    total_time: countSchema,
    total_count: countSchema,
    success_count: countSchema,
    failed_count: countSchema,
    skipped_count: countSchema,
    error_count: countSchema,
    suite_error: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    build_ids: (0,schema_parts/* optional */.lq)(schemas/* array */.YOg(schema_parts/* idSchema */.fY)),
});
const testSummarySchema = schemas/* object */.Ikc({
    total: schemas/* object */.Ikc({
        time: countSchema,
        count: countSchema,
        success: countSchema,
        failed: countSchema,
        skipped: countSchema,
        error: countSchema,
    }),
    test_suites: (0,schema_parts/* optional */.lq)(schemas/* array */.YOg((0,schema_parts/* optional */.lq)(testSuiteSchema))),
});
/** What a failed case says is a text, several of them, or what GitLab made of the attributes of an element without one. */
const outputSchema = schemas/* union */.KCZ([
    schema_parts/* textSchema */.Zu,
    schemas/* array */.YOg(schemas/* unknown */.L5J()),
    schemas/* looseObject */._H3({ message: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu) }),
]);
const testCaseSchema = schemas/* object */.Ikc({
    status: schema_parts/* textSchema */.Zu,
    // A case counts whatever it is called: one that failed must not get lost.
    name: (0,schema_parts/* optional */.lq)(testNameSchema),
    classname: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    file: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    execution_time: countSchema,
    system_output: (0,schema_parts/* optional */.lq)(outputSchema),
    stack_trace: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
});
const testReportSchema = schemas/* object */.Ikc({
    test_suites: schemas/* array */.YOg(schemas/* object */.Ikc({ name: testNameSchema, test_cases: (0,schema_parts/* optional */.lq)(schemas/* array */.YOg((0,schema_parts/* optional */.lq)(testCaseSchema))) })),
});
/** Reads a test report summary; a count that is missing is 0. */
function readTestTotals(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readWith */.$5)(testSummarySchema, body), ({ total, test_suites: suites = [] }) => ({
        ...countsOf(total),
        suites: suites.filter((suite) => suite !== undefined).map(testSuiteOf),
    }));
}
/** Reads a test report; a case that cannot be read is left out. */
function readTestReport(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readWith */.$5)(testReportSchema, body), ({ test_suites: suites }) => ({
        suites: suites.map(({ name, test_cases: cases = [] }) => ({
            name,
            cases: cases.filter((each) => each !== undefined).map(testCaseOf),
        })),
    }));
}
function testCaseOf(each) {
    const { status, name = '', classname, file, execution_time: seconds = 0, system_output: printed } = each;
    return { status, name, classname, file, seconds, output: outputOf(printed) ?? each.stack_trace };
}
function outputOf(printed) {
    if (printed === undefined || typeof printed === 'string')
        return printed;
    if (!Array.isArray(printed))
        return printed.message ?? JSON.stringify(printed);
    const lines = printed.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
    return lines.length === 0 ? undefined : lines.join('\n');
}
function testSuiteOf(suite) {
    const counts = countsOf({
        time: suite.total_time,
        count: suite.total_count,
        success: suite.success_count,
        failed: suite.failed_count,
        skipped: suite.skipped_count,
        error: suite.error_count,
    });
    return { name: suite.name, ...counts, problem: suite.suite_error, jobIds: suite.build_ids };
}
function countsOf(total) {
    return {
        total: total.count ?? 0,
        success: total.success ?? 0,
        failed: total.failed ?? 0,
        skipped: total.skipped ?? 0,
        error: total.error ?? 0,
        seconds: total.time ?? 0,
    };
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/schemas/schemas.js








const accessSchema = (0,schema_parts/* optional */.lq)(schemas/* object */.Ikc({ access_level: schema_parts/* measureSchema */.eI }));
const projectSchema = schemas/* object */.Ikc({
    id: schema_parts/* idSchema */.fY,
    path_with_namespace: schema_parts/* textSchema */.Zu,
    web_url: schema_parts/* urlSchema */.f5,
    default_branch: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    archived: (0,schema_parts/* optional */.lq)(schemas/* boolean */.zMY()),
    builds_access_level: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    ci_config_path: (0,schema_parts/* optional */.lq)(schemas/* string */.YjP()),
    ci_pipeline_variables_minimum_override_role: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    restrict_user_defined_variables: (0,schema_parts/* optional */.lq)(schemas/* boolean */.zMY()),
    permissions: (0,schema_parts/* optional */.lq)(schemas/* object */.Ikc({ project_access: accessSchema, group_access: accessSchema })),
});
const artifactSchema = schemas/* object */.Ikc({
    file_type: schema_parts/* textSchema */.Zu,
    filename: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    size: (0,schema_parts/* optional */.lq)(schemas/* int */.Whr().check(api/* _gte */.qm(0))),
    file_format: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
});
const jobFields = {
    id: schema_parts/* idSchema */.fY,
    name: schema_parts/* textSchema */.Zu,
    stage: schema_parts/* textSchema */.Zu,
    status: schema_parts/* textSchema */.Zu,
    web_url: schema_parts/* urlSchema */.f5,
    allow_failure: (0,schema_parts/* optional */.lq)(schemas/* boolean */.zMY()),
    created_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    started_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    finished_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    duration: (0,schema_parts/* optional */.lq)(schema_parts/* measureSchema */.eI),
    queued_duration: (0,schema_parts/* optional */.lq)(schema_parts/* measureSchema */.eI),
    failure_reason: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    coverage: (0,schema_parts/* optional */.lq)(schemas/* union */.KCZ([schema_parts/* textSchema */.Zu, schema_parts/* measureSchema */.eI])),
    artifacts: (0,schema_parts/* optional */.lq)(schemas/* array */.YOg((0,schema_parts/* optional */.lq)(artifactSchema))),
    artifacts_file: (0,schema_parts/* optional */.lq)(schemas/* object */.Ikc({ filename: schema_parts/* textSchema */.Zu, size: (0,schema_parts/* optional */.lq)(schemas/* int */.Whr().check(api/* _gte */.qm(0))) })),
    artifacts_expire_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
};
const jobSchema = schemas/* object */.Ikc(jobFields);
const oldJobSchema = schemas/* object */.Ikc({ id: schema_parts/* idSchema */.fY, name: schema_parts/* textSchema */.Zu, stage: schema_parts/* textSchema */.Zu, status: schema_parts/* textSchema */.Zu });
/** What stands for the downstream pipeline is read apart, since one that cannot be read is not the same as none. */
const bridgeSchema = schemas/* object */.Ikc({ ...jobFields, downstream_pipeline: schemas/* optional */.lqM(schemas/* unknown */.L5J()) });
const variableSchema = schemas/* object */.Ikc({ key: schema_parts/* textSchema */.Zu, value: (0,schema_parts/* optional */.lq)(schemas/* string */.YjP()) });
const triggerTokenSchema = schemas/* object */.Ikc({
    id: schema_parts/* idSchema */.fY,
    token: (0,schema_parts/* optional */.lq)(schemas/* string */.YjP()),
    description: (0,schema_parts/* optional */.lq)(schemas/* string */.YjP()),
    created_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    updated_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    last_used: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    expires_at: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu),
    owner: (0,schema_parts/* optional */.lq)(schemas/* object */.Ikc({ username: (0,schema_parts/* optional */.lq)(schema_parts/* textSchema */.Zu) })),
});
function readProject(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readWith */.$5)(projectSchema, body), (project) => ({
        id: project.id,
        path: project.path_with_namespace,
        webUrl: project.web_url,
        defaultBranch: project.default_branch,
        archived: project.archived,
        ciAccess: project.builds_access_level,
        ciConfigPath: project.ci_config_path,
        variablesRole: project.ci_pipeline_variables_minimum_override_role,
        restrictsVariables: project.restrict_user_defined_variables,
        accessLevel: accessLevelOf(project),
    }));
}
/** The higher one of the roles in the project itself and in its group. */
function accessLevelOf({ permissions }) {
    const levels = [permissions?.project_access, permissions?.group_access].flatMap((access) => access === undefined ? [] : [access.access_level]);
    return levels.length === 0 ? undefined : Math.max(...levels);
}
/** Reads a job of any endpoint; a trigger job reads as one, too. */
function readJob(body) {
    const reading = (0,schema_parts/* mapped */.CV)((0,schema_parts/* readWith */.$5)(jobSchema, body), jobOf);
    return reading.kind === 'unfit' && isOldJob(body) ? (0,oldest_release/* tooOld */.Yo)('jobs') : reading;
}
/** An entry that cannot be read takes nothing from the others. */
function readJobs(body) {
    return areOldJobs(body) ? (0,oldest_release/* tooOld */.Yo)('jobs') : (0,schema_parts/* readList */.LD)(jobSchema, body, jobOf);
}
function areOldJobs(body) {
    return Array.isArray(body) && body.length > 0 && body.every(isOldJob);
}
/** A job that lacks nothing but its address, as before 11.2. */
function isOldJob(body) {
    return (0,oldest_release/* hasNone */.HT)(body, 'web_url') && oldJobSchema.safeParse(body).success;
}
/** As `readJobs`. A downstream pipeline that cannot be read is never taken for one that does not exist. */
function readBridges(body) {
    return areOldJobs(body) ? (0,oldest_release/* tooOld */.Yo)('jobs') : (0,schema_parts/* readList */.LD)(bridgeSchema, body, bridgeOf);
}
/** Variables whose value GitLab does not show are left out; one that cannot be read takes nothing from the others. */
function readVariables(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readEntries */.$2)(variableSchema, body), (variables) => variables.flatMap((variable) => {
        if ((0,pipeline/* isUnfit */.Jm)(variable))
            return [variable];
        const { key, value } = variable;
        return value === undefined ? [] : [{ key, value }];
    }));
}
function readTriggerToken(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readWith */.$5)(triggerTokenSchema, body), triggerTokenOf);
}
/** An entry that cannot be read takes nothing from the others. */
function readTriggerTokens(body) {
    return (0,schema_parts/* mapped */.CV)((0,schema_parts/* readEntries */.$2)(triggerTokenSchema, body), (tokens) => tokens.map((token) => ((0,pipeline/* isUnfit */.Jm)(token) ? token : triggerTokenOf(token))));
}
/** From here on a whole token is a `Secret`. */
function triggerTokenOf(trigger) {
    const { token = '' } = trigger;
    const { start, whole } = (0,base_text/* tokenStartOf */.r)(token);
    return {
        id: trigger.id,
        description: trigger.description ?? '',
        start,
        secret: whole ? new secret/* Secret */.z(token) : undefined,
        owner: trigger.owner?.username,
        createdAt: trigger.created_at,
        updatedAt: trigger.updated_at,
        lastUsed: trigger.last_used,
        expiresAt: trigger.expires_at,
    };
}
function jobOf(job) {
    return {
        id: job.id,
        name: (0,schema_parts/* shortText */.os)(job.name),
        stage: (0,schema_parts/* shortText */.os)(job.stage),
        status: (0,schema_parts/* shortText */.os)(job.status),
        allowFailure: job.allow_failure ?? false,
        webUrl: (0,schema_parts/* shortText */.os)(job.web_url),
        createdAt: shortened(job.created_at),
        startedAt: shortened(job.started_at),
        finishedAt: shortened(job.finished_at),
        durationSeconds: job.duration,
        queuedSeconds: job.queued_duration,
        failureReason: shortened(job.failure_reason),
        coverage: shortened(job.coverage === undefined ? undefined : String(job.coverage)),
        artifacts: artifactsOf(job),
        artifactsExpireAt: shortened(job.artifacts_expire_at),
    };
}
function shortened(text) {
    return text === undefined ? undefined : (0,schema_parts/* shortText */.os)(text);
}
/** GitLab knows some forty kinds, each once a job. */
const mostArtifacts = 200;
/** Old releases tell of the archive only apart from the list. */
function artifactsOf(job) {
    const listed = job.artifacts
        ?.filter((artifact) => artifact !== undefined)
        .slice(0, mostArtifacts)
        .map(artifactOf);
    const archive = job.artifacts_file;
    if (archive === undefined || listed?.some(({ fileType }) => fileType === 'archive') === true)
        return listed;
    const { size: bytes } = archive;
    const filename = (0,schema_parts/* shortText */.os)(archive.filename);
    return [{ fileType: 'archive', filename, bytes, fileFormat: 'zip' }, ...(listed ?? [])];
}
function artifactOf(artifact) {
    return {
        fileType: (0,schema_parts/* shortText */.os)(artifact.file_type),
        filename: shortened(artifact.filename),
        bytes: artifact.size,
        fileFormat: shortened(artifact.file_format),
    };
}
function bridgeOf(bridge) {
    const job = jobOf(bridge);
    return { ...job, ...(0,schema_parts/* readDownstream */.$p)(bridge.downstream_pipeline, job) };
}


/***/ })

};
