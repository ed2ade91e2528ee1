export const __webpack_esm_ids__=["simulation"]
export const __webpack_esm_modules__={"./run/simulation/saved-server.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{placesIn:function(){return placesIn},saveServer:function(){return saveServer},savedServer:function(){return savedServer},textAt:function(){return textAt}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:path")
var _base_is_object_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/is-object.js")
function placesIn(folder){const place=name=>node_path__WEBPACK_IMPORTED_MODULE_1__["default"].join(folder,name)
return{readyFile:place("ready.json"),caFile:place("ca.pem"),logFile:place("log.txt")}}function saveServer({state},server){state.save("server",JSON.stringify(server))}function savedServer({state}){const text=state.load("server")
if(text===void 0)return
const saved=JSON.parse(text)
if(!(0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_2__.isObject)(saved))return
const{pid,folder}=saved
if(typeof pid!=="number"||!Number.isSafeInteger(pid)||pid<2)return
return typeof folder==="string"&&node_path__WEBPACK_IMPORTED_MODULE_1__["default"].isAbsolute(folder)?{pid,folder}:void 0}function textAt(file){try{return(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file,"utf8")}catch{return""}}}),"./run/simulation/start.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{simulateAction:function(){return simulateAction},startSimulation:function(){return startSimulation}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var node_os__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:os")
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("node:path")
var _base_clock_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./base/clock.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./base/errors.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./base/text.js")
var _hosts_background_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./hosts/background.js")
var _inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./inputs/commands/simulate.js")
var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./inputs/parsing.js")
var _inputs_table_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__("./inputs/table.js")
var _context_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__("./run/context.js")
var _saved_server_js__WEBPACK_IMPORTED_MODULE_11__=__webpack_require__("./run/simulation/saved-server.js")
const withinMs=6e4
const pollMs=50
async function startSimulation(deps,{signal}){const{host,clock,environment}=deps
const words=await wordsOf(deps)
const folder=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(environment.RUNNER_TEMP??(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),"simulated-gitlab-"))
const{readyFile,caFile,logFile}=(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_11__.placesIn)(folder)
const server=(0,_hosts_background_js__WEBPACK_IMPORTED_MODULE_6__.startInBackground)({script:"cli.js",words:["simulate",...words,`--ready-file=${readyFile}`,`--ca-file=${caFile}`],logFile});(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_11__.saveServer)(host,{pid:server.pid,folder})
const ready=await readyOf({clock,signal,server},{folder,pid:server.pid});(0,_context_js__WEBPACK_IMPORTED_MODULE_10__.setOutputs)(deps,ready)
host.log.info(`A simulated GitLab listens on ${ready.url}, until the end of this job.`)
host.log.info("Its tokens open nothing anywhere else, and are not masked.")
return _base_errors_js__WEBPACK_IMPORTED_MODULE_4__.exitCodes.accepted}const simulateAction={inputs:_inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_7__.simulateActionTable,run:startSimulation}
async function wordsOf({host,files}){const{inputs}=host
const reading=await(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_9__.readInputs)(_inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_7__.simulateActionTable,{source:inputs,files})
const{scenario,port,host:address,external_url:externalUrl,speed}=reading
const{tls,webhook_hosts:webhookHosts,release,stop_after:stopAfter}=reading
const{request}=(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_9__.parsedOf)((0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_8__.all)({scenario,port,address,tls,externalUrl,webhookHosts,speed,release,stopAfter}))
const runner=(0,_hosts_background_js__WEBPACK_IMPORTED_MODULE_6__.runnerProcess)()
const flags={scenario:placeOf(request.scenario),port:request.port,host:request.address,"external-url":request.externalUrl,"webhook-hosts":request.webhookHosts,speed:request.speed,release:request.release,"stop-after":`${Math.ceil(request.stopAfter/1e3)}s`,"stop-with":runner}
const valued=Object.entries(flags).flatMap(([name,value])=>value===void 0?[]:[`--${name}=${value}`])
return request.tls?[...valued,"--tls"]:valued}function placeOf(scenario){const given=scenario.trim()
return/^[\w-]+$/.test(given)?given:node_path__WEBPACK_IMPORTED_MODULE_2__["default"].resolve(given)}async function readyOf({clock,signal,server},saved){const{readyFile,logFile}=(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_11__.placesIn)(saved.folder)
const startMs=clock.nowMs()
for(;;){const text=(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_11__.textAt)(readyFile)
if(text!==""){const{url,token,access_token,ca_file}=JSON.parse(text)
return{url,token,access_token,ca_file}}const ending=server.ending()
if(ending!==void 0)throw notStarted(ending,(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_11__.textAt)(logFile))
if(clock.nowMs()-startMs>withinMs)throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__.TimeoutError({code:"request_timeout",what:`The simulated GitLab does not answer after ${withinMs/1e3} s`,hint:"Run the job again; if this happens often, the runner is too busy."})
await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_3__.sleep)(clock,pollMs,signal)}}function notStarted(ending,log){const said=log.slice(log.lastIndexOf("Error: ")).replace(/^Error: /,"")
const lines=said.trim().split("\n").slice(0,30)
const shown=lines.map(line=>(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__.cleanLine)(line,400)).join("\n")
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__.InputError({code:"invalid_input",what:`The simulated GitLab did not start (${typeof ending==="number"?`exit code ${ending}`:ending})`,why:shown===""?"It has said nothing.":shown})}}),"./run/simulation/stop-limits.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{reasonToStop:function(){return reasonToStop}})
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/duration.js")
var _hosts_background_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/background.js")
const pollMs=250
async function reasonToStop({clock,signal},limits){const startMs=clock.nowMs()
for(;;){try{await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.sleep)(clock,pollMs,signal)}catch(error){if(signal.aborted)return
throw error}const reason=reached(limits,clock.nowMs()-startMs)
if(reason!==void 0)return reason}}function reached({stopAfterMs,stopWith,isReady},passedMs){if(!isReady())return"its ready_file was removed"
if(stopWith!==void 0&&!(0,_hosts_background_js__WEBPACK_IMPORTED_MODULE_2__.isAlive)(stopWith))return`process ${stopWith} has ended`
if(stopAfterMs!==void 0&&passedMs>=stopAfterMs)return`${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(stopAfterMs)} are over (stop_after)`
return}}),"./run/simulation/stop.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{stopSimulateAction:function(){return stopSimulateAction},stopSimulation:function(){return stopSimulation}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var _base_clock_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/clock.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/errors.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./base/text.js")
var _hosts_background_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./hosts/background.js")
var _inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./inputs/commands/simulate.js")
var _saved_server_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./run/simulation/saved-server.js")
const withinMs=1e4
const pollMs=50
const mostGaps=20
async function stopSimulation(deps,{signal}){const{host}=deps
const server=(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_6__.savedServer)(host)
if(server===void 0)return _base_errors_js__WEBPACK_IMPORTED_MODULE_2__.exitCodes.accepted
try{sayGaps(deps,server)
const isOver=await endedByItself(deps,server,signal)||(0,_hosts_background_js__WEBPACK_IMPORTED_MODULE_4__.killIfNamed)(server.pid,(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_6__.placesIn)(server.folder).readyFile)!=="unknown"
if(!isOver)host.log.warning(leftLine(server));(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(server.folder,{recursive:true,force:true,maxRetries:3})}catch{if((0,_hosts_background_js__WEBPACK_IMPORTED_MODULE_4__.isAlive)(server.pid))host.log.warning(leftLine(server))}return _base_errors_js__WEBPACK_IMPORTED_MODULE_2__.exitCodes.accepted}function leftLine({pid}){return`The simulated GitLab (process ${pid}) has not stopped yet; it does by itself after stop_after.`}const stopSimulateAction={inputs:_inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_5__.simulateActionTable,run:stopSimulation}
async function endedByItself({clock},server,signal){const startMs=clock.nowMs()
for(;;){(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,_saved_server_js__WEBPACK_IMPORTED_MODULE_6__.placesIn)(server.folder).readyFile,{force:true})
if(!(0,_hosts_background_js__WEBPACK_IMPORTED_MODULE_4__.isAlive)(server.pid))return true
if(clock.nowMs()-startMs>withinMs)return false
await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_1__.sleep)(clock,pollMs,signal)}}function sayGaps({host},server){const log=(0,_saved_server_js__WEBPACK_IMPORTED_MODULE_6__.textAt)((0,_saved_server_js__WEBPACK_IMPORTED_MODULE_6__.placesIn)(server.folder).logFile)
const gaps=new Set(log.split("\n").filter(line=>line.startsWith("not simulated: ")))
const shown=[...gaps].slice(0,mostGaps)
for(const line of shown)host.log.warning((0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__.cleanLine)(line,200))
if(gaps.size>shown.length)host.log.warning(`not simulated: ${gaps.size-shown.length} more`)}})}

