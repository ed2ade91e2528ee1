import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

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
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
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
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 4190:
/***/ ((module) => {



/** Throws when somebody asks for what we left out: only `HttpClient.getAgentDispatcher` and its callers do. */
class ProxyAgent {
  constructor() {
    throw new Error('undici is left out of this bundle; use HttpClient.getAgent, not getAgentDispatcher');
  }
}

module.exports = { ProxyAgent };


/***/ }),

/***/ 4747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   MU: () => (/* binding */ TimeoutError),
/* harmony export */   Rz: () => (/* binding */ OutcomeError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fk: () => (/* binding */ RefusedError),
/* harmony export */   oM: () => (/* binding */ AbortedError),
/* harmony export */   uV: () => (/* binding */ AppError)
/* harmony export */ });
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1865);

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
function formatParts({ code, what, why, cure }) {
    const lines = [`${what} [${code}]`];
    if (why !== undefined)
        lines.push(`Why: ${why}`);
    if (cure !== undefined)
        lines.push(`What to do: ${cure}`);
    return lines.join('\n');
}
/** The user's mistake: nothing was sent. */
class InputError extends AppError {
    exitCode = _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.invalidInput;
}
/** The pipeline ended in an outcome that the user does not accept. */
class OutcomeError extends AppError {
    exitCode = _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.notAccepted;
}
/** GitLab said no, and would say so again. */
class RefusedError extends AppError {
    exitCode = _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.refused;
}
/** GitLab could not be reached, or gave no answer that can be used. */
class UnreachableError extends AppError {
    exitCode = _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.unreachable;
}
/** Our own patience ended. */
class TimeoutError extends AppError {
    exitCode = _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.timeout;
}
/** Somebody stopped us. */
class AbortedError extends AppError {
    exitCode;
    stopSignal;
    constructor(stopSignal, parts = {}) {
        super({ code: 'aborted', what: `Stopped by ${stopSignal}`, ...parts });
        this.stopSignal = stopSignal;
        this.exitCode = stopSignal === 'SIGTERM' ? _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.terminated : _exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.interrupted;
    }
}


/***/ }),

/***/ 7161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/* unused harmony export nextTurn */
/** The longest delay that `setTimeout` takes (about 24.8 days); a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;
const systemClock = {
    nowMs: () => performance.now(),
    epochMs: () => Date.now(),
    schedule: (delayMs, callback) => {
        const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestTimerMs));
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
            forget();
            reject(signal.reason);
        };
        const forget = clock.schedule(delayMs, () => {
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


/***/ }),

/***/ 1865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
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
    internal: 70,
    interrupted: 130,
    terminated: 143,
};


