export const __webpack_esm_ids__=["inputs"]
export const __webpack_esm_modules__={"./inputs/commands/plan.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{parsePlanRequest:function(){return parsePlanRequest}})
var _table_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/table.js")
var _trigger_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/commands/trigger.js")
const planTable=_trigger_js__WEBPACK_IMPORTED_MODULE_1__.checkTable
const shapes={token:`glptt-${"0".repeat(40)}`,access_token:`glpat-${"0".repeat(20)}`,github_token:`ghp_${"0".repeat(36)}`}
async function parsePlanRequest(source,files){const isGiven=name=>!(0,_table_js__WEBPACK_IMPORTED_MODULE_0__.isBlank)(source.read(name))
const supersedes=/^\s*true\s*$/i.test(source.read("supersede")??"")
const shapeOf=name=>{switch(name){case"token":return isGiven("access_token")&&!supersedes?void 0:shapes.token
case"access_token":return supersedes?shapes.access_token:void 0
case"github_token":return isGiven("comment")||isGiven("commit_status")?shapes.github_token:void 0
default:return}}
const read=name=>{const given=source.read(name)
return(0,_table_js__WEBPACK_IMPORTED_MODULE_0__.isBlank)(given)?shapeOf(name):given}
return await(0,_trigger_js__WEBPACK_IMPORTED_MODULE_1__.parseTriggerRequest)({read},files)}__webpack_require__.d(__webpack_exports__,["planTable",0,planTable])}),"./inputs/commands/simulate.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){var _parsing_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/scalars.js")
var _table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/table.js")
function parseListenAddress(given){const text=given.trim()
return/^[0-9A-Za-z.:_-]+$/.test(text)?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)(text):(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.shownText)(text)}`,hint:"Give an IP address or a host name, without a port."})}function parseExternalUrl(given){const text=given.trim().replace(/\/$/,"")
return/^https?:\/\/[^/?#@\s]+$/.test(text)&&URL.canParse(text)?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)(text):(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.shownText)(text)}`,hint:"Give scheme and host, e.g. https://gitlab.example.com."})}const servedInputs={scenario:{required:"never",default:"success",description:"Scenario to play: success, failed, warnings, manual, slow, children, throttled, maintenance, gitlab-13, or the path of a YAML file.",secret:"none",parse:given=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)(given)},port:{required:"never",default:"0",description:"Port to listen on; 0 takes any free one.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.wholeNumberWithin)({least:0,most:65535})},host:{required:"never",default:"127.0.0.1",description:"Address to listen on; 0.0.0.0 is every address of this machine, as in a container.",secret:"none",parse:parseListenAddress},tls:{required:"never",default:"false",description:"Whether it serves HTTPS, with a new certificate; clients need its CA certificate (ca_file).",secret:"none",parse:_scalars_js__WEBPACK_IMPORTED_MODULE_1__.parseBoolean},external_url:{required:"never",default:void 0,description:"Base URL of the links in responses; without it, the address that the request was sent to.",secret:"none",parse:parseExternalUrl},webhook_hosts:{required:"never",default:"loopback",description:"Where webhooks may be sent: loopback (this machine only), or any, as from one container to another.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.oneOf)(["loopback","any"])},speed:{required:"never",default:"1",description:"How fast its time passes, from 1 to 1000: with 60, a minute takes a second.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.wholeNumberWithin)({least:1,most:1e3})},release:{required:"never",default:void 0,
description:"GitLab release to simulate: 13.0, 16.11, 18.2 or 19.3; without it, that of the scenario, or 19.3.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.oneOf)(["13.0","16.11","18.2","19.3"])}}
const longestJob="6h"
const simulateActionTable={...servedInputs,stop_after:{required:"never",default:longestJob,description:"How long it runs at most: 1s to 7d. It stops earlier when the job ends.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.durationWithin)({shortest:"1s",longest:"7d"})}};(0,_table_js__WEBPACK_IMPORTED_MODULE_2__.inputDescriptions)(simulateActionTable)
const simulateTable={...servedInputs,ca_file:{required:"never",default:void 0,description:"With tls: path of the file for its CA certificate, as PEM; without it, a new file in the temporary folder.",secret:"none",parse:_scalars_js__WEBPACK_IMPORTED_MODULE_1__.parseFilePath},ready_file:{required:"never",default:void 0,description:"Path of a file that it writes when it is ready: JSON with url, token, access_token, ca_file and pid. It stops when the file is removed.",secret:"none",parse:_scalars_js__WEBPACK_IMPORTED_MODULE_1__.parseFilePath},stop_after:{required:"never",default:void 0,description:"How long it runs at most: 1s to 7d; without it, there is no limit.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.durationWithin)({shortest:"1s",longest:"7d"})},stop_with:{required:"never",default:void 0,description:"ID of a process of this machine: it stops when that process has ended.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.wholeNumberWithin)({least:2,most:2**31-1})}}
__webpack_require__.d(__webpack_exports__,["simulateActionTable",0,simulateActionTable,"simulateTable",0,simulateTable])}),"./inputs/commands/snippet.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{parseSnippetRequest:function(){return parseSnippetRequest},snippetKinds:function(){return snippetKinds},snippetTable:function(){return snippetTable}})
var base_text=__webpack_require__("./base/text.js")
var requests=__webpack_require__("./model/requests.js")
var parsing=__webpack_require__("./inputs/parsing.js")
var scalars=__webpack_require__("./inputs/scalars.js")
var table=__webpack_require__("./inputs/table.js")
var addresses=__webpack_require__("./inputs/addresses.js")
const fields=[{name:"minute",least:0,most:59},{name:"hour",least:0,most:23},{name:"day of the month",least:1,most:31},{name:"month",least:1,most:12},{name:"day of the week",least:0,most:7}]
const hint="Write five fields in numbers, such as 17 3 * * 1-5: minute, hour, day, month, day of the week."
function parseSchedule(given){const words=given.trim().split(/\s+/)
if(words.length!==fields.length)return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(given.trim())}, which does not have five fields`,hint})
const problems=[]
const[minutes,hours,days,months,weekdays]=fields.map((field,index)=>{const word=words[index]??""
const numbers=numbersOf(word,field)
if(numbers===void 0)problems.push({what:`has the ${field.name} ${(0,scalars.shownText)(word)}`,hint})
return numbers})
const week=[...new Set(weekdays?.map(day=>day%7))].sort((a,b)=>a-b)
return(0,parsing.okUnless)(problems,{text:words.join(" "),minutes:unlessAll(minutes,60),hours:unlessAll(hours,24),days:unlessAll(days,31),months:unlessAll(months,12),weekdays:unlessAll(week,7)})}function numbersOf(word,{least,most}){const found=new Set
for(const part of word.split(",")){const[,from,to,step]=/^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part)??[]
if(from===void 0&&!part.startsWith("*"))return
if(step!==void 0&&(Number(step)===0||from!==void 0&&to===void 0))return
if(part.startsWith("*")&&!/^\*(?:\/\d{1,2})?$/.test(part))return
const first=Number(from??least)
const last=Number(to??from??most)
if(first<least||last>most||first>last)return
for(let number=first;number<=last;number+=Number(step??1))found.add(number)}return[...found].sort((a,b)=>a-b)}function unlessAll(numbers,count){return numbers===void 0||numbers.length===count?void 0:numbers}var needs_wait=__webpack_require__("./inputs/needs-wait.js")
var trigger=__webpack_require__("./inputs/commands/trigger.js")
const snippetStepTable=Object.fromEntries(Object.entries(trigger.triggerTable).filter(([,{secret}])=>secret==="none"||secret==="url_credentials").map(([name,row])=>[name,{...row,required:"never",default:void 0}]))
const stepWithDefaults=Object.fromEntries(Object.entries(trigger.triggerTable).filter(([name])=>name in snippetStepTable))
async function stepOf(source,files){const readings=await(0,table.readInputs)(snippetStepTable,{source,files})
const given=Object.keys(snippetStepTable).flatMap(name=>{const text=source.read(name)
return text===void 0||text.trim()===""?[]:[[name,text]]})
const missing=["project_id","ref"].filter(name=>!given.some(([each])=>each===name))
const problems=[...Object.values(readings).flatMap(outcome=>outcome.kind==="wrong"?outcome.problems:[]),...missing.map(name=>({at:name,what:"was not given",hint:"A step of a workflow needs it."}))]
const needs=await(0,needs_wait.waitNeedsMet)({table:stepWithDefaults,reading:readings},{source,files})
const step=problems.length>0?(0,parsing.wrongAll)(problems):(0,parsing.ok)(given)
return(0,parsing.andThen)((0,parsing.all)({step,needs}),({step:each})=>(0,parsing.ok)(each))}function needsAccessToken(step){return["wait","supersede"].some(name=>step.some(([each,text])=>each===name&&/^true$/i.test(text.trim())))}function parseSecretsFolder(given){const path=given.trim()
return/^(?:\/[\w.@+-]+)+$/.test(path)&&!/\/\.\.?(?:\/|$)/.test(path)?(0,parsing.ok)(path):(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(path)}`,hint:"Give an absolute path of letters, digits and _ . @ + -, such as /etc/gitlab-trigger."})}function parseAllowedVariables(given){const allowed=new Map
const problems=[]
for(const line of linesOf(given)){const[,name="",list=""]=/^([A-Za-z_]\w{0,99})=(.*)$/.exec(line)??[]
const values=list.split(",").map(value=>value.trim()).filter(value=>value!=="")
if(values.length===0){const hint="Write NAME=VALUE,VALUE, one variable a line: a caller may give one of these values."
problems.push({what:`has the line ${(0,scalars.shownText)(line)}`,hint})}else if(allowed.has(name))problems.push({at:`.${name}`,what:"is there twice",hint:"Give each variable once."})
else allowed.set(name,values)}return(0,parsing.okUnless)(problems,Object.fromEntries(allowed))}function parseAllowedRefs(given){const refs=wordsOf(given)
const problems=refs.flatMap(ref=>{const outcome=(0,addresses.parseRef)(ref)
return outcome.kind==="wrong"?outcome.problems:[]})
return(0,parsing.okUnless)(problems,refs)}function parsePeople(given){const people=wordsOf(given)
const problems=people.filter(person=>!/^T[A-Z0-9]{2,30}\/[UW][A-Z0-9]{2,30}$/.test(person)).map(person=>({what:`has ${(0,scalars.shownText)(person)}`,hint:"Write TEAM/USER with the ids of Slack, such as T024BE7LD/U2147483697, not names."}))
return(0,parsing.okUnless)(problems,people)}function linesOf(text){return text.split(/\r?\n/).map(line=>line.trim()).filter(line=>line!=="")}function wordsOf(text){return text.split(/[\s,]+/u).filter(word=>word!=="")}function parseImage(given){const image=given.trim()
return/^[a-z0-9][\w./:@-]{0,300}$/.test(image)?(0,parsing.ok)(image):(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(image)}`,hint:"Give the name of an image, with a tag or a digest."})}const callerRows={scheduler:{required:"never",default:"crontab",description:"For cron: crontab for a line of it, systemd for a service and a timer, kubernetes for a CronJob.",secret:"none",parse:(0,scalars.oneOf)(requests.schedulers)},schedule:{required:"never",default:"17 3 * * *",description:"For cron: the five fields of a crontab line, in numbers.",secret:"none",parse:parseSchedule},image:{required:"never",default:"registry.example.com/gitlab-trigger:0.1.0",description:"For cron with kubernetes: the image, see docs/hosts/docker.md.",secret:"none",parse:parseImage},secrets_folder:{required:"never",default:"/etc/gitlab-trigger",description:"For cron, curl, webhook and bot: the folder with the files that hold secrets: token, access-token, webhook-secret, slack-signing-secret.",secret:"none",parse:parseSecretsFolder},allow_variables:{required:"never",default:void 0,description:"For webhook and bot: what a caller may give to variables, one a line: NAME=VALUE,VALUE. No other variable is taken.",secret:"none",lines:"many",parse:parseAllowedVariables},allow_refs:{required:"never",default:void 0,description:"For bot: the refs that people may ask for; ref alone when absent.",secret:"none",lines:"many",parse:parseAllowedRefs},allow_people:{required:"never",default:void 0,description:"For bot: who may start pipelines, as TEAM/USER with the ids of Slack.",secret:"none",lines:"many",parse:parsePeople}}
const startInputs=["gitlab_url","project_id","ref","variables","variables_file","inputs"]
const connectionInputs=["ca_certificate","request_timeout","allow_http"]
async function parseCallerRequest(read,step,deps){const{kind,secrets_folder:secretsFolder}=read
if(kind==="cron")return(0,table.parsedOf)(cronOf(read,step))
const unfit=step.map(([name])=>name).filter(name=>![...startInputs,...connectionInputs].includes(name))
const problems=unfit.map(name=>({at:name,what:`was given, and the ${kind} of snippet only starts the pipeline`,hint:"Leave it out, or let the caller run the command instead: gitlab-trigger snippet cron shows how."}))
if(kind==="bot"&&(read.allow_people??[]).length===0){const hint="Name at least one person, as TEAM/USER: no other user may start the pipeline."
problems.push({at:"allow_people",what:"was not given",hint})}if(problems.length>0)throw(0,table.invalidInputs)(problems)
const{request,warnings}=await(0,trigger.parseTriggerRequest)(withoutSecrets(deps.source),deps.files)
if(kind==="curl")return{request:{kind,request,secretsFolder},warnings}
const refs=read.allow_refs??[request.ref]
const{variables}=request
const allowed=read.allow_variables??{}
const people=read.allow_people??[]
const options=optionsOf(request,step)
return{request:{kind,options,variables,allowed,refs,people,secretsFolder},warnings}}function withoutSecrets(source){const shape=`glptt-${"0".repeat(40)}`
return{read:name=>name==="token"?shape:name in snippetStepTable?source.read(name):void 0}}function cronOf(read,step){const{scheduler,schedule,image,secrets_folder:secretsFolder}=read
const problems=[]
if(scheduler==="systemd"&&schedule.days!==void 0&&schedule.weekdays!==void 0)problems.push({at:"schedule",what:"names days of the month and of the week, of which cron takes either and systemd both",hint:"Name one of the two."})
const words=step.flatMap(([name,text])=>wordsFor(name,text))
const unfit=step.filter(([name,text])=>wordsFor(name,text).some(word=>/\p{Cc}/u.test(word)))
for(const[name]of unfit){const hint="Give the path of a file instead: a crontab line and a unit file have no place for it."
problems.push({at:name,what:"has several lines, or a control character",hint})}return(0,parsing.okUnless)(problems,{kind:"cron",scheduler,schedule,words:["run",...words],needsAccessToken:needsAccessToken(step),image,secretsFolder})}function wordsFor(name,text){const row=snippetStepTable[name]
const flag=`--${name.replaceAll("_","-")}`
if(row?.parse===scalars.parseBoolean)return[/^true$/i.test(text.trim())?flag:`${flag}=false`]
const texts=row?.lines==="many"?text.split(/\r?\n/):[text.trim()]
return texts.flatMap(each=>/^(?:-|$)/.test(each)?[`${flag}=${each}`]:[flag,each])}function optionsOf({connection,project,ref,pipelineInputs},step){const given=new Map(step)
const texts={requestTimeout:given.get("request_timeout"),caCertificate:given.get("ca_certificate")}
return{gitlabUrl:connection.gitlabUrl,projectId:project.kind==="id"?project.id:project.path,ref,...Object.keys(pipelineInputs).length>0?{inputs:pipelineInputs}:{},...Object.fromEntries(Object.entries(texts).flatMap(([name,text])=>text===void 0?[]:[[name,text.trim()]])),.../^true$/i.test(given.get("allow_http")?.trim()??"")?{allowHttp:true}:{}}}const snippet_hint=`Write NAME=TYPE or NAME=TYPE=DEFAULT, one a line; types are ${requests.specInputTypes.join(", ")}.`
function parseSpecInputs(given){const inputs=[]
const problems=[]
for(const line of given.split(/\r?\n/).map(text=>text.trim())){if(line==="")continue
const read=readLine(line)
if("hint"in read)problems.push(read)
else if(inputs.some(({name})=>name===read.name))problems.push({at:`.${read.name}`,what:"is there twice",hint:"Give each input once."})
else inputs.push(read)}return(0,parsing.okUnless)(problems,inputs)}function readLine(line){const[name="",word,...rest]=line.split("=")
if(!/^[A-Za-z_][\w-]{0,99}$/.test(name)||word===void 0)return{what:`has the line ${(0,scalars.shownText)(line)}`,hint:snippet_hint}
const type=requests.specInputTypes.find(known=>known===word.trim())
if(type===void 0){const nearest=(0,base_text.nearestName)(word.slice(0,20),requests.specInputTypes)
return{at:`.${name}`,what:`has the type ${(0,scalars.shownText)(word)}`,hint:nearest===void 0?snippet_hint:`Did you mean ${nearest}? ${snippet_hint}`}}const text=rest.length===0?void 0:rest.join("=")
const value=text===void 0?void 0:snippet_valueOf(type,text)
return text!==void 0&&value===void 0?{at:`.${name}`,what:`has a default that is no ${type}: ${(0,scalars.shownText)(text)}`,hint:snippet_hint}:{name,type,default:value}}function snippet_valueOf(type,text){switch(type){case"string":return text
case"number":return/^-?\d+(?:\.\d+)?$/.test(text)&&Number.isFinite(Number(text))?Number(text):void 0
case"boolean":return text==="true"?true:text==="false"?false:void 0
case"array":return listOf(text)}}function listOf(text){try{const value=JSON.parse(text)
return Array.isArray(value)?value:void 0}catch{return}}function parseSecretName(given){const name=given.trim()
const fits=/^[A-Za-z_]\w{0,99}$/.test(name)&&!/^GITHUB_/i.test(name)
return fits?{kind:"ok",value:name,warnings:[]}:(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(name)}, which GitHub does not take as the name of a secret`,hint:"Use letters, digits and _, not a digit first, and nothing that begins with GITHUB_."})}const snippetKinds=["gitlab","github","cron","curl","webhook","bot"]
const snippetOwnTable={kind:{required:"always",default:void 0,description:"What to write: gitlab for rules of .gitlab-ci.yml, github for a step of a workflow; for other callers cron, curl, webhook (a receiver) and bot (a chat command).",secret:"none",parse:(0,scalars.oneOf)(snippetKinds)},sources:{required:"never",default:"trigger",description:"For gitlab: which pipelines to let through: trigger (with a trigger token), pipeline (with a CI_JOB_TOKEN), or both.",secret:"none",parse:given=>(0,scalars.parseNameList)(given,{names:requests.snippetSources,noun:"source"})},per_job:{required:"never",default:"false",description:"For gitlab: write the rules of one job, and leave the workflow to other pipelines, too.",secret:"none",parse:scalars.parseBoolean},spec_inputs:{required:"never",default:void 0,description:"For gitlab: inputs to declare, one a line: NAME=TYPE or NAME=TYPE=DEFAULT, where TYPE is string, number, boolean or array (its default as JSON).",secret:"none",lines:"many",parse:parseSpecInputs},token_secret:{required:"never",default:"GITLAB_TRIGGER_TOKEN",description:"For github: the secret of the repository that holds the trigger token.",secret:"none",parse:parseSecretName},access_token_secret:{required:"never",default:void 0,description:"For github: the secret that holds the access token; GITLAB_API_TOKEN when the step waits or supersedes and nothing is given.",secret:"none",parse:parseSecretName},...callerRows}
const snippetTable={...snippetOwnTable,...snippetStepTable}
async function parseSnippetRequest(source,files){const own=(0,parsing.all)(await(0,table.readInputs)(snippetOwnTable,{source,files}))
const step=await stepOf(source,files)
if(own.kind==="ok"){const{kind}=own.value
if(kind!=="gitlab"&&kind!=="github")return await parseCallerRequest({...own.value,kind},(0,table.parsedOf)(step).request,{source,files})}return(0,table.parsedOf)((0,parsing.andThen)(own,read=>{if(read.kind==="gitlab"){const sources=requests.snippetSources.filter(each=>read.sources.has(each))
return(0,parsing.ok)({kind:"gitlab",sources,perJob:read.per_job,inputs:read.spec_inputs??[]})}return(0,parsing.andThen)(step,given=>(0,parsing.ok)({kind:"github",step:given,tokenSecret:read.token_secret,accessTokenSecret:read.access_token_secret??(needsAccessToken(given)?"GITLAB_API_TOKEN":void 0)}))}))}}),"./inputs/commands/token-operation.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{parseTokensRequest:function(){return parseTokensRequest}})
var _connection_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/connection.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/parsing.js")
var _secret_in_address_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/secret-in-address.js")
var _table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/table.js")
var _tokens_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/commands/tokens.js")
const ownInputs=["trigger_id","description","expires_at","confirm","delete_old","keep_trigger_id","save_to_file","store_command","verify_command","store_timeout","github_secret","github_token","github_api_url"]
const forNewToken=["expires_at","save_to_file","store_command","verify_command","store_timeout","github_secret","github_token","github_api_url"]
const taken={list:{needs:[],takes:[]},get:{needs:["trigger_id"],takes:[]},create:{needs:["description"],takes:forNewToken},update:{needs:["trigger_id","description"],takes:[]},delete:{needs:["trigger_id"],takes:["confirm","keep_trigger_id"]},rotate:{needs:[],takes:["trigger_id","description","delete_old","keep_trigger_id",...forNewToken]}}
function orderOf(reading,{source,nowMs}){const{operation}=reading
const given=new Set(ownInputs.filter(name=>isGiven(source,name)))
const values=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.all)({triggerId:reading.trigger_id,description:reading.description,expires:(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.andThen)(reading.expires_at,expiry=>expiryOf(expiry,nowMs)),confirm:reading.confirm,deleteOld:reading.delete_old,keepTriggerId:reading.keep_trigger_id,targets:targetsOf(reading)})
const misfits=operation.kind==="ok"?misfitsOf(operation.value,given):[]
const problems=[...operation.kind==="wrong"?operation.problems:[],...misfits,...values.kind==="wrong"?values.problems:[]]
if(operation.kind==="wrong"||values.kind==="wrong"||problems.length>0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.wrongAll)(problems)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.andThen)(orderFrom(operation.value,values.value),order=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(order,values.warnings))}function isGiven(source,name){const text=source.read(name)?.trim()??""
return text!==""&&text!==_tokens_js__WEBPACK_IMPORTED_MODULE_4__.tokensTable[name].default}function misfitsOf(operation,given){const{needs,takes}=taken[operation]
const missing=needs.filter(name=>!given.has(name))
const surplus=ownInputs.filter(name=>given.has(name)&&!needs.includes(name)&&!takes.includes(name))
const nameless=operation==="rotate"&&!given.has("trigger_id")&&!given.has("description")
return[...missing.map(name=>({at:name,what:`was not given, and ${operation} needs it`,hint:_tokens_js__WEBPACK_IMPORTED_MODULE_4__.tokensTable[name].description})),...surplus.map(name=>({at:name,what:`was given, but ${operation} does not take it`,hint:surplusHint(operation,name)})),...nameless?[{at:"trigger_id",what:"was not given, and neither was description",hint:"Give one of them, so that rotate knows which token to replace."}]:[]]}function surplusHint(operation,name){if(operation==="update"&&name==="expires_at")return"GitLab does not change when a token expires: use rotate, which makes a new one."
const takers=Object.keys(taken).filter(other=>taken[other].needs.includes(name)||taken[other].takes.includes(name))
return`Leave it out; it is for ${takers.join(" and ")}.`}function expiryOf(expiry,nowMs){if(expiry===void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0)
if(expiry.written==="span")return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({written:"span",atMs:nowMs+expiry.spanMs})
if(expiry.atMs>nowMs)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(expiry)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.wrong)({at:"expires_at",what:`is ${new Date(expiry.atMs).toISOString()}, which has passed`,hint:"Give a later one."})}function targetsOf(reading){const inputs=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.all)({file:reading.save_to_file,command:commandOf(reading),secrets:reading.github_secret,token:reading.github_token,apiUrl:reading.github_api_url})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.andThen)(inputs,({file,command,secrets=[],token,apiUrl})=>{if(secrets.length===0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({file,command,github:void 0})
if(token!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({file,command,github:{apiUrl,token,secrets}})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.wrong)({at:"github_token",what:"was not given, and github_secret needs it",hint:_tokens_js__WEBPACK_IMPORTED_MODULE_4__.tokensTable.github_token.description})})}function commandOf(reading){const inputs=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.all)({store:reading.store_command,verify:reading.verify_command,timeoutMs:reading.store_timeout})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.andThen)(inputs,({store,verify,timeoutMs})=>{if(store!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({store,verify,timeoutMs})
if(verify===void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.wrong)({at:"store_command",what:"was not given, and verify_command needs it",hint:_tokens_js__WEBPACK_IMPORTED_MODULE_4__.tokensTable.store_command.description})})}function orderFrom(operation,values){const{triggerId=0,description="",expires,confirm,keepTriggerId,targets,deleteOld}=values
switch(operation){case"list":return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({operation})
case"get":return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({operation,triggerId})
case"update":return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({operation,triggerId,description})
case"create":return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)({operation,description,expires,targets})
case"delete":return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.okUnless)(keptProblems(values),{operation,triggerId,confirm})
case"rotate":return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.okUnless)(deleteOld==="never"?[]:keptProblems(values),{operation,triggerId:values.triggerId,description:values.description,expires,targets,deleteOld,keepTriggerId})}}function keptProblems({triggerId,keepTriggerId}){if(keepTriggerId===void 0||triggerId!==keepTriggerId)return[]
return[{at:"trigger_id",what:`is ${triggerId}, and so is keep_trigger_id: this token would be deleted and must be kept`,hint:"Correct one of them."}]}async function parseTokensRequest(from){const reading=await(0,_secret_in_address_js__WEBPACK_IMPORTED_MODULE_2__.readSentInputs)(_tokens_js__WEBPACK_IMPORTED_MODULE_4__.tokensTable,from)
return(0,_table_js__WEBPACK_IMPORTED_MODULE_3__.parsedOf)((0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.all)({connection:(0,_connection_js__WEBPACK_IMPORTED_MODULE_0__.connectionOf)(reading),project:reading.project_id,accessToken:reading.access_token,order:orderOf(reading,from)}))}}),"./inputs/commands/tokens.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{tokensTable:function(){return tokensTable}})
var address=__webpack_require__("./base/address.js")
var requests=__webpack_require__("./model/requests.js")
var addresses=__webpack_require__("./inputs/addresses.js")
var connection=__webpack_require__("./inputs/connection.js")
var duration=__webpack_require__("./base/duration.js")
var parsing=__webpack_require__("./inputs/parsing.js")
var scalars=__webpack_require__("./inputs/scalars.js")
const hint="Give a date (2027-01-31, which means its midnight in UTC), a time with its zone (2027-01-31T08:00:00Z or …+02:00), or a span from now (90d)."
const shortestMs=36e5
function parseExpiry(given){const text=given.trim()
const spanMs=(0,duration.parseDuration)(text)
if(spanMs!==void 0){if(spanMs>=shortestMs)return(0,parsing.ok)({written:"span",spanMs})
return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}, less than an hour`,hint})}const match=/^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(.*))?$/.exec(text)
const[,day="",time,zone=""]=match??[]
if(match===null||!isDay(day)){const bare=/^\d+$/.test(text)?", a number without a unit":""
return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}${bare}`,hint})}if(text===day)return(0,parsing.ok)({written:"date",atMs:Date.parse(`${day}T00:00:00Z`)})
if(time===void 0)return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}`,hint})
if(zone.trim()==="")return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}, a time without its zone`,hint})
const atMs=Date.parse(`${day}T${time}${zone.trim().toUpperCase()}`)
if(!/^\s*(?:Z|[+-]\d\d:?\d\d)$/i.test(zone)||Number.isNaN(atMs))return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}`,hint})
return(0,parsing.ok)({written:"time",atMs})}function isDay(day){const ms=Date.parse(`${day}T00:00:00Z`)
return!Number.isNaN(ms)&&new Date(ms).toISOString().startsWith(day)}var table=__webpack_require__("./inputs/table.js")
var tokens_and_headers=__webpack_require__("./inputs/tokens-and-headers.js")
function parseGitHubApiUrl(given){const text=given.trim()
const hint="Give https://api.github.com, or https://HOST/api/v3 for a GitHub Enterprise Server."
if(/[@?#\s]/.test(text)||!/^https?:\/\//i.test(text)||!(0,address.isUrl)(text))return(0,parsing.wrong)({what:"is not a plain web address (not shown)",hint})
const url=new URL(text)
const fault=(0,addresses.faultOfAddress)(text)??(0,addresses.faultOfHost)(url,text)
if(fault!==void 0)return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}, ${fault}`,hint})
if(!url.pathname.endsWith("/"))url.pathname+="/"
if(url.protocol==="http:"&&!(0,addresses.isLoopback)(url))return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}, and plain http would expose the tokens to everyone on the network path`,hint})
return(0,parsing.ok)(url)}function parseGitHubSecrets(given){const problems=[]
const found=[]
for(const[index,line]of given.split(/\r?\n/).entries()){const text=line.trim()
if(text==="")continue
const address=addressOf(text)
if(typeof address==="string")problems.push({at:` (line ${index+1})`,what:address,hint:secretHint})
else found.push(address)}return(0,parsing.okUnless)(problems,found)}const secretHint="Write OWNER/REPO:NAME for a repository, OWNER/REPO/environments/ENVIRONMENT:NAME for an environment, or orgs/ORGANIZATION:NAME for an organization."
function addressOf(text){const colon=text.lastIndexOf(":")
if(colon<0)return`is ${(0,scalars.shownText)(text)}, without the name of a secret behind a colon`
const name=text.slice(colon+1).trim()
if(!/^[A-Z_]\w*$/i.test(name)||/^GITHUB_/i.test(name))return`has the name ${(0,scalars.shownText)(name)}: GitHub takes letters, digits and _, not beginning with a digit or GITHUB_`
const place=placeOf(text.slice(0,colon).trim())
return place===void 0?`is ${(0,scalars.shownText)(text)}`:{place,name}}function placeOf(text){const organization=/^orgs\/([\w-]+)$/.exec(text)?.[1]
if(organization!==void 0)return{kind:"organization",organization}
const[,owner,repository,environment]=/^([\w-]+)\/([\w.-]+)(?:\/environments\/(.+))?$/s.exec(text)??[]
if(owner===void 0||repository===void 0||/^\.{1,2}$/.test(repository))return
return environment===void 0?{kind:"repository",owner,repository}:{kind:"environment",owner,repository,environment}}const tokensTable={operation:{required:"always",default:void 0,description:"What to do: list, get, create, update or delete a trigger token, or rotate one: put a new token in its place.",secret:"none",parse:(0,scalars.oneOf)(requests.tokenOperations)},gitlab_url:connection.connectionInputs.gitlab_url,project_id:connection.projectInput,access_token:{required:"always",default:void 0,description:"Personal, project or group access token with the scope api (read_api for list and get), from a secret; its user needs the role Maintainer, and owns the tokens that it creates.",secret:"all",parse:tokens_and_headers.parseAccessToken},trigger_id:{required:"never",default:void 0,description:"Id of the trigger token, as list shows it. For get, update, delete and rotate; rotate can also find the token by its description.",secret:"none",parse:parseTriggerId},description:{required:"never",default:void 0,description:"What the token is called in GitLab: for create and update. For rotate it names the token to replace when there is no trigger_id, so that a schedule can go on with the same line.",secret:"none",parse:parseDescription},expires_at:{required:"never",default:void 0,description:"When the new token of create or rotate expires: a date (its midnight in UTC), a time with its zone, or a span from now such as 90d. It cannot be changed later. Without it the token does not expire.",secret:"none",parse:parseExpiry},confirm:{required:"never",default:void 0,description:"The id or the description of the token that delete is to delete: nothing is deleted when they differ. Asked for when the command runs in a terminal without it.",secret:"none",parse:parseLine},delete_old:{required:"never",default:"auto",
description:"When rotate deletes the token that it replaced: auto, once the new one is stored by save_to_file, store_command or github_secret, and not at all when only the output has it; always; or never.",secret:"none",parse:(0,scalars.oneOf)(requests.oldTokenFates)},keep_trigger_id:{required:"never",default:void 0,description:"Id of a token that delete and rotate must not delete, whatever the other inputs say.",secret:"none",parse:parseTriggerId},save_to_file:{required:"never",default:void 0,description:"Path of a file that the new token of create or rotate is written to, readable for this user only (mode 600), whole or not at all.",secret:"none",parse:parseLine},store_command:{required:"never",default:void 0,description:"Command that stores the new token of create or rotate, for example in a secret manager: lines for the shell (sh, or cmd.exe on Windows), which get the token on standard input. The token counts as stored when the command ends with exit code 0.",secret:"none",parse:parseCommand},verify_command:{required:"never",default:void 0,description:"Command that prints the token that store_command has stored. The token counts as stored only when it is the same; what the command prints is not shown.",secret:"none",parse:parseCommand},store_timeout:{required:"never",default:"1m",description:"How long store_command and verify_command may take, each: 1s to 1h.",secret:"none",parse:(0,scalars.durationWithin)({shortest:"1s",longest:"1h"})},github_secret:{required:"never",default:void 0,description:"Secrets of GitHub Actions that the new token of create or rotate is stored in, one a line: OWNER/REPO:NAME, OWNER/REPO/environments/ENVIRONMENT:NAME or orgs/ORGANIZATION:NAME.",secret:"none",lines:"many",parse:parseGitHubSecrets},github_token:{required:"never",default:void 0,description:"Token for GitHub that may write github_secret. The GITHUB_TOKEN of a workflow may not; use a fine-grained token or one of a GitHub App, from a secret.",secret:"all",
parse:tokens_and_headers.parseGitHubToken},github_api_url:{required:"never",default:"https://api.github.com",description:"Address of GitHub's API, for a GitHub Enterprise Server: https://HOST/api/v3.",secret:"url_credentials",parse:parseGitHubApiUrl},ca_certificate:connection.connectionInputs.ca_certificate,request_headers:connection.connectionInputs.request_headers,request_timeout:connection.connectionInputs.request_timeout,allow_http:connection.connectionInputs.allow_http};(0,table.inputDescriptions)(tokensTable)
function parseTriggerId(given){const text=given.trim()
const id=/^[1-9]\d*$/.test(text)?Number(text):void 0
if(id!==void 0&&Number.isSafeInteger(id))return(0,parsing.ok)(id)
return(0,parsing.wrong)({what:`is ${(0,scalars.shownText)(text)}, which no trigger token can have as its id`,hint:"Give the number that operation: list shows in front of the token."})}const mostCharacters=255
function parseDescription(given){const line=parseLine(given)
if(line.kind==="wrong"||Array.from(line.value).length<=mostCharacters)return line
return(0,parsing.wrong)({what:`is longer than ${mostCharacters} characters`,hint:"Give a shorter one."})}function parseCommand(given){if(!given.includes("\0"))return(0,parsing.ok)(given.trim())
return(0,parsing.wrong)({what:"has a zero byte in it",hint:"Give lines of text for the shell."})}function parseLine(given){const text=given.trim()
if(!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(text))return(0,parsing.ok)(text)
return(0,parsing.wrong)({what:"has a line end or another control character in it",hint:"Give one line of text."})}}),"./inputs/commands/wait-and-cancel.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelTable:function(){return cancelTable},parseCancelRequest:function(){return parseCancelRequest},parseWaitRequest:function(){return parseWaitRequest},waitTable:function(){return waitTable}})
var connection=__webpack_require__("./inputs/connection.js")
var feedback=__webpack_require__("./inputs/feedback.js")
var follow=__webpack_require__("./inputs/follow.js")
var parsing=__webpack_require__("./inputs/parsing.js")
var results=__webpack_require__("./inputs/results.js")
var secret_in_address=__webpack_require__("./inputs/secret-in-address.js")
var table=__webpack_require__("./inputs/table.js")
var tokens_and_headers=__webpack_require__("./inputs/tokens-and-headers.js")
var pipeline=__webpack_require__("./model/pipeline.js")
var addresses=__webpack_require__("./inputs/addresses.js")
var scalars=__webpack_require__("./inputs/scalars.js")
const pipelineChoiceInputs={pipeline_id:{...connection.pipelineAddressInputs.pipeline_id,required:"never",description:`${connection.pipelineAddressInputs.pipeline_id.description} Required unless sha is given.`},sha:{required:"never",default:void 0,description:"Whole SHA of a commit, in place of pipeline_id: the pipeline that GitLab starts by itself for it, by a push, a mirror, or a merge or pull request, is waited for and followed; of several the newest.",secret:"none",parse:parseWholeSha},ref:{required:"never",default:void 0,description:"With sha: the branch or tag of that pipeline, or refs/merge-requests/... of a merge request pipeline. Needed where the commit is on several that have pipelines.",secret:"none",parse:parsePipelineRef},source:{required:"never",default:void 0,description:"With sha: where that pipeline comes from, such as push, merge_request_event, external_pull_request_event, schedule, parent_pipeline (a child) or security_orchestration_policy. Without it: any of the first three.",secret:"none",parse:(0,scalars.oneOf)(pipeline.pipelineSources)},appear_timeout:{required:"never",default:"10m",description:"With sha: how long to wait for that pipeline to appear, before timeout begins to count: 0s to 14d.",secret:"none",parse:(0,scalars.durationWithin)({shortest:"0s",longest:"14d"})}}
function parseWholeSha(given){const text=given.trim()
if(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text))return(0,parsing.ok)(text.toLowerCase())
const isBeginning=/^[0-9a-f]{7,63}$/i.test(text)
return(0,parsing.wrong)({what:isBeginning?`is ${(0,scalars.shownText)(text)}, the beginning of a commit SHA`:`is ${(0,scalars.shownText)(text)}, which is not a commit SHA`,hint:"Give the whole SHA, 40 or 64 digits out of 0-9 and a-f, such as github.sha; a branch or tag belongs in ref."})}function parsePipelineRef(given){const text=given.trim()
if(/^refs\/merge-requests\/[1-9]\d*\/(?:head|merge|train)$/.test(text))return(0,parsing.ok)(text)
return(0,parsing.andThen)((0,addresses.parseRef)(text),ref=>(0,parsing.ok)(ref.replace(/^refs\/(?:heads|tags)\//,"")))}const unusedSource="source was given beside pipeline_id, so this has no effect"
function pipelineChoiceOf(reading){const{pipeline_id:id,sha}=reading
const hints=(0,parsing.all)({ref:reading.ref,source:reading.source,appearTimeoutMs:reading.appear_timeout})
if((0,follow.isAbsent)(id)&&(0,follow.isAbsent)(sha))return(0,parsing.wrong)({at:"pipeline_id",what:"was not given, and sha was not either",hint:"Give pipeline_id (the output of the step that started the pipeline), or sha to find the one that GitLab starts by itself for a commit. An empty value counts as not given."})
if(!(0,follow.isAbsent)(id)&&!(0,follow.isAbsent)(sha))return(0,parsing.wrong)({at:"pipeline_id and sha",what:"were both given, and each says by itself which pipeline is meant",hint:"Give one of them; to be sure of the commit of a pipeline that you know, give its pipeline_id with expected_sha."})
const given=(0,parsing.all)({id,sha,hints})
return(0,parsing.andThen)(given,({id:pipelineId,sha:commit,hints:found})=>{if(pipelineId!==void 0)return(0,parsing.ok)({pipelineId},found.source===void 0?[]:[unusedSource])
return(0,parsing.ok)({commit:{sha:commit??"",...found}})})}const waitTable={gitlab_url:connection.connectionInputs.gitlab_url,project_id:connection.projectInput,...pipelineChoiceInputs,access_token:{...connection.accessTokenInput,description:"Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines and plays jobs. In a GitLab job, CI_JOB_TOKEN works too, but it only reads. A public project needs none.",parse:tokens_and_headers.parseReadingToken},expected_sha:{...follow.expectedShaInput,description:"Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If it runs another one, the step fails at once and leaves the pipeline alone."},...follow.followInputs,...results.reportInputs,...results.resultsInputs,...feedback.feedbackInputs,ca_certificate:connection.connectionInputs.ca_certificate,request_headers:connection.connectionInputs.request_headers,request_timeout:connection.connectionInputs.request_timeout,allow_http:connection.connectionInputs.allow_http};(0,table.inputDescriptions)(waitTable)
const cancelTable={gitlab_url:connection.connectionInputs.gitlab_url,...connection.pipelineAddressInputs,access_token:{...connection.accessTokenInput,required:"always",description:"Personal, project or group access token with the scope api, from a secret; its user needs the role Developer. A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text."},ca_certificate:connection.connectionInputs.ca_certificate,request_headers:connection.connectionInputs.request_headers,request_timeout:connection.connectionInputs.request_timeout,allow_http:connection.connectionInputs.allow_http};(0,table.inputDescriptions)(cancelTable)
async function parseWaitRequest(source,files){const reading=await(0,secret_in_address.readSentInputs)(waitTable,{source,files})
const{accessToken,jobToken}=tokensOf(reading.access_token)
const request=(0,parsing.all)({connection:(0,connection.connectionOf)(reading),project:reading.project_id,choice:pipelineChoiceOf(reading),accessToken,jobToken,expectedSha:reading.expected_sha,follow:(0,follow.followOf)({...reading,access_token:accessToken}),report:(0,results.reportOf)(reading),results:(0,results.resultsOf)(reading),feedback:(0,feedback.feedbackOf)(reading)})
return(0,table.parsedOf)((0,parsing.andThen)(request,({choice,...rest})=>(0,parsing.ok)({...rest,...choice})))}function tokensOf(given){const only=kind=>(0,parsing.andThen)(given,token=>(0,parsing.ok)(token?.kind===kind?token.secret:void 0))
return{accessToken:only("access_token"),jobToken:only("job_token")}}async function parseCancelRequest(source,files){const reading=await(0,secret_in_address.readSentInputs)(cancelTable,{source,files})
return(0,table.parsedOf)((0,parsing.all)({connection:(0,connection.connectionOf)(reading),project:reading.project_id,pipelineId:reading.pipeline_id,accessToken:reading.access_token}))}})}

