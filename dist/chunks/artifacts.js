export const __webpack_esm_ids__ = [ "artifacts" ];

export const __webpack_esm_modules__ = {
 "../../node_modules/pend/index.js": (function(module) {
  module.exports = Pend;
  function Pend() {
   this.pending = 0;
   this.max = 1 / 0;
   this.listeners = [];
   this.waiting = [];
   this.error = null;
  }
  Pend.prototype.go = function(fn) {
   if (this.pending < this.max) pendGo(this, fn); else this.waiting.push(fn);
  };
  Pend.prototype.wait = function(cb) {
   if (this.pending === 0) cb(this.error); else this.listeners.push(cb);
  };
  Pend.prototype.hold = function() {
   return pendHold(this);
  };
  function pendHold(self) {
   self.pending += 1;
   var called = false;
   return onCb;
   function onCb(err) {
    if (called) throw new Error("callback called twice");
    called = true;
    self.error = self.error || err;
    self.pending -= 1;
    if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift()); else if (self.pending === 0) {
     var listeners = self.listeners;
     self.listeners = [];
     listeners.forEach(cbListener);
    }
   }
   function cbListener(listener) {
    listener(self.error);
   }
  }
  function pendGo(self, fn) {
   fn(pendHold(self));
  }
 }),
 "../../node_modules/yauzl/crc32.js": (function(module) {
  const CRC_TABLE = new Int32Array([ 0, 1996959894, 3993919788, 2567524794, 124634137, 1886057615, 3915621685, 2657392035, 249268274, 2044508324, 3772115230, 2547177864, 162941995, 2125561021, 3887607047, 2428444049, 498536548, 1789927666, 4089016648, 2227061214, 450548861, 1843258603, 4107580753, 2211677639, 325883990, 1684777152, 4251122042, 2321926636, 335633487, 1661365465, 4195302755, 2366115317, 997073096, 1281953886, 3579855332, 2724688242, 1006888145, 1258607687, 3524101629, 2768942443, 901097722, 1119000684, 3686517206, 2898065728, 853044451, 1172266101, 3705015759, 2882616665, 651767980, 1373503546, 3369554304, 3218104598, 565507253, 1454621731, 3485111705, 3099436303, 671266974, 1594198024, 3322730930, 2970347812, 795835527, 1483230225, 3244367275, 3060149565, 1994146192, 31158534, 2563907772, 4023717930, 1907459465, 112637215, 2680153253, 3904427059, 2013776290, 251722036, 2517215374, 3775830040, 2137656763, 141376813, 2439277719, 3865271297, 1802195444, 476864866, 2238001368, 4066508878, 1812370925, 453092731, 2181625025, 4111451223, 1706088902, 314042704, 2344532202, 4240017532, 1658658271, 366619977, 2362670323, 4224994405, 1303535960, 984961486, 2747007092, 3569037538, 1256170817, 1037604311, 2765210733, 3554079995, 1131014506, 879679996, 2909243462, 3663771856, 1141124467, 855842277, 2852801631, 3708648649, 1342533948, 654459306, 3188396048, 3373015174, 1466479909, 544179635, 3110523913, 3462522015, 1591671054, 702138776, 2966460450, 3352799412, 1504918807, 783551873, 3082640443, 3233442989, 3988292384, 2596254646, 62317068, 1957810842, 3939845945, 2647816111, 81470997, 1943803523, 3814918930, 2489596804, 225274430, 2053790376, 3826175755, 2466906013, 167816743, 2097651377, 4027552580, 2265490386, 503444072, 1762050814, 4150417245, 2154129355, 426522225, 1852507879, 4275313526, 2312317920, 282753626, 1742555852, 4189708143, 2394877945, 397917763, 1622183637, 3604390888, 2714866558, 953729732, 1340076626, 3518719985, 2797360999, 1068828381, 1219638859, 3624741850, 2936675148, 906185462, 1090812512, 3747672003, 2825379669, 829329135, 1181335161, 3412177804, 3160834842, 628085408, 1382605366, 3423369109, 3138078467, 570562233, 1426400815, 3317316542, 2998733608, 733239954, 1555261956, 3268935591, 3050360625, 752459403, 1541320221, 2607071920, 3965973030, 1969922972, 40735498, 2617837225, 3943577151, 1913087877, 83908371, 2512341634, 3803740692, 2075208622, 213261112, 2463272603, 3855990285, 2094854071, 198958881, 2262029012, 4057260610, 1759359992, 534414190, 2176718541, 4139329115, 1873836001, 414664567, 2282248934, 4279200368, 1711684554, 285281116, 2405801727, 4167216745, 1634467795, 376229701, 2685067896, 3608007406, 1308918612, 956543938, 2808555105, 3495958263, 1231636301, 1047427035, 2932959818, 3654703836, 1088359270, 936918e3, 2847714899, 3736837829, 1202900863, 817233897, 3183342108, 3401237130, 1404277552, 615818150, 3134207493, 3453421203, 1423857449, 601450431, 3009837614, 3294710456, 1567103746, 711928724, 3020668471, 3272380065, 1510334235, 755167117 ]);
  function crc32(buf) {
   let crc = -1;
   for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
   return (crc ^ -1) >>> 0;
  }
  module.exports = crc32;
 }),
 "../../node_modules/yauzl/fd-slicer.js": (function(__unused_webpack_module, exports, __webpack_require__) {
  var fs = __webpack_require__("fs");
  var util = __webpack_require__("util");
  var stream = __webpack_require__("stream");
  var Readable = stream.Readable;
  var PassThrough = stream.PassThrough;
  var Pend = __webpack_require__("../../node_modules/pend/index.js");
  var EventEmitter = __webpack_require__("events").EventEmitter;
  exports.BufferSlicer = BufferSlicer;
  exports.FdSlicer = FdSlicer;
  util.inherits(FdSlicer, EventEmitter);
  function FdSlicer(fd) {
   EventEmitter.call(this);
   this.fd = fd;
   this.pend = new Pend;
   this.pend.max = 1;
   this.refCount = 0;
  }
  FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
   var self = this;
   self.pend.go(function(cb) {
    fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
     cb();
     callback(err, bytesRead, buffer);
    });
   });
  };
  FdSlicer.prototype.createReadStream = function(options) {
   return new ReadStream(this, options);
  };
  FdSlicer.prototype.ref = function() {
   this.refCount += 1;
  };
  FdSlicer.prototype.unref = function() {
   var self = this;
   self.refCount -= 1;
   if (self.refCount < 0) throw new Error("invalid unref");
   if (self.refCount > 0) return;
   fs.close(self.fd, onCloseDone);
   function onCloseDone(err) {
    if (err) self.emit("error", err); else self.emit("close");
   }
  };
  util.inherits(ReadStream, Readable);
  function ReadStream(context, options) {
   options = options || {};
   Readable.call(this, options);
   this.context = context;
   this.context.ref();
   this.start = options.start || 0;
   this.endOffset = options.end;
   this.pos = this.start;
  }
  ReadStream.prototype._read = function(n) {
   var self = this;
   var toRead = Math.min(self._readableState.highWaterMark, n);
   if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
   if (toRead <= 0) {
    self.push(null);
    this._cleanup();
    return;
   }
   self.context.pend.go(function(cb) {
    var buffer = Buffer.allocUnsafe(toRead);
    fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
     if (err) self.destroy(err); else if (bytesRead === 0) {
      self.push(null);
      self._cleanup();
     } else {
      self.pos += bytesRead;
      self.push(buffer.slice(0, bytesRead));
     }
     cb();
    });
   });
  };
  ReadStream.prototype._destroy = function(err, cb) {
   this._cleanup();
   cb(err);
  };
  ReadStream.prototype._cleanup = function() {
   if (this.context != null) {
    this.context.unref();
    this.context = null;
   }
  };
  util.inherits(BufferSlicer, EventEmitter);
  function BufferSlicer(buffer) {
   EventEmitter.call(this);
   this.refCount = 0;
   this.buffer = buffer;
  }
  BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
   if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
   if (position < 0) throw new RangeError("position is negative: " + position);
   if (offset + length > buffer.length) length = buffer.length - offset;
   if (position + length > this.buffer.length) length = this.buffer.length - position;
   if (length <= 0) {
    setImmediate(function() {
     callback(null, 0);
    });
    return;
   }
   this.buffer.copy(buffer, offset, position, position + length);
   setImmediate(function() {
    callback(null, length);
   });
  };
  BufferSlicer.prototype.createReadStream = function(options) {
   options = options || {};
   var readStream = new PassThrough(options);
   readStream.start = options.start || 0;
   readStream.endOffset = options.end;
   readStream.pos = readStream.endOffset || this.buffer.length;
   var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
   var maxChunkSize = 65536;
   var offset = 0;
   while (true) {
    var nextOffset = offset + maxChunkSize;
    if (nextOffset >= entireSlice.length) {
     if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
     break;
    }
    readStream.write(entireSlice.slice(offset, nextOffset));
    offset = nextOffset;
   }
   readStream.end();
   return readStream;
  };
  BufferSlicer.prototype.ref = function() {
   this.refCount += 1;
  };
  BufferSlicer.prototype.unref = function() {
   this.refCount -= 1;
   if (this.refCount < 0) throw new Error("invalid unref");
  };
 }),
 "../../node_modules/yauzl/index.js": (function(__unused_webpack_module, exports, __webpack_require__) {
  __webpack_require__("fs");
  var zlib = __webpack_require__("zlib");
  __webpack_require__("../../node_modules/yauzl/fd-slicer.js");
  var util = __webpack_require__("util");
  var EventEmitter = __webpack_require__("events").EventEmitter;
  var Transform = __webpack_require__("stream").Transform;
  var PassThrough = __webpack_require__("stream").PassThrough;
  var Writable = __webpack_require__("stream").Writable;
  const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : __webpack_require__("../../node_modules/yauzl/crc32.js");
  exports.fromRandomAccessReader = fromRandomAccessReader;
  exports.getFileNameLowLevel = getFileNameLowLevel;
  exports.RandomAccessReader = RandomAccessReader;
  function fromRandomAccessReader(reader, totalSize, options, callback) {
   if (typeof options === "function") {
    callback = options;
    options = null;
   }
   if (options == null) options = {};
   if (options.autoClose == null) options.autoClose = true;
   if (options.lazyEntries == null) options.lazyEntries = false;
   if (options.decodeStrings == null) options.decodeStrings = true;
   var decodeStrings = !!options.decodeStrings;
   if (options.validateEntrySizes == null) options.validateEntrySizes = true;
   if (options.strictFileNames == null) options.strictFileNames = false;
   if (callback == null) callback = defaultCallback;
   if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
   if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
   reader.ref();
   var eocdrWithoutCommentSize = 22;
   var zip64EocdlSize = 20;
   var maxCommentSize = 65535;
   var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
   var buffer = newBuffer(bufferSize);
   var bufferReadStart = totalSize - buffer.length;
   readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
    if (err) return callback(err);
    for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
     if (buffer.readUInt32LE(i) !== 101010256) continue;
     var eocdrBuffer = buffer.subarray(i);
     var diskNumber = eocdrBuffer.readUInt16LE(4);
     var entryCount = eocdrBuffer.readUInt16LE(10);
     var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
     var commentLength = eocdrBuffer.readUInt16LE(20);
     var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
     if (commentLength !== expectedCommentLength) return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
     var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
     if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
      var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
      var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
      var zip64EocdrBuffer = newBuffer(56);
      return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
       if (err) return callback(err);
       if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(new Error("invalid zip64 end of central directory record signature"));
       diskNumber = zip64EocdrBuffer.readUInt32LE(16);
       if (diskNumber !== 0) return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
       entryCount = readUInt64LE(zip64EocdrBuffer, 32);
       centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
       return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
      });
     }
     if (diskNumber !== 0) return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
     return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
    }
    callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
   });
  }
  util.inherits(ZipFile, EventEmitter);
  function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
   var self = this;
   EventEmitter.call(self);
   self.reader = reader;
   self.reader.on("error", function(err) {
    emitError(self, err);
   });
   self.reader.once("close", function() {
    self.emit("close");
   });
   self.readEntryCursor = centralDirectoryOffset;
   self.fileSize = fileSize;
   self.entryCount = entryCount;
   self.comment = comment;
   self.entriesRead = 0;
   self.autoClose = !!autoClose;
   self.lazyEntries = !!lazyEntries;
   self.decodeStrings = !!decodeStrings;
   self.validateEntrySizes = !!validateEntrySizes;
   self.strictFileNames = !!strictFileNames;
   self.isOpen = true;
   self.emittedError = false;
   self.hasEachEntryBeenCalled = false;
   if (!self.lazyEntries) self._readEntry();
  }
  ZipFile.prototype.close = function() {
   if (!this.isOpen) return;
   this.isOpen = false;
   this.reader.unref();
  };
  function emitErrorAndAutoClose(self, err) {
   if (self.autoClose) self.close();
   emitError(self, err);
  }
  function emitError(self, err) {
   if (self.emittedError) return;
   self.emittedError = true;
   self.emit("error", err);
  }
  ZipFile.prototype.readEntry = function() {
   if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
   this._readEntry();
  };
  ZipFile.prototype._readEntry = function() {
   var self = this;
   if (self.entryCount === self.entriesRead) {
    setImmediate(function() {
     if (self.autoClose) self.close();
     if (self.emittedError) return;
     self.emit("end");
    });
    return;
   }
   if (self.emittedError) return;
   var buffer = newBuffer(46);
   readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
    if (err) return emitErrorAndAutoClose(self, err);
    if (self.emittedError) return;
    var entry = new Entry;
    var signature = buffer.readUInt32LE(0);
    if (signature !== 33639248) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
    entry.versionMadeBy = buffer.readUInt16LE(4);
    entry.versionNeededToExtract = buffer.readUInt16LE(6);
    entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
    entry.compressionMethod = buffer.readUInt16LE(10);
    entry.lastModFileTime = buffer.readUInt16LE(12);
    entry.lastModFileDate = buffer.readUInt16LE(14);
    entry.crc32 = buffer.readUInt32LE(16);
    entry.compressedSize = buffer.readUInt32LE(20);
    entry.uncompressedSize = buffer.readUInt32LE(24);
    entry.fileNameLength = buffer.readUInt16LE(28);
    entry.extraFieldLength = buffer.readUInt16LE(30);
    entry.fileCommentLength = buffer.readUInt16LE(32);
    entry.internalFileAttributes = buffer.readUInt16LE(36);
    entry.externalFileAttributes = buffer.readUInt32LE(38);
    entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
    if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));
    self.readEntryCursor += 46;
    buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
    readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
     if (err) return emitErrorAndAutoClose(self, err);
     if (self.emittedError) return;
     entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
     var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
     entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
     entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
     try {
      entry.extraFields = parseExtraFields(entry.extraFieldRaw);
     } catch (err) {
      return emitErrorAndAutoClose(self, err);
     }
     if (self.decodeStrings) {
      var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
      entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
      entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
      var errorMessage = validateFileName(entry.fileName);
      if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
     } else {
      entry.fileComment = entry.fileCommentRaw;
      entry.fileName = entry.fileNameRaw;
     }
     entry.comment = entry.fileComment;
     self.readEntryCursor += buffer.length;
     self.entriesRead += 1;
     for (var i = 0; i < entry.extraFields.length; i++) {
      var extraField = entry.extraFields[i];
      if (extraField.id !== 1) continue;
      var zip64EiefBuffer = extraField.data;
      var index = 0;
      if (entry.uncompressedSize === 4294967295) {
       if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
       entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
       index += 8;
      }
      if (entry.compressedSize === 4294967295) {
       if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
       entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
       index += 8;
      }
      if (entry.relativeOffsetOfLocalHeader === 4294967295) {
       if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
       entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
       index += 8;
      }
      break;
     }
     if (self.validateEntrySizes && entry.compressionMethod === 0) {
      var expectedCompressedSize = entry.uncompressedSize;
      if (entry.isEncrypted()) expectedCompressedSize += 12;
      if (entry.compressedSize !== expectedCompressedSize) {
       var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
       return emitErrorAndAutoClose(self, new Error(msg));
      }
     }
     self.emit("entry", entry);
     if (!self.lazyEntries) self._readEntry();
    });
   });
  };
  ZipFile.prototype.eachEntry = function() {
   const self = this;
   if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
   if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
   self.hasEachEntryBeenCalled = true;
   let pendingResolveReject = null;
   self.on("entry", onEntry);
   self.on("end", onEnd);
   self.on("error", onError);
   function cleanup() {
    self.removeListener("entry", onEntry);
    self.removeListener("end", onEnd);
    self.removeListener("error", onError);
    if (self.autoClose) self.close();
   }
   function onEntry(entry) {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    resolve({
     value: entry
    });
   }
   function onEnd() {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    resolve({
     done: true
    });
   }
   function onError(err) {
    let {reject} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    reject(err);
   }
   return {
    [Symbol.asyncIterator]() {
     return this;
    },
    next() {
     const promise = new Promise((resolve, reject) => {
      if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
      pendingResolveReject = {
       resolve,
       reject
      };
     });
     self.readEntry();
     return promise;
    },
    return(value) {
     cleanup();
     return Promise.resolve({
      done: true,
      value
     });
    },
    throw(value) {
     cleanup();
     return Promise.reject(value);
    }
   };
  };
  ZipFile.prototype.openReadStream = function(entry, options, callback) {
   var self = this;
   var relativeStart = 0;
   var relativeEnd = entry.compressedSize;
   if (callback == null) {
    callback = options;
    options = null;
   }
   if (options == null) options = {}; else {
    if (options.decodeFileData === false) {
     if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
     if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
    } else {
     if (options.decrypt != null) {
      if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
      if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
      if (entry.isCompressed()) if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
     }
     if (options.decompress != null) {
      if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
      if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
      decompress = options.decompress;
     }
    }
    if (options.start != null) {
     relativeStart = options.start;
     if (relativeStart < 0) throw new Error("options.start < 0");
     if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
    }
    if (options.end != null) {
     relativeEnd = options.end;
     if (relativeEnd < 0) throw new Error("options.end < 0");
     if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
     if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
    }
   }
   var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
   if (options.start != null || options.end != null) if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
   if (!self.isOpen) return callback(new Error("closed"));
   if (entry.isEncrypted() && !rawMode) if (options.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
   var decompress;
   if (rawMode) decompress = false; else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true; else return callback(new Error("unsupported compression method: " + entry.compressionMethod));
   self.readLocalFileHeader(entry, {
    minimal: true
   }, function(err, localFileHeader) {
    if (err) return callback(err);
    self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
   });
  };
  ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
   var self = this;
   var readStream = self.reader.createReadStream({
    start: fileDataStart + relativeStart,
    end: fileDataStart + relativeEnd
   });
   var endpointStream = readStream;
   if (decompress) {
    var destroyed = false;
    var inflateFilter = zlib.createInflateRaw();
    readStream.on("error", function(err) {
     setImmediate(function() {
      if (!destroyed) inflateFilter.emit("error", err);
     });
    });
    readStream.pipe(inflateFilter);
    if (self.validateEntrySizes) {
     endpointStream = new AssertByteCountStream(uncompressedSize);
     inflateFilter.on("error", function(err) {
      setImmediate(function() {
       if (!destroyed) endpointStream.emit("error", err);
      });
     });
     inflateFilter.pipe(endpointStream);
    } else endpointStream = inflateFilter;
    installDestroyFn(endpointStream, function() {
     destroyed = true;
     if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
     readStream.unpipe(inflateFilter);
     readStream.destroy();
    });
   }
   callback(null, endpointStream);
  };
  ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
   var self = this;
   if (callback == null) {
    callback = options;
    options = null;
   }
   if (options == null) options = {};
   self.reader.ref();
   var buffer = newBuffer(30);
   readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
    try {
     if (err) return callback(err);
     var signature = buffer.readUInt32LE(0);
     if (signature !== 67324752) return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
     var fileNameLength = buffer.readUInt16LE(26);
     var extraFieldLength = buffer.readUInt16LE(28);
     var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
     if (fileDataStart + entry.compressedSize > self.fileSize) return callback(new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
     if (options.minimal) return callback(null, {
      fileDataStart
     });
     var localFileHeader = new LocalFileHeader;
     localFileHeader.fileDataStart = fileDataStart;
     localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
     localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
     localFileHeader.compressionMethod = buffer.readUInt16LE(8);
     localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
     localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
     localFileHeader.crc32 = buffer.readUInt32LE(14);
     localFileHeader.compressedSize = buffer.readUInt32LE(18);
     localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
     localFileHeader.fileNameLength = fileNameLength;
     localFileHeader.extraFieldLength = extraFieldLength;
     buffer = newBuffer(fileNameLength + extraFieldLength);
     self.reader.ref();
     readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
      try {
       if (err) return callback(err);
       localFileHeader.fileName = buffer.subarray(0, fileNameLength);
       localFileHeader.extraField = buffer.subarray(fileNameLength);
       return callback(null, localFileHeader);
      } finally {
       self.reader.unref();
      }
     });
    } finally {
     self.reader.unref();
    }
   });
  };
  ZipFile.prototype.openReadStreamPromise = function(entry, options) {
   return new Promise((resolve, reject) => {
    this.openReadStream(entry, options, function(err, readStream) {
     if (err) return reject(err);
     resolve(readStream);
    });
   });
  };
  ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
   return new Promise((resolve, reject) => {
    this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
     if (err) return reject(err);
     resolve(readStream);
    });
   });
  };
  ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
   return new Promise((resolve, reject) => {
    this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
     if (err) return reject(err);
     resolve(localFileHeader);
    });
   });
  };
  function Entry() {}
  Entry.prototype.getLastModDate = function(options) {
   if (options == null) options = {};
   if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
    var extraField = this.extraFields[i];
    if (extraField.id === 21589) {
     var data = extraField.data;
     if (data.length < 5) continue;
     var flags = data[0];
     var HAS_MTIME = 1;
     if (!(flags & HAS_MTIME)) continue;
     var posixTimestamp = data.readInt32LE(1);
     return new Date(posixTimestamp * 1e3);
    } else if (extraField.id === 10) {
     data = extraField.data;
     if (data.length !== 32) continue;
     if (data.readUInt16LE(4) !== 1) continue;
     if (data.readUInt16LE(6) !== 24) continue;
     var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
     var millisecondsSince1970 = hundredNanoSecondsSince1601 / 1e4 - 116444736e5;
     return new Date(millisecondsSince1970);
    }
   }
   return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
  };
  Entry.prototype.canDecodeFileData = function() {
   return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
  };
  Entry.prototype.isEncrypted = function() {
   return (this.generalPurposeBitFlag & 1) !== 0;
  };
  Entry.prototype.isCompressed = function() {
   return this.compressionMethod === 8;
  };
  function LocalFileHeader() {}
  function dosDateTimeToDate(date, time, timezone) {
   var day = date & 31;
   var month = (date >> 5 & 15) - 1;
   var year = (date >> 9 & 127) + 1980;
   var millisecond = 0;
   var second = (time & 31) * 2;
   var minute = time >> 5 & 63;
   var hour = time >> 11 & 31;
   if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond); else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond)); else throw new Error("unrecognized options.timezone: " + options.timezone);
  }
  function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
   var fileName = null;
   for (var i = 0; i < extraFields.length; i++) {
    var extraField = extraFields[i];
    if (extraField.id === 28789) {
     if (extraField.data.length < 6) continue;
     if (extraField.data.readUInt8(0) !== 1) continue;
     var oldNameCrc32 = extraField.data.readUInt32LE(1);
     if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
     fileName = decodeBuffer(extraField.data.subarray(5), true);
     break;
    }
   }
   if (fileName == null) {
    var isUtf8 = (generalPurposeBitFlag & 2048) !== 0;
    fileName = decodeBuffer(fileNameBuffer, isUtf8);
   }
   if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
   return fileName;
  }
  function validateFileName(fileName) {
   if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
   if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
   if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
   return null;
  }
  function parseExtraFields(extraFieldBuffer) {
   var extraFields = [];
   var i = 0;
   while (i < extraFieldBuffer.length - 3) {
    var headerId = extraFieldBuffer.readUInt16LE(i + 0);
    var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
    var dataStart = i + 4;
    var dataEnd = dataStart + dataSize;
    if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
    var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
    extraFields.push({
     id: headerId,
     data: dataBuffer
    });
    i = dataEnd;
   }
   return extraFields;
  }
  function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
   if (length === 0) return setImmediate(function() {
    callback(null, newBuffer(0));
   });
   reader.read(buffer, offset, length, position, function(err, bytesRead) {
    if (err) return callback(err);
    if (bytesRead < length) return callback(new Error("unexpected EOF"));
    callback();
   });
  }
  util.inherits(AssertByteCountStream, Transform);
  function AssertByteCountStream(byteCount) {
   Transform.call(this);
   this.actualByteCount = 0;
   this.expectedByteCount = byteCount;
  }
  AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
   this.actualByteCount += chunk.length;
   if (this.actualByteCount > this.expectedByteCount) {
    var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
    return cb(new Error(msg));
   }
   cb(null, chunk);
  };
  AssertByteCountStream.prototype._flush = function(cb) {
   if (this.actualByteCount < this.expectedByteCount) {
    var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
    return cb(new Error(msg));
   }
   cb();
  };
  util.inherits(RandomAccessReader, EventEmitter);
  function RandomAccessReader() {
   EventEmitter.call(this);
   this.refCount = 0;
  }
  RandomAccessReader.prototype.ref = function() {
   this.refCount += 1;
  };
  RandomAccessReader.prototype.unref = function() {
   var self = this;
   self.refCount -= 1;
   if (self.refCount > 0) return;
   if (self.refCount < 0) throw new Error("invalid unref");
   self.close(onCloseDone);
   function onCloseDone(err) {
    if (err) return self.emit("error", err);
    self.emit("close");
   }
  };
  RandomAccessReader.prototype.createReadStream = function(options) {
   if (options == null) options = {};
   var start = options.start;
   var end = options.end;
   if (start === end) {
    var emptyStream = new PassThrough;
    setImmediate(function() {
     emptyStream.end();
    });
    return emptyStream;
   }
   var stream = this._readStreamForRange(start, end);
   var destroyed = false;
   var refUnrefFilter = new RefUnrefFilter(this);
   stream.on("error", function(err) {
    setImmediate(function() {
     if (!destroyed) refUnrefFilter.emit("error", err);
    });
   });
   installDestroyFn(refUnrefFilter, function() {
    stream.unpipe(refUnrefFilter);
    refUnrefFilter.unref();
    stream.destroy();
   });
   var byteCounter = new AssertByteCountStream(end - start);
   refUnrefFilter.on("error", function(err) {
    setImmediate(function() {
     if (!destroyed) byteCounter.emit("error", err);
    });
   });
   installDestroyFn(byteCounter, function() {
    destroyed = true;
    refUnrefFilter.unpipe(byteCounter);
    refUnrefFilter.destroy();
   });
   return stream.pipe(refUnrefFilter).pipe(byteCounter);
  };
  RandomAccessReader.prototype._readStreamForRange = function(start, end) {
   throw new Error("not implemented");
  };
  RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
   var readStream = this.createReadStream({
    start: position,
    end: position + length
   });
   var writeStream = new Writable;
   var written = 0;
   writeStream._write = function(chunk, encoding, cb) {
    chunk.copy(buffer, offset + written, 0, chunk.length);
    written += chunk.length;
    cb();
   };
   writeStream.on("finish", callback);
   readStream.on("error", function(error) {
    callback(error);
   });
   readStream.pipe(writeStream);
  };
  RandomAccessReader.prototype.close = function(callback) {
   setImmediate(callback);
  };
  util.inherits(RefUnrefFilter, PassThrough);
  function RefUnrefFilter(context) {
   PassThrough.call(this);
   this.context = context;
   this.context.ref();
   this.unreffedYet = false;
  }
  RefUnrefFilter.prototype._flush = function(cb) {
   this.unref();
   cb();
  };
  RefUnrefFilter.prototype.unref = function(cb) {
   if (this.unreffedYet) return;
   this.unreffedYet = true;
   this.context.unref();
  };
  var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";
  function decodeBuffer(buffer, isUtf8) {
   if (isUtf8) return buffer.toString("utf8"); else {
    var result = "";
    for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
    return result;
   }
  }
  function readUInt64LE(buffer, offset) {
   var lower32 = buffer.readUInt32LE(offset);
   var upper32 = buffer.readUInt32LE(offset + 4);
   return upper32 * 4294967296 + lower32;
  }
  var newBuffer;
  if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
   return Buffer.allocUnsafe(len);
  }; else newBuffer = function(len) {
   return new Buffer(len);
  };
  function installDestroyFn(stream, fn) {
   if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
    fn();
    if (cb != null) cb(err);
   }; else stream.destroy = fn;
  }
  function defaultCallback(err) {
   if (err) throw err;
  }
 }),
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
    if (file.bytes() > before) attempt = 1;
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
   constructor(place, kind) {
    super(`${kind === "a folder" ? "a folder is" : "something that is no folder is"} in the way`);
    this.name = "InTheWay";
    this.place = place;
   }
  }
  async function placeFiles({from, into, folder, signal}) {
   for (let depth = 1; depth < folder.length; depth += 1) await makeRealFolder(into, folder.slice(0, depth));
   await moveFolder({
    from,
    into,
    signal
   }, folder);
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
    hint: isFull ? "Make room, or take less: JOB:GLOB unpacks only the files that match it. While it is unpacked, an archive needs its own size as well." : "Give another folder in artifacts_path, or move away what is there.",
    cause: error
   };
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
   const {download: job, into, folder, signal} = call;
   const {plan, skippedLinks, files, startMs, downloadedBytes} = ready;
   const {found, selectors} = job;
   const count = plan.files.length + plan.links.length - skippedLinks.length;
   if (count > 0 || selectors.some(({path}) => path === void 0)) {
    await placeFiles({
     from: files,
     into,
     folder,
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
  const longestFolderName = 80;
  function folderNameOf(name) {
   const clean = name.normalize("NFC").replace(unseen, "-").replace(/[<>:"/\\|?*]/g, "-").replace(/^[\s.]+/u, "-");
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
  function foldersOf({path, job}) {
   return [ ...path, job.name ].map(folderNameOf);
  }
  function assignFolders(jobs) {
   const taken = {
    isTaken: false,
    below: new Map
   };
   const folders = new Map;
   const moved = [];
   const counts = new Map;
   for (const found of jobs) {
    const wanted = foldersOf(found);
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
   const {download: job, staging, into, folder, signal} = call;
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
   const {folders, moved} = assignFolders(downloads.map(({found}) => found));
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
     const own = (0, external_node_path_.join)(staging, String(index));
     await (0, promises_.mkdir)(own);
     const folder = folders.get(download.found) ?? [];
     return await bringJob(deps, {
      download,
      folder,
      into,
      staging: own,
      naming: call.naming,
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
  async function bringArtifacts({deps, gitlab}, {lines, path}, {root}, signal) {
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
    signal
   }));
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
