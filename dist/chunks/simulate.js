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
  var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./base/text.js");
  var _cli_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./cli/commands.js");
  var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./inputs/parsing.js");
  var _inputs_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./inputs/table.js");
  var _simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./simulator/named-scenarios.js");
  var _simulator_scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./simulator/scenario-file/read-scenario.js");
  var _simulator_serve_explanation_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("./simulator/serve/explanation.js");
  var _simulator_serve_serve_simulation_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("./simulator/serve/serve-simulation.js");
  async function runSimulate({host, files, clock}, {signal}) {
   const reading = await (0, _inputs_table_js__WEBPACK_IMPORTED_MODULE_4__.readInputs)(_cli_commands_js__WEBPACK_IMPORTED_MODULE_2__.simulateTable, {
    source: host.inputs,
    files
   });
   const {port, host: address, external_url: externalUrl, speed, release, scenario: named} = reading;
   const request = (0, _inputs_table_js__WEBPACK_IMPORTED_MODULE_4__.parsedOf)((0, 
   _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_3__.all)({
    port,
    address,
    externalUrl,
    speed,
    release,
    named
   })).request;
   const {scenario, faults} = await scenarioOf(request.named, files);
   const server = await (0, _simulator_serve_serve_simulation_js__WEBPACK_IMPORTED_MODULE_8__.serveSimulation)({
    scenario: {
     ...scenario,
     release: request.release ?? scenario.release
    },
    faults,
    clock,
    speed: request.speed,
    host: request.address,
    port: request.port,
    externalUrl: request.externalUrl,
    onGap: gap => process.stderr.write(`not simulated: ${(0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(gap)}\n`)
   }).catch(error => {
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
     code: "invalid_input",
     what: `port ${request.port} cannot be used`,
     hint: "Give another one, or none for any that is free.",
     cause: error
    });
   });
   try {
    const {url, gitlab} = server;
    for (const line of (0, _simulator_serve_explanation_js__WEBPACK_IMPORTED_MODULE_7__.explanationOf)(scenario, {
     url,
     version: gitlab.version
    })) host.log.info(line);
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
  async function scenarioOf(named, files) {
   const name = _simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_5__.scenarioNames.find(each => each === named.trim());
   if (name !== void 0) return {
    scenario: (0, _simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_5__.namedScenario)(name),
    faults: []
   };
   const text = await files.readText(named).catch(error => {
    const near = (0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(named, _simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_5__.scenarioNames);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
     code: "invalid_input",
     what: `scenario ${(0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(named, 80)} is neither the name of one nor a file that can be read`,
     hint: near === void 0 ? `Give the path of a file, or one of ${_simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_5__.scenarioNames.join(", ")}.` : `Did you mean ${near}?`,
     cause: error
    });
   });
   const reading = (0, _simulator_scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_6__.readScenario)(text);
   if (reading.kind === "read") return reading.value;
   const faults = reading.faults.map(({line, column, text: said}) => `${(0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(named, 80)}:${line}:${column}: ${said}`);
   throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
    code: "invalid_input",
    what: `the scenario cannot be played:\n${faults.join("\n")}`,
    hint: "docs/simulate.md says what a scenario file holds."
   });
  }
 })
};
