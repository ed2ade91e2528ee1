export const __webpack_esm_ids__=["results"]
export const __webpack_esm_modules__={"./results/artifacts/plan.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{artifactPathOf:function(){return artifactPathOf},groupByJob:function(){return groupByJob},isOptional:function(){return isOptional},jobCallOf:function(){return jobCallOf},matcherOf:function(){return matcherOf},wayOf:function(){return wayOf}})
var _base_glob_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/glob.js")
function pathMatcher(pattern){const wanted=pathOf(pattern.endsWith("/")?`${pattern}**`:pattern).split("/").map(part=>part==="**"?void 0:(0,_base_glob_js__WEBPACK_IMPORTED_MODULE_0__.globMatcher)(part))
return path=>fits(wanted,path.split("/"))}function pathOf(written){return written.replace(/^(?:\.?\/)+/,"")}function isPlainPath(text){return!/[*?]/.test(text)&&!text.endsWith("/")}function fits(wanted,given){let at=0
let position=0
let deep=-1
let taken=0
while(position<given.length){const part=wanted[at]
if(at<wanted.length&&part===void 0){deep=at++
taken=position}else if(part?.(given[position]??"")===true){at+=1
position+=1}else if(deep>=0){at=deep+1
position=++taken}else return false}while(at<wanted.length&&wanted[at]===void 0&&at!==wanted.length-1)at+=1
return at===wanted.length}function artifactPathOf(written){const path=written.replace(/^(?:\.?\/)+/,"")
const names=path.split("/")
return names.some(name=>/^\.{0,2}$/.test(name))||/[\0\p{Surrogate}]/u.test(path)?void 0:path}const mostAlone=10
function wayOf({selectors}){const paths=selectors.map(({path})=>path!==void 0&&isPlainPath(path)?artifactPathOf(path):void 0)
const alone=paths.filter(path=>path!==void 0)
if(alone.length===paths.length&&alone.length<=mostAlone)return{kind:"files",paths:[...new Set(alone)]}
const matchers=selectors.map(({path})=>matcherOf(path))
return{kind:"archive",wants:path=>matchers.some(matches=>matches(path))}}function matcherOf(path){return path===void 0?()=>true:pathMatcher(path)}function groupByJob(found){const byId=new Map
for(const{line,jobs,path}of found)for(const job of jobs){const known=byId.get(job.job.id)
if(known===void 0)byId.set(job.job.id,{found:job,selectors:[{line,path}]})
else known.selectors.push({line,path})}return[...byId.values()]}function isOptional({selectors}){return selectors.every(({line})=>line.need==="optional")}function jobCallOf({download:{found}}){return{project:{kind:"id",id:found.projectId},jobId:found.job.id}}}),"./results/find-job.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{findJobs:function(){return findJobs},lineNameOf:function(){return lineNameOf}})
var _base_glob_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/glob.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
const mostNear=5
function findJobs(line,tree){const named=namedJobsOf(tree)
for(const{job:name,path}of line.splits){const exact=named.filter(one=>one.name===name)
if(exact.length>1)return{kind:"ambiguous",name,jobs:exact.map(({found})=>found)}
const same=exact.length===1?exact:named.filter(one=>one.name!==name&&(0,_base_glob_js__WEBPACK_IMPORTED_MODULE_0__.sharedNameOf)(one.name)===name)
if(same.length>0)return{kind:"found",jobs:same.map(({found})=>found),path}}const triggerNames=new Set(triggerNamesOf(tree))
for(const{job:name}of line.splits){if(!triggerNames.has(name))continue
const below=named.filter(one=>one.name.startsWith(`${name}/`)).map(one=>one.name)
return{kind:"trigger_job",name,below:below.slice(0,mostNear)}}return{kind:"unknown",near:nearNames(line,named.map(({name})=>name))}}function namedJobsOf(tree,path=[]){const own=tree.jobs.map(({job})=>({name:lineNameOf({path,job}),found:{projectId:tree.pipeline.projectId,path,job}}))
const below=tree.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:namedJobsOf(downstream,[...path,bridge.name]))
return[...own,...below]}function lineNameOf({path,job}){return[...path,job.name].join("/")}function triggerNamesOf(tree,path=[]){return tree.bridges.flatMap(({bridge,downstream})=>{const name=[...path,bridge.name]
return[name.join("/"),...downstream===void 0?[]:triggerNamesOf(downstream,name)]})}function nearNames({splits},names){const short=names.filter(({length})=>length<=255).slice(0,1e3)
const near=splits.flatMap(({job})=>{const best=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(job.slice(0,255),short)
const lastPart=short.filter(name=>name.endsWith(`/${job}`))
return[...best===void 0?[]:[best],...lastPart]})
return[...new Set(near)].slice(0,mostNear)}}),"./results/missing.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{jobNames:function(){return jobNames},missingArtifact:function(){return missingArtifact},noSuchJob:function(){return noSuchJob},notEnded:function(){return notEnded}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./model/pipeline.js")
var _find_job_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./results/find-job.js")
function noSuchJob(what,search,need="required"){const code="result_job_not_found"
switch(search.kind){case"ambiguous":return{code:"result_job_ambiguous",what,why:`Several jobs have the name ${shown(search.name)}: ${search.jobs.map(({job})=>job.webUrl).map(url=>(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(url,200)).slice(0,5).join(", ")}`,hint:"Rename one of them."}
case"trigger_job":return{code,what,why:`${shown(search.name)} is a trigger job, which has no artifacts of its own.`,hint:search.below.length===0?"Name a job of the pipeline that it starts: TRIGGER-JOB/JOB. None can be seen: check the input downstream, and that access_token may read that project.":`Name a job of the pipeline that it starts: ${search.below.map(shown).join(", ")}`}
case"unknown":return{code,what,why:"The pipeline has no job of that name.",hint:`${search.near.length===0?"":`Did you mean ${search.near.map(shown).join(" or ")}? `}Give the name as GitLab shows it.${need==="optional"?"":" If rules may leave the job out, put ? at the end of the line."}`}
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(search)}}function notEnded(what,{job}){if((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__.isTerminalStatus)(job.status))return
return{code:"artifact_missing",what,why:`The job has not ended: its status is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(job.status,60)}.`,hint:"If the step waits for single jobs, add this one to the input jobs."}}function missingArtifact(what,{found,path},clock){const{job}=found
const{artifacts,artifactsExpireAt}=job
const has=fileType=>artifacts?.some(artifact=>artifact.fileType===fileType)===true
const open=`Open ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(job.webUrl,300)}`
if(has("archive")&&path!==void 0)return{code:"artifact_missing",what,why:`The job has artifacts, but not this file${has("dotenv")?"; it also has a dotenv report, which GitLab does not hand out":""}.`,hint:`Compare the path with artifacts:paths of the job. ${open}`}
if(has("dotenv")&&!has("archive"))return{code:"dotenv_report_only",what,why:"The job has the file as a dotenv report only (artifacts:reports:dotenv), and no API of GitLab hands reports out.",hint:"List the file under artifacts:paths of the job, too."}
const expireMs=Date.parse(artifactsExpireAt??"")
if(expireMs<=clock.epochMs())return{code:"artifact_missing",what,why:`The artifacts of the job expired at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(artifactsExpireAt??"",40)}.`,hint:"Raise artifacts:expire_in of the job."}
if(artifacts===void 0)return{code:"artifact_missing",what,why:"GitLab has no such file in artifacts of the job.",hint:`Check artifacts:paths of the job. ${open}`}
return{code:"artifact_missing",what,why:`The job left no artifacts behind; it has ended with the status ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(job.status,60)}.`,hint:job.status==="failed"?`A job that failed keeps artifacts only with artifacts:when: always (or on_failure). ${open}`:`Check artifacts:paths of the job. ${open}`}}function shown(name){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(name,100)}function jobNames(jobs){return jobs.slice(0,5).map(job=>shown((0,_find_job_js__WEBPACK_IMPORTED_MODULE_3__.lineNameOf)(job))).join(", ")}}),"./results/retry-read.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createTooLongCount:function(){return createTooLongCount},readWithRetry:function(){return readWithRetry}})
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/retry.js")
var _gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./gitlab/responses/reply.js")
var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./gitlab/responses/response-meaning.js")
const policy={attempts:1/0,firstPauseMs:2e3,maxPauseMs:1e4,maxRetryAfterMs:6e4}
const tooLongToBelieve=3
function createTooLongCount(){let inARow=0
return reply=>{inARow=(0,_gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_2__.hasFault)(reply,"too_large")?inARow+1:0
return inARow>=tooLongToBelieve}}async function readWithRetry({clock,random,retryTimeoutMs,endMs=1/0},read,signal,isWhole=()=>true){let last
let isOver=false
const isTooLong=createTooLongCount()
const attempt=async()=>{const reply=await readBefore({clock,endMs,signal},read)
if(reply==="timed_out")isOver=true
else last=reply
return last??(0,_gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_2__.cutReply)("no complete answer before the time for results was over")}
return await(0,_base_retry_js__WEBPACK_IMPORTED_MODULE_1__.retry)({clock,random,policy,attempt,retryable:reply=>{if(isOver)return
if(reply.kind==="ok")return isWhole(reply.value)?void 0:{}
if(isTooLong(reply))return
return(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__.isTransient)(reply)?{retryAfterMs:(0,_gitlab_responses_reply_js__WEBPACK_IMPORTED_MODULE_2__.retryAfterOf)(reply)}:void 0},untilMs:Math.min(clock.nowMs()+retryTimeoutMs,endMs),signal})}async function readBefore({clock,endMs,signal},read){if(endMs===1/0)return await read(signal)
const afterMs=endMs-clock.nowMs()
if(afterMs<=0)return"timed_out"
return await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.withTimeout)({clock,signal,afterMs},read)}}),"./run/results/results.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{resultsParts:function(){return resultsParts},runResults:function(){return runResults}})
var assert_never=__webpack_require__("./base/assert-never.js")
var clock=__webpack_require__("./base/clock.js")
var duration=__webpack_require__("./base/duration.js")
var base_errors=__webpack_require__("./base/errors.js")
var verdict_message=__webpack_require__("./report/verdict-message.js")
const detailsWithinMs=6e4
const reserveMs=5e3
function limitOf(limit,spentMs){if(limit.kind==="own")return limit.withinMs
return Math.max(detailsWithinMs-limit.partsAfter*reserveMs-spentMs,0)}async function runResults(run,{verdict,accepted},parts){const{log}=run.deps.host
const{outcome}=verdict
const asked=parts.filter(({isWanted})=>isWanted(run.results))
const isTime=isTimeFor(run.results.on,accepted)
const wanted=asked.filter(({on})=>on==="always"||isTime)
if(wanted.length<asked.length){const others=nounsOf(asked.filter(part=>!wanted.includes(part)))
log.info(`No ${others}: results_on is ${run.results.on}, and the outcome is ${outcome}.`)}const errors=[]
let found
const left=[...wanted]
let spentMs=0
let stopped
try{for(const part of wanted){const beganMs=run.deps.clock.nowMs()
const collected=await collectInTime(run,{...part,withinMs:limitOf(part.limit,spentMs)},verdict)
if(part.limit.kind==="shared")spentMs+=run.deps.clock.nowMs()-beganMs
errors.push(...collected.errors)
found=collected.tests??found
left.shift()}}catch(error){if(error instanceof base_errors.AbortedError)stopped=error
else if(accepted)throw error
else log.warning(`The ${nounsOf(left)} could not be fetched: ${String(error)}`)}const missing=left.filter(({isNeeded})=>isNeeded(run.results))
const stopReason=stopped!==void 0&&missing.length>0?stopped:void 0
const isSaidLater=accepted&&stopReason===void 0&&errors.length===1
if(!isSaidLater)for(const failure of errors)log.warning((0,base_errors.formatParts)(failure))
const error=accepted?resultsError(verdict,{errors,stopReason,missing}):void 0
return{error,tests:found,leftMs:Math.max(6e4-spentMs,0)}}function resultsError({outcome,pipeline},of){const{errors,stopReason,missing}=of
if(stopReason!==void 0)return new base_errors.AbortedError(stopReason.stopSignal,{why:`Pipeline ${pipeline.id} has ended with the outcome ${outcome}, but its ${nounsOf(missing)} had not all been fetched.`,hint:"Run the step again, or get them from GitLab."})
return errors.length>0?new base_errors.ResultsError((0,verdict_message.incompleteResults)(pipeline,errors)):void 0}function nounsOf(parts){return parts.map(({noun})=>noun).join(" and ")}function isTimeFor(on,accepted){switch(on){case"success":return accepted
case"failure":return!accepted
case"always":return true
default:return(0,assert_never.assertNever)(on)}}async function collectInTime(run,{noun,withinMs,collect,isNeeded},{outcome,snapshot}){const{deps,signal}=run
signal.throwIfAborted()
const without=failure=>{if(isNeeded(run.results))return{errors:[failure]}
deps.host.log.info((0,base_errors.formatParts)(failure))
return{errors:[]}}
const what=`The ${noun} could not be fetched`
if(outcome==="outage"||snapshot===void 0)return without({code:"outage",what,why:"GitLab cannot be reached."})
const endMs=deps.clock.nowMs()+withinMs-500
const collected=await(0,clock.withTimeout)({clock:deps.clock,signal,afterMs:withinMs},cutSignal=>collect(run,snapshot,{signal:cutSignal,endMs}))
if(collected!=="timed_out")return collected
return without({code:"results_too_slow",what:`${what} within ${(0,duration.formatDuration)(withinMs)}`,hint:"Run the step again; if that does not help, request fewer results."})}const values={noun:"values",isWanted:request=>request.values!==void 0,isNeeded:()=>true,on:"results_on",limit:{kind:"shared",partsAfter:2},collect:async(run,snapshot,time)=>{const{values:request}=run.results
if(request===void 0)return{errors:[]}
const{bringValues}=await __webpack_require__.e("results").then(__webpack_require__.bind(__webpack_require__,"./run/results/values.js"))
return{errors:await bringValues(run,request,snapshot,time)}}}
const artifactsWithinMs=24*36e5
const artifacts={noun:"artifacts",isWanted:request=>request.artifacts!==void 0,isNeeded:()=>true,on:"results_on",limit:{kind:"own",withinMs:artifactsWithinMs},collect:async(run,snapshot,time)=>{const{artifacts:request}=run.results
if(request===void 0)return{errors:[]}
const{bringArtifacts}=await Promise.all([__webpack_require__.e("results"),__webpack_require__.e("artifacts"),__webpack_require__.e("zip")]).then(__webpack_require__.bind(__webpack_require__,"./run/results/artifacts.js"))
return{errors:await bringArtifacts(run,request,snapshot,time.signal)}}}
const tests={noun:"tests",isWanted:()=>true,isNeeded:request=>request.junitFile!==void 0,on:"always",limit:{kind:"shared",partsAfter:1},collect:async(run,snapshot,time)=>{const{bringTests}=await __webpack_require__.e("results").then(__webpack_require__.bind(__webpack_require__,"./run/results/tests.js"))
return await bringTests(run,snapshot,time)}}
const resultsParts=[values,tests,artifacts]}),"./run/results/tests.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bringTests:function(){return bringTests}})
var base_text=__webpack_require__("./base/text.js")
var system=__webpack_require__("./hosts/system.js")
const[maxNameCharacters,maxOutputCharacters]=[1e4,1e6]
function junitXml({counts,all=[]},redact){const name=text=>(0,base_text.redactedText)(text,redact,maxNameCharacters)
const shown=({status,classname="",name:own,file,seconds,output=""})=>({status,classname:name(classname),name:name(own),file:file===void 0?void 0:name(file),seconds,output:status==="failed"||status==="error"?(0,base_text.redactedText)(output,redact,maxOutputCharacters):""})
const suites=new Map
for(const each of all){const suite=[...each.path,each.suite].join(" › ")
const cases=suites.get(suite)
if(cases===void 0)suites.set(suite,[each])
else cases.push(each)}return['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites${countAttributes(all)} time="${timeOf(counts.seconds)}">`,...[...suites].flatMap(([suite,cases])=>[`  <testsuite name="${attribute(name(suite))}"${countAttributes(cases)} time="${timeOf(secondsOf(cases))}">`,...cases.map(each=>caseElement(shown(each))),"  </testsuite>"]),"</testsuites>",""].join("\n")}function caseElement(each){const{classname="",name,file,seconds,status,output=""}=each
const place=file===void 0?"":` file="${attribute(file)}"`
const head=`    <testcase classname="${attribute(classname)}" name="${attribute(name)}"${place} time="${timeOf(seconds)}"`
switch(status){case"failed":return`${head}><failure>${junit_xml_text(output)}</failure></testcase>`
case"error":return`${head}><error>${junit_xml_text(output)}</error></testcase>`
case"skipped":return`${head}><skipped/></testcase>`
default:return`${head}/>`}}function countAttributes(cases){const count=status=>cases.filter(each=>each.status===status).length
return` tests="${cases.length}" failures="${count("failed")}" errors="${count("error")}" skipped="${count("skipped")}"`}function secondsOf(cases){return cases.reduce((sum,{seconds})=>sum+seconds,0)}function timeOf(seconds){return seconds.toFixed(3)}function junit_xml_text(raw){return raw.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll("\r","&#13;")}function attribute(raw){return junit_xml_text(raw).replaceAll('"',"&quot;").replaceAll("\n","&#10;").replaceAll("\t","&#9;")}var labels=__webpack_require__("./report/labels.js")
var byte_budget=__webpack_require__("./report/byte-budget.js")
var json_outputs=__webpack_require__("./report/json-outputs.js")
var report_tests=__webpack_require__("./report/tests.js")
const version=1
const[maxSuiteBytes,maxCaseBytes]=[6e4,14e4]
const[tests_output_maxNameCharacters,maxMessageCharacters]=[500,2e3]
function testsOutput({counts,suites,failed,unreadable}){const suiteList=fitting(suites.map(suite=>({name:bounded(suite.name),path:suite.path.map(bounded),...countsEntry(suite),problem:suite.problem===void 0?null:bounded(suite.problem)})),maxSuiteBytes)
const caseList=fitting(failed.map(caseEntry),maxCaseBytes)
const head=(0,json_outputs.inertJson)({version,complete:unreadable.length===0,...countsEntry(counts)}).slice(0,-1)
return{tests:`${head},"suites":[${suiteList.texts.join(",")}],"failed_cases":[${caseList.texts.join(",")}],"omitted_suites":${suiteList.omitted},"omitted_failed_cases":${caseList.omitted}}`}}function countsEntry({total,success,failed,error,skipped,seconds}){return{total,success,failed,error,skipped,duration:Math.round(seconds*1e6)/1e6}}function caseEntry(each){const{file,line}=(0,report_tests.placeOfTest)(each)
const{output=""}=each
return{suite:bounded(each.suite),path:each.path.map(bounded),classname:each.classname===void 0?null:bounded(each.classname),name:bounded(each.name),file:file??null,line:line??null,status:bounded(each.status),duration:each.seconds,message:output===""?null:(0,base_text.cutText)(output,maxMessageCharacters)}}function bounded(text){return text.length>tests_output_maxNameCharacters?(0,base_text.cleanLine)(text,tests_output_maxNameCharacters):text}function fitting(entries,maxBytes){const texts=[]
let bytes=0
for(const entry of entries){const text=(0,json_outputs.inertJson)(entry)
bytes+=(0,byte_budget.byteLength)(text)+1
if(bytes>maxBytes)break
texts.push(text)}return{texts,omitted:entries.length-texts.length}}var explain=__webpack_require__("./gitlab/responses/explain.js")
var base_clock=__webpack_require__("./base/clock.js")
var pipeline=__webpack_require__("./model/pipeline.js")
var retry_read=__webpack_require__("./results/retry-read.js")
const countedWithinMs=15e3
const[firstPauseMs,maxPauseMs]=[500,3e3]
const mostPipelines=20
async function countTests(deps,pipelines,signal){const endMs=Math.min(deps.clock.nowMs()+countedWithinMs,deps.endMs??1/0)
const pathOf=pathsOf(pipelines)
const seen=new Set
const counted=[]
const unreadable=[]
for(const pipeline of pipelines.slice(0,mostPipelines)){const expected=pipeline.jobIds.filter(id=>!seen.has(id))
if(expected.length===0&&pipeline.known==="yes")continue
const task={pipeline,expected,below:jobsBelow(pipeline,pipelines),endMs,signal}
const{suites,missing}=await countOf(deps,task)
if(missing!==void 0)unreadable.push(missing)
const fresh=suites.filter(({jobIds=[]})=>jobIds.length===0||jobIds.some(id=>!seen.has(id)))
for(const id of suites.flatMap(({jobIds=[]})=>jobIds))seen.add(id)
counted.push({pipeline,suites:fresh.map(suite=>({...suite,path:pathOf(suite,pipeline)}))})}if(pipelines.length>mostPipelines)unreadable.push(`the tests of ${pipelines.length-mostPipelines} more pipelines were not read`)
return{counted,unreadable}}async function countOf(deps,{pipeline,expected,below,endMs,signal}){const{clock,gitlab}=deps
const{pipelineId}=pipeline
const call={project:{kind:"id",id:pipeline.projectId},pipelineId}
for(let pauseMs=firstPauseMs;;pauseMs=Math.min(pauseMs*2,maxPauseMs)){const reply=await(0,retry_read.readWithRetry)(deps,readSignal=>gitlab.fetchTestSummary(call,readSignal),signal)
if(reply.kind!=="ok")return{suites:[],missing:`the tests of pipeline ${pipelineId} cannot be read (${(0,explain.describeReply)(reply).why})`}
const{suites}=reply.value
const whole={suites,missing:missingSuites(reply.value,pipelineId)}
if(suites.some(({jobIds})=>jobIds===void 0))return whole
const ids=new Set(suites.flatMap(({jobIds=[]})=>jobIds))
const wanted=below.some(id=>ids.has(id))?[...expected,...below]:expected
const missing=wanted.filter(id=>!ids.has(id))
if(missing.length===0)return whole
if(clock.nowMs()+pauseMs>endMs){const jobs=missing.length===1?"one job":`${missing.length} jobs`
return{suites,missing:`GitLab has not counted the tests of ${jobs} of pipeline ${pipelineId} in time`}}await(0,base_clock.sleep)(clock,pauseMs,signal)}}function missingSuites({total,suites},pipelineId){const inSuites=suites.reduce((sum,suite)=>sum+suite.total,0)
const isKnown=suites.every(({problem})=>problem===void 0)
return isKnown&&inSuites<total?`GitLab counted ${total} ${total===1?"test":"tests"} in pipeline ${pipelineId}, but only ${inSuites} in its suites`:void 0}function jobsBelow(of,pipelines){return pipelines.filter(({path,projectId})=>projectId===of.projectId&&path.length>of.path.length&&of.path.every((name,index)=>path[index]===name)).flatMap(({jobIds})=>jobIds)}function pathsOf(pipelines){const placeOf=new Map
for(const pipeline of pipelines)for(const id of pipeline.jobIds)if(!placeOf.has(id))placeOf.set(id,pipeline)
return({jobIds:[jobId]=[]},asked)=>{const place=jobId===void 0?void 0:placeOf.get(jobId)
return(place??asked).path}}function testedPipelines(tree,path=[]){const ended=tree.jobs.map(({job})=>job).filter(({status})=>(0,pipeline.isTerminalStatus)(status))
const tested=ended.filter(({artifacts})=>artifacts?.some(({fileType})=>fileType==="junit"))
const known=ended.every(({artifacts})=>artifacts!==void 0)?"yes":"no"
const{id:pipelineId,projectId}=tree.pipeline
const own={path,projectId,pipelineId,jobIds:tested.map(({id})=>id),known}
return[...tested.length>0||known==="no"?[own]:[],...tree.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:testedPipelines(downstream,[...path,bridge.name]))]}const statuses={failed:["failed","error"],all:["success","failed","skipped","error"]}
function lackingSuites(counted,report,needed){const listed=listedByName(report)
return countedByName(counted).flatMap(({name,parts,counts})=>{const{seconds,byStatus,total}=listed.get(name)??emptySuite()
const isMerged=parts>1&&Math.abs(seconds-counts.seconds)<=mostRoundedSeconds
const least=count=>isMerged?Math.max(Math.ceil(count/parts),Math.min(count,1)):count
const of=status=>byStatus.get(status)??0
const wanted=statuses[needed]
const isAll=needed==="all"
const lacks=wanted.some(status=>of(status)<least(counts[status]))||isAll&&total<least(counts.total)
const sum=numberOf=>wanted.reduce((all,status)=>all+numberOf(status),0)
const inCounts=sum(status=>counts[status])
if(!lacks)return[]
return[{name,counted:isAll?Math.max(counts.total,inCounts):inCounts,listed:isAll?total:sum(of)}]})}const mostRoundedSeconds=.01
function emptySuite(){return{seconds:0,total:0,byStatus:new Map}}function listedByName({suites}){const byName=new Map
for(const{name,seconds=0,cases}of suites){const suite=byName.get(name)??emptySuite()
byName.set(name,suite)
suite.seconds+=seconds
suite.total+=cases.length
for(const{status}of cases)suite.byStatus.set(status,(suite.byStatus.get(status)??0)+1)}return byName}function countedByName(suites){const byName=new Map
for(const{name,problem,jobIds,...counts}of suites){if(problem!==void 0)continue
const parts=jobIds?.length??1/0
const known=byName.get(name)
byName.set(name,known===void 0?{name,parts,counts}:{name,parts:known.parts+parts,counts:added(known.counts,counts)})}return[...byName.values()]}function added(one,other){return{total:one.total+other.total,success:one.success+other.success,failed:one.failed+other.failed,skipped:one.skipped+other.skipped,error:one.error+other.error,seconds:one.seconds+other.seconds}}const mostNamed=3
function lackingWords(lacking,{pipelineId,needed}){const noun=needed==="all"?"test cases":"failed test cases"
const each=lacking.slice(0,mostNamed).map(({name,counted,listed})=>`${listed} of the ${counted} ${noun} of ${(0,base_text.cleanLine)(name,100)}`)
const more=lacking.length-mostNamed
const rest=more>0?[`not all of ${more} more ${more===1?"suite":"suites"}`]:[]
return`GitLab lists only ${[...each,...rest].join(", ")} that it counted in pipeline ${pipelineId}`}async function fetchTests(deps,{tree,cases},signal){const{counted,unreadable}=await countTests(deps,testedPipelines(tree),signal)
const suites=counted.flatMap(each=>each.suites)
const found=[]
const errors=[...unreadable]
let awaiting="yes"
for(const each of counted){const isWanted=cases==="all"?each.suites.length>0:each.suites.some(hasFailures)
if(!isWanted)continue
const{pipelineId,projectId}=each.pipeline
const call={project:{kind:"id",id:projectId},pipelineId}
const read=readSignal=>deps.gitlab.fetchTestReport(call,readSignal)
const lacking=report=>lackingSuites(each.suites,report,cases)
const reply=await(0,retry_read.readWithRetry)(deps,read,signal,report=>awaiting==="no"||lacking(report).length===0)
if(reply.kind==="ok"){for(const one of casesOf(reply.value,each))found.push(one)
const lacks=lacking(reply.value)
if(lacks.length===0)continue
awaiting="no"
errors.push(lackingWords(lacks,{pipelineId,needed:cases}))}else errors.push(`the test cases of pipeline ${pipelineId} cannot be read (${(0,explain.describeReply)(reply).why})`)}return{counts:sumOf(suites),suites,failed:found.filter(({status})=>status==="failed"||status==="error"),all:cases==="all"?found:void 0,unreadable:errors}}function hasFailures({failed,error}){return failed+error>0}function casesOf({suites},{pipeline,suites:counted}){const paths=new Map(counted.toReversed().map(({name,path})=>[name,path]))
return suites.flatMap(({name:suite,cases})=>{const path=paths.get(suite)??pipeline.path
return cases.map(each=>({...each,suite,path}))})}function sumOf(suites){const sum=count=>suites.reduce((total,suite)=>total+suite[count],0)
return{total:sum("total"),success:sum("success"),failed:sum("failed"),skipped:sum("skipped"),error:sum("error"),seconds:sum("seconds")}}var context=__webpack_require__("./run/context.js")
function writeJunit(file,tests,redact){const what=`junit_file: ${(0,base_text.cleanLine)(file,300)}`
try{system.processFiles.replace(file,junitXml(tests,redact))}catch(error){return[{code:"file_not_written",what:`${what} could not be written`,why:(0,base_text.cleanLine)(error instanceof Error?error.message:String(error),300),hint:"Check the path, and whether the step may write there."}]}const unreadable=[...tests.unreadable,...unreadReports(tests)]
if(unreadable.length===0)return[]
return[{code:"tests_incomplete",what:`${what} does not hold all tests`,why:`${unreadable.join("; ")}.`,hint:"Run the step again."}]}function unreadReports({suites}){const names=suites.filter(({problem})=>problem!==void 0).map(({name})=>(0,labels.nameLabel)(name))
return names.length===0?[]:[`GitLab could not read the report of ${(0,labels.listLabel)(names)}`]}const maxRetryTimeoutMs=2e4
async function bringTests({deps,gitlab,follow,results},{root},time){const{log}=deps.host
const{junitFile}=results
const retryTimeoutMs=Math.min(follow.outageTimeoutMs,maxRetryTimeoutMs)
const cases=junitFile===void 0?"failed":"all"
const tests=await fetchTests({...deps,gitlab,retryTimeoutMs,endMs:time.endMs},{tree:root,cases},time.signal)
const{counts,suites,failed,unreadable}=tests
const isFound=suites.length>0
if(isFound){(0,context.setOutputs)(deps,testsOutput(tests))
log.info(`Tests: ${(0,report_tests.testsLine)(counts)}`)}for(const{name,problem}of suites)if(problem!==void 0)log.info(`Tests: GitLab could not read the report of ${(0,labels.nameLabel)(name)}: ${(0,base_text.cleanLine)(problem,300)}`)
if(failed.length>0)log.group(`failed tests (${failed.length})`,(0,report_tests.failedTestLines)(failed))
for(const unreadablePart of unreadable)log.info(`Tests: ${unreadablePart}`)
const errors=junitFile===void 0?[]:writeJunit(junitFile,tests,deps.host.masker.redact)
return{tests:isFound||unreadable.length>0?tests:void 0,errors}}}),"./run/results/values.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bringValues:function(){return bringValues}})
var base_errors=__webpack_require__("./base/errors.js")
var secret=__webpack_require__("./base/secret.js")
var base_text=__webpack_require__("./base/text.js")
var json_outputs=__webpack_require__("./report/json-outputs.js")
var outputs=__webpack_require__("./report/outputs.js")
var encoding=__webpack_require__("./base/encoding.js")
var parallel=__webpack_require__("./base/parallel.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var plan=__webpack_require__("./results/artifacts/plan.js")
var find_job=__webpack_require__("./results/find-job.js")
var missing=__webpack_require__("./results/missing.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var base_document=__webpack_require__("./base/document.js")
function readDotenv(text){const entries=[]
let why
for(const[index,rawLine]of text.split("\n").entries()){const line=rawLine.trim()
if(line===""||line.startsWith("#"))continue
const at=` (line ${index+1})`
if(line.includes("\r"))why??=`has a carriage return within a line${at}`
const equals=line.indexOf("=")
if(equals>=0)entries.push({key:line.slice(0,equals).trim(),value:line.slice(equals+1).trim(),at})
else why??=`is neither a JSON object nor KEY=VALUE lines${at}${looksLikeYaml(line)?yamlHint:""}`}return why===void 0?{kind:"entries",entries}:{kind:"unfit",why,entries}}const yamlHint="; it looks like YAML, which is not read because it changes texts such as 1.10 or NO"
function looksLikeYaml(line){return line==="---"||/^(?:- |["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line)}function readJsonObject(text){const reading=(0,base_document.readJson)(text)
if(reading.kind==="broken")return unfit(`begins with "{", but stops being valid JSON${(0,base_document.placeOf)(text,reading.offset)}`)
const{node}=reading
if(node.kind!=="map")return unfit("is JSON, but not an object")
const entries=[]
let why
for(const[index,{key,value}]of node.entries.entries()){const at=` (entry ${index+1})`
if(value.kind==="null")why??=`has null as a value${at}`
else entries.push({key,value:jsonTextOf(value),at})}return why===void 0?{kind:"entries",entries}:{kind:"unfit",why,entries}}function unfit(why){return{kind:"unfit",why,entries:[]}}function jsonTextOf(node){return node.kind==="text"?node.text:jsonOf(node)}function jsonOf(node){switch(node.kind){case"text":return JSON.stringify(node.text)
case"number":case"boolean":return node.source
case"null":return"null"
case"list":return`[${node.items.map(jsonOf).join(",")}]`
case"map":return`{${node.entries.map(({key,value})=>`${JSON.stringify(key)}:${jsonOf(value)}`).join(",")}}`
default:return(0,assert_never.assertNever)(node)}}const maxValuesBytes=1e6
const maxKeyCharacters=255
function readValues(bytes){const decoded=(0,encoding.decodeText)(bytes)
const{text=""}=decoded
const reading=text.trimStart().startsWith("{")?readJsonObject(text):readDotenv(text)
const values=checked(reading)
if(decoded.kind==="text")return values
const why=decoded.text!==void 0&&values.kind==="unfit"?values.why:decoded.why
return{kind:"unfit",why,entries:reading.entries}}function checked(reading){if(reading.kind==="unfit")return reading
const{entries}=reading
for(const entry of entries){const why=faultOf(entry)
if(why!==void 0)return{kind:"unfit",why:`${why}${entry.at}`,entries}}return{kind:"values",entries}}function faultOf({key,value}){if(key.length>maxKeyCharacters||!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))return/^export\s/.test(key)?'is a script: write KEY=VALUE without "export"':"has a key that is not made of letters, digits and _ (not shown)"
if(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(value))return"has a control character in a value"
return}var retry_read=__webpack_require__("./results/retry-read.js")
const parallelRequests=4
async function fetchValues(deps,{lines,tree,signal}){return await(0,parallel.mapInParallel)(lines,parallelRequests,line=>fetchFile(deps,{line,tree,signal}))}async function fetchFile(deps,{line,tree,signal}){const what=`values_from: ${(0,base_text.cleanLine)(line.text,300)} could not be read`
const failed=(failure,entries=[])=>({line,entries,failure})
const absent=failure=>failed(line.need==="optional"?allowed(line,failure):failure)
const search=(0,find_job.findJobs)(line,tree)
if(search.kind==="ambiguous")return failed((0,missing.noSuchJob)(what,search))
if(search.kind!=="found")return absent((0,missing.noSuchJob)(what,search,line.need))
const[found,...others]=search.jobs
if(found===void 0||others.length>0)return failed({code:"result_job_ambiguous",what,why:`The name stands for ${search.jobs.length} jobs (${(0,missing.jobNames)(search.jobs)}), whose values would overwrite each other.`,hint:"Give the whole name of one of them a line."})
const early=(0,missing.notEnded)(what,found)
if(early!==void 0)return absent(early)
const path=(0,plan.artifactPathOf)(search.path??"")
if(path===void 0)return failed({code:"artifact_missing",what,why:"No file in artifacts has such a path.",hint:"Give the path below the root of the repository, as in artifacts:paths."})
const{projectId,job}=found
const call={project:{kind:"id",id:projectId},jobId:job.id,path,maxBytes:maxValuesBytes}
const reply=await(0,retry_read.readWithRetry)(deps,readSignal=>deps.gitlab.fetchArtifactFile(call,readSignal),signal)
if((0,responses_reply.namesNoRecord)(reply))return absent((0,missing.missingArtifact)(what,{found,path},deps.clock))
if((0,responses_reply.hasFault)(reply,"too_large"))return failed({code:"values_unfit",what,why:`The file is longer than ${maxValuesBytes} bytes.`,hint:"Download it as an artifact (input artifacts), and write a small file for values."})
if(reply.kind!=="ok")return failed({what,...(0,explain.describeReply)(reply)})
const reading=readValues(reply.value)
if(reply.hints.endUntold===true&&!tellsItsEnd(reply.value))return failed({code:"values_unfit",what,why:"The response does not say where the file ends, so a truncated file would look complete: a proxy has removed the length from the response.",hint:"Write one JSON object, whose end is recognizable. Or let the proxy pass on what GitLab sends (Transfer-Encoding: chunked), as with HTTP/1.1 between it and GitLab."},reading.entries)
if(reading.kind==="values")return{line,entries:reading.entries,failure:void 0}
return failed({code:"values_unfit",what,why:`The file ${reading.why}.`,hint:"Write KEY=VALUE lines, or one JSON object; docs/results.md tells what they may hold."},reading.entries)}function allowed(line,{hint="",...failure}){return{...failure,what:`values_from: ${(0,base_text.cleanLine)(line.text,300)} is not there, and the ? at the end of its line allows that`,hint:`Nothing. If the file should be there: ${hint}`}}function tellsItsEnd(bytes){const{text=""}=(0,encoding.decodeText)(bytes)
return text.trimStart().startsWith("{")&&readValues(bytes).kind==="values"}function mergeValues(files){const values=new Map
const keyOf=new Map
for(const{key,value}of files.flat()){const other=keyOf.get(key.toLowerCase())??key
if(other!==key)return{kind:"clash",failure:{code:"values_unfit",what:`values_from: ${other} and ${key} differ only in case`,why:"A workflow could not tell them apart.",hint:"Rename one of them."}}
keyOf.set(key.toLowerCase(),key)
values.set(key,value)}return{kind:"merged",values}}var context=__webpack_require__("./run/context.js")
var shown_output=__webpack_require__("./run/shown-output.js")
const excusable=new Set(["result_job_not_found","artifact_missing","dotenv_report_only"])
const shownKeys=20
async function bringValues(run,request,{root},time){const{deps,gitlab,follow}=run
const files=await fetchValues({...deps,gitlab,retryTimeoutMs:follow.outageTimeoutMs,endMs:time.endMs},{lines:request.lines,tree:root,signal:time.signal})
mask(deps,request,files)
const errors=[]
for(const{line,failure}of files){if(failure===void 0)continue
if(line.need==="optional"&&excusable.has(failure.code))deps.host.log.info((0,base_errors.formatParts)(failure))
else errors.push(failure)}if(errors.length>0)return errors
const read=files.filter(({failure})=>failure===void 0)
const merged=mergeValues(read.map(({entries})=>entries))
return merged.kind==="clash"?[merged.failure]:await setValues(deps,request,merged.values)}function mask({host},{mask:keys},files){const entries=files.flatMap(file=>file.entries)
for(const{key,value}of entries){if(!keys.includes(key)||value.trim()==="")continue
for(const text of maskedTexts(value))host.masker.mask(new secret.Secret(text))
if(value.trim().length<4)host.log.warning(`mask_values: the value of ${key} is too short to be masked`)}const found=[...new Set(entries.map(({key})=>key))]
for(const key of keys){if(found.includes(key))continue
const near=(0,base_text.nearestName)(key,found)
const hint=near===void 0?"":`; did you mean ${near}?`
host.log.warning(`mask_values: there is no value ${key}, so that nothing was masked for it${hint}`)}}const shortestMaskedLine=8
function maskedTexts(value){const lines=value.split(/[\r\n]+/).filter(line=>line.trim().length>=shortestMaskedLine)
return[...new Set([value,...lines])]}async function setValues(deps,{asOutputs},values){const output=(0,json_outputs.valuesOutput)(values)
if(output==="too_large")return[{code:"values_unfit",what:`values_from: the values are longer than ${2e5} bytes together`,why:"GitHub gives all outputs of a job 1 MB, of which they may take a part.",hint:"Bring long texts back as artifacts (input artifacts)."}]
const singles=asOutputs?(0,json_outputs.singleValueOutputs)(values):[]
for(const{name,value}of[{name:"values",value:output.values},...singles]){deps.host.outputs.set(name,value)
const warning=(0,shown_output.hiddenIn)(deps.host.masker,name,value)
if(warning!==void 0)(0,context.warnOnce)(deps.host,warning)}const keys=[...values.keys()]
const more=keys.length>shownKeys?` and ${keys.length-shownKeys} more`:""
deps.host.log.info(keys.length===0?"Values: none":`Values: ${keys.slice(0,shownKeys).join(", ")}${more}`)
const names=new Set(["values",...singles.map(({name})=>name)])
const lost=await(deps.host.outputs.lost?.())??[]
return(0,outputs.lostValues)(lost.filter(({name})=>names.has(name)))}})}

