export const __webpack_esm_ids__ = [ "simulate" ];

export const __webpack_esm_modules__ = {
 "./entries/simulate.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   runSimulate: function() {
    return runSimulate;
   }
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
  var _cli_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./cli/commands.js");
  var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./inputs/parsing.js");
  var _inputs_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./inputs/table.js");
  var _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./simulator/demo-scenario.js");
  var _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./simulator/gitlab/simulated-gitlab.js");
  var _simulator_gitlab_wire_server_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./simulator/gitlab/wire/server.js");
  async function runSimulate({host, files, clock}, {signal}) {
   const reading = await (0, _inputs_table_js__WEBPACK_IMPORTED_MODULE_3__.readInputs)(_cli_commands_js__WEBPACK_IMPORTED_MODULE_1__.simulateTable, {
    source: host.inputs,
    files
   });
   const {port, release} = (0, _inputs_table_js__WEBPACK_IMPORTED_MODULE_3__.parsedOf)((0, 
   _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_2__.all)({
    port: reading.port,
    release: reading.release
   })).request;
   const gitlab = new _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_5__.SimulatedGitLab({
    clock
   }, {
    ..._simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__.demoScenario,
    release
   });
   const server = await (0, _simulator_gitlab_wire_server_js__WEBPACK_IMPORTED_MODULE_6__.startServer)({
    gitlab,
    clock,
    port
   }).catch(error => {
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
     code: "invalid_input",
     what: `port ${port} cannot be used`,
     hint: "Give another one, or none for any that is free.",
     cause: error
    });
   });
   try {
    for (const line of explanation(server.url, release)) host.log.info(line);
    if (!signal.aborted) await new Promise(resolve => {
     signal.addEventListener("abort", () => resolve(), {
      once: true
     });
    });
    return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.exitCodes.accepted;
   } finally {
    await server.close();
   }
  }
  function explanation(url, release) {
   return [ `A simulated GitLab ${release} listens on ${url}, until it is stopped (Ctrl+C). Its tokens open nothing anywhere else.`, "", `project        group/app (id 42), branch main; its pipeline takes some ten seconds and fails`, `trigger token  ${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__.demoTokens.trigger}`, `access token   ${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__.demoTokens.access}`, "", `curl --data "token=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__.demoTokens.trigger}" --data ref=main ${url}/api/v4/projects/42/trigger/pipeline`, `GITLAB_TRIGGER_TOKEN=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__.demoTokens.trigger} GITLAB_TRIGGER_ACCESS_TOKEN=${_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_4__.demoTokens.access} gitlab-trigger run --gitlab-url ${url} --project-id group/app --ref main --wait` ];
  }
 })
};
