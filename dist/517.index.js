export const id = 517;
export const ids = [517];
export const modules = {

/***/ 6517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPipeline: () => (/* binding */ readPipeline),
/* harmony export */   readPipelines: () => (/* binding */ readPipelines),
/* harmony export */   readProject: () => (/* binding */ readProject)
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
const pipelineSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
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
    duration: optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    queued_duration: optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    coverage: optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([textSchema, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])),
    yaml_errors: optional(textSchema),
    detailed_status: optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ group: optional(textSchema) })),
});
const projectSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: idSchema,
    path_with_namespace: textSchema,
    web_url: urlSchema,
    default_branch: optional(textSchema),
    archived: optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
});
/** Reads a pipeline of any endpoint: complete, from a list, or just created. */
function readPipeline(body) {
    return mapped(readWith(pipelineSchema, body), pipelineOf);
}
function readPipelines(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(pipelineSchema), body), (pipelines) => pipelines.map(pipelineOf));
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
