export const __webpack_esm_ids__=["cancel"]
export const __webpack_esm_modules__={"./run/cancel.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{cancelAction:function(){return cancelAction},runCancel:function(){return runCancel}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./follow/cancel-pipeline.js")
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/wait-and-cancel.js")
var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/log-lines.js")
var _report_outputs_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/outputs.js")
var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./run/cancel-pipelines.js")
var _context_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./run/context.js")
const withinMs=6e4
async function runCancel(deps,{signal,forceSignal}){const{host,files,clock}=deps
const{request,warnings}=await(0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.parseCancelRequest)(host.inputs,files)
for(const warning of warnings)host.log.warning(warning)
const{connection,accessToken,project,pipelineId}=request
const{gitlab,close}=(0,_context_js__WEBPACK_IMPORTED_MODULE_7__.openGitLab)(deps,connection,accessToken)
try{const onFound=pipeline=>{const{id,webUrl,status}=pipeline
deps.watch?.({kind:"pipeline_known",pipeline});(0,_context_js__WEBPACK_IMPORTED_MODULE_7__.setOutputs)(deps,{pipeline_id:String(id),web_url:webUrl,status})
host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__.pipelineLine)(pipeline))}
const onFailure=failure=>host.log.warning((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_4__.findFailureLine)(pipelineId,failure))
const cancellations=await(0,_follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_2__.cancelRun)({gitlab,clock,onFound,onFailure},{project,pipelineId,withinMs,signal,forceSignal:AbortSignal.any([signal,forceSignal])});(0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_6__.sayCancellations)(deps,cancellations)
const[own]=cancellations
if(own!==void 0)(0,_context_js__WEBPACK_IMPORTED_MODULE_7__.setOutputs)(deps,(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_5__.cancellationOutputs)(own))
signal.throwIfAborted()
const left=cancellations.find(_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_6__.isLeftRunning)
if(left!==void 0)throw notCanceled(left)
return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.exitCodes.accepted}finally{close()}}const cancelAction={inputs:_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.cancelTable,run:runCancel}
function notCanceled({pipeline,why}){return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.RefusedError({code:"not_canceled",what:`Pipeline ${pipeline.id} could not be canceled`,why,hint:`The access_token needs the scope api, and its user the right to cancel on ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(pipeline.ref,255)}. Open ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(pipeline.webUrl,2e3)}`})}})}

