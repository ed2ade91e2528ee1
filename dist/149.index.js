export const id = 149;
export const ids = [149];
export const modules = {

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
/* harmony export */   readTestTotals: () => (/* binding */ readTestTotals),
/* harmony export */   readTriggerToken: () => (/* binding */ readTriggerToken),
/* harmony export */   readTriggerTokens: () => (/* binding */ readTriggerTokens),
/* harmony export */   readVariables: () => (/* binding */ readVariables)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3305);
/* harmony import */ var _base_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1443);
/* harmony import */ var _base_token_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1117);



/** At most this many places are named when a body does not fit; one is usually enough to see what it is. */
const namedPlaces = 5;
/**
 * A member that we can do without: absent, null and of an unexpected type are all the same. A new GitLab release that changes one of them
 * must not stop anybody from following a pipeline.
 */
function optional(schema) {
    const nullAsAbsent = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(schema)), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((value) => value ?? undefined));
    return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["catch"] */ .MfU(nullAsAbsent, undefined);
}
const idSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._positive */ .NC());
const urlSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^https?:\/\/\S+$/));
const textSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._minLength */ .m9(1));
/** Seconds (thirty years of them), test cases or percent: a number beyond these bounds measures nothing, and would spoil what is reckoned with it. */
const measureSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(-1e9), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._lte */ .Zm(1e9));
const pipelineSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: idSchema,
    iid: optional(idSchema),
    project_id: idSchema,
    status: textSchema,
    ref: textSchema,
    sha: textSchema,
    web_url: urlSchema,
    source: optional(textSchema),
    name: optional(textSchema),
    created_at: optional(textSchema),
    updated_at: optional(textSchema),
    started_at: optional(textSchema),
    finished_at: optional(textSchema),
    duration: optional(measureSchema),
    queued_duration: optional(measureSchema),
    coverage: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([textSchema, measureSchema])),
    yaml_errors: optional(textSchema),
    detailed_status: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ group: optional(textSchema) })),
});
const projectSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: idSchema,
    path_with_namespace: textSchema,
    web_url: urlSchema,
    default_branch: optional(textSchema),
    archived: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
});
const artifactSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    file_type: textSchema,
    filename: optional(textSchema),
    size: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0))),
    file_format: optional(textSchema),
});
const jobFields = {
    id: idSchema,
    name: textSchema,
    stage: textSchema,
    status: textSchema,
    web_url: urlSchema,
    allow_failure: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
    created_at: optional(textSchema),
    started_at: optional(textSchema),
    finished_at: optional(textSchema),
    duration: optional(measureSchema),
    queued_duration: optional(measureSchema),
    failure_reason: optional(textSchema),
    coverage: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([textSchema, measureSchema])),
    artifacts: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(optional(artifactSchema))),
    artifacts_file: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ filename: textSchema, size: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0))) })),
    artifacts_expire_at: optional(textSchema),
};
const jobSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc(jobFields);
/** A part of a pipeline is enough to go on with, so these four are all that a downstream pipeline must have. */
const downstreamSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: idSchema,
    project_id: idSchema,
    status: textSchema,
    web_url: urlSchema,
});
const bridgeSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ...jobFields, downstream_pipeline: optional(downstreamSchema) });
const variableSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ key: textSchema, value: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) });
const countSchema = optional(measureSchema);
const testSuiteSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: textSchema,
    total_time: countSchema,
    total_count: countSchema,
    success_count: countSchema,
    failed_count: countSchema,
    skipped_count: countSchema,
    error_count: countSchema,
    suite_error: optional(textSchema),
});
const testSummarySchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    total: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        time: countSchema,
        count: countSchema,
        success: countSchema,
        failed: countSchema,
        skipped: countSchema,
        error: countSchema,
    }),
    test_suites: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(optional(testSuiteSchema))),
});
const triggerTokenSchema = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: idSchema,
    token: textSchema,
    description: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    created_at: optional(textSchema),
    updated_at: optional(textSchema),
    last_used: optional(textSchema),
    expires_at: optional(textSchema),
    owner: optional(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ username: optional(textSchema) })),
});
/** Reads a pipeline of any endpoint: complete, from a list, or just created. */
function readPipeline(body) {
    return mapped(readWith(pipelineSchema, body), pipelineOf);
}
function readPipelines(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(pipelineSchema), body), (pipelines) => pipelines.map(pipelineOf));
}
function readProject(body) {
    return mapped(readWith(projectSchema, body), (project) => ({
        id: project.id,
        path: project.path_with_namespace,
        webUrl: project.web_url,
        defaultBranch: project.default_branch,
        archived: project.archived,
    }));
}
/** Reads a job of any endpoint; a trigger job reads as one, too. */
function readJob(body) {
    return mapped(readWith(jobSchema, body), jobOf);
}
function readJobs(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(jobSchema), body), (jobs) => jobs.map(jobOf));
}
/** A downstream pipeline that cannot be read is taken for one that does not exist yet. */
function readBridges(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(bridgeSchema), body), (bridges) => bridges.map(bridgeOf));
}
/** Variables whose value GitLab does not show are left out. */
function readVariables(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(variableSchema), body), (variables) => variables.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }])));
}
/** Reads a test report summary; a count that is missing is 0. */
function readTestTotals(body) {
    return mapped(readWith(testSummarySchema, body), ({ total, test_suites: suites = [] }) => ({
        ...countsOf(total),
        suites: suites.filter((suite) => suite !== undefined).map(testSuiteOf),
    }));
}
function readTriggerToken(body) {
    return mapped(readWith(triggerTokenSchema, body), triggerTokenOf);
}
function readTriggerTokens(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(triggerTokenSchema), body), (tokens) => tokens.map(triggerTokenOf));
}
/** From here on a whole token is a `Secret`. */
function triggerTokenOf(trigger) {
    const { start, whole } = (0,_base_token_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenStartOf */ .r)(trigger.token);
    return {
        id: trigger.id,
        description: trigger.description ?? '',
        start,
        secret: whole ? new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(trigger.token) : undefined,
        owner: trigger.owner?.username,
        createdAt: trigger.created_at,
        updatedAt: trigger.updated_at,
        lastUsed: trigger.last_used,
        expiresAt: trigger.expires_at,
    };
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
    return { name: suite.name, ...counts, problem: suite.suite_error };
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


/***/ })

};
