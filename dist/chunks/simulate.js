export const __webpack_esm_ids__=["simulate"]
export const __webpack_esm_modules__={"./entries/simulate.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{runSimulate:function(){return runSimulate}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _hosts_own_file_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/own-file.js")
var _inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/simulate.js")
var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/parsing.js")
var _inputs_table_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./inputs/table.js")
var _run_simulation_stop_limits_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./run/simulation/stop-limits.js")
var _simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./simulator/named-scenarios.js")
var _simulator_scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./simulator/scenario-file/read-scenario.js")
var _simulator_serve_explanation_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__("./simulator/serve/explanation.js")
var _simulator_serve_serve_simulation_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__("./simulator/serve/serve-simulation.js")
async function runSimulate({host,files,clock},{signal}){const reading=await(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_5__.readInputs)(_inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_3__.simulateTable,{source:host.inputs,files})
const{port,host:address,external_url:externalUrl,speed,release,scenario:named}=reading
const{ready_file:readyFile,stop_after:stopAfterMs,stop_with:stopWith}=reading
const{tls,ca_file:caFile,webhook_hosts:webhookHosts}=reading
const{request}=(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_5__.parsedOf)((0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_4__.all)({port,address,tls,externalUrl,webhookHosts,speed,release,named,caFile,readyFile,stopAfterMs,stopWith}))
const{scenario,faults}=await scenarioOf(request.named,files)
const server=await(0,_simulator_serve_serve_simulation_js__WEBPACK_IMPORTED_MODULE_10__.serveSimulation)({scenario:{...scenario,release:request.release??scenario.release},faults,clock,speed:request.speed,host:request.address,port:request.port,tls:request.tls,externalUrl:request.externalUrl,webhookHosts:request.webhookHosts,onGap:gap=>process.stderr.write(`not simulated: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(gap)}\n`)})
const written=[]
try{const{url,gitlab,caCertificate}=server
const authority=caCertificate===void 0?void 0:request.caFile===void 0?(0,_hosts_own_file_js__WEBPACK_IMPORTED_MODULE_2__.temporaryFile)("ca.pem",caCertificate):(0,_hosts_own_file_js__WEBPACK_IMPORTED_MODULE_2__.ownFile)("ca_file",request.caFile,caCertificate)
if(authority!==void 0)written.push(authority)
const served={url,version:gitlab.version,caFile:authority?.path}
for(const line of(0,_simulator_serve_explanation_js__WEBPACK_IMPORTED_MODULE_9__.explanationOf)(scenario,served))host.log.info(line)
const text=(0,_simulator_serve_explanation_js__WEBPACK_IMPORTED_MODULE_9__.readyText)({...served,pid:process.pid,scenario})
const ready=request.readyFile===void 0?void 0:(0,_hosts_own_file_js__WEBPACK_IMPORTED_MODULE_2__.ownFile)("ready_file",request.readyFile,text)
if(ready!==void 0)written.push(ready)
const limits={...request,isReady:()=>ready?.isThere()??true}
const reason=await(0,_run_simulation_stop_limits_js__WEBPACK_IMPORTED_MODULE_6__.reasonToStop)({clock,signal},limits)
if(reason!==void 0)host.log.info(`Stopped, because ${reason}.`)
return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.exitCodes.accepted}finally{for(const file of written)file.remove()
await server.close()}}async function scenarioOf(named,files){const name=_simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_7__.scenarioNames.find(each=>each===named.trim())
if(name!==void 0)return{scenario:(0,_simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_7__.namedScenario)(name),faults:[]}
const text=await files.readText(named).catch(error=>{if(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError)throw error
const near=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(named,_simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_7__.scenarioNames)
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`scenario ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(named,80)} is neither the name of one nor a file that can be read`,hint:near===void 0?`Give the path of a file, or one of ${_simulator_named_scenarios_js__WEBPACK_IMPORTED_MODULE_7__.scenarioNames.join(", ")}.`:`Did you mean ${near}?`,cause:error})})
const reading=(0,_simulator_scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_8__.readScenario)(text)
if(reading.kind==="read")return reading.value
const faults=reading.faults.map(({line,column,text:said})=>`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(named,80)}:${line}:${column}: ${said}`)
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`the scenario cannot be played:\n${faults.join("\n")}`,hint:"docs/simulate.md says what a scenario file holds."})}})}

