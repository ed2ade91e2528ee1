export const __webpack_esm_ids__ = [ "schemas" ];

export const __webpack_esm_modules__ = {
 "../../node_modules/zod/v4/core/api.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   _boolean: function() {
    return _boolean;
   },
   _gte: function() {
    return _gte;
   },
   _int: function() {
    return _int;
   },
   _lte: function() {
    return _lte;
   },
   _minLength: function() {
    return _minLength;
   },
   _number: function() {
    return _number;
   },
   _positive: function() {
    return _positive;
   },
   _regex: function() {
    return _regex;
   },
   _string: function() {
    return _string;
   },
   _unknown: function() {
    return _unknown;
   },
   describe: function() {
    return describe;
   },
   meta: function() {
    return meta;
   }
  });
  var checks = __webpack_require__("../../node_modules/zod/v4/core/checks.js");
  var _a;
  null && Symbol("ZodOutput");
  null && Symbol("ZodInput");
  class $ZodRegistry {
   constructor() {
    this._map = new WeakMap;
    this._idmap = new Map;
   }
   add(schema, ..._meta) {
    const meta = _meta[0];
    this._map.set(schema, meta);
    if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
    return this;
   }
   clear() {
    this._map = new WeakMap;
    this._idmap = new Map;
    return this;
   }
   remove(schema) {
    const meta = this._map.get(schema);
    if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
    this._map.delete(schema);
    return this;
   }
   get(schema) {
    const p = schema._zod.parent;
    if (p) {
     const pm = {
      ...this.get(p) ?? {}
     };
     delete pm.id;
     const f = {
      ...pm,
      ...this._map.get(schema)
     };
     return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
   }
   has(schema) {
    return this._map.has(schema);
   }
  }
  function registry() {
   return new $ZodRegistry;
  }
  (_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
  const globalRegistry = globalThis.__zod_globalRegistry;
  var util = __webpack_require__("../../node_modules/zod/v4/core/util.js");
  function snapshotChecks(def) {
   if (def.checks) def.checks = [ ...def.checks ];
   return def;
  }
  function _string(Class, params) {
   return new Class(snapshotChecks({
    type: "string",
    ...util.normalizeParams(params)
   }));
  }
  function _number(Class, params) {
   return new Class(snapshotChecks({
    type: "number",
    checks: [],
    ...util.normalizeParams(params)
   }));
  }
  function _int(Class, params) {
   return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...util.normalizeParams(params)
   });
  }
  function _boolean(Class, params) {
   return new Class({
    type: "boolean",
    ...util.normalizeParams(params)
   });
  }
  function _unknown(Class) {
   return new Class({
    type: "unknown"
   });
  }
  function _lte(value, params) {
   return new checks.$ZodCheckLessThan({
    check: "less_than",
    ...util.normalizeParams(params),
    value,
    inclusive: true
   });
  }
  function _gt(value, params) {
   return new checks.$ZodCheckGreaterThan({
    check: "greater_than",
    ...util.normalizeParams(params),
    value,
    inclusive: false
   });
  }
  function _gte(value, params) {
   return new checks.$ZodCheckGreaterThan({
    check: "greater_than",
    ...util.normalizeParams(params),
    value,
    inclusive: true
   });
  }
  function _positive(params) {
   return _gt(0, params);
  }
  function _minLength(minimum, params) {
   return new checks.$ZodCheckMinLength({
    check: "min_length",
    ...util.normalizeParams(params),
    minimum
   });
  }
  function _regex(pattern, params) {
   return new checks.$ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...util.normalizeParams(params),
    pattern
   });
  }
  function describe(description) {
   const ch = new checks.$ZodCheck({
    check: "describe"
   });
   ch._zod.onattach = [ inst => {
    const existing = globalRegistry.get(inst) ?? {};
    globalRegistry.add(inst, {
     ...existing,
     description
    });
   } ];
   ch._zod.check = () => {};
   return ch;
  }
  function meta(metadata) {
   const ch = new checks.$ZodCheck({
    check: "meta"
   });
   ch._zod.onattach = [ inst => {
    const existing = globalRegistry.get(inst) ?? {};
    globalRegistry.add(inst, {
     ...existing,
     ...metadata
    });
   } ];
   ch._zod.check = () => {};
   return ch;
  }
 }),
 "../../node_modules/zod/v4/core/checks.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  var core;
  var regexes;
  var util;
  var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/zod/v4/core/core.js");
  var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("../../node_modules/zod/v4/core/util.js");
  const $ZodCheck = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheck", (inst, def) => {
   var _a;
   inst._zod ?? (inst._zod = {});
   inst._zod.def = def;
   (_a = inst._zod).onattach ?? (_a.onattach = []);
  });
  const _whenHasSize = payload => {
   const val = payload.value;
   return !util.nullish(val) && val.size !== void 0;
  };
  const _whenHasLength = payload => {
   const val = payload.value;
   return !_util_js__WEBPACK_IMPORTED_MODULE_1__.nullish(val) && val.length !== void 0;
  };
  const numericOriginMap = {
   number: "number",
   bigint: "bigint",
   object: "date"
  };
  const $ZodCheckLessThan = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheckLessThan", (inst, def) => {
   $ZodCheck.init(inst, def);
   const origin = numericOriginMap[typeof def.value];
   inst._zod.check = payload => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
    payload.issues.push({
     origin: numericOriginMap[typeof payload.value] ?? origin,
     code: "too_big",
     maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
     input: payload.value,
     inclusive: def.inclusive,
     inst,
     continue: !def.abort
    });
   };
  });
  const $ZodCheckGreaterThan = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheckGreaterThan", (inst, def) => {
   $ZodCheck.init(inst, def);
   const origin = numericOriginMap[typeof def.value];
   inst._zod.check = payload => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
    payload.issues.push({
     origin: numericOriginMap[typeof payload.value] ?? origin,
     code: "too_small",
     minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
     input: payload.value,
     inclusive: def.inclusive,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckMultipleOf", (inst, def) => {
   $ZodCheck.init(inst, def);
   inst._zod.check = payload => {
    if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : util.floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple) return;
    payload.issues.push({
     origin: typeof payload.value,
     code: "not_multiple_of",
     divisor: def.value,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  const $ZodCheckNumberFormat = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheckNumberFormat", (inst, def) => {
   $ZodCheck.init(inst, def);
   def.format = def.format || "float64";
   const isInt = def.format?.includes("int");
   const origin = isInt ? "int" : "number";
   const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__.NUMBER_FORMAT_RANGES[def.format];
   inst._zod.check = payload => {
    const input = payload.value;
    if (isInt) {
     if (!Number.isInteger(input)) {
      payload.issues.push({
       expected: origin,
       format: def.format,
       code: "invalid_type",
       continue: false,
       input,
       inst
      });
      return;
     }
     if (!Number.isSafeInteger(input)) {
      if (input > 0) payload.issues.push({
       input,
       code: "too_big",
       maximum: Number.MAX_SAFE_INTEGER,
       note: "Integers must be within the safe integer range.",
       inst,
       origin,
       inclusive: true,
       continue: !def.abort
      }); else payload.issues.push({
       input,
       code: "too_small",
       minimum: Number.MIN_SAFE_INTEGER,
       note: "Integers must be within the safe integer range.",
       inst,
       origin,
       inclusive: true,
       continue: !def.abort
      });
      return;
     }
    }
    if (input < minimum) payload.issues.push({
     origin: "number",
     input,
     code: "too_small",
     minimum,
     inclusive: true,
     inst,
     continue: !def.abort
    });
    if (input > maximum) payload.issues.push({
     origin: "number",
     input,
     code: "too_big",
     maximum,
     inclusive: true,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
   $ZodCheck.init(inst, def);
   const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
   inst._zod.check = payload => {
    const input = payload.value;
    if (input < minimum) payload.issues.push({
     origin: "bigint",
     input,
     code: "too_small",
     minimum,
     inclusive: true,
     inst,
     continue: !def.abort
    });
    if (input > maximum) payload.issues.push({
     origin: "bigint",
     input,
     code: "too_big",
     maximum,
     inclusive: true,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckMaxSize", (inst, def) => {
   var _a;
   $ZodCheck.init(inst, def);
   (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
   inst._zod.check = payload => {
    const input = payload.value;
    const size = input.size;
    if (size <= def.maximum) return;
    payload.issues.push({
     origin: util.getSizableOrigin(input),
     code: "too_big",
     maximum: def.maximum,
     inclusive: true,
     input,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckMinSize", (inst, def) => {
   var _a;
   $ZodCheck.init(inst, def);
   (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
   inst._zod.check = payload => {
    const input = payload.value;
    const size = input.size;
    if (size >= def.minimum) return;
    payload.issues.push({
     origin: util.getSizableOrigin(input),
     code: "too_small",
     minimum: def.minimum,
     inclusive: true,
     input,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
   var _a;
   $ZodCheck.init(inst, def);
   (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
   inst._zod.check = payload => {
    const input = payload.value;
    const size = input.size;
    if (size === def.size) return;
    const tooBig = size > def.size;
    payload.issues.push({
     origin: util.getSizableOrigin(input),
     ...tooBig ? {
      code: "too_big",
      maximum: def.size
     } : {
      code: "too_small",
      minimum: def.size
     },
     inclusive: true,
     exact: true,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckMaxLength", (inst, def) => {
   var _a;
   $ZodCheck.init(inst, def);
   (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
   inst._zod.check = payload => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? util.codePointLength(input) : units;
    if (length <= def.maximum) return;
    const origin = util.getLengthableOrigin(input);
    payload.issues.push({
     origin,
     code: "too_big",
     maximum: def.maximum,
     inclusive: true,
     input,
     inst,
     continue: !def.abort
    });
   };
  });
  const $ZodCheckMinLength = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheckMinLength", (inst, def) => {
   var _a;
   $ZodCheck.init(inst, def);
   (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
   inst._zod.check = payload => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? _util_js__WEBPACK_IMPORTED_MODULE_1__.codePointLength(input) : units;
    if (length >= def.minimum) return;
    const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__.getLengthableOrigin(input);
    payload.issues.push({
     origin,
     code: "too_small",
     minimum: def.minimum,
     inclusive: true,
     input,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckLengthEquals", (inst, def) => {
   var _a;
   $ZodCheck.init(inst, def);
   (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
   inst._zod.check = payload => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? util.codePointLength(input) : units;
    if (length === def.length) return;
    const origin = util.getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
     origin,
     ...tooBig ? {
      code: "too_big",
      maximum: def.length
     } : {
      code: "too_small",
      minimum: def.length
     },
     inclusive: true,
     exact: true,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  const $ZodCheckStringFormat = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheckStringFormat", (inst, def) => {
   var _a, _b;
   $ZodCheck.init(inst, def);
   if (def.pattern) (_a = inst._zod).check ?? (_a.check = payload => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value)) return;
    payload.issues.push({
     origin: "string",
     code: "invalid_format",
     format: def.format,
     input: payload.value,
     ...def.pattern ? {
      pattern: def.pattern.toString()
     } : {},
     inst,
     continue: !def.abort
    });
   }); else (_b = inst._zod).check ?? (_b.check = () => {});
  });
  const $ZodCheckRegex = _core_js__WEBPACK_IMPORTED_MODULE_0__.$constructor("$ZodCheckRegex", (inst, def) => {
   $ZodCheckStringFormat.init(inst, def);
   inst._zod.check = payload => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value)) return;
    payload.issues.push({
     origin: "string",
     code: "invalid_format",
     format: "regex",
     input: payload.value,
     pattern: def.pattern.toString(),
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckLowerCase", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.lowercase);
   $ZodCheckStringFormat.init(inst, def);
  });
  null && core.$constructor("$ZodCheckUpperCase", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.uppercase);
   $ZodCheckStringFormat.init(inst, def);
  });
  null && core.$constructor("$ZodCheckIncludes", (inst, def) => {
   $ZodCheck.init(inst, def);
   const escapedRegex = util.escapeRegex(def.includes);
   const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
   def.pattern = pattern;
   inst._zod.check = payload => {
    if (payload.value.includes(def.includes, def.position)) return;
    payload.issues.push({
     origin: "string",
     code: "invalid_format",
     format: "includes",
     includes: def.includes,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckStartsWith", (inst, def) => {
   $ZodCheck.init(inst, def);
   const pattern = new RegExp(`^${util.escapeRegex(def.prefix)}.*`);
   def.pattern ?? (def.pattern = pattern);
   inst._zod.check = payload => {
    if (payload.value.startsWith(def.prefix)) return;
    payload.issues.push({
     origin: "string",
     code: "invalid_format",
     format: "starts_with",
     prefix: def.prefix,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckEndsWith", (inst, def) => {
   $ZodCheck.init(inst, def);
   const pattern = new RegExp(`.*${util.escapeRegex(def.suffix)}$`);
   def.pattern ?? (def.pattern = pattern);
   inst._zod.check = payload => {
    if (payload.value.endsWith(def.suffix)) return;
    payload.issues.push({
     origin: "string",
     code: "invalid_format",
     format: "ends_with",
     suffix: def.suffix,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  function handleCheckPropertyResult(result, payload, property) {
   if (result.issues.length) payload.issues.push(...util.prefixIssues(property, result.issues));
  }
  null && core.$constructor("$ZodCheckProperty", (inst, def) => {
   $ZodCheck.init(inst, def);
   inst._zod.check = payload => {
    const result = def.schema._zod.run({
     value: payload.value[def.property],
     issues: []
    }, {});
    if (result instanceof Promise) return result.then(result => handleCheckPropertyResult(result, payload, def.property));
    handleCheckPropertyResult(result, payload, def.property);
    return;
   };
  });
  null && core.$constructor("$ZodCheckProperties", (inst, def) => {
   $ZodCheck.init(inst, def);
   util.hide(inst, Symbol.iterator, function*() {
    yield inst;
   });
   let entries;
   inst._zod.check = payload => {
    if (payload.value == null) {
     payload.issues.push({
      expected: "object",
      code: "invalid_type",
      input: payload.value,
      inst
     });
     return;
    }
    entries ?? (entries = Reflect.ownKeys(def.shape).map(key => [ key, def.shape[key] ]));
    const input = payload.value;
    let proms;
    for (const [key, schema] of entries) {
     const result = schema._zod.run({
      value: input[key],
      issues: []
     }, {});
     if (result instanceof Promise) {
      proms ?? (proms = []);
      proms.push(result.then(result => handleCheckPropertyResult(result, payload, key)));
     } else handleCheckPropertyResult(result, payload, key);
    }
    if (proms) return Promise.all(proms).then(() => {});
    return;
   };
  });
  null && core.$constructor("$ZodCheckMimeType", (inst, def) => {
   $ZodCheck.init(inst, def);
   const mimeSet = new Set(def.mime);
   inst._zod.check = payload => {
    if (mimeSet.has(payload.value.type)) return;
    payload.issues.push({
     code: "invalid_value",
     values: def.mime,
     input: payload.value.type,
     inst,
     continue: !def.abort
    });
   };
  });
  null && core.$constructor("$ZodCheckOverwrite", (inst, def) => {
   $ZodCheck.init(inst, def);
   inst._zod.check = payload => {
    payload.value = def.tx(payload.value);
   };
  });
  __webpack_require__.d(__webpack_exports__, [ "$ZodCheck", 0, $ZodCheck, "$ZodCheckGreaterThan", 0, $ZodCheckGreaterThan, "$ZodCheckLessThan", 0, $ZodCheckLessThan, "$ZodCheckMinLength", 0, $ZodCheckMinLength, "$ZodCheckNumberFormat", 0, $ZodCheckNumberFormat, "$ZodCheckRegex", 0, $ZodCheckRegex ]);
 }),
 "../../node_modules/zod/v4/core/core.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   $ZodAsyncError: function() {
    return $ZodAsyncError;
   },
   $ZodEncodeError: function() {
    return $ZodEncodeError;
   },
   $constructor: function() {
    return $constructor;
   },
   config: function() {
    return config;
   },
   globalConfig: function() {
    return globalConfig;
   }
  });
  var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/zod/v4/core/util.js");
  var _a;
  null && Object.freeze({
   status: "aborted"
  });
  const _zodDesc = {
   value: void 0,
   enumerable: false
  };
  let _E = "captureStackTrace" in Error ? Error : null;
  function newError(Definition) {
   const E = _E;
   if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
     try {
      E.stackTraceLimit = 0;
     } catch {
      _E = null;
      return new Definition;
     }
     try {
      return new Definition;
     } finally {
      E.stackTraceLimit = saved;
     }
    }
   }
   return new Definition;
  }
  function $constructor(name, initializer, proto, params) {
   const zodProto = {};
   function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = new Set;
   }
   Internals.prototype = zodProto;
   const protoMembers = proto;
   const initialized = protoMembers && new WeakSet;
   function init(inst, def) {
    if (!inst._zod) {
     _zodDesc.value = new Internals(def);
     try {
      Object.defineProperty(inst, "_zod", _zodDesc);
     } finally {
      _zodDesc.value = void 0;
     }
    } else if (inst._zod.traits.has(name)) return;
    inst._zod.traits.add(name);
    initializer(inst, def);
    if (initialized) {
     const own = Object.getPrototypeOf(inst);
     const ctorProto = inst._zod.constr.prototype;
     let up = own;
     while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
     const target = up ?? own;
     if (!initialized.has(target)) {
      initialized.add(target);
      (0, _util_js__WEBPACK_IMPORTED_MODULE_0__.members)(target, protoMembers);
     }
    }
    const proto = _.prototype;
    for (const k in proto) {
     if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
     if (!(k in inst)) inst[k] = proto[k].bind(inst);
    }
   }
   const Parent = params?.Parent ?? Object;
   class Definition extends Parent {}
   Object.defineProperty(Definition, "name", {
    value: name
   });
   function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
     for (const fn of deferred) fn();
     inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp) pp(inst);
    return inst;
   }
   Object.defineProperty(_, "init", {
    value: init
   });
   Object.defineProperty(_, Symbol.hasInstance, {
    value: inst => {
     if (params?.Parent && inst instanceof params.Parent) return true;
     return inst?._zod?.traits?.has(name);
    }
   });
   Object.defineProperty(_, "name", {
    value: name
   });
   return _;
  }
  null && Symbol("zod_brand");
  class $ZodAsyncError extends Error {
   constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
   }
  }
  class $ZodEncodeError extends Error {
   constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
   }
  }
  (_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
  const globalConfig = globalThis.__zod_globalConfig;
  function config(newConfig) {
   if (newConfig) Object.assign(globalConfig, newConfig);
   return globalConfig;
  }
 }),
 "../../node_modules/zod/v4/core/util.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   NUMBER_FORMAT_RANGES: function() {
    return NUMBER_FORMAT_RANGES;
   },
   aborted: function() {
    return aborted;
   },
   assignProp: function() {
    return assignProp;
   },
   attachSchema: function() {
    return attachSchema;
   },
   cached: function() {
    return cached;
   },
   captureStackTrace: function() {
    return captureStackTrace;
   },
   cleanRegex: function() {
    return cleanRegex;
   },
   clone: function() {
    return clone;
   },
   codePointLength: function() {
    return codePointLength;
   },
   constantCatch: function() {
    return constantCatch;
   },
   defineLazyInternal: function() {
    return defineLazyInternal;
   },
   escapeRegex: function() {
    return escapeRegex;
   },
   explicitlyAborted: function() {
    return explicitlyAborted;
   },
   finalizeIssue: function() {
    return finalizeIssue;
   },
   getEnumValues: function() {
    return getEnumValues;
   },
   getLengthableOrigin: function() {
    return getLengthableOrigin;
   },
   hide: function() {
    return hide;
   },
   installLazyProp: function() {
    return installLazyProp;
   },
   isObject: function() {
    return isObject;
   },
   jsonStringifyReplacer: function() {
    return jsonStringifyReplacer;
   },
   members: function() {
    return members;
   },
   normalizeParams: function() {
    return normalizeParams;
   },
   nullish: function() {
    return nullish;
   },
   optionalKeys: function() {
    return optionalKeys;
   },
   own: function() {
    return own;
   },
   prefixIssues: function() {
    return prefixIssues;
   },
   propertyKeyTypes: function() {
    return propertyKeyTypes;
   },
   sizeCaps: function() {
    return sizeCaps;
   }
  });
  var globalConfig;
  function getEnumValues(entries) {
   const numericValues = Object.values(entries).filter(v => typeof v === "number");
   const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
   return values;
  }
  function jsonStringifyReplacer(_, value) {
   if (typeof value === "bigint") return value.toString();
   return value;
  }
  class Cached {
   constructor(getter) {
    this._getter = getter;
    this._value = void 0;
   }
   get value() {
    const getter = this._getter;
    if (getter !== void 0) {
     this._value = getter();
     this._getter = void 0;
    }
    return this._value;
   }
  }
  function cached(getter) {
   return new Cached(getter);
  }
  function nullish(input) {
   return input === null || input === void 0;
  }
  function cleanRegex(source) {
   const start = source.startsWith("^") ? 1 : 0;
   const end = source.endsWith("$") ? source.length - 1 : source.length;
   return source.slice(start, end);
  }
  null && Symbol("evaluating");
  function assignProp(target, prop, value) {
   Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
   });
  }
  const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
  function isObject(data) {
   return typeof data === "object" && data !== null && !Array.isArray(data);
  }
  null && cached(() => {
   if (globalConfig.jitless) return false;
   if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
   try {
    const F = Function;
    new F("");
    return true;
   } catch (_) {
    return false;
   }
  });
  const propertyKeyTypes = new Set([ "string", "number", "symbol" ]);
  null && new Set([ "string", "number", "bigint", "boolean", "symbol", "undefined" ]);
  function escapeRegex(str) {
   return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }
  function clone(inst, def, params) {
   const cl = new inst._zod.constr(def ?? inst._zod.def);
   if (!def || params?.parent) cl._zod.parent = inst;
   return cl;
  }
  function normalizeParams(_params) {
   const params = _params;
   if (!params) return {};
   if (typeof params === "string") return {
    error: () => params
   };
   if (params?.message !== void 0) {
    if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
   }
   delete params.message;
   if (typeof params.error === "string") return {
    ...params,
    error: () => params.error
   };
   return params;
  }
  function optionalKeys(shape) {
   return Object.keys(shape).filter(k => shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional");
  }
  const NUMBER_FORMAT_RANGES = (() => ({
   safeint: [ Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER ],
   int32: [ -2147483648, 2147483647 ],
   uint32: [ 0, 4294967295 ],
   float32: [ -34028234663852886e22, 34028234663852886e22 ],
   float64: [ -Number.MAX_VALUE, Number.MAX_VALUE ]
  }))();
  function aborted(x, startIndex = 0) {
   if (x.aborted === true) return true;
   for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
   return false;
  }
  function explicitlyAborted(x, startIndex = 0) {
   if (x.aborted === true) return true;
   for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
   return false;
  }
  function prefixIssues(path, issues) {
   return issues.map(iss => {
    var _a;
    (_a = iss).path ?? (_a.path = []);
    iss.path.unshift(path);
    return iss;
   });
  }
  function unwrapMessage(message) {
   return typeof message === "string" ? message : message?.message;
  }
  function sizeCaps(defChecks) {
   const caps = [];
   for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check)) break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0) caps.push([ max, ch ]);
   }
   return caps;
  }
  function attachSchema(issues, start, inst) {
   var _a;
   for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
  }
  function finalizeIssue(iss, ctx, config) {
   var _a;
   const traits = iss.inst?._zod?.traits;
   if (traits?.has("$ZodType")) if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst); else iss.schema = iss.inst;
   const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
   const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
   const full = {};
   for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
    full[k] = iss[k];
   }
   full.path ?? (full.path = []);
   full.message = message;
   if (ctx?.reportInput) full.input = iss.input;
   return full;
  }
  const highSurrogate = /[\uD800-\uDBFF]/;
  function codePointLength(str) {
   const units = str.length;
   if (!highSurrogate.test(str)) return units;
   let count = units;
   for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
    count--;
    i++;
   }
   return count;
  }
  function getLengthableOrigin(input) {
   if (Array.isArray(input)) return "array";
   if (typeof input === "string") return "string";
   return "unknown";
  }
  function members(proto, table) {
   for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get) Object.defineProperty(proto, key, {
     ...desc,
     enumerable: false
    }); else defineBound(proto, key, desc.value);
   }
  }
  function own(inst, key, value, enumerable = true) {
   Object.defineProperty(inst, key, {
    configurable: true,
    writable: true,
    enumerable,
    value
   });
   return value;
  }
  function hide(inst, key, value) {
   return own(inst, key, value, false);
  }
  function defineBound(proto, key, fn) {
   Object.defineProperty(proto, key, {
    configurable: true,
    get() {
     return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
     own(this, key, value);
    }
   });
  }
  function claim(inst, sentinel) {
   const proto = Object.getPrototypeOf(inst);
   return sentinel in proto ? void 0 : proto;
  }
  let installing;
  let broke = false;
  const breaker = {
   configurable: true,
   get() {
    broke = true;
    return;
   }
  };
  function defineLazyInternal(inst, key, compute) {
   const proto = Object.getPrototypeOf(inst._zod);
   if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
   }
   installing = inst._zod;
   Object.defineProperty(proto, key, {
    configurable: true,
    get() {
     Object.defineProperty(this, key, breaker);
     const outer = broke;
     broke = false;
     try {
      const value = compute(this);
      if (broke) delete this[key]; else Object.defineProperty(this, key, {
       configurable: true,
       writable: true,
       value
      });
      broke = broke || outer;
      return value;
     } catch (err) {
      delete this[key];
      broke = broke || outer;
      throw err;
     }
    },
    set(value) {
     Object.defineProperty(this, key, {
      configurable: true,
      writable: true,
      value
     });
    }
   });
  }
  function installLazyProp(inst, key, make, enumerable) {
   const proto = claim(inst, key);
   if (!proto) return;
   Object.defineProperty(proto, key, {
    configurable: true,
    get() {
     const desc = {
      configurable: true,
      writable: true,
      enumerable,
      value: void 0
     };
     Object.defineProperty(this, key, desc);
     desc.value = make(this);
     Object.defineProperty(this, key, desc);
     return desc.value;
    },
    set(value) {
     Object.defineProperty(this, key, {
      configurable: true,
      writable: true,
      enumerable,
      value
     });
    }
   });
  }
  const CONSTANT_CATCH = "~constantCatch";
  function constantCatch(value) {
   const fn = () => value;
   fn[CONSTANT_CATCH] = true;
   return fn;
  }
 }),
 "../../node_modules/zod/v4/mini/schemas.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   array: function() {
    return array;
   },
   boolean: function() {
    return schemas_boolean;
   },
   catch: function() {
    return _catch;
   },
   enum: function() {
    return _enum;
   },
   int: function() {
    return schemas_int;
   },
   looseObject: function() {
    return looseObject;
   },
   nullable: function() {
    return nullable;
   },
   number: function() {
    return schemas_number;
   },
   object: function() {
    return object;
   },
   optional: function() {
    return optional;
   },
   pipe: function() {
    return pipe;
   },
   string: function() {
    return schemas_string;
   },
   transform: function() {
    return transform;
   },
   union: function() {
    return union;
   },
   unknown: function() {
    return unknown;
   }
  });
  var core = __webpack_require__("../../node_modules/zod/v4/core/core.js");
  var checks = __webpack_require__("../../node_modules/zod/v4/core/checks.js");
  const uuid = version => {
   if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
   return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
  };
  null && uuid(4);
  null && uuid(6);
  null && uuid(7);
  const dateSource = null && `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
  function regexes_anchor(source) {
   return new RegExp(`^${source}$`);
  }
  null && regexes_anchor(dateSource);
  const anyString = /^[\s\S]{0,}$/;
  const number = /^-?\d+(?:\.\d+)?$/;
  const regexes_boolean = /^(?:true|false)$/i;
  function fixedBase64(bodyLength, padding) {
   return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
  }
  function fixedBase64url(length) {
   return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
  }
  null && fixedBase64(22, "==");
  null && fixedBase64url(22);
  null && fixedBase64(27, "=");
  null && fixedBase64url(27);
  null && fixedBase64(43, "=");
  null && fixedBase64url(43);
  null && fixedBase64(64, "");
  null && fixedBase64url(64);
  null && fixedBase64(86, "==");
  null && fixedBase64url(86);
  var core_util = __webpack_require__("../../node_modules/zod/v4/core/util.js");
  const version = {
   major: 4,
   minor: 6,
   patch: 7
  };
  var schemas_checks;
  var schemas_core;
  var Doc;
  var parse;
  var parseAsync;
  var regexes;
  var schemas_util;
  const $ZodType = core.$constructor("$ZodType", (inst, def) => {
   var _a;
   inst ?? (inst = {});
   inst._zod.def = def;
   inst._zod.bag = inst._zod.bag || {};
   inst._zod.version = version;
   const defChecks = inst._zod.def.checks;
   const checks = inst._zod.traits.has("$ZodCheck") ? [ inst, ...defChecks ?? [] ] : defChecks?.length ? [ ...defChecks ] : [];
   for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
   if (checks.length === 0) {
    (_a = inst._zod).deferred ?? (_a.deferred = []);
    inst._zod.deferred?.push(() => {
     inst._zod.run = inst._zod.parse;
    });
   } else {
    const runChecks = (payload, checks, ctx) => {
     if (payload.memo) return payload;
     let isAborted = core_util.aborted(payload);
     let asyncResult;
     for (const ch of checks) {
      if (ch._zod.def.when) {
       if (core_util.explicitlyAborted(payload)) continue;
       const shouldRun = ch._zod.def.when(payload);
       if (!shouldRun) continue;
      } else if (isAborted) continue;
      const currLen = payload.issues.length;
      const _ = ch._zod.check(payload);
      if (_ instanceof Promise && ctx?.async === false) throw new core.$ZodAsyncError;
      if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
       await _;
       const nextLen = payload.issues.length;
       if (nextLen === currLen) return;
       core_util.attachSchema(payload.issues, currLen, inst);
       if (!isAborted) isAborted = core_util.aborted(payload, currLen);
      }); else {
       const nextLen = payload.issues.length;
       if (nextLen === currLen) continue;
       core_util.attachSchema(payload.issues, currLen, inst);
       if (!isAborted) isAborted = core_util.aborted(payload, currLen);
      }
     }
     if (asyncResult) return asyncResult.then(() => payload);
     return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
     if (core_util.aborted(canary)) {
      canary.aborted = true;
      return canary;
     }
     const checkResult = runChecks(payload, checks, ctx);
     if (checkResult instanceof Promise) {
      if (ctx.async === false) throw new core.$ZodAsyncError;
      return checkResult.then(checkResult => inst._zod.parse(checkResult, ctx));
     }
     return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
     if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
     if (ctx.direction === "backward") {
      const canary = inst._zod.parse({
       value: payload.value,
       issues: []
      }, {
       ...ctx,
       skipChecks: true
      });
      if (canary instanceof Promise) return canary.then(canary => handleCanaryResult(canary, payload, ctx));
      return handleCanaryResult(canary, payload, ctx);
     }
     const result = inst._zod.parse(payload, ctx);
     if (result instanceof Promise) {
      if (ctx.async === false) throw new core.$ZodAsyncError;
      return result.then(result => runChecks(result, checks, ctx));
     }
     return runChecks(result, checks, ctx);
    };
   }
  }, {
   get "~standard"() {
    return core_util.hide(this, "~standard", standardProps(this));
   },
   set "~standard"(value) {
    core_util.own(this, "~standard", value);
   }
  });
  const toStandardResult = (r, ctx) => r.issues.length ? {
   issues: r.issues.map(iss => core_util.finalizeIssue(iss, ctx, core.config()))
  } : {
   value: r.value
  };
  async function validateAsync(inst, value) {
   const ctx = {
    async: true
   };
   return toStandardResult(await inst._zod.run({
    value,
    issues: []
   }, ctx), ctx);
  }
  function standardProps(inst) {
   return {
    validate: value => {
     const ctx = {
      async: false
     };
     try {
      const r = inst._zod.run({
       value,
       issues: []
      }, ctx);
      if (!(r instanceof Promise)) return toStandardResult(r, ctx);
     } catch (_) {}
     return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
   };
  }
  const $ZodString = core.$constructor("$ZodString", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.pattern = def.pattern ?? anyString;
   inst._zod.parse = (payload, _) => {
    if (def.coerce) try {
     payload.value = String(payload.value);
    } catch (_) {}
    if (typeof payload.value === "string") return payload;
    payload.issues.push({
     expected: "string",
     code: "invalid_type",
     input: payload.value,
     inst
    });
    return payload;
   };
  });
  const $ZodStringFormat = null && schemas_core.$constructor("$ZodStringFormat", (inst, def) => {
   schemas_checks.$ZodCheckStringFormat.init(inst, def);
   $ZodString.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodGUID", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.guid);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodUUID", (inst, def) => {
   if (def.version) {
    const versionMap = {
     v1: 1,
     v2: 2,
     v3: 3,
     v4: 4,
     v5: 5,
     v6: 6,
     v7: 7,
     v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = regexes.uuid(v));
   } else def.pattern ?? (def.pattern = regexes.uuid());
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodEmail", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.email);
   $ZodStringFormat.init(inst, def);
  });
  const URL_BAD_FORMAT = 1;
  const URL_UNPARSEABLE = 2;
  function canParseURL(input) {
   try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
    new URL(input);
    return true;
   } catch {
    return false;
   }
  }
  function validateURL(trimmed, def) {
   if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || URL_UNPARSEABLE;
   return parseURLObject(trimmed, def);
  }
  function parseURLObject(trimmed, def) {
   if (!def.normalize && def.protocol?.source === regexes.httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return URL_BAD_FORMAT;
   try {
    if (typeof URL !== "undefined") {
     const URLStatic = URL;
     if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
   } catch {
    return URL_UNPARSEABLE;
   }
  }
  const asciiTabOrNewline = /[\t\n\r]/g;
  function stripTabAndNewline(value) {
   return value.replace(asciiTabOrNewline, "");
  }
  function urlHostnameOk(url, hostname) {
   hostname.lastIndex = 0;
   return hostname.test(url.hostname);
  }
  function urlProtocolOk(url, protocol) {
   protocol.lastIndex = 0;
   return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
  }
  null && schemas_core.$constructor("$ZodURL", (inst, def) => {
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    try {
     const trimmed = payload.value.trim();
     const url = validateURL(trimmed, def);
     if (url === URL_BAD_FORMAT) {
      payload.issues.push({
       code: "invalid_format",
       format: "url",
       note: "Invalid URL format",
       input: payload.value,
       inst,
       continue: !def.abort
      });
      return;
     }
     if (url === URL_UNPARSEABLE) {
      payload.issues.push({
       code: "invalid_format",
       format: "url",
       input: payload.value,
       inst,
       continue: !def.abort
      });
      return;
     }
     if (url === true) {
      payload.value = stripTabAndNewline(trimmed);
      return;
     }
     if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
      code: "invalid_format",
      format: "url",
      note: "Invalid hostname",
      pattern: def.hostname.source,
      input: payload.value,
      inst,
      continue: !def.abort
     });
     if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
      code: "invalid_format",
      format: "url",
      note: "Invalid protocol",
      pattern: def.protocol.source,
      input: payload.value,
      inst,
      continue: !def.abort
     });
     payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
     return;
    } catch (_) {
     payload.issues.push({
      code: "invalid_format",
      format: "url",
      input: payload.value,
      inst,
      continue: !def.abort
     });
    }
   };
  });
  null && schemas_core.$constructor("$ZodEmoji", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.emoji());
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodNanoID", (inst, def) => {
   if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
   def.pattern ?? (def.pattern = def.length === void 0 ? regexes.nanoid : regexes.nanoidOfLength(def.length));
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodCUID", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.cuid);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodCUID2", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.cuid2);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodULID", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.ulid);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodXID", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.xid);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodKSUID", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.ksuid);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodISODateTime", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.datetime(def));
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodISODate", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.date);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodISOTime", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.time(def));
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodISODuration", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.duration);
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodIPv4", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.ipv4);
   $ZodStringFormat.init(inst, def);
  });
  const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
  function isValidIPv6(value) {
   if (!ipv6Alphabet.test(value)) return false;
   return canParseURL(`http://[${value}]`);
  }
  null && schemas_core.$constructor("$ZodIPv6", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.ipv6);
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (!isValidIPv6(payload.value)) payload.issues.push({
     code: "invalid_format",
     format: "ipv6",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  null && schemas_core.$constructor("$ZodMAC", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
   $ZodStringFormat.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodCIDRv4", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.cidrv4);
   $ZodStringFormat.init(inst, def);
  });
  function isValidCIDRv6(value) {
   const parts = value.split("/");
   if (parts.length !== 2) return false;
   const [address, prefix] = parts;
   if (!prefix) return false;
   const prefixNum = Number(prefix);
   if (`${prefixNum}` !== prefix) return false;
   if (prefixNum < 0 || prefixNum > 128) return false;
   return isValidIPv6(address);
  }
  null && schemas_core.$constructor("$ZodCIDRv6", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.cidrv6);
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (!isValidCIDRv6(payload.value)) payload.issues.push({
     code: "invalid_format",
     format: "cidrv6",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  function isValidBase64(data) {
   if (data === "") return true;
   if (/\s/.test(data)) return false;
   if (data.length % 4 !== 0) return false;
   try {
    atob(data);
    return true;
   } catch {
    return false;
   }
  }
  const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
  null && schemas_core.$constructor("$ZodBase64", (inst, def) => {
   def.pattern ?? (def.pattern = base64Charset);
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (isValidBase64(payload.value)) return;
    payload.issues.push({
     code: "invalid_format",
     format: "base64",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  const base64urlCharset = /^[A-Za-z0-9_-]*$/;
  function isValidBase64URL(data) {
   if (!base64urlCharset.test(data)) return false;
   const base64 = data.replace(/[-_]/g, c => c === "-" ? "+" : "/");
   const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
   return isValidBase64(padded);
  }
  null && schemas_core.$constructor("$ZodBase64URL", (inst, def) => {
   def.pattern ?? (def.pattern = base64urlCharset);
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (isValidBase64URL(payload.value)) return;
    payload.issues.push({
     code: "invalid_format",
     format: "base64url",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  null && schemas_core.$constructor("$ZodE164", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.e164);
   $ZodStringFormat.init(inst, def);
  });
  const CC_SANITIZE = /[- ]/g;
  function isLuhnAlgo(digits) {
   let length = digits.length;
   let bit = 1;
   let sum = 0;
   while (length) {
    const value = digits.charCodeAt(--length) - 48;
    bit ^= 1;
    sum += bit ? [ 0, 2, 4, 6, 8, 1, 3, 5, 7, 9 ][value] : value;
   }
   return sum % 10 === 0;
  }
  function isValidCreditCard(input) {
   if (!regexes.creditCard.test(input)) return false;
   return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
  }
  null && schemas_core.$constructor("$ZodCreditCard", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.creditCard);
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (isValidCreditCard(payload.value)) return;
    payload.issues.push({
     code: "invalid_format",
     format: "credit_card",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  function isIso7064Mod97(iban) {
   let remainder = 0;
   const len = iban.length;
   for (let i = 4; i < len; i++) {
    const code = iban.charCodeAt(i);
    remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
   }
   for (let i = 0; i < 4; i++) {
    const code = iban.charCodeAt(i);
    remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
   }
   return remainder === 1;
  }
  function isValidIBAN(input) {
   if (!regexes.iban.test(input)) return false;
   return isIso7064Mod97(input);
  }
  null && schemas_core.$constructor("$ZodIBAN", (inst, def) => {
   def.pattern ?? (def.pattern = regexes.iban);
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (isValidIBAN(payload.value)) return;
    payload.issues.push({
     code: "invalid_format",
     format: "iban",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  function isValidJWT(token, algorithm = null) {
   try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3) return false;
    const [header] = tokensParts;
    if (!header) return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
    if (!parsedHeader.alg) return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
    return true;
   } catch {
    return false;
   }
  }
  null && schemas_core.$constructor("$ZodJWT", (inst, def) => {
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (isValidJWT(payload.value, def.alg)) return;
    payload.issues.push({
     code: "invalid_format",
     format: "jwt",
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  null && schemas_core.$constructor("$ZodCustomStringFormat", (inst, def) => {
   $ZodStringFormat.init(inst, def);
   inst._zod.check = payload => {
    if (def.fn(payload.value)) return;
    payload.issues.push({
     code: "invalid_format",
     format: def.format,
     input: payload.value,
     inst,
     continue: !def.abort
    });
   };
  });
  const $ZodNumber = core.$constructor("$ZodNumber", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.pattern = number;
   inst._zod.parse = (payload, _ctx) => {
    if (def.coerce) try {
     payload.value = Number(payload.value);
    } catch (_) {}
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
     expected: "number",
     code: "invalid_type",
     input,
     inst,
     ...received ? {
      received
     } : {}
    });
    return payload;
   };
  });
  const $ZodNumberFormat = core.$constructor("$ZodNumberFormat", (inst, def) => {
   checks.$ZodCheckNumberFormat.init(inst, def);
   $ZodNumber.init(inst, def);
  });
  const $ZodBoolean = core.$constructor("$ZodBoolean", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.pattern = regexes_boolean;
   inst._zod.parse = (payload, _ctx) => {
    if (def.coerce) try {
     payload.value = Boolean(payload.value);
    } catch (_) {}
    const input = payload.value;
    if (typeof input === "boolean") return payload;
    payload.issues.push({
     expected: "boolean",
     code: "invalid_type",
     input,
     inst
    });
    return payload;
   };
  });
  const $ZodBigInt = null && schemas_core.$constructor("$ZodBigInt", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.pattern = regexes.bigint;
   inst._zod.parse = (payload, _ctx) => {
    if (def.coerce) try {
     payload.value = BigInt(payload.value);
    } catch (_) {}
    if (typeof payload.value === "bigint") return payload;
    payload.issues.push({
     expected: "bigint",
     code: "invalid_type",
     input: payload.value,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodBigIntFormat", (inst, def) => {
   schemas_checks.$ZodCheckBigIntFormat.init(inst, def);
   $ZodBigInt.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodSymbol", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (typeof input === "symbol") return payload;
    payload.issues.push({
     expected: "symbol",
     code: "invalid_type",
     input,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodUndefined", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.pattern = regexes.undefined;
   inst._zod.values = new Set([ void 0 ]);
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (typeof input === "undefined") return payload;
    payload.issues.push({
     expected: "undefined",
     code: "invalid_type",
     input,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodNull", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.pattern = regexes.null;
   inst._zod.values = new Set([ null ]);
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (input === null) return payload;
    payload.issues.push({
     expected: "null",
     code: "invalid_type",
     input,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodAny", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = payload => payload;
  });
  const $ZodUnknown = core.$constructor("$ZodUnknown", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = payload => payload;
  });
  null && schemas_core.$constructor("$ZodNever", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
     expected: "never",
     code: "invalid_type",
     input: payload.value,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodVoid", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (typeof input === "undefined") return payload;
    payload.issues.push({
     expected: "void",
     code: "invalid_type",
     input,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodDate", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _ctx) => {
    if (def.coerce) try {
     payload.value = new Date(payload.value);
    } catch (_err) {}
    const input = payload.value;
    const isDate = input instanceof Date;
    const isValidDate = isDate && !Number.isNaN(input.getTime());
    if (isValidDate) return payload;
    payload.issues.push({
     expected: "date",
     code: "invalid_type",
     input,
     ...isDate ? {
      received: "Invalid Date"
     } : {},
     inst
    });
    return payload;
   };
  });
  function capSize(inst, size) {
   const caps = core_util.sizeCaps(inst._zod.def.checks);
   if (!caps.length) return;
   const cap = Math.min(...caps.map(c => c[0]));
   const parse = inst._zod.parse;
   inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") for (const [max, ch] of core_util.sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
     const start = payload.issues.length;
     ch._zod.check(payload);
     payload.issues[start].continue = false;
     core_util.attachSchema(payload.issues, start, inst);
     return payload;
    }
    return parse(payload, ctx);
   };
  }
  const arraySize = input => Array.isArray(input) ? input.length : -1;
  const mapSize = input => input instanceof Map ? input.size : -1;
  const setSize = input => input instanceof Set ? input.size : -1;
  function handleArrayResult(result, final, index) {
   if (result.issues.length) final.issues.push(...core_util.prefixIssues(index, result.issues));
   final.value[index] = result.value;
  }
  const $ZodArray = core.$constructor("$ZodArray", (inst, def) => {
   $ZodType.init(inst, def);
   const memo = core.globalConfig.memoizer;
   memo?.attach(inst);
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
     payload.issues.push({
      expected: "array",
      code: "invalid_type",
      input,
      inst
     });
     return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
     const item = input[i];
     const result = def.element._zod.run({
      value: item,
      issues: []
     }, ctx);
     if (result instanceof Promise) proms.push(result.then(result => handleArrayResult(result, payload, i))); else {
      handleArrayResult(result, payload, i);
      if (abortEarly && result.issues.length !== 0 && core_util.aborted(result)) break;
     }
    }
    if (proms.length) return Promise.all(proms).then(() => payload);
    return payload;
   };
   capSize(inst, arraySize);
  });
  function handlePropertyResult(result, final, key, input, optin, optout) {
   const isPresent = key in input;
   const isOptionalOut = optout === "optional";
   if (!isPresent && isOptionalOut && optin === "optional") return;
   if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) return;
    final.issues.push(...core_util.prefixIssues(key, result.issues));
   }
   if (!isPresent && optin === void 0) {
    if (!result.issues.length) final.issues.push({
     code: "invalid_type",
     expected: "nonoptional",
     input: void 0,
     path: [ key ]
    });
    return;
   }
   if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
   } else final.value[key] = result.value;
  }
  const NO_SYMBOL_KEYS = [];
  function normalizeDef(def) {
   const keys = Object.keys(def.shape);
   const ownSymbols = Object.getOwnPropertySymbols(def.shape);
   const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
   const allKeys = symbolKeys.length ? [ ...keys, ...symbolKeys ] : keys;
   for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
   const okeys = core_util.optionalKeys(def.shape);
   return {
    ...def,
    allKeys,
    symbolKeys,
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
   };
  }
  function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
   const unrecognized = [];
   const keySet = def.keySet;
   const _catchall = def.catchall._zod;
   const t = _catchall.def.type;
   const optin = _catchall.optin;
   const optout = _catchall.optout;
   let seen = 0;
   for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
     if (core_util.aborted(payload, seen)) break;
     seen = payload.issues.length;
    }
    if (keySet.has(key)) continue;
    if (key === "__proto__") {
     if (t === "never") unrecognized.push(key);
     continue;
    }
    if (t === "never") {
     unrecognized.push(key);
     continue;
    }
    const r = _catchall.run({
     value: input[key],
     issues: []
    }, ctx);
    if (r instanceof Promise) proms.push(r.then(r => handlePropertyResult(r, payload, key, input, optin, optout))); else handlePropertyResult(r, payload, key, input, optin, optout);
   }
   if (unrecognized.length) payload.issues.push({
    code: "unrecognized_keys",
    keys: unrecognized,
    input,
    inst,
    continue: true
   });
   if (!proms.length) return payload;
   return Promise.all(proms).then(() => payload);
  }
  const $ZodObject = core.$constructor("$ZodObject", (inst, def) => {
   $ZodType.init(inst, def);
   const desc = Object.getOwnPropertyDescriptor(def, "shape");
   const sh = desc?.get ? desc.get.raw : def.shape ?? {};
   if (sh) {
    const get = () => {
     const newSh = {
      ...sh
     };
     Object.defineProperty(def, "shape", {
      value: newSh
     });
     get.raw = newSh;
     return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", {
     get
    });
   }
   const _normalized = core_util.cached(() => normalizeDef(def));
   core_util.defineLazyInternal(inst, "propValues", zod => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
     const field = shape[key]._zod;
     if (field.values) {
      if (!Object.prototype.hasOwnProperty.call(propValues, key)) core_util.assignProp(propValues, key, new Set);
      for (const v of field.values) propValues[key].add(v);
      if (field.optin !== void 0) propValues[key].add(void 0);
     }
    }
    return propValues;
   });
   const isObject = core_util.isObject;
   const catchall = def.catchall;
   let value;
   const memo = core.globalConfig.memoizer;
   memo?.attach(inst);
   inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject(input)) {
     payload.issues.push({
      expected: "object",
      code: "invalid_type",
      input,
      inst
     });
     return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
     if (abortEarly && payload.issues.length !== seen) {
      if (core_util.aborted(payload, seen)) break;
      seen = payload.issues.length;
     }
     if (key === "__proto__") continue;
     const el = shape[key];
     const optin = el._zod.optin;
     const optout = el._zod.optout;
     const r = el._zod.run({
      value: input[key],
      issues: []
     }, ctx);
     if (r instanceof Promise) proms.push(r.then(r => handlePropertyResult(r, payload, key, input, optin, optout))); else handlePropertyResult(r, payload, key, input, optin, optout);
    }
    if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
   };
  });
  null && schemas_core.$constructor("$ZodObjectJIT", (inst, def) => {
   $ZodObject.init(inst, def);
   const superParse = inst._zod.parse;
   const _normalized = schemas_util.cached(() => normalizeDef(def));
   const memo = schemas_core.globalConfig.memoizer;
   const generateFastpass = shape => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc([ "payload", "ctx" ], {
     shape,
     inst,
     memo,
     syms
    });
    const parseStr = k => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
    const prefixStr = (id, k) => `\n          let ${id}_ab = false;\n          for (let i = 0; i < ${id}.issues.length; i++) {\n            const iss = ${id}.issues[i];\n            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];\n            payload.issues.push(iss);\n            if (iss.continue !== true) ${id}_ab = true;\n          }\n          if (${id}_ab && ctx && ctx.abortEarly) {\n            payload.value = newResult;\n            return payload;\n          }`;
    doc.write(`const input = payload.value;`);
    const ids = Object.create(null);
    let counter = 0;
    for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
    doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
     if (key === "__proto__") continue;
     const id = ids[key];
     const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : schemas_util.esc(key);
     const isPresent = `${k} in input`;
     const schema = shape[key];
     const optin = schema?._zod?.optin;
     const isOptionalIn = optin !== void 0;
     const isOptionalOut = schema?._zod?.optout === "optional";
     doc.write(`const ${id} = ${parseStr(k)};`);
     if (isOptionalIn && isOptionalOut) {
      const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
      doc.write(`\n        const ${id}_present = ${isPresent};\n        if (!${id}.issues.length || ${id}_present) {\n          if (${id}.issues.length) {${prefixStr(id, k)}\n          }\n\n          if (${assign}) {\n            newResult[${k}] = ${id}.value;\n          }\n        }\n\n      `);
     } else if (!isOptionalIn) doc.write(`\n        const ${id}_present = ${isPresent};\n        if (${id}.issues.length) {${prefixStr(id, k)}\n        }\n        if (!${id}_present && !${id}.issues.length) {\n          payload.issues.push({\n            code: "invalid_type",\n            expected: "nonoptional",\n            input: undefined,\n            path: [${k}]\n          });\n          if (ctx && ctx.abortEarly) {\n            payload.value = newResult;\n            return payload;\n          }\n        }\n\n        if (${id}_present) {\n          newResult[${k}] = ${id}.value;\n        }\n\n      `); else {
      doc.write(`\n        if (${id}.issues.length) {${prefixStr(id, k)}\n        }\n      `);
      if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`); else doc.write(`\n        if (${id}.value !== undefined || ${isPresent}) {\n          newResult[${k}] = ${id}.value;\n        }\n      `);
     }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
   };
   let fastpass;
   const isObject = schemas_util.isObject;
   const jit = !schemas_core.globalConfig.jitless;
   const allowsEval = schemas_util.allowsEval;
   const fastEnabled = jit && allowsEval.value;
   const catchall = def.catchall;
   let value;
   inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject(input)) {
     payload.issues.push({
      expected: "object",
      code: "invalid_type",
      input,
      inst
     });
     return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
     if (!fastpass) fastpass = generateFastpass(def.shape);
     payload = fastpass(payload, ctx);
     if (!catchall) return payload;
     return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
   };
  });
  function handleUnionResults(results, final, inst, ctx) {
   for (const result of results) if (result.issues.length === 0) {
    final.value = result.value;
    return final;
   }
   const nonaborted = results.filter(r => !core_util.aborted(r));
   if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
   }
   final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map(result => result.issues.map(iss => core_util.finalizeIssue(iss, ctx, core.config())))
   });
   return final;
  }
  const $ZodUnion = core.$constructor("$ZodUnion", (inst, def) => {
   $ZodType.init(inst, def);
   core_util.defineLazyInternal(inst, "optin", zod => zod.def.options.some(o => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some(o => o._zod.optin !== void 0) ? "optional" : void 0);
   core_util.defineLazyInternal(inst, "optout", zod => zod.def.options.some(o => o._zod.optout === "optional") ? "optional" : void 0);
   core_util.defineLazyInternal(inst, "values", zod => {
    if (zod.def.options.every(o => o._zod.values)) return new Set(zod.def.options.flatMap(option => Array.from(option._zod.values)));
    return;
   });
   core_util.defineLazyInternal(inst, "pattern", zod => {
    if (zod.def.options.every(o => o._zod.pattern)) {
     const patterns = zod.def.options.map(o => o._zod.pattern);
     return new RegExp(`^(${patterns.map(p => core_util.cleanRegex(p.source)).join("|")})$`);
    }
    return;
   });
   const first = def.options.length === 1 ? def.options[0]._zod.run : null;
   inst._zod.parse = (payload, ctx) => {
    if (first) return first(payload, ctx);
    let async = false;
    const results = [];
    for (const option of def.options) {
     const result = option._zod.run({
      value: payload.value,
      issues: []
     }, ctx);
     if (result instanceof Promise) {
      results.push(result);
      async = true;
     } else {
      if (result.issues.length === 0) return result;
      results.push(result);
     }
    }
    if (!async) return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then(results => handleUnionResults(results, payload, inst, ctx));
   };
  });
  function handleExclusiveUnionResults(results, final, inst, ctx) {
   const matches = [];
   for (let i = 0; i < results.length; i++) if (results[i].issues.length === 0) matches.push(i);
   if (matches.length === 1) {
    final.value = results[matches[0]].value;
    return final;
   }
   if (matches.length === 0) final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map(result => result.issues.map(iss => schemas_util.finalizeIssue(iss, ctx, schemas_core.config())))
   }); else final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: [],
    inclusive: false,
    matches
   });
   return final;
  }
  null && schemas_core.$constructor("$ZodXor", (inst, def) => {
   $ZodUnion.init(inst, def);
   def.inclusive = false;
   const first = def.options.length === 1 ? def.options[0]._zod.run : null;
   inst._zod.parse = (payload, ctx) => {
    if (first) return first(payload, ctx);
    let async = false;
    const results = [];
    for (const option of def.options) {
     const result = option._zod.run({
      value: payload.value,
      issues: []
     }, ctx);
     if (result instanceof Promise) {
      results.push(result);
      async = true;
     } else results.push(result);
    }
    if (!async) return handleExclusiveUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then(results => handleExclusiveUnionResults(results, payload, inst, ctx));
   };
  });
  function discriminatorMap(def) {
   const map = new Map;
   for (const option of def.options) {
    const values = option._zod.propValues?.[def.discriminator];
    if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
    for (const value of values) if (map.has(value)) {
     if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
     map.set(value, null);
    } else map.set(value, option);
   }
   return map;
  }
  null && schemas_core.$constructor("$ZodDiscriminatedUnion", (inst, def) => {
   def.inclusive = false;
   $ZodUnion.init(inst, def);
   const _super = inst._zod.parse;
   schemas_util.defineLazyInternal(inst, "propValues", zod => {
    const propValues = {};
    let undefinedCount = 0;
    for (const option of zod.def.options) {
     const pv = option._zod.propValues;
     if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
     if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
     for (const [k, v] of Object.entries(pv)) {
      if (!Object.prototype.hasOwnProperty.call(propValues, k)) schemas_util.assignProp(propValues, k, new Set);
      for (const val of v) propValues[k].add(val);
     }
    }
    if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
    return propValues;
   });
   def.options.forEach((option, i) => {
    const propShape = schemas_util.rawShape(option._zod.def);
    if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
   });
   const disc = schemas_util.cached(() => discriminatorMap(def));
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!schemas_util.isObject(input)) {
     payload.issues.push({
      code: "invalid_type",
      expected: "object",
      input,
      inst
     });
     return payload;
    }
    const value = input?.[def.discriminator];
    const opt = disc.value.get(value);
    if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
    if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
    payload.issues.push({
     code: "invalid_union",
     errors: [],
     note: "No matching discriminator",
     discriminator: def.discriminator,
     options: Array.from(disc.value.keys()).filter(value => disc.value.get(value) !== null),
     input,
     path: [ def.discriminator ],
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodIntersection", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left = def.left._zod.run({
     value: input,
     issues: []
    }, ctx);
    const right = def.right._zod.run({
     value: input,
     issues: []
    }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) return Promise.all([ left, right ]).then(([left, right]) => handleIntersectionResults(payload, left, right));
    return handleIntersectionResults(payload, left, right);
   };
  });
  function mergeValues(a, b) {
   if (a === b) return {
    valid: true,
    data: a
   };
   if (a instanceof Date && b instanceof Date && +a === +b) return {
    valid: true,
    data: a
   };
   if (schemas_util.isPlainObject(a) && schemas_util.isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter(key => bKeys.indexOf(key) !== -1);
    const newObj = {
     ...a,
     ...b
    };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
    for (const key of sharedKeys) {
     if (key === "__proto__") continue;
     const sharedValue = mergeValues(a[key], b[key]);
     if (!sharedValue.valid) return {
      valid: false,
      mergeErrorPath: [ key, ...sharedValue.mergeErrorPath ]
     };
     newObj[key] = sharedValue.data;
    }
    return {
     valid: true,
     data: newObj
    };
   }
   if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return {
     valid: false,
     mergeErrorPath: []
    };
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
     const itemA = a[index];
     const itemB = b[index];
     const sharedValue = mergeValues(itemA, itemB);
     if (!sharedValue.valid) return {
      valid: false,
      mergeErrorPath: [ index, ...sharedValue.mergeErrorPath ]
     };
     newArray.push(sharedValue.data);
    }
    return {
     valid: true,
     data: newArray
    };
   }
   return {
    valid: false,
    mergeErrorPath: []
   };
  }
  function handleIntersectionResults(result, left, right) {
   const unrecKeys = new Map;
   let unrecIssue;
   const keyIssues = new Map;
   const collect = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
     unrecIssue ?? (unrecIssue = iss);
     keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
     const k = String(iss.path[0]);
     if (!keyIssues.has(k)) keyIssues.set(k, iss);
     keys = [ k ];
    } else return false;
    for (const k of keys) {
     if (!unrecKeys.has(k)) unrecKeys.set(k, {});
     unrecKeys.get(k)[side] = true;
    }
    return true;
   };
   for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
   for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
   const bothKeys = [ ...unrecKeys ].filter(([, f]) => f.l && f.r).map(([k]) => k);
   if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter(k => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length) result.issues.push({
     ...unrecIssue,
     keys: aggregated
    });
    for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
   }
   const merged = mergeValues(left.value, right.value);
   if (!merged.valid) {
    if (schemas_util.aborted(result)) return result;
    throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
   }
   result.value = merged.data;
   return result;
  }
  const $ZodTuple = null && schemas_core.$constructor("$ZodTuple", (inst, def) => {
   $ZodType.init(inst, def);
   const items = def.items;
   const memo = schemas_core.globalConfig.memoizer;
   memo?.attach(inst);
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
     payload.issues.push({
      input,
      inst,
      expected: "tuple",
      code: "invalid_type"
     });
     return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
    const proms = [];
    const optinStart = getTupleOptStart(items, "optin");
    const optoutStart = getTupleOptStart(items, "optout");
    if (!def.rest) {
     if (input.length < optinStart) {
      payload.issues.push({
       code: "too_small",
       minimum: optinStart,
       inclusive: true,
       input,
       inst,
       origin: "array"
      });
      return payload;
     }
     if (input.length > items.length) payload.issues.push({
      code: "too_big",
      maximum: items.length,
      inclusive: true,
      input,
      inst,
      origin: "array"
     });
    }
    const itemResults = new Array(items.length);
    const abortEarly = def.rest ? ctx?.abortEarly : void 0;
    let itemAborted = false;
    for (let i = 0; i < items.length; i++) {
     const r = items[i]._zod.run({
      value: input[i],
      issues: []
     }, ctx);
     if (r instanceof Promise) proms.push(r.then(rr => {
      itemResults[i] = rr;
     })); else {
      itemResults[i] = r;
      if (abortEarly && !itemAborted && r.issues.length) itemAborted = schemas_util.aborted(r);
     }
    }
    if (def.rest && !itemAborted) {
     let i = items.length - 1;
     const rest = input.slice(items.length);
     let seen = payload.issues.length;
     for (const el of rest) {
      if (abortEarly && payload.issues.length !== seen) {
       if (schemas_util.aborted(payload, seen)) break;
       seen = payload.issues.length;
      }
      i++;
      const result = def.rest._zod.run({
       value: el,
       issues: []
      }, ctx);
      if (result instanceof Promise) proms.push(result.then(r => handleTupleResult(r, payload, i))); else handleTupleResult(result, payload, i);
     }
    }
    if (proms.length) return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
    return handleTupleResults(itemResults, payload, items, input, optoutStart);
   };
  });
  function getTupleOptStart(items, key) {
   for (let i = items.length - 1; i >= 0; i--) {
    const omittable = key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional";
    if (!omittable) return i + 1;
   }
   return 0;
  }
  function handleTupleResult(result, final, index) {
   if (result.issues.length) final.issues.push(...schemas_util.prefixIssues(index, result.issues));
   final.value[index] = result.value;
  }
  function handleTupleResults(itemResults, final, items, input, optoutStart) {
   for (let i = 0; i < items.length; i++) {
    const r = itemResults[i];
    const isPresent = i < input.length;
    if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
     final.value.length = i;
     break;
    }
    if (r.issues.length) {
     if (!isPresent && i >= optoutStart) {
      final.value.length = i;
      break;
     }
     final.issues.push(...schemas_util.prefixIssues(i, r.issues));
    }
    final.value[i] = r.value;
   }
   for (let i = final.value.length - 1; i >= input.length; i--) if (items[i]._zod.optout === "optional" && final.value[i] === void 0) final.value.length = i; else break;
   return final;
  }
  null && schemas_core.$constructor("$ZodRecord", (inst, def) => {
   $ZodType.init(inst, def);
   const memo = schemas_core.globalConfig.memoizer;
   memo?.attach(inst);
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!schemas_util.isPlainObject(input)) {
     payload.issues.push({
      expected: "record",
      code: "invalid_type",
      input,
      inst
     });
     return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
     payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
     const recordKeys = new Set;
     for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
      recordKeys.add(typeof key === "number" ? key.toString() : key);
      if (key === "__proto__") continue;
      const keyResult = def.keyType._zod.run({
       value: key,
       issues: []
      }, ctx);
      if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
      if (keyResult.issues.length) {
       payload.issues.push({
        code: "invalid_key",
        origin: "record",
        issues: keyResult.issues.map(iss => schemas_util.finalizeIssue(iss, ctx, schemas_core.config())),
        input: key,
        path: [ key ],
        inst
       });
       continue;
      }
      const outKey = keyResult.value;
      if (outKey === "__proto__") continue;
      const result = def.valueType._zod.run({
       value: input[key],
       issues: []
      }, ctx);
      if (result instanceof Promise) proms.push(result.then(result => {
       if (result.issues.length) payload.issues.push(...schemas_util.prefixIssues(key, result.issues));
       payload.value[outKey] = result.value;
      })); else {
       if (result.issues.length) payload.issues.push(...schemas_util.prefixIssues(key, result.issues));
       payload.value[outKey] = result.value;
      }
     }
     let unrecognized;
     for (const key in input) if (!recordKeys.has(key)) if (def.mode === "loose") {
      if (key === "__proto__") continue;
      payload.value[key] = input[key];
     } else {
      unrecognized = unrecognized ?? [];
      unrecognized.push(key);
     }
     if (unrecognized && unrecognized.length > 0) payload.issues.push({
      code: "unrecognized_keys",
      input,
      inst,
      keys: unrecognized,
      continue: true
     });
    } else {
     payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
     let unrecognized;
     for (const key of Reflect.ownKeys(input)) {
      if (key === "__proto__") continue;
      if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
      let keyResult = def.keyType._zod.run({
       value: key,
       issues: []
      }, ctx);
      if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
      const checkNumericKey = typeof key === "string" && regexes.number.test(key) && keyResult.issues.length;
      if (checkNumericKey) {
       const retryResult = def.keyType._zod.run({
        value: Number(key),
        issues: []
       }, ctx);
       if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
       if (retryResult.issues.length === 0) keyResult = retryResult;
      }
      if (keyResult.issues.length) {
       if (def.mode === "loose") payload.value[key] = input[key]; else if (values) {
        unrecognized = unrecognized ?? [];
        unrecognized.push(key);
       } else payload.issues.push({
        code: "invalid_key",
        origin: "record",
        issues: keyResult.issues.map(iss => schemas_util.finalizeIssue(iss, ctx, schemas_core.config())),
        input: key,
        path: [ key ],
        inst
       });
       continue;
      }
      const outKey = keyResult.value;
      if (outKey === "__proto__") continue;
      const result = def.valueType._zod.run({
       value: input[key],
       issues: []
      }, ctx);
      if (result instanceof Promise) proms.push(result.then(result => {
       if (result.issues.length) payload.issues.push(...schemas_util.prefixIssues(key, result.issues));
       payload.value[outKey] = result.value;
      })); else {
       if (result.issues.length) payload.issues.push(...schemas_util.prefixIssues(key, result.issues));
       payload.value[outKey] = result.value;
      }
     }
     if (unrecognized && unrecognized.length > 0) payload.issues.push({
      code: "unrecognized_keys",
      input,
      inst,
      keys: unrecognized,
      continue: true
     });
    }
    if (proms.length) return Promise.all(proms).then(() => payload);
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodMap", (inst, def) => {
   $ZodType.init(inst, def);
   const memo = schemas_core.globalConfig.memoizer;
   memo?.attach(inst);
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!(input instanceof Map)) {
     payload.issues.push({
      expected: "map",
      code: "invalid_type",
      input,
      inst
     });
     return payload;
    }
    const proms = [];
    payload.value = memo ? memo.alloc(inst, payload, new Map, ctx) : new Map;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const [key, value] of input) {
     if (abortEarly && payload.issues.length !== seen) {
      if (schemas_util.aborted(payload, seen)) break;
      seen = payload.issues.length;
     }
     const keyResult = def.keyType._zod.run({
      value: key,
      issues: []
     }, ctx);
     const valueResult = def.valueType._zod.run({
      value,
      issues: []
     }, ctx);
     if (keyResult instanceof Promise || valueResult instanceof Promise) proms.push(Promise.all([ keyResult, valueResult ]).then(([keyResult, valueResult]) => {
      handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
     })); else handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
    }
    if (proms.length) return Promise.all(proms).then(() => payload);
    return payload;
   };
   capSize(inst, mapSize);
  });
  function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
   if (keyResult.issues.length) if (schemas_util.propertyKeyTypes.has(typeof key)) final.issues.push(...schemas_util.prefixIssues(key, keyResult.issues)); else final.issues.push({
    code: "invalid_key",
    origin: "map",
    input,
    inst,
    issues: keyResult.issues.map(iss => schemas_util.finalizeIssue(iss, ctx, schemas_core.config()))
   });
   if (valueResult.issues.length) if (schemas_util.propertyKeyTypes.has(typeof key)) final.issues.push(...schemas_util.prefixIssues(key, valueResult.issues)); else final.issues.push({
    origin: "map",
    code: "invalid_element",
    input,
    inst,
    key,
    issues: valueResult.issues.map(iss => schemas_util.finalizeIssue(iss, ctx, schemas_core.config()))
   });
   final.value.set(keyResult.value, valueResult.value);
  }
  null && schemas_core.$constructor("$ZodSet", (inst, def) => {
   $ZodType.init(inst, def);
   const memo = schemas_core.globalConfig.memoizer;
   memo?.attach(inst);
   inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!(input instanceof Set)) {
     payload.issues.push({
      input,
      inst,
      expected: "set",
      code: "invalid_type"
     });
     return payload;
    }
    const proms = [];
    payload.value = memo ? memo.alloc(inst, payload, new Set, ctx) : new Set;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const item of input) {
     if (abortEarly && payload.issues.length !== seen) {
      if (schemas_util.aborted(payload, seen)) break;
      seen = payload.issues.length;
     }
     const result = def.valueType._zod.run({
      value: item,
      issues: []
     }, ctx);
     if (result instanceof Promise) proms.push(result.then(result => handleSetResult(result, payload))); else handleSetResult(result, payload);
    }
    if (proms.length) return Promise.all(proms).then(() => payload);
    return payload;
   };
   capSize(inst, setSize);
  });
  function handleSetResult(result, final) {
   if (result.issues.length) final.issues.push(...result.issues);
   final.value.add(result.value);
  }
  const $ZodEnum = core.$constructor("$ZodEnum", (inst, def) => {
   $ZodType.init(inst, def);
   const values = core_util.getEnumValues(def.entries);
   const valuesSet = new Set(values);
   inst._zod.values = valuesSet;
   core_util.defineLazyInternal(inst, "pattern", zod => {
    const patternValues = core_util.getEnumValues(zod.def.entries).filter(k => core_util.propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map(o => core_util.escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
   });
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) return payload;
    payload.issues.push({
     code: "invalid_value",
     values,
     input,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodLiteral", (inst, def) => {
   $ZodType.init(inst, def);
   const values = new Set(def.values);
   inst._zod.values = values;
   schemas_util.defineLazyInternal(inst, "pattern", zod => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map(o => typeof o === "string" ? schemas_util.escapeRegex(o) : o ? schemas_util.escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
   });
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) return payload;
    payload.issues.push({
     code: "invalid_value",
     values: def.values,
     input,
     inst
    });
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodFile", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (input instanceof File) return payload;
    payload.issues.push({
     expected: "file",
     code: "invalid_type",
     input,
     inst
    });
    return payload;
   };
  });
  const $ZodTransform = core.$constructor("$ZodTransform", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.optin = "optional";
   core.globalConfig.memoizer?.guard(inst);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") throw new core.$ZodEncodeError(inst.constructor.name);
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
     const output = _out instanceof Promise ? _out : Promise.resolve(_out);
     return output.then(output => {
      payload.value = output;
      return payload;
     });
    }
    if (_out instanceof Promise) throw new core.$ZodAsyncError;
    payload.value = _out;
    return payload;
   };
  });
  function handleOptionalResult(payload, result) {
   payload.value = result.issues.length ? void 0 : result.value;
   return payload;
  }
  const $ZodOptional = core.$constructor("$ZodOptional", (inst, def) => {
   $ZodType.init(inst, def);
   core_util.defineLazyInternal(inst, "optin", zod => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
   inst._zod.optout = "optional";
   core_util.defineLazyInternal(inst, "values", zod => {
    const values = zod.def.innerType._zod.values;
    return values ? new Set([ ...values, void 0 ]) : void 0;
   });
   core_util.defineLazyInternal(inst, "pattern", zod => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${core_util.cleanRegex(pattern.source)})?$`) : void 0;
   });
   inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
     if (def.innerType._zod.optin !== "defaulted") return payload;
     const result = def.innerType._zod.run({
      value: payload.value,
      issues: []
     }, ctx);
     if (result instanceof Promise) return result.then(result => handleOptionalResult(payload, result));
     return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
   };
  });
  null && schemas_core.$constructor("$ZodExactOptional", (inst, def) => {
   $ZodOptional.init(inst, def);
   schemas_util.defineLazyInternal(inst, "values", zod => zod.def.innerType._zod.values);
   schemas_util.defineLazyInternal(inst, "pattern", zod => zod.def.innerType._zod.pattern);
   inst._zod.parse = (payload, ctx) => def.innerType._zod.run(payload, ctx);
  });
  const $ZodNullable = core.$constructor("$ZodNullable", (inst, def) => {
   $ZodType.init(inst, def);
   core_util.defineLazyInternal(inst, "optin", zod => zod.def.innerType._zod.optin);
   core_util.defineLazyInternal(inst, "optout", zod => zod.def.innerType._zod.optout);
   core_util.defineLazyInternal(inst, "pattern", zod => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${core_util.cleanRegex(pattern.source)}|null)$`) : void 0;
   });
   core_util.defineLazyInternal(inst, "values", zod => zod.def.innerType._zod.values ? new Set([ ...zod.def.innerType._zod.values, null ]) : void 0);
   inst._zod.parse = (payload, ctx) => {
    if (payload.value === null) return payload;
    return def.innerType._zod.run(payload, ctx);
   };
  });
  null && schemas_core.$constructor("$ZodDefault", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.optin = "defaulted";
   schemas_util.defineLazyInternal(inst, "values", zod => zod.def.innerType._zod.values);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
    if (payload.value === void 0) {
     payload.value = def.defaultValue;
     return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) return result.then(result => handleDefaultResult(result, def));
    return handleDefaultResult(result, def);
   };
  });
  function handleDefaultResult(payload, def) {
   if (payload.value === void 0) payload.value = def.defaultValue;
   return payload;
  }
  null && schemas_core.$constructor("$ZodPrefault", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.optin = "defaulted";
   schemas_util.defineLazyInternal(inst, "values", zod => zod.def.innerType._zod.values);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
    if (payload.value === void 0) payload.value = def.defaultValue;
    return def.innerType._zod.run(payload, ctx);
   };
  });
  null && schemas_core.$constructor("$ZodNonOptional", (inst, def) => {
   $ZodType.init(inst, def);
   schemas_util.defineLazyInternal(inst, "values", zod => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([ ...v ].filter(x => x !== void 0)) : void 0;
   });
   inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) return result.then(result => handleNonOptionalResult(result, inst));
    return handleNonOptionalResult(result, inst);
   };
  });
  function handleNonOptionalResult(payload, inst) {
   if (!payload.issues.length && payload.value === void 0) payload.issues.push({
    code: "invalid_type",
    expected: "nonoptional",
    input: payload.value,
    inst
   });
   return payload;
  }
  null && schemas_core.$constructor("$ZodSuccess", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") throw new schemas_core.$ZodEncodeError("ZodSuccess");
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) return result.then(result => {
     payload.value = result.issues.length === 0;
     return payload;
    });
    payload.value = result.issues.length === 0;
    return payload;
   };
  });
  function handleCatchResult(payload, result, def, ctx) {
   if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo) payload.memo = true;
    return payload;
   }
   payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
     issues: result.issues.map(iss => core_util.finalizeIssue(iss, ctx, core.config()))
    },
    input: payload.value
   });
   return payload;
  }
  const $ZodCatch = core.$constructor("$ZodCatch", (inst, def) => {
   $ZodType.init(inst, def);
   core_util.defineLazyInternal(inst, "optin", zod => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
   core_util.defineLazyInternal(inst, "optout", zod => zod.def.innerType._zod.optout);
   core_util.defineLazyInternal(inst, "values", zod => zod.def.innerType._zod.values);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
    const result = def.innerType._zod.run({
     value: payload.value,
     issues: []
    }, ctx);
    if (result instanceof Promise) return result.then(result => handleCatchResult(payload, result, def, ctx));
    return handleCatchResult(payload, result, def, ctx);
   };
  });
  null && schemas_core.$constructor("$ZodNaN", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _ctx) => {
    if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
     payload.issues.push({
      input: payload.value,
      inst,
      expected: "nan",
      code: "invalid_type"
     });
     return payload;
    }
    return payload;
   };
  });
  const $ZodPipe = core.$constructor("$ZodPipe", (inst, def) => {
   $ZodType.init(inst, def);
   core_util.defineLazyInternal(inst, "values", zod => zod.def.in._zod.values);
   core_util.defineLazyInternal(inst, "optin", zod => zod.def.in._zod.optin);
   core_util.defineLazyInternal(inst, "optout", zod => zod.def.out._zod.optout);
   core_util.defineLazyInternal(inst, "propValues", zod => zod.def.in._zod.propValues);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
     const right = def.out._zod.run(payload, ctx);
     if (right instanceof Promise) return right.then(right => handlePipeResult(right, def.in, ctx));
     return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) return left.then(left => handlePipeResult(left, def.out, ctx));
    return handlePipeResult(left, def.out, ctx);
   };
  });
  function handlePipeResult(left, next, ctx) {
   if (left.issues.some(iss => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
   }
   return next._zod.run({
    value: left.value,
    issues: left.issues
   }, ctx);
  }
  null && schemas_core.$constructor("$ZodCodec", (inst, def) => {
   $ZodType.init(inst, def);
   schemas_util.defineLazyInternal(inst, "values", zod => zod.def.in._zod.values);
   schemas_util.defineLazyInternal(inst, "optin", zod => zod.def.in._zod.optin);
   schemas_util.defineLazyInternal(inst, "optout", zod => zod.def.out._zod.optout);
   schemas_util.defineLazyInternal(inst, "propValues", zod => zod.def.in._zod.propValues);
   inst._zod.parse = (payload, ctx) => {
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
     const left = def.in._zod.run(payload, ctx);
     if (left instanceof Promise) return left.then(left => handleCodecAResult(left, def, ctx));
     return handleCodecAResult(left, def, ctx);
    } else {
     const right = def.out._zod.run(payload, ctx);
     if (right instanceof Promise) return right.then(right => handleCodecAResult(right, def, ctx));
     return handleCodecAResult(right, def, ctx);
    }
   };
  });
  function handleCodecAResult(result, def, ctx) {
   if (result.issues.length) {
    result.aborted = true;
    return result;
   }
   const direction = ctx.direction || "forward";
   if (direction === "forward") {
    const transformed = def.transform(result.value, result);
    if (transformed instanceof Promise) return transformed.then(value => handleCodecTxResult(result, value, def.out, ctx));
    return handleCodecTxResult(result, transformed, def.out, ctx);
   } else {
    const transformed = def.reverseTransform(result.value, result);
    if (transformed instanceof Promise) return transformed.then(value => handleCodecTxResult(result, value, def.in, ctx));
    return handleCodecTxResult(result, transformed, def.in, ctx);
   }
  }
  function handleCodecTxResult(left, value, nextSchema, ctx) {
   if (left.issues.length) {
    left.aborted = true;
    return left;
   }
   return nextSchema._zod.run({
    value,
    issues: left.issues
   }, ctx);
  }
  null && schemas_core.$constructor("$ZodPreprocess", (inst, def) => {
   $ZodPipe.init(inst, def);
  });
  null && schemas_core.$constructor("$ZodReadonly", (inst, def) => {
   $ZodType.init(inst, def);
   schemas_util.defineLazyInternal(inst, "propValues", zod => zod.def.innerType._zod.propValues);
   schemas_util.defineLazyInternal(inst, "values", zod => zod.def.innerType._zod.values);
   schemas_util.defineLazyInternal(inst, "optin", zod => zod.def.innerType?._zod?.optin);
   schemas_util.defineLazyInternal(inst, "optout", zod => zod.def.innerType?._zod?.optout);
   inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) return result.then(handleReadonlyResult);
    return handleReadonlyResult(result);
   };
  });
  function handleReadonlyResult(payload) {
   if (!payload.memo) payload.value = Object.freeze(payload.value);
   return payload;
  }
  function leafPattern(schema) {
   const def = schema._zod.def;
   let pattern = def.pattern;
   let isInt = !!def.format?.includes("int");
   let minimum;
   let maximum;
   for (const ch of def.checks ?? []) {
    const d = ch._zod.def;
    if (d.pattern) pattern = d.pattern;
    isInt || (isInt = !!d.format?.includes("int"));
    const lo = d.minimum ?? d.length;
    const hi = d.maximum ?? d.length;
    if (lo !== void 0 && (minimum === void 0 || lo > minimum)) minimum = lo;
    if (hi !== void 0 && (maximum === void 0 || hi < maximum)) maximum = hi;
   }
   if (pattern) return pattern.source;
   if (minimum !== void 0 && maximum !== void 0 && minimum > maximum) return "(?!)";
   if (minimum !== void 0 || maximum !== void 0) return regexes.string({
    minimum,
    maximum
   }).source;
   const own = schema._zod.pattern;
   return (isInt && own === regexes.number ? regexes.integer : own)?.source;
  }
  function partPattern(schema) {
   const def = schema._zod.def;
   const own = schema._zod.pattern?.source;
   const inner = def.innerType ?? schema._zod.innerType;
   if (inner) {
    const before = inner._zod.pattern?.source;
    const after = partPattern(inner);
    if (own && before && after && after !== before) return own.replace(schemas_util.cleanRegex(before), () => schemas_util.cleanRegex(after));
    return own;
   }
   if (def.options) {
    const sources = def.options.map(partPattern);
    if (sources.every(Boolean)) return `^(${sources.map(s => schemas_util.cleanRegex(s)).join("|")})$`;
   }
   return leafPattern(schema);
  }
  null && schemas_core.$constructor("$ZodTemplateLiteral", (inst, def) => {
   $ZodType.init(inst, def);
   const regexParts = [];
   for (const part of def.parts) if (typeof part === "object" && part !== null) {
    const source = partPattern(part);
    if (!source) throw new Error(`Invalid template literal part, no pattern found: ${[ ...part._zod.traits ].shift()}`);
    regexParts.push(schemas_util.cleanRegex(source));
   } else if (part === null || schemas_util.primitiveTypes.has(typeof part)) regexParts.push(schemas_util.escapeRegex(`${part}`)); else throw new Error(`Invalid template literal part: ${part}`);
   inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
   inst._zod.parse = (payload, _ctx) => {
    if (typeof payload.value !== "string") {
     payload.issues.push({
      input: payload.value,
      inst,
      expected: "string",
      code: "invalid_type"
     });
     return payload;
    }
    inst._zod.pattern.lastIndex = 0;
    if (!inst._zod.pattern.test(payload.value)) {
     payload.issues.push({
      input: payload.value,
      inst,
      code: "invalid_format",
      format: def.format ?? "template_literal",
      pattern: inst._zod.pattern.source
     });
     return payload;
    }
    return payload;
   };
  });
  null && schemas_core.$constructor("$ZodFunction", (inst, def) => {
   $ZodType.init(inst, def);
   Object.defineProperty(inst, "_def", {
    value: def
   });
   inst._zod.def = def;
   inst.implement = func => {
    if (typeof func !== "function") throw new Error("implement() must be called with a function");
    return Object.defineProperty(function(...args) {
     const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
     const result = Reflect.apply(func, this, parsedArgs);
     if (inst._def.output) return parse(inst._def.output, result);
     return result;
    }, "_zod", {
     value: inst._zod,
     enumerable: false
    });
   };
   inst.implementAsync = func => {
    if (typeof func !== "function") throw new Error("implementAsync() must be called with a function");
    return Object.defineProperty(async function(...args) {
     const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
     const result = await Reflect.apply(func, this, parsedArgs);
     if (inst._def.output) return await parseAsync(inst._def.output, result);
     return result;
    }, "_zod", {
     value: inst._zod,
     enumerable: false
    });
   };
   inst._zod.parse = (payload, _ctx) => {
    if (typeof payload.value !== "function") {
     payload.issues.push({
      code: "invalid_type",
      expected: "function",
      input: payload.value,
      inst
     });
     return payload;
    }
    const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
    if (hasPromiseOutput) payload.value = inst.implementAsync(payload.value); else payload.value = inst.implement(payload.value);
    return payload;
   };
   inst.input = (...args) => {
    const F = inst.constructor;
    if (Array.isArray(args[0])) return new F({
     type: "function",
     input: new $ZodTuple({
      type: "tuple",
      items: args[0],
      rest: args[1]
     }),
     output: inst._def.output
    });
    return new F({
     type: "function",
     input: args[0],
     output: inst._def.output
    });
   };
   inst.output = output => {
    const F = inst.constructor;
    return new F({
     type: "function",
     input: inst._def.input,
     output
    });
   };
   return inst;
  });
  null && schemas_core.$constructor("$ZodPromise", (inst, def) => {
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, ctx) => Promise.resolve(payload.value).then(inner => def.innerType._zod.run({
    value: inner,
    issues: []
   }, ctx));
  });
  null && schemas_core.$constructor("$ZodLazy", (inst, def) => {
   $ZodType.init(inst, def);
   schemas_util.defineLazy(inst._zod, "innerType", () => {
    const d = def;
    if (!d._cachedInner) d._cachedInner = def.getter();
    return d._cachedInner;
   });
   schemas_util.defineLazyInternal(inst, "pattern", zod => zod.innerType?._zod?.pattern);
   schemas_util.defineLazyInternal(inst, "propValues", zod => zod.innerType?._zod?.propValues);
   schemas_util.defineLazyInternal(inst, "optin", zod => zod.innerType?._zod?.optin ?? void 0);
   schemas_util.defineLazyInternal(inst, "optout", zod => zod.innerType?._zod?.optout ?? void 0);
   inst._zod.parse = (payload, ctx) => {
    const inner = inst._zod.innerType;
    return inner._zod.run(payload, ctx);
   };
  });
  null && schemas_core.$constructor("$ZodCustom", (inst, def) => {
   schemas_checks.$ZodCheck.init(inst, def);
   $ZodType.init(inst, def);
   inst._zod.parse = (payload, _) => payload;
   inst._zod.check = payload => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) return r.then(r => handleRefineResult(r, payload, input, inst));
    handleRefineResult(r, payload, input, inst);
    return;
   };
  });
  function handleRefineResult(result, payload, input, inst) {
   if (!result) {
    const _iss = {
     code: "custom",
     input,
     inst,
     path: [ ...inst._zod.def.path ?? [] ],
     continue: !inst._zod.def.abort
    };
    if (inst._zod.def.params) _iss.params = inst._zod.def.params;
    payload.issues.push(schemas_util.issue(_iss));
   }
  }
  var api = __webpack_require__("../../node_modules/zod/v4/core/api.js");
  var $constructor;
  function _getMessage() {
   const internals = this._zod;
   internals.message ?? (internals.message = JSON.stringify(internals.def, core_util.jsonStringifyReplacer, 2));
   return internals.message;
  }
  function _setMessage(value) {
   this._zod.message = value;
  }
  const _messageDesc = {
   get: _getMessage,
   set: _setMessage,
   enumerable: true,
   configurable: true
  };
  const _issuesDesc = {
   value: void 0,
   enumerable: false
  };
  const _installedToString = new WeakSet([ Object.prototype, Error.prototype ]);
  const initializer = (inst, def) => {
   inst.name = "$ZodError";
   _issuesDesc.value = def;
   Object.defineProperty(inst, "issues", _issuesDesc);
   _issuesDesc.value = void 0;
   Object.defineProperty(inst, "message", _messageDesc);
   const proto = Object.getPrototypeOf(inst);
   if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
     configurable: true,
     enumerable: false,
     get() {
      const value = () => this.message;
      Object.defineProperty(this, "toString", {
       value,
       configurable: true,
       writable: true
      });
      return value;
     },
     set(value) {
      Object.defineProperty(this, "toString", {
       value,
       configurable: true,
       writable: true
      });
     }
    });
   }
  };
  null && $constructor("$ZodError", initializer);
  const $ZodRealError = (0, core.$constructor)("$ZodError", initializer, void 0, {
   Parent: Error
  });
  const _parse = _Err => {
   const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? {
     ..._ctx,
     async: false
    } : {
     async: false
    };
    const result = schema._zod.run({
     value,
     issues: []
    }, ctx);
    if (result instanceof Promise) throw new core.$ZodAsyncError;
    if (result.issues.length) {
     const e = new (_params?.Err ?? _Err)(result.issues.map(iss => core_util.finalizeIssue(iss, ctx, core.config())));
     core_util.captureStackTrace(e, _params?.callee ?? fn);
     throw e;
    }
    return result.value;
   };
   return fn;
  };
  const parse_parse = _parse($ZodRealError);
  const _parseAsync = _Err => {
   const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? {
     ..._ctx,
     async: true
    } : {
     async: true
    };
    let result = schema._zod.run({
     value,
     issues: []
    }, ctx);
    if (result instanceof Promise) result = await result;
    if (result.issues.length) {
     const e = new (params?.Err ?? _Err)(result.issues.map(iss => core_util.finalizeIssue(iss, ctx, core.config())));
     core_util.captureStackTrace(e, params?.callee ?? fn);
     throw e;
    }
    return result.value;
   };
   return fn;
  };
  const parse_parseAsync = _parseAsync($ZodRealError);
  const _safeParse = _Err => (schema, value, _ctx) => {
   const ctx = _ctx ? {
    ..._ctx,
    async: false
   } : {
    async: false
   };
   const result = schema._zod.run({
    value,
    issues: []
   }, ctx);
   if (result instanceof Promise) throw new core.$ZodAsyncError;
   return result.issues.length ? failure(_Err, result.issues, ctx) : {
    success: true,
    data: result.value
   };
  };
  const safeParse = _safeParse($ZodRealError);
  function failure(Err, issues, ctx) {
   let error;
   return {
    success: false,
    get error() {
     if (!error) {
      error = new Err(issues.map(iss => core_util.finalizeIssue(iss, ctx, core.config())));
      issues = void 0;
      ctx = void 0;
     }
     return error;
    },
    set error(e) {
     error = e;
     issues = void 0;
     ctx = void 0;
    }
   };
  }
  const _safeParseAsync = _Err => async (schema, value, _ctx) => {
   const ctx = _ctx ? {
    ..._ctx,
    async: true
   } : {
    async: true
   };
   let result = schema._zod.run({
    value,
    issues: []
   }, ctx);
   if (result instanceof Promise) result = await result;
   return result.issues.length ? failure(_Err, result.issues, ctx) : {
    success: true,
    data: result.value
   };
  };
  const safeParseAsync = _safeParseAsync($ZodRealError);
  null && Symbol.for("zod.compile.invalid");
  null && Symbol.for("zod.compile.fallback");
  var mini_schemas_core;
  const ZodMiniType = core.$constructor("ZodMiniType", (inst, def) => {
   if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
   $ZodType.init(inst, def);
   inst.def = def;
   inst.type = def.type;
  }, {
   get with() {
    return this.check;
   },
   set with(value) {
    core_util.own(this, "with", value);
   },
   parse(data, params) {
    return parse_parse(this, data, params, {
     callee: this.parse
    });
   },
   parseAsync(data, params) {
    return parse_parseAsync(this, data, params, {
     callee: this.parseAsync
    });
   },
   safeParse(data, params) {
    return safeParse(this, data, params);
   },
   safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
   },
   check(...checks) {
    const def = this.def;
    return this.clone({
     ...def,
     checks: [ ...def.checks ?? [], ...checks.map(ch => typeof ch === "function" ? {
      _zod: {
       check: ch,
       def: {
        check: "custom"
       },
       onattach: []
      }
     } : ch) ]
    }, {
     parent: true
    });
   },
   clone(_def, params) {
    return core_util.clone(this, _def, params);
   },
   brand() {
    return this;
   },
   register(reg, meta) {
    reg.add(this, meta);
    return this;
   },
   apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
   }
  });
  const ZodMiniString = core.$constructor("ZodMiniString", (inst, def) => {
   $ZodString.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function schemas_string(params) {
   return api._string(ZodMiniString, params);
  }
  const ZodMiniStringFormat = null && mini_schemas_core.$constructor("ZodMiniStringFormat", (inst, def) => {
   mini_schemas_core.$ZodStringFormat.init(inst, def);
   ZodMiniString.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniEmail", (inst, def) => {
   mini_schemas_core.$ZodEmail.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniGUID", (inst, def) => {
   mini_schemas_core.$ZodGUID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniUUID", (inst, def) => {
   mini_schemas_core.$ZodUUID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniURL", (inst, def) => {
   mini_schemas_core.$ZodURL.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniEmoji", (inst, def) => {
   mini_schemas_core.$ZodEmoji.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniNanoID", (inst, def) => {
   mini_schemas_core.$ZodNanoID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCUID", (inst, def) => {
   mini_schemas_core.$ZodCUID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCUID2", (inst, def) => {
   mini_schemas_core.$ZodCUID2.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniULID", (inst, def) => {
   mini_schemas_core.$ZodULID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniXID", (inst, def) => {
   mini_schemas_core.$ZodXID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniKSUID", (inst, def) => {
   mini_schemas_core.$ZodKSUID.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniIPv4", (inst, def) => {
   mini_schemas_core.$ZodIPv4.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniIPv6", (inst, def) => {
   mini_schemas_core.$ZodIPv6.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCIDRv4", (inst, def) => {
   mini_schemas_core.$ZodCIDRv4.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCIDRv6", (inst, def) => {
   mini_schemas_core.$ZodCIDRv6.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniMAC", (inst, def) => {
   mini_schemas_core.$ZodMAC.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniBase64", (inst, def) => {
   mini_schemas_core.$ZodBase64.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniBase64URL", (inst, def) => {
   mini_schemas_core.$ZodBase64URL.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniE164", (inst, def) => {
   mini_schemas_core.$ZodE164.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCreditCard", (inst, def) => {
   mini_schemas_core.$ZodCreditCard.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniIBAN", (inst, def) => {
   mini_schemas_core.$ZodIBAN.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniJWT", (inst, def) => {
   mini_schemas_core.$ZodJWT.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCustomStringFormat", (inst, def) => {
   mini_schemas_core.$ZodCustomStringFormat.init(inst, def);
   ZodMiniStringFormat.init(inst, def);
  });
  const ZodMiniNumber = core.$constructor("ZodMiniNumber", (inst, def) => {
   $ZodNumber.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function schemas_number(params) {
   return api._number(ZodMiniNumber, params);
  }
  const ZodMiniNumberFormat = core.$constructor("ZodMiniNumberFormat", (inst, def) => {
   $ZodNumberFormat.init(inst, def);
   ZodMiniNumber.init(inst, def);
  });
  function schemas_int(params) {
   return api._int(ZodMiniNumberFormat, params);
  }
  const ZodMiniBoolean = core.$constructor("ZodMiniBoolean", (inst, def) => {
   $ZodBoolean.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function schemas_boolean(params) {
   return api._boolean(ZodMiniBoolean, params);
  }
  const ZodMiniBigInt = null && mini_schemas_core.$constructor("ZodMiniBigInt", (inst, def) => {
   mini_schemas_core.$ZodBigInt.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniBigIntFormat", (inst, def) => {
   mini_schemas_core.$ZodBigIntFormat.init(inst, def);
   ZodMiniBigInt.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniSymbol", (inst, def) => {
   mini_schemas_core.$ZodSymbol.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniUndefined", (inst, def) => {
   mini_schemas_core.$ZodUndefined.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniNull", (inst, def) => {
   mini_schemas_core.$ZodNull.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniAny", (inst, def) => {
   mini_schemas_core.$ZodAny.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniUnknown = core.$constructor("ZodMiniUnknown", (inst, def) => {
   $ZodUnknown.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function unknown() {
   return api._unknown(ZodMiniUnknown);
  }
  null && mini_schemas_core.$constructor("ZodMiniNever", (inst, def) => {
   mini_schemas_core.$ZodNever.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniVoid", (inst, def) => {
   mini_schemas_core.$ZodVoid.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniDate", (inst, def) => {
   mini_schemas_core.$ZodDate.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniArray = core.$constructor("ZodMiniArray", (inst, def) => {
   $ZodArray.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function array(element, params) {
   return new ZodMiniArray({
    type: "array",
    element,
    ...core_util.normalizeParams(params)
   });
  }
  const ZodMiniObject = core.$constructor("ZodMiniObject", (inst, def) => {
   $ZodObject.init(inst, def);
   ZodMiniType.init(inst, def);
   core_util.installLazyProp(inst, "shape", self => self._zod.def.shape, false);
  });
  function object(shape, params) {
   const def = {
    type: "object",
    shape: shape ?? {},
    ...core_util.normalizeParams(params)
   };
   return new ZodMiniObject(def);
  }
  function looseObject(shape, params) {
   return new ZodMiniObject({
    type: "object",
    shape,
    catchall: unknown(),
    ...core_util.normalizeParams(params)
   });
  }
  const ZodMiniUnion = core.$constructor("ZodMiniUnion", (inst, def) => {
   $ZodUnion.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function union(options, params) {
   return new ZodMiniUnion({
    type: "union",
    options,
    ...core_util.normalizeParams(params)
   });
  }
  null && mini_schemas_core.$constructor("ZodMiniXor", (inst, def) => {
   ZodMiniUnion.init(inst, def);
   mini_schemas_core.$ZodXor.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
   mini_schemas_core.$ZodDiscriminatedUnion.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniIntersection", (inst, def) => {
   mini_schemas_core.$ZodIntersection.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniTuple", (inst, def) => {
   mini_schemas_core.$ZodTuple.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniRecord", (inst, def) => {
   mini_schemas_core.$ZodRecord.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniMap", (inst, def) => {
   mini_schemas_core.$ZodMap.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniSet", (inst, def) => {
   mini_schemas_core.$ZodSet.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniEnum = core.$constructor("ZodMiniEnum", (inst, def) => {
   $ZodEnum.init(inst, def);
   ZodMiniType.init(inst, def);
   inst.options = [ ...inst._zod.values ];
  });
  function _enum(values, params) {
   const entries = Array.isArray(values) ? Object.fromEntries(values.map(v => [ v, v ])) : values;
   return new ZodMiniEnum({
    type: "enum",
    entries,
    ...core_util.normalizeParams(params)
   });
  }
  null && mini_schemas_core.$constructor("ZodMiniLiteral", (inst, def) => {
   mini_schemas_core.$ZodLiteral.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniFile", (inst, def) => {
   mini_schemas_core.$ZodFile.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniTransform = core.$constructor("ZodMiniTransform", (inst, def) => {
   $ZodTransform.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function transform(fn) {
   return new ZodMiniTransform({
    type: "transform",
    transform: fn
   });
  }
  const ZodMiniOptional = core.$constructor("ZodMiniOptional", (inst, def) => {
   $ZodOptional.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function optional(innerType) {
   return new ZodMiniOptional({
    type: "optional",
    innerType
   });
  }
  null && mini_schemas_core.$constructor("ZodMiniExactOptional", (inst, def) => {
   mini_schemas_core.$ZodExactOptional.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniNullable = core.$constructor("ZodMiniNullable", (inst, def) => {
   $ZodNullable.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function nullable(innerType) {
   return new ZodMiniNullable({
    type: "nullable",
    innerType
   });
  }
  null && mini_schemas_core.$constructor("ZodMiniDefault", (inst, def) => {
   mini_schemas_core.$ZodDefault.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniPrefault", (inst, def) => {
   mini_schemas_core.$ZodPrefault.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniNonOptional", (inst, def) => {
   mini_schemas_core.$ZodNonOptional.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniSuccess", (inst, def) => {
   mini_schemas_core.$ZodSuccess.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniCatch = core.$constructor("ZodMiniCatch", (inst, def) => {
   $ZodCatch.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function _catch(innerType, catchValue) {
   return new ZodMiniCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : core_util.constantCatch(catchValue)
   });
  }
  null && mini_schemas_core.$constructor("ZodMiniNaN", (inst, def) => {
   mini_schemas_core.$ZodNaN.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  const ZodMiniPipe = core.$constructor("ZodMiniPipe", (inst, def) => {
   $ZodPipe.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  function pipe(in_, out) {
   return new ZodMiniPipe({
    type: "pipe",
    in: in_,
    out
   });
  }
  null && mini_schemas_core.$constructor("ZodMiniCodec", (inst, def) => {
   ZodMiniPipe.init(inst, def);
   mini_schemas_core.$ZodCodec.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniReadonly", (inst, def) => {
   mini_schemas_core.$ZodReadonly.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniTemplateLiteral", (inst, def) => {
   mini_schemas_core.$ZodTemplateLiteral.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniLazy", (inst, def) => {
   mini_schemas_core.$ZodLazy.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniPromise", (inst, def) => {
   mini_schemas_core.$ZodPromise.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  null && mini_schemas_core.$constructor("ZodMiniCustom", (inst, def) => {
   mini_schemas_core.$ZodCustom.init(inst, def);
   ZodMiniType.init(inst, def);
  });
  api.describe;
  api.meta;
  null && mini_schemas_core.$constructor("ZodMiniFunction", (inst, def) => {
   mini_schemas_core.$ZodFunction.init(inst, def);
   ZodMiniType.init(inst, def);
  });
 }),
 "./github/schemas.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   readComment: function() {
    return readComment;
   },
   readComments: function() {
    return readComments;
   },
   readHeadSha: function() {
    return readHeadSha;
   },
   readLogin: function() {
    return readLogin;
   },
   readRepositoryIds: function() {
    return readRepositoryIds;
   },
   readSealingKey: function() {
    return readSealingKey;
   },
   readViewer: function() {
    return readViewer;
   },
   readVisibility: function() {
    return readVisibility;
   }
  });
  var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/zod/v4/mini/schemas.js");
  var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("../../node_modules/zod/v4/core/api.js");
  const idSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.int().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._positive());
  const textSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.string().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._minLength(1));
  const sealingKeySchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   key_id: textSchema,
   key: zod_mini__WEBPACK_IMPORTED_MODULE_0__.string().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._regex(/^[A-Za-z0-9+/]{43}=$/))
  });
  const organizationSecretSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   visibility: zod_mini__WEBPACK_IMPORTED_MODULE_0__["enum"]([ "all", "private", "selected" ])
  });
  const userSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   login: textSchema
  });
  const viewerSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   data: zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
    viewer: userSchema
   })
  });
  const commentSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   id: idSchema,
   body: zod_mini__WEBPACK_IMPORTED_MODULE_0__.optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__.nullable(zod_mini__WEBPACK_IMPORTED_MODULE_0__.string())),
   user: zod_mini__WEBPACK_IMPORTED_MODULE_0__.optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__.nullable(userSchema)),
   html_url: zod_mini__WEBPACK_IMPORTED_MODULE_0__.optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__.nullable(zod_mini__WEBPACK_IMPORTED_MODULE_0__.string()))
  });
  const pullRequestSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   head: zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
    sha: zod_mini__WEBPACK_IMPORTED_MODULE_0__.string().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._regex(/^[0-9a-f]{40,64}$/i))
   })
  });
  const repositoriesSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   repositories: zod_mini__WEBPACK_IMPORTED_MODULE_0__.array(zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
    id: idSchema
   }))
  });
  function readSealingKey(body) {
   return mapped(readWith(sealingKeySchema, body), ({key_id: id, key}) => ({
    id,
    key
   }));
  }
  function readVisibility(body) {
   return mapped(readWith(organizationSecretSchema, body), ({visibility}) => visibility);
  }
  function readRepositoryIds(body) {
   return mapped(readWith(repositoriesSchema, body), ({repositories}) => repositories.map(({id}) => id));
  }
  function readLogin(body) {
   return mapped(readWith(userSchema, body), ({login}) => login);
  }
  function readViewer(body) {
   return mapped(readWith(viewerSchema, body), ({data: {viewer}}) => viewer.login);
  }
  function readComment(body) {
   return mapped(readWith(commentSchema, body), commentOf);
  }
  function readComments(body) {
   return mapped(readWith(zod_mini__WEBPACK_IMPORTED_MODULE_0__.array(commentSchema), body), comments => comments.map(commentOf));
  }
  function readHeadSha(body) {
   return mapped(readWith(pullRequestSchema, body), ({head}) => head.sha);
  }
  function commentOf({id, body, user, html_url: url}) {
   return {
    id,
    body: body ?? "",
    author: user?.login ?? "",
    url: url ?? ""
   };
  }
  function readWith(schema, body) {
   const result = schema.safeParse(body);
   if (result.success) return {
    kind: "ok",
    value: result.data
   };
   const places = result.error.issues.map(({path}) => path.map(String).join("."));
   if (places.includes("")) return {
    kind: "unfit",
    why: "its JSON is of another kind"
   };
   return {
    kind: "unfit",
    why: `missing or of another type: ${[ ...new Set(places) ].slice(0, 5).join(", ")}`
   };
  }
  function mapped(reading, map) {
   return reading.kind === "ok" ? {
    kind: "ok",
    value: map(reading.value)
   } : reading;
  }
 }),
 "./gitlab/schemas/inspection-schemas.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   readCommitStatuses: function() {
    return readCommitStatuses;
   },
   readLint: function() {
    return readLint;
   },
   readOwnToken: function() {
    return readOwnToken;
   },
   readRef: function() {
    return readRef;
   },
   readVersion: function() {
    return readVersion;
   }
  });
  var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/zod/v4/mini/schemas.js");
  var _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./gitlab/schemas/schema-parts.js");
  const versionSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   version: _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema
  });
  const ownTokenSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   scopes: zod_mini__WEBPACK_IMPORTED_MODULE_0__.array(zod_mini__WEBPACK_IMPORTED_MODULE_0__.string()),
   active: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean()),
   granular: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean()),
   expires_at: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema)
  });
  const commitSchema = (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema
  }));
  const refSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema,
   commit: commitSchema,
   protected: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean()),
   can_push: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean()),
   developers_can_push: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean()),
   developers_can_merge: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean())
  });
  const lintSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   valid: zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean(),
   errors: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.array(zod_mini__WEBPACK_IMPORTED_MODULE_0__.string())),
   warnings: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.array(zod_mini__WEBPACK_IMPORTED_MODULE_0__.string())),
   merged_yaml: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.string())
  });
  function readVersion(body) {
   return (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.readWith)(versionSchema, body);
  }
  function readOwnToken(body) {
   return (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.mapped)((0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.readWith)(ownTokenSchema, body), ({scopes, active, granular, expires_at: expiresAt}) => ({
    scopes,
    active,
    granular,
    expiresAt
   }));
  }
  function readRef(body) {
   return (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.mapped)((0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.readWith)(refSchema, body), ref => ({
    name: ref.name,
    sha: ref.commit?.id,
    isProtected: ref.protected,
    canPush: ref.can_push,
    developersCanPush: ref.developers_can_push,
    developersCanMerge: ref.developers_can_merge
   }));
  }
  function readLint(body) {
   return (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.mapped)((0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.readWith)(lintSchema, body), ({valid, errors, warnings, merged_yaml: mergedYaml}) => ({
    valid,
    errors: errors ?? [],
    warnings: warnings ?? [],
    mergedYaml
   }));
  }
  const commitStatusSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   id: _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.idSchema,
   name: _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema,
   status: _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema,
   allow_failure: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(zod_mini__WEBPACK_IMPORTED_MODULE_0__.boolean()),
   pipeline_id: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.idSchema),
   description: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.textSchema),
   target_url: (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.optional)(_schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.urlSchema)
  });
  function readCommitStatuses(body) {
   return (0, _schema_parts_js__WEBPACK_IMPORTED_MODULE_1__.readList)(commitStatusSchema, body, status => ({
    id: status.id,
    name: status.name,
    status: status.status,
    allowFailure: status.allow_failure ?? false,
    pipelineId: status.pipeline_id,
    description: status.description,
    targetUrl: status.target_url
   }));
  }
 }),
 "./gitlab/schemas/schema-parts.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   added: function() {
    return added;
   },
   idSchema: function() {
    return idSchema;
   },
   mapped: function() {
    return mapped;
   },
   measureSchema: function() {
    return measureSchema;
   },
   optional: function() {
    return optional;
   },
   readDownstream: function() {
    return readDownstream;
   },
   readEntries: function() {
    return readEntries;
   },
   readList: function() {
    return readList;
   },
   readWith: function() {
    return readWith;
   },
   shortText: function() {
    return shortText;
   }
  });
  var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/zod/v4/mini/schemas.js");
  var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("../../node_modules/zod/v4/core/api.js");
  var _model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./model/pipeline.js");
  const namedPlaces = 5;
  function optional(schema) {
   const nullAsAbsent = zod_mini__WEBPACK_IMPORTED_MODULE_0__.pipe(zod_mini__WEBPACK_IMPORTED_MODULE_0__.optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__.nullable(schema)), zod_mini__WEBPACK_IMPORTED_MODULE_0__.transform(value => value ?? void 0));
   return zod_mini__WEBPACK_IMPORTED_MODULE_0__["catch"](nullAsAbsent, void 0);
  }
  function added(schema) {
   return zod_mini__WEBPACK_IMPORTED_MODULE_0__.pipe(zod_mini__WEBPACK_IMPORTED_MODULE_0__.optional(zod_mini__WEBPACK_IMPORTED_MODULE_0__.nullable(schema)), zod_mini__WEBPACK_IMPORTED_MODULE_0__.transform(value => value ?? void 0));
  }
  const idSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.int().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._positive());
  const urlSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.string().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._regex(/^https?:\/\/\S+$/));
  const textSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.string().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._minLength(1));
  const idEntrySchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   id: idSchema
  });
  const knownSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   id: idSchema,
   status: textSchema
  });
  const measureSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.number().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__._gte(-1e9), zod_mini__WEBPACK_IMPORTED_MODULE_1__._lte(1e9));
  function readWith(schema, body) {
   const result = schema.safeParse(body);
   if (result.success) return {
    kind: "ok",
    value: result.data
   };
   return {
    kind: "unfit",
    why: whyOf(result.error.issues.map(({path}) => path))
   };
  }
  function readList(schema, body, map) {
   const reading = readEntries(schema, body, entry => knownSchema.safeParse(entry).success);
   return mapped(reading, entries => entries.map(entry => (0, _model_pipeline_js__WEBPACK_IMPORTED_MODULE_2__.isUnfit)(entry) ? entry : map(entry)));
  }
  function readEntries(schema, body, isKnown = () => false) {
   if (!Array.isArray(body)) return {
    kind: "unfit",
    why: whyOf([ [] ])
   };
   const paths = [];
   let isList = body.length === 0;
   const entries = body.map((entry, index) => {
    const result = schema.safeParse(entry);
    isList ||= result.success || isKnown(entry);
    if (result.success) return result.data;
    const places = result.error.issues.map(({path}) => [ index, ...path ]);
    paths.push(...places);
    const known = idEntrySchema.safeParse(entry);
    return {
     unfit: whyOf(places),
     id: known.success ? known.data.id : void 0
    };
   });
   return isList ? {
    kind: "ok",
    value: entries
   } : {
    kind: "unfit",
    why: whyOf(paths)
   };
  }
  function whyOf(paths) {
   const places = paths.map(path => path.map(String).join("."));
   if (places.includes("")) return "its JSON is of another kind";
   const named = [ ...new Set(places) ].slice(0, namedPlaces).join(", ");
   return `missing or of another type: ${named}`;
  }
  function mapped(reading, map) {
   return reading.kind === "ok" ? {
    kind: "ok",
    value: map(reading.value)
   } : reading;
  }
  const downstreamSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   id: idSchema,
   project_id: idSchema,
   status: textSchema,
   web_url: optional(urlSchema)
  });
  const statusSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__.object({
   status: textSchema
  });
  function readDownstream(details, job) {
   if (details === void 0 || details === null) return {};
   const reading = readWith(downstreamSchema, details);
   if (reading.kind === "unfit") {
    const status = readWith(statusSchema, details);
    return {
     unreadDownstream: {
      status: status.kind === "ok" ? status.value.status : void 0
     }
    };
   }
   const {id: pipelineId, project_id: projectId, status, web_url: webUrl = job.webUrl} = reading.value;
   return {
    downstream: {
     projectId,
     pipelineId,
     status,
     webUrl
    }
   };
  }
  const mostCharacters = 1e3;
  const cutMark = "…";
  function shortText(text) {
   if (text.length <= mostCharacters) return text;
   const kept = text.slice(0, mostCharacters - cutMark.length).replace(/[\ud800-\udbff]$/, "");
   return Buffer.from(kept).toString() + cutMark;
  }
  __webpack_require__.d(__webpack_exports__, [ "textSchema", 0, textSchema, "urlSchema", 0, urlSchema ]);
 }),
 "./gitlab/schemas/schemas.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   readBridges: function() {
    return readBridges;
   },
   readCreatedPipeline: function() {
    return readCreatedPipeline;
   },
   readJob: function() {
    return readJob;
   },
   readJobs: function() {
    return readJobs;
   },
   readPipeline: function() {
    return readPipeline;
   },
   readPipelines: function() {
    return readPipelines;
   },
   readProject: function() {
    return readProject;
   },
   readTestReport: function() {
    return readTestReport;
   },
   readTestTotals: function() {
    return readTestTotals;
   },
   readTriggerToken: function() {
    return readTriggerToken;
   },
   readTriggerTokens: function() {
    return readTriggerTokens;
   },
   readVariables: function() {
    return readVariables;
   }
  });
  var schemas = __webpack_require__("../../node_modules/zod/v4/mini/schemas.js");
  var api = __webpack_require__("../../node_modules/zod/v4/core/api.js");
  var secret = __webpack_require__("./base/secret.js");
  var base_text = __webpack_require__("./base/text.js");
  var pipeline = __webpack_require__("./model/pipeline.js");
  var oldest_release = __webpack_require__("./gitlab/responses/oldest-release.js");
  var schema_parts = __webpack_require__("./gitlab/schemas/schema-parts.js");
  const pipelineMembers = {
   id: schema_parts.idSchema,
   iid: (0, schema_parts.optional)(schema_parts.idSchema),
   source: (0, schema_parts.optional)(schema_parts.textSchema),
   name: (0, schema_parts.optional)(schema_parts.textSchema),
   created_at: (0, schema_parts.optional)(schema_parts.textSchema),
   updated_at: (0, schema_parts.optional)(schema_parts.textSchema),
   started_at: (0, schema_parts.optional)(schema_parts.textSchema),
   finished_at: (0, schema_parts.optional)(schema_parts.textSchema),
   duration: (0, schema_parts.optional)(schema_parts.measureSchema),
   queued_duration: (0, schema_parts.optional)(schema_parts.measureSchema),
   coverage: (0, schema_parts.optional)(schemas.union([ schema_parts.textSchema, schema_parts.measureSchema ])),
   yaml_errors: (0, schema_parts.optional)(schema_parts.textSchema),
   detailed_status: (0, schema_parts.optional)(schemas.object({
    group: (0, schema_parts.optional)(schema_parts.textSchema)
   }))
  };
  const pipelineSchema = schemas.object({
   ...pipelineMembers,
   project_id: (0, schema_parts.added)(schema_parts.idSchema),
   web_url: (0, schema_parts.added)(schema_parts.urlSchema),
   status: schema_parts.textSchema,
   ref: schema_parts.textSchema,
   sha: schema_parts.textSchema
  });
  const createdPipelineSchema = schemas.object({
   ...pipelineMembers,
   project_id: (0, schema_parts.optional)(schema_parts.idSchema),
   web_url: (0, schema_parts.optional)(schema_parts.urlSchema),
   status: (0, schema_parts.optional)(schema_parts.textSchema),
   ref: (0, schema_parts.optional)(schema_parts.textSchema),
   sha: (0, schema_parts.optional)(schema_parts.textSchema)
  });
  function readPipeline(body) {
   const reading = (0, schema_parts.readWith)(pipelineSchema, body);
   if (reading.kind === "ok" && isTooOld(body)) return (0, oldest_release.tooOld)("pipelines");
   return (0, schema_parts.mapped)(reading, pipelineOf);
  }
  function isTooOld(body) {
   return (0, oldest_release.hasNone)(body, "project_id", "web_url");
  }
  function readCreatedPipeline(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readWith)(createdPipelineSchema, body), created => ({
    ...detailsOf(created),
    projectId: created.project_id,
    status: created.status,
    ref: created.ref,
    sha: created.sha,
    webUrl: created.web_url
   }));
  }
  function readPipelines(body) {
   const reading = (0, schema_parts.readList)(pipelineSchema, body, pipelineOf);
   const isOld = Array.isArray(body) && body.length > 0 && body.every(isTooOld);
   return reading.kind === "ok" && isOld ? (0, oldest_release.tooOld)("pipelines") : reading;
  }
  function pipelineOf(pipeline) {
   const {project_id: projectId, web_url: webUrl, status, ref, sha} = pipeline;
   return {
    ...detailsOf(pipeline),
    projectId,
    webUrl,
    status,
    ref,
    sha
   };
  }
  function detailsOf(pipeline) {
   return {
    id: pipeline.id,
    iid: pipeline.iid,
    source: pipeline.source,
    name: pipeline.name,
    createdAt: pipeline.created_at,
    updatedAt: pipeline.updated_at,
    startedAt: pipeline.started_at,
    finishedAt: pipeline.finished_at,
    durationSeconds: pipeline.duration,
    queuedSeconds: pipeline.queued_duration,
    coverage: pipeline.coverage === void 0 ? void 0 : String(pipeline.coverage),
    yamlErrors: pipeline.yaml_errors,
    statusGroup: pipeline.detailed_status?.group
   };
  }
  const countSchema = (0, schema_parts.optional)(schema_parts.measureSchema);
  const testNameSchema = schemas.string();
  const testSuiteSchema = schemas.object({
   name: testNameSchema,
   total_time: countSchema,
   total_count: countSchema,
   success_count: countSchema,
   failed_count: countSchema,
   skipped_count: countSchema,
   error_count: countSchema,
   suite_error: (0, schema_parts.optional)(schema_parts.textSchema),
   build_ids: (0, schema_parts.optional)(schemas.array(schema_parts.idSchema))
  });
  const testSummarySchema = schemas.object({
   total: schemas.object({
    time: countSchema,
    count: countSchema,
    success: countSchema,
    failed: countSchema,
    skipped: countSchema,
    error: countSchema
   }),
   test_suites: (0, schema_parts.optional)(schemas.array((0, schema_parts.optional)(testSuiteSchema)))
  });
  const outputSchema = schemas.union([ schema_parts.textSchema, schemas.array(schemas.unknown()), schemas.looseObject({
   message: (0, schema_parts.optional)(schema_parts.textSchema)
  }) ]);
  const testCaseSchema = schemas.object({
   status: schema_parts.textSchema,
   name: (0, schema_parts.optional)(testNameSchema),
   classname: (0, schema_parts.optional)(schema_parts.textSchema),
   file: (0, schema_parts.optional)(schema_parts.textSchema),
   execution_time: countSchema,
   system_output: (0, schema_parts.optional)(outputSchema),
   stack_trace: (0, schema_parts.optional)(schema_parts.textSchema)
  });
  const testReportSchema = schemas.object({
   test_suites: schemas.array(schemas.object({
    name: testNameSchema,
    test_cases: (0, schema_parts.optional)(schemas.array((0, schema_parts.optional)(testCaseSchema)))
   }))
  });
  function readTestTotals(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readWith)(testSummarySchema, body), ({total, test_suites: suites = []}) => ({
    ...countsOf(total),
    suites: suites.filter(suite => suite !== void 0).map(testSuiteOf)
   }));
  }
  function readTestReport(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readWith)(testReportSchema, body), ({test_suites: suites}) => ({
    suites: suites.map(({name, test_cases: cases = []}) => ({
     name,
     cases: cases.filter(each => each !== void 0).map(testCaseOf)
    }))
   }));
  }
  function testCaseOf(each) {
   const {status, name = "", classname, file, execution_time: seconds = 0, system_output: printed} = each;
   return {
    status,
    name,
    classname,
    file,
    seconds,
    output: outputOf(printed) ?? each.stack_trace
   };
  }
  function outputOf(printed) {
   if (printed === void 0 || typeof printed === "string") return printed;
   if (!Array.isArray(printed)) return printed.message ?? JSON.stringify(printed);
   const lines = printed.map(each => typeof each === "string" ? each : JSON.stringify(each));
   return lines.length === 0 ? void 0 : lines.join("\n");
  }
  function testSuiteOf(suite) {
   const counts = countsOf({
    time: suite.total_time,
    count: suite.total_count,
    success: suite.success_count,
    failed: suite.failed_count,
    skipped: suite.skipped_count,
    error: suite.error_count
   });
   return {
    name: suite.name,
    ...counts,
    problem: suite.suite_error,
    jobIds: suite.build_ids
   };
  }
  function countsOf(total) {
   return {
    total: total.count ?? 0,
    success: total.success ?? 0,
    failed: total.failed ?? 0,
    skipped: total.skipped ?? 0,
    error: total.error ?? 0,
    seconds: total.time ?? 0
   };
  }
  const accessSchema = (0, schema_parts.optional)(schemas.object({
   access_level: schema_parts.measureSchema
  }));
  const projectSchema = schemas.object({
   id: schema_parts.idSchema,
   path_with_namespace: schema_parts.textSchema,
   web_url: schema_parts.urlSchema,
   default_branch: (0, schema_parts.optional)(schema_parts.textSchema),
   archived: (0, schema_parts.optional)(schemas.boolean()),
   builds_access_level: (0, schema_parts.optional)(schema_parts.textSchema),
   ci_config_path: (0, schema_parts.optional)(schemas.string()),
   ci_pipeline_variables_minimum_override_role: (0, schema_parts.optional)(schema_parts.textSchema),
   restrict_user_defined_variables: (0, schema_parts.optional)(schemas.boolean()),
   permissions: (0, schema_parts.optional)(schemas.object({
    project_access: accessSchema,
    group_access: accessSchema
   }))
  });
  const artifactSchema = schemas.object({
   file_type: schema_parts.textSchema,
   filename: (0, schema_parts.optional)(schema_parts.textSchema),
   size: (0, schema_parts.optional)(schemas.int().check(api._gte(0))),
   file_format: (0, schema_parts.optional)(schema_parts.textSchema)
  });
  const jobFields = {
   id: schema_parts.idSchema,
   name: schema_parts.textSchema,
   stage: schema_parts.textSchema,
   status: schema_parts.textSchema,
   web_url: schema_parts.urlSchema,
   allow_failure: (0, schema_parts.optional)(schemas.boolean()),
   created_at: (0, schema_parts.optional)(schema_parts.textSchema),
   started_at: (0, schema_parts.optional)(schema_parts.textSchema),
   finished_at: (0, schema_parts.optional)(schema_parts.textSchema),
   duration: (0, schema_parts.optional)(schema_parts.measureSchema),
   queued_duration: (0, schema_parts.optional)(schema_parts.measureSchema),
   failure_reason: (0, schema_parts.optional)(schema_parts.textSchema),
   coverage: (0, schema_parts.optional)(schemas.union([ schema_parts.textSchema, schema_parts.measureSchema ])),
   artifacts: (0, schema_parts.optional)(schemas.array((0, schema_parts.optional)(artifactSchema))),
   artifacts_file: (0, schema_parts.optional)(schemas.object({
    filename: schema_parts.textSchema,
    size: (0, schema_parts.optional)(schemas.int().check(api._gte(0)))
   })),
   artifacts_expire_at: (0, schema_parts.optional)(schema_parts.textSchema)
  };
  const jobSchema = schemas.object(jobFields);
  const oldJobSchema = schemas.object({
   id: schema_parts.idSchema,
   name: schema_parts.textSchema,
   stage: schema_parts.textSchema,
   status: schema_parts.textSchema
  });
  const bridgeSchema = schemas.object({
   ...jobFields,
   downstream_pipeline: schemas.optional(schemas.unknown())
  });
  const variableSchema = schemas.object({
   key: schema_parts.textSchema,
   value: (0, schema_parts.optional)(schemas.string())
  });
  const triggerTokenSchema = schemas.object({
   id: schema_parts.idSchema,
   token: (0, schema_parts.optional)(schemas.string()),
   description: (0, schema_parts.optional)(schemas.string()),
   created_at: (0, schema_parts.optional)(schema_parts.textSchema),
   updated_at: (0, schema_parts.optional)(schema_parts.textSchema),
   last_used: (0, schema_parts.optional)(schema_parts.textSchema),
   expires_at: (0, schema_parts.optional)(schema_parts.textSchema),
   owner: (0, schema_parts.optional)(schemas.object({
    username: (0, schema_parts.optional)(schema_parts.textSchema)
   }))
  });
  function readProject(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readWith)(projectSchema, body), project => ({
    id: project.id,
    path: project.path_with_namespace,
    webUrl: project.web_url,
    defaultBranch: project.default_branch,
    archived: project.archived,
    ciAccess: project.builds_access_level,
    ciConfigPath: project.ci_config_path,
    variablesRole: project.ci_pipeline_variables_minimum_override_role,
    restrictsVariables: project.restrict_user_defined_variables,
    accessLevel: accessLevelOf(project)
   }));
  }
  function accessLevelOf({permissions}) {
   const levels = [ permissions?.project_access, permissions?.group_access ].flatMap(access => access === void 0 ? [] : [ access.access_level ]);
   return levels.length === 0 ? void 0 : Math.max(...levels);
  }
  function readJob(body) {
   const reading = (0, schema_parts.mapped)((0, schema_parts.readWith)(jobSchema, body), jobOf);
   return reading.kind === "unfit" && isOldJob(body) ? (0, oldest_release.tooOld)("jobs") : reading;
  }
  function readJobs(body) {
   return areOldJobs(body) ? (0, oldest_release.tooOld)("jobs") : (0, schema_parts.readList)(jobSchema, body, jobOf);
  }
  function areOldJobs(body) {
   return Array.isArray(body) && body.length > 0 && body.every(isOldJob);
  }
  function isOldJob(body) {
   return (0, oldest_release.hasNone)(body, "web_url") && oldJobSchema.safeParse(body).success;
  }
  function readBridges(body) {
   return areOldJobs(body) ? (0, oldest_release.tooOld)("jobs") : (0, schema_parts.readList)(bridgeSchema, body, bridgeOf);
  }
  function readVariables(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readEntries)(variableSchema, body), variables => variables.flatMap(variable => {
    if ((0, pipeline.isUnfit)(variable)) return [ variable ];
    const {key, value} = variable;
    return value === void 0 ? [] : [ {
     key,
     value
    } ];
   }));
  }
  function readTriggerToken(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readWith)(triggerTokenSchema, body), triggerTokenOf);
  }
  function readTriggerTokens(body) {
   return (0, schema_parts.mapped)((0, schema_parts.readEntries)(triggerTokenSchema, body), tokens => tokens.map(token => (0, 
   pipeline.isUnfit)(token) ? token : triggerTokenOf(token)));
  }
  function triggerTokenOf(trigger) {
   const {token = ""} = trigger;
   const {start, whole} = (0, base_text.tokenStartOf)(token);
   return {
    id: trigger.id,
    description: trigger.description ?? "",
    start,
    secret: whole ? new secret.Secret(token) : void 0,
    owner: trigger.owner?.username,
    createdAt: trigger.created_at,
    updatedAt: trigger.updated_at,
    lastUsed: trigger.last_used,
    expiresAt: trigger.expires_at
   };
  }
  function jobOf(job) {
   return {
    id: job.id,
    name: (0, schema_parts.shortText)(job.name),
    stage: (0, schema_parts.shortText)(job.stage),
    status: (0, schema_parts.shortText)(job.status),
    allowFailure: job.allow_failure ?? false,
    webUrl: (0, schema_parts.shortText)(job.web_url),
    createdAt: shortened(job.created_at),
    startedAt: shortened(job.started_at),
    finishedAt: shortened(job.finished_at),
    durationSeconds: job.duration,
    queuedSeconds: job.queued_duration,
    failureReason: shortened(job.failure_reason),
    coverage: shortened(job.coverage === void 0 ? void 0 : String(job.coverage)),
    artifacts: artifactsOf(job),
    artifactsExpireAt: shortened(job.artifacts_expire_at)
   };
  }
  function shortened(text) {
   return text === void 0 ? void 0 : (0, schema_parts.shortText)(text);
  }
  const mostArtifacts = 200;
  function artifactsOf(job) {
   const listed = job.artifacts?.filter(artifact => artifact !== void 0).slice(0, mostArtifacts).map(artifactOf);
   const archive = job.artifacts_file;
   if (archive === void 0 || listed?.some(({fileType}) => fileType === "archive") === true) return listed;
   const {size: bytes} = archive;
   const filename = (0, schema_parts.shortText)(archive.filename);
   return [ {
    fileType: "archive",
    filename,
    bytes,
    fileFormat: "zip"
   }, ...listed ?? [] ];
  }
  function artifactOf(artifact) {
   return {
    fileType: (0, schema_parts.shortText)(artifact.file_type),
    filename: shortened(artifact.filename),
    bytes: artifact.size,
    fileFormat: shortened(artifact.file_format)
   };
  }
  function bridgeOf(bridge) {
   const job = jobOf(bridge);
   return {
    ...job,
    ...(0, schema_parts.readDownstream)(bridge.downstream_pipeline, job)
   };
  }
 })
};
