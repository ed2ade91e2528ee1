import * as __WEBPACK_EXTERNAL_MODULE_node_child_process_7aa195c7__ from "node:child_process";

export const __webpack_esm_ids__ = [ "programs" ];

export const __webpack_esm_modules__ = {
 "node:child_process": (function(module, __unused_webpack_exports, __webpack_require__) {
  const x = function(y) {
   const x = {};
   __webpack_require__.d(x, y);
   return x;
  };
  module.exports = x({
   ["spawn"]: function() {
    return __WEBPACK_EXTERNAL_MODULE_node_child_process_7aa195c7__.spawn;
   }
  });
 }),
 "./hosts/programs.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   programLanes: function() {
    return programLanes;
   },
   runProgram: function() {
    return runProgram;
   }
  });
  var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs");
  var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:os");
  var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("node:path");
  const longestMs = 4e3;
  const secretInput = /^GITLAB_TRIGGER_(?:\w*TOKEN|REQUEST_HEADERS)$/;
  async function runProgram(program, retryTimeoutMs = longestMs) {
   if (program.inputBy === void 0) return await runToEnd(program, retryTimeoutMs);
   const {name, words, input, accepts} = program;
   const folder = (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_3__["default"].join((0, 
   node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), "gitlab-trigger-"));
   try {
    const file = node_path__WEBPACK_IMPORTED_MODULE_3__["default"].join(folder, "input");
    (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, input, {
     mode: 384
    });
    return await runToEnd({
     name,
     words: [ ...words, file ],
     input: "",
     accepts
    }, retryTimeoutMs);
   } finally {
    (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, {
     recursive: true,
     force: true
    });
   }
  }
  const notKept = {
   why: "reported success but did not save the value",
   outlook: "open"
  };
  async function runToEnd({name, words, input, accepts}, retryTimeoutMs) {
   return await new Promise(resolve => {
    const child = (0, node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(name, words, {
     env: environmentForOthers(),
     stdio: [ "pipe", accepts === void 0 ? "ignore" : "pipe", "ignore" ],
     timeout: retryTimeoutMs,
     killSignal: "SIGKILL",
     detached: process.platform !== "win32",
     windowsHide: true
    });
    const printed = [];
    child.stdout?.on("data", chunk => printed.push(chunk));
    child.on("error", error => {
     const code = "code" in error ? String(error.code) : error.name;
     const why = code === "ENOENT" ? "is not installed" : `could not be run (${code})`;
     resolve({
      why,
      outlook: "hopeless"
     });
    });
    child.on("close", code => {
     if (code === null) resolve({
      why: `took longer than ${retryTimeoutMs / 1e3} s`,
      outlook: "hopeless"
     }); else if (code !== 0) resolve({
      why: `ended with exit code ${code}`,
      outlook: "open"
     }); else resolve(accepts === void 0 || isAccepted(accepts, printed) ? void 0 : notKept);
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
   });
  }
  function isAccepted(accepts, printed) {
   try {
    return accepts(Buffer.concat(printed).toString("utf8"));
   } catch {
    return false;
   }
  }
  function environmentForOthers() {
   const environment = Object.entries(process.env);
   const secrets = new Set(environment.filter(([key]) => secretInput.test(key)).map(([, value]) => value));
   return Object.fromEntries(environment.filter(([key, value]) => !key.startsWith("GITLAB_TRIGGER_") && !secrets.has(value)));
  }
  function programLanes({run}, tell) {
   const lanes = new Map;
   const hopeless = new Map;
   const runOne = async program => {
    const before = hopeless.get(program.name);
    if (before !== void 0) return before;
    const failure = await run(program);
    if (failure === void 0) return;
    const what = `${program.name} ${failure.why}`;
    if (failure.outlook === "hopeless") hopeless.set(program.name, what);
    tell(what);
    return what;
   };
   return (lane, program, proof) => {
    const before = lanes.get(lane) ?? Promise.resolve(void 0);
    const done = before.then(async () => await runOne(program) ?? (proof && await runOne(proof))).catch(() => {
     const what = `${program.name} could not be run`;
     tell(what);
     return what;
    });
    lanes.set(lane, done);
    return done;
   };
  }
 })
};
