export const __webpack_esm_ids__ = [ "schemas" ];

export const __webpack_esm_modules__ = {
 "../../node_modules/zod/v4/core/api.js": (function(e, t, n) {
  n.d(t, {
   _boolean: function() {
    return l;
   },
   _gte: function() {
    return h;
   },
   _int: function() {
    return d;
   },
   _lte: function() {
    return p;
   },
   _minLength: function() {
    return _;
   },
   _number: function() {
    return u;
   },
   _positive: function() {
    return m;
   },
   _regex: function() {
    return g;
   },
   _string: function() {
    return c;
   },
   _unknown: function() {
    return f;
   },
   describe: function() {
    return v;
   },
   meta: function() {
    return b;
   }
  });
  var o, r = n("../../node_modules/zod/v4/core/checks.js");
  class $ZodRegistry {
   constructor() {
    this._map = new WeakMap, this._idmap = new Map;
   }
   add(e, ...t) {
    const n = t[0];
    return this._map.set(e, n), n && "object" == typeof n && "id" in n && this._idmap.set(n.id, e), 
    this;
   }
   clear() {
    return this._map = new WeakMap, this._idmap = new Map, this;
   }
   remove(e) {
    const t = this._map.get(e);
    return t && "object" == typeof t && "id" in t && this._idmap.delete(t.id), this._map.delete(e), 
    this;
   }
   get(e) {
    const t = e._zod.parent;
    if (t) {
     const n = {
      ...this.get(t) ?? {}
     };
     delete n.id;
     const o = {
      ...n,
      ...this._map.get(e)
     };
     return Object.keys(o).length ? o : void 0;
    }
    return this._map.get(e);
   }
   has(e) {
    return this._map.has(e);
   }
  }
  (o = globalThis).__zod_globalRegistry ?? (o.__zod_globalRegistry = new $ZodRegistry);
  const i = globalThis.__zod_globalRegistry;
  var s = n("../../node_modules/zod/v4/core/util.js");
  function a(e) {
   return e.checks && (e.checks = [ ...e.checks ]), e;
  }
  function c(e, t) {
   return new e(a({
    type: "string",
    ...s.normalizeParams(t)
   }));
  }
  function u(e, t) {
   return new e(a({
    type: "number",
    checks: [],
    ...s.normalizeParams(t)
   }));
  }
  function d(e, t) {
   return new e({
    type: "number",
    check: "number_format",
    abort: !1,
    format: "safeint",
    ...s.normalizeParams(t)
   });
  }
  function l(e, t) {
   return new e({
    type: "boolean",
    ...s.normalizeParams(t)
   });
  }
  function f(e) {
   return new e({
    type: "unknown"
   });
  }
  function p(e, t) {
   return new r.$ZodCheckLessThan({
    check: "less_than",
    ...s.normalizeParams(t),
    value: e,
    inclusive: !0
   });
  }
  function h(e, t) {
   return new r.$ZodCheckGreaterThan({
    check: "greater_than",
    ...s.normalizeParams(t),
    value: e,
    inclusive: !0
   });
  }
  function m(e) {
   return function(e, t) {
    return new r.$ZodCheckGreaterThan({
     check: "greater_than",
     ...s.normalizeParams(t),
     value: e,
     inclusive: !1
    });
   }(0, e);
  }
  function _(e, t) {
   return new r.$ZodCheckMinLength({
    check: "min_length",
    ...s.normalizeParams(t),
    minimum: e
   });
  }
  function g(e, t) {
   return new r.$ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...s.normalizeParams(t),
    pattern: e
   });
  }
  function v(e) {
   const t = new r.$ZodCheck({
    check: "describe"
   });
   return t._zod.onattach = [ t => {
    const n = i.get(t) ?? {};
    i.add(t, {
     ...n,
     description: e
    });
   } ], t._zod.check = () => {}, t;
  }
  function b(e) {
   const t = new r.$ZodCheck({
    check: "meta"
   });
   return t._zod.onattach = [ t => {
    const n = i.get(t) ?? {};
    i.add(t, {
     ...n,
     ...e
    });
   } ], t._zod.check = () => {}, t;
  }
 }),
 "../../node_modules/zod/v4/core/checks.js": (function(e, t, n) {
  var o = n("../../node_modules/zod/v4/core/core.js"), r = n("../../node_modules/zod/v4/core/util.js");
  const i = o.$constructor("$ZodCheck", (e, t) => {
   var n;
   e._zod ?? (e._zod = {}), e._zod.def = t, (n = e._zod).onattach ?? (n.onattach = []);
  }), s = e => {
   const t = e.value;
   return !r.nullish(t) && void 0 !== t.length;
  }, a = {
   number: "number",
   bigint: "bigint",
   object: "date"
  }, c = o.$constructor("$ZodCheckLessThan", (e, t) => {
   i.init(e, t);
   const n = a[typeof t.value];
   e._zod.check = o => {
    (t.inclusive ? o.value <= t.value : o.value < t.value) || o.issues.push({
     origin: a[typeof o.value] ?? n,
     code: "too_big",
     maximum: "object" == typeof t.value ? t.value.getTime() : t.value,
     input: o.value,
     inclusive: t.inclusive,
     inst: e,
     continue: !t.abort
    });
   };
  }), u = o.$constructor("$ZodCheckGreaterThan", (e, t) => {
   i.init(e, t);
   const n = a[typeof t.value];
   e._zod.check = o => {
    (t.inclusive ? o.value >= t.value : o.value > t.value) || o.issues.push({
     origin: a[typeof o.value] ?? n,
     code: "too_small",
     minimum: "object" == typeof t.value ? t.value.getTime() : t.value,
     input: o.value,
     inclusive: t.inclusive,
     inst: e,
     continue: !t.abort
    });
   };
  }), d = o.$constructor("$ZodCheckNumberFormat", (e, t) => {
   i.init(e, t), t.format = t.format || "float64";
   const n = t.format?.includes("int"), o = n ? "int" : "number", [s, a] = r.NUMBER_FORMAT_RANGES[t.format];
   e._zod.check = r => {
    const i = r.value;
    if (n) {
     if (!Number.isInteger(i)) return void r.issues.push({
      expected: o,
      format: t.format,
      code: "invalid_type",
      continue: !1,
      input: i,
      inst: e
     });
     if (!Number.isSafeInteger(i)) return void (i > 0 ? r.issues.push({
      input: i,
      code: "too_big",
      maximum: Number.MAX_SAFE_INTEGER,
      note: "Integers must be within the safe integer range.",
      inst: e,
      origin: o,
      inclusive: !0,
      continue: !t.abort
     }) : r.issues.push({
      input: i,
      code: "too_small",
      minimum: Number.MIN_SAFE_INTEGER,
      note: "Integers must be within the safe integer range.",
      inst: e,
      origin: o,
      inclusive: !0,
      continue: !t.abort
     }));
    }
    i < s && r.issues.push({
     origin: "number",
     input: i,
     code: "too_small",
     minimum: s,
     inclusive: !0,
     inst: e,
     continue: !t.abort
    }), i > a && r.issues.push({
     origin: "number",
     input: i,
     code: "too_big",
     maximum: a,
     inclusive: !0,
     inst: e,
     continue: !t.abort
    });
   };
  }), l = o.$constructor("$ZodCheckMinLength", (e, t) => {
   var n;
   i.init(e, t), (n = e._zod.def).when ?? (n.when = s), e._zod.check = n => {
    const o = n.value, i = o.length;
    if (("string" == typeof o && i >= t.minimum && i < 2 * t.minimum ? r.codePointLength(o) : i) >= t.minimum) return;
    const s = r.getLengthableOrigin(o);
    n.issues.push({
     origin: s,
     code: "too_small",
     minimum: t.minimum,
     inclusive: !0,
     input: o,
     inst: e,
     continue: !t.abort
    });
   };
  }), f = o.$constructor("$ZodCheckStringFormat", (e, t) => {
   var n, o;
   i.init(e, t), t.pattern ? (n = e._zod).check ?? (n.check = n => {
    t.pattern.lastIndex = 0, t.pattern.test(n.value) || n.issues.push({
     origin: "string",
     code: "invalid_format",
     format: t.format,
     input: n.value,
     ...t.pattern ? {
      pattern: t.pattern.toString()
     } : {},
     inst: e,
     continue: !t.abort
    });
   }) : (o = e._zod).check ?? (o.check = () => {});
  }), p = o.$constructor("$ZodCheckRegex", (e, t) => {
   f.init(e, t), e._zod.check = n => {
    t.pattern.lastIndex = 0, t.pattern.test(n.value) || n.issues.push({
     origin: "string",
     code: "invalid_format",
     format: "regex",
     input: n.value,
     pattern: t.pattern.toString(),
     inst: e,
     continue: !t.abort
    });
   };
  });
  n.d(t, [ "$ZodCheck", 0, i, "$ZodCheckGreaterThan", 0, u, "$ZodCheckLessThan", 0, c, "$ZodCheckMinLength", 0, l, "$ZodCheckNumberFormat", 0, d, "$ZodCheckRegex", 0, p ]);
 }),
 "../../node_modules/zod/v4/core/core.js": (function(e, t, n) {
  n.d(t, {
   $ZodAsyncError: function() {
    return $ZodAsyncError;
   },
   $ZodEncodeError: function() {
    return $ZodEncodeError;
   },
   $constructor: function() {
    return a;
   },
   config: function() {
    return u;
   },
   globalConfig: function() {
    return c;
   }
  });
  var o, r = n("../../node_modules/zod/v4/core/util.js");
  const i = {
   value: void 0,
   enumerable: !1
  };
  let s = "captureStackTrace" in Error ? Error : null;
  function a(e, t, n, o) {
   function a(e) {
    this.def = e, this.constr = f, this.traits = new Set;
   }
   a.prototype = {};
   const c = n, u = c && new WeakSet;
   function d(n, o) {
    if (n._zod) {
     if (n._zod.traits.has(e)) return;
    } else {
     i.value = new a(o);
     try {
      Object.defineProperty(n, "_zod", i);
     } finally {
      i.value = void 0;
     }
    }
    if (n._zod.traits.add(e), t(n, o), u) {
     const e = Object.getPrototypeOf(n), t = n._zod.constr.prototype;
     let o = e;
     for (;o && o !== t; ) o = Object.getPrototypeOf(o);
     const i = o ?? e;
     u.has(i) || (u.add(i), (0, r.members)(i, c));
    }
    const s = f.prototype;
    for (const e in s) Object.prototype.hasOwnProperty.call(s, e) && (e in n || (n[e] = s[e].bind(n)));
   }
   const l = o?.Parent ?? Object;
   class Definition extends l {}
   function f(e) {
    const t = o?.Parent ? function(e) {
     const t = s;
     if (t) {
      const n = t.stackTraceLimit;
      if ("number" == typeof n) {
       try {
        t.stackTraceLimit = 0;
       } catch {
        return s = null, new e;
       }
       try {
        return new e;
       } finally {
        t.stackTraceLimit = n;
       }
      }
     }
     return new e;
    }(Definition) : this;
    d(t, e);
    const n = t._zod.deferred;
    if (n) {
     for (const e of n) e();
     t._zod.deferred = void 0;
    }
    const r = globalThis.__zod_globalConfig?.postProcessor;
    return r && r(t), t;
   }
   return Object.defineProperty(Definition, "name", {
    value: e
   }), Object.defineProperty(f, "init", {
    value: d
   }), Object.defineProperty(f, Symbol.hasInstance, {
    value: t => !!(o?.Parent && t instanceof o.Parent) || t?._zod?.traits?.has(e)
   }), Object.defineProperty(f, "name", {
    value: e
   }), f;
  }
  class $ZodAsyncError extends Error {
   constructor() {
    super("Encountered Promise during synchronous parse. Use .parseAsync() instead.");
   }
  }
  class $ZodEncodeError extends Error {
   constructor(e) {
    super(`Encountered unidirectional transform during encode: ${e}`), this.name = "ZodEncodeError";
   }
  }
  (o = globalThis).__zod_globalConfig ?? (o.__zod_globalConfig = {});
  const c = globalThis.__zod_globalConfig;
  function u(e) {
   return e && Object.assign(c, e), c;
  }
 }),
 "../../node_modules/zod/v4/core/util.js": (function(e, t, n) {
  function o(e) {
   const t = Object.values(e).filter(e => "number" == typeof e);
   return Object.entries(e).filter(([e, n]) => -1 === t.indexOf(+e)).map(([e, t]) => t);
  }
  function r(e, t) {
   return "bigint" == typeof t ? t.toString() : t;
  }
  n.d(t, {
   NUMBER_FORMAT_RANGES: function() {
    return _;
   },
   aborted: function() {
    return g;
   },
   assignProp: function() {
    return c;
   },
   attachSchema: function() {
    return w;
   },
   cached: function() {
    return i;
   },
   captureStackTrace: function() {
    return u;
   },
   cleanRegex: function() {
    return a;
   },
   clone: function() {
    return p;
   },
   codePointLength: function() {
    return S;
   },
   constantCatch: function() {
    return N;
   },
   defineLazyInternal: function() {
    return C;
   },
   escapeRegex: function() {
    return f;
   },
   explicitlyAborted: function() {
    return v;
   },
   finalizeIssue: function() {
    return k;
   },
   getEnumValues: function() {
    return o;
   },
   getLengthableOrigin: function() {
    return x;
   },
   hide: function() {
    return O;
   },
   installLazyProp: function() {
    return I;
   },
   isObject: function() {
    return d;
   },
   jsonStringifyReplacer: function() {
    return r;
   },
   members: function() {
    return $;
   },
   normalizeParams: function() {
    return h;
   },
   nullish: function() {
    return s;
   },
   optionalKeys: function() {
    return m;
   },
   own: function() {
    return P;
   },
   prefixIssues: function() {
    return b;
   },
   propertyKeyTypes: function() {
    return l;
   },
   sizeCaps: function() {
    return z;
   }
  });
  class Cached {
   constructor(e) {
    this._getter = e, this._value = void 0;
   }
   get value() {
    const e = this._getter;
    return void 0 !== e && (this._value = e(), this._getter = void 0), this._value;
   }
  }
  function i(e) {
   return new Cached(e);
  }
  function s(e) {
   return null == e;
  }
  function a(e) {
   const t = e.startsWith("^") ? 1 : 0, n = e.endsWith("$") ? e.length - 1 : e.length;
   return e.slice(t, n);
  }
  function c(e, t, n) {
   Object.defineProperty(e, t, {
    value: n,
    writable: !0,
    enumerable: !0,
    configurable: !0
   });
  }
  const u = "captureStackTrace" in Error ? Error.captureStackTrace : (...e) => {};
  function d(e) {
   return "object" == typeof e && null !== e && !Array.isArray(e);
  }
  const l = new Set([ "string", "number", "symbol" ]);
  function f(e) {
   return e.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }
  function p(e, t, n) {
   const o = new e._zod.constr(t ?? e._zod.def);
   return t && !n?.parent || (o._zod.parent = e), o;
  }
  function h(e) {
   const t = e;
   if (!t) return {};
   if ("string" == typeof t) return {
    error: () => t
   };
   if (void 0 !== t?.message) {
    if (void 0 !== t?.error) throw new Error("Cannot specify both `message` and `error` params");
    t.error = t.message;
   }
   return delete t.message, "string" == typeof t.error ? {
    ...t,
    error: () => t.error
   } : t;
  }
  function m(e) {
   return Object.keys(e).filter(t => void 0 !== e[t]._zod.optin && "optional" === e[t]._zod.optout);
  }
  const _ = (() => ({
   safeint: [ Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER ],
   int32: [ -2147483648, 2147483647 ],
   uint32: [ 0, 4294967295 ],
   float32: [ -34028234663852886e22, 34028234663852886e22 ],
   float64: [ -Number.MAX_VALUE, Number.MAX_VALUE ]
  }))();
  function g(e, t = 0) {
   if (!0 === e.aborted) return !0;
   for (let n = t; n < e.issues.length; n++) if (!0 !== e.issues[n]?.continue) return !0;
   return !1;
  }
  function v(e, t = 0) {
   if (!0 === e.aborted) return !0;
   for (let n = t; n < e.issues.length; n++) if (!1 === e.issues[n]?.continue) return !0;
   return !1;
  }
  function b(e, t) {
   return t.map(t => {
    var n;
    return (n = t).path ?? (n.path = []), t.path.unshift(e), t;
   });
  }
  function y(e) {
   return "string" == typeof e ? e : e?.message;
  }
  function z(e) {
   const t = [];
   for (const n of e ?? []) {
    const e = n._zod.def;
    if (!/_(length|size)$|_equals$/.test(e.check)) break;
    const o = e.maximum ?? e.length ?? e.size;
    o >= 0 && t.push([ o, n ]);
   }
   return t;
  }
  function w(e, t, n) {
   var o;
   for (let r = t; r < e.length; r++) (o = e[r]).schema ?? (o.schema = n);
  }
  function k(e, t, n) {
   var o;
   const r = e.inst?._zod?.traits;
   r?.has("$ZodType") && (r.has("$ZodCheck") ? (o = e).schema ?? (o.schema = e.inst) : e.schema = e.inst);
   const i = e.schema !== e.inst ? e.schema?._zod.def?.error : void 0, s = e.message ? e.message : y(e.inst?._zod.def?.error?.(e)) ?? y(i?.(e)) ?? y(t?.error?.(e)) ?? y(n.customError?.(e)) ?? y(n.localeError?.(e)) ?? "Invalid input", a = {};
   for (const t of Object.keys(e)) "inst" !== t && "schema" !== t && "continue" !== t && "input" !== t && "__proto__" !== t && (a[t] = e[t]);
   return a.path ?? (a.path = []), a.message = s, t?.reportInput && (a.input = e.input), 
   a;
  }
  const j = /[\uD800-\uDBFF]/;
  function S(e) {
   const t = e.length;
   if (!j.test(e)) return t;
   let n = t;
   for (let o = 0; o < t - 1; o++) 55296 == (64512 & e.charCodeAt(o)) && 56320 == (64512 & e.charCodeAt(o + 1)) && (n--, 
   o++);
   return n;
  }
  function x(e) {
   return Array.isArray(e) ? "array" : "string" == typeof e ? "string" : "unknown";
  }
  function $(e, t) {
   for (const n in t) {
    const o = Object.getOwnPropertyDescriptor(t, n);
    o.get ? Object.defineProperty(e, n, {
     ...o,
     enumerable: !1
    }) : T(e, n, o.value);
   }
  }
  function P(e, t, n, o = !0) {
   return Object.defineProperty(e, t, {
    configurable: !0,
    writable: !0,
    enumerable: o,
    value: n
   }), n;
  }
  function O(e, t, n) {
   return P(e, t, n, !1);
  }
  function T(e, t, n) {
   Object.defineProperty(e, t, {
    configurable: !0,
    get() {
     return null == this ? n : P(this, t, n.bind(this));
    },
    set(e) {
     P(this, t, e);
    }
   });
  }
  let Z, E = !1;
  const A = {
   configurable: !0,
   get() {
    E = !0;
   }
  };
  function C(e, t, n) {
   const o = Object.getPrototypeOf(e._zod);
   t in o && Z !== e._zod ? Z = void 0 : (Z = e._zod, Object.defineProperty(o, t, {
    configurable: !0,
    get() {
     Object.defineProperty(this, t, A);
     const e = E;
     E = !1;
     try {
      const o = n(this);
      return E ? delete this[t] : Object.defineProperty(this, t, {
       configurable: !0,
       writable: !0,
       value: o
      }), E = E || e, o;
     } catch (n) {
      throw delete this[t], E = E || e, n;
     }
    },
    set(e) {
     Object.defineProperty(this, t, {
      configurable: !0,
      writable: !0,
      value: e
     });
    }
   }));
  }
  function I(e, t, n, o) {
   const r = function(e, t) {
    const n = Object.getPrototypeOf(e);
    return t in n ? void 0 : n;
   }(e, t);
   r && Object.defineProperty(r, t, {
    configurable: !0,
    get() {
     const e = {
      configurable: !0,
      writable: !0,
      enumerable: o,
      value: void 0
     };
     return Object.defineProperty(this, t, e), e.value = n(this), Object.defineProperty(this, t, e), 
     e.value;
    },
    set(e) {
     Object.defineProperty(this, t, {
      configurable: !0,
      writable: !0,
      enumerable: o,
      value: e
     });
    }
   });
  }
  const L = "~constantCatch";
  function N(e) {
   const t = () => e;
   return t[L] = !0, t;
  }
 }),
 "../../node_modules/zod/v4/mini/schemas.js": (function(e, t, n) {
  n.d(t, {
   array: function() {
    return de;
   },
   boolean: function() {
    return se;
   },
   catch: function() {
    return Se;
   },
   enum: function() {
    return ge;
   },
   int: function() {
    return re;
   },
   looseObject: function() {
    return pe;
   },
   nullable: function() {
    return ke;
   },
   number: function() {
    return ne;
   },
   object: function() {
    return fe;
   },
   optional: function() {
    return ze;
   },
   pipe: function() {
    return $e;
   },
   string: function() {
    return ee;
   },
   transform: function() {
    return be;
   },
   union: function() {
    return me;
   },
   unknown: function() {
    return ce;
   }
  });
  var o = n("../../node_modules/zod/v4/core/core.js"), r = n("../../node_modules/zod/v4/core/checks.js");
  const i = /^[\s\S]{0,}$/, s = /^-?\d+(?:\.\d+)?$/, a = /^(?:true|false)$/i;
  var c = n("../../node_modules/zod/v4/core/util.js");
  const u = {
   major: 4,
   minor: 6,
   patch: 7
  };
  const d = o.$constructor("$ZodType", (e, t) => {
   var n;
   e ?? (e = {}), e._zod.def = t, e._zod.bag = e._zod.bag || {}, e._zod.version = u;
   const r = e._zod.def.checks, i = e._zod.traits.has("$ZodCheck") ? [ e, ...r ?? [] ] : r?.length ? [ ...r ] : [];
   for (const t of i) for (const n of t._zod.onattach) n(e);
   if (0 === i.length) (n = e._zod).deferred ?? (n.deferred = []), e._zod.deferred?.push(() => {
    e._zod.run = e._zod.parse;
   }); else {
    const t = (t, n, r) => {
     if (t.memo) return t;
     let i, s = c.aborted(t);
     for (const a of n) {
      if (a._zod.def.when) {
       if (c.explicitlyAborted(t)) continue;
       if (!a._zod.def.when(t)) continue;
      } else if (s) continue;
      const n = t.issues.length, u = a._zod.check(t);
      if (u instanceof Promise && !1 === r?.async) throw new o.$ZodAsyncError;
      if (i || u instanceof Promise) i = (i ?? Promise.resolve()).then(async () => {
       await u;
       t.issues.length !== n && (c.attachSchema(t.issues, n, e), s || (s = c.aborted(t, n)));
      }); else {
       if (t.issues.length === n) continue;
       c.attachSchema(t.issues, n, e), s || (s = c.aborted(t, n));
      }
     }
     return i ? i.then(() => t) : t;
    }, n = (n, r, s) => {
     if (c.aborted(n)) return n.aborted = !0, n;
     const a = t(r, i, s);
     if (a instanceof Promise) {
      if (!1 === s.async) throw new o.$ZodAsyncError;
      return a.then(t => e._zod.parse(t, s));
     }
     return e._zod.parse(a, s);
    };
    e._zod.run = (r, s) => {
     if (s.skipChecks) return e._zod.parse(r, s);
     if ("backward" === s.direction) {
      const t = e._zod.parse({
       value: r.value,
       issues: []
      }, {
       ...s,
       skipChecks: !0
      });
      return t instanceof Promise ? t.then(e => n(e, r, s)) : n(t, r, s);
     }
     const a = e._zod.parse(r, s);
     if (a instanceof Promise) {
      if (!1 === s.async) throw new o.$ZodAsyncError;
      return a.then(e => t(e, i, s));
     }
     return t(a, i, s);
    };
   }
  }, {
   get "~standard"() {
    return c.hide(this, "~standard", (e = this, {
     validate: t => {
      const n = {
       async: !1
      };
      try {
       const o = e._zod.run({
        value: t,
        issues: []
       }, n);
       if (!(o instanceof Promise)) return l(o, n);
      } catch (e) {}
      return async function(e, t) {
       const n = {
        async: !0
       };
       return l(await e._zod.run({
        value: t,
        issues: []
       }, n), n);
      }(e, t);
     },
     vendor: "zod",
     version: 1
    }));
    var e;
   },
   set "~standard"(e) {
    c.own(this, "~standard", e);
   }
  }), l = (e, t) => e.issues.length ? {
   issues: e.issues.map(e => c.finalizeIssue(e, t, o.config()))
  } : {
   value: e.value
  };
  const f = o.$constructor("$ZodString", (e, t) => {
   d.init(e, t), e._zod.pattern = t.pattern ?? i, e._zod.parse = (n, o) => {
    if (t.coerce) try {
     n.value = String(n.value);
    } catch (o) {}
    return "string" == typeof n.value || n.issues.push({
     expected: "string",
     code: "invalid_type",
     input: n.value,
     inst: e
    }), n;
   };
  });
  const p = o.$constructor("$ZodNumber", (e, t) => {
   d.init(e, t), e._zod.pattern = s, e._zod.parse = (n, o) => {
    if (t.coerce) try {
     n.value = Number(n.value);
    } catch (e) {}
    const r = n.value;
    if ("number" == typeof r && !Number.isNaN(r) && Number.isFinite(r)) return n;
    const i = "number" == typeof r ? Number.isNaN(r) ? "NaN" : Number.isFinite(r) ? void 0 : String(r) : void 0;
    return n.issues.push({
     expected: "number",
     code: "invalid_type",
     input: r,
     inst: e,
     ...i ? {
      received: i
     } : {}
    }), n;
   };
  }), h = o.$constructor("$ZodNumberFormat", (e, t) => {
   r.$ZodCheckNumberFormat.init(e, t), p.init(e, t);
  }), m = o.$constructor("$ZodBoolean", (e, t) => {
   d.init(e, t), e._zod.pattern = a, e._zod.parse = (n, o) => {
    if (t.coerce) try {
     n.value = Boolean(n.value);
    } catch (e) {}
    const r = n.value;
    return "boolean" == typeof r || n.issues.push({
     expected: "boolean",
     code: "invalid_type",
     input: r,
     inst: e
    }), n;
   };
  }), _ = o.$constructor("$ZodUnknown", (e, t) => {
   d.init(e, t), e._zod.parse = e => e;
  });
  function g(e, t) {
   const n = c.sizeCaps(e._zod.def.checks);
   if (!n.length) return;
   const o = Math.min(...n.map(e => e[0])), r = e._zod.parse;
   e._zod.parse = (n, i) => {
    const s = t(n.value);
    if (s > o && !i?.skipChecks && "backward" !== i?.direction) for (const [t, o] of c.sizeCaps(e._zod.def.checks)) if (s > t && o._zod.def.when(n)) {
     const t = n.issues.length;
     return o._zod.check(n), n.issues[t].continue = !1, c.attachSchema(n.issues, t, e), 
     n;
    }
    return r(n, i);
   };
  }
  const v = e => Array.isArray(e) ? e.length : -1;
  function b(e, t, n) {
   e.issues.length && t.issues.push(...c.prefixIssues(n, e.issues)), t.value[n] = e.value;
  }
  const y = o.$constructor("$ZodArray", (e, t) => {
   d.init(e, t);
   const n = o.globalConfig.memoizer;
   n?.attach(e), e._zod.parse = (o, r) => {
    const i = o.value;
    if (!Array.isArray(i)) return o.issues.push({
     expected: "array",
     code: "invalid_type",
     input: i,
     inst: e
    }), o;
    o.value = n ? n.alloc(e, o, Array(i.length), r) : Array(i.length);
    const s = [], a = r?.abortEarly;
    for (let e = 0; e < i.length; e++) {
     const n = i[e], u = t.element._zod.run({
      value: n,
      issues: []
     }, r);
     if (u instanceof Promise) s.push(u.then(t => b(t, o, e))); else if (b(u, o, e), 
     a && 0 !== u.issues.length && c.aborted(u)) break;
    }
    return s.length ? Promise.all(s).then(() => o) : o;
   }, g(e, v);
  });
  function z(e, t, n, o, r, i) {
   const s = n in o, a = "optional" === i;
   if (s || !a || "optional" !== r) {
    if (e.issues.length) {
     if (void 0 !== r && a && !s) return;
     t.issues.push(...c.prefixIssues(n, e.issues));
    }
    s || void 0 !== r ? void 0 === e.value ? (s || "defaulted" === r && !a) && (t.value[n] = void 0) : t.value[n] = e.value : e.issues.length || t.issues.push({
     code: "invalid_type",
     expected: "nonoptional",
     input: void 0,
     path: [ n ]
    });
   }
  }
  const w = [];
  function k(e) {
   const t = Object.keys(e.shape), n = Object.getOwnPropertySymbols(e.shape), o = n.length ? n : w, r = o.length ? [ ...t, ...o ] : t;
   for (const t of r) if (!e.shape?.[t]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(t)}": expected a Zod schema`);
   const i = c.optionalKeys(e.shape);
   return {
    ...e,
    allKeys: r,
    symbolKeys: o,
    keySet: new Set(t),
    numKeys: t.length,
    optionalKeys: new Set(i)
   };
  }
  function j(e, t, n, o, r, i, s) {
   const a = [], u = r.keySet, d = r.catchall._zod, l = d.def.type, f = d.optin, p = d.optout;
   let h = 0;
   for (const r in t) {
    if (s && n.issues.length !== h) {
     if (c.aborted(n, h)) break;
     h = n.issues.length;
    }
    if (u.has(r)) continue;
    if ("__proto__" === r) {
     "never" === l && a.push(r);
     continue;
    }
    if ("never" === l) {
     a.push(r);
     continue;
    }
    const i = d.run({
     value: t[r],
     issues: []
    }, o);
    i instanceof Promise ? e.push(i.then(e => z(e, n, r, t, f, p))) : z(i, n, r, t, f, p);
   }
   return a.length && n.issues.push({
    code: "unrecognized_keys",
    keys: a,
    input: t,
    inst: i,
    continue: !0
   }), e.length ? Promise.all(e).then(() => n) : n;
  }
  const S = o.$constructor("$ZodObject", (e, t) => {
   d.init(e, t);
   const n = Object.getOwnPropertyDescriptor(t, "shape"), r = n?.get ? n.get.raw : t.shape ?? {};
   if (r) {
    const e = () => {
     const n = {
      ...r
     };
     return Object.defineProperty(t, "shape", {
      value: n
     }), e.raw = n, n;
    };
    e.raw = r, Object.defineProperty(t, "shape", {
     get: e
    });
   }
   const i = c.cached(() => k(t));
   c.defineLazyInternal(e, "propValues", e => {
    const t = e.def.shape, n = {};
    for (const e in t) {
     const o = t[e]._zod;
     if (o.values) {
      Object.prototype.hasOwnProperty.call(n, e) || c.assignProp(n, e, new Set);
      for (const t of o.values) n[e].add(t);
      void 0 !== o.optin && n[e].add(void 0);
     }
    }
    return n;
   });
   const s = c.isObject, a = t.catchall;
   let u;
   const l = o.globalConfig.memoizer;
   l?.attach(e), e._zod.parse = (t, n) => {
    u ?? (u = i.value);
    const o = t.value;
    if (!s(o)) return t.issues.push({
     expected: "object",
     code: "invalid_type",
     input: o,
     inst: e
    }), t;
    t.value = l ? l.alloc(e, t, {}, n) : {};
    const r = [], d = u.shape, f = n?.abortEarly;
    let p = t.issues.length;
    for (const e of u.allKeys) {
     if (f && t.issues.length !== p) {
      if (c.aborted(t, p)) break;
      p = t.issues.length;
     }
     if ("__proto__" === e) continue;
     const i = d[e], s = i._zod.optin, a = i._zod.optout, u = i._zod.run({
      value: o[e],
      issues: []
     }, n);
     u instanceof Promise ? r.push(u.then(n => z(n, t, e, o, s, a))) : z(u, t, e, o, s, a);
    }
    return a ? j(r, o, t, n, i.value, e, !0 === f) : r.length ? Promise.all(r).then(() => t) : t;
   };
  });
  function x(e, t, n, r) {
   for (const n of e) if (0 === n.issues.length) return t.value = n.value, t;
   const i = e.filter(e => !c.aborted(e));
   return 1 === i.length ? (t.value = i[0].value, i[0]) : (t.issues.push({
    code: "invalid_union",
    input: t.value,
    inst: n,
    errors: e.map(e => e.issues.map(e => c.finalizeIssue(e, r, o.config())))
   }), t);
  }
  const $ = o.$constructor("$ZodUnion", (e, t) => {
   d.init(e, t), c.defineLazyInternal(e, "optin", e => e.def.options.some(e => "defaulted" === e._zod.optin) ? "defaulted" : e.def.options.some(e => void 0 !== e._zod.optin) ? "optional" : void 0), 
   c.defineLazyInternal(e, "optout", e => e.def.options.some(e => "optional" === e._zod.optout) ? "optional" : void 0), 
   c.defineLazyInternal(e, "values", e => {
    if (e.def.options.every(e => e._zod.values)) return new Set(e.def.options.flatMap(e => Array.from(e._zod.values)));
   }), c.defineLazyInternal(e, "pattern", e => {
    if (e.def.options.every(e => e._zod.pattern)) {
     const t = e.def.options.map(e => e._zod.pattern);
     return new RegExp(`^(${t.map(e => c.cleanRegex(e.source)).join("|")})$`);
    }
   });
   const n = 1 === t.options.length ? t.options[0]._zod.run : null;
   e._zod.parse = (o, r) => {
    if (n) return n(o, r);
    let i = !1;
    const s = [];
    for (const e of t.options) {
     const t = e._zod.run({
      value: o.value,
      issues: []
     }, r);
     if (t instanceof Promise) s.push(t), i = !0; else {
      if (0 === t.issues.length) return t;
      s.push(t);
     }
    }
    return i ? Promise.all(s).then(t => x(t, o, e, r)) : x(s, o, e, r);
   };
  });
  const P = o.$constructor("$ZodEnum", (e, t) => {
   d.init(e, t);
   const n = c.getEnumValues(t.entries), o = new Set(n);
   e._zod.values = o, c.defineLazyInternal(e, "pattern", e => {
    const t = c.getEnumValues(e.def.entries).filter(e => c.propertyKeyTypes.has(typeof e));
    return new RegExp(t.length ? `^(${t.map(e => c.escapeRegex(e.toString())).join("|")})$` : "^[^\\s\\S]$");
   }), e._zod.parse = (t, r) => {
    const i = t.value;
    return o.has(i) || t.issues.push({
     code: "invalid_value",
     values: n,
     input: i,
     inst: e
    }), t;
   };
  }), O = o.$constructor("$ZodTransform", (e, t) => {
   d.init(e, t), e._zod.optin = "optional", o.globalConfig.memoizer?.guard(e), e._zod.parse = (n, r) => {
    if ("backward" === r.direction) throw new o.$ZodEncodeError(e.constructor.name);
    const i = t.transform(n.value, n);
    if (r.async) {
     return (i instanceof Promise ? i : Promise.resolve(i)).then(e => (n.value = e, n));
    }
    if (i instanceof Promise) throw new o.$ZodAsyncError;
    return n.value = i, n;
   };
  });
  function T(e, t) {
   return e.value = t.issues.length ? void 0 : t.value, e;
  }
  const Z = o.$constructor("$ZodOptional", (e, t) => {
   d.init(e, t), c.defineLazyInternal(e, "optin", e => "defaulted" === e.def.innerType._zod.optin ? "defaulted" : "optional"), 
   e._zod.optout = "optional", c.defineLazyInternal(e, "values", e => {
    const t = e.def.innerType._zod.values;
    return t ? new Set([ ...t, void 0 ]) : void 0;
   }), c.defineLazyInternal(e, "pattern", e => {
    const t = e.def.innerType._zod.pattern;
    return t ? new RegExp(`^(${c.cleanRegex(t.source)})?$`) : void 0;
   }), e._zod.parse = (e, n) => {
    if (void 0 === e.value) {
     if ("defaulted" !== t.innerType._zod.optin) return e;
     const o = t.innerType._zod.run({
      value: e.value,
      issues: []
     }, n);
     return o instanceof Promise ? o.then(t => T(e, t)) : T(e, o);
    }
    return t.innerType._zod.run(e, n);
   };
  }), E = o.$constructor("$ZodNullable", (e, t) => {
   d.init(e, t), c.defineLazyInternal(e, "optin", e => e.def.innerType._zod.optin), 
   c.defineLazyInternal(e, "optout", e => e.def.innerType._zod.optout), c.defineLazyInternal(e, "pattern", e => {
    const t = e.def.innerType._zod.pattern;
    return t ? new RegExp(`^(${c.cleanRegex(t.source)}|null)$`) : void 0;
   }), c.defineLazyInternal(e, "values", e => e.def.innerType._zod.values ? new Set([ ...e.def.innerType._zod.values, null ]) : void 0), 
   e._zod.parse = (e, n) => null === e.value ? e : t.innerType._zod.run(e, n);
  });
  function A(e, t, n, r) {
   return t.issues.length ? (e.value = n.catchValue({
    ...t,
    value: e.value,
    error: {
     issues: t.issues.map(e => c.finalizeIssue(e, r, o.config()))
    },
    input: e.value
   }), e) : (e.value = t.value, t.memo && (e.memo = !0), e);
  }
  const C = o.$constructor("$ZodCatch", (e, t) => {
   d.init(e, t), c.defineLazyInternal(e, "optin", e => "defaulted" === e.def.innerType._zod.optin ? "defaulted" : "optional"), 
   c.defineLazyInternal(e, "optout", e => e.def.innerType._zod.optout), c.defineLazyInternal(e, "values", e => e.def.innerType._zod.values), 
   e._zod.parse = (e, n) => {
    if ("backward" === n.direction) return t.innerType._zod.run(e, n);
    const o = t.innerType._zod.run({
     value: e.value,
     issues: []
    }, n);
    return o instanceof Promise ? o.then(o => A(e, o, t, n)) : A(e, o, t, n);
   };
  }), I = o.$constructor("$ZodPipe", (e, t) => {
   d.init(e, t), c.defineLazyInternal(e, "values", e => e.def.in._zod.values), c.defineLazyInternal(e, "optin", e => e.def.in._zod.optin), 
   c.defineLazyInternal(e, "optout", e => e.def.out._zod.optout), c.defineLazyInternal(e, "propValues", e => e.def.in._zod.propValues), 
   e._zod.parse = (e, n) => {
    if ("backward" === n.direction) {
     const o = t.out._zod.run(e, n);
     return o instanceof Promise ? o.then(e => L(e, t.in, n)) : L(o, t.in, n);
    }
    const o = t.in._zod.run(e, n);
    return o instanceof Promise ? o.then(e => L(e, t.out, n)) : L(o, t.out, n);
   };
  });
  function L(e, t, n) {
   return e.issues.some(e => "unrecognized_keys" !== e.code) ? (e.aborted = !0, e) : t._zod.run({
    value: e.value,
    issues: e.issues
   }, n);
  }
  var N = n("../../node_modules/zod/v4/core/api.js");
  const M = {
   get: function() {
    const e = this._zod;
    return e.message ?? (e.message = JSON.stringify(e.def, c.jsonStringifyReplacer, 2)), 
    e.message;
   },
   set: function(e) {
    this._zod.message = e;
   },
   enumerable: !0,
   configurable: !0
  }, R = {
   value: void 0,
   enumerable: !1
  }, U = new WeakSet([ Object.prototype, Error.prototype ]), F = (e, t) => {
   e.name = "$ZodError", R.value = t, Object.defineProperty(e, "issues", R), R.value = void 0, 
   Object.defineProperty(e, "message", M);
   const n = Object.getPrototypeOf(e);
   U.has(n) || (U.add(n), Object.defineProperty(n, "toString", {
    configurable: !0,
    enumerable: !1,
    get() {
     const e = () => this.message;
     return Object.defineProperty(this, "toString", {
      value: e,
      configurable: !0,
      writable: !0
     }), e;
    },
    set(e) {
     Object.defineProperty(this, "toString", {
      value: e,
      configurable: !0,
      writable: !0
     });
    }
   }));
  }, W = (0, o.$constructor)("$ZodError", F, void 0, {
   Parent: Error
  });
  const V = e => {
   const t = (n, r, i, s) => {
    const a = i ? {
     ...i,
     async: !1
    } : {
     async: !1
    }, u = n._zod.run({
     value: r,
     issues: []
    }, a);
    if (u instanceof Promise) throw new o.$ZodAsyncError;
    if (u.issues.length) {
     const n = new (s?.Err ?? e)(u.issues.map(e => c.finalizeIssue(e, a, o.config())));
     throw c.captureStackTrace(n, s?.callee ?? t), n;
    }
    return u.value;
   };
   return t;
  }, G = V(W), B = e => {
   const t = async (n, r, i, s) => {
    const a = i ? {
     ...i,
     async: !0
    } : {
     async: !0
    };
    let u = n._zod.run({
     value: r,
     issues: []
    }, a);
    if (u instanceof Promise && (u = await u), u.issues.length) {
     const n = new (s?.Err ?? e)(u.issues.map(e => c.finalizeIssue(e, a, o.config())));
     throw c.captureStackTrace(n, s?.callee ?? t), n;
    }
    return u.value;
   };
   return t;
  }, D = B(W), K = e => (t, n, r) => {
   const i = r ? {
    ...r,
    async: !1
   } : {
    async: !1
   }, s = t._zod.run({
    value: n,
    issues: []
   }, i);
   if (s instanceof Promise) throw new o.$ZodAsyncError;
   return s.issues.length ? J(e, s.issues, i) : {
    success: !0,
    data: s.value
   };
  }, q = K(W);
  function J(e, t, n) {
   let r;
   return {
    success: !1,
    get error() {
     return r || (r = new e(t.map(e => c.finalizeIssue(e, n, o.config()))), t = void 0, 
     n = void 0), r;
    },
    set error(e) {
     r = e, t = void 0, n = void 0;
    }
   };
  }
  const X = e => async (t, n, o) => {
   const r = o ? {
    ...o,
    async: !0
   } : {
    async: !0
   };
   let i = t._zod.run({
    value: n,
    issues: []
   }, r);
   return i instanceof Promise && (i = await i), i.issues.length ? J(e, i.issues, r) : {
    success: !0,
    data: i.value
   };
  }, H = X(W);
  const Y = o.$constructor("ZodMiniType", (e, t) => {
   if (!e._zod) throw new Error("Uninitialized schema in ZodMiniType.");
   d.init(e, t), e.def = t, e.type = t.type;
  }, {
   get with() {
    return this.check;
   },
   set with(e) {
    c.own(this, "with", e);
   },
   parse(e, t) {
    return G(this, e, t, {
     callee: this.parse
    });
   },
   parseAsync(e, t) {
    return D(this, e, t, {
     callee: this.parseAsync
    });
   },
   safeParse(e, t) {
    return q(this, e, t);
   },
   safeParseAsync(e, t) {
    return H(this, e, t);
   },
   check(...e) {
    const t = this.def;
    return this.clone({
     ...t,
     checks: [ ...t.checks ?? [], ...e.map(e => "function" == typeof e ? {
      _zod: {
       check: e,
       def: {
        check: "custom"
       },
       onattach: []
      }
     } : e) ]
    }, {
     parent: !0
    });
   },
   clone(e, t) {
    return c.clone(this, e, t);
   },
   brand() {
    return this;
   },
   register(e, t) {
    return e.add(this, t), this;
   },
   apply(e, ...t) {
    return 0 === t.length ? e(this) : e(this, ...t);
   }
  }), Q = o.$constructor("ZodMiniString", (e, t) => {
   f.init(e, t), Y.init(e, t);
  });
  function ee(e) {
   return N._string(Q, e);
  }
  const te = o.$constructor("ZodMiniNumber", (e, t) => {
   p.init(e, t), Y.init(e, t);
  });
  function ne(e) {
   return N._number(te, e);
  }
  const oe = o.$constructor("ZodMiniNumberFormat", (e, t) => {
   h.init(e, t), te.init(e, t);
  });
  function re(e) {
   return N._int(oe, e);
  }
  const ie = o.$constructor("ZodMiniBoolean", (e, t) => {
   m.init(e, t), Y.init(e, t);
  });
  function se(e) {
   return N._boolean(ie, e);
  }
  const ae = o.$constructor("ZodMiniUnknown", (e, t) => {
   _.init(e, t), Y.init(e, t);
  });
  function ce() {
   return N._unknown(ae);
  }
  const ue = o.$constructor("ZodMiniArray", (e, t) => {
   y.init(e, t), Y.init(e, t);
  });
  function de(e, t) {
   return new ue({
    type: "array",
    element: e,
    ...c.normalizeParams(t)
   });
  }
  const le = o.$constructor("ZodMiniObject", (e, t) => {
   S.init(e, t), Y.init(e, t), c.installLazyProp(e, "shape", e => e._zod.def.shape, !1);
  });
  function fe(e, t) {
   const n = {
    type: "object",
    shape: e ?? {},
    ...c.normalizeParams(t)
   };
   return new le(n);
  }
  function pe(e, t) {
   return new le({
    type: "object",
    shape: e,
    catchall: ce(),
    ...c.normalizeParams(t)
   });
  }
  const he = o.$constructor("ZodMiniUnion", (e, t) => {
   $.init(e, t), Y.init(e, t);
  });
  function me(e, t) {
   return new he({
    type: "union",
    options: e,
    ...c.normalizeParams(t)
   });
  }
  const _e = o.$constructor("ZodMiniEnum", (e, t) => {
   P.init(e, t), Y.init(e, t), e.options = [ ...e._zod.values ];
  });
  function ge(e, t) {
   const n = Array.isArray(e) ? Object.fromEntries(e.map(e => [ e, e ])) : e;
   return new _e({
    type: "enum",
    entries: n,
    ...c.normalizeParams(t)
   });
  }
  const ve = o.$constructor("ZodMiniTransform", (e, t) => {
   O.init(e, t), Y.init(e, t);
  });
  function be(e) {
   return new ve({
    type: "transform",
    transform: e
   });
  }
  const ye = o.$constructor("ZodMiniOptional", (e, t) => {
   Z.init(e, t), Y.init(e, t);
  });
  function ze(e) {
   return new ye({
    type: "optional",
    innerType: e
   });
  }
  const we = o.$constructor("ZodMiniNullable", (e, t) => {
   E.init(e, t), Y.init(e, t);
  });
  function ke(e) {
   return new we({
    type: "nullable",
    innerType: e
   });
  }
  const je = o.$constructor("ZodMiniCatch", (e, t) => {
   C.init(e, t), Y.init(e, t);
  });
  function Se(e, t) {
   return new je({
    type: "catch",
    innerType: e,
    catchValue: "function" == typeof t ? t : c.constantCatch(t)
   });
  }
  const xe = o.$constructor("ZodMiniPipe", (e, t) => {
   I.init(e, t), Y.init(e, t);
  });
  function $e(e, t) {
   return new xe({
    type: "pipe",
    in: e,
    out: t
   });
  }
  N.describe, N.meta;
 }),
 "./github/schemas.js": (function(e, t, n) {
  n.r(t), n.d(t, {
   readComment: function() {
    return b;
   },
   readComments: function() {
    return y;
   },
   readHeadSha: function() {
    return z;
   },
   readLogin: function() {
    return g;
   },
   readRepositoryIds: function() {
    return _;
   },
   readSealingKey: function() {
    return h;
   },
   readViewer: function() {
    return v;
   },
   readVisibility: function() {
    return m;
   }
  });
  var o = n("../../node_modules/zod/v4/mini/schemas.js"), r = n("../../node_modules/zod/v4/core/api.js");
  const i = o.int().check(r._positive()), s = o.string().check(r._minLength(1)), a = o.object({
   key_id: s,
   key: o.string().check(r._regex(/^[A-Za-z0-9+/]{43}=$/))
  }), c = o.object({
   visibility: o.enum([ "all", "private", "selected" ])
  }), u = o.object({
   login: s
  }), d = o.object({
   data: o.object({
    viewer: u
   })
  }), l = o.object({
   id: i,
   body: o.optional(o.nullable(o.string())),
   user: o.optional(o.nullable(u)),
   html_url: o.optional(o.nullable(o.string()))
  }), f = o.object({
   head: o.object({
    sha: o.string().check(r._regex(/^[0-9a-f]{40,64}$/i))
   })
  }), p = o.object({
   repositories: o.array(o.object({
    id: i
   }))
  });
  function h(e) {
   return j(k(a, e), ({key_id: e, key: t}) => ({
    id: e,
    key: t
   }));
  }
  function m(e) {
   return j(k(c, e), ({visibility: e}) => e);
  }
  function _(e) {
   return j(k(p, e), ({repositories: e}) => e.map(({id: e}) => e));
  }
  function g(e) {
   return j(k(u, e), ({login: e}) => e);
  }
  function v(e) {
   return j(k(d, e), ({data: {viewer: e}}) => e.login);
  }
  function b(e) {
   return j(k(l, e), w);
  }
  function y(e) {
   return j(k(o.array(l), e), e => e.map(w));
  }
  function z(e) {
   return j(k(f, e), ({head: e}) => e.sha);
  }
  function w({id: e, body: t, user: n, html_url: o}) {
   return {
    id: e,
    body: t ?? "",
    author: n?.login ?? "",
    url: o ?? ""
   };
  }
  function k(e, t) {
   const n = e.safeParse(t);
   if (n.success) return {
    kind: "ok",
    value: n.data
   };
   const o = n.error.issues.map(({path: e}) => e.map(String).join("."));
   return o.includes("") ? {
    kind: "unfit",
    why: "its JSON is of another kind"
   } : {
    kind: "unfit",
    why: `missing or of another type: ${[ ...new Set(o) ].slice(0, 5).join(", ")}`
   };
  }
  function j(e, t) {
   return "ok" === e.kind ? {
    kind: "ok",
    value: t(e.value)
   } : e;
  }
 }),
 "./gitlab/schemas/inspection-schemas.js": (function(e, t, n) {
  n.r(t), n.d(t, {
   readCommitStatuses: function() {
    return m;
   },
   readLint: function() {
    return p;
   },
   readMergeBase: function() {
    return v;
   },
   readOwnToken: function() {
    return l;
   },
   readPullMirror: function() {
    return b;
   },
   readRef: function() {
    return f;
   },
   readVersion: function() {
    return d;
   }
  });
  var o = n("../../node_modules/zod/v4/mini/schemas.js"), r = n("./gitlab/schemas/schema-parts.js");
  const i = o.object({
   version: r.textSchema
  }), s = o.object({
   scopes: o.array(o.string()),
   active: (0, r.optional)(o.boolean()),
   granular: (0, r.optional)(o.boolean()),
   expires_at: (0, r.optional)(r.textSchema)
  }), a = (0, r.optional)(o.object({
   id: r.textSchema
  })), c = o.object({
   name: r.textSchema,
   commit: a,
   protected: (0, r.optional)(o.boolean()),
   can_push: (0, r.optional)(o.boolean()),
   developers_can_push: (0, r.optional)(o.boolean()),
   developers_can_merge: (0, r.optional)(o.boolean())
  }), u = o.object({
   valid: o.boolean(),
   errors: (0, r.optional)(o.array(o.string())),
   warnings: (0, r.optional)(o.array(o.string())),
   merged_yaml: (0, r.optional)(o.string())
  });
  function d(e) {
   return (0, r.readWith)(i, e);
  }
  function l(e) {
   return (0, r.mapped)((0, r.readWith)(s, e), ({scopes: e, active: t, granular: n, expires_at: o}) => ({
    scopes: e,
    active: t,
    granular: n,
    expiresAt: o
   }));
  }
  function f(e) {
   return (0, r.mapped)((0, r.readWith)(c, e), e => ({
    name: e.name,
    sha: e.commit?.id,
    isProtected: e.protected,
    canPush: e.can_push,
    developersCanPush: e.developers_can_push,
    developersCanMerge: e.developers_can_merge
   }));
  }
  function p(e) {
   return (0, r.mapped)((0, r.readWith)(u, e), ({valid: e, errors: t, warnings: n, merged_yaml: o}) => ({
    valid: e,
    errors: t ?? [],
    warnings: n ?? [],
    mergedYaml: o
   }));
  }
  const h = o.object({
   id: r.idSchema,
   name: r.textSchema,
   status: r.textSchema,
   allow_failure: (0, r.optional)(o.boolean()),
   pipeline_id: (0, r.optional)(r.idSchema),
   description: (0, r.optional)(r.textSchema),
   target_url: (0, r.optional)(r.urlSchema)
  });
  function m(e) {
   return (0, r.readList)(h, e, e => ({
    id: e.id,
    name: e.name,
    status: e.status,
    allowFailure: e.allow_failure ?? !1,
    pipelineId: e.pipeline_id,
    description: e.description,
    targetUrl: e.target_url
   }));
  }
  const _ = o.object({
   id: r.textSchema
  }), g = o.object({
   update_status: (0, r.optional)(o.string()),
   last_error: (0, r.optional)(o.string()),
   last_update_at: (0, r.optional)(o.string())
  });
  function v(e) {
   return (0, r.mapped)((0, r.readWith)(_, e), ({id: e}) => ({
    sha: e
   }));
  }
  function b(e) {
   return (0, r.mapped)((0, r.readWith)(g, e), e => ({
    updateStatus: e.update_status,
    lastError: e.last_error,
    lastUpdateAt: e.last_update_at
   }));
  }
 }),
 "./gitlab/schemas/schema-parts.js": (function(e, t, n) {
  n.d(t, {
   added: function() {
    return c;
   },
   idSchema: function() {
    return u;
   },
   mapped: function() {
    return b;
   },
   measureSchema: function() {
    return h;
   },
   optional: function() {
    return a;
   },
   readDownstream: function() {
    return w;
   },
   readEntries: function() {
    return g;
   },
   readList: function() {
    return _;
   },
   readWith: function() {
    return m;
   },
   shortText: function() {
    return S;
   }
  });
  var o = n("../../node_modules/zod/v4/mini/schemas.js"), r = n("../../node_modules/zod/v4/core/api.js"), i = n("./model/pipeline.js");
  const s = 5;
  function a(e) {
   const t = o.pipe(o.optional(o.nullable(e)), o.transform(e => e ?? void 0));
   return o.catch(t, void 0);
  }
  function c(e) {
   return o.pipe(o.optional(o.nullable(e)), o.transform(e => e ?? void 0));
  }
  const u = o.int().check(r._positive()), d = o.string().check(r._regex(/^https?:\/\/\S+$/)), l = o.string().check(r._minLength(1)), f = o.object({
   id: u
  }), p = o.object({
   id: u,
   status: l
  }), h = o.number().check(r._gte(-1e9), r._lte(1e9));
  function m(e, t) {
   const n = e.safeParse(t);
   return n.success ? {
    kind: "ok",
    value: n.data
   } : {
    kind: "unfit",
    why: v(n.error.issues.map(({path: e}) => e))
   };
  }
  function _(e, t, n) {
   return b(g(e, t, e => p.safeParse(e).success), e => e.map(e => (0, i.isUnfit)(e) ? e : n(e)));
  }
  function g(e, t, n = () => !1) {
   if (!Array.isArray(t)) return {
    kind: "unfit",
    why: v([ [] ])
   };
   const o = [];
   let r = 0 === t.length;
   const i = t.map((t, i) => {
    const s = e.safeParse(t);
    if (r ||= s.success || n(t), s.success) return s.data;
    const a = s.error.issues.map(({path: e}) => [ i, ...e ]);
    o.push(...a);
    const c = f.safeParse(t);
    return {
     unfit: v(a),
     id: c.success ? c.data.id : void 0
    };
   });
   return r ? {
    kind: "ok",
    value: i
   } : {
    kind: "unfit",
    why: v(o)
   };
  }
  function v(e) {
   const t = e.map(e => e.map(String).join("."));
   if (t.includes("")) return "its JSON is of another kind";
   return `missing or of another type: ${[ ...new Set(t) ].slice(0, s).join(", ")}`;
  }
  function b(e, t) {
   return "ok" === e.kind ? {
    kind: "ok",
    value: t(e.value)
   } : e;
  }
  const y = o.object({
   id: u,
   project_id: u,
   status: l,
   web_url: a(d)
  }), z = o.object({
   status: l
  });
  function w(e, t) {
   if (null == e) return {};
   const n = m(y, e);
   if ("unfit" === n.kind) {
    const t = m(z, e);
    return {
     unreadDownstream: {
      status: "ok" === t.kind ? t.value.status : void 0
     }
    };
   }
   const {id: o, project_id: r, status: i, web_url: s = t.webUrl} = n.value;
   return {
    downstream: {
     projectId: r,
     pipelineId: o,
     status: i,
     webUrl: s
    }
   };
  }
  const k = 1e3, j = "…";
  function S(e) {
   if (e.length <= k) return e;
   const t = e.slice(0, k - j.length).replace(/[\ud800-\udbff]$/, "");
   return Buffer.from(t).toString() + j;
  }
  n.d(t, [ "textSchema", 0, l, "urlSchema", 0, d ]);
 }),
 "./gitlab/schemas/schemas.js": (function(e, t, n) {
  n.r(t), n.d(t, {
   readBridges: function() {
    return K;
   },
   readCreatedPipeline: function() {
    return m;
   },
   readJob: function() {
    return V;
   },
   readJobs: function() {
    return G;
   },
   readPipeline: function() {
    return p;
   },
   readPipelines: function() {
    return _;
   },
   readProject: function() {
    return F;
   },
   readTestReport: function() {
    return $;
   },
   readTestTotals: function() {
    return x;
   },
   readTriggerToken: function() {
    return J;
   },
   readTriggerTokens: function() {
    return X;
   },
   readVariables: function() {
    return q;
   }
  });
  var o = n("../../node_modules/zod/v4/mini/schemas.js"), r = n("../../node_modules/zod/v4/core/api.js"), i = n("./base/secret.js"), s = n("./base/text.js"), a = n("./model/pipeline.js"), c = n("./gitlab/responses/oldest-release.js"), u = n("./gitlab/schemas/schema-parts.js");
  const d = {
   id: u.idSchema,
   iid: (0, u.optional)(u.idSchema),
   source: (0, u.optional)(u.textSchema),
   name: (0, u.optional)(u.textSchema),
   created_at: (0, u.optional)(u.textSchema),
   updated_at: (0, u.optional)(u.textSchema),
   started_at: (0, u.optional)(u.textSchema),
   finished_at: (0, u.optional)(u.textSchema),
   duration: (0, u.optional)(u.measureSchema),
   queued_duration: (0, u.optional)(u.measureSchema),
   coverage: (0, u.optional)(o.union([ u.textSchema, u.measureSchema ])),
   yaml_errors: (0, u.optional)(u.textSchema),
   detailed_status: (0, u.optional)(o.object({
    group: (0, u.optional)(u.textSchema)
   }))
  }, l = o.object({
   ...d,
   project_id: (0, u.added)(u.idSchema),
   web_url: (0, u.added)(u.urlSchema),
   status: u.textSchema,
   ref: u.textSchema,
   sha: u.textSchema
  }), f = o.object({
   ...d,
   project_id: (0, u.optional)(u.idSchema),
   web_url: (0, u.optional)(u.urlSchema),
   status: (0, u.optional)(u.textSchema),
   ref: (0, u.optional)(u.textSchema),
   sha: (0, u.optional)(u.textSchema)
  });
  function p(e) {
   const t = (0, u.readWith)(l, e);
   return "ok" === t.kind && h(e) ? (0, c.tooOld)("pipelines") : (0, u.mapped)(t, g);
  }
  function h(e) {
   return (0, c.hasNone)(e, "project_id", "web_url");
  }
  function m(e) {
   return (0, u.mapped)((0, u.readWith)(f, e), e => ({
    ...v(e),
    projectId: e.project_id,
    status: e.status,
    ref: e.ref,
    sha: e.sha,
    webUrl: e.web_url
   }));
  }
  function _(e) {
   const t = (0, u.readList)(l, e, g), n = Array.isArray(e) && e.length > 0 && e.every(h);
   return "ok" === t.kind && n ? (0, c.tooOld)("pipelines") : t;
  }
  function g(e) {
   const {project_id: t, web_url: n, status: o, ref: r, sha: i} = e;
   return {
    ...v(e),
    projectId: t,
    webUrl: n,
    status: o,
    ref: r,
    sha: i
   };
  }
  function v(e) {
   return {
    id: e.id,
    iid: e.iid,
    source: e.source,
    name: e.name,
    createdAt: e.created_at,
    updatedAt: e.updated_at,
    startedAt: e.started_at,
    finishedAt: e.finished_at,
    durationSeconds: e.duration,
    queuedSeconds: e.queued_duration,
    coverage: void 0 === e.coverage ? void 0 : String(e.coverage),
    yamlErrors: e.yaml_errors,
    statusGroup: e.detailed_status?.group
   };
  }
  const b = (0, u.optional)(u.measureSchema), y = o.string(), z = o.object({
   name: y,
   total_time: b,
   total_count: b,
   success_count: b,
   failed_count: b,
   skipped_count: b,
   error_count: b,
   suite_error: (0, u.optional)(u.textSchema),
   build_ids: (0, u.optional)(o.array(u.idSchema))
  }), w = o.object({
   total: o.object({
    time: b,
    count: b,
    success: b,
    failed: b,
    skipped: b,
    error: b
   }),
   test_suites: (0, u.optional)(o.array((0, u.optional)(z)))
  }), k = o.union([ u.textSchema, o.array(o.unknown()), o.looseObject({
   message: (0, u.optional)(u.textSchema)
  }) ]), j = o.object({
   status: u.textSchema,
   name: (0, u.optional)(y),
   classname: (0, u.optional)(u.textSchema),
   file: (0, u.optional)(u.textSchema),
   execution_time: b,
   system_output: (0, u.optional)(k),
   stack_trace: (0, u.optional)(u.textSchema)
  }), S = o.object({
   test_suites: o.array(o.object({
    name: y,
    test_cases: (0, u.optional)(o.array((0, u.optional)(j)))
   }))
  });
  function x(e) {
   return (0, u.mapped)((0, u.readWith)(w, e), ({total: e, test_suites: t = []}) => ({
    ...Z(e),
    suites: t.filter(e => void 0 !== e).map(T)
   }));
  }
  function $(e) {
   return (0, u.mapped)((0, u.readWith)(S, e), ({test_suites: e}) => ({
    suites: e.map(({name: e, test_cases: t = []}) => ({
     name: e,
     cases: t.filter(e => void 0 !== e).map(P)
    }))
   }));
  }
  function P(e) {
   const {status: t, name: n = "", classname: o, file: r, execution_time: i = 0, system_output: s} = e;
   return {
    status: t,
    name: n,
    classname: o,
    file: r,
    seconds: i,
    output: O(s) ?? e.stack_trace
   };
  }
  function O(e) {
   if (void 0 === e || "string" == typeof e) return e;
   if (!Array.isArray(e)) return e.message ?? JSON.stringify(e);
   const t = e.map(e => "string" == typeof e ? e : JSON.stringify(e));
   return 0 === t.length ? void 0 : t.join("\n");
  }
  function T(e) {
   const t = Z({
    time: e.total_time,
    count: e.total_count,
    success: e.success_count,
    failed: e.failed_count,
    skipped: e.skipped_count,
    error: e.error_count
   });
   return {
    name: e.name,
    ...t,
    problem: e.suite_error,
    jobIds: e.build_ids
   };
  }
  function Z(e) {
   return {
    total: e.count ?? 0,
    success: e.success ?? 0,
    failed: e.failed ?? 0,
    skipped: e.skipped ?? 0,
    error: e.error ?? 0,
    seconds: e.time ?? 0
   };
  }
  const E = (0, u.optional)(o.object({
   access_level: u.measureSchema
  })), A = o.object({
   id: u.idSchema,
   path_with_namespace: u.textSchema,
   web_url: u.urlSchema,
   default_branch: (0, u.optional)(u.textSchema),
   archived: (0, u.optional)(o.boolean()),
   builds_access_level: (0, u.optional)(u.textSchema),
   ci_config_path: (0, u.optional)(o.string()),
   ci_pipeline_variables_minimum_override_role: (0, u.optional)(u.textSchema),
   restrict_user_defined_variables: (0, u.optional)(o.boolean()),
   permissions: (0, u.optional)(o.object({
    project_access: E,
    group_access: E
   }))
  }), C = o.object({
   file_type: u.textSchema,
   filename: (0, u.optional)(u.textSchema),
   size: (0, u.optional)(o.int().check(r._gte(0))),
   file_format: (0, u.optional)(u.textSchema)
  }), I = {
   id: u.idSchema,
   name: u.textSchema,
   stage: u.textSchema,
   status: u.textSchema,
   web_url: u.urlSchema,
   allow_failure: (0, u.optional)(o.boolean()),
   created_at: (0, u.optional)(u.textSchema),
   started_at: (0, u.optional)(u.textSchema),
   finished_at: (0, u.optional)(u.textSchema),
   duration: (0, u.optional)(u.measureSchema),
   queued_duration: (0, u.optional)(u.measureSchema),
   failure_reason: (0, u.optional)(u.textSchema),
   coverage: (0, u.optional)(o.union([ u.textSchema, u.measureSchema ])),
   artifacts: (0, u.optional)(o.array((0, u.optional)(C))),
   artifacts_file: (0, u.optional)(o.object({
    filename: u.textSchema,
    size: (0, u.optional)(o.int().check(r._gte(0)))
   })),
   artifacts_expire_at: (0, u.optional)(u.textSchema)
  }, L = o.object(I), N = o.object({
   id: u.idSchema,
   name: u.textSchema,
   stage: u.textSchema,
   status: u.textSchema
  }), M = o.object({
   ...I,
   downstream_pipeline: o.optional(o.unknown())
  }), R = o.object({
   key: u.textSchema,
   value: (0, u.optional)(o.string())
  }), U = o.object({
   id: u.idSchema,
   token: (0, u.optional)(o.string()),
   description: (0, u.optional)(o.string()),
   created_at: (0, u.optional)(u.textSchema),
   updated_at: (0, u.optional)(u.textSchema),
   last_used: (0, u.optional)(u.textSchema),
   expires_at: (0, u.optional)(u.textSchema),
   owner: (0, u.optional)(o.object({
    username: (0, u.optional)(u.textSchema)
   }))
  });
  function F(e) {
   return (0, u.mapped)((0, u.readWith)(A, e), e => ({
    id: e.id,
    path: e.path_with_namespace,
    webUrl: e.web_url,
    defaultBranch: e.default_branch,
    archived: e.archived,
    ciAccess: e.builds_access_level,
    ciConfigPath: e.ci_config_path,
    variablesRole: e.ci_pipeline_variables_minimum_override_role,
    restrictsVariables: e.restrict_user_defined_variables,
    accessLevel: W(e)
   }));
  }
  function W({permissions: e}) {
   const t = [ e?.project_access, e?.group_access ].flatMap(e => void 0 === e ? [] : [ e.access_level ]);
   return 0 === t.length ? void 0 : Math.max(...t);
  }
  function V(e) {
   const t = (0, u.mapped)((0, u.readWith)(L, e), Y);
   return "unfit" === t.kind && D(e) ? (0, c.tooOld)("jobs") : t;
  }
  function G(e) {
   return B(e) ? (0, c.tooOld)("jobs") : (0, u.readList)(L, e, Y);
  }
  function B(e) {
   return Array.isArray(e) && e.length > 0 && e.every(D);
  }
  function D(e) {
   return (0, c.hasNone)(e, "web_url") && N.safeParse(e).success;
  }
  function K(e) {
   return B(e) ? (0, c.tooOld)("jobs") : (0, u.readList)(M, e, oe);
  }
  function q(e) {
   return (0, u.mapped)((0, u.readEntries)(R, e), e => e.flatMap(e => {
    if ((0, a.isUnfit)(e)) return [ e ];
    const {key: t, value: n} = e;
    return void 0 === n ? [] : [ {
     key: t,
     value: n
    } ];
   }));
  }
  function J(e) {
   return (0, u.mapped)((0, u.readWith)(U, e), H);
  }
  function X(e) {
   return (0, u.mapped)((0, u.readEntries)(U, e), e => e.map(e => (0, a.isUnfit)(e) ? e : H(e)));
  }
  function H(e) {
   const {token: t = ""} = e, {start: n, whole: o} = (0, s.tokenStartOf)(t);
   return {
    id: e.id,
    description: e.description ?? "",
    start: n,
    secret: o ? new i.Secret(t) : void 0,
    owner: e.owner?.username,
    createdAt: e.created_at,
    updatedAt: e.updated_at,
    lastUsed: e.last_used,
    expiresAt: e.expires_at
   };
  }
  function Y(e) {
   return {
    id: e.id,
    name: (0, u.shortText)(e.name),
    stage: (0, u.shortText)(e.stage),
    status: (0, u.shortText)(e.status),
    allowFailure: e.allow_failure ?? !1,
    webUrl: (0, u.shortText)(e.web_url),
    createdAt: Q(e.created_at),
    startedAt: Q(e.started_at),
    finishedAt: Q(e.finished_at),
    durationSeconds: e.duration,
    queuedSeconds: e.queued_duration,
    failureReason: Q(e.failure_reason),
    coverage: Q(void 0 === e.coverage ? void 0 : String(e.coverage)),
    artifacts: te(e),
    artifactsExpireAt: Q(e.artifacts_expire_at)
   };
  }
  function Q(e) {
   return void 0 === e ? void 0 : (0, u.shortText)(e);
  }
  const ee = 200;
  function te(e) {
   const t = e.artifacts?.filter(e => void 0 !== e).slice(0, ee).map(ne), n = e.artifacts_file;
   if (void 0 === n || !0 === t?.some(({fileType: e}) => "archive" === e)) return t;
   const {size: o} = n;
   return [ {
    fileType: "archive",
    filename: (0, u.shortText)(n.filename),
    bytes: o,
    fileFormat: "zip"
   }, ...t ?? [] ];
  }
  function ne(e) {
   return {
    fileType: (0, u.shortText)(e.file_type),
    filename: Q(e.filename),
    bytes: e.size,
    fileFormat: Q(e.file_format)
   };
  }
  function oe(e) {
   const t = Y(e);
   return {
    ...t,
    ...(0, u.readDownstream)(e.downstream_pipeline, t)
   };
  }
 })
};
