export const __webpack_esm_ids__ = [ "artifacts" ];

export const __webpack_esm_modules__ = {
"./run/results/artifacts.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
__webpack_require__.d(__webpack_exports__, {
bringArtifacts: function() {
return bringArtifacts;
}
});
var external_node_path_ = __webpack_require__("node:path");
var base_clock = __webpack_require__("./base/clock.js");
var base_text = __webpack_require__("./base/text.js");
var foreign_links = __webpack_require__("./hosts/foreign-links.js");
var system = __webpack_require__("./hosts/system.js");
var assert_never = __webpack_require__("./base/assert-never.js");
var duration = __webpack_require__("./base/duration.js");
var labels = __webpack_require__("./report/labels.js");
const units = [ "bytes", "kB", "MB", "GB", "TB" ];
function formatBytes(bytes) {
let value = Math.max(bytes, 0);
let unit = 0;
while (value >= 999.5 && unit < units.length - 1) {
value /= 1e3;
unit += 1;
}
const digits = unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
return `${digits} ${units[unit] ?? ""}`;
}
function formatRate(bytes, elapsedMs) {
return elapsedMs < 1 ? "" : `${formatBytes(bytes / elapsedMs * 1e3)}/s`;
}
const namesShown = 3;
function artifactLine(event, {into}) {
switch (event.kind) {
case "passed_over":
return {
level: "info",
text: `${event.failure.what}, which is optional: ${event.failure.why ?? ""}`
};

case "moved":
return about(event, `their folder is ${placeOf(into, event.folder)}, because another job already uses the folder of that name`);

case "progress":
return about(event, progressOf(event.progress));

case "interrupted":
{
const rest = event.bytes > 0 ? `; going on after ${formatBytes(event.bytes)}` : "; trying again";
return about(event, `${(0, base_text.cleanLine)(event.why, 300)}${rest} in ${(0, 
duration.formatDuration)(event.delayMs)}`);
}

case "collected":
return about(event, downloadedOf(event, into));

case "alike":
{
const pairs = event.pairs.map(([one, other]) => `${quoted(one)} and ${quoted(other)}`);
return warning(event, `one file each on Windows and macOS: ${(0, labels.listLabel)(pairs, namesShown)}`);
}

case "links_left_out":
{
const names = (0, labels.listLabel)(event.names.map(quoted), namesShown);
return warning(event, `links that lead out of the folder, or that this system does not allow, were skipped: ${names}`);
}

default:
return (0, assert_never.assertNever)(event);
}
}
function about({found}, text) {
const label = (0, labels.jobLabel)({
path: found.path,
name: found.job.name
}, 100);
return {
level: "info",
text: `artifacts of ${label}: ${text}`
};
}
function warning(event, text) {
return {
...about(event, text),
level: "warning"
};
}
function progressOf({bytes, totalBytes, elapsedMs}) {
const whole = totalBytes === void 0 || totalBytes === 0 ? "" : ` of ${formatBytes(totalBytes)} (${Math.floor(bytes / totalBytes * 100)}%)`;
return `${formatBytes(bytes)}${whole}, ${formatRate(bytes, elapsedMs)}`;
}
function downloadedOf({folder, files, bytes, downloadedBytes, elapsedMs}, into) {
const count = `${files} ${files === 1 ? "file" : "files"}`;
const rate = formatRate(downloadedBytes, elapsedMs);
const download = `${formatBytes(downloadedBytes)} downloaded in ${(0, duration.formatDuration)(elapsedMs)}`;
return `${count}, ${formatBytes(bytes)}, in ${placeOf(into, folder)} (${download}${rate === "" ? "" : `, ${rate}`})`;
}
function placeOf(into, folder) {
return (0, base_text.cleanLine)([ into, ...folder ].join("/"), 300);
}
function quoted(name) {
return `"${(0, base_text.cleanLine)(name, 100)}"`;
}
var outputs = __webpack_require__("./report/outputs.js");
var external_node_crypto_ = __webpack_require__("node:crypto?8af2");
var promises_ = __webpack_require__("node:fs/promises");
var parallel = __webpack_require__("./base/parallel.js");
var find_job = __webpack_require__("./results/find-job.js");
var results_missing = __webpack_require__("./results/missing.js");
var retry = __webpack_require__("./base/retry.js");
var explain = __webpack_require__("./gitlab/responses/explain.js");
var responses_reply = __webpack_require__("./gitlab/responses/reply.js");
var response_meaning = __webpack_require__("./gitlab/responses/response-meaning.js");
const collectedBytes = 256 * 1024;
async function openFileSink(path) {
const file = await (0, promises_.open)(path, "wx");
let waiting = [];
let waitingBytes = 0;
let position = 0;
let writing = Promise.resolve();
let failure;
const startWriting = () => {
const pieces = waiting;
const at = position;
position += waitingBytes;
waiting = [];
waitingBytes = 0;
writing = writing.then(() => failure === void 0 ? writeAll(file, pieces, at) : void 0).catch(error => {
failure = {
error
};
});
};
const settled = async () => {
await writing;
if (failure !== void 0) throw failure.error;
};
return {
bytes: () => position + waitingBytes,
write: piece => {
waiting.push(piece);
waitingBytes += piece.length;
if (waitingBytes < collectedBytes) return;
const before = settled();
startWriting();
return before;
},
flush: async () => {
startWriting();
await settled();
},
restart: () => {
waiting = [];
waitingBytes = 0;
position = 0;
writing = writing.then(() => file.truncate(0)).catch(error => {
failure = {
error
};
});
},
close: async () => {
await writing;
await file.close();
}
};
}
async function writeAll(file, pieces, position) {
let at = position;
let rest = pieces;
while (rest.length > 0) {
const {bytesWritten} = await file.writev(rest, at);
at += bytesWritten;
rest = withoutStart(rest, bytesWritten);
}
}
function withoutStart(pieces, bytes) {
let skip = bytes;
return pieces.flatMap(piece => {
const from = Math.min(skip, piece.length);
skip -= from;
return from === piece.length ? [] : [ piece.subarray(from) ];
});
}
const downloadRetries = {
attempts: 6,
firstPauseMs: 2e3,
maxPauseMs: 2e4,
maxRetryAfterMs: 6e4
};
const mostAttempts = 50;
const leastProgressBytes = 64 * 1024;
const progressEveryMs = 1e4;
async function download(deps, asked) {
const file = await openFileSink(asked.path);
try {
return await downloadInto(deps, asked, file);
} finally {
await file.close();
}
}
async function downloadInto(deps, asked, file) {
const {clock, random} = deps;
const {request, maxBytes, signal, onInterrupted} = asked;
let validator;
let resumed = "never";
const report = progressReporter(clock, asked.onProgress);
for (let attempt = 1, all = 1; ;attempt += 1, all += 1) {
const before = file.bytes();
const rest = validator === void 0 || before === 0 ? void 0 : {
fromByte: before,
validator
};
let totalBytes;
const sink = {
begin: head => {
if (head.fromByte === 0) file.restart(); else resumed = "once_or_more";
({validator, totalBytes} = head);
},
write: piece => {
const written = file.write(piece);
report(file.bytes(), totalBytes);
return written;
},
maxBytes: Math.max(maxBytes - (rest?.fromByte ?? 0), 0),
listedBytes: asked.listedBytes
};
const reply = await request(rest, sink, signal);
await file.flush();
if (reply.kind === "ok") {
const end = reply.hints.endUntold === true ? "untold" : "told";
return {
kind: "done",
bytes: file.bytes(),
resumed,
end
};
}
const isRestRefused = reply.kind === "refused" && reply.refusal.status === 416 && rest !== void 0;
if (isRestRefused) validator = void 0;
if (file.bytes() - before >= (isStall(reply) ? leastProgressBytes : 1)) attempt = 1;
const isOver = attempt >= downloadRetries.attempts || all >= mostAttempts;
if (isOver || !(isRestRefused || (0, response_meaning.isTransient)(reply, "artifact"))) return {
kind: "failed",
reply
};
const delayMs = (0, retry.retryDelayMs)({
attempt,
retryAfterMs: (0, responses_reply.retryAfterOf)(reply),
random
}, downloadRetries);
onInterrupted({
why: (0, explain.describeReply)(reply).why,
bytes: validator === void 0 ? 0 : file.bytes(),
delayMs
});
await (0, base_clock.sleep)(clock, delayMs, signal);
}
}
function isStall(reply) {
return reply.kind === "fault" && reply.fault.kind === "timeout";
}
function progressReporter(clock, onProgress) {
const startMs = clock.nowMs();
let dueMs = startMs + progressEveryMs;
return (bytes, totalBytes) => {
const nowMs = clock.nowMs();
if (nowMs < dueMs) return;
dueMs = nowMs + progressEveryMs;
onProgress({
bytes,
totalBytes,
elapsedMs: nowMs - startMs
});
};
}
const windowsDevices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;
function isWindowsDevice(name) {
return windowsDevices.test(name);
}
function nameKeyOf(name) {
return name.normalize("NFC").toLowerCase().normalize("NFC");
}
function systemCodeOf(error) {
if (typeof error !== "object" || error === null) return;
const code = Reflect.get(error, "code");
return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : void 0;
}
class InTheWay extends Error {
place;
own;
constructor(place, kind) {
const own = typeof kind === "object" ? kind.own : void 0;
const found = kind === "a folder" ? "a folder is" : "something that is no folder is";
super(own === void 0 ? `${found} in the way` : `this step writes ${own} there`);
this.name = "InTheWay";
this.place = place;
this.own = own;
}
}
async function placeFiles({from, into, folder, own, signal}) {
for (const place of own) await refuseOver(place, {
from,
into,
folder
});
for (let depth = 1; depth < folder.length; depth += 1) await makeRealFolder(into, folder.slice(0, depth));
await moveFolder({
from,
into,
signal
}, folder);
}
async function refuseOver({what, path}, {from, into, folder}) {
const names = (0, external_node_path_.relative)(await realPathOf(into), await realPathOf(path)).split(external_node_path_.sep);
if (names[0] === ".." || (0, external_node_path_.isAbsolute)(names.join(external_node_path_.sep))) return;
if (!names.slice(0, folder.length).every((name, index) => name === folder[index])) return;
for (let depth = folder.length; depth < names.length; depth += 1) {
const kind = await kindOf((0, external_node_path_.join)(from, ...names.slice(folder.length, depth + 1)));
if (kind === "nothing") return;
if (kind === "other") break;
}
throw new InTheWay(names.join("/"), {
own: what
});
}
async function realPathOf(path) {
const target = (0, external_node_path_.resolve)(path);
try {
return (0, external_node_path_.join)(await (0, promises_.realpath)((0, external_node_path_.dirname)(target)), (0, 
external_node_path_.basename)(target));
} catch {
return target;
}
}
async function makeRealFolder(into, names) {
const kind = await kindOf((0, external_node_path_.join)(into, ...names));
if (kind === "nothing") await (0, promises_.mkdir)((0, external_node_path_.join)(into, ...names)); else if (kind === "other") throw new InTheWay(names.join("/"), "no folder");
}
async function moveFolder({from, into, signal}, names) {
const target = (0, external_node_path_.join)(into, ...names);
const kind = await kindOf(target);
if (kind === "nothing") {
await (0, promises_.rename)(from, target);
return;
}
if (kind === "other") throw new InTheWay(names.join("/"), "no folder");
for (const entry of await (0, promises_.readdir)(from, {
withFileTypes: true
})) {
signal.throwIfAborted();
const source = (0, external_node_path_.join)(from, entry.name);
if (entry.isDirectory()) {
await moveFolder({
from: source,
into,
signal
}, [ ...names, entry.name ]);
continue;
}
const place = (0, external_node_path_.join)(target, entry.name);
if (await kindOf(place) === "folder") throw new InTheWay([ ...names, entry.name ].join("/"), "a folder");
await (0, promises_.rename)(source, place);
}
}
async function kindOf(path) {
try {
return (await (0, promises_.lstat)(path)).isDirectory() ? "folder" : "other";
} catch (error) {
if (systemCodeOf(error) === "ENOENT") return "nothing";
throw error;
}
}
function whatFailed(line) {
return `artifacts: ${(0, base_text.cleanLine)(line, 300)} could not be downloaded`;
}
function failedReply(what, {found, path, reply}, clock) {
if (!(0, results_missing.isMissing)(reply)) return {
kind: "failure",
failure: {
what,
...(0, explain.describeReply)(reply)
}
};
const failure = (0, results_missing.missingArtifact)(what, {
found,
path
}, clock);
const hint = path === void 0 ? "" : ` A folder is written with a slash at its end.`;
return {
kind: "nothing_there",
failure: {
...failure,
hint: `${failure.hint ?? ""}${hint}`
}
};
}
function missingOf({onEvent}, missing, need) {
const {kind, failure} = "failure" in missing ? missing : {
kind: "nothing_there",
failure: missing
};
if (need === "required" || kind === "failure") return [ failure ];
onEvent({
kind: "passed_over",
failure
});
return [];
}
function cannotBeNamed(line, files) {
const [first] = files;
const more = files.length > 1 ? `; and ${files.length - 1} more` : "";
return {
code: "artifacts_not_written",
what: `artifacts: ${files.length} of the files of ${(0, base_text.cleanLine)(line, 300)} could not be written`,
why: `"${(0, base_text.cleanLine)(first?.name ?? "", 200)}": ${first?.why ?? ""}${more}.`,
hint: "Take only the others, with JOB:GLOB lines, or run the step on Linux."
};
}
function archiveError(what, problem) {
const {kind, message, cause} = problem;
const why = `In the archive: ${message}.`;
switch (kind) {
case "invalid":
return {
code: "artifacts_invalid",
what,
why,
hint: "Download it in GitLab and open it: if it is broken there as well, run the job again.",
cause
};

case "unsafe":
return {
code: "artifacts_unsafe",
what,
why,
hint: "Nothing of it was unpacked. Find out what the job puts into its artifacts, and who may change it.",
cause
};
}
}
const systemWords = {
EACCES: "permission denied",
EPERM: "not permitted",
EROFS: "the file system is read-only",
ENOSPC: "no space left on the disk",
EDQUOT: "the disk quota is used up",
ENOTDIR: "a file is where a folder should be",
EEXIST: "something of that name is there already",
ENAMETOOLONG: "the path is too long",
EMFILE: "too many open files"
};
function isFileProblem(error) {
return error instanceof InTheWay || systemCodeOf(error) !== void 0;
}
function notWritten(what, error) {
const code = systemCodeOf(error);
const isFull = code === "ENOSPC" || code === "EDQUOT";
return {
code: "artifacts_not_written",
what,
why: error instanceof InTheWay ? `${(0, base_text.cleanLine)(error.place, 300)}: ${error.message}.` : whyOf(error),
hint: isFull ? "Make room, or take less: JOB:GLOB unpacks only the files that match it. While it is unpacked, an archive needs its own size as well." : hintFor(error),
cause: error
};
}
function hintFor(error) {
return error instanceof InTheWay && error.own !== void 0 ? `Give ${error.own} a path outside the folders of artifacts, or artifacts_path another folder.` : "Give another folder in artifacts_path, or move away what is there.";
}
function whyOf(error) {
const code = systemCodeOf(error) ?? "no error code";
const path = typeof error === "object" && error !== null ? Reflect.get(error, "path") : void 0;
const place = typeof path === "string" ? ` (${(0, base_text.cleanLine)(path, 300)})` : "";
return `${systemWords[code] ?? "The system refuses it"}: ${code}${place}`;
}
var artifacts_plan = __webpack_require__("./results/artifacts/plan.js");
function createPathTree(keyOf) {
const root = {
value: void 0,
below: void 0
};
let size = 0;
return {
size: () => size,
enter: path => {
let node = root;
for (const name of path.split("/")) {
const below = node.below ??= new Map;
const key = keyOf(name);
let next = below.get(key);
if (next === void 0) {
next = {
value: void 0,
below: void 0
};
below.set(key, next);
size += 1;
}
node = next;
}
return node;
},
above: (path, fits) => {
let node = root;
for (let slash = path.indexOf("/"), from = 0; slash >= 0; slash = path.indexOf("/", from)) {
const next = node.below?.get(keyOf(path.slice(from, slash)));
if (next === void 0) return;
if (next.value !== void 0 && fits(next.value)) return path.slice(0, slash);
node = next;
from = slash + 1;
}
return;
}
};
}
var external_node_fs_ = __webpack_require__("node:fs");
var yauzl = __webpack_require__("../../node_modules/yauzl/index.js");
class ArchiveProblem extends Error {
kind;
constructor(kind, message, cause) {
super(message, {
cause
});
this.name = "ArchiveProblem";
this.kind = kind;
}
}
const mostEntries = 1e5;
const mostNameBytes = 16 * 1024 * 1024;
const entriesATurn = 2e3;
async function readDirectory(reader, {bytes, signal}) {
const entries = [];
let nameBytes = 0;
try {
const zip = await openZip(reader, bytes);
if (zip.entryCount > mostEntries) throw tooMany();
for await (const entry of zip.eachEntry()) {
if (entries.length === mostEntries) throw tooMany();
nameBytes += entry.fileNameRaw.length;
if (nameBytes > mostNameBytes) throw new ArchiveProblem("unsafe", "the names in it are too long");
entries.push(entryOf(entry));
if (entries.length % entriesATurn === 0) await (0, base_clock.nextTurn)();
signal.throwIfAborted();
}
} catch (error) {
signal.throwIfAborted();
if (error instanceof ArchiveProblem) throw error;
throw new ArchiveProblem("invalid", `its directory cannot be read: ${wordsOf(error)}`, error);
}
return entries;
}
function tooMany() {
return new ArchiveProblem("unsafe", `it has more than ${mostEntries} entries`);
}
function wordsOf(error) {
return (0, base_text.cleanLine)(error instanceof Error ? error.message : String(error), 200);
}
function openZip(reader, bytes) {
const options = {
lazyEntries: true,
autoClose: false,
decodeStrings: false
};
return new Promise((resolve, reject) => {
(0, yauzl.fromRandomAccessReader)(reader, bytes, options, (error, zip) => {
if (error === null) resolve(zip); else reject(error);
});
});
}
const packings = new Map([ [ 0, "stored" ], [ 8, "deflated" ] ]);
function entryOf(entry) {
const name = nameOf(entry);
const mode = unixModeOf(entry);
return {
name,
kind: zip_directory_kindOf(entry, {
name,
mode
}),
isExecutable: (mode & 73) !== 0,
offset: entry.relativeOffsetOfLocalHeader,
packedBytes: entry.compressedSize,
bytes: entry.uncompressedSize,
crc32: entry.crc32,
packing: entry.isEncrypted() ? "unreadable" : packings.get(entry.compressionMethod) ?? "unreadable"
};
}
const utf8Flag = 2048;
function nameOf(entry) {
const {generalPurposeBitFlag: flags, fileNameRaw, extraFields} = entry;
const name = (0, yauzl.getFileNameLowLevel)(flags, fileNameRaw, extraFields, true);
if ((flags & utf8Flag) !== 0 || !isFromUnix(entry)) return name;
const isBare = name === (0, yauzl.getFileNameLowLevel)(flags, fileNameRaw, [], true);
return (isBare ? utf8In(fileNameRaw) : void 0) ?? name;
}
function utf8In(bytes) {
try {
return new TextDecoder("utf-8", {
fatal: true,
ignoreBOM: true
}).decode(bytes);
} catch {
return;
}
}
function isFromUnix({versionMadeBy}) {
const [unix, macos] = [ 3, 19 ];
const system = versionMadeBy >>> 8;
return system === unix || system === macos;
}
function unixModeOf(entry) {
return isFromUnix(entry) ? entry.externalFileAttributes >>> 16 : 0;
}
function zip_directory_kindOf({externalFileAttributes}, {name, mode}) {
const dosFolder = 16;
switch (mode & 61440) {
case 0:
return name.endsWith("/") || mode === 0 && (externalFileAttributes & dosFolder) !== 0 ? "folder" : "file";

case 16384:
return "folder";

case 32768:
return name.endsWith("/") ? "folder" : "file";

case 40960:
return name.endsWith("/") ? "special" : "link";

default:
return "special";
}
}
const windowBytes = 1024 * 1024;
class WindowReader extends yauzl.RandomAccessReader {
#fd;
#window=Buffer.allocUnsafe(windowBytes);
#start=0;
#length=0;
constructor(fd) {
super();
this.#fd = fd;
}
read(buffer, offset, length, position, callback) {
let failure = null;
try {
this.bytesAt(position, length).copy(buffer, offset);
} catch (error) {
failure = error instanceof Error ? error : new Error(String(error));
}
callback(failure);
}
bytesAt(position, length) {
if (length > windowBytes) return this.#large(position, length);
if (position < this.#start || position + length > this.#start + this.#length) {
this.#start = position;
this.#length = (0, external_node_fs_.readSync)(this.#fd, this.#window, 0, windowBytes, position);
}
const from = position - this.#start;
if (from + length > this.#length) throw new Error("unexpected end of the archive");
return this.#window.subarray(from, from + length);
}
#large(position, length) {
const buffer = Buffer.allocUnsafe(length);
let filled = 0;
while (filled < length) {
const read = (0, external_node_fs_.readSync)(this.#fd, buffer, filled, length - filled, position + filled);
if (read === 0) throw new Error("unexpected end of the archive");
filled += read;
}
return buffer;
}
}
const longestPathBytes = 4096;
const longestNameBytes = 255;
function entryPathOf(name, naming) {
if (name.includes("\0")) return {
kind: "hostile",
why: "it has a NUL in its name"
};
if (/^[/\\]/.test(name)) return {
kind: "hostile",
why: "its path is absolute"
};
if (/^[A-Za-z]:/.test(name)) return {
kind: "hostile",
why: "its path begins with a drive letter"
};
if (name.split(/[/\\]/).includes("..")) return {
kind: "hostile",
why: 'its path contains ".."'
};
const names = name.split("/").filter(part => part !== "" && part !== ".");
if (names.length === 0) return {
kind: "hostile",
why: "it has no name"
};
if (Buffer.byteLength(name) > longestPathBytes || names.some(part => Buffer.byteLength(part) > longestNameBytes)) return {
kind: "unwritable",
why: "its name is too long"
};
const path = names.join("/");
if (naming === "windows" && names.some(isRefusedByWindows)) return {
kind: "unwritable",
why: "Windows does not allow its name"
};
return {
kind: "path",
path
};
}
function isRefusedByWindows(name) {
return /[\u0000-\u001f<>:"\\|?*]|[. ]$/.test(name) || isWindowsDevice(name);
}
function staysInside(folder, target) {
if (target === "" || /[\0\\]/.test(target) || target.startsWith("/") || /^[A-Za-z]:/.test(target)) return false;
const names = target.split("/").filter(part => part !== "" && part !== ".");
const upwards = names.findIndex(name => name !== "..");
const steps = upwards < 0 ? names.length : upwards;
const depth = folder === "" ? 0 : folder.split("/").length;
return steps <= depth && !names.slice(steps).includes("..");
}
const harmlessBytes = 1024 ** 3;
const highestRatio = 200;
const unpack_plan_entriesATurn = 1e3;
const leastRecordBytes = 30;
async function planUnpacking(request) {
const {entries, archiveBytes, wants, naming, signal} = request;
refuseOverlaps(entries, archiveBytes);
const places = createPathTree(name => name);
const planned = [];
const unwritable = [];
for (const [index, entry] of entries.entries()) {
if (index % unpack_plan_entriesATurn === 0) await (0, base_clock.nextTurn)();
signal.throwIfAborted();
const read = entryPathOf(entry.name, naming);
if (read.kind === "hostile") throw unsafe(entry, read.why);
if (entry.kind === "special") throw unsafe(entry, "it is neither a file, a folder nor a link");
if (read.kind === "unwritable") {
if (entry.kind !== "folder" && wants(entry.name)) unwritable.push({
name: entry.name,
why: read.why
});
continue;
}
const {path} = read;
const place = places.enter(path);
if (place.value !== void 0 && (place.value !== "folder" || entry.kind !== "folder")) throw new ArchiveProblem("invalid", `it has two entries ${shown(path)}`);
place.value = entry.kind;
planned.push({
path,
entry
});
if (places.size() > 1e5) throw new ArchiveProblem("unsafe", `it has more than ${1e5} files and folders`);
}
const isCaseBlind = naming !== "posix";
await (0, base_clock.nextTurn)();
refuseWaysThrough(planned, places, isCaseBlind ? nameKeyOf : name => name);
const wanted = planned.filter(({path, entry}) => wants(entry.kind === "folder" ? `${path}/` : path));
const bytes = wanted.reduce((sum, {entry}) => sum + entry.bytes, 0);
if (bytes > harmlessBytes && bytes > highestRatio * archiveBytes) throw new ArchiveProblem("unsafe", `${archiveBytes} bytes would become ${bytes}, more than ${highestRatio} times as many`);
const {kept, alike} = tellAlike(wanted);
if (isCaseBlind) for (const [one, other] of alike) unwritable.push({
name: other,
why: `here it is the same name as ${shown(one)}`
});
const written = isCaseBlind ? kept : wanted;
return {
folders: written.filter(({entry}) => entry.kind === "folder").map(({path}) => path),
files: written.filter(({entry}) => entry.kind === "file").sort((one, other) => one.entry.offset - other.entry.offset),
links: written.filter(({entry}) => entry.kind === "link"),
bytes: written.reduce((sum, {entry}) => sum + entry.bytes, 0),
unwritable,
alike: isCaseBlind ? [] : alike
};
}
function unsafe({name}, why) {
return new ArchiveProblem("unsafe", `${shown(name)} cannot be unpacked: ${why}`);
}
function shown(name) {
return `"${(0, base_text.cleanLine)(name, 100)}"`;
}
function refuseOverlaps(entries, archiveBytes) {
let end = 0;
for (const entry of [ ...entries ].sort((one, other) => one.offset - other.offset)) {
if (entry.offset < end) throw new ArchiveProblem("unsafe", `${shown(entry.name)} lies within another entry`);
end = entry.offset + leastRecordBytes + entry.packedBytes;
}
if (end > archiveBytes) throw new ArchiveProblem("invalid", "its directory lists more than the archive contains");
}
function refuseWaysThrough(planned, places, keyOf) {
const links = createPathTree(keyOf);
for (const {path, entry} of planned) if (entry.kind === "link") links.enter(path).value = true;
for (const {path, entry} of planned) {
if (links.above(path, () => true) !== void 0) throw unsafe(entry, "its path leads through a link");
const file = places.above(path, kind => kind === "file");
if (file !== void 0) throw new ArchiveProblem("invalid", `${shown(file)} is a file and a folder in it`);
}
}
function parentOf(path) {
return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function tellAlike(wanted) {
const byKey = new Map;
const alike = [];
const kept = wanted.filter(one => {
const key = nameKeyOf(one.path);
const other = byKey.get(key);
if (other === void 0) byKey.set(key, one);
if (other === void 0 || other.entry.kind === "folder" && one.entry.kind === "folder") return true;
alike.push([ other.path, one.path ]);
return false;
});
return {
kept,
alike
};
}
var external_node_stream_promises_ = __webpack_require__("node:stream/promises");
var external_node_zlib_ = __webpack_require__("node:zlib");
const largestAtOnceBytes = 512 * 1024;
const largeAtOnce = 2;
const pieceBytes = 64 * 1024;
const turnMs = 25;
const longestTargetBytes = 4096;
async function unpack({clock}, unpacking, plan) {
const {into, signal} = unpacking;
const makeFolder = folderMaker(into);
const large = [];
let turnEndMs = clock.nowMs() + turnMs;
const takeTurn = async () => {
if (clock.nowMs() >= turnEndMs) {
await (0, base_clock.nextTurn)();
turnEndMs = clock.nowMs() + turnMs;
}
signal.throwIfAborted();
};
for (const folder of plan.folders) {
await takeTurn();
makeFolder(folder);
}
for (const planned of plan.files) {
await takeTurn();
makeFolder(parentOf(planned.path));
if (isLarge(planned.entry)) large.push(planned); else writeSmall(unpacking, planned);
}
const links = [];
for (const planned of plan.links) {
await takeTurn();
links.push({
planned,
target: targetOf(unpacking, planned)
});
}
await writeAllLarge(unpacking, large);
const skippedLinks = [];
for (const {planned, target} of links) {
await takeTurn();
makeFolder(parentOf(planned.path));
if (target === void 0 || !makeLink((0, external_node_path_.join)(into, planned.path), target)) skippedLinks.push(planned.entry.name);
}
return {
skippedLinks
};
}
function isLarge({bytes, packedBytes}) {
return packedBytes > 0 && Math.max(bytes, packedBytes) > largestAtOnceBytes;
}
function folderMaker(into) {
const made = new Set([ "" ]);
return folder => {
if (made.has(folder)) return;
(0, external_node_fs_.mkdirSync)((0, external_node_path_.join)(into, folder), {
recursive: true
});
made.add(folder);
};
}
const newFile = "wx";
function modeOf({isExecutable}) {
return isExecutable ? 511 : 438;
}
function writeSmall(unpacking, {path, entry}) {
const content = contentOf(unpacking, entry);
const fd = (0, external_node_fs_.openSync)((0, external_node_path_.join)(unpacking.into, path), newFile, modeOf(entry));
try {
for (let written = 0; written < content.length; ) written += (0, external_node_fs_.writeSync)(fd, content, written);
} finally {
(0, external_node_fs_.closeSync)(fd);
}
}
function contentOf({reader, archiveBytes}, entry) {
const start = contentStart({
reader,
archiveBytes
}, entry);
const packed = reader.bytesAt(start, entry.packedBytes);
const content = entry.packing === "deflated" ? inflated(packed, entry) : packed;
refuseIfOther(entry, content.length, (0, external_node_zlib_.crc32)(content));
return content;
}
function inflated(packed, entry) {
try {
return (0, external_node_zlib_.inflateRawSync)(packed, {
maxOutputLength: entry.bytes + 1
});
} catch (error) {
throw brokenContent(entry, error);
}
}
function contentStart({reader, archiveBytes}, entry) {
if (entry.packing === "unreadable") throw new ArchiveProblem("invalid", `${unpack_shown(entry)} is encrypted or packed in an unknown way`);
let record;
try {
record = reader.bytesAt(entry.offset, 30);
} catch (error) {
throw brokenContent(entry, error);
}
const start = entry.offset + 30 + record.readUInt16LE(26) + record.readUInt16LE(28);
if (record.readUInt32LE(0) !== 67324752 || start + entry.packedBytes > archiveBytes) throw brokenContent(entry);
return start;
}
function refuseIfOther(entry, bytes, checksum) {
if (bytes !== entry.bytes) throw new ArchiveProblem("invalid", `${unpack_shown(entry)} has another length than its directory says`);
if (checksum !== entry.crc32) throw new ArchiveProblem("invalid", `${unpack_shown(entry)} has another checksum than its directory says`);
}
function brokenContent(entry, cause) {
return new ArchiveProblem("invalid", `the content of ${unpack_shown(entry)} is broken`, cause);
}
function unpack_shown({name}) {
return `"${(0, base_text.cleanLine)(name, 100)}"`;
}
async function writeAllLarge(unpacking, large) {
const order = large.toReversed();
const done = new Set;
let open = 0;
await (0, parallel.mapInParallel)(order, largeAtOnce, async planned => {
await writeLarge(unpacking, planned);
done.add(planned);
let next = order[open];
while (next !== void 0 && done.has(next)) next = order[++open];
if (next !== void 0 && planned.entry.offset > next.entry.offset) await unpacking.archive.truncate(planned.entry.offset);
});
}
async function writeLarge(unpacking, {path, entry}) {
const {archive, into, signal} = unpacking;
const start = contentStart(unpacking, entry);
const target = await (0, promises_.open)((0, external_node_path_.join)(into, path), newFile, modeOf(entry));
let bytes = 0;
let checksum = 0;
const take = async pieces => {
for await (const piece of pieces) {
bytes += piece.length;
if (bytes > entry.bytes) refuseIfOther(entry, bytes, checksum);
checksum = (0, external_node_zlib_.crc32)(piece, checksum);
for (let written = 0; written < piece.length; ) written += (await target.write(piece, written)).bytesWritten;
}
};
const packed = piecesOf(archive, {
start,
bytes: entry.packedBytes
});
try {
if (entry.packing === "deflated") await (0, external_node_stream_promises_.pipeline)(packed, (0, 
external_node_zlib_.createInflateRaw)({
chunkSize: pieceBytes
}), take, {
signal
}); else await (0, external_node_stream_promises_.pipeline)(packed, take, {
signal
});
refuseIfOther(entry, bytes, checksum);
} catch (error) {
signal.throwIfAborted();
throw isZlibError(error) ? brokenContent(entry, error) : error;
} finally {
await target.close();
}
}
async function* piecesOf(archive, {start, bytes}) {
const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, bytes));
for (let at = 0; at < bytes; ) {
const {bytesRead} = await archive.read(piece, 0, Math.min(piece.length, bytes - at), start + at);
if (bytesRead === 0) return;
at += bytesRead;
yield piece.subarray(0, bytesRead);
}
}
function isZlibError(error) {
const code = typeof error === "object" && error !== null ? Reflect.get(error, "code") : void 0;
return typeof code === "string" && code.startsWith("Z_");
}
function targetOf(unpacking, {path, entry}) {
if (entry.bytes > longestTargetBytes || entry.packedBytes > largestAtOnceBytes) return;
const target = contentOf(unpacking, entry).toString("utf8");
return staysInside(parentOf(path), target) ? target : void 0;
}
function makeLink(path, target) {
try {
(0, external_node_fs_.symlinkSync)(target, path);
return true;
} catch (error) {
if ([ "EPERM", "ENOTSUP" ].includes(systemCodeOf(error) ?? "")) return false;
throw error;
}
}
const mostUnlistedBytes = 64 * 1024 ** 3;
const spareBytes = 1024 * 1024;
async function bringArchive(deps, call, wants) {
const {download: job, staging} = call;
const startMs = deps.clock.nowMs();
for (let round = 1; ;round += 1) {
const path = (0, external_node_path_.join)(staging, `archive-${round}.zip`);
const files = (0, external_node_path_.join)(staging, `files-${round}`);
const result = await download(deps, downloadOf(deps, call, path));
if (result.kind === "failed") {
const what = whatFailed((0, find_job.lineNameOf)(job.found));
const failure = {
found: job.found,
path: void 0,
reply: result.reply
};
return missingOf(deps, failedReply(what, failure, deps.clock), (0, artifacts_plan.isOptional)(job) ? "optional" : "required");
}
await (0, promises_.mkdir)(files);
try {
const unpacked = await unpackArchive(deps, call, {
path,
bytes: result.bytes,
files,
wants
});
await (0, promises_.rm)(path);
const elapsed = {
startMs,
downloadedBytes: result.bytes
};
return await finish(deps, call, {
...unpacked,
...elapsed,
files
});
} catch (error) {
const isWorthAnother = error instanceof ArchiveProblem && (result.resumed === "once_or_more" || result.end === "untold") && round === 1;
if (!isWorthAnother) throw error;
await (0, promises_.rm)(files, {
recursive: true,
force: true
});
await (0, promises_.rm)(path);
}
}
}
function downloadOf({gitlab, onEvent}, call, path) {
const {found} = call.download;
const listed = found.job.artifacts?.find(({fileType}) => fileType === "archive")?.bytes;
return {
path,
request: (rest, sink, signal) => gitlab.streamArchive({
...(0, artifacts_plan.jobCallOf)(call),
rest
}, sink, signal),
listedBytes: listed,
maxBytes: listed === void 0 ? mostUnlistedBytes : listed + spareBytes,
onProgress: progress => onEvent({
kind: "progress",
found,
progress
}),
onInterrupted: interruption => onEvent({
kind: "interrupted",
found,
...interruption
}),
signal: call.signal
};
}
async function unpackArchive(deps, {naming, signal}, archive) {
const {path, bytes: archiveBytes, files: into, wants} = archive;
const archiveFile = await (0, promises_.open)(path, "r+");
try {
const reader = new WindowReader(archiveFile.fd);
const entries = await readDirectory(reader, {
bytes: archiveBytes,
signal
});
const plan = await planUnpacking({
entries,
archiveBytes,
wants,
naming,
signal
});
const {skippedLinks} = await unpack(deps, {
archive: archiveFile,
archiveBytes,
reader,
into,
signal
}, plan);
return {
entries,
plan,
skippedLinks
};
} finally {
await archiveFile.close();
}
}
async function finish(deps, call, ready) {
const {download: job, into, folder, own, signal} = call;
const {plan, skippedLinks, files, startMs, downloadedBytes} = ready;
const {found, selectors} = job;
const count = plan.files.length + plan.links.length - skippedLinks.length;
if (count > 0 || selectors.some(({path}) => path === void 0)) {
await placeFiles({
from: files,
into,
folder,
own,
signal
});
const elapsedMs = deps.clock.nowMs() - startMs;
const sizes = {
files: count,
bytes: plan.bytes,
downloadedBytes,
elapsedMs
};
deps.onEvent({
kind: "collected",
found,
folder,
...sizes
});
}
if (plan.alike.length > 0) deps.onEvent({
kind: "alike",
found,
pairs: plan.alike
});
if (skippedLinks.length > 0) deps.onEvent({
kind: "links_left_out",
found,
names: skippedLinks
});
const {unwritable} = plan;
const lacks = unfitting(deps, call, ready);
return unwritable.length === 0 ? lacks : [ ...lacks, cannotBeNamed((0, find_job.lineNameOf)(found), unwritable) ];
}
const archive_namesShown = 5;
function unfitting(deps, {download: job}, {plan, entries}) {
const taken = [ ...plan.files, ...plan.links ].map(({path}) => path);
const wanted = [ ...taken, ...plan.unwritable.map(({name}) => name) ];
return job.selectors.flatMap(({line, path}) => {
if (path === void 0 || wanted.some((0, artifacts_plan.matcherOf)(path))) return [];
const files = entries.filter(({kind}) => kind !== "folder").map(({name}) => (0, 
base_text.cleanLine)(name, 80));
const more = files.length > archive_namesShown ? ` and ${files.length - archive_namesShown} more` : "";
const has = files.length === 0 ? "is empty" : `has ${files.slice(0, archive_namesShown).join(", ")}${more}`;
const failure = {
code: "artifact_missing",
what: whatFailed(line.text),
why: `No file in the archive matches ${(0, base_text.cleanLine)(path, 200)}; it ${has}.`,
hint: "Paths begin at the root of the repository, as in artifacts:paths. * stays within a folder, ** goes through folders, and dist/ takes all that is in dist."
};
return missingOf(deps, failure, line.need);
});
}
const unseen = new RegExp(`[${base_text.controlCharacters}]|${base_text.invisibleMark}|[\\u200c\\u200d]|\\p{Surrogate}`, "gu");
const refused = /[<>:"/\\|?*]/g;
const longestFolderName = 80;
function folderNameOf(raw, redact) {
const name = redact(redact(raw.normalize("NFC")).replace(unseen, "-").replace(refused, "-"));
const clean = name.replace(refused, "-").replace(/^[\s.]+/u, "-");
const end = endOf(clean);
const shown = end < clean.length ? `${clean.slice(0, end)}-` : clean;
const whole = isWindowsDevice(shown) ? `${shown}-` : shown === "" ? "-" : shown;
const characters = Array.from(whole);
if (characters.length <= longestFolderName && Buffer.byteLength(whole) <= 2 * longestFolderName) return whole;
const mark = (0, external_node_zlib_.crc32)(Buffer.from(name)).toString(16).padStart(8, "0");
return `${shortened(characters, longestFolderName)}-${mark}`;
}
function endOf(name) {
let end = name.length;
while (end > 0 && /[\s.]/u.test(name.charAt(end - 1))) end -= 1;
return end;
}
function shortened(characters, bytes) {
let kept = "";
for (const character of characters) {
if (Buffer.byteLength(kept + character) > bytes) break;
kept += character;
}
return kept;
}
function foldersOf({path, job}, redact) {
return [ ...path, job.name ].map(name => folderNameOf(name, redact));
}
function assignFolders(jobs, redact) {
const taken = {
isTaken: false,
below: new Map
};
const folders = new Map;
const moved = [];
const counts = new Map;
for (const found of jobs) {
const wanted = foldersOf(found, redact);
let folder = wanted;
let depth = clashOf(folder, taken);
while (depth !== void 0) {
const key = JSON.stringify([ depth, ...wanted ]);
const count = (counts.get(key) ?? 1) + 1;
counts.set(key, count);
folder = wanted.with(depth, `${wanted[depth] ?? ""} (${count})`);
depth = clashOf(folder, taken);
}
if (folder !== wanted) moved.push(found);
take(folder, taken);
folders.set(found, folder);
}
return {
folders,
moved
};
}
function take(folder, taken) {
let place = taken;
for (const name of folder) {
const key = nameKeyOf(name);
const next = place.below.get(key) ?? {
isTaken: false,
below: new Map
};
place.below.set(key, next);
place = next;
}
place.isTaken = true;
}
function clashOf(folder, taken) {
let place = taken;
for (const [depth, name] of folder.entries()) {
const next = place.below.get(nameKeyOf(name));
if (next === void 0) return;
if (next.isTaken) return depth;
place = next;
}
return folder.length - 1;
}
const mostFileBytes = 16 * 1024 ** 3;
async function bringFiles(deps, call, paths) {
const {download: job, staging, into, folder, own, signal} = call;
const startMs = deps.clock.nowMs();
const from = (0, external_node_path_.join)(staging, "files");
await (0, promises_.mkdir)(from);
const errors = [];
let files = 0;
let bytes = 0;
for (const path of paths) {
const came = await bringFile(deps, call, {
path,
from
});
if (came.kind === "end_untold") return came.kind;
if (came.kind === "file") {
files += 1;
bytes += came.bytes;
} else for (const {line} of selectorsFor(job.selectors, path)) errors.push(...came.errorsOf(line.text, line.need));
}
if (files > 0) {
await placeFiles({
from,
into,
folder,
own,
signal
});
const elapsedMs = deps.clock.nowMs() - startMs;
deps.onEvent({
kind: "collected",
found: job.found,
folder,
files,
bytes,
downloadedBytes: bytes,
elapsedMs
});
}
return errors;
}
function selectorsFor(selectors, path) {
return selectors.filter(selector => (0, artifacts_plan.artifactPathOf)(selector.path ?? "") === path);
}
async function bringFile(deps, call, {path, from}) {
const {gitlab, onEvent, clock} = deps;
const {download: job, naming, signal} = call;
const {found} = job;
const place = entryPathOf(path, naming);
if (place.kind !== "path") return {
kind: "nothing",
errorsOf: line => [ cannotBeNamed(line, [ {
name: path,
why: place.why
} ]) ]
};
const target = (0, external_node_path_.join)(from, place.path);
await (0, promises_.mkdir)((0, external_node_path_.dirname)(target), {
recursive: true
});
const result = await download(deps, {
path: target,
request: (_rest, sink, requestSignal) => gitlab.streamArtifactFile({
...(0, artifacts_plan.jobCallOf)(call),
path
}, sink, requestSignal),
maxBytes: mostFileBytes,
onProgress: progress => onEvent({
kind: "progress",
found,
progress
}),
onInterrupted: interruption => onEvent({
kind: "interrupted",
found,
...interruption
}),
signal
});
if (result.kind === "done" && result.end === "untold") return {
kind: "end_untold"
};
if (result.kind === "done") return {
kind: "file",
bytes: result.bytes
};
await (0, promises_.rm)(target);
const {reply} = result;
return {
kind: "nothing",
errorsOf: (line, need) => missingOf(deps, failedReply(whatFailed(line), {
found,
path,
reply
}, clock), need)
};
}
async function bringJob(deps, call) {
const way = (0, artifacts_plan.wayOf)(call.download);
try {
if (way.kind === "archive") return await bringArchive(deps, call, way.wants);
const errors = await bringFiles(deps, call, way.paths);
return errors === "end_untold" ? await bringArchive(deps, call, path => way.paths.includes(path)) : errors;
} catch (error) {
call.signal.throwIfAborted();
const what = whatFailed((0, find_job.lineNameOf)(call.download.found));
if (error instanceof ArchiveProblem) return [ archiveError(what, error) ];
if (isFileProblem(error)) return [ notWritten(what, error) ];
throw error;
}
}
const jobsAtOnce = 4;
async function downloadArtifacts(deps, call) {
const {into, signal} = call;
const {downloads, errors} = available(deps, call);
if (downloads.length === 0) return errors;
const {folders, moved} = assignFolders(downloads.map(({found}) => found), call.redact);
for (const found of moved) deps.onEvent({
kind: "moved",
found,
folder: folders.get(found) ?? []
});
const staging = (0, external_node_path_.join)(into, `.gitlab-trigger-${(0, external_node_crypto_.randomBytes)(6).toString("hex")}`);
try {
call.makeFolder(into);
await (0, promises_.mkdir)(staging);
} catch (error) {
return [ ...errors, notWritten(`The artifacts could not be written to ${(0, base_text.cleanLine)(into, 300)}`, error) ];
}
try {
const each = await (0, parallel.mapInParallel)([ ...downloads.entries() ], jobsAtOnce, async ([index, download]) => {
const job = (0, external_node_path_.join)(staging, String(index));
await (0, promises_.mkdir)(job);
const folder = folders.get(download.found) ?? [];
return await bringJob(deps, {
download,
folder,
into,
staging: job,
naming: call.naming,
own: call.own,
signal
});
});
return [ ...errors, ...each.flat() ];
} finally {
await (0, promises_.rm)(staging, {
recursive: true,
force: true,
maxRetries: 3
}).catch(() => {});
}
}
function available(deps, {lines, tree}) {
const errors = [];
const found = [];
for (const line of lines) {
const search = (0, find_job.findJobs)(line, tree);
if (search.kind === "found") found.push({
line,
jobs: search.jobs,
path: search.path
}); else {
const failure = (0, results_missing.noSuchJob)(whatFailed(line.text), search);
const kind = search.kind === "ambiguous" ? "failure" : "nothing_there";
errors.push(...missingOf(deps, {
kind,
failure
}, line.need));
}
}
const downloads = (0, artifacts_plan.groupByJob)(found).filter(download => {
const what = whatFailed((0, find_job.lineNameOf)(download.found));
const missing = (0, results_missing.notEnded)(what, download.found) ?? withoutArchive(what, download.found, deps.clock);
if (missing === void 0) return true;
errors.push(...missingOf(deps, missing, (0, artifacts_plan.isOptional)(download) ? "optional" : "required"));
return false;
});
return {
downloads,
errors
};
}
function withoutArchive(what, found, clock) {
const {artifacts} = found.job;
if (artifacts === void 0 || artifacts.some(({fileType}) => fileType === "archive")) return;
return (0, results_missing.missingArtifact)(what, {
found,
path: void 0
}, clock);
}
var context = __webpack_require__("./run/context.js");
var heap = __webpack_require__("./run/heap.js");
const collectEveryMs = 15;
async function bringArtifacts({deps, gitlab, results}, {lines, path}, {root}, signal) {
const {clock, random, host} = deps;
const into = (0, external_node_path_.resolve)(path);
const link = (0, foreign_links.linkOnWay)(into);
if (link !== void 0) return [ throughLink(link) ];
(0, context.setOutputs)(deps, (0, outputs.artifactsOutput)(into));
const task = {
clock,
everyMs: collectEveryMs,
run: await (0, heap.youngCollector)()
};
const onEvent = event => {
const {level, text} = artifactLine(event, {
into: path
});
host.log[level](text);
};
return await (0, base_clock.runPeriodically)(task, () => downloadArtifacts({
gitlab,
clock,
random,
onEvent
}, {
lines,
tree: root,
into,
makeFolder: system.makeFolder,
naming: (0, system.fileNaming)(),
own: ownPlaces(host, results.junitFile),
redact: host.masker.redact,
signal
}));
}
function ownPlaces({places, outputs}, junitFile) {
return [ ...junitFile === void 0 ? [] : [ {
what: "junit_file",
path: junitFile
} ], ...places?.() ?? [], ...(outputs.files ?? []).map(path => ({
what: "the host's own file of outputs",
path
})) ];
}
function throughLink(link) {
return {
code: "artifacts_not_written",
what: "artifacts: nothing was downloaded",
why: `${(0, base_text.cleanLine)(link, 300)} is a symbolic link, which is not followed.`,
hint: "Give another folder in artifacts_path, or move away what is there."
};
}
})
};
