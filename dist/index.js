import*as __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__ from"node:crypto"
import*as __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__ from"node:fs"
import*as __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__ from"node:fs/promises"
import*as __WEBPACK_EXTERNAL_MODULE_node_http_b674be28__ from"node:http"
import*as __WEBPACK_EXTERNAL_MODULE_node_https_b78f5be9__ from"node:https"
import*as __WEBPACK_EXTERNAL_MODULE_node_net_4372f4b2__ from"node:net"
import*as __WEBPACK_EXTERNAL_MODULE_node_os_e12349cb__ from"node:os"
import*as __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__ from"node:path"
import*as __WEBPACK_EXTERNAL_MODULE_node_stream_promises_ac36a5c9__ from"node:stream/promises"
import*as __WEBPACK_EXTERNAL_MODULE_node_util_1f093676__ from"node:util"
import*as __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__ from"node:zlib"
import{createRequire as __WEBPACK_EXTERNAL_createRequire}from"node:module"
const __WEBPACK_EXTERNAL_createRequire_require=__WEBPACK_EXTERNAL_createRequire(import.meta.url)
import*as __WEBPACK_EXTERNAL_MODULE_http__ from"http"
import*as __WEBPACK_EXTERNAL_MODULE_https__ from"https"
import{EOL as __WEBPACK_EXTERNAL_MODULE_os_EOL__,default as __WEBPACK_EXTERNAL_MODULE_os_default__}from"os"
import{randomUUID as __WEBPACK_EXTERNAL_MODULE_crypto_randomUUID__}from"crypto"
import{appendFileSync as __WEBPACK_EXTERNAL_MODULE_fs_appendFileSync__,constants as __WEBPACK_EXTERNAL_MODULE_fs_constants__,existsSync as __WEBPACK_EXTERNAL_MODULE_fs_existsSync__,promises as __WEBPACK_EXTERNAL_MODULE_fs_promises__}from"fs"
import{delimiter as __WEBPACK_EXTERNAL_MODULE_path_delimiter__,sep as __WEBPACK_EXTERNAL_MODULE_path_sep__}from"path"
import{isatty as __WEBPACK_EXTERNAL_MODULE_node_tty_17b49bfc_isatty__}from"node:tty"
import{default as __WEBPACK_EXTERNAL_MODULE_node_tls_c49a8b7e_default__}from"node:tls"
var __webpack_modules__={"../../node_modules/tunnel/index.js":(function(module,__unused_webpack_exports,__webpack_require__){module.exports=__webpack_require__("../../node_modules/tunnel/lib/tunnel.js")}),"../../node_modules/tunnel/lib/tunnel.js":(function(__unused_webpack_module,exports,__webpack_require__){__webpack_require__("net")
var tls=__webpack_require__("tls")
var http=__webpack_require__("http")
var https=__webpack_require__("https")
var events=__webpack_require__("events")
__webpack_require__("assert")
var util=__webpack_require__("util")
exports.httpOverHttp=httpOverHttp
exports.httpsOverHttp=httpsOverHttp
exports.httpOverHttps=httpOverHttps
exports.httpsOverHttps=httpsOverHttps
function httpOverHttp(options){var agent=new TunnelingAgent(options)
agent.request=http.request
return agent}function httpsOverHttp(options){var agent=new TunnelingAgent(options)
agent.request=http.request
agent.createSocket=createSecureSocket
agent.defaultPort=443
return agent}function httpOverHttps(options){var agent=new TunnelingAgent(options)
agent.request=https.request
return agent}function httpsOverHttps(options){var agent=new TunnelingAgent(options)
agent.request=https.request
agent.createSocket=createSecureSocket
agent.defaultPort=443
return agent}function TunnelingAgent(options){var self=this
self.options=options||{}
self.proxyOptions=self.options.proxy||{}
self.maxSockets=self.options.maxSockets||http.Agent.defaultMaxSockets
self.requests=[]
self.sockets=[]
self.on("free",function onFree(socket,host,port,localAddress){var options=toOptions(host,port,localAddress)
for(var i=0,len=self.requests.length;i<len;++i){var pending=self.requests[i]
if(pending.host===options.host&&pending.port===options.port){self.requests.splice(i,1)
pending.request.onSocket(socket)
return}}socket.destroy()
self.removeSocket(socket)})}util.inherits(TunnelingAgent,events.EventEmitter)
TunnelingAgent.prototype.addRequest=function addRequest(req,host,port,localAddress){var self=this
var options=mergeOptions({request:req},self.options,toOptions(host,port,localAddress))
if(self.sockets.length>=this.maxSockets){self.requests.push(options)
return}self.createSocket(options,function(socket){socket.on("free",onFree)
socket.on("close",onCloseOrRemove)
socket.on("agentRemove",onCloseOrRemove)
req.onSocket(socket)
function onFree(){self.emit("free",socket,options)}function onCloseOrRemove(err){self.removeSocket(socket)
socket.removeListener("free",onFree)
socket.removeListener("close",onCloseOrRemove)
socket.removeListener("agentRemove",onCloseOrRemove)}})}
TunnelingAgent.prototype.createSocket=function createSocket(options,cb){var self=this
var placeholder={}
self.sockets.push(placeholder)
var connectOptions=mergeOptions({},self.proxyOptions,{method:"CONNECT",path:options.host+":"+options.port,agent:false,headers:{host:options.host+":"+options.port}})
if(options.localAddress)connectOptions.localAddress=options.localAddress
if(connectOptions.proxyAuth){connectOptions.headers=connectOptions.headers||{}
connectOptions.headers["Proxy-Authorization"]="Basic "+new Buffer(connectOptions.proxyAuth).toString("base64")}debug("making CONNECT request")
var connectReq=self.request(connectOptions)
connectReq.useChunkedEncodingByDefault=false
connectReq.once("response",onResponse)
connectReq.once("upgrade",onUpgrade)
connectReq.once("connect",onConnect)
connectReq.once("error",onError)
connectReq.end()
function onResponse(res){res.upgrade=true}function onUpgrade(res,socket,head){process.nextTick(function(){onConnect(res,socket,head)})}function onConnect(res,socket,head){connectReq.removeAllListeners()
socket.removeAllListeners()
if(res.statusCode!==200){debug("tunneling socket could not be established, statusCode=%d",res.statusCode)
socket.destroy()
var error=new Error("tunneling socket could not be established, "+"statusCode="+res.statusCode)
error.code="ECONNRESET"
options.request.emit("error",error)
self.removeSocket(placeholder)
return}if(head.length>0){debug("got illegal response body from proxy")
socket.destroy()
error=new Error("got illegal response body from proxy")
error.code="ECONNRESET"
options.request.emit("error",error)
self.removeSocket(placeholder)
return}debug("tunneling connection has established")
self.sockets[self.sockets.indexOf(placeholder)]=socket
return cb(socket)}function onError(cause){connectReq.removeAllListeners()
debug("tunneling socket could not be established, cause=%s\n",cause.message,cause.stack)
var error=new Error("tunneling socket could not be established, "+"cause="+cause.message)
error.code="ECONNRESET"
options.request.emit("error",error)
self.removeSocket(placeholder)}}
TunnelingAgent.prototype.removeSocket=function removeSocket(socket){var pos=this.sockets.indexOf(socket)
if(pos===-1)return
this.sockets.splice(pos,1)
var pending=this.requests.shift()
if(pending)this.createSocket(pending,function(socket){pending.request.onSocket(socket)})}
function createSecureSocket(options,cb){var self=this
TunnelingAgent.prototype.createSocket.call(self,options,function(socket){var hostHeader=options.request.getHeader("host")
var tlsOptions=mergeOptions({},self.options,{socket,servername:hostHeader?hostHeader.replace(/:.*$/,""):options.host})
var secureSocket=tls.connect(0,tlsOptions)
self.sockets[self.sockets.indexOf(socket)]=secureSocket
cb(secureSocket)})}function toOptions(host,port,localAddress){if(typeof host==="string")return{host,port,localAddress}
return host}function mergeOptions(target){for(var i=1,len=arguments.length;i<len;++i){var overrides=arguments[i]
if(typeof overrides==="object"){var keys=Object.keys(overrides)
for(var j=0,keyLen=keys.length;j<keyLen;++j){var k=keys[j]
if(overrides[k]!==void 0)target[k]=overrides[k]}}}return target}var debug
if(false)debug=function(){var args=Array.prototype.slice.call(arguments)
if(typeof args[0]==="string")args[0]="TUNNEL: "+args[0]
else args.unshift("TUNNEL:")
console.error.apply(console,args)}
else debug=function(){}}),"node:crypto?c69d":(function(module){module.exports=import("node:crypto")}),"node:v8":(function(module){module.exports=import("node:v8")}),"node:vm":(function(module){module.exports=import("node:vm")}),"node:crypto?8af2":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["createHash"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.createHash},["createPublicKey"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.createPublicKey},["diffieHellman"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.diffieHellman},["generateKeyPairSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.generateKeyPairSync},["hash"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.hash},["randomBytes"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.randomBytes},["randomUUID"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.randomUUID},["sign"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_crypto_803ecaf5__.sign}})}),"node:fs":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["appendFileSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.appendFileSync},["closeSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.closeSync},["constants"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.constants},["existsSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.existsSync},["fchmodSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.fchmodSync},["fstatSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.fstatSync},["ftruncateSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.ftruncateSync},["lstatSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.lstatSync},["mkdirSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.mkdirSync},["mkdtempSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.mkdtempSync},["openSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.openSync},["readFileSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.readFileSync},["readSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.readSync},["readdirSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.readdirSync},["realpathSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.realpathSync},["renameSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.renameSync},["rmSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.rmSync},["statSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.statSync},["symlinkSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.symlinkSync},["write"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.write},["writeFileSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.writeFileSync},["writeSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_75ed2103__.writeSync}})}),
"node:fs/promises":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["mkdir"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.mkdir},["mkdtemp"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.mkdtemp},["open"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.open},["readFile"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.readFile},["readdir"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.readdir},["realpath"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.realpath},["rename"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.rename},["rm"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.rm},["rmdir"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.rmdir},["stat"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.stat},["writeFile"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_fs_promises_4a3ebc43__.writeFile}})}),"node:http":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["createServer"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_http_b674be28__.createServer},["default"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_http_b674be28__["default"]},["request"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_http_b674be28__.request}})}),"node:https":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["createServer"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_https_b78f5be9__.createServer},["default"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_https_b78f5be9__["default"]},["request"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_https_b78f5be9__.request}})}),"node:net":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["BlockList"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_net_4372f4b2__.BlockList},["isIP"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_net_4372f4b2__.isIP}})}),"node:os":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["EOL"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_os_e12349cb__.EOL},["constants"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_os_e12349cb__.constants},["networkInterfaces"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_os_e12349cb__.networkInterfaces},["tmpdir"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_os_e12349cb__.tmpdir}})}),"node:path":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["basename"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.basename},["default"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__["default"]},["dirname"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.dirname},["isAbsolute"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.isAbsolute},["join"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.join},["relative"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.relative},["resolve"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.resolve},["sep"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__.sep}})}),"node:stream/promises":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["pipeline"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_stream_promises_ac36a5c9__.pipeline}})}),"node:util":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["isDeepStrictEqual"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_util_1f093676__.isDeepStrictEqual},["parseArgs"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_util_1f093676__.parseArgs},["promisify"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_util_1f093676__.promisify}})}),"node:zlib":(function(module,__unused_webpack_exports,__webpack_require__){const x=function(y){const x={}
__webpack_require__.d(x,y)
return x}
module.exports=x({["crc32"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__.crc32},["createGunzip"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__.createGunzip},["createInflateRaw"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__.createInflateRaw},["deflateRawSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__.deflateRawSync},["gzipSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__.gzipSync},["inflateRawSync"]:function(){return __WEBPACK_EXTERNAL_MODULE_node_zlib_38f1fbfb__.inflateRawSync}})}),assert:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("assert")}),buffer:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("buffer")}),events:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("events")}),fs:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("fs")}),http:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("http")}),https:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("https")}),net:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("net")}),process:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("process")}),stream:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("stream")}),tls:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("tls")}),util:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("util")}),zlib:(function(module){module.exports=__WEBPACK_EXTERNAL_createRequire_require("zlib")}),"../../node_modules/@actions/http-client/lib/index.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{HttpClient:function(){return lib_HttpClient}})
var undici_stub_namespaceFn=__webpack_require__.cw(function(module){class ProxyAgent{constructor(){throw new Error("undici is left out of this bundle; use HttpClient.getAgent, not getAgentDispatcher")}}module.exports={ProxyAgent}})
const external_http_namespaceObject=__WEBPACK_EXTERNAL_MODULE_http__
const external_https_namespaceObject=__WEBPACK_EXTERNAL_MODULE_https__
function getProxyUrl(reqUrl){const usingSsl=reqUrl.protocol==="https:"
if(checkBypass(reqUrl))return
const proxyVar=(()=>{if(usingSsl)return process.env["https_proxy"]||process.env["HTTPS_PROXY"]
else return process.env["http_proxy"]||process.env["HTTP_PROXY"]})()
if(proxyVar)try{return new DecodedURL(proxyVar)}catch(_a){if(!proxyVar.startsWith("http://")&&!proxyVar.startsWith("https://"))return new DecodedURL(`http://${proxyVar}`)}else return}function checkBypass(reqUrl){if(!reqUrl.hostname)return false
const reqHost=reqUrl.hostname
if(isLoopbackAddress(reqHost))return true
const noProxy=process.env["no_proxy"]||process.env["NO_PROXY"]||""
if(!noProxy)return false
let reqPort
if(reqUrl.port)reqPort=Number(reqUrl.port)
else if(reqUrl.protocol==="http:")reqPort=80
else if(reqUrl.protocol==="https:")reqPort=443
const upperReqHosts=[reqUrl.hostname.toUpperCase()]
if(typeof reqPort==="number")upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`)
for(const upperNoProxyItem of noProxy.split(",").map(x=>x.trim().toUpperCase()).filter(x=>x))if(upperNoProxyItem==="*"||upperReqHosts.some(x=>x===upperNoProxyItem||x.endsWith(`.${upperNoProxyItem}`)||upperNoProxyItem.startsWith(".")&&x.endsWith(`${upperNoProxyItem}`)))return true
return false}function isLoopbackAddress(host){const hostLower=host.toLowerCase()
return hostLower==="localhost"||hostLower.startsWith("127.")||hostLower.startsWith("[::1]")||hostLower.startsWith("[0:0:0:0:0:0:0:1]")}class DecodedURL extends URL{constructor(url,base){super(url,base)
this._decodedUsername=decodeURIComponent(super.username)
this._decodedPassword=decodeURIComponent(super.password)}get username(){return this._decodedUsername}get password(){return this._decodedPassword}}var tunnel=__webpack_require__("../../node_modules/tunnel/index.js")
undici_stub_namespaceFn()
var __awaiter=void 0&&(void 0).__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})}
var HttpCodes;(function(HttpCodes){HttpCodes[HttpCodes["OK"]=200]="OK"
HttpCodes[HttpCodes["MultipleChoices"]=300]="MultipleChoices"
HttpCodes[HttpCodes["MovedPermanently"]=301]="MovedPermanently"
HttpCodes[HttpCodes["ResourceMoved"]=302]="ResourceMoved"
HttpCodes[HttpCodes["SeeOther"]=303]="SeeOther"
HttpCodes[HttpCodes["NotModified"]=304]="NotModified"
HttpCodes[HttpCodes["UseProxy"]=305]="UseProxy"
HttpCodes[HttpCodes["SwitchProxy"]=306]="SwitchProxy"
HttpCodes[HttpCodes["TemporaryRedirect"]=307]="TemporaryRedirect"
HttpCodes[HttpCodes["PermanentRedirect"]=308]="PermanentRedirect"
HttpCodes[HttpCodes["BadRequest"]=400]="BadRequest"
HttpCodes[HttpCodes["Unauthorized"]=401]="Unauthorized"
HttpCodes[HttpCodes["PaymentRequired"]=402]="PaymentRequired"
HttpCodes[HttpCodes["Forbidden"]=403]="Forbidden"
HttpCodes[HttpCodes["NotFound"]=404]="NotFound"
HttpCodes[HttpCodes["MethodNotAllowed"]=405]="MethodNotAllowed"
HttpCodes[HttpCodes["NotAcceptable"]=406]="NotAcceptable"
HttpCodes[HttpCodes["ProxyAuthenticationRequired"]=407]="ProxyAuthenticationRequired"
HttpCodes[HttpCodes["RequestTimeout"]=408]="RequestTimeout"
HttpCodes[HttpCodes["Conflict"]=409]="Conflict"
HttpCodes[HttpCodes["Gone"]=410]="Gone"
HttpCodes[HttpCodes["TooManyRequests"]=429]="TooManyRequests"
HttpCodes[HttpCodes["InternalServerError"]=500]="InternalServerError"
HttpCodes[HttpCodes["NotImplemented"]=501]="NotImplemented"
HttpCodes[HttpCodes["BadGateway"]=502]="BadGateway"
HttpCodes[HttpCodes["ServiceUnavailable"]=503]="ServiceUnavailable"
HttpCodes[HttpCodes["GatewayTimeout"]=504]="GatewayTimeout"})(HttpCodes||(HttpCodes={}))
var Headers;(function(Headers){Headers["Accept"]="accept"
Headers["ContentType"]="content-type"})(Headers||(Headers={}))
var MediaTypes;(function(MediaTypes){MediaTypes["ApplicationJson"]="application/json"})(MediaTypes||(MediaTypes={}))
const HttpRedirectCodes=[HttpCodes.MovedPermanently,HttpCodes.ResourceMoved,HttpCodes.SeeOther,HttpCodes.TemporaryRedirect,HttpCodes.PermanentRedirect]
const HttpResponseRetryCodes=[HttpCodes.BadGateway,HttpCodes.ServiceUnavailable,HttpCodes.GatewayTimeout]
const RetryableHttpVerbs=["OPTIONS","GET","DELETE","HEAD"]
const ExponentialBackoffCeiling=10
const ExponentialBackoffTimeSlice=5
class HttpClientError extends Error{constructor(message,statusCode){super(message)
this.name="HttpClientError"
this.statusCode=statusCode
Object.setPrototypeOf(this,HttpClientError.prototype)}}class HttpClientResponse{constructor(message){this.message=message}readBody(){return __awaiter(this,void 0,void 0,function*(){return new Promise(resolve=>__awaiter(this,void 0,void 0,function*(){let output=Buffer.alloc(0)
this.message.on("data",chunk=>{output=Buffer.concat([output,chunk])})
this.message.on("end",()=>{resolve(output.toString())})}))})}readBodyBuffer(){return __awaiter(this,void 0,void 0,function*(){return new Promise(resolve=>__awaiter(this,void 0,void 0,function*(){const chunks=[]
this.message.on("data",chunk=>{chunks.push(chunk)})
this.message.on("end",()=>{resolve(Buffer.concat(chunks))})}))})}}class lib_HttpClient{constructor(userAgent,handlers,requestOptions){this._ignoreSslError=false
this._allowRedirects=true
this._allowRedirectDowngrade=false
this._maxRedirects=50
this._allowRetries=false
this._maxRetries=1
this._keepAlive=false
this._disposed=false
this.userAgent=this._getUserAgentWithOrchestrationId(userAgent)
this.handlers=handlers||[]
this.requestOptions=requestOptions
if(requestOptions){if(requestOptions.ignoreSslError!=null)this._ignoreSslError=requestOptions.ignoreSslError
this._socketTimeout=requestOptions.socketTimeout
if(requestOptions.allowRedirects!=null)this._allowRedirects=requestOptions.allowRedirects
if(requestOptions.allowRedirectDowngrade!=null)this._allowRedirectDowngrade=requestOptions.allowRedirectDowngrade
if(requestOptions.maxRedirects!=null)this._maxRedirects=Math.max(requestOptions.maxRedirects,0)
if(requestOptions.keepAlive!=null)this._keepAlive=requestOptions.keepAlive
if(requestOptions.allowRetries!=null)this._allowRetries=requestOptions.allowRetries
if(requestOptions.maxRetries!=null)this._maxRetries=requestOptions.maxRetries}}options(requestUrl,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("OPTIONS",requestUrl,null,additionalHeaders||{})})}get(requestUrl,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("GET",requestUrl,null,additionalHeaders||{})})}del(requestUrl,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("DELETE",requestUrl,null,additionalHeaders||{})})}post(requestUrl,data,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("POST",requestUrl,data,additionalHeaders||{})})}patch(requestUrl,data,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("PATCH",requestUrl,data,additionalHeaders||{})})}put(requestUrl,data,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("PUT",requestUrl,data,additionalHeaders||{})})}head(requestUrl,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request("HEAD",requestUrl,null,additionalHeaders||{})})}sendStream(verb,requestUrl,stream,additionalHeaders){return __awaiter(this,void 0,void 0,function*(){return this.request(verb,requestUrl,stream,additionalHeaders)})}getJson(requestUrl_1){return __awaiter(this,arguments,void 0,function*(requestUrl,additionalHeaders={}){additionalHeaders[Headers.Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.ApplicationJson)
const res=yield this.get(requestUrl,additionalHeaders)
return this._processResponse(res,this.requestOptions)})}postJson(requestUrl_1,obj_1){return __awaiter(this,arguments,void 0,function*(requestUrl,obj,additionalHeaders={}){const data=JSON.stringify(obj,null,2)
additionalHeaders[Headers.Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.ApplicationJson)
additionalHeaders[Headers.ContentType]=this._getExistingOrDefaultContentTypeHeader(additionalHeaders,MediaTypes.ApplicationJson)
const res=yield this.post(requestUrl,data,additionalHeaders)
return this._processResponse(res,this.requestOptions)})}putJson(requestUrl_1,obj_1){return __awaiter(this,arguments,void 0,function*(requestUrl,obj,additionalHeaders={}){const data=JSON.stringify(obj,null,2)
additionalHeaders[Headers.Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.ApplicationJson)
additionalHeaders[Headers.ContentType]=this._getExistingOrDefaultContentTypeHeader(additionalHeaders,MediaTypes.ApplicationJson)
const res=yield this.put(requestUrl,data,additionalHeaders)
return this._processResponse(res,this.requestOptions)})}patchJson(requestUrl_1,obj_1){return __awaiter(this,arguments,void 0,function*(requestUrl,obj,additionalHeaders={}){const data=JSON.stringify(obj,null,2)
additionalHeaders[Headers.Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.ApplicationJson)
additionalHeaders[Headers.ContentType]=this._getExistingOrDefaultContentTypeHeader(additionalHeaders,MediaTypes.ApplicationJson)
const res=yield this.patch(requestUrl,data,additionalHeaders)
return this._processResponse(res,this.requestOptions)})}request(verb,requestUrl,data,headers){return __awaiter(this,void 0,void 0,function*(){if(this._disposed)throw new Error("Client has already been disposed.")
const parsedUrl=new URL(requestUrl)
let info=this._prepareRequest(verb,parsedUrl,headers)
const maxTries=this._allowRetries&&RetryableHttpVerbs.includes(verb)?this._maxRetries+1:1
let numTries=0
let response
do{response=yield this.requestRaw(info,data)
if(response&&response.message&&response.message.statusCode===HttpCodes.Unauthorized){let authenticationHandler
for(const handler of this.handlers)if(handler.canHandleAuthentication(response)){authenticationHandler=handler
break}if(authenticationHandler)return authenticationHandler.handleAuthentication(this,info,data)
else return response}let redirectsRemaining=this._maxRedirects
while(response.message.statusCode&&HttpRedirectCodes.includes(response.message.statusCode)&&this._allowRedirects&&redirectsRemaining>0){const redirectUrl=response.message.headers["location"]
if(!redirectUrl)break
const parsedRedirectUrl=new URL(redirectUrl)
if(parsedUrl.protocol==="https:"&&parsedUrl.protocol!==parsedRedirectUrl.protocol&&!this._allowRedirectDowngrade)throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.")
yield response.readBody()
if(parsedRedirectUrl.hostname!==parsedUrl.hostname)for(const header in headers)if(header.toLowerCase()==="authorization")delete headers[header]
info=this._prepareRequest(verb,parsedRedirectUrl,headers)
response=yield this.requestRaw(info,data)
redirectsRemaining--}if(!response.message.statusCode||!HttpResponseRetryCodes.includes(response.message.statusCode))return response
numTries+=1
if(numTries<maxTries){yield response.readBody()
yield this._performExponentialBackoff(numTries)}}while(numTries<maxTries)
return response})}dispose(){if(this._agent)this._agent.destroy()
this._disposed=true}requestRaw(info,data){return __awaiter(this,void 0,void 0,function*(){return new Promise((resolve,reject)=>{function callbackForResult(err,res){if(err)reject(err)
else if(!res)reject(new Error("Unknown error"))
else resolve(res)}this.requestRawWithCallback(info,data,callbackForResult)})})}requestRawWithCallback(info,data,onResult){if(typeof data==="string"){if(!info.options.headers)info.options.headers={}
info.options.headers["Content-Length"]=Buffer.byteLength(data,"utf8")}let callbackCalled=false
function handleResult(err,res){if(!callbackCalled){callbackCalled=true
onResult(err,res)}}const req=info.httpModule.request(info.options,msg=>{const res=new HttpClientResponse(msg)
handleResult(void 0,res)})
let socket
req.on("socket",sock=>{socket=sock})
req.setTimeout(this._socketTimeout||3*6e4,()=>{if(socket)socket.end()
handleResult(new Error(`Request timeout: ${info.options.path}`))})
req.on("error",function(err){handleResult(err)})
if(data&&typeof data==="string")req.write(data,"utf8")
if(data&&typeof data!=="string"){data.on("close",function(){req.end()})
data.pipe(req)}else req.end()}getAgent(serverUrl){const parsedUrl=new URL(serverUrl)
return this._getAgent(parsedUrl)}getAgentDispatcher(serverUrl){const parsedUrl=new URL(serverUrl)
const proxyUrl=getProxyUrl(parsedUrl)
const useProxy=proxyUrl&&proxyUrl.hostname
if(!useProxy)return
return this._getProxyAgentDispatcher(parsedUrl,proxyUrl)}_prepareRequest(method,requestUrl,headers){const info={}
info.parsedUrl=requestUrl
const usingSsl=info.parsedUrl.protocol==="https:"
info.httpModule=usingSsl?external_https_namespaceObject:external_http_namespaceObject
const defaultPort=usingSsl?443:80
info.options={}
info.options.host=info.parsedUrl.hostname
info.options.port=info.parsedUrl.port?parseInt(info.parsedUrl.port):defaultPort
info.options.path=(info.parsedUrl.pathname||"")+(info.parsedUrl.search||"")
info.options.method=method
info.options.headers=this._mergeHeaders(headers)
if(this.userAgent!=null)info.options.headers["user-agent"]=this.userAgent
info.options.agent=this._getAgent(info.parsedUrl)
if(this.handlers)for(const handler of this.handlers)handler.prepareRequest(info.options)
return info}_mergeHeaders(headers){if(this.requestOptions&&this.requestOptions.headers)return Object.assign({},lowercaseKeys(this.requestOptions.headers),lowercaseKeys(headers||{}))
return lowercaseKeys(headers||{})}_getExistingOrDefaultHeader(additionalHeaders,header,_default){let clientHeader
if(this.requestOptions&&this.requestOptions.headers){const headerValue=lowercaseKeys(this.requestOptions.headers)[header]
if(headerValue)clientHeader=typeof headerValue==="number"?headerValue.toString():headerValue}const additionalValue=additionalHeaders[header]
if(additionalValue!==void 0)return typeof additionalValue==="number"?additionalValue.toString():additionalValue
if(clientHeader!==void 0)return clientHeader
return _default}_getExistingOrDefaultContentTypeHeader(additionalHeaders,_default){let clientHeader
if(this.requestOptions&&this.requestOptions.headers){const headerValue=lowercaseKeys(this.requestOptions.headers)[Headers.ContentType]
if(headerValue)if(typeof headerValue==="number")clientHeader=String(headerValue)
else if(Array.isArray(headerValue))clientHeader=headerValue.join(", ")
else clientHeader=headerValue}const additionalValue=additionalHeaders[Headers.ContentType]
if(additionalValue!==void 0)if(typeof additionalValue==="number")return String(additionalValue)
else if(Array.isArray(additionalValue))return additionalValue.join(", ")
else return additionalValue
if(clientHeader!==void 0)return clientHeader
return _default}_getAgent(parsedUrl){let agent
const proxyUrl=getProxyUrl(parsedUrl)
const useProxy=proxyUrl&&proxyUrl.hostname
if(this._keepAlive&&useProxy)agent=this._proxyAgent
if(!useProxy)agent=this._agent
if(agent)return agent
const usingSsl=parsedUrl.protocol==="https:"
let maxSockets=100
if(this.requestOptions)maxSockets=this.requestOptions.maxSockets||external_http_namespaceObject.globalAgent.maxSockets
if(proxyUrl&&proxyUrl.hostname){const agentOptions={maxSockets,keepAlive:this._keepAlive,proxy:Object.assign(Object.assign({},(proxyUrl.username||proxyUrl.password)&&{proxyAuth:`${proxyUrl.username}:${proxyUrl.password}`}),{host:proxyUrl.hostname,port:proxyUrl.port})}
let tunnelAgent
const overHttps=proxyUrl.protocol==="https:"
if(usingSsl)tunnelAgent=overHttps?tunnel.httpsOverHttps:tunnel.httpsOverHttp
else tunnelAgent=overHttps?tunnel.httpOverHttps:tunnel.httpOverHttp
agent=tunnelAgent(agentOptions)
this._proxyAgent=agent}if(!agent){const options={keepAlive:this._keepAlive,maxSockets}
agent=usingSsl?new external_https_namespaceObject.Agent(options):new external_http_namespaceObject.Agent(options)
this._agent=agent}if(usingSsl&&this._ignoreSslError)agent.options=Object.assign(agent.options||{},{rejectUnauthorized:false})
return agent}_getProxyAgentDispatcher(parsedUrl,proxyUrl){let proxyAgent
if(this._keepAlive)proxyAgent=this._proxyAgentDispatcher
if(proxyAgent)return proxyAgent
const usingSsl=parsedUrl.protocol==="https:"
proxyAgent=new(undici_stub_namespaceFn().ProxyAgent)(Object.assign({uri:proxyUrl.href,pipelining:!this._keepAlive?0:1},(proxyUrl.username||proxyUrl.password)&&{token:`Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`}))
this._proxyAgentDispatcher=proxyAgent
if(usingSsl&&this._ignoreSslError)proxyAgent.options=Object.assign(proxyAgent.options.requestTls||{},{rejectUnauthorized:false})
return proxyAgent}_getUserAgentWithOrchestrationId(userAgent){const baseUserAgent=userAgent||"actions/http-client"
const orchId=void 0
if(orchId){const sanitizedId=orchId.replace(/[^a-z0-9_.-]/gi,"_")
return`${baseUserAgent} actions_orchestration_id/${sanitizedId}`}return baseUserAgent}_performExponentialBackoff(retryNumber){return __awaiter(this,void 0,void 0,function*(){retryNumber=Math.min(ExponentialBackoffCeiling,retryNumber)
const ms=ExponentialBackoffTimeSlice*Math.pow(2,retryNumber)
return new Promise(resolve=>setTimeout(()=>resolve(),ms))})}_processResponse(res,options){return __awaiter(this,void 0,void 0,function*(){return new Promise((resolve,reject)=>__awaiter(this,void 0,void 0,function*(){const statusCode=res.message.statusCode||0
const response={statusCode,result:null,headers:{}}
if(statusCode===HttpCodes.NotFound)resolve(response)
function dateTimeDeserializer(key,value){if(typeof value==="string"){const a=new Date(value)
if(!isNaN(a.valueOf()))return a}return value}let obj
let contents
try{contents=yield res.readBody()
if(contents&&contents.length>0){if(options&&options.deserializeDates)obj=JSON.parse(contents,dateTimeDeserializer)
else obj=JSON.parse(contents)
response.result=obj}response.headers=res.message.headers}catch(err){}if(statusCode>299){let msg
if(obj&&obj.message)msg=obj.message
else if(contents&&contents.length>0)msg=contents
else msg=`Failed request: (${statusCode})`
const err=new HttpClientError(msg,statusCode)
err.result=response.result
reject(err)}else resolve(response)}))})}}const lowercaseKeys=obj=>Object.keys(obj).reduce((c,k)=>(c[k.toLowerCase()]=obj[k],c),{})}),"./base/address.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isUrl:function(){return isUrl}})
function isUrl(text,base){try{return new URL(text,base).href!==""}catch{return false}}}),"./base/assert-never.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{assertNever:function(){return assertNever}})
function assertNever(value){throw new TypeError(`unexpected value ${JSON.stringify(value)}`)}}),"./base/clock.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{delayedAbort:function(){return delayedAbort},nextTurn:function(){return nextTurn},runPeriodically:function(){return runPeriodically},sleep:function(){return sleep},systemClock:function(){return systemClock},withTimeout:function(){return withTimeout}})
const longestTimerMs=2**31-1
const systemClock={nowMs:()=>performance.now(),epochMs:()=>Date.now(),schedule:(delayMs,callback,kind)=>{const timer=setTimeout(callback,Math.min(Math.max(delayMs,0),longestTimerMs))
if(kind==="idle")timer.unref()
return()=>clearTimeout(timer)}}
async function sleep(clock,delayMs,signal){signal.throwIfAborted()
await new Promise((resolve,reject)=>{const onAbort=()=>{dispose()
reject(signal.reason)}
const dispose=clock.schedule(delayMs,()=>{signal.removeEventListener("abort",onAbort)
resolve()})
signal.addEventListener("abort",onAbort,{once:true})})}async function nextTurn(){await new Promise(resolve=>setImmediate(resolve))}async function withTimeout({clock,signal,afterMs},work){const cut=new AbortController
const dispose=clock.schedule(afterMs,()=>cut.abort(new Error("cut off")))
try{return await work(AbortSignal.any([signal,cut.signal]))}catch(error){if(cut.signal.aborted&&!signal.aborted)return"timed_out"
throw error}finally{dispose()}}function delayedAbort(clock,signal,graceMs){const late=new AbortController
let disposeTimer=()=>{}
const onAbort=()=>{disposeTimer=clock.schedule(graceMs,()=>late.abort(signal.reason))}
if(signal.aborted)onAbort()
else signal.addEventListener("abort",onAbort,{once:true})
return{signal:late.signal,dispose:()=>{signal.removeEventListener("abort",onAbort)
disposeTimer()}}}async function runPeriodically({clock,everyMs,run},work){const next=()=>{dispose=clock.schedule(everyMs,next)
run()}
let dispose=clock.schedule(everyMs,next)
try{return await work()}finally{dispose()}}}),"./base/document.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isDeeperThan:function(){return isDeeperThan},placeOf:function(){return placeOf},readJson:function(){return readJson}})
const maxDepth=100
function placeOf(text,offset){const before=text.slice(0,offset)
const line=before.split("\n").length
return` (line ${line}, column ${offset-before.lastIndexOf("\n")})`}function readJson(text){const cursor={text,offset:0}
const node=readValue(cursor,0)
skipSpace(cursor)
const isWhole=node!==void 0&&cursor.offset===text.length
return isWhole?{kind:"ok",node}:{kind:"broken",offset:cursor.offset}}function readValue(cursor,depth){skipSpace(cursor)
if(depth>maxDepth)return
const first=cursor.text[cursor.offset]
if(first==="{")return readMap(cursor,depth)
if(first==="[")return readList(cursor,depth)
if(first!=='"')return readPlain(cursor)
const text=readText(cursor)
return text===void 0?void 0:{kind:"text",text}}function readMap(cursor,depth){const entries=[]
const isComplete=readItems(cursor,"}",()=>{const key=readText(cursor)
if(key===void 0||!skip(cursor,":"))return false
const value=readValue(cursor,depth+1)
if(value!==void 0)entries.push({key,value})
return value!==void 0})
return isComplete?{kind:"map",entries}:void 0}function readList(cursor,depth){const items=[]
const isComplete=readItems(cursor,"]",()=>{const item=readValue(cursor,depth+1)
if(item!==void 0)items.push(item)
return item!==void 0})
return isComplete?{kind:"list",items}:void 0}function readItems(cursor,closing,readItem){cursor.offset+=1
if(skip(cursor,closing))return true
do{if(!readItem())return false}while(skip(cursor,","))
return skip(cursor,closing)}function readText(cursor){skipSpace(cursor)
const{text,offset:start}=cursor
if(text[start]!=='"')return
let end=start+1
while(end<text.length&&text[end]!=='"')end+=text[end]==="\\"?2:1
try{const value=JSON.parse(text.slice(start,end+1))
if(typeof value!=="string")return
cursor.offset=end+1
return value}catch{return}}function readPlain(cursor){const pattern=/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
pattern.lastIndex=cursor.offset
const source=pattern.exec(cursor.text)?.[0]
if(source===void 0)return
cursor.offset+=source.length
if(source==="null")return{kind:"null"}
if(source==="true"||source==="false")return{kind:"boolean",value:source==="true",source}
return{kind:"number",value:Number(source),source}}function skip(cursor,character){skipSpace(cursor)
if(cursor.text[cursor.offset]!==character)return false
cursor.offset+=1
return true}function skipSpace(cursor){const pattern=/[ \t\r\n]*/y
pattern.lastIndex=cursor.offset
cursor.offset+=pattern.exec(cursor.text)?.[0].length??0}function isDeeperThan(maxDepth,root){let level=[root]
for(let depth=0;level.length>0;depth+=1){if(depth>maxDepth)return true
level=level.flatMap(childrenOf)}return false}function childrenOf({items,value}){const children=items?.flatMap(item=>[item.key,item.value])??[value]
return children.filter(child=>child!==void 0&&child!==null)}}),"./base/duration.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{formatDuration:function(){return formatDuration},parseDuration:function(){return parseDuration}})
const unitMs={d:864e5,h:36e5,m:6e4,s:1e3}
function parseDuration(text){const match=/^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text.trim())
if(match===null||text.trim()==="")return
const[,days,hours,minutes,seconds]=match
return Number(days??0)*unitMs.d+Number(hours??0)*unitMs.h+Number(minutes??0)*unitMs.m+Number(seconds??0)*unitMs.s}function formatDuration(spanMs){if(spanMs>0&&spanMs<1e3)return`${Math.max(.1,Math.floor(spanMs/100)/10)}s`
const seconds=Math.max(0,Math.floor(spanMs/1e3))
if(seconds<60)return`${seconds}s`
const pad=value=>String(value).padStart(2,"0")
const minutes=Math.floor(seconds/60)
if(minutes<60)return`${minutes}m${pad(seconds%60)}s`
const hours=Math.floor(minutes/60)
if(hours<24)return`${hours}h${pad(minutes%60)}m`
return`${Math.floor(hours/24)}d${pad(hours%24)}h`}}),"./base/encoding.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{UnfitTextError:function(){return UnfitTextError},decodeText:function(){return decodeText},textIn:function(){return textIn}})
class UnfitTextError extends Error{name="UnfitTextError"
why
constructor(why){super(`The file ${why}`)
this.why=why}}function decodeText(bytes){if(startsWith(bytes,[255,254,0,0])||startsWith(bytes,[0,0,254,255]))return unfit("UTF-32")
if(startsWith(bytes,[255,254]))return decodeMarked(bytes,"utf-16le")
if(startsWith(bytes,[254,255]))return decodeMarked(bytes,"utf-16be")
const text=decoded(bytes,"utf-8")
const nul=bytes.indexOf(0)
if(text!==void 0&&nul<0)return{kind:"text",text}
const container=containers.find(([,magic])=>startsWith(bytes,magic))?.[0]
if(container!==void 0)return unfit(container)
if(nul>=0&&isWide(bytes.subarray(nul))){const from=nul<2?"":`, from line ${lineAt(bytes,nul)} on`
return unfit(`UTF-16 without a byte order mark${from}`)}if(text===void 0)return{kind:"unfit",why:`${notText}${faultOf(bytes)}`}
return{kind:"unfit",why:`has a NUL byte in it, so it is not text (line ${lineAt(bytes,nul)})`,text}}function textIn(bytes){const reading=decodeText(bytes)
if(reading.kind==="unfit")throw new UnfitTextError(reading.why)
return reading.text}const notText="is not text in UTF-8"
const containers=[["a file packed with gzip",[31,139]],["a zip archive",[80,75,3,4]],["a file packed with zstd",[40,181,47,253]],["a file packed with xz",[253,55,122,88,90]],["a file packed with bzip2",[66,90,104]]]
function unfit(likely){return{kind:"unfit",why:`${notText}: it seems to be ${likely}`}}function decodeMarked(bytes,encoding){const text=decoded(bytes,encoding)
if(text===void 0){const fault=bytes.length%2===1?"an odd number of bytes":"half a character (a lone surrogate)"
return{kind:"unfit",why:`begins as UTF-16 does, and has ${fault}`}}const nul=text.indexOf("\0")
if(nul<0)return{kind:"text",text}
const line=text.slice(0,nul).split("\n").length
return{kind:"unfit",why:`has a NUL byte in it, so it is not text (line ${line})`,text}}function decoded(bytes,encoding){try{return new TextDecoder(encoding,{fatal:true}).decode(bytes)}catch{return}}function isWide(bytes){let count=0
for(const[index,byte]of bytes.entries()){if(byte!==0)continue
if(index%2===1)return false
count+=1}return count>=2&&count*4>=bytes.length}function faultOf(bytes){const at=firstFault(bytes)
const rest=bytes.subarray(at)
const[lead=0,next=0]=rest
const length=lead>=240?4:lead>=224?3:2
const isBinary=bytes.some(byte=>byte<32&&!shownControls.has(byte))
if(isBinary)return": it seems to be binary"
const where=`(line ${lineAt(bytes,at)})`
if(lead===237&&next>=160&&next<=191)return` ${where}: it has half a character (a lone surrogate)`
if(at>0&&lead>=194&&rest.length<length&&rest.subarray(1).every(isContinuation))return`, or ends in the middle of a character ${where}`
return` ${where}: it seems to be Latin-1, Windows-1252 or another encoding with one byte a letter`}const shownControls=new Set([9,10,12,13,27])
function isContinuation(byte){return byte>=128&&byte<=191}function firstFault(bytes){const reencoded=(new TextEncoder).encode(new TextDecoder("utf-8",{ignoreBOM:true}).decode(bytes))
const different=bytes.findIndex((byte,index)=>byte!==reencoded[index])
const at=different<0?bytes.length-1:different
let lead=at
while(lead>0&&at-lead<3&&isContinuation(bytes[lead]??0))lead-=1
return lead}function lineAt(bytes,offset){let line=1
for(const byte of bytes.subarray(0,offset))if(byte===10)line+=1
return line}function startsWith(bytes,magic){return magic.every((byte,index)=>bytes[index]===byte)}}),"./base/errors.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{AbortedError:function(){return AbortedError},AppError:function(){return AppError},InputError:function(){return InputError},OutcomeError:function(){return OutcomeError},RefusedError:function(){return RefusedError},ResultsError:function(){return ResultsError},TimeoutError:function(){return TimeoutError},UnreachableError:function(){return UnreachableError},exitCodes:function(){return exitCodes},formatParts:function(){return formatParts}})
const exitCodes={accepted:0,notAccepted:1,invalidInput:2,refused:3,unreachable:4,timeout:5,resultsIncomplete:6,internal:70,interrupted:130,terminated:143}
const signalExitCodes={SIGHUP:129,SIGINT:exitCodes.interrupted,SIGQUIT:131,SIGUSR1:138,SIGUSR2:140,SIGALRM:142,SIGTERM:exitCodes.terminated,SIGXCPU:152,SIGBREAK:exitCodes.interrupted}
class AppError extends Error{code
parts
constructor(parts){super(formatParts(parts),parts.cause===void 0?void 0:{cause:parts.cause})
this.name=new.target.name
this.code=parts.code
this.parts=parts}}function formatParts({code,what,why,hint}){const lines=[`${what} [${code}]`]
if(why!==void 0)lines.push(`Why: ${why}`)
if(hint!==void 0)lines.push(`What to do: ${hint}`)
return lines.join("\n")}class InputError extends AppError{exitCode=exitCodes.invalidInput}class OutcomeError extends AppError{exitCode=exitCodes.notAccepted}class RefusedError extends AppError{exitCode=exitCodes.refused}class UnreachableError extends AppError{exitCode=exitCodes.unreachable}class TimeoutError extends AppError{exitCode=exitCodes.timeout}class ResultsError extends AppError{exitCode=exitCodes.resultsIncomplete}class AbortedError extends AppError{exitCode
stopSignal
constructor(stopSignal,parts={}){super({code:"aborted",what:`Stopped by ${stopSignal}`,...parts})
this.stopSignal=stopSignal
const codes=signalExitCodes
this.exitCode=codes[stopSignal]??exitCodes.interrupted}}__webpack_require__.d(__webpack_exports__,["signalExitCodes",0,signalExitCodes])}),"./base/files.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{FileTooLargeError:function(){return FileTooLargeError},isWindowsDevice:function(){return isWindowsDevice},nameKeyOf:function(){return nameKeyOf},systemCodeOf:function(){return systemCodeOf}})
const windowsDevices=/^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i
function isWindowsDevice(name){return windowsDevices.test(name)}function nameKeyOf(name){return name.normalize("NFC").toLowerCase().normalize("NFC")}function systemCodeOf(error){if(typeof error!=="object"||error===null)return
const code=Reflect.get(error,"code")
return typeof code==="string"&&/^E[A-Z0-9]+$/.test(code)?code:void 0}class FileTooLargeError extends Error{name="FileTooLargeError"
why
constructor(limitBytes){const why=`is larger than ${limitBytes/1024/1024} MiB, or never ends`
super(`The file ${why}`)
this.why=why}}}),"./base/foreign-error.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isError:function(){return isError},shownTexts:function(){return shownTexts},wordsOfError:function(){return wordsOfError}})
const mostLevels=10
const mostErrors=50
const facts=["code","errno","syscall","kind","reached","status"]
function wordsOfError(error,shown=text=>text){return isError(error)?copyOf(error,{shown,left:mostErrors,level:0}):void 0}function isError(value){return typeof value==="object"&&value!==null&&typeof memberOf(value,"message")==="string"}function shownTexts({message,stack},shown){return{message:shown(message),stack:typeof stack==="string"?shown(stack.replace(message,()=>shown(message))):void 0}}function copyOf(error,copying){if(copying.left===0||copying.level>mostLevels)return
copying.left-=1
copying.level+=1
const{shown}=copying
const{message,stack}=shownTexts({message:error.message,stack:memberOf(error,"stack")},shown)
const copy=new Error(message)
setHidden(copy,"stack",stack)
const name=memberOf(error,"name")
if(typeof name==="string"&&name!==copy.name)setHidden(copy,"name",shown(name))
for(const fact of facts){const value=memberOf(error,fact)
if(typeof value==="string")Object.assign(copy,{[fact]:shown(value)})
if(typeof value==="number")Object.assign(copy,{[fact]:value})}const cause=partOf(memberOf(error,"cause"),copying)
if(cause!==void 0)setHidden(copy,"cause",cause)
const errors=memberOf(error,"errors")
if(Array.isArray(errors)){const parts=errors.slice(0,mostErrors).map(each=>partOf(each,copying))
setHidden(copy,"errors",parts.filter(part=>part!==void 0))}copying.level-=1
return copy}function partOf(part,copying){if(typeof part==="string")return copying.shown(part)
return isError(part)?copyOf(part,copying):void 0}function memberOf(value,name){try{return Reflect.get(value,name)}catch{return}}function setHidden(error,name,value){Object.defineProperty(error,name,{value,enumerable:false,writable:true,configurable:true})}}),"./base/glob.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{globMatcher:function(){return globMatcher},isGlob:function(){return isGlob},sharedNameOf:function(){return sharedNameOf}})
function globMatcher(pattern){if(!isGlob(pattern))return text=>text===pattern
const wanted=Array.from(pattern.replace(/\*+/g,"*"))
return text=>text===pattern||fits(wanted,Array.from(text))}function isGlob(pattern){return/[*?]/.test(pattern)}function fits(wanted,given){let at=0
let position=0
let star=-1
let taken=0
while(position<given.length)if(wanted[at]==="*"){star=at++
taken=position}else if(at<wanted.length&&(wanted[at]==="?"||wanted[at]===given[position])){at+=1
position+=1}else if(star>=0){at=star+1
position=++taken}else return false
if(wanted[at]==="*")at+=1
return at===wanted.length}function sharedNameOf(name){if(name.endsWith("]")){const values=name.indexOf(": [")
return values<0?name:name.slice(0,values)}const count=digitsFrom(name,name.length)
if(count===name.length||name[count-1]!=="/")return name
const number=digitsFrom(name,count-1)
return number<count-1&&name[number-1]===" "?name.slice(0,number-1):name}function digitsFrom(text,end){let at=end
while(at>0&&/^\d$/.test(text[at-1]??""))at-=1
return at}}),"./base/is-object.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isObject:function(){return isObject}})
function isObject(value){return typeof value==="object"&&value!==null&&!Array.isArray(value)}}),"./base/parallel.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{mapInParallel:function(){return mapInParallel}})
async function mapInParallel(items,limit,map){const results=[]
const rest=[...items.entries()]
const work=async()=>{for(let next=rest.shift();next!==void 0;next=rest.shift()){const[index,item]=next
results[index]=await map(item)}}
const workers=Array.from({length:Math.min(limit,items.length)},work)
const endings=await Promise.allSettled(workers)
const failed=endings.find(ending=>ending.status==="rejected")
if(failed!==void 0)throw failed.reason
return results}}),"./base/ref-advice.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{adviceOnRef:function(){return adviceOnRef}})
function adviceOnRef(ref){const name=ref.replace(/^refs\/(?:heads|tags)\//,"")
if(/^(?:pull\/)?\d+\/(?:merge|head)$|^(?:pull|pull-requests)\/\d+(?:\/\w+)?$/.test(name))return`'${name}' is the name of a pull request (what github.ref_name gives there), which exists on its own host only: in a pull request, github.head_ref is the short name of its branch.`
if(name.startsWith("gh-readonly-queue/"))return`'${name}' is a branch that GitHub makes for its merge queue, and does not mirror: give the branch to merge into, github.event.merge_group.base_ref.`
if(/^merge-requests\/\d+(?:\/\w+)?$/.test(name))return`'${name}' is a merge request, for which no pipeline can be triggered: give its source branch.`
const remote=/^(?:remotes\/[^/]+|origin|upstream)\/(.+)$/.exec(name)?.[1]
if(remote!==void 0)return`'${name}' is what a clone calls a branch of its remote: give ${remote}.`
if(name==="HEAD")return"HEAD is no branch in GitLab: give a branch's name, such as that of the default branch."
const twice=/^refs\/(?:heads|tags|remotes\/[^/]+)\/(.+)$/.exec(name)?.[1]
if(twice!==void 0)return`It begins with refs/ twice: give ${twice}, or refs/heads/${twice}.`
const[,kind,short]=/^(heads|tags)\/(.+)$/.exec(name)??[]
if(kind!==void 0&&short!==void 0)return`Give ${short}, or refs/${kind}/${short}.`
if(/^(?:".*"|'.*'|`.*`)$/.test(name))return"The quotes around it are part of the name: docker run --env-file, for one, keeps them. Write it without."
if(/^(?:null|undefined|none|object)$/i.test(name))return`'${name}' is what scripts and expressions give for something that is not there: look at where ref comes from.`
return}}),"./base/retry.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{retry:function(){return retry},retryDelayMs:function(){return retryDelayMs}})
var _clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
function retryDelayMs(failed,policy){if(failed.retryAfterMs!==void 0)return Math.min(Math.max(failed.retryAfterMs,0),policy.maxRetryAfterMs)
const doublings=Math.max(failed.attempt-1,0)
const longestMs=Math.min(policy.firstPauseMs*2**doublings,policy.maxPauseMs)
return Math.round(failed.random()*longestMs)}async function retry(retried){const{clock,random,policy,untilMs=1/0,signal}=retried
for(let attempt=1;;attempt+=1){const result=await retried.attempt()
const again=attempt<policy.attempts?retried.retryable(result):void 0
if(again===void 0)return result
const delayMs=retryDelayMs({attempt,retryAfterMs:again.retryAfterMs,random},policy)
if(clock.nowMs()+delayMs>untilMs)return result
retried.onRetry?.(result,delayMs)
await(0,_clock_js__WEBPACK_IMPORTED_MODULE_0__.sleep)(clock,delayMs,signal)}}}),"./base/secret.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{Secret:function(){return Secret}})
const placeholder="***"
class Secret{#text
constructor(text){this.#text=text}reveal(){return this.#text}toString(){return placeholder}toJSON(){return placeholder}[Symbol.for("nodejs.util.inspect.custom")](){return placeholder}}}),"./base/text-width.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{fitText:function(){return fitText},graphemesOf:function(){return graphemesOf},headOf:function(){return headOf},padText:function(){return padText},tailOf:function(){return tailOf},textWidth:function(){return textWidth}})
const wide=/[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u
const nothing=/^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u
const plain=/^[\u0020-\u007e…›]*$/
let segmenter
function textWidth(text){if(plain.test(text))return text.length
return graphemesOf(text).reduce((sum,grapheme)=>sum+graphemeWidth(grapheme),0)}function headOf(graphemes,cells){let used=0
let count=0
for(const grapheme of graphemes){used+=graphemeWidth(grapheme)
if(used>cells)break
count+=1}return graphemes.slice(0,count).join("")}function tailOf(graphemes,cells){let used=0
let from=graphemes.length
while(from>0){used+=graphemeWidth(graphemes[from-1]??"")
if(used>cells)break
from-=1}return graphemes.slice(from).join("")}function fitText(text,cells){if(textWidth(text)<=cells)return text
return cells<1?"":`${headOf(graphemesOf(text),cells-1)}…`}function padText(text,cells){const fitted=fitText(text,cells)
return fitted+" ".repeat(Math.max(0,cells-textWidth(fitted)))}function graphemesOf(text){if(plain.test(text))return text.split("")
segmenter??=new Intl.Segmenter(void 0,{granularity:"grapheme"})
return Array.from(segmenter.segment(text),({segment})=>segment)}function graphemeWidth(grapheme){if(grapheme.length===1&&grapheme<="~")return 1
if(nothing.test(grapheme))return 0
return wide.test(grapheme)?2:1}}),"./base/text.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cleanIndentedLine:function(){return cleanIndentedLine},cleanLine:function(){return cleanLine},controlCharacters:function(){return controlCharacters},cutText:function(){return cutText},editDistance:function(){return editDistance},hostCommands:function(){return hostCommands},invisibleCharacter:function(){return invisibleCharacter},invisibleMark:function(){return invisibleMark},nearestName:function(){return nearestName},quotedName:function(){return quotedName},redactedLine:function(){return redactedLine},redactedText:function(){return redactedText},shellWord:function(){return shellWord},stripTerminalSequences:function(){return stripTerminalSequences},terminalSequence:function(){return terminalSequence},tokenKindNames:function(){return tokenKindNames},tokenKindOf:function(){return tokenKindOf},tokenStartOf:function(){return tokenStartOf},tokensIn:function(){return tokensIn},withoutEnd:function(){return withoutEnd},withoutInvisible:function(){return withoutInvisible},withoutTokens:function(){return withoutTokens}})
const joining="\\u200c|\\u200d|\\ufe0e|\\ufe0f"
const unseen="\\p{Cf}\\p{Default_Ignorable_Code_Point}"
const visible=`[^\\u0000-\\u009f${unseen}]`
const joined=`[^\\u0000-\\u00ff${unseen}]`
const controlCharacters="\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029"
const invisibleMark=`(?!${joining})[${unseen}]`
const invisibleCharacter=`[${unseen}]`
const strayJoiner=[`(?<!${joined}\\ufe0f?)(?:\\u200c|\\u200d)`,`(?:\\u200c|\\u200d)(?!${joined})`,`(?<!${visible})\\ufe0e`,`(?<!${visible}|[0-9#*](?=\\ufe0f\\u20e3))\\ufe0f`].join("|")
const plain=/^[\n\u0020-\u007e]*$/
const invisible=new RegExp(`${invisibleMark}|${strayJoiner}`,"gu")
function withoutInvisible(text){return plain.test(text)?text:text.replace(invisible,"")}const cutMark="…"
const controlRuns=new RegExp(`[${controlCharacters}]+`,"gu")
const controlsButTabs=new RegExp(`(?!\\t)[${controlCharacters}]`,"gu")
function cleanLine(text,maxCharacters=500){return cleanedAndCut(text,maxCharacters,piece=>withoutInvisible(stripTerminalSequences(piece).replace(controlRuns," ")).replace(/ {2,}/g," ").trim())}function cleanIndentedLine(text,maxCharacters){return cleanedAndCut(text,maxCharacters,piece=>withoutInvisible(stripTerminalSequences(piece).replace(controlsButTabs,"")).replaceAll("\t","    ").trimEnd())}const mostCleaned=1e5
function redactedLine(text,redact,maxCharacters=500){return cutText(redact(cleanLine(text,Math.max(mostCleaned,maxCharacters))),maxCharacters)}const controlsButBlanks=new RegExp(`(?![\\t\\n\\r])[${controlCharacters}]|[\\ufffe\\uffff]|\\p{Surrogate}`,"gu")
function redactedText(text,redact,maxCharacters){const clean=withoutInvisible(stripTerminalSequences(text).replace(controlsButBlanks,""))
return cutText(redact(clean),maxCharacters)}function cutText(text,maxCharacters){if(text.length<=maxCharacters)return text
const beginning=text.slice(0,maxCharacters)
if(!/[\ud800-\udfff]/.test(beginning))return`${beginning.slice(0,-1)}${cutMark}`
const characters=Array.from(text.slice(0,2*maxCharacters+2))
if(characters.length<=maxCharacters)return text
return`${characters.slice(0,maxCharacters-1).join("")}${cutMark}`}function cleanedAndCut(text,maxCharacters,clean){for(let length=maxCharacters*8;;length*=8){const cleaned=clean(text.slice(0,length))
if(text.length<=length||cleaned.length>2*maxCharacters)return cutText(cleaned,maxCharacters)}}function stripTerminalSequences(text){if(!/[\u001b\u009b]/u.test(text))return text
return text.replace(terminalSequence,"")}const terminalSequence=/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]+[ -/]*[@-~]/gu
const tokenKindNames={trigger:"a pipeline trigger token",job:"a CI job token",access:"a personal, project or group access token",deploy:"a deploy token",runner:"a runner token",runner_controller:"a runner controller token",oauth_secret:"the secret of an OAuth application",feed:"a feed token",incoming_mail:"an incoming mail token",agent:"a Kubernetes agent token",workspace:"a workspace token",scim:"a SCIM token",feature_flag:"a feature flag client token",github:"a GitHub token"}
const kindByGitlabPrefix=new Map([["glptt","trigger"],["glcbt","job"],["glpat","access"],["gldt","deploy"],["glrt","runner"],["glrtr","runner"],["glrct","runner_controller"],["gloas","oauth_secret"],["glft","feed"],["glimt","incoming_mail"],["glagent","agent"],["glwt","workspace"],["glsoat","scim"],["glffct","feature_flag"]])
function tokenKindOf(token){if(/^(?:gh[opsur]_|github_pat_)/.test(token))return"github"
const prefix=/^(?:[\w.-]{1,40}-)?(gl[a-z]{2,6})-./.exec(token)?.[1]
return prefix===void 0?void 0:kindByGitlabPrefix.get(prefix)}const tokenShape=/gl[a-z]{2,6}-[\w.=-]{8,}|gh[opsur]_\w{8,}|github_pat_\w{8,}/g
function tokensIn(text){return(text.match(tokenShape)??[]).filter(piece=>tokenKindOf(piece)!==void 0)}function withoutTokens(text){return text.replace(tokenShape,piece=>tokenKindOf(piece)===void 0?piece:"***")}const startCharacters=4
function tokenStartOf(token){if(token==="-glp")return{start:void 0,whole:false}
const rest=token.replace(/^(?:[\w.-]{1,40}-)?glptt-/,"")
return{start:rest.slice(0,startCharacters),whole:rest.length>startCharacters}}function quotedName(name){return`"${cleanLine(withoutTokens(name),100)}"`}function nearestName(given,names){const ranked=names.map(name=>({name,distance:editDistance(given.toLowerCase(),name.toLowerCase())})).sort((one,other)=>one.distance-other.distance)
const[best]=ranked
return best!==void 0&&best.distance<=Math.max(1,Math.floor(best.name.length/3))?best.name:void 0}function editDistance(from,to){let previous=Array.from({length:to.length+1},(_,index)=>index)
Array.from(from).forEach((letter,row)=>{const current=[row+1]
Array.from(to).forEach((other,column)=>{const replaced=(previous[column]??0)+(letter===other?0:1)
current.push(Math.min(replaced,(previous[column+1]??0)+1,(current[column]??0)+1))})
previous=current})
return previous.at(-1)??0}const hostCommands={bracketed:/##(?=\[)/g,colons:/::/g,azure:/##(?=\[|vso\[)/gi,teamcity:/##(?=teamcity\[)/gi,gitlabSection:/section_(?=(?:start|end):)/g,travis:/travis_(?=\w+:)/g,buildkiteGroup:/(?:---|\+\+\+|~~~|\^\^\^)(?=\s|$)/g,jenkinsNote:/\u001b\[8m/g}
function withoutEnd(text,character){let end=text.length
while(end>0&&text[end-1]===character)end-=1
return text.slice(0,end)}function shellWord(text){return/^[A-Za-z0-9_./:@%+=,-]+$/.test(text)?text:`'${text.replaceAll("'",`'\\''`)}'`}}),"./entries/action.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{actionEntry:function(){return actionEntry}})
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
var _hosts_adapters_github_actions_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./hosts/adapters/github-actions.js")
var _hosts_process_standard_output_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/process/standard-output.js")
var _hosts_text_files_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./hosts/text-files.js")
var _http_node_transport_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./http/node-transport.js")
var _run_context_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./run/context.js")
var _process_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./entries/process.js")
function actionEntry(action){const{loss}=(0,_hosts_process_standard_output_js__WEBPACK_IMPORTED_MODULE_2__.watchStandardOutput)("log")
const host=(0,_hosts_adapters_github_actions_js__WEBPACK_IMPORTED_MODULE_1__.githubActionsHost)()
const deps={host,clock:_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.systemClock,random:Math.random,environment:process.env,createTransport:_http_node_transport_js__WEBPACK_IMPORTED_MODULE_4__.createNodeTransport}
const run=(given,context)=>(0,_process_js__WEBPACK_IMPORTED_MODULE_6__.withFaults)(host,()=>action.run(given,context))
return{log:host.log,loss,run:context=>(0,_run_context_js__WEBPACK_IMPORTED_MODULE_5__.runMasked)({...action,run},{...deps,files:(0,_hosts_text_files_js__WEBPACK_IMPORTED_MODULE_3__.textFilesUntil)(context.signal)},context)}}}),"./entries/process.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{runEntry:function(){return runEntry},withFaults:function(){return withFaults}})
var clock=__webpack_require__("./base/clock.js")
var errors=__webpack_require__("./base/errors.js")
var external_node_fs_=__webpack_require__("node:fs")
var external_node_os_=__webpack_require__("node:os")
function onStopSignal(hear){for(const name of Object.keys(errors.signalExitCodes)){if(!(name in external_node_os_.constants.signals))continue
const isIgnored=name==="SIGHUP"&&ignoresHangup(launchOfThisProcess())
process.on(name,isIgnored?()=>{}:()=>hear(name))}}function ignoresHangup({environment,parentStatus,hasUnreadableInput}){if(hasUnreadableInput||/(?:^|[/\\])nohup$/.test(environment._??""))return true
const ignored=parentStatus===void 0?void 0:/^SigIgn:\s*([\da-f]+)$/im.exec(parentStatus)?.[1]
return ignored!==void 0&&Number.parseInt(ignored.slice(-1),16)%2===1}function launchOfThisProcess(){const inputFlags=/^flags:\s*(\d+)$/m.exec(textOf("/proc/self/fdinfo/0")??"")?.[1]
const isWriteOnly=inputFlags!==void 0&&Number.parseInt(inputFlags,8)%4===external_node_fs_.constants.O_WRONLY
return{environment:process.env,parentStatus:textOf(`/proc/${process.ppid}/status`),hasUnreadableInput:isWriteOnly&&isDevice(0)}}function isDevice(fd){try{return(0,external_node_fs_.fstatSync)(fd).isCharacterDevice()}catch{return false}}function textOf(place){try{return(0,external_node_fs_.readFileSync)(place,"utf8")}catch{return}}var system=__webpack_require__("./hosts/system.js")
const echoMs=500
const parentPollMs=1e3
function runEntry(load){process.exitCode=errors.exitCodes.internal
const stop=new AbortController
const forceSignal=new AbortController
const parent=process.ppid
let heardMs=-1/0
onStopSignal(name=>{const nowMs=clock.systemClock.nowMs()
const isEcho=nowMs-heardMs<echoMs
heardMs=nowMs
if(isEcho)return
if(forceSignal.signal.aborted){fail(stop.signal.reason)
process.exit()}(stop.signal.aborted?forceSignal:stop).abort(new errors.AbortedError(name))})
let entry={log:(0,system.terminalLog)()}
const watchParent=()=>{if(process.ppid===parent)clock.systemClock.schedule(parentPollMs,watchParent,"idle")
else if(!stop.signal.aborted)stop.abort(new errors.AbortedError("the end of the process that started it"))}
let isSettled=false
const settle=ending=>{if(isSettled)return
isSettled=true
const known=afterLoss(ending,entry)
process.exitCode=known.exitCode
entry.onEnd?.(known)
const last=afterLoss(known,entry)
process.exitCode=last.exitCode
if(last.error!==void 0)entry.log.error(messageOf(last.error))}
const fail=error=>settle({exitCode:exitCodeOf(error),error:error??new TypeError("nothing was thrown")})
process.on("uncaughtException",error=>{if(isSettled){process.exitCode=errors.exitCodes.internal
entry.log.error(messageOf(error))}else fail(error)
process.exit()})
process.on("exit",()=>{fail(new Error("the run ended without a result"))
if(process.exitCode!==errors.exitCodes.accepted)return
const error=entry.loss?.("exit")
if(error===void 0)return
process.exitCode=error.exitCode
entry.log.error(messageOf(error))})
load().then(async loaded=>{entry=loaded
if(loaded.needsParent===true)watchParent()
const exitCode=await loaded.run({signal:stop.signal,forceSignal:forceSignal.signal})
settle({exitCode,error:void 0})}).catch(fail)}function afterLoss(ending,{loss}){const error=ending.exitCode===errors.exitCodes.accepted?loss?.():void 0
return error===void 0?ending:{exitCode:error.exitCode,error}}function exitCodeOf(error){return error instanceof errors.AppError?error.exitCode:errors.exitCodes.internal}function messageOf(error){if(error instanceof errors.AppError)return error.message
const text=error instanceof Error?error.stack??error.message:String(error)
return`A bug in this program, not in your pipeline [internal]\n${text}`}async function withFaults({outputs,summary,log},run){const faults=error=>{const isSaid=error instanceof errors.ResultsError&&error.code==="output_lost"
const undelivered=isSaid?void 0:outputs.undelivered?.()
return[outputs.stale?.(),undelivered,outputs.fault?.(),summary.fault?.()].filter(fault=>fault!==void 0)}
const warn=found=>{for(const fault of found)log.warning((0,errors.formatParts)(fault))}
let exitCode
try{exitCode=await run()
await(outputs.lost?.())}catch(error){warn(faults(error))
throw error}const[first,...others]=faults()
warn(others)
if(first!==void 0)throw new errors.ResultsError(first)
return exitCode}}),"./follow/cancel-tree.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelTree:function(){return cancelTree}})
var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/clock.js")
var _base_parallel_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/parallel.js")
var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./gitlab/responses/explain.js")
var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./gitlab/responses/response-meaning.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./model/pipeline.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./model/snapshot.js")
var _decide_contradictions_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./follow/decide/contradictions.js")
const confirmPollMs=500
async function cancelTree(deps,task){const below=task.snapshot===void 0?[]:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.placesOf)(task.snapshot.root).slice(1)
const alive=below.map(({node})=>node.pipeline).filter(({status})=>!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(status))
const own=task.snapshot?.root.pipeline??task.pipeline
const startMs=deps.clock.nowMs()
const ends=await Promise.all([own,...alive].map(pipeline=>cancelOne(deps,task,pipeline)))
const{reader,project,snapshot,signal}=task
if(reader===void 0)return ends
const withinMs=task.withinMs-(deps.clock.nowMs()-startMs)
if(withinMs<=0||signal.aborted)return ends
const cancel=(pipeline,leftMs)=>cancelOne(deps,{...task,withinMs:leftMs},pipeline)
const late=await cancelLate({reader,clock:deps.clock,cancel},{project,ends,snapshot,withinMs,signal})
return[...ends,...late]}async function cancelOne(deps,{project,withinMs,signal},pipeline){let why="GitLab did not answer in time"
let seen=pipeline
const work=async cutSignal=>{const call={project:(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.projectOf)(pipeline,project),pipelineId:pipeline.id}
let ask=deps.gitlab.cancelPipeline
for(;;){const reply=await ask(call,cutSignal)
if(reply.kind==="ok"){const result=resultOf(reply.value.status)
if(result!==void 0){const isLate=result==="already_ended"&&ask!==deps.gitlab.cancelPipeline
return{pipeline:reply.value,result,...isLate?{endedWhileCanceling:true}:{}}}seen=reply.value
why=`GitLab accepted the request, and the pipeline is still ${seen.status}`
ask=deps.gitlab.fetchPipeline}else{why=(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.describeReply)(reply).why
if(!(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__.isTransient)(reply,"cancel"))return{pipeline:seen,result:"left_running",why}}await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.sleep)(deps.clock,confirmPollMs,cutSignal)}}
try{const end=await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.withTimeout)({clock:deps.clock,signal,afterMs:withinMs},work)
return end==="timed_out"?{pipeline:seen,result:"left_running",why}:end}catch{return{pipeline:seen,result:"left_running",why}}}function resultOf(status){if(status==="canceled"||status==="canceling")return status
return(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(status)?"already_ended":void 0}const repollMs=500
const longestWaitMs=5e3
const parallelRequests=4
async function cancelLate(deps,{project,ends,snapshot,withinMs,signal}){const{reader,clock,cancel}=deps
const startMs=clock.nowMs()
const lastPollMs=startMs+Math.min(withinMs/2,longestWaitMs)
const known=knownKeys(ends,snapshot)
const awaited=new Set(statesBelow(snapshot).filter(isOnItsWay).map(({id})=>id))
const parents=parentsOf(ends,snapshot)
const late=[]
const poll=async cutSignal=>{for(;;){const replies=await(0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_1__.mapInParallel)(parents,parallelRequests,async pipeline=>{const call={project:(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.projectOf)(pipeline,project),pipelineId:pipeline.id}
return{parent:pipeline,reply:await reader.fetchBridges(call,cutSignal)}})
const hasFailed=replies.some(({reply})=>reply.kind!=="ok"&&(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_3__.isTransient)(reply))
const fresh=[]
for(const{parent,reply}of replies)for(const bridge of reply.kind==="ok"?reply.value.items:[]){if(isOnItsWay(bridge))awaited.add(bridge.id)
if(bridge.downstream===void 0)continue
awaited.delete(bridge.id)
const pipeline=startedBy(bridge.downstream,parent)
if(known.has((0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)(pipeline)))continue
known.add((0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)(pipeline))
if(!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(pipeline.status))fresh.push(pipeline)}const leftMs=withinMs-(clock.nowMs()-startMs)
late.push(...await Promise.all(fresh.map(pipeline=>cancel(pipeline,leftMs))))
parents.push(...fresh)
if(fresh.length===0&&awaited.size===0&&!hasFailed)return
if(clock.nowMs()+repollMs>lastPollMs)return
await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.sleep)(clock,repollMs,cutSignal)}}
try{await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__.withTimeout)({clock,signal,afterMs:withinMs},poll)}catch{}return late}function parentsOf(ends,snapshot){const canceled=ends.filter(({result})=>result!=="left_running").map(({pipeline})=>pipeline)
const tried=new Set(ends.map(({pipeline})=>(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)(pipeline)))
const others=nodesOf(snapshot).filter(({bridges})=>bridges.some(({bridge})=>isOnItsWay(bridge))).map(({pipeline})=>pipeline).filter(pipeline=>!tried.has((0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)(pipeline)))
return[...canceled,...others]}function knownKeys(ends,snapshot){const read=nodesOf(snapshot).map(({pipeline})=>(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)(pipeline))
const named=statesBelow(snapshot).flatMap(({downstream})=>downstream===void 0?[]:[(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)({projectId:downstream.projectId,id:downstream.pipelineId})])
return new Set([...ends.map(({pipeline})=>(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.pipelineKeyOf)(pipeline)),...read,...snapshot?.failure===void 0?named:[]])}function nodesOf(snapshot){return snapshot===void 0?[]:(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_5__.placesOf)(snapshot.root).map(({node})=>node)}function statesBelow(snapshot){return nodesOf(snapshot).flatMap(({bridges})=>bridges.map(({bridge})=>bridge))}function isOnItsWay(bridge){return(0,_decide_contradictions_js__WEBPACK_IMPORTED_MODULE_6__.isMoving)(bridge)&&!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.hasStartedPipeline)(bridge)}function startedBy({projectId,pipelineId,status,webUrl},{ref,sha}){return{id:pipelineId,projectId,status,webUrl,ref,sha}}}),"./follow/decide/contradictions.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{contradictsItself:function(){return contradictsItself},growthOf:function(){return growthOf},hasCountingFailure:function(){return hasCountingFailure},isContradictedByJobs:function(){return isContradictedByJobs},isContradictory:function(){return isContradictory},isMoving:function(){return isMoving},isRevived:function(){return isRevived},isUnexplained:function(){return isUnexplained},unseenJobs:function(){return unseenJobs},unshownCause:function(){return unshownCause}})
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/pipeline.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/snapshot.js")
const movingStatuses=new Set(["waiting_for_resource","preparing","waiting_for_callback","pending","running","canceling","scheduled"])
function isMoving({status}){return movingStatuses.has(status)}function hasCountingFailure(node){return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.stepsOf)(node).some(({job})=>(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isCountingFailure)(job))}function contradictsItself(root){return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.placesOf)(root).some(({node})=>isContradictory(node))}function isContradictory(node){return isContradictedByJobs(node)||node.bridges.some(isContradictedBelow)}function isContradictedByJobs(node){const{status}=node.pipeline
if(!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(status))return false
const jobs=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.stepsOf)(node).map(({job})=>job)
if(jobs.some(isMoving))return true
switch(status){case"success":return!jobs.every(isPartOfSuccess)
case"failed":return jobs.length>0&&node.incomplete===void 0&&!jobs.some(_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isCountingFailure)
case"canceled":case"skipped":return jobs.some(_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isCountingFailure)}}function isRevived(node){const{status,finishedAt=""}=node.pipeline
if(!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(status)||node.jobs.some(({job})=>(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isCountingFailure)(job)))return false
const failedBridges=node.bridges.filter(({bridge})=>(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isCountingFailure)(bridge))
const isRevivedBelow=({downstream})=>downstream!==void 0&&(!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(downstream.pipeline.status)||isRevived(downstream))
if(failedBridges.length>0)return failedBridges.every(isRevivedBelow)
return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.stepsOf)(node).some(({job})=>isMoving(job)||Date.parse(job.createdAt??"")>Date.parse(finishedAt))}function unshownCause(node){const{id,status}=node.pipeline
const statuses=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.stepsOf)(node).map(({job})=>job.status)
const isShown=statuses.length===0||(status==="skipped"?statuses.every(each=>each==="skipped"||each==="manual"):statuses.includes(status))
return isShown?void 0:`the jobs of pipeline ${id} do not show why it is ${status}: their list may be outdated`}function isPartOfSuccess({status,allowFailure,isAllowanceUnknown}){switch(status){case"success":case"skipped":return true
case"failed":case"canceled":case"manual":return allowFailure&&isAllowanceUnknown!==true
default:return false}}function isContradictedBelow({bridge,downstream}){if(downstream===void 0||bridge.downstream===void 0)return false
const reportedStatus=bridge.downstream.status
const{status}=downstream.pipeline
return(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(reportedStatus)&&(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(status)&&reportedStatus!==status}function growthOf({root},{downstream,onManual}){if(downstream==="ignore")return root.pipeline.status==="created"?"sure":"none"
const nodes=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.placesOf)(root).map(({node})=>node)
if(nodes.some(node=>node.pipeline.status==="created"||mayStartMore(node,onManual)))return"sure"
return nodes.some(({bridges})=>bridges.some(isUnexplained))?"perhaps":"none"}function mayStartMore({pipeline,bridges},onManual){const isOver=(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(pipeline.status)
return bridges.some(({bridge})=>{if((0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.hasStartedPipeline)(bridge)||(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.isTerminalStatus)(bridge.status))return false
if(isOver)return isMoving(bridge)
return!(bridge.status==="manual"&&onManual==="stop")})}function isUnexplained({bridge}){return!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_0__.hasStartedPipeline)(bridge)&&bridge.status==="success"}function unseenJobs({root},{downstream}){const nodes=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.placesOf)(root).map(({node})=>node)
const why=nodes.map(({incomplete})=>incomplete?.jobs??incomplete?.bridges).find(each=>each!==void 0)
if(why!==void 0||downstream==="ignore")return why
const states=nodes.flatMap(({bridges})=>bridges)
const unread=states.find(({bridge})=>bridge.unreadDownstream!==void 0)
if(unread!==void 0)return`GitLab does not show which pipeline ${unread.bridge.name} started`
return states.find(({cutOff})=>cutOff!==void 0)?.cutOff}}),"./gitlab/connect.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{checkWay:function(){return checkWay},openGitLab:function(){return openGitLab}})
var errors=__webpack_require__("./base/errors.js")
var headers=__webpack_require__("./http/headers.js")
var proxy=__webpack_require__("./http/proxy.js")
var pipeline=__webpack_require__("./model/pipeline.js")
var json_api=__webpack_require__("./http/json-api.js")
var response_body=__webpack_require__("./http/response-body.js")
var endpoints=__webpack_require__("./gitlab/endpoints.js")
var next_page=__webpack_require__("./gitlab/next-page.js")
function gapIn(pages,announced){return emptyPage(pages,announced)??shortPage(pages)??differentTotals(pages)??repeated(pages)??missing(pages)}function emptyPage(pages,announced){const index=pages.findIndex(({entries},at)=>at>0&&at<announced&&entries.length===0)
return index===-1?void 0:`page ${index+1} is empty, although it was announced`}function shortPage(pages){const lengths=pages.map(({entries})=>entries.length)
const size=Math.max(...lengths)
const index=lengths.slice(0,-1).findIndex(length=>length<size)
return index===-1?void 0:`page ${index+1} has ${lengths[index]} entries, and others have ${size}`}function differentTotals(pages){const differs=["x-total","x-total-pages"].some(name=>{const totals=pages.map(({headers})=>(headers[name]??"").trim()).filter(total=>total!=="")
return new Set(totals).size>1})
return differs?"its pages give different totals":void 0}function repeated(pages){const seen=new Set
for(const entry of pages.flatMap(({entries})=>entries)){if((0,pipeline.isUnfit)(entry))continue
if(seen.has(entry.id))return`entry ${entry.id} came twice`
seen.add(entry.id)}return}function missing(pages){const count=pages.reduce((sum,{entries})=>sum+entries.length,0)
const totals=pages.map(({headers})=>headers["x-total"]??"")
const total=Math.max(0,...totals.filter(text=>/^\d{1,9}$/.test(text)).map(Number))
return count<total?`it has ${count} of ${total} entries`:void 0}const mostPages=200
const pagesAtOnce=4
const mostReadings=3
const leastPageSize=10
async function fetchPages(list,signal){for(let reading=1;;reading++){const{reply,gap}=await readList(list,signal)
if(reply.kind!=="ok"||gap===void 0)return reply
if(reading===mostReadings){const why=`the list has gaps: ${gap}`
return{kind:"unreadable",status:200,why,hints:reply.hints}}signal.throwIfAborted()}}async function readList({apiUrl,firstUrl,fetchPage},signal){const reading={pages:[],announced:1,cached:0,fetchPage,signal}
const nextPage=(0,next_page.nextPageBelow)(apiUrl)
const asked=new Set([firstUrl.href])
let stretch=await readOne(reading,firstUrl)
if(stretch.kind==="failed")return stretch
const counted=Math.min((0,next_page.pageCountOf)(stretch.headers)??1,mostPages)
if(counted>1){const urls=Array.from({length:counted-1},(_,index)=>(0,next_page.numberedPage)(firstUrl,index+2))
for(const{href}of urls)asked.add(href)
reading.announced=counted
stretch=await readTogether(reading,urls)}for(;;){if(stretch.kind==="failed")return stretch
const{hints}=stretch
const announced=nextPage(stretch)??unclearPage(reading,stretch)
const next=announced??guessedPage(reading,stretch)
const isAskable=next!==void 0&&!asked.has(next.href)&&reading.pages.length<mostPages&&!isRepeated(reading)
if(!isAskable){const truncated=next===void 0?"complete":"timed_out"
const value={...eachOnce(reading.pages),truncated}
const reply={kind:"ok",value,hints:reading.cached>0?{...hints,fromCache:true}:hints}
return truncated==="complete"?{reply,gap:gapIn(reading.pages,reading.announced)}:{reply}}if(announced!==void 0)reading.announced=reading.pages.length+1
asked.add(next.href)
stretch=await readOne(reading,next)}}async function readOne(reading,url){const{reply,headers}=await reading.fetchPage(url,reading.signal)
if(reply.kind!=="ok")return{kind:"failed",reply}
reading.pages.push({entries:reply.value,headers})
if(reply.hints.fromCache===true)reading.cached+=1
return{kind:"read",url,headers,hints:reply.hints}}async function readTogether(reading,urls){const{pages,fetchPage,signal}=reading
signal.throwIfAborted()
const offset=pages.length
const stop=new AbortController
const onAbort=()=>stop.abort(signal.reason)
signal.addEventListener("abort",onAbort,{once:true})
const end={}
const waiting=urls.entries()
const readOn=async()=>{for(const[index,url]of waiting){const{reply,headers}=await fetchPage(url,stop.signal)
if(reply.kind!=="ok"){end.failed??={kind:"failed",reply}
stop.abort()
return}pages[offset+index]={entries:reply.value,headers}
if(reply.hints.fromCache===true)reading.cached+=1
if(index===urls.length-1)end.last={kind:"read",url,headers,hints:reply.hints}}}
try{await Promise.all(Array.from({length:pagesAtOnce},readOn))}catch(error){if(end.failed===void 0)throw error}finally{signal.removeEventListener("abort",onAbort)}const stretch=end.failed??end.last
if(stretch===void 0)throw new TypeError("no page was asked for")
return stretch}function unclearPage({pages},{url,headers}){return(0,next_page.isNextUnclear)(headers)?(0,next_page.numberedPage)(url,pages.length+1):void 0}function guessedPage({pages},{url,headers}){const[first,last]=[pages[0]?.entries.length??0,pages.at(-1)?.entries.length??0]
const fullLength=pages.length>1?first:Math.min((0,next_page.pageSizeOf)(url),leastPageSize)
return last>0&&last>=fullLength&&!(0,next_page.isPaged)(headers)?(0,next_page.numberedPage)(url,pages.length+1):void 0}function isRepeated({pages}){const[before,last]=pages.slice(-2).map(({entries})=>entries.map(({id})=>id))
if(before===void 0||last===void 0||last.length===0)return false
const known=new Set(before)
return last.every(id=>id!==void 0&&known.has(id))}function eachOnce(pages){const byId=new Map
const unfitById=new Map
const nameless=[]
for(const entry of pages.flatMap(({entries})=>entries))if(!(0,pipeline.isUnfit)(entry))byId.set(entry.id,byId.get(entry.id)??entry)
else if(entry.id===void 0)nameless.push(entry)
else unfitById.set(entry.id,entry)
const unfit=[...unfitById.values(),...nameless]
const items=[...byId.values()]
return unfit[0]===void 0?{items}:{items,unfit:{count:unfit.length,why:unfit[0].unfit}}}var request=__webpack_require__("./gitlab/request.js")
function triggerTokenCalls(runner,{apiUrl,headers}){const secretive={headers,quoting:"never"}
const json={...headers,"content-type":"application/json"}
const run=async call=>(await runner.run(call)).reply
return{listTriggerTokens:async({project,fresh},signal)=>{const firstUrl=endpoints.endpoints.triggerTokens(apiUrl,project)
if(fresh!==void 0)firstUrl.searchParams.set("gitlab_trigger_fresh",fresh)
const asked=fresh===void 0?headers:{...headers,"cache-control":"no-cache"}
const read=schemas=>schemas.readTriggerTokens
const fetchPage=(url,pageSignal)=>runner.run({...secretive,headers:asked,method:"GET",url,signal:pageSignal,read})
return fetchPages({apiUrl,firstUrl,fetchPage},signal)},fetchTriggerToken:async(call,signal)=>run({...secretive,method:"GET",url:endpoints.endpoints.triggerToken(apiUrl,call.project,call.triggerId),signal,read:readingOf(call)}),createTriggerToken:async({project,description,expiresAtMs},signal)=>run({...secretive,method:"POST",url:endpoints.endpoints.createTriggerToken(apiUrl,project),headers:json,body:JSON.stringify({description,...expiryOf(expiresAtMs)}),signal,read:schemas=>schemas.readTriggerToken}),updateTriggerToken:async(call,signal)=>run({...secretive,method:"PUT",url:endpoints.endpoints.triggerToken(apiUrl,call.project,call.triggerId),headers:json,body:JSON.stringify({description:call.description}),signal,read:readingOf(call)}),deleteTriggerToken:async(call,signal)=>{const url=endpoints.endpoints.triggerToken(apiUrl,call.project,call.triggerId)
const reply=await runner.send({method:"DELETE",url,headers:json,signal})
return reply.kind==="ok"?readDeletion(reply.value):reply}}}function expiryOf(expiresAtMs){return expiresAtMs===void 0?{}:{expires_at:new Date(expiresAtMs).toISOString()}}function readingOf({triggerId}){return schemas=>body=>{const reading=schemas.readTriggerToken(body)
if(reading.kind!=="ok"||reading.value.id===triggerId)return reading
return{kind:"unfit",why:`it is about trigger token ${reading.value.id}`}}}function readDeletion(answer){const{response,hints}=answer
if(response.status===204)return{kind:"ok",value:"deleted",hints}
const content=(0,response_body.readAnswerBody)(response.headers["content-type"],response.body)
const why=content.kind==="html"?(0,json_api.describePage)(content.texts):"GitLab answers 204 to a deletion that was done"
return(0,request.unreadableReply)(answer,why)}function inspectionCalls(runner,{apiUrl,headers}){const get=async(url,signal,readerOf)=>{const reader=readerOf(await __webpack_require__.e("schemas").then(__webpack_require__.bind(__webpack_require__,"./gitlab/schemas/inspection-schemas.js")))
return(await runner.run({method:"GET",url,headers,signal,read:()=>reader})).reply}
return{fetchVersion:async signal=>get(endpoints.endpoints.version(apiUrl),signal,({readVersion})=>readVersion),fetchOwnToken:async signal=>get(endpoints.endpoints.ownToken(apiUrl),signal,({readOwnToken})=>readOwnToken),fetchBranch:async({project,name},signal)=>get(endpoints.endpoints.branch(apiUrl,project,name),signal,({readRef})=>readRef),fetchTag:async({project,name},signal)=>get(endpoints.endpoints.tag(apiUrl,project,name),signal,({readRef})=>readRef),lintConfig:async({project,...options},signal)=>get(endpoints.endpoints.lint(apiUrl,project,options),signal,({readLint})=>readLint),fetchFile:async({project,...file},signal)=>{const url=endpoints.endpoints.file(apiUrl,project,file)
const sending={method:"GET",url,headers:{...headers,accept:"*/*"},signal}
const reply=await runner.send(sending)
return reply.kind==="ok"?readText(reply.value):reply}}}function readText(answer){const{response,hints}=answer
const content=(0,response_body.readAnswerBody)(response.headers["content-type"],response.body)
if(content.kind==="html")return(0,request.unreadableReply)(answer,(0,json_api.describePage)(content.texts))
if(!namesFile(response.headers))return(0,request.unreadableReply)(answer,"it does not name the file, as GitLab does (Content-Disposition)")
return{kind:"ok",value:response.body.toString("utf8"),hints}}function namesFile(headers){return/;\s*filename\*?\s*=/i.test(headers["content-disposition"]??"")||headers["x-gitlab-file-path"]!==void 0}var is_object=__webpack_require__("./base/is-object.js")
var reply=__webpack_require__("./gitlab/responses/reply.js")
const maxBytes=64*1024
const mostTimeoutMs=5e3
const body=JSON.stringify({query:"{ __typename }"})
const tagShape=/^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/
async function askForChange({transport,clock,headers,apiUrl,requestTimeoutMs},{pipelineId,tag},signal){const sent=await(0,json_api.exchanged)(()=>(0,json_api.sendWithin)(transport,apiUrl,{method:"POST",url:new URL("../graphql",apiUrl),headers:{...withoutCondition(headers),"content-type":"application/json","x-gitlab-graphql-resource-etag":`pipelines/id/${pipelineId}`,...tag===void 0?{}:{"if-none-match":tag}},body,timeoutMs:Math.min(requestTimeoutMs,mostTimeoutMs),maxBytes,signal}))
if(sent.kind==="fault")return sent
const response=sent.value
const{status}=response
const{etag="","x-gitlab-from-cache":fromCache=""}=response.headers
return{kind:"answer",status,tag:tagShape.test(etag)?etag:void 0,fromGitLabCache:fromCache.trim().toLowerCase()==="true",body:bodyKind(response),hints:(0,reply.readServerHints)({status,headers:response.headers,localTimeMs:clock.epochMs()})}}function withoutCondition(headers){return Object.fromEntries(Object.entries(headers).filter(([name])=>name!=="if-none-match"))}function bodyKind(response){const content=(0,response_body.readAnswerBody)(response.headers["content-type"],response.body)
if(content.kind==="html")return"page"
if(content.kind!=="json"||!(0,is_object.isObject)(content.value))return"other"
const{data:answer,errors}=content.value
if(errors!==void 0)return"errors"
return(0,is_object.isObject)(answer)&&answer.__typename==="Query"?"query":"other"}function jobTokenReads(withJobToken,without){const isPublic=new Set
return async(permission,read)=>{if(withJobToken===void 0||isPublic.has(permission))return read(without)
const reply=await read(withJobToken)
if(!isNo(reply))return reply
const open=await read(without)
if(isNo(open))return reply
if(open.kind!=="fault")isPublic.add(permission)
return open}}function isNo(reply){if(reply.kind!=="refused"||reply.refusal.speaker!=="gitlab")return false
const{status,texts}=reply.refusal
return status===401||status===403||status===404&&!texts.includes("404 Not found")}const otherThan={bridges:"trigger_jobs",trigger_jobs:"bridges"}
function createTriggerJobReader(read){let known="bridges"
return async(call,signal)=>{const route=known
const reply=await read(route,call,signal)
if(!isRouteMissing(reply))return reply
const other=otherThan[route]
const second=await read(other,call,signal)
if(isRouteMissing(second))return reply
if(second.kind==="ok")known=other
return second}}function isRouteMissing(reply){if(reply.kind!=="refused")return false
const{status,shape}=reply.refusal
return status===404&&shape==="error"||status===410&&(shape==="error"||shape==="message")}var transport=__webpack_require__("./http/transport.js")
const startBytes=512
function namedLogOf(headers,jobId){const name=/;\s*filename\s*=\s*"?(\d{1,20})\.log"?\s*(?:[;,]|$)/i.exec(headers["content-disposition"]??"")?.[1]
if(name===void 0)return"untold"
return name===String(jobId)?"this":"another"}const runnerStart=/^(?:[\d-]{10}T[\d:.]{1,20}Z [\da-f]{2}[EO][+ ])?(?:\u001b\[[\d;]{0,20}[mK])*(?:Running with gitlab-(?:ci-multi-)?runner\b|section_start:\d)/
function beginsAsLog(start){return runnerStart.test(start.toString("latin1",0,startBytes))}const packedStarts=[["gzip",Buffer.from("1f8b","hex")],["zstd",Buffer.from("28b52ffd","hex")],["zlib",Buffer.from("7801","hex")],["zlib",Buffer.from("789c","hex")],["zlib",Buffer.from("78da","hex")],["xz",Buffer.from("fd377a585a00","hex")],["lz4",Buffer.from("04224d18","hex")],["compress",Buffer.from("1f9d","hex")],["bzip2",Buffer.from("BZh91AY&SY","latin1")],["zip",Buffer.from("PK","latin1")]]
function packingOf(start,{fromByte}){const known=packedStarts.find(([,bytes])=>start.subarray(0,bytes.length).equals(bytes))
const isSure=known!==void 0&&(fromByte===0||known[1].length>2||isNoText(start))
if(isSure)return known[0]
return fromByte===0&&!beginsAsLog(start)&&isNoText(start)?"an unknown format":void 0}const oddControls=/[\u0001-\u0006\u0010-\u001a\u001c-\u001f]/g
function isNoText(start){const text=start.toString("utf8",0,startBytes)
const odd=text.match(oddControls)?.length??0
const broken=text.match(/\ufffd/g)?.length??0
return odd>1&&odd*25>=text.length&&broken*5>=text.length}const maxLogBytes=1024**3
const mostForeignBytes=256*1024
async function streamJobLog(runner,log){const{apiUrl,call,sink,signal}=log
const gate=createGate(call,sink)
const headers={...log.headers,accept:"*/*"}
const reply=await runner.send({method:"GET",...(0,request.freshly)({url:endpoints.endpoints.trace(apiUrl,call),headers},call.fresh),sink:gate,signal})
if(reply.kind==="fault")gate.end()
if(reply.kind!=="ok")return reply
const{response,hints}=reply.value
const why=mayBeLog(response)?gate.end():whyNoLog(response)
return why===void 0?{kind:"ok",value:gate.streamed(),hints}:(0,request.unreadableReply)(reply.value,why)}function createGate({jobId,fromByte},sink){let name="untold"
let state="waiting"
let held=Buffer.alloc(0)
let bytes=0
let foreignBytes=0
const pass=chunk=>{bytes+=chunk.length
if(chunk.length>0)sink(chunk)}
const decide=()=>{const why=whyNotThis(name,held,fromByte)
state=why===void 0?"open":{refused:why}
if(why===void 0)pass(held)
held=Buffer.alloc(0)}
return{maxBytes:maxLogBytes,accepts:head=>{name=namedLogOf(head.headers,jobId)
return mayBeLog(head)},write:chunk=>{if(state==="open"){pass(chunk)
return}if(state==="waiting"){held=Buffer.concat([held,chunk])
if(held.length>=512)decide()
return}foreignBytes+=chunk.length
if(foreignBytes>mostForeignBytes)throw tooLong(state.refused)},end:()=>{if(state==="waiting")decide()
return typeof state==="string"?void 0:state.refused},streamed:()=>name==="untold"?{bytes,provenByStart:true}:{bytes}}}function tooLong(why){const message=`${why}; it is longer than ${mostForeignBytes} bytes`
return new transport.TransportFault({kind:"too_large",reached:"maybe",message,status:200})}function whyNotThis(name,start,fromByte){if(name==="another")return"the body is the log of another job"
const packing=packingOf(start,{fromByte})
if(packing!==void 0)return`the body is compressed (${packing}), which its headers do not say; something in front of GitLab does that`
if(name==="this"||beginsAsLog(start))return
return"it does not name the job's log, as GitLab does (Content-Disposition), and does not begin like one"}function mayBeLog({status,headers}){return status>=200&&status<=299&&/^\s*(?:text\/plain\s*(?:;|$)|$)/i.test(headers["content-type"]??"")}function whyNoLog({headers,body}){const content=(0,response_body.readAnswerBody)(headers["content-type"],body)
return content.kind==="html"?(0,json_api.describePage)(content.texts):"the body is not a log"}function mirrorCalls(runner,{apiUrl,headers}){return{fetchMergeBase:async({project,commits},signal)=>{const{readMergeBase}=await __webpack_require__.e("schemas").then(__webpack_require__.bind(__webpack_require__,"./gitlab/schemas/inspection-schemas.js"))
const url=endpoints.endpoints.mergeBase(apiUrl,project,commits)
return(await runner.run({method:"GET",url,headers,signal,read:()=>readMergeBase})).reply},fetchPullMirror:async({project},signal)=>{const{readPullMirror}=await __webpack_require__.e("schemas").then(__webpack_require__.bind(__webpack_require__,"./gitlab/schemas/inspection-schemas.js"))
const url=endpoints.endpoints.pullMirror(apiUrl,project)
return(await runner.run({method:"GET",url,headers,signal,read:()=>readPullMirror})).reply},startPullMirror:async({project},signal)=>{const url=endpoints.endpoints.pullMirror(apiUrl,project)
const asking={...headers,"content-type":"application/json"}
const reply=await runner.send({method:"POST",url,headers:asking,signal})
return reply.kind==="ok"?readAcceptance(reply.value):reply}}}function readAcceptance(answer){const{response,hints}=answer
const content=(0,response_body.readAnswerBody)(response.headers["content-type"],response.body)
if(content.kind==="html")return(0,request.unreadableReply)(answer,(0,json_api.describePage)(content.texts))
return{kind:"ok",value:"accepted",hints}}function triggerBody({ref,variables,inputs},{token,mark}){return JSON.stringify({token,ref,...isEmpty(variables)?{}:{variables},...isEmpty(inputs)?{}:{inputs},...mark===void 0?{}:{gitlab_trigger:mark}})}function creationBody({ref,variables,inputs}){const list=Object.entries(variables).map(([key,value])=>({key,value}))
return JSON.stringify({ref,...list.length===0?{}:{variables:list},...isEmpty(inputs)?{}:{inputs}})}function isEmpty(record){return Object.keys(record).length===0}function completePipeline(read,known){return{...read,projectId:read.projectId??idOf(known)??0,webUrl:read.webUrl??pipelinePage(known,read.id)}}function lacksProject({projectId},address){return projectId===void 0&&address.kind==="path"}function idOf({address,id}){return address.kind==="id"?address.id:id}function pipelinePage({address,apiUrl},pipelineId){const root=new URL("../../",apiUrl).href
return address.kind==="id"?`${root}projects/${address.id}`:`${root}${encodeURI(address.path)}/-/pipelines/${pipelineId}`}function complete_pipeline_readingOf({project,pipelineId}){return schemas=>body=>{const reading=schemas.readPipeline(body)
if(reading.kind!=="ok")return reading
const{id,projectId}=reading.value
const isOfProject=project.kind==="path"||projectId===void 0||projectId===project.id
if(id===pipelineId&&isOfProject)return reading
return{kind:"unfit",why:`it is about pipeline ${id} of project ${projectId??"unknown"}`}}}function readingJobsOf(pipelineId,read){return body=>{const other=pipelinesOf(body).find(id=>id!==pipelineId)
return other===void 0?read(body):{kind:"unfit",why:`it is about jobs of pipeline ${other}`}}}function pipelinesOf(body){if(!Array.isArray(body))return[]
return body.flatMap(entry=>{const id=entry?.pipeline?.id
return typeof id==="number"?[id]:[]})}function readingListOf(project){return schemas=>body=>{const reading=schemas.readPipelines(body)
if(reading.kind!=="ok"||project.kind==="path")return reading
const{fit}=(0,pipeline.partedEntries)(reading.value)
const other=fit.find(({projectId=project.id})=>projectId!==project.id)
return other===void 0?reading:{kind:"unfit",why:`it is about pipelines of project ${other.projectId??"unknown"}`}}}async function streamArtifact(runner,download){const{url,headers,offered,rest,sink,signal}=download
const own={accept:"*/*",...rest===void 0?{}:{range:`bytes=${rest.fromByte}-`,"if-range":rest.validator}}
let bytes=0
const reply=await runner.send({method:"GET",url,headers:{...headers,...own},elsewhere:{headers:own},sink:{accepts:head=>{const known=headOf(head,offered,rest)
if(known===void 0)return false
sink.begin(known)
return true},write:chunk=>{bytes+=chunk.length
return sink.write(chunk)},maxBytes:sink.maxBytes},signal})
if(reply.kind!=="ok")return reply
const{response,hints}=reply.value
const head=headOf(response,offered,rest)
if(head===void 0)return(0,request.unreadableReply)(reply.value,whyNoFile(response))
if(hints.endUntold!==true)return{kind:"ok",value:{bytes},hints}
const came=head.fromByte+bytes
if(came<(head.totalBytes??sink.listedBytes??0))return{kind:"fault",fault:stopReason(came,response)}
const end=came===head.totalBytes?void 0:hints.endUntold
return{kind:"ok",value:{bytes},hints:{...hints,endUntold:end}}}function stopReason(bytes,{status}){return new transport.TransportFault({kind:"truncated",reached:"maybe",message:`the connection ended after ${bytes} bytes, which is not all of it`,status})}function headOf({status,headers},offered,rest){if(!isFile(headers,offered))return
const validator=validatorOf(headers)
if(status===200)return{fromByte:0,totalBytes:lengthOf(headers["content-length"]),validator}
if(status!==206||rest===void 0)return
const[,from,total]=/^bytes (\d+)-\d+\/(\d+)$/.exec(headers["content-range"]??"")??[]
return Number(from)===rest.fromByte?{fromByte:rest.fromByte,totalBytes:lengthOf(total),validator:validator??rest.validator}:void 0}function isFile(headers,offered){if(/^\s*attachment\s*(?:;|$)/i.test(headers["content-disposition"]??""))return true
return offered==="in_any_way"&&!/\b(?:x?html|json)\b/i.test(headers["content-type"]??"")}function validatorOf(headers){const{etag=""}=headers
return etag.startsWith('"')?etag:headers["last-modified"]}function lengthOf(text){const length=Number(text??"")
return text!==void 0&&Number.isSafeInteger(length)&&length>=0?length:void 0}function whyNoFile({status,headers,body}){if(status===206)return"it is another part of the file than the one that was asked for"
const content=(0,response_body.readAnswerBody)(headers["content-type"],body)
return content.kind==="html"?(0,json_api.describePage)(content.texts):"the body is not a file of artifacts: GitLab says Content-Disposition: attachment with it"}function createGitLabClient(deps,settings){const{connection,accessToken,jobToken}=settings
const{apiUrl}=connection
const plain=headersFor(connection)
const withJobToken=accessToken===void 0&&jobToken!==void 0?{...plain,"job-token":jobToken.reveal()}:void 0
const authorized=accessToken===void 0?plain:{...plain,"private-token":accessToken.reveal()}
const json={"content-type":"application/json"}
const runner=(0,request.createCallRunner)(deps,connection)
const run=async call=>(await runner.run(call)).reply
const get=(url,signal,read)=>run({method:"GET",url,headers:authorized,signal,read})
const reading=jobTokenReads(withJobToken,authorized)
const completed=async({project},reply,signal)=>{if(reply.kind!=="ok")return reply
let id
if(lacksProject(reply.value,project)){const found=await get(endpoints.endpoints.project(apiUrl,project),signal,schemas=>schemas.readProject)
if(found.kind!=="ok")return found;({id}=found.value)}return{...reply,value:completePipeline(reply.value,{address:project,apiUrl,id})}}
const post=(url,signal,read)=>run({method:"POST",url,headers:authorized,signal,read})
const getPages=(firstUrl,signal,read,headers=authorized)=>{const fetchPage=(url,pageSignal)=>runner.run({method:"GET",url,headers,signal:pageSignal,read})
return fetchPages({apiUrl,firstUrl,fetchPage},signal)}
return{...triggerTokenCalls(runner,{apiUrl,headers:authorized}),...inspectionCalls(runner,{apiUrl,headers:authorized}),...mirrorCalls(runner,{apiUrl,headers:authorized}),triggerPipeline:async(call,signal)=>run({method:"POST",url:endpoints.endpoints.triggerPipeline(apiUrl,call.project),headers:{...plain,...json},body:triggerBody(call,{token:call.token.reveal(),mark:call.mark}),signal,read:schemas=>schemas.readCreatedPipeline}),createPipeline:async(call,signal)=>{if(accessToken===void 0)throw new TypeError("creating a pipeline needs an access token")
return run({method:"POST",url:endpoints.endpoints.createPipeline(apiUrl,call.project),headers:{...authorized,...json},body:creationBody(call),signal,read:schemas=>schemas.readCreatedPipeline})},fetchPipeline:async(call,signal)=>completed(call,await reading("READ_PIPELINES",headers=>{const url=endpoints.endpoints.pipeline(apiUrl,call.project,call.pipelineId)
return run({method:"GET",...(0,request.freshly)({url,headers},call.fresh),signal,read:complete_pipeline_readingOf(call)})}),signal),...withJobToken===void 0&&{askForChange:(call,signal)=>askForChange({...deps,...connection,headers:authorized},call,signal)},fetchProject:async({project},signal)=>get(endpoints.endpoints.project(apiUrl,project),signal,schemas=>schemas.readProject),listPipelines:async({project,filters,fresh},signal)=>{const url=endpoints.endpoints.pipelines(apiUrl,project,filters)
const read=readingListOf(project)
const reply=await reading("READ_PIPELINES",headers=>run({method:"GET",...(0,request.freshly)({url,headers},fresh),signal,read}))
if(reply.kind!=="ok")return reply
const known={address:project,apiUrl}
const{fit,unfit}=(0,pipeline.partedEntries)(reply.value)
return{...reply,value:fit.map(pipeline=>completePipeline(pipeline,known)),unfit}},fetchJobs:async({project,pipelineId,fresh},signal)=>reading("READ_JOBS",plainHeaders=>{const first={url:endpoints.endpoints.jobs(apiUrl,project,pipelineId),headers:plainHeaders}
const{url,headers}=(0,request.freshly)(first,fresh)
return getPages(url,signal,schemas=>readingJobsOf(pipelineId,schemas.readJobs),headers)}),peekJobs:async({project,pipelineId},signal)=>reading("READ_JOBS",headers=>{const url=endpoints.endpoints.jobs(apiUrl,project,pipelineId)
url.searchParams.set("per_page","1")
return run({method:"GET",url,headers,signal,read:schemas=>schemas.readJobs})}),fetchBridges:createTriggerJobReader(async(route,{project,pipelineId,fresh},signal)=>reading("READ_PIPELINES",plainHeaders=>{const urlOf=route==="bridges"?endpoints.endpoints.bridges:endpoints.endpoints.triggerJobs
const first={url:urlOf(apiUrl,project,pipelineId),headers:plainHeaders}
const{url,headers}=(0,request.freshly)(first,fresh)
return getPages(url,signal,schemas=>readingJobsOf(pipelineId,schemas.readBridges),headers)})),fetchCommitStatuses:async({project,...pipeline},signal)=>{const{readCommitStatuses}=await __webpack_require__.e("schemas").then(__webpack_require__.bind(__webpack_require__,"./gitlab/schemas/inspection-schemas.js"))
return getPages(endpoints.endpoints.commitStatuses(apiUrl,project,pipeline),signal,()=>readCommitStatuses)},cancelPipeline:async(call,signal)=>completed(call,await post(endpoints.endpoints.cancelPipeline(apiUrl,call.project,call.pipelineId),signal,complete_pipeline_readingOf(call)),signal),retryPipeline:async(call,signal)=>completed(call,await post(endpoints.endpoints.retryPipeline(apiUrl,call.project,call.pipelineId),signal,complete_pipeline_readingOf(call)),signal),playJob:async({project,jobId},signal)=>post(endpoints.endpoints.playJob(apiUrl,project,jobId),signal,schemas=>schemas.readJob),retryJob:async({project,jobId},signal)=>post(endpoints.endpoints.retryJob(apiUrl,project,jobId),signal,schemas=>schemas.readJob),fetchVariables:async({project,pipelineId},signal)=>{const url=endpoints.endpoints.variables(apiUrl,project,pipelineId)
const read=schemas=>schemas.readVariables
const reply=await get(url,signal,read)
if(reply.kind!=="ok")return reply
const{fit,unfit}=(0,pipeline.partedEntries)(reply.value)
return{...reply,value:fit,unfit}},fetchTestSummary:async({project,pipelineId},signal)=>get(endpoints.endpoints.testSummary(apiUrl,project,pipelineId),signal,schemas=>schemas.readTestTotals),fetchTestReport:async({project,pipelineId},signal)=>get(endpoints.endpoints.testReport(apiUrl,project,pipelineId),signal,schemas=>schemas.readTestReport),streamTrace:async(call,sink,signal)=>streamJobLog(runner,{apiUrl,call,headers:authorized,sink,signal}),fetchArtifactFile:async({maxBytes,...file},signal)=>{const url=endpoints.endpoints.artifactFile(apiUrl,file)
const chunks=[]
const sink={begin:()=>{},write:chunk=>void chunks.push(chunk),maxBytes}
const reply=await reading("READ_JOBS",headers=>streamArtifact(runner,{url,headers,offered:"as_file",sink,signal}))
return reply.kind==="ok"?{...reply,value:Buffer.concat(chunks)}:reply},streamArtifactFile:async(file,sink,signal)=>reading("READ_JOBS",headers=>{const url=endpoints.endpoints.artifactFile(apiUrl,file)
return streamArtifact(runner,{url,headers,offered:"as_file",sink,signal})}),streamArchive:async({project,jobId,rest},sink,signal)=>reading("READ_JOBS",headers=>{const url=endpoints.endpoints.artifacts(apiUrl,project,jobId)
return streamArtifact(runner,{url,headers,offered:"in_any_way",rest,sink,signal})})}}function headersFor(connection){const headers=Object.fromEntries(connection.requestHeaders.map(({name,value})=>[name.toLowerCase(),value.reveal()]))
return{...headers,accept:"application/json"}}function openGitLab({clock,environment,createTransport,redact},connection,accessToken,jobToken){checkWay(environment,connection.apiUrl)
const transport=(0,headers.withRedactedAnswers)(createTransport({clock,caCertificate:connection.caCertificate,environment}),redact)
return{gitlab:createGitLabClient({transport,clock},{connection,accessToken,jobToken}),close:()=>transport.close()}}function checkWay(environment,url){const parts=(0,proxy.debugsRequests)(environment)
if(parts.length>0)throw new errors.InputError({code:"invalid_input",what:`NODE_DEBUG names ${parts.join(", ")}: Node would print tokens`,why:"With it Node prints the headers of requests, which have the tokens in them, into the log.",hint:"Take it out of the environment of this step, or leave these parts out of it. To see more of a run, switch on the debugging of the CI."})
const problem=(0,proxy.proxyProblem)(environment,url)
if(problem===void 0)return
const{variable,why,hint}=problem
throw new errors.InputError({code:"invalid_input",what:`${variable} cannot be used: ${why}`,hint})}}),"./gitlab/endpoints.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){const endpoints={triggerPipeline:(apiUrl,project)=>below(apiUrl,project,"trigger/pipeline"),createPipeline:(apiUrl,project)=>below(apiUrl,project,"pipeline"),project:(apiUrl,project)=>below(apiUrl,project,""),pipeline:(apiUrl,project,pipelineId)=>below(apiUrl,project,`pipelines/${checkedId(pipelineId)}`),pipelines:(apiUrl,project,filters)=>{const url=below(apiUrl,project,"pipelines")
url.search=queryOf(filters).toString()
return url},jobs:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},`jobs?include_retried=true&per_page=${largestPage}`),bridges:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},`bridges?per_page=${largestPage}`),triggerJobs:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},`trigger_jobs?per_page=${largestPage}`),commitStatuses:(apiUrl,project,{sha,pipelineId})=>{const url=below(apiUrl,project,`repository/commits/${nameSegment(sha)}/statuses`)
url.search=`pipeline_id=${checkedId(pipelineId)}&per_page=${largestPage}`
return url},cancelPipeline:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},"cancel"),retryPipeline:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},"retry"),variables:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},"variables"),testSummary:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},"test_report_summary"),testReport:(apiUrl,project,pipelineId)=>ofPipeline({apiUrl,project,pipelineId},"test_report"),playJob:(apiUrl,project,jobId)=>below(apiUrl,project,`jobs/${checkedId(jobId)}/play`),retryJob:(apiUrl,project,jobId)=>below(apiUrl,project,`jobs/${checkedId(jobId)}/retry`),triggerTokens:(apiUrl,project)=>below(apiUrl,project,`triggers?per_page=${largestPage}`),createTriggerToken:(apiUrl,project)=>below(apiUrl,project,"triggers"),triggerToken:(apiUrl,project,triggerId)=>below(apiUrl,project,`triggers/${checkedId(triggerId)}`),version:apiUrl=>new URL("version",apiUrl),ownToken:apiUrl=>new URL("personal_access_tokens/self",apiUrl),branch:(apiUrl,project,name)=>below(apiUrl,project,`repository/branches/${nameSegment(name)}`),tag:(apiUrl,project,name)=>below(apiUrl,project,`repository/tags/${nameSegment(name)}`),lint:(apiUrl,project,{ref,parameter})=>{const url=below(apiUrl,project,"ci/lint")
url.searchParams.set(parameter,ref)
return url},mergeBase:(apiUrl,project,commits)=>{const url=below(apiUrl,project,"repository/merge_base")
for(const commit of commits)url.searchParams.append("refs[]",commit)
return url},pullMirror:(apiUrl,project)=>below(apiUrl,project,"mirror/pull"),file:(apiUrl,project,{path,ref})=>{const url=below(apiUrl,project,`repository/files/${nameSegment(path)}/raw`)
url.searchParams.set("ref",ref)
return url},trace:(apiUrl,{project,jobId,fromByte})=>{if(!Number.isSafeInteger(fromByte)||fromByte<0)throw new RangeError(`a log cannot be read from byte ${fromByte}`)
const url=below(apiUrl,project,`jobs/${checkedId(jobId)}/trace`)
if(fromByte>0)url.searchParams.set("byte_offset",String(fromByte))
return url},artifacts:(apiUrl,project,jobId)=>below(apiUrl,project,`jobs/${checkedId(jobId)}/artifacts`),artifactFile:(apiUrl,{project,jobId,path})=>below(apiUrl,project,`jobs/${checkedId(jobId)}/artifacts/${encodedPath(path)}`)}
function encodedPath(path){const names=path.split("/")
if(names.some(name=>/^\.{0,2}$/.test(name))||/[\0\p{Surrogate}]/u.test(path))throw new RangeError("a path in artifacts has names between its slashes")
return names.map(encodeURIComponent).join("/")}const largestPage=100
function ofPipeline(pipeline,rest){return below(pipeline.apiUrl,pipeline.project,`pipelines/${checkedId(pipeline.pipelineId)}/${rest}`)}function below(apiUrl,project,rest){const path=`projects/${segmentOf(project)}${rest===""?"":`/${rest}`}`
return new URL(path,apiUrl)}function segmentOf(project){if(project.kind==="id")return checkedId(project.id)
if(/^\.{0,2}$/.test(project.path))throw new RangeError("a project path cannot be empty or only dots")
return encodeURIComponent(project.path)}function nameSegment(name){if(/^\.{0,2}$/.test(name))throw new RangeError("a name cannot be empty or only dots")
return encodeURIComponent(name)}function checkedId(id){if(!Number.isSafeInteger(id)||id<1)throw new RangeError(`an id has to be a positive integer, got ${id}`)
return String(id)}function queryOf(filters){const parameters={ref:filters.ref,sha:filters.sha,source:filters.source,status:filters.status,username:filters.username,name:filters.name,created_after:timeOf(filters.createdAfterMs),updated_after:timeOf(filters.updatedAfterMs),order_by:filters.orderBy,sort:filters.sort,per_page:filters.perPage===void 0?void 0:String(filters.perPage),page:filters.page===void 0?void 0:String(filters.page)}
const query=new URLSearchParams
for(const[name,value]of Object.entries(parameters))if(value!==void 0)query.set(name,value)
return query}function timeOf(epochMs){return epochMs===void 0?void 0:new Date(epochMs).toISOString()}__webpack_require__.d(__webpack_exports__,["endpoints",0,endpoints])}),"./gitlab/next-page.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isNextUnclear:function(){return isNextUnclear},isPaged:function(){return isPaged},nextPageBelow:function(){return nextPageBelow},numberedPage:function(){return numberedPage},pageCountOf:function(){return pageCountOf},pageSizeOf:function(){return pageSizeOf}})
var _base_address_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/address.js")
const apiRoot="/api/v4/"
function nextPageBelow(apiUrl){return({url,headers})=>{const link=nextLink(headers.link??"")
const linked=link===void 0?void 0:movedBelow(apiUrl,link)
if(linked!==void 0)return linked
const page=countOf(headers["x-next-page"])
return page===void 0?void 0:numberedPage(url,page)}}function numberedPage(url,page){const numbered=new URL(url)
numbered.searchParams.set("page",String(page))
return numbered}function isPaged(headers){const isLinked=[...linksOf(headers.link??"")].some(({relations})=>["first","prev","next","last"].some(relation=>relations.includes(relation)))
return isLinked||headers["x-next-page"]!==void 0||pageCountOf(headers)!==void 0}function pageSizeOf(url){return countOf(url.searchParams.get("per_page")??void 0)??1/0}function isNextUnclear(headers){const isLinked=[...linksOf(headers.link??"")].some(({relations})=>relations.includes("next"))
const number=(headers["x-next-page"]??"").trim()
return isLinked||number!==""}function pageCountOf(headers){return countOf(headers["x-total-pages"])}function countOf(text){return text!==void 0&&/^[1-9]\d{0,8}$/.test(text)?Number(text):void 0}function nextLink(header){for(const{target,relations}of linksOf(header))if(relations.includes("next")&&(0,_base_address_js__WEBPACK_IMPORTED_MODULE_0__.isUrl)(target))return new URL(target)
return}function*linksOf(header){for(const[,target="",parameters=""]of header.matchAll(/<([^<>]*)>([^<>]*)/g)){const relation=/;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1]??""
yield{target,relations:relation.toLowerCase().split(/\s+/)}}}function movedBelow(apiUrl,link){const start=link.pathname.indexOf(apiRoot)
if(start===-1)return
const below=new URL(apiUrl)
below.pathname+=link.pathname.slice(start+apiRoot.length)
below.search=link.search
return below.pathname.startsWith(apiUrl.pathname)?below:void 0}}),"./gitlab/request.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createCallRunner:function(){return createCallRunner},freshText:function(){return freshText},freshly:function(){return freshly},unreadableReply:function(){return unreadableReply}})
var address=__webpack_require__("./base/address.js")
var is_object=__webpack_require__("./base/is-object.js")
var json_api=__webpack_require__("./http/json-api.js")
const mostHops=3
async function followElsewhere(transport,start,{token,...request}){let{url,response}=start
let elsewhere
for(let hop=0;hop<=mostHops;hop+=1){const target=redirectTarget(url,response)
if(target===void 0)break
elsewhere=target.host
if(hop===mostHops||!mayFollow(url,target)||holdsToken(target,token))break
response=await transport.send({...request,method:"GET",url:target})
url=target}return{response,elsewhere}}function redirectTarget(from,{status,headers,leadsNowhere}){if(leadsNowhere===true)return
const location=headers.location??""
const isRedirect=[301,302,303,307,308].includes(status)&&(0,address.isUrl)(location,from.href)
return isRedirect?new URL(location,from):void 0}function mayFollow(from,target){const isPlain=target.username===""&&target.password===""
return isPlain&&(target.protocol==="https:"||target.protocol==="http:"&&from.protocol==="http:")}function holdsToken({href},token){if(token===void 0)return false
const unescaped=href.replace(/%[2-7][\da-f]/gi,escape=>String.fromCharCode(parseInt(escape.slice(1),16)))
return unescaped.includes(token)||href.includes(token)}var base_text=__webpack_require__("./base/text.js")
var response_body=__webpack_require__("./http/response-body.js")
const record="(?:Project|Pipeline|Job|Trigger|Branch|Tag|Ref|Reference|Commit|Repository|File|Tree|Merge Base|Artifacts?|Runner|Environment|User|Group|Namespace|Member) "
const failureReasons="unknown_failure|config_error|external_validation_failure|user_not_verified|activity_limit_exceeded|size_limit_exceeded|job_activity_limit_exceeded|deployments_limit_exceeded|"+"project_deleted|filtered_by_rules|filtered_by_workflow_rules|filtered_by_no_pipeline|composite_identity_forbidden|pipeline_ref_creation_failure|gitaly_unavailable"
const parameter="(?:(?:id|ref|variables|inputs|description|expires_at|sha|content_ref|dry_run|page|per_page|order_by|sort|source|status|scope|name|username|pipeline_id|job_id|trigger_id|byte_offset|updated_after|created_after) (?:is missing|is empty|is invalid|does not have a valid value)|token is (?:missing|empty))"
const sayings=[{statuses:[400],where:"message",words:/^400 Bad request(?: - .+)?$/s},{statuses:[400],where:"message",words:/^400 \(Bad request\) .+$/s},{statuses:[400],where:"message",words:/^variables needs to be a map of key-valued strings$/},{statuses:[400],where:"message",words:/^400 Job has to be running$/},{statuses:[400],where:"message",words:/^Could not find refs?: .+$/},{statuses:[400],where:"message",words:/^The project is not mirrored$/},{statuses:[403],where:"message",words:/^Mirroring for the project is on pause$/},{statuses:[401],where:"message",words:/^401 Unauthorized(?: - .+)?$/s},{statuses:[401],where:"message",words:/^(?:Job is not running|Job has been erased!|Project has been deleted!|Job token has expired)$/},{statuses:[403],where:"message",words:/^403 Forbidden(?: - .+)?$/s},{statuses:[403],where:"message",words:/^You cannot perform write operations on a read-only instance$/},{statuses:[404],where:"message",words:new RegExp(`^404 (?:${record})?Not [Ff]ound$`)},{statuses:[405],where:"message",words:/^Non GET methods are not allowed for moved projects$/},{statuses:[405],where:"message",words:/^405 Method Not Allowed$/},{statuses:[409],where:"message",words:/^409 Conflict: Resource lock$/,about:"locked"},{statuses:[409],where:"message",words:/^409 Conflict(?:: .+| - .+)?$/s},{statuses:[412],where:"message",words:/^412 Precondition Failed$/},{statuses:[422],where:"message",words:/^422 Unprocessable [Ee]ntity(?: - .+)?$/s},{statuses:[422],where:"message",words:new RegExp(`^(?:${failureReasons}|Could not create pipeline)$`)},{statuses:[429],where:"message_error",words:/^This endpoint has been requested too many times\. Try again later\.$/,about:"throttle"},{statuses:[400],where:"base",words:/^Too many pipelines created in the last minute\. Try again later\.$/,about:"minute_full"},{statuses:[400],where:"base",words:/^(?:Upstream Gitaly has been exhausted|Gitaly service temporarily unavailable)/,about:"git_busy"},{statuses:[400,422],where:"base",
words:/^/},{statuses:[500],where:"message",words:/^500 Internal Server Error$/,about:"crash"},{statuses:[503],where:"message",words:/^GitLab is undergoing maintenance$/,about:"maintenance"},{statuses:[400],where:"error",words:new RegExp(`^${parameter}(?:, ${parameter})*$`)},{statuses:[400],where:"error",words:/^sha, content_ref are mutually exclusive$/},{statuses:[400],where:"error",words:/message body does not match declared format/},{statuses:[404],where:"error",words:/^404 Not Found$/},{statuses:[405],where:"error",words:/^405 Not Allowed$/},{statuses:[410],where:"error",words:/^API V3 is no longer supported\. Use API V4 instead\.$/},{statuses:[415],where:"error",words:/^The provided content-type '[^']*' is not supported\.$/},{statuses:[401],where:"oauth",oauthError:"invalid_token",words:/^(?:Token is expired\. You can either do re-authorization or token refresh\.|Token was revoked\. You have to re-authorize from the user\.|Token is an impersonation token but impersonation was disabled\.)$/},{statuses:[403],where:"oauth",oauthError:"insufficient_scope",words:/^The request requires higher privileges than provided by the access token\.$/},{statuses:[403],where:"oauth",oauthError:"insufficient_granular_scope",words:/^(?:$|Access denied: )/},{statuses:[301],where:"text",words:/^This resource has been moved permanently to \S+$/},{statuses:[404],where:"text",words:/^404 page not found$/,call:"artifact"}]
const throttleWords=/^Retry later$/
const stranger={speaker:"stranger"}
const mostTextBytes=2e3
function whoSpeaks(answer){const{headers,content,body}=answer
const type=headers["content-type"]??""
switch(content.kind){case"json":return type===""||/\bjson\b/i.test(type)?speakerOfJson(answer,content.value):stranger
case"text":return type===""||/^\s*text\/plain\b/i.test(type)?speakerOfText(answer,body):stranger
case"html":case"none":return stranger}}function speakerOfJson(answer,value){if(!(0,is_object.isObject)(value))return stranger
const keys=Object.keys(value).sort().join()
const{message,error,error_description:description="",scope=""}=value
switch(keys){case"message":return typeof message==="string"?printed(answer,"message",[message]):speakerOfParts(answer,message)
case"error":return typeof error==="string"&&isCode(error)?printed(answer,"oauth",[""],error):printed(answer,"error",[error])
case"error,error_description":case"error,error_description,scope":return typeof error==="string"&&typeof scope==="string"?printed(answer,"oauth",[description],error):stranger
default:return stranger}}function speakerOfParts(answer,message){if(!(0,is_object.isObject)(message))return stranger
if(Object.keys(message).join()==="error")return printed(answer,"message_error",[message.error])
const{base}=message
const isRecord=Object.values(message).every(isTextList)
return isRecord&&isTextList(base)?printed(answer,"base",base):stranger}function speakerOfText(answer,body){if(body.length>mostTextBytes)return stranger
const text=body.toString("utf8").replace(/\r?\n$/,"")
return answer.status===429?speakerOfThrottle(answer,text):printed(answer,"text",[text])}function speakerOfThrottle({headers},text){const has=(...names)=>names.every(name=>(headers[name]??"")!=="")
const isMarked=has("retry-after")||has("ratelimit-reset")||has("ratelimit-observed")
const isSigned=/^throttle_\w+$/.test(headers["ratelimit-name"]??"")&&has("ratelimit-limit","ratelimit-observed","ratelimit-reset","ratelimit-resettime")
const isThrottle=isSigned||isMarked&&throttleWords.test(text)
return isThrottle?{speaker:"gitlab",about:"throttle"}:stranger}function printed({status,call},where,words,oauthError){const known=sayings.find(saying=>saying.where===where&&saying.statuses.includes(status)&&saying.oauthError===oauthError&&(saying.call===void 0||saying.call===call)&&words.some(text=>typeof text==="string"&&saying.words.test(text)))
return known===void 0?stranger:{speaker:"gitlab",about:known.about}}function isCode(error){return/^[a-z]+(?:_[a-z]+)+$/.test(error)}function isTextList(value){return Array.isArray(value)&&value.length>0&&value.every(text=>typeof text==="string")}const mostTexts=10
const deepest=4
const silentKeys=new Set(["base","error","message"])
function readRefusal(answer){const{status,headers,body,hints,call,elsewhere}=answer
const content=(0,response_body.readAnswerBody)(headers["content-type"],body)
const location=status>=300&&status<400?readLocation(headers.location):void 0
const spoken=elsewhere===void 0?whoSpeaks({status,headers,content,body,call}):{speaker:content.kind==="html"&&location===void 0?"stranger":"storage"}
return{status,...spoken,...readWords(content),elsewhere,location,hints}}function readWords(content){switch(content.kind){case"none":return{shape:"none",texts:[]}
case"html":case"text":return{shape:content.kind,texts:content.texts.slice(0,mostTexts)}
case"json":return readJson(content.value)}}function readJson(value){if(!(0,is_object.isObject)(value))return{shape:"text",texts:finished(flatten(value,"",0))}
const{message,error,error_description:description,scope}=value
if(typeof error==="string"&&typeof description==="string"){const scopes=typeof scope==="string"&&scope!==""?[`Scopes that would do: ${scope}`]:[]
return{shape:"oauth",texts:finished([description,...scopes]),oauthError:(0,base_text.cleanLine)(error,100)}}const messages=finished(flatten(message,"",0))
if(messages.length>0)return{shape:"message",texts:messages}
const errors=finished(flatten(error??value.errors,"",0))
if(errors.length===0)return{shape:"none",texts:[]}
return typeof error==="string"&&/^[a-z]+(?:_[a-z]+)+$/.test(error)?{shape:"oauth",texts:errors,oauthError:(0,base_text.cleanLine)(error,100)}:{shape:"error",texts:errors}}function flatten(value,attribute,depth){const named=text=>attribute===""?text:`${attribute}: ${text}`
if(typeof value==="string")return[named(value)]
if(typeof value==="number"||typeof value==="boolean")return[named(String(value))]
if(depth>=deepest)return[]
if(Array.isArray(value))return value.slice(0,mostTexts).flatMap(item=>flatten(item,attribute,depth+1))
if(!(0,is_object.isObject)(value))return[]
return Object.entries(value).slice(0,mostTexts).flatMap(([key,item])=>flatten(item,silentKeys.has(key)?attribute:key,depth+1))}function finished(texts){return texts.map(text=>(0,base_text.cleanLine)((0,base_text.withoutTokens)((0,response_body.decodeEntities)(text.slice(0,8e3))))).filter(text=>text!=="").slice(0,mostTexts)}function readLocation(location){if(location===void 0||location==="")return
if(!(0,address.isUrl)(location)){const parts=location.replace(/[?#].*$/s,"").split(/(?<=[/\\])/)
return(0,base_text.cleanLine)(parts.map(part=>part.slice(part.lastIndexOf("@")+1)).join(""))}const url=new URL(location)
return(0,base_text.cleanLine)(`${url.protocol}//${url.host}${url.pathname}`)}var reply=__webpack_require__("./gitlab/responses/reply.js")
const successOfReads=[200]
const successOfChanges=[200,201]
function strangeSuccess(method,{status,headers}){const own=method==="GET"?successOfReads:successOfChanges
if(!own.includes(status))return`GitLab answers such a request with ${own.join(" or ")}`
const type=headers["content-type"]??""
return type===""||/^\s*application\/json\s*(?:;|$)/i.test(type)?void 0:"its content type is not the one of GitLab (application/json)"}const maxJsonBytes=10*1024*1024
function createCallRunner(deps,{apiUrl,requestTimeoutMs:timeoutMs}){const{transport,clock}=deps
let loading
const load=()=>loading??=loadSchemas()
const request=({method,url,headers,body,sink,signal})=>{const complete={method,url,headers,body,timeoutMs,maxBytes:maxJsonBytes,sink,onSent:()=>void load(),signal}
return(0,json_api.sendWithin)(transport,apiUrl,complete)}
const exchange=async sending=>{const response=await request(sending)
const target=sending.method==="GET"?redirectInside(apiUrl,sending,response):void 0
if(target!==void 0){const moved={...sending,url:target}
return leadAway(moved,await request(moved))}return leadAway(sending,response)}
const leadAway=async(sending,response)=>{const{url,elsewhere,sink,signal}=sending
if(elsewhere===void 0||redirectInside(apiUrl,sending,response)!==void 0)return{response}
const{headers}=elsewhere
const away={headers,token:tokenOf(sending),sink,timeoutMs,maxBytes:maxJsonBytes,signal}
const answered=await followElsewhere(transport,{url,response},away)
return answered.elsewhere===apiUrl.host?{response:answered.response}:answered}
const send=async sending=>{const answered=await(0,json_api.exchanged)(()=>exchange(sending))
if(answered.kind==="fault")return answered
const{response,elsewhere}=answered.value
const{status,headers,body}=response
const details=(0,reply.readServerHints)({status,headers,localTimeMs:clock.epochMs()})
const hints=response.endUntold===true?{...details,endUntold:response.endUntold}:details
const call=sending.elsewhere===void 0?void 0:"artifact"
return(0,json_api.isSuccess)(response)?{kind:"ok",value:{response,hints},hints}:{kind:"refused",refusal:readRefusal({status,headers,body,hints,elsewhere,call})}}
return{send,run:async call=>{const reply=await send(call)
if(reply.kind!=="ok")return{reply,headers:{}}
const read=call.read(await load())
const answer={...reply.value,read,method:call.method,quoting:call.quoting}
return{reply:readSuccess(answer),headers:reply.value.response.headers}}}}function loadSchemas(){const loading=__webpack_require__.e("schemas").then(__webpack_require__.bind(__webpack_require__,"./gitlab/schemas/schemas.js"))
loading.catch(()=>{})
return loading}function redirectInside(apiUrl,sending,{status,headers,leadsNowhere}){if(leadsNowhere===true)return
const{url:from}=sending
const location=headers.location??""
if(![301,302,303,307,308].includes(status)||!(0,address.isUrl)(location,from.href))return
const target=new URL(location,from)
const inside=target.origin===apiUrl.origin&&target.pathname.startsWith(apiUrl.pathname)
const plain=target.username===""&&target.password===""&&target.href!==from.href
return inside&&plain&&!holdsToken(target,tokenOf(sending))?target:void 0}function tokenOf({headers}){return headers["private-token"]}function readSuccess(answer){const{response,hints,read,method,quoting}=answer
const body=(0,json_api.readJsonBody)(response,quoting)
if(body.kind==="not_json")return unreadableReply(answer,body.why)
const strange=strangeSuccess(method,response)
if(strange!==void 0){const{status}=response
return{kind:"unreadable",status,why:strange,claimedId:claimedIdIn(body.value),hints}}const reading=read(body.value)
if(reading.kind==="ok")return{kind:"ok",value:reading.value,hints}
if(reading.tooOld===true)return{kind:"unreadable",status:response.status,why:reading.why,tooOld:true,hints}
return unreadableReply(answer,`the body is not what GitLab sends (${reading.why})`)}function claimedIdIn(value){const id=(0,is_object.isObject)(value)?value.id:void 0
return Number.isSafeInteger(id)?Number(id):void 0}function freshText(about,{epochMs}){return`${about}.${Math.round(epochMs())}`}function freshly({url,headers},fresh){if(fresh===void 0)return{url,headers}
const own=new URL(url)
own.searchParams.set("gitlab_trigger_fresh",fresh)
return{url:own,headers:{...headers,"cache-control":"no-cache"}}}function unreadableReply({response,hints},why){return{kind:"unreadable",status:response.status,why,hints}}}),"./gitlab/responses/explain.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{describeRefusal:function(){return describeRefusal},describeReply:function(){return describeReply},errorOf:function(){return errorOf},failureOf:function(){return failureOf},lastingReason:function(){return lastingReason}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/duration.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/errors.js")
var _oldest_release_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./gitlab/responses/oldest-release.js")
var _response_meaning_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./gitlab/responses/response-meaning.js")
var _token_hints_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./gitlab/responses/token-hints.js")
function describeFault(fault){const why=fault.message
switch(fault.kind){case"name":return{code:"name_not_resolved",why,hint:"Check gitlab_url for a typo, and that this machine uses the DNS that knows the host."}
case"refused":return{code:"connection_refused",why,hint:"Check host and port of gitlab_url, and that no firewall stands between this machine and GitLab."}
case"tls":return{code:"tls_failed",why,hint:"If GitLab uses a certificate of your own authority, give that authority in ca_certificate; also check that gitlab_url names the host as the certificate does."}
case"proxy":return{code:"proxy_failed",why,hint:why.includes("it answered 407")?"Check user name and password in https_proxy or http_proxy; special characters in them have to be percent-encoded.":"Check https_proxy and http_proxy, or list the host of gitlab_url in no_proxy if it is reached directly."}
case"reset":case"truncated":return{code:"connection_lost",why,hint:"Try again; if it happens often, look at the proxies and gateways between this machine and GitLab."}
case"timeout":return{code:"request_timeout",why,hint:"Check that GitLab is up and reachable from this machine; a slow one may need a longer request_timeout."}
case"too_large":return{code:"response_too_large",why,hint:"Check that gitlab_url leads to GitLab itself and not to a file server or a proxy."}}}function describeRefusal(refusal){const code=codeOf(refusal)
return{code,why:reasonOf(refusal),hint:specialHintOf(refusal,code)??hintOf(code)}}function lastingReason(reply){if(reply.kind!=="refused")return describeReply(reply).why
const{refusal}=reply
return reasonOf({...refusal,hints:{...refusal.hints,requestId:void 0}})}function reasonOf({status,speaker,shape,texts,elsewhere,location,hints}){const isStorage=elsewhere!==void 0&&location===void 0
const server=isStorage?`${elsewhere}, where GitLab keeps the file,`:speaker==="gitlab"?"GitLab":"The server"
const who=shape==="html"?`The server answered ${status} with a page`:`${server} answered ${status}`
const words=texts.length===0?"":`: ${texts.join("; ")}`
const target=location===void 0?"":` (to ${location})`
const requestId=hints.requestId===void 0?"":` (request id ${hints.requestId})`
return`${who}${words}${target}${requestId}`}function codeOf(refusal){switch(refusal.speaker){case"gitlab":return codeOfGitLab(refusal)
case"storage":return refusal.status>=500?"server_error":codeOfBusy(refusal.status,"storage_refused")
case"stranger":return codeOfStranger(refusal.status)}}function codeOfGitLab(refusal){const{status,about,shape,texts,oauthError}=refusal
const says=pattern=>texts.some(text=>pattern.test(text))
if(about==="maintenance")return"maintenance"
if(status>=300&&status<400)return says(/moved permanently to/i)?"project_moved":"redirected"
if(status>=500||about==="git_busy")return"server_error"
switch(status){case 401:return"unauthorized"
case 403:if(oauthError!==void 0&&/^insufficient_(?:granular_)?scope$/.test(oauthError))return"insufficient_scope"
return says(/read-only instance/)?"read_only_instance":"forbidden"
case 404:return shape==="error"?"route_not_found":"not_found"
case 405:return says(/moved projects/i)?"project_moved":"request_refused"
case 409:return"resource_locked"
default:return codeOfBusy(status,"request_refused")}}function codeOfStranger(status){if(status>=300&&status<400)return"redirected"
if(status>=500)return"server_error"
return codeOfBusy(status,status===413||status===414?"request_too_large":"not_gitlab")}function codeOfBusy(status,otherwise){if(status===429)return"rate_limited"
return status===408||status===425?"server_error":otherwise}const hints={project_moved:"Use the new path of the project, or better its numeric id, which never changes.",redirected:"Set gitlab_url to the address that GitLab itself uses: https, right host, right path.",storage_refused:"Check that this machine may reach that server, over https if GitLab is reached over https, and that its clock is right: signed links expire. GitLab hands artifacts out itself when proxy_download is on.",rate_limited:"Wait a minute; ask less often (poll_interval), or have the limit of the server raised.",maintenance:"Wait until the maintenance is over and run the step again.",read_only_instance:"This GitLab takes no changes: it is a copy (a secondary site of Geo), or was made read-only. Waiting does not help: set gitlab_url to the address of the primary.",server_error:"Run the step again later; an administrator of GitLab finds the cause in the logs by the request id.",not_gitlab:"Check gitlab_url. If a gateway or single sign-on stands in front, let the API pass or set request_headers.",request_too_large:"The request is too large for a server in front of GitLab: give fewer or shorter variables and inputs, or have the limit of that server raised.",unauthorized:"Give an access_token with the scope read_api, and check that it has neither expired nor been revoked.",insufficient_scope:"Use an access_token with the scope read_api, or api to cancel and to play.",forbidden:"Give the user behind the access_token a higher role in the project, or check the IP restrictions of the group.",not_found:"Check project_id and the id of the pipeline; a private project needs an access_token of a member, and a fine-grained one must cover the project.",route_not_found:"Check the path in gitlab_url, or use the numeric project_id: a proxy may have decoded the slashes.",resource_locked:"Run the step again in a moment."}
function specialHintOf(refusal,code){const{speaker,hints}=refusal
if(isLostRoute(refusal))return lostRouteHint
if(code==="rate_limited")return waitHint(hints.retryAfterMs,speaker)
return speaker==="gitlab"?(0,_token_hints_js__WEBPACK_IMPORTED_MODULE_5__.granularHint)(refusal)??(0,_token_hints_js__WEBPACK_IMPORTED_MODULE_5__.jobTokenHint)(refusal):void 0}function isLostRoute({status,speaker,shape}){return status===404&&speaker==="stranger"&&shape==="html"}const lostRouteHint="Check gitlab_url and the path in it. If they are right, a proxy on the way may have decoded the slashes: give the numeric project_id instead of the path."
const shortWaitMs=9e4
function waitHint(retryAfterMs,speaker){const whose=speaker==="gitlab"?"the limit of the server":"the limit of the server in front of GitLab"
if(retryAfterMs===void 0||retryAfterMs<=shortWaitMs)return speaker==="gitlab"?void 0:`Wait a minute; ask less often (poll_interval), or have ${whose} raised.`
return`Wait for ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(retryAfterMs)}, as the server asks, and run the step again; or have ${whose} raised.`}function hintOf(code){return hints[code]??"GitLab's message says what it did not accept; check the inputs of the step against it."}function describeReply(reply){switch(reply.kind){case"fault":return describeFault(reply.fault)
case"refused":return describeRefusal(reply.refusal)
case"unreadable":if(reply.tooOld===true)return{code:"gitlab_too_old",why:reply.why,hint:_oldest_release_js__WEBPACK_IMPORTED_MODULE_3__.tooOldHint}
return{code:"not_gitlab",why:`The server answered ${reply.status}, but ${reply.why}`,hint:"Check gitlab_url. If a gateway or single sign-on stands in front of GitLab, let the API pass or set request_headers."}}}function errorOf(reply,{what}){const parts={what,...describeReply(reply),cause:reply.kind==="fault"?reply.fault:void 0}
return(0,_response_meaning_js__WEBPACK_IMPORTED_MODULE_4__.isTransient)(reply)?new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__.UnreachableError(parts):new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__.RefusedError(parts)}function failureOf(reply){const{why}=describeReply(reply)
switch(reply.kind){case"refused":{const{status,hints}=reply.refusal
return{why,status,retryAfterMs:hints.retryAfterMs}}case"unreadable":return{why,status:reply.status,retryAfterMs:reply.hints.retryAfterMs}
case"fault":return{why}
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(reply)}}}),"./gitlab/responses/oldest-release.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{hasNone:function(){return hasNone},oldestRelease:function(){return oldestRelease},tooOld:function(){return tooOld}})
const oldestRelease=[13,0]
const tooOldHint=`Update GitLab to ${oldestRelease.join(".")} or later, which is the oldest that is supported.`
function tooOld(what){return{kind:"unfit",why:`This GitLab is older than 11.2: it returns no web_url of its ${what}`,tooOld:true}}function hasNone(body,...names){if(typeof body!=="object"||body===null||Array.isArray(body))return false
const members=new Map(Object.entries(body))
return names.every(name=>(members.get(name)??void 0)===void 0)}__webpack_require__.d(__webpack_exports__,["tooOldHint",0,tooOldHint])}),"./gitlab/responses/reply.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cutReply:function(){return cutReply},hasFault:function(){return hasFault},isDenied:function(){return isDenied},isRecordMissing:function(){return isRecordMissing},namesNoRecord:function(){return namesNoRecord},readServerHints:function(){return readServerHints},retryAfterOf:function(){return retryAfterOf}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _http_headers_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./http/headers.js")
var _http_transport_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./http/transport.js")
var _next_page_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./gitlab/next-page.js")
function isRecordMissing({speaker,status,shape}){return speaker==="gitlab"&&status===404&&shape!=="error"}function isDenied({speaker,status}){return speaker==="gitlab"&&(status===401||status===403)}function namesNoRecord(reply){return reply.kind==="refused"&&isRecordMissing(reply.refusal)}function cutReply(message){return{kind:"fault",fault:new _http_transport_js__WEBPACK_IMPORTED_MODULE_2__.TransportFault({kind:"timeout",reached:"maybe",message})}}function hasFault(reply,kind){return reply.kind==="fault"&&reply.fault.kind===kind}function retryAfterOf(reply){switch(reply.kind){case"refused":return reply.refusal.hints.retryAfterMs
case"unreadable":return reply.hints.retryAfterMs
case"fault":return}}const longestWindowMs=24*36e5
function readServerHints(answer){const{status,headers,localTimeMs}=answer
const serverTimeMs=(0,_http_headers_js__WEBPACK_IMPORTED_MODULE_1__.parseHttpDate)(headers.date??"")
const nowMs=serverTimeMs??localTimeMs
const resetMs=(0,_http_headers_js__WEBPACK_IMPORTED_MODULE_1__.parseRateLimitReset)(headers["ratelimit-reset"]??"",nowMs)
const requestId=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(headers["x-request-id"]??"",100)
return{serverTimeMs,retryAfterMs:(0,_http_headers_js__WEBPACK_IMPORTED_MODULE_1__.parseRetryAfter)(headers["retry-after"]??"",nowMs)??(status===429?resetMs:void 0),allowance:status===429?void 0:allowanceOf(headers,resetMs),requestId:requestId===""?void 0:requestId,...isFromCache(headers)?{fromCache:true}:{},...(0,_next_page_js__WEBPACK_IMPORTED_MODULE_3__.isPaged)(headers)?{isPaged:true}:{}}}const cacheHeaders=["x-cache","x-cache-status","x-proxy-cache","x-nginx-cache","x-varnish-cache","x-cache-lookup","x-served-from-cache","cf-cache-status","cache-status","cdn-cache","server-timing"]
function isFromCache(headers){const isOld=Number(headers.age??"0")>0||/^\s*1(?:10|11|13)\b/.test(headers.warning??"")
const isTwice=/^\s*\d+\s+\d+\s*$/.test(headers["x-varnish"]??"")||/[1-9]/.test(headers["x-cache-hits"]??"")
const says=name=>/\b(?:hit|stale|updating)\b|_hit\b|^\s*(?:true|1|yes)\s*$/i.test(headers[name]??"")
return isOld||isTwice||cacheHeaders.some(says)}function allowanceOf(headers,resetAfterMs){const limit=countOf(headers["ratelimit-limit"])
const remaining=countOf(headers["ratelimit-remaining"])
if(limit===void 0||remaining===void 0||resetAfterMs===void 0)return
const isPossible=limit>0&&remaining<=limit&&resetAfterMs>0&&resetAfterMs<=longestWindowMs
return isPossible?{limit,remaining,resetAfterMs}:void 0}function countOf(text){const trimmed=text?.trim()??""
return/^\d{1,9}$/.test(trimmed)?Number(trimmed):void 0}}),"./gitlab/responses/response-meaning.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isTransient:function(){return isTransient},meaningOf:function(){return meaningOf}})
const creations=["start","create_token"]
const repeatable=["poll","cancel","log","artifact"]
const all=[...creations,...repeatable]
const beforeWork=["throttle","maintenance","minute_full","git_busy"]
const meanings=[{calls:creations,by:"nobody",on:["never_sent"],meaning:"not_done"},{calls:creations,by:"nobody",on:["kept_out"],meaning:"final"},{calls:creations,by:"nobody",on:["lost"],meaning:"uncertain"},{calls:repeatable,by:"nobody",on:"anything",meaning:"passing"},{calls:all,by:"gitlab",on:[[200,299]],meaning:"done"},{calls:creations,by:"gitlab",on:"anything",about:beforeWork,meaning:"not_done"},{calls:creations,by:"gitlab",on:"anything",about:["locked"],meaning:"uncertain"},{calls:creations,by:"gitlab",on:[[400,499]],meaning:"final"},{calls:creations,by:"gitlab",on:"anything",meaning:"uncertain"},{calls:creations,by:"stranger",on:"anything",meaning:"uncertain"},{calls:creations,by:"storage",on:"anything",meaning:"uncertain"},{calls:repeatable,by:"gitlab",on:"anything",about:beforeWork,meaning:"passing"},{calls:["cancel"],by:"gitlab",on:[[409,409]],meaning:"passing"},{calls:repeatable,by:"gitlab",on:[[408,408],[425,425],[429,429],[500,599]],meaning:"passing"},{calls:repeatable,by:"gitlab",on:"anything",meaning:"final"},{calls:repeatable,by:"storage",on:[[408,408],[425,425],[429,429],[500,599]],meaning:"passing"},{calls:repeatable,by:"storage",on:"anything",meaning:"final"},{calls:repeatable,by:"stranger",on:"anything",meaning:"passing"}]
function meaningOf(call,reply){if(reply.kind==="unreadable"&&reply.tooOld===true)return"final"
return meaningFor(call,factsOf(reply))}function meaningFor(call,{by,on,about}){const row=meanings.find(each=>each.calls.includes(call)&&each.by===by&&(each.about===void 0||about!==void 0&&each.about.includes(about))&&(each.on==="anything"||each.on.some(stretch=>isIn(stretch,on))))
return row?.meaning??(creations.includes(call)?"uncertain":"passing")}function isIn(stretch,on){if(typeof stretch==="string"||typeof on==="string")return stretch===on
const[from,to]=stretch
return on>=from&&on<=to}function factsOf(reply){return reply.kind==="ok"?{by:"gitlab",on:200}:factsOfFailure(reply)}function factsOfFailure(reply){switch(reply.kind){case"fault":{const{reached,message}=reply.fault
if(reached==="maybe")return{by:"nobody",on:"lost"}
return{by:"nobody",on:message.includes("answered 407")?"kept_out":"never_sent"}}case"refused":{const{speaker,status,about}=reply.refusal
return{by:speaker,on:status,about}}case"unreadable":return{by:"stranger",on:reply.status}}}function isTransient(reply,call="poll"){return meaningOf(call,reply)==="passing"}}),"./gitlab/responses/token-hints.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{expiredTokenFact:function(){return expiredTokenFact},granularHint:function(){return granularHint},jobTokenHint:function(){return jobTokenHint},jobTokenReadHint:function(){return jobTokenReadHint}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
const firstGroup=({texts},pattern)=>{const found=texts.map(text=>pattern.exec(text)?.[1]).find(group=>group!==void 0)
return found===void 0?void 0:(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(found,200)}
function granularHint(refusal){if(refusal.oauthError!=="insufficient_granular_scope")return
const named=firstGroup(refusal,/permissions?: \[([^[\]]{1,400})\]/)
const permission=named===void 0?"the permission that GitLab names above":`the permission ${named}`
const isRequired=refusal.texts.some(text=>/requires a fine-grained (?:personal )?access token/i.test(text))
return isRequired?`Use a fine-grained access_token that covers the project and has ${permission}: an access token of the old kind is refused here, whatever its scopes, and a fine-grained one that meets this lacks the permission.`:`The access_token is a fine-grained one, and lacks a permission: give it ${permission}.`}function jobTokenHint(refusal){if(refusal.texts.some(text=>/Authentication by CI\/CD job token not allowed/i.test(text)))return`Add the project of the job to the allowlist of the target project (${jobTokenPage}).`
const named=firstGroup(refusal,/token permission is required: (\w{1,100})/i)
return named===void 0?void 0:`Give the project of the job the permission ${named} in the target project (${jobTokenPage}).`}function jobTokenReadHint(refusal){return`${jobTokenHint(refusal)??`A CI_JOB_TOKEN reads pipelines in a recent GitLab only (19.1 does it, 18.0 and older do not), and only if the target project lets it: the project of the job on its allowlist (${jobTokenPage}), with read_pipelines and read_jobs where permissions are chosen, and a user of the job who may see them.`} `+"Else give an access_token with the scope read_api as well."}const jobTokenPage="Settings > CI/CD > Job token permissions"
const expiredTokenFact="By GitLab's source (19.3), an expired token still starts pipelines until GitLab deletes it, 30 days later, and can meanwhile be neither listed, shown nor deleted."}),"./hosts/adapters/github-actions.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{githubActionsHost:function(){return githubActionsHost},githubLikeHost:function(){return githubLikeHost},githubOutputs:function(){return githubOutputs},withoutCommands:function(){return withoutCommands}})
var platform_namespaceObject={}
__webpack_require__.r(platform_namespaceObject)
__webpack_require__.d(platform_namespaceObject,{arch:function(){return arch},getDetails:function(){return getDetails},isLinux:function(){return isLinux},isMacOS:function(){return isMacOS},isWindows:function(){return isWindows},platform:function(){return platform}})
var core_namespaceObject={}
__webpack_require__.r(core_namespaceObject)
__webpack_require__.d(core_namespaceObject,{ExitCode:function(){return ExitCode},addPath:function(){return addPath},debug:function(){return debug},endGroup:function(){return endGroup},error:function(){return error},exportVariable:function(){return exportVariable},getBooleanInput:function(){return getBooleanInput},getIDToken:function(){return getIDToken},getInput:function(){return getInput},getMultilineInput:function(){return getMultilineInput},getState:function(){return getState},group:function(){return group},info:function(){return info},isDebug:function(){return isDebug},markdownSummary:function(){return markdownSummary},notice:function(){return notice},platform:function(){return platform_namespaceObject},saveState:function(){return saveState},setCommandEcho:function(){return setCommandEcho},setFailed:function(){return setFailed},setOutput:function(){return setOutput},setSecret:function(){return setSecret},startGroup:function(){return startGroup},summary:function(){return summary},toPlatformPath:function(){return toPlatformPath},toPosixPath:function(){return toPosixPath},toWin32Path:function(){return toWin32Path},warning:function(){return warning}})
var external_node_crypto_=__webpack_require__("node:crypto?8af2")
var external_node_fs_=__webpack_require__("node:fs")
var external_node_os_=__webpack_require__("node:os")
function toCommandValue(input){if(input===null||input===void 0)return""
else if(typeof input==="string"||input instanceof String)return input
return JSON.stringify(input)}function toCommandProperties(annotationProperties){if(!Object.keys(annotationProperties).length)return{}
return{title:annotationProperties.title,file:annotationProperties.file,line:annotationProperties.startLine,endLine:annotationProperties.endLine,col:annotationProperties.startColumn,endColumn:annotationProperties.endColumn}}function issueCommand(command,properties,message){const cmd=new Command(command,properties,message)
process.stdout.write(cmd.toString()+__WEBPACK_EXTERNAL_MODULE_os_EOL__)}function issue(name,message=""){issueCommand(name,{},message)}const CMD_STRING="::"
class Command{constructor(command,properties,message){if(!command)command="missing.command"
this.command=command
this.properties=properties
this.message=message}toString(){let cmdStr=CMD_STRING+this.command
if(this.properties&&Object.keys(this.properties).length>0){cmdStr+=" "
let first=true
for(const key in this.properties)if(this.properties.hasOwnProperty(key)){const val=this.properties[key]
if(val){if(first)first=false
else cmdStr+=","
cmdStr+=`${key}=${escapeProperty(val)}`}}}cmdStr+=`${CMD_STRING}${escapeData(this.message)}`
return cmdStr}}function escapeData(s){return toCommandValue(s).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(s){return toCommandValue(s).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}function issueFileCommand(command,message){const filePath=process.env[`GITHUB_${command}`]
if(!filePath)throw new Error(`Unable to find environment variable for file command ${command}`)
if(!__WEBPACK_EXTERNAL_MODULE_fs_existsSync__(filePath))throw new Error(`Missing file at path: ${filePath}`)
__WEBPACK_EXTERNAL_MODULE_fs_appendFileSync__(filePath,`${toCommandValue(message)}${__WEBPACK_EXTERNAL_MODULE_os_EOL__}`,{encoding:"utf8"})}function prepareKeyValueMessage(key,value){const delimiter=`ghadelimiter_${__WEBPACK_EXTERNAL_MODULE_crypto_randomUUID__()}`
const convertedValue=toCommandValue(value)
if(key.includes(delimiter))throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`)
if(convertedValue.includes(delimiter))throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`)
return`${key}<<${delimiter}${__WEBPACK_EXTERNAL_MODULE_os_EOL__}${convertedValue}${__WEBPACK_EXTERNAL_MODULE_os_EOL__}${delimiter}`}var lib=__webpack_require__("../../node_modules/@actions/http-client/lib/index.js")
var __awaiter=void 0&&(void 0).__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})}
class BearerCredentialHandler{constructor(token){this.token=token}prepareRequest(options){if(!options.headers)throw Error("The request has no headers")
options.headers["Authorization"]=`Bearer ${this.token}`}canHandleAuthentication(){return false}handleAuthentication(){return __awaiter(this,void 0,void 0,function*(){throw new Error("not implemented")})}}var oidc_utils_awaiter=void 0&&(void 0).__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})}
class OidcClient{static createHttpClient(allowRetry=true,maxRetry=10){const requestOptions={allowRetries:allowRetry,maxRetries:maxRetry}
return new lib.HttpClient("actions/oidc-client",[new BearerCredentialHandler(OidcClient.getRequestToken())],requestOptions)}static getRequestToken(){const token=process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]
if(!token)throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable")
return token}static getIDTokenUrl(){const runtimeUrl=process.env["ACTIONS_ID_TOKEN_REQUEST_URL"]
if(!runtimeUrl)throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable")
return runtimeUrl}static getCall(id_token_url){return oidc_utils_awaiter(this,void 0,void 0,function*(){var _a
const httpclient=OidcClient.createHttpClient()
const res=yield httpclient.getJson(id_token_url).catch(error=>{throw new Error(`Failed to get ID Token. \n \n        Error Code : ${error.statusCode}\n \n        Error Message: ${error.message}`)})
const id_token=(_a=res.result)===null||_a===void 0?void 0:_a.value
if(!id_token)throw new Error("Response json body do not have ID Token field")
return id_token})}static getIDToken(audience){return oidc_utils_awaiter(this,void 0,void 0,function*(){try{let id_token_url=OidcClient.getIDTokenUrl()
if(audience){const encodedAudience=encodeURIComponent(audience)
id_token_url=`${id_token_url}&audience=${encodedAudience}`}debug(`ID token url is ${id_token_url}`)
const id_token=yield OidcClient.getCall(id_token_url)
setSecret(id_token)
return id_token}catch(error){throw new Error(`Error message: ${error.message}`)}})}}var summary_awaiter=void 0&&(void 0).__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})}
const{access,appendFile,writeFile}=__WEBPACK_EXTERNAL_MODULE_fs_promises__
const SUMMARY_ENV_VAR="GITHUB_STEP_SUMMARY"
class Summary{constructor(){this._buffer=""}filePath(){return summary_awaiter(this,void 0,void 0,function*(){if(this._filePath)return this._filePath
const pathFromEnv=process.env[SUMMARY_ENV_VAR]
if(!pathFromEnv)throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`)
try{yield access(pathFromEnv,__WEBPACK_EXTERNAL_MODULE_fs_constants__.R_OK|__WEBPACK_EXTERNAL_MODULE_fs_constants__.W_OK)}catch(_a){throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`)}this._filePath=pathFromEnv
return this._filePath})}wrap(tag,content,attrs={}){const htmlAttrs=Object.entries(attrs).map(([key,value])=>` ${key}="${value}"`).join("")
if(!content)return`<${tag}${htmlAttrs}>`
return`<${tag}${htmlAttrs}>${content}</${tag}>`}write(options){return summary_awaiter(this,void 0,void 0,function*(){const overwrite=!!(options===null||options===void 0?void 0:options.overwrite)
const filePath=yield this.filePath()
const writeFunc=overwrite?writeFile:appendFile
yield writeFunc(filePath,this._buffer,{encoding:"utf8"})
return this.emptyBuffer()})}clear(){return summary_awaiter(this,void 0,void 0,function*(){return this.emptyBuffer().write({overwrite:true})})}stringify(){return this._buffer}isEmptyBuffer(){return this._buffer.length===0}emptyBuffer(){this._buffer=""
return this}addRaw(text,addEOL=false){this._buffer+=text
return addEOL?this.addEOL():this}addEOL(){return this.addRaw(__WEBPACK_EXTERNAL_MODULE_os_EOL__)}addCodeBlock(code,lang){const attrs=Object.assign({},lang&&{lang})
const element=this.wrap("pre",this.wrap("code",code),attrs)
return this.addRaw(element).addEOL()}addList(items,ordered=false){const tag=ordered?"ol":"ul"
const listItems=items.map(item=>this.wrap("li",item)).join("")
const element=this.wrap(tag,listItems)
return this.addRaw(element).addEOL()}addTable(rows){const tableBody=rows.map(row=>{const cells=row.map(cell=>{if(typeof cell==="string")return this.wrap("td",cell)
const{header,data,colspan,rowspan}=cell
const tag=header?"th":"td"
const attrs=Object.assign(Object.assign({},colspan&&{colspan}),rowspan&&{rowspan})
return this.wrap(tag,data,attrs)}).join("")
return this.wrap("tr",cells)}).join("")
const element=this.wrap("table",tableBody)
return this.addRaw(element).addEOL()}addDetails(label,content){const element=this.wrap("details",this.wrap("summary",label)+content)
return this.addRaw(element).addEOL()}addImage(src,alt,options){const{width,height}=options||{}
const attrs=Object.assign(Object.assign({},width&&{width}),height&&{height})
const element=this.wrap("img",null,Object.assign({src,alt},attrs))
return this.addRaw(element).addEOL()}addHeading(text,level){const tag=`h${level}`
const allowedTag=["h1","h2","h3","h4","h5","h6"].includes(tag)?tag:"h1"
const element=this.wrap(allowedTag,text)
return this.addRaw(element).addEOL()}addSeparator(){const element=this.wrap("hr",null)
return this.addRaw(element).addEOL()}addBreak(){const element=this.wrap("br",null)
return this.addRaw(element).addEOL()}addQuote(text,cite){const attrs=Object.assign({},cite&&{cite})
const element=this.wrap("blockquote",text,attrs)
return this.addRaw(element).addEOL()}addLink(text,href){const element=this.wrap("a",text,{href})
return this.addRaw(element).addEOL()}}const _summary=new Summary
const markdownSummary=_summary
const summary=_summary
function toPosixPath(pth){return pth.replace(/[\\]/g,"/")}function toWin32Path(pth){return pth.replace(/[/]/g,"\\")}function toPlatformPath(pth){return pth.replace(/[/\\]/g,__WEBPACK_EXTERNAL_MODULE_path_sep__)}function getExecOutput(){throw new Error("@actions/exec is left out of this bundle; read what you need from node:os")}var platform_awaiter=void 0&&(void 0).__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})}
const getWindowsInfo=()=>platform_awaiter(void 0,void 0,void 0,function*(){const{stdout:version}=yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"',void 0,{silent:true})
const{stdout:name}=yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"',void 0,{silent:true})
return{name:name.trim(),version:version.trim()}})
const getMacOsInfo=()=>platform_awaiter(void 0,void 0,void 0,function*(){var _a,_b,_c,_d
const{stdout}=yield getExecOutput("sw_vers",void 0,{silent:true})
const version=(_b=(_a=stdout.match(/ProductVersion:\s*(.+)/))===null||_a===void 0?void 0:_a[1])!==null&&_b!==void 0?_b:""
const name=(_d=(_c=stdout.match(/ProductName:\s*(.+)/))===null||_c===void 0?void 0:_c[1])!==null&&_d!==void 0?_d:""
return{name,version}})
const getLinuxInfo=()=>platform_awaiter(void 0,void 0,void 0,function*(){const{stdout}=yield getExecOutput("lsb_release",["-i","-r","-s"],{silent:true})
const[name,version]=stdout.trim().split("\n")
return{name,version}})
const platform=__WEBPACK_EXTERNAL_MODULE_os_default__.platform()
const arch=__WEBPACK_EXTERNAL_MODULE_os_default__.arch()
const isWindows=platform==="win32"
const isMacOS=platform==="darwin"
const isLinux=platform==="linux"
function getDetails(){return platform_awaiter(this,void 0,void 0,function*(){return Object.assign(Object.assign({},yield isWindows?getWindowsInfo():isMacOS?getMacOsInfo():getLinuxInfo()),{platform,arch,isWindows,isMacOS,isLinux})})}var core_awaiter=void 0&&(void 0).__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})}
var ExitCode;(function(ExitCode){ExitCode[ExitCode["Success"]=0]="Success"
ExitCode[ExitCode["Failure"]=1]="Failure"})(ExitCode||(ExitCode={}))
function exportVariable(name,val){const convertedVal=toCommandValue(val)
process.env[name]=convertedVal
const filePath=process.env["GITHUB_ENV"]||""
if(filePath)return issueFileCommand("ENV",prepareKeyValueMessage(name,val))
issueCommand("set-env",{name},convertedVal)}function setSecret(secret){issueCommand("add-mask",{},secret)}function addPath(inputPath){const filePath=process.env["GITHUB_PATH"]||""
if(filePath)issueFileCommand("PATH",inputPath)
else issueCommand("add-path",{},inputPath)
process.env["PATH"]=`${inputPath}${__WEBPACK_EXTERNAL_MODULE_path_delimiter__}${process.env["PATH"]}`}function getInput(name,options){const val=process.env[`INPUT_${name.replace(/ /g,"_").toUpperCase()}`]||""
if(options&&options.required&&!val)throw new Error(`Input required and not supplied: ${name}`)
if(options&&options.trimWhitespace===false)return val
return val.trim()}function getMultilineInput(name,options){const inputs=getInput(name,options).split("\n").filter(x=>x!=="")
if(options&&options.trimWhitespace===false)return inputs
return inputs.map(input=>input.trim())}function getBooleanInput(name,options){const trueValue=["true","True","TRUE"]
const falseValue=["false","False","FALSE"]
const val=getInput(name,options)
if(trueValue.includes(val))return true
if(falseValue.includes(val))return false
throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n`+`Support boolean input list: \`true | True | TRUE | false | False | FALSE\``)}function setOutput(name,value){const filePath=process.env["GITHUB_OUTPUT"]||""
if(filePath)return issueFileCommand("OUTPUT",prepareKeyValueMessage(name,value))
process.stdout.write(__WEBPACK_EXTERNAL_MODULE_os_EOL__)
issueCommand("set-output",{name},toCommandValue(value))}function setCommandEcho(enabled){issue("echo",enabled?"on":"off")}function setFailed(message){process.exitCode=ExitCode.Failure
error(message)}function isDebug(){return process.env["RUNNER_DEBUG"]==="1"}function debug(message){issueCommand("debug",{},message)}function error(message,properties={}){issueCommand("error",toCommandProperties(properties),message instanceof Error?message.toString():message)}function warning(message,properties={}){issueCommand("warning",toCommandProperties(properties),message instanceof Error?message.toString():message)}function notice(message,properties={}){issueCommand("notice",toCommandProperties(properties),message instanceof Error?message.toString():message)}function info(message){process.stdout.write(message+__WEBPACK_EXTERNAL_MODULE_os_EOL__)}function startGroup(name){issue("group",name)}function endGroup(){issue("endgroup")}function group(name,fn){return core_awaiter(this,void 0,void 0,function*(){startGroup(name)
let result
try{result=yield fn()}finally{endGroup()}return result})}function saveState(name,value){const filePath=process.env["GITHUB_STATE"]||""
if(filePath)return issueFileCommand("STATE",prepareKeyValueMessage(name,value))
issueCommand("save-state",{name},toCommandValue(value))}function getState(name){return process.env[`STATE_${name}`]||""}function getIDToken(aud){return core_awaiter(this,void 0,void 0,function*(){return yield OidcClient.getIDToken(aud)})}var base_text=__webpack_require__("./base/text.js")
var console_host=__webpack_require__("./hosts/console-host.js")
__webpack_require__("./hosts/neutralize.js")
var outputs=__webpack_require__("./hosts/outputs.js")
var redaction_redaction=__webpack_require__("./hosts/redaction/redaction.js")
var system=__webpack_require__("./hosts/system.js")
var github_context=__webpack_require__("./hosts/adapters/github-context.js")
function githubOutputs(){return{audience:"later_steps",carry:({name,value})=>{append(recordOf(name,value))
return outputs.taken},check:()=>append("")}}function append(text){const{GITHUB_OUTPUT:path=""}=process.env
if(path==="")throw new outputs.NoPlaceError("GITHUB_OUTPUT is not set")
if(!(0,external_node_fs_.existsSync)(path))throw new Error("the file that GITHUB_OUTPUT names does not exist");(0,system.appendText)(path,text)}function recordOf(name,value){const delimiter=`ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`
return[`${name}<<${delimiter}`,value,delimiter,""].join(external_node_os_.EOL)}function githubActionsHost(){return githubLikeHost((0,github_context.flavourIn)(process.env))}function githubLikeHost(flavour){const redaction=(0,redaction_redaction.createRedaction)()
const shown=text=>(0,base_text.withoutInvisible)(redaction.apply(text))
const plain=text=>withoutCommands(shown(text))
const noteOnce=(0,console_host.sayOnce)(text=>info(plain(text)))
const speech=speechOf(flavour,{shown,plain})
return{name:flavour.name,inputs:{read:name=>getInput(name,{trimWhitespace:false})},log:{info:text=>info(plain(text)),...speech},masker:(0,redaction_redaction.maskerOf)(redaction,forms=>{for(const form of forms)setSecret(form)}),outputs:(0,outputs.outputSink)({carriers:[githubOutputs()],holdsSecret:()=>false,warnOnce:(0,console_host.sayOnce)(speech.warning),noteOnce}),summary:{write:markdown=>Promise.resolve(appendSummary(redaction.applyToMarkdown(markdown))||flavour.reports==="ignored")},context:()=>(0,github_context.callerContextOf)({environment:process.env,flavour},eventOf(process.env.GITHUB_EVENT_PATH)),state:{save:(key,value)=>{try{saveState(key,value)}catch{noteOnce("Nothing can be saved for the end of the job: if this step is killed, its pipeline goes on.")}},load:key=>getState(key)||void 0}}}function speechOf({commands},texts){const{shown,plain}=texts
return commands==="decoded"?decodedSpeech(shown,plain):writtenSpeech(plain)}function decodedSpeech(shown,plain){return{debug:text=>debug(shown(text)),warning:text=>warning(shown(text)),error:text=>error(shown(text)),group:(title,lines)=>{startGroup(plain(title))
for(const line of lines)info(plain(line))
endGroup()},annotation:({level,title,message,file,line})=>{const properties={title:shown(title),...file===void 0?{}:{file:shown(file)},...file===void 0||line===void 0?{}:{startLine:line}}
core_namespaceObject[level](plain(message),properties)}}}function writtenSpeech(plain){const first=(command,text)=>info(`::${command}::${plain(text)}`)
return{debug:text=>info(plain(text).replaceAll(/^/gm,"::debug::")),warning:text=>first("warning",text),error:text=>first("error",text),group:(title,lines)=>{info(`::group::${plain(title).replaceAll("\n"," ")}`)
for(const line of lines)info(plain(line))
info("::endgroup::")}}}function appendSummary(markdown){try{(0,system.appendText)(process.env.GITHUB_STEP_SUMMARY??"",`${markdown}\n`)
return true}catch{return false}}function eventOf(path){try{return path===void 0?void 0:JSON.parse((0,external_node_fs_.readFileSync)(path,"utf8"))}catch{return}}const commandLine=new RegExp(`^([\\s\\u0085]*)${base_text.hostCommands.colons.source}`)
function withoutCommands(text){return text.split(/\r\n|\r|\n/).map(line=>line.replace(commandLine,`$1:${"​"}:`).replaceAll(base_text.hostCommands.bracketed,`#${"​"}#`)).join("\n")}}),"./hosts/adapters/github-context.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{callerContextOf:function(){return callerContextOf},flavourIn:function(){return flavourIn}})
var _base_is_object_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/is-object.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _attempts_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/attempts.js")
function callerContextOf({environment,flavour},event){const read=name=>filled(environment[name])
return{ci:flavour.name,repository:read("GITHUB_REPOSITORY"),sha:read("GITHUB_SHA"),ref:read("GITHUB_REF"),refName:read("GITHUB_REF_NAME"),actor:read("GITHUB_ACTOR"),event:read("GITHUB_EVENT_NAME"),workflow:read("GITHUB_WORKFLOW"),job:read("GITHUB_JOB"),runId:read("GITHUB_RUN_ID"),runAttempt:read("GITHUB_RUN_ATTEMPT"),runUrl:runUrlOf(read,flavour),attempt:(0,_attempts_js__WEBPACK_IMPORTED_MODULE_2__.attemptOf)(flavour.host,read),followedSha:filled(memberOf(memberOf(event,"workflow_run"),"head_sha")),followedRef:followedRefOf(event),apiUrl:read("GITHUB_API_URL"),pullRequest:pullRequestOf(event)}}function runUrlOf(read,{runVariable}){const server=read("GITHUB_SERVER_URL")
const repository=read("GITHUB_REPOSITORY")
const run=read(runVariable)
if(server===void 0||repository===void 0||run===void 0)return
return`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.withoutEnd)(server,"/")}/${repository}/actions/runs/${run}`}function followedRefOf(event){const suite=memberOf(event,"check_suite")??memberOf(memberOf(event,"check_run"),"check_suite")
const followed=memberOf(event,"workflow_run")??suite
const branch=filled(memberOf(followed,"head_branch"))
const repository=filled(memberOf(memberOf(followed,"head_repository"),"full_name"))
return branch===void 0||repository===void 0?branch:`${repository}:${branch}`}function pullRequestOf(event){const pullRequest=memberOf(event,"pull_request")
if((0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_0__.isObject)(pullRequest))return describedBy(pullRequest,pullRequest)
const issue=memberOf(event,"issue")
const link=memberOf(issue,"pull_request")
return(0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_0__.isObject)(link)?describedBy(issue,link):void 0}function describedBy(description,link){const number=memberOf(description,"number")
if(typeof number!=="number"||!Number.isSafeInteger(number)||number<1)return
const head=memberOf(description,"head")
const base=memberOf(description,"base")
return{number,title:filled(memberOf(description,"title"))??"",url:filled(memberOf(link,"html_url")),headRef:filled(memberOf(head,"ref")),headSha:filled(memberOf(head,"sha")),baseRef:filled(memberOf(base,"ref")),fromFork:isFromFork(memberOf(head,"repo"),memberOf(base,"repo"))}}function isFromFork(head,base){const own=filled(memberOf(base,"full_name"))
if(own===void 0||head===void 0)return
return memberOf(head,"full_name")!==own}function filled(value){return typeof value==="string"&&value!==""?value:void 0}function memberOf(value,name){return(0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_0__.isObject)(value)&&Object.hasOwn(value,name)?value[name]:void 0}const github={host:"github-actions",name:"GitHub Actions",runVariable:"GITHUB_RUN_ID",reports:"shown",commands:"decoded"}
const forgejo={host:"forgejo",name:"Forgejo Actions",runVariable:"GITHUB_RUN_NUMBER",reports:"ignored",commands:"as_written"}
const gitea={host:"gitea",name:"Gitea Actions",runVariable:"GITHUB_RUN_ID",reports:"ignored",commands:"as_written"}
const act={...github,reports:"ignored",commands:"as_written"}
function flavourIn(environment){if(environment.FORGEJO_ACTIONS==="true")return forgejo
if(environment.GITEA_ACTIONS==="true")return gitea
return environment.ACT==="true"?act:github}__webpack_require__.d(__webpack_exports__,["forgejo",0,forgejo,"gitea",0,gitea])}),"./hosts/attempts.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{attemptOf:function(){return attemptOf}})
const everyOneIs=first=>({attempt})=>attempt.every(value=>value===first)
const githubTells={run:"GITHUB_RUN_ID",attempt:["GITHUB_RUN_ATTEMPT"],step:["GITHUB_JOB","GITHUB_ACTION"],isFirst:everyOneIs("1")}
const newRun="A re-run is a run of its own, with a new number."
const attemptRows={"github-actions":{name:"GitHub Actions",tells:githubTells,note:'"Re-run failed jobs", "Re-run all jobs", and the re-run of one job.'},forgejo:{name:"Forgejo Actions",tells:githubTells,note:"Re-runs of a run or a job, where the runner sets `GITHUB_RUN_ATTEMPT`."},gitea:{name:"Gitea Actions",tells:githubTells,note:"Re-runs of a run or a job, where the runner sets `GITHUB_RUN_ATTEMPT`."},"gitlab-ci":{name:"GitLab CI",tells:{run:"CI_PIPELINE_ID",attempt:["CI_JOB_ID"],step:["CI_JOB_STAGE","CI_JOB_NAME","CI_NODE_INDEX"],isFirst:({read})=>{const retries=read("CI_JOB_RETRY_COUNT")
return retries===void 0?"unknown":retries==="0"}},note:"Retries of the job, by hand or by `retry`. Without `CI_JOB_RETRY_COUNT`, each attempt may be the first."},"azure-pipelines":{name:"Azure Pipelines",tells:{run:"BUILD_BUILDID",attempt:["SYSTEM_STAGEATTEMPT","SYSTEM_PHASEATTEMPT","SYSTEM_JOBATTEMPT"],step:["SYSTEM_STAGENAME","SYSTEM_PHASENAME","SYSTEM_JOBNAME","SYSTEM_JOBPOSITIONINPHASE"],isFirst:everyOneIs("1")},note:'"Rerun failed jobs" and the re-run of a stage or a job.'},"bitbucket-pipelines":{name:"Bitbucket Pipelines",tells:{run:"BITBUCKET_BUILD_NUMBER",attempt:["BITBUCKET_STEP_RUN_NUMBER"],step:["BITBUCKET_PARALLEL_STEP","BITBUCKET_DEPLOYMENT_ENVIRONMENT"],isFirst:everyOneIs("1")},note:'"Rerun failed steps". No variable names the step: set `rerun_key` where two steps request the same pipeline.'},buildkite:{name:"Buildkite",tells:{run:"BUILDKITE_BUILD_ID",attempt:["BUILDKITE_RETRY_COUNT"],step:["BUILDKITE_STEP_ID","BUILDKITE_STEP_KEY","BUILDKITE_LABEL","BUILDKITE_PARALLEL_JOB"],isFirst:everyOneIs("0")},note:'Retries of the job, by hand or automatic. "Rebuild" is a build of its own.'},circleci:{name:"CircleCI",tells:{run:"CIRCLE_WORKFLOW_WORKSPACE_ID",attempt:["CIRCLE_WORKFLOW_ID"],step:["CIRCLE_JOB","CIRCLE_NODE_INDEX"],isFirst:({run,attempt})=>attempt[0]===run},note:'"Rerun workflow from failed", and "Rerun job with SSH": workflows that share a workspace.'},jenkins:{name:"Jenkins",note:"A rebuild and a restart from a stage are builds of their own."},teamcity:{name:"TeamCity",note:newRun},travis:{name:"Travis CI",note:"A restarted job gets no variable of the attempt before."},bitrise:{name:"Bitrise",note:newRun},harness:{name:"Harness CI",note:newRun},drone:{name:"Drone",note:newRun},woodpecker:{name:"Woodpecker",note:newRun},"google-cloud-build":{name:"Google Cloud Build",note:newRun},"aws-codebuild":{name:"AWS CodeBuild",note:newRun},"argo-workflows":{name:"Argo Workflows",note:"A retried pod gets no variable of the attempt before."},tekton:{
name:"Tekton",note:"A step gets no variable of its run."}}
function attemptOf(host,read){const{tells}=attemptRows[host]
if(tells===void 0)return
const run=read(tells.run)
const last=read(tells.attempt.at(-1)??"")
if(run===void 0||last===void 0)return
const attempt=tells.attempt.flatMap(name=>read(name)??[])
return{run,step:tells.step.map(name=>read(name)??""),id:attempt.join("."),isFirst:tells.isFirst({run,attempt,read})}}}),"./hosts/console-host.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{consoleHost:function(){return consoleHost},plainHost:function(){return plainHost},sayOnce:function(){return sayOnce}})
var _neutralize_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./hosts/neutralize.js")
var _outputs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./hosts/outputs.js")
var _redaction_redaction_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/redaction/redaction.js")
function sayOnce(say){const printed=new Set
return text=>{if(!printed.has(text))say(text)
printed.add(text)}}function consoleHost(means,dialect){const{harmless=unchanged,group=indented,outputs:carriers=[]}=dialect
const{warning=titled("Warning"),error=titled("Error"),debug=silent,annotation}=dialect
const redaction=(0,_redaction_redaction_js__WEBPACK_IMPORTED_MODULE_2__.createRedaction)()
const read=name=>{const text=means.environment[name]
return text===""?void 0:text}
const clean=text=>(0,_neutralize_js__WEBPACK_IMPORTED_MODULE_0__.linesOf)(redaction.apply(text)).map(harmless)
const print=lines=>{if(lines.length>0)means.print(`${lines.join("\n")}\n`)}
const cleanAnnotation=given=>({...given,title:clean(given.title).join(" "),message:clean(given.message).join("\n"),file:given.file===void 0?void 0:clean(given.file).join(" ")})
return{name:dialect.name,inputs:dialect.inputs??{read:()=>{}},log:{info:text=>print(clean(text)),debug:text=>print(debug(clean(text))),warning:text=>print(warning(clean(text))),error:text=>print(error(clean(text))),group:(title,lines)=>print(group(clean(title).join(" "),lines.flatMap(clean))),annotation:annotation&&(given=>print(annotation(cleanAnnotation(given))))},masker:(0,_redaction_redaction_js__WEBPACK_IMPORTED_MODULE_2__.maskerOf)(redaction,forms=>dialect.mask?.(forms)),outputs:(0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__.outputSink)({carriers,holdsSecret:value=>redaction.apply(value)!==value,warnOnce:sayOnce(text=>print(warning(clean(text)))),noteOnce:sayOnce(text=>print(clean(text)))}),summary:{hasPlace:dialect.summary!==void 0,write:markdown=>{try{dialect.summary?.(redaction.applyToMarkdown(markdown))
return Promise.resolve(true)}catch{return Promise.resolve(false)}}},state:{save:()=>{},load:()=>{}},context:()=>({ci:dialect.name,...dialect.context?.(read)}),hints:dialect.hints?.(read)??[]}}function unchanged(line){return line}function silent(){return[]}function titled(title){return([first="",...others])=>[`${title}: ${first}`,...others]}function indented(title,lines){return[title,...lines.map(line=>`  ${line}`)]}function plainHost(means){return consoleHost(means,{name:"a terminal"})}}),"./hosts/decorators.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isOutputFile:function(){return isOutputFile},withListener:function(){return withListener},withOutputFile:function(){return withOutputFile}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _output_files_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./hosts/output-files.js")
var _step_files_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/step-files.js")
function withOutputFile(host,files,{names,...file}){const{path,format,prefix}=file
const known=new Map
const leftOut=new Set
const secrecyOf=text=>host.masker.redact(text)===text?"open":"secret"
const write=texts=>{const secrecy=format==="files"?void 0:secrecyOf([...known.values()].join("\n"))
for(const[place,text]of texts)files.replace(place,text,secrecy??secrecyOf(text))}
const textsOf=changed=>{if(format==="files")return new Map(Array.from(changed,name=>[pathIn(path,name),known.get(name)??""]))
const document=(0,_output_files_js__WEBPACK_IMPORTED_MODULE_1__.formatOutputs)(format,known)
for(const{name,why}of document.leftOut){if(leftOut.has(name))continue
leftOut.add(name)
host.log.warning(`output_file lacks ${name}: it ${why}, which the format ${format} cannot carry`)}const left=new Set(document.leftOut.map(({name})=>name))
for(const name of leftOut)if(!left.has(name))leftOut.delete(name)
return new Map([[path,document.text]])}
clearOutputs(files,file,{names,write:()=>write(textsOf([]))})
const errors=new Map
let isPrinted=false
const set=(name,value)=>{host.outputs.set(name,value)
const fileName=`${prefix}${name}`
known.set(fileName,value)
const key=format==="files"?fileName:""
try{write(textsOf([fileName]))
errors.delete(key)}catch(error){errors.set(key,(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.fileCodeOf)(error))
if(!isPrinted)host.log.warning(`output_file could not be written (${(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.fileCodeOf)(error)})`)
isPrinted=true}}
const settle=()=>{for(const[place,text]of textsOf(known.keys())){const key=format==="files"?place.slice(pathIn(path,"").length):""
try{if((0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.textAt)(files,place)!==text)write(new Map([[place,text]]))
errors.delete(key)}catch(error){errors.set(key,(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.fileCodeOf)(error))}}}
const isInFile=({name})=>{const fileName=`${prefix}${name}`
return known.has(fileName)&&!leftOut.has(fileName)&&!errors.has(format==="files"?fileName:"")}
const places=()=>{const paths=format==="files"?[...names.map(name=>`${prefix}${name}`),...known.keys()].map(name=>pathIn(path,name)):[path]
return[...host.places?.()??[],...[...new Set(paths)].map(each=>({what:"output_file",path:each}))]}
return{...host,places,outputs:{files:host.outputs.files,set,lost:async()=>{const others=await(host.outputs.lost?.())??[]
settle()
return others.filter(output=>!isInFile(output))},stale:host.outputs.stale,fault:()=>{settle()
return host.outputs.fault?.()??faultOf([...errors])}}}}function clearOutputs(files,{path,format,prefix},{names,write}){if(format!=="files"){(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.clearPlace)(files,{input:"output_file",path,wanted:"file"},write)
return}(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.clearPlace)(files,{input:"output_file",path,wanted:"folder"},found=>{files.makeFolder(path)
const former=found==="nothing"?[]:files.namesIn(path)
for(const name of former)if(isOutputFile(name,{prefix,names}))files.remove(pathIn(path,name))
files.probe(pathIn(path,"outputs"))})}function isOutputFile(fileName,{prefix,names}){if(!fileName.startsWith(prefix))return false
const name=fileName.slice(prefix.length)
return names.includes(name)||/^value_\w+$/.test(name)}function faultOf(errors){const[first]=errors
if(first===void 0)return
const[name,why]=first
const which=name===""?"":` (${errors.map(([each])=>each).join(", ")})`
return{code:"file_not_written",what:`output_file does not hold what it was asked for${which}`,why:`It could not be written: ${why}.`,hint:"Check the path, whether this user may write there, and whether there is room."}}function pathIn(folder,fileName){return`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.withoutEnd)(folder,"/")}/${fileName}`}function withListener(host,{onOutput,onWarning,hearsWhole}){const{keeps}=host.outputs
const heard=new Map
return{...host,outputs:{...host.outputs,keeps:keeps==="nothing"?"no_secrets":keeps,hindrance:kind=>kind==="open"?void 0:host.outputs.hindrance?.(kind),blocked:void 0,undelivered:void 0,lost:async()=>{const others=await(host.outputs.lost?.())??[]
return others.filter(({name})=>!hearsWhole(heard.get(name)??""))},set:(name,value)=>{host.outputs.set(name,value)
heard.set(name,value)
onOutput(name,value)}},log:{...host.log,warning:text=>{host.log.warning(text)
onWarning(text)}}}}}),"./hosts/files/held-folder.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{holdFolder:function(){return holdFolder},isThere:function(){return isThere}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:path")
var _foreign_links_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/foreign-links.js")
function holdFolder(folder,{links="refused",means}={}){const target=node_path__WEBPACK_IMPORTED_MODULE_1__["default"].resolve(folder)
const check=()=>{if(links==="refused")(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_2__.refuseLinks)(target)
if(links==="followed_above")(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_2__.refuseLinks)(node_path__WEBPACK_IMPORTED_MODULE_1__["default"].join(target,"file"),"is_replaced")}
check()
const missing=[]
let at=target
while(!isThere(at)&&node_path__WEBPACK_IMPORTED_MODULE_1__["default"].dirname(at)!==at){missing.unshift(node_path__WEBPACK_IMPORTED_MODULE_1__["default"].basename(at))
at=node_path__WEBPACK_IMPORTED_MODULE_1__["default"].dirname(at)}let held=holdExisting(at,means??(process.platform==="linux"?"handle":"name"))
try{check()
if(!held.isAt(at))throw replaced(at)
for(const name of missing){const above=held
held=above.enter(name)
above.close()}}catch(error){held.close()
throw error}return held}function holdExisting(at,means){const real=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(at)
if(means==="name")return byName(real)
const fd=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(at,node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY|pathOnly)
if(leadsTo(pathOf(fd),identityOf(fd)))return byHandle(fd);(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd)
return byName(real)}const pathOnly=2097152
const identityOf=fd=>(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd,{bigint:true})
function isSame(one,other){return one?.dev===other.dev&&one.ino===other.ino}function pathOf(fd){return`/proc/self/fd/${fd}`}function byHandle(fd){const own=pathOf(fd)
const open=name=>byHandle((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(`${own}/${name}`,node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY|node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW|pathOnly))
let isOpen=true
const close=()=>{if(isOpen)(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd)
isOpen=false}
return folderOf({path:()=>own,identity:()=>identityOf(fd),open,close})}function byName(own){const identity=folderAt(own)
if(identity===void 0)throw Object.assign(new Error(`${own} is not a folder`),{code:"ENOTDIR"})
const checked=()=>{if(!isSame(folderAt(own),identity))throw replaced(own)
return own}
const open=name=>byName(node_path__WEBPACK_IMPORTED_MODULE_1__["default"].join(checked(),name))
return folderOf({path:checked,identity:()=>identity,open,close:()=>{}})}function folderOf({path:own,identity,open,close}){return{path:own,open,make:(name,mode)=>{(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(`${own()}/${name}`,mode)
return open(name)},enter:name=>{make(`${own()}/${name}`)
return open(name)},isAt:place=>leadsTo(place,identity()),close}}function leadsTo(place,identity){return isSame((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(place,{throwIfNoEntry:false,bigint:true}),identity)}function folderAt(place){const found=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place,{throwIfNoEntry:false,bigint:true})
return found?.isDirectory()===true?found:void 0}function replaced(place){return Object.assign(new Error(`${place} has been replaced by something else`),{code:"ESTALE",path:place})}function make(folder){try{(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder)}catch(error){if(!isThere(folder))throw error}}function isThere(place){try{(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place)
return true}catch{return false}}}),"./hosts/foreign-links.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{linkOnWay:function(){return linkOnWay},refuseLinks:function(){return refuseLinks},refuseLinksToRead:function(){return refuseLinksToRead}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:path")
function linkOnWay(place,end="counts"){const target=node_path__WEBPACK_IMPORTED_MODULE_1__["default"].resolve(place)
const below=namesBelow(process.cwd(),target)
const folders=below.slice(0,-1).map((_,index)=>node_path__WEBPACK_IMPORTED_MODULE_1__["default"].join(process.cwd(),...below.slice(0,index+1)))
return[...folders,...end==="counts"?[target]:[]].find(isLink)}function refuseLinks(place,end="counts"){const link=linkOnWay(place,end)
if(link===void 0)return
throw Object.assign(new Error(`${link} is a symbolic link`),{code:"ELOOP"})}function refuseLinksToRead(place){const folder=process.cwd()
if(folder===node_path__WEBPACK_IMPORTED_MODULE_1__["default"].parse(folder).root||namesBelow(folder,node_path__WEBPACK_IMPORTED_MODULE_1__["default"].resolve(place)).length===0)return
refuseLinks(place)}function namesBelow(folder,place){const top=namesOf(folder,place).length>0?folder:otherNameOf(folder,place)
return top===void 0?[]:namesOf(top,place)}function namesOf(folder,place){const way=node_path__WEBPACK_IMPORTED_MODULE_1__["default"].relative(folder,place)
const names=way.split(node_path__WEBPACK_IMPORTED_MODULE_1__["default"].sep)
return way===""||names[0]===".."||node_path__WEBPACK_IMPORTED_MODULE_1__["default"].isAbsolute(way)?[]:names}function otherNameOf(folder,place){const above=[]
for(let at=node_path__WEBPACK_IMPORTED_MODULE_1__["default"].dirname(place);at!==node_path__WEBPACK_IMPORTED_MODULE_1__["default"].dirname(at);at=node_path__WEBPACK_IMPORTED_MODULE_1__["default"].dirname(at))above.push(at)
return above.reverse().find(each=>realPathOf(each)===folder)}function realPathOf(place){try{return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(place)}catch{return}}function isLink(place){return(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place,{throwIfNoEntry:false})?.isSymbolicLink()===true}}),"./hosts/neutralize.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{linesOf:function(){return linesOf},withoutRisk:function(){return withoutRisk}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
const control=/\u001b\[[\d;:]*m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
function linesOf(text){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.withoutInvisible)(text).split(/\r\n|\r|\n/).map(line=>line.replace(control,found=>found.endsWith("m")&&found.length>1?found:""))}function withoutRisk(value,risky){if(value.search(risky)<0)return value
if(!isJsonDocument(value))return
return value.replace(risky,found=>Array.from(found,jsonEscape).join(""))}function isJsonDocument(value){if(!/^[{[]/.test(value))return false
try{JSON.parse(value)
return true}catch{return false}}function jsonEscape(character){return Array.from({length:character.length},(_,index)=>character.charCodeAt(index)).map(unit=>`\\u${unit.toString(16).padStart(4,"0")}`).join("")}}),"./hosts/output-files.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{environmentName:function(){return environmentName},exportLine:function(){return exportLine},formatOutputs:function(){return formatOutputs},hostFile:function(){return hostFile},lineOf:function(){return lineOf},ownFile:function(){return ownFile},shellFile:function(){return shellFile}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _outputs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./hosts/outputs.js")
var _step_files_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./hosts/step-files.js")
function ownFile(means,{path,owner,hint,audience,line,limits={}}){const lines=new Map
const write=()=>means.writeText(path,Array.from(lines.values()).join(""),owner)
return{audience,file:path,check:write,carry:({name,value})=>{const next=line(name,value)
const carried=next===void 0?_outputs_js__WEBPACK_IMPORTED_MODULE_1__.unfit:(0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__.withinLimits)(limits,lines,[name,next])
const hadOne=lines.delete(name)
if(next!==void 0&&carried.kind==="taken")lines.set(name,next)
if(hadOne||carried.kind==="taken")write()
return carried},clear:()=>{lines.clear()
try{write()}catch(error){if(means.isThere(path))throw stale(path,(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.fileCodeOf)(error))
throw hint===void 0?error:unwritable(path,{code:(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__.fileCodeOf)(error),hint})}}}}function stale(path,code){const why=code==="ELOOP"?"It is a symbolic link, or leads through one, which may have come with a checkout and is not followed":`The system says ${code}`
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`${path} is there already and cannot be replaced, so nothing was started: later steps would read the outputs of another run in it`,why,hint:"Remove it before this step, or let this user write in its folder."})}function unwritable(path,{code,hint}){return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`${path} cannot be written, so nothing was started: later steps read the outputs in it`,why:`The system says ${code}`,hint})}function hostFile({environment,appendText},{variable,audience,line,limits}){const append=text=>{const path=environment[variable]??""
if(path==="")throw new _outputs_js__WEBPACK_IMPORTED_MODULE_1__.NoPlaceError(`${variable} is not set`)
appendText(path,text)}
return(0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__.carrierTo)({audience,encode:({name,value})=>line(name,value),limits,put:append,check:()=>append("")})}function formatOutputs(format,outputs){if(format==="json")return{text:`${JSON.stringify(Object.fromEntries(outputs),null,2)}\n`,leftOut:[]}
const entries=Array.from(outputs,([name,value])=>({name,entry:formattedLine[format](name,value)}))
return{text:entries.map(({entry})=>entry.kind==="text"?`${entry.text}\n`:"").join(""),leftOut:entries.flatMap(({name,entry})=>entry.kind==="left_out"?[{name,why:entry.why}]:[])}}const formattedLine={dotenv:dotenvLine,shell:shellLine,properties:(name,value)=>({kind:"text",text:`${name}=${propertiesValue(value)}`})}
function dotenvLine(name,value){if(/[\r\n]/.test(value))return{kind:"left_out",why:"has more than one line"}
if(value.includes("\0"))return{kind:"left_out",why:"holds a zero byte"}
if(/^\s|\s$/u.test(value))return{kind:"left_out",why:"begins or ends with a blank"}
return{kind:"text",text:`${name}=${value}`}}function shellLine(name,value){if(value.includes("\0"))return{kind:"left_out",why:"holds a zero byte"}
const quoted=value.replace(/['\\]/g,mark=>mark==="'"?String.raw`'\''`:String.raw`'"\\"'`)
return{kind:"text",text:`export ${name}='${quoted}'`}}const namedEscapes=new Map([["\\","\\\\"],["\n","\\n"],["\r","\\r"],["\t","\\t"],["\f","\\f"]])
function propertiesValue(value){return value.replace(/[^\u0020-\u005b\u005d-\u007e]/g,unit=>namedEscapes.get(unit)??unicodeEscape(unit)).replace(/^ /,"\\ ")}function unicodeEscape(unit){return`\\u${unit.charCodeAt(0).toString(16).padStart(4,"0")}`}function environmentName(output){const[,key]=/^value_(.*)$/.exec(output)??[]
return key===void 0?`TRIGGERED_${output.toUpperCase()}`:`TRIGGERED_VALUE_${key}`}const longestVariableBytes=1e5
function lineOf(format){return(name,value)=>{const{text,leftOut}=formatOutputs(format,new Map([[name,value]]))
return leftOut.length===0?text:void 0}}function exportLine(name,value){return lineOf("shell")(environmentName(name),value)}function shellFile(means,{hint}={}){return ownFile(means,{hint,path:"gitlab-trigger.env",audience:"whoever_may_see_the_build",line:exportLine,limits:{entryBytes:longestVariableBytes}})}}),"./hosts/outputs.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{NoPlaceError:function(){return NoPlaceError},carrierTo:function(){return carrierTo},outputSink:function(){return outputSink},taken:function(){return taken},unfit:function(){return unfit},withinLimits:function(){return withinLimits}})
var assert_never=__webpack_require__("./base/assert-never.js")
var errors=__webpack_require__("./base/errors.js")
function createHoldings(isRewritten){const held=new Map
const missing=new Map
const took=({name,value})=>{held.set(name,value)
if(isRewritten)missing.clear()
else missing.delete(name)}
const lacking=()=>Array.from(missing,([name,why])=>({name,why}))
return{took,missed:({name,value},why)=>{if(value===(held.get(name)??""))missing.delete(name)
else missing.set(name,why)},removed:name=>{if(held.has(name))took({name,value:""})
else missing.delete(name)},stale:()=>held.size===0?[]:lacking(),missing:lacking,holdsAny:()=>held.size>0}}const maxNamed=5
function staleFault(stale){return lossFault("Later steps read outputs that are out of date or missing",stale)}function undeliveredFault(missing){return lossFault("Later steps get no output of this step",missing)}function lossFault(what,outputs){if(outputs.size===0)return
const named=Array.from(outputs).slice(0,maxNamed)
const more=outputs.size>maxNamed?` and ${outputs.size-maxNamed} more`:""
return{code:"output_lost",what:`${what}: ${named.map(([name])=>name).join(", ")}${more}`,why:named.map(([name,why])=>`${name}: ${why}.`).join("\n"),hint:"The log has the true result. Make room where this CI keeps outputs; with the command, output_file has all of them on every CI."}}const taken={kind:"taken"}
function leftOut(why){return{kind:"left_out",why}}const unfit=leftOut("it has line breaks or other characters that would not arrive unchanged")
class NoPlaceError extends Error{}function outputSink(deps){const{carriers,holdsSecret,warnOnce,noteOnce=warnOnce}=deps
const arrivals=new Map
const places=carriers.map(carrier=>({carrier,holdings:createHoldings(carrier.file!==void 0)}))
let hasFailed=false
const reportError=why=>warnOnce(`Outputs cannot be handed to later steps: ${why}. ${hint}`)
const handTo=(carrier,output)=>{if(output.isSecret&&carrier.audience==="whoever_may_see_the_build")return leftOut(openToAll)
try{return carrier.carry(output)}catch(error){hasFailed||=!(error instanceof NoPlaceError)
reportError(reasonOf(error))
return{kind:"failed",why:reasonOf(error)}}}
return{keeps:keptBy(carriers),files:carriers.flatMap(({file})=>file===void 0?[]:[file]),set:(name,value)=>{const output={name,value,isSecret:holdsSecret(value)}
const answers=places.map(({carrier,holdings})=>{const answer=handTo(carrier,output)
record(holdings,output,answer)
if(answer.kind==="under_way")answer.arrival.then(failure=>hasFailed||=failure!==void 0)
return answer})
arrivals.set(name,arrivalOf(answers))
if(answers.some(({kind})=>kind==="taken"||kind==="under_way"))return
const refusal=answers.find(answer=>answer.kind==="left_out")
if(refusal?.kind==="left_out")noteOnce(`The output ${name} was left out: ${refusal.why}. ${hint}`)},clear:names=>{const problems=[]
for(const{clear}of carriers)try{clear?.(names)}catch(error){if(error instanceof errors.InputError)problems.push(error)
else reportError(reasonOf(error))}const[first]=problems
if(first!==void 0)throw first},hindrance:kind=>{const problems=carriers.map(carrier=>problemOf(carrier,kind))
if(carriers.length===0)return noPlace
return problems.includes(void 0)?void 0:problems[0]?.why},blocked:()=>{const problems=carriers.map(carrier=>problemOf(carrier,"open"))
if(problems.some(problem=>problem===void 0||problem.isNoPlace))return
return problems[0]?.why},lost:async()=>{const ends=await Promise.all(Array.from(arrivals,async([name,arrival])=>({name,why:await arrival})))
return ends.filter(end=>end.why!==void 0)},stale:()=>{const found=places.flatMap(({holdings})=>holdings.stale())
return staleFault(new Map(found.map(({name,why})=>[name,why])))},undelivered:()=>{if(!hasFailed||places.some(({holdings})=>holdings.holdsAny()))return
return undeliveredFault(new Map(places.flatMap(({holdings})=>holdings.missing()).map(({name,why})=>[name,why])))}}}function record(holdings,output,answer){const{name}=output
const note=(failure,onSuccess)=>{if(failure===void 0)onSuccess()
else holdings.missed(output,failure)}
switch(answer.kind){case"taken":holdings.took(output)
return
case"failed":holdings.missed(output,answer.why)
return
case"under_way":answer.arrival.then(failure=>note(failure,()=>holdings.took(output)))
return
case"left_out":if(answer.removal===void 0)holdings.removed(name)
else answer.removal.then(failure=>note(failure,()=>holdings.removed(name)))
return
default:(0,assert_never.assertNever)(answer)}}function keptBy(carriers){if(carriers.length===0)return"nothing"
return carriers.some(({audience})=>audience==="later_steps")?void 0:"no_secrets"}async function arrivalOf(answers){const whys=await Promise.all(answers.map(async answer=>{if(answer.kind==="taken")return
return answer.kind==="under_way"?await answer.arrival:answer.why}))
if(whys.length===0)return noPlace
return whys.includes(void 0)?void 0:whys[0]}function problemOf({audience,check},kind){if(kind==="secret"&&audience==="whoever_may_see_the_build")return{why:openToAll,isNoPlace:true}
try{check?.(kind)
return}catch(error){return{why:reasonOf(error),isNoPlace:error instanceof NoPlaceError}}}const openToAll="it holds a secret, which everyone who can see the build could read here"
const noPlace="there is no place for outputs here"
const hint="With --output-file PATH, all of them are in a file."
function reasonOf(error){if(!(error instanceof Error))return"for an unknown reason"
return"code"in error?String(error.code):error.message}const reservedBytes=512
const longBytes=300
function withinLimits(limits,written,[name,text]){const{totalBytes,entries,entryBytes}=limits
const bytes=Buffer.byteLength(text)
if(entryBytes!==void 0&&bytes>entryBytes)return leftOut(`a value takes ${entryBytes} bytes at most here`)
const others=Array.from(written).filter(([other])=>other!==name)
if(entries!==void 0&&others.length>=entries)return leftOut(`there is room for ${entries} outputs here`)
const reserved=bytes>longBytes?reservedBytes:0
const total=others.reduce((sum,[,other])=>sum+Buffer.byteLength(other),bytes+reserved)
if(totalBytes!==void 0&&total>totalBytes)return leftOut(`there is room for ${totalBytes} bytes of outputs here`)
return taken}function carrierTo(place){const{audience,limits={},counted,encode=outputs_valueOf,check}=place
const deliver=(text,output)=>{if("send"in place)return{kind:"under_way",arrival:place.send(text,output)}
place.put(text,output)
return taken}
const written=new Map
return{audience,check,carry:output=>{const{name}=output
const text=encode(output)
const entry=counted?.(output)??text??""
const fitting=text===void 0?unfit:withinLimits(limits,written,[name,entry])
if(text!==void 0&&fitting.kind==="taken"){const carried=deliver(text,output)
written.set(name,entry)
return carried}if(fitting.kind==="taken"||!written.has(name))return fitting
const nothing={name,value:"",isSecret:false}
const removal=deliver(encode(nothing)??"",nothing)
written.delete(name)
return removal.kind==="under_way"?{...fitting,removal:removal.arrival}:fitting}}}function outputs_valueOf({value}){return value}}),"./hosts/process/standard-output.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{keepStandardOutput:function(){return keepStandardOutput},watchStandardOutput:function(){return watchStandardOutput}})
var external_node_fs_=__webpack_require__("node:fs")
var errors=__webpack_require__("./base/errors.js")
const goneCodes=["EPIPE","ECONNRESET","EOF"]
function watchStandardOutput(purpose){const{stdout,stderr}=process
const isTerminal=__WEBPACK_EXTERNAL_MODULE_node_tty_17b49bfc_isatty__(1)
let code
const isReaderGone=()=>code!==void 0&&(goneCodes.includes(code)||isTerminal&&code==="EIO")
const loss=moment=>{if(code!==void 0){if(isReaderGone())return purpose==="log"?void 0:outputLost(readerGone(code))
return outputLost(notWritten(code))}return moment==="exit"&&stdout.writableLength>0?outputLost(unfinished):void 0}
const note=error=>{if(code!==void 0)return
code=error instanceof Error&&"code"in error?String(error.code):"no error code"
if(loss()!==void 0)stderr.write(`Standard output cannot be written (${code}).\n`)}
stderr.on("error",()=>{})
stdout.on("error",note)
if(!isTerminal&&needsOwnWrites(purpose))stdout.write=wholeWrites(1,note)
return{failure:()=>code,loss}}function readerGone(code){return{why:`Its reader has ended before it had read everything (${code}).`,hint:"Let the reader read to the end, or write to a file first and read that."}}function notWritten(code){return{why:`The system says ${code}.`,hint:"Check what it is redirected to, and whether there is room."}}const unfinished={why:"The command was stopped while its reader had not taken everything.",hint:"Check whether the reader still reads."}
function outputLost({why,hint}){return new errors.ResultsError({code:"output_lost",what:"Not all of the output reached standard output",why,hint})}function keepStandardOutput(){const write=process.stdout.write.bind(process.stdout)
process.stdout.write=process.stderr.write.bind(process.stderr)
return text=>void write(text)}function needsOwnWrites(purpose){try{const found=(0,external_node_fs_.fstatSync)(1)
return!found.isFIFO()&&!(found.isSocket()&&"connecting"in process.stdout)}catch{return purpose==="product"}}function wholeWrites(fd,onError){return(chunk,...rest)=>{try{const bytes=Buffer.from(chunk)
for(let done=0;done<bytes.length;)done+=(0,external_node_fs_.writeSync)(fd,bytes,done)}catch(error){onError(error)}const callback=rest.at(-1)
if(typeof callback==="function")process.nextTick(callback)
return true}}}),"./hosts/redaction/redaction.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{createMasker:function(){return createMasker},createRedaction:function(){return createRedaction},maskerOf:function(){return maskerOf},setSecretOutput:function(){return setSecretOutput}})
var base_text=__webpack_require__("./base/text.js")
const slotLength=4
const slotCount=1<<16
function createTextSlots(){const table=new Uint32Array(slotCount/32)
return{add:text=>{let slot=0
for(let at=0;at<slotLength;at+=1)slot=slot<<4^text.charCodeAt(at)
slot&=slotCount-1
table[slot>>5]=(table[slot>>5]??0)|1<<(slot&31)},nextIn:(text,from,to=text.length)=>{let slot=0
const first=from+slotLength-1
for(let at=from;at<to;at+=1){slot=(slot<<4^text.charCodeAt(at))&slotCount-1
if(at>=first&&((table[slot>>5]??0)&1<<(slot&31))!==0)return at-slotLength+1}return-1}}}function createFormIndex(){const forms=new Set
const slots=createTextSlots()
const lengthsByStem=new Map
return{add:form=>{if(forms.has(form))return
forms.add(form)
slots.add(form)
for(let size=slotLength;size<=form.length;size*=2){const stem=form.slice(0,size)
const lengths=lengthsByStem.get(stem)??new Set
lengthsByStem.set(stem,lengths)
if(form.length<size*2)lengths.add(form.length)}},nextIn:slots.nextIn,longestAt:(text,at)=>{let longest=0
for(let size=slotLength;at+size<=text.length;size*=2){const lengths=lengthsByStem.get(text.slice(at,at+size))
if(lengths===void 0)break
for(const length of lengths){const isWithin=at+length<=text.length
if(length>longest&&isWithin&&forms.has(text.slice(at,at+length)))longest=length}}return longest}}}const shortestMaskedLength=4
const shortestPieceLength=8
function maskedForms(text){const trimmed=text.trim()
const json=JSON.stringify(trimmed).slice(1,-1)
const bytes=Buffer.from(trimmed,"utf8")
const base64=bytes.toString("base64")
const percent=percentEncoded(trimmed)
const form=new URLSearchParams({"":trimmed}).toString().slice(1)
const hex=bytes.toString("hex")
const whole=[text,trimmed,percent,form,...[percent,form].map(withLowerEscapes),json,json.replaceAll("/","\\/"),base64,base64.replace(/={1,2}$/,""),bytes.toString("base64url")].filter(each=>each.trim().length>=shortestMaskedLength)
const pieces=[...base64Cores(bytes),hex,hex.toUpperCase()].filter(each=>each.length>=shortestPieceLength&&bytes.length>=shortestMaskedLength)
return[...new Set([...whole,...pieces])].sort((one,other)=>other.length-one.length)}function base64Cores(bytes){return[0,1,2].flatMap(offset=>{const moved=Buffer.concat([Buffer.alloc(offset),bytes])
const first=Math.ceil(offset*8/6)
const last=Math.floor(moved.length*8/6)
const core=moved.toString("base64").slice(first,last)
return[core,core.replaceAll("+","-").replaceAll("/","_")]})}function percentEncoded(text){try{return encodeURIComponent(text)}catch{return text}}function withLowerEscapes(text){return text.replace(/%[0-9A-F]{2}/g,escape=>escape.toLowerCase())}const pieceLength=8
const shortestRandom=16
const fewestTurns=2
function looksRandom(piece){let turns=0
let before=""
for(let at=0;at<piece.length;at+=1){const kind=kindOf(piece.charCodeAt(at))
if(kind==="")continue
if(before!==""&&kind!==before)turns+=1
before=kind}return turns>=fewestTurns}function isRandom(secret){if(secret.length<shortestRandom||/\s/.test(secret))return false
const pieces=piecesOf(secret)
return pieces.filter(looksRandom).length*2>=pieces.length}function piecesOf(text,length=pieceLength){const count=Math.max(0,text.length-length+1)
return Array.from({length:count},(_,at)=>text.slice(at,at+length))}const tokenPieceLength=12
function tokenPieces(token){const close=token.replace(/\s+/g,"")
return close.length<shortestRandom?[]:piecesOf(close,tokenPieceLength)}function createPieceIndex(){const pieces=new Set
const slots=createTextSlots()
return{add:piece=>{pieces.add(piece)
slots.add(piece)},nextIn:slots.nextIn,kindAt:(text,at)=>{const piece=text.slice(at,at+pieceLength)
if(!pieces.has(piece))return"none"
return looksRandom(piece)?"random":"plain"}}}function kindOf(code){if(code>=48&&code<=57)return"digit"
if(code>=97&&code<=122)return"lower"
return code>=65&&code<=90?"upper":""}const widePieceLength=24
function rareForms(text,{isRandom}){const secret=text.trim()
const bytes=Buffer.from(secret,"utf8")
const wide=Buffer.from(secret,"utf16le").subarray(0,-1)
const folded=isRandom?[secret.toUpperCase(),secret.toLowerCase()]:[]
return{whole:[...folded,...quotedForms(secret),...wordDumps(bytes)],nested:twiceBase64(bytes),wide:[...new Set([...base64Cores(wide),wide.toString("hex")])]}}function widePieces(form){return piecesOf(form,widePieceLength)}const quotings=[[/'/g,"'\\''"],[/'/g,`'"'"'`],[/'/g,"''"],[/"/g,'""'],[/\$/g,"$$$$"],[/%/g,"%%"],[/[&|<>^()]/g,"^$&"],[/[$`"]/g,"`$&"]]
function quotedForms(secret){return quotings.map(([marks,as])=>secret.replace(marks,as)).filter(form=>form!==secret)}function wordDumps(bytes){return[bytes,bytes.subarray(1)].map(from=>Buffer.from(from.subarray(0,from.length&~1)).swap16().toString("hex"))}function twiceBase64(bytes){const inner=new Set(base64Cores(bytes))
return[...inner].flatMap(core=>base64Cores(Buffer.from(core,"latin1")))}const shortestRest=6
function createSecretRests(){const heads=createGroups(form=>form.slice(0,shortestRest),compareHeads)
const tails=createGroups(form=>form.slice(-shortestRest),compareTails)
let longest=0
return{add:form=>{longest=Math.max(longest,form.length)
heads.add(form)
tails.add(form)},headBefore:(text,from,mark)=>{let at=heads.nextIn(text,Math.max(from,mark-longest),mark)
while(at>=0&&at<=mark-shortestRest){if(heads.has(text,{at,from:at,to:mark}))return at
at=heads.nextIn(text,at+1,mark)}return-1},tailBehind:(text,mark,to)=>{for(let end=Math.min(to,mark+longest);end>=mark+shortestRest;end-=1)if(tails.has(text,{at:end-shortestRest,from:mark,to:end}))return end
return-1}}}function createGroups(keyOf,compare){const slots=createTextSlots()
const groups=new Map
return{nextIn:slots.nextIn,add:form=>{const key=keyOf(form)
slots.add(key)
const group=groups.get(key)
if(group===void 0)groups.set(key,{forms:[form],order:"sorted"})
else{group.forms.push(form)
group.order="as_told"}},has:(text,part)=>{const group=groups.get(text.slice(part.at,part.at+shortestRest))
if(group===void 0)return false
const{forms}=group
if(group.order==="as_told"){forms.sort((one,other)=>compare(one,other,{at:0,from:0,to:other.length})||one.length-other.length)
group.order="sorted"}let[low,high]=[0,forms.length]
while(low<high){const middle=low+high>>1
const order=compare(forms[middle]??"",text,part)
if(order===0)return true
if(order<0)low=middle+1
else high=middle}return false}}}function compareHeads(form,text,{from,to}){for(let index=0;index<to-from;index+=1){const difference=(form.charCodeAt(index)||-1)-text.charCodeAt(from+index)
if(difference!==0)return difference}return 0}function compareTails(form,text,{from,to}){for(let index=1;index<=to-from;index+=1){const difference=(form.charCodeAt(form.length-index)||-1)-text.charCodeAt(to-index)
if(difference!==0)return difference}return 0}const nothing=()=>""
const percent={first:"%",pattern:/(?:%(?:25)*[\da-fA-F]{2})+/,read:percentDecoded}
const percentUnit={first:"%",pattern:/%(?:25)*u[\da-fA-F]{4}/,read:found=>character(found.slice(-4),16)}
const spellings_escape={first:"\\",pattern:/(?<!\\)\\+(?:u\{[\da-fA-F ]+\}|u+[\da-fA-F]{4}|U[\da-fA-F]{8}|x\{[\da-fA-F]+\}|x[\da-fA-F]{2}|N\{U\+[\da-fA-F]+\}|o\{[0-7]+\})/,read:found=>{const digits=found.replace(/^\\+(?:N\{U\+|u+\{?|[Uxo]\{?)/,"").replace("}","")
const base=/^\\+o/.test(found)?8:16
return digits.trim().split(/ +/).map(each=>character(each,base)).join("")}}
const octal={first:"\\",pattern:/(?<!\\)\\+(?:0[0-3][0-7]{2}|[0-3][0-7]{2}|[4-7][0-7])/,read:found=>character(withoutBackslashes(found),8)}
const decimal={first:"\\",pattern:/(?<!\\)\\+\d{1,3}/,read:found=>character(withoutBackslashes(found),10)}
const cssEscape={first:"\\",pattern:/(?<!\\)\\+[\da-fA-F]{1,6}/,read:found=>character(withoutBackslashes(found),16)}
const escapedMark={first:"\\",pattern:/\\[ \n!-/:-@[-`{-~nrt]/,read:([,mark=""])=>mark==="n"?"\n":mark==="r"||mark==="t"?" ":mark==="\n"?"":mark}
const entity={first:"&",pattern:/&(?:amp;)*(?:#[xX][\da-fA-F]+;?|#\d+;?|[A-Za-z]{2,20};|(?:amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp|shy))/,read:entityRead}
const spellings_element={first:"<",pattern:/<span>[^<]<\/span>/,read:found=>found.slice(6,-7)}
const stopReason=[{first:"%",pattern:/%(?:25)*u?[\da-fA-F]{0,3}(?= ?…)/,read:nothing},{first:"\\",pattern:/(?<!\\)\\+(?:[uUxNo]\{?[\da-fA-F+ ]*|\d{0,3})(?= ?…)/,read:nothing},{first:"&",pattern:/&(?:amp;)*#?[\da-zA-Z]*(?= ?…)/,read:nothing}]
const quotedPrintable=[{first:"=",pattern:/(?:=[\da-fA-F]{2})+/,read:found=>percentDecoded(found.replaceAll("=","%"))},{first:"=",pattern:/=\r?\n|=[\da-fA-F]?(?= ?…)/,read:nothing}]
function numbersOf(pattern,base){return{first:"",pattern,read:found=>{const bytes=found.split(/[ ,]+/).map(byte=>parseInt(byte,base))
return bytes.every(byte=>byte<256)?Buffer.from(bytes).toString("utf8"):found}}}const byteList=numbersOf(/(?:\d{1,3}[ ,]{1,3}){7,}\d{1,3}/,10)
const octalList=numbersOf(/(?:[0-3][0-7]{2}[ ,]{1,3}){7,}[0-3][0-7]{2}/,8)
const zeroBytes={first:"",pattern:/\^@|(?<!\\)\\+0/,read:nothing}
const entities={sign:/&|<span>/,spellings:[entity,spellings_element]}
const ofPrograms=[percent,percentUnit,spellings_escape]
const ofMarkup=[escapedMark,entity,spellings_element,...stopReason]
const escapes={sign:/[%\\&]|<span>/,spellings:[...ofPrograms,octal,...ofMarkup]}
const numberEscapes=[{sign:/\\\d/,spellings:[...ofPrograms,decimal,...ofMarkup]},{sign:/\\[\da-fA-F]/,spellings:[...ofPrograms,cssEscape,...ofMarkup]}]
const rareEscapes=[{sign:/=(?:[\da-fA-F]{2}|\r?\n)/,spellings:[...quotedPrintable,...ofPrograms,octal,...ofMarkup]},{sign:/(?:\d{1,3}[ ,]{1,3}){7}/,spellings:[byteList]},{sign:/(?:[0-3][0-7]{2}[ ,]{1,3}){7}/,spellings:[octalList]},{sign:/\^@|\\0/,spellings:[zeroBytes]}]
function withoutBackslashes(found){return found.slice(found.lastIndexOf("\\")+1)}function character(digits,base){const code=parseInt(digits,base)
if(!(code<=1114111))return""
return String.fromCodePoint(code)}function percentDecoded(found){const run=found.replace(/%(?:25)+(?=[\da-fA-F]{2})/g,"%")
try{return decodeURIComponent(run.replace(/(?:%[c-f][\da-f](?:%[89ab][\da-f]){0,2})$/i,cutCharacter))}catch{return run.replace(/%[2-7][\da-f]/gi,each=>String.fromCharCode(parseInt(each.slice(1),16)))}}function cutCharacter(bytes){try{return decodeURIComponent(bytes)&&bytes}catch{return""}}const entityNames={amp:"&",lt:"<",gt:">",quot:'"',apos:"'",nbsp:" ",Tab:" ",NewLine:"\n",excl:"!",num:"#",dollar:"$",percnt:"%",lpar:"(",rpar:")",ast:"*",midast:"*",plus:"+",comma:",",period:".",sol:"/",colon:":",semi:";",equals:"=",quest:"?",commat:"@",lsqb:"[",lbrack:"[",bsol:"\\",rsqb:"]",rbrack:"]",Hat:"^",lowbar:"_",UnderBar:"_",grave:"`",DiacriticalGrave:"`",lcub:"{",lbrace:"{",verbar:"|",vert:"|",VerticalLine:"|",rcub:"}",rbrace:"}",shy:"",zwj:"",zwnj:"",ZeroWidthSpace:"",NoBreak:""}
function entityRead(found){const name=found.replace(/^&(?:amp;(?=.))*/,"").replace(";","")
if(name.startsWith("#")){const isHex=/^#x/i.test(name)
return character(name.slice(isHex?2:1),isHex?16:10)}const known=Object.hasOwn(entityNames,name)?name:name.toLowerCase()
return Object.hasOwn(entityNames,known)?entityNames[known]??"":`&${name};`}const text_reading_nothing=()=>""
const styledBlocks="\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u02b0-\\u02b8\\u02e1-\\u02e3\\u1d2c-\\u1d6a\\u2070-\\u209c\\u2102-\\u2149\\u2460-\\u2468\\u24b6-\\u24ea\\ufe50-\\ufe6b\\uff01-\\uff5e\\u{1d400}-\\u{1d7ff}\\u{1f130}-\\u{1f149}"
const unseen={sign:/[^\n\u0020-\u007e]/,pattern:new RegExp(`[${styledBlocks}]|${base_text.terminalSequence.source}|(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[${base_text.controlCharacters}]|${base_text.invisibleCharacter}|[\\p{M}\\p{Surrogate}]`,"gu"),as:found=>styled.test(found)?plainOf(found):""}
const styled=new RegExp(`^[${styledBlocks}]$`,"u")
function plainOf(character){const plain=character.normalize("NFKC")
return/^[!-~]$/.test(plain)?plain:character}function stepOf({sign,spellings}){const byFirst=new Map
for(const{first,pattern,read}of spellings){const known=byFirst.get(first)??[]
byFirst.set(first,[...known,{whole:new RegExp(`^(?:${pattern.source})$`),read}])}const alone=spellings[0]?.read??text_reading_nothing
return{sign,pattern:new RegExp(spellings.map(({pattern})=>pattern.source).join("|"),"g"),as:found=>{const candidates=byFirst.get(found.charAt(0))??[]
const{read=alone}=candidates.find(({whole})=>whole.test(found))??candidates.at(-1)??{}
return read(found)}}}const entityStep=stepOf(entities)
const escapeStep=stepOf(escapes)
const numberSteps=numberEscapes.map(stepOf)
const rareSteps=rareEscapes.map(stepOf)
const whiteSpace={sign:/\s/,pattern:/\s+/g,as:text_reading_nothing}
const byteMarks={sign:/[:,_-]|0x|U\+/i,pattern:/[:,_-]|0x|U\+00/gi,as:text_reading_nothing}
const mostRounds=5
const mostRareRounds=2
function seen(reading){return taken(reading,unseen)}function*readingsOf(reading){yield reading
const bare=seen(reading)
if(bare!==reading)yield bare
const page=seen(taken(bare,entityStep))
if(page!==bare)yield page
const last=yield*rounds(bare,escapeStep,mostRounds)
for(const step of numberSteps)yield*rounds(bare,step,mostRareRounds)
for(const step of rareSteps)yield*rounds(last,step,mostRareRounds)}function*rounds(from,step,most){let last=from
for(let round=0;round<most;round+=1){const next=seen(taken(last,step))
if(next===last)break
yield next
last=next}return last}function resolved(text){let last=seen({text,places:"untold"})
for(const next of rounds(last,escapeStep,mostRounds))last=next
return last.text}function compact(reading){return taken(reading,whiteSpace)}function byteDigits(reading){const apart=taken(reading,byteMarks)
const lower=apart.text.replace(/[A-F]+/g,digits=>digits.toLowerCase())
return lower===apart.text?apart:{...apart,text:lower}}function placeOf({places},from,to){if(typeof places==="string")return[from,to]
return[places.starts[from]??from,places.ends[to-1]??to]}function taken(reading,{sign,pattern,as}){const{text,places}=reading
if(!sign.test(text))return reading
if(places==="untold"){const changed=text.replace(pattern,as)
return changed===text?reading:{text:changed,places}}const starts=new Int32Array(text.length)
const ends=new Int32Array(text.length)
let length=0
let done=0
const startOf=at=>places==="same"?at:places.starts[at]??0
const endOf=at=>places==="same"?at+1:places.ends[at]??0
const keep=until=>{for(let at=done;at<until;at+=1,length+=1){starts[length]=startOf(at)
ends[length]=endOf(at)}}
const changed=text.replace(pattern,(found,index)=>{keep(index)
done=index+found.length
const read=as(found)
for(let unit=0;unit<read.length;unit+=1,length+=1){starts[length]=startOf(index)
ends[length]=endOf(done-1)}return read})
keep(text.length)
if(changed===text)return reading
return{text:changed,places:{starts:starts.subarray(0,length),ends:ends.subarray(0,length)}}}function createSecretSearch(){const details=new Set
const known=new Set
const forms=createFormIndex()
const rests=createSecretRests()
const pieces=createPieceIndex()
const knownClose=new Set
const addForm=(form,areAllPiecesSecret)=>{if(known.has(form)||form.trim().length<4)return
known.add(form)
forms.add(form)
const close=withoutSpaces(form)
if(close.length<8||knownClose.has(close))return
knownClose.add(close)
forms.add(close)
rests.add(close)
if(areAllPiecesSecret)for(const piece of piecesOf(close))pieces.add(piece)}
const addRareForms=(secret,areAllPiecesSecret)=>{const{whole,nested,wide}=rareForms(secret,{isRandom:areAllPiecesSecret})
for(const form of[...whole,...nested,...wide].filter(({length})=>length>=8))addForm(form,areAllPiecesSecret&&whole.includes(form))
if(areAllPiecesSecret)for(const piece of wide.flatMap(widePieces))forms.add(piece)}
const search=(whole,finds)=>{for(const reading of readingsOf(whole)){findForms(reading,{forms,shortest:4},finds)
const close=compact(reading)
for(const each of new Set([close,byteDigits(close)])){if(finds.isEnough())return
if(each!==reading)findForms(each,{forms,shortest:8},finds)
findPieces(each,pieces,finds)}findRests(close,rests,finds)
if(finds.isEnough())return}}
return{add:(secret,kind="other")=>{const added=maskedForms(secret).filter(form=>!details.has(form))
const areAllPiecesSecret=isRandom(secret.trim())
for(const form of added){details.add(form)
addForm(form,areAllPiecesSecret)
addForm(resolved(form),areAllPiecesSecret)}if(kind==="token")for(const piece of tokenPieces(secret))forms.add(piece)
if(added.length>0)addRareForms(secret,areAllPiecesSecret)
return added},rangesIn:text=>{if(known.size===0)return[]
const first=collected("one")
search({text,places:"untold"},first)
if(first.ranges.length===0)return[]
const all=collected("all")
search({text,places:"same"},all)
return apart(all.ranges)}}}function collected(wanted){const ranges=[]
return{ranges,add:(reading,from,to)=>{const[start,end]=placeOf(reading,from,to)
const last=ranges.at(-1)
if(last!==void 0&&last[0]<=start&&start<last[1])last[1]=Math.max(last[1],end)
else ranges.push([start,end])},isEnough:()=>wanted==="one"&&ranges.length>0}}function withoutSpaces(form){return compact(seen({text:form,places:"untold"})).text}function findForms(reading,{forms,shortest},finds){const{text}=reading
for(let at=forms.nextIn(text,0);at>=0;at=forms.nextIn(text,at+1)){const length=forms.longestAt(text,at)
if(length<shortest)continue
finds.add(reading,at,at+length)
if(finds.isEnough())return}}const telltaleDigits=24
function findPieces(reading,pieces,finds){const{text}=reading
let from=-1
let to=-1
let isCounted=false
const close=()=>{if(isCounted||to-from>=telltaleDigits&&/^[\da-f]+$/.test(text.slice(from,to)))finds.add(reading,from,to)
isCounted=false}
for(let at=pieces.nextIn(text,0);at>=0;at=pieces.nextIn(text,at+1)){const kind=pieces.kindAt(text,at)
if(kind==="none")continue
if(at>to-8+1){close()
if(finds.isEnough())return
from=at}to=at+8
isCounted||=kind==="random"}close()}function findRests(reading,rests,finds){const{text}=reading
let before=0
for(let mark=text.indexOf("…");mark>=0&&!finds.isEnough();){const next=text.indexOf("…",mark+1)
const head=rests.headBefore(text,before,mark)
if(head>=0)finds.add(reading,head,mark)
const tail=rests.tailBehind(text,mark+1,next<0?text.length:next)
if(tail>=0)finds.add(reading,mark+1,tail)
before=mark+1
mark=next}}function apart(ranges){const sorted=[...ranges].sort(([one],[other])=>one-other)
const merged=[]
for(const[from,to]of sorted){const last=merged.at(-1)
if(last!==void 0&&from<last[1])last[1]=Math.max(last[1],to)
else merged.push([from,to])}return merged}const placeholder="***"
const rememberedTexts=100
const rememberedLength=1e3
function createRedaction(){const search=createSecretSearch()
const byOrigin=new Map
let clean=new Set
const apply=text=>{if(clean.has(text))return text
let shown=""
let done=0
for(const[from,to]of search.rangesIn(text)){shown+=text.slice(done,from)+placeholder
done=to}if(done>0)return shown+text.slice(done)
if(clean.size>=rememberedTexts)clean=new Set
if(text.length<=rememberedLength)clean.add(text)
return text}
return{add:(secret,origin,kind)=>{clean=new Set
if(origin!==void 0){const known=byOrigin.get(origin)??{secrets:[],search:void 0}
byOrigin.set(origin,known)
known.secrets.push({secret,kind})
known.search?.add(secret,kind)}return search.add(secret,kind)},apply,applyToMarkdown:apply,originsIn:text=>[...byOrigin].filter(([,origin])=>isSeenIn(text,origin)).map(([name])=>name)}}function isSeenIn(text,origin){origin.search??=searchFor(origin.secrets)
return origin.search.rangesIn(text).length>0}function searchFor(secrets){const search=createSecretSearch()
for(const{secret,kind}of secrets)search.add(secret,kind)
return search}function createMasker(){return maskerOf(createRedaction(),()=>{})}function maskerOf(redaction,tell){return{mask:(secret,origin,kind)=>{const forms=redaction.add(secret.reveal(),origin,kind)
if(forms.length>0)tell(forms)},redact:redaction.apply,redactMarkdown:redaction.applyToMarkdown,originsIn:redaction.originsIn}}function setSecretOutput({masker,outputs},name,secret){masker.mask(secret,void 0,"token")
outputs.set(name,secret.reveal())}}),"./hosts/step-files.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{clearPlace:function(){return clearPlace},fileCodeOf:function(){return fileCodeOf},refuseLink:function(){return refuseLink},textAt:function(){return textAt},withAskedSummary:function(){return withAskedSummary},withSummaryFile:function(){return withSummaryFile}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
function fileCodeOf(error){return error instanceof Error&&"code"in error?String(error.code):"no error code"}function clearPlace(files,{input,path,wanted},clear){const advice=input==="output_file"?" For standard output there is --json.":""
const hint=`Give the path of a ${wanted} that this user may write, or of nothing yet.${advice}`
const refused=what=>new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`${input} ${what}`,hint})
let found
try{found=files.kindOf(path)
if(found==="nothing"||found===wanted){clear(found)
return}}catch(error){throw refused(`cannot be written (${fileCodeOf(error)})`)}if(found==="link")throw throughLink(input,hint)
throw refused(`has to be a ${wanted}, and there is something else at this path`)}function refuseLink(files,{input,path,wanted}){let found
try{found=files.kindOf(path)}catch{}if(found==="link")throw throughLink(input,`Give the path of a ${wanted}, or of nothing yet.`)}function throughLink(input,hint){return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`${input} is a symbolic link, or leads through one, which may have come with a checkout and is not followed`,hint})}function textAt(files,path){try{return files.read(path)}catch{return}}function withSummaryFile(host,files,path){let text=""
clearPlace(files,{input:"summary_file",path,wanted:"file"},()=>files.replace(path,""))
const keep=()=>{if(textAt(files,path)!==text)files.replace(path,text)}
return{...host,places:()=>[...host.places?.()??[],{what:"summary_file",path}],summary:{hasPlace:true,write:async markdown=>{text+=`${host.masker.redactMarkdown(markdown)}\n`
const isWritten=await host.summary.write(markdown)
try{files.replace(path,text)}catch{return false}return isWritten},fault:()=>{try{keep()
return}catch(error){return faultOf(error)}}}}}function withAskedSummary(host){const{summary}=host
if((host.inputs.read("summary")??"").trim()==="")return host
let isLost=false
return{...host,summary:{...summary,write:async markdown=>{const isWritten=await summary.write(markdown)
isLost||=!isWritten
return isWritten},fault:()=>summary.fault?.()??(isLost?{code:"output_lost",what:"The report is not where this CI shows it, and summary asked for it",why:"The place for it could not be written.",hint:"Make room there, or drop the input summary: then a lost report is only a warning. With the command, summary_file has it on every CI."}:void 0)}}}function faultOf(error){return{code:"file_not_written",what:"summary_file does not hold the report",why:`It could not be written: ${fileCodeOf(error)}.`,hint:"Check the path, whether this user may write there, and whether there is room."}}}),"./hosts/system.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{appendText:function(){return appendText},fileNaming:function(){return fileNaming},processFiles:function(){return processFiles},processMeans:function(){return processMeans},terminalLog:function(){return terminalLog}})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:crypto?8af2")
var node_fs__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:fs")
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("node:path")
var _base_clock_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./base/clock.js")
var _base_foreign_error_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./base/foreign-error.js")
var _foreign_links_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./hosts/foreign-links.js")
var _files_held_folder_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./hosts/files/held-folder.js")
const newFileMode=384
function appendText(place,text){if((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place,{throwIfNoEntry:false})?.isFile()===false){(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(place,text)
return}const file=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place,"a",newFileMode)
try{const{size}=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file)
try{(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file,text)
if((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file).size<size+Buffer.byteLength(text))throw notWhole()}catch(error){(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(file,size)
throw error}}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file)}}function replaceHostText(place,text){const found=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place,{throwIfNoEntry:false})
const replace=(at,mode)=>inFolderOf(at,"followed",target=>replaceWhole(target,text,mode))
if(found===void 0)replace(place,newFileMode)
else if(found.isFile())replace((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(place),found.mode&511)
else(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(place,text)}const processFiles={kindOf:place=>{if((0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.linkOnWay)(place)!==void 0)return"link"
const found=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].resolve(place),{throwIfNoEntry:false})
if(found===void 0)return"nothing"
if(found.isFile())return"file"
return found.isDirectory()?"folder":"other"},read:place=>{(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.refuseLinks)(place)
return(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(place,"utf8")},namesIn:place=>{(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.refuseLinks)(place)
return(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(place)},replace:(place,text,secrecy)=>{(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.refuseLinks)(place)
inFolderOf(place,"followed_above",target=>replaceWhole(target,text,modeFor(target,secrecy)))},probe:place=>{(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.refuseLinks)(place)
inFolderOf(place,"followed_above",target=>{const draft=draftBeside(target);(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(draft,"wx",newFileMode));(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(draft)})},remove:place=>{(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__.refuseLinks)(place)
if(!(0,_files_held_folder_js__WEBPACK_IMPORTED_MODULE_6__.isThere)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].resolve(place)))return
inFolderOf(place,"followed_above",target=>(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(target,{force:true}))},makeFolder:place=>(0,_files_held_folder_js__WEBPACK_IMPORTED_MODULE_6__.holdFolder)(place).close()}
function inFolderOf(place,links,work){const target=node_path__WEBPACK_IMPORTED_MODULE_2__["default"].resolve(place)
const folder=(0,_files_held_folder_js__WEBPACK_IMPORTED_MODULE_6__.holdFolder)(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(target),{links})
const own=folder.path()
try{work(`${own}/${node_path__WEBPACK_IMPORTED_MODULE_2__["default"].basename(target)}`)}catch(error){throw withKnownPath(error,own,node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(target))}finally{folder.close()}}function withKnownPath(error,own,known){if((0,_base_foreign_error_js__WEBPACK_IMPORTED_MODULE_4__.isError)(error))error.message=error.message.replaceAll(own,known)
return error}function modeFor(target,secrecy){const found=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(target,{throwIfNoEntry:false})
return found===void 0||secrecy==="secret"?newFileMode:found.mode&511}function replaceWhole(target,text,mode){const draft=draftBeside(target)
const file=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(draft,"wx",newFileMode)
try{try{(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file,text)
if(mode!==newFileMode)(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file,mode)}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file)}if((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(draft,"utf8")!==Buffer.from(text).toString("utf8"))throw notWhole();(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(draft,target)}catch(error){(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(draft,{force:true})
throw error}}function draftBeside(target){return node_path__WEBPACK_IMPORTED_MODULE_2__["default"].join(node_path__WEBPACK_IMPORTED_MODULE_2__["default"].dirname(target),`.gitlab-trigger-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex")}.tmp`)}function notWhole(){return Object.assign(new Error("what was written is not there"),{code:"EIO"})}function processMeans(){return{environment:process.env,print:text=>void process.stdout.write(text),appendText,readText:path=>(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path,{throwIfNoEntry:false})?.isFile()===true?(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path,"utf8"):"",writeText:(path,text,owner)=>owner==="host"?replaceHostText(path,text):processFiles.replace(path,text),isThere:_files_held_folder_js__WEBPACK_IMPORTED_MODULE_6__.isThere,isFolder,run:async program=>await(await Promise.all([__webpack_require__.e("hosts"),__webpack_require__.e("programs")]).then(__webpack_require__.bind(__webpack_require__,"./hosts/programs.js"))).runProgram(program),clock:_base_clock_js__WEBPACK_IMPORTED_MODULE_3__.systemClock,processId:process.pid}}function isFolder(path){try{return(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isDirectory()}catch{return false}}function fileNaming(){if(process.platform==="win32")return"windows"
return process.platform==="darwin"?"macos":"posix"}function terminalLog(){const print=text=>{process.stdout.write(`${text}\n`)}
const group=(title,lines)=>{for(const line of[title,...lines])print(line)}
return{info:print,debug:()=>{},warning:print,error:print,group}}}),"./hosts/text-files.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{textFilesUntil:function(){return textFilesUntil}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:fs/promises")
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("node:path")
var _base_clock_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./base/clock.js")
var _base_encoding_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./base/encoding.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./base/errors.js")
var _base_files_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./base/files.js")
var _foreign_links_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./hosts/foreign-links.js")
const mostBytes=16*1024*1024
const chunkBytes=64*1024
const pipePollMs=20
function textFilesUntil(signal,limitBytes=mostBytes){return{readText:async path=>{try{signal.throwIfAborted();(0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_7__.refuseLinksToRead)(path)
const file=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path,node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY|nonBlocking)
try{return(0,_base_encoding_js__WEBPACK_IMPORTED_MODULE_4__.textIn)(await bytesOf(file,{path,signal,limitBytes}))}finally{await file.close()}}catch(error){throw signal.aborted?abortedBy(signal):error}}}}const nonBlocking=process.platform==="win32"?0:node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK
function abortedBy({reason}){return reason instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_5__.AbortedError?reason:new _base_errors_js__WEBPACK_IMPORTED_MODULE_5__.AbortedError("AbortSignal",{cause:reason})}async function bytesOf(file,of){const{path,signal,limitBytes}=of
const isAwaitingWriter=(await file.stat()).isFIFO()&&!isOpenAlready(path)
const chunks=[]
let size=0
for(;;){signal.throwIfAborted()
const chunk=Buffer.allocUnsafe(chunkBytes)
const count=await readNow(file,chunk)
if(count===0&&!(isAwaitingWriter&&size===0))return Buffer.concat(chunks)
if(count===0||count==="nothing_yet"){await(0,_base_clock_js__WEBPACK_IMPORTED_MODULE_3__.sleep)(_base_clock_js__WEBPACK_IMPORTED_MODULE_3__.systemClock,pipePollMs,signal)
continue}size+=count
if(size>limitBytes)throw new _base_files_js__WEBPACK_IMPORTED_MODULE_6__.FileTooLargeError(limitBytes)
chunks.push(chunk.subarray(0,count))}}async function readNow(file,into){try{return(await file.read(into,0,into.length,null)).bytesRead}catch(error){if(error instanceof Error&&"code"in error&&error.code==="EAGAIN")return"nothing_yet"
throw error}}function isOpenAlready(path){return/^\/(?:dev|proc)\//.test((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path))}}),"./http/headers.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{parseHttpDate:function(){return parseHttpDate},parseRateLimitReset:function(){return parseRateLimitReset},parseRetryAfter:function(){return parseRetryAfter},withRedactedAnswers:function(){return withRedactedAnswers}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _response_body_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./http/response-body.js")
function parseRetryAfter(text,serverTimeMs){const trimmed=text.trim()
if(/^\d{1,9}$/.test(trimmed))return Number(trimmed)*1e3
const dateMs=parseHttpDate(trimmed)
return dateMs===void 0?void 0:Math.max(0,dateMs-serverTimeMs)}function parseRateLimitReset(text,serverTimeMs){const trimmed=text.trim()
if(!/^\d{9,11}$/.test(trimmed))return
return Math.max(0,Number(trimmed)*1e3-serverTimeMs)}function parseHttpDate(text){if(!/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i.test(text))return
const dateMs=Date.parse(text)
return Number.isNaN(dateMs)?void 0:dateMs}const mostCharacters=256*1024
function withRedactedAnswers(transport,redact){return{send:async request=>withoutSecrets(await transport.send(request),redact),close:()=>transport.close()}}function withoutSecrets(response,redact){return{...response,...addresses(response,redact),body:bodyOf(response,redact)}}function addresses({headers},redact){const{location="",link=""}=headers
const shown={location:redact(location),link:redact(link)}
if(shown.location===location&&shown.link===link)return{headers}
const changed=Object.entries(shown).filter(([name])=>Object.hasOwn(headers,name))
return{headers:{...headers,...Object.fromEntries(changed)},leadsNowhere:shown.location===location?void 0:true}}function bodyOf(response,redact){const isSuccess=response.status>=200&&response.status<300
if(isSuccess&&(0,_response_body_js__WEBPACK_IMPORTED_MODULE_1__.parsedJson)(response.body)!==void 0)return response.body
const text=response.body.toString("utf8")
const clean=redact((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cutText)(text,mostCharacters))
return clean===text?response.body:Buffer.from(clean)}}),"./http/json-api.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{describePage:function(){return describePage},exchanged:function(){return exchanged},isSuccess:function(){return isSuccess},readJsonBody:function(){return readJsonBody},sendWithin:function(){return sendWithin}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _response_body_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./http/response-body.js")
var _transport_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./http/transport.js")
async function sendWithin(transport,apiUrl,request){const{origin}=request.url
if(origin!==apiUrl.origin)throw new TypeError(`a request to ${origin} was about to be sent`)
return await transport.send(request)}async function exchanged(exchange){try{return{kind:"answered",value:await exchange()}}catch(error){if(error instanceof _transport_js__WEBPACK_IMPORTED_MODULE_2__.TransportFault)return{kind:"fault",fault:error}
throw error}}function isSuccess({status}){return status>=200&&status<=299}function readJsonBody({headers,body},quoting){const content=(0,_response_body_js__WEBPACK_IMPORTED_MODULE_1__.readAnswerBody)(headers["content-type"],body)
if(content.kind==="json")return{kind:"json",value:content.value}
if(content.kind==="none")return{kind:"not_json",why:"the body is empty"}
const texts=quoting==="never"?[]:content.texts
const why=content.kind==="html"?describePage(texts):`the body is not JSON${quoted(texts)}`
return{kind:"not_json",why}}function describePage(texts){return`the body is a web page${quoted(texts)}`}function quoted([first]){return first===void 0?"":`: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(first,120)}`}}),"./http/node-transport.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{createNodeTransport:function(){return createNodeTransport}})
var external_node_http_=__webpack_require__("node:http")
var external_node_https_=__webpack_require__("node:https")
var lib=__webpack_require__("../../node_modules/@actions/http-client/lib/index.js")
var proxy=__webpack_require__("./http/proxy.js")
var external_node_net_=__webpack_require__("node:net")
function prepareTunnel(agent,{url,signal}){const{proxyOptions}=agent
const host=(0,proxy.withoutBrackets)(proxyOptions.host??"")
Object.assign(proxyOptions,{host,signal,servername:(0,external_node_net_.isIP)(host)===0?host:""})
sendCredentials(agent)
const server=(0,proxy.withoutBrackets)(url.hostname)
if(url.protocol==="https:"&&(0,external_node_net_.isIP)(server)!==0)connectToAddress(agent,server)}function sendCredentials(agent){const{proxyAuth}=agent.proxyOptions
if(proxyAuth===void 0)return
agent.proxyOptions.proxyAuth=void 0
const send=agent.request
const credentials=`Basic ${Buffer.from(proxyAuth).toString("base64")}`
agent.request=options=>{const request=send(options)
request.setHeader("Proxy-Authorization",credentials)
return request}}function connectToAddress(agent,host){const{createSocket:createPlainSocket}=Object.getPrototypeOf(agent)
const sockets=agent.sockets
agent.createSocket=(options,use)=>createPlainSocket.call(agent,options,socket=>{const secure=__WEBPACK_EXTERNAL_MODULE_node_tls_c49a8b7e_default__.connect({...agent.options,socket,host,servername:""})
if(Array.isArray(sockets))sockets[sockets.indexOf(socket)]=secure
use(secure)})}var transport=__webpack_require__("./http/transport.js")
function secureContextTrusting(caCertificate){return __WEBPACK_EXTERNAL_MODULE_node_tls_c49a8b7e_default__.createSecureContext({ca:[...defaultCertificates(),caCertificate]})}function defaultCertificates(){const sinceNode22=__WEBPACK_EXTERNAL_MODULE_node_tls_c49a8b7e_default__
return sinceNode22.getCACertificates?.("default")??__WEBPACK_EXTERNAL_MODULE_node_tls_c49a8b7e_default__.rootCertificates}const noSocketTimeoutMs=2**31-1
function createConnections(settings){const{userAgent,caCertificate,environment={}}=settings
const options={socketTimeout:noSocketTimeoutMs,maxSockets:1/0}
const client=new lib.HttpClient(userAgent,[],{...options,keepAlive:false})
const keptByProtocol=new Map
let secureContext
const trust=target=>{Object.assign(target,{rejectUnauthorized:true})
if(caCertificate===void 0)return
secureContext??=secureContextTrusting(caCertificate)
Object.assign(target,{secureContext})}
const routeDirect=url=>{const agent=keptByProtocol.get(url.protocol)??keptAgentFor(url)
keptByProtocol.set(url.protocol,agent)
if(url.protocol==="https:")trust(optionsOf(agent))
return{client,agent,host:(0,proxy.withoutBrackets)(url.hostname),proxy:void 0}}
const routeThroughProxy=(url,agent,signal)=>{const host=agent.proxyOptions.host??""
const port=agent.proxyOptions.port??""
trust(agent.options)
trust(agent.proxyOptions)
prepareTunnel(agent,{url,signal})
return{client,agent,host:url.hostname,proxy:port===""?host:`${host}:${port}`}}
return{routeTo:(url,signal)=>{if((0,proxy.bypassesProxy)(environment,url))return routeDirect(url)
const agent=agentFor(client,url)
return isTunnel(agent)?routeThroughProxy(url,agent,signal):routeDirect(url)},close:()=>{for(const agent of keptByProtocol.values())agent.destroy()
keptByProtocol.clear()}}}function keptAgentFor({protocol}){const options={keepAlive:true,maxSockets:1/0}
return protocol==="https:"?new external_node_https_["default"].Agent(options):new external_node_http_["default"].Agent(options)}function agentFor(client,url){try{return client.getAgent(url.href)}catch{throw new transport.TransportFault({kind:"proxy",reached:"no",message:"the proxy address in the environment is not a valid URL"})}}function optionsOf(agent){if("options"in agent&&typeof agent.options==="object"&&agent.options!==null)return agent.options
throw new TypeError("an agent without options")}function isTunnel(agent){return"proxyOptions"in agent}var response_body=__webpack_require__("./http/response-body.js")
var base_text=__webpack_require__("./base/text.js")
const nameCodes=/^(?:ENOTFOUND|EAI_)/
const tlsCodes=/^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_C|INVALID_|PATH_LENGTH_|HOSTNAME_MISMATCH|EPROTO)/
const clientCertificateEnding="_ALERT_CERTIFICATE_REQUIRED"
function transportFaultOf(failure){const{error,phase,server,passedDeadlineMs}=failure
if(error instanceof transport.TransportFault&&passedDeadlineMs===void 0)return error
const kind=kindOf(failure)
const beforeRequest=phase!=="open"||kind==="tls"
return new transport.TransportFault({kind,reached:beforeRequest?"no":"maybe",message:`${wordsOf(kind,failure)}: ${server}${detailOf(kind,failure)}`,status:error instanceof transport.TransportFault?error.status:void 0,cause:error})}function kindOf({error,phase,passedDeadlineMs}){if(passedDeadlineMs!==void 0)return"timeout"
const code=codeOf(error)
if(phase==="open"){if(code.endsWith(clientCertificateEnding))return"tls"
return code==="HPE_HEADER_OVERFLOW"?"too_large":"reset"}if(isProxyError(error))return"proxy"
if(nameCodes.test(code))return"name"
if(phase==="handshake"||tlsCodes.test(code))return"tls"
return code==="ETIMEDOUT"?"timeout":"refused"}function wordsOf(kind,{error,phase,passedDeadlineMs}){switch(kind){case"name":return"the host name could not be resolved"
case"refused":return"no connection could be made"
case"tls":return"no trusted TLS connection could be made"
case"proxy":return"the proxy gave no connection"
case"timeout":return passedDeadlineMs===void 0?"the connection timed out":`no ${phase==="open"?"complete answer":"connection"} within ${passedDeadlineMs/1e3} s`
case"too_large":return"the headers of the answer are too long"
case"truncated":case"reset":return codeOf(error).startsWith("HPE_")?"the answer is not HTTP":"the connection broke before an answer came"}}function detailOf(kind,{error,proxy,passedDeadlineMs}){const details=[]
if(proxy!==void 0)details.push(`through the proxy ${proxy}`)
if(passedDeadlineMs===void 0)if(kind==="proxy")details.push(proxyReasonOf(error))
else details.push([codeOf(error),kind==="tls"?tlsReasonOf(error):""].filter(Boolean).join(": "))
const given=details.filter(detail=>detail!=="")
return given.length===0?"":` (${(0,base_text.cleanLine)(given.join(", "),300)})`}function isProxyError(error){return/^(?:tunneling socket could not be established|got illegal response body from proxy)/.test(textOf(error,"message"))}function proxyReasonOf(error){const message=textOf(error,"message")
const status=/statusCode=(\d{3})/.exec(message)?.[1]
if(status!==void 0)return`it answered ${status} to CONNECT`
return/cause=(.*)/s.exec(message)?.[1]??message}function tlsReasonOf(error){return textOf(error,"reason")||textOf(error,"message").replace(/; if the root CA is installed.*$/s,"")}function codeOf(error){return textOf(error,"code")}function textOf(error,member){if(typeof error!=="object"||error===null)return""
const value=Reflect.get(error,member)
return typeof value==="string"?value:""}function createNodeTransport(options){const{userAgent="gitlab-trigger",caCertificate,environment,clock}=options
const connections=createConnections({userAgent,caCertificate,environment})
const shared={clock,connections,running:new Set}
return{send:request=>send(shared,request),close:()=>{for(const stop of shared.running)stop.abort()
connections.close()}}}async function send(shared,request){const{signal,timeoutMs}=request
signal.throwIfAborted()
const progress={phase:"connecting",sent:void 0,proxy:void 0,deadlinePassed:false,sinkError:void 0}
const stop=new AbortController
const onAbort=()=>stop.abort()
const deadline=startDeadline(shared.clock,timeoutMs,()=>{progress.deadlinePassed=true
stop.abort()})
signal.addEventListener("abort",onAbort,{once:true})
shared.running.add(stop)
try{return await exchange({shared,request,progress,deadline,stop:stop.signal})}catch(error){signal.throwIfAborted()
if(progress.sinkError!==void 0)throw progress.sinkError.error
if(progress.sent===void 0)throw error
throw transportFaultOf({error,phase:progress.phase,passedDeadlineMs:progress.deadlinePassed?timeoutMs:void 0,server:serverOf(request.url),proxy:progress.proxy})}finally{shared.running.delete(stop)
signal.removeEventListener("abort",onAbort)
deadline.dispose()}}function startDeadline(clock,timeoutMs,onPassed){let dispose=clock.schedule(timeoutMs,onPassed)
return{restart:()=>{dispose()
dispose=clock.schedule(timeoutMs,onPassed)},dispose:()=>dispose()}}async function exchange(turn){const{shared,request,progress,stop}=turn
const{url,method,headers}=request
const route=shared.connections.routeTo(url,stop)
progress.proxy=route.proxy
const options={method,host:route.host,port:url.port===""?void 0:url.port,path:url.pathname+url.search,headers:{"user-agent":route.client.userAgent,...headers,"accept-encoding":codingFor(request)},agent:route.agent,signal:stop}
const httpModule=observed(url.protocol==="https:"?external_node_https_["default"]:external_node_http_["default"],sent=>{progress.sent=sent
followPhase(sent,progress,url.protocol==="https:")
sent.once("upgrade",(_message,socket)=>refuseUpgrade(sent,socket))
if(request.onSent!==void 0)sent.once("finish",request.onSent)})
const answer=route.client.requestRaw({options,parsedUrl:url,httpModule},request.body??null)
const{message}=await endedBy(stop,answer)
const head={status:message.statusCode??0,headers:headersOf(message),...endOf(message)}
if(request.sink?.accepts(head)!==true)return{...head,body:await(0,response_body.readBody)(message,{maxBytes:request.maxBytes,signal:stop})}
await pour(message,request.sink,turn)
return{...head,body:Buffer.alloc(0)}}function refuseUpgrade(sent,socket){socket.destroy()
const error=new Error("the server changed the protocol")
sent.emit("error",Object.assign(error,{code:"HPE_PAUSED_UPGRADE"}))}async function endedBy(stop,work){return await new Promise((resolve,reject)=>{const onStop=()=>reject(stop.reason)
stop.addEventListener("abort",onStop,{once:true})
work.then(resolve,reject).finally(()=>stop.removeEventListener("abort",onStop))})}function codingFor({sink}){return sink===void 0?"gzip":"identity"}const leastBytes=64*1024
async function pour(message,sink,{progress,deadline}){const onError=error=>{progress.sinkError={error}
throw error}
let bytes=leastBytes
const take=chunk=>{bytes+=chunk.length
if(bytes>=leastBytes){bytes=0
deadline.restart()}try{const written=sink.write(chunk)
return written instanceof Promise?written.then(deadline.restart,onError):written}catch(error){return onError(error)}}
await(0,response_body.passBody)(message,{maxBytes:sink.maxBytes,take})}function observed(module,onRequest){const request=(options,onAnswer)=>{const sent=module.request(options,onAnswer)
onRequest(sent)
return sent}
return Object.create(module,{request:{value:request}})}function followPhase(sent,progress,secure){sent.once("socket",socket=>{const onConnect=()=>{progress.phase=secure?"handshake":"open"}
if(sent.reusedSocket){progress.phase="open"
return}if(secure)socket.once("secureConnect",()=>progress.phase="open")
if(socket.connecting)socket.once("connect",onConnect)
else onConnect()})}function endOf({statusCode,headers}){const isEndKnown=headers["content-length"]!==void 0||/\bchunked\b/i.test(headers["transfer-encoding"]??"")||statusCode===204||statusCode===304
return isEndKnown?{}:{endUntold:true}}function headersOf(message){return Object.fromEntries(Object.entries(message.headers).map(([name,value])=>[name,Array.isArray(value)?value.join(", "):value??""]))}function serverOf(url){const port=url.port===""?url.protocol==="https:"?"443":"80":url.port
return`${url.hostname}:${port}`}}),"./http/proxy.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bypassesProxy:function(){return bypassesProxy},debugsRequests:function(){return debugsRequests},proxyProblem:function(){return proxyProblem},withoutBrackets:function(){return withoutBrackets}})
var node_net__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:net")
var _base_address_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/address.js")
var _base_glob_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/glob.js")
function bypassesProxy(env,url){const host=url.hostname.toLowerCase()
if(host==="localhost"||host.startsWith("127.")||host==="[::1]")return true
const port=url.port===""?url.protocol==="https:"?"443":"80":url.port
const list=[env.no_proxy,env.NO_PROXY].find(text=>(text??"")!=="")??""
return list.toLowerCase().split(/[\s,]/).filter(item=>item!=="").some(item=>[host,`${host}:${port}`].some(name=>fits(name,item))||isInRange(host,item))}function fits(name,item){if(item.includes("*"))return(0,_base_glob_js__WEBPACK_IMPORTED_MODULE_2__.globMatcher)(item)(name)
return name===item||name.endsWith(item.startsWith(".")?item:`.${item}`)}function isInRange(host,item){const[written="",length,...more]=item.split("/")
const address=withoutBrackets(written)
const family=(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address)
const bits=length??(family===4?"32":"128")
const given=withoutBrackets(host)
if(family===0||(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(given)===0||more.length>0||!/^\d{1,3}$/.test(bits))return false
if(Number(bits)>(family===4?32:128))return false
const range=new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList
range.addSubnet(address,Number(bits),family===4?"ipv4":"ipv6")
return range.check(given,(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(given)===4?"ipv4":"ipv6")}function withoutBrackets(hostname){return hostname.replace(/^\[(.*)\]$/,"$1")}const hint="Write it as http://host:port (or http://user:password@host:port with special characters percent-encoded), or unset it."
function proxyProblem(env,url){if(bypassesProxy(env,url))return
const names=url.protocol==="https:"?["https_proxy","HTTPS_PROXY"]:["http_proxy","HTTP_PROXY"]
const variable=names.find(name=>(env[name]??"")!=="")
const value=variable===void 0?void 0:env[variable]
if(variable===void 0||value===void 0)return
const why=reasonAgainst(value)
return why===void 0?void 0:{variable,why,hint}}function reasonAgainst(value){const written=(0,_base_address_js__WEBPACK_IMPORTED_MODULE_1__.isUrl)(value)?value:`http://${value}`
if(!(0,_base_address_js__WEBPACK_IMPORTED_MODULE_1__.isUrl)(written)||written!==value&&/^https?:/i.test(value))return"it is not a valid URL"
const proxy=new URL(written)
if(proxy.hostname==="")return"it has no http:// or https:// in front, so it would be ignored"
if(proxy.protocol!=="http:"&&proxy.protocol!=="https:")return`proxies of the kind ${proxy.protocol}// are not supported`
return canDecode(proxy.username)&&canDecode(proxy.password)?void 0:"its user name or password has a broken percent-escape, so it would be ignored"}function canDecode(text){try{decodeURIComponent(text)
return true}catch{return false}}const telltaleParts=["http","https","http2","net","stream","tls"]
function debugsRequests(environment){const patterns=(environment.NODE_DEBUG??"").toLowerCase().split(",").map(_base_glob_js__WEBPACK_IMPORTED_MODULE_2__.globMatcher)
return telltaleParts.filter(part=>patterns.some(fitsPattern=>fitsPattern(part)))}}),"./http/response-body.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{decodeEntities:function(){return decodeEntities},parsedJson:function(){return parsedJson},passBody:function(){return passBody},readAnswerBody:function(){return readAnswerBody},readBody:function(){return readBody}})
var base_text=__webpack_require__("./base/text.js")
var promises_=__webpack_require__("node:stream/promises")
var external_node_zlib_=__webpack_require__("node:zlib")
const knownCodings=new Set(["aes128gcm","br","compress","dcb","dcz","deflate","exi","gzip","pack200-gzip","x-compress","x-gzip","zstd"])
function contentCodingOf(header){const codings=(header??"").toLowerCase().split(",").map(name=>name.trim()).filter(name=>knownCodings.has(name))
const[first]=codings
if(first===void 0)return{kind:"plain"}
if(codings.length>1)return{kind:"foreign",name:codings.join(" and ")}
return first==="gzip"||first==="x-gzip"?{kind:"gzip"}:{kind:"foreign",name:first}}function beginsAsGzip(bytes){return bytes.length>1&&bytes[0]===31&&bytes[1]===139}class BrokenGzip extends Error{}async function*inflate(source,signal){const gunzip=(0,external_node_zlib_.createGunzip)()
let takenBytes=0
const sourceEnd={}
async function*counted(){try{for await(const piece of source){takenBytes+=piece.length
yield piece}}catch(error){sourceEnd.error={thrown:error}
throw error}}const pumping=(0,promises_.pipeline)(counted,gunzip,{signal})
pumping.catch(()=>{})
try{for await(const piece of gunzip)yield piece
await pumping}catch(error){if(sourceEnd.error!==void 0)throw sourceEnd.error.thrown
signal.throwIfAborted()
if(takenBytes>0)throw new BrokenGzip("the gzip stream is broken",{cause:error})
return}if(gunzip.bytesWritten!==takenBytes)throw new BrokenGzip("there are bytes after the gzip stream")}var transport=__webpack_require__("./http/transport.js")
const gzipOverhead=bytes=>Math.ceil(bytes/1e3)+1024
async function readBody(message,{maxBytes,signal}){const coding=contentCodingOf(message.headers["content-encoding"])
switch(coding.kind){case"plain":return notGzip(message,await collected(message,piecesOf(message,{maxBytes,wireBytes:maxBytes}),maxBytes))
case"gzip":{const wireBytes=maxBytes+gzipOverhead(maxBytes)
const pieces=inflate(piecesOf(message,{maxBytes,wireBytes}),signal)
try{return notGzip(message,await collected(message,pieces,maxBytes))}catch(error){message.destroy()
throw error instanceof BrokenGzip?notWhole("the answer's body is not the whole gzip stream that its headers announce",message,error):error}}case"foreign":message.destroy()
throw foreignCoding(coding.name,message)}}async function passBody(message,{maxBytes,take}){const coding=contentCodingOf(message.headers["content-encoding"])
if(coding.kind!=="plain"){message.destroy()
throw foreignCoding(coding.kind==="gzip"?"gzip":coding.name,message)}for await(const piece of piecesOf(message,{maxBytes,wireBytes:maxBytes})){const taken=take(piece)
if(taken instanceof Promise)await taken}}async function*piecesOf(message,{maxBytes,wireBytes}){if(Number(message.headers["content-length"]??0)>wireBytes){message.destroy()
throw tooLarge(maxBytes,message)}let length=0
try{for await(const piece of message){length+=piece.length
if(length>wireBytes)throw tooLarge(maxBytes,message)
yield piece}}catch(error){throw error instanceof transport.TransportFault?error:truncated(length,message,error)}if(!message.complete)throw truncated(length,message)}async function collected(message,pieces,maxBytes){const kept=[]
let length=0
for await(const piece of pieces){length+=piece.length
if(length>maxBytes)throw tooLarge(maxBytes,message)
kept.push(piece)}return Buffer.concat(kept,length)}function notGzip(message,body){if(beginsAsGzip(body))throw notWhole("the answer's body is gzip, and its headers do not say so",message)
return body}function tooLarge(maxBytes,{statusCode:status}){return new transport.TransportFault({kind:"too_large",reached:"maybe",message:`the answer is longer than ${maxBytes} bytes`,status})}function truncated(length,message,cause){return notWhole(`the connection broke after ${length} bytes of the answer's body`,message,cause)}function foreignCoding(name,message){return notWhole(`the answer's body came compressed in a way that was not asked for (${name}); something in front of GitLab does that`,message)}function notWhole(text,{statusCode:status},cause){return new transport.TransportFault({kind:"truncated",reached:"maybe",message:text,status,cause})}const readCharacters=16384
const namedEntities={amp:"&",apos:"'",gt:">",lt:"<",nbsp:" ",quot:'"'}
function decodeEntities(text){return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g,(entity,...groups)=>{const[decimal,hex,name]=groups
if(typeof name==="string")return namedEntities[name]??entity
const code=typeof decimal==="string"?Number(decimal):Number(`0x${String(hex)}`)
return code>0&&code<=1114111?String.fromCodePoint(code):entity})}function looksLikeHtml(text){return/^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0,1e3))}function pageTexts(html){const top=html.slice(0,readCharacters)
const title=elementText(top,"title")
const visible=["head","script","style"].reduce(withoutElement,top)
const words=textOf(visible)
return[title,words].filter((text,index,all)=>text!==""&&all.indexOf(text)===index)}function elementText(html,name){const lower=html.toLowerCase()
const start=lower.indexOf(`<${name}`)
const open=start===-1?-1:lower.indexOf(">",start)
const end=open===-1?-1:lower.indexOf(`</${name}`,open)
return end===-1?"":textOf(html.slice(open+1,end))}function withoutElement(html,name){const lower=html.toLowerCase()
let kept=""
let position=0
for(;;){const start=indexOfTag(lower,`<${name}`,position)
if(start===-1)return kept+html.slice(position)
kept+=`${html.slice(position,start)} `
const end=indexOfTag(lower,`</${name}`,start)
if(end===-1)return kept
position=end}}function indexOfTag(lower,opening,from){let start=lower.indexOf(opening,from)
while(start!==-1&&/[a-z\d-]/.test(lower.charAt(start+opening.length)))start=lower.indexOf(opening,start+1)
return start}function textOf(html){return decodeEntities(html.replace(/<[^<>]*>/g," ")).replace(/\s+/g," ").trim()}const readBytes=65536
function readAnswerBody(contentType,body){const start=body.toString("utf8",0,readBytes).replace(/^\ufeff/,"")
if(start.trim()==="")return{kind:"none"}
if(looksLikeHtml(start))return{kind:"html",texts:cleaned(pageTexts(start))}
const value=parsedJson(startsWithMark(body)?body.subarray(byteOrderMark.length):body)
if(value!==void 0)return{kind:"json",value}
if(/\bx?html\b/i.test(contentType??""))return{kind:"html",texts:cleaned(pageTexts(start))}
return{kind:"text",texts:cleaned([start])}}const byteOrderMark=Buffer.from("\ufeff")
function startsWithMark(body){return body.subarray(0,byteOrderMark.length).equals(byteOrderMark)}const parsed=new WeakMap
function parsedJson(body){const known=parsed.get(body)
if(known!==void 0)return known
const value=parseJson(body.toString("utf8"))
if(value!==void 0)parsed.set(body,value)
return value}function parseJson(text){try{return JSON.parse(text)}catch{return}}function cleaned(texts){return texts.map(text=>(0,base_text.cleanLine)((0,base_text.withoutTokens)(text))).filter(text=>text!=="")}}),"./http/transport.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{TransportFault:function(){return TransportFault}})
var _base_foreign_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/foreign-error.js")
class TransportFault extends Error{kind
reached
status
constructor(fault){const{cause}=fault
super(fault.message,{cause:cause instanceof TransportFault?cause:(0,_base_foreign_error_js__WEBPACK_IMPORTED_MODULE_0__.wordsOfError)(cause)})
this.name="TransportFault"
this.kind=fault.kind
this.reached=fault.reached
this.status=fault.status}}}),"./inputs/addresses.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{faultOfAddress:function(){return faultOfAddress},faultOfHost:function(){return faultOfHost},isLoopback:function(){return isLoopback},parseGitlabUrl:function(){return parseGitlabUrl},parseProjectAddress:function(){return parseProjectAddress},parseRef:function(){return parseRef}})
var _base_address_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/address.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/scalars.js")
function faultOfAddress(text){const odd=/[^\p{L}\p{M}\p{N}._~:/[\]%+-]/u.exec(text)?.[0]
if(odd!==void 0)return`with ${nameOf(odd)} in it`
const scheme=/^https?(?=:|\/)/i.exec(text)?.[0]
const rest=text.slice(scheme?.length??0)
if(scheme!==void 0&&!/^:\/\/(?!\/)/.test(rest))return`without "://" and a host behind ${scheme}`
if(/^:?\/\//.test(text))return"without a scheme in front of //"
if(text.startsWith("/"))return"without a host in front of the path"
if(/^:\/\/https?(?::|\/|$)/i.test(rest))return"with two schemes"
return}function faultOfHost(url,text){const{hostname}=url
if(hostname.startsWith("["))return
if(/^(?:null|undefined|true|false|object|array)$/i.test(hostname))return"which is no host"
const written=text.replace(/^https?:\/\//i,"").replace(/[:/].*$/s,"")
if(/^\d+(?:\.\d+){3}$/.test(hostname)&&written!==hostname)return"which is a number, and no host"
const labels=hostname.replace(/\.$/,"").split(".")
return labels.every(label=>/^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))?void 0:"with a part of the host that no name has"}const names={'"':'a double quote (")',"'":"a single quote (')","`":"a backtick (`)",",":"a comma (,)",";":"a semicolon (;)"}
function nameOf(character){const code=(character.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,"0")
if(/[\u0021-\u007e]/.test(character))return names[character]??`the character ${character}`
return/[\p{P}\p{S}]/u.test(character)?`the character ${character} (U+${code})`:`the character U+${code}`}const hint="Give the address at which you open GitLab, such as https://gitlab.example.com, gitlab.example.com:8443 or https://example.com/gitlab."
function parseGitlabUrl(given){const text=given.trim()
const why=refusalOfText(text)
if(why!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:why,hint})
const url=urlOf(text)
if(url===void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, which is not a web address`,hint})
const noHost=faultOfHost(url,text)
if(noHost!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, ${noHost}`,hint})
const root=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.withoutEnd)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.withoutEnd)(url.pathname,"/").replace(/\/api\/v4$/,""),"/")
if(url.hostname==="gitlab.com"&&root!=="")return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, but gitlab.com serves GitLab at its root`,hint:"Give https://gitlab.com here, and the path of the project as project_id."})
const gitlabUrl=`${url.origin}${root}`
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({apiUrl:new URL(`${gitlabUrl}/api/v4/`),gitlabUrl})}function isLoopback(url){return url.hostname==="localhost"||url.hostname==="[::1]"||/^127(?:\.\d+){3}$/.test(url.hostname)}function refusalOfText(text){if(text.includes("@"))return"has a user name or a password in it (not shown)"
if(/[?#]/.test(text))return"has a query or a fragment in it (not shown)"
if(/[\s\u0000-\u001f\u007f\\]/u.test(text))return`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, with a space or a backslash in it`
const scheme=/^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
if(scheme!==void 0&&scheme!=="https"&&scheme!=="http")return`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, which is neither https nor http`
const fault=text==="https://"||text==="http://"?void 0:faultOfAddress(text)
return fault===void 0?void 0:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, ${fault}`}function urlOf(text){const url=/^https?:\/\//i.test(text)?text:`https://${text}`
return(0,_base_address_js__WEBPACK_IMPORTED_MODULE_0__.isUrl)(url)?new URL(url):void 0}const projectHint="Give the number of the project, or its full path such as group/app or group/sub/app."
function parseProjectAddress(given){const text=given.trim()
if(/^\d+$/.test(text))return projectId(text)
if(/^[a-z][a-z0-9+.-]*:\/\//i.test(text)||/^[\w.-]+@[\w.-]+:/.test(text))return projectUrl(text)
const decoded=decodedOnce(text)
if(decoded===void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, with a percent sign that encodes nothing`,hint:projectHint})
const path=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.withoutEnd)(decoded.replace(/^\/+/,""),"/")
const why=refusalOfPath(path)
return why===void 0?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({kind:"path",path}):(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, ${why}`,hint:projectHint})}function projectId(text){const id=Number(text)
if(id>0&&Number.isSafeInteger(id)&&!text.startsWith("0"))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({kind:"id",id})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}, which no project can have as its number`,hint:projectHint})}function projectUrl(text){const written=/^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/|[^:]*:)([^?#]*)/i.exec(text)?.[1]
const bare=written?.replace(/\/-\/.*$/,"").replace(/^\/+/,"")
const path=bare===void 0?void 0:(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.withoutEnd)(bare,"/").replace(/\.git$/,"")
const isUsable=path!==void 0&&refusalOfPath(path)===void 0
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:"is an address, not a path",hint:isUsable?`Give only the path of the project: ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(path)}, as it seems; the host belongs in gitlab_url.`:projectHint})}function decodedOnce(text){try{return decodeURIComponent(text)}catch{return}}function refusalOfPath(path){if(path.includes("%"))return"which is percent-encoded twice"
if(!path.includes("/"))return"which has no slash: a name alone could be in any group"
if(!/^[\w./-]+$/.test(path))return'with a character that no path has (letters, digits, ".", "_" and "-" are possible)'
if(/(?:^|\/)\.{0,2}(?:\/|$)/.test(path))return'with an empty part, "." or ".." in it'
return path.endsWith(".git")?"which ends in .git, as only an address for cloning does":void 0}const refHint="Give a branch or a tag, such as main, refs/heads/main or refs/tags/v1."
function parseRef(given){const ref=given.trim()
const problem=problemOf(ref)
return problem===void 0?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(ref):(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)(problem)}function problemOf(ref){if(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref))return{what:"is a commit SHA, and GitLab starts pipelines for branches and tags only",hint:"Give the branch or tag that holds the commit."}
const kind=/^refs\/([^/]*)(?:\/|$)/.exec(ref)?.[1]
if(kind!==void 0&&kind!=="heads"&&kind!=="tags")return foreignRef(ref,kind)
const why=refusalOfName(ref.replace(/^refs\/(?:heads|tags)(?:\/|$)/,""))
return why===void 0?void 0:{what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(ref)}, ${why}`,hint:refHint}}function foreignRef(ref,kind){if(kind==="pull")return{what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(ref)}, which exists on GitHub only`,hint:"Give a branch of the GitLab project; in a pull request, github.head_ref is the short name of its branch."}
const short=kind==="remotes"?/^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1]:void 0
const advice=short===void 0?refHint:`Give the name that it has in GitLab itself: ${short}, or refs/heads/${short}.`
return{what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(ref)}, which is neither a branch nor a tag`,hint:advice}}function refusalOfName(name){if(name==="")return"which names nothing"
if(/[\s\u0000-\u001f\u007f]/u.test(name))return"with a space or a control character in it"
if(/[~^:?*[\\]/.test(name))return"with one of ~ ^ : ? * [ \\ in it"
if(/\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|^[-./]|[./]$|^@$/.test(name))return'which git does not allow as a name (because of "..", "@{", "//", ".lock", or what it begins or ends with)'
return}}),"./inputs/ca-certificate.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{parseCaCertificate:function(){return parseCaCertificate},readableFile:function(){return readableFile}})
var _base_encoding_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/encoding.js")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/errors.js")
var _base_files_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/files.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/scalars.js")
async function readableFile(files,path){try{return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)((await files.readText(path)).replace(/^\ufeff/,""))}catch(error){if(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__.AbortedError)throw error
if(error instanceof _base_files_js__WEBPACK_IMPORTED_MODULE_2__.FileTooLargeError)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({at:` ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.shownText)(path)}`,what:error.why,hint:"Give the path of a text file."})
if(error instanceof _base_encoding_js__WEBPACK_IMPORTED_MODULE_0__.UnfitTextError){const hint="Save the file as UTF-8, or as UTF-16 with a byte order mark."
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({at:` ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.shownText)(path)}`,what:error.why,hint})}if(codeOf(error)==="ELOOP")return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({at:` ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.shownText)(path)}`,what:"is a symbolic link, or leads through one, which may have come with a checkout and is not followed",hint:"Give the path of the file that it leads to; outside of the working folder, links are followed."})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({at:` ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.shownText)(path)}`,what:`cannot be read (${codeOf(error)})`,hint:"Give the path of a UTF-8 text file, relative to the working directory or absolute."})}}function codeOf(error){const hasCode=typeof error==="object"&&error!==null&&"code"in error
return hasCode&&typeof error.code==="string"?error.code:"no error code"}const hint="Give the text of one or more certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept, or the path of a file with them."
async function parseCaCertificate(given,files){const text=given.trim()
if(text.includes("-----BEGIN"))return certificatesOf(text)
const isPath=!/[\r\n]/.test(text)&&text.length<=longestPath
const file=isPath?await readableFile(files,text):neither
if(file.kind==="ok")return certificatesOf(file.value)
const what=whatOfBase64(text)
return what===void 0?file:(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what,hint:decodeHint})}const neither=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:"is neither a certificate nor a path (not shown)",hint})
const longestPath=4096
const decodeHint="Decode it first (base64 -d), or give the text of the certificate itself, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept."
function whatOfBase64(text){const lines=text.replaceAll(/[\r\n]/g,"")
if(lines.length<200||!/^[A-Za-z0-9+/_-]+={0,2}$/.test(lines))return
if(text.startsWith("LS0tLS1CRUdJTi"))return"is a text of certificates in base64, not the text itself (not shown)"
if(lines!==text)return
return text.startsWith("MII")?"is a certificate in base64 without its lines BEGIN and END (not shown)":"is neither a certificate nor a path, but a text in base64 (not shown)"}async function certificatesOf(text){if(/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:"holds a private key",hint:`Take it out, and replace it if others could see it. ${hint}`})
const blocks=text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g)??[]
if(blocks.length===0||blocks.length!==text.split("-----BEGIN CERTIFICATE-----").length-1)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:"holds no certificate, or one that is cut off (not shown)",hint})
const{X509Certificate}=await Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"node:crypto?c69d"))
const bad=blocks.findIndex(block=>!isReadable(()=>new X509Certificate(block)))
if(bad>=0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:`holds a certificate that cannot be read, number ${bad+1}`,hint})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(`${blocks.join("\n")}\n`)}function isReadable(read){try{read()
return true}catch{return false}}}),"./inputs/commands/host-needs.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{checkCaller:function(){return checkCaller},unservedInputs:function(){return unservedInputs}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _model_caller_context_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/caller-context.js")
var _table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/table.js")
function unservedInputs({supersede,forwardContext,report},{inputs,context,summary}){const caller=context()
const{ci,...known}=caller
const warnings=[]
if(supersede===true&&!(0,_model_caller_context_js__WEBPACK_IMPORTED_MODULE_1__.identifiesCaller)(caller)){const{what,why,hint}=unidentified(caller)
warnings.push(`${what}: ${why} ${hint}`)}if(forwardContext===true&&Object.values(known).every(value=>value===void 0))warnings.push(`forward_context: ${ci} tells nothing about its run, so that the pipeline gets only UPSTREAM_CI. Give what it needs as variables.`)
if(report.summary&&summary.hasPlace===false&&!(0,_table_js__WEBPACK_IMPORTED_MODULE_2__.isBlank)(inputs.read("summary")))warnings.push(`summary: ${ci} shows no reports, so that nobody sees this one. The command writes it to the path in --summary-file.`)
return warnings}function checkCaller(caller){if((0,_model_caller_context_js__WEBPACK_IMPORTED_MODULE_1__.identifiesCaller)(caller))return
const{what,why,hint}=unidentified(caller)
throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`${what}, so nothing was started`,why,hint})}function unidentified({ci,repository,workflow}){const missing=[...repository===void 0?["repository"]:[],...workflow===void 0?["workflow"]:[]]
return{what:"supersede: the older pipelines of this caller cannot be recognized",why:`They carry the repository and the workflow of the run that started them, and ${ci} does not tell the ${missing.join(" and the ")}.`,hint:"Set supersede to false; an older pipeline is ended by the command cancel with its pipeline_id."}}}),"./inputs/commands/trigger.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{checkTable:function(){return checkTable},parseTriggerRequest:function(){return parseTriggerRequest},triggerTable:function(){return triggerTable}})
var addresses=__webpack_require__("./inputs/addresses.js")
var connection=__webpack_require__("./inputs/connection.js")
var feedback=__webpack_require__("./inputs/feedback.js")
var follow=__webpack_require__("./inputs/follow.js")
var needs_wait=__webpack_require__("./inputs/needs-wait.js")
var parsing=__webpack_require__("./inputs/parsing.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var base_document=__webpack_require__("./base/document.js")
var scalars=__webpack_require__("./inputs/scalars.js")
const maxAliases=100
const plainTags=new Set(["str","int","float","bool","null","map","seq"].map(name=>`tag:yaml.org,2002:${name}`))
const nothing={kind:"null"}
async function parseYaml(text){const yaml=await __webpack_require__.e("yaml").then(__webpack_require__.t.bind(__webpack_require__,"../../node_modules/yaml/dist/index.js",19))
const tokens=Array.from((new yaml.Parser).parse(text))
if(tokens.some(token=>(0,base_document.isDeeperThan)(100+1,token)))return(0,parsing.wrong)(tooDeep)
const[document,second]=Array.from(new yaml.Composer({uniqueKeys:false}).compose(tokens,true,text.length))
const[error]=document?.errors??[]
if(error!==void 0)return(0,parsing.wrong)(syntaxProblem((0,base_document.placeOf)(text,error.pos[0]),error.code))
if(second!==void 0)return(0,parsing.wrong)(secondDocument((0,base_document.placeOf)(text,second.range[0])))
const contents=document?.contents??void 0
if(document===void 0||contents===void 0)return(0,parsing.ok)({kind:"map",entries:[]})
const reader={yaml,document,text,problems:[],aliases:0}
const node=readNode(reader,contents,0)
return(0,parsing.okUnless)(reader.problems,node)}function readNode(reader,node,depth){const{yaml}=reader
if(node===null)return nothing
if(!yaml.isNode(node))return refuse(reader,void 0,"is not plain YAML")
if(depth>100)return refuse(reader,node,`is nested deeper than ${100} levels`)
if(yaml.isAlias(node))return readAlias(reader,node,depth)
if(node.tag!==void 0&&!plainTags.has(node.tag))return refuse(reader,node,"has a tag")
if(yaml.isMap(node))return{kind:"map",entries:readEntries(reader,node,depth)}
if(yaml.isSeq(node))return{kind:"list",items:node.items.map(item=>readNode(reader,item,depth+1))}
return yaml.isScalar(node)?readScalar(reader,node):refuse(reader,node,"is not plain YAML")}function readEntries(reader,map,depth){return map.items.flatMap(({key,value})=>{if(!reader.yaml.isScalar(key)||typeof key.value!=="string"){refuse(reader,key,"has a key that is not a text (put it in quotes)")
return[]}if(key.value==="<<"&&key.type==="PLAIN"){refuse(reader,key,"has a merge key")
return[]}return[{key:key.value,value:readNode(reader,value,depth+1)}]})}function readScalar(reader,scalar){const{value,source}=scalar
if(typeof value==="string")return{kind:"text",text:value}
if(typeof value==="number")return{kind:"number",value,source:source??String(value)}
if(typeof value==="boolean")return{kind:"boolean",value,source:source??String(value)}
return value===null?nothing:refuse(reader,scalar,"is a date, binary or of another special kind")}function readAlias(reader,alias,depth){reader.aliases+=1
if(reader.aliases>maxAliases)return reader.aliases===maxAliases+1?refuse(reader,alias,`has more than ${maxAliases} aliases`):nothing
const target=alias.resolve(reader.document)
return target===void 0?refuse(reader,alias,"has an alias of nothing"):readNode(reader,target,depth+1)}function refuse(reader,node,what){const offset=reader.yaml.isNode(node)?node.range?.[0]:void 0
reader.problems.push({at:offset===void 0?void 0:(0,base_document.placeOf)(reader.text,offset),what,hint:"Use plain YAML: texts, numbers, true, false, lists and maps."})
return nothing}const tooDeep={what:`is nested deeper than ${100} levels`,hint:"Put quotes around values that start with brackets."}
function secondDocument(at){return{at,what:"starts a second document (not shown)",hint:'Give one document, without a line "---" between.'}}function syntaxProblem(at,code){return{at,what:"is not valid YAML (not shown)",hint:hintOf(code)}}function hintOf(code){if(code==="TAB_AS_INDENT")return"Indent with spaces, not tabs."
if(code==="BAD_DQ_ESCAPE")return"In double quotes a backslash has to be written twice; or use single quotes."
return'Write one "KEY: value" a line, all with the same indentation, and put values with special characters in quotes.'}async function parseMap(text){const document=text.trimStart().startsWith("{")?parseJson(text):await parseYaml(text)
if(document.kind==="wrong"){const problems=document.problems.map(problem=>problem.what.startsWith("is not valid YAML")?{...problem,hint:`${problem.hint} ${pasteHint}`}:problem)
return(0,parsing.wrongAll)(problems)}const node=document.value
if(node.kind==="null")return(0,parsing.ok)({kind:"map",entries:[]})
if(node.kind==="map")return(0,parsing.okUnless)([],node)
return(0,parsing.wrong)({what:`is ${kindName(node)}, not a map (not shown)`,hint:'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).'})}function kindName(node){if(node.kind!=="list")return"a single value"
return node.items.length===0?"an empty list":"a list"}const pasteHint='If "${{ … }}" stands inside quotes in it, the text that was pasted in has quotes or line ends of its own: write ${{ toJSON(…) }} in its place, without quotes around it.'
function parseJson(text){const reading=(0,base_document.readJson)(text)
if(reading.kind==="ok")return(0,parsing.ok)(reading.node)
return(0,parsing.wrong)({at:(0,base_document.placeOf)(text,reading.offset),what:"is where the text stops being valid JSON (not shown)",hint:`A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than ${100} levels. ${pasteHint}`})}function repeatedKeys(map,at){const seen=new Set
const repeated=new Set
for(const{key}of map.entries)(seen.has(key)?repeated:seen).add(key)
return Array.from(repeated,key=>({at:`${at}.${(0,scalars.shownKey)(key)}`,what:"is given more than once",hint:"Give each key once."}))}const halfCharacter={what:"has half a character in it (a lone surrogate)",hint:"Write the whole character, or both halves of it."}
async function parsePipelineInputs(given){const map=await parseMap(given)
if(map.kind==="wrong")return map
const problems=[]
const values=jsonMapOf(map.value,{path:"",problems})
return(0,parsing.okUnless)(problems,values)}function jsonMapOf(map,place){for(const problem of repeatedKeys(map,place.path))place.problems.push(problem)
return Object.fromEntries(map.entries.map(({key,value})=>[key,jsonOf(value,inside(place,(0,scalars.shownKey)(key)))]))}function jsonOf(node,place){switch(node.kind){case"text":if(/\p{Surrogate}/u.test(node.text))place.problems.push({at:place.path,...halfCharacter})
return node.text
case"boolean":return node.value
case"null":return null
case"number":checkNumber(node,place)
return node.value
case"list":return node.items.map((item,index)=>jsonOf(item,inside(place,String(index))))
case"map":return jsonMapOf(node,place)
default:return(0,assert_never.assertNever)(node)}}function checkNumber(number,place){if(Number.isFinite(number.value)&&!losesDigits(number))return
place.problems.push({at:place.path,what:"is a number that cannot be sent exactly",hint:"Put it in quotes to send it as text, or give a finite number of at most 15 digits."})}function losesDigits({value,source}){const isWhole=/^(?:[+-]?\d+|0x[\da-f]+|0o[0-7]+)$/i.test(source)
return isWhole&&BigInt(source).toString()!==String(value)}function inside(place,key){return{path:`${place.path}.${key}`,problems:place.problems}}var results=__webpack_require__("./inputs/results.js")
var secret_in_address=__webpack_require__("./inputs/secret-in-address.js")
var table=__webpack_require__("./inputs/table.js")
var tokens_and_headers=__webpack_require__("./inputs/tokens-and-headers.js")
var ca_certificate=__webpack_require__("./inputs/ca-certificate.js")
const variableNameHint="A name has 1 to 255 characters out of A-Z, a-z, 0-9 and _."
function refusalOfVariableName(name){if(name==="TRIGGER_PAYLOAD")return"is a variable that GitLab itself sets in every triggered pipeline"
if(name.trim()!==name)return"has white space around its name"
return/^[A-Za-z0-9_]{1,255}$/.test(name)?void 0:"is not a name that GitLab accepts"}function isKeyValueText(text){const first=text.split("\n").find(isTelling)
return first!==void 0&&/^[^=:"'{}[\]]*=/.test(first)}function parseKeyValueLines(text){const variables=new Map
const problems=[]
for(const[index,rawLine]of text.split("\n").entries()){if(!isTelling(rawLine))continue
const line=rawLine.replace(/\r$/,"")
const equals=line.indexOf("=")
const name=line.slice(0,Math.max(0,equals))
const problem=equals<0?notKeyValue:problemOfName(name,variables)
if(problem===void 0)variables.set(name,line.slice(equals+1))
else problems.push({at:` (line ${index+1})`,...problem})}return(0,parsing.okUnless)(problems,Object.fromEntries(variables))}const notKeyValue={what:"is not KEY=VALUE (not shown)",hint:"Write one KEY=VALUE a line; for values of several lines give a YAML map (KEY: ${{ toJSON(…) }}) or a JSON object."}
function isTelling(line){return line.trim()!==""&&!line.trimStart().startsWith("#")}function problemOfName(name,known){if(known.has(name))return{what:`gives ${name} more than once`,hint:"Give each variable once."}
if(name==="TRIGGER_PAYLOAD")return{what:"sets TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline",hint:"Choose another name."}
return refusalOfVariableName(name)===void 0?void 0:{what:'has no valid name before "=" (not shown)',hint:`${variableNameHint} No space is allowed around it.`}}async function parseVariables(given){const text=given.replace(/^\ufeff/,"")
if(isKeyValueText(text))return parseKeyValueLines(text)
const map=await parseMap(text)
if(map.kind==="wrong")return map
const problems=[...repeatedKeys(map.value,""),...map.value.entries.flatMap(problemsOfEntry)]
return(0,parsing.okUnless)(problems,Object.fromEntries(map.value.entries.map(({key,value})=>[key,textOf(value)])))}async function parseVariablesFiles(given,files){const paths=given.split(/\r?\n/).flatMap(line=>line.trim()===""?[]:[line.trim()])
const outcomes=await Promise.all(paths.map(path=>parseVariablesFile(path,files)))
const problems=outcomes.flatMap(outcome=>outcome.kind==="wrong"?outcome.problems:[])
const entries=outcomes.flatMap(outcome=>outcome.kind==="ok"?Object.entries(outcome.value):[])
return(0,parsing.okUnless)(problems,Object.fromEntries(entries))}async function parseVariablesFile(path,files){const file=await(0,ca_certificate.readableFile)(files,path)
if(file.kind==="wrong")return file
if(file.value.trim()==="")return(0,parsing.ok)({})
const variables=await parseVariables(file.value)
if(variables.kind==="ok")return variables
return(0,parsing.wrongAll)(variables.problems.map(problem=>({...problem,at:` ${(0,scalars.shownText)(path)}${problem.at??""}`})))}function problemsOfEntry({key,value}){const at=`.${(0,scalars.shownKey)(key)}`
const why=refusalOfVariableName(key)
const nameProblems=why===void 0?[]:[{at,what:why,hint:variableNameHint}]
return[...nameProblems,...problemsOfValue(value,at)]}function problemsOfValue(value,at){switch(value.kind){case"text":return/\p{Surrogate}/u.test(value.text)?[{at,...halfCharacter}]:[]
case"number":case"boolean":return[]
case"null":return[{at,what:"has no value",hint:'Write "" for an empty value.'}]
case"list":return[nested(value.items.length===0?at:`${at}.0`)]
case"map":{const[first]=value.entries
return[nested(first===void 0?at:`${at}.${(0,scalars.shownKey)(first.key)}`)]}default:return(0,assert_never.assertNever)(value)}}function nested(at){return{at,what:"is nested, but a variable is one text",hint:"Give each part its own variable, write the value as JSON in quotes, or use inputs, which keep lists."}}function textOf(value){switch(value.kind){case"text":return value.text
case"number":case"boolean":return value.source
case"null":case"list":case"map":return""
default:return(0,assert_never.assertNever)(value)}}const commitWaitInputs={wait_for_commit:{required:"never",default:void 0,description:"Maximum time to wait, before the start, until ref in GitLab is at expected_sha (a mirror may lag): 1s to 14d. If the commit does not arrive, nothing is started. Needs expected_sha, and access_token with the scope read_api unless the project is public.",secret:"none",parse:(0,scalars.durationWithin)({shortest:"1s",longest:"14d"})},accept_newer_commit:{required:"never",default:"false",description:"With wait_for_commit: go on when ref has moved on and has expected_sha in its past. Otherwise the step fails then, and starts nothing.",secret:"none",parse:scalars.parseBoolean},sync_mirror:{required:"never",default:"false",description:"With wait_for_commit: ask GitLab to pull its mirror when the commit is not there. Needs a pull mirror (GitLab Premium), and access_token with the scope api of a Maintainer. GitLab pulls at most every five minutes.",secret:"none",parse:scalars.parseBoolean}}
function commitWaitOf(reading){const read=(0,parsing.all)({timeoutMs:reading.wait_for_commit,acceptNewer:reading.accept_newer_commit,syncMirror:reading.sync_mirror})
return(0,parsing.andThen)(read,({timeoutMs,acceptNewer,syncMirror})=>{const problems=[]
const given={accept_newer_commit:acceptNewer,sync_mirror:syncMirror}
for(const[at,isOn]of Object.entries(given)){if(!isOn||timeoutMs!==void 0)continue
problems.push({at,what:"is true, but wait_for_commit was not given, and nothing is waited for without it",hint:`Give wait_for_commit, such as 10m, or set ${at} to false.`})}if(timeoutMs!==void 0&&(0,follow.isAbsent)(reading.expected_sha))problems.push({at:"wait_for_commit",what:"was given, but expected_sha was not, so there is no commit to wait for",hint:"Give expected_sha, such as github.sha (in a pull request github.event.pull_request.head.sha)."})
if(syncMirror&&(0,follow.isAbsent)(reading.access_token))problems.push({at:"sync_mirror",what:"is true, but access_token was not given, and no other token may have GitLab pull a mirror",hint:"Give access_token with the scope api, of a Maintainer, or set sync_mirror to false."})
const wait=timeoutMs===void 0?void 0:{timeoutMs,acceptNewer,syncMirror}
return(0,parsing.okUnless)(problems,wait)})}const expression="${{ toJSON(matrix) }}"
const rerunInputs={on_rerun:{required:"never",default:"new",description:"What a re-run of this step does in a later attempt of the same run: start a new pipeline; follow the one of the earlier attempt if it runs or has passed; or retry what failed in it and follow it. The last two need token, and access_token that may read pipeline variables. See docs/reruns.md.",secret:"none",parse:(0,scalars.oneOf)(["new","follow","retry"])},rerun_key:{required:"never",default:expression,description:"With on_rerun: a text of your own that tells this step from others of the same run that ask for the same pipeline, the same in all attempts. An action takes the values of its matrix.",secret:"none",lines:"many",parse:given=>{if(given.trim()===expression)return(0,parsing.ok)(void 0)
if(!given.includes("\0"))return(0,parsing.ok)(given.trim())
return(0,parsing.wrong)({what:"has a zero byte in it",hint:"Give a text, such as the name of the leg of a matrix."})}}}
function rerunOf(reading){return(0,parsing.andThen)((0,parsing.all)({mode:reading.on_rerun,key:reading.rerun_key}),({mode,key})=>{if(mode==="new")return(0,parsing.ok)(void 0)
const problems=[]
if((0,follow.isAbsent)(reading.access_token)){const use=mode==="retry"?"find and retry":"find"
problems.push({at:"on_rerun",what:`is ${mode}, but access_token was not given, and no other token may ${use} the pipeline of an earlier attempt`,hint:`Give access_token with the scope ${mode==="retry"?"api":"read_api"}, of a Maintainer or of the owner of the trigger token; or set on_rerun to new.`})}if((0,follow.isAbsent)(reading.token))problems.push({at:"on_rerun",what:`is ${mode}, but token was not given, and a pipeline created with access_token has no mark to recognize it by`,hint:"Give token (a pipeline trigger token) beside access_token, or set on_rerun to new."})
return(0,parsing.okUnless)(problems,{mode,key})})}const triggerTable={gitlab_url:connection.connectionInputs.gitlab_url,project_id:connection.projectInput,ref:{required:"always",default:void 0,description:"Branch or tag to run on: its short name, or refs/heads/... or refs/tags/.... GitLab does not start pipelines for a commit SHA.",secret:"none",parse:addresses.parseRef},token:{required:"never",default:void 0,description:"Pipeline trigger token of the project, from a secret; or the CI_JOB_TOKEN of a running GitLab job.",secret:"all",parse:tokens_and_headers.parseTriggerToken},access_token:connection.accessTokenInput,variables:{required:"never",default:void 0,description:"Pipeline variables: a JSON object, a YAML map, or KEY=VALUE lines. In a line, everything after the first = is the value, quotes included. Numbers and booleans are sent as they are written.",secret:"none",lines:"many",parse:parseVariables},variables_file:{required:"never",default:void 0,description:"Paths of files with variables in the same formats, one a line. Later files win over earlier ones, and variables wins over all files.",secret:"none",lines:"many",parse:parseVariablesFiles},inputs:{required:"never",default:void 0,description:"Typed pipeline inputs (spec:inputs of the CI configuration): a JSON object or a YAML map. Numbers, booleans and lists keep their types. Needs GitLab 17.11 or newer.",secret:"none",lines:"many",parse:parsePipelineInputs},forward_context:{required:"never",default:"false",description:"Add what is known of this run (repository, commit, ref, actor, links, pull request) as variables UPSTREAM_..., see docs/context.md. Your own variables win.",secret:"none",parse:scalars.parseBoolean},expected_sha:follow.expectedShaInput,...commitWaitInputs,dry_run:{required:"never",default:"false",description:"Check everything that starting the pipeline needs, and start nothing: tokens, project, ref, CI configuration, rules. The step fails when a check does.",secret:"none",
parse:scalars.parseBoolean},wait:{required:"never",default:"false",description:"Follow the pipeline to its end, and pass or fail with it.",secret:"none",parse:scalars.parseBoolean},...(0,needs_wait.withWaitNeeds)(follow.followInputs),supersede:{required:"never",default:"false",description:"Cancel older running pipelines that the same workflow job started from the same branch or pull request for the same project and ref. Needs token, and access_token with the scope api that may read pipeline variables: of a Maintainer, or of the owner of the trigger token.",secret:"none",parse:scalars.parseBoolean},...rerunInputs,...(0,needs_wait.withWaitNeeds)(results.reportInputs),...(0,needs_wait.withWaitNeeds)(results.resultsInputs),...(0,needs_wait.withWaitNeeds)(feedback.feedbackInputs),ca_certificate:connection.connectionInputs.ca_certificate,request_headers:connection.connectionInputs.request_headers,request_timeout:connection.connectionInputs.request_timeout,allow_http:connection.connectionInputs.allow_http};(0,table.inputDescriptions)(triggerTable)
async function parseTriggerRequest(source,files){const reading=await(0,secret_in_address.readSentInputs)(triggerTable,{source,files})
const waitNeeds=await(0,needs_wait.waitNeedsMet)({table:triggerTable,reading},{source,files})
const request=(0,parsing.all)({connection:(0,connection.connectionOf)(reading),project:reading.project_id,ref:reading.ref,credentials:(0,tokens_and_headers.credentialsOf)(reading),variables:variablesOf(reading),pipelineInputs:(0,parsing.andThen)(reading.inputs,inputs=>(0,parsing.ok)(inputs??{})),forwardContext:reading.forward_context,dryRun:reading.dry_run,expectedSha:reading.expected_sha,commitWait:commitWaitOf(reading),follow:followIfWaiting(reading),supersede:supersedeOf(reading),rerun:rerunOf(reading),report:(0,results.reportOf)(reading),results:(0,results.resultsOf)(reading),feedback:(0,feedback.feedbackOf)(reading)})
return(0,table.parsedOf)((0,parsing.andThen)((0,parsing.all)({request,waitNeeds}),({request:checked})=>(0,parsing.ok)(checked)))}function variablesOf(reading){const both=(0,parsing.all)({fromText:reading.variables,fromFiles:reading.variables_file})
return(0,parsing.andThen)(both,({fromText,fromFiles})=>(0,parsing.ok)({...fromFiles,...fromText}))}function followIfWaiting(reading){const both=(0,parsing.all)({wait:reading.wait,follow:(0,follow.followOf)(reading)})
return(0,parsing.andThen)(both,({wait,follow})=>(0,parsing.ok)(wait?follow:void 0))}function supersedeOf(reading){return(0,parsing.andThen)(reading.supersede,supersede=>{if(!supersede)return(0,parsing.ok)(supersede)
if((0,follow.isAbsent)(reading.access_token))return(0,parsing.wrong)({at:"supersede",what:"is true, but access_token was not given, and no other token may find and cancel pipelines",hint:"Give access_token with the scope api, of a Maintainer or of the owner of the trigger token; or set supersede to false."})
if((0,follow.isAbsent)(reading.token))return(0,parsing.wrong)({at:"supersede",what:"is true, but token was not given, and a pipeline created with access_token has no mark to recognize it by",hint:"Give token (a pipeline trigger token) beside access_token, or set supersede to false."})
return(0,parsing.ok)(supersede)})}const checkTable=Object.fromEntries(Object.entries(triggerTable).filter(([name])=>name!=="dry_run"))}),"./inputs/connection.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{accessTokenInput:function(){return accessTokenInput},connectionInputs:function(){return connectionInputs},connectionOf:function(){return connectionOf}})
var _addresses_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/addresses.js")
var _ca_certificate_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/ca-certificate.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/scalars.js")
var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/tokens-and-headers.js")
const connectionInputs={gitlab_url:{required:"never",default:"https://gitlab.com",description:"Where GitLab is: a URL, a host, or host:port; with a path if GitLab is served under one (https://example.com/gitlab). Without a scheme https is used, for localhost too. Plain http is refused unless the host is loopback or allow_http is true.",secret:"url_credentials",parse:_addresses_js__WEBPACK_IMPORTED_MODULE_0__.parseGitlabUrl},request_timeout:{required:"never",default:"30s",description:"Limit for one request, from connecting to the last byte of the answer: 1s to 10m.",secret:"none",parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.durationWithin)({shortest:"1s",longest:"10m"})},ca_certificate:{required:"never",default:void 0,description:"Certificate authorities to trust beside those of the system: PEM text, or the path of a PEM file.",secret:"none",parse:_ca_certificate_js__WEBPACK_IMPORTED_MODULE_1__.parseCaCertificate},request_headers:{required:"never",default:void 0,description:'Headers for every request to GitLab, one "Name: value" a line, for gateways in front of it. Values are masked in the log.',secret:"header_values",lines:"many",parse:_tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__.parseRequestHeaders},allow_http:{required:"never",default:"false",description:"Allow plain http to hosts other than loopback. Everyone on the network path can then read the tokens.",secret:"none",parse:_scalars_js__WEBPACK_IMPORTED_MODULE_3__.parseBoolean}}
const projectInput={required:"always",default:void 0,description:"The GitLab project: its number, or its full path such as group/sub/app.",secret:"none",parse:_addresses_js__WEBPACK_IMPORTED_MODULE_0__.parseProjectAddress}
const accessTokenInput={required:"never",default:void 0,description:"Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines, plays jobs, and, without token, creates the pipeline.",secret:"all",parse:_tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__.parseAccessToken}
function connectionOf(reading){const inputs=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.all)({address:reading.gitlab_url,requestTimeoutMs:reading.request_timeout,caCertificate:reading.ca_certificate,requestHeaders:reading.request_headers,allowHttp:reading.allow_http})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.andThen)(inputs,({address,requestTimeoutMs,caCertificate,requestHeaders=[],allowHttp})=>{const{apiUrl,gitlabUrl}=address
if(apiUrl.protocol==="http:"&&!allowHttp&&!(0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__.isLoopback)(apiUrl))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({at:"gitlab_url",what:`is ${gitlabUrl}, and plain http would expose the tokens to everyone on the network path`,hint:"Use https, or set allow_http to true if you accept that."})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({apiUrl,gitlabUrl,requestTimeoutMs,caCertificate,requestHeaders})})}const pipelineAddressInputs={project_id:projectInput,pipeline_id:{required:"always",default:void 0,description:"Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.",secret:"none",parse:_scalars_js__WEBPACK_IMPORTED_MODULE_3__.parsePipelineId}}
__webpack_require__.d(__webpack_exports__,["pipelineAddressInputs",0,pipelineAddressInputs,"projectInput",0,projectInput])}),"./inputs/feedback.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{feedbackInputs:function(){return feedbackInputs},feedbackOf:function(){return feedbackOf},parseFeedbackRequest:function(){return parseFeedbackRequest}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/needs-wait.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/scalars.js")
var _table_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/table.js")
var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./inputs/tokens-and-headers.js")
const feedbackInputs={github_token:{required:"never",default:void 0,description:"Token for comment and commit_status: github.token will do, with the permissions pull-requests: write and statuses: write. Sent only to the API of the host that runs the workflow.",secret:"all",parse:_tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_5__.parseGitHubToken},comment:{required:"never",default:"false",description:"Keep one comment on the pull request up to date with the pipeline: true; or a name of its own, where several steps or a matrix comment on the same pull request. Needs github_token.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_1__.telling,parse:parseComment},commit_status:{required:"never",default:void 0,description:"Name of a commit status to set: pending while the pipeline runs, then success, failure or error, with a link to it. Needs github_token.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_1__.telling,parse:parseStatusName}}
function feedbackOf(reading){const given=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.all)({token:reading.github_token,comment:reading.comment,commitStatus:reading.commit_status})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.andThen)(given,({token,comment,commitStatus})=>{if(comment.kind==="none"&&commitStatus===void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(void 0)
if(token!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({token,comment,commitStatus})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({at:comment.kind==="none"?"commit_status":"comment",what:"was given, but github_token was not",hint:"Give github_token: ${{ github.token }}, and under permissions: of the job what it needs (pull-requests: write for comment, statuses: write for commit_status)."})})}async function parseFeedbackRequest(source,files){const reading=await(0,_table_js__WEBPACK_IMPORTED_MODULE_4__.readInputs)(feedbackInputs,{source,files})
return(0,_table_js__WEBPACK_IMPORTED_MODULE_4__.parsedOf)(feedbackOf(reading)).request}const mostNameCharacters=100
const almostBoolean=/^(?:y|yes|n|no|on|off|0|1|none|null|undefined|object|array)$/i
function parseComment(given){const text=given.trim()
if(/^(?:true|True|TRUE)$/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({kind:"kept",name:void 0})
if(/^(?:false|False|FALSE)$/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({kind:"none"})
if(almostBoolean.test(text)||(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.nearestName)(text.slice(0,30),["true","false"])!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}`,hint:"Give true or false, or a name for the comment."})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.andThen)(parseName(text),name=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({kind:"kept",name}))}function parseStatusName(given){const text=given.trim()
if(almostBoolean.test(text)||/^(?:true|false)$/i.test(text)){const hint="Give the name that the status is to have, such as gitlab; without one there is no status."
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}`,hint})}return parseName(text)}function parseName(text){if((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.tokensIn)(text).length>0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:"holds a token (not shown)",hint:"Give a name that is not a secret."})
if((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(text,mostNameCharacters)===text)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(text)
const hint=`Give a name on one line, of at most ${mostNameCharacters} characters.`
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__.shownText)(text)}`,hint})}}),"./inputs/follow.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{expectedShaInput:function(){return expectedShaInput},followInputs:function(){return followInputs},followOf:function(){return followOf},isAbsent:function(){return isAbsent}})
var job_lines=__webpack_require__("./inputs/job-lines.js")
var needs_wait=__webpack_require__("./inputs/needs-wait.js")
var parsing=__webpack_require__("./inputs/parsing.js")
var base_text=__webpack_require__("./base/text.js")
var failure_reasons=__webpack_require__("./model/failure-reasons.js")
var scalars=__webpack_require__("./inputs/scalars.js")
const mostRetries=10
const groupName="infrastructure"
const retryFailedInputs={retry_failed:{required:"never",default:"0",description:`How often each failed job of the followed pipeline is retried when it failed for one of the reasons in retry_on: 0 to ${mostRetries}. Needs access_token with the scope api.`,secret:"none",needsWait:needs_wait.following,parse:(0,scalars.wholeNumberWithin)({least:0,most:mostRetries})},retry_on:{required:"never",default:groupName,description:"With retry_failed: the failure reasons for which a job is retried, in the words of GitLab (such as runner_system_failure), separated by commas, spaces or lines. infrastructure stands for all that lie with GitLab and its runners; script_failure is not among them.",secret:"none",lines:"many",needsWait:needs_wait.following,parse:parseReasons}}
function retryFailedOf(reading,{hasAccessToken}){const both=(0,parsing.all)({most:reading.retry_failed,reasons:reading.retry_on})
return(0,parsing.andThen)(both,({most,reasons})=>{if(most===0)return(0,parsing.ok)(void 0,isUsual(reasons)?[]:[unused])
if(hasAccessToken)return(0,parsing.ok)({most,reasons})
return(0,parsing.wrong)({at:"retry_failed",what:`is ${most}, but access_token was not given, and no other token may retry jobs`,hint:"Give access_token with the scope api, or set retry_failed to 0."})})}const unused="retry_on was given, but retry_failed is 0, so that nothing is retried"
function isUsual(reasons){return reasons.size===failure_reasons.infrastructureReasons.length&&failure_reasons.infrastructureReasons.every(each=>reasons.has(each))}function parseReasons(given){const words=given.split(/[\s,]+/u).filter(word=>word!=="")
if(words.length===0)return(0,parsing.wrong)({what:"names no reason",hint:`Give ${groupName}, or reasons such as ${examples}.`})
const problems=words.filter(word=>!isReason(word)).map(unfitReason)
if(problems.length>0)return(0,parsing.wrongAll)(problems)
const reasons=new Set(words.flatMap(word=>word===groupName?failure_reasons.infrastructureReasons:[word]))
const unknown=words.filter(word=>word!==groupName&&!failure_reasons.knownReasons.includes(word))
return(0,parsing.ok)(reasons,unknown.map(word=>`has ${(0,scalars.shownText)(word)}, which is no failure reason that this version knows${nearest(word)}`))}function isReason(word){return word===groupName||word.length<=100&&/^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(word)}const examples="runner_system_failure"
function unfitReason(word){return{what:`has ${(0,scalars.shownText)(word)}, which is no failure reason`,hint:`Give ${groupName}, or reasons in GitLab's words, such as ${examples}.`}}function nearest(word){const name=(0,base_text.nearestName)(word.slice(0,60),[groupName,...failure_reasons.knownReasons])
return name===void 0?"":`; did you mean ${name}?`}const expectedShaInput={required:"never",default:void 0,description:"Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If GitLab runs another one, the step fails, and the pipeline is canceled if access_token has the scope api.",secret:"none",parse:scalars.parseExpectedSha}
const followInputs={jobs:{required:"never",default:void 0,description:"Jobs to wait for, one name or glob a line, at most 100; * stands for any text, ? for one character. The verdict is about these only, and comes as soon as they have ended. Without it the whole pipeline counts.",secret:"none",lines:"many",needsWait:needs_wait.following,parse:job_lines.parseJobPatterns},accept:{required:"never",default:"success, warnings",description:"Outcomes that make the step pass: any of success, warnings, skipped, canceled, manual, failed, or any for all of them; separated by commas, spaces or lines.",secret:"none",lines:"many",needsWait:needs_wait.following,parse:scalars.parseAcceptedOutcomes},on_manual:{required:"never",default:"stop",description:"What to do when a manual job blocks the pipeline: stop with the outcome manual, wait until a user plays the job, or play it (needs access_token with the scope api).",secret:"none",needsWait:needs_wait.following,parse:(0,scalars.oneOf)(["stop","wait","play"])},...retryFailedInputs,downstream:{required:"never",default:"show",description:"Child and downstream pipelines: ignore them, show them in the log and the report, or require their outcomes to be accepted too.",secret:"none",needsWait:needs_wait.following,parse:(0,scalars.oneOf)(["ignore","show","require"])},timeout:{required:"never",default:"1h",description:"Limit for the whole wait, 1s to 14d, written like 90s, 15m or 1h30m. A number without a unit is refused.",secret:"none",needsWait:needs_wait.following,parse:(0,scalars.durationWithin)({shortest:"1s",longest:"14d"})},queue_timeout:{required:"never",default:void 0,description:"Limit for the time before the first job runs: 1s to 14d. Without it only timeout counts.",secret:"none",needsWait:needs_wait.following,parse:(0,scalars.durationWithin)({shortest:"1s",longest:"14d"})},outage_timeout:{required:"never",default:"5m",
description:"How long GitLab may be unreachable or failing without interruption while the pipeline is followed: 0s to 14d.",secret:"none",needsWait:needs_wait.following,parse:(0,scalars.durationWithin)({shortest:"0s",longest:"14d"})},poll_interval:{required:"never",default:"auto",description:"Pause between two polls of the pipeline: auto adapts to the pipeline, or a fixed duration from 1s to 1h.",secret:"none",needsWait:needs_wait.showing,parse:scalars.parsePollInterval},cancel_on:{required:"never",default:"abort",description:"When to cancel the pipeline: any of abort (this step is canceled), timeout, failure (the step fails while the pipeline still runs); or never. Needs access_token with the scope api; without it the log says what keeps running.",secret:"none",lines:"many",needsWait:needs_wait.following,parse:scalars.parseCancelReasons}}
function followOf(reading){return(0,parsing.all)({jobs:(0,parsing.andThen)(reading.jobs,(jobs=[])=>(0,parsing.ok)(jobs)),accept:reading.accept,onManual:onManualOf(reading),downstream:reading.downstream,timeoutMs:reading.timeout,queueTimeoutMs:reading.queue_timeout,outageTimeoutMs:reading.outage_timeout,pollInterval:reading.poll_interval,cancelOn:reading.cancel_on,retryFailed:retryFailedOf(reading,{hasAccessToken:!isAbsent(reading.access_token)})})}function isAbsent(outcome){return outcome.kind==="ok"&&outcome.value===void 0}function onManualOf(reading){return(0,parsing.andThen)(reading.on_manual,onManual=>{if(onManual!=="play"||!isAbsent(reading.access_token))return(0,parsing.ok)(onManual)
return(0,parsing.wrong)({at:"on_manual",what:"is play, but access_token was not given, and no other token may play jobs",hint:"Give access_token with the scope api, or set on_manual to stop or wait."})})}}),"./inputs/job-lines.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{jobPathLines:function(){return jobPathLines},parseJobPatterns:function(){return parseJobPatterns},parseValueKeys:function(){return parseValueKeys}})
var _parsing_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/scalars.js")
const maxLines=100
const maxLineCharacters=5e3
const maxColons=50
function jobPathLines(settings){return given=>{const lines=given.split(/\r\n|\r|\n/).map(line=>line.trim())
const written=lines.filter(line=>line!=="")
if(written.length>maxLines)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:`has ${written.length} lines, more than ${maxLines}`,hint:"Name jobs whose parallel parts belong together by the part of the name that they share."})
const read=lines.map((line,index)=>line===""?void 0:lineOf(line,index,settings.paths))
const problems=read.flatMap(each=>each?.kind==="problem"?[each.problem]:[])
const byText=new Map
for(const each of read){if(each?.kind!=="line")continue
const{text}=each.line
if(byText.get(text)?.need!=="required")byText.set(text,each.line)}return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.okUnless)(problems,[...byText.values()])}}function lineOf(written,index,paths){const at=` (line ${index+1})`
const isOptional=written.endsWith("?")
const text=isOptional?written.slice(0,-1).trimEnd():written
const splits=splitsOf(text).filter(({path})=>paths==="optional"||path!==void 0)
if(text.length>maxLineCharacters||text.split(":").length>maxColons+1)return{kind:"problem",problem:{at,what:`is longer than ${maxLineCharacters} characters, or has more than ${maxColons} colons`,hint:"Give one JOB or JOB:PATH a line."}}
if(splits.length===0){const form=paths==="required"?"JOB:PATH":"JOB or JOB:PATH"
return{kind:"problem",problem:{at,what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.shownText)(written)}, which is not ${form}`,hint:`Give one ${form} a line.`}}}return{kind:"line",line:{text,need:isOptional?"optional":"required",splits}}}function splitsOf(text){if(text==="")return[]
const splits=[{job:text,path:void 0}]
for(let at=text.lastIndexOf(":");at>0;at=text.lastIndexOf(":",at-1)){const split={job:text.slice(0,at).trim(),path:text.slice(at+1).trim()}
if(split.job!==""&&split.path!=="")splits.push(split)}return splits}const maxPatterns=100
const maxPatternCharacters=1e3
function parseJobPatterns(given){const lines=given.split(/\r\n|\r|\n/).map(line=>line.trim())
const patterns=[...new Set(lines.filter(line=>line!==""))]
if(patterns.length>maxPatterns)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:`has ${patterns.length} lines, more than ${maxPatterns}`,hint:"Give globs that stand for several jobs, such as deploy-*."})
const problems=lines.flatMap((line,index)=>line.length>maxPatternCharacters?[{at:` (line ${index+1})`,what:`is longer than ${maxPatternCharacters} characters`,hint:"Give one name or glob a line."}]:[])
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.okUnless)(problems,patterns)}function parseValueKeys(given){const words=[...new Set(given.split(/[\s,]+/u).filter(word=>word!==""))]
if(words.length===0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)({what:"names no key",hint:"Give some, separated by commas."})
const problems=words.filter(word=>!/^[A-Za-z_][A-Za-z0-9_]*$/.test(word)).map(word=>({what:`has ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__.shownText)(word)}, which is no key of a value`,hint:"Keys are letters, digits and _, and do not begin with a digit. Give the key, never the value."}))
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.okUnless)(problems,words)}}),"./inputs/likely-cause.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isQuoted:function(){return isQuoted},isWordForNothing:function(){return isWordForNothing},likelyCause:function(){return likelyCause}})
function likelyCause(given){const text=given.trim()
if(isQuoted(text))return"The quotes around it are part of the value: docker run --env-file, for one, keeps them. Write it without."
if(/^(?:null|~)$/i.test(text))return`${text} is what \${{ toJSON(…) }}, jq and YAML give for something that is not there: leave the input empty then.`
if(/^(?:undefined|nan|none|nil)$/i.test(text))return`${text} is what a script prints for something that it does not have: leave the input empty then.`
if(/^(?:Object|Array|\[object Object\])$/.test(text))return`${text} is what an expression gives for more than a single value: write \${{ toJSON(…) }}.`
if(/^(?:\{\s*\}|\[\s*\])$/.test(text))return`${text} is what \${{ toJSON(…) }} gives for something empty: leave the input empty then.`
if(/^(?:\$\{\{[^]*\}\}|\$\{\w+\}|\$\(\w[\w.]*\)|\$\w+|%\w+%|<\w[\w -]*>)$/.test(text))return"It is a place for a value that nothing has put there: look at how the variable is written on this CI."
return}function isQuoted(text){return/^(?:"[^]*"|'[^]*'|`[^]*`|“[^]*”|‘[^]*’)$/.test(text)}function isWordForNothing(text){return/^(?:null|undefined|nan|none|nil|object|array|\[object object\])$/i.test(text.trim())}}),"./inputs/needs-wait.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bringingBack:function(){return bringingBack},following:function(){return following},showing:function(){return showing},telling:function(){return telling},waitNeedsMet:function(){return waitNeedsMet},withWaitNeeds:function(){return withWaitNeeds}})
var node_util__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:util")
var _parsing_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/parsing.js")
var _table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/table.js")
const following={without:"refused",why:"such a step ends as soon as the pipeline exists, whatever its outcome"}
const showing={...following,without:"warned"}
const bringingBack={without:"refused",why:"results are fetched only from a pipeline that is followed"}
const telling={without:"refused",why:"only a step that waits can tell how the pipeline ended"}
function withWaitNeeds(rows){const described=Object.entries(rows).map(([name,row])=>{const note=row.needsWait===void 0?"":" Needs wait: true."
return[name,{...row,description:`${row.description}${note}`}]})
return Object.fromEntries(described)}async function waitNeedsMet({table,reading},deps){const needy=Object.entries(table).flatMap(([name,{needsWait}])=>needsWait===void 0?[]:[{name,...needsWait}])
const given=await Promise.all(needy.map(async({name})=>await isGiven(table[name],reading[name],deps.files)))
const inputs=needy.filter((_,index)=>given[index])
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.andThen)(reading.wait,wait=>{if(wait===true)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0)
const state=stateOfWait(deps.source.read("wait"))
const refused=inputs.filter(({without})=>without==="refused")
const warned=inputs.filter(({without})=>without==="warned").map(({name})=>name)
const reasons=[...new Set(refused.map(({why})=>why))]
const problems=reasons.map(why=>{const names=listed(refused.filter(input=>input.why===why).map(({name})=>name))
return{at:names.text,what:`${names.were} given, but wait is ${state}, and ${why}`,hint:`Set wait to true, or take ${names.text} out.`}})
const{text,were}=listed(warned)
const warning=`${text} ${were} given, but wait is ${state}, so this has no effect`
const outcome=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.okUnless)(problems,void 0)
return outcome.kind==="ok"?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0,warned.length===0?[]:[warning]):outcome})}async function isGiven(row,outcome,files){if(row===void 0||outcome?.kind!=="ok"||outcome.value===void 0)return false
const standing=row.default===void 0?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(void 0):await row.parse(row.default,files)
return standing.kind!=="ok"||!(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(outcome.value,standing.value)}function stateOfWait(given){return given!==void 0&&(0,_table_js__WEBPACK_IMPORTED_MODULE_2__.isBlank)(given)?"empty (as an expression without a value gives), which counts as false":"false"}function listed(names){const last=names.at(-1)??""
return names.length<2?{text:last,were:"was"}:{text:`${names.slice(0,-1).join(", ")} and ${last}`,were:"were"}}}),"./inputs/parsing.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{all:function(){return all},andThen:function(){return andThen},ok:function(){return ok},okUnless:function(){return okUnless},wrong:function(){return wrong},wrongAll:function(){return wrongAll}})
function ok(value,warnings=[]){return{kind:"ok",value,warnings}}function wrong(problem){return wrongAll([problem])}function wrongAll(problems){return{kind:"wrong",problems}}function okUnless(problems,value){return problems.length===0?ok(value):wrongAll(problems)}function all(outcomes){const problems=[]
const warnings=[]
const values=[]
for(const[name,outcome]of Object.entries(outcomes))if(outcome.kind==="wrong")for(const problem of outcome.problems)problems.push(problem)
else{warnings.push(...outcome.warnings)
values.push([name,outcome.value])}if(problems.length>0)return wrongAll(problems)
return ok(Object.fromEntries(values),warnings)}function andThen(outcome,step){if(outcome.kind==="wrong")return outcome
const next=step(outcome.value)
return next.kind==="wrong"?next:ok(next.value,[...outcome.warnings,...next.warnings])}}),"./inputs/results.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{reportInputs:function(){return reportInputs},reportOf:function(){return reportOf},resultsInputs:function(){return resultsInputs},resultsOf:function(){return resultsOf}})
var _job_lines_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/job-lines.js")
var _likely_cause_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/likely-cause.js")
var _needs_wait_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/needs-wait.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/parsing.js")
var _scalars_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/scalars.js")
const resultsInputs={values_from:{required:"never",default:void 0,description:"Files in artifacts of jobs whose values come back as the output values: JOB:PATH, one a line, or CHILD-JOB/JOB:PATH in a child pipeline; a later file wins. KEY=VALUE lines or a JSON object. A ? at the end of a line means that the file may be missing. See docs/results.md.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.bringingBack,parse:(0,_job_lines_js__WEBPACK_IMPORTED_MODULE_0__.jobPathLines)({paths:"required"})},mask_values:{required:"never",default:void 0,description:"Keys of values to mask in the log before anything is set; separated by commas, spaces or lines.",secret:"none",parse:_job_lines_js__WEBPACK_IMPORTED_MODULE_0__.parseValueKeys},values_as_outputs:{required:"never",default:"false",description:"Set an output for each value as well: value_KEY.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.showing,parse:_scalars_js__WEBPACK_IMPORTED_MODULE_4__.parseBoolean},artifacts:{required:"never",default:void 0,description:"Artifacts of jobs to download: JOB, or JOB:GLOB for some of the files, one a line; CHILD-JOB/JOB in a child pipeline. In a glob * stays within a folder and ** goes through folders. A ? at the end of a line means that they may be missing. See docs/results.md.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.bringingBack,parse:(0,_job_lines_js__WEBPACK_IMPORTED_MODULE_0__.jobPathLines)({paths:"optional"})},artifacts_path:{required:"never",default:"gitlab-artifacts",description:"Folder to put artifacts in, relative to the working directory or absolute; each job gets a folder of its name in it.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.showing,parse:parseFolder},junit_file:{required:"never",default:void 0,description:"File to write all tests of the pipeline to, as JUnit XML, for the test view of your CI; also when there are none.",secret:"none",
needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.bringingBack,parse:_scalars_js__WEBPACK_IMPORTED_MODULE_4__.parseFilePath},results_on:{required:"never",default:"success",description:"When to fetch values and artifacts: success (the outcome is one that accept lists), failure (it is not), or always. Tests are always fetched.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.showing,parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.oneOf)(["success","failure","always"])}}
function resultsOf(reading){return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.all)({on:reading.results_on,values:valuesOf(reading),artifacts:artifactsOf(reading),junitFile:reading.junit_file})}function artifactsOf(reading){const parts=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.all)({lines:reading.artifacts,path:reading.artifacts_path})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.andThen)(parts,({lines,path})=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(lines===void 0||lines.length===0?void 0:{lines,path}))}function parseFolder(given){const path=given.trim()
if((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_1__.isWordForNothing)(path))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:`is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.shownText)(path)}`,hint:"Give the path of a folder."})
if(!path.includes("\0"))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(path)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:"has a NUL in it",hint:"Give the path of a folder."})}function valuesOf(reading){const parts=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.all)({lines:reading.values_from,mask:reading.mask_values,asOutputs:reading.values_as_outputs})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.andThen)(parts,({lines,mask,asOutputs})=>{if(lines!==void 0&&lines.length>0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)({lines,mask:mask??[],asOutputs})
if(mask===void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(void 0)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({at:"mask_values",what:"was given, but values_from was not, so that there are no values",hint:"Give values_from, or take mask_values out."})})}const reportInputs={logs:{required:"never",default:"failed",description:"Job logs to print: none, failed (the last log_lines of every failed job), or all (every job, while it runs).",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.showing,parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.oneOf)(["none","failed","all"])},log_lines:{required:"never",default:"50",description:"How many of the last lines of a failed job's log to print and to put in the report: 1 to 1000.",secret:"none",needsWait:_needs_wait_js__WEBPACK_IMPORTED_MODULE_2__.showing,parse:(0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__.wholeNumberWithin)({least:1,most:1e3})},summary:{required:"never",default:"true",description:"Write the report (jobs, timeline, failed jobs with the end of their logs) to the summary of the workflow run.",secret:"none",parse:_scalars_js__WEBPACK_IMPORTED_MODULE_4__.parseBoolean}}
function reportOf(reading){return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.all)({logs:reading.logs,logLines:reading.log_lines,summary:reading.summary})}}),"./inputs/scalars.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{durationWithin:function(){return durationWithin},oneOf:function(){return oneOf},parseAcceptedOutcomes:function(){return parseAcceptedOutcomes},parseBoolean:function(){return parseBoolean},parseCancelReasons:function(){return parseCancelReasons},parseExpectedSha:function(){return parseExpectedSha},parseFilePath:function(){return parseFilePath},parseNameList:function(){return parseNameList},parsePipelineId:function(){return parsePipelineId},parsePollInterval:function(){return parsePollInterval},shownKey:function(){return shownKey},shownText:function(){return shownText},wholeNumberWithin:function(){return wholeNumberWithin}})
var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/duration.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./model/requests.js")
var _likely_cause_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/likely-cause.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/parsing.js")
const maxShownCharacters=80
function shownText(text){return isTokenLike(text)?`a text of ${text.length} characters (not shown, it could be a token)`:`"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(text,maxShownCharacters)}"`}function shownKey(key){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokensIn)(key).length>0?"***":(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(key,maxShownCharacters)}function isTokenLike(text){const word=text.trim()
if(/^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/.test(word))return true
return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokensIn)(text).length>0||/^[A-Za-z0-9+/=_-]{64,}$/.test(word)}function parseBoolean(given){const text=given.trim()
if(/^(?:true|True|TRUE)$/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(true)
if(/^(?:false|False|FALSE)$/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(false)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}`,hint:"Give true or false."})}function wholeNumberWithin(range){const{least,most}=range
return given=>{const text=given.trim()
const value=/^\d{1,15}$/.test(text)?Number(text):void 0
if(value!==void 0&&value>=least&&value<=most)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(value)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}`,hint:`Give a whole number from ${least} to ${most}, in digits only.`})}}function durationWithin(range){const accepted=`${range.shortest} to ${range.longest}`
return given=>{const text=given.trim()
const spanMs=(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__.parseDuration)(text)
if(spanMs===void 0)return notDuration(text,accepted)
if(spanMs<((0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__.parseDuration)(range.shortest)??0)||spanMs>((0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__.parseDuration)(range.longest)??1/0))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}`,hint:`Give a duration from ${accepted}.`})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(spanMs)}}function parsePollInterval(given){return given.trim()==="auto"?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)("auto"):pollDuration(given)}const pollDuration=durationWithin({shortest:"1s",longest:"1h"})
function notDuration(text,accepted){if(/^\d{1,9}$/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}, a number without a unit`,hint:`Write ${text}s for seconds or ${text}m for minutes; ${accepted} is accepted.`})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}, which is not a duration`,hint:`Write whole numbers with the units d, h, m and s, largest first, such as 90s, 15m or 1h30m; ${accepted} is accepted.`})}function oneOf(names){return given=>{const word=given.trim()
const name=names.find(known=>known===word)
if(name!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(name)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(word)}`,hint:`${nearestHint(word,names)}Give one of ${names.join(", ")}.`})}}function parseNameList(given,{names,noun}){const words=given.split(/[\s,]+/u).filter(word=>word!=="")
if(words.length===0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`names no ${noun}`,hint:`Give some of ${names.join(", ")}.`})
const found=new Set
const problems=[]
for(const word of words){const name=names.find(known=>known===word)
if(name===void 0)problems.push(unknownName(word,{names,noun}))
else found.add(name)}return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.okUnless)(problems,found)}function unknownName(word,{names,noun}){return{what:`has the unknown ${noun} ${shownText(word)}`,hint:`${nearestHint(word,names)}Valid are ${names.join(", ")}.`}}function nearestHint(word,names){const nearest=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(word.slice(0,30),names)
return nearest===void 0?"":`Did you mean ${nearest}? `}function parseFilePath(given){const path=given.trim()
if(/[\u0000-\u001f\u007f]/.test(path))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:"is no path: it has several lines, or control characters",hint:"Give one path."})
if(/[/\\]$/.test(path))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:"is the path of a folder",hint:"Give the path of a file."})
if((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_3__.isWordForNothing)(path))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(path)}`,hint:"Give the path of a file."})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(path)}function parseExpectedSha(given){const text=given.trim()
if(/^[0-9a-f]{7,64}$/i.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(text.toLowerCase())
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}, which is not a commit SHA`,hint:"Give the whole SHA or its beginning: 7 to 64 digits out of 0-9 and a-f."})}const hint="Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address."
function parsePipelineId(given){const text=given.trim()
const id=/^[1-9]\d*$/.test(text)?Number(text):void 0
if(id!==void 0&&Number.isSafeInteger(id))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(id)
const idInAddress=/\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1]
if(idInAddress!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:"is an address, not an id",hint:`Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`})
if(/^#\d+$/.test(text))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}, a number that counts within the project only`,hint})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:`is ${shownText(text)}, which no pipeline can have as its id`,hint})}function parseAcceptedOutcomes(given){const listed=parseNameList(given,{names:[..._model_requests_js__WEBPACK_IMPORTED_MODULE_2__.acceptableOutcomes,"any"],noun:"outcome"})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.andThen)(listed,names=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(new Set(_model_requests_js__WEBPACK_IMPORTED_MODULE_2__.acceptableOutcomes.filter(outcome=>names.has("any")||names.has(outcome)))))}function parseCancelReasons(given){const listed=parseNameList(given,{names:[..._model_requests_js__WEBPACK_IMPORTED_MODULE_2__.cancelReasons,"never"],noun:"reason"})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.andThen)(listed,names=>{if(names.has("never")&&names.size>1)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.wrong)({what:"says never beside other reasons",hint:`Give never alone, or some of ${_model_requests_js__WEBPACK_IMPORTED_MODULE_2__.cancelReasons.join(", ")}.`})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)(new Set(_model_requests_js__WEBPACK_IMPORTED_MODULE_2__.cancelReasons.filter(reason=>names.has(reason))))})}}),"./inputs/secret-in-address.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{readSentInputs:function(){return readSentInputs}})
var _parsing_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./inputs/parsing.js")
var _secrets_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/secrets.js")
var _table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/table.js")
const shownInputs=new Set(["gitlab_url","project_id","ref","pipeline_id","sha","source","expected_sha","values_from","artifacts","junit_file","trigger_id","description","github_secret","github_api_url","comment","commit_status"])
const minSecretCharacters=16
async function readSentInputs(table,deps){const reading=await(0,_table_js__WEBPACK_IMPORTED_MODULE_2__.readInputs)(table,deps)
const secrets=secretsOf(deps.source,table)
const checked=Object.entries(reading).map(([name,outcome])=>{const given=shownInputs.has(name)?deps.source.read(name):void 0
const found=given===void 0?void 0:secrets.find(({text})=>holds(given,text))
if(found===void 0)return[name,outcome]
const problem={at:name,what:`has the secret of ${found.origin} in it (not shown)`,hint:`It would be sent as a part of an address or a name, which others can read: take it out of ${name}.`}
return[name,(0,_parsing_js__WEBPACK_IMPORTED_MODULE_0__.wrong)(problem)]})
return Object.fromEntries(checked)}function secretsOf(source,table){const secretSource={read:name=>shownInputs.has(name)?void 0:source.read(name)}
const of=part=>{const rows=Object.entries(table).filter(([,row])=>row.secret===part)
return(0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__.namedTexts)(secretSource,Object.fromEntries(rows))}
const ofHeaders=of("header_values").filter(({text})=>isKey(text.trim()))
return[...of("all"),...ofHeaders].map(({text,origin})=>({text:text.trim().toLowerCase(),origin})).filter(({text})=>text.length>=minSecretCharacters)}function isKey(text){return/^[\w+=-]+$/.test(text)&&(0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__.isKeyLike)(text)}function holds(given,secret){const lower=given.toLowerCase()
return lower.includes(secret)||decoded(lower).includes(secret)}function decoded(text){return text.replace(/%([0-7][0-9a-f])/g,(_,digits)=>String.fromCharCode(parseInt(digits,16)).toLowerCase())}}),"./inputs/secrets.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isKeyLike:function(){return isKeyLike},namedSecrets:function(){return namedSecrets},namedTexts:function(){return namedTexts},proxySecrets:function(){return proxySecrets}})
var _base_address_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/address.js")
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/assert-never.js")
var _base_secret_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/secret.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./base/text.js")
var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./inputs/tokens-and-headers.js")
const commonWords=new Set(["http","https","ws","wss","ssh","git","localhost","true","false","yes","no","on","off","null","none","enabled","disabled","keep-alive","close","gzip","br","deflate","identity","no-cache","no-store","utf-8","charset"])
const ordinaryHeaders=/^(?:accept(?:-[a-z-]+)?|user-agent|host|x-(?:forwarded|original)-(?:proto|protocol|scheme|host|port|ssl|for|prefix|server|uri|path)|x-real-ip|forwarded|via|origin|content-[a-z-]+|cache-control|pragma|dnt|date|connection|upgrade-insecure-requests)$/i
const mediaType=/^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/i
const plainNumber=/^[+-]?\d{1,12}(?:\.\d{1,6})?$/
function isKeyLike(value){const runs=value.match(/[A-Za-z0-9_+=-]{16,}/g)??[]
return runs.some(run=>(run.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)??[]).length>=3)}function isOrdinaryHeader(name,value){return ordinaryHeaders.test(name.trim())&&!isKeyLike(value)}function openWords(texts){return new Set(texts.flatMap(text=>{const open=text.trim().toLowerCase().replace(/[?#].*$/s,"").replace(/^((?:[a-z][a-z0-9+.-]*:\/\/)?).*@/s,"$1")
return[open,...open.split(/[/:]+/),...open.split(/[^a-z0-9]+/)].filter(word=>word!=="")}))}function isPlain(text,known){const whole=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__.withoutEnd)(text.trim().toLowerCase(),"/")
if(known.has(whole)||mediaType.test(whole))return true
const words=whole.split(/[\s,;:/="'()[\]<>?&]+/).filter(word=>word!=="")
return words.every(word=>commonWords.has(word)||known.has(word)||plainNumber.test(word))}const minMaskedCharacters=4
const minSecretUserCharacters=8
function namedSecrets(source,table){return namedTexts(source,table).map(({text,...rest})=>({secret:new _base_secret_js__WEBPACK_IMPORTED_MODULE_2__.Secret(text),...rest}))}function namedTexts(source,table){const known=openWords(["gitlab_url","project_id","ref"].map(name=>source.read(name)??""))
const found=new Map
for(const[name,row]of Object.entries(table)){const given=source.read(name)??""
const pieces=[...piecesOf(row.secret,given,known),...(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__.tokensIn)(given).map(text=>({text,kind:"token"}))]
for(const{text,within,kind}of pieces){if(text.trim()==="")continue
const origin=within===void 0?name:`${name} (${within})`
for(const each of[text,text.trim()]){const before=found.get(each)
if(before===void 0)found.set(each,{origin,kind})
else if(kind==="token")found.set(each,{...before,kind})}}}return Array.from(found,([text,of])=>({text,...of}))}function piecesOf(part,given,known){switch(part){case"none":return[]
case"all":return[{text:given,kind:"token"}]
case"header_values":return given.split(/\r?\n/).flatMap(line=>headerSecrets(line,known))
case"url_credentials":return urlSecrets(given.trim(),known).map(text=>({text,kind:"other"}))
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_1__.assertNever)(part)}}function headerSecrets(line,known){const colon=line.indexOf(":")
const name=line.slice(0,colon).trim()
const value=line.slice(colon+1)
const isHeader=colon>=0&&(0,_tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__.isHeaderName)(name)
if(isHeader&&isOrdinaryHeader(name,value))return[]
const credential=value.replace(/^\s*(?:Bearer|Basic|Token)\s+/i,"")
const texts=[...isHeader?[]:[line],value,credential,...innerSecrets(value)]
return texts.filter(text=>text.trim().length>=minMaskedCharacters&&!isPlain(text,known)).map(text=>({text,within:isHeader?name:void 0,kind:"other"}))}const minInnerCharacters=8
function innerSecrets(value){const[,basic=""]=/^\s*Basic\s+([\w+/=-]+)\s*$/i.exec(value)??[]
const[,user="",password=""]=/^([^:]*):(.*)$/s.exec(Buffer.from(basic,"base64").toString("utf8"))??[]
const pairs=value.split(/[\s;,]/).flatMap(part=>{const text=part.slice(part.indexOf("=")+1)
return part.includes("=")?[text.startsWith('"')&&text.endsWith('"')?text.slice(1,-1):text]:[]})
return[...user===""&&password===""?[]:[`${user}:${password}`,password],...pairs].filter(text=>text.length>=minInnerCharacters&&!text.includes("�"))}function urlSecrets(text,known=new Set){const[,user="",password=""]=/^(?:[a-z][a-z0-9+.-]*:\/\/)?([^:/?#@]*)(?::(.*))?@/is.exec(text)??[]
const queryValues=Array.from(text.matchAll(/[?&#][^=&#?]*=([^&#]*)/g),([,value=""])=>value)
return[...password===""&&user.length>=minSecretUserCharacters?[user]:[],...[password,...queryValues.filter(value=>!isPlain(value,known))].filter(secret=>secret.length>=minMaskedCharacters)].flatMap(secret=>[secret,decoded(secret)])}function decoded(text){try{return decodeURIComponent(text)}catch{return text}}const variables=["https_proxy","HTTPS_PROXY","http_proxy","HTTP_PROXY"]
function proxySecrets(environment){const texts=variables.flatMap(name=>{const address=(environment[name]??"").trim()
const secrets=urlSecrets(address)
return secrets.length===0?[]:[...secrets,...credentialsOf(address)]})
return Array.from(new Set(texts),text=>new _base_secret_js__WEBPACK_IMPORTED_MODULE_2__.Secret(text))}function credentialsOf(address){const url=(0,_base_address_js__WEBPACK_IMPORTED_MODULE_0__.isUrl)(address)?new URL(address):void 0
if(url===void 0||url.password==="")return[]
try{const credentials=`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
return[Buffer.from(credentials).toString("base64")]}catch{return[]}}}),"./inputs/table.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{inputDescriptions:function(){return inputDescriptions},invalidInputs:function(){return invalidInputs},isBlank:function(){return isBlank},parsedOf:function(){return parsedOf},readInputs:function(){return readInputs}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _likely_cause_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/likely-cause.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/parsing.js")
function inputDescriptions(table){return Object.entries(table).map(([name,row])=>({name,default:row.default,description:row.description,required:row.required}))}async function readInputs(table,deps){const readings=await Promise.all(Object.entries(table).map(async([name,row])=>{const given=deps.source.read(name)
return[name,named(name,await readRow(row,given,deps.files))]}))
return Object.fromEntries(readings)}async function readRow(row,given,files){if(!isBlank(given))return withCause(given,await row.parse(given,files))
if(row.default!==void 0)return await row.parse(row.default,files)
if(row.required==="never")return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(void 0)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrong)({what:"was not given",hint:`It is required, and an empty value counts as not given. ${row.description}`})}function withCause(given,outcome){if(outcome.kind==="ok")return given.includes("�")?(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(outcome.value,[...outcome.warnings,holdsReplacement]):outcome
const cause=(0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_1__.likelyCause)(given)
const[first,...rest]=outcome.problems
if(cause===void 0||first===void 0)return outcome
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrongAll)([{...first,hint:`${first.hint} ${cause}`},...rest])}const holdsReplacement="has a U+FFFD in it, which usually replaces a character of a text that was not UTF-8"
function isBlank(text){return text===void 0||text.trim()===""}function named(name,outcome){if(outcome.kind==="ok")return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(outcome.value,outcome.warnings.map(warning=>`${name} ${warning}`))
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.wrongAll)(outcome.problems.map(problem=>({...problem,at:`${name}${problem.at??""}`})))}function deepFreeze(value){if(typeof value==="object"&&value!==null&&!Object.isFrozen(value)){Object.freeze(value)
for(const inner of Object.values(value))deepFreeze(inner)}return value}const maxProblemsShown=25
function invalidInputs(problems){const[first]=problems
if(first!==void 0&&problems.length===1)return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:sentence(first),hint:first.hint})
const lines=problems.slice(0,maxProblemsShown).map(problem=>`- ${sentence(problem)}. ${problem.hint}`)
const hidden=problems.length-lines.length
if(hidden>0)lines.push(`- and ${hidden} more of this kind`)
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({code:"invalid_input",what:`The inputs have ${problems.length} problems, so nothing was sent`,why:["each of these has to be corrected:",...lines].join("\n")})}function sentence({at,what}){return`${at??"An input"} ${what}`}function parsedOf(outcome){if(outcome.kind==="wrong")throw invalidInputs(eachOnce(outcome.problems))
return deepFreeze({request:outcome.value,warnings:[...new Set(outcome.warnings)]})}function eachOnce(problems){return[...new Map(problems.map(problem=>[JSON.stringify([problem.at,problem.what]),problem])).values()]}}),"./inputs/tokens-and-headers.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{credentialsOf:function(){return credentialsOf},isHeaderName:function(){return isHeaderName},parseAccessToken:function(){return parseAccessToken},parseGitHubToken:function(){return parseGitHubToken},parseReadingToken:function(){return parseReadingToken},parseRequestHeaders:function(){return parseRequestHeaders},parseTriggerToken:function(){return parseTriggerToken}})
var _base_secret_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/secret.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _likely_cause_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/likely-cause.js")
var _parsing_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./inputs/parsing.js")
function parseTriggerToken(given){const token=parseToken(given,{accepts:["trigger","job"],unfit:unseen,hint:"Give a pipeline trigger token of the project (Settings > CI/CD > Pipeline trigger tokens), or the CI_JOB_TOKEN of a running job.",hints:{access:"Give it as access_token instead."}})
const text=given.trim()
const tokenKind=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokenKindOf)(text)==="job"||isJwt(text)?"job_token":"trigger_token"
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.andThen)(token,secret=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)({secret,tokenKind}))}function isJwt(text){return/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text)}function parseAccessToken(given){const{accepts,hints,...rule}=accessTokenRule
if(isJwt(given.trim()))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:`is ${_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokenKindNames.job}`,hint:hints.job})
return parseToken(given,{...rule,accepts,hints})}function parseReadingToken(given){const kind=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokenKindOf)(given.trim())==="job"||isJwt(given.trim())?"job_token":"access_token"
const token=parseToken(given,{...accessTokenRule,accepts:["access","job"],hint:"Give a personal, project or group access token, or the CI_JOB_TOKEN of a running job.",hints:{trigger:"A trigger token starts pipelines and reads nothing: give an access token."}})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.andThen)(token,secret=>(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)({secret,kind}))}const accessTokenRule={accepts:["access"],unfit:/[^\u0021-\u007e]/u,hint:"Give a personal, project or group access token.",hints:{trigger:"Give it as token instead.",job:"A job token starts pipelines as token, and reads them where GitLab lets it; it cancels and manages nothing."}}
function parseGitHubToken(given){return parseToken(given,{accepts:["github"],unfit:/[^\u0021-\u007e]/u,hint:"Give a token of GitHub: github.token of the workflow, a personal access token, or one of a GitHub App.",hints:{}})}function credentialsOf(reading){const both=(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.all)({token:reading.token,accessToken:reading.access_token})
if(both.kind==="wrong")return both
const{token,accessToken}=both.value
if(token!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)({kind:"trigger",token:token.secret,tokenKind:token.tokenKind,accessToken},both.warnings)
if(accessToken!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)({kind:"access",accessToken},both.warnings)
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({at:"token",what:"was not given, and neither was access_token",hint:"Give token (a pipeline trigger token, or CI_JOB_TOKEN) to trigger the pipeline, or access_token (with the scope api) to create it as a user. "+"A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text."})}const unseen=new RegExp(`[${_base_text_js__WEBPACK_IMPORTED_MODULE_1__.controlCharacters}]|${_base_text_js__WEBPACK_IMPORTED_MODULE_1__.invisibleCharacter}`,"u")
function parseToken(given,rule){const text=given.trim()
const why=refusalOfText(text,rule.unfit)
if(why!==void 0)return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:`${why} (not shown)`,hint:rule.hint})
const kind=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokenKindOf)(text)
if(kind!==void 0&&!rule.accepts.includes(kind))return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.wrong)({what:`is ${_base_text_js__WEBPACK_IMPORTED_MODULE_1__.tokenKindNames[kind]}`,hint:rule.hints[kind]??rule.hint})
return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__.Secret(text),text===given?[]:["had white space around it, which was removed"])}function refusalOfText(text,unfit){if(/^[a-z][a-z0-9+.-]*:\/\//i.test(text))return"is an address, not a token"
if((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_2__.isQuoted)(text))return"has quotes around it, which are part of the value"
if((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_2__.isWordForNothing)(text))return"is a word that scripts and expressions give for nothing, not a token"
if(/\s/u.test(text))return"has white space inside"
return unfit.test(text)?"has a character in it that cannot be part of a token":void 0}const ownedNames=new Set(["accept-encoding","connection","content-length","content-type","expect","host","keep-alive","te","trailer","transfer-encoding","upgrade"])
const tokenNames=new Set(["private-token","job-token"])
function parseRequestHeaders(given){const headers=[]
const problems=[]
const seen=new Set
for(const[index,line]of given.split(/\r?\n/).entries()){if(line.trim()==="")continue
const[,name="",value=""]=/^([^:]*):(.*)$/s.exec(line.trim())??[]
const why=problemOf({name,value:value.trim(),seen})
if(why===void 0)headers.push({name,value:new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__.Secret(value.trim())})
else problems.push({at:` (line ${index+1})`,...why})
seen.add(name.toLowerCase())}return(0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.okUnless)(problems,headers)}function isHeaderName(text){return/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text)}function problemOf(header){const{name,value,seen}=header
const lowerName=name.toLowerCase()
if(!isHeaderName(name))return{what:"is not a header (not shown)",hint:'Write one header a line, as "Name: value".'}
if(tokenNames.has(lowerName))return{what:`sets ${name}`,hint:"Give the token as access_token, or a CI_JOB_TOKEN as token."}
if(ownedNames.has(lowerName))return{what:`sets ${name}`,hint:"Take it out; this header is set for each request."}
if(seen.has(lowerName))return{what:`sets ${name} more than once`,hint:"Give each header once."}
if(value==="")return{what:`sets ${name} to nothing`,hint:"Give it a value, or take the line out."}
if(/[^\t\u0020-\u007e\u0080-\u00ff]/u.test(value))return{what:`sets ${name} to a value that cannot be sent (not shown)`,hint:"Give a value of one line without control characters, and encode what is not Latin script."}
return}}),"./logs/decode-lines.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createLogLines:function(){return createLogLines}})
var base_text=__webpack_require__("./base/text.js")
const maxParameterCharacters=64
const specials=`[${base_text.controlCharacters}]|${base_text.invisibleMark}`
function createEscapeReader(sink){const special=new RegExp(specials,"gu")
const wholeStyle=new RegExp(`\\[([\\d;:]{0,${maxParameterCharacters}})m`,"y")
let state="text"
let parameters=""
const readText=(text,from)=>{special.lastIndex=from
const found=special.exec(text)
const at=found?.index??text.length
if(at>from)sink.text(text.slice(from,at))
if(found===null)return at
const[character]=found
if(character===""){wholeStyle.lastIndex=at+1
const style=wholeStyle.exec(text)?.[1]
if(style!==void 0){sink.style(style)
return wholeStyle.lastIndex}}readSpecial(character)
return at+character.length}
const readSpecial=character=>{switch(character){case"\n":sink.newline()
break
case"\r":sink.carriageReturn()
break
case"\t":sink.tab()
break
case"":state="escape"
break
case"":state="shortCsi"
break
case"\u2028":case"\u2029":sink.text(" ")
break
default:break}}
const endSequence=final=>{state="text"
if(final==="m")sink.style(parameters)
else if(final==="K"&&/^0?$/.test(parameters))sink.erase("toEnd")
else if(final==="K"&&/^[12]$/.test(parameters))sink.erase("line")
else if(final==="G"&&/^[01]?$/.test(parameters))sink.carriageReturn()
parameters=""}
const readSequence=character=>{switch(state){case"text":return false
case"escape":return readEscape(character)
case"intermediate":if(isBetween(character," ","/"))return true
state="text"
return isBetween(character,"0","~")
case"shortCsi":state=isBetween(character,"0","?")?"csi":"text"
return false
case"csi":if(isBetween(character," ","?")){if(parameters.length<=maxParameterCharacters)parameters+=character
return true}if(isBetween(character,"@","~")){endSequence(character)
return true}state="text"
parameters=""
return false
case"string":return readString(character)
case"stringEscape":state=character==="\\"?"text":"escape"
return character==="\\"}}
const readEscape=character=>{if(character==="")return true
if(character==="[")state="csi"
else if("]PX^_".includes(character))state="string"
else if(isBetween(character," ","/"))state="intermediate"
else{state="text"
return isBetween(character,"0","~")}return true}
const readString=character=>{if(character==="\n"||character==="\r"){state="text"
return false}if(character===""||character==="")state="text"
else if(character==="")state="stringEscape"
return true}
return{push:text=>{let at=0
while(at<text.length)if(state==="text")at=readText(text,at)
else if(readSequence(text.charAt(at)))at+=1},heldCharacters:()=>parameters.length}}function isBetween(character,first,last){return character>=first&&character<=last}const plainStyle=new Map
const simpleCodes={1:"bold",2:"dim",3:"italic",4:"underline",7:"inverse",9:"strike",21:"underline",53:"overline"}
const closingCodes={22:["bold","dim"],23:["italic"],24:["underline"],27:["inverse"],29:["strike"],39:["foreground"],49:["background"],55:["overline"]}
function styleAfter(style,parameters){if(!/^[\d;:]*$/.test(parameters))return style
const codes=withSemicolons(parameters).split(";").map(Number)
const next=new Map(style)
for(let at=0;at<codes.length;)at+=applyCode(next,codes.slice(at,at+5))
return next}function styleChange(from,to){if(from===to)return""
if([...from.keys()].some(slot=>!to.has(slot)))return sequence(["0",...to.values()])
const changed=[...to].filter(([slot,code])=>from.get(slot)!==code).map(([,code])=>code)
return changed.length===0?"":sequence(changed)}function sequence(codes){return`[${codes.join(";")}m`}function withSemicolons(parameters){if(!parameters.includes(":"))return parameters
return parameters.replace(/([34]8):5:(\d+)/g,"$1;5;$2").replace(/([34]8):2:(?:\d*:)?(\d+):(\d+):(\d+)/g,"$1;2;$2;$3;$4").replace(/(^|;)4:0(?=;|$)/g,"$124").replace(/:\d*/g,"")}function applyCode(style,codes){const[code=0]=codes
if(code===38||code===48)return applyColor(style,code===38?"foreground":"background",codes)
const slot=simpleCodes[code]??paletteSlot(code)
if(slot!==void 0)style.set(slot,String(code))
else if(code===0)style.clear()
else for(const closed of closingCodes[code]??[])style.delete(closed)
return 1}function paletteSlot(code){if(code>=30&&code<=37||code>=90&&code<=97)return"foreground"
if(code>=40&&code<=47||code>=100&&code<=107)return"background"
return}function applyColor(style,slot,codes){const length=codes[1]===5?3:codes[1]===2?5:1
const taken=codes.slice(0,length)
if(length>1&&taken.length===length&&taken.every(code=>code<=255))style.set(slot,taken.join(";"))
return length}const maxRemembered=200
function createStyleMemory(){const styles=new Map
const same=style=>{const key=[...style].sort().join(" ")
if(styles.size>=maxRemembered)styles.clear()
const known=key===""?plainStyle:styles.get(key)??style
styles.set(key,known)
return known}
return{after:remembering((style,parameters)=>same(styleAfter(style,parameters))),change:remembering(styleChange)}}function remembering(compute){const results=new Map
let size=0
return(one,other)=>{const known=results.get(one)?.get(other)
if(known!==void 0)return known
if(size>=maxRemembered){results.clear()
size=0}const result=compute(one,other)
const ofOne=results.get(one)??new Map
results.set(one,ofOne.set(other,result))
size+=1
return result}}const header=/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z [0-9a-f]{2}[EO][+ ]$/
const sampleHeader="2024-05-14T11:19:20.000000Z 00O "
const zoneAt=sampleHeader.indexOf("Z")
function createTimestampRemover(sink){let atLineStart=true
let held=""
let heldEnd=""
const beginLine=start=>{const stamped=header.test(start)
const goesOn=stamped&&start.endsWith("+")
if(heldEnd!==""&&!goesOn)sink(heldEnd)
heldEnd=stamped?"\n":""
if(!stamped&&start!=="")sink(start)
held=""
atLineStart=false}
const readStart=(text,from)=>{if(held===""&&text.length-from>=sampleHeader.length){const start=text[from+zoneAt]==="Z"?text.slice(from,from+sampleHeader.length):""
const isHeader=header.test(start)
beginLine(isHeader?start:"")
return isHeader?from+start.length:from}return readStartSlowly(text,from)}
const readStartSlowly=(text,from)=>{let at=from
while(at<text.length&&held.length<sampleHeader.length){const longer=held+text.charAt(at)
if(!header.test(longer+sampleHeader.slice(longer.length)))break
held=longer
at+=1}if(at<text.length||held.length===sampleHeader.length)beginLine(held)
return at}
const readRest=(text,from)=>{const end=text.indexOf("\n",from)
const stop=end<0?text.length:end
atLineStart=end>=0
if(heldEnd==="")sink(text.slice(from,end<0?stop:stop+1))
else if(stop>from)sink(text.slice(from,stop))
return end<0?stop:stop+1}
return{push:text=>{let at=0
while(at<text.length)at=atLineStart?readStart(text,at):readRest(text,at)},end:()=>{if(atLineStart)beginLine(held)},heldCharacters:()=>held.length+heldEnd.length}}const maxMarkerCharacters=260
const marker=/section_(start|end):\d{1,20}:([\w.-]{1,100})(?:\[((?:[\w=.-]|, ?){0,100})\])?$/
function markerAtEndOf(text){const match=marker.exec(text.slice(-maxMarkerCharacters))
const[whole,kind,name,options=""]=match??[]
if(whole===void 0||name===void 0)return
return{kind:kind==="start"?"start":"end",name,collapsed:options.split(/, ?/).includes("collapsed=true"),length:whole.length}}const maxLineCharacters=4e3
const pieceBytes=16*1024
const tabCharacters=8
function createLogLines(sink,{maxCharacters}={maxCharacters:maxLineCharacters}){const decoder=new TextDecoder("utf-8",{ignoreBOM:true})
const line=createLineFolder(sink,maxCharacters)
const escapes=createEscapeReader(line)
const timestamps=createTimestampRemover(escapes.push)
return{push:bytes=>{for(let at=0;at<bytes.length;at+=pieceBytes)timestamps.push(decoder.decode(bytes.subarray(at,at+pieceBytes),{stream:true}))},end:()=>{timestamps.push(decoder.decode())
timestamps.end()
line.end()},heldCharacters:()=>timestamps.heldCharacters()+escapes.heldCharacters()+line.heldCharacters()}}function createLineFolder(sink,maxCharacters){const styles=createStyleMemory()
let text=""
let shown=plainStyle
let style=plainStyle
let column=0
let cut=0
let cutEnd=""
let atStart=false
let hasMarker=false
let section
const reset=()=>{text=cutEnd=""
shown=plainStyle
column=cut=0
atStart=false}
const beginSection=title=>{if(section===void 0)return
sink({kind:"section_start",name:section.name,title,collapsed:section.collapsed})
section=void 0}
const finish=()=>{const whole=text+styles.change(shown,plainStyle)+(cut===0?"":cutNotice(cut))
if(section!==void 0)beginSection(whole===""?void 0:whole)
else if(whole!==""||!hasMarker)sink({kind:"line",text:whole})
reset()}
const overwrite=()=>{const marker=markerAtEndOf(cut===0?text:cutEnd)
if(marker!==void 0){const fromCut=Math.min(cut,marker.length)
cut-=fromCut
text=text.slice(0,text.length-(marker.length-fromCut))
if(text!==""||cut>0)finish()
if(section!==void 0)beginSection()
if(marker.kind==="end")sink({kind:"section_end",name:marker.name})
else section={name:marker.name,collapsed:marker.collapsed}
hasMarker=true}reset()}
const append=run=>{if(atStart)overwrite()
column+=run.length
const change=cut===0?styles.change(shown,style):""
const room=cut===0?maxCharacters-text.length-change.length:0
const kept=run.length<=room?run:wholeCharacters(run,room)
if(kept!==""){text+=change+kept
shown=style}if(kept.length===run.length)return
const before=cut===0?text:cutEnd
cut+=run.length-kept.length
cutEnd=(before.slice(-maxMarkerCharacters)+run.slice(kept.length).slice(-maxMarkerCharacters)).slice(-maxMarkerCharacters)}
return{text:append,newline:()=>{finish()
hasMarker=false},carriageReturn:()=>{atStart=true},tab:()=>{if(atStart)overwrite()
append(" ".repeat(tabCharacters-column%tabCharacters))},style:parameters=>{style=styles.after(style,parameters)},erase:what=>{if(atStart||what==="line")overwrite()},end:()=>{if(text!==""||section!==void 0)finish()},heldCharacters:()=>text.length+cutEnd.length}}function cutNotice(characters){return` … [${characters.toLocaleString("en-US")} more characters left out]`}function wholeCharacters(run,length){const kept=run.slice(0,Math.max(length,0))
return/[\ud800-\udbff]$/.test(kept)?kept.slice(0,-1):kept}}),"./logs/log-entry.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{defaultLogLimits:function(){return defaultLogLimits},logSourcesOf:function(){return logSourcesOf}})
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/snapshot.js")
const defaultLogLimits={charactersPerJob:4*1024*1024,bytesPerJob:64*1024*1024}
function logSourcesOf({root}){return(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__.placesOf)(root).flatMap(({path,node})=>{const project={kind:"id",id:node.pipeline.projectId}
return node.jobs.flatMap(({job,earlier})=>[...earlier,job].map(one=>({project,path,job:one})))})}}),"./logs/read-trace.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{readTrace:function(){return readTrace}})
var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./gitlab/responses/explain.js")
var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./gitlab/responses/response-meaning.js")
async function readTrace(gitlab,trace){const{call,sink,signal}=trace
const stop=new AbortController
const take=bytes=>{if(!stop.signal.aborted&&sink(bytes)==="stop")stop.abort(new Error("enough of this log"))}
try{const reply=await gitlab.streamTrace(call,take,AbortSignal.any([signal,stop.signal]))
if(stop.signal.aborted)return{kind:"stopped"}
if(reply.kind!=="ok")return{kind:"failed",...traceFailureOf(reply)}
if(reply.hints.fromCache===true)return{kind:"failed",...fromCache}
const{provenByStart}=reply.value
return{kind:"complete",provenByStart,endUntold:reply.hints.endUntold}}catch(error){signal.throwIfAborted()
if(stop.signal.aborted)return{kind:"stopped"}
const why=error instanceof Error?error.message:String(error)
return{kind:"failed",why:`the log could not be read (${why})`,concerns:"log"}}}const fromCache={why:"a cache on the way answered, and the log may have grown since",concerns:"moment",fromCache:true}
const untoldEnd={why:"the response does not say where the log ends, and it may be cut off",concerns:"moment"}
function traceFailureOf(reply){const{why,status,retryAfterMs}=(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__.failureOf)(reply)
if((0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__.isTransient)(reply,"log"))return{why,concerns:"moment",retryAfterMs}
if(status===401)return{why:`job logs need an access_token with the scope read_api. ${why}`,concerns:"all"}
if(reply.kind==="refused"&&reply.refusal.oauthError?.startsWith("insufficient_")===true)return{why:`job logs need the scope read_api. ${why}`,concerns:"all"}
return{why,concerns:"log"}}__webpack_require__.d(__webpack_exports__,["untoldEnd",0,untoldEnd])}),"./logs/transcript.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{createLogTranscript:function(){return createLogTranscript},ownCopy:function(){return ownCopy}})
var _decode_lines_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./logs/decode-lines.js")
function ownCopy(text){return Buffer.from(text,"utf8").toString("utf8")}function ownCopyOfEntry(entry){switch(entry.kind){case"line":return{kind:"line",text:ownCopy(entry.text)}
case"section_start":return{...entry,name:ownCopy(entry.name),title:entry.title===void 0?void 0:ownCopy(entry.title)}
case"section_end":return{kind:"section_end",name:ownCopy(entry.name)}}}const overlapBytes=512
const smallLogBytes=4*overlapBytes
const nothing=Buffer.alloc(0)
function createLogPosition(){let known=0
let head=nothing
let tail=nothing
const learn=fresh=>{if(fresh.length===0)return
if(head.length<overlapBytes)head=Buffer.concat([head,fresh.subarray(0,overlapBytes-head.length)])
tail=Buffer.concat([tail,fresh.subarray(-overlapBytes)])
if(tail.length>overlapBytes)tail=Buffer.from(tail.subarray(-overlapBytes))
known+=fresh.length}
const agrees=(chunk,at)=>{const tailStart=known-tail.length
const from=Math.max(at,tailStart)
const to=Math.min(at+chunk.length,known)
return to<=from||chunk.subarray(from-at,to-at).equals(tail.subarray(from-tailStart,to-tailStart))}
const open=fromByte=>{let at=fromByte===0?0:void 0
let undecided=nothing
let offsetIgnored=false
const advance=(chunk,from)=>{if(!agrees(chunk,from))return"misfit"
const fresh=chunk.subarray(Math.max(0,known-from))
at=from+chunk.length
learn(fresh)
return fresh}
return{take:chunk=>{if(at!==void 0)return advance(chunk,at)
undecided=Buffer.concat([undecided,chunk])
if(undecided.length<overlapBytes)return nothing
const start=undecided.subarray(0,overlapBytes)
if(start.equals(tail))return advance(undecided,fromByte)
offsetIgnored=start.equals(head)
return offsetIgnored?advance(undecided,0):"misfit"},end:()=>{if(at===void 0||at<known)return"misfit"
return offsetIgnored?"offset_ignored":"fits"}}}
return{knownBytes:()=>known,fromByte:()=>known<smallLogBytes?0:known-overlapBytes,open}}const entryCharge=40
function createLogTranscript(limits){let shown=0
let fresh=[]
let position=createLogPosition()
const isFull=()=>shown>=limits.charactersPerJob||position.knownBytes()>=limits.bytesPerJob
const collect=entry=>{if(shown>=limits.charactersPerJob)return
shown+=charactersOf(entry)+entryCharge
fresh.push(ownCopyOfEntry(entry))}
let lines=(0,_decode_lines_js__WEBPACK_IMPORTED_MODULE_0__.createLogLines)(collect)
return{knownBytes:()=>position.knownBytes(),fromByte:()=>position.fromByte(),open:fromByte=>position.open(fromByte),add:bytes=>lines.push(bytes),isFull,finish:()=>lines.end(),restart:()=>{position=createLogPosition()
lines=(0,_decode_lines_js__WEBPACK_IMPORTED_MODULE_0__.createLogLines)(collect)},takeNew:()=>{const taken=fresh
fresh=[]
return taken}}}function charactersOf(entry){switch(entry.kind){case"line":return entry.text.length
case"section_start":return entry.name.length+(entry.title??"").length
case"section_end":return entry.name.length}}}),"./model/addresses.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{projectLabel:function(){return projectLabel},projectPage:function(){return projectPage}})
function projectLabel(project){return project.kind==="id"?String(project.id):project.path}function projectPage(gitlabUrl,project,below=""){return project.kind==="id"?`${gitlabUrl}/projects/${project.id}`:`${gitlabUrl}/${project.path}${below}`}}),"./model/caller-context.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{identifiesCaller:function(){return identifiesCaller}})
function identifiesCaller({repository,workflow}){return repository!==void 0&&workflow!==void 0}}),"./model/failure-reasons.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){const infrastructureReasons=["api_failure","data_integrity_failure","job_router_failure","no_updates_running","runner_external_dependency_failure","runner_interrupted","runner_system_failure","scheduler_failure","server_timeout_running","stale_schedule","stuck_or_timeout_failure","stuck_pending_no_matching_runners","stuck_pending_with_matching_runners"]
const unknownReason="unknown_failure"
const otherReasons=["archived_failure","builds_disabled","ci_quota_exceeded","deployment_rejected","environment_creation_failure","failed_outdated_deployment_job","forward_deployment_failure","id_token_burned_project_path","ip_restriction_failure","job_execution_server_timeout","job_execution_timeout","job_token_expired","missing_dependency_failure","no_matching_runner","no_updates_canceling","protected_environment_failure","runner_configuration_error","runner_unsupported","script_failure","secrets_provider_not_found","server_timeout_canceling","trace_size_exceeded","unmet_prerequisites","user_blocked",unknownReason]
const knownReasons=[...infrastructureReasons,...otherReasons]
__webpack_require__.d(__webpack_exports__,["infrastructureReasons",0,infrastructureReasons,"knownReasons",0,knownReasons,"unknownReason",0,unknownReason])}),"./model/failures.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{failuresOf:function(){return failuresOf},listDownstream:function(){return listDownstream},listJobs:function(){return listJobs}})
function listJobs(node,path=[]){return[...node.jobs.map(state=>({...state,path})),...node.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:listJobs(downstream,[...path,bridge.name]))]}function listDownstream(node,path=[]){return node.bridges.flatMap(({bridge,downstream})=>{const below=[...path,bridge.name]
const own={path:below,bridge,node:downstream}
return downstream===void 0?[own]:[own,...listDownstream(downstream,below)]})}function failuresOf(node,grounds){if(grounds?.jobIds!==void 0)return chosenFailures(node,new Set(grounds.jobIds))
const excuses=grounds?.below===void 0?"count":"do_not_count"
return failuresBelow(node,{path:[],allowed:false,excuses})}function chosenFailures(node,ids,path=[]){const steps=[...node.jobs,...node.bridges.map(({bridge})=>({job:bridge,attempt:1}))].filter(({job})=>ids.has(job.id))
const below=node.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:[chosenFailures(downstream,ids,[...path,bridge.name])])
const own=steps.filter(({job})=>job.status==="failed").map(({job,attempt})=>({path,job,attempt,allowed:job.allowFailure}))
return{failed:[...own,...below.flatMap(({failed})=>failed)],total:steps.length+below.reduce((sum,{total})=>sum+total,0)}}function failuresBelow(node,above){const{path,excuses}=above
const failedHere=node.jobs.filter(({job})=>job.status==="failed").map(({job,attempt})=>({path,job,attempt,allowed:above.allowed||job.allowFailure}))
const perBridge=node.bridges.map(({bridge,downstream})=>{const allowed=excuses==="count"&&(above.allowed||bridge.allowFailure)
const below=downstream===void 0?{failed:[],total:0}:failuresBelow(downstream,{path:[...path,bridge.name],allowed,excuses})
if(bridge.status==="failed"&&below.failed.length===0)return{failed:[{path,job:bridge,attempt:1,allowed}],total:below.total+1}
return below.total===0?{failed:[],total:1}:below})
return{failed:[...failedHere,...perBridge.flatMap(({failed})=>failed)],total:node.jobs.length+perBridge.reduce((sum,{total})=>sum+total,0)}}}),"./model/pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{automaticSources:function(){return automaticSources},hasStartedPipeline:function(){return hasStartedPipeline},hidesFailures:function(){return hidesFailures},isBlocking:function(){return isBlocking},isCountingFailure:function(){return isCountingFailure},isKnownStatus:function(){return isKnownStatus},isTerminalStatus:function(){return isTerminalStatus},isUnfit:function(){return isUnfit},partedEntries:function(){return partedEntries},pipelineSources:function(){return pipelineSources},projectOf:function(){return projectOf}})
const unknownProjectId=0
function projectOf({projectId},given){return projectId===unknownProjectId?given:{kind:"id",id:projectId}}function isCountingFailure({status,allowFailure}){return status==="failed"&&!allowFailure}function hasStartedPipeline({downstream,unreadDownstream}){return downstream!==void 0||unreadDownstream!==void 0}const pipelineStatuses=["created","waiting_for_resource","preparing","waiting_for_callback","pending","running","success","failed","canceling","canceled","skipped","manual","scheduled"]
const terminalStatuses=["success","failed","canceled","skipped"]
const pipelineSources=["push","merge_request_event","external_pull_request_event","external","schedule","web","api","trigger","pipeline","parent_pipeline","chat","webide","security_orchestration_policy","pipeline_execution_policy_schedule","ondemand_dast_scan","ondemand_dast_validation","container_registry_push","duo_workflow","unknown"]
const automaticSources=new Set(["push","merge_request_event","external_pull_request_event"])
function isKnownStatus(status){return pipelineStatuses.includes(status)}function isTerminalStatus(status){return terminalStatuses.includes(status)}function isBlocking({status,allowFailure}){return status==="manual"&&!allowFailure}function hidesFailures(status){return status==="manual"||status==="canceled"||status==="skipped"}function isUnfit(entry){return"unfit"in entry}function partedEntries(entries){const unfit=entries.filter(isUnfit)
const fit=entries.filter(entry=>!isUnfit(entry))
return{fit,unfit:unfit.length===0?void 0:unfit}}}),"./model/requests.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{acceptableOutcomes:function(){return acceptableOutcomes},cancelReasons:function(){return cancelReasons},jobTokenOf:function(){return jobTokenOf},oldTokenFates:function(){return oldTokenFates},outputFormats:function(){return outputFormats},readsWithJobToken:function(){return readsWithJobToken}})
const outputFormats=["dotenv","json","shell","properties","files"]
function jobTokenOf(credentials){return credentials.kind==="trigger"&&credentials.tokenKind==="job_token"?credentials.token:void 0}const acceptableOutcomes=["success","warnings","skipped","canceled","manual","failed"]
const cancelReasons=["abort","timeout","failure"]
function readsWithJobToken(credentials){const{kind,accessToken}=credentials
return kind==="trigger"&&credentials.tokenKind==="job_token"&&accessToken===void 0}const tokenOperations=["list","get","create","update","delete","rotate"]
const oldTokenFates=["auto","always","never"]
const specInputTypes=["string","number","boolean","array"]
const snippetSources=["trigger","pipeline"]
const schedulers=["crontab","systemd","kubernetes"]
__webpack_require__.d(__webpack_exports__,["schedulers",0,schedulers,"snippetSources",0,snippetSources,"specInputTypes",0,specInputTypes,"tokenOperations",0,tokenOperations])}),"./model/snapshot.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{judgedIn:function(){return judgedIn},judgedStates:function(){return judgedStates},nodesByKey:function(){return nodesByKey},pipelineKeyOf:function(){return pipelineKeyOf},placesOf:function(){return placesOf},rowsByStage:function(){return rowsByStage},statesOf:function(){return statesOf},stepsOf:function(){return stepsOf}})
function placesOf(node,path=[]){const below=node.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[]:placesOf(downstream,[...path,bridge.name]))
return[{path,node},...below]}function nodesByKey(node){const found=new Map([[pipelineKeyOf(node.pipeline),node]])
for(const{downstream}of node.bridges)if(downstream!==void 0)for(const[key,below]of nodesByKey(downstream))found.set(key,below)
return found}function pipelineKeyOf({projectId,id}){return`${projectId}/${id}`}function stepsOf({jobs,bridges}){return[...jobs,...bridges.map(({bridge})=>({job:bridge,attempt:1,earlier:[]}))]}function statesOf(attempts){const byName=new Map
for(const job of[...attempts].sort((one,other)=>one.id-other.id)){const same=byName.get(job.name)
if(same===void 0)byName.set(job.name,[job])
else same.push(job)}return[...byName.values()].flatMap(same=>{const job=same.at(-1)
return job===void 0?[]:[{job,attempt:same.length,earlier:same.slice(0,-1)}]})}function judgedIn({status},job){return job.isAllowanceUnknown===true?{...job,allowFailure:status==="success"}:job}function judgedStates(pipeline,states){return states.map(({job,attempt,earlier})=>({job:judgedIn(pipeline,job),attempt,earlier:earlier.map(each=>judgedIn(pipeline,each))}))}function rowsByStage({jobs,bridges}){const stages=[]
const highest=[]
const byName=new Map
const add=row=>{const{stage}=row.job
const known=byName.get(stage)
if(known!==void 0){known.push(row)
return}const firstId=(row.earlier[0]??row.job).id
const rows=[row]
const place=row.kind==="job"?stages.length:placeAmong(highest,firstId)
stages.splice(place,0,{stage,rows})
highest.splice(place,0,Math.max(firstId,highest[place-1]??0))
byName.set(stage,rows)}
for(const state of jobs)add({kind:"job",...state})
for(const{bridge}of bridges)add({kind:"bridge",job:bridge,attempt:1,earlier:[]})
return stages}function placeAmong(rising,given){let[from,to]=[0,rising.length]
while(from<to){const middle=from+to>>>1
if((rising[middle]??0)>given)to=middle
else from=middle+1}return from}}),"./model/verdict.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isAccepted:function(){return isAccepted},mayRunAgain:function(){return mayRunAgain},wrongCommit:function(){return wrongCommit}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/pipeline.js")
function mayRunAgain({result,next}){return result!=="refused"&&(next===void 0||!(0,_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.isTerminalStatus)(next.status))}function isAccepted({outcome},accept){return outcome!=="timeout"&&outcome!=="outage"&&accept.has(outcome)}function wrongCommit(pipeline,expectedSha){if(expectedSha===void 0||pipeline.sha.toLowerCase().startsWith(expectedSha))return
if(pipeline.sha==="")return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.RefusedError({code:"wrong_commit",what:`It is not known which commit pipeline ${pipeline.id} runs`,why:`The answer to the start does not tell; expected was ${expectedSha}.`,hint:`Compare the commit at ${pipeline.webUrl}; with an access_token (scope read_api) the step reads it itself.`})
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.RefusedError({code:"wrong_commit",what:`Pipeline ${pipeline.id} runs another commit than expected_sha`,why:`${pipeline.ref} was at ${pipeline.sha} when GitLab created it; expected was ${expectedSha}.`,hint:"The ref has moved, or a mirror has not caught up: run the step again when GitLab has the commit, or trigger a ref that does not move."})}}),"./report/byte-budget.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{byteLength:function(){return byteLength},firstLinesWithin:function(){return firstLinesWithin},linesWithin:function(){return linesWithin}})
function byteLength(text){return Buffer.byteLength(text,"utf8")}function firstLinesWithin(lines,maxBytes){return linesWithin(lines,{maxBytes,lineOf:line=>line})}function linesWithin(entries,to){const lines=[]
let bytes=0
for(const[index,entry]of entries.entries()){const line=to.lineOf(entry,index)
const next=bytes+byteLength(line)+1
if(next>to.maxBytes)break
bytes=next
lines.push(line)}return{lines,bytes,omitted:entries.length-lines.length}}}),"./report/job-logs.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{logGroupsOf:function(){return logGroupsOf},tailTitle:function(){return tailTitle}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _labels_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./report/labels.js")
function tailTitle({path,job},lines){const allowed=job.allowFailure?", allowed to fail":""
const what=lines.omitted===0?"log":`last ${lines.shown} lines`
return`${what} of ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.jobLabel)({path,name:job.name},100)} (job ${job.id}${allowed})`}function logGroupsOf(block){switch(block.kind){case"closed":return[{title:`logs cannot be read: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(block.why)}`,lines:[]}]
case"note":return[{title:`${titleOf(block)} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(block.text)}`,lines:[]}]
case"lines":{const groups=[]
const begin=(title,isShown)=>void groups.push({title,lines:[],isShown})
begin(titleOf(block),false)
for(const entry of block.lines)switch(entry.kind){case"line":groups.at(-1)?.lines.push(entry.text)
break
case"section_start":begin(`${titleOf(block)} › ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(entry.title??entry.name,200)}`,entry.title!==void 0)
break
case"section_end":begin(titleOf(block),false)
break
default:(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(entry)}return groups.filter(({lines,isShown})=>isShown||lines.length>0).map(({title,lines})=>({title,lines}))}default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(block)}}function titleOf({path,job}){return`${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.jobLabel)({path,name:job.name},100)} (job ${job.id})`}}),"./report/json-outputs.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{bounded:function(){return bounded},inert:function(){return inert},inertJson:function(){return inertJson},jobEntry:function(){return jobEntry},jobOutputs:function(){return jobOutputs},jsonList:function(){return jsonList},singleValueOutputs:function(){return singleValueOutputs},statusEntry:function(){return statusEntry},valuesOutput:function(){return valuesOutput}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _model_failures_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/failures.js")
var _byte_budget_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./report/byte-budget.js")
function inertJson(value){return inert(JSON.stringify(value))}function inert(json){const seen=asciiOnly.test(json)?json:json.replace(unseen,escaped)
return openings.reduce((rest,opening)=>rest.replace(opening,found=>found.slice(0,-1)+escaped(found.slice(-1))),seen)}const asciiOnly=/^[\u0020-\u007e]*$/
const unseen=new RegExp(`[${_base_text_js__WEBPACK_IMPORTED_MODULE_0__.controlCharacters}]|${_base_text_js__WEBPACK_IMPORTED_MODULE_0__.invisibleCharacter}`,"gu")
const openings=[/##/g,...Object.values(_base_text_js__WEBPACK_IMPORTED_MODULE_0__.hostCommands)]
function escaped(text){return Array.from({length:text.length},(_,at)=>text.charCodeAt(at)).map(unit=>`\\u${unit.toString(16).padStart(4,"0")}`).join("")}const version=1
const maxBytes=48e4
const maxTextCharacters=1e3
function jsonList(name,entries,more={}){const rest=inertJson(more).slice(1,-1)
const texts=[]
let bytes=100+(0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_2__.byteLength)(rest)
for(const entry of entries){const text=inertJson(entry)
bytes+=(0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_2__.byteLength)(text)+1
if(bytes>maxBytes)break
texts.push(text)}const end=`"omitted":${entries.length-texts.length}${rest===""?"":`,${rest}`}`
return`{"version":${version},"${name}":[${texts.join(",")}],${end}}`}function bounded(text){if(text===void 0)return null
return text.length>maxTextCharacters?(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(text,maxTextCharacters):text}function jobOutputs({root},statuses){const jobs=(0,_model_failures_js__WEBPACK_IMPORTED_MODULE_1__.listJobs)(root)
return{jobs:jsonList("jobs",jobs.map(jobEntry)),failed_jobs:jsonList("jobs",(0,_model_failures_js__WEBPACK_IMPORTED_MODULE_1__.failuresOf)(root).failed.map(jobEntry),statusMembers(statuses)),downstream:jsonList("pipelines",(0,_model_failures_js__WEBPACK_IMPORTED_MODULE_1__.listDownstream)(root).map(downstreamEntry))}}function jobEntry(of){const{path,job,attempt}=of
return{id:job.id,name:bounded(job.name),stage:bounded(job.stage),status:bounded(job.status),allow_failure:job.allowFailure,attempt,duration:job.durationSeconds??null,queued_duration:job.queuedSeconds??null,failure_reason:bounded(job.failureReason),coverage:percentOf(job.coverage),web_url:bounded(job.webUrl),started_at:bounded(job.startedAt),finished_at:bounded(job.finishedAt),path:path.map(bounded)}}const mostStatuses=20
function statusMembers(statuses){if(statuses===void 0)return{}
return{external_statuses:statuses.failed.slice(0,mostStatuses).map(statusEntry)}}function statusEntry({name,status,description,targetUrl,path}){return{name:bounded(name),status:bounded(status),description:bounded(description),target_url:bounded(targetUrl),path:path.map(bounded)}}function percentOf(coverage){const percent=Number(coverage??NaN)
return Number.isFinite(percent)?percent:null}function downstreamEntry({path,bridge,node}){const{downstream}=bridge
const pipeline=node?.pipeline
return{path:path.map(bounded),stage:bounded(bridge.stage),bridge_status:bounded(bridge.status),allow_failure:bridge.allowFailure,failure_reason:bounded(bridge.failureReason),project_id:pipeline?.projectId??downstream?.projectId??null,pipeline_id:pipeline?.id??downstream?.pipelineId??null,status:bounded(pipeline?.status??downstream?.status),ref:bounded(pipeline?.ref),sha:bounded(pipeline?.sha),duration:pipeline?.durationSeconds??null,web_url:bounded(pipeline?.webUrl??downstream?.webUrl)}}const maxValuesOutputBytes=2e5
function valuesOutput(values){const members=[...values].map(([key,value])=>`${inertJson(key)}:${inertJson(value)}`)
const json=`{${members.join(",")}}`
return(0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_2__.byteLength)(json)>maxValuesOutputBytes?"too_large":{values:json}}function singleValueOutputs(values){return[...values].map(([key,value])=>({name:`value_${key}`,value}))}}),"./report/labels.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{formatElapsed:function(){return formatElapsed},formatRemaining:function(){return formatRemaining},formatSeconds:function(){return formatSeconds},jobLabel:function(){return jobLabel},joinedPath:function(){return joinedPath},listLabel:function(){return listLabel},nameLabel:function(){return nameLabel},outcomeIcon:function(){return outcomeIcon},pathLabel:function(){return pathLabel},phraseOf:function(){return phraseOf},shortSha:function(){return shortSha},statusIcon:function(){return statusIcon},withAttempt:function(){return withAttempt}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/duration.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/text.js")
function pathLabel(path,maxCharacters=60){return joinedPath(path.map(name=>nameLabel(name,maxCharacters)))}function joinedPath(names){return names.join(" › ")}function withAttempt(label,attempt){return attempt===void 0||attempt<2?label:`${label} (attempt ${attempt})`}function nameLabel(name,maxCharacters=60){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(name,maxCharacters)||"(unnamed)"}function jobLabel(of,maxCharacters=60){return withAttempt(pathLabel([...of.path,of.name],maxCharacters),of.attempt)}function listLabel(labels,maxLabels=5){const more=labels.length-maxLabels
const shown=labels.slice(0,maxLabels).join(", ")
return more>0?`${shown} and ${more} more`:shown}function formatElapsed(elapsedMs){const seconds=Math.max(0,Math.floor(elapsedMs/1e3))
const pad=value=>String(value).padStart(2,"0")
const hours=Math.floor(seconds/3600)
const rest=`${pad(Math.floor(seconds/60)%60)}:${pad(seconds%60)}`
return hours===0?rest:`${hours}:${rest}`}function formatSeconds(seconds){return seconds===void 0?"":(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(seconds*1e3)}function formatRemaining(remainingMs){if(remainingMs<=0)return"already longer than usual"
const minutes=Math.round(remainingMs/6e4)
if(minutes<1)return"less than a minute left"
return minutes<90?`about ${minutes} min left`:`about ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(minutes*6e4)} left`}const icons=new Map([["created","⚪"],["waiting_for_resource","⏳"],["preparing","⏳"],["waiting_for_callback","⏳"],["pending","⏳"],["running","🔄"],["success","✅"],["failed","❌"],["canceling","🚫"],["canceled","🚫"],["skipped","⏭️"],["manual","✋"],["scheduled","🕑"]])
function statusIcon({status,allowFailure}){return status==="failed"&&allowFailure===true?"⚠️":icons.get(status)??"❓"}function phraseOf(outcome){switch(outcome){case"success":return"passed"
case"warnings":return"passed with warnings"
case"failed":return"failed"
case"canceled":return"was canceled"
case"skipped":return"was skipped"
case"manual":return"is blocked by a manual job"
case"timeout":return"did not end in time"
case"outage":return"became unreachable"
case"aborted":return"was no longer followed"
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(outcome)}}function outcomeIcon(outcome){switch(outcome){case"success":return"✅"
case"warnings":return"⚠️"
case"failed":return"❌"
case"canceled":return"🚫"
case"skipped":return"⏭️"
case"manual":return"✋"
case"timeout":return"⌛"
case"outage":return"❓"
case"aborted":return"🛑"
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(outcome)}}function shortSha(sha){return/^[0-9a-f]{8,}$/.test(sha)?sha.slice(0,8):(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(sha,9)}}),"./report/log-lines.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelLine:function(){return cancelLine},endWithStep:function(){return endWithStep},failedStatuses:function(){return failedStatuses},findFailureLine:function(){return findFailureLine},lineOf:function(){return lineOf},pipelineLine:function(){return pipelineLine},requestLine:function(){return requestLine},startEventLine:function(){return startEventLine}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/duration.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/text.js")
var _model_addresses_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/addresses.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./model/pipeline.js")
var _labels_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/labels.js")
var _markdown_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./report/markdown.js")
var _progress_table_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./report/progress-table.js")
const unknownStatus="(a status this version does not know; treated as running)"
function lineOf(event,table){return`${(0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.formatElapsed)(event.elapsedMs)}  ${sentenceOf(event,table)}`}function sentenceOf(event,table){switch(event.kind){case"pipeline_changed":return(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.rowText)(table,pipelineRow(event,table))
case"job_changed":return(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.rowText)(table,jobRow(event,table))
case"job_played":return(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.rowText)(table,{stage:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.stageName)(event.job.stage,table.space),name:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.jobName)({path:event.path,name:event.job.name},table.space),status:event.refusal===void 0?"played":`could not be played: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.refusal)}`})
case"job_retried":return(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.rowText)(table,{stage:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.stageName)(event.job.stage,table.space),name:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.jobName)({path:event.path,name:event.job.name,attempt:event.attempt},table.space),...retryText(event)})
case"partial_data":return`cannot be shown: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.unreadablePart)}`
case"heartbeat":return heartbeat(event)
case"poll_failed":return`no complete answer from GitLab (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.why)}); trying again for up to ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.retryTimeoutMs)}`
case"poll_recovered":return`GitLab answers again after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.lastedMs)}`
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(event)}}function pipelineRow({path,pipeline,known},{space}){const{status,statusGroup}=pipeline
const warned=status==="success"&&statusGroup==="success-with-warnings"
return{stage:"pipeline",name:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.pipelineName)(path,pipeline.id,space),status:(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(status,60),duration:(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(status)?(0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.formatSeconds)(pipeline.durationSeconds):"",remark:known?warned?"with warnings":"":unknownStatus}}function jobRow({path,job,attempt,known},{space}){const remarks=[job.failureReason===void 0?"":(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(job.failureReason,120),job.status==="failed"&&job.allowFailure?"(allowed to fail)":"",known?"":unknownStatus]
return{stage:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.stageName)(job.stage,space),name:(0,_progress_table_js__WEBPACK_IMPORTED_MODULE_7__.jobName)({path,name:job.name,attempt},space),status:(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(job.status,60),duration:(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__.isTerminalStatus)(job.status)?(0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.formatSeconds)(job.durationSeconds):"",remark:remarks.filter(remark=>remark!=="").join(" ")}}function retryText({job,count,most,result,why}){const remark=`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(job.failureReason??"failed",60)}; retry ${count} of ${most}`
const cause=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(why??"")
switch(result){case"retried":return{status:"retried",remark}
case"unconfirmed":return{status:`perhaps retried (${remark}), looking for the new attempt: ${cause}`}
case"refused":return{status:`could not be retried (${remark}): ${cause}`}
case"postponed":return{status:`is to be retried (${remark}), trying again: ${cause}`}}}function heartbeat(event){const names=(0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.listLabel)(event.running.map(name=>(0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.nameLabel)(name)))
const still=names===""?(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.status,60):`running: ${names}`
const left=event.remainingMs===void 0?"":`; ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.formatRemaining)(event.remainingMs)}`
return`still ${still}${left}`}function requestLine({project,ref,connection}){return`Triggering a pipeline in ${(0,_model_addresses_js__WEBPACK_IMPORTED_MODULE_3__.projectLabel)(project)} at ${ref} on ${connection.apiUrl.host}`}function pipelineLine({id,iid,webUrl}){const number=iid===void 0?"":` (#${iid})`
return`Pipeline ${id}${number} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(webUrl,2e3)}`}function findFailureLine(pipelineId,{why,retryTimeoutMs}){return`Cannot read pipeline ${pipelineId} yet (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(why)}); trying again for up to ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(retryTimeoutMs)}`}function startEventLine(event){switch(event.kind){case"retrying":return`Nothing was started (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.why)}); trying again in ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.delayMs)}`
case"response_lost":return`The response was lost (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.why)}); searching for the pipeline for up to ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.retryTimeoutMs)}`
case"lost_pipeline_found":return`Found it: pipeline ${event.pipelineId} carries the mark of this run`
case"lost_pipeline_absent":return"No pipeline was created; retrying"
case"project_unconfirmed":return`A pipeline was asked for in ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.project)}, and the answer names another path: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.webUrl,2e3)} - the project has been moved, or something on the way mixes up answers. Give its present path or its number as project_id; with an access_token the step finds out by itself`
case"rerun_searching":case"rerun":return rerunLine(event)
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(event)}}function rerunLine(event){if(event.kind==="rerun_searching"){if(event.earlier!==void 0){const name=pipelineLabel(event.earlier).replace(/^p/,"P")
return`${name} is ${statusOf(event.earlier)}; an attempt after it may have sent a request that is still on its way, so its pipeline is looked for during ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.retryTimeoutMs)}`}return`No pipeline of an earlier attempt is there; its request may still be on its way, so it is looked for during ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.retryTimeoutMs)}`}return actionLine(event.action,event.earlier)}function actionLine(action,earlier){const name=pipelineLabel(earlier)
switch(action){case"followed":return`Reusing ${name}, which is ${statusOf(earlier)}: no other one is started`
case"retrying":return`Retrying the failed and canceled jobs of ${name}, which is ${statusOf(earlier)}: no other one is started`
case"retried":return`GitLab runs jobs of ${name} again`
case"nothing_retried":return`GitLab took the retry of ${name}, and had nothing to retry in it`
case"ended":return`Starting a new pipeline, because ${name} is ${statusOf(earlier)} and on_rerun is follow`
case"other_request":return`Starting a new pipeline, because ${name} was started with other variables or inputs`
case"absent":return"Starting a new pipeline, because no earlier attempt of this step has left one"
case"unsupported":return"Starting a new pipeline, because this host does not tell the attempts of a run apart (see docs/reruns.md)"
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(action)}}function pipelineLabel(earlier){return earlier===void 0?"the earlier pipeline":`pipeline ${earlier.pipelineId} of attempt ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(earlier.attempt,60)}`}function statusOf(earlier){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(earlier?.status??"",60)}function cancelLine({pipeline,result,endedWhileCanceling,why}){const name=`Pipeline ${pipeline.id}`
const url=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(pipeline.webUrl,2e3)
switch(result){case"canceled":return`${name} is canceled`
case"canceling":return`${name} is being canceled; its running jobs stop as soon as their runners notice it`
case"already_ended":return endedWhileCanceling===true?`${name} ended as ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(pipeline.status,60)} after it was asked to stop`:`${name} had already ended as ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(pipeline.status,60)}`
case"left_running":return`${name} is still running (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(why??"GitLab gave no reason")}); cancel it there: ${url}`
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(result)}}function endWithStep({pipeline,result,endedWhileCanceling},wasOver){const name=`Pipeline ${pipeline.id}`
const status=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(pipeline.status,60)
if(wasOver)return`${name} had already ended (${status}).`
if(result!=="already_ended")return`${name} was canceled with it (${status}).`
return endedWhileCanceling===true?`${name} ended after it was asked to stop (${status}).`:`${name} had already ended (${status}).`}const mostShown=20
function failedStatuses(statuses){const failed=statuses?.failed??[]
const lines=failed.slice(0,mostShown).map(({path,name,description,targetUrl})=>{const label=(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.codeText)((0,_labels_js__WEBPACK_IMPORTED_MODULE_5__.jobLabel)({path,name}),200)
const shown=targetUrl===void 0?label:(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.linkTo)(label,targetUrl)
const words=description===void 0?"":`: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.plainText)(description,200)}`
return`- ❌ ${shown}, a status that another system set${words}`})
const more=failed.length-lines.length
return more>0?[...lines,`- and ${more} more`]:lines}}),"./report/markdown.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{codeText:function(){return codeText},escapeHtml:function(){return escapeHtml},linkTo:function(){return linkTo},logLine:function(){return logLine},plainText:function(){return plainText},tableRow:function(){return tableRow}})
var _base_address_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/address.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
const harmless=new Map([["@","<span>@</span>"],["$","<span>$</span>"],...Array.from("&<>\"'`*_~[](){}#+!|\\:^=").map(character=>[character,`&#${character.charCodeAt(0)};`])])
function plainText(text,maxCharacters=200){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(text,maxCharacters).replace(/[@$&<>"'`*_~[\](){}#+!|\\:^=]/g,character=>harmless.get(character)??"").replace(/www\./gi,match=>`${match.slice(0,-1)}&#46;`)}function codeText(text,maxCharacters=200){return`<code>${plainText(text,maxCharacters)||"(empty)"}</code>`}function linkTo(label,url){const safe=safeUrl(url)
return safe===void 0?label:`[${label}](${safe})`}function safeUrl(url){if(url.length>2e3||!(0,_base_address_js__WEBPACK_IMPORTED_MODULE_0__.isUrl)(url))return
const{protocol,username,password,host,origin,href}=new URL(url)
if(protocol!=="https:"&&protocol!=="http:"||username!==""||password!=="")return
if(!/^[A-Za-z0-9.:[\]_-]+$/.test(host))return
const shown=asWritten(origin,url)
if(shown===void 0)return
const rest=href.slice(origin.length).replace(/[^A-Za-z0-9\-._~:/?#@&+,=%]/g,character=>encodeURIComponent(character)).replace(/[!'()*]/g,character=>`%${character.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("&","&amp;")
return shown+rest}function asWritten(origin,url){const written=url.trimStart().slice(0,origin.length)
if(written.toLowerCase()===origin.toLowerCase())return written
const[,host=""]=/^\s*[a-z]+:[/\\\s]*([^/\\?#]*)/i.exec(url)??[]
return host.includes("%")?void 0:origin}function logLine(line,maxCharacters=1e3){const shown=line.split(/[\r\n]/).filter(part=>part!=="").at(-1)
return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanIndentedLine)(shown??"",maxCharacters)}function escapeHtml(text){return text.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}function tableRow(cells){return`| ${cells.join(" | ")} |`}}),"./report/name-column.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cellOf:function(){return cellOf},emptyColumn:function(){return emptyColumn},widestOf:function(){return widestOf},withNames:function(){return withNames}})
var _base_text_width_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text-width.js")
var _short_names_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./report/short-names.js")
function emptyColumn(cells){return{cells,growths:0,shown:new Map}}function withNames(column,names,mostCells){const{shown,growths}=column
const fresh=[...new Set(names)].filter(name=>!shown.has(name))
if(fresh.length===0)return column
const needed=Math.min(widestOf(fresh),mostCells)
if(needed<=column.cells)return{...column,shown:new Map([...shown,...(0,_short_names_js__WEBPACK_IMPORTED_MODULE_1__.shortNames)(fresh,column.cells,shown)])}
const isFirst=shown.size===0
const cells=growths===0?needed:mostCells
const all=[...shown.keys(),...fresh]
return{cells,growths:isFirst?0:growths+1,shown:(0,_short_names_js__WEBPACK_IMPORTED_MODULE_1__.shortNames)(all,cells)}}function cellOf({shown,cells},name){return(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.padText)(shown.get(name)??(0,_short_names_js__WEBPACK_IMPORTED_MODULE_1__.shortened)(name,cells),cells)}function widestOf(names){let widest=0
for(const name of names)widest=Math.max(widest,(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(name))
return widest}}),"./report/outputs.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{artifactsOutput:function(){return artifactsOutput},cancellationOutputs:function(){return cancellationOutputs},createdOutputs:function(){return createdOutputs},foundOutputs:function(){return foundOutputs},lastOutputs:function(){return lastOutputs},lostValues:function(){return lostValues},outputNames:function(){return outputNames},startOutputs:function(){return startOutputs},verdictOutputs:function(){return verdictOutputs}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _json_outputs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./report/json-outputs.js")
var _tokens_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./report/tokens.js")
const pipelineId={name:"pipeline_id",description:"Id of the pipeline, unique on the GitLab instance."}
const webUrl={name:"web_url",description:"The page of the pipeline in GitLab."}
const status={name:"status",description:"The last known status of the pipeline, in GitLab's own word: `created`, `running`, `success`, `failed`, …"}
const identityOutputs=[pipelineId,webUrl,{name:"pipeline_iid",description:"Number of the pipeline within its project, as `CI_PIPELINE_IID`."},{name:"project_id",description:"Numeric id of the project."},{name:"ref",description:"Short name of the branch or tag the pipeline runs on."},{name:"sha",description:"The commit the pipeline runs on."},{name:"created_at",description:"When GitLab created the pipeline: ISO 8601, GitLab's clock."},status]
const followOutputs=[{name:"duration",description:"Whole seconds the pipeline ran, as GitLab counts them; set when it was followed to its end."},{name:"coverage",description:"Test coverage in percent, where the pipeline reports one."},{name:"jobs",description:"Every job of the pipeline and of its downstream pipelines as JSON, in the shape that docs/outputs.md describes; set when it was followed."},{name:"failed_jobs",description:"The failed ones among them, in the same shape; also those that may fail, with `allow_failure: true`."},{name:"downstream",description:"Trigger jobs and the child and downstream pipelines they started as JSON, in the shape that docs/outputs.md describes."},{name:"tests",description:"Test totals, suites and failed cases of the pipeline as JSON, in the shape that docs/outputs.md describes; set when a job left a test report."},{name:"values",description:"What `values_from` read, as a JSON object of texts: `fromJSON(steps.ID.outputs.values).KEY`. With `values_as_outputs` also `value_KEY` for each."},{name:"artifacts_path",description:"Absolute path of the folder with the requested artifacts, with `/` as the separator on Windows too."}]
const triggerOutputs=[...identityOutputs,{name:"outcome",description:"Outcome: `triggered` (not followed), `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`."},...followOutputs,{name:"checks",description:"For a dry run: the result of every check, as JSON in the shape that docs/outputs.md describes."}]
const waitOutputs=[...identityOutputs,{name:"outcome",description:"Outcome: `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`."},...followOutputs]
const cancelOutputs=[pipelineId,webUrl,status,{name:"outcome",description:"Outcome: `canceled` when GitLab confirmed it, or how the pipeline had already ended: `success`, `failed`, `skipped`."}]
const outputNames=[...new Set([...triggerOutputs,...waitOutputs,...cancelOutputs,..._tokens_js__WEBPACK_IMPORTED_MODULE_2__.tokensOutputs].map(({name})=>name))]
function startOutputs(pipeline){return{...foundOutputs(pipeline),outcome:"triggered"}}function createdOutputs(pipelineId){return{pipeline_id:String(pipelineId)}}function foundOutputs(pipeline){return known({pipeline_id:String(pipeline.id),web_url:pipeline.webUrl,pipeline_iid:pipeline.iid?.toString(),project_id:pipeline.projectId>0?String(pipeline.projectId):void 0,ref:pipeline.ref,sha:pipeline.sha===""?void 0:pipeline.sha,created_at:pipeline.createdAt,status:pipeline.status})}function verdictOutputs({outcome,pipeline,snapshot,externalStatuses}){return known({...lastOutputs(pipeline,snapshot,externalStatuses),outcome,duration:pipeline.durationSeconds===void 0?void 0:String(Math.round(pipeline.durationSeconds)),coverage:pipeline.coverage})}function artifactsOutput(folder){const isOfWindows=/^(?:[A-Za-z]:)?\\/.test(folder)
return{artifacts_path:isOfWindows?folder.replaceAll("\\","/"):folder}}function cancellationOutputs({pipeline,result}){switch(result){case"canceled":case"canceling":return{status:pipeline.status,outcome:"canceled"}
case"already_ended":return{status:pipeline.status,outcome:pipeline.status}
case"left_running":return{status:pipeline.status}
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(result)}}function lastOutputs(pipeline,snapshot,statuses){return{status:pipeline.status,...snapshot===void 0?{}:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_1__.jobOutputs)(snapshot,statuses)}}function known(outputs){return Object.fromEntries(Object.entries(outputs).filter(([,value])=>value!==void 0))}const maxNamed=5
function lostValues(lost){if(lost.length===0)return[]
const named=lost.slice(0,maxNamed)
const more=lost.length>maxNamed?` and ${lost.length-maxNamed} more`:""
return[{code:"output_lost",what:`values_from: ${named.map(({name})=>name).join(", ")}${more} could not be handed to later steps`,why:named.map(({name,why})=>`${name}: ${why}.`).join("\n"),hint:"With the command, give output_file, with an ending that can carry them (.json): it has all outputs on every CI. Or bring long texts back as artifacts."}]}}),"./report/progress-table.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{emptyTable:function(){return emptyTable},jobName:function(){return jobName},pipelineName:function(){return pipelineName},rowText:function(){return rowText},stageName:function(){return stageName},tableAfter:function(){return tableAfter}})
var _base_text_width_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text-width.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./model/snapshot.js")
var _labels_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./report/labels.js")
var _name_column_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/name-column.js")
const logCells=100
const elapsedCells=7
const least={stage:8,name:15}
const most={stage:24,name:80}
const statusCells=14
const durationCells=6
const remarkCells=14
const longestName=255
function emptyTable(space){return{space,stages:(0,_name_column_js__WEBPACK_IMPORTED_MODULE_4__.emptyColumn)(least.stage),names:(0,_name_column_js__WEBPACK_IMPORTED_MODULE_4__.emptyColumn)(least.name)}}function tableAfter(table,{root}){const{space}=table
const stageNames=[]
const names=[]
for(const{path,node}of(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.placesOf)(root)){names.push(pipelineName(path,node.pipeline.id,space))
for(const{job,attempt}of(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.stepsOf)(node)){stageNames.push(stageName(job.stage,space))
names.push(jobName({path,name:job.name,attempt},space))}}if(stageNames.length===0)return table
const{lineCells=logCells}=space
const mostStage=within(Math.floor(lineCells/5),least.stage,most.stage)
const stages=(0,_name_column_js__WEBPACK_IMPORTED_MODULE_4__.withNames)(table.stages,stageNames,mostStage)
const rest=elapsedCells+stages.cells+statusCells+durationCells+remarkCells+4
const mostName=within(lineCells-rest,least.name,most.name)
return{space,stages,names:(0,_name_column_js__WEBPACK_IMPORTED_MODULE_4__.withNames)(table.names,names,mostName)}}function rowText(table,row){const{stage,name,status,duration="",remark=""}=row
const cells=[(0,_name_column_js__WEBPACK_IMPORTED_MODULE_4__.cellOf)(table.stages,stage),(0,_name_column_js__WEBPACK_IMPORTED_MODULE_4__.cellOf)(table.names,name)]
const words=[filled(status,statusCells),filled(duration,durationCells),remark]
return[...cells,...words].join(" ").trimEnd()}function filled(text,cells){return(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(text)<=cells?(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.padText)(text,cells):`${text} `}function stageName(stage,space){return foreignName(stage,space)}function pipelineName(path,id,space){return path.length===0?String(id):(0,_labels_js__WEBPACK_IMPORTED_MODULE_3__.joinedPath)(path.map(name=>foreignName(name,space)))}function jobName(of,space){const names=[...of.path,of.name].map(name=>foreignName(name,space))
return(0,_labels_js__WEBPACK_IMPORTED_MODULE_3__.withAttempt)((0,_labels_js__WEBPACK_IMPORTED_MODULE_3__.joinedPath)(names),of.attempt)}function foreignName(name,{redact}){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.redactedLine)(name,redact,longestName)||"(unnamed)"}function within(cells,atLeast,atMost){return Math.max(atLeast,Math.min(cells,atMost))}}),"./report/short-names.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{shortNames:function(){return shortNames},shortened:function(){return shortened}})
var _base_text_width_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text-width.js")
const mostSteps=5
function shortNames(names,cells,known=new Map){const shown=new Map
const owners=new Map(Array.from(known,([name,form])=>[form,name]))
const give=(name,form)=>{shown.set(name,form)
owners.set(form,name)}
const long=[]
for(const name of new Set(names)){if(known.has(name))continue
if((0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(name)<=cells&&!owners.has(name))give(name,name)
else long.push(name)}let number=1
const giveNumber=name=>{for(;;){number+=1
const form=numbered(name,cells,number)
if(owners.has(form))continue
give(name,form)
return}}
const settle=(group,write,steps=1)=>{for(const[form,alike]of groupedBy(group,write)){const owner=owners.get(form)
const[first="",...others]=alike
if(others.length===0&&owner===void 0){give(first,form)
continue}if(steps>mostSteps){alike.forEach(giveNumber)
continue}const from=commonStart((owner===void 0?alike:[...alike,owner]).map(_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.graphemesOf))
settle(alike,name=>shortenedAround(name,cells,from),steps+1)}}
settle(long,name=>shortened(name,cells))
return shown}function shortened(name,cells){if((0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(name)<=cells)return name
return cutOut((0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.graphemesOf)(name),{cells,mark:"…",tailCells:tailCellsOf(name,cells)})}function shortenedAround(name,cells,from){const graphemes=(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.graphemesOf)(name)
const headCells=Math.floor(cells/4)
const tailCells=Math.floor(cells/3)
const rest=graphemes.slice(from)
if((0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(rest.join(""))<=cells-headCells-1)return cutOut(graphemes,{cells,mark:"…",tailCells:cells-headCells-1})
const middle=(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.headOf)(rest,cells-headCells-tailCells-2)
return cutOut(graphemes,{cells,mark:`…${middle}…`,tailCells})}function numbered(name,cells,number){return cutOut((0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.graphemesOf)(name),{cells,mark:`…${number}…`,tailCells:Math.floor(cells/3)})}function cutOut(graphemes,{cells,mark,tailCells}){const tail=(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.tailOf)(graphemes,tailCells)
return`${(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.headOf)(graphemes,Math.max(0,cells-(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(mark)-(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(tail)))}${mark}${tail}`}function tailCellsOf(name,cells){const attempt=name.endsWith(")")?name.lastIndexOf(" (attempt "):-1
const body=attempt<0?name:name.slice(0,attempt)
const bracket=body.endsWith("]")?body.lastIndexOf(": ["):-1
const from=bracket<0?body.length:bracket
const half=Math.floor((cells-1)/2)
return Math.min(Math.max(half,(0,_base_text_width_js__WEBPACK_IMPORTED_MODULE_0__.textWidth)(name.slice(from))),Math.floor(cells*2/3))}function commonStart([first=[],...others]){const end=first.findIndex((grapheme,index)=>others.some(other=>other[index]!==grapheme))
return end<0?first.length:end}function groupedBy(names,write){const groups=new Map
for(const name of names){const form=write(name)
const group=groups.get(form)
if(group===void 0)groups.set(form,[name])
else group.push(name)}return groups}}),"./report/summary/head.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{summaryHead:function(){return summaryHead}})
var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/duration.js")
var _model_failures_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/failures.js")
var _labels_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./report/labels.js")
var _markdown_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./report/markdown.js")
var _tests_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/tests.js")
var _job_tables_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/summary/job-tables.js")
function summaryHead({outcome,pipeline,elapsedMs,root,tests}){const link=(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.linkTo)(`Pipeline ${pipeline.id}`,pipeline.webUrl)
const name=pipeline.name===void 0?"":` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.codeText)(pipeline.name)}`
const title=`## ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.outcomeIcon)(outcome)} ${link}${name} ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.phraseOf)(outcome)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__.formatDuration)(elapsedMs)}`
const lines=[factsLine(pipeline),root===void 0?"":jobsLine(root),tests===void 0||tests.total===0?"":(0,_tests_js__WEBPACK_IMPORTED_MODULE_4__.testsLine)(tests),pipeline.yamlErrors===void 0?"":`GitLab says: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.codeText)(pipeline.yamlErrors,1e3)}`]
return[title,"",...lines.filter(line=>line!=="").map(line=>`${line}  `),""].join("\n")}function factsLine({ref,sha,status,durationSeconds,queuedSeconds,coverage}){return[`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.codeText)(ref)} at ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.codeText)((0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.shortSha)(sha))}`,`status ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.plainText)(status,60)}`,durationSeconds===void 0?"":`ran for ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.formatSeconds)(durationSeconds)}`,queuedSeconds===void 0?"":`queued for ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__.formatSeconds)(queuedSeconds)}`,coverage===void 0?"":`coverage ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.plainText)(coverage,20)} %`].filter(part=>part!=="").join(" · ")}function jobsLine(root){const jobs=(0,_model_failures_js__WEBPACK_IMPORTED_MODULE_1__.listJobs)(root)
const counts=new Map
for(const{job}of jobs){const text=(0,_job_tables_js__WEBPACK_IMPORTED_MODULE_5__.statusText)(job)
counts.set(text,(counts.get(text)??0)+1)}const parts=[...counts].slice(0,20).map(([text,count])=>`${count} ${text}`)
return`${jobs.length} ${jobs.length===1?"job":"jobs"}: ${parts.join(" · ")}`}}),"./report/summary/job-tables.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{downstreamTables:function(){return downstreamTables},downstreamTree:function(){return downstreamTree},jobTable:function(){return jobTable},statusText:function(){return statusText}})
var _model_failures_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./model/failures.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/pipeline.js")
var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./model/snapshot.js")
var _byte_budget_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./report/byte-budget.js")
var _labels_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/labels.js")
var _markdown_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/markdown.js")
const head=[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.tableRow)(["Stage","Job","Status","Duration","Queued","Attempt","Reason"]),(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.tableRow)(["---","---","---","---:","---:","---:","---"])]
function jobTable(node,maxBytes){const rows=(0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.rowsByStage)(node).flatMap(({rows})=>rows.map((row,index)=>({row,isFirst:index===0})))
const headBytes=250
const fitted=(0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_3__.linesWithin)(rows,{maxBytes:maxBytes-headBytes,lineOf:({row,isFirst})=>(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.tableRow)([isFirst?(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.codeText)(row.job.stage,100):"",...cellsOf(row)])})
if(fitted.lines.length===0)return{text:"",bytes:0,omitted:fitted.omitted}
return{text:`${[...head,...fitted.lines].join("\n")}\n`,bytes:fitted.bytes+headBytes,omitted:fitted.omitted}}function statusText(job){const allowed=job.status==="failed"&&job.allowFailure===true?" (allowed)":""
return`${(0,_labels_js__WEBPACK_IMPORTED_MODULE_4__.statusIcon)(job)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.plainText)(job.status,60)}${allowed}`}function cellsOf({kind,job,attempt}){return[`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.linkTo)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.codeText)(job.name,100),job.webUrl)}${kind==="bridge"?" ↗":""}`,statusText(job),(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.isTerminalStatus)(job.status)?(0,_labels_js__WEBPACK_IMPORTED_MODULE_4__.formatSeconds)(job.durationSeconds):"",(0,_labels_js__WEBPACK_IMPORTED_MODULE_4__.formatSeconds)(job.queuedSeconds),String(attempt),job.failureReason===void 0?"":(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.codeText)(job.failureReason,100)]}function downstreamTree(root,maxBytes){const{lines,bytes,omitted}=(0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_3__.linesWithin)((0,_model_failures_js__WEBPACK_IMPORTED_MODULE_0__.listDownstream)(root),{maxBytes,lineOf:treeLine})
return{text:lines.map(line=>`${line}\n`).join(""),bytes,omitted}}function downstreamTables(root,maxBytes){let left=maxBytes
let omitted=0
const texts=[]
for(const{path,node}of(0,_model_failures_js__WEBPACK_IMPORTED_MODULE_0__.listDownstream)(root)){if(node===void 0||node.jobs.length+node.bridges.length===0)continue
const open=(0,_model_failures_js__WEBPACK_IMPORTED_MODULE_0__.failuresOf)(node).failed.some(({allowed})=>!allowed)?" open":""
const summary=`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.codeText)((0,_labels_js__WEBPACK_IMPORTED_MODULE_4__.pathLabel)(path),200)} · ${countOf(node)}`
const headBytes=1200
const table=jobTable(node,left-headBytes)
omitted+=table.omitted
if(table.text==="")continue
left-=table.bytes+headBytes
texts.push(`<details${open}>\n<summary>${summary}</summary>\n\n${table.text}\n</details>\n`)}return{text:texts.join("\n"),bytes:maxBytes-left,omitted}}function treeLine({path,bridge,node}){const indent="  ".repeat(path.length-1)
return`${indent}- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.linkTo)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.codeText)(bridge.name,100),bridge.webUrl)} → ${targetText(bridge,node)}`}function targetText(bridge,node){const{downstream}=bridge
if(node!==void 0){const{id,webUrl,durationSeconds}=node.pipeline
const link=(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.linkTo)(`pipeline ${id}`,webUrl)
return[`${link} ${statusText(node.pipeline)}`,(0,_labels_js__WEBPACK_IMPORTED_MODULE_4__.formatSeconds)(durationSeconds),countOf(node)].filter(part=>part!=="").join(" · ")}if(downstream!==void 0){const link=(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.linkTo)(`pipeline ${downstream.pipelineId}`,downstream.webUrl)
return`${link} ${statusText(downstream)} · its jobs were not read`}const reason=bridge.failureReason===void 0?"":` · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__.codeText)(bridge.failureReason,100)}`
return`no pipeline: ${statusText(bridge)}${reason}`}function countOf({jobs}){return jobs.length===1?"1 job":`${jobs.length} jobs`}}),"./report/tests.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{caseLabel:function(){return caseLabel},failedTestLines:function(){return failedTestLines},firstWords:function(){return firstWords},placeOfTest:function(){return placeOfTest},testAnnotations:function(){return testAnnotations},testsLine:function(){return testsLine}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
var _labels_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./report/labels.js")
var _markdown_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./report/markdown.js")
const maxFileCharacters=500
function placeOfTest(of){const file=of.file?.replace(/^(?:\.\/)+/,"")??""
if(file===""||file.length>maxFileCharacters||/^(?:\/|[A-Za-z]:)|[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)/.test(file))return{}
const line=lineIn(of.output??"",file)
return line===void 0?{file}:{file,line}}const separators=[":",'", line ',"("]
function lineIn(output,file){for(const separator of separators){const mark=`${file}${separator}`
for(let at=output.indexOf(mark);at>=0;at=output.indexOf(mark,at+1)){const digits=/^[1-9]\d{0,6}(?!\d)/.exec(output.slice(at+mark.length,at+mark.length+10))?.[0]
if(digits!==void 0)return Number(digits)}}return}const maxNamed=20
function testsLine({total,success,failed,error,skipped,seconds}){return[`${total} ${total===1?"test":"tests"}: ${success} passed`,failed===0?"":`${failed} failed`,error===0?"":`${error} broke`,skipped===0?"":`${skipped} skipped`,`in ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__.formatSeconds)(seconds)}`].filter(part=>part!=="").join(" · ")}function caseLabel({path,suite,classname,name},maxCharacters=100){return(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__.pathLabel)([...path,suite,...ownNames(classname,name)],maxCharacters)}function ownNames(classname,name){if(classname===void 0||isRepeated(classname,name))return[name]
return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(name)===""?[classname]:[classname,name]}function isRepeated(classname,name){return name.startsWith(classname)&&!/^\w/.test(name.slice(classname.length))}function firstWords({output=""},maxCharacters=200){const line=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cutText)(output,1e5).split(/[\r\n]+/).find(text=>(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(text)!=="")
return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(line??"",maxCharacters)}function failedTestLines(failed){const more=failed.length-maxNamed
return[...failed.slice(0,maxNamed).map(each=>{const{file,line}=placeOfTest(each)
const place=file===void 0?"":` (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cleanLine)(file,200)}${line===void 0?"":`:${line}`})`
const words=firstWords(each)
return`${caseLabel(each)}${place}${words===""?"":`: ${words}`}`}),...more>0?[`and ${more} more`]:[]]}const mostAnnotations=8
const[maxLines,maxCharacters]=[10,1500]
const mostRead=1e5
function testAnnotations(failed){return failed.slice(0,mostAnnotations).map(each=>({title:caseLabel(each),message:messageOf(each),...placeOfTest(each)}))}function messageOf(each){if(firstWords(each)==="")return`The test ${each.status==="error"?"ended with an error":"failed"} and has no output.`
const lines=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cutText)(each.output??"",mostRead).split(/\r\n|[\r\n]/,maxLines)
return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.cutText)(lines.map(line=>(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.logLine)(line,300)).join("\n").trim(),maxCharacters)}}),"./report/tokens.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{expiryLine:function(){return expiryLine},oneTokenOutputs:function(){return oneTokenOutputs},tokenEventLine:function(){return tokenEventLine},tokenLine:function(){return tokenLine},tokenListOutputs:function(){return tokenListOutputs},tokenTable:function(){return tokenTable},tokenTableLines:function(){return tokenTableLines},tokenTableTitle:function(){return tokenTableTitle},tokensOutputs:function(){return tokensOutputs},tokensRequestLine:function(){return tokensRequestLine}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/duration.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/text.js")
var _model_addresses_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/addresses.js")
var _byte_budget_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/byte-budget.js")
var _json_outputs_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/json-outputs.js")
var _markdown_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./report/markdown.js")
function tokensRequestLine({order,project,connection}){const where=`${(0,_model_addresses_js__WEBPACK_IMPORTED_MODULE_3__.projectLabel)(project)} on ${connection.apiUrl.host}`
switch(order.operation){case"list":return`Listing the trigger tokens of ${where}`
case"get":return`Reading trigger token ${order.triggerId} of ${where}`
case"create":return`Creating the trigger token ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.quotedName)(order.description)} in ${where}`
case"update":return`Renaming trigger token ${order.triggerId} of ${where} to ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.quotedName)(order.description)}`
case"delete":return`Deleting trigger token ${order.triggerId} of ${where}`
case"rotate":{const which=order.triggerId??(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.quotedName)(order.description??"")
return`Rotating the trigger token ${which} of ${where}`}default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(order)}}function expiryLine({atMs,written}){const time=new Date(atMs).toISOString().replace(".000","")
switch(written){case"date":return`expires_at is a date, which means its midnight in UTC: ${time}`
case"span":return`expires_at is a span, and ends at ${time}`
case"time":return
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(written)}}function tokenLine(token){const[start,owner,used,expiry]=cellsOf(token)
return`Trigger token ${token.id} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.quotedName)(token.description)} (starts with ${start}, owner ${owner}, ${used}, ${expiry})`}function tokenTableLines(tokens){const rows=tokens.map(token=>[String(token.id),...cellsOf(token),(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.quotedName)(token.description)])
const widths=rows[0]?.map((_,column)=>Math.max(...rows.map(row=>row[column]?.length??0)))??[]
return rows.map(row=>row.map((cell,column)=>column===row.length-1?cell:cell.padEnd(widths[column]??0)).join("  "))}function tokenTableTitle(tokens,truncated){const count=tokens.length===1?"1 trigger token":`${tokens.length} trigger tokens`
return truncated==="complete"?count:`The first ${count}; GitLab has more`}function cellsOf(token){const owner=token.owner===void 0?"unknown":(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(token.owner,60)
return[token.start===void 0?"?":(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(token.start,4),token.secret===void 0?owner:`${owner} (you)`,token.lastUsed===void 0?"never used":`last used ${timeText(token.lastUsed)}`,token.expiresAt===void 0?"does not expire":`expires ${timeText(token.expiresAt)}`]}function timeText(time){return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(time,40).replace(/\.\d+Z$/,"Z")}function tokenEventLine(event){switch(event.kind){case"retrying":return spoken(`Temporary failure (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.why)}); trying again in ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(event.delayMs)}`)
case"response_lost":return spoken(`The response was lost (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(event.why)}); checking whether the token exists`)
case"found_again":return spoken(`It exists: ${tokenLine(event.token)}`)
case"created":return spoken(`Created: ${tokenLine(event.token)}`)
case"expiry_ignored":return warned(`This GitLab does not support the expiry of trigger tokens: token ${event.token.id} never expires, despite expires_at.`)
case"reused":return spoken(`Continuing with the token of an interrupted run: ${tokenLine(event.token)}`)
case"proven":return spoken(`GitLab accepts token ${event.token.id} (verified without starting a pipeline)`)
case"owner_changed":return warned(`Token ${event.to.id} belongs to ${ownerOf(event.to)}, token ${event.from.id} to ${ownerOf(event.from)}: pipelines that are started with the new one run as ${ownerOf(event.to)}, with the rights of that user.`)
case"stored":return spoken(`Stored token ${event.token.id} in ${event.where}${event.note===void 0?"":`. ${event.note}`}`)
case"deleted":return spoken(`Deleted: ${tokenLine(event.token)}. It cannot be restored; the pipelines that it started stay and continue to run`)
case"left":return warned(leftText(event.tokens))
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(event)}}function leftText(tokens){const ids=tokens.map(({id})=>id)
const verb=ids.length===1?"still works":"still work"
return`Token ${ids.join(", ")} ${verb}: delete it (operation: delete) once the new one is where it is used, or give save_to_file, store_command or github_secret, so that rotate can do both.`}function ownerOf({owner}){return owner===void 0?"an unknown user":(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(owner,60)}function spoken(text){return{level:"info",text}}function warned(text){return{level:"warning",text}}const tokensOutputs=[{name:"trigger_id",description:"Id of the trigger token; for `create` and `rotate` of the new one. Not set by `list`."},{name:"token",description:"The whole new token, for `create` and `rotate` only; masked in the log. GitHub gives it to later steps of the same job and keeps it from other jobs."},{name:"old_trigger_id",description:"Id of the token that `rotate` replaced, whether it was deleted or left."},{name:"triggers",description:"The trigger tokens that the operation was about as JSON, in the shape that docs/outputs.md describes: all of them for `list`, else one. Never a whole token."}]
function oneTokenOutputs(token){return{trigger_id:String(token.id),...tokenListOutputs([token])}}function tokenListOutputs(tokens){return{triggers:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.jsonList)("triggers",tokens.map(tokenEntry))}}function tokenEntry(token){return{id:token.id,description:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.bounded)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.withoutTokens)(token.description)),token_start:token.start??null,owner:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.bounded)(token.owner),own:token.secret!==void 0,created_at:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.bounded)(token.createdAt),updated_at:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.bounded)(token.updatedAt),last_used:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.bounded)(token.lastUsed),expires_at:(0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_5__.bounded)(token.expiresAt)}}const maxBytes=4e5
const head=[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.tableRow)(["Id","Description","Token","Owner","Last used","Expiry"]),(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.tableRow)(["---:","---","---","---","---","---"])]
function tokenTable(tokens,project){const title=`### Trigger tokens of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.plainText)(project)}`
if(tokens.length===0)return`${title}\n\nThere are none.\n`
const{lines,omitted}=(0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_4__.linesWithin)(tokens,{maxBytes,lineOf:rowOf})
const more=omitted===0?[]:["",`${omitted} more are in the output \`triggers\` and in the log.`]
return[title,"",...head,...lines,...more,""].join("\n")}function rowOf(token){const[start,owner,used,expiry]=cellsOf(token)
return(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.tableRow)([String(token.id),(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.codeText)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.withoutTokens)(token.description),100),`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.codeText)(start)}…`,(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.plainText)(owner),(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.plainText)(used),(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__.plainText)(expiry)])}}),"./report/verdict-message.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{incompleteResults:function(){return incompleteResults},leftRunning:function(){return leftRunning},verdictError:function(){return verdictError},verdictSentence:function(){return verdictSentence}})
var assert_never=__webpack_require__("./base/assert-never.js")
var duration=__webpack_require__("./base/duration.js")
var errors=__webpack_require__("./base/errors.js")
var base_text=__webpack_require__("./base/text.js")
var failures=__webpack_require__("./model/failures.js")
var report_labels=__webpack_require__("./report/labels.js")
var model_pipeline=__webpack_require__("./model/pipeline.js")
var snapshot=__webpack_require__("./model/snapshot.js")
const maxNamed=5
const maxUrlCharacters=200
function blamedJobs({outcome,snapshot,grounds}){if(snapshot===void 0)return{failed:[],total:0}
const{failed,total}=(0,failures.failuresOf)(snapshot.root,grounds)
return{failed:failed.filter(({allowed})=>allowed===(outcome==="warnings")),total}}function causesOf(verdict){const{outcome,grounds}=verdict
if(outcome==="success")return[]
const below=grounds?.below??[]
const shown=below.slice(0,maxNamed-2).map(partPhrase)
const more=below.length>shown.length?[`${below.length-shown.length} more below`]:[]
return[...shown,...more,...jobCauses(verdict),...restCauses(verdict)]}function partPhrase({path,kind,outcome}){const name=`\`${(0,report_labels.pathLabel)(path,40)}\``
switch(kind){case"child":return`the child pipeline ${name} ${(0,report_labels.phraseOf)(outcome)} (downstream: require)`
case"downstream":return`the downstream pipeline ${name} ${(0,report_labels.phraseOf)(outcome)} (downstream: require)`
case"trigger_job":return`the trigger job ${name} started no pipeline (downstream: require)`}}function jobCauses(verdict){const{failed,total}=blamedJobs(verdict)
if(failed.length===0)return[]
const names=failed.map(({path,job})=>(0,base_text.cleanLine)((0,report_labels.jobLabel)({path,name:job.name}),40))
const allowed=verdict.outcome==="warnings"?", which is allowed":""
return[`${failed.length} of ${countOf(total)} failed${allowed} (${(0,report_labels.listLabel)(names,maxNamed)})`]}function retryCauses({retries=[]}){const phrases={retried:"retried",unconfirmed:"perhaps retried",refused:"not retried by GitLab"}
return["retried","unconfirmed","refused"].flatMap(result=>{const names=retries.filter(retry=>retry.result===result).map(({path,job})=>(0,base_text.cleanLine)((0,report_labels.jobLabel)({path,name:job.name}),40))
return names.length===0?[]:[`${phrases[result]}: ${(0,report_labels.listLabel)([...new Set(names)],maxNamed)}`]})}function restCauses(verdict){const{outcome,externalStatuses}=verdict
if(outcome==="skipped")return isOfManualJobs(verdict)?["no job ran, because all of them are manual"]:[]
if(outcome!=="failed")return[]
const labels=(externalStatuses?.failed??[]).map(({path,name})=>`\`${(0,base_text.cleanLine)((0,report_labels.jobLabel)({path,name}),40)}\``)
const statuses=labels.length===1?"the external status":`${labels.length} external statuses`
const failed=labels.length===0?[]:[`${statuses} failed (${(0,report_labels.listLabel)(labels,maxNamed)})`]
return isUnexplained(verdict)?["no job that GitLab lists failed",...failed]:failed}function isUnexplained(verdict){const{outcome,pipeline,grounds}=verdict
const{failed,total}=blamedJobs(verdict)
const isBelow=grounds?.jobIds!==void 0||(grounds?.below??[]).length>0
const isOwn=pipeline.status==="failed"&&pipeline.yamlErrors===void 0
return outcome==="failed"&&isOwn&&!isBelow&&failed.length===0&&total>0}function isOfManualJobs({outcome,snapshot,grounds}){if(outcome!=="skipped"||snapshot===void 0||grounds?.jobIds!==void 0)return false
const{jobs,bridges}=snapshot.root
const steps=[...jobs.map(({job})=>job),...bridges.map(({bridge})=>bridge)]
return steps.length>0&&steps.every(({status})=>status==="manual")}function causeLines(verdict){const{pipeline,snapshot,outcome,grounds,externalStatuses}=verdict
const{failed}=blamedJobs(verdict)
const lines=[...(grounds?.below??[]).map(part=>`${partPhrase(part)}${urlOf(part.webUrl)}`),...failed.map(jobLine),...(externalStatuses?.failed??[]).map(statusLine)]
const first=firstLines([...lines,...hiddenLines(verdict)])
if(lines.length>0)return first
if(pipeline.yamlErrors!==void 0)return[`GitLab says: ${(0,base_text.cleanLine)(pipeline.yamlErrors,500)}`]
if(isUnexplained(verdict))return[unexplainedLine(verdict)]
if(outcome!=="manual"||snapshot===void 0)return first
return firstLines([...(0,failures.listJobs)(snapshot.root),...listBareTriggerJobs(snapshot.root)].filter(({job})=>(0,model_pipeline.isBlocking)(job)).map(jobLine))}function listBareTriggerJobs(root){return(0,snapshot.placesOf)(root).flatMap(({path,node})=>node.bridges.flatMap(({bridge,downstream})=>downstream===void 0?[{path,job:bridge,attempt:1}]:[]))}function hiddenLines({outcome,pipeline}){return outcome==="failed"&&(0,model_pipeline.hidesFailures)(pipeline.status)?[`GitLab calls the pipeline '${pipeline.status}', and a job of it has failed`]:[]}function unexplainedLine({externalStatuses,snapshot}){const again=snapshot===void 0?[]:(0,failures.listJobs)(snapshot.root).filter(({job})=>isUnderWay(job))
if(again.length>0){const names=again.map(({path,job,attempt})=>`${(0,base_text.cleanLine)((0,report_labels.jobLabel)({path,name:job.name,attempt}),100)} is ${(0,base_text.cleanLine)(job.status,40)}`)
return`GitLab says so although no latest attempt has failed: ${(0,report_labels.listLabel)(names,maxNamed)}`}const lacks=snapshot?.root.incomplete?.jobs
if(lacks!==void 0)return`None of the jobs that can be read failed: ${(0,base_text.cleanLine)(lacks,300)}`
const unread=externalStatuses?.unread
const end=unread===void 0?"none of them is reported as failed":`they cannot be read (${(0,base_text.cleanLine)(unread,300)})`
return`None of its jobs failed. Statuses that other systems set on its commit count as well: ${end}`}function isUnderWay({status}){return!(0,model_pipeline.isTerminalStatus)(status)&&status!=="manual"&&status!=="created"}function jobLine({path,job,attempt}){const label=(0,base_text.cleanLine)((0,report_labels.jobLabel)({path,name:job.name,attempt}),100)
return`${label} (stage ${(0,base_text.cleanLine)(job.stage,40)}): ${reasonOf(job)}${urlOf(job.webUrl)}`}function statusLine({path,name,description,targetUrl=""}){const label=(0,base_text.cleanLine)((0,report_labels.jobLabel)({path,name}),100)
const words=description===void 0?"failed":(0,base_text.cleanLine)(description,150)||"failed"
return`${label} (external status): ${words}${urlOf(targetUrl)}`}function reasonOf(job){return(0,base_text.cleanLine)((job.status==="failed"?job.failureReason:void 0)??job.status,40)}function urlOf(url){return url===""||url.length>maxUrlCharacters?"":` ${(0,base_text.cleanLine)(url,maxUrlCharacters)}`}function firstLines(lines){const more=lines.length-maxNamed
return more>0?[...lines.slice(0,maxNamed),`and ${more} more`]:lines}function countOf(total){return total===1?"1 job":`${total} jobs`}const verdict_message_maxUrlCharacters=200
function verdictSentence(verdict){const{outcome,pipeline,elapsedMs}=verdict
const sentence=`Pipeline ${pipeline.id} ${(0,report_labels.phraseOf)(outcome)} after ${(0,duration.formatDuration)(elapsedMs)}`
const causes=[...causesOf(verdict),...retryCauses(verdict)]
return causes.length===0?sentence:`${sentence}: ${causes.join("; ")}`}function verdictError(verdict,accept){const{outcome,pipeline,limit="timeout"}=verdict
const question=questionOf(verdict,accept)
const what=verdictSentence(verdict)
const link=`Open ${(0,base_text.cleanLine)(pipeline.webUrl,verdict_message_maxUrlCharacters)}`
const status=(0,base_text.cleanLine)(pipeline.status,60)
switch(outcome){case"timeout":return new errors.TimeoutError({code:"wait_timeout",what,why:paragraph(`Its status was '${status}' when ${limit} was over.${question===void 0?"":` It was ${question.why}.`}`,openJobLines(verdict)),hint:`${question?.advice??`Raise ${limit}, or find out what it waits for.`} ${link}`})
case"outage":return new errors.UnreachableError({code:"outage",what,why:question===void 0?`GitLab gave no usable response for the whole outage_timeout; the last known status is '${status}'.`:`For the whole outage_timeout it was ${question.why}. The status of the pipeline is '${status}'.`,hint:question===void 0?`The pipeline may still be running. ${link}`:`${question.advice} ${link}`})
case"success":case"warnings":case"failed":case"canceled":case"skipped":case"manual":return new errors.OutcomeError({code:"outcome_not_accepted",what,why:paragraph(`The outcome '${outcome}' is not one of those accepted here: ${[...accept].join(", ")}.`,causeLines(verdict)),hint:`${adviceOn(verdict)}${link}`})
default:return(0,assert_never.assertNever)(outcome)}}function questionOf({question,questionAbout},accept){if(question===void 0)return
const words=(0,base_text.cleanLine)(question,300)
if(questionAbout===void 0)return{why:`unclear: ${words}`,advice:"Check how that ended. If it does not matter, exclude it from the verdict with the input downstream or jobs."}
const[taken,other]=accept.has("warnings")?["warnings","success"]:["success","warnings"]
return{why:`unclear whether a job that is allowed to fail has failed: ${words}. accept lists ${taken}, but not ${other}`,advice:`Let the step read the jobs (access_token with the scope read_api, role Reporter in the project), or add ${other} to accept.`}}function adviceOn(verdict){if(verdict.outcome==="manual")return"A manual job blocks the pipeline until a user plays it. "
return isOfManualJobs(verdict)?"Play the jobs in GitLab, or let their rules start them. on_manual does not play optional manual jobs. ":""}function leftRunning(pipeline){return{why:`Pipeline ${pipeline.id} was left running.`,hint:`Cancel it in GitLab if it is not needed: ${(0,base_text.cleanLine)(pipeline.webUrl,2e3)}`}}function openJobLines({snapshot}){if(snapshot===void 0)return[]
return firstLines((0,failures.listJobs)(snapshot.root).filter(({job})=>job.status==="running"||job.status==="pending").map(jobLine))}function paragraph(sentence,lines){return[sentence,...lines.map(line=>`  - ${line}`)].join("\n")}const verdict_message_maxNamed=5
function incompleteResults(pipeline,errors){const[only,...others]=errors
if(only!==void 0&&others.length===0)return only
const more=errors.length-verdict_message_maxNamed
const lines=errors.slice(0,verdict_message_maxNamed).map(({what,code})=>`  - ${what} [${code}]`)
return{code:"results_incomplete",what:`Pipeline ${pipeline.id} is accepted, but ${errors.length} of the requested results are missing`,why:["These results are missing:",...lines,...more>0?[`  and ${more} more`]:[]].join("\n"),hint:"Each is explained in a warning of its own."}}}),"./run/abort.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{abortRun:function(){return abortRun}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./model/pipeline.js")
var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./report/log-lines.js")
var _report_outputs_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./report/outputs.js")
var _report_verdict_message_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/verdict-message.js")
var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./run/cancel-pipelines.js")
var _context_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./run/context.js")
var _results_report_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./run/results/report.js")
var _saved_run_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./run/saved-run.js")
async function abortRun(context,{pipeline,snapshot,isRetried=false,elapsedMs,error}){const{deps,cancelOn}=context
const last=snapshot?.root.pipeline??pipeline;(0,_context_js__WEBPACK_IMPORTED_MODULE_6__.setOutputs)(deps,{...(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_3__.lastOutputs)(last,snapshot),outcome:"aborted"})
context.feedback.end({kind:"ended",outcome:"aborted",accepted:false,pipeline:last,snapshot,elapsedMs})
const cancellations=cancelOn.has("abort")?await(0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_5__.cancelPipelines)(context,[{pipeline:last,snapshot}]):[]
const isHandled=cancellations.length>0&&!cancellations.some(_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_5__.isLeftRunning)
if(isHandled||!cancelOn.has("abort")||!context.mayCancel)(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_8__.saveSettled)(deps)
const[own]=cancellations
const seen=own?.pipeline??last;(0,_context_js__WEBPACK_IMPORTED_MODULE_6__.setOutputs)(deps,{status:seen.status})
await(0,_results_report_js__WEBPACK_IMPORTED_MODULE_7__.writeSummary)(context,{outcome:"aborted",pipeline:seen,snapshot,elapsedMs})
const wasOver=(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_1__.isTerminalStatus)(last.status)&&!isRetried
return isHandled&&own!==void 0?new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError(error.stopSignal,{why:(0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_2__.endWithStep)(own,wasOver)}):new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError(error.stopSignal,(0,_report_verdict_message_js__WEBPACK_IMPORTED_MODULE_4__.leftRunning)(seen))}}),"./run/cancel-pipelines.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{cancelPipelines:function(){return cancelPipelines},isLeftRunning:function(){return isLeftRunning},sayCancellations:function(){return sayCancellations}})
var _follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./follow/cancel-tree.js")
var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./report/log-lines.js")
const stoppedWithinMs=3500
async function cancelPipelines({deps,gitlab,mayCancel,project,reader,forceSignal,withinMs=stoppedWithinMs},targets){const why="there is no access_token to cancel it with, and a trigger token cannot"
const ends=mayCancel?await Promise.all(targets.map(target=>(0,_follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__.cancelTree)({gitlab,clock:deps.clock},{...target,project,reader,withinMs,signal:forceSignal}))):targets.map(({pipeline})=>[{pipeline,result:"left_running",why}])
const cancellations=ends.flat()
sayCancellations(deps,cancellations)
return cancellations}function sayCancellations({host},cancellations){for(const cancellation of cancellations){const say=isLeftRunning(cancellation)?host.log.warning:host.log.info
say((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__.cancelLine)(cancellation))}}function isLeftRunning({result}){return result==="left_running"}}),"./run/context.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{openGitLab:function(){return openGitLab},runMasked:function(){return runMasked},setOutputs:function(){return setOutputs},warnOnce:function(){return warnOnce}})
var _gitlab_connect_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./gitlab/connect.js")
var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/secrets.js")
var _shown_output_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./run/shown-output.js")
async function runMasked({inputs,run},deps,context){const{host,environment}=deps
for(const{secret,origin,kind}of(0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__.namedSecrets)(host.inputs,inputs))host.masker.mask(secret,origin,kind)
for(const secret of(0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__.proxySecrets)(environment))host.masker.mask(secret,"the address of the proxy")
return await run(deps,context)}function openGitLab(deps,connection,accessToken,jobToken){return(0,_gitlab_connect_js__WEBPACK_IMPORTED_MODULE_0__.openGitLab)({...deps,redact:deps.host.masker.redact},connection,accessToken,jobToken)}function setOutputs({host},outputs){for(const[name,given]of Object.entries(outputs)){const{value,warning}=(0,_shown_output_js__WEBPACK_IMPORTED_MODULE_2__.shownOutput)(host.masker,name,given)
host.outputs.set(name,value)
if(warning!==void 0)warnOnce(host,warning)}}const warned=new WeakMap
function warnOnce({masker,log},warning){const before=warned.get(masker)??new Set
warned.set(masker,before)
if(before.has(warning))return
before.add(warning)
log.warning(warning)}}),"./run/feedback/feedback.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{commitStateOf:function(){return commitStateOf},momentSentence:function(){return momentSentence}})
var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/assert-never.js")
var _base_duration_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/duration.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/text.js")
var _report_labels_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./report/labels.js")
var _report_verdict_message_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./report/verdict-message.js")
const noFeedback={begin:()=>{},end:()=>{},fail:()=>{},addTests:()=>{},close:()=>Promise.resolve()}
function commitStateOf(moment){switch(moment.kind){case"running":return"pending"
case"told":return moment.state
case"ended":if(moment.accepted)return"success"
return moment.outcome==="failed"||moment.outcome==="warnings"?"failure":"error"
default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(moment)}}function momentSentence(moment){switch(moment.kind){case"running":return`Pipeline ${moment.pipeline.id} is running`
case"told":return(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(moment.sentence)
case"ended":{const{outcome,pipeline,elapsedMs}=moment
if(outcome!=="aborted")return(0,_report_verdict_message_js__WEBPACK_IMPORTED_MODULE_4__.verdictSentence)({...moment,outcome})
return`Pipeline ${pipeline.id} ${(0,_report_labels_js__WEBPACK_IMPORTED_MODULE_3__.phraseOf)(outcome)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_1__.formatDuration)(elapsedMs)}: the step was stopped`}default:return(0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_0__.assertNever)(moment)}}__webpack_require__.d(__webpack_exports__,["noFeedback",0,noFeedback])}),"./run/feedback/open.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{openFeedback:function(){return openFeedback}})
var _feedback_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./run/feedback/feedback.js")
async function openFeedback(deps,entry,{feedback:request,connection,project}){if(request===void 0)return _feedback_js__WEBPACK_IMPORTED_MODULE_0__.noFeedback
const{createGitHubFeedback,commentIdentityOf}=await Promise.all([__webpack_require__.e("tokens"),__webpack_require__.e("feedback")]).then(__webpack_require__.bind(__webpack_require__,"./run/feedback/github-feedback.js"))
const identity=commentIdentityOf(deps.host.context(),{name:request.comment.kind==="kept"?request.comment.name:void 0,gitlabUrl:connection.gitlabUrl,project})
return createGitHubFeedback(deps,entry,{request,identity})}}),"./run/places.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{checkPlaces:function(){return checkPlaces},clearPlaces:function(){return clearPlaces},refuseSharedPlaces:function(){return refuseSharedPlaces},removeFormerTests:function(){return removeFormerTests}})
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:fs")
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("node:path")
var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/errors.js")
var _hosts_decorators_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./hosts/decorators.js")
var _hosts_step_files_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./hosts/step-files.js")
var _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./hosts/system.js")
var _report_outputs_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./report/outputs.js")
function checkPlaces({outputs},{values,artifacts,junitFile}){if(values===void 0){const why=outputs.blocked?.()
if(why!==void 0)throw nowhere("No later step can receive an output",why)}else{const why=outputs.hindrance?.("open")
if(why!==void 0)throw nowhere("values_from: no later step can receive the values",why)
const whyNone=values.mask.length>0?outputs.hindrance?.("secret"):void 0
if(whyNone!==void 0)throw nowhere("mask_values: no later step can receive a masked value",whyNone)}if(junitFile!==void 0)(0,_hosts_step_files_js__WEBPACK_IMPORTED_MODULE_4__.clearPlace)(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles,{input:"junit_file",path:junitFile,wanted:"file"},()=>{_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.remove(junitFile)
_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.probe(junitFile)})
if(artifacts!==void 0)(0,_hosts_step_files_js__WEBPACK_IMPORTED_MODULE_4__.refuseLink)(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles,{input:"artifacts_path",path:artifacts.path,wanted:"folder"})}function nowhere(what,why){return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__.InputError({code:"invalid_input",what:`${what}, so nothing was started`,why:`${why[0]?.toUpperCase()??""}${why.slice(1)}.`,hint:"With the command, give output_file: it has all outputs on every CI. On a runner of GitHub, GITHUB_OUTPUT has to name a file that this step may write."})}function refuseSharedPlaces(places,hostFiles=[]){const all=[...places.paths.map(({input,path})=>({what:input,path})),...places.tokenFiles.map(path=>({what:"save_to_file",path})),...hostFiles.map(path=>({what:"the host's own file of outputs",path}))]
for(const[index,one]of all.entries())for(const other of all.slice(index+1))if(one.what!==other.what&&(samePlace(one.path,other.path)||isAmongOutputs(one,other,places)))throw shared(one,other)}function isAmongOutputs(folder,{what,path},places){if(folder.what!=="output_file"||!samePlace(folder.path,(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))))return false
const{outputPrefix:prefix}=places
const name=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)
if(what==="save_to_file"&&name===`${prefix}token`)return false
return(0,_hosts_decorators_js__WEBPACK_IMPORTED_MODULE_3__.isOutputFile)(name,{prefix,names:_report_outputs_js__WEBPACK_IMPORTED_MODULE_6__.outputNames})}function samePlace(one,other){return placeOf(one)===placeOf(other)}function placeOf(path){const target=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)
try{return(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target)),(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(target))}catch{return target}}function shared(one,other){return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__.InputError({code:"invalid_input",what:`${one.what} and ${other.what} are the same place, where only one of them could stay`,hint:"Give each a path of its own."})}function clearPlaces(places){for(const{input,path}of places.paths){if(places.tokenFiles.some(file=>samePlace(file,path)))continue
attempt(()=>{if(input==="junit_file")removeFile(path)
else if(input==="output_file"&&isFolder(path,places))clearFolder(path,places)
else if(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.kindOf(path)==="file")_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.replace(path,"")})}}function removeFormerTests(path){const place=path?.trim()??""
if(place!=="")attempt(()=>removeFile(place))}function removeFile(path){if(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.kindOf(path)==="file")_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.remove(path)}function isFolder(path,{outputFormat}){return outputFormat===void 0?path.endsWith("/"):outputFormat.trim()==="files"}function clearFolder(path,{outputPrefix}){if(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.kindOf(path)!=="folder")return
for(const name of _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.namesIn(path))if((0,_hosts_decorators_js__WEBPACK_IMPORTED_MODULE_3__.isOutputFile)(name,{prefix:outputPrefix,names:_report_outputs_js__WEBPACK_IMPORTED_MODULE_6__.outputNames}))_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__.processFiles.remove(`${path}/${name}`)}function attempt(work){try{work()}catch{}}}),"./run/results/report.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{writeReport:function(){return writeReport},writeSummary:function(){return writeSummary}})
var clock=__webpack_require__("./base/clock.js")
var parallel=__webpack_require__("./base/parallel.js")
var log_entry=__webpack_require__("./logs/log-entry.js")
var base_text=__webpack_require__("./base/text.js")
var request=__webpack_require__("./gitlab/request.js")
var decode_lines=__webpack_require__("./logs/decode-lines.js")
var read_trace=__webpack_require__("./logs/read-trace.js")
var transcript=__webpack_require__("./logs/transcript.js")
const retryPausesMs=[1e3,4e3]
const maxRetryAfterMs=15e3
async function tailOf(deps,wanted,signal){let isCached=false
let untoldBytes
for(let attempt=0;;attempt+=1){const fresh=isCached?(0,request.freshText)(wanted.jobId,deps.clock):void 0
const{end:thisEnd,tail}=await readTail(deps.gitlab,{...wanted,fresh},signal)
const isUntold=thisEnd.kind==="complete"&&thisEnd.endUntold===true&&tail.bytes!==untoldBytes
const end=isUntold?{kind:"failed",...read_trace.untoldEnd}:thisEnd
if(end.kind!=="failed")return tail
if(isUntold)untoldBytes=Math.max(untoldBytes??0,tail.bytes)
isCached||=end.fromCache===true
const pauseMs=retryPausesMs[attempt]
if(pauseMs===void 0||end.concerns!=="moment")return{kind:"unavailable",why:end.why,concerns:end.concerns==="all"?"all_logs":"this_log"}
const retryAfterMs=Math.min(end.retryAfterMs??0,maxRetryAfterMs)
await(0,clock.sleep)(deps.clock,Math.max(retryAfterMs,pauseMs*(.5+deps.random()/2)),signal)}}async function readTail(gitlab,{project,jobId,lines,fresh},signal){const last=createLastLines(lines)
const decoder=(0,decode_lines.createLogLines)(entry=>{const text=textOf(entry)
if(text!==void 0)last.add(text)})
let bytes=0
const end=await(0,read_trace.readTrace)(gitlab,{call:{project,jobId,fromByte:0,fresh},sink:chunk=>{bytes+=chunk.length
decoder.push(chunk)
return"more"},signal})
decoder.end()
const kept=last.lines()
return{end,tail:{kind:"lines",lines:kept,omitted:last.count()-kept.length,bytes}}}function textOf(entry){switch(entry.kind){case"line":return entry.text
case"section_start":return entry.title
case"section_end":return}}function createLastLines(size){const ring=[]
let count=0
let blank=[]
let blankCount=0
const take=line=>{if(size>0)ring[count%size]=line
count+=1}
return{add:line=>{if(isBlank(line)){blankCount+=1
blank.push(line)
if(blank.length>2*size+1)blank=blank.slice(-size-1)
return}count+=blankCount-blank.length
blank.forEach(take)
blank=[]
blankCount=0
take(line)},count:()=>count,lines:()=>{const start=count>ring.length?count%ring.length:0
return[...ring.slice(start),...ring.slice(0,start)].map(transcript.ownCopy)}}}function isBlank(line){return(0,base_text.stripTerminalSequences)(line).trim()===""}var failures=__webpack_require__("./model/failures.js")
var job_logs=__webpack_require__("./report/job-logs.js")
var labels=__webpack_require__("./report/labels.js")
var byte_budget=__webpack_require__("./report/byte-budget.js")
var log_lines=__webpack_require__("./report/log-lines.js")
var markdown=__webpack_require__("./report/markdown.js")
var job_tables=__webpack_require__("./report/summary/job-tables.js")
function tailsWithin(logs,maxBytes){const fillings=logs.map(source=>({source,taken:[]}))
let left=maxBytes
let used=-1
while(used!==0){const open=fillings.filter(({source,taken})=>taken.length<source.length)
const share=Math.floor(left/Math.max(1,open.length))
used=open.reduce((sum,filling)=>sum+fill(filling,share),0)
left-=used}return fillings.map(({source,taken})=>({lines:[...taken].reverse(),omitted:source.length-taken.length}))}function fill({source,taken},maxBytes){let bytes=0
while(taken.length<source.length){const line=(0,markdown.escapeHtml)((0,markdown.logLine)(source[source.length-1-taken.length]??""))
const next=bytes+(0,byte_budget.byteLength)(line)+1
if(next>maxBytes)break
bytes=next
taken.push(line)}return bytes}function failedFolds(root,of){const failed=shownFailures(root,of.grounds)
const ordered=[...failed.filter(({allowed})=>!allowed),...failed.filter(({allowed})=>allowed)]
const fitted=(0,byte_budget.linesWithin)(ordered,{maxBytes:of.maxBytes,lineOf:(entry,index)=>headOf(entry,index===0?" open":"")})
const shown=ordered.slice(0,fitted.lines.length).map((entry,index)=>({head:fitted.lines[index]??"",log:of.logTails.get(entry.job.id)??[]}))
return{omitted:fitted.omitted,withLogs:maxLogBytes=>foldsWithin(shown,maxLogBytes)}}function shownFailures(root,grounds){return(0,failures.failuresOf)(root,grounds?.jobIds===void 0?grounds:void 0).failed}function foldsWithin(folds,maxLogBytes){const tails=tailsWithin(folds.map(({log})=>log),maxLogBytes)
let omittedLines=0
const texts=folds.map(({head,log},index)=>{const{lines=[],omitted=0}=tails[index]??{}
omittedLines+=omitted
const earlier=omitted===0?[]:[`… ${omitted} earlier lines left out`]
const pre=log.length===0?[]:["<pre>",...earlier,...lines,"</pre>",""]
return[head,...pre,"</details>",""].join("\n")})
return{text:texts.join("\n"),omittedLines}}function headOf({path,job,attempt,allowed},open){const parts=[`${(0,labels.statusIcon)({status:"failed",allowFailure:allowed})} ${(0,markdown.codeText)((0,labels.jobLabel)({path,name:job.name,attempt}),200)}`,`stage ${(0,markdown.codeText)(job.stage,100)}`,(0,markdown.codeText)(job.failureReason??job.status,100),(0,labels.formatSeconds)(job.durationSeconds),allowed?"allowed to fail":""]
const summary=parts.filter(part=>part!=="").join(" · ")
const link=(0,markdown.linkTo)(`Job ${job.id} in GitLab`,job.webUrl)
return`<details${open}>\n<summary>${summary}</summary>\n\n${link}\n`}function retryLine({path,job,count,result,why,next}){const label=(0,markdown.linkTo)((0,markdown.codeText)((0,labels.jobLabel)({path,name:job.name}),200),job.webUrl)
const reason=(0,markdown.codeText)(job.failureReason??job.status,100)
return`- ${label} failed with ${reason}; retry ${count} ${endOf({result,why,next})}`}function endOf({result,why="",next}){const cause=(0,markdown.plainText)(why,200)
switch(result){case"retried":return next===void 0?"was not seen":`${(0,markdown.linkTo)(`is job ${next.id}`,next.webUrl)}: ${(0,job_tables.statusText)(next)}`
case"unconfirmed":return`could not be confirmed: ${cause}`
case"refused":return`was refused: ${cause}`}}var tests=__webpack_require__("./report/tests.js")
const maxLines=30
function failedTests(failed,maxBytes){const{lines,omitted}=(0,byte_budget.linesWithin)(failed,{maxBytes,lineOf:(each,index)=>foldOf(each,index===0?" open":"")})
return{text:lines.join("\n"),omitted}}function foldOf(each,open){const{file,line}=(0,tests.placeOfTest)(each)
const summary=[`❌ ${(0,markdown.codeText)((0,tests.caseLabel)(each),300)}`,file===void 0?"":(0,markdown.plainText)(`${file}${line===void 0?"":`:${line}`}`,300),each.seconds>0?(0,labels.formatSeconds)(each.seconds):"",each.status==="error"?"broke":""].filter(part=>part!=="")
const printed=(0,tests.firstWords)(each)===""?[]:["<pre>",...saidLines(each.output??""),"</pre>"]
return[`<details${open}>`,`<summary>${summary.join(" · ")}</summary>`,"",...printed,"</details>",""].join("\n")}function saidLines(output){const lines=(0,base_text.cutText)(output,1e5).split(/\r\n|[\r\n]/).map(line=>(0,markdown.escapeHtml)((0,markdown.logLine)(line,300)))
const more=lines.length-maxLines
const shown=lines.slice(0,maxLines)
return more>0?[...shown,`… ${more} more lines`]:shown}var summary_head=__webpack_require__("./report/summary/head.js")
var pipeline=__webpack_require__("./model/pipeline.js")
var snapshot=__webpack_require__("./model/snapshot.js")
const maxBars=60
const longestStage=40
const longestName=70
function formatTimeline(root,redact){const nodes=[{path:[],node:root},...(0,failures.listDownstream)(root)]
const lastMs=lastTimeOf(nodes.flatMap(({node})=>node??[]))
const all=nodes.flatMap(({path,node})=>node===void 0?[]:barsOf(node,path,lastMs))
const shown=longest(all)
if(shown.length===0)return{diagram:void 0,omitted:0}
return{diagram:diagramOf(shown,redact),omitted:all.length-shown.length}}function mermaidText(text,maxCharacters){return(0,base_text.cleanLine)(text,maxCharacters).replace(/[:;#%,<>{}`"\\&$@[\]|]/g,character=>String.fromCharCode(character.charCodeAt(0)-33+65281))}function barsOf(node,path,lastMs){return(0,snapshot.rowsByStage)(node).flatMap(({rows})=>rows).filter(({kind})=>kind==="job").flatMap(({job,attempt,earlier})=>[...earlier.map((run,index)=>({path,job:run,attempt:index+1})),{path,job,attempt}]).flatMap(run=>{const span=spanOf(run.job,lastMs)
return span===void 0?[]:[{...run,...span}]})}function spanOf(job,lastMs){const startMs=timeOf(job.startedAt)
if(startMs===void 0)return
const lengthMs=(0,pipeline.isTerminalStatus)(job.status)?job.durationSeconds:void 0
const endMs=timeOf(job.finishedAt)??(lengthMs===void 0?lastMs:startMs+lengthMs*1e3)
return{startMs,endMs:Math.round(Math.max(endMs,startMs+1e3))}}function sectionOf({path,job},redact){const names=[...path,job.stage].map(name=>(0,base_text.redactedLine)(name,redact,longestStage))
return mermaidText((0,labels.pathLabel)(names,longestStage),100)}function lineOf({job,attempt,startMs,endMs},redact){const name=(0,base_text.redactedLine)(job.name,redact,longestName)
const label=mermaidText((0,labels.jobLabel)({path:[],name,attempt}),longestName)
return`  ${(0,labels.statusIcon)(job)} ${label} :${tagOf(job)}, ${startMs}, ${endMs}`}function tagOf({status,allowFailure}){if(status==="failed")return allowFailure?"active":"crit"
return status==="success"?"done":"active"}function diagramOf(bars,redact){const spanMs=Math.max(...bars.map(({endMs})=>endMs))-Math.min(...bars.map(({startMs})=>startMs))
const sections=new Map
for(const bar of bars){const section=sectionOf(bar,redact)
const lines=sections.get(section)??[]
lines.push(lineOf(bar,redact))
sections.set(section,lines)}return["gantt","  dateFormat x",`  axisFormat ${axisFormatOf(spanMs)}`,"  todayMarker off",...[...sections].flatMap(([section,lines])=>[`  section ${section}`,...lines])].join("\n")}function axisFormatOf(spanMs){if(spanMs<15*6e4)return"%H:%M:%S"
return spanMs<24*36e5?"%H:%M":"%d. %H:%M"}function longest(bars){if(bars.length<=maxBars)return bars
const chosen=new Set([...bars].sort((a,b)=>b.endMs-b.startMs-(a.endMs-a.startMs)).slice(0,maxBars))
return bars.filter(bar=>chosen.has(bar))}function lastTimeOf(nodes){const times=nodes.flatMap(({pipeline,jobs})=>[pipeline.updatedAt,pipeline.finishedAt,...jobs.flatMap(({job})=>[job.startedAt,job.finishedAt])])
return times.reduce((last,time)=>Math.max(last,timeOf(time)??0),0)}function timeOf(text){const time=text===void 0?Number.NaN:Date.parse(text)
return Number.isFinite(time)&&time>=0?time:void 0}const maxBytes=9e5
const maxPartBytes={failed:2e5,tests:1e5,table:3e5,tree:6e4,retries:4e4,unreadable:2e4}
function formatSummary(content){const{snapshot,logTails,tests,grounds,externalStatuses,retries:retried=[]}=content
const head=(0,summary_head.summaryHead)({...content,root:snapshot?.root,tests:tests?.counts})
if(snapshot===void 0)return`${head}\nIts jobs could not be read.\n`
const{root,unreadable,failure}=snapshot
const folds=failedFolds(root,{logTails,maxBytes:maxPartBytes.failed,grounds})
const statuses=(0,log_lines.failedStatuses)(externalStatuses).map(line=>`${line}\n`)
const retries=(0,byte_budget.linesWithin)(retried,{maxBytes:maxPartBytes.retries,lineOf:retryLine})
const cases=failedTests(tests?.failed??[],maxPartBytes.tests)
const table=(0,job_tables.jobTable)(root,maxPartBytes.table)
const tree=(0,job_tables.downstreamTree)(root,maxPartBytes.tree)
const tables=(0,job_tables.downstreamTables)(root,maxPartBytes.table-table.bytes)
const timeline=formatTimeline(root,content.redact)
const unseen=(0,byte_budget.firstLinesWithin)([...unreadable.map(unreadablePart=>`- ${(0,markdown.plainText)(unreadablePart,300)}`),...(tests?.unreadable??[]).map(unreadablePart=>`- ${(0,markdown.plainText)(unreadablePart,300)}`),...failure===void 0?[]:[`- Parts are older than the rest: ${(0,markdown.plainText)(failure,300)}`]],maxPartBytes.unreadable)
const compose=(failed,omittedLines)=>{const diagram=timeline.diagram===void 0?"":`\`\`\`mermaid\n${timeline.diagram}\n\`\`\`\n`
const leftOut=leftOutLines([{omitted:cases.omitted,what:"failed tests"},{omitted:folds.omitted,what:"failed jobs in the list of failed jobs"},{omitted:retries.omitted,what:"retried jobs"},{omitted:table.omitted+tables.omitted,what:`of ${rowCount(content)} rows in the tables of jobs`},{omitted:tree.omitted,what:"downstream pipelines in their list"},{omitted:timeline.omitted,what:"of the shortest runs in the timeline"},{omitted:omittedLines,what:"lines of job logs"},{omitted:unseen.omitted,what:"more things that could not be read"}])
return[head,section("Failed tests",cases.text),section("Failed jobs",failed),section("Failed statuses of other systems",statuses.join("")),section("Retried jobs",retries.lines.map(line=>`${line}\n`).join("")),section("Jobs",table.text),section("Downstream pipelines",tables.text===""?tree.text:`${tree.text}\n${tables.text}`),section("Timeline",diagram),section("What could not be read",unseen.lines.map(line=>`${line}\n`).join("")),section("Left out of this report",leftOut)].join("")}
const bytesWithoutLogs=(0,byte_budget.byteLength)(compose(folds.withLogs(0).text,0))
const{text,omittedLines}=folds.withLogs(maxBytes-bytesWithoutLogs-1e3)
return compose(text,omittedLines)}function section(title,text){return text===""?"":`\n### ${title}\n\n${text}`}function leftOutLines(entries){return entries.filter(({omitted})=>omitted>0).map(({omitted,what})=>`- ${omitted} ${what}\n`).join("")}function rowCount({snapshot}){return snapshot===void 0?0:(0,failures.listJobs)(snapshot.root).length+(0,failures.listDownstream)(snapshot.root).length}const mostTails=20
const parallelRequests=4
async function writeReport(run,ending,withinMs=6e4){const{deps,signal}=run
const logTails=await(0,clock.withTimeout)({clock:deps.clock,signal,afterMs:withinMs},cutSignal=>printTails(run,ending.snapshot,cutSignal))
if(logTails==="timed_out")deps.host.log.warning("Logs took too long to read; the report does not include them.")
await writeSummary(run,ending,logTails==="timed_out"?void 0:logTails)}async function writeSummary({deps,report},ending,logTails=new Map){if(!report.summary)return
const{redact}=deps.host.masker
const isWritten=await deps.host.summary.write(formatSummary({...ending,logTails,redact}))
if(!isWritten)deps.host.log.warning("The report could not be written.")}async function printTails({deps,gitlab,report},snapshot,signal){if(snapshot===void 0||report.logs==="none")return new Map
const{log}=deps.host
const failedIds=new Set((0,failures.failuresOf)(snapshot.root).failed.map(({job})=>job.id))
const failed=(0,log_entry.logSourcesOf)(snapshot).filter(({job})=>failedIds.has(job.id))
const read=async source=>{const{project,job}=source
const wanted={project,jobId:job.id,lines:report.logLines}
return{source,tail:await tailOf({gitlab,...deps},wanted,signal)}}
const tails=await(0,parallel.mapInParallel)(failed.slice(0,mostTails),parallelRequests,read)
const lines=new Map
const errors=new Set
for(const{source,tail}of tails){if(tail.kind==="unavailable"){errors.add(tail.concerns==="all_logs"?`Logs cannot be read: ${tail.why}`:`The log of ${(0,labels.nameLabel)(source.job.name)} cannot be read: ${tail.why}`)
continue}lines.set(source.job.id,tail.lines)
if(report.logs==="failed")log.group((0,job_logs.tailTitle)(source,{shown:tail.lines.length,omitted:tail.omitted}),tail.lines)}for(const failure of errors)log.info(failure)
if(failed.length>mostTails)log.info(`The logs of ${failed.length-mostTails} more failed jobs are not shown.`)
return lines}}),"./run/saved-run.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{savePendingStart:function(){return savePendingStart},saveSettled:function(){return saveSettled},saveUnsettled:function(){return saveUnsettled},unsettledRun:function(){return unsettledRun}})
var _base_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/text.js")
__webpack_require__("./model/pipeline.js")
const maxUrlCharacters=2e3
function saveUnsettled({host},{projectId,id:pipelineId,webUrl:url}){const webUrl=(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__.redactedLine)(url,host.masker.redact,maxUrlCharacters)
const known=projectId===0?void 0:projectId
host.state.save("pipeline",JSON.stringify({projectId:known,pipelineId,webUrl}))}function savePendingStart({host},{run,knownId}){host.state.save("pipeline",JSON.stringify({run,knownId}))}function saveSettled({host}){host.state.save("pipeline","")}function unsettledRun(state){const text=state.load("pipeline")
if(text===void 0)return
const saved=JSON.parse(text)
if(typeof saved!=="object"||saved===null)return
if("run"in saved&&typeof saved.run==="string"){const knownId="knownId"in saved&&typeof saved.knownId==="number"?saved.knownId:void 0
return{run:saved.run,knownId}}if(!("pipelineId"in saved)||!("webUrl"in saved))return
const{pipelineId,webUrl}=saved
const projectId="projectId"in saved?saved.projectId:void 0
if(typeof pipelineId!=="number")return
if(projectId!==void 0&&typeof projectId!=="number")return
return{projectId,pipelineId,webUrl:String(webUrl)}}}),"./run/shown-output.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{hiddenIn:function(){return hiddenIn},shownOutput:function(){return shownOutput}})
var _report_json_outputs_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./report/json-outputs.js")
const fixedWord=/^(?:[a-z_]{1,30}|\d{1,20})$/
function shownOutput(masker,name,value){const shown=fixedWord.test(value)?value:withoutSecrets(value,masker.redact)
if(shown===value&&masker.redact(value)===value)return{value}
const kept=shown===value?"hosts may leave such an output out, as GitHub does between jobs":"*** replaces it"
return{value:shown,warning:`The output ${name} holds ${sourceOf(masker,value)}, which is hidden: ${kept}.`}}function hiddenIn(masker,name,value){if(masker.redact(value)===value||(masker.originsIn?.(value)??[]).length===0)return
return`The output ${name} holds ${sourceOf(masker,value)}, which is hidden: hosts may leave such an output out, as GitHub does between jobs.`}function sourceOf(masker,value){const origins=masker.originsIn?.(value)??[]
return origins.length===0?"a secret":`what was given as ${origins.join(" and ")}`}function withoutSecrets(value,redact){const tree=redact(value)===value?void 0:treeOf(value)
if(tree===void 0)return redact(value)
return(0,_report_json_outputs_js__WEBPACK_IMPORTED_MODULE_0__.inertJson)(mapped(tree,redact))}function treeOf(value){if(!/^[{[]/.test(value))return
try{return JSON.parse(value)}catch{return}}function mapped(tree,redact){if(typeof tree==="string")return redact(tree)
if(Array.isArray(tree))return tree.map(each=>mapped(each,redact))
if(typeof tree!=="object"||tree===null)return tree
return Object.fromEntries(Object.entries(tree).map(([key,each])=>[redact(key),mapped(each,redact)]))}}),"./run/trigger.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{runTrigger:function(){return runTrigger}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _inputs_commands_host_needs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./inputs/commands/host-needs.js")
var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./inputs/commands/trigger.js")
var _model_requests_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/requests.js")
var _model_verdict_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./model/verdict.js")
var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./report/log-lines.js")
var _report_outputs_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__("./report/outputs.js")
var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__("./trigger/start-context.js")
var _trigger_start_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__("./trigger/start.js")
var _trigger_supersede_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__("./trigger/supersede.js")
var _abort_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__("./run/abort.js")
var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_11__=__webpack_require__("./run/cancel-pipelines.js")
var _context_js__WEBPACK_IMPORTED_MODULE_12__=__webpack_require__("./run/context.js")
var _feedback_open_js__WEBPACK_IMPORTED_MODULE_13__=__webpack_require__("./run/feedback/open.js")
var _places_js__WEBPACK_IMPORTED_MODULE_14__=__webpack_require__("./run/places.js")
var _saved_run_js__WEBPACK_IMPORTED_MODULE_15__=__webpack_require__("./run/saved-run.js")
const cancelOnUnlessFollowed=new Set(["abort"])
function cancelOnOf({follow}){return follow?.cancelOn??cancelOnUnlessFollowed}async function runTrigger(deps,entry){const{host,files}=deps;(0,_places_js__WEBPACK_IMPORTED_MODULE_14__.removeFormerTests)(host.inputs.read("junit_file"))
const{request,warnings}=await(0,_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.parseTriggerRequest)(host.inputs,files)
for(const warning of warnings)host.log.warning(warning)
if(!request.dryRun&&request.supersede)(0,_inputs_commands_host_needs_js__WEBPACK_IMPORTED_MODULE_1__.checkCaller)(host.context())
for(const warning of(0,_inputs_commands_host_needs_js__WEBPACK_IMPORTED_MODULE_1__.unservedInputs)(request,host))host.log.warning(warning)
if(request.dryRun){const{checkRequest}=await Promise.all([__webpack_require__.e("yaml"),__webpack_require__.e("check"),__webpack_require__.e("probe")]).then(__webpack_require__.bind(__webpack_require__,"./run/check.js"))
return await checkRequest(deps,entry,request)}const{connection,credentials,project,follow,report,results}=request;(0,_places_js__WEBPACK_IMPORTED_MODULE_14__.checkPlaces)(host,results)
const{gitlab,close}=(0,_context_js__WEBPACK_IMPORTED_MODULE_12__.openGitLab)(deps,connection,credentials.accessToken,(0,_model_requests_js__WEBPACK_IMPORTED_MODULE_3__.jobTokenOf)(credentials))
const feedback=await(0,_feedback_open_js__WEBPACK_IMPORTED_MODULE_13__.openFeedback)(deps,entry,request)
try{const mayCancel=credentials.accessToken!==void 0
const run={...entry,deps,gitlab,request,project,mayCancel,feedback}
const started=await startOrTakeUp(run)
const{pipeline}=started
await settleStart(run,started)
if(follow!==void 0){const{followToVerdict}=await Promise.all([__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("results")]).then(__webpack_require__.bind(__webpack_require__,"./run/follow.js"))
await followToVerdict({...run,pipeline,follow,report,results})}else(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveSettled)(deps)
return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.exitCodes.accepted}catch(error){feedback.fail(error)
throw error}finally{await feedback.close()
close()}}const triggerAction={inputs:_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_2__.triggerTable,run:runTrigger}
async function startOrTakeUp(run){const{request}=run
if(request.rerun===void 0)return{...await startNew(run),isTakenUp:false}
const{collision,takeUpEarlier}=await __webpack_require__.e("rerun").then(__webpack_require__.bind(__webpack_require__,"./trigger/rerun.js"))
const earlier=await takeUp(run,takeUpEarlier)
if(earlier.kind==="taken_up")return{...earlier.started,isTakenUp:true}
const started=await startNew(run)
return{...started,isTakenUp:false,collision:async()=>collision(started.pipeline,await earlier.othersThan(started.pipeline))}}async function startNew(run){const{deps,gitlab,request,signal}=run
if(request.commitWait!==void 0){const{awaitExpectedCommit}=await Promise.all([__webpack_require__.e("pipelines"),__webpack_require__.e("await")]).then(__webpack_require__.bind(__webpack_require__,"./run/await.js"))
await awaitExpectedCommit(deps,gitlab,{request,signal})}return await start(run)}async function takeUp(run,takeUpEarlier){const{deps,gitlab,request,signal,report}={...run,...run.request}
const{clock,random,host}=deps
const cancelOn=cancelOnOf(request)
let taken
const onTaken=pipeline=>{taken=pipeline
if(cancelOn.has("abort"))(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveUnsettled)(deps,pipeline);(0,_context_js__WEBPACK_IMPORTED_MODULE_12__.setOutputs)(deps,(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_6__.createdOutputs)(pipeline.id))}
const onEvent=event=>tellStart(run,event)
try{const earlier=await takeUpEarlier({gitlab,clock,random,onEvent,onTaken},{request,caller:host.context(),signal})
if(earlier.kind==="taken_up")announce(run,earlier.started.pipeline)
return earlier}catch(error){if(taken!==void 0&&error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError)throw await(0,_abort_js__WEBPACK_IMPORTED_MODULE_10__.abortRun)({...run,cancelOn,report},{pipeline:taken,snapshot:void 0,elapsedMs:0,error});(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveSettled)(deps)
throw error}}function tellStart({deps},event){deps.watch?.(event)
const{log}=deps.host
const say=event.kind==="project_unconfirmed"?log.warning:log.info
say((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_5__.startEventLine)(event))}function announce({deps,feedback},pipeline){deps.watch?.({kind:"pipeline_known",pipeline});(0,_context_js__WEBPACK_IMPORTED_MODULE_12__.setOutputs)(deps,(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_6__.startOutputs)(pipeline))
deps.host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_5__.pipelineLine)(pipeline))
feedback.begin(pipeline)}async function start(run){const{deps,gitlab,request,signal}=run
const cancelsOnAbort=cancelOnOf(request).has("abort")
const{host,clock,random}=deps
host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_5__.requestLine)(request))
const onEvent=event=>tellStart(run,event)
const onPending=pending=>{if(pending===void 0)(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveSettled)(deps)
else(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.savePendingStart)(deps,pending)}
const onCreated=pipelineId=>(0,_context_js__WEBPACK_IMPORTED_MODULE_12__.setOutputs)(deps,(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_6__.createdOutputs)(pipelineId))
const started=await(0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_8__.startRun)({gitlab,clock,random,onEvent,onPending:cancelsOnAbort?onPending:void 0,onCreated},{request,caller:host.context(),signal}).catch(error=>{if(cancelsOnAbort&&!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError))(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveSettled)(deps)
throw error})
const{pipeline}=started
if(cancelsOnAbort)(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveUnsettled)(deps,pipeline)
announce(run,pipeline)
return started}async function settleStart(run,own){const{pipeline,context,mark,isTakenUp}=own
const{deps,request,signal}=run
const{follow,report}=request
const cancelOn=cancelOnOf(request)
try{const creationFailure=isTakenUp?void 0:(0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_7__.failedAtCreation)(pipeline,context)
if(creationFailure!==void 0){(0,_context_js__WEBPACK_IMPORTED_MODULE_12__.setOutputs)(deps,{outcome:"failed"})
throw creationFailure}signal.throwIfAborted()
const mismatch=await mismatchOf(run,pipeline)??await(own.collision?.())
if(mismatch!==void 0){const ends=cancelOn.size>0?await(0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_11__.cancelPipelines)(run,[{pipeline,snapshot:void 0}]):[]
for(const end of ends)(0,_context_js__WEBPACK_IMPORTED_MODULE_12__.setOutputs)(deps,{status:end.pipeline.status})
throw mismatch}const unknown=(0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_8__.projectUnknown)(pipeline)
if(unknown!==void 0&&(follow!==void 0||request.supersede))throw unknown
if(request.supersede)await supersede(run,{pipeline,mark})}catch(error){if(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.AbortedError)throw await(0,_abort_js__WEBPACK_IMPORTED_MODULE_10__.abortRun)({...run,cancelOn,report},{pipeline,snapshot:void 0,elapsedMs:0,error});(0,_saved_run_js__WEBPACK_IMPORTED_MODULE_15__.saveSettled)(deps)
throw error}}async function mismatchOf(run,pipeline){const{gitlab,request,signal}=run
const{expectedSha,commitWait}=request
const mismatch=(0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_4__.wrongCommit)(pipeline,expectedSha)
if(mismatch===void 0||expectedSha===void 0||commitWait?.acceptNewer!==true)return mismatch
const{runsNewerCommit}=await Promise.all([__webpack_require__.e("pipelines"),__webpack_require__.e("await")]).then(__webpack_require__.bind(__webpack_require__,"./run/await.js"))
return await runsNewerCommit(gitlab,{pipeline,expectedSha,signal})?void 0:mismatch}async function supersede(run,{pipeline,mark}){const{deps,gitlab,signal}=run
const{pipelines,failure}=await(0,_trigger_supersede_js__WEBPACK_IMPORTED_MODULE_9__.findSuperseded)(gitlab,{pipeline,mark,signal})
if(failure!==void 0)deps.host.log.warning(`supersede: it is unknown who started some of the older pipelines, and they were left alone: ${failure}`)
if(pipelines.length===0)return
deps.host.log.info(`Superseding ${pipelines.map(({id})=>id).join(", ")}`)
await(0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_11__.cancelPipelines)(run,pipelines.map(older=>({pipeline:older,snapshot:void 0})))}__webpack_require__.d(__webpack_exports__,["triggerAction",0,triggerAction])}),"./trigger/find-lost-pipeline.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{findLostPipeline:function(){return findLostPipeline},neverTriggered:function(){return neverTriggered}})
var base_clock=__webpack_require__("./base/clock.js")
var request=__webpack_require__("./gitlab/request.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
var start_context=__webpack_require__("./trigger/start-context.js")
const smallestFullPage=20
const skewMs=3e4
function candidatesIn(list,span){const{knownId,context,elapsedMs}=span
const newestMs=Math.max(...list.map(({createdAt})=>Date.parse(createdAt??"")).filter(isTime))
const isOlder=({id,createdAt})=>knownId===void 0?Date.parse(createdAt??"")<newestMs-elapsedMs-skewMs:id<=knownId
const pipelines=list.filter(pipeline=>!isOlder(pipeline)&&mayBeOf(pipeline,context.ref))
if(list.some(isOlder))return{kind:"complete",pipelines}
if(list.length>=smallestFullPage)return{kind:"incomplete",pipelines}
if(knownId===void 0)return{kind:list.length===0?"empty":"complete",pipelines}
return{kind:knownId===0?"complete":"emptied",pipelines}}function mayBeOf({ref},asked){const[one,other]=[(0,start_context.shortRef)(ref),(0,start_context.shortRef)(asked)]
return one===other||ref.endsWith(`/${other}`)||asked.endsWith(`/${one}`)}function isTime(ms){return!Number.isNaN(ms)}var supersede=__webpack_require__("./trigger/supersede.js")
const searchPauseMs=3e3
const lastChanceMs=15e3
const searchesWhileRejected=3
const neverTriggered=new Set(["push","web","schedule","api","external","chat","webide","merge_request_event","external_pull_request_event","parent_pipeline","ondemand_dast_scan","ondemand_dast_validation","security_orchestration_policy","container_registry_push"])
async function findLostPipeline({gitlab,clock},search){const progress={judged:new Map,searches:0,rejectionsInARow:0}
for(;;){const isSettled=clock.nowMs()>=search.settledMs
const result=await searchOnce({gitlab,clock},search,progress)
if(result.kind==="found"||result.kind==="unknown")return result
if(result.kind==="snapshot"&&isSettled)return verdictOf(result,progress.judged)
if(clock.nowMs()>=search.settledMs+lastChanceMs)return{kind:"unknown",why:whyOf(result)}
await(0,base_clock.sleep)(clock,searchPauseMs,search.signal)}}async function searchOnce({gitlab,clock},search,progress){const{project,mark,sentMs,signal}=search
progress.searches+=1
const filters={orderBy:"id",sort:"desc",perPage:100}
const fresh=(0,request.freshText)(`${mark.run}.${progress.searches}`,clock)
const listed=await gitlab.listPipelines({project,filters,fresh},signal)
if(listed.kind!=="ok")return listFailure(listed,search,progress)
progress.rejectionsInARow=0
const found=candidatesIn(listed.value,{...search,elapsedMs:clock.nowMs()-sentMs})
for(const{id,source}of found.pipelines){const before=progress.judged.get(id)
if(before==="stranger"||before==="hidden")continue
const judgment=await judge(gitlab,search,{id,source})
if(judgment==="ours")return await fetchDetails(gitlab,search,id)
progress.judged.set(id,judgment)}if(found.kind==="incomplete")return{kind:"unknown",why:"so many pipelines were created since the request that the list does not show all of them"}
if(found.kind==="emptied")return{kind:"failed",why:"the list lacks a pipeline that was there before, so it may lack others"}
const unread=listed.unfit?.find(({id})=>id===void 0||id>(search.knownId??0))
if(unread!==void 0)return{kind:"failed",why:`a pipeline of the list cannot be read (${unread.unfit})`}
if(listed.hints.fromCache===true)return{kind:"failed",why:"a cache answered with a list that may be outdated"}
const isEmpty=listed.value.length===0
return{kind:"snapshot",candidates:found.pipelines.map(({id})=>id),doubt:isEmpty?doubtOfNothing(search,listed.hints):void 0}}function doubtOfNothing({knownId},{isPaged}){if(knownId===void 0)return"the list is empty, and it is not known whether the project had pipelines before"
return isPaged===true?void 0:"the list is empty, and lacks the headers that GitLab sends with one"}function listFailure(listed,{endsWhenRejected},progress){const{why}=(0,explain.describeReply)(listed)
if((0,response_meaning.meaningOf)("poll",listed)==="final")return{kind:"unknown",why}
progress.rejectionsInARow=isRejection(listed)?progress.rejectionsInARow+1:0
const isEnough=endsWhenRejected===true&&progress.rejectionsInARow>=searchesWhileRejected
return{kind:isEnough?"unknown":"failed",why}}function isRejection(reply){if(reply.kind!=="refused")return reply.kind==="unreadable"
const{status}=reply.refusal
return status<500&&![408,425,429].includes(status)}async function judge(gitlab,{project,context,mark,signal},{id:pipelineId,source}){if(context.via==="access_token")return"hidden"
const variables=await gitlab.fetchVariables({project,pipelineId},signal)
if(variables.kind!=="ok")return isForbidden(variables)?"hidden":"opaque"
const payload=variables.value.find(({key})=>key==="TRIGGER_PAYLOAD")?.value
if(payload!==void 0){if((0,supersede.readMark)(payload)?.run===mark.run)return"ours"
return(0,supersede.isTelling)(payload)?"stranger":"opaque"}if(variables.unfit!==void 0)return"opaque"
return source!==void 0&&neverTriggered.has(source)?"stranger":"opaque"}function isForbidden(reply){if(reply.kind!=="refused"||(0,response_meaning.meaningOf)("poll",reply)!=="final")return false
return reply.refusal.status===401||reply.refusal.status===403}async function fetchDetails(gitlab,{project,signal},pipelineId){const reply=await gitlab.fetchPipeline({project,pipelineId},signal)
if(reply.kind==="ok")return{kind:"found",pipeline:reply.value}
return{kind:"failed",why:(0,explain.describeReply)(reply).why}}function verdictOf({candidates,doubt},judged){const unread=candidates.filter(id=>judged.get(id)!=="stranger")
if(unread.length===0)return doubt===void 0?{kind:"absent"}:{kind:"unknown",why:doubt}
const which=unread.length===1?`Pipeline ${unread.join()}`:`Pipelines ${unread.join(", ")}`
return{kind:"unknown",why:`${which} appeared since the request, and these tokens do not show which request created it (reading a pipeline's variables takes a Maintainer or the owner of the trigger token)`}}function whyOf(result){return result.kind==="failed"?result.why:"GitLab did not show its pipelines in time"}}),"./trigger/rerun-mark.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{isLaterAttempt:function(){return isLaterAttempt},isNextAttempt:function(){return isNextAttempt},rerunMarkOf:function(){return rerunMarkOf},wasSentWith:function(){return wasSentWith}})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:crypto?8af2")
var _base_is_object_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/is-object.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./base/text.js")
var _model_addresses_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/addresses.js")
var _upstream_variables_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./trigger/upstream-variables.js")
const stepDigits=32
const askedDigits=16
function rerunMarkOf({request,caller}){const{attempt}=caller
if(request.rerun===void 0||attempt===void 0)return
const{project,ref,variables,pipelineInputs}=request
const{ci,repository,workflow,job}=caller
const identity=[...[ci,repository,workflow,job,attempt.run].map(part=>part??null),[...attempt.step],request.rerun.key??null,(0,_model_addresses_js__WEBPACK_IMPORTED_MODULE_3__.projectLabel)(project),ref]
return{step:digestOf(identity,stepDigits),attempt:(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__.cleanLine)(attempt.id,100),asked:digestOf([sortedEntries(variables),sortedEntries(pipelineInputs)],askedDigits)}}function digestOf(value,digits){return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(value)).digest("hex").slice(0,digits)}function sortedEntries(record){return Object.keys(record).sort().map(name=>[name,record[name]])}function wasSentWith({ref,variables,pipelineInputs},payloadText){const payload=JSON.parse(payloadText)
if(!(0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_1__.isObject)(payload)||payload.ref!==ref)return false
const sent=withoutCaller(recordOf(payload.variables),variables)
return isAlike(sent,variables)&&isAlike(recordOf(payload.inputs),pipelineInputs)}function recordOf(value){return(0,_base_is_object_js__WEBPACK_IMPORTED_MODULE_1__.isObject)(value)?value:{}}function isAlike(one,other){return JSON.stringify(sortedEntries(one))===JSON.stringify(sortedEntries(other))}function withoutCaller(sent,given){const ofCaller=new Set(_upstream_variables_js__WEBPACK_IMPORTED_MODULE_4__.upstreamVariableNames.map(({name})=>name))
return Object.fromEntries(Object.entries(sent).filter(([name])=>!ofCaller.has(name)||Object.hasOwn(given,name)))}function isLaterAttempt(other,mine){return isNumber(other.attempt)&&isNumber(mine.attempt)&&Number(other.attempt)>Number(mine.attempt)}function isNextAttempt(before,mine){const[one,other]=[before.attempt.split("."),mine.attempt.split(".")]
const[last="",next=""]=[one.at(-1),other.at(-1)]
const isSameStart=one.slice(0,-1).join(".")===other.slice(0,-1).join(".")
return isSameStart&&isNumber(last)&&isNumber(next)&&Number(next)-Number(last)===1}function isNumber(text){return/^\d{1,15}$/.test(text)}}),"./trigger/start-context.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{failedAtCreation:function(){return failedAtCreation},pipelinesPage:function(){return pipelinesPage},shortRef:function(){return shortRef},sourceOf:function(){return sourceOf},startContextOf:function(){return startContextOf}})
var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("./base/errors.js")
var _base_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/text.js")
var _model_addresses_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./model/addresses.js")
function startContextOf(request){const{connection,project,ref,credentials}=request
return{via:credentials.kind==="trigger"?credentials.tokenKind:"access_token",project,ref,gitlabUrl:connection.gitlabUrl,variablesFrom:variablesSource(request)}}function variablesSource({variables,forwardContext}){const isGiven=Object.keys(variables).length>0
if(forwardContext)return isGiven?"both":"forward_context"
return isGiven?"inputs":"nobody"}function shortRef(ref){return ref.replace(/^refs\/(?:heads|tags)\//,"")}function pipelinesPage({gitlabUrl,project}){return(0,_model_addresses_js__WEBPACK_IMPORTED_MODULE_2__.projectPage)(gitlabUrl,project,"/-/pipelines")}function sourceOf(via){if(via==="trigger_token")return"trigger"
return via==="job_token"?"pipeline":"api"}function failedAtCreation(pipeline,context){if(pipeline.status!=="failed")return
return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.RefusedError({code:"ci_config_invalid",what:`GitLab created pipeline ${pipeline.id} in ${(0,_model_addresses_js__WEBPACK_IMPORTED_MODULE_2__.projectLabel)(context.project)} at ${context.ref}, and it failed at once`,why:yamlErrorsOf(pipeline)??"GitLab gave no reason.",hint:`Fix the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`})}const mostErrorsShown=20
function yamlErrorsOf({yamlErrors}){const lines=yamlErrors?.split(/\r?\n/,mostErrorsShown).map(line=>(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(line))
return lines?.filter(line=>line!=="").join("\n")}}),"./trigger/start.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{projectUnknown:function(){return projectUnknown},startRun:function(){return startRun}})
var errors=__webpack_require__("./base/errors.js")
var explain=__webpack_require__("./gitlab/responses/explain.js")
var responses_reply=__webpack_require__("./gitlab/responses/reply.js")
var token_hints=__webpack_require__("./gitlab/responses/token-hints.js")
var addresses=__webpack_require__("./model/addresses.js")
__webpack_require__("./model/pipeline.js")
var rerun_mark=__webpack_require__("./trigger/rerun-mark.js")
var base_clock=__webpack_require__("./base/clock.js")
const readNewestMs=5e3
async function readNewest({gitlab,clock},{project,signal}){const reply=await(0,base_clock.withTimeout)({clock,signal,afterMs:readNewestMs},cutSignal=>gitlab.listPipelines({project,filters:{perPage:1}},cutSignal))
return reply==="timed_out"?{}:seenIn(reply,{hasToken:true})}function seenIn(reply,{hasToken}){if(reply.kind!=="ok")return{}
const{value,unfit=[],hints}=reply
const ids=[...value,...unfit].flatMap(({id})=>id===void 0?[]:[id])
const isEmpty=value.length===0&&unfit.length===0
const isNone=isEmpty&&hasToken&&hints.fromCache!==true&&hints.isPaged===true
const projectIds=new Set(value.map(({projectId})=>projectId))
const[projectId=0]=projectIds
const isCertain=projectIds.size===1&&projectId!==0&&hints.fromCache!==true
return{knownId:ids.length>0?Math.max(...ids):isNone?0:void 0,knownProjectId:isCertain?projectId:void 0}}var start_context=__webpack_require__("./trigger/start-context.js")
var assert_never=__webpack_require__("./base/assert-never.js")
var retry=__webpack_require__("./base/retry.js")
var address=__webpack_require__("./base/address.js")
var response_meaning=__webpack_require__("./gitlab/responses/response-meaning.js")
const askWithinMs=5e3
const askPauseMs=1e3
const stopGraceMs=1e3
async function answerInTime({clock,signal,record},ask){const work=async cutSignal=>{for(;;){const reply=await ask(cutSignal)
if(reply.kind==="ok")return reply.value
if(!(0,response_meaning.isTransient)(reply)&&!(record==="new"&&(0,responses_reply.namesNoRecord)(reply)))return
await(0,base_clock.sleep)(clock,askPauseMs,cutSignal)}}
const late=(0,base_clock.delayedAbort)(clock,signal,stopGraceMs)
try{const details=await(0,base_clock.withTimeout)({clock,signal:late.signal,afterMs:askWithinMs},work)
return details==="timed_out"?void 0:details}catch(error){if(error instanceof errors.AbortedError)return
throw error}finally{late.dispose()}}function matchOf({projectId,webUrl},{project,gitlabUrl},{knownProjectId}={}){const wanted=project.kind==="id"?project.id:knownProjectId
if(wanted!==void 0&&projectId!==void 0)return projectId===wanted?"same":"other"
if(webUrl===void 0||project.kind==="id")return"same"
const path=projectPathIn(webUrl,gitlabUrl)
if(path===void 0)return"same"
const asked=`/${project.path.toLowerCase()}`
return(path.isWhole?path.text===asked:path.text.endsWith(asked))?"same":"unclear"}async function confirmProject(deps,created,start){const{project,context,seen,signal}=start
if(matchOf(created,context,seen)!=="unclear")return
const details=await answerInTime({clock:deps.clock,signal,record:"old"},cutSignal=>deps.gitlab.fetchProject({project},cutSignal))
const{gitlabUrl}=context
const match=details&&matchOf(created,{project:{kind:"path",path:details.path},gitlabUrl},{knownProjectId:details.id})
if(match==="other")throw wrongProject(created,context)
if(match==="same")return
deps.onEvent({kind:"project_unconfirmed",project:(0,addresses.projectLabel)(context.project),webUrl:created.webUrl??""})}function wrongProject({id,projectId,webUrl},context){const{project,gitlabUrl}=context
const details=projectId===void 0?"another project":`project ${projectId}`
const answered=webUrl??(projectId===void 0?gitlabUrl:`${gitlabUrl}/projects/${projectId}`)
return new errors.RefusedError({code:"wrong_project",what:`A pipeline was asked for in project ${(0,addresses.projectLabel)(project)} on ${gitlabUrl}, and the answer is about pipeline ${id} of ${details}`,why:"It is not followed, and none of its outputs is set: something between here and GitLab changes requests, or mixes up answers.",hint:`Check gitlab_url and what stands in front of GitLab. Look for a pipeline of this step at ${(0,addresses.projectPage)(gitlabUrl,project)} and at ${answered} before you run it again.`})}function projectPathIn(webUrl,gitlabUrl){if(!(0,address.isUrl)(webUrl)||!(0,address.isUrl)(gitlabUrl))return
const{origin,pathname}=new URL(webUrl)
const[,text]=/^(.+?)(?:\/-)?\/pipelines\/\d+$/.exec(pathname.toLowerCase())??[]
if(text===void 0)return
const own=new URL(gitlabUrl)
const root=own.pathname.replace(/\/$/,"").toLowerCase()
const isBelowOurs=origin===own.origin&&text.startsWith(`${root}/`)
return isBelowOurs?{text:text.slice(root.length),isWhole:true}:{text,isWhole:false}}async function completeStart(deps,created,start){const{project,context,signal}=start
const{id,status,ref,sha,webUrl}=created
const projectId=created.projectId??(project.kind==="id"?project.id:void 0)
const within={clock:deps.clock,signal}
const isWhole=![projectId,status,ref,sha].includes(void 0)
const details=isWhole?void 0:await answerInTime({...within,record:"new"},cutSignal=>deps.gitlab.fetchPipeline({project,pipelineId:id},cutSignal))
const owner=(projectId??knownOf(details))===void 0?await answerInTime({...within,record:"old"},cutSignal=>deps.gitlab.fetchProject({project},cutSignal)):void 0
return{...details??created,projectId:projectId??knownOf(details)??owner?.id??0,status:status??details?.status??"created",ref:ref??details?.ref??(0,start_context.shortRef)(context.ref),sha:sha??details?.sha??"",webUrl:webUrl??details?.webUrl??pageOf(id,context)}}function knownOf(details){return details?.projectId===0?void 0:details?.projectId}function pageOf(id,context){const page=(0,start_context.pipelinesPage)(context)
return page.endsWith("/-/pipelines")?`${page}/${id}`:page}var find_lost_pipeline=__webpack_require__("./trigger/find-lost-pipeline.js")
var base_text=__webpack_require__("./base/text.js")
var ref_advice=__webpack_require__("./base/ref-advice.js")
const tokenSettings="Settings > CI/CD > Pipeline trigger tokens"
function restrictedVariables({variablesFrom}){const setting="The project restricts pipeline variables (Settings > CI/CD > Variables > Minimum role to use pipeline variables)."
const older='GitLab before about 18.6 refuses every trigger under "no one allowed", even one without variables.'
switch(variablesFrom){case"nobody":return`${setting} No variable was sent: what counts here is TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline. ${older} `+"Let a Maintainer lower that role, update GitLab, or create the pipeline with access_token alone. Values can go as inputs (spec:inputs)."
case"forward_context":return`${setting} The only variables that were sent are the UPSTREAM_... of forward_context: set it to false, or let a Maintainer lower that role. ${older}`
case"both":return`${setting} Some of the variables that were sent are the UPSTREAM_... of forward_context: set it to false, and pass the others as inputs (spec:inputs); or let a Maintainer lower that role. ${older}`
case"inputs":case void 0:return`${setting} Pass the values as inputs (spec:inputs) instead, or let a Maintainer lower that role. ${older}`}}function fourCauses({project,gitlabUrl,via}){const token=via==="job_token"?"the project has the project of the job on its job token allowlist, and the user of the job can read it":`the token is a pipeline trigger token of this very project, neither deleted nor long expired (${tokenSettings})`
return["GitLab hides four causes behind this answer. Check in this order:",`1. ${token};`,"2. the whole token is in the secret, not only the four characters that GitLab shows in its list;",`3. the project ${(0,addresses.projectLabel)(project)} exists on ${gitlabUrl} and is not scheduled for deletion;`,"4. the token is not a personal, project, group or deploy token: those are given as access_token."].join("\n")}const says=(...patterns)=>({texts})=>texts.some(text=>patterns.some(pattern=>pattern.test(text)))
const answers=(...statuses)=>({status})=>statuses.includes(status)
const isAbout=topic=>({about})=>about===topic
const both=(one,other)=>refusal=>one(refusal)&&other(refusal)
const refusalCauses=[{code:"job_token_not_running",matches:both(answers(400,401),says(/^Job is not running$/i,/^400 Job has to be running$/i)),hint:()=>"A CI_JOB_TOKEN only works while its job runs: start the pipeline from inside that job, or use a pipeline trigger token."},{code:"job_token_invalid",matches:both(answers(401),says(/^Job has been erased/i,/^Project has been deleted/i,/^Job token has expired/i)),hint:()=>"Use the CI_JOB_TOKEN of the running job, or a pipeline trigger token."},{code:"unauthorized",via:["access_token"],matches:answers(401),hint:()=>"GitLab does not know this access_token, or it has expired or been revoked: make a new one with the scope api and store it in the secret."},{code:"insufficient_scope",via:["access_token"],matches:both(answers(403),({oauthError})=>oauthError?.startsWith("insufficient_")??false),hint:(_,refusal)=>(0,token_hints.granularHint)(refusal)??"Creating a pipeline needs an access_token with the scope api, or use a pipeline trigger token."},{code:"route_not_found",matches:both(answers(404),({shape})=>shape==="error"),hint:({gitlabUrl})=>`GitLab has no such route at ${gitlabUrl}: check gitlab_url (with its path, if GitLab is installed below one). `+"If the URL is right, a proxy on the way decodes %2F: give the numeric project_id instead of the path."},{code:"not_found",via:["access_token"],matches:answers(404),hint:({project})=>`Check that the project ${(0,addresses.projectLabel)(project)} exists and that the user behind access_token can see it; a fine-grained token must cover it.`},{code:"trigger_not_found",matches:answers(404),hint:fourCauses},{code:"project_moved",matches:both(answers(405),says(/moved projects/i)),hint:()=>"The project was renamed or moved. Give its new path, or better its numeric id, as project_id."},{code:"maintenance",matches:isAbout("maintenance"),hint:()=>"Nothing was started. Run the step again when GitLab is out of maintenance."},{code:"read_only_instance",
matches:both(answers(403),says(/^You cannot perform write operations on a read-only instance$/)),hint:()=>"Nothing was started. This GitLab takes no changes: it is a copy (a secondary site of Geo), or was made read-only. Waiting does not help: set gitlab_url to the address of the primary."},{code:"server_error",matches:isAbout("git_busy"),hint:()=>"Nothing was started: the part of GitLab that keeps the repositories is overloaded. Run the step again later."},{code:"pipeline_hook_refused",via:["trigger_token","job_token"],matches:both(answers(403),says(/^403 Forbidden$/)),hint:()=>"GitLab refuses to start pipelines from pipeline events (X-Gitlab-Event: Pipeline Hook), to stop loops: remove that header from request_headers."},{code:"forbidden",via:["access_token"],matches:both(answers(403),says(/^403 Forbidden$/)),hint:({project})=>`The user behind access_token needs the Developer role in ${(0,addresses.projectLabel)(project)}, and CI/CD must be on there.`},{code:"ref_invalid",matches:both(answers(400),says(/\bref is (?:missing|empty|invalid)/i)),hint:()=>"Give a branch or a tag as ref."},{code:"request_refused",matches:both(answers(400),says(/\btoken is (?:missing|empty|invalid)/i)),hint:()=>"The token did not arrive: something between here and GitLab changed the request body."},{code:"variables_invalid",matches:says(/^variables is invalid/i,/variables needs to be a map/i,/can contain only letters, digits and/i,/^Failed to build pipeline variables/i),hint:()=>"Names of variables are 1 to 255 characters of A-Z, a-z, 0-9 and '_'; values are text."},{code:"variables_invalid",matches:says(/^Duplicate variable name/i),hint:context=>`Give each variable once, and never TRIGGER_PAYLOAD, which GitLab sets itself. GitLab kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"inputs_invalid",
matches:says(/^inputs is invalid/i,/given inputs not defined/i,/\binputs?\b.*(?:required|not defined|must be|type|not allowed|cannot)/i,/\binput: /i,/^There cannot be more than \d+ inputs/i),hint:({ref})=>`Compare inputs with the spec:inputs section of the CI configuration on ${ref}: names, types, and which ones have no default.`},{code:"ref_not_found",matches:says(/^Reference not found/i),hint:({ref,project})=>`There is no branch or tag '${ref}' in ${(0,addresses.projectLabel)(project)}. ${(0,ref_advice.adviceOnRef)(ref)??"A commit SHA cannot be used; a branch that was just pushed or mirrored may not have arrived yet."}`},{code:"commit_not_found",matches:says(/^Commit not found/i),hint:({ref})=>`'${ref}' exists, but its commit cannot be read: wait for the push or the mirror to finish, or check the repository.`},{code:"ref_ambiguous",matches:says(/^Ref is ambiguous/i),hint:({ref})=>`A branch and a tag are both called '${ref}': give refs/heads/${ref} or refs/tags/${ref}.`},{code:"not_found",matches:says(/^Project is deleted!$/i),hint:({project})=>`The project ${(0,addresses.projectLabel)(project)} is about to be deleted: give the project_id of another one, or restore it in GitLab.`},{code:"pipelines_disabled",matches:says(/^Pipelines are disabled/i),hint:()=>"Switch CI/CD on in the project: Settings > General > Visibility, project features, permissions > CI/CD."},{code:"import_running",matches:says(/project import is complete/i),hint:()=>"Run the step again when the import has finished."},{code:"variables_restricted",matches:says(/^Insufficient permissions to set pipeline variables/i),hint:restrictedVariables},{code:"owner_not_permitted",matches:says(/^Insufficient permissions to create a new pipeline/i),
hint:({via})=>`The user behind the ${via==="access_token"?"access token":"token"} needs the Developer role in the project and must not be blocked; `+"an archived project runs no pipelines. A trigger token stops working when its owner leaves: make a new one as another user."},{code:"ref_protected",matches:says(/sufficient permission to run a pipeline on/i,/^Insufficient permissions for protected ref/i),hint:({ref})=>`'${ref}' is protected. Let the user behind the token push or merge to it (Settings > Repository > Protected branches or tags), or use a token of a user who may.`},{code:"ci_config_missing",matches:says(/^Missing CI config file/i),hint:({ref})=>`Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`},{code:"no_jobs",matches:says(/filtered out by workflow rules/i,/will not run for the selected trigger/i,/No stages \/ jobs for this pipeline/i,/Review the (?:workflow:)?rules configuration/i),hint:({via})=>`Rules left nothing to run. Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${(0,start_context.sourceOf)(via)}".`},{code:"pipeline_rate_limit",matches:isAbout("minute_full"),hint:()=>"The limit counts pipelines per minute for the user behind the token: run the step again in a minute, or start fewer at once."},{code:"pipeline_limit",matches:says(/number of jobs has exceeded the limit/i,/^Pipeline has too many jobs!/i),hint:context=>`The pipeline itself has too many jobs: leave some out, split the configuration into child pipelines, or raise the limit. Running the step again does not help. GitLab kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"pipeline_limit",matches:says(/exceeded the allowed number of jobs/i,/size limit/i,/pipeline (?:has|had) too many/i,/too many (?:jobs|deployments)/i,/deployments? limit/i,/activity limit/i),
hint:context=>`Run the step again when other pipelines have ended, or raise the limit. GitLab may have kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"user_not_verified",matches:says(/identity verification/i),hint:()=>"The owner of the token has to verify their identity in GitLab before CI jobs run."},{code:"persist_failed",matches:says(/^Failed to persist the pipeline/i,/^Failed to build the pipeline!$/i),hint:()=>"Nothing was started. Run the step again; if the error persists, see what GitLab says above."},{code:"owner_not_permitted",matches:both(answers(422),says(/reviewed by a non-AI user/i)),hint:context=>`GitLab requires that a human reviews the change before its pipeline runs: let a user start it there, or use the token of a human user. GitLab kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"request_refused",matches:both(answers(422),says(/^External validation failed/i)),hint:context=>`The validation service of this GitLab refuses the pipeline, and the CI configuration need not be wrong: an administrator can tell why. GitLab kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"request_refused",matches:both(answers(422),says(/^Pipeline execution policy error/i)),hint:context=>`A pipeline execution policy of the group or the instance fails, not the CI configuration of the project: show GitLab's message to the maintainers of the policies. GitLab kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"server_error",matches:both(answers(422),says(/^Undefined error \(/i)),hint:context=>`GitLab failed while it created the pipeline: an administrator finds the cause in the logs by the id in the brackets. GitLab kept a failed pipeline: ${(0,start_context.pipelinesPage)(context)}`},{code:"ci_config_invalid",matches:answers(422),hint:context=>`Fix the CI configuration on ${context.ref}; GitLab's pipeline editor shows the same errors. GitLab kept a failed pipeline: ${(0,
start_context.pipelinesPage)(context)}`}]
function causeOf(refusal,context){return refusalCauses.find(cause=>(cause.via?.includes(context.via)??true)&&cause.matches(refusal))}function refusedStart(refusal,context){const general=(0,explain.describeRefusal)(refusal)
const known=refusal.speaker==="gitlab"?causeOf(refusal,context):void 0
return new errors.RefusedError({what:`Cannot start a pipeline in ${(0,addresses.projectLabel)(context.project)} at ${context.ref} on ${context.gitlabUrl}`,code:known?.code??general.code,why:general.why,hint:known?.hint(context,refusal)??general.hint})}const workGivenUp={after:"request",ms:135e3}
const workOver={after:"response",ms:75e3}
const turnedAwayMs=2e4
const turnedAway={after:"request",ms:turnedAwayMs}
function readStart(reply,context,seen={}){if(reply.kind==="ok"){const mixUp=mixUpIn(reply,context,seen)
if(mixUp!==void 0)return answerToAnother(mixUp,context)
if(!hasCommit(reply.value))return unlikeGitLab(reply.value,context)
return matchOf(reply.value,context,seen)==="other"?{kind:"refused",error:wrongProject(reply.value,context)}:{kind:"started",pipeline:reply.value}}const{why}=(0,explain.describeReply)(reply)
switch((0,response_meaning.meaningOf)("start",reply)){case"not_done":return{kind:repetitionOf(reply),error:explained(reply,context),why,retryAfterMs:(0,responses_reply.retryAfterOf)(reply)}
case"final":return{kind:"refused",error:explained(reply,context)}
case"done":case"passing":case"uncertain":return ambiguous(reply,{context,why})}}function ambiguous(reply,{context,why}){const error=(0,explain.errorOf)(reply,{what:cannotStart(context)})
const lost={kind:"ambiguous",error,why,settled:workGivenUp}
switch(reply.kind){case"fault":{const isHalfRead=isSuccess(reply.fault.status)
return{...lost,advice:void 0,whenAbsent:isHalfRead?"doubt":"repeat"}}case"unreadable":{const{claimedId}=reply
const named=claimedId===void 0?"":`. It names the number ${claimedId}, ${unproven}`
return{...lost,why:`${why}${named}`,advice:(0,explain.describeReply)(reply).hint,whenAbsent:"doubt"}}case"refused":{const{status,about}=reply.refusal
if(about==="crash"||about==="locked")return{...lost,settled:workOver,advice:void 0,whenAbsent:"repeat"}
if(status>=500||[408,425,429].includes(status))return{...lost,advice:void 0,whenAbsent:"repeat"}
const advice=(0,explain.describeReply)(reply).hint
return{...lost,settled:turnedAway,advice,whenAbsent:"end"}}}}function repetitionOf(reply){return reply.kind==="refused"&&reply.refusal.about==="minute_full"?"minute_full":"not_done"}function explained(reply,context){return reply.kind==="refused"?refusedStart(reply.refusal,context):(0,explain.errorOf)(reply,{what:cannotStart(context)})}function isSuccess(status){return status!==void 0&&status>=200&&status<=299}function mixUpIn({value:{id,ref},hints},context,{knownId}){if(hints.fromCache===true)return`The answer about pipeline ${id} comes from a cache, so it was given to an earlier request`
if(knownId!==void 0&&id<=knownId)return`The answer is about pipeline ${id}, which was there before: pipeline ${knownId} is older than the request`
if(ref===void 0||(0,start_context.shortRef)(ref)===(0,start_context.shortRef)(context.ref))return
return`The answer is about pipeline ${id} of ${(0,base_text.cleanLine)(ref)}, and this request was about ${context.ref}`}function answerToAnother(why,context){const advice="Check what stands in front of GitLab: it mixes up answers."
return doubtfulStart(context,{why,advice,settled:turnedAway})}function hasCommit({sha}){return sha!==void 0&&/^(?:[\da-f]{40}|[\da-f]{64})$/i.test(sha)}const unproven="which need not be that of a pipeline"
function unlikeGitLab({id},context){const why=`The answer names the number ${id}, ${unproven}: it lacks the commit that GitLab sends with one`
const advice="Check gitlab_url and what stands in front of GitLab: it must pass the request on, and answer what GitLab answers."
return doubtfulStart(context,{why,advice,settled:workGivenUp})}function doubtfulStart(context,doubt){const{why,advice:hint}=doubt
const error=new errors.UnreachableError({code:"start_uncertain",what:cannotStart(context),why,hint})
return{kind:"ambiguous",error,...doubt,whenAbsent:"doubt"}}function cannotStart({project,ref,gitlabUrl}){return`Cannot start a pipeline in ${(0,addresses.projectLabel)(project)} at ${ref} on ${gitlabUrl}`}const repeatPolicy={attempts:5,firstPauseMs:1e3,maxPauseMs:8e3,maxRetryAfterMs:12e4}
const repeatBudgetMs=12e4
const minuteMs=6e4
const answerGraceMs=1500
const stoppedSearchMs=1e3
async function startPipeline(deps,run){const{clock}=deps
const progress={beginMs:clock.nowMs(),attempts:0,hasWaitedAMinute:false,hasBeenAbsent:false}
for(;;){run.signal.throwIfAborted()
progress.attempts+=1
const sentMs=clock.nowMs()
deps.onPending?.({run:run.mark.run,knownId:run.knownId})
const reply=await send(deps,run,sentMs)
if("pipeline"in reply)return reply.pipeline
const reading=readStart(reply.reply,run.context,run)
if(reading.kind==="not_done"||reading.kind==="minute_full")deps.onPending?.(void 0)
switch(reading.kind){case"started":return await confirmedAndCompleted(deps,run,reading.pipeline)
case"refused":throw reading.error
case"not_done":await pause(deps,run,{reading,delayMs:repeatDelayMs(deps,reading,progress)})
break
case"minute_full":if(progress.hasWaitedAMinute)throw reading.error
progress.hasWaitedAMinute=true
await pause(deps,run,{reading,delayMs:minuteMs*(1+deps.random()/20)})
break
case"ambiguous":{const pipeline=await recover(deps,run,{reading,sentMs})
if(pipeline!==void 0)return pipeline
if(progress.hasBeenAbsent)throw reading.error
progress.hasBeenAbsent=true
progress.beginMs=clock.nowMs()
deps.onPending?.(void 0)
break}default:return(0,assert_never.assertNever)(reading)}}}async function confirmedAndCompleted(deps,run,created){const{project}=run.request
deps.onCreated?.(created.id)
await confirmProject(deps,created,{...run,project,seen:run})
return await completeStart(deps,created,{...run,project})}async function send(deps,run,sentMs){const{gitlab,clock}=deps
const{credentials,project,ref,variables,pipelineInputs:inputs}=run.request
const call={project,ref,variables,inputs}
const late=(0,base_clock.delayedAbort)(clock,run.signal,answerGraceMs)
try{const reply=await(credentials.kind==="trigger"?gitlab.triggerPipeline({...call,token:credentials.token,mark:{...run.mark}},late.signal):gitlab.createPipeline(call,late.signal))
return{reply}}catch(error){if(!(error instanceof errors.AbortedError))throw error
const found=await searchWhenStopped(deps,run,sentMs)
if(found?.kind==="found")return{pipeline:found.pipeline}
throw stoppedHalfway(error,run.context)}finally{late.dispose()}}async function searchWhenStopped(deps,{request,context,mark,knownId},sentMs){if(request.credentials.accessToken===void 0)return
const signal=(new AbortController).signal
const found=await(0,base_clock.withTimeout)({clock:deps.clock,signal,afterMs:stoppedSearchMs},cutSignal=>(0,find_lost_pipeline.findLostPipeline)(deps,{project:request.project,context,mark,knownId,sentMs,settledMs:1/0,signal:cutSignal}))
return found==="timed_out"?void 0:found}function repeatDelayMs({clock,random},reading,{attempts,beginMs}){const{retryAfterMs,error}=reading
const delayMs=(0,retry.retryDelayMs)({attempt:attempts,retryAfterMs,random},repeatPolicy)
const isLate=clock.nowMs()+Math.max(delayMs,retryAfterMs??0)>beginMs+repeatBudgetMs
if(attempts>=repeatPolicy.attempts||isLate)throw error
return delayMs}async function pause({clock,onEvent},{signal},{reading,delayMs}){onEvent({kind:"retrying",why:reading.why,delayMs})
await(0,base_clock.sleep)(clock,delayMs,signal)}async function recover(deps,{request,context,mark,knownId,signal},lost){const{reading,sentMs}=lost
if(request.credentials.accessToken===void 0)throw uncertainStart(context,reading,"Without an access_token the step cannot search for it.")
const{after,ms}=reading.settled
const settledMs=(after==="request"?sentMs:deps.clock.nowMs())+ms
deps.onEvent({kind:"response_lost",why:reading.why,retryTimeoutMs:settledMs-deps.clock.nowMs()})
const found=await(0,find_lost_pipeline.findLostPipeline)(deps,{project:request.project,context,mark,knownId,sentMs,settledMs,endsWhenRejected:reading.whenAbsent!=="repeat",signal}).catch(error=>{throw error instanceof errors.AbortedError?stoppedHalfway(error,context):error})
switch(found.kind){case"found":deps.onEvent({kind:"lost_pipeline_found",pipelineId:found.pipeline.id})
return found.pipeline
case"absent":if(reading.whenAbsent!=="repeat")throw uncertainStart(context,reading,"The step searched for it, and GitLab does not show it.")
deps.onEvent({kind:"lost_pipeline_absent"})
return
case"unknown":throw uncertainStart(context,reading,`The search for it is inconclusive: ${found.why}.`)
default:return(0,assert_never.assertNever)(found)}}function stoppedHalfway({stopSignal},context){return new errors.AbortedError(stopSignal,{why:"The request to start the pipeline was on its way, so the pipeline may have been started.",hint:`Look for it at ${(0,start_context.pipelinesPage)(context)}, and cancel it if it is not needed.`})}function uncertainStart(context,{why,advice},search){return new errors.UnreachableError({code:"start_uncertain",what:`It is not known whether a pipeline was started in ${(0,addresses.projectLabel)(context.project)} at ${context.ref} on ${context.gitlabUrl}`,why:`${why}. ${search} The request was not repeated, because that could start a second pipeline.`,hint:`${advice===void 0?"":`${advice} `}Look for it at ${(0,start_context.pipelinesPage)(context)} before you run this step again.`})}var supersede=__webpack_require__("./trigger/supersede.js")
var upstream_variables=__webpack_require__("./trigger/upstream-variables.js")
async function checkReadable(gitlab,check){const{project,context,signal}=check
const at=`${(0,addresses.projectLabel)(context.project)} on ${context.gitlabUrl}`
const reply=await gitlab.listPipelines({project,filters:{perPage:1}},signal)
if(reply.kind!=="ok"){const what=`Nothing was started: the pipelines of ${at} cannot be read, so none could be followed`
throw unreadable(reply,{check,what})}const seen=seenIn(reply,{hasToken:check.hasAccessToken||context.via==="job_token"})
if(!check.hasAccessToken&&context.via==="job_token"){const jobs=await gitlab.peekJobs({project,pipelineId:Math.max(1,seen.knownId??1)},signal)
const isMissing=jobs.kind==="refused"&&jobs.refusal.status===404
if(jobs.kind!=="ok"&&!isMissing){const what=`Nothing was started: the jobs of pipelines of ${at} cannot be read, so none could be followed`
throw unreadable(jobs,{check,what})}}return seen}function unreadable(reply,{check,what}){if(reply.kind!=="refused"||!isNoRight(reply.refusal))return(0,explain.errorOf)(reply,{what})
const{why,hint}=(0,explain.describeRefusal)(reply.refusal)
return new errors.RefusedError({code:"read_access_needed",what,why,hint:check.hasAccessToken?hint:hintWithoutAccess(check.context,reply.refusal)})}function hintWithoutAccess({via},refusal){if(via==="job_token")return`${(0,token_hints.jobTokenReadHint)(refusal)} Or leave wait at false.`
return"Give an access_token with the scope read_api (a trigger token reads nothing; only public projects with public pipelines can be followed without one), or leave wait at false. Check project_id and gitlab_url too."}function isNoRight(refusal){return(0,responses_reply.isRecordMissing)(refusal)||(0,responses_reply.isDenied)(refusal)}async function startRun(deps,task){const{gitlab,random}=deps
const{caller,signal}=task
const request=withCaller(task)
const{project,ref,credentials}=request
const context=(0,start_context.startContextOf)(task.request)
const mark=(0,supersede.correlationMarkOf)({context:caller,project,ref,nonce:`${digits(random)}${digits(random)}`,rerun:(0,rerun_mark.rerunMarkOf)(task)})
const hasAccessToken=credentials.accessToken!==void 0
let seen={}
if(request.follow!==void 0)seen=await checkReadable(gitlab,{project,hasAccessToken,context,signal})
else if(hasAccessToken||context.via==="job_token")seen=await readNewest(deps,{project,signal})
const pipeline=await startPipeline(deps,{request,context,mark,...seen,signal})
return{pipeline,context,mark}}function withCaller({request,caller}){if(!request.forwardContext)return request
return{...request,variables:(0,upstream_variables.withUpstreamVariables)(request.variables,caller)}}function digits(random){return random().toString(36).slice(2,12)}function projectUnknown(pipeline){if(pipeline.projectId!==0)return
return new errors.UnreachableError({code:"project_unknown",what:`Pipeline ${pipeline.id} was started, and cannot be followed`,why:"GitLab before 13.10 does not return the project ID with a pipeline, and the request for the project did not return it either.",hint:`Give the numeric project_id, or an access_token with the scope read_api. The pipeline keeps running: ${pipeline.webUrl}`})}}),"./trigger/supersede.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{correlationMarkOf:function(){return correlationMarkOf},findSuperseded:function(){return findSuperseded},isTelling:function(){return isTelling},readMark:function(){return readMark}})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__("node:crypto?8af2")
var _base_parallel_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__("./base/parallel.js")
var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__("./gitlab/responses/explain.js")
var _model_addresses_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__("./model/addresses.js")
var _model_caller_context_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__("./model/caller-context.js")
var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__("./model/pipeline.js")
const markMember="gitlab_trigger"
const maxMarkCharacters=200
const digestCharacters=32
function correlationMarkOf(start){const{context,project,ref,nonce,rerun}=start
const{ci,repository,workflow,job}=context
const parts=[ci,repository,workflow,job,originOf(context),(0,_model_addresses_js__WEBPACK_IMPORTED_MODULE_3__.projectLabel)(project),ref]
const identity=JSON.stringify([...parts.map(part=>part??null),(0,_model_caller_context_js__WEBPACK_IMPORTED_MODULE_4__.identifiesCaller)(context)?null:nonce])
const digest=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(identity).digest("hex").slice(0,digestCharacters)
const words=parts.filter(part=>part!==void 0).join(" | ").replace(/[^\u0020-\u007e]/gu,"?")
return{key:`${words.slice(0,maxMarkCharacters-digestCharacters-1)} ${digest}`,run:`${runOf(context)}${nonce}`.slice(-maxMarkCharacters),...rerun===void 0?{}:{rerun}}}function isSuperseded(older,mine){return older.key===mine.key&&attemptIn(older.run)!==attemptIn(mine.run)}function readMark(payloadText){const mark=memberOf(parsedJson(payloadText),markMember)
const key=memberOf(mark,"key")
const run=memberOf(mark,"run")
if(!isMarkText(key)||!isMarkText(run))return
const rerun=rerunPart(memberOf(mark,"rerun"))
return{key,run,...rerun===void 0?{}:{rerun}}}function rerunPart(value){const[step,attempt,asked]=["step","attempt","asked"].map(name=>memberOf(value,name))
return isMarkText(step)&&isMarkText(attempt)&&isMarkText(asked)?{step,attempt,asked}:void 0}function isTelling(payloadText){const payload=parsedJson(payloadText)
return isObject(payload)&&(!Object.hasOwn(payload,markMember)||readMark(payloadText)!==void 0)}function originOf({pullRequest,followedRef,ref,refName}){return pullRequest?.number??followedRef??ref??refName}function runOf({runId,runAttempt}){return runId===void 0?"":`${runId}.${runAttempt??"1"}.`}function attemptIn(run){return run.includes(".")?run.slice(0,run.lastIndexOf(".")):run}function parsedJson(text){try{return JSON.parse(text)}catch{return}}function memberOf(value,name){return isObject(value)&&Object.hasOwn(value,name)?value[name]:void 0}function isObject(value){return typeof value==="object"&&value!==null}function isMarkText(value){return typeof value==="string"&&value!==""&&value.length<=maxMarkCharacters}const newestPipelines=50
const parallelRequests=4
async function findSuperseded(gitlab,{pipeline,mark,signal}){const project={kind:"id",id:pipeline.projectId}
const filters={ref:pipeline.ref,source:pipeline.source,perPage:newestPipelines}
const listed=await gitlab.listPipelines({project,filters},signal)
if(listed.kind!=="ok")return{pipelines:[],failure:(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.describeReply)(listed).why}
const candidates=listed.value.filter(({id,status})=>id<pipeline.id&&!(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_5__.isTerminalStatus)(status))
const judged=await(0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_1__.mapInParallel)(candidates,parallelRequests,async candidate=>{const variables=await gitlab.fetchVariables({project,pipelineId:candidate.id},signal)
if(variables.kind!=="ok")return{candidate,isOurs:false,failure:(0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_2__.describeReply)(variables).why}
const payload=variables.value.find(({key})=>key==="TRIGGER_PAYLOAD")?.value
const older=payload===void 0?void 0:readMark(payload)
const failure=payload===void 0?unreadIn(variables,"variable"):void 0
return{candidate,isOurs:older!==void 0&&isSuperseded(older,mark),failure}})
const ofList=unreadIn({unfit:listed.unfit?.filter(({id=0})=>id<pipeline.id)},"pipeline")
return{pipelines:judged.filter(({isOurs})=>isOurs).map(({candidate})=>candidate),failure:judged.find(({failure})=>failure!==void 0)?.failure??ofList}}function unreadIn({unfit},what){const first=unfit?.[0]
return first===void 0?void 0:`a ${what} of the list cannot be read (${first.unfit})`}}),"./trigger/upstream-variables.js":(function(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{upstreamVariableNames:function(){return upstreamVariableNames},withUpstreamVariables:function(){return withUpstreamVariables}})
const rows=[{name:"UPSTREAM_CI",description:"Name of the CI, e.g. `GitHub Actions`.",valueOf:({ci})=>ci},{name:"UPSTREAM_REPOSITORY",description:"The repository as `owner/name`.",valueOf:({repository})=>repository},{name:"UPSTREAM_SHA",description:"The commit of the run, as `github.sha`; for the event `pull_request` that is the merge commit which GitHub made.",valueOf:({sha})=>sha},{name:"UPSTREAM_REF",description:"The ref of the run in full, e.g. `refs/heads/main` or `refs/pull/7/merge`.",valueOf:({ref})=>ref},{name:"UPSTREAM_REF_NAME",description:"The ref of the run in short, e.g. `main` or `7/merge`.",valueOf:({refName})=>refName},{name:"UPSTREAM_ACTOR",description:"The user or app that the run belongs to, as `github.actor`.",valueOf:({actor})=>actor},{name:"UPSTREAM_EVENT",description:"The event that started the run, e.g. `push`.",valueOf:({event})=>event},{name:"UPSTREAM_WORKFLOW",description:"Name of the workflow, or the path of its file where it has none.",valueOf:({workflow})=>workflow},{name:"UPSTREAM_JOB",description:"Id of the job in the workflow file; the same for all jobs of a matrix.",valueOf:({job})=>job},{name:"UPSTREAM_RUN_ID",description:"Id of the workflow run; the same when it is run again.",valueOf:({runId})=>runId},{name:"UPSTREAM_RUN_ATTEMPT",description:"How often the run has been run, from 1.",valueOf:({runAttempt})=>runAttempt},{name:"UPSTREAM_RUN_URL",description:"The page of the run.",valueOf:({runUrl})=>runUrl},{name:"UPSTREAM_PR_NUMBER",description:"Number of the pull request.",valueOf:({pullRequest})=>pullRequest?.number.toString()},{name:"UPSTREAM_PR_TITLE",description:"Title of the pull request. **Anybody can write it.**",valueOf:({pullRequest})=>pullRequest?.title},{name:"UPSTREAM_PR_URL",description:"The page of the pull request.",valueOf:({pullRequest})=>pullRequest?.url},{name:"UPSTREAM_PR_HEAD_REF",description:"Name of the branch that is to be merged. **Anybody can choose it.**",valueOf:({pullRequest})=>pullRequest?.headRef},{
name:"UPSTREAM_PR_HEAD_SHA",description:"The last commit of that branch; what a mirrored repository has, too.",valueOf:({pullRequest})=>pullRequest?.headSha},{name:"UPSTREAM_PR_BASE_REF",description:"Name of the branch to merge into.",valueOf:({pullRequest})=>pullRequest?.baseRef}]
const upstreamVariableNames=rows.map(({name,description})=>({name,description}))
function upstreamVariables(context){return Object.fromEntries(rows.map(({name,valueOf})=>[name,valueOf(context)?.replaceAll("\0","")??""]).filter(([,value])=>value!==""))}function withUpstreamVariables(variables,context){return{...upstreamVariables(context),...variables}}})}
const __webpack_module_cache__={}
function __webpack_require__(moduleId){const cachedModule=__webpack_module_cache__[moduleId]
if(cachedModule!==void 0)return cachedModule.exports
const module=__webpack_module_cache__[moduleId]={exports:{}}
__webpack_modules__[moduleId](module,module.exports,__webpack_require__)
return module.exports}__webpack_require__.m=__webpack_modules__
__webpack_require__.cw=function(body){var mod
return function(){if(body){var fn=body
body=0
mod={exports:{}}
fn.call(mod.exports,mod,mod.exports)}return mod.exports}}
!function(){const getProto=Object.getPrototypeOf
let leafPrototypes
__webpack_require__.t=function(value,mode){if(mode&1)value=this(value)
if(mode&8)return value
if(typeof value==="object"&&value){if(mode&4&&value.__esModule)return value
if(mode&16&&typeof value.then==="function")return value}const ns=Object.create(null)
__webpack_require__.r(ns)
const def=Object.create(null)
leafPrototypes||=[null,getProto({}),getProto([]),getProto(getProto)]
for(var current=mode&2&&value;(typeof current=="object"||typeof current=="function")&&!~leafPrototypes.indexOf(current);current=getProto(current))Object.getOwnPropertyNames(current).forEach(function(key){def[key]=function(){return value[key]}})
def["default"]=function(){return value}
__webpack_require__.d(ns,def)
return ns}}()
__webpack_require__.d=function(exports,definition){if(Array.isArray(definition)){var i=0
while(i<definition.length){var key=definition[i++]
var binding=definition[i++]
var descriptor=binding?{enumerable:true,get:binding}:{enumerable:true,value:definition[i++]}
if(!__webpack_require__.o(exports,key))Object.defineProperty(exports,key,descriptor)}}else for(var key in definition)if(__webpack_require__.o(definition,key)&&!__webpack_require__.o(exports,key))Object.defineProperty(exports,key,{enumerable:true,get:definition[key]})}
__webpack_require__.f={}
__webpack_require__.e=function(chunkId){const promises=[]
__webpack_require__.f.j(chunkId,promises)
return Promise.all(promises)}
__webpack_require__.o=function(obj,prop){return Object.hasOwn(obj,prop)}
__webpack_require__.r=function(exports){Object.defineProperty(exports,Symbol.toStringTag,{value:"Module"})
Object.defineProperty(exports,"__esModule",{value:true})}
!function(){const chunkImports={inputs:function(){return import("./chunks/inputs.js")},pipelines:function(){return import("./chunks/pipelines.js")},wait:function(){return import("./chunks/wait.js")},follow:function(){return import("./chunks/follow.js")},cancel:function(){return import("./chunks/cancel.js")},hosts:function(){return import("./chunks/hosts.js")},tokens:function(){return import("./chunks/tokens.js")},probe:function(){return import("./chunks/probe.js")},feedback:function(){return import("./chunks/feedback.js")},cleanup:function(){return import("./chunks/cleanup.js")},programs:function(){return import("./chunks/programs.js")},simulation:function(){return import("./chunks/simulation.js")},cli:function(){return import("./chunks/cli.js")},yaml:function(){return import("./chunks/yaml.js")},simulator:function(){return import("./chunks/simulator.js")},demo:function(){return import("./chunks/demo.js")},check:function(){return import("./chunks/check.js")},results:function(){return import("./chunks/results.js")},rerun:function(){return import("./chunks/rerun.js")},await:function(){return import("./chunks/await.js")},schemas:function(){return import("./chunks/schemas.js")},library:function(){return import("./chunks/library.js")},print:function(){return import("./chunks/print.js")},simulate:function(){return import("./chunks/simulate.js")},artifacts:function(){return import("./chunks/artifacts.js")},zip:function(){return import("./chunks/zip.js")},seal:function(){return import("./chunks/seal.js")}}
const installedChunks={index:0}
const installChunk=function(data){let{__webpack_esm_ids__,__webpack_esm_modules__,__webpack_esm_runtime__}=data
var moduleId,chunkId,i=0
for(moduleId in __webpack_esm_modules__)if(__webpack_require__.o(__webpack_esm_modules__,moduleId))__webpack_require__.m[moduleId]=__webpack_esm_modules__[moduleId]
if(__webpack_esm_runtime__)__webpack_esm_runtime__(__webpack_require__)
for(;i<__webpack_esm_ids__.length;i++){chunkId=__webpack_esm_ids__[i]
if(__webpack_require__.o(installedChunks,chunkId)&&installedChunks[chunkId])installedChunks[chunkId][0]()
installedChunks[chunkId]=0}}
__webpack_require__.f.j=function(chunkId,promises){let installedChunkData=__webpack_require__.o(installedChunks,chunkId)?installedChunks[chunkId]:void 0
if(installedChunkData!==0)if(installedChunkData)promises.push(installedChunkData[1])
else if(true){const promise=Promise.race([chunkImports[chunkId]().then(installChunk,function(e){if(installedChunks[chunkId]!==0)installedChunks[chunkId]=void 0
throw e}),new Promise(function(resolve){installedChunkData=installedChunks[chunkId]=[resolve]})])
promises.push(installedChunkData[1]=promise)}}}()
var entries_process=__webpack_require__("./entries/process.js")
var clock=__webpack_require__("./base/clock.js")
var errors=__webpack_require__("./base/errors.js")
async function triggerPipeline(options){const call=await __webpack_require__.e("library").then(__webpack_require__.bind(__webpack_require__,"./library/trigger-pipeline.js"))
return await call.triggerPipeline(await processDeps(options),options)}function followPipeline(options){const events=async function*(){const call=await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("library")]).then(__webpack_require__.bind(__webpack_require__,"./library/follow-pipeline.js"))
yield*call.followPipeline(await processDeps(options),options)}
return{[Symbol.asyncIterator]:events,verdict:async()=>{for await(const event of events())if(event.kind==="ended")return event.verdict
throw new TypeError("following ended without a verdict")}}}async function cancelPipeline(options){const call=await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("library")]).then(__webpack_require__.bind(__webpack_require__,"./library/cancel-pipeline.js"))
return await call.cancelPipeline(await processDeps(options),options)}async function processDeps(options){const[{textFilesUntil},{createMasker},{createNodeTransport}]=await Promise.all([Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./hosts/text-files.js")),Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./hosts/redaction/redaction.js")),Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./http/node-transport.js"))])
return{clock:clock.systemClock,random:Math.random,environment:process.env,files:textFilesUntil(signalIn(options)),createTransport:createNodeTransport,createMasker}}function signalIn(options){const given=typeof options==="object"&&options!==null?Reflect.get(options,"signal"):void 0
return given instanceof AbortSignal?given:(new AbortController).signal}async function startGitLab(options={}){const simulator=await Promise.all([__webpack_require__.e("yaml"),__webpack_require__.e("simulator")]).then(__webpack_require__.bind(__webpack_require__,"./simulator/serve/start-gitlab.js"))
return await simulator.startedGitLab(clock.systemClock,options)}const entries={trigger:()=>actionOf(async()=>(await Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./run/trigger.js"))).triggerAction),wait:()=>actionOf(async()=>(await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("pipelines"),__webpack_require__.e("wait")]).then(__webpack_require__.bind(__webpack_require__,"./run/wait.js"))).waitAction),cancel:()=>actionOf(async()=>(await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("cancel")]).then(__webpack_require__.bind(__webpack_require__,"./run/cancel.js"))).cancelAction),tokens:()=>actionOf(async()=>(await Promise.all([__webpack_require__.e("hosts"),__webpack_require__.e("inputs"),__webpack_require__.e("tokens"),__webpack_require__.e("probe")]).then(__webpack_require__.bind(__webpack_require__,"./run/tokens/tokens.js"))).tokensAction),cleanup:()=>actionOf(async()=>(await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("pipelines"),__webpack_require__.e("follow"),__webpack_require__.e("feedback"),__webpack_require__.e("cleanup")]).then(__webpack_require__.bind(__webpack_require__,"./run/cleanup.js"))).cleanupAction),simulate:()=>actionOf(async()=>(await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("programs"),__webpack_require__.e("simulation")]).then(__webpack_require__.bind(__webpack_require__,"./run/simulation/start.js"))).simulateAction),"stop-simulate":()=>actionOf(async()=>(await Promise.all([__webpack_require__.e("inputs"),__webpack_require__.e("programs"),__webpack_require__.e("simulation")]).then(__webpack_require__.bind(__webpack_require__,"./run/simulation/stop.js"))).stopSimulateAction),
cli:async()=>await(await Promise.all([__webpack_require__.e("hosts"),__webpack_require__.e("inputs"),__webpack_require__.e("cli")]).then(__webpack_require__.bind(__webpack_require__,"./entries/cli.js"))).cliEntry(),demo:async()=>(await Promise.all([__webpack_require__.e("programs"),__webpack_require__.e("yaml"),__webpack_require__.e("simulator"),__webpack_require__.e("demo"),__webpack_require__.e("cli")]).then(__webpack_require__.bind(__webpack_require__,"./entries/demo.js"))).demoEntry()}
function start(name){(0,entries_process.runEntry)(entries[name])}async function actionOf(load){const{actionEntry}=await Promise.resolve().then(__webpack_require__.bind(__webpack_require__,"./entries/action.js"))
return actionEntry(await load())}export{cancelPipeline,followPipeline,start,startGitLab,triggerPipeline}
const __webpack_exports__AbortedError=errors.AbortedError
export{__webpack_exports__AbortedError as AbortedError}
const __webpack_exports__AppError=errors.AppError
export{__webpack_exports__AppError as AppError}
const __webpack_exports__InputError=errors.InputError
export{__webpack_exports__InputError as InputError}
const __webpack_exports__RefusedError=errors.RefusedError
export{__webpack_exports__RefusedError as RefusedError}
const __webpack_exports__UnreachableError=errors.UnreachableError
export{__webpack_exports__UnreachableError as UnreachableError}

