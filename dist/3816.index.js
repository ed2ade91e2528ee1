export const id = 3816;
export const ids = [3816];
export const modules = {

/***/ 3816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlabCiHost: () => (/* binding */ gitlabCiHost)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);
/* harmony import */ var _console_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4855);
/* harmony import */ var _context_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6504);
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(666);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8866);





// GitLab CI/CD, which may well start pipelines in another GitLab, or in another project.
// https://docs.gitlab.com/ci/variables/predefined_variables/
// https://docs.gitlab.com/ci/variables/dotenv_variables/#dotenv-file-requirements
// https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
/**
 * A job of GitLab CI/CD. Outputs are in `gitlab-trigger.env` at the top of the working copy, for `artifacts:reports:dotenv`. A job that is cancelled gets
 * SIGTERM from the docker and kubernetes executors, then is killed; the shell executor kills at once.
 */
function gitlabCiHost(means) {
    const { environment, clock, processId } = means;
    let sections = 0;
    return (0,_console_host_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .k)(means, {
        name: 'GitLab CI',
        harmless: (line) => line.replaceAll(_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7.gitlabSection, `section_${_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .wedge */ .JF}`),
        group: (title, lines) => {
            const at = Math.floor(clock.epochMs() / 1_000);
            const name = `gitlab_trigger_${processId}_${(sections += 1)}`;
            return [
                `\u001b[0Ksection_start:${at}:${name}[collapsed=true]\r\u001b[0K${title}`,
                ...lines,
                `\u001b[0Ksection_end:${at}:${name}\r\u001b[0K`,
            ];
        },
        debug: (lines) => (environment.CI_DEBUG_TRACE === 'true' ? lines : []),
        outputs: [
            (0,_output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .ownFile */ .PV)(means, {
                path: `${environment.CI_PROJECT_DIR ?? '.'}/gitlab-trigger.env`,
                audience: 'whoever_may_see_the_build',
                line: dotenvLine,
                // Five kilobytes would be one byte too many; 20 is what an instance of one's own takes unless told otherwise.
                limits: { totalBytes: 5_119, entries: 20 },
            }),
        ],
        context: contextOf,
        hints: hintsOf,
    });
}
/** GitLab expands `$NAME` in a value when a later job begins. */
function dotenvLine(name, value) {
    const text = (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutRisk */ .uK)(value, /\$/g);
    return text === undefined ? undefined : (0,_output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .lineOf */ .cA)('dotenv')((0,_output_files_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentName */ .VE)(name), text);
}
function contextOf(read) {
    return {
        repository: read('CI_PROJECT_PATH'),
        sha: read('CI_COMMIT_SHA'),
        ref: read('CI_MERGE_REQUEST_REF_PATH') ??
            (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .fullRef */ .vv)({ tag: read('CI_COMMIT_TAG'), branch: read('CI_COMMIT_BRANCH') }),
        refName: read('CI_COMMIT_REF_NAME'),
        actor: read('GITLAB_USER_LOGIN'),
        event: read('CI_PIPELINE_SOURCE'),
        workflow: read('CI_CONFIG_PATH'),
        job: read('CI_JOB_NAME'),
        runId: read('CI_PIPELINE_ID'),
        runUrl: read('CI_PIPELINE_URL'),
        pullRequest: mergeRequestOf(read),
    };
}
function mergeRequestOf(read) {
    const number = (0,_context_text_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestNumber */ .Kd)(read('CI_MERGE_REQUEST_IID'));
    if (number === undefined)
        return undefined;
    const projectUrl = read('CI_MERGE_REQUEST_PROJECT_URL');
    return {
        number,
        title: read('CI_MERGE_REQUEST_TITLE') ?? '',
        url: projectUrl && `${projectUrl}/-/merge_requests/${number}`,
        headRef: read('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'),
        headSha: read('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') ?? read('CI_COMMIT_SHA'),
        baseRef: read('CI_MERGE_REQUEST_TARGET_BRANCH_NAME'),
    };
}
function hintsOf(read) {
    const server = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(read('CI_SERVER_URL') ?? '', 200);
    const isElsewhere = server !== '' && server !== 'https://gitlab.com';
    return [
        ...(isElsewhere
            ? [
                {
                    inputs: ['gitlab_url'],
                    text: `gitlab_url was not given, so it is https://gitlab.com. This job runs on ${server}: for a project there, give --gitlab-url "$CI_SERVER_URL" (CI_API_V4_URL is that with /api/v4, which is not needed).`,
                },
            ]
            : []),
        {
            inputs: ['token', 'access_token'],
            text: 'token was not given. For a project on the same GitLab, this job has one: GITLAB_TRIGGER_TOKEN="$CI_JOB_TOKEN" starts pipelines as the user of this job, if that project allows it (Settings > CI/CD > Job token permissions).',
        },
    ];
}


/***/ }),

/***/ 6504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ pullRequestNumber),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   l$: () => (/* binding */ pluginInputs),
/* harmony export */   m3: () => (/* binding */ shortRef),
/* harmony export */   vv: () => (/* binding */ fullRef)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);

/** The number of a pull request as a host tells it: alone (`7`), or as the end of its address (`https://github.com/o/r/pull/7`). */
function pullRequestNumber(text) {
    const [, digits] = /^(?:.*\/)?([1-9]\d{0,14})$/.exec(text ?? '') ?? [];
    return digits === undefined ? undefined : Number(digits);
}
/** A ref without `refs/heads/`, `refs/tags/` or `refs/pull/`. */
function shortRef(ref) {
    return ref?.replace(/^refs\/(?:heads|tags|pull)\//, '');
}
/** The full name of a tag or, where there is none, of a branch. */
function fullRef({ tag, branch, }) {
    if (tag !== undefined)
        return `refs/tags/${tag}`;
    return branch === undefined ? undefined : `refs/heads/${branch}`;
}
/** `group/app` of a repository's address for Git, without the password that may be in it. */
function repositoryIn(gitUrl) {
    const [, path] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:(?!\/\/))(.+)$/i.exec((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(gitUrl ?? '', '/')) ?? [];
    return path?.replace(/(?<=.)\.git$/i, '');
}
/**
 * Inputs of a step that is a plugin: each setting is a variable, `PLUGIN_PROJECT_ID`. A map comes as a JSON object, which is how `variables` and `inputs`
 * are read; a list comes with commas between its entries. Settings are written in the step, and the variables of a plugin come from elsewhere as well: whoever may start a build may often set
 * some. In a step with commands, which has no settings, it is the other way round; there the CI puts the script into a variable.
 */
function pluginInputs({ environment }) {
    const isScript = [environment.DRONE_SCRIPT, environment.CI_SCRIPT].some((script = '') => script !== '');
    return {
        read: (name) => environment[`PLUGIN_${name.toUpperCase()}`],
        rank: isScript ? 'below_environment' : 'above_environment',
    };
}


/***/ })

};
