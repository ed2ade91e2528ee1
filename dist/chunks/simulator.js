export const __webpack_esm_ids__ = [ "simulator" ];

export const __webpack_esm_modules__ = {
 "./simulator/demo-scenario.js": (function(e, t, n) {
  const r = {
   trigger: "glptt-0000000000000000000000000000000000000000",
   access: "glpat-00000000000000000000"
  }, s = {
   stages: [ "build", "test", "deploy" ],
   createdForMs: 600,
   jobs: [ {
    name: "compile: [linux]",
    stage: "build",
    queuedMs: 700,
    durationMs: 1800,
    log: "$ make linux\nJob succeeded\n"
   }, {
    name: "compile: [windows]",
    stage: "build",
    queuedMs: 900,
    durationMs: 2400,
    log: "$ make windows\nJob succeeded\n"
   }, {
    name: "lint",
    stage: "test",
    durationMs: 900,
    result: "failed",
    allowFailure: !0,
    log: "src/round.ts:3:1 missing docstring\n"
   }, {
    name: "unit",
    stage: "test",
    durationMs: 2600,
    result: "failed",
    failureReason: "script_failure",
    log: [ 'section_start:1767225600:step_script\r[0K[0KExecuting "step_script" stage of the job script', "$ npm test", "  [32m✓[0m adds two numbers (3 ms)", "  [32m✓[0m takes nothing for zero (1 ms)", "  [31m✗[0m rounds half to even", "    expected [32m2[0m, received [31m3[0m", "      at src/round.test.ts:14:22", "2 passed, 1 failed", "section_end:1767225605:step_script\r[0K", "[31;1mERROR: Job failed: exit code 1[0;m", "" ].join("\n"),
    coverage: 87.5
   }, {
    name: "publish",
    stage: "deploy",
    durationMs: 1200
   } ],
   bridges: [ {
    name: "smoke",
    stage: "test",
    strategy: "depend",
    downstream: {
     script: {
      stages: [ "smoke" ],
      createdForMs: 100,
      jobs: [ {
       name: "api",
       stage: "smoke",
       durationMs: 1200,
       artifacts: [ {
        fileType: "archive",
        filename: "artifacts.zip",
        files: {
         "preview.env": "IMAGE_TAG=1.4.2\nPREVIEW_URL=https://preview.example.com\n"
        }
       } ]
      }, {
       name: "web",
       stage: "smoke",
       queuedMs: 300,
       durationMs: 1500
      } ]
     }
    }
   } ],
   tests: [ {
    name: "unit",
    cases: [ {
     name: "adds two numbers",
     status: "success",
     executionTime: .003
    }, {
     name: "takes nothing for zero",
     status: "success",
     executionTime: .001
    }, {
     name: "rounds half to even",
     status: "failed",
     executionTime: .002,
     file: "src/round.test.ts",
     systemOutput: "expected 2, received 3\n  at src/round.test.ts:14:22"
    } ]
   } ]
  }, i = {
   users: [ {
    username: "ada",
    name: "Ada"
   } ],
   projects: [ {
    id: 42,
    path: "group/app",
    visibility: "private",
    members: {
     ada: "maintainer"
    },
    refs: [ {
     name: "main"
    } ],
    triggers: [ {
     token: r.trigger,
     owner: "ada",
     description: "demo"
    } ],
    ci: {
     kind: "valid",
     script: s
    }
   } ],
   accessTokens: [ {
    token: r.access,
    user: "ada",
    scopes: [ "api" ]
   } ]
  };
  n.d(t, [ "demoScenario", 0, i, "demoTokens", 0, r, "failingScript", 0, s ]);
 }),
 "./simulator/gitlab/pages.js": (function(e, t, n) {
  n.d(t, {
   gapHeader: function() {
    return s;
   },
   marked: function() {
    return i;
   },
   notFoundPage: function() {
    return a;
   },
   pageAt: function() {
    return o;
   }
  });
  var r = n("./simulator/gitlab/wire/answer.js");
  const s = "x-gitlab-simulator";
  function i(e) {
   return {
    ...e,
    headers: {
     ...e.headers,
     [s]: "not simulated"
    }
   };
  }
  function o(e, t) {
   switch (e) {
   case "/-/health":
    return (0, r.textAnswer)(200, "GitLab OK");

   case "/-/liveness":
    return (0, r.jsonAnswer)(200, {
     status: "ok"
    });

   case "/-/readiness":
    return (0, r.jsonAnswer)(200, {
     status: "ok",
     master_check: [ {
      status: "ok"
     } ]
    });

   case "":
   case "/":
    return (0, r.textAnswer)(200, function(e) {
     return [ "A simulated GitLab. It answers these requests; any other is answered as GitLab answers an unknown address,", `with the header "${s}: not simulated".`, "", "GET /-/health, /-/liveness, /-/readiness", ...e.map(({method: e, pattern: t}) => `${e} /api/v4${t.replaceAll("+", "")}`), "" ].join("\n");
    }(t), {
     "content-type": "text/plain; charset=utf-8"
    });

   default:
    return;
   }
  }
  function a() {
   return (0, r.htmlAnswer)(404, "<!DOCTYPE html>\n<html><head><title>The page you are looking for could not be found (404)</title></head><body><h1>404</h1></body></html>\n");
  }
 }),
 "./simulator/gitlab/simulated-gitlab.js": (function(e, t, n) {
  n.d(t, {
   SimulatedGitLab: function() {
    return SimulatedGitLab;
   }
  });
  var r = n("node:crypto?8af2");
  function s(e, t, n) {
   o(e, i(t), n);
  }
  function i(e) {
   const t = e.upstream?.pipeline;
   return void 0 === t ? e : i(t);
  }
  function o(e, t, n) {
   a(e, t.id, n);
   for (const {downstream: r} of t.jobs) void 0 !== r && o(e, r, n);
  }
  function a(e, t, n) {
   const r = e.nextIds.tag;
   return e.nextIds.tag += 1, e.changeTags.set(t, {
    serial: r,
    touchedMs: n
   }), r;
  }
  const c = 12e5;
  var u = n("./simulator/gitlab/wire/answer.js"), d = n("./simulator/gitlab/wire/caller.js"), l = n("./simulator/gitlab/wire/parameters.js");
  function p(e) {
   const t = e.instance.changeTagMode, n = function(e) {
    const t = Number(/^blocked_(\d+)$/.exec(e)?.[1] ?? NaN);
    return 502 === t ? (0, u.htmlAnswer)(502, "<html><body>502 Bad Gateway</body></html>") : 401 === t ? (0, 
    u.jsonAnswer)(401, {
     errors: [ {
      message: "Invalid token"
     } ]
    }) : Number.isNaN(t) ? "page" === e ? (0, u.htmlAnswer)(200, "<html><head><title>Sign in</title></head></html>") : "redirect" !== e ? void 0 : (0, 
    u.htmlAnswer)(302, "<html><body>You are being redirected.</body></html>", {
     location: "https://elsewhere.example.net/sign_in"
    }) : (0, u.htmlAnswer)(t, `<html><body>${t}</body></html>`);
   }(t);
   if (void 0 !== n) return n;
   const {request: r} = e, {"if-none-match": s, ...i} = r.headers;
   if ("never_matches" === t || "absent" === e.instance.release.changeTags) return m(r, h(e));
   if ("answered_on_the_way" === t && void 0 !== s) return (0, u.emptyAnswer)(304, {
    etag: s
   });
   const o = function(e) {
    const {instance: t, request: n, nowMs: r} = e, s = /^pipelines\/id\/(\d+)$/.exec(n.headers["x-gitlab-graphql-resource-etag"] ?? "")?.[1];
    if (void 0 === s) return m(n, h(e));
    const i = function(e, t, n) {
     if ("stuck" === e.changeTagMode) return f(`stuck ${t}`);
     const r = e.changeTags.get(t), s = void 0 !== r && n - r.touchedMs <= c, i = s && "restless" !== e.changeTagMode ? r.serial : a(e, t, n);
     return f(`${t} ${i}`);
    }(t, Number(s), r);
    if (n.headers["if-none-match"] === i) {
     const e = {
      etag: i,
      "x-gitlab-from-cache": "true"
     };
     return "polling_off" === t.changeTagMode ? (0, u.emptyAnswer)(429, e) : (0, u.emptyAnswer)(304, e);
    }
    const o = h(e);
    return {
     ...o,
     headers: {
      ...o.headers,
      etag: i
     }
    };
   }("stripped" === t || "condition_stripped" === t ? {
    ...e,
    request: {
     ...r,
     headers: i
    }
   } : e);
   return "stripped" === t ? function(e) {
    const t = Object.entries(e.headers).filter(([e]) => "etag" !== e);
    return {
     ...e,
     headers: Object.fromEntries(t)
    };
   }(o) : o;
  }
  function f(e) {
   return `W/"${(0, r.createHash)("sha1").update(e).digest("hex").slice(0, 32)}"`;
  }
  function m(e, t) {
   const n = f(t.body.toString("utf8"));
   return "GET" === e.method && e.headers["if-none-match"] === n ? (0, u.emptyAnswer)(304, {
    etag: n
   }) : {
    ...t,
    headers: {
     ...t.headers,
     etag: n
    }
   };
  }
  function h(e) {
   const t = (0, l.readParameters)(e.request);
   if ("stop" === t.kind) return t.answer;
   const n = function({instance: e, request: t, nowMs: n}, r) {
    const s = {
     scope: "read_api",
     permission: "read_pipelines",
     jobToken: "ignored",
     anonymous: "accepted"
    }, i = (0, d.identify)({
     instance: e,
     request: t,
     parameters: r,
     nowMs: n
    }, s);
    return "stop" === i.kind ? (0, u.stop)((0, u.jsonAnswer)(401, {
     errors: [ {
      message: "Invalid token"
     } ]
    })) : (0, u.go)(i.value);
   }(e, t.value);
   if ("stop" === n.kind) return n.answer;
   const {query: r} = t.value;
   if ("string" != typeof r) return g("Unexpected end of document");
   const s = r.match(/[A-Za-z_]\w*/g) ?? [], i = "anonymous" === n.value.kind ? 200 : 250;
   if (s.length > i) return g(`Query has complexity of ${s.length}, which exceeds max complexity of ${i}`);
   const o = s.find(e => "__typename" !== e && "query" !== e);
   return void 0 !== o ? g(`Field '${o}' doesn't exist on type 'Query'`) : (0, u.jsonAnswer)(200, {
    data: {
     __typename: "Query"
    }
   });
  }
  function g(e) {
   return (0, u.jsonAnswer)(200, {
    errors: [ {
     message: e
    } ]
   });
  }
  function v(e) {
   const {owner: t} = e;
   switch (t.kind) {
   case "bridge":
    return {
     steps: [ {
      status: "pending",
      forMs: t.script.queuedMs ?? 0
     } ],
     ending: "success"
    };

   case "job":
    return "replay" === e.mode ? {
     steps: _(t.script),
     ending: y(t.script)
    } : function(e, t) {
     const n = e.result ?? "success";
     switch (n) {
     case "skipped":
      return {
       steps: [],
       ending: "skipped"
      };

     case "manual":
      return {
       steps: [ ...w(e, "created"), {
        status: "manual",
        forMs: 1 / 0
       } ],
       ending: "manual"
      };

     case "scheduled":
      {
       const t = b(e);
       return {
        steps: [ {
         status: "scheduled",
         forMs: e.startAfterMs ?? 0
        }, ...t.steps ],
        ending: t.ending
       };
      }

     case "success":
     case "failed":
     case "canceled":
      {
       const r = t <= (e.retriesBeforeSuccess ?? 0);
       return {
        steps: 1 === t ? [ ...w(e, "created"), ..._(e) ] : _(e),
        ending: r ? "repeat" : n
       };
      }
     }
    }(t.script, e.attempt);
   }
  }
  function b(e) {
   return {
    steps: _(e),
    ending: e.resultAfterPlay ?? "success"
   };
  }
  function w(e, t) {
   return void 0 === e.startAfterMs ? [] : [ {
    status: t,
    forMs: e.startAfterMs
   } ];
  }
  function _(e) {
   return [ ...e.before ?? [], {
    status: "pending",
    forMs: e.queuedMs ?? 0
   }, {
    status: "running",
    forMs: e.durationMs ?? 1e3
   } ];
  }
  function y(e) {
   if (void 0 !== e.resultAfterRetry) return e.resultAfterRetry;
   const t = e.result ?? "success";
   return "manual" === t || "scheduled" === t ? e.resultAfterPlay ?? "success" : t;
  }
  function j(e, t) {
   const n = "job" === e.owner.kind ? e.owner.script.log : void 0;
   if (void 0 === n || "job" !== e.owner.kind || void 0 === e.startedMs) return "";
   if (void 0 !== e.erasedMs) return "";
   const r = (e.finishedMs ?? t) - e.startedMs, s = void 0 === e.finishedMs ? "running" : "ended";
   if ("string" != typeof n) return n({
    elapsedMs: r,
    state: s,
    attempt: e.attempt
   });
   if ("ended" === s) return n;
   const i = n.split(/(?<=\n)/), o = Math.min(1, r / Math.max(1, e.owner.script.durationMs ?? 1e3));
   return i.slice(0, Math.floor(i.length * o)).join("");
  }
  function k(e, t) {
   const n = x(e, t), r = [ ...(t.script.jobs ?? []).map(e => ({
    kind: "job",
    script: e
   })), ...(t.script.bridges ?? []).map(e => ({
    kind: "bridge",
    script: e
   })) ];
   for (const s of n.stages) for (const i of r.filter(e => T(e.script) === s)) n.jobs.push(E(e, {
    pipeline: n,
    owner: i,
    attempt: 1,
    mode: "first",
    atMs: t.atMs
   }));
   n.processDueMs = t.atMs + (t.script.createdForMs ?? 200);
   const [s, ...i] = n.timeline;
   0 === s?.afterMs && (n.status = s.status, n.timeline = i);
   const o = t.atMs + (n.timeline[0]?.afterMs ?? 1 / 0);
   return e.moving.add(n, Math.min(n.processDueMs, o)), n;
  }
  function M(e, t) {
   const n = x(e, {
    ...t,
    script: {}
   });
   return n.status = "failed", n.finishedMs = t.atMs, n.yamlErrors = t.yamlErrors, 
   n;
  }
  function x(e, t) {
   const {project: n, script: r, atMs: s} = t, i = e.nextIds.pipeline;
   e.nextIds.pipeline += 1, n.pipelineCount += 1;
   const o = r.statusTimeline ?? [], a = {
    id: i,
    iid: n.pipelineCount,
    project: n,
    ref: t.ref,
    user: t.user,
    source: t.source,
    script: r,
    stages: $(r),
    variables: t.variables,
    inputs: t.inputs,
    trigger: t.trigger,
    upstream: t.upstream,
    createdMs: s,
    name: r.name,
    status: "created",
    updatedMs: s,
    startedMs: void 0,
    finishedMs: void 0,
    durationSeconds: void 0,
    yamlErrors: r.yamlErrors,
    processDueMs: 1 / 0,
    timeline: o,
    statusFrom: o.length > 0 ? "timeline" : "jobs",
    externalStatuses: (r.externalStatuses ?? []).map(e => ({
     id: void 0,
     name: e.name,
     status: e.status,
     allowFailure: e.allowFailure ?? !1,
     description: e.description,
     targetUrl: e.targetUrl
    })),
    jobs: []
   };
   return e.pipelines.set(i, a), a;
  }
  function T(e) {
   return e.stage ?? "test";
  }
  function $(e) {
   const t = [ ...e.jobs ?? [], ...e.bridges ?? [] ].map(T);
   return [ ...new Set([ ...e.stages ?? [], ...t ]) ];
  }
  const A = 1;
  function E(e, {pipeline: t, owner: n, attempt: r, mode: s, atMs: i}) {
   const o = e.nextIds.job;
   return e.nextIds.job += 1, {
    id: o,
    pipeline: t,
    owner: n,
    name: n.script.name,
    stage: T(n.script),
    allowFailure: n.script.allowFailure ?? !1,
    attempt: r,
    mode: s,
    createdMs: Math.max(i, (t.jobs.at(-1)?.createdMs ?? -1 / 0) + A),
    retried: !1,
    activated: !1,
    status: "created",
    steps: [],
    stepIndex: 0,
    dueMs: 1 / 0,
    ending: "success",
    queuedMs: void 0,
    startedMs: void 0,
    finishedMs: void 0,
    failureReason: void 0,
    downstream: void 0,
    erasedMs: void 0,
    artifactsFate: "as_scripted"
   };
  }
  function S(e, t, n) {
   e.pushes = e.pushes.map(e => e.project === t ? {
    ...e,
    atMs: n
   } : e);
  }
  function O(e, t) {
   e.pushes = e.pushes.filter(e => e !== t);
   const {project: n, user: r, description: s, atMs: i} = t, o = function(e, {description: t}) {
    const {ref: n, sha: r} = t, s = e.refs.find(e => "branch" === e.kind && e.name === n), i = void 0 === s ? {
     name: n,
     kind: "branch",
     sha: r,
     commit: "present",
     past: t.past ?? [],
     protectedFor: void 0,
     ci: e.description.ci ?? {
      kind: "missing"
     },
     ciFile: e.description.ciFile ?? {}
    } : {
     ...s,
     sha: r,
     past: [ ..."forced" === t.kind ? [] : [ s.sha, ...s.past ], ...t.past ?? [] ]
    };
    return e.refs = [ ...e.refs.filter(e => e !== s), i ], i;
   }(n, t);
   for (const {source: t = "push", ref: a = o.name, script: c} of s.pipelines ?? []) {
    const s = c ?? P(o, r);
    k(e, {
     project: n,
     ref: a === o.name ? o : {
      ...o,
      name: a
     },
     user: r,
     source: t,
     script: s,
     variables: [],
     inputs: {},
     atMs: i
    });
   }
  }
  function P({ci: e}, t) {
   if ("valid" !== e.kind) throw new TypeError(`a push of ${t.username} has no pipeline to start`);
   if ("function" == typeof e.script) throw new TypeError("a push needs a script that asks for nothing");
   return e.script;
  }
  function R(e) {
   if (0 === e.length) return;
   const t = new Set(e.map(I));
   return U.find(e => function(e, t) {
    switch (e.when) {
    case "only":
     return [ ...t ].every(t => e.of.includes(t));

    case "any":
     return e.of.some(e => t.has(e));
    }
   }(e, t))?.gives ?? "failed";
  }
  function I({status: e, allowFailure: t}) {
   return !t || "failed" !== e && "canceled" !== e ? t && "manual" === e ? "ignored" : e : "warning";
  }
  const U = [ {
   when: "only",
   of: [ "skipped", "ignored" ],
   gives: "skipped"
  }, {
   when: "only",
   of: [ "success", "skipped", "warning", "ignored" ],
   gives: "success"
  }, {
   when: "only",
   of: [ "created", "warning", "ignored" ],
   gives: "created"
  }, {
   when: "only",
   of: [ "preparing", "warning", "ignored" ],
   gives: "preparing"
  }, {
   when: "only",
   of: [ "canceled", "success", "skipped", "warning", "ignored" ],
   gives: "canceled"
  }, {
   when: "only",
   of: [ "pending", "created", "skipped", "warning", "ignored" ],
   gives: "pending"
  }, {
   when: "any",
   of: [ "running", "pending" ],
   gives: "running"
  }, {
   when: "any",
   of: [ "waiting_for_resource" ],
   gives: "waiting_for_resource"
  }, {
   when: "any",
   of: [ "waiting_for_callback" ],
   gives: "waiting_for_callback"
  }, {
   when: "any",
   of: [ "manual" ],
   gives: "manual"
  }, {
   when: "any",
   of: [ "scheduled" ],
   gives: "scheduled"
  }, {
   when: "any",
   of: [ "preparing" ],
   gives: "preparing"
  }, {
   when: "any",
   of: [ "created" ],
   gives: "running"
  }, {
   when: "any",
   of: [ "canceling" ],
   gives: "canceling"
  } ];
  const F = [ "created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running", "success", "failed", "canceling", "canceled", "skipped", "manual", "scheduled" ];
  function L(e) {
   return [ "success", "failed", "canceled", "skipped" ].includes(e);
  }
  function N(e) {
   return !L(e) && "manual" !== e && "canceling" !== e;
  }
  function B(e, t, n) {
   e.status !== t && (e.status = t, e.updatedMs = n, "running" === t && (e.startedMs ??= n), 
   L(t) && "skipped" !== t && (e.finishedMs = n, e.durationSeconds = function(e, t) {
    const n = e.jobs.flatMap(e => void 0 === e.startedMs ? [] : [ {
     from: e.startedMs,
     to: e.finishedMs ?? t
    } ]).sort((e, t) => e.from - t.from);
    if (0 === n.length) return Math.floor((t - (e.startedMs ?? t)) / 1e3);
    let r = 0, s = -1 / 0;
    for (const {from: e, to: t} of n) r += Math.max(0, t - Math.max(e, s)), s = Math.max(s, t);
    return Math.floor(r / 1e3);
   }(e, n)));
  }
  function G(e) {
   return e.jobs.filter(e => !e.retried);
  }
  function C(e, t) {
   for (;;) {
    const n = q(e);
    if (void 0 === n || n.atMs > t) return;
    n.happen();
   }
  }
  function q(e) {
   const t = e.moving.next(t => H(e, t)?.atMs), n = void 0 === t ? void 0 : H(e, t), r = function(e) {
    return e.pushes.reduce((e, t) => t.atMs !== 1 / 0 && (void 0 === e || t.atMs < e.atMs) ? t : e, void 0);
   }(e);
   return void 0 === r || void 0 !== n && n.atMs <= r.atMs ? n : {
    atMs: r.atMs,
    happen: () => O(e, r)
   };
  }
  function H(e, t) {
   const n = t.timeline[0], r = [];
   if (void 0 !== n) {
    const i = t.createdMs + n.afterMs;
    r.push({
     atMs: i,
     happen: () => function(e, t) {
      const {pipeline: n, status: r, atMs: i} = t;
      n.timeline = n.timeline.slice(1), B(n, r, i), s(e, n, i), ee(e, n, i);
     }(e, {
      pipeline: t,
      status: n.status,
      atMs: i
     })
    });
   }
   if (t.processDueMs !== 1 / 0) {
    const n = t.processDueMs;
    r.push({
     atMs: n,
     happen: () => {
      t.processDueMs = 1 / 0, V(e, t, n);
     }
    });
   }
   for (const n of t.jobs) {
    if (n.dueMs === 1 / 0) continue;
    const t = n.dueMs;
    r.push({
     atMs: t,
     happen: () => D(e, n, t)
    });
   }
   return r.reduce((e, t) => void 0 === e || t.atMs < e.atMs ? t : e, void 0);
  }
  function D(e, t, n) {
   z(e, {
    job: t,
    index: t.stepIndex + 1,
    atMs: n
   }), V(e, t.pipeline, n);
  }
  function J(e, t) {
   const {job: n, plan: r, atMs: s} = t;
   n.activated = !0, n.steps = r.steps, n.ending = r.ending, z(e, {
    job: n,
    index: 0,
    atMs: s
   });
  }
  function z(e, t) {
   const {job: n, index: r, atMs: s} = t, i = n.steps[r];
   void 0 !== i ? (n.stepIndex = r, n.status = i.status, n.dueMs = s + i.forMs, "pending" === i.status && (n.queuedMs = s), 
   "running" === i.status && (n.startedMs = s), i.forMs !== 1 / 0 && e.moving.add(n.pipeline, n.dueMs)) : function(e, t, n) {
    if (t.dueMs = 1 / 0, "bridge" === t.owner.kind && "success" === t.ending) return void function(e, t, n) {
     const r = "bridge" === t.owner.kind ? t.owner.script : void 0, s = function(e, t) {
      const {pipeline: n, owner: r} = t, s = "bridge" === r.kind ? r.script.downstream : void 0, i = e.projects.get(s?.projectId ?? n.project.id), o = s?.ref ?? n.ref.name, a = i?.refs.find(e => e.name === o) ?? i?.refs[0];
      return void 0 === i || void 0 === a ? void 0 : {
       project: i,
       ref: a
      };
     }(e, t);
     if (t.startedMs = n, void 0 === r?.downstream || void 0 === s) return W(t, {
      status: "failed",
      atMs: n
     }), void (t.failureReason = r?.failureReason ?? "downstream_bridge_project_not_found");
     const {pipeline: i} = t;
     t.downstream = k(e, {
      ...s,
      user: i.user,
      source: s.project === i.project ? "parent_pipeline" : "pipeline",
      script: r.downstream.script,
      variables: [],
      inputs: {},
      upstream: t,
      atMs: n
     }), "depend" === r.strategy || "mirror" === r.strategy ? t.status = "running" : W(t, {
      status: "success",
      atMs: n
     });
    }(e, t, n);
    const {ending: r} = t;
    if (W(t, {
     status: "repeat" === r ? "failed" : r,
     atMs: n
    }), "repeat" !== r) return;
    t.retried = !0;
    const {pipeline: s, owner: i, attempt: o} = t, a = E(e, {
     pipeline: s,
     owner: i,
     attempt: o + 1,
     mode: "first",
     atMs: n
    });
    s.jobs.push(a), J(e, {
     job: a,
     plan: v(a),
     atMs: n
    });
   }(e, n, s);
  }
  function W(e, t) {
   e.status = t.status, e.dueMs = 1 / 0, "skipped" !== t.status && (e.finishedMs = t.atMs), 
   "failed" === t.status && (e.failureReason = e.owner.script.failureReason ?? "script_failure");
  }
  function V(e, t, n) {
   if (t.processDueMs === 1 / 0 && function(e, t, n) {
    const r = t.jobs.some(({owner: e}) => void 0 !== e.script.needs), s = [];
    for (const i of t.stages) {
     const o = s.every(Z);
     if (!o && !r) return;
     for (const r of G(t).filter(e => e.stage === i)) {
      if (r.activated) continue;
      const t = K(r);
      (void 0 === t ? o : t.every(Z)) && Q(e, {
       job: r,
       outcome: X(t ?? s),
       atMs: n
      });
     }
     s.push(...G(t).filter(e => e.stage === i));
    }
   }(e, t, n), "jobs" === t.statusFrom) {
    const e = R([ ...G(t), ...Y(t) ]);
    void 0 !== e && B(t, e, n);
   }
   s(e, t, n), ee(e, t, n);
  }
  function Y({externalStatuses: e}) {
   return e.map(({status: e, allowFailure: t}) => ({
    status: e,
    allowFailure: t
   }));
  }
  function K({owner: e, pipeline: t}) {
   const {needs: n} = e.script;
   return void 0 === n ? void 0 : G(t).filter(({name: e}) => n.includes(e));
  }
  function X(e) {
   const t = R(e);
   return "failed" === t ? "on_failure" : "canceled" === t ? "canceled" : "on_success";
  }
  function Z(e) {
   return L(e.status) || "manual" === e.status && e.allowFailure;
  }
  function Q(e, {job: t, outcome: n, atMs: r}) {
   const s = t.owner.script.when ?? "on_success";
   J(e, {
    job: t,
    plan: s === n || "always" === s && "canceled" !== n ? v(t) : {
     steps: [],
     ending: "skipped"
    },
    atMs: r
   });
  }
  function ee(e, t, n) {
   const r = t.upstream;
   if (void 0 === r || r.retried) return;
   const s = function(e, t) {
    switch ("bridge" === e.owner.kind ? e.owner.script.strategy : void 0) {
    case "depend":
     return "success" === t || "canceled" === t ? t : "failed" === t || "skipped" === t ? "failed" : "running";

    case "mirror":
     return [ "success", "canceled", "failed", "manual", "skipped" ].includes(t) ? t : "manual" === e.status ? "manual" : "running";

    case "none":
    case void 0:
     return;
    }
   }(r, t.status);
   void 0 !== s && s !== r.status && "canceled" !== r.status && ("running" === s || "manual" === s ? (r.status = s, 
   r.finishedMs = void 0) : (W(r, {
    status: s,
    atMs: n
   }), "failed" === s && (r.failureReason = r.owner.script.failureReason)), V(e, r.pipeline, n));
  }
  function te(e, t, n = e) {
   return {
    icon: `status_${e}`,
    text: t,
    label: n,
    group: e,
    favicon: `favicon_status_${e}`
   };
  }
  const ne = {
   icon: "status_warning",
   text: "Warning",
   label: "passed with warnings",
   group: "success-with-warnings",
   favicon: "favicon_status_success"
  };
  function re({relativeUrlRoot: e}, t) {
   const n = "success" === t.status && G(t).some(e => "warning" === I(e)) ? ne : function(e) {
    switch (e) {
    case "success":
     return te("success", "Passed", "passed");

    case "waiting_for_resource":
     return {
      ...te("pending", "Waiting", "waiting for resource"),
      group: "waiting-for-resource"
     };

    case "waiting_for_callback":
     return {
      ...te("pending", "Waiting", "waiting for callback"),
      group: "waiting-for-callback"
     };

    case "manual":
     return te("manual", "Blocked", "waiting for manual action");

    case "scheduled":
     return te("scheduled", "Delayed", "waiting for delayed job");

    default:
     return te(e, e.charAt(0).toUpperCase() + e.slice(1));
    }
   }(t.status);
   return {
    icon: n.icon,
    text: n.text,
    label: n.label,
    group: n.group,
    tooltip: n.label,
    has_details: !0,
    details_path: `${e}/${t.project.path}/-/pipelines/${t.id}`,
    illustration: null,
    favicon: `/assets/ci_favicons/${n.favicon}.png`
   };
  }
  function se({externalUrl: e}, t) {
   return {
    id: t.id,
    username: t.username,
    public_email: "",
    name: t.name,
    state: t.blocked ? "blocked" : "active",
    locked: !1,
    avatar_url: `https://www.gravatar.com/avatar/${t.id}?s=80&d=identicon`,
    web_url: `${e}/${t.username}`
   };
  }
  function ie(e, t) {
   return {
    ...se(e, t),
    created_at: oe(t.createdMs),
    bio: "",
    location: "",
    linkedin: "",
    twitter: "",
    discord: "",
    website_url: "",
    github: "",
    job_title: "",
    pronouns: null,
    organization: "",
    bot: !1,
    work_information: null,
    followers: 0,
    following: 0,
    local_time: null
   };
  }
  function oe(e) {
   return void 0 === e ? null : new Date(e).toISOString();
  }
  function ae(e, t) {
   return void 0 === e || void 0 === t ? null : (t - e) / 1e3;
  }
  function ce(e, t) {
   const {externalUrl: n} = e;
   return ue(e, {
    id: t.id,
    iid: t.iid,
    project_id: t.project.id,
    sha: t.ref.sha,
    ref: t.ref.name,
    status: t.status,
    source: t.source,
    created_at: oe(t.createdMs),
    updated_at: oe(t.updatedMs),
    web_url: `${n}/${t.project.path}/-/pipelines/${t.id}`
   });
  }
  function ue({release: e}, t) {
   const n = de.filter(t => !e.pipelineMembers.includes(t));
   return Object.fromEntries(Object.entries(t).filter(([e]) => !n.some(t => t === e)));
  }
  const de = [ "iid", "project_id", "source", "name", "queued_duration", "archived" ];
  function le(e, t) {
   return ue(e, {
    ...ce(e, t),
    before_sha: "0".repeat(40),
    tag: "tag" === t.ref.kind,
    yaml_errors: t.yamlErrors ?? null,
    user: se(e, t.user),
    started_at: oe(t.startedMs),
    finished_at: oe(t.finishedMs),
    committed_at: null,
    duration: t.durationSeconds ?? null,
    queued_duration: fe(t),
    coverage: me(t),
    detailed_status: re(e, t),
    archived: !1
   });
  }
  function pe(e, t) {
   return ue(e, {
    ...le(e, t),
    name: t.name ?? null
   });
  }
  function fe({createdMs: e, startedMs: t}) {
   const n = void 0 === t ? 0 : Math.floor((t - e) / 1e3);
   return 0 === n ? null : n;
  }
  function me(e) {
   const {coverage: t} = e.script;
   if (void 0 !== t) return t.toFixed(2);
   const n = G(e).flatMap(e => {
    const {owner: t} = e;
    return "job" === t.kind && "success" === e.status ? t.script.coverage ?? [] : [];
   });
   return 0 === n.length ? null : (n.reduce((e, t) => e + t, 0) / n.length).toFixed(2);
  }
  function he(e) {
   return {
    id: e.id,
    projectId: e.project.id,
    ref: e.ref.name,
    sha: e.ref.sha,
    source: e.source,
    username: e.user.username,
    status: e.status,
    name: e.name,
    yamlErrors: e.yamlErrors,
    variables: Object.fromEntries(e.variables.map(({key: e, value: t}) => [ e, t ])),
    inputs: e.inputs,
    createdMs: e.createdMs,
    startedMs: e.startedMs,
    finishedMs: e.finishedMs
   };
  }
  function ge(e) {
   return {
    id: e.id,
    projectId: e.project.id,
    status: e.status,
    jobs: G(e).map(e => ({
     id: e.id,
     name: e.name,
     kind: e.owner.kind,
     status: e.status,
     allowFailure: e.allowFailure,
     hasBegun: void 0 !== e.startedMs,
     downstream: void 0 === e.downstream ? void 0 : ge(e.downstream),
     tells: "bridge" === e.owner.kind ? e.owner.script.tells : void 0
    }))
   };
  }
  var ve = n("node:zlib");
  function be({name: e, content: t = "", mode: n, claims: r = {}}, s) {
   const i = Buffer.from(e), o = Buffer.from(t), a = 47 === i.at(-1), c = r.method ?? (a || 0 === o.length ? 0 : 8), u = 8 === c ? (0, 
   ve.deflateRawSync)(o) : o, d = {
    flags: r.flags ?? 2048,
    method: c,
    crc32: r.crc32 ?? (0, ve.crc32)(o),
    compressedBytes: r.compressedBytes ?? u.length,
    uncompressedBytes: r.uncompressedBytes ?? o.length
   }, l = void 0 === r.localName ? i : Buffer.from(r.localName), p = r.extra ?? Buffer.alloc(0), f = Buffer.alloc(30);
   f.writeUInt32LE(67324752, 0), we(f, 4, d), f.writeUInt16LE(l.length, 26);
   const m = Buffer.alloc(46);
   return m.writeUInt32LE(33639248, 0), m.writeUInt16LE(r.versionMadeBy ?? 788, 4), 
   we(m, 6, d), m.writeUInt16LE(i.length, 28), m.writeUInt16LE(p.length, 30), m.writeUInt32LE((n ?? (a ? 16877 : 33188)) << 16 >>> 0, 38), 
   m.writeUInt32LE(r.offset ?? s, 42), {
    local: [ f, l, u ],
    central: [ m, i, p ]
   };
  }
  function we(e, t, n) {
   e.writeUInt16LE(20, t), e.writeUInt16LE(n.flags, t + 2), e.writeUInt16LE(n.method, t + 4), 
   e.writeUInt16LE(33, t + 8), e.writeUInt32LE(n.crc32, t + 10), e.writeUInt32LE(n.compressedBytes, t + 14), 
   e.writeUInt32LE(n.uncompressedBytes, t + 18);
  }
  function _e(e, {nowMs: t, view: n}) {
   const {script: r, jobs: s, finishedMs: i} = e, o = "counts" === n ? r.testsCountedAfterMs ?? 0 : 0;
   return (r.tests ?? []).flatMap(e => {
    const n = s.filter(t => !t.retried && ye(t) === e.name);
    if (0 === n.length) return void 0 === i ? [] : [ {
     script: e,
     jobs: []
    } ];
    const r = n.filter(e => void 0 !== e.finishedMs && e.finishedMs + o <= t);
    return 0 === r.length ? [] : [ {
     script: e,
     jobs: r
    } ];
   });
  }
  function ye({owner: e}) {
   return "job" === e.kind ? e.script.name.replace(/ \d+\/\d+$/, "") : void 0;
  }
  function je(e, t) {
   const n = "job" === e.owner.kind ? e.owner.script : void 0;
   if (void 0 === n || void 0 === e.finishedMs) return [];
   const r = xe(e);
   if ("deleted" === e.artifactsFate || void 0 !== e.erasedMs || void 0 !== r && r <= t) return [];
   const s = function(e) {
    return (e.pipeline.script.tests ?? []).find(({name: t}) => t === ye(e)) && {
     fileType: "junit",
     filename: "junit.xml.gz",
     sizeBytes: 200,
     fileFormat: "gzip"
    };
   }(e);
   return [ ...n.artifacts ?? [], ...void 0 === s ? [] : [ s ] ];
  }
  const ke = {
   fileType: "trace",
   filename: "job.log",
   fileFormat: "raw"
  };
  function Me({files: e = {}}) {
   return {
    fileType: "metadata",
    filename: "metadata.gz",
    fileFormat: "gzip",
    sizeBytes: 100 + 30 * Object.keys(e).length
   };
  }
  function xe({owner: e, finishedMs: t, artifactsFate: n}) {
   if ("kept" === n) return;
   const r = "job" === e.kind ? e.script.artifactsExpireAfterMs : void 0;
   return void 0 === r || void 0 === t ? void 0 : t + r;
  }
  function Te(e) {
   return e.sizeBytes ?? Ee(e)?.bytes ?? 0;
  }
  function $e(e, t) {
   const n = je(e, t).find(({fileType: e}) => "archive" === e), r = void 0 === n ? void 0 : Ee(n);
   if (void 0 !== n && void 0 !== r) return {
    ...r,
    filename: n.filename,
    files: n.files ?? {},
    storedMs: e.finishedMs ?? t
   };
  }
  const Ae = new WeakMap;
  function Ee(e) {
   const t = Ae.get(e);
   if (void 0 !== t) return t;
   const {files: n, archive: r} = e;
   if (void 0 === n && void 0 === r) return;
   const s = r ?? function(e, t = "") {
    const n = [], r = [];
    let s = 0;
    for (const t of e) {
     const {local: e, central: i} = be(t, s);
     n.push(...e), r.push(...i), s += e.reduce((e, {length: t}) => e + t, 0);
    }
    const i = r.reduce((e, {length: t}) => e + t, 0), o = Buffer.alloc(22);
    return o.writeUInt32LE(101010256, 0), o.writeUInt16LE(e.length, 8), o.writeUInt16LE(e.length, 10), 
    o.writeUInt32LE(i, 12), o.writeUInt32LE(s, 16), o.writeUInt16LE(Buffer.byteLength(t), 20), 
    Buffer.concat([ ...n, ...r, o, Buffer.from(t) ]);
   }(Object.entries(n ?? {}).map(([e, t]) => ({
    name: e,
    content: t
   }))), i = Buffer.isBuffer(s) ? {
    content: s,
    bytes: s.length,
    sha256: Se(s)
   } : {
    content: s,
    bytes: s.bytes,
    sha256: Se(Buffer.from(s.name))
   };
   return Ae.set(e, i), i;
  }
  function Se(e) {
   return (0, r.createHash)("sha256").update(e).digest("hex");
  }
  const Oe = {
   guest: 10,
   planner: 15,
   reporter: 20,
   developer: 30,
   maintainer: 40,
   owner: 50
  };
  function Pe(e) {
   return Oe[e];
  }
  function Re(e, t, n) {
   const r = e.members.get(t.username);
   return void 0 !== r && !t.blocked && Oe[r] >= Oe[n];
  }
  function Ie(e, t) {
   switch (e.description.visibility ?? "private") {
   case "public":
    return !0;

   case "internal":
    return void 0 !== t;

   case "private":
    return void 0 !== t && Re(e, t, "guest");
   }
  }
  function Ue(e, t) {
   return !(void 0 === t || !Re(e, t, "reporter")) || "private" !== (e.description.visibility ?? "private") && Ie(e, t);
  }
  function Fe(e, t) {
   return !e.description.archived && Re(e, t, "developer");
  }
  function Le(e, t, n) {
   return void 0 === n.protectedFor || "no_one" !== n.protectedFor && Re(e, t, n.protectedFor);
  }
  function Ne({caller: e}) {
   return "anonymous" === e.kind ? void 0 : e.user;
  }
  function Be(e, t) {
   const {items: n, entity: r, totals: s = "sent", defaults: i = {}} = t, o = qe(e.parameters.page, 1), a = Ge(e);
   if (void 0 === o) {
    const t = "stop" === a.kind ? Ce(e) : [];
    return (0, u.errorAnswer)(400, [ "page is invalid", ...t ].join(", "));
   }
   if ("stop" === a.kind) return a.answer;
   const c = {
    page: Math.max(1, o),
    perPage: a.value,
    total: n.length
   }, d = (c.page - 1) * c.perPage, l = n.slice(d, d + c.perPage).map(r);
   return (0, u.jsonAnswer)(200, l, function(e, {page: t, perPage: n, total: r}, {totals: s, defaults: i}) {
    const o = Math.max(1, Math.ceil(r / n)), a = t > 1 && t <= o ? t - 1 : void 0, c = t < o ? t + 1 : void 0, u = (t, r) => {
     if (void 0 === t) return [];
     const s = {
      ...i,
      ...e.pathParameters,
      page: String(t),
      per_page: String(n)
     };
     return [ De(e, {
      rel: r,
      set: s
     }) ];
    }, d = [ ...u(a, "prev"), ...u(c, "next"), ...u(1, "first") ], l = "sent" === s ? {
     "x-total": String(r),
     "x-total-pages": String(o)
    } : {};
    return {
     link: [ ...d, ..."sent" === s ? u(o, "last") : [] ].join(", "),
     "x-next-page": String(c ?? ""),
     "x-page": String(t),
     "x-per-page": String(n),
     "x-prev-page": String(a ?? ""),
     ...l
    };
   }(e, c, {
    totals: s,
    defaults: i
   }));
  }
  function Ge(e) {
   const t = Ce(e);
   if (t.length > 0) return (0, u.stop)((0, u.errorAnswer)(400, t.join(", ")));
   const n = qe(e.parameters.per_page, 20) ?? 20;
   return (0, u.go)(Math.min(100, Math.abs(n)));
  }
  function Ce({parameters: e}) {
   const t = qe(e.per_page, 20);
   return void 0 === t ? [ "per_page is invalid" ] : 0 === t ? [ "per_page has a value not allowed" ] : [];
  }
  function qe(e, t) {
   if (null == e) return t;
   const n = "object" == typeof e ? "" : String(e);
   return /^[+-]?\d+$/.test(n) ? Number(n) : void 0;
  }
  const He = [ "private_token", "access_token", "job_token" ];
  function De({instance: e, request: t, pathParameters: n}, {rel: r, set: s}) {
   const {path: i, query: o} = (0, l.splitTarget)(t.target), a = new URLSearchParams(o), c = new URL(i, e.externalUrl), u = [ "page", "per_page", "cursor", ...Object.keys(n) ];
   for (const [e, t] of Object.entries(s)) !u.includes(e) && a.has(e) || a.set(e, t);
   for (const e of He) a.delete(e);
   return a.sort(), c.search = a.toString(), `<${c.href}>; rel="${r}"`;
  }
  function Je({externalUrl: e}, t, n) {
   const r = oe(t.createdMs), s = "Simulated Author", i = "author@example.com";
   return {
    id: n.sha,
    short_id: n.sha.slice(0, 8),
    created_at: r,
    parent_ids: [],
    title: `State of ${n.name}`,
    message: `State of ${n.name}\n`,
    author_name: s,
    author_email: i,
    authored_date: r,
    committer_name: s,
    committer_email: i,
    committed_date: r,
    trailers: {},
    extended_trailers: {},
    web_url: `${e}/${t.path}/-/commit/${n.sha}`
   };
  }
  function ze(e, t) {
   const n = "job" === t.owner.kind ? t.owner.script : void 0, r = function(e, t) {
    const n = je(e, t).flatMap(e => "archive" === e.fileType ? [ e, Me(e) ] : [ e ]), r = void 0 === e.finishedMs ? "" : j(e, t);
    return "" === r ? n : [ ...n, {
     ...ke,
     sizeBytes: Buffer.byteLength(r)
    } ];
   }(t, e.nowMs), s = r.find(e => "archive" === e.fileType);
   return {
    ...Ke(e, t),
    ...void 0 === s ? {} : {
     artifacts_file: {
      filename: s.filename,
      size: Te(s)
     }
    },
    artifacts: r.map(e => ({
     file_type: e.fileType,
     size: Te(e),
     filename: e.filename,
     file_format: e.fileFormat ?? ("archive" === e.fileType ? "zip" : "gzip")
    })),
    runner: void 0 === t.startedMs ? null : Ye,
    runner_manager: null,
    artifacts_expire_at: oe(xe(t)),
    ...e.instance.release.pipelineMembers.includes("archived") ? {
     archived: !1
    } : {},
    tag_list: n?.tags ?? []
   };
  }
  function We(e, t) {
   return {
    ...Ke(e, t),
    downstream_pipeline: Ve(e, t)
   };
  }
  function Ve({instance: e}, {owner: t, downstream: n}) {
   const r = "bridge" === t.kind ? t.script.tells : void 0;
   return void 0 === n || "nothing" === r ? null : "status" === r ? {
    id: null,
    status: n.status
   } : "garbled" === r ? {} : ce(e, n);
  }
  const Ye = {
   id: 1,
   description: "simulated runner",
   ip_address: null,
   active: !0,
   paused: !1,
   is_shared: !0,
   runner_type: "instance_type",
   name: null,
   online: !0,
   status: "online"
  };
  function Ke({instance: e, nowMs: t}, n) {
   const {pipeline: r} = n, s = "job" === n.owner.kind && "success" === n.status ? n.owner.script.coverage : void 0;
   return {
    id: n.id,
    status: n.status,
    stage: n.stage,
    name: n.name,
    ref: r.ref.name,
    tag: "tag" === r.ref.kind,
    coverage: s ?? null,
    allow_failure: n.allowFailure,
    created_at: oe(n.createdMs),
    started_at: oe(n.startedMs),
    finished_at: oe(n.finishedMs),
    erased_at: oe(n.erasedMs),
    duration: ae(n.startedMs, n.finishedMs ?? t),
    queued_duration: ae(n.queuedMs, n.startedMs ?? n.finishedMs ?? t),
    user: ie(e, r.user),
    commit: Je(e, r.project, r.ref),
    pipeline: ce(e, r),
    ..."failed" === n.status && void 0 !== n.failureReason ? {
     failure_reason: n.failureReason
    } : {},
    web_url: `${e.externalUrl}/${r.project.path}/-/jobs/${n.id}`,
    project: {
     ci_job_token_scope_enabled: !1
    },
    ..."sent" === e.release.jobSource ? {
     source: r.source
    } : {}
   };
  }
  function Xe(e, t) {
   return 0 === je(t, e.nowMs).length ? (0, u.notFoundAnswer)() : (t.artifactsFate = "kept", 
   (0, u.jsonAnswer)(200, ze(e, t)));
  }
  function Ze(e, t) {
   return et(e, t) ? (t.artifactsFate = "deleted", (0, u.emptyAnswer)(204)) : (0, u.forbiddenAnswer)();
  }
  function Qe(e, t) {
   return Ne(e) === t.pipeline.user || et(e, t) ? void 0 === t.erasedMs && L(t.status) ? (t.erasedMs = e.nowMs, 
   (0, u.jsonAnswer)(201, ze(e, t))) : (0, u.messageAnswer)(403, "403 Forbidden - Job is not erasable!") : (0, 
   u.forbiddenAnswer)();
  }
  function et(e, {pipeline: t}) {
   const n = Ne(e);
   return void 0 !== n && Re(t.project, n, "maintainer");
  }
  function tt(e, t) {
   const n = e.split("/");
   return n.map((e, r) => {
    const s = n.slice(0, r + 1).join("/");
    return r === n.length - 1 ? {
     name: e,
     path: s,
     type: "file",
     size: t
    } : {
     name: e,
     path: s,
     type: "directory"
    };
   });
  }
  function nt(e, t) {
   const n = rt(e, t);
   if ("found" === n.kind) return n.ref;
   return e.refs.filter(e => e.name === t).find(({kind: e}) => "tag" === e) ?? e.refs.find(({sha: e}) => e === t);
  }
  function rt(e, t) {
   const n = /^refs\/(heads|tags)\/(.+)$/s.exec(t), r = "heads" === n?.[1] ? "branch" : "tag", s = null === n ? e.refs.filter(e => e.name === t) : e.refs.filter(e => e.name === n[2] && e.kind === r), [i] = s;
   return void 0 === i ? {
    kind: "absent"
   } : s.length > 1 ? {
    kind: "ambiguous"
   } : {
    kind: "found",
    ref: i
   };
  }
  function st({projects: e}, t) {
   if (/^\d+$/.test(t)) {
    const n = e.get(Number(t));
    return void 0 === n ? {
     kind: "absent"
    } : {
     kind: "found",
     project: n
    };
   }
   if (!t.includes("/")) return {
    kind: "absent"
   };
   const n = t.toLowerCase();
   for (const t of e.values()) if (t.path.toLowerCase() === n) return {
    kind: "found",
    project: t
   };
   for (const t of e.values()) if (t.description.renamedFrom?.toLowerCase() === n) return {
    kind: "moved",
    project: t
   };
   return {
    kind: "absent"
   };
  }
  function it({content: e, bytes: t}, n) {
   return Buffer.isBuffer(e) ? {
    body: e.subarray(n)
   } : {
    body: Buffer.alloc(0),
    stream: {
     bytes: t - n,
     open: () => e.open(n)
    }
   };
  }
  function ot({instance: e, request: t, nowMs: n}, r) {
   const s = $e(r, n);
   if (void 0 === s) return (0, u.notFoundAnswer)();
   const {artifactStorage: i, release: o} = e;
   if (void 0 !== i) {
    const e = i.store(s);
    return (0, u.textAnswer)(302, `This resource has been moved temporarily to ${e}.`, {
     location: e
    });
   }
   const a = {
    "content-type": "application/octet-stream",
    "content-disposition": ct(s.filename),
    "content-transfer-encoding": "binary"
   };
   return function(e, t, {etag: n, headers: r}) {
    const s = new Date(t.storedMs).toUTCString(), i = {
     "accept-ranges": "bytes",
     "last-modified": s,
     ...void 0 === n ? {} : {
      etag: n
     },
     ...r
    }, o = e.headers["if-range"], a = void 0 === o || o === n || o === s ? /^bytes=(\d+)-$/.exec(e.headers.range ?? "")?.[1] : void 0, c = void 0 === a ? 0 : Number(a);
    if (void 0 !== a && c >= t.bytes) return (0, u.emptyAnswer)(416, {
     ...i,
     "content-range": `bytes */${t.bytes}`
    });
    const d = `bytes ${c}-${t.bytes - 1}/${t.bytes}`;
    return {
     status: void 0 === a ? 200 : 206,
     headers: void 0 === a ? i : {
      ...i,
      "content-range": d
     },
     ...it(t, c)
    };
   }(t, s, {
    etag: "sent" === o.artifactEtags ? `"${s.sha256}"` : void 0,
    headers: a
   });
  }
  function at({instance: e, nowMs: t, pathParameters: n}, s) {
   const i = $e(s, t);
   if (void 0 === i) return (0, u.notFoundAnswer)();
   const o = n.artifact_path ?? "";
   if (function(e) {
    return e.includes("\0") || e.includes("�") || /(?:^|\/)\.\.?(?:\/|$)/.test(e);
   }(o)) return (0, u.messageAnswer)(400, "400 Bad request");
   const a = Object.hasOwn(i.files, o) ? i.files[o] : void 0;
   if (void 0 === a) return (0, u.textAnswer)(404, "404 page not found\n", {
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff"
   });
   const c = (0, r.createHash)("sha256").update(`${i.sha256}:${o}`).digest("hex");
   return {
    status: 200,
    headers: {
     "content-type": dt(o),
     "content-disposition": ct(o.slice(o.lastIndexOf("/") + 1)),
     ..."sent" === e.release.artifactEtags ? {
      etag: `"${c}"`
     } : {}
    },
    body: Buffer.from(a)
   };
  }
  function ct(e) {
   return `attachment; filename="${e.replaceAll(/[^ -~]/g, "_").replaceAll('"', '\\"')}"`;
  }
  const ut = {
   html: "text/html; charset=utf-8",
   json: "application/json",
   txt: "text/plain; charset=utf-8",
   xml: "text/xml; charset=utf-8"
  };
  function dt(e) {
   const t = /\.([a-z]+)$/.exec(e)?.[1] ?? "";
   return ut[t] ?? "application/octet-stream";
  }
  function lt({parameters: e}) {
   return (0, l.requiredTextProblems)(e, "job", "accepted");
  }
  function pt(e, t) {
   const n = mt(e, t);
   return void 0 === n ? (0, u.notFoundAnswer)() : ot(e, n);
  }
  function ft(e, t) {
   const n = mt(e, t);
   return void 0 === n ? (0, u.notFoundAnswer)() : at(e, n);
  }
  function mt({instance: e, nowMs: t, parameters: n, pathParameters: r}, s) {
   const i = rt(s, r.ref ?? "");
   if ("found" !== i.kind) return;
   const o = [ ...e.pipelines.values() ].findLast(e => e.project === s && e.ref === i.ref && "success" === e.status && "parent_pipeline" !== e.source), a = (0, 
   l.scalarText)(n.job), c = o?.jobs.findLast(e => e.name === a && "success" === e.status);
   return void 0 === c || void 0 === $e(c, t) ? void 0 : c;
  }
  function ht(e, t) {
   if (void 0 === e) return 0 === Object.keys(t).length ? {
    kind: "valid",
    values: {}
   } : {
    kind: "invalid",
    errors: [ gt ]
   };
   const n = Object.keys(t).filter(t => !Object.hasOwn(e, t)), r = Object.entries(e).map(([e, n]) => ({
    name: e,
    result: vt(e, n, Object.hasOwn(t, e) ? t[e] : void 0)
   })), s = r.flatMap(({result: e}) => "wrong" === e.kind ? [ e.error ] : []);
   if (n.length > 0 && s.push(`unknown input arguments: ${n.join(", ")}`), s.length > 0) return {
    kind: "invalid",
    errors: s
   };
   const i = r.flatMap(({name: e, result: t}) => "read" === t.kind ? [ [ e, t.value ] ] : []);
   return {
    kind: "valid",
    values: Object.fromEntries(i)
   };
  }
  const gt = "Given inputs not defined in the `spec` section of the included configuration file";
  function vt(e, t, n) {
   if (void 0 === n) return void 0 === t.default ? {
    kind: "wrong",
    error: `\`${e}\` input: required value has not been provided`
   } : {
    kind: "read",
    value: t.default
   };
   const r = function(e, t) {
    const n = "string" !== e && "string" == typeof t ? function(e) {
     try {
      return JSON.parse(e);
     } catch {
      return;
     }
    }(t) : t;
    switch (e) {
    case "string":
    case "number":
    case "boolean":
     return typeof n === e ? n : void 0;

    case "array":
     return Array.isArray(n) ? n : void 0;
    }
   }(t.type, n);
   if (void 0 === r) {
    return {
     kind: "wrong",
     error: `\`${e}\` input: provided value is not ${"array" === t.type ? "an" : "a"} ${t.type}`
    };
   }
   const {options: s} = t;
   if (void 0 !== s && !s.some(e => e === r)) {
    return {
     kind: "wrong",
     error: `\`${e}\` input: \`${"string" == typeof r ? r : JSON.stringify(r)}\` cannot be used because it is not in the list of allowed options`
    };
   }
   return {
    kind: "read",
    value: r
   };
  }
  function bt(e) {
   return `Failed to build pipeline variables: ${[ ...new Set(e.flatMap(({key: e}) => wt(e))) ].map(e => `Key ${e}`).join(", ")}`;
  }
  function wt(e) {
   const t = [];
   return "" === e && t.push("can't be blank"), e.length > 255 && t.push("is too long (maximum is 255 characters)"), 
   /^[A-Za-z0-9_]*$/.test(e) && "" !== e || t.push("can contain only letters, digits and '_'."), 
   t;
  }
  function _t(e, t) {
   const n = function({release: e}, {project: t, user: n, ref: r}) {
    if (!(t.description.ciEnabled ?? !0)) return "Pipelines are disabled!";
    if ("supported" === e.importCheck && t.description.importRunning) return "You cannot run pipelines before project import is complete.";
    if (!Fe(t, n)) return "Insufficient permissions to create a new pipeline";
    const s = rt(t, r);
    return "found" !== s.kind || Le(t, n, s.ref) ? void 0 : e.words.protectedRef(r);
   }(e.instance, t);
   if (void 0 !== n) return yt(n);
   const r = rt(t.project, t.ref);
   if ("absent" === r.kind) return yt("Reference not found");
   if ("ambiguous" === r.kind) return yt("Ref is ambiguous");
   if ("missing" === r.ref.commit) return yt("Commit not found");
   if (function({release: e}, t) {
    if ("absent" === e.variableRule || function(e, t) {
     const n = e.description.variablesMinimumRole ?? "developer";
     return "no_one_allowed" !== n && Re(e, t, n);
    }(t.project, t.user)) return !1;
    const n = ({key: e, type: t}) => "TRIGGER_PAYLOAD" === e && "file" === t, r = "exempt" === e.payloadVariable && "trigger" === t.source;
    return t.variables.some(e => !(r && n(e)));
   }(e.instance, t)) return yt("Insufficient permissions to set pipeline variables");
   const s = function(e, t, n) {
    const {project: r, user: s, source: i, variables: o, inputs: a, trigger: c} = e;
    return {
     project: r,
     user: s,
     source: i,
     variables: o,
     inputs: a,
     trigger: c,
     ref: t,
     script: {},
     atMs: n
    };
   }(t, r.ref, e.nowMs), i = function(e) {
    const t = e.map(({key: e}) => e);
    return [ ...new Set(t.filter((e, n) => t.indexOf(e) !== n)) ];
   }(t.variables);
   if (i.length > 0) {
    return jt(e, s, {
     texts: [ `Duplicate variable ${1 === i.length ? "name" : "names"}: ${i.join(", ")}` ]
    });
   }
   if (function({instance: e, nowMs: t}, {project: n, user: r, ref: s}) {
    if ("absent" === e.release.creationLimit) return !1;
    const i = `create/${n.id}/${r.id}/${s.sha}`;
    return e.counters.count(i, t) > e.pipelineCreationsPerMinute;
   }(e, s)) return yt("Too many pipelines created in the last minute. Try again later.");
   const {mostInputs: o, pipelineInputs: a} = e.instance.release;
   return "supported" === a && Object.keys(t.inputs).length > o ? yt(`There cannot be more than ${o} inputs`) : function(e, t, n) {
    const {ci: r} = t.ref, {words: s} = e.instance.release;
    switch (r.kind) {
    case "valid":
     return function(e, t, {ci: n, request: r}) {
      const s = "supported" === e.instance.release.pipelineInputs ? r.inputs : {}, i = ht(n.inputs, s);
      if ("invalid" === i.kind) return jt(e, t, {
       texts: i.errors
      });
      const o = function(e) {
       const t = [ ...new Set(e.flatMap(({key: e}) => wt(e))) ];
       if (0 === t.length) return;
       return {
        base: [ `Failed to persist the pipeline: Validation failed: ${t.map(e => `Variables key ${e}`).join(", ")}` ],
        "variables.key": t
       };
      }(r.variables);
      if (void 0 !== o) return "as_saved" === e.instance.release.variableNames ? {
       kind: "refused",
       errors: o
      } : jt(e, t, {
       texts: [ bt(r.variables) ]
      });
      const a = "function" == typeof n.script ? n.script({
       ref: t.ref.name,
       variables: Object.fromEntries(t.variables.map(({key: e, value: t}) => [ e, t ])),
       inputs: i.values
      }) : n.script, c = k(e.instance, {
       ...t,
       script: a,
       inputs: i.values
      });
      return {
       kind: "created",
       pipeline: c
      };
     }(e, t, {
      ci: r,
      request: n
     });

    case "missing":
     return yt("Missing CI config file");

    case "invalid":
     return jt(e, t, {
      texts: r.errors
     });

    case "filtered_by_workflow":
     return yt(s.filteredByWorkflow);

    case "no_jobs":
     return yt(s.noJobs);

    case "too_many_active_jobs":
     return jt(e, t, {
      texts: [ "Project exceeded the allowed number of jobs in active pipelines. Retry later." ]
     });

    case "too_many_jobs":
     return jt(e, t, {
      texts: [ s.tooManyJobs(r) ],
      failureReason: "size_limit_exceeded"
     });

    case "refused_once_saved":
     return jt(e, t, {
      texts: [ r.text ],
      failureReason: r.failureReason
     });

    case "failed_without_text":
     return jt(e, t, {
      failureReason: r.failureReason
     });

    case "id_clash":
     return yt("Failed to persist the pipeline, please retry");

    case "gitaly_exhausted":
     return "refused" === e.instance.release.gitalyOverload ? yt(kt) : Mt(e, t, {
      kind: "gitaly_overloaded",
      text: kt
     });

    case "gitaly_overloaded":
    case "resource_locked":
    case "internal_error":
     return Mt(e, t, r);
    }
   }(e, s, t);
  }
  function yt(e) {
   return {
    kind: "refused",
    errors: {
     base: [ e ]
    }
   };
  }
  function jt({instance: e}, t, n) {
   const {texts: r, failureReason: s} = n, i = r?.join("\n");
   return {
    kind: "failed",
    pipeline: M(e, {
     ...t,
     yamlErrors: i
    }),
    texts: r,
    failureReason: s
   };
  }
  const kt = "Upstream Gitaly has been exhausted. Try again later";
  function Mt({instance: e}, t, n) {
   switch (n.kind) {
   case "gitaly_overloaded":
    {
     const e = void 0 === n.retryAfterSeconds ? {} : {
      "retry-after": String(n.retryAfterSeconds)
     };
     return {
      kind: "broken",
      answer: (0, u.messageAnswer)(503, n.text, e)
     };
    }

   case "resource_locked":
    return {
     kind: "broken",
     answer: (0, u.messageAnswer)(409, "409 Conflict: Resource lock")
    };

   case "internal_error":
    return "pipeline" === n.leaves && k(e, {
     ...t,
     script: n.script ?? {}
    }), {
     kind: "broken",
     answer: (0, u.messageAnswer)(500, "500 Internal Server Error")
    };
   }
  }
  var xt = n("./simulator/gitlab/wire/parameter-tree.js");
  function Tt(e) {
   const {instance: t, parameters: n, request: r} = e, s = [ ...(0, l.requiredTextProblems)(n, "ref", "refused"), ...(0, 
   l.requiredTextProblems)(n, "token", "accepted"), ...(0, l.mapProblems)(n, "variables"), ..."supported" === t.release.pipelineInputs ? (0, 
   l.mapProblems)(n, "inputs") : [] ];
   if (s.length > 0) return (0, u.errorAnswer)(400, s.join(", "));
   if ("Pipeline Hook" === r.headers["x-gitlab-event"]) return (0, u.forbiddenAnswer)();
   const i = function(e) {
    const t = Object.entries(e).flatMap(([e, t]) => "string" == typeof t ? [ {
     key: e.trim(),
     value: t,
     type: "env_var"
    } ] : []);
    return t.length === Object.keys(e).length ? t : void 0;
   }((0, l.mapOf)(n.variables));
   if (void 0 === i) return (0, u.messageAnswer)(400, "variables needs to be a map of key-valued strings");
   const o = st(t, (0, l.scalarText)(n.id));
   if ("absent" === o.kind || void 0 !== o.project.description.gone) return (0, u.notFoundAnswer)();
   const a = function({instance: e, parameters: t, nowMs: n}, r) {
    const s = (0, l.scalarText)(t.token), i = r.triggers.find(e => e.token === s);
    if (void 0 !== i) return function({expiresMs: e = 1 / 0}, {instance: t, nowMs: n}) {
     switch (t.release.expiredTriggers) {
     case "refused":
      return e <= n;

     case "accepted_for_30_days":
      return e + 30 * At <= n;

     case "accepted":
      return !1;
     }
    }(i, {
     instance: e,
     nowMs: n
    }) ? (0, u.stop)((0, u.notFoundAnswer)()) : (0, u.go)({
     user: i.owner,
     source: "trigger",
     trigger: i
    });
    const o = e.jobTokens.find(e => e.description.token === s);
    if (void 0 === o || "" === s) return (0, u.stop)((0, u.notFoundAnswer)());
    const a = function(e) {
     switch (e) {
     case "running":
     case "canceling":
      return;

     case "finished":
      return "Job is not running";

     case "erased":
      return "Job has been erased!";

     case "project_deleted":
      return "Project has been deleted!";

     case "expired":
      return "Job token has expired";
     }
    }(o.description.job);
    if (void 0 !== a) return (0, u.stop)("unauthorized" === e.release.deadJobTokens ? (0, 
    u.messageAnswer)(401, a) : (0, u.messageAnswer)(400, "400 Job has to be running"));
    const {projectId: c} = o.description, d = "absent" === e.release.jobTokenAllowlist || c === r.id || (r.description.jobTokenAllowlist ?? []).includes(c);
    return d && Ie(r, o.user) ? (0, u.go)({
     user: o.user,
     source: "pipeline"
    }) : (0, u.stop)((0, u.notFoundAnswer)());
   }(e, o.project);
   if ("stop" === a.kind) return a.answer;
   return Et(t, _t(e, {
    project: o.project,
    ref: (0, l.scalarText)(n.ref),
    inputs: (0, l.mapOf)(n.inputs),
    variables: [ ...i, ..."absent" === t.release.payloadVariable ? [] : [ $t(n) ] ],
    ...a.value
   }), 422);
  }
  function $t(e) {
   const t = Object.fromEntries(Object.entries(e).filter(([e]) => "token" !== e));
   return {
    key: "TRIGGER_PAYLOAD",
    value: JSON.stringify(t),
    type: "file"
   };
  }
  const At = 864e5;
  function Et(e, t, n) {
   switch (t.kind) {
   case "created":
    return (0, u.jsonAnswer)(201, le(e, t.pipeline));

   case "refused":
    return (0, u.recordErrorsAnswer)(400, t.errors);

   case "broken":
    return t.answer;

   case "failed":
    return "created" === e.release.savedFailure ? (0, u.jsonAnswer)(201, le(e, t.pipeline)) : void 0 === t.texts ? (0, 
    u.messageAnswer)(n, t.failureReason ?? "Could not create pipeline") : (0, u.recordErrorsAnswer)(n, {
     base: t.texts
    });
   }
  }
  function St({parameters: e, instance: t}) {
   return [ ...(0, l.requiredTextProblems)(e, "ref", "refused"), ...Pt(e.variables), ..."supported" === t.release.pipelineInputs ? (0, 
   l.mapProblems)(e, "inputs") : [] ];
  }
  function Ot(e, t) {
   const {instance: n, parameters: r} = e, s = Ne(e);
   if (void 0 === s) return (0, u.forbiddenAnswer)();
   return Et(n, _t(e, {
    project: t,
    user: s,
    source: "api",
    ref: (0, l.scalarText)(r.ref),
    inputs: (0, l.mapOf)(r.inputs),
    variables: Rt(r.variables)
   }), 400);
  }
  function Pt(e) {
   if (null == e) return [];
   if (!(0, xt.isList)(e)) return [ "variables is invalid" ];
   return e.every(e => (0, xt.isTree)(e) && "" !== (0, l.scalarText)(e.key) && void 0 !== e.value) ? [] : [ "variables is invalid" ];
  }
  function Rt(e) {
   return (0, xt.isList)(e) ? e.filter(e => (0, xt.isTree)(e)).map(e => ({
    key: (0, l.scalarText)(e.key).trim(),
    value: (0, l.scalarText)(e.value),
    type: "file" === e.variable_type ? "file" : "env_var"
   })) : [];
  }
  function It({instance: e}) {
   return (0, u.jsonAnswer)(200, {
    version: e.release.version,
    revision: "0a1b2c3d4e5"
   });
  }
  function Ut({instance: e}) {
   return (0, u.jsonAnswer)(200, {
    version: e.release.version,
    revision: "0a1b2c3d4e5",
    kas: {
     enabled: !1,
     externalUrl: null,
     externalK8sProxyUrl: null,
     version: null
    },
    enterprise: !0
   });
  }
  function Ft(e) {
   const t = Ne(e);
   return void 0 === t ? (0, u.unauthorizedAnswer)() : (0, u.jsonAnswer)(200, function(e, t) {
    const n = oe(t.createdMs);
    return {
     ...ie(e, t),
     last_sign_in_at: n,
     confirmed_at: n,
     last_activity_on: n?.slice(0, 10),
     email: `${t.username}@example.com`,
     theme_id: 3,
     color_scheme_id: 1,
     projects_limit: 1e5,
     current_sign_in_at: n,
     identities: [],
     can_create_group: !0,
     can_create_project: !0,
     two_factor_enabled: !1,
     external: !1,
     private_profile: !1,
     commit_email: `${t.username}@example.com`
    };
   }(e.instance, t));
  }
  function Lt(e) {
   const {caller: t, instance: n} = e;
   if ("job" !== t.kind) return (0, u.unauthorizedAnswer)();
   const r = [ ...n.pipelines.values() ].filter(({project: e}) => e.id === t.token.description.projectId).flatMap(({jobs: e}) => e).findLast(({owner: e, status: t}) => "job" === e.kind && "running" === t);
   return void 0 === r ? (0, u.recordNotFoundAnswer)() : (0, u.jsonAnswer)(200, ze(e, r));
  }
  function Nt({caller: e, nowMs: t}) {
   if ("user" !== e.kind) return (0, u.unauthorizedAnswer)();
   const {token: n} = e, {name: r, scopes: s, expiresAt: i, permissions: o} = n.description;
   return (0, u.jsonAnswer)(200, {
    id: n.id,
    name: r ?? "simulated token",
    revoked: "revoked" === n.description.state,
    created_at: oe(n.createdMs),
    description: null,
    scopes: s,
    ...void 0 === o ? {} : {
     granular: !0
    },
    user_id: n.user.id,
    last_used_at: oe(t),
    active: "active" === (0, d.stateOf)(n, t),
    expires_at: i?.slice(0, 10) ?? null
   });
  }
  function Bt(e, t, n) {
   for (const r of G(t)) N(r.status) && Gt(e, r, n), r.downstream?.project === t.project && Bt(e, r.downstream, n);
   "timeline" === t.statusFrom && N(t.status) && (t.timeline = [], t.status = "canceled", 
   t.updatedMs = n, t.finishedMs = n), V(e, t, n);
  }
  function Gt(e, t, n) {
   const r = "job" === t.owner.kind ? t.owner.script.cancelingForMs ?? 0 : 0, s = "supported" === e.release.cancelingStatus ? r : 0;
   if (t.activated = !0, "running" !== t.status || 0 === s) return void W(t, {
    status: "canceled",
    atMs: n
   });
   J(e, {
    job: t,
    plan: {
     steps: [ {
      status: "canceling",
      forMs: s
     } ],
     ending: "canceled"
    },
    atMs: n
   });
  }
  function Ct(e, t, n) {
   const {pipeline: r, owner: s, attempt: i} = t, o = E(e, {
    pipeline: r,
    owner: s,
    attempt: i + 1,
    mode: qt(t),
    atMs: n
   });
   return t.retried = !0, r.jobs.push(o), o;
  }
  function qt(e) {
   return void 0 === e.startedMs && "first" === e.mode ? "first" : "replay";
  }
  function Ht(e) {
   for (const t of G(e)) L(t.status) && "skipped" === t.status && (t.status = "created", 
   t.activated = !1, t.finishedMs = void 0);
  }
  function Dt(e, {items: t, entity: n}) {
   const {parameters: r} = e, s = (0, l.scalarText)(r.order_by ?? "id"), i = (0, l.scalarText)(r.sort ?? "desc");
   if ("id" !== s || "desc" !== i) return (0, u.errorAnswer)(405, "Keyset pagination is not yet available for this type of request");
   const o = Ge(e);
   if ("stop" === o.kind) return o.answer;
   const a = function(e) {
    const t = /"id":"(\d+)"/.exec(Buffer.from(e, "base64url").toString("utf8"))?.[1];
    return void 0 === t ? 1 / 0 : Number(t);
   }((0, l.scalarText)(r.cursor)), c = t.filter(({id: e}) => e < a), d = c.slice(0, o.value), p = d.at(-1), f = void 0 !== p && c.length > d.length ? {
    link: De(e, {
     rel: "next",
     set: {
      cursor: Jt(p),
      per_page: String(o.value)
     }
    })
   } : {};
   return (0, u.jsonAnswer)(200, d.map(n), f);
  }
  function Jt({id: e}) {
   return Buffer.from(JSON.stringify({
    id: String(e),
    _kd: "n"
   })).toString("base64url");
  }
  function zt({parameters: e}) {
   return Qt(e.scope).some(e => !F.includes(e)) ? [ "scope does not have a valid value" ] : [];
  }
  function Wt({parameters: e, instance: t}) {
   return "ignored" === t.release.traceOffsets ? [] : [ ...Vt(e, "byte_offset", 0), ...Vt(e, "byte_limit", 1) ];
  }
  function Vt(e, t, n) {
   const r = qe(e[t], n);
   return void 0 === r ? [ `${t} is invalid` ] : r < n ? [ `${t} does not have a valid value` ] : [];
  }
  function Yt(e, t) {
   const n = "all_oldest_first" === e.instance.release.jobLists, r = n || "true" === (0, 
   l.scalarText)(e.parameters.include_retried), s = t.jobs.filter(e => "job" === e.owner.kind && (r || !e.retried)), i = Zt(e, s);
   return Be(e, {
    items: n ? i.toReversed() : i,
    entity: t => ze(e, t),
    defaults: {
     include_retried: "false"
    }
   });
  }
  function Kt(e, t) {
   const n = t.jobs.filter(e => "bridge" === e.owner.kind && !e.retried);
   return Be(e, {
    items: Zt(e, n),
    entity: t => We(e, t)
   });
  }
  function Xt(e, t) {
   const {release: n} = e.instance, r = "supported" === n.jobRefFilter ? (0, l.scalarText)(e.parameters.ref) : "", s = [ ...e.instance.pipelines.values() ].filter(e => e.project === t && ("" === r || e.ref.name === r)).flatMap(e => e.jobs.filter(e => "job" === e.owner.kind)), i = Zt(e, s), o = t => ze(e, t);
   return "supported" === n.jobCursors && "keyset" === (0, l.scalarText)(e.parameters.pagination) ? Dt(e, {
    items: i,
    entity: o
   }) : Be(e, {
    items: i,
    entity: o,
    totals: "left_out"
   });
  }
  function Zt({parameters: e}, t) {
   const n = Qt(e.scope);
   return t.filter(e => 0 === n.length || n.includes(e.status)).sort((e, t) => t.id - e.id);
  }
  function Qt(e) {
   return null == e ? [] : (0, xt.isList)(e) ? e.map(l.scalarText) : (0, xt.isTree)(e) ? Object.values(e).map(l.scalarText) : [ (0, 
   l.scalarText)(e) ];
  }
  function en(e, t) {
   return (0, u.jsonAnswer)(200, ze(e, t));
  }
  function tn({instance: e, parameters: t, nowMs: n}, r) {
   const s = Buffer.from(j(r, n)), i = Math.max(0, qe(t.byte_offset, 0) ?? 0), o = Math.max(0, qe(t.byte_limit, s.length) ?? s.length), a = "supported" === e.release.traceOffsets ? s.subarray(i, i + o) : s;
   return (0, u.textAnswer)(200, a, {
    "content-disposition": `infile; filename="${r.id}.log"`
   });
  }
  function nn(e, t) {
   return function(e) {
    return "manual" === e.status || "scheduled" === e.status;
   }(t) ? (function(e, t, n) {
    "job" === t.owner.kind && (J(e, {
     job: t,
     plan: b(t.owner.script),
     atMs: n
    }), V(e, t.pipeline, n));
   }(e.instance, t, e.nowMs), (0, u.jsonAnswer)(200, ze(e, t))) : (0, u.messageAnswer)(400, "400 Bad request - Unplayable Job");
  }
  function rn(e, t) {
   if (!function(e) {
    return !e.retried && [ "success", "failed", "canceled" ].includes(e.status);
   }(t)) return (0, u.forbiddenAnswer)("Job is not retryable");
   const n = function(e, t, n) {
    const r = Ct(e, t, n);
    return Ht(t.pipeline), V(e, t.pipeline, n), r;
   }(e.instance, t, e.nowMs);
   return (0, u.jsonAnswer)(201, "job" === n.owner.kind ? ze(e, n) : We(e, n));
  }
  function sn(e, t) {
   return function(e, t, n) {
    N(t.status) && (Gt(e, t, n), V(e, t.pipeline, n));
   }(e.instance, t, e.nowMs), (0, u.jsonAnswer)(201, ze(e, t));
  }
  function on({instance: e}, t) {
   return (0, u.jsonAnswer)(200, pe(e, t));
  }
  function an({instance: e, nowMs: t}, n) {
   return Bt(e, n, t), (0, u.jsonAnswer)(200, le(e, n));
  }
  function cn({instance: e, nowMs: t}, n) {
   return function(e, t, n) {
    const r = G(t).filter(e => "failed" === e.status || "canceled" === e.status);
    if (0 !== r.length) {
     for (const t of r) Ct(e, t, n);
     Ht(t), V(e, t, n);
    }
   }(e, n, t), (0, u.jsonAnswer)(201, le(e, n));
  }
  function un(e, t) {
   const n = Ne(e), {project: r, ref: s, user: i, variables: o} = t;
   if (void 0 === n) return (0, u.forbiddenAnswer)();
   return n === i && Fe(r, n) && Le(r, n, s) || Re(r, n, "maintainer") ? (0, u.jsonAnswer)(200, o.map(({key: e, value: t, type: n}) => ({
    variable_type: n,
    key: e,
    value: t,
    raw: !1
   }))) : (0, u.forbiddenAnswer)();
  }
  function dn({parameters: e}) {
   return (0, l.requiredTextProblems)(e, "name", "accepted");
  }
  function ln(e, t) {
   return t.name = (0, l.scalarText)(e.parameters.name), t.updatedMs = e.nowMs, (0, 
   u.jsonAnswer)(200, pe(e.instance, t));
  }
  function pn(e, t) {
   const n = Ne(e);
   return void 0 !== n && Re(t.project, n, "owner") ? (e.instance.pipelines.delete(t.id), 
   e.instance.moving.delete(t), (0, u.emptyAnswer)(204)) : (0, u.forbiddenAnswer)();
  }
  function fn({externalUrl: e}, t, n) {
   const {description: r} = t, s = t.path.split("/"), i = s.at(-1) ?? t.path, o = `${e}/${t.path}`, a = r.variablesMinimumRole ?? "developer", c = oe(t.createdMs);
   return {
    id: t.id,
    description: null,
    name: i,
    name_with_namespace: s.join(" / "),
    path: i,
    path_with_namespace: t.path,
    created_at: c,
    default_branch: hn(t) ?? null,
    tag_list: [],
    topics: [],
    http_url_to_repo: `${o}.git`,
    web_url: o,
    readme_url: null,
    forks_count: 0,
    avatar_url: null,
    star_count: 0,
    last_activity_at: c,
    namespace: gn(e, s.slice(0, -1)),
    empty_repo: 0 === t.refs.length,
    archived: r.archived ?? !1,
    visibility: r.visibility ?? "private",
    jobs_enabled: r.ciEnabled ?? !0,
    builds_access_level: r.ciEnabled ?? !0 ? "enabled" : "disabled",
    import_status: r.importRunning ? "started" : "none",
    public_jobs: r.publicPipelines ?? !0,
    ...Ue(t, n) ? {
     ci_config_path: r.ciConfigPath ?? null
    } : {},
    restrict_user_defined_variables: "developer" !== a,
    ci_pipeline_variables_minimum_override_role: a,
    ...void 0 === n ? {} : {
     permissions: mn(t, n)
    }
   };
  }
  function mn(e, t) {
   const n = e.members.get(t.username);
   return {
    project_access: void 0 === n ? null : {
     access_level: Pe(n),
     notification_level: 3
    },
    group_access: null
   };
  }
  function hn({description: e, refs: t}) {
   return e.defaultBranch ?? t.find(e => "branch" === e.kind)?.name;
  }
  function gn(e, t) {
   const n = t.join("/");
   return {
    id: 1,
    name: t.at(-1) ?? "",
    path: t.at(-1) ?? "",
    kind: "group",
    full_path: n,
    parent_id: null,
    avatar_url: null,
    web_url: `${e}/groups/${n}`
   };
  }
  const vn = [ "id", "name", "path", "created_at", "updated_at", "last_activity_at", "similarity", "star_count" ];
  function bn(e) {
   const t = function({parameters: e}) {
    return [ ...(0, l.wordProblems)(e, "visibility", [ "private", "internal", "public" ]), ...(0, 
    l.wordProblems)(e, "order_by", vn), ...(0, l.wordProblems)(e, "sort", [ "asc", "desc" ]) ];
   }(e);
   if (t.length > 0) return (0, u.errorAnswer)(400, t.join(", "));
   const {instance: n, parameters: r} = e, s = Ne(e), i = (0, l.scalarText)(r.search).toLowerCase(), o = "true" === (0, 
   l.scalarText)(r.search_namespaces), a = e => "true" === (0, l.scalarText)(r[e]);
   return Be(e, {
    items: _n([ ...n.projects.values() ].filter(e => void 0 === e.description.gone && Ie(e, s)).filter(({path: e}) => (o ? e : wn(e)).toLowerCase().includes(i)).filter(e => !a("membership") || function(e, t) {
     return void 0 !== t && Re(e, t, "guest");
    }(e, s)).filter(e => !a("owned") || void 0 !== s && Re(e, s, "owner")).filter(({description: e}) => {
     const t = (0, l.scalarText)(r.visibility);
     return "" === t || t === (e.visibility ?? "private");
    }).filter(({description: e}) => {
     const t = (0, l.scalarText)(r.archived);
     return "" === t || t === String(e.archived ?? !1);
    }), r),
    entity: e => fn(n, e, s),
    defaults: {
     order_by: "created_at",
     sort: "desc"
    }
   });
  }
  function wn(e) {
   return e.slice(e.lastIndexOf("/") + 1);
  }
  function _n(e, t) {
   const n = [ "name", "path" ].includes((0, l.scalarText)(t.order_by)), r = e.toSorted((e, t) => {
    const r = n ? function(e, t) {
     return e === t ? 0 : e < t ? -1 : 1;
    }(wn(e.path), wn(t.path)) : 0;
    return 0 === r ? e.id - t.id : r;
   });
   return "asc" === t.sort ? r : r.toReversed();
  }
  function yn(e, t) {
   return (0, u.jsonAnswer)(200, fn(e.instance, t, Ne(e)));
  }
  const jn = [ "running", "pending", "finished", "branches", "tags" ], kn = [ "id", "status", "ref", "updated_at", "user_id" ], Mn = [ "push", "web", "trigger", "schedule", "api", "external", "pipeline", "chat", "webide", "merge_request_event", "external_pull_request_event", "parent_pipeline", "ondemand_dast_scan", "ondemand_dast_validation", "security_orchestration_policy", "container_registry_push", "duo_workflow", "pipeline_execution_policy_schedule", "unknown" ];
  function xn({parameters: e}) {
   return [ ...(0, l.wordProblems)(e, "scope", jn), ...(0, l.wordProblems)(e, "status", F), ...(0, 
   l.wordProblems)(e, "source", Mn), ...(0, l.wordProblems)(e, "order_by", kn), ...(0, 
   l.wordProblems)(e, "sort", [ "asc", "desc" ]), ...(0, l.wordProblems)(e, "yaml_errors", [ "true", "false" ]).map(() => "yaml_errors is invalid"), ...[ "updated_after", "updated_before", "created_after", "created_before" ].flatMap(t => (0, 
   l.timeProblems)(e, t)) ];
  }
  function Tn(e, t) {
   const {instance: n, parameters: r} = e, s = [ ...n.pipelines.values() ].filter(e => e.project === t), i = "supported" === n.release.createdFilters, o = function(e, t) {
    const n = (0, l.scalarText)(t.scope);
    switch (n) {
    case "running":
    case "pending":
     return e.filter(({status: e}) => e === n);

    case "finished":
     return e.filter(({status: e}) => [ "success", "failed", "canceled" ].includes(e));

    case "branches":
    case "tags":
     return function(e, t) {
      const n = new Map;
      for (const r of e) r.ref.kind === t && "parent_pipeline" !== r.source && n.set(r.ref.name, r);
      return [ ...n.values() ];
     }(e, "branches" === n ? "branch" : "tag");

    default:
     return e;
    }
   }(s, r).filter(e => function({release: e}, {source: t}, n) {
    const r = "supported" === e.sourceFilter ? (0, l.scalarText)(n.source) : "";
    return "" === r ? "parent_pipeline" !== t : t === r;
   }(n, e, r) && function(e, t) {
    const n = (e, n) => {
     const r = (0, l.scalarText)(t[e]);
     return "" === r || r === n;
    }, r = void 0 === e.yamlErrors ? "false" : "true";
    return n("status", e.status) && n("ref", e.ref.name) && n("sha", e.ref.sha) && n("username", e.user.username) && n("name", e.name) && n("yaml_errors", r);
   }(e, r) && An(e.updatedMs, r, "updated") && (!i || An(e.createdMs, r, "created")));
   return Be(e, {
    items: En(o, r),
    entity: e => function(e, t) {
     return ue(e, {
      ...ce(e, t),
      name: t.name ?? null
     });
    }(n, e),
    defaults: {
     order_by: "id",
     sort: "desc"
    }
   });
  }
  function $n({instance: e, parameters: t}, n) {
   const r = (0, l.scalarText)(t.ref), s = "" === r ? hn(n) : r, i = [ ...e.pipelines.values() ].filter(e => e.project === n && e.ref.name === s).findLast(e => "parent_pipeline" !== e.source);
   return void 0 === i ? (0, u.forbiddenAnswer)() : (0, u.jsonAnswer)(200, pe(e, i));
  }
  function An(e, t, n) {
   const r = (0, l.readTime)(t[`${n}_after`]) ?? -1 / 0, s = (0, l.readTime)(t[`${n}_before`]) ?? 1 / 0;
   return r <= e && e <= s;
  }
  function En(e, t) {
   const n = function(e) {
    switch (e) {
    case "status":
     return ({status: e}) => e;

    case "ref":
     return ({ref: e}) => e.name;

    case "updated_at":
     return ({updatedMs: e}) => e;

    case "user_id":
     return ({user: e}) => e.id;

    default:
     return ({id: e}) => e;
    }
   }((0, l.scalarText)(t.order_by)), r = "asc" === t.sort ? 1 : -1;
   return [ ...e ].sort((e, t) => {
    const [s, i] = [ n(e), n(t) ];
    return s === i ? r * (e.id - t.id) : s < i ? -r : r;
   });
  }
  function Sn(e, t) {
   const n = nt(e, "HEAD" === t ? hn(e) ?? "" : t), r = /^[0-9a-f]{7,39}$/.test(t) ? t : void 0, s = n ?? (void 0 === r ? void 0 : e.refs.find(({sha: e}) => e.startsWith(r)));
   return "missing" === s?.commit ? void 0 : s;
  }
  function On(e, t) {
   const n = Sn(t, e.pathParameters.sha ?? "");
   if (void 0 === n) return (0, u.messageAnswer)(404, "404 Commit Not Found");
   const r = function(e, t, {sha: n}) {
    const r = [ ...e.pipelines.values() ].findLast(e => e.project === t && e.ref.sha === n && "parent_pipeline" !== e.source);
    return void 0 === r ? void 0 : ce(e, r);
   }(e.instance, t, n);
   return (0, u.jsonAnswer)(200, {
    ...Je(e.instance, t, n),
    stats: {
     additions: 1,
     deletions: 0,
     total: 1
    },
    status: r?.status ?? null,
    project_id: t.id,
    last_pipeline: r ?? null
   });
  }
  function Pn(e, t) {
   const {ref_name: n} = e.parameters, r = "" === (0, l.scalarText)(n) ? "HEAD" : (0, 
   l.scalarText)(n), s = Sn(t, r);
   return Be(e, {
    items: void 0 === s ? [] : [ s ],
    entity: n => Je(e.instance, t, n),
    totals: "left_out",
    defaults: {
     order: "default",
     trailers: "false"
    }
   });
  }
  function Rn(e, t) {
   const {instance: n, parameters: r, pathParameters: s} = e, i = Sn(t, s.sha ?? "");
   if (void 0 === i) return (0, u.messageAnswer)(404, "404 Commit Not Found");
   const o = qe(r.pipeline_id, 0), a = [ ...n.pipelines.values() ].filter(e => e.project === t && e.ref.sha === i.sha).filter(({id: e}) => 0 === o || e === o).flatMap(t => function({instance: e}, t) {
    const n = G(t).map(n => ({
     ...Un(e, t, {
      id: n.id,
      status: n.status,
      name: n.name
     }),
     started_at: oe(n.startedMs),
     finished_at: oe(n.finishedMs),
     allow_failure: n.allowFailure,
     target_url: null,
     description: null
    })), r = t.externalStatuses.map((n, r) => Fn(e, t, {
     ...n,
     id: n.id ?? In(t, r)
    }));
    return [ ...n, ...r ];
   }(e, t));
   return Be(e, {
    items: a,
    entity: e => e
   });
  }
  function In(e, t) {
   return 1e6 + 100 * e.id + t;
  }
  function Un(e, {ref: t, createdMs: n, id: r, user: s}, i) {
   return {
    id: i.id,
    sha: t.sha,
    ref: t.name,
    status: i.status,
    name: i.name,
    created_at: oe(n),
    pipeline_id: r,
    coverage: null,
    author: se(e, s)
   };
  }
  function Fn(e, t, n) {
   return {
    ...Un(e, t, n),
    started_at: null,
    finished_at: null,
    allow_failure: n.allowFailure,
    target_url: n.targetUrl ?? null,
    description: n.description ?? null
   };
  }
  const Ln = [ "pending", "running", "success", "failed", "canceled", "skipped" ];
  function Nn({parameters: e}) {
   const {state: t} = e;
   return void 0 === t ? [ "state is missing" ] : (0, l.wordProblems)(e, "state", Ln);
  }
  function Bn(e, t) {
   const {instance: n, parameters: r, pathParameters: s, nowMs: i} = e, o = Sn(t, s.sha ?? ""), a = Ne(e);
   if (void 0 === o || void 0 === a) return (0, u.messageAnswer)(404, "404 Commit Not Found");
   const c = function({instance: e, parameters: t}, n, {sha: r}) {
    const s = qe(t.pipeline_id, 0), i = (0, l.scalarText)(t.ref);
    return [ ...e.pipelines.values() ].findLast(e => !(e.project !== n || e.ref.sha !== r || 0 !== s && e.id !== s || "" !== i && e.ref.name !== i));
   }(e, t, o) ?? k(n, {
    project: t,
    ref: o,
    user: a,
    source: "external",
    script: {
     createdForMs: 0
    },
    variables: [],
    inputs: {},
    atMs: i
   }), d = (0, l.scalarText)(r.name ?? r.context), p = "" === d ? "default" : d, f = c.externalStatuses.find(e => e.name === p), m = f ?? {
    id: In(c, c.externalStatuses.length),
    name: p,
    status: "",
    allowFailure: "true" === (0, l.scalarText)(r.allow_failure),
    description: void 0,
    targetUrl: void 0
   }, h = (0, l.scalarText)(r.state);
   if (f?.status === h) {
    const e = "running" === h ? "run" : h;
    return (0, u.messageAnswer)(400, {
     status: [ `cannot transition via "${e}"` ]
    });
   }
   return m.status = h, m.description = Gn(r.description, m.description), m.targetUrl = Gn(r.target_url, m.targetUrl), 
   void 0 === f && c.externalStatuses.push(m), V(n, c, i), (0, u.jsonAnswer)(201, Fn(n, c, {
    ...m,
    id: m.id ?? In(c, 0)
   }));
  }
  function Gn(e, t) {
   return void 0 === e ? t : (0, l.scalarText)(e);
  }
  var Cn = n("../../node_modules/yaml/dist/index.js");
  const qn = new Set([ "after_script", "before_script", "cache", "default", "image", "include", "pages", "services", "spec", "stages", "variables", "workflow" ]), Hn = [ "build", "test", "deploy" ];
  function Dn(e) {
   const t = (0, Cn.parseDocument)(e.replace(/^[\s\S]*?^---\s*$/m, e => /^spec:/m.test(e) ? "" : e)), [n] = t.errors;
   if (void 0 !== n) return Jn(`(<unknown>): ${n.message.split("\n")[0] ?? ""}`);
   const r = t.toJS();
   if (null == r) return Jn("Please provide content of .gitlab-ci.yml");
   if (!zn(r)) return Jn("Invalid configuration format");
   const s = Object.entries(r).filter(([e]) => !qn.has(e) && !e.startsWith("."));
   if (0 === s.length && void 0 === r.include) return Jn("jobs config should contain at least one visible job");
   const i = [ ".pre", ...Wn(r), ".post" ], o = s.flatMap(([e, t]) => function({name: e, job: t, stages: n}) {
    if (!zn(t)) return [ `jobs:${e} config should be a hash` ];
    const r = [ "script", "run", "trigger", "extends" ].some(e => void 0 !== t[e]);
    if (!r) return [ `jobs:${e} config should implement the script:, run:, or trigger: keyword` ];
    const {stage: s} = Vn(e, t);
    return n.includes(s) ? [] : [ `${e} job: chosen stage ${s} does not exist; available stages are ${n.join(", ")}` ];
   }({
    name: e,
    job: t,
    stages: i
   })), a = s.map(([e, t]) => Vn(e, zn(t) ? t : {}));
   return 0 === o.length ? {
    errors: o,
    jobs: a
   } : {
    errors: o,
    jobs: []
   };
  }
  function Jn(e) {
   return {
    errors: [ e ],
    jobs: []
   };
  }
  function zn(e) {
   return "object" == typeof e && null !== e && !Array.isArray(e);
  }
  function Wn({stages: e}) {
   return Array.isArray(e) ? e.map(String) : Hn;
  }
  function Vn(e, {stage: t, script: n}) {
   return {
    name: e,
    stage: "string" == typeof t ? t : "test",
    script: Array.isArray(n) ? n.map(String) : "string" == typeof n ? [ n ] : []
   };
  }
  function Yn(e) {
   return e.ciFile.merged ?? `---\n${JSON.stringify(Kn(e), null, 2)}\n`;
  }
  function Kn({ci: e}) {
   const t = ("valid" === e.kind && "object" == typeof e.script ? e.script : {}).jobs ?? [ {
    name: "build"
   } ];
   return Object.fromEntries(t.map(({name: e, stage: t}) => [ e, {
    stage: t ?? "test",
    script: [ `echo ${e}` ]
   } ]));
  }
  function Xn({parameters: e}, t) {
   return "true" !== (0, l.scalarText)(e.include_jobs) ? {} : {
    jobs: t.map(({name: e, stage: t, script: n}) => ({
     name: e,
     stage: t,
     before_script: [],
     script: n,
     after_script: [],
     tag_list: [],
     only: {
      refs: [ "branches", "tags" ]
     },
     except: null,
     environment: null,
     when: "on_success",
     allow_failure: !1,
     needs: null
    }))
   };
  }
  function Zn(e) {
   return Object.entries(Kn(e)).map(([e, {stage: t, script: n}]) => ({
    name: e,
    stage: t,
    script: n
   }));
  }
  function Qn(e, t) {
   return n => {
    const r = [ ...nr(n), ...e.check?.(n) ?? [] ];
    if (r.length > 0) return (0, u.errorAnswer)(400, r.join(", "));
    const s = function(e, t) {
     const {instance: n, request: r, pathParameters: s} = e, i = st(n, s.id ?? "");
     if ("absent" === i.kind || void 0 !== i.project.description.gone || function(e, t) {
      const {caller: n} = e, r = "user" === n.kind && void 0 !== n.token.description.projectId && n.token.description.projectId !== t.id;
      return !Ie(t, r ? void 0 : Ne(e));
     }(e, i.project)) return (0, u.stop)((0, u.messageAnswer)(404, "404 Project Not Found"));
     const o = function({instance: e, caller: t}, n, r) {
      if ("job" !== t.kind || t.token.description.projectId === n.id) return;
      const {projectId: s, policies: i} = t.token.description;
      if (!(n.description.jobTokenAllowlist ?? []).includes(s)) {
       const t = e.projects.get(s)?.path ?? String(s);
       return (0, u.forbiddenAnswer)(`Authentication by CI/CD job token not allowed from ${t} to project #${n.id}.`);
      }
      return void 0 === i || i.includes(r.permission) ? void 0 : (0, u.forbiddenAnswer)(`Insufficient permissions to access this resource in project #${n.id}. The following token permission is required: ${r.permission}.`);
     }(e, i.project, t.rule);
     if (void 0 !== o) return (0, u.stop)(o);
     if ("moved" === i.kind) return (0, u.stop)("GET" === r.method ? function({instance: e, request: t, pathParameters: n}, r) {
      const s = `/projects/${encodeURIComponent(n.id ?? "")}`, i = t.target.search(/\/projects\//), o = t.target.slice(i).replace(/^\/projects\/[^/?]+/, ""), a = `${e.externalUrl}/api/v4/projects/${r.id}${i < 0 ? s : o}`;
      return (0, u.textAnswer)(301, `This resource has been moved permanently to ${a}`, {
       location: a
      });
     }(e, i.project) : (0, u.messageAnswer)(405, "Non GET methods are not allowed for moved projects"));
     return function(e, t, n) {
      const r = Ne(e);
      switch (n) {
      case "read_project":
       return !0;

      case "read_code":
       return Ue(t, r);

      case "read_pipelines":
       return function(e, t) {
        return !(void 0 === t || !Re(e, t, "reporter")) || (e.description.publicPipelines ?? !0) && Ie(e, t);
       }(t, r);

      case "create_pipeline":
      case "update_pipeline":
       return void 0 !== r && Fe(t, r);

      case "admin_triggers":
       return void 0 !== r && Re(t, r, "maintainer");
      }
     }(e, i.project, t.ability) ? (0, u.go)(i.project) : (0, u.stop)((0, u.forbiddenAnswer)());
    }(n, e);
    return "stop" === s.kind ? s.answer : t(n, s.value);
   };
  }
  function er(e, t) {
   return Qn(e, (n, r) => {
    const s = function(e, t) {
     const n = Number(e.pathParameters.job_id);
     for (const r of e.instance.pipelines.values()) {
      const e = r.project === t ? r.jobs.find(e => e.id === n) : void 0;
      if (void 0 !== e) return e;
     }
     return;
    }(n, r);
    return void 0 === s ? (0, u.recordNotFoundAnswer)() : "update_pipeline" !== e.ability || rr(n, r, s.pipeline.ref) ? t(n, s) : (0, 
    u.forbiddenAnswer)();
   });
  }
  const tr = [ "pipeline_id", "job_id", "trigger_id" ];
  function nr({pathParameters: e}) {
   return tr.flatMap(t => {
    const n = e[t];
    return void 0 === n || /^[+-]?\d+$/.test(n) ? [] : [ `${t} is invalid` ];
   });
  }
  function rr(e, t, n) {
   const r = Ne(e);
   return void 0 !== r && Le(t, r, n);
  }
  function sr(e, t = "ignored") {
   return {
    scope: "read_api",
    permission: e,
    jobToken: t,
    anonymous: "accepted"
   };
  }
  function ir(e, t = "ignored") {
   return {
    ...sr(e, t),
    anonymous: "refused"
   };
  }
  function or(e) {
   return {
    scope: "api",
    permission: e,
    jobToken: "ignored",
    anonymous: "refused"
   };
  }
  const ar = {
   scope: "any",
   permission: "read_own_token",
   jobToken: "ignored",
   anonymous: "refused"
  };
  function cr(e, t, n) {
   return r => Qn({
    ability: e,
    rule: r,
    check: n
   }, t);
  }
  function ur(e, t, n) {
   return r => function(e, t) {
    return Qn(e, (n, r) => {
     const s = n.instance.pipelines.get(Number(n.pathParameters.pipeline_id));
     return s?.project !== r || function({instance: e}, {source: t}) {
      return "hidden" === e.release.childPipelines && "parent_pipeline" === t;
     }(n, s) ? (0, u.recordNotFoundAnswer)() : "update_pipeline" !== e.ability || rr(n, r, s.ref) ? t(n, s) : (0, 
     u.forbiddenAnswer)();
    });
   }({
    ability: e,
    rule: r,
    check: n
   }, t);
  }
  function dr(e, t, n) {
   return r => er({
    ability: e,
    rule: r,
    check: n
   }, t);
  }
  const lr = 2e3;
  function pr({pullMs: e, lastUpdateMs: t, description: n}, r) {
   return void 0 !== e && e > r ? "scheduled" : void 0 === e ? void 0 === t ? "none" : "finished" : void 0 === n.lastError ? "finished" : "failed";
  }
  function fr(e, t) {
   const n = xr(t, "branch", e.pathParameters.branch);
   return void 0 === n ? (0, u.messageAnswer)(404, "404 Branch Not Found") : (0, u.jsonAnswer)(200, hr(e, t, n));
  }
  function mr(e, t) {
   return Be(e, {
    items: gr(t, "branch", e),
    entity: n => hr(e, t, n),
    defaults: {
     sort: "name_asc"
    }
   });
  }
  function hr(e, t, n) {
   const r = void 0 !== n.protectedFor && function({protectedFor: e}) {
    return void 0 !== e && "no_one" !== e && Pe(e) <= Pe("developer");
   }(n);
   return {
    name: n.name,
    commit: Tr(e.instance, t, n),
    merged: !1,
    protected: void 0 !== n.protectedFor,
    developers_can_push: r,
    developers_can_merge: r,
    can_push: $r(t, Ne(e), n),
    default: hn(t) === n.name,
    web_url: `${e.instance.externalUrl}/${t.path}/-/tree/${n.name}`
   };
  }
  function gr(e, t, {parameters: n}) {
   const r = (0, l.scalarText)(n.search), s = r.replace(/^\^/, "").replace(/\$$/, "");
   return e.refs.filter(e => e.kind === t && e.name.includes(s)).filter(({name: e}) => !r.startsWith("^") || e.startsWith(s)).filter(({name: e}) => !r.endsWith("$") || e.endsWith(s)).toSorted((e, t) => e.name < t.name ? -1 : 1);
  }
  function vr(e, t) {
   const n = xr(t, "tag", e.pathParameters.tag);
   return void 0 === n ? (0, u.messageAnswer)(404, "404 Tag Not Found") : (0, u.jsonAnswer)(200, wr(e, t, n));
  }
  function br(e, t) {
   return Be(e, {
    items: gr(t, "tag", e).toReversed(),
    entity: n => wr(e, t, n),
    defaults: {
     order_by: "updated",
     sort: "desc"
    }
   });
  }
  function wr({instance: e}, t, n) {
   return {
    name: n.name,
    message: "",
    target: n.sha,
    commit: Tr(e, t, n),
    release: null,
    protected: void 0 !== n.protectedFor,
    created_at: null
   };
  }
  function _r(e, t) {
   const n = yr(e, t);
   return "stop" === n.kind ? n.answer : (0, u.textAnswer)(200, n.value.text);
  }
  function yr({parameters: e, pathParameters: t}, n) {
   const r = (0, l.scalarText)(e.ref), s = nt(n, [ "", "HEAD" ].includes(r) ? hn(n) ?? "" : r);
   if (void 0 === s) return (0, u.stop)((0, u.messageAnswer)(404, "404 Commit Not Found"));
   const i = t.path ?? "", o = i === function({description: e}) {
    return e.ciConfigPath ?? ".gitlab-ci.yml";
   }(n) ? function(e) {
    const {ci: t, ciFile: n} = e;
    if ("missing" === t.kind) return;
    return void 0 !== n.text ? n.text : [ ..."valid" === t.kind && void 0 !== t.inputs ? [ {
     spec: {
      inputs: t.inputs
     }
    } ] : [], Kn(e) ].map(e => JSON.stringify(e, null, 2)).join("\n---\n");
   }(s) : void 0;
   return void 0 === o ? (0, u.stop)((0, u.messageAnswer)(404, "404 File Not Found")) : (0, 
   u.go)({
    path: i,
    text: o,
    ref: s
   });
  }
  function jr({parameters: e}) {
   return (0, l.requiredTextProblems)(e, "ref", "refused");
  }
  function kr(e, t) {
   const n = yr(e, t);
   if ("stop" === n.kind) return n.answer;
   const {path: s, text: i, ref: o} = n.value, a = Buffer.from(i);
   return (0, u.jsonAnswer)(200, {
    file_name: s.slice(s.lastIndexOf("/") + 1),
    file_path: s,
    size: a.length,
    encoding: "base64",
    content_sha256: (0, r.createHash)("sha256").update(a).digest("hex"),
    ref: (0, l.scalarText)(e.parameters.ref),
    blob_id: (0, r.createHash)("sha1").update(`blob ${a.length}\0`).update(a).digest("hex"),
    commit_id: o.sha,
    last_commit_id: o.sha,
    execute_filemode: !1,
    content: a.toString("base64")
   });
  }
  function Mr({parameters: e}, t) {
   const {refs: n} = e, r = Array.isArray(n) ? n.map(e => (0, l.scalarText)(e)) : [];
   if (r.length < 2) return (0, u.messageAnswer)(400, "Provide at least 2 refs");
   const s = r.map(e => function(e, t) {
    for (const {sha: n, past: r} of e.refs) {
     const e = [ n, ...r ], s = e.findIndex(e => e.startsWith(t));
     if (s >= 0) return e.slice(s);
    }
    return;
   }(t, e)), i = r.filter((e, t) => void 0 === s[t]);
   if (i.length > 0) return (0, u.messageAnswer)(400, `Could not find ref${i.length > 1 ? "s" : ""}: ${i.join(", ")}`);
   const [o = [], ...a] = s, c = o.find(e => a.every(t => t?.includes(e)));
   return void 0 === c ? (0, u.messageAnswer)(404, "404 Merge Base Not Found") : (0, 
   u.jsonAnswer)(200, {
    id: c,
    short_id: c.slice(0, 8),
    title: "A change"
   });
  }
  function xr(e, t, n) {
   return e.refs.find(e => e.kind === t && e.name === n);
  }
  function Tr(e, t, n) {
   return "missing" === n.commit ? null : Je(e, t, n);
  }
  function $r(e, t, n) {
   if (void 0 === t || !0 === e.description.archived) return !1;
   const r = e.members.get(t.username);
   return void 0 !== r && Pe(r) >= Pe("developer") && Le(e, t, n);
  }
  function Ar({lintRef: e}) {
   const t = "/projects/:id/repository", n = "read_code", r = sr("read_repository_file"), s = sr("read_commit");
   return [ [ "GET", `${t}/branches`, sr("read_branch"), cr(n, mr) ], [ "GET", `${t}/branches/:branch`, sr("read_branch"), cr(n, fr) ], [ "GET", `${t}/tags`, sr("read_tag"), cr(n, br) ], [ "GET", `${t}/tags/:tag`, sr("read_tag"), cr(n, vr) ], [ "GET", `${t}/files/:path/raw`, r, cr(n, _r) ], [ "GET", `${t}/files/:path`, r, cr(n, kr, jr) ], [ "GET", `${t}/merge_base`, sr("read_code"), cr(n, Mr) ], [ "GET", `${t}/commits`, s, cr(n, Pn) ], [ "GET", `${t}/commits/:sha`, s, cr(n, On) ], [ "GET", `${t}/commits/:sha/statuses`, sr("read_commit_status"), cr("read_pipelines", Rn) ], [ "POST", "/projects/:id/statuses/:sha", or("create_commit_status"), cr("create_pipeline", Bn, Nn) ], ...Er, ..."no_route" === e ? [] : Sr ];
  }
  const Er = [ [ "GET", "/projects/:id/mirror/pull", ir("read_pull_mirror"), cr("admin_triggers", function({nowMs: e}, t) {
   const {mirror: n} = t;
   if (void 0 === n) return (0, u.messageAnswer)(400, "The project is not mirrored");
   const r = void 0 !== n.pullMs && n.pullMs <= e;
   r && (n.lastUpdateMs = n.pullMs);
   const {lastError: s} = n.description, i = void 0 !== s && r;
   return (0, u.jsonAnswer)(200, {
    id: t.id,
    update_status: pr(n, e),
    last_error: i ? s : null,
    last_update_at: void 0 === n.lastUpdateMs ? null : oe(n.lastUpdateMs),
    url: "https://*****:*****@github.example.com/octo/app.git",
    enabled: !0
   });
  }) ], [ "POST", "/projects/:id/mirror/pull", or("update_pull_mirror"), cr("admin_triggers", function({instance: e, nowMs: t}, n) {
   const {mirror: r} = n;
   if (void 0 === r) return (0, u.messageAnswer)(400, "The project is not mirrored");
   const {state: s, pullTakesMs: i = lr, lastError: o} = r.description;
   if ("paused" === s) return (0, u.messageAnswer)(403, "Mirroring for the project is on pause");
   const a = Math.max(t, (r.lastUpdateMs ?? -1 / 0) + 3e5);
   return r.pullMs = a + i, void 0 === o && S(e, n, r.pullMs), (0, u.emptyAnswer)(200);
  }) ] ], Sr = [ [ "GET", "/projects/:id/ci/lint", sr("read_ci_config"), cr("read_code", function(e, t) {
   if (0 === t.refs.length) return (0, u.messageAnswer)(404, "404 Repository Not Found");
   const {content_ref: n, sha: r} = e.parameters, s = "content_ref" !== e.instance.release.lintRef ? r : n ?? r, i = nt(t, void 0 === s ? hn(t) ?? "" : (0, 
   l.scalarText)(s));
   if (void 0 === i) return (0, u.messageAnswer)(404, "404 Commit Not Found");
   const o = function({ci: e}) {
    if ("missing" === e.kind) return [ "Please provide content of .gitlab-ci.yml" ];
    if ("invalid" === e.kind) return e.errors;
    const t = "valid" === e.kind ? ht(e.inputs, {}) : void 0;
    return "invalid" === t?.kind ? t.errors : [];
   }(i);
   return (0, u.jsonAnswer)(200, {
    valid: 0 === o.length,
    errors: o,
    warnings: i.ciFile.warnings ?? [],
    merged_yaml: 0 === o.length ? Yn(i) : null,
    includes: [],
    ...Xn(e, 0 === o.length ? Zn(i) : [])
   });
  }, function({parameters: e, instance: t}) {
   if ("content_ref" !== t.release.lintRef) return [];
   const n = t => void 0 !== e[t];
   return [ ...n("content_ref") && n("sha") ? [ "sha, content_ref are mutually exclusive" ] : [], ...n("dry_run_ref") && n("ref") ? [ "ref, dry_run_ref are mutually exclusive" ] : [] ];
  }) ], [ "POST", "/projects/:id/ci/lint", or("validate_ci_config"), cr("create_pipeline", function(e) {
   const t = (0, l.scalarText)(e.parameters.content), {errors: n, jobs: r} = Dn(t);
   return (0, u.jsonAnswer)(200, {
    valid: 0 === n.length,
    errors: n,
    warnings: [],
    merged_yaml: 0 === n.length ? t : null,
    includes: [],
    ...Xn(e, r)
   });
  }, function({parameters: e}) {
   return void 0 === e.content ? [ "content is missing" ] : [];
  }) ] ];
  function Or({nowMs: e}, t) {
   const n = _e(t, {
    nowMs: e,
    view: "cases"
   });
   return (0, u.jsonAnswer)(200, {
    ...Ir(n.flatMap(Rr)),
    test_suites: n.map(e => ({
     name: e.script.name,
     ...Ir(Rr(e)),
     suite_error: e.script.error ?? null,
     test_cases: Rr(e).map(Lr)
    }))
   });
  }
  function Pr({nowMs: e}, t) {
   const n = _e(t, {
    nowMs: e,
    view: "counts"
   }), r = n.flatMap(Rr);
   return (0, u.jsonAnswer)(200, {
    total: {
     time: Fr(r),
     count: r.length,
     success: Ur(r, "success"),
     failed: Ur(r, "failed"),
     skipped: Ur(r, "skipped"),
     error: Ur(r, "error"),
     suite_error: null
    },
    test_suites: n.map(e => ({
     name: e.script.name,
     ...Ir(Rr(e)),
     build_ids: e.jobs.map(({id: e}) => e),
     suite_error: e.script.error ?? null
    }))
   });
  }
  function Rr({script: e}) {
   return void 0 === e.error ? e.cases : [];
  }
  function Ir(e) {
   return {
    total_time: Fr(e),
    total_count: e.length,
    success_count: Ur(e, "success"),
    failed_count: Ur(e, "failed"),
    skipped_count: Ur(e, "skipped"),
    error_count: Ur(e, "error")
   };
  }
  function Ur(e, t) {
   return e.filter(e => e.status === t).length;
  }
  function Fr(e) {
   return e.reduce((e, t) => e + (t.executionTime ?? 0), 0);
  }
  function Lr(e) {
   return {
    status: e.status,
    name: e.name,
    classname: e.classname ?? "",
    file: e.file ?? null,
    execution_time: e.executionTime ?? 0,
    system_output: e.systemOutput ?? null,
    stack_trace: null,
    recent_failures: null,
    attachment_url: null
   };
  }
  function Nr(e, t) {
   return Be(e, {
    items: t.triggers.filter(t => !Wr(t, e.nowMs)),
    entity: t => Vr(e, t)
   });
  }
  function Br(e, t) {
   return zr(e, t, t => (0, u.jsonAnswer)(200, Vr(e, t)));
  }
  function Gr({parameters: e}) {
   const {expires_at: t} = e, n = null != t && "" !== t;
   return [ ...(0, l.requiredTextProblems)(e, "description", "accepted"), ...n && void 0 === (0, 
   l.readTime)(t) ? [ "expires_at is invalid" ] : [] ];
  }
  function Cr(e, t) {
   const n = Ne(e);
   if (void 0 === n) return (0, u.forbiddenAnswer)();
   const {instance: r, nowMs: s, parameters: i} = e, o = function({instance: e, nowMs: t, parameters: n}) {
    if ("ignored" === e.release.triggerExpiry) return (0, u.go)(void 0);
    const r = (0, l.readTime)(n.expires_at), s = new Date(t + 31536e6).toISOString().slice(0, 10);
    return void 0 !== r && r >= Date.parse(s) ? (0, u.stop)(Hr("expires_at", `must be before ${s}`)) : (0, 
    u.go)(r);
   }(e);
   if ("stop" === o.kind) return o.answer;
   const {mostTriggers: a = 1 / 0} = t.description;
   if (t.triggers.length >= a) return Hr("base", `Maximum number of pipeline triggers (${a}) exceeded`);
   const c = r.nextIds.trigger;
   r.nextIds.trigger += 1;
   const d = {
    id: c,
    token: qr(r, c),
    owner: n,
    description: (0, l.scalarText)(i.description),
    createdMs: s,
    updatedMs: s,
    expiresMs: o.value
   };
   return t.triggers.push(d), (0, u.jsonAnswer)(201, Vr(e, d));
  }
  function qr({release: e}, t) {
   const n = (0, r.createHash)("sha1").update(`trigger/${t}`).digest();
   switch (e.newTriggers) {
   case "bare_hexadecimal":
    return n.toString("hex").slice(0, 30);

   case "prefixed_hexadecimal":
    return `glptt-${n.toString("hex")}`;

   case "prefixed_friendly":
    return `glptt-${n.toString("base64url").slice(0, 20)}`;
   }
  }
  function Hr(e, t) {
   return (0, u.messageAnswer)(400, `400 Bad request - ${JSON.stringify({
    [e]: [ t ]
   })}`);
  }
  function Dr(e, t) {
   return zr(e, t, t => {
    if (Ne(e) !== t.owner) return (0, u.forbiddenAnswer)("The current user is not authorized to update the pipeline trigger token");
    const {description: n} = e.parameters;
    return void 0 !== n && (t.description = (0, l.scalarText)(n)), t.updatedMs = e.nowMs, 
    (0, u.jsonAnswer)(200, Vr(e, t));
   });
  }
  function Jr(e, t) {
   return zr(e, t, n => {
    const r = Date.parse(e.request.headers["if-unmodified-since"] ?? "");
    return !Number.isNaN(r) && n.updatedMs > r ? (0, u.messageAnswer)(412, "412 Precondition Failed") : (t.triggers = t.triggers.filter(e => e !== n), 
    (0, u.emptyAnswer)(204));
   });
  }
  function zr(e, t, n) {
   const r = Number(e.pathParameters.trigger_id), s = t.triggers.find(e => e.id === r);
   return void 0 === s || Wr(s, e.nowMs) ? (0, u.recordNotFoundAnswer)() : n(s);
  }
  function Wr({expiresMs: e}, t) {
   return void 0 !== e && e <= t;
  }
  function Vr(e, t) {
   const n = [ ...e.instance.pipelines.values() ].findLast(e => e.trigger === t);
   return {
    id: t.id,
    token: Ne(e) === t.owner ? t.token : t.token.replace(/^.*glptt-/, "").slice(0, 4),
    description: t.description,
    created_at: oe(t.createdMs),
    updated_at: oe(t.updatedMs),
    last_used: oe(n?.createdMs),
    expires_at: oe(t.expiresMs),
    owner: se(e.instance, t.owner)
   };
  }
  function Yr({id: e, token: t, description: n, owner: r, expiresMs: s}) {
   return {
    id: e,
    token: t,
    description: n,
    owner: r.username,
    expiresMs: s
   };
  }
  const Kr = [ {
   method: "POST",
   pattern: "/projects/:id/trigger/pipeline",
   rule: "open",
   endpoint: Tt
  }, {
   method: "POST",
   pattern: "/projects/:id/ref/:ref+/trigger/pipeline",
   rule: "open",
   endpoint: Tt
  } ];
  function Xr(e, t) {
   const n = "/projects/:id/pipelines", r = `${n}/:pipeline_id`, s = sr("read_pipelines", t), i = or("admin_pipelines"), o = "read_pipelines";
   return [ [ "POST", "/projects/:id/pipeline", or("create_pipelines"), cr("create_pipeline", Ot, St) ], [ "GET", n, s, cr(o, Tn, xn) ], [ "GET", `${n}/latest`, sr(o), cr(o, $n) ], [ "GET", r, s, ur(o, on) ], [ "DELETE", r, i, ur(o, pn) ], [ "GET", `${r}/jobs`, sr("read_jobs", Qr(e)), ur(o, Yt, zt) ], [ "GET", `${r}/variables`, ir(o), ur(o, un) ], [ "GET", `${r}/test_report`, sr(o), ur(o, Or) ], [ "GET", `${r}/test_report_summary`, sr(o), ur(o, Pr) ], [ "POST", `${r}/cancel`, i, ur("update_pipeline", an) ], [ "POST", `${r}/retry`, i, ur("update_pipeline", cn) ], [ "PUT", `${r}/metadata`, {
    ...i,
    jobToken: "accepted"
   }, ur("update_pipeline", ln, dn) ] ];
  }
  function Zr({triggerJobRoutes: e}, t) {
   const n = sr("read_pipelines", t);
   return e.map(e => [ "GET", `/projects/:id/pipelines/:pipeline_id/${e}`, n, ur("read_pipelines", Kt, zt) ]);
  }
  function Qr({jobTokenReads: e}) {
   return "artifacts_only" === e ? "ignored" : "accepted";
  }
  function es(e) {
   const t = "/projects/:id/jobs", n = `${t}/:job_id`, r = ir("read_jobs"), s = or("admin_jobs"), i = "read_pipelines";
   return [ [ "GET", t, ir("read_jobs", Qr(e)), cr(i, Xt, zt) ], [ "GET", n, r, dr(i, en) ], [ "GET", `${n}/trace`, r, dr(i, tn, Wt) ], [ "GET", `${t}/artifacts/:ref+/download`, ts, cr(i, pt, lt) ], [ "GET", `${t}/artifacts/:ref+/raw/:artifact_path+`, ts, cr(i, ft, lt) ], ..."no_route" === e.artifactTree ? [] : [ ns ], [ "POST", `${n}/artifacts/keep`, s, dr("update_pipeline", Xe) ], [ "DELETE", `${n}/artifacts`, s, dr("update_pipeline", Ze) ], [ "POST", `${n}/erase`, s, dr("update_pipeline", Qe) ], [ "GET", `${n}/artifacts`, ts, dr(i, ot) ], [ "GET", `${n}/artifacts/:artifact_path+`, ts, dr(i, at) ], [ "POST", `${n}/play`, s, dr("update_pipeline", nn) ], [ "POST", `${n}/retry`, s, dr("update_pipeline", rn) ], [ "POST", `${n}/cancel`, s, dr("update_pipeline", sn) ] ];
  }
  const ts = sr("read_jobs", "accepted"), ns = [ "GET", "/projects/:id/jobs/:job_id/artifacts/tree", ts, dr("read_pipelines", function(e, t) {
   const n = $e(t, e.nowMs);
   if (void 0 === n || (xe(t) ?? 1 / 0) <= e.nowMs) return (0, u.notFoundAnswer)();
   const {path: r, recursive: s} = e.parameters, i = (0, l.scalarText)(r).replace(/^\/+|\/+$/g, ""), o = "" === i ? "" : `${i}/`, a = Object.entries(n.files).filter(([e]) => e.startsWith(o));
   if ("" !== i && 0 === a.length) return (0, u.notFoundAnswer)();
   const c = "true" === (0, l.scalarText)(s), d = new Map;
   for (const [e, t] of a) for (const n of tt(e, Buffer.byteLength(t))) {
    const e = n.path.slice(o.length);
    !n.path.startsWith(o) || "" === e || !c && e.includes("/") || d.set(n.path, n);
   }
   return Be(e, {
    items: [ ...d.values() ].toSorted((e, t) => e.path < t.path ? -1 : 1),
    entity: e => e,
    defaults: {
     recursive: String(c)
    }
   });
  }) ], rs = [ "GET", "/metadata", {
   ...ar,
   scope: "read_api"
  }, () => Ut ], ss = [ "GET", "/personal_access_tokens/self", ar, () => Nt ];
  function is({ownToken: e, metadata: t}) {
   const n = "/projects/:id/triggers", r = `${n}/:trigger_id`, [s, i] = [ ir("read_triggers"), or("admin_triggers") ], o = "admin_triggers";
   return [ [ "GET", "/version", {
    ...ar,
    scope: "read_api"
   }, () => It ], ..."no_route" === t ? [] : [ rs ], ..."no_route" === e ? [] : [ ss ], [ "GET", "/user", {
    ...ar,
    scope: "read_user",
    permission: "read_user"
   }, () => Ft ], [ "GET", "/job", {
    ...ar,
    jobToken: "accepted"
   }, () => Lt ], [ "GET", "/projects", sr("read_project"), () => bn ], [ "GET", "/projects/:id", sr("read_project"), cr("read_project", yn) ], [ "GET", n, s, cr(o, Nr) ], [ "POST", n, i, cr(o, Cr, Gr) ], [ "GET", r, s, cr(o, Br) ], [ "PUT", r, i, cr(o, Dr) ], [ "DELETE", r, i, cr(o, Jr) ] ];
  }
  var os = n("./simulator/gitlab/pages.js");
  class Agenda {
   #e=[];
   #t=new Map;
   #n=0;
   add(e, t) {
    const n = this.#t.get(e);
    void 0 !== n && n.atMs <= t || (this.#n += void 0 === n ? 1 : 0, this.#r({
     item: e,
     atMs: t,
     order: n?.order ?? this.#n
    }));
   }
   delete(e) {
    this.#t.delete(e);
   }
   next(e) {
    for (;;) {
     const t = this.#e[0];
     if (void 0 === t) return;
     const n = this.#t.get(t.item) === t, r = n ? e(t.item) : void 0;
     if (n && r === t.atMs) return t.item;
     this.#s(), n && (void 0 === r ? this.#t.delete(t.item) : this.#r({
      ...t,
      atMs: r
     }));
    }
   }
   #r(e) {
    this.#t.set(e.item, e), this.#e.push(e);
    let t = this.#e.length - 1;
    for (;t > 0; ) {
     const e = Math.floor((t - 1) / 2);
     if (!this.#i(t, e)) return;
     t = e;
    }
   }
   #s() {
    const e = this.#e.pop();
    if (void 0 === e || 0 === this.#e.length) return;
    this.#e[0] = e;
    let t = 0;
    for (;;) {
     const [e, n] = [ 2 * t + 1, 2 * t + 2 ], r = this.#o(n, e) ? n : e;
     if (!this.#i(r, t)) return;
     t = r;
    }
   }
   #o(e, t) {
    const [n, r] = [ this.#e[e], this.#e[t] ];
    return void 0 !== n && void 0 !== r && (n.atMs === r.atMs ? n.order < r.order : n.atMs < r.atMs);
   }
   #i(e, t) {
    const [n, r] = [ this.#e[e], this.#e[t] ];
    return !(void 0 === n || void 0 === r || !this.#o(e, t)) && (this.#e[e] = r, this.#e[t] = n, 
    !0);
   }
  }
  const as = {
   read_project: "Project: Read",
   read_pipelines: "Pipeline: Read",
   create_pipelines: "Pipeline: Create",
   admin_pipelines: "Pipeline: Update",
   read_jobs: "Job: Read",
   admin_jobs: "Job: Run",
   read_triggers: "Trigger: Read",
   admin_triggers: "Trigger: Create",
   read_ci_config: "CI Config: Read",
   read_branch: "Branch: Read",
   read_tag: "Repository Tag: Read",
   read_repository_file: "Repository: Read",
   read_own_token: "Personal Access Token: Read"
  }, cs = {
   filteredByWorkflow: "The pipeline did not run. Review the workflow:rules configuration for the pipeline.",
   noJobs: "The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.",
   tooManyJobs: ({limit: e}) => `The number of jobs has exceeded the limit of ${e}. Try splitting the configuration with parent-child-pipelines https://gitlab.example.com/help`,
   protectedRef: e => `You do not have sufficient permission to run a pipeline on '${e}'. Please select a different branch or contact your administrator for assistance.`,
   missingPermission: e => `Access denied: This operation requires a fine-grained personal access token with the following project permissions: [${as[e] ?? e}].`
  }, us = {
   ...cs,
   tooManyJobs: ({requested: e, limit: t}) => `Pipeline has too many jobs! Requested ${e}, but the limit is ${t}.`,
   missingPermission: void 0
  }, ds = {
   ...us,
   filteredByWorkflow: "Pipeline filtered out by workflow rules.",
   noJobs: "Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline."
  }, ls = {
   ...ds,
   noJobs: "No stages / jobs for this pipeline.",
   protectedRef: e => `Insufficient permissions for protected ref '${e}'`
  }, ps = {
   version: "19.3.0",
   words: cs,
   pipelineMembers: [ "iid", "project_id", "source", "name", "queued_duration", "archived" ],
   savedFailure: "refused",
   gitalyOverload: "refused",
   variableNames: "as_built",
   variableRule: "supported",
   payloadVariable: "exempt",
   creationLimit: "supported",
   importCheck: "supported",
   jobRefFilter: "supported",
   jobCursors: "supported",
   jobSource: "sent",
   metadata: "supported",
   artifactTree: "supported",
   maintenanceMode: "supported",
   traceOffsets: "supported",
   artifactEtags: "sent",
   jobTokenReads: "pipelines",
   jobTokenAllowlist: "supported",
   deadJobTokens: "unauthorized",
   createdFilters: "supported",
   sourceFilter: "supported",
   childPipelines: "found",
   jobLists: "latest_newest_first",
   cancelingStatus: "supported",
   pipelineInputs: "supported",
   mostInputs: 20,
   lintRef: "content_ref",
   expiredTriggers: "accepted_for_30_days",
   triggerExpiry: "supported",
   newTriggers: "prefixed_friendly",
   triggerJobRoutes: [ "bridges", "trigger_jobs" ],
   ownToken: "supported",
   rateLimitHeaders: "always",
   changeTags: "supported",
   metaHeader: "sent"
  }, fs = {
   ...ps,
   version: "18.2.8",
   words: us,
   pipelineMembers: [ "iid", "project_id", "source", "name", "queued_duration" ],
   gitalyOverload: "unavailable",
   variableNames: "as_saved",
   payloadVariable: "counts",
   jobRefFilter: "ignored",
   jobSource: "absent",
   artifactTree: "no_route",
   traceOffsets: "ignored",
   artifactEtags: "absent",
   jobTokenReads: "jobs_only",
   mostInputs: 1 / 0,
   expiredTriggers: "accepted",
   newTriggers: "prefixed_hexadecimal",
   triggerJobRoutes: [ "bridges" ],
   rateLimitHeaders: "when_throttled"
  }, ms = {
   ...fs,
   version: "16.11.10",
   words: ds,
   jobTokenReads: "artifacts_only",
   createdFilters: "ignored",
   cancelingStatus: "absent",
   pipelineInputs: "ignored",
   triggerExpiry: "ignored"
  }, hs = {
   "13.0": {
    ...ms,
    version: "13.0.14",
    words: ls,
    pipelineMembers: [],
    savedFailure: "created",
    jobCursors: "ignored",
    metadata: "no_route",
    variableRule: "absent",
    payloadVariable: "absent",
    creationLimit: "absent",
    importCheck: "absent",
    maintenanceMode: "absent",
    jobTokenAllowlist: "absent",
    deadJobTokens: "bad_request",
    sourceFilter: "ignored",
    childPipelines: "hidden",
    jobLists: "all_oldest_first",
    lintRef: "no_route",
    newTriggers: "bare_hexadecimal",
    triggerJobRoutes: [],
    ownToken: "no_route",
    rateLimitHeaders: "never",
    changeTags: "absent",
    metaHeader: "absent"
   },
   16.11: ms,
   18.2: fs,
   19.3: ps
  }, gs = ps;
  var vs = n("./simulator/gitlab/state/window-counter.js");
  function bs(e, t) {
   const n = new Map(e.users.map((e, n) => [ e.username, {
    id: n + 1,
    username: e.username,
    name: e.name ?? e.username,
    blocked: e.blocked ?? !1,
    createdMs: t
   } ])), r = {
    pipeline: e.firstPipelineId ?? 257,
    job: e.firstJobId ?? 9001,
    trigger: 1,
    request: 1,
    tag: 1
   }, s = e.projects.map(e => [ e.id, ys({
    description: e,
    users: n,
    nextIds: r,
    nowMs: t
   }) ]), i = e.relativeUrlRoot ?? "", o = {
    externalUrl: `${e.externalUrl ?? "https://gitlab.example.com"}${i}`,
    relativeUrlRoot: i,
    release: (a = e.release, "string" == typeof a ? hs[a] : {
     ...gs,
     ...a
    }),
    users: n,
    projects: new Map(s),
    ..._s({
     scenario: e,
     users: n,
     nowMs: t
    }),
    pipelines: new Map,
    moving: new Agenda,
    pushes: [],
    throttle: e.throttle,
    pipelineCreationsPerMinute: e.pipelineCreationsPerMinute ?? 1 / 0,
    counters: new vs.WindowCounter,
    maintenanceMessage: e.maintenanceMessage ?? "GitLab is undergoing maintenance",
    artifactStorage: e.artifactStorage,
    writes: e.writes ?? "open",
    changeTagMode: e.changeTags ?? "working",
    changeTags: new Map,
    replicaLagMs: e.replicaLagMs ?? 0,
    nextIds: r
   };
   var a;
   return function(e, t) {
    const n = [ ...e.projects.values() ].flatMap(e => (e.description.pastPipelines ?? []).map(t => ({
     project: e,
     each: t
    }))).sort((e, t) => t.each.startedAgoMs - e.each.startedAgoMs);
    for (const {project: r, each: s} of n) C(e, t - s.startedAgoMs), ks({
     instance: e,
     project: r,
     each: s,
     atMs: t - s.startedAgoMs
    });
    C(e, t);
   }(o, t), o.pushes = function({projects: e, users: t}, n) {
    return [ ...e.values() ].flatMap(e => (e.description.pushes ?? []).map(r => ({
     project: e,
     user: ws(t, r.user),
     description: r,
     atMs: n + r.afterMs
    })));
   }(o, t), o;
  }
  function ws(e, t) {
   const n = e.get(t);
   if (void 0 === n) throw new TypeError(`the scenario describes no user ${t}`);
   return n;
  }
  function _s(e) {
   const {scenario: t, users: n, nowMs: r} = e;
   return {
    accessTokens: (t.accessTokens ?? []).map((e, t) => ({
     id: t + 1,
     description: e,
     user: ws(n, e.user),
     createdMs: r
    })),
    jobTokens: (t.jobTokens ?? []).map(e => ({
     description: e,
     user: ws(n, e.user)
    }))
   };
  }
  function ys({description: e, users: t, nextIds: n, nowMs: s}) {
   const i = e.ci ?? {
    kind: "missing"
   };
   return {
    id: e.id,
    path: e.path,
    description: e,
    members: new Map(Object.entries(e.members ?? {})),
    refs: e.refs.map((t, n) => {
     return {
      name: t.name,
      kind: t.kind ?? "branch",
      sha: t.sha ?? (s = `${e.id}/${n}`, (0, r.createHash)("sha1").update(s).digest("hex")),
      commit: t.commit ?? "present",
      past: t.past ?? [],
      protectedFor: t.protectedFor,
      ci: t.ci ?? i,
      ciFile: t.ciFile ?? e.ciFile ?? {}
     };
     var s;
    }),
    triggers: (e.triggers ?? []).map(e => {
     const r = n.trigger;
     return n.trigger += 1, {
      id: r,
      token: e.token,
      owner: ws(t, e.owner),
      description: e.description ?? "",
      createdMs: s,
      updatedMs: s,
      expiresMs: void 0 === e.expiresAt ? void 0 : Date.parse(e.expiresAt)
     };
    }),
    createdMs: s,
    mirror: js(e.mirror, s),
    pipelineCount: 0
   };
  }
  function js(e, t) {
   if (void 0 === e) return;
   const {lastUpdateAgoMs: n} = e;
   return {
    description: e,
    lastUpdateMs: void 0 === n ? void 0 : t - n,
    pullMs: void 0
   };
  }
  function ks({instance: e, project: t, each: n, atMs: r}) {
   const s = t.refs.find(e => e.name === n.ref);
   if (void 0 === s) throw new TypeError(`the scenario describes no ref ${n.ref} in ${t.path}`);
   k(e, {
    project: t,
    ref: s,
    user: ws(e.users, n.user),
    source: n.source ?? "push",
    script: n.script,
    variables: Object.entries(n.variables ?? {}).map(([e, t]) => ({
     key: e,
     value: t,
     type: "env_var"
    })),
    inputs: {},
    atMs: r
   });
  }
  function Ms({headers: e}) {
   return void 0 === e.origin ? {} : {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
    "access-control-expose-headers": "ETag, Link, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Gitlab-Meta, X-Next-Page, X-Page, X-Per-Page, X-Prev-Page, X-Request-Id, X-Total, X-Total-Pages",
    "access-control-max-age": "7200"
   };
  }
  function xs(e, t, {nowMs: n, number: r, metaHeader: s}) {
   const i = function(e, t) {
    return `${Es(e, 10)}${Es(t, 16)}`;
   }(n, r), o = {
    ...t,
    headers: {
     date: new Date(n).toUTCString(),
     "x-request-id": i,
     "x-runtime": "0.042000",
     "x-content-type-options": "nosniff",
     "x-frame-options": "SAMEORIGIN",
     "referrer-policy": "strict-origin-when-cross-origin",
     vary: "Origin",
     ..."sent" === s ? {
      "x-gitlab-meta": JSON.stringify({
       correlation_id: i,
       version: "1"
      })
     } : {},
     ...Ts(t),
     ...t.headers
    }
   };
   return function({method: e, headers: t}, n) {
    const {etag: r} = n.headers;
    if ("GET" !== e && "HEAD" !== e || 200 !== n.status || void 0 === r) return !1;
    const s = (t["if-none-match"] ?? "").split(",").map(e => e.trim());
    return s.includes("*") || s.some(e => "" !== e && $s(e) === $s(r));
   }(e, o) ? function({headers: e}) {
    const t = Object.entries(e).filter(([e]) => !e.startsWith("content-"));
    return {
     status: 304,
     headers: Object.fromEntries(t),
     body: Buffer.alloc(0)
    };
   }(o) : o;
  }
  function Ts({status: e, headers: t, body: n}) {
   const s = void 0 !== t["content-disposition"] || void 0 !== t.etag;
   if ("application/json" !== t["content-type"] || s) return {};
   if (200 !== e && 201 !== e) return {
    "cache-control": "no-cache"
   };
   return {
    "cache-control": "max-age=0, private, must-revalidate",
    etag: `W/"${(0, r.createHash)("sha256").update(n).digest("hex").slice(0, 32)}"`
   };
  }
  function $s(e) {
   return e.replace(/^W\//, "");
  }
  const As = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  function Es(e, t) {
   let n = e, r = "";
   for (let e = 0; e < t; e += 1) r = `${As[n % 32] ?? "0"}${r}`, n = Math.floor(n / 32);
   return r;
  }
  function Ss(e) {
   const t = e.replace(/:([a-z_]+)(\+?)/g, (e, t, n) => "" === n ? `(?<${t}>[^/]+)` : `(?<${t}>.+)`);
   return new RegExp(`^${t}/?$`);
  }
  function Os(e) {
   return Object.fromEntries(Object.entries(e).map(([e, t]) => [ e, (0, xt.decodePercent)(t) ]));
  }
  class StaleReplica {
   #a=new Map;
   answer(e, {request: t, nowMs: n}, r) {
    const s = /\/pipelines\/(\d+)/.exec((0, l.splitTarget)(t.target).path)?.[1];
    if (e.replicaLagMs <= 0 || "GET" !== t.method || void 0 === s) return r();
    const i = `${t.headers["private-token"] ?? ""} ${t.target}`, o = e.changeTags.get(Number(s))?.touchedMs ?? -1 / 0, a = this.#a.get(i);
    if (void 0 !== a && n - o < e.replicaLagMs) return a;
    const c = r();
    return 200 === c.status && this.#a.set(i, c), c;
   }
  }
  var Ps = n("./simulator/gitlab/wire/throttle.js");
  class SimulatedGitLab {
   #c;
   #u;
   #d;
   #l;
   #p=new StaleReplica;
   constructor(e, t) {
    this.#c = e.clock, this.#u = bs(t, e.clock.epochMs()), this.#d = function(e) {
     const t = "pipelines" === e.jobTokenReads ? "accepted" : "ignored", n = [ ...Xr(e, t), ...Zr(e, t), ...es(e), ...Ar(e), ...is(e) ];
     return [ ...Kr, ...n.map(([e, t, n, r]) => ({
      method: e,
      pattern: t,
      rule: n,
      endpoint: r(n)
     })) ];
    }(this.#u.release), this.#l = function(e) {
     const t = e.map(e => ({
      route: e,
      expression: Ss(e.pattern)
     }));
     return (e, n) => {
      const r = [];
      for (const {route: s, expression: i} of t) {
       const t = i.exec(n);
       if (null !== t) {
        if (s.method === e) return {
         kind: "route",
         route: s,
         pathParameters: Os(t.groups ?? {})
        };
        r.push(s.method);
       }
      }
      return 0 === r.length ? {
       kind: "none"
      } : {
       kind: "other_method",
       methods: r
      };
     };
    }(this.#d);
   }
   get version() {
    return this.#u.release.version;
   }
   get relativeUrlRoot() {
    return this.#u.relativeUrlRoot;
   }
   handle(e) {
    const t = this.#c.epochMs();
    C(this.#u, t);
    const {nextIds: n, release: r} = this.#u, s = n.request;
    n.request += 1;
    const i = {
     nowMs: t,
     number: s,
     metaHeader: r.metaHeader
    }, o = xs(e, this.#f(e, t), i);
    return "HEAD" === e.method ? function({status: e, headers: t, body: n, stream: r}) {
     const s = String(r?.bytes ?? n.length);
     return {
      status: e,
      headers: {
       ...t,
       "content-length": s
      },
      body: Buffer.alloc(0)
     };
    }(o) : o;
   }
   catchUp() {
    C(this.#u, this.#c.epochMs());
   }
   pipelines() {
    return C(this.#u, this.#c.epochMs()), [ ...this.#u.pipelines.values() ].map(he);
   }
   tree(e) {
    C(this.#u, this.#c.epochMs());
    const t = this.#u.pipelines.get(e);
    return void 0 === t ? void 0 : ge(t);
   }
   triggerTokens(e) {
    const t = this.#c.epochMs();
    return (this.#u.projects.get(e)?.triggers ?? []).filter(({expiresMs: e = 1 / 0}) => e > t).map(Yr);
   }
   nextChangeMs() {
    return e = this.#u, q(e)?.atMs;
    var e;
   }
   setExternalUrl(e) {
    this.#u.externalUrl = `${e}${this.#u.relativeUrlRoot}`;
   }
   setWrites(e) {
    this.#u.writes = e;
   }
   #f(e, t) {
    if (!e.target.startsWith(`${this.#u.relativeUrlRoot}/api/`)) return this.#m(e, t);
    const n = function(e) {
     const {method: t, headers: n} = e, r = n["access-control-request-method"];
     if ("OPTIONS" !== t || void 0 === n.origin || void 0 === r) return;
     const s = n["access-control-request-headers"];
     return (0, u.emptyAnswer)(200, {
      ...Ms(e),
      ...void 0 === s ? {} : {
       "access-control-allow-headers": s
      }
     });
    }(e) ?? this.#m(e, t);
    return {
     ...n,
     headers: {
      ...Ms(e),
      ...n.headers
     }
    };
   }
   bringPushes(e) {
    const t = this.#c.epochMs(), n = this.#u.projects.get(e);
    void 0 !== n && S(this.#u, n, t), C(this.#u, t);
   }
   #m(e, t) {
    const n = (0, Ps.throttle)(this.#u, e, t);
    if ("throttled" === n.kind) return n.answer;
    const r = this.#p.answer(this.#u, {
     request: e,
     nowMs: t
    }, () => this.#h(e, t));
    return {
     ...r,
     headers: {
      ...n.headers,
      ...r.headers
     }
    };
   }
   #h(e, t) {
    const {path: n} = (0, l.splitTarget)(e.target);
    return !(n === `${this.#u.relativeUrlRoot}/api/graphql`) || "GET" !== e.method && "POST" !== e.method ? (0, 
    d.writeRefusal)(this.#u, e) ?? this.#g(e, t) : p({
     instance: this.#u,
     request: e,
     nowMs: t
    });
   }
   #g(e, t) {
    const {path: n} = (0, l.splitTarget)(e.target), r = this.#u.relativeUrlRoot;
    if (n.startsWith(`${r}/api/v3/`)) return (0, u.errorAnswer)(410, "API V3 is no longer supported. Use API V4 instead.");
    const s = `${r}/api/v4`;
    if (!n.startsWith(`${s}/`)) {
     return (n.startsWith(r) ? (0, os.pageAt)(n.slice(r.length), this.#d) : void 0) ?? (0, 
     os.marked)((0, os.notFoundPage)());
    }
    const i = "HEAD" === e.method ? "GET" : e.method, o = this.#l(i, n.slice(s.length));
    switch (o.kind) {
    case "none":
     return (0, os.marked)((0, u.errorAnswer)(404, "404 Not Found"));

    case "other_method":
     return function(e, t) {
      return e.endsWith("/trigger/pipeline") ? (0, u.notFoundAnswer)() : (0, os.marked)((0, 
      u.errorAnswer)(405, "405 Not Allowed", {
       allow: [ ...new Set(t) ].join(", ")
      }));
     }(n, o.methods);

    case "route":
     return this.#v({
      request: e,
      nowMs: t,
      match: o
     });
    }
   }
   #v({request: e, nowMs: t, match: n}) {
    const r = (0, l.readParameters)(e);
    if ("stop" === r.kind) return r.answer;
    const {route: s, pathParameters: i} = n, o = {
     ...r.value,
     ...i
    }, a = {
     instance: this.#u,
     nowMs: t,
     request: e,
     parameters: o,
     pathParameters: i
    };
    if ("open" === s.rule) return s.endpoint({
     ...a,
     caller: {
      kind: "anonymous"
     }
    });
    const c = (0, d.identify)(a, s.rule);
    if ("stop" === c.kind) return c.answer;
    const u = {
     ...a,
     caller: c.value
    };
    return s.endpoint(u);
   }
  }
 }),
 "./simulator/gitlab/state/window-counter.js": (function(e, t, n) {
  n.d(t, {
   WindowCounter: function() {
    return WindowCounter;
   },
   windowEndMs: function() {
    return s;
   }
  });
  const r = 6e4;
  class WindowCounter {
   #b=new Map;
   count(e, t) {
    const n = Math.floor(t / r), s = this.#b.get(e), i = s?.window === n ? s.count + 1 : 1;
    return this.#b.set(e, {
     window: n,
     count: i
    }), i;
   }
  }
  function s(e) {
   return (Math.floor(e / r) + 1) * r;
  }
 }),
 "./simulator/gitlab/wire/answer.js": (function(e, t, n) {
  function r(e) {
   return {
    kind: "go",
    value: e
   };
  }
  function s(e) {
   return {
    kind: "stop",
    answer: e
   };
  }
  function i(e, t, n = {}) {
   return {
    status: e,
    headers: {
     "content-type": "application/json",
     ...n
    },
    body: Buffer.from(JSON.stringify(t))
   };
  }
  function o(e, t, n = {}) {
   return {
    status: e,
    headers: {
     "content-type": "text/plain",
     ...n
    },
    body: Buffer.from(t)
   };
  }
  function a(e, t, n = {}) {
   return {
    status: e,
    headers: {
     "content-type": "text/html; charset=utf-8",
     ...n
    },
    body: Buffer.from(t)
   };
  }
  function c(e, t = {}) {
   return {
    status: e,
    headers: t,
    body: Buffer.alloc(0)
   };
  }
  function u(e, t, n = {}) {
   return i(e, {
    message: t
   }, n);
  }
  function d(e, t, n = {}) {
   return i(e, {
    error: t
   }, n);
  }
  function l(e, t) {
   const n = Object.entries(t).map(([e, t]) => [ e, t.map(p) ]);
   return u(e, Object.fromEntries(n));
  }
  function p(e) {
   return e.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }
  function f() {
   return u(404, "404 Not Found");
  }
  function m() {
   return u(404, "404 Not found");
  }
  function h(e) {
   return u(403, void 0 === e ? "403 Forbidden" : `403 Forbidden - ${e}`);
  }
  function g() {
   return u(401, "401 Unauthorized");
  }
  n.d(t, {
   emptyAnswer: function() {
    return c;
   },
   errorAnswer: function() {
    return d;
   },
   forbiddenAnswer: function() {
    return h;
   },
   go: function() {
    return r;
   },
   htmlAnswer: function() {
    return a;
   },
   jsonAnswer: function() {
    return i;
   },
   messageAnswer: function() {
    return u;
   },
   notFoundAnswer: function() {
    return f;
   },
   recordErrorsAnswer: function() {
    return l;
   },
   recordNotFoundAnswer: function() {
    return m;
   },
   stop: function() {
    return s;
   },
   textAnswer: function() {
    return o;
   },
   unauthorizedAnswer: function() {
    return g;
   }
  });
 }),
 "./simulator/gitlab/wire/caller.js": (function(e, t, n) {
  n.d(t, {
   carriesAccessToken: function() {
    return c;
   },
   identify: function() {
    return i;
   },
   maintenanceAnswer: function() {
    return f;
   },
   stateOf: function() {
    return u;
   },
   writeRefusal: function() {
    return p;
   }
  });
  var r = n("./simulator/gitlab/wire/answer.js"), s = n("./simulator/gitlab/wire/parameters.js");
  function i(e, t) {
   const {instance: n, request: s, parameters: i} = e, c = o(s.headers["job-token"] ?? i.job_token);
   if (void 0 !== c && "accepted" === t.jobToken) return function(e, t) {
    const n = e.jobTokens.find(({description: e}) => e.token === t), s = "running" === n?.description.job || "canceling" === n?.description.job;
    return void 0 !== n && s && !n.user.blocked ? (0, r.go)({
     kind: "job",
     user: n.user,
     token: n
    }) : (0, r.stop)((0, r.unauthorizedAnswer)());
   }(n, c);
   const p = a(s, i);
   return void 0 !== p ? function({instance: e, nowMs: t}, n, s) {
    const i = e.accessTokens.find(({description: e}) => e.token === s);
    if (void 0 === i || i.user.blocked) return (0, r.stop)((0, r.unauthorizedAnswer)());
    const o = u(i, t);
    if ("active" !== o) return (0, r.stop)(function(e) {
     const t = d[e], n = `Bearer realm="Protected by OAuth 2.0", error="invalid_token", error_description="${t}"`;
     return (0, r.jsonAnswer)(401, {
      error: "invalid_token",
      error_description: t
     }, {
      "www-authenticate": n
     });
    }(o));
    if (!function({description: {scopes: e}}, t) {
     switch (t) {
     case "any":
      return !0;

     case "api":
      return e.includes("api");

     case "read_user":
      return [ "api", "read_api", "read_user" ].some(t => e.includes(t));

     case "read_api":
      return e.includes("api") || e.includes("read_api");
     }
    }(i, n.scope)) return (0, r.stop)((a = n.scope, (0, r.jsonAnswer)(403, {
     error: "insufficient_scope",
     error_description: "The request requires higher privileges than provided by the access token.",
     scope: l[a]
    })));
    var a;
    const {permissions: c} = i.description, {missingPermission: p} = e.release.words;
    if (void 0 !== p && !1 === c?.includes(n.permission)) return (0, r.stop)((0, r.jsonAnswer)(403, {
     error: "insufficient_granular_scope",
     error_description: p(n.permission)
    }));
    return (0, r.go)({
     kind: "user",
     user: i.user,
     token: i
    });
   }(e, t, p) : "accepted" === t.anonymous ? (0, r.go)({
    kind: "anonymous"
   }) : (0, r.stop)((0, r.unauthorizedAnswer)());
  }
  function o(e) {
   return "string" == typeof e && "" !== e ? e : void 0;
  }
  function a(e, t) {
   const n = e.headers.authorization ?? "", r = /^Bearer\s+(.+)$/i.exec(n)?.[1];
   return o(e.headers["private-token"]) ?? o(t.private_token) ?? r ?? o(t.access_token) ?? function(e) {
    const t = /^Basic\s+(.+)$/i.exec(e)?.[1];
    if (void 0 === t) return;
    const n = Buffer.from(t, "base64").toString("utf8");
    return o(n.slice(n.indexOf(":") + 1));
   }(n);
  }
  function c(e, t) {
   const n = a(t, {});
   return e.accessTokens.find(({description: e}) => e.token === n)?.user.username;
  }
  function u({description: e}, t) {
   return void 0 !== e.expiresAt && Date.parse(e.expiresAt) <= t && "revoked" !== e.state ? "expired" : e.state ?? "active";
  }
  const d = {
   expired: "Token is expired. You can either do re-authorization or token refresh.",
   revoked: "Token was revoked. You have to re-authorize from the user."
  };
  const l = {
   read_user: "api read_api read_user",
   read_api: "api read_api",
   api: "api",
   any: ""
  };
  function p(e, t) {
   if ("GET" !== t.method && "HEAD" !== t.method && "OPTIONS" !== t.method) switch (e.writes) {
   case "open":
    return;

   case "maintenance":
    if ("absent" === e.release.maintenanceMode) return;
    return f(t, {
     message: e.maintenanceMessage,
     startPage: `${e.externalUrl}/`
    });

   case "read_only":
    return m(t) ? (0, r.messageAnswer)(403, "You cannot perform write operations on a read-only instance") : h(t, `${e.externalUrl}/`);
   }
  }
  function f(e, t) {
   return m(e) ? (0, r.messageAnswer)(503, t.message) : h(e, t.startPage);
  }
  function m({headers: e}) {
   return "application/json" === (0, s.mediaType)(e["content-type"] ?? "");
  }
  function h({headers: e}, t) {
   const n = e.referer ?? t, s = `<html><body>You are being <a href="${n}">redirected</a>.</body></html>`;
   return (0, r.htmlAnswer)(301, s, {
    location: n
   });
  }
 }),
 "./simulator/gitlab/wire/fault-plan.js": (function(e, t, n) {
  n.d(t, {
   FaultPlan: function() {
    return FaultPlan;
   }
  });
  class FaultPlan {
   #w;
   #_;
   constructor(e) {
    const t = e.map(e => ({
     rule: e,
     matches: 0
    }));
    this.#w = t.filter(({rule: e}) => r(e)), this.#_ = t.filter(({rule: e}) => !r(e));
   }
   atConnection() {
    return this.#w.filter(e => s(e)).length > 0 ? "refuse" : "accept";
   }
   atRequest(e) {
    const t = this.#_.filter(({rule: t}) => function({when: e}, {method: t, target: n}) {
     const {pathMatches: r} = e;
     return (void 0 === e.method || e.method === t) && (void 0 === r || n.search(r) >= 0);
    }(t, e)).filter(s);
    return t[0]?.rule.fault;
   }
  }
  function r({when: e, fault: t}) {
   return "refuse" === t.kind && void 0 === e.method && void 0 === e.pathMatches;
  }
  function s(e) {
   e.matches += 1;
   const {nth: t = "every", times: n} = e.rule.when, r = "every" === t ? 1 : t, s = r + (n ?? ("every" === t ? 1 / 0 : 1)) - 1;
   return e.matches >= r && e.matches <= s;
  }
 }),
 "./simulator/gitlab/wire/parameter-tree.js": (function(e, t, n) {
  function r(e) {
   return "object" == typeof e && null !== e && !Array.isArray(e);
  }
  function s(e) {
   return Array.isArray(e);
  }
  function i(e) {
   return c(e.split("&").filter(e => "" !== e).map(e => {
    const t = e.indexOf("=");
    return t < 0 ? {
     name: o(e),
     value: void 0
    } : {
     name: o(e.slice(0, t)),
     value: o(e.slice(t + 1))
    };
   }));
  }
  function o(e) {
   return a(e.replaceAll("+", " "));
  }
  function a(e) {
   try {
    return decodeURIComponent(e);
   } catch {
    return e;
   }
  }
  function c(e) {
   const t = new Map;
   for (const {name: n, value: r} of e) {
    const {head: e, keys: s} = u(n);
    "" !== e && d({
     branch: t,
     path: [ e, ...s ],
     value: r ?? null
    });
   }
   return l(t);
  }
  function u(e) {
   const t = e.indexOf("[");
   return t <= 0 || !e.endsWith("]") ? {
    head: e,
    keys: []
   } : {
    head: e.slice(0, t),
    keys: e.slice(t + 1, -1).split("][")
   };
  }
  function d({branch: e, path: t, value: n}) {
   const [s = "", i, ...o] = t;
   if (void 0 === i) return void e.set(s, n);
   const a = e.get(s);
   if ("" === i) {
    const t = a instanceof Array ? [ ...a ] : [], i = t.at(-1), [c] = o;
    return void 0 === c ? t.push(n) : r(i) && !(c in i) ? t[t.length - 1] = {
     ...i,
     [c]: n
    } : t.push({
     [c]: n
    }), void e.set(s, t);
   }
   const c = a instanceof Map ? a : new Map;
   e.set(s, c), d({
    branch: c,
    path: [ i, ...o ],
    value: n
   });
  }
  function l(e) {
   return Object.fromEntries([ ...e ].map(([e, t]) => [ e, t instanceof Map ? l(t) : t ]));
  }
  function p(e) {
   return "string" == typeof e || "number" == typeof e || "boolean" == typeof e ? e : Array.isArray(e) ? e.map(p) : "object" != typeof e || null === e ? null : Object.fromEntries(Object.entries(e).map(([e, t]) => [ e, p(t) ]));
  }
  n.d(t, {
   decodePercent: function() {
    return a;
   },
   isList: function() {
    return s;
   },
   isTree: function() {
    return r;
   },
   nestFields: function() {
    return c;
   },
   parameterOf: function() {
    return p;
   },
   parseFormText: function() {
    return i;
   }
  });
 }),
 "./simulator/gitlab/wire/parameters.js": (function(e, t, n) {
  n.d(t, {
   mapOf: function() {
    return f;
   },
   mapProblems: function() {
    return p;
   },
   mediaType: function() {
    return u;
   },
   readParameters: function() {
    return c;
   },
   readTime: function() {
    return v;
   },
   requiredTextProblems: function() {
    return l;
   },
   scalarText: function() {
    return m;
   },
   splitTarget: function() {
    return a;
   },
   timeProblems: function() {
    return g;
   },
   wordProblems: function() {
    return h;
   }
  });
  var r = n("./simulator/gitlab/wire/answer.js"), s = n("./simulator/gitlab/wire/parameter-tree.js");
  function i(e, t) {
   const n = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(t), r = n?.[1] ?? n?.[2];
   if (void 0 === r) return {};
   const i = e.toString("latin1").split(`--${r}`).slice(1, -1);
   return (0, s.nestFields)(i.flatMap(e => function(e) {
    const t = e.indexOf("\r\n\r\n");
    if (t < 0) return [];
    const n = o(e.slice(0, t)), r = /[;\s]name="([^"]*)"/i.exec(n)?.[1];
    if (void 0 === r) return [];
    const s = o(e.slice(t + 4).replace(/\r\n$/, "")), i = /[;\s]filename="([^"]*)"/i.exec(n)?.[1];
    return [ {
     name: r,
     value: void 0 === i ? s : {
      filename: i,
      content: s
     }
    } ];
   }(e)));
  }
  function o(e) {
   return Buffer.from(e, "latin1").toString("utf8");
  }
  function a(e) {
   const t = e.indexOf("?");
   return t < 0 ? {
    path: e,
    query: ""
   } : {
    path: e.slice(0, t),
    query: e.slice(t + 1).replace(/#.*$/, "")
   };
  }
  function c(e) {
   const t = (0, s.parseFormText)(a(e.target).query);
   if ("GET" === e.method || 0 === e.body.length) return (0, r.go)(t);
   const n = function(e) {
    const t = e.headers["content-type"] ?? "application/x-www-form-urlencoded";
    switch (u(t)) {
    case "application/json":
     return function(e) {
      if ("" === e.trim()) return (0, r.go)({});
      try {
       const t = (0, s.parameterOf)(JSON.parse(e));
       return (0, r.go)((0, s.isTree)(t) ? t : {});
      } catch {
       return (0, r.stop)((0, r.errorAnswer)(400, d));
      }
     }(e.body.toString("utf8"));

    case "application/x-www-form-urlencoded":
     return (0, r.go)((0, s.parseFormText)(e.body.toString("utf8")));

    case "multipart/form-data":
     return (0, r.go)(i(e.body, t));

    default:
     return (0, r.stop)((0, r.errorAnswer)(415, `The provided content-type '${t}' is not supported.`));
    }
   }(e);
   return "stop" === n.kind ? n : (0, r.go)({
    ...t,
    ...n.value
   });
  }
  function u(e) {
   return (e.split(";")[0] ?? "").trim().toLowerCase();
  }
  const d = [ "Problem:", "  message body does not match declared format", "Resolution:", "  when specifying application/json as content-type, the body must be valid application/json\n  in the request's 'body'", "" ].join("\n");
  function l(e, t, n) {
   const r = e[t], s = "refused" === n ? [ `${t} is empty` ] : [];
   return void 0 === r ? [ `${t} is missing`, ...s ] : "object" == typeof r && null !== r ? [ `${t} is invalid` ] : "" === m(r).trim() ? s : [];
  }
  function p(e, t) {
   const n = e[t];
   return null == n || (0, s.isTree)(n) ? [] : [ `${t} is invalid` ];
  }
  function f(e) {
   return (0, s.isTree)(e) ? e : {};
  }
  function m(e) {
   return "string" == typeof e ? e : "number" == typeof e || "boolean" == typeof e ? String(e) : "";
  }
  function h(e, t, n) {
   const r = e[t];
   return void 0 === r || n.includes(m(r)) ? [] : [ `${t} does not have a valid value` ];
  }
  function g(e, t) {
   const n = e[t];
   return void 0 === n || void 0 !== v(n) ? [] : [ `${t} is invalid` ];
  }
  function v(e) {
   const t = m(e), n = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?( .*)?$/.exec(t);
   if (null === n) return;
   const [, r = "", s = "00:00:00", i = "Z"] = n, o = Date.parse(`${r}T${s}${i}`);
   return Number.isNaN(o) ? void 0 : o;
  }
 }),
 "./simulator/gitlab/wire/server.js": (function(e, t, n) {
  n.d(t, {
   startServer: function() {
    return x;
   }
  });
  var r = n("node:http"), s = n("node:https"), i = n("node:zlib");
  const o = /^(?:application\/(?:json|xml|x-javascript)|text\/(?:html|plain|css|xml))\b/, a = 250, c = 2;
  var u = n("./simulator/gitlab/wire/answer.js"), d = n("./simulator/gitlab/wire/caller.js"), l = n("./simulator/gitlab/wire/throttle.js");
  function p(e, t, n) {
   const r = () => e.gitlab.handle(t);
   if (void 0 === n) return {
    kind: "answer",
    response: r()
   };
   switch (n.kind) {
   case "refuse":
    return {
     kind: "refused"
    };

   case "reset_before":
    return {
     kind: "reset"
    };

   case "reset_after":
    return r(), {
     kind: "reset"
    };

   case "truncate":
    return f(r(), "content_length");

   case "truncate_chunked":
    return f(r(), "chunked");

   case "stall":
    return {
     kind: "silence"
    };

   case "stall_after_work":
    return r(), {
     kind: "silence"
    };

   case "drip":
    return {
     kind: "drip",
     response: r(),
     everyMs: n.everyMs
    };

   case "too_large":
    {
     const {megabytes: e} = n;
     return {
      kind: "flood",
      totalBytes: "endless" === e ? e : e * 2 ** 20
     };
    }

   case "html":
   case "redirect":
   case "rate_limited":
   case "maintenance":
    return {
     kind: "answer",
     response: m(e, t, n)
    };

   case "status":
    return "done" === n.work && r(), {
     kind: "answer",
     response: v(e, n)
    };
   }
  }
  function f(e, t) {
   const n = e.stream?.bytes ?? e.body.length;
   return {
    kind: "truncated",
    response: e,
    sentBytes: Math.floor(n / 2),
    framing: t
   };
  }
  function m({clock: e}, t, n) {
   const r = new Date(e.epochMs()).toUTCString();
   switch (n.kind) {
   case "html":
    return (0, u.htmlAnswer)(200, n.page ?? h, {
     date: r
    });

   case "redirect":
    return (0, u.htmlAnswer)(n.status, "<html><body>Moved</body></html>", {
     date: r,
     location: n.location
    });

   case "rate_limited":
    return function(e, t) {
     const {retryAfterSeconds: n, resetAfterSeconds: r} = e, s = t + 1e3 * (r ?? 0), i = (0, 
     l.throttleHeaders)({
      name: "throttle_unauthenticated_api",
      limit: g,
      observed: g + 1,
      resetMs: s
     });
     return (0, u.textAnswer)(429, e.text ?? "Retry later\n", {
      date: new Date(t).toUTCString(),
      ...void 0 === r ? {} : {
       ...i,
       "ratelimit-resettime": new Date(s).toUTCString()
      },
      ...void 0 === n ? {} : {
       "retry-after": String(n)
      }
     });
    }(n, e.epochMs());

   case "maintenance":
    {
     const e = n.message ?? "GitLab is undergoing maintenance", s = (0, d.maintenanceAnswer)(t, {
      message: e,
      startPage: "/"
     });
     return {
      ...s,
      headers: {
       date: r,
       ...s.headers
      }
     };
    }
   }
  }
  const h = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form action="/sso/login" method="post"><input name="username"></form></body></html>\n', g = 10;
  function v({clock: e}, t) {
   const n = t.contentType ?? (void 0 === t.body ? "text/html" : "application/json"), r = `<html><head><title>${t.status}</title></head><body><h1>${t.status}</h1></body></html>\n`;
   return {
    status: t.status,
    headers: {
     date: new Date(e.epochMs()).toUTCString(),
     "content-type": n,
     ...t.headers
    },
    body: Buffer.from(t.body ?? r)
   };
  }
  var b = n("./simulator/gitlab/wire/fault-plan.js");
  function w({clock: e, outgoing: t}, n) {
   switch (t.on("error", () => {}), t.sendDate = !1, n.kind) {
   case "answer":
    return _(t, n.response, "content_length"), void (void 0 === n.response.stream ? t.end(n.response.body) : y(t, n.response.stream, 1 / 0).then(() => t.end()));

   case "refused":
    return void t.socket?.destroy();

   case "reset":
    return void t.socket?.resetAndDestroy();

   case "truncated":
    return _(t, n.response, n.framing), void 0 !== n.response.stream ? void y(t, n.response.stream, n.sentBytes).then(() => {
     t.socket?.destroy();
    }) : void t.write(n.response.body.subarray(0, Math.max(1, n.sentBytes)), () => {
     t.socket?.destroy();
    });

   case "silence":
    return;

   case "drip":
    return _(t, n.response, "content_length"), t.flushHeaders(), void j({
     clock: e,
     outgoing: t
    }, n.response.body, n.everyMs);

   case "flood":
    return t.writeHead(200, {
     "content-type": "application/json"
    }), void M(t, "endless" === n.totalBytes ? 1 / 0 : n.totalBytes);
   }
  }
  function _(e, {status: t, headers: n, body: r, stream: s}, i) {
   const o = 204 === t || 304 === t, a = s?.bytes ?? r.length, c = "content_length" !== i || o ? {} : {
    "content-length": a
   };
   e.writeHead(t, {
    ...c,
    ...n
   });
  }
  async function y(e, t, n) {
   let r = n;
   for await (const n of t.open()) {
    if (r <= 0 || e.destroyed) return;
    const t = n.subarray(0, r);
    r -= t.length, e.write(t) || await new Promise(t => {
     const n = () => {
      e.off("drain", n).off("close", n), t();
     };
     e.once("drain", n).once("close", n);
    });
   }
  }
  function j(e, t, n) {
   const {clock: r, outgoing: s} = e;
   if (0 === t.length) return void s.end();
   const i = r.schedule(n, () => {
    s.off("close", i), s.destroyed || (s.write(t.subarray(0, 1)), j(e, t.subarray(1), n));
   });
   s.once("close", i);
  }
  const k = 65536;
  function M(e, t) {
   let n = t;
   for (;n > 0 && !e.destroyed; ) {
    const t = Math.min(k, n);
    if (n -= t, !e.write(Buffer.alloc(t, "x"))) return void e.once("drain", () => M(e, n));
   }
   n <= 0 && e.end();
  }
  async function x(e) {
   const {clock: t, tls: n, host: u = "127.0.0.1"} = e, d = "none" === e.compression ? e.gitlab : function(e) {
    return {
     relativeUrlRoot: e.relativeUrlRoot,
     handle: t => function(e, t) {
      const {headers: n, body: r} = t, s = /\bgzip\b/i.test(e.headers["accept-encoding"] ?? ""), u = void 0 === n["content-encoding"] && r.length >= a && o.test(n["content-type"] ?? "");
      return s && u ? {
       ...t,
       headers: {
        ...n,
        "content-encoding": "gzip",
        vary: [ n.vary, "Accept-Encoding" ].filter(e => void 0 !== e).join(", "),
        ...!0 === n.etag?.startsWith('"') ? {
         etag: `W/${n.etag}`
        } : {}
       },
       body: (0, i.gzipSync)(r, {
        level: c
       })
      } : t;
     }(t, e.handle(t))
    };
   }(e.gitlab), l = e.faults ?? new b.FaultPlan([]), f = [], {mostRequests: m = 1 / 0} = e, h = new Set, g = (e, n) => {
    const r = l.atRequest({
     method: e.method ?? "",
     target: e.url ?? ""
    });
    "refuse" !== r?.kind ? function(e, t) {
     const n = [];
     e.on("data", e => n.push(e)), e.once("end", () => {
      const r = Object.entries(e.headers).map(([e, t]) => [ e, Array.isArray(t) ? t.join(", ") : t ?? "" ]);
      t({
       method: e.method ?? "",
       target: e.url ?? "",
       headers: Object.fromEntries(r),
       body: Buffer.concat(n)
      });
     });
    }(e, e => {
     const {method: s, target: i, headers: o} = e;
     f.push({
      method: s,
      target: i,
      headers: o,
      body: e.body.toString("utf8"),
      epochMs: t.epochMs()
     }), f.length > m && f.splice(0, f.length - m), w({
      clock: t,
      outgoing: n
     }, p({
      gitlab: d,
      clock: t
     }, e, r));
    }) : e.socket.destroy();
   }, v = void 0 === n ? (0, r.createServer)(g) : (0, s.createServer)(n, g);
   v.on("connection", e => {
    h.add(e), e.once("close", () => h.delete(e)), "refuse" === l.atConnection() && e.destroy();
   }), await new Promise((t, n) => {
    v.once("error", n), v.listen(e.port ?? 0, u, t);
   });
   const _ = function(e) {
    if (null === e || "string" == typeof e) throw new TypeError("the listener has no port");
    return e.port;
   }(v.address());
   return {
    url: `${`${void 0 === n ? "http" : "https"}://${u.includes(":") ? `[${u}]` : u}:${_}`}${d.relativeUrlRoot}`,
    port: _,
    requests: f,
    close: async () => {
     const e = new Promise(e => v.close(() => e()));
     for (const e of h) e.destroy();
     await e;
    }
   };
  }
 }),
 "./simulator/gitlab/wire/throttle.js": (function(e, t, n) {
  n.d(t, {
   throttle: function() {
    return o;
   },
   throttleHeaders: function() {
    return a;
   }
  });
  var r = n("./simulator/gitlab/state/window-counter.js"), s = n("./simulator/gitlab/wire/answer.js"), i = n("./simulator/gitlab/wire/caller.js");
  function o(e, t, n) {
   const o = e.throttle, c = (0, i.carriesAccessToken)(e, t), u = void 0 === c ? o?.unauthenticatedPerMinute : o?.authenticatedPerMinute;
   if (void 0 === o || void 0 === u) return {
    kind: "pass",
    headers: {}
   };
   const d = void 0 === c ? "throttle_unauthenticated_api" : "throttle_authenticated_api", l = e.counters.count(`throttle/${c ?? ""}`, n), p = a({
    name: d,
    limit: u,
    observed: l,
    resetMs: (0, r.windowEndMs)(n)
   }), f = o.headers ?? e.release.rateLimitHeaders;
   if (l <= u) return {
    kind: "pass",
    headers: "always" === f ? p : {}
   };
   const m = Math.ceil(((0, r.windowEndMs)(n) - n) / 1e3);
   return {
    kind: "throttled",
    answer: (0, s.textAnswer)(429, o.text ?? "Retry later\n", {
     ..."never" === f ? {} : {
      ...p,
      "ratelimit-resettime": new Date((0, r.windowEndMs)(n)).toUTCString()
     },
     "retry-after": String(m)
    })
   };
  }
  function a({name: e, limit: t, observed: n, resetMs: r}) {
   return {
    "ratelimit-name": e,
    "ratelimit-limit": String(t),
    "ratelimit-observed": String(n),
    "ratelimit-remaining": String(Math.max(0, t - n)),
    "ratelimit-reset": String(Math.floor(r / 1e3))
   };
  }
 }),
 "./simulator/named-scenarios.js": (function(e, t, n) {
  n.d(t, {
   namedScenario: function() {
    return f;
   }
  });
  var r = n("./simulator/demo-scenario.js");
  function s(e, t, n = {}) {
   return {
    name: e,
    stage: t,
    durationMs: 800,
    log: "$ npm test\n3 passed\nJob succeeded\n",
    ...n
   };
  }
  const i = {
   fileType: "archive",
   filename: "artifacts.zip",
   files: {
    "preview.env": "IMAGE_TAG=1.4.2\nPREVIEW_URL=https://preview.example.com\n"
   }
  };
  function o(...e) {
   return {
    stages: [ "build", "test", "deploy" ],
    jobs: e
   };
  }
  const a = s("compile", "build", {
   artifacts: [ i ]
  }), c = s("unit", "test", {
   coverage: 87.5
  }), u = {
   ...o(a, c, s("publish", "deploy")),
   tests: [ {
    name: "unit",
    cases: [ {
     name: "adds two numbers",
     status: "success",
     executionTime: .003
    } ]
   } ]
  }, d = {
   ...o(a, c),
   bridges: [ {
    name: "smoke",
    stage: "deploy",
    strategy: "depend",
    downstream: {
     script: {
      stages: [ "smoke" ],
      jobs: [ s("api", "smoke", {
       artifacts: [ i ]
      }) ]
     }
    }
   } ]
  }, l = {
   fails: r.failingScript,
   warnings: o(a, c, s("lint", "test", {
    result: "failed",
    allowFailure: !0,
    log: "src/round.ts:3:1 missing docstring\n"
   })),
   manual: o(a, c, s("publish", "deploy", {
    result: "manual"
   })),
   slow: o(a, s("unit", "test", {
    durationMs: 6e5
   })),
   children: d
  };
  function p(e) {
   switch (e) {
   case "failed":
    return l.fails;

   case "warnings":
   case "manual":
   case "slow":
   case "children":
    return l[e];

   case "success":
   case "throttled":
   case "maintenance":
   case "gitlab-13":
    return u;
   }
  }
  function f(e) {
   const t = Object.entries({
    main: p(e),
    ...l
   }).map(([e, t]) => ({
    name: e,
    ci: {
     kind: "valid",
     script: t
    }
   }));
   return {
    ...r.demoScenario,
    projects: r.demoScenario.projects.map(e => ({
     ...e,
     refs: t
    })),
    ..."throttled" === e ? {
     throttle: {
      unauthenticatedPerMinute: 2,
      authenticatedPerMinute: 10
     }
    } : {},
    ..."maintenance" === e ? {
     writes: "maintenance"
    } : {},
    ..."gitlab-13" === e ? {
     release: "13.0"
    } : {}
   };
  }
  n.d(t, [ "scenarioNames", 0, [ "success", "failed", "warnings", "manual", "slow", "children", "throttled", "maintenance", "gitlab-13" ] ]);
 }),
 "./simulator/runner/runner.js": (function(e, t, n) {
  n.d(t, {
   startStep: function() {
    return C;
   }
  });
  var r = n("node:fs/promises"), s = n("node:path"), i = n("./base/errors.js");
  const o = [ "node12", "node16", "node20", "node24" ];
  function a(e) {
   const t = d(e.using), n = d(e.main);
   if (void 0 === t || !o.includes(t)) throw l(`runs.using is ${t ?? "missing"}; a JavaScript action has ${o.join(", ")}`);
   if (void 0 === n) throw l("runs.main is missing");
   return {
    using: t,
    main: n,
    pre: d(e.pre),
    post: d(e.post),
    preIf: d(e["pre-if"]) ?? "always()",
    postIf: d(e["post-if"]) ?? "always()"
   };
  }
  function c(e, t) {
   return void 0 === e ? [] : Object.entries(u(e, t)).map(([e, n]) => [ e, "" === n ? {} : u(n, `${t}.${e}`) ]);
  }
  function u(e, t) {
   if (!function(e) {
    return "object" == typeof e && null !== e && !Array.isArray(e);
   }(e)) throw l(`${t} is not a mapping`);
   return e;
  }
  function d(e) {
   return "string" == typeof e ? e : void 0;
  }
  function l(e) {
   return new i.InputError({
    code: "invalid_input",
    what: "The runner cannot use this action.yml",
    why: e
   });
  }
  function p(e, t) {
   const n = [];
   let r = 0;
   for (let s = m(e, r, t); void 0 !== s; s = m(e, r, t)) r = s.next, "" !== s.text && n.push(s.text);
   return n;
  }
  function f(e) {
   let t = e.start, n = e.start;
   for (;;) {
    const r = m(e.text, t, e.platform);
    if (void 0 === r) return;
    if (r.text === e.delimiter) return {
     value: e.text.slice(e.start, n),
     next: r.next
    };
    if (0 === r.breakLength) return;
    t = r.next, n = t - r.breakLength;
   }
  }
  function m(e, t, n) {
   if (t >= e.length) return;
   const r = e.indexOf("\n", t);
   if (r < 0) return {
    text: e.slice(t),
    next: e.length,
    breakLength: 0
   };
   const s = "win32" === n && r > t && "\r" === e[r - 1] ? 2 : 1;
   return {
    text: e.slice(t, r + 1 - s),
    next: r + 1,
    breakLength: s
   };
  }
  const h = 1048576, g = "NODE_OPTIONS";
  function v(e, t, n) {
   const r = r => {
    const {pairs: s, mistake: i} = function(e, t) {
     const n = [];
     let r = 0;
     for (let s = m(e, r, t); void 0 !== s; s = m(e, r, t)) {
      if (r = s.next, "" === s.text) continue;
      const i = s.text.indexOf("="), o = s.text.indexOf("<<");
      if (i >= 0 && (o < 0 || i < o)) {
       if (0 === i) return {
        pairs: n,
        mistake: `a line has no name before its '=': '${s.text}'`
       };
       n.push({
        name: s.text.slice(0, i),
        value: s.text.slice(i + 1)
       });
      } else {
       if (!(o >= 0)) return {
        pairs: n,
        mistake: `a line has neither '=' nor '<<': '${s.text}'`
       };
       {
        const i = s.text.slice(0, o), a = s.text.slice(o + 2);
        if ("" === i || "" === a) return {
         pairs: n,
         mistake: `a line lacks the name or the delimiter around '<<': '${s.text}'`
        };
        const c = f({
         text: e,
         start: r,
         delimiter: a,
         platform: t
        });
        if (void 0 === c) return {
         pairs: n,
         mistake: `the value of '${i}' has no line with its delimiter '${a}'`
        };
        n.push({
         name: i,
         value: c.value
        }), r = c.next;
       }
      }
     }
     return {
      pairs: n,
      mistake: void 0
     };
    }(e[r], n);
    return void 0 !== i && t.fail(`Unable to process file command '${r}': ${i}`), function(e) {
     return Object.fromEntries(e.map(({name: e, value: t}) => [ e, t ]));
    }(s);
   };
   return {
    environment: w(r("env"), t),
    paths: p(e.path, n),
    outputs: {
     ...t.outputs,
     ...r("output")
    },
    state: {
     ...t.state,
     ...r("state")
    },
    summary: _(e.summary, t)
   };
  }
  function b(e, t) {
   return Object.fromEntries(Object.entries(e).filter(([, e]) => t(e) === e));
  }
  function w(e, t) {
   const n = e => e.toUpperCase() === g, r = Object.keys(e);
   for (const e of r.filter(n)) t.annotate("error", `The variable '${e}' cannot be set through GITHUB_ENV`);
   return Object.fromEntries(Object.entries(e).filter(([e]) => !n(e)));
  }
  function _(e, t) {
   const n = Buffer.byteLength(e);
   return n > h ? (t.annotate("error", `The step summary is dropped: ${n} bytes are more than ${h}`), 
   "") : e.split(/\r\n|\r|\n/).map(e => t.maskLine(e)).join("\n");
  }
  const y = {
   repository: "octo-org/octo-repo",
   sha: "8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c",
   ref: "refs/heads/main",
   actor: "octocat",
   runId: "1658821493",
   serverUrl: "https://github.com",
   workflow: "deploy",
   job: "gitlab",
   eventName: "push"
  }, j = {
   darwin: "macOS",
   linux: "Linux",
   win32: "Windows"
  };
  function k(e) {
   return `INPUT_${e.replaceAll(" ", "_").toUpperCase()}`;
  }
  function M(e) {
   const {run: t, folders: n, files: r} = e;
   return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTION_PATH: n.action,
    GITHUB_ACTOR: t.actor,
    GITHUB_API_URL: t.apiUrl ?? `${t.serverUrl}/api/v3`,
    GITHUB_BASE_REF: "",
    GITHUB_ENV: r.env,
    GITHUB_EVENT_NAME: t.eventName,
    GITHUB_EVENT_PATH: n.eventFile,
    GITHUB_HEAD_REF: "",
    GITHUB_JOB: t.job,
    GITHUB_OUTPUT: r.output,
    GITHUB_PATH: r.path,
    GITHUB_REF: t.ref,
    GITHUB_REF_NAME: t.ref.replace(/^refs\/(?:heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: t.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REPOSITORY: t.repository,
    GITHUB_REPOSITORY_OWNER: t.repository.split("/")[0] ?? "",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: t.runId,
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: t.serverUrl,
    GITHUB_SHA: t.sha,
    GITHUB_STATE: r.state,
    GITHUB_STEP_SUMMARY: r.summary,
    GITHUB_WORKFLOW: t.workflow,
    GITHUB_WORKSPACE: n.workspace,
    RUNNER_ARCH: "X64",
    RUNNER_NAME: "simulated-runner",
    RUNNER_OS: j[e.platform] ?? "Linux",
    RUNNER_TEMP: n.temp,
    RUNNER_TOOL_CACHE: n.toolCache
   };
  }
  async function x(e) {
   const t = async e => {
    try {
     return (await (0, r.readFile)(e, "utf8")).replace(/^\uFEFF/, "");
    } catch (e) {
     if ("object" == typeof e && null !== e && "code" in e && "ENOENT" === e.code) return "";
     throw e;
    }
   };
   return {
    output: await t(e.output),
    state: await t(e.state),
    env: await t(e.env),
    path: await t(e.path),
    summary: await t(e.summary)
   };
  }
  function T(e) {
   return JSON.stringify(e).slice(1, -1).replace(/[\u0085\u2028\u2029]/g, e => `\\u${e.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }
  function $(e) {
   return encodeURIComponent(e).replace(/[!'()*]/g, e => `%${e.charCodeAt(0).toString(16).toUpperCase()}`);
  }
  function A(e) {
   const t = {
    "&": "amp",
    "<": "lt",
    ">": "gt",
    '"': "quot",
    "'": "apos"
   };
   return e.replace(/[&<>"']/g, e => `&${t[e] ?? ""};`);
  }
  const E = [ "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path", "notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning" ];
  function S(e, t) {
   const n = new Set(E);
   return void 0 !== t && n.add(t.toLowerCase()), function(e, t) {
    const n = e.trimStart();
    if (!n.startsWith("::")) return;
    const r = n.indexOf("::", 2);
    return r < 0 ? void 0 : O({
     head: n.slice(2, r),
     payload: n.slice(r + 2),
     names: t,
     separator: ",",
     decodePayload: e => P(e, [ "%0D", "%0A" ]),
     decodeProperty: e => P(e, [ "%0D", "%0A", "%3A", "%2C" ])
    });
   }(e, n) ?? function(e, t) {
    const n = e.indexOf("##["), r = n < 0 ? -1 : e.indexOf("]", n);
    if (r < 0) return;
    const s = e => P(e, [ "%3B", "%0D", "%0A", "%5D" ]);
    return O({
     head: e.slice(n + 3, r),
     payload: e.slice(r + 1),
     names: t,
     separator: ";",
     decodePayload: s,
     decodeProperty: s
    });
   }(e, n);
  }
  function O(e) {
   const t = e.head.indexOf(" "), n = (t < 0 ? e.head : e.head.slice(0, t)).toLowerCase();
   if (!e.names.has(n)) return;
   const r = {}, s = t < 0 ? "" : e.head.slice(t + 1).trim();
   for (const t of s.split(e.separator)) {
    const n = t.indexOf("=");
    n < 1 || n === t.length - 1 || (r[t.slice(0, n).trim()] = e.decodeProperty(t.slice(n + 1)));
   }
   return {
    name: n,
    properties: r,
    payload: e.decodePayload(e.payload)
   };
  }
  function P(e, t) {
   let n = e;
   for (const e of t) n = n.replaceAll(e, String.fromCharCode(Number.parseInt(e.slice(1), 16)));
   return n.replaceAll("%25", "%");
  }
  class StepLog {
   shownLines=[];
   annotations=[];
   outputs={};
   state={};
   #y=[];
   #j=new Set;
   #k=new Set;
   #M;
   #x;
   #T=!1;
   #$=!1;
   #A;
   #E=!1;
   constructor(e) {
    for (const t of e.masked) this.#S(t);
    this.#x = e.debugging, this.#M = e.onLine;
   }
   get failed() {
    return this.#E;
   }
   get groups() {
    return this.#y;
   }
   get maskedValues() {
    return [ ...this.#j ];
   }
   take(e) {
    const t = S(e, this.#A);
    void 0 === t ? this.#O(e) : void 0 !== this.#A ? (t.name === this.#A.toLowerCase() && (this.#A = void 0), 
    this.#O(e)) : (this.#$ && "add-mask" !== t.name && this.#O(e), this.#P(t, e));
   }
   annotate(e, t, n = {}) {
    const r = this.maskLine(t);
    if (this.#O(`##[${e}]${r}`), this.annotations.filter(t => t.kind === e).length >= 10) return;
    const s = Object.entries(n).map(([e, t]) => [ e, this.maskLine(t) ]);
    this.annotations.push({
     kind: e,
     message: r.slice(0, 4096),
     properties: Object.fromEntries(s)
    });
   }
   fail(e) {
    this.#E = !0, this.annotate("error", e);
   }
   maskLine(e) {
    return function(e, t) {
     const n = [];
     for (const r of t) if ("" !== r) for (let t = e.indexOf(r); t >= 0; t = e.indexOf(r, t + 1)) n.push({
      start: t,
      end: t + r.length
     });
     n.sort((e, t) => e.start - t.start);
     let r, s = "", i = 0;
     for (const {start: t, end: o} of n) (void 0 === r || t > r) && (s += e.slice(i, t) + "***"), 
     r = Math.max(r ?? 0, o), i = r;
     return s + e.slice(i);
    }(e, this.#k);
   }
   #P(e, t) {
    const {name: n, payload: r, properties: s} = e;
    switch (n) {
    case "add-mask":
     this.#R(r);
     break;

    case "error":
    case "warning":
    case "notice":
     this.annotate(n, r, s);
     break;

    case "debug":
     this.#x && this.#O(`##[debug]${r}`);
     break;

    case "group":
     this.#y.push({
      title: this.maskLine(r),
      lines: []
     }), this.#T = !1, this.#O(`##[group]${r}`), this.#T = !0;
     break;

    case "endgroup":
     this.#T = !1, this.#O("##[endgroup]");
     break;

    case "echo":
     this.#I(r, t);
     break;

    case "stop-commands":
     this.#U(r, t);
     break;

    case "set-output":
    case "save-state":
     this.#F(e);
     break;

    case "set-env":
    case "add-path":
     this.fail(`The command '${n}' is switched off; a step writes to its command file instead`);
    }
   }
   #R(e) {
    const t = function(e) {
     if ("" === e.trim()) return [];
     const t = e.split(/[\r\n]+/).map(e => e.trim()).filter(e => "" !== e);
     return [ ...new Set([ e, ...t ]) ];
    }(e);
    0 === t.length && this.annotate("warning", "add-mask was given nothing but white space");
    for (const e of t) this.#S(e);
   }
   #S(e) {
    this.#j.add(e);
    for (const t of function(e) {
     const t = Buffer.from(e, "utf8"), n = t.toString("utf8"), r = [ e, t.toString("base64"), ...[ 1, 2 ].map(e => t.subarray(t.length > e ? e : 0).toString("base64")), e.replaceAll('"', '\\"'), e.replaceAll("'", "''"), T(e), $(n), A(e), e.length > 8 && e.startsWith('"') && e.endsWith('"') ? e.slice(1, -1) : "" ];
     return [ ...new Set(r) ].filter(e => "" !== e);
    }(e)) this.#k.add(t);
   }
   #I(e, t) {
    const n = e.trim().toLowerCase();
    "on" !== n && "off" !== n ? this.fail(`Unable to process command '${t}'`) : this.#$ = "on" === n;
   }
   #U(e, t) {
    !function(e) {
     const t = e.toLowerCase();
     return "" === t || "pause-logging" === t || E.some(e => e === t);
    }(e) ? (this.#A = e, e.length > 6 && this.#S(e), this.#O(t)) : this.fail(`Unable to process command '${t}': this token cannot stop commands`);
   }
   #F({name: e, payload: t, properties: n}) {
    const r = n.name;
    void 0 !== r ? (this.annotate("warning", `The command '${e}' is deprecated; a step writes to its command file instead`), 
    ("set-output" === e ? this.outputs : this.state)[r] = t) : this.fail(`The command '${e}' needs a name`);
   }
   #O(e) {
    for (const t of this.maskLine(e).split(/\r\n|\r|\n/)) this.shownLines.push(t), this.#T && this.#y.at(-1)?.lines.push(t), 
    this.#M(t);
   }
  }
  var R = n("node:child_process"), I = n("node:os"), U = n("node:string_decoder");
  class LineSplitter {
   #L="";
   #N=!1;
   push(e) {
    if ("" === e) return [];
    const t = this.#N && e.startsWith("\n") ? e.slice(1) : e;
    this.#N = e.endsWith("\r");
    const n = (this.#L + t).split(/\r\n|\r|\n/);
    return this.#L = n.pop() ?? "", n;
   }
   end() {
    const e = this.#L;
    return this.#L = "", "" === e ? [] : [ e ];
   }
  }
  class OutputReader {
   stdout=new StreamText;
   stderr=new StreamText;
   #c;
   #M;
   #B;
   constructor(e, t) {
    this.#c = e, this.#M = t;
   }
   receive(e, t) {
    this[e].receive(t), this.#B ??= this.#c.schedule(0, () => this.#G());
   }
   end() {
    this.stdout.end(), this.stderr.end(), this.#G();
   }
   #G() {
    this.#B?.(), this.#B = void 0;
    for (const e of [ ...this.stderr.takeLines(), ...this.stdout.takeLines() ]) this.#M(e);
   }
  }
  class StreamText {
   text="";
   #C=new U.StringDecoder("utf8");
   #q=new LineSplitter;
   #H=[];
   receive(e) {
    this.#D(this.#C.write(e));
   }
   end() {
    this.#D(this.#C.end()), this.#H.push(...this.#q.end());
   }
   takeLines() {
    const e = this.#H;
    return this.#H = [], e;
   }
   #D(e) {
    this.text += e, this.#H.push(...this.#q.push(e));
   }
  }
  const F = 5e3;
  function L(e, t) {
   const {clock: n} = e, r = n.nowMs(), s = new OutputReader(n, t.onLine);
   let i = !1;
   const o = e => (s.end(), {
    ...e,
    canceled: i,
    stdout: s.stdout.text,
    stderr: s.stderr.text,
    durationMs: n.nowMs() - r
   });
   let a;
   try {
    a = (0, R.spawn)(t.nodePath, [ t.script ], {
     cwd: t.cwd,
     env: t.environment,
     stdio: [ "pipe", "pipe", "pipe" ],
     windowsHide: !0
    });
   } catch (e) {
    const t = o({
     exitCode: -1,
     signal: void 0,
     startFault: N(e)
    });
    return {
     pid: void 0,
     ended: Promise.resolve(t),
     cancel: B,
     kill: B
    };
   }
   a.stdin?.on("error", B).end(), a.stdout?.on("data", e => s.receive("stdout", e)), 
   a.stderr?.on("data", e => s.receive("stderr", e));
   let c = B;
   const u = async function(e, t) {
    return await new Promise(n => {
     e.once("error", t => {
      void 0 === e.pid && n({
       exitCode: -1,
       signal: void 0,
       startFault: t.message
      });
     }), e.once("exit", (r, s) => {
      const i = {
       exitCode: r ?? 128 + (null === s ? 0 : I.constants.signals[s]),
       signal: s ?? void 0,
       startFault: void 0
      }, o = t.schedule(F, () => {
       e.stdout?.destroy(), e.stderr?.destroy(), n(i);
      });
      e.once("close", () => {
       o(), n(i);
      });
     });
    });
   }(a, n).then(e => (c(), o(e)));
   return {
    pid: a.pid,
    ended: u,
    cancel: () => {
     i || function(e) {
      return null !== e.exitCode || null !== e.signalCode || void 0 === e.pid;
     }(a) || (i = !0, a.kill("SIGINT"), c = n.schedule(t.cancelTiming.interruptMs, () => {
      a.kill("SIGTERM"), c = n.schedule(t.cancelTiming.terminateMs, () => a.kill("SIGKILL"));
     }));
    },
    kill: () => a.kill("SIGKILL")
   };
  }
  function N(e) {
   return String("object" == typeof e && null !== e && "message" in e ? e.message : e);
  }
  function B() {}
  const G = {
   interruptMs: 7500,
   terminateMs: 2500
  };
  async function C(e, t) {
   const o = await async function(e) {
    const {parse: t} = await Promise.resolve().then(n.t.bind(n, "../../node_modules/yaml/dist/index.js", 19)), r = u(t(e, {
     schema: "failsafe"
    }), "the file"), s = void 0 === r.branding ? void 0 : u(r.branding, "branding");
    return {
     name: d(r.name) ?? "",
     description: d(r.description) ?? "",
     branding: s && {
      icon: d(s.icon) ?? "",
      color: d(s.color) ?? ""
     },
     inputs: c(r.inputs, "inputs").map(([e, t]) => ({
      name: e,
      description: d(t.description) ?? "",
      required: "true" === d(t.required),
      default: d(t.default),
      deprecationMessage: d(t.deprecationMessage)
     })),
     outputs: c(r.outputs, "outputs").map(([e, t]) => ({
      name: e,
      description: d(t.description) ?? ""
     })),
     runs: a(u(r.runs, "runs"))
    };
   }(await (0, r.readFile)((0, s.join)(t.actionDir, "action.yml"), "utf8")), l = (0, 
   s.join)(t.actionDir, function({runs: e}, t) {
    const n = e[t];
    if (void 0 !== n) return n;
    throw new i.InputError({
     code: "invalid_input",
     what: `This action has no ${t} stage`
    });
   }(o, t.stage)), p = t.platform ?? "linux", f = await async function(e, t) {
    const n = {
     workspace: (0, s.join)(e, "workspace"),
     temp: (0, s.join)(e, "temp"),
     toolCache: (0, s.join)(e, "tool-cache"),
     action: t,
     eventFile: (0, s.join)(e, "temp", "_github_workflow", "event.json")
    };
    return await (0, r.mkdir)(n.workspace, {
     recursive: !0
    }), await (0, r.mkdir)(n.toolCache, {
     recursive: !0
    }), await (0, r.mkdir)((0, s.join)(n.temp, "_github_workflow"), {
     recursive: !0
    }), await (0, r.writeFile)(n.eventFile, "{}\n"), n;
   }(t.workDir, t.actionDir);
   void 0 !== t.run?.event && await async function({eventFile: e}, t) {
    await (0, r.writeFile)(e, `${JSON.stringify(t)}\n`);
   }(f, t.run.event);
   const m = await async function(e) {
    const t = (0, s.join)(e, "_runner_file_commands");
    await (0, r.mkdir)(t, {
     recursive: !0
    });
    const n = await (0, r.mkdtemp)((0, s.join)(t, "stage-")), i = {
     output: (0, s.join)(n, "set_output"),
     state: (0, s.join)(n, "save_state"),
     env: (0, s.join)(n, "set_env"),
     path: (0, s.join)(n, "add_path"),
     summary: (0, s.join)(n, "step_summary")
    };
    return await Promise.all(Object.values(i).map(e => (0, r.writeFile)(e, ""))), i;
   }(f.temp), h = new StepLog({
    masked: t.masked ?? [],
    debugging: "1" === t.baseEnvironment.RUNNER_DEBUG,
    onLine: t.onLine ?? (() => {})
   }), g = function(e) {
    const t = new Map(e.declared.map(e => [ e.name.toLowerCase(), e ])), n = {}, r = [];
    for (const t of e.declared) n[k(t.name)] = t.default ?? "";
    for (const [s, i] of Object.entries(e.given)) {
     n[k(s)] = i;
     const o = t.get(s.toLowerCase());
     if (void 0 === o) {
      const t = e.declared.map(e => e.name).join(", ");
      r.push(`Input '${s}' is not declared by this action, which knows: ${t}`);
     } else void 0 !== o.deprecationMessage && r.push(`Input '${s}' is deprecated: ${o.deprecationMessage}`);
    }
    return {
     environment: n,
     warnings: r
    };
   }({
    given: t.with,
    declared: o.inputs
   });
   for (const e of g.warnings) h.annotate("warning", e);
   const w = L(e, {
    nodePath: t.nodePath,
    script: l,
    cwd: f.workspace,
    environment: {
     ...t.baseEnvironment,
     ...M({
      run: t.run ?? y,
      folders: f,
      files: m,
      platform: p
     }),
     ...g.environment,
     ...(_ = t.state ?? {}, Object.fromEntries(Object.entries(_).map(([e, t]) => [ `STATE_${e}`, t ])))
    },
    cancelTiming: t.cancelTiming ?? G,
    onLine: e => h.take(e)
   });
   var _;
   const j = w.ended.then(async e => function(e) {
    const {ending: t, log: n, platform: r, fileTexts: s} = e;
    void 0 !== t.startFault && n.fail(`The process could not be started: ${t.startFault}`);
    const i = v(s, n, r);
    return {
     ...i,
     exitCode: t.exitCode,
     signal: t.signal,
     conclusion: q(t, n),
     shownLines: n.shownLines,
     rawStdout: t.stdout,
     rawStderr: t.stderr,
     annotations: n.annotations,
     groups: n.groups,
     jobOutputs: b(i.outputs, e => n.maskLine(e)),
     masked: n.maskedValues,
     fileTexts: s,
     durationMs: t.durationMs
    };
   }({
    ending: e,
    log: h,
    platform: p,
    fileTexts: await x(m)
   })), {pid: T, cancel: $, kill: A} = w;
   return {
    pid: T,
    finished: j,
    cancel: $,
    kill: A
   };
  }
  function q(e, t) {
   return e.canceled ? "cancelled" : 0 !== e.exitCode || t.failed ? "failure" : "success";
  }
 }),
 "./simulator/scenario-file/read-scenario.js": (function(e, t, n) {
  n.d(t, {
   readScenario: function() {
    return D;
   }
  });
  var r = n("../../node_modules/yaml/dist/index.js"), s = n("./base/text.js");
  const i = e => ({
   type: "string",
   ...e && {
    description: e
   }
  }), o = (...e) => ({
   type: "string",
   enum: e
  }), a = {
   type: "boolean"
  }, c = (e = 0) => ({
   type: "integer",
   minimum: e
  }), u = e => ({
   type: "array",
   items: e
  }), d = e => ({
   type: "object",
   additionalProperties: e
  }), l = e => ({
   $ref: `#/$defs/${e}`
  }), p = l("duration");
  function f(e, t = []) {
   return {
    type: "object",
    properties: e,
    required: t,
    additionalProperties: !1
   };
  }
  const m = o("guest", "planner", "reporter", "developer", "maintainer", "owner"), h = o("success", "failed", "canceled", "skipped", "manual", "scheduled"), g = o("success", "failed", "canceled", "skipped"), v = {
   duration: {
    type: "string",
    pattern: "^(?=\\d)(?:\\d+h)?(?:\\d+m(?!s))?(?:\\d+(?:\\.\\d+)?s)?(?:\\d+ms)?$",
    description: "a span such as 250ms, 1.5s, 2m or 1h30m"
   },
   user: f({
    name: i(),
    blocked: a
   }),
   project: f({
    id: c(1),
    visibility: o("public", "internal", "private"),
    public_pipelines: a,
    ci_enabled: a,
    archived: a,
    renamed_from: i(),
    default_branch: i(),
    members: d(m),
    variables_minimum_role: o("no_one_allowed", "owner", "maintainer", "developer"),
    job_token_allowlist: u(c(1)),
    inputs: d(l("input")),
    trigger_tokens: u(l("trigger_token")),
    refs: d(l("ref"))
   }, [ "id", "refs" ]),
   ref: f({
    kind: o("branch", "tag"),
    sha: {
     type: "string",
     pattern: "^[0-9a-f]{40}$",
     description: "forty hexadecimal digits"
    },
    protected: o("no_one", "developer", "maintainer", "owner"),
    pipeline: i("The name of one below `pipelines`."),
    refuses: o("no_ci_file", "bad_yaml", "no_jobs", "filtered_by_workflow", "too_many_active_jobs", "internal_error")
   }),
   input: f({
    type: o("string", "number", "boolean", "array"),
    required: a,
    default: i("As text; other types than string as JSON."),
    options: u(i())
   }, [ "type" ]),
   trigger_token: f({
    token: i(),
    owner: i(),
    description: i(),
    expires_at: i()
   }, [ "token", "owner" ]),
   access_token: f({
    token: i(),
    user: i(),
    name: i(),
    scopes: u(o("api", "read_api", "read_user", "read_repository", "write_repository")),
    state: o("active", "expired", "revoked"),
    expires_at: i(),
    project_id: c(1)
   }, [ "token", "user", "scopes" ]),
   job_token: f({
    token: i(),
    user: i(),
    project_id: c(1),
    job: o("running", "canceling", "finished", "erased", "project_deleted", "expired")
   }, [ "token", "user", "project_id" ]),
   pipeline: f({
    name: i(),
    stages: u(i()),
    created_for: p,
    coverage: {
     type: "number",
     minimum: 0,
     maximum: 100
    },
    jobs: d(l("job"))
   }),
   job: f({
    stage: i(),
    needs: u(i("The name of another job of the pipeline.")),
    when: o("on_success", "on_failure", "always"),
    allow_failure: a,
    queued: p,
    duration: p,
    delay: p,
    result: h,
    result_after_play: g,
    result_after_retry: g,
    retries_before_success: c(),
    failure_reason: i(),
    log: i(),
    coverage: {
     type: "number",
     minimum: 0,
     maximum: 100
    },
    tags: u(i()),
    artifacts: f({
     files: d(i()),
     reports: u(i()),
     expire_after: p
    }),
    tests: u(l("test")),
    trigger: l("bridge")
   }),
   test: f({
    name: i(),
    classname: i(),
    file: i(),
    status: o("success", "failed", "skipped", "error"),
    seconds: {
     type: "number",
     minimum: 0
    },
    output: i()
   }, [ "name", "status" ]),
   bridge: f({
    pipeline: i("The name of one below `pipelines`."),
    project_id: c(1),
    ref: i(),
    strategy: o("none", "depend", "mirror")
   }, [ "pipeline" ]),
   fault: f({
    fault: o("refuse", "reset_before", "reset_after", "truncate", "truncate_chunked", "stall", "stall_after_work", "drip", "html", "redirect", "too_large", "rate_limited", "status", "maintenance"),
    method: o("GET", "HEAD", "POST", "PUT", "DELETE"),
    path: i("A part of the path and query, as it is sent."),
    nth: c(1),
    times: c(1),
    status: {
     type: "integer",
     minimum: 100,
     maximum: 599
    },
    location: i(),
    every: p,
    megabytes: c(1),
    retry_after: p,
    body: i()
   }, [ "fault" ])
  }, b = {
   $schema: "https://json-schema.org/draft/2020-12/schema",
   title: "A scenario of gitlab-trigger simulate",
   type: "object",
   properties: {
    release: o("13.0", "16.11", "18.2", "19.3"),
    relative_url_root: {
     type: "string",
     pattern: "^(?:/[0-9A-Za-z_.-]+)+$",
     description: "a path such as /gitlab, without a slash at the end"
    },
    users: d(l("user")),
    projects: d(l("project")),
    access_tokens: u(l("access_token")),
    job_tokens: u(l("job_token")),
    pipelines: d(l("pipeline")),
    throttle: f({
     authenticated_per_minute: c(),
     unauthenticated_per_minute: c(),
     text: i()
    }),
    pipeline_creations_per_minute: c(),
    writes: o("open", "maintenance", "read_only"),
    maintenance_message: i(),
    faults: u(l("fault"))
   },
   required: [ "users", "projects" ],
   additionalProperties: !1,
   $defs: v
  };
  function w(e) {
   if (!("$ref" in e)) return e;
   const t = v[e.$ref.replace("#/$defs/", "")];
   if (void 0 === t) throw new TypeError(`no definition ${e.$ref}`);
   return w(t);
  }
  const _ = 100;
  function y(e, t) {
   const n = new r.LineCounter, i = (0, r.parseDocument)(e, {
    lineCounter: n
   }), o = e => {
    const {line: t, col: r} = n.linePos(e);
    return {
     line: Math.max(1, t),
     column: Math.max(1, r)
    };
   }, a = e => {
    const t = i.getIn(e, !0);
    return o(t?.range?.[0] ?? 0);
   }, c = i.errors.map(e => ({
    ...o(e.pos[0]),
    text: (0, s.cleanLine)(e.message.split(/ at line \d+/)[0] ?? "")
   }));
   if (c.length > 0) return {
    value: void 0,
    faults: c,
    placeOf: a
   };
   const u = [], d = (e, t, n) => {
    const s = (0, r.isAlias)(e) ? e.resolve(i) : e;
    for (const e of function({node: e, schema: t, way: n}) {
     const s = x(e), i = "" === n ? "the file" : n;
     switch (t.type) {
     case "object":
      return (0, r.isMap)(e) ? function(e, {properties: t, required: n = [], additionalProperties: s}, i) {
       const o = e.items.map(({key: e}) => (0, r.isScalar)(e) ? String(e.value) : ""), a = n.filter(e => !o.includes(e)), c = a.map(t => ({
        offset: x(e),
        text: `${"" === i ? "the file" : i} has no ${t}, which is required`
       })), u = e.items.map(({key: e, value: n}, r) => {
        const a = o[r] ?? "", c = "" === i ? a : `${i}.${a}`, u = void 0 !== t && Object.hasOwn(t, a) ? t[a] : void 0;
        return void 0 !== u ? {
         node: n,
         schema: u,
         way: c
        } : "object" == typeof s ? {
         node: n,
         schema: s,
         way: c
        } : {
         offset: x(e),
         text: j(a, i, Object.keys(t ?? {}))
        };
       });
       return [ ...c, ...u ];
      }(e, t, n) : [ {
       offset: s,
       text: `${i} is ${M(e)}: give a map of keys and values`
      } ];

     case "array":
      return (0, r.isSeq)(e) ? e.items.map((e, r) => ({
       node: e,
       schema: t.items,
       way: `${n}[${r}]`
      })) : [ {
       offset: s,
       text: `${i} is ${M(e)}: give a list`
      } ];

     case "string":
     case "boolean":
     case "integer":
     case "number":
      {
       const n = (0, r.isScalar)(e) ? function(e, t) {
        return function(e, t) {
         switch (t.type) {
         case "string":
          return "string" == typeof e && (!(void 0 !== t.enum && !t.enum.includes(e)) && (void 0 === t.pattern || new RegExp(t.pattern).test(e)));

         case "boolean":
          return "boolean" == typeof e;

         case "integer":
         case "number":
          return !("number" != typeof e || !Number.isFinite(e)) && (!("integer" === t.type && !Number.isSafeInteger(e)) && (e >= (t.minimum ?? -1 / 0) && e <= (t.maximum ?? 1 / 0)));
         }
        }(e, t) ? void 0 : k(t);
       }(e.value, t) : k(t);
       return void 0 === n ? [] : [ {
        offset: s,
        text: `${i} is ${M(e)}: ${n}`
       } ];
      }
     }
    }({
     node: s,
     schema: w(t),
     way: n
    })) "text" in e ? u.push({
     ...o(e.offset),
     text: e.text
    }) : d(e.node, e.schema, e.way);
   };
   d(i.contents, t, "");
   return {
    value: u.length > 0 ? void 0 : i.toJS({
     maxAliasCount: _
    }),
    faults: u,
    placeOf: a
   };
  }
  function j(e, t, n) {
   const r = (0, s.nearestName)(e, n), i = "" === t ? "" : ` in ${t}`, o = void 0 === r ? `known are ${n.join(", ")}` : `did you mean ${r}?`;
   return `unknown key ${(0, s.cleanLine)(e, 80)}${i}: ${o}`;
  }
  function k(e) {
   switch (e.type) {
   case "string":
    return void 0 !== e.enum ? `accepted are ${e.enum.join(", ")} (a number needs quotes)` : `give ${void 0 === e.pattern ? "a text (a number needs quotes)" : e.description ?? ""}`;

   case "boolean":
    return "give true or false";

   case "integer":
   case "number":
    return `give ${"integer" === e.type ? "a whole number" : "a number"}${void 0 === e.minimum ? "" : ` from ${e.minimum}`}${void 0 === e.maximum ? " on" : ` to ${e.maximum}`}`;

   case "object":
   case "array":
    return "give another kind of value";
   }
  }
  function M(e) {
   if ((0, r.isMap)(e)) return "a map";
   if ((0, r.isSeq)(e)) return "a list";
   const t = (0, r.isScalar)(e) ? e.value : void 0;
   return null == t ? "empty" : "string" == typeof t ? t.length > 24 ? `a text of ${t.length} characters` : `"${(0, 
   s.cleanLine)(t)}"` : "number" == typeof t || "boolean" == typeof t ? `${t}` : "of another kind";
  }
  function x(e) {
   const t = e?.range;
   return t?.[0] ?? 0;
  }
  const T = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/;
  function $(e) {
   const t = void 0 === e ? null : T.exec(e);
   if (null === t) return;
   const [, n, r, s, i] = t;
   return 36e5 * Number(n ?? 0) + 6e4 * Number(r ?? 0) + Math.round(1e3 * Number(s ?? 0)) + Number(i ?? 0);
  }
  function A(e) {
   const t = new Map, n = r => {
    const s = t.get(r);
    if (void 0 !== s) return s;
    const i = function({name: e, stages: t, created_for: n, coverage: r, jobs: s = {}}, i) {
     const o = Object.entries(s);
     return {
      name: e,
      stages: t ?? [ ...new Set(o.map(([, {stage: e}]) => e ?? "test")) ],
      createdForMs: $(n),
      coverage: r,
      jobs: o.flatMap(([e, t]) => void 0 === t.trigger ? [ E(e, t) ] : []),
      bridges: o.flatMap(([e, t]) => function(e, t, n) {
       const {trigger: r} = t;
       if (void 0 === r) return [];
       const {pipeline: s, project_id: i, ref: o, strategy: a} = r;
       return [ {
        ...S(e, t),
        strategy: a,
        downstream: {
         projectId: i,
         ref: o,
         script: n(s)
        }
       } ];
      }(e, t, i)),
      tests: o.flatMap(([e, {tests: t}]) => void 0 === t ? [] : [ P(e, t) ])
     };
    }(e[r] ?? {}, n);
    return t.set(r, i), i;
   };
   for (const t of Object.keys(e)) n(t);
   return t;
  }
  function E(e, t) {
   const n = t.log ?? function(e, {result: t}) {
    const n = "failed" === t ? "ERROR: Job failed: exit code 1" : "Job succeeded";
    return `$ echo "${e}"\n${e}\n${n}\n`;
   }(e, t);
   return {
    ...S(e, t),
    result: t.result,
    resultAfterPlay: t.result_after_play,
    resultAfterRetry: t.result_after_retry,
    startAfterMs: $(t.delay),
    durationMs: $(t.duration),
    retriesBeforeSuccess: t.retries_before_success,
    log: n,
    coverage: t.coverage,
    tags: t.tags,
    artifacts: O(t),
    artifactsExpireAfterMs: $(t.artifacts?.expire_after)
   };
  }
  function S(e, t) {
   return {
    name: e,
    stage: t.stage,
    needs: t.needs,
    when: t.when,
    allowFailure: t.allow_failure,
    queuedMs: $(t.queued),
    failureReason: t.failure_reason
   };
  }
  function O({artifacts: e}) {
   const {files: t, reports: n = []} = e ?? {};
   return [ ...void 0 === t ? [] : [ {
    fileType: "archive",
    filename: "artifacts.zip",
    files: t
   } ], ...n.map(e => ({
    fileType: e,
    filename: `${e}.gz`,
    sizeBytes: 100
   })) ];
  }
  function P(e, t) {
   return {
    name: e,
    cases: t.map(({seconds: e, output: t, ...n}) => ({
     ...n,
     executionTime: e,
     systemOutput: t
    }))
   };
  }
  function R({path: e, name: t, noun: n, known: r}) {
   if (r.includes(t)) return [];
   const i = (0, s.nearestName)(t, r), o = 0 === r.length ? "there is none" : `there are ${r.join(", ")}`, a = void 0 === i ? o : `did you mean ${i}?`;
   return [ {
    path: e,
    text: `there is no ${n} ${(0, s.cleanLine)(t, 80)}: ${a}`
   } ];
  }
  function I(e) {
   const t = Object.keys(e.users), n = Object.values(e.projects).map(({id: e}) => String(e)), r = (e, n) => R({
    path: n,
    name: e,
    noun: "user",
    known: t
   });
   return [ ...[ "access_tokens", "job_tokens" ].flatMap(t => (e[t] ?? []).flatMap(({user: e, project_id: s}, i) => [ ...r(e, [ t, i, "user" ]), ...void 0 === s ? [] : R({
    path: [ t, i, "project_id" ],
    name: String(s),
    noun: "project",
    known: n
   }) ])), ...Object.entries(e.projects).flatMap(([e, {members: t = {}, trigger_tokens: n}]) => [ ...e.includes("/") ? [] : [ {
    path: [ "projects", e ],
    text: U(e)
   } ], ...Object.keys(t).flatMap(t => r(t, [ "projects", e, "members", t ])), ...(n ?? []).flatMap(({owner: t}, n) => r(t, [ "projects", e, "trigger_tokens", n, "owner" ])) ]), ...F(e) ];
  }
  function U(e) {
   return `the project ${(0, s.cleanLine)(e, 80)} has no group: give its whole path, e.g. group/${(0, 
   s.cleanLine)(e, 80)}`;
  }
  function F({projects: e}) {
   const t = Object.values(e).map(({id: e}) => e);
   return Object.entries(e).flatMap(([e, {id: n}], r) => t.indexOf(n) === r ? [] : [ {
    path: [ "projects", e, "id" ],
    text: `the id ${n} is that of another project, too`
   } ]);
  }
  function L({projects: e, pipelines: t = {}}) {
   const n = Object.keys(t);
   return Object.entries(e).flatMap(([e, {refs: t}]) => Object.entries(t).flatMap(([t, {pipeline: r, refuses: s}]) => {
    const i = [ "projects", e, "refs", t ];
    return void 0 !== r && void 0 !== s ? [ {
     path: i,
     text: "pipeline and refuses exclude each other: give one of them"
    } ] : void 0 === r ? [] : R({
     path: [ ...i, "pipeline" ],
     name: r,
     noun: "pipeline",
     known: n
    });
   }));
  }
  function N({projects: e, pipelines: t = {}}) {
   const n = Object.values(e).map(({id: e}) => String(e));
   return Object.entries(t).flatMap(([e, r]) => {
    const i = r.jobs ?? {};
    return Object.entries(i).flatMap(([o, {needs: a = [], trigger: c, stage: u = "test"}]) => {
     const d = [ "pipelines", e, "jobs", o ], l = Object.keys(i).filter(e => e !== o), p = a.flatMap((e, t) => R({
      path: [ ...d, "needs", t ],
      name: e,
      noun: "other job",
      known: l
     })), {stages: f} = r, m = void 0 === f ? [] : R({
      path: [ ...d, "stage" ],
      name: u,
      noun: "stage",
      known: f
     });
     if (void 0 === c) return [ ...p, ...m ];
     const h = [ ...d, "trigger" ], g = Object.keys(t), v = c.project_id;
     return [ ...p, ...m, ...R({
      path: [ ...h, "pipeline" ],
      name: c.pipeline,
      noun: "pipeline",
      known: g
     }), ...void 0 === v ? [] : R({
      path: [ ...h, "project_id" ],
      name: String(v),
      noun: "project",
      known: n
     }), ...B(t, c.pipeline, e) ? [ {
      path: [ ...h, "pipeline" ],
      text: `pipeline ${(0, s.cleanLine)(e, 80)} would start itself for ever`
     } ] : [] ];
    });
   });
  }
  function B(e, t, n, r = new Set) {
   return t === n || !r.has(t) && (r.add(t), Object.values(e[t]?.jobs ?? {}).some(({trigger: t}) => void 0 !== t && B(e, t.pipeline, n, r)));
  }
  function G({projects: e}) {
   return Object.entries(e).flatMap(([e, {inputs: t = {}}]) => Object.entries(t).flatMap(([t, {type: n, default: r}]) => void 0 === r || "string" === n || function(e) {
    try {
     const t = JSON.parse(e);
     return Array.isArray(t) ? "array" : typeof t;
    } catch {
     return "none";
    }
   }(r) === n ? [] : [ {
    path: [ "projects", e, "inputs", t, "default" ],
    text: `the default of ${(0, s.cleanLine)(t, 80)} is no ${n}: give it as JSON in quotes, e.g. ${C[n]}`
   } ]));
  }
  const C = {
   number: '"3"',
   boolean: '"true"',
   array: "'[\"a\"]'"
  };
  const q = [ 301, 302, 303, 307, 308 ];
  function H({faults: e = []}) {
   return e.flatMap(({fault: e, status: t}, n) => "redirect" !== e || void 0 === t || q.includes(t) ? [] : [ {
    path: [ "faults", n, "status" ],
    text: `${t} is no redirect: accepted are ${q.join(", ")}`
   } ]);
  }
  function D(e) {
   const {value: t, faults: n, placeOf: r} = y(e, b);
   if (n.length > 0) return {
    kind: "wrong",
    faults: n
   };
   const s = t, i = function(e) {
    return [ ...I(e), ...L(e), ...N(e), ...G(e), ...H(e) ];
   }(s).map(({path: e, text: t}) => ({
    ...r(e),
    text: t
   }));
   return i.length > 0 ? {
    kind: "wrong",
    faults: i
   } : {
    kind: "read",
    value: {
     scenario: J(s),
     faults: (s.faults ?? []).map(Y)
    }
   };
  }
  function J(e) {
   const t = A(e.pipelines ?? {}), {throttle: n} = e;
   return {
    release: e.release,
    relativeUrlRoot: e.relative_url_root,
    users: Object.entries(e.users).map(([e, t]) => ({
     username: e,
     ...t
    })),
    projects: Object.entries(e.projects).map(([e, n]) => function(e, t, n) {
     const r = function({inputs: e}) {
      return void 0 === e ? void 0 : Object.fromEntries(Object.entries(e).map(([e, t]) => [ e, W(t) ]));
     }(t);
     return {
      id: t.id,
      path: e,
      visibility: t.visibility,
      publicPipelines: t.public_pipelines,
      ciEnabled: t.ci_enabled,
      archived: t.archived,
      renamedFrom: t.renamed_from,
      defaultBranch: t.default_branch,
      members: t.members,
      variablesMinimumRole: t.variables_minimum_role,
      jobTokenAllowlist: t.job_token_allowlist,
      triggers: t.trigger_tokens?.map(({expires_at: e, ...t}) => ({
       ...t,
       expiresAt: e
      })),
      refs: Object.entries(t.refs).map(([e, t]) => ({
       name: e,
       kind: t.kind,
       sha: t.sha,
       protectedFor: t.protected,
       ci: z(t, n, r)
      }))
     };
    }(e, n, t)),
    accessTokens: e.access_tokens?.map(({expires_at: e, project_id: t, ...n}) => ({
     ...n,
     expiresAt: e,
     projectId: t
    })),
    jobTokens: e.job_tokens?.map(({project_id: e, job: t = "running", ...n}) => ({
     ...n,
     projectId: e,
     job: t
    })),
    throttle: n && {
     authenticatedPerMinute: n.authenticated_per_minute,
     unauthenticatedPerMinute: n.unauthenticated_per_minute,
     text: n.text
    },
    pipelineCreationsPerMinute: e.pipeline_creations_per_minute,
    writes: e.writes,
    maintenanceMessage: e.maintenance_message
   };
  }
  function z({pipeline: e, refuses: t}, n, r) {
   if (void 0 === t) {
    return {
     kind: "valid",
     script: (void 0 === e ? void 0 : n.get(e)) ?? {
      jobs: [ {
       name: "test"
      } ]
     },
     inputs: r
    };
   }
   switch (t) {
   case "no_ci_file":
    return {
     kind: "missing"
    };

   case "bad_yaml":
    return {
     kind: "invalid",
     errors: [ "jobs:test config contains unknown keys: scrip" ]
    };

   case "internal_error":
    return {
     kind: "internal_error",
     leaves: "nothing"
    };

   case "no_jobs":
   case "filtered_by_workflow":
   case "too_many_active_jobs":
    return {
     kind: t
    };
   }
  }
  function W({type: e, required: t = !1, default: n, options: r}) {
   return {
    type: e,
    ...t ? {} : {
     default: void 0 === n ? {
      string: "",
      number: 0,
      boolean: !1,
      array: []
     }[e] : V(e, n)
    },
    ...void 0 === r ? {} : {
     options: "number" === e ? r.map(Number) : r
    }
   };
  }
  function V(e, t) {
   if ("string" === e) return t;
   try {
    return JSON.parse(t);
   } catch {
    return t;
   }
  }
  function Y(e) {
   const {method: t, path: n, nth: r, times: s} = e;
   return {
    when: {
     method: t,
     pathMatches: void 0 === n ? void 0 : new RegExp(n.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&")),
     nth: r,
     times: s
    },
    fault: K(e)
   };
  }
  function K(e) {
   switch (e.fault) {
   case "drip":
    return {
     kind: "drip",
     everyMs: $(e.every) ?? 100
    };

   case "redirect":
    return {
     kind: "redirect",
     status: [ 301, 302, 303, 307, 308 ].find(t => t === e.status) ?? 302,
     location: e.location ?? "/"
    };

   case "too_large":
    return {
     kind: "too_large",
     megabytes: e.megabytes ?? "endless"
    };

   case "rate_limited":
    {
     const t = $(e.retry_after);
     return {
      kind: "rate_limited",
      retryAfterSeconds: void 0 === t ? void 0 : Math.ceil(t / 1e3),
      text: e.body
     };
    }

   case "status":
    return {
     kind: "status",
     status: e.status ?? 500,
     work: "not_done",
     body: e.body
    };

   case "html":
    return {
     kind: "html",
     page: e.body
    };

   case "maintenance":
    return {
     kind: "maintenance",
     message: e.body
    };

   case "refuse":
   case "reset_before":
   case "reset_after":
   case "truncate":
   case "truncate_chunked":
   case "stall":
   case "stall_after_work":
    return {
     kind: e.fault
    };
   }
  }
 }),
 "./simulator/serve/explanation.js": (function(e, t, n) {
  function r(e, {url: t, version: n}) {
   return [ `A simulated GitLab ${n.split(".").slice(0, 2).join(".")} listens on ${t}, until it is stopped (Ctrl+C). Its tokens open nothing anywhere else.`, "", ...e.projects.map(({id: e, path: t, refs: n}) => s("project", `${t} (id ${e}), refs ${n.map(({name: e}) => e).join(", ")}`)), ...e.projects.flatMap(e => e.triggers ?? []).map(({token: e}) => s("trigger token", e)), ...(e.accessTokens ?? []).map(({token: e}) => s("access token", e)), "", ...i(e, t) ];
  }
  function s(e, t) {
   return `${e.padEnd(15)}${t}`;
  }
  function i({projects: e, accessTokens: t = []}, n) {
   const r = e.find(({refs: e, triggers: t = []}) => e.length > 0 && t.length > 0), [s, i] = [ r?.refs[0], r?.triggers?.[0] ];
   if (void 0 === r || void 0 === s || void 0 === i) return [];
   const o = void 0 === t[0] ? "" : `GITLAB_TRIGGER_ACCESS_TOKEN=${t[0].token} `;
   return [ `curl --data "token=${i.token}" --data ref=${s.name} ${n}/api/v4/projects/${r.id}/trigger/pipeline`, `GITLAB_TRIGGER_TOKEN=${i.token} ${o}gitlab-trigger run --gitlab-url ${n} --project-id ${r.path} --ref ${s.name} --wait` ];
  }
  n.d(t, {
   explanationOf: function() {
    return r;
   }
  });
 }),
 "./simulator/serve/serve-simulation.js": (function(e, t, n) {
  n.d(t, {
   serveSimulation: function() {
    return a;
   }
  });
  var r = n("./simulator/gitlab/pages.js"), s = n("./simulator/gitlab/simulated-gitlab.js"), i = n("./simulator/gitlab/wire/parameters.js"), o = n("./simulator/gitlab/wire/server.js");
  async function a(e) {
   const {scenario: t, faults: n, host: a, port: u, externalUrl: d, mostRequests: l = 1e3, onGap: p} = e, f = void 0 === e.speed ? e.clock : function(e, t) {
    const [n, r] = [ e.nowMs(), e.epochMs() ], s = () => (e.nowMs() - n) * t;
    return {
     nowMs: s,
     epochMs: () => r + Math.floor(s()),
     schedule: (n, r) => e.schedule(n / t, r)
    };
   }(e.clock, e.speed), m = new s.SimulatedGitLab({
    clock: f
   }, {
    ...t,
    externalUrl: d
   }), h = await (0, o.startServer)({
    gitlab: {
     relativeUrlRoot: m.relativeUrlRoot,
     handle: e => {
      const t = e.headers.host;
      void 0 === d && void 0 !== t && m.setExternalUrl(`http://${t}`);
      const n = m.handle(e);
      return void 0 !== n.headers[r.gapHeader] && p?.(`${e.method} ${(0, i.splitTarget)(e.target).path}`), 
      n;
     }
    },
    clock: f,
    faults: n,
    host: a,
    port: u,
    mostRequests: l
   }), g = function(e, t) {
    let n = e.schedule(c, r);
    function r() {
     t.catchUp(), n = e.schedule(c, r);
    }
    return () => n();
   }(e.clock, m);
   return {
    ...h,
    gitlab: m,
    close: async () => {
     g(), await h.close();
    }
   };
  }
  const c = 100;
 })
};
