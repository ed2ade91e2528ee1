import * as __WEBPACK_EXTERNAL_MODULE_node_string_decoder_f6835728__ from "node:string_decoder";

export const __webpack_esm_ids__ = [ "demo" ];

export const __webpack_esm_modules__ = {
 "node:string_decoder": (function(module, __unused_webpack_exports, __webpack_require__) {
  const x = function(y) {
   const x = {};
   __webpack_require__.d(x, y);
   return x;
  };
  module.exports = x({
   ["StringDecoder"]: function() {
    return __WEBPACK_EXTERNAL_MODULE_node_string_decoder_f6835728__.StringDecoder;
   }
  });
 }),
 "./entries/demo.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   demoEntry: function() {
    return demoEntry;
   }
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs/promises");
  var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:os");
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
  var _base_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./base/clock.js");
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./base/errors.js");
  var _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./hosts/system.js");
  var _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./simulator/demo-scenario.js");
  var _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("./simulator/gitlab/simulated-gitlab.js");
  var _simulator_gitlab_wire_server_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("./simulator/gitlab/wire/server.js");
  var _simulator_runner_runner_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("./simulator/runner/runner.js");
  var _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("./terminal/style.js");
  function demoEntry() {
   const log = (0, _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.terminalLog)();
   return {
    log,
    run: ({signal}) => runDemo(log.info, signal)
   };
  }
  async function runDemo(print, signal) {
   const clock = _base_clock_js__WEBPACK_IMPORTED_MODULE_3__.systemClock;
   const server = await (0, _simulator_gitlab_wire_server_js__WEBPACK_IMPORTED_MODULE_8__.startServer)({
    gitlab: new _simulator_gitlab_simulated_gitlab_js__WEBPACK_IMPORTED_MODULE_7__.SimulatedGitLab({
     clock
    }, _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_6__.demoScenario),
    clock
   });
   const workDir = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join((0, 
   node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "gitlab-trigger-demo-"));
   try {
    const inputs = {
     gitlab_url: server.url,
     project_id: "group/app",
     ref: "main",
     token: _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_6__.demoTokens.trigger,
     access_token: _simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_6__.demoTokens.access,
     variables: "DEPLOY_ENV=staging",
     wait: "true",
     values_from: "smoke/api:preview.env",
     results_on: "always"
    };
    for (const line of workflowStep(inputs)) print(line);
    const step = await (0, _simulator_runner_runner_js__WEBPACK_IMPORTED_MODULE_9__.startStep)({
     clock
    }, {
     actionDir: node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(await (0, 
     node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(process.argv[1] ?? "")), ".."),
     nodePath: process.execPath,
     stage: "main",
     with: inputs,
     baseEnvironment: {
      PATH: process.env.PATH ?? ""
     },
     workDir,
     masked: Object.values(_simulator_demo_scenario_js__WEBPACK_IMPORTED_MODULE_6__.demoTokens),
     onLine: line => print(`  ${(0, _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.statusColors)(line)}`)
    });
    signal.addEventListener("abort", step.cancel, {
     once: true
    });
    const result = await step.finished;
    for (const line of outputLines(result)) print(line);
    const report = node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(await (0, 
    node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join((0, 
    node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "gitlab-trigger-demo-")), "report.md");
    await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(report, result.summary, {
     flag: "wx"
    });
    print((0, _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.dim)(`# The report, as GitHub shows it on the page of the run: ${report}`));
    return result.outputs.outcome === "failed" ? _base_errors_js__WEBPACK_IMPORTED_MODULE_4__.exitCodes.accepted : _base_errors_js__WEBPACK_IMPORTED_MODULE_4__.exitCodes.notAccepted;
   } finally {
    await server.close();
    await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(workDir, {
     recursive: true,
     force: true
    });
   }
  }
  function workflowStep(inputs) {
   const shown = {
    ...inputs,
    token: "${{ secrets.GITLAB_TRIGGER_TOKEN }}",
    access_token: "${{ secrets.GITLAB_READ_TOKEN }}"
   };
   return [ (0, _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.dim)("# A workflow step, run against a simulated GitLab on this machine:"), "- id: gitlab", "  uses: gitlab-trigger@v1", "  with:", ...Object.entries(shown).map(([name, value]) => `    ${name}: ${value}`), "", (0, 
   _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.dim)("# Its log:") ];
  }
  const shownCharacters = 100;
  function outputLines({conclusion, exitCode, outputs}) {
   const verdict = conclusion === "success" ? (0, _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.green)("✓ the step passed") : (0, 
   _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.red)(`✗ the step failed (exit code ${exitCode})`);
   return [ verdict, "", (0, _terminal_style_js__WEBPACK_IMPORTED_MODULE_10__.dim)("# What later steps can read:"), ...Object.entries(outputs).map(([name, value]) => {
    const text = value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
    return `\${{ steps.gitlab.outputs.${name} }}`.padEnd(42) + text;
   }), "" ];
  }
 })
};
