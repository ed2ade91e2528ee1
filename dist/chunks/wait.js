export const __webpack_esm_ids__=["wait"]
export const __webpack_esm_modules__={"./run/wait.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{runWait:function(){return runWait}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/find-pipeline.js")
var _inputs_commands_host_needs_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/commands/host-needs.js")
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/wait-and-cancel.js")
var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/log-lines.js")
var _report_outputs_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/outputs.js")
var _context_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./run/context.js")
var _feedback_open_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./run/feedback/open.js")
var _places_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./run/places.js")
var _saved_run_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__("./run/saved-run.js")
async function runWait(deps,entry){const{host,files,clock}=deps;(0,_places_js__WEBPACK_IMPORTED_MODULE_8__.removeFormerTests)(host.inputs.read("junit_file"))
const{request,warnings}=await(0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.parseWaitRequest)(host.inputs,files)
for(const warning of[...warnings,...(0,_inputs_commands_host_needs_js__WEBPACK_IMPORTED_MODULE_2__.unservedInputs)(request,host)])host.log.warning(warning)
const{connection,accessToken,jobToken,expectedSha}=request
const{follow,report,results}=request;(0,_places_js__WEBPACK_IMPORTED_MODULE_8__.checkPlaces)(host,results)
const{gitlab,close}=(0,_context_js__WEBPACK_IMPORTED_MODULE_6__.openGitLab)(deps,connection,accessToken,jobToken)
const feedback=await(0,_feedback_open_js__WEBPACK_IMPORTED_MODULE_7__.openFeedback)(deps,entry,request)
try{const{signal}=entry
const{project,pipelineId}=await choose(deps,gitlab,{request,signal})
const onFound=found=>{deps.watch?.({kind:"pipeline_known",pipeline:found});(0,_context_js__WEBPACK_IMPORTED_MODULE_6__.setOutputs)(deps,(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_5__.foundOutputs)(found))
host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__.pipelineLine)(found))
feedback.begin(found)}
const onFailure=failure=>host.log.warning((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__.findFailureLine)(pipelineId,failure))
const{outageTimeoutMs:retryTimeoutMs}=follow
const pipeline=await(0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.findRun)({gitlab,clock,onFound,onFailure},{project,pipelineId,expectedSha,retryTimeoutMs,signal,reader:jobToken&&"job_token"})
if(follow.cancelOn.has("abort"))(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_9__.saveUnsettled)(deps,pipeline)
const mayCancel=accessToken!==void 0
const{followToVerdict}=await Promise.all([__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("results")]).then(__webpack_require__.bind(__webpack_require__,"./run/follow.js"))
const known={pipeline,project,mayCancel}
await followToVerdict({...entry,...known,deps,gitlab,follow,report,results,feedback})
return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.exitCodes.accepted}catch(error){feedback.fail(error)
throw error}finally{await feedback.close()
close()}}async function choose(deps,gitlab,{request,signal}){const{project,pipelineId,commit}=request
if(commit===void 0)return{project,pipelineId}
const{awaitPipeline}=await __webpack_require__.e("await").then(__webpack_require__.bind(__webpack_require__,"./run/await.js"))
return await awaitPipeline(deps,gitlab,{request,commit,signal})}const waitAction={inputs:_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.waitTable,run:runWait}
__webpack_require__.d(__webpack_exports__,["waitAction",0,waitAction])})}