/***/ }),

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  triggerEntry: () => (/* binding */ triggerEntry)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./out/build-N1JACL/base/clock.js
var base_clock = __nccwpck_require__(7161);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
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
function utils_toCommandProperties(annotationProperties) {
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
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
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
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
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
class lib_HttpClient {
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
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
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
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
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
        return auth_awaiter(this, void 0, void 0, function* () {
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
        return auth_awaiter(this, void 0, void 0, function* () {
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



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
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
            const httpclient = oidc_utils_OidcClient.createHttpClient();
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
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
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


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
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
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
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
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
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
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
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
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
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
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
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
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
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
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
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
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
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
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
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
;// CONCATENATED MODULE: ./out/build-N1JACL/hosts/masked-forms.js
/**
 * Shorter texts are not worth hiding, and hiding them would blank out half of the log and make the runner drop job outputs
 * (it drops every output that contains a masked text).
 */
const shortestMaskedLength = 4;
/**
 * A secret and the forms of it that can turn up in a log but that a CI host does not derive by itself: percent-encoded, form-encoded,
 * base64 (both alphabets) and JSON-escaped. Each form once, the longest first.
 */
function maskedForms(text) {
    const trimmed = text.trim();
    const json = JSON.stringify(trimmed).slice(1, -1);
    const base64 = Buffer.from(trimmed, 'utf8').toString('base64');
    const forms = [
        text,
        trimmed,
        percentEncoded(trimmed),
        new URLSearchParams({ '': trimmed }).toString().slice(1),
        json,
        json.replaceAll('/', '\\/'),
        base64,
        base64.replace(/=+$/, ''),
        Buffer.from(trimmed, 'utf8').toString('base64url'),
    ];
    return [...new Set(forms)]
        .filter((form) => form.trim().length >= shortestMaskedLength)
        .sort((one, other) => other.length - one.length);
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

;// CONCATENATED MODULE: ./out/build-N1JACL/hosts/github-actions.js
// GitHub Actions, and the runners that speak its language.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands


/** A step run by a GitHub runner: inputs from `INPUT_…`, outputs and state through the runner's files, everything said on standard output. */
function githubActionsHost() {
    return {
        name: 'GitHub Actions',
        inputs: { read: (name) => getInput(name, { trimWhitespace: false }) },
        log: {
            info: (text) => info(withoutCommands(text)),
            debug: (text) => core_debug(text),
            warning: (text) => warning(text),
            error: (text) => error(text),
        },
        masker: {
            mask: (secret) => {
                for (const form of maskedForms(secret.reveal()))
                    core_setSecret(form);
            },
        },
        outputs: { set: (name, value) => setOutput(name, value) },
        state: {
            save: (name, value) => saveState(name, value),
            load: (name) => getState(name) || undefined,
        },
    };
}
/** Invisible, and enough to keep the runner from recognising a command. */
const wedge = '\u200b';
/**
 * Text in which the runner finds no command: it takes `::name::` at the start of a line (after white space) and `##[name]` anywhere,
 * and it ends lines at CR as well as at LF.
 */
function withoutCommands(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(/^(\s*:)(?=:)/, `$1${wedge}`).replaceAll('##[', `#${wedge}#[`))
        .join('\n');
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: ./out/build-N1JACL/http/transport.js
/** A request that got no complete answer. */
class TransportFault extends Error {
    kind;
    /** `no`: the server certainly never saw the request. `maybe`: it may have, and may have acted on it. */
    reached;
    constructor(fault) {
        super(fault.message, { cause: fault.cause });
        this.name = 'TransportFault';
        this.kind = fault.kind;
        this.reached = fault.reached;
    }
}

;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./out/build-N1JACL/http/trusted-certificates.js

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

;// CONCATENATED MODULE: ./out/build-N1JACL/http/connections.js



/**
 * The client's own idle timer ends a request with an error that shows the whole path. The deadline of each request makes it needless;
 * this is the longest that a timer can run.
 */
const noSocketTimeoutMs = 2 ** 31 - 1;
/** Opens nothing yet; `caCertificate` is read with the first request that needs it. */
function createConnections(settings) {
    const { userAgent, caCertificate } = settings;
    // A request that has to queue in an agent would get a used socket without being told so, hence no limit.
    const options = { socketTimeout: noSocketTimeoutMs, maxSockets: Infinity };
    const tunnels = new lib_HttpClient(userAgent, [], { ...options, keepAlive: false });
    const keptByProtocol = new Map();
    let secureContext;
    const trust = (target) => {
        if (caCertificate === undefined)
            return;
        secureContext ??= secureContextTrusting(caCertificate);
        Object.assign(target, { secureContext });
    };
    /** A client gives the one agent that it keeps to every scheme, so each scheme has a client of its own. */
    const routeDirect = (url) => {
        const client = keptByProtocol.get(url.protocol) ?? new lib_HttpClient(userAgent, [], { ...options, keepAlive: true });
        keptByProtocol.set(url.protocol, client);
        const agent = client.getAgent(url.href);
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
        return { client: tunnels, agent, host: url.hostname, proxy: port === '' ? host : `${host}:${port}` };
    };
    return {
        routeTo: (url, signal) => {
            // Without keep-alive the client makes a new agent for each tunnel, so that each can have the signal of its request. Nothing is
            // lost: the `tunnel` package closes a connection as soon as it is free.
            const agent = agentFor(tunnels, url);
            return isTunnel(agent) ? routeThroughProxy(url, agent, signal) : routeDirect(url);
        },
        close: () => {
            for (const client of keptByProtocol.values())
                client.dispose();
            keptByProtocol.clear();
        },
    };
}
/** The client's own error would carry the proxy's address, and with it a password, as a property. */
function agentFor(client, url) {
    try {
        return client.getAgent(url.href);
    }
    catch {
        throw new TransportFault({
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

;// CONCATENATED MODULE: ./out/build-N1JACL/http/response-body.js

/**
 * Reads a body to its very end.
 * @throws {TransportFault} `truncated` when the connection ended before the body did; `too_large` as soon as it is known to be longer than
 * `maxBytes`, and then the socket is closed.
 */
async function readBody(message, maxBytes) {
    if (Number(message.headers['content-length'] ?? 0) > maxBytes) {
        message.destroy();
        throw tooLarge(maxBytes);
    }
    const chunks = [];
    let length = 0;
    try {
        for await (const chunk of message) {
            length += chunk.length;
            if (length > maxBytes)
                throw tooLarge(maxBytes);
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw error instanceof TransportFault ? error : truncated(length, error);
    }
    if (!message.complete)
        throw truncated(length, undefined);
    return Buffer.concat(chunks, length);
}
function tooLarge(maxBytes) {
    return new TransportFault({
        kind: 'too_large',
        reached: 'maybe',
        message: `the answer is longer than ${maxBytes} bytes`,
    });
}
function truncated(length, cause) {
    return new TransportFault({
        kind: 'truncated',
        reached: 'maybe',
        message: `the connection broke after ${length} bytes of the answer's body`,
        cause,
    });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/base/foreign-text.js
/**
 * Text that somebody else wrote (GitLab, a job, a user of GitLab), made fit for one line of ours: control characters, terminal
 * sequences and bidirectional overrides are gone, white space is single, and it is at most `maxCharacters` long.
 * Command syntax of a CI host is neutralised later, by the host's own adapter, which knows it.
 */
function cleanLine(text, maxCharacters = 500) {
    const flat = stripTerminalSequences(text.slice(0, maxCharacters * 8))
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
        .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
        .replace(/ {2,}/g, ' ')
        .trim();
    const characters = Array.from(flat);
    return characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join('')}…` : flat;
}
/** The text without CSI, OSC and other escape sequences of terminals. */
function stripTerminalSequences(text) {
    return text.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/gu, '');
}

;// CONCATENATED MODULE: ./out/build-N1JACL/http/transport-failure.js


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
    if (error instanceof TransportFault && passedDeadlineMs === undefined)
        return error;
    const kind = kindOf(failure);
    const beforeRequest = phase !== 'open' || kind === 'tls';
    return new TransportFault({
        kind,
        reached: beforeRequest ? 'no' : 'maybe',
        message: `${wordsOf(kind, failure)}: ${server}${detailOf(kind, failure)}`,
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
    return given.length === 0 ? '' : ` (${cleanLine(given.join(', '), 300)})`;
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
/** OpenSSL's own reason where there is one: its messages are full of source positions. */
function tlsReasonOf(error) {
    return textOf(error, 'reason') || textOf(error, 'message');
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

;// CONCATENATED MODULE: ./out/build-N1JACL/http/node-transport.js





/**
 * A transport over the agents of @actions/http-client: proxies from the environment, and connections that are kept between requests.
 * `caCertificate` is PEM text, trusted beside the default certificates; it is not read before the first HTTPS request.
 */
function createNodeTransport(options) {
    const { userAgent = 'gitlab-trigger', caCertificate, clock } = options;
    const connections = createConnections({ userAgent, caCertificate });
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
    };
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    const forgetDeadline = shared.clock.schedule(timeoutMs, () => {
        progress.deadlinePassed = true;
        stop.abort();
    });
    signal.addEventListener('abort', onAbort, { once: true });
    shared.running.add(stop);
    try {
        return await exchange({ shared, request, progress, stop: stop.signal });
    }
    catch (error) {
        signal.throwIfAborted();
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
        forgetDeadline();
    }
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
        headers: { 'user-agent': route.client.userAgent, ...headers },
        agent: route.agent,
        signal: stop,
    };
    const httpModule = observed(url.protocol === 'https:' ? external_node_https_ : external_node_http_, (sent) => {
        progress.sent = sent;
        followPhase(sent, progress, url.protocol === 'https:');
    });
    const { message } = await route.client.requestRaw({ options, parsedUrl: url, httpModule }, request.body ?? null);
    const body = await readBody(message, request.maxBytes);
    return { status: message.statusCode ?? 0, headers: headersOf(message), body };
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

// EXTERNAL MODULE: ./out/build-N1JACL/base/app-error.js
var app_error = __nccwpck_require__(4747);
// EXTERNAL MODULE: ./out/build-N1JACL/base/exit-code.js
var exit_code = __nccwpck_require__(1865);
;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/describe-fault.js
/** Says for people what a fault on the way means and what can be done about it. */
function describeFault(fault) {
    const why = fault.message;
    switch (fault.kind) {
        case 'name':
            return {
                code: 'name_not_resolved',
                why,
                cure: 'Check gitlab_url for a typing error, and that this machine uses the DNS that knows the host.',
            };
        case 'refused':
            return {
                code: 'connection_refused',
                why,
                cure: 'Check host and port of gitlab_url, and that no firewall stands between this machine and GitLab.',
            };
        case 'tls':
            return {
                code: 'tls_failed',
                why,
                cure: 'If GitLab uses a certificate of your own authority, give that authority in ca_certificate; also check that gitlab_url names the host as the certificate does.',
            };
        case 'proxy':
            return {
                code: 'proxy_failed',
                why,
                cure: 'Check https_proxy and http_proxy, or list the host of gitlab_url in no_proxy if it is reached directly.',
            };
        case 'reset':
        case 'truncated':
            return {
                code: 'connection_lost',
                why,
                cure: 'Try again; if it happens often, look at the proxies and gateways between this machine and GitLab.',
            };
        case 'timeout':
            return {
                code: 'request_timeout',
                why,
                cure: 'Check that GitLab is up and reachable from this machine; a slow one may need a longer request_timeout.',
            };
        case 'too_large':
            return {
                code: 'response_too_large',
                why,
                cure: 'Check that gitlab_url leads to GitLab itself and not to a file server or a proxy.',
            };
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/describe-refusal.js
/**
 * Says for people what a refusal of any call means; calls with refusals of their own look at those first. The server's own words come first
 * in `why`, then its request id.
 */
function describeRefusal(refusal) {
    const code = describe_refusal_codeOf(refusal);
    return { code, why: reasonOf(refusal), cure: cureOf(code) };
}
/** `GitLab answered 403: words; more words (request id abc)`. */
function reasonOf({ status, shape, texts, location, hints }) {
    const who = shape === 'html' ? `The server answered ${status} with a page` : `GitLab answered ${status}`;
    const words = texts.length === 0 ? '' : `: ${texts.join('; ')}`;
    const target = location === undefined ? '' : ` (to ${location})`;
    const requestId = hints.requestId === undefined ? '' : ` (request id ${hints.requestId})`;
    return `${who}${words}${target}${requestId}`;
}
function describe_refusal_codeOf(refusal) {
    const { status, shape, texts, oauthError } = refusal;
    const says = (pattern) => texts.some((text) => pattern.test(text));
    if (status >= 300 && status < 400)
        return says(/moved permanently to/i) ? 'project_moved' : 'redirected';
    if (status === 429)
        return 'rate_limited';
    if (status === 503 && says(/maintenance/i))
        return 'maintenance';
    if (status >= 500 || status === 408 || status === 425)
        return 'server_error';
    if (shape === 'html')
        return 'not_gitlab';
    switch (status) {
        case 401:
            return 'unauthorized';
        case 403:
            if (oauthError !== undefined && /^insufficient_(?:granular_)?scope$/.test(oauthError)) {
                return 'insufficient_scope';
            }
            return says(/read-only/i) ? 'maintenance' : 'forbidden';
        case 404:
            return shape === 'error' ? 'route_not_found' : 'not_found';
        case 405:
            return says(/moved projects/i) ? 'project_moved' : 'request_refused';
        case 409:
            return 'resource_locked';
        default:
            return 'request_refused';
    }
}
const cures = {
    project_moved: 'Use the new path of the project, or better its numeric id, which never changes.',
    redirected: 'Set gitlab_url to the address that GitLab itself uses: https, right host, right path.',
    rate_limited: 'Wait a minute; ask less often (poll_interval), or have the limit of the server raised.',
    maintenance: 'Wait until the maintenance is over and run the step again.',
    server_error: 'Run the step again later; an administrator of GitLab finds the cause in the logs by the request id.',
    not_gitlab: 'Check gitlab_url. If a gateway or single sign-on stands in front, let the API pass or set request_headers.',
    unauthorized: 'Give an access_token with the scope read_api, and check that it has neither expired nor been revoked.',
    insufficient_scope: 'Use an access_token with the scope read_api, or api to cancel and to play.',
    forbidden: 'Give the user behind the access_token a higher role in the project, or check the IP restrictions of the group.',
    not_found: 'Check project_id and the id of the pipeline; a private project needs an access_token of a member.',
    route_not_found: 'Check the path in gitlab_url, or use the numeric project_id: a proxy may have decoded the slashes.',
    resource_locked: 'Run the step again in a moment.',
};
function cureOf(code) {
    return (cures[code] ??
        'The words of GitLab say what it did not accept; check the inputs of the step against them.');
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/is-transient.js
/** Statuses that may be another one a moment later: slow or early requests, throttles. All 5xx belong to them too. */
const transientStatuses = new Set([408, 425, 429]);
/**
 * Whether the same read may well succeed a little later. True for everything that came from the way there or from a server in trouble; false
 * for redirects and all other 4xx, which would be said again. Not meant for writes.
 */
function isTransient(reply) {
    switch (reply.kind) {
        case 'fault':
        case 'unreadable':
            return true;
        case 'refused':
            return isTransientStatus(reply.refusal.status);
    }
}
function isTransientStatus(status) {
    return status >= 500 || transientStatuses.has(status);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/describe-reply.js





/** Says for people why a call did not give what was asked. */
function describeReply(reply) {
    switch (reply.kind) {
        case 'fault':
            return describeFault(reply.fault);
        case 'refused':
            return describeRefusal(reply.refusal);
        case 'unreadable':
            return {
                code: 'not_gitlab',
                why: `The server answered ${reply.status}, but ${reply.why}`,
                cure: 'Check gitlab_url. If a gateway or single sign-on stands in front of GitLab, let the API pass or set request_headers.',
            };
    }
}
/**
 * The error to throw for a call that failed for good; `what` names the operation and its target (`Reading pipeline 7 of group/app`).
 * Refused when GitLab would say the same again, unreachable for everything else.
 */
function errorOf(reply, { what }) {
    const parts = { what, ...describeReply(reply), cause: reply.kind === 'fault' ? reply.fault : undefined };
    return isTransient(reply) ? new app_error/* UnreachableError */.Jk(parts) : new app_error/* RefusedError */.fk(parts);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/follow/cut-off.js
/**
 * Runs `work` with a signal that also aborts after `afterMs`; gives `cut_off` when that happened.
 * @throws what `work` throws, and the reason of `signal` when it aborts.
 */
async function withCutOff({ clock, signal, afterMs }, work) {
    const cut = new AbortController();
    const forget = clock.schedule(afterMs, () => cut.abort(new Error('cut off')));
    try {
        return await work(AbortSignal.any([signal, cut.signal]));
    }
    catch (error) {
        if (cut.signal.aborted && !signal.aborted)
            return 'cut_off';
        throw error;
    }
    finally {
        forget();
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/follow/poll-timing.js
/** Nobody gains from looking more often, and GitLab's limits count every look. */
const shortestPollMs = 1000;
/** Long enough to be gentle for hours, short enough that nobody waits long for news. */
const longestPollMs = 15_000;
/** A look is never later than this share of the pipeline's age: the delay stays small beside the run itself. */
const ageShare = 0.1;
/** Callers that started together drift apart. */
const jitterShare = 0.1;
/** How long to wait before the next look, in milliseconds; the server's wish wins when it is longer. */
function nextPollMs({ ageMs, pollInterval, retryAfterMs = 0 }, random) {
    if (pollInterval !== 'auto')
        return Math.max(pollInterval, retryAfterMs);
    const steady = Math.min(Math.max(ageMs * ageShare, shortestPollMs), longestPollMs);
    const jittered = steady * (1 + jitterShare * (2 * random() - 1));
    return Math.max(jittered, shortestPollMs, retryAfterMs);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/pipeline-status.js
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
const terminalStatuses = (/* unused pure expression or super */ null && (['success', 'failed', 'canceled', 'skipped']));
function isKnownStatus(status) {
    return pipelineStatuses.includes(status);
}
/** False for a status that did not exist when this was written: an unknown one means "still running". */
function isTerminalStatus(status) {
    return terminalStatuses.includes(status);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/follow/snapshot.js

/** What is new in `after`; everything, when there was no `before`. */
function changesBetween(before, after, elapsedMs) {
    const { status } = after.pipeline;
    if (before?.pipeline.status === status)
        return [];
    return [{ kind: 'pipeline_changed', elapsedMs, status, known: isKnownStatus(status) }];
}

;// CONCATENATED MODULE: ./out/build-N1JACL/base/assert-never.js
/**
 * Ends a `switch` over a union, so that the compiler names a case that was forgotten.
 * @throws {TypeError} when a value outside the union arrives at run time.
 */
function assertNever(value) {
    throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/follow/trouble.js


/** What went wrong with a look. */
function troubleOf(reply) {
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
            return assertNever(reply);
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/follow/verdict.js
/**
 * The outcome of a pipeline that needs no further look, or `undefined` while it is still going. Unknown statuses are still going:
 * a status that did not exist when this was written must never turn a step green or red.
 */
function outcomeOf(pipeline) {
    switch (pipeline.status) {
        case 'success':
            return pipeline.statusGroup === 'success-with-warnings' ? 'warnings' : 'success';
        case 'failed':
        case 'canceled':
        case 'skipped':
        case 'manual':
            return pipeline.status;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/follow/follow-pipeline.js








/** A look that is under way at the deadline may still bring the true colour; longer than this it may not take. */
const lastLookMs = 5000;
/** Replicas lag: a 404 this soon after creation only means that the pipeline is not visible yet. */
const creationGraceMs = 30_000;
/**
 * Looks at `pipeline` until it has an outcome or `timeoutMs` is over. Yields what changed since the last look; nothing when nothing did.
 * Ends with the verdict; `timeout` when the time is over (after one last look), `outage` when no look succeeded for `outageTimeoutMs`.
 * @throws {RefusedError} at once when GitLab says 401, 403 or 404 (a 404 right after creation gets a grace of 30 s).
 * @throws the reason of `signal` when it aborts; the pipeline is left running.
 * @see https://docs.gitlab.com/api/pipelines/
 */
async function* followPipeline(deps, task) {
    const { clock } = deps;
    const { request, signal } = task;
    const startMs = clock.nowMs();
    const deadlineMs = startMs + request.timeoutMs;
    const elapsed = () => clock.nowMs() - startMs;
    let seen;
    let troubleStartMs;
    const endAs = (outcome) => ({
        outcome,
        pipeline: seen?.pipeline ?? task.pipeline,
        elapsedMs: elapsed(),
    });
    for (;;) {
        const lookStartMs = clock.nowMs();
        const reply = await withCutOff({ clock, signal, afterMs: deadlineMs + lastLookMs - lookStartMs }, (cutSignal) => takeLook(deps.gitlab, task.pipeline, cutSignal));
        if (reply === 'cut_off')
            return endAs('timeout');
        let retryAfterMs;
        if (reply.kind === 'ok') {
            if (troubleStartMs !== undefined) {
                yield { kind: 'trouble_ended', elapsedMs: elapsed(), lastedMs: clock.nowMs() - troubleStartMs };
                troubleStartMs = undefined;
            }
            yield* changesBetween(seen, reply.value, elapsed());
            seen = reply.value;
            const outcome = outcomeOf(seen.pipeline);
            if (outcome !== undefined)
                return endAs(outcome);
        }
        else {
            const grace = elapsed() < creationGraceMs && seen === undefined;
            const trouble = troubleOf(reply);
            if (!isTransient(reply) && !(grace && trouble.status === 404)) {
                throw errorOf(reply, { what: `Cannot go on following pipeline ${task.pipeline.id}` });
            }
            retryAfterMs = trouble.retryAfterMs;
            if (troubleStartMs === undefined) {
                troubleStartMs = lookStartMs;
                yield {
                    kind: 'trouble_began',
                    elapsedMs: elapsed(),
                    why: trouble.why,
                    patienceMs: request.outageTimeoutMs,
                };
            }
            if (clock.nowMs() - troubleStartMs >= request.outageTimeoutMs)
                return endAs('outage');
        }
        const nowMs = clock.nowMs();
        if (nowMs >= deadlineMs)
            return endAs('timeout');
        const pauseMs = nextPollMs({ ageMs: nowMs - startMs, pollInterval: request.pollInterval, retryAfterMs }, deps.random);
        const outageEndMs = troubleStartMs === undefined ? Infinity : troubleStartMs + request.outageTimeoutMs;
        await (0,base_clock/* sleep */.yy)(clock, Math.min(pauseMs, deadlineMs - nowMs, outageEndMs - nowMs), signal);
    }
}
async function takeLook(gitlab, { projectId, id }, signal) {
    const reply = await gitlab.fetchPipeline({ project: { kind: 'id', id: projectId }, pipelineId: id }, signal);
    return reply.kind === 'ok' ? { ...reply, value: { pipeline: reply.value } } : reply;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/html-text.js
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
    const words = html_text_textOf(visible);
    return [title, words].filter((text, index, all) => text !== '' && all.indexOf(text) === index);
}
function elementText(html, name) {
    const lower = html.toLowerCase();
    const start = lower.indexOf(`<${name}`);
    const open = start === -1 ? -1 : lower.indexOf('>', start);
    const end = open === -1 ? -1 : lower.indexOf(`</${name}`, open);
    return end === -1 ? '' : html_text_textOf(html.slice(open + 1, end));
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
function html_text_textOf(html) {
    return decodeEntities(html.replace(/<[^<>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/answer-body.js


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
    return texts.map((text) => cleanLine(text)).filter((text) => text !== '');
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/endpoints.js
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
};
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

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/read-refusal.js



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
    const { status, headers, body, hints } = answer;
    const words = readWords(headers['content-type'], body);
    const location = status >= 300 && status < 400 ? readLocation(headers.location) : undefined;
    return { status, ...words, location, hints };
}
function readWords(contentType, body) {
    const content = readAnswerBody(contentType, body);
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
    if (!isObject(value))
        return { shape: 'text', texts: finished(flatten(value, '', 0)) };
    const { message, error, error_description: description, scope } = value;
    if (typeof error === 'string' && typeof description === 'string') {
        const scopes = typeof scope === 'string' && scope !== '' ? [`Scopes that would do: ${scope}`] : [];
        return { shape: 'oauth', texts: finished([description, ...scopes]), oauthError: cleanLine(error, 100) };
    }
    const messages = finished(flatten(message, '', 0));
    if (messages.length > 0)
        return { shape: 'message', texts: messages };
    const errors = finished(flatten(error ?? value.errors, '', 0));
    if (errors.length === 0)
        return { shape: 'none', texts: [] };
    // A bare OAuth code, such as `insufficient_granular_scope`, may come without its description.
    return typeof error === 'string' && /^[a-z]+(?:_[a-z]+)+$/.test(error)
        ? { shape: 'oauth', texts: errors, oauthError: cleanLine(error, 100) }
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
    if (!isObject(value))
        return [];
    return Object.entries(value)
        .slice(0, mostTexts)
        .flatMap(([key, item]) => flatten(item, silentKeys.has(key) ? attribute : key, depth + 1));
}
function finished(texts) {
    return texts
        .map((text) => cleanLine(decodeEntities(text.slice(0, 8000))))
        .filter((text) => text !== '')
        .slice(0, mostTexts);
}
/** Without user, query and fragment, where secrets live. */
function readLocation(location) {
    if (location === undefined || location === '')
        return undefined;
    if (!URL.canParse(location))
        return cleanLine(location.replace(/[?#].*$/s, ''));
    const url = new URL(location);
    return cleanLine(`${url.protocol}//${url.host}${url.pathname}`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/http/retry-after.js
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

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/server-hints.js


/**
 * Reads what an answer says beside its body. Times are compared with the server's own `Date`; a server that sends none is taken to share
 * our clock (`localTimeMs`, milliseconds since 1970). `RateLimit-Reset` comes with ordinary answers too and is a wish only on a 429.
 */
function readServerHints(answer) {
    const { status, headers, localTimeMs } = answer;
    const serverTimeMs = parseHttpDate(headers.date ?? '');
    const nowMs = serverTimeMs ?? localTimeMs;
    const resetMs = status === 429 ? parseRateLimitReset(headers['ratelimit-reset'] ?? '', nowMs) : undefined;
    const requestId = cleanLine(headers['x-request-id'] ?? '', 100);
    return {
        serverTimeMs,
        retryAfterMs: parseRetryAfter(headers['retry-after'] ?? '', nowMs) ?? resetMs,
        requestId: requestId === '' ? undefined : requestId,
    };
}

;// CONCATENATED MODULE: ./out/build-N1JACL/gitlab/gitlab-client.js






/**
 * GitLab's largest JSON answer that we ask for is a page of 100 jobs, well under 1 MiB; ten times that still cannot hurt a small runner, and
 * stops an endless answer early.
 */
const maxJsonBytes = 10 * 1024 * 1024;
/** Without `accessToken`, reads are anonymous, which public projects allow. */
function createGitLabClient(deps, settings) {
    const { connection, accessToken } = settings;
    const { apiUrl } = connection;
    const plain = headersFor(connection);
    const authorized = accessToken === undefined ? plain : { ...plain, 'private-token': accessToken.reveal() };
    const json = { 'content-type': 'application/json' };
    const run = createRunner(deps, connection);
    const get = (url, signal, read) => run({ method: 'GET', url, headers: authorized, signal, read });
    return {
        triggerPipeline: async (call, signal) => run({
            method: 'POST',
            url: endpoints.triggerPipeline(apiUrl, call.project),
            headers: { ...plain, ...json },
            body: triggerBody(call, call.token.reveal()),
            signal,
            read: (schemas) => schemas.readPipeline,
        }),
        createPipeline: async (call, signal) => {
            if (accessToken === undefined)
                throw new TypeError('creating a pipeline needs an access token');
            return run({
                method: 'POST',
                url: endpoints.createPipeline(apiUrl, call.project),
                headers: { ...authorized, ...json },
                body: creationBody(call),
                signal,
                read: (schemas) => schemas.readPipeline,
            });
        },
        fetchPipeline: async ({ project, pipelineId }, signal) => get(endpoints.pipeline(apiUrl, project, pipelineId), signal, (schemas) => schemas.readPipeline),
        fetchProject: async ({ project }, signal) => get(endpoints.project(apiUrl, project), signal, (schemas) => schemas.readProject),
        listPipelines: async ({ project, filters }, signal) => get(endpoints.pipelines(apiUrl, project, filters), signal, (schemas) => schemas.readPipelines),
    };
}
/** Names in lower case, so that one of ours replaces the user's and never stands beside it. */
function headersFor(connection) {
    const headers = {};
    for (const { name, value } of connection.requestHeaders)
        headers[name.toLowerCase()] = value.reveal();
    return { ...headers, accept: 'application/json' };
}
/** Of the forms that the trigger takes, JSON is the one that gets an honest answer under maintenance instead of a redirect. */
function triggerBody({ ref, variables, inputs }, token) {
    return JSON.stringify({
        token,
        ref,
        ...(isEmpty(variables) ? {} : { variables }),
        ...(isEmpty(inputs) ? {} : { inputs }),
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
/** Sends calls and reads their answers; loads the schemas once, beside the first request, so that start-up does not wait for them. */
function createRunner(deps, connection) {
    const { transport, clock } = deps;
    const { apiUrl, requestTimeoutMs: timeoutMs } = connection;
    let loading;
    const send = ({ method, url, headers, body, signal }) => {
        if (url.origin !== apiUrl.origin)
            throw new TypeError(`a request to ${url.origin} was about to be sent`);
        const request = { method, url, headers, body, timeoutMs, maxBytes: maxJsonBytes, signal };
        const sending = transport.send(request);
        loading ??= loadSchemas();
        return sending;
    };
    /** A renamed project answers a GET with a redirect to its id. Followed once, inside the API only, because the token goes with it. */
    const exchange = async (call) => {
        const response = await send(call);
        const target = call.method === 'GET' ? redirectInside(apiUrl, call.url, response) : undefined;
        return target === undefined ? response : send({ ...call, url: target });
    };
    return async (call) => {
        let response;
        try {
            response = await exchange(call);
        }
        catch (error) {
            if (error instanceof TransportFault)
                return { kind: 'fault', fault: error };
            throw error;
        }
        const { status, headers, body } = response;
        const hints = readServerHints({ status, headers, localTimeMs: clock.epochMs() });
        if (status < 200 || status > 299) {
            return { kind: 'refused', refusal: readRefusal({ status, headers, body, hints }) };
        }
        const read = call.read(await (loading ??= loadSchemas()));
        return readSuccess({ response, hints, read });
    };
}
/** A failure of the import is kept for whoever awaits it; a request that fails first must not leave it unhandled. */
function loadSchemas() {
    const loading = Promise.all(/* import() */[__nccwpck_require__.e(395), __nccwpck_require__.e(517)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6517));
    loading.catch(() => undefined);
    return loading;
}
/** The target of a redirect, when it is another place below the API's root. */
function redirectInside(apiUrl, from, { status, headers }) {
    const location = headers.location ?? '';
    if (![301, 302, 303, 307, 308].includes(status) || !URL.canParse(location, from.href))
        return undefined;
    const target = new URL(location, from);
    const inside = target.origin === apiUrl.origin && target.pathname.startsWith(apiUrl.pathname);
    const plain = target.username === '' && target.password === '' && target.href !== from.href;
    return inside && plain ? target : undefined;
}
function readSuccess(answer) {
    const { response, hints, read } = answer;
    const { status } = response;
    const unreadable = (why) => ({ kind: 'unreadable', status, why, hints });
    const content = readAnswerBody(response.headers['content-type'], response.body);
    switch (content.kind) {
        case 'none':
            return unreadable('the body is empty');
        case 'html':
            return unreadable(`the body is a web page${quoted(content.texts)}`);
        case 'text':
            return unreadable(`the body is not JSON${quoted(content.texts)}`);
        case 'json': {
            const reading = read(content.value);
            if (reading.kind === 'ok')
                return { kind: 'ok', value: reading.value, hints };
            return unreadable(`the body is not what GitLab sends (${reading.why})`);
        }
    }
}
function quoted(texts) {
    const first = texts[0];
    return first === undefined ? '' : `: ${cleanLine(first, 120)}`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/outcome.js
function outcome_ok(value, warnings = []) {
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
    return problems.length === 0 ? outcome_ok(value) : wrongAll(problems);
}
/** One outcome out of many: all the values and warnings, or all the problems, in the order given. */
function outcome_all(outcomes) {
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
    return outcome_ok(Object.fromEntries(values), warnings);
}
/** The outcome of a further step on a value; problems stay as they are. */
function andThen(outcome, step) {
    if (outcome.kind === 'wrong')
        return outcome;
    const next = step(outcome.value);
    return next.kind === 'wrong' ? next : outcome_ok(next.value, [...outcome.warnings, ...next.warnings]);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/base/token-kind.js
/** Each kind in words that fit after "is". */
const tokenKindNames = {
    trigger: 'a pipeline trigger token',
    job: 'a CI job token',
    access: 'a personal, project or group access token',
    deploy: 'a deploy token',
    runner: 'a runner token',
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
/** Every piece of a text that has the shape of a token with a known prefix, in the order of the text. */
function tokensIn(text) {
    const pieces = text.match(/gl[a-z]{2,6}-[\w.=-]{8,}|gh[opsur]_\w{8,}|github_pat_\w{8,}/g) ?? [];
    return pieces.filter((piece) => tokenKindOf(piece) !== undefined);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/shown-text.js


const maxShownCharacters = 80;
/**
 * A given text as messages may show it: quoted, on one line, shortened. A text that could be a token (people mix up their inputs)
 * is described instead.
 */
function shownText(text) {
    return isTokenLike(text)
        ? `a text of ${text.length} characters (not shown, it could be a token)`
        : `"${cleanLine(text, maxShownCharacters)}"`;
}
/** A key of a map as messages may show it. */
function shownKey(key) {
    return tokensIn(key).length > 0 ? '***' : cleanLine(key, maxShownCharacters);
}
/** Words with digits in them and no separator but `-` and `_`, as long as the shortest trigger tokens. */
function isTokenLike(text) {
    return tokensIn(text).length > 0 || /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/.test(text.trim());
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/boolean-input.js


/** Reads `true` or `false` in the three spellings that YAML knows; nothing else means yes or no. */
function parseBoolean(given) {
    const text = given.trim();
    if (/^(?:true|True|TRUE)$/.test(text))
        return outcome_ok(true);
    if (/^(?:false|False|FALSE)$/.test(text))
        return outcome_ok(false);
    return wrong({ what: `is ${shownText(text)}`, cure: 'Give true or false.' });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/readable-file.js


/** The text of a file that an input names, without a byte order mark; a file that cannot be read is a problem with its error code. */
async function readableFile(files, path) {
    try {
        return outcome_ok((await files.readText(path)).replace(/^\ufeff/, ''));
    }
    catch (error) {
        return wrong({
            at: ` ${shownText(path)}`,
            what: `cannot be read (${readable_file_codeOf(error)})`,
            cure: 'Give the path of a UTF-8 text file, relative to the working directory or absolute.',
        });
    }
}
function readable_file_codeOf(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode && typeof error.code === 'string' ? error.code : 'no error code';
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/ca-certificate.js


const cure = 'Give the text of one or more certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept, or the path of a file with them.';
/** Reads PEM text, or the file that a path names, into PEM certificates that could all be decoded. Never shows what it read. */
async function parseCaCertificate(given, files) {
    const text = given.trim();
    if (text.includes('-----BEGIN'))
        return certificatesOf(text);
    if (/[\r\n]/.test(text))
        return wrong({ what: 'is neither a certificate nor a path (not shown)', cure });
    const file = await readableFile(files, text);
    return file.kind === 'ok' ? certificatesOf(file.value) : file;
}
async function certificatesOf(text) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
        return wrong({
            what: 'holds a private key',
            cure: `Take it out, and replace it if others could see it. ${cure}`,
        });
    }
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0 || blocks.length !== text.split('-----BEGIN CERTIFICATE-----').length - 1) {
        return wrong({ what: 'holds no certificate, or one that is cut off (not shown)', cure });
    }
    // Loaded here because hardly anybody gives a certificate.
    const { X509Certificate } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 19));
    const bad = blocks.findIndex((block) => !isReadable(() => new X509Certificate(block)));
    if (bad >= 0)
        return wrong({ what: `holds a certificate that cannot be read, number ${bad + 1}`, cure });
    return outcome_ok(`${blocks.join('\n')}\n`);
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

;// CONCATENATED MODULE: ./out/build-N1JACL/base/duration.js
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/duration-input.js



/** Reads a duration within a range into milliseconds. */
function durationWithin(range) {
    const accepted = `${range.shortest} to ${range.longest}`;
    return (given) => {
        const text = given.trim();
        const spanMs = parseDuration(text);
        if (spanMs === undefined)
            return notDuration(text, accepted);
        if (spanMs < (parseDuration(range.shortest) ?? 0) ||
            spanMs > (parseDuration(range.longest) ?? Infinity)) {
            return wrong({ what: `is ${shownText(text)}`, cure: `Give a duration from ${accepted}.` });
        }
        return outcome_ok(spanMs);
    };
}
/** Reads `auto`, or a fixed pause between two looks in milliseconds. */
function parsePollInterval(given) {
    return given.trim() === 'auto' ? outcome_ok('auto') : pollDuration(given);
}
const pollDuration = durationWithin({ shortest: '1s', longest: '1h' });
function notDuration(text, accepted) {
    if (/^\d{1,9}$/.test(text)) {
        return wrong({
            what: `is ${shownText(text)}, a number without a unit`,
            cure: `Write ${text}s for seconds or ${text}m for minutes; ${accepted} is accepted.`,
        });
    }
    return wrong({
        what: `is ${shownText(text)}, which is not a duration`,
        cure: `Write whole numbers with the units d, h, m and s, largest first, such as 90s, 15m or 1h30m; ${accepted} is accepted.`,
    });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/gitlab-url.js


const gitlab_url_cure = 'Give the address at which you open GitLab, such as https://gitlab.example.com, gitlab.example.com:8443 or https://example.com/gitlab.';
/**
 * Reads a URL, a host or `host:port` into the address of a GitLab instance; a path is GitLab's relative root, and an `/api/v4` at its end
 * is dropped. Without a scheme it is https, for loopback hosts too. Whether plain http may be used is for the caller to decide.
 */
function parseGitlabUrl(given) {
    const text = given.trim();
    const why = refusalOfText(text);
    if (why !== undefined)
        return wrong({ what: why, cure: gitlab_url_cure });
    const url = urlOf(text);
    if (url === undefined)
        return wrong({ what: `is ${shownText(text)}, which is not a web address`, cure: gitlab_url_cure });
    const root = url.pathname
        .replace(/\/+$/, '')
        .replace(/\/api\/v4$/, '')
        .replace(/\/+$/, '');
    if (url.hostname === 'gitlab.com' && root !== '') {
        return wrong({
            what: `is ${shownText(text)}, but gitlab.com serves GitLab at its root`,
            cure: 'Give https://gitlab.com here, and the path of the project as project_id.',
        });
    }
    const gitlabUrl = `${url.origin}${root}`;
    return outcome_ok({ apiUrl: new URL(`${gitlabUrl}/api/v4/`), gitlabUrl });
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
        return `is ${shownText(text)}, with a space or a backslash in it`;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
    return scheme === undefined || scheme === 'https' || scheme === 'http'
        ? undefined
        : `is ${shownText(text)}, which is neither https nor http`;
}
function urlOf(text) {
    const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    return URL.canParse(url) ? new URL(url) : undefined;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/project-address.js


const project_address_cure = 'Give the number of the project, or its full path such as group/app or group/sub/app.';
/** Reads a project's number, or its full path, which may be percent-encoded once (`group%2Fapp`). */
function parseProjectAddress(given) {
    const text = given.trim();
    if (/^\d+$/.test(text))
        return projectId(text);
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[\w.-]+@[\w.-]+:/.test(text))
        return projectUrl(text);
    const decoded = decodedOnce(text);
    if (decoded === undefined) {
        return wrong({ what: `is ${shownText(text)}, with a percent sign that encodes nothing`, cure: project_address_cure });
    }
    const path = decoded.replace(/^\/+|\/+$/g, '');
    const why = refusalOfPath(path);
    return why === undefined
        ? outcome_ok({ kind: 'path', path })
        : wrong({ what: `is ${shownText(text)}, ${why}`, cure: project_address_cure });
}
function projectId(text) {
    const id = Number(text);
    if (id > 0 && Number.isSafeInteger(id) && !text.startsWith('0'))
        return outcome_ok({ kind: 'id', id });
    return wrong({ what: `is ${shownText(text)}, which no project can have as its number`, cure: project_address_cure });
}
function projectUrl(text) {
    const path = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/|[^:]*:)([^?#]*)/i
        .exec(text)?.[1]
        ?.replace(/\/-\/.*$/, '')
        .replace(/^\/+|\/+$/g, '')
        .replace(/\.git$/, '');
    const isUsable = path !== undefined && refusalOfPath(path) === undefined;
    return wrong({
        what: 'is an address, not a path',
        cure: isUsable
            ? `Give only the path of the project: ${shownText(path)}, as it seems; the host belongs in gitlab_url.`
            : project_address_cure,
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

;// CONCATENATED MODULE: ./out/build-N1JACL/base/secret.js
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/request-headers.js


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
            headers.push({ name, value: new Secret(value.trim()) });
        else
            problems.push({ at: ` (line ${index + 1})`, ...why });
        seen.add(name.toLowerCase());
    }
    return okUnless(problems, headers);
}
/** Whether a text may be the name of a header. @see RFC 9110, section 5.6.2 */
function isHeaderName(text) {
    return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}
function problemOf(header) {
    const { name, value, seen } = header;
    const lowerName = name.toLowerCase();
    if (!isHeaderName(name)) {
        return { what: 'is not a header (not shown)', cure: 'Write one header a line, as "Name: value".' };
    }
    if (tokenNames.has(lowerName)) {
        return { what: `sets ${name}`, cure: 'Give the token as access_token, or a CI_JOB_TOKEN as token.' };
    }
    if (ownedNames.has(lowerName)) {
        return { what: `sets ${name}`, cure: 'Take it out; this header is set for each request.' };
    }
    if (seen.has(lowerName))
        return { what: `sets ${name} once more`, cure: 'Give each header once.' };
    if (value === '')
        return { what: `sets ${name} to nothing`, cure: 'Give it a value, or take the line out.' };
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/u.test(value)) {
        return {
            what: `sets ${name} to a value that cannot be sent (not shown)`,
            cure: 'Give a value of one line without control characters, and encode what is not Latin script.',
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/token-input.js



/** Reads what creates pipelines: a trigger token of any shape, or a CI job token. Never shows it. */
function parseTriggerToken(given) {
    const token = parseToken(given, {
        accepts: ['trigger', 'job'],
        unfit: /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
        cure: 'Give a pipeline trigger token of the project (Settings > CI/CD > Pipeline trigger tokens), or the CI_JOB_TOKEN of a running job.',
        cures: { access: 'Give it as access_token instead.' },
    });
    const text = given.trim();
    const tokenKind = tokenKindOf(text) === 'job' || isJwt(text) ? 'job_token' : 'trigger_token';
    return andThen(token, (secret) => outcome_ok({ secret, tokenKind }));
}
/** Job tokens of newer instances are JSON Web Tokens. */
function isJwt(text) {
    return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}
/** Reads a personal, project or group access token. Never shows it. */
function parseAccessToken(given) {
    return parseToken(given, {
        accepts: ['access'],
        // It travels in a header, which takes no other characters.
        unfit: /[^\u0021-\u007e]/u,
        cure: 'Give a personal, project or group access token.',
        cures: {
            trigger: 'Give it as token instead.',
            job: 'Give it as token instead; it starts pipelines, but cannot read them.',
        },
    });
}
/** Decides what the pipeline is created with: `token` if it is there, else `access_token`. */
function credentialsOf(reading) {
    const both = outcome_all({ token: reading.token, accessToken: reading.access_token });
    if (both.kind === 'wrong')
        return both;
    const { token, accessToken } = both.value;
    if (token !== undefined)
        return outcome_ok({ kind: 'trigger', token: token.secret, tokenKind: token.tokenKind, accessToken }, both.warnings);
    if (accessToken !== undefined)
        return outcome_ok({ kind: 'access', accessToken }, both.warnings);
    return wrong({
        at: 'token',
        what: 'was not given, and neither was access_token',
        cure: 'Give token (a pipeline trigger token, or CI_JOB_TOKEN) to trigger the pipeline, or access_token (with the scope api) to create it as a user. ' +
            'A secret that does not exist, or that a pull request from a fork may not see, arrives as an empty text.',
    });
}
function parseToken(given, rule) {
    const text = given.trim();
    const why = token_input_refusalOfText(text, rule.unfit);
    if (why !== undefined)
        return wrong({ what: `${why} (not shown)`, cure: rule.cure });
    const kind = tokenKindOf(text);
    if (kind !== undefined && !rule.accepts.includes(kind)) {
        return wrong({ what: `is ${tokenKindNames[kind]}`, cure: rule.cures[kind] ?? rule.cure });
    }
    return outcome_ok(new Secret(text), text === given ? [] : ['had white space around it, which was removed']);
}
/** A token's shape is GitLab's own affair, but some texts cannot be sent as one, or are plainly something else. */
function token_input_refusalOfText(text, unfit) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return 'is an address, not a token';
    if (/\s/u.test(text))
        return 'has white space inside';
    return unfit.test(text) ? 'has a character in it that cannot be part of a token' : undefined;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/connection-inputs.js








/** The inputs that say how to reach GitLab; every action has them. */
const connectionInputs = {
    gitlab_url: {
        required: 'never',
        default: 'https://gitlab.com',
        description: 'Where GitLab is: a URL, a host, or host:port; with a path if GitLab is served under one (https://example.com/gitlab). Without a scheme https is used, for localhost too. Plain http is refused unless the host is loopback or allow_http is true.',
        secret: 'url_credentials',
        parse: parseGitlabUrl,
    },
    request_timeout: {
        required: 'never',
        default: '30s',
        description: 'Limit for one request, from connecting to the last byte of the answer: 1s to 10m.',
        secret: 'none',
        parse: durationWithin({ shortest: '1s', longest: '10m' }),
    },
    ca_certificate: {
        required: 'never',
        default: undefined,
        description: 'Certificate authorities to trust beside those of the system: PEM text, or the path of a PEM file.',
        secret: 'none',
        parse: parseCaCertificate,
    },
    request_headers: {
        required: 'never',
        default: undefined,
        description: 'Headers for every request to GitLab, one "Name: value" a line, for gateways in front of it. Values are masked in the log.',
        secret: 'header_values',
        parse: parseRequestHeaders,
    },
    allow_http: {
        required: 'never',
        default: 'false',
        description: 'Allow plain http to hosts other than loopback. Everybody on the way can then read the tokens.',
        secret: 'none',
        parse: parseBoolean,
    },
};
/** The project that an action is about. */
const projectInput = {
    required: 'always',
    default: undefined,
    description: 'The GitLab project: its number, or its full path such as group/sub/app.',
    secret: 'none',
    parse: parseProjectAddress,
};
/** The token of a user, for everything that a trigger token cannot do. */
const accessTokenInput = {
    required: 'never',
    default: undefined,
    description: 'Personal, project or group access token, from a secret. With the scope read_api it reads the pipelines of a private project. Without token the pipeline is created with it, which needs the scope api.',
    secret: 'all',
    parse: parseAccessToken,
};
/** Puts the connection together; plain http to another machine needs `allow_http`. */
function connectionOf(reading) {
    const inputs = outcome_all({
        address: reading.gitlab_url,
        requestTimeoutMs: reading.request_timeout,
        caCertificate: reading.ca_certificate,
        requestHeaders: reading.request_headers,
        allowHttp: reading.allow_http,
    });
    return andThen(inputs, ({ address, requestTimeoutMs, caCertificate, requestHeaders = [], allowHttp }) => {
        const { apiUrl, gitlabUrl } = address;
        if (apiUrl.protocol === 'http:' && !allowHttp && !isLoopback(apiUrl)) {
            return wrong({
                at: 'gitlab_url',
                what: `is ${gitlabUrl}, and plain http would send the tokens readable for everybody on the way`,
                cure: 'Use https, or set allow_http to true if you accept that.',
            });
        }
        return outcome_ok({ apiUrl, gitlabUrl, requestTimeoutMs, caCertificate, requestHeaders });
    });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/deep-freeze.js
/** Freezes a value and everything that can be reached through its own properties; gives the same value back. */
function deepFreeze(value) {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const inner of Object.values(value))
            deepFreeze(inner);
    }
    return value;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/nearest-name.js
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/trigger-request.js
/** The outcomes a followed pipeline can have that `accept` may list. */
const acceptableOutcomes = ['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed'];

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/accepted-outcomes.js




const names = [...acceptableOutcomes, 'any'].join(', ');
/** Reads names of outcomes, separated by commas, spaces or line ends; `any` stands for all of them. */
function parseAcceptedOutcomes(given) {
    const words = given.split(/[\s,]+/u).filter((word) => word !== '');
    if (words.length === 0)
        return wrong({ what: 'names no outcome', cure: `Give some of ${names}.` });
    const accepted = new Set();
    const problems = [];
    for (const word of words) {
        if (word === 'any')
            acceptableOutcomes.forEach((outcome) => accepted.add(outcome));
        else if (isAcceptable(word))
            accepted.add(word);
        else
            problems.push(unknownOutcome(word));
    }
    return okUnless(problems, accepted);
}
function isAcceptable(word) {
    return acceptableOutcomes.includes(word);
}
function unknownOutcome(word) {
    const nearest = nearestName(word.slice(0, 30), [...acceptableOutcomes, 'any']);
    const hint = nearest === undefined ? '' : `Did you mean ${nearest}? `;
    return {
        what: `has the unknown outcome "${cleanLine(word, 30)}"`,
        cure: `${hint}Known are ${names}.`,
    };
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/follow-inputs.js



/** The inputs that say how to follow a pipeline. */
const followInputs = {
    accept: {
        required: 'never',
        default: 'success, warnings',
        description: 'Outcomes that make the step pass: any of success, warnings, skipped, canceled, manual, failed, or any for all of them; separated by commas, spaces or lines.',
        secret: 'none',
        parse: parseAcceptedOutcomes,
    },
    timeout: {
        required: 'never',
        default: '1h',
        description: 'Limit for the whole wait, 1s to 14d, written like 90s, 15m or 1h30m. A number without a unit is refused.',
        secret: 'none',
        parse: durationWithin({ shortest: '1s', longest: '14d' }),
    },
    poll_interval: {
        required: 'never',
        default: 'auto',
        description: 'Pause between two looks at the pipeline: auto adapts to the pipeline, or a fixed duration from 1s to 1h.',
        secret: 'none',
        parse: parsePollInterval,
    },
    outage_timeout: {
        required: 'never',
        default: '5m',
        description: 'How long GitLab may be unreachable or failing in one go while the pipeline is followed: 0s to 14d.',
        secret: 'none',
        parse: durationWithin({ shortest: '0s', longest: '14d' }),
    },
};
/** Puts together how a pipeline is followed. */
function followOf(reading) {
    return outcome_all({
        accept: reading.accept,
        timeoutMs: reading.timeout,
        outageTimeoutMs: reading.outage_timeout,
        pollInterval: reading.poll_interval,
    });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/input-table.js

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
    const text = isBlank(given) ? row.default : given;
    if (text !== undefined)
        return await row.parse(text, files);
    if (row.required === 'never')
        return outcome_ok(undefined);
    return wrong({
        what: 'was not given',
        cure: `It is required, and an empty value counts as not given. ${row.description}`,
    });
}
function isBlank(text) {
    return text === undefined || text.trim() === '';
}
function named(name, outcome) {
    if (outcome.kind === 'ok') {
        return outcome_ok(outcome.value, outcome.warnings.map((warning) => `${name} ${warning}`));
    }
    return wrongAll(outcome.problems.map((problem) => ({ ...problem, at: `${name}${problem.at ?? ''}` })));
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/invalid-inputs.js

/** More would bury the first ones; a file in the wrong format can have a problem in every line. */
const maxProblemsShown = 25;
/** The one error that tells all problems of the inputs; each place in `problems` begins with the input's name. */
function invalidInputs(problems) {
    const [first] = problems;
    if (first !== undefined && problems.length === 1) {
        return new app_error/* InputError */.dz({ code: 'invalid_input', what: sentence(first), cure: first.cure });
    }
    const lines = problems
        .slice(0, maxProblemsShown)
        .map((problem) => `- ${sentence(problem)}. ${problem.cure}`);
    const hidden = problems.length - lines.length;
    if (hidden > 0)
        lines.push(`- and ${hidden} more of this kind`);
    return new app_error/* InputError */.dz({
        code: 'invalid_input',
        what: `The inputs have ${problems.length} problems, so nothing was sent`,
        why: ['each of these has to be corrected:', ...lines].join('\n'),
    });
}
function sentence({ at, what }) {
    return `${at ?? 'An input'} ${what}`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/document-node.js
/** Deeper texts are refused: nothing real is nested like that, and reading them could exhaust the stack. */
const maxDepth = 100;
/** Line and column of an offset in a text, both from 1, as the place of a problem. */
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return ` (line ${line}, column ${offset - before.lastIndexOf('\n')})`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/json-document.js


/**
 * Reads strict JSON into a tree. `JSON.parse` would lose digits of long numbers and all but the last of two equal keys, and its errors
 * show the text, which can hold secrets.
 */
function json_document_parseJson(text) {
    const cursor = { text, offset: 0 };
    const node = readValue(cursor, 0);
    skipSpace(cursor);
    if (node !== undefined && cursor.offset === text.length)
        return outcome_ok(node);
    return wrong({
        at: placeOf(text, cursor.offset),
        what: 'is where the text stops being valid JSON (not shown)',
        cure: `A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than ${maxDepth} levels.`,
    });
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/yaml-document.js


/** Enough for any honest text; a text that doubles itself by aliases hits it at once. */
const maxAliases = 100;
const plainTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
const nothing = { kind: 'null' };
/**
 * Reads one YAML 1.2 document into a tree; an empty one is an empty map. Keys must be texts; tags beyond the core ones and merge keys are refused.
 * Problems tell places and never the text, which can hold secrets. The library is loaded by the first call.
 */
async function parseYaml(text) {
    const yaml = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const tokens = Array.from(new yaml.Parser().parse(text));
    if (tokens.some((token) => isTooDeep(token)))
        return wrong(tooDeep);
    const [document, second] = Array.from(new yaml.Composer({ uniqueKeys: false }).compose(tokens, true, text.length));
    const [error] = document?.errors ?? [];
    if (error !== undefined)
        return wrong(syntaxProblem(placeOf(text, error.pos[0]), error.code));
    if (second !== undefined)
        return wrong(secondDocument(placeOf(text, second.range[0])));
    if (document === undefined || document.contents === null)
        return outcome_ok({ kind: 'map', entries: [] });
    const reader = { yaml, document, text, problems: [], aliases: 0 };
    const node = readNode(reader, document.contents, 0);
    return okUnless(reader.problems, node);
}
/**
 * Looks for the depth without recursion. The library composes its tree by recursion, and a stack that overflows there can end the whole
 * process: V8 gives up when it has to compile a regular expression at the end of the stack (seen with yaml 2.9 on Node 20).
 */
function isTooDeep(root) {
    let level = [root];
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > maxDepth + 1)
            return true;
        level = level.flatMap(childrenOf);
    }
    return false;
}
function childrenOf(token) {
    if ('items' in token) {
        return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child !== undefined && child !== null));
    }
    return token.type === 'document' && token.value !== undefined ? [token.value] : [];
}
function readNode(reader, node, depth) {
    const { yaml } = reader;
    if (node === null)
        return nothing;
    if (!yaml.isNode(node))
        return refuse(reader, undefined, 'is not plain YAML');
    if (depth > maxDepth)
        return refuse(reader, node, `is nested deeper than ${maxDepth} levels`);
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
        at: offset === undefined ? undefined : placeOf(reader.text, offset),
        what,
        cure: 'Use plain YAML: texts, numbers, true, false, lists and maps.',
    });
    return nothing;
}
const tooDeep = {
    what: `is nested deeper than ${maxDepth} levels`,
    cure: 'Put quotes around values that start with brackets.',
};
function secondDocument(at) {
    return {
        at,
        what: 'starts a second document (not shown)',
        cure: 'Give one document, without a line "---" between.',
    };
}
/** The library's own messages quote the text, so only its error codes are used. */
function syntaxProblem(at, code) {
    return { at, what: 'is not valid YAML (not shown)', cure: yaml_document_cureOf(code) };
}
function yaml_document_cureOf(code) {
    if (code === 'TAB_AS_INDENT')
        return 'Indent with spaces, not tabs.';
    if (code === 'BAD_DQ_ESCAPE') {
        return 'In double quotes a backslash has to be written twice; or use single quotes.';
    }
    return 'Write one "KEY: value" a line, all with the same indentation, and put values with special characters in quotes.';
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/map-text.js




/** Reads a JSON object (a text that starts with `{`) or a YAML map. */
async function parseMap(text) {
    const document = text.trimStart().startsWith('{') ? json_document_parseJson(text) : await parseYaml(text);
    if (document.kind === 'wrong')
        return document;
    const node = document.value;
    if (node.kind === 'map')
        return okUnless([], node);
    return wrong({
        what: `is ${node.kind === 'list' ? 'a list' : 'a single value'}, not a map (not shown)`,
        cure: 'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).',
    });
}
/** The problems of keys that a map has more than once; `at` is the place of the map. */
function repeatedKeys(map, at) {
    const seen = new Set();
    const repeated = new Set();
    for (const { key } of map.entries)
        (seen.has(key) ? repeated : seen).add(key);
    return Array.from(repeated, (key) => ({
        at: `${at}.${shownKey(key)}`,
        what: 'is given more than once',
        cure: 'Give each key once.',
    }));
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/pipeline-inputs.js




/** Reads a JSON object or YAML map of typed pipeline inputs; types are kept, and nothing that JSON cannot say gets through. */
async function parsePipelineInputs(given) {
    const map = await parseMap(given);
    if (map.kind === 'wrong')
        return map;
    const problems = [];
    const values = jsonMapOf(map.value, { path: '', problems });
    return okUnless(problems, values);
}
function jsonMapOf(map, place) {
    for (const problem of repeatedKeys(map, place.path))
        place.problems.push(problem);
    // Not by assignment: `__proto__` is a key like any other.
    return Object.fromEntries(map.entries.map(({ key, value }) => [key, jsonOf(value, inside(place, shownKey(key)))]));
}
function jsonOf(node, place) {
    switch (node.kind) {
        case 'text':
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
            return assertNever(node);
    }
}
function checkNumber(number, place) {
    if (Number.isFinite(number.value) && !losesDigits(number))
        return;
    place.problems.push({
        at: place.path,
        what: 'is a number that cannot be sent exactly',
        cure: 'Put it in quotes to send it as text, or give a finite number of at most 15 digits.',
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/ref-input.js


const ref_input_cure = 'Give a branch or a tag, such as main, refs/heads/main or refs/tags/v1.';
/**
 * Reads the name of a branch or tag: short, `refs/heads/…` or `refs/tags/…`. Refuses what git would never take as such a name, and
 * commits, which GitLab does not start pipelines for.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
function parseRef(given) {
    const ref = given.trim();
    const problem = ref_input_problemOf(ref);
    return problem === undefined ? outcome_ok(ref) : wrong(problem);
}
function ref_input_problemOf(ref) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref)) {
        return {
            what: 'is a commit SHA, and GitLab starts pipelines for branches and tags only',
            cure: 'Give the branch or tag that holds the commit.',
        };
    }
    const kind = /^refs\/([^/]*)(?:\/|$)/.exec(ref)?.[1];
    if (kind !== undefined && kind !== 'heads' && kind !== 'tags')
        return foreignRef(ref, kind);
    const why = refusalOfName(ref.replace(/^refs\/(?:heads|tags)(?:\/|$)/, ''));
    return why === undefined ? undefined : { what: `is ${shownText(ref)}, ${why}`, cure: ref_input_cure };
}
function foreignRef(ref, kind) {
    if (kind === 'pull') {
        return {
            what: `is ${shownText(ref)}, which exists on GitHub only`,
            cure: 'Give a branch of the GitLab project; in a pull request, github.head_ref is the short name of its branch.',
        };
    }
    return { what: `is ${shownText(ref)}, which is neither a branch nor a tag`, cure: ref_input_cure };
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/variable-name.js
const variableNameCure = 'A name has 1 to 255 characters out of A-Z, a-z, 0-9 and _.';
/** Why GitLab would refuse a text as the name of a pipeline variable, to follow the name; `undefined` when it would not. */
function refusalOfVariableName(name) {
    if (name === 'TRIGGER_PAYLOAD') {
        return 'is a variable that GitLab itself sets in every triggered pipeline';
    }
    if (name.trim() !== name)
        return 'has white space around its name';
    return /^[A-Za-z0-9_]{1,255}$/.test(name) ? undefined : 'is not a name that GitLab accepts';
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/key-value-lines.js


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
    return okUnless(problems, Object.fromEntries(variables));
}
const notKeyValue = {
    what: 'is not KEY=VALUE (not shown)',
    cure: 'Write one KEY=VALUE a line; for values of several lines give a YAML map or a JSON object.',
};
function isTelling(line) {
    return line.trim() !== '' && !line.trimStart().startsWith('#');
}
function problemOfName(name, known) {
    if (known.has(name))
        return { what: `gives ${name} once more`, cure: 'Give each variable once.' };
    if (name === 'TRIGGER_PAYLOAD') {
        return {
            what: 'sets TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline',
            cure: 'Choose another name.',
        };
    }
    return refusalOfVariableName(name) === undefined
        ? undefined
        : {
            what: 'has no valid name before "=" (not shown)',
            cure: `${variableNameCure} No space is allowed around it.`,
        };
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/variables.js







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
    return okUnless(problems, Object.fromEntries(map.value.entries.map(({ key, value }) => [key, variables_textOf(value)])));
}
/** Reads the files that are named one a line; where several have a variable, the last file wins. */
async function parseVariablesFiles(given, files) {
    const paths = given.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    const outcomes = await Promise.all(paths.map((path) => parseVariablesFile(path, files)));
    const problems = outcomes.flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : []));
    const entries = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? Object.entries(outcome.value) : []));
    return okUnless(problems, Object.fromEntries(entries));
}
async function parseVariablesFile(path, files) {
    const file = await readableFile(files, path);
    if (file.kind === 'wrong')
        return file;
    if (file.value.trim() === '')
        return outcome_ok({});
    const variables = await parseVariables(file.value);
    if (variables.kind === 'ok')
        return variables;
    return wrongAll(variables.problems.map((problem) => ({ ...problem, at: ` ${shownText(path)}${problem.at ?? ''}` })));
}
function problemsOfEntry({ key, value }) {
    const at = `.${shownKey(key)}`;
    const why = refusalOfVariableName(key);
    const nameProblems = why === undefined ? [] : [{ at, what: why, cure: variableNameCure }];
    return [...nameProblems, ...problemsOfValue(value, at)];
}
function problemsOfValue(value, at) {
    switch (value.kind) {
        case 'text':
        case 'number':
        case 'boolean':
            return [];
        case 'null':
            return [{ at, what: 'has no value', cure: 'Write "" for an empty value.' }];
        case 'list':
            return [nested(value.items.length === 0 ? at : `${at}.0`)];
        case 'map': {
            const [first] = value.entries;
            return [nested(first === undefined ? at : `${at}.${shownKey(first.key)}`)];
        }
        default:
            return assertNever(value);
    }
}
function nested(at) {
    return {
        at,
        what: 'is nested, but a variable is one text',
        cure: 'Give each part its own variable, write the value as JSON in quotes, or use inputs, which keep lists.',
    };
}
function variables_textOf(value) {
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
            return assertNever(value);
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/trigger-inputs.js








/** Every input of the action that starts a pipeline, in the order of its documentation. */
const triggerTable = {
    gitlab_url: connectionInputs.gitlab_url,
    project_id: projectInput,
    ref: {
        required: 'always',
        default: undefined,
        description: 'Branch or tag to run on: its short name, or refs/heads/... or refs/tags/.... GitLab does not start pipelines for a commit SHA.',
        secret: 'none',
        parse: parseRef,
    },
    token: {
        required: 'never',
        default: undefined,
        description: 'Pipeline trigger token of the project, from a secret; or the CI_JOB_TOKEN of a running GitLab job.',
        secret: 'all',
        parse: parseTriggerToken,
    },
    access_token: accessTokenInput,
    variables: {
        required: 'never',
        default: undefined,
        description: 'Pipeline variables: a JSON object, a YAML map, or KEY=VALUE lines. In a line, everything after the first = is the value, quotes included. Numbers and booleans are sent as they are written.',
        secret: 'none',
        parse: parseVariables,
    },
    variables_file: {
        required: 'never',
        default: undefined,
        description: 'Paths of files with variables in the same formats, one a line. Later files win over earlier ones, and variables wins over all files.',
        secret: 'none',
        parse: parseVariablesFiles,
    },
    inputs: {
        required: 'never',
        default: undefined,
        description: 'Typed pipeline inputs (spec:inputs of the CI configuration): a JSON object or a YAML map. Numbers, booleans and lists keep their types. Needs GitLab 17.11 or newer.',
        secret: 'none',
        parse: parsePipelineInputs,
    },
    wait: {
        required: 'never',
        default: 'false',
        description: 'Follow the pipeline to its end, and pass or fail with it.',
        secret: 'none',
        parse: parseBoolean,
    },
    ...followInputs,
    request_timeout: connectionInputs.request_timeout,
    ca_certificate: connectionInputs.ca_certificate,
    request_headers: connectionInputs.request_headers,
    allow_http: connectionInputs.allow_http,
};
/** The same inputs for documentation and for the test that compares them with action.yml. */
const triggerInputs = inputDescriptions(triggerTable);

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/secret-texts.js





/** Masking a shorter text (a header can be `X-Env: 1`) would hide nothing and tear holes into everything else that is shown. */
const minMaskedCharacters = 4;
/** A name without a password is only a secret when it is a token; `git` or `oauth2` are not, and would hide half of the log. */
const minSecretUserCharacters = 8;
/**
 * Every secret that the inputs hold, as given and trimmed, before anything is checked: so that it can be masked before the first line is
 * printed, also when the inputs are broken. Texts in the wrong place count when they have the shape of a token.
 */
function secretTexts(source, table = triggerTable) {
    const texts = Object.entries(table).flatMap(([name, row]) => {
        const given = source.read(name) ?? '';
        return [...textsOf(row.secret, given), ...tokensIn(given)];
    });
    const kept = texts.filter((text) => text.trim() !== '');
    return Array.from(new Set(kept.flatMap((text) => [text, text.trim()])), (text) => new Secret(text));
}
function textsOf(part, given) {
    switch (part) {
        case 'none':
            return [];
        case 'all':
            return [given];
        case 'header_values':
            return given.split(/\r?\n/).flatMap(headerSecrets);
        case 'url_credentials':
            return urlSecrets(given.trim());
        default:
            return assertNever(part);
    }
}
/** A line that is no header is masked as a whole: nobody can tell which part of it is the secret. */
function headerSecrets(line) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1);
    const credential = value.replace(/^\s*(?:Bearer|Basic|Token)\s+/i, '');
    const wholeLine = colon < 0 || !isHeaderName(line.slice(0, colon).trim()) ? [line] : [];
    return [...wholeLine, value, credential].filter((text) => text.trim().length >= minMaskedCharacters);
}
function urlSecrets(text) {
    const [, user = '', password = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^:/?#@]*)(?::(.*))?@/is.exec(text) ?? [];
    const queryValues = Array.from(text.matchAll(/[?&#][^=&#]*=([^&#]*)/g), ([, value = '']) => value);
    return [
        ...(password === '' && user.length >= minSecretUserCharacters ? [user] : []),
        ...[password, ...queryValues].filter((secret) => secret.length >= minMaskedCharacters),
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

;// CONCATENATED MODULE: ./out/build-N1JACL/inputs/parse-trigger-request.js









/**
 * Reads, checks and freezes everything that starts one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret or the value of a variable.
 */
async function parseTriggerRequest(source, files) {
    const reading = await readInputs(triggerTable, { source, files });
    const request = outcome_all({
        connection: connectionOf(reading),
        project: reading.project_id,
        ref: reading.ref,
        credentials: credentialsOf(reading),
        variables: variablesOf(reading),
        pipelineInputs: andThen(reading.inputs, (inputs) => outcome_ok(inputs ?? {})),
        follow: followIfWaiting(reading),
    });
    if (request.kind === 'wrong')
        throw invalidInputs(request.problems);
    return deepFreeze({ request: request.value, warnings: request.warnings });
}
function variablesOf(reading) {
    const both = outcome_all({ fromText: reading.variables, fromFiles: reading.variables_file });
    return andThen(both, ({ fromText, fromFiles }) => outcome_ok({ ...fromFiles, ...fromText }));
}
function followIfWaiting(reading) {
    const both = outcome_all({ wait: reading.wait, follow: followOf(reading) });
    return andThen(both, ({ wait, follow }) => outcome_ok(wait ? follow : undefined));
}

;// CONCATENATED MODULE: ./out/build-N1JACL/report/elapsed.js
/** Time since the start as a log column: `00:04`, `12:40`, `1:02:03`. */
function formatElapsed(elapsedMs) {
    const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
    const pad = (value) => String(value).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return hours === 0 ? rest : `${hours}:${rest}`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/report/lines.js




/** The log line for an event. */
function lineOf(event) {
    return `${formatElapsed(event.elapsedMs)}  ${sentenceOf(event)}`;
}
function sentenceOf(event) {
    switch (event.kind) {
        case 'pipeline_changed': {
            const status = cleanLine(event.status, 60);
            return event.known
                ? `pipeline  ${status}`
                : `pipeline  ${status} (a status this version does not know; taken as still running)`;
        }
        case 'trouble_began':
            return `no news from GitLab (${event.why}); trying again for up to ${formatDuration(event.patienceMs)}`;
        case 'trouble_ended':
            return `GitLab answers again after ${formatDuration(event.lastedMs)}`;
        default:
            return assertNever(event);
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/report/outputs.js
/** The outputs of the root action, in the order in which people need them. The action's metadata and the README say the same (a test compares). */
const triggerOutputs = [
    { name: 'pipeline_id', description: 'Id of the pipeline, unique on the GitLab instance.' },
    { name: 'web_url', description: 'The page of the pipeline in GitLab.' },
    { name: 'pipeline_iid', description: 'Number of the pipeline within its project, as `CI_PIPELINE_IID`.' },
    { name: 'project_id', description: 'Numeric id of the project.' },
    { name: 'ref', description: 'Short name of the branch or tag the pipeline runs on.' },
    { name: 'sha', description: 'The commit the pipeline runs on.' },
    { name: 'created_at', description: "When GitLab created the pipeline: ISO 8601, GitLab's clock." },
    {
        name: 'status',
        description: "The pipeline's status in GitLab's own word, as last seen: `created`, `running`, `success`, `failed`, …",
    },
    {
        name: 'outcome',
        description: 'What became of it: `triggered` (not followed), `success`, `warnings`, `failed`, `canceled`, `skipped`, `manual`, `timeout`, `outage`, `aborted`.',
    },
    {
        name: 'duration',
        description: 'Whole seconds the pipeline ran, as GitLab counts them; set when it was followed to its end.',
    },
    { name: 'coverage', description: 'Test coverage in percent, where the pipeline reports one.' },
];
/** What is known as soon as GitLab has answered the request to start the pipeline. */
function startOutputs(pipeline) {
    return known({
        pipeline_id: String(pipeline.id),
        web_url: pipeline.webUrl,
        pipeline_iid: pipeline.iid?.toString(),
        project_id: String(pipeline.projectId),
        ref: pipeline.ref,
        sha: pipeline.sha,
        created_at: pipeline.createdAt,
        status: pipeline.status,
        outcome: 'triggered',
    });
}
/** What the end of following adds. */
function verdictOutputs({ outcome, pipeline }) {
    return known({
        status: pipeline.status,
        outcome,
        duration: pipeline.durationSeconds === undefined ? undefined : String(Math.round(pipeline.durationSeconds)),
        coverage: pipeline.coverage,
    });
}
function known(outputs) {
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./out/build-N1JACL/report/start-lines.js

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
    return `Pipeline ${id}${number} ${cleanLine(webUrl, 2000)}`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/report/verdict-message.js



/** The last line of a run that was followed, e.g. `Pipeline 257 passed after 1m02s`. */
function verdictSentence({ outcome, pipeline, elapsedMs }) {
    return `Pipeline ${pipeline.id} ${phraseOf(outcome)} after ${formatDuration(elapsedMs)}`;
}
/** The error for a verdict that fails the step; `undefined` when the outcome is among those that `accept` lists. */
function verdictError(verdict, accept) {
    const { outcome, pipeline } = verdict;
    const what = verdictSentence(verdict);
    const link = `Open ${pipeline.webUrl}`;
    switch (outcome) {
        case 'timeout':
            return new app_error/* TimeoutError */.MU({
                code: 'wait_timeout',
                what,
                why: `Its status was '${pipeline.status}' when timeout was over; it was left running.`,
                cure: `Raise timeout, or find out what it waits for. ${link}`,
            });
        case 'outage':
            return new app_error/* UnreachableError */.Jk({
                code: 'outage',
                what,
                why: `GitLab gave no usable answer for the whole of outage_timeout; the last status seen was '${pipeline.status}'.`,
                cure: `The pipeline may still be running. ${link}`,
            });
        case 'success':
        case 'warnings':
        case 'failed':
        case 'canceled':
        case 'skipped':
        case 'manual':
            if (accept.has(outcome))
                return undefined;
            return new app_error/* OutcomeError */.Rz({
                code: 'outcome_not_accepted',
                what,
                why: `The outcome '${outcome}' is not one of those accepted here: ${[...accept].join(', ')}.`,
                cure: outcome === 'manual' ? `A manual job blocks the pipeline until somebody plays it. ${link}` : link,
            });
        default:
            return assertNever(outcome);
    }
}
/** What a person must know when we were stopped while the pipeline was running. */
function leftRunning(pipeline) {
    return {
        why: `Pipeline ${pipeline.id} was left running.`,
        cure: `Cancel it in GitLab if nobody needs it: ${pipeline.webUrl}`,
    };
}
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
        default:
            return assertNever(outcome);
    }
}

;// CONCATENATED MODULE: ./out/build-N1JACL/trigger/check-readable.js



/**
 * Makes sure that a pipeline of `project` can be followed, before one is started: a trigger token reads nothing, so a private project
 * needs an access token.
 * @throws {RefusedError} `read_access_needed` when it cannot be; nothing was started.
 * @throws {UnreachableError} when GitLab gave no usable answer; nothing was started.
 */
async function checkReadable(gitlab, check) {
    const { project, context, signal } = check;
    const reply = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
    if (reply.kind === 'ok')
        return;
    const what = `Nothing was started: the pipelines of ${context.project} on ${context.gitlabUrl} cannot be read, so none could be followed`;
    if (reply.kind === 'refused' && isNoRight(reply.refusal)) {
        const { why, cure } = describeRefusal(reply.refusal);
        throw new app_error/* RefusedError */.fk({
            code: 'read_access_needed',
            what,
            why,
            cure: check.hasAccessToken
                ? cure
                : 'Give an access_token with the scope read_api (a trigger token reads nothing; only public projects with public pipelines can be followed without one), or leave wait at false. Check project_id and gitlab_url too.',
        });
    }
    throw errorOf(reply, { what });
}
/** GitLab's own no; a page of a gateway, or a route that does not exist, is another matter. */
function isNoRight({ status, shape }) {
    if (shape === 'html')
        return false;
    return status === 401 || status === 403 || (status === 404 && shape !== 'error');
}

;// CONCATENATED MODULE: ./out/build-N1JACL/trigger/start-context.js
function startContextOf({ connection, project, ref, credentials }) {
    return {
        via: credentials.kind === 'trigger' ? credentials.tokenKind : 'access_token',
        project: project.kind === 'id' ? String(project.id) : project.path,
        ref,
        gitlabUrl: connection.gitlabUrl,
    };
}
/** The page in GitLab that lists the project's pipelines, or the project itself where only its id is known. */
function pipelinesPage({ gitlabUrl, project }) {
    return /^\d+$/.test(project) ? `${gitlabUrl}/projects/${project}` : `${gitlabUrl}/${project}/-/pipelines`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/trigger/refusal-causes.js

const says = (...patterns) => ({ texts }) => texts.some((text) => patterns.some((pattern) => pattern.test(text)));
const answers = (...statuses) => ({ status }) => statuses.includes(status);
const both = (one, other) => (refusal) => one(refusal) && other(refusal);
const tokenSettings = 'Settings > CI/CD > Pipeline trigger tokens';
/**
 * The refusals that a request to start a pipeline can meet, first match wins. GitLab's texts decide where one status has many causes; a text
 * that was translated or reworded falls through to the general explanation of its status.
 * @see GitLab 19.1, `lib/api/ci/triggers.rb`, `app/services/ci/create_pipeline_service.rb` and the chain behind it
 */
const refusalCauses = [
    {
        code: 'job_token_not_running',
        matches: both(answers(401), says(/^Job is not running$/i)),
        cure: () => 'A CI_JOB_TOKEN only works while its job runs: start the pipeline from inside that job, or use a pipeline trigger token.',
    },
    {
        code: 'job_token_invalid',
        matches: both(answers(401), says(/^Job has been erased/i, /^Project has been deleted/i, /^Job token has expired/i)),
        cure: () => 'Use the CI_JOB_TOKEN of the running job, or a pipeline trigger token.',
    },
    {
        code: 'unauthorized',
        via: ['access_token'],
        matches: answers(401),
        cure: () => 'GitLab does not know this access_token, or not any more: make a new one with the scope api and store it in the secret.',
    },
    {
        code: 'insufficient_scope',
        via: ['access_token'],
        matches: both(answers(403), ({ oauthError }) => oauthError?.startsWith('insufficient_') ?? false),
        cure: () => 'Creating a pipeline needs an access_token with the scope api, or use a pipeline trigger token.',
    },
    {
        code: 'route_not_found',
        matches: both(answers(404), ({ shape }) => shape === 'error'),
        cure: ({ gitlabUrl }) => `GitLab has no such route at ${gitlabUrl}: check gitlab_url (with its path, if GitLab is installed below one). ` +
            'If the URL is right, a proxy on the way decodes %2F: give the numeric project_id instead of the path.',
    },
    {
        code: 'not_found',
        via: ['access_token'],
        matches: both(answers(404), ({ shape }) => shape !== 'html'),
        cure: ({ project }) => `Check that the project ${project} exists and that the user behind access_token can see it.`,
    },
    {
        code: 'trigger_not_found',
        matches: both(answers(404), ({ shape }) => shape !== 'html'),
        cure: fourCauses,
    },
    {
        code: 'project_moved',
        matches: both(answers(405), says(/moved projects/i)),
        cure: () => 'The project was renamed or moved. Give its new path, or better its numeric id, as project_id.',
    },
    {
        code: 'maintenance',
        matches: both(answers(403, 503), says(/read-only/i, /maintenance/i)),
        cure: () => 'Nothing was started. Run the step again when GitLab is out of maintenance.',
    },
    {
        code: 'pipeline_hook_refused',
        via: ['trigger_token', 'job_token'],
        matches: both(answers(403), says(/^403 Forbidden$/)),
        cure: () => 'GitLab refuses to start pipelines from pipeline events (X-Gitlab-Event: Pipeline Hook), to stop loops: remove that header from request_headers.',
    },
    {
        code: 'forbidden',
        via: ['access_token'],
        matches: both(answers(403), says(/^403 Forbidden$/)),
        cure: ({ project }) => `The user behind access_token needs the Developer role in ${project}, and CI/CD must be on there.`,
    },
    {
        code: 'ref_invalid',
        matches: both(answers(400), says(/\bref is (?:missing|empty|invalid)/i)),
        cure: () => 'Give a branch or a tag as ref.',
    },
    {
        code: 'request_refused',
        matches: both(answers(400), says(/\btoken is (?:missing|empty|invalid)/i)),
        cure: () => 'The token did not arrive: something between here and GitLab changed the request body.',
    },
    {
        code: 'variables_invalid',
        matches: says(/^variables is invalid/i, /variables needs to be a map/i, /can contain only letters, digits and/i),
        cure: () => "Names of variables are 1 to 255 characters of A-Z, a-z, 0-9 and '_'; values are text.",
    },
    {
        code: 'variables_invalid',
        matches: says(/^Duplicate variable name/i),
        cure: (context) => `Give each variable once, and never TRIGGER_PAYLOAD, which GitLab sets itself. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
    },
    {
        code: 'inputs_invalid',
        matches: says(/^inputs is invalid/i, /given inputs not defined/i, /\binputs?\b.*(?:required|not defined|must be|type|not allowed|cannot)/i, /\binput: /i),
        cure: ({ ref }) => `Compare inputs with the spec:inputs section of the CI configuration on ${ref}: names, types, and which ones have no default.`,
    },
    {
        code: 'ref_not_found',
        matches: says(/^Reference not found/i),
        cure: ({ ref, project }) => `There is no branch or tag '${ref}' in ${project}. A commit SHA cannot be used; a branch that was just pushed or mirrored may not have arrived yet.`,
    },
    {
        code: 'commit_not_found',
        matches: says(/^Commit not found/i),
        cure: ({ ref }) => `'${ref}' exists, but its commit cannot be read: wait for the push or the mirror to finish, or check the repository.`,
    },
    {
        code: 'ref_ambiguous',
        matches: says(/^Ref is ambiguous/i),
        cure: ({ ref }) => `A branch and a tag are both called '${ref}': give refs/heads/${ref} or refs/tags/${ref}.`,
    },
    {
        code: 'pipelines_disabled',
        matches: says(/^Pipelines are disabled/i),
        cure: () => 'Switch CI/CD on in the project: Settings > General > Visibility, project features, permissions > CI/CD.',
    },
    {
        code: 'import_running',
        matches: says(/project import is complete/i),
        cure: () => 'Run the step again when the import has finished.',
    },
    {
        code: 'variables_restricted',
        matches: says(/^Insufficient permissions to set pipeline variables/i),
        cure: () => 'The project restricts pipeline variables (Settings > CI/CD > Variables > Minimum role to use pipeline variables). ' +
            'Pass the values as inputs (spec:inputs) instead, or let a Maintainer lower that role. GitLab before about 18.6 refuses every trigger ' +
            'under "no one allowed", even one without variables.',
    },
    {
        code: 'owner_not_permitted',
        matches: says(/^Insufficient permissions to create a new pipeline/i),
        cure: ({ via }) => `The user behind the ${via === 'access_token' ? 'access token' : 'token'} needs the Developer role in the project and must not be blocked; ` +
            'an archived project runs no pipelines. A trigger token stops working when its owner leaves: make a new one as another user.',
    },
    {
        code: 'ref_protected',
        matches: says(/sufficient permission to run a pipeline on/i),
        cure: ({ ref }) => `'${ref}' is protected. Let the user behind the token push or merge to it (Settings > Repository > Protected branches or tags), or use a token of somebody who may.`,
    },
    {
        code: 'ci_config_missing',
        matches: says(/^Missing CI config file/i),
        cure: ({ ref }) => `Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`,
    },
    {
        code: 'no_jobs',
        matches: says(/filtered out by workflow rules/i, /will not run for the selected trigger/i, /No stages \/ jobs for this pipeline/i),
        cure: ({ via }) => `Rules left nothing to run. Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${sourceOf(via)}".`,
    },
    {
        code: 'pipeline_rate_limit',
        matches: says(/^Too many pipelines created/i),
        cure: () => 'The limit counts pipelines per minute for the user behind the token: run the step again in a minute, or start fewer at once.',
    },
    {
        code: 'pipeline_limit',
        matches: says(/exceeded the allowed number of jobs/i, /size limit/i, /pipeline (?:has|had) too many/i, /too many (?:jobs|deployments)/i, /deployments? limit/i, /activity limit/i),
        cure: (context) => `Run the step again when other pipelines have ended, or raise the limit. GitLab may have kept a failed pipeline: ${pipelinesPage(context)}`,
    },
    {
        code: 'user_not_verified',
        matches: says(/identity verification/i),
        cure: () => 'The owner of the token has to verify their identity in GitLab before CI jobs run.',
    },
    {
        code: 'persist_failed',
        matches: says(/^Failed to persist the pipeline/i),
        cure: () => 'Nothing was started. Run the step again; if it stays, look at what GitLab says above.',
    },
    {
        code: 'ci_config_invalid',
        matches: answers(422),
        cure: (context) => `Mend the CI configuration on ${context.ref}; GitLab's pipeline editor shows the same errors. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
    },
];
/** The first cause that fits; `undefined` when GitLab's answer shows none that is known. */
function causeOf(refusal, context) {
    return refusalCauses.find((cause) => (cause.via?.includes(context.via) ?? true) && cause.matches(refusal));
}
function sourceOf(via) {
    if (via === 'trigger_token')
        return 'trigger';
    return via === 'job_token' ? 'pipeline' : 'api';
}
function fourCauses({ project, gitlabUrl, via }) {
    const token = via === 'job_token'
        ? 'the project has the project of the job on its job token allowlist, and the user of the job can read it'
        : `the token is a pipeline trigger token of this very project, neither revoked nor expired (${tokenSettings})`;
    return [
        'GitLab hides four causes behind this answer. Check in this order:',
        `1. ${token};`,
        '2. the whole token is in the secret, not only the four characters that GitLab shows in its list;',
        `3. the project ${project} exists on ${gitlabUrl} and is not scheduled for deletion;`,
        '4. the token is not a personal, project, group or deploy token: those are given as access_token.',
    ].join('\n');
}

;// CONCATENATED MODULE: ./out/build-N1JACL/trigger/explain-start.js



/** The error for a request to start a pipeline that GitLab refused: GitLab's words, and the cure for the cause they show. */
function refusedStart(refusal, context) {
    const general = describeRefusal(refusal);
    const known = causeOf(refusal, context);
    return new app_error/* RefusedError */.fk({
        what: `Cannot start a pipeline in ${context.project} at ${context.ref} on ${context.gitlabUrl}`,
        code: known?.code ?? general.code,
        why: general.why,
        cure: known?.cure(context) ?? general.cure,
    });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/trigger/start-pipeline.js






/**
 * Sends the one request that starts a pipeline; it is never repeated.
 * @throws {RefusedError} when GitLab said no; also when it created a pipeline that failed at birth because of its configuration.
 * @throws {UnreachableError} when no usable answer came; the code `start_uncertain` says that a pipeline may exist.
 * @see https://docs.gitlab.com/api/pipeline_triggers/ and https://docs.gitlab.com/api/pipelines/
 */
async function startPipeline(gitlab, request, run) {
    const { context, signal } = run;
    const call = {
        project: request.project,
        ref: request.ref,
        variables: request.variables,
        inputs: request.pipelineInputs,
    };
    const { credentials } = request;
    const reply = await (credentials.kind === 'trigger'
        ? gitlab.triggerPipeline({ ...call, token: credentials.token }, signal)
        : gitlab.createPipeline(call, signal));
    switch (reply.kind) {
        case 'ok':
            return reply.value;
        case 'refused':
            if (reply.refusal.status === 408 || isServerError(reply.refusal.status, reply.refusal.texts)) {
                throw uncertainStart(context, `GitLab answered HTTP ${reply.refusal.status}${start_pipeline_quoted(reply.refusal.texts)}`);
            }
            if (reply.refusal.shape === 'html' && reply.refusal.status !== 429)
                throw errorOf(reply, { what: cannotStart(context) });
            throw refusedStart(reply.refusal, context);
        case 'unreadable':
            throw uncertainStart(context, reply.why);
        case 'fault': {
            if (reply.fault.reached === 'maybe')
                throw uncertainStart(context, describeFault(reply.fault).why);
            throw errorOf(reply, { what: cannotStart(context) });
        }
        default:
            return assertNever(reply);
    }
}
/**
 * The error for a pipeline that was failed when GitLab answered: servers of before 17.x answer 201 where newer ones answer 422.
 * `undefined` when the pipeline was born healthy.
 */
function stillbirthOf(pipeline, context) {
    if (pipeline.status !== 'failed')
        return undefined;
    return new app_error/* RefusedError */.fk({
        code: 'ci_config_invalid',
        what: `GitLab created pipeline ${pipeline.id} in ${context.project} at ${context.ref}, and it failed at once`,
        why: pipeline.yamlErrors ?? 'GitLab gave no reason.',
        cure: `Mend the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`,
    });
}
function cannotStart({ project, ref, gitlabUrl }) {
    return `Cannot start a pipeline in ${project} at ${ref} on ${gitlabUrl}`;
}
/** 5xx answers after which a pipeline may exist; GitLab's own word that it takes no writes is certain. */
function isServerError(status, texts) {
    return status >= 500 && !texts.some((text) => /maintenance|read-only/i.test(text));
}
function start_pipeline_quoted(texts) {
    return texts.length === 0 ? '' : `: ${texts.join('; ')}`;
}
function uncertainStart(context, why) {
    return new app_error/* UnreachableError */.Jk({
        code: 'start_uncertain',
        what: `It is not known whether a pipeline was started in ${context.project} at ${context.ref} on ${context.gitlabUrl}`,
        why: `${why}. The request was not repeated, because that could start a second pipeline.`,
        cure: `Look for it at ${pipelinesPage(context)} before you run this step again.`,
    });
}

;// CONCATENATED MODULE: ./out/build-N1JACL/entries/run-trigger.js













/** What administrators of GitLab see in their logs. */
const userAgent = 'gitlab-trigger (+https://docs.gitlab.com/ci/triggers/)';
/**
 * One run of the root action. Masks first, then reads the inputs, then starts one pipeline, and follows it when asked to. Outputs are set the
 * moment they are known.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
async function runTrigger(deps, signal) {
    const { host } = deps;
    for (const secret of secretTexts(host.inputs))
        host.masker.mask(secret);
    const { request, warnings } = await parseTriggerRequest(host.inputs, deps.files);
    for (const warning of warnings)
        host.log.warning(warning);
    const { connection, credentials } = request;
    const transport = deps.createTransport({
        userAgent,
        clock: deps.clock,
        caCertificate: connection.caCertificate,
    });
    try {
        const gitlab = createGitLabClient({ transport, clock: deps.clock }, { connection, accessToken: credentials.accessToken });
        const run = { deps, gitlab, request, context: startContextOf(request), signal };
        const pipeline = await start(run);
        if (request.follow !== undefined)
            await follow(run, { pipeline, request: request.follow });
        return exit_code/* exitCodes */.h.accepted;
    }
    finally {
        transport.close();
    }
}
async function start({ deps, gitlab, request, context, signal }) {
    const { log, outputs, state } = deps.host;
    log.info(requestLine(request));
    if (request.follow !== undefined) {
        const hasAccessToken = request.credentials.accessToken !== undefined;
        await checkReadable(gitlab, { project: request.project, hasAccessToken, context, signal });
    }
    const pipeline = await startPipeline(gitlab, request, { context, signal });
    setOutputs(outputs, startOutputs(pipeline));
    state.save('pipeline', JSON.stringify({ projectId: pipeline.projectId, pipelineId: pipeline.id }));
    log.info(pipelineLine(pipeline));
    const stillbirth = stillbirthOf(pipeline, context);
    if (stillbirth !== undefined) {
        setOutputs(outputs, { outcome: 'failed' });
        throw stillbirth;
    }
    return pipeline;
}
async function follow({ deps, gitlab, signal }, { pipeline, request }) {
    const { log, outputs } = deps.host;
    let verdict;
    try {
        const events = followPipeline({ ...deps, gitlab }, { pipeline, request, signal });
        let step = await events.next();
        while (step.done !== true) {
            log.info(lineOf(step.value));
            step = await events.next();
        }
        verdict = step.value;
    }
    catch (error) {
        if (error instanceof app_error/* RefusedError */.fk)
            setOutputs(outputs, { outcome: 'outage' });
        if (!(error instanceof app_error/* AbortedError */.oM))
            throw error;
        setOutputs(outputs, { outcome: 'aborted' });
        throw new app_error/* AbortedError */.oM(error.stopSignal, leftRunning(pipeline));
    }
    setOutputs(outputs, verdictOutputs(verdict));
    const error = verdictError(verdict, request.accept);
    if (error !== undefined)
        throw error;
    log.info(verdictSentence(verdict));
}
function setOutputs(sink, outputs) {
    for (const [name, value] of Object.entries(outputs))
        sink.set(name, value);
}

;// CONCATENATED MODULE: ./out/build-N1JACL/entries/trigger.js





/** The root action: starts a pipeline, follows it when asked to. */
function triggerEntry() {
    const host = githubActionsHost();
    const deps = {
        host,
        files: { readText: (path) => (0,promises_.readFile)(path, 'utf8') },
        clock: base_clock/* systemClock */.ml,
        random: Math.random,
        createTransport: createNodeTransport,
    };
    return { log: host.log, run: ({ signal }) => runTrigger(deps, signal) };
}


/***/ }),

/***/ 6521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ terminalLog)
/* harmony export */ });
/** Says everything on standard output: one stream keeps the order. */
function terminalLog() {
    const print = (text) => {
        process.stdout.write(`${text}\n`);
    };
    return { info: print, debug: () => undefined, warning: print, error: print };
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
/******/ 		792: 0
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
  n: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./out/build-N1JACL/base/app-error.js
var app_error = __nccwpck_require__(4747);
// EXTERNAL MODULE: ./out/build-N1JACL/base/exit-code.js
var exit_code = __nccwpck_require__(1865);
// EXTERNAL MODULE: ./out/build-N1JACL/hosts/terminal.js
var terminal = __nccwpck_require__(6521);
;// CONCATENATED MODULE: ./out/build-N1JACL/entries/run-entry.js



const signalNames = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/**
 * Runs one entry in this process. The exit code is red from the first moment and stays so unless `run` gives another; signals are handled from
 * the first moment. An error is printed once. A promise that never settles ends red, because nothing keeps the process alive.
 */
function runEntry(load) {
    process.exitCode = exit_code/* exitCodes */.h.internal;
    const controller = new AbortController();
    for (const name of signalNames) {
        process.on(name, () => {
            // A second signal means that nobody waits for us any longer.
            if (controller.signal.aborted)
                process.exit(exitCodeOf(controller.signal.reason));
            controller.abort(new app_error/* AbortedError */.oM(name));
        });
    }
    // Used until the host is known.
    let log = (0,terminal/* terminalLog */.d)();
    let isSettled = false;
    const fail = (error) => {
        isSettled = true;
        process.exitCode = exitCodeOf(error);
        log.error(messageOf(error));
    };
    process.on('uncaughtException', (error) => {
        fail(error);
        process.exit();
    });
    process.on('exit', () => {
        if (!isSettled)
            fail(new Error('the run ended without a result'));
    });
    load()
        .then(async (entry) => {
        log = entry.log;
        const exitCode = await entry.run({ signal: controller.signal });
        isSettled = true;
        process.exitCode = exitCode;
    })
        .catch(fail);
}
function exitCodeOf(error) {
    return error instanceof app_error/* AppError */.uV ? error.exitCode : exit_code/* exitCodes */.h.internal;
}
function messageOf(error) {
    if (error instanceof app_error/* AppError */.uV)
        return error.message;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `A fault of this program, not of your pipeline [internal]\n${text}`;
}

;// CONCATENATED MODULE: ./out/build-N1JACL/entries/index.js

/**
 * The entries of the bundle, each loaded (from the same file) only when it runs: whatever comes before `runEntry` is a time
 * in which a signal would kill us without a word.
 */
const entries = {
    trigger: async () => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1344))).triggerEntry(),
    demo: async () => (await __nccwpck_require__.e(/* import() */ 416).then(__nccwpck_require__.bind(__nccwpck_require__, 4416))).demoEntry(),
};
/** Starts an entry; the stubs in `dist/` call this. */
function start(name) {
    runEntry(entries[name]);
}

var __webpack_exports__start = __webpack_exports__.n;
export { __webpack_exports__start as start };
