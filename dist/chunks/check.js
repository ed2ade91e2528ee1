export const __webpack_esm_ids__=["check"]
export const __webpack_esm_modules__={"./check/check.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bad:function(){return bad},good:function(){return good},isBefore:function(){return isBefore},open:function(){return open},refPartsOf:function(){return refPartsOf}})
function good(finding){return{state:"ok",finding}}function bad(code,{finding,hint}){return{state:"failed",code,finding,hint}}function open(finding,hint){return{state:"unknown",finding,hint}}function refPartsOf(ref){const[,folder,name]=/^refs\/(heads|tags)\/(.+)$/s.exec(ref)??[]
if(name===void 0)return{name:ref,kind:void 0}
return{name,kind:folder==="heads"?"branch":"tag"}}function isBefore(version,[major,minor]){const[,first,second]=/^(\d{1,4})\.(\d{1,4})(?:\D|$)/.exec(version)??[]
if(first===void 0||second===void 0)return
return Number(first)<major||Number(first)===major&&Number(second)<minor}}),"./check/curl-command.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{curlCommandOf:function(){return curlCommandOf}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _gitlab_endpoints_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./gitlab/endpoints.js")
function plainJson(value){return JSON.stringify(value).replace(/[^\u0020-\u007e]/g,character=>`\\u${character.charCodeAt(0).toString(16).padStart(4,"0")}`)}const longestCommand=6e3
function curlCommandOf(request,redact){const{credentials}=request
const write=createBodyWriter(redact)
const pieces=merged(credentials.kind==="trigger"?triggerPieces(request,write):creationPieces(request,write))
const environment=pieces.flatMap(piece=>"variable"in piece?[piece.variable]:[])
const lines=credentials.kind==="trigger"?triggerLines(request,pieces):creationLines(request,pieces)
const isTooLong=lines.join("\n").length>longestCommand
return{lines:isTooLong?void 0:lines,environment:credentials.kind==="trigger"?environment:[accessTokenVariable,...environment]}}const tokenVariable="GITLAB_TRIGGER_TOKEN"
const accessTokenVariable="GITLAB_TRIGGER_ACCESS_TOKEN"
function triggerLines(request,pieces){return[`printf '%s' ${pieces.map(wordOf).join(" ")} |`,...curlLines(request,["--data @-"]),`    ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.shellWord)(_gitlab_endpoints_js__WEBPACK_IMPORTED_MODULE_1__.endpoints.triggerPipeline(request.connection.apiUrl,request.project).href)}`]}function creationLines(request,pieces){const url=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.shellWord)(_gitlab_endpoints_js__WEBPACK_IMPORTED_MODULE_1__.endpoints.createPipeline(request.connection.apiUrl,request.project).href)
const header=`printf 'PRIVATE-TOKEN: %s\\n' "$${accessTokenVariable}" |`
const[first]=pieces
if(first!==void 0&&pieces.length===1)return[header,...curlLines(request,["--header @-",`--data ${wordOf(first)}`]),`    ${url}`]
return[`printf '%s' ${pieces.map(wordOf).join(" ")} | {`,header,...curlLines(request,["--header @-","--data @/dev/fd/3"]),`    ${url}`,"} 3<&0"]}function curlLines({connection},rest){return["  curl --silent --show-error --fail-with-body \\","    --header 'Content-Type: application/json' \\",...connection.requestHeaders.length>0?["    --header @request-headers.txt \\"]:[],...connection.caCertificate===void 0?[]:["    --cacert ca.pem \\"],...rest.map(option=>`    ${option} \\`)]}function wordOf(piece){return"text"in piece?(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.shellWord)(piece.text):`"$${piece.variable}"`}function triggerPieces({ref,variables,pipelineInputs},write){return[{text:'{"token":"'},{variable:tokenVariable},{text:`","ref":${write.text(ref)}`},...isEmpty(variables)?[]:[{text:',"variables":'},...mapPieces(variables,write)],...inputPieces(pipelineInputs,write),{text:"}"}]}function creationPieces({ref,variables,pipelineInputs},write){const entries=Object.entries(variables).flatMap(([key,value],index)=>[{text:`${index===0?"":","}{"key":${write.text(key)},"value":`},...write.value(key,value),{text:"}"}])
return[{text:`{"ref":${write.text(ref)}`},...isEmpty(variables)?[]:[{text:',"variables":['},...entries,{text:"]"}],...inputPieces(pipelineInputs,write),{text:"}"}]}function inputPieces(inputs,write){return isEmpty(inputs)?[]:[{text:',"inputs":'},...mapPieces(inputs,write)]}function mapPieces(map,write){const entries=Object.entries(map).flatMap(([key,value],index)=>[{text:`${index===0?"":","}${write.text(key)}:`},...write.value(key,value)])
return[{text:"{"},...entries,{text:"}"}]}const takenNames=["PATH","HOME","IFS","PWD","OLDPWD","SHELL","USER","ENV","PS1","LANG","_"]
function createBodyWriter(redact){const used=new Set([tokenVariable,accessTokenVariable,...takenNames])
const freeName=name=>{const wanted=shellVariableOf(redact(name))
let free=wanted
for(let number=2;used.has(free);number+=1)free=`${wanted}_${number}`
used.add(free)
return free}
return{text:text=>plainJson(redact(text)),value:(name,value)=>{const variable=freeName(name)
return typeof value==="string"?[{text:'"'},{variable},{text:'"'}]:[{variable}]}}}function shellVariableOf(name){const word=name.replace(/[^A-Za-z0-9_]/g,"_").slice(0,60)
return/^\d|^$/.test(word)?`_${word}`:word}function merged(pieces){const result=[]
for(const piece of pieces){const last=result.at(-1)
if(last!==void 0&&"text"in last&&"text"in piece)result[result.length-1]={text:last.text+piece.text}
else result.push(piece)}return result}function isEmpty(map){return Object.keys(map).length===0}}),"./check/expected-response.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{expectedAnswer:function(){return expectedAnswer}})
var _check_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./check/check.js")
var _project_and_ref_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./check/project-and-ref.js")
function expectedAnswer({details},request){const{connection,credentials,project,ref}=request
const seen=details?.project.kind==="ok"?details.project.value:void 0
const found=details===void 0?void 0:(0,_project_and_ref_js__WEBPACK_IMPORTED_MODULE_1__.foundRef)(details)
const path=project.kind==="path"?project.path:`project-${project.id}`
const webUrl=seen?.webUrl??`${connection.gitlabUrl}/${path}`
const ownSource=credentials.kind==="trigger"&&credentials.tokenKind==="trigger_token"
return{id:257,iid:118,project_id:seen?.id??(project.kind==="id"?project.id:42),sha:(found?.kind==="found"?found.ref.sha:void 0)??"8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c",ref:(0,_check_js__WEBPACK_IMPORTED_MODULE_0__.refPartsOf)(ref).name,status:"created",source:ownSource?"trigger":credentials.kind==="access"?"api":"pipeline",web_url:`${webUrl}/-/pipelines/257`}}}),"./check/project-and-ref.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{foundRef:function(){return foundRef},pipelinesCheck:function(){return pipelinesCheck},projectCheck:function(){return projectCheck},protectedRefCheck:function(){return protectedRefCheck},refCheck:function(){return refCheck}})
var _base_ref_advice_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/ref-advice.js")
var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./gitlab/responses/explain.js")
var _gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./gitlab/responses/token-hints.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/requests.js")
var _check_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./check/check.js")
var _server_and_token_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./check/server-and-token.js")
const developer=30
function projectCheck(reply,request){if(reply.kind!=="ok")return ofFailure(reply,request)
const{id,path,archived,ciAccess,accessLevel}=reply.value
if(archived===true)return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)("owner_not_permitted",{finding:`${path} is archived, and an archived project runs no pipelines`,hint:"Take it out of the archive in Settings > General > Advanced, or give another project_id."})
if(ciAccess==="disabled")return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)("pipelines_disabled",{finding:`CI/CD is switched off in ${path}`,hint:"Switch it on: Settings > General > Visibility, project features, permissions > CI/CD."})
if(request.credentials.kind==="access"&&accessLevel!==void 0&&accessLevel<developer)return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)(`${path} is there (id ${id}), but the role of the user behind access_token seems to be below Developer`,"Creating pipelines takes the role Developer. A role that comes from an invited group is not shown here.")
return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.good)(`${path} is there, with the id ${id}`)}function ofFailure(reply,{credentials}){if(reply.kind!=="refused")return(0,_server_and_token_js__WEBPACK_IMPORTED_MODULE_5__.unanswered)(reply)
const{code,why,hint}=(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__.describeReply)(reply)
const{status}=reply.refusal
if(credentials.accessToken===void 0)return status===404||status===401?(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)("It is not visible without an access_token, so most other checks are not possible either","Give an access_token with the scope read_api of a member."):(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)(why,hint)
return status===404&&code==="not_found"?(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)(code,{finding:why,hint:"Check project_id, and that the user behind access_token is a member of the project; a fine-grained token must cover it."}):(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)(why,hint)}function pipelinesCheck(reply,{credentials}){if(reply.kind==="ok")return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.good)("Its pipelines can be read, so a pipeline can be followed")
const{why,hint}=(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__.describeReply)(reply)
if(reply.kind!=="refused"||![401,403,404].includes(reply.refusal.status))return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)(why,hint)
return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)("read_access_needed",{finding:why,hint:credentials.accessToken===void 0?hintWithoutAccess(reply.refusal,credentials):hint})}function hintWithoutAccess(refusal,credentials){return(0,_model_requests_js__WEBPACK_IMPORTED_MODULE_3__.readsWithJobToken)(credentials)?`${(0,_gitlab_responses_token_hints_js__WEBPACK_IMPORTED_MODULE_2__.jobTokenReadHint)(refusal)} Or leave wait at false.`:"Give an access_token with the scope read_api: a trigger token reads nothing. Or leave wait at false."}function foundRef({branch,tag,project}){if(project.kind!=="ok")return{kind:"unseen",reply:project}
const[seenBranch,seenTag]=[seenIn(branch),seenIn(tag)]
const unseen=[seenBranch,seenTag].find(seen=>typeof seen==="object"&&"unseen"in seen)
if(unseen!==void 0)return{kind:"unseen",reply:unseen.unseen}
const isBranch=typeof seenBranch==="object"&&"name"in seenBranch
const isTag=typeof seenTag==="object"&&"name"in seenTag
if(isBranch&&isTag)return{kind:"ambiguous"}
if(isBranch)return{kind:"found",type:"branch",ref:seenBranch}
return isTag?{kind:"found",type:"tag",ref:seenTag}:{kind:"absent"}}function seenIn(reply){if(reply===void 0)return"absent"
if(reply.kind==="ok")return reply.value
if(reply.kind!=="refused")return{unseen:reply}
const{status,speaker,shape}=reply.refusal
return status===404&&speaker==="gitlab"&&shape==="message"?"absent":{unseen:reply}}function refCheck(found,{ref,expectedSha:expected}){switch(found.kind){case"unseen":return(0,_server_and_token_js__WEBPACK_IMPORTED_MODULE_5__.unanswered)(found.reply)
case"absent":return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)("ref_not_found",{finding:`There is no branch or tag ${ref}`,hint:(0,_base_ref_advice_js__WEBPACK_IMPORTED_MODULE_0__.adviceOnRef)(ref)??"Check ref for a typo; a branch that was just pushed or mirrored may not have arrived yet."})
case"ambiguous":return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)("ref_ambiguous",{finding:`A branch and a tag are both called ${ref}`,hint:`Give refs/heads/${ref} or refs/tags/${ref}.`})
case"found":{const{sha}=found.ref
if(expected!==void 0&&sha!==void 0&&!sha.toLowerCase().startsWith(expected))return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.bad)("wrong_commit",{finding:`The ${found.type} ${ref} is at ${sha}, not at the expected_sha ${expected}`,hint:"Push the commit, wait for the mirror, or change expected_sha."})
return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.good)(`It is a ${found.type}${sha===void 0?"":`, at the commit ${sha}`}`)}}}function protectedRefCheck(found,{credentials,ref}){if(found.kind==="unseen")return(0,_server_and_token_js__WEBPACK_IMPORTED_MODULE_5__.unanswered)(found.reply)
if(found.kind!=="found")return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)("The ref has to be found first")
const{type,ref:seen}=found
const{isProtected,canPush,developersCanPush,developersCanMerge}=seen
if(isProtected===false)return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.good)(`${ref} is not protected`)
if(isProtected===void 0)return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)(`GitLab does not say whether ${ref} is protected`)
if(developersCanPush===true||developersCanMerge===true)return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.good)(`${ref} is protected, and open to every user who may start pipelines`)
if(credentials.kind==="access"&&canPush===true)return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.good)(`${ref} is protected, and the user behind access_token may push to it`)
const whose=credentials.kind==="access"?"the user behind access_token":"the owner of the token"
const right=type==="tag"?"create it":"push or merge to it"
return(0,_check_js__WEBPACK_IMPORTED_MODULE_4__.open)(`${ref} is protected, and GitLab does not say whether ${whose} may ${right}`,`Look into Settings > Repository > Protected ${type==="tag"?"tags":"branches"}; if not, GitLab refuses the pipeline.`)}}),"./check/server-and-token.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{accessTokenCheck:function(){return accessTokenCheck},answersAsGitLab:function(){return answersAsGitLab},serverCheck:function(){return serverCheck},tokenCheck:function(){return tokenCheck},unanswered:function(){return unanswered}})
var explain=__webpack_require__("./gitlab/responses/explain.js")
var oldest_release=__webpack_require__("./gitlab/responses/oldest-release.js")
var token_hints=__webpack_require__("./gitlab/responses/token-hints.js")
var check=__webpack_require__("./check/check.js")
const releaseGaps=[{since:[13,1],lacks:"the list of trigger jobs, without which no downstream pipeline is seen"},{since:[13,2],lacks:"the jobs of the tests in a test summary"},{since:[13,9],lacks:"what was sent with a trigger, by which a run finds its own pipelines"},{since:[13,10],lacks:"the project of a pipeline, which takes a request of its own"},{since:[15,5],lacks:"what an access token may do"},{since:[17,11],lacks:"pipeline inputs"},{since:[18,7],lacks:"triggers in projects where no user may set pipeline variables"},{since:[19,1],lacks:"reading a log from an offset, so each poll reads the whole log"}]
function gapsOf(version){return releaseGaps.filter(({since})=>(0,check.isBefore)(version,since)===true)}function gapsPhrase(version){const gaps=gapsOf(version).map(({since,lacks})=>`${lacks} (${since.join(".")})`)
return gaps.length===0?"":`; it lacks ${gaps.join("; ")}`}function answersAsGitLab(server){return server.kind==="ok"||isReserved(server)||isThrottled(server)}function isReserved(server){if(server.kind!=="refused")return false
const{status,speaker}=server.refusal
return(status===401||status===403)&&speaker==="gitlab"}function isThrottled(server){return server.kind==="refused"&&server.refusal.status===429}function serverCheck(server,{connection}){const{gitlabUrl}=connection
if(server.kind==="ok")return versionCheck(server.value.version,gitlabUrl)
if(isReserved(server))return(0,check.good)(`GitLab answers at ${gitlabUrl}; it shows its version only to an access token with read_api`)
const{code,why,hint}=(0,explain.describeReply)(server)
return isThrottled(server)?(0,check.open)(why,hint):(0,check.bad)(code,{finding:why,hint})}function versionCheck(version,gitlabUrl){const answers=`GitLab ${version} answers at ${gitlabUrl}`
if((0,check.isBefore)(version,oldest_release.oldestRelease)!==true)return(0,check.good)(`${answers}${gapsPhrase(version)}`)
return(0,check.bad)("gitlab_too_old",{finding:`${answers}, which is older than ${oldest_release.oldestRelease.join(".")}`,hint:oldest_release.tooOldHint})}function unanswered(reply){const{why,hint}=(0,explain.describeReply)(reply)
return(0,check.open)(why,hint)}function tokenCheck(probe,{tokenKind}){if(probe.kind==="accepted"){const what=tokenKind==="job_token"?"the CI_JOB_TOKEN of a running job":"a pipeline trigger token"
return(0,check.good)(`GitLab accepts it for this project: it is ${what}`)}const{code,why,hint}=probe
return probe.kind==="unknown"?(0,check.open)(why,hint):(0,check.bad)(code,{finding:why,hint})}const soonDays=14
const dayMs=864e5
function accessTokenCheck(reply,request,tried={}){if(reply.kind!=="ok")return ofFailure(reply)
const{scopes,active,granular}=reply.value
if(active===false)return(0,check.bad)("unauthorized",{finding:"GitLab says that it is not active: it has expired or been revoked",hint:"Make a new access token and store it in the secret."})
const missingDuties=missingDutiesOf(tried)
if(missingDuties!==void 0)return missingDuties
if(granular===true||scopes.includes("granular"))return fineGrained(tried,request)
const{scope,duties}=needsOf(request)
const fits=scopes.includes("api")||scope==="read_api"&&scopes.includes("read_api")
if(!fits)return(0,check.bad)("insufficient_scope",{finding:`Its scopes are ${shown(scopes)}, and this run needs ${scope} (${duties.join(", ")})`,hint:`Use an access_token with the scope ${scope}.`})
return(0,check.good)(`It is active, with the scopes ${shown(scopes)}${expiryOf(reply)}${limitOf(scopes,request)}`)}function ofFailure(reply){if(reply.kind!=="refused")return unanswered(reply)
if(reply.refusal.status===401){const{code,why}=(0,explain.describeReply)(reply)
const hint="Give one that has neither expired nor been revoked: make a new one and store it in the secret."
return(0,check.bad)(code,{finding:why,hint})}return reply.refusal.status===404?(0,check.open)("This GitLab does not show what an access token may do"):unanswered(reply)}function needsOf({credentials,follow,supersede}){const writing=[...credentials.kind==="access"?["to create the pipeline"]:[],...follow?.onManual==="play"?["to play manual jobs"]:[],...follow?.retryFailed===void 0?[]:["to retry failed jobs"],...supersede?["to cancel older pipelines"]:[]]
return writing.length>0?{scope:"api",duties:writing}:{scope:"read_api",duties:["to read the pipeline"]}}function expiryOf(reply){const{expiresAt}=reply.value
if(expiresAt===void 0)return""
const leftMs=Date.parse(expiresAt)-(reply.hints.serverTimeMs??NaN)
const days=Math.max(0,Math.ceil(leftMs/dayMs))
return leftMs<soonDays*dayMs?`; it expires on ${expiresAt}, in ${days} ${days===1?"day":"days"}`:`, until ${expiresAt}`}function limitOf(scopes,{follow}){const wants=follow===void 0||follow.cancelOn.size>0
return wants&&!scopes.includes("api")?"; without api it cannot cancel the pipeline when this run is stopped":""}function shown(scopes){return scopes.length===0?"(none)":scopes.join(", ")}function missingDutiesOf({project,pipelines,creation}){for(const reply of[creation,pipelines,project]){const hint=reply?.kind==="refused"?(0,token_hints.granularHint)(reply.refusal):void 0
if(reply?.kind==="refused"&&hint!==void 0)return(0,check.bad)("insufficient_scope",{finding:(0,explain.describeReply)(reply).why,hint})}return}function fineGrained({pipelines,creation},request){const{follow,report,results}=request
const duties=new Set([...needsOf(request).duties,...follow===void 0?[]:["to read the pipeline"],...follow===void 0||report.logs==="none"?[]:["to read the logs of jobs"],...results.artifacts===void 0&&results.values===void 0?[]:["to read artifacts"]])
const done=[...creation?.kind==="refused"&&isRefMissing(creation)?["to create the pipeline"]:[],...pipelines?.kind==="ok"?["to read the pipeline"]:[]]
const left=[...duties].filter(duty=>!done.includes(duty))
const tried=done.length===0?"":`; it was tried, and may be used ${done.join(" and ")}`
return left.length===0?(0,check.good)(`It is an active fine-grained token${tried}`):(0,check.open)(`It is a fine-grained token, and GitLab does not say what it may do${tried}`,`Grant it what this run needs: ${left.join(", ")}.`)}function isRefMissing({refusal}){const{speaker,status,texts}=refusal
return speaker==="gitlab"&&status===400&&texts.some(text=>/^Reference not found/i.test(text))}}),"./run/check.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{checkRequest:function(){return checkRequest},runCheck:function(){return runCheck}})
var errors=__webpack_require__("./base/errors.js")
var base_text=__webpack_require__("./base/text.js")
var check=__webpack_require__("./check/check.js")
var server_and_token=__webpack_require__("./check/server-and-token.js")
const mostTexts=5
function configCheck({lint,server,project},request){if(lint.kind!=="ok"){if(lint.kind==="refused"&&lint.refusal.status===404&&knowsNoLint(server))return(0,check.open)("This GitLab cannot lint a project's configuration, which takes GitLab 13.5 or later")
return(0,server_and_token.unanswered)(lint)}const{ref,pipelineInputs}=request
if(server.kind==="ok"&&(0,check.isBefore)(server.value.version,[16,5])===true){const defaultBranch=project.kind==="ok"?project.value.defaultBranch:void 0
if(ref!==defaultBranch)return(0,check.open)(`GitLab ${server.value.version} only checks the configuration of the default branch`)}const{valid,errors,warnings}=lint.value
if(valid){const remarks=warnings.length===0?"":`, with ${listed(warnings,"warning")}`
return(0,check.good)(`GitLab finds it valid on ${ref}${remarks}`)}const words=errors.length===0?"GitLab finds it invalid and does not say why":listed(errors,"error")
if(errors.some(text=>/^Please provide content of/i.test(text)))return(0,check.bad)("ci_config_missing",{finding:`There is no CI configuration on ${ref} (${words})`,hint:`Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`})
if(Object.keys(pipelineInputs).length>0&&errors.length>0&&errors.every(isAboutInputs))return(0,check.open)(`GitLab lints it without inputs, and reports what is then missing: ${words}`)
return(0,check.bad)("ci_config_invalid",{finding:words,hint:`Fix the CI configuration on ${ref}; the pipeline editor of GitLab shows the same errors.`})}function knowsNoLint(server){return server.kind==="ok"&&(0,check.isBefore)(server.value.version,[13,5])===true}function isAboutInputs(text){return/\binput: required value has not been provided/i.test(text)}function listed(texts,noun){const shown=texts.slice(0,mostTexts)
const more=texts.length>mostTexts?`; and ${texts.length-mostTexts} more`:""
return`${texts.length} ${noun}${texts.length===1?"":"s"}: ${shown.join("; ")}${more}`}var dist=__webpack_require__("../../node_modules/yaml/dist/index.js")
var base_document=__webpack_require__("./base/document.js")
const maxDepth=100
const maxValues=1e6
const maxCharacters=512*1024
function configDocumentsIn(text){if(text.length>maxCharacters)return
const tokens=Array.from((new dist.Parser).parse(text))
if(tokens.some(token=>(0,base_document.isDeeperThan)(maxDepth,token)))return
try{return Array.from(composer().compose(tokens),plainValueOf)}catch(error){if(error instanceof Unreadable)return
throw error}}class Unreadable extends Error{}function composer(){const made=new dist.Composer({logLevel:"silent",uniqueKeys:false})
const onError=(_at,_code,_message,isWarning=false)=>{if(!isWarning)throw new Unreadable}
return Object.assign(made,{onError})}function plainValueOf(document){if(document.errors.length>0)throw new Unreadable
return countedOf({named:new Map},document.contents).value}function countedOf(reading,node){if((0,dist.isAlias)(node)){const known=reading.named.get(node.source)
if(known===void 0)throw new Unreadable
return known}const counted=(0,dist.isMap)(node)?mapOf(reading,node.items):(0,dist.isSeq)(node)?listOf(reading,node.items):{value:(0,dist.isScalar)(node)?node.value:null,values:1}
if(counted.values>maxValues)throw new Unreadable
const anchor=(0,dist.isMap)(node)||(0,dist.isSeq)(node)||(0,dist.isScalar)(node)?node.anchor:void 0
if(anchor!==void 0)reading.named.set(anchor,counted)
return counted}function listOf(reading,items){let values=1
const value=items.map(item=>{const counted=countedOf(reading,item)
values+=counted.values
return counted.value})
return{value,values}}function mapOf(reading,items){let values=1
const entries=new Map
for(const item of items){const{value:key}=countedOf(reading,item.key)
const name=keyOf(key)
if(entries.has(name))throw new Unreadable
const counted=countedOf(reading,item.value)
values+=counted.values
entries.set(name,counted.value)}return{value:Object.fromEntries(entries),values}}function keyOf(value){if(value===null)return""
if(typeof value==="string")return value
if(typeof value==="number"||typeof value==="boolean")return String(value)
throw new Unreadable}function isConfigMap(value){return typeof value==="object"&&value!==null&&!Array.isArray(value)}function textsIn(value){if(typeof value==="string")return[value]
if(!Array.isArray(value))return
const items=value
return items.every(item=>typeof item==="string")?items:void 0}var assert_never=__webpack_require__("./base/assert-never.js")
const mostTokens=100
function parseExpression(text){const tokens=tokensOf(text)
if(tokens===void 0)return
const reader={tokens,next:0}
const expression=readChain(reader,0)
return reader.next===tokens.length?expression:void 0}const lexemes=[{pattern:/^\(/,token:()=>({kind:"open"})},{pattern:/^\)/,token:()=>({kind:"close"})},{pattern:/^\$(\w+)/,token:([,name=""])=>valueToken({kind:"variable",name})},{pattern:/^"([^"\n]*)"|^'([^'\n]*)'/,token:([,double,single])=>valueToken({kind:"text",text:double??single??""})},{pattern:/^\/((?:[^/\\\n]|\\.)+)\/([ismU]*)/,token:([,source="",flags=""])=>valueToken({kind:"pattern",source:source.replaceAll("\\/","/"),flags})},{pattern:/^null\b/,token:()=>valueToken({kind:"null"})},{pattern:/^(?:==|!=|=~|!~|&&|\|\|)/,token:([operator])=>({kind:"operator",operator})}]
function valueToken(value){return{kind:"value",value}}function tokensOf(text){const tokens=[]
let rest=text.trimStart()
while(rest!==""){const found=lexemes.map(({pattern,token})=>({match:pattern.exec(rest),token})).find(({match})=>match!==null)
if(found?.match===null||found===void 0||tokens.length===mostTokens)return
tokens.push(found.token(found.match))
rest=rest.slice(found.match[0].length).trimStart()}return tokens}const levels=[["||"],["&&"],["==","!=","=~","!~"]]
function readChain(reader,level){const operators=levels[level]
if(operators===void 0)return readOperand(reader)
let left=readChain(reader,level+1)
for(;;){const token=reader.tokens[reader.next]
if(left===void 0||token?.kind!=="operator"||!operators.includes(token.operator))return left
reader.next+=1
const right=readChain(reader,level+1)
left=right===void 0?void 0:{kind:"operation",operator:token.operator,left,right}}}function readOperand(reader){const token=reader.tokens[reader.next]
reader.next+=1
if(token?.kind==="value")return token.value
if(token?.kind!=="open")return
const inner=readChain(reader,0)
const closing=reader.tokens[reader.next]
reader.next+=1
return closing?.kind==="close"?inner:void 0}const regex_syntax_maxCharacters=1e3
function parsePattern(source,flags){const inline=/^\(\?([ism]+)\)/.exec(source)
const rest=inline===null?source:source.slice(inline[0].length)
const all=flags+(inline?.[1]??"")
if(rest.length>regex_syntax_maxCharacters||/[^ismU]/.test(all))return
const reader={characters:Array.from(rest),at:0,ignoreCase:all.includes("i"),dotTakesLineEnds:all.includes("s"),linewise:all.includes("m")}
const pattern=readChoice(reader)
return reader.at===reader.characters.length?pattern:void 0}function peek({characters,at}){return characters[at]}function take(reader){const character=peek(reader)
reader.at+=1
return character}function takes(reader,text){const found=reader.characters.slice(reader.at,reader.at+text.length).join("")===text
if(found)reader.at+=text.length
return found}function readChoice(reader){const options=[]
do{const option=readSequence(reader)
if(option===void 0)return
options.push(option)}while(takes(reader,"|"))
return{kind:"choice",options}}function readSequence(reader){const parts=[]
for(let next=peek(reader);next!==void 0&&next!=="|"&&next!==")";next=peek(reader)){const part=readRepeated(reader)
if(part===void 0)return
parts.push(part)}return{kind:"sequence",parts}}function readRepeated(reader){const part=readPart(reader)
const bounds=readBounds(reader)
if(part===void 0||bounds===void 0)return part
if(bounds.least>maxCount||bounds.most!=="endless"&&bounds.most>maxCount)return
if(bounds.most!=="endless"&&bounds.most<bounds.least)return
takes(reader,"?")
return readBounds(reader)===void 0?{kind:"repetition",part,...bounds}:void 0}const maxCount=1e3
function readBounds(reader){if(takes(reader,"*"))return{least:0,most:"endless"}
if(takes(reader,"+"))return{least:1,most:"endless"}
if(takes(reader,"?"))return{least:0,most:1}
const counted=/^\{(\d{1,9})(,?)(\d{0,9})\}/.exec(reader.characters.slice(reader.at,reader.at+25).join(""))
if(counted===null)return
const[whole,least="",comma,most=""]=counted
reader.at+=whole.length
const upper=comma===""?Number(least):most===""?"endless":Number(most)
return{least:Number(least),most:upper}}function readPart(reader){const character=take(reader)
switch(character){case void 0:case"*":case"+":case"?":return
case"(":return readGroup(reader)
case"[":return readClass(reader)
case"^":return{kind:"edge",edge:reader.linewise?"line_start":"text_start"}
case"$":return{kind:"edge",edge:reader.linewise?"line_end":"text_end"}
case".":return characterPart(code=>reader.dotTakesLineEnds||code!==lineEnd)
case"\\":return readEscape(reader)
default:return characterPart(sameCharacter(character,reader))}}function characterPart(test){return{kind:"character",test}}function readGroup(reader){if(takes(reader,"?")){const rest=reader.characters.slice(reader.at,reader.at+40).join("")
const head=/^(?::|P?<[A-Za-z_]\w*>)/.exec(rest)
if(head===null)return
reader.at+=head[0].length}const inner=readChoice(reader)
return takes(reader,")")?inner:void 0}const edges={A:"text_start",z:"text_end",b:"word",B:"inside_word"}
function readEscape(reader){const letter=take(reader)
if(letter===void 0)return
const edge=edges[letter]
if(edge!==void 0)return{kind:"edge",edge}
const test=escapedTest(letter,reader)
return test===void 0?void 0:characterPart(test)}const lineEnd=10
const controls={n:"\n",t:"\t",r:"\r",f:"\f"}
function escapedTest(letter,reader){const sort=sorts[letter.toLowerCase()]
if(sort!==void 0)return letter===letter.toLowerCase()?sort:code=>!sort(code)
const control=controls[letter]
if(control!==void 0)return sameCharacter(control,reader)
return/[A-Za-z0-9]/.test(letter)?void 0:sameCharacter(letter,reader)}const sorts={d:code=>/^[0-9]$/.test(String.fromCodePoint(code)),w:isWordCharacter,s:code=>/^[\t\n\f\r ]$/.test(String.fromCodePoint(code))}
function isWordCharacter(code){return/^[0-9A-Za-z_]$/.test(String.fromCodePoint(code))}function sameCharacter(character,{ignoreCase}){const wanted=character.codePointAt(0)
return ignoreCase?code=>casesOf(code).includes(wanted??-1):code=>code===wanted}function casesOf(code){const character=String.fromCodePoint(code)
return[code,character.toLowerCase().codePointAt(0),character.toUpperCase().codePointAt(0)]}function readClass(reader){const isNegated=takes(reader,"^")
const tests=[]
let isFirst=true
for(let next=take(reader);next!=="]"||isFirst;next=take(reader)){const member=next===void 0?void 0:readMember(next,reader)
if(member===void 0)return
tests.push(member)
isFirst=false}return characterPart(code=>tests.some(test=>test(code))!==isNegated)}function readMember(first,reader){if(first==="["&&peek(reader)===":")return
if(first==="\\"){const letter=take(reader)??""
const isRange=peek(reader)==="-"&&reader.characters[reader.at+1]!=="]"
return isRange||letter===""?void 0:escapedTest(letter,reader)}if(peek(reader)!=="-"||reader.characters[reader.at+1]==="]")return sameCharacter(first,reader)
reader.at+=1
const last=take(reader)
if(last===void 0||last==="\\"||last==="[")return
const[low=0,high=0]=[first.codePointAt(0),last.codePointAt(0)]
if(low>high)return
return reader.ignoreCase?code=>casesOf(code).some(each=>each!==void 0&&each>=low&&each<=high):code=>code>=low&&code<=high}function answerOf(isSo){return isSo?"yes":"no"}function anyOf(answers){if(answers.includes("yes"))return"yes"
return answers.includes("unknown")?"unknown":"no"}function allOf(answers){if(answers.includes("no"))return"no"
return answers.includes("unknown")?"unknown":"yes"}function opposite(answer){if(answer==="unknown")return"unknown"
return answer==="yes"?"no":"yes"}const maxTextCharacters=2e3
const maxParts=5e3
function matchesPattern(text,{source,flags}){const pattern=text.length>maxTextCharacters?void 0:parsePattern(source,flags)
const steps=pattern===void 0?void 0:stepsOf(pattern)
return steps===void 0?"unknown":answerOf(finds(steps,text))}function stepsOf(pattern){const builder={steps:[],partsLeft:maxParts}
if(!addSteps(builder,pattern))return
return[...builder.steps,{kind:"end"}]}function addSteps(builder,pattern){builder.partsLeft-=1
if(builder.partsLeft<0)return false
switch(pattern.kind){case"character":case"edge":builder.steps.push(pattern)
return true
case"sequence":return pattern.parts.every(part=>addSteps(builder,part))
case"choice":return addChoice(builder,pattern.options)
case"repetition":return addRepetition(builder,pattern)
default:return(0,assert_never.assertNever)(pattern)}}function addChoice(builder,options){const{steps}=builder
const jumps=[]
for(const[index,option]of options.entries()){const isLast=index===options.length-1
const fork=isLast?void 0:addFork(steps)
if(!addSteps(builder,option))return false
if(fork===void 0)break
const jump={kind:"jump",to:0}
steps.push(jump)
jumps.push(jump)
fork.other=steps.length}for(const jump of jumps)jump.to=steps.length
return true}function addFork(steps){const fork={kind:"fork",other:0}
steps.push(fork)
return fork}function addRepetition(builder,repetition){const{steps}=builder
const{part,least,most}=repetition
for(let count=0;count<least;count+=1)if(!addSteps(builder,part))return false
if(most==="endless"){const start=steps.length
const fork=addFork(steps)
if(!addSteps(builder,part))return false
steps.push({kind:"jump",to:start})
fork.other=steps.length
return true}const forks=[]
for(let count=least;count<most;count+=1){forks.push(addFork(steps))
if(!addSteps(builder,part))return false}for(const fork of forks)fork.other=steps.length
return true}function finds(steps,text){const codes=Array.from(text,character=>character.codePointAt(0)??0)
let places=new Set
for(let at=0;at<=codes.length;at+=1){const reached=reachable(steps,[...places,0],{codes,at})
const code=codes[at]
const next=new Set
for(const place of reached){const step=steps[place]
if(step?.kind==="end")return true
if(step?.kind==="character"&&code!==void 0&&step.test(code))next.add(place+1)}places=next}return false}function reachable(steps,from,position){const seen=new Set
const open=[...from]
for(let place=open.pop();place!==void 0;place=open.pop()){if(seen.has(place))continue
seen.add(place)
const step=steps[place]
if(step?.kind==="jump")open.push(step.to)
else if(step?.kind==="fork")open.push(place+1,step.other)
else if(step?.kind==="edge"&&isAt(step.edge,position))open.push(place+1)}return seen}function isAt(edge,{codes,at}){const[before,behind]=[codes[at-1],codes[at]]
const isWord=code=>code!==void 0&&isWordCharacter(code)
const lineEnd=10
switch(edge){case"text_start":return at===0
case"text_end":return at===codes.length
case"line_start":return at===0||before===lineEnd
case"line_end":return at===codes.length||behind===lineEnd
case"word":return isWord(before)!==isWord(behind)
case"inside_word":return isWord(before)===isWord(behind)
default:return(0,assert_never.assertNever)(edge)}}function conditionHolds(text,variables){const expression=parseExpression(text)
if(expression===void 0)return"unknown"
const{sorts}=condition_valueOf(expression,variables)
if(!sorts.has("present"))return"no"
return sorts.size===1?"yes":"unknown"}const anything={sorts:new Set(["untrue","blank","present"])}
function exactly(value){const sort=value===null?"untrue":value.trim()===""?"blank":"present"
return{sorts:new Set([sort]),exact:value}}function truth(answer){if(answer==="unknown")return{sorts:new Set(["untrue","present"])}
return{sorts:new Set([answer==="yes"?"present":"untrue"])}}function condition_valueOf(expression,variables){switch(expression.kind){case"text":return exactly(expression.text)
case"null":return exactly(null)
case"variable":{const value=variables(expression.name)
return value===void 0?anything:exactly(value)}case"pattern":return{sorts:new Set(["present"])}
case"operation":return resultOf(expression,variables)
default:return(0,assert_never.assertNever)(expression)}}function resultOf({operator,left,right},variables){const leftValue=condition_valueOf(left,variables)
const rightValue=condition_valueOf(right,variables)
switch(operator){case"&&":return chosen(leftValue,rightValue,"right_when_true")
case"||":return chosen(leftValue,rightValue,"right_when_untrue")
case"==":return truth(equal(leftValue,rightValue))
case"!=":return truth(opposite(equal(leftValue,rightValue)))
case"=~":return truth(matches(leftValue,{right,rightValue}))
case"!~":return truth(opposite(matches(leftValue,{right,rightValue})))
default:return(0,assert_never.assertNever)(operator)}}function chosen(left,right,rule){const isLeft=sort=>sort==="untrue"===(rule==="right_when_true")
const fromLeft=[...left.sorts].filter(isLeft)
const fromRight=fromLeft.length<left.sorts.size?[...right.sorts]:[]
return{sorts:new Set([...fromLeft,...fromRight])}}function equal(left,right){if(left.exact===void 0||right.exact===void 0)return"unknown"
return left.exact===right.exact?"yes":"no"}function matches({exact},{right,rightValue}){if(rightValue.exact===null)return"no"
const pattern=patternOf(right,rightValue)
return exact===void 0||pattern===void 0?"unknown":matchesPattern(exact??"",pattern)}function patternOf(right,{exact}){if(right.kind==="pattern")return right
const read=typeof exact==="string"?parseExpression(exact):void 0
return read?.kind==="pattern"?read:void 0}function policyIn(value){const refs=textsIn(value)
if(refs!==void 0)return{refs,variables:void 0,changes:false,kubernetes:false}
if(!isConfigMap(value))return"unreadable"
const{refs:refList,variables:variableList,changes,kubernetes,...others}=value
const read={refs:textsIn(refList),variables:textsIn(variableList)}
const isRead=(given,texts)=>given===void 0||texts!==void 0
const isComplete=isRead(refList,read.refs)&&isRead(variableList,read.variables)
if(!isComplete||Object.keys(others).length>0)return"unreadable"
return{...read,changes:changes!==void 0,kubernetes:kubernetes!==void 0}}function policyPasses({only,except},facts){const exceptions=except===void 0?[]:specifications(except,facts)
return allOf([...specifications(only??anyRef,facts,anyRefs),opposite(anyOf(exceptions))])}const anyRefs=["branches","tags"]
const anyRef={refs:anyRefs,variables:void 0,changes:false,kubernetes:false}
function specifications(policy,facts,defaultRefs){if(policy==="unreadable")return["unknown"]
const{variables,changes,kubernetes}=policy
const refs=policy.refs??defaultRefs
return[...refs===void 0?[]:[refsMatch(refs,facts)],...variables===void 0?[]:[anyOf(variables.map(condition=>conditionHolds(condition,facts.variables)))],...changes?["yes"]:[],...kubernetes?["unknown"]:[]]}function refsMatch(refs,facts){if(anyRefs.every(word=>refs.includes(word)))return"yes"
return anyOf(refs.map(ref=>refMatches(ref,facts)))}function refMatches(given,facts){const isPattern=given.startsWith("/")
if(isPattern&&given.includes("@"))return"unknown"
const[pattern="",path]=given.split(/@(.*)/s)
const isHere=path===void 0?"yes":pathMatches(path,facts)
return allOf([isHere,isPattern?textMatches(pattern,facts):wordMatches(pattern,facts)])}function pathMatches(path,{projectPath}){return projectPath===void 0?"unknown":answerOf(projectPath===path)}function wordMatches(word,{refKind,refName,source}){if(word===source||word===`${source}s`||word===refName)return"yes"
if(word!=="branches"&&word!=="tags")return"no"
if(refKind===void 0)return"unknown"
return answerOf(word===(refKind==="branch"?"branches":"tags"))}function textMatches(pattern,{refName}){const[,source,flags=""]=/^\/(.*)\/([ismU]*)$/s.exec(pattern)??[]
return source===void 0?"unknown":matchesPattern(refName,{source:source.replaceAll("\\/","/"),flags})}const maxNesting=10
const mostRules=2e3
const consequences=new Set(["when","start_in","allow_failure","variables","needs","interruptible","auto_cancel"])
function rulesIn(value){const items=flattened(value)
if(items===void 0)return"unreadable"
const rules=items.map(ruleOf)
return rules.every(rule=>rule!==void 0)?rules:"unreadable"}function flattened(value){let items=[value]
for(let level=0;level<=maxNesting;level+=1){if(items.length>mostRules)return
if(level>0&&!items.some(item=>Array.isArray(item)))return items
if(level===0&&!Array.isArray(value))return
items=items.flat()}return}function ruleOf(value){if(!isConfigMap(value))return
const clauses=Object.entries(value).filter(([key])=>!consequences.has(key)).map(([key,clause])=>clauseOf(key,clause))
return{clauses,when:typeof value.when==="string"?value.when:void 0,hasNeeds:"needs"in value}}function clauseOf(key,clause){if(key==="if"&&typeof clause==="string")return{kind:"if",condition:clause}
const isCompared=isConfigMap(clause)&&"compare_to"in clause
return{kind:key==="changes"&&!isCompared?"changes":"unknowable"}}function decisionOf(rules,{variables,defaultWhen}){if(rules==="unreadable")return{passes:"unknown",mayHaveNeeds:true}
const possible=[]
let mayHaveNeeds=false
for(const rule of rules){const fits=allOf(rule.clauses.map(clause=>clauseHolds(clause,variables)))
if(fits==="no")continue
possible.push((rule.when??defaultWhen)==="never"?"no":"yes")
mayHaveNeeds||=rule.hasNeeds
if(fits==="yes")return{passes:agreedBy(possible),mayHaveNeeds}}return{passes:agreedBy([...possible,"no"]),mayHaveNeeds}}function agreedBy(possible){return allOf(possible)===anyOf(possible)?anyOf(possible):"unknown"}function clauseHolds(clause,variables){switch(clause.kind){case"if":return conditionHolds(clause.condition,variables)
case"changes":return"yes"
case"unknowable":return"unknown"}}const otherKeys=new Set(["after_script","before_script","cache","default","image","include","services","spec","stages","types","variables","workflow"])
function readMergedConfig(text){const documents=configDocumentsIn(text)
const root=documents?.at(-1)
if(!isConfigMap(root))return
const jobs=Object.entries(root).flatMap(([name,job])=>isJob(name,job)?[jobOf(name,job)]:[])
if(jobs.length===0)return
const{workflow}=root
const rules=isConfigMap(workflow)?workflow.rules:void 0
return{workflow:rules===void 0?void 0:rulesIn(rules),jobs}}function isJob(name,value){if(name.startsWith(".")||otherKeys.has(name)||!isConfigMap(value))return false
return["script","run","trigger"].some(key=>key in value)}function jobOf(name,job){const{stage,when,rules,only,except,needs}=job
return{name,stage:typeof stage==="string"?stage:"test",when:typeof when==="string"?when:void 0,rules:rules===void 0?void 0:rulesIn(rules),only:only===void 0?void 0:policyIn(only),except:except===void 0?void 0:policyIn(except),needs:needsIn(needs)}}function needsIn(needs){if(!Array.isArray(needs))return textsIn(needs)??[]
return needs.flatMap(need=>{if(typeof need==="string")return[need]
if(!isConfigMap(need)||need.optional===true||"pipeline"in need||"project"in need)return[]
return typeof need.job==="string"?[need.job]:[]})}function inputsIn(header){const spec=isConfigMap(header)?header.spec:void 0
if(!isConfigMap(spec))return{kind:"none"}
const inputs=isConfigMap(spec.inputs)?spec.inputs:{}
return{kind:"listed",inputs:new Map(Object.entries(inputs).map(([name,value])=>[name,declarationOf(value)])),isComplete:Object.keys(spec).every(key=>key==="inputs")}}function declarationOf(value){const declaration=isConfigMap(value)?value:{}
const{type,options,regex}=declaration
const hasRules="rules"in declaration
return{type:typeof type==="string"?type:"string",isRequired:!("default"in declaration)&&!hasRules,options:Array.isArray(options)&&!hasRules?options:void 0,regex:typeof regex==="string"?regex:void 0}}function inputFaults(declared,given){const names=Object.keys(given)
if(declared.kind==="none")return names.map(name=>({kind:"undeclared",name}))
const{inputs,isComplete}=declared
const undeclared=isComplete?names.filter(name=>!inputs.has(name)):[]
const missing=[...inputs].filter(([name,{isRequired}])=>isRequired&&!Object.hasOwn(given,name))
return[...undeclared.map(name=>({kind:"undeclared",name})),...missing.map(([name])=>({kind:"missing",name})),...Object.entries(given).flatMap(([name,value])=>{const declaration=inputs.get(name)
return declaration===void 0?[]:valueFaults({name,value,declaration})})]}function valueFaults(input){const{name,value,declaration}=input
const{type,options,regex}=declaration
if(!hasType(value,type))return[{kind:"wrong_type",name,type}]
if(options!==void 0&&typeof value!=="object"&&!options.includes(value))return[{kind:"not_an_option",name}]
if(regex===void 0||typeof value!=="string")return[]
const[,source=regex,flags=""]=/^\/(.*)\/([ismU]*)$/s.exec(regex)??[]
return matchesPattern(value,{source,flags})==="no"?[{kind:"not_of_pattern",name}]:[]}function hasType(value,type){switch(type){case"string":case"number":case"boolean":return typeof value===type
case"array":return Array.isArray(value)
default:return true}}function readConfigFile(text){const documents=configDocumentsIn(text)
const body=documents?.at(-1)
if(documents===void 0||!isConfigMap(body))return
const header=documents.length>1?documents[0]:void 0
const{workflow,include}=body
return{inputs:inputsIn(header),includes:includesOf(include),hasWorkflow:isConfigMap(workflow)&&workflow.rules!==void 0,inputsDecide:mentions(decidersIn(body),"$[[")}}function includesOf(include){if(include===void 0||include===null)return"nothing"
const entries=Array.isArray(include)?include:[include]
const depends=entries.some(entry=>isConfigMap(entry)&&"rules"in entry)||mentions(entries,"$")
return depends?"depending":"always_the_same"}function decidersIn(body){const ofJobs=Object.entries(body).map(([name,job])=>isJob(name,job)?[name,job.rules,job.only,job.except,job.when]:name)
const templates=Object.entries(body).filter(([name])=>name.startsWith("."))
const ofTemplates=templates.map(([,template])=>isConfigMap(template)?[template.rules,template.only,template.except]:template)
return[body.workflow,body.include,...ofJobs,...ofTemplates]}function mentions(value,text){const seen=new Set
const open=[value]
while(open.length>0){const next=open.pop()
if(typeof next==="string"&&next.includes(text))return true
if(typeof next!=="object"||next===null||seen.has(next))continue
seen.add(next)
for(const[key,child]of Object.entries(next))open.push(key,child)}return false}const predefined=/^(?:CI|GITLAB|CHAT)(?:_|$)|^TRIGGER_PAYLOAD$/
const ofMergeRequests=/^CI_(?:MERGE_REQUEST|EXTERNAL_PULL_REQUEST)_/
function pipelineFacts(parts){const{source,refName,refKind,project,given}=parts
const own=predefinedVariables(parts)
const variables=name=>{const value=Object.hasOwn(given,name)?given[name]:void 0
if(predefined.test(name)){if(value!==void 0)return
if(Object.hasOwn(own,name))return own[name]
return ofMergeRequests.test(name)?null:void 0}return value?.includes("$")===true?void 0:value}
return{source,refName,refKind,projectPath:project?.path,variables}}function predefinedVariables(parts){const{source,refName,refKind,refIsProtected,sha,project}=parts
const nameFor=kind=>refKind===void 0?void 0:refKind===kind?refName:null
return{CI:"true",GITLAB_CI:"true",CI_PIPELINE_SOURCE:source,CI_PIPELINE_TRIGGERED:source==="trigger"?"true":void 0,CI_COMMIT_REF_NAME:refName,CI_COMMIT_BRANCH:nameFor("branch"),CI_COMMIT_TAG:nameFor("tag"),CI_COMMIT_REF_PROTECTED:refIsProtected===void 0?void 0:String(refIsProtected),CI_COMMIT_SHA:sha,CI_DEFAULT_BRANCH:project?.defaultBranch,CI_PROJECT_ID:project===void 0?void 0:String(project.id),CI_PROJECT_PATH:project?.path}}const edgeStages=new Set([".pre",".post"])
function predictJobs({workflow,jobs},facts){const{variables}=facts
const passesWorkflow=workflow===void 0?"yes":decisionOf(workflow,{variables,defaultWhen:"always"}).passes
const judged=jobs.map(job=>({job,...judge(job,facts)}))
const answers=new Map(judged.map(({job,runs})=>[job.name,runs]))
const brokenNeeds=judged.flatMap(({job,runs,mayHaveNeeds})=>runs!=="yes"||mayHaveNeeds?[]:job.needs.filter(needed=>answers.get(needed)==="no").map(needed=>({job:job.name,needs:needed})))
const counted=judged.filter(({job})=>!edgeStages.has(job.stage)).map(({runs})=>runs)
return{workflow:passesWorkflow,jobs:judged.map(({job,runs})=>({name:job.name,runs})),brokenNeeds,runs:allOf([passesWorkflow,anyOf(counted),brokenNeeds.length>0?"no":"yes"])}}function judge(job,facts){if(job.rules===void 0)return{runs:policyPasses(job,facts),mayHaveNeeds:false}
const{variables}=facts
const decision=decisionOf(job.rules,{variables,defaultWhen:job.when??"on_success"})
return{runs:decision.passes,mayHaveNeeds:decision.mayHaveNeeds}}function jobsCheck(sight,request){const{lint}=sight
const mergedYaml=lint.kind==="ok"&&lint.value.valid?lint.value.mergedYaml:void 0
if(mergedYaml===void 0)return(0,check.open)("It needs a configuration that GitLab finds valid")
const config=readMergedConfig(mergedYaml)
if(config===void 0)return(0,check.open)("GitLab's merged configuration could not be read here")
const facts=factsOf(sight,request)
const prediction=predictJobs(config,facts)
const doubt=doubtAbout(prediction,{file:fileOf(sight),request})
const finding=findingOf(prediction,facts.source)
if(doubt!==void 0)return(0,check.open)(`${finding}; but ${doubt}`)
switch(prediction.runs){case"yes":return(0,check.good)(finding)
case"unknown":return(0,check.open)(finding,"The rest depends on variables of the project and on files, which are not checked here.")
case"no":return(0,check.bad)("no_jobs",{finding,hint:hintOf(prediction,facts.source)})}}function factsOf({project,ref},request){const{name,kind}=(0,check.refPartsOf)(request.ref)
const found=ref.kind==="found"?ref:void 0
return pipelineFacts({source:sourceOf(request),refName:name,refKind:found?.type??kind,refIsProtected:found?.ref.isProtected,sha:found?.ref.sha,project:project.kind==="ok"?project.value:void 0,given:request.variables})}function sourceOf({credentials}){if(credentials.kind==="access")return"api"
return credentials.tokenKind==="job_token"?"pipeline":"trigger"}function fileOf({file}){return file?.kind==="ok"?readConfigFile(file.value):void 0}function doubtAbout({workflow,runs},{file,request}){if(runs==="unknown")return
if(file===void 0)return runs==="no"?"the CI file could not be read, and what it includes for such pipelines only may add jobs":void 0
if(file.inputsDecide&&Object.keys(request.pipelineInputs).length>0)return"that holds for the defaults of the inputs, which determine jobs"
if(runs==="no"&&workflow==="no"&&file.hasWorkflow)return
if(file.includes==="depending")return"what the CI file includes depends on rules or variables"
if(runs==="no"&&file.includes!=="nothing")return"files that it includes may themselves include more for such pipelines only"
return}const mostNames=8
function findingOf({workflow,jobs,brokenNeeds,runs},source){const[broken]=brokenNeeds
const from=`for the source ${source}`
if(workflow==="no")return`workflow:rules let no pipeline through ${from}`
if(broken!==void 0)return`The job ${broken.job} needs ${broken.needs}, which would not be there ${from}`
const named=answer=>jobs.filter(job=>job.runs===answer).map(({name})=>name)
const[present,open,absent]=[named("yes"),named("unknown"),named("no")]
const counts=[...present.length>0?[`${present.length} would be there (${list(present)})`]:[],...open.length>0?[`${open.length} may be (${list(open)})`]:[],...absent.length>0?[`${absent.length} would not (${list(absent)})`]:[]]
const gate=workflow==="unknown"?"It is unknown whether workflow:rules let it through; ":""
const edge=runs==="no"&&present.length>0?", which is not enough: all in .pre or .post":""
return`${gate}${gate===""?"Of":"of"} ${jobs.length} ${jobs.length===1?"job":"jobs"} ${from}, ${counts.join(", ")}${edge}`}function list(names){const more=names.length>mostNames?` and ${names.length-mostNames} more`:""
return`${names.slice(0,mostNames).join(", ")}${more}`}function hintOf({brokenNeeds},source){if(brokenNeeds.length>0)return"Give both jobs the same rules, or mark the need as optional: true."
return`Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${source}"; gitlab-trigger snippet gitlab writes such rules.`}var project_and_ref=__webpack_require__("./check/project-and-ref.js")
const variables_and_inputs_levels=new Map([["developer",30],["maintainer",40],["owner",50]])
const hint="Pass the values as inputs (spec:inputs) instead, or have the role lowered: Settings > CI/CD > Variables > Minimum role to use pipeline variables."
const forwarded="Those that begin with UPSTREAM_ are of forward_context: set it to false."
function variablesCheck({project,server},request){const count=Object.keys(request.variables).length
if(project.kind!=="ok")return count===0?void 0:(0,server_and_token.unanswered)(project)
const role=restrictionOf(project.value)
if(count===0)return role==="no_one_allowed"?payloadFinding(server,request):void 0
const names=`${count} ${count===1?"variable":"variables"}`
if(role===void 0)return(0,check.open)("GitLab does not show this access_token who may set pipeline variables",hint)
if(role==="no_one_allowed")return(0,check.bad)("variables_restricted",{finding:`The project lets no user set pipeline variables, and ${names} would be sent`,hint:request.forwardContext?`${forwarded} ${hint}`:hint})
if(role==="developer")return(0,check.good)(`Every user who may start a pipeline may set the ${names}`)
return roleFinding(role,{project:project.value,request})}function restrictionOf({variablesRole,restrictsVariables}){if(restrictsVariables===false)return"developer"
return variablesRole??(restrictsVariables===true?"maintainer":void 0)}function roleFinding(role,{project,request}){const level=variables_and_inputs_levels.get(role)
const isOwn=request.credentials.kind==="access"&&project.accessLevel!==void 0
if(isOwn&&level!==void 0&&(project.accessLevel??0)>=level)return(0,check.good)(`Setting pipeline variables takes the role ${role}, and the user behind access_token has it`)
const whose=request.credentials.kind==="access"?"the user behind access_token":"the owner of the token"
return(0,check.open)(`Setting pipeline variables takes the role ${role}, and it is unknown here whether ${whose} has it`,hint)}function payloadFinding(server,{credentials}){if(credentials.kind==="access")return
const rule="The project lets no user set pipeline variables; none would be sent, but GitLab adds TRIGGER_PAYLOAD itself"
const version=server.kind==="ok"?server.value.version:void 0
const isOld=version===void 0?void 0:(0,check.isBefore)(version,[18,4])
const isYoung=version===void 0?void 0:(0,check.isBefore)(version,[18,7])===false
if(isOld===true)return(0,check.bad)("variables_restricted",{finding:`${rule}, and GitLab ${version??""} refuses that`,hint:"Let a Maintainer lower the role (Settings > CI/CD > Variables), or update GitLab to 18.7 or later."})
if(isYoung===true&&credentials.tokenKind==="trigger_token")return(0,check.good)("The project lets no user set pipeline variables, and none would be sent")
return(0,check.open)(`${rule}, which not every version accepts`,"GitLab before about 18.6 refuses it.")}function inputsCheck({file,server},{pipelineInputs,ref}){const count=Object.keys(pipelineInputs).length
if(count===0)return
if(server.kind==="ok"&&(0,check.isBefore)(server.value.version,[17,11])===true)return(0,check.bad)("inputs_invalid",{finding:`GitLab ${server.value.version} silently ignores inputs`,hint:"Inputs need GitLab 17.11 or later; pass variables instead."})
if(file===void 0)return(0,check.open)("The CI file is kept outside of the project, or the project cannot be seen")
if(file.kind!=="ok")return(0,server_and_token.unanswered)(file)
const config=readConfigFile(file.value)
if(config===void 0)return(0,check.open)("The CI file could not be read here")
const faults=inputFaults(config.inputs,pipelineInputs)
if(faults.length===0)return(0,check.good)(`The CI file on ${ref} takes ${count===1?"the input":`the ${count} inputs`}`)
return(0,check.bad)("inputs_invalid",{finding:faults.slice(0,5).map(faultText).join("; "),hint:`Compare inputs with the spec:inputs header of the CI file on ${ref}.`})}function faultText(fault){const{name}=fault
switch(fault.kind){case"undeclared":return`${name} is not declared`
case"missing":return`${name} has no default and was not given`
case"wrong_type":return`${name} has to be of the type ${fault.type}`
case"not_an_option":return`${name} is not one of its options`
case"not_of_pattern":return`${name} does not match its regex`}}function allChecks({server,details},request){const findings=[["server",(0,server_and_token.serverCheck)(server,request)],...details===void 0?unchecked(request):detailFindings({server,details},request)]
return findings.flatMap(([name,finding])=>finding===void 0?[]:[{name,...finding}])}function detailFindings({server,details},request){const{probe,ownToken,project,pipelines,lint,file}=details
const{credentials}=request
const ref=(0,project_and_ref.foundRef)(details)
return[["token",credentials.kind==="trigger"&&probe!==void 0?(0,server_and_token.tokenCheck)(probe,credentials):void 0],["access_token",ownToken===void 0?void 0:(0,server_and_token.accessTokenCheck)(ownToken,request,details)],["project",(0,project_and_ref.projectCheck)(project,request)],["pipelines",pipelines===void 0?void 0:(0,project_and_ref.pipelinesCheck)(pipelines,request)],["ref",(0,project_and_ref.refCheck)(ref,request)],["protected_ref",(0,project_and_ref.protectedRefCheck)(ref,request)],["ci_config",configCheck({lint,server,project},request)],["jobs",jobsCheck({lint,file,project,ref},request)],["variables",variablesCheck({project,server},request)],["inputs",inputsCheck({file,server},request)]]}function unchecked({credentials,follow,variables,pipelineInputs}){const names=[...credentials.kind==="trigger"?["token"]:[],...credentials.accessToken===void 0?[]:["access_token"],"project",...follow===void 0?[]:["pipelines"],"ref","protected_ref","ci_config","jobs",...Object.keys(variables).length===0?[]:["variables"],...Object.keys(pipelineInputs).length===0?[]:["inputs"]]
return names.map(name=>[name,(0,check.open)("Skipped: GitLab did not respond")])}var curl_command=__webpack_require__("./check/curl-command.js")
var expected_response=__webpack_require__("./check/expected-response.js")
var requests=__webpack_require__("./model/requests.js")
async function gatherFacts(gitlab,request,signal){const server=await gitlab.fetchVersion(signal)
if(!(0,server_and_token.answersAsGitLab)(server))return{server,details:void 0}
const{project,ref,credentials,follow}=request
const{name,kind}=(0,check.refPartsOf)(ref)
const askingToken=credentials.accessToken===void 0?void 0:gitlab.fetchOwnToken(signal)
const asking=gitlab.fetchProject({project},signal)
const[probe,ownToken,creation,ofProject,pipelines,branch,tag,lint,file]=await Promise.all([gitlab.probe?.(signal),askingToken,askingToken?.then(reply=>isFineGrained(reply)?gitlab.tryCreation?.(signal):void 0),asking,follow===void 0?void 0:readPipelines(gitlab,request,signal),kind==="tag"?void 0:gitlab.fetchBranch({project,name},signal),kind==="branch"?void 0:gitlab.fetchTag({project,name},signal),gitlab.lintConfig({project,ref,parameter:lintParameterOf(server)},signal),asking.then(reply=>{const path=configPathOf(reply)
return path===void 0?void 0:gitlab.fetchFile({project,ref,path},signal)})])
const asked={probe,ownToken,creation,project:ofProject,pipelines,branch,tag,lint,file}
return{server,details:asked}}function isFineGrained(reply){return reply.kind==="ok"&&reply.value.granular===true}async function readPipelines(gitlab,{project,credentials},signal){const listed=await gitlab.listPipelines({project,filters:{perPage:1}},signal)
if(listed.kind!=="ok"||!(0,requests.readsWithJobToken)(credentials))return listed
const pipelineId=Math.max(1,...listed.value.map(({id})=>id))
const jobs=await gitlab.peekJobs({project,pipelineId},signal)
return jobs.kind==="refused"&&jobs.refusal.status===404?listed:jobs}function lintParameterOf(server){return server.kind==="ok"&&(0,check.isBefore)(server.value.version,[17,0])===true?"sha":"content_ref"}function configPathOf(project){if(project.kind!=="ok")return
const{ciConfigPath}=project.value
if(ciConfigPath===void 0||ciConfigPath==="")return".gitlab-ci.yml"
return/^[^@:]+$/.test(ciConfigPath)&&/[^./]/.test(ciConfigPath)?ciConfigPath:void 0}var probe_trigger_token=__webpack_require__("./gitlab/probe-trigger-token.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var host_needs=__webpack_require__("./inputs/commands/host-needs.js")
var trigger=__webpack_require__("./inputs/commands/trigger.js")
var addresses=__webpack_require__("./model/addresses.js")
var json_outputs=__webpack_require__("./report/json-outputs.js")
var markdown=__webpack_require__("./report/markdown.js")
const columnWidths={state:9,name:15}
const longestFinding=1500
function checkLines(checks){const indent=" ".repeat(columnWidths.state+columnWidths.name)
return checks.flatMap(({name,state,finding,hint})=>[state.padEnd(columnWidths.state)+name.padEnd(columnWidths.name)+(0,base_text.cleanLine)(finding,longestFinding),...hint===void 0?[]:[`${indent}What to do: ${(0,base_text.cleanLine)(hint,longestFinding)}`]])}function checkTotals(checks){const count=state=>checks.filter(check=>check.state===state).length
return`${count("ok")} ok, ${count("failed")} failed, ${count("unknown")} unknown. Nothing was started.`}function curlLines({lines,environment}){if(lines===void 0)return["(too long to copy)"]
const names=environment.join(", ")
return[`# Reads ${names} from the environment${environment.length>1?", escaped for JSON":""}.`,...lines]}function answerLines(answer,redact){const shown=Object.entries(answer).map(([name,value])=>[name,typeof value==="string"?(0,base_text.cleanLine)(redact(value),300):value])
return JSON.stringify(Object.fromEntries(shown),null,2).split("\n")}function failedChecksParts(checks,target){const failed=checks.filter(({state})=>state==="failed")
const names=failed.map(({name})=>name).join(", ")
return{what:`Nothing was started; the pipeline would not work as requested: ${failed.length} of ${checks.length} checks failed for ${target} (${names})`,why:failed.map(({name,finding})=>`${name}: ${(0,base_text.cleanLine)(finding,longestFinding)}`).join("\n"),hint:failed.map(({hint=""})=>(0,base_text.cleanLine)(hint,longestFinding)).join("\n")}}function checksOutput(checks){return(0,json_outputs.inertJson)({version:1,checks:checks.map(({name,state,finding,hint,code})=>({name,state,finding:(0,base_text.cleanLine)(finding,1500),hint:hint===void 0?null:(0,base_text.cleanLine)(hint,1500),code:code??null}))})}const icons={ok:"✅ ok",failed:"❌ failed",unknown:"❔ unknown"}
const longestText=1500
function formatCheckSummary({checks,target}){return[`## Dry run: ${(0,markdown.plainText)(target)}`,"",checkTotals(checks),"",(0,markdown.tableRow)(["Check","Result","What was found"]),(0,markdown.tableRow)(["---","---","---"]),...checks.map(({name,state,finding,hint})=>(0,markdown.tableRow)([(0,markdown.codeText)(name),icons[state],[finding,...hint===void 0?[]:[hint]].map(text=>(0,markdown.plainText)(text,longestText)).join("<br>")])),""].join("\n")}var start_context=__webpack_require__("./trigger/start-context.js")
var upstream_variables=__webpack_require__("./trigger/upstream-variables.js")
var context=__webpack_require__("./run/context.js")
async function runCheck(deps,entry){const{request,warnings}=await(0,trigger.parseTriggerRequest)(deps.host.inputs,deps.files)
for(const warning of[...warnings,...(0,host_needs.unservedInputs)(request,deps.host)])deps.host.log.warning(warning)
return await checkRequest(deps,entry,request)}async function checkRequest(deps,{signal},given){const{host}=deps
const request=withContext(deps,given)
const{project,ref,gitlabUrl}=(0,start_context.startContextOf)(given)
const target=`${(0,addresses.projectLabel)(project)} at ${ref} on ${gitlabUrl.replace(/^https:\/\//,"")}`
host.log.info(`Checking ${target}; nothing will be started`)
const{gitlab,close}=openWay(deps,request)
try{const facts=await gatherFacts(inspected(gitlab,request),request,signal)
const redact=redactionOf(deps)
const checks=allChecks(facts,request).map(check=>({...check,finding:redact(check.finding),hint:check.hint===void 0?void 0:redact(check.hint)}));(0,context.setOutputs)(deps,{checks:checksOutput(checks)})
for(const line of checkLines(checks))host.log.info(line)
host.log.group("The same with curl",curlLines((0,curl_command.curlCommandOf)(request,host.masker.redact)))
host.log.group("GitLab answers with 201 and JSON such as this, and more",answerLines((0,expected_response.expectedAnswer)(facts,request),redact))
host.log.info(checkTotals(checks))
if(request.report.summary)await writeSummary(deps,formatCheckSummary({checks,target}))
if(!(0,server_and_token.answersAsGitLab)(facts.server)&&facts.server.kind!=="ok")throw(0,explain.errorOf)(facts.server,{what:`Nothing was started, and nothing could be checked: ${target}`})
if(checks.some(({state})=>state==="failed"))throw new errors.RefusedError({code:"check_failed",...failedChecksParts(checks,target)})
return errors.exitCodes.accepted}finally{close()}}function redactionOf({host}){return text=>(0,base_text.redactedLine)(text,host.masker.redact,longestWords)}const longestWords=1e5
function withContext({host},request){if(!request.forwardContext)return request
return{...request,variables:(0,upstream_variables.withUpstreamVariables)(request.variables,host.context())}}function inspected(gitlab,{project,credentials}){const{fetchVersion,fetchOwnToken,fetchProject,listPipelines,peekJobs}=gitlab
const{fetchBranch,fetchTag,lintConfig,fetchFile}=gitlab
return{fetchVersion,fetchOwnToken,fetchProject,listPipelines,peekJobs,fetchBranch,fetchTag,lintConfig,fetchFile,probe:credentials.kind==="trigger"?signal=>(0,probe_trigger_token.probeTriggerToken)(gitlab,{project,token:credentials.token},signal):void 0,tryCreation:credentials.kind==="access"?signal=>gitlab.createPipeline({project,ref:probe_trigger_token.impossibleRef,variables:{},inputs:{}},signal):void 0}}async function writeSummary({host},markdown){if(!await host.summary.write(markdown))host.log.warning("The report could not be written.")}function openWay(deps,{connection,credentials}){return(0,context.openGitLab)(deps,connection,credentials.accessToken,(0,requests.jobTokenOf)(credentials))}})}

