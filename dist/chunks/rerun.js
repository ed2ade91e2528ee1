export const __webpack_esm_ids__=["rerun"]
export const __webpack_esm_modules__={"./trigger/rerun.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{collision:function(){return collision},takeUpEarlier:function(){return takeUpEarlier}})
var base_clock=__webpack_require__("./base/clock.js")
var errors=__webpack_require__("./base/errors.js")
var request=__webpack_require__("./gitlab/request.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
var addresses=__webpack_require__("./model/addresses.js")
var model_pipeline=__webpack_require__("./model/pipeline.js")
var snapshot=__webpack_require__("./model/snapshot.js")
var parallel=__webpack_require__("./base/parallel.js")
var find_lost_pipeline=__webpack_require__("./trigger/find-lost-pipeline.js")
var rerun_mark=__webpack_require__("./trigger/rerun-mark.js")
var start_context=__webpack_require__("./trigger/start-context.js")
var supersede=__webpack_require__("./trigger/supersede.js")
const pipelinesPerPage=50
const mostPages=6
const parallelRequests=4
const oldestMs=35*24*36e5
const firstPauseMs=3e3
const longestPauseMs=15e3
const lastChanceMs=3e4
async function findEarlierAttempt({gitlab,clock},search){let pauseMs=firstPauseMs
let isAnnounced=false
const beginMs=clock.nowMs()
for(let round=1;;round+=1){const startMs=clock.nowMs()
const result=await searchOnce(gitlab,search,`${search.mark.step}.${round}.${Math.round(startMs)}`)
if(result.kind==="found"||result.kind==="unknown")return result
const nowMs=clock.nowMs()
if(result.kind==="absent"&&startMs>=search.settledMs)return result
if(result.kind==="failed"&&nowMs>=Math.max(search.settledMs,beginMs)+lastChanceMs)return{kind:"unknown",why:result.why}
if(result.kind==="absent"&&!isAnnounced){isAnnounced=true
search.onWaiting(search.settledMs-nowMs)}const leftMs=search.settledMs-nowMs
await(0,base_clock.sleep)(clock,leftMs>0?Math.min(pauseMs,leftMs):pauseMs,search.signal)
pauseMs=Math.min(pauseMs*1.5,longestPauseMs)}}const mostSearches=4
async function findOtherAttempts({gitlab,clock},search,ownId){for(let searches=1;;searches+=1){const result=await searchOnce(gitlab,search,`${search.mark.step}.after.${searches}`)
const pipelines=result.kind==="found"?result.pipelines:[]
const isWhole=result.kind==="unknown"||pipelines.some(({pipeline})=>pipeline.id===ownId)
if(isWhole||searches>=mostSearches)return pipelines
await(0,base_clock.sleep)(clock,firstPauseMs,search.signal)}}async function searchOnce(gitlab,search,fresh){const{project,asked,judged,mark,newerThan=0,signal}=search
const all=[]
for(let page=1;page<=mostPages;page+=1){const filters={ref:(0,start_context.shortRef)(asked.ref),orderBy:"id",sort:"desc",perPage:pipelinesPerPage,page}
const listed=await gitlab.listPipelines({project,filters,fresh:`${fresh}.${page}`},signal)
if(listed.kind!=="ok")return listFailure(listed)
const{unfit,hints}=listed
const value=listed.value.filter(pipeline=>pipeline.id>newerThan&&!isTooOld(pipeline,listed))
await(0,parallel.mapInParallel)(value.filter(isUnjudged(judged)),parallelRequests,async({id,source})=>{judged.set(id,await judge(gitlab,search,{id,source}))})
const ours=value.flatMap(pipeline=>{const judgment=judged.get(pipeline.id)
return judgment?.kind==="ours"&&judgment.mark.rerun.step===mark.step?[{pipeline,mark:judgment.mark}]:[]})
all.push(...[...ours].sort((one,other)=>other.pipeline.id-one.pipeline.id))
const alikeId=all.find(each=>each.mark.rerun.asked===mark.asked)?.pipeline.id
const doubt=doubtOf(value,judged,alikeId)
if(doubt!==void 0)return doubt
const unread=unfit?.find(({id})=>id===void 0||id>Math.max(alikeId??0,newerThan))
if(unread!==void 0)return{kind:"failed",why:`a pipeline of the list cannot be read (${unread.unfit})`}
if(hints.fromCache===true)return{kind:"failed",why:"a cache on the way answered with a list that may be an old one"}
const[first,...rest]=all
const found=first&&{kind:"found",pipelines:[first,...rest]}
if(found!==void 0&&alikeId!==void 0)return found
if(listed.value.length<pipelinesPerPage||value.length<listed.value.length){if(found!==void 0)return found
return listed.value.length>0||page>1||hints.isPaged===true?{kind:"absent"}:{kind:"failed",why:"the list is empty, and lacks the headers that GitLab sends with one"}}}return{kind:"unknown",why:`None of the newest ${pipelinesPerPage*mostPages} pipelines of the ref is of this step, and there are older ones`}}function isTooOld({createdAt},{value,hints}){const newestMs=Math.max(...value.map(pipeline=>Date.parse(pipeline.createdAt??"")||0))
return Date.parse(createdAt??"")<(hints.serverTimeMs??newestMs)-oldestMs}function isUnjudged(judged){return({id})=>{const kind=judged.get(id)?.kind
return kind===void 0||kind==="opaque"}}function doubtOf(page,judged,foundId=0){const doubtful=page.filter(({id})=>id>foundId).map(({id})=>({id,judgment:judged.get(id)}))
for(const{id,judgment}of doubtful)if(judgment?.kind==="hidden"){const why=`The variables of pipeline ${id}, which tell whose it is, cannot be read: ${judgment.why}`
return{kind:"unknown",why,refusal:judgment.reply}}for(const{id,judgment}of doubtful)if(judgment?.kind==="opaque")return{kind:"failed",why:`pipeline ${id}: ${judgment.why}`}
return}function listFailure(listed){const{why}=(0,explain.describeReply)(listed)
return(0,response_meaning.meaningOf)("poll",listed)==="final"?{kind:"unknown",why,refusal:listed}:{kind:"failed",why}}async function judge(gitlab,{project,via,asked,mark,signal},{id:pipelineId,source}){if(source!==void 0&&find_lost_pipeline.neverTriggered.has(source))return{kind:"stranger"}
const reply=await gitlab.fetchVariables({project,pipelineId},signal)
if(reply.kind!=="ok"){const{why}=(0,explain.describeReply)(reply)
if((0,response_meaning.meaningOf)("poll",reply)!=="final")return{kind:"opaque",why}
const isGone=reply.kind==="refused"&&reply.refusal.status===404
return isGone?{kind:"opaque",why}:{kind:"hidden",why,reply}}const payload=reply.value.find(({key})=>key==="TRIGGER_PAYLOAD")?.value
const isOfJob=source==="pipeline"&&via!=="job_token"&&reply.unfit===void 0
if(payload===void 0&&isOfJob)return{kind:"stranger"}
if(payload===void 0)return{kind:"opaque",why:"it has no TRIGGER_PAYLOAD to know it by"}
const found=(0,supersede.readMark)(payload)
const rerun=found?.rerun
if(found!==void 0&&rerun!==void 0){const isForged=rerun.asked===mark.asked&&!(0,rerun_mark.wasSentWith)(asked,payload)
return isForged?{kind:"stranger"}:{kind:"ours",mark:{...found,rerun}}}return(0,supersede.isTelling)(payload)?{kind:"stranger"}:{kind:"opaque",why:"its TRIGGER_PAYLOAD cannot be read"}}var retry=__webpack_require__("./base/retry.js")
const repeatPolicy={attempts:5,firstPauseMs:1e3,maxPauseMs:8e3,maxRetryAfterMs:12e4}
const readPolicy={...repeatPolicy,attempts:8}
const effectPauseMs=2e3
async function retryEarlier(deps,task){const{clock,random}=deps
const before=await newestJob(deps,task)
if(before.kind!=="ok")throw(0,explain.errorOf)(before,{what:`Nothing was retried: cannot read the jobs of ${labelOf(task)}`})
const sentMs=clock.nowMs()
const reply=await(0,retry.retry)({clock,random,policy:repeatPolicy,attempt:async()=>await deps.gitlab.retryPipeline(task,task.signal),retryable:result=>(0,response_meaning.meaningOf)("start",result)==="not_done"&&result.kind!=="ok"?{retryAfterMs:(0,responses_reply.retryAfterOf)(result)}:void 0,onRetry:(result,delayMs)=>deps.onRetry(whyOf(result),delayMs),signal:task.signal})
if(reply.kind==="ok"){const untilMs=clock.nowMs()+75e3
const seen=await awaitEffect(deps,task,{before:before.value,untilMs})
return seen??{pipeline:reply.value,result:"nothing_retried"}}const meaning=(0,response_meaning.meaningOf)("start",reply)
const isConcurrent=reply.kind==="refused"&&reply.refusal.status===409
if(meaning==="not_done")throw(0,explain.errorOf)(reply,{what:`Cannot retry ${labelOf(task)}`})
if(meaning==="final"&&!isConcurrent)throw refusedRetry(reply,task)
const untilMs=isConcurrent?clock.nowMs()+75e3:sentMs+135e3
const seen=await awaitEffect(deps,task,{before:before.value,untilMs})
if(seen!==void 0)return seen
throw new errors.UnreachableError({code:"retry_uncertain",what:`It is not known whether GitLab retries ${labelOf(task)}`,why:`${whyOf(reply)}. It was looked for, and no job runs again. The request was not repeated, because a job could run twice.`,hint:`Look at ${task.pipeline.webUrl}, and run this step again when nothing runs there.`})}async function newestJob({gitlab,clock,random},task){const{project,pipelineId,signal}=task
return await(0,retry.retry)({clock,random,policy:readPolicy,attempt:async()=>{const fresh=(0,request.freshText)(pipelineId,clock)
const call={project,pipelineId,fresh}
const jobs=await gitlab.fetchJobs(call,signal)
if(jobs.kind!=="ok")return jobs
const bridges=await gitlab.fetchBridges(call,signal)
if(bridges.kind!=="ok")return bridges
const ids=[...jobs.value.items,...bridges.value.items].map(({id})=>id)
return{...jobs,value:Math.max(0,...ids)}},retryable:result=>result.kind!=="ok"&&(0,response_meaning.isTransient)(result)?{retryAfterMs:(0,responses_reply.retryAfterOf)(result)}:void 0,signal})}async function awaitEffect(deps,task,{before,untilMs}){const{gitlab,clock}=deps
const{project,pipelineId,pipeline,signal}=task
for(;;){const isLast=clock.nowMs()>=untilMs
const fresh=(0,request.freshText)(pipelineId,clock)
const reply=await gitlab.fetchPipeline({project,pipelineId,fresh},signal)
if(reply.kind==="ok"){const isRevived=(0,model_pipeline.isTerminalStatus)(pipeline.status)&&!(0,model_pipeline.isTerminalStatus)(reply.value.status)
const newest=isRevived?void 0:await newestJob(deps,task)
if(isRevived||newest?.kind==="ok"&&newest.value>before)return{pipeline:reply.value,result:"retried"}}else if(reply.kind==="refused"&&!(0,response_meaning.isTransient)(reply))throw refusedRetry(reply,task)
if(isLast)return
await(0,base_clock.sleep)(clock,Math.min(effectPauseMs,Math.max(0,untilMs-clock.nowMs())),signal)}}function refusedRetry(reply,task){const{why}=(0,explain.describeReply)(reply)
if((0,responses_reply.namesNoRecord)(reply))return pipelineGone(task,why)
if(reply.kind!=="refused"||reply.refusal.status===401)return(0,explain.errorOf)(reply,{what:`Cannot retry ${labelOf(task)}`})
return new errors.RefusedError({code:"retry_refused",what:`GitLab does not retry ${labelOf(task)}, which an earlier attempt has started`,why,hint:"Give an access_token with the scope api, of a user who may run pipelines on this ref (the role Developer; on a protected ref one that may push or merge), or set on_rerun to follow or new. Nothing was started."})}function pipelineGone({pipelineId},why){return new errors.RefusedError({code:"rerun_pipeline_gone",what:`Pipeline ${pipelineId}, which an earlier attempt has started, is gone`,why,hint:"It was deleted before this step could reuse it, and nothing was started. Run the step again: it then starts a new one."})}function labelOf({pipelineId}){return`pipeline ${pipelineId}`}function whyOf(reply){return reply.kind==="ok"?"":(0,explain.describeReply)(reply).why}const cancelingMs=6e4
const cancelingPauseMs=2e3
const readMs=6e4
async function takeUpEarlier(deps,task){const{request,caller,signal}=task
const{rerun}=request
const mark=(0,rerun_mark.rerunMarkOf)(task)
const alone={kind:"new",othersThan:()=>Promise.resolve([])}
if(rerun===void 0)return alone
if(mark===void 0||caller.attempt===void 0){deps.onEvent({kind:"rerun",action:"unsupported"})
return alone}if(caller.attempt.isFirst===true)return alone
const judged=new Map
let ended
const waitMs=caller.attempt.isFirst==="unknown"?0:135e3
const search={project:request.project,via:(0,start_context.startContextOf)(request).via,asked:request,mark,settledMs:deps.clock.nowMs()+waitMs,onWaiting:retryTimeoutMs=>deps.onEvent({kind:"rerun_searching",retryTimeoutMs,earlier:ended&&earlierOf(ended)}),judged,signal}
const startNew=(action,marked)=>{deps.onEvent({kind:"rerun",action,earlier:marked&&earlierOf(marked)})
return{kind:"new",othersThan:async({id})=>(await findOtherAttempts(deps,search,id)).filter(other=>other.mark.rerun.asked===mark.asked&&other.pipeline.id!==id&&other.pipeline.id>(marked?.pipeline.id??0))}}
for(;;){const found=await findEarlierAttempt(deps,{...search,newerThan:ended?.pipeline.id})
if(found.kind==="unknown")throw uncertain(task,found.why,found.refusal!==void 0)
if(found.kind==="absent")return startNew(ended===void 0?"absent":"ended",ended)
const chosen=choose(found.pipelines,mark,task)
if(chosen.kind==="other_request")return ended===void 0?startNew("other_request",chosen.marked):startNew("ended",ended)
const marked={...chosen.marked,pipeline:await afterCanceling(deps,task,chosen.marked.pipeline)}
const isOwn=marked.mark.rerun.attempt===mark.attempt
const plan=await planFor(deps,task,{rerun,marked,isOwn})
if(plan!=="ended")return{kind:"taken_up",started:await takeUp(deps,task,{marked,plan})}
if((0,rerun_mark.isNextAttempt)(marked.mark.rerun,mark))return startNew("ended",marked)
ended=marked}}function choose(pipelines,mine,task){const later=pipelines.find(({mark})=>(0,rerun_mark.isLaterAttempt)(mark.rerun,mine))
if(later!==void 0)throw overtaken(later,task)
const alike=pipelines.filter(({mark})=>mark.rerun.asked===mine.asked)
const[marked,...rest]=alike
if(marked===void 0)return{kind:"other_request",marked:pipelines[0]}
const twins=rest.filter(({mark})=>mark.rerun.attempt===marked.mark.rerun.attempt)
if(twins.length>0){const ids=[marked,...twins].map(({pipeline})=>pipeline.id).join(", ")
throw uncertain(task,`Attempt ${marked.mark.rerun.attempt} has started several pipelines alike, ${ids}, and nothing tells which one this step's is`,true)}return{kind:"same",marked}}async function afterCanceling(deps,task,pipeline){const{clock}=deps
const{id}=pipeline
const project=(0,model_pipeline.projectOf)(pipeline,task.request.project)
const beginMs=clock.nowMs()
for(;;){const fresh=(0,request.freshText)(id,clock)
const reply=await deps.gitlab.fetchPipeline({project,pipelineId:id,fresh},task.signal)
const passedMs=clock.nowMs()-beginMs
if(reply.kind==="ok"){if(reply.value.status!=="canceling"||passedMs>=cancelingMs)return reply.value}else{if((0,responses_reply.namesNoRecord)(reply))throw pipelineGone({project,pipelineId:id},(0,explain.describeReply)(reply).why)
if(!(0,response_meaning.isTransient)(reply)||passedMs>=readMs)throw(0,explain.errorOf)(reply,{what:`Nothing was started: cannot read pipeline ${id}, which an earlier attempt has started`})}await(0,base_clock.sleep)(clock,cancelingPauseMs,task.signal)}}async function planFor(deps,task,{rerun,marked,isOwn}){const{status,id:pipelineId}=marked.pipeline
if(isOwn||status==="success")return"follow"
if(rerun.mode==="follow")return(0,model_pipeline.isTerminalStatus)(status)||status==="canceling"?"ended":"follow"
if((0,model_pipeline.isTerminalStatus)(status)||status==="canceling")return status==="skipped"?"follow":"retry"
const project=(0,model_pipeline.projectOf)(marked.pipeline,task.request.project)
const jobs=await deps.gitlab.fetchJobs({project,pipelineId},task.signal)
if(jobs.kind!=="ok")return"follow"
const isBroken=(0,snapshot.statesOf)(jobs.value.items).some(({job})=>(0,model_pipeline.isCountingFailure)(job)||job.status==="canceled")
return isBroken?"retry":"follow"}async function takeUp(deps,task,{marked,plan}){const{request,signal}=task
const{pipeline,mark}=marked
const tell=action=>deps.onEvent({kind:"rerun",action,earlier:earlierOf(marked)})
const context=(0,start_context.startContextOf)(request)
deps.onTaken(pipeline)
if(plan==="follow"){tell("followed")
return{pipeline,context,mark}}tell("retrying")
const project=(0,model_pipeline.projectOf)(pipeline,task.request.project)
const onRetry=(why,delayMs)=>deps.onEvent({kind:"retrying",why,delayMs})
const retried=await retryEarlier({...deps,onRetry},{project,pipelineId:pipeline.id,pipeline,signal})
tell(retried.result)
return{pipeline:retried.pipeline,context,mark}}function earlierOf({pipeline,mark}){return{pipelineId:pipeline.id,attempt:mark.rerun.attempt,status:pipeline.status}}function collision(pipeline,others){const older=others.find(other=>other.pipeline.id<pipeline.id)
if(older===void 0)return
return new errors.RefusedError({code:"rerun_overtaken",what:`Pipeline ${pipeline.id} is not followed: attempt ${older.mark.rerun.attempt} of this step has started pipeline ${older.pipeline.id} at the same time`,why:"Two attempts ran at once, and only one pipeline is wanted.",hint:`Pipeline ${older.pipeline.id} stays: ${older.pipeline.webUrl}`})}function overtaken({pipeline,mark},{caller}){return new errors.RefusedError({code:"rerun_overtaken",what:`Nothing was started: attempt ${mark.rerun.attempt} of this step has started pipeline ${pipeline.id}, and this is attempt ${caller.attempt?.id??"unknown"}`,why:"A later attempt runs, or has run, at the same time.",hint:`See what becomes of it: ${pipeline.webUrl}`})}function uncertain(task,why,isForGood){const{request}=task
const context=(0,start_context.startContextOf)(request)
const parts={code:"rerun_uncertain",what:`Nothing was started: it is not known whether an earlier attempt of this step has started a pipeline in ${(0,addresses.projectLabel)(context.project)} at ${context.ref}`,why,hint:`Reading the variables of pipelines takes an access_token of a Maintainer, or of the owner of the trigger token; several steps that ask for the same need a rerun_key each. Look at ${(0,start_context.pipelinesPage)(context)}, or set on_rerun to new.`}
return isForGood?new errors.RefusedError(parts):new errors.UnreachableError(parts)}})}

