export const __webpack_esm_ids__=["feedback"]
export const __webpack_esm_modules__={"./github/api.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{endpoints:function(){return endpoints},parseRepositoryName:function(){return parseRepositoryName},placeName:function(){return placeName},secretPermission:function(){return secretPermission}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
const largestPage=100
const endpoints={publicKey:(apiUrl,place)=>below(apiUrl,...secretsOf(place),"public-key"),secret:(apiUrl,place,name)=>below(apiUrl,...secretsOf(place),name),secretRepositories:(apiUrl,place,name)=>withLargePages(below(apiUrl,...secretsOf(place),name,"repositories")),user:apiUrl=>below(apiUrl,"user"),graphql:apiUrl=>{const url=new URL(apiUrl.origin)
url.pathname=`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.withoutEnd)(apiUrl.pathname,"/").replace(/\/v3$/,"")}/graphql`
return url},comments:(apiUrl,{repository,pullRequest})=>below(apiUrl,...pathOf(repository),"issues",checkedId(pullRequest),"comments"),listedComments:(apiUrl,address)=>withLargePages(endpoints.comments(apiUrl,address)),comment:(apiUrl,{repository,commentId})=>below(apiUrl,...pathOf(repository),"issues","comments",checkedId(commentId)),pullRequest:(apiUrl,{repository,pullRequest})=>below(apiUrl,...pathOf(repository),"pulls",checkedId(pullRequest)),statuses:(apiUrl,{repository,sha})=>below(apiUrl,...pathOf(repository),"statuses",sha)}
function pathOf({owner,repository}){return["repos",owner,repository]}function checkedId(id){if(!Number.isSafeInteger(id)||id<1)throw new RangeError(`${id} is not a number on GitHub`)
return String(id)}function secretsOf(place){switch(place.kind){case"repository":return[...pathOf(place),"actions","secrets"]
case"environment":return[...pathOf(place),"environments",place.environment,"secrets"]
case"organization":return["orgs",place.organization,"actions","secrets"]}}function withLargePages(url){url.searchParams.set("per_page",String(largestPage))
return url}function below(apiUrl,...segments){const lost=segments.find(segment=>segment===""||segment==="."||segment==="..")
if(lost!==void 0)throw new RangeError(`'${lost}' is not a name on GitHub`)
const url=new URL(apiUrl.origin)
url.pathname=[(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.withoutEnd)(apiUrl.pathname,"/"),...segments.map(encodeURIComponent)].join("/")
return url}function parseRepositoryName(text){const[,owner,repository]=/^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(text)??[]
return owner===void 0||repository===void 0?void 0:{owner,repository}}function placeName(place){switch(place.kind){case"repository":return`${place.owner}/${place.repository}`
case"environment":return`the environment ${place.environment} of ${place.owner}/${place.repository}`
case"organization":return`the organization ${place.organization}`}}function secretPermission(place){switch(place.kind){case"repository":return'the repository permission "Secrets: Read and write" (a classic token: the scope repo)'
case"environment":return'the repository permission "Environments: Read and write" (a classic token: the scope repo)'
case"organization":return'the organization permission "Secrets: Read and write" (a classic token: the scope admin:org)'}}}),"./github/reply.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{gitHubErrorOf:function(){return gitHubErrorOf},isTransient:function(){return isTransient},retryAfterOf:function(){return retryAfterOf}})
var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/duration.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/errors.js")
function gitHubErrorOf(reply,{what,needs}){const cause=reply.kind==="fault"?reply.fault:void 0
const parts={what,...describe(reply,needs),cause}
return isTransient(reply)?new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__.UnreachableError(parts):new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__.RefusedError(parts)}function isTransient(reply){if(reply.kind!=="refused")return true
const{status,limit}=reply.refusal
return limit!==void 0||status>=500||status===408||status===425}function retryAfterOf(reply){return reply.kind==="refused"?reply.refusal.retryAfterMs:void 0}function describe(reply,needs){switch(reply.kind){case"fault":return{code:"github_unreachable",why:reply.fault.message,hint:"Check that this machine reaches the API of GitHub, through its proxy if there is one, and try again."}
case"unreadable":return{code:"github_unreachable",why:`The server answered ${reply.status}, but ${reply.why}`,hint:"Something between this machine and GitHub answered in its place: let the API pass there."}
case"refused":return{why:reasonOf(reply.refusal),...judge(reply.refusal,needs)}}}function reasonOf({status,texts,location,acceptedPermissions,requestId}){const words=texts.length===0?"":`: ${texts.join("; ")}`
const target=location===void 0?"":` (to ${location})`
const details=[...acceptedPermissions===void 0?[]:[`it accepts ${acceptedPermissions}`],...requestId===void 0?[]:[`request id ${requestId}`]]
return`GitHub answered ${status}${words}${target}${details.length===0?"":` (${details.join("; ")})`}`}function judge(refusal,needs){const{status,limit,singleSignOn}=refusal
if(limit!==void 0)return{code:"github_rate_limited",hint:limitHint(refusal)}
if(status>=500||status===408||status===425)return{code:"github_unreachable",hint:"GitHub has an outage or is overloaded: see its status page, and try again later."}
if(status===401)return{code:"github_unauthorized",hint:"Give a github_token that has neither expired nor been revoked."}
if(status===403&&singleSignOn==="required")return{code:"github_forbidden",hint:"The organization uses single sign-on: authorize the token for it (Settings > Developer settings > Personal access tokens > Configure SSO)."}
if(status===403)return{code:"github_forbidden",hint:`The github_token needs ${needs}.`}
if(status===404)return{code:"github_not_found",hint:`Check the names, and the token: GitHub also answers 404 when a token has no access. It needs ${needs}.`}
return{code:"github_refused",hint:"GitHub's message says what it did not accept; check the inputs of the step against it."}}function limitHint({limit,retryAfterMs=0}){const which=limit==="primary"?"The hourly rate limit is used up":"Too many requests came at once"
return`${which}: GitHub asks for a pause of ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__.formatDuration)(retryAfterMs)}. Share the token among fewer workflows, or try again later.`}}),"./github/request.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createCallRunner:function(){return createCallRunner},fetchPages:function(){return fetchPages}})
var address=__webpack_require__("./base/address.js")
var json_api=__webpack_require__("./http/json-api.js")
var response_body=__webpack_require__("./http/response-body.js")
var base_text=__webpack_require__("./base/text.js")
var http_headers=__webpack_require__("./http/headers.js")
const mostTexts=10
const unnamedPauseMs=6e4
function readRefusal({status,headers,body},{localTimeMs}){const{shape,texts}=readWords(headers["content-type"],body)
const limit=limitOf({status,headers,texts})
const nowMs=(0,http_headers.parseHttpDate)(headers.date??"")??localTimeMs
const resetMs=limit==="primary"?(0,http_headers.parseRateLimitReset)(headers["x-ratelimit-reset"]??"",nowMs):void 0
const retryAfterMs=(0,http_headers.parseRetryAfter)(headers["retry-after"]??"",nowMs)??resetMs
return{status,shape,texts,limit,retryAfterMs:retryAfterMs??(limit===void 0?void 0:unnamedPauseMs),acceptedPermissions:lineOf(headers["x-accepted-github-permissions"]),singleSignOn:/^\s*required\b/i.test(headers["x-github-sso"]??"")?"required":"not_mentioned",location:status>=300&&status<400?locationOf(headers.location):void 0,requestId:lineOf(headers["x-github-request-id"])}}function readWords(contentType,body){const content=(0,response_body.readAnswerBody)(contentType,body)
switch(content.kind){case"none":return{shape:"none",texts:[]}
case"html":case"text":return{shape:content.kind,texts:content.texts.slice(0,mostTexts)}
case"json":return{shape:"json",texts:textsOf(content.value)}}}function textsOf(value){const errors=memberOf(value,"errors")
const listed=Array.isArray(errors)?errors:[errors]
return[memberOf(value,"message"),...listed.slice(0,mostTexts).map(errorText)].filter(text=>typeof text==="string").map(text=>(0,base_text.cleanLine)(text)).filter((text,index,all)=>text!==""&&all.indexOf(text)===index).slice(0,mostTexts)}function errorText(error){if(typeof error==="string")return error
const message=memberOf(error,"message")
if(typeof message==="string")return message
const parts=[memberOf(error,"field"),memberOf(error,"code")].filter(part=>typeof part==="string")
return parts.length===0?void 0:parts.join(": ")}function limitOf(answer){const{status,headers,texts}=answer
if(status!==403&&status!==429)return
if(texts.some(text=>/secondary rate limit|abuse detection/i.test(text)))return"secondary"
if(headers["x-ratelimit-remaining"]==="0")return"primary"
if(texts.some(text=>/rate limit exceeded/i.test(text)))return"primary"
return status===429||headers["retry-after"]!==void 0?"secondary":void 0}function locationOf(location){if(location===void 0||!(0,address.isUrl)(location))return
const{protocol,host,pathname}=new URL(location)
return(0,base_text.cleanLine)(`${protocol}//${host}${pathname}`)}function lineOf(header){return(0,base_text.cleanLine)(header??"",200)||void 0}function memberOf(value,name){return typeof value==="object"&&value!==null&&Object.hasOwn(value,name)?value[name]:void 0}const maxJsonBytes=32*1024*1024
function createCallRunner({transport,clock},settings){const{apiUrl,headers:ownHeaders,requestTimeoutMs:timeoutMs}=settings
const send=async({method,url,body,signal})=>{const json=body===void 0?void 0:JSON.stringify(body)
const headers=json===void 0?ownHeaders:{...ownHeaders,"content-type":"application/json"}
const request={method,url,headers,body:json,timeoutMs,maxBytes:maxJsonBytes,signal}
const sent=await(0,json_api.exchanged)(()=>(0,json_api.sendWithin)(transport,apiUrl,request))
if(sent.kind==="fault")return sent
const response=sent.value
return(0,json_api.isSuccess)(response)?{kind:"ok",value:response}:{kind:"refused",refusal:readRefusal(response,{localTimeMs:clock.epochMs()})}}
return{write:async({doneBy,...sending})=>{const reply=await send(sending)
if(reply.kind!=="ok")return reply
const{status,headers,body}=reply.value
const{kind}=(0,response_body.readAnswerBody)(headers["content-type"],body)
if(doneBy.includes(status)&&(kind==="json"||kind==="none"))return{kind:"ok",value:status}
const why=`that is not what GitHub says when the work is done (${doneBy.join(" or ")}, with JSON or nothing)`
return{kind:"unreadable",status,why}},run:async call=>{const reply=await send(call)
if(reply.kind!=="ok")return reply
return readSuccess(reply.value,call.read(await __webpack_require__.e("schemas").then(__webpack_require__.bind(__webpack_require__,"./github/schemas.js"))))}}}function readSuccess(response,read){const{status,headers}=response
const body=(0,json_api.readJsonBody)(response)
if(body.kind==="not_json")return{kind:"unreadable",status,why:body.why}
const reading=read(body.value)
if(reading.kind==="ok")return{kind:"ok",value:{value:reading.value,headers}}
return{kind:"unreadable",status,why:`the body is not what GitHub sends (${reading.why})`}}function nextPage(current,link){for(const[,target="",parameters=""]of(link??"").matchAll(/<([^<>]*)>([^<>]*)/g)){const relation=/;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1]??""
if(!relation.toLowerCase().split(/\s+/).includes("next")||!(0,address.isUrl)(target,current.href))continue
const page=new URL(target,current).searchParams.get("page")
if(page===null||!/^[1-9]\d{0,6}$/.test(page))return
const next=new URL(current)
next.searchParams.set("page",page)
return next}return}const mostPages=50
async function fetchPages(runner,{url:firstUrl,read,signal}){const items=[]
const asked=new Set
for(let url=firstUrl;url!==void 0&&asked.size<mostPages;){asked.add(url.href)
const reply=await runner.run({method:"GET",url,signal,read})
if(reply.kind!=="ok")return reply
items.push(...reply.value.value)
const next=nextPage(url,reply.value.headers.link)
url=next===void 0||asked.has(next.href)?void 0:next}return{kind:"ok",value:items}}}),"./run/connect-github.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{openGitHub:function(){return openGitHub}})
var api=__webpack_require__("./github/api.js")
var request=__webpack_require__("./github/request.js")
var secrets=__webpack_require__("./github/secrets.js")
const apiVersion="2022-11-28"
const appTokenPrefix="ghs_"
function createGitHubClient(deps,settings){const{apiUrl,token,requestTimeoutMs}=settings
const headers={accept:"application/vnd.github+json",authorization:`Bearer ${token.reveal()}`,"x-github-api-version":apiVersion}
const runner=(0,request.createCallRunner)(deps,{apiUrl,headers,requestTimeoutMs})
const read=async call=>{const reply=await runner.run(call)
return reply.kind==="ok"?{kind:"ok",value:reply.value.value}:reply}
const write=async writing=>{const reply=await runner.write(writing)
return reply.kind==="ok"?{kind:"ok",value:"done"}:reply}
const isOfApp=token.reveal().startsWith(appTokenPrefix)
return{putSecret:async({place,name,value},signal)=>(0,secrets.putSecret)({runner,apiUrl},{place,name,text:value.reveal()},signal),fetchLogin:async signal=>isOfApp?read({method:"POST",url:api.endpoints.graphql(apiUrl),body:{query:"{ viewer { login } }"},signal,read:schemas=>schemas.readViewer}):read({method:"GET",url:api.endpoints.user(apiUrl),signal,read:schemas=>schemas.readLogin}),fetchComments:async(address,signal)=>(0,request.fetchPages)(runner,{url:api.endpoints.listedComments(apiUrl,address),signal,read:schemas=>schemas.readComments}),createComment:async({body,...address},signal)=>read({method:"POST",url:api.endpoints.comments(apiUrl,address),body:{body},signal,read:schemas=>schemas.readComment}),updateComment:async({body,...address},signal)=>write({method:"PATCH",url:api.endpoints.comment(apiUrl,address),body:{body},signal,doneBy:[200,204]}),deleteComment:async(address,signal)=>write({method:"DELETE",url:api.endpoints.comment(apiUrl,address),signal,doneBy:[204]}),fetchHeadSha:async(address,signal)=>read({method:"GET",url:api.endpoints.pullRequest(apiUrl,address),signal,read:schemas=>schemas.readHeadSha}),createStatus:async({repository,sha,status},signal)=>{const{state,context,description,targetUrl}=status
const body={state,context,description,target_url:targetUrl}
const url=api.endpoints.statuses(apiUrl,{repository,sha})
return write({method:"POST",url,body,signal,doneBy:[201]})}}}var connect=__webpack_require__("./gitlab/connect.js")
var headers=__webpack_require__("./http/headers.js")
function openGitHub(deps,{caCertificate,...settings}){(0,connect.checkWay)(deps.environment,settings.apiUrl)
const{clock}=deps
const transport=(0,headers.withRedactedAnswers)(deps.createTransport({clock,caCertificate,environment:deps.environment}),deps.host.masker.redact)
return{github:createGitHubClient({transport,clock},settings),close:()=>transport.close()}}}),"./run/feedback/github-feedback.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{commentIdentityOf:function(){return commentIdentityOf},createGitHubFeedback:function(){return createGitHubFeedback},finishFeedback:function(){return finishFeedback}})
var address=__webpack_require__("./base/address.js")
var base_clock=__webpack_require__("./base/clock.js")
var errors=__webpack_require__("./base/errors.js")
var base_text=__webpack_require__("./base/text.js")
var api=__webpack_require__("./github/api.js")
var external_node_crypto_=__webpack_require__("node:crypto?8af2")
var retry=__webpack_require__("./base/retry.js")
var github_reply=__webpack_require__("./github/reply.js")
const policy={attempts:3,firstPauseMs:500,maxPauseMs:2e3,maxRetryAfterMs:5e3}
async function tryAgain({clock,random},call,signal){return await(0,retry.retry)({clock,random,policy,attempt:call.make,retryable:reply=>{if(reply.kind==="ok"||!(0,github_reply.isTransient)(reply)||!call.isRepeatable(reply))return
const retryAfterMs=(0,github_reply.retryAfterOf)(reply)
return(retryAfterMs??0)>policy.maxRetryAfterMs?void 0:{retryAfterMs}},signal})}function always(){return true}function ifNothingWasDone(reply){switch(reply.kind){case"fault":return reply.fault.reached==="no"
case"refused":return reply.refusal.limit!==void 0
case"unreadable":return false}}function commentIdentity(parts){return(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0,32)}function formatMarker({identity,run}){const by=run===void 0?"":` run ${run.id} attempt ${run.attempt}`
return`\x3c!-- gitlab-trigger ${identity}${by} --\x3e`}function readMarker(body){const[,identity,id,attempt]=/^<!-- gitlab-trigger ([0-9a-f]{32})(?: run (\d{1,15}) attempt (\d{1,6}))? -->/.exec(body)??[]
if(identity===void 0)return
const run=id===void 0?void 0:{id:Number(id),attempt:Number(attempt)}
return{identity,run}}function isNewer(run,other){if(run===void 0||other===void 0)return false
return run.id===other.id?run.attempt>other.attempt:run.id>other.id}function chooseComment(comments,{login,marker}){const own=comments.filter(({author})=>author.toLowerCase()===login.toLowerCase()).map(comment=>({comment,found:readMarker(comment.body)})).filter(({found})=>found?.identity===marker.identity)
if(own.some(({found})=>isNewer(found?.run,marker.run)))return{kind:"leave"}
const[first,...surplus]=own.map(({comment})=>comment)
return first===void 0?{kind:"create"}:{kind:"update",comment:first,surplus}}async function keepComment(deps,kept,signal){const{client}=deps
const{address,marker,markdown}=kept
const again=make=>tryAgain(deps,{make,isRepeatable:always},signal)
const login=await again(()=>client.fetchLogin(signal))
if(login.kind!=="ok")return login
const comments=await again(()=>client.fetchComments(address,signal))
if(comments.kind!=="ok")return comments
const choice=chooseComment(comments.value,{login:login.value,marker})
if(choice.kind==="leave")return{kind:"left"}
const body=`${formatMarker(marker)}\n${markdown}`
if(choice.kind==="update"){const{comment,surplus}=choice
const{repository}=address
const updated=await again(()=>client.updateComment({repository,commentId:comment.id,body},signal))
if(updated.kind==="ok"){for(const{id:commentId}of surplus)await client.deleteComment({repository,commentId},signal)
return{kind:"updated",comment}}if(!isGone(updated))return updated}const make=()=>client.createComment({...address,body},signal)
const created=await tryAgain(deps,{make,isRepeatable:ifNothingWasDone},signal)
return created.kind==="ok"?{kind:"created",comment:created.value}:created}function isGone(reply){return reply.kind==="refused"&&(reply.refusal.status===404||reply.refusal.status===410)}var proxy=__webpack_require__("./http/proxy.js")
var addresses=__webpack_require__("./inputs/addresses.js")
var inputs_feedback=__webpack_require__("./inputs/feedback.js")
var scalars=__webpack_require__("./inputs/scalars.js")
var model_addresses=__webpack_require__("./model/addresses.js")
var connect_github=__webpack_require__("./run/connect-github.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var failures=__webpack_require__("./model/failures.js")
var byte_budget=__webpack_require__("./report/byte-budget.js")
var labels=__webpack_require__("./report/labels.js")
var log_lines=__webpack_require__("./report/log-lines.js")
var markdown=__webpack_require__("./report/markdown.js")
var summary_head=__webpack_require__("./report/summary/head.js")
const stateMarks={pending:"🔄",success:"✅",failure:"❌",error:"❓"}
const mostFailedJobs=20
const maxFailedBytes=4e4
function formatFeedbackComment({moment,tests,run}){return`${[...bodyOf(moment,tests),footerOf(run)].filter(part=>part!=="").join("\n\n")}\n`}function bodyOf(moment,tests){switch(moment.kind){case"running":{const{id,webUrl,ref,sha}=moment.pipeline
return[`### ${stateMarks.pending} ${(0,markdown.linkTo)(`Pipeline ${id}`,webUrl)} is running`,`${(0,markdown.codeText)(ref)} at ${(0,markdown.codeText)((0,labels.shortSha)(sha))}`]}case"ended":{const{snapshot,grounds,externalStatuses}=moment
const head=(0,summary_head.summaryHead)({...moment,root:snapshot?.root,tests})
return[head.trimEnd().replace(/^## /,"### "),[...failedJobs(snapshot,grounds),...(0,log_lines.failedStatuses)(externalStatuses)].join("\n")]}case"told":{const{state,sentence,why,pipeline}=moment
const about=pipeline===void 0?"No pipeline":(0,markdown.linkTo)(`Pipeline ${pipeline.id}`,pipeline.webUrl)
return[`### ${stateMarks[state]} ${about}`,(0,markdown.plainText)(sentence,500),why===void 0?"":(0,markdown.plainText)(why,1e3)]}default:return(0,assert_never.assertNever)(moment)}}function failedJobs(snapshot,grounds){if(snapshot===void 0)return[]
const{failed}=(0,failures.failuresOf)(snapshot.root,grounds?.jobIds===void 0?grounds:void 0)
const ordered=[...failed.filter(({allowed})=>!allowed),...failed.filter(({allowed})=>allowed)]
const{lines}=(0,byte_budget.firstLinesWithin)(ordered.slice(0,mostFailedJobs).map(failedLine),maxFailedBytes)
const more=failed.length-lines.length
return[...lines,...more>0?[`- and ${more} more`]:[]]}function failedLine({path,job,attempt,allowed}){const mark=(0,labels.statusIcon)({status:"failed",allowFailure:allowed})
const label=(0,markdown.codeText)((0,labels.jobLabel)({path,name:job.name,attempt}),200)
const reason=job.failureReason===void 0?"":`: ${(0,markdown.codeText)(job.failureReason,100)}`
return`- ${mark} ${(0,markdown.linkTo)(label,job.webUrl)} in ${(0,markdown.codeText)(job.stage,100)}${reason}`}function footerOf({workflow,url,sha}){const name=workflow===void 0?"this workflow run":(0,markdown.plainText)(workflow,100)
const about=sha===void 0?"":`For ${(0,markdown.codeText)((0,labels.shortSha)(sha))}, `
return`<sub>${about}${about===""?"By":"by"} ${url===void 0?name:(0,markdown.linkTo)(name,url)}</sub>`}function createFeedbackChannel(call){let failure
let isClosed=false
let tail=Promise.resolve()
const tell=async work=>{try{const failed=await work()
failure=failed===void 0?void 0:(0,github_reply.gitHubErrorOf)(failed,call)
isClosed=failed!==void 0&&!(0,github_reply.isTransient)(failed)}catch(error){failure=failureOf(error,call)}}
return{add:(work,onClosed)=>{tail=tail.then(async()=>{if(!isClosed)await tell(work)
if(isClosed||failure===void 0)onClosed?.()})},settled:async()=>{await tail
return failure}}}function failureOf(error,{what}){const why=error instanceof FeedbackTimeout||error instanceof errors.AppError?lateWords:String(error)
return new errors.UnreachableError({code:"github_unreachable",what,why,hint:"Try again; docs/github-feedback.md says how long the step waits.",cause:error})}const lateWords="There was no answer in the time that was left for this."
class FeedbackTimeout extends Error{}function neededFor(permission,{ci,pullRequest,actor}){const needed=ci==="Gitea Actions"&&permission==="statuses"?"contents: write under permissions: of the job, or no permissions: at all":`${permission}: write under permissions: of the job`
if(pullRequest?.fromFork===true)return`${needed}; the token of a run for a pull request from a fork can only read, see docs/github-feedback.md`
return actor==="dependabot[bot]"?`${needed}; the token of a run that Dependabot started can only read, see docs/github-feedback.md`:needed}function createCommentChannel(deps,of){const{context,host,repository,signal,clock,random}=deps
const{number:pullRequest}=context.pullRequest??{}
if(pullRequest===void 0){host.log.info("comment: this run belongs to no pull request, so there is none to comment on.")
return}const channel=createFeedbackChannel({what:`The comment on pull request ${pullRequest} of ${repository.owner}/${repository.repository} could not be kept up to date`,needs:neededFor("pull-requests",context)})
const client=withRememberedLogin(deps.client)
const marker={identity:of.identity,run:runNumberOf(context)}
const run={workflow:context.workflow,url:context.runUrl,sha:context.pullRequest?.headSha}
let written=""
let isLeft=false
let isShown=false
const write=async moment=>{const markdown=host.masker.redactMarkdown(formatFeedbackComment({moment,tests:of.tests(),run}))
if(markdown===written||isLeft)return
const kept=await keepComment({client,clock,random},{address:{repository,pullRequest},marker,markdown},signal)
if(isFailed(kept))return kept
written=markdown
if(kept.kind==="left"){isLeft=true
host.log.info("comment: a later run of this workflow keeps it up to date; it is left as it is.")}else if(!isShown&&kept.comment.url!==""){isShown=true
host.log.info(`Comment ${(0,base_text.redactedLine)(kept.comment.url,host.masker.redact,300)}`)}return}
return{tell:(moment,onClosed)=>channel.add(()=>write(moment),onClosed),settled:channel.settled}}function isFailed(kept){return kept.kind==="fault"||kept.kind==="refused"||kept.kind==="unreadable"}function withRememberedLogin(client){let known
return{...client,fetchLogin:async signal=>{if(known?.kind!=="ok")known=await client.fetchLogin(signal)
return known}}}function runNumberOf({runId="",runAttempt="1"}){if(!/^\d{1,15}$/.test(runId)||!/^\d{1,6}$/.test(runAttempt))return
return{id:Number(runId),attempt:Number(runAttempt)}}var feedback=__webpack_require__("./run/feedback/feedback.js")
function createStatusChannel(deps,name){const{client,clock,random,context,host,repository,signal}=deps
const channel=createFeedbackChannel({what:`The commit status '${name}' in ${repository.owner}/${repository.repository} could not be set`,needs:neededFor("statuses",context)})
const again=make=>tryAgain({clock,random},{make,isRepeatable:always},signal)
let known
const findSha=async()=>{const{pullRequest,followedSha,sha=""}=context
const details=known??pullRequest?.headSha??followedSha
if(details!==void 0)return{kind:"ok",value:details}
if(pullRequest===void 0)return{kind:"ok",value:sha}
const address={repository,pullRequest:pullRequest.number}
return await again(()=>client.fetchHeadSha(address,signal))}
const set=async moment=>{const sha=await findSha()
if(sha.kind!=="ok")return sha
known=sha.value
const url=moment.pipeline?.webUrl
const shownUrl=url===void 0?void 0:(0,base_text.redactedLine)(url,host.masker.redact,2e3)
const status={state:(0,feedback.commitStateOf)(moment),context:host.masker.redact(name),description:(0,base_text.redactedLine)((0,feedback.momentSentence)(moment),host.masker.redact,140),targetUrl:shownUrl??context.runUrl}
const reply=await again(()=>client.createStatus({repository,sha:sha.value,status},signal))
return reply.kind==="ok"?void 0:reply}
return{tell:(moment,onClosed)=>channel.add(()=>set(moment),onClosed),settled:channel.settled}}var saved_state=__webpack_require__("./run/feedback/saved-state.js")
const stoppedWithinMs=4500
const closedWithinMs=2e4
const requestTimeoutMs=1e4
function commentIdentityOf({workflow="",job=""},of){const{name,gitlabUrl,project}=of
if(name!==void 0)return commentIdentity(["name",workflow,name])
return commentIdentity(["job",workflow,job,gitlabUrl,(0,model_addresses.projectLabel)(project)])}function createGitHubFeedback(deps,entry,settings){const{host,clock,random}=deps
const{request,identity}=settings
const context=host.context()
const place=placeOf(deps,context)
if(typeof place==="string"){host.log.warning(`comment and commit_status were left out: ${place}`)
return feedback.noFeedback}const{repository,apiUrl}=place
const deadline=createDeadline(deps,entry)
const{token}=request
const way={apiUrl,token,caCertificate:void 0,requestTimeoutMs}
const{github:client,close:closeGitHub}=(0,connect_github.openGitHub)(deps,way)
const{signal}=deadline
const channelDeps={client,repository,clock,random,host,context,signal}
let tests
const channels=openChannels(channelDeps,settings,()=>tests)
const record=(0,saved_state.createFeedbackRecord)(host,{identity,kinds:[...channels.keys()]})
let begun
let ended
const end=moment=>{if(ended!==void 0)return
ended=moment
record.ended(moment)
for(const[kind,channel]of channels)channel.tell(moment,()=>record.closed(kind))}
return{begin:pipeline=>{begun=pipeline
if(entry.signal.aborted)return
record.begun(pipeline)
for(const channel of channels.values())channel.tell({kind:"running",pipeline})},end,fail:error=>{if(begun===void 0&&error instanceof errors.AbortedError)return
end({kind:"told",state:"error",...wordsOf(error),pipeline:begun})},addTests:found=>{if(found===void 0||ended===void 0)return
tests=found
channels.get("comment")?.tell(ended)},close:async()=>{deadline.end()
const errors=await Promise.all([...channels.values()].map(channel=>channel.settled()))
deadline.dispose()
closeGitHub()
const messages=errors.filter(failure=>failure!==void 0).map(({message})=>message)
if(messages.length>0)host.log.warning(messages.join("\n"))}}}function createDeadline({clock},entry){const late=(0,base_clock.delayedAbort)(clock,entry.signal,stoppedWithinMs)
const over=new AbortController
let disposeEnd=()=>{}
return{signal:AbortSignal.any([late.signal,entry.forceSignal,over.signal]),end:()=>{disposeEnd=clock.schedule(closedWithinMs,()=>over.abort(new FeedbackTimeout))},dispose:()=>{late.dispose()
disposeEnd()}}}function openChannels(deps,{request,identity,open},tests){const isOpen=kind=>open?.includes(kind)??true
const channels=new Map
if(request.comment.kind==="kept"&&isOpen("comment")){const channel=createCommentChannel(deps,{identity,tests})
if(channel!==void 0)channels.set("comment",channel)}if(request.commitStatus!==void 0&&isOpen("status"))channels.set("status",createStatusChannel(deps,request.commitStatus))
return channels}function placeOf(deps,{apiUrl="",repository=""}){const name=(0,api.parseRepositoryName)(repository)
if(name===void 0||!/^https?:\/\//.test(apiUrl)||!(0,address.isUrl)(apiUrl))return"this run is not one of GitHub, Forgejo or Gitea, whose API they need."
const url=new URL(apiUrl)
if(url.protocol==="http:"&&!(0,addresses.isLoopback)(url)&&!isHttpAllowed(deps))return`the API of this host (GITHUB_API_URL) is at ${(0,base_text.cleanLine)(url.origin,200)}, and plain http would expose github_token to everyone on the network path. Use https, or set allow_http to true if you accept that.`
const problem=(0,proxy.proxyProblem)(deps.environment,url)
if(problem!==void 0)return`${problem.variable} cannot be used: ${problem.why} ${problem.hint}`
return{apiUrl:url,repository:name}}function isHttpAllowed({host}){const given=(0,scalars.parseBoolean)(host.inputs.read("allow_http")??"")
return given.kind==="ok"&&given.value}function wordsOf(error){if(!(error instanceof errors.AppError))return{sentence:"The step ended with an internal error of gitlab-trigger"}
const{what,why,code}=error.parts
return{sentence:`${(0,base_text.cleanLine)(what,400)} [${code}]`,why}}async function finishFeedback(deps,entry){const{host,files}=deps
try{const saved=(0,saved_state.openFeedbackOf)(host.state)
const request=await(0,inputs_feedback.parseFeedbackRequest)(host.inputs,files)
if(saved===void 0||request===void 0)return
const{identity,open,state,sentence,pipeline}=saved
host.log.info(`Completing the feedback on GitHub for pipeline ${pipeline.id}.`)
const feedback=createGitHubFeedback(deps,entry,{request,identity,open})
feedback.end({kind:"told",state,sentence,pipeline})
await feedback.close()}catch(error){const why=error instanceof Error?error.message:String(error)
host.log.warning(`The feedback on GitHub could not be completed: ${why}`)}}}),"./run/feedback/saved-state.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createFeedbackRecord:function(){return createFeedbackRecord},isFeedbackOpen:function(){return isFeedbackOpen},openFeedbackOf:function(){return openFeedbackOf}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _feedback_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./run/feedback/feedback.js")
const stateName="feedback"
function saveFeedback(state,saved){state.save(stateName,saved.open.length===0?"":JSON.stringify(saved))}function isFeedbackOpen(state){return(state.load(stateName)??"")!==""}function openFeedbackOf(state){const text=state.load(stateName)
if(text===void 0||text==="")return
const saved=JSON.parse(text)
if(typeof saved!=="object"||saved===null)return
const{identity,pipeline,state:commitState,sentence,open}=saved
if(typeof identity!=="string"||typeof sentence!=="string"||!isPipeline(pipeline))return
if(!isCommitState(commitState)||!Array.isArray(open))return
const kinds=feedbackKinds.filter(kind=>open.includes(kind))
return{identity,pipeline,state:commitState,sentence,open:kinds}}const feedbackKinds=["comment","status"]
function isPipeline(value){if(typeof value!=="object"||value===null||!("id"in value)||!("webUrl"in value))return false
return typeof value.id==="number"&&typeof value.webUrl==="string"}function isCommitState(value){return value==="pending"||value==="success"||value==="failure"||value==="error"}function createFeedbackRecord({state,masker},{identity,kinds}){const shownUrl=url=>(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.redactedLine)(url,masker.redact,2e3)
let open=kinds
let last
const save=()=>{if(last!==void 0)saveFeedback(state,{identity,open,...last})}
return{begun:({id,webUrl})=>{last={pipeline:{id,webUrl:shownUrl(webUrl)},state:"error",sentence:`The step was killed before pipeline ${id} ended`}
save()},ended:moment=>{if(moment.pipeline===void 0)return
const{id,webUrl}=moment.pipeline
const sentence=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.redactedLine)((0,_feedback_js__WEBPACK_IMPORTED_MODULE_1__.momentSentence)(moment),masker.redact,2e3)
last={pipeline:{id,webUrl:shownUrl(webUrl)},state:(0,_feedback_js__WEBPACK_IMPORTED_MODULE_1__.commitStateOf)(moment),sentence}
save()},closed:kind=>{open=open.filter(other=>other!==kind)
save()}}}})}

