export const id = 2726;
export const ids = [2726];
export const modules = {

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runSimulate: () => (/* binding */ runSimulate)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3236);
/* harmony import */ var _cli_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7636);
/* harmony import */ var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3015);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5939);
/* harmony import */ var _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9876);
/* harmony import */ var _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6525);
/* harmony import */ var _simulator_gitlab_wire_server_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4281);







/**
 * Serves the simulated GitLab of the demo on loopback until the process is stopped, which is its regular end.
 * @throws {InputError} when the port cannot be used.
 */
async function runSimulate({ host, files, clock }, { signal }) {
    const reading = await (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(_cli_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .simulateTable */ .Fw, { source: host.inputs, files });
    const { port, release } = (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedOf */ .rF)((0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_6__/* .all */ .Q7)({ port: reading.port, release: reading.release })).request;
    const gitlab = new _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_4__/* .SimulatedGitLab */ .K({ clock }, { ..._simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__/* .demoScenario */ .O, release });
    const server = await (0,_simulator_gitlab_wire_server_js__WEBPACK_IMPORTED_MODULE_5__/* .startServer */ .UD)({ gitlab, clock, port }).catch((error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
            code: 'invalid_input',
            what: `port ${port} cannot be used`,
            hint: 'Give another one, or none for any that is free.',
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
        return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.accepted;
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
        `trigger token  ${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__/* .demoTokens */ .v.trigger}`,
        `access token   ${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__/* .demoTokens */ .v.access}`,
        '',
        `curl --data "token=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__/* .demoTokens */ .v.trigger}" --data ref=main ${url}/api/v4/projects/42/trigger/pipeline`,
        `GITLAB_TRIGGER_TOKEN=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__/* .demoTokens */ .v.trigger} GITLAB_TRIGGER_ACCESS_TOKEN=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_3__/* .demoTokens */ .v.access} gitlab-trigger run --gitlab-url ${url} --project-id group/app --ref main --wait`,
    ];
}


/***/ })

};
