export const id = 5149;
export const ids = [5149];
export const modules = {

/***/ 2477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ readWith),
/* harmony export */   CV: () => (/* binding */ mapped),
/* harmony export */   Zu: () => (/* binding */ textSchema),
/* harmony export */   eI: () => (/* binding */ measureSchema),
/* harmony export */   f5: () => (/* binding */ urlSchema),
/* harmony export */   fY: () => (/* binding */ idSchema),
/* harmony export */   lq: () => (/* binding */ optional)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3305);

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
const idSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._positive */ .NC());
const urlSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^https?:\/\/\S+$/));
const textSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
/** Seconds (thirty years of them), test cases or percent: a number beyond these bounds measures nothing, and would spoil what is reckoned with it. */
const measureSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(-1e9), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._lte */ .Zm(1e9));
function readWith(schema, body) {
    const result = schema.safeParse(body);
    if (result.success)
        return { kind: 'ok', value: result.data };
    const places = result.error.issues.map(({ path }) => path.map(String).join('.'));
    if (places.includes(''))
        return { kind: 'unfit', why: 'its JSON is of another kind' };
    const named = [...new Set(places)].slice(0, namedPlaces).join(', ');
    return { kind: 'unfit', why: `missing or of another type: ${named}` };
}
function mapped(reading, map) {
    return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}


/***/ }),

/***/ 5149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBridges: () => (/* binding */ readBridges),
/* harmony export */   readJob: () => (/* binding */ readJob),
/* harmony export */   readJobs: () => (/* binding */ readJobs),
/* harmony export */   readPipeline: () => (/* binding */ readPipeline),
/* harmony export */   readPipelines: () => (/* binding */ readPipelines),
/* harmony export */   readProject: () => (/* binding */ readProject),
/* harmony export */   readTestReport: () => (/* binding */ readTestReport),
/* harmony export */   readTestTotals: () => (/* binding */ readTestTotals),
/* harmony export */   readTriggerToken: () => (/* binding */ readTriggerToken),
/* harmony export */   readTriggerTokens: () => (/* binding */ readTriggerTokens),
/* harmony export */   readVariables: () => (/* binding */ readVariables)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3305);
/* harmony import */ var _base_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1443);
/* harmony import */ var _base_token_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1117);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2477);




const pipelineSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    iid: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY),
    project_id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    status: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    ref: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    sha: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    web_url: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .urlSchema */ .f5,
    source: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    name: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    created_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    updated_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    started_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    finished_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    duration: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI),
    queued_duration: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI),
    coverage: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu, _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI])),
    yaml_errors: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    detailed_status: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ group: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu) })),
});
const accessSchema = (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ access_level: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI }));
const projectSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    path_with_namespace: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    web_url: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .urlSchema */ .f5,
    default_branch: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    archived: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    builds_access_level: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    ci_config_path: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    ci_pipeline_variables_minimum_override_role: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    restrict_user_defined_variables: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    permissions: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ project_access: accessSchema, group_access: accessSchema })),
});
const artifactSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    file_type: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    filename: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    size: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0))),
    file_format: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
});
const jobFields = {
    id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    stage: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    status: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    web_url: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .urlSchema */ .f5,
    allow_failure: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    created_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    started_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    finished_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    duration: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI),
    queued_duration: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI),
    failure_reason: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    coverage: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu, _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI])),
    artifacts: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(artifactSchema))),
    artifacts_file: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ filename: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu, size: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0))) })),
    artifacts_expire_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
};
const jobSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc(jobFields);
/** A part of a pipeline is enough to go on with, so these four are all that a downstream pipeline must have. */
const downstreamSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    project_id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    status: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    web_url: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .urlSchema */ .f5,
});
const bridgeSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ...jobFields, downstream_pipeline: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(downstreamSchema) });
const variableSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ key: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu, value: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) });
const countSchema = (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .measureSchema */ .eI);
const testSuiteSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    total_time: countSchema,
    total_count: countSchema,
    success_count: countSchema,
    failed_count: countSchema,
    skipped_count: countSchema,
    error_count: countSchema,
    suite_error: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    build_ids: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY)),
});
const testSummarySchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    total: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        time: countSchema,
        count: countSchema,
        success: countSchema,
        failed: countSchema,
        skipped: countSchema,
        error: countSchema,
    }),
    test_suites: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(testSuiteSchema))),
});
const triggerTokenSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .idSchema */ .fY,
    token: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    description: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    created_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    updated_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    last_used: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    expires_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    owner: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ username: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu) })),
});
/** What a failed case says is a text, or what GitLab made of the attributes of an element without one. */
const outputSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu, zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ message: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu) })]);
const testCaseSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    status: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu,
    classname: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    file: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
    execution_time: countSchema,
    system_output: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(outputSchema),
    stack_trace: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu),
});
const testReportSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    test_suites: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .textSchema */ .Zu, test_cases: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(testCaseSchema))) })),
});
/** Reads a pipeline of any endpoint: complete, from a list, or just created. */
function readPipeline(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(pipelineSchema, body), pipelineOf);
}
function readPipelines(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(pipelineSchema), body), (pipelines) => pipelines.map(pipelineOf));
}
function readProject(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(projectSchema, body), (project) => ({
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
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(jobSchema, body), jobOf);
}
function readJobs(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(jobSchema), body), (jobs) => jobs.map(jobOf));
}
/** A downstream pipeline that cannot be read is taken for one that does not exist yet. */
function readBridges(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(bridgeSchema), body), (bridges) => bridges.map(bridgeOf));
}
/** Variables whose value GitLab does not show are left out. */
function readVariables(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(variableSchema), body), (variables) => variables.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }])));
}
/** Reads a test report summary; a count that is missing is 0. */
function readTestTotals(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(testSummarySchema, body), ({ total, test_suites: suites = [] }) => ({
        ...countsOf(total),
        suites: suites.filter((suite) => suite !== undefined).map(testSuiteOf),
    }));
}
function readTriggerToken(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(triggerTokenSchema, body), triggerTokenOf);
}
function readTriggerTokens(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(triggerTokenSchema), body), (tokens) => tokens.map(triggerTokenOf));
}
/** From here on a whole token is a `Secret`. */
function triggerTokenOf(trigger) {
    const { token = '' } = trigger;
    const { start, whole } = (0,_base_token_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenStartOf */ .r)(token);
    return {
        id: trigger.id,
        description: trigger.description ?? '',
        start,
        secret: whole ? new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(token) : undefined,
        owner: trigger.owner?.username,
        createdAt: trigger.created_at,
        updatedAt: trigger.updated_at,
        lastUsed: trigger.last_used,
        expiresAt: trigger.expires_at,
    };
}
/** Reads a test report; a case that cannot be read is left out. */
function readTestReport(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readWith */ .$5)(testReportSchema, body), ({ test_suites: suites }) => ({
        suites: suites.map(({ name, test_cases: cases = [] }) => ({
            name,
            cases: cases.filter((each) => each !== undefined).map(testCaseOf),
        })),
    }));
}
function testCaseOf(each) {
    const { status, name, classname, file, execution_time: seconds = 0, system_output: said } = each;
    const output = typeof said === 'object' ? (said.message ?? JSON.stringify(said)) : said;
    return { status, name, classname, file, seconds, output: output ?? each.stack_trace };
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
function jobOf(job) {
    return {
        id: job.id,
        name: job.name,
        stage: job.stage,
        status: job.status,
        allowFailure: job.allow_failure ?? false,
        webUrl: job.web_url,
        createdAt: job.created_at,
        startedAt: job.started_at,
        finishedAt: job.finished_at,
        durationSeconds: job.duration,
        queuedSeconds: job.queued_duration,
        failureReason: job.failure_reason,
        coverage: job.coverage === undefined ? undefined : String(job.coverage),
        artifacts: artifactsOf(job),
        artifactsExpireAt: job.artifacts_expire_at,
    };
}
/** Old releases tell of the archive only apart from the list. */
function artifactsOf(job) {
    const listed = job.artifacts?.filter((artifact) => artifact !== undefined).map(artifactOf);
    const archive = job.artifacts_file;
    if (archive === undefined || listed?.some(({ fileType }) => fileType === 'archive') === true)
        return listed;
    const { filename, size: bytes } = archive;
    return [{ fileType: 'archive', filename, bytes, fileFormat: 'zip' }, ...(listed ?? [])];
}
function artifactOf(artifact) {
    return {
        fileType: artifact.file_type,
        filename: artifact.filename,
        bytes: artifact.size,
        fileFormat: artifact.file_format,
    };
}
function bridgeOf(bridge) {
    const pipeline = bridge.downstream_pipeline;
    if (pipeline === undefined)
        return jobOf(bridge);
    const { id: pipelineId, project_id: projectId, status, web_url: webUrl } = pipeline;
    return { ...jobOf(bridge), downstream: { projectId, pipelineId, status, webUrl } };
}
function pipelineOf(pipeline) {
    return {
        id: pipeline.id,
        iid: pipeline.iid,
        projectId: pipeline.project_id,
        status: pipeline.status,
        ref: pipeline.ref,
        sha: pipeline.sha,
        webUrl: pipeline.web_url,
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


/***/ })

};
