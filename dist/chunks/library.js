export const __webpack_esm_ids__=["library"]
export const __webpack_esm_modules__={"./library/call.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{openCall:function(){return openCall}})
var errors=__webpack_require__("./base/errors.js")
var connect=__webpack_require__("./gitlab/connect.js")
var secrets=__webpack_require__("./inputs/secrets.js")
var foreign_error=__webpack_require__("./base/foreign-error.js")
var base_text=__webpack_require__("./base/text.js")
const mostCauses=10
const mostCharacters=1e4
function redactedError(error,redact,depth=0){if(typeof error==="string")return redact(error)
if(depth>mostCauses)return
const lines=text=>redact(text).split("\n").map(line=>indentOf(line)+(0,base_text.redactedLine)(line,redact,mostCharacters)).join("\n")
if(!(error instanceof errors.AppError)){if((0,foreign_error.isError)(error))return(0,foreign_error.wordsOfError)(error,lines)
return depth===0?error:void 0}const{cause}=error
const isKept=error instanceof errors.AbortedError
const causePart=cause===void 0?{}:{cause:isKept?cause:redactedError(cause,redact,depth+1)}
const known={...(0,foreign_error.shownTexts)(error,lines),...causePart,parts:{...shownParts(error.parts,lines),...causePart}}
for(const name of Reflect.ownKeys(error)){if(typeof name==="string"&&Object.hasOwn(known,name))continue
const value=Reflect.get(error,name)
if(typeof name==="symbol"||redact(name)!==name||isCarrier(value))Reflect.deleteProperty(error,name)
else if(typeof value==="string"&&redact(value)!==value)overwrite(error,name,redact(value))}for(const[name,value]of Object.entries(known))overwrite(error,name,value)
return error}function shownParts({code,what,why,hint},shown){return{code,what:shown(what),...why===void 0?{}:{why:shown(why)},...hint===void 0?{}:{hint:shown(hint)}}}function isCarrier(value){return typeof value==="object"&&value!==null||typeof value==="function"}function indentOf(line){return/^ */.exec(line)?.[0]??""}function overwrite(error,name,value){const enumerable=Object.getOwnPropertyDescriptor(error,name)?.enumerable??false
Reflect.defineProperty(error,name,{value,enumerable,writable:true,configurable:true})}function openCall(deps,task){const masker=deps.createMasker()
for(const{secret,kind}of(0,secrets.namedSecrets)(task.source,task.table))masker.mask(secret,void 0,kind)
for(const secret of(0,secrets.proxySecrets)(deps.environment))masker.mask(secret)
const{connection,accessToken,jobToken}=task
const way={...deps,redact:masker.redact}
const{gitlab,close}=(0,connect.openGitLab)(way,connection,accessToken,jobToken)
const stop=stopOf(task.signal)
return{gitlab,signal:stop.signal,shown:error=>redactedError(error,masker.redact),redact:masker.redact,close:()=>{stop.dispose()
close()}}}function stopOf(given){const stop=new AbortController
const onAbort=()=>stop.abort(new errors.AbortedError("AbortSignal",{cause:given?.reason}))
if(given?.aborted===true)onAbort()
else given?.addEventListener("abort",onAbort,{once:true})
return{signal:stop.signal,dispose:()=>given?.removeEventListener("abort",onAbort)}}}),"./library/cancel-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelPipeline:function(){return cancelPipeline}})
var _follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./follow/cancel-pipeline.js")
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/commands/wait-and-cancel.js")
var _call_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./library/call.js")
var _option_source_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./library/option-source.js")
const withinMs=6e4
async function cancelPipeline(deps,options){const source=(0,_option_source_js__WEBPACK_IMPORTED_MODULE_3__.optionSource)("cancelPipeline",options)
const{request}=await(0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_1__.parseCancelRequest)(source,deps.files)
const{connection,accessToken,...address}=request
const{gitlab,signal,shown,redact,close}=(0,_call_js__WEBPACK_IMPORTED_MODULE_2__.openCall)(deps,{source,table:_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_1__.cancelTable,connection,accessToken,signal:options.signal})
try{const onFound=()=>{}
const cancellations=await(0,_follow_cancel_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.cancelRun)({...deps,gitlab,onFound},{...address,withinMs,signal,forceSignal:signal})
signal.throwIfAborted()
return cancellations.map(each=>each.why===void 0?each:{...each,why:redact(each.why)})}catch(error){throw shown(error)}finally{close()}}}),"./library/follow-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{followPipeline:function(){return followPipeline}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/find-pipeline.js")
var _follow_follow_pipeline_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./follow/follow-pipeline.js")
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/wait-and-cancel.js")
var _call_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./library/call.js")
var _option_source_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./library/option-source.js")
async function*followPipeline(deps,options){const source=(0,_option_source_js__WEBPACK_IMPORTED_MODULE_5__.optionSource)("followPipeline",options)
const{request}=await(0,_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.parseWaitRequest)(source,deps.files)
const{connection,accessToken,jobToken,project,pipelineId,expectedSha}=request
if(pipelineId===void 0)throw new TypeError("no pipeline was given")
const followRequest={...request.follow,accept:new Set(["success"])}
const{gitlab,signal,shown,redact,close}=(0,_call_js__WEBPACK_IMPORTED_MODULE_4__.openCall)(deps,{source,table:_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_3__.waitTable,connection,accessToken,jobToken,signal:options.signal})
try{const{outageTimeoutMs:retryTimeoutMs}=followRequest
const onFound=()=>{}
const pipeline=await(0,_follow_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.findRun)({...deps,gitlab,onFound},{project,pipelineId,expectedSha,retryTimeoutMs,signal,reader:jobToken&&"job_token"})
const events=(0,_follow_follow_pipeline_js__WEBPACK_IMPORTED_MODULE_2__.followPipeline)({...deps,gitlab},{pipeline,request:followRequest,signal})
const verdict=yield*shownEvents(events,redact)
yield{kind:"ended",elapsedMs:verdict.elapsedMs,verdict}}catch(error){throw shown(error)}finally{close()}}async function*shownEvents(events,redact){try{for(;;){const next=await events.next()
if(next.done===true)return next.value
yield shownEvent(next.value,redact)}}finally{await events.return(void 0)}}function shownEvent(event,redact){switch(event.kind){case"partial_data":return{...event,unreadablePart:redact(event.unreadablePart)}
case"poll_failed":return{...event,why:redact(event.why)}
case"job_played":return event.refusal===void 0?event:{...event,refusal:redact(event.refusal)}
case"job_retried":return event.why===void 0?event:{...event,why:redact(event.why)}
case"snapshot":case"pipeline_changed":case"job_changed":case"heartbeat":case"poll_recovered":return event
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(event)}}}),"./library/option-source.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{optionSource:function(){return optionSource}})
var base_text=__webpack_require__("./base/text.js")
var scalars=__webpack_require__("./inputs/scalars.js")
var tokens_and_headers=__webpack_require__("./inputs/tokens-and-headers.js")
var errors=__webpack_require__("./base/errors.js")
function unfitOption({at,what,hint}){return new errors.InputError({code:"invalid_input",what:`${at} ${what}`,hint})}function jsonText(value,at){return jsonOf(value,{at,depth:0})}function jsonOf(value,place){const{at,depth}=place
if(value===null||typeof value==="string"||typeof value==="boolean")return JSON.stringify(value)
if(typeof value==="number"){checkNumber(value,at)
return JSON.stringify(value)}if(typeof value!=="object")throw unfitOption({at,...unlikeJson(value)})
if(depth>=100)throw unfitOption({at:at.split(".",1).join(""),what:`is nested deeper than ${100} levels`,hint:"An object that contains itself cannot be sent."})
if(Array.isArray(value))return`[${listItems(value,at).map((item,index)=>jsonOf(item,inside(place,String(index)))).join(",")}]`
return`{${members(value,at).map(([key,member])=>`${JSON.stringify(key)}:${jsonOf(member,inside(place,(0,scalars.shownKey)(key)))}`).join(",")}}`}function inside({at,depth},key){return{at:`${at}.${key}`,depth:depth+1}}function checkNumber(value,at){if(Number.isFinite(value)&&(!Number.isInteger(value)||Number.isSafeInteger(value)))return
const what=Number.isFinite(value)?"is a whole number that JavaScript rounds":`is ${value}`
throw unfitOption({at,what,hint:"Give a finite number of at most 15 digits, or a text."})}function listItems(list,at){return readable(at,()=>{if(Reflect.ownKeys(list).length!==list.length+1)throw unfitOption({at,what:"is an array with holes, or with members beside its items",hint:'Give an array of items only, such as ["a", "b"].'})
return Array.from(list)})}function members(value,at){return readable(at,()=>{const hint='Give a plain object: { NAME: "value" }.'
if(!isPlainObject(value))throw unfitOption({at,what:`is ${kindOf(value)}, not a plain object`,hint})
const entries=Object.entries(value)
if(Reflect.ownKeys(value).length===entries.length)return entries
throw unfitOption({at,what:"has a member that is a symbol or is hidden",hint})})}function readable(at,read){try{return read()}catch(error){if(error instanceof errors.InputError)throw error
throw unfitOption({at,what:"cannot be read",hint:"A getter of it throws: give plain values."})}}function isPlainObject(value){if(typeof value!=="object"||value===null||Array.isArray(value))return false
const prototype=Object.getPrototypeOf(value)
return prototype===null||Object.getPrototypeOf(prototype)===null}function unlikeJson(value){const hint=value===void 0?'Leave the member out, or give a value; "" is an empty text.':"Give a text, a number, true, false, a list or a plain object."
return{what:`is ${kindOf(value)}`,hint}}function kindOf(value){if(value===void 0||value===null)return String(value)
if(Array.isArray(value))return"an array"
if(value instanceof Map||value instanceof Set)return value instanceof Map?"a Map":"a Set"
if(value instanceof Date)return"a Date"
if(value instanceof URL||value instanceof URLSearchParams)return"a URL or its parameters"
return typeof value==="object"?"an instance of a class":`a ${typeof value}`}const kinds={gitlabUrl:"single",projectId:"single",accessToken:"single",requestTimeout:"single",caCertificate:"single",requestHeaders:"headers",allowHttp:"single",signal:"signal",ref:"single",token:"single",variables:"map",inputs:"map",onRerun:"single",attempt:"attempt",pipelineId:"single",timeout:"single",queueTimeout:"single",outageTimeout:"single",pollInterval:"single",jobs:"lines",onManual:"single",retryFailed:"single",retryOn:"lines",downstream:"single",expectedSha:"single"}
const refused={triggerPipeline:{expectedSha:"Compare the sha of the pipeline that it gives, or give expectedSha to followPipeline.",dryRun:"Leave it out to start a pipeline; the command gitlab-trigger check starts none.",wait:"Give the id of the pipeline to followPipeline."},followPipeline:{sha:"Give pipelineId; the action and the command wait find the pipeline of a commit."},cancelPipeline:{expectedSha:"Compare the sha of the pipeline before the call."}}
const nothingDone={triggerPipeline:", so nothing was started",followPipeline:"",cancelPipeline:", so nothing was canceled"}
function optionSource(call,options){const texts=new Map
for(const[name,value]of members(options,"options")){if(value===void 0||value===null)continue
const kind=kindOfOption(name)
if(kind===void 0||name in refused[call])throw unknownOption(call,name)
const text=textOf(kind,value,inputName(name))
if(text!==void 0)texts.set(inputName(name),text)}return{read:name=>texts.get(name)}}function kindOfOption(name){return new Map(Object.entries(kinds)).get(name)}function unknownOption(call,name){const advice=refused[call]
const meant=(0,base_text.nearestName)(name.replaceAll("_","").slice(0,40),[...Object.keys(advice),...Object.keys(kinds).filter(known=>!(known in advice))])
const hint=(meant===void 0?void 0:advice[meant]??`Did you mean ${meant}?`)??"docs/library.md lists the options; the other inputs of the action have no option here."
const what=`is no option of ${call}${nothingDone[call]}`
return unfitOption({at:(0,scalars.shownKey)(name in advice?inputName(name):name),what,hint})}function inputName(option){return option.replace(/[A-Z]/g,letter=>`_${letter.toLowerCase()}`)}function textOf(kind,value,at){switch(kind){case"single":return singleText(value,at)
case"lines":return typeof value==="string"?value:linesOf(value,at)
case"map":if(typeof value==="string")return value
members(value,at)
return jsonText(value,at)
case"headers":return headerLines(value,at)
case"signal":checkSignal(value,at)
return
case"attempt":members(value,at)
return}}function singleText(value,at){if(typeof value==="string")return value
if(typeof value==="number")checkNumber(value,at)
if(typeof value==="number"||typeof value==="boolean")return String(value)
throw unfitOption({at,what:`is ${kindOf(value)}`,hint:"Give a text, a number, true or false."})}function linesOf(value,at){const hint="Give an array of texts of one line each."
if(!Array.isArray(value))throw unfitOption({at,what:`is ${kindOf(value)}, not an array`,hint})
return listItems(value,at).map((item,index)=>{const itemAt=`${at}.${index}`
if(typeof item!=="string")throw unfitOption({at:itemAt,what:`is ${kindOf(item)}`,hint})
if(/[\r\n]/.test(item))throw unfitOption({at:itemAt,what:"has more than one line",hint})
return item}).join("\n")}function headerLines(value,at){return members(value,at).map(([name,given])=>{if(!(0,tokens_and_headers.isHeaderName)(name))throw unfitOption({at,what:"has a name that no header has (not shown)",hint:'Give { "X-Name": "value" }.'})
const text=singleText(given,`${at}.${(0,scalars.shownKey)(name)}`)
if(/[\r\n]/.test(text))throw unfitOption({at,what:"has a header of more than one line (not shown)",hint:"Take the line ends out."})
return`${name}: ${text}`}).join("\n")}function checkSignal(value,at){if(typeof value==="object"&&value!==null&&"aborted"in value&&"addEventListener"in value)return
throw unfitOption({at,what:`is ${kindOf(value)}, not an AbortSignal`,hint:"Give the signal of an AbortController, or AbortSignal.timeout(…)."})}}),"./library/trigger-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{triggerPipeline:function(){return triggerPipeline}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/cancel-tree.js")
var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/commands/trigger.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/requests.js")
var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./trigger/start-context.js")
var _trigger_start_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./trigger/start.js")
var _call_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./library/call.js")
var _option_source_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./library/option-source.js")
async function triggerPipeline(deps,options){const source=(0,_option_source_js__WEBPACK_IMPORTED_MODULE_7__.optionSource)("triggerPipeline",options)
const{request}=await(0,_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.parseTriggerRequest)(source,deps.files)
const caller=callerOf(options,request)
const{connection,credentials}=request
const{accessToken}=credentials
const{gitlab,signal,shown,close}=(0,_call_js__WEBPACK_IMPORTED_MODULE_6__.openCall)(deps,{source,table:_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.triggerTable,connection,accessToken,jobToken:(0,_model_requests_js__WEBPACK_IMPORTED_MODULE_3__.jobTokenOf)(credentials),signal:options.signal})
try{const task={request,caller,signal}
const start=async()=>{const{pipeline,context}=await(0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_5__.startRun)({...deps,gitlab,onEvent:ignore},task)
const creationFailure=(0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_4__.failedAtCreation)(pipeline,context)
if(creationFailure!==void 0)throw creationFailure
return pipeline}
return request.rerun===void 0?await start():await takeUpOrStart(deps,gitlab,{task,start})}catch(error){throw shown(error)}finally{close()}}async function takeUpOrStart(deps,gitlab,{task,start}){const{collision,takeUpEarlier}=await __webpack_require__.e("rerun").then(__webpack_require__.bind(__webpack_require__,"./trigger/rerun.js"))
const earlier=await takeUpEarlier({...deps,gitlab,onEvent:ignore,onTaken:ignore},task)
if(earlier.kind==="taken_up")return earlier.started.pipeline
const pipeline=await start()
const error=collision(pipeline,await earlier.othersThan(pipeline))
if(error===void 0)return pipeline
const{signal,request}=task
await(0,_follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_1__.cancelTree)({...deps,gitlab},{pipeline,project:request.project,snapshot:void 0,withinMs:cancelWithinMs,signal})
throw error}const cancelWithinMs=6e4
function ignore(){}function callerOf({attempt},{rerun}){if(rerun===void 0)return{ci:"library"}
if(attempt!==void 0&&attempt.run!==""&&Number.isSafeInteger(attempt.number)&&attempt.number>0){const{run,number}=attempt
return{ci:"library",attempt:{run,step:[],id:String(number),isFirst:number===1}}}throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`on_rerun is ${rerun.mode}, and attempt does not name one, so nothing was started`,hint:"Give attempt: { run, number }: a text that is the same in all attempts, and a number from 1."})}})}

