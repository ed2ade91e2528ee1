export const __webpack_esm_ids__=["tokens"]
export const __webpack_esm_modules__={"./github/secrets.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{putSecret:function(){return putSecret}})
var api=__webpack_require__("./github/api.js")
var request=__webpack_require__("./github/request.js")
var external_node_crypto_=__webpack_require__("node:crypto?8af2")
const derHead=Buffer.from("302a300506032b656e032100","hex")
const keyBytes=32
const nonceBytes=24
async function seal(text,publicKey){const[{hsalsa,xsalsa20poly1305},{blake2b}]=await Promise.all([__webpack_require__.e("seal").then(__webpack_require__.bind(__webpack_require__,"../../node_modules/@noble/ciphers/salsa.js")),__webpack_require__.e("seal").then(__webpack_require__.bind(__webpack_require__,"../../node_modules/@noble/hashes/blake2.js"))])
const theirs=Buffer.from(publicKey,"base64")
if(theirs.length!==keyBytes)throw new Error(`The public key has ${theirs.length} bytes, not ${keyBytes}`)
const pair=(0,external_node_crypto_.generateKeyPairSync)("x25519")
const ours=pair.publicKey.export({type:"spki",format:"der"}).subarray(derHead.length)
const secret=(0,external_node_crypto_.diffieHellman)({privateKey:pair.privateKey,publicKey:(0,external_node_crypto_.createPublicKey)({key:Buffer.concat([derHead,theirs]),type:"spki",format:"der"})})
const key=new Uint32Array(keyBytes/4)
hsalsa(wordsOf(Buffer.from("expand 32-byte k")),wordsOf(secret),new Uint32Array(4),key)
const nonce=blake2b(Buffer.concat([ours,theirs]),{dkLen:nonceBytes})
const box=xsalsa20poly1305(new Uint8Array(key.buffer),nonce).encrypt(Buffer.from(text,"utf8"))
return Buffer.concat([ours,box]).toString("base64")}function wordsOf(bytes){return new Uint32Array(Uint8Array.from(bytes).buffer)}async function putSecret({runner,apiUrl},{place,name,text},signal){const key=await runner.run({method:"GET",url:api.endpoints.publicKey(apiUrl,place),signal,read:schemas=>schemas.readSealingKey})
if(key.kind!=="ok")return key
const readers=place.kind==="organization"?await fetchReaders({runner,apiUrl},{place,name},signal):void 0
if(readers!==void 0&&readers.kind!=="ok")return readers
const{id,key:publicKey}=key.value.value
const body={encrypted_value:await seal(text,publicKey),key_id:id,...readers?.value}
const written=await runner.write({method:"PUT",url:api.endpoints.secret(apiUrl,place,name),body,signal,doneBy:[201,204]})
if(written.kind!=="ok")return written
const change=written.value===201?"created":"updated"
return{kind:"ok",value:{change,visibility:readers?.value.visibility}}}async function fetchReaders({runner,apiUrl},{place,name},signal){const existing=await runner.run({method:"GET",url:api.endpoints.secret(apiUrl,place,name),signal,read:schemas=>schemas.readVisibility})
if(existing.kind==="refused"&&existing.refusal.status===404)return{kind:"ok",value:{visibility:"selected",selected_repository_ids:[]}}
if(existing.kind!=="ok")return existing
const visibility=existing.value.value
if(visibility!=="selected")return{kind:"ok",value:{visibility}}
const repositories=await(0,request.fetchPages)(runner,{url:api.endpoints.secretRepositories(apiUrl,place,name),signal,read:schemas=>schemas.readRepositoryIds})
if(repositories.kind!=="ok")return repositories
return{kind:"ok",value:{visibility,selected_repository_ids:repositories.value}}}}),"./run/tokens/command-store.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createCommandStore:function(){return createCommandStore}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/retry.js")
var _hosts_secret_command_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/secret-command.js")
const verifyPolicy={attempts:4,firstPauseMs:1e3,maxPauseMs:4e3,maxRetryAfterMs:4e3}
function createCommandStore({clock,random,redact},{store,verify,timeoutMs}){const failed=(input,{why})=>notStored(`${input} ${why}`)
return{where:"the place of store_command",store:async(token,signal)=>{const run={timeoutMs,clock,signal,redact}
const failure=await(0,_hosts_secret_command_js__WEBPACK_IMPORTED_MODULE_2__.pipeSecret)({...run,line:store},token)
if(failure!==void 0)throw failed("store_command",failure)
if(verify===void 0)return
const verdict=await(0,_base_retry_js__WEBPACK_IMPORTED_MODULE_1__.retry)({clock,random,policy:verifyPolicy,attempt:async()=>await(0,_hosts_secret_command_js__WEBPACK_IMPORTED_MODULE_2__.printsSecret)({...run,line:verify},token),retryable:result=>result==="same"?void 0:{},signal})
if(verdict==="same")return
throw verdict==="other"?notStored("verify_command printed something else than the new token"):failed("verify_command",verdict)}}}function notStored(what){return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.ResultsError({code:"token_not_stored",what:`The new token is not stored: ${what}`,hint:"Run the command by hand with another text on its standard input, and fix it; then run the step again."})}}),"./run/tokens/github-secret-store.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{githubSecretStore:function(){return githubSecretStore}})
var _base_retry_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/retry.js")
var _github_api_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./github/api.js")
var _github_reply_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./github/reply.js")
const policy={attempts:4,firstPauseMs:1e3,maxPauseMs:8e3,maxRetryAfterMs:6e4}
function githubSecretStore(deps,{place,name}){const where=`the secret ${name} of ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_1__.placeName)(place)}`
const store=async(token,signal)=>{const{clock,random}=deps
const reply=await(0,_base_retry_js__WEBPACK_IMPORTED_MODULE_0__.retry)({clock,random,policy,attempt:()=>deps.github.putSecret({place,name,value:token},signal),retryable:answer=>{if(answer.kind==="ok"||!(0,_github_reply_js__WEBPACK_IMPORTED_MODULE_2__.isTransient)(answer))return
const retryAfterMs=(0,_github_reply_js__WEBPACK_IMPORTED_MODULE_2__.retryAfterOf)(answer)
return(retryAfterMs??0)>policy.maxRetryAfterMs?void 0:{retryAfterMs}},signal})
if(reply.kind==="ok")return noteOf(reply.value)
throw(0,_github_reply_js__WEBPACK_IMPORTED_MODULE_2__.gitHubErrorOf)(reply,{what:`Cannot store the token in ${where}`,needs:(0,_github_api_js__WEBPACK_IMPORTED_MODULE_1__.secretPermission)(place)})}
return{where,store}}function noteOf({change,visibility}){return change==="created"&&visibility==="selected"?"It is new, and no repository may read it yet: choose some in the settings of the organization.":void 0}}),"./run/tokens/tokens.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{runTokens:function(){return runTokens},tokensAction:function(){return tokensAction}})
var assert_never=__webpack_require__("./base/assert-never.js")
var errors=__webpack_require__("./base/errors.js")
var base_text=__webpack_require__("./base/text.js")
var probe_trigger_token=__webpack_require__("./gitlab/probe-trigger-token.js")
var redaction=__webpack_require__("./hosts/redaction/redaction.js")
var token_operation=__webpack_require__("./inputs/commands/token-operation.js")
var tokens=__webpack_require__("./inputs/commands/tokens.js")
var addresses=__webpack_require__("./model/addresses.js")
var report_tokens=__webpack_require__("./report/tokens.js")
var base_clock=__webpack_require__("./base/clock.js")
var request=__webpack_require__("./gitlab/request.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var token_hints=__webpack_require__("./gitlab/responses/token-hints.js")
function tokenCallError(reply,call){const general=(0,explain.errorOf)(reply,call)
if(reply.kind!=="refused"||reply.refusal.speaker!=="gitlab")return general
const known=causes.find(cause=>cause.matches(reply.refusal,call))
if(known===void 0)return general
return new errors.RefusedError({...general.parts,code:known.code,hint:known.hint(call,reply.refusal)})}const says=({texts},pattern)=>texts.some(text=>pattern.test(text))
const lifetime=/expires_at.{0,20}must be before (\d{4}-\d\d-\d\d)/
const causes=[{code:"unauthorized",matches:({status})=>status===401,hint:({scope})=>`GitLab does not know this access_token, or it has expired or been revoked: make a new one with the scope ${scope} for a user with the role Maintainer, and store it in the secret. Trigger tokens and job tokens cannot manage trigger tokens.`},{code:"insufficient_scope",matches:({status,oauthError})=>status===403&&/^insufficient_(?:granular_)?scope$/.test(oauthError??""),hint:({scope},refusal)=>(0,token_hints.granularHint)(refusal)??(scope==="api"?"Writing trigger tokens takes an access_token with the scope api; read_api only lists them.":"Reading trigger tokens takes an access_token with the scope read_api, or api.")},{code:"forbidden",matches:refusal=>refusal.status===403&&says(refusal,/not authorized to update/i),hint:()=>"GitLab lets only the owner of a trigger token rename it: use an access_token of that user, or rotate the token, which makes a new one."},{code:"forbidden",matches:refusal=>refusal.status===403&&!says(refusal,/read-only instance/),hint:({scene})=>`The user behind access_token needs the role Maintainer (or Owner) in ${(0,addresses.projectLabel)(scene.project)}; for a project or group access token that is the role that was chosen for it.`},{code:"not_found",matches:(refusal,{triggerId})=>(0,responses_reply.isRecordMissing)(refusal)&&(triggerId===void 0||says(refusal,/project not found/i)),hint:({scene})=>`Check that the project ${(0,addresses.projectLabel)(scene.project)} exists on ${scene.gitlabUrl}, and that the user behind access_token is a member of it; a fine-grained token must cover it.`},{code:"token_not_found",matches:responses_reply.isRecordMissing,hint:({triggerId,scene})=>`${(0,addresses.projectLabel)(scene.project)} has no trigger token ${triggerId??""}: it was deleted, has expired, or belongs to another project. operation: list shows the ids. ${token_hints.expiredTokenFact}`},{code:"token_lifetime",
matches:refusal=>refusal.status===400&&says(refusal,lifetime),hint:(_,{texts})=>{const day=texts.map(text=>lifetime.exec(text)?.[1]).find(found=>found!==void 0)
return`This GitLab lets a token live for so long and not longer: give an expires_at before ${day??"that day"}.`}},{code:"token_limit",matches:refusal=>refusal.status===400&&says(refusal,/maximum number of pipeline triggers/i),hint:()=>"Delete unused trigger tokens (operation: list shows when each was last used), or have an administrator raise the limit."},{code:"token_changed",matches:({status})=>status===412,hint:()=>"The token was changed after the time in If-Unmodified-Since (one of request_headers), so GitLab has not deleted it. Look at it again, then delete it."}]
function restated(error,parts){if(error instanceof errors.UnreachableError)return new errors.UnreachableError(parts)
return error instanceof errors.ResultsError?new errors.ResultsError(parts):new errors.RefusedError(parts)}function sentences(...texts){return texts.flatMap(text=>text===void 0||text===""?[]:[/[.!?]$/.test(text)?text:`${text}.`]).join(" ")}var retry=__webpack_require__("./base/retry.js")
const callPolicy={attempts:4,firstPauseMs:1e3,maxPauseMs:8e3,maxRetryAfterMs:6e4}
async function repeatCall({clock,random,onEvent},call,{signal,mayRepeat=reply=>(0,response_meaning.isTransient)(reply)}){let earlier="none"
const reply=await(0,retry.retry)({clock,random,policy:callPolicy,attempt:call,retryable:answer=>answer.kind==="ok"||!mayRepeat(answer)?void 0:{retryAfterMs:(0,responses_reply.retryAfterOf)(answer)},onRetry:(failed,delayMs)=>{if(failed.kind==="ok")return
if(!isUndone(failed))earlier="lost"
onEvent({kind:"retrying",why:(0,explain.describeReply)(failed).why,delayMs})},signal})
return{reply,earlier}}function isUndone(reply){return(0,response_meaning.meaningOf)("create_token",reply)==="not_done"}async function listTokens(deps,{scene,signal}){const call={project:scene.project}
const{reply}=await repeatCall(deps,()=>deps.gitlab.listTriggerTokens(call,signal),{signal})
if(reply.kind==="ok")return{...reply.value,nowMs:reply.hints.serverTimeMs??deps.clock.epochMs()}
const what=`Cannot list the trigger tokens of ${(0,addresses.projectLabel)(scene.project)} on ${scene.gitlabUrl}`
throw tokenCallError(reply,{what,scene,scope:"read_api"})}async function fetchToken(deps,triggerId,{scene,signal}){const call={project:scene.project,triggerId}
const{reply}=await repeatCall(deps,()=>deps.gitlab.fetchTriggerToken(call,signal),{signal})
if(reply.kind==="ok")return reply.value
const what=`Cannot read trigger token ${triggerId} of ${(0,addresses.projectLabel)(scene.project)} on ${scene.gitlabUrl}`
throw tokenCallError(reply,{what,scene,scope:"read_api",triggerId})}async function renameToken(deps,order,{scene,signal}){const call={project:scene.project,...order}
const{reply}=await repeatCall(deps,()=>deps.gitlab.updateTriggerToken(call,signal),{signal})
if(reply.kind==="ok")return reply.value
const what=`Cannot rename trigger token ${order.triggerId} of ${(0,addresses.projectLabel)(scene.project)}`
throw tokenCallError(reply,{what,scene,scope:"api",triggerId:order.triggerId})}async function deleteToken(deps,order,{scene,signal}){const{token,gone}=order
const call={project:scene.project,triggerId:token.id}
const{reply,earlier}=await repeatCall(deps,()=>deps.gitlab.deleteTriggerToken(call,signal),{signal})
if(reply.kind!=="ok"){const what=`Cannot delete trigger token ${token.id} ${(0,base_text.quotedName)(token.description)} of ${(0,addresses.projectLabel)(scene.project)}`
const error=tokenCallError(reply,{what,scene,scope:"api",triggerId:token.id})
const mayBeGone=error.code==="token_not_found"&&(gone==="fine"||earlier==="lost")
if(!mayBeGone||!await isAbsent(deps,call,signal))throw error}deps.onEvent({kind:"deleted",token})}async function isAbsent({gitlab},call,signal){const reply=await gitlab.fetchTriggerToken(call,signal)
return reply.kind==="refused"&&reply.refusal.speaker==="gitlab"&&reply.refusal.status===404}function checkConfirmed(token,confirm,{project}){if(confirm===String(token.id)||confirm===token.description.trim())return
throw new errors.RefusedError({code:"not_confirmed",what:`Nothing was deleted: confirm does not name trigger token ${token.id} of ${(0,addresses.projectLabel)(project)}`,why:`confirm is ${(0,base_text.quotedName)(confirm)}, and the token is called ${(0,base_text.quotedName)(token.description)}.`,hint:`If this is the token to delete, confirm with its id (${token.id}) or its whole description; if not, correct trigger_id.`})}async function storeToken(deps,token,run){for(const store of deps.stores){run.signal.throwIfAborted()
const note=await store.store(token.secret,run.signal)
run.onStored?.(store)
deps.onEvent({kind:"stored",token,where:store.where,note})}}async function neededLoss(output){return output?.isNeeded===true?await output.loss():void 0}function tokenSceneOf({project,connection}){return{project,gitlabUrl:connection.gitlabUrl}}function tokenSettings({project,gitlabUrl}){return`${(0,addresses.projectPage)(gitlabUrl,project,"/-/settings/ci_cd")} (Settings > CI/CD > Pipeline trigger tokens)`}function isOwned(token){return token.secret!==void 0}const answerGraceMs=1500
const searchesAfterMs=[0,2e3,6e3]
async function createToken(deps,request){const token=await createOrFind(deps,request)
if(request.expiresAtMs!==void 0&&token.expiresAt===void 0)deps.onEvent({kind:"expiry_ignored",token})
return token}async function createOrFind(deps,request){const knownIds=request.knownIds??await idsBefore(deps,request)
const reply=await send(deps,request)
if(reply.kind==="ok"&&isOwned(reply.value)){deps.onToken(reply.value)
deps.onEvent({kind:"created",token:reply.value})
return reply.value}if(reply.kind!=="ok"&&!isLost(reply))throw failedCreation(reply,request)
const lost=describeLoss(reply)
deps.onEvent({kind:"response_lost",why:lost.why})
const found=knownIds===void 0?void 0:await findNew(deps,request,knownIds)
if(found===void 0){const search=knownIds===void 0?"It cannot be told from the tokens that were there before, because GitLab did not list those.":"It was looked for and not found."
throw uncertain(request,lost,search)}deps.onToken(found)
deps.onEvent({kind:"found_again",token:found})
return found}async function idsBefore({gitlab,clock},{scene,signal}){const fresh=(0,request.freshText)((0,addresses.projectLabel)(scene.project),clock)
const reply=await gitlab.listTriggerTokens({project:scene.project,fresh},signal)
if(reply.kind!=="ok"||reply.hints.fromCache===true)return
if(reply.value.truncated==="timed_out"||reply.value.unfit!==void 0)return
return new Set(reply.value.items.map(({id})=>id))}async function send(deps,request){const{gitlab,clock}=deps
const{scene,description,expiresAtMs,signal}=request
const call={project:scene.project,description,expiresAtMs}
const once=async()=>{signal.throwIfAborted()
const late=(0,base_clock.delayedAbort)(clock,signal,answerGraceMs)
try{return await gitlab.createTriggerToken(call,late.signal)}catch(error){throw error instanceof errors.AbortedError?stoppedHalfway(error,request):error}finally{late.dispose()}}
return(await repeatCall(deps,once,{signal,mayRepeat:isUndone})).reply}function isLost(reply){return(0,response_meaning.meaningOf)("create_token",reply)==="uncertain"}function describeLoss(reply){if(reply.kind==="ok")return{why:"GitLab answered without the whole token",advice:""}
const{why,hint}=(0,explain.describeReply)(reply)
const isTurnedAway=reply.kind==="unreadable"||reply.kind==="refused"&&reply.refusal.status<500
return{why,advice:isTurnedAway?`${hint} `:""}}function failedCreation(reply,{scene,description}){return tokenCallError(reply,{what:`Cannot create the trigger token ${(0,base_text.quotedName)(description)} in ${(0,addresses.projectLabel)(scene.project)}`,scene,scope:"api"})}async function findNew({gitlab,clock},{scene,description,signal},knownIds){for(const delayMs of searchesAfterMs){await(0,base_clock.sleep)(clock,delayMs,signal)
const fresh=(0,request.freshText)((0,addresses.projectLabel)(scene.project),clock)
const reply=await gitlab.listTriggerTokens({project:scene.project,fresh},signal)
if(reply.kind!=="ok"||reply.value.unfit!==void 0)continue
const candidates=reply.value.items.filter(isOwned).filter(token=>token.description===description&&!knownIds.has(token.id))
const[only]=candidates
if(only!==void 0&&candidates.length===1)return only}return}function uncertain({scene,description},{why,advice},search){return new errors.UnreachableError({code:"token_uncertain",what:`It is not known whether the trigger token ${(0,base_text.quotedName)(description)} was created in ${(0,addresses.projectLabel)(scene.project)}`,why:`${why}. ${search} The request was not repeated, because that could make a second one.`,hint:`${advice}Look for it at ${tokenSettings(scene)}, and delete it there if it is unused, before you create it again.`})}function stoppedHalfway({stopSignal},{scene,description}){return new errors.AbortedError(stopSignal,{why:`The request to create the trigger token ${(0,base_text.quotedName)(description)} was on its way, so the token may exist.`,hint:`Look for it at ${tokenSettings(scene)}.`})}async function createAndStore(deps,run){const{order,scene,signal}=run
const{description,expires}=order
const token=await createToken(deps,{scene,description,expiresAtMs:expires?.atMs,signal})
const why=await neededLoss(deps.output)
if(why!==void 0)throw await takenBack(deps,run,{token,why})
try{await storeToken(deps,token,{signal})}catch(error){throw notStored(error,token,{scene,loss:await(deps.output?.loss())})}return token}async function takenBack(deps,run,{token,why}){const{id}=token
const{scene}=run
const lost=`The output token could not be handed over: ${why}`
try{await deleteToken(deps,{token,gone:"fine"},run)
return new errors.ResultsError({code:"token_not_stored",what:`There is no new trigger token of ${(0,addresses.projectLabel)(scene.project)}: no store could take it, so it was deleted again`,why:sentences(lost),hint:"Fix that, or give another place (save_to_file, store_command, github_secret), and run the step again."})}catch(error){return new errors.ResultsError({code:"token_not_stored",what:`Trigger token ${id} of ${(0,addresses.projectLabel)(scene.project)} exists and works, but no store has it`,why:sentences(lost,"It could not be deleted again",error instanceof errors.AppError?error.parts.what:void 0),hint:`Delete it (operation: delete, trigger_id: ${id}), or at ${tokenSettings(scene)}.`})}}function notStored(error,{id},{scene,loss}){if(!(error instanceof errors.AppError))return error
const where=loss===void 0?"the output token has it":`the output token does not have it: ${loss}`
const state=`Trigger token ${id} of ${(0,addresses.projectLabel)(scene.project)} exists and works; ${where}`
const remedy=loss===void 0?"Store it from there, or delete it":"Delete it"
const advice=`${remedy} (operation: delete, trigger_id: ${id}): running the step again makes another one`
const{hint,why}=error.parts
return error instanceof errors.AbortedError?new errors.AbortedError(error.stopSignal,{why:sentences(why,state),hint:sentences(advice)}):restated(error,{...error.parts,hint:sentences(hint,state,advice)})}function halfwayError(error,scene,progress){if(!(error instanceof errors.AppError))return error
const{what,why,hint}=error.parts
const situation=situationOf(scene,progress)
if(error instanceof errors.AbortedError)return new errors.AbortedError(error.stopSignal,{why:sentences(why,situation.state),hint:situation.advice})
if(progress.fresh===void 0){const advice=error instanceof errors.UnreachableError?situation.advice:void 0
return restated(error,{...error.parts,hint:sentences(hint,situation.state,advice)})}return restated(error,{code:"rotation_unfinished",what:`Trigger token ${progress.replacedId} of ${(0,addresses.projectLabel)(scene.project)} is not completely replaced by ${progress.fresh.id}`,why:sentences(what,why),hint:sentences(situation.state,situation.advice,hint),cause:error})}function situationOf(scene,progress){const{old,fresh,state,places,stored}=progress
const again="Run the step again: it goes on from here"
if(state==="lost"&&fresh!==void 0){const before=old===void 0?`token ${progress.replacedId} is deleted already`:`token ${old.id} ${(0,base_text.quotedName)(old.description)} works as before`
return{state:`No store has the new token ${fresh.id}; ${before}.`,advice:`${again}, within a day with token ${fresh.id}. Or delete token ${fresh.id} (operation: delete, trigger_id: ${fresh.id}), or at ${tokenSettings(scene)}.`}}if(old===void 0){const name=fresh===void 0?"The new token":`Token ${fresh.id}`
return{state:`${name} works; token ${progress.replacedId} is deleted already.${storedSentence(stored)}`,advice:`${again}.`}}const oldName=`token ${old.id} ${(0,base_text.quotedName)(old.description)}`
if(fresh===void 0)return{state:`Nothing has changed for ${oldName}: it works as before.`,advice:`${again}.`}
if(state==="unproven")return{state:`The one to use is ${oldName}, which works as before; token ${fresh.id} exists, but is not in use.`,advice:`${again}, within a day with token ${fresh.id}. If that does not help, delete token ${fresh.id} at ${tokenSettings(scene)}.`}
if(stored.length<places.length){const missing=places.filter(place=>!stored.includes(place)).join(", ")
return{state:`Both tokens work: ${oldName}, and the new token ${fresh.id}.${storedSentence(stored)} It is not yet in ${missing}.`,advice:`${again}, within a day with token ${fresh.id}.`}}return{state:`Token ${fresh.id} works.${storedSentence(stored)} But ${oldName} may still work, too.`,advice:`${again}. Or delete token ${old.id} at ${tokenSettings(scene)}.`}}function storedSentence(stored){return stored.length===0?"":` It is stored in ${stored.join(", ")}.`}const[markStart,markEnd]=["(replaces ",")"]
const mostDigits=15
function readRotationMark(description){let name=description
let replaces
for(let found=markAtEndOf(name);found!==void 0;found=markAtEndOf(name)){replaces??=found.id
name=name.slice(0,found.start)}return{name:name.trim(),replaces}}function markAtEndOf(text){if(!text.endsWith(markEnd))return
const end=text.length-markEnd.length
const at=text.lastIndexOf(markStart,end)
const digits=at<0?"":text.slice(Math.max(at+markStart.length,end-mostDigits-1),end)
if(at+markStart.length+digits.length!==end||!/^[1-9]\d{0,14}$/.test(digits))return
return{start:text.slice(0,at).trimEnd().length,id:Number(digits)}}function markedDescription(name,replacedId){return`${name} (replaces ${replacedId})`.trim()}const sameRotationMs=864e5
function planRotation(listed,request){const found=findOld(listed,request)
if(found.kind!=="found")return found
const{old}=found
const made=madeFor(listed.tokens,old.id)
const reuse=made.filter(isOwned).findLast(token=>isYoung(token,listed)&&fits(token,request))
return{kind:"replace",old,name:readRotationMark(request.description??old.description).name,stale:made.filter(token=>token!==reuse),reuse}}function findOld(listed,{triggerId,description}){if(triggerId!==void 0)return findById(listed,triggerId)
const{name}=readRotationMark(description??"")
const family=listed.tokens.filter(token=>readRotationMark(token.description).name===name)
const roots=family.filter(token=>{const{replaces}=readRotationMark(token.description)
return!family.some(({id})=>id===replaces)})
const[root]=roots
if(root===void 0)return{kind:"absent"}
return roots.length===1?{kind:"found",old:root}:{kind:"ambiguous",tokens:roots}}function findById(listed,triggerId){const old=listed.tokens.find(({id})=>id===triggerId)
if(old!==void 0)return{kind:"found",old}
const by=madeFor(listed.tokens,triggerId).at(-1)
if(by===void 0)return{kind:"absent"}
return isOwned(by)&&isYoung(by,listed)?{kind:"done_before",replacedId:triggerId,by}:{kind:"done_long_ago",replacedId:triggerId,by}}function madeFor(tokens,replacedId){const ids=new Set([replacedId])
const made=[]
for(const token of[...tokens].sort((one,other)=>one.id-other.id)){const{replaces}=readRotationMark(token.description)
if(replaces===void 0||!ids.has(replaces)||ids.has(token.id))continue
ids.add(token.id)
made.push(token)}return made}function isYoung({createdAt},{nowMs}){return nowMs-Date.parse(createdAt??"")<=sameRotationMs}function fits({expiresAt},{expiresAtMs}){if(expiresAtMs===void 0||expiresAt===void 0)return expiresAtMs===void 0&&expiresAt===void 0
return Math.abs(Date.parse(expiresAt)-expiresAtMs)<=sameRotationMs}async function proveToken(deps,token,{scene,signal}){const call={project:scene.project,token:token.secret}
const{clock,random,onEvent}=deps
const verdict=await(0,retry.retry)({clock,random,policy:callPolicy,attempt:()=>deps.probe(call,signal),retryable:({kind})=>kind==="accepted"||kind==="blocked"?void 0:{},onRetry:(doubtful,delayMs)=>{if(doubtful.kind!=="accepted")onEvent({kind:"retrying",why:doubtful.why,delayMs})},signal})
if(verdict.kind==="accepted"){onEvent({kind:"proven",token})
return}const{kind,...described}=verdict
const what=`GitLab did not take trigger token ${token.id} of ${(0,addresses.projectLabel)(scene.project)}`
throw kind==="unknown"?new errors.UnreachableError({what,...described}):new errors.RefusedError({what,...described})}async function rotateToken(deps,run){const{triggerId,description,expires}=run.order
const listed=await listTokens(deps,run)
if(listed.unfit!==void 0)throw notAllRead(listed.unfit,run.scene)
const request={triggerId,description,expiresAtMs:expires?.atMs}
const plan=planRotation({tokens:listed.items,nowMs:listed.nowMs},request)
switch(plan.kind){case"replace":await replace(deps,run,{plan,listed})
break
case"done_before":await finish(deps,run,plan)
break
case"done_long_ago":case"absent":case"ambiguous":throw impossible(plan,run)
default:return(0,assert_never.assertNever)(plan)}}async function replace(deps,run,{plan,listed}){const{order,scene,signal}=run
const{old}=plan
const fate=fateOf(deps,order)
if(fate==="delete"&&order.keepTriggerId===old.id)throw kept(old,scene)
const progress=progressOf(deps,{replacedId:old.id,old})
try{const fresh=await freshToken(deps,run,{plan,listed,progress})
if(old.owner!==fresh.owner)deps.onEvent({kind:"owner_changed",from:old,to:fresh})
await handOver(deps,run,{fresh,progress})
const stale=plan.stale.filter(({id})=>id!==fresh.id&&id!==order.keepTriggerId)
const others=[...stale,old]
if(fate==="leave"){deps.onEvent({kind:"left",tokens:others})
return}for(const token of others){signal.throwIfAborted()
await deleteToken(deps,{token,gone:"fine"},run)}}catch(error){throw halfwayError(error,scene,progress)}}async function finish(deps,run,plan){const{by:fresh,replacedId}=plan
const progress=progressOf(deps,{replacedId,old:void 0})
try{take(deps,fresh,progress)
deps.onEvent({kind:"reused",token:fresh})
await proveToken(deps,fresh,run)
await handOver(deps,run,{fresh,progress})}catch(error){throw halfwayError(error,run.scene,progress)}}async function freshToken(deps,run,{plan,listed,progress}){const{old,name,reuse}=plan
if(reuse!==void 0){take(deps,reuse,progress)
deps.onEvent({kind:"reused",token:reuse})
await proveToken(deps,reuse,run)
return reuse}const fresh=await createToken({...deps,onToken:token=>take(deps,token,progress)},{scene:run.scene,description:markedDescription(name,old.id),expiresAtMs:run.order.expires?.atMs,knownIds:new Set(listed.items.map(({id})=>id)),signal:run.signal})
run.signal.throwIfAborted()
await proveToken(deps,fresh,run)
return fresh}function take(deps,token,progress){deps.onToken(token)
progress.fresh=token}async function handOver(deps,{signal},{fresh,progress}){progress.state="proven"
deps.onProven(fresh,progress.replacedId)
const why=await neededLoss(deps.output)
if(why!==void 0){progress.state="lost"
throw new errors.ResultsError({code:"token_not_stored",what:"The new token could not be handed over as the output token",why:sentences(why),hint:"Fix that, or give another place (save_to_file, store_command, github_secret)."})}await storeToken(deps,fresh,{signal,onStored:({where})=>progress.stored.push(where)})}function progressOf({stores},start){const places=stores.map(({where})=>where)
return{...start,places,stored:[],fresh:void 0,state:"unproven"}}function fateOf({stores},{deleteOld}){switch(deleteOld){case"always":return"delete"
case"never":return"leave"
case"auto":return stores.length>0?"delete":"leave"
default:return(0,assert_never.assertNever)(deleteOld)}}function kept({id},{project}){return new errors.RefusedError({code:"token_kept",what:`Nothing was changed: rotating would delete trigger token ${id} of ${(0,addresses.projectLabel)(project)}, which keep_trigger_id keeps`,hint:"Correct keep_trigger_id, or set delete_old to never."})}function notAllRead({count,why},{project}){return new errors.UnreachableError({code:"not_gitlab",what:`Nothing was rotated: the trigger tokens of ${(0,addresses.projectLabel)(project)} cannot all be read`,why:`${count} of them ${count===1?"is":"are"} not in the form that GitLab sends (${why})`,hint:"Run the step again; if the error persists, look at what stands between here and GitLab."})}function impossible(plan,{order,scene}){const wanted=order.triggerId===void 0?`a trigger token called ${(0,base_text.quotedName)(order.description??"")}`:`trigger token ${order.triggerId}`
const what=`Nothing was rotated: ${wanted} of ${(0,addresses.projectLabel)(scene.project)} cannot be replaced`
switch(plan.kind){case"absent":return new errors.RefusedError({code:"token_not_found",what,why:"There is no such token: it was deleted, or has expired (GitLab hides those), or it has another description.",hint:"See what there is with operation: list; make the first one with operation: create."})
case"ambiguous":return new errors.RefusedError({code:"token_ambiguous",what,why:`There are ${plan.tokens.length} of this name: ${plan.tokens.map(({id})=>id).join(", ")}.`,hint:"Give the trigger_id of the one to replace, or delete or rename the unused ones."})
case"done_long_ago":return new errors.RefusedError({code:"token_not_found",what,why:`Token ${plan.by.id} has replaced it already${creationOf(plan.by)}.`,hint:`To replace that one, give trigger_id: ${plan.by.id}. For a schedule give description instead of trigger_id: the description stays, the id changes with every rotation.`})
default:return(0,assert_never.assertNever)(plan)}}function creationOf({createdAt,owner}){const when=createdAt===void 0?"":`, created ${createdAt}`
return owner===void 0?when:`${when} (owner: ${owner})`}var context=__webpack_require__("./run/context.js")
var secret_file=__webpack_require__("./hosts/secret-file.js")
async function openStores(deps,{file,command,github},{caCertificate,requestTimeoutMs}){const local=[...file===void 0?[]:[await fileStore(file)],...command===void 0?[]:[await commandStore(deps,command)]]
if(github===void 0)return{stores:local,close:()=>{}}
const{apiUrl,token,secrets}=github
const{openGitHub}=await Promise.all([__webpack_require__.e("tokens"),__webpack_require__.e("feedback")]).then(__webpack_require__.bind(__webpack_require__,"./run/connect-github.js"))
const{githubSecretStore}=await Promise.all([__webpack_require__.e("tokens"),__webpack_require__.e("feedback")]).then(__webpack_require__.bind(__webpack_require__,"./run/tokens/github-secret-store.js"))
const way=openGitHub(deps,{apiUrl,token,caCertificate,requestTimeoutMs})
const stores=secrets.map(address=>githubSecretStore({...deps,github:way.github},address))
return{stores:[...local,...stores],close:way.close}}function tokenOutput({outputs},stores){return{isNeeded:stores.length===0||outputs.fault!==void 0,loss:async()=>{const lost=await(outputs.lost?.())??[]
return lost.find(({name})=>name==="token")?.why??outputs.fault?.()?.why}}}async function commandStore(deps,command){const{createCommandStore}=await Promise.all([__webpack_require__.e("hosts"),__webpack_require__.e("programs"),__webpack_require__.e("tokens")]).then(__webpack_require__.bind(__webpack_require__,"./run/tokens/command-store.js"))
return createCommandStore({...deps,redact:deps.host.masker.redact},command)}async function fileStore(file){await(0,secret_file.checkSecretFile)(file)
return{where:"the file of save_to_file",store:async token=>{await(0,secret_file.writeSecretFile)(file,token)
return}}}async function runTokens(deps,{signal}){const{host,files,clock}=deps
const source={source:host.inputs,files,nowMs:clock.epochMs()}
const{request,warnings}=await(0,token_operation.parseTokensRequest)(source)
for(const text of warnings)host.log.warning(text)
const{gitlab,close}=(0,context.openGitLab)(deps,request.connection,request.accessToken)
try{const onEvent=event=>{const{level,text}=(0,report_tokens.tokenEventLine)(event)
host.log[level](text)}
host.log.info((0,report_tokens.tokensRequestLine)(request))
await perform({...deps,gitlab,request,scene:tokenSceneOf(request),signal,onEvent})
return errors.exitCodes.accepted}finally{close()}}const tokensAction={inputs:tokens.tokensTable,run:runTokens}
async function perform(run){const{order}=run.request
switch(order.operation){case"list":await list(run)
break
case"get":show(run,await fetchToken(run,order.triggerId,run))
break
case"update":show(run,await renameToken(run,order,run))
break
case"create":await create(run,order)
break
case"delete":await remove(run,order)
break
case"rotate":await rotate(run,order)
break
default:(0,assert_never.assertNever)(order)}}async function list(run){const{host,scene}=run
const{items,truncated,unfit}=await listTokens(run,run);(0,context.setOutputs)(run,(0,report_tokens.tokenListOutputs)(items))
host.log.group((0,report_tokens.tokenTableTitle)(items,truncated),(0,report_tokens.tokenTableLines)(items))
if(unfit!==void 0)host.log.warning(`Trigger tokens that cannot be read, and are not listed: ${unfit.count} (${unfit.why}).`)
if(!await host.summary.write((0,report_tokens.tokenTable)(items,(0,addresses.projectLabel)(scene.project))))host.log.warning("The report could not be written.")}function show(run,token){(0,context.setOutputs)(run,(0,report_tokens.oneTokenOutputs)(token))
run.host.log.info((0,report_tokens.tokenLine)(token))}async function create(run,order){await withStores(run,order,async stores=>{const onToken=token=>tell(run,token)
const output=tokenOutput(run.host,stores)
await createAndStore({...run,stores,output,onToken},{...run,order})})}async function rotate(run,order){await withStores(run,order,async stores=>{await rotateToken({...run,stores,output:tokenOutput(run.host,stores),probe:(call,signal)=>(0,probe_trigger_token.probeTriggerToken)(run.gitlab,call,signal),onToken:({secret})=>run.host.masker.mask(secret,void 0,"token"),onProven:(token,replacedId)=>{(0,context.setOutputs)(run,{old_trigger_id:String(replacedId)})
tell(run,token)}},{...run,order})})}function tell(run,token){(0,redaction.setSecretOutput)(run.host,"token",token.secret);(0,context.setOutputs)(run,(0,report_tokens.oneTokenOutputs)(token))}async function withStores(run,{targets,expires},work){const{host,request}=run
const line=expires===void 0?void 0:(0,report_tokens.expiryLine)(expires)
if(line!==void 0)host.log.info(line)
const{stores,close}=await openStores(run,targets,request.connection)
try{if(stores.length===0){if(host.outputs.keeps!==void 0)throw nowhere()
const why=host.outputs.hindrance?.("secret")
if(why!==void 0)throw nowhere(why)}await work(stores)}finally{close()}}function nowhere(why){return new errors.InputError({code:"invalid_input",what:"There is no place for the new token, so nothing was changed: a token is never printed",why:why===void 0?void 0:`Outputs cannot be handed to later steps: ${why}.`,hint:"Give save_to_file (a file that only you can read), store_command, github_secret, or output_file."})}async function remove(run,{triggerId,confirm}){const token=await fetchToken(run,triggerId,run)
const confirmation=confirm??await askFor(run,token)
if(confirmation!==void 0)checkConfirmed(token,confirmation,run.scene)
run.signal.throwIfAborted()
await deleteToken(run,{token,gone:"refused"},run);(0,context.setOutputs)(run,(0,report_tokens.oneTokenOutputs)(token))}async function askFor(run,token){if(run.ask===void 0)return
run.host.log.info((0,report_tokens.tokenLine)(token))
const answer=await run.ask(`Type its id (${token.id}) or its description to delete it for good: `,run.signal)
if(answer!=="")return answer
throw new errors.RefusedError({code:"not_confirmed",what:`Nothing was deleted: trigger token ${token.id} ${(0,base_text.quotedName)(token.description)} was not confirmed`,hint:"Type its id or its description, or give it with --confirm."})}})}

