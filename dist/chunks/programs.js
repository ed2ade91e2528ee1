import*as __WEBPACK_EXTERNAL_MODULE_node_child_process_7aa195c7__ from"node:child_process"
export const __webpack_esm_ids__=["programs"]
export const __webpack_esm_modules__={"node:child_process":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["spawn"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_child_process_7aa195c7__.spawn},["spawnSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_child_process_7aa195c7__.spawnSync}})}),"./hosts/background.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isAlive:function(){return isAlive},killIfNamed:function(){return killIfNamed},runnerProcess:function(){return runnerProcess},startInBackground:function(){return startInBackground}})
var node_child_process__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:child_process")
var node_fs__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:fs")
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("node:path")
var _base_is_object_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./base/is-object.js")
const neededVariables=["HOME","PATH","RUNNER_TRACKING_ID","SYSTEMDRIVE","SYSTEMROOT","TEMP","TMP","TMPDIR","USERPROFILE","WINDIR"]
function startInBackground({script,words,logFile}){const log=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(logFile,"w",384)
try{const beside=node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(process.argv[1]??""),script)
const child=(0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath,[beside,...words],{cwd:node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(process.execPath),env:Object.fromEntries(Object.entries(process.env).filter(([name])=>neededVariables.includes(name.toUpperCase()))),detached:true,stdio:["ignore",log,log],windowsHide:true})
let ending
child.on("error",error=>ending="code"in error?String(error.code):error.name)
child.on("exit",(code,signal)=>ending=code??signal??"no exit code")
child.unref()
const{pid}=child
if(pid===void 0)throw new Error("the system starts no process")
return{pid,ending:()=>ending}}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log)}}function isAlive(pid){try{process.kill(pid,0)
return true}catch(error){return(0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_3__.isObject)(error)&&error.code==="EPERM"}}function killIfNamed(pid,word){const line=commandLineOf(pid)
if(line===void 0)return"unknown"
if(!line.includes(word))return"other"
try{process.kill(pid,"SIGKILL")}catch{}return"killed"}function commandLineOf(pid){if(process.platform==="win32")return
try{return(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/cmdline`,"utf8").replaceAll("\0"," ")}catch{}const{status,stdout}=(0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)("ps",["-ww","-o","command=","-p",String(pid)],{encoding:"utf8",timeout:5e3})
return status===0?stdout:void 0}function runnerProcess(){return process.env.RUNNER_TRACKING_ID!==void 0&&process.ppid>1?process.ppid:void 0}}),"./hosts/programs.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{programLanes:function(){return programLanes},runProgram:function(){return runProgram}})
var node_child_process__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:child_process")
var node_fs__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:fs")
var node_os__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("node:os")
var node_path__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("node:path")
var _child_process_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./hosts/child-process.js")
const longestMs=4e3
async function runProgram(program,retryTimeoutMs=longestMs){if(program.inputBy===void 0)return await runToEnd(program,retryTimeoutMs)
const{name,words,input,accepts}=program
const folder=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_3__["default"].join((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(),"gitlab-trigger-"))
try{const file=node_path__WEBPACK_IMPORTED_MODULE_3__["default"].join(folder,"input");(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file,input,{mode:384})
return await runToEnd({name,words:[...words,file],input:"",accepts},retryTimeoutMs)}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder,{recursive:true,force:true})}}const notKept={why:"reported success but did not save the value",outlook:"open"}
async function runToEnd({name,words,input,accepts},retryTimeoutMs){const child=(0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(name,words,{env:(0,_child_process_js__WEBPACK_IMPORTED_MODULE_4__.environmentForOthers)(),stdio:["pipe",accepts===void 0?"ignore":"pipe","ignore"],timeout:retryTimeoutMs,killSignal:"SIGKILL",..._child_process_js__WEBPACK_IMPORTED_MODULE_4__.ownGroup})
const printed=[]
child.stdout?.on("data",chunk=>printed.push(chunk))
const ending=(0,_child_process_js__WEBPACK_IMPORTED_MODULE_4__.endOfChild)(child)
child.stdin?.on("error",()=>{})
child.stdin?.end(input)
const code=await ending
if(typeof code==="string"){const why=code==="ENOENT"?"is not installed":`could not be run (${code})`
return{why,outlook:"hopeless"}}if(code===null)return{why:`took longer than ${retryTimeoutMs/1e3} s`,outlook:"hopeless"}
if(code!==0)return{why:`ended with exit code ${code}`,outlook:"open"}
return accepts===void 0||isAccepted(accepts,printed)?void 0:notKept}function isAccepted(accepts,printed){try{return accepts(Buffer.concat(printed).toString("utf8"))}catch{return false}}function programLanes({run},tell){const lanes=new Map
const hopeless=new Map
const runOne=async program=>{const before=hopeless.get(program.name)
if(before!==void 0)return before
const failure=await run(program)
if(failure===void 0)return
const what=`${program.name} ${failure.why}`
if(failure.outlook==="hopeless")hopeless.set(program.name,what)
tell(what)
return what}
return(lane,program,proof)=>{const before=lanes.get(lane)??Promise.resolve(void 0)
const done=before.then(async()=>await runOne(program)??(proof&&await runOne(proof))).catch(()=>{const what=`${program.name} could not be run`
tell(what)
return what})
lanes.set(lane,done)
return done}}})}

