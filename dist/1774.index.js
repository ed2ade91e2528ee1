export const id = 1774;
export const ids = [1774];
export const modules = {

/***/ 1774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runSimulate: () => (/* binding */ runSimulate)
/* harmony export */ });
/* harmony import */ var _base_exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5713);
/* harmony import */ var _base_app_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1763);
/* harmony import */ var _command_simulate_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4067);
/* harmony import */ var _inputs_input_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5366);
/* harmony import */ var _inputs_parsed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2767);
/* harmony import */ var _inputs_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6955);
/* harmony import */ var _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9876);
/* harmony import */ var _simulator_gitlab_server_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5483);
/* harmony import */ var _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8369);









/**
 * Serves the simulated GitLab of the demo on loopback until the process is stopped, which is its regular end.
 * @throws {InputError} when the port cannot be used.
 */
async function runSimulate({ host, files, clock }, { signal }) {
    const reading = await (0,_inputs_input_table_js__WEBPACK_IMPORTED_MODULE_7__/* .readInputs */ .Ko)(_command_simulate_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .simulateTable */ .F, { source: host.inputs, files });
    const { port, release } = (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .parsedOf */ .r)((0,_inputs_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .all */ .Q7)({ port: reading.port, release: reading.release })).request;
    const gitlab = new _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_6__/* .SimulatedGitLab */ .K({ clock }, { ..._simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .demoScenario */ .O, release });
    const server = await (0,_simulator_gitlab_server_js__WEBPACK_IMPORTED_MODULE_5__/* .startServer */ .UD)({ gitlab, clock, port }).catch((error) => {
        throw new _base_app_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz({
            code: 'invalid_input',
            what: `port ${port} cannot be used`,
            cure: 'Give another one, or none for any that is free.',
            cause: error,
        });
    });
    try {
        for (const line of explanation(server.url, release))
            host.log.info(line);
        if (!signal.aborted) {
            await new Promise((resolve) => {
                signal.addEventListener('abort', () => resolve(), { once: true });
            });
        }
        return _base_exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.accepted;
    }
    finally {
        await server.close();
    }
}
function explanation(url, release) {
    return [
        `A simulated GitLab ${release} listens on ${url}, until it is stopped (Ctrl+C). Its tokens open nothing anywhere else.`,
        '',
        `project        group/app (id 42), branch main; its pipeline takes some ten seconds and fails`,
        `trigger token  ${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .demoTokens */ .v.trigger}`,
        `access token   ${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .demoTokens */ .v.access}`,
        '',
        `curl --data "token=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .demoTokens */ .v.trigger}" --data ref=main ${url}/api/v4/projects/42/trigger/pipeline`,
        `GITLAB_TRIGGER_TOKEN=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .demoTokens */ .v.trigger} GITLAB_TRIGGER_ACCESS_TOKEN=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__/* .demoTokens */ .v.access} gitlab-trigger run --gitlab-url ${url} --project-id group/app --ref main --wait`,
    ];
}


/***/ })

};
