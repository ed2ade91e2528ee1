import{StringDecoder as __WEBPACK_EXTERNAL_MODULE_node_string_decoder_f6835728_StringDecoder__}from"node:string_decoder"
export const __webpack_esm_ids__=["demo"]
export const __webpack_esm_modules__={"./entries/demo.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{demoEntry:function(){return demoEntry}})
var promises_=__webpack_require__("node:fs/promises")
var external_node_os_=__webpack_require__("node:os")
var external_node_path_=__webpack_require__("node:path")
var base_clock=__webpack_require__("./base/clock.js")
var errors=__webpack_require__("./base/errors.js")
var system=__webpack_require__("./hosts/system.js")
var demo_scenario=__webpack_require__("./simulator/demo-scenario.js")
var simulated_gitlab=__webpack_require__("./simulator/gitlab/simulated-gitlab.js")
var wire_server=__webpack_require__("./simulator/gitlab/wire/server.js")
const nodeRuntimes=["node12","node16","node20","node24"]
const known=new Map
async function parseActionMetadata(text){const read=known.get(text)
if(read!==void 0)return read
const{parse}=await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__,"../../node_modules/yaml/dist/index.js",19))
const metadata=metadataOf(parse(text,{schema:"failsafe"}))
known.set(text,metadata)
return metadata}function metadataOf(document){const root=mappingOf(document,"the file")
const branding=root.branding===void 0?void 0:mappingOf(root.branding,"branding")
return{name:textOf(root.name)??"",description:textOf(root.description)??"",branding:branding&&{icon:textOf(branding.icon)??"",color:textOf(branding.color)??""},inputs:entriesOf(root.inputs,"inputs").map(([name,row])=>({name,description:textOf(row.description)??"",required:textOf(row.required)==="true",default:textOf(row.default),deprecationMessage:textOf(row.deprecationMessage)})),outputs:entriesOf(root.outputs,"outputs").map(([name,row])=>({name,description:textOf(row.description)??""})),runs:runsOf(mappingOf(root.runs,"runs"))}}function runsOf(runs){const using=textOf(runs.using)
const main=textOf(runs.main)
if(using===void 0||!nodeRuntimes.includes(using))throw unusable(`runs.using is ${using??"missing"}; a JavaScript action has ${nodeRuntimes.join(", ")}`)
if(main===void 0)throw unusable("runs.main is missing")
return{using,main,pre:textOf(runs.pre),post:textOf(runs.post),preIf:textOf(runs["pre-if"])??"always()",postIf:textOf(runs["post-if"])??"always()"}}function entriesOf(value,where){if(value===void 0)return[]
return Object.entries(mappingOf(value,where)).map(([name,row])=>[name,row===""?{}:mappingOf(row,`${where}.${name}`)])}function mappingOf(value,where){if(!isMapping(value))throw unusable(`${where} is not a mapping`)
return value}function isMapping(value){return typeof value==="object"&&value!==null&&!Array.isArray(value)}function textOf(value){return typeof value==="string"?value:void 0}function unusable(why){return new errors.InputError({code:"invalid_input",what:"The runner cannot use this action.yml",why})}function readNamedValues(text,platform){const pairs=[]
let index=0
for(;;){const line=lineAt(text,index,platform)
if(line===void 0)return{pairs,mistake:void 0}
index=line.next
if(line.text==="")continue
const equals=line.text.indexOf("=")
const arrows=line.text.indexOf("<<")
if(equals>=0&&(arrows<0||equals<arrows)){if(equals===0)return{pairs,mistake:`a line has no name before its '=': '${line.text}'`}
pairs.push({name:line.text.slice(0,equals),value:line.text.slice(equals+1)})}else if(arrows>=0){const name=line.text.slice(0,arrows)
const delimiter=line.text.slice(arrows+2)
if(name===""||delimiter==="")return{pairs,mistake:`a line lacks the name or the delimiter around '<<': '${line.text}'`}
const block=blockAt({text,start:index,delimiter,platform})
if(block===void 0)return{pairs,mistake:`the value of '${name}' has no line with its delimiter '${delimiter}'`}
pairs.push({name,value:block.value})
index=block.next}else return{pairs,mistake:`a line has neither '=' nor '<<': '${line.text}'`}}}function readPaths(text,platform){const paths=[]
let index=0
for(;;){const line=lineAt(text,index,platform)
if(line===void 0)return paths
index=line.next
if(line.text!=="")paths.push(line.text)}}function lastValues(pairs){return Object.fromEntries(pairs.map(({name,value})=>[name,value]))}function blockAt(block){let index=block.start
let end=block.start
for(;;){const line=lineAt(block.text,index,block.platform)
if(line===void 0)return
if(line.text===block.delimiter)return{value:block.text.slice(block.start,end),next:line.next}
if(line.breakLength===0)return
index=line.next
end=index-line.breakLength}}function lineAt(text,start,platform){if(start>=text.length)return
const feed=text.indexOf("\n",start)
if(feed<0)return{text:text.slice(start),next:text.length,breakLength:0}
const breakLength=platform==="win32"&&feed>start&&text[feed-1]==="\r"?2:1
return{text:text.slice(start,feed+1-breakLength),next:feed+1,breakLength}}const summaryMaxBytes=1048576
const blockedVariable="NODE_OPTIONS"
function readStepYield(texts,log,platform){const named=file=>{const{pairs,mistake}=readNamedValues(texts[file],platform)
if(mistake!==void 0)log.fail(`Unable to process file command '${file}': ${mistake}`)
return lastValues(pairs)}
return{environment:allowedVariables(named("env"),log),paths:readPaths(texts.path,platform),outputs:{...log.outputs,...named("output")},state:{...log.state,...named("state")},summary:uploadedSummary(texts.summary,log)}}function jobOutputsOf(outputs,mask){return Object.fromEntries(Object.entries(outputs).filter(([,value])=>mask(value)===value))}function allowedVariables(variables,log){const isBlocked=name=>name.toUpperCase()===blockedVariable
const names=Object.keys(variables)
for(const name of names.filter(isBlocked))log.annotate("error",`The variable '${name}' cannot be set through GITHUB_ENV`)
return Object.fromEntries(Object.entries(variables).filter(([name])=>!isBlocked(name)))}function uploadedSummary(text,log){const bytes=Buffer.byteLength(text)
if(bytes>summaryMaxBytes){log.annotate("error",`The step summary is dropped: ${bytes} bytes are more than ${summaryMaxBytes}`)
return""}return text.split(/\r\n|\r|\n/).map(line=>log.maskLine(line)).join("\n")}const exampleRun={repository:"octo-org/octo-repo",sha:"8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c",ref:"refs/heads/main",actor:"octocat",runId:"1658821493",serverUrl:"https://github.com",workflow:"deploy",job:"gitlab",eventName:"push"}
const runnerSystems={darwin:"macOS",linux:"Linux",win32:"Windows"}
function inputVariableName(name){return`INPUT_${name.replaceAll(" ","_").toUpperCase()}`}function inputEnvironment(step){const declaredNames=new Map(step.declared.map(input=>[input.name.toLowerCase(),input]))
const environment={}
const warnings=[]
for(const input of step.declared)environment[inputVariableName(input.name)]=input.default??""
for(const[name,value]of Object.entries(step.given)){environment[inputVariableName(name)]=value
const input=declaredNames.get(name.toLowerCase())
if(input===void 0){const known=step.declared.map(row=>row.name).join(", ")
warnings.push(`Input '${name}' is not declared by this action, which knows: ${known}`)}else if(input.deprecationMessage!==void 0)warnings.push(`Input '${name}' is deprecated: ${input.deprecationMessage}`)}return{environment,warnings}}function stateEnvironment(state){return Object.fromEntries(Object.entries(state).map(([name,value])=>[`STATE_${name}`,value]))}function runnerEnvironment(step){const{run,folders,files}=step
return{CI:"true",GITHUB_ACTIONS:"true",GITHUB_ACTION:"__self",GITHUB_ACTION_PATH:folders.action,GITHUB_ACTOR:run.actor,GITHUB_API_URL:run.apiUrl??`${run.serverUrl}/api/v3`,GITHUB_BASE_REF:"",GITHUB_ENV:files.env,GITHUB_EVENT_NAME:run.eventName,GITHUB_EVENT_PATH:folders.eventFile,GITHUB_HEAD_REF:"",GITHUB_JOB:run.job,GITHUB_OUTPUT:files.output,GITHUB_PATH:files.path,GITHUB_REF:run.ref,GITHUB_REF_NAME:run.ref.replace(/^refs\/(?:heads|tags|pull)\//,""),GITHUB_REF_TYPE:run.ref.startsWith("refs/tags/")?"tag":"branch",GITHUB_REPOSITORY:run.repository,GITHUB_REPOSITORY_OWNER:run.repository.split("/")[0]??"",GITHUB_RUN_ATTEMPT:String(run.runAttempt??1),GITHUB_RUN_ID:run.runId,GITHUB_RUN_NUMBER:"1",GITHUB_SERVER_URL:run.serverUrl,GITHUB_SHA:run.sha,GITHUB_STATE:files.state,GITHUB_STEP_SUMMARY:files.summary,GITHUB_WORKFLOW:run.workflow,GITHUB_WORKSPACE:folders.workspace,RUNNER_ARCH:"X64",RUNNER_NAME:"simulated-runner",RUNNER_OS:runnerSystems[step.platform]??"Linux",RUNNER_TEMP:folders.temp,RUNNER_TOOL_CACHE:folders.toolCache}}async function prepareFolders(workDir,actionDir){const folders={workspace:(0,external_node_path_.join)(workDir,"workspace"),temp:(0,external_node_path_.join)(workDir,"temp"),toolCache:(0,external_node_path_.join)(workDir,"tool-cache"),action:actionDir,eventFile:(0,external_node_path_.join)(workDir,"temp","_github_workflow","event.json")}
await(0,promises_.mkdir)(folders.workspace,{recursive:true})
await(0,promises_.mkdir)(folders.toolCache,{recursive:true})
await(0,promises_.mkdir)((0,external_node_path_.join)(folders.temp,"_github_workflow"),{recursive:true})
await(0,promises_.writeFile)(folders.eventFile,"{}\n")
return folders}async function writeEvent({eventFile},event){await(0,promises_.writeFile)(eventFile,`${JSON.stringify(event)}\n`)}async function createCommandFiles(temp){const parent=(0,external_node_path_.join)(temp,"_runner_file_commands")
await(0,promises_.mkdir)(parent,{recursive:true})
const folder=await(0,promises_.mkdtemp)((0,external_node_path_.join)(parent,"stage-"))
const files={output:(0,external_node_path_.join)(folder,"set_output"),state:(0,external_node_path_.join)(folder,"save_state"),env:(0,external_node_path_.join)(folder,"set_env"),path:(0,external_node_path_.join)(folder,"add_path"),summary:(0,external_node_path_.join)(folder,"step_summary")}
await Promise.all(Object.values(files).map(path=>(0,promises_.writeFile)(path,"")))
return files}async function readCommandFiles(files){const read=async path=>{try{return(await(0,promises_.readFile)(path,"utf8")).replace(/^\uFEFF/,"")}catch(error){const isMissing=typeof error==="object"&&error!==null&&"code"in error&&error.code==="ENOENT"
if(isMissing)return""
throw error}}
return{output:await read(files.output),state:await read(files.state),env:await read(files.env),path:await read(files.path),summary:await read(files.summary)}}const shown="***"
function maskedValuesOf(payload){if(payload.trim()==="")return[]
const lines=payload.split(/[\r\n]+/).map(line=>line.trim()).filter(line=>line!=="")
return[...new Set([payload,...lines])]}function maskForms(value){const bytes=Buffer.from(value,"utf8")
const wellFormed=bytes.toString("utf8")
const forms=[value,bytes.toString("base64"),...[1,2].map(offset=>bytes.subarray(bytes.length>offset?offset:0).toString("base64")),value.replaceAll('"','\\"'),value.replaceAll("'","''"),jsonForm(value),percentForm(wellFormed),xmlForm(value),value.length>8&&value.startsWith('"')&&value.endsWith('"')?value.slice(1,-1):""]
return[...new Set(forms)].filter(form=>form!=="")}function maskText(text,forms){const spans=[]
for(const form of forms){if(form==="")continue
for(let start=text.indexOf(form);start>=0;start=text.indexOf(form,start+1))spans.push({start,end:start+form.length})}spans.sort((a,b)=>a.start-b.start)
let masked=""
let position=0
let openEnd
for(const{start,end}of spans){if(openEnd===void 0||start>openEnd)masked+=text.slice(position,start)+shown
openEnd=Math.max(openEnd??0,end)
position=openEnd}return masked+text.slice(position)}function jsonForm(value){return JSON.stringify(value).slice(1,-1).replace(/[\u0085\u2028\u2029]/g,mark=>`\\u${mark.charCodeAt(0).toString(16).padStart(4,"0")}`)}function percentForm(value){return encodeURIComponent(value).replace(/[!'()*]/g,mark=>`%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}function xmlForm(value){const names={"&":"amp","<":"lt",">":"gt",'"':"quot","'":"apos"}
return value.replace(/[&<>"']/g,mark=>`&${names[mark]??""};`)}const workflowCommandNames=["add-mask","add-matcher","add-path","debug","echo","endgroup","error","group","internal-set-repo-path","notice","remove-matcher","save-state","set-env","set-output","stop-commands","warning"]
function parseWorkflowCommand(line,stopToken){const names=new Set(workflowCommandNames)
if(stopToken!==void 0)names.add(stopToken.toLowerCase())
return parseColonForm(line,names)??parseBracketForm(line,names)}function isRefusedStopToken(token){const name=token.toLowerCase()
return name===""||name==="pause-logging"||workflowCommandNames.some(known=>known===name)}function parseColonForm(line,names){const text=line.trimStart()
if(!text.startsWith("::"))return
const end=text.indexOf("::",2)
if(end<0)return
return commandOf({head:text.slice(2,end),payload:text.slice(end+2),names,separator:",",decodePayload:value=>decode(value,["%0D","%0A"]),decodeProperty:value=>decode(value,["%0D","%0A","%3A","%2C"])})}function parseBracketForm(line,names){const start=line.indexOf("##[")
const end=start<0?-1:line.indexOf("]",start)
if(end<0)return
const decodeAll=value=>decode(value,["%3B","%0D","%0A","%5D"])
return commandOf({head:line.slice(start+3,end),payload:line.slice(end+1),names,separator:";",decodePayload:decodeAll,decodeProperty:decodeAll})}function commandOf(form){const space=form.head.indexOf(" ")
const name=(space<0?form.head:form.head.slice(0,space)).toLowerCase()
if(!form.names.has(name))return
const properties={}
const list=space<0?"":form.head.slice(space+1).trim()
for(const property of list.split(form.separator)){const equals=property.indexOf("=")
if(equals<1||equals===property.length-1)continue
properties[property.slice(0,equals).trim()]=form.decodeProperty(property.slice(equals+1))}return{name,properties,payload:form.decodePayload(form.payload)}}function decode(value,escapes){let decoded=value
for(const escape of escapes)decoded=decoded.replaceAll(escape,String.fromCharCode(Number.parseInt(escape.slice(1),16)))
return decoded.replaceAll("%25","%")}const annotationsPerKind=10
const annotationCharacters=4096
const longestUnmaskedStopToken=6
class StepLog{shownLines=[]
annotations=[]
outputs={}
state={}
#groups=[]
#masked=new Set
#forms=new Set
#onLine
#debugging
#inGroup=false
#echoing=false
#stopToken
#failed=false
constructor(options){for(const value of options.masked)this.#mask(value)
this.#debugging=options.debugging
this.#onLine=options.onLine}get failed(){return this.#failed}get groups(){return this.#groups}get maskedValues(){return[...this.#masked]}take(line){const command=parseWorkflowCommand(line,this.#stopToken)
if(command===void 0)this.#show(line)
else if(this.#stopToken!==void 0){if(command.name===this.#stopToken.toLowerCase())this.#stopToken=void 0
this.#show(line)}else{if(this.#echoing&&command.name!=="add-mask")this.#show(line)
this.#act(command,line)}}annotate(kind,message,properties={}){const masked=this.maskLine(message)
this.#show(`##[${kind}]${masked}`)
if(this.annotations.filter(annotation=>annotation.kind===kind).length>=annotationsPerKind)return
const kept=Object.entries(properties).map(([name,value])=>[name,this.maskLine(value)])
this.annotations.push({kind,message:masked.slice(0,annotationCharacters),properties:Object.fromEntries(kept)})}fail(message){this.#failed=true
this.annotate("error",message)}maskLine(text){return maskText(text,this.#forms)}#act(command,line){const{name,payload,properties}=command
switch(name){case"add-mask":this.#addMask(payload)
break
case"error":case"warning":case"notice":this.annotate(name,payload,properties)
break
case"debug":if(this.#debugging)this.#show(`##[debug]${payload}`)
break
case"group":this.#groups.push({title:this.maskLine(payload),lines:[]})
this.#inGroup=false
this.#show(`##[group]${payload}`)
this.#inGroup=true
break
case"endgroup":this.#inGroup=false
this.#show("##[endgroup]")
break
case"echo":this.#echo(payload,line)
break
case"stop-commands":this.#stop(payload,line)
break
case"set-output":case"save-state":this.#setNamed(command)
break
case"set-env":case"add-path":this.fail(`The command '${name}' is switched off; a step writes to its command file instead`)
break
default:break}}#addMask(payload){const values=maskedValuesOf(payload)
if(values.length===0)this.annotate("warning","add-mask was given nothing but white space")
for(const value of values)this.#mask(value)}#mask(value){this.#masked.add(value)
for(const form of maskForms(value))this.#forms.add(form)}#echo(payload,line){const word=payload.trim().toLowerCase()
if(word!=="on"&&word!=="off")this.fail(`Unable to process command '${line}'`)
else this.#echoing=word==="on"}#stop(token,line){if(isRefusedStopToken(token)){this.fail(`Unable to process command '${line}': this token cannot stop commands`)
return}this.#stopToken=token
if(token.length>longestUnmaskedStopToken)this.#mask(token)
this.#show(line)}#setNamed({name,payload,properties}){const key=properties.name
if(key===void 0){this.fail(`The command '${name}' needs a name`)
return}this.annotate("warning",`The command '${name}' is deprecated; a step writes to its command file instead`);(name==="set-output"?this.outputs:this.state)[key]=payload}#show(text){for(const line of this.maskLine(text).split(/\r\n|\r|\n/)){this.shownLines.push(line)
if(this.#inGroup)this.#groups.at(-1)?.lines.push(line)
this.#onLine(line)}}}var external_node_child_process_=__webpack_require__("node:child_process")
class LineSplitter{#rest=""
#afterReturn=false
push(chunk){if(chunk==="")return[]
const text=this.#afterReturn&&chunk.startsWith("\n")?chunk.slice(1):chunk
this.#afterReturn=chunk.endsWith("\r")
const lines=(this.#rest+text).split(/\r\n|\r|\n/)
this.#rest=lines.pop()??""
return lines}end(){const rest=this.#rest
this.#rest=""
return rest===""?[]:[rest]}}class OutputReader{stdout=new StreamText
stderr=new StreamText
#clock
#onLine
#forgetBatch
constructor(clock,onLine){this.#clock=clock
this.#onLine=onLine}receive(stream,bytes){this[stream].receive(bytes)
this.#forgetBatch??=this.#clock.schedule(0,()=>this.#drain())}end(){this.stdout.end()
this.stderr.end()
this.#drain()}#drain(){this.#forgetBatch?.()
this.#forgetBatch=void 0
for(const line of[...this.stderr.takeLines(),...this.stdout.takeLines()])this.#onLine(line)}}class StreamText{text=""
#decoder=new __WEBPACK_EXTERNAL_MODULE_node_string_decoder_f6835728_StringDecoder__("utf8")
#splitter=new LineSplitter
#lines=[]
receive(bytes){this.#append(this.#decoder.write(bytes))}end(){this.#append(this.#decoder.end())
this.#lines.push(...this.#splitter.end())}takeLines(){const lines=this.#lines
this.#lines=[]
return lines}#append(text){this.text+=text
this.#lines.push(...this.#splitter.push(text))}}const pipeGraceMs=5e3
function startStepProcess(deps,request){const{clock}=deps
const startMs=clock.nowMs()
const reader=new OutputReader(clock,request.onLine)
let canceled=false
const endingOf=end=>{reader.end()
return{...end,canceled,stdout:reader.stdout.text,stderr:reader.stderr.text,durationMs:clock.nowMs()-startMs}}
let child
try{child=(0,external_node_child_process_.spawn)(request.nodePath,[request.script],{cwd:request.cwd,env:request.environment,stdio:["pipe","pipe","pipe"],windowsHide:true})}catch(error){const ending=endingOf({exitCode:-1,signal:void 0,startFault:messageOf(error)})
return{pid:void 0,ended:Promise.resolve(ending),cancel:doNothing,kill:doNothing}}child.stdin?.on("error",doNothing).end()
child.stdout?.on("data",bytes=>reader.receive("stdout",bytes))
child.stderr?.on("data",bytes=>reader.receive("stderr",bytes))
let disposeLadder=doNothing
const ended=endOf(child,clock).then(end=>{disposeLadder()
return endingOf(end)})
const cancel=()=>{if(canceled||hasEnded(child))return
canceled=true
child.kill("SIGINT")
disposeLadder=clock.schedule(request.cancelTiming.interruptMs,()=>{child.kill("SIGTERM")
disposeLadder=clock.schedule(request.cancelTiming.terminateMs,()=>child.kill("SIGKILL"))})}
return{pid:child.pid,ended,cancel,kill:()=>child.kill("SIGKILL")}}async function endOf(child,clock){return await new Promise(resolve=>{child.once("error",error=>{if(child.pid===void 0)resolve({exitCode:-1,signal:void 0,startFault:error.message})})
child.once("exit",(code,signal)=>{const exitCode=code??128+(signal===null?0:external_node_os_.constants.signals[signal])
const end={exitCode,signal:signal??void 0,startFault:void 0}
const dispose=clock.schedule(pipeGraceMs,()=>{child.stdout?.destroy()
child.stderr?.destroy()
resolve(end)})
child.once("close",()=>{dispose()
resolve(end)})})})}function hasEnded(child){return child.exitCode!==null||child.signalCode!==null||child.pid===void 0}function messageOf(error){return typeof error==="object"&&error!==null&&"message"in error?String(error.message):String(error)}function doNothing(){}const runnerCancelTiming={interruptMs:7500,terminateMs:2500}
async function startStep(deps,request){const metadata=await parseActionMetadata(await(0,promises_.readFile)((0,external_node_path_.join)(request.actionDir,"action.yml"),"utf8"))
const script=(0,external_node_path_.join)(request.actionDir,scriptOf(metadata,request.stage))
const platform=request.platform??"linux"
const folders=await prepareFolders(request.workDir,request.actionDir)
if(request.run?.event!==void 0)await writeEvent(folders,request.run.event)
const files=await createCommandFiles(folders.temp)
const log=new StepLog({masked:request.masked??[],debugging:request.baseEnvironment.RUNNER_DEBUG==="1",onLine:request.onLine??(()=>{})})
const inputs=inputEnvironment({given:request.with,declared:metadata.inputs})
for(const warning of inputs.warnings)log.annotate("warning",warning)
const stepProcess=(deps.startProcess??startStepProcess)(deps,{nodePath:request.nodePath,script,cwd:folders.workspace,environment:{...request.baseEnvironment,...runnerEnvironment({run:request.run??exampleRun,folders,files,platform}),...inputs.environment,...stateEnvironment(request.state??{})},cancelTiming:request.cancelTiming??runnerCancelTiming,onLine:line=>log.take(line)})
const finished=stepProcess.ended.then(async ending=>resultOf({ending,log,platform,fileTexts:await readCommandFiles(files)}))
const{pid,cancel,kill}=stepProcess
return{pid,finished,cancel,kill}}function scriptOf({runs},stage){const script=runs[stage]
if(script!==void 0)return script
throw new errors.InputError({code:"invalid_input",what:`This action has no ${stage} stage`})}function resultOf(stage){const{ending,log,platform,fileTexts}=stage
if(ending.startFault!==void 0)log.fail(`The process could not be started: ${ending.startFault}`)
const stepYield=readStepYield(fileTexts,log,platform)
return{...stepYield,exitCode:ending.exitCode,signal:ending.signal,conclusion:conclusionOf(ending,log),shownLines:log.shownLines,rawStdout:ending.stdout,rawStderr:ending.stderr,annotations:log.annotations,groups:log.groups,jobOutputs:jobOutputsOf(stepYield.outputs,text=>log.maskLine(text)),masked:log.maskedValues,fileTexts,durationMs:ending.durationMs}}function conclusionOf(ending,log){if(ending.canceled)return"cancelled"
return ending.exitCode===0&&!log.failed?"success":"failure"}var style=__webpack_require__("./terminal/style.js")
function demoEntry(){const log=(0,system.terminalLog)()
return{log,run:({signal})=>runDemo(log.info,signal)}}async function runDemo(print,signal){const clock=base_clock.systemClock
const server=await(0,wire_server.startServer)({gitlab:new simulated_gitlab.SimulatedGitLab({clock},demo_scenario.demoScenario),clock})
const workDir=await(0,promises_.mkdtemp)(external_node_path_["default"].join((0,external_node_os_.tmpdir)(),"gitlab-trigger-demo-"))
try{const inputs={gitlab_url:server.url,project_id:"group/app",ref:"main",token:demo_scenario.demoTokens.trigger,access_token:demo_scenario.demoTokens.access,variables:"DEPLOY_ENV=staging",wait:"true",values_from:"smoke/api:preview.env",results_on:"always"}
for(const line of workflowStep(inputs))print(line)
const step=await startStep({clock},{actionDir:external_node_path_["default"].join(external_node_path_["default"].dirname(await(0,promises_.realpath)(process.argv[1]??"")),".."),nodePath:process.execPath,stage:"main",with:inputs,baseEnvironment:{PATH:process.env.PATH??""},workDir,masked:Object.values(demo_scenario.demoTokens),onLine:line=>print(`  ${(0,style.statusColors)(line)}`)})
signal.addEventListener("abort",step.cancel,{once:true})
const result=await step.finished
for(const line of outputLines(result))print(line)
const report=external_node_path_["default"].join(await(0,promises_.mkdtemp)(external_node_path_["default"].join((0,external_node_os_.tmpdir)(),"gitlab-trigger-demo-")),"report.md")
await(0,promises_.writeFile)(report,result.summary,{flag:"wx"})
print((0,style.dim)(`# The report, as GitHub shows it on the page of the run: ${report}`))
return result.outputs.outcome==="failed"?errors.exitCodes.accepted:errors.exitCodes.notAccepted}finally{await server.close()
await(0,promises_.rm)(workDir,{recursive:true,force:true})}}function workflowStep(inputs){const shown={...inputs,token:"${{ secrets.GITLAB_TRIGGER_TOKEN }}",access_token:"${{ secrets.GITLAB_READ_TOKEN }}"}
return[(0,style.dim)("# A workflow step, run against a simulated GitLab on this machine:"),"- id: gitlab","  uses: gitlab-trigger@v1","  with:",...Object.entries(shown).map(([name,value])=>`    ${name}: ${value}`),"",(0,style.dim)("# Its log:")]}const shownCharacters=100
function outputLines({conclusion,exitCode,outputs}){const verdict=conclusion==="success"?(0,style.green)("✓ the step passed"):(0,style.red)(`✗ the step failed (exit code ${exitCode})`)
return[verdict,"",(0,style.dim)("# What later steps can read:"),...Object.entries(outputs).map(([name,value])=>{const text=value.length>shownCharacters?`${value.slice(0,shownCharacters)}…`:value
return`\${{ steps.gitlab.outputs.${name} }}`.padEnd(42)+text}),""]}})}

