export const __webpack_esm_ids__=["pipelines"]
export const __webpack_esm_modules__={"./follow/cancel-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelRun:function(){return cancelRun},treeOf:function(){return treeOf}})
__webpack_require__("./model/pipeline.js")
var _cancel_tree_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/cancel-tree.js")
var _find_pipeline_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./follow/find-pipeline.js")
var _take_snapshot_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./follow/take-snapshot.js")
async function treeOf(gitlab,{projectId,id:pipelineId},signal){if(projectId===0)return
const poll={projectId,pipelineId,downstream:"show",previous:void 0,signal}
const reply=await(0,_take_snapshot_js__WEBPACK_IMPORTED_MODULE_3__.takeSnapshot)(gitlab,poll)
return reply.kind==="ok"?reply.value:void 0}async function cancelRun({gitlab,clock,onFound,onFailure},{project,pipelineId,withinMs,signal,forceSignal}){const pipeline=await(0,_find_pipeline_js__WEBPACK_IMPORTED_MODULE_2__.findPipeline)({gitlab,clock,onFailure},{project,pipelineId,retryTimeoutMs:withinMs,signal})
onFound(pipeline)
const snapshot=await treeOf(gitlab,pipeline,signal)
return await(0,_cancel_tree_js__WEBPACK_IMPORTED_MODULE_1__.cancelTree)({gitlab,clock},{pipeline,project,snapshot,reader:gitlab,withinMs,signal:forceSignal})}}),"./follow/decide/warnings.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{tellsWarningsApart:function(){return tellsWarningsApart},untoldOf:function(){return untoldOf},untoldWarnings:function(){return untoldWarnings}})
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/snapshot.js")
function tellsWarningsApart(accept){return accept.has("success")!==accept.has("warnings")}const telling=new Set(["success","success-with-warnings"])
function untoldWarnings({root,failure},downstream){if(downstream!=="require")return untoldOf(root,failure)
const nodes=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.placesOf)(root).map(({node})=>node)
const words=nodes.flatMap(({bridges})=>bridges.filter(isKnownByWord))
return nodes.map(node=>untoldOf(node,failure)).find(why=>why!==void 0)??words.map(({bridge})=>`GitLab shows only the status of the pipeline that ${bridge.name} started`)[0]}function untoldOf(node,failure){const{pipeline,incomplete}=node
if(pipeline.status!=="success"||telling.has(pipeline.statusGroup??""))return
const why=incomplete?.jobs??incomplete?.bridges??failure
return why??((0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.stepsOf)(node).length===0?`GitLab shows no job of pipeline ${pipeline.id}`:void 0)}function isKnownByWord({bridge,downstream}){const word=bridge.downstream?.status??bridge.unreadDownstream?.status
return downstream===void 0&&word==="success"}}),"./follow/find-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{findPipeline:function(){return findPipeline},findRun:function(){return findRun},unreadable:function(){return unreadable}})
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/errors.js")
var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./gitlab/responses/explain.js")
var _gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./gitlab/responses/reply.js")
var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./gitlab/responses/response-meaning.js")
var _gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./gitlab/responses/token-hints.js")
var _model_verdict_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./model/verdict.js")
const retryPauseMs=2e3
async function findPipeline(deps,wanted){const{project,pipelineId,retryTimeoutMs,signal,reader}=wanted
const{gitlab,clock}=deps
const endMs=clock.nowMs()+retryTimeoutMs
let isReported=false
for(;;){const reply=await gitlab.fetchPipeline({project,pipelineId},signal)
if(reply.kind==="ok")return reply.value
if(!(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_4__.isTransient)(reply)||clock.nowMs()+retryPauseMs>endMs)throw unreadable(reply,{what:`Cannot read pipeline ${pipelineId}`,reader})
if(!isReported)deps.onFailure?.({why:(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.describeReply)(reply).why,retryTimeoutMs})
isReported=true
await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.sleep)(clock,retryPauseMs,signal)}}function unreadable(reply,{what,reader}){if(reader===void 0||reply.kind!=="refused")return(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.errorOf)(reply,{what})
const{texts}=reply.refusal
const isNo=(0,_gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_3__.isRecordMissing)(reply.refusal)&&!texts.includes("404 Not found")||(0,_gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_3__.isDenied)(reply.refusal)
return isNo?new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__.RefusedError({what,...(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.describeReply)(reply),hint:(0,_gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_5__.jobTokenReadHint)(reply.refusal)}):(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.errorOf)(reply,{what})}async function findRun(deps,{expectedSha,...wanted}){const pipeline=await findPipeline(deps,wanted)
deps.onFound(pipeline)
const mismatch=(0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_6__.wrongCommit)(pipeline,expectedSha)
if(mismatch!==void 0)throw mismatch
return pipeline}}),"./follow/take-snapshot.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{takeSnapshot:function(){return takeSnapshot}})
var _base_parallel_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/parallel.js")
var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./gitlab/responses/explain.js")
var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./gitlab/responses/response-meaning.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/pipeline.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./model/snapshot.js")
var _marks_behind_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./follow/marks/behind.js")
var _marks_high_water_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./follow/marks/high-water.js")
var _settled_pipelines_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./follow/settled-pipelines.js")
const deepestLevel=20
const mostShown=200
const mostDeciding=1e3
const parallelRequests=4
async function takeSnapshot(gitlab,poll){const walk={gitlab,poll,known:poll.previous===void 0?new Map:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.nodesByKey)(poll.previous.root),marks:poll.marks??(0,_marks_high_water_js__WEBPACK_IMPORTED_MODULE_6__.marksOf)(poll.previous),visited:new Set,unreadable:new Set(poll.previous?.unreadable),failures:[],vitalFailures:[],cached:0,unproved:0}
const reply=await gitlab.fetchPipeline(callOf(walk,poll.projectId,poll.pipelineId),poll.signal)
if(reply.kind!=="ok")return reply
const{sha}=reply.value
if((poll.sha??"")!==""&&sha!==poll.sha){const why=`it is about commit ${sha}, and pipeline ${poll.pipelineId} runs ${poll.sha}`
return{kind:"unreadable",status:200,why,hints:reply.hints}}noteCache(walk,reply.hints);(0,_marks_high_water_js__WEBPACK_IMPORTED_MODULE_6__.notePipeline)(walk.marks,reply.value)
const root=await nodeOf(walk,reply.value,0)
const[vitalFailure]=walk.vitalFailures
if(vitalFailure!==void 0)return vitalFailure
const[failedReply]=walk.failures
const failure=failedReply===void 0?void 0:(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__.describeReply)(failedReply).why
const value={root,unreadable:[...walk.unreadable],failure,...walk.cached>0?{fromCache:true}:{},...walk.unproved>0?{isUnproved:true}:{}}
return{...reply,value}}function callOf({poll:{fresh}},projectId,pipelineId){const call={project:{kind:"id",id:projectId},pipelineId}
return fresh===void 0?call:{...call,fresh}}function noteCache(walk,{fromCache}){if(fromCache===true)walk.cached+=1}async function nodeOf(walk,pipeline,level){const key=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.pipelineKeyOf)(pipeline)
walk.visited.add(key)
const before=walk.known.get(key)
const call=callOf(walk,pipeline.projectId,pipeline.id)
const[jobs,bridges]=await Promise.all([part(walk,{list:{kind:"jobs",pipelineId:pipeline.id},read:walk.gitlab.fetchJobs,call,before:before?.jobs.map(({job})=>job),isVital:walk.poll.decidedBy==="jobs"}),hasNoBridges(walk,pipeline,before)?{items:[]}:part(walk,{list:{kind:"trigger jobs",pipelineId:pipeline.id},read:walk.gitlab.fetchBridges,call,before:before?.bridges.map(({bridge})=>bridge),isVital:(0,_settled_pipelines_js__WEBPACK_IMPORTED_MODULE_7__.isTreeVital)(walk.poll)})])
const incomplete=incompleteOf({jobs,bridges},before)
return{pipeline,jobs:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.judgedStates)(pipeline,jobs.items===void 0?before?.jobs??[]:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.statesOf)(jobs.items)),bridges:await(0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_0__.mapInParallel)(bridges.items??(before?.bridges??[]).map(({bridge})=>bridge),parallelRequests,bridge=>bridgeStateOf(walk,(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.judgedIn)(pipeline,bridge),level)),...incomplete===void 0?{}:{incomplete}}}function incompleteOf(parts,before){const jobs=parts.jobs.lacks??(parts.jobs.items===void 0?before?.incomplete?.jobs:void 0)
const bridges=parts.bridges.lacks??(parts.bridges.items===void 0?before?.incomplete?.bridges:void 0)
return jobs===void 0&&bridges===void 0?void 0:{jobs,bridges}}function hasNoBridges(walk,{status},before){return isTrusted(walk)&&walk.poll.previous?.isUnproved!==true&&!((0,_settled_pipelines_js__WEBPACK_IMPORTED_MODULE_7__.isTreeVital)(walk.poll)&&(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_3__.isTerminalStatus)(status))&&!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_3__.hidesFailures)(status)&&before?.bridges.length===0&&before.incomplete?.bridges===void 0&&before.jobs.length>0&&before.pipeline.status!=="created"}function isTrusted({poll:{previous,reads}}){return reads!=="everything"&&previous?.failure===void 0&&previous?.fromCache!==true}async function part(walk,ask){const{list,before}=ask
const answer=await ask.read(ask.call,walk.poll.signal)
const behind=(0,_marks_behind_js__WEBPACK_IMPORTED_MODULE_5__.behindReply)(walk.marks,list,answer)
const reply=behind??answer
const name=(0,_marks_high_water_js__WEBPACK_IMPORTED_MODULE_6__.wordsFor)(list)
if(reply.kind==="ok"){noteCache(walk,reply.hints);(0,_marks_high_water_js__WEBPACK_IMPORTED_MODULE_6__.noteSteps)(walk.marks,list,reply.value.items)
const isProved=reply.value.items.length>0||reply.hints.isPaged===true
if(!isProved)walk.unproved+=1
const lacks=missingOf(name,reply.value)
if(lacks!==void 0)walk.unreadable.add(lacks)
return{items:reply.value.items,lacks}}const isStandInBehind=behind!==void 0&&(0,_marks_behind_js__WEBPACK_IMPORTED_MODULE_5__.whyBehind)(walk.marks,list,{items:before??[]})!==void 0
if(ask.isVital===true||isStandInBehind)walk.vitalFailures.push(reply)
else if((0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_2__.isTransient)(reply))walk.failures.push(reply)
else{const lacks=`${name} cannot be read (${(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__.lastingReason)(reply)})`
walk.unreadable.add(lacks)
return{lacks}}return{}}function missingOf(name,{truncated,unfit}){if(unfit!==void 0){const{count,why}=unfit
return`${count} of ${name} cannot be read (${count===1?why:`the first is ${why}`})`}return truncated==="timed_out"?`${name} are too many to be read completely`:void 0}async function bridgeStateOf(walk,bridge,level){const target=bridge.downstream
if(walk.poll.downstream==="ignore")return{bridge,downstream:void 0}
if(bridge.unreadDownstream!==void 0)walk.unreadable.add(`the pipeline that ${bridge.name} started: GitLab does not show which one it is`)
if(target===void 0)return{bridge,downstream:void 0}
const key=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.pipelineKeyOf)({projectId:target.projectId,id:target.pipelineId})
if(walk.visited.has(key))return{bridge,downstream:void 0}
const before=walk.known.get(key)
if(isTrusted(walk)&&before!==void 0&&(0,_settled_pipelines_js__WEBPACK_IMPORTED_MODULE_7__.isSettled)(before,walk)&&before.pipeline.status===target.status){for(const each of(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.nodesByKey)(before).keys())walk.visited.add(each)
return{bridge,downstream:before}}const limit=limitAt(walk,level)
if(limit!==void 0){walk.unreadable.add(`downstream pipelines ${limit.beyond}`)
const cutOff=`the pipeline that ${bridge.name} started is not read: ${limit.of} are read`
return{bridge,downstream:void 0,cutOff}}walk.visited.add(key)
const pipeline=await downstreamPipeline(walk,bridge,before)
return{bridge,downstream:pipeline&&await nodeOf(walk,pipeline,level+1)}}function limitAt(walk,level){const most=(0,_settled_pipelines_js__WEBPACK_IMPORTED_MODULE_7__.isTreeVital)(walk.poll)?mostDeciding:mostShown
if(level>=deepestLevel)return{beyond:`below level ${deepestLevel}`,of:`${deepestLevel} levels of the tree`}
if(walk.visited.size<most)return
return{beyond:`beyond the first ${most}`,of:`${most} pipelines of a tree`}}async function downstreamPipeline(walk,bridge,before){const{downstream:target}=bridge
if(target===void 0)return
const isKnown=before!==void 0&&(0,_marks_behind_js__WEBPACK_IMPORTED_MODULE_5__.behindMs)(walk.marks,before.pipeline)===0
if(isKnown&&isTrusted(walk)&&!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_3__.isTerminalStatus)(target.status))return{...before.pipeline,status:target.status}
const call=callOf(walk,target.projectId,target.pipelineId)
const reply=await walk.gitlab.fetchPipeline(call,walk.poll.signal)
if(reply.kind==="ok"){noteCache(walk,reply.hints);(0,_marks_high_water_js__WEBPACK_IMPORTED_MODULE_6__.notePipeline)(walk.marks,reply.value)
return reply.value}if((0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_2__.isTransient)(reply)){((0,_settled_pipelines_js__WEBPACK_IMPORTED_MODULE_7__.isTreeVital)(walk.poll)?walk.vitalFailures:walk.failures).push(reply)
return before&&{...before.pipeline,status:target.status}}walk.unreadable.add(`downstream pipeline ${target.pipelineId} of ${bridge.name} cannot be read (${(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__.lastingReason)(reply)})`)
return}})}

