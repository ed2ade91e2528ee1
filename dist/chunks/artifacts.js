export const __webpack_esm_ids__=["artifacts"]
export const __webpack_esm_modules__={"./run/results/artifacts.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bringArtifacts:function(){return bringArtifacts}})
var external_node_path_=__webpack_require__("node:path")
var base_clock=__webpack_require__("./base/clock.js")
var base_text=__webpack_require__("./base/text.js")
var foreign_links=__webpack_require__("./hosts/foreign-links.js")
var held_folder=__webpack_require__("./hosts/files/held-folder.js")
var system=__webpack_require__("./hosts/system.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var duration=__webpack_require__("./base/duration.js")
var labels=__webpack_require__("./report/labels.js")
const units=["bytes","kB","MB","GB","TB"]
function formatBytes(bytes){let value=Math.max(bytes,0)
let unit=0
while(value>=999.5&&unit<units.length-1){value/=1e3
unit+=1}const digits=unit===0||value>=99.95?value.toFixed(0):value.toFixed(1)
return`${digits} ${units[unit]??""}`}function formatRate(bytes,elapsedMs){return elapsedMs<1?"":`${formatBytes(bytes/elapsedMs*1e3)}/s`}const namesShown=3
function artifactLine(event,{into}){switch(event.kind){case"passed_over":return{level:"info",text:`${event.failure.what}, which is optional: ${event.failure.why??""}`}
case"moved":return about(event,`their folder is ${placeOf(into,event.folder)}, because another job already uses the folder of that name`)
case"progress":return about(event,progressOf(event.progress))
case"interrupted":{const rest=event.bytes>0?`; going on after ${formatBytes(event.bytes)}`:"; trying again"
return about(event,`${(0,base_text.cleanLine)(event.why,300)}${rest} in ${(0,duration.formatDuration)(event.delayMs)}`)}case"collected":return about(event,downloadedOf(event,into))
case"alike":{const pairs=event.pairs.map(([one,other])=>`${quoted(one)} and ${quoted(other)}`)
return warning(event,`one file each on Windows and macOS: ${(0,labels.listLabel)(pairs,namesShown)}`)}case"links_left_out":{const names=(0,labels.listLabel)(event.names.map(quoted),namesShown)
return warning(event,`links that lead out of the folder, or that this system does not allow, were skipped: ${names}`)}default:return(0,assert_never.assertNever)(event)}}function about({found},text){const label=(0,labels.jobLabel)({path:found.path,name:found.job.name},100)
return{level:"info",text:`artifacts of ${label}: ${text}`}}function warning(event,text){return{...about(event,text),level:"warning"}}function progressOf({bytes,totalBytes,elapsedMs}){const whole=totalBytes===void 0||totalBytes===0?"":` of ${formatBytes(totalBytes)} (${Math.floor(bytes/totalBytes*100)}%)`
return`${formatBytes(bytes)}${whole}, ${formatRate(bytes,elapsedMs)}`}function downloadedOf({folder,files,bytes,downloadedBytes,elapsedMs},into){const count=`${files} ${files===1?"file":"files"}`
const rate=formatRate(downloadedBytes,elapsedMs)
const download=`${formatBytes(downloadedBytes)} downloaded in ${(0,duration.formatDuration)(elapsedMs)}`
return`${count}, ${formatBytes(bytes)}, in ${placeOf(into,folder)} (${download}${rate===""?"":`, ${rate}`})`}function placeOf(into,folder){return(0,base_text.cleanLine)([into,...folder].join("/"),300)}function quoted(name){return`"${(0,base_text.cleanLine)(name,100)}"`}var outputs=__webpack_require__("./report/outputs.js")
var external_node_crypto_=__webpack_require__("node:crypto?8af2")
var promises_=__webpack_require__("node:fs/promises")
var parallel=__webpack_require__("./base/parallel.js")
var find_job=__webpack_require__("./results/find-job.js")
var results_missing=__webpack_require__("./results/missing.js")
var retry=__webpack_require__("./base/retry.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
var retry_read=__webpack_require__("./results/retry-read.js")
const collectedBytes=256*1024
function createFileSink(file){let waiting=[]
let waitingBytes=0
let position=0
let writing=Promise.resolve()
let failure
const startWriting=()=>{const pieces=waiting
const at=position
position+=waitingBytes
waiting=[]
waitingBytes=0
writing=writing.then(()=>failure===void 0?writeAll(file,pieces,at):void 0).catch(error=>{failure={error}})}
const settled=async()=>{await writing
if(failure!==void 0)throw failure.error}
return{bytes:()=>position+waitingBytes,write:piece=>{waiting.push(piece)
waitingBytes+=piece.length
if(waitingBytes<collectedBytes)return
const before=settled()
startWriting()
return before},flush:async()=>{startWriting()
await settled()},restart:()=>{waiting=[]
waitingBytes=0
position=0
writing=writing.then(()=>file.truncate(0)).catch(error=>{failure={error}})},settle:async()=>await writing}}async function writeAll(file,pieces,position){let at=position
let rest=pieces
while(rest.length>0){const{bytesWritten}=await file.writev(rest,at)
at+=bytesWritten
rest=withoutStart(rest,bytesWritten)}}function withoutStart(pieces,bytes){let skip=bytes
return pieces.flatMap(piece=>{const from=Math.min(skip,piece.length)
skip-=from
return from===piece.length?[]:[piece.subarray(from)]})}const downloadRetries={attempts:6,firstPauseMs:2e3,maxPauseMs:2e4,maxRetryAfterMs:6e4}
const mostAttempts=50
const leastProgressBytes=64*1024
const progressEveryMs=1e4
async function download(deps,asked){const file=createFileSink(asked.file)
try{return await downloadInto(deps,asked,file)}finally{await file.settle()}}async function downloadInto(deps,asked,file){const{clock,random}=deps
const{request,maxBytes,signal,onInterrupted}=asked
let validator
let resumed="never"
const report=progressReporter(clock,asked.onProgress)
const isTooLong=(0,retry_read.createTooLongCount)()
for(let attempt=1,all=1;;attempt+=1,all+=1){const before=file.bytes()
const rest=validator===void 0||before===0?void 0:{fromByte:before,validator}
let totalBytes
const sink={begin:head=>{if(head.fromByte===0)file.restart()
else resumed="once_or_more";({validator,totalBytes}=head)},write:piece=>{const written=file.write(piece)
report(file.bytes(),totalBytes)
return written},maxBytes:Math.max(maxBytes-(rest?.fromByte??0),0),listedBytes:asked.listedBytes}
const reply=await request(rest,sink,signal)
await file.flush()
if(reply.kind==="ok"){const end=reply.hints.endUntold===true?"untold":"told"
return{kind:"done",bytes:file.bytes(),resumed,end}}const isRestRefused=reply.kind==="refused"&&reply.refusal.status===416&&rest!==void 0
if(isRestRefused||(0,responses_reply.hasFault)(reply,"too_large"))validator=void 0
if(file.bytes()-before>=((0,responses_reply.hasFault)(reply,"timeout")?leastProgressBytes:1))attempt=1
const isOver=attempt>=downloadRetries.attempts||all>=mostAttempts
if(isTooLong(reply)||isOver||!(isRestRefused||(0,response_meaning.isTransient)(reply,"artifact")))return{kind:"failed",reply}
const delayMs=(0,retry.retryDelayMs)({attempt,retryAfterMs:(0,responses_reply.retryAfterOf)(reply),random},downloadRetries)
onInterrupted({why:(0,explain.describeReply)(reply).why,bytes:validator===void 0?0:file.bytes(),delayMs})
await(0,base_clock.sleep)(clock,delayMs,signal)}}function progressReporter(clock,onProgress){const startMs=clock.nowMs()
let dueMs=startMs+progressEveryMs
return(bytes,totalBytes)=>{const nowMs=clock.nowMs()
if(nowMs<dueMs)return
dueMs=nowMs+progressEveryMs
onProgress({bytes,totalBytes,elapsedMs:nowMs-startMs})}}var files=__webpack_require__("./base/files.js")
var external_node_fs_=__webpack_require__("node:fs")
function createPathTree(keyOf){const root={value:void 0,below:void 0}
let size=0
return{size:()=>size,enter:path=>{let node=root
for(const name of path.split("/")){const below=node.below??=new Map
const key=keyOf(name)
let next=below.get(key)
if(next===void 0){next={value:void 0,below:void 0}
below.set(key,next)
size+=1}node=next}return node},above:(path,fits)=>{let node=root
for(let slash=path.indexOf("/"),from=0;slash>=0;slash=path.indexOf("/",from)){const next=node.below?.get(keyOf(path.slice(from,slash)))
if(next===void 0)return
if(next.value!==void 0&&fits(next.value))return path.slice(0,slash)
node=next
from=slash+1}return}}}var external_node_zlib_=__webpack_require__("node:zlib")
var yauzl=__webpack_require__("../../node_modules/yauzl/index.js")
const endRecordBytes=22
const longestComment=65535
const[endSignature,end64Signature,locatorSignature]=[101010256,101075792,117853008]
const[max16,max32]=[65535,4294967295]
const locatorBytes=20
function readEnd(reader,archiveBytes){const at=endRecordAt(reader,archiveBytes)
if(at===void 0)return
const record=Buffer.from(reader.bytesAt(at,endRecordBytes))
const[disk,directoryDisk]=[record.readUInt16LE(4),record.readUInt16LE(6)]
const[entriesHere,entries]=[record.readUInt16LE(8),record.readUInt16LE(10)]
const[bytes,start]=[record.readUInt32LE(12),record.readUInt32LE(16)]
const large=largeEnd(reader,at)
if(large==="contradictory")return
const stated=large??{at,entries,bytes,start}
const agrees=[disk,directoryDisk].every(number=>isEither(number,0,max16))&&[entriesHere,entries].every(number=>isEither(number,stated.entries,max16))&&isEither(bytes,stated.bytes,max32)&&isEither(start,stated.start,max32)
const directoryEnd=stated.start+stated.bytes
if(!agrees||directoryEnd!==stated.at)return
if(large===void 0&&(disk!==0||directoryDisk!==0||entriesHere!==entries))return
return{directoryStart:stated.start,directoryEnd}}function isEither(number,stated,instead){return number===stated||number===instead}function endRecordAt(reader,archiveBytes){const tailBytes=Math.min(endRecordBytes+longestComment,archiveBytes)
const tail=reader.bytesAt(archiveBytes-tailBytes,tailBytes)
for(let at=tailBytes-endRecordBytes;at>=0;at-=1){if(tail.readUInt32LE(at)!==endSignature)continue
const isLast=at+endRecordBytes+tail.readUInt16LE(at+20)===tailBytes
return isLast?archiveBytes-tailBytes+at:void 0}return}function largeEnd(reader,endAt){const locatorAt=endAt-locatorBytes
if(locatorAt<0)return
const locator=Buffer.from(reader.bytesAt(locatorAt,locatorBytes))
if(locator.readUInt32LE(0)!==locatorSignature)return
const at=Number(locator.readBigUInt64LE(8))
const least=56
if(at>locatorAt-least)return"contradictory"
const record=Buffer.from(reader.bytesAt(at,least))
const fits=at+12+Number(record.readBigUInt64LE(4))===locatorAt
const[entriesHere,entries,bytes,start]=[24,32,40,48].map(offset=>Number(record.readBigUInt64LE(offset)))
const onOneDisk=locator.readUInt32LE(4)===0&&locator.readUInt32LE(16)<=1&&record.readUInt32LE(16)===0&&record.readUInt32LE(20)===0
const isWhole=record.readUInt32LE(0)===end64Signature&&fits&&onOneDisk&&entriesHere===entries
if(!isWhole||entries===void 0||bytes===void 0||start===void 0)return"contradictory"
return{at,entries,bytes,start}}function shown({name}){return`"${(0,base_text.cleanLine)(name,100)}"`}class ArchiveProblem extends Error{kind
constructor(kind,message,cause){super(message,{cause})
this.name="ArchiveProblem"
this.kind=kind}}const mostEntries=1e5
const mostNameBytes=16*1024*1024
const entriesATurn=2e3
async function readDirectory(reader,{bytes,signal}){const entries=[]
let end
let nameBytes=0
let directoryBytes=0
try{const zip=await openZip(reader,bytes)
if(zip.entryCount>mostEntries)throw tooMany()
for await(const entry of zip.eachEntry()){if(entries.length===mostEntries)throw tooMany()
nameBytes+=entry.fileNameRaw.length
if(nameBytes>mostNameBytes)throw new ArchiveProblem("unsafe","the names in it are too long")
entries.push({...entryOf(entry),record:recordOf(entry)})
directoryBytes+=lengthOf(entry)
if(entries.length%entriesATurn===0)await(0,base_clock.nextTurn)()
signal.throwIfAborted()}end=readEnd(reader,bytes)
if(end===void 0||end.directoryStart+directoryBytes!==end.directoryEnd)throw new ArchiveProblem("invalid","the records at its end contradict each other")}catch(error){signal.throwIfAborted()
if(error instanceof ArchiveProblem)throw error
throw new ArchiveProblem("invalid",`its directory cannot be read: ${wordsOf(error)}`,error)}return{entries,directoryStart:end.directoryStart}}function tooMany(){return new ArchiveProblem("unsafe",`it has more than ${mostEntries} entries`)}function wordsOf(error){return(0,base_text.cleanLine)(error instanceof Error?error.message:String(error),200)}function openZip(reader,bytes){const options={lazyEntries:true,autoClose:false,decodeStrings:false}
return new Promise((resolve,reject)=>{(0,yauzl.fromRandomAccessReader)(reader,bytes,options,(error,zip)=>{if(error===null)resolve(zip)
else reject(error)})})}const packings=new Map([[0,"stored"],[8,"deflated"]])
function lengthOf({fileNameLength,extraFieldLength,fileCommentLength}){const fixedBytes=46
return fixedBytes+fileNameLength+extraFieldLength+fileCommentLength}function recordOf(entry){const{generalPurposeBitFlag:flags,compressionMethod:method,fileNameRaw}=entry
return{flags,method,nameBytes:fileNameRaw.length,nameChecksum:(0,external_node_zlib_.crc32)(fileNameRaw)}}function entryOf(entry){const name=nameOf(entry)
const mode=unixModeOf(entry)
return{name,kind:kindOf(entry,{name,mode}),isExecutable:(mode&73)!==0,offset:entry.relativeOffsetOfLocalHeader,packedBytes:entry.compressedSize,bytes:entry.uncompressedSize,crc32:entry.crc32,packing:entry.isEncrypted()?"unreadable":packings.get(entry.compressionMethod)??"unreadable"}}const utf8Flag=2048
function nameOf(entry){const{generalPurposeBitFlag:flags,fileNameRaw,extraFields}=entry
const name=(0,yauzl.getFileNameLowLevel)(flags,fileNameRaw,extraFields,true)
if((flags&utf8Flag)!==0||!isFromUnix(entry))return name
const isBare=name===(0,yauzl.getFileNameLowLevel)(flags,fileNameRaw,[],true)
return(isBare?utf8In(fileNameRaw):void 0)??name}function utf8In(bytes){try{return new TextDecoder("utf-8",{fatal:true,ignoreBOM:true}).decode(bytes)}catch{return}}function isFromUnix({versionMadeBy}){const[unix,macos]=[3,19]
const system=versionMadeBy>>>8
return system===unix||system===macos}function unixModeOf(entry){return isFromUnix(entry)?entry.externalFileAttributes>>>16:0}function kindOf({externalFileAttributes},{name,mode}){const dosFolder=16
switch(mode&61440){case 0:return name.endsWith("/")||mode===0&&(externalFileAttributes&dosFolder)!==0?"folder":"file"
case 16384:return"folder"
case 32768:return name.endsWith("/")?"folder":"file"
case 40960:return name.endsWith("/")?"special":"link"
default:return"special"}}const windowBytes=1024*1024
class WindowReader extends yauzl.RandomAccessReader{#fd
#window=Buffer.allocUnsafe(windowBytes)
#start=0
#length=0
constructor(fd){super()
this.#fd=fd}read(buffer,offset,length,position,callback){let failure=null
try{this.bytesAt(position,length).copy(buffer,offset)}catch(error){failure=error instanceof Error?error:new Error(String(error))}callback(failure)}bytesAt(position,length,ahead=windowBytes){if(length>windowBytes)return this.#large(position,length)
if(position<this.#start||position+length>this.#start+this.#length){this.#start=position
this.#length=(0,external_node_fs_.readSync)(this.#fd,this.#window,0,Math.max(length,ahead),position)}const from=position-this.#start
if(from+length>this.#length)throw new Error("unexpected end of the archive")
return this.#window.subarray(from,from+length)}#large(position,length){const buffer=Buffer.allocUnsafe(length)
let filled=0
while(filled<length){const read=(0,external_node_fs_.readSync)(this.#fd,buffer,filled,length-filled,position+filled)
if(read===0)throw new Error("unexpected end of the archive")
filled+=read}return buffer}}const longestPathBytes=4096
const longestNameBytes=255
function entryPathOf(name,naming){if(name.includes("\0"))return{kind:"hostile",why:"it has a NUL in its name"}
if(/^[/\\]/.test(name))return{kind:"hostile",why:"its path is absolute"}
if(/^[A-Za-z]:/.test(name))return{kind:"hostile",why:"its path begins with a drive letter"}
if(name.split(/[/\\]/).includes(".."))return{kind:"hostile",why:'its path contains ".."'}
const names=name.split("/").filter(part=>part!==""&&part!==".")
if(names.length===0)return{kind:"hostile",why:"it has no name"}
if(Buffer.byteLength(name)>longestPathBytes||names.some(part=>Buffer.byteLength(part)>longestNameBytes))return{kind:"unwritable",why:"its name is too long"}
const path=names.join("/")
if(naming==="windows"&&names.some(isRefusedByWindows))return{kind:"unwritable",why:"Windows does not allow its name"}
return{kind:"path",path}}function isRefusedByWindows(name){return/[\u0000-\u001f<>:"\\|?*]|[. ]$/.test(name)||(0,files.isWindowsDevice)(name)}function staysInside(folder,target){if(target===""||/[\0\\]/.test(target)||target.startsWith("/")||/^[A-Za-z]:/.test(target))return false
const names=target.split("/").filter(part=>part!==""&&part!==".")
const upwards=names.findIndex(name=>name!=="..")
const steps=upwards<0?names.length:upwards
const depth=folder===""?0:folder.split("/").length
return steps<=depth&&!names.slice(steps).includes("..")}const harmlessBytes=1024**3
const highestRatio=200
const unpack_plan_entriesATurn=1e3
const leastRecordBytes=30
async function planUnpacking(request){const{entries,archiveBytes,wants,naming,signal}=request
refuseOverlaps(entries,archiveBytes)
const places=createPathTree(name=>name)
const planned=[]
const unwritable=[]
for(const[index,entry]of entries.entries()){if(index%unpack_plan_entriesATurn===0)await(0,base_clock.nextTurn)()
signal.throwIfAborted()
const read=entryPathOf(entry.name,naming)
if(read.kind==="hostile")throw unsafe(entry,read.why)
if(entry.kind==="special")throw unsafe(entry,"it is neither a file, a folder nor a link")
if(read.kind==="unwritable"){if(entry.kind!=="folder"&&wants(entry.name))unwritable.push({name:entry.name,why:read.why})
continue}const{path}=read
const place=places.enter(path)
if(place.value!==void 0&&(place.value!=="folder"||entry.kind!=="folder"))throw new ArchiveProblem("invalid",`it has two entries ${unpack_plan_shown(path)}`)
place.value=entry.kind
planned.push({path,entry})
if(places.size()>1e5)throw new ArchiveProblem("unsafe",`it has more than ${1e5} files and folders`)}const isCaseBlind=naming!=="posix"
await(0,base_clock.nextTurn)()
refuseWaysThrough(planned,places,isCaseBlind?files.nameKeyOf:name=>name)
const wanted=planned.filter(({path,entry})=>wants(entry.kind==="folder"?`${path}/`:path))
const bytes=wanted.reduce((sum,{entry})=>sum+entry.bytes,0)
if(bytes>harmlessBytes&&bytes>highestRatio*archiveBytes)throw new ArchiveProblem("unsafe",`${archiveBytes} bytes would become ${bytes}, more than ${highestRatio} times as many`)
const{kept,alike}=tellAlike(wanted)
if(isCaseBlind)for(const[one,other]of alike)unwritable.push({name:other,why:`here it is the same name as ${unpack_plan_shown(one)}`})
const written=isCaseBlind?kept:wanted
return{folders:written.filter(({entry})=>entry.kind==="folder").map(({path})=>path),files:written.filter(({entry})=>entry.kind==="file").sort((one,other)=>one.entry.offset-other.entry.offset),links:written.filter(({entry})=>entry.kind==="link"),bytes:written.reduce((sum,{entry})=>sum+entry.bytes,0),unwritable,alike:isCaseBlind?[]:alike}}function unsafe({name},why){return new ArchiveProblem("unsafe",`${unpack_plan_shown(name)} cannot be unpacked: ${why}`)}function unpack_plan_shown(name){return`"${(0,base_text.cleanLine)(name,100)}"`}function refuseOverlaps(entries,archiveBytes){let end=0
for(const entry of[...entries].sort((one,other)=>one.offset-other.offset)){if(entry.offset<end)throw new ArchiveProblem("unsafe",`${unpack_plan_shown(entry.name)} lies within another entry`)
end=entry.offset+leastRecordBytes+entry.packedBytes}if(end>archiveBytes)throw new ArchiveProblem("invalid","its directory lists more than the archive contains")}function refuseWaysThrough(planned,places,keyOf){const links=createPathTree(keyOf)
for(const{path,entry}of planned)if(entry.kind==="link")links.enter(path).value=true
for(const{path,entry}of planned){if(links.above(path,()=>true)!==void 0)throw unsafe(entry,"its path leads through a link")
const file=places.above(path,kind=>kind==="file")
if(file!==void 0)throw new ArchiveProblem("invalid",`${unpack_plan_shown(file)} is a file and a folder in it`)}}function parentOf(path){return path.slice(0,Math.max(path.lastIndexOf("/"),0))}function tellAlike(wanted){const byKey=new Map
const alike=[]
const kept=wanted.filter(one=>{const key=(0,files.nameKeyOf)(one.path)
const other=byKey.get(key)
if(other===void 0)byKey.set(key,one)
if(other===void 0||other.entry.kind==="folder"&&one.entry.kind==="folder")return true
alike.push([other.path,one.path])
return false})
return{kept,alike}}const mostHeld=32
function createFolderTree(root,missing="made"){const made=new Set
const held=new Map
const hold=folder=>{if(folder==="")return root
const known=held.get(folder)
held.delete(folder)
const found=known??holdIn(hold(parentOf(folder)),folder)
held.set(folder,found)
for(const[oldest,it]of held){if(held.size<=mostHeld)break
held.delete(oldest)
it.close()}return found}
const holdIn=(above,folder)=>{const name=folder_tree_nameOf(folder)
if(missing==="an_error"||made.has(folder))return above.open(name)
const found=above.enter(name)
made.add(folder)
return found}
const close=()=>{for(const it of held.values())it.close()
held.clear()}
return{at:path=>`${hold(parentOf(path)).path()}/${folder_tree_nameOf(path)}`,make:folder=>{if(folder===""||made.has(folder))return
holdIn(hold(parentOf(folder)),folder).close()},verify:()=>{close()
for(const folder of made){if((0,external_node_fs_.lstatSync)(`${hold(parentOf(folder)).path()}/${folder_tree_nameOf(folder)}`).isDirectory())continue
throw Object.assign(new Error(`${folder} has been replaced`),{code:"ESTALE",path:folder})}},close}}function folder_tree_nameOf(path){return path.slice(path.lastIndexOf("/")+1)}class InTheWay extends Error{place
own
constructor(place,kind){const own=typeof kind==="object"?kind.own:void 0
const found=kind==="a folder"?"a folder is":"something that is no folder is"
super(own===void 0?`${found} in the way`:`this step writes ${own} there`)
this.name="InTheWay"
this.place=place
this.own=own}}const filesATurn=500
async function placeFiles(placing){for(const place of placing.own)refuseOver(place,placing)
const{from,staging,into,folder}=placing
const source=`${staging.path()}/${from.name}`
if(place_files_kindOf(source)!=="folder"||!from.folder.isAt(source))throw Object.assign(new Error(`${from.name} has been replaced`),{code:"ESTALE",path:from.name})
const held=[]
try{let above=into
for(const[index,name]of folder.slice(0,-1).entries()){if(place_files_kindOf(`${above.path()}/${name}`)==="other")throw new InTheWay(folder.slice(0,index+1).join("/"),"no folder")
above=above.enter(name)
held.push(above)}const name=folder.at(-1)??""
const target=`${above.path()}/${name}`
const kind=place_files_kindOf(target)
if(kind==="other")throw new InTheWay(folder.join("/"),"no folder")
if(kind==="nothing"){(0,external_node_fs_.renameSync)(source,target)
return}const place=above.open(name)
held.push(place)
await moveInto(place,placing)
if(place_files_kindOf(target)!=="folder"||!place.isAt(target))throw new InTheWay(folder.join("/"),"no folder")}finally{for(const it of held)it.close()}}function refuseOver({what,path},{from,intoPath,folder,naming}){const keyOf=naming==="posix"?name=>name:files.nameKeyOf
const real=realPathOf(path)
const below=(0,external_node_path_.relative)(keyOf(realPathOf(intoPath)),keyOf(real)).split(external_node_path_.sep)
if(below[0]===".."||(0,external_node_path_.isAbsolute)(below.join(external_node_path_.sep)))return
if(!below.slice(0,folder.length).every((name,index)=>name===keyOf(folder[index]??"")))return
const names=real.split(external_node_path_.sep).slice(-below.length)
for(let depth=folder.length;depth<names.length;depth+=1){const kind=place_files_kindOf((0,external_node_path_.join)(from.folder.path(),...names.slice(folder.length,depth+1)))
if(kind==="nothing")return
if(kind==="other")break}throw new InTheWay(names.join("/"),{own:what})}function ownFiles(own){return new Map(own.map(({what,path})=>[identityAt(path)??"",what]))}function identityAt(path){const found=(0,external_node_fs_.lstatSync)(path,{throwIfNoEntry:false,bigint:true})
return found===void 0?void 0:`${found.dev}:${found.ino}`}function realPathOf(path){const target=(0,external_node_path_.resolve)(path)
try{return(0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(target)),(0,external_node_path_.basename)(target))}catch{return target}}async function moveInto(place,{from,folder,own,signal}){const sources=createFolderTree(from.folder,"an_error")
const targets=createFolderTree(place,"an_error")
const ours=ownFiles(own)
let moved=0
const move=async below=>{const names=(0,external_node_fs_.readdirSync)(below===""?from.folder.path():sources.at(below),{withFileTypes:true})
for(const entry of names){if(++moved%filesATurn===0)await(0,base_clock.nextTurn)()
signal.throwIfAborted()
const path=below===""?entry.name:`${below}/${entry.name}`
const target=targets.at(path)
const kind=place_files_kindOf(target)
const inTheWay=what=>new InTheWay([...folder,path].join("/"),what)
if(!entry.isDirectory()){if(kind==="folder")throw inTheWay("a folder")
const what=kind==="other"?ours.get(identityAt(target)??"?"):void 0
if(what!==void 0)throw inTheWay({own:what});(0,external_node_fs_.renameSync)(sources.at(path),target)}else if(kind==="nothing")(0,external_node_fs_.renameSync)(sources.at(path),target)
else if(kind==="folder")await move(path)
if(entry.isDirectory()&&place_files_kindOf(targets.at(path))!=="folder")throw inTheWay("no folder")}}
try{await move("")}finally{sources.close()
targets.close()}}function place_files_kindOf(path){try{return(0,external_node_fs_.lstatSync)(path).isDirectory()?"folder":"other"}catch(error){if((0,files.systemCodeOf)(error)==="ENOENT")return"nothing"
throw error}}function whatFailed(line){return`artifacts: ${(0,base_text.cleanLine)(line,300)} could not be downloaded`}function failedReply(what,{found,path,reply},clock){if(!(0,responses_reply.namesNoRecord)(reply))return{kind:"failure",failure:{what,...(0,explain.describeReply)(reply)}}
const failure=(0,results_missing.missingArtifact)(what,{found,path},clock)
const hint=path===void 0?"":` A folder is written with a slash at its end.`
return{kind:"nothing_there",failure:{...failure,hint:`${failure.hint??""}${hint}`}}}function missingOf({onEvent},missing,need){const{kind,failure}="failure"in missing?missing:{kind:"nothing_there",failure:missing}
if(need==="required"||kind==="failure")return[failure]
onEvent({kind:"passed_over",failure})
return[]}function cannotBeNamed(line,files){const[first]=files
const more=files.length>1?`; and ${files.length-1} more`:""
return{code:"artifacts_not_written",what:`artifacts: ${files.length} of the files of ${(0,base_text.cleanLine)(line,300)} could not be written`,why:`"${(0,base_text.cleanLine)(first?.name??"",200)}": ${first?.why??""}${more}.`,hint:"Take only the others, with JOB:GLOB lines, or run the step on Linux."}}function archiveError(what,problem){const{kind,message,cause}=problem
const why=`In the archive: ${message}.`
switch(kind){case"invalid":return{code:"artifacts_invalid",what,why,hint:"Download it in GitLab and open it: if it is broken there as well, run the job again.",cause}
case"unsafe":return{code:"artifacts_unsafe",what,why,hint:"Nothing of it was unpacked. Find out what the job puts into its artifacts, and who may change it.",cause}}}const systemWords={EACCES:"permission denied",EPERM:"not permitted",EROFS:"the file system is read-only",ENOSPC:"no space left on the disk",EDQUOT:"the disk quota is used up",ENOTDIR:"a file is where a folder should be",EEXIST:"something of that name is there already",ENAMETOOLONG:"the path is too long",EMFILE:"too many open files",ESTALE:"something else has taken the place of a folder"}
function isFileProblem(error){return error instanceof InTheWay||(0,files.systemCodeOf)(error)!==void 0}function notWritten(what,error){const code=(0,files.systemCodeOf)(error)
const isFull=code==="ENOSPC"||code==="EDQUOT"
return{code:"artifacts_not_written",what,why:error instanceof InTheWay?`${(0,base_text.cleanLine)(error.place,300)}: ${error.message}.`:whyOf(error),hint:isFull?"Make room, or take less: JOB:GLOB unpacks only the files that match it. While it is unpacked, an archive needs its own size as well.":hintFor(error),cause:error}}function hintFor(error){return error instanceof InTheWay&&error.own!==void 0?`Give ${error.own} a path outside the folders of artifacts, or artifacts_path another folder.`:"Give another folder in artifacts_path, or move away what is there."}const heldPath=/^\/proc\/self\/fd\/\d+\//
function whyOf(error){const code=(0,files.systemCodeOf)(error)??"no error code"
const path=typeof error==="object"&&error!==null?Reflect.get(error,"path"):void 0
const place=typeof path==="string"?` (${(0,base_text.cleanLine)(path.replace(heldPath,""),300)})`:""
return`${systemWords[code]??"The system refuses it"}: ${code}${place}`}var artifacts_plan=__webpack_require__("./results/artifacts/plan.js")
var external_node_stream_promises_=__webpack_require__("node:stream/promises")
var external_node_util_=__webpack_require__("node:util")
const largestAtOnceBytes=512*1024
const largeAtOnce=2
const pieceBytes=64*1024
const turnMs=25
const longestTargetBytes=4096
async function unpack({clock},unpacking,plan){const tree=createFolderTree(unpacking.into)
try{return await unpackInto(clock,{...unpacking,tree},plan)}finally{tree.close()}}async function unpackInto(clock,unpacking,plan){const{tree,signal}=unpacking
const large=[]
let turnEndMs=clock.nowMs()+turnMs
const takeTurn=async()=>{if(clock.nowMs()>=turnEndMs){await(0,base_clock.nextTurn)()
turnEndMs=clock.nowMs()+turnMs}signal.throwIfAborted()}
for(const folder of plan.folders){await takeTurn()
tree.make(folder)}for(const planned of plan.files){await takeTurn()
if(isLarge(planned.entry))large.push(planned)
else writeSmall(unpacking,planned)}const links=[]
for(const planned of plan.links){await takeTurn()
links.push({planned,target:targetOf(unpacking,planned)})}await writeAllLarge(unpacking,large)
const skippedLinks=[]
for(const{planned,target}of links){await takeTurn()
if(target===void 0||!makeLink(tree.at(planned.path),target))skippedLinks.push(planned.entry.name)}tree.verify()
return{skippedLinks}}function isLarge({bytes,packedBytes}){return packedBytes>0&&Math.max(bytes,packedBytes)>largestAtOnceBytes}const newFile="wx"
function modeOf({isExecutable}){return isExecutable?511:438}function writeSmall(unpacking,{path,entry}){const content=contentOf(unpacking,entry)
const fd=(0,external_node_fs_.openSync)(unpacking.tree.at(path),newFile,modeOf(entry))
try{for(let written=0;written<content.length;)written+=(0,external_node_fs_.writeSync)(fd,content,written)}finally{(0,external_node_fs_.closeSync)(fd)}}function contentOf({reader,archiveBytes},entry){const start=contentStart({reader,archiveBytes},entry)
const packed=reader.bytesAt(start,entry.packedBytes)
const content=entry.packing==="deflated"?inflated(packed,entry):packed
refuseIfOther(entry,content.length,(0,external_node_zlib_.crc32)(content))
return content}function inflated(packed,entry){try{return(0,external_node_zlib_.inflateRawSync)(packed,{maxOutputLength:entry.bytes+1})}catch(error){throw brokenContent(entry,error)}}function contentStart({reader,archiveBytes},entry){if(entry.packing==="unreadable")throw new ArchiveProblem("invalid",`${shown(entry)} is encrypted or packed in an unknown way`)
let record
try{record=reader.bytesAt(entry.offset,30)}catch(error){throw brokenContent(entry,error)}const start=entry.offset+30+record.readUInt16LE(26)+record.readUInt16LE(28)
if(record.readUInt32LE(0)!==67324752||start+entry.packedBytes>archiveBytes)throw brokenContent(entry)
return start}function refuseIfOther(entry,bytes,checksum){if(bytes!==entry.bytes)throw new ArchiveProblem("invalid",`${shown(entry)} has another length than its directory says`)
if(checksum!==entry.crc32)throw new ArchiveProblem("invalid",`${shown(entry)} has another checksum than its directory says`)}function brokenContent(entry,cause){return new ArchiveProblem("invalid",`the content of ${shown(entry)} is broken`,cause)}async function writeAllLarge(unpacking,large){const order=large.toReversed()
const done=new Set
let open=0
await(0,parallel.mapInParallel)(order,largeAtOnce,async planned=>{await writeLarge(unpacking,planned)
done.add(planned)
let next=order[open]
while(next!==void 0&&done.has(next))next=order[++open]
if(next!==void 0&&planned.entry.offset>next.entry.offset)await unpacking.archive.truncate(planned.entry.offset)})}const writeTo=(0,external_node_util_.promisify)(external_node_fs_.write)
async function writeLarge(unpacking,{path,entry}){const{archive,tree,signal}=unpacking
const start=contentStart(unpacking,entry)
const target=(0,external_node_fs_.openSync)(tree.at(path),newFile,modeOf(entry))
let bytes=0
let checksum=0
const take=async pieces=>{for await(const piece of pieces){bytes+=piece.length
if(bytes>entry.bytes)refuseIfOther(entry,bytes,checksum)
checksum=(0,external_node_zlib_.crc32)(piece,checksum)
for(let written=0;written<piece.length;)written+=(await writeTo(target,piece,written)).bytesWritten}}
const packed=piecesOf(archive,{start,bytes:entry.packedBytes})
try{if(entry.packing==="deflated")await(0,external_node_stream_promises_.pipeline)(packed,(0,external_node_zlib_.createInflateRaw)({chunkSize:pieceBytes}),take,{signal})
else await(0,external_node_stream_promises_.pipeline)(packed,take,{signal})
refuseIfOther(entry,bytes,checksum)}catch(error){signal.throwIfAborted()
throw isZlibError(error)?brokenContent(entry,error):error}finally{(0,external_node_fs_.closeSync)(target)}}async function*piecesOf(archive,{start,bytes}){const piece=Buffer.allocUnsafeSlow(Math.min(pieceBytes,bytes))
for(let at=0;at<bytes;){const{bytesRead}=await archive.read(piece,0,Math.min(piece.length,bytes-at),start+at)
if(bytesRead===0)return
at+=bytesRead
yield piece.subarray(0,bytesRead)}}function isZlibError(error){const code=typeof error==="object"&&error!==null?Reflect.get(error,"code"):void 0
return typeof code==="string"&&code.startsWith("Z_")}function targetOf(unpacking,{path,entry}){if(entry.bytes>longestTargetBytes||entry.packedBytes>largestAtOnceBytes)return
const target=contentOf(unpacking,entry).toString("utf8")
return staysInside(parentOf(path),target)?target:void 0}function makeLink(path,target){try{(0,external_node_fs_.symlinkSync)(target,path)
return true}catch(error){if(["EPERM","ENOTSUP"].includes((0,files.systemCodeOf)(error)??""))return false
throw error}}const zip_coverage_entriesATurn=2e3
const headerBytes=30
const headerSignature=67324752
const descriptorSignature=134695760
const streamedFlag=8
const layoutFlags=1|streamedFlag
const zip_coverage_max32=4294967295
const smallBytes=64*1024
const bytesAround=4096
async function refuseUnlisted(reader,archive){const{entries,directoryStart,signal}=archive
const inOrder=[...entries].sort((one,other)=>one.offset-other.offset)
let at=0
for(const[index,entry]of inOrder.entries()){if(index%zip_coverage_entriesATurn===0)await(0,base_clock.nextTurn)()
signal.throwIfAborted()
if(entry.offset!==at)throw unlisted(entry.offset-at)
const contentEnd=endOfContent(reader,entry)
at=inOrder[index+1]?.offset??directoryStart
refuseOtherRest(reader,entry,{contentEnd,next:at})}if(at!==directoryStart)throw unlisted(directoryStart-at)}function unlisted(bytes){return new ArchiveProblem("invalid",`it has ${bytes} bytes that are in no file that its directory lists`)}function endOfContent(reader,entry){const{record}=entry
const isStreamed=(record.flags&streamedFlag)!==0
const ahead=aheadOf(entry)
const header=Buffer.from(read(reader,entry,{at:entry.offset,bytes:headerBytes,ahead}))
const nameBytes=header.readUInt16LE(26)
const extraBytes=header.readUInt16LE(28)
const at=entry.offset+headerBytes
const name=read(reader,entry,{at,bytes:nameBytes,ahead})
const isSame=header.readUInt32LE(0)===headerSignature&&(header.readUInt16LE(6)&layoutFlags)===(record.flags&layoutFlags)&&header.readUInt16LE(8)===record.method&&nameBytes===record.nameBytes&&(0,external_node_zlib_.crc32)(name)===record.nameChecksum
if(!isSame)throw ambiguous(entry)
const extra=Buffer.from(read(reader,entry,{at:at+nameBytes,bytes:extraBytes,ahead}))
const sizes=largeSizes(extra,[header.readUInt32LE(22),header.readUInt32LE(18)])
const stated=[header.readUInt32LE(14),...sizes]
const listed=[entry.crc32,entry.bytes,entry.packedBytes]
const mayDiffer=value=>isStreamed&&(value===0||value===zip_coverage_max32)
if(!listed.every((value,index)=>value===stated[index]||mayDiffer(stated[index])))throw ambiguous(entry)
return at+nameBytes+extraBytes+entry.packedBytes}function largeSizes(extra,sizes){const largeField=1
for(let at=0;at+4<=extra.length;at+=4+extra.readUInt16LE(at+2)){if(extra.readUInt16LE(at)!==largeField)continue
const field=extra.subarray(at+4,at+4+extra.readUInt16LE(at+2))
let next=0
return sizes.map(size=>{if(size!==zip_coverage_max32||next+8>field.length)return size
next+=8
return Number(field.readBigUInt64LE(next-8))})}return sizes}function refuseOtherRest(reader,entry,{contentEnd:at,next}){const bytes=next-at
if(bytes===0)return
const isStreamed=(entry.record.flags&streamedFlag)!==0
if(!isStreamed||![12,16,20,24].includes(bytes))throw unlisted(bytes)
const rest=Buffer.from(read(reader,entry,{at,bytes,ahead:aheadOf(entry)}))
const hasSignature=bytes===16||bytes===24
const[checksum,size]=hasSignature?[4,8]:[0,4]
const isLarge=bytes>=20
const sizeAt=offset=>isLarge?Number(rest.readBigUInt64LE(offset)):rest.readUInt32LE(offset)
const isSame=(!hasSignature||rest.readUInt32LE(0)===descriptorSignature)&&rest.readUInt32LE(checksum)===entry.crc32&&sizeAt(size)===entry.packedBytes&&sizeAt(size+(isLarge?8:4))===entry.bytes
if(!isSame)throw ambiguous(entry)}function aheadOf({packedBytes}){return packedBytes>smallBytes?bytesAround:void 0}function read(reader,entry,{at,bytes,ahead}){try{return reader.bytesAt(at,bytes,ahead)}catch(error){throw new ArchiveProblem("invalid",`${shown(entry)} is cut off`,error)}}function ambiguous(entry){return new ArchiveProblem("invalid",`${shown(entry)} is described in two different ways`)}const mostUnlistedBytes=64*1024**3
const spareBytes=1024*1024
async function bringArchive(deps,call,wants){const startMs=deps.clock.nowMs()
for(let round=1;;round+=1){const came=await bringOnce(deps,call,{round,wants})
if(came.kind==="errors")return came.errors
if(came.kind==="again")continue
try{return await finish(deps,call,{...came,startMs})}finally{came.files.folder.close()}}}async function bringOnce(deps,call,{round,wants}){const{download:job,staging}=call
const name=`archive-${round}.zip`
const archive=await(0,promises_.open)(`${staging.path()}/${name}`,"wx+")
try{const result=await download(deps,downloadOf(deps,call,archive))
if(result.kind==="failed"){const what=whatFailed((0,find_job.lineNameOf)(job.found))
const failure={found:job.found,path:void 0,reply:result.reply}
const need=(0,artifacts_plan.isOptional)(job)?"optional":"required"
return{kind:"errors",errors:missingOf(deps,failedReply(what,failure,deps.clock),need)}}const files={name:`files-${round}`,folder:staging.make(`files-${round}`)}
const listed=listedBytes(job)
try{if(listed!==void 0&&result.bytes<listed)throw tooShort(result.bytes,listed)
const from={archive,bytes:result.bytes,files:files.folder,wants}
const unpacked=await unpackArchive(deps,call,from)
return{kind:"unpacked",...unpacked,files,downloadedBytes:result.bytes}}catch(error){files.folder.close()
const isWorthAnother=error instanceof ArchiveProblem&&(result.resumed==="once_or_more"||result.end==="untold"||listed!==void 0&&result.bytes!==listed)&&round===1
if(!isWorthAnother)throw error
await(0,promises_.rm)(`${staging.path()}/${files.name}`,{recursive:true,force:true})
return{kind:"again"}}}finally{await archive.close()
await(0,promises_.rm)(`${staging.path()}/${name}`,{force:true})}}function downloadOf({gitlab,onEvent},call,file){const{found}=call.download
const listed=listedBytes(call.download)
return{file,request:(rest,sink,signal)=>gitlab.streamArchive({...(0,artifacts_plan.jobCallOf)(call),rest},sink,signal),listedBytes:listed,maxBytes:listed===void 0?mostUnlistedBytes:listed+spareBytes,onProgress:progress=>onEvent({kind:"progress",found,progress}),onInterrupted:interruption=>onEvent({kind:"interrupted",found,...interruption}),signal:call.signal}}function listedBytes({found}){return found.job.artifacts?.find(({fileType})=>fileType==="archive")?.bytes}function tooShort(bytes,listed){return new ArchiveProblem("invalid",`it has ${bytes} bytes, and GitLab lists it with ${listed}`)}async function unpackArchive(deps,{naming,signal},from){const{archive,bytes:archiveBytes,files:into,wants}=from
const reader=new WindowReader(archive.fd)
const{entries,directoryStart}=await readDirectory(reader,{bytes:archiveBytes,signal})
const plan=await planUnpacking({entries,archiveBytes,wants,naming,signal})
await refuseUnlisted(reader,{entries,directoryStart,signal})
const{skippedLinks}=await unpack(deps,{archive,archiveBytes,reader,into,signal},plan)
return{entries,plan,skippedLinks}}async function finish(deps,call,ready){const{download:job,folder}=call
const{plan,skippedLinks,files,startMs,downloadedBytes}=ready
const{found,selectors}=job
const count=plan.files.length+plan.links.length-skippedLinks.length
if(count>0||selectors.some(({path})=>path===void 0)){await placeFiles({...call,from:files})
const elapsedMs=deps.clock.nowMs()-startMs
const sizes={files:count,bytes:plan.bytes,downloadedBytes,elapsedMs}
deps.onEvent({kind:"collected",found,folder,...sizes})}if(plan.alike.length>0)deps.onEvent({kind:"alike",found,pairs:plan.alike})
if(skippedLinks.length>0)deps.onEvent({kind:"links_left_out",found,names:skippedLinks})
const{unwritable}=plan
const lacks=unfitting(deps,call,ready)
return unwritable.length===0?lacks:[...lacks,cannotBeNamed((0,find_job.lineNameOf)(found),unwritable)]}const archive_namesShown=5
function unfitting(deps,{download:job},{plan,entries}){const taken=[...plan.files,...plan.links].map(({path})=>path)
const wanted=[...taken,...plan.unwritable.map(({name})=>name)]
return job.selectors.flatMap(({line,path})=>{if(path===void 0||wanted.some((0,artifacts_plan.matcherOf)(path)))return[]
const files=entries.filter(({kind})=>kind!=="folder").map(({name})=>(0,base_text.cleanLine)(name,80))
const more=files.length>archive_namesShown?` and ${files.length-archive_namesShown} more`:""
const has=files.length===0?"is empty":`has ${files.slice(0,archive_namesShown).join(", ")}${more}`
const failure={code:"artifact_missing",what:whatFailed(line.text),why:`No file in the archive matches ${(0,base_text.cleanLine)(path,200)}; it ${has}.`,hint:"Paths begin at the root of the repository, as in artifacts:paths. * stays within a folder, ** goes through folders, and dist/ takes all that is in dist."}
return missingOf(deps,failure,line.need)})}const unseen=new RegExp(`[${base_text.controlCharacters}]|${base_text.invisibleMark}|[\\u200c\\u200d]|\\p{Surrogate}`,"gu")
const refused=/[<>:"/\\|?*]/g
const longestFolderName=80
function folderNameOf(raw,redact){const name=redact(redact(raw.normalize("NFC")).replace(unseen,"-").replace(refused,"-"))
const clean=name.replace(refused,"-").replace(/^[\s.]+/u,"-")
const end=endOf(clean)
const shown=end<clean.length?`${clean.slice(0,end)}-`:clean
const whole=(0,files.isWindowsDevice)(shown)?`${shown}-`:shown===""?"-":shown
const characters=Array.from(whole)
if(characters.length<=longestFolderName&&Buffer.byteLength(whole)<=2*longestFolderName)return whole
const mark=(0,external_node_zlib_.crc32)(Buffer.from(name)).toString(16).padStart(8,"0")
return`${shortened(characters,longestFolderName)}-${mark}`}function endOf(name){let end=name.length
while(end>0&&/[\s.]/u.test(name.charAt(end-1)))end-=1
return end}function shortened(characters,bytes){let kept=""
for(const character of characters){if(Buffer.byteLength(kept+character)>bytes)break
kept+=character}return kept}function foldersOf({path,job},redact){return[...path,job.name].map(name=>folderNameOf(name,redact))}function assignFolders(jobs,redact){const taken={isTaken:false,below:new Map}
const folders=new Map
const moved=[]
const counts=new Map
for(const found of jobs){const wanted=foldersOf(found,redact)
let folder=wanted
let depth=clashOf(folder,taken)
while(depth!==void 0){const key=JSON.stringify([depth,...wanted])
const count=(counts.get(key)??1)+1
counts.set(key,count)
folder=wanted.with(depth,`${wanted[depth]??""} (${count})`)
depth=clashOf(folder,taken)}if(folder!==wanted)moved.push(found)
take(folder,taken)
folders.set(found,folder)}return{folders,moved}}function take(folder,taken){let place=taken
for(const name of folder){const key=(0,files.nameKeyOf)(name)
const next=place.below.get(key)??{isTaken:false,below:new Map}
place.below.set(key,next)
place=next}place.isTaken=true}function clashOf(folder,taken){let place=taken
for(const[depth,name]of folder.entries()){const next=place.below.get((0,files.nameKeyOf)(name))
if(next===void 0)return
if(next.isTaken)return depth
place=next}return folder.length-1}const mostFileBytes=16*1024**3
async function bringFiles(deps,call,paths){const name="files"
const files=call.staging.make(name)
const tree=createFolderTree(files)
try{return await bringInto(deps,call,{paths,files:{folder:files,name},tree})}finally{tree.close()
files.close()}}async function bringInto(deps,call,given){const{download:job,folder}=call
const{paths,files:from,tree}=given
const startMs=deps.clock.nowMs()
const errors=[]
let files=0
let bytes=0
for(const path of paths){const came=await bringFile(deps,call,{path,tree})
if(came.kind==="end_untold")return came.kind
if(came.kind==="file"){files+=1
bytes+=came.bytes}else for(const{line}of selectorsFor(job.selectors,path))errors.push(...came.errorsOf(line.text,line.need))}if(files>0){tree.verify()
await placeFiles({...call,from})
const elapsedMs=deps.clock.nowMs()-startMs
deps.onEvent({kind:"collected",found:job.found,folder,files,bytes,downloadedBytes:bytes,elapsedMs})}return errors}function selectorsFor(selectors,path){return selectors.filter(selector=>(0,artifacts_plan.artifactPathOf)(selector.path??"")===path)}async function bringFile(deps,call,{path,tree}){const{gitlab,onEvent,clock}=deps
const{download:job,naming,signal}=call
const{found}=job
const place=entryPathOf(path,naming)
if(place.kind!=="path")return{kind:"nothing",errorsOf:line=>[cannotBeNamed(line,[{name:path,why:place.why}])]}
const file=await(0,promises_.open)(tree.at(place.path),"wx")
let result
try{result=await download(deps,{file,request:(_rest,sink,requestSignal)=>gitlab.streamArtifactFile({...(0,artifacts_plan.jobCallOf)(call),path},sink,requestSignal),maxBytes:mostFileBytes,onProgress:progress=>onEvent({kind:"progress",found,progress}),onInterrupted:interruption=>onEvent({kind:"interrupted",found,...interruption}),signal})}finally{await file.close()}if(result.kind==="done"&&result.end==="untold")return{kind:"end_untold"}
if(result.kind==="done")return{kind:"file",bytes:result.bytes}
await(0,promises_.rm)(tree.at(place.path))
const{reply}=result
return{kind:"nothing",errorsOf:(line,need)=>missingOf(deps,failedReply(whatFailed(line),{found,path,reply},clock),need)}}async function bringJob(deps,call){const way=(0,artifacts_plan.wayOf)(call.download)
try{if(way.kind==="archive")return await bringArchive(deps,call,way.wants)
const errors=await bringFiles(deps,call,way.paths)
return errors==="end_untold"?await bringArchive(deps,call,path=>way.paths.includes(path)):errors}catch(error){call.signal.throwIfAborted()
const what=whatFailed((0,find_job.lineNameOf)(call.download.found))
if(error instanceof ArchiveProblem)return[archiveError(what,error)]
if(isFileProblem(error))return[notWritten(what,error)]
throw error}}const jobsAtOnce=4
async function downloadArtifacts(deps,call){const{into}=call
const{downloads,errors}=available(deps,call)
if(downloads.length===0)return errors
const{folders,moved}=assignFolders(downloads.map(({found})=>found),call.redact)
for(const found of moved)deps.onEvent({kind:"moved",found,folder:folders.get(found)??[]})
let held
const name=`.gitlab-trigger-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`
try{held=makeStaging(call.holdFolder(into),name)}catch(error){return[...errors,notWritten(whatIntoFailed(into),error)]}const{place,staging}=held
try{const each=await(0,parallel.mapInParallel)([...downloads.entries()],jobsAtOnce,async([index,download])=>{const folder=folders.get(download.found)??[]
return await bringStaged(deps,{...call,download,folder,into:place,intoPath:into,staging:{folder:staging,name:String(index)}})})
const missing=each.flat()
if(missing.length===0&&!place.isAt(into))missing.push(movedAway(into))
return[...errors,...missing]}finally{await clear(place,{staging,name})
staging.close()
place.close()}}const stagingMode=448
function makeStaging(place,name){try{return{place,staging:place.make(name,stagingMode)}}catch(error){place.close()
throw error}}async function bringStaged(deps,call){let staging
try{staging=call.staging.folder.make(call.staging.name)}catch(error){return[notWritten(whatFailed((0,find_job.lineNameOf)(call.download.found)),error)]}try{return await bringJob(deps,{...call,staging})}finally{staging.close()}}function whatIntoFailed(into){return`The artifacts could not be written to ${(0,base_text.cleanLine)(into,300)}`}function movedAway(into){return{code:"artifacts_not_written",what:whatIntoFailed(into),why:"While they were downloaded, something else has taken the place of the folder, or of one above it.",hint:"Find out what else writes there, or give another folder in artifacts_path."}}async function clear(place,{staging,name}){try{const own=staging.path()
for(const each of await(0,promises_.readdir)(own))await(0,promises_.rm)(`${own}/${each}`,{recursive:true,force:true,maxRetries:3})
await(0,promises_.rmdir)(`${place.path()}/${name}`,{maxRetries:3})}catch{}}function available(deps,{lines,tree}){const errors=[]
const found=[]
for(const line of lines){const search=(0,find_job.findJobs)(line,tree)
if(search.kind==="found")found.push({line,jobs:search.jobs,path:search.path})
else{const failure=(0,results_missing.noSuchJob)(whatFailed(line.text),search)
const kind=search.kind==="ambiguous"?"failure":"nothing_there"
errors.push(...missingOf(deps,{kind,failure},line.need))}}const downloads=(0,artifacts_plan.groupByJob)(found).filter(download=>{const what=whatFailed((0,find_job.lineNameOf)(download.found))
const missing=(0,results_missing.notEnded)(what,download.found)??withoutArchive(what,download.found,deps.clock)
if(missing===void 0)return true
errors.push(...missingOf(deps,missing,(0,artifacts_plan.isOptional)(download)?"optional":"required"))
return false})
return{downloads,errors}}function withoutArchive(what,found,clock){const{artifacts}=found.job
if(artifacts===void 0||artifacts.some(({fileType})=>fileType==="archive"))return
return(0,results_missing.missingArtifact)(what,{found,path:void 0},clock)}var context=__webpack_require__("./run/context.js")
var heap=__webpack_require__("./run/heap.js")
const collectEveryMs=15
async function bringArtifacts({deps,gitlab,results},{lines,path},{root},signal){const{clock,random,host}=deps
const into=(0,external_node_path_.resolve)(path)
const link=(0,foreign_links.linkOnWay)(into)
if(link!==void 0)return[throughLink(link)];(0,context.setOutputs)(deps,(0,outputs.artifactsOutput)(into))
const task={clock,everyMs:collectEveryMs,run:await(0,heap.youngCollector)()}
const onEvent=event=>{const{level,text}=artifactLine(event,{into:path})
host.log[level](text)}
return await(0,base_clock.runPeriodically)(task,()=>downloadArtifacts({gitlab,clock,random,onEvent},{lines,tree:root,into,holdFolder:folder=>(0,held_folder.holdFolder)(folder),naming:(0,system.fileNaming)(),own:ownPlaces(host,results.junitFile),redact:host.masker.redact,signal}))}function ownPlaces({places,outputs},junitFile){return[...junitFile===void 0?[]:[{what:"junit_file",path:junitFile}],...places?.()??[],...(outputs.files??[]).map(path=>({what:"the host's own file of outputs",path}))]}function throughLink(link){return{code:"artifacts_not_written",what:"artifacts: nothing was downloaded",why:`${(0,base_text.cleanLine)(link,300)} is a symbolic link, which is not followed.`,hint:"Give another folder in artifacts_path, or move away what is there."}}})}

