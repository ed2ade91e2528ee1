import{createInterface as __WEBPACK_EXTERNAL_MODULE_node_readline_promises_6b0bcdb8_createInterface__}from"node:readline/promises"
export const __webpack_esm_ids__=["cli"]
export const __webpack_esm_modules__={"./cli/commands.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){var _inputs_commands_plan_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/commands/plan.js")
var _inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/commands/simulate.js")
var _inputs_commands_snippet_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/commands/snippet.js")
var _inputs_commands_tokens_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/commands/tokens.js")
var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/commands/trigger.js")
var _inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./inputs/commands/wait-and-cancel.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./model/requests.js")
var _completion_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./cli/completion.js")
var _options_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./cli/options.js")
const commands=[{name:"run",summary:"Start a pipeline; with --wait, follow it to its end and pass or fail with it",inputs:_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_4__.triggerTable,options:_options_js__WEBPACK_IMPORTED_MODULE_8__.optionTable,examples:["gitlab-trigger run --project-id group/app --ref main","gitlab-trigger run --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait --timeout 45m"]},{name:"wait",summary:"Follow a pipeline that was started elsewhere to its end",inputs:_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_5__.waitTable,options:_options_js__WEBPACK_IMPORTED_MODULE_8__.optionTable,examples:["gitlab-trigger wait --project-id group/app --pipeline-id 257","gitlab-trigger wait --project-id group/app --sha 8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c --ref main"]},{name:"cancel",summary:"Cancel a pipeline, with everything downstream of it",inputs:_inputs_commands_wait_and_cancel_js__WEBPACK_IMPORTED_MODULE_5__.cancelTable,options:_options_js__WEBPACK_IMPORTED_MODULE_8__.optionTable,examples:["gitlab-trigger cancel --project-id group/app --pipeline-id 257"]},{name:"tokens",summary:"List, create, rename, delete or rotate the trigger tokens of a project",operand:{input:"operation",words:_model_requests_js__WEBPACK_IMPORTED_MODULE_6__.tokenOperations},inputs:_inputs_commands_tokens_js__WEBPACK_IMPORTED_MODULE_3__.tokensTable,options:_options_js__WEBPACK_IMPORTED_MODULE_8__.optionTable,examples:["gitlab-trigger tokens list --project-id group/app","gitlab-trigger tokens create --project-id group/app --description deploys --expires-at 90d --save-to-file token.txt","gitlab-trigger tokens rotate --project-id group/app --description deploys --github-secret octo/app:GITLAB_TRIGGER_TOKEN"]},{name:"check",summary:"Check everything that starting the pipeline needs, and start nothing",inputs:_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_4__.checkTable,options:_options_js__WEBPACK_IMPORTED_MODULE_8__.optionTable,
examples:["gitlab-trigger check --project-id group/app --ref main","gitlab-trigger check --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait"]},{name:"snippet",summary:"Write rules for .gitlab-ci.yml, a step of a workflow or another caller, to begin from",operand:{input:"kind",words:_inputs_commands_snippet_js__WEBPACK_IMPORTED_MODULE_2__.snippetKinds},inputs:_inputs_commands_snippet_js__WEBPACK_IMPORTED_MODULE_2__.snippetTable,options:{},product:true,examples:["gitlab-trigger snippet gitlab --spec-inputs environment=string=staging","gitlab-trigger snippet gitlab --per-job --sources trigger,pipeline","gitlab-trigger snippet github --project-id group/app --ref main --wait --timeout 45m","gitlab-trigger snippet cron --scheduler systemd --project-id group/app --ref main","gitlab-trigger snippet webhook --project-id group/app --ref main --allow-variables DEPLOY_ENV=staging,production"]},{name:"plan",summary:"Write all that one run needs on one page: the call, the rules, the tokens, the answer",inputs:_inputs_commands_plan_js__WEBPACK_IMPORTED_MODULE_0__.planTable,options:{},product:true,examples:["gitlab-trigger plan --project-id group/app --ref main --variables DEPLOY_ENV=staging --wait"]},{name:"simulate",summary:"Serve a simulated GitLab on this machine, to try things against, until it is stopped",inputs:_inputs_commands_simulate_js__WEBPACK_IMPORTED_MODULE_1__.simulateTable,options:{},examples:["gitlab-trigger simulate --port 8929","gitlab-trigger simulate --scenario scenario.yml"]},{name:"completion",summary:"Print what a shell needs to complete commands and flags",operand:{input:"shell",words:_completion_js__WEBPACK_IMPORTED_MODULE_7__.shells},inputs:{},options:{},product:true,examples:["gitlab-trigger completion bash"]},{name:"demo",summary:"See a whole run against a simulated GitLab on this machine; needs no account and no network",inputs:{},options:{},examples:["gitlab-trigger demo"]}]
__webpack_require__.d(__webpack_exports__,["commands",0,commands])}),"./cli/completion.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{completionScript:function(){return completionScript}})
var _options_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./cli/options.js")
const shells=["bash","zsh","fish"]
function completionScript(shell,commands){switch(shell){case"bash":return bashScript(commands)
case"zsh":return zshScript(commands)
case"fish":return fishScript(commands)}}function wordsOf(command){const flags=[...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__.flagsOf)(command).map(({name})=>`--${name}`),"--help"]
return[...command.operand?.words??[],...flags]}function bashScript(commands){return["# bash: source <(gitlab-trigger completion bash)","_gitlab_trigger() {",'  local current="${COMP_WORDS[COMP_CWORD]}" words','  if [ "$COMP_CWORD" -eq 1 ]; then',`    words='${[...commands.map(({name})=>name),"--help","--version"].join(" ")}'`,"  else",'    case "${COMP_WORDS[1]}" in',...commands.map(command=>`      ${command.name}) words='${wordsOf(command).join(" ")}' ;;`),`      *) words='' ;;`,"    esac","    # What stands behind a flag is a value: a path, or nothing that we know.",`    case "$current:\${COMP_WORDS[COMP_CWORD - 1]}" in -*:*) ;; *:-*) words='' ;; esac`,"  fi",'  COMPREPLY=($(compgen -W "$words" -- "$current"))',"}","complete -o default -F _gitlab_trigger gitlab-trigger",""].join("\n")}function zshScript(commands){return["#compdef gitlab-trigger","# zsh: source <(gitlab-trigger completion zsh)","_gitlab_trigger() {","  if (( CURRENT == 2 )); then",`    compadd -- ${[...commands.map(({name})=>name),"--help","--version"].join(" ")}`,"    return","  fi","  if [[ $words[CURRENT] != -* && $words[CURRENT-1] == -* ]]; then","    _files","    return","  fi","  case $words[2] in",...commands.map(command=>`    ${command.name}) compadd -- ${wordsOf(command).join(" ")} ;;`),"  esac","}","compdef _gitlab_trigger gitlab-trigger",""].join("\n")}function fishScript(commands){const complete="complete -c gitlab-trigger"
return["# fish: gitlab-trigger completion fish | source",...commands.map(({name,summary})=>`${complete} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`),...commands.flatMap(command=>{const here=`${complete} -n '__fish_seen_subcommand_from ${command.name}'`
const words=(command.operand?.words??[]).map(word=>`${here} -f -a ${word}`)
return[...words,...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__.flagsOf)(command).map(flag=>`${here} ${fishFlag(flag)}`)]}),""].join("\n")}function fishFlag({name,takes,row}){const[sentence=""]=row.description.split(/[.:;](?:\s|$)/)
return`-l ${name}${takes==="switch"?"":" -r"} -d ${quoted(sentence)}`}function quoted(text){return`'${text.replaceAll("\\","\\\\").replaceAll("'",String.raw`\'`)}'`}__webpack_require__.d(__webpack_exports__,["shells",0,shells])}),"./cli/options.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{flagsOf:function(){return flagsOf},optionTable:function(){return optionTable},parseCommandOptions:function(){return parseCommandOptions},variableOf:function(){return variableOf}})
var _inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/parsing.js")
var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/scalars.js")
var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/table.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/requests.js")
const formatsByEnding=[[".env","dotenv"],[".json","json"],[".sh","shell"],[".properties","properties"],["/","files"]]
const optionTable={output_file:{required:"never",default:void 0,description:"Also write the outputs to this file, and rewrite it whenever one becomes known. Its extension determines the format: .env, .json, .sh, .properties, or / for a folder with a file for each output.",secret:"none",parse:parsePath},output_format:{required:"never",default:void 0,description:`Format of output_file, whatever its ending: ${_model_requests_js__WEBPACK_IMPORTED_MODULE_3__.outputFormats.join(", ")}. See docs/command.md.`,secret:"none",parse:(0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__.oneOf)(_model_requests_js__WEBPACK_IMPORTED_MODULE_3__.outputFormats)},output_prefix:{required:"never",default:void 0,description:"Text in front of every name in output_file: letters, digits and underscores.",secret:"none",parse:parsePrefix},summary_file:{required:"never",default:void 0,description:"Also write the report to this file, as Markdown.",secret:"none",parse:parsePath},json:{required:"never",default:"false",description:"Print one JSON object at the end on standard output: outputs, exit code, verdict, error. The log then goes to standard error. See docs/command.md.",secret:"none",parse:_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__.parseBoolean},json_lines:{required:"never",default:"false",description:"The same, plus one line of JSON for each event as it happens; the last line is that object.",secret:"none",parse:_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__.parseBoolean}}
async function parseCommandOptions(source,files){const reading=await(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__.readInputs)(optionTable,{source,files})
const{summary_file:summaryFile,json,json_lines:jsonLines}=reading
const options=(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.all)({outputFile:outputFileOf(reading),summaryFile,json,jsonLines})
const{request}=(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__.parsedOf)(options)
return{outputFile:request.outputFile,summaryFile:request.summaryFile}}function outputFileOf(reading){const parts=(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.all)({path:reading.output_file,format:reading.output_format,prefix:reading.output_prefix})
return(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.andThen)(parts,({path,format,prefix=""})=>{if(path===void 0)return format===void 0&&prefix===""?(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)(void 0):withoutFile
const known=format??formatsByEnding.find(([ending])=>path.endsWith(ending))?.[1]
return known===void 0?withoutFormat:(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)({path,format:known,prefix})})}const withoutFile=(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({at:"output_format or output_prefix",what:"was given without output_file, so nothing would be written",hint:"Give output_file, too."})
const withoutFormat=(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({at:"output_file",what:"has an extension that determines no format",hint:`Let it end in ${formatsByEnding.map(([ending])=>ending).join(", ")}, or give output_format.`})
function parsePath(given){const path=given.trim()
if(/[\0\r\n]/.test(path))return(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:"has more than one line",hint:"Give one path."})
return(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)(path)}function parsePrefix(given){const prefix=given.trim()
if(/^[A-Za-z_][A-Za-z0-9_]*$/.test(prefix))return(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.ok)(prefix)
return(0,_inputs_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:"is not made of letters, digits and underscores",hint:"Give a text such as GITLAB_."})}function flagsOf({inputs,options,operand}){return[inputs,options].flatMap(table=>Object.entries(table)).filter(([input])=>input!==operand?.input).map(([input,row])=>{const takes=takesOf(row)
const name=input.replaceAll("_","-")
return{name:takes==="file"?`${name}-file`:name,input,takes,row}})}function variableOf(input){return`GITLAB_TRIGGER_${input.toUpperCase()}`}function takesOf(row){if(row.secret==="all"||row.secret==="header_values")return"file"
if(row.parse===_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__.parseBoolean)return"switch"
return row.lines==="many"?"lines":"once"}}),"./entries/cli.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{cliEntry:function(){return cliEntry}})
var clock=__webpack_require__("./base/clock.js")
var encoding=__webpack_require__("./base/encoding.js")
var errors=__webpack_require__("./base/errors.js")
var base_files=__webpack_require__("./base/files.js")
var base_text=__webpack_require__("./base/text.js")
var commands=__webpack_require__("./cli/commands.js")
var options=__webpack_require__("./cli/options.js")
function overviewText(commands){const width=Math.max(...commands.map(({name})=>name.length))
return["Starts a GitLab pipeline from outside GitLab, follows it to a verdict, and brings its results back.","","Usage: gitlab-trigger <command> [flags]","","Commands:",...commands.map(({name,summary})=>`  ${name.padEnd(width)}  ${summary}`),"","gitlab-trigger <command> --help lists the flags of a command. Every flag can come from the environment, too:",`--project-id as ${(0,options.variableOf)("project_id")}. Secrets come from the environment or from files only.`,"","Exit codes: 0 accepted, 1 outcome not accepted, 2 invalid input, 3 GitLab refused, 4 GitLab unreachable, 5 timeout,","6 results incomplete, 70 a bug in this program, 129 to 152 stopped by a signal: 128 plus its number."].join("\n")}function commandText(command){const{name,summary,operand,examples}=command
const words=operand===void 0?"":` <${operand.words.join("|")}>`
return[`${summary}.`,"",`Usage: gitlab-trigger ${name}${words} [flags]`,"","Flags:",...(0,options.flagsOf)({...command,options:{}}).flatMap(flagLines),"  --help",...optionLines(command),"","Examples:",...examples.map(example=>`  ${example}`)].join("\n")}function optionLines(command){const lines=(0,options.flagsOf)({...command,inputs:{}}).flatMap(flagLines)
return lines.length===0?[]:["","Flags for its output, the same on every CI:",...lines]}const lineCharacters=100
function flagLines({name,input,takes,row}){const value={switch:"",once:" VALUE",lines:" VALUE (repeatable)",file:" PATH"}[takes]
const duty=row.required==="always"?" [required]":""
const standing=row.default===void 0?"":` [default: ${row.default}]`
const source=takes==="file"?` [or ${(0,options.variableOf)(input)}]`:""
return[`  --${name}${value}${duty}${standing}${source}`,...wrapped(row.description,lineCharacters-6).map(line=>`      ${line}`)]}function wrapped(text,characters){const lines=[]
for(const word of text.split(" ")){const last=lines.at(-1)
if(last===void 0||last.length+word.length+1>characters)lines.push(word)
else lines[lines.length-1]=`${last} ${word}`}return lines}var table=__webpack_require__("./inputs/table.js")
function refuseLostCharacters({inputs},from){const problems=Object.keys(inputs).flatMap(input=>{const flag=from.given.get(input)
const text=(0,table.isBlank)(flag)?from.environment[(0,options.variableOf)(input)]:flag
if(text?.includes("�")!==true||from.source.read(input)!==text)return[]
return[{at:(0,table.isBlank)(flag)?(0,options.variableOf)(input):`--${input.replaceAll("_","-")}`,what:"has a U+FFFD in it, which stands for bytes that are not UTF-8 (not shown)",hint:hints.get(input)??"Give it in UTF-8."}]})
if(problems.length>0)throw(0,table.invalidInputs)(problems)}const hints=new Map([["variables","Give it in UTF-8, or in a file with --variables-file, which is checked. For the character itself write JSON with \\ufffd."],["inputs","Give it in UTF-8. For the character itself write JSON with \\ufffd."]])
var external_node_util_=__webpack_require__("node:util")
var scalars=__webpack_require__("./inputs/scalars.js")
function parseCommandLine({first,rest,command,commands}){if(first==="--version"||first==="-V")return{kind:"version"}
if(first==="--help"||first==="-h")return{kind:"help",command:void 0}
if(first==="help")return{kind:"help",command:commands.find(({name})=>name===rest[0])}
if(command===void 0)throw(0,table.invalidInputs)([unknownCommand(first,commands)])
const reading=readFlags(rest,command)
if(reading.wantsHelp)return{kind:"help",command}
if(reading.problems.length>0)throw(0,table.invalidInputs)(reading.problems)
return{kind:"command",command,given:reading.given,files:reading.files}}function readFlags(words,command){const flags=(0,options.flagsOf)(command)
const reading={given:new Map,files:new Map,problems:[],wantsHelp:false}
let isAfterUnknown=false
for(const token of tokensOf(words,flags))if(token.kind==="positional"){if(!isAfterUnknown)readOperand(token.value,command,reading)
isAfterUnknown=false}else if(token.kind==="option")if(isHelp(token,words))reading.wantsHelp=true
else isAfterUnknown=readFlag(token,{command,flags,reading})==="unknown"
const{operand}=command
if(operand!==void 0&&!reading.given.has(operand.input))reading.problems.push({at:command.name,what:`lacks the ${operand.input}`,hint:`Give one of ${operand.words.join(", ")}: gitlab-trigger ${command.name} ${operand.words[0]??""}`})
return reading}function isHelp({name,rawName},words){return name==="help"&&(rawName!=="-h"||words.includes("-h"))}function firstOfGroup(word){return/^-[^-]/.test(word)?word.slice(0,2):word}function tokensOf(words,flags){const options=Object.fromEntries([...flags.map(({name,takes})=>[name,{type:takes==="switch"?"boolean":"string",multiple:true}]),["help",{type:"boolean",short:"h"}]])
const{tokens}=(0,external_node_util_.parseArgs)({args:words.map(firstOfGroup),options:options??{},strict:false,allowPositionals:true,tokens:true})
return tokens}function readFlag(token,context){const{flags,reading}=context
const isNegated=token.name.startsWith("no-")
const flag=flags.find(({name})=>name===token.name)??flags.find(({name,takes})=>takes==="switch"&&isNegated&&`no-${name}`===token.name)
if(flag===void 0){reading.problems.push(unknownFlag(token,context))
return"unknown"}const value=parse_valueOf(token,flag)
if(typeof value!=="string"){reading.problems.push(value)
return"known"}const texts=flag.takes==="file"?reading.files:reading.given
const before=texts.get(flag.input)
if(before===void 0)texts.set(flag.input,value)
else if(flag.takes==="lines")texts.set(flag.input,`${before}\n${value}`)
else reading.problems.push({at:token.rawName,what:"is given more than once",hint:"Give it once."})
return"known"}function parse_valueOf({name,rawName,value,inlineValue},flag){if(flag.takes!=="switch"){if(value!==void 0&&(inlineValue===true||!value.startsWith("-")))return value
return{at:rawName,what:"has no value",hint:`Write ${rawName}=VALUE.`}}if(name===flag.name)return value??"true"
if(value===void 0)return"false"
return{at:rawName,what:"takes no value",hint:`Write ${rawName}, or --${flag.name}=true.`}}function readOperand(word,{operand,name},reading){if(operand===void 0||reading.given.has(operand.input))reading.problems.push({at:name,what:`does not take ${(0,scalars.shownText)(word)}`,hint:"Values belong behind a flag: --ref main. Put a value with spaces in quotes."})
else if(operand.words.includes(word))reading.given.set(operand.input,word)
else{const nearest=(0,base_text.nearestName)(word.slice(0,30),operand.words)
reading.given.set(operand.input,"")
reading.problems.push({at:name,what:`has no ${operand.input} ${(0,scalars.shownText)(word)}`,hint:`${hint(nearest)}Valid are ${operand.words.join(", ")}.`})}}function unknownCommand(word,commands){const names=commands.map(({name})=>name)
const nearest=word===void 0?void 0:(0,base_text.nearestName)(word.slice(0,30),names)
return{at:"gitlab-trigger",what:word===void 0?"has no command":`has no command ${(0,scalars.shownText)(word)}`,hint:`${hint(nearest)}Commands are ${names.join(", ")}; gitlab-trigger --help says what they do.`}}function unknownFlag({name,rawName},{command,flags}){const secret=flags.find(flag=>flag.takes==="file"&&`${name}-file`===flag.name)
if(secret!==void 0)return{at:rawName,what:"would show a secret to every user of this machine (not read)",hint:`Set it in the environment as ${(0,options.variableOf)(secret.input)}, or in a file with --${secret.name} PATH. If it was a real one, replace it: command lines are kept in histories and logs.`}
const nearest=(0,base_text.nearestName)(name.slice(0,40),flags.map(flag=>flag.name))
return{at:(0,scalars.shownText)(rawName.slice(0,60)),what:`is no flag of ${command.name}`,hint:`${hint(nearest===void 0?void 0:`--${nearest}`)}gitlab-trigger ${command.name} --help lists them.`}}function hint(name){return name===void 0?"":`Did you mean ${name}? `}function commandSource({given,environment,host}){return{read:name=>{const own=[given.get(name),environment[(0,options.variableOf)(name)]]
const[flag,variable]=own
const handed=host.read(name)
const ranked=host.rank==="above_environment"?[flag,handed,variable]:[flag,variable,handed]
return ranked.find(text=>!(0,table.isBlank)(text))??own.find(text=>text!==void 0)}}}const placeInputs=["output_file","summary_file","junit_file"]
function leavesOutputs({first="",command,asksForHelp}){if(["help","--version","-V"].includes(first)||asksForHelp)return false
return command===void 0||Object.keys(command.options).length>0}function namedPlaces({command,flags},sources){const isKnown=input=>command===void 0||input in command.inputs||input in command.options
const wanted=placeInputs.filter(isKnown)
return{paths:wanted.flatMap(input=>valuesOf(input,flags,sources).map(path=>({input,path}))),tokenFiles:isKnown("save_to_file")?valuesOf("save_to_file",flags,sources):[],outputFormat:valuesOf("output_format",flags,sources).at(-1),outputPrefix:valuesOf("output_prefix",flags,sources).at(-1)??""}}function valuesOf(input,flags,{environment,host}){const flag=`--${input.replaceAll("_","-")}`
const given=flags.flatMap((word,index)=>{if(word.startsWith(`${flag}=`))return[word.slice(flag.length+1)]
const next=flags[index+1]??""
return word===flag&&!next.startsWith("-")?[next]:[]})
const other=commandSource({given:new Map,environment,host}).read(input)?.trim()??""
const named=given.map(text=>text.trim()).filter(text=>text!=="")
return named.length>0||other===""?named:[other]}function outputUseOf({command,flags,asksForHelp},environment){const isWanted=input=>flagIn(flags,input)??isTrue(environment[(0,options.variableOf)(input)]??"")
const json=isWanted("json_lines")?"lines":isWanted("json")?"end":"none"
const isProduct=json!=="none"||command===void 0||command.product===true||asksForHelp
return{json,holds:isProduct?"product":"log"}}function flagIn(flags,input){const name=input.replaceAll("_","-")
const named=flags.flatMap(word=>{if(word===`--${name}`)return[true]
if(word===`--no-${name}`)return[false]
return word.startsWith(`--${name}=`)?[isTrue(word.slice(name.length+3))]:[]})
return named.at(-1)}function isTrue(text){const read=(0,scalars.parseBoolean)(text)
return read.kind==="ok"&&read.value}const prefix=(0,options.variableOf)("")
const pluginPrefix="PLUGIN_"
const notInputs=new Set([(0,options.variableOf)("tekton_results")])
const mostMistakes=2
const comparedCharacters=100
function strayVariables(environment,command,{commands,host}){const own=inputsOf(command)
const known=[...new Set([...own,...commands.flatMap(inputsOf)])]
const given=Object.entries(environment).flatMap(([name,value=""])=>value.trim()===""||notInputs.has(name)?[]:[name])
const isPlugin=own.some(input=>{const setting=environment[`${pluginPrefix}${input.toUpperCase()}`]??""
return setting!==""&&host.read(input)===setting})
return given.sort().flatMap(name=>{const start=startOf(name,known,isPlugin?[prefix,pluginPrefix]:[prefix])
if(start===void 0)return[]
const rest=name.slice(start.length)
const exact=known.find(input=>`${start.right}${input.toUpperCase()}`===name.toUpperCase())
if(exact!==void 0&&environment[`${start.right}${exact.toUpperCase()}`]!==void 0)return[]
const near=exact??likelyInput(rest,own)??likelyInput(rest,known)
return[{name,near:near===void 0?void 0:`${start.right}${near.toUpperCase()}`}]})}function inputsOf({inputs,options}){return[...Object.keys(inputs),...Object.keys(options)]}function startOf(name,known,prefixes){const upper=name.toUpperCase()
const right=prefixes.find(start=>upper.startsWith(start))
if(right!==void 0)return{length:right.length,right}
if(!upper.startsWith("GITL")||upper.length>comparedCharacters)return
const lengths=known.filter(input=>upper.endsWith(input.toUpperCase())).map(input=>upper.length-input.length).filter(length=>(0,base_text.editDistance)(upper.slice(0,length),prefix)<=mostMistakes)
return lengths.length===0?void 0:{length:Math.min(...lengths),right:prefix}}function likelyInput(given,inputs){const name=given.toLowerCase().replaceAll("-","_").slice(0,comparedCharacters)
const sharing=inputs.filter(input=>`_${input}_`.includes(`_${name}_`))
return(0,base_text.nearestName)(name,inputs)??(sharing.length===1?sharing[0]:void 0)}function readWords(words,commands){const[first,...rest]=words
const end=words.indexOf("--")
const flags=end<0?words:words.slice(0,end)
return{first,rest,commands,command:commands.find(({name})=>name===first),flags,asksForHelp:flags.some(word=>word==="--help"||word==="-h")}}var decorators=__webpack_require__("./hosts/decorators.js")
var detect=__webpack_require__("./hosts/detect.js")
var standard_output=__webpack_require__("./hosts/process/standard-output.js")
var step_files=__webpack_require__("./hosts/step-files.js")
var system=__webpack_require__("./hosts/system.js")
var text_files=__webpack_require__("./hosts/text-files.js")
var node_transport=__webpack_require__("./http/node-transport.js")
var outputs=__webpack_require__("./report/outputs.js")
var run_context=__webpack_require__("./run/context.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var model_failures=__webpack_require__("./model/failures.js")
var json_outputs=__webpack_require__("./report/json-outputs.js")
const version=1
function endObject({command,exitCode,outputs,warnings,verdict,error}){return{version,event:"end",command:command??null,exit_code:exitCode,outcome:outputs.get("outcome")??null,outputs:Object.fromEntries(outputs),verdict:verdict===void 0?null:verdictEntry(verdict),error:error===void 0?null:errorEntry(error),warnings}}function eventObject(event){switch(event.kind){case"retrying":return{event:event.kind,why:event.why,delay_ms:Math.round(event.delayMs)}
case"response_lost":return{event:event.kind,why:event.why,retry_timeout_ms:Math.round(event.retryTimeoutMs)}
case"lost_pipeline_found":return{event:event.kind,pipeline_id:event.pipelineId}
case"lost_pipeline_absent":return{event:event.kind}
case"rerun_searching":return{event:event.kind,retry_timeout_ms:Math.round(event.retryTimeoutMs)}
case"rerun":return{event:event.kind,action:event.action,pipeline_id:event.earlier?.pipelineId??null,attempt:event.earlier?.attempt??null,status:event.earlier?.status??null}
case"pipeline_known":return{event:event.kind,pipeline:pipelineEntry(event.pipeline)}
case"awaiting_pipeline":return{event:event.kind,sha:event.sha,ref:event.ref??null,source:event.source??null,passed_over:event.passedOver.map(passedOverEntry),remaining_ms:Math.round(event.remainingMs)}
case"pipelines_passed_over":return{event:event.kind,passed_over:event.pipelines.map(passedOverEntry)}
case"awaiting_commit":return{event:event.kind,sha:event.sha,ref:event.ref,at:event.tip??null,remaining_ms:Math.round(event.remainingMs)}
case"commit_arrived":return{event:event.kind,sha:event.sha,ref:event.ref,at:event.tip,newer:event.isNewer}
case"mirror_asked":return{event:event.kind,due_in_ms:event.dueInMs===void 0?null:Math.round(event.dueInMs)}
case"await_failed":case"project_unconfirmed":case"snapshot":case"ended":return
case"pipeline_changed":case"job_changed":case"job_played":case"job_retried":case"partial_data":case"heartbeat":case"poll_failed":case"poll_recovered":return{event:event.kind,elapsed_ms:Math.round(event.elapsedMs),...progressMembers(event)}
default:return(0,assert_never.assertNever)(event)}}function outputObject(name,value){return{event:"output",name,value}}function warningObject(text){return{event:"warning",text}}function jsonLine(object,redact){const text=JSON.stringify(object,(_,value)=>typeof value==="string"?redact(value):value)
return`${(0,json_outputs.inert)(text)}\n`}function progressMembers(event){switch(event.kind){case"pipeline_changed":return{path:event.path,pipeline:pipelineEntry(event.pipeline)}
case"job_changed":return{job:jobOf(event.job,event)}
case"job_played":return{job:jobOf(event.job,{...event,attempt:1}),refusal:event.refusal??null}
case"job_retried":return{job:jobOf(event.job,event),result:event.result,retry:event.count,most:event.most,why:event.why??null}
case"partial_data":return{unreadable:event.unreadablePart}
case"heartbeat":return{status:event.status,running:event.running,remaining_ms:event.remainingMs===void 0?null:Math.round(event.remainingMs)}
case"poll_failed":return{why:event.why,retry_timeout_ms:Math.round(event.retryTimeoutMs)}
case"poll_recovered":return{lasted_ms:Math.round(event.lastedMs)}
default:return(0,assert_never.assertNever)(event)}}function jobOf(job,{path,attempt}){return(0,json_outputs.jobEntry)({path,job,attempt})}function pipelineEntry(pipeline){return{id:pipeline.id,iid:pipeline.iid??null,project_id:pipeline.projectId>0?pipeline.projectId:null,status:pipeline.status,ref:pipeline.ref,sha:pipeline.sha,web_url:pipeline.webUrl,created_at:pipeline.createdAt??null,duration:pipeline.durationSeconds??null}}function verdictEntry(verdict){const{outcome,pipeline,snapshot,elapsedMs,limit,grounds,externalStatuses,retries}=verdict
const failures=snapshot===void 0?void 0:(0,model_failures.failuresOf)(snapshot.root,grounds)
return{outcome,status:pipeline.status,elapsed_ms:Math.round(elapsedMs),limit:limit??null,jobs:failures?.total??null,failed_jobs:failures?.failed.filter(({allowed})=>!allowed).length??null,...externalStatuses===void 0?{}:{external_statuses:externalStatuses.failed.map(json_outputs.statusEntry)},...retries===void 0?{}:{retries:retries.map(retryEntry)}}}function retryEntry({path,job,count,result,why,next}){return{name:job.name,path,job_id:job.id,failure_reason:job.failureReason??null,retry:count,result,why:why??null,new_job_id:next?.id??null,new_status:next?.status??null}}function errorEntry(error){if("fault"in error){const what="A bug in this program, not in your pipeline"
return{code:"internal",what,why:error.fault,hint:null}}const{code,what,why,hint}=error.parts
return{code,what,why:why??null,hint:hint??null}}function passedOverEntry(pipeline){return{...pipelineEntry(pipeline),source:pipeline.source??null}}function createJsonReporter({form,command,print,redact}){const outputs=new Map
const warnings=[]
let verdict
const say=object=>{if(form==="lines"&&object!==void 0)print(jsonLine(object,redact))}
return{onOutput:(name,value)=>{outputs.set(name,value)
say(outputObject(name,value))},hearsWhole:value=>redact(value)===value,onWarning:text=>{warnings.push(text)
say(warningObject(text))},watch:event=>{if(event.kind==="ended")({verdict}=event)
say(eventObject(event))},end:({exitCode,error})=>{const end={command,exitCode,outputs,warnings,verdict,error:endError(error)}
print(jsonLine(endObject(end),redact))}}}function endError(error){if(error===void 0||error instanceof errors.AppError)return error
return{fault:faultText(error)}}function faultText(error){return error instanceof Error?error.message:String(error)}var run_places=__webpack_require__("./run/places.js")
function terminalQuestions(){const{stdin,stdout}=process
if(!stdin.isTTY||!stdout.isTTY)return
return async(question,signal)=>{const lines=__WEBPACK_EXTERNAL_MODULE_node_readline_promises_6b0bcdb8_createInterface__({input:stdin,output:stdout,terminal:false})
const ended=new Promise(resolve=>lines.once("close",()=>resolve("")))
try{const answer=await Promise.race([lines.question(question,{signal}),ended])
return answer.trim()}catch(error){signal.throwIfAborted()
throw error}finally{lines.close()}}}var text_width=__webpack_require__("./base/text-width.js")
var snapshot=__webpack_require__("./model/snapshot.js")
var labels=__webpack_require__("./report/labels.js")
var name_column=__webpack_require__("./report/name-column.js")
var short_names=__webpack_require__("./report/short-names.js")
const mostRows=24
const nameBounds={least:36,most:60}
const titleBounds={least:16,most:40}
const besideName={mark:5,time:10,reason:17}
const countsCells=30
const mostJobsOfKind=8
const spinners={unicode:Array.from("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"),ascii:Array.from("|/-\\")}
const icons={unicode:{failed:"✗",warned:"!",running:"",passed:"✓",waiting:"·",over:"-"},ascii:{failed:"x",warned:"!",running:"",passed:"+",waiting:".",over:"-"}}
const states=["failed","warned","running","passed","waiting","over"]
const nouns={failed:"failed",warned:"failed as allowed",running:"running",passed:"passed",waiting:"waiting",over:"not run"}
function liveFrame(picture,space,nowMs){const room=Math.max(1,Math.min(space.rows-2,mostRows))
const draw=drawerOf(picture,space,nowMs)
const head=draw.head()
const foot={state:"title",text:` ${countsOf(picture.stages.flatMap(({jobs})=>jobs))}`}
const count=picture.stages.reduce((sum,{jobs})=>sum+1+jobs.length,2)
const lines=count<=room?[head,...picture.stages.flatMap(stage=>[draw.title(stage),...stage.jobs.map(draw.job)]),foot]:[head,...summedUp(picture.stages,room-2,draw),foot].slice(0,room)
return lines.map(({text,state})=>({state,text:(0,text_width.fitText)(text,space.columns-1).trimEnd()}))}function drawerOf(picture,{glyphs,columns},nowMs){const{nameOf,titleOf,titleCellOf}=namesOnce(picture.stages,columns)
const{pipelineId,status,startMs,seenMs,remainingMs,failure}=picture
const sinceMs=Math.max(0,nowMs-seenMs)
const turns=spinners[glyphs]
const spinner=turns[Math.floor(nowMs/250)%turns.length]??""
const iconOf=state=>state==="running"?spinner:icons[glyphs][state]
return{head:()=>{const parts=[`${spinner} Pipeline ${pipelineId} ${(0,base_text.cleanLine)(status,40)}`,(0,labels.formatElapsed)(nowMs-startMs),remainingMs===void 0?"":(0,labels.formatRemaining)(remainingMs-sinceMs),failure===void 0?"":`no complete answer from GitLab: ${(0,base_text.cleanLine)(failure,100)}`]
return{text:parts.filter(part=>part!=="").join("  "),state:failure===void 0?"title":"warned"}},title:stage=>({text:` ${titleOf(stage)}`,state:"title"}),counts:stage=>({text:` ${titleCellOf(stage)} ${countsOf(stage.jobs)}`,state:worstOf(stage.jobs)}),job:job=>{const{state,seconds,reason,status:word}=job
const liveSeconds=state==="running"?(seconds??0)+sinceMs/1e3:seconds
const time=liveSeconds===void 0||state==="waiting"?"":(0,labels.formatElapsed)(liveSeconds*1e3)
const remark=state==="failed"||state==="warned"?reason:state==="over"?word:""
return{text:`   ${iconOf(state)} ${nameOf(job)} ${time.padStart(7)}  ${remark}`,state}}}}const namesOfPictures=new WeakMap
function namesOnce(stages,columns){const before=namesOfPictures.get(stages)
if(before?.columns===columns)return before.names
const names=namesOf(stages,columns)
namesOfPictures.set(stages,{columns,names})
return names}function namesOf(stages,columns){const names=stages.flatMap(({jobs})=>jobs.map(({name})=>name))
const titles=stages.map(({title})=>title)
const{mark,time,reason}=besideName
const mostName=Math.max(columns-mark-time-reason,Math.min(15,columns-mark-time),1)
const nameCells=boundedWidth(names,nameBounds,mostName)
const titleCells=boundedWidth(titles,titleBounds,Math.max(columns-countsCells,8))
const shownNames=(0,short_names.shortNames)(names,nameCells)
const wholeTitles=(0,short_names.shortNames)(titles,Math.max(columns-2,1))
const titlesInCells=(0,short_names.shortNames)(titles,titleCells)
return{nameOf:({name})=>(0,text_width.padText)(shownNames.get(name)??name,nameCells),titleOf:({title})=>wholeTitles.get(title)??title,titleCellOf:({title})=>(0,text_width.padText)(titlesInCells.get(title)??title,titleCells)}}function boundedWidth(names,{least,most},room){return Math.min(Math.max(least,Math.min((0,name_column.widestOf)(names),most)),room)}function summedUp(stages,room,draw){const named=new Map
let left=room-stages.length
for(const state of["failed","running","warned"])for(const stage of stages){const jobs=stage.jobs.filter(job=>job.state===state).slice(0,Math.min(left,mostJobsOfKind))
if(left<=0||jobs.length===0)continue
named.set(stage,[...named.get(stage)??[],...jobs])
left-=jobs.length}const lines=stages.flatMap(stage=>[draw.counts(stage),...(named.get(stage)??[]).map(draw.job)])
if(lines.length<=room)return lines
const more=lines.length-room+1
return[...lines.slice(0,room-1),{state:"title",text:` and ${more} more stages`}]}function worstOf(jobs){return states.find(state=>jobs.some(job=>job.state===state))??"waiting"}function countsOf(jobs){const counts=states.flatMap(state=>{const count=jobs.filter(job=>job.state===state).length
return count===0?[]:[`${count} ${nouns[state]}`]})
const total=`${jobs.length} ${jobs.length===1?"job":"jobs"}`
return counts.length===0?total:`${total}: ${counts.join(", ")}`}const stateOf={success:"passed",failed:"failed",running:"running",canceling:"running",canceled:"over",skipped:"over"}
function pictureAfter(picture,event,{nowMs,redact}){if(event.kind==="snapshot")return{...snapshotPicture(event.snapshot,redact),startMs:nowMs-event.elapsedMs,seenMs:nowMs,remainingMs:event.remainingMs,failure:event.snapshot.failure===void 0?void 0:picture?.failure}
if(event.kind==="ended"||picture===void 0)return
if(event.kind==="poll_failed")return{...picture,failure:event.why}
return event.kind==="poll_recovered"?{...picture,failure:void 0}:picture}function snapshotPicture({root},redact){const{id,status}=root.pipeline
const nameOf=name=>(0,base_text.redactedLine)(name,redact,longestName)||"(unnamed)"
return{pipelineId:id,status,stages:stagesOf(root,[],nameOf)}}const longestName=255
function stagesOf(node,path,nameOf){const own=(0,snapshot.rowsByStage)(node).map(({stage,rows})=>({title:(0,labels.joinedPath)([...path,stage].map(nameOf)),jobs:rows.map(({job})=>({name:nameOf(job.name),state:job.status==="failed"&&job.allowFailure?"warned":stateOf[job.status]??"waiting",status:(0,labels.nameLabel)(job.status),seconds:job.durationSeconds,reason:job.failureReason===void 0?"":(0,labels.nameLabel)(job.failureReason)}))}))
const below=node.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:stagesOf(downstream,[...path,bridge.name],nameOf))
return[...own,...below]}const screen_escape="["
const eraseBelow=`${screen_escape}J`
const eraseToEnd=`${screen_escape}K`
const begin=`${screen_escape}?25l${screen_escape}?7l`
const end=`${screen_escape}?7h${screen_escape}?25h`
function createLiveScreen(deps){let shown=[]
const toTop=()=>{const columns=Math.max(1,deps.columns())
const rows=shown.reduce((sum,width)=>sum+Math.max(1,Math.ceil(width/columns)),0)
return rows===0?"":`\r${screen_escape}${rows}A`}
let frame=[]
const draw=(lines,above)=>{const body=lines.map(line=>`${line}${eraseToEnd}\n`).join("")
deps.write(`${begin}${toTop()}${above===""?"":eraseBelow}${above}${body}${eraseBelow}${end}`)
frame=lines
shown=lines.map(line=>(0,text_width.textWidth)((0,base_text.stripTerminalSequences)(line)))}
return{print:text=>{if(frame.length===0)deps.write(text)
else draw(frame,text)},show:lines=>draw(lines,""),clear:()=>{if(frame.length>0)draw([],"")}}}var style=__webpack_require__("./terminal/style.js")
const frameMs=250
const paints={title:style.bold,failed:style.red,warned:style.yellow,running:style.cyan,passed:style.green,waiting:style.dim,over:style.dim}
function createLiveView({clock,screen,traits,size,redact}){let picture
let disposeTimer
let isClosed=false
const draw=()=>{if(isClosed||picture===void 0)return
const frame=liveFrame(picture,{...size(),glyphs:traits.glyphs},clock.nowMs())
const paint=(text,state)=>traits.colors==="ours"?paints[state](text):text
screen.show(frame.map(({text,state})=>paint(redact(text),state)))
disposeTimer?.()
disposeTimer=clock.schedule(frameMs,guarded(draw),"idle")}
const close=()=>{isClosed=true
disposeTimer?.()
screen.clear()}
const guarded=work=>()=>{try{work()}catch{close()}}
return{watch:event=>guarded(()=>{if(isClosed)return
const before=picture
picture=pictureAfter(picture,event,{nowMs:clock.nowMs(),redact})
if(event.kind==="ended")close()
else if(picture!==before)draw()})(),redraw:guarded(draw),close}}function processTerminal(){const{stdout,env:environment,platform}=process
const traits=(0,style.terminalTraits)({environment,isTerminal:stdout.isTTY,platform})
const write=text=>void stdout.write(text)
const size=()=>({columns:stdout.columns||80,rows:stdout.rows||24})
const screen=createLiveScreen({write,columns:()=>size().columns})
return{print:text=>screen.print((0,style.coloredText)(text,traits.colors)),lineCells:()=>stdout.isTTY&&stdout.columns>0?stdout.columns:void 0,openView:redact=>{if(!traits.isLive)return
const view=createLiveView({clock:clock.systemClock,screen,traits,size,redact})
stdout.on("resize",view.redraw)
process.on("SIGCONT",view.redraw)
return view}}}var entries_process=__webpack_require__("./entries/process.js")
const runs={run:async()=>(await Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./run/trigger.js"))).runTrigger,wait:async()=>(await Promise.all([__webpack_require__.e("pipelines"),__webpack_require__.e("wait")]).then(__webpack_require__.bind(__webpack_require__,"./run/wait.js"))).runWait,cancel:async()=>(await Promise.all([__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("cancel")]).then(__webpack_require__.bind(__webpack_require__,"./run/cancel.js"))).runCancel,tokens:async()=>(await Promise.all([__webpack_require__.e("hosts"),__webpack_require__.e("inputs"),__webpack_require__.e("tokens"),__webpack_require__.e("probe")]).then(__webpack_require__.bind(__webpack_require__,"./run/tokens/tokens.js"))).runTokens,check:async()=>(await Promise.all([__webpack_require__.e("yaml"),__webpack_require__.e("check"),__webpack_require__.e("probe")]).then(__webpack_require__.bind(__webpack_require__,"./run/check.js"))).runCheck,snippet:async()=>(await Promise.all([__webpack_require__.e("yaml"),__webpack_require__.e("check"),__webpack_require__.e("print")]).then(__webpack_require__.bind(__webpack_require__,"./run/print.js"))).runSnippet,plan:async()=>(await Promise.all([__webpack_require__.e("yaml"),__webpack_require__.e("check"),__webpack_require__.e("print")]).then(__webpack_require__.bind(__webpack_require__,"./run/plan.js"))).runPlan,simulate:async()=>(await Promise.all([__webpack_require__.e("hosts"),__webpack_require__.e("programs"),__webpack_require__.e("yaml"),__webpack_require__.e("simulator"),__webpack_require__.e("simulation"),__webpack_require__.e("simulate")]).then(__webpack_require__.bind(__webpack_require__,"./entries/simulate.js"))).runSimulate,completion:async()=>(await Promise.all([__webpack_require__.e("yaml"),__webpack_require__.e("check"),__webpack_require__.e("print")]).then(__webpack_require__.bind(__webpack_require__,"./run/print.js"))).runCompletion,demo:async()=>{
const{demoEntry}=await Promise.all([__webpack_require__.e("programs"),__webpack_require__.e("yaml"),__webpack_require__.e("simulator"),__webpack_require__.e("demo")]).then(__webpack_require__.bind(__webpack_require__,"./entries/demo.js"))
return(_,context)=>demoEntry().run(context)}}
async function cliEntry(){const words=readWords(process.argv.slice(2),commands.commands)
const use=outputUseOf(words,process.env)
const output=(0,standard_output.watchStandardOutput)(use.holds)
const printProduct=use.holds==="product"?(0,standard_output.keepStandardOutput)():void 0
const terminal=use.holds==="log"?processTerminal():void 0
const unheard=()=>use.holds==="product"?"standard output is kept for something else":output.failure()
const means={...(0,system.processMeans)(),printInTerminal:terminal?.print,unheard}
const host=await(0,detect.detectHost)(means)
const view=(0,detect.isOnCi)(means)?void 0:terminal?.openView(host.masker.redact)
const reporter=use.json==="none"?void 0:reporterOf({form:use.json,command:words.command?.name,host,print:printProduct})
const printText=use.json==="none"?printProduct??means.print:means.print
return{log:host.log,onEnd:ending=>{view?.close()
reporter?.end(ending)},loss:output.loss,needsParent:(0,detect.isOnCi)(means),run:async context=>{if(leavesOutputs(words)){const places=namedPlaces(words,{environment:process.env,host:host.inputs});(0,run_places.clearPlaces)(places)
host.outputs.clear?.(outputs.outputNames);(0,run_places.refuseSharedPlaces)(places,host.outputs.files)}const line=parseCommandLine(words)
switch(line.kind){case"version":printText(`${"0.1.0"}\n`)
return errors.exitCodes.accepted
case"help":printText(`${line.command===void 0?overviewText(commands.commands):commandText(line.command)}\n`)
return errors.exitCodes.accepted
case"command":{const watch=reporter?.watch??view?.watch
const lineCells=(0,detect.isOnCi)(means)?void 0:terminal?.lineCells
return await runCommand(line,{host,reporter,watch,lineCells,printProduct},context)}}}}}function reporterOf(of){const{form,command,host,print=()=>{}}=of
return createJsonReporter({form,command,print,redact:host.masker.redact})}async function runCommand(line,{host,reporter,watch,lineCells,printProduct},context){const files=(0,text_files.textFilesUntil)(context.signal)
const given=new Map([...line.given,...await secretsOf(line.files,files)])
const{env:environment}=process
const inputs=commandSource({given,environment,host:host.inputs})
const heard=reporter===void 0?host:(0,decorators.withListener)(host,reporter)
const ownHost=(0,step_files.withAskedSummary)({...heard,inputs})
const deps={host:hasOptions(line)?withFiles(ownHost,await(0,options.parseCommandOptions)(inputs,files)):ownHost,watch,lineCells,printProduct,files,clock:clock.systemClock,random:Math.random,environment,createTransport:node_transport.createNodeTransport,ask:terminalQuestions()}
const{command}=line
const run=async()=>{warnOfStrayVariables(environment,line,heard)
for(const hint of hintsFor(deps.host,command))host.log.info(hint)
const perform=await runs[command.name]()
return await(0,entries_process.withFaults)(deps.host,async()=>{refuseLostCharacters(command,{given:line.given,environment,source:inputs})
return await perform(deps,context)})}
return await(0,run_context.runMasked)({inputs:command.inputs,run},deps,context)}function warnOfStrayVariables(environment,{command},host){if(Object.keys(command.inputs).length===0)return
for(const{name,near}of strayVariables(environment,command,{commands:commands.commands,host:host.inputs})){const hint=near===void 0?`See gitlab-trigger ${command.name} --help.`:`Did you mean ${near}?`
host.log.warning(`${(0,base_text.cleanLine)(name,100)} is in the environment, but gives no input. ${hint}`)}}function hasOptions({command}){return Object.keys(command.options).length>0}function withFiles(host,{outputFile,summaryFile}){const withOutputs=outputFile===void 0?host:(0,decorators.withOutputFile)(host,system.processFiles,{...outputFile,names:outputs.outputNames})
return summaryFile===void 0?withOutputs:(0,step_files.withSummaryFile)(withOutputs,system.processFiles,summaryFile)}function hintsFor({hints=[],inputs},command){const isMissing=input=>(0,table.isBlank)(inputs.read(input))
return hints.filter(hint=>hint.inputs.every(input=>input in command.inputs&&isMissing(input))).map(({text})=>text)}async function secretsOf(paths,files){return await Promise.all(Array.from(paths,async([input,path])=>{try{return[input,(await files.readText(path)).replace(/\r?\n$/,"")]}catch(error){if(error instanceof errors.AbortedError)throw error
const code=error instanceof Error&&"code"in error?String(error.code):"no error code"
const isUnfit=error instanceof encoding.UnfitTextError
const why=isUnfit||error instanceof base_files.FileTooLargeError?error.why:`cannot be read (${code})`
throw new errors.InputError({code:"invalid_input",what:`--${input.replaceAll("_","-")}-file ${why}`,hint:isUnfit?"Save it as UTF-8, or as UTF-16 with a byte order mark.":code==="ELOOP"?"It is a symbolic link, or leads through one, which may have come with a checkout and is not followed. Give the path of the file that it leads to.":"Give the path of a text file that this user may read."})}}))}}),"./terminal/style.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bold:function(){return bold},coloredText:function(){return coloredText},cyan:function(){return cyan},dim:function(){return dim},green:function(){return green},red:function(){return red},statusColors:function(){return statusColors},terminalTraits:function(){return terminalTraits}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
function terminalTraits({environment,isTerminal,platform}){const{NO_COLOR="",FORCE_COLOR,TERM,CI=""}=environment
const isDumb=TERM==="dumb"
const forced=FORCE_COLOR===void 0?void 0:!["0","false"].includes(FORCE_COLOR)
const isCi=CI!==""&&CI!=="false"&&CI!=="0"
return{colors:NO_COLOR!==""||forced===false||isDumb&&forced!==true?"none":forced===true||isTerminal?"ours":"theirs",isLive:isTerminal&&!isDumb&&!isCi,glyphs:knowsUnicode(environment,platform)?"unicode":"ascii"}}function knowsUnicode(environment,platform){const{LC_ALL,LC_CTYPE,LANG,TERM,WT_SESSION,TERM_PROGRAM}=environment
if(platform==="win32")return WT_SESSION!==void 0||TERM_PROGRAM!==void 0
const locale=[LC_ALL,LC_CTYPE,LANG].find(text=>text!==void 0&&text!=="")??""
return TERM!=="linux"&&/utf-?8/i.test(locale)}const paint=code=>text=>`[${code}m${text}[0m`
const bold=paint(1)
const dim=paint(2)
const red=paint(31)
const green=paint(32)
const yellow=paint(33)
const cyan=paint(36)
function coloredText(text,colors){if(colors==="theirs")return text
if(colors==="none")return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.stripTerminalSequences)(text)
return text.split("\n").map(statusColors).join("\n")}function statusColors(line){if(line.includes(""))return line
const[,word="",rest=""]=/^(Error|Warning)(:.*)$/s.exec(line)??[]
if(word!=="")return`${word==="Error"?red(word):yellow(word)}${rest}`
if(!/^(?:\d+:\d\d(?::\d\d)? {2}|Pipeline \d+ )/.test(line))return line
return line.replace(/\b(?:success|passed)\b/,green).replace(/\b(?:failed|canceled)\b/,red).replace(/\b(?:pending|manual|warnings|scheduled|skipped)\b/,yellow).replace(/\b(?:running|created)\b/,cyan)}__webpack_require__.d(__webpack_exports__,["yellow",0,yellow])})}

