export const __webpack_esm_ids__=["await"]
export const __webpack_esm_modules__={"./run/await.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{awaitExpectedCommit:function(){return awaitExpectedCommit},awaitPipeline:function(){return awaitPipeline},runsNewerCommit:function(){return runsNewerCommit}})
var duration=__webpack_require__("./base/duration.js")
var errors=__webpack_require__("./base/errors.js")
var base_text=__webpack_require__("./base/text.js")
var base_clock=__webpack_require__("./base/clock.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
const firstPauseMs=3e3
const longestPauseMs=15e3
const pauseGrowth=1.5
const heartbeatMs=6e4
async function pollUntil(task){const{clock,signal,timeoutMs}=task
const startMs=clock.nowMs()
const endMs=startMs+timeoutMs
let outageStartMs
let heartbeatDueMs=startMs
let autoPauseMs=firstPauseMs
for(;;){signal.throwIfAborted()
const isLast=clock.nowMs()>=endMs
const result=await task.poll(isLast)
const nowMs=clock.nowMs()
let pauseMs=task.pollInterval==="auto"?autoPauseMs:task.pollInterval
if(result.kind==="found")return result.value
if(result.kind==="failed"){const{reply}=result
const outageEndMs=(outageStartMs??nowMs)+task.outageTimeoutMs
if(!(0,response_meaning.isTransient)(reply)||isLast||nowMs>=outageEndMs)throw task.errorFor(reply)
if(outageStartMs===void 0)task.onFailure({why:(0,explain.describeReply)(reply).why,retryTimeoutMs:outageEndMs-nowMs})
outageStartMs??=nowMs
pauseMs=Math.max(pauseMs,(0,responses_reply.retryAfterOf)(reply)??0)}else{if(isLast)return"timed_out"
outageStartMs=void 0
pauseMs=result.pauseMs??pauseMs
if(nowMs>=heartbeatDueMs&&endMs>nowMs&&result.pauseMs===void 0){task.onWaiting({elapsedMs:nowMs-startMs,remainingMs:endMs-nowMs})
heartbeatDueMs=nowMs+heartbeatMs}}autoPauseMs=Math.min(autoPauseMs*pauseGrowth,longestPauseMs)
await(0,base_clock.sleep)(clock,Math.max(0,Math.min(pauseMs,endMs-nowMs)),signal)}}var request=__webpack_require__("./gitlab/request.js")
var addresses=__webpack_require__("./model/addresses.js")
var model_pipeline=__webpack_require__("./model/pipeline.js")
var find_pipeline=__webpack_require__("./follow/find-pipeline.js")
const perPage=100
const settleMs=5e3
const settledAgeMs=3e4
async function findByCommit(deps,search){const{gitlab,clock}=deps
const{project,commit,signal}=search
const filters={sha:commit.sha,ref:commit.ref,source:commit.source,perPage}
let sorted={fit:[],passedOver:[]}
let hasSettled=commit.ref!==void 0&&commit.source!==void 0
const poll=async isLast=>{const fresh=(0,request.freshText)(commit.sha.slice(0,8),clock)
const reply=await gitlab.listPipelines({project,filters,fresh},signal)
if(reply.kind!=="ok")return{kind:"failed",reply}
sorted=sort(reply.value,commit)
const[newest]=sorted.fit
if(newest===void 0)return{kind:"not_yet"}
if(!hasSettled&&!isLast&&isYoung(newest,reply.hints)){hasSettled=true
return{kind:"not_yet",pauseMs:settleMs}}const kinds=new Set(sorted.fit.map(kindOf))
if(kinds.size>1)throw ambiguous(sorted.fit,search)
return{kind:"found",value:newest}}
const found=await pollUntil({clock,signal,timeoutMs:commit.appearTimeoutMs,pollInterval:search.pollInterval,outageTimeoutMs:search.outageTimeoutMs,poll,onWaiting:({elapsedMs,remainingMs})=>{const{sha,ref,source}=commit
const{passedOver}=sorted
deps.onEvent({kind:"awaiting_pipeline",sha,ref,source,passedOver,elapsedMs,remainingMs})},onFailure:failure=>deps.onEvent({kind:"await_failed",...failure}),errorFor:reply=>cannotList(reply,search)})
if(found==="timed_out")throw notAppeared(sorted.passedOver,search)
const passedOver=[...sorted.fit.filter(({id})=>id!==found.id),...sorted.passedOver]
if(passedOver.length>0)deps.onEvent({kind:"pipelines_passed_over",pipelines:passedOver})
return found}function sort(list,{sha,ref,source}){const own=list.filter(pipeline=>pipeline.sha===sha&&(ref===void 0||pipeline.ref===ref)).sort((one,other)=>other.id-one.id)
const isFit=pipeline=>source===void 0?pipeline.source===void 0||model_pipeline.automaticSources.has(pipeline.source):pipeline.source===source
return{fit:own.filter(isFit),passedOver:own.filter(pipeline=>!isFit(pipeline))}}function kindOf({id,source,ref}){return JSON.stringify([source===void 0||source==="parent_pipeline"?id:source,ref])}function isYoung({createdAt},{serverTimeMs}){const ageMs=(serverTimeMs??NaN)-Date.parse(createdAt??"")
return Number.isNaN(ageMs)||ageMs<settledAgeMs}const mostNamed=5
function named(pipelines){const names=pipelines.slice(0,mostNamed).map(({id,source,ref})=>`${id} (${(0,base_text.cleanLine)(source??"source unknown",60)}, ${(0,base_text.cleanLine)(ref,255)})`)
const more=pipelines.length-names.length
return`${names.join(", ")}${more>0?` and ${more} more`:""}`}function wantedIn({project,commit}){const{sha,ref,source}=commit
const[onRef,ofSource]=[ref===void 0?"":` on ${ref}`,source===void 0?"":` of source ${source}`]
return`pipeline${ofSource} for commit ${sha}${onRef} in ${(0,addresses.projectLabel)(project)}`}function cannotList(reply,search){return(0,find_pipeline.unreadable)(reply,{what:`Cannot look for the ${wantedIn(search)}`,reader:search.reader})}function ambiguous(fit,search){return new errors.RefusedError({code:"pipeline_ambiguous",what:`There is more than one ${wantedIn(search)}, and nothing says which one is meant`,why:`GitLab has started ${named(fit)}.`,hint:choiceHint(fit)})}function choiceHint(fit){const sources=new Set(fit.map(({source})=>source))
if(sources.has(void 0))return"This GitLab does not show the source of a pipeline: give pipeline_id."
if(sources.has("parent_pipeline"))return"Give the pipeline_id of the child; or follow its parent (with downstream: require all children count)."
return sources.size>1?"Give source to choose one of them (and ref, where they differ in that too), or let workflow:rules start one only.":"Give ref to choose one of them."}function notAppeared(passedOver,search){const{appearTimeoutMs,source}=search.commit
const seen=passedOver.length===0?"GitLab lists no pipeline of it.":`GitLab lists others, which were passed over: ${named(passedOver)}.`
const choice=passedOver.length>0&&source===void 0?" Or give source to follow one of those listed.":""
return new errors.TimeoutError({code:"pipeline_not_appeared",what:`No ${wantedIn(search)} appeared within ${(0,duration.formatDuration)(appearTimeoutMs)}`,why:seen,hint:`Check that GitLab has the commit (a mirror may lag: raise appear_timeout; the merge commit of a pull request on GitHub never comes), that workflow:rules of its CI file allow the pipeline, and, for a pull mirror, that "Trigger pipelines for mirror updates" is on.${choice}`})}var assert_never=__webpack_require__("./base/assert-never.js")
var labels=__webpack_require__("./report/labels.js")
function awaitEventLine(event){switch(event.kind){case"awaiting_pipeline":{const{sha,ref,source,passedOver,remainingMs}=event
const ofSource=source===void 0?"":` of source ${source}`
const onRef=ref===void 0?"":` on ${(0,base_text.cleanLine)(ref,255)}`
const others=passedOver.length===0?"":` (passed over: ${pipelinesLabel(passedOver)})`
return`No pipeline${ofSource} for commit ${(0,labels.shortSha)(sha)}${onRef} yet${others}; waiting for up to ${(0,duration.formatDuration)(remainingMs)}`}case"pipelines_passed_over":return`Other pipelines of the commit, passed over: ${pipelinesLabel(event.pipelines)}`
case"awaiting_commit":{const{sha,ref,tip,remainingMs}=event
const at=tip===void 0?"does not exist yet":`is at ${(0,labels.shortSha)(tip)}`
return`${(0,base_text.cleanLine)(ref,255)} ${at}; waiting for ${(0,labels.shortSha)(sha)} for up to ${(0,duration.formatDuration)(remainingMs)}`}case"commit_arrived":{const{ref,sha,tip,isNewer,elapsedMs}=event
const more=isNewer?`, which has ${(0,labels.shortSha)(sha)} in its past,`:""
return`${(0,base_text.cleanLine)(ref,255)} is at ${(0,labels.shortSha)(tip)}${more} after ${(0,duration.formatDuration)(elapsedMs)}`}case"mirror_asked":return event.dueInMs===void 0?"GitLab was asked to pull its mirror now":`GitLab was asked to pull its mirror, and will in about ${(0,duration.formatDuration)(event.dueInMs)}: it does not more often than every five minutes`
case"await_failed":return`GitLab cannot be asked (${(0,base_text.cleanLine)(event.why)}); trying again for up to ${(0,duration.formatDuration)(event.retryTimeoutMs)}`
default:return(0,assert_never.assertNever)(event)}}function pipelinesLabel(pipelines){return(0,labels.listLabel)(pipelines.map(({id,source,ref})=>{const from=source===void 0?"source unknown":(0,base_text.cleanLine)(source,60)
return`${id} (${from} on ${(0,base_text.cleanLine)(ref,100)})`}))}const pullIntervalMs=3e5
function createMirrorSync({gitlab,onEvent},{project,signal}){const label=(0,addresses.projectLabel)(project)
let state="new"
let before
const begin=async()=>{const seen=await gitlab.fetchPullMirror({project},signal)
const asked=await gitlab.startPullMirror({project},signal)
if(asked.kind!=="ok"){if((0,response_meaning.isTransient)(asked))return{kind:"failed",reply:asked}
throw refused(asked,label)}before=seen.kind==="ok"?seen.value:void 0
state=seen.kind==="ok"?"asked":"unwatched"
onEvent({kind:"mirror_asked",dueInMs:dueIn(seen)})
return}
const check=async()=>{const seen=await gitlab.fetchPullMirror({project},signal)
if(seen.kind!=="ok"||seen.value.updateStatus!=="failed")return
if(seen.value.lastUpdateAt!==before?.lastUpdateAt)throw failed(seen.value,label)}
return async()=>{if(state==="new")return await begin()
if(state==="asked")await check()
return}}function dueIn(seen){if(seen.kind!=="ok")return
const lastMs=Date.parse(seen.value.lastUpdateAt??"")
const dueMs=lastMs+pullIntervalMs-(seen.hints.serverTimeMs??NaN)
return dueMs>0?Math.min(dueMs,pullIntervalMs):void 0}function failed({lastError},label){return new errors.RefusedError({code:"mirror_failed",what:`Nothing was started: GitLab could not pull the mirror of ${label}`,why:lastError===void 0?"GitLab gives no reason.":`GitLab says: ${shownError(lastError)}`,hint:"Fix what it names (mostly the address, the credentials, or a branch that has diverged) in Settings > Repository > Mirroring repositories."})}function shownError(text){const withoutUsers=text.replace(/(?<=:\/\/)[^\s/@]*(?:@[^\s/@]*)*@/g,"***@")
return(0,base_text.cleanLine)((0,base_text.withoutTokens)(withoutUsers),500)}function refused(reply,label){const what=`Nothing was started: GitLab does not pull the mirror of ${label}`
const described=(0,explain.describeReply)(reply)
const advice=reply.kind==="refused"&&reply.refusal.speaker==="gitlab"?adviceOn(reply.refusal):void 0
return new errors.RefusedError({what,...described,...advice===void 0?{}:{code:"mirror_refused",hint:advice}})}function adviceOn({status,texts,oauthError}){if(status===400&&texts.some(text=>/not mirrored/i.test(text)))return"It has no pull mirror: set one up in Settings > Repository > Mirroring repositories, or leave sync_mirror out if the repository is pushed to GitLab."
if(status===403&&texts.some(text=>/on pause/i.test(text)))return'GitLab has given up after 14 failures in a row: fix the cause in Settings > Repository > Mirroring repositories, and press "Update now" there.'
if(status===403&&oauthError!==void 0)return"Use an access_token with the scope api."
if(status===403)return"The user behind access_token needs the role Maintainer in the project."
if(status===404)return"Pull mirrors need GitLab Premium or Ultimate, and a member of the project behind access_token: check both, or leave sync_mirror out."
return}async function awaitCommit(deps,awaited){const{gitlab,clock,onEvent}=deps
const{project,ref,expectedSha,wait,signal}=awaited
const readTip=tipReader(gitlab,awaited)
const sync=wait.syncMirror?createMirrorSync(deps,awaited):void 0
let tip
let compared
const poll=async()=>{const read=await readTip()
if(read.kind==="failed")return read
tip=read.tip
if(tip?.startsWith(expectedSha)===true)return{kind:"found",value:"exact"}
if(tip!==void 0&&tip!==compared){const held=await holdsCommit(gitlab,{project,expectedSha,tip,signal})
if(typeof held!=="boolean")return{kind:"failed",reply:held}
if(held)return{kind:"found",value:"newer"}
compared=tip}return await(sync?.())??{kind:"not_yet"}}
const startMs=clock.nowMs()
const found=await pollUntil({clock,signal,timeoutMs:wait.timeoutMs,pollInterval:"auto",outageTimeoutMs:awaited.outageTimeoutMs,poll,onWaiting:waited=>onEvent({kind:"awaiting_commit",sha:expectedSha,ref,tip,...waited}),onFailure:failure=>onEvent({kind:"await_failed",...failure}),errorFor:reply=>(0,explain.errorOf)(reply,{what:`Nothing was started: cannot see which commit ${ref} of ${labelOf(awaited)} is at`})})
if(found==="timed_out")throw notArrived(tip,awaited)
const at=tip??""
if(found==="newer"&&!wait.acceptNewer)throw movedOn(at,awaited)
onEvent({kind:"commit_arrived",sha:expectedSha,ref,tip:at,isNewer:found==="newer",elapsedMs:clock.nowMs()-startMs})}async function holdsCommit(gitlab,compared){const{project,expectedSha,tip,signal}=compared
const reply=await gitlab.fetchMergeBase({project,commits:[expectedSha,tip]},signal)
if(reply.kind==="ok")return reply.value.sha.toLowerCase().startsWith(expectedSha)
if(reply.kind!=="refused"||reply.refusal.speaker!=="gitlab")return reply
const{status,texts}=reply.refusal
const isUnknown=status===400&&texts.some(text=>/could not find ref/i.test(text))
const isUnrelated=status===404&&texts.some(text=>/merge base/i.test(text))
return isUnknown||isUnrelated?false:reply}function tipReader(gitlab,{project,ref,signal}){const full=/^refs\/(heads|tags)\/(.+)$/s.exec(ref)
const name=full?.[2]??ref
const kinds=full===null?["heads","tags"]:[full[1]==="tags"?"tags":"heads"]
const ask=async kind=>await(kind==="heads"?gitlab.fetchBranch:gitlab.fetchTag)({project,name},signal)
let order=kinds
return async()=>{for(const kind of order){const reply=await ask(kind)
if(reply.kind==="ok"){order=[kind]
return{kind:"tip",tip:reply.value.sha?.toLowerCase()}}if(!isAbsent(reply))return{kind:"failed",reply}}order=kinds
return{kind:"tip",tip:void 0}}}function isAbsent(reply){if(reply.kind!=="refused")return false
const{status,speaker,texts}=reply.refusal
return status===404&&speaker==="gitlab"&&texts.some(text=>/\b(?:branch|tag) not found/i.test(text))}function labelOf({project}){return(0,addresses.projectLabel)(project)}function movedOn(tip,awaited){const{ref,expectedSha}=awaited
return new errors.RefusedError({code:"ref_moved_on",what:`Nothing was started: ${(0,base_text.cleanLine)(ref,255)} of ${labelOf(awaited)} has moved on from expected_sha`,why:`It is at ${tip}, which has ${expectedSha} in its past, and a pipeline would run all of it.`,hint:"Let the step of the newer commit start the pipeline; trigger a ref that does not move, such as a tag; or set accept_newer_commit to true if a newer commit will do."})}function notArrived(tip,awaited){const{ref,expectedSha,wait}=awaited
const shownRef=(0,base_text.cleanLine)(ref,255)
const mirror=wait.syncMirror?"GitLab was asked to pull its mirror, and pulls at most every five minutes: raise wait_for_commit, or see Settings > Repository > Mirroring repositories.":"Push it, or see what the mirror does (Settings > Repository > Mirroring repositories); a pull mirror lags by up to half an hour: raise wait_for_commit, or set sync_mirror to true."
return new errors.TimeoutError({code:"commit_not_arrived",what:`Nothing was started: ${shownRef} of ${labelOf(awaited)} did not get the commit ${expectedSha} within ${(0,duration.formatDuration)(wait.timeoutMs)}`,why:tip===void 0?`There is no branch or tag ${shownRef} that GitLab shows.`:`It is at ${tip}, which does not have that commit in its past.`,hint:`${mirror} The merge commit of a pull request on GitHub never comes: expect the head commit.`})}async function awaitPipeline(deps,gitlab,task){const{request,commit,signal}=task
const{project,jobToken,follow}=request
const{pollInterval,outageTimeoutMs}=follow
const{id}=await findByCommit({gitlab,clock:deps.clock,onEvent:event=>say(deps,event)},{project,commit,pollInterval,outageTimeoutMs,reader:jobToken&&"job_token",signal})
return{project,pipelineId:id}}async function awaitExpectedCommit(deps,gitlab,task){const{request,signal}=task
const{project,ref,expectedSha,commitWait:wait,follow}=request
if(expectedSha===void 0||wait===void 0)return
const outageTimeoutMs=follow?.outageTimeoutMs??outageTimeoutUnlessFollowedMs
await awaitCommit({gitlab,clock:deps.clock,onEvent:event=>say(deps,event)},{project,ref,expectedSha,wait,outageTimeoutMs,signal})}const outageTimeoutUnlessFollowedMs=3e5
async function runsNewerCommit(gitlab,{pipeline,expectedSha,signal}){const project={kind:"id",id:pipeline.projectId}
return await holdsCommit(gitlab,{project,expectedSha,tip:pipeline.sha,signal})===true}function say({host,watch},event){watch?.(event)
const print=event.kind==="await_failed"?host.log.warning:host.log.info
print(awaitEventLine(event))}})}

