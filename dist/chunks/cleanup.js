export const __webpack_esm_ids__=["cleanup"]
export const __webpack_esm_modules__={"./run/cancel-lost-start.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelLeftBehind:function(){return cancelLeftBehind},cancelLostStart:function(){return cancelLostStart}})
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
var _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/cancel-pipeline.js")
var _follow_decide_pipeline_end_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./follow/decide/pipeline-end.js")
var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/trigger.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./model/pipeline.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./model/requests.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./model/snapshot.js")
var _trigger_find_lost_pipeline_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./trigger/find-lost-pipeline.js")
var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./trigger/start-context.js")
var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__("./run/cancel-pipelines.js")
var _context_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__("./run/context.js")
async function cancelLeftBehind({deps,entry,gitlab,project,downstream,withinMs},pipeline){const{signal,forceSignal}=entry
const isRead=downstream!=="ignore"
const tree=isRead?await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.withTimeout)({clock:deps.clock,signal,afterMs:withinMs},cutSignal=>(0,_follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.treeOf)(gitlab,pipeline,cutSignal)):void 0
const snapshot=tree==="timed_out"?void 0:tree
if((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(pipeline.status)&&(!isRead||isAllOver(snapshot))){const how=pipeline.status==="canceled"?"It has ended":"It has ended by itself"
deps.host.log.info(`${how}: ${pipeline.status}.`)
return}await(0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_9__.cancelPipelines)({deps,gitlab,mayCancel:true,project,reader:isRead?gitlab:void 0,forceSignal:AbortSignal.any([signal,forceSignal]),withinMs},[{pipeline,snapshot}])}function isAllOver(snapshot){if(snapshot===void 0||snapshot.failure!==void 0)return false
return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_6__.placesOf)(snapshot.root).every(({node})=>(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(node.pipeline.status)&&!(0,_follow_decide_pipeline_end_js__WEBPACK_IMPORTED_MODULE_2__.movesByItself)(node))}const longestAgoMs=15*6e4
async function cancelLostStart(deps,entry,lost){const{host,files}=deps
host.log.info("The step ended while its request to start a pipeline was on its way.")
let page=""
try{const{request}=await(0,_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_3__.parseTriggerRequest)(host.inputs,files)
page=(0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_8__.pipelinesPage)((0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_8__.startContextOf)(request))
const why=await settle(deps,entry,{...lost,request})
if(why!==void 0)host.log.warning(notKnown(why,page))}catch(error){host.log.warning(notKnown(error instanceof Error?error.message:String(error),page))}}async function settle(deps,entry,{pending,withinMs,request}){const{connection,credentials}=request
const{accessToken}=credentials
if(accessToken===void 0)return"without an access_token the step cannot search for it"
if(credentials.kind==="access")return"a pipeline that is created with the access_token alone has no mark to recognize it by"
const{gitlab,close}=(0,_context_js__WEBPACK_IMPORTED_MODULE_10__.openGitLab)(deps,connection,accessToken,(0,_model_requests_js__WEBPACK_IMPORTED_MODULE_5__.jobTokenOf)(credentials))
try{const{clock,host}=deps
const found=await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.withTimeout)({clock,signal:entry.signal,afterMs:withinMs},signal=>(0,_trigger_find_lost_pipeline_js__WEBPACK_IMPORTED_MODULE_7__.findLostPipeline)({gitlab,clock},{project:request.project,context:(0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_8__.startContextOf)(request),mark:{key:"",run:pending.run},knownId:pending.knownId,sentMs:clock.nowMs()-longestAgoMs,settledMs:1/0,signal}))
if(found==="timed_out"||found.kind==="absent")return"the step searched for it, and GitLab does not show it"
if(found.kind==="unknown")return`the search for it is inconclusive: ${found.why}`
host.log.info(`Found it: pipeline ${found.pipeline.id} carries the mark of this run.`)
const{project,follow}=request
const downstream=follow?.downstream??"show"
await cancelLeftBehind({deps,entry,gitlab,project,downstream,withinMs},found.pipeline)
return}finally{close()}}function notKnown(why,page){const where=page===""?"Look for it in the project":`Look for it at ${page}`
return`It is not known whether a pipeline was started: ${why}.\n${where}, and cancel it if it is not needed.`}}),"./run/cleanup.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{cleanupAction:function(){return cleanupAction},runCleanup:function(){return runCleanup}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/find-pipeline.js")
var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/commands/trigger.js")
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/wait-and-cancel.js")
var _inputs_table_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/table.js")
var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/log-lines.js")
var _cancel_lost_start_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./run/cancel-lost-start.js")
var _context_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./run/context.js")
var _feedback_saved_state_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./run/feedback/saved-state.js")
var _saved_run_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__("./run/saved-run.js")
const withinMs=3e4
async function runCleanup(deps,entry){const{host}=deps
const saved=(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_9__.unsettledRun)(host.state)
if(saved!==void 0&&"run"in saved){const{cancelLostStart}=await Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./run/cancel-lost-start.js"))
await cancelLostStart(deps,entry,{pending:saved,withinMs})}else if(saved!==void 0)await settle(deps,entry,saved)
if((0,_feedback_saved_state_js__WEBPACK_IMPORTED_MODULE_8__.isFeedbackOpen)(host.state)){const{finishFeedback}=await Promise.all([__webpack_require__.e("tokens"),__webpack_require__.e("feedback")]).then(__webpack_require__.bind(__webpack_require__,"./run/feedback/github-feedback.js"))
await finishFeedback(deps,entry)}return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.exitCodes.accepted}const cleanupAction={inputs:_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.triggerTable,run:runCleanup}
async function settle(deps,entry,saved){const{host,clock,files}=deps
host.log.info(`The step ended before pipeline ${saved.pipelineId} did.`)
try{const{request}=await(0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.parseCancelRequest)(savedSource(host.inputs,saved),files)
const{connection,accessToken,project,pipelineId}=request
const{gitlab,close}=(0,_context_js__WEBPACK_IMPORTED_MODULE_7__.openGitLab)(deps,connection,accessToken)
try{const pipeline=await(0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.findPipeline)({gitlab,clock,onFailure:failure=>host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_5__.findFailureLine)(pipelineId,failure))},{project,pipelineId,retryTimeoutMs:withinMs,signal:entry.signal})
const downstream=await downstreamOf(deps)
await(0,_cancel_lost_start_js__WEBPACK_IMPORTED_MODULE_6__.cancelLeftBehind)({deps,entry,gitlab,project,downstream,withinMs},pipeline)}finally{close()}}catch(error){const why=error instanceof Error?error.message:String(error)
host.log.warning(`It may still be running, and could not be canceled: ${saved.webUrl}\n${why}`)}}async function downstreamOf({host,files}){const{downstream}=_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.triggerTable
const reading=await(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_4__.readInputs)({downstream},{source:host.inputs,files})
return reading.downstream.kind==="ok"?reading.downstream.value:"show"}function savedSource(inputs,{projectId,pipelineId}){const known={...projectId===void 0?{}:{project_id:String(projectId)},pipeline_id:String(pipelineId)}
return{read:name=>known[name]??inputs.read(name)}}})}

