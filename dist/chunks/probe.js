export const __webpack_esm_ids__=["probe"]
export const __webpack_esm_modules__={"./gitlab/probe-trigger-token.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{impossibleRef:function(){return impossibleRef},probeTriggerToken:function(){return probeTriggerToken}})
var _responses_explain_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./gitlab/responses/explain.js")
const impossibleRef="gitlab-trigger-probe/this-ref-cannot-exist.lock"
async function probeTriggerToken(gitlab,{project,token},signal){const call={project,ref:impossibleRef,token,variables:{},inputs:{}}
const reply=await gitlab.triggerPipeline(call,signal)
switch(reply.kind){case"ok":return{kind:"unknown",code:"not_gitlab",why:`The server claims to have started pipeline ${reply.value.id} on a ref that no repository can have`,hint:"Check that gitlab_url leads to GitLab itself."}
case"refused":return readProbe(reply.refusal)
case"unreadable":case"fault":return{kind:"unknown",...(0,_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__.describeReply)(reply)}}}const readings=[{kind:"blocked",status:400,says:/^Pipelines are disabled/i,code:"pipelines_disabled",hint:"The token is right, but CI/CD is switched off in the project: switch it on in Settings > General > Visibility, project features, permissions."},{kind:"blocked",status:400,says:/before project import is complete/i,code:"import_running",hint:"The token is right; wait until the import of the project has ended."},{kind:"blocked",status:400,says:/^Insufficient permissions to create/i,code:"owner_not_permitted",hint:"The token is right, but its owner may not create pipelines: that takes the role Developer or a higher one, in a project that is not archived."},{kind:"refused",status:401,says:/^Job is not running/i,code:"job_token_not_running",hint:"A CI_JOB_TOKEN only works while its job runs; use a pipeline trigger token."},{kind:"refused",status:400,says:/^400 Job has to be running$/i,code:"job_token_not_running",hint:"A CI_JOB_TOKEN only works while its job runs; use a pipeline trigger token."},{kind:"refused",status:401,says:/^(?:Job has been erased|Project has been deleted|Job token has expired)/i,code:"job_token_invalid",hint:"Use the CI_JOB_TOKEN of a running job, or a pipeline trigger token."},{kind:"refused",status:404,says:/./,code:"trigger_not_found",hint:"The token belongs to another project, or was deleted by a user, or by GitLab after its expiry; or project_id names the wrong project."}]
function readProbe(refusal){const{speaker,status,shape,texts}=refusal
const says=pattern=>texts.some(text=>pattern.test(text))
const isAboutToken=speaker==="gitlab"&&shape==="message"
if(isAboutToken&&status===400&&says(/^Reference not found/i))return{kind:"accepted"}
const{why,...described}=(0,_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__.describeRefusal)(refusal)
const reading=readings.find(each=>isAboutToken&&each.status===status&&says(each.says))
if(reading===void 0)return{kind:"unknown",why,...described}
return{kind:reading.kind,code:reading.code,why,hint:reading.hint}}})}

