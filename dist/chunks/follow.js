export const __webpack_esm_ids__=["follow"]
export const __webpack_esm_modules__={"./follow/decide/pipeline-end.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{endOfPipeline:function(){return endOfPipeline},isStuckAtGate:function(){return isStuckAtGate},keepsGatesShut:function(){return keepsGatesShut},movesByItself:function(){return movesByItself}})
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/pipeline.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/snapshot.js")
var _contradictions_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./follow/decide/contradictions.js")
function keepsGatesShut(node){return(0,_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.hasCountingFailure)(node)||node.incomplete?.jobs!==void 0}function isStuckAtGate(node){const{pipeline,jobs,bridges}=node
if((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(pipeline.status))return false
if(pipeline.status==="manual")return true
const waiting=bridges.filter(({bridge,downstream})=>(0,_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.isMoving)(bridge)&&downstream!==void 0&&isStuckAtGate(downstream))
const others=[...jobs.map(({job})=>job),...bridges.filter(state=>!waiting.includes(state)).map(({bridge})=>bridge)]
return waiting.length>0&&others.every(({status})=>(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(status)||atRest.has(status))}const atRest=new Set(["created","manual"])
function endOfPipeline(node,onManual){const{status,statusGroup}=node.pipeline
switch(status){case"success":{const isWarned=statusGroup==="success-with-warnings"||(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.stepsOf)(node).some(isAllowedFailure)
return{outcome:isWarned?"warnings":"success",certainty:"firm"}}case"failed":return{outcome:status,certainty:"firm"}
case"canceled":case"skipped":return{outcome:(0,_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.hasCountingFailure)(node)?"failed":status,certainty:"firm"}
case"manual":return endAtGate(node,onManual)
default:return(0,_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.hasCountingFailure)(node)&&isStuckAtGate(node)?failedAtGate:void 0}}function movesByItself(node){return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.stepsOf)(node).some(({job})=>(0,_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.isMoving)(job))}const failedAtGate={outcome:"failed",certainty:"doubtful"}
function endAtGate(node,onManual){if((0,_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.hasCountingFailure)(node))return failedAtGate
if(movesByItself(node))return
switch(onManual){case"stop":return{outcome:"manual",certainty:"firm"}
case"wait":return
case"play":return node.incomplete?.jobs===void 0?void 0:{outcome:"manual",certainty:"doubtful"}}}function isAllowedFailure({job}){return job.allowFailure&&(job.status==="failed"||job.status==="canceled")}}),"./follow/follow-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{followPipeline:function(){return followPipeline}})
var base_clock=__webpack_require__("./base/clock.js")
var model_pipeline=__webpack_require__("./model/pipeline.js")
var model_snapshot=__webpack_require__("./model/snapshot.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
var parallel=__webpack_require__("./base/parallel.js")
const jobLengthRuns=2
const enoughSamples=3
const priorSpread=.15
const priorWeight=4
const madToDeviation=1.4826
const ninthTenth=1.2816
function usualLengthOf(pipelines){const lengthsOf=(...statuses)=>pipelines.filter(({status})=>statuses.includes(status)).map(({createdAt,updatedAt})=>Date.parse(updatedAt??"")-Date.parse(createdAt??""))
const successful=usualOf(lengthsOf("success"))
if(successful!==void 0&&successful.samples>=enoughSamples)return successful
return usualOf(lengthsOf("success","failed"))}function usualJobLengthsOf(runs){const lengthsByName=new Map
for(const{name,status,durationSeconds}of runs.flat()){if(status!=="success"||durationSeconds===void 0)continue
const lengths=lengthsByName.get(name)??[]
lengths.push(durationSeconds*1e3)
lengthsByName.set(name,lengths)}const usual=new Map
for(const[name,lengths]of lengthsByName){const length=usualOf(lengths)
if(length!==void 0)usual.set(name,length)}return usual}function remainingMs(usual,ageMs){return usual!==void 0&&ageMs<usual.medianMs?usual.medianMs-ageMs:void 0}function medianOf(numbers){const sorted=numbers.toSorted((one,other)=>one-other)
const middle=sorted.length/2
const upper=sorted[Math.floor(middle)]??NaN
return Number.isInteger(middle)?((sorted[middle-1]??NaN)+upper)/2:upper}function usualOf(lengths){const logs=lengths.filter(length=>length>0&&Number.isFinite(length)).map(Math.log)
const samples=logs.length
if(samples===0)return
const middle=medianOf(logs)
const measured=madToDeviation*medianOf(logs.map(log=>Math.abs(log-middle)))
const variance=(samples*measured**2+priorWeight*priorSpread**2)/(samples+priorWeight)
const deviation=Math.sqrt(variance*(1+1/samples))
const at=deviations=>Math.max(Math.round(Math.exp(middle+deviations*deviation)),1)
return{medianMs:at(0),lowMs:at(-ninthTenth),highMs:at(ninthTenth),samples}}const recentPipelines=20
async function fetchHistory(gitlab,{pipeline,signal}){const project={kind:"id",id:pipeline.projectId}
const filters={ref:pipeline.ref,source:pipeline.source,perPage:recentPipelines}
const listed=await gitlab.listPipelines({project,filters},signal)
if(listed.kind!=="ok")return{usual:void 0,jobLengths:new Map}
const others=listed.value.filter(({id})=>id!==pipeline.id)
const passed=others.filter(({status})=>status==="success").slice(0,jobLengthRuns)
const runs=await(0,parallel.mapInParallel)(passed,jobLengthRuns,async({id})=>{const jobs=await gitlab.fetchJobs({project,pipelineId:id},signal)
return jobs.kind==="ok"?jobs.value.items:[]})
return{usual:usualLengthOf(others),jobLengths:usualJobLengthsOf(runs)}}function changesBetween(before,after,elapsedMs){const old=before===void 0?new Map:placesById(before)
const changes=(0,model_snapshot.placesOf)(after.root).flatMap(place=>changesOfPlace(old.get(place.node.pipeline.id),place,elapsedMs))
const newlyUnreadable=after.unreadable.filter(unreadablePart=>before?.unreadable.includes(unreadablePart)!==true)
return[...changes,...newlyUnreadable.map(unreadablePart=>({kind:"partial_data",elapsedMs,unreadablePart}))]}function placesById({root}){return new Map((0,model_snapshot.placesOf)(root).map(place=>[place.node.pipeline.id,place]))}function changesOfPlace(before,{path,node},elapsedMs){const old=new Set(before===void 0?[]:(0,model_snapshot.stepsOf)(before.node).map(momentOf))
const jobs=(0,model_snapshot.stepsOf)(node).filter(state=>!silentStatuses.has(state.job.status)&&!old.has(momentOf(state))).map(({job,attempt})=>({kind:"job_changed",elapsedMs,path,job,attempt,known:(0,model_pipeline.isKnownStatus)(job.status)}))
const{pipeline}=node
if(before?.node.pipeline.status===pipeline.status)return jobs
const known=(0,model_pipeline.isKnownStatus)(pipeline.status)
return[...jobs,{kind:"pipeline_changed",elapsedMs,path,pipeline,known}]}const silentStatuses=new Set(["created","pending","skipped","waiting_for_resource","preparing"])
function momentOf({job}){return`${job.id} ${job.status}`}const silenceMs=5*6e4
function recordPoll({request},progress,poll){const{snapshot,endMs}=poll
const elapsedMs=endMs-progress.startMs
const changes=changesBetween(progress.seen,snapshot,elapsedMs)
const why=snapshot.failure??(progress.openStartMs===void 0?void 0:progress.question?.why)
const outageEvents=why===void 0?pollRecovered(progress,endMs):pollFailed(progress,poll,{why,retryTimeoutMs:request.outageTimeoutMs})
progress.seen=snapshot
progress.outageStartMs=void 0
progress.missingSinceMs=void 0
progress.failedPolls=0
progress.retryAfterMs=void 0
if(changes.length>0)progress.lastProgressMs=endMs
const remaining=remainingMs(progress.history?.usual,(progress.ageAtStartMs??0)+elapsedMs)
return[...outageEvents,...changes,{kind:"snapshot",elapsedMs,snapshot,remainingMs:remaining}]}function recordFailure({request,pipeline},progress,poll){const{why,retryAfterMs}=(0,explain.failureOf)(poll.reply)
const{outageTimeoutMs}=request
const isMissing=(0,responses_reply.namesNoRecord)(poll.reply)
if(isMissing)progress.missingSinceMs??=poll.startMs
const missingUntilMs=(progress.missingSinceMs??poll.startMs)+Math.min(6e4,outageTimeoutMs)
if(!(0,response_meaning.isTransient)(poll.reply)&&!(isMissing&&poll.endMs<missingUntilMs))throw(0,explain.errorOf)(poll.reply,{what:`Cannot continue to follow pipeline ${pipeline.id}`})
progress.retryAfterMs=retryAfterMs
progress.outageStartMs??=poll.startMs
progress.failedPolls+=1
const failure=isMissing?{why:`${why}; a replica of its database may lag`,retryTimeoutMs:missingUntilMs-poll.endMs}:{why,retryTimeoutMs:outageTimeoutMs}
return pollFailed(progress,poll,failure)}function playEvents(plays,elapsedMs){return plays.map(played=>({kind:"job_played",elapsedMs,...played}))}function heartbeat(progress,nowMs){if(progress.seen===void 0||nowMs-progress.lastProgressMs<silenceMs)return[]
progress.lastProgressMs=nowMs
const elapsedMs=nowMs-progress.startMs
const{root}=progress.seen
const running=(0,model_snapshot.placesOf)(root).flatMap(({node})=>node.jobs.filter(({job})=>job.status==="running").map(({job})=>job.name))
const{status}=root.pipeline
return[{kind:"heartbeat",elapsedMs,status,running,remainingMs:remainingMs(progress.history?.usual,(progress.ageAtStartMs??0)+elapsedMs)}]}function pollRecovered(progress,nowMs){if(progress.failingSinceMs===void 0)return[]
const lastedMs=nowMs-progress.failingSinceMs
progress.failingSinceMs=void 0
return[{kind:"poll_recovered",elapsedMs:nowMs-progress.startMs,lastedMs}]}function pollFailed(progress,poll,failure){if(progress.failingSinceMs!==void 0)return[]
progress.failingSinceMs=poll.startMs
return[{kind:"poll_failed",elapsedMs:poll.endMs-progress.startMs,...failure}]}var errors=__webpack_require__("./base/errors.js")
var contradictions=__webpack_require__("./follow/decide/contradictions.js")
var glob=__webpack_require__("./base/glob.js")
function jobSelectionOf(patterns){if(patterns.length===0)return{kind:"all"}
return{kind:"some",lines:patterns.map(lineOf)}}function lineOf(pattern){const matchesText=(0,glob.globMatcher)(pattern)
const isMeant=(path,name)=>matchesText(name)||path.length>0&&matchesText([...path,name].join("/"))
return{pattern,names:({path,name})=>isMeant(path,name),sharesName:({path,name})=>{const shared=(0,glob.isGlob)(pattern)?name:(0,glob.sharedNameOf)(name)
return shared!==name&&isMeant(path,shared)}}}function choiceOf(line,jobs){const{pattern}=line
const named=jobs.filter(line.names)
if((0,glob.isGlob)(pattern))return{pattern,jobs:named,dependsOn:"tree"}
const isOwn=({path,kind})=>path.length===0&&kind!=="trigger_job"
const parts=jobs.filter(line.sharesName)
const own=[named.filter(isOwn),parts.filter(isOwn)].find(each=>each.length>0)
if(own!==void 0)return{pattern,jobs:own,dependsOn:"pipeline"}
return{pattern,jobs:named.length>0?named:parts,dependsOn:"tree"}}var pipeline_end=__webpack_require__("./follow/decide/pipeline-end.js")
const worstFirst=["failed","canceled","manual","skipped","warnings","success"]
function worstOf(ends){const failures=ends.filter(end=>end?.outcome==="failed")
if(failures.length>0){const isFirm=failures.some(end=>end?.certainty==="firm")
return{outcome:"failed",certainty:isFirm?"firm":"doubtful"}}const known=ends.filter(end=>end!==void 0)
if(known.length<ends.length)return
const outcome=worstFirst.find(candidate=>known.some(end=>end.outcome===candidate))
if(outcome===void 0)return
return{outcome,certainty:known.every(end=>end.certainty==="firm")?"firm":"doubtful"}}function passes(outcome,accept){return accept?.has(outcome)===true&&!accept.has("failed")}const goingOn={kind:"going_on"}
function decideByJobs(snapshot,rules,selection){const{root,failure}=snapshot
const choices=choicesOf(snapshot,selection)
const isUnmatched=choices.some(({jobs})=>jobs.length===0)
const needsTree=choices.some(({jobs,dependsOn})=>jobs.length===0||dependsOn==="tree")
const isUnproved=needsTree&&snapshot.isUnproved===true
const growth=needsTree?(0,contradictions.growthOf)(snapshot,rules):"none"
const unseen=needsTree?(0,contradictions.unseenJobs)(snapshot,rules):root.incomplete?.jobs
const settled=({outcome,certainty})=>{const isInDoubt=certainty==="doubtful"||isUnproved&&outcome!=="failed"
if(failure===void 0&&!isInDoubt)return{kind:"decided",outcome}
const needsReplicas=isInDoubt&&passes(outcome,rules.accept)
return{kind:"doubtful",outcome,until:needsReplicas?"replicas_settled":"repeated"}}
const isComplete=unseen===void 0&&failure===void 0&&!isUnproved
if(isUnmatched&&growth==="none"&&isComplete)return{kind:"unmatched",certainty:"firm"}
const chosen=chosenJobs(choices)
const ends=chosen.map(job=>endOfJob(job,rules.onManual))
const end=worstOf(ends)
if(end?.outcome==="failed")return settled(end)
if(growth==="sure"){const gate=endOfWaitAtGate(root,rules.onManual)
const atGate=gate&&worstOf([...ends,gate])
return atGate===void 0?goingOn:settled(atGate)}if(ends.includes(void 0)||failure!==void 0)return end===void 0?goingOn:settled(end)
if(unseen!==void 0)return isOver(root,rules.onManual)?{kind:"open",why:unseen}:goingOn
if(growth==="perhaps"&&(rules.downstream==="require"||!isUnmatched))return{kind:"open",why:"GitLab does not show which pipeline a trigger job started"}
if(isUnmatched||end===void 0)return{kind:"unmatched",certainty:"doubtful"}
const old=chosen.find(job=>isOutdated(job,end.outcome,rules))
if(old!==void 0)return{kind:"open",why:oldJob(old)}
return settled(end)}function choicesOf({root},{lines}){const jobs=(0,model_snapshot.placesOf)(root).flatMap(({path,node})=>[...node.jobs.map(state=>({path,name:state.job.name,kind:"job",state,node})),...node.bridges.map(({bridge})=>{const state={job:bridge,attempt:1,earlier:[]}
return{path,name:bridge.name,kind:"trigger_job",state,node}})])
return lines.map(line=>choiceOf(line,jobs))}function chosenJobs(choices){return[...new Set(choices.flatMap(({jobs})=>jobs))]}function endOfJob({state:{job},node},onManual){const{status}=node.pipeline
switch(job.status){case"success":return{outcome:"success",certainty:"firm"}
case"failed":if(job.allowFailure)return{outcome:"warnings",certainty:job.isAllowanceUnknown===true?"doubtful":"firm"}
return{outcome:"failed",certainty:(0,model_pipeline.isTerminalStatus)(status)&&status!=="success"?"firm":"doubtful"}
case"canceled":case"skipped":return{outcome:job.status,certainty:"firm"}
case"manual":if((0,model_pipeline.isTerminalStatus)(status))return{outcome:"manual",certainty:certaintyOf(node)}
if(onManual==="stop")return{outcome:"manual",certainty:"firm"}
return endOfWaitAtGate(node,onManual)
default:if((0,model_pipeline.isTerminalStatus)(status))return{outcome:"skipped",certainty:certaintyOf(node)}
return job.status==="created"?endOfWaitAtGate(node,onManual):void 0}}function isOutdated({state:{job},node},outcome,{accept}){const{status}=node.pipeline
if((0,model_pipeline.isTerminalStatus)(job.status)||!(0,model_pipeline.isTerminalStatus)(status)||!(0,contradictions.isContradictedByJobs)(node))return false
return status==="success"||accept?.has(outcome)===true}function oldJob({state:{job},node}){const{id}=node.pipeline
return`job ${job.name} is shown as ${job.status} in pipeline ${id}, which has ended: the list of jobs may be an old one`}function certaintyOf(node){return(0,contradictions.isContradictedByJobs)(node)?"doubtful":"firm"}function endOfWaitAtGate(node,onManual){if(node.pipeline.status!=="manual"||(0,pipeline_end.movesByItself)(node))return
const isShut=onManual==="stop"||onManual==="play"&&(0,pipeline_end.keepsGatesShut)(node)
return isShut?{outcome:"manual",certainty:"doubtful"}:void 0}function isOver(node,onManual){return(0,model_pipeline.isTerminalStatus)(node.pipeline.status)||endOfWaitAtGate(node,onManual)!==void 0}const namesShown=30
function unmatchedError(snapshot,selection){const choices=selection.kind==="all"?[]:choicesOf(snapshot,selection)
const unmatched=choices.filter(({jobs})=>jobs.length===0).map(({pattern})=>pattern)
const places=(0,model_snapshot.placesOf)(snapshot.root)
const names=places.flatMap(({path,node})=>(0,model_snapshot.stepsOf)(node).map(({job})=>[...path,job.name].join("/")))
const gates=places.flatMap(({path,node})=>node.bridges.filter(({bridge})=>bridge.status==="manual").map(({bridge})=>[...path,bridge.name].join("/")))
const left=gates.length===0?"":` The jobs below ${listed(gates)} are unknown until a user plays it.`
return new errors.InputError({code:"invalid_input",what:`jobs: no job of pipeline ${snapshot.root.pipeline.id} matches ${unmatched.join(", ")}`,why:names.length===0?"No job of it can be seen.":`It has ${listed(names)}.${left}`,hint:"Give the names of jobs as GitLab shows them, or globs; rules may have left a job out of this pipeline."})}function listed(names){const more=names.length>namesShown?` and ${names.length-namesShown} more`:""
return`${names.slice(0,namesShown).join(", ")}${more}`}function requiredEnds(node,onManual,path=[]){return node.bridges.flatMap(state=>{const at={path:[...path,state.bridge.name],state,above:node}
const{downstream}=state
if(downstream!==void 0){const end=(0,pipeline_end.endOfPipeline)(downstream,onManual)
return[{...at,end},...requiredEnds(downstream,onManual,at.path)]}const found=unseenEnd(state,node,onManual)
return found===void 0?[]:[{...at,...found}]})}function unseenBridges(node){const below=node.bridges.flatMap(({downstream})=>downstream===void 0?[]:[downstream])
return node.incomplete?.bridges??below.map(unseenBridges).find(why=>why!==void 0)}function unseenEnd({bridge,cutOff},above,onManual){const details=bridge.downstream?.status??bridge.unreadDownstream?.status
if(details!==void 0){const end=endByStatus(details,onManual)
return cutOff===void 0||end?.outcome==="failed"?{end}:{end,question:cutOff}}const nothing={outcome:"success",certainty:"firm"}
if(bridge.unreadDownstream!==void 0)return{end:nothing,question:`GitLab does not show which pipeline ${bridge.name} started`}
switch(bridge.status){case"success":return{end:nothing,question:`GitLab shows no pipeline that ${bridge.name} started`}
case"failed":case"canceled":return{end:{outcome:bridge.status,certainty:"firm"}}
case"skipped":return
case"manual":if(bridge.startedAt!==void 0)return{end:nothing,question:`GitLab shows no pipeline that ${bridge.name} started`}
if(bridge.allowFailure)return
break}return above.pipeline.status==="success"?{end:void 0}:void 0}function endByStatus(status,onManual){if(status==="manual")return onManual==="stop"?{outcome:"manual",certainty:"firm"}:void 0
return(0,model_pipeline.isTerminalStatus)(status)?{outcome:status,certainty:"firm"}:void 0}function groundsOf({root},given){const{rules,selection,outcome}=given
if(selection.kind==="some"){const jobs=chosenJobs(choicesOf({root,unreadable:[]},selection))
return{jobIds:jobs.map(({state})=>state.job.id)}}if(rules.downstream!=="require")return
if((0,pipeline_end.endOfPipeline)(root,rules.onManual)?.outcome===outcome)return{below:[]}
const ends=requiredEnds(root,rules.onManual)
const below=ends.flatMap(({path,state:{bridge,downstream},above,end,question})=>{if(end?.outcome!==outcome||question!==void 0)return[]
const target=downstream?.pipeline??bridge.downstream
const isOwn=target===void 0||target.projectId===above.pipeline.projectId
const kind=(0,model_pipeline.hasStartedPipeline)(bridge)?isOwn?"child":"downstream":"trigger_job"
return[{path,outcome:end.outcome,kind,webUrl:target?.webUrl??bridge.webUrl}]})
return{below}}function believed(shown,{snapshot,nowMs},progress){if(snapshot.fromCache===true){progress.cachedPolls+=1
return shown}const decision=asDoubted(shown,progress.lastDecision)
progress.cachedPolls=0
const isFirm=decision.kind==="unmatched"&&decision.certainty==="firm"
const isSame=sameDoubt(decision,progress.lastDecision)
progress.lastDecision=decision
if(decision.kind==="going_on"||decision.kind==="decided"||isFirm)progress.doubts=0
else progress.doubts=isSame?progress.doubts+1:1
if(progress.doubts<=1)progress.doubtSinceMs=progress.doubts===0?void 0:nowMs
if(progress.doubts<3||needsReplicas(decision,nowMs,progress))return decision
switch(decision.kind){case"doubtful":return{kind:"decided",outcome:decision.outcome}
case"unmatched":return{kind:"unmatched",certainty:"firm"}
case"going_on":case"open":case"decided":return decision}}function asDoubted(decision,before){const isSame=decision.kind==="doubtful"&&sameDoubt(decision,before)
const isOwed=isSame&&before?.kind==="doubtful"&&before.until==="replicas_settled"
return isOwed?{...decision,until:"replicas_settled"}:decision}function needsReplicas(decision,nowMs,{doubtSinceMs=nowMs}){const isOlder=decision.kind==="doubtful"&&decision.until==="replicas_settled"
return isOlder&&nowMs-doubtSinceMs<6e4}function sameDoubt(decision,before){if(decision.kind!==before?.kind)return false
return decision.kind!=="doubtful"||before.kind!=="doubtful"||decision.outcome===before.outcome}function doubtPauseMs({doubts,cachedPolls,question,lastDecision}){if(cachedPolls>=3)return
const isSoon=doubts>0&&doubts<3||cachedPolls>0&&question!==void 0
if(isSoon)return 1e3
return doubts>0&&lastDecision?.kind==="doubtful"?5e3:void 0}function rememberQuestion(progress,decision,{startMs}){const{doubts,cachedPolls}=progress
progress.question=decision.kind==="open"?decision:void 0
if(decision.kind!=="open")progress.openStartMs=void 0
else if(Math.max(doubts,cachedPolls)>=3)progress.openStartMs??=startMs}const explainWithinMs=1e4
const mostExplained=3
async function withExternalStatuses({gitlab,clock},{signal},{verdict,lastMs}){const places=unexplainedPlaces(verdict)
const{fetchCommitStatuses}=gitlab
if(places.length===0||fetchCommitStatuses===void 0)return verdict
const read=cutSignal=>Promise.all(places.map(place=>statusesOf({fetchCommitStatuses},place,cutSignal)))
let all
try{const afterMs=Math.max(Math.min(explainWithinMs,lastMs-clock.nowMs()),0)
all=await(0,base_clock.withTimeout)({clock,signal,afterMs},read)}catch{all="timed_out"}if(all==="timed_out")return{...verdict,externalStatuses:{failed:[],unread:"GitLab did not answer in time"}}
const failed=all.flatMap(each=>each.failed)
const unread=all.find(each=>each.unread!==void 0)?.unread
return{...verdict,externalStatuses:{failed,unread}}}function unexplainedPlaces({outcome,snapshot,grounds}){if(outcome!=="failed"||snapshot===void 0||grounds?.jobIds!==void 0)return[]
const counted=(0,model_snapshot.placesOf)(snapshot.root).slice(0,grounds?.below===void 0?1:void 0)
return counted.filter(({node})=>node.pipeline.status==="failed"&&node.pipeline.yamlErrors===void 0).filter(({node})=>!(0,contradictions.hasCountingFailure)(node)).slice(0,mostExplained)}async function statusesOf(gitlab,{path,node},signal){const{id:pipelineId,projectId,sha}=node.pipeline
const reply=await gitlab.fetchCommitStatuses({project:{kind:"id",id:projectId},sha,pipelineId},signal)
if(reply.kind!=="ok")return{failed:[],unread:(0,explain.describeReply)(reply).why}
const listed=new Set((0,model_snapshot.stepsOf)(node).flatMap(({job,earlier})=>[job,...earlier].map(({id})=>id)))
const failed=reply.value.items.filter(status=>status.status==="failed"&&!status.allowFailure&&!listed.has(status.id)&&(status.pipelineId===void 0||status.pipelineId===pipelineId))
return{failed:failed.map(status=>({...status,path}))}}var high_water=__webpack_require__("./follow/marks/high-water.js")
var request=__webpack_require__("./gitlab/request.js")
var warnings=__webpack_require__("./follow/decide/warnings.js")
const successes=new Set(["success","warnings"])
const outdatedSnapshot="a cache answers in place of GitLab, and what it shows may be outdated"
function decide(snapshot,rules,selection){const decision=decideAsShown(snapshot,rules,selection)
const isOld=snapshot.fromCache===true&&decision.kind!=="going_on"
return isOld?{kind:"open",why:outdatedSnapshot}:decision}function decideAsShown(snapshot,rules,selection){if(selection.kind==="some")return decideByJobs(snapshot,rules,selection)
const{root,failure,isUnproved=false}=snapshot
const own=(0,pipeline_end.endOfPipeline)(root,rules.onManual)
const below=rules.downstream==="require"?requiredEnds(root,rules.onManual):[]
const isLost=below.some(each=>each.end?.outcome==="failed")&&(0,pipeline_end.isStuckAtGate)(root)
if(own===void 0&&!isLost)return{kind:"going_on"}
const end=worstOf([own,...below.map(each=>each.end)])
if(end===void 0)return{kind:"going_on"}
if(rules.downstream==="require"&&end.outcome!=="failed"){const why=below.find(({question})=>question!==void 0)?.question??unseenBridges(root)
if(why!==void 0)return{kind:"open",why}}if(end.outcome==="success"&&rules.accept!==void 0&&(0,warnings.tellsWarningsApart)(rules.accept)){const why=(0,warnings.untoldWarnings)(snapshot,rules.downstream)
if(why!==void 0)return{kind:"open",why,about:"warnings"}}const isPassing=passes(end.outcome,rules.accept)
if((0,model_pipeline.hidesFailures)(end.outcome)){const unseen=failure??(isPassing?root.incomplete?.jobs??root.incomplete?.bridges:void 0)
if(unseen!==void 0)return{kind:"open",why:`whether a job has failed is not known (${unseen})`}
const why=isPassing?oldJobs(snapshot,end.outcome,rules):void 0
if(why!==void 0)return{kind:"open",why}}const{outcome,certainty}=end
const isContradicted=rules.downstream==="require"?(0,contradictions.contradictsItself)(root):(0,contradictions.isContradictedByJobs)(root)
const needsLists=rules.downstream==="require"||(0,model_pipeline.hidesFailures)(outcome)||root.jobs.length===0
const isPassed=isPassing||successes.has(outcome)
const needsReplicas=isContradicted&&(isPassed||outcome==="failed"&&isFailureRevived(snapshot,rules))||isUnproved&&needsLists&&isPassed
if(needsReplicas)return{kind:"doubtful",outcome,until:"replicas_settled"}
const isDoubtful=failure!==void 0||isUnproved&&needsLists&&outcome!=="failed"||certainty==="doubtful"||(0,contradictions.contradictsItself)(root)
return isDoubtful?{kind:"doubtful",outcome,until:"repeated"}:{kind:"decided",outcome}}function isFailureRevived({root},{downstream,onManual}){const failed=countingNodes(root,downstream).filter(node=>(0,pipeline_end.endOfPipeline)(node,onManual)?.outcome==="failed")
return failed.length>0&&failed.every(contradictions.isRevived)}function oldJobs({root},outcome,{downstream}){return countingNodes(root,downstream).filter(({pipeline})=>pipeline.status===outcome).map(contradictions.unshownCause).find(why=>why!==void 0)}function countingNodes(root,downstream){return downstream==="require"?(0,model_snapshot.placesOf)(root).map(({node})=>node):[root]}var behind=__webpack_require__("./follow/marks/behind.js")
const pageSize=100
function countedReader(reader,clock){let requests=0
let left
const noted=async(asked,requestsOf)=>{const reply=await asked
requests+=reply.kind==="ok"?requestsOf(reply.value):1
const allowance=allowanceOf(reply)
if(allowance!==void 0)left={allowance,atMs:clock.nowMs()}
return reply}
const one=()=>1
const pages=({items})=>pagesOf(items.length)
return{reader:{fetchPipeline:(call,signal)=>noted(reader.fetchPipeline(call,signal),one),fetchJobs:(call,signal)=>noted(reader.fetchJobs(call,signal),pages),fetchBridges:(call,signal)=>noted(reader.fetchBridges(call,signal),pages)},spending:()=>({requests,left})}}function pagesOf(entries){return Math.max(1,Math.ceil(entries/pageSize))}function requestsOfTree({root}){return(0,model_snapshot.placesOf)(root).map(({node:{jobs,bridges}})=>{const attempts=jobs.reduce((sum,{earlier})=>sum+1+earlier.length,0)
return 1+pagesOf(attempts)+pagesOf(bridges.length)}).reduce((sum,requests)=>sum+requests,0)}function allowanceOf(reply){const hints=hintsOf(reply)
if(hints?.allowance!==void 0)return hints.allowance
return reply.kind==="refused"&&hints?.retryAfterMs!==void 0?{limit:1,remaining:0,resetAfterMs:hints.retryAfterMs}:void 0}function hintsOf(reply){switch(reply.kind){case"ok":case"unreadable":return reply.hints
case"refused":return reply.refusal.hints
case"fault":return}}function budgetAt(spending,{nowMs,retryTimeoutMs}){if(spending?.left===void 0)return
const{allowance,atMs}=spending.left
const resetAfterMs=allowance.resetAfterMs-(nowMs-atMs)
return{...allowance,resetAfterMs,requestsPerPoll:spending.requests,retryTimeoutMs}}function pauseForMs(requests,budget){return requests<=budget.remaining?0:throttlePauseMs({...budget,requestsPerPoll:requests})}const lowShare=.25
const resetSlackMs=1e3
const longestMs=6e4
function throttlePauseMs(budget){const{limit,remaining,resetAfterMs,requestsPerPoll,retryTimeoutMs}=budget
if(resetAfterMs<=0)return 0
const polls=Math.floor(remaining/Math.max(requestsPerPoll,1))
if(polls>0&&remaining>limit*lowShare)return 0
const pauseMs=polls===0?resetAfterMs+resetSlackMs:resetAfterMs/polls
return Math.min(pauseMs,Math.max(longestMs,retryTimeoutMs))}const pollsLeft=2
const windowMs=6e4
function leastProbeMs(budget){const requestsPerPoll=pollsLeft*budget.requestsPerPoll
return Math.max(throttlePauseMs({...budget,requestsPerPoll}),windowMs/(budget.limit*lowShare))}const settleMs=6e4
function isOfJob(retry,{node,state}){return retry.pipelineId===node.pipeline.id&&retry.job.name===state.job.name}function decisionAfter(retries,{decision,snapshot,nowMs}){if(decision.kind==="going_on"||retries.length===0)return decision
const places=(0,model_snapshot.placesOf)(snapshot.root)
const nodes=new Map(places.map(({node})=>[node.pipeline.id,node]))
for(const retry of retries){const why=reasonToWait(retry,{nodes,nowMs})
if(why!==void 0)return{kind:"open",why}}const isRefused=retries.some(retry=>retry.answer.kind==="refused"&&nextAttempt(retry,nodes)===void 0)
const isAtOnce=decision.kind==="decided"&&decision.outcome==="failed"
return isRefused&&isAtOnce?{kind:"doubtful",outcome:"failed",until:"repeated"}:decision}function reasonToWait(retry,{nodes,nowMs}){const{answer,job}=retry
const next=nextAttempt(retry,nodes)
if(next===void 0)switch(answer.kind){case"retried":return`GitLab has retried ${job.name}, and does not show the new attempt`
case"lost":return nowMs-retry.atMs<settleMs?`whether GitLab has retried ${job.name} is not known (${answer.why})`:void 0
case"refused":return}if((0,model_pipeline.isCountingFailure)(next))return
const isSettled=nowMs-retry.atMs>=settleMs
const old=retry.failing.find(before=>isStill(before,nodes.get(before.id)?.pipeline)&&!(isSettled&&before.id!==retry.pipelineId))
return old&&`GitLab shows pipeline ${old.id} as it was before ${job.name} was retried`}function isStill(before,now){return before.updatedAt!==void 0&&now?.status===before.status&&now.updatedAt===before.updatedAt&&now.finishedAt===before.finishedAt}function nextAttempt({pipelineId,job},nodes){const latest=nodes.get(pipelineId)?.jobs.find(each=>each.job.name===job.name)
return latest!==void 0&&latest.job.id>job.id?latest.job:void 0}function outcomesOf(retries,snapshot){const places=snapshot===void 0?[]:(0,model_snapshot.placesOf)(snapshot.root)
const jobs=new Map(places.map(({node})=>[node.pipeline.id,node.jobs]))
return retries.map(retry=>{const{path,job,count,answer}=retry
const states=jobs.get(retry.pipelineId)?.filter(each=>each.job.name===job.name)??[]
const next=states.flatMap(state=>[...state.earlier,state.job]).find(attempt=>attempt.id>job.id)
const result=next!==void 0||answer.kind==="retried"?"retried":unmet(answer.kind)
return{path,job,count,result,...result!=="retried"&&answer.kind!=="retried"?{why:answer.why}:{},...next===void 0?{}:{next}}})}function unmet(kind){return kind==="lost"?"unconfirmed":"refused"}var settled_pipelines=__webpack_require__("./follow/settled-pipelines.js")
var take_snapshot=__webpack_require__("./follow/take-snapshot.js")
async function pollAndJudge(deps,task,context){const{clock}=deps
const{progress,signal}=context
const startMs=clock.nowMs()
const reply=await poll(deps,task,{...context,reads:"changes"})
if(reply.kind!=="ok")return{startMs,reply}
const shown={snapshot:reply.value,nowMs:clock.nowMs()}
const isWhole=!(0,settled_pipelines.isPartlyRemembered)(reply.value,progress.seen)
const decision=decisionOn(task,progress,shown)
if(isWhole||!isEnd(decision)){const judged={snapshot:reply.value,decision:believed(decision,shown,progress)}
if(isWhole||!isEnd(judged.decision))return{startMs,reply:{...reply,value:judged}}}const retryTimeoutMs=task.request.outageTimeoutMs
const budget=budgetAt(progress.spending,{nowMs:clock.nowMs(),retryTimeoutMs})
const pauseMs=budget===void 0?0:pauseForMs(requestsOfTree(reply.value),budget)
if(pauseMs>0)await(0,base_clock.sleep)(clock,pauseMs,signal)
return await pollWhole(deps,task,context)}async function pollWhole(deps,task,context){const{clock}=deps
const{progress}=context
const startMs=clock.nowMs()
const reply=await poll(deps,task,{...context,reads:"everything"})
if(reply.kind!=="ok")return{startMs,reply}
const shown={snapshot:reply.value,nowMs:clock.nowMs()}
const decision=believed(decisionOn(task,progress,shown),shown,progress)
return{startMs,reply:{...reply,value:{snapshot:reply.value,decision}}}}function isEnd(decision){return decision.kind==="decided"||decision.kind==="unmatched"&&decision.certainty==="firm"}function decisionOn({request:{downstream,accept}},{onManual,selection,retries,marks},shown){const decision=decide(shown.snapshot,{downstream,onManual,accept},selection)
const after=decisionAfter(retries,{...shown,decision})
const vital=(0,settled_pipelines.isTreeVital)({downstream,decidedBy:decidedBy(selection)})
return(0,behind.decisionSince)(marks,after,{root:shown.snapshot.root,isTreeVital:vital})}function decidedBy(selection){return selection.kind==="some"?"jobs":"pipeline"}async function poll({gitlab,clock},{pipeline,request:{downstream}},{progress,reads,signal}){const{projectId,id:pipelineId,sha}=pipeline
const{selection,seen:previous}=progress
const{reader,spending}=countedReader(gitlab,clock)
const snapshot=await(0,take_snapshot.takeSnapshot)(reader,{projectId,pipelineId,sha,downstream,decidedBy:decidedBy(selection),previous,marks:progress.marks,reads,retried:new Set(progress.retries.map(retry=>retry.pipelineId)),fresh:previous?.fromCache===true?(0,request.freshText)(pipelineId,clock):void 0,signal})
if(spending().left!==void 0)progress.spending=spending()
return snapshot}function isPlayable(bridge){return(0,model_pipeline.isBlocking)(bridge)&&!hasBegun(bridge)}function hasBegun(bridge){return(0,model_pipeline.hasStartedPipeline)(bridge)||bridge.startedAt!==void 0}function gatesOf({jobs,bridges}){return[...jobs.map(({job})=>job).filter(model_pipeline.isBlocking),...bridges.map(({bridge})=>bridge).filter(isPlayable)]}function reviewRefusals(refused,snapshot,nowMs){if(snapshot.failure!==void 0)return
const places=(0,model_snapshot.placesOf)(snapshot.root)
const mirrors=new Map(places.flatMap(({path,node})=>node.bridges.flatMap(state=>{const why=whyUnopened(state)
return why===void 0?[]:[[state.bridge.id,{path,job:state.bridge,why}]]})))
const gates=places.flatMap(({node})=>gatesOf(node))
const shown=new Set([...gates.map(({id})=>id),...mirrors.keys()])
for(const[id,play]of refused)if(shown.has(id))play.sightings+=1
else refused.delete(id)
for(const[id,mirror]of mirrors){if(refused.has(id))continue
refused.set(id,{...mirror,sinceMs:nowMs,isContested:true,sightings:1,isReported:false})}}function whyUnopened({bridge,downstream}){if(!(0,model_pipeline.isBlocking)(bridge)||!hasBegun(bridge))return
if(downstream===void 0)return"the pipeline that it started waits, and is not read"
return(0,pipeline_end.keepsGatesShut)(downstream)?"in the pipeline that it started, a job has failed or cannot be read":void 0}function isSettled({sightings,isContested,sinceMs},nowMs){return sightings>=3&&(!isContested||nowMs-sinceMs>=6e4)}function refusalPauseMs(refused,nowMs){const open=[...refused.values()].filter(play=>!isSettled(play,nowMs))
if(open.length===0)return
return open.some(({sightings})=>sightings<3)?1e3:5e3}const shareMs=1e4
async function playBlockingJobs({gitlab,clock},snapshot,{asked,unanswered,refused,endMs,signal}){const blocking=(snapshot.failure===void 0?openablePlaces(snapshot.root):[]).filter(({node})=>node.pipeline.status==="manual").flatMap(({path,node})=>gatesOf(node).filter(({id})=>!asked.has(id)).map(job=>({path,job,projectId:node.pipeline.projectId})))
const shareEndMs=clock.nowMs()+shareMs
const turns=[...unanswered]
const inTurn=blocking.toSorted((one,other)=>turns.indexOf(one.job.id)-turns.indexOf(other.job.id))
const played=[]
for(const{path,job,projectId}of inTurn){const nowMs=clock.nowMs()
if(nowMs>=Math.min(endMs,shareEndMs))break
const call={project:{kind:"id",id:projectId},jobId:job.id}
const isRepeated=unanswered.delete(job.id)
const reply=await(0,base_clock.withTimeout)({clock,signal,afterMs:endMs-nowMs},cutSignal=>gitlab.playJob(call,cutSignal))
if(reply==="timed_out"||reply.kind!=="ok"&&isUnanswered(reply)){unanswered.add(job.id)
continue}asked.add(job.id)
if(reply.kind==="ok"){played.push({path,job})
continue}refused.set(job.id,{path,job,why:(0,explain.describeReply)(reply).why,sinceMs:clock.nowMs(),isContested:isRepeated||isOfAnother(reply),sightings:0,isReported:false})}return played}function isUnanswered(reply){return reply.kind==="unreadable"||(0,response_meaning.isTransient)(reply)}function isOfAnother(reply){return reply.kind==="refused"&&(reply.refusal.status===400||reply.refusal.status===409)}function openablePlaces(node,path=[]){if((0,pipeline_end.keepsGatesShut)(node))return[]
const below=node.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:openablePlaces(downstream,[...path,bridge.name]))
return[{path,node},...below]}async function*openGates({gitlab,clock},{request,signal},shown){const{progress,snapshot,endMs}=shown
const{plays,startMs}=progress
reviewRefusals(plays.refused,snapshot,clock.nowMs())
const played=await playBlockingJobs({gitlab,clock},snapshot,{...plays,endMs,signal})
const nowMs=clock.nowMs()
yield*playEvents([...played,...refusalsToReport(plays.refused,nowMs)],nowMs-startMs)
const settled=new Set([...plays.refused].filter(([,play])=>isSettled(play,nowMs)).map(([id])=>id))
const isOver=request.downstream==="require"?settled.size>0:isHeldUp(snapshot,settled)
if(!isOver)return
progress.onManual="stop"
progress.doubts=Math.max(progress.doubts,1)}function refusalsToReport(refused,nowMs){return[...refused.values()].flatMap(play=>{if(play.isReported||play.isContested&&!isSettled(play,nowMs))return[]
play.isReported=true
return[{path:play.path,job:play.job,refusal:play.why}]})}function isHeldUp({root},settled){const holdsUp=node=>(0,model_snapshot.stepsOf)(node).some(({job})=>job.status==="manual"&&settled.has(job.id))||node.bridges.some(({bridge,downstream})=>(0,model_pipeline.isBlocking)(bridge)&&downstream!==void 0&&holdsUp(downstream))
return root.pipeline.status==="manual"&&holdsUp(root)}const reasonOfStatus={401:"not_allowed",403:"not_allowed",407:"not_allowed",404:"no_such_path",405:"no_such_path",410:"no_such_path"}
function readProbe(reply,tag){if(reply.kind!=="answer")return forNow("unreachable")
const{status}=reply
if(status===304)return readUnchanged(reply,tag)
if(status===200)return readChanged(reply,tag)
if(status===429)return reply.fromGitLabCache?forGood("polling_off"):forNow("throttled")
if(status>=300&&status<400)return forGood("redirected")
if(status>=500||status===408||status===425)return forNow("server_error")
return forGood(reasonOfStatus[status]??"no_graphql")}function readUnchanged({fromGitLabCache,tag:answered},tag){if(!fromGitLabCache)return forGood("not_from_cache")
return tag===void 0||answered!==void 0&&answered!==tag?forGood("tag_mixed_up"):{kind:"unchanged"}}function readChanged(reply,tag){const{body,tag:answered}=reply
if(body==="page")return forGood("page")
if(body!=="query")return forGood("no_graphql")
if(reply.hints.fromCache===true)return forGood("not_from_cache")
if(answered===void 0)return forGood("no_tag")
return answered===tag?forGood("condition_ignored"):{kind:"changed",tag:answered}}function forGood(reason){return{kind:"unavailable",reason,lasts:"for_good"}}function forNow(reason){return{kind:"unavailable",reason,lasts:"for_now"}}const newWatch={tag:void 0,off:void 0,askedMs:-1/0,notBeforeMs:-1/0,failures:0,isTrusted:false,unread:void 0,fruitless:0,changes:0,untoldMs:void 0,untold:0,fingerprint:void 0,polledMs:-1/0}
const failurePauseMs=6e4
const mostFailures=3
const touchLagMs=1e4
const mostUntold=2
const suspectAfter=4
const restlessAfter=6
const fruitlessAfter=3
const echoMs=1500
const timerSlackMs=50
function isSuspect({changes}){return changes>=suspectAfter}function afterProbe(watch,probe,{nowMs,retryAfterMs=0}){const asked={...watch,askedMs:nowMs}
switch(probe.kind){case"unavailable":{const failures=watch.failures+1
const isOver=probe.lasts==="for_good"||failures>=mostFailures
const notBeforeMs=nowMs+Math.max(failurePauseMs,retryAfterMs)
return{...asked,off:isOver?probe.reason:void 0,failures,notBeforeMs,isTrusted:false}}case"unchanged":return withDoubt({...asked,failures:0,changes:0},nowMs)
case"changed":{const{unread}=watch
const isFirst=watch.tag===void 0
const changes=watch.changes+1
const isRestless=changes>=restlessAfter&&watch.fruitless>=fruitlessAfter
return{...asked,failures:0,tag:probe.tag,off:isRestless?"restless":void 0,changes,isTrusted:watch.isTrusted||watch.untoldMs!==void 0,untoldMs:void 0,untold:isFirst?watch.untold:0,unread:{kind:isFirst?"first":"change",seenMs:nowMs,sinceMs:unread?.kind==="change"?unread.sinceMs:nowMs}}}}}function withDoubt(watch,nowMs){const{untoldMs}=watch
if(untoldMs===void 0||nowMs-untoldMs<touchLagMs)return watch
const untold=watch.untold+1
const off=untold>=mostUntold?"stuck":void 0
return{...watch,untoldMs:void 0,untold,off,isTrusted:false}}function afterPoll(watch,{fingerprint,startMs,endMs}){const{unread}=watch
const isNews=watch.fingerprint!==void 0&&watch.fingerprint!==fingerprint
const isExplained=unread!==void 0&&unread.kind!=="first"
const isSettled=unread!==void 0&&startMs-unread.seenMs>=echoMs-timerSlackMs
return{...watch,fingerprint,polledMs:endMs,isTrusted:watch.isTrusted||isNews&&isExplained,untoldMs:isNews&&unread===void 0?watch.untoldMs??endMs:watch.untoldMs,fruitless:isNews?0:watch.fruitless+(unread?.kind==="change"?1:0),unread:unread===void 0||isSettled?void 0:{...unread,kind:unread.kind==="first"?"first":"echo"}}}const tenthOdds=81
const bluntest=1
const sharpest=40
const oddShare=.1
const oddShape=2
function chanceOfEnd({ageMs,length}){const longerThan=survivalOf(length)
const soFar=longerThan(ageMs)
return aheadMs=>1-longerThan(ageMs+aheadMs)/soFar}function quantileMs(length,share){return length.medianMs*(share/(1-share))**(1/shapeOf(length))}function survivalOf(length){const shape=shapeOf(length)
const oddOnes=Math.min(shape,oddShape)
return timeMs=>{const ratio=Math.max(timeMs,0)/length.medianMs
return(1-oddShare)/(1+ratio**shape)+oddShare/(1+ratio**oddOnes)}}function shapeOf({lowMs,highMs}){const shape=Math.log(tenthOdds)/Math.log(highMs/lowMs)
return Math.min(Math.max(shape,bluntest),sharpest)}const shortestPollMs=1e3
const longestPollMs=6e4
const pollWorthMs=240
const youngPollMs=2e3
const failureShare=.03
const jitterShare=.1
const firstPollRetryMs=2e3
const pollRetryGrowth=1.5
const maxPollRetryMs=3e4
const stepMs=shortestPollMs/2
const mostJobs=16
const unknownLength={medianMs:6e4,lowMs:6667,highMs:54e4,samples:0}
function leastPollMs({retryAfterMs=0,budget}){return Math.max(retryAfterMs,budget===void 0?0:throttlePauseMs(budget))}function nextPollMs(moment,random){const{pollInterval,retryAfterMs=0,failedPolls=0,budget}=moment
if(pollInterval!=="auto")return Math.max(pollInterval,retryAfterMs)
const steady=failedPolls>0?pollRetryMs(failedPolls):Math.min(plannedPollMs(moment),youngPollMs+ageOf(moment))
const jittered=steady*(1+jitterShare*(2*random()-1))
const wanted=Math.min(Math.max(jittered,shortestPollMs),longestPollMs)
const throttlePause=budget===void 0||failedPolls>0?0:throttlePauseMs(budget)
return Math.max(wanted,throttlePause*(1+jitterShare*random()),retryAfterMs)}function pollRetryMs(failedPolls){return Math.min(firstPollRetryMs*pollRetryGrowth**(failedPolls-1),maxPollRetryMs)}function plannedPollMs(moment){let planned=0
let before=0
let index=-1
for(const chance of chancesOf(moment)){index+=1
const left=1-before
if(left<=0)return index*stepMs
const hazard=Math.max(chance-before,0)/left/stepMs
const density=Math.sqrt(hazard/(2*pollWorthMs))
if(planned+density*stepMs>=1)return index*stepMs+(1-planned)/density
planned+=density*stepMs
before=chance}return longestPollMs}function*chancesOf(moment){const whole={ageMs:ageOf(moment),length:moment.usual??unknownLength}
const{running,later,known}=moment.work??{running:[whole],later:void 0,known:true}
const slowest=running.toSorted((one,other)=>other.length.medianMs-other.ageMs-(one.length.medianMs-one.ageMs)).slice(0,mostJobs).map(job=>({chanceWithin:chanceOfEnd(job),scaleMs:Math.max(job.length.medianMs,job.ageMs)}))
const wholeWithin=chanceOfEnd(whole)
const finished=followedBy(later)
const steps=longestPollMs/stepMs
for(let step=1;step<=steps;step++){const aheadMs=step*stepMs
let allEnded=1
let allPassed=1
for(const{chanceWithin,scaleMs}of slowest){const spared=Math.exp(-failureShare*aheadMs/scaleMs)
const done=chanceWithin(aheadMs)
allEnded*=1-(1-done)*spared
allPassed*=done*spared}const byJobs=finished(allPassed)
const success=known||moment.usual===void 0?byJobs:wholeWithin(aheadMs)
yield Math.min(allEnded-allPassed+success,1)}}function ageOf({ageMs}){return Number.isFinite(ageMs)?Math.max(ageMs,0):0}function followedBy(later){if(later===void 0)return passed=>passed
const shifts=[.1,.3,.5,.7,.9].map(share=>Math.round(quantileMs(later,share)/stepMs))
const soFar=[]
return passed=>{soFar.push(passed)
const last=soFar.length-1
return shifts.reduce((sum,shift)=>sum+(soFar[last-shift]??0),0)/shifts.length}}const waitingStatuses=new Set(["created","waiting_for_resource","preparing","waiting_for_callback","pending","scheduled"])
const idleLength={medianMs:4e3,lowMs:444,highMs:36e3,samples:0}
const sisterFactor=3
const stageFactor=6
function pollMomentOf(snapshot,known){const{jobLengths,...moment}=known
if(snapshot===void 0)return moment
const work=workOf(pendingNodesOf(snapshot.root),{jobLengths,ageMs:known.ageMs})
return work===void 0?moment:{...moment,work}}function pendingNodesOf(root){if(!(0,model_pipeline.isTerminalStatus)(root.pipeline.status))return[root]
return root.bridges.flatMap(({downstream})=>downstream===void 0?[]:pendingNodesOf(downstream))}function workOf(nodes,{jobLengths,ageMs}){const jobs=nodes.flatMap(node=>[...node.jobs.map(({job})=>job),...node.bridges.map(({bridge})=>bridge)])
if(jobs.length===0)return
const createdAt=nodes[0]?.pipeline.createdAt
const since=time=>{const span=Date.parse(time??"")-Date.parse(createdAt??"")
return Number.isNaN(span)?ageMs:Math.max(ageMs-span,0)}
const guessLength=createGuesser(jobs)
const lengthOf=job=>jobLengths?.get(job.name)??guessLength(job)
const failed=jobs.some(({status,allowFailure})=>status==="failed"&&!allowFailure)
const unstarted=jobs.filter(({status})=>waitingStatuses.has(status)&&!(failed&&status==="created"))
const running=jobs.filter(({status})=>!waitingStatuses.has(status)&&!(0,model_pipeline.isTerminalStatus)(status)&&status!=="manual")
const begunStages=new Set(running.map(({stage})=>stage))
const underway=[...running.map(job=>({ageMs:job.durationSeconds===void 0?since(job.startedAt):job.durationSeconds*1e3,length:lengthOf(job)})),...unstarted.filter(({stage})=>begunStages.has(stage)).map(job=>({ageMs:0,length:lengthOf(job)}))]
if(underway.length===0){const lastEnd=jobs.reduce((last,{finishedAt=""})=>finishedAt>last?finishedAt:last,"")
const length=jobs.some(({status})=>status==="manual")?unknownLength:idleLength
underway.push({ageMs:since(lastEnd===""?createdAt:lastEnd),length})}return{running:underway,later:inSuccession(slowestByStage(unstarted.filter(({stage})=>!begunStages.has(stage)),lengthOf)),known:failed||[...running,...unstarted].every(({name})=>jobLengths?.has(name)??false)}}function createGuesser(jobs){const lengthsByStage=new Map
let slowestMs=0
for(const{status,stage,durationSeconds=0}of jobs){if(status!=="success"||durationSeconds<=0)continue
const lengths=lengthsByStage.get(stage)??[]
lengths.push(durationSeconds*1e3)
lengthsByStage.set(stage,lengths)
slowestMs=Math.max(slowestMs,durationSeconds*1e3)}const otherwise=slowestMs>0?guess(slowestMs,stageFactor):unknownLength
const guessByStage=new Map([...lengthsByStage].map(([stage,lengths])=>[stage,guess(medianOf(lengths),sisterFactor)]))
return({stage})=>guessByStage.get(stage)??otherwise}function guess(medianMs,factor){return{medianMs,lowMs:medianMs/factor,highMs:medianMs*factor,samples:0}}function slowestByStage(jobs,lengthOf){const slowest=new Map
for(const job of jobs){const length=lengthOf(job)
if(length.medianMs>(slowest.get(job.stage)?.medianMs??0))slowest.set(job.stage,length)}return[...slowest.values()]}const plus=(one,other)=>one+other
function inSuccession(lengths){const[first,...others]=lengths
if(first===void 0)return
return others.reduce((sum,next)=>{const medianMs=sum.medianMs+next.medianMs
const add=next.samples===0?plus:Math.hypot
const below=add(sum.medianMs-sum.lowMs,next.medianMs-next.lowMs)
const above=add(sum.highMs-sum.medianMs,next.highMs-next.medianMs)
return{medianMs,lowMs:medianMs-below,highMs:medianMs+above,samples:Math.min(sum.samples,next.samples)}},first)}const guardMs=6e4
const probe_timing_shortestPollMs=500
const shortestProbeMs=1e3
const nearProbeMs=2500
const longestProbeMs=5e3
const probesPerPause=4
const probe_timing_jitterShare=.1
const readEachMs=3e3
const readLatestMs=15e3
const youngProbeMs=300
function nextMove(watch,moment,random){const{polledMs,askedMs,notBeforeMs}=watch
const{nowMs,leastPollMs}=moment
const jitter=1+probe_timing_jitterShare*(2*random()-1)
const isAsking=watch.off===void 0
const isTrusted=watch.isTrusted&&!isSuspect(watch)
const pauseMs=isAsking&&isTrusted&&notBeforeMs<=nowMs?Math.max(guardMs*(1-probe_timing_jitterShare+probe_timing_jitterShare*random()),leastPollMs):Math.max(moment.pollPauseMs,leastPollMs)
const soonestMs=polledMs+Math.max(leastPollMs,probe_timing_shortestPollMs)
const dueMs=Math.min(polledMs+pauseMs,Math.max(changeDueMs(watch,moment),soonestMs))
const poll={kind:"poll",atMs:Math.max(dueMs,nowMs)}
if(!isAsking)return poll
const probeMs=Math.max(askedMs+Math.max(probePauseMs(moment)*jitter,moment.leastProbeMs),notBeforeMs,nowMs)
if(probeMs<=poll.atMs)return{kind:"probe",atMs:probeMs}
const allowedMs=Math.max(askedMs+Math.max(youngProbeMs,moment.leastProbeMs),notBeforeMs)
const isDueProbe=isTrusted&&allowedMs<poll.atMs
return isDueProbe?{kind:"probe",atMs:poll.atMs}:poll}function changeDueMs(watch,moment){const{unread,polledMs,fruitless}=watch
if(unread===void 0||isSuspect(watch)&&fruitless>0)return 1/0
const{underway,hasLater,pollPauseMs}=moment
const{kind,seenMs,sinceMs}=unread
if(kind!=="change")return seenMs+1500
const doubtedMs=fruitless<2?0:Math.min(1e3*2**fruitless,pollPauseMs)
if(fruitless<2&&underway<=1&&!hasLater)return seenMs
const spacingMs=Math.min(readEachMs*Math.max(underway-1,0),readLatestMs)
const laterMs=Math.max(polledMs+Math.max(spacingMs,doubtedMs),seenMs+1500)
return Math.min(laterMs,Math.max(sinceMs+readLatestMs,polledMs+doubtedMs))}function probePauseMs({pollPauseMs,underway,hasLater}){const longest=underway<=2&&!hasLater?nearProbeMs:longestProbeMs
return Math.min(Math.max(pollPauseMs/probesPerPause,shortestProbeMs),longest)}function nearnessOf(snapshot){let underway=0
let hasLater=false
for(const{node}of(0,model_snapshot.placesOf)(snapshot.root)){if((0,model_pipeline.isTerminalStatus)(node.pipeline.status))continue
const jobs=ownSteps(node)
const hasFailed=jobs.some(({status,allowFailure})=>status==="failed"&&!allowFailure)
const open=jobs.filter(({status})=>!(0,model_pipeline.isTerminalStatus)(status)&&status!=="manual")
const begun=open.filter(({status})=>!waitingStatuses.has(status))
const stages=new Set(begun.map(({stage})=>stage))
const coming=open.filter(({status,stage})=>waitingStatuses.has(status)&&!(hasFailed&&status==="created"&&!stages.has(stage)))
const soon=coming.filter(({stage,status})=>stages.has(stage)||status!=="created")
underway+=begun.length+soon.length
hasLater||=coming.length>soon.length}return{underway,hasLater}}function ownSteps({jobs,bridges}){const blind=bridges.filter(({downstream})=>downstream===void 0||(0,model_pipeline.isTerminalStatus)(downstream.pipeline.status))
return[...jobs.map(({job})=>job),...blind.map(({bridge})=>bridge)]}function statusFingerprint({root}){return(0,model_snapshot.placesOf)(root).map(({node})=>[`${node.pipeline.id} ${node.pipeline.status}`,...(0,model_snapshot.stepsOf)(node).map(({job})=>`${job.id} ${job.status}`)].join()).join(";")}async function awaitPoll(deps,pause){const{clock,random,debug}=deps
const{limitMs,momentOf,signal}=pause
let{watch}=pause
for(;;){const nowMs=clock.nowMs()
const moment={...momentOf(),nowMs}
const move=nextMove(watch,moment,random)
await(0,base_clock.sleep)(clock,Math.min(move.atMs,limitMs)-nowMs,signal)
if(move.kind==="poll"||move.atMs>=limitMs)return watch
const before=watch.off
watch=await askOnce(deps,pause,watch)
if(watch.off!==void 0&&before===void 0)debug?.(`GitLab is not asked whether anything has changed any more: ${watch.off}.`)}}async function askOnce({gitlab,clock,debug},{pipelineId,limitMs,onHints,signal},watch){const{tag}=watch
const afterMs=Math.max(Math.min(limitMs-clock.nowMs(),mostWaitMs),0)
const reply=await(0,base_clock.withTimeout)({clock,signal,afterMs},async cutSignal=>gitlab.askForChange?.({pipelineId,tag},cutSignal))
const nowMs=clock.nowMs()
const probe=readProbe(isReply(reply)?reply:unanswered,tag)
const hints=isReply(reply)&&reply.kind==="answer"?reply.hints:void 0
if(hints!==void 0)onHints(hints)
if(probe.kind==="unavailable")debug?.(`Whether anything has changed cannot be asked: ${probe.reason}.`)
return afterProbe(watch,probe,{nowMs,retryAfterMs:hints?.retryAfterMs})}const mostWaitMs=3e3
const unanswered={kind:"none"}
function isReply(reply){return typeof reply==="object"}var failure_reasons=__webpack_require__("./model/failure-reasons.js")
function jobsToRetry(snapshot,rules){if(snapshot.failure!==void 0||snapshot.fromCache===true)return[]
const causes=causesIn(snapshot,rules)
if(causes==="beyond_retry")return[]
const isCurable=cause=>{const{count,isAsked}=rules.retriesOf(cause)
const reason=cause.state.job.failureReason??failure_reasons.unknownReason
return rules.retryFailed.reasons.has(reason)&&count<rules.retryFailed.most&&!isAsked}
return causes.every(isCurable)?causes:[]}function causesIn(snapshot,{downstream,selection}){if(selection.kind==="some"){const chosen=chosenJobs(choicesOf(snapshot,selection))
return together(chosen.filter(({state})=>(0,model_pipeline.isCountingFailure)(state.job)).map(causesOfChosen))}const{root}=snapshot
const own=root.pipeline.status==="success"?[]:causesOf(root,[],[])
if(downstream!=="require")return own
const below=(0,model_snapshot.placesOf)(root).slice(1).filter(({node})=>node.pipeline.status==="failed").map(({path,node})=>causesOf(node,path,[]))
return together([own,...below])}function causesOfChosen({path,kind,state,node}){if(isStopped(node))return"beyond_retry"
if(kind!=="trigger_job")return[{path,state,node,failing:failedOnly([node])}]
const bridge=node.bridges.find(each=>each.bridge.id===state.job.id)
return bridge===void 0?"beyond_retry":causesBelow(bridge,path,[node])}function causesOf(node,path,above){if(isStopped(node)||node.incomplete!==void 0)return"beyond_retry"
const failing=[...above,node]
const jobs=node.jobs.filter(({job})=>(0,model_pipeline.isCountingFailure)(job)).map(state=>({path,state,node,failing:failedOnly(failing)}))
const below=node.bridges.filter(({bridge})=>(0,model_pipeline.isCountingFailure)(bridge)).map(state=>causesBelow(state,path,failing))
const causes=together([jobs,...below])
const isExplained=causes==="beyond_retry"||causes.length>0||node.pipeline.status!=="failed"
return isExplained?causes:"beyond_retry"}function causesBelow({bridge,downstream},path,above){if(downstream?.pipeline.status!=="failed")return"beyond_retry"
return causesOf(downstream,[...path,bridge.name],above)}function together(parts){const byId=new Map
for(const part of parts){if(part==="beyond_retry")return part
for(const cause of part){const known=byId.get(cause.state.job.id)
const isLonger=known===void 0||known.failing.length<cause.failing.length
if(isLonger)byId.set(cause.state.job.id,cause)}}return[...byId.values()]}function isStopped(node){const jobs=(0,model_snapshot.stepsOf)(node).map(({job})=>job)
return[node.pipeline,...jobs].some(({status})=>status==="canceled"||status==="canceling")}function failedOnly(nodes){return nodes.filter(({pipeline})=>pipeline.status==="failed")}const nothing={kind:"none",events:[]}
async function retryFailedJobs(deps,task,{progress,decision,snapshot}){const{retryFailed,downstream}=task.request
const{retryJob}=deps.gitlab
if(retryFailed===void 0||retryJob===void 0)return nothing
if(decision.kind!=="decided"||decision.outcome!=="failed")return nothing
if(deps.clock.nowMs()>=progress.deadlineMs)return nothing
const retriesOf=cause=>{const made=progress.retries.filter(retry=>isOfJob(retry,cause))
return{count:made.length,isAsked:made.some(({job})=>job.id>=cause.state.job.id)}}
const causes=jobsToRetry(snapshot,{downstream,selection:progress.selection,retryFailed,retriesOf})
const events=[]
for(const cause of causes){const count=retriesOf(cause).count+1
const attempt=await ask({...deps,gitlab:{retryJob}},task,{progress,cause})
const nowMs=deps.clock.nowMs()
const{path,state,node,failing}=cause
const event={kind:"job_retried",elapsedMs:nowMs-progress.startMs,path,job:state.job,attempt:state.attempt,count,most:retryFailed.most}
if(attempt.kind==="postponed"){if(progress.postponedSinceMs===void 0)events.push({...event,result:"postponed",why:attempt.why})
progress.postponedSinceMs??=nowMs
progress.retryAfterMs=attempt.retryAfterMs
break}progress.postponedSinceMs=void 0
progress.retries.push({path,pipelineId:node.pipeline.id,job:state.job,count,answer:attempt,atMs:nowMs,failing:failing.map(({pipeline})=>pipeline)})
if(attempt.kind==="retried"){events.push({...event,result:"retried"})
continue}events.push({...event,result:attempt.kind==="lost"?"unconfirmed":"refused",why:attempt.why})
break}if(causes.length===0)return nothing
if(progress.postponedSinceMs===void 0)progress.doubts=1
return{kind:"asked",events}}async function ask({gitlab,clock},{request,signal},{progress,cause}){const{job}=cause.state
const project={kind:"id",id:cause.node.pipeline.projectId}
const afterMs=progress.deadlineMs-clock.nowMs()
const reply=await(0,base_clock.withTimeout)({clock,signal,afterMs},cutSignal=>gitlab.retryJob({project,jobId:job.id},cutSignal))
if(reply==="timed_out")return{kind:"lost",why:"GitLab did not answer before timeout"}
if(reply.kind==="ok")return answerOf(job,reply.value)
const{why}=(0,explain.describeReply)(reply)
const waitedMs=clock.nowMs()-(progress.postponedSinceMs??clock.nowMs())
switch((0,response_meaning.meaningOf)("start",reply)){case"not_done":return waitedMs<request.outageTimeoutMs?{kind:"postponed",why,retryAfterMs:(0,responses_reply.retryAfterOf)(reply)}:{kind:"refused",why}
case"final":return{kind:"refused",why}
case"uncertain":case"done":case"passing":return{kind:"lost",why}}}function answerOf(asked,answered){return answered.name===asked.name&&answered.id>asked.id?{kind:"retried"}:{kind:"lost",why:"the answer is about another job"}}const lastPollMs=5e3
const learnWithinMs=1e4
async function*followPipeline(deps,task){const{clock}=deps
const{signal}=task
const progress=beginningOf(deps,task)
for(;;){const reading=await(0,base_clock.withTimeout)({clock,signal,afterMs:progress.deadlineMs+lastPollMs-clock.nowMs()},cutSignal=>pollAndJudge(deps,task,{progress,signal:cutSignal}))
const endMs=clock.nowMs()
if(reading==="timed_out")return verdictOf(task,progress,{endMs,outcome:"timeout"})
const{reply,startMs}=reading
const times={startMs,endMs}
if(reply.kind==="ok"){const{snapshot,decision}=reply.value
progress.ageAtStartMs??=ageAtStartOf(reply.hints,{pipeline:snapshot.root.pipeline,elapsedMs:times.endMs-progress.startMs})
const{onManual,selection}=progress
rememberQuestion(progress,decision,times)
yield*recordPoll(task,progress,{...times,snapshot})
const retries=await retryFailedJobs(deps,task,{progress,decision,snapshot})
yield*retries.events
if(decision.kind==="decided"&&retries.kind==="none"){const{outcome}=decision
const verdict=verdictOf(task,progress,{...times,outcome})
const lastMs=progress.deadlineMs+lastPollMs
return await withExternalStatuses(deps,task,{verdict,lastMs})}if(decision.kind==="unmatched"&&decision.certainty==="firm")throw unmatchedError(snapshot,selection)
if(onManual==="play"&&snapshot.fromCache!==true){const{nextMs:endMs}=limitsOf(task,progress)
yield*openGates(deps,task,{progress,snapshot,endMs})}}else yield*recordFailure(task,progress,{...times,reply})
const nowMs=clock.nowMs()
const limits=limitsOf(task,progress)
if(times.endMs>=limits.outageMs)return verdictOf(task,progress,{endMs:nowMs,outcome:"outage"})
if(times.endMs>=limits.timeoutMs)return verdictOf(task,progress,{endMs:nowMs,outcome:"timeout"})
if(times.endMs>=limits.queueMs)return verdictOf(task,progress,{endMs:nowMs,outcome:"timeout",limit:"queue_timeout"})
yield*heartbeat(progress,nowMs)
const{nextMs:limitMs}=limits
await learn(deps,task,{progress,limitMs})
const soonMs=reply.kind==="ok"?doubtPauseMs(progress)??refusalPauseMs(progress.plays.refused,clock.nowMs()):void 0
if(soonMs!==void 0||reply.kind!=="ok"||!canProbe(deps,task)){const pollMs=soonMs??nextPollMs(follow_pipeline_momentOf(deps,task,progress),deps.random)
await(0,base_clock.sleep)(clock,Math.min(pollMs,limitMs-clock.nowMs()),signal)}else await pauseWithProbes(deps,task,{progress,limitMs,snapshot:reply.value.snapshot,times})}}function beginningOf({clock},{pipeline,request}){const startMs=clock.nowMs()
return{startMs,deadlineMs:startMs+request.timeoutMs,selection:jobSelectionOf(request.jobs),onManual:request.onManual,plays:{asked:new Set,unanswered:new Set,refused:new Map},retries:[],postponedSinceMs:void 0,seen:void 0,marks:(0,high_water.newHighWater)(pipeline),failingSinceMs:void 0,outageStartMs:void 0,missingSinceMs:void 0,openStartMs:void 0,question:void 0,ageAtStartMs:void 0,retryAfterMs:void 0,spending:void 0,watch:newWatch,failedPolls:0,history:void 0,doubts:0,doubtSinceMs:void 0,cachedPolls:0,lastDecision:void 0,lastProgressMs:startMs}}function verdictOf({pipeline,request},{seen,startMs,selection,onManual,question,retries},{endMs,outcome,limit}){const rules={downstream:request.downstream,onManual}
const isUnknown=outcome==="outage"||outcome==="timeout"
const made=outcomesOf(retries,seen)
return{outcome,pipeline:seen?.root.pipeline??pipeline,snapshot:seen,elapsedMs:endMs-startMs,limit:outcome==="timeout"?limit??"timeout":void 0,grounds:seen&&groundsOf(seen,{rules,selection,outcome}),question:isUnknown?question?.why:void 0,questionAbout:isUnknown?question?.about:void 0,...made.length===0?{}:{retries:made}}}function limitsOf({request},progress){const{startMs,deadlineMs,seen,outageStartMs=1/0,openStartMs=1/0}=progress
const hasBegun=seen!==void 0&&(0,model_snapshot.placesOf)(seen.root).some(({node})=>hasStarted(node))
const queueMs=hasBegun?1/0:startMs+(request.queueTimeoutMs??1/0)
const outageMs=Math.min(outageStartMs,openStartMs)+request.outageTimeoutMs
const nextMs=Math.min(deadlineMs,queueMs,outageMs)
return{timeoutMs:deadlineMs,queueMs,outageMs,nextMs}}function hasStarted(node){return(0,model_snapshot.stepsOf)(node).some(({job})=>job.startedAt!==void 0||begun.has(job.status))||node.bridges.some(({bridge})=>(0,model_pipeline.hasStartedPipeline)(bridge))}const begun=new Set(["running","success","failed","canceling"])
function ageAtStartOf({serverTimeMs=NaN},{pipeline,elapsedMs}){const ageMs=serverTimeMs-Date.parse(pipeline.createdAt??"")
return Number.isNaN(ageMs)?0:Math.max(ageMs-elapsedMs,0)}async function learn(deps,task,{progress,limitMs}){const{pipeline,request,signal}=task
const ageMs=(progress.ageAtStartMs??0)+deps.clock.nowMs()-progress.startMs
const isDue=request.pollInterval==="auto"&&ageMs>=2e4
if(!isDue||progress.history!==void 0||progress.failedPolls>0)return
const afterMs=Math.max(Math.min(learnWithinMs,limitMs-deps.clock.nowMs()),0)
const history=await(0,base_clock.withTimeout)({clock:deps.clock,signal,afterMs},cutSignal=>fetchHistory(deps.gitlab,{pipeline,signal:cutSignal}))
progress.history=history==="timed_out"?{usual:void 0,jobLengths:new Map}:history}function canProbe({gitlab},{request}){return request.pollInterval==="auto"&&gitlab.askForChange!==void 0}async function pauseWithProbes(deps,task,after){const{progress,limitMs,snapshot,times}=after
const nearness=nearnessOf(snapshot)
const polled=follow_pipeline_momentOf(deps,task,progress)
const pollPauseMs=nextPollMs(polled,deps.random)
const watch=afterPoll(progress.watch,{...times,fingerprint:statusFingerprint(snapshot),endMs:deps.clock.nowMs()})
progress.watch=await awaitPoll(deps,{pipelineId:task.pipeline.id,watch,limitMs,momentOf:()=>{const budget=nowMs=>budgetAt(progress.spending,{nowMs,retryTimeoutMs:task.request.outageTimeoutMs})
const spared=budget(deps.clock.nowMs())
return{...nearness,pollPauseMs,leastPollMs:leastPollMs({...polled,budget:budget(watch.polledMs)}),leastProbeMs:spared===void 0?0:leastProbeMs(spared)}},onHints:({allowance})=>{if(allowance===void 0)return
const left={allowance,atMs:deps.clock.nowMs()}
progress.spending={requests:progress.spending?.requests??1,left}},signal:task.signal})}function follow_pipeline_momentOf({clock},{request},progress){const{startMs,ageAtStartMs=0,seen,retryAfterMs,failedPolls,history}=progress
return pollMomentOf(seen,{ageMs:ageAtStartMs+clock.nowMs()-startMs,pollInterval:request.pollInterval,retryAfterMs,budget:budgetAt(progress.spending,{nowMs:clock.nowMs(),retryTimeoutMs:request.outageTimeoutMs}),failedPolls,usual:history?.usual,jobLengths:history?.jobLengths})}}),"./follow/marks/behind.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{behindMs:function(){return behindMs},behindReply:function(){return behindReply},decisionSince:function(){return decisionSince},whyBehind:function(){return whyBehind}})
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/snapshot.js")
var _high_water_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./follow/marks/high-water.js")
function behindMs({updatedMs},{id,updatedAt=""}){const behind=(updatedMs.get(id)??NaN)-Date.parse(updatedAt)
return behind>0?behind:0}function behindReply(marks,list,reply){if(reply.kind!=="ok")return
const{items,truncated,unfit}=reply.value
if(truncated==="timed_out"||unfit!==void 0)return
const by=reply.hints.fromCache===true?"names":"attempts"
const why=whyBehind(marks,list,{items,by})
return why===void 0?void 0:{kind:"unreadable",status:200,why,hints:reply.hints}}function whyBehind({steps},list,{items,by="attempts"}){const marks=steps.get((0,_high_water_js__WEBPACK_IMPORTED_MODULE_1__.keyOf)(list))
if(marks===void 0)return
const latest=(0,_high_water_js__WEBPACK_IMPORTED_MODULE_1__.latestByName)(items)
for(const[name,mark]of marks){const step=latest.get(name)
const lost=step===void 0?`lack ${name}`:by==="attempts"&&lostOf(step,{mark,list})
if(lost!==false&&lost!==void 0)return`${(0,_high_water_js__WEBPACK_IMPORTED_MODULE_1__.wordsFor)(list)} ${lost}, which was shown before`}return}function lostOf(step,{mark,list}){const{name}=step
if(step.id<mark.id)return`lack the latest attempt at ${name}`
if(step.id>mark.id)return
const isUnread=step.unreadDownstream!==void 0
const startedId=step.downstream?.pipelineId??-1/0
if(mark.startedId!==void 0&&!isUnread&&startedId<mark.startedId)return`lack pipeline ${mark.startedId} of ${name}`
return isUndone(step,{mark,list})?`lack the start of ${name}`:void 0}function isUndone({status,startedAt},{mark,list}){if(mark.startedId!==void 0||startedAt!==void 0&&list.kind==="trigger jobs")return false
if(status==="manual"||status==="scheduled")return mark.course>_high_water_js__WEBPACK_IMPORTED_MODULE_1__.course.idle
return status==="skipped"&&mark.course>=_high_water_js__WEBPACK_IMPORTED_MODULE_1__.course.run&&list.kind==="jobs"}const clockSkewMs=1e3
function decisionSince(marks,decision,{root,isTreeVital}){if(decision.kind==="going_on"||decision.kind==="open")return decision
const counting=isTreeVital?(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.placesOf)(root).map(({node})=>node.pipeline):[root.pipeline]
const behind=counting.filter(pipeline=>behindMs(marks,pipeline)>0)
const[first]=behind
if(first===void 0)return decision
const isSkew=behind.every(pipeline=>behindMs(marks,pipeline)<=clockSkewMs)
if(isSkew&&decision.kind!=="unmatched")return{kind:"doubtful",outcome:decision.outcome,until:"replicas_settled"}
return{kind:"open",why:`GitLab shows pipeline ${first.id} as it was before it went on`}}}),"./follow/marks/high-water.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{course:function(){return course},keyOf:function(){return keyOf},latestByName:function(){return latestByName},marksOf:function(){return marksOf},newHighWater:function(){return newHighWater},notePipeline:function(){return notePipeline},noteSteps:function(){return noteSteps},wordsFor:function(){return wordsFor}})
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/snapshot.js")
const course={idle:0,waiting:1,run:2}
const courses=new Map([["waiting_for_resource",course.waiting],["preparing",course.waiting],["waiting_for_callback",course.waiting],["pending",course.waiting],["running",course.run],["canceling",course.run],["success",course.run],["failed",course.run],["canceled",course.run]])
function newHighWater(pipeline){const marks={updatedMs:new Map,steps:new Map}
if(pipeline!==void 0)notePipeline(marks,pipeline)
return marks}function marksOf(snapshot){const marks=newHighWater()
for(const{node}of snapshot===void 0?[]:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.placesOf)(snapshot.root)){const pipelineId=node.pipeline.id
notePipeline(marks,node.pipeline)
noteSteps(marks,{kind:"jobs",pipelineId},node.jobs.map(({job})=>job))
noteSteps(marks,{kind:"trigger jobs",pipelineId},node.bridges.map(({bridge})=>bridge))}return marks}function notePipeline({updatedMs},{id,updatedAt=""}){const givenMs=Date.parse(updatedAt)
if(givenMs>(updatedMs.get(id)??-1/0))updatedMs.set(id,givenMs)}function noteSteps({steps},list,items){const key=keyOf(list)
const marks=steps.get(key)??new Map
steps.set(key,marks)
for(const[name,step]of latestByName(items)){const before=marks.get(name)
if(before!==void 0&&before.id>step.id)continue
marks.set(name,markOf(step,before?.id===step.id?before:void 0))}}function wordsFor({kind,pipelineId}){return`the ${kind} of pipeline ${pipelineId}`}function keyOf({kind,pipelineId}){return`${kind} ${pipelineId}`}function latestByName(items){const latest=new Map
for(const step of items)if(step.id>(latest.get(step.name)?.id??-1/0))latest.set(step.name,step)
return latest}function markOf({id,status,downstream},before){const shown=courses.get(status)??course.idle
return{id,course:status==="skipped"?course.idle:Math.max(shown,before?.course??course.idle),startedId:downstream?.pipelineId??before?.startedId}}}),"./follow/settled-pipelines.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isPartlyRemembered:function(){return isPartlyRemembered},isSettled:function(){return isSettled},isTreeVital:function(){return isTreeVital}})
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/pipeline.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/snapshot.js")
var _decide_contradictions_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./follow/decide/contradictions.js")
var _decide_warnings_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./follow/decide/warnings.js")
var _marks_behind_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./follow/marks/behind.js")
function isTreeVital({downstream,decidedBy}){return downstream==="require"||decidedBy==="jobs"}function isSettled(node,known){const{pipeline,bridges,incomplete}=node
const{poll,marks}=known
if(!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(pipeline.status)||(0,_decide_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.isContradictory)(node))return false
if((0,_marks_behind_js__WEBPACK_IMPORTED_MODULE_4__.behindMs)(marks,pipeline)>0)return false
if(poll.retried?.has(pipeline.id)===true)return false
if(isTreeVital(poll)&&(incomplete!==void 0||bridges.some(hidesDownstream)))return false
if(isTreeVital(poll)&&(0,_decide_warnings_js__WEBPACK_IMPORTED_MODULE_3__.untoldOf)(node)!==void 0)return false
return bridges.every(({bridge,downstream})=>downstream===void 0?bridge.downstream===void 0||(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(bridge.downstream.status):isSettled(downstream,known))}function hidesDownstream(state){return state.bridge.unreadDownstream!==void 0||(0,_decide_contradictions_js__WEBPACK_IMPORTED_MODULE_2__.isUnexplained)(state)}function isPartlyRemembered({root},previous){const before=new Set(previous===void 0?[]:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.nodesByKey)(previous.root).values())
return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.placesOf)(root).some(({node})=>before.has(node))}}),"./run/follow.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{followToVerdict:function(){return followToVerdict}})
var errors=__webpack_require__("./base/errors.js")
var follow_pipeline=__webpack_require__("./follow/follow-pipeline.js")
var base_clock=__webpack_require__("./base/clock.js")
var model_pipeline=__webpack_require__("./model/pipeline.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var request=__webpack_require__("./gitlab/request.js")
var read_trace=__webpack_require__("./logs/read-trace.js")
const longestReadMs=15e3
const maxAttempts=3
const failurePauseMs=5e3
const maxPauseMs=12e4
const wholeLogBytesPerMs=50
const misfitsBeforeRestart=2
function newJobLog(source,transcript){return{source,hasEnded:false,isSettled:false,wasRead:false,dueMs:0,untoldBytes:void 0,failures:0,misfits:0,hasRestarted:false,transcript}}async function readJobLog(deps,log,signal){const{clock,server}=deps
const isLast=log.hasEnded
const knownBytes=log.transcript.knownBytes()
const afterMs=Math.min(longestReadMs,server.endMs-clock.nowMs())
const read=await(0,base_clock.withTimeout)({clock,signal,afterMs},cutSignal=>readOn(deps,log,cutSignal))
const{end,fit}=read==="timed_out"?tooSlow:read
if(log.transcript.isFull()){log.isSettled=true
return notice(log,"cut",`the log is too long to be shown in full; all of it is at ${log.source.job.webUrl}`)}if(fit==="misfit")return afterMisfit(log)
if(read==="timed_out"&&log.transcript.knownBytes()>knownBytes){log.failures=0
return newLines(log)}if(end.kind==="failed")return afterFailure(deps,log,end)
const length=log.transcript.knownBytes()
if(isLast&&end.kind==="complete"&&end.endUntold&&log.untoldBytes!==length){log.untoldBytes=length
return afterFailure(deps,log,read_trace.untoldEnd)}log.failures=log.misfits=0
log.wasRead=true
if(fit==="offset_ignored"||end.kind==="complete"&&end.provenByStart)server.readsWhole=true
if(isLast)settle(log)
else if(server.readsWhole)pause(deps,log,log.transcript.knownBytes()/wholeLogBytesPerMs)
return newLines(log)}const tooSlow={end:{kind:"failed",why:"it did not arrive in time",concerns:"moment"},fit:"fits"}
function closeJobLog(log){settle(log)
const isIncomplete=log.hasEnded||log.failures>0||!log.wasRead
return isIncomplete?notice(log,"unavailable","the end of the log could not be read"):newLines(log)}async function readOn({gitlab,clock,server},{source,transcript},signal){const fromByte=server.readsWhole?0:transcript.fromByte()
const answer=transcript.open(fromByte)
const seen={misfit:false}
const jobId=source.job.id
const end=await(0,read_trace.readTrace)(gitlab,{call:{project:source.project,jobId,fromByte,fresh:server.isCached?(0,request.freshText)(jobId,clock):void 0},sink:chunk=>{const fresh=answer.take(chunk)
if(fresh==="misfit"){seen.misfit=true
return"stop"}transcript.add(fresh)
return transcript.isFull()?"stop":"more"},signal})
if(seen.misfit)return{end,fit:"misfit"}
if(end.kind!=="complete")return{end,fit:"fits"}
const fit=answer.end()
const isCut=fit==="misfit"&&end.endUntold===true
return isCut?{end:{kind:"failed",...read_trace.untoldEnd},fit:"fits"}:{end,fit}}function afterFailure(deps,log,{why,concerns,fromCache,retryAfterMs}){const{server,clock}=deps
switch(concerns){case"all":{const isNew=server.closedWhy===void 0
server.closedWhy??=why
settle(log)
return isNew?[...newLines(log),{kind:"closed",why}]:newLines(log)}case"log":settle(log)
return notice(log,"unavailable",`the log cannot be shown: ${why}`)
case"moment":log.failures+=1
server.isCached||=fromCache===true
if(retryAfterMs!==void 0)server.restUntilMs=clock.nowMs()+retryAfterMs
if(!log.hasEnded||log.failures<maxAttempts){pause(deps,log,log.failures*failurePauseMs)
return newLines(log)}settle(log)
return notice(log,"unavailable",`the log cannot be shown to its end: ${why}`)
default:return(0,assert_never.assertNever)(concerns)}}function afterMisfit(log){log.misfits+=1
if(log.misfits<misfitsBeforeRestart)return[]
log.transcript.finish()
if(log.hasRestarted){log.isSettled=true
return notice(log,"unavailable","the log keeps changing, and is not shown any further")}const blocks=notice(log,"rewritten","the log was erased or rewritten; it is shown from its start again")
log.hasRestarted=true
log.misfits=0
log.transcript.restart()
return blocks}function settle(log){log.isSettled=true
log.transcript.finish()}function pause({clock},log,pauseMs){log.dueMs=clock.nowMs()+Math.min(pauseMs,maxPauseMs)}function newLines({source:{path,job},transcript}){const lines=transcript.takeNew()
return lines.length===0?[]:[{kind:"lines",path,job,lines}]}function notice(log,reason,text){const{path,job}=log.source
return[...newLines(log),{kind:"note",path,job,reason,text}]}var log_entry=__webpack_require__("./logs/log-entry.js")
var transcript=__webpack_require__("./logs/transcript.js")
const maxRequests=4
const settlePausesMs=[1e3,2e3,4e3]
const maxRetryAfterMs=15e3
function createLogFollower(deps,limits=log_entry.defaultLogLimits){const server={readsWhole:false,isCached:false,closedWhy:void 0,restUntilMs:0,endMs:1/0}
const logs=new Map
const settledIds=new Set
const track=sources=>{const readable=sources.filter(({job})=>hasLog(job)&&!settledIds.has(job.id))
const listed=new Set(readable.map(({job})=>job.id))
for(const[jobId,log]of logs)log.hasEnded||=!listed.has(jobId)
for(const source of readable){const{id,status}=source.job
const log=logs.get(id)??newJobLog(source,(0,transcript.createLogTranscript)(limits))
log.source=source
log.hasEnded||=(0,model_pipeline.isTerminalStatus)(status)
logs.set(id,log)}}
const isDue=({hasEnded,dueMs})=>hasEnded||deps.clock.nowMs()>=dueMs
const readOne=async(jobId,log,signal)=>{const nowMs=deps.clock.nowMs()
if(server.closedWhy!==void 0||nowMs<server.restUntilMs||nowMs>=server.endMs)return[]
const blocks=await readJobLog({...deps,server},log,signal)
if(log.isSettled){logs.delete(jobId)
settledIds.add(jobId)}return blocks}
async function*readAll(due,signal){const running=[]
const sorted=due.toSorted(([,one],[,other])=>one.failures-other.failures)
for(const[jobId,log]of sorted){const reading=readOne(jobId,log,signal)
reading.catch(()=>{})
running.push(reading)
if(running.length>=maxRequests)yield*await running.shift()??[]}for(const reading of running)yield*await reading}return{see:track,endAt:endMs=>{server.endMs=endMs},read:async function*read(sources,signal){if(server.closedWhy!==void 0)return
track(sources)
yield*readAll([...logs].filter(([,log])=>isDue(log)),signal)},settle:async function*settle(signal){for(const pauseMs of settlePausesMs){const open=[...logs].filter(([,log])=>log.hasEnded)
const nowMs=deps.clock.nowMs()
if(open.length===0||server.closedWhy!==void 0||nowMs>=server.endMs)break
const retryAfterMs=Math.min(server.restUntilMs-nowMs,maxRetryAfterMs)
const waitMs=Math.min(Math.max(retryAfterMs,pauseMs),server.endMs-nowMs)
await(0,base_clock.sleep)(deps.clock,waitMs,signal)
server.restUntilMs=0
yield*readAll(open,signal)}const left=server.closedWhy===void 0?[...logs.values()]:[]
logs.clear()
for(const log of left){settledIds.add(log.source.job.id)
yield*closeJobLog(log)}}}}function hasLog({status,startedAt}){return status==="running"||startedAt!==void 0}const lastLogsMs=3e4
function createBesideReader({follower,clock,show,signal}){const stopping=new AbortController
const ending=AbortSignal.any([signal,stopping.signal])
let waiting
let reading=Promise.resolve()
const showAll=async blocks=>{try{for await(const block of blocks)show(block)}catch(error){if(!ending.aborted||error!==ending.reason)throw error}}
const readNext=async()=>{const sources=waiting??[]
waiting=void 0
await showAll(follower.read(sources,ending))}
return{see:sources=>{follower.see(sources)
if(waiting===void 0){reading=reading.then(readNext)
reading.catch(()=>{})}waiting=sources},finish:async()=>{follower.endAt(clock.nowMs()+lastLogsMs)
await reading
await showAll(follower.settle(ending))},stop:async()=>{stopping.abort(new Error("the run has ended"))
await reading.catch(()=>{})}}}var model_snapshot=__webpack_require__("./model/snapshot.js")
var model_verdict=__webpack_require__("./model/verdict.js")
var job_logs=__webpack_require__("./report/job-logs.js")
var log_lines=__webpack_require__("./report/log-lines.js")
var outputs=__webpack_require__("./report/outputs.js")
var progress_table=__webpack_require__("./report/progress-table.js")
var report_tests=__webpack_require__("./report/tests.js")
var verdict_message=__webpack_require__("./report/verdict-message.js")
var abort=__webpack_require__("./run/abort.js")
var cancel_pipelines=__webpack_require__("./run/cancel-pipelines.js")
var context=__webpack_require__("./run/context.js")
var heap=__webpack_require__("./run/heap.js")
var report=__webpack_require__("./run/results/report.js")
var results=__webpack_require__("./run/results/results.js")
var saved_run=__webpack_require__("./run/saved-run.js")
async function followToVerdict(run){const{deps,pipeline,follow,report}=run
const startMs=deps.clock.nowMs()
const logs=report.logs==="all"?readLogsBeside(run):void 0
await(0,heap.keepHeapSmall)()
const watched=await watch({...run,logs})
if(watched.kind==="verdict"){await conclude({...run,logs},watched.verdict)
return}await(logs?.stop())
const{error,snapshot,isRetried}=watched
if(error instanceof errors.AbortedError){const elapsedMs=deps.clock.nowMs()-startMs
throw await(0,abort.abortRun)({...run,cancelOn:follow.cancelOn,reader:readerOf(run)},{pipeline,snapshot,isRetried,elapsedMs,error})}if(error instanceof errors.RefusedError)(0,context.setOutputs)(deps,{...(0,outputs.lastOutputs)(snapshot?.root.pipeline??pipeline,snapshot),outcome:"outage"});(0,saved_run.saveSettled)(deps)
throw error}function readerOf({follow,gitlab}){return follow.downstream==="ignore"?void 0:gitlab}async function watch({deps,gitlab,pipeline,follow:request,signal,logs}){let snapshot
let isRetried=false
const{log,masker}=deps.host
const progress=createProgressLog(log.info,{lineCells:deps.lineCells?.(),redact:masker.redact})
try{const retryJob=async(call,cutSignal)=>{isRetried=true
return await gitlab.retryJob(call,cutSignal)}
const events=(0,follow_pipeline.followPipeline)({...deps,gitlab:{...gitlab,retryJob},debug:log.debug},{pipeline,request,signal})
for(;;){const{done,value}=await events.next()
if(done===true){deps.watch?.({kind:"ended",elapsedMs:value.elapsedMs,verdict:value})
return{kind:"verdict",verdict:value}}deps.watch?.(value)
if(value.kind==="snapshot"){snapshot=value.snapshot
if(!(0,model_pipeline.isTerminalStatus)(snapshot.root.pipeline.status))isRetried=false
progress.see(value.snapshot)
logs?.see((0,log_entry.logSourcesOf)(value.snapshot))}else progress.add(value)}}catch(error){return{kind:"error",error,snapshot,isRetried}}finally{progress.flush()}}function readLogsBeside({deps,gitlab,signal}){const{clock}=deps
const follower=createLogFollower({gitlab,clock})
return createBesideReader({follower,clock,signal,show:block=>printLog(deps,block)})}function printLog({host},block){for(const{title,lines}of(0,job_logs.logGroupsOf)(block))if(lines.length===0)host.log.info(title)
else host.log.group(title,lines)}async function conclude(run,verdict){const{deps,follow,logs}=run;(0,context.setOutputs)(deps,(0,outputs.verdictOutputs)(verdict))
const accepted=(0,model_verdict.isAccepted)(verdict,follow.accept)
run.feedback.end({kind:"ended",...verdict,accepted})
const reason=accepted?void 0:reasonToCancel(verdict)
if(reason!==void 0&&follow.cancelOn.has(reason))await(0,cancel_pipelines.cancelPipelines)({...run,reader:readerOf(run)},[verdict]);(0,saved_run.saveSettled)(deps)
await(logs?.finish())
const{tests,error:resultsError,leftMs}=await(0,results.runResults)(run,{verdict,accepted},results.resultsParts)
const level=accepted&&resultsError===void 0?"warning":"error"
for(const annotation of(0,report_tests.testAnnotations)(tests?.failed??[]))deps.host.log.annotation?.({level,...annotation})
run.feedback.addTests(tests&&{...tests.counts,suites:tests.suites})
await reportInTime(run,{...verdict,tests},leftMs)
if(!accepted)throw(0,verdict_message.verdictError)(verdict,follow.accept)
deps.host.log.info((0,verdict_message.verdictSentence)(verdict))
if(resultsError!==void 0)throw resultsError}async function reportInTime(run,ending,withinMs){try{await(0,report.writeReport)(run,ending,withinMs)}catch(error){if(!(error instanceof errors.AbortedError))throw error
await(0,report.writeSummary)(run,ending)}}function reasonToCancel({outcome,snapshot,pipeline,retries=[]}){if(outcome==="outage")return
const below=snapshot===void 0?[]:(0,model_snapshot.placesOf)(snapshot.root).map(({node})=>node.pipeline)
const isOver=[pipeline,...below].every(({status})=>(0,model_pipeline.isTerminalStatus)(status))
if(isOver&&!retries.some(model_verdict.mayRunAgain))return
return outcome==="timeout"?"timeout":"failure"}function createProgressLog(say,space){let table=(0,progress_table.emptyTable)(space)
let held=[]
const flush=()=>{const lines=held.map(event=>(0,log_lines.lineOf)(event,table))
held=[]
for(const line of lines)say(line)}
return{add:event=>{held=[...held,event]
if(held.every(({kind})=>kind!=="job_changed"&&kind!=="pipeline_changed"))flush()},see:snapshot=>{table=(0,progress_table.tableAfter)(table,snapshot)
flush()},flush}}}),"./run/heap.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{keepHeapSmall:function(){return keepHeapSmall},youngCollector:function(){return youngCollector}})
async function keepHeapSmall(){const{setFlagsFromString}=await Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"node:v8"))
setFlagsFromString("--semi-space-growth-factor=1")}async function youngCollector(){const[{setFlagsFromString},{runInNewContext}]=await Promise.all([Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"node:v8")),Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"node:vm"))])
setFlagsFromString("--expose-gc")
const collect=runInNewContext("globalThis.gc")
return typeof collect==="function"?()=>void Reflect.apply(collect,void 0,[{type:"minor"}]):()=>{}}})}

