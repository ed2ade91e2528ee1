export const id = 5363;
export const ids = [5363];
export const modules = {

/***/ 5363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCommitStatuses: () => (/* binding */ readCommitStatuses),
/* harmony export */   readLint: () => (/* binding */ readLint),
/* harmony export */   readOwnToken: () => (/* binding */ readOwnToken),
/* harmony export */   readRef: () => (/* binding */ readRef),
/* harmony export */   readVersion: () => (/* binding */ readVersion)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8395);
/* harmony import */ var _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5008);


const versionSchema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ version: _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu });
const ownTokenSchema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    scopes: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    active: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    granular: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    expires_at: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu),
});
const commitSchema = (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu }));
const refSchema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu,
    commit: commitSchema,
    protected: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    can_push: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    developers_can_push: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    developers_can_merge: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
});
const lintSchema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    valid: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    errors: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
    warnings: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
    merged_yaml: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
function readVersion(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWith */ .$5)(versionSchema, body);
}
function readOwnToken(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWith */ .$5)(ownTokenSchema, body), ({ scopes, active, granular, expires_at: expiresAt }) => ({
        scopes,
        active,
        granular,
        expiresAt,
    }));
}
/** Reads a branch or a tag. */
function readRef(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWith */ .$5)(refSchema, body), (ref) => ({
        name: ref.name,
        sha: ref.commit?.id,
        isProtected: ref.protected,
        canPush: ref.can_push,
        developersCanPush: ref.developers_can_push,
        developersCanMerge: ref.developers_can_merge,
    }));
}
function readLint(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .mapped */ .CV)((0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWith */ .$5)(lintSchema, body), ({ valid, errors, warnings, merged_yaml: mergedYaml }) => ({
        valid,
        errors: errors ?? [],
        warnings: warnings ?? [],
        mergedYaml,
    }));
}
const commitStatusSchema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .idSchema */ .fY,
    name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu,
    status: _schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu,
    allow_failure: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    pipeline_id: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .idSchema */ .fY),
    description: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textSchema */ .Zu),
    target_url: (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .urlSchema */ .f5),
});
/** An entry that cannot be read takes nothing from the others. */
function readCommitStatuses(body) {
    return (0,_schema_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(commitStatusSchema, body, (status) => ({
        id: status.id,
        name: status.name,
        status: status.status,
        allowFailure: status.allow_failure ?? false,
        pipelineId: status.pipeline_id,
        description: status.description,
        targetUrl: status.target_url,
    }));
}


/***/ }),

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


/***/ })

};
