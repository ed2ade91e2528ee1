import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (false) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 1421:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6848:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 6466:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 7066:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 7975:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8522:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 4190:
/***/ (function (module) {



/** Throws when somebody asks for what we left out: only `HttpClient.getAgentDispatcher` and its callers do. */
class ProxyAgent {
  constructor() {
    throw new Error('undici is left out of this bundle; use HttpClient.getAgent, not getAgentDispatcher');
  }
}

module.exports = { ProxyAgent };


/***/ }),

/***/ 4942:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: ./scripts/undici-stub/index.js
var undici_stub = __nccwpck_require__(4190);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new undici_stub.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = undefined;
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 1879:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isUrl)
/* harmony export */ });
/**
 * Whether a text is a URL, alone or seen from `base`. Not `URL.canParse`: once Node 20 has optimized it, it calls a URL with Latin-1 letters
 * broken that `new URL` reads.
 */
function isUrl(text, base) {
    try {
        return new URL(text, base).href !== '';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4810:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ assertNever)
/* harmony export */ });
/**
 * Ends a `switch` over a union, so that the compiler names a case that was forgotten.
 * @throws {TypeError} when a value outside the union arrives at run time.
 */
function assertNever(value) {
    throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}


/***/ }),

/***/ 4497:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ delayedAbort),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   tJ: () => (/* binding */ nextTurn),
/* harmony export */   tS: () => (/* binding */ runPeriodically),
/* harmony export */   wj: () => (/* binding */ withTimeout),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/** The longest delay that `setTimeout` takes (about 24.8 days); a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;
const systemClock = {
    nowMs: () => performance.now(),
    epochMs: () => Date.now(),
    schedule: (delayMs, callback, kind) => {
        const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestTimerMs));
        if (kind === 'idle')
            timer.unref();
        return () => clearTimeout(timer);
    },
};
/**
 * Waits `delayMs` on `clock`.
 * @throws the reason of `signal`, at once, when it aborts before.
 */
async function sleep(clock, delayMs, signal) {
    signal.throwIfAborted();
    await new Promise((resolve, reject) => {
        const onAbort = () => {
            dispose();
            reject(signal.reason);
        };
        const dispose = clock.schedule(delayMs, () => {
            signal.removeEventListener('abort', onAbort);
            resolve();
        });
        signal.addEventListener('abort', onAbort, { once: true });
    });
}
/** Resolves when everything that is ready to run has run; for clocks that only move when nothing else does. */
async function nextTurn() {
    await new Promise((resolve) => setImmediate(resolve));
}
/**
 * Runs `work` with a signal that also aborts after `afterMs`; gives `cut_off` when that happened.
 * @throws what `work` throws, and the reason of `signal` when it aborts.
 */
async function withTimeout({ clock, signal, afterMs }, work) {
    const cut = new AbortController();
    const dispose = clock.schedule(afterMs, () => cut.abort(new Error('cut off')));
    try {
        return await work(AbortSignal.any([signal, cut.signal]));
    }
    catch (error) {
        if (cut.signal.aborted && !signal.aborted)
            return 'timed_out';
        throw error;
    }
    finally {
        dispose();
    }
}
/**
 * A signal that aborts `graceMs` after `signal` has, with the same reason: for work that is better finished than cut off. `forget` stops waiting.
 */
function delayedAbort(clock, signal, graceMs) {
    const late = new AbortController();
    let disposeTimer = () => undefined;
    const onAbort = () => {
        disposeTimer = clock.schedule(graceMs, () => late.abort(signal.reason));
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    return {
        signal: late.signal,
        dispose: () => {
            signal.removeEventListener('abort', onAbort);
            disposeTimer();
        },
    };
}
/**
 * Does a chore again and again until `work` settles, and settles as it does.
 * @throws what `work` throws; an error of the chore ends the process as any that nobody awaits.
 */
async function runPeriodically({ clock, everyMs, run }, work) {
    const next = () => {
        dispose = clock.schedule(everyMs, next);
        run();
    };
    let dispose = clock.schedule(everyMs, next);
    try {
        return await work();
    }
    finally {
        dispose();
    }
}


/***/ }),

/***/ 9330:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Mw: () => (/* binding */ maxDepth),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   hz: () => (/* binding */ isDeeperThan)
/* harmony export */ });
/** Deeper texts are refused: nothing real is nested like that, and reading them could exhaust the stack. */
const maxDepth = 100;
/** Line and column of an offset in a text, both from 1, as the place of a problem. */
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return ` (line ${line}, column ${offset - before.lastIndexOf('\n')})`;
}
/**
 * Reads strict JSON into a tree. `JSON.parse` would lose digits of long numbers and all but the last of two equal keys, and its errors
 * show the text, which can hold secrets.
 */
function readJson(text) {
    const cursor = { text, offset: 0 };
    const node = readValue(cursor, 0);
    skipSpace(cursor);
    const isWhole = node !== undefined && cursor.offset === text.length;
    return isWhole ? { kind: 'ok', node } : { kind: 'broken', offset: cursor.offset };
}
function readValue(cursor, depth) {
    skipSpace(cursor);
    if (depth > maxDepth)
        return undefined;
    const first = cursor.text[cursor.offset];
    if (first === '{')
        return readMap(cursor, depth);
    if (first === '[')
        return readList(cursor, depth);
    if (first !== '"')
        return readPlain(cursor);
    const text = readText(cursor);
    return text === undefined ? undefined : { kind: 'text', text };
}
function readMap(cursor, depth) {
    const entries = [];
    const isComplete = readItems(cursor, '}', () => {
        const key = readText(cursor);
        if (key === undefined || !skip(cursor, ':'))
            return false;
        const value = readValue(cursor, depth + 1);
        if (value !== undefined)
            entries.push({ key, value });
        return value !== undefined;
    });
    return isComplete ? { kind: 'map', entries } : undefined;
}
function readList(cursor, depth) {
    const items = [];
    const isComplete = readItems(cursor, ']', () => {
        const item = readValue(cursor, depth + 1);
        if (item !== undefined)
            items.push(item);
        return item !== undefined;
    });
    return isComplete ? { kind: 'list', items } : undefined;
}
/** Reads from the opening bracket to the closing one; `readItem` says whether it found what it wanted. */
function readItems(cursor, closing, readItem) {
    cursor.offset += 1;
    if (skip(cursor, closing))
        return true;
    do {
        if (!readItem())
            return false;
    } while (skip(cursor, ','));
    return skip(cursor, closing);
}
function readText(cursor) {
    skipSpace(cursor);
    const { text, offset: start } = cursor;
    if (text[start] !== '"')
        return undefined;
    let end = start + 1;
    while (end < text.length && text[end] !== '"')
        end += text[end] === '\\' ? 2 : 1;
    try {
        const value = JSON.parse(text.slice(start, end + 1));
        if (typeof value !== 'string')
            return undefined;
        cursor.offset = end + 1;
        return value;
    }
    catch {
        return undefined;
    }
}
function readPlain(cursor) {
    const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = cursor.offset;
    const source = pattern.exec(cursor.text)?.[0];
    if (source === undefined)
        return undefined;
    cursor.offset += source.length;
    if (source === 'null')
        return { kind: 'null' };
    if (source === 'true' || source === 'false')
        return { kind: 'boolean', value: source === 'true', source };
    return { kind: 'number', value: Number(source), source };
}
function skip(cursor, character) {
    skipSpace(cursor);
    if (cursor.text[cursor.offset] !== character)
        return false;
    cursor.offset += 1;
    return true;
}
function skipSpace(cursor) {
    const pattern = /[ \t\r\n]*/y;
    pattern.lastIndex = cursor.offset;
    cursor.offset += pattern.exec(cursor.text)?.[0].length ?? 0;
}
/**
 * Whether YAML is nested deeper than so many levels, found without recursion. The library composes its tree by recursion, and a stack that overflows there
 * can end the whole process: V8 gives up when it has to compile a regular expression at the end of the stack (seen with yaml 2.9 on Node 20).
 */
function isDeeperThan(maxDepth, root) {
    let level = [root];
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > maxDepth)
            return true;
        level = level.flatMap(childrenOf);
    }
    return false;
}
function childrenOf({ items, value }) {
    const children = items?.flatMap((item) => [item.key, item.value]) ?? [value];
    return children.filter((child) => child !== undefined && child !== null);
}


/***/ }),

/***/ 7871:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };
/**
 * Reads `90s`, `15m`, `1h30m` or `2d` into milliseconds: whole numbers, each unit (`d`, `h`, `m`, `s`) once, largest first.
 * Gives `undefined` for anything else; a bare number is refused, because nobody can tell its unit.
 */
function parseDuration(text) {
    const match = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text.trim());
    if (match === null || text.trim() === '')
        return undefined;
    const [, days, hours, minutes, seconds] = match;
    return (Number(days ?? 0) * unitMs.d +
        Number(hours ?? 0) * unitMs.h +
        Number(minutes ?? 0) * unitMs.m +
        Number(seconds ?? 0) * unitMs.s);
}
/** Writes a span for people: `0.4s`, `43s`, `1m02s`, `1h00m`, `2d03h`. */
function formatDuration(spanMs) {
    if (spanMs > 0 && spanMs < 1000)
        return `${Math.max(0.1, Math.floor(spanMs / 100) / 10)}s`;
    const seconds = Math.max(0, Math.floor(spanMs / 1000));
    if (seconds < 60)
        return `${seconds}s`;
    const pad = (value) => String(value).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}m${pad(seconds % 60)}s`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24)
        return `${hours}h${pad(minutes % 60)}m`;
    return `${Math.floor(hours / 24)}d${pad(hours % 24)}h`;
}


/***/ }),

/***/ 246:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ UnfitTextError),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   r7: () => (/* binding */ textIn)
/* harmony export */ });
/** The error for a file that holds no text we could trust. */
class UnfitTextError extends Error {
    name = 'UnfitTextError';
    /** As {@link TextReading} has it. */
    why;
    constructor(why) {
        super(`The file ${why}`);
        this.why = why;
    }
}
/**
 * Reads bytes as UTF-8, or as UTF-16 with its byte order mark (as PowerShell writes it); a mark is left out. Nothing is ever replaced: bytes that are not such a text
 * are unfit, with the encoding that they seem to have.
 */
function decodeText(bytes) {
    if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
        return unfit('UTF-32');
    if (startsWith(bytes, [0xff, 0xfe]))
        return decodeMarked(bytes, 'utf-16le');
    if (startsWith(bytes, [0xfe, 0xff]))
        return decodeMarked(bytes, 'utf-16be');
    const text = decoded(bytes, 'utf-8');
    const nul = bytes.indexOf(0);
    if (text !== undefined && nul < 0)
        return { kind: 'text', text };
    const container = containers.find(([, magic]) => startsWith(bytes, magic))?.[0];
    if (container !== undefined)
        return unfit(container);
    if (nul >= 0 && isWide(bytes.subarray(nul))) {
        const from = nul < 2 ? '' : `, from line ${lineAt(bytes, nul)} on`;
        return unfit(`UTF-16 without a byte order mark${from}`);
    }
    if (text === undefined)
        return { kind: 'unfit', why: `${notText}${faultOf(bytes)}` };
    return { kind: 'unfit', why: `has a NUL in it, as no text has (line ${lineAt(bytes, nul)})`, text };
}
/**
 * The text that bytes hold.
 * @throws {UnfitTextError} when they hold none.
 */
function textIn(bytes) {
    const reading = decodeText(bytes);
    if (reading.kind === 'unfit')
        throw new UnfitTextError(reading.why);
    return reading.text;
}
const notText = 'is not text in UTF-8';
/** What a file can be instead, by how it begins. */
const containers = [
    ['a file packed with gzip', [0x1f, 0x8b]],
    ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
    ['a file packed with zstd', [0x28, 0xb5, 0x2f, 0xfd]],
    ['a file packed with xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
    ['a file packed with bzip2', [0x42, 0x5a, 0x68]],
];
function unfit(likely) {
    return { kind: 'unfit', why: `${notText}: it seems to be ${likely}` };
}
function decodeMarked(bytes, encoding) {
    const text = decoded(bytes, encoding);
    if (text === undefined) {
        const fault = bytes.length % 2 === 1 ? 'an odd number of bytes' : 'half a character (a lone surrogate)';
        return { kind: 'unfit', why: `begins as UTF-16 does, and has ${fault}` };
    }
    const nul = text.indexOf('\0');
    if (nul < 0)
        return { kind: 'text', text };
    const line = text.slice(0, nul).split('\n').length;
    return { kind: 'unfit', why: `has a NUL in it, as no text has (line ${line})`, text };
}
function decoded(bytes, encoding) {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** Whether bytes that begin with a NUL go on as letters of two bytes: NULs are at every other place, often, and nowhere else. */
function isWide(bytes) {
    let count = 0;
    for (const [index, byte] of bytes.entries()) {
        if (byte !== 0)
            continue;
        if (index % 2 === 1)
            return false;
        count += 1;
    }
    return count >= 2 && count * 4 >= bytes.length;
}
/** Why bytes are no UTF-8, by the first place where they are not. */
function faultOf(bytes) {
    const at = firstFault(bytes);
    const rest = bytes.subarray(at);
    const [lead = 0, next = 0] = rest;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const isBinary = bytes.some((byte) => byte < 0x20 && !shownControls.has(byte));
    if (isBinary)
        return ': it seems to be binary';
    const where = `(line ${lineAt(bytes, at)})`;
    if (lead === 0xed && next >= 0xa0 && next <= 0xbf)
        return ` ${where}: it has half a character (a lone surrogate)`;
    if (at > 0 && lead >= 0xc2 && rest.length < length && rest.subarray(1).every(isContinuation)) {
        return `, or ends in the middle of a character ${where}`;
    }
    return ` ${where}: it seems to be Latin-1, Windows-1252 or another encoding with one byte a letter`;
}
/** Tab, line end, form feed, carriage return, escape: they are in texts, too. */
const shownControls = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);
function isContinuation(byte) {
    return byte >= 0x80 && byte <= 0xbf;
}
/** Replacing what is broken and writing it again gives the same bytes up to the first fault. */
function firstFault(bytes) {
    const mended = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    const different = bytes.findIndex((byte, index) => byte !== mended[index]);
    const at = different < 0 ? bytes.length - 1 : different;
    // A character of several bytes can share its beginning with the one that stands for broken ones.
    let lead = at;
    while (lead > 0 && at - lead < 3 && isContinuation(bytes[lead] ?? 0))
        lead -= 1;
    return lead;
}
function lineAt(bytes, offset) {
    let line = 1;
    for (const byte of bytes.subarray(0, offset))
        if (byte === 0x0a)
            line += 1;
    return line;
}
function startsWith(bytes, magic) {
    return magic.every((byte, index) => bytes[index] === byte);
}


/***/ }),

/***/ 3236:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   MU: () => (/* binding */ TimeoutError),
/* harmony export */   N6: () => (/* binding */ ResultsError),
/* harmony export */   Rz: () => (/* binding */ OutcomeError),
/* harmony export */   cL: () => (/* binding */ formatParts),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fk: () => (/* binding */ RefusedError),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   oM: () => (/* binding */ AbortedError),
/* harmony export */   uV: () => (/* binding */ AppError)
/* harmony export */ });
/* unused harmony export errorCodes */
/**
 * Exit codes of every command; any other than `accepted` is a failed step on a CI host.
 * A process starts at `internal` and has to earn another one.
 */
const exitCodes = {
    accepted: 0,
    notAccepted: 1,
    invalidInput: 2,
    refused: 3,
    unreachable: 4,
    timeout: 5,
    resultsIncomplete: 6,
    internal: 70,
    interrupted: 130,
    terminated: 143,
};
/** The only kind of error that this program throws on purpose; its `message` holds the three parts, a line or more each. */
class AppError extends Error {
    code;
    parts;
    constructor(parts) {
        super(formatParts(parts), parts.cause === undefined ? undefined : { cause: parts.cause });
        this.name = new.target.name;
        this.code = parts.code;
        this.parts = parts;
    }
}
/** The parts as a text of several lines, as in the message of an error. */
function formatParts({ code, what, why, hint }) {
    const lines = [`${what} [${code}]`];
    if (why !== undefined)
        lines.push(`Why: ${why}`);
    if (hint !== undefined)
        lines.push(`What to do: ${hint}`);
    return lines.join('\n');
}
/** The user's mistake: nothing was sent. */
class InputError extends AppError {
    exitCode = exitCodes.invalidInput;
}
/** The pipeline ended in an outcome that the user does not accept. */
class OutcomeError extends AppError {
    exitCode = exitCodes.notAccepted;
}
/** GitLab said no, and would say so again. */
class RefusedError extends AppError {
    exitCode = exitCodes.refused;
}
/** GitLab could not be reached, or gave no answer that can be used. */
class UnreachableError extends AppError {
    exitCode = exitCodes.unreachable;
}
/** Our own patience ended. */
class TimeoutError extends AppError {
    exitCode = exitCodes.timeout;
}
/** The outcome is accepted, but a result that was asked for could not be brought back. */
class ResultsError extends AppError {
    exitCode = exitCodes.resultsIncomplete;
}
/** Somebody stopped us. */
class AbortedError extends AppError {
    exitCode;
    stopSignal;
    constructor(stopSignal, parts = {}) {
        super({ code: 'aborted', what: `Stopped by ${stopSignal}`, ...parts });
        this.stopSignal = stopSignal;
        this.exitCode = stopSignal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    }
}
/**
 * Every code that an error can carry, and what it stands for. `docs/troubleshooting.md` has a section for each (a test compares the two).
 */
const errorCodes = {
    invalid_input: 'an input is missing or wrong',
    read_access_needed: 'the pipeline could be started but not followed with the tokens given',
    trigger_not_found: 'GitLab answers 404 to the trigger: wrong token, wrong project, foreign token, or a token of another kind',
    route_not_found: 'the API route does not exist at this URL: wrong base path, or a proxy decoded %2F',
    job_token_not_running: 'the job of this CI_JOB_TOKEN is not running any more',
    job_token_invalid: 'this CI_JOB_TOKEN is of an erased job, a deleted project, or has expired',
    pipeline_hook_refused: 'GitLab refuses to start pipelines from pipeline events',
    ref_invalid: 'GitLab could not use the ref as it was sent',
    ref_not_found: 'the branch or tag does not exist',
    ref_ambiguous: 'a branch and a tag share this name',
    ref_protected: 'the user behind the token may not run pipelines on this protected ref',
    commit_not_found: 'the ref exists, its commit cannot be read',
    pipelines_disabled: 'CI/CD is switched off in the project',
    import_running: 'the project is still being imported',
    owner_not_permitted: 'the user behind the token may not create pipelines',
    variables_restricted: 'the project does not let this user set pipeline variables',
    variables_invalid: 'GitLab refused the name or the shape of a variable',
    inputs_invalid: 'GitLab refused the pipeline inputs',
    ci_config_missing: 'there is no CI configuration on this ref',
    ci_config_invalid: 'the CI configuration on this ref is not valid',
    no_jobs: 'rules left no job to run, or filtered out the whole pipeline',
    pipeline_limit: 'a limit for pipelines, jobs or deployments of the project is reached',
    user_not_verified: 'the user behind the token has to verify their identity first',
    pipeline_rate_limit: 'too many pipelines were created in the last minute',
    persist_failed: 'GitLab could not save the pipeline',
    rate_limited: 'too many requests',
    resource_locked: 'GitLab was busy with the same resource',
    maintenance: 'GitLab is under maintenance',
    read_only_instance: 'this GitLab takes no changes: a secondary site, or one that was made read-only',
    server_error: 'GitLab answered with an internal error or is overloaded',
    unauthorized: 'the access token is wrong, expired or revoked',
    insufficient_scope: 'the access token lacks a scope',
    forbidden: 'GitLab forbids this to the user behind the token',
    not_found: 'the project or the pipeline does not exist, or is hidden from this token',
    project_moved: 'the project was renamed or moved',
    redirected: 'the server answered with a redirect, which is never followed with a token',
    storage_refused: 'the server where GitLab keeps a file does not hand it out, or may not be asked for it',
    not_gitlab: 'the answer did not come from a GitLab API: a login page, a proxy page, or unreadable text',
    gitlab_too_old: 'this GitLab is older than the oldest release that is supported',
    request_too_large: 'a server in front of GitLab does not take a request of this size',
    request_refused: 'GitLab refused the request for a reason not listed here',
    name_not_resolved: 'the host name could not be resolved',
    connection_refused: 'nothing listens at this address',
    tls_failed: 'no trusted TLS connection could be made',
    proxy_failed: 'the proxy refused or could not reach the server',
    connection_lost: 'the connection broke',
    request_timeout: 'no complete answer within request_timeout',
    response_too_large: 'the answer is larger than any that GitLab gives',
    check_failed: 'a check before any start found that the pipeline would not work as asked',
    wrong_commit: 'GitLab ran another commit than expected_sha',
    wrong_project: 'GitLab answered with a pipeline of another project than the one that was asked for',
    project_unknown: 'the pipeline was started, and nobody tells the number of its project, which following it takes',
    start_uncertain: 'the request to start the pipeline got lost, and the pipeline may exist',
    wait_timeout: 'the pipeline did not end within timeout',
    outage: 'GitLab could not be reached for longer than outage_timeout while following',
    not_canceled: 'the pipeline could not be cancelled, or that could not be confirmed',
    outcome_not_accepted: 'the pipeline ended in an outcome that accept does not list',
    token_not_found: 'the project has no such trigger token, or it has expired',
    token_ambiguous: 'several trigger tokens have this description',
    token_lifetime: 'GitLab does not let a trigger token live that long',
    token_limit: 'the project has as many trigger tokens as it may have',
    token_changed: 'the trigger token was changed after the time that the request names',
    token_kept: 'the trigger token is one that keep_trigger_id keeps',
    token_uncertain: 'the request to create the trigger token got lost, and the token may exist',
    token_not_stored: 'the trigger token exists, but could not be stored where it was to go',
    not_confirmed: 'confirm means another trigger token than the one to be deleted',
    rotation_unfinished: 'the new trigger token exists, and the rotation did not come to its end',
    github_unauthorized: 'GitHub does not take the github_token: wrong, expired or revoked',
    github_forbidden: 'the github_token lacks a permission, or is not authorized for single sign-on',
    github_not_found: 'what is asked of GitHub does not exist, or is hidden from the github_token',
    github_rate_limited: 'the github_token has used up a limit of GitHub',
    github_refused: 'GitHub refused the request for a reason not listed here',
    github_unreachable: 'GitHub could not be reached, is in trouble, or gave no answer that can be used',
    result_job_not_found: 'a line that names a job to bring something back from fits no job of the pipeline',
    result_job_ambiguous: 'a line that names a job to bring something back from fits several',
    artifact_missing: 'the job has no such file in its artifacts, no artifacts, or has not ended',
    dotenv_report_only: 'the job has the file as a dotenv report only, which GitLab does not hand out',
    artifacts_invalid: 'the archive of artifacts is broken',
    artifacts_unsafe: 'the archive of artifacts would write where it must not, or more than is good',
    artifacts_not_written: 'the artifacts could not be written where they were to go',
    results_incomplete: 'the pipeline is accepted, but several results could not be brought back',
    values_unfit: 'a file of values is neither KEY=VALUE lines nor a JSON object, or too large',
    tests_incomplete: 'the tests of the pipeline could not all be read',
    file_not_written: 'a file could not be written',
    output_lost: 'what was asked for is there, and could not be handed to later steps or to standard output',
    results_too_slow: 'results took longer to bring back than they may',
    aborted: 'the step was cancelled',
    internal: 'a fault of this program',
};


/***/ }),

/***/ 1037:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ sharedNameOf),
/* harmony export */   fU: () => (/* binding */ globMatcher),
/* harmony export */   fg: () => (/* binding */ isGlob)
/* harmony export */ });
/**
 * Tells whether a whole text fits `pattern`: `*` stands for any text, `?` for one character, everything else for itself. A text that is the pattern
 * fits, too. Takes at most as many steps as both lengths multiplied, whatever the pattern, which a regular expression cannot promise.
 */
function globMatcher(pattern) {
    if (!isGlob(pattern))
        return (text) => text === pattern;
    const wanted = Array.from(pattern.replace(/\*+/g, '*'));
    return (text) => text === pattern || fits(wanted, Array.from(text));
}
/** Whether `pattern` may stand for more than itself. */
function isGlob(pattern) {
    return /[*?]/.test(pattern);
}
/** Only the last `*` ever has to take more: whatever an earlier one could take as well, it can. */
function fits(wanted, given) {
    let at = 0;
    let position = 0;
    let star = -1;
    let taken = 0;
    while (position < given.length) {
        if (wanted[at] === '*') {
            star = at++;
            taken = position;
        }
        else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[position])) {
            at += 1;
            position += 1;
        }
        else if (star >= 0) {
            at = star + 1;
            position = ++taken;
        }
        else {
            return false;
        }
    }
    if (wanted[at] === '*')
        at += 1;
    return at === wanted.length;
}
/**
 * What the parallel parts of a job share: GitLab writes `: [values]` or ` 2/5` behind it (`compile` for `compile: [linux, amd64]`). A name of another
 * kind is its own. Reads each character a fixed number of times: names are foreign, and can be long.
 */
function sharedNameOf(name) {
    if (name.endsWith(']')) {
        const values = name.indexOf(': [');
        return values < 0 ? name : name.slice(0, values);
    }
    const count = digitsFrom(name, name.length);
    if (count === name.length || name[count - 1] !== '/')
        return name;
    const number = digitsFrom(name, count - 1);
    return number < count - 1 && name[number - 1] === ' ' ? name.slice(0, number - 1) : name;
}
/** Where the digits that end before `end` begin. */
function digitsFrom(text, end) {
    let at = end;
    while (at > 0 && /^\d$/.test(text[at - 1] ?? ''))
        at -= 1;
    return at;
}


/***/ }),

/***/ 4628:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ mapInParallel)
/* harmony export */ });
/** Maps every item, at most `limit` at a time; the results keep the order of the items. The first failure is thrown, after what has begun. */
async function mapInParallel(items, limit, map) {
    const results = [];
    const rest = [...items.entries()];
    const work = async () => {
        for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
            const [index, item] = next;
            results[index] = await map(item);
        }
    };
    const workers = Array.from({ length: Math.min(limit, items.length) }, work);
    const endings = await Promise.allSettled(workers);
    const failed = endings.find((ending) => ending.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
    return results;
}


/***/ }),

/***/ 6835:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ adviceOnRef)
/* harmony export */ });
/**
 * What a name that GitLab does not find as branch or tag most likely is, and what to give instead: whole sentences. `undefined` when nothing shows. A branch may be called
 * so all the same; that is why this is only said after GitLab has looked.
 */
function adviceOnRef(ref) {
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    if (/^(?:pull\/)?\d+\/(?:merge|head)$|^(?:pull|pull-requests)\/\d+(?:\/\w+)?$/.test(name)) {
        return `'${name}' is the name of a pull request (what github.ref_name gives there), which exists on its own host only: in a pull request, github.head_ref is the short name of its branch.`;
    }
    if (name.startsWith('gh-readonly-queue/')) {
        return `'${name}' is a branch that GitHub makes for its merge queue, and does not mirror: give the branch to merge into, github.event.merge_group.base_ref.`;
    }
    if (/^merge-requests\/\d+(?:\/\w+)?$/.test(name)) {
        return `'${name}' is a merge request, for which no pipeline can be triggered: give its source branch.`;
    }
    const remote = /^(?:remotes\/[^/]+|origin|upstream)\/(.+)$/.exec(name)?.[1];
    if (remote !== undefined) {
        return `'${name}' is what a clone calls a branch of its remote: give ${remote}.`;
    }
    if (name === 'HEAD')
        return "HEAD is no branch in GitLab: give a branch's name, such as that of the default branch.";
    const twice = /^refs\/(?:heads|tags|remotes\/[^/]+)\/(.+)$/.exec(name)?.[1];
    if (twice !== undefined)
        return `It begins with refs/ twice: give ${twice}, or refs/heads/${twice}.`;
    const [, kind, short] = /^(heads|tags)\/(.+)$/.exec(name) ?? [];
    if (kind !== undefined && short !== undefined)
        return `Give ${short}, or refs/${kind}/${short}.`;
    if (/^(?:".*"|'.*'|`.*`)$/.test(name)) {
        return 'The quotes around it are part of the name: docker run --env-file, for one, keeps them. Write it without.';
    }
    if (/^(?:null|undefined|none|object)$/i.test(name)) {
        return `'${name}' is what scripts and expressions give for something that is not there: look at where ref comes from.`;
    }
    return undefined;
}


/***/ }),

/***/ 1493:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ retryDelayMs)
/* harmony export */ });
/**
 * Milliseconds to wait after attempt number `attempt` (from 1). The server's wish wins; without one the pause is spread evenly between
 * nothing and the doubled pause, so that clients which failed together do not come back together.
 */
function retryDelayMs(failed, policy) {
    if (failed.retryAfterMs !== undefined) {
        return Math.min(Math.max(failed.retryAfterMs, 0), policy.maxRetryAfterMs);
    }
    const doublings = Math.max(failed.attempt - 1, 0);
    const longestMs = Math.min(policy.firstPauseMs * 2 ** doublings, policy.maxPauseMs);
    return Math.round(failed.random() * longestMs);
}


/***/ }),

/***/ 1443:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/** What is shown wherever a secret would be. */
const placeholder = '***';
/**
 * A text that cannot be printed by accident: string conversion, JSON and `util.inspect` all give `***`.
 * `reveal()` is the only way to the text, and the architecture test knows who may call it.
 */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    reveal() {
        return this.#text;
    }
    toString() {
        return placeholder;
    }
    toJSON() {
        return placeholder;
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return placeholder;
    }
}


/***/ }),

/***/ 1828:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ invisibleCharacter),
/* harmony export */   FM: () => (/* binding */ stripTerminalSequences),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   K1: () => (/* binding */ cutMark),
/* harmony export */   L1: () => (/* binding */ invisibleMark),
/* harmony export */   Mx: () => (/* binding */ withoutEnd),
/* harmony export */   N_: () => (/* binding */ withoutTokens),
/* harmony export */   OT: () => (/* binding */ withoutInvisible),
/* harmony export */   Ow: () => (/* binding */ cleanLine),
/* harmony export */   Py: () => (/* binding */ redactedLine),
/* harmony export */   Qi: () => (/* binding */ controlCharacters),
/* harmony export */   YC: () => (/* binding */ editDistance),
/* harmony export */   aH: () => (/* binding */ quotedName),
/* harmony export */   e0: () => (/* binding */ tokenKindNames),
/* harmony export */   gF: () => (/* binding */ tokensIn),
/* harmony export */   jX: () => (/* binding */ tokenKindOf),
/* harmony export */   oH: () => (/* binding */ terminalSequence),
/* harmony export */   qb: () => (/* binding */ nearestName),
/* harmony export */   r: () => (/* binding */ tokenStartOf),
/* harmony export */   v7: () => (/* binding */ hostCommands),
/* harmony export */   zM: () => (/* binding */ cleanIndentedLine)
/* harmony export */ });
/**
 * The one set of characters that nobody sees: all format characters of Unicode (marks that turn the direction of text, joiners, soft hyphens, tags) and all that
 * may be ignored in display. What emoji and some scripts are joined with is told apart, because it is only a riddle where it joins nothing.
 */
const joining = '\\u200c|\\u200d|\\ufe0e|\\ufe0f';
const unseen = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const visible = `[^\\u0000-\\u009f${unseen}]`;
const joined = `[^\\u0000-\\u00ff${unseen}]`;
/** Control characters of both sets, and the line separators of Unicode; of these, only some are white space. */
const controlCharacters = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';
/** A pattern (flag `u`) of what is never of use in a line of text. */
const invisibleMark = `(?!${joining})[${unseen}]`;
/** The same with joiners, wherever they stand: for whoever compares texts as they look. */
const invisibleCharacter = `[${unseen}]`;
const strayJoiner = [
    `(?<!${joined}\\ufe0f?)(?:\\u200c|\\u200d)`,
    `(?:\\u200c|\\u200d)(?!${joined})`,
    `(?<!${visible})\\ufe0e`,
    `(?<!${visible}|[0-9#*](?=\\ufe0f\\u20e3))\\ufe0f`,
].join('|');
const plain = /^[\n\u0020-\u007e]*$/;
const invisible = new RegExp(`${invisibleMark}|${strayJoiner}`, 'gu');
/** The text without what nobody sees; emoji and scripts that need joiners keep them where they join something. */
function withoutInvisible(text) {
    return plain.test(text) ? text : text.replace(invisible, '');
}
/** What stands at the end of every text that was cut off. Redaction knows it: the piece of a secret in front of it goes, too. */
const cutMark = '…';
const controlRuns = new RegExp(`[${controlCharacters}]+`, 'gu');
const controlsButTabs = new RegExp(`(?!\\t)[${controlCharacters}]`, 'gu');
/**
 * Text that somebody else wrote (GitLab, a job, a user of GitLab), made fit for one line of ours: control characters, terminal sequences and invisible
 * characters are gone, white space is single, and it is at most `maxCharacters` long. It is cleaned before it is cut, and what was cut
 * ends in a mark; so whoever prints it (`Redaction`) recognises a secret in it, whatever it was hidden among and wherever it was cut.
 * Command syntax of a CI host is neutralised later, by the host's own adapter, which knows it.
 */
function cleanLine(text, maxCharacters = 500) {
    return cleanedAndCut(text, maxCharacters, (piece) => withoutInvisible(stripTerminalSequences(piece).replace(controlRuns, ' ')).replace(/ {2,}/g, ' ').trim());
}
/** The same for a line whose indentation and inner blanks matter; tabs become four blanks. */
function cleanIndentedLine(text, maxCharacters) {
    return cleanedAndCut(text, maxCharacters, (piece) => withoutInvisible(stripTerminalSequences(piece).replace(controlsButTabs, ''))
        .replaceAll('\t', '    ')
        .trimEnd());
}
/** Far more than is shown of a text anywhere. */
const mostCleaned = 100_000;
/**
 * The one way out for foreign text that does not go through a host, or is kept or sent: cleaned, then without secrets, then cut. In this order, because nobody
 * recognises a secret that is hidden among what nobody sees, or half of one.
 */
function redactedLine(text, redact, maxCharacters = 500) {
    return cutText(redact(cleanLine(text, Math.max(mostCleaned, maxCharacters))), maxCharacters);
}
/** At most so many characters, the last of them a mark where something was cut off. For text that is clean, or must not be changed. */
function cutText(text, maxCharacters) {
    if (text.length <= maxCharacters)
        return text;
    const characters = Array.from(text.slice(0, 2 * maxCharacters + 2));
    if (characters.length <= maxCharacters)
        return text;
    return `${characters.slice(0, maxCharacters - 1).join('')}${cutMark}`;
}
/** Cleans as much as is needed: what is in the way (a thousand colours in front of a word) takes no room. */
function cleanedAndCut(text, maxCharacters, clean) {
    for (let length = maxCharacters * 8;; length *= 8) {
        const cleaned = clean(text.slice(0, length));
        if (text.length <= length || cleaned.length > 2 * maxCharacters)
            return cutText(cleaned, maxCharacters);
    }
}
/** The text without CSI, OSC and other escape sequences of terminals, also those that begin with a single character. */
function stripTerminalSequences(text) {
    if (!/[\u001b\u009b]/u.test(text))
        return text;
    return text.replace(terminalSequence, '');
}
const terminalSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]+[ -/]*[@-~]/gu;
/** Each kind in words that fit after "is". */
const tokenKindNames = {
    trigger: 'a pipeline trigger token',
    job: 'a CI job token',
    access: 'a personal, project or group access token',
    deploy: 'a deploy token',
    runner: 'a runner token',
    runner_controller: 'a runner controller token',
    oauth_secret: 'the secret of an OAuth application',
    feed: 'a feed token',
    incoming_mail: 'an incoming mail token',
    agent: 'a Kubernetes agent token',
    workspace: 'a workspace token',
    scim: 'a SCIM token',
    feature_flag: 'a feature flag client token',
    github: 'a GitHub token',
};
const kindByGitlabPrefix = new Map([
    ['glptt', 'trigger'],
    ['glcbt', 'job'],
    ['glpat', 'access'],
    ['gldt', 'deploy'],
    ['glrt', 'runner'],
    ['glrtr', 'runner'],
    ['glrct', 'runner_controller'],
    ['gloas', 'oauth_secret'],
    ['glft', 'feed'],
    ['glimt', 'incoming_mail'],
    ['glagent', 'agent'],
    ['glwt', 'workspace'],
    ['glsoat', 'scim'],
    ['glffct', 'feature_flag'],
]);
/**
 * The kind of a token by its prefix (`glptt-…`, with an instance's own prefix before it too: `SIE-glptt-…`).
 * `undefined` when the prefix tells nothing: old trigger tokens and access tokens of some instances have none.
 */
function tokenKindOf(token) {
    if (/^(?:gh[opsur]_|github_pat_)/.test(token))
        return 'github';
    const prefix = /^(?:[\w.-]{1,40}-)?(gl[a-z]{2,6})-./.exec(token)?.[1];
    return prefix === undefined ? undefined : kindByGitlabPrefix.get(prefix);
}
const tokenShape = /gl[a-z]{2,6}-[\w.=-]{8,}|gh[opsur]_\w{8,}|github_pat_\w{8,}/g;
/** Every piece of a text that has the shape of a token with a known prefix, in the order of the text. */
function tokensIn(text) {
    return (text.match(tokenShape) ?? []).filter((piece) => tokenKindOf(piece) !== undefined);
}
/** The text with `***` for every piece that has the shape of a token. */
function withoutTokens(text) {
    return text.replace(tokenShape, (piece) => (tokenKindOf(piece) === undefined ? piece : '***'));
}
/** GitLab shows so many characters of a trigger token to people who do not own it. */
const startCharacters = 4;
/**
 * How a trigger token begins behind its prefix, as GitLab shows it to everybody; and whether there is more of it than that. No start is known where an instance
 * has a prefix of its own and GitLab cuts the wrong part off: it shows `-glp` of every such token then.
 * @see GitLab 19.3, `short_token` in `app/models/ci/trigger.rb`
 */
function tokenStartOf(token) {
    if (token === '-glp')
        return { start: undefined, whole: false };
    const rest = token.replace(/^(?:[\w.-]{1,40}-)?glptt-/, '');
    return { start: rest.slice(0, startCharacters), whole: rest.length > startCharacters };
}
/** A name that somebody else has given, for the middle of a sentence: in quotes, on one line, with nothing in it that looks like a token. */
function quotedName(name) {
    return `"${cleanLine(withoutTokens(name), 100)}"`;
}
/** The name of a closed list that somebody most likely meant, or `undefined` when none is near. Case does not count. */
function nearestName(given, names) {
    const ranked = names
        .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
        .sort((one, other) => one.distance - other.distance);
    const [best] = ranked;
    return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3))
        ? best.name
        : undefined;
}
/** How many letters have to be put in, taken out or replaced to turn one word into the other. */
function editDistance(from, to) {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    Array.from(from).forEach((letter, row) => {
        const current = [row + 1];
        Array.from(to).forEach((other, column) => {
            const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        });
        previous = current;
    });
    return previous.at(-1) ?? 0;
}
/**
 * What CIs take for a command in what a step prints: the one list, for the adapters, which put something invisible into it, and for JSON, which can write its
 * last character in another way. CIs that are not here read no commands. All patterns are global.
 */
const hostCommands = {
    /** GitHub, Gitea and Forgejo take this anywhere; Azure Pipelines knows it, too. */
    bracketed: /##(?=\[)/g,
    /** GitHub, Gitea and Forgejo, at the start of a line. */
    colons: /::/g,
    azure: /##(?=\[|vso\[)/gi,
    teamcity: /##(?=teamcity\[)/gi,
    gitlabSection: /section_(?=(?:start|end):)/g,
    travis: /travis_(?=\w+:)/g,
    /** Buildkite, at the start of a line. */
    buildkiteGroup: /(?:---|\+\+\+|~~~|\^\^\^)(?=\s|$)/g,
    /** Jenkins hides notes to itself behind the sequence that makes text invisible. */
    jenkinsNote: /\u001b\[8m/g,
};
/** The text without what stands of `character` at its end. A pattern such as `/\/+$/` would begin anew at each of them, also where something follows. */
function withoutEnd(text, character) {
    let end = text.length;
    while (end > 0 && text[end - 1] === character)
        end -= 1;
    return text.slice(0, end);
}


/***/ }),

/***/ 9942:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   actionEntry: () => (/* binding */ actionEntry)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4497);
/* harmony import */ var _hosts_adapters_github_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3559);
/* harmony import */ var _hosts_text_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2212);
/* harmony import */ var _http_node_transport_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6016);




/** A run, as an action on a GitHub runner. */
function actionEntry(run) {
    const host = (0,_hosts_adapters_github_actions_js__WEBPACK_IMPORTED_MODULE_1__.githubActionsHost)();
    const deps = {
        host,
        files: _hosts_text_files_js__WEBPACK_IMPORTED_MODULE_2__.textFiles,
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml,
        random: Math.random,
        environment: process.env,
        createTransport: _http_node_transport_js__WEBPACK_IMPORTED_MODULE_3__.createNodeTransport,
    };
    return { log: host.log, run: (context) => run(deps, context) };
}


/***/ }),

/***/ 4515:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runEntry),
/* harmony export */   i: () => (/* binding */ withFaults)
/* harmony export */ });
/* harmony import */ var node_tty__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7066);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4497);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3236);
/* harmony import */ var _hosts_system_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2948);




const signalNames = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** What comes when a terminal is closed. Where there is none we leave it as it is: `nohup` has it ignored. */
function terminalSignals() {
    return [0, 1, 2].some(node_tty__WEBPACK_IMPORTED_MODULE_0__.isatty) ? ['SIGHUP'] : [];
}
/** Launchers such as npx pass on a signal that everybody in the group got already; hosts and people leave more time between two. */
const echoMs = 500;
/**
 * Runs one entry in this process. The exit code is red from the first moment and stays so unless `run` gives another; signals are handled from
 * the first moment. An error is printed once. A promise that never settles ends red, because nothing keeps the process alive.
 */
function runEntry(load) {
    process.exitCode = _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.internal;
    const stop = new AbortController();
    const forceSignal = new AbortController();
    for (const name of [...signalNames, ...terminalSignals()]) {
        let heardMs = -Infinity;
        process.on(name, () => {
            const nowMs = _base_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml.nowMs();
            const isEcho = nowMs - heardMs < echoMs;
            heardMs = nowMs;
            if (isEcho)
                return;
            // The third means that nobody waits for us any longer.
            if (forceSignal.signal.aborted) {
                fail(stop.signal.reason);
                process.exit();
            }
            (stop.signal.aborted ? forceSignal : stop).abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AbortedError */ .oM(name));
        });
    }
    // Used until the host is known.
    let entry = { log: (0,_hosts_system_js__WEBPACK_IMPORTED_MODULE_3__/* .terminalLog */ .dg)() };
    let isSettled = false;
    const settle = (ending) => {
        if (isSettled)
            return;
        isSettled = true;
        const known = afterLoss(ending, entry);
        process.exitCode = known.exitCode;
        entry.onEnd?.(known);
        // Its own words may be what is lost.
        const last = afterLoss(known, entry);
        process.exitCode = last.exitCode;
        if (last.error !== undefined)
            entry.log.error(messageOf(last.error));
    };
    const fail = (error) => settle({ exitCode: exitCodeOf(error), error: error ?? new TypeError('nothing was thrown') });
    process.on('uncaughtException', (error) => {
        // What goes wrong behind the end is red all the same.
        if (isSettled) {
            process.exitCode = _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.internal;
            entry.log.error(messageOf(error));
        }
        else {
            fail(error);
        }
        process.exit();
    });
    process.on('exit', () => {
        fail(new Error('the run ended without a result'));
        // A pipe may tell of it when all has been said.
        if (process.exitCode === _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.accepted)
            process.exitCode = entry.loss?.()?.exitCode ?? _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.accepted;
    });
    load()
        .then(async (loaded) => {
        entry = loaded;
        const exitCode = await loaded.run({ signal: stop.signal, forceSignal: forceSignal.signal });
        settle({ exitCode, error: undefined });
    })
        .catch(fail);
}
/** The end of a run that went well is red when what it had to say did not arrive; any other end keeps its own error. */
function afterLoss(ending, { loss }) {
    const error = ending.exitCode === _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.accepted ? loss?.() : undefined;
    return error === undefined ? ending : { exitCode: error.exitCode, error };
}
function exitCodeOf(error) {
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .uV ? error.exitCode : _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.internal;
}
function messageOf(error) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AppError */ .uV)
        return error.message;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `A fault of this program, not of your pipeline [internal]\n${text}`;
}
/**
 * Does a run, and fails it when a file that was asked for is not there, or not whole, at its end. A run that fails anyway keeps its own error, and the file is a
 * warning.
 * @throws {ResultsError} `file_not_written`.
 */
async function withFaults({ outputs, summary, log }, run) {
    const faults = () => [outputs.fault?.(), summary.fault?.()].filter((fault) => fault !== undefined);
    const warn = (found) => {
        for (const fault of found)
            log.warning((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .formatParts */ .cL)(fault));
    };
    let exitCode;
    try {
        exitCode = await run();
    }
    catch (error) {
        warn(faults());
        throw error;
    }
    const [first, ...others] = faults();
    warn(others);
    if (first !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ResultsError */ .N6(first);
    return exitCode;
}


/***/ }),

/***/ 8806:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cancelTree)
/* harmony export */ });
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4497);
/* harmony import */ var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7081);
/* harmony import */ var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9773);
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6585);
/* harmony import */ var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7267);





/** How often a confirmation is looked for; GitLab cancels in the background. */
const confirmPollMs = 500;
/**
 * Cancels a pipeline and everything alive below it, all at once, and looks until it is confirmed. Never throws: what could not be done in time, or
 * not at all, is said in the results, the pipeline itself first. Cancelling again does no harm.
 * @see https://docs.gitlab.com/api/pipelines/#cancel-all-jobs-for-a-pipeline
 */
async function cancelTree(deps, task) {
    const below = task.snapshot === undefined ? [] : (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .placesOf */ .ek)(task.snapshot.root).slice(1);
    const alive = below.map(({ node }) => node.pipeline).filter(({ status }) => !(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__/* .isTerminalStatus */ .TQ)(status));
    const own = task.snapshot?.root.pipeline ?? task.pipeline;
    return await Promise.all([own, ...alive].map((pipeline) => cancelOne(deps, task, pipeline)));
}
async function cancelOne(deps, { withinMs, signal }, pipeline) {
    let why = 'GitLab did not answer in time';
    let seen = pipeline;
    const work = async (cutSignal) => {
        const call = { project: { kind: 'id', id: pipeline.projectId }, pipelineId: pipeline.id };
        let ask = deps.gitlab.cancelPipeline;
        for (;;) {
            const reply = await ask(call, cutSignal);
            if (reply.kind === 'ok') {
                const result = resultOf(reply.value.status);
                if (result !== undefined) {
                    const isLate = result === 'already_ended' && ask !== deps.gitlab.cancelPipeline;
                    return { pipeline: reply.value, result, ...(isLate ? { endedMeanwhile: true } : {}) };
                }
                seen = reply.value;
                why = `GitLab took the request, and the pipeline is still ${seen.status}`;
                ask = deps.gitlab.fetchPipeline;
            }
            else {
                why = (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReply */ .CS)(reply).why;
                if (!(0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .dg)(reply, 'cancel'))
                    return { pipeline: seen, result: 'left_running', why };
            }
            await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(deps.clock, confirmPollMs, cutSignal);
        }
    };
    try {
        const end = await (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .withTimeout */ .wj)({ clock: deps.clock, signal, afterMs: withinMs }, work);
        return end === 'timed_out' ? { pipeline: seen, result: 'left_running', why } : end;
    }
    catch {
        return { pipeline: seen, result: 'left_running', why };
    }
}
/** `undefined` while GitLab has not acted yet. */
function resultOf(status) {
    if (status === 'canceled' || status === 'canceling')
        return status;
    return (0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_4__/* .isTerminalStatus */ .TQ)(status) ? 'already_ended' : undefined;
}


/***/ }),

/***/ 8516:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ checkWay),
  j: () => (/* binding */ openGitLab)
});

// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __nccwpck_require__(3236);
// EXTERNAL MODULE: ./out/bundle/http/headers.js
var http_headers = __nccwpck_require__(3692);
// EXTERNAL MODULE: ./out/bundle/http/proxy.js + 1 modules
var proxy = __nccwpck_require__(9024);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var pipeline = __nccwpck_require__(6585);
// EXTERNAL MODULE: ./out/bundle/http/response-body.js + 1 modules
var response_body = __nccwpck_require__(3714);
// EXTERNAL MODULE: ./out/bundle/gitlab/endpoints.js
var endpoints = __nccwpck_require__(5555);
// EXTERNAL MODULE: ./out/bundle/base/address.js
var address = __nccwpck_require__(1879);
;// CONCATENATED MODULE: ./out/bundle/gitlab/next-page.js

/** Where every API of GitLab begins, whatever is in front. */
const apiRoot = '/api/v4/';
/**
 * Reads the headers of a page. The `Link` that GitLab writes carries its configured external address, which need not be the one we use:
 * what it says is looked up below `apiUrl`, and nothing outside of it is ever given. Where the link is of no use, `X-Next-Page` counts.
 * @see https://docs.gitlab.com/api/rest/#pagination
 */
function nextPageBelow(apiUrl) {
    return ({ url, headers }) => {
        const link = nextLink(headers.link ?? '');
        const linked = link === undefined ? undefined : movedBelow(apiUrl, link);
        if (linked !== undefined)
            return linked;
        const page = countOf(headers['x-next-page']);
        return page === undefined ? undefined : numberedPage(url, page);
    };
}
/** The same list at another page. */
function numberedPage(url, page) {
    const numbered = new URL(url);
    numbered.searchParams.set('page', String(page));
    return numbered;
}
/** Whether anything tells if there is a next page: GitLab does with each list, but something on the way may take these headers away, or set a `Link` of its own. */
function isPaged(headers) {
    const isLinked = [...linksOf(headers.link ?? '')].some(({ relations }) => ['first', 'prev', 'next', 'last'].some((relation) => relations.includes(relation)));
    return isLinked || headers['x-next-page'] !== undefined || pageCountOf(headers) !== undefined;
}
/** How many entries a full page has, by its address. */
function pageSizeOf(url) {
    return countOf(url.searchParams.get('per_page') ?? undefined) ?? Infinity;
}
/** Whether a next page is told of in a way that leads nowhere: an address below another root, or one that something on the way has spoiled. */
function isNextUnclear(headers) {
    const isLinked = [...linksOf(headers.link ?? '')].some(({ relations }) => relations.includes('next'));
    const number = (headers['x-next-page'] ?? '').trim();
    return isLinked || number !== '';
}
/** The number of pages, which GitLab leaves out for long lists. */
function pageCountOf(headers) {
    return countOf(headers['x-total-pages']);
}
function countOf(text) {
    return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
function nextLink(header) {
    for (const { target, relations } of linksOf(header)) {
        if (relations.includes('next') && (0,address/* isUrl */.g)(target))
            return new URL(target);
    }
    return undefined;
}
/** @see https://www.rfc-editor.org/rfc/rfc8288#section-3 */
function* linksOf(header) {
    for (const [, target = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<>]*)/g)) {
        const relation = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? '';
        yield { target, relations: relation.toLowerCase().split(/\s+/) };
    }
}
function movedBelow(apiUrl, link) {
    const start = link.pathname.indexOf(apiRoot);
    if (start === -1)
        return undefined;
    const below = new URL(apiUrl);
    below.pathname += link.pathname.slice(start + apiRoot.length);
    below.search = link.search;
    return below.pathname.startsWith(apiUrl.pathname) ? below : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/paging.js


/** A page of 100 jobs each, 20,000 in all: far beyond any pipeline that GitLab allows, and an end for a server that never stops counting. */
const mostPages = 200;
/** Enough to hide the distance to the server, few enough not to look like an attack. */
const pagesAtOnce = 4;
/** How many entries GitLab gives in a page when nobody says: what comes of `per_page` when it gets lost on the way. */
const pageSizeUnasked = 20;
/**
 * Reads a whole list, from `firstUrl` on: where the first page tells how many there are, several at a time, else one after another. One page
 * that fails fails all. An item that turns up twice, because the list moved on meanwhile, is kept once. The hints are those of the last page; one page out of a
 * cache makes the list one.
 *
 * Something in front may take away the headers that tell of pages: then a full page is followed by the next one, until one is not full. Where the next is the same page
 * again, nobody knows how long the list is.
 */
async function fetchPages(list, signal) {
    const { firstUrl, fetchPage } = list;
    const reading = { pages: [], cached: 0, fetchPage, signal };
    const nextPage = nextPageBelow(list.apiUrl);
    const asked = new Set([firstUrl.href]);
    let stretch = await readOne(reading, firstUrl);
    if (stretch.kind === 'failed')
        return stretch.reply;
    const counted = Math.min(pageCountOf(stretch.headers) ?? 1, mostPages);
    if (counted > 1) {
        const urls = Array.from({ length: counted - 1 }, (_, index) => numberedPage(firstUrl, index + 2));
        for (const { href } of urls)
            asked.add(href);
        stretch = await readTogether(reading, urls);
    }
    for (;;) {
        if (stretch.kind === 'failed')
            return stretch.reply;
        const { hints } = stretch;
        const next = nextPage(stretch) ?? guessedPage(reading, stretch);
        const isAskable = next !== undefined && !asked.has(next.href) && reading.pages.length < mostPages && !isRepeated(reading);
        if (!isAskable) {
            const truncated = next === undefined ? 'complete' : 'timed_out';
            const value = { ...eachOnce(reading.pages), truncated };
            return { kind: 'ok', value, hints: reading.cached > 0 ? { ...hints, fromCache: true } : hints };
        }
        asked.add(next.href);
        stretch = await readOne(reading, next);
    }
}
async function readOne(reading, url) {
    const { reply, headers } = await reading.fetchPage(url, reading.signal);
    if (reply.kind !== 'ok')
        return { kind: 'failed', reply };
    reading.pages.push(reply.value);
    if (reply.hints.fromCache === true)
        reading.cached += 1;
    return { kind: 'read', url, headers, hints: reply.hints };
}
/** The first failure ends the other requests: nobody would look at their answers. */
async function readTogether(reading, urls) {
    const { pages, fetchPage, signal } = reading;
    signal.throwIfAborted();
    const offset = pages.length;
    const stop = new AbortController();
    const onAbort = () => stop.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const end = {};
    const waiting = urls.entries();
    const readOn = async () => {
        for (const [index, url] of waiting) {
            const { reply, headers } = await fetchPage(url, stop.signal);
            if (reply.kind !== 'ok') {
                end.failed ??= { kind: 'failed', reply };
                stop.abort();
                return;
            }
            pages[offset + index] = reply.value;
            if (reply.hints.fromCache === true)
                reading.cached += 1;
            if (index === urls.length - 1)
                end.last = { kind: 'read', url, headers, hints: reply.hints };
        }
    };
    try {
        await Promise.all(Array.from({ length: pagesAtOnce }, readOn));
    }
    catch (error) {
        if (end.failed === undefined)
            throw error;
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
    const stretch = end.failed ?? end.last;
    if (stretch === undefined)
        throw new TypeError('no page was asked for');
    return stretch;
}
/** The page behind a full one, where no header tells whether there is one, and the one that a header tells of without leading to it. */
function guessedPage({ pages }, { url, headers }) {
    const length = pages.at(-1)?.length ?? 0;
    const isFull = length >= pageSizeOf(url) || length === pageSizeUnasked;
    return isNextUnclear(headers) || (isFull && !isPaged(headers))
        ? numberedPage(url, pages.length + 1)
        : undefined;
}
/** Whether the last page has nothing that the one before has not: whoever answers does not look at the number of the page. */
function isRepeated({ pages }) {
    const [before, last] = pages.slice(-2).map((page) => page.map(({ id }) => id));
    if (before === undefined || last === undefined || last.length === 0)
        return false;
    const known = new Set(before);
    return last.every((id) => id !== undefined && known.has(id));
}
function eachOnce(pages) {
    const byId = new Map();
    const unfitById = new Map();
    const nameless = [];
    for (const entry of pages.flat()) {
        if (!(0,pipeline/* isUnfit */.Jm)(entry))
            byId.set(entry.id, byId.get(entry.id) ?? entry);
        else if (entry.id === undefined)
            nameless.push(entry);
        else
            unfitById.set(entry.id, entry);
    }
    const unfit = [...unfitById.values(), ...nameless];
    const items = [...byId.values()];
    return unfit[0] === undefined ? { items } : { items, unfit: { count: unfit.length, why: unfit[0].unfit } };
}

// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
// EXTERNAL MODULE: ./out/bundle/http/transport.js
var http_transport = __nccwpck_require__(1675);
;// CONCATENATED MODULE: ./out/bundle/gitlab/redirects.js

/** GitLab sends to its storage, or to a delivery network that sends to the storage. */
const mostHops = 3;
/**
 * Follows redirects to where GitLab keeps its files, with `headers` and nothing else. One that leads from https to plain http, carries
 * a password or the token, or is one too many is given back as it is.
 * @throws {TransportFault} as the transport.
 */
async function followElsewhere(transport, start, { token, ...request }) {
    let { url, response } = start;
    let elsewhere;
    for (let hop = 0; hop <= mostHops; hop += 1) {
        const target = redirectTarget(url, response);
        if (target === undefined)
            break;
        elsewhere = target.host;
        if (hop === mostHops || !mayFollow(url, target) || holdsToken(target, token))
            break;
        response = await transport.send({ ...request, method: 'GET', url: target });
        url = target;
    }
    return { response, elsewhere };
}
function redirectTarget(from, { status, headers, leadsNowhere }) {
    if (leadsNowhere === true)
        return undefined;
    const location = headers.location ?? '';
    const isRedirect = [301, 302, 303, 307, 308].includes(status) && (0,address/* isUrl */.g)(location, from.href);
    return isRedirect ? new URL(location, from) : undefined;
}
function mayFollow(from, target) {
    const isPlain = target.username === '' && target.password === '';
    return (isPlain && (target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:')));
}
/** Whether a token would be sent in an address, which proxies and servers write down. */
function holdsToken({ href }, token) {
    if (token === undefined)
        return false;
    const unescaped = href.replace(/%[2-7][\da-f]/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)));
    return unescaped.includes(token) || href.includes(token);
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/responses/gitlab-words.js
/** What GitLab calls the records that it does not find: `404 Project Not Found`. */
const record = '(?:Project|Pipeline|Job|Trigger|Branch|Tag|Ref|Reference|Commit|Repository|File|Tree|Artifacts?|Runner|Environment|User|Group|Namespace|Member) ';
/** GitLab keeps a failed pipeline under one of these, and says no more when there is no text. */
const failureReasons = 'unknown_failure|config_error|external_validation_failure|user_not_verified|activity_limit_exceeded|size_limit_exceeded|job_activity_limit_exceeded|deployments_limit_exceeded|' +
    'project_deleted|filtered_by_rules|filtered_by_workflow_rules|filtered_by_no_pipeline|composite_identity_forbidden|pipeline_ref_creation_failure|gitaly_unavailable';
/** What Grape finds fault with, of the parameters that we send; one that checks tokens also says that a token is invalid, and is not GitLab. */
const parameter = '(?:(?:id|ref|variables|inputs|description|expires_at|sha|content_ref|dry_run|page|per_page|order_by|sort|source|status|scope|name|username|pipeline_id|job_id|trigger_id|byte_offset|updated_after|created_after) (?:is missing|is empty|is invalid|does not have a valid value)|token is (?:missing|empty))';
/**
 * GitLab's fixed words, as read in its source; an answer in other words may be anybody's.
 * @see GitLab 19.3, `lib/api/helpers.rb`, `lib/api/ci/triggers.rb`, `lib/api/api_guard.rb`, `lib/gitlab/middleware/read_only/controller.rb`, `lib/gitlab/rack_attack.rb`
 */
const sayings = [
    { statuses: [400], where: 'message', words: /^400 Bad request(?: - .+)?$/s },
    { statuses: [400], where: 'message', words: /^400 \(Bad request\) .+$/s },
    { statuses: [400], where: 'message', words: /^variables needs to be a map of key-valued strings$/ },
    { statuses: [400], where: 'message', words: /^400 Job has to be running$/ },
    { statuses: [401], where: 'message', words: /^401 Unauthorized(?: - .+)?$/s },
    {
        statuses: [401],
        where: 'message',
        words: /^(?:Job is not running|Job has been erased!|Project has been deleted!|Job token has expired)$/,
    },
    { statuses: [403], where: 'message', words: /^403 Forbidden(?: - .+)?$/s },
    {
        statuses: [403],
        where: 'message',
        words: /^You cannot perform write operations on a read-only instance$/,
    },
    { statuses: [404], where: 'message', words: new RegExp(`^404 (?:${record})?Not [Ff]ound$`) },
    { statuses: [405], where: 'message', words: /^Non GET methods are not allowed for moved projects$/ },
    { statuses: [405], where: 'message', words: /^405 Method Not Allowed$/ },
    { statuses: [409], where: 'message', words: /^409 Conflict(?:: .+| - .+)?$/s },
    { statuses: [412], where: 'message', words: /^412 Precondition Failed$/ },
    { statuses: [422], where: 'message', words: /^422 Unprocessable [Ee]ntity(?: - .+)?$/s },
    {
        statuses: [422],
        where: 'message',
        words: new RegExp(`^(?:${failureReasons}|Could not create pipeline)$`),
    },
    {
        statuses: [429],
        where: 'message_error',
        words: /^This endpoint has been requested too many times\. Try again later\.$/,
        about: 'throttle',
    },
    {
        statuses: [400],
        where: 'base',
        words: /^Too many pipelines created in the last minute\. Try again later\.$/,
        about: 'minute_full',
    },
    {
        statuses: [400],
        where: 'base',
        words: /^(?:Upstream Gitaly has been exhausted|Gitaly service temporarily unavailable)/,
        about: 'git_busy',
    },
    { statuses: [400, 422], where: 'base', words: /^/ },
    { statuses: [500], where: 'message', words: /^500 Internal Server Error$/, about: 'crash' },
    { statuses: [503], where: 'message', words: /^GitLab is undergoing maintenance$/, about: 'maintenance' },
    { statuses: [400], where: 'error', words: new RegExp(`^${parameter}(?:, ${parameter})*$`) },
    { statuses: [400], where: 'error', words: /^sha, content_ref are mutually exclusive$/ },
    { statuses: [400], where: 'error', words: /message body does not match declared format/ },
    { statuses: [404], where: 'error', words: /^404 Not Found$/ },
    { statuses: [405], where: 'error', words: /^405 Not Allowed$/ },
    { statuses: [410], where: 'error', words: /^API V3 is no longer supported\. Use API V4 instead\.$/ },
    { statuses: [415], where: 'error', words: /^The provided content-type '[^']*' is not supported\.$/ },
    {
        statuses: [401],
        where: 'oauth',
        oauthError: 'invalid_token',
        words: /^(?:Token is expired\. You can either do re-authorization or token refresh\.|Token was revoked\. You have to re-authorize from the user\.|Token is an impersonation token but impersonation was disabled\.)$/,
    },
    {
        statuses: [403],
        where: 'oauth',
        oauthError: 'insufficient_scope',
        words: /^The request requires higher privileges than provided by the access token\.$/,
    },
    {
        statuses: [403],
        where: 'oauth',
        oauthError: 'insufficient_granular_scope',
        words: /^(?:$|Access denied: )/,
    },
    { statuses: [301], where: 'text', words: /^This resource has been moved permanently to \S+$/ },
    { statuses: [404], where: 'text', words: /^404 page not found$/, call: 'artifact' },
];
/** GitLab's throttle; an administrator may give it other words. */
const throttleWords = /^Retry later$/;

;// CONCATENATED MODULE: ./out/bundle/gitlab/responses/speaker.js

const stranger = { speaker: 'stranger' };
/** Longer than any of GitLab's fixed texts. */
const mostTextBytes = 2000;
/**
 * Tells from the shape of the body, the exact words in it and the status, all three together, whether GitLab itself speaks. Headers of GitLab get lost on the way, so
 * that only its throttle, whose words are not its own alone, has to show some.
 */
function whoSpeaks(answer) {
    const { headers, content, body } = answer;
    const type = headers['content-type'] ?? '';
    switch (content.kind) {
        case 'json':
            return type === '' || /\bjson\b/i.test(type) ? speakerOfJson(answer, content.value) : stranger;
        case 'text':
            return type === '' || /^\s*text\/plain\b/i.test(type) ? speakerOfText(answer, body) : stranger;
        case 'html':
        case 'none':
            return stranger;
    }
}
function speakerOfJson(answer, value) {
    if (!isObject(value))
        return stranger;
    const keys = Object.keys(value).sort().join();
    const { message, error, error_description: description = '', scope = '' } = value;
    switch (keys) {
        case 'message':
            return typeof message === 'string'
                ? printed(answer, 'message', [message])
                : speakerOfParts(answer, message);
        case 'error':
            return typeof error === 'string' && isCode(error)
                ? printed(answer, 'oauth', [''], error)
                : printed(answer, 'error', [error]);
        case 'error,error_description':
        case 'error,error_description,scope':
            return typeof error === 'string' && typeof scope === 'string'
                ? printed(answer, 'oauth', [description], error)
                : stranger;
        default:
            return stranger;
    }
}
/** `message` is an object: the faults of a record by attribute, or the one text of a throttled endpoint. */
function speakerOfParts(answer, message) {
    if (!isObject(message))
        return stranger;
    if (Object.keys(message).join() === 'error')
        return printed(answer, 'message_error', [message.error]);
    const { base } = message;
    const isRecord = Object.values(message).every(isTextList);
    return isRecord && isTextList(base) ? printed(answer, 'base', base) : stranger;
}
function speakerOfText(answer, body) {
    if (body.length > mostTextBytes)
        return stranger;
    const text = body.toString('utf8').replace(/\r?\n$/, '');
    return answer.status === 429 ? speakerOfThrottle(answer, text) : printed(answer, 'text', [text]);
}
/** Rack::Attack, in its own words beside one of its headers, or in an administrator's words beside those that nobody else sends. */
function speakerOfThrottle({ headers }, text) {
    const has = (...names) => names.every((name) => (headers[name] ?? '') !== '');
    const isMarked = has('retry-after') || has('ratelimit-reset') || has('ratelimit-observed');
    const isSigned = /^throttle_\w+$/.test(headers['ratelimit-name'] ?? '') &&
        has('ratelimit-limit', 'ratelimit-observed', 'ratelimit-reset', 'ratelimit-resettime');
    const isThrottle = isSigned || (isMarked && throttleWords.test(text));
    return isThrottle ? { speaker: 'gitlab', about: 'throttle' } : stranger;
}
function printed({ status, call }, where, words, oauthError) {
    const known = sayings.find((saying) => saying.where === where &&
        saying.statuses.includes(status) &&
        saying.oauthError === oauthError &&
        (saying.call === undefined || saying.call === call) &&
        words.some((text) => typeof text === 'string' && saying.words.test(text)));
    return known === undefined ? stranger : { speaker: 'gitlab', about: known.about };
}
/** An OAuth code, which GitLab may send without its description. */
function isCode(error) {
    return /^[a-z]+(?:_[a-z]+)+$/.test(error);
}
function isTextList(value) {
    return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/responses/error-body.js




const mostTexts = 10;
/** Objects in objects occur once in GitLab's messages (attribute, then texts); deeper ones are somebody else's. */
const deepest = 4;
/** Keys that only say "error" and would not help a reader in front of the text. */
const silentKeys = new Set(['base', 'error', 'message']);
/**
 * Reads any answer that is not the one we hoped for; understands the shapes that GitLab and the things in front of it use, and never throws.
 * @see reference of the shapes: https://docs.gitlab.com/api/rest/troubleshooting/ (the other ones were observed on 17.x to 19.x)
 */
function readRefusal(answer) {
    const { status, headers, body, hints, call, elsewhere } = answer;
    const content = (0,response_body/* readAnswerBody */.nK)(headers['content-type'], body);
    const location = status >= 300 && status < 400 ? readLocation(headers.location) : undefined;
    const spoken = elsewhere === undefined
        ? whoSpeaks({ status, headers, content, body, call })
        : // A storage answers in XML; a page comes from whoever stands in front of it, or of GitLab.
            { speaker: content.kind === 'html' && location === undefined ? 'stranger' : 'storage' };
    return { status, ...spoken, ...readWords(content), elsewhere, location, hints };
}
function readWords(content) {
    switch (content.kind) {
        case 'none':
            return { shape: 'none', texts: [] };
        case 'html':
        case 'text':
            return { shape: content.kind, texts: content.texts.slice(0, mostTexts) };
        case 'json':
            return readJson(content.value);
    }
}
function readJson(value) {
    if (!error_body_isObject(value))
        return { shape: 'text', texts: finished(flatten(value, '', 0)) };
    const { message, error, error_description: description, scope } = value;
    if (typeof error === 'string' && typeof description === 'string') {
        const scopes = typeof scope === 'string' && scope !== '' ? [`Scopes that would do: ${scope}`] : [];
        return { shape: 'oauth', texts: finished([description, ...scopes]), oauthError: (0,base_text/* cleanLine */.Ow)(error, 100) };
    }
    const messages = finished(flatten(message, '', 0));
    if (messages.length > 0)
        return { shape: 'message', texts: messages };
    const errors = finished(flatten(error ?? value.errors, '', 0));
    if (errors.length === 0)
        return { shape: 'none', texts: [] };
    // A bare OAuth code, such as `insufficient_granular_scope`, may come without its description.
    return typeof error === 'string' && /^[a-z]+(?:_[a-z]+)+$/.test(error)
        ? { shape: 'oauth', texts: errors, oauthError: (0,base_text/* cleanLine */.Ow)(error, 100) }
        : { shape: 'error', texts: errors };
}
/** `{"base":["a"],"ref":["b"]}` becomes `a` and `ref: b`. */
function flatten(value, attribute, depth) {
    const named = (text) => (attribute === '' ? text : `${attribute}: ${text}`);
    if (typeof value === 'string')
        return [named(value)];
    if (typeof value === 'number' || typeof value === 'boolean')
        return [named(String(value))];
    if (depth >= deepest)
        return [];
    if (Array.isArray(value)) {
        return value.slice(0, mostTexts).flatMap((item) => flatten(item, attribute, depth + 1));
    }
    if (!error_body_isObject(value))
        return [];
    return Object.entries(value)
        .slice(0, mostTexts)
        .flatMap(([key, item]) => flatten(item, silentKeys.has(key) ? attribute : key, depth + 1));
}
function finished(texts) {
    return texts
        .map((text) => (0,base_text/* cleanLine */.Ow)((0,base_text/* withoutTokens */.N_)((0,response_body/* decodeEntities */.Sm)(text.slice(0, 8000)))))
        .filter((text) => text !== '')
        .slice(0, mostTexts);
}
/** Without user, query and fragment, where secrets live. */
function readLocation(location) {
    if (location === undefined || location === '')
        return undefined;
    if (!(0,address/* isUrl */.g)(location)) {
        const parts = location.replace(/[?#].*$/s, '').split(/(?<=[/\\])/);
        return (0,base_text/* cleanLine */.Ow)(parts.map((part) => part.slice(part.lastIndexOf('@') + 1)).join(''));
    }
    const url = new URL(location);
    return (0,base_text/* cleanLine */.Ow)(`${url.protocol}//${url.host}${url.pathname}`);
}
function error_body_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/responses/reply.js



/** No limit that GitLab knows counts longer; a later reset is a mistake, ours or of a proxy. */
const longestWindowMs = 24 * 3_600_000;
/**
 * Reads what an answer says beside its body. Times are compared with the server's own `Date`; a server that sends none is taken to share
 * our clock (`localTimeMs`, milliseconds since 1970). `RateLimit-Reset` comes with ordinary answers too and is a wish only on a 429.
 * There, what is left says nothing more.
 */
function readServerHints(answer) {
    const { status, headers, localTimeMs } = answer;
    const serverTimeMs = (0,http_headers/* parseHttpDate */.m6)(headers.date ?? '');
    const nowMs = serverTimeMs ?? localTimeMs;
    const resetMs = (0,http_headers/* parseRateLimitReset */.yq)(headers['ratelimit-reset'] ?? '', nowMs);
    const requestId = (0,base_text/* cleanLine */.Ow)(headers['x-request-id'] ?? '', 100);
    return {
        serverTimeMs,
        retryAfterMs: (0,http_headers/* parseRetryAfter */.mu)(headers['retry-after'] ?? '', nowMs) ?? (status === 429 ? resetMs : undefined),
        allowance: status === 429 ? undefined : allowanceOf(headers, resetMs),
        requestId: requestId === '' ? undefined : requestId,
        ...(isFromCache(headers) ? { fromCache: true } : {}),
        ...(isPaged(headers) ? { isPaged: true } : {}),
    };
}
/** Headers in which caches say what they did with an answer. */
const cacheHeaders = [
    'x-cache',
    'x-cache-status',
    'x-proxy-cache',
    'x-nginx-cache',
    'x-varnish-cache',
    'x-cache-lookup',
    'x-served-from-cache',
    'cf-cache-status',
    'cache-status',
    'cdn-cache',
    'server-timing',
];
/** Whether a cache says that the answer was not fetched for us. A `Warning` of 110 is an old answer, and Varnish names the request that it was fetched for beside ours. */
function isFromCache(headers) {
    const isOld = Number(headers.age ?? '0') > 0 || /^\s*1(?:10|11|13)\b/.test(headers.warning ?? '');
    const isTwice = /^\s*\d+\s+\d+\s*$/.test(headers['x-varnish'] ?? '') || /[1-9]/.test(headers['x-cache-hits'] ?? '');
    const says = (name) => /\b(?:hit|stale|updating)\b|_hit\b|^\s*(?:true|1|yes)\s*$/i.test(headers[name] ?? '');
    return isOld || isTwice || cacheHeaders.some(says);
}
/** `undefined` unless all of it makes sense: other products have headers of the same names and another meaning. */
function allowanceOf(headers, resetAfterMs) {
    const limit = reply_countOf(headers['ratelimit-limit']);
    const remaining = reply_countOf(headers['ratelimit-remaining']);
    if (limit === undefined || remaining === undefined || resetAfterMs === undefined)
        return undefined;
    const isPossible = limit > 0 && remaining <= limit && resetAfterMs > 0 && resetAfterMs <= longestWindowMs;
    return isPossible ? { limit, remaining, resetAfterMs } : undefined;
}
function reply_countOf(text) {
    const trimmed = text?.trim() ?? '';
    return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/request.js







/**
 * GitLab's largest JSON answer that we ask for is a page of 100 jobs, well under 1 MiB; ten times that still cannot hurt a small runner, and
 * stops an endless answer early.
 */
const maxJsonBytes = 10 * 1024 * 1024;
/**
 * Sends calls and reads their answers. Loads the schemas once, while the first answer is on its way: the request itself, whose handshake
 * needs the same processor, must not wait for them.
 */
function createCallRunner(deps, { apiUrl, requestTimeoutMs: timeoutMs }) {
    const { transport, clock } = deps;
    let loading;
    const load = () => (loading ??= loadSchemas());
    const request = ({ method, url, headers, body, sink, signal }) => {
        if (url.origin !== apiUrl.origin)
            throw new TypeError(`a request to ${url.origin} was about to be sent`);
        const complete = {
            method,
            url,
            headers,
            body,
            timeoutMs,
            maxBytes: maxJsonBytes,
            sink,
            onSent: () => void load(),
            signal,
        };
        return transport.send(complete);
    };
    /** A renamed project answers a GET with a redirect to its id. Followed once, inside the API only, because the token goes with it. */
    const exchange = async (sending) => {
        const response = await request(sending);
        const target = sending.method === 'GET' ? redirectInside(apiUrl, sending, response) : undefined;
        if (target !== undefined) {
            const moved = { ...sending, url: target };
            return leadAway(moved, await request(moved));
        }
        return leadAway(sending, response);
    };
    /** Beyond the API nothing of ours is sent along, whatever the origin. */
    const leadAway = async (sending, response) => {
        const { url, elsewhere, sink, signal } = sending;
        if (elsewhere === undefined || redirectInside(apiUrl, sending, response) !== undefined)
            return { response };
        const { headers } = elsewhere;
        const away = { headers, token: tokenOf(sending), sink, timeoutMs, maxBytes: maxJsonBytes, signal };
        const answered = await followElsewhere(transport, { url, response }, away);
        // A page of GitLab itself, such as the one to sign in, is nowhere else.
        return answered.elsewhere === apiUrl.host ? { response: answered.response } : answered;
    };
    const send = async (sending) => {
        let answered;
        try {
            answered = await exchange(sending);
        }
        catch (error) {
            if (error instanceof http_transport/* TransportFault */.w)
                return { kind: 'fault', fault: error };
            throw error;
        }
        const { response, elsewhere } = answered;
        const { status, headers, body } = response;
        const details = readServerHints({ status, headers, localTimeMs: clock.epochMs() });
        const hints = response.endUntold === true ? { ...details, endUntold: response.endUntold } : details;
        const call = sending.elsewhere === undefined ? undefined : 'artifact';
        return status >= 200 && status <= 299
            ? { kind: 'ok', value: { response, hints }, hints }
            : { kind: 'refused', refusal: readRefusal({ status, headers, body, hints, elsewhere, call }) };
    };
    return {
        send,
        run: async (call) => {
            const reply = await send(call);
            if (reply.kind !== 'ok')
                return { reply, headers: {} };
            const read = call.read(await load());
            const answer = { ...reply.value, read, quoting: call.quoting };
            return { reply: readSuccess(answer), headers: reply.value.response.headers };
        },
    };
}
/** A failure of the import is kept for whoever awaits it; a request that fails first must not leave it unhandled. */
function loadSchemas() {
    const loading = Promise.all(/* import() */[__nccwpck_require__.e(8395), __nccwpck_require__.e(9066)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9066));
    loading.catch(() => undefined);
    return loading;
}
/** The target of a redirect, when it is another place below the API's root. */
function redirectInside(apiUrl, sending, { status, headers, leadsNowhere }) {
    if (leadsNowhere === true)
        return undefined;
    const { url: from } = sending;
    const location = headers.location ?? '';
    if (![301, 302, 303, 307, 308].includes(status) || !(0,address/* isUrl */.g)(location, from.href))
        return undefined;
    const target = new URL(location, from);
    const inside = target.origin === apiUrl.origin && target.pathname.startsWith(apiUrl.pathname);
    const plain = target.username === '' && target.password === '' && target.href !== from.href;
    return inside && plain && !holdsToken(target, tokenOf(sending)) ? target : undefined;
}
function tokenOf({ headers }) {
    return headers['private-token'];
}
function readSuccess(answer) {
    const { response, hints, read, quoting } = answer;
    const wordsOf = (texts) => (quoting === 'never' ? [] : texts);
    const unreadable = (why) => unreadableReply(answer, why);
    const content = (0,response_body/* readAnswerBody */.nK)(response.headers['content-type'], response.body);
    switch (content.kind) {
        case 'none':
            return unreadable('the body is empty');
        case 'html':
            return unreadable(pageWhy(wordsOf(content.texts)));
        case 'text':
            return unreadable(`the body is not JSON${quoted(wordsOf(content.texts))}`);
        case 'json': {
            const reading = read(content.value);
            if (reading.kind === 'ok')
                return { kind: 'ok', value: reading.value, hints };
            if (reading.tooOld === true) {
                return { kind: 'unreadable', status: response.status, why: reading.why, tooOld: true, hints };
            }
            return unreadable(`the body is not what GitLab sends (${reading.why})`);
        }
    }
}
function quoted(texts) {
    const first = texts[0];
    return first === undefined ? '' : `: ${(0,base_text/* cleanLine */.Ow)(first, 120)}`;
}
/** For a success status with a body that is not GitLab's. */
function unreadableReply({ response, hints }, why) {
    return { kind: 'unreadable', status: response.status, why, hints };
}
/** What is wrong with a body that is a web page. */
function pageWhy(texts) {
    return `the body is a web page${quoted(texts)}`;
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/admin-calls.js




function triggerTokenCalls(runner, { apiUrl, headers }) {
    const secretive = { headers, quoting: 'never' };
    const json = { ...headers, 'content-type': 'application/json' };
    const run = async (call) => (await runner.run(call)).reply;
    return {
        listTriggerTokens: async ({ project, fresh }, signal) => {
            const firstUrl = endpoints/* endpoints */.v.triggerTokens(apiUrl, project);
            if (fresh !== undefined)
                firstUrl.searchParams.set('gitlab_trigger_fresh', fresh);
            const asked = fresh === undefined ? headers : { ...headers, 'cache-control': 'no-cache' };
            const read = (schemas) => schemas.readTriggerTokens;
            const fetchPage = (url, pageSignal) => runner.run({ ...secretive, headers: asked, method: 'GET', url, signal: pageSignal, read });
            return fetchPages({ apiUrl, firstUrl, fetchPage }, signal);
        },
        fetchTriggerToken: async (call, signal) => run({
            ...secretive,
            method: 'GET',
            url: endpoints/* endpoints */.v.triggerToken(apiUrl, call.project, call.triggerId),
            signal,
            read: readingOf(call),
        }),
        createTriggerToken: async ({ project, description, expiresAtMs }, signal) => run({
            ...secretive,
            method: 'POST',
            url: endpoints/* endpoints */.v.createTriggerToken(apiUrl, project),
            headers: json,
            body: JSON.stringify({ description, ...expiryOf(expiresAtMs) }),
            signal,
            read: (schemas) => schemas.readTriggerToken,
        }),
        updateTriggerToken: async (call, signal) => run({
            ...secretive,
            method: 'PUT',
            url: endpoints/* endpoints */.v.triggerToken(apiUrl, call.project, call.triggerId),
            headers: json,
            body: JSON.stringify({ description: call.description }),
            signal,
            read: readingOf(call),
        }),
        deleteTriggerToken: async (call, signal) => {
            const url = endpoints/* endpoints */.v.triggerToken(apiUrl, call.project, call.triggerId);
            // There is no body; a server under maintenance answers honestly to JSON only.
            const reply = await runner.send({ method: 'DELETE', url, headers: json, signal });
            return reply.kind === 'ok' ? readDeletion(reply.value) : reply;
        },
    };
}
/** With its zone written as `Z`, which no server misreads. */
function expiryOf(expiresAtMs) {
    return expiresAtMs === undefined ? {} : { expires_at: new Date(expiresAtMs).toISOString() };
}
/** An answer about another token, which a cache on the way may give, must not decide anything. */
function readingOf({ triggerId }) {
    return (schemas) => (body) => {
        const reading = schemas.readTriggerToken(body);
        if (reading.kind !== 'ok' || reading.value.id === triggerId)
            return reading;
        return { kind: 'unfit', why: `it is about trigger token ${reading.value.id}` };
    };
}
/** GitLab says 204 and nothing else; a page with 200 comes from something in front of it, which has deleted nothing. */
function readDeletion(answer) {
    const { response, hints } = answer;
    if (response.status === 204)
        return { kind: 'ok', value: 'deleted', hints };
    const content = (0,response_body/* readAnswerBody */.nK)(response.headers['content-type'], response.body);
    const why = content.kind === 'html' ? pageWhy(content.texts) : 'GitLab answers 204 to a deletion that was done';
    return unreadableReply(answer, why);
}
/** Their schemas are loaded by the first of them, since a run that starts a pipeline needs none. */
function inspectionCalls(runner, { apiUrl, headers }) {
    const get = async (url, signal, readerOf) => {
        const reader = readerOf(await Promise.all(/* import() */[__nccwpck_require__.e(8395), __nccwpck_require__.e(5363)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5363)));
        return (await runner.run({ method: 'GET', url, headers, signal, read: () => reader })).reply;
    };
    return {
        fetchVersion: async (signal) => get(endpoints/* endpoints */.v.version(apiUrl), signal, ({ readVersion }) => readVersion),
        fetchOwnToken: async (signal) => get(endpoints/* endpoints */.v.ownToken(apiUrl), signal, ({ readOwnToken }) => readOwnToken),
        fetchBranch: async ({ project, name }, signal) => get(endpoints/* endpoints */.v.branch(apiUrl, project, name), signal, ({ readRef }) => readRef),
        fetchTag: async ({ project, name }, signal) => get(endpoints/* endpoints */.v.tag(apiUrl, project, name), signal, ({ readRef }) => readRef),
        lintConfig: async ({ project, ...options }, signal) => get(endpoints/* endpoints */.v.lint(apiUrl, project, options), signal, ({ readLint }) => readLint),
        fetchFile: async ({ project, ...file }, signal) => {
            const url = endpoints/* endpoints */.v.file(apiUrl, project, file);
            // The file is no JSON, and asking for nothing else but text would get errors as text, too.
            const sending = { method: 'GET', url, headers: { ...headers, accept: '*/*' }, signal };
            const reply = await runner.send(sending);
            return reply.kind === 'ok' ? readText(reply.value) : reply;
        },
    };
}
function readText(answer) {
    const { response, hints } = answer;
    const content = (0,response_body/* readAnswerBody */.nK)(response.headers['content-type'], response.body);
    if (content.kind === 'html')
        return unreadableReply(answer, pageWhy(content.texts));
    return { kind: 'ok', value: response.body.toString('utf8'), hints };
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/fresh-request.js
/** A request at an address of its own, for caches that look at no header, and with a header, for those that do. */
function freshly({ url, headers }, fresh) {
    if (fresh === undefined)
        return { url, headers };
    const own = new URL(url);
    own.searchParams.set('gitlab_trigger_fresh', fresh);
    return { url: own, headers: { ...headers, 'cache-control': 'no-cache' } };
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/job-token-reads.js
/**
 * Reads with a job token where GitLab takes one. What it refuses to the token it may still show everybody (a public project whose list of job tokens does not
 * name ours): then the read is repeated without, and the next ones of that kind go without from the start. A refusal that stays is the one of the token, whose
 * words say what is missing.
 * @see GitLab 19.3, `doc/ci/jobs/fine_grained_permissions.md`
 */
function jobTokenReads(withJobToken, without) {
    const isPublic = new Set();
    return async (permission, read) => {
        if (withJobToken === undefined || isPublic.has(permission))
            return read(without);
        const reply = await read(withJobToken);
        if (!isNo(reply))
            return reply;
        const open = await read(without);
        if (isNo(open))
            return reply;
        if (open.kind !== 'fault')
            isPublic.add(permission);
        return open;
    };
}
/** GitLab's own no to whoever asks. That a pipeline or a job is not there is none: it only says so to those who may see them. */
function isNo(reply) {
    if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab')
        return false;
    const { status, texts } = reply.refusal;
    return status === 401 || status === 403 || (status === 404 && !texts.includes('404 Not found'));
}
const otherThan = { bridges: 'trigger_jobs', trigger_jobs: 'bridges' };
/**
 * Reads by the old name, or by the new one where the server has lost the old; what has worked is asked for first from then on. If the server
 * knows neither, its first answer counts.
 */
function createTriggerJobReader(read) {
    let known = 'bridges';
    return async (call, signal) => {
        const route = known;
        const reply = await read(route, call, signal);
        if (!isRouteMissing(reply))
            return reply;
        const other = otherThan[route];
        const second = await read(other, call, signal);
        if (isRouteMissing(second))
            return reply;
        if (second.kind === 'ok')
            known = other;
        return second;
    };
}
/** What GitLab says of a path that it has no route for, which is not what it says of a pipeline that it does not show; or that it is gone. */
function isRouteMissing(reply) {
    if (reply.kind !== 'refused')
        return false;
    const { status, shape } = reply.refusal;
    return ((status === 404 && shape === 'error') || (status === 410 && (shape === 'error' || shape === 'message')));
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/pipeline-body.js
/** Of the forms that the trigger takes, JSON is the one that gets an honest answer under maintenance instead of a redirect. */
function triggerBody({ ref, variables, inputs }, { token, mark }) {
    return JSON.stringify({
        token,
        ref,
        ...(isEmpty(variables) ? {} : { variables }),
        ...(isEmpty(inputs) ? {} : { inputs }),
        ...(isEmpty(mark) ? {} : { gitlab_trigger: mark }),
    });
}
/** This endpoint wants a list of variables where the trigger wants a map. */
function creationBody({ ref, variables, inputs }) {
    const list = Object.entries(variables).map(([key, value]) => ({ key, value }));
    return JSON.stringify({
        ref,
        ...(list.length === 0 ? {} : { variables: list }),
        ...(isEmpty(inputs) ? {} : { inputs }),
    });
}
function isEmpty(record) {
    return Object.keys(record).length === 0;
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/schemas/complete-pipeline.js

/** Fills in what old releases leave out of a pipeline, from what is known of the project that was asked for. */
function completePipeline(read, known) {
    return {
        ...read,
        projectId: read.projectId ?? idOf(known) ?? pipeline/* unknownProjectId */.D,
        webUrl: read.webUrl ?? pipelinePage(known, read.id),
    };
}
/** Whether only GitLab can tell which project a pipeline belongs to. */
function lacksProject({ projectId }, address) {
    return projectId === undefined && address.kind === 'path';
}
function idOf({ address, id }) {
    return address.kind === 'id' ? address.id : id;
}
/** The page of a pipeline; that of its project where only the number of the project is known. */
function pipelinePage({ address, apiUrl }, pipelineId) {
    const root = new URL('../../', apiUrl).href;
    return address.kind === 'id'
        ? `${root}projects/${address.id}`
        : `${root}${encodeURI(address.path)}/-/pipelines/${pipelineId}`;
}
// Reads only what is about the thing that was asked for: what a cache or a mixed-up front says of another one must not decide anything.
/** Reads the pipeline that was asked for. An answer about another one, which a cache on the way may give, must not decide anything. */
function complete_pipeline_readingOf({ project, pipelineId, }) {
    return (schemas) => (body) => {
        const reading = schemas.readPipeline(body);
        if (reading.kind !== 'ok')
            return reading;
        const { id, projectId } = reading.value;
        const isOfProject = project.kind === 'path' || projectId === undefined || projectId === project.id;
        if (id === pipelineId && isOfProject)
            return reading;
        return { kind: 'unfit', why: `it is about pipeline ${id} of project ${projectId ?? 'unknown'}` };
    };
}
/** Reads the jobs of the pipeline that was asked for; GitLab tells with each of them which one it is in. */
function readingJobsOf(pipelineId, read) {
    return (body) => {
        const other = pipelinesOf(body).find((id) => id !== pipelineId);
        return other === undefined ? read(body) : { kind: 'unfit', why: `it is about jobs of pipeline ${other}` };
    };
}
function pipelinesOf(body) {
    if (!Array.isArray(body))
        return [];
    return body.flatMap((entry) => {
        const id = entry?.pipeline?.id;
        return typeof id === 'number' ? [id] : [];
    });
}
/** Reads a list of pipelines of the project that was asked for: that of another one shows nothing of what is in this. */
function readingListOf(project) {
    return (schemas) => (body) => {
        const reading = schemas.readPipelines(body);
        if (reading.kind !== 'ok' || project.kind === 'path')
            return reading;
        const { fit } = (0,pipeline/* partedEntries */.vg)(reading.value);
        const other = fit.find(({ projectId = project.id }) => projectId !== project.id);
        return other === undefined
            ? reading
            : { kind: 'unfit', why: `it is about pipelines of project ${other.projectId ?? 'unknown'}` };
    };
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/streams.js



/**
 * Streams a file of artifacts to `sink`: a redirect out of the API is followed without any of our headers. Only what is offered as a file gets
 * there: a page under a success status is unreadable.
 */
async function streamArtifact(runner, download) {
    const { url, headers, rest, sink, signal } = download;
    const own = {
        accept: '*/*',
        ...(rest === undefined ? {} : { range: `bytes=${rest.fromByte}-`, 'if-range': rest.validator }),
    };
    let bytes = 0;
    const reply = await runner.send({
        method: 'GET',
        url,
        headers: { ...headers, ...own },
        elsewhere: { headers: own },
        sink: {
            accepts: (head) => {
                const known = headOf(head, rest);
                if (known === undefined)
                    return false;
                sink.begin(known);
                return true;
            },
            write: (chunk) => {
                bytes += chunk.length;
                return sink.write(chunk);
            },
            maxBytes: sink.maxBytes,
        },
        signal,
    });
    if (reply.kind !== 'ok')
        return reply;
    const { response, hints } = reply.value;
    const head = headOf(response, rest);
    if (head === undefined)
        return unreadableReply(reply.value, whyNoFile(response));
    if (hints.endUntold !== true)
        return { kind: 'ok', value: { bytes }, hints };
    const came = head.fromByte + bytes;
    if (came < (head.totalBytes ?? sink.listedBytes ?? 0))
        return { kind: 'fault', fault: stopReason(came, response) };
    const end = came === head.totalBytes ? undefined : hints.endUntold;
    return { kind: 'ok', value: { bytes }, hints: { ...hints, endUntold: end } };
}
function stopReason(bytes, { status }) {
    return new http_transport/* TransportFault */.w({
        kind: 'truncated',
        reached: 'maybe',
        message: `the connection ended after ${bytes} bytes, which is not all of it`,
        status,
    });
}
/** `undefined` for anything that is not the file, or not the part of it that was asked for. */
function headOf({ status, headers }, rest) {
    if (!isFile(headers))
        return undefined;
    const validator = validatorOf(headers);
    if (status === 200)
        return { fromByte: 0, totalBytes: lengthOf(headers['content-length']), validator };
    if (status !== 206 || rest === undefined)
        return undefined;
    const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
    return Number(from) === rest.fromByte
        ? { fromByte: rest.fromByte, totalBytes: lengthOf(total), validator: validator ?? rest.validator }
        : undefined;
}
/** GitLab hands artifacts out as attachments. A login page is shown, so it is none; a storage may leave that label out, but archives are neither pages nor JSON. */
function isFile(headers) {
    const isAttachment = /^\s*attachment\b/i.test(headers['content-disposition'] ?? '');
    return isAttachment || !/\b(?:x?html|json)\b/i.test(headers['content-type'] ?? '');
}
/** An ETag that stands for exactly these bytes; else the time of the last change. */
function validatorOf(headers) {
    const { etag = '' } = headers;
    return etag.startsWith('"') ? etag : headers['last-modified'];
}
function lengthOf(text) {
    const length = Number(text ?? '');
    return text !== undefined && Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}
function whyNoFile({ status, headers, body }) {
    if (status === 206)
        return 'it is another part of the file than the one that was asked for';
    const content = (0,response_body/* readAnswerBody */.nK)(headers['content-type'], body);
    return content.kind === 'html' ? pageWhy(content.texts) : 'the body is not a file';
}
/**
 * Where a log ends for us. Nothing of it is held, so this only stops a server that never ends; GitLab's own limit for a log is 100 MB, and an
 * administrator may raise it.
 */
const maxLogBytes = 1024 ** 3;
/** Streams a log to `sink` and counts its bytes. Only plain text gets there: a page or JSON under a success status is unreadable. */
async function streamJobLog(runner, log) {
    const { url, headers, sink, signal } = log;
    let bytes = 0;
    const write = (chunk) => {
        bytes += chunk.length;
        sink(chunk);
    };
    const reply = await runner.send({
        method: 'GET',
        url,
        // The log is no JSON, and asking for nothing else but text would get errors as text, too.
        headers: { ...headers, accept: '*/*' },
        sink: { accepts: isLog, write, maxBytes: maxLogBytes },
        signal,
    });
    if (reply.kind !== 'ok')
        return reply;
    const { response, hints } = reply.value;
    return isLog(response)
        ? { kind: 'ok', value: { bytes }, hints }
        : unreadableReply(reply.value, whyNoLog(response));
}
/** By the label alone: a log may begin with anything. */
function isLog({ status, headers }) {
    return (status >= 200 && status <= 299 && /^\s*(?:text\/plain\s*(?:;|$)|$)/i.test(headers['content-type'] ?? ''));
}
function whyNoLog({ headers, body }) {
    const content = (0,response_body/* readAnswerBody */.nK)(headers['content-type'], body);
    return content.kind === 'html' ? pageWhy(content.texts) : 'the body is not a log';
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/client.js










/**
 * Without `accessToken`, reads are anonymous, which public projects allow; but those that GitLab allows to a CI_JOB_TOKEN (the lists of pipelines, jobs and
 * trigger jobs, a pipeline, artifacts) go with `jobToken` where there is one.
 */
function createGitLabClient(deps, settings) {
    const { connection, accessToken, jobToken } = settings;
    const { apiUrl } = connection;
    const plain = headersFor(connection);
    const withJobToken = accessToken === undefined && jobToken !== undefined
        ? { ...plain, 'job-token': jobToken.reveal() }
        : undefined;
    const authorized = accessToken === undefined ? plain : { ...plain, 'private-token': accessToken.reveal() };
    const json = { 'content-type': 'application/json' };
    const runner = createCallRunner(deps, connection);
    const run = async (call) => (await runner.run(call)).reply;
    const get = (url, signal, read) => run({ method: 'GET', url, headers: authorized, signal, read });
    const reading = jobTokenReads(withJobToken, authorized);
    /** Fills in what the answer of an old release lacks. */
    const completed = async ({ project }, reply, signal) => {
        if (reply.kind !== 'ok')
            return reply;
        let id;
        if (lacksProject(reply.value, project)) {
            const found = await get(endpoints/* endpoints */.v.project(apiUrl, project), signal, (schemas) => schemas.readProject);
            if (found.kind !== 'ok')
                return found;
            ({ id } = found.value);
        }
        return { ...reply, value: completePipeline(reply.value, { address: project, apiUrl, id }) };
    };
    const post = (url, signal, read) => run({ method: 'POST', url, headers: authorized, signal, read });
    const getPages = (firstUrl, signal, read, headers = authorized) => {
        const fetchPage = (url, pageSignal) => runner.run({ method: 'GET', url, headers, signal: pageSignal, read });
        return fetchPages({ apiUrl, firstUrl, fetchPage }, signal);
    };
    return {
        ...triggerTokenCalls(runner, { apiUrl, headers: authorized }),
        ...inspectionCalls(runner, { apiUrl, headers: authorized }),
        triggerPipeline: async (call, signal) => run({
            method: 'POST',
            url: endpoints/* endpoints */.v.triggerPipeline(apiUrl, call.project),
            headers: { ...plain, ...json },
            body: triggerBody(call, { token: call.token.reveal(), mark: call.mark ?? {} }),
            signal,
            read: (schemas) => schemas.readCreatedPipeline,
        }),
        createPipeline: async (call, signal) => {
            if (accessToken === undefined)
                throw new TypeError('creating a pipeline needs an access token');
            return run({
                method: 'POST',
                url: endpoints/* endpoints */.v.createPipeline(apiUrl, call.project),
                headers: { ...authorized, ...json },
                body: creationBody(call),
                signal,
                read: (schemas) => schemas.readCreatedPipeline,
            });
        },
        fetchPipeline: async (call, signal) => completed(call, await reading('READ_PIPELINES', (headers) => {
            const url = endpoints/* endpoints */.v.pipeline(apiUrl, call.project, call.pipelineId);
            return run({
                method: 'GET',
                ...freshly({ url, headers }, call.fresh),
                signal,
                read: complete_pipeline_readingOf(call),
            });
        }), signal),
        fetchProject: async ({ project }, signal) => get(endpoints/* endpoints */.v.project(apiUrl, project), signal, (schemas) => schemas.readProject),
        listPipelines: async ({ project, filters, fresh }, signal) => {
            const url = endpoints/* endpoints */.v.pipelines(apiUrl, project, filters);
            const read = readingListOf(project);
            const reply = await reading('READ_PIPELINES', (headers) => run({ method: 'GET', ...freshly({ url, headers }, fresh), signal, read }));
            if (reply.kind !== 'ok')
                return reply;
            const known = { address: project, apiUrl };
            const { fit, unfit } = (0,pipeline/* partedEntries */.vg)(reply.value);
            return { ...reply, value: fit.map((pipeline) => completePipeline(pipeline, known)), unfit };
        },
        fetchJobs: async ({ project, pipelineId, fresh }, signal) => reading('READ_JOBS', (plainHeaders) => {
            const first = { url: endpoints/* endpoints */.v.jobs(apiUrl, project, pipelineId), headers: plainHeaders };
            const { url, headers } = freshly(first, fresh);
            return getPages(url, signal, (schemas) => readingJobsOf(pipelineId, schemas.readJobs), headers);
        }),
        peekJobs: async ({ project, pipelineId }, signal) => reading('READ_JOBS', (headers) => {
            const url = endpoints/* endpoints */.v.jobs(apiUrl, project, pipelineId);
            url.searchParams.set('per_page', '1');
            return run({ method: 'GET', url, headers, signal, read: (schemas) => schemas.readJobs });
        }),
        fetchBridges: createTriggerJobReader(async (route, { project, pipelineId, fresh }, signal) => reading('READ_PIPELINES', (plainHeaders) => {
            const urlOf = route === 'bridges' ? endpoints/* endpoints */.v.bridges : endpoints/* endpoints */.v.triggerJobs;
            const first = { url: urlOf(apiUrl, project, pipelineId), headers: plainHeaders };
            const { url, headers } = freshly(first, fresh);
            return getPages(url, signal, (schemas) => readingJobsOf(pipelineId, schemas.readBridges), headers);
        })),
        fetchCommitStatuses: async ({ project, ...pipeline }, signal) => {
            const { readCommitStatuses } = await Promise.all(/* import() */[__nccwpck_require__.e(8395), __nccwpck_require__.e(5363)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5363));
            return getPages(endpoints/* endpoints */.v.commitStatuses(apiUrl, project, pipeline), signal, () => readCommitStatuses);
        },
        cancelPipeline: async (call, signal) => completed(call, await post(endpoints/* endpoints */.v.cancelPipeline(apiUrl, call.project, call.pipelineId), signal, complete_pipeline_readingOf(call)), signal),
        playJob: async ({ project, jobId }, signal) => post(endpoints/* endpoints */.v.playJob(apiUrl, project, jobId), signal, (schemas) => schemas.readJob),
        fetchVariables: async ({ project, pipelineId }, signal) => {
            const url = endpoints/* endpoints */.v.variables(apiUrl, project, pipelineId);
            const read = (schemas) => schemas.readVariables;
            const reply = await get(url, signal, read);
            if (reply.kind !== 'ok')
                return reply;
            const { fit, unfit } = (0,pipeline/* partedEntries */.vg)(reply.value);
            return { ...reply, value: fit, unfit };
        },
        fetchTestSummary: async ({ project, pipelineId }, signal) => get(endpoints/* endpoints */.v.testSummary(apiUrl, project, pipelineId), signal, (schemas) => schemas.readTestTotals),
        fetchTestReport: async ({ project, pipelineId }, signal) => get(endpoints/* endpoints */.v.testReport(apiUrl, project, pipelineId), signal, (schemas) => schemas.readTestReport),
        streamTrace: async ({ project, jobId, fromByte }, sink, signal) => {
            const url = endpoints/* endpoints */.v.trace(apiUrl, { project, jobId, fromByte });
            return streamJobLog(runner, { url, headers: authorized, sink, signal });
        },
        fetchArtifactFile: async ({ maxBytes, ...file }, signal) => {
            const url = endpoints/* endpoints */.v.artifactFile(apiUrl, file);
            const chunks = [];
            const sink = { begin: () => undefined, write: (chunk) => void chunks.push(chunk), maxBytes };
            const reply = await reading('READ_JOBS', (headers) => streamArtifact(runner, { url, headers, sink, signal }));
            return reply.kind === 'ok' ? { ...reply, value: Buffer.concat(chunks) } : reply;
        },
        streamArtifactFile: async (file, sink, signal) => reading('READ_JOBS', (headers) => {
            const url = endpoints/* endpoints */.v.artifactFile(apiUrl, file);
            return streamArtifact(runner, { url, headers, sink, signal });
        }),
        streamArchive: async ({ project, jobId, rest }, sink, signal) => reading('READ_JOBS', (headers) => {
            const url = endpoints/* endpoints */.v.artifacts(apiUrl, project, jobId);
            return streamArtifact(runner, { url, headers, rest, sink, signal });
        }),
    };
}
/** Names in lower case, so that one of ours replaces the user's and never stands beside it. */
function headersFor(connection) {
    // Entries and not assignments: `__proto__` is a name that a header may have.
    const headers = Object.fromEntries(connection.requestHeaders.map(({ name, value }) => [name.toLowerCase(), value.reveal()]));
    return { ...headers, accept: 'application/json' };
}

;// CONCATENATED MODULE: ./out/bundle/gitlab/connect.js




/** @throws {InputError} when the environment does not allow it: `checkWay`. */
function openGitLab({ clock, environment, createTransport, redact }, connection, accessToken, jobToken) {
    checkWay(environment, connection.apiUrl);
    const transport = (0,http_headers/* withRedactedAnswers */.eu)(createTransport({ clock, caCertificate: connection.caCertificate, environment }), redact);
    return {
        gitlab: createGitLabClient({ transport, clock }, { connection, accessToken, jobToken }),
        close: () => transport.close(),
    };
}
/** @throws {InputError} when the environment names a proxy for this address that would be passed over in silence, or has Node print what is sent. */
function checkWay(environment, url) {
    const parts = (0,proxy/* debugsRequests */.Xk)(environment);
    if (parts.length > 0) {
        throw new errors/* InputError */.dz({
            code: 'invalid_input',
            what: `NODE_DEBUG names ${parts.join(', ')}: Node would print tokens`,
            why: 'With it Node prints the headers of requests, which have the tokens in them, into the log.',
            hint: 'Take it out of the environment of this step, or leave these parts out of it. To see more of a run, switch on the debugging of the CI.',
        });
    }
    const problem = (0,proxy/* proxyProblem */.wS)(environment, url);
    if (problem === undefined)
        return;
    const { variable, why, hint } = problem;
    throw new errors/* InputError */.dz({ code: 'invalid_input', what: `${variable} cannot be used: ${why}`, hint });
}


/***/ }),

/***/ 5555:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ endpoints)
/* harmony export */ });
/**
 * The URLs of the API, all below `apiUrl` (which ends in a slash, and may have a path in front for servers with a relative root).
 * They throw a `RangeError` on an id that is not a positive integer and on a path that would lead out of `projects/`.
 */
const endpoints = {
    triggerPipeline: (apiUrl, project) => below(apiUrl, project, 'trigger/pipeline'),
    createPipeline: (apiUrl, project) => below(apiUrl, project, 'pipeline'),
    project: (apiUrl, project) => below(apiUrl, project, ''),
    pipeline: (apiUrl, project, pipelineId) => below(apiUrl, project, `pipelines/${checkedId(pipelineId)}`),
    pipelines: (apiUrl, project, filters) => {
        const url = below(apiUrl, project, 'pipelines');
        url.search = queryOf(filters).toString();
        return url;
    },
    jobs: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, `jobs?include_retried=true&per_page=${largestPage}`),
    bridges: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, `bridges?per_page=${largestPage}`),
    /** The same list by the name that 19.2 gave it. */
    triggerJobs: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, `trigger_jobs?per_page=${largestPage}`),
    commitStatuses: (apiUrl, project, { sha, pipelineId }) => {
        const url = below(apiUrl, project, `repository/commits/${nameSegment(sha)}/statuses`);
        url.search = `pipeline_id=${checkedId(pipelineId)}&per_page=${largestPage}`;
        return url;
    },
    cancelPipeline: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, 'cancel'),
    variables: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, 'variables'),
    testSummary: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, 'test_report_summary'),
    testReport: (apiUrl, project, pipelineId) => ofPipeline({ apiUrl, project, pipelineId }, 'test_report'),
    playJob: (apiUrl, project, jobId) => below(apiUrl, project, `jobs/${checkedId(jobId)}/play`),
    triggerTokens: (apiUrl, project) => below(apiUrl, project, `triggers?per_page=${largestPage}`),
    createTriggerToken: (apiUrl, project) => below(apiUrl, project, 'triggers'),
    triggerToken: (apiUrl, project, triggerId) => below(apiUrl, project, `triggers/${checkedId(triggerId)}`),
    version: (apiUrl) => new URL('version', apiUrl),
    ownToken: (apiUrl) => new URL('personal_access_tokens/self', apiUrl),
    branch: (apiUrl, project, name) => below(apiUrl, project, `repository/branches/${nameSegment(name)}`),
    tag: (apiUrl, project, name) => below(apiUrl, project, `repository/tags/${nameSegment(name)}`),
    lint: (apiUrl, project, { ref, parameter }) => {
        const url = below(apiUrl, project, 'ci/lint');
        url.searchParams.set(parameter, ref);
        return url;
    },
    file: (apiUrl, project, { path, ref }) => {
        const url = below(apiUrl, project, `repository/files/${nameSegment(path)}/raw`);
        url.searchParams.set('ref', ref);
        return url;
    },
    /** `fromByte` counts from 0. */
    trace: (apiUrl, { project, jobId, fromByte }) => {
        if (!Number.isSafeInteger(fromByte) || fromByte < 0)
            throw new RangeError(`a log cannot be read from byte ${fromByte}`);
        const url = below(apiUrl, project, `jobs/${checkedId(jobId)}/trace`);
        if (fromByte > 0)
            url.searchParams.set('byte_offset', String(fromByte));
        return url;
    },
    artifacts: (apiUrl, project, jobId) => below(apiUrl, project, `jobs/${checkedId(jobId)}/artifacts`),
    artifactFile: (apiUrl, { project, jobId, path }) => below(apiUrl, project, `jobs/${checkedId(jobId)}/artifacts/${encodedPath(path)}`),
};
/** A URL would drop dots in place of a name, and lead elsewhere. */
function encodedPath(path) {
    const names = path.split('/');
    if (names.some((name) => /^\.{0,2}$/.test(name)) || /[\0\p{Surrogate}]/u.test(path)) {
        throw new RangeError('a path in artifacts has names between its slashes');
    }
    return names.map(encodeURIComponent).join('/');
}
/** GitLab gives no more items than this in a page. */
const largestPage = 100;
function ofPipeline(pipeline, rest) {
    return below(pipeline.apiUrl, pipeline.project, `pipelines/${checkedId(pipeline.pipelineId)}/${rest}`);
}
function below(apiUrl, project, rest) {
    const path = `projects/${segmentOf(project)}${rest === '' ? '' : `/${rest}`}`;
    return new URL(path, apiUrl);
}
/** One path segment: the slashes of a project's path become `%2F`, once. */
function segmentOf(project) {
    if (project.kind === 'id')
        return checkedId(project.id);
    if (/^\.{0,2}$/.test(project.path))
        throw new RangeError('a project path cannot be empty or only dots');
    return encodeURIComponent(project.path);
}
/** One path segment of a name that may have slashes. */
function nameSegment(name) {
    if (/^\.{0,2}$/.test(name))
        throw new RangeError('a name cannot be empty or only dots');
    return encodeURIComponent(name);
}
function checkedId(id) {
    if (!Number.isSafeInteger(id) || id < 1)
        throw new RangeError(`an id has to be a positive integer, got ${id}`);
    return String(id);
}
/** Times end in `Z`: GitLab drops a zone such as `+02:00` without a word when the plus sign gets lost. */
function queryOf(filters) {
    const parameters = {
        ref: filters.ref,
        sha: filters.sha,
        source: filters.source,
        status: filters.status,
        username: filters.username,
        name: filters.name,
        created_after: timeOf(filters.createdAfterMs),
        updated_after: timeOf(filters.updatedAfterMs),
        order_by: filters.orderBy,
        sort: filters.sort,
        per_page: filters.perPage === undefined ? undefined : String(filters.perPage),
    };
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters))
        if (value !== undefined)
            query.set(name, value);
    return query;
}
function timeOf(epochMs) {
    return epochMs === undefined ? undefined : new Date(epochMs).toISOString();
}


/***/ }),

/***/ 7081:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ describeReply),
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   a2: () => (/* binding */ describeRefusal),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* unused harmony exports describeFault, reasonOf */
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4810);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3236);
/* harmony import */ var _oldest_release_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(779);
/* harmony import */ var _response_meaning_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9773);
/* harmony import */ var _token_hints_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5704);






/** Says for people what a fault on the way means and what can be done about it. */
function describeFault(fault) {
    const why = fault.message;
    switch (fault.kind) {
        case 'name':
            return {
                code: 'name_not_resolved',
                why,
                hint: 'Check gitlab_url for a typing error, and that this machine uses the DNS that knows the host.',
            };
        case 'refused':
            return {
                code: 'connection_refused',
                why,
                hint: 'Check host and port of gitlab_url, and that no firewall stands between this machine and GitLab.',
            };
        case 'tls':
            return {
                code: 'tls_failed',
                why,
                hint: 'If GitLab uses a certificate of your own authority, give that authority in ca_certificate; also check that gitlab_url names the host as the certificate does.',
            };
        case 'proxy':
            return {
                code: 'proxy_failed',
                why,
                hint: why.includes('it answered 407')
                    ? 'Check user name and password in https_proxy or http_proxy; special characters in them have to be percent-encoded.'
                    : 'Check https_proxy and http_proxy, or list the host of gitlab_url in no_proxy if it is reached directly.',
            };
        case 'reset':
        case 'truncated':
            return {
                code: 'connection_lost',
                why,
                hint: 'Try again; if it happens often, look at the proxies and gateways between this machine and GitLab.',
            };
        case 'timeout':
            return {
                code: 'request_timeout',
                why,
                hint: 'Check that GitLab is up and reachable from this machine; a slow one may need a longer request_timeout.',
            };
        case 'too_large':
            return {
                code: 'response_too_large',
                why,
                hint: 'Check that gitlab_url leads to GitLab itself and not to a file server or a proxy.',
            };
    }
}
/**
 * Says for people what a refusal of any call means; calls with refusals of their own look at those first. The server's own words come first
 * in `why`, then its request id.
 */
function describeRefusal(refusal) {
    const code = codeOf(refusal);
    return { code, why: reasonOf(refusal), hint: specialHintOf(refusal, code) ?? hintOf(code) };
}
/** `GitLab answered 403: words; more words (request id abc)`. */
function reasonOf({ status, speaker, shape, texts, elsewhere, location, hints }) {
    const isStorage = elsewhere !== undefined && location === undefined;
    const server = isStorage
        ? `${elsewhere}, where GitLab keeps the file,`
        : speaker === 'gitlab'
            ? 'GitLab'
            : 'The server';
    const who = shape === 'html' ? `The server answered ${status} with a page` : `${server} answered ${status}`;
    const words = texts.length === 0 ? '' : `: ${texts.join('; ')}`;
    const target = location === undefined ? '' : ` (to ${location})`;
    const requestId = hints.requestId === undefined ? '' : ` (request id ${hints.requestId})`;
    return `${who}${words}${target}${requestId}`;
}
function codeOf(refusal) {
    switch (refusal.speaker) {
        case 'gitlab':
            return codeOfGitLab(refusal);
        case 'storage':
            return refusal.status >= 500 ? 'server_error' : codeOfBusy(refusal.status, 'storage_refused');
        case 'stranger':
            return codeOfStranger(refusal.status);
    }
}
function codeOfGitLab(refusal) {
    const { status, about, shape, texts, oauthError } = refusal;
    const says = (pattern) => texts.some((text) => pattern.test(text));
    if (about === 'maintenance')
        return 'maintenance';
    if (status >= 300 && status < 400)
        return says(/moved permanently to/i) ? 'project_moved' : 'redirected';
    if (status >= 500 || about === 'git_busy')
        return 'server_error';
    switch (status) {
        case 401:
            return 'unauthorized';
        case 403:
            if (oauthError !== undefined && /^insufficient_(?:granular_)?scope$/.test(oauthError)) {
                return 'insufficient_scope';
            }
            return says(/read-only instance/) ? 'read_only_instance' : 'forbidden';
        case 404:
            return shape === 'error' ? 'route_not_found' : 'not_found';
        case 405:
            return says(/moved projects/i) ? 'project_moved' : 'request_refused';
        case 409:
            return 'resource_locked';
        default:
            return codeOfBusy(status, 'request_refused');
    }
}
function codeOfStranger(status) {
    if (status >= 300 && status < 400)
        return 'redirected';
    if (status >= 500)
        return 'server_error';
    return codeOfBusy(status, status === 413 || status === 414 ? 'request_too_large' : 'not_gitlab');
}
function codeOfBusy(status, otherwise) {
    if (status === 429)
        return 'rate_limited';
    return status === 408 || status === 425 ? 'server_error' : otherwise;
}
const hints = {
    project_moved: 'Use the new path of the project, or better its numeric id, which never changes.',
    redirected: 'Set gitlab_url to the address that GitLab itself uses: https, right host, right path.',
    storage_refused: 'Check that this machine may reach that server, over https if GitLab is reached over https, and that its clock is right: signed links expire. GitLab hands artifacts out itself when proxy_download is on.',
    rate_limited: 'Wait a minute; ask less often (poll_interval), or have the limit of the server raised.',
    maintenance: 'Wait until the maintenance is over and run the step again.',
    read_only_instance: 'This GitLab takes no changes: it is a copy (a secondary site of Geo), or was made read-only. Waiting does not help: set gitlab_url to the address of the primary.',
    server_error: 'Run the step again later; an administrator of GitLab finds the cause in the logs by the request id.',
    not_gitlab: 'Check gitlab_url. If a gateway or single sign-on stands in front, let the API pass or set request_headers.',
    request_too_large: 'The request is too large for a server in front of GitLab: give fewer or shorter variables and inputs, or have the limit of that server raised.',
    unauthorized: 'Give an access_token with the scope read_api, and check that it has neither expired nor been revoked.',
    insufficient_scope: 'Use an access_token with the scope read_api, or api to cancel and to play.',
    forbidden: 'Give the user behind the access_token a higher role in the project, or check the IP restrictions of the group.',
    not_found: 'Check project_id and the id of the pipeline; a private project needs an access_token of a member, and a fine-grained one must cover the project.',
    route_not_found: 'Check the path in gitlab_url, or use the numeric project_id: a proxy may have decoded the slashes.',
    resource_locked: 'Run the step again in a moment.',
};
function specialHintOf(refusal, code) {
    const { speaker, hints } = refusal;
    if (isLostRoute(refusal))
        return lostRouteHint;
    if (code === 'rate_limited')
        return waitHint(hints.retryAfterMs, speaker);
    return speaker === 'gitlab' ? ((0,_token_hints_js__WEBPACK_IMPORTED_MODULE_3__/* .granularHint */ .gj)(refusal) ?? (0,_token_hints_js__WEBPACK_IMPORTED_MODULE_3__/* .jobTokenHint */ .Er)(refusal)) : undefined;
}
/** What a proxy that decodes slashes makes of a path: something in front of GitLab, or a page of GitLab itself, does not know it. */
function isLostRoute({ status, speaker, shape }) {
    return status === 404 && speaker === 'stranger' && shape === 'html';
}
const lostRouteHint = 'Check gitlab_url and the path in it. If they are right, a proxy on the way may have decoded the slashes: give the numeric project_id instead of the path.';
const shortWaitMs = 90_000;
/** A server that wants more than a minute of patience says how much. */
function waitHint(retryAfterMs, speaker) {
    const whose = speaker === 'gitlab' ? 'the limit of the server' : 'the limit of the server in front of GitLab';
    if (retryAfterMs === undefined || retryAfterMs <= shortWaitMs) {
        return speaker === 'gitlab'
            ? undefined
            : `Wait a minute; ask less often (poll_interval), or have ${whose} raised.`;
    }
    return `Wait for ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(retryAfterMs)}, as the server asks, and run the step again; or have ${whose} raised.`;
}
function hintOf(code) {
    return (hints[code] ??
        'The words of GitLab say what it did not accept; check the inputs of the step against them.');
}
/** Says for people why a call did not give what was asked. */
function describeReply(reply) {
    switch (reply.kind) {
        case 'fault':
            return describeFault(reply.fault);
        case 'refused':
            return describeRefusal(reply.refusal);
        case 'unreadable':
            if (reply.tooOld === true)
                return { code: 'gitlab_too_old', why: reply.why, hint: _oldest_release_js__WEBPACK_IMPORTED_MODULE_4__/* .tooOldHint */ .t$ };
            return {
                code: 'not_gitlab',
                why: `The server answered ${reply.status}, but ${reply.why}`,
                hint: 'Check gitlab_url. If a gateway or single sign-on stands in front of GitLab, let the API pass or set request_headers.',
            };
    }
}
/**
 * The error to throw for a call that failed for good; `what` names the operation and its target (`Reading pipeline 7 of group/app`).
 * Refused when GitLab would say the same again, unreachable for everything else.
 */
function errorOf(reply, { what }) {
    const parts = { what, ...describeReply(reply), cause: reply.kind === 'fault' ? reply.fault : undefined };
    return (0,_response_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .dg)(reply) ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreachableError */ .Jk(parts) : new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk(parts);
}
/** What went wrong with a look. */
function failureOf(reply) {
    const { why } = describeReply(reply);
    switch (reply.kind) {
        case 'refused': {
            const { status, hints } = reply.refusal;
            return { why, status, retryAfterMs: hints.retryAfterMs };
        }
        case 'unreadable':
            return { why, status: reply.status, retryAfterMs: reply.hints.retryAfterMs };
        case 'fault':
            return { why };
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .x)(reply);
    }
}


/***/ }),

/***/ 779:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HT: () => (/* binding */ hasNone),
/* harmony export */   Yo: () => (/* binding */ tooOld),
/* harmony export */   t$: () => (/* binding */ tooOldHint),
/* harmony export */   zs: () => (/* binding */ oldestRelease)
/* harmony export */ });
/** The oldest GitLab that is supported, as major and minor. */
const oldestRelease = [13, 0];
const tooOldHint = `Update GitLab to ${oldestRelease.join('.')} or later, which is the oldest that is supported.`;
/** The body of a release that cannot be followed; `what` (`pipelines`) came without their address until 11.2. */
function tooOld(what) {
    return {
        kind: 'unfit',
        why: `This GitLab is older than 11.2: it tells no web_url of its ${what}`,
        tooOld: true,
    };
}
/** Whether an object has none of the members; null counts as none. */
function hasNone(body, ...names) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        return false;
    const members = new Map(Object.entries(body));
    return names.every((name) => (members.get(name) ?? undefined) === undefined);
}


/***/ }),

/***/ 9773:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   dg: () => (/* binding */ isTransient)
/* harmony export */ });
/* unused harmony exports meanings, lookUp */
/** What makes something: a second one is a second one. */
const creations = ['start', 'create_token'];
/** What may be asked for again. */
const repeatable = ['poll', 'cancel', 'log', 'artifact'];
const all = [...creations, ...repeatable];
/** What GitLab says before any work. */
const beforeWork = ['throttle', 'maintenance', 'minute_full', 'git_busy'];
/**
 * What an answer means, by the kind of call, who gave it and with which status; the first row that fits. That nothing was done rests on a connection that never
 * carried the request, or on words that only GitLab says; what a stranger says tells nothing of what GitLab did, or of what it knows.
 */
const meanings = [
    { calls: creations, by: 'nobody', on: ['never_sent'], meaning: 'not_done' },
    { calls: creations, by: 'nobody', on: ['kept_out'], meaning: 'final' },
    { calls: creations, by: 'nobody', on: ['lost'], meaning: 'uncertain' },
    { calls: repeatable, by: 'nobody', on: 'anything', meaning: 'passing' },
    { calls: all, by: 'gitlab', on: [[200, 299]], meaning: 'done' },
    { calls: creations, by: 'gitlab', on: 'anything', about: beforeWork, meaning: 'not_done' },
    { calls: creations, by: 'gitlab', on: [[400, 499]], meaning: 'final' },
    { calls: creations, by: 'gitlab', on: 'anything', meaning: 'uncertain' },
    { calls: creations, by: 'stranger', on: 'anything', meaning: 'uncertain' },
    { calls: creations, by: 'storage', on: 'anything', meaning: 'uncertain' },
    { calls: repeatable, by: 'gitlab', on: 'anything', about: beforeWork, meaning: 'passing' },
    { calls: ['cancel'], by: 'gitlab', on: [[409, 409]], meaning: 'passing' },
    {
        calls: repeatable,
        by: 'gitlab',
        on: [
            [408, 408],
            [425, 425],
            [429, 429],
            [500, 599],
        ],
        meaning: 'passing',
    },
    { calls: repeatable, by: 'gitlab', on: 'anything', meaning: 'final' },
    {
        calls: repeatable,
        by: 'storage',
        on: [
            [408, 408],
            [425, 425],
            [429, 429],
            [500, 599],
        ],
        meaning: 'passing',
    },
    { calls: repeatable, by: 'storage', on: 'anything', meaning: 'final' },
    { calls: repeatable, by: 'stranger', on: 'anything', meaning: 'passing' },
];
/** The only place that decides what may be believed, repeated or waited out. A GitLab that is too old is so tomorrow; only what reads can tell. */
function meaningOf(call, reply) {
    if (reply.kind === 'unreadable' && reply.tooOld === true)
        return 'final';
    return lookUp(call, factsOf(reply));
}
/** What the table says; what no row knows is open for what makes something, and passes for everything else. */
function lookUp(call, { by, on, about }) {
    const row = meanings.find((each) => each.calls.includes(call) &&
        each.by === by &&
        (each.about === undefined || (about !== undefined && each.about.includes(about))) &&
        (each.on === 'anything' || each.on.some((stretch) => isIn(stretch, on))));
    return row?.meaning ?? (creations.includes(call) ? 'uncertain' : 'passing');
}
function isIn(stretch, on) {
    if (typeof stretch === 'string' || typeof on === 'string')
        return stretch === on;
    const [from, to] = stretch;
    return on >= from && on <= to;
}
function factsOf(reply) {
    return reply.kind === 'ok' ? { by: 'gitlab', on: 200 } : factsOfFailure(reply);
}
function factsOfFailure(reply) {
    switch (reply.kind) {
        case 'fault': {
            const { reached, message } = reply.fault;
            if (reached === 'maybe')
                return { by: 'nobody', on: 'lost' };
            // A wrong password is not tried again: proxies lock accounts for that.
            return { by: 'nobody', on: message.includes('answered 407') ? 'kept_out' : 'never_sent' };
        }
        case 'refused': {
            const { speaker, status, about } = reply.refusal;
            return { by: speaker, on: status, about };
        }
        case 'unreadable':
            return { by: 'stranger', on: reply.status };
    }
}
/**
 * Whether the same request may well succeed a little later, as the table of meanings has it: true for everything that came from the way there, from a stranger or from
 * a server in trouble; false for what GitLab itself would say again. Not meant for requests that make something.
 */
function isTransient(reply, call = 'poll') {
    return meaningOf(call, reply) === 'passing';
}


/***/ }),

/***/ 5704:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ jobTokenHint),
/* harmony export */   Ln: () => (/* binding */ expiredTokenFact),
/* harmony export */   ML: () => (/* binding */ jobTokenReadHint),
/* harmony export */   gj: () => (/* binding */ granularHint)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);

const firstGroup = ({ texts }, pattern) => {
    const found = texts.map((text) => pattern.exec(text)?.[1]).find((group) => group !== undefined);
    return found === undefined ? undefined : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(found, 200);
};
/**
 * What to do about a 403 `insufficient_granular_scope`, naming the permission that GitLab names; `undefined` for every other refusal. An access token of the old
 * kind meets it, too, where a GitLab enforces fine-grained ones: its scopes do not help there.
 * @see GitLab 19.3; the permissions stand in docs/tokens.md
 */
function granularHint(refusal) {
    if (refusal.oauthError !== 'insufficient_granular_scope')
        return undefined;
    const named = firstGroup(refusal, /permissions?: \[([^[\]]{1,400})\]/);
    const permission = named === undefined ? 'the permission that GitLab names above' : `the permission ${named}`;
    const isRequired = refusal.texts.some((text) => /requires a fine-grained (?:personal )?access token/i.test(text));
    return isRequired
        ? `Use a fine-grained access_token that covers the project and has ${permission}: an access token of the old kind is refused here, whatever its scopes, and a fine-grained one that meets this lacks the permission.`
        : `The access_token is a fine-grained one, and lacks a permission: give it ${permission}.`;
}
/** What to do about a refusal that is about a CI job token; `undefined` for every other one. */
function jobTokenHint(refusal) {
    if (refusal.texts.some((text) => /Authentication by CI\/CD job token not allowed/i.test(text))) {
        return `Add the project of the job to the allowlist of the target project (${jobTokenPage}).`;
    }
    const named = firstGroup(refusal, /token permission is required: (\w{1,100})/i);
    return named === undefined
        ? undefined
        : `Give the project of the job the permission ${named} in the target project (${jobTokenPage}).`;
}
/** What to do when a job token may not read the pipelines or the jobs of a project. */
function jobTokenReadHint(refusal) {
    return (`${jobTokenHint(refusal) ?? `A CI_JOB_TOKEN reads pipelines in a recent GitLab only (19.1 does it, 18.0 and older do not), and only if the target project lets it: the project of the job on its allowlist (${jobTokenPage}), with read_pipelines and read_jobs where permissions are chosen, and a user of the job who may see them.`} ` +
        'Else give an access_token with the scope read_api as well.');
}
const jobTokenPage = 'Settings > CI/CD > Job token permissions';
/**
 * What expiry does to a trigger token, in words for people.
 * @see GitLab 19.3, `app/models/ci/trigger.rb`, `app/workers/ci/delete_expired_trigger_token_worker.rb`; no test of GitLab's says it, and no page of its documentation.
 */
const expiredTokenFact = "By GitLab's source (19.3), an expired token still starts pipelines until GitLab deletes it, 30 days later, and can meanwhile be neither listed, shown nor deleted.";


/***/ }),

/***/ 3559:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  githubActionsHost: () => (/* binding */ githubActionsHost),
  githubLikeHost: () => (/* binding */ githubLikeHost),
  githubOutputs: () => (/* binding */ githubOutputs),
  withoutCommands: () => (/* binding */ withoutCommands)
});

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/core.js
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
  ExitCode: () => (ExitCode),
  addPath: () => (addPath),
  debug: () => (debug),
  endGroup: () => (endGroup),
  error: () => (error),
  exportVariable: () => (exportVariable),
  getBooleanInput: () => (getBooleanInput),
  getIDToken: () => (getIDToken),
  getInput: () => (getInput),
  getMultilineInput: () => (getMultilineInput),
  getState: () => (getState),
  group: () => (group),
  info: () => (info),
  isDebug: () => (isDebug),
  markdownSummary: () => (markdownSummary),
  notice: () => (notice),
  platform: () => (platform_namespaceObject),
  saveState: () => (saveState),
  setCommandEcho: () => (setCommandEcho),
  setFailed: () => (setFailed),
  setOutput: () => (setOutput),
  setSecret: () => (setSecret),
  startGroup: () => (startGroup),
  summary: () => (summary),
  toPlatformPath: () => (toPlatformPath),
  toPosixPath: () => (toPosixPath),
  toWin32Path: () => (toWin32Path),
  warning: () => (warning)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(4942);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new lib/* HttpClient */.Qq('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./scripts/exec-stub/index.js
/** Throws when somebody asks for what we left out: only `platform.getDetails` of @actions/core does. */
function getExecOutput() {
  throw new Error('@actions/exec is left out of this bundle; read what you need from node:os');
}

;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
// EXTERNAL MODULE: ./out/bundle/hosts/console-host.js
var console_host = __nccwpck_require__(4855);
// EXTERNAL MODULE: ./out/bundle/hosts/neutralize.js
var neutralize = __nccwpck_require__(666);
// EXTERNAL MODULE: ./out/bundle/hosts/outputs.js
var outputs = __nccwpck_require__(9107);
// EXTERNAL MODULE: ./out/bundle/hosts/redaction/redaction.js + 6 modules
var redaction_redaction = __nccwpck_require__(436);
// EXTERNAL MODULE: ./out/bundle/hosts/system.js
var system = __nccwpck_require__(2948);
// EXTERNAL MODULE: ./out/bundle/hosts/adapters/github-context.js
var github_context = __nccwpck_require__(749);
;// CONCATENATED MODULE: ./out/bundle/hosts/adapters/github-actions.js











// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
/** The outputs of a step of GitHub's kind: added to the file that the runner has made for them, whatever kind of file that is. */
function githubOutputs() {
    return {
        audience: 'later_steps',
        carry: ({ name, value }) => {
            append(recordOf(name, value));
            return outputs/* taken */.uU;
        },
        check: () => append(''),
    };
}
/** @throws {Error} when the runner has made no file, or it cannot be written whole. */
function append(text) {
    const { GITHUB_OUTPUT: path = '' } = process.env;
    if (path === '')
        throw new Error('GITHUB_OUTPUT is not set');
    if (!(0,external_node_fs_.existsSync)(path))
        throw new Error('the file that GITHUB_OUTPUT names does not exist');
    (0,system/* appendText */.IM)(path, text);
}
/** The delimiter is one that no value can hold. */
function recordOf(name, value) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    return [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL);
}
// GitHub Actions, and the runners that speak its language.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
/** A step run by a GitHub runner: inputs from `INPUT_…`, outputs and state through the runner's files, everything said on standard output. */
function githubActionsHost() {
    return githubLikeHost((0,github_context/* flavourIn */.x8)(process.env));
}
/** A step of one of the CIs whose runners speak the language of GitHub's. */
function githubLikeHost(flavour) {
    const redaction = (0,redaction_redaction.createRedaction)();
    const shown = (text) => (0,base_text/* withoutInvisible */.OT)(redaction.apply(text));
    const plain = (text) => withoutCommands(shown(text));
    const warnOnce = (0,console_host/* sayOnce */.N)((text) => info(plain(text)));
    return {
        name: flavour.name,
        inputs: { read: (name) => getInput(name, { trimWhitespace: false }) },
        log: {
            info: (text) => info(plain(text)),
            debug: (text) => debug(shown(text)),
            warning: (text) => warning(shown(text)),
            error: (text) => error(shown(text)),
            group: (title, lines) => {
                startGroup(plain(title));
                for (const line of lines)
                    info(plain(line));
                endGroup();
            },
            finding: ({ level, title, message, file, line }) => {
                const properties = {
                    title: shown(title),
                    ...(file === undefined ? {} : { file: shown(file) }),
                    ...(file === undefined || line === undefined ? {} : { startLine: line }),
                };
                // Foreign, and its lines are shown in the log as they are.
                core_namespaceObject[level](plain(message), properties);
            },
        },
        masker: (0,redaction_redaction.maskerOf)(redaction, (forms) => {
            for (const form of forms)
                setSecret(form);
        }),
        outputs: (0,outputs/* outputSink */.vS)({
            carriers: [githubOutputs()],
            holdsSecret: () => false,
            warnOnce,
        }),
        summary: {
            write: (markdown) => Promise.resolve(appendSummary(redaction.applyToMarkdown(markdown)) || flavour.reports === 'ignored'),
        },
        context: () => (0,github_context/* callerContextOf */.y0)({ environment: process.env, flavour }, eventOf(process.env.GITHUB_EVENT_PATH)),
        state: {
            save: (key, value) => {
                try {
                    saveState(key, value);
                }
                catch {
                    warnOnce('Nothing can be saved for the end of the job: if this step is killed, its pipeline goes on.');
                }
            },
            load: (key) => getState(key) || undefined,
        },
    };
}
/** `core.summary` would remember a file that it found once, and say nothing when there is none. */
function appendSummary(markdown) {
    try {
        (0,system/* appendText */.IM)(process.env.GITHUB_STEP_SUMMARY ?? '', `${markdown}\n`);
        return true;
    }
    catch {
        return false;
    }
}
/** The event that started the workflow; `undefined` when its file cannot be read. */
function eventOf(path) {
    try {
        return path === undefined ? undefined : JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
const commandLine = new RegExp(`^([\\s\\u0085]*)${base_text/* hostCommands */.v7.colons.source}`);
/**
 * Text in which the runner finds no command: it takes `::name::` at the start of a line (after white space, to which .NET counts U+0085) and `##[name]` anywhere,
 * and it ends lines at CR as well as at LF.
 */
function withoutCommands(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(commandLine, `$1:${neutralize/* wedge */.JF}:`).replaceAll(base_text/* hostCommands */.v7.bracketed, `#${neutralize/* wedge */.JF}#`))
        .join('\n');
}


/***/ }),

/***/ 749:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NR: () => (/* binding */ forgejo),
/* harmony export */   nz: () => (/* binding */ gitea),
/* harmony export */   x8: () => (/* binding */ flavourIn),
/* harmony export */   y0: () => (/* binding */ callerContextOf)
/* harmony export */ });
/* unused harmony export github */
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);

/**
 * The context of a run out of the runner's variables and the parsed JSON of its event file; `event` may be any value, and what it lacks is
 * absent, as is everything empty. The actor is the one that the run belongs to (`github.actor`), also when somebody else has re-run it.
 */
function callerContextOf({ environment, flavour }, event) {
    const read = (name) => filled(environment[name]);
    return {
        ci: flavour.name,
        repository: read('GITHUB_REPOSITORY'),
        sha: read('GITHUB_SHA'),
        ref: read('GITHUB_REF'),
        refName: read('GITHUB_REF_NAME'),
        actor: read('GITHUB_ACTOR'),
        event: read('GITHUB_EVENT_NAME'),
        workflow: read('GITHUB_WORKFLOW'),
        job: read('GITHUB_JOB'),
        runId: read('GITHUB_RUN_ID'),
        runAttempt: read('GITHUB_RUN_ATTEMPT'),
        runUrl: runUrlOf(read, flavour),
        followedSha: filled(memberOf(memberOf(event, 'workflow_run'), 'head_sha')),
        followedRef: followedRefOf(event),
        apiUrl: read('GITHUB_API_URL'),
        pullRequest: pullRequestOf(event),
    };
}
function runUrlOf(read, { runVariable }) {
    const server = read('GITHUB_SERVER_URL');
    const repository = read('GITHUB_REPOSITORY');
    const run = read(runVariable);
    if (server === undefined || repository === undefined || run === undefined)
        return undefined;
    return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(server, '/')}/${repository}/actions/runs/${run}`;
}
/** Of the events that tell how another run, or a check, ended: they all belong to the default branch. */
function followedRefOf(event) {
    const suite = memberOf(event, 'check_suite') ?? memberOf(memberOf(event, 'check_run'), 'check_suite');
    const followed = memberOf(event, 'workflow_run') ?? suite;
    const branch = filled(memberOf(followed, 'head_branch'));
    const repository = filled(memberOf(memberOf(followed, 'head_repository'), 'full_name'));
    return branch === undefined || repository === undefined ? branch : `${repository}:${branch}`;
}
/** Of the events of a pull request, of its reviews, and of comments on it; a comment's event tells only number, title and link. */
function pullRequestOf(event) {
    const pullRequest = memberOf(event, 'pull_request');
    if (isObject(pullRequest))
        return describedBy(pullRequest, pullRequest);
    const issue = memberOf(event, 'issue');
    const link = memberOf(issue, 'pull_request');
    return isObject(link) ? describedBy(issue, link) : undefined;
}
function describedBy(description, link) {
    const number = memberOf(description, 'number');
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1)
        return undefined;
    const head = memberOf(description, 'head');
    const base = memberOf(description, 'base');
    return {
        number,
        title: filled(memberOf(description, 'title')) ?? '',
        url: filled(memberOf(link, 'html_url')),
        headRef: filled(memberOf(head, 'ref')),
        headSha: filled(memberOf(head, 'sha')),
        baseRef: filled(memberOf(base, 'ref')),
        fromFork: isFromFork(memberOf(head, 'repo'), memberOf(base, 'repo')),
    };
}
/** A fork that was deleted is `null`, and was one. */
function isFromFork(head, base) {
    const own = filled(memberOf(base, 'full_name'));
    if (own === undefined || head === undefined)
        return undefined;
    return memberOf(head, 'full_name') !== own;
}
/** A text with something in it. */
function filled(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function memberOf(value, name) {
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const github = {
    name: 'GitHub Actions',
    runVariable: 'GITHUB_RUN_ID',
    reports: 'shown',
};
const forgejo = {
    name: 'Forgejo Actions',
    runVariable: 'GITHUB_RUN_NUMBER',
    reports: 'ignored',
};
/** Until its version 1.26, Gitea had the number in the address. */
const gitea = {
    name: 'Gitea Actions',
    runVariable: 'GITHUB_RUN_ID',
    reports: 'ignored',
};
/** The flavour of a process; all set `GITHUB_ACTIONS`, and Forgejo what Gitea sets. */
function flavourIn(environment) {
    if (environment.FORGEJO_ACTIONS === 'true')
        return forgejo;
    return environment.GITEA_ACTIONS === 'true' ? gitea : github;
}


/***/ }),

/***/ 4855:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ sayOnce),
/* harmony export */   k: () => (/* binding */ consoleHost),
/* harmony export */   plainHost: () => (/* binding */ plainHost)
/* harmony export */ });
/* harmony import */ var _neutralize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(666);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9107);
/* harmony import */ var _redaction_redaction_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(436);



/** Says a text the first time, and is silent when it comes again. */
function sayOnce(say) {
    const printed = new Set();
    return (text) => {
        if (!printed.has(text))
            say(text);
        printed.add(text);
    };
}
/**
 * The host that speaks a dialect. Secrets are taken out of everything here, because most CIs cannot hide what a step has got to know; foreign text is
 * cleaned and made harmless here, too.
 */
function consoleHost(means, dialect) {
    const { harmless = unchanged, group = indented, outputs: carriers = [] } = dialect;
    const { warning = titled('Warning'), error = titled('Error'), debug = silent, finding } = dialect;
    const redaction = (0,_redaction_redaction_js__WEBPACK_IMPORTED_MODULE_2__.createRedaction)();
    const read = (name) => {
        const text = means.environment[name];
        return text === '' ? undefined : text;
    };
    const clean = (text) => (0,_neutralize_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(redaction.apply(text)).map(harmless);
    const print = (lines) => {
        if (lines.length > 0)
            means.print(`${lines.join('\n')}\n`);
    };
    const cleanFinding = (given) => ({
        ...given,
        title: clean(given.title).join(' '),
        message: clean(given.message).join('\n'),
        file: given.file === undefined ? undefined : clean(given.file).join(' '),
    });
    return {
        name: dialect.name,
        inputs: dialect.inputs ?? { read: () => undefined },
        log: {
            info: (text) => print(clean(text)),
            debug: (text) => print(debug(clean(text))),
            warning: (text) => print(warning(clean(text))),
            error: (text) => print(error(clean(text))),
            group: (title, lines) => print(group(clean(title).join(' '), lines.flatMap(clean))),
            finding: finding && ((given) => print(finding(cleanFinding(given)))),
        },
        masker: (0,_redaction_redaction_js__WEBPACK_IMPORTED_MODULE_2__.maskerOf)(redaction, (forms) => dialect.mask?.(forms)),
        outputs: (0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputSink */ .vS)({
            carriers,
            holdsSecret: (value) => redaction.apply(value) !== value,
            warnOnce: sayOnce((text) => print(clean(text))),
        }),
        summary: {
            write: (markdown) => {
                try {
                    dialect.summary?.(redaction.applyToMarkdown(markdown));
                    return Promise.resolve(true);
                }
                catch {
                    return Promise.resolve(false);
                }
            },
        },
        // A step that was killed has no second chance but on GitHub and its kind.
        state: { save: () => undefined, load: () => undefined },
        context: () => ({ ci: dialect.name, ...dialect.context?.(read) }),
        hints: dialect.hints?.(read) ?? [],
    };
}
function unchanged(line) {
    return line;
}
function silent() {
    return [];
}
function titled(title) {
    return ([first = '', ...others]) => [`${title}: ${first}`, ...others];
}
function indented(title, lines) {
    return [title, ...lines.map((line) => `  ${line}`)];
}
/** No CI that we know: a terminal, or a CI whose own commands we do not speak. Nobody takes outputs here; they can go to a file. */
function plainHost(means) {
    return consoleHost(means, { name: 'a terminal' });
}


/***/ }),

/***/ 1495:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ withListener),
/* harmony export */   W5: () => (/* binding */ isOutputFile),
/* harmony export */   sq: () => (/* binding */ withOutputFile)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);
/* harmony import */ var _output_files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8866);
/* harmony import */ var _step_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2237);



/**
 * The host, with every output also in a file, written anew as soon as one is known: a reader never sees half of it, and a step that is killed leaves
 * what was known. What an earlier run left there is gone before this one begins; `names` are the outputs that it may have had. What the
 * format cannot carry is said once and left out. A file that holds a secret is for this user only.
 * @throws {InputError} when there can be no such file.
 */
function withOutputFile(host, files, { names, ...file }) {
    const { path, format, prefix } = file;
    const known = new Map();
    const leftOut = new Set();
    const secrecyOf = (text) => (host.masker.redact(text) === text ? 'open' : 'secret');
    const write = (texts) => {
        const secrecy = format === 'files' ? undefined : secrecyOf([...known.values()].join('\n'));
        for (const [place, text] of texts)
            files.replace(place, text, secrecy ?? secrecyOf(text));
    };
    /** Of all files, or of those that an output changes. */
    const textsOf = (changed) => {
        // A file for each output, with its value and nothing else in it.
        if (format === 'files') {
            return new Map(Array.from(changed, (name) => [pathIn(path, name), known.get(name) ?? '']));
        }
        const document = (0,_output_files_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOutputs */ .AH)(format, known);
        for (const { name, why } of document.leftOut) {
            if (leftOut.has(name))
                continue;
            leftOut.add(name);
            host.log.warning(`output_file lacks ${name}: it ${why}, which the format ${format} cannot carry`);
        }
        const left = new Set(document.leftOut.map(({ name }) => name));
        for (const name of leftOut)
            if (!left.has(name))
                leftOut.delete(name);
        return new Map([[path, document.text]]);
    };
    clearOutputs(files, file, { names, write: () => write(textsOf([])) });
    /** Why it could not be written, the last time; by name for the format that has a file for each. */
    const errors = new Map();
    let isPrinted = false;
    const set = (name, value) => {
        host.outputs.set(name, value);
        const fileName = `${prefix}${name}`;
        known.set(fileName, value);
        const key = format === 'files' ? fileName : '';
        try {
            write(textsOf([fileName]));
            errors.delete(key);
        }
        catch (error) {
            errors.set(key, (0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCodeOf */ .h3)(error));
            if (!isPrinted)
                host.log.warning(`output_file could not be written (${(0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCodeOf */ .h3)(error)})`);
            isPrinted = true;
        }
    };
    /** What was written may be gone again, or never have been there: it is read, and put there once more. */
    const settle = () => {
        for (const [place, text] of textsOf(known.keys())) {
            const key = format === 'files' ? place.slice(pathIn(path, '').length) : '';
            try {
                if ((0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(files, place) !== text)
                    write(new Map([[place, text]]));
                errors.delete(key);
            }
            catch (error) {
                errors.set(key, (0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCodeOf */ .h3)(error));
            }
        }
    };
    const isInFile = ({ name }) => {
        const fileName = `${prefix}${name}`;
        return known.has(fileName) && !leftOut.has(fileName) && !errors.has(format === 'files' ? fileName : '');
    };
    return {
        ...host,
        outputs: {
            set,
            lost: async () => {
                const others = (await host.outputs.lost?.()) ?? [];
                settle();
                return others.filter((output) => !isInFile(output));
            },
            fault: () => {
                settle();
                return host.outputs.fault?.() ?? faultOf([...errors]);
            },
        },
    };
}
/** @throws {InputError} when it cannot be done. */
function clearOutputs(files, { path, format, prefix }, { names, write }) {
    if (format !== 'files') {
        (0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .clearPlace */ .xy)(files, { input: 'output_file', path, wanted: 'file' }, write);
        return;
    }
    (0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .clearPlace */ .xy)(files, { input: 'output_file', path, wanted: 'folder' }, (found) => {
        files.makeFolder(path);
        const former = found === 'nothing' ? [] : files.namesIn(path);
        for (const name of former)
            if (isOutputFile(name, { prefix, names }))
                files.remove(pathIn(path, name));
        files.probe(pathIn(path, 'outputs'));
    });
}
/** Whether a file in a folder of outputs is one that a run may have left; which values it had, nobody can tell. */
function isOutputFile(fileName, { prefix, names }) {
    if (!fileName.startsWith(prefix))
        return false;
    const name = fileName.slice(prefix.length);
    return names.includes(name) || /^value_\w+$/.test(name);
}
function faultOf(errors) {
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const [name, why] = first;
    const which = name === '' ? '' : ` (${errors.map(([each]) => each).join(', ')})`;
    return {
        code: 'file_not_written',
        what: `output_file does not hold what it was asked for${which}`,
        why: `It could not be written: ${why}.`,
        hint: 'Check the path, whether this user may write there, and whether there is room.',
    };
}
function pathIn(folder, fileName) {
    return `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(folder, '/')}/${fileName}`;
}
/** The host, with somebody who hears what a step sets and warns of, after the host has, and with whom an output has reached a place. */
function withListener(host, { onOutput, onWarning, hearsWhole }) {
    const { keeps } = host.outputs;
    const heard = new Map();
    return {
        ...host,
        outputs: {
            ...host.outputs,
            keeps: keeps === 'nothing' ? 'no_secrets' : keeps,
            hindrance: (kind) => (kind === 'open' ? undefined : host.outputs.hindrance?.(kind)),
            lost: async () => {
                const others = (await host.outputs.lost?.()) ?? [];
                return others.filter(({ name }) => !hearsWhole(heard.get(name) ?? ''));
            },
            set: (name, value) => {
                host.outputs.set(name, value);
                heard.set(name, value);
                onOutput(name, value);
            },
        },
        log: {
            ...host.log,
            warning: (text) => {
                host.log.warning(text);
                onWarning(text);
            },
        },
    };
}


/***/ }),

/***/ 6517:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ linkOnWay)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/**
 * The first symbolic link on the way to a place: in the folders between the working folder and it, which may have come with a checkout, or at the place itself unless
 * `end` says otherwise. Links above the working folder belong to the machine (`/tmp` of macOS).
 * @throws {Error} when that cannot be told.
 */
function linkOnWay(place, end = 'counts') {
    const target = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(place);
    const below = namesBelow(process.cwd(), target);
    const folders = below
        .slice(0, -1)
        .map((_, index) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(process.cwd(), ...below.slice(0, index + 1)));
    return [...folders, ...(end === 'counts' ? [target] : [])].find(isLink);
}
/** The names that lead from a folder to a place in it; none for a place elsewhere. */
function namesBelow(folder, place) {
    const way = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(folder, place);
    const names = way.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    return way === '' || names[0] === '..' || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(way) ? [] : names;
}
/** On Windows a junction is one, too. */
function isLink(place) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}


/***/ }),

/***/ 666:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   JF: () => (/* binding */ wedge),
/* harmony export */   uK: () => (/* binding */ withoutRisk)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);

/** Invisible, and enough to keep a host from recognising a command. */
const wedge = '\u200b';
/** Colours stay; every other sequence of a terminal loses the control characters that begin and end it. */
const control = /\u001b\[[\d;:]*m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** The lines of a text, ended by LF, CR or both, without what nobody sees and control characters other than tabs and those of colours. */
function linesOf(text) {
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutInvisible */ .OT)(text)
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(control, (found) => (found.endsWith('m') && found.length > 1 ? found : '')));
}
/**
 * A value in which nothing fits `risky`: as it is where nothing did; a JSON object or list with those characters written as `\uXXXX`, which means the
 * same; `undefined` for any other text. `risky` is global, and fits only what stands inside of JSON strings.
 */
function withoutRisk(value, risky) {
    if (value.search(risky) < 0)
        return value;
    if (!isJsonDocument(value))
        return undefined;
    return value.replace(risky, (found) => Array.from(found, jsonEscape).join(''));
}
function isJsonDocument(value) {
    if (!/^[{[]/.test(value))
        return false;
    try {
        JSON.parse(value);
        return true;
    }
    catch {
        return false;
    }
}
function jsonEscape(character) {
    return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join('');
}


/***/ }),

/***/ 8866:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AH: () => (/* binding */ formatOutputs),
/* harmony export */   PV: () => (/* binding */ ownFile),
/* harmony export */   RK: () => (/* binding */ hostFile),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   X3: () => (/* binding */ exportLine),
/* harmony export */   Yx: () => (/* binding */ longestVariableBytes),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   jI: () => (/* binding */ shellFile),
/* harmony export */   p: () => (/* binding */ formerVariables)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9107);
/* harmony import */ var _step_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2237);



/** A file of our own at `path`, written anew with each output: it holds those of the last call and nothing else. */
function ownFile(means, { path, owner, audience, line, limits = {} }) {
    const lines = new Map();
    const write = () => means.writeText(path, Array.from(lines.values()).join(''), owner);
    return {
        audience,
        file: path,
        check: write,
        carry: ({ name, value }) => {
            const next = line(name, value);
            const carried = next === undefined ? _outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .unfit */ .Ri : (0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withinLimits */ .oA)(limits, lines, [name, next]);
            const hadOne = lines.delete(name);
            if (next !== undefined && carried.kind === 'taken')
                lines.set(name, next);
            if (hadOne || carried.kind === 'taken')
                write();
            return carried;
        },
        clear: () => {
            lines.clear();
            try {
                write();
            }
            catch (error) {
                throw means.isThere(path) ? stale(path, (0,_step_files_js__WEBPACK_IMPORTED_MODULE_2__/* .fileCodeOf */ .h3)(error)) : error;
            }
        },
    };
}
/** A later step would take what is in it for ours. */
function stale(path, code) {
    const why = code === 'ELOOP'
        ? 'It is a symbolic link, or leads through one, which may have come with a checkout and is not followed'
        : `The system says ${code}`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: `${path} is there already and cannot be replaced, so nothing was started: later steps would read the outputs of another run in it`,
        why,
        hint: 'Remove it before this step, or let this user write in its folder.',
    });
}
/** A file of the host's, whose path is in `variable`: a line is added for each output, and the last one of a name counts. */
function hostFile({ environment, appendText }, { variable, audience, line, limits }) {
    const append = (text) => {
        const path = environment[variable] ?? '';
        if (path === '')
            throw new Error(`${variable} is not set`);
        appendText(path, text);
    };
    return (0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .carrierTo */ .AQ)({
        audience,
        encode: ({ name, value }) => line(name, value),
        limits,
        put: append,
        check: () => append(''),
    });
}
/**
 * All outputs as one text. A value that comes back from the file comes back as it was; one that the format cannot carry so is left out. Names are
 * letters, digits and underscores.
 */
function formatOutputs(format, outputs) {
    if (format === 'json') {
        return { text: `${JSON.stringify(Object.fromEntries(outputs), null, 2)}\n`, leftOut: [] };
    }
    const entries = Array.from(outputs, ([name, value]) => ({
        name,
        entry: formattedLine[format](name, value),
    }));
    return {
        text: entries.map(({ entry }) => (entry.kind === 'text' ? `${entry.text}\n` : '')).join(''),
        leftOut: entries.flatMap(({ name, entry }) => entry.kind === 'left_out' ? [{ name, why: entry.why }] : []),
    };
}
const formattedLine = {
    dotenv: dotenvLine,
    shell: shellLine,
    properties: (name, value) => ({ kind: 'text', text: `${name}=${propertiesValue(value)}` }),
};
/**
 * `name=value`, and nothing around the value: GitLab's dotenv reports and `docker run --env-file` know neither quotes nor escapes.
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
function dotenvLine(name, value) {
    if (/[\r\n]/.test(value))
        return { kind: 'left_out', why: 'has more than one line' };
    if (value.includes('\0'))
        return { kind: 'left_out', why: 'holds a zero byte' };
    // GitLab takes white space at both ends away.
    if (/^\s|\s$/u.test(value))
        return { kind: 'left_out', why: 'begins or ends with a blank' };
    return { kind: 'text', text: `${name}=${value}` };
}
/**
 * Nothing has a meaning in single quotes but the quote itself and, in fish, a backslash: both stand outside of them, in a way that bash, zsh, dash and fish
 * read alike.
 */
function shellLine(name, value) {
    if (value.includes('\0'))
        return { kind: 'left_out', why: 'holds a zero byte' };
    const quoted = value.replace(/['\\]/g, (mark) => (mark === "'" ? String.raw `'\''` : String.raw `'"\\"'`));
    return { kind: 'text', text: `export ${name}='${quoted}'` };
}
const namedEscapes = new Map([
    ['\\', '\\\\'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
    ['\f', '\\f'],
]);
/**
 * White space at the beginning, and everything that is not plain ASCII, is escaped: readers differ in the encoding that they take for granted.
 * @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
function propertiesValue(value) {
    return value
        .replace(/[^\u0020-\u005b\u005d-\u007e]/g, (unit) => namedEscapes.get(unit) ?? unicodeEscape(unit))
        .replace(/^ /, '\\ ');
}
function unicodeEscape(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/**
 * How an output is called where outputs become variables of the environment: `TRIGGERED_PIPELINE_ID`. What begins with `GITLAB_TRIGGER_` is an input. The
 * key of a value stays as it is, because two keys may differ in case only: `TRIGGERED_VALUE_image`.
 */
function environmentName(output) {
    const [, key] = /^value_(.*)$/.exec(output) ?? [];
    return key === undefined ? `TRIGGERED_${output.toUpperCase()}` : `TRIGGERED_VALUE_${key}`;
}
/** The variables of an earlier call, which this step finds in its environment as later ones will. */
function formerVariables(environment) {
    return Object.keys(environment).filter((name) => /^TRIGGERED_(?:VALUE_\w+|[A-Z_]+)$/.test(name) && environment[name] !== '');
}
/** Linux starts no program with a longer variable (128 KiB with its name), whichever of them the program wants. */
const longestVariableBytes = 100_000;
/** Writes one output as a line of a format, with its end; `undefined` for a value that the format cannot carry. */
function lineOf(format) {
    return (name, value) => {
        const { text, leftOut } = formatOutputs(format, new Map([[name, value]]));
        return leftOut.length === 0 ? text : undefined;
    };
}
/** A line of a shell script that exports an output as a variable of the environment. */
function exportLine(name, value) {
    return lineOf('shell')(environmentName(name), value);
}
/**
 * Outputs where the steps of a build share nothing but a folder: the script `gitlab-trigger.env`, in the folder in which the step runs, which a later step
 * reads with `. ./gitlab-trigger.env`.
 */
function shellFile(means) {
    return ownFile(means, {
        path: 'gitlab-trigger.env',
        audience: 'whoever_may_see_the_build',
        line: exportLine,
        limits: { entryBytes: longestVariableBytes },
    });
}


/***/ }),

/***/ 9107:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ carrierTo),
/* harmony export */   Ri: () => (/* binding */ unfit),
/* harmony export */   oA: () => (/* binding */ withinLimits),
/* harmony export */   uU: () => (/* binding */ taken),
/* harmony export */   vS: () => (/* binding */ outputSink)
/* harmony export */ });
/* unused harmony export leftOut */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);

const taken = { kind: 'taken' };
function leftOut(why) {
    return { kind: 'left_out', why };
}
/** What no place can take that would change it on the way. */
const unfit = leftOut('it has line breaks or other characters that would not arrive unchanged');
/**
 * Hands each output to all carriers; one that takes it is enough. What cannot be handed on is said, and remembered: it fails a step that was asked
 * for it.
 */
function outputSink({ carriers, holdsSecret, warnOnce }) {
    const arrivals = new Map();
    const reportError = (why) => warnOnce(`Outputs cannot be handed to later steps: ${why}. ${hint}`);
    const handTo = (carrier, output) => {
        if (output.isSecret && carrier.audience === 'whoever_may_see_the_build')
            return leftOut(openToAll);
        try {
            return carrier.carry(output);
        }
        catch (error) {
            reportError(reasonOf(error));
            return { kind: 'failed', why: reasonOf(error) };
        }
    };
    return {
        keeps: keptBy(carriers),
        files: carriers.flatMap(({ file }) => (file === undefined ? [] : [file])),
        set: (name, value) => {
            const output = { name, value, isSecret: holdsSecret(value) };
            const answers = carriers.map((carrier) => handTo(carrier, output));
            arrivals.set(name, arrivalOf(answers));
            if (answers.some(({ kind }) => kind === 'taken' || kind === 'under_way'))
                return;
            const refusal = answers.find((answer) => answer.kind === 'left_out');
            if (refusal?.kind === 'left_out')
                warnOnce(`The output ${name} was left out: ${refusal.why}. ${hint}`);
        },
        clear: () => {
            const problems = [];
            for (const { clear } of carriers) {
                try {
                    clear?.();
                }
                catch (error) {
                    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
                        problems.push(error);
                    else
                        reportError(reasonOf(error));
                }
            }
            const [first] = problems;
            if (first !== undefined)
                throw first;
        },
        hindrance: (kind) => {
            const problems = carriers.map((carrier) => problemOf(carrier, kind));
            if (carriers.length === 0)
                return noPlace;
            return problems.includes(undefined) ? undefined : problems[0];
        },
        lost: async () => {
            const ends = await Promise.all(Array.from(arrivals, async ([name, arrival]) => ({ name, why: await arrival })));
            return ends.filter((end) => end.why !== undefined);
        },
    };
}
function keptBy(carriers) {
    if (carriers.length === 0)
        return 'nothing';
    return carriers.some(({ audience }) => audience === 'later_steps') ? undefined : 'no_secrets';
}
/** Why it has reached no place, once that is known. */
async function arrivalOf(answers) {
    const whys = await Promise.all(answers.map(async (answer) => {
        if (answer.kind === 'taken')
            return undefined;
        return answer.kind === 'under_way' ? await answer.arrival : answer.why;
    }));
    if (whys.length === 0)
        return noPlace;
    return whys.includes(undefined) ? undefined : whys[0];
}
function problemOf({ audience, check }, kind) {
    if (kind === 'secret' && audience === 'whoever_may_see_the_build')
        return openToAll;
    try {
        check?.(kind);
        return undefined;
    }
    catch (error) {
        return reasonOf(error);
    }
}
const openToAll = 'it holds a secret, which whoever may see the build could read here';
const noPlace = 'there is no place for outputs here';
const hint = 'With --output-file PATH, all of them are in a file.';
function reasonOf(error) {
    if (!(error instanceof Error))
        return 'for no known reason';
    return 'code' in error ? String(error.code) : error.message;
}
/** A long value leaves so much room for the short ones, which come again and again until the end. */
const reservedBytes = 512;
const longBytes = 300;
/** Decides whether an output has room beside the others; `written` holds each as it is written, by name. */
function withinLimits(limits, written, [name, text]) {
    const { totalBytes, entries, entryBytes } = limits;
    const bytes = Buffer.byteLength(text);
    if (entryBytes !== undefined && bytes > entryBytes)
        return leftOut(`a value takes ${entryBytes} bytes at most here`);
    const others = Array.from(written).filter(([other]) => other !== name);
    if (entries !== undefined && others.length >= entries)
        return leftOut(`there is room for ${entries} outputs here`);
    const reserved = bytes > longBytes ? reservedBytes : 0;
    const total = others.reduce((sum, [, other]) => sum + Buffer.byteLength(other), bytes + reserved);
    if (totalBytes !== undefined && total > totalBytes)
        return leftOut(`there is room for ${totalBytes} bytes of outputs here`);
    return taken;
}
/** Puts what fits in its place; where a value does not, no older one stays. */
function carrierTo(place) {
    const { audience, limits = {}, counted, encode = valueOf, check } = place;
    const deliver = (text, output) => {
        if ('send' in place)
            return { kind: 'under_way', arrival: place.send(text, output) };
        place.put(text, output);
        return taken;
    };
    const written = new Map();
    return {
        audience,
        check,
        carry: (output) => {
            const { name } = output;
            const text = encode(output);
            const entry = counted?.(output) ?? text ?? '';
            const fitting = text === undefined ? unfit : withinLimits(limits, written, [name, entry]);
            const hadOne = written.delete(name);
            if (text !== undefined && fitting.kind === 'taken') {
                const carried = deliver(text, output);
                written.set(name, entry);
                return carried;
            }
            if (hadOne) {
                const nothing = { name, value: '', isSecret: false };
                deliver(encode(nothing) ?? '', nothing);
            }
            return fitting;
        },
    };
}
function valueOf({ value }) {
    return value;
}


/***/ }),

/***/ 7848:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskedForms),
/* harmony export */   ad: () => (/* binding */ shortestMaskedLength)
/* harmony export */ });
/* unused harmony export base64Cores */
/**
 * Shorter texts are not worth hiding, and hiding them would blank out half of the log and make the runner drop job outputs
 * (it drops every output that contains a masked text).
 */
const shortestMaskedLength = 4;
/** What a secret leaves in base64 in the middle of a longer text, or in hexadecimal digits, is only hidden when it is long enough to be no accident. */
const shortestPieceLength = 8;
/**
 * A secret and the forms of it that can turn up in a log, many of which a CI host does not derive by itself: percent-encoded, form-encoded, JSON-escaped, in
 * hexadecimal digits, and in base64 (both alphabets), alone and wherever it stands in a longer text. Each form once, the longest first.
 */
function maskedForms(text) {
    const trimmed = text.trim();
    const json = JSON.stringify(trimmed).slice(1, -1);
    const bytes = Buffer.from(trimmed, 'utf8');
    const base64 = bytes.toString('base64');
    const percent = percentEncoded(trimmed);
    const form = new URLSearchParams({ '': trimmed }).toString().slice(1);
    const hex = bytes.toString('hex');
    const whole = [
        text,
        trimmed,
        percent,
        form,
        ...[percent, form].map(withLowerEscapes),
        json,
        json.replaceAll('/', '\\/'),
        base64,
        base64.replace(/={1,2}$/, ''),
        bytes.toString('base64url'),
    ].filter((each) => each.trim().length >= shortestMaskedLength);
    const pieces = [...base64Cores(bytes), hex, hex.toUpperCase()].filter((each) => each.length >= shortestPieceLength && bytes.length >= shortestMaskedLength);
    return [...new Set([...whole, ...pieces])].sort((one, other) => other.length - one.length);
}
/**
 * What base64 makes of these bytes in the middle of others, as in `Authorization: Basic` of `user:TOKEN`: one text for each of the three places in which they can
 * begin, in both alphabets, without the characters at both ends that the neighbours decide.
 */
function base64Cores(bytes) {
    return [0, 1, 2].flatMap((offset) => {
        const moved = Buffer.concat([Buffer.alloc(offset), bytes]);
        const first = Math.ceil((offset * 8) / 6);
        const last = Math.floor((moved.length * 8) / 6);
        const core = moved.toString('base64').slice(first, last);
        return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** `encodeURIComponent`, which throws on half of a surrogate pair; such a text has no percent-encoded form that anybody would print. */
function percentEncoded(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function withLowerEscapes(text) {
    return text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}


/***/ }),

/***/ 436:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  createMasker: () => (/* binding */ createMasker),
  createRedaction: () => (/* binding */ createRedaction),
  maskerOf: () => (/* binding */ maskerOf),
  setSecretOutput: () => (/* binding */ setSecretOutput)
});

// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/form-index.js
/** A place of a text is put into a slot by so many of its characters. */
const slotLength = 4;
const slotCount = 1 << 16;
/** Slots for which a text costs a step for each of its characters, however many texts were added. */
function createTextSlots() {
    const table = new Uint8Array(slotCount);
    return {
        add: (text) => {
            let slot = 0;
            for (let at = 0; at < slotLength; at += 1)
                slot = (slot << 4) ^ text.charCodeAt(at);
            table[slot & (slotCount - 1)] = 1;
        },
        nextIn: (text, from, to = text.length) => {
            // Each character goes four bits to the left with each one that follows, and is gone after four.
            let slot = 0;
            const first = from + slotLength - 1;
            for (let at = from; at < to; at += 1) {
                slot = ((slot << 4) ^ text.charCodeAt(at)) & (slotCount - 1);
                if (at >= first && table[slot] === 1)
                    return at - slotLength + 1;
            }
            return -1;
        },
    };
}
/**
 * Each form is known by its stem: as many of its first characters as the largest power of two allows. At a place of a text stems of 4, 8, 16 … characters are looked
 * up for as long as some form begins so.
 */
function createFormIndex() {
    const forms = new Set();
    const slots = createTextSlots();
    /** The lengths of the forms whose stem this is; none where it is only the beginning of stems. */
    const lengthsByStem = new Map();
    return {
        add: (form) => {
            if (forms.has(form))
                return;
            forms.add(form);
            slots.add(form);
            for (let size = slotLength; size <= form.length; size *= 2) {
                const stem = form.slice(0, size);
                const lengths = lengthsByStem.get(stem) ?? new Set();
                lengthsByStem.set(stem, lengths);
                if (form.length < size * 2)
                    lengths.add(form.length);
            }
        },
        nextIn: slots.nextIn,
        longestAt: (text, at) => {
            let longest = 0;
            for (let size = slotLength; at + size <= text.length; size *= 2) {
                const lengths = lengthsByStem.get(text.slice(at, at + size));
                if (lengths === undefined)
                    break;
                for (const length of lengths) {
                    if (length > longest && forms.has(text.slice(at, at + length)))
                        longest = length;
                }
            }
            return longest;
        },
    };
}

// EXTERNAL MODULE: ./out/bundle/hosts/redaction/masked-forms.js
var masked_forms = __nccwpck_require__(7848);
;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/secret-pieces.js

/** So many characters in a row of a secret give too much of it away. */
const pieceLength = 8;
/** Shorter secrets, and those that are made of words, are hidden as a whole only: pieces of them are ordinary texts. */
const shortestRandom = 16;
/** Turns between capitals, small letters and digits; words and numbers of people have fewer in so short a piece. */
const fewestTurns = 2;
/** Whether a piece of a text looks as if nobody had chosen its characters. */
function looksRandom(piece) {
    let turns = 0;
    let before = '';
    for (const character of piece) {
        const kind = kindOf(character);
        if (kind === '')
            continue;
        if (before !== '' && kind !== before)
            turns += 1;
        before = kind;
    }
    return turns >= fewestTurns;
}
/** Whether pieces of a secret have to be hidden as well: keys and tokens are random in most places. */
function isRandom(secret) {
    if (secret.length < shortestRandom || /\s/.test(secret))
        return false;
    const pieces = piecesOf(secret);
    return pieces.filter(looksRandom).length * 2 >= pieces.length;
}
/** Every piece of a text. */
function piecesOf(text) {
    const count = Math.max(0, text.length - pieceLength + 1);
    return Array.from({ length: count }, (_, at) => text.slice(at, at + pieceLength));
}
/** An index for which a text costs a few steps for each of its characters, however many pieces there are. */
function createPieceIndex() {
    const pieces = new Map();
    const slots = createTextSlots();
    return {
        add: (piece) => {
            if (!pieces.has(piece))
                pieces.set(piece, looksRandom(piece) ? 'random' : 'plain');
            slots.add(piece);
        },
        nextIn: slots.nextIn,
        kindAt: (text, at) => pieces.get(text.slice(at, at + pieceLength)) ?? 'none',
    };
}
function kindOf(character) {
    if (character >= '0' && character <= '9')
        return 'digit';
    if (character >= 'a' && character <= 'z')
        return 'lower';
    return character >= 'A' && character <= 'Z' ? 'upper' : '';
}

;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/secret-rests.js

/** A rest of a secret gives it away, too, unless it is shorter than this. */
const shortestRest = 6;
/** Forms of at least six characters, each told once. */
function createSecretRests() {
    const heads = createGroups((form) => form.slice(0, shortestRest), compareHeads);
    const tails = createGroups((form) => form.slice(-shortestRest), compareTails);
    let longest = 0;
    return {
        add: (form) => {
            longest = Math.max(longest, form.length);
            heads.add(form);
            tails.add(form);
        },
        headBefore: (text, from, mark) => {
            let at = heads.nextIn(text, Math.max(from, mark - longest), mark);
            while (at >= 0 && at <= mark - shortestRest) {
                if (heads.has(text, { at, from: at, to: mark }))
                    return at;
                at = heads.nextIn(text, at + 1, mark);
            }
            return -1;
        },
        tailBehind: (text, mark, to) => {
            for (let end = Math.min(to, mark + longest); end >= mark + shortestRest; end -= 1) {
                if (tails.has(text, { at: end - shortestRest, from: mark, to: end }))
                    return end;
            }
            return -1;
        },
    };
}
/** Forms by the six characters with which they begin or end; those of a group are in order, so that few of them are looked at. */
function createGroups(keyOf, compare) {
    const slots = createTextSlots();
    const groups = new Map();
    return {
        nextIn: slots.nextIn,
        add: (form) => {
            const key = keyOf(form);
            slots.add(key);
            const group = groups.get(key);
            if (group === undefined)
                groups.set(key, { forms: [form], order: 'sorted' });
            else {
                group.forms.push(form);
                group.order = 'as_told';
            }
        },
        has: (text, part) => {
            const group = groups.get(text.slice(part.at, part.at + shortestRest));
            if (group === undefined)
                return false;
            const { forms } = group;
            // Once after many were told, and not after each.
            if (group.order === 'as_told') {
                forms.sort((one, other) => compare(one, other, { at: 0, from: 0, to: other.length }) || one.length - other.length);
                group.order = 'sorted';
            }
            let [low, high] = [0, forms.length];
            while (low < high) {
                const middle = (low + high) >> 1;
                const order = compare(forms[middle] ?? '', text, part);
                if (order === 0)
                    return true;
                if (order < 0)
                    low = middle + 1;
                else
                    high = middle;
            }
            return false;
        },
    };
}
function compareHeads(form, text, { from, to }) {
    for (let index = 0; index < to - from; index += 1) {
        // Of a form that is over this is no number: it comes before what goes on.
        const difference = (form.charCodeAt(index) || -1) - text.charCodeAt(from + index);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareTails(form, text, { from, to }) {
    for (let index = 1; index <= to - from; index += 1) {
        const difference = (form.charCodeAt(form.length - index) || -1) - text.charCodeAt(to - index);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/spellings.js
const nothing = () => '';
/** Of URLs. Percent signs that were encoded again, however often, are one. */
const percent = { first: '%', pattern: /(?:%(?:25)*[\da-fA-F]{2})+/, read: percentDecoded };
/** What `escape` of JavaScript writes. */
const percentUnit = {
    first: '%',
    pattern: /%(?:25)*u[\da-fA-F]{4}/,
    read: (found) => character(found.slice(-4), 16),
};
/**
 * Of JSON, JavaScript, Java, C, Python, Perl, Rust and the like, behind any number of backslashes: `\u0067`, `\u{67}`, `\u{67 6c}`, `\U00000067`, `\x67`, `\x{67}`,
 * `\N{U+67}`, `\o{147}`.
 */
const spellings_escape = {
    first: '\\',
    pattern: /(?<!\\)\\+(?:u\{[\da-fA-F ]+\}|u+[\da-fA-F]{4}|U[\da-fA-F]{8}|x\{[\da-fA-F]+\}|x[\da-fA-F]{2}|N\{U\+[\da-fA-F]+\}|o\{[0-7]+\})/,
    read: (found) => {
        const digits = found.replace(/^\\+(?:N\{U\+|u+\{?|[Uxo]\{?)/, '').replace('}', '');
        const base = /^\\+o/.test(found) ? 8 : 16;
        return digits
            .trim()
            .split(/ +/)
            .map((each) => character(each, base))
            .join('');
    },
};
const octal = {
    first: '\\',
    // As C has it, and as `echo` has it, with a zero in front.
    pattern: /(?<!\\)\\+(?:0[0-3][0-7]{2}|[0-3][0-7]{2}|[4-7][0-7])/,
    read: (found) => character(withoutBackslashes(found), 8),
};
/** Of zone files and Lua. */
const decimal = {
    first: '\\',
    pattern: /(?<!\\)\\+\d{1,3}/,
    read: (found) => character(withoutBackslashes(found), 10),
};
/** Of style sheets. */
const cssEscape = {
    first: '\\',
    pattern: /(?<!\\)\\+[\da-fA-F]{1,6}/,
    read: (found) => character(withoutBackslashes(found), 16),
};
/** Of Markdown, shells and C. */
const escapedMark = {
    first: '\\',
    pattern: /\\[!-/:-@[-`{-~nrt]/,
    read: ([, mark = '']) => (mark === 'n' ? '\n' : mark === 'r' || mark === 't' ? ' ' : mark),
};
/** Of HTML, with any number of zeros, and without the semicolon where browsers do without it. An ampersand that was encoded again, however often, is one. */
const entity = {
    first: '&',
    pattern: /&(?:amp;)*(?:#[xX][\da-fA-F]+;?|#\d+;?|[A-Za-z]{2,20};|(?:amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp|shy))/,
    read: entityRead,
};
/** The element that we put around some marks. */
const spellings_element = { first: '<', pattern: /<span>[^<]<\/span>/, read: (found) => found.slice(6, -7) };
/** What was cut off in the middle. */
const stopReason = [
    { first: '%', pattern: /%(?:25)*u?[\da-fA-F]{0,3}(?=…)/, read: nothing },
    { first: '\\', pattern: /(?<!\\)\\+(?:[uUxNo]\{?[\da-fA-F+ ]*|\d{0,3})(?=…)/, read: nothing },
    { first: '&', pattern: /&(?:amp;)*#?[\da-zA-Z]*(?=…)/, read: nothing },
];
/** Of mails, with lines that go on. */
const quotedPrintable = [
    { first: '=', pattern: /(?:=[\da-fA-F]{2})+/, read: (found) => percentDecoded(found.replaceAll('=', '%')) },
    { first: '=', pattern: /=\r?\n|=[\da-fA-F]?(?=…)/, read: nothing },
];
/** Bytes as numbers: `103, 108, 112`, as an array is printed. */
const byteList = {
    first: '',
    pattern: /(?:\d{1,3}[ ,]{1,3}){7,}\d{1,3}/,
    read: (found) => {
        const bytes = found.split(/[ ,]+/).map(Number);
        return bytes.every((byte) => byte < 256) ? Buffer.from(bytes).toString('utf8') : found;
    },
};
const entities = { sign: /&|<span>/, spellings: [entity, spellings_element] };
const ofPrograms = [percent, percentUnit, spellings_escape];
const ofMarkup = [escapedMark, entity, spellings_element, ...stopReason];
const escapes = { sign: /[%\\&]|<span>/, spellings: [...ofPrograms, octal, ...ofMarkup] };
/** Those that can be told from others by nobody: numbers behind a backslash are of one kind or the other. */
const numberEscapes = [
    { sign: /\\\d/, spellings: [...ofPrograms, decimal, ...ofMarkup] },
    { sign: /\\[\da-fA-F]/, spellings: [...ofPrograms, cssEscape, ...ofMarkup] },
];
/** Those that may be something else: `=67` is a value more often than a letter. */
const rareEscapes = [
    { sign: /=(?:[\da-fA-F]{2}|\r?\n)/, spellings: [...quotedPrintable, ...ofPrograms, octal, ...ofMarkup] },
    { sign: /(?:\d{1,3}[ ,]{1,3}){7}/, spellings: [byteList] },
];
function withoutBackslashes(found) {
    return found.slice(found.lastIndexOf('\\') + 1);
}
/** Nothing where the number is that of no character. */
function character(digits, base) {
    const code = parseInt(digits, base);
    if (!(code <= 0x10ffff))
        return '';
    return String.fromCodePoint(code);
}
/** What is not UTF-8 is left as it is. */
function percentDecoded(found) {
    const run = found.replace(/%(?:25)+(?=[\da-fA-F]{2})/g, '%');
    try {
        return decodeURIComponent(run);
    }
    catch {
        return run.replace(/%[2-7][\da-f]/gi, (each) => String.fromCharCode(parseInt(each.slice(1), 16)));
    }
}
/** Of those that HTML has for ASCII, and for what nobody sees. */
const entityNames = {
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', Tab: ' ', NewLine: '\n' },
    ...{
        excl: '!',
        num: '#',
        dollar: '$',
        percnt: '%',
        lpar: '(',
        rpar: ')',
        ast: '*',
        midast: '*',
        plus: '+',
    },
    ...{ comma: ',', period: '.', sol: '/', colon: ':', semi: ';', equals: '=', quest: '?', commat: '@' },
    ...{ lsqb: '[', lbrack: '[', bsol: '\\', rsqb: ']', rbrack: ']', Hat: '^', lowbar: '_', UnderBar: '_' },
    ...{ grave: '`', DiacriticalGrave: '`', lcub: '{', lbrace: '{', verbar: '|', vert: '|', VerticalLine: '|' },
    ...{ rcub: '}', rbrace: '}', shy: '', zwj: '', zwnj: '', ZeroWidthSpace: '', NoBreak: '' },
};
function entityRead(found) {
    const name = found.replace(/^&(?:amp;(?=.))*/, '').replace(';', '');
    if (name.startsWith('#')) {
        const isHex = /^#x/i.test(name);
        return character(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    }
    const known = Object.hasOwn(entityNames, name) ? name : name.toLowerCase();
    return Object.hasOwn(entityNames, known) ? (entityNames[known] ?? '') : `&${name};`;
}

;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/text-reading.js


const text_reading_nothing = () => '';
/** Characters that take no place: terminal sequences, control characters other than white space, and what nobody sees. */
const unseen = {
    sign: /[^\n\u0020-\u007e]/,
    pattern: new RegExp(`${base_text/* terminalSequence */.oH.source}|(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[${base_text/* controlCharacters */.Qi}]|${base_text/* invisibleCharacter */.Dy}|\\p{M}`, 'gu'),
    as: text_reading_nothing,
};
/** What was found is known by its first character; of several spellings that begin so, the last is the one that is left. */
function stepOf({ sign, spellings }) {
    const byFirst = new Map();
    for (const { first, pattern, read } of spellings) {
        const known = byFirst.get(first) ?? [];
        byFirst.set(first, [...known, { whole: new RegExp(`^(?:${pattern.source})$`), read }]);
    }
    const alone = spellings[0]?.read ?? text_reading_nothing;
    return {
        sign,
        pattern: new RegExp(spellings.map(({ pattern }) => pattern.source).join('|'), 'g'),
        as: (found) => {
            const candidates = byFirst.get(found.charAt(0)) ?? [];
            const { read = alone } = candidates.find(({ whole }) => whole.test(found)) ?? candidates.at(-1) ?? {};
            return read(found);
        },
    };
}
const entityStep = stepOf(entities);
const escapeStep = stepOf(escapes);
const numberSteps = numberEscapes.map(stepOf);
const rareSteps = rareEscapes.map(stepOf);
const whiteSpace = { sign: /\s/, pattern: /\s+/g, as: text_reading_nothing };
/** How bytes are written apart in dumps: `67:6c`, `0x67, 0x6c`, `U+0067 U+006C`. */
const byteMarks = { sign: /[:,_-]|0x|U\+/i, pattern: /[:,_-]|0x|U\+00/gi, as: text_reading_nothing };
/** Encodings in encodings are taken off so many times; where the same one was used several times in a row, that is once. */
const mostRounds = 5;
/** The same for what is rare. */
const mostRareRounds = 2;
/** The text without what nobody sees. */
function seen(reading) {
    return taken(reading, unseen);
}
/**
 * Every way to read a text: as it is, without what nobody sees, with entities resolved, with all escapes resolved once, twice and so on, and with those that may be
 * something else. Those that differ, each only when it is asked for.
 */
function* readingsOf(reading) {
    yield reading;
    const bare = seen(reading);
    if (bare !== reading)
        yield bare;
    const page = seen(taken(bare, entityStep));
    if (page !== bare)
        yield page;
    const last = yield* rounds(bare, escapeStep, mostRounds);
    for (const step of numberSteps)
        yield* rounds(bare, step, mostRareRounds);
    for (const step of rareSteps)
        yield* rounds(last, step, mostRareRounds);
}
/** What a step makes of a text, and of that, until nothing changes. Nothing without the sign of it. */
function* rounds(from, step, most) {
    let last = from;
    for (let round = 0; round < most; round += 1) {
        const next = seen(taken(last, step));
        if (next === last)
            break;
        yield next;
        last = next;
    }
    return last;
}
/** A text without escapes and what nobody sees. */
function resolved(text) {
    let last = seen({ text, places: 'untold' });
    for (const next of rounds(last, escapeStep, mostRounds))
        last = next;
    return last.text;
}
/** The text without white space, as a wrapped line is read. */
function compact(reading) {
    return taken(reading, whiteSpace);
}
/** Lower case digits of bytes, without what stands between them. */
function byteDigits(reading) {
    const apart = taken(reading, byteMarks);
    const lower = apart.text.replace(/[A-F]+/g, (digits) => digits.toLowerCase());
    return lower === apart.text ? apart : { ...apart, text: lower };
}
/** Where a part of a reading stands in the original text. */
function placeOf({ places }, from, to) {
    if (typeof places === 'string')
        return [from, to];
    return [places.starts[from] ?? from, places.ends[to - 1] ?? to];
}
/** The reading itself when there is nothing to take. Keeps track of places only where the reading before does. */
function taken(reading, { sign, pattern, as }) {
    const { text, places } = reading;
    if (!sign.test(text))
        return reading;
    if (places === 'untold') {
        const changed = text.replace(pattern, as);
        return changed === text ? reading : { text: changed, places };
    }
    const starts = new Int32Array(text.length);
    const ends = new Int32Array(text.length);
    let length = 0;
    let done = 0;
    const startOf = (at) => (places === 'same' ? at : (places.starts[at] ?? 0));
    const endOf = (at) => (places === 'same' ? at + 1 : (places.ends[at] ?? 0));
    const keep = (until) => {
        for (let at = done; at < until; at += 1, length += 1) {
            starts[length] = startOf(at);
            ends[length] = endOf(at);
        }
    };
    const changed = text.replace(pattern, (found, index) => {
        keep(index);
        done = index + found.length;
        const read = as(found);
        for (let unit = 0; unit < read.length; unit += 1, length += 1) {
            starts[length] = startOf(index);
            ends[length] = endOf(done - 1);
        }
        return read;
    });
    keep(text.length);
    if (changed === text)
        return reading;
    return { text: changed, places: { starts: starts.subarray(0, length), ends: ends.subarray(0, length) } };
}

;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/secret-search.js






/**
 * Looks at a text as it is, without what nobody sees, with its escapes resolved, and without white space, for every form of every secret; of keys and
 * tokens also for pieces, because sequences of terminals can swallow a character. Takes a few steps for each character of a text, however many secrets there are.
 */
function createSecretSearch() {
    const details = new Set();
    /** All forms, and the same as they are read when their own escapes are resolved. */
    const known = new Set();
    /** The same also without white space, where they are long enough to be told without it. */
    const forms = createFormIndex();
    const rests = createSecretRests();
    const pieces = createPieceIndex();
    const knownClose = new Set();
    const addForm = (form, areAllPiecesSecret) => {
        if (known.has(form) || form.trim().length < masked_forms/* shortestMaskedLength */.ad)
            return;
        known.add(form);
        forms.add(form);
        const close = withoutSpaces(form);
        if (close.length < pieceLength || knownClose.has(close))
            return;
        knownClose.add(close);
        forms.add(close);
        rests.add(close);
        if (areAllPiecesSecret)
            for (const piece of piecesOf(close))
                pieces.add(piece);
    };
    const search = (whole, finds) => {
        for (const reading of readingsOf(whole)) {
            findForms(reading, { forms, shortest: masked_forms/* shortestMaskedLength */.ad }, finds);
            const close = compact(reading);
            for (const each of new Set([close, byteDigits(close)])) {
                if (finds.isEnough())
                    return;
                if (each !== reading)
                    findForms(each, { forms, shortest: pieceLength }, finds);
                findPieces(each, pieces, finds);
            }
            findRests(close, rests, finds);
            if (finds.isEnough())
                return;
        }
    };
    return {
        add: (secret) => {
            const added = (0,masked_forms/* maskedForms */.$e)(secret).filter((form) => !details.has(form));
            const areAllPiecesSecret = isRandom(secret.trim());
            for (const form of added) {
                details.add(form);
                addForm(form, areAllPiecesSecret);
                addForm(resolved(form), areAllPiecesSecret);
            }
            return added;
        },
        rangesIn: (text) => {
            if (known.size === 0)
                return [];
            // Only where there is something it is worth while to know the places.
            const first = collected('one');
            search({ text, places: 'untold' }, first);
            if (first.ranges.length === 0)
                return [];
            const all = collected('all');
            search({ text, places: 'same' }, all);
            return apart(all.ranges);
        },
    };
}
function collected(wanted) {
    const ranges = [];
    return {
        ranges,
        add: (reading, from, to) => {
            const [start, end] = placeOf(reading, from, to);
            const last = ranges.at(-1);
            // Most come in order, and thousands may overlap.
            if (last !== undefined && last[0] <= start && start < last[1])
                last[1] = Math.max(last[1], end);
            else
                ranges.push([start, end]);
        },
        isEnough: () => wanted === 'one' && ranges.length > 0,
    };
}
/** As a wrapped line of it is read. */
function withoutSpaces(form) {
    return compact(seen({ text: form, places: 'untold' })).text;
}
function findForms(reading, { forms, shortest }, finds) {
    const { text } = reading;
    for (let at = forms.nextIn(text, 0); at >= 0; at = forms.nextIn(text, at + 1)) {
        const length = forms.longestAt(text, at);
        if (length < shortest)
            continue;
        finds.add(reading, at, at + length);
        if (finds.isEnough())
            return;
    }
}
/** Pieces that overlap are one; that counts when a part of it looks random. */
function findPieces(reading, pieces, finds) {
    const { text } = reading;
    let from = -1;
    let to = -1;
    let isCounted = false;
    const close = () => {
        if (isCounted)
            finds.add(reading, from, to);
        isCounted = false;
    };
    for (let at = pieces.nextIn(text, 0); at >= 0; at = pieces.nextIn(text, at + 1)) {
        const kind = pieces.kindAt(text, at);
        if (kind === 'none')
            continue;
        if (at > to - pieceLength + 1) {
            close();
            if (finds.isEnough())
                return;
            from = at;
        }
        to = at + pieceLength;
        isCounted ||= kind === 'random';
    }
    close();
}
/**
 * The text may have been cut off in a secret: the part of it beside the mark. What stands between two marks is looked at once, however many forms there are: whoever
 * writes a log can fill it with marks.
 */
function findRests(reading, rests, finds) {
    const { text } = reading;
    let before = 0;
    for (let mark = text.indexOf(base_text/* cutMark */.K1); mark >= 0 && !finds.isEnough();) {
        const next = text.indexOf(base_text/* cutMark */.K1, mark + 1);
        const head = rests.headBefore(text, before, mark);
        if (head >= 0)
            finds.add(reading, head, mark);
        const tail = rests.tailBehind(text, mark + 1, next < 0 ? text.length : next);
        if (tail >= 0)
            finds.add(reading, mark + 1, tail);
        before = mark + 1;
        mark = next;
    }
}
/** Ranges that overlap become one. */
function apart(ranges) {
    const sorted = [...ranges].sort(([one], [other]) => one - other);
    const merged = [];
    for (const [from, to] of sorted) {
        const last = merged.at(-1);
        if (last !== undefined && from < last[1])
            last[1] = Math.max(last[1], to);
        else
            merged.push([from, to]);
    }
    return merged;
}

;// CONCATENATED MODULE: ./out/bundle/hosts/redaction/redaction.js

/** What is shown wherever a secret would be. */
const placeholder = '***';
/**
 * Takes secrets out of our own words before the host hears them. The host's masks do the same for those who read its log; the raw stream of
 * a step is kept in more places than that (files of self-hosted runners, `act`, debug logs), and no mask works there. Foreign text is cleaned before it comes
 * here, and may have been cut off, which leaves a mark; where it was not cleaned, secrets are found all the same.
 */
function createRedaction() {
    const search = createSecretSearch();
    const byOrigin = new Map();
    const apply = (text) => {
        let shown = '';
        let done = 0;
        for (const [from, to] of search.rangesIn(text)) {
            shown += text.slice(done, from) + placeholder;
            done = to;
        }
        return done === 0 ? text : shown + text.slice(done);
    };
    return {
        add: (secret, origin) => {
            if (origin !== undefined) {
                const known = byOrigin.get(origin) ?? { secrets: [], search: undefined };
                byOrigin.set(origin, known);
                known.secrets.push(secret);
                known.search?.add(secret);
            }
            return search.add(secret);
        },
        apply,
        applyToMarkdown: apply,
        originsIn: (text) => [...byOrigin].filter(([, origin]) => isSeenIn(text, origin)).map(([name]) => name),
    };
}
function isSeenIn(text, origin) {
    origin.search ??= searchFor(origin.secrets);
    return origin.search.rangesIn(text).length > 0;
}
function searchFor(secrets) {
    const search = createSecretSearch();
    for (const secret of secrets)
        search.add(secret);
    return search;
}
/** A masker for those who show nothing but our own words. */
function createMasker() {
    return maskerOf(createRedaction(), () => undefined);
}
/** A masker that tells the host each form that is new. */
function maskerOf(redaction, tell) {
    return {
        mask: (secret, origin) => {
            const forms = redaction.add(secret.reveal(), origin);
            if (forms.length > 0)
                tell(forms);
        },
        redact: redaction.apply,
        redactMarkdown: redaction.applyToMarkdown,
        originsIn: redaction.originsIn,
    };
}
/** Makes a secret known to later steps: masked first, so that nothing can show it. */
function setSecretOutput({ masker, outputs }, name, secret) {
    masker.mask(secret);
    outputs.set(name, secret.reveal());
}


/***/ }),

/***/ 2237:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   VQ: () => (/* binding */ refuseLink),
/* harmony export */   h3: () => (/* binding */ fileCodeOf),
/* harmony export */   nD: () => (/* binding */ withSummaryFile),
/* harmony export */   xy: () => (/* binding */ clearPlace)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);

/** The system's word for why a file could not be used: `EACCES`. */
function fileCodeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
}
/**
 * Makes the place that an input names fit for this run: does `clear`, unless something of another kind is there.
 * @throws {InputError} when it cannot be used.
 */
function clearPlace(files, { input, path, wanted }, clear) {
    const advice = input === 'output_file' ? ' For standard output there is --json.' : '';
    const hint = `Give the path of a ${wanted} that this user may write, or of nothing yet.${advice}`;
    const refused = (what) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({ code: 'invalid_input', what: `${input} ${what}`, hint });
    let found;
    try {
        found = files.kindOf(path);
        if (found === 'nothing' || found === wanted) {
            clear(found);
            return;
        }
    }
    catch (error) {
        throw refused(`cannot be written (${fileCodeOf(error)})`);
    }
    if (found === 'link')
        throw throughLink(input, hint);
    throw refused(`has to be a ${wanted}, and there is something else at this path`);
}
/**
 * Makes sure that a place that an input names is no link.
 * @throws {InputError}
 */
function refuseLink(files, { input, path, wanted }) {
    let found;
    try {
        found = files.kindOf(path);
    }
    catch {
        // Whoever writes there will say it.
    }
    if (found === 'link')
        throw throughLink(input, `Give the path of a ${wanted}, or of nothing yet.`);
}
function throughLink(input, hint) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: `${input} is a symbolic link, or leads through one, which may have come with a checkout and is not followed`,
        hint,
    });
}
/** The text of a file; `undefined` when it cannot be read. */
function textAt(files, path) {
    try {
        return files.read(path);
    }
    catch {
        return undefined;
    }
}
/**
 * The host, with the report also in a Markdown file. What an earlier run left there is gone before this one begins.
 * @throws {InputError} when there can be no such file.
 */
function withSummaryFile(host, files, path) {
    let text = '';
    clearPlace(files, { input: 'summary_file', path, wanted: 'file' }, () => files.replace(path, ''));
    /** Puts there what is not there yet. @throws {Error} when it cannot be written. */
    const keep = () => {
        if (textAt(files, path) !== text)
            files.replace(path, text);
    };
    return {
        ...host,
        summary: {
            write: async (markdown) => {
                text += `${host.masker.redactMarkdown(markdown)}\n`;
                const isWritten = await host.summary.write(markdown);
                try {
                    files.replace(path, text);
                }
                catch {
                    return false;
                }
                return isWritten;
            },
            fault: () => {
                try {
                    keep();
                    return undefined;
                }
                catch (error) {
                    return faultOf(error);
                }
            },
        },
    };
}
function faultOf(error) {
    return {
        code: 'file_not_written',
        what: 'summary_file does not hold the report',
        why: `It could not be written: ${fileCodeOf(error)}.`,
        hint: 'Check the path, whether this user may write there, and whether there is room.',
    };
}


/***/ }),

/***/ 2948:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ processFiles),
/* harmony export */   IM: () => (/* binding */ appendText),
/* harmony export */   aE: () => (/* binding */ watchStandardOutput),
/* harmony export */   dg: () => (/* binding */ terminalLog),
/* harmony export */   n6: () => (/* binding */ fileNaming),
/* harmony export */   uq: () => (/* binding */ processMeans),
/* harmony export */   yQ: () => (/* binding */ keepStandardOutput)
/* harmony export */ });
/* unused harmony export replaceHostText */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_tty__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7066);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4497);
/* harmony import */ var _foreign_links_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6517);






/** An output may be a secret (`token` of the tokens that were just created): nobody else needs to read it. A file that is there keeps its mode. */
const newFileMode = 0o600;
/**
 * Adds a text to a file of the host's, whatever is at that path: a link, a pipe. What could not be written whole is taken back.
 * @throws {Error} when the file cannot be written, or has not got the text.
 */
function appendText(place, text) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place, { throwIfNoEntry: false })?.isFile() === false) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(place, text);
        return;
    }
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, 'a', newFileMode);
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, text);
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file).size < size + Buffer.byteLength(text))
                throw notWhole();
        }
        catch (error) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(file, size);
            throw error;
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
/** The same as `processFiles.replace`, for a file of the host's: where it keeps that is its own business, behind links, too. @throws {Error} when it cannot be written. */
function replaceHostText(place, text) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place, { throwIfNoEntry: false });
    if (found === undefined)
        replaceWhole(node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(place), text, newFileMode);
    else if (found.isFile())
        replaceWhole((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(place), text, found.mode & 0o777);
    else
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(place, text);
}
/** The files of this machine. */
const processFiles = {
    kindOf: (place) => {
        if ((0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__/* .linkOnWay */ .$)(place) !== undefined)
            return 'link';
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(place), { throwIfNoEntry: false });
        if (found === undefined)
            return 'nothing';
        if (found.isFile())
            return 'file';
        return found.isDirectory() ? 'folder' : 'other';
    },
    read: (place) => {
        refuseLinks(place);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(place, 'utf8');
    },
    namesIn: (place) => {
        refuseLinks(place);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(place);
    },
    replace: (place, text, secrecy) => {
        refuseLinks(place);
        const target = node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(place);
        replaceWhole(target, text, modeFor(target, secrecy));
    },
    probe: (place) => {
        refuseLinks(place);
        const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(place));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
        const draft = draftIn(folder);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(draft, 'wx', newFileMode));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(draft);
    },
    remove: (place) => {
        refuseLinks(place);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(place, { force: true });
    },
    makeFolder: (place) => {
        refuseLinks(place);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(place, { recursive: true });
    },
};
/** @throws {Error} with the code that the system has for a link which is not followed. */
function refuseLinks(place) {
    const link = (0,_foreign_links_js__WEBPACK_IMPORTED_MODULE_5__/* .linkOnWay */ .$)(place);
    if (link === undefined)
        return;
    throw Object.assign(new Error(`${link} is a symbolic link`), { code: 'ELOOP' });
}
function modeFor(target, secrecy) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(target, { throwIfNoEntry: false });
    return found === undefined || secrecy === 'secret' ? newFileMode : found.mode & 0o777;
}
/** The name changes hands in one step: what else has the old file (a hard link) keeps that. */
function replaceWhole(target, text, mode) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(target);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
    const draft = draftIn(folder);
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(draft, 'wx', newFileMode);
    try {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, text);
            if (mode !== newFileMode)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file, mode);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
        }
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(draft, 'utf8') !== Buffer.from(text).toString('utf8'))
            throw notWhole();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(draft, target);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(draft, { force: true });
        throw error;
    }
}
/** In the same folder, because a file can only be moved at once within a file system; nobody can lay a link there beforehand. */
function draftIn(folder) {
    return node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, `.gitlab-trigger-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}.tmp`);
}
/** The system has said yes, and does not have all of it. */
function notWhole() {
    return Object.assign(new Error('what was written is not there'), { code: 'EIO' });
}
/** What this process has. */
function processMeans() {
    return {
        environment: process.env,
        print: (text) => void process.stdout.write(text),
        appendText,
        writeText: (path, text, owner) => owner === 'host' ? replaceHostText(path, text) : processFiles.replace(path, text),
        isThere,
        isFolder,
        run: async (program) => await (await __nccwpck_require__.e(/* import() */ 1324).then(__nccwpck_require__.bind(__nccwpck_require__, 1324))).runProgram(program),
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .ml,
        processId: process.pid,
    };
}
function isFolder(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
function isThere(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path);
        return true;
    }
    catch {
        return false;
    }
}
/** What names of files this system allows. */
function fileNaming() {
    if (process.platform === 'win32')
        return 'windows';
    return process.platform === 'darwin' ? 'macos' : 'posix';
}
/** From now on no trouble with standard output ends the process halfway, and none is forgotten: the first is said on standard error. */
function watchStandardOutput() {
    let code;
    const isTerminal = (0,node_tty__WEBPACK_IMPORTED_MODULE_3__.isatty)(1);
    const loss = () => code === 'EPIPE' || (isTerminal && code === 'EIO') ? undefined : code;
    const note = (error) => {
        if (code !== undefined)
            return;
        code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
        if (loss() !== undefined)
            process.stderr.write(`Standard output cannot be written (${code}).\n`);
    };
    process.stderr.on('error', () => undefined);
    process.stdout.on('error', note);
    if (isFile(1) && !isTerminal)
        process.stdout.write = wholeWrites(1, note);
    return { failure: () => code, loss };
}
/**
 * Keeps standard output for what a command produces: whatever else is written there from now on, also by packages that know nothing of this, goes to standard error. Gives
 * the way to the real one.
 */
function keepStandardOutput() {
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = process.stderr.write.bind(process.stderr);
    return (text) => void write(text);
}
/** Whether it is a file or a device: those are written to at once. */
function isFile(fd) {
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
        return found.isFile() || found.isCharacterDevice();
    }
    catch {
        return false;
    }
}
/** Node takes a write that the disk had room for only half of for a whole one. */
function wholeWrites(fd, onError) {
    return (chunk, ...rest) => {
        try {
            const bytes = Buffer.from(chunk);
            for (let done = 0; done < bytes.length;)
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(fd, bytes, done);
        }
        catch (error) {
            onError(error);
        }
        const callback = rest.at(-1);
        if (typeof callback === 'function')
            process.nextTick(callback);
        return true;
    };
}
/** Says everything on standard output: one stream keeps the order. */
function terminalLog() {
    const print = (text) => {
        process.stdout.write(`${text}\n`);
    };
    const group = (title, lines) => {
        for (const line of [title, ...lines])
            print(line);
    };
    return { info: print, debug: () => undefined, warning: print, error: print, group };
}


/***/ }),

/***/ 2212:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   textFiles: () => (/* binding */ textFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _base_encoding_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(246);


/** The files of this machine; the only way in which an input's file is read. */
const textFiles = { readText: async (path) => (0,_base_encoding_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path)) };


/***/ }),

/***/ 3692:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eu: () => (/* binding */ withRedactedAnswers),
/* harmony export */   m6: () => (/* binding */ parseHttpDate),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   yq: () => (/* binding */ parseRateLimitReset)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);

/**
 * Reads a `Retry-After` header, which holds seconds or an HTTP date, into milliseconds from the server's now. A date that has passed
 * gives 0; anything that is neither gives `undefined`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function parseRetryAfter(text, serverTimeMs) {
    const trimmed = text.trim();
    if (/^\d{1,9}$/.test(trimmed))
        return Number(trimmed) * 1000;
    const dateMs = parseHttpDate(trimmed);
    return dateMs === undefined ? undefined : Math.max(0, dateMs - serverTimeMs);
}
/**
 * Reads GitLab's `RateLimit-Reset`, a time in whole seconds since 1970 and not a span, into milliseconds from the server's now. A time that
 * has passed gives 0; anything else than digits gives `undefined`.
 * @see https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
 */
function parseRateLimitReset(text, serverTimeMs) {
    const trimmed = text.trim();
    if (!/^\d{9,11}$/.test(trimmed))
        return undefined;
    return Math.max(0, Number(trimmed) * 1000 - serverTimeMs);
}
/**
 * Milliseconds since 1970 of a date as HTTP writes it. `Date.parse` alone would also take things such as `2`, so the text has to begin with
 * the name of a day.
 */
function parseHttpDate(text) {
    if (!/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i.test(text))
        return undefined;
    const dateMs = Date.parse(text);
    return Number.isNaN(dateMs) ? undefined : dateMs;
}
/**
 * Far more than anybody makes of an answer that is no success in JSON: such a one is words for a person, or a page. Looking for secrets in the 10 MiB that an answer may have would keep
 * signals waiting for seconds.
 */
const mostCharacters = 256 * 1024;
/**
 * The same transport, whose bodies and addresses do not repeat our secrets: whatever is made of their words later, cut off or taken out of a page, holds
 * no piece of one. A success in JSON stays as it is, and is not looked at, because a short secret (a header's value may be `https`) can be part of honest texts in
 * it. All else is cut where it is too long to be looked at; that leaves a mark, at which half of a secret is known.
 */
function withRedactedAnswers(transport, redact) {
    return {
        send: async (request) => withoutSecrets(await transport.send(request), redact),
        close: () => transport.close(),
    };
}
function withoutSecrets(response, redact) {
    return { ...response, ...addresses(response, redact), body: bodyOf(response, redact) };
}
/** The headers with an address in them, before anybody reads one: what is an address is written in another way afterwards (a host in small letters). */
function addresses({ headers }, redact) {
    const { location = '', link = '' } = headers;
    const shown = { location: redact(location), link: redact(link) };
    if (shown.location === location && shown.link === link)
        return { headers };
    const changed = Object.entries(shown).filter(([name]) => Object.hasOwn(headers, name));
    return {
        headers: { ...headers, ...Object.fromEntries(changed) },
        leadsNowhere: shown.location === location ? undefined : true,
    };
}
function bodyOf(response, redact) {
    const text = response.body.toString('utf8');
    const isSuccess = response.status >= 200 && response.status < 300;
    if (isSuccess && isJson(text))
        return response.body;
    const clean = redact((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutText */ .IN)(text, mostCharacters));
    return clean === text ? response.body : Buffer.from(clean);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 6016:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  createNodeTransport: () => (/* binding */ createNodeTransport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(4942);
// EXTERNAL MODULE: ./out/bundle/http/proxy.js + 1 modules
var proxy = __nccwpck_require__(9024);
// EXTERNAL MODULE: ./out/bundle/http/transport.js
var transport = __nccwpck_require__(1675);
;// CONCATENATED MODULE: ./out/bundle/http/connections.js






/**
 * A TLS context that trusts `caCertificate` (PEM, one or more) beside what Node trusts by default. Takes tens of milliseconds, because
 * all default certificates are read again. OpenSSL passes over what it cannot read, so the text has to be checked before.
 */
function secureContextTrusting(caCertificate) {
    return external_node_tls_namespaceObject.createSecureContext({ ca: [...defaultCertificates(), caCertificate] });
}
/**
 * Node's own list, with the file of NODE_EXTRA_CA_CERTS and the system's store where those are switched on. A Node older than 22.15 cannot
 * tell what it loaded from that file: there, a given CA certificate replaces the file's, and both have to be given in one.
 */
function defaultCertificates() {
    const sinceNode22 = external_node_tls_namespaceObject;
    return sinceNode22.getCACertificates?.('default') ?? external_node_tls_namespaceObject.rootCertificates;
}
/**
 * The client's own idle timer ends a request with an error that shows the whole path. The deadline of each request makes it needless;
 * this is the longest that a timer can run.
 */
const noSocketTimeoutMs = 2 ** 31 - 1;
/** Opens nothing yet; `caCertificate` is read with the first request that needs it. `environment` tells which hosts are reached without a proxy. */
function createConnections(settings) {
    const { userAgent, caCertificate, environment = {} } = settings;
    // A request that has to queue in an agent would get a used socket without being told so, hence no limit.
    const options = { socketTimeout: noSocketTimeoutMs, maxSockets: Infinity };
    const client = new lib/* HttpClient */.Qq(userAgent, [], { ...options, keepAlive: false });
    const keptByProtocol = new Map();
    let secureContext;
    /** Certificates are checked, whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
    const trust = (target) => {
        Object.assign(target, { rejectUnauthorized: true });
        if (caCertificate === undefined)
            return;
        secureContext ??= secureContextTrusting(caCertificate);
        Object.assign(target, { secureContext });
    };
    const routeDirect = (url) => {
        const agent = keptByProtocol.get(url.protocol) ?? keptAgentFor(url);
        keptByProtocol.set(url.protocol, agent);
        if (url.protocol === 'https:')
            trust(optionsOf(agent));
        return { client, agent, host: withoutBrackets(url.hostname), proxy: undefined };
    };
    const routeThroughProxy = (url, agent, signal) => {
        const host = agent.proxyOptions.host ?? '';
        const port = agent.proxyOptions.port ?? '';
        trust(optionsOf(agent));
        trust(agent.proxyOptions);
        // The tunnel does not pass on that a request was given up, and its CONNECT would keep the process alive.
        Object.assign(agent.proxyOptions, { host: withoutBrackets(host), signal });
        return { client, agent, host: url.hostname, proxy: port === '' ? host : `${host}:${port}` };
    };
    return {
        routeTo: (url, signal) => {
            if ((0,proxy/* bypassesProxy */.Zt)(environment, url))
                return routeDirect(url);
            // Without keep-alive the client makes a new agent for each tunnel, so that each can have the signal of its request. Nothing is
            // lost: the `tunnel` package closes a connection as soon as it is free.
            const agent = agentFor(client, url);
            return isTunnel(agent) ? routeThroughProxy(url, agent, signal) : routeDirect(url);
        },
        close: () => {
            for (const agent of keptByProtocol.values())
                agent.destroy();
            keptByProtocol.clear();
        },
    };
}
/** The client would keep its agent, too, and leads through a proxy wherever its own rule says so. */
function keptAgentFor({ protocol }) {
    const options = { keepAlive: true, maxSockets: Infinity };
    return protocol === 'https:' ? new external_node_https_.Agent(options) : new external_node_http_.Agent(options);
}
/** The client's own error would carry the proxy's address, and with it a password, as a property. */
function agentFor(client, url) {
    try {
        return client.getAgent(url.href);
    }
    catch {
        throw new transport/* TransportFault */.w({
            kind: 'proxy',
            reached: 'no',
            message: 'the proxy address in the environment is not a valid URL',
        });
    }
}
/** The options for new connections, which the types of Node leave out. */
function optionsOf(agent) {
    if ('options' in agent && typeof agent.options === 'object' && agent.options !== null)
        return agent.options;
    throw new TypeError('an agent without options');
}
function isTunnel(agent) {
    return 'proxyOptions' in agent;
}
/** `URL` writes an IPv6 address in brackets, a socket wants it without. */
function withoutBrackets(hostname) {
    return hostname.replace(/^\[(.*)\]$/, '$1');
}

// EXTERNAL MODULE: ./out/bundle/http/response-body.js + 1 modules
var response_body = __nccwpck_require__(3714);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
;// CONCATENATED MODULE: ./out/bundle/http/transport-failure.js


const nameCodes = /^(?:ENOTFOUND|EAI_)/;
const tlsCodes = /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_C|INVALID_|PATH_LENGTH_|HOSTNAME_MISMATCH|EPROTO)/;
/** In TLS 1.3 the server asks for a client certificate after our side is done; without one it never decrypts the request. */
const clientCertificateEnding = '_ALERT_CERTIFICATE_REQUIRED';
/**
 * Says what went wrong on the way and whether the server can have seen the request. Certain only before the connection was open; from then
 * on it is always `maybe`, even for a kept connection that the server had closed long ago.
 */
function transportFaultOf(failure) {
    const { error, phase, server, passedDeadlineMs } = failure;
    if (error instanceof transport/* TransportFault */.w && passedDeadlineMs === undefined)
        return error;
    const kind = kindOf(failure);
    const beforeRequest = phase !== 'open' || kind === 'tls';
    return new transport/* TransportFault */.w({
        kind,
        reached: beforeRequest ? 'no' : 'maybe',
        message: `${wordsOf(kind, failure)}: ${server}${detailOf(kind, failure)}`,
        status: error instanceof transport/* TransportFault */.w ? error.status : undefined,
        cause: error,
    });
}
function kindOf({ error, phase, passedDeadlineMs }) {
    if (passedDeadlineMs !== undefined)
        return 'timeout';
    const code = codeOf(error);
    if (phase === 'open') {
        if (code.endsWith(clientCertificateEnding))
            return 'tls';
        return code === 'HPE_HEADER_OVERFLOW' ? 'too_large' : 'reset';
    }
    if (isProxyError(error))
        return 'proxy';
    if (nameCodes.test(code))
        return 'name';
    if (phase === 'handshake' || tlsCodes.test(code))
        return 'tls';
    return code === 'ETIMEDOUT' ? 'timeout' : 'refused';
}
function wordsOf(kind, { error, phase, passedDeadlineMs }) {
    switch (kind) {
        case 'name':
            return 'the host name could not be resolved';
        case 'refused':
            return 'no connection could be made';
        case 'tls':
            return 'no trusted TLS connection could be made';
        case 'proxy':
            return 'the proxy gave no connection';
        case 'timeout':
            return passedDeadlineMs === undefined
                ? 'the connection timed out'
                : `no ${phase === 'open' ? 'complete answer' : 'connection'} within ${passedDeadlineMs / 1000} s`;
        case 'too_large':
            return 'the headers of the answer are too long';
        case 'truncated':
        case 'reset':
            return codeOf(error).startsWith('HPE_')
                ? 'the answer is not HTTP'
                : 'the connection broke before an answer came';
    }
}
/** The system's code, OpenSSL's reason, the proxy's answer: short, and never anything of the request. */
function detailOf(kind, { error, proxy, passedDeadlineMs }) {
    const details = [];
    if (proxy !== undefined)
        details.push(`through the proxy ${proxy}`);
    if (passedDeadlineMs === undefined) {
        if (kind === 'proxy')
            details.push(proxyReasonOf(error));
        else
            details.push([codeOf(error), kind === 'tls' ? tlsReasonOf(error) : ''].filter(Boolean).join(': '));
    }
    const given = details.filter((detail) => detail !== '');
    return given.length === 0 ? '' : ` (${(0,base_text/* cleanLine */.Ow)(given.join(', '), 300)})`;
}
/** The `tunnel` package puts no code of its own on its errors, only these two beginnings of a message. */
function isProxyError(error) {
    return /^(?:tunneling socket could not be established|got illegal response body from proxy)/.test(textOf(error, 'message'));
}
function proxyReasonOf(error) {
    const message = textOf(error, 'message');
    const status = /statusCode=(\d{3})/.exec(message)?.[1];
    if (status !== undefined)
        return `it answered ${status} to CONNECT`;
    return /cause=(.*)/s.exec(message)?.[1] ?? message;
}
/**
 * OpenSSL's own reason where there is one: its messages are full of source positions. The advice that Node 24 appends to its own, a flag of
 * Node, is nothing that a step could follow.
 */
function tlsReasonOf(error) {
    return textOf(error, 'reason') || textOf(error, 'message').replace(/; if the root CA is installed.*$/s, '');
}
function codeOf(error) {
    return textOf(error, 'code');
}
/** A member of an error, wherever the error was made: those of another realm are no instances of our `Error`. */
function textOf(error, member) {
    if (typeof error !== 'object' || error === null)
        return '';
    const value = Reflect.get(error, member);
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./out/bundle/http/node-transport.js





/**
 * A transport over the agents of @actions/http-client: proxies from the environment, and connections that are kept between requests.
 * `caCertificate` is PEM text, trusted beside the default certificates; it is not read before the first HTTPS request.
 */
function createNodeTransport(options) {
    const { userAgent = 'gitlab-trigger', caCertificate, environment, clock } = options;
    const connections = createConnections({ userAgent, caCertificate, environment });
    const shared = { clock, connections, running: new Set() };
    return {
        send: (request) => send(shared, request),
        close: () => {
            for (const stop of shared.running)
                stop.abort();
            connections.close();
        },
    };
}
async function send(shared, request) {
    const { signal, timeoutMs } = request;
    signal.throwIfAborted();
    const progress = {
        phase: 'connecting',
        sent: undefined,
        proxy: undefined,
        deadlinePassed: false,
        sinkError: undefined,
    };
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    const deadline = startDeadline(shared.clock, timeoutMs, () => {
        progress.deadlinePassed = true;
        stop.abort();
    });
    signal.addEventListener('abort', onAbort, { once: true });
    shared.running.add(stop);
    try {
        return await exchange({ shared, request, progress, deadline, stop: stop.signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (progress.sinkError !== undefined)
            throw progress.sinkError.error;
        if (progress.sent === undefined)
            throw error;
        throw transportFaultOf({
            error,
            phase: progress.phase,
            passedDeadlineMs: progress.deadlinePassed ? timeoutMs : undefined,
            server: serverOf(request.url),
            proxy: progress.proxy,
        });
    }
    finally {
        shared.running.delete(stop);
        signal.removeEventListener('abort', onAbort);
        deadline.dispose();
    }
}
function startDeadline(clock, timeoutMs, onPassed) {
    let dispose = clock.schedule(timeoutMs, onPassed);
    return {
        restart: () => {
            dispose();
            dispose = clock.schedule(timeoutMs, onPassed);
        },
        dispose: () => dispose(),
    };
}
async function exchange(turn) {
    const { shared, request, progress, stop } = turn;
    const { url, method, headers } = request;
    const route = shared.connections.routeTo(url, stop);
    progress.proxy = route.proxy;
    const options = {
        method,
        host: route.host,
        port: url.port === '' ? undefined : url.port,
        path: url.pathname + url.search,
        headers: { 'user-agent': route.client.userAgent, ...headers, 'accept-encoding': codingFor(request) },
        agent: route.agent,
        signal: stop,
    };
    const httpModule = observed(url.protocol === 'https:' ? external_node_https_ : external_node_http_, (sent) => {
        progress.sent = sent;
        followPhase(sent, progress, url.protocol === 'https:');
        // Comes after the handshake: until then, what was written only waits in the socket.
        if (request.onSent !== undefined)
            sent.once('finish', request.onSent);
    });
    const { message } = await route.client.requestRaw({ options, parsedUrl: url, httpModule }, request.body ?? null);
    const head = { status: message.statusCode ?? 0, headers: headersOf(message), ...endOf(message) };
    if (request.sink?.accepts(head) !== true) {
        return { ...head, body: await (0,response_body/* readBody */.x8)(message, { maxBytes: request.maxBytes, signal: stop }) };
    }
    await pour(message, request.sink, turn);
    return { ...head, body: Buffer.alloc(0) };
}
/** Only what is undone here. A body that is streamed keeps its bytes and their places: parts of it may be asked for later. */
function codingFor({ sink }) {
    return sink === undefined ? 'gzip' : 'identity';
}
async function pour(message, sink, { progress, deadline }) {
    const onError = (error) => {
        progress.sinkError = { error };
        throw error;
    };
    const take = (chunk) => {
        deadline.restart();
        try {
            const written = sink.write(chunk);
            return written instanceof Promise ? written.then(deadline.restart, onError) : written;
        }
        catch (error) {
            return onError(error);
        }
    };
    await (0,response_body/* passBody */.Mb)(message, { maxBytes: sink.maxBytes, take });
}
/**
 * The same module, with a `request` that shows what it made. The client keeps the request object to itself, and nothing else tells how far
 * a connection has come. A prototype instead of a copy, because a copy would run the module's getters, which load the built-in fetch.
 */
function observed(module, onRequest) {
    const request = (options, onAnswer) => {
        const sent = module.request(options, onAnswer);
        onRequest(sent);
        return sent;
    };
    return Object.create(module, { request: { value: request } });
}
/** Keeps `progress.phase` true. A kept connection is open from the start; the socket of a tunnel is connected but has no TLS yet. */
function followPhase(sent, progress, secure) {
    sent.once('socket', (socket) => {
        const onConnect = () => {
            progress.phase = secure ? 'handshake' : 'open';
        };
        if (sent.reusedSocket) {
            progress.phase = 'open';
            return;
        }
        if (secure)
            socket.once('secureConnect', () => (progress.phase = 'open'));
        if (socket.connecting)
            socket.once('connect', onConnect);
        else
            onConnect();
    });
}
/** @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function endOf({ statusCode, headers }) {
    const isTold = headers['content-length'] !== undefined ||
        /\bchunked\b/i.test(headers['transfer-encoding'] ?? '') ||
        statusCode === 204 ||
        statusCode === 304;
    return isTold ? {} : { endUntold: true };
}
function headersOf(message) {
    return Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]));
}
function serverOf(url) {
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return `${url.hostname}:${port}`;
}


/***/ }),

/***/ 9024:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zt: () => (/* binding */ bypassesProxy),
  Xk: () => (/* binding */ debugsRequests),
  wS: () => (/* binding */ proxyProblem)
});

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
// EXTERNAL MODULE: ./out/bundle/base/address.js
var address = __nccwpck_require__(1879);
// EXTERNAL MODULE: ./out/bundle/base/glob.js
var glob = __nccwpck_require__(1037);
;// CONCATENATED MODULE: ./out/bundle/http/proxy.js



/**
 * Whether `no_proxy` says that `url` is reached directly. Loopback always is; else the list, with commas or blanks between, has hosts (and all below them), endings (`.corp.example`,
 * `*.corp.example`), each with a port or without, address ranges (`10.0.0.0/8`), and `*` for all. The HTTP client alone knows hosts, endings with a dot and `*`, passes
 * over the other forms without a word, and so sends what was meant to stay inside through the proxy.
 */
function bypassesProxy(env, url) {
    const host = url.hostname.toLowerCase();
    if (host === 'localhost' || host.startsWith('127.') || host === '[::1]')
        return true;
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    const list = [env.no_proxy, env.NO_PROXY].find((text) => (text ?? '') !== '') ?? '';
    return list
        .toLowerCase()
        .split(/[\s,]/)
        .filter((item) => item !== '')
        .some((item) => [host, `${host}:${port}`].some((name) => fits(name, item)) || isInRange(host, item));
}
function fits(name, item) {
    if (item.includes('*'))
        return (0,glob/* globMatcher */.fU)(item)(name);
    return name === item || name.endsWith(item.startsWith('.') ? item : `.${item}`);
}
function isInRange(host, item) {
    const [address = '', bits = '', ...more] = item.split('/');
    const family = (0,external_node_net_namespaceObject.isIP)(address);
    const given = host.startsWith('[') ? host.slice(1, -1) : host;
    if (family === 0 || (0,external_node_net_namespaceObject.isIP)(given) === 0 || more.length > 0 || !/^\d{1,3}$/.test(bits))
        return false;
    if (Number(bits) > (family === 4 ? 32 : 128))
        return false;
    const range = new external_node_net_namespaceObject.BlockList();
    range.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
    return range.check(given, (0,external_node_net_namespaceObject.isIP)(given) === 4 ? 'ipv4' : 'ipv6');
}
const hint = 'Write it as http://host:port (or http://user:password@host:port with special characters percent-encoded), or unset it.';
/**
 * Tells when the proxy variable that applies to `url` would not do what it says: @actions/http-client 4.0.1 connects directly, without a
 * word, when the scheme is missing (`host:3128`) or a percent-escape of the password is broken, and takes every other scheme
 * (`socks5://`) for HTTP. Gives `undefined` when no proxy applies or the setting is fine.
 */
function proxyProblem(env, url) {
    if (bypassesProxy(env, url))
        return undefined;
    const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
    const variable = names.find((name) => (env[name] ?? '') !== '');
    const value = variable === undefined ? undefined : env[variable];
    if (variable === undefined || value === undefined)
        return undefined;
    const why = reasonAgainst(value);
    return why === undefined ? undefined : { variable, why, hint };
}
function reasonAgainst(value) {
    const written = (0,address/* isUrl */.g)(value) ? value : `http://${value}`;
    if (!(0,address/* isUrl */.g)(written) || (written !== value && /^https?:/i.test(value)))
        return 'it is not a valid URL';
    const proxy = new URL(written);
    if (proxy.hostname === '')
        return 'it has no http:// or https:// in front, so it would be ignored';
    if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
        return `proxies of the kind ${proxy.protocol}// are not supported`;
    }
    return canDecode(proxy.username) && canDecode(proxy.password)
        ? undefined
        : 'its user name or password has a broken percent-escape, so it would be ignored';
}
function canDecode(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}
/** The parts of Node that print the headers of requests, the body, or the password of a proxy when NODE_DEBUG names them; some do so in some versions only. */
const telltaleParts = ['http', 'https', 'http2', 'net', 'stream', 'tls'];
/**
 * The parts of Node that NODE_DEBUG has print what is sent; empty when none would. Node reads the variable when it starts, so that it is too late to take it away.
 * It is a list with commas, `*` stands for any text, and case does not count.
 */
function debugsRequests(environment) {
    const patterns = (environment.NODE_DEBUG ?? '').toLowerCase().split(',').map(glob/* globMatcher */.fU);
    return telltaleParts.filter((part) => patterns.some((fitsPattern) => fitsPattern(part)));
}


/***/ }),

/***/ 3714:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Sm: () => (/* binding */ decodeEntities),
  Mb: () => (/* binding */ passBody),
  nK: () => (/* binding */ readAnswerBody),
  x8: () => (/* binding */ readBody)
});

// UNUSED EXPORTS: looksLikeHtml, pageTexts

// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __nccwpck_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./out/bundle/http/inflate.js


/** Every coding that shortens or hides a body. @see https://www.iana.org/assignments/http-parameters/ */
const knownCodings = new Set([
    'aes128gcm',
    'br',
    'compress',
    'dcb',
    'dcz',
    'deflate',
    'exi',
    'gzip',
    'pack200-gzip',
    'x-compress',
    'x-gzip',
    'zstd',
]);
/**
 * Reads a `Content-Encoding` header. Labels that name no coding say nothing and are passed over: storages and proxies write `utf-8`, `none` or
 * `aws-chunked` onto bodies that are plain. Two codings, one upon the other, are foreign.
 */
function contentCodingOf(header) {
    const codings = (header ?? '')
        .toLowerCase()
        .split(',')
        .map((name) => name.trim())
        .filter((name) => knownCodings.has(name));
    const [first] = codings;
    if (first === undefined)
        return { kind: 'plain' };
    if (codings.length > 1)
        return { kind: 'foreign', name: codings.join(' and ') };
    return first === 'gzip' || first === 'x-gzip' ? { kind: 'gzip' } : { kind: 'foreign', name: first };
}
/** Whether bytes begin as gzip does, which no text does. */
function beginsAsGzip(bytes) {
    return bytes.length > 1 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}
/** The bytes are not one whole gzip stream: broken, cut off, or with something behind its end. */
class BrokenGzip extends Error {
}
/**
 * Inflates piece by piece, and reads no more of `source` than is asked for; nothing comes of nothing. Memory is bounded however far the bytes
 * swell. Leaving the loop early ends `source` with its next piece.
 * @throws {BrokenGzip} at the end at the latest, so that nothing is whole before the loop is over.
 * @throws whatever `source` throws, and the reason of `signal` when it aborts.
 */
async function* inflate(source, signal) {
    const gunzip = (0,external_node_zlib_.createGunzip)();
    let takenBytes = 0;
    const sourceEnd = {};
    async function* counted() {
        try {
            for await (const piece of source) {
                takenBytes += piece.length;
                yield piece;
            }
        }
        catch (error) {
            sourceEnd.error = { thrown: error };
            throw error;
        }
    }
    const pumping = (0,promises_.pipeline)(counted, gunzip, { signal });
    // Told by the loop below as well; an error must not be left unhandled when the loop is left early.
    pumping.catch(() => undefined);
    try {
        for await (const piece of gunzip)
            yield piece;
        await pumping;
    }
    catch (error) {
        if (sourceEnd.error !== undefined)
            throw sourceEnd.error.thrown;
        signal.throwIfAborted();
        if (takenBytes > 0)
            throw new BrokenGzip('the gzip stream is broken', { cause: error });
        return;
    }
    // Zeros behind the end are passed over by zlib.
    if (gunzip.bytesWritten !== takenBytes)
        throw new BrokenGzip('something stands behind the gzip stream');
}

// EXTERNAL MODULE: ./out/bundle/http/transport.js
var transport = __nccwpck_require__(1675);
;// CONCATENATED MODULE: ./out/bundle/http/response-body.js



/** What gzip adds to bytes that it cannot shorten: one in a thousand is more than enough, and a name in its head. */
const gzipOverhead = (bytes) => Math.ceil(bytes / 1000) + 1024;
/**
 * Reads a body to its very end, inflated if it is gzip. `maxBytes` counts what comes out; `signal` ends inflating as it ends the connection.
 * @throws {TransportFault} `truncated` when the connection ended before the body did, or when it is not one whole gzip stream although it says
 * so, gzip although it does not say so, or in another coding; `too_large` as soon as it is known to be longer than `maxBytes`. The socket
 * is closed then.
 */
async function readBody(message, { maxBytes, signal }) {
    const coding = contentCodingOf(message.headers['content-encoding']);
    switch (coding.kind) {
        case 'plain':
            return notGzip(message, await collected(message, piecesOf(message, { maxBytes, wireBytes: maxBytes }), maxBytes));
        case 'gzip': {
            const wireBytes = maxBytes + gzipOverhead(maxBytes);
            const pieces = inflate(piecesOf(message, { maxBytes, wireBytes }), signal);
            try {
                return notGzip(message, await collected(message, pieces, maxBytes));
            }
            catch (error) {
                // The pieces would end with the next of them, which may never come.
                message.destroy();
                throw error instanceof BrokenGzip
                    ? notWhole("the answer's body is not the whole gzip stream that its headers announce", message, error)
                    : error;
            }
        }
        case 'foreign':
            message.destroy();
            throw foreignCoding(coding.name, message);
    }
}
/**
 * Hands a body to `take` piece by piece, as it is, waiting for a promise that it gives. What `take` throws is thrown, and the socket is closed.
 * @throws {TransportFault} as `readBody`, and `truncated` for any coding; what came before has been handed over by then.
 */
async function passBody(message, { maxBytes, take }) {
    const coding = contentCodingOf(message.headers['content-encoding']);
    if (coding.kind !== 'plain') {
        message.destroy();
        throw foreignCoding(coding.kind === 'gzip' ? 'gzip' : coding.name, message);
    }
    for await (const piece of piecesOf(message, { maxBytes, wireBytes: maxBytes })) {
        const taken = take(piece);
        if (taken instanceof Promise)
            await taken;
    }
}
/** The bytes of a body as they come. Leaving the loop early closes the socket. */
async function* piecesOf(message, { maxBytes, wireBytes }) {
    if (Number(message.headers['content-length'] ?? 0) > wireBytes) {
        message.destroy();
        throw tooLarge(maxBytes, message);
    }
    let length = 0;
    try {
        for await (const piece of message) {
            length += piece.length;
            if (length > wireBytes)
                throw tooLarge(maxBytes, message);
            yield piece;
        }
    }
    catch (error) {
        throw error instanceof transport/* TransportFault */.w ? error : truncated(length, message, error);
    }
    if (!message.complete)
        throw truncated(length, message);
}
async function collected(message, pieces, maxBytes) {
    const kept = [];
    let length = 0;
    for await (const piece of pieces) {
        length += piece.length;
        if (length > maxBytes)
            throw tooLarge(maxBytes, message);
        kept.push(piece);
    }
    return Buffer.concat(kept, length);
}
/** Held bodies are text: one that begins as gzip has lost its header on the way, or was packed twice. */
function notGzip(message, body) {
    if (beginsAsGzip(body))
        throw notWhole("the answer's body is gzip, and its headers do not say so", message);
    return body;
}
function tooLarge(maxBytes, { statusCode: status }) {
    return new transport/* TransportFault */.w({
        kind: 'too_large',
        reached: 'maybe',
        message: `the answer is longer than ${maxBytes} bytes`,
        status,
    });
}
function truncated(length, message, cause) {
    return notWhole(`the connection broke after ${length} bytes of the answer's body`, message, cause);
}
function foreignCoding(name, message) {
    return notWhole(`the answer's body came compressed in a way that was not asked for (${name}); something in front of GitLab does that`, message);
}
function notWhole(text, { statusCode: status }, cause) {
    return new transport/* TransportFault */.w({ kind: 'truncated', reached: 'maybe', message: text, status, cause });
}
/** How much of a page is looked at; a title and a first sentence stand at the top. */
const readCharacters = 16_384;
const namedEntities = {
    amp: '&',
    apos: "'",
    gt: '>',
    lt: '<',
    nbsp: ' ',
    quot: '"',
};
/** Decodes the entities that GitLab's sanitizer makes, and numeric ones, once: `&amp;lt;` becomes `&lt;`. Others stay as they are. */
function decodeEntities(text) {
    return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (entity, ...groups) => {
        const [decimal, hex, name] = groups;
        if (typeof name === 'string')
            return namedEntities[name] ?? entity;
        const code = typeof decimal === 'string' ? Number(decimal) : Number(`0x${String(hex)}`);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    });
}
function looksLikeHtml(text) {
    return /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1000));
}
/** The title of a page and the words that a reader would see, in this order, not yet cleaned; what is empty is left out. */
function pageTexts(html) {
    const top = html.slice(0, readCharacters);
    const title = elementText(top, 'title');
    const visible = ['head', 'script', 'style'].reduce(withoutElement, top);
    const words = textOf(visible);
    return [title, words].filter((text, index, all) => text !== '' && all.indexOf(text) === index);
}
function elementText(html, name) {
    const lower = html.toLowerCase();
    const start = lower.indexOf(`<${name}`);
    const open = start === -1 ? -1 : lower.indexOf('>', start);
    const end = open === -1 ? -1 : lower.indexOf(`</${name}`, open);
    return end === -1 ? '' : textOf(html.slice(open + 1, end));
}
/** By searching and not by a pattern, so that a hostile page cannot make it slow. An element that never ends takes the rest with it. */
function withoutElement(html, name) {
    const lower = html.toLowerCase();
    let kept = '';
    let position = 0;
    for (;;) {
        const start = indexOfTag(lower, `<${name}`, position);
        if (start === -1)
            return kept + html.slice(position);
        kept += `${html.slice(position, start)} `;
        const end = indexOfTag(lower, `</${name}`, start);
        if (end === -1)
            return kept;
        position = end;
    }
}
/** Where a tag of exactly this name begins, so that `<head` is not found in `<header>`. */
function indexOfTag(lower, opening, from) {
    let start = lower.indexOf(opening, from);
    while (start !== -1 && /[a-z\d-]/.test(lower.charAt(start + opening.length))) {
        start = lower.indexOf(opening, start + 1);
    }
    return start;
}
function textOf(html) {
    return decodeEntities(html.replace(/<[^<>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim();
}
/** Enough of a text that is not JSON to recognise who wrote it. */
const readBytes = 65_536;
/**
 * Finds out what a body is from its content and its `content-type` together: JSON has to parse, whatever its label says; a page is one
 * when either says so. Never throws.
 */
function readAnswerBody(contentType, body) {
    const start = body.toString('utf8', 0, readBytes).replace(/^\ufeff/, '');
    if (start.trim() === '')
        return { kind: 'none' };
    if (looksLikeHtml(start))
        return { kind: 'html', texts: cleaned(pageTexts(start)) };
    const value = parseJson(body.toString('utf8').replace(/^\ufeff/, ''));
    if (value !== undefined)
        return { kind: 'json', value };
    if (/\bx?html\b/i.test(contentType ?? ''))
        return { kind: 'html', texts: cleaned(pageTexts(start)) };
    return { kind: 'text', texts: cleaned([start]) };
}
/** `undefined` cannot come out of valid JSON, so it stands for everything else. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function cleaned(texts) {
    return texts.map((text) => (0,base_text/* cleanLine */.Ow)((0,base_text/* withoutTokens */.N_)(text))).filter((text) => text !== '');
}


/***/ }),

/***/ 1675:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TransportFault)
/* harmony export */ });
/** A request that got no complete answer. */
class TransportFault extends Error {
    kind;
    /** `no`: the server certainly never saw the request. `maybe`: it may have, and may have acted on it. */
    reached;
    /** Of the answer of which not all came. */
    status;
    constructor(fault) {
        super(fault.message, { cause: fault.cause });
        this.name = 'TransportFault';
        this.kind = fault.kind;
        this.reached = fault.reached;
        this.status = fault.status;
    }
}


/***/ }),

/***/ 1867:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ faultOfHost),
/* harmony export */   KV: () => (/* binding */ faultOfAddress),
/* harmony export */   TO: () => (/* binding */ parseProjectAddress),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   rd: () => (/* binding */ parseRef),
/* harmony export */   yI: () => (/* binding */ parseGitlabUrl)
/* harmony export */ });
/* harmony import */ var _base_address_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1879);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9094);




/** Why a text cannot be a plain web address, to follow "is …,": something in it that none has, or no host. `undefined` when nothing shows. */
function faultOfAddress(text) {
    const odd = /[^\p{L}\p{M}\p{N}._~:/[\]%+-]/u.exec(text)?.[0];
    if (odd !== undefined)
        return `with ${nameOf(odd)} in it`;
    const scheme = /^https?(?=:|\/)/i.exec(text)?.[0];
    const rest = text.slice(scheme?.length ?? 0);
    if (scheme !== undefined && !/^:\/\/(?!\/)/.test(rest))
        return `without "://" and a host behind ${scheme}`;
    if (/^:?\/\//.test(text))
        return 'without a scheme in front of //';
    if (text.startsWith('/'))
        return 'without a host in front of the path';
    if (/^:\/\/https?(?::|\/|$)/i.test(rest))
        return 'with two schemes';
    return undefined;
}
/** Why a host is none, to follow "is …,". `text` is the address as it was written. */
function faultOfHost(url, text) {
    const { hostname } = url;
    if (hostname.startsWith('['))
        return undefined;
    if (/^(?:null|undefined|true|false|object|array)$/i.test(hostname))
        return 'which is no host';
    // A number, and many a text of digits and dots, would become an address of a network.
    const written = text.replace(/^https?:\/\//i, '').replace(/[:/].*$/s, '');
    if (/^\d+(?:\.\d+){3}$/.test(hostname) && written !== hostname)
        return 'which is a number, and no host';
    const labels = hostname.replace(/\.$/, '').split('.');
    return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))
        ? undefined
        : 'with a part of the host that no name has';
}
const names = {
    '"': 'a double quote (")',
    "'": "a single quote (')",
    '`': 'a backtick (`)',
    ',': 'a comma (,)',
    ';': 'a semicolon (;)',
};
/** A character that one can see by itself, any other by its number. */
function nameOf(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    if (/[\u0021-\u007e]/.test(character))
        return names[character] ?? `the character ${character}`;
    return /[\p{P}\p{S}]/u.test(character)
        ? `the character ${character} (U+${code})`
        : `the character U+${code}`;
}
const hint = 'Give the address at which you open GitLab, such as https://gitlab.example.com, gitlab.example.com:8443 or https://example.com/gitlab.';
/**
 * Reads a URL, a host or `host:port` into the address of a GitLab instance; a path is GitLab's relative root, and an `/api/v4` at its end
 * is dropped. Without a scheme it is https, for loopback hosts too. Whether plain http may be used is for the caller to decide.
 */
function parseGitlabUrl(given) {
    const text = given.trim();
    const why = refusalOfText(text);
    if (why !== undefined)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: why, hint });
    const url = urlOf(text);
    if (url === undefined)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, which is not a web address`, hint });
    const noHost = faultOfHost(url, text);
    if (noHost !== undefined)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, ${noHost}`, hint });
    const root = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(url.pathname, '/').replace(/\/api\/v4$/, ''), '/');
    if (url.hostname === 'gitlab.com' && root !== '') {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, but gitlab.com serves GitLab at its root`,
            hint: 'Give https://gitlab.com here, and the path of the project as project_id.',
        });
    }
    const gitlabUrl = `${url.origin}${root}`;
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ apiUrl: new URL(`${gitlabUrl}/api/v4/`), gitlabUrl });
}
/** Whether a URL stays on this machine: localhost, 127.0.0.0/8 or [::1]. */
function isLoopback(url) {
    return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname);
}
/** What must not even be shown comes first: user names, passwords and queries can be secrets. */
function refusalOfText(text) {
    if (text.includes('@'))
        return 'has a user name or a password in it (not shown)';
    if (/[?#]/.test(text))
        return 'has a query or a fragment in it (not shown)';
    if (/[\s\u0000-\u001f\u007f\\]/u.test(text))
        return `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, with a space or a backslash in it`;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
        return `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, which is neither https nor http`;
    }
    const fault = text === 'https://' || text === 'http://' ? undefined : faultOfAddress(text);
    return fault === undefined ? undefined : `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, ${fault}`;
}
function urlOf(text) {
    const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    return (0,_base_address_js__WEBPACK_IMPORTED_MODULE_3__/* .isUrl */ .g)(url) ? new URL(url) : undefined;
}
const projectHint = 'Give the number of the project, or its full path such as group/app or group/sub/app.';
/** Reads a project's number, or its full path, which may be percent-encoded once (`group%2Fapp`). */
function parseProjectAddress(given) {
    const text = given.trim();
    if (/^\d+$/.test(text))
        return projectId(text);
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[\w.-]+@[\w.-]+:/.test(text))
        return projectUrl(text);
    const decoded = decodedOnce(text);
    if (decoded === undefined) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, with a percent sign that encodes nothing`,
            hint: projectHint,
        });
    }
    const path = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(decoded.replace(/^\/+/, ''), '/');
    const why = refusalOfPath(path);
    return why === undefined
        ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ kind: 'path', path })
        : (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, ${why}`, hint: projectHint });
}
function projectId(text) {
    const id = Number(text);
    if (id > 0 && Number.isSafeInteger(id) && !text.startsWith('0'))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ kind: 'id', id });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text)}, which no project can have as its number`, hint: projectHint });
}
function projectUrl(text) {
    const written = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/|[^:]*:)([^?#]*)/i.exec(text)?.[1];
    const bare = written?.replace(/\/-\/.*$/, '').replace(/^\/+/, '');
    const path = bare === undefined ? undefined : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(bare, '/').replace(/\.git$/, '');
    const isUsable = path !== undefined && refusalOfPath(path) === undefined;
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
        what: 'is an address, not a path',
        hint: isUsable
            ? `Give only the path of the project: ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(path)}, as it seems; the host belongs in gitlab_url.`
            : projectHint,
    });
}
function decodedOnce(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Why a text cannot be the full path of a project; `undefined` when it can.
 * @see https://docs.gitlab.com/user/reserved_names/ for the characters of a path
 */
function refusalOfPath(path) {
    if (path.includes('%'))
        return 'which is percent-encoded twice';
    if (!path.includes('/'))
        return 'which has no slash: a name alone could be in any group';
    if (!/^[\w./-]+$/.test(path))
        return 'with a character that no path has (letters, digits, ".", "_" and "-" are possible)';
    if (/(?:^|\/)\.{0,2}(?:\/|$)/.test(path))
        return 'with an empty part, "." or ".." in it';
    return path.endsWith('.git') ? 'which ends in .git, as only an address for cloning does' : undefined;
}
const refHint = 'Give a branch or a tag, such as main, refs/heads/main or refs/tags/v1.';
/**
 * Reads the name of a branch or tag: short, `refs/heads/…` or `refs/tags/…`. Refuses what git would never take as such a name, and
 * commits, which GitLab does not start pipelines for.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
function parseRef(given) {
    const ref = given.trim();
    const problem = problemOf(ref);
    return problem === undefined ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(ref) : (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)(problem);
}
function problemOf(ref) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref)) {
        return {
            what: 'is a commit SHA, and GitLab starts pipelines for branches and tags only',
            hint: 'Give the branch or tag that holds the commit.',
        };
    }
    const kind = /^refs\/([^/]*)(?:\/|$)/.exec(ref)?.[1];
    if (kind !== undefined && kind !== 'heads' && kind !== 'tags')
        return foreignRef(ref, kind);
    const why = refusalOfName(ref.replace(/^refs\/(?:heads|tags)(?:\/|$)/, ''));
    return why === undefined ? undefined : { what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(ref)}, ${why}`, hint: refHint };
}
function foreignRef(ref, kind) {
    if (kind === 'pull') {
        return {
            what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(ref)}, which exists on GitHub only`,
            hint: 'Give a branch of the GitLab project; in a pull request, github.head_ref is the short name of its branch.',
        };
    }
    const short = kind === 'remotes' ? /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1] : undefined;
    const advice = short === undefined
        ? refHint
        : `Give the name that it has in GitLab itself: ${short}, or refs/heads/${short}.`;
    return { what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(ref)}, which is neither a branch nor a tag`, hint: advice };
}
function refusalOfName(name) {
    if (name === '')
        return 'which names nothing';
    if (/[\s\u0000-\u001f\u007f]/u.test(name))
        return 'with a space or a control character in it';
    if (/[~^:?*[\\]/.test(name))
        return 'with one of ~ ^ : ? * [ \\ in it';
    if (/\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|^[-./]|[./]$|^@$/.test(name)) {
        return 'which git does not allow as a name (because of "..", "@{", "//", ".lock", or what it begins or ends with)';
    }
    return undefined;
}


/***/ }),

/***/ 609:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ parseCaCertificate),
/* harmony export */   r: () => (/* binding */ readableFile)
/* harmony export */ });
/* harmony import */ var _base_encoding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(246);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9094);



/** The text of a file that an input names, without a byte order mark; a file that cannot be read is a problem with its error code. */
async function readableFile(files, path) {
    try {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)((await files.readText(path)).replace(/^\ufeff/, ''));
    }
    catch (error) {
        if (error instanceof _base_encoding_js__WEBPACK_IMPORTED_MODULE_0__/* .UnfitTextError */ .K4) {
            const hint = 'Save the file as UTF-8, or as UTF-16 with a byte order mark.';
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ at: ` ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(path)}`, what: error.why, hint });
        }
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            at: ` ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(path)}`,
            what: `cannot be read (${codeOf(error)})`,
            hint: 'Give the path of a UTF-8 text file, relative to the working directory or absolute.',
        });
    }
}
function codeOf(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode && typeof error.code === 'string' ? error.code : 'no error code';
}
const hint = 'Give the text of one or more certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept, or the path of a file with them.';
/** Reads PEM text, or the file that a path names, into PEM certificates that could all be decoded. Never shows what it read. */
async function parseCaCertificate(given, files) {
    const text = given.trim();
    if (text.includes('-----BEGIN'))
        return certificatesOf(text);
    const isPath = !/[\r\n]/.test(text) && text.length <= longestPath;
    const file = isPath ? await readableFile(files, text) : neither;
    if (file.kind === 'ok')
        return certificatesOf(file.value);
    const what = whatOfBase64(text);
    return what === undefined ? file : (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what, hint: decodeHint });
}
const neither = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: 'is neither a certificate nor a path (not shown)', hint });
/** No system takes a longer path. */
const longestPath = 4096;
const decodeHint = 'Decode it first (base64 -d), or give the text of the certificate itself, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept.';
/** What a text in base64 seems to be; no certificate is shorter than two hundred characters. */
function whatOfBase64(text) {
    const lines = text.replaceAll(/[\r\n]/g, '');
    if (lines.length < 200 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(lines))
        return undefined;
    // The first bytes of PEM and of DER.
    if (text.startsWith('LS0tLS1CRUdJTi'))
        return 'is a text of certificates in base64, not the text itself (not shown)';
    if (lines !== text)
        return undefined;
    return text.startsWith('MII')
        ? 'is a certificate in base64 without its lines BEGIN and END (not shown)'
        : 'is neither a certificate nor a path, but a text in base64 (not shown)';
}
async function certificatesOf(text) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: 'holds a private key',
            hint: `Take it out, and replace it if others could see it. ${hint}`,
        });
    }
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0 || blocks.length !== text.split('-----BEGIN CERTIFICATE-----').length - 1) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: 'holds no certificate, or one that is cut off (not shown)', hint });
    }
    // Loaded here because hardly anybody gives a certificate.
    const { X509Certificate } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 19));
    const bad = blocks.findIndex((block) => !isReadable(() => new X509Certificate(block)));
    if (bad >= 0)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `holds a certificate that cannot be read, number ${bad + 1}`, hint });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(`${blocks.join('\n')}\n`);
}
function isReadable(read) {
    try {
        read();
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 3250:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Dv: () => (/* binding */ checkTable),
  NY: () => (/* binding */ parseTriggerRequest),
  $N: () => (/* binding */ triggerTable)
});

// UNUSED EXPORTS: triggerInputs

// EXTERNAL MODULE: ./out/bundle/inputs/addresses.js
var addresses = __nccwpck_require__(1867);
// EXTERNAL MODULE: ./out/bundle/inputs/connection.js
var connection = __nccwpck_require__(3239);
// EXTERNAL MODULE: ./out/bundle/inputs/feedback.js
var feedback = __nccwpck_require__(4620);
// EXTERNAL MODULE: ./out/bundle/inputs/follow.js
var follow = __nccwpck_require__(3590);
// EXTERNAL MODULE: ./out/bundle/inputs/needs-wait.js
var needs_wait = __nccwpck_require__(514);
// EXTERNAL MODULE: ./out/bundle/inputs/parsing.js
var parsing = __nccwpck_require__(3015);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __nccwpck_require__(4810);
// EXTERNAL MODULE: ./out/bundle/base/document.js
var base_document = __nccwpck_require__(9330);
// EXTERNAL MODULE: ./out/bundle/inputs/scalars.js
var scalars = __nccwpck_require__(9094);
;// CONCATENATED MODULE: ./out/bundle/inputs/documents.js



/** Enough for any honest text; a text that doubles itself by aliases hits it at once. */
const maxAliases = 100;
const plainTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
const nothing = { kind: 'null' };
/**
 * Reads one YAML 1.2 document into a tree; an empty one is an empty map. Keys must be texts; tags beyond the core ones and merge keys are refused.
 * Problems tell places and never the text, which can hold secrets. The library is loaded by the first call.
 */
async function parseYaml(text) {
    const yaml = await __nccwpck_require__.e(/* import() */ 8815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const tokens = Array.from(new yaml.Parser().parse(text));
    if (tokens.some((token) => (0,base_document/* isDeeperThan */.hz)(base_document/* maxDepth */.Mw + 1, token)))
        return (0,parsing/* wrong */.Qm)(tooDeep);
    const [document, second] = Array.from(new yaml.Composer({ uniqueKeys: false }).compose(tokens, true, text.length));
    const [error] = document?.errors ?? [];
    if (error !== undefined)
        return (0,parsing/* wrong */.Qm)(syntaxProblem((0,base_document/* placeOf */.$t)(text, error.pos[0]), error.code));
    if (second !== undefined)
        return (0,parsing/* wrong */.Qm)(secondDocument((0,base_document/* placeOf */.$t)(text, second.range[0])));
    if (document === undefined || document.contents === null)
        return (0,parsing.ok)({ kind: 'map', entries: [] });
    const reader = { yaml, document, text, problems: [], aliases: 0 };
    const node = readNode(reader, document.contents, 0);
    return (0,parsing/* okUnless */.rF)(reader.problems, node);
}
function readNode(reader, node, depth) {
    const { yaml } = reader;
    if (node === null)
        return nothing;
    if (!yaml.isNode(node))
        return refuse(reader, undefined, 'is not plain YAML');
    if (depth > base_document/* maxDepth */.Mw)
        return refuse(reader, node, `is nested deeper than ${base_document/* maxDepth */.Mw} levels`);
    if (yaml.isAlias(node))
        return readAlias(reader, node, depth);
    if (node.tag !== undefined && !plainTags.has(node.tag))
        return refuse(reader, node, 'has a tag');
    if (yaml.isMap(node))
        return { kind: 'map', entries: readEntries(reader, node, depth) };
    if (yaml.isSeq(node)) {
        return { kind: 'list', items: node.items.map((item) => readNode(reader, item, depth + 1)) };
    }
    return yaml.isScalar(node) ? readScalar(reader, node) : refuse(reader, node, 'is not plain YAML');
}
function readEntries(reader, map, depth) {
    return map.items.flatMap(({ key, value }) => {
        if (!reader.yaml.isScalar(key) || typeof key.value !== 'string') {
            refuse(reader, key, 'has a key that is not a text (put it in quotes)');
            return [];
        }
        if (key.value === '<<' && key.type === 'PLAIN') {
            refuse(reader, key, 'has a merge key');
            return [];
        }
        return [{ key: key.value, value: readNode(reader, value, depth + 1) }];
    });
}
function readScalar(reader, scalar) {
    const { value, source } = scalar;
    if (typeof value === 'string')
        return { kind: 'text', text: value };
    if (typeof value === 'number')
        return { kind: 'number', value, source: source ?? String(value) };
    if (typeof value === 'boolean')
        return { kind: 'boolean', value, source: source ?? String(value) };
    return value === null ? nothing : refuse(reader, scalar, 'is a date, binary or of another special kind');
}
function readAlias(reader, alias, depth) {
    reader.aliases += 1;
    if (reader.aliases > maxAliases) {
        return reader.aliases === maxAliases + 1
            ? refuse(reader, alias, `has more than ${maxAliases} aliases`)
            : nothing;
    }
    const target = alias.resolve(reader.document);
    return target === undefined
        ? refuse(reader, alias, 'has an alias of nothing')
        : readNode(reader, target, depth + 1);
}
function refuse(reader, node, what) {
    const offset = reader.yaml.isNode(node) ? node.range?.[0] : undefined;
    reader.problems.push({
        at: offset === undefined ? undefined : (0,base_document/* placeOf */.$t)(reader.text, offset),
        what,
        hint: 'Use plain YAML: texts, numbers, true, false, lists and maps.',
    });
    return nothing;
}
const tooDeep = {
    what: `is nested deeper than ${base_document/* maxDepth */.Mw} levels`,
    hint: 'Put quotes around values that start with brackets.',
};
function secondDocument(at) {
    return {
        at,
        what: 'starts a second document (not shown)',
        hint: 'Give one document, without a line "---" between.',
    };
}
/** The library's own messages quote the text, so only its error codes are used. */
function syntaxProblem(at, code) {
    return { at, what: 'is not valid YAML (not shown)', hint: hintOf(code) };
}
function hintOf(code) {
    if (code === 'TAB_AS_INDENT')
        return 'Indent with spaces, not tabs.';
    if (code === 'BAD_DQ_ESCAPE') {
        return 'In double quotes a backslash has to be written twice; or use single quotes.';
    }
    return 'Write one "KEY: value" a line, all with the same indentation, and put values with special characters in quotes.';
}
/** Reads a JSON object (a text that starts with `{`) or a YAML map. */
async function parseMap(text) {
    const document = text.trimStart().startsWith('{') ? parseJson(text) : await parseYaml(text);
    if (document.kind === 'wrong') {
        const problems = document.problems.map((problem) => problem.what.startsWith('is not valid YAML')
            ? { ...problem, hint: `${problem.hint} ${pasteHint}` }
            : problem);
        return (0,parsing/* wrongAll */.LN)(problems);
    }
    const node = document.value;
    // What `toJSON` gives for a context that does not exist in this run.
    if (node.kind === 'null')
        return (0,parsing.ok)({ kind: 'map', entries: [] });
    if (node.kind === 'map')
        return (0,parsing/* okUnless */.rF)([], node);
    return (0,parsing/* wrong */.Qm)({
        what: `is ${kindName(node)}, not a map (not shown)`,
        hint: 'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).',
    });
}
function kindName(node) {
    if (node.kind !== 'list')
        return 'a single value';
    return node.items.length === 0 ? 'an empty list' : 'a list';
}
/** The usual cause of a text that is none of a language, and its mend. */
const pasteHint = 'If "${{ … }}" stands inside quotes in it, the text that was pasted in has quotes or line ends of its own: write ${{ toJSON(…) }} in its place, without quotes around it.';
function parseJson(text) {
    const reading = (0,base_document/* readJson */.Vh)(text);
    if (reading.kind === 'ok')
        return (0,parsing.ok)(reading.node);
    return (0,parsing/* wrong */.Qm)({
        at: (0,base_document/* placeOf */.$t)(text, reading.offset),
        what: 'is where the text stops being valid JSON (not shown)',
        hint: `A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than ${base_document/* maxDepth */.Mw} levels. ${pasteHint}`,
    });
}
/** The problems of keys that a map has more than once; `at` is the place of the map. */
function repeatedKeys(map, at) {
    const seen = new Set();
    const repeated = new Set();
    for (const { key } of map.entries)
        (seen.has(key) ? repeated : seen).add(key);
    return Array.from(repeated, (key) => ({
        at: `${at}.${(0,scalars/* shownKey */.dM)(key)}`,
        what: 'is given more than once',
        hint: 'Give each key once.',
    }));
}
/** A text of JSON may have one, written `\ud83d`; no request can carry it. */
const halfCharacter = {
    what: 'has half a character in it (a lone surrogate)',
    hint: 'Write the whole character, or both halves of it.',
};

;// CONCATENATED MODULE: ./out/bundle/inputs/pipeline-inputs.js




/** Reads a JSON object or YAML map of typed pipeline inputs; types are kept, and nothing that JSON cannot say gets through. */
async function parsePipelineInputs(given) {
    const map = await parseMap(given);
    if (map.kind === 'wrong')
        return map;
    const problems = [];
    const values = jsonMapOf(map.value, { path: '', problems });
    return (0,parsing/* okUnless */.rF)(problems, values);
}
function jsonMapOf(map, place) {
    for (const problem of repeatedKeys(map, place.path))
        place.problems.push(problem);
    // Not by assignment: `__proto__` is a key like any other.
    return Object.fromEntries(map.entries.map(({ key, value }) => [key, jsonOf(value, inside(place, (0,scalars/* shownKey */.dM)(key)))]));
}
function jsonOf(node, place) {
    switch (node.kind) {
        case 'text':
            if (/\p{Surrogate}/u.test(node.text))
                place.problems.push({ at: place.path, ...halfCharacter });
            return node.text;
        case 'boolean':
            return node.value;
        case 'null':
            return null;
        case 'number':
            checkNumber(node, place);
            return node.value;
        case 'list':
            return node.items.map((item, index) => jsonOf(item, inside(place, String(index))));
        case 'map':
            return jsonMapOf(node, place);
        default:
            return (0,assert_never/* assertNever */.x)(node);
    }
}
function checkNumber(number, place) {
    if (Number.isFinite(number.value) && !losesDigits(number))
        return;
    place.problems.push({
        at: place.path,
        what: 'is a number that cannot be sent exactly',
        hint: 'Put it in quotes to send it as text, or give a finite number of at most 15 digits.',
    });
}
/** A fraction is sent as near as any JSON reader would take it; a whole number is often an id, and must not change. */
function losesDigits({ value, source }) {
    const isWhole = /^(?:[+-]?\d+|0x[\da-f]+|0o[0-7]+)$/i.test(source);
    return isWhole && BigInt(source).toString() !== String(value);
}
function inside(place, key) {
    return { path: `${place.path}.${key}`, problems: place.problems };
}

// EXTERNAL MODULE: ./out/bundle/inputs/results.js
var results = __nccwpck_require__(9081);
// EXTERNAL MODULE: ./out/bundle/inputs/table.js
var table = __nccwpck_require__(5939);
// EXTERNAL MODULE: ./out/bundle/inputs/tokens-and-headers.js
var tokens_and_headers = __nccwpck_require__(7470);
// EXTERNAL MODULE: ./out/bundle/inputs/ca-certificate.js
var ca_certificate = __nccwpck_require__(609);
;// CONCATENATED MODULE: ./out/bundle/inputs/variables.js





const variableNameHint = 'A name has 1 to 255 characters out of A-Z, a-z, 0-9 and _.';
/** Why GitLab would refuse a text as the name of a pipeline variable, to follow the name; `undefined` when it would not. */
function refusalOfVariableName(name) {
    if (name === 'TRIGGER_PAYLOAD') {
        return 'is a variable that GitLab itself sets in every triggered pipeline';
    }
    if (name.trim() !== name)
        return 'has white space around its name';
    return /^[A-Za-z0-9_]{1,255}$/.test(name) ? undefined : 'is not a name that GitLab accepts';
}
/**
 * Whether a text is `KEY=VALUE` lines: the first line that is neither blank nor a comment decides. It is one when a `=` comes before any
 * colon, quote or bracket, because the first line of a map in YAML or JSON has one of these.
 */
function isKeyValueText(text) {
    const first = text.split('\n').find(isTelling);
    return first !== undefined && /^[^=:"'{}[\]]*=/.test(first);
}
/**
 * Reads `KEY=VALUE` lines. A value is everything after the first `=` to the end of the line, verbatim, quotes and spaces included.
 * Blank lines and lines that start with `#` are skipped. Problems tell the line's number only: a part of a value can look like a name.
 */
function parseKeyValueLines(text) {
    const variables = new Map();
    const problems = [];
    for (const [index, rawLine] of text.split('\n').entries()) {
        if (!isTelling(rawLine))
            continue;
        const line = rawLine.replace(/\r$/, '');
        const equals = line.indexOf('=');
        const name = line.slice(0, Math.max(0, equals));
        const problem = equals < 0 ? notKeyValue : problemOfName(name, variables);
        if (problem === undefined)
            variables.set(name, line.slice(equals + 1));
        else
            problems.push({ at: ` (line ${index + 1})`, ...problem });
    }
    return (0,parsing/* okUnless */.rF)(problems, Object.fromEntries(variables));
}
const notKeyValue = {
    what: 'is not KEY=VALUE (not shown)',
    hint: 'Write one KEY=VALUE a line; for values of several lines give a YAML map (KEY: ${{ toJSON(…) }}) or a JSON object.',
};
function isTelling(line) {
    return line.trim() !== '' && !line.trimStart().startsWith('#');
}
function problemOfName(name, known) {
    if (known.has(name))
        return { what: `gives ${name} once more`, hint: 'Give each variable once.' };
    if (name === 'TRIGGER_PAYLOAD') {
        return {
            what: 'sets TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline',
            hint: 'Choose another name.',
        };
    }
    return refusalOfVariableName(name) === undefined
        ? undefined
        : {
            what: 'has no valid name before "=" (not shown)',
            hint: `${variableNameHint} No space is allowed around it.`,
        };
}
/**
 * Reads pipeline variables from a JSON object (the text starts with `{`), from `KEY=VALUE` lines (the first line that says something is one), or from a
 * YAML map. Numbers and booleans become the text that was written. Values are never shown.
 */
async function parseVariables(given) {
    const text = given.replace(/^\ufeff/, '');
    if (isKeyValueText(text))
        return parseKeyValueLines(text);
    const map = await parseMap(text);
    if (map.kind === 'wrong')
        return map;
    const problems = [...repeatedKeys(map.value, ''), ...map.value.entries.flatMap(problemsOfEntry)];
    return (0,parsing/* okUnless */.rF)(problems, Object.fromEntries(map.value.entries.map(({ key, value }) => [key, textOf(value)])));
}
/** Reads the files that are named one a line; where several have a variable, the last file wins. */
async function parseVariablesFiles(given, files) {
    const paths = given.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    const outcomes = await Promise.all(paths.map((path) => parseVariablesFile(path, files)));
    const problems = outcomes.flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : []));
    const entries = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? Object.entries(outcome.value) : []));
    return (0,parsing/* okUnless */.rF)(problems, Object.fromEntries(entries));
}
async function parseVariablesFile(path, files) {
    const file = await (0,ca_certificate/* readableFile */.r)(files, path);
    if (file.kind === 'wrong')
        return file;
    if (file.value.trim() === '')
        return (0,parsing.ok)({});
    const variables = await parseVariables(file.value);
    if (variables.kind === 'ok')
        return variables;
    return (0,parsing/* wrongAll */.LN)(variables.problems.map((problem) => ({ ...problem, at: ` ${(0,scalars/* shownText */.f$)(path)}${problem.at ?? ''}` })));
}
function problemsOfEntry({ key, value }) {
    const at = `.${(0,scalars/* shownKey */.dM)(key)}`;
    const why = refusalOfVariableName(key);
    const nameProblems = why === undefined ? [] : [{ at, what: why, hint: variableNameHint }];
    return [...nameProblems, ...problemsOfValue(value, at)];
}
function problemsOfValue(value, at) {
    switch (value.kind) {
        case 'text':
            return /\p{Surrogate}/u.test(value.text) ? [{ at, ...halfCharacter }] : [];
        case 'number':
        case 'boolean':
            return [];
        case 'null':
            return [{ at, what: 'has no value', hint: 'Write "" for an empty value.' }];
        case 'list':
            return [nested(value.items.length === 0 ? at : `${at}.0`)];
        case 'map': {
            const [first] = value.entries;
            return [nested(first === undefined ? at : `${at}.${(0,scalars/* shownKey */.dM)(first.key)}`)];
        }
        default:
            return (0,assert_never/* assertNever */.x)(value);
    }
}
function nested(at) {
    return {
        at,
        what: 'is nested, but a variable is one text',
        hint: 'Give each part its own variable, write the value as JSON in quotes, or use inputs, which keep lists.',
    };
}
function textOf(value) {
    switch (value.kind) {
        case 'text':
            return value.text;
        case 'number':
        case 'boolean':
            return value.source;
        case 'null':
        case 'list':
        case 'map':
            return '';
        default:
            return (0,assert_never/* assertNever */.x)(value);
    }
}

;// CONCATENATED MODULE: ./out/bundle/inputs/commands/trigger.js












/** Every input of the action that starts a pipeline, in the order of its documentation. */
const triggerTable = {
    gitlab_url: connection/* connectionInputs */.eu.gitlab_url,
    project_id: connection/* projectInput */.Yg,
    ref: {
        required: 'always',
        default: undefined,
        description: 'Branch or tag to run on: its short name, or refs/heads/... or refs/tags/.... GitLab does not start pipelines for a commit SHA.',
        secret: 'none',
        parse: addresses/* parseRef */.rd,
    },
    token: {
        required: 'never',
        default: undefined,
        description: 'Pipeline trigger token of the project, from a secret; or the CI_JOB_TOKEN of a running GitLab job.',
        secret: 'all',
        parse: tokens_and_headers/* parseTriggerToken */.x0,
    },
    access_token: connection/* accessTokenInput */.e,
    variables: {
        required: 'never',
        default: undefined,
        description: 'Pipeline variables: a JSON object, a YAML map, or KEY=VALUE lines. In a line, everything after the first = is the value, quotes included. Numbers and booleans are sent as they are written.',
        secret: 'none',
        lines: 'many',
        parse: parseVariables,
    },
    variables_file: {
        required: 'never',
        default: undefined,
        description: 'Paths of files with variables in the same formats, one a line. Later files win over earlier ones, and variables wins over all files.',
        secret: 'none',
        lines: 'many',
        parse: parseVariablesFiles,
    },
    inputs: {
        required: 'never',
        default: undefined,
        description: 'Typed pipeline inputs (spec:inputs of the CI configuration): a JSON object or a YAML map. Numbers, booleans and lists keep their types. Needs GitLab 17.11 or newer.',
        secret: 'none',
        lines: 'many',
        parse: parsePipelineInputs,
    },
    forward_context: {
        required: 'never',
        default: 'false',
        description: 'Add what is known of this run (repository, commit, ref, actor, links, pull request) as variables UPSTREAM_..., see docs/context.md. Your own variables win.',
        secret: 'none',
        parse: scalars/* parseBoolean */.yG,
    },
    expected_sha: follow/* expectedShaInput */.VL,
    dry_run: {
        required: 'never',
        default: 'false',
        description: 'Check everything that starting the pipeline needs, and start nothing: tokens, project, ref, CI configuration, rules. The step fails when a check does.',
        secret: 'none',
        parse: scalars/* parseBoolean */.yG,
    },
    wait: {
        required: 'never',
        default: 'false',
        description: 'Follow the pipeline to its end, and pass or fail with it.',
        secret: 'none',
        parse: scalars/* parseBoolean */.yG,
    },
    ...(0,needs_wait/* withWaitNeeds */.n5)(follow/* followInputs */.v3),
    supersede: {
        required: 'never',
        default: 'false',
        description: 'Cancel older running pipelines that the same workflow job started from the same branch or pull request for the same project and ref. Needs token, and access_token with the scope api that may read pipeline variables: of a Maintainer, or of the owner of the trigger token.',
        secret: 'none',
        parse: scalars/* parseBoolean */.yG,
    },
    ...(0,needs_wait/* withWaitNeeds */.n5)(results/* reportInputs */.eP),
    ...(0,needs_wait/* withWaitNeeds */.n5)(results/* resultsInputs */.mA),
    ...(0,needs_wait/* withWaitNeeds */.n5)(feedback/* feedbackInputs */.n),
    ca_certificate: connection/* connectionInputs */.eu.ca_certificate,
    request_headers: connection/* connectionInputs */.eu.request_headers,
    request_timeout: connection/* connectionInputs */.eu.request_timeout,
    allow_http: connection/* connectionInputs */.eu.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const triggerInputs = (0,table/* inputDescriptions */.s$)(triggerTable);
/**
 * Reads, checks and freezes everything that starts one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret or the value of a variable.
 */
async function parseTriggerRequest(source, files) {
    const reading = await (0,table/* readInputs */.Ko)(triggerTable, { source, files });
    const waitNeeds = await (0,needs_wait/* waitNeedsMet */.pQ)({ table: triggerTable, reading }, { source, files });
    const request = (0,parsing/* all */.Q7)({
        connection: (0,connection/* connectionOf */.ao)(reading),
        project: reading.project_id,
        ref: reading.ref,
        credentials: (0,tokens_and_headers/* credentialsOf */.YN)(reading),
        variables: variablesOf(reading),
        pipelineInputs: (0,parsing/* andThen */.hg)(reading.inputs, (inputs) => (0,parsing.ok)(inputs ?? {})),
        forwardContext: reading.forward_context,
        dryRun: reading.dry_run,
        expectedSha: reading.expected_sha,
        follow: followIfWaiting(reading),
        supersede: supersedeOf(reading),
        report: (0,results/* reportOf */.EI)(reading),
        results: (0,results/* resultsOf */.qS)(reading),
        feedback: (0,feedback/* feedbackOf */.XK)(reading),
    });
    return (0,table/* parsedOf */.rF)((0,parsing/* andThen */.hg)((0,parsing/* all */.Q7)({ request, waitNeeds }), ({ request: checked }) => (0,parsing.ok)(checked)));
}
function variablesOf(reading) {
    const both = (0,parsing/* all */.Q7)({ fromText: reading.variables, fromFiles: reading.variables_file });
    return (0,parsing/* andThen */.hg)(both, ({ fromText, fromFiles }) => (0,parsing.ok)({ ...fromFiles, ...fromText }));
}
/** How to follow, also where nobody does: what is wrong with it is told all the same. */
function followIfWaiting(reading) {
    const both = (0,parsing/* all */.Q7)({ wait: reading.wait, follow: (0,follow/* followOf */.P$)(reading) });
    return (0,parsing/* andThen */.hg)(both, ({ wait, follow }) => (0,parsing.ok)(wait ? follow : undefined));
}
/** Older pipelines are recognised by the mark that each got with its trigger token, and cancelled with the access token. */
function supersedeOf(reading) {
    return (0,parsing/* andThen */.hg)(reading.supersede, (supersede) => {
        if (!supersede)
            return (0,parsing.ok)(supersede);
        if ((0,follow/* isAbsent */.W0)(reading.access_token)) {
            return (0,parsing/* wrong */.Qm)({
                at: 'supersede',
                what: 'is true, but access_token was not given, and no other token may find and cancel pipelines',
                hint: 'Give access_token with the scope api, of a Maintainer or of the owner of the trigger token; or set supersede to false.',
            });
        }
        if ((0,follow/* isAbsent */.W0)(reading.token)) {
            return (0,parsing/* wrong */.Qm)({
                at: 'supersede',
                what: 'is true, but token was not given, and a pipeline created with access_token has no mark to recognise it by',
                hint: 'Give token (a pipeline trigger token) beside access_token, or set supersede to false.',
            });
        }
        return (0,parsing.ok)(supersede);
    });
}
/** Every input of the command that checks: those of the run that it is about, but for the one that makes a check of a run. */
const checkTable = Object.fromEntries(Object.entries(triggerTable).filter(([name]) => name !== 'dry_run'));


/***/ }),

/***/ 3239:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yg: () => (/* binding */ projectInput),
/* harmony export */   ao: () => (/* binding */ connectionOf),
/* harmony export */   e: () => (/* binding */ accessTokenInput),
/* harmony export */   eu: () => (/* binding */ connectionInputs),
/* harmony export */   iA: () => (/* binding */ pipelineAddressInputs)
/* harmony export */ });
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1867);
/* harmony import */ var _ca_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(609);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9094);
/* harmony import */ var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7470);





/** The inputs that say how to reach GitLab; every action has them. */
const connectionInputs = {
    gitlab_url: {
        required: 'never',
        default: 'https://gitlab.com',
        description: 'Where GitLab is: a URL, a host, or host:port; with a path if GitLab is served under one (https://example.com/gitlab). Without a scheme https is used, for localhost too. Plain http is refused unless the host is loopback or allow_http is true.',
        secret: 'url_credentials',
        parse: _addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGitlabUrl */ .yI,
    },
    request_timeout: {
        required: 'never',
        default: '30s',
        description: 'Limit for one request, from connecting to the last byte of the answer: 1s to 10m.',
        secret: 'none',
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWithin */ .oe)({ shortest: '1s', longest: '10m' }),
    },
    ca_certificate: {
        required: 'never',
        default: undefined,
        description: 'Certificate authorities to trust beside those of the system: PEM text, or the path of a PEM file.',
        secret: 'none',
        parse: _ca_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCaCertificate */ .p,
    },
    request_headers: {
        required: 'never',
        default: undefined,
        description: 'Headers for every request to GitLab, one "Name: value" a line, for gateways in front of it. Values are masked in the log.',
        secret: 'header_values',
        lines: 'many',
        parse: _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRequestHeaders */ .L5,
    },
    allow_http: {
        required: 'never',
        default: 'false',
        description: 'Allow plain http to hosts other than loopback. Everybody on the way can then read the tokens.',
        secret: 'none',
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG,
    },
};
/** The project that an action is about. */
const projectInput = {
    required: 'always',
    default: undefined,
    description: 'The GitLab project: its number, or its full path such as group/sub/app.',
    secret: 'none',
    parse: _addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProjectAddress */ .TO,
};
/** The token of a user, for everything that a trigger token cannot do. */
const accessTokenInput = {
    required: 'never',
    default: undefined,
    description: 'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project; with the scope api it also cancels pipelines, plays jobs, and, without token, creates the pipeline.',
    secret: 'all',
    parse: _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAccessToken */ .PO,
};
/** Puts the connection together; plain http to another machine needs `allow_http`. */
function connectionOf(reading) {
    const inputs = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__/* .all */ .Q7)({
        address: reading.gitlab_url,
        requestTimeoutMs: reading.request_timeout,
        caCertificate: reading.ca_certificate,
        requestHeaders: reading.request_headers,
        allowHttp: reading.allow_http,
    });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__/* .andThen */ .hg)(inputs, ({ address, requestTimeoutMs, caCertificate, requestHeaders = [], allowHttp }) => {
        const { apiUrl, gitlabUrl } = address;
        if (apiUrl.protocol === 'http:' && !allowHttp && !(0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(apiUrl)) {
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)({
                at: 'gitlab_url',
                what: `is ${gitlabUrl}, and plain http would send the tokens readable for everybody on the way`,
                hint: 'Use https, or set allow_http to true if you accept that.',
            });
        }
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ apiUrl, gitlabUrl, requestTimeoutMs, caCertificate, requestHeaders });
    });
}
/** The inputs that name a pipeline which was started elsewhere. */
const pipelineAddressInputs = {
    project_id: projectInput,
    pipeline_id: {
        required: 'always',
        default: undefined,
        description: 'Id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.',
        secret: 'none',
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePipelineId */ .Du,
    },
};


/***/ }),

/***/ 4620:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XK: () => (/* binding */ feedbackOf),
/* harmony export */   cJ: () => (/* binding */ parseFeedbackRequest),
/* harmony export */   n: () => (/* binding */ feedbackInputs)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);
/* harmony import */ var _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(514);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9094);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5939);
/* harmony import */ var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7470);






/** The inputs that ask for feedback where the code is. */
const feedbackInputs = {
    github_token: {
        required: 'never',
        default: undefined,
        description: 'Token for comment and commit_status: github.token will do, with the permissions pull-requests: write and statuses: write. Sent only to the API of the host that runs the workflow.',
        secret: 'all',
        parse: _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .parseGitHubToken */ .YD,
    },
    comment: {
        required: 'never',
        default: 'false',
        description: 'Keep one comment on the pull request up to date with the pipeline: true; or a name of its own, where several steps or a matrix comment on the same pull request. Needs github_token.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .telling */ .gM,
        parse: parseComment,
    },
    commit_status: {
        required: 'never',
        default: undefined,
        description: 'Name of a commit status to set: pending while the pipeline runs, then success, failure or error, with a link to it. Needs github_token.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .telling */ .gM,
        parse: parseStatusName,
    },
};
/** Puts together what feedback is asked for; `undefined` when there is none. */
function feedbackOf(reading) {
    const given = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .all */ .Q7)({
        token: reading.github_token,
        comment: reading.comment,
        commitStatus: reading.commit_status,
    });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .andThen */ .hg)(given, ({ token, comment, commitStatus }) => {
        if (comment.kind === 'none' && commitStatus === undefined)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__.ok)(undefined);
        if (token !== undefined)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__.ok)({ token, comment, commitStatus });
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .wrong */ .Qm)({
            at: comment.kind === 'none' ? 'commit_status' : 'comment',
            what: 'was given, but github_token was not',
            hint: 'Give github_token: ${{ github.token }}, and under permissions: of the job what it needs (pull-requests: write for comment, statuses: write for commit_status).',
        });
    });
}
/**
 * Reads what feedback was asked for, and nothing else.
 * @throws {InputError} once, with every problem of these inputs.
 */
async function parseFeedbackRequest(source, files) {
    const reading = await (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(feedbackInputs, { source, files });
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .parsedOf */ .rF)(feedbackOf(reading)).request;
}
/** Long enough for what people call their environments, and it stays a name. */
const mostNameCharacters = 100;
const almostBoolean = /^(?:y|yes|n|no|on|off|0|1|none|null|undefined|object|array)$/i;
function parseComment(given) {
    const text = given.trim();
    if (/^(?:true|True|TRUE)$/.test(text))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__.ok)({ kind: 'kept', name: undefined });
    if (/^(?:false|False|FALSE)$/.test(text))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__.ok)({ kind: 'none' });
    if (almostBoolean.test(text) || (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(text.slice(0, 30), ['true', 'false']) !== undefined) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(text)}`, hint: 'Give true or false, or a name for the comment.' });
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .andThen */ .hg)(parseName(text), (name) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__.ok)({ kind: 'kept', name }));
}
function parseStatusName(given) {
    const text = given.trim();
    if (almostBoolean.test(text) || /^(?:true|false)$/i.test(text)) {
        const hint = 'Give the name that the status is to have, such as gitlab; without one there is no status.';
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(text)}`, hint });
    }
    return parseName(text);
}
function parseName(text) {
    if ((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensIn */ .gF)(text).length > 0) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .wrong */ .Qm)({ what: 'holds a token (not shown)', hint: 'Give a name that everybody may read.' });
    }
    if ((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(text, mostNameCharacters) === text)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__.ok)(text);
    const hint = `Give a name on one line, of at most ${mostNameCharacters} characters.`;
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_5__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(text)}`, hint });
}


/***/ }),

/***/ 3590:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ followOf),
/* harmony export */   VL: () => (/* binding */ expectedShaInput),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   v3: () => (/* binding */ followInputs)
/* harmony export */ });
/* harmony import */ var _job_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8754);
/* harmony import */ var _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(514);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9094);




/** The commit that a pipeline has to run on. */
const expectedShaInput = {
    required: 'never',
    default: undefined,
    description: 'Commit that the pipeline has to run on: its SHA or at least the first 7 digits. If GitLab runs another one, the step fails, and the pipeline is cancelled if access_token has the scope api.',
    secret: 'none',
    parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExpectedSha */ .ed,
};
/** The inputs that say how to follow a pipeline. */
const followInputs = {
    jobs: {
        required: 'never',
        default: undefined,
        description: 'Jobs to wait for, one name or glob a line, at most 100; * stands for any text, ? for one character. The verdict is about these only, and comes as soon as they have ended. Without it the whole pipeline counts.',
        secret: 'none',
        lines: 'many',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: _job_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJobPatterns */ .UL,
    },
    accept: {
        required: 'never',
        default: 'success, warnings',
        description: 'Outcomes that make the step pass: any of success, warnings, skipped, canceled, manual, failed, or any for all of them; separated by commas, spaces or lines.',
        secret: 'none',
        lines: 'many',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAcceptedOutcomes */ .cD,
    },
    on_manual: {
        required: 'never',
        default: 'stop',
        description: 'What to do when a manual job blocks the pipeline: stop with the outcome manual, wait until somebody plays the job, or play it (needs access_token with the scope api).',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(['stop', 'wait', 'play']),
    },
    downstream: {
        required: 'never',
        default: 'show',
        description: 'Child and downstream pipelines: ignore them, show them in the log and the report, or require their outcomes to be accepted too.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(['ignore', 'show', 'require']),
    },
    timeout: {
        required: 'never',
        default: '1h',
        description: 'Limit for the whole wait, 1s to 14d, written like 90s, 15m or 1h30m. A number without a unit is refused.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWithin */ .oe)({ shortest: '1s', longest: '14d' }),
    },
    queue_timeout: {
        required: 'never',
        default: undefined,
        description: 'Limit for the time before the first job runs: 1s to 14d. Without it only timeout counts.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWithin */ .oe)({ shortest: '1s', longest: '14d' }),
    },
    outage_timeout: {
        required: 'never',
        default: '5m',
        description: 'How long GitLab may be unreachable or failing in one go while the pipeline is followed: 0s to 14d.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWithin */ .oe)({ shortest: '0s', longest: '14d' }),
    },
    poll_interval: {
        required: 'never',
        default: 'auto',
        description: 'Pause between two looks at the pipeline: auto adapts to the pipeline, or a fixed duration from 1s to 1h.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .showing */ .E5,
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePollInterval */ .Uz,
    },
    cancel_on: {
        required: 'never',
        default: 'abort',
        description: 'When to cancel the pipeline: any of abort (this step is cancelled), timeout, failure (the step fails while the pipeline still runs); or never. Needs access_token with the scope api; without it the log says what keeps running.',
        secret: 'none',
        lines: 'many',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .following */ .CQ,
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCancelReasons */ .VZ,
    },
};
/** Puts together how a pipeline is followed; `on_manual: play` needs the access token. */
function followOf(reading) {
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .all */ .Q7)({
        jobs: (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .andThen */ .hg)(reading.jobs, (jobs = []) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(jobs)),
        accept: reading.accept,
        onManual: onManualOf(reading),
        downstream: reading.downstream,
        timeoutMs: reading.timeout,
        queueTimeoutMs: reading.queue_timeout,
        outageTimeoutMs: reading.outage_timeout,
        pollInterval: reading.poll_interval,
        cancelOn: reading.cancel_on,
    });
}
/** Whether an input that could be read was not given. */
function isAbsent(outcome) {
    return outcome.kind === 'ok' && outcome.value === undefined;
}
function onManualOf(reading) {
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .andThen */ .hg)(reading.on_manual, (onManual) => {
        if (onManual !== 'play' || !isAbsent(reading.access_token))
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(onManual);
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)({
            at: 'on_manual',
            what: 'is play, but access_token was not given, and no other token may play jobs',
            hint: 'Give access_token with the scope api, or set on_manual to stop or wait.',
        });
    });
}


/***/ }),

/***/ 8754:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ parseValueKeys),
/* harmony export */   Q0: () => (/* binding */ jobPathLines),
/* harmony export */   UL: () => (/* binding */ parseJobPatterns)
/* harmony export */ });
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9094);


/** Each can be a request or a whole download. */
const maxLines = 100;
/** A job's name has at most 255 characters, and a path on most systems 4,096. */
const maxLineCharacters = 5000;
/** More colons than this are in no honest line, and each is a way to read it. */
const maxColons = 50;
/**
 * Reads lines `JOB`, `JOB:PATH` and `CHILD/JOB:PATH`, trimmed; blank lines and repetitions are skipped. A `?` at the very end makes a line
 * optional, and belongs neither to the job nor to the path. With `paths: 'required'` a line without a colon is refused.
 */
function jobPathLines(settings) {
    return (given) => {
        const lines = given.split(/\r\n|\r|\n/).map((line) => line.trim());
        const written = lines.filter((line) => line !== '');
        if (written.length > maxLines) {
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)({
                what: `has ${written.length} lines, more than ${maxLines}`,
                hint: 'Name jobs whose parallel parts belong together by the part of the name that they share.',
            });
        }
        const read = lines.map((line, index) => (line === '' ? undefined : lineOf(line, index, settings.paths)));
        const problems = read.flatMap((each) => (each?.kind === 'problem' ? [each.problem] : []));
        const byText = new Map();
        for (const each of read) {
            if (each?.kind !== 'line')
                continue;
            const { text } = each.line;
            // Asked for twice, it is needed when one of the two needs it.
            if (byText.get(text)?.need !== 'required')
                byText.set(text, each.line);
        }
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .okUnless */ .rF)(problems, [...byText.values()]);
    };
}
function lineOf(written, index, paths) {
    const at = ` (line ${index + 1})`;
    const isOptional = written.endsWith('?');
    const text = isOptional ? written.slice(0, -1).trimEnd() : written;
    const splits = splitsOf(text).filter(({ path }) => paths === 'optional' || path !== undefined);
    if (text.length > maxLineCharacters || text.split(':').length > maxColons + 1) {
        return {
            kind: 'problem',
            problem: {
                at,
                what: `is longer than ${maxLineCharacters} characters, or has more than ${maxColons} colons`,
                hint: 'Give one JOB or JOB:PATH a line.',
            },
        };
    }
    if (splits.length === 0) {
        const form = paths === 'required' ? 'JOB:PATH' : 'JOB or JOB:PATH';
        return {
            kind: 'problem',
            problem: {
                at,
                what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(written)}, which is not ${form}`,
                hint: `Give one ${form} a line.`,
            },
        };
    }
    return { kind: 'line', line: { text, need: isOptional ? 'optional' : 'required', splits } };
}
function splitsOf(text) {
    if (text === '')
        return [];
    const splits = [{ job: text, path: undefined }];
    for (let at = text.lastIndexOf(':'); at > 0; at = text.lastIndexOf(':', at - 1)) {
        const split = { job: text.slice(0, at).trim(), path: text.slice(at + 1).trim() };
        if (split.job !== '' && split.path !== '')
            splits.push(split);
    }
    return splits;
}
/** Each is tried on every job at every look. */
const maxPatterns = 100;
/** A job's name has at most 255 characters; a pattern may list several. */
const maxPatternCharacters = 1000;
/** Reads names or globs of jobs, one a line, trimmed; blank lines are skipped, and `#` is a character like any other. */
function parseJobPatterns(given) {
    const lines = given.split(/\r\n|\r|\n/).map((line) => line.trim());
    const patterns = [...new Set(lines.filter((line) => line !== ''))];
    if (patterns.length > maxPatterns) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)({
            what: `has ${patterns.length} lines, more than ${maxPatterns}`,
            hint: 'Give globs that stand for several jobs, such as deploy-*.',
        });
    }
    const problems = lines.flatMap((line, index) => line.length > maxPatternCharacters
        ? [
            {
                at: ` (line ${index + 1})`,
                what: `is longer than ${maxPatternCharacters} characters`,
                hint: 'Give one name or glob a line.',
            },
        ]
        : []);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .okUnless */ .rF)(problems, patterns);
}
/** Reads keys of values, separated by commas, spaces or line ends, each once. */
function parseValueKeys(given) {
    const words = [...new Set(given.split(/[\s,]+/u).filter((word) => word !== ''))];
    if (words.length === 0)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)({ what: 'names no key', hint: 'Give some, separated by commas.' });
    const problems = words
        .filter((word) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(word))
        .map((word) => ({
        what: `has ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(word)}, which is no key of a value`,
        hint: 'Keys are letters, digits and _, and do not begin with a digit. Give the key, never the value.',
    }));
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .okUnless */ .rF)(problems, words);
}


/***/ }),

/***/ 6477:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ isWordForNothing),
/* harmony export */   IT: () => (/* binding */ likelyCause),
/* harmony export */   f5: () => (/* binding */ isQuoted)
/* harmony export */ });
/** Where a text that an input does not take seems to come from, as a sentence that follows what to do; `undefined` when nothing shows. */
function likelyCause(given) {
    const text = given.trim();
    if (isQuoted(text)) {
        return 'The quotes around it are part of the value: docker run --env-file, for one, keeps them. Write it without.';
    }
    if (/^(?:null|~)$/i.test(text)) {
        return `${text} is what \${{ toJSON(…) }}, jq and YAML give for something that is not there: leave the input empty then.`;
    }
    if (/^(?:undefined|nan|none|nil)$/i.test(text)) {
        return `${text} is what a script prints for something that it does not have: leave the input empty then.`;
    }
    if (/^(?:Object|Array|\[object Object\])$/.test(text)) {
        return `${text} is what an expression gives for more than a single value: write \${{ toJSON(…) }}.`;
    }
    if (/^(?:\{\s*\}|\[\s*\])$/.test(text)) {
        return `${text} is what \${{ toJSON(…) }} gives for something empty: leave the input empty then.`;
    }
    if (/^(?:\$\{\{[^]*\}\}|\$\{\w+\}|\$\(\w[\w.]*\)|\$\w+|%\w+%|<\w[\w -]*>)$/.test(text)) {
        return 'It is a place for a value that nothing has put there: look at how the variable is written on this CI.';
    }
    return undefined;
}
/** Whether a text has quotes around it. */
function isQuoted(text) {
    return /^(?:"[^]*"|'[^]*'|`[^]*`|“[^]*”|‘[^]*’)$/.test(text);
}
/** Whether a text is only the word that a script or an expression gives for nothing, or for more than a text. */
function isWordForNothing(text) {
    return /^(?:null|undefined|nan|none|nil|object|array|\[object object\])$/i.test(text.trim());
}


/***/ }),

/***/ 514:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ following),
/* harmony export */   E5: () => (/* binding */ showing),
/* harmony export */   gM: () => (/* binding */ telling),
/* harmony export */   gu: () => (/* binding */ bringingBack),
/* harmony export */   n5: () => (/* binding */ withWaitNeeds),
/* harmony export */   pQ: () => (/* binding */ waitNeedsMet)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3015);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5939);



/** What an input that says how a pipeline is followed means to a step that does not follow it. */
const following = {
    without: 'refused',
    why: 'such a step ends as soon as the pipeline exists, whatever becomes of it',
};
/** As {@link following}, for inputs that change what is shown or fetched, and never the color of the step. */
const showing = { ...following, without: 'warned' };
/** Inputs that ask for something later steps count on. */
const bringingBack = {
    without: 'refused',
    why: 'results are brought back only from a pipeline that is followed',
};
/** Inputs that ask to be told how the pipeline ended. */
const telling = {
    without: 'refused',
    why: 'only a step that waits can tell how the pipeline ended',
};
/** The rows with what they need in their descriptions, for an action that can also not wait. */
function withWaitNeeds(rows) {
    const described = Object.entries(rows).map(([name, row]) => {
        const note = row.needsWait === undefined ? '' : ' Needs wait: true.';
        return [name, { ...row, description: `${row.description}${note}` }];
    });
    // Each name has its own row again, which the compiler cannot see through `Object.entries`.
    return Object.fromEntries(described);
}
/**
 * Whether every input that needs a step that waits has one. Those that mean what their defaults mean count as not given: an action's metadata fills these in. Refused
 * are those that would let a step end in a color that nobody asked for; the others are warned of.
 */
async function waitNeedsMet({ table, reading }, deps) {
    const needy = Object.entries(table).flatMap(([name, { needsWait }]) => needsWait === undefined ? [] : [{ name, ...needsWait }]);
    const given = await Promise.all(needy.map(async ({ name }) => await isGiven(table[name], reading[name], deps.files)));
    const inputs = needy.filter((_, index) => given[index]);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .andThen */ .hg)(reading.wait, (wait) => {
        if (wait === true)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
        const state = stateOfWait(deps.source.read('wait'));
        const refused = inputs.filter(({ without }) => without === 'refused');
        const warned = inputs.filter(({ without }) => without === 'warned').map(({ name }) => name);
        const reasons = [...new Set(refused.map(({ why }) => why))];
        const problems = reasons.map((why) => {
            const names = listed(refused.filter((input) => input.why === why).map(({ name }) => name));
            return {
                at: names.text,
                what: `${names.were} given, but wait is ${state}, and ${why}`,
                hint: `Set wait to true, or take ${names.text} out.`,
            };
        });
        const { text, were } = listed(warned);
        const warning = `${text} ${were} given, but wait is ${state}, so that nothing comes of it`;
        const outcome = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .okUnless */ .rF)(problems, undefined);
        return outcome.kind === 'ok' ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined, warned.length === 0 ? [] : [warning]) : outcome;
    });
}
/** What could not be read is a problem by itself. */
async function isGiven(row, outcome, files) {
    if (row === undefined || outcome?.kind !== 'ok' || outcome.value === undefined)
        return false;
    const standing = row.default === undefined ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined) : await row.parse(row.default, files);
    return standing.kind !== 'ok' || !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(outcome.value, standing.value);
}
function stateOfWait(given) {
    return given !== undefined && (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlank */ .z3)(given)
        ? 'empty (an expression that comes to nothing gives that), which counts as false'
        : 'false';
}
function listed(names) {
    const last = names.at(-1) ?? '';
    return names.length < 2
        ? { text: last, were: 'was' }
        : { text: `${names.slice(0, -1).join(', ')} and ${last}`, were: 'were' };
}


/***/ }),

/***/ 3015:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ wrongAll),
/* harmony export */   Q7: () => (/* binding */ all),
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   hg: () => (/* binding */ andThen),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   rF: () => (/* binding */ okUnless)
/* harmony export */ });
function ok(value, warnings = []) {
    return { kind: 'ok', value, warnings };
}
function wrong(problem) {
    return wrongAll([problem]);
}
/** There must be one problem at least. */
function wrongAll(problems) {
    return { kind: 'wrong', problems };
}
/** The value when there is no problem, all problems when there are some. */
function okUnless(problems, value) {
    return problems.length === 0 ? ok(value) : wrongAll(problems);
}
/** One outcome out of many: all the values and warnings, or all the problems, in the order given. */
function all(outcomes) {
    const problems = [];
    const warnings = [];
    const values = [];
    for (const [name, outcome] of Object.entries(outcomes)) {
        if (outcome.kind === 'wrong') {
            // Not spread into one call: a large file in the wrong format has more problems than a call takes arguments.
            for (const problem of outcome.problems)
                problems.push(problem);
        }
        else {
            warnings.push(...outcome.warnings);
            values.push([name, outcome.value]);
        }
    }
    if (problems.length > 0)
        return wrongAll(problems);
    // Without problems every name has its value, which the compiler cannot see through `Object.entries`.
    return ok(Object.fromEntries(values), warnings);
}
/** The outcome of a further step on a value; problems stay as they are. */
function andThen(outcome, step) {
    if (outcome.kind === 'wrong')
        return outcome;
    const next = step(outcome.value);
    return next.kind === 'wrong' ? next : ok(next.value, [...outcome.warnings, ...next.warnings]);
}


/***/ }),

/***/ 9081:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   eP: () => (/* binding */ reportInputs),
/* harmony export */   mA: () => (/* binding */ resultsInputs),
/* harmony export */   qS: () => (/* binding */ resultsOf)
/* harmony export */ });
/* harmony import */ var _job_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8754);
/* harmony import */ var _likely_cause_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6477);
/* harmony import */ var _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(514);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3015);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9094);





/** The inputs that say what to bring back from a pipeline that was followed. */
const resultsInputs = {
    values_from: {
        required: 'never',
        default: undefined,
        description: 'Files in artifacts of jobs whose values come back as the output values: JOB:PATH, one a line, or CHILD-JOB/JOB:PATH in a child pipeline; a later file wins. KEY=VALUE lines or a JSON object. A ? at the end of a line means that the file may be missing. See docs/results.md.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .bringingBack */ .gu,
        parse: (0,_job_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .jobPathLines */ .Q0)({ paths: 'required' }),
    },
    mask_values: {
        required: 'never',
        default: undefined,
        description: 'Keys of values to mask in the log before anything is set; separated by commas, spaces or lines.',
        secret: 'none',
        parse: _job_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .parseValueKeys */ .DV,
    },
    values_as_outputs: {
        required: 'never',
        default: 'false',
        description: 'Set an output for each value as well: value_KEY.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .showing */ .E5,
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG,
    },
    artifacts: {
        required: 'never',
        default: undefined,
        description: 'Artifacts of jobs to download: JOB, or JOB:GLOB for some of the files, one a line; CHILD-JOB/JOB in a child pipeline. In a glob * stays within a folder and ** goes through folders. A ? at the end of a line means that they may be missing. See docs/results.md.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .bringingBack */ .gu,
        parse: (0,_job_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .jobPathLines */ .Q0)({ paths: 'optional' }),
    },
    artifacts_path: {
        required: 'never',
        default: 'gitlab-artifacts',
        description: 'Folder to put artifacts in, relative to the working directory or absolute; each job gets a folder of its name in it.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .showing */ .E5,
        parse: parseFolder,
    },
    junit_file: {
        required: 'never',
        default: undefined,
        description: 'File to write all tests of the pipeline to, as JUnit XML, for the test view of your CI; also when there are none.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .bringingBack */ .gu,
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFilePath */ .zJ,
    },
    results_on: {
        required: 'never',
        default: 'success',
        description: 'When to bring values and artifacts back: success (the outcome is one that accept lists), failure (it is not), or always. Tests are brought back always.',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .showing */ .E5,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(['success', 'failure', 'always']),
    },
};
/** Puts together what is brought back. */
function resultsOf(reading) {
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .all */ .Q7)({
        on: reading.results_on,
        values: valuesOf(reading),
        artifacts: artifactsOf(reading),
        junitFile: reading.junit_file,
    });
}
function artifactsOf(reading) {
    const parts = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .all */ .Q7)({ lines: reading.artifacts, path: reading.artifacts_path });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .andThen */ .hg)(parts, ({ lines, path }) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(lines === undefined || lines.length === 0 ? undefined : { lines, path }));
}
function parseFolder(given) {
    const path = given.trim();
    if ((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_4__/* .isWordForNothing */ .DJ)(path))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)({ what: `is ${(0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(path)}`, hint: 'Give the path of a folder.' });
    if (!path.includes('\0'))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(path);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)({ what: 'has a NUL in it', hint: 'Give the path of a folder.' });
}
function valuesOf(reading) {
    const parts = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .all */ .Q7)({
        lines: reading.values_from,
        mask: reading.mask_values,
        asOutputs: reading.values_as_outputs,
    });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .andThen */ .hg)(parts, ({ lines, mask, asOutputs }) => {
        if (lines !== undefined && lines.length > 0)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ lines, mask: mask ?? [], asOutputs });
        if (mask === undefined)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__.ok)(undefined);
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)({
            at: 'mask_values',
            what: 'was given, but values_from was not, so that there are no values',
            hint: 'Give values_from, or take mask_values out.',
        });
    });
}
/** The inputs that say what to show of a pipeline that is followed. */
const reportInputs = {
    logs: {
        required: 'never',
        default: 'failed',
        description: 'Job logs to print: none, failed (the last log_lines of every failed job), or all (every job, while it runs).',
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .showing */ .E5,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(['none', 'failed', 'all']),
    },
    log_lines: {
        required: 'never',
        default: '50',
        description: "How many of the last lines of a failed job's log to print and to put in the report: 1 to 1000.",
        secret: 'none',
        needsWait: _needs_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .showing */ .E5,
        parse: (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumberWithin */ .Gv)({ least: 1, most: 1000 }),
    },
    summary: {
        required: 'never',
        default: 'true',
        description: 'Write the report (jobs, timeline, failed jobs with the end of their logs) to the summary of the workflow run.',
        secret: 'none',
        parse: _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG,
    },
};
/** Puts together what is shown. */
function reportOf(reading) {
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_3__/* .all */ .Q7)({ logs: reading.logs, logLines: reading.log_lines, summary: reading.summary });
}


/***/ }),

/***/ 9094:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ parsePipelineId),
/* harmony export */   Gv: () => (/* binding */ wholeNumberWithin),
/* harmony export */   HI: () => (/* binding */ parseNameList),
/* harmony export */   Uz: () => (/* binding */ parsePollInterval),
/* harmony export */   VZ: () => (/* binding */ parseCancelReasons),
/* harmony export */   cD: () => (/* binding */ parseAcceptedOutcomes),
/* harmony export */   dM: () => (/* binding */ shownKey),
/* harmony export */   ed: () => (/* binding */ parseExpectedSha),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   oe: () => (/* binding */ durationWithin),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zJ: () => (/* binding */ parseFilePath)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);
/* harmony import */ var _model_requests_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7553);
/* harmony import */ var _likely_cause_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6477);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3015);





const maxShownCharacters = 80;
/**
 * A given text as messages may show it: quoted, on one line, shortened. A text that could be a token (people mix up their inputs)
 * is described instead.
 */
function shownText(text) {
    return isTokenLike(text)
        ? `a text of ${text.length} characters (not shown, it could be a token)`
        : `"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(text, maxShownCharacters)}"`;
}
/** A key of a map as messages may show it. */
function shownKey(key) {
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokensIn */ .gF)(key).length > 0 ? '***' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(key, maxShownCharacters);
}
/** Words with digits in them and no separator but `-` and `_`, as long as the shortest trigger tokens; and a line of a key in base64. */
function isTokenLike(text) {
    const word = text.trim();
    if (/^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/.test(word))
        return true;
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokensIn */ .gF)(text).length > 0 || /^[A-Za-z0-9+/=_-]{64,}$/.test(word);
}
/** Reads `true` or `false` in the three spellings that YAML knows; nothing else means yes or no. */
function parseBoolean(given) {
    const text = given.trim();
    if (/^(?:true|True|TRUE)$/.test(text))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(true);
    if (/^(?:false|False|FALSE)$/.test(text))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(false);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${shownText(text)}`, hint: 'Give true or false.' });
}
/** Reads a whole number within a range, ends included. */
function wholeNumberWithin(range) {
    const { least, most } = range;
    return (given) => {
        const text = given.trim();
        const value = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
        if (value !== undefined && value >= least && value <= most)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(value);
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: `is ${shownText(text)}`,
            hint: `Give a whole number from ${least} to ${most}, in digits only.`,
        });
    };
}
/** Reads a duration within a range into milliseconds. */
function durationWithin(range) {
    const accepted = `${range.shortest} to ${range.longest}`;
    return (given) => {
        const text = given.trim();
        const spanMs = (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
        if (spanMs === undefined)
            return notDuration(text, accepted);
        if (spanMs < ((0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(range.shortest) ?? 0) ||
            spanMs > ((0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(range.longest) ?? Infinity)) {
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${shownText(text)}`, hint: `Give a duration from ${accepted}.` });
        }
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(spanMs);
    };
}
/** Reads `auto`, or a fixed pause between two looks in milliseconds. */
function parsePollInterval(given) {
    return given.trim() === 'auto' ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)('auto') : pollDuration(given);
}
const pollDuration = durationWithin({ shortest: '1s', longest: '1h' });
function notDuration(text, accepted) {
    if (/^\d{1,9}$/.test(text)) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: `is ${shownText(text)}, a number without a unit`,
            hint: `Write ${text}s for seconds or ${text}m for minutes; ${accepted} is accepted.`,
        });
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
        what: `is ${shownText(text)}, which is not a duration`,
        hint: `Write whole numbers with the units d, h, m and s, largest first, such as 90s, 15m or 1h30m; ${accepted} is accepted.`,
    });
}
/** Reads one name of a closed list. */
function oneOf(names) {
    return (given) => {
        const word = given.trim();
        const name = names.find((known) => known === word);
        if (name !== undefined)
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(name);
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: `is ${shownText(word)}`,
            hint: `${nearestHint(word, names)}Give one of ${names.join(', ')}.`,
        });
    };
}
/** Reads names of a closed list, separated by commas, spaces or line ends, into a set; there must be one at least. */
function parseNameList(given, { names, noun }) {
    const words = given.split(/[\s,]+/u).filter((word) => word !== '');
    if (words.length === 0)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `names no ${noun}`, hint: `Give some of ${names.join(', ')}.` });
    const found = new Set();
    const problems = [];
    for (const word of words) {
        const name = names.find((known) => known === word);
        if (name === undefined)
            problems.push(unknownName(word, { names, noun }));
        else
            found.add(name);
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .okUnless */ .rF)(problems, found);
}
function unknownName(word, { names, noun }) {
    return {
        what: `has the unknown ${noun} ${shownText(word)}`,
        hint: `${nearestHint(word, names)}Known are ${names.join(', ')}.`,
    };
}
/** A sentence with the name most likely meant, ready to be followed by another; empty when none is near. */
function nearestHint(word, names) {
    const nearest = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .qb)(word.slice(0, 30), names);
    return nearest === undefined ? '' : `Did you mean ${nearest}? `;
}
/** Reads the path of a file to be written, trimmed: one line, and no folder by its look. */
function parseFilePath(given) {
    const path = given.trim();
    if (/[\u0000-\u001f\u007f]/.test(path)) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: 'is no path: it has several lines, or control characters', hint: 'Give one path.' });
    }
    if (/[/\\]$/.test(path)) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: 'is the path of a folder', hint: 'Give the path of a file.' });
    }
    if ((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_3__/* .isWordForNothing */ .DJ)(path))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${shownText(path)}`, hint: 'Give the path of a file.' });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(path);
}
/** Reads a commit SHA, whole or its beginning, into lower case. */
function parseExpectedSha(given) {
    const text = given.trim();
    if (/^[0-9a-f]{7,64}$/i.test(text))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(text.toLowerCase());
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
        what: `is ${shownText(text)}, which is not a commit SHA`,
        hint: 'Give the whole SHA or its beginning: 7 to 64 digits out of 0-9 and a-f.',
    });
}
const hint = 'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';
/** Reads the id of a pipeline. The address of a pipeline and the number within the project (`#118`) are refused with a hint. */
function parsePipelineId(given) {
    const text = given.trim();
    const id = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
    if (id !== undefined && Number.isSafeInteger(id))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(id);
    const idInAddress = /\/pipelines\/([1-9]\d{0,15})(?![\d.])/.exec(text)?.[1];
    if (idInAddress !== undefined) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
            what: 'is an address, not an id',
            hint: `Give only the id in it: ${idInAddress}; the host belongs in gitlab_url, and the path of the project in project_id.`,
        });
    }
    if (/^#\d+$/.test(text)) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${shownText(text)}, a number that counts within the project only`, hint });
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${shownText(text)}, which no pipeline can have as its id`, hint });
}
/** Reads names of outcomes, separated by commas, spaces or line ends; `any` stands for all of them. */
function parseAcceptedOutcomes(given) {
    const listed = parseNameList(given, { names: [..._model_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .acceptableOutcomes */ .gH, 'any'], noun: 'outcome' });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .andThen */ .hg)(listed, (names) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(new Set(_model_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .acceptableOutcomes */ .gH.filter((outcome) => names.has('any') || names.has(outcome)))));
}
/** Reads when to cancel the pipeline: names of reasons, separated by commas, spaces or line ends; or `never` alone, which is the empty set. */
function parseCancelReasons(given) {
    const listed = parseNameList(given, { names: [..._model_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelReasons */ .w5, 'never'], noun: 'reason' });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .andThen */ .hg)(listed, (names) => {
        if (names.has('never') && names.size > 1) {
            return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
                what: 'says never beside other reasons',
                hint: `Give never alone, or some of ${_model_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelReasons */ .w5.join(', ')}.`,
            });
        }
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(new Set(_model_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelReasons */ .w5.filter((reason) => names.has(reason))));
    });
}


/***/ }),

/***/ 4310:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ secretTexts),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   pr: () => (/* binding */ namedSecrets)
/* harmony export */ });
/* unused harmony exports isOrdinaryHeader, openWords, isPlain, urlSecrets */
/* harmony import */ var _base_address_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1879);
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4810);
/* harmony import */ var _base_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1443);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);
/* harmony import */ var _tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7470);





/** Words that say nothing about anybody: as a mask, they would tear holes into every address and every output. */
const commonWords = new Set([
    ...['http', 'https', 'ws', 'wss', 'ssh', 'git', 'localhost'],
    ...[
        'true',
        'false',
        'yes',
        'no',
        'on',
        'off',
        'null',
        'none',
        'enabled',
        'disabled',
        'keep-alive',
        'close',
    ],
    ...['gzip', 'br', 'deflate', 'identity', 'no-cache', 'no-store', 'utf-8', 'charset'],
]);
/** Headers that say how a request travels and what is spoken. */
const ordinaryHeaders = /^(?:accept(?:-[a-z-]+)?|user-agent|host|x-(?:forwarded|original)-(?:proto|protocol|scheme|host|port|ssl|for|prefix|server|uri|path)|x-real-ip|forwarded|via|origin|content-[a-z-]+|cache-control|pragma|dnt|date|connection|upgrade-insecure-requests)$/i;
const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/i;
/** A longer number may well be a code that somebody has to know. */
const plainNumber = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/;
/** Keys are long, and change between letters and digits where names and versions do not. */
function isKeyLike(value) {
    const runs = value.match(/[A-Za-z0-9_+=-]{16,}/g) ?? [];
    return runs.some((run) => (run.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 3);
}
/** Whether a header of this name holds nothing secret, unless somebody has put a key there. */
function isOrdinaryHeader(name, value) {
    return ordinaryHeaders.test(name.trim()) && !isKeyLike(value);
}
/** Words of inputs that stand in every log anyway: where GitLab is, the project, the ref. Never a user, a password or a query. */
function openWords(texts) {
    return new Set(texts.flatMap((text) => {
        const open = text
            .trim()
            .toLowerCase()
            .replace(/[?#].*$/s, '')
            .replace(/^((?:[a-z][a-z0-9+.-]*:\/\/)?).*@/s, '$1');
        return [open, ...open.split(/[/:]+/), ...open.split(/[^a-z0-9]+/)].filter((word) => word !== '');
    }));
}
/** Whether a text is plainly no secret, nor any word of it. */
function isPlain(text, known) {
    const whole = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEnd */ .Mx)(text.trim().toLowerCase(), '/');
    if (known.has(whole) || mediaType.test(whole))
        return true;
    const words = whole.split(/[\s,;:/="'()[\]<>?&]+/).filter((word) => word !== '');
    return words.every((word) => commonWords.has(word) || known.has(word) || plainNumber.test(word));
}
/** Masking a shorter text (a header can be `X-Env: 1`) would hide nothing and tear holes into everything else that is shown. */
const minMaskedCharacters = 4;
/** A name without a password is only a secret when it is a token; `git` or `oauth2` are not, and would hide half of the log. */
const minSecretUserCharacters = 8;
/**
 * Every secret that the inputs hold, as given and trimmed, before anything is checked: so that it can be masked before the first line is
 * printed, also when the inputs are broken. Texts in the wrong place count when they have the shape of a token. What plainly is no secret (a scheme, a number, a
 * word of the address, of the project or of the ref) is none, also in a header: it would be hidden in every link.
 */
function namedSecrets(source, table) {
    const known = openWords(['gitlab_url', 'project_id', 'ref'].map((name) => source.read(name) ?? ''));
    const found = new Map();
    for (const [name, row] of Object.entries(table)) {
        const given = source.read(name) ?? '';
        const pieces = [
            ...piecesOf(row.secret, given, known),
            ...(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokensIn */ .gF)(given).map((text) => ({ text })),
        ];
        for (const { text, within } of pieces) {
            if (text.trim() === '')
                continue;
            const origin = within === undefined ? name : `${name} (${within})`;
            for (const each of [text, text.trim()]) {
                if (!found.has(each))
                    found.set(each, { secret: new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(each), origin });
            }
        }
    }
    return [...found.values()];
}
/** The same without their places. */
function secretTexts(source, table) {
    return namedSecrets(source, table).map(({ secret }) => secret);
}
function piecesOf(part, given, known) {
    switch (part) {
        case 'none':
            return [];
        case 'all':
            return [{ text: given }];
        case 'header_values':
            return given.split(/\r?\n/).flatMap((line) => headerSecrets(line, known));
        case 'url_credentials':
            return urlSecrets(given.trim(), known).map((text) => ({ text }));
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_3__/* .assertNever */ .x)(part);
    }
}
/** A line that is no header is masked as a whole: nobody can tell which part of it is the secret. */
function headerSecrets(line, known) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1);
    const isHeader = colon >= 0 && (0,_tokens_and_headers_js__WEBPACK_IMPORTED_MODULE_2__/* .isHeaderName */ .p$)(name);
    if (isHeader && isOrdinaryHeader(name, value))
        return [];
    const credential = value.replace(/^\s*(?:Bearer|Basic|Token)\s+/i, '');
    const texts = [...(isHeader ? [] : [line]), value, credential, ...innerSecrets(value)];
    return texts
        .filter((text) => text.trim().length >= minMaskedCharacters && !isPlain(text, known))
        .map((text) => ({ text, within: isHeader ? name : undefined }));
}
/** A shorter part of a longer value is no key. */
const minInnerCharacters = 8;
/** What a value has in it that others would print by itself: the password in `Basic`, the value of a cookie. */
function innerSecrets(value) {
    const [, basic = ''] = /^\s*Basic\s+([\w+/=-]+)\s*$/i.exec(value) ?? [];
    const [, user = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
    const pairs = value.split(/[\s;,]/).flatMap((part) => {
        const text = part.slice(part.indexOf('=') + 1);
        return part.includes('=') ? [text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text] : [];
    });
    return [...(user === '' && password === '' ? [] : [`${user}:${password}`, password]), ...pairs].filter((text) => text.length >= minInnerCharacters && !text.includes('\ufffd'));
}
/** What of an address is secret: the password, a name that can be nothing else, the values of its query that are not `known` words. */
function urlSecrets(text, known = new Set()) {
    const [, user = '', password = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^:/?#@]*)(?::(.*))?@/is.exec(text) ?? [];
    const queryValues = Array.from(text.matchAll(/[?&#][^=&#?]*=([^&#]*)/g), ([, value = '']) => value);
    return [
        ...(password === '' && user.length >= minSecretUserCharacters ? [user] : []),
        ...[password, ...queryValues.filter((value) => !isPlain(value, known))].filter((secret) => secret.length >= minMaskedCharacters),
    ].flatMap((secret) => [secret, decoded(secret)]);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
/** The passwords of the proxies that an environment names: as written, decoded, and as a proxy is told them. */
function proxySecrets(environment) {
    const texts = variables.flatMap((name) => {
        const address = (environment[name] ?? '').trim();
        const secrets = urlSecrets(address);
        return secrets.length === 0 ? [] : [...secrets, ...credentialsOf(address)];
    });
    return Array.from(new Set(texts), (text) => new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(text));
}
/** What stands behind `Proxy-Authorization: Basic`. */
function credentialsOf(address) {
    const url = (0,_base_address_js__WEBPACK_IMPORTED_MODULE_4__/* .isUrl */ .g)(address) ? new URL(address) : undefined;
    if (url === undefined || url.password === '')
        return [];
    try {
        const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
        return [Buffer.from(credentials).toString('base64')];
    }
    catch {
        // A broken escape: the proxy is refused for it.
        return [];
    }
}


/***/ }),

/***/ 5939:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Rg: () => (/* binding */ invalidInputs),
/* harmony export */   rF: () => (/* binding */ parsedOf),
/* harmony export */   s$: () => (/* binding */ inputDescriptions),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* unused harmony export deepFreeze */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);
/* harmony import */ var _likely_cause_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6477);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3015);



/** The rows of a table without what only the program needs. */
function inputDescriptions(table) {
    return Object.entries(table).map(([name, row]) => ({
        name,
        default: row.default,
        description: row.description,
        required: row.required,
    }));
}
/**
 * Reads every input of a table by itself; what one input means for another is for the caller to check.
 * An input that is blank counts as not given.
 */
async function readInputs(table, deps) {
    const readings = await Promise.all(Object.entries(table).map(async ([name, row]) => {
        const given = deps.source.read(name);
        return [name, named(name, await readRow(row, given, deps.files))];
    }));
    // Each name got the outcome of its own row, which the compiler cannot see through `Object.entries`.
    return Object.fromEntries(readings);
}
async function readRow(row, given, files) {
    if (!isBlank(given))
        return withCause(given, await row.parse(given, files));
    if (row.default !== undefined)
        return await row.parse(row.default, files);
    if (row.required === 'never')
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(undefined);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)({
        what: 'was not given',
        hint: `It is required, and an empty value counts as not given. ${row.description}`,
    });
}
/** Most texts that no input takes were not written by anybody: where they come from is the best advice. */
function withCause(given, outcome) {
    if (outcome.kind === 'ok') {
        return given.includes('\ufffd') ? (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(outcome.value, [...outcome.warnings, holdsReplacement]) : outcome;
    }
    const cause = (0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .likelyCause */ .IT)(given);
    const [first, ...rest] = outcome.problems;
    if (cause === undefined || first === undefined)
        return outcome;
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongAll */ .LN)([{ ...first, hint: `${first.hint} ${cause}` }, ...rest]);
}
const holdsReplacement = 'has a U+FFFD in it, which mostly stands for a letter that got lost because a text was not UTF-8';
/** Whether an input counts as not given. */
function isBlank(text) {
    return text === undefined || text.trim() === '';
}
function named(name, outcome) {
    if (outcome.kind === 'ok') {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__.ok)(outcome.value, outcome.warnings.map((warning) => `${name} ${warning}`));
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongAll */ .LN)(outcome.problems.map((problem) => ({ ...problem, at: `${name}${problem.at ?? ''}` })));
}
/** Freezes a value and everything that can be reached through its own properties; gives the same value back. */
function deepFreeze(value) {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const inner of Object.values(value))
            deepFreeze(inner);
    }
    return value;
}
/** More would bury the first ones; a file in the wrong format can have a problem in every line. */
const maxProblemsShown = 25;
/** The one error that tells all problems of the inputs; each place in `problems` begins with the input's name. */
function invalidInputs(problems) {
    const [first] = problems;
    if (first !== undefined && problems.length === 1) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({ code: 'invalid_input', what: sentence(first), hint: first.hint });
    }
    const lines = problems
        .slice(0, maxProblemsShown)
        .map((problem) => `- ${sentence(problem)}. ${problem.hint}`);
    const hidden = problems.length - lines.length;
    if (hidden > 0)
        lines.push(`- and ${hidden} more of this kind`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz({
        code: 'invalid_input',
        what: `The inputs have ${problems.length} problems, so nothing was sent`,
        why: ['each of these has to be corrected:', ...lines].join('\n'),
    });
}
function sentence({ at, what }) {
    return `${at ?? 'An input'} ${what}`;
}
/**
 * The frozen request out of what became of the inputs. Several parts of a request may need the same input: what is wrong with it, or was repaired, is told once.
 * @throws {InputError} once, with every problem of every input.
 */
function parsedOf(outcome) {
    if (outcome.kind === 'wrong')
        throw invalidInputs(eachOnce(outcome.problems));
    return deepFreeze({ request: outcome.value, warnings: [...new Set(outcome.warnings)] });
}
function eachOnce(problems) {
    return [
        ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.what]), problem])).values(),
    ];
}


/***/ }),

/***/ 7470:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ parseRequestHeaders),
/* harmony export */   LR: () => (/* binding */ parseReadingToken),
/* harmony export */   PO: () => (/* binding */ parseAccessToken),
/* harmony export */   YD: () => (/* binding */ parseGitHubToken),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   p$: () => (/* binding */ isHeaderName),
/* harmony export */   x0: () => (/* binding */ parseTriggerToken)
/* harmony export */ });
/* harmony import */ var _base_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1443);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);
/* harmony import */ var _likely_cause_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6477);
/* harmony import */ var _parsing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3015);




/** Reads what creates pipelines: a trigger token of any shape, or a CI job token. Never shows it. */
function parseTriggerToken(given) {
    const token = parseToken(given, {
        accepts: ['trigger', 'job'],
        unfit: unseen,
        hint: 'Give a pipeline trigger token of the project (Settings > CI/CD > Pipeline trigger tokens), or the CI_JOB_TOKEN of a running job.',
        hints: { access: 'Give it as access_token instead.' },
    });
    const text = given.trim();
    const tokenKind = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenKindOf */ .jX)(text) === 'job' || isJwt(text) ? 'job_token' : 'trigger_token';
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .andThen */ .hg)(token, (secret) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ secret, tokenKind }));
}
/** Job tokens of newer instances are JSON Web Tokens. */
function isJwt(text) {
    return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}
/** Reads a personal, project or group access token. Never shows it. */
function parseAccessToken(given) {
    const { accepts, hints, ...rule } = accessTokenRule;
    if (isJwt(given.trim()))
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenKindNames */ .e0.job}`, hint: hints.job });
    return parseToken(given, { ...rule, accepts, hints });
}
/** The same where it only reads, which a CI job token does, too. */
function parseReadingToken(given) {
    const kind = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenKindOf */ .jX)(given.trim()) === 'job' || isJwt(given.trim()) ? 'job_token' : 'access_token';
    const token = parseToken(given, {
        ...accessTokenRule,
        accepts: ['access', 'job'],
        hint: 'Give a personal, project or group access token, or the CI_JOB_TOKEN of a running job.',
        hints: { trigger: 'A trigger token starts pipelines and reads nothing: give an access token.' },
    });
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .andThen */ .hg)(token, (secret) => (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ secret, kind }));
}
const accessTokenRule = {
    accepts: ['access'],
    // It travels in a header, which takes no other characters.
    unfit: /[^\u0021-\u007e]/u,
    hint: 'Give a personal, project or group access token.',
    hints: {
        trigger: 'Give it as token instead.',
        job: 'A job token starts pipelines as token, and reads them where GitLab lets it; it cancels and manages nothing.',
    },
};
/** Reads a token of GitHub, or of a host whose API is like GitHub's. Never shows it. */
function parseGitHubToken(given) {
    return parseToken(given, {
        accepts: ['github'],
        unfit: /[^\u0021-\u007e]/u,
        hint: 'Give a token of GitHub: github.token of the workflow, a personal access token, or one of a GitHub App.',
        hints: {},
    });
}
/** Decides what the pipeline is created with: `token` if it is there, else `access_token`. */
function credentialsOf(reading) {
    const both = (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .all */ .Q7)({ token: reading.token, accessToken: reading.access_token });
    if (both.kind === 'wrong')
        return both;
    const { token, accessToken } = both.value;
    if (token !== undefined)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ kind: 'trigger', token: token.secret, tokenKind: token.tokenKind, accessToken }, both.warnings);
    if (accessToken !== undefined)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ kind: 'access', accessToken }, both.warnings);
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({
        at: 'token',
        what: 'was not given, and neither was access_token',
        hint: 'Give token (a pipeline trigger token, or CI_JOB_TOKEN) to trigger the pipeline, or access_token (with the scope api) to create it as a user. ' +
            'A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
    });
}
/** It travels in a body, which takes any other character. */
const unseen = new RegExp(`[${_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .controlCharacters */ .Qi}]|${_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .invisibleCharacter */ .Dy}`, 'u');
function parseToken(given, rule) {
    const text = given.trim();
    const why = refusalOfText(text, rule.unfit);
    if (why !== undefined)
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `${why} (not shown)`, hint: rule.hint });
    const kind = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenKindOf */ .jX)(text);
    if (kind !== undefined && !rule.accepts.includes(kind)) {
        return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .wrong */ .Qm)({ what: `is ${_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenKindNames */ .e0[kind]}`, hint: rule.hints[kind] ?? rule.hint });
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__.ok)(new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(text), text === given ? [] : ['had white space around it, which was removed']);
}
/** A token's shape is GitLab's own affair, but some texts cannot be sent as one, or are plainly something else. */
function refusalOfText(text, unfit) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return 'is an address, not a token';
    if ((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_3__/* .isQuoted */ .f5)(text))
        return 'has quotes around it, which are part of the value';
    if ((0,_likely_cause_js__WEBPACK_IMPORTED_MODULE_3__/* .isWordForNothing */ .DJ)(text))
        return 'is a word that scripts and expressions give for nothing, not a token';
    if (/\s/u.test(text))
        return 'has white space inside';
    return unfit.test(text) ? 'has a character in it that cannot be part of a token' : undefined;
}
/** Headers that the transport or the API client owns. */
const ownedNames = new Set([
    'accept-encoding',
    'connection',
    'content-length',
    'content-type',
    'expect',
    'host',
    'keep-alive',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
const tokenNames = new Set(['private-token', 'job-token']);
/** Reads `Name: value` lines; blank lines are skipped. Values are never shown, and neither are lines that are not headers. */
function parseRequestHeaders(given) {
    const headers = [];
    const problems = [];
    const seen = new Set();
    for (const [index, line] of given.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line.trim()) ?? [];
        const why = problemOf({ name, value: value.trim(), seen });
        if (why === undefined)
            headers.push({ name, value: new _base_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(value.trim()) });
        else
            problems.push({ at: ` (line ${index + 1})`, ...why });
        seen.add(name.toLowerCase());
    }
    return (0,_parsing_js__WEBPACK_IMPORTED_MODULE_2__/* .okUnless */ .rF)(problems, headers);
}
/** Whether a text may be the name of a header. @see RFC 9110, section 5.6.2 */
function isHeaderName(text) {
    return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}
function problemOf(header) {
    const { name, value, seen } = header;
    const lowerName = name.toLowerCase();
    if (!isHeaderName(name)) {
        return { what: 'is not a header (not shown)', hint: 'Write one header a line, as "Name: value".' };
    }
    if (tokenNames.has(lowerName)) {
        return { what: `sets ${name}`, hint: 'Give the token as access_token, or a CI_JOB_TOKEN as token.' };
    }
    if (ownedNames.has(lowerName)) {
        return { what: `sets ${name}`, hint: 'Take it out; this header is set for each request.' };
    }
    if (seen.has(lowerName))
        return { what: `sets ${name} once more`, hint: 'Give each header once.' };
    if (value === '')
        return { what: `sets ${name} to nothing`, hint: 'Give it a value, or take the line out.' };
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/u.test(value)) {
        return {
            what: `sets ${name} to a value that cannot be sent (not shown)`,
            hint: 'Give a value of one line without control characters, and encode what is not Latin script.',
        };
    }
    return undefined;
}


/***/ }),

/***/ 8129:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ie: () => (/* binding */ createLogLines)
});

// UNUSED EXPORTS: markerAtEndOf, maxLineCharacters, maxMarkerCharacters

// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
;// CONCATENATED MODULE: ./out/bundle/logs/escape-codes.js

/** Longer parameters belong to no sequence that we use; the rest of them is passed over. */
const maxParameterCharacters = 64;
/** Control characters and what nobody sees, other than the joiners that emoji and some scripts need. */
const specials = `[${base_text/* controlCharacters */.Qi}]|${base_text/* invisibleMark */.L1}`;
/**
 * A reader that tells `sink` what it finds. Sequences that do more than colour, erase or return are dropped, and so are broken ones; a
 * string sequence without an end is over at the end of its line.
 */
function createEscapeReader(sink) {
    const special = new RegExp(specials, 'gu');
    /** What follows the escape in the sequence that logs are full of; the same as character by character, but many times as fast. */
    const wholeStyle = new RegExp(`\\[([\\d;:]{0,${maxParameterCharacters}})m`, 'y');
    let state = 'text';
    let parameters = '';
    const readText = (text, from) => {
        special.lastIndex = from;
        const found = special.exec(text);
        const at = found?.index ?? text.length;
        if (at > from)
            sink.text(text.slice(from, at));
        if (found === null)
            return at;
        const [character] = found;
        if (character === '\u001b') {
            wholeStyle.lastIndex = at + 1;
            const style = wholeStyle.exec(text)?.[1];
            if (style !== undefined) {
                sink.style(style);
                return wholeStyle.lastIndex;
            }
        }
        readSpecial(character);
        return at + character.length;
    };
    const readSpecial = (character) => {
        switch (character) {
            case '\n':
                sink.newline();
                break;
            case '\r':
                sink.carriageReturn();
                break;
            case '\t':
                sink.tab();
                break;
            case '\u001b':
                state = 'escape';
                break;
            case '\u2028':
            case '\u2029':
                sink.text(' ');
                break;
            default:
                break;
        }
    };
    const endSequence = (final) => {
        state = 'text';
        if (final === 'm')
            sink.style(parameters);
        else if (final === 'K' && /^0?$/.test(parameters))
            sink.erase('toEnd');
        else if (final === 'K' && /^[12]$/.test(parameters))
            sink.erase('line');
        else if (final === 'G' && /^[01]?$/.test(parameters))
            sink.carriageReturn();
        parameters = '';
    };
    /** Takes one character of a sequence; false when it does not belong to it, and has to be read again in the new state. */
    const readSequence = (character) => {
        switch (state) {
            case 'text':
                return false;
            case 'escape':
                return readEscape(character);
            case 'intermediate':
                if (isBetween(character, ' ', '/'))
                    return true;
                state = 'text';
                return isBetween(character, '0', '~');
            case 'csi':
                if (isBetween(character, ' ', '?')) {
                    if (parameters.length <= maxParameterCharacters)
                        parameters += character;
                    return true;
                }
                if (isBetween(character, '@', '~')) {
                    endSequence(character);
                    return true;
                }
                state = 'text';
                parameters = '';
                return false;
            case 'string':
                return readString(character);
            case 'stringEscape':
                state = character === '\\' ? 'text' : 'escape';
                return character === '\\';
        }
    };
    const readEscape = (character) => {
        if (character === '\u001b')
            return true;
        if (character === '[')
            state = 'csi';
        else if (']PX^_'.includes(character))
            state = 'string';
        else if (isBetween(character, ' ', '/'))
            state = 'intermediate';
        else {
            state = 'text';
            return isBetween(character, '0', '~');
        }
        return true;
    };
    const readString = (character) => {
        if (character === '\n' || character === '\r') {
            state = 'text';
            return false;
        }
        if (character === '\u0007' || character === '\u009c')
            state = 'text';
        else if (character === '\u001b')
            state = 'stringEscape';
        return true;
    };
    return {
        push: (text) => {
            let at = 0;
            while (at < text.length) {
                if (state === 'text')
                    at = readText(text, at);
                else if (readSequence(text.charAt(at)))
                    at += 1;
            }
        },
        heldCharacters: () => parameters.length,
    };
}
function isBetween(character, first, last) {
    return character >= first && character <= last;
}

;// CONCATENATED MODULE: ./out/bundle/logs/styles.js
const plainStyle = new Map();
/** Hidden and blinking text is not in here on purpose: what somebody else wrote stays visible. */
const simpleCodes = {
    1: 'bold',
    2: 'dim',
    3: 'italic',
    4: 'underline',
    7: 'inverse',
    9: 'strike',
    21: 'underline',
    53: 'overline',
};
const closingCodes = {
    22: ['bold', 'dim'],
    23: ['italic'],
    24: ['underline'],
    27: ['inverse'],
    29: ['strike'],
    39: ['foreground'],
    49: ['background'],
    55: ['overline'],
};
/**
 * The style after the sequence `ESC [ parameters m`. Codes that we do not know change nothing; neither does a whole sequence with
 * parameters that SGR does not have.
 */
function styleAfter(style, parameters) {
    if (!/^[\d;:]*$/.test(parameters))
        return style;
    const codes = withSemicolons(parameters).split(';').map(Number);
    const next = new Map(style);
    for (let at = 0; at < codes.length;)
        at += applyCode(next, codes.slice(at, at + 5));
    return next;
}
/** The sequence that turns text of the style `from` into `to`; empty when they are the same. */
function styleChange(from, to) {
    if (from === to)
        return '';
    if ([...from.keys()].some((slot) => !to.has(slot)))
        return sequence(['0', ...to.values()]);
    const changed = [...to].filter(([slot, code]) => from.get(slot) !== code).map(([, code]) => code);
    return changed.length === 0 ? '' : sequence(changed);
}
function sequence(codes) {
    return `\u001b[${codes.join(';')}m`;
}
/** Colours may also be written with colons (`38:5:208`, `38:2::255:0:0`), underlines with their kind (`4:3`). */
function withSemicolons(parameters) {
    if (!parameters.includes(':'))
        return parameters;
    return parameters
        .replace(/([34]8):5:(\d+)/g, '$1;5;$2')
        .replace(/([34]8):2:(?:\d*:)?(\d+):(\d+):(\d+)/g, '$1;2;$2;$3;$4')
        .replace(/(^|;)4:0(?=;|$)/g, '$124')
        .replace(/:\d*/g, '');
}
/** Applies the first of `codes`, the rest being what follows it; tells how many it took. */
function applyCode(style, codes) {
    const [code = 0] = codes;
    if (code === 38 || code === 48)
        return applyColor(style, code === 38 ? 'foreground' : 'background', codes);
    const slot = simpleCodes[code] ?? paletteSlot(code);
    if (slot !== undefined)
        style.set(slot, String(code));
    else if (code === 0)
        style.clear();
    else
        for (const closed of closingCodes[code] ?? [])
            style.delete(closed);
    return 1;
}
function paletteSlot(code) {
    if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97))
        return 'foreground';
    if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107))
        return 'background';
    return undefined;
}
function applyColor(style, slot, codes) {
    const length = codes[1] === 5 ? 3 : codes[1] === 2 ? 5 : 1;
    const taken = codes.slice(0, length);
    if (length > 1 && taken.length === length && taken.every((code) => code <= 255)) {
        style.set(slot, taken.join(';'));
    }
    return length;
}
/** Far more than logs use; one that has a new colour for each character begins again now and then. */
const maxRemembered = 200;
function createStyleMemory() {
    const styles = new Map();
    /** Equal styles become the same one, or they would not be found again. */
    const same = (style) => {
        const key = [...style].sort().join(' ');
        if (styles.size >= maxRemembered)
            styles.clear();
        const known = key === '' ? plainStyle : (styles.get(key) ?? style);
        styles.set(key, known);
        return known;
    };
    return {
        after: remembering((style, parameters) => same(styleAfter(style, parameters))),
        change: remembering(styleChange),
    };
}
function remembering(compute) {
    const results = new Map();
    let size = 0;
    return (one, other) => {
        const known = results.get(one)?.get(other);
        if (known !== undefined)
            return known;
        if (size >= maxRemembered) {
            results.clear();
            size = 0;
        }
        const result = compute(one, other);
        const ofOne = results.get(one) ?? new Map();
        results.set(one, ofOne.set(other, result));
        size += 1;
        return result;
    };
}

;// CONCATENATED MODULE: ./out/bundle/logs/timestamps.js
/** Time, number of the stream, `O` for stdout or `E` for stderr, and `+` when the line goes on with the text of the line before. */
const header = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z [0-9a-f]{2}[EO][+ ]$/;
const sampleHeader = '2024-05-14T11:19:20.000000Z 00O ';
/** One look there tells almost every line without a header. */
const zoneAt = sampleHeader.indexOf('Z');
/**
 * A remover that gives the text without headers to `sink`. Lines without a header go through as they are and at once; the end of a line
 * with one is held back until the next line shows whether it goes on, because the runner cuts lines wherever it sends them, and after every
 * carriage return.
 * @see https://docs.gitlab.com/ci/jobs/job_logs/ on timestamps; the format of the header is that of GitLab Runner 17.0 and later.
 */
function createTimestampRemover(sink) {
    let atLineStart = true;
    let held = '';
    /** The end of the line before, when that line had a header. */
    let heldEnd = '';
    const beginLine = (start) => {
        const stamped = header.test(start);
        const goesOn = stamped && start.endsWith('+');
        if (heldEnd !== '' && !goesOn)
            sink(heldEnd);
        heldEnd = stamped ? '\n' : '';
        if (!stamped && start !== '')
            sink(start);
        held = '';
        atLineStart = false;
    };
    /** Reads from `from` on what may be a header; gives where the text goes on. */
    const readStart = (text, from) => {
        if (held === '' && text.length - from >= sampleHeader.length) {
            const start = text[from + zoneAt] === 'Z' ? text.slice(from, from + sampleHeader.length) : '';
            const isHeader = header.test(start);
            beginLine(isHeader ? start : '');
            return isHeader ? from + start.length : from;
        }
        return readStartSlowly(text, from);
    };
    /** For a header that may be cut at the end of the text: takes what can still become one. */
    const readStartSlowly = (text, from) => {
        let at = from;
        while (at < text.length && held.length < sampleHeader.length) {
            const longer = held + text.charAt(at);
            if (!header.test(longer + sampleHeader.slice(longer.length)))
                break;
            held = longer;
            at += 1;
        }
        if (at < text.length || held.length === sampleHeader.length)
            beginLine(held);
        return at;
    };
    const readRest = (text, from) => {
        const end = text.indexOf('\n', from);
        const stop = end < 0 ? text.length : end;
        atLineStart = end >= 0;
        if (heldEnd === '') {
            sink(text.slice(from, end < 0 ? stop : stop + 1));
        }
        else if (stop > from) {
            sink(text.slice(from, stop));
        }
        return end < 0 ? stop : stop + 1;
    };
    return {
        push: (text) => {
            let at = 0;
            while (at < text.length)
                at = atLineStart ? readStart(text, at) : readRest(text, at);
        },
        end: () => {
            if (atLineStart)
                beginLine(held);
        },
        heldCharacters: () => held.length + heldEnd.length,
    };
}

;// CONCATENATED MODULE: ./out/bundle/logs/decode-lines.js



/** The longest marker that we know as one; GitLab's own names are much shorter. */
const maxMarkerCharacters = 260;
/** Between two options GitLab allows a blank behind the comma. */
const marker = /section_(start|end):\d{1,20}:([\w.-]{1,100})(?:\[((?:[\w=.-]|, ?){0,100})\])?$/;
/**
 * The marker that `text` ends with. It only counts when the line is erased after it, which is for the caller to see.
 * @see https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
 */
function markerAtEndOf(text) {
    const match = marker.exec(text.slice(-maxMarkerCharacters));
    const [whole, kind, name, options = ''] = match ?? [];
    if (whole === undefined || name === undefined)
        return undefined;
    return {
        kind: kind === 'start' ? 'start' : 'end',
        name,
        collapsed: options.split(/, ?/).includes('collapsed=true'),
        length: whole.length,
    };
}
/** Nobody reads more of one line; minified code and base64 come in lines of a megabyte. */
const maxLineCharacters = 4000;
/** Entries keep the text alive that they were cut from, so that is kept short. */
const pieceBytes = 16 * 1024;
/** Where terminals put tab stops. */
const tabCharacters = 8;
/**
 * A decoder that gives each entry to `sink` when it is finished. What terminals would have overwritten after a carriage return is gone, colours
 * stay, other control sequences and the headers of timestamped logs are removed, invalid UTF-8 is replaced; a line keeps its first
 * `maxCharacters`, and says how many were left out. The last line of a timestamped log comes with the bytes after it.
 */
function createLogLines(sink, { maxCharacters } = { maxCharacters: maxLineCharacters }) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const line = createLineFolder(sink, maxCharacters);
    const escapes = createEscapeReader(line);
    const timestamps = createTimestampRemover(escapes.push);
    return {
        push: (bytes) => {
            for (let at = 0; at < bytes.length; at += pieceBytes) {
                timestamps.push(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }));
            }
        },
        end: () => {
            timestamps.push(decoder.decode());
            timestamps.end();
            line.end();
        },
        heldCharacters: () => timestamps.heldCharacters() + escapes.heldCharacters() + line.heldCharacters(),
    };
}
/** Builds one line after the other from what a terminal would do. */
function createLineFolder(sink, maxCharacters) {
    const styles = createStyleMemory();
    let text = '';
    /** The style at the end of `text`, and the one that the next character gets. */
    let shown = plainStyle;
    let style = plainStyle;
    let column = 0;
    /** Characters that had no room, and the last of them: a marker may stand there. */
    let cut = 0;
    let cutEnd = '';
    let atStart = false;
    let hasMarker = false;
    let section;
    const reset = () => {
        text = cutEnd = '';
        shown = plainStyle;
        column = cut = 0;
        atStart = false;
    };
    const beginSection = (title) => {
        if (section === undefined)
            return;
        sink({ kind: 'section_start', name: section.name, title, collapsed: section.collapsed });
        section = undefined;
    };
    const finish = () => {
        const whole = text + styles.change(shown, plainStyle) + (cut === 0 ? '' : cutNotice(cut));
        if (section !== undefined)
            beginSection(whole === '' ? undefined : whole);
        else if (whole !== '' || !hasMarker)
            sink({ kind: 'line', text: whole });
        reset();
    };
    /** The text of the line goes; a marker at its end comes into force, and what stood before the marker was a line of its own. */
    const overwrite = () => {
        const marker = markerAtEndOf(cut === 0 ? text : cutEnd);
        if (marker !== undefined) {
            const fromCut = Math.min(cut, marker.length);
            cut -= fromCut;
            text = text.slice(0, text.length - (marker.length - fromCut));
            if (text !== '' || cut > 0)
                finish();
            if (section !== undefined)
                beginSection();
            if (marker.kind === 'end')
                sink({ kind: 'section_end', name: marker.name });
            else
                section = { name: marker.name, collapsed: marker.collapsed };
            hasMarker = true;
        }
        reset();
    };
    const append = (run) => {
        if (atStart)
            overwrite();
        column += run.length;
        const change = cut === 0 ? styles.change(shown, style) : '';
        const room = cut === 0 ? maxCharacters - text.length - change.length : 0;
        const kept = run.length <= room ? run : wholeCharacters(run, room);
        if (kept !== '') {
            text += change + kept;
            shown = style;
        }
        if (kept.length === run.length)
            return;
        const before = cut === 0 ? text : cutEnd;
        cut += run.length - kept.length;
        cutEnd = (before.slice(-maxMarkerCharacters) + run.slice(kept.length).slice(-maxMarkerCharacters)).slice(-maxMarkerCharacters);
    };
    return {
        text: append,
        newline: () => {
            finish();
            hasMarker = false;
        },
        carriageReturn: () => {
            atStart = true;
        },
        tab: () => {
            if (atStart)
                overwrite();
            append(' '.repeat(tabCharacters - (column % tabCharacters)));
        },
        style: (parameters) => {
            style = styles.after(style, parameters);
        },
        erase: (what) => {
            if (atStart || what === 'line')
                overwrite();
        },
        end: () => {
            if (text !== '' || section !== undefined)
                finish();
        },
        heldCharacters: () => text.length + cutEnd.length,
    };
}
function cutNotice(characters) {
    return ` … [${characters.toLocaleString('en-US')} more characters left out]`;
}
/** At most `length` of the run, without half of a character at the end. */
function wholeCharacters(run, length) {
    const kept = run.slice(0, Math.max(length, 0));
    return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
}


/***/ }),

/***/ 1586:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ defaultLogLimits),
/* harmony export */   q: () => (/* binding */ logSourcesOf)
/* harmony export */ });
/* harmony import */ var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7267);

/** GitLab itself shows half a megabyte of a log and links to the rest; a host's log of a step gets slow beyond some ten. */
const defaultLogLimits = {
    charactersPerJob: 4 * 1024 * 1024,
    bytesPerJob: 64 * 1024 * 1024,
};
/** Every job of the tree whose log can be read, earlier attempts first. Trigger jobs have no log. */
function logSourcesOf({ root }) {
    return (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .ek)(root).flatMap(({ path, node }) => {
        const project = { kind: 'id', id: node.pipeline.projectId };
        return node.jobs.flatMap(({ job, earlier }) => [...earlier, job].map((one) => ({ project, path, job: one })));
    });
}


/***/ }),

/***/ 9505:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readTrace)
/* harmony export */ });
/* harmony import */ var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7081);
/* harmony import */ var _gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9773);


/**
 * Reads one log once, from the byte `fromByte` on, until `sink` says `stop`. Every trouble is a value.
 * @throws the reason of `signal` when it aborts.
 */
async function readTrace(gitlab, trace) {
    const { call, sink, signal } = trace;
    const stop = new AbortController();
    const take = (bytes) => {
        if (!stop.signal.aborted && sink(bytes) === 'stop')
            stop.abort(new Error('enough of this log'));
    };
    try {
        const reply = await gitlab.streamTrace(call, take, AbortSignal.any([signal, stop.signal]));
        if (stop.signal.aborted)
            return { kind: 'stopped' };
        return reply.kind === 'ok' ? { kind: 'complete' } : { kind: 'failed', ...traceFailureOf(reply) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (stop.signal.aborted)
            return { kind: 'stopped' };
        // A log is never worth the colour of the step, not even when it meets a fault of our own.
        const why = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', why: `the log could not be read (${why})`, concerns: 'log' };
    }
}
/** Why a log was not given, and what follows from it. GitLab gives logs to nobody without a token, not even those of public projects. */
function traceFailureOf(reply) {
    const { why, status, retryAfterMs } = (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(reply);
    if ((0,_gitlab_responses_response_meaning_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .dg)(reply, 'log'))
        return { why, concerns: 'moment', retryAfterMs };
    if (status === 401) {
        return { why: `job logs need an access_token with the scope read_api. ${why}`, concerns: 'all' };
    }
    if (reply.kind === 'refused' && reply.refusal.oauthError?.startsWith('insufficient_') === true) {
        return { why: `job logs need the scope read_api. ${why}`, concerns: 'all' };
    }
    return { why, concerns: 'log' };
}


/***/ }),

/***/ 5620:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sf: () => (/* binding */ ownCopy),
/* harmony export */   bo: () => (/* binding */ createLogTranscript)
/* harmony export */ });
/* unused harmony exports ownCopyOfEntry, createLogPosition */
/* harmony import */ var _decode_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8129);

/** The same text, but not as a window into the larger one that it was cut from, which would be kept alive with it. */
function ownCopy(text) {
    return Buffer.from(text, 'utf8').toString('utf8');
}
function ownCopyOfEntry(entry) {
    switch (entry.kind) {
        case 'line':
            return { kind: 'line', text: ownCopy(entry.text) };
        case 'section_start':
            return {
                ...entry,
                name: ownCopy(entry.name),
                title: entry.title === undefined ? undefined : ownCopy(entry.title),
            };
        case 'section_end':
            return { kind: 'section_end', name: ownCopy(entry.name) };
    }
}
/**
 * Bytes known from both ends of a log. The first ones name the runner and the times at which it began, so they do not come again within the
 * log, and tell a server that passes over the offset.
 */
const overlapBytes = 512;
/** Of a log that is shorter, everything is asked for: that costs no more than finding out. */
const smallLogBytes = 4 * overlapBytes;
const nothing = Buffer.alloc(0);
function createLogPosition() {
    let known = 0;
    let head = nothing;
    let tail = nothing;
    const learn = (fresh) => {
        if (fresh.length === 0)
            return;
        if (head.length < overlapBytes)
            head = Buffer.concat([head, fresh.subarray(0, overlapBytes - head.length)]);
        tail = Buffer.concat([tail, fresh.subarray(-overlapBytes)]);
        if (tail.length > overlapBytes)
            tail = Buffer.from(tail.subarray(-overlapBytes));
        known += fresh.length;
    };
    /** Whether `chunk`, which stands at the byte `at`, agrees with the known end of the log where the two overlap. */
    const agrees = (chunk, at) => {
        const tailStart = known - tail.length;
        const from = Math.max(at, tailStart);
        const to = Math.min(at + chunk.length, known);
        return (to <= from || chunk.subarray(from - at, to - at).equals(tail.subarray(from - tailStart, to - tailStart)));
    };
    const open = (fromByte) => {
        /** Where the next chunk stands; unknown until the first bytes have shown where the answer begins. */
        let at = fromByte === 0 ? 0 : undefined;
        let undecided = nothing;
        let offsetIgnored = false;
        const advance = (chunk, from) => {
            if (!agrees(chunk, from))
                return 'misfit';
            const fresh = chunk.subarray(Math.max(0, known - from));
            at = from + chunk.length;
            learn(fresh);
            return fresh;
        };
        return {
            take: (chunk) => {
                if (at !== undefined)
                    return advance(chunk, at);
                undecided = Buffer.concat([undecided, chunk]);
                if (undecided.length < overlapBytes)
                    return nothing;
                const start = undecided.subarray(0, overlapBytes);
                if (start.equals(tail))
                    return advance(undecided, fromByte);
                offsetIgnored = start.equals(head);
                return offsetIgnored ? advance(undecided, 0) : 'misfit';
            },
            end: () => {
                if (at === undefined || at < known)
                    return 'misfit';
                return offsetIgnored ? 'offset_ignored' : 'fits';
            },
        };
    };
    return {
        knownBytes: () => known,
        fromByte: () => (known < smallLogBytes ? 0 : known - overlapBytes),
        open,
    };
}
/** An entry costs memory and a line of the host's log, however short it is. */
const entryCharge = 40;
function createLogTranscript(limits) {
    let shown = 0;
    let fresh = [];
    let position = createLogPosition();
    const isFull = () => shown >= limits.charactersPerJob || position.knownBytes() >= limits.bytesPerJob;
    const collect = (entry) => {
        if (shown >= limits.charactersPerJob)
            return;
        shown += charactersOf(entry) + entryCharge;
        fresh.push(ownCopyOfEntry(entry));
    };
    let lines = (0,_decode_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .createLogLines */ .ie)(collect);
    return {
        knownBytes: () => position.knownBytes(),
        fromByte: () => position.fromByte(),
        open: (fromByte) => position.open(fromByte),
        add: (bytes) => lines.push(bytes),
        isFull,
        finish: () => lines.end(),
        restart: () => {
            position = createLogPosition();
            lines = (0,_decode_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .createLogLines */ .ie)(collect);
        },
        takeNew: () => {
            const taken = fresh;
            fresh = [];
            return taken;
        },
    };
}
function charactersOf(entry) {
    switch (entry.kind) {
        case 'line':
            return entry.text.length;
        case 'section_start':
            return entry.name.length + (entry.title ?? '').length;
        case 'section_end':
            return entry.name.length;
    }
}


/***/ }),

/***/ 6616:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ listJobs),
/* harmony export */   dJ: () => (/* binding */ failuresOf),
/* harmony export */   vj: () => (/* binding */ listDownstream)
/* harmony export */ });
/** Every job of a pipeline and then of those below it. */
function listJobs(node, path = []) {
    return [
        ...node.jobs.map((state) => ({ ...state, path })),
        ...node.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : listJobs(downstream, [...path, bridge.name])),
    ];
}
/** Every trigger job of a pipeline, each followed by those of the pipeline it started. */
function listDownstream(node, path = []) {
    return node.bridges.flatMap(({ bridge, downstream }) => {
        const below = [...path, bridge.name];
        const own = { path: below, bridge, node: downstream };
        return downstream === undefined ? [own] : [own, ...listDownstream(downstream, below)];
    });
}
/**
 * The jobs that failed, in the order of the pipeline, with those of downstream pipelines, counted as the verdict counts. A trigger job counts when it failed and no job below
 * it did: then it is itself what went wrong.
 */
function failuresOf(node, grounds) {
    if (grounds?.jobIds !== undefined)
        return chosenFailures(node, new Set(grounds.jobIds));
    // Where each pipeline is required, a trigger job that may fail excuses nothing below it.
    const excuses = grounds?.below === undefined ? 'count' : 'do_not_count';
    return failuresBelow(node, { path: [], allowed: false, excuses });
}
/** Of chosen jobs only what they may themselves counts, wherever they are. */
function chosenFailures(node, ids, path = []) {
    const steps = [...node.jobs, ...node.bridges.map(({ bridge }) => ({ job: bridge, attempt: 1 }))].filter(({ job }) => ids.has(job.id));
    const below = node.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : [chosenFailures(downstream, ids, [...path, bridge.name])]);
    const own = steps
        .filter(({ job }) => job.status === 'failed')
        .map(({ job, attempt }) => ({ path, job, attempt, allowed: job.allowFailure }));
    return {
        failed: [...own, ...below.flatMap(({ failed }) => failed)],
        total: steps.length + below.reduce((sum, { total }) => sum + total, 0),
    };
}
function failuresBelow(node, above) {
    const { path, excuses } = above;
    const failedHere = node.jobs
        .filter(({ job }) => job.status === 'failed')
        .map(({ job, attempt }) => ({ path, job, attempt, allowed: above.allowed || job.allowFailure }));
    const perBridge = node.bridges.map(({ bridge, downstream }) => {
        const allowed = excuses === 'count' && (above.allowed || bridge.allowFailure);
        const below = downstream === undefined
            ? { failed: [], total: 0 }
            : failuresBelow(downstream, { path: [...path, bridge.name], allowed, excuses });
        if (bridge.status === 'failed' && below.failed.length === 0) {
            return { failed: [{ path, job: bridge, attempt: 1, allowed }], total: below.total + 1 };
        }
        return below.total === 0 ? { failed: [], total: 1 } : below;
    });
    return {
        failed: [...failedHere, ...perBridge.flatMap(({ failed }) => failed)],
        total: node.jobs.length + perBridge.reduce((sum, { total }) => sum + total, 0),
    };
}


/***/ }),

/***/ 6585:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unknownProjectId),
/* harmony export */   Jm: () => (/* binding */ isUnfit),
/* harmony export */   TQ: () => (/* binding */ isTerminalStatus),
/* harmony export */   ih: () => (/* binding */ isKnownStatus),
/* harmony export */   vg: () => (/* binding */ partedEntries)
/* harmony export */ });
/* unused harmony exports pipelineStatuses, terminalStatuses */
/**
 * In place of a project's number that nobody tells: GitLab before 13.10 leaves it out of a pipeline, the project was given by its path, and the tokens
 * may not read it. No project has it.
 */
const unknownProjectId = 0;
/** The statuses of pipelines and jobs. @see GitLab 19.1, `app/models/concerns/ci/has_status.rb` */
const pipelineStatuses = [
    'created',
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'running',
    'success',
    'failed',
    'canceling',
    'canceled',
    'skipped',
    'manual',
    'scheduled',
];
/** Statuses in which nothing more happens unless somebody retries or plays a job. */
const terminalStatuses = ['success', 'failed', 'canceled', 'skipped'];
function isKnownStatus(status) {
    return pipelineStatuses.includes(status);
}
/** False for a status that did not exist when this was written: an unknown one means "still running". */
function isTerminalStatus(status) {
    return terminalStatuses.includes(status);
}
function isUnfit(entry) {
    return 'unfit' in entry;
}
/** What of a list can be read, and what cannot; absent when there is nothing of it. */
function partedEntries(entries) {
    const unfit = entries.filter(isUnfit);
    const fit = entries.filter((entry) => !isUnfit(entry));
    return { fit, unfit: unfit.length === 0 ? undefined : unfit };
}


/***/ }),

/***/ 7553:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ readsWithJobToken),
/* harmony export */   K4: () => (/* binding */ tokenOperations),
/* harmony export */   R1: () => (/* binding */ specInputTypes),
/* harmony export */   gH: () => (/* binding */ acceptableOutcomes),
/* harmony export */   iP: () => (/* binding */ oldTokenFates),
/* harmony export */   kF: () => (/* binding */ jobTokenOf),
/* harmony export */   s9: () => (/* binding */ snippetSources),
/* harmony export */   w5: () => (/* binding */ cancelReasons)
/* harmony export */ });
/** The job token, which reads where GitLab lets it. */
function jobTokenOf(credentials) {
    return credentials.kind === 'trigger' && credentials.tokenKind === 'job_token'
        ? credentials.token
        : undefined;
}
/** The outcomes a followed pipeline can have that `accept` may list. */
const acceptableOutcomes = ['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed'];
const cancelReasons = ['abort', 'timeout', 'failure'];
/** Whether nothing but a job token is there to read with. */
function readsWithJobToken(credentials) {
    const { kind, accessToken } = credentials;
    return kind === 'trigger' && credentials.tokenKind === 'job_token' && accessToken === undefined;
}
/** What can be done with the trigger tokens of a project. */
const tokenOperations = ['list', 'get', 'create', 'update', 'delete', 'rotate'];
/** When `rotate` deletes the token that it replaces; `auto`: once the new one is stored in a file or in a secret of GitHub. */
const oldTokenFates = ['auto', 'always', 'never'];
/** Types that `spec:inputs` knows. */
const specInputTypes = ['string', 'number', 'boolean', 'array'];
/** GitLab's words for where the pipelines come from that are to be let through. */
const snippetSources = ['trigger', 'pipeline'];


/***/ }),

/***/ 7267:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ stepsOf),
/* harmony export */   P1: () => (/* binding */ rowsByStage),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/** Every pipeline of the tree, each before those below it. */
function placesOf(node, path = []) {
    const below = node.bridges.flatMap(({ bridge, downstream }) => downstream === undefined ? [] : placesOf(downstream, [...path, bridge.name]));
    return [{ path, node }, ...below];
}
/** The jobs of a pipeline, trigger jobs among them. */
function stepsOf({ jobs, bridges }) {
    return [...jobs, ...bridges.map(({ bridge }) => ({ job: bridge, attempt: 1, earlier: [] }))];
}
/**
 * The jobs and trigger jobs of one pipeline by stage. GitLab does not tell the order of stages: it is that of the jobs, and a stage of trigger jobs only
 * stands where their ids would, since GitLab numbers jobs in the order of the stages.
 */
function rowsByStage({ jobs, bridges }) {
    const stages = [];
    /** The highest first id up to each stage: it never falls, so that a place among them is found by halving. */
    const highest = [];
    const byName = new Map();
    const add = (row) => {
        const { stage } = row.job;
        const known = byName.get(stage);
        if (known !== undefined) {
            known.push(row);
            return;
        }
        const firstId = (row.earlier[0] ?? row.job).id;
        const rows = [row];
        const place = row.kind === 'job' ? stages.length : placeAmong(highest, firstId);
        stages.splice(place, 0, { stage, rows });
        highest.splice(place, 0, Math.max(firstId, highest[place - 1] ?? 0));
        byName.set(stage, rows);
    };
    for (const state of jobs)
        add({ kind: 'job', ...state });
    for (const { bridge } of bridges)
        add({ kind: 'bridge', job: bridge, attempt: 1, earlier: [] });
    return stages;
}
/** The first place with a higher number, or the end. */
function placeAmong(rising, given) {
    let [from, to] = [0, rising.length];
    while (from < to) {
        const middle = (from + to) >>> 1;
        if ((rising[middle] ?? 0) > given)
            to = middle;
        else
            from = middle + 1;
    }
    return from;
}


/***/ }),

/***/ 6330:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ wrongCommit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);

/** The error for a pipeline that runs another commit than `expectedSha` (which may be shortened); `undefined` when it is the right one, or any will do. */
function wrongCommit(pipeline, expectedSha) {
    if (expectedSha === undefined || pipeline.sha.toLowerCase().startsWith(expectedSha))
        return undefined;
    if (pipeline.sha === '') {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({
            code: 'wrong_commit',
            what: `It is not known which commit pipeline ${pipeline.id} runs`,
            why: `The answer to the start does not tell; expected was ${expectedSha}.`,
            hint: `Compare the commit at ${pipeline.webUrl}; with an access_token (scope read_api) the step reads it itself.`,
        });
    }
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({
        code: 'wrong_commit',
        what: `Pipeline ${pipeline.id} runs another commit than expected_sha`,
        why: `${pipeline.ref} was at ${pipeline.sha} when GitLab created it; expected was ${expectedSha}.`,
        hint: 'The ref has moved, or a mirror has not caught up: run the step again when GitLab has the commit, or trigger a ref that does not move.',
    });
}


/***/ }),

/***/ 1980:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VT: () => (/* binding */ firstLinesWithin),
/* harmony export */   Xi: () => (/* binding */ linesWithin),
/* harmony export */   dp: () => (/* binding */ byteLength)
/* harmony export */ });
/** Bytes in UTF-8. */
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/** The first lines that fit into `maxBytes` together. */
function firstLinesWithin(lines, maxBytes) {
    return linesWithin(lines, { maxBytes, lineOf: (line) => line });
}
/** A line for each entry, the first that fit into `maxBytes` together; lines of the others are not even made. */
function linesWithin(entries, to) {
    const lines = [];
    let bytes = 0;
    for (const [index, entry] of entries.entries()) {
        const line = to.lineOf(entry, index);
        const next = bytes + byteLength(line) + 1;
        if (next > to.maxBytes)
            break;
        bytes = next;
        lines.push(line);
    }
    return { lines, bytes, omitted: entries.length - lines.length };
}


/***/ }),

/***/ 175:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ tailTitle),
/* harmony export */   s: () => (/* binding */ logGroupsOf)
/* harmony export */ });
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4810);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7037);



/** The title over the last lines of a failed job's log. */
function tailTitle({ path, job }, lines) {
    const allowed = job.allowFailure ? ', allowed to fail' : '';
    const what = lines.omitted === 0 ? 'log' : `last ${lines.shown} lines`;
    return `${what} of ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .jobLabel */ .OP)({ path, name: job.name }, 100)} (job ${job.id}${allowed})`;
}
/** What is new in a job's log, a group for the lines of each section; a note, and a section of which there is the head alone, is a group without lines. */
function logGroupsOf(block) {
    switch (block.kind) {
        case 'closed':
            return [{ title: `logs cannot be read: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(block.why)}`, lines: [] }];
        case 'note':
            return [{ title: `${titleOf(block)} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(block.text)}`, lines: [] }];
        case 'lines': {
            const groups = [];
            const begin = (title, isShown) => void groups.push({ title, lines: [], isShown });
            begin(titleOf(block), false);
            for (const entry of block.lines) {
                switch (entry.kind) {
                    case 'line':
                        groups.at(-1)?.lines.push(entry.text);
                        break;
                    case 'section_start':
                        // Its head is a line like any other, and may be all that there is.
                        begin(`${titleOf(block)} › ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(entry.title ?? entry.name, 200)}`, entry.title !== undefined);
                        break;
                    case 'section_end':
                        begin(titleOf(block), false);
                        break;
                    default:
                        (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNever */ .x)(entry);
                }
            }
            return groups
                .filter(({ lines, isShown }) => isShown || lines.length > 0)
                .map(({ title, lines }) => ({ title, lines }));
        }
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNever */ .x)(block);
    }
}
function titleOf({ path, job }) {
    return `${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .jobLabel */ .OP)({ path, name: job.name }, 100)} (job ${job.id})`;
}


/***/ }),

/***/ 6159:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ singleValueOutputs),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   Rr: () => (/* binding */ jsonList),
/* harmony export */   Y4: () => (/* binding */ valuesOutput),
/* harmony export */   iK: () => (/* binding */ jobEntry),
/* harmony export */   ke: () => (/* binding */ jobOutputs),
/* harmony export */   lW: () => (/* binding */ statusEntry),
/* harmony export */   nl: () => (/* binding */ inertJson),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   vL: () => (/* binding */ maxValuesOutputBytes)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);
/* harmony import */ var _model_failures_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6616);
/* harmony import */ var _byte_budget_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1980);



/**
 * JSON that may be printed to a log, on whatever CI, whole or cut into lines: no command of any is in it, and nothing that is not seen. The value stays the same.
 */
function inertJson(value) {
    return inert(JSON.stringify(value));
}
/** The same for a text that is JSON already. */
function inert(json) {
    const seen = asciiOnly.test(json) ? json : json.replace(unseen, escaped);
    return openings.reduce(
    // The last character alone, so that the rest stays legible. Commands stand in texts, never in what holds JSON together.
    (rest, opening) => rest.replace(opening, (found) => found.slice(0, -1) + escaped(found.slice(-1))), seen);
}
const asciiOnly = /^[\u0020-\u007e]*$/;
const unseen = new RegExp(`[${_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .controlCharacters */ .Qi}]|${_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .invisibleCharacter */ .Dy}`, 'gu');
/** Two number signs begin commands of several hosts, and of hosts to come. */
const openings = [/##/g, ...Object.values(_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hostCommands */ .v7)];
function escaped(text) {
    return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join('');
}
/** Rises when a field changes its meaning or goes; new fields may come without. */
const version = 1;
/** The most that one of the outputs may take, in bytes of UTF-8: GitHub gives the outputs of a whole job 1 MB, and counts two bytes a character. */
const maxBytes = 480_000;
/** GitLab allows 255 for a job's name; nothing that is longer came from there. */
const maxTextCharacters = 1000;
/** A list as an output: JSON on one line, below 480,000 bytes; `omitted` counts the entries at its end that found no room. The members of `more` come last. */
function jsonList(name, entries, more = {}) {
    const rest = inertJson(more).slice(1, -1);
    const texts = [];
    let bytes = 100 + (0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .dp)(rest);
    for (const entry of entries) {
        const text = inertJson(entry);
        bytes += (0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .dp)(text) + 1;
        if (bytes > maxBytes)
            break;
        texts.push(text);
    }
    const end = `"omitted":${entries.length - texts.length}${rest === '' ? '' : `,${rest}`}`;
    return `{"version":${version},"${name}":[${texts.join(',')}],${end}}`;
}
/** Exactly as GitLab has it, so that it can be compared; only what GitLab would not allow is cut. */
function bounded(text) {
    if (text === undefined)
        return null;
    return text.length > maxTextCharacters ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(text, maxTextCharacters) : text;
}
/**
 * The jobs of a pipeline and of those below it, the failed ones of them, and the downstream pipelines. `docs/outputs.md` tells the shape; a field that
 * GitLab did not fill is null. Each stays below 480,000 bytes; `omitted` counts what found no room. Failed statuses of other systems come with the failed jobs, where
 * they were looked for.
 */
function jobOutputs({ root }, statuses) {
    const jobs = (0,_model_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .listJobs */ .N6)(root);
    return {
        jobs: jsonList('jobs', jobs.map(jobEntry)),
        failed_jobs: jsonList('jobs', (0,_model_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .failuresOf */ .dJ)(root).failed.map(jobEntry), statusMembers(statuses)),
        downstream: jsonList('pipelines', (0,_model_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .listDownstream */ .vj)(root).map(downstreamEntry)),
    };
}
/** A job as the outputs describe it. */
function jobEntry(of) {
    const { path, job, attempt } = of;
    return {
        id: job.id,
        name: bounded(job.name),
        stage: bounded(job.stage),
        status: bounded(job.status),
        allow_failure: job.allowFailure,
        attempt,
        duration: job.durationSeconds ?? null,
        queued_duration: job.queuedSeconds ?? null,
        failure_reason: bounded(job.failureReason),
        coverage: percentOf(job.coverage),
        web_url: bounded(job.webUrl),
        started_at: bounded(job.startedAt),
        finished_at: bounded(job.finishedAt),
        path: path.map(bounded),
    };
}
/** So many that the list stays within its bounds. */
const mostStatuses = 20;
function statusMembers(statuses) {
    if (statuses === undefined)
        return {};
    return { external_statuses: statuses.failed.slice(0, mostStatuses).map(statusEntry) };
}
/** A status that another system set, as the outputs describe it. */
function statusEntry({ name, status, description, targetUrl, path }) {
    return {
        name: bounded(name),
        status: bounded(status),
        description: bounded(description),
        target_url: bounded(targetUrl),
        path: path.map(bounded),
    };
}
function percentOf(coverage) {
    const percent = Number(coverage ?? NaN);
    return Number.isFinite(percent) ? percent : null;
}
function downstreamEntry({ path, bridge, node }) {
    const { downstream } = bridge;
    const pipeline = node?.pipeline;
    return {
        path: path.map(bounded),
        stage: bounded(bridge.stage),
        bridge_status: bounded(bridge.status),
        allow_failure: bridge.allowFailure,
        failure_reason: bounded(bridge.failureReason),
        project_id: pipeline?.projectId ?? downstream?.projectId ?? null,
        pipeline_id: pipeline?.id ?? downstream?.pipelineId ?? null,
        status: bounded(pipeline?.status ?? downstream?.status),
        ref: bounded(pipeline?.ref),
        sha: bounded(pipeline?.sha),
        duration: pipeline?.durationSeconds ?? null,
        web_url: bounded(pipeline?.webUrl ?? downstream?.webUrl),
    };
}
/** GitHub gives all outputs of a job 1 MB and counts two bytes a character; the jobs of a pipeline need room, too. */
const maxValuesOutputBytes = 200_000;
/** The output `values`, a JSON object on one line whose values are texts; `too_large` when it is longer than 200,000 bytes. */
function valuesOutput(values) {
    // Written by hand: as a member of an object, `__proto__` would be lost.
    const members = [...values].map(([key, value]) => `${inertJson(key)}:${inertJson(value)}`);
    const json = `{${members.join(',')}}`;
    return (0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .dp)(json) > maxValuesOutputBytes ? 'too_large' : { values: json };
}
/** An output for each value: `value_` before its key, which no output of ours begins with. */
function singleValueOutputs(values) {
    return [...values].map(([key, value]) => ({ name: `value_${key}`, value }));
}


/***/ }),

/***/ 7037:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ formatRemaining),
/* harmony export */   C7: () => (/* binding */ formatElapsed),
/* harmony export */   Fu: () => (/* binding */ shortSha),
/* harmony export */   I8: () => (/* binding */ statusIcon),
/* harmony export */   J8: () => (/* binding */ phraseOf),
/* harmony export */   OP: () => (/* binding */ jobLabel),
/* harmony export */   OY: () => (/* binding */ nameLabel),
/* harmony export */   RO: () => (/* binding */ listLabel),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   me: () => (/* binding */ pathLabel),
/* harmony export */   sE: () => (/* binding */ outcomeIcon)
/* harmony export */ });
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4810);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);



/** How a pipeline below the first is written: the trigger jobs that lead there, outermost first. */
function pathLabel(path, maxCharacters = 60) {
    return path.map((name) => nameLabel(name, maxCharacters)).join(' › ');
}
/** A name that somebody else chose, on one line; never empty. */
function nameLabel(name, maxCharacters = 60) {
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(name, maxCharacters) || '(unnamed)';
}
/** How a job is written: `unit`, `unit (attempt 2)`, `child › unit`. `maxCharacters` is for each name in it. */
function jobLabel(of, maxCharacters = 60) {
    const label = pathLabel([...of.path, of.name], maxCharacters);
    return of.attempt === undefined || of.attempt < 2 ? label : `${label} (attempt ${of.attempt})`;
}
/** The first few of a list of names, and how many more there are: `unit, lint and 3 more`. */
function listLabel(labels, maxLabels = 5) {
    const more = labels.length - maxLabels;
    const shown = labels.slice(0, maxLabels).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}
/** Time since the start as a log column: `00:04`, `12:40`, `1:02:03`. */
function formatElapsed(elapsedMs) {
    const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
    const pad = (value) => String(value).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return hours === 0 ? rest : `${hours}:${rest}`;
}
/** A span that GitLab gave in seconds, for people; empty when it gave none. */
function formatSeconds(seconds) {
    return seconds === undefined ? '' : (0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(seconds * 1000);
}
/** What is left of the usual length: `about 4 min left`. */
function formatRemaining(remainingMs) {
    if (remainingMs <= 0)
        return 'longer than usual already';
    const minutes = Math.round(remainingMs / 60_000);
    if (minutes < 1)
        return 'less than a minute left';
    return minutes < 90 ? `about ${minutes} min left` : `about ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(minutes * 60_000)} left`;
}
const icons = new Map([
    ['created', '⚪'],
    ['waiting_for_resource', '⏳'],
    ['preparing', '⏳'],
    ['waiting_for_callback', '⏳'],
    ['pending', '⏳'],
    ['running', '🔄'],
    ['success', '✅'],
    ['failed', '❌'],
    ['canceling', '🚫'],
    ['canceled', '🚫'],
    ['skipped', '⏭️'],
    ['manual', '✋'],
    ['scheduled', '🕑'],
]);
const endedStatuses = new Set(['success', 'failed', 'canceled', 'skipped']);
/** One symbol for a status; a question mark for one that did not exist when this was written. */
function statusIcon({ status, allowFailure }) {
    return status === 'failed' && allowFailure === true ? '⚠️' : (icons.get(status) ?? '❓');
}
/** Whether nothing more happens in this status by itself. */
function hasEnded(status) {
    return endedStatuses.has(status);
}
/** The outcome as the middle of a sentence: `Pipeline 257 … after 1m02s`. */
function phraseOf(outcome) {
    switch (outcome) {
        case 'success':
            return 'passed';
        case 'warnings':
            return 'passed with warnings';
        case 'failed':
            return 'failed';
        case 'canceled':
            return 'was canceled';
        case 'skipped':
            return 'was skipped';
        case 'manual':
            return 'is blocked by a manual job';
        case 'timeout':
            return 'did not end in time';
        case 'outage':
            return 'was lost from sight';
        case 'aborted':
            return 'was no longer followed';
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNever */ .x)(outcome);
    }
}
/** One symbol for the outcome. */
function outcomeIcon(outcome) {
    switch (outcome) {
        case 'success':
            return '✅';
        case 'warnings':
            return '⚠️';
        case 'failed':
            return '❌';
        case 'canceled':
            return '🚫';
        case 'skipped':
            return '⏭️';
        case 'manual':
            return '✋';
        case 'timeout':
            return '⌛';
        case 'outage':
            return '❓';
        case 'aborted':
            return '🛑';
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNever */ .x)(outcome);
    }
}
/** A commit as people write it; what is none is cut off with a mark, so that redaction knows a secret in it. */
function shortSha(sha) {
    return /^[0-9a-f]{8,}$/.test(sha) ? sha.slice(0, 8) : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(sha, 9);
}


/***/ }),

/***/ 7316:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ startEventLine),
/* harmony export */   Lb: () => (/* binding */ pipelineLine),
/* harmony export */   Mr: () => (/* binding */ endWithStep),
/* harmony export */   QZ: () => (/* binding */ projectLabel),
/* harmony export */   ZW: () => (/* binding */ cancelLine),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   ev: () => (/* binding */ failedStatuses),
/* harmony export */   uA: () => (/* binding */ requestLine),
/* harmony export */   zC: () => (/* binding */ findTroubleLine)
/* harmony export */ });
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4810);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7037);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1795);





/** Widths of stage, job, status and duration. Fixed, so that a line needs to know nothing of the others; longer texts push the rest to the right. */
const columnWidths = [8, 15, 14, 5];
const unknownStatus = '(a status this version does not know; taken as still running)';
/** The log line for an event: elapsed time, stage, job, status, duration, reason, as far as it has them. Always one line. */
function lineOf(event) {
    return `${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .formatElapsed */ .C7)(event.elapsedMs)}  ${sentenceOf(event)}`;
}
function sentenceOf(event) {
    switch (event.kind) {
        case 'pipeline_changed':
            return pipelineCells(event);
        case 'job_changed':
            return jobCells(event);
        case 'job_played':
            return columns([
                (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .nameLabel */ .OY)(event.job.stage),
                (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .jobLabel */ .OP)({ path: event.path, name: event.job.name }, 100),
                event.refusal === undefined ? 'played' : `could not be played: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.refusal)}`,
            ]);
        case 'partial_data':
            return `cannot be shown: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.unreadablePart)}`;
        case 'heartbeat':
            return heartbeat(event);
        case 'poll_failed':
            return `no news from GitLab (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.why)}); trying again for up to ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.retryTimeoutMs)}`;
        case 'poll_recovered':
            return `GitLab answers again after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.lastedMs)}`;
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__/* .assertNever */ .x)(event);
    }
}
function pipelineCells(event) {
    const { path, pipeline, known } = event;
    const { status, statusGroup } = pipeline;
    const warned = status === 'success' && statusGroup === 'success-with-warnings';
    return columns([
        'pipeline',
        path.length === 0 ? String(pipeline.id) : (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .pathLabel */ .me)(path),
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(status, 60),
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(status) ? (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSeconds */ .Xo)(pipeline.durationSeconds) : '',
        known ? (warned ? 'with warnings' : '') : unknownStatus,
    ]);
}
function jobCells(event) {
    const { path, job, attempt, known } = event;
    const remarks = [
        job.failureReason === undefined ? '' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(job.failureReason, 120),
        job.status === 'failed' && job.allowFailure ? '(allowed to fail)' : '',
        known ? '' : unknownStatus,
    ];
    return columns([
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .nameLabel */ .OY)(job.stage),
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .jobLabel */ .OP)({ path, name: job.name, attempt }, 100),
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(job.status, 60),
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(job.status) ? (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSeconds */ .Xo)(job.durationSeconds) : '',
        remarks.filter((remark) => remark !== '').join(' '),
    ]);
}
function heartbeat(event) {
    const names = (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .listLabel */ .RO)(event.running.map((name) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .nameLabel */ .OY)(name)));
    const still = names === '' ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.status, 60) : `running: ${names}`;
    const left = event.remainingMs === undefined ? '' : `; ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRemaining */ .AA)(event.remainingMs)}`;
    return `still ${still}${left}`;
}
/** Two spaces behind a text that is too wide, so that the eye still finds its end. */
function columns(cells) {
    return cells
        .map((cell, index) => {
        const width = columnWidths[index] ?? 0;
        const length = Array.from(cell).length;
        return length <= width ? cell + ' '.repeat(width - length + 1) : `${cell}  `;
    })
        .join('')
        .trimEnd();
}
/** How a project is written in messages: its path, or its number. */
function projectLabel(project) {
    return project.kind === 'id' ? String(project.id) : project.path;
}
/** The first line of a run. */
function requestLine({ project, ref, connection }) {
    return `Triggering a pipeline in ${projectLabel(project)} at ${ref} on ${connection.apiUrl.host}`;
}
/** The line that says which pipeline it became. */
function pipelineLine({ id, iid, webUrl }) {
    const number = iid === undefined ? '' : ` (#${iid})`;
    return `Pipeline ${id}${number} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(webUrl, 2000)}`;
}
/** The warning for a pipeline that was started elsewhere and cannot be read yet. */
function findTroubleLine(pipelineId, { why, retryTimeoutMs }) {
    return `Cannot read pipeline ${pipelineId} yet (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(why)}); trying again for up to ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(retryTimeoutMs)}`;
}
/** The line for what stands between the request and the pipeline. */
function startEventLine(event) {
    switch (event.kind) {
        case 'retrying':
            return `Nothing was started (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.why)}); trying again in ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.delayMs)}`;
        case 'response_lost':
            return `The answer got lost (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.why)}); looking for the pipeline for up to ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.retryTimeoutMs)}`;
        case 'lost_pipeline_found':
            return `Found it: pipeline ${event.pipelineId} carries the mark of this run`;
        case 'lost_pipeline_absent':
            return 'It was certainly not started; sending the request once more';
        case 'project_unconfirmed':
            return `A pipeline was asked for in ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.project)}, and the answer names another path: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.webUrl, 2000)} - the project has been moved, or something on the way mixes up answers. Give its present path or its number as project_id; with an access_token the step finds out by itself`;
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__/* .assertNever */ .x)(event);
    }
}
/** The log line for what became of the wish to cancel one pipeline. */
function cancelLine({ pipeline, result, endedMeanwhile, why }) {
    const name = `Pipeline ${pipeline.id}`;
    const url = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(pipeline.webUrl, 2000);
    switch (result) {
        case 'canceled':
            return `${name} is canceled`;
        case 'canceling':
            return `${name} is being canceled; its running jobs stop as soon as their runners hear of it`;
        case 'already_ended':
            return endedMeanwhile === true
                ? `${name} ended as ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(pipeline.status, 60)} after it was asked to stop`
                : `${name} had already ended as ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(pipeline.status, 60)}`;
        case 'left_running':
            return `${name} is still running (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(why ?? 'GitLab gave no reason')}); cancel it there: ${url}`;
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__/* .assertNever */ .x)(result);
    }
}
/** What the end of a step says of its pipeline, which is over or about to be; `wasOver`: it was known to have ended when the step was stopped. */
function endWithStep({ pipeline, result, endedMeanwhile }, wasOver) {
    const name = `Pipeline ${pipeline.id}`;
    const status = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(pipeline.status, 60);
    if (wasOver)
        return `${name} had already ended (${status}).`;
    if (result !== 'already_ended')
        return `${name} was cancelled with it (${status}).`;
    return endedMeanwhile === true
        ? `${name} ended after it was asked to stop (${status}).`
        : `${name} had already ended (${status}).`;
}
/** Whoever wants to know more opens the pipeline. */
const mostShown = 20;
/** The failed statuses of other systems in Markdown, a line each, and how many more there are. */
function failedStatuses(statuses) {
    const failed = statuses?.failed ?? [];
    const lines = failed.slice(0, mostShown).map(({ path, name, description, targetUrl }) => {
        const label = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeText */ .ph)((0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .jobLabel */ .OP)({ path, name }), 200);
        const shown = targetUrl === undefined ? label : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .linkTo */ .uM)(label, targetUrl);
        const words = description === undefined ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(description, 200)}`;
        return `- ❌ ${shown}, a status that another system set${words}`;
    });
    const more = failed.length - lines.length;
    return more > 0 ? [...lines, `- and ${more} more`] : lines;
}


/***/ }),

/***/ 1795:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   ph: () => (/* binding */ codeText),
/* harmony export */   uM: () => (/* binding */ linkTo),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* unused harmony export safeUrl */
/* harmony import */ var _base_address_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1879);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);


/**
 * What has a meaning in Markdown or HTML, written so that it has none. An at sign and a dollar become elements of their own, because hosts look for
 * mentions, mail addresses and formulas in the text that comes out, where an entity is already the character.
 */
const harmless = new Map([
    ['@', '<span>@</span>'],
    ['$', '<span>$</span>'],
    ...Array.from('&<>"\'`*_~[](){}#+!|\\:^=').map((character) => [
        character,
        `&#${character.charCodeAt(0)};`,
    ]),
]);
/** Foreign text for the middle of a Markdown line or a table cell: shown as it is, on one line, at most `maxCharacters` long. */
function plainText(text, maxCharacters = 200) {
    return ((0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(text, maxCharacters)
        .replace(/[@$&<>"'`*_~[\](){}#+!|\\:^=]/g, (character) => harmless.get(character) ?? '')
        // GitHub makes a link of it.
        .replace(/www\./gi, (match) => `${match.slice(0, -1)}&#46;`));
}
/** The same as code: hosts do not look for mentions, references or emoji in there. Never empty. */
function codeText(text, maxCharacters = 200) {
    return `<code>${plainText(text, maxCharacters) || '(empty)'}</code>`;
}
/** A Markdown link; only the label when the address is not one of the web. `label` is Markdown already. */
function linkTo(label, url) {
    const safe = safeUrl(url);
    return safe === undefined ? label : `[${label}](${safe})`;
}
/** An address that can stand in Markdown and HTML; `undefined` unless it is http(s), without a user, and at most 2,000 characters long. */
function safeUrl(url) {
    if (url.length > 2000 || !(0,_base_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isUrl */ .g)(url))
        return undefined;
    const { protocol, username, password, host, origin, href } = new URL(url);
    if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '')
        return undefined;
    if (!/^[A-Za-z0-9.:[\]_-]+$/.test(host))
        return undefined;
    const shown = asWritten(origin, url);
    if (shown === undefined)
        return undefined;
    const rest = href
        .slice(origin.length)
        .replace(/[^A-Za-z0-9\-._~:/?#@&+,=%]/g, (character) => encodeURIComponent(character))
        .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('&', '&amp;');
    return shown + rest;
}
/**
 * The letters of a host are the same in capitals and small ones, and so is what it has in percent signs. Whoever looks for secrets knows them as they were written, so the capitals stay, and
 * what was written in another way is not shown.
 */
function asWritten(origin, url) {
    const written = url.trimStart().slice(0, origin.length);
    if (written.toLowerCase() === origin.toLowerCase())
        return written;
    const [, host = ''] = /^\s*[a-z]+:[/\\\s]*([^/\\?#]*)/i.exec(url) ?? [];
    return host.includes('%') ? undefined : origin;
}
/** One line of a job's log as a terminal would leave it: what a carriage return overwrote is gone, so are colours; indentation stays. */
function logLine(line, maxCharacters = 1000) {
    const shown = line
        .split(/[\r\n]/)
        .filter((part) => part !== '')
        .at(-1);
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanIndentedLine */ .zM)(shown ?? '', maxCharacters);
}
/** Text inside `<pre>`: nothing in it can end the element. */
function escapeHtml(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** A row of a table; the cells are Markdown already, without line ends and bare pipes. */
function tableRow(cells) {
    return `| ${cells.join(' | ')} |`;
}


/***/ }),

/***/ 6206:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ startOutputs),
/* harmony export */   Ix: () => (/* binding */ verdictOutputs),
/* harmony export */   Ts: () => (/* binding */ foundOutputs),
/* harmony export */   YZ: () => (/* binding */ cancellationOutputs),
/* harmony export */   Zw: () => (/* binding */ artifactsOutput),
/* harmony export */   gr: () => (/* binding */ outputNames),
/* harmony export */   tW: () => (/* binding */ lostValues),
/* harmony export */   vH: () => (/* binding */ lastOutputs)
/* harmony export */ });
/* unused harmony exports triggerOutputs, waitOutputs, cancelOutputs */
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4810);
/* harmony import */ var _json_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6159);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5424);



const pipelineId = {
    name: 'pipeline_id',
    description: 'Id of the pipeline, unique on the GitLab instance.',
};
const webUrl = { name: 'web_url', description: 'The page of the pipeline in GitLab.' };
const status = {
    name: 'status',
    description: "The pipeline's status in GitLab's own word, as last seen: `created`, `running`, `success`, `failed`, …",
};
/** Who the pipeline is. */
const identityOutputs = [
    pipelineId,
    webUrl,
    { name: 'pipeline_iid', description: 'Number of the pipeline within its project, as `CI_PIPELINE_IID`.' },
    { name: 'project_id', description: 'Numeric id of the project.' },
    { name: 'ref', description: 'Short name of the branch or tag the pipeline runs on.' },
    { name: 'sha', description: 'The commit the pipeline runs on.' },
    { name: 'created_at', description: "When GitLab created the pipeline: ISO 8601, GitLab's clock." },
    status,
];
/** What following it brings. */
const followOutputs = [
    {
        name: 'duration',
        description: 'Whole seconds the pipeline ran, as GitLab counts them; set when it was followed to its end.',
    },
    { name: 'coverage', description: 'Test coverage in percent, where the pipeline reports one.' },
    {
        name: 'jobs',
        description: 'Every job of the pipeline and of its downstream pipelines as JSON, in the shape that docs/outputs.md describes; set when it was followed.',
    },
    {
        name: 'failed_jobs',
        description: 'The failed ones among them, in the same shape; also those that may fail, with `allow_failure: true`.',
    },
    {
        name: 'downstream',
        description: 'Trigger jobs and the child and downstream pipelines they started as JSON, in the shape that docs/outputs.md describes.',
    },
    {
        name: 'tests',
        description: 'Test totals, suites and failed cases of the pipeline as JSON, in the shape that docs/outputs.md describes; set when a job left a test report.',
    },
    {
        name: 'values',
        description: 'What `values_from` read, as a JSON object of texts: `fromJSON(steps.ID.outputs.values).KEY`. With `values_as_outputs` also `value_KEY` for each.',
    },
    {
        name: 'artifacts_path',
        description: 'Absolute path of the folder with the artifacts that `artifacts` asked for; with `/` between its names on Windows, too.',
    },
];
/** The outputs of the root action, in the order in which people need them. The action's metadata and the README say the same (a test compares). */
const triggerOutputs = [
    ...identityOutputs,
    {
        name: 'outcome',
        description: 'What became of it: `triggered` (not followed), `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`.',
    },
    ...followOutputs,
    {
        name: 'checks',
        description: 'Of a dry run: what every check found, as JSON in the shape that docs/outputs.md describes.',
    },
];
/** The outputs of the sub-action `wait`. */
const waitOutputs = [
    ...identityOutputs,
    {
        name: 'outcome',
        description: 'What became of it: `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`.',
    },
    ...followOutputs,
];
/** The outputs of the sub-action `cancel`. */
const cancelOutputs = [
    pipelineId,
    webUrl,
    status,
    {
        name: 'outcome',
        description: 'What became of it: `canceled` when GitLab confirmed it, or how the pipeline had already ended: `success`, `failed`, `skipped`.',
    },
];
/** The name of every output of every action. */
const outputNames = [
    ...new Set([...triggerOutputs, ...waitOutputs, ...cancelOutputs, ..._tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokensOutputs */ .Tm].map(({ name }) => name)),
];
/** What is known as soon as GitLab has answered the request to start the pipeline. */
function startOutputs(pipeline) {
    return { ...foundOutputs(pipeline), outcome: 'triggered' };
}
/** Who the pipeline is, for one that was started elsewhere. */
function foundOutputs(pipeline) {
    return known({
        pipeline_id: String(pipeline.id),
        web_url: pipeline.webUrl,
        pipeline_iid: pipeline.iid?.toString(),
        project_id: pipeline.projectId > 0 ? String(pipeline.projectId) : undefined,
        ref: pipeline.ref,
        sha: pipeline.sha === '' ? undefined : pipeline.sha,
        created_at: pipeline.createdAt,
        status: pipeline.status,
    });
}
/** What the end of following adds. */
function verdictOutputs({ outcome, pipeline, snapshot, externalStatuses }) {
    return known({
        ...lastOutputs(pipeline, snapshot, externalStatuses),
        outcome,
        duration: pipeline.durationSeconds === undefined ? undefined : String(Math.round(pipeline.durationSeconds)),
        coverage: pipeline.coverage,
    });
}
/**
 * Where artifacts are; `folder` is an absolute path. A path of Windows gets slashes: all shells there take them but the oldest, and `bash` would take a backslash for
 * something else.
 */
function artifactsOutput(folder) {
    const isOfWindows = /^(?:[A-Za-z]:)?\\/.test(folder);
    return { artifacts_path: isOfWindows ? folder.replaceAll('\\', '/') : folder };
}
/** What cancelling a pipeline brings. */
function cancellationOutputs({ pipeline, result }) {
    switch (result) {
        case 'canceled':
        case 'canceling':
            return { status: pipeline.status, outcome: 'canceled' };
        case 'already_ended':
            return { status: pipeline.status, outcome: pipeline.status };
        case 'left_running':
            return { status: pipeline.status };
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNever */ .x)(result);
    }
}
/** What is known of a pipeline that we had to leave: its status and jobs as last seen. */
function lastOutputs(pipeline, snapshot, statuses) {
    return { status: pipeline.status, ...(snapshot === undefined ? {} : (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .jobOutputs */ .ke)(snapshot, statuses)) };
}
function known(outputs) {
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
/** So many are named; the rest is counted. */
const maxNamed = 5;
/** What to say of values that were read, and that no later step can have. */
function lostValues(lost) {
    if (lost.length === 0)
        return [];
    const named = lost.slice(0, maxNamed);
    const more = lost.length > maxNamed ? ` and ${lost.length - maxNamed} more` : '';
    return [
        {
            code: 'output_lost',
            what: `values_from: ${named.map(({ name }) => name).join(', ')}${more} could not be handed to later steps`,
            why: named.map(({ name, why }) => `${name}: ${why}.`).join('\n'),
            hint: 'With the command, give output_file, with an ending that can carry them (.json): it has all outputs on every CI. Or bring long texts back as artifacts.',
        },
    ];
}


/***/ }),

/***/ 8169:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summaryHead)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _model_failures_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6616);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7037);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1795);
/* harmony import */ var _tests_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6381);
/* harmony import */ var _job_tables_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1144);






/** Title, and a few lines on the whole: ref and commit, times, how many jobs ended how, coverage and tests. A few thousand bytes at most. */
function summaryHead({ outcome, pipeline, elapsedMs, root, tests }) {
    const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .linkTo */ .uM)(`Pipeline ${pipeline.id}`, pipeline.webUrl);
    const name = pipeline.name === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeText */ .ph)(pipeline.name)}`;
    const title = `## ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeIcon */ .sE)(outcome)} ${link}${name} ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .phraseOf */ .J8)(outcome)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(elapsedMs)}`;
    const lines = [
        factsLine(pipeline),
        root === undefined ? '' : jobsLine(root),
        tests === undefined || tests.total === 0 ? '' : (0,_tests_js__WEBPACK_IMPORTED_MODULE_3__/* .testsLine */ .M3)(tests),
        pipeline.yamlErrors === undefined ? '' : `GitLab says: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeText */ .ph)(pipeline.yamlErrors, 1000)}`,
    ];
    return [title, '', ...lines.filter((line) => line !== '').map((line) => `${line}  `), ''].join('\n');
}
function factsLine({ ref, sha, status, durationSeconds, queuedSeconds, coverage }) {
    return [
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeText */ .ph)(ref)} at ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeText */ .ph)((0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortSha */ .Fu)(sha))}`,
        `status ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(status, 60)}`,
        durationSeconds === undefined ? '' : `ran for ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSeconds */ .Xo)(durationSeconds)}`,
        queuedSeconds === undefined ? '' : `queued for ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSeconds */ .Xo)(queuedSeconds)}`,
        coverage === undefined ? '' : `coverage ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(coverage, 20)} %`,
    ]
        .filter((part) => part !== '')
        .join(' · ');
}
function jobsLine(root) {
    const jobs = (0,_model_failures_js__WEBPACK_IMPORTED_MODULE_5__/* .listJobs */ .N6)(root);
    const counts = new Map();
    for (const { job } of jobs) {
        const text = (0,_job_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .statusText */ .qS)(job);
        counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    // A server may invent statuses; twenty kinds are more than there are.
    const parts = [...counts].slice(0, 20).map(([text, count]) => `${count} ${text}`);
    return `${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'}: ${parts.join(' · ')}`;
}


/***/ }),

/***/ 1144:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   as: () => (/* binding */ downstreamTables),
/* harmony export */   jP: () => (/* binding */ downstreamTree),
/* harmony export */   qS: () => (/* binding */ statusText),
/* harmony export */   wF: () => (/* binding */ jobTable)
/* harmony export */ });
/* harmony import */ var _model_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6616);
/* harmony import */ var _model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7267);
/* harmony import */ var _byte_budget_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1980);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7037);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1795);





const head = [
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .tableRow */ .jD)(['Stage', 'Job', 'Status', 'Duration', 'Queued', 'Attempt', 'Reason']),
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .tableRow */ .jD)(['---', '---', '---', '---:', '---:', '---:', '---']),
];
/** The jobs and trigger jobs of one pipeline by stage, as many as fit into `maxBytes`. */
function jobTable(node, maxBytes) {
    const rows = (0,_model_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsByStage */ .P1)(node).flatMap(({ rows }) => rows.map((row, index) => ({ row, isFirst: index === 0 })));
    const headBytes = 250;
    const fitted = (0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .linesWithin */ .Xi)(rows, {
        maxBytes: maxBytes - headBytes,
        lineOf: ({ row, isFirst }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .tableRow */ .jD)([isFirst ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeText */ .ph)(row.job.stage, 100) : '', ...cellsOf(row)]),
    });
    if (fitted.lines.length === 0)
        return { text: '', bytes: 0, omitted: fitted.omitted };
    return {
        text: `${[...head, ...fitted.lines].join('\n')}\n`,
        bytes: fitted.bytes + headBytes,
        omitted: fitted.omitted,
    };
}
/** A status with its symbol: `❌ failed`, `⚠️ failed (allowed)`. */
function statusText(job) {
    const allowed = job.status === 'failed' && job.allowFailure === true ? ' (allowed)' : '';
    return `${(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .statusIcon */ .I8)(job)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(job.status, 60)}${allowed}`;
}
function cellsOf({ kind, job, attempt }) {
    return [
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkTo */ .uM)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeText */ .ph)(job.name, 100), job.webUrl)}${kind === 'bridge' ? ' ↗' : ''}`,
        statusText(job),
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(job.status) ? (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(job.durationSeconds) : '',
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(job.queuedSeconds),
        String(attempt),
        job.failureReason === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeText */ .ph)(job.failureReason, 100),
    ];
}
/** The trigger jobs and the pipelines they started, as a nested list; as many as fit into `maxBytes`. */
function downstreamTree(root, maxBytes) {
    const { lines, bytes, omitted } = (0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_3__/* .linesWithin */ .Xi)((0,_model_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .listDownstream */ .vj)(root), { maxBytes, lineOf: treeLine });
    return { text: lines.map((line) => `${line}\n`).join(''), bytes, omitted };
}
/** A fold with the job table of each downstream pipeline; open where a job failed. As many rows as fit into `maxBytes`. */
function downstreamTables(root, maxBytes) {
    let left = maxBytes;
    let omitted = 0;
    const texts = [];
    for (const { path, node } of (0,_model_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .listDownstream */ .vj)(root)) {
        if (node === undefined || node.jobs.length + node.bridges.length === 0)
            continue;
        const open = (0,_model_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .failuresOf */ .dJ)(node).failed.some(({ allowed }) => !allowed) ? ' open' : '';
        const summary = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeText */ .ph)((0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .pathLabel */ .me)(path), 200)} · ${countOf(node)}`;
        const headBytes = 1200;
        const table = jobTable(node, left - headBytes);
        omitted += table.omitted;
        if (table.text === '')
            continue;
        left -= table.bytes + headBytes;
        texts.push(`<details${open}>\n<summary>${summary}</summary>\n\n${table.text}\n</details>\n`);
    }
    return { text: texts.join('\n'), bytes: maxBytes - left, omitted };
}
function treeLine({ path, bridge, node }) {
    const indent = '  '.repeat(path.length - 1);
    return `${indent}- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkTo */ .uM)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeText */ .ph)(bridge.name, 100), bridge.webUrl)} → ${targetText(bridge, node)}`;
}
function targetText(bridge, node) {
    const { downstream } = bridge;
    if (node !== undefined) {
        const { id, webUrl, durationSeconds } = node.pipeline;
        const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkTo */ .uM)(`pipeline ${id}`, webUrl);
        return [`${link} ${statusText(node.pipeline)}`, (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(durationSeconds), countOf(node)]
            .filter((part) => part !== '')
            .join(' · ');
    }
    if (downstream !== undefined) {
        const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkTo */ .uM)(`pipeline ${downstream.pipelineId}`, downstream.webUrl);
        return `${link} ${statusText(downstream)} · its jobs were not read`;
    }
    const reason = bridge.failureReason === undefined ? '' : ` · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeText */ .ph)(bridge.failureReason, 100)}`;
    return `no pipeline: ${statusText(bridge)}${reason}`;
}
function countOf({ jobs }) {
    return jobs.length === 1 ? '1 job' : `${jobs.length} jobs`;
}


/***/ }),

/***/ 6381:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ firstWords),
/* harmony export */   M3: () => (/* binding */ testsLine),
/* harmony export */   PL: () => (/* binding */ placeOfTest),
/* harmony export */   PZ: () => (/* binding */ caseLabel),
/* harmony export */   R5: () => (/* binding */ failedTestLines),
/* harmony export */   ZN: () => (/* binding */ testFindings)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7037);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1795);



const maxFileCharacters = 500;
/**
 * The file that a report names, and the line that what the case says gives it: `src/a.test.ts:14`, or `File "tests/test_a.py", line 12` as Python writes it. A path that is
 * none of the repository (absolute, or leading out) is left out.
 */
function placeOfTest(of) {
    const file = of.file?.replace(/^(?:\.\/)+/, '') ?? '';
    if (file === '' ||
        file.length > maxFileCharacters ||
        /^(?:\/|[A-Za-z]:)|[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)/.test(file))
        return {};
    const line = lineIn(of.output ?? '', file);
    return line === undefined ? { file } : { file, line };
}
/** What stands between a file and its line. */
const separators = [':', '", line ', '('];
function lineIn(output, file) {
    for (const separator of separators) {
        const mark = `${file}${separator}`;
        for (let at = output.indexOf(mark); at >= 0; at = output.indexOf(mark, at + 1)) {
            const digits = /^[1-9]\d{0,6}(?!\d)/.exec(output.slice(at + mark.length, at + mark.length + 10))?.[0];
            if (digits !== undefined)
                return Number(digits);
        }
    }
    return undefined;
}
/** So many failed cases are named in the log. */
const maxNamed = 20;
/** `10 tests: 8 passed · 1 failed · 1 skipped · in 4s`. */
function testsLine({ total, success, failed, error, skipped, seconds }) {
    return [
        `${total} ${total === 1 ? 'test' : 'tests'}: ${success} passed`,
        failed === 0 ? '' : `${failed} failed`,
        error === 0 ? '' : `${error} broke`,
        skipped === 0 ? '' : `${skipped} skipped`,
        `in ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSeconds */ .Xo)(seconds)}`,
    ]
        .filter((part) => part !== '')
        .join(' · ');
}
/** A failed case on one line: `unit › round.test › rounds half to even`; one without a name by its class alone. */
function caseLabel({ path, suite, classname, name }, maxCharacters = 100) {
    return (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .pathLabel */ .me)([...path, suite, ...ownNames(classname, name)], maxCharacters);
}
function ownNames(classname, name) {
    if (classname === undefined || isRepeated(classname, name))
        return [name];
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(name) === '' ? [classname] : [classname, name];
}
/** Many frameworks put the class before the name: `Cart` and `Cart rounds`. */
function isRepeated(classname, name) {
    return name.startsWith(classname) && !/^\w/.test(name.slice(classname.length));
}
/** The first words of what a failed case says; empty when it says nothing. */
function firstWords({ output = '' }, maxCharacters = 200) {
    const line = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutText */ .IN)(output, 100_000)
        .split(/[\r\n]+/)
        .find((text) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(text) !== '');
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(line ?? '', maxCharacters);
}
/** The failed cases for the log: a line each, the first twenty. */
function failedTestLines(failed) {
    const more = failed.length - maxNamed;
    return [
        ...failed.slice(0, maxNamed).map((each) => {
            const { file, line } = placeOfTest(each);
            const place = file === undefined ? '' : ` (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(file, 200)}${line === undefined ? '' : `:${line}`})`;
            const words = firstWords(each);
            return `${caseLabel(each)}${place}${words === '' ? '' : `: ${words}`}`;
        }),
        ...(more > 0 ? [`and ${more} more`] : []),
    ];
}
/** A runner keeps ten errors of a step, of which one is for the step's own message and one to spare. */
const mostFindings = 8;
const [maxLines, maxCharacters] = [10, 1500];
/** Of what a case says; colours may take most of it. */
const mostRead = 100_000;
/** The first failed cases, with the beginning of what they say. */
function testFindings(failed) {
    return failed.slice(0, mostFindings).map((each) => ({
        title: caseLabel(each),
        message: messageOf(each),
        ...placeOfTest(each),
    }));
}
function messageOf(each) {
    if (firstWords(each) === '')
        return `The test ${each.status === 'error' ? 'broke' : 'failed'} without a word.`;
    const lines = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutText */ .IN)(each.output ?? '', mostRead).split(/\r\n|[\r\n]/, maxLines);
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutText */ .IN)(lines
        .map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .logLine */ .BP)(line, 300))
        .join('\n')
        .trim(), maxCharacters);
}


/***/ }),

/***/ 5424:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ tokenListOutputs),
/* harmony export */   Kn: () => (/* binding */ tokenTable),
/* harmony export */   Mo: () => (/* binding */ tokensRequestLine),
/* harmony export */   S2: () => (/* binding */ tokenLine),
/* harmony export */   Tm: () => (/* binding */ tokensOutputs),
/* harmony export */   Uc: () => (/* binding */ oneTokenOutputs),
/* harmony export */   _m: () => (/* binding */ tokenEventLine),
/* harmony export */   c$: () => (/* binding */ expiryLine),
/* harmony export */   t_: () => (/* binding */ tokenTableLines),
/* harmony export */   uI: () => (/* binding */ tokenTableTitle)
/* harmony export */ });
/* unused harmony export cellsOf */
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4810);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);
/* harmony import */ var _byte_budget_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1980);
/* harmony import */ var _json_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6159);
/* harmony import */ var _log_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7316);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1795);







/** The first line of a run: what is to be done, and where. */
function tokensRequestLine({ order, project, connection }) {
    const where = `${(0,_log_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .projectLabel */ .QZ)(project)} on ${connection.apiUrl.host}`;
    switch (order.operation) {
        case 'list':
            return `Listing the trigger tokens of ${where}`;
        case 'get':
            return `Reading trigger token ${order.triggerId} of ${where}`;
        case 'create':
            return `Creating the trigger token ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedName */ .aH)(order.description)} in ${where}`;
        case 'update':
            return `Renaming trigger token ${order.triggerId} of ${where} to ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedName */ .aH)(order.description)}`;
        case 'delete':
            return `Deleting trigger token ${order.triggerId} of ${where}`;
        case 'rotate': {
            const which = order.triggerId ?? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedName */ .aH)(order.description ?? '');
            return `Rotating the trigger token ${which} of ${where}`;
        }
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .x)(order);
    }
}
/** What an expiry that was written as a date or a span means. */
function expiryLine({ atMs, written }) {
    const time = new Date(atMs).toISOString().replace('.000', '');
    switch (written) {
        case 'date':
            return `expires_at is a date, which means its midnight in UTC: ${time}`;
        case 'span':
            return `expires_at is a span, and ends at ${time}`;
        case 'time':
            return undefined;
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .x)(written);
    }
}
/** One token in a sentence: `Trigger token 12 "deploys" (starts with 5f0c, owner ada, never used, does not expire)`. */
function tokenLine(token) {
    const [start, owner, used, expiry] = cellsOf(token);
    return `Trigger token ${token.id} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedName */ .aH)(token.description)} (starts with ${start}, owner ${owner}, ${used}, ${expiry})`;
}
/** A line for each token, with its columns below each other. */
function tokenTableLines(tokens) {
    const rows = tokens.map((token) => [String(token.id), ...cellsOf(token), (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedName */ .aH)(token.description)]);
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    return rows.map((row) => row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  '));
}
/** The title of a list. */
function tokenTableTitle(tokens, truncated) {
    const count = tokens.length === 1 ? '1 trigger token' : `${tokens.length} trigger tokens`;
    return truncated === 'complete' ? count : `The first ${count}; GitLab has more`;
}
/** Start, owner, last use and expiry, for people. */
function cellsOf(token) {
    const owner = token.owner === undefined ? 'nobody' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(token.owner, 60);
    return [
        token.start === undefined ? '?' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(token.start, 4),
        token.secret === undefined ? owner : `${owner} (you)`,
        token.lastUsed === undefined ? 'never used' : `last used ${timeText(token.lastUsed)}`,
        token.expiresAt === undefined ? 'does not expire' : `expires ${timeText(token.expiresAt)}`,
    ];
}
function timeText(time) {
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(time, 40).replace(/\.\d+Z$/, 'Z');
}
/** What to say of an event. */
function tokenEventLine(event) {
    switch (event.kind) {
        case 'retrying':
            return spoken(`No success yet (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.why)}); trying again in ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.delayMs)}`);
        case 'response_lost':
            return spoken(`The answer got lost (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(event.why)}); looking whether the token exists`);
        case 'found_again':
            return spoken(`It exists: ${tokenLine(event.token)}`);
        case 'created':
            return spoken(`Created: ${tokenLine(event.token)}`);
        case 'expiry_ignored':
            return warned(`This GitLab does not know that trigger tokens can expire: token ${event.token.id} never does, whatever expires_at says.`);
        case 'reused':
            return spoken(`Going on with the token of a run that was cut: ${tokenLine(event.token)}`);
        case 'proven':
            return spoken(`GitLab takes token ${event.token.id}; no pipeline was started to find out`);
        case 'owner_changed':
            return warned(`Token ${event.to.id} belongs to ${ownerOf(event.to)}, token ${event.from.id} to ${ownerOf(event.from)}: pipelines that are started with the new one run as ${ownerOf(event.to)}, with the rights of that user.`);
        case 'stored':
            return spoken(`Stored token ${event.token.id} in ${event.where}${event.note === undefined ? '' : `. ${event.note}`}`);
        case 'deleted':
            return spoken(`Deleted: ${tokenLine(event.token)}. It cannot be brought back; GitLab keeps the pipelines that it started, and lets them run on`);
        case 'left':
            return warned(leftText(event.tokens));
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .x)(event);
    }
}
function leftText(tokens) {
    const ids = tokens.map(({ id }) => id);
    const verb = ids.length === 1 ? 'still works' : 'still work';
    return `Token ${ids.join(', ')} ${verb}: delete it (operation: delete) once the new one is where it is used, or give save_to_file or github_secret, so that rotate can do both.`;
}
function ownerOf({ owner }) {
    return owner === undefined ? 'nobody' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(owner, 60);
}
function spoken(text) {
    return { level: 'info', text };
}
function warned(text) {
    return { level: 'warning', text };
}
/** The outputs of the sub-action `tokens`. */
const tokensOutputs = [
    {
        name: 'trigger_id',
        description: 'Id of the trigger token; for `create` and `rotate` of the new one. Not set by `list`.',
    },
    {
        name: 'token',
        description: 'The whole new token, for `create` and `rotate` only; masked in the log. GitHub gives it to later steps of the same job and keeps it from other jobs.',
    },
    {
        name: 'old_trigger_id',
        description: 'Id of the token that `rotate` replaced, whether it was deleted or left.',
    },
    {
        name: 'triggers',
        description: 'The trigger tokens that the operation was about as JSON, in the shape that docs/outputs.md describes: all of them for `list`, else one. Never a whole token.',
    },
];
/** The outputs about one token. */
function oneTokenOutputs(token) {
    return { trigger_id: String(token.id), ...tokenListOutputs([token]) };
}
/** The outputs about many. */
function tokenListOutputs(tokens) {
    return { triggers: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonList */ .Rr)('triggers', tokens.map(tokenEntry)) };
}
/** `docs/outputs.md` tells the shape. */
function tokenEntry(token) {
    return {
        id: token.id,
        description: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTokens */ .N_)(token.description)),
        token_start: token.start ?? null,
        owner: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(token.owner),
        own: token.secret !== undefined,
        created_at: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(token.createdAt),
        updated_at: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(token.updatedAt),
        last_used: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(token.lastUsed),
        expires_at: (0,_json_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(token.expiresAt),
    };
}
/** Far below what hosts show of a report; a token takes some 200 bytes. */
const maxBytes = 400_000;
const head = [
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .tableRow */ .jD)(['Id', 'Description', 'Token', 'Owner', 'Last used', 'Expiry']),
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .tableRow */ .jD)(['---:', '---', '---', '---', '---', '---']),
];
/** The report about the trigger tokens of a project: a heading and a table, as many tokens as find room. */
function tokenTable(tokens, project) {
    const title = `### Trigger tokens of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(project)}`;
    if (tokens.length === 0)
        return `${title}\n\nThere are none.\n`;
    const { lines, omitted } = (0,_byte_budget_js__WEBPACK_IMPORTED_MODULE_6__/* .linesWithin */ .Xi)(tokens, { maxBytes, lineOf: rowOf });
    const more = omitted === 0 ? [] : ['', `${omitted} more are in the output \`triggers\` and in the log.`];
    return [title, '', ...head, ...lines, ...more, ''].join('\n');
}
function rowOf(token) {
    const [start, owner, used, expiry] = cellsOf(token);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .tableRow */ .jD)([
        String(token.id),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeText */ .ph)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTokens */ .N_)(token.description), 100),
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeText */ .ph)(start)}…`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(owner),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(used),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(expiry),
    ]);
}


/***/ }),

/***/ 1102:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zz: () => (/* binding */ incompleteResults),
  jw: () => (/* binding */ leftRunning),
  ai: () => (/* binding */ verdictError),
  BT: () => (/* binding */ verdictSentence)
});

// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __nccwpck_require__(4810);
// EXTERNAL MODULE: ./out/bundle/base/duration.js
var duration = __nccwpck_require__(7871);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __nccwpck_require__(3236);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
// EXTERNAL MODULE: ./out/bundle/model/failures.js
var failures = __nccwpck_require__(6616);
// EXTERNAL MODULE: ./out/bundle/report/labels.js
var report_labels = __nccwpck_require__(7037);
;// CONCATENATED MODULE: ./out/bundle/report/verdict-causes.js



/** So many of a kind are named in a message; the rest is counted. Runners cut a message at 4,096 characters: with the limits below it stays under 4,000. */
const maxNamed = 5;
const maxUrlCharacters = 200;
/** The failed jobs that explain the outcome: those that may not fail, or for `warnings` those that may. */
function blamedJobs({ outcome, snapshot, grounds }) {
    if (snapshot === undefined)
        return { failed: [], total: 0 };
    const { failed, total } = (0,failures/* failuresOf */.dJ)(snapshot.root, grounds);
    return { failed: failed.filter(({ allowed }) => allowed === (outcome === 'warnings')), total };
}
/** Why it ended so, in parts of a sentence: what was required below, the jobs, what no list of jobs has. */
function causesOf(verdict) {
    const { outcome, grounds } = verdict;
    if (outcome === 'success')
        return [];
    const below = grounds?.below ?? [];
    const shown = below.slice(0, maxNamed - 2).map(partPhrase);
    const more = below.length > shown.length ? [`${below.length - shown.length} more below`] : [];
    return [...shown, ...more, ...jobCauses(verdict), ...restCauses(verdict)];
}
function partPhrase({ path, kind, outcome }) {
    const name = `\`${(0,report_labels/* pathLabel */.me)(path, 40)}\``;
    switch (kind) {
        case 'child':
            return `the child pipeline ${name} ${(0,report_labels/* phraseOf */.J8)(outcome)} (downstream: require)`;
        case 'downstream':
            return `the downstream pipeline ${name} ${(0,report_labels/* phraseOf */.J8)(outcome)} (downstream: require)`;
        case 'trigger_job':
            return `the trigger job ${name} started no pipeline (downstream: require)`;
    }
}
function jobCauses(verdict) {
    const { failed, total } = blamedJobs(verdict);
    if (failed.length === 0)
        return [];
    const names = failed.map(({ path, job }) => (0,base_text/* cleanLine */.Ow)((0,report_labels/* jobLabel */.OP)({ path, name: job.name }), 40));
    const allowed = verdict.outcome === 'warnings' ? ', which is allowed' : '';
    return [`${failed.length} of ${countOf(total)} failed${allowed} (${(0,report_labels/* listLabel */.RO)(names, maxNamed)})`];
}
/** What the jobs do not explain. */
function restCauses(verdict) {
    const { outcome, externalStatuses } = verdict;
    if (outcome === 'skipped')
        return isOfManualJobs(verdict) ? ['no job ran, because all of them are manual'] : [];
    if (outcome !== 'failed')
        return [];
    const labels = (externalStatuses?.failed ?? []).map(({ path, name }) => `\`${(0,base_text/* cleanLine */.Ow)((0,report_labels/* jobLabel */.OP)({ path, name }), 40)}\``);
    const statuses = labels.length === 1 ? 'the external status' : `${labels.length} external statuses`;
    const failed = labels.length === 0 ? [] : [`${statuses} failed (${(0,report_labels/* listLabel */.RO)(labels, maxNamed)})`];
    return isUnexplained(verdict) ? ['no job that GitLab lists failed', ...failed] : failed;
}
/** Whether a failed pipeline has jobs, and none of them is to blame. */
function isUnexplained(verdict) {
    const { outcome, pipeline, grounds } = verdict;
    const { failed, total } = blamedJobs(verdict);
    const isBelow = grounds?.jobIds !== undefined || (grounds?.below ?? []).length > 0;
    const isOwn = pipeline.status === 'failed' && pipeline.yamlErrors === undefined;
    return outcome === 'failed' && isOwn && !isBelow && failed.length === 0 && total > 0;
}
/** GitLab calls a pipeline whose jobs all wait to be played, for nobody has to, skipped. */
function isOfManualJobs({ outcome, snapshot, grounds }) {
    if (outcome !== 'skipped' || snapshot === undefined || grounds?.jobIds !== undefined)
        return false;
    const { jobs, bridges } = snapshot.root;
    const steps = [...jobs.map(({ job }) => job), ...bridges.map(({ bridge }) => bridge)];
    return steps.length > 0 && steps.every(({ status }) => status === 'manual');
}
/** The causes, a line each, with where to see more. */
function causeLines(verdict) {
    const { pipeline, snapshot, outcome, grounds, externalStatuses } = verdict;
    const { failed } = blamedJobs(verdict);
    const lines = [
        ...(grounds?.below ?? []).map((part) => `${partPhrase(part)}${urlOf(part.webUrl)}`),
        ...failed.map(jobLine),
        ...(externalStatuses?.failed ?? []).map(statusLine),
    ];
    const first = firstLines([...lines, ...hiddenLines(verdict)]);
    if (lines.length > 0)
        return first;
    if (pipeline.yamlErrors !== undefined)
        return [`GitLab says: ${(0,base_text/* cleanLine */.Ow)(pipeline.yamlErrors, 500)}`];
    if (isUnexplained(verdict))
        return [unexplainedLine(verdict)];
    if (outcome !== 'manual' || snapshot === undefined)
        return first;
    const manual = (0,failures/* listJobs */.N6)(snapshot.root).filter(({ job }) => job.status === 'manual' && !job.allowFailure);
    return firstLines(manual.map(jobLine));
}
/** That another word of GitLab stands above a failed job. */
function hiddenLines({ outcome, pipeline }) {
    const hides = ['manual', 'canceled', 'skipped'].includes(pipeline.status);
    return outcome === 'failed' && hides
        ? [`GitLab calls the pipeline '${pipeline.status}', and a job of it has failed`]
        : [];
}
function unexplainedLine({ externalStatuses, snapshot }) {
    const lacks = snapshot?.root.incomplete?.jobs;
    if (lacks !== undefined)
        return `None of the jobs that can be read failed: ${(0,base_text/* cleanLine */.Ow)(lacks, 300)}`;
    const unread = externalStatuses?.unread;
    const end = unread === undefined
        ? 'none of them is said to have failed'
        : `they cannot be read (${(0,base_text/* cleanLine */.Ow)(unread, 300)})`;
    return `None of its jobs failed. Statuses that other systems set on its commit count as well: ${end}`;
}
function jobLine({ path, job, attempt }) {
    const label = (0,base_text/* cleanLine */.Ow)((0,report_labels/* jobLabel */.OP)({ path, name: job.name, attempt }), 100);
    return `${label} (stage ${(0,base_text/* cleanLine */.Ow)(job.stage, 40)}): ${reasonOf(job)}${urlOf(job.webUrl)}`;
}
function statusLine({ path, name, description, targetUrl = '' }) {
    const label = (0,base_text/* cleanLine */.Ow)((0,report_labels/* jobLabel */.OP)({ path, name }), 100);
    const words = description === undefined ? 'failed' : (0,base_text/* cleanLine */.Ow)(description, 150) || 'failed';
    return `${label} (external status): ${words}${urlOf(targetUrl)}`;
}
function reasonOf(job) {
    return (0,base_text/* cleanLine */.Ow)((job.status === 'failed' ? job.failureReason : undefined) ?? job.status, 40);
}
/** Half an address leads nowhere. */
function urlOf(url) {
    return url === '' || url.length > maxUrlCharacters ? '' : ` ${(0,base_text/* cleanLine */.Ow)(url, maxUrlCharacters)}`;
}
function firstLines(lines) {
    const more = lines.length - maxNamed;
    return more > 0 ? [...lines.slice(0, maxNamed), `and ${more} more`] : lines;
}
function countOf(total) {
    return total === 1 ? '1 job' : `${total} jobs`;
}

;// CONCATENATED MODULE: ./out/bundle/report/verdict-message.js







const verdict_message_maxUrlCharacters = 200;
/**
 * The last line of a run that was followed, e.g. `Pipeline 257 passed after 1m02s`, or
 * `Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit)`.
 */
function verdictSentence(verdict) {
    const { outcome, pipeline, elapsedMs } = verdict;
    const sentence = `Pipeline ${pipeline.id} ${(0,report_labels/* phraseOf */.J8)(outcome)} after ${(0,duration/* formatDuration */.a)(elapsedMs)}`;
    const causes = causesOf(verdict);
    return causes.length === 0 ? sentence : `${sentence}: ${causes.join('; ')}`;
}
/**
 * The error for a verdict that fails the step; `undefined` when the outcome is among those that `accept` lists. Its message names the first failed
 * jobs, links them, and has fewer than 4,000 characters.
 */
function verdictError(verdict, accept) {
    const { outcome, pipeline, limit = 'timeout' } = verdict;
    const question = questionOf(verdict, accept);
    const what = verdictSentence(verdict);
    const link = `Open ${(0,base_text/* cleanLine */.Ow)(pipeline.webUrl, verdict_message_maxUrlCharacters)}`;
    const status = (0,base_text/* cleanLine */.Ow)(pipeline.status, 60);
    switch (outcome) {
        case 'timeout':
            return new errors/* TimeoutError */.MU({
                code: 'wait_timeout',
                what,
                why: paragraph(`Its status was '${status}' when ${limit} was over.${question === undefined ? '' : ` It was ${question.why}.`}`, openJobLines(verdict)),
                hint: `${question?.advice ?? `Raise ${limit}, or find out what it waits for.`} ${link}`,
            });
        case 'outage':
            return new errors/* UnreachableError */.Jk({
                code: 'outage',
                what,
                why: question === undefined
                    ? `GitLab gave no usable answer for the whole of outage_timeout; the last status seen was '${status}'.`
                    : `For the whole of outage_timeout it was ${question.why}. The status of the pipeline is '${status}'.`,
                hint: question === undefined
                    ? `The pipeline may still be running. ${link}`
                    : `${question.advice} ${link}`,
            });
        case 'success':
        case 'warnings':
        case 'failed':
        case 'canceled':
        case 'skipped':
        case 'manual':
            if (accept.has(outcome))
                return undefined;
            return new errors/* OutcomeError */.Rz({
                code: 'outcome_not_accepted',
                what,
                why: paragraph(`The outcome '${outcome}' is not one of those accepted here: ${[...accept].join(', ')}.`, causeLines(verdict)),
                hint: `${adviceOn(verdict)}${link}`,
            });
        default:
            return (0,assert_never/* assertNever */.x)(outcome);
    }
}
/** What was not to be known when all that was seen had ended, and what helps. */
function questionOf({ question, questionAbout }, accept) {
    if (question === undefined)
        return undefined;
    const words = (0,base_text/* cleanLine */.Ow)(question, 300);
    if (questionAbout === undefined) {
        return {
            why: `not to be known: ${words}`,
            advice: 'See how that ended. Leave it out of the verdict if it does not matter to you: downstream, jobs.',
        };
    }
    const [taken, other] = accept.has('warnings') ? ['warnings', 'success'] : ['success', 'warnings'];
    return {
        why: `not to be known whether a job failed that may: ${words}. accept takes ${taken}, and not ${other}`,
        advice: `Let the step read the jobs (access_token with the scope read_api, role Reporter in the project), or add ${other} to accept.`,
    };
}
function adviceOn(verdict) {
    if (verdict.outcome === 'manual')
        return 'A manual job blocks the pipeline until somebody plays it. ';
    return isOfManualJobs(verdict)
        ? 'Play the jobs in GitLab, or let their rules start them. on_manual does not play jobs that nobody has to play. '
        : '';
}
/** What a person must know when we were stopped while the pipeline was running. */
function leftRunning(pipeline) {
    return {
        why: `Pipeline ${pipeline.id} was left running.`,
        hint: `Cancel it in GitLab if nobody needs it: ${(0,base_text/* cleanLine */.Ow)(pipeline.webUrl, 2000)}`,
    };
}
function openJobLines({ snapshot }) {
    if (snapshot === undefined)
        return [];
    return firstLines((0,failures/* listJobs */.N6)(snapshot.root)
        .filter(({ job }) => job.status === 'running' || job.status === 'pending')
        .map(jobLine));
}
/** A foreign name never begins a line. */
function paragraph(sentence, lines) {
    return [sentence, ...lines.map((line) => `  - ${line}`)].join('\n');
}
/** So many are named in a message; the rest is counted. */
const verdict_message_maxNamed = 5;
/** What to say when results of an accepted pipeline are missing. A single trouble, of which there must be one at least, speaks for itself. */
function incompleteResults(pipeline, errors) {
    const [only, ...others] = errors;
    if (only !== undefined && others.length === 0)
        return only;
    const more = errors.length - verdict_message_maxNamed;
    const lines = errors.slice(0, verdict_message_maxNamed).map(({ what, code }) => `  - ${what} [${code}]`);
    return {
        code: 'results_incomplete',
        what: `Pipeline ${pipeline.id} is accepted, but ${errors.length} of the results that were asked for are missing`,
        why: ['These could not be brought back:', ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n'),
        hint: 'Each is explained in a warning of its own.',
    };
}


/***/ }),

/***/ 5577:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ abortRun)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6585);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7316);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6206);
/* harmony import */ var _report_verdict_message_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1102);
/* harmony import */ var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9923);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5084);
/* harmony import */ var _results_report_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5215);
/* harmony import */ var _saved_run_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1596);









/**
 * Ends a run that was stopped: outputs first, then the pipeline is cancelled if that is wanted and possible, then the report. Gives the error that
 * says what became of the pipeline. What could not be confirmed in time stays unsettled, for the post step.
 */
async function abortRun(context, { pipeline, snapshot, elapsedMs, error }) {
    const { deps, cancelOn } = context;
    const last = snapshot?.root.pipeline ?? pipeline;
    (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutputs */ .n0)(deps, { ...(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .lastOutputs */ .vH)(last, snapshot), outcome: 'aborted' });
    // Beside the cancelling: there is no time for both after each other.
    context.feedback.end({
        kind: 'ended',
        outcome: 'aborted',
        accepted: false,
        pipeline: last,
        snapshot,
        elapsedMs,
    });
    const cancellations = cancelOn.has('abort')
        ? await (0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelPipelines */ .iL)(context, [{ pipeline: last, snapshot }])
        : [];
    const isHandled = cancellations.length > 0 && !cancellations.some(_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_4__/* .isLeftRunning */ .PU);
    if (isHandled || !cancelOn.has('abort') || !context.mayCancel)
        (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_7__/* .saveSettled */ .TL)(deps);
    const [own] = cancellations;
    const seen = own?.pipeline ?? last;
    (0,_context_js__WEBPACK_IMPORTED_MODULE_5__/* .setOutputs */ .n0)(deps, { status: seen.status });
    await (0,_results_report_js__WEBPACK_IMPORTED_MODULE_6__/* .writeSummary */ .S)(context, { outcome: 'aborted', pipeline: seen, snapshot, elapsedMs });
    return isHandled && own !== undefined
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(error.stopSignal, { why: (0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .endWithStep */ .Mr)(own, (0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_8__/* .isTerminalStatus */ .TQ)(last.status)) })
        : new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(error.stopSignal, (0,_report_verdict_message_js__WEBPACK_IMPORTED_MODULE_3__/* .leftRunning */ .jw)(seen));
}


/***/ }),

/***/ 9923:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isLeftRunning),
/* harmony export */   iL: () => (/* binding */ cancelPipelines),
/* harmony export */   qW: () => (/* binding */ sayCancellations)
/* harmony export */ });
/* harmony import */ var _follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8806);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7316);


/** A step that was stopped: a runner kills 10 s after its first signal and asks again at 7.5 s: finding out what there is, cancelling, outputs and report have to fit into six. */
const stoppedWithinMs = 3500;
/** Cancels pipelines with all that is alive below them, and says what became of each. Never throws. */
async function cancelPipelines({ deps, gitlab, mayCancel, forceSignal, withinMs = stoppedWithinMs }, targets) {
    const why = 'there is no access_token to cancel it with, and a trigger token cannot';
    const ends = mayCancel
        ? await Promise.all(targets.map((target) => (0,_follow_cancel_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTree */ .l)({ gitlab, clock: deps.clock }, { ...target, withinMs, signal: forceSignal })))
        : targets.map(({ pipeline }) => [{ pipeline, result: 'left_running', why }]);
    const cancellations = ends.flat();
    sayCancellations(deps, cancellations);
    return cancellations;
}
/** Says what became of each. */
function sayCancellations({ host }, cancellations) {
    for (const cancellation of cancellations) {
        const say = isLeftRunning(cancellation) ? host.log.warning : host.log.info;
        say((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelLine */ .ZW)(cancellation));
    }
}
function isLeftRunning({ result }) {
    return result === 'left_running';
}


/***/ }),

/***/ 5084:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ openGitLab),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   mc: () => (/* binding */ warnOnce),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _gitlab_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8516);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4310);
/* harmony import */ var _shown_output_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2890);



/** Hides every secret of the inputs, and of the proxies in the environment; to be called before anything is printed. */
function maskSecrets({ host, environment }, table) {
    for (const { secret, origin } of (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .namedSecrets */ .pr)(host.inputs, table))
        host.masker.mask(secret, origin);
    for (const secret of (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .proxySecrets */ .Wm)(environment))
        host.masker.mask(secret, 'the address of the proxy');
}
/** @throws {InputError} when the environment does not allow it: `checkWay`. */
function openGitLab(deps, connection, accessToken, jobToken) {
    return (0,_gitlab_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .openGitLab */ .j)({ ...deps, redact: deps.host.masker.redact }, connection, accessToken, jobToken);
}
/** Hands on what GitLab says, without secrets; says once of each output that it holds one. */
function setOutputs({ host }, outputs) {
    for (const [name, given] of Object.entries(outputs)) {
        const { value, warning } = (0,_shown_output_js__WEBPACK_IMPORTED_MODULE_2__/* .shownOutput */ .f)(host.masker, name, given);
        host.outputs.set(name, value);
        if (warning !== undefined)
            warnOnce(host, warning);
    }
}
const warned = new WeakMap();
/** Says a warning, unless this step has said the same before. */
function warnOnce({ masker, log }, warning) {
    const before = warned.get(masker) ?? new Set();
    warned.set(masker, before);
    if (before.has(warning))
        return;
    before.add(warning);
    log.warning(warning);
}


/***/ }),

/***/ 560:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Os: () => (/* binding */ momentSentence),
/* harmony export */   _8: () => (/* binding */ commitStateOf),
/* harmony export */   h6: () => (/* binding */ noFeedback)
/* harmony export */ });
/* harmony import */ var _base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4810);
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7871);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);
/* harmony import */ var _report_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7037);
/* harmony import */ var _report_verdict_message_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1102);





/** For runs that nobody wants to hear of. */
const noFeedback = {
    begin: () => undefined,
    end: () => undefined,
    fail: () => undefined,
    addTests: () => undefined,
    close: () => Promise.resolve(),
};
/** GitHub's word for a moment. Only jobs that failed are the commit's own fault; all that tells nothing of the commit is an error. */
function commitStateOf(moment) {
    switch (moment.kind) {
        case 'running':
            return 'pending';
        case 'told':
            return moment.state;
        case 'ended':
            if (moment.accepted)
                return 'success';
            return moment.outcome === 'failed' || moment.outcome === 'warnings' ? 'failure' : 'error';
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__/* .assertNever */ .x)(moment);
    }
}
/** The moment in one line, as short as that can be. */
function momentSentence(moment) {
    switch (moment.kind) {
        case 'running':
            return `Pipeline ${moment.pipeline.id} is running`;
        case 'told':
            return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(moment.sentence);
        case 'ended': {
            const { outcome, pipeline, elapsedMs } = moment;
            if (outcome !== 'aborted')
                return (0,_report_verdict_message_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictSentence */ .BT)({ ...moment, outcome });
            return `Pipeline ${pipeline.id} ${(0,_report_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .phraseOf */ .J8)(outcome)} after ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(elapsedMs)}: the step was stopped`;
        }
        default:
            return (0,_base_assert_never_js__WEBPACK_IMPORTED_MODULE_4__/* .assertNever */ .x)(moment);
    }
}


/***/ }),

/***/ 3907:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openFeedback)
/* harmony export */ });
/* harmony import */ var _feedback_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(560);

/** The feedback that a request asks for. Its code is loaded when there is some to give. */
async function openFeedback(deps, entry, { feedback: request, connection, project }) {
    if (request === undefined)
        return _feedback_js__WEBPACK_IMPORTED_MODULE_0__/* .noFeedback */ .h6;
    const { createGitHubFeedback, commentIdentityOf } = await Promise.all(/* import() */[__nccwpck_require__.e(7000), __nccwpck_require__.e(8665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1046));
    const identity = commentIdentityOf(deps.host.context(), {
        name: request.comment.kind === 'kept' ? request.comment.name : undefined,
        gitlabUrl: connection.gitlabUrl,
        project,
    });
    return createGitHubFeedback(deps, entry, { request, identity });
}


/***/ }),

/***/ 2275:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g0: () => (/* binding */ clearPlaces),
/* harmony export */   p1: () => (/* binding */ checkPlaces),
/* harmony export */   tu: () => (/* binding */ removeFormerTests),
/* harmony export */   yg: () => (/* binding */ refuseSharedPlaces)
/* harmony export */ });
/* unused harmony export samePlace */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3236);
/* harmony import */ var _hosts_decorators_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1495);
/* harmony import */ var _hosts_step_files_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2237);
/* harmony import */ var _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2948);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6206);







/**
 * Makes sure, before anything is started, that what is asked for has a place to go to, as far as that can be known. What an earlier run left at the place of the file of
 * tests is gone then.
 * @throws {InputError} when it has none.
 */
function checkPlaces({ outputs }, { values, artifacts, junitFile }) {
    if (values !== undefined) {
        const why = outputs.hindrance?.('open');
        if (why !== undefined)
            throw nowhere('values_from: the values cannot be handed to anybody', why);
        const whyNone = values.mask.length > 0 ? outputs.hindrance?.('secret') : undefined;
        if (whyNone !== undefined)
            throw nowhere('mask_values: a value that is masked cannot be handed to anybody', whyNone);
    }
    if (junitFile !== undefined) {
        (0,_hosts_step_files_js__WEBPACK_IMPORTED_MODULE_4__/* .clearPlace */ .xy)(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX, { input: 'junit_file', path: junitFile, wanted: 'file' }, () => {
            _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.remove(junitFile);
            _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.probe(junitFile);
        });
    }
    if (artifacts !== undefined) {
        (0,_hosts_step_files_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseLink */ .VQ)(_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX, { input: 'artifacts_path', path: artifacts.path, wanted: 'folder' });
    }
}
function nowhere(what, why) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz({
        code: 'invalid_input',
        what: `${what}, so nothing was started`,
        why: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}.`,
        hint: 'With the command, give output_file: it has all outputs on every CI. On a runner of GitHub, GITHUB_OUTPUT has to name a file that this step may write.',
    });
}
/**
 * Makes sure that no two things are asked for at one place, where the one that is written last would be all that is there: a report in the place of a new token. `hostFiles` are
 * those in which the host keeps outputs.
 * @throws {InputError}
 */
function refuseSharedPlaces(places, hostFiles = []) {
    const all = [
        ...places.paths.map(({ input, path }) => ({ what: input, path })),
        ...places.tokenFiles.map((path) => ({ what: 'save_to_file', path })),
        ...hostFiles.map((path) => ({ what: "the host's own file of outputs", path })),
    ];
    for (const [index, one] of all.entries()) {
        for (const other of all.slice(index + 1)) {
            if (one.what !== other.what && (samePlace(one.path, other.path) || isAmongOutputs(one, other, places)))
                throw shared(one, other);
        }
    }
}
/** Whether it would be one of the files in a folder of outputs. The new token may be there twice: it is the same text. */
function isAmongOutputs(folder, { what, path }, places) {
    if (folder.what !== 'output_file' || !samePlace(folder.path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))))
        return false;
    const { outputPrefix: prefix } = places;
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
    if (what === 'save_to_file' && name === `${prefix}token`)
        return false;
    return (0,_hosts_decorators_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutputFile */ .W5)(name, { prefix, names: _report_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .outputNames */ .gr });
}
/** Whether two paths, however they are written, lead to one place. */
function samePlace(one, other) {
    return placeOf(one) === placeOf(other);
}
function placeOf(path) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    try {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(target));
    }
    catch {
        return target;
    }
}
function shared(one, other) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz({
        code: 'invalid_input',
        what: `${one.what} and ${other.what} are the same place, where only one of them could stay`,
        hint: 'Give each a path of its own.',
    });
}
/**
 * Takes away what an earlier run left at the places that a command line names, before anything can end this one. What cannot be taken away is left to those who
 * check these inputs: they refuse it.
 */
function clearPlaces(places) {
    for (const { input, path } of places.paths) {
        // It may be the only copy of a token. That the place is the same is refused later.
        if (places.tokenFiles.some((file) => samePlace(file, path)))
            continue;
        attempt(() => {
            if (input === 'junit_file')
                removeFile(path);
            else if (input === 'output_file' && isFolder(path, places))
                clearFolder(path, places);
            else if (_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.kindOf(path) === 'file')
                _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.replace(path, '');
        });
    }
}
/** The same for the file of tests alone. */
function removeFormerTests(path) {
    const place = path?.trim() ?? '';
    if (place !== '')
        attempt(() => removeFile(place));
}
function removeFile(path) {
    if (_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.kindOf(path) === 'file')
        _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.remove(path);
}
function isFolder(path, { outputFormat }) {
    return outputFormat === undefined ? path.endsWith('/') : outputFormat.trim() === 'files';
}
function clearFolder(path, { outputPrefix }) {
    if (_hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.kindOf(path) !== 'folder')
        return;
    for (const name of _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.namesIn(path)) {
        if ((0,_hosts_decorators_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutputFile */ .W5)(name, { prefix: outputPrefix, names: _report_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .outputNames */ .gr }))
            _hosts_system_js__WEBPACK_IMPORTED_MODULE_5__/* .processFiles */ .HX.remove(`${path}/${name}`);
    }
}
function attempt(work) {
    try {
        work();
    }
    catch {
        // It is refused later, with the reason.
    }
}


/***/ }),

/***/ 5215:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ writeReport),
  S: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __nccwpck_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/parallel.js
var parallel = __nccwpck_require__(4628);
// EXTERNAL MODULE: ./out/bundle/logs/log-entry.js
var log_entry = __nccwpck_require__(1586);
// EXTERNAL MODULE: ./out/bundle/base/text.js
var base_text = __nccwpck_require__(1828);
// EXTERNAL MODULE: ./out/bundle/logs/decode-lines.js + 3 modules
var decode_lines = __nccwpck_require__(8129);
// EXTERNAL MODULE: ./out/bundle/logs/read-trace.js
var read_trace = __nccwpck_require__(9505);
// EXTERNAL MODULE: ./out/bundle/logs/transcript.js
var transcript = __nccwpck_require__(5620);
;// CONCATENATED MODULE: ./out/bundle/logs/tail.js





/** Upper ends of the pauses before the second and the third attempt: a hiccup is worth waiting for, an outage is not. */
const retryPausesMs = [1000, 4000];
/** A server that asks for more patience does not get it: a log is a courtesy. */
const maxRetryAfterMs = 15_000;
/**
 * The last `lines` lines of a job's log. The whole log comes over the wire, because nothing tells its size beforehand and GitLab reads only
 * forward from `byte_offset`; it is never held, only the last lines are. Tries up to three times when trouble may pass.
 * @throws the reason of `signal` when it aborts, and nothing else.
 */
async function tailOf(deps, wanted, signal) {
    for (let attempt = 0;; attempt += 1) {
        const { end, tail } = await readTail(deps.gitlab, wanted, signal);
        if (end.kind !== 'failed')
            return tail;
        const pauseMs = retryPausesMs[attempt];
        if (pauseMs === undefined || end.concerns !== 'moment') {
            return {
                kind: 'unavailable',
                why: end.why,
                concerns: end.concerns === 'all' ? 'all_logs' : 'this_log',
            };
        }
        const retryAfterMs = Math.min(end.retryAfterMs ?? 0, maxRetryAfterMs);
        await (0,clock/* sleep */.yy)(deps.clock, Math.max(retryAfterMs, pauseMs * (0.5 + deps.random() / 2)), signal);
    }
}
async function readTail(gitlab, { project, jobId, lines }, signal) {
    const last = createLastLines(lines);
    const decoder = (0,decode_lines/* createLogLines */.ie)((entry) => {
        const text = textOf(entry);
        if (text !== undefined)
            last.add(text);
    });
    let bytes = 0;
    const end = await (0,read_trace/* readTrace */.c)(gitlab, {
        call: { project, jobId, fromByte: 0 },
        sink: (chunk) => {
            bytes += chunk.length;
            decoder.push(chunk);
            return 'more';
        },
        signal,
    });
    decoder.end();
    const kept = last.lines();
    return { end, tail: { kind: 'lines', lines: kept, omitted: last.count() - kept.length, bytes } };
}
/** What to show of an entry where sections are not folded. */
function textOf(entry) {
    switch (entry.kind) {
        case 'line':
            return entry.text;
        case 'section_start':
            return entry.title;
        case 'section_end':
            return undefined;
    }
}
/** A ring of `size` lines. */
function createLastLines(size) {
    const ring = [];
    let count = 0;
    /** Blank lines that nothing has followed yet: the last of them, and how many there are. */
    let blank = [];
    let blankCount = 0;
    const take = (line) => {
        if (size > 0)
            ring[count % size] = line;
        count += 1;
    };
    return {
        add: (line) => {
            if (isBlank(line)) {
                blankCount += 1;
                blank.push(line);
                if (blank.length > 2 * size + 1)
                    blank = blank.slice(-size - 1);
                return;
            }
            count += blankCount - blank.length;
            blank.forEach(take);
            blank = [];
            blankCount = 0;
            take(line);
        },
        count: () => count,
        lines: () => {
            const start = count > ring.length ? count % ring.length : 0;
            return [...ring.slice(start), ...ring.slice(0, start)].map(transcript/* ownCopy */.Sf);
        },
    };
}
/** Whether nobody sees anything in a line: it may have a colour all the same. */
function isBlank(line) {
    return (0,base_text/* stripTerminalSequences */.FM)(line).trim() === '';
}

// EXTERNAL MODULE: ./out/bundle/model/failures.js
var failures = __nccwpck_require__(6616);
// EXTERNAL MODULE: ./out/bundle/report/job-logs.js
var job_logs = __nccwpck_require__(175);
// EXTERNAL MODULE: ./out/bundle/report/labels.js
var labels = __nccwpck_require__(7037);
// EXTERNAL MODULE: ./out/bundle/report/byte-budget.js
var byte_budget = __nccwpck_require__(1980);
// EXTERNAL MODULE: ./out/bundle/report/log-lines.js
var log_lines = __nccwpck_require__(7316);
// EXTERNAL MODULE: ./out/bundle/report/markdown.js
var markdown = __nccwpck_require__(1795);
;// CONCATENATED MODULE: ./out/bundle/report/summary/failed-jobs.js




/**
 * The last lines of each log, as many as fit into `maxBytes` together. Room is divided evenly, and what short logs leave goes to the long ones. Only lines
 * that find room are worked on, however many there are.
 */
function tailsWithin(logs, maxBytes) {
    const fillings = logs.map((source) => ({ source, taken: [] }));
    let left = maxBytes;
    let used = -1;
    while (used !== 0) {
        const open = fillings.filter(({ source, taken }) => taken.length < source.length);
        const share = Math.floor(left / Math.max(1, open.length));
        used = open.reduce((sum, filling) => sum + fill(filling, share), 0);
        left -= used;
    }
    return fillings.map(({ source, taken }) => ({
        lines: [...taken].reverse(),
        omitted: source.length - taken.length,
    }));
}
/** Takes further lines from the end, of at most `maxBytes` together; gives how many bytes they have. */
function fill({ source, taken }, maxBytes) {
    let bytes = 0;
    while (taken.length < source.length) {
        const line = (0,markdown/* escapeHtml */.ZD)((0,markdown/* logLine */.BP)(source[source.length - 1 - taken.length] ?? ''));
        const next = bytes + (0,byte_budget/* byteLength */.dp)(line) + 1;
        if (next > maxBytes)
            break;
        bytes = next;
        taken.push(line);
    }
    return bytes;
}
/** A fold for each failed job with its reason and the end of its log. Jobs that may fail come last; the first fold is open. */
function failedFolds(root, of) {
    const failed = shownFailures(root, of.grounds);
    const ordered = [...failed.filter(({ allowed }) => !allowed), ...failed.filter(({ allowed }) => allowed)];
    const fitted = (0,byte_budget/* linesWithin */.Xi)(ordered, {
        maxBytes: of.maxBytes,
        lineOf: (entry, index) => headOf(entry, index === 0 ? ' open' : ''),
    });
    const shown = ordered.slice(0, fitted.lines.length).map((entry, index) => ({
        head: fitted.lines[index] ?? '',
        log: of.logTails.get(entry.job.id) ?? [],
    }));
    return {
        omitted: fitted.omitted,
        withLogs: (maxLogBytes) => foldsWithin(shown, maxLogBytes),
    };
}
/** Every failed job; whether one may fail is told as the verdict counts it. */
function shownFailures(root, grounds) {
    return (0,failures/* failuresOf */.dJ)(root, grounds?.jobIds === undefined ? grounds : undefined).failed;
}
function foldsWithin(folds, maxLogBytes) {
    const tails = tailsWithin(folds.map(({ log }) => log), maxLogBytes);
    let omittedLines = 0;
    const texts = folds.map(({ head, log }, index) => {
        const { lines = [], omitted = 0 } = tails[index] ?? {};
        omittedLines += omitted;
        const earlier = omitted === 0 ? [] : [`… ${omitted} earlier lines left out`];
        const pre = log.length === 0 ? [] : ['<pre>', ...earlier, ...lines, '</pre>', ''];
        return [head, ...pre, '</details>', ''].join('\n');
    });
    return { text: texts.join('\n'), omittedLines };
}
function headOf({ path, job, attempt, allowed }, open) {
    const parts = [
        `${(0,labels/* statusIcon */.I8)({ status: 'failed', allowFailure: allowed })} ${(0,markdown/* codeText */.ph)((0,labels/* jobLabel */.OP)({ path, name: job.name, attempt }), 200)}`,
        `stage ${(0,markdown/* codeText */.ph)(job.stage, 100)}`,
        (0,markdown/* codeText */.ph)(job.failureReason ?? job.status, 100),
        (0,labels/* formatSeconds */.Xo)(job.durationSeconds),
        allowed ? 'allowed to fail' : '',
    ];
    const summary = parts.filter((part) => part !== '').join(' · ');
    const link = (0,markdown/* linkTo */.uM)(`Job ${job.id} in GitLab`, job.webUrl);
    return `<details${open}>\n<summary>${summary}</summary>\n\n${link}\n`;
}

// EXTERNAL MODULE: ./out/bundle/report/tests.js
var tests = __nccwpck_require__(6381);
;// CONCATENATED MODULE: ./out/bundle/report/summary/failed-tests.js





/** So many lines of what a case says are shown; whoever wants more has the page of the pipeline. */
const maxLines = 30;
/** A fold for each failed case with what it says, the first open; as many as fit into `maxBytes`. */
function failedTests(failed, maxBytes) {
    const { lines, omitted } = (0,byte_budget/* linesWithin */.Xi)(failed, {
        maxBytes,
        lineOf: (each, index) => foldOf(each, index === 0 ? ' open' : ''),
    });
    return { text: lines.join('\n'), omitted };
}
function foldOf(each, open) {
    const { file, line } = (0,tests/* placeOfTest */.PL)(each);
    const summary = [
        `❌ ${(0,markdown/* codeText */.ph)((0,tests/* caseLabel */.PZ)(each), 300)}`,
        file === undefined ? '' : (0,markdown/* plainText */.wh)(`${file}${line === undefined ? '' : `:${line}`}`, 300),
        each.seconds > 0 ? (0,labels/* formatSeconds */.Xo)(each.seconds) : '',
        each.status === 'error' ? 'broke' : '',
    ].filter((part) => part !== '');
    const printed = (0,tests/* firstWords */.Cb)(each) === '' ? [] : ['<pre>', ...saidLines(each.output ?? ''), '</pre>'];
    return [
        `<details${open}>`,
        `<summary>${summary.join(' · ')}</summary>`,
        '',
        ...printed,
        '</details>',
        '',
    ].join('\n');
}
function saidLines(output) {
    const lines = (0,base_text/* cutText */.IN)(output, 100_000)
        .split(/\r\n|[\r\n]/)
        .map((line) => (0,markdown/* escapeHtml */.ZD)((0,markdown/* logLine */.BP)(line, 300)));
    const more = lines.length - maxLines;
    const shown = lines.slice(0, maxLines);
    return more > 0 ? [...shown, `… ${more} more lines`] : shown;
}

// EXTERNAL MODULE: ./out/bundle/report/summary/head.js
var summary_head = __nccwpck_require__(8169);
// EXTERNAL MODULE: ./out/bundle/report/summary/job-tables.js
var job_tables = __nccwpck_require__(1144);
// EXTERNAL MODULE: ./out/bundle/model/snapshot.js
var snapshot = __nccwpck_require__(7267);
;// CONCATENATED MODULE: ./out/bundle/report/summary/timeline.js




/** More bars than these nobody can read, and Mermaid refuses texts of more than 50,000 characters. */
const maxBars = 60;
/**
 * A Mermaid gantt with a section for each stage and a bar for each run of a job, in the reader's own time zone. A job that still runs reaches to the last
 * time known.
 * @see https://mermaid.js.org/syntax/gantt.html
 */
function formatTimeline(root) {
    const nodes = [
        { path: [], node: root },
        ...(0,failures/* listDownstream */.vj)(root),
    ];
    const lastMs = lastTimeOf(nodes.flatMap(({ node }) => node ?? []));
    const all = nodes.flatMap(({ path, node }) => (node === undefined ? [] : barsOf(node, path, lastMs)));
    const shown = longest(all);
    if (shown.length === 0)
        return { diagram: undefined, omitted: 0 };
    return { diagram: diagramOf(shown), omitted: all.length - shown.length };
}
/**
 * A text in which Mermaid finds nothing but a text. It knows no way to quote: the characters that end a task, a line or a comment, or begin a directive, an
 * entity or a formula, are replaced by ones that look like them.
 */
function mermaidText(text, maxCharacters) {
    return (0,base_text/* cleanLine */.Ow)(text, maxCharacters).replace(/[:;#%,<>{}`"\\&$@[\]|]/g, (character) => 
    // Unicode has each printable ASCII character a second time, in full width.
    String.fromCharCode(character.charCodeAt(0) - 0x21 + 0xff01));
}
function barsOf(node, path, lastMs) {
    return (0,snapshot/* rowsByStage */.P1)(node)
        .flatMap(({ rows }) => rows)
        .filter(({ kind }) => kind === 'job')
        .flatMap(({ job, attempt, earlier }) => [
        ...earlier.map((run, index) => ({ path, job: run, attempt: index + 1 })),
        { path, job, attempt },
    ])
        .flatMap((run) => {
        const span = spanOf(run.job, lastMs);
        return span === undefined ? [] : [{ ...run, ...span }];
    });
}
function spanOf(job, lastMs) {
    const startMs = timeOf(job.startedAt);
    if (startMs === undefined)
        return undefined;
    const lengthMs = (0,labels/* hasEnded */.hY)(job.status) ? job.durationSeconds : undefined;
    const endMs = timeOf(job.finishedAt) ?? (lengthMs === undefined ? lastMs : startMs + lengthMs * 1000);
    // Nobody sees a bar without a width.
    return { startMs, endMs: Math.round(Math.max(endMs, startMs + 1000)) };
}
function sectionOf({ path, job }) {
    return mermaidText((0,labels/* pathLabel */.me)([...path, job.stage], 40), 100);
}
/** The symbol in front also keeps a job named `section` or `click` from being read as a keyword. */
function lineOf({ job, attempt, startMs, endMs }) {
    const label = mermaidText((0,labels/* jobLabel */.OP)({ path: [], name: job.name, attempt }), 70);
    return `  ${(0,labels/* statusIcon */.I8)(job)} ${label} :${tagOf(job)}, ${startMs}, ${endMs}`;
}
function tagOf({ status, allowFailure }) {
    if (status === 'failed')
        return allowFailure ? 'active' : 'crit';
    return status === 'success' ? 'done' : 'active';
}
function diagramOf(bars) {
    const spanMs = Math.max(...bars.map(({ endMs }) => endMs)) - Math.min(...bars.map(({ startMs }) => startMs));
    const sections = new Map();
    for (const bar of bars) {
        const section = sectionOf(bar);
        const lines = sections.get(section) ?? [];
        lines.push(lineOf(bar));
        sections.set(section, lines);
    }
    return [
        'gantt',
        '  dateFormat x',
        `  axisFormat ${axisFormatOf(spanMs)}`,
        // A line for the present says nothing once the pipeline is over.
        '  todayMarker off',
        ...[...sections].flatMap(([section, lines]) => [`  section ${section}`, ...lines]),
    ].join('\n');
}
function axisFormatOf(spanMs) {
    if (spanMs < 15 * 60_000)
        return '%H:%M:%S';
    return spanMs < 24 * 3_600_000 ? '%H:%M' : '%d. %H:%M';
}
/** The bars that take longest, in their old order. */
function longest(bars) {
    if (bars.length <= maxBars)
        return bars;
    const chosen = new Set([...bars].sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs)).slice(0, maxBars));
    return bars.filter((bar) => chosen.has(bar));
}
function lastTimeOf(nodes) {
    const times = nodes.flatMap(({ pipeline, jobs }) => [
        pipeline.updatedAt,
        pipeline.finishedAt,
        ...jobs.flatMap(({ job }) => [job.startedAt, job.finishedAt]),
    ]);
    return times.reduce((last, time) => Math.max(last, timeOf(time) ?? 0), 0);
}
/** Milliseconds since 1970, whole; absent for a text that is no time. */
function timeOf(text) {
    const time = text === undefined ? Number.NaN : Date.parse(text);
    return Number.isFinite(time) && time >= 0 ? time : undefined;
}

;// CONCATENATED MODULE: ./out/bundle/report/summary/summary.js









/** GitHub throws a report of more than 1 MiB away as a whole; masking may lengthen it a little before it is measured. */
const maxBytes = 900_000;
/** The most that single parts may take, so that the ones after them find room; logs get what is left. */
const maxPartBytes = {
    failed: 200_000,
    tests: 100_000,
    table: 300_000,
    tree: 60_000,
    unreadable: 20_000,
};
/**
 * The report of a pipeline that was followed to its end, or as far as we came: Markdown for CI hosts that show some, of at most 900,000 bytes. Names and
 * logs in it are text and nothing else. What found no room is counted at the end.
 */
function formatSummary(content) {
    const { snapshot, logTails, tests, grounds, externalStatuses } = content;
    const head = (0,summary_head/* summaryHead */.z)({ ...content, root: snapshot?.root, tests: tests?.counts });
    if (snapshot === undefined)
        return `${head}\nNothing is known of its jobs.\n`;
    const { root, unreadable, failure } = snapshot;
    const folds = failedFolds(root, { logTails, maxBytes: maxPartBytes.failed, grounds });
    const statuses = (0,log_lines/* failedStatuses */.ev)(externalStatuses).map((line) => `${line}\n`);
    const cases = failedTests(tests?.failed ?? [], maxPartBytes.tests);
    const table = (0,job_tables/* jobTable */.wF)(root, maxPartBytes.table);
    const tree = (0,job_tables/* downstreamTree */.jP)(root, maxPartBytes.tree);
    const tables = (0,job_tables/* downstreamTables */.as)(root, maxPartBytes.table - table.bytes);
    const timeline = formatTimeline(root);
    const unseen = (0,byte_budget/* firstLinesWithin */.VT)([
        ...unreadable.map((unreadablePart) => `- ${(0,markdown/* plainText */.wh)(unreadablePart, 300)}`),
        ...(tests?.unreadable ?? []).map((unreadablePart) => `- ${(0,markdown/* plainText */.wh)(unreadablePart, 300)}`),
        ...(failure === undefined ? [] : [`- Parts are older than the rest: ${(0,markdown/* plainText */.wh)(failure, 300)}`]),
    ], maxPartBytes.unreadable);
    const compose = (failed, omittedLines) => {
        const diagram = timeline.diagram === undefined ? '' : `\`\`\`mermaid\n${timeline.diagram}\n\`\`\`\n`;
        const leftOut = leftOutLines([
            { omitted: cases.omitted, what: 'failed tests' },
            { omitted: folds.omitted, what: 'failed jobs in the list of failed jobs' },
            { omitted: table.omitted + tables.omitted, what: `of ${rowCount(content)} rows in the tables of jobs` },
            { omitted: tree.omitted, what: 'downstream pipelines in their list' },
            { omitted: timeline.omitted, what: 'of the shortest runs in the timeline' },
            { omitted: omittedLines, what: 'lines of job logs' },
            { omitted: unseen.omitted, what: 'more things that could not be read' },
        ]);
        return [
            head,
            section('Failed tests', cases.text),
            section('Failed jobs', failed),
            section('Failed statuses of other systems', statuses.join('')),
            section('Jobs', table.text),
            section('Downstream pipelines', tables.text === '' ? tree.text : `${tree.text}\n${tables.text}`),
            section('Timeline', diagram),
            section('What could not be read', unseen.lines.map((line) => `${line}\n`).join('')),
            section('Left out of this report', leftOut),
        ].join('');
    };
    const bytesWithoutLogs = (0,byte_budget/* byteLength */.dp)(compose(folds.withLogs(0).text, 0));
    const { text, omittedLines } = folds.withLogs(maxBytes - bytesWithoutLogs - 1000);
    return compose(text, omittedLines);
}
function section(title, text) {
    return text === '' ? '' : `\n### ${title}\n\n${text}`;
}
function leftOutLines(entries) {
    return entries
        .filter(({ omitted }) => omitted > 0)
        .map(({ omitted, what }) => `- ${omitted} ${what}\n`)
        .join('');
}
function rowCount({ snapshot }) {
    return snapshot === undefined ? 0 : (0,failures/* listJobs */.N6)(snapshot.root).length + (0,failures/* listDownstream */.vj)(snapshot.root).length;
}

;// CONCATENATED MODULE: ./out/bundle/run/results/report.js








/** With more failed jobs than this, nobody reads every log; the others are named with their links. */
const mostTails = 20;
const parallelRequests = 4;
/** The verdict is known; details that take longer than this are not waited for. */
const detailsWithinMs = 60_000;
/**
 * Prints the last lines of failed jobs and writes the report. Trouble with any of it is said and changes nothing else. Gives what the report tells of tests.
 * @throws the reason of `run.signal` when it aborts.
 */
async function writeReport(run, ending) {
    const { deps, signal } = run;
    const logTails = await (0,clock/* withTimeout */.wj)({ clock: deps.clock, signal, afterMs: detailsWithinMs }, (cutSignal) => printTails(run, ending.snapshot, cutSignal));
    if (logTails === 'timed_out')
        deps.host.log.warning('Logs took too long to read; the report goes without them.');
    await writeSummary(run, ending, logTails === 'timed_out' ? undefined : logTails);
}
/** Writes the report with what is at hand, without asking GitLab for anything. */
async function writeSummary({ deps, report }, ending, logTails = new Map()) {
    if (!report.summary)
        return;
    const isWritten = await deps.host.summary.write(formatSummary({ ...ending, logTails }));
    if (!isWritten)
        deps.host.log.warning('The report could not be written.');
}
async function printTails({ deps, gitlab, report }, snapshot, signal) {
    if (snapshot === undefined || report.logs === 'none')
        return new Map();
    const { log } = deps.host;
    const failedIds = new Set((0,failures/* failuresOf */.dJ)(snapshot.root).failed.map(({ job }) => job.id));
    const failed = (0,log_entry/* logSourcesOf */.q)(snapshot).filter(({ job }) => failedIds.has(job.id));
    const read = async (source) => {
        const { project, job } = source;
        const wanted = { project, jobId: job.id, lines: report.logLines };
        return { source, tail: await tailOf({ gitlab, ...deps }, wanted, signal) };
    };
    const tails = await (0,parallel/* mapInParallel */.H)(failed.slice(0, mostTails), parallelRequests, read);
    const lines = new Map();
    const errors = new Set();
    for (const { source, tail } of tails) {
        if (tail.kind === 'unavailable') {
            errors.add(tail.concerns === 'all_logs'
                ? `Logs cannot be read: ${tail.why}`
                : `The log of ${(0,labels/* nameLabel */.OY)(source.job.name)} cannot be read: ${tail.why}`);
            continue;
        }
        lines.set(source.job.id, tail.lines);
        // With logs: all, they have been printed already.
        if (report.logs === 'failed') {
            log.group((0,job_logs/* tailTitle */.p)(source, { shown: tail.lines.length, omitted: tail.omitted }), tail.lines);
        }
    }
    for (const failure of errors)
        log.info(failure);
    if (failed.length > mostTails)
        log.info(`The logs of ${failed.length - mostTails} more failed jobs are not shown.`);
    return lines;
}


/***/ }),

/***/ 1596:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ saveStake),
/* harmony export */   TL: () => (/* binding */ saveSettled),
/* harmony export */   wt: () => (/* binding */ saveUnsettled),
/* harmony export */   y2: () => (/* binding */ unsettledRun)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1828);

/** GitLab's own are far shorter. */
const maxUrlCharacters = 2000;
/**
 * Tells the post step which pipeline it is to cancel if nothing more is saved.
 * To be called as soon as the pipeline is known: a step can be killed at any time.
 */
function saveUnsettled({ host }, { projectId, id: pipelineId, webUrl: url }) {
    const webUrl = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactedLine */ .Py)(url, host.masker.redact, maxUrlCharacters);
    host.state.save('pipeline', JSON.stringify({ projectId, pipelineId, webUrl }));
}
/**
 * Tells the post step that a request to start a pipeline is on its way, and by what its pipeline is known if nothing more is saved.
 * To be called before it is sent.
 */
function saveStake({ host }, { run, knownId }) {
    host.state.save('pipeline', JSON.stringify({ run, knownId }));
}
/** Tells the post step that nothing is left to be done. */
function saveSettled({ host }) {
    host.state.save('pipeline', '');
}
/** The pipeline that the main step left unsettled, or the request that may have started one; `undefined` when there is neither. */
function unsettledRun(state) {
    const text = state.load('pipeline');
    if (text === undefined)
        return undefined;
    const saved = JSON.parse(text);
    if (typeof saved !== 'object' || saved === null)
        return undefined;
    if ('run' in saved && typeof saved.run === 'string') {
        const knownId = 'knownId' in saved && typeof saved.knownId === 'number' ? saved.knownId : undefined;
        return { run: saved.run, knownId };
    }
    if (!('projectId' in saved) || !('pipelineId' in saved) || !('webUrl' in saved))
        return undefined;
    const { projectId, pipelineId, webUrl } = saved;
    if (typeof projectId !== 'number' || typeof pipelineId !== 'number')
        return undefined;
    return { projectId, pipelineId, webUrl: String(webUrl) };
}


/***/ }),

/***/ 2890:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ shownOutput),
/* harmony export */   k: () => (/* binding */ hiddenIn)
/* harmony export */ });
/* harmony import */ var _report_json_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6159);

/** Our own words, GitLab's words for a status, and numbers: nobody could use them if they were changed, and no token looks so. */
const fixedWord = /^(?:[a-z_]{1,30}|\d{1,20})$/;
/** Takes secrets out of an output; JSON stays JSON. */
function shownOutput(masker, name, value) {
    const shown = fixedWord.test(value) ? value : withoutSecrets(value, masker.redact);
    if (shown === value && masker.redact(value) === value)
        return { value };
    const kept = shown === value
        ? 'hosts may leave such an output out, as GitHub does between jobs'
        : '*** stands there in its place';
    return {
        value: shown,
        warning: `The output ${name} holds ${sourceOf(masker, value)}, which is hidden: ${kept}.`,
    };
}
/** Who is to blame that a host may leave an output out: secrets of the inputs, not what was masked on purpose. */
function hiddenIn(masker, name, value) {
    if (masker.redact(value) === value || (masker.originsIn?.(value) ?? []).length === 0)
        return undefined;
    return `The output ${name} holds ${sourceOf(masker, value)}, which is hidden: hosts may leave such an output out, as GitHub does between jobs.`;
}
function sourceOf(masker, value) {
    const origins = masker.originsIn?.(value) ?? [];
    return origins.length === 0 ? 'a secret' : `what was given as ${origins.join(' and ')}`;
}
function withoutSecrets(value, redact) {
    const tree = redact(value) === value ? undefined : treeOf(value);
    if (tree === undefined)
        return redact(value);
    return (0,_report_json_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inertJson */ .nl)(mapped(tree, redact));
}
/** Of JSON that is a map or a list; `undefined` for any other text. */
function treeOf(value) {
    if (!/^[{[]/.test(value))
        return undefined;
    try {
        return JSON.parse(value);
    }
    catch {
        return undefined;
    }
}
function mapped(tree, redact) {
    if (typeof tree === 'string')
        return redact(tree);
    if (Array.isArray(tree))
        return tree.map((each) => mapped(each, redact));
    if (typeof tree !== 'object' || tree === null)
        return tree;
    return Object.fromEntries(Object.entries(tree).map(([key, each]) => [redact(key), mapped(each, redact)]));
}


/***/ }),

/***/ 9287:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   runTrigger: () => (/* binding */ runTrigger)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);
/* harmony import */ var _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3250);
/* harmony import */ var _model_requests_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(7553);
/* harmony import */ var _model_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6330);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7316);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6206);
/* harmony import */ var _trigger_start_context_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2968);
/* harmony import */ var _trigger_start_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9193);
/* harmony import */ var _trigger_supersede_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4358);
/* harmony import */ var _abort_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5577);
/* harmony import */ var _cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9923);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(5084);
/* harmony import */ var _feedback_open_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(3907);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(2275);
/* harmony import */ var _saved_run_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(1596);















/** A step that does not wait and is stopped halfway has not done its work: its pipeline goes, too. */
const cancelOnUnlessFollowed = new Set(['abort']);
function cancelOnOf({ follow }) {
    return follow?.cancelOn ?? cancelOnUnlessFollowed;
}
/**
 * One run of the root action. Masks first, then reads the inputs, then starts one pipeline, and follows it when asked to. Outputs are set the
 * moment they are known.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runTrigger(deps, entry) {
    const { host, files } = deps;
    (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .maskSecrets */ .QU)(deps, _inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_1__/* .triggerTable */ .$N);
    (0,_places_js__WEBPACK_IMPORTED_MODULE_12__/* .removeFormerTests */ .tu)(host.inputs.read('junit_file'));
    const { request, warnings } = await (0,_inputs_commands_trigger_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTriggerRequest */ .NY)(host.inputs, files);
    for (const warning of warnings)
        host.log.warning(warning);
    if (request.dryRun) {
        const { checkRequest } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(3016)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3016));
        return await checkRequest(deps, entry, request);
    }
    const { connection, credentials, follow, report, results } = request;
    (0,_places_js__WEBPACK_IMPORTED_MODULE_12__/* .checkPlaces */ .p1)(host, results);
    const { gitlab, close } = (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .openGitLab */ .Cz)(deps, connection, credentials.accessToken, (0,_model_requests_js__WEBPACK_IMPORTED_MODULE_14__/* .jobTokenOf */ .kF)(credentials));
    const feedback = await (0,_feedback_open_js__WEBPACK_IMPORTED_MODULE_11__/* .openFeedback */ .A)(deps, entry, request);
    try {
        const mayCancel = credentials.accessToken !== undefined;
        const run = { ...entry, deps, gitlab, request, mayCancel, feedback };
        const started = await start(run);
        const { pipeline } = started;
        await settleStart(run, started);
        if (follow !== undefined) {
            // Half of the program, and none of it is needed before the pipeline exists.
            const { followToVerdict } = await Promise.all(/* import() */[__nccwpck_require__.e(1), __nccwpck_require__.e(5371)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5371));
            await followToVerdict({ ...run, pipeline, follow, report, results });
        }
        else
            (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveSettled */ .TL)(deps);
        return _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.accepted;
    }
    catch (error) {
        feedback.fail(error);
        throw error;
    }
    finally {
        await feedback.close();
        close();
    }
}
/**
 * The one request, and what is known right after it. What is to be cancelled with the step is in its state at any moment, for the post step of a step that was killed: how to
 * find it, and then which one it is.
 */
async function start({ deps, gitlab, request, signal, feedback }) {
    const isToGo = cancelOnOf(request).has('abort');
    const { host, clock, random } = deps;
    host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .requestLine */ .uA)(request));
    const onEvent = (event) => {
        deps.watch?.(event);
        const say = event.kind === 'project_unconfirmed' ? host.log.warning : host.log.info;
        say((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .startEventLine */ .Fv)(event));
    };
    const onStake = (stake) => {
        if (stake === undefined)
            (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveSettled */ .TL)(deps);
        else
            (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveStake */ .O1)(deps, stake);
    };
    const started = await (0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_6__/* .startRun */ .AD)({ gitlab, clock, random, onEvent, onStake: isToGo ? onStake : undefined }, { request, caller: host.context(), signal }).catch((error) => {
        // Who is stopped halfway leaves the rest to the post step.
        if (isToGo && !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM))
            (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveSettled */ .TL)(deps);
        throw error;
    });
    const { pipeline } = started;
    // The state first: a kill between the two must not leave a pipeline that nobody cancels.
    if (isToGo && (0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_6__/* .projectUnknown */ .At)(pipeline) === undefined)
        (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveUnsettled */ .wt)(deps, pipeline);
    else if (isToGo)
        (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveSettled */ .TL)(deps);
    deps.watch?.({ kind: 'pipeline_known', pipeline });
    (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .setOutputs */ .n0)(deps, (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .startOutputs */ .HK)(pipeline));
    host.log.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .pipelineLine */ .Lb)(pipeline));
    feedback.begin(pipeline);
    return started;
}
/**
 * What is to be done before a pipeline that was just created may go on.
 * @throws {AppError} when it may not.
 */
async function settleStart(run, { pipeline, context, mark }) {
    const { deps, request, signal } = run;
    const { follow, report } = request;
    const cancelOn = cancelOnOf(request);
    try {
        const creationFailure = (0,_trigger_start_context_js__WEBPACK_IMPORTED_MODULE_5__/* .failedAtCreation */ .Gq)(pipeline, context);
        if (creationFailure !== undefined) {
            (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .setOutputs */ .n0)(deps, { outcome: 'failed' });
            throw creationFailure;
        }
        signal.throwIfAborted();
        const mismatch = (0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongCommit */ .r)(pipeline, request.expectedSha);
        if (mismatch !== undefined) {
            const ends = cancelOn.size > 0 ? await (0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_9__/* .cancelPipelines */ .iL)(run, [{ pipeline, snapshot: undefined }]) : [];
            for (const end of ends)
                (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .setOutputs */ .n0)(deps, { status: end.pipeline.status });
            throw mismatch;
        }
        const unknown = (0,_trigger_start_js__WEBPACK_IMPORTED_MODULE_6__/* .projectUnknown */ .At)(pipeline);
        if (unknown !== undefined && (follow !== undefined || request.supersede))
            throw unknown;
        if (request.supersede)
            await supersede(run, { pipeline, mark });
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM) {
            throw await (0,_abort_js__WEBPACK_IMPORTED_MODULE_8__/* .abortRun */ .K)({ ...run, cancelOn, report }, { pipeline, snapshot: undefined, elapsedMs: 0, error });
        }
        (0,_saved_run_js__WEBPACK_IMPORTED_MODULE_13__/* .saveSettled */ .TL)(deps);
        throw error;
    }
}
/** Trouble with older pipelines is said, and never keeps the new one from running. */
async function supersede(run, { pipeline, mark }) {
    const { deps, gitlab, signal } = run;
    const { pipelines, failure } = await (0,_trigger_supersede_js__WEBPACK_IMPORTED_MODULE_7__/* .findSuperseded */ .KH)(gitlab, { pipeline, mark, signal });
    if (failure !== undefined) {
        deps.host.log.warning(`supersede: some older pipelines could not be told whose they are, and were left alone: ${failure}`);
    }
    if (pipelines.length === 0)
        return;
    deps.host.log.info(`Superseding ${pipelines.map(({ id }) => id).join(', ')}`);
    await (0,_cancel_pipelines_js__WEBPACK_IMPORTED_MODULE_9__/* .cancelPipelines */ .iL)(run, pipelines.map((older) => ({ pipeline: older, snapshot: undefined })));
}


/***/ }),

/***/ 7365:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ findLostPipeline)
});

// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __nccwpck_require__(4497);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __nccwpck_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/response-meaning.js
var response_meaning = __nccwpck_require__(9773);
// EXTERNAL MODULE: ./out/bundle/trigger/start-context.js
var start_context = __nccwpck_require__(2968);
;// CONCATENATED MODULE: ./out/bundle/trigger/lost-candidates.js

/** The page of a list; GitLab gives no more items in one. */
const newestPipelines = 100;
/** A page of so many may be a full one, whatever was asked for: it is GitLab's default. */
const smallestFullPage = 20;
/** How far the clocks of GitLab's web and worker hosts may differ; the times of its pipelines are compared with each other and with nothing else. */
const skewMs = 30_000;
/**
 * Picks the pipelines that may have come since the request out of a list of the newest ones. A pipeline is older than the request when its number is not above that of one
 * that was there before; where none is known, when it was created longer before the newest of the list than the request is old. All these times are by GitLab's own
 * clock, and one that is missing proves nothing.
 */
function candidatesIn(list, span) {
    const { knownId, context, elapsedMs } = span;
    const newestMs = Math.max(...list.map(({ createdAt }) => Date.parse(createdAt ?? '')).filter(isTime));
    const isOlder = ({ id, createdAt }) => knownId === undefined ? Date.parse(createdAt ?? '') < newestMs - elapsedMs - skewMs : id <= knownId;
    const pipelines = list.filter((pipeline) => !isOlder(pipeline) && mayBeOf(pipeline, context.ref));
    if (list.some(isOlder))
        return { kind: 'complete', pipelines };
    if (list.length >= smallestFullPage)
        return { kind: 'incomplete', pipelines };
    // However short it is: what was there before has to be in it, or it does not show what there is.
    if (knownId === undefined)
        return { kind: list.length === 0 ? 'empty' : 'complete', pipelines };
    return { kind: knownId === 0 ? 'complete' : 'emptied', pipelines };
}
/** GitLab shows a ref by its short name; whichever of the two names is the longer one, they end alike. */
function mayBeOf({ ref }, asked) {
    const [one, other] = [(0,start_context/* shortRef */.m3)(ref), (0,start_context/* shortRef */.m3)(asked)];
    return one === other || ref.endsWith(`/${other}`) || asked.endsWith(`/${one}`);
}
function isTime(ms) {
    return !Number.isNaN(ms);
}

// EXTERNAL MODULE: ./out/bundle/trigger/supersede.js
var supersede = __nccwpck_require__(4358);
;// CONCATENATED MODULE: ./out/bundle/trigger/find-lost-pipeline.js





const searchPauseMs = 3000;
/** After it has settled, a server in trouble gets a little longer to show it. */
const lastChanceMs = 15_000;
/** So many looks in a row that end at the same stranger are enough. */
const searchesWhileRefused = 3;
/** Sources that no trigger makes; one that is not known here may be. */
const neverTriggered = new Set([
    'push',
    'web',
    'schedule',
    'api',
    'external',
    'chat',
    'webide',
    'merge_request_event',
    'external_pull_request_event',
    'parent_pipeline',
    'ondemand_dast_scan',
    'ondemand_dast_validation',
    'security_orchestration_policy',
    'container_registry_push',
]);
/**
 * Looks for the pipeline that a lost request may have started: the one with our mark in its `TRIGGER_PAYLOAD`, among all pipelines of the project that may have come since.
 * Nothing that could hide it is relied on: no filter of the list, no clock but GitLab's own, no list out of a cache. Goes on until the request can leave nothing
 * behind any more.
 * @throws the reason of `signal` when it aborts.
 * @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines
 */
async function findLostPipeline({ gitlab, clock }, search) {
    const progress = { judged: new Map(), searches: 0, refusals: 0 };
    for (;;) {
        const isSettled = clock.nowMs() >= search.settledMs;
        const result = await searchOnce({ gitlab, clock }, search, progress);
        if (result.kind === 'found' || result.kind === 'unknown')
            return result;
        if (result.kind === 'snapshot' && isSettled)
            return verdictOf(result, progress.judged);
        if (clock.nowMs() >= search.settledMs + lastChanceMs)
            return { kind: 'unknown', why: whyOf(result) };
        await (0,base_clock/* sleep */.yy)(clock, searchPauseMs, search.signal);
    }
}
async function searchOnce({ gitlab, clock }, search, progress) {
    const { project, mark, sentMs, signal } = search;
    progress.searches += 1;
    const filters = { orderBy: 'id', sort: 'desc', perPage: newestPipelines };
    const fresh = `${mark.run}.${progress.searches}.${Math.round(clock.nowMs())}`;
    const listed = await gitlab.listPipelines({ project, filters, fresh }, signal);
    if (listed.kind !== 'ok')
        return closedDoor(listed, search, progress);
    progress.refusals = 0;
    const found = candidatesIn(listed.value, { ...search, elapsedMs: clock.nowMs() - sentMs });
    for (const { id, source } of found.pipelines) {
        const before = progress.judged.get(id);
        if (before === 'stranger' || before === 'hidden')
            continue;
        const judgement = await judge(gitlab, search, { id, source });
        if (judgement === 'ours')
            return await fetchDetails(gitlab, search, id);
        progress.judged.set(id, judgement);
    }
    if (found.kind === 'incomplete') {
        return {
            kind: 'unknown',
            why: 'so many pipelines came meanwhile that the list does not show all of them',
        };
    }
    if (found.kind === 'emptied') {
        return { kind: 'failed', why: 'the list lacks a pipeline that was there before, so it may lack others' };
    }
    const unread = listed.unfit?.find(({ id }) => id === undefined || id > (search.knownId ?? 0));
    if (unread !== undefined) {
        return { kind: 'failed', why: `a pipeline of the list cannot be read (${unread.unfit})` };
    }
    if (listed.hints.fromCache === true) {
        return { kind: 'failed', why: 'a cache on the way answered with a list that may be an old one' };
    }
    const isEmpty = listed.value.length === 0;
    return {
        kind: 'snapshot',
        candidates: found.pipelines.map(({ id }) => id),
        doubt: isEmpty ? doubtOfNothing(search, listed.hints) : undefined,
    };
}
/** Why a list without any pipeline, which anybody can make, does not prove that there is none. */
function doubtOfNothing({ knownId }, { isPaged }) {
    if (knownId === undefined) {
        return 'the list is empty, and it is not known whether the project had pipelines before';
    }
    return isPaged === true ? undefined : 'the list is empty, and lacks the headers that GitLab sends with one';
}
function closedDoor(listed, { isTurnedAway }, progress) {
    const { why } = (0,explain/* describeReply */.CS)(listed);
    if ((0,response_meaning/* meaningOf */.Pr)('poll', listed) === 'final')
        return { kind: 'unknown', why };
    progress.refusals = isDoor(listed) ? progress.refusals + 1 : 0;
    const isEnough = isTurnedAway === true && progress.refusals >= searchesWhileRefused;
    return { kind: isEnough ? 'unknown' : 'failed', why };
}
/** A page to sign in, a redirect, a gateway that says no: not a server in trouble. */
function isDoor(reply) {
    if (reply.kind !== 'refused')
        return reply.kind === 'unreadable';
    const { status } = reply.refusal;
    return status < 500 && ![408, 425, 429].includes(status);
}
async function judge(gitlab, { project, context, mark, signal }, { id: pipelineId, source }) {
    // Only the trigger endpoint keeps a mark.
    if (context.via === 'access_token')
        return 'hidden';
    const variables = await gitlab.fetchVariables({ project, pipelineId }, signal);
    if (variables.kind !== 'ok')
        return isForbidden(variables) ? 'hidden' : 'opaque';
    const payload = variables.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
    if (payload !== undefined) {
        if ((0,supersede/* readMark */.Mp)(payload)?.run === mark.run)
            return 'ours';
        return (0,supersede/* isTelling */.c0)(payload) ? 'stranger' : 'opaque';
    }
    if (variables.unfit !== undefined)
        return 'opaque';
    // GitLab gives a payload to everything that was triggered, and to nothing else.
    return source !== undefined && neverTriggered.has(source) ? 'stranger' : 'opaque';
}
function isForbidden(reply) {
    if (reply.kind !== 'refused' || (0,response_meaning/* meaningOf */.Pr)('poll', reply) !== 'final')
        return false;
    return reply.refusal.status === 401 || reply.refusal.status === 403;
}
/** The list leaves out some members of a pipeline. */
async function fetchDetails(gitlab, { project, signal }, pipelineId) {
    const reply = await gitlab.fetchPipeline({ project, pipelineId }, signal);
    if (reply.kind === 'ok')
        return { kind: 'found', pipeline: reply.value };
    return { kind: 'failed', why: (0,explain/* describeReply */.CS)(reply).why };
}
function verdictOf({ candidates, doubt }, judged) {
    const unread = candidates.filter((id) => judged.get(id) !== 'stranger');
    if (unread.length === 0)
        return doubt === undefined ? { kind: 'absent' } : { kind: 'unknown', why: doubt };
    const which = unread.length === 1 ? `Pipeline ${unread.join()}` : `Pipelines ${unread.join(', ')}`;
    return {
        kind: 'unknown',
        why: `${which} appeared meanwhile, and these tokens cannot tell whose that is (reading a pipeline's variables takes a Maintainer or the owner of the trigger token)`,
    };
}
function whyOf(result) {
    return result.kind === 'failed' ? result.why : 'GitLab did not show its pipelines in time';
}


/***/ }),

/***/ 2968:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ pipelinesPage),
/* harmony export */   Gq: () => (/* binding */ failedAtCreation),
/* harmony export */   Te: () => (/* binding */ startContextOf),
/* harmony export */   m3: () => (/* binding */ shortRef),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3236);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1828);


/** The context of a request as it was read, before the caller's own variables are among its variables. */
function startContextOf(request) {
    const { connection, project, ref, credentials } = request;
    return {
        via: credentials.kind === 'trigger' ? credentials.tokenKind : 'access_token',
        project: project.kind === 'id' ? String(project.id) : project.path,
        ref,
        gitlabUrl: connection.gitlabUrl,
        variablesFrom: variablesSource(request),
    };
}
function variablesSource({ variables, forwardContext }) {
    const isGiven = Object.keys(variables).length > 0;
    if (forwardContext)
        return isGiven ? 'both' : 'forward_context';
    return isGiven ? 'inputs' : 'nobody';
}
/** As GitLab shows a ref: without `refs/heads/` or `refs/tags/`. */
function shortRef(ref) {
    return ref.replace(/^refs\/(?:heads|tags)\//, '');
}
/** The page in GitLab that lists the project's pipelines, or the project itself where only its id is known. */
function pipelinesPage({ gitlabUrl, project }) {
    return /^\d+$/.test(project) ? `${gitlabUrl}/projects/${project}` : `${gitlabUrl}/${project}/-/pipelines`;
}
/** GitLab's word for where such a pipeline comes from, `CI_PIPELINE_SOURCE`. */
function sourceOf(via) {
    if (via === 'trigger_token')
        return 'trigger';
    return via === 'job_token' ? 'pipeline' : 'api';
}
/**
 * The error for a pipeline that was failed when GitLab answered: servers of before 17.x answer 201 where newer ones answer 422.
 * `undefined` when the pipeline was born healthy.
 */
function failedAtCreation(pipeline, context) {
    if (pipeline.status !== 'failed')
        return undefined;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk({
        code: 'ci_config_invalid',
        what: `GitLab created pipeline ${pipeline.id} in ${context.project} at ${context.ref}, and it failed at once`,
        why: yamlErrorsOf(pipeline) ?? 'GitLab gave no reason.',
        hint: `Mend the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`,
    });
}
/** A CI configuration can have an error a line; more of them would bury the first ones. */
const mostErrorsShown = 20;
function yamlErrorsOf({ yamlErrors }) {
    const lines = yamlErrors?.split(/\r?\n/, mostErrorsShown).map((line) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(line));
    return lines?.filter((line) => line !== '').join('\n');
}


/***/ }),

/***/ 9193:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  At: () => (/* binding */ projectUnknown),
  AD: () => (/* binding */ startRun)
});

// UNUSED EXPORTS: checkReadable

// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __nccwpck_require__(3236);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/explain.js
var explain = __nccwpck_require__(7081);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/token-hints.js
var token_hints = __nccwpck_require__(5704);
// EXTERNAL MODULE: ./out/bundle/model/pipeline.js
var model_pipeline = __nccwpck_require__(6585);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var base_clock = __nccwpck_require__(4497);
;// CONCATENATED MODULE: ./out/bundle/trigger/seen-before.js


/** The answer is worth having and not worth waiting for: without it, a lost start stays uncertain more often. */
const lookBeforeMs = 5000;
/** Looks once at the newest pipeline of a project that need not be readable. Trouble only means that nothing is known. */
async function lookBefore({ gitlab, clock }, { project, signal }) {
    const reply = await (0,base_clock/* withTimeout */.wj)({ clock, signal, afterMs: lookBeforeMs }, (cutSignal) => gitlab.listPipelines({ project, filters: { perPage: 1 } }, cutSignal));
    return reply === 'timed_out' ? {} : seenIn(reply, { hasToken: true });
}
/**
 * What a list of the newest pipelines shows. Numbers only grow, so that any that is shown is older than what is started next, however old the list is. An empty
 * list shows that there are none when it was read with a token, comes out of no cache, and is paged as GitLab's are: anybody says `[]`, and what nobody is shown is not absent.
 */
function seenIn(reply, { hasToken }) {
    if (reply.kind !== 'ok')
        return {};
    const { value, unfit = [], hints } = reply;
    const ids = [...value, ...unfit].flatMap(({ id }) => (id === undefined ? [] : [id]));
    const isEmpty = value.length === 0 && unfit.length === 0;
    const isNone = isEmpty && hasToken && hints.fromCache !== true && hints.isPaged === true;
    const projectIds = new Set(value.map(({ projectId }) => projectId));
    const [projectId = model_pipeline/* unknownProjectId */.D] = projectIds;
    const isTold = projectIds.size === 1 && projectId !== model_pipeline/* unknownProjectId */.D && hints.fromCache !== true;
    return {
        knownId: ids.length > 0 ? Math.max(...ids) : isNone ? 0 : undefined,
        knownProjectId: isTold ? projectId : undefined,
    };
}

// EXTERNAL MODULE: ./out/bundle/trigger/start-context.js
var start_context = __nccwpck_require__(2968);
// EXTERNAL MODULE: ./out/bundle/base/assert-never.js
var assert_never = __nccwpck_require__(4810);
// EXTERNAL MODULE: ./out/bundle/base/retry.js
var retry = __nccwpck_require__(1493);
// EXTERNAL MODULE: ./out/bundle/base/address.js
var address = __nccwpck_require__(1879);
// EXTERNAL MODULE: ./out/bundle/gitlab/responses/response-meaning.js
var response_meaning = __nccwpck_require__(9773);
;// CONCATENATED MODULE: ./out/bundle/trigger/answered-project.js




/** The outputs wait for it, and may do without. */
const askWithinMs = 5000;
const askPauseMs = 1000;
/** What GitLab tells of a pipeline that was started, asked for as often as it takes; `undefined` when it does not tell in time. Never throws for trouble, or for being stopped. */
async function toldInTime({ clock, signal }, ask) {
    const work = async (cutSignal) => {
        for (;;) {
            const reply = await ask(cutSignal);
            if (reply.kind === 'ok')
                return reply.value;
            if (!(0,response_meaning/* isTransient */.dg)(reply))
                return undefined;
            await (0,base_clock/* sleep */.yy)(clock, askPauseMs, cutSignal);
        }
    };
    try {
        const details = await (0,base_clock/* withTimeout */.wj)({ clock, signal, afterMs: askWithinMs }, work);
        return details === 'timed_out' ? undefined : details;
    }
    catch (error) {
        if (error instanceof errors/* AbortedError */.oM)
            return undefined;
        throw error;
    }
}
/**
 * Compares the numbers where both are known, and else the paths. Of a path the case does not count, for GitLab has its own; another path is no proof, because GitLab starts
 * pipelines under the old path of a project that has moved.
 */
function matchOf({ projectId, webUrl }, { project, gitlabUrl }, { knownProjectId } = {}) {
    const isNumber = /^\d+$/.test(project);
    const wanted = isNumber ? Number(project) : knownProjectId;
    if (wanted !== undefined && projectId !== undefined)
        return projectId === wanted ? 'same' : 'other';
    const path = webUrl === undefined || isNumber ? undefined : projectPathIn(webUrl, gitlabUrl);
    if (path === undefined)
        return 'same';
    const asked = `/${project.toLowerCase()}`;
    return (path.isWhole ? path.text === asked : path.text.endsWith(asked)) ? 'same' : 'unclear';
}
/**
 * Makes sure of an answer that names another path than the one that was asked for, as far as GitLab tells: it knows where an old path leads. What nobody can tell is said.
 * @throws {RefusedError} `wrong_project` when the path leads to another project.
 */
async function confirmProject(deps, created, start) {
    const { project, context, seen, signal } = start;
    if (matchOf(created, context, seen) !== 'unclear')
        return;
    const details = await toldInTime({ clock: deps.clock, signal }, (cutSignal) => deps.gitlab.fetchProject({ project }, cutSignal));
    const { gitlabUrl } = context;
    const match = details && matchOf(created, { project: details.path, gitlabUrl }, { knownProjectId: details.id });
    if (match === 'other')
        throw wrongProject(created, context);
    if (match === 'same')
        return;
    deps.onEvent({ kind: 'project_unconfirmed', project: context.project, webUrl: created.webUrl ?? '' });
}
/** The error for an answer about a pipeline of another project than the one that was asked for. */
function wrongProject({ id, projectId, webUrl }, context) {
    const { project, gitlabUrl } = context;
    const details = projectId === undefined ? 'another project' : `project ${projectId}`;
    const asked = /^\d+$/.test(project) ? `${gitlabUrl}/projects/${project}` : `${gitlabUrl}/${project}`;
    const answered = webUrl ?? (projectId === undefined ? gitlabUrl : `${gitlabUrl}/projects/${projectId}`);
    return new errors/* RefusedError */.fk({
        code: 'wrong_project',
        what: `A pipeline was asked for in project ${project} on ${gitlabUrl}, and the answer is about pipeline ${id} of ${details}`,
        why: 'It is not followed, and none of its outputs is set: something between here and GitLab changes requests, or mixes up answers.',
        hint: `Check gitlab_url and what stands in front of GitLab. Look for a pipeline of this step at ${asked} and at ${answered} before you run it again.`,
    });
}
/**
 * The path of the project, in small letters, in the address of a pipeline's page; `undefined` where it is none. GitLab's addresses may begin with another host or folder
 * than ours, and then the folder is part of what is there.
 */
function projectPathIn(webUrl, gitlabUrl) {
    if (!(0,address/* isUrl */.g)(webUrl) || !(0,address/* isUrl */.g)(gitlabUrl))
        return undefined;
    const { origin, pathname } = new URL(webUrl);
    const [, text] = /^(.+?)(?:\/-)?\/pipelines\/\d+$/.exec(pathname.toLowerCase()) ?? [];
    if (text === undefined)
        return undefined;
    const own = new URL(gitlabUrl);
    const root = own.pathname.replace(/\/$/, '').toLowerCase();
    const isBelowOurs = origin === own.origin && text.startsWith(`${root}/`);
    return isBelowOurs ? { text: text.slice(root.length), isWhole: true } : { text, isWhole: false };
}

;// CONCATENATED MODULE: ./out/bundle/trigger/complete-start.js



/**
 * Makes a whole pipeline of the answer to a start, whatever that leaves out: from what was asked for, and where that does not tell, from GitLab. A pipeline that was
 * started is known by its number, so nothing here fails.
 */
async function completeStart(deps, created, start) {
    const { project, context, signal } = start;
    const { id, status, ref, sha, webUrl } = created;
    const projectId = created.projectId ?? (project.kind === 'id' ? project.id : undefined);
    const isWhole = ![projectId, status, ref, sha].includes(undefined);
    const details = isWhole
        ? undefined
        : await toldInTime({ clock: deps.clock, signal }, (cutSignal) => deps.gitlab.fetchPipeline({ project, pipelineId: id }, cutSignal));
    return {
        ...(details ?? created),
        projectId: projectId ?? details?.projectId ?? model_pipeline/* unknownProjectId */.D,
        status: status ?? details?.status ?? 'created',
        ref: ref ?? details?.ref ?? (0,start_context/* shortRef */.m3)(context.ref),
        sha: sha ?? details?.sha ?? '',
        webUrl: webUrl ?? details?.webUrl ?? pageOf(id, context),
    };
}
function pageOf(id, context) {
    const page = (0,start_context/* pipelinesPage */.D_)(context);
    return page.endsWith('/-/pipelines') ? `${page}/${id}` : page;
}

// EXTERNAL MODULE: ./out/bundle/trigger/find-lost-pipeline.js + 1 modules
var find_lost_pipeline = __nccwpck_require__(7365);
// EXTERNAL MODULE: ./out/bundle/base/ref-advice.js
var ref_advice = __nccwpck_require__(6835);
;// CONCATENATED MODULE: ./out/bundle/trigger/refusal-advice.js
/** Where a project keeps its trigger tokens. */
const tokenSettings = 'Settings > CI/CD > Pipeline trigger tokens';
/** What to do where the project restricts pipeline variables, by what gave the variables that were sent. */
function restrictedVariables({ variablesFrom }) {
    const setting = 'The project restricts pipeline variables (Settings > CI/CD > Variables > Minimum role to use pipeline variables).';
    const older = 'GitLab before about 18.6 refuses every trigger under "no one allowed", even one without variables.';
    switch (variablesFrom) {
        case 'nobody':
            return (`${setting} No variable was sent: what counts here is TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline. ${older} ` +
                'Let a Maintainer lower that role, update GitLab, or create the pipeline with access_token alone. Values can go as inputs (spec:inputs).');
        case 'forward_context':
            return `${setting} The only variables that were sent are the UPSTREAM_... of forward_context: set it to false, or let a Maintainer lower that role. ${older}`;
        case 'both':
            return `${setting} Some of the variables that were sent are the UPSTREAM_... of forward_context: set it to false, and pass the others as inputs (spec:inputs); or let a Maintainer lower that role. ${older}`;
        case 'inputs':
        case undefined:
            return `${setting} Pass the values as inputs (spec:inputs) instead, or let a Maintainer lower that role. ${older}`;
    }
}
/** What to check, in this order, after the answer behind which GitLab hides four causes. */
function fourCauses({ project, gitlabUrl, via }) {
    const token = via === 'job_token'
        ? 'the project has the project of the job on its job token allowlist, and the user of the job can read it'
        : `the token is a pipeline trigger token of this very project, neither deleted nor long expired (${tokenSettings})`;
    return [
        'GitLab hides four causes behind this answer. Check in this order:',
        `1. ${token};`,
        '2. the whole token is in the secret, not only the four characters that GitLab shows in its list;',
        `3. the project ${project} exists on ${gitlabUrl} and is not scheduled for deletion;`,
        '4. the token is not a personal, project, group or deploy token: those are given as access_token.',
    ].join('\n');
}

;// CONCATENATED MODULE: ./out/bundle/trigger/refusal-causes.js




const says = (...patterns) => ({ texts }) => texts.some((text) => patterns.some((pattern) => pattern.test(text)));
const answers = (...statuses) => ({ status }) => statuses.includes(status);
const isAbout = (topic) => ({ about }) => about === topic;
const both = (one, other) => (refusal) => one(refusal) && other(refusal);
/**
 * The refusals that a request to start a pipeline can meet, first match wins. GitLab's texts decide where one status has many causes; a text
 * that was translated or reworded falls through to the general explanation of its status.
 * @see GitLab 13.0 to 19.3, `lib/api/ci/triggers.rb`, `app/services/ci/create_pipeline_service.rb` and the chain behind it
 */
const refusalCauses = [
    {
        code: 'job_token_not_running',
        matches: both(answers(400, 401), says(/^Job is not running$/i, /^400 Job has to be running$/i)),
        hint: () => 'A CI_JOB_TOKEN only works while its job runs: start the pipeline from inside that job, or use a pipeline trigger token.',
    },
    {
        code: 'job_token_invalid',
        matches: both(answers(401), says(/^Job has been erased/i, /^Project has been deleted/i, /^Job token has expired/i)),
        hint: () => 'Use the CI_JOB_TOKEN of the running job, or a pipeline trigger token.',
    },
    {
        code: 'unauthorized',
        via: ['access_token'],
        matches: answers(401),
        hint: () => 'GitLab does not know this access_token, or not any more: make a new one with the scope api and store it in the secret.',
    },
    {
        code: 'insufficient_scope',
        via: ['access_token'],
        matches: both(answers(403), ({ oauthError }) => oauthError?.startsWith('insufficient_') ?? false),
        hint: (_, refusal) => (0,token_hints/* granularHint */.gj)(refusal) ??
            'Creating a pipeline needs an access_token with the scope api, or use a pipeline trigger token.',
    },
    {
        code: 'route_not_found',
        matches: both(answers(404), ({ shape }) => shape === 'error'),
        hint: ({ gitlabUrl }) => `GitLab has no such route at ${gitlabUrl}: check gitlab_url (with its path, if GitLab is installed below one). ` +
            'If the URL is right, a proxy on the way decodes %2F: give the numeric project_id instead of the path.',
    },
    {
        code: 'not_found',
        via: ['access_token'],
        matches: answers(404),
        hint: ({ project }) => `Check that the project ${project} exists and that the user behind access_token can see it; a fine-grained token must cover it.`,
    },
    {
        code: 'trigger_not_found',
        matches: answers(404),
        hint: fourCauses,
    },
    {
        code: 'project_moved',
        matches: both(answers(405), says(/moved projects/i)),
        hint: () => 'The project was renamed or moved. Give its new path, or better its numeric id, as project_id.',
    },
    {
        code: 'maintenance',
        matches: isAbout('maintenance'),
        hint: () => 'Nothing was started. Run the step again when GitLab is out of maintenance.',
    },
    {
        code: 'read_only_instance',
        matches: both(answers(403), says(/^You cannot perform write operations on a read-only instance$/)),
        hint: () => 'Nothing was started. This GitLab takes no changes: it is a copy (a secondary site of Geo), or was made read-only. Waiting does not help: set gitlab_url to the address of the primary.',
    },
    {
        code: 'server_error',
        matches: isAbout('git_busy'),
        hint: () => 'Nothing was started: the part of GitLab that keeps the repositories is overloaded. Run the step again later.',
    },
    {
        code: 'pipeline_hook_refused',
        via: ['trigger_token', 'job_token'],
        matches: both(answers(403), says(/^403 Forbidden$/)),
        hint: () => 'GitLab refuses to start pipelines from pipeline events (X-Gitlab-Event: Pipeline Hook), to stop loops: remove that header from request_headers.',
    },
    {
        code: 'forbidden',
        via: ['access_token'],
        matches: both(answers(403), says(/^403 Forbidden$/)),
        hint: ({ project }) => `The user behind access_token needs the Developer role in ${project}, and CI/CD must be on there.`,
    },
    {
        code: 'ref_invalid',
        matches: both(answers(400), says(/\bref is (?:missing|empty|invalid)/i)),
        hint: () => 'Give a branch or a tag as ref.',
    },
    {
        code: 'request_refused',
        matches: both(answers(400), says(/\btoken is (?:missing|empty|invalid)/i)),
        hint: () => 'The token did not arrive: something between here and GitLab changed the request body.',
    },
    {
        code: 'variables_invalid',
        matches: says(/^variables is invalid/i, /variables needs to be a map/i, /can contain only letters, digits and/i, /^Failed to build pipeline variables/i),
        hint: () => "Names of variables are 1 to 255 characters of A-Z, a-z, 0-9 and '_'; values are text.",
    },
    {
        code: 'variables_invalid',
        matches: says(/^Duplicate variable name/i),
        hint: (context) => `Give each variable once, and never TRIGGER_PAYLOAD, which GitLab sets itself. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'inputs_invalid',
        matches: says(/^inputs is invalid/i, /given inputs not defined/i, /\binputs?\b.*(?:required|not defined|must be|type|not allowed|cannot)/i, /\binput: /i, /^There cannot be more than \d+ inputs/i),
        hint: ({ ref }) => `Compare inputs with the spec:inputs section of the CI configuration on ${ref}: names, types, and which ones have no default.`,
    },
    {
        code: 'ref_not_found',
        matches: says(/^Reference not found/i),
        hint: ({ ref, project }) => `There is no branch or tag '${ref}' in ${project}. ${(0,ref_advice/* adviceOnRef */.H)(ref) ?? 'A commit SHA cannot be used; a branch that was just pushed or mirrored may not have arrived yet.'}`,
    },
    {
        code: 'commit_not_found',
        matches: says(/^Commit not found/i),
        hint: ({ ref }) => `'${ref}' exists, but its commit cannot be read: wait for the push or the mirror to finish, or check the repository.`,
    },
    {
        code: 'ref_ambiguous',
        matches: says(/^Ref is ambiguous/i),
        hint: ({ ref }) => `A branch and a tag are both called '${ref}': give refs/heads/${ref} or refs/tags/${ref}.`,
    },
    {
        code: 'not_found',
        matches: says(/^Project is deleted!$/i),
        hint: ({ project }) => `The project ${project} is about to be deleted: give the project_id of another one, or restore it in GitLab.`,
    },
    {
        code: 'pipelines_disabled',
        matches: says(/^Pipelines are disabled/i),
        hint: () => 'Switch CI/CD on in the project: Settings > General > Visibility, project features, permissions > CI/CD.',
    },
    {
        code: 'import_running',
        matches: says(/project import is complete/i),
        hint: () => 'Run the step again when the import has finished.',
    },
    {
        code: 'variables_restricted',
        matches: says(/^Insufficient permissions to set pipeline variables/i),
        hint: restrictedVariables,
    },
    {
        code: 'owner_not_permitted',
        matches: says(/^Insufficient permissions to create a new pipeline/i),
        hint: ({ via }) => `The user behind the ${via === 'access_token' ? 'access token' : 'token'} needs the Developer role in the project and must not be blocked; ` +
            'an archived project runs no pipelines. A trigger token stops working when its owner leaves: make a new one as another user.',
    },
    {
        code: 'ref_protected',
        matches: says(/sufficient permission to run a pipeline on/i, /^Insufficient permissions for protected ref/i),
        hint: ({ ref }) => `'${ref}' is protected. Let the user behind the token push or merge to it (Settings > Repository > Protected branches or tags), or use a token of somebody who may.`,
    },
    {
        code: 'ci_config_missing',
        matches: says(/^Missing CI config file/i),
        hint: ({ ref }) => `Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`,
    },
    {
        code: 'no_jobs',
        matches: says(/filtered out by workflow rules/i, /will not run for the selected trigger/i, /No stages \/ jobs for this pipeline/i, /Review the (?:workflow:)?rules configuration/i),
        hint: ({ via }) => `Rules left nothing to run. Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${(0,start_context/* sourceOf */.vz)(via)}".`,
    },
    {
        code: 'pipeline_rate_limit',
        matches: isAbout('minute_full'),
        hint: () => 'The limit counts pipelines per minute for the user behind the token: run the step again in a minute, or start fewer at once.',
    },
    {
        code: 'pipeline_limit',
        matches: says(/number of jobs has exceeded the limit/i, /^Pipeline has too many jobs!/i),
        hint: (context) => `The pipeline itself has too many jobs: leave some out, split the configuration into child pipelines, or raise the limit. Running the step again does not help. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'pipeline_limit',
        matches: says(/exceeded the allowed number of jobs/i, /size limit/i, /pipeline (?:has|had) too many/i, /too many (?:jobs|deployments)/i, /deployments? limit/i, /activity limit/i),
        hint: (context) => `Run the step again when other pipelines have ended, or raise the limit. GitLab may have kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'user_not_verified',
        matches: says(/identity verification/i),
        hint: () => 'The owner of the token has to verify their identity in GitLab before CI jobs run.',
    },
    {
        code: 'persist_failed',
        matches: says(/^Failed to persist the pipeline/i, /^Failed to build the pipeline!$/i),
        hint: () => 'Nothing was started. Run the step again; if it stays, look at what GitLab says above.',
    },
    {
        code: 'owner_not_permitted',
        matches: both(answers(422), says(/reviewed by a non-AI user/i)),
        hint: (context) => `GitLab wants a person to look at the change before its pipeline runs: let somebody start it there, or use a token of a person. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'request_refused',
        matches: both(answers(422), says(/^External validation failed/i)),
        hint: (context) => `The validation service of this GitLab refuses the pipeline, and the CI configuration need not be wrong: an administrator can tell why. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'request_refused',
        matches: both(answers(422), says(/^Pipeline execution policy error/i)),
        hint: (context) => `A pipeline execution policy of the group or the instance fails, not the CI configuration of the project: show the words of GitLab to whoever keeps the policies. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'server_error',
        matches: both(answers(422), says(/^Undefined error \(/i)),
        hint: (context) => `GitLab failed while it made the pipeline: an administrator finds the cause in the logs by the id in the brackets. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
    {
        code: 'ci_config_invalid',
        matches: answers(422),
        hint: (context) => `Mend the CI configuration on ${context.ref}; GitLab's pipeline editor shows the same errors. GitLab kept a failed pipeline: ${(0,start_context/* pipelinesPage */.D_)(context)}`,
    },
];
/** The first cause that fits; `undefined` when GitLab's answer shows none that is known. */
function causeOf(refusal, context) {
    return refusalCauses.find((cause) => (cause.via?.includes(context.via) ?? true) && cause.matches(refusal));
}

;// CONCATENATED MODULE: ./out/bundle/trigger/read-response.js





/** The error for a request to start a pipeline that GitLab refused: GitLab's words, and the cure for the cause they show. */
function refusedStart(refusal, context) {
    const general = (0,explain/* describeRefusal */.a2)(refusal);
    const known = refusal.speaker === 'gitlab' ? causeOf(refusal, context) : undefined;
    return new errors/* RefusedError */.fk({
        what: `Cannot start a pipeline in ${context.project} at ${context.ref} on ${context.gitlabUrl}`,
        code: known?.code ?? general.code,
        why: general.why,
        hint: known?.hint(context, refusal) ?? general.hint,
    });
}
/** GitLab gives a request up after 60 s; what has not come to exist some seconds later never will. */
const workGivenUpMs = 75_000;
/** GitLab itself has answered, so its work is over; only replicas may lag. */
const workOverMs = 10_000;
/** Something on the way said no, most likely instead of passing the request on. */
const turnedAwayMs = 20_000;
/** Reads the answer to a request that starts a pipeline; pure, and with the table of meanings the only place that decides whether it may be repeated. */
function readStart(reply, context, seen = {}) {
    if (reply.kind === 'ok') {
        const { id } = reply.value;
        const { knownId } = seen;
        if (knownId !== undefined && id <= knownId)
            return olderThanRequest({ id, knownId }, context);
        return matchOf(reply.value, context, seen) === 'other'
            ? { kind: 'refused', error: wrongProject(reply.value, context) }
            : { kind: 'started', pipeline: reply.value };
    }
    const { why } = (0,explain/* describeReply */.CS)(reply);
    switch ((0,response_meaning/* meaningOf */.Pr)('start', reply)) {
        case 'not_done':
            return {
                kind: repetitionOf(reply),
                error: explained(reply, context),
                why,
                retryAfterMs: retryAfterOf(reply),
            };
        case 'final':
            return { kind: 'refused', error: explained(reply, context) };
        case 'done':
        case 'passing':
        case 'uncertain':
            return ambiguous(reply, { context, why });
    }
}
function ambiguous(reply, { context, why }) {
    const error = (0,explain/* errorOf */.Mz)(reply, { what: cannotStart(context) });
    const lost = { kind: 'ambiguous', error, why, settledAfterMs: workGivenUpMs };
    switch (reply.kind) {
        case 'fault': {
            const isHalfRead = isSuccess(reply.fault.status);
            return { ...lost, advice: undefined, whenAbsent: isHalfRead ? 'doubt' : 'repeat' };
        }
        case 'unreadable':
            return { ...lost, advice: (0,explain/* describeReply */.CS)(reply).hint, whenAbsent: 'doubt' };
        case 'refused': {
            const { status, about } = reply.refusal;
            if (about === 'crash') {
                return { ...lost, settledAfterMs: workOverMs, advice: undefined, whenAbsent: 'repeat' };
            }
            if (status >= 500 || [408, 425, 429].includes(status)) {
                return { ...lost, advice: undefined, whenAbsent: 'repeat' };
            }
            const advice = (0,explain/* describeReply */.CS)(reply).hint;
            return { ...lost, settledAfterMs: turnedAwayMs, advice, whenAbsent: 'end' };
        }
    }
}
function repetitionOf(reply) {
    return reply.kind === 'refused' && reply.refusal.about === 'minute_full' ? 'minute_full' : 'not_done';
}
function retryAfterOf(reply) {
    return reply.kind === 'refused' ? reply.refusal.hints.retryAfterMs : undefined;
}
function explained(reply, context) {
    return reply.kind === 'refused'
        ? refusedStart(reply.refusal, context)
        : (0,explain/* errorOf */.Mz)(reply, { what: cannotStart(context) });
}
function isSuccess(status) {
    return status !== undefined && status >= 200 && status <= 299;
}
/** Numbers only grow: the answer is one to another request, kept by something on the way. Ours may have been passed on all the same. */
function olderThanRequest({ id, knownId }, context) {
    const why = `The answer is about pipeline ${id}, which was there before: pipeline ${knownId} is older than the request`;
    const advice = 'Check what stands in front of GitLab: it mixes up answers.';
    const error = new errors/* UnreachableError */.Jk({
        code: 'start_uncertain',
        what: cannotStart(context),
        why,
        hint: advice,
    });
    return { kind: 'ambiguous', error, why, advice, settledAfterMs: turnedAwayMs, whenAbsent: 'doubt' };
}
function cannotStart({ project, ref, gitlabUrl }) {
    return `Cannot start a pipeline in ${project} at ${ref} on ${gitlabUrl}`;
}

;// CONCATENATED MODULE: ./out/bundle/trigger/start-pipeline.js









/** For requests that certainly did nothing: short hiccups, and throttles, which count by the minute. */
const repeatPolicy = {
    attempts: 5,
    firstPauseMs: 1000,
    maxPauseMs: 8000,
    maxRetryAfterMs: 120_000,
};
/** Nobody wants to wait longer for a pipeline that does not begin; a server that asks for more is not asked again. */
const repeatBudgetMs = 120_000;
/** The window that GitLab counts pipelines in; its start is not told, so the whole of it is waited for. */
const minuteMs = 60_000;
/** When the step is stopped while GitLab is creating the pipeline, its answer is still worth this long: it says what to cancel. */
const answerGraceMs = 1500;
/** And a look for the pipeline, when no answer came. */
const stoppedSearchMs = 1000;
/**
 * Starts one pipeline. The request is repeated only when it certainly started nothing: it never arrived, GitLab refused it before any work, or it got
 * lost and a search has shown that it left nothing behind. What a lost request did start is found and taken.
 * @throws {RefusedError} when GitLab said no.
 * @throws {UnreachableError} when no usable answer came; the code `start_uncertain` says that a pipeline may exist.
 * @throws {AbortedError} when the signal aborts; says where to look if a request was on its way.
 * @see https://docs.gitlab.com/api/pipeline_triggers/ and https://docs.gitlab.com/api/pipelines/
 */
async function startPipeline(deps, run) {
    const { clock } = deps;
    const progress = {
        beginMs: clock.nowMs(),
        attempts: 0,
        hasWaitedAMinute: false,
        hasBeenAbsent: false,
    };
    for (;;) {
        run.signal.throwIfAborted();
        progress.attempts += 1;
        const sentMs = clock.nowMs();
        deps.onStake?.({ run: run.mark.run, knownId: run.knownId });
        const reply = await send(deps, run, sentMs);
        if ('pipeline' in reply)
            return reply.pipeline;
        const reading = readStart(reply.reply, run.context, run);
        if (reading.kind === 'not_done' || reading.kind === 'minute_full')
            deps.onStake?.(undefined);
        switch (reading.kind) {
            case 'started':
                return await settled(deps, run, reading.pipeline);
            case 'refused':
                throw reading.error;
            case 'not_done':
                await pause(deps, run, { reading, delayMs: repeatDelayMs(deps, reading, progress) });
                break;
            case 'minute_full':
                if (progress.hasWaitedAMinute)
                    throw reading.error;
                progress.hasWaitedAMinute = true;
                await pause(deps, run, { reading, delayMs: minuteMs * (1 + deps.random() / 20) });
                break;
            case 'ambiguous': {
                const pipeline = await recover(deps, run, { reading, sentMs });
                if (pipeline !== undefined)
                    return pipeline;
                if (progress.hasBeenAbsent)
                    throw reading.error;
                progress.hasBeenAbsent = true;
                deps.onStake?.(undefined);
                break;
            }
            default:
                return (0,assert_never/* assertNever */.x)(reading);
        }
    }
}
/** A whole pipeline, and one of the project that was asked for as far as anybody can tell. */
async function settled(deps, run, created) {
    const { project } = run.request;
    await confirmProject(deps, created, { ...run, project, seen: run });
    return await completeStart(deps, created, { ...run, project });
}
/** Sends the request. When the step is stopped meanwhile, the answer gets a grace, and then the pipeline is looked for. */
async function send(deps, run, sentMs) {
    const { gitlab, clock } = deps;
    const { credentials, project, ref, variables, pipelineInputs: inputs } = run.request;
    const call = { project, ref, variables, inputs };
    const late = (0,base_clock/* delayedAbort */.HD)(clock, run.signal, answerGraceMs);
    try {
        const reply = await (credentials.kind === 'trigger'
            ? gitlab.triggerPipeline({ ...call, token: credentials.token, mark: { ...run.mark } }, late.signal)
            : gitlab.createPipeline(call, late.signal));
        return { reply };
    }
    catch (error) {
        if (!(error instanceof errors/* AbortedError */.oM))
            throw error;
        const found = await searchWhenStopped(deps, run, sentMs);
        if (found?.kind === 'found')
            return { pipeline: found.pipeline };
        throw stoppedHalfway(error, run.context);
    }
    finally {
        late.dispose();
    }
}
async function searchWhenStopped(deps, { request, context, mark, knownId }, sentMs) {
    if (request.credentials.accessToken === undefined)
        return undefined;
    const signal = new AbortController().signal;
    const found = await (0,base_clock/* withTimeout */.wj)({ clock: deps.clock, signal, afterMs: stoppedSearchMs }, (cutSignal) => (0,find_lost_pipeline/* findLostPipeline */.Y)(deps, {
        project: request.project,
        context,
        mark,
        knownId,
        sentMs,
        settledMs: Infinity,
        signal: cutSignal,
    }));
    return found === 'timed_out' ? undefined : found;
}
/** @throws the refusal when a further request would not fit into the budget. */
function repeatDelayMs({ clock, random }, reading, { attempts, beginMs }) {
    const { retryAfterMs, error } = reading;
    const delayMs = (0,retry/* retryDelayMs */.q)({ attempt: attempts, retryAfterMs, random }, repeatPolicy);
    const isLate = clock.nowMs() + Math.max(delayMs, retryAfterMs ?? 0) > beginMs + repeatBudgetMs;
    if (attempts >= repeatPolicy.attempts || isLate)
        throw error;
    return delayMs;
}
async function pause({ clock, onEvent }, { signal }, { reading, delayMs }) {
    onEvent({ kind: 'retrying', why: reading.why, delayMs });
    await (0,base_clock/* sleep */.yy)(clock, delayMs, signal);
}
/**
 * Finds out what a lost request has left: the pipeline, or `undefined` when it certainly left nothing.
 * @throws {UnreachableError} `start_uncertain` when that cannot be told.
 */
async function recover(deps, { request, context, mark, knownId, signal }, lost) {
    const { reading, sentMs } = lost;
    if (request.credentials.accessToken === undefined) {
        throw uncertainStart(context, reading, 'Without an access_token nobody can look for it.');
    }
    const settledMs = sentMs + reading.settledAfterMs;
    deps.onEvent({ kind: 'response_lost', why: reading.why, retryTimeoutMs: settledMs - deps.clock.nowMs() });
    const found = await (0,find_lost_pipeline/* findLostPipeline */.Y)(deps, {
        project: request.project,
        context,
        mark,
        knownId,
        sentMs,
        settledMs,
        isTurnedAway: reading.whenAbsent !== 'repeat',
        signal,
    }).catch((error) => {
        throw error instanceof errors/* AbortedError */.oM ? stoppedHalfway(error, context) : error;
    });
    switch (found.kind) {
        case 'found':
            deps.onEvent({ kind: 'lost_pipeline_found', pipelineId: found.pipeline.id });
            return found.pipeline;
        case 'absent':
            if (reading.whenAbsent !== 'repeat') {
                throw uncertainStart(context, reading, 'It was looked for, and GitLab does not show it.');
            }
            deps.onEvent({ kind: 'lost_pipeline_absent' });
            return undefined;
        case 'unknown':
            throw uncertainStart(context, reading, `It was looked for: ${found.why}.`);
        default:
            return (0,assert_never/* assertNever */.x)(found);
    }
}
function stoppedHalfway({ stopSignal }, context) {
    return new errors/* AbortedError */.oM(stopSignal, {
        why: 'The request to start the pipeline was on its way, so the pipeline may have been started.',
        hint: `Look for it at ${(0,start_context/* pipelinesPage */.D_)(context)}, and cancel it if nobody needs it.`,
    });
}
function uncertainStart(context, { why, advice }, search) {
    return new errors/* UnreachableError */.Jk({
        code: 'start_uncertain',
        what: `It is not known whether a pipeline was started in ${context.project} at ${context.ref} on ${context.gitlabUrl}`,
        why: `${why}. ${search} The request was not repeated, because that could start a second pipeline.`,
        hint: `${advice === undefined ? '' : `${advice} `}Look for it at ${(0,start_context/* pipelinesPage */.D_)(context)} before you run this step again.`,
    });
}

// EXTERNAL MODULE: ./out/bundle/trigger/supersede.js
var supersede = __nccwpck_require__(4358);
// EXTERNAL MODULE: ./out/bundle/trigger/upstream-variables.js
var upstream_variables = __nccwpck_require__(525);
;// CONCATENATED MODULE: ./out/bundle/trigger/start.js









/**
 * Makes sure that a pipeline of `project` can be followed, before one is started: a trigger token reads nothing, so a private project
 * needs an access token, or a job token that the project lets read. Gives what was seen of the project.
 * @throws {RefusedError} `read_access_needed` when it cannot be; nothing was started.
 * @throws {UnreachableError} when GitLab gave no usable answer; nothing was started.
 */
async function checkReadable(gitlab, check) {
    const { project, context, signal } = check;
    const at = `${context.project} on ${context.gitlabUrl}`;
    const reply = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
    if (reply.kind !== 'ok') {
        const what = `Nothing was started: the pipelines of ${at} cannot be read, so none could be followed`;
        throw unreadable(reply, { check, what });
    }
    const seen = seenIn(reply, { hasToken: check.hasAccessToken || context.via === 'job_token' });
    // Of the two permissions a job token may have only one. GitLab looks at them before it looks for the pipeline.
    if (!check.hasAccessToken && context.via === 'job_token') {
        const jobs = await gitlab.peekJobs({ project, pipelineId: Math.max(1, seen.knownId ?? 1) }, signal);
        const isMissing = jobs.kind === 'refused' && jobs.refusal.status === 404;
        if (jobs.kind !== 'ok' && !isMissing) {
            const what = `Nothing was started: the jobs of pipelines of ${at} cannot be read, so none could be followed`;
            throw unreadable(jobs, { check, what });
        }
    }
    return seen;
}
function unreadable(reply, { check, what }) {
    if (reply.kind !== 'refused' || !isNoRight(reply.refusal))
        return (0,explain/* errorOf */.Mz)(reply, { what });
    const { why, hint } = (0,explain/* describeRefusal */.a2)(reply.refusal);
    return new errors/* RefusedError */.fk({
        code: 'read_access_needed',
        what,
        why,
        hint: check.hasAccessToken ? hint : hintWithoutAccess(check.context, reply.refusal),
    });
}
function hintWithoutAccess({ via }, refusal) {
    if (via === 'job_token')
        return `${(0,token_hints/* jobTokenReadHint */.ML)(refusal)} Or leave wait at false.`;
    return 'Give an access_token with the scope read_api (a trigger token reads nothing; only public projects with public pipelines can be followed without one), or leave wait at false. Check project_id and gitlab_url too.';
}
/** GitLab's own no; a page of a gateway, or a route that does not exist, is another matter. */
function isNoRight({ speaker, status, shape }) {
    if (speaker !== 'gitlab')
        return false;
    return status === 401 || status === 403 || (status === 404 && shape !== 'error');
}
/**
 * Starts one pipeline as it was asked for: marked, with the variables that tell who asks when they are wanted; one that is to be followed only after a look whether it
 * can be. Whoever has a token that may read looks before at what is there, so that an answer that gets lost leaves as little open as possible.
 * @throws {AppError} as `startPipeline` and `checkReadable` do.
 */
async function startRun(deps, task) {
    const { gitlab, random } = deps;
    const { caller, signal } = task;
    const request = withCaller(task);
    const { project, ref, credentials } = request;
    const context = (0,start_context/* startContextOf */.Te)(task.request);
    const mark = (0,supersede/* correlationMarkOf */.tL)({
        context: caller,
        project,
        ref,
        nonce: `${digits(random)}${digits(random)}`,
    });
    const hasAccessToken = credentials.accessToken !== undefined;
    let seen = {};
    if (request.follow !== undefined) {
        seen = await checkReadable(gitlab, { project, hasAccessToken, context, signal });
    }
    else if (hasAccessToken || context.via === 'job_token') {
        seen = await lookBefore(deps, { project, signal });
    }
    const pipeline = await startPipeline(deps, { request, context, mark, ...seen, signal });
    return { pipeline, context, mark };
}
function withCaller({ request, caller }) {
    if (!request.forwardContext)
        return request;
    return { ...request, variables: (0,upstream_variables/* withUpstreamVariables */.to)(request.variables, caller) };
}
/** Some fifty bits, which are enough not to meet by accident; nobody is kept out by them. */
function digits(random) {
    return random().toString(36).slice(2, 12);
}
/** The error for a pipeline that was started and can only be named, because nobody tells the number of its project; `undefined` when it is known. */
function projectUnknown(pipeline) {
    if (pipeline.projectId !== model_pipeline/* unknownProjectId */.D)
        return undefined;
    return new errors/* UnreachableError */.Jk({
        code: 'project_unknown',
        what: `Pipeline ${pipeline.id} was started, and cannot be followed`,
        why: 'GitLab before 13.10 does not tell the number of the project with a pipeline, and did not tell it when it was asked for the project.',
        hint: `Give the numeric project_id, or an access_token with the scope read_api. The pipeline goes on: ${pipeline.webUrl}`,
    });
}


/***/ }),

/***/ 4358:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ findSuperseded),
/* harmony export */   Mp: () => (/* binding */ readMark),
/* harmony export */   c0: () => (/* binding */ isTelling),
/* harmony export */   tL: () => (/* binding */ correlationMarkOf)
/* harmony export */ });
/* unused harmony exports markMember, isSuperseded */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _base_parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4628);
/* harmony import */ var _gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7081);
/* harmony import */ var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6585);




/** The member of the trigger request, and so of `TRIGGER_PAYLOAD`, that holds the mark. GitLab ignores it. */
const markMember = 'gitlab_trigger';
const maxMarkCharacters = 200;
/** 128 bits: keys must not meet by accident, because what has the same key may be cancelled. */
const digestCharacters = 32;
/**
 * The mark of one start. Two starts have the same key when CI, repository, workflow, job, what the caller runs for (a pull request, or else its branch or tag), project
 * and ref are the same texts. All jobs of a matrix have the same id and so the same key; {@link isSuperseded} tells them apart from older runs. A caller whose
 * repository or workflow is unknown gets a key of its own each time, so that it never meets a stranger's.
 */
function correlationMarkOf(start) {
    const { context, project, ref, nonce } = start;
    const { ci, repository, workflow, job } = context;
    const projectText = project.kind === 'id' ? String(project.id) : project.path;
    const isKnown = repository !== undefined && workflow !== undefined;
    const parts = [ci, repository, workflow, job, originOf(context), projectText, ref];
    const identity = JSON.stringify([...parts.map((part) => part ?? null), isKnown ? null : nonce]);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(identity).digest('hex').slice(0, digestCharacters);
    // Letters that every server stores; the digest tells apart what they cannot.
    const words = parts
        .filter((part) => part !== undefined)
        .join(' | ')
        .replace(/[^\u0020-\u007e]/gu, '?');
    return {
        key: `${words.slice(0, maxMarkCharacters - digestCharacters - 1)} ${digest}`,
        run: `${runOf(context)}${nonce}`.slice(-maxMarkCharacters),
    };
}
/**
 * Whether a pipeline with the mark `older` may be cancelled in favour of the one with the mark `mine`: of the same key, but not from the same
 * run and attempt, whose jobs (of a matrix) work side by side. Which of the two is older is for the caller to know.
 */
function isSuperseded(older, mine) {
    return older.key === mine.key && attemptIn(older.run) !== attemptIn(mine.run);
}
/**
 * The mark in the JSON text of a `TRIGGER_PAYLOAD`; `undefined` when it has none that could be ours. Anybody with a trigger token can write such
 * a text, so it says who a pipeline claims to be from, and nothing more.
 */
function readMark(payloadText) {
    const mark = memberOf(parsedJson(payloadText), markMember);
    const key = memberOf(mark, 'key');
    const run = memberOf(mark, 'run');
    return isMarkText(key) && isMarkText(run) ? { key, run } : undefined;
}
/** Whether the text of a `TRIGGER_PAYLOAD` tells whose it is: it is whole, and has either no mark or one that can be read. */
function isTelling(payloadText) {
    const payload = parsedJson(payloadText);
    return isObject(payload) && (!Object.hasOwn(payload, markMember) || readMark(payloadText) !== undefined);
}
/** A pull request has one number in all its events, and refs that differ; a run that follows another one has the ref of the default branch instead of that one's. */
function originOf({ pullRequest, followedRef, ref, refName }) {
    return pullRequest?.number ?? followedRef ?? ref ?? refName;
}
function runOf({ runId, runAttempt }) {
    return runId === undefined ? '' : `${runId}.${runAttempt ?? '1'}.`;
}
/** The run and its attempt; a start without a run is one by itself. */
function attemptIn(run) {
    return run.includes('.') ? run.slice(0, run.lastIndexOf('.')) : run;
}
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function memberOf(value, name) {
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
function isMarkText(value) {
    return typeof value === 'string' && value !== '' && value.length <= maxMarkCharacters;
}
/** The newest so many pipelines of the ref are looked at; an older one that still runs is rare, and the list is one request. */
const newestPipelines = 50;
const parallelRequests = 4;
/**
 * Finds the pipelines that `mine` replaces: older, of the same project, ref and source, still alive, and marked by the same workflow. A pipeline
 * whose mark cannot be read is never taken for ours.
 * @throws the reason of `signal` when it aborts.
 * @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline
 */
async function findSuperseded(gitlab, { pipeline, mark, signal, }) {
    const project = { kind: 'id', id: pipeline.projectId };
    const filters = { ref: pipeline.ref, source: pipeline.source, perPage: newestPipelines };
    const listed = await gitlab.listPipelines({ project, filters }, signal);
    if (listed.kind !== 'ok')
        return { pipelines: [], failure: (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReply */ .CS)(listed).why };
    const candidates = listed.value.filter(({ id, status }) => id < pipeline.id && !(0,_model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerminalStatus */ .TQ)(status));
    const judged = await (0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .mapInParallel */ .H)(candidates, parallelRequests, async (candidate) => {
        const variables = await gitlab.fetchVariables({ project, pipelineId: candidate.id }, signal);
        if (variables.kind !== 'ok')
            return { candidate, isOurs: false, failure: (0,_gitlab_responses_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .describeReply */ .CS)(variables).why };
        const payload = variables.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
        const older = payload === undefined ? undefined : readMark(payload);
        const failure = payload === undefined ? unreadIn(variables, 'variable') : undefined;
        return { candidate, isOurs: older !== undefined && isSuperseded(older, mark), failure };
    });
    const ofList = unreadIn({ unfit: listed.unfit?.filter(({ id = 0 }) => id < pipeline.id) }, 'pipeline');
    return {
        pipelines: judged.filter(({ isOurs }) => isOurs).map(({ candidate }) => candidate),
        failure: judged.find(({ failure }) => failure !== undefined)?.failure ?? ofList,
    };
}
/** Why an entry of a list is not known, if there is one. */
function unreadIn({ unfit }, what) {
    const first = unfit?.[0];
    return first === undefined ? undefined : `a ${what} of the list cannot be read (${first.unfit})`;
}


/***/ }),

/***/ 525:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   to: () => (/* binding */ withUpstreamVariables)
/* harmony export */ });
/* unused harmony exports upstreamVariableNames, upstreamVariables */
const rows = [
    {
        name: 'UPSTREAM_CI',
        description: 'Name of the CI, e.g. `GitHub Actions`.',
        valueOf: ({ ci }) => ci,
    },
    {
        name: 'UPSTREAM_REPOSITORY',
        description: 'The repository as `owner/name`.',
        valueOf: ({ repository }) => repository,
    },
    {
        name: 'UPSTREAM_SHA',
        description: 'The commit of the run, as `github.sha`; for the event `pull_request` that is the merge commit which GitHub made.',
        valueOf: ({ sha }) => sha,
    },
    {
        name: 'UPSTREAM_REF',
        description: 'The ref of the run in full, e.g. `refs/heads/main` or `refs/pull/7/merge`.',
        valueOf: ({ ref }) => ref,
    },
    {
        name: 'UPSTREAM_REF_NAME',
        description: 'The ref of the run in short, e.g. `main` or `7/merge`.',
        valueOf: ({ refName }) => refName,
    },
    {
        name: 'UPSTREAM_ACTOR',
        description: 'The user or app that the run belongs to, as `github.actor`.',
        valueOf: ({ actor }) => actor,
    },
    {
        name: 'UPSTREAM_EVENT',
        description: 'The event that started the run, e.g. `push`.',
        valueOf: ({ event }) => event,
    },
    {
        name: 'UPSTREAM_WORKFLOW',
        description: 'Name of the workflow, or the path of its file where it has none.',
        valueOf: ({ workflow }) => workflow,
    },
    {
        name: 'UPSTREAM_JOB',
        description: 'Id of the job in the workflow file; the same for all jobs of a matrix.',
        valueOf: ({ job }) => job,
    },
    {
        name: 'UPSTREAM_RUN_ID',
        description: 'Id of the workflow run; the same when it is run again.',
        valueOf: ({ runId }) => runId,
    },
    {
        name: 'UPSTREAM_RUN_ATTEMPT',
        description: 'How often the run has been run, from 1.',
        valueOf: ({ runAttempt }) => runAttempt,
    },
    {
        name: 'UPSTREAM_RUN_URL',
        description: 'The page of the run.',
        valueOf: ({ runUrl }) => runUrl,
    },
    {
        name: 'UPSTREAM_PR_NUMBER',
        description: 'Number of the pull request.',
        valueOf: ({ pullRequest }) => pullRequest?.number.toString(),
    },
    {
        name: 'UPSTREAM_PR_TITLE',
        description: 'Title of the pull request. **Anybody can write it.**',
        valueOf: ({ pullRequest }) => pullRequest?.title,
    },
    {
        name: 'UPSTREAM_PR_URL',
        description: 'The page of the pull request.',
        valueOf: ({ pullRequest }) => pullRequest?.url,
    },
    {
        name: 'UPSTREAM_PR_HEAD_REF',
        description: 'Name of the branch that is to be merged. **Anybody can choose it.**',
        valueOf: ({ pullRequest }) => pullRequest?.headRef,
    },
    {
        name: 'UPSTREAM_PR_HEAD_SHA',
        description: 'The last commit of that branch; what a mirrored repository has, too.',
        valueOf: ({ pullRequest }) => pullRequest?.headSha,
    },
    {
        name: 'UPSTREAM_PR_BASE_REF',
        description: 'Name of the branch to merge into.',
        valueOf: ({ pullRequest }) => pullRequest?.baseRef,
    },
];
/** The variables that can be added, in the order in which they are documented. */
const upstreamVariableNames = rows.map(({ name, description }) => ({ name, description }));
/**
 * The caller's context as variables; what is unknown or empty has none. Values are passed on as they are, not quoted, expanded or cut; only NUL
 * is taken out, which GitLab cannot store.
 */
function upstreamVariables(context) {
    return Object.fromEntries(rows
        .map(({ name, valueOf }) => [name, valueOf(context)?.replaceAll('\0', '') ?? ''])
        .filter(([, value]) => value !== ''));
}
/** The variables of the user with the caller's context added; where both have one, the user's stays. */
function withUpstreamVariables(variables, context) {
    return { ...upstreamVariables(context), ...variables };
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  oM: () => (/* reexport */ errors/* AbortedError */.oM),
  uV: () => (/* reexport */ errors/* AppError */.uV),
  dz: () => (/* reexport */ errors/* InputError */.dz),
  fk: () => (/* reexport */ errors/* RefusedError */.fk),
  Jk: () => (/* reexport */ errors/* UnreachableError */.Jk),
  jz: () => (/* reexport */ cancelPipeline),
  c0: () => (/* reexport */ followPipeline),
  ni: () => (/* binding */ start),
  jn: () => (/* reexport */ triggerPipeline)
});

// EXTERNAL MODULE: ./out/bundle/entries/process.js
var entries_process = __nccwpck_require__(4515);
// EXTERNAL MODULE: ./out/bundle/base/clock.js
var clock = __nccwpck_require__(4497);
// EXTERNAL MODULE: ./out/bundle/base/errors.js
var errors = __nccwpck_require__(3236);
;// CONCATENATED MODULE: ./out/bundle/entries/library.js

// What an import of the package gives. Everything heavy is loaded by the first call.

/**
 * Starts one pipeline and gives it as GitLab answered. One call, one pipeline: the request is repeated only when the one before certainly started nothing, and a pipeline whose answer got
 * lost is found again, where `accessToken` may read.
 *
 * When `signal` aborts while the request is on its way, the pipeline is still waited for, or looked for, for a few seconds, so that an abort does not
 * hide what was started: then the promise resolves.
 *
 * @throws {InputError} when an option is wrong; nothing was sent. Messages call options by the names of the inputs: `project_id`.
 * @throws {RefusedError} when GitLab said no, or the pipeline failed at once.
 * @throws {UnreachableError} when no usable answer came; the code `start_uncertain` says that a pipeline may exist.
 * @throws {AbortedError} when `signal` aborted.
 */
async function triggerPipeline(options) {
    const call = await __nccwpck_require__.e(/* import() */ 2116).then(__nccwpck_require__.bind(__nccwpck_require__, 2116));
    return await call.triggerPipeline(await processDeps(), options);
}
/**
 * Follows a pipeline to its end. The events are what changed, every successful look with the whole picture, and as the last one `ended` with the verdict. An outcome is a value, whatever it is: a failed pipeline, a
 * timeout and an outage do not throw. Leaving the loop stops following; the pipeline goes on.
 *
 * @throws {InputError} from the loop, when an option is wrong, or `jobs` names a job that the pipeline does not have.
 * @throws {RefusedError} from the loop, when GitLab does not let the pipeline be read, or it runs another commit than `expectedSha`.
 * @throws {UnreachableError} from the loop, when the pipeline cannot be found because GitLab cannot be reached.
 * @throws {AbortedError} from the loop, when `signal` aborted; the pipeline is left running.
 */
function followPipeline(options) {
    const events = async function* () {
        const call = await Promise.all(/* import() */[__nccwpck_require__.e(1), __nccwpck_require__.e(6627)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6627));
        yield* call.followPipeline(await processDeps(), options);
    };
    return {
        [Symbol.asyncIterator]: events,
        verdict: async () => {
            for await (const event of events())
                if (event.kind === 'ended')
                    return event.verdict;
            throw new TypeError('following ended without a verdict');
        },
    };
}
/**
 * Cancels a pipeline and what is alive below it, and waits until GitLab confirms it. Says what became of each; the pipeline itself comes first. One that could not be
 * cancelled is a value, too (`left_running`, with the reason).
 *
 * @throws {InputError} when an option is wrong; nothing was sent.
 * @throws {RefusedError} when GitLab does not let the pipeline be read.
 * @throws {UnreachableError} when GitLab cannot be reached.
 * @throws {AbortedError} when `signal` aborted.
 */
async function cancelPipeline(options) {
    const call = await Promise.all(/* import() */[__nccwpck_require__.e(6832), __nccwpck_require__.e(5838)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5838));
    return await call.cancelPipeline(await processDeps(), options);
}
/** What this process has. */
async function processDeps() {
    const [{ textFiles }, { createMasker }, { createNodeTransport }] = await Promise.all([
        Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 2212)),
        Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 436)),
        Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6016)),
    ]);
    return {
        clock: clock/* systemClock */.ml,
        random: Math.random,
        environment: process.env,
        files: textFiles,
        createTransport: createNodeTransport,
        createMasker,
    };
}

;// CONCATENATED MODULE: ./out/bundle/entries/index.js

/**
 * The entries of the bundle, each loaded only when it runs: before `runEntry` has been called, a signal kills the process without a word. The root
 * action is in the same file, because it starts most often; the others have files of their own.
 */
const entries = {
    trigger: () => actionOf(async () => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9287))).runTrigger),
    wait: () => actionOf(async () => (await __nccwpck_require__.e(/* import() */ 5214).then(__nccwpck_require__.bind(__nccwpck_require__, 5214))).runWait),
    cancel: () => actionOf(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6832), __nccwpck_require__.e(3409)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3409))).runCancel),
    tokens: () => actionOf(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6249), __nccwpck_require__.e(8822)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6249))).runTokens),
    cleanup: () => actionOf(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6832), __nccwpck_require__.e(919)]).then(__nccwpck_require__.bind(__nccwpck_require__, 919))).runCleanup),
    cli: async () => await (await __nccwpck_require__.e(/* import() */ 4883).then(__nccwpck_require__.bind(__nccwpck_require__, 4883))).cliEntry(),
    demo: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(2634), __nccwpck_require__.e(9521)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1902))).demoEntry(),
};

/** Starts an entry; the stubs in `dist/` call this. */
function start(name) {
    (0,entries_process/* runEntry */.C)(entries[name]);
}
async function actionOf(load) {
    const { actionEntry } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9942));
    return actionEntry(await load());
}

var __webpack_exports__AbortedError = __webpack_exports__.oM;
var __webpack_exports__AppError = __webpack_exports__.uV;
var __webpack_exports__InputError = __webpack_exports__.dz;
var __webpack_exports__RefusedError = __webpack_exports__.fk;
var __webpack_exports__UnreachableError = __webpack_exports__.Jk;
var __webpack_exports__cancelPipeline = __webpack_exports__.jz;
var __webpack_exports__followPipeline = __webpack_exports__.c0;
var __webpack_exports__start = __webpack_exports__.ni;
var __webpack_exports__triggerPipeline = __webpack_exports__.jn;
export { __webpack_exports__AbortedError as AbortedError, __webpack_exports__AppError as AppError, __webpack_exports__InputError as InputError, __webpack_exports__RefusedError as RefusedError, __webpack_exports__UnreachableError as UnreachableError, __webpack_exports__cancelPipeline as cancelPipeline, __webpack_exports__followPipeline as followPipeline, __webpack_exports__start as start, __webpack_exports__triggerPipeline as triggerPipeline };
