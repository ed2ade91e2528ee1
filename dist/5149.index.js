export const id = 5149;
export const ids = [5149];
export const modules = {

/***/ 5149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readComment: () => (/* binding */ readComment),
/* harmony export */   readComments: () => (/* binding */ readComments),
/* harmony export */   readHeadSha: () => (/* binding */ readHeadSha),
/* harmony export */   readLogin: () => (/* binding */ readLogin),
/* harmony export */   readRepositoryIds: () => (/* binding */ readRepositoryIds),
/* harmony export */   readSealingKey: () => (/* binding */ readSealingKey),
/* harmony export */   readViewer: () => (/* binding */ readViewer),
/* harmony export */   readVisibility: () => (/* binding */ readVisibility)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3305);

const idSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._positive */ .NC());
const textSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
const sealingKeySchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    key_id: textSchema,
    key: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[A-Za-z0-9+/]{43}=$/)),
});
const organizationSecretSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ visibility: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['all', 'private', 'selected']) });
const userSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: textSchema });
const viewerSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ data: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ viewer: userSchema }) });
/** A comment whose author was deleted, or that is empty, is one of somebody else. */
const commentSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: idSchema,
    body: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    user: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(userSchema)),
    html_url: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
});
const pullRequestSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    head: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[0-9a-f]{40,64}$/i)) }),
});
const repositoriesSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ repositories: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: idSchema })) });
/** @see https://docs.github.com/en/rest/actions/secrets#get-a-repository-public-key */
function readSealingKey(body) {
    return mapped(readWith(sealingKeySchema, body), ({ key_id: id, key }) => ({ id, key }));
}
/** @see https://docs.github.com/en/rest/actions/secrets#get-an-organization-secret */
function readVisibility(body) {
    return mapped(readWith(organizationSecretSchema, body), ({ visibility }) => visibility);
}
/** @see https://docs.github.com/en/rest/actions/secrets#list-selected-repositories-for-an-organization-secret */
function readRepositoryIds(body) {
    return mapped(readWith(repositoriesSchema, body), ({ repositories }) => repositories.map(({ id }) => id));
}
/** @see https://docs.github.com/en/rest/users/users#get-the-authenticated-user */
function readLogin(body) {
    return mapped(readWith(userSchema, body), ({ login }) => login);
}
/** @see https://docs.github.com/en/graphql/reference/queries */
function readViewer(body) {
    return mapped(readWith(viewerSchema, body), ({ data: { viewer } }) => viewer.login);
}
/** @see https://docs.github.com/en/rest/issues/comments */
function readComment(body) {
    return mapped(readWith(commentSchema, body), commentOf);
}
function readComments(body) {
    return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(commentSchema), body), (comments) => comments.map(commentOf));
}
/** The commit that a pull request wants to have merged. @see https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
function readHeadSha(body) {
    return mapped(readWith(pullRequestSchema, body), ({ head }) => head.sha);
}
function commentOf({ id, body, user, html_url: url }) {
    return { id, body: body ?? '', author: user?.login ?? '', url: url ?? '' };
}
function readWith(schema, body) {
    const result = schema.safeParse(body);
    if (result.success)
        return { kind: 'ok', value: result.data };
    const places = result.error.issues.map(({ path }) => path.map(String).join('.'));
    if (places.includes(''))
        return { kind: 'unfit', why: 'its JSON is of another kind' };
    return { kind: 'unfit', why: `missing or of another type: ${[...new Set(places)].slice(0, 5).join(', ')}` };
}
function mapped(reading, map) {
    return reading.kind === 'ok' ? { kind: 'ok', value: map(reading.value) } : reading;
}


/***/ })

};
