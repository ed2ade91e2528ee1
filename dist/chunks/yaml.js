export const __webpack_esm_ids__ = [ "yaml" ];

export const __webpack_esm_modules__ = {
 "../../node_modules/yaml/dist/compose/compose-collection.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Scalar.js"), i = s("../../node_modules/yaml/dist/nodes/YAMLMap.js"), r = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js"), a = s("../../node_modules/yaml/dist/compose/resolve-block-map.js"), l = s("../../node_modules/yaml/dist/compose/resolve-block-seq.js"), c = s("../../node_modules/yaml/dist/compose/resolve-flow-collection.js");
  function d(e, t, s, n, o, i) {
   const r = "block-map" === s.type ? a.resolveBlockMap(e, t, s, n, i) : "block-seq" === s.type ? l.resolveBlockSeq(e, t, s, n, i) : c.resolveFlowCollection(e, t, s, n, i), d = r.constructor;
   return "!" === o || o === d.tagName ? (r.tag = d.tagName, r) : (o && (r.tag = o), 
   r);
  }
  t.composeCollection = function(e, t, s, a, l) {
   const c = a.tag, u = c ? t.directives.tagName(c.source, e => l(c, "TAG_RESOLVE_FAILED", e)) : null;
   if ("block-seq" === s.type) {
    const {anchor: e, newlineAfterProp: t} = a, s = e && c ? e.offset > c.offset ? e : c : e ?? c;
    if (s && (!t || t.offset < s.offset)) {
     l(s, "MISSING_CHAR", "Missing newline after block sequence props");
    }
   }
   const m = "block-map" === s.type ? "map" : "block-seq" === s.type ? "seq" : "{" === s.start.source ? "map" : "seq";
   if (!c || !u || "!" === u || u === i.YAMLMap.tagName && "map" === m || u === r.YAMLSeq.tagName && "seq" === m) return d(e, t, s, l, u);
   let f = t.schema.tags.find(e => e.tag === u && e.collection === m);
   if (!f) {
    const n = t.schema.knownTags[u];
    if (n?.collection !== m) return n ? l(c, "BAD_COLLECTION_TYPE", `${n.tag} used for ${m} collection, but expects ${n.collection ?? "scalar"}`, !0) : l(c, "TAG_RESOLVE_FAILED", `Unresolved tag: ${u}`, !0), 
    d(e, t, s, l, u);
    t.schema.tags.push(Object.assign({}, n, {
     default: !1
    })), f = n;
   }
   const h = d(e, t, s, l, u, f), p = f.resolve?.(h, e => l(c, "TAG_RESOLVE_FAILED", e), t.options) ?? h, y = n.isNode(p) ? p : new o.Scalar(p);
   return y.range = h.range, y.tag = u, f?.format && (y.format = f.format), y;
  };
 }),
 "../../node_modules/yaml/dist/compose/compose-doc.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/Document.js"), o = s("../../node_modules/yaml/dist/compose/compose-node.js"), i = s("../../node_modules/yaml/dist/compose/resolve-end.js"), r = s("../../node_modules/yaml/dist/compose/resolve-props.js");
  t.composeDoc = function(e, t, {offset: s, start: a, value: l, end: c}, d) {
   const u = Object.assign({
    _directives: t
   }, e), m = new n.Document(void 0, u), f = {
    atKey: !1,
    atRoot: !0,
    directives: m.directives,
    options: m.options,
    schema: m.schema
   }, h = r.resolveProps(a, {
    indicator: "doc-start",
    next: l ?? c?.[0],
    offset: s,
    onError: d,
    parentIndent: 0,
    startOnNewline: !0
   });
   h.found && (m.directives.docStart = !0, !l || "block-map" !== l.type && "block-seq" !== l.type || h.hasNewline || d(h.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker")), 
   m.contents = l ? o.composeNode(f, l, h, d) : o.composeEmptyNode(f, h.end, a, null, h, d);
   const p = m.contents.range[2], y = i.resolveEnd(c, p, !1, d);
   return y.comment && (m.comment = y.comment), m.range = [ s, p, y.offset ], m;
  };
 }),
 "../../node_modules/yaml/dist/compose/compose-node.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Alias.js"), o = s("../../node_modules/yaml/dist/nodes/identity.js"), i = s("../../node_modules/yaml/dist/compose/compose-collection.js"), r = s("../../node_modules/yaml/dist/compose/compose-scalar.js"), a = s("../../node_modules/yaml/dist/compose/resolve-end.js"), l = s("../../node_modules/yaml/dist/compose/util-empty-scalar-position.js");
  const c = {
   composeNode: d,
   composeEmptyNode: u
  };
  function d(e, t, s, l) {
   const d = e.atKey, {spaceBefore: m, comment: f, anchor: h, tag: p} = s;
   let y, g = !0;
   switch (t.type) {
   case "alias":
    y = function({options: e}, {offset: t, source: s, end: o}, i) {
     const r = new n.Alias(s.substring(1));
     "" === r.source && i(t, "BAD_ALIAS", "Alias cannot be an empty string");
     r.source.endsWith(":") && i(t + s.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", !0);
     const l = t + s.length, c = a.resolveEnd(o, l, e.strict, i);
     r.range = [ t, l, c.offset ], c.comment && (r.comment = c.comment);
     return r;
    }(e, t, l), (h || p) && l(t, "ALIAS_PROPS", "An alias node must not specify any properties");
    break;

   case "scalar":
   case "single-quoted-scalar":
   case "double-quoted-scalar":
   case "block-scalar":
    y = r.composeScalar(e, t, p, l), h && (y.anchor = h.source.substring(1));
    break;

   case "block-map":
   case "block-seq":
   case "flow-collection":
    try {
     y = i.composeCollection(c, e, t, s, l), h && (y.anchor = h.source.substring(1));
    } catch (e) {
     l(t, "RESOURCE_EXHAUSTION", e instanceof Error ? e.message : String(e));
    }
    break;

   default:
    l(t, "UNEXPECTED_TOKEN", "error" === t.type ? t.message : `Unsupported token (type: ${t.type})`), 
    g = !1;
   }
   if (y ?? (y = u(e, t.offset, void 0, null, s, l)), h && "" === y.anchor && l(h, "BAD_ALIAS", "Anchor cannot be an empty string"), 
   d && e.options.stringKeys && (!o.isScalar(y) || "string" != typeof y.value || y.tag && "tag:yaml.org,2002:str" !== y.tag)) {
    l(p ?? t, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
   }
   return m && (y.spaceBefore = !0), f && ("scalar" === t.type && "" === t.source ? y.comment = f : y.commentBefore = f), 
   e.options.keepSourceTokens && g && (y.srcToken = t), y;
  }
  function u(e, t, s, n, {spaceBefore: o, comment: i, anchor: a, tag: c, end: d}, u) {
   const m = {
    type: "scalar",
    offset: l.emptyScalarPosition(t, s, n),
    indent: -1,
    source: ""
   }, f = r.composeScalar(e, m, c, u);
   return a && (f.anchor = a.source.substring(1), "" === f.anchor && u(a, "BAD_ALIAS", "Anchor cannot be an empty string")), 
   o && (f.spaceBefore = !0), i && (f.comment = i, f.range[2] = d), f;
  }
  t.composeEmptyNode = u, t.composeNode = d;
 }),
 "../../node_modules/yaml/dist/compose/compose-scalar.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Scalar.js"), i = s("../../node_modules/yaml/dist/compose/resolve-block-scalar.js"), r = s("../../node_modules/yaml/dist/compose/resolve-flow-scalar.js");
  t.composeScalar = function(e, t, s, a) {
   const {value: l, type: c, comment: d, range: u} = "block-scalar" === t.type ? i.resolveBlockScalar(e, t, a) : r.resolveFlowScalar(t, e.options.strict, a), m = s ? e.directives.tagName(s.source, e => a(s, "TAG_RESOLVE_FAILED", e)) : null;
   let f, h;
   f = e.options.stringKeys && e.atKey ? e.schema[n.SCALAR] : m ? function(e, t, s, o, i) {
    if ("!" === s) return e[n.SCALAR];
    const r = [];
    for (const t of e.tags) if (!t.collection && t.tag === s) {
     if (!t.default || !t.test) return t;
     r.push(t);
    }
    for (const e of r) if (e.test?.test(t)) return e;
    const a = e.knownTags[s];
    if (a && !a.collection) return e.tags.push(Object.assign({}, a, {
     default: !1,
     test: void 0
    })), a;
    return i(o, "TAG_RESOLVE_FAILED", `Unresolved tag: ${s}`, "tag:yaml.org,2002:str" !== s), 
    e[n.SCALAR];
   }(e.schema, l, m, s, a) : "scalar" === t.type ? function({atKey: e, directives: t, schema: s}, o, i, r) {
    const a = s.tags.find(t => (!0 === t.default || e && "key" === t.default) && t.test?.test(o)) || s[n.SCALAR];
    if (s.compat) {
     const e = s.compat.find(e => e.default && e.test?.test(o)) ?? s[n.SCALAR];
     if (a.tag !== e.tag) {
      r(i, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${t.tagString(a.tag)} or ${t.tagString(e.tag)}`, !0);
     }
    }
    return a;
   }(e, l, t, a) : e.schema[n.SCALAR];
   try {
    const i = f.resolve(l, e => a(s ?? t, "TAG_RESOLVE_FAILED", e), e.options);
    h = n.isScalar(i) ? i : new o.Scalar(i);
   } catch (e) {
    const n = e instanceof Error ? e.message : String(e);
    a(s ?? t, "TAG_RESOLVE_FAILED", n), h = new o.Scalar(l);
   }
   return h.range = u, h.source = l, c && (h.type = c), m && (h.tag = m), f.format && (h.format = f.format), 
   d && (h.comment = d), h;
  };
 }),
 "../../node_modules/yaml/dist/compose/composer.js": (function(e, t, s) {
  s("process");
  var n = s("../../node_modules/yaml/dist/doc/directives.js"), o = s("../../node_modules/yaml/dist/doc/Document.js"), i = s("../../node_modules/yaml/dist/errors.js"), r = s("../../node_modules/yaml/dist/nodes/identity.js"), a = s("../../node_modules/yaml/dist/compose/compose-doc.js"), l = s("../../node_modules/yaml/dist/compose/resolve-end.js");
  function c(e) {
   if ("number" == typeof e) return [ e, e + 1 ];
   if (Array.isArray(e)) return 2 === e.length ? e : [ e[0], e[1] ];
   const {offset: t, source: s} = e;
   return [ t, t + ("string" == typeof s ? s.length : 1) ];
  }
  function d(e) {
   let t = "", s = !1, n = !1;
   for (let o = 0; o < e.length; ++o) {
    const i = e[o];
    switch (i[0]) {
    case "#":
     t += ("" === t ? "" : n ? "\n\n" : "\n") + (i.substring(1) || " "), s = !0, n = !1;
     break;

    case "%":
     "#" !== e[o + 1]?.[0] && (o += 1), s = !1;
     break;

    default:
     s || (n = !0), s = !1;
    }
   }
   return {
    comment: t,
    afterEmptyLine: n
   };
  }
  t.Composer = class Composer {
   constructor(e = {}) {
    this.doc = null, this.atDirectives = !1, this.prelude = [], this.errors = [], this.warnings = [], 
    this.onError = (e, t, s, n) => {
     const o = c(e);
     n ? this.warnings.push(new i.YAMLWarning(o, t, s)) : this.errors.push(new i.YAMLParseError(o, t, s));
    }, this.directives = new n.Directives({
     version: e.version || "1.2"
    }), this.options = e;
   }
   decorate(e, t) {
    const {comment: s, afterEmptyLine: n} = d(this.prelude);
    if (s) {
     const o = e.contents;
     if (t) e.comment = e.comment ? `${e.comment}\n${s}` : s; else if (n || e.directives.docStart || !o) e.commentBefore = s; else if (r.isCollection(o) && !o.flow && o.items.length > 0) {
      let e = o.items[0];
      r.isPair(e) && (e = e.key);
      const t = e.commentBefore;
      e.commentBefore = t ? `${s}\n${t}` : s;
     } else {
      const e = o.commentBefore;
      o.commentBefore = e ? `${s}\n${e}` : s;
     }
    }
    if (t) {
     for (let t = 0; t < this.errors.length; ++t) e.errors.push(this.errors[t]);
     for (let t = 0; t < this.warnings.length; ++t) e.warnings.push(this.warnings[t]);
    } else e.errors = this.errors, e.warnings = this.warnings;
    this.prelude = [], this.errors = [], this.warnings = [];
   }
   streamInfo() {
    return {
     comment: d(this.prelude).comment,
     directives: this.directives,
     errors: this.errors,
     warnings: this.warnings
    };
   }
   * compose(e, t = !1, s = -1) {
    for (const t of e) yield* this.next(t);
    yield* this.end(t, s);
   }
   * next(e) {
    switch (e.type) {
    case "directive":
     this.directives.add(e.source, (t, s, n) => {
      const o = c(e);
      o[0] += t, this.onError(o, "BAD_DIRECTIVE", s, n);
     }), this.prelude.push(e.source), this.atDirectives = !0;
     break;

    case "document":
     {
      const t = a.composeDoc(this.options, this.directives, e, this.onError);
      this.atDirectives && !t.directives.docStart && this.onError(e, "MISSING_CHAR", "Missing directives-end/doc-start indicator line"), 
      this.decorate(t, !1), this.doc && (yield this.doc), this.doc = t, this.atDirectives = !1;
      break;
     }

    case "byte-order-mark":
    case "space":
     break;

    case "comment":
    case "newline":
     this.prelude.push(e.source);
     break;

    case "error":
     {
      const t = e.source ? `${e.message}: ${JSON.stringify(e.source)}` : e.message, s = new i.YAMLParseError(c(e), "UNEXPECTED_TOKEN", t);
      this.atDirectives || !this.doc ? this.errors.push(s) : this.doc.errors.push(s);
      break;
     }

    case "doc-end":
     {
      if (!this.doc) {
       const t = "Unexpected doc-end without preceding document";
       this.errors.push(new i.YAMLParseError(c(e), "UNEXPECTED_TOKEN", t));
       break;
      }
      this.doc.directives.docEnd = !0;
      const t = l.resolveEnd(e.end, e.offset + e.source.length, this.doc.options.strict, this.onError);
      if (this.decorate(this.doc, !0), t.comment) {
       const e = this.doc.comment;
       this.doc.comment = e ? `${e}\n${t.comment}` : t.comment;
      }
      this.doc.range[2] = t.offset;
      break;
     }

    default:
     this.errors.push(new i.YAMLParseError(c(e), "UNEXPECTED_TOKEN", `Unsupported token ${e.type}`));
    }
   }
   * end(e = !1, t = -1) {
    if (this.doc) this.decorate(this.doc, !0), yield this.doc, this.doc = null; else if (e) {
     const e = Object.assign({
      _directives: this.directives
     }, this.options), s = new o.Document(void 0, e);
     this.atDirectives && this.onError(t, "MISSING_CHAR", "Missing directives-end indicator line"), 
     s.range = [ 0, t, t ], this.decorate(s, !1), yield s;
    }
   }
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-block-map.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Pair.js"), o = s("../../node_modules/yaml/dist/nodes/YAMLMap.js"), i = s("../../node_modules/yaml/dist/compose/resolve-props.js"), r = s("../../node_modules/yaml/dist/compose/util-contains-newline.js"), a = s("../../node_modules/yaml/dist/compose/util-flow-indent-check.js"), l = s("../../node_modules/yaml/dist/compose/util-map-includes.js");
  const c = "All mapping items must start at the same column";
  t.resolveBlockMap = function({composeNode: e, composeEmptyNode: t}, s, d, u, m) {
   const f = new (m?.nodeClass ?? o.YAMLMap)(s.schema);
   s.atRoot && (s.atRoot = !1);
   let h = d.offset, p = null;
   for (const o of d.items) {
    const {start: m, key: y, sep: g, value: b} = o, v = i.resolveProps(m, {
     indicator: "explicit-key-ind",
     next: y ?? g?.[0],
     offset: h,
     onError: u,
     parentIndent: d.indent,
     startOnNewline: !0
    }), S = !v.found;
    if (S) {
     if (y && ("block-seq" === y.type ? u(h, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key") : "indent" in y && y.indent !== d.indent && u(h, "BAD_INDENT", c)), 
     !v.anchor && !v.tag && !g) {
      p = v.end, v.comment && (f.comment ? f.comment += "\n" + v.comment : f.comment = v.comment);
      continue;
     }
     (v.newlineAfterProp || r.containsNewline(y)) && u(y ?? m[m.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
    } else v.found?.indent !== d.indent && u(h, "BAD_INDENT", c);
    s.atKey = !0;
    const w = v.end, k = y ? e(s, y, v, u) : t(s, w, m, null, v, u);
    s.schema.compat && a.flowIndentCheck(d.indent, y, u), s.atKey = !1, l.mapIncludes(s, f.items, k) && u(w, "DUPLICATE_KEY", "Map keys must be unique");
    const _ = i.resolveProps(g ?? [], {
     indicator: "map-value-ind",
     next: b,
     offset: k.range[2],
     onError: u,
     parentIndent: d.indent,
     startOnNewline: !y || "block-scalar" === y.type
    });
    if (h = _.end, _.found) {
     S && ("block-map" !== b?.type || _.hasNewline || u(h, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings"), 
     s.options.strict && v.start < _.found.offset - 1024 && u(k.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));
     const i = b ? e(s, b, _, u) : t(s, h, g, null, _, u);
     s.schema.compat && a.flowIndentCheck(d.indent, b, u), h = i.range[2];
     const r = new n.Pair(k, i);
     s.options.keepSourceTokens && (r.srcToken = o), f.items.push(r);
    } else {
     S && u(k.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values"), 
     _.comment && (k.comment ? k.comment += "\n" + _.comment : k.comment = _.comment);
     const e = new n.Pair(k);
     s.options.keepSourceTokens && (e.srcToken = o), f.items.push(e);
    }
   }
   return p && p < h && u(p, "IMPOSSIBLE", "Map comment with trailing content"), f.range = [ d.offset, h, p ?? h ], 
   f;
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-block-scalar.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  t.resolveBlockScalar = function(e, t, s) {
   const o = t.offset, i = function({offset: e, props: t}, s, n) {
    if ("block-scalar-header" !== t[0].type) return n(t[0], "IMPOSSIBLE", "Block scalar header not found"), 
    null;
    const {source: o} = t[0], i = o[0];
    let r = 0, a = "", l = -1;
    for (let t = 1; t < o.length; ++t) {
     const s = o[t];
     if (a || "-" !== s && "+" !== s) {
      const n = Number(s);
      !r && n ? r = n : -1 === l && (l = e + t);
     } else a = s;
    }
    -1 !== l && n(l, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${o}`);
    let c = !1, d = "", u = o.length;
    for (let e = 1; e < t.length; ++e) {
     const o = t[e];
     switch (o.type) {
     case "space":
      c = !0;

     case "newline":
      u += o.source.length;
      break;

     case "comment":
      if (s && !c) {
       n(o, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
      }
      u += o.source.length, d = o.source.substring(1);
      break;

     case "error":
      n(o, "UNEXPECTED_TOKEN", o.message), u += o.source.length;
      break;

     default:
      {
       n(o, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${o.type}`);
       const e = o.source;
       e && "string" == typeof e && (u += e.length);
      }
     }
    }
    return {
     mode: i,
     indent: r,
     chomp: a,
     comment: d,
     length: u
    };
   }(t, e.options.strict, s);
   if (!i) return {
    value: "",
    type: null,
    comment: "",
    range: [ o, o, o ]
   };
   const r = ">" === i.mode ? n.Scalar.BLOCK_FOLDED : n.Scalar.BLOCK_LITERAL, a = t.source ? function(e) {
    const t = e.split(/\n( *)/), s = t[0], n = s.match(/^( *)/), o = [ n?.[1] ? [ n[1], s.slice(n[1].length) ] : [ "", s ] ];
    for (let e = 1; e < t.length; e += 2) o.push([ t[e], t[e + 1] ]);
    return o;
   }(t.source) : [];
   let l = a.length;
   for (let e = a.length - 1; e >= 0; --e) {
    const t = a[e][1];
    if ("" !== t && "\r" !== t) break;
    l = e;
   }
   if (0 === l) {
    const e = "+" === i.chomp && a.length > 0 ? "\n".repeat(Math.max(1, a.length - 1)) : "";
    let s = o + i.length;
    return t.source && (s += t.source.length), {
     value: e,
     type: r,
     comment: i.comment,
     range: [ o, s, s ]
    };
   }
   let c = t.indent + i.indent, d = t.offset + i.length, u = 0;
   for (let t = 0; t < l; ++t) {
    const [n, o] = a[t];
    if ("" !== o && "\r" !== o) {
     if (n.length < c) {
      const e = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
      s(d + n.length, "MISSING_CHAR", e);
     }
     if (0 === i.indent && (c = n.length), u = t, 0 === c && !e.atRoot) {
      s(d, "BAD_INDENT", "Block scalar values in collections must be indented");
     }
     break;
    }
    0 === i.indent && n.length > c && (c = n.length), d += n.length + o.length + 1;
   }
   for (let e = a.length - 1; e >= l; --e) a[e][0].length > c && (l = e + 1);
   let m = "", f = "", h = !1;
   for (let e = 0; e < u; ++e) m += a[e][0].slice(c) + "\n";
   for (let e = u; e < l; ++e) {
    let [t, o] = a[e];
    d += t.length + o.length + 1;
    const l = "\r" === o[o.length - 1];
    if (l && (o = o.slice(0, -1)), o && t.length < c) {
     const e = `Block scalar lines must not be less indented than their ${i.indent ? "explicit indentation indicator" : "first line"}`;
     s(d - o.length - (l ? 2 : 1), "BAD_INDENT", e), t = "";
    }
    r === n.Scalar.BLOCK_LITERAL ? (m += f + t.slice(c) + o, f = "\n") : t.length > c || "\t" === o[0] ? (" " === f ? f = "\n" : h || "\n" !== f || (f = "\n\n"), 
    m += f + t.slice(c) + o, f = "\n", h = !0) : "" === o ? "\n" === f ? m += "\n" : f = "\n" : (m += f + o, 
    f = " ", h = !1);
   }
   switch (i.chomp) {
   case "-":
    break;

   case "+":
    for (let e = l; e < a.length; ++e) m += "\n" + a[e][0].slice(c);
    "\n" !== m[m.length - 1] && (m += "\n");
    break;

   default:
    m += "\n";
   }
   const p = o + i.length + t.source.length;
   return {
    value: m,
    type: r,
    comment: i.comment,
    range: [ o, p, p ]
   };
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-block-seq.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js"), o = s("../../node_modules/yaml/dist/compose/resolve-props.js"), i = s("../../node_modules/yaml/dist/compose/util-flow-indent-check.js");
  t.resolveBlockSeq = function({composeNode: e, composeEmptyNode: t}, s, r, a, l) {
   const c = new (l?.nodeClass ?? n.YAMLSeq)(s.schema);
   s.atRoot && (s.atRoot = !1), s.atKey && (s.atKey = !1);
   let d = r.offset, u = null;
   for (const {start: n, value: l} of r.items) {
    const m = o.resolveProps(n, {
     indicator: "seq-item-ind",
     next: l,
     offset: d,
     onError: a,
     parentIndent: r.indent,
     startOnNewline: !0
    });
    if (!m.found) {
     if (!(m.anchor || m.tag || l)) {
      u = m.end, m.comment && (c.comment = m.comment);
      continue;
     }
     "block-seq" === l?.type ? a(m.end, "BAD_INDENT", "All sequence items must start at the same column") : a(d, "MISSING_CHAR", "Sequence item without - indicator");
    }
    const f = l ? e(s, l, m, a) : t(s, m.end, n, null, m, a);
    s.schema.compat && i.flowIndentCheck(r.indent, l, a), d = f.range[2], c.items.push(f);
   }
   return c.range = [ r.offset, d, u ?? d ], c;
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-end.js": (function(e, t) {
  t.resolveEnd = function(e, t, s, n) {
   let o = "";
   if (e) {
    let i = !1, r = "";
    for (const a of e) {
     const {source: e, type: l} = a;
     switch (l) {
     case "space":
      i = !0;
      break;

     case "comment":
      {
       s && !i && n(a, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
       const t = e.substring(1) || " ";
       o ? o += r + t : o = t, r = "";
       break;
      }

     case "newline":
      o && (r += e), i = !0;
      break;

     default:
      n(a, "UNEXPECTED_TOKEN", `Unexpected ${l} at node end`);
     }
     t += e.length;
    }
   }
   return {
    comment: o,
    offset: t
   };
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-flow-collection.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Pair.js"), i = s("../../node_modules/yaml/dist/nodes/YAMLMap.js"), r = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js"), a = s("../../node_modules/yaml/dist/compose/resolve-end.js"), l = s("../../node_modules/yaml/dist/compose/resolve-props.js"), c = s("../../node_modules/yaml/dist/compose/util-contains-newline.js"), d = s("../../node_modules/yaml/dist/compose/util-map-includes.js");
  const u = "Block collections are not allowed within flow collections", m = e => e && ("block-map" === e.type || "block-seq" === e.type);
  t.resolveFlowCollection = function({composeNode: e, composeEmptyNode: t}, s, f, h, p) {
   const y = "{" === f.start.source, g = y ? "flow map" : "flow sequence", b = new (p?.nodeClass ?? (y ? i.YAMLMap : r.YAMLSeq))(s.schema);
   b.flow = !0;
   const v = s.atRoot;
   v && (s.atRoot = !1), s.atKey && (s.atKey = !1);
   let S = f.offset + f.start.source.length;
   for (let r = 0; r < f.items.length; ++r) {
    const a = f.items[r], {start: p, key: v, sep: w, value: k} = a, _ = l.resolveProps(p, {
     flow: g,
     indicator: "explicit-key-ind",
     next: v ?? w?.[0],
     offset: S,
     onError: h,
     parentIndent: f.indent,
     startOnNewline: !1
    });
    if (!_.found) {
     if (!(_.anchor || _.tag || w || k)) {
      0 === r && _.comma ? h(_.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${g}`) : r < f.items.length - 1 && h(_.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${g}`), 
      _.comment && (b.comment ? b.comment += "\n" + _.comment : b.comment = _.comment), 
      S = _.end;
      continue;
     }
     !y && s.options.strict && c.containsNewline(v) && h(v, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
    }
    if (0 === r) _.comma && h(_.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${g}`); else if (_.comma || h(_.start, "MISSING_CHAR", `Missing , between ${g} items`), 
    _.comment) {
     let e = "";
     e: for (const t of p) switch (t.type) {
     case "comma":
     case "space":
      break;

     case "comment":
      e = t.source.substring(1);
      break e;

     default:
      break e;
     }
     if (e) {
      let t = b.items[b.items.length - 1];
      n.isPair(t) && (t = t.value ?? t.key), t.comment ? t.comment += "\n" + e : t.comment = e, 
      _.comment = _.comment.substring(e.length + 1);
     }
    }
    if (y || w || _.found) {
     s.atKey = !0;
     const n = _.end, r = v ? e(s, v, _, h) : t(s, n, p, null, _, h);
     m(v) && h(r.range, "BLOCK_IN_FLOW", u), s.atKey = !1;
     const c = l.resolveProps(w ?? [], {
      flow: g,
      indicator: "map-value-ind",
      next: k,
      offset: r.range[2],
      onError: h,
      parentIndent: f.indent,
      startOnNewline: !1
     });
     if (c.found) {
      if (!y && !_.found && s.options.strict) {
       if (w) for (const e of w) {
        if (e === c.found) break;
        if ("newline" === e.type) {
         h(e, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
         break;
        }
       }
       _.start < c.found.offset - 1024 && h(c.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
      }
     } else k && ("source" in k && ":" === k.source?.[0] ? h(k, "MISSING_CHAR", `Missing space after : in ${g}`) : h(c.start, "MISSING_CHAR", `Missing , or : between ${g} items`));
     const j = k ? e(s, k, c, h) : c.found ? t(s, c.end, w, null, c, h) : null;
     j ? m(k) && h(j.range, "BLOCK_IN_FLOW", u) : c.comment && (r.comment ? r.comment += "\n" + c.comment : r.comment = c.comment);
     const A = new o.Pair(r, j);
     if (s.options.keepSourceTokens && (A.srcToken = a), y) {
      const e = b;
      d.mapIncludes(s, e.items, r) && h(n, "DUPLICATE_KEY", "Map keys must be unique"), 
      e.items.push(A);
     } else {
      const e = new i.YAMLMap(s.schema);
      e.flow = !0, e.items.push(A);
      const t = (j ?? r).range;
      e.range = [ r.range[0], t[1], t[2] ], b.items.push(e);
     }
     S = j ? j.range[2] : c.end;
    } else {
     const n = k ? e(s, k, _, h) : t(s, _.end, w, null, _, h);
     b.items.push(n), S = n.range[2], m(k) && h(n.range, "BLOCK_IN_FLOW", u);
    }
   }
   const w = y ? "}" : "]", [k, ..._] = f.end;
   let j = S;
   if (k?.source === w) j = k.offset + k.source.length; else {
    const e = g[0].toUpperCase() + g.substring(1);
    h(S, v ? "MISSING_CHAR" : "BAD_INDENT", v ? `${e} must end with a ${w}` : `${e} in block collection must be sufficiently indented and end with a ${w}`), 
    k && 1 !== k.source.length && _.unshift(k);
   }
   if (_.length > 0) {
    const e = a.resolveEnd(_, j, s.options.strict, h);
    e.comment && (b.comment ? b.comment += "\n" + e.comment : b.comment = e.comment), 
    b.range = [ f.offset, j, e.offset ];
   } else b.range = [ f.offset, j, j ];
   return b;
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-flow-scalar.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js"), o = s("../../node_modules/yaml/dist/compose/resolve-end.js");
  function i(e) {
   const t = /(.*?)\r?\n/sy;
   let s, n, o = t.exec(e);
   if (!o) return e;
   try {
    s = new RegExp("(?<![ \t])[ \t]+$"), n = new RegExp("^[ \t]+|(?<![ \t])[ \t]+$", "g");
   } catch {
    s = /[ \t]+$/, n = /^[ \t]+|[ \t]+$/g;
   }
   let i = o[1].replace(s, ""), r = " ", a = t.lastIndex;
   for (;o = t.exec(e); ) {
    const e = o[1].replace(n, "");
    "" === e ? "\n" === r ? i += r : r = "\n" : (i += r + e, r = " "), a = t.lastIndex;
   }
   const l = /[ \t]*(.*)/sy;
   return l.lastIndex = a, o = l.exec(e), i + r + (o?.[1] ?? "");
  }
  function r(e, t) {
   let s = "", n = e[t + 1];
   for (;!(" " !== n && "\t" !== n && "\n" !== n && "\r" !== n || "\r" === n && "\n" !== e[t + 2]); ) "\n" === n && (s += "\n"), 
   n = e[(t += 1) + 1];
   return s || (s = " "), {
    fold: s,
    offset: t
   };
  }
  const a = {
   0: "\0",
   a: "",
   b: "\b",
   e: "",
   f: "\f",
   n: "\n",
   r: "\r",
   t: "\t",
   v: "\v",
   N: "",
   _: " ",
   L: "\u2028",
   P: "\u2029",
   " ": " ",
   '"': '"',
   "/": "/",
   "\\": "\\",
   "\t": "\t"
  };
  function l(e, t, s, n) {
   const o = e.substr(t, s), i = o.length === s && /^[0-9a-fA-F]+$/.test(o) ? parseInt(o, 16) : NaN;
   try {
    return String.fromCodePoint(i);
   } catch {
    const o = e.substr(t - 2, s + 2);
    return n(t - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${o}`), o;
   }
  }
  t.resolveFlowScalar = function(e, t, s) {
   const {offset: c, type: d, source: u, end: m} = e;
   let f, h;
   const p = (e, t, n) => s(c + e, t, n);
   switch (d) {
   case "scalar":
    f = n.Scalar.PLAIN, h = function(e, t) {
     let s = "";
     switch (e[0]) {
     case "\t":
      s = "a tab character";
      break;

     case ",":
      s = "flow indicator character ,";
      break;

     case "%":
      s = "directive indicator character %";
      break;

     case "|":
     case ">":
      s = `block scalar indicator ${e[0]}`;
      break;

     case "@":
     case "`":
      s = `reserved character ${e[0]}`;
     }
     s && t(0, "BAD_SCALAR_START", `Plain value cannot start with ${s}`);
     return i(e);
    }(u, p);
    break;

   case "single-quoted-scalar":
    f = n.Scalar.QUOTE_SINGLE, h = function(e, t) {
     "'" === e[e.length - 1] && 1 !== e.length || t(e.length, "MISSING_CHAR", "Missing closing 'quote");
     return i(e.slice(1, -1)).replace(/''/g, "'");
    }(u, p);
    break;

   case "double-quoted-scalar":
    f = n.Scalar.QUOTE_DOUBLE, h = function(e, t) {
     let s = "";
     for (let n = 1; n < e.length - 1; ++n) {
      const o = e[n];
      if ("\r" !== o || "\n" !== e[n + 1]) if ("\n" === o) {
       const {fold: t, offset: o} = r(e, n);
       s += t, n = o;
      } else if ("\\" === o) {
       let o = e[++n];
       const i = a[o];
       if (i) s += i; else if ("\n" === o) for (o = e[n + 1]; " " === o || "\t" === o; ) o = e[1 + ++n]; else if ("\r" === o && "\n" === e[n + 1]) for (o = e[1 + ++n]; " " === o || "\t" === o; ) o = e[1 + ++n]; else if ("x" === o || "u" === o || "U" === o) {
        const i = "x" === o ? 2 : "u" === o ? 4 : 8;
        s += l(e, n + 1, i, t), n += i;
       } else {
        const o = e.substr(n - 1, 2);
        t(n - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${o}`), s += o;
       }
      } else if (" " === o || "\t" === o) {
       const t = n;
       let i = e[n + 1];
       for (;" " === i || "\t" === i; ) i = e[1 + ++n];
       "\n" === i || "\r" === i && "\n" === e[n + 2] || (s += n > t ? e.slice(t, n + 1) : o);
      } else s += o;
     }
     '"' === e[e.length - 1] && 1 !== e.length || t(e.length, "MISSING_CHAR", 'Missing closing "quote');
     return s;
    }(u, p);
    break;

   default:
    return s(e, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${d}`), 
    {
     value: "",
     type: null,
     comment: "",
     range: [ c, c + u.length, c + u.length ]
    };
   }
   const y = c + u.length, g = o.resolveEnd(m, y, t, s);
   return {
    value: h,
    type: f,
    comment: g.comment,
    range: [ c, y, g.offset ]
   };
  };
 }),
 "../../node_modules/yaml/dist/compose/resolve-props.js": (function(e, t) {
  t.resolveProps = function(e, {flow: t, indicator: s, next: n, offset: o, onError: i, parentIndent: r, startOnNewline: a}) {
   let l = !1, c = a, d = a, u = "", m = "", f = !1, h = !1, p = null, y = null, g = null, b = null, v = null, S = null, w = null;
   for (const o of e) switch (h && ("space" !== o.type && "newline" !== o.type && "comma" !== o.type && i(o.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), 
   h = !1), p && (c && "comment" !== o.type && "newline" !== o.type && i(p, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), 
   p = null), o.type) {
   case "space":
    t || "doc-start" === s && "flow-collection" === n?.type || !o.source.includes("\t") || (p = o), 
    d = !0;
    break;

   case "comment":
    {
     d || i(o, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
     const e = o.source.substring(1) || " ";
     u ? u += m + e : u = e, m = "", c = !1;
     break;
    }

   case "newline":
    c ? u ? u += o.source : S && "seq-item-ind" === s || (l = !0) : m += o.source, c = !0, 
    f = !0, (y || g) && (b = o), d = !0;
    break;

   case "anchor":
    y && i(o, "MULTIPLE_ANCHORS", "A node can have at most one anchor"), o.source.endsWith(":") && i(o.offset + o.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", !0), 
    y = o, w ?? (w = o.offset), c = !1, d = !1, h = !0;
    break;

   case "tag":
    g && i(o, "MULTIPLE_TAGS", "A node can have at most one tag"), g = o, w ?? (w = o.offset), 
    c = !1, d = !1, h = !0;
    break;

   case s:
    (y || g) && i(o, "BAD_PROP_ORDER", `Anchors and tags must be after the ${o.source} indicator`), 
    S && i(o, "UNEXPECTED_TOKEN", `Unexpected ${o.source} in ${t ?? "collection"}`), 
    S = o, c = "seq-item-ind" === s || "explicit-key-ind" === s, d = !1;
    break;

   case "comma":
    if (t) {
     v && i(o, "UNEXPECTED_TOKEN", `Unexpected , in ${t}`), v = o, c = !1, d = !1;
     break;
    }

   default:
    i(o, "UNEXPECTED_TOKEN", `Unexpected ${o.type} token`), c = !1, d = !1;
   }
   const k = e[e.length - 1], _ = k ? k.offset + k.source.length : o;
   return h && n && "space" !== n.type && "newline" !== n.type && "comma" !== n.type && ("scalar" !== n.type || "" !== n.source) && i(n.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), 
   p && (c && p.indent <= r || "block-map" === n?.type || "block-seq" === n?.type) && i(p, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), 
   {
    comma: v,
    found: S,
    spaceBefore: l,
    comment: u,
    hasNewline: f,
    anchor: y,
    tag: g,
    newlineAfterProp: b,
    end: _,
    start: w ?? _
   };
  };
 }),
 "../../node_modules/yaml/dist/compose/util-contains-newline.js": (function(e, t) {
  t.containsNewline = function e(t) {
   if (!t) return null;
   switch (t.type) {
   case "alias":
   case "scalar":
   case "double-quoted-scalar":
   case "single-quoted-scalar":
    if (t.source.includes("\n")) return !0;
    if (t.end) for (const e of t.end) if ("newline" === e.type) return !0;
    return !1;

   case "flow-collection":
    for (const s of t.items) {
     for (const e of s.start) if ("newline" === e.type) return !0;
     if (s.sep) for (const e of s.sep) if ("newline" === e.type) return !0;
     if (e(s.key) || e(s.value)) return !0;
    }
    return !1;

   default:
    return !0;
   }
  };
 }),
 "../../node_modules/yaml/dist/compose/util-empty-scalar-position.js": (function(e, t) {
  t.emptyScalarPosition = function(e, t, s) {
   if (t) {
    s ?? (s = t.length);
    for (let n = s - 1; n >= 0; --n) {
     let s = t[n];
     switch (s.type) {
     case "space":
     case "comment":
     case "newline":
      e -= s.source.length;
      continue;
     }
     for (s = t[++n]; "space" === s?.type; ) e += s.source.length, s = t[++n];
     break;
    }
   }
   return e;
  };
 }),
 "../../node_modules/yaml/dist/compose/util-flow-indent-check.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/compose/util-contains-newline.js");
  t.flowIndentCheck = function(e, t, s) {
   if ("flow-collection" === t?.type) {
    const o = t.end[0];
    if (o.indent === e && ("]" === o.source || "}" === o.source) && n.containsNewline(t)) {
     s(o, "BAD_INDENT", "Flow end indicator should be more indented than parent", !0);
    }
   }
  };
 }),
 "../../node_modules/yaml/dist/compose/util-map-includes.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js");
  t.mapIncludes = function(e, t, s) {
   const {uniqueKeys: o} = e.options;
   if (!1 === o) return !1;
   const i = "function" == typeof o ? o : (e, t) => e === t || n.isScalar(e) && n.isScalar(t) && e.value === t.value;
   return t.some(e => i(e.key, s));
  };
 }),
 "../../node_modules/yaml/dist/doc/Document.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Alias.js"), o = s("../../node_modules/yaml/dist/nodes/Collection.js"), i = s("../../node_modules/yaml/dist/nodes/identity.js"), r = s("../../node_modules/yaml/dist/nodes/Pair.js"), a = s("../../node_modules/yaml/dist/nodes/toJS.js"), l = s("../../node_modules/yaml/dist/schema/Schema.js"), c = s("../../node_modules/yaml/dist/stringify/stringifyDocument.js"), d = s("../../node_modules/yaml/dist/doc/anchors.js"), u = s("../../node_modules/yaml/dist/doc/applyReviver.js"), m = s("../../node_modules/yaml/dist/doc/createNode.js"), f = s("../../node_modules/yaml/dist/doc/directives.js");
  class Document {
   constructor(e, t, s) {
    this.commentBefore = null, this.comment = null, this.errors = [], this.warnings = [], 
    Object.defineProperty(this, i.NODE_TYPE, {
     value: i.DOC
    });
    let n = null;
    "function" == typeof t || Array.isArray(t) ? n = t : void 0 === s && t && (s = t, 
    t = void 0);
    const o = Object.assign({
     intAsBigInt: !1,
     keepSourceTokens: !1,
     logLevel: "warn",
     prettyErrors: !0,
     strict: !0,
     stringKeys: !1,
     uniqueKeys: !0,
     version: "1.2"
    }, s);
    this.options = o;
    let {version: r} = o;
    s?._directives ? (this.directives = s._directives.atDocument(), this.directives.yaml.explicit && (r = this.directives.yaml.version)) : this.directives = new f.Directives({
     version: r
    }), this.setSchema(r, s), this.contents = void 0 === e ? null : this.createNode(e, n, s);
   }
   clone() {
    const e = Object.create(Document.prototype, {
     [i.NODE_TYPE]: {
      value: i.DOC
     }
    });
    return e.commentBefore = this.commentBefore, e.comment = this.comment, e.errors = this.errors.slice(), 
    e.warnings = this.warnings.slice(), e.options = Object.assign({}, this.options), 
    this.directives && (e.directives = this.directives.clone()), e.schema = this.schema.clone(), 
    e.contents = i.isNode(this.contents) ? this.contents.clone(e.schema) : this.contents, 
    this.range && (e.range = this.range.slice()), e;
   }
   add(e) {
    h(this.contents) && this.contents.add(e);
   }
   addIn(e, t) {
    h(this.contents) && this.contents.addIn(e, t);
   }
   createAlias(e, t) {
    if (!e.anchor) {
     const s = d.anchorNames(this);
     e.anchor = !t || s.has(t) ? d.findNewAnchor(t || "a", s) : t;
    }
    return new n.Alias(e.anchor);
   }
   createNode(e, t, s) {
    let n;
    if ("function" == typeof t) e = t.call({
     "": e
    }, "", e), n = t; else if (Array.isArray(t)) {
     const e = e => "number" == typeof e || e instanceof String || e instanceof Number, s = t.filter(e).map(String);
     s.length > 0 && (t = t.concat(s)), n = t;
    } else void 0 === s && t && (s = t, t = void 0);
    const {aliasDuplicateObjects: o, anchorPrefix: r, flow: a, keepUndefined: l, onTagObj: c, tag: u} = s ?? {}, {onAnchor: f, setAnchors: h, sourceObjects: p} = d.createNodeAnchors(this, r || "a"), y = {
     aliasDuplicateObjects: o ?? !0,
     keepUndefined: l ?? !1,
     onAnchor: f,
     onTagObj: c,
     replacer: n,
     schema: this.schema,
     sourceObjects: p
    }, g = m.createNode(e, u, y);
    return a && i.isCollection(g) && (g.flow = !0), h(), g;
   }
   createPair(e, t, s = {}) {
    const n = this.createNode(e, null, s), o = this.createNode(t, null, s);
    return new r.Pair(n, o);
   }
   delete(e) {
    return !!h(this.contents) && this.contents.delete(e);
   }
   deleteIn(e) {
    return o.isEmptyPath(e) ? null != this.contents && (this.contents = null, !0) : !!h(this.contents) && this.contents.deleteIn(e);
   }
   get(e, t) {
    return i.isCollection(this.contents) ? this.contents.get(e, t) : void 0;
   }
   getIn(e, t) {
    return o.isEmptyPath(e) ? !t && i.isScalar(this.contents) ? this.contents.value : this.contents : i.isCollection(this.contents) ? this.contents.getIn(e, t) : void 0;
   }
   has(e) {
    return !!i.isCollection(this.contents) && this.contents.has(e);
   }
   hasIn(e) {
    return o.isEmptyPath(e) ? void 0 !== this.contents : !!i.isCollection(this.contents) && this.contents.hasIn(e);
   }
   set(e, t) {
    null == this.contents ? this.contents = o.collectionFromPath(this.schema, [ e ], t) : h(this.contents) && this.contents.set(e, t);
   }
   setIn(e, t) {
    o.isEmptyPath(e) ? this.contents = t : null == this.contents ? this.contents = o.collectionFromPath(this.schema, Array.from(e), t) : h(this.contents) && this.contents.setIn(e, t);
   }
   setSchema(e, t = {}) {
    let s;
    switch ("number" == typeof e && (e = String(e)), e) {
    case "1.1":
     this.directives ? this.directives.yaml.version = "1.1" : this.directives = new f.Directives({
      version: "1.1"
     }), s = {
      resolveKnownTags: !1,
      schema: "yaml-1.1"
     };
     break;

    case "1.2":
    case "next":
     this.directives ? this.directives.yaml.version = e : this.directives = new f.Directives({
      version: e
     }), s = {
      resolveKnownTags: !0,
      schema: "core"
     };
     break;

    case null:
     this.directives && delete this.directives, s = null;
     break;

    default:
     {
      const t = JSON.stringify(e);
      throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${t}`);
     }
    }
    if (t.schema instanceof Object) this.schema = t.schema; else {
     if (!s) throw new Error("With a null YAML version, the { schema: Schema } option is required");
     this.schema = new l.Schema(Object.assign(s, t));
    }
   }
   toJS({json: e, jsonArg: t, mapAsMap: s, maxAliasCount: n, onAnchor: o, reviver: i} = {}) {
    const r = {
     anchors: new Map,
     doc: this,
     keep: !e,
     mapAsMap: !0 === s,
     mapKeyWarned: !1,
     maxAliasCount: "number" == typeof n ? n : 100
    }, l = a.toJS(this.contents, t ?? "", r);
    if ("function" == typeof o) for (const {count: e, res: t} of r.anchors.values()) o(t, e);
    return "function" == typeof i ? u.applyReviver(i, {
     "": l
    }, "", l) : l;
   }
   toJSON(e, t) {
    return this.toJS({
     json: !0,
     jsonArg: e,
     mapAsMap: !1,
     onAnchor: t
    });
   }
   toString(e = {}) {
    if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
    if ("indent" in e && (!Number.isInteger(e.indent) || Number(e.indent) <= 0)) {
     const t = JSON.stringify(e.indent);
     throw new Error(`"indent" option must be a positive integer, not ${t}`);
    }
    return c.stringifyDocument(this, e);
   }
  }
  function h(e) {
   if (i.isCollection(e)) return !0;
   throw new Error("Expected a YAML collection as document contents");
  }
  t.Document = Document;
 }),
 "../../node_modules/yaml/dist/doc/anchors.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/visit.js");
  function i(e) {
   const t = new Set;
   return o.visit(e, {
    Value(e, s) {
     s.anchor && t.add(s.anchor);
    }
   }), t;
  }
  function r(e, t) {
   for (let s = 1; ;++s) {
    const n = `${e}${s}`;
    if (!t.has(n)) return n;
   }
  }
  t.anchorIsValid = function(e) {
   if (/[\x00-\x19\s,[\]{}]/.test(e)) {
    const t = JSON.stringify(e);
    throw new Error(`Anchor must not contain whitespace or control characters: ${t}`);
   }
   return !0;
  }, t.anchorNames = i, t.createNodeAnchors = function(e, t) {
   const s = [], o = new Map;
   let a = null;
   return {
    onAnchor: n => {
     s.push(n), a ?? (a = i(e));
     const o = r(t, a);
     return a.add(o), o;
    },
    setAnchors: () => {
     for (const e of s) {
      const t = o.get(e);
      if ("object" != typeof t || !t.anchor || !n.isScalar(t.node) && !n.isCollection(t.node)) {
       const t = new Error("Failed to resolve repeated object (this should not happen)");
       throw t.source = e, t;
      }
      t.node.anchor = t.anchor;
     }
    },
    sourceObjects: o
   };
  }, t.findNewAnchor = r;
 }),
 "../../node_modules/yaml/dist/doc/applyReviver.js": (function(e, t) {
  t.applyReviver = function e(t, s, n, o) {
   if (o && "object" == typeof o) if (Array.isArray(o)) for (let s = 0, n = o.length; s < n; ++s) {
    const n = o[s], i = e(t, o, String(s), n);
    void 0 === i ? delete o[s] : i !== n && (o[s] = i);
   } else if (o instanceof Map) for (const s of Array.from(o.keys())) {
    const n = o.get(s), i = e(t, o, s, n);
    void 0 === i ? o.delete(s) : i !== n && o.set(s, i);
   } else if (o instanceof Set) for (const s of Array.from(o)) {
    const n = e(t, o, s, s);
    void 0 === n ? o.delete(s) : n !== s && (o.delete(s), o.add(n));
   } else for (const [s, n] of Object.entries(o)) {
    const i = e(t, o, s, n);
    void 0 === i ? delete o[s] : i !== n && (o[s] = i);
   }
   return t.call(s, n, o);
  };
 }),
 "../../node_modules/yaml/dist/doc/createNode.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Alias.js"), o = s("../../node_modules/yaml/dist/nodes/identity.js"), i = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  t.createNode = function(e, t, s) {
   if (o.isDocument(e) && (e = e.contents), o.isNode(e)) return e;
   if (o.isPair(e)) {
    const t = s.schema[o.MAP].createNode?.(s.schema, null, s);
    return t.items.push(e), t;
   }
   (e instanceof String || e instanceof Number || e instanceof Boolean || "undefined" != typeof BigInt && e instanceof BigInt) && (e = e.valueOf());
   const {aliasDuplicateObjects: r, onAnchor: a, onTagObj: l, schema: c, sourceObjects: d} = s;
   let u;
   if (r && e && "object" == typeof e) {
    if (u = d.get(e), u) return u.anchor ?? (u.anchor = a(e)), new n.Alias(u.anchor);
    u = {
     anchor: null,
     node: null
    }, d.set(e, u);
   }
   t?.startsWith("!!") && (t = "tag:yaml.org,2002:" + t.slice(2));
   let m = function(e, t, s) {
    if (t) {
     const e = s.filter(e => e.tag === t), n = e.find(e => !e.format) ?? e[0];
     if (!n) throw new Error(`Tag ${t} not found`);
     return n;
    }
    return s.find(t => t.identify?.(e) && !t.format);
   }(e, t, c.tags);
   if (!m) {
    if (e && "function" == typeof e.toJSON && (e = e.toJSON()), !e || "object" != typeof e) {
     const t = new i.Scalar(e);
     return u && (u.node = t), t;
    }
    m = e instanceof Map ? c[o.MAP] : Symbol.iterator in Object(e) ? c[o.SEQ] : c[o.MAP];
   }
   l && (l(m), delete s.onTagObj);
   const f = m?.createNode ? m.createNode(s.schema, e, s) : "function" == typeof m?.nodeClass?.from ? m.nodeClass.from(s.schema, e, s) : new i.Scalar(e);
   return t ? f.tag = t : m.default || (f.tag = m.tag), u && (u.node = f), f;
  };
 }),
 "../../node_modules/yaml/dist/doc/directives.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/visit.js");
  const i = {
   "!": "%21",
   ",": "%2C",
   "[": "%5B",
   "]": "%5D",
   "{": "%7B",
   "}": "%7D"
  }, r = e => e.replace(/[!,[\]{}]/g, e => i[e]);
  class Directives {
   constructor(e, t) {
    this.docStart = null, this.docEnd = !1, this.yaml = Object.assign({}, Directives.defaultYaml, e), 
    this.tags = Object.assign({}, Directives.defaultTags, t);
   }
   clone() {
    const e = new Directives(this.yaml, this.tags);
    return e.docStart = this.docStart, e;
   }
   atDocument() {
    const e = new Directives(this.yaml, this.tags);
    switch (this.yaml.version) {
    case "1.1":
     this.atNextDocument = !0;
     break;

    case "1.2":
     this.atNextDocument = !1, this.yaml = {
      explicit: Directives.defaultYaml.explicit,
      version: "1.2"
     }, this.tags = Object.assign({}, Directives.defaultTags);
    }
    return e;
   }
   add(e, t) {
    this.atNextDocument && (this.yaml = {
     explicit: Directives.defaultYaml.explicit,
     version: "1.1"
    }, this.tags = Object.assign({}, Directives.defaultTags), this.atNextDocument = !1);
    const s = e.trim().split(/[ \t]+/), n = s.shift();
    switch (n) {
    case "%TAG":
     {
      if (2 !== s.length && (t(0, "%TAG directive should contain exactly two parts"), 
      s.length < 2)) return !1;
      const [e, n] = s;
      return this.tags[e] = n, !0;
     }

    case "%YAML":
     {
      if (this.yaml.explicit = !0, 1 !== s.length) return t(0, "%YAML directive should contain exactly one part"), 
      !1;
      const [e] = s;
      if ("1.1" === e || "1.2" === e) return this.yaml.version = e, !0;
      return t(6, `Unsupported YAML version ${e}`, /^\d+\.\d+$/.test(e)), !1;
     }

    default:
     return t(0, `Unknown directive ${n}`, !0), !1;
    }
   }
   tagName(e, t) {
    if ("!" === e) return "!";
    if ("!" !== e[0]) return t(`Not a valid tag: ${e}`), null;
    if ("<" === e[1]) {
     const s = e.slice(2, -1);
     return "!" === s || "!!" === s ? (t(`Verbatim tags aren't resolved, so ${e} is invalid.`), 
     null) : (">" !== e[e.length - 1] && t("Verbatim tags must end with a >"), s);
    }
    const [, s, n] = e.match(/^(.*!)([^!]*)$/s);
    n || t(`The ${e} tag has no suffix`);
    const o = this.tags[s];
    if (o) try {
     return o + decodeURIComponent(n);
    } catch (e) {
     return t(String(e)), null;
    }
    return "!" === s ? e : (t(`Could not resolve tag: ${e}`), null);
   }
   tagString(e) {
    for (const [t, s] of Object.entries(this.tags)) if (e.startsWith(s)) return t + r(e.substring(s.length));
    return "!" === e[0] ? e : `!<${e}>`;
   }
   toString(e) {
    const t = this.yaml.explicit ? [ `%YAML ${this.yaml.version || "1.2"}` ] : [], s = Object.entries(this.tags);
    let i;
    if (e && s.length > 0 && n.isNode(e.contents)) {
     const t = {};
     o.visit(e.contents, (e, s) => {
      n.isNode(s) && s.tag && (t[s.tag] = !0);
     }), i = Object.keys(t);
    } else i = [];
    for (const [n, o] of s) "!!" === n && "tag:yaml.org,2002:" === o || e && !i.some(e => e.startsWith(o)) || t.push(`%TAG ${n} ${o}`);
    return t.join("\n");
   }
  }
  Directives.defaultYaml = {
   explicit: !1,
   version: "1.2"
  }, Directives.defaultTags = {
   "!!": "tag:yaml.org,2002:"
  }, t.Directives = Directives;
 }),
 "../../node_modules/yaml/dist/errors.js": (function(e, t) {
  class YAMLError extends Error {
   constructor(e, t, s, n) {
    super(), this.name = e, this.code = s, this.message = n, this.pos = t;
   }
  }
  t.YAMLError = YAMLError, t.YAMLParseError = class YAMLParseError extends YAMLError {
   constructor(e, t, s) {
    super("YAMLParseError", e, t, s);
   }
  }, t.YAMLWarning = class YAMLWarning extends YAMLError {
   constructor(e, t, s) {
    super("YAMLWarning", e, t, s);
   }
  }, t.prettifyError = (e, t) => s => {
   if (-1 === s.pos[0]) return;
   s.linePos = s.pos.map(e => t.linePos(e));
   const {line: n, col: o} = s.linePos[0];
   s.message += ` at line ${n}, column ${o}`;
   let i = o - 1, r = e.substring(t.lineStarts[n - 1], t.lineStarts[n]).replace(/[\n\r]+$/, "");
   if (i >= 60 && r.length > 80) {
    const e = Math.min(i - 39, r.length - 79);
    r = "…" + r.substring(e), i -= e - 1;
   }
   if (r.length > 80 && (r = r.substring(0, 79) + "…"), n > 1 && /^ *$/.test(r.substring(0, i))) {
    let s = e.substring(t.lineStarts[n - 2], t.lineStarts[n - 1]);
    s.length > 80 && (s = s.substring(0, 79) + "…\n"), r = s + r;
   }
   if (/[^ ]/.test(r)) {
    let e = 1;
    const t = s.linePos[1];
    t?.line === n && t.col > o && (e = Math.max(1, Math.min(t.col - o, 80 - i)));
    const a = " ".repeat(i) + "^".repeat(e);
    s.message += `:\n\n${r}\n${a}\n`;
   }
  };
 }),
 "../../node_modules/yaml/dist/index.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/compose/composer.js"), o = s("../../node_modules/yaml/dist/doc/Document.js"), i = s("../../node_modules/yaml/dist/schema/Schema.js"), r = s("../../node_modules/yaml/dist/errors.js"), a = s("../../node_modules/yaml/dist/nodes/Alias.js"), l = s("../../node_modules/yaml/dist/nodes/identity.js"), c = s("../../node_modules/yaml/dist/nodes/Pair.js"), d = s("../../node_modules/yaml/dist/nodes/Scalar.js"), u = s("../../node_modules/yaml/dist/nodes/YAMLMap.js"), m = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js"), f = s("../../node_modules/yaml/dist/parse/cst.js"), h = s("../../node_modules/yaml/dist/parse/lexer.js"), p = s("../../node_modules/yaml/dist/parse/line-counter.js"), y = s("../../node_modules/yaml/dist/parse/parser.js"), g = s("../../node_modules/yaml/dist/public-api.js"), b = s("../../node_modules/yaml/dist/visit.js");
  t.Composer = n.Composer, t.Document = o.Document, t.Schema = i.Schema, t.YAMLError = r.YAMLError, 
  t.YAMLParseError = r.YAMLParseError, t.YAMLWarning = r.YAMLWarning, t.Alias = a.Alias, 
  t.isAlias = l.isAlias, t.isCollection = l.isCollection, t.isDocument = l.isDocument, 
  t.isMap = l.isMap, t.isNode = l.isNode, t.isPair = l.isPair, t.isScalar = l.isScalar, 
  t.isSeq = l.isSeq, t.Pair = c.Pair, t.Scalar = d.Scalar, t.YAMLMap = u.YAMLMap, 
  t.YAMLSeq = m.YAMLSeq, t.CST = f, t.Lexer = h.Lexer, t.LineCounter = p.LineCounter, 
  t.Parser = y.Parser, t.parse = g.parse, t.parseAllDocuments = g.parseAllDocuments, 
  t.parseDocument = g.parseDocument, t.stringify = g.stringify, t.visit = b.visit, 
  t.visitAsync = b.visitAsync;
 }),
 "../../node_modules/yaml/dist/log.js": (function(e, t, s) {
  var n = s("process");
  t.debug = function(e, ...t) {
   "debug" === e && console.log(...t);
  }, t.warn = function(e, t) {
   "debug" !== e && "warn" !== e || ("function" == typeof n.emitWarning ? n.emitWarning(t) : console.warn(t));
  };
 }),
 "../../node_modules/yaml/dist/nodes/Alias.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/anchors.js"), o = s("../../node_modules/yaml/dist/visit.js"), i = s("../../node_modules/yaml/dist/nodes/identity.js"), r = s("../../node_modules/yaml/dist/nodes/Node.js"), a = s("../../node_modules/yaml/dist/nodes/toJS.js");
  class Alias extends r.NodeBase {
   constructor(e) {
    super(i.ALIAS), this.source = e, Object.defineProperty(this, "tag", {
     set() {
      throw new Error("Alias nodes cannot have tags");
     }
    });
   }
   resolve(e, t) {
    if (0 === t?.maxAliasCount) throw new ReferenceError("Alias resolution is disabled");
    let s, n;
    t?.aliasResolveCache ? s = t.aliasResolveCache : (s = [], o.visit(e, {
     Node: (e, t) => {
      (i.isAlias(t) || i.hasAnchor(t)) && s.push(t);
     }
    }), t && (t.aliasResolveCache = s));
    for (const e of s) {
     if (e === this) break;
     e.anchor === this.source && (n = e);
    }
    if (n && t) {
     const {anchors: e, doc: s, maxAliasCount: o} = t;
     let i = e.get(n);
     if (i || (a.toJS(n, null, t), i = e.get(n)), void 0 === i?.res) {
      throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
     }
     if (o >= 0 && (i.count += 1, 0 === i.aliasCount && (i.aliasCount = l(s, n, e)), 
     i.count * i.aliasCount > o)) {
      throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
     }
    }
    return n;
   }
   toJSON(e, t) {
    if (!t) return {
     source: this.source
    };
    const s = this.resolve(t.doc, t);
    if (!s) {
     const e = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
     throw new ReferenceError(e);
    }
    return t.anchors.get(s).res;
   }
   toString(e, t, s) {
    const o = `*${this.source}`;
    if (e) {
     if (n.anchorIsValid(this.source), e.options.verifyAliasOrder && !e.anchors.has(this.source)) {
      const e = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
      throw new Error(e);
     }
     if (e.implicitKey) return `${o} `;
    }
    return o;
   }
  }
  function l(e, t, s) {
   if (i.isAlias(t)) {
    const n = t.resolve(e), o = s && n && s.get(n);
    return o ? o.count * o.aliasCount : 0;
   }
   if (i.isCollection(t)) {
    let n = 0;
    for (const o of t.items) {
     const t = l(e, o, s);
     t > n && (n = t);
    }
    return n;
   }
   if (i.isPair(t)) {
    const n = l(e, t.key, s), o = l(e, t.value, s);
    return Math.max(n, o);
   }
   return 1;
  }
  t.Alias = Alias;
 }),
 "../../node_modules/yaml/dist/nodes/Collection.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/createNode.js"), o = s("../../node_modules/yaml/dist/nodes/identity.js"), i = s("../../node_modules/yaml/dist/nodes/Node.js");
  function r(e, t, s) {
   let o = s;
   for (let e = t.length - 1; e >= 0; --e) {
    const s = t[e];
    if ("number" == typeof s && Number.isInteger(s) && s >= 0) {
     const e = [];
     e[s] = o, o = e;
    } else o = new Map([ [ s, o ] ]);
   }
   return n.createNode(o, void 0, {
    aliasDuplicateObjects: !1,
    keepUndefined: !1,
    onAnchor: () => {
     throw new Error("This should not happen, please report a bug.");
    },
    schema: e,
    sourceObjects: new Map
   });
  }
  const a = e => null == e || "object" == typeof e && !!e[Symbol.iterator]().next().done;
  class Collection extends i.NodeBase {
   constructor(e, t) {
    super(e), Object.defineProperty(this, "schema", {
     value: t,
     configurable: !0,
     enumerable: !1,
     writable: !0
    });
   }
   clone(e) {
    const t = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return e && (t.schema = e), t.items = t.items.map(t => o.isNode(t) || o.isPair(t) ? t.clone(e) : t), 
    this.range && (t.range = this.range.slice()), t;
   }
   addIn(e, t) {
    if (a(e)) this.add(t); else {
     const [s, ...n] = e, i = this.get(s, !0);
     if (o.isCollection(i)) i.addIn(n, t); else {
      if (void 0 !== i || !this.schema) throw new Error(`Expected YAML collection at ${s}. Remaining path: ${n}`);
      this.set(s, r(this.schema, n, t));
     }
    }
   }
   deleteIn(e) {
    const [t, ...s] = e;
    if (0 === s.length) return this.delete(t);
    const n = this.get(t, !0);
    if (o.isCollection(n)) return n.deleteIn(s);
    throw new Error(`Expected YAML collection at ${t}. Remaining path: ${s}`);
   }
   getIn(e, t) {
    const [s, ...n] = e, i = this.get(s, !0);
    return 0 === n.length ? !t && o.isScalar(i) ? i.value : i : o.isCollection(i) ? i.getIn(n, t) : void 0;
   }
   hasAllNullValues(e) {
    return this.items.every(t => {
     if (!o.isPair(t)) return !1;
     const s = t.value;
     return null == s || e && o.isScalar(s) && null == s.value && !s.commentBefore && !s.comment && !s.tag;
    });
   }
   hasIn(e) {
    const [t, ...s] = e;
    if (0 === s.length) return this.has(t);
    const n = this.get(t, !0);
    return !!o.isCollection(n) && n.hasIn(s);
   }
   setIn(e, t) {
    const [s, ...n] = e;
    if (0 === n.length) this.set(s, t); else {
     const e = this.get(s, !0);
     if (o.isCollection(e)) e.setIn(n, t); else {
      if (void 0 !== e || !this.schema) throw new Error(`Expected YAML collection at ${s}. Remaining path: ${n}`);
      this.set(s, r(this.schema, n, t));
     }
    }
   }
  }
  t.Collection = Collection, t.collectionFromPath = r, t.isEmptyPath = a;
 }),
 "../../node_modules/yaml/dist/nodes/Node.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/applyReviver.js"), o = s("../../node_modules/yaml/dist/nodes/identity.js"), i = s("../../node_modules/yaml/dist/nodes/toJS.js");
  t.NodeBase = class NodeBase {
   constructor(e) {
    Object.defineProperty(this, o.NODE_TYPE, {
     value: e
    });
   }
   clone() {
    const e = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return this.range && (e.range = this.range.slice()), e;
   }
   toJS(e, {mapAsMap: t, maxAliasCount: s, onAnchor: r, reviver: a} = {}) {
    if (!o.isDocument(e)) throw new TypeError("A document argument is required");
    const l = {
     anchors: new Map,
     doc: e,
     keep: !0,
     mapAsMap: !0 === t,
     mapKeyWarned: !1,
     maxAliasCount: "number" == typeof s ? s : 100
    }, c = i.toJS(this, "", l);
    if ("function" == typeof r) for (const {count: e, res: t} of l.anchors.values()) r(t, e);
    return "function" == typeof a ? n.applyReviver(a, {
     "": c
    }, "", c) : c;
   }
  };
 }),
 "../../node_modules/yaml/dist/nodes/Pair.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/createNode.js"), o = s("../../node_modules/yaml/dist/stringify/stringifyPair.js"), i = s("../../node_modules/yaml/dist/nodes/addPairToJSMap.js"), r = s("../../node_modules/yaml/dist/nodes/identity.js");
  class Pair {
   constructor(e, t = null) {
    Object.defineProperty(this, r.NODE_TYPE, {
     value: r.PAIR
    }), this.key = e, this.value = t;
   }
   clone(e) {
    let {key: t, value: s} = this;
    return r.isNode(t) && (t = t.clone(e)), r.isNode(s) && (s = s.clone(e)), new Pair(t, s);
   }
   toJSON(e, t) {
    const s = t?.mapAsMap ? new Map : {};
    return i.addPairToJSMap(t, s, this);
   }
   toString(e, t, s) {
    return e?.doc ? o.stringifyPair(this, e, t, s) : JSON.stringify(this);
   }
  }
  t.Pair = Pair, t.createPair = function(e, t, s) {
   const o = n.createNode(e, void 0, s), i = n.createNode(t, void 0, s);
   return new Pair(o, i);
  };
 }),
 "../../node_modules/yaml/dist/nodes/Scalar.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Node.js"), i = s("../../node_modules/yaml/dist/nodes/toJS.js");
  class Scalar extends o.NodeBase {
   constructor(e) {
    super(n.SCALAR), this.value = e;
   }
   toJSON(e, t) {
    return t?.keep ? this.value : i.toJS(this.value, e, t);
   }
   toString() {
    return String(this.value);
   }
  }
  Scalar.BLOCK_FOLDED = "BLOCK_FOLDED", Scalar.BLOCK_LITERAL = "BLOCK_LITERAL", Scalar.PLAIN = "PLAIN", 
  Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE", Scalar.QUOTE_SINGLE = "QUOTE_SINGLE", t.Scalar = Scalar, 
  t.isScalarValue = e => !e || "function" != typeof e && "object" != typeof e;
 }),
 "../../node_modules/yaml/dist/nodes/YAMLMap.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/stringify/stringifyCollection.js"), o = s("../../node_modules/yaml/dist/nodes/addPairToJSMap.js"), i = s("../../node_modules/yaml/dist/nodes/Collection.js"), r = s("../../node_modules/yaml/dist/nodes/identity.js"), a = s("../../node_modules/yaml/dist/nodes/Pair.js"), l = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  function c(e, t) {
   const s = r.isScalar(t) ? t.value : t;
   for (const n of e) if (r.isPair(n)) {
    if (n.key === t || n.key === s) return n;
    if (r.isScalar(n.key) && n.key.value === s) return n;
   }
  }
  class YAMLMap extends i.Collection {
   static get tagName() {
    return "tag:yaml.org,2002:map";
   }
   constructor(e) {
    super(r.MAP, e), this.items = [];
   }
   static from(e, t, s) {
    const {keepUndefined: n, replacer: o} = s, i = new this(e), r = (e, r) => {
     if ("function" == typeof o) r = o.call(t, e, r); else if (Array.isArray(o) && !o.includes(e)) return;
     (void 0 !== r || n) && i.items.push(a.createPair(e, r, s));
    };
    if (t instanceof Map) for (const [e, s] of t) r(e, s); else if (t && "object" == typeof t) for (const e of Object.keys(t)) r(e, t[e]);
    return "function" == typeof e.sortMapEntries && i.items.sort(e.sortMapEntries), 
    i;
   }
   add(e, t) {
    let s;
    s = r.isPair(e) ? e : e && "object" == typeof e && "key" in e ? new a.Pair(e.key, e.value) : new a.Pair(e, e?.value);
    const n = c(this.items, s.key), o = this.schema?.sortMapEntries;
    if (n) {
     if (!t) throw new Error(`Key ${s.key} already set`);
     r.isScalar(n.value) && l.isScalarValue(s.value) ? n.value.value = s.value : n.value = s.value;
    } else if (o) {
     const e = this.items.findIndex(e => o(s, e) < 0);
     -1 === e ? this.items.push(s) : this.items.splice(e, 0, s);
    } else this.items.push(s);
   }
   delete(e) {
    const t = c(this.items, e);
    if (!t) return !1;
    return this.items.splice(this.items.indexOf(t), 1).length > 0;
   }
   get(e, t) {
    const s = c(this.items, e), n = s?.value;
    return (!t && r.isScalar(n) ? n.value : n) ?? void 0;
   }
   has(e) {
    return !!c(this.items, e);
   }
   set(e, t) {
    this.add(new a.Pair(e, t), !0);
   }
   toJSON(e, t, s) {
    const n = s ? new s : t?.mapAsMap ? new Map : {};
    t?.onCreate && t.onCreate(n);
    for (const e of this.items) o.addPairToJSMap(t, n, e);
    return n;
   }
   toString(e, t, s) {
    if (!e) return JSON.stringify(this);
    for (const e of this.items) if (!r.isPair(e)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(e)} instead`);
    return !e.allNullValues && this.hasAllNullValues(!1) && (e = Object.assign({}, e, {
     allNullValues: !0
    })), n.stringifyCollection(this, e, {
     blockItemPrefix: "",
     flowChars: {
      start: "{",
      end: "}"
     },
     itemIndent: e.indent || "",
     onChompKeep: s,
     onComment: t
    });
   }
  }
  t.YAMLMap = YAMLMap, t.findPair = c;
 }),
 "../../node_modules/yaml/dist/nodes/YAMLSeq.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/createNode.js"), o = s("../../node_modules/yaml/dist/stringify/stringifyCollection.js"), i = s("../../node_modules/yaml/dist/nodes/Collection.js"), r = s("../../node_modules/yaml/dist/nodes/identity.js"), a = s("../../node_modules/yaml/dist/nodes/Scalar.js"), l = s("../../node_modules/yaml/dist/nodes/toJS.js");
  class YAMLSeq extends i.Collection {
   static get tagName() {
    return "tag:yaml.org,2002:seq";
   }
   constructor(e) {
    super(r.SEQ, e), this.items = [];
   }
   add(e) {
    this.items.push(e);
   }
   delete(e) {
    const t = c(e);
    if ("number" != typeof t) return !1;
    return this.items.splice(t, 1).length > 0;
   }
   get(e, t) {
    const s = c(e);
    if ("number" != typeof s) return;
    const n = this.items[s];
    return !t && r.isScalar(n) ? n.value : n;
   }
   has(e) {
    const t = c(e);
    return "number" == typeof t && t < this.items.length;
   }
   set(e, t) {
    const s = c(e);
    if ("number" != typeof s) throw new Error(`Expected a valid index, not ${e}.`);
    const n = this.items[s];
    r.isScalar(n) && a.isScalarValue(t) ? n.value = t : this.items[s] = t;
   }
   toJSON(e, t) {
    const s = [];
    t?.onCreate && t.onCreate(s);
    let n = 0;
    for (const e of this.items) s.push(l.toJS(e, String(n++), t));
    return s;
   }
   toString(e, t, s) {
    return e ? o.stringifyCollection(this, e, {
     blockItemPrefix: "- ",
     flowChars: {
      start: "[",
      end: "]"
     },
     itemIndent: (e.indent || "") + "  ",
     onChompKeep: s,
     onComment: t
    }) : JSON.stringify(this);
   }
   static from(e, t, s) {
    const {replacer: o} = s, i = new this(e);
    if (t && Symbol.iterator in Object(t)) {
     let e = 0;
     for (let r of t) {
      if ("function" == typeof o) {
       const s = t instanceof Set ? r : String(e++);
       r = o.call(t, s, r);
      }
      i.items.push(n.createNode(r, void 0, s));
     }
    }
    return i;
   }
  }
  function c(e) {
   let t = r.isScalar(e) ? e.value : e;
   return t && "string" == typeof t && (t = Number(t)), "number" == typeof t && Number.isInteger(t) && t >= 0 ? t : null;
  }
  t.YAMLSeq = YAMLSeq;
 }),
 "../../node_modules/yaml/dist/nodes/addPairToJSMap.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/log.js"), o = s("../../node_modules/yaml/dist/schema/yaml-1.1/merge.js"), i = s("../../node_modules/yaml/dist/stringify/stringify.js"), r = s("../../node_modules/yaml/dist/nodes/identity.js"), a = s("../../node_modules/yaml/dist/nodes/toJS.js");
  t.addPairToJSMap = function(e, t, {key: s, value: l}) {
   if (r.isNode(s) && s.addToJSMap) s.addToJSMap(e, t, l); else if (o.isMergeKey(e, s)) o.addMergeToJSMap(e, t, l); else {
    const o = a.toJS(s, "", e);
    if (t instanceof Map) t.set(o, a.toJS(l, o, e)); else if (t instanceof Set) t.add(o); else {
     const c = function(e, t, s) {
      if (null === t) return "";
      if ("object" != typeof t) return String(t);
      if (r.isNode(e) && s?.doc) {
       const t = i.createStringifyContext(s.doc, {});
       t.anchors = new Set;
       for (const e of s.anchors.keys()) t.anchors.add(e.anchor);
       t.inFlow = !0, t.inStringifyKey = !0;
       const o = e.toString(t);
       if (!s.mapKeyWarned) {
        let e = JSON.stringify(o);
        e.length > 40 && (e = e.substring(0, 36) + '..."'), n.warn(s.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${e}. Set mapAsMap: true to use object keys.`), 
        s.mapKeyWarned = !0;
       }
       return o;
      }
      return JSON.stringify(t);
     }(s, o, e), d = a.toJS(l, c, e);
     c in t ? Object.defineProperty(t, c, {
      value: d,
      writable: !0,
      enumerable: !0,
      configurable: !0
     }) : t[c] = d;
    }
   }
   return t;
  };
 }),
 "../../node_modules/yaml/dist/nodes/identity.js": (function(e, t) {
  const s = Symbol.for("yaml.alias"), n = Symbol.for("yaml.document"), o = Symbol.for("yaml.map"), i = Symbol.for("yaml.pair"), r = Symbol.for("yaml.scalar"), a = Symbol.for("yaml.seq"), l = Symbol.for("yaml.node.type"), c = e => !!e && "object" == typeof e && e[l] === r;
  function d(e) {
   if (e && "object" == typeof e) switch (e[l]) {
   case o:
   case a:
    return !0;
   }
   return !1;
  }
  t.ALIAS = s, t.DOC = n, t.MAP = o, t.NODE_TYPE = l, t.PAIR = i, t.SCALAR = r, t.SEQ = a, 
  t.hasAnchor = e => (c(e) || d(e)) && !!e.anchor, t.isAlias = e => !!e && "object" == typeof e && e[l] === s, 
  t.isCollection = d, t.isDocument = e => !!e && "object" == typeof e && e[l] === n, 
  t.isMap = e => !!e && "object" == typeof e && e[l] === o, t.isNode = function(e) {
   if (e && "object" == typeof e) switch (e[l]) {
   case s:
   case o:
   case r:
   case a:
    return !0;
   }
   return !1;
  }, t.isPair = e => !!e && "object" == typeof e && e[l] === i, t.isScalar = c, t.isSeq = e => !!e && "object" == typeof e && e[l] === a;
 }),
 "../../node_modules/yaml/dist/nodes/toJS.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js");
  t.toJS = function e(t, s, o) {
   if (Array.isArray(t)) return t.map((t, s) => e(t, String(s), o));
   if (t && "function" == typeof t.toJSON) {
    if (!o || !n.hasAnchor(t)) return t.toJSON(s, o);
    const e = {
     aliasCount: 0,
     count: 1,
     res: void 0
    };
    o.anchors.set(t, e), o.onCreate = t => {
     e.res = t, delete o.onCreate;
    };
    const i = t.toJSON(s, o);
    return o.onCreate && o.onCreate(i), i;
   }
   return "bigint" != typeof t || o?.keep ? t : Number(t);
  };
 }),
 "../../node_modules/yaml/dist/parse/cst-scalar.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/compose/resolve-block-scalar.js"), o = s("../../node_modules/yaml/dist/compose/resolve-flow-scalar.js"), i = s("../../node_modules/yaml/dist/errors.js"), r = s("../../node_modules/yaml/dist/stringify/stringifyString.js");
  function a(e, t) {
   if (t) for (const s of t) switch (s.type) {
   case "space":
   case "comment":
    e.push(s);
    break;

   case "newline":
    return e.push(s), !0;
   }
   return !1;
  }
  function l(e, t, s) {
   switch (e.type) {
   case "scalar":
   case "double-quoted-scalar":
   case "single-quoted-scalar":
    e.type = s, e.source = t;
    break;

   case "block-scalar":
    {
     const n = e.props.slice(1);
     let o = t.length;
     "block-scalar-header" === e.props[0].type && (o -= e.props[0].source.length);
     for (const e of n) e.offset += o;
     delete e.props, Object.assign(e, {
      type: s,
      source: t,
      end: n
     });
     break;
    }

   case "block-map":
   case "block-seq":
    {
     const n = {
      type: "newline",
      offset: e.offset + t.length,
      indent: e.indent,
      source: "\n"
     };
     delete e.items, Object.assign(e, {
      type: s,
      source: t,
      end: [ n ]
     });
     break;
    }

   default:
    {
     const n = "indent" in e ? e.indent : -1, o = "end" in e && Array.isArray(e.end) ? e.end.filter(e => "space" === e.type || "comment" === e.type || "newline" === e.type) : [];
     for (const t of Object.keys(e)) "type" !== t && "offset" !== t && delete e[t];
     Object.assign(e, {
      type: s,
      indent: n,
      source: t,
      end: o
     });
    }
   }
  }
  t.createScalarToken = function(e, t) {
   const {implicitKey: s = !1, indent: n, inFlow: o = !1, offset: i = -1, type: l = "PLAIN"} = t, c = r.stringifyString({
    type: l,
    value: e
   }, {
    implicitKey: s,
    indent: n > 0 ? " ".repeat(n) : "",
    inFlow: o,
    options: {
     blockQuote: !0,
     lineWidth: -1
    }
   }), d = t.end ?? [ {
    type: "newline",
    offset: -1,
    indent: n,
    source: "\n"
   } ];
   switch (c[0]) {
   case "|":
   case ">":
    {
     const e = c.indexOf("\n"), t = c.substring(0, e), s = c.substring(e + 1) + "\n", o = [ {
      type: "block-scalar-header",
      offset: i,
      indent: n,
      source: t
     } ];
     return a(o, d) || o.push({
      type: "newline",
      offset: -1,
      indent: n,
      source: "\n"
     }), {
      type: "block-scalar",
      offset: i,
      indent: n,
      props: o,
      source: s
     };
    }

   case '"':
    return {
     type: "double-quoted-scalar",
     offset: i,
     indent: n,
     source: c,
     end: d
    };

   case "'":
    return {
     type: "single-quoted-scalar",
     offset: i,
     indent: n,
     source: c,
     end: d
    };

   default:
    return {
     type: "scalar",
     offset: i,
     indent: n,
     source: c,
     end: d
    };
   }
  }, t.resolveAsScalar = function(e, t = !0, s) {
   if (e) {
    const r = (e, t, n) => {
     const o = "number" == typeof e ? e : Array.isArray(e) ? e[0] : e.offset;
     if (!s) throw new i.YAMLParseError([ o, o + 1 ], t, n);
     s(o, t, n);
    };
    switch (e.type) {
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
     return o.resolveFlowScalar(e, t, r);

    case "block-scalar":
     return n.resolveBlockScalar({
      options: {
       strict: t
      }
     }, e, r);
    }
   }
   return null;
  }, t.setScalarValue = function(e, t, s = {}) {
   let {afterKey: n = !1, implicitKey: o = !1, inFlow: i = !1, type: c} = s, d = "indent" in e ? e.indent : null;
   if (n && "number" == typeof d && (d += 2), !c) switch (e.type) {
   case "single-quoted-scalar":
    c = "QUOTE_SINGLE";
    break;

   case "double-quoted-scalar":
    c = "QUOTE_DOUBLE";
    break;

   case "block-scalar":
    {
     const t = e.props[0];
     if ("block-scalar-header" !== t.type) throw new Error("Invalid block scalar header");
     c = ">" === t.source[0] ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
     break;
    }

   default:
    c = "PLAIN";
   }
   const u = r.stringifyString({
    type: c,
    value: t
   }, {
    implicitKey: o || null === d,
    indent: null !== d && d > 0 ? " ".repeat(d) : "",
    inFlow: i,
    options: {
     blockQuote: !0,
     lineWidth: -1
    }
   });
   switch (u[0]) {
   case "|":
   case ">":
    !function(e, t) {
     const s = t.indexOf("\n"), n = t.substring(0, s), o = t.substring(s + 1) + "\n";
     if ("block-scalar" === e.type) {
      const t = e.props[0];
      if ("block-scalar-header" !== t.type) throw new Error("Invalid block scalar header");
      t.source = n, e.source = o;
     } else {
      const {offset: t} = e, s = "indent" in e ? e.indent : -1, i = [ {
       type: "block-scalar-header",
       offset: t,
       indent: s,
       source: n
      } ];
      a(i, "end" in e ? e.end : void 0) || i.push({
       type: "newline",
       offset: -1,
       indent: s,
       source: "\n"
      });
      for (const t of Object.keys(e)) "type" !== t && "offset" !== t && delete e[t];
      Object.assign(e, {
       type: "block-scalar",
       indent: s,
       props: i,
       source: o
      });
     }
    }(e, u);
    break;

   case '"':
    l(e, u, "double-quoted-scalar");
    break;

   case "'":
    l(e, u, "single-quoted-scalar");
    break;

   default:
    l(e, u, "scalar");
   }
  };
 }),
 "../../node_modules/yaml/dist/parse/cst-stringify.js": (function(e, t) {
  function s(e) {
   switch (e.type) {
   case "block-scalar":
    {
     let t = "";
     for (const n of e.props) t += s(n);
     return t + e.source;
    }

   case "block-map":
   case "block-seq":
    {
     let t = "";
     for (const s of e.items) t += n(s);
     return t;
    }

   case "flow-collection":
    {
     let t = e.start.source;
     for (const s of e.items) t += n(s);
     for (const s of e.end) t += s.source;
     return t;
    }

   case "document":
    {
     let t = n(e);
     if (e.end) for (const s of e.end) t += s.source;
     return t;
    }

   default:
    {
     let t = e.source;
     if ("end" in e && e.end) for (const s of e.end) t += s.source;
     return t;
    }
   }
  }
  function n({start: e, key: t, sep: n, value: o}) {
   let i = "";
   for (const t of e) i += t.source;
   if (t && (i += s(t)), n) for (const e of n) i += e.source;
   return o && (i += s(o)), i;
  }
  t.stringify = e => "type" in e ? s(e) : n(e);
 }),
 "../../node_modules/yaml/dist/parse/cst-visit.js": (function(e, t) {
  const s = Symbol("break visit"), n = Symbol("skip children"), o = Symbol("remove item");
  function i(e, t) {
   "type" in e && "document" === e.type && (e = {
    start: e.start,
    value: e.value
   }), r(Object.freeze([]), e, t);
  }
  function r(e, t, n) {
   let i = n(t, e);
   if ("symbol" == typeof i) return i;
   for (const a of [ "key", "value" ]) {
    const l = t[a];
    if (l && "items" in l) {
     for (let t = 0; t < l.items.length; ++t) {
      const i = r(Object.freeze(e.concat([ [ a, t ] ])), l.items[t], n);
      if ("number" == typeof i) t = i - 1; else {
       if (i === s) return s;
       i === o && (l.items.splice(t, 1), t -= 1);
      }
     }
     "function" == typeof i && "key" === a && (i = i(t, e));
    }
   }
   return "function" == typeof i ? i(t, e) : i;
  }
  i.BREAK = s, i.SKIP = n, i.REMOVE = o, i.itemAtPath = (e, t) => {
   let s = e;
   for (const [e, n] of t) {
    const t = s?.[e];
    if (!t || !("items" in t)) return;
    s = t.items[n];
   }
   return s;
  }, i.parentCollection = (e, t) => {
   const s = i.itemAtPath(e, t.slice(0, -1)), n = t[t.length - 1][0], o = s?.[n];
   if (o && "items" in o) return o;
   throw new Error("Parent collection not found");
  }, t.visit = i;
 }),
 "../../node_modules/yaml/dist/parse/cst.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/parse/cst-scalar.js"), o = s("../../node_modules/yaml/dist/parse/cst-stringify.js"), i = s("../../node_modules/yaml/dist/parse/cst-visit.js");
  t.createScalarToken = n.createScalarToken, t.resolveAsScalar = n.resolveAsScalar, 
  t.setScalarValue = n.setScalarValue, t.stringify = o.stringify, t.visit = i.visit, 
  t.BOM = "\ufeff", t.DOCUMENT = "", t.FLOW_END = "", t.SCALAR = "", t.isCollection = e => !!e && "items" in e, 
  t.isScalar = e => !!e && ("scalar" === e.type || "single-quoted-scalar" === e.type || "double-quoted-scalar" === e.type || "block-scalar" === e.type), 
  t.prettyToken = function(e) {
   switch (e) {
   case "\ufeff":
    return "<BOM>";

   case "":
    return "<DOC>";

   case "":
    return "<FLOW_END>";

   case "":
    return "<SCALAR>";

   default:
    return JSON.stringify(e);
   }
  }, t.tokenType = function(e) {
   switch (e) {
   case "\ufeff":
    return "byte-order-mark";

   case "":
    return "doc-mode";

   case "":
    return "flow-error-end";

   case "":
    return "scalar";

   case "---":
    return "doc-start";

   case "...":
    return "doc-end";

   case "":
   case "\n":
   case "\r\n":
    return "newline";

   case "-":
    return "seq-item-ind";

   case "?":
    return "explicit-key-ind";

   case ":":
    return "map-value-ind";

   case "{":
    return "flow-map-start";

   case "}":
    return "flow-map-end";

   case "[":
    return "flow-seq-start";

   case "]":
    return "flow-seq-end";

   case ",":
    return "comma";
   }
   switch (e[0]) {
   case " ":
   case "\t":
    return "space";

   case "#":
    return "comment";

   case "%":
    return "directive-line";

   case "*":
    return "alias";

   case "&":
    return "anchor";

   case "!":
    return "tag";

   case "'":
    return "single-quoted-scalar";

   case '"':
    return "double-quoted-scalar";

   case "|":
   case ">":
    return "block-scalar-header";
   }
   return null;
  };
 }),
 "../../node_modules/yaml/dist/parse/lexer.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/parse/cst.js");
  function o(e) {
   switch (e) {
   case void 0:
   case " ":
   case "\n":
   case "\r":
   case "\t":
    return !0;

   default:
    return !1;
   }
  }
  const i = new Set("0123456789ABCDEFabcdef"), r = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"), a = new Set(",[]{}"), l = new Set(" ,[]{}\n\r\t"), c = e => !e || l.has(e);
  t.Lexer = class Lexer {
   constructor() {
    this.atEnd = !1, this.blockScalarIndent = -1, this.blockScalarKeep = !1, this.buffer = "", 
    this.flowKey = !1, this.flowLevel = 0, this.indentNext = 0, this.indentValue = 0, 
    this.lineEndPos = null, this.next = null, this.pos = 0;
   }
   * lex(e, t = !1) {
    if (e) {
     if ("string" != typeof e) throw TypeError("source is not a string");
     this.buffer = this.buffer ? this.buffer + e : e, this.lineEndPos = null;
    }
    this.atEnd = !t;
    let s = this.next ?? "stream";
    for (;s && (t || this.hasChars(1)); ) s = yield* this.parseNext(s);
   }
   atLineEnd() {
    let e = this.pos, t = this.buffer[e];
    for (;" " === t || "\t" === t; ) t = this.buffer[++e];
    return !t || "#" === t || "\n" === t || "\r" === t && "\n" === this.buffer[e + 1];
   }
   charAt(e) {
    return this.buffer[this.pos + e];
   }
   continueScalar(e) {
    let t = this.buffer[e];
    if (this.indentNext > 0) {
     let s = 0;
     for (;" " === t; ) t = this.buffer[++s + e];
     if ("\r" === t) {
      const t = this.buffer[s + e + 1];
      if ("\n" === t || !t && !this.atEnd) return e + s + 1;
     }
     return "\n" === t || s >= this.indentNext || !t && !this.atEnd ? e + s : -1;
    }
    if ("-" === t || "." === t) {
     const t = this.buffer.substr(e, 3);
     if (("---" === t || "..." === t) && o(this.buffer[e + 3])) return -1;
    }
    return e;
   }
   getLine() {
    let e = this.lineEndPos;
    return ("number" != typeof e || -1 !== e && e < this.pos) && (e = this.buffer.indexOf("\n", this.pos), 
    this.lineEndPos = e), -1 === e ? this.atEnd ? this.buffer.substring(this.pos) : null : ("\r" === this.buffer[e - 1] && (e -= 1), 
    this.buffer.substring(this.pos, e));
   }
   hasChars(e) {
    return this.pos + e <= this.buffer.length;
   }
   setNext(e) {
    return this.buffer = this.buffer.substring(this.pos), this.pos = 0, this.lineEndPos = null, 
    this.next = e, null;
   }
   peek(e) {
    return this.buffer.substr(this.pos, e);
   }
   * parseNext(e) {
    switch (e) {
    case "stream":
     return yield* this.parseStream();

    case "line-start":
     return yield* this.parseLineStart();

    case "block-start":
     return yield* this.parseBlockStart();

    case "doc":
     return yield* this.parseDocument();

    case "flow":
     return yield* this.parseFlowCollection();

    case "quoted-scalar":
     return yield* this.parseQuotedScalar();

    case "block-scalar":
     return yield* this.parseBlockScalar();

    case "plain-scalar":
     return yield* this.parsePlainScalar();
    }
   }
   * parseStream() {
    let e = this.getLine();
    if (null === e) return this.setNext("stream");
    if (e[0] === n.BOM && (yield* this.pushCount(1), e = e.substring(1)), "%" === e[0]) {
     let t = e.length, s = e.indexOf("#");
     for (;-1 !== s; ) {
      const n = e[s - 1];
      if (" " === n || "\t" === n) {
       t = s - 1;
       break;
      }
      s = e.indexOf("#", s + 1);
     }
     for (;;) {
      const s = e[t - 1];
      if (" " !== s && "\t" !== s) break;
      t -= 1;
     }
     const n = (yield* this.pushCount(t)) + (yield* this.pushSpaces(!0));
     return yield* this.pushCount(e.length - n), this.pushNewline(), "stream";
    }
    if (this.atLineEnd()) {
     const t = yield* this.pushSpaces(!0);
     return yield* this.pushCount(e.length - t), yield* this.pushNewline(), "stream";
    }
    return yield n.DOCUMENT, yield* this.parseLineStart();
   }
   * parseLineStart() {
    const e = this.charAt(0);
    if (!e && !this.atEnd) return this.setNext("line-start");
    if ("-" === e || "." === e) {
     if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
     const e = this.peek(3);
     if (("---" === e || "..." === e) && o(this.charAt(3))) return yield* this.pushCount(3), 
     this.indentValue = 0, this.indentNext = 0, "---" === e ? "doc" : "stream";
    }
    return this.indentValue = yield* this.pushSpaces(!1), this.indentNext > this.indentValue && !o(this.charAt(1)) && (this.indentNext = this.indentValue), 
    yield* this.parseBlockStart();
   }
   * parseBlockStart() {
    const [e, t] = this.peek(2);
    if (!t && !this.atEnd) return this.setNext("block-start");
    if (("-" === e || "?" === e || ":" === e) && o(t)) {
     const e = (yield* this.pushCount(1)) + (yield* this.pushSpaces(!0));
     return this.indentNext = this.indentValue + 1, this.indentValue += e, "block-start";
    }
    return "doc";
   }
   * parseDocument() {
    yield* this.pushSpaces(!0);
    const e = this.getLine();
    if (null === e) return this.setNext("doc");
    let t = yield* this.pushIndicators();
    switch (e[t]) {
    case "#":
     yield* this.pushCount(e.length - t);

    case void 0:
     return yield* this.pushNewline(), yield* this.parseLineStart();

    case "{":
    case "[":
     return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel = 1, "flow";

    case "}":
    case "]":
     return yield* this.pushCount(1), "doc";

    case "*":
     return yield* this.pushUntil(c), "doc";

    case '"':
    case "'":
     return yield* this.parseQuotedScalar();

    case "|":
    case ">":
     return t += (yield* this.parseBlockScalarHeader()), t += (yield* this.pushSpaces(!0)), 
     yield* this.pushCount(e.length - t), yield* this.pushNewline(), yield* this.parseBlockScalar();

    default:
     return yield* this.parsePlainScalar();
    }
   }
   * parseFlowCollection() {
    let e, t, s = -1;
    do {
     e = yield* this.pushNewline(), e > 0 ? (t = yield* this.pushSpaces(!1), this.indentValue = s = t) : t = 0, 
     t += (yield* this.pushSpaces(!0));
    } while (e + t > 0);
    const i = this.getLine();
    if (null === i) return this.setNext("flow");
    if (-1 !== s && s < this.indentNext && "#" !== i[0] || 0 === s && (i.startsWith("---") || i.startsWith("...")) && o(i[3])) {
     if (!(s === this.indentNext - 1 && 1 === this.flowLevel && ("]" === i[0] || "}" === i[0]))) return this.flowLevel = 0, 
     yield n.FLOW_END, yield* this.parseLineStart();
    }
    let r = 0;
    for (;"," === i[r]; ) r += (yield* this.pushCount(1)), r += (yield* this.pushSpaces(!0)), 
    this.flowKey = !1;
    switch (r += (yield* this.pushIndicators()), i[r]) {
    case void 0:
     return "flow";

    case "#":
     return yield* this.pushCount(i.length - r), "flow";

    case "{":
    case "[":
     return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel += 1, "flow";

    case "}":
    case "]":
     return yield* this.pushCount(1), this.flowKey = !0, this.flowLevel -= 1, this.flowLevel ? "flow" : "doc";

    case "*":
     return yield* this.pushUntil(c), "flow";

    case '"':
    case "'":
     return this.flowKey = !0, yield* this.parseQuotedScalar();

    case ":":
     {
      const e = this.charAt(1);
      if (this.flowKey || o(e) || "," === e) return this.flowKey = !1, yield* this.pushCount(1), 
      yield* this.pushSpaces(!0), "flow";
     }

    default:
     return this.flowKey = !1, yield* this.parsePlainScalar();
    }
   }
   * parseQuotedScalar() {
    const e = this.charAt(0);
    let t = this.buffer.indexOf(e, this.pos + 1);
    if ("'" === e) for (;-1 !== t && "'" === this.buffer[t + 1]; ) t = this.buffer.indexOf("'", t + 2); else for (;-1 !== t; ) {
     let e = 0;
     for (;"\\" === this.buffer[t - 1 - e]; ) e += 1;
     if (e % 2 == 0) break;
     t = this.buffer.indexOf('"', t + 1);
    }
    const s = this.buffer.substring(0, t);
    let n = s.indexOf("\n", this.pos);
    if (-1 !== n) {
     for (;-1 !== n; ) {
      const e = this.continueScalar(n + 1);
      if (-1 === e) break;
      n = s.indexOf("\n", e);
     }
     -1 !== n && (t = n - ("\r" === s[n - 1] ? 2 : 1));
    }
    if (-1 === t) {
     if (!this.atEnd) return this.setNext("quoted-scalar");
     t = this.buffer.length;
    }
    return yield* this.pushToIndex(t + 1, !1), this.flowLevel ? "flow" : "doc";
   }
   * parseBlockScalarHeader() {
    this.blockScalarIndent = -1, this.blockScalarKeep = !1;
    let e = this.pos;
    for (;;) {
     const t = this.buffer[++e];
     if ("+" === t) this.blockScalarKeep = !0; else if (t > "0" && t <= "9") this.blockScalarIndent = Number(t) - 1; else if ("-" !== t) break;
    }
    return yield* this.pushUntil(e => o(e) || "#" === e);
   }
   * parseBlockScalar() {
    let e, t = this.pos - 1, s = 0;
    e: for (let n = this.pos; e = this.buffer[n]; ++n) switch (e) {
    case " ":
     s += 1;
     break;

    case "\n":
     t = n, s = 0;
     break;

    case "\r":
     {
      const e = this.buffer[n + 1];
      if (!e && !this.atEnd) return this.setNext("block-scalar");
      if ("\n" === e) break;
     }

    default:
     break e;
    }
    if (!e && !this.atEnd) return this.setNext("block-scalar");
    if (s >= this.indentNext) {
     -1 === this.blockScalarIndent ? this.indentNext = s : this.indentNext = this.blockScalarIndent + (0 === this.indentNext ? 1 : this.indentNext);
     do {
      const e = this.continueScalar(t + 1);
      if (-1 === e) break;
      t = this.buffer.indexOf("\n", e);
     } while (-1 !== t);
     if (-1 === t) {
      if (!this.atEnd) return this.setNext("block-scalar");
      t = this.buffer.length;
     }
    }
    let o = t + 1;
    for (e = this.buffer[o]; " " === e; ) e = this.buffer[++o];
    if ("\t" === e) {
     for (;"\t" === e || " " === e || "\r" === e || "\n" === e; ) e = this.buffer[++o];
     t = o - 1;
    } else if (!this.blockScalarKeep) for (;;) {
     let e = t - 1, n = this.buffer[e];
     "\r" === n && (n = this.buffer[--e]);
     const o = e;
     for (;" " === n; ) n = this.buffer[--e];
     if (!("\n" === n && e >= this.pos && e + 1 + s > o)) break;
     t = e;
    }
    return yield n.SCALAR, yield* this.pushToIndex(t + 1, !0), yield* this.parseLineStart();
   }
   * parsePlainScalar() {
    const e = this.flowLevel > 0;
    let t, s = this.pos - 1, i = this.pos - 1;
    for (;t = this.buffer[++i]; ) if (":" === t) {
     const t = this.buffer[i + 1];
     if (o(t) || e && a.has(t)) break;
     s = i;
    } else if (o(t)) {
     let n = this.buffer[i + 1];
     if ("\r" === t && ("\n" === n ? (i += 1, t = "\n", n = this.buffer[i + 1]) : s = i), 
     "#" === n || e && a.has(n)) break;
     if ("\n" === t) {
      const e = this.continueScalar(i + 1);
      if (-1 === e) break;
      i = Math.max(i, e - 2);
     }
    } else {
     if (e && a.has(t)) break;
     s = i;
    }
    return t || this.atEnd ? (yield n.SCALAR, yield* this.pushToIndex(s + 1, !0), e ? "flow" : "doc") : this.setNext("plain-scalar");
   }
   * pushCount(e) {
    return e > 0 ? (yield this.buffer.substr(this.pos, e), this.pos += e, e) : 0;
   }
   * pushToIndex(e, t) {
    const s = this.buffer.slice(this.pos, e);
    return s ? (yield s, this.pos += s.length, s.length) : (t && (yield ""), 0);
   }
   * pushIndicators() {
    let e = 0;
    e: for (;;) {
     switch (this.charAt(0)) {
     case "!":
      e += (yield* this.pushTag()), e += (yield* this.pushSpaces(!0));
      continue e;

     case "&":
      e += (yield* this.pushUntil(c)), e += (yield* this.pushSpaces(!0));
      continue e;

     case "-":
     case "?":
     case ":":
      {
       const t = this.flowLevel > 0, s = this.charAt(1);
       if (o(s) || t && a.has(s)) {
        t ? this.flowKey && (this.flowKey = !1) : this.indentNext = this.indentValue + 1, 
        e += (yield* this.pushCount(1)), e += (yield* this.pushSpaces(!0));
        continue e;
       }
      }
     }
     break e;
    }
    return e;
   }
   * pushTag() {
    if ("<" === this.charAt(1)) {
     let e = this.pos + 2, t = this.buffer[e];
     for (;!o(t) && ">" !== t; ) t = this.buffer[++e];
     return yield* this.pushToIndex(">" === t ? e + 1 : e, !1);
    }
    {
     let e = this.pos + 1, t = this.buffer[e];
     for (;t; ) if (r.has(t)) t = this.buffer[++e]; else {
      if ("%" !== t || !i.has(this.buffer[e + 1]) || !i.has(this.buffer[e + 2])) break;
      t = this.buffer[e += 3];
     }
     return yield* this.pushToIndex(e, !1);
    }
   }
   * pushNewline() {
    const e = this.buffer[this.pos];
    return "\n" === e ? yield* this.pushCount(1) : "\r" === e && "\n" === this.charAt(1) ? yield* this.pushCount(2) : 0;
   }
   * pushSpaces(e) {
    let t, s = this.pos - 1;
    do {
     t = this.buffer[++s];
    } while (" " === t || e && "\t" === t);
    const n = s - this.pos;
    return n > 0 && (yield this.buffer.substr(this.pos, n), this.pos = s), n;
   }
   * pushUntil(e) {
    let t = this.pos, s = this.buffer[t];
    for (;!e(s); ) s = this.buffer[++t];
    return yield* this.pushToIndex(t, !1);
   }
  };
 }),
 "../../node_modules/yaml/dist/parse/line-counter.js": (function(e, t) {
  t.LineCounter = class LineCounter {
   constructor() {
    this.lineStarts = [], this.addNewLine = e => this.lineStarts.push(e), this.linePos = e => {
     let t = 0, s = this.lineStarts.length;
     for (;t < s; ) {
      const n = t + s >> 1;
      this.lineStarts[n] < e ? t = n + 1 : s = n;
     }
     if (this.lineStarts[t] === e) return {
      line: t + 1,
      col: 1
     };
     if (0 === t) return {
      line: 0,
      col: e
     };
     return {
      line: t,
      col: e - this.lineStarts[t - 1] + 1
     };
    };
   }
  };
 }),
 "../../node_modules/yaml/dist/parse/parser.js": (function(e, t, s) {
  s("process");
  var n = s("../../node_modules/yaml/dist/parse/cst.js"), o = s("../../node_modules/yaml/dist/parse/lexer.js");
  function i(e, t) {
   for (let s = 0; s < e.length; ++s) if (e[s].type === t) return !0;
   return !1;
  }
  function r(e) {
   for (let t = 0; t < e.length; ++t) switch (e[t].type) {
   case "space":
   case "comment":
   case "newline":
    break;

   default:
    return t;
   }
   return -1;
  }
  function a(e) {
   switch (e?.type) {
   case "alias":
   case "scalar":
   case "single-quoted-scalar":
   case "double-quoted-scalar":
   case "flow-collection":
    return !0;

   default:
    return !1;
   }
  }
  function l(e) {
   switch (e.type) {
   case "document":
    return e.start;

   case "block-map":
    {
     const t = e.items[e.items.length - 1];
     return t.sep ?? t.start;
    }

   case "block-seq":
    return e.items[e.items.length - 1].start;

   default:
    return [];
   }
  }
  function c(e) {
   if (0 === e.length) return [];
   let t = e.length;
   e: for (;--t >= 0; ) switch (e[t].type) {
   case "doc-start":
   case "explicit-key-ind":
   case "map-value-ind":
   case "seq-item-ind":
   case "newline":
    break e;
   }
   for (;"space" === e[++t]?.type; ) ;
   return e.splice(t, e.length);
  }
  function d(e, t) {
   if (t.length < 1e5) Array.prototype.push.apply(e, t); else for (let s = 0; s < t.length; ++s) e.push(t[s]);
  }
  function u(e) {
   if ("flow-seq-start" === e.start.type) for (const t of e.items) !t.sep || t.value || i(t.start, "explicit-key-ind") || i(t.sep, "map-value-ind") || (t.key && (t.value = t.key), 
   delete t.key, a(t.value) ? t.value.end ? d(t.value.end, t.sep) : t.value.end = t.sep : d(t.start, t.sep), 
   delete t.sep);
  }
  t.Parser = class Parser {
   constructor(e) {
    this.atNewLine = !0, this.atScalar = !1, this.indent = 0, this.offset = 0, this.onKeyLine = !1, 
    this.stack = [], this.source = "", this.type = "", this.lexer = new o.Lexer, this.onNewLine = e;
   }
   * parse(e, t = !1) {
    this.onNewLine && 0 === this.offset && this.onNewLine(0);
    for (const s of this.lexer.lex(e, t)) yield* this.next(s);
    t || (yield* this.end());
   }
   * next(e) {
    if (this.source = e, this.atScalar) return this.atScalar = !1, yield* this.step(), 
    void (this.offset += e.length);
    const t = n.tokenType(e);
    if (t) if ("scalar" === t) this.atNewLine = !1, this.atScalar = !0, this.type = "scalar"; else {
     switch (this.type = t, yield* this.step(), t) {
     case "newline":
      this.atNewLine = !0, this.indent = 0, this.onNewLine && this.onNewLine(this.offset + e.length);
      break;

     case "space":
      this.atNewLine && " " === e[0] && (this.indent += e.length);
      break;

     case "explicit-key-ind":
     case "map-value-ind":
     case "seq-item-ind":
      this.atNewLine && (this.indent += e.length);
      break;

     case "doc-mode":
     case "flow-error-end":
      return;

     default:
      this.atNewLine = !1;
     }
     this.offset += e.length;
    } else {
     const t = `Not a YAML token: ${e}`;
     yield* this.pop({
      type: "error",
      offset: this.offset,
      message: t,
      source: e
     }), this.offset += e.length;
    }
   }
   * end() {
    for (;this.stack.length > 0; ) yield* this.pop();
   }
   get sourceToken() {
    return {
     type: this.type,
     offset: this.offset,
     indent: this.indent,
     source: this.source
    };
   }
   * step() {
    const e = this.peek(1);
    if ("doc-end" !== this.type || "doc-end" === e?.type) {
     if (!e) return yield* this.stream();
     switch (e.type) {
     case "document":
      return yield* this.document(e);

     case "alias":
     case "scalar":
     case "single-quoted-scalar":
     case "double-quoted-scalar":
      return yield* this.scalar(e);

     case "block-scalar":
      return yield* this.blockScalar(e);

     case "block-map":
      return yield* this.blockMap(e);

     case "block-seq":
      return yield* this.blockSequence(e);

     case "flow-collection":
      return yield* this.flowCollection(e);

     case "doc-end":
      return yield* this.documentEnd(e);
     }
     yield* this.pop();
    } else {
     for (;this.stack.length > 0; ) yield* this.pop();
     this.stack.push({
      type: "doc-end",
      offset: this.offset,
      source: this.source
     });
    }
   }
   peek(e) {
    return this.stack[this.stack.length - e];
   }
   * pop(e) {
    const t = e ?? this.stack.pop();
    if (t) if (0 === this.stack.length) yield t; else {
     const e = this.peek(1);
     switch ("block-scalar" === t.type ? t.indent = "indent" in e ? e.indent : 0 : "flow-collection" === t.type && "document" === e.type && (t.indent = 0), 
     "flow-collection" === t.type && u(t), e.type) {
     case "document":
      e.value = t;
      break;

     case "block-scalar":
      e.props.push(t);
      break;

     case "block-map":
      {
       const s = e.items[e.items.length - 1];
       if (s.value) return e.items.push({
        start: [],
        key: t,
        sep: []
       }), void (this.onKeyLine = !0);
       if (!s.sep) return Object.assign(s, {
        key: t,
        sep: []
       }), void (this.onKeyLine = !s.explicitKey);
       s.value = t;
       break;
      }

     case "block-seq":
      {
       const s = e.items[e.items.length - 1];
       s.value ? e.items.push({
        start: [],
        value: t
       }) : s.value = t;
       break;
      }

     case "flow-collection":
      {
       const s = e.items[e.items.length - 1];
       return void (!s || s.value ? e.items.push({
        start: [],
        key: t,
        sep: []
       }) : s.sep ? s.value = t : Object.assign(s, {
        key: t,
        sep: []
       }));
      }

     default:
      yield* this.pop(), yield* this.pop(t);
     }
     if (!("document" !== e.type && "block-map" !== e.type && "block-seq" !== e.type || "block-map" !== t.type && "block-seq" !== t.type)) {
      const s = t.items[t.items.length - 1];
      s && !s.sep && !s.value && s.start.length > 0 && -1 === r(s.start) && (0 === t.indent || s.start.every(e => "comment" !== e.type || e.indent < t.indent)) && ("document" === e.type ? e.end = s.start : e.items.push({
       start: s.start
      }), t.items.splice(-1, 1));
     }
    } else {
     const e = "Tried to pop an empty stack";
     yield {
      type: "error",
      offset: this.offset,
      source: "",
      message: e
     };
    }
   }
   * stream() {
    switch (this.type) {
    case "directive-line":
     return void (yield {
      type: "directive",
      offset: this.offset,
      source: this.source
     });

    case "byte-order-mark":
    case "space":
    case "comment":
    case "newline":
     return void (yield this.sourceToken);

    case "doc-mode":
    case "doc-start":
     {
      const e = {
       type: "document",
       offset: this.offset,
       start: []
      };
      return "doc-start" === this.type && e.start.push(this.sourceToken), void this.stack.push(e);
     }
    }
    yield {
     type: "error",
     offset: this.offset,
     message: `Unexpected ${this.type} token in YAML stream`,
     source: this.source
    };
   }
   * document(e) {
    if (e.value) return yield* this.lineEnd(e);
    switch (this.type) {
    case "doc-start":
     return void (-1 !== r(e.start) ? (yield* this.pop(), yield* this.step()) : e.start.push(this.sourceToken));

    case "anchor":
    case "tag":
    case "space":
    case "comment":
    case "newline":
     return void e.start.push(this.sourceToken);
    }
    const t = this.startBlockValue(e);
    t ? this.stack.push(t) : yield {
     type: "error",
     offset: this.offset,
     message: `Unexpected ${this.type} token in YAML document`,
     source: this.source
    };
   }
   * scalar(e) {
    if ("map-value-ind" === this.type) {
     const t = c(l(this.peek(2)));
     let s;
     e.end ? (s = e.end, s.push(this.sourceToken), delete e.end) : s = [ this.sourceToken ];
     const n = {
      type: "block-map",
      offset: e.offset,
      indent: e.indent,
      items: [ {
       start: t,
       key: e,
       sep: s
      } ]
     };
     this.onKeyLine = !0, this.stack[this.stack.length - 1] = n;
    } else yield* this.lineEnd(e);
   }
   * blockScalar(e) {
    switch (this.type) {
    case "space":
    case "comment":
    case "newline":
     return void e.props.push(this.sourceToken);

    case "scalar":
     if (e.source = this.source, this.atNewLine = !0, this.indent = 0, this.onNewLine) {
      let e = this.source.indexOf("\n") + 1;
      for (;0 !== e; ) this.onNewLine(this.offset + e), e = this.source.indexOf("\n", e) + 1;
     }
     yield* this.pop();
     break;

    default:
     yield* this.pop(), yield* this.step();
    }
   }
   * blockMap(e) {
    const t = e.items[e.items.length - 1];
    switch (this.type) {
    case "newline":
     if (this.onKeyLine = !1, t.value) {
      const s = "end" in t.value ? t.value.end : void 0, n = Array.isArray(s) ? s[s.length - 1] : void 0;
      "comment" === n?.type ? s?.push(this.sourceToken) : e.items.push({
       start: [ this.sourceToken ]
      });
     } else t.sep ? t.sep.push(this.sourceToken) : t.start.push(this.sourceToken);
     return;

    case "space":
    case "comment":
     if (t.value) e.items.push({
      start: [ this.sourceToken ]
     }); else if (t.sep) t.sep.push(this.sourceToken); else {
      if (this.atIndentedComment(t.start, e.indent)) {
       const s = e.items[e.items.length - 2], n = s?.value?.end;
       if (Array.isArray(n)) return d(n, t.start), n.push(this.sourceToken), void e.items.pop();
      }
      t.start.push(this.sourceToken);
     }
     return;
    }
    if (this.indent >= e.indent) {
     const s = !this.onKeyLine && this.indent === e.indent, n = s && (t.sep || t.explicitKey) && "seq-item-ind" !== this.type;
     let o = [];
     if (n && t.sep && !t.value) {
      const s = [];
      for (let n = 0; n < t.sep.length; ++n) {
       const o = t.sep[n];
       switch (o.type) {
       case "newline":
        s.push(n);
        break;

       case "space":
        break;

       case "comment":
        o.indent > e.indent && (s.length = 0);
        break;

       default:
        s.length = 0;
       }
      }
      s.length >= 2 && (o = t.sep.splice(s[1]));
     }
     switch (this.type) {
     case "anchor":
     case "tag":
      return void (n || t.value ? (o.push(this.sourceToken), e.items.push({
       start: o
      }), this.onKeyLine = !0) : t.sep ? t.sep.push(this.sourceToken) : t.start.push(this.sourceToken));

     case "explicit-key-ind":
      return t.sep || t.explicitKey ? n || t.value ? (o.push(this.sourceToken), e.items.push({
       start: o,
       explicitKey: !0
      })) : this.stack.push({
       type: "block-map",
       offset: this.offset,
       indent: this.indent,
       items: [ {
        start: [ this.sourceToken ],
        explicitKey: !0
       } ]
      }) : (t.start.push(this.sourceToken), t.explicitKey = !0), void (this.onKeyLine = !0);

     case "map-value-ind":
      if (t.explicitKey) if (t.sep) if (t.value) e.items.push({
       start: [],
       key: null,
       sep: [ this.sourceToken ]
      }); else if (i(t.sep, "map-value-ind")) this.stack.push({
       type: "block-map",
       offset: this.offset,
       indent: this.indent,
       items: [ {
        start: o,
        key: null,
        sep: [ this.sourceToken ]
       } ]
      }); else if (a(t.key) && !i(t.sep, "newline")) {
       const e = c(t.start), s = t.key, n = t.sep;
       n.push(this.sourceToken), delete t.key, delete t.sep, this.stack.push({
        type: "block-map",
        offset: this.offset,
        indent: this.indent,
        items: [ {
         start: e,
         key: s,
         sep: n
        } ]
       });
      } else o.length > 0 ? t.sep = t.sep.concat(o, this.sourceToken) : t.sep.push(this.sourceToken); else if (i(t.start, "newline")) Object.assign(t, {
       key: null,
       sep: [ this.sourceToken ]
      }); else {
       const e = c(t.start);
       this.stack.push({
        type: "block-map",
        offset: this.offset,
        indent: this.indent,
        items: [ {
         start: e,
         key: null,
         sep: [ this.sourceToken ]
        } ]
       });
      } else t.sep ? t.value || n ? e.items.push({
       start: o,
       key: null,
       sep: [ this.sourceToken ]
      }) : i(t.sep, "map-value-ind") ? this.stack.push({
       type: "block-map",
       offset: this.offset,
       indent: this.indent,
       items: [ {
        start: [],
        key: null,
        sep: [ this.sourceToken ]
       } ]
      }) : t.sep.push(this.sourceToken) : Object.assign(t, {
       key: null,
       sep: [ this.sourceToken ]
      });
      return void (this.onKeyLine = !0);

     case "alias":
     case "scalar":
     case "single-quoted-scalar":
     case "double-quoted-scalar":
      {
       const s = this.flowScalar(this.type);
       return void (n || t.value ? (e.items.push({
        start: o,
        key: s,
        sep: []
       }), this.onKeyLine = !0) : t.sep ? this.stack.push(s) : (Object.assign(t, {
        key: s,
        sep: []
       }), this.onKeyLine = !0));
      }

     default:
      {
       const n = this.startBlockValue(e);
       if (n) {
        if ("block-seq" === n.type) {
         if (!t.explicitKey && t.sep && !i(t.sep, "newline")) return void (yield* this.pop({
          type: "error",
          offset: this.offset,
          message: "Unexpected block-seq-ind on same line with key",
          source: this.source
         }));
        } else s && e.items.push({
         start: o
        });
        return void this.stack.push(n);
       }
      }
     }
    }
    yield* this.pop(), yield* this.step();
   }
   * blockSequence(e) {
    const t = e.items[e.items.length - 1];
    switch (this.type) {
    case "newline":
     if (t.value) {
      const s = "end" in t.value ? t.value.end : void 0, n = Array.isArray(s) ? s[s.length - 1] : void 0;
      "comment" === n?.type ? s?.push(this.sourceToken) : e.items.push({
       start: [ this.sourceToken ]
      });
     } else t.start.push(this.sourceToken);
     return;

    case "space":
    case "comment":
     if (t.value) e.items.push({
      start: [ this.sourceToken ]
     }); else {
      if (this.atIndentedComment(t.start, e.indent)) {
       const s = e.items[e.items.length - 2], n = s?.value?.end;
       if (Array.isArray(n)) return d(n, t.start), n.push(this.sourceToken), void e.items.pop();
      }
      t.start.push(this.sourceToken);
     }
     return;

    case "anchor":
    case "tag":
     if (t.value || this.indent <= e.indent) break;
     return void t.start.push(this.sourceToken);

    case "seq-item-ind":
     if (this.indent !== e.indent) break;
     return void (t.value || i(t.start, "seq-item-ind") ? e.items.push({
      start: [ this.sourceToken ]
     }) : t.start.push(this.sourceToken));
    }
    if (this.indent > e.indent) {
     const t = this.startBlockValue(e);
     if (t) return void this.stack.push(t);
    }
    yield* this.pop(), yield* this.step();
   }
   * flowCollection(e) {
    const t = e.items[e.items.length - 1];
    if ("flow-error-end" === this.type) {
     let e;
     do {
      yield* this.pop(), e = this.peek(1);
     } while ("flow-collection" === e?.type);
    } else if (0 === e.end.length) {
     switch (this.type) {
     case "comma":
     case "explicit-key-ind":
      return void (!t || t.sep ? e.items.push({
       start: [ this.sourceToken ]
      }) : t.start.push(this.sourceToken));

     case "map-value-ind":
      return void (!t || t.value ? e.items.push({
       start: [],
       key: null,
       sep: [ this.sourceToken ]
      }) : t.sep ? t.sep.push(this.sourceToken) : Object.assign(t, {
       key: null,
       sep: [ this.sourceToken ]
      }));

     case "space":
     case "comment":
     case "newline":
     case "anchor":
     case "tag":
      return void (!t || t.value ? e.items.push({
       start: [ this.sourceToken ]
      }) : t.sep ? t.sep.push(this.sourceToken) : t.start.push(this.sourceToken));

     case "alias":
     case "scalar":
     case "single-quoted-scalar":
     case "double-quoted-scalar":
      {
       const s = this.flowScalar(this.type);
       return void (!t || t.value ? e.items.push({
        start: [],
        key: s,
        sep: []
       }) : t.sep ? this.stack.push(s) : Object.assign(t, {
        key: s,
        sep: []
       }));
      }

     case "flow-map-end":
     case "flow-seq-end":
      return void e.end.push(this.sourceToken);
     }
     const s = this.startBlockValue(e);
     s ? this.stack.push(s) : (yield* this.pop(), yield* this.step());
    } else {
     const t = this.peek(2);
     if ("block-map" === t.type && ("map-value-ind" === this.type && t.indent === e.indent || "newline" === this.type && !t.items[t.items.length - 1].sep)) yield* this.pop(), 
     yield* this.step(); else if ("map-value-ind" === this.type && "flow-collection" !== t.type) {
      const s = c(l(t));
      u(e);
      const n = e.end.splice(1, e.end.length);
      n.push(this.sourceToken);
      const o = {
       type: "block-map",
       offset: e.offset,
       indent: e.indent,
       items: [ {
        start: s,
        key: e,
        sep: n
       } ]
      };
      this.onKeyLine = !0, this.stack[this.stack.length - 1] = o;
     } else yield* this.lineEnd(e);
    }
   }
   flowScalar(e) {
    if (this.onNewLine) {
     let e = this.source.indexOf("\n") + 1;
     for (;0 !== e; ) this.onNewLine(this.offset + e), e = this.source.indexOf("\n", e) + 1;
    }
    return {
     type: e,
     offset: this.offset,
     indent: this.indent,
     source: this.source
    };
   }
   startBlockValue(e) {
    switch (this.type) {
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
     return this.flowScalar(this.type);

    case "block-scalar-header":
     return {
      type: "block-scalar",
      offset: this.offset,
      indent: this.indent,
      props: [ this.sourceToken ],
      source: ""
     };

    case "flow-map-start":
    case "flow-seq-start":
     return {
      type: "flow-collection",
      offset: this.offset,
      indent: this.indent,
      start: this.sourceToken,
      items: [],
      end: []
     };

    case "seq-item-ind":
     return {
      type: "block-seq",
      offset: this.offset,
      indent: this.indent,
      items: [ {
       start: [ this.sourceToken ]
      } ]
     };

    case "explicit-key-ind":
     {
      this.onKeyLine = !0;
      const t = c(l(e));
      return t.push(this.sourceToken), {
       type: "block-map",
       offset: this.offset,
       indent: this.indent,
       items: [ {
        start: t,
        explicitKey: !0
       } ]
      };
     }

    case "map-value-ind":
     {
      this.onKeyLine = !0;
      const t = c(l(e));
      return {
       type: "block-map",
       offset: this.offset,
       indent: this.indent,
       items: [ {
        start: t,
        key: null,
        sep: [ this.sourceToken ]
       } ]
      };
     }
    }
    return null;
   }
   atIndentedComment(e, t) {
    return "comment" === this.type && (!(this.indent <= t) && e.every(e => "newline" === e.type || "space" === e.type));
   }
   * documentEnd(e) {
    "doc-mode" !== this.type && (e.end ? e.end.push(this.sourceToken) : e.end = [ this.sourceToken ], 
    "newline" === this.type && (yield* this.pop()));
   }
   * lineEnd(e) {
    switch (this.type) {
    case "comma":
    case "doc-start":
    case "doc-end":
    case "flow-seq-end":
    case "flow-map-end":
    case "map-value-ind":
     yield* this.pop(), yield* this.step();
     break;

    case "newline":
     this.onKeyLine = !1;

    default:
     e.end ? e.end.push(this.sourceToken) : e.end = [ this.sourceToken ], "newline" === this.type && (yield* this.pop());
    }
   }
  };
 }),
 "../../node_modules/yaml/dist/public-api.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/compose/composer.js"), o = s("../../node_modules/yaml/dist/doc/Document.js"), i = s("../../node_modules/yaml/dist/errors.js"), r = s("../../node_modules/yaml/dist/log.js"), a = s("../../node_modules/yaml/dist/nodes/identity.js"), l = s("../../node_modules/yaml/dist/parse/line-counter.js"), c = s("../../node_modules/yaml/dist/parse/parser.js");
  function d(e) {
   const t = !1 !== e.prettyErrors;
   return {
    lineCounter: e.lineCounter || t && new l.LineCounter || null,
    prettyErrors: t
   };
  }
  function u(e, t = {}) {
   const {lineCounter: s, prettyErrors: o} = d(t), r = new c.Parser(s?.addNewLine), a = new n.Composer(t);
   let l = null;
   for (const t of a.compose(r.parse(e), !0, e.length)) if (l) {
    if ("silent" !== l.options.logLevel) {
     l.errors.push(new i.YAMLParseError(t.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
     break;
    }
   } else l = t;
   return o && s && (l.errors.forEach(i.prettifyError(e, s)), l.warnings.forEach(i.prettifyError(e, s))), 
   l;
  }
  t.parse = function(e, t, s) {
   let n;
   "function" == typeof t ? n = t : void 0 === s && t && "object" == typeof t && (s = t);
   const o = u(e, s);
   if (!o) return null;
   if (o.warnings.forEach(e => r.warn(o.options.logLevel, e)), o.errors.length > 0) {
    if ("silent" !== o.options.logLevel) throw o.errors[0];
    o.errors = [];
   }
   return o.toJS(Object.assign({
    reviver: n
   }, s));
  }, t.parseAllDocuments = function(e, t = {}) {
   const {lineCounter: s, prettyErrors: o} = d(t), r = new c.Parser(s?.addNewLine), a = new n.Composer(t), l = Array.from(a.compose(r.parse(e)));
   if (o && s) for (const t of l) t.errors.forEach(i.prettifyError(e, s)), t.warnings.forEach(i.prettifyError(e, s));
   return l.length > 0 ? l : Object.assign([], {
    empty: !0
   }, a.streamInfo());
  }, t.parseDocument = u, t.stringify = function(e, t, s) {
   let n = null;
   if ("function" == typeof t || Array.isArray(t) ? n = t : void 0 === s && t && (s = t), 
   "string" == typeof s && (s = s.length), "number" == typeof s) {
    const e = Math.round(s);
    s = e < 1 ? void 0 : e > 8 ? {
     indent: 8
    } : {
     indent: e
    };
   }
   if (void 0 === e) {
    const {keepUndefined: e} = s ?? t ?? {};
    if (!e) return;
   }
   return a.isDocument(e) && !n ? e.toString(s) : new o.Document(e, n, s).toString(s);
  };
 }),
 "../../node_modules/yaml/dist/schema/Schema.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/schema/common/map.js"), i = s("../../node_modules/yaml/dist/schema/common/seq.js"), r = s("../../node_modules/yaml/dist/schema/common/string.js"), a = s("../../node_modules/yaml/dist/schema/tags.js");
  const l = (e, t) => e.key < t.key ? -1 : e.key > t.key ? 1 : 0;
  class Schema {
   constructor({compat: e, customTags: t, merge: s, resolveKnownTags: c, schema: d, sortMapEntries: u, toStringDefaults: m}) {
    this.compat = Array.isArray(e) ? a.getTags(e, "compat") : e ? a.getTags(null, e) : null, 
    this.name = "string" == typeof d && d || "core", this.knownTags = c ? a.coreKnownTags : {}, 
    this.tags = a.getTags(t, this.name, s), this.toStringOptions = m ?? null, Object.defineProperty(this, n.MAP, {
     value: o.map
    }), Object.defineProperty(this, n.SCALAR, {
     value: r.string
    }), Object.defineProperty(this, n.SEQ, {
     value: i.seq
    }), this.sortMapEntries = "function" == typeof u ? u : !0 === u ? l : null;
   }
   clone() {
    const e = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
    return e.tags = this.tags.slice(), e;
   }
  }
  t.Schema = Schema;
 }),
 "../../node_modules/yaml/dist/schema/common/map.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/YAMLMap.js");
  const i = {
   collection: "map",
   default: !0,
   nodeClass: o.YAMLMap,
   tag: "tag:yaml.org,2002:map",
   resolve: (e, t) => (n.isMap(e) || t("Expected a mapping for this tag"), e),
   createNode: (e, t, s) => o.YAMLMap.from(e, t, s)
  };
  t.map = i;
 }),
 "../../node_modules/yaml/dist/schema/common/null.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  const o = {
   identify: e => null == e,
   createNode: () => new n.Scalar(null),
   default: !0,
   tag: "tag:yaml.org,2002:null",
   test: /^(?:~|[Nn]ull|NULL)?$/,
   resolve: () => new n.Scalar(null),
   stringify: ({source: e}, t) => "string" == typeof e && o.test.test(e) ? e : t.options.nullStr
  };
  t.nullTag = o;
 }),
 "../../node_modules/yaml/dist/schema/common/seq.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js");
  const i = {
   collection: "seq",
   default: !0,
   nodeClass: o.YAMLSeq,
   tag: "tag:yaml.org,2002:seq",
   resolve: (e, t) => (n.isSeq(e) || t("Expected a sequence for this tag"), e),
   createNode: (e, t, s) => o.YAMLSeq.from(e, t, s)
  };
  t.seq = i;
 }),
 "../../node_modules/yaml/dist/schema/common/string.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/stringify/stringifyString.js");
  const o = {
   identify: e => "string" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:str",
   resolve: e => e,
   stringify: (e, t, s, o) => (t = Object.assign({
    actualString: !0
   }, t), n.stringifyString(e, t, s, o))
  };
  t.string = o;
 }),
 "../../node_modules/yaml/dist/schema/core/bool.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  const o = {
   identify: e => "boolean" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:bool",
   test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
   resolve: e => new n.Scalar("t" === e[0] || "T" === e[0]),
   stringify({source: e, value: t}, s) {
    if (e && o.test.test(e)) {
     if (t === ("t" === e[0] || "T" === e[0])) return e;
    }
    return t ? s.options.trueStr : s.options.falseStr;
   }
  };
  t.boolTag = o;
 }),
 "../../node_modules/yaml/dist/schema/core/float.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js"), o = s("../../node_modules/yaml/dist/stringify/stringifyNumber.js");
  const i = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
   resolve: e => "nan" === e.slice(-3).toLowerCase() ? NaN : "-" === e[0] ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
   stringify: o.stringifyNumber
  }, r = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   format: "EXP",
   test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
   resolve: e => parseFloat(e),
   stringify(e) {
    const t = Number(e.value);
    return isFinite(t) ? t.toExponential() : o.stringifyNumber(e);
   }
  }, a = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
   resolve(e) {
    const t = new n.Scalar(parseFloat(e)), s = e.indexOf(".");
    return -1 !== s && "0" === e[e.length - 1] && (t.minFractionDigits = e.length - s - 1), 
    t;
   },
   stringify: o.stringifyNumber
  };
  t.float = a, t.floatExp = r, t.floatNaN = i;
 }),
 "../../node_modules/yaml/dist/schema/core/int.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/stringify/stringifyNumber.js");
  const o = e => "bigint" == typeof e || Number.isInteger(e), i = (e, t, s, {intAsBigInt: n}) => n ? BigInt(e) : parseInt(e.substring(t), s);
  function r(e, t, s) {
   const {value: i} = e;
   return o(i) && i >= 0 ? s + i.toString(t) : n.stringifyNumber(e);
  }
  const a = {
   identify: e => o(e) && e >= 0,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   format: "OCT",
   test: /^0o[0-7]+$/,
   resolve: (e, t, s) => i(e, 2, 8, s),
   stringify: e => r(e, 8, "0o")
  }, l = {
   identify: o,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   test: /^[-+]?[0-9]+$/,
   resolve: (e, t, s) => i(e, 0, 10, s),
   stringify: n.stringifyNumber
  }, c = {
   identify: e => o(e) && e >= 0,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   format: "HEX",
   test: /^0x[0-9a-fA-F]+$/,
   resolve: (e, t, s) => i(e, 2, 16, s),
   stringify: e => r(e, 16, "0x")
  };
  t.int = l, t.intHex = c, t.intOct = a;
 }),
 "../../node_modules/yaml/dist/schema/core/schema.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/schema/common/map.js"), o = s("../../node_modules/yaml/dist/schema/common/null.js"), i = s("../../node_modules/yaml/dist/schema/common/seq.js"), r = s("../../node_modules/yaml/dist/schema/common/string.js"), a = s("../../node_modules/yaml/dist/schema/core/bool.js"), l = s("../../node_modules/yaml/dist/schema/core/float.js"), c = s("../../node_modules/yaml/dist/schema/core/int.js");
  const d = [ n.map, i.seq, r.string, o.nullTag, a.boolTag, c.intOct, c.int, c.intHex, l.floatNaN, l.floatExp, l.float ];
  t.schema = d;
 }),
 "../../node_modules/yaml/dist/schema/json/schema.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js"), o = s("../../node_modules/yaml/dist/schema/common/map.js"), i = s("../../node_modules/yaml/dist/schema/common/seq.js");
  function r(e) {
   return "bigint" == typeof e || Number.isInteger(e);
  }
  const a = ({value: e}) => JSON.stringify(e), l = [ {
   identify: e => "string" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:str",
   resolve: e => e,
   stringify: a
  }, {
   identify: e => null == e,
   createNode: () => new n.Scalar(null),
   default: !0,
   tag: "tag:yaml.org,2002:null",
   test: /^null$/,
   resolve: () => null,
   stringify: a
  }, {
   identify: e => "boolean" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:bool",
   test: /^true$|^false$/,
   resolve: e => "true" === e,
   stringify: a
  }, {
   identify: r,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   test: /^-?(?:0|[1-9][0-9]*)$/,
   resolve: (e, t, {intAsBigInt: s}) => s ? BigInt(e) : parseInt(e, 10),
   stringify: ({value: e}) => r(e) ? e.toString() : JSON.stringify(e)
  }, {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
   resolve: e => parseFloat(e),
   stringify: a
  } ], c = {
   default: !0,
   tag: "",
   test: /^/,
   resolve: (e, t) => (t(`Unresolved plain scalar ${JSON.stringify(e)}`), e)
  }, d = [ o.map, i.seq ].concat(l, c);
  t.schema = d;
 }),
 "../../node_modules/yaml/dist/schema/tags.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/schema/common/map.js"), o = s("../../node_modules/yaml/dist/schema/common/null.js"), i = s("../../node_modules/yaml/dist/schema/common/seq.js"), r = s("../../node_modules/yaml/dist/schema/common/string.js"), a = s("../../node_modules/yaml/dist/schema/core/bool.js"), l = s("../../node_modules/yaml/dist/schema/core/float.js"), c = s("../../node_modules/yaml/dist/schema/core/int.js"), d = s("../../node_modules/yaml/dist/schema/core/schema.js"), u = s("../../node_modules/yaml/dist/schema/json/schema.js"), m = s("../../node_modules/yaml/dist/schema/yaml-1.1/binary.js"), f = s("../../node_modules/yaml/dist/schema/yaml-1.1/merge.js"), h = s("../../node_modules/yaml/dist/schema/yaml-1.1/omap.js"), p = s("../../node_modules/yaml/dist/schema/yaml-1.1/pairs.js"), y = s("../../node_modules/yaml/dist/schema/yaml-1.1/schema.js"), g = s("../../node_modules/yaml/dist/schema/yaml-1.1/set.js"), b = s("../../node_modules/yaml/dist/schema/yaml-1.1/timestamp.js");
  const v = new Map([ [ "core", d.schema ], [ "failsafe", [ n.map, i.seq, r.string ] ], [ "json", u.schema ], [ "yaml11", y.schema ], [ "yaml-1.1", y.schema ] ]), S = {
   binary: m.binary,
   bool: a.boolTag,
   float: l.float,
   floatExp: l.floatExp,
   floatNaN: l.floatNaN,
   floatTime: b.floatTime,
   int: c.int,
   intHex: c.intHex,
   intOct: c.intOct,
   intTime: b.intTime,
   map: n.map,
   merge: f.merge,
   null: o.nullTag,
   omap: h.omap,
   pairs: p.pairs,
   seq: i.seq,
   set: g.set,
   timestamp: b.timestamp
  }, w = {
   "tag:yaml.org,2002:binary": m.binary,
   "tag:yaml.org,2002:merge": f.merge,
   "tag:yaml.org,2002:omap": h.omap,
   "tag:yaml.org,2002:pairs": p.pairs,
   "tag:yaml.org,2002:set": g.set,
   "tag:yaml.org,2002:timestamp": b.timestamp
  };
  t.coreKnownTags = w, t.getTags = function(e, t, s) {
   const n = v.get(t);
   if (n && !e) return s && !n.includes(f.merge) ? n.concat(f.merge) : n.slice();
   let o = n;
   if (!o) {
    if (!Array.isArray(e)) {
     const e = Array.from(v.keys()).filter(e => "yaml11" !== e).map(e => JSON.stringify(e)).join(", ");
     throw new Error(`Unknown schema "${t}"; use one of ${e} or define customTags array`);
    }
    o = [];
   }
   if (Array.isArray(e)) for (const t of e) o = o.concat(t); else "function" == typeof e && (o = e(o.slice()));
   return s && (o = o.concat(f.merge)), o.reduce((e, t) => {
    const s = "string" == typeof t ? S[t] : t;
    if (!s) {
     const e = JSON.stringify(t), s = Object.keys(S).map(e => JSON.stringify(e)).join(", ");
     throw new Error(`Unknown custom tag ${e}; use one of ${s}`);
    }
    return e.includes(s) || e.push(s), e;
   }, []);
  };
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/binary.js": (function(e, t, s) {
  var n = s("buffer"), o = s("../../node_modules/yaml/dist/nodes/Scalar.js"), i = s("../../node_modules/yaml/dist/stringify/stringifyString.js");
  const r = {
   identify: e => e instanceof Uint8Array,
   default: !1,
   tag: "tag:yaml.org,2002:binary",
   resolve(e, t) {
    if ("function" == typeof n.Buffer) return n.Buffer.from(e, "base64");
    if ("function" == typeof atob) {
     const t = atob(e.replace(/[\n\r]/g, "")), s = new Uint8Array(t.length);
     for (let e = 0; e < t.length; ++e) s[e] = t.charCodeAt(e);
     return s;
    }
    return t("This environment does not support reading binary tags; either Buffer or atob is required"), 
    e;
   },
   stringify({comment: e, type: t, value: s}, r, a, l) {
    if (!s) return "";
    const c = s;
    let d;
    if ("function" == typeof n.Buffer) d = c instanceof n.Buffer ? c.toString("base64") : n.Buffer.from(c.buffer).toString("base64"); else {
     if ("function" != typeof btoa) throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
     {
      let e = "";
      for (let t = 0; t < c.length; ++t) e += String.fromCharCode(c[t]);
      d = btoa(e);
     }
    }
    if (t ?? (t = o.Scalar.BLOCK_LITERAL), t !== o.Scalar.QUOTE_DOUBLE) {
     const e = Math.max(r.options.lineWidth - r.indent.length, r.options.minContentWidth), s = Math.ceil(d.length / e), n = new Array(s);
     for (let t = 0, o = 0; t < s; ++t, o += e) n[t] = d.substr(o, e);
     d = n.join(t === o.Scalar.BLOCK_LITERAL ? "\n" : " ");
    }
    return i.stringifyString({
     comment: e,
     type: t,
     value: d
    }, r, a, l);
   }
  };
  t.binary = r;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/bool.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  function o({value: e, source: t}, s) {
   return t && (e ? i : r).test.test(t) ? t : e ? s.options.trueStr : s.options.falseStr;
  }
  const i = {
   identify: e => !0 === e,
   default: !0,
   tag: "tag:yaml.org,2002:bool",
   test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
   resolve: () => new n.Scalar(!0),
   stringify: o
  }, r = {
   identify: e => !1 === e,
   default: !0,
   tag: "tag:yaml.org,2002:bool",
   test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
   resolve: () => new n.Scalar(!1),
   stringify: o
  };
  t.falseTag = r, t.trueTag = i;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/float.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js"), o = s("../../node_modules/yaml/dist/stringify/stringifyNumber.js");
  const i = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
   resolve: e => "nan" === e.slice(-3).toLowerCase() ? NaN : "-" === e[0] ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
   stringify: o.stringifyNumber
  }, r = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   format: "EXP",
   test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
   resolve: e => parseFloat(e.replace(/_/g, "")),
   stringify(e) {
    const t = Number(e.value);
    return isFinite(t) ? t.toExponential() : o.stringifyNumber(e);
   }
  }, a = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
   resolve(e) {
    const t = new n.Scalar(parseFloat(e.replace(/_/g, ""))), s = e.indexOf(".");
    if (-1 !== s) {
     const n = e.substring(s + 1).replace(/_/g, "");
     "0" === n[n.length - 1] && (t.minFractionDigits = n.length);
    }
    return t;
   },
   stringify: o.stringifyNumber
  };
  t.float = a, t.floatExp = r, t.floatNaN = i;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/int.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/stringify/stringifyNumber.js");
  const o = e => "bigint" == typeof e || Number.isInteger(e);
  function i(e, t, s, {intAsBigInt: n}) {
   const o = e[0];
   if ("-" !== o && "+" !== o || (t += 1), e = e.substring(t).replace(/_/g, ""), n) {
    switch (s) {
    case 2:
     e = `0b${e}`;
     break;

    case 8:
     e = `0o${e}`;
     break;

    case 16:
     e = `0x${e}`;
    }
    const t = BigInt(e);
    return "-" === o ? BigInt(-1) * t : t;
   }
   const i = parseInt(e, s);
   return "-" === o ? -1 * i : i;
  }
  function r(e, t, s) {
   const {value: i} = e;
   if (o(i)) {
    const e = i.toString(t);
    return i < 0 ? "-" + s + e.substr(1) : s + e;
   }
   return n.stringifyNumber(e);
  }
  const a = {
   identify: o,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   format: "BIN",
   test: /^[-+]?0b[0-1_]+$/,
   resolve: (e, t, s) => i(e, 2, 2, s),
   stringify: e => r(e, 2, "0b")
  }, l = {
   identify: o,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   format: "OCT",
   test: /^[-+]?0[0-7_]+$/,
   resolve: (e, t, s) => i(e, 1, 8, s),
   stringify: e => r(e, 8, "0")
  }, c = {
   identify: o,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   test: /^[-+]?[0-9][0-9_]*$/,
   resolve: (e, t, s) => i(e, 0, 10, s),
   stringify: n.stringifyNumber
  }, d = {
   identify: o,
   default: !0,
   tag: "tag:yaml.org,2002:int",
   format: "HEX",
   test: /^[-+]?0x[0-9a-fA-F_]+$/,
   resolve: (e, t, s) => i(e, 2, 16, s),
   stringify: e => r(e, 16, "0x")
  };
  t.int = c, t.intBin = a, t.intHex = d, t.intOct = l;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/merge.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Scalar.js");
  const i = "<<", r = {
   identify: e => e === i || "symbol" == typeof e && e.description === i,
   default: "key",
   tag: "tag:yaml.org,2002:merge",
   test: /^<<$/,
   resolve: () => Object.assign(new o.Scalar(Symbol(i)), {
    addToJSMap: a
   }),
   stringify: () => i
  };
  function a(e, t, s) {
   const o = c(e, s);
   if (n.isSeq(o)) for (const s of o.items) l(e, t, s); else if (Array.isArray(o)) for (const s of o) l(e, t, s); else l(e, t, o);
  }
  function l(e, t, s) {
   const o = c(e, s);
   if (!n.isMap(o)) throw new Error("Merge sources must be maps or map aliases");
   const i = o.toJSON(null, e, Map);
   for (const [e, s] of i) t instanceof Map ? t.has(e) || t.set(e, s) : t instanceof Set ? t.add(e) : Object.prototype.hasOwnProperty.call(t, e) || Object.defineProperty(t, e, {
    value: s,
    writable: !0,
    enumerable: !0,
    configurable: !0
   });
   return t;
  }
  function c(e, t) {
   return e && n.isAlias(t) ? t.resolve(e.doc, e) : t;
  }
  t.addMergeToJSMap = a, t.isMergeKey = (e, t) => (r.identify(t) || n.isScalar(t) && (!t.type || t.type === o.Scalar.PLAIN) && r.identify(t.value)) && e?.doc.schema.tags.some(e => e.tag === r.tag && e.default), 
  t.merge = r;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/omap.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/toJS.js"), i = s("../../node_modules/yaml/dist/nodes/YAMLMap.js"), r = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js"), a = s("../../node_modules/yaml/dist/schema/yaml-1.1/pairs.js");
  class YAMLOMap extends r.YAMLSeq {
   constructor() {
    super(), this.add = i.YAMLMap.prototype.add.bind(this), this.delete = i.YAMLMap.prototype.delete.bind(this), 
    this.get = i.YAMLMap.prototype.get.bind(this), this.has = i.YAMLMap.prototype.has.bind(this), 
    this.set = i.YAMLMap.prototype.set.bind(this), this.tag = YAMLOMap.tag;
   }
   toJSON(e, t) {
    if (!t) return super.toJSON(e);
    const s = new Map;
    t?.onCreate && t.onCreate(s);
    for (const e of this.items) {
     let i, r;
     if (n.isPair(e) ? (i = o.toJS(e.key, "", t), r = o.toJS(e.value, i, t)) : i = o.toJS(e, "", t), 
     s.has(i)) throw new Error("Ordered maps must not include duplicate keys");
     s.set(i, r);
    }
    return s;
   }
   static from(e, t, s) {
    const n = a.createPairs(e, t, s), o = new this;
    return o.items = n.items, o;
   }
  }
  YAMLOMap.tag = "tag:yaml.org,2002:omap";
  const l = {
   collection: "seq",
   identify: e => e instanceof Map,
   nodeClass: YAMLOMap,
   default: !1,
   tag: "tag:yaml.org,2002:omap",
   resolve(e, t) {
    const s = a.resolvePairs(e, t), o = [];
    for (const {key: e} of s.items) n.isScalar(e) && (o.includes(e.value) ? t(`Ordered maps must not include duplicate keys: ${e.value}`) : o.push(e.value));
    return Object.assign(new YAMLOMap, s);
   },
   createNode: (e, t, s) => YAMLOMap.from(e, t, s)
  };
  t.YAMLOMap = YAMLOMap, t.omap = l;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/pairs.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Pair.js"), i = s("../../node_modules/yaml/dist/nodes/Scalar.js"), r = s("../../node_modules/yaml/dist/nodes/YAMLSeq.js");
  function a(e, t) {
   if (n.isSeq(e)) for (let s = 0; s < e.items.length; ++s) {
    let r = e.items[s];
    if (!n.isPair(r)) {
     if (n.isMap(r)) {
      r.items.length > 1 && t("Each pair must have its own sequence indicator");
      const e = r.items[0] || new o.Pair(new i.Scalar(null));
      if (r.commentBefore && (e.key.commentBefore = e.key.commentBefore ? `${r.commentBefore}\n${e.key.commentBefore}` : r.commentBefore), 
      r.comment) {
       const t = e.value ?? e.key;
       t.comment = t.comment ? `${r.comment}\n${t.comment}` : r.comment;
      }
      r = e;
     }
     e.items[s] = n.isPair(r) ? r : new o.Pair(r);
    }
   } else t("Expected a sequence for this tag");
   return e;
  }
  function l(e, t, s) {
   const {replacer: n} = s, i = new r.YAMLSeq(e);
   i.tag = "tag:yaml.org,2002:pairs";
   let a = 0;
   if (t && Symbol.iterator in Object(t)) for (let e of t) {
    let r, l;
    if ("function" == typeof n && (e = n.call(t, String(a++), e)), Array.isArray(e)) {
     if (2 !== e.length) throw new TypeError(`Expected [key, value] tuple: ${e}`);
     r = e[0], l = e[1];
    } else if (e && e instanceof Object) {
     const t = Object.keys(e);
     if (1 !== t.length) throw new TypeError(`Expected tuple with one key, not ${t.length} keys`);
     r = t[0], l = e[r];
    } else r = e;
    i.items.push(o.createPair(r, l, s));
   }
   return i;
  }
  const c = {
   collection: "seq",
   default: !1,
   tag: "tag:yaml.org,2002:pairs",
   resolve: a,
   createNode: l
  };
  t.createPairs = l, t.pairs = c, t.resolvePairs = a;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/schema.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/schema/common/map.js"), o = s("../../node_modules/yaml/dist/schema/common/null.js"), i = s("../../node_modules/yaml/dist/schema/common/seq.js"), r = s("../../node_modules/yaml/dist/schema/common/string.js"), a = s("../../node_modules/yaml/dist/schema/yaml-1.1/binary.js"), l = s("../../node_modules/yaml/dist/schema/yaml-1.1/bool.js"), c = s("../../node_modules/yaml/dist/schema/yaml-1.1/float.js"), d = s("../../node_modules/yaml/dist/schema/yaml-1.1/int.js"), u = s("../../node_modules/yaml/dist/schema/yaml-1.1/merge.js"), m = s("../../node_modules/yaml/dist/schema/yaml-1.1/omap.js"), f = s("../../node_modules/yaml/dist/schema/yaml-1.1/pairs.js"), h = s("../../node_modules/yaml/dist/schema/yaml-1.1/set.js"), p = s("../../node_modules/yaml/dist/schema/yaml-1.1/timestamp.js");
  const y = [ n.map, i.seq, r.string, o.nullTag, l.trueTag, l.falseTag, d.intBin, d.intOct, d.int, d.intHex, c.floatNaN, c.floatExp, c.float, a.binary, u.merge, m.omap, f.pairs, h.set, p.intTime, p.floatTime, p.timestamp ];
  t.schema = y;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/set.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Pair.js"), i = s("../../node_modules/yaml/dist/nodes/YAMLMap.js");
  class YAMLSet extends i.YAMLMap {
   constructor(e) {
    super(e), this.tag = YAMLSet.tag;
   }
   add(e) {
    let t;
    t = n.isPair(e) ? e : e && "object" == typeof e && "key" in e && "value" in e && null === e.value ? new o.Pair(e.key, null) : new o.Pair(e, null);
    i.findPair(this.items, t.key) || this.items.push(t);
   }
   get(e, t) {
    const s = i.findPair(this.items, e);
    return !t && n.isPair(s) ? n.isScalar(s.key) ? s.key.value : s.key : s;
   }
   set(e, t) {
    if ("boolean" != typeof t) throw new Error("Expected boolean value for set(key, value) in a YAML set, not " + typeof t);
    const s = i.findPair(this.items, e);
    s && !t ? this.items.splice(this.items.indexOf(s), 1) : !s && t && this.items.push(new o.Pair(e));
   }
   toJSON(e, t) {
    return super.toJSON(e, t, Set);
   }
   toString(e, t, s) {
    if (!e) return JSON.stringify(this);
    if (this.hasAllNullValues(!0)) return super.toString(Object.assign({}, e, {
     allNullValues: !0
    }), t, s);
    throw new Error("Set items must all have null values");
   }
   static from(e, t, s) {
    const {replacer: n} = s, i = new this(e);
    if (t && Symbol.iterator in Object(t)) for (let e of t) "function" == typeof n && (e = n.call(t, e, e)), 
    i.items.push(o.createPair(e, null, s));
    return i;
   }
  }
  YAMLSet.tag = "tag:yaml.org,2002:set";
  const r = {
   collection: "map",
   identify: e => e instanceof Set,
   nodeClass: YAMLSet,
   default: !1,
   tag: "tag:yaml.org,2002:set",
   createNode: (e, t, s) => YAMLSet.from(e, t, s),
   resolve(e, t) {
    if (n.isMap(e)) {
     if (e.hasAllNullValues(!0)) return Object.assign(new YAMLSet, e);
     t("Set items must all have null values");
    } else t("Expected a mapping for this tag");
    return e;
   }
  };
  t.YAMLSet = YAMLSet, t.set = r;
 }),
 "../../node_modules/yaml/dist/schema/yaml-1.1/timestamp.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/stringify/stringifyNumber.js");
  function o(e, t) {
   const s = e[0], n = "-" === s || "+" === s ? e.substring(1) : e, o = e => t ? BigInt(e) : Number(e), i = n.replace(/_/g, "").split(":").reduce((e, t) => e * o(60) + o(t), o(0));
   return "-" === s ? o(-1) * i : i;
  }
  function i(e) {
   let {value: t} = e, s = e => e;
   if ("bigint" == typeof t) s = e => BigInt(e); else if (isNaN(t) || !isFinite(t)) return n.stringifyNumber(e);
   let o = "";
   t < 0 && (o = "-", t *= s(-1));
   const i = s(60), r = [ t % i ];
   return t < 60 ? r.unshift(0) : (t = (t - r[0]) / i, r.unshift(t % i), t >= 60 && (t = (t - r[0]) / i, 
   r.unshift(t))), o + r.map(e => String(e).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
  }
  const r = {
   identify: e => "bigint" == typeof e || Number.isInteger(e),
   default: !0,
   tag: "tag:yaml.org,2002:int",
   format: "TIME",
   test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
   resolve: (e, t, {intAsBigInt: s}) => o(e, s),
   stringify: i
  }, a = {
   identify: e => "number" == typeof e,
   default: !0,
   tag: "tag:yaml.org,2002:float",
   format: "TIME",
   test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
   resolve: e => o(e, !1),
   stringify: i
  }, l = {
   identify: e => e instanceof Date,
   default: !0,
   tag: "tag:yaml.org,2002:timestamp",
   test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
   resolve(e) {
    const t = e.match(l.test);
    if (!t) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
    const [, s, n, i, r, a, c] = t.map(Number), d = t[7] ? Number((t[7] + "00").substr(1, 3)) : 0;
    let u = Date.UTC(s, n - 1, i, r || 0, a || 0, c || 0, d);
    const m = t[8];
    if (m && "Z" !== m) {
     let e = o(m, !1);
     Math.abs(e) < 30 && (e *= 60), u -= 6e4 * e;
    }
    return new Date(u);
   },
   stringify: ({value: e}) => e?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
  };
  t.floatTime = a, t.intTime = r, t.timestamp = l;
 }),
 "../../node_modules/yaml/dist/stringify/foldFlowLines.js": (function(e, t) {
  const s = "block", n = "quoted";
  function o(e, t, s) {
   let n = t, o = t + 1, i = e[o];
   for (;" " === i || "\t" === i; ) if (t < o + s) i = e[++t]; else {
    do {
     i = e[++t];
    } while (i && "\n" !== i);
    n = t, o = t + 1, i = e[o];
   }
   return n;
  }
  t.FOLD_BLOCK = s, t.FOLD_FLOW = "flow", t.FOLD_QUOTED = n, t.foldFlowLines = function(e, t, i = "flow", {indentAtStart: r, lineWidth: a = 80, minContentWidth: l = 20, onFold: c, onOverflow: d} = {}) {
   if (!a || a < 0) return e;
   a < l && (l = 0);
   const u = Math.max(1 + l, 1 + a - t.length);
   if (e.length <= u) return e;
   const m = [], f = {};
   let h, p, y = a - t.length;
   "number" == typeof r && (r > a - Math.max(2, l) ? m.push(0) : y = a - r);
   let g = !1, b = -1, v = -1, S = -1;
   i === s && (b = o(e, b, t.length), -1 !== b && (y = b + u));
   for (let r; r = e[b += 1]; ) {
    if (i === n && "\\" === r) {
     switch (v = b, e[b + 1]) {
     case "x":
      b += 3;
      break;

     case "u":
      b += 5;
      break;

     case "U":
      b += 9;
      break;

     default:
      b += 1;
     }
     S = b;
    }
    if ("\n" === r) i === s && (b = o(e, b, t.length)), y = b + t.length + u, h = void 0; else {
     if (" " === r && p && " " !== p && "\n" !== p && "\t" !== p) {
      const t = e[b + 1];
      t && " " !== t && "\n" !== t && "\t" !== t && (h = b);
     }
     if (b >= y) if (h) m.push(h), y = h + u, h = void 0; else if (i === n) {
      for (;" " === p || "\t" === p; ) p = r, r = e[b += 1], g = !0;
      const t = b > S + 1 ? b - 2 : v - 1;
      if (f[t]) return e;
      m.push(t), f[t] = !0, y = t + u, h = void 0;
     } else g = !0;
    }
    p = r;
   }
   if (g && d && d(), 0 === m.length) return e;
   c && c();
   let w = e.slice(0, m[0]);
   for (let s = 0; s < m.length; ++s) {
    const o = m[s], r = m[s + 1] || e.length;
    0 === o ? w = `\n${t}${e.slice(0, r)}` : (i === n && f[o] && (w += `${e[o]}\\`), 
    w += `\n${t}${e.slice(o + 1, r)}`);
   }
   return w;
  };
 }),
 "../../node_modules/yaml/dist/stringify/stringify.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/doc/anchors.js"), o = s("../../node_modules/yaml/dist/nodes/identity.js"), i = s("../../node_modules/yaml/dist/stringify/stringifyComment.js"), r = s("../../node_modules/yaml/dist/stringify/stringifyString.js");
  t.createStringifyContext = function(e, t) {
   const s = Object.assign({
    blockQuote: !0,
    commentString: i.stringifyComment,
    defaultKeyType: null,
    defaultStringType: "PLAIN",
    directives: null,
    doubleQuotedAsJSON: !1,
    doubleQuotedMinMultiLineLength: 40,
    falseStr: "false",
    flowCollectionPadding: !0,
    indentSeq: !0,
    lineWidth: 80,
    minContentWidth: 20,
    nullStr: "null",
    simpleKeys: !1,
    singleQuote: null,
    trailingComma: !1,
    trueStr: "true",
    verifyAliasOrder: !0
   }, e.schema.toStringOptions, t);
   let n;
   switch (s.collectionStyle) {
   case "block":
    n = !1;
    break;

   case "flow":
    n = !0;
    break;

   default:
    n = null;
   }
   return {
    anchors: new Set,
    doc: e,
    flowCollectionPadding: s.flowCollectionPadding ? " " : "",
    indent: "",
    indentStep: "number" == typeof s.indent ? " ".repeat(s.indent) : "  ",
    inFlow: n,
    options: s
   };
  }, t.stringify = function(e, t, s, i) {
   if (o.isPair(e)) return e.toString(t, s, i);
   if (o.isAlias(e)) {
    if (t.doc.directives) return e.toString(t);
    if (t.resolvedAliases?.has(e)) throw new TypeError("Cannot stringify circular structure without alias nodes");
    t.resolvedAliases ? t.resolvedAliases.add(e) : t.resolvedAliases = new Set([ e ]), 
    e = e.resolve(t.doc);
   }
   let a;
   const l = o.isNode(e) ? e : t.doc.createNode(e, {
    onTagObj: e => a = e
   });
   a ?? (a = function(e, t) {
    if (t.tag) {
     const s = e.filter(e => e.tag === t.tag);
     if (s.length > 0) return s.find(e => e.format === t.format) ?? s[0];
    }
    let s, n;
    if (o.isScalar(t)) {
     n = t.value;
     let o = e.filter(e => e.identify?.(n));
     if (o.length > 1) {
      const e = o.filter(e => e.test);
      e.length > 0 && (o = e);
     }
     s = o.find(e => e.format === t.format) ?? o.find(e => !e.format);
    } else n = t, s = e.find(e => e.nodeClass && n instanceof e.nodeClass);
    if (!s) throw new Error(`Tag not resolved for ${n?.constructor?.name ?? (null === n ? "null" : typeof n)} value`);
    return s;
   }(t.doc.schema.tags, l));
   const c = function(e, t, {anchors: s, doc: i}) {
    if (!i.directives) return "";
    const r = [], a = (o.isScalar(e) || o.isCollection(e)) && e.anchor;
    a && n.anchorIsValid(a) && (s.add(a), r.push(`&${a}`));
    const l = e.tag ?? (t.default ? null : t.tag);
    return l && r.push(i.directives.tagString(l)), r.join(" ");
   }(l, a, t);
   c.length > 0 && (t.indentAtStart = (t.indentAtStart ?? 0) + c.length + 1);
   const d = "function" == typeof a.stringify ? a.stringify(l, t, s, i) : o.isScalar(l) ? r.stringifyString(l, t, s, i) : l.toString(t, s, i);
   return c ? o.isScalar(l) || "{" === d[0] || "[" === d[0] ? `${c} ${d}` : `${c}\n${t.indent}${d}` : d;
  };
 }),
 "../../node_modules/yaml/dist/stringify/stringifyCollection.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/stringify/stringify.js"), i = s("../../node_modules/yaml/dist/stringify/stringifyComment.js");
  function r({comment: e, items: t}, s, {blockItemPrefix: r, flowChars: a, itemIndent: c, onChompKeep: d, onComment: u}) {
   const {indent: m, options: {commentString: f}} = s, h = Object.assign({}, s, {
    indent: c,
    type: null
   });
   let p = !1;
   const y = [];
   for (let e = 0; e < t.length; ++e) {
    const a = t[e];
    let d = null;
    if (n.isNode(a)) !p && a.spaceBefore && y.push(""), l(s, y, a.commentBefore, p), 
    a.comment && (d = a.comment); else if (n.isPair(a)) {
     const e = n.isNode(a.key) ? a.key : null;
     e && (!p && e.spaceBefore && y.push(""), l(s, y, e.commentBefore, p));
    }
    p = !1;
    let u = o.stringify(a, h, () => d = null, () => p = !0);
    d && (u += i.lineComment(u, c, f(d))), p && d && (p = !1), y.push(r + u);
   }
   let g;
   if (0 === y.length) g = a.start + a.end; else {
    g = y[0];
    for (let e = 1; e < y.length; ++e) {
     const t = y[e];
     g += t ? `\n${m}${t}` : "\n";
    }
   }
   return e ? (g += "\n" + i.indentComment(f(e), m), u && u()) : p && d && d(), g;
  }
  function a({items: e}, t, {flowChars: s, itemIndent: r}) {
   const {indent: a, indentStep: c, flowCollectionPadding: d, options: {commentString: u}} = t;
   r += c;
   const m = Object.assign({}, t, {
    indent: r,
    inFlow: !0,
    type: null
   });
   let f = !1, h = 0;
   const p = [];
   for (let s = 0; s < e.length; ++s) {
    const a = e[s];
    let c = null;
    if (n.isNode(a)) a.spaceBefore && p.push(""), l(t, p, a.commentBefore, !1), a.comment && (c = a.comment); else if (n.isPair(a)) {
     const e = n.isNode(a.key) ? a.key : null;
     e && (e.spaceBefore && p.push(""), l(t, p, e.commentBefore, !1), e.comment && (f = !0));
     const s = n.isNode(a.value) ? a.value : null;
     s ? (s.comment && (c = s.comment), s.commentBefore && (f = !0)) : null == a.value && e?.comment && (c = e.comment);
    }
    c && (f = !0);
    let d = o.stringify(a, m, () => c = null);
    f || (f = p.length > h || d.includes("\n")), s < e.length - 1 ? d += "," : t.options.trailingComma && (t.options.lineWidth > 0 && (f || (f = p.reduce((e, t) => e + t.length + 2, 2) + (d.length + 2) > t.options.lineWidth)), 
    f && (d += ",")), c && (d += i.lineComment(d, r, u(c))), p.push(d), h = p.length;
   }
   const {start: y, end: g} = s;
   if (0 === p.length) return y + g;
   if (!f) {
    const e = p.reduce((e, t) => e + t.length + 2, 2);
    f = t.options.lineWidth > 0 && e > t.options.lineWidth;
   }
   if (f) {
    let e = y;
    for (const t of p) e += t ? `\n${c}${a}${t}` : "\n";
    return `${e}\n${a}${g}`;
   }
   return `${y}${d}${p.join(" ")}${d}${g}`;
  }
  function l({indent: e, options: {commentString: t}}, s, n, o) {
   if (n && o && (n = n.replace(/^\n+/, "")), n) {
    const o = i.indentComment(t(n), e);
    s.push(o.trimStart());
   }
  }
  t.stringifyCollection = function(e, t, s) {
   return (t.inFlow ?? e.flow ? a : r)(e, t, s);
  };
 }),
 "../../node_modules/yaml/dist/stringify/stringifyComment.js": (function(e, t) {
  function s(e, t) {
   return /^\n+$/.test(e) ? e.substring(1) : t ? e.replace(/^(?! *$)/gm, t) : e;
  }
  t.indentComment = s, t.lineComment = (e, t, n) => e.endsWith("\n") ? s(n, t) : n.includes("\n") ? "\n" + s(n, t) : (e.endsWith(" ") ? "" : " ") + n, 
  t.stringifyComment = e => e.replace(/^(?!$)(?: $)?/gm, "#");
 }),
 "../../node_modules/yaml/dist/stringify/stringifyDocument.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/stringify/stringify.js"), i = s("../../node_modules/yaml/dist/stringify/stringifyComment.js");
  t.stringifyDocument = function(e, t) {
   const s = [];
   let r = !0 === t.directives;
   if (!1 !== t.directives && e.directives) {
    const t = e.directives.toString(e);
    t ? (s.push(t), r = !0) : e.directives.docStart && (r = !0);
   }
   r && s.push("---");
   const a = o.createStringifyContext(e, t), {commentString: l} = a.options;
   if (e.commentBefore) {
    1 !== s.length && s.unshift("");
    const t = l(e.commentBefore);
    s.unshift(i.indentComment(t, ""));
   }
   let c = !1, d = null;
   if (e.contents) {
    if (n.isNode(e.contents)) {
     if (e.contents.spaceBefore && r && s.push(""), e.contents.commentBefore) {
      const t = l(e.contents.commentBefore);
      s.push(i.indentComment(t, ""));
     }
     a.forceBlockIndent = !!e.comment, d = e.contents.comment;
    }
    const t = d ? void 0 : () => c = !0;
    let u = o.stringify(e.contents, a, () => d = null, t);
    d && (u += i.lineComment(u, "", l(d))), "|" !== u[0] && ">" !== u[0] || "---" !== s[s.length - 1] ? s.push(u) : s[s.length - 1] = `--- ${u}`;
   } else s.push(o.stringify(e.contents, a));
   if (e.directives?.docEnd) if (e.comment) {
    const t = l(e.comment);
    t.includes("\n") ? (s.push("..."), s.push(i.indentComment(t, ""))) : s.push(`... ${t}`);
   } else s.push("..."); else {
    let t = e.comment;
    t && c && (t = t.replace(/^\n+/, "")), t && (c && !d || "" === s[s.length - 1] || s.push(""), 
    s.push(i.indentComment(l(t), "")));
   }
   return s.join("\n") + "\n";
  };
 }),
 "../../node_modules/yaml/dist/stringify/stringifyNumber.js": (function(e, t) {
  t.stringifyNumber = function({format: e, minFractionDigits: t, tag: s, value: n}) {
   if ("bigint" == typeof n) return String(n);
   const o = "number" == typeof n ? n : Number(n);
   if (!isFinite(o)) return isNaN(o) ? ".nan" : o < 0 ? "-.inf" : ".inf";
   let i = Object.is(n, -0) ? "-0" : JSON.stringify(n);
   if (!e && t && (!s || "tag:yaml.org,2002:float" === s) && /^-?\d/.test(i) && !i.includes("e")) {
    let e = i.indexOf(".");
    e < 0 && (e = i.length, i += ".");
    let s = t - (i.length - e - 1);
    for (;s-- > 0; ) i += "0";
   }
   return i;
  };
 }),
 "../../node_modules/yaml/dist/stringify/stringifyPair.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js"), o = s("../../node_modules/yaml/dist/nodes/Scalar.js"), i = s("../../node_modules/yaml/dist/stringify/stringify.js"), r = s("../../node_modules/yaml/dist/stringify/stringifyComment.js");
  t.stringifyPair = function({key: e, value: t}, s, a, l) {
   const {allNullValues: c, doc: d, indent: u, indentStep: m, options: {commentString: f, indentSeq: h, simpleKeys: p}} = s;
   let y = n.isNode(e) && e.comment || null;
   if (p) {
    if (y) throw new Error("With simple keys, key nodes cannot have comments");
    if (n.isCollection(e) || !n.isNode(e) && "object" == typeof e) {
     throw new Error("With simple keys, collection cannot be used as a key value");
    }
   }
   let g = !p && (!e || y && null == t && !s.inFlow || n.isCollection(e) || (n.isScalar(e) ? e.type === o.Scalar.BLOCK_FOLDED || e.type === o.Scalar.BLOCK_LITERAL : "object" == typeof e));
   s = Object.assign({}, s, {
    allNullValues: !1,
    implicitKey: !g && (p || !c),
    indent: u + m
   });
   let b, v, S, w = !1, k = !1, _ = i.stringify(e, s, () => w = !0, () => k = !0);
   if (!g && !s.inFlow && _.length > 1024) {
    if (p) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    g = !0;
   }
   if (s.inFlow) {
    if (c || null == t) return w && a && a(), "" === _ ? "?" : g ? `? ${_}` : _;
   } else if (c && !p || null == t && g) return _ = `? ${_}`, y && !w ? _ += r.lineComment(_, s.indent, f(y)) : k && l && l(), 
   _;
   w && (y = null), g ? (y && (_ += r.lineComment(_, s.indent, f(y))), _ = `? ${_}\n${u}:`) : (_ = `${_}:`, 
   y && (_ += r.lineComment(_, s.indent, f(y)))), n.isNode(t) ? (b = !!t.spaceBefore, 
   v = t.commentBefore, S = t.comment) : (b = !1, v = null, S = null, t && "object" == typeof t && (t = d.createNode(t))), 
   s.implicitKey = !1, g || y || !n.isScalar(t) || (s.indentAtStart = _.length + 1), 
   k = !1, h || !(m.length >= 2) || s.inFlow || g || !n.isSeq(t) || t.flow || t.tag || t.anchor || (s.indent = s.indent.substring(2));
   let j = !1;
   const A = i.stringify(t, s, () => j = !0, () => k = !0);
   let N = " ";
   if (y || b || v) {
    if (N = b ? "\n" : "", v) {
     const e = f(v);
     N += `\n${r.indentComment(e, s.indent)}`;
    }
    "" !== A || s.inFlow ? N += `\n${s.indent}` : "\n" === N && S && (N = "\n\n");
   } else if (!g && n.isCollection(t)) {
    const e = A[0], n = A.indexOf("\n"), o = -1 !== n, i = s.inFlow ?? t.flow ?? 0 === t.items.length;
    if (o || !i) {
     let t = !1;
     if (o && ("&" === e || "!" === e)) {
      let s = A.indexOf(" ");
      "&" === e && -1 !== s && s < n && "!" === A[s + 1] && (s = A.indexOf(" ", s + 1)), 
      (-1 === s || n < s) && (t = !0);
     }
     t || (N = `\n${s.indent}`);
    }
   } else "" !== A && "\n" !== A[0] || (N = "");
   return _ += N + A, s.inFlow ? j && a && a() : S && !j ? _ += r.lineComment(_, s.indent, f(S)) : k && l && l(), 
   _;
  };
 }),
 "../../node_modules/yaml/dist/stringify/stringifyString.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/Scalar.js"), o = s("../../node_modules/yaml/dist/stringify/foldFlowLines.js");
  const i = (e, t) => ({
   indentAtStart: t ? e.indent.length : e.indentAtStart,
   lineWidth: e.options.lineWidth,
   minContentWidth: e.options.minContentWidth
  }), r = e => /^(%|---|\.\.\.)/m.test(e);
  function a(e, t) {
   const s = JSON.stringify(e);
   if (t.options.doubleQuotedAsJSON) return s;
   const {implicitKey: n} = t, a = t.options.doubleQuotedMinMultiLineLength, l = t.indent || (r(e) ? "  " : "");
   let c = "", d = 0;
   for (let e = 0, t = s[e]; t; t = s[++e]) if (" " === t && "\\" === s[e + 1] && "n" === s[e + 2] && (c += s.slice(d, e) + "\\ ", 
   e += 1, d = e, t = "\\"), "\\" === t) switch (s[e + 1]) {
   case "u":
    {
     c += s.slice(d, e);
     const t = s.substr(e + 2, 4);
     switch (t) {
     case "0000":
      c += "\\0";
      break;

     case "0007":
      c += "\\a";
      break;

     case "000b":
      c += "\\v";
      break;

     case "001b":
      c += "\\e";
      break;

     case "0085":
      c += "\\N";
      break;

     case "00a0":
      c += "\\_";
      break;

     case "2028":
      c += "\\L";
      break;

     case "2029":
      c += "\\P";
      break;

     default:
      "00" === t.substr(0, 2) ? c += "\\x" + t.substr(2) : c += s.substr(e, 6);
     }
     e += 5, d = e + 1;
    }
    break;

   case "n":
    if (n || '"' === s[e + 2] || s.length < a) e += 1; else {
     for (c += s.slice(d, e) + "\n\n"; "\\" === s[e + 2] && "n" === s[e + 3] && '"' !== s[e + 4]; ) c += "\n", 
     e += 2;
     c += l, " " === s[e + 2] && (c += "\\"), e += 1, d = e + 1;
    }
    break;

   default:
    e += 1;
   }
   return c = d ? c + s.slice(d) : s, n ? c : o.foldFlowLines(c, l, o.FOLD_QUOTED, i(t, !1));
  }
  function l(e, t) {
   if (!1 === t.options.singleQuote || t.implicitKey && e.includes("\n") || /[ \t]\n|\n[ \t]/.test(e)) return a(e, t);
   const s = t.indent || (r(e) ? "  " : ""), n = "'" + e.replace(/'/g, "''").replace(/\n+/g, `$&\n${s}`) + "'";
   return t.implicitKey ? n : o.foldFlowLines(n, s, o.FOLD_FLOW, i(t, !1));
  }
  function c(e, t) {
   const {singleQuote: s} = t.options;
   let n;
   if (!1 === s) n = a; else {
    const t = e.includes('"'), o = e.includes("'");
    n = t && !o ? l : o && !t ? a : s ? l : a;
   }
   return n(e, t);
  }
  let d;
  try {
   d = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
  } catch {
   d = /\n+(?!\n|$)/g;
  }
  function u({comment: e, type: t, value: s}, a, l, u) {
   const {blockQuote: m, commentString: f, lineWidth: h} = a.options;
   if (!m || /\n[\t ]+$/.test(s)) return c(s, a);
   const p = a.indent || (a.forceBlockIndent || r(s) ? "  " : ""), y = "literal" === m || "folded" !== m && t !== n.Scalar.BLOCK_FOLDED && (t === n.Scalar.BLOCK_LITERAL || !function(e, t, s) {
    if (!t || t < 0) return !1;
    const n = t - s, o = e.length;
    if (o <= n) return !1;
    for (let t = 0, s = 0; t < o; ++t) if ("\n" === e[t]) {
     if (t - s > n) return !0;
     if (s = t + 1, o - s <= n) return !1;
    }
    return !0;
   }(s, h, p.length));
   if (!s) return y ? "|\n" : ">\n";
   let g, b;
   for (b = s.length; b > 0; --b) {
    const e = s[b - 1];
    if ("\n" !== e && "\t" !== e && " " !== e) break;
   }
   let v = s.substring(b);
   const S = v.indexOf("\n");
   -1 === S ? g = "-" : s === v || S !== v.length - 1 ? (g = "+", u && u()) : g = "", 
   v && (s = s.slice(0, -v.length), "\n" === v[v.length - 1] && (v = v.slice(0, -1)), 
   v = v.replace(d, `$&${p}`));
   let w, k = !1, _ = -1;
   for (w = 0; w < s.length; ++w) {
    const e = s[w];
    if (" " === e) k = !0; else {
     if ("\n" !== e) break;
     _ = w;
    }
   }
   let j = s.substring(0, _ < w ? _ + 1 : w);
   j && (s = s.substring(j.length), j = j.replace(/\n+/g, `$&${p}`));
   let A = (k ? p ? "2" : "1" : "") + g;
   if (e && (A += " " + f(e.replace(/ ?[\r\n]+/g, " ")), l && l()), !y) {
    const e = s.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${p}`);
    let r = !1;
    const l = i(a, !0);
    "folded" !== m && t !== n.Scalar.BLOCK_FOLDED && (l.onOverflow = () => {
     r = !0;
    });
    const c = o.foldFlowLines(`${j}${e}${v}`, p, o.FOLD_BLOCK, l);
    if (!r) return `>${A}\n${p}${c}`;
   }
   return `|${A}\n${p}${j}${s = s.replace(/\n+/g, `$&${p}`)}${v}`;
  }
  t.stringifyString = function(e, t, s, d) {
   const {implicitKey: m, inFlow: f} = t, h = "string" == typeof e.value ? e : Object.assign({}, e, {
    value: String(e.value)
   });
   let {type: p} = e;
   p !== n.Scalar.QUOTE_DOUBLE && /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(h.value) && (p = n.Scalar.QUOTE_DOUBLE);
   const y = e => {
    switch (e) {
    case n.Scalar.BLOCK_FOLDED:
    case n.Scalar.BLOCK_LITERAL:
     return m || f ? c(h.value, t) : u(h, t, s, d);

    case n.Scalar.QUOTE_DOUBLE:
     return a(h.value, t);

    case n.Scalar.QUOTE_SINGLE:
     return l(h.value, t);

    case n.Scalar.PLAIN:
     return function(e, t, s, a) {
      const {type: l, value: d} = e, {actualString: m, implicitKey: f, indent: h, indentStep: p, inFlow: y} = t;
      if (f && d.includes("\n") || y && /[[\]{},]/.test(d)) return c(d, t);
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(d)) return f || y || !d.includes("\n") ? c(d, t) : u(e, t, s, a);
      if (!f && !y && l !== n.Scalar.PLAIN && d.includes("\n")) return u(e, t, s, a);
      if (r(d)) {
       if ("" === h) return t.forceBlockIndent = !0, u(e, t, s, a);
       if (f && h === p) return c(d, t);
      }
      const g = d.replace(/\n+/g, `$&\n${h}`);
      if (m) {
       const e = e => e.default && "tag:yaml.org,2002:str" !== e.tag && e.test?.test(g), {compat: s, tags: n} = t.doc.schema;
       if (n.some(e) || s?.some(e)) return c(d, t);
      }
      return f ? g : o.foldFlowLines(g, h, o.FOLD_FLOW, i(t, !1));
     }(h, t, s, d);

    default:
     return null;
    }
   };
   let g = y(p);
   if (null === g) {
    const {defaultKeyType: e, defaultStringType: s} = t.options, n = m && e || s;
    if (g = y(n), null === g) throw new Error(`Unsupported default string type ${n}`);
   }
   return g;
  };
 }),
 "../../node_modules/yaml/dist/visit.js": (function(e, t, s) {
  var n = s("../../node_modules/yaml/dist/nodes/identity.js");
  const o = Symbol("break visit"), i = Symbol("skip children"), r = Symbol("remove node");
  function a(e, t) {
   const s = u(t);
   if (n.isDocument(e)) {
    l(null, e.contents, s, Object.freeze([ e ])) === r && (e.contents = null);
   } else l(null, e, s, Object.freeze([]));
  }
  function l(e, t, s, i) {
   const a = m(e, t, s, i);
   if (n.isNode(a) || n.isPair(a)) return f(e, i, a), l(e, a, s, i);
   if ("symbol" != typeof a) if (n.isCollection(t)) {
    i = Object.freeze(i.concat(t));
    for (let e = 0; e < t.items.length; ++e) {
     const n = l(e, t.items[e], s, i);
     if ("number" == typeof n) e = n - 1; else {
      if (n === o) return o;
      n === r && (t.items.splice(e, 1), e -= 1);
     }
    }
   } else if (n.isPair(t)) {
    i = Object.freeze(i.concat(t));
    const e = l("key", t.key, s, i);
    if (e === o) return o;
    e === r && (t.key = null);
    const n = l("value", t.value, s, i);
    if (n === o) return o;
    n === r && (t.value = null);
   }
   return a;
  }
  async function c(e, t) {
   const s = u(t);
   if (n.isDocument(e)) {
    await d(null, e.contents, s, Object.freeze([ e ])) === r && (e.contents = null);
   } else await d(null, e, s, Object.freeze([]));
  }
  async function d(e, t, s, i) {
   const a = await m(e, t, s, i);
   if (n.isNode(a) || n.isPair(a)) return f(e, i, a), d(e, a, s, i);
   if ("symbol" != typeof a) if (n.isCollection(t)) {
    i = Object.freeze(i.concat(t));
    for (let e = 0; e < t.items.length; ++e) {
     const n = await d(e, t.items[e], s, i);
     if ("number" == typeof n) e = n - 1; else {
      if (n === o) return o;
      n === r && (t.items.splice(e, 1), e -= 1);
     }
    }
   } else if (n.isPair(t)) {
    i = Object.freeze(i.concat(t));
    const e = await d("key", t.key, s, i);
    if (e === o) return o;
    e === r && (t.key = null);
    const n = await d("value", t.value, s, i);
    if (n === o) return o;
    n === r && (t.value = null);
   }
   return a;
  }
  function u(e) {
   return "object" == typeof e && (e.Collection || e.Node || e.Value) ? Object.assign({
    Alias: e.Node,
    Map: e.Node,
    Scalar: e.Node,
    Seq: e.Node
   }, e.Value && {
    Map: e.Value,
    Scalar: e.Value,
    Seq: e.Value
   }, e.Collection && {
    Map: e.Collection,
    Seq: e.Collection
   }, e) : e;
  }
  function m(e, t, s, o) {
   return "function" == typeof s ? s(e, t, o) : n.isMap(t) ? s.Map?.(e, t, o) : n.isSeq(t) ? s.Seq?.(e, t, o) : n.isPair(t) ? s.Pair?.(e, t, o) : n.isScalar(t) ? s.Scalar?.(e, t, o) : n.isAlias(t) ? s.Alias?.(e, t, o) : void 0;
  }
  function f(e, t, s) {
   const o = t[t.length - 1];
   if (n.isCollection(o)) o.items[e] = s; else if (n.isPair(o)) "key" === e ? o.key = s : o.value = s; else {
    if (!n.isDocument(o)) {
     const e = n.isAlias(o) ? "alias" : "scalar";
     throw new Error(`Cannot replace node with ${e} parent`);
    }
    o.contents = s;
   }
  }
  a.BREAK = o, a.SKIP = i, a.REMOVE = r, c.BREAK = o, c.SKIP = i, c.REMOVE = r, t.visit = a, 
  t.visitAsync = c;
 })
};
