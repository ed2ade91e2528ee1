export const __webpack_esm_ids__ = [ "simulator" ];

export const __webpack_esm_modules__ = {
 "./simulator/demo-scenario.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  const demoTokens = {
   trigger: "glptt-0000000000000000000000000000000000000000",
   access: "glpat-00000000000000000000"
  };
  const unitLog = [ 'section_start:1767225600:step_script\r[0K[0KExecuting "step_script" stage of the job script', "$ npm test", "  [32m✓[0m adds two numbers (3 ms)", "  [32m✓[0m takes nothing for zero (1 ms)", "  [31m✗[0m rounds half to even", "    expected [32m2[0m, received [31m3[0m", "      at src/round.test.ts:14:22", "2 passed, 1 failed", "section_end:1767225605:step_script\r[0K", "[31;1mERROR: Job failed: exit code 1[0;m", "" ].join("\n");
  const smokeTests = {
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
  };
  const failingScript = {
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
    allowFailure: true,
    log: "src/round.ts:3:1 missing docstring\n"
   }, {
    name: "unit",
    stage: "test",
    durationMs: 2600,
    result: "failed",
    failureReason: "script_failure",
    log: unitLog,
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
     script: smokeTests
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
  };
  const demoScenario = {
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
     token: demoTokens.trigger,
     owner: "ada",
     description: "demo"
    } ],
    ci: {
     kind: "valid",
     script: failingScript
    }
   } ],
   accessTokens: [ {
    token: demoTokens.access,
    user: "ada",
    scopes: [ "api" ]
   } ]
  };
  __webpack_require__.d(__webpack_exports__, [ "demoScenario", 0, demoScenario, "demoTokens", 0, demoTokens, "failingScript", 0, failingScript ]);
 }),
 "./simulator/gitlab/pages.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   gapHeader: function() {
    return gapHeader;
   },
   marked: function() {
    return marked;
   },
   notFoundPage: function() {
    return notFoundPage;
   },
   pageAt: function() {
    return pageAt;
   }
  });
  var _wire_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./simulator/gitlab/wire/answer.js");
  const gapHeader = "x-gitlab-simulator";
  function marked(answer) {
   return {
    ...answer,
    headers: {
     ...answer.headers,
     [gapHeader]: "not simulated"
    }
   };
  }
  function pageAt(path, routes) {
   switch (path) {
   case "/-/health":
    return (0, _wire_answer_js__WEBPACK_IMPORTED_MODULE_0__.textAnswer)(200, "GitLab OK");

   case "/-/liveness":
    return (0, _wire_answer_js__WEBPACK_IMPORTED_MODULE_0__.jsonAnswer)(200, {
     status: "ok"
    });

   case "/-/readiness":
    return (0, _wire_answer_js__WEBPACK_IMPORTED_MODULE_0__.jsonAnswer)(200, {
     status: "ok",
     master_check: [ {
      status: "ok"
     } ]
    });

   case "":
   case "/":
    return (0, _wire_answer_js__WEBPACK_IMPORTED_MODULE_0__.htmlAnswer)(200, startPage(listOf(routes)));

   default:
    return;
   }
  }
  function notFoundPage() {
   return (0, _wire_answer_js__WEBPACK_IMPORTED_MODULE_0__.htmlAnswer)(404, "<!DOCTYPE html>\n<html><head><title>The page you are looking for could not be found (404)</title></head>" + "<body><h1>404</h1></body></html>\n");
  }
  function startPage(text) {
   return `<!DOCTYPE html>\n<html><head><title>A simulated GitLab</title></head><body><pre>\n${text}</pre></body></html>\n`;
  }
  function listOf(routes) {
   return [ "A simulated GitLab. It answers these requests; any other is answered as GitLab answers an unknown address,", `with the header "${gapHeader}: not simulated".`, "", "GET /-/health, /-/liveness, /-/readiness", ...routes.map(({method, pattern}) => `${method} /api/v4${pattern.replaceAll("+", "")}`), "" ].join("\n");
  }
 }),
 "./simulator/gitlab/simulated-gitlab.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   SimulatedGitLab: function() {
    return SimulatedGitLab;
   }
  });
  var external_node_crypto_ = __webpack_require__("node:crypto?8af2");
  function touchTags(instance, pipeline, atMs) {
   touchBelow(instance, rootOf(pipeline), atMs);
  }
  function rootOf(pipeline) {
   const above = pipeline.upstream?.pipeline;
   return above === void 0 ? pipeline : rootOf(above);
  }
  function touchBelow(instance, pipeline, atMs) {
   renewTag(instance, pipeline.id, atMs);
   for (const {downstream} of pipeline.jobs) if (downstream !== void 0) touchBelow(instance, downstream, atMs);
  }
  function renewTag(instance, pipelineId, atMs) {
   const serial = instance.nextIds.tag;
   instance.nextIds.tag += 1;
   instance.changeTags.set(pipelineId, {
    serial,
    touchedMs: atMs
   });
   return serial;
  }
  const changeTagLifeMs = 20 * 6e4;
  var wire_answer = __webpack_require__("./simulator/gitlab/wire/answer.js");
  var wire_caller = __webpack_require__("./simulator/gitlab/wire/caller.js");
  var wire_parameters = __webpack_require__("./simulator/gitlab/wire/parameters.js");
  function answerGraphql(asked) {
   const mode = asked.instance.changeTagMode;
   const barred = barredAnswer(mode);
   if (barred !== void 0) return barred;
   const {request} = asked;
   const {"if-none-match": condition, ...unconditional} = request.headers;
   const isAbsent = mode === "never_matches" || asked.instance.release.changeTags === "absent";
   if (isAbsent) return withContentTag(request, run(asked));
   if (mode === "answered_on_the_way" && condition !== void 0) return (0, wire_answer.emptyAnswer)(304, {
    etag: condition
   });
   const isStripped = mode === "stripped" || mode === "condition_stripped";
   const answer = tagged(isStripped ? {
    ...asked,
    request: {
     ...request,
     headers: unconditional
    }
   } : asked);
   return mode === "stripped" ? withoutTag(answer) : answer;
  }
  function barredAnswer(mode) {
   const status = Number(/^blocked_(\d+)$/.exec(mode)?.[1] ?? NaN);
   if (status === 502) return (0, wire_answer.htmlAnswer)(502, "<html><body>502 Bad Gateway</body></html>");
   if (status === 401) return (0, wire_answer.jsonAnswer)(401, {
    errors: [ {
     message: "Invalid token"
    } ]
   });
   if (!Number.isNaN(status)) return (0, wire_answer.htmlAnswer)(status, `<html><body>${status}</body></html>`);
   if (mode === "page") return (0, wire_answer.htmlAnswer)(200, "<html><head><title>Sign in</title></head></html>");
   if (mode !== "redirect") return;
   return (0, wire_answer.htmlAnswer)(302, "<html><body>You are being redirected.</body></html>", {
    location: "https://elsewhere.example.net/sign_in"
   });
  }
  function tagged(asked) {
   const {instance, request, nowMs} = asked;
   const pipelineId = /^pipelines\/id\/(\d+)$/.exec(request.headers["x-gitlab-graphql-resource-etag"] ?? "")?.[1];
   if (pipelineId === void 0) return withContentTag(request, run(asked));
   const etag = currentTag(instance, Number(pipelineId), nowMs);
   if (request.headers["if-none-match"] === etag) {
    const headers = {
     etag,
     "x-gitlab-from-cache": "true"
    };
    return instance.changeTagMode === "polling_off" ? (0, wire_answer.emptyAnswer)(429, headers) : (0, 
    wire_answer.emptyAnswer)(304, headers);
   }
   const answer = run(asked);
   return {
    ...answer,
    headers: {
     ...answer.headers,
     etag
    }
   };
  }
  function currentTag(instance, pipelineId, nowMs) {
   if (instance.changeTagMode === "stuck") return tagText(`stuck ${pipelineId}`);
   const known = instance.changeTags.get(pipelineId);
   const isAlive = known !== void 0 && nowMs - known.touchedMs <= changeTagLifeMs;
   const serial = isAlive && instance.changeTagMode !== "restless" ? known.serial : renewTag(instance, pipelineId, nowMs);
   return tagText(`${pipelineId} ${serial}`);
  }
  function tagText(seed) {
   return `W/"${(0, external_node_crypto_.createHash)("sha1").update(seed).digest("hex").slice(0, 32)}"`;
  }
  function withContentTag(request, answer) {
   const etag = tagText(answer.body.toString("utf8"));
   const isSame = request.method === "GET" && request.headers["if-none-match"] === etag;
   return isSame ? (0, wire_answer.emptyAnswer)(304, {
    etag
   }) : {
    ...answer,
    headers: {
     ...answer.headers,
     etag
    }
   };
  }
  function withoutTag(answer) {
   return {
    ...answer,
    headers: {
     ...answer.headers,
     etag: ""
    }
   };
  }
  function run(asked) {
   const read = (0, wire_parameters.readParameters)(asked.request);
   if (read.kind === "stop") return read.answer;
   const caller = callerOf(asked, read.value);
   if (caller.kind === "stop") return caller.answer;
   const {query} = read.value;
   if (typeof query !== "string") return errorsAnswer("Unexpected end of document");
   const fields = query.match(/[A-Za-z_]\w*/g) ?? [];
   const limit = caller.value.kind === "anonymous" ? 200 : 250;
   if (fields.length > limit) return errorsAnswer(`Query has complexity of ${fields.length}, which exceeds max complexity of ${limit}`);
   const unknown = fields.find(field => field !== "__typename" && field !== "query");
   if (unknown !== void 0) return errorsAnswer(`Field '${unknown}' doesn't exist on type 'Query'`);
   return (0, wire_answer.jsonAnswer)(200, {
    data: {
     __typename: "Query"
    }
   });
  }
  function callerOf({instance, request, nowMs}, parameters) {
   const rule = {
    scope: "read_api",
    permission: "read_pipelines",
    jobToken: "ignored",
    anonymous: "accepted"
   };
   const caller = (0, wire_caller.identify)({
    instance,
    request,
    parameters,
    nowMs
   }, rule);
   return caller.kind === "stop" ? (0, wire_answer.stop)((0, wire_answer.jsonAnswer)(401, {
    errors: [ {
     message: "Invalid token"
    } ]
   })) : (0, wire_answer.go)(caller.value);
  }
  function errorsAnswer(message) {
   return (0, wire_answer.jsonAnswer)(200, {
    errors: [ {
     message
    } ]
   });
  }
  function downstreamTarget(instance, job) {
   const {pipeline, owner} = job;
   const downstream = owner.kind === "bridge" ? owner.script.downstream : void 0;
   const project = instance.projects.get(downstream?.projectId ?? pipeline.project.id);
   const name = downstream?.ref ?? pipeline.ref.name;
   const ref = project?.refs.find(candidate => candidate.name === name) ?? project?.refs[0];
   return project === void 0 || ref === void 0 ? void 0 : {
    project,
    ref
   };
  }
  function inheritedStatus(bridge, status) {
   const strategy = bridge.owner.kind === "bridge" ? bridge.owner.script.strategy : void 0;
   switch (strategy) {
   case "depend":
    if (status === "success" || status === "canceled") return status;
    return status === "failed" || status === "skipped" ? "failed" : "running";

   case "mirror":
    if ([ "success", "canceled", "failed", "manual", "skipped" ].includes(status)) return status;
    return bridge.status === "manual" ? "manual" : "running";

   case "none":
   case void 0:
    return;
   }
  }
  const defaultDurationMs = 1e3;
  function planOf(job) {
   const {owner} = job;
   switch (owner.kind) {
   case "bridge":
    return {
     steps: [ {
      status: "pending",
      forMs: owner.script.queuedMs ?? 0
     } ],
     ending: "success"
    };

   case "job":
    return job.mode === "replay" ? {
     steps: runOf(owner.script),
     ending: replayEnding(owner.script)
    } : firstPlan(owner.script, job.attempt);
   }
  }
  function playedPlan(script) {
   return {
    steps: runOf(script),
    ending: script.resultAfterPlay ?? "success"
   };
  }
  function firstPlan(script, attempt) {
   const result = script.result ?? "success";
   switch (result) {
   case "skipped":
    return {
     steps: [],
     ending: "skipped"
    };

   case "manual":
    return {
     steps: [ ...delay(script, "created"), {
      status: "manual",
      forMs: 1 / 0
     } ],
     ending: "manual"
    };

   case "scheduled":
    {
     const played = playedPlan(script);
     const wait = {
      status: "scheduled",
      forMs: script.startAfterMs ?? 0
     };
     return {
      steps: [ wait, ...played.steps ],
      ending: played.ending
     };
    }

   case "success":
   case "failed":
   case "canceled":
    {
     const repeats = attempt <= (script.retriesBeforeSuccess ?? 0);
     const steps = attempt === 1 ? [ ...delay(script, "created"), ...runOf(script) ] : runOf(script);
     return {
      steps,
      ending: repeats ? "repeat" : result
     };
    }
   }
  }
  function delay(script, status) {
   return script.startAfterMs === void 0 ? [] : [ {
    status,
    forMs: script.startAfterMs
   } ];
  }
  function runOf(script) {
   return [ ...script.before ?? [], {
    status: "pending",
    forMs: script.queuedMs ?? 0
   }, {
    status: "running",
    forMs: script.durationMs ?? defaultDurationMs
   } ];
  }
  function replayEnding(script) {
   if (script.resultAfterRetry !== void 0) return script.resultAfterRetry;
   const result = script.result ?? "success";
   return result === "manual" || result === "scheduled" ? script.resultAfterPlay ?? "success" : result;
  }
  function logOf(job, nowMs) {
   const log = job.owner.kind === "job" ? job.owner.script.log : void 0;
   if (log === void 0 || job.owner.kind !== "job" || job.startedMs === void 0) return "";
   if (job.erasedMs !== void 0) return "";
   const elapsedMs = (job.finishedMs ?? nowMs) - job.startedMs;
   const state = job.finishedMs === void 0 ? "running" : "ended";
   if (typeof log !== "string") return log({
    elapsedMs,
    state,
    attempt: job.attempt
   });
   if (state === "ended") return log;
   const lines = log.split(/(?<=\n)/);
   const share = Math.min(1, elapsedMs / Math.max(1, job.owner.script.durationMs ?? 1e3));
   return lines.slice(0, Math.floor(lines.length * share)).join("");
  }
  const defaultCreatedForMs = 200;
  function startPipeline(instance, order) {
   const pipeline = recordOf(instance, order);
   const owners = [ ...(order.script.jobs ?? []).map(script => ({
    kind: "job",
    script
   })), ...(order.script.bridges ?? []).map(script => ({
    kind: "bridge",
    script
   })) ];
   for (const stage of pipeline.stages) for (const owner of owners.filter(candidate => stageOf(candidate.script) === stage)) pipeline.jobs.push(newJob(instance, {
    pipeline,
    owner,
    attempt: 1,
    mode: "first",
    atMs: order.atMs
   }));
   pipeline.processDueMs = order.atMs + (order.script.createdForMs ?? defaultCreatedForMs);
   const [first, ...later] = pipeline.timeline;
   if (first?.afterMs === 0) {
    pipeline.status = first.status;
    pipeline.timeline = later;
   }
   const momentMs = order.atMs + (pipeline.timeline[0]?.afterMs ?? 1 / 0);
   instance.moving.add(pipeline, Math.min(pipeline.processDueMs, momentMs));
   return pipeline;
  }
  function saveFailedPipeline(instance, order) {
   const pipeline = recordOf(instance, {
    ...order,
    script: {}
   });
   pipeline.status = "failed";
   pipeline.finishedMs = order.atMs;
   pipeline.yamlErrors = order.yamlErrors;
   return pipeline;
  }
  function recordOf(instance, order) {
   const {project, script, atMs} = order;
   const id = instance.nextIds.pipeline;
   instance.nextIds.pipeline += 1;
   project.pipelineCount += 1;
   const timeline = script.statusTimeline ?? [];
   const pipeline = {
    id,
    iid: project.pipelineCount,
    project,
    ref: order.ref,
    user: order.user,
    source: order.source,
    script,
    stages: stagesOf(script),
    variables: order.variables,
    inputs: order.inputs,
    trigger: order.trigger,
    upstream: order.upstream,
    createdMs: atMs,
    name: script.name,
    status: "created",
    updatedMs: atMs,
    startedMs: void 0,
    finishedMs: void 0,
    durationSeconds: void 0,
    yamlErrors: script.yamlErrors,
    processDueMs: 1 / 0,
    timeline,
    statusFrom: timeline.length > 0 ? "timeline" : "jobs",
    externalStatuses: (script.externalStatuses ?? []).map(status => ({
     id: void 0,
     name: status.name,
     status: status.status,
     allowFailure: status.allowFailure ?? false,
     description: status.description,
     targetUrl: status.targetUrl
    })),
    jobs: []
   };
   instance.pipelines.set(id, pipeline);
   return pipeline;
  }
  function stageOf(script) {
   return script.stage ?? "test";
  }
  function stagesOf(script) {
   const used = [ ...script.jobs ?? [], ...script.bridges ?? [] ].map(stageOf);
   return [ ...new Set([ ...script.stages ?? [], ...used ]) ];
  }
  const apartMs = 1;
  function newJob(instance, {pipeline, owner, attempt, mode, atMs}) {
   const id = instance.nextIds.job;
   instance.nextIds.job += 1;
   return {
    id,
    pipeline,
    owner,
    name: owner.script.name,
    stage: stageOf(owner.script),
    allowFailure: owner.script.allowFailure ?? false,
    attempt,
    mode,
    createdMs: Math.max(atMs, (pipeline.jobs.at(-1)?.createdMs ?? -1 / 0) + apartMs),
    retried: false,
    activated: false,
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
  function nextPush(instance) {
   return instance.pushes.reduce((first, push) => push.atMs !== 1 / 0 && (first === void 0 || push.atMs < first.atMs) ? push : first, void 0);
  }
  function bringPushes(instance, project, atMs) {
   instance.pushes = instance.pushes.map(push => push.project === project ? {
    ...push,
    atMs
   } : push);
  }
  function receivePush(instance, push) {
   instance.pushes = instance.pushes.filter(other => other !== push);
   const {project, user, description, atMs} = push;
   const ref = movedRef(project, push);
   for (const {source = "push", ref: name = ref.name, script} of description.pipelines ?? []) {
    const own = script ?? scriptOf(ref, user);
    startPipeline(instance, {
     project,
     ref: name === ref.name ? ref : {
      ...ref,
      name
     },
     user,
     source,
     script: own,
     variables: [],
     inputs: {},
     atMs
    });
   }
  }
  function movedRef(project, {description}) {
   const {ref: name, sha} = description;
   const old = project.refs.find(ref => ref.kind === "branch" && ref.name === name);
   const moved = old === void 0 ? {
    name,
    kind: "branch",
    sha,
    commit: "present",
    past: description.past ?? [],
    protectedFor: void 0,
    ci: project.description.ci ?? {
     kind: "missing"
    },
    ciFile: project.description.ciFile ?? {}
   } : {
    ...old,
    sha,
    past: [ ...description.kind === "forced" ? [] : [ old.sha, ...old.past ], ...description.past ?? [] ]
   };
   project.refs = [ ...project.refs.filter(ref => ref !== old), moved ];
   return moved;
  }
  function scriptOf({ci}, user) {
   if (ci.kind !== "valid") throw new TypeError(`a push of ${user.username} has no pipeline to start`);
   if (typeof ci.script === "function") throw new TypeError("a push needs a script that asks for nothing");
   return ci.script;
  }
  function compositeStatus(parts) {
   if (parts.length === 0) return;
   const present = new Set(parts.map(contribution));
   return rules.find(rule => fits(rule, present))?.gives ?? "failed";
  }
  function hasWarnings(parts) {
   return parts.some(part => contribution(part) === "warning");
  }
  function contribution({status, allowFailure}) {
   if (allowFailure && (status === "failed" || status === "canceled")) return "warning";
   if (allowFailure && status === "manual") return "ignored";
   return status;
  }
  const rules = [ {
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
  function fits(rule, present) {
   switch (rule.when) {
   case "only":
    return [ ...present ].every(name => rule.of.includes(name));

   case "any":
    return rule.of.some(name => present.has(name));
   }
  }
  const availableStatuses = [ "created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running", "success", "failed", "canceling", "canceled", "skipped", "manual", "scheduled" ];
  function isCompleted(status) {
   return [ "success", "failed", "canceled", "skipped" ].includes(status);
  }
  function isCancelable(status) {
   return !isCompleted(status) && status !== "manual" && status !== "canceling";
  }
  function showStatus(pipeline, status, atMs) {
   if (pipeline.status === status) return;
   pipeline.status = status;
   pipeline.updatedMs = atMs;
   if (status === "running") pipeline.startedMs ??= atMs;
   if (isCompleted(status) && status !== "skipped") {
    pipeline.finishedMs = atMs;
    pipeline.durationSeconds = runningSeconds(pipeline, atMs);
   }
  }
  function runningSeconds(pipeline, atMs) {
   const spans = pipeline.jobs.flatMap(job => job.startedMs === void 0 ? [] : [ {
    from: job.startedMs,
    to: job.finishedMs ?? atMs
   } ]).sort((one, other) => one.from - other.from);
   if (spans.length === 0) return Math.floor((atMs - (pipeline.startedMs ?? atMs)) / 1e3);
   let totalMs = 0;
   let reached = -1 / 0;
   for (const {from, to} of spans) {
    totalMs += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
   }
   return Math.floor(totalMs / 1e3);
  }
  function latestJobs(pipeline) {
   return pipeline.jobs.filter(job => !job.retried);
  }
  function advance(instance, nowMs) {
   for (;;) {
    const due = nextDue(instance);
    if (due === void 0 || due.atMs > nowMs) return;
    due.happen();
   }
  }
  function nextChangeMs(instance) {
   return nextDue(instance)?.atMs;
  }
  function nextDue(instance) {
   const pipeline = instance.moving.next(each => nextDueOf(instance, each)?.atMs);
   const first = pipeline === void 0 ? void 0 : nextDueOf(instance, pipeline);
   const push = nextPush(instance);
   if (push === void 0 || first !== void 0 && first.atMs <= push.atMs) return first;
   return {
    atMs: push.atMs,
    happen: () => receivePush(instance, push)
   };
  }
  function nextDueOf(instance, pipeline) {
   const moment = pipeline.timeline[0];
   const dues = [];
   if (moment !== void 0) {
    const atMs = pipeline.createdMs + moment.afterMs;
    dues.push({
     atMs,
     happen: () => showMoment(instance, {
      pipeline,
      status: moment.status,
      atMs
     })
    });
   }
   if (pipeline.processDueMs !== 1 / 0) {
    const atMs = pipeline.processDueMs;
    dues.push({
     atMs,
     happen: () => {
      pipeline.processDueMs = 1 / 0;
      settle(instance, pipeline, atMs);
     }
    });
   }
   for (const job of pipeline.jobs) {
    if (job.dueMs === 1 / 0) continue;
    const atMs = job.dueMs;
    dues.push({
     atMs,
     happen: () => endStep(instance, job, atMs)
    });
   }
   return dues.reduce((first, due) => first === void 0 || due.atMs < first.atMs ? due : first, void 0);
  }
  function showMoment(instance, moment) {
   const {pipeline, status, atMs} = moment;
   pipeline.timeline = pipeline.timeline.slice(1);
   showStatus(pipeline, status, atMs);
   touchTags(instance, pipeline, atMs);
   tellUpstream(instance, pipeline, atMs);
  }
  function endStep(instance, job, atMs) {
   enterStep(instance, {
    job,
    index: job.stepIndex + 1,
    atMs
   });
   settle(instance, job.pipeline, atMs);
  }
  function follow(instance, course) {
   const {job, plan, atMs} = course;
   job.activated = true;
   job.steps = plan.steps;
   job.ending = plan.ending;
   enterStep(instance, {
    job,
    index: 0,
    atMs
   });
  }
  function enterStep(instance, entry) {
   const {job, index, atMs} = entry;
   const step = job.steps[index];
   if (step === void 0) {
    endJob(instance, job, atMs);
    return;
   }
   job.stepIndex = index;
   job.status = step.status;
   job.dueMs = atMs + step.forMs;
   if (step.status === "pending") job.queuedMs = atMs;
   if (step.status === "running") job.startedMs = atMs;
   if (step.forMs !== 1 / 0) instance.moving.add(job.pipeline, job.dueMs);
  }
  function endJob(instance, job, atMs) {
   job.dueMs = 1 / 0;
   if (job.owner.kind === "bridge" && job.ending === "success") {
    crossBridge(instance, job, atMs);
    return;
   }
   const {ending} = job;
   finish(job, {
    status: ending === "repeat" ? "failed" : ending,
    atMs
   });
   if (ending !== "repeat") return;
   job.retried = true;
   const {pipeline, owner, attempt} = job;
   const next = newJob(instance, {
    pipeline,
    owner,
    attempt: attempt + 1,
    mode: "first",
    atMs
   });
   pipeline.jobs.push(next);
   follow(instance, {
    job: next,
    plan: planOf(next),
    atMs
   });
  }
  function finish(job, end) {
   job.status = end.status;
   job.dueMs = 1 / 0;
   if (end.status !== "skipped") job.finishedMs = end.atMs;
   if (end.status === "failed") job.failureReason = job.owner.script.failureReason ?? "script_failure";
  }
  function crossBridge(instance, job, atMs) {
   const script = job.owner.kind === "bridge" ? job.owner.script : void 0;
   const target = downstreamTarget(instance, job);
   job.startedMs = atMs;
   if (script?.downstream === void 0 || target === void 0) {
    finish(job, {
     status: "failed",
     atMs
    });
    job.failureReason = script?.failureReason ?? "downstream_bridge_project_not_found";
    return;
   }
   const {pipeline} = job;
   job.downstream = startPipeline(instance, {
    ...target,
    user: pipeline.user,
    source: target.project === pipeline.project ? "parent_pipeline" : "pipeline",
    script: script.downstream.script,
    variables: [],
    inputs: {},
    upstream: job,
    atMs
   });
   if (script.strategy === "depend" || script.strategy === "mirror") job.status = "running"; else finish(job, {
    status: "success",
    atMs
   });
  }
  function settle(instance, pipeline, atMs) {
   if (pipeline.processDueMs === 1 / 0) activateStages(instance, pipeline, atMs);
   if (pipeline.statusFrom === "jobs") {
    const status = compositeStatus([ ...latestJobs(pipeline), ...externalParts(pipeline) ]);
    if (status !== void 0) showStatus(pipeline, status, atMs);
   }
   touchTags(instance, pipeline, atMs);
   tellUpstream(instance, pipeline, atMs);
  }
  function externalParts({externalStatuses}) {
   return externalStatuses.map(({status, allowFailure}) => ({
    status,
    allowFailure
   }));
  }
  function activateStages(instance, pipeline, atMs) {
   const withNeeds = pipeline.jobs.some(({owner}) => owner.script.needs !== void 0);
   const earlier = [];
   for (const stage of pipeline.stages) {
    const isReached = earlier.every(isPassed);
    if (!isReached && !withNeeds) return;
    for (const job of latestJobs(pipeline).filter(candidate => candidate.stage === stage)) {
     if (job.activated) continue;
     const needed = neededBy(job);
     const isReady = needed === void 0 ? isReached : needed.every(isPassed);
     if (isReady) activate(instance, {
      job,
      outcome: outcomeOf(needed ?? earlier),
      atMs
     });
    }
    earlier.push(...latestJobs(pipeline).filter(job => job.stage === stage));
   }
  }
  function neededBy({owner, pipeline}) {
   const {needs} = owner.script;
   return needs === void 0 ? void 0 : latestJobs(pipeline).filter(({name}) => needs.includes(name));
  }
  function outcomeOf(earlier) {
   const status = compositeStatus(earlier);
   if (status === "failed") return "on_failure";
   return status === "canceled" ? "canceled" : "on_success";
  }
  function isPassed(job) {
   return isCompleted(job.status) || job.status === "manual" && job.allowFailure;
  }
  function activate(instance, {job, outcome, atMs}) {
   const when = job.owner.script.when ?? "on_success";
   const runs = when === outcome || when === "always" && outcome !== "canceled";
   const plan = runs ? planOf(job) : {
    steps: [],
    ending: "skipped"
   };
   follow(instance, {
    job,
    plan,
    atMs
   });
  }
  function tellUpstream(instance, pipeline, atMs) {
   const bridge = pipeline.upstream;
   if (bridge === void 0 || bridge.retried) return;
   const inherited = inheritedStatus(bridge, pipeline.status);
   if (inherited === void 0 || inherited === bridge.status || bridge.status === "canceled") return;
   if (inherited === "running" || inherited === "manual") {
    bridge.status = inherited;
    bridge.finishedMs = void 0;
   } else {
    finish(bridge, {
     status: inherited,
     atMs
    });
    if (inherited === "failed") bridge.failureReason = bridge.owner.script.failureReason;
   }
   settle(instance, bridge.pipeline, atMs);
  }
  function plain(status, text, label = status) {
   return {
    icon: `status_${status}`,
    text,
    label,
    group: status,
    favicon: `favicon_status_${status}`
   };
  }
  const warnings = {
   icon: "status_warning",
   text: "Warning",
   label: "passed with warnings",
   group: "success-with-warnings",
   favicon: "favicon_status_success"
  };
  function badgeOf(status) {
   switch (status) {
   case "success":
    return plain("success", "Passed", "passed");

   case "waiting_for_resource":
    return {
     ...plain("pending", "Waiting", "waiting for resource"),
     group: "waiting-for-resource"
    };

   case "waiting_for_callback":
    return {
     ...plain("pending", "Waiting", "waiting for callback"),
     group: "waiting-for-callback"
    };

   case "manual":
    return plain("manual", "Blocked", "waiting for manual action");

   case "scheduled":
    return plain("scheduled", "Delayed", "waiting for delayed job");

   default:
    return plain(status, status.charAt(0).toUpperCase() + status.slice(1));
   }
  }
  function detailedStatusEntity({relativeUrlRoot}, pipeline) {
   const passed = pipeline.status === "success" && hasWarnings(latestJobs(pipeline));
   const badge = passed ? warnings : badgeOf(pipeline.status);
   return {
    icon: badge.icon,
    text: badge.text,
    label: badge.label,
    group: badge.group,
    tooltip: badge.label,
    has_details: true,
    details_path: `${relativeUrlRoot}/${pipeline.project.path}/-/pipelines/${pipeline.id}`,
    illustration: null,
    favicon: `/assets/ci_favicons/${badge.favicon}.png`
   };
  }
  function userEntity({externalUrl}, user) {
   return {
    id: user.id,
    username: user.username,
    public_email: "",
    name: user.name,
    state: user.blocked ? "blocked" : "active",
    locked: false,
    avatar_url: `https://www.gravatar.com/avatar/${user.id}?s=80&d=identicon`,
    web_url: `${externalUrl}/${user.username}`
   };
  }
  function fullUserEntity(instance, user) {
   return {
    ...userEntity(instance, user),
    created_at: timestamp(user.createdMs),
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
    bot: false,
    work_information: null,
    followers: 0,
    following: 0,
    local_time: null
   };
  }
  function ownUserEntity(instance, user) {
   const at = timestamp(user.createdMs);
   return {
    ...fullUserEntity(instance, user),
    last_sign_in_at: at,
    confirmed_at: at,
    last_activity_on: at?.slice(0, 10),
    email: `${user.username}@example.com`,
    theme_id: 3,
    color_scheme_id: 1,
    projects_limit: 1e5,
    current_sign_in_at: at,
    identities: [],
    can_create_group: true,
    can_create_project: true,
    two_factor_enabled: false,
    external: false,
    private_profile: false,
    commit_email: `${user.username}@example.com`
   };
  }
  function timestamp(epochMs) {
   return epochMs === void 0 ? null : new Date(epochMs).toISOString();
  }
  function secondsBetween(fromMs, toMs) {
   return fromMs === void 0 || toMs === void 0 ? null : (toMs - fromMs) / 1e3;
  }
  function pipelineBasicEntity(instance, pipeline) {
   const {externalUrl} = instance;
   return asShown(instance, {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: pipeline.project.id,
    sha: pipeline.ref.sha,
    ref: pipeline.ref.name,
    status: pipeline.status,
    source: pipeline.source,
    created_at: timestamp(pipeline.createdMs),
    updated_at: timestamp(pipeline.updatedMs),
    web_url: `${externalUrl}/${pipeline.project.path}/-/pipelines/${pipeline.id}`
   });
  }
  function asShown({release}, entity) {
   const unread = optionalMembers.filter(name => !release.pipelineMembers.includes(name));
   return Object.fromEntries(Object.entries(entity).filter(([name]) => !unread.some(each => each === name)));
  }
  const optionalMembers = [ "iid", "project_id", "source", "name", "queued_duration", "archived" ];
  function pipelineListEntity(instance, pipeline) {
   return asShown(instance, {
    ...pipelineBasicEntity(instance, pipeline),
    name: pipeline.name ?? null
   });
  }
  function pipelineEntity(instance, pipeline) {
   return asShown(instance, {
    ...pipelineBasicEntity(instance, pipeline),
    before_sha: "0".repeat(40),
    tag: pipeline.ref.kind === "tag",
    yaml_errors: pipeline.yamlErrors ?? null,
    user: userEntity(instance, pipeline.user),
    started_at: timestamp(pipeline.startedMs),
    finished_at: timestamp(pipeline.finishedMs),
    committed_at: null,
    duration: pipeline.durationSeconds ?? null,
    queued_duration: queuedSeconds(pipeline),
    coverage: coverageText(pipeline),
    detailed_status: detailedStatusEntity(instance, pipeline),
    archived: false
   });
  }
  function pipelineWithNameEntity(instance, pipeline) {
   return asShown(instance, {
    ...pipelineEntity(instance, pipeline),
    name: pipeline.name ?? null
   });
  }
  function queuedSeconds({createdMs, startedMs}) {
   const seconds = startedMs === void 0 ? 0 : Math.floor((startedMs - createdMs) / 1e3);
   return seconds === 0 ? null : seconds;
  }
  function coverageText(pipeline) {
   const {coverage} = pipeline.script;
   if (coverage !== void 0) return coverage.toFixed(2);
   const measured = latestJobs(pipeline).flatMap(job => {
    const {owner} = job;
    return owner.kind === "job" && job.status === "success" ? owner.script.coverage ?? [] : [];
   });
   if (measured.length === 0) return null;
   return (measured.reduce((sum, each) => sum + each, 0) / measured.length).toFixed(2);
  }
  function pipelineView(pipeline) {
   return {
    id: pipeline.id,
    projectId: pipeline.project.id,
    ref: pipeline.ref.name,
    sha: pipeline.ref.sha,
    source: pipeline.source,
    username: pipeline.user.username,
    status: pipeline.status,
    name: pipeline.name,
    yamlErrors: pipeline.yamlErrors,
    variables: Object.fromEntries(pipeline.variables.map(({key, value}) => [ key, value ])),
    inputs: pipeline.inputs,
    createdMs: pipeline.createdMs,
    startedMs: pipeline.startedMs,
    finishedMs: pipeline.finishedMs
   };
  }
  function pipelineTreeView(pipeline) {
   return {
    id: pipeline.id,
    projectId: pipeline.project.id,
    status: pipeline.status,
    jobs: latestJobs(pipeline).map(job => ({
     id: job.id,
     name: job.name,
     kind: job.owner.kind,
     status: job.status,
     allowFailure: job.allowFailure,
     hasBegun: job.startedMs !== void 0,
     downstream: job.downstream === void 0 ? void 0 : pipelineTreeView(job.downstream),
     tells: job.owner.kind === "bridge" ? job.owner.script.tells : void 0
    }))
   };
  }
  var external_node_zlib_ = __webpack_require__("node:zlib");
  const utf8Flag = 2048;
  const deflated = 8;
  const firstDosDate = 33;
  function zipArchive(members, comment = "") {
   const parts = [];
   const directory = [];
   let offset = 0;
   for (const member of members) {
    const {local, central} = recordsOf(member, offset);
    parts.push(...local);
    directory.push(...central);
    offset += local.reduce((sum, {length}) => sum + length, 0);
   }
   const directoryBytes = directory.reduce((sum, {length}) => sum + length, 0);
   const end = Buffer.alloc(22);
   end.writeUInt32LE(101010256, 0);
   end.writeUInt16LE(members.length, 8);
   end.writeUInt16LE(members.length, 10);
   end.writeUInt32LE(directoryBytes, 12);
   end.writeUInt32LE(offset, 16);
   end.writeUInt16LE(Buffer.byteLength(comment), 20);
   return Buffer.concat([ ...parts, ...directory, end, Buffer.from(comment) ]);
  }
  function recordsOf({name, content = "", mode, claims = {}}, offset) {
   const nameBytes = Buffer.from(name);
   const whole = Buffer.from(content);
   const isFolder = nameBytes.at(-1) === 47;
   const method = claims.method ?? (isFolder || whole.length === 0 ? 0 : deflated);
   const packed = method === deflated ? (0, external_node_zlib_.deflateRawSync)(whole) : whole;
   const fields = {
    flags: claims.flags ?? utf8Flag,
    method,
    crc32: claims.crc32 ?? (0, external_node_zlib_.crc32)(whole),
    compressedBytes: claims.compressedBytes ?? packed.length,
    uncompressedBytes: claims.uncompressedBytes ?? whole.length
   };
   const localName = claims.localName === void 0 ? nameBytes : Buffer.from(claims.localName);
   const extra = claims.extra ?? Buffer.alloc(0);
   const front = Buffer.alloc(30);
   front.writeUInt32LE(67324752, 0);
   writeFields(front, 4, fields);
   front.writeUInt16LE(localName.length, 26);
   const central = Buffer.alloc(46);
   central.writeUInt32LE(33639248, 0);
   central.writeUInt16LE(claims.versionMadeBy ?? 788, 4);
   writeFields(central, 6, fields);
   central.writeUInt16LE(nameBytes.length, 28);
   central.writeUInt16LE(extra.length, 30);
   central.writeUInt32LE((mode ?? (isFolder ? 16877 : 33188)) << 16 >>> 0, 38);
   central.writeUInt32LE(claims.offset ?? offset, 42);
   return {
    local: [ front, localName, packed ],
    central: [ central, nameBytes, extra ]
   };
  }
  function writeFields(record, at, fields) {
   record.writeUInt16LE(20, at);
   record.writeUInt16LE(fields.flags, at + 2);
   record.writeUInt16LE(fields.method, at + 4);
   record.writeUInt16LE(firstDosDate, at + 8);
   record.writeUInt32LE(fields.crc32, at + 10);
   record.writeUInt32LE(fields.compressedBytes, at + 14);
   record.writeUInt32LE(fields.uncompressedBytes, at + 18);
  }
  function suitesOf(pipeline, {nowMs, view}) {
   const {script, jobs, finishedMs} = pipeline;
   const lagMs = view === "counts" ? script.testsCountedAfterMs ?? 0 : 0;
   return (script.tests ?? []).flatMap(suite => {
    const own = jobs.filter(job => !job.retried && suiteNameOf(job) === suite.name);
    if (own.length === 0) return finishedMs === void 0 ? [] : [ {
     script: suite,
     jobs: []
    } ];
    const counted = own.filter(job => job.finishedMs !== void 0 && job.finishedMs + lagMs <= nowMs);
    return counted.length === 0 ? [] : [ {
     script: suite,
     jobs: counted
    } ];
   });
  }
  function testReportOf(job) {
   const suite = (job.pipeline.script.tests ?? []).find(({name}) => name === suiteNameOf(job));
   return suite && {
    fileType: "junit",
    filename: "junit.xml.gz",
    sizeBytes: 200,
    fileFormat: "gzip"
   };
  }
  function suiteNameOf({owner}) {
   return owner.kind === "job" ? owner.script.name.replace(/ \d+\/\d+$/, "") : void 0;
  }
  function artifactsOf(job, nowMs) {
   const script = job.owner.kind === "job" ? job.owner.script : void 0;
   if (script === void 0 || job.finishedMs === void 0) return [];
   const expiredMs = expiryOf(job);
   const gone = job.artifactsFate === "deleted" || job.erasedMs !== void 0;
   if (gone || expiredMs !== void 0 && expiredMs <= nowMs) return [];
   const report = testReportOf(job);
   return [ ...script.artifacts ?? [], ...report === void 0 ? [] : [ report ] ];
  }
  function listedArtifactsOf(job, nowMs) {
   const own = artifactsOf(job, nowMs).flatMap(artifact => artifact.fileType === "archive" ? [ artifact, metadataOf(artifact) ] : [ artifact ]);
   const log = job.finishedMs === void 0 ? "" : logOf(job, nowMs);
   return log === "" ? own : [ ...own, {
    ...logArtifact,
    sizeBytes: Buffer.byteLength(log)
   } ];
  }
  const logArtifact = {
   fileType: "trace",
   filename: "job.log",
   fileFormat: "raw"
  };
  function metadataOf({files = {}}) {
   const sizeBytes = 100 + 30 * Object.keys(files).length;
   return {
    fileType: "metadata",
    filename: "metadata.gz",
    fileFormat: "gzip",
    sizeBytes
   };
  }
  function expiryOf({owner, finishedMs, artifactsFate}) {
   if (artifactsFate === "kept") return;
   const afterMs = owner.kind === "job" ? owner.script.artifactsExpireAfterMs : void 0;
   return afterMs === void 0 || finishedMs === void 0 ? void 0 : finishedMs + afterMs;
  }
  function sizeOf(artifact) {
   return artifact.sizeBytes ?? builtOf(artifact)?.bytes ?? 0;
  }
  function archiveOf(job, nowMs) {
   const artifact = artifactsOf(job, nowMs).find(({fileType}) => fileType === "archive");
   const built = artifact === void 0 ? void 0 : builtOf(artifact);
   if (artifact === void 0 || built === void 0) return;
   return {
    ...built,
    filename: artifact.filename,
    files: artifact.files ?? {},
    storedMs: job.finishedMs ?? nowMs
   };
  }
  const builtByScript = new WeakMap;
  function builtOf(artifact) {
   const known = builtByScript.get(artifact);
   if (known !== void 0) return known;
   const {files, archive} = artifact;
   if (files === void 0 && archive === void 0) return;
   const content = archive ?? zipArchive(Object.entries(files ?? {}).map(([name, file]) => ({
    name,
    content: file
   })));
   const built = Buffer.isBuffer(content) ? {
    content,
    bytes: content.length,
    sha256: digestOf(content)
   } : {
    content,
    bytes: content.bytes,
    sha256: digestOf(Buffer.from(content.name))
   };
   builtByScript.set(artifact, built);
   return built;
  }
  function digestOf(bytes) {
   return (0, external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
  }
  const rank = {
   guest: 10,
   planner: 15,
   reporter: 20,
   developer: 30,
   maintainer: 40,
   owner: 50
  };
  function rankOf(role) {
   return rank[role];
  }
  function hasRole(project, user, role) {
   const own = project.members.get(user.username);
   return own !== void 0 && !user.blocked && rank[own] >= rank[role];
  }
  function canSee(project, viewer) {
   switch (project.description.visibility ?? "private") {
   case "public":
    return true;

   case "internal":
    return viewer !== void 0;

   case "private":
    return viewer !== void 0 && hasRole(project, viewer, "guest");
   }
  }
  function canReadPipelines(project, viewer) {
   if (viewer !== void 0 && hasRole(project, viewer, "reporter")) return true;
   return (project.description.publicPipelines ?? true) && canSee(project, viewer);
  }
  function canReadCode(project, viewer) {
   if (viewer !== void 0 && hasRole(project, viewer, "reporter")) return true;
   return (project.description.visibility ?? "private") !== "private" && canSee(project, viewer);
  }
  function canCreatePipelines(project, user) {
   return !(project.description.archived ?? false) && hasRole(project, user, "developer");
  }
  function canRunOn(project, user, ref) {
   if (ref.protectedFor === void 0) return true;
   return ref.protectedFor !== "no_one" && hasRole(project, user, ref.protectedFor);
  }
  function canSetVariables(project, user) {
   const role = project.description.variablesMinimumRole ?? "developer";
   return role !== "no_one_allowed" && hasRole(project, user, role);
  }
  function viewerOf({caller}) {
   return caller.kind === "anonymous" ? void 0 : caller.user;
  }
  const defaultPerPage = 20;
  const largestPerPage = 100;
  function pageAnswer(call, listing) {
   const {items, entity, totals = "sent", defaults = {}} = listing;
   const page = wholeNumber(call.parameters.page, 1);
   const perPage = perPageOf(call);
   if (page === void 0) {
    const other = perPage.kind === "stop" ? perPageProblems(call) : [];
    return (0, wire_answer.errorAnswer)(400, [ "page is invalid", ...other ].join(", "));
   }
   if (perPage.kind === "stop") return perPage.answer;
   const position = {
    page: Math.max(1, page),
    perPage: perPage.value,
    total: items.length
   };
   const from = (position.page - 1) * position.perPage;
   const body = items.slice(from, from + position.perPage).map(entity);
   return (0, wire_answer.jsonAnswer)(200, body, pageHeaders(call, position, {
    totals,
    defaults
   }));
  }
  function perPageOf(call) {
   const problems = perPageProblems(call);
   if (problems.length > 0) return (0, wire_answer.stop)((0, wire_answer.errorAnswer)(400, problems.join(", ")));
   const asked = wholeNumber(call.parameters.per_page, defaultPerPage) ?? defaultPerPage;
   return (0, wire_answer.go)(Math.min(largestPerPage, Math.abs(asked)));
  }
  function perPageProblems({parameters}) {
   const asked = wholeNumber(parameters.per_page, defaultPerPage);
   if (asked === void 0) return [ "per_page is invalid" ];
   return asked === 0 ? [ "per_page has a value not allowed" ] : [];
  }
  function wholeNumber(value, absent) {
   if (value === void 0 || value === null) return absent;
   const text = typeof value === "object" ? "" : String(value);
   return /^[+-]?\d+$/.test(text) ? Number(text) : void 0;
  }
  function pageHeaders(call, {page, perPage, total}, {totals, defaults}) {
   const pages = Math.max(1, Math.ceil(total / perPage));
   const previous = page > 1 && page <= pages ? page - 1 : void 0;
   const next = page < pages ? page + 1 : void 0;
   const link = (target, rel) => {
    if (target === void 0) return [];
    const set = {
     ...defaults,
     ...call.pathParameters,
     page: String(target),
     per_page: String(perPage)
    };
    return [ pageLink(call, {
     rel,
     set
    }) ];
   };
   const links = [ ...link(previous, "prev"), ...link(next, "next"), ...link(1, "first") ];
   const counted = totals === "sent" ? {
    "x-total": String(total),
    "x-total-pages": String(pages)
   } : {};
   return {
    link: [ ...links, ...totals === "sent" ? link(pages, "last") : [] ].join(", "),
    "x-next-page": String(next ?? ""),
    "x-page": String(page),
    "x-per-page": String(perPage),
    "x-prev-page": String(previous ?? ""),
    ...counted
   };
  }
  const secrets = [ "private_token", "access_token", "job_token" ];
  function pageLink({instance, request, pathParameters}, {rel, set}) {
   const {path, query} = (0, wire_parameters.splitTarget)(request.target);
   const asked = new URLSearchParams(query);
   const url = new URL(path, instance.externalUrl);
   const always = [ "page", "per_page", "cursor", ...Object.keys(pathParameters) ];
   for (const [name, value] of Object.entries(set)) if (always.includes(name) || !asked.has(name)) asked.set(name, value);
   for (const secret of secrets) asked.delete(secret);
   asked.sort();
   url.search = asked.toString();
   return `<${url.href}>; rel="${rel}"`;
  }
  function commitEntity({externalUrl}, project, ref) {
   const at = timestamp(project.createdMs);
   const author = {
    name: "Simulated Author",
    email: "author@example.com"
   };
   return {
    id: ref.sha,
    short_id: ref.sha.slice(0, 8),
    created_at: at,
    parent_ids: [],
    title: `State of ${ref.name}`,
    message: `State of ${ref.name}\n`,
    author_name: author.name,
    author_email: author.email,
    authored_date: at,
    committer_name: author.name,
    committer_email: author.email,
    committed_date: at,
    trailers: {},
    extended_trailers: {},
    web_url: `${externalUrl}/${project.path}/-/commit/${ref.sha}`
   };
  }
  function jobEntity(view, job) {
   const script = job.owner.kind === "job" ? job.owner.script : void 0;
   const artifacts = listedArtifactsOf(job, view.nowMs);
   const archive = artifacts.find(artifact => artifact.fileType === "archive");
   return {
    ...jobBasicEntity(view, job),
    ...archive === void 0 ? {} : {
     artifacts_file: {
      filename: archive.filename,
      size: sizeOf(archive)
     }
    },
    artifacts: artifacts.map(artifact => ({
     file_type: artifact.fileType,
     size: sizeOf(artifact),
     filename: artifact.filename,
     file_format: artifact.fileFormat ?? (artifact.fileType === "archive" ? "zip" : "gzip")
    })),
    runner: job.startedMs === void 0 ? null : runnerEntity,
    runner_manager: null,
    artifacts_expire_at: timestamp(expiryOf(job)),
    ...view.instance.release.pipelineMembers.includes("archived") ? {
     archived: false
    } : {},
    tag_list: script?.tags ?? []
   };
  }
  function bridgeEntity(view, bridge) {
   return {
    ...jobBasicEntity(view, bridge),
    downstream_pipeline: downstreamEntity(view, bridge)
   };
  }
  function downstreamEntity({instance}, {owner, downstream}) {
   const tells = owner.kind === "bridge" ? owner.script.tells : void 0;
   if (downstream === void 0 || tells === "nothing") return null;
   if (tells === "status") return {
    id: null,
    status: downstream.status
   };
   return tells === "garbled" ? {} : pipelineBasicEntity(instance, downstream);
  }
  const runnerEntity = {
   id: 1,
   description: "simulated runner",
   ip_address: null,
   active: true,
   paused: false,
   is_shared: true,
   runner_type: "instance_type",
   name: null,
   online: true,
   status: "online"
  };
  function jobBasicEntity({instance, nowMs}, job) {
   const {pipeline} = job;
   const coverage = job.owner.kind === "job" && job.status === "success" ? job.owner.script.coverage : void 0;
   return {
    id: job.id,
    status: job.status,
    stage: job.stage,
    name: job.name,
    ref: pipeline.ref.name,
    tag: pipeline.ref.kind === "tag",
    coverage: coverage ?? null,
    allow_failure: job.allowFailure,
    created_at: timestamp(job.createdMs),
    started_at: timestamp(job.startedMs),
    finished_at: timestamp(job.finishedMs),
    erased_at: timestamp(job.erasedMs),
    duration: secondsBetween(job.startedMs, job.finishedMs ?? nowMs),
    queued_duration: secondsBetween(job.queuedMs, job.startedMs ?? job.finishedMs ?? nowMs),
    user: fullUserEntity(instance, pipeline.user),
    commit: commitEntity(instance, pipeline.project, pipeline.ref),
    pipeline: pipelineBasicEntity(instance, pipeline),
    ...job.status === "failed" && job.failureReason !== void 0 ? {
     failure_reason: job.failureReason
    } : {},
    web_url: `${instance.externalUrl}/${pipeline.project.path}/-/jobs/${job.id}`,
    project: {
     ci_job_token_scope_enabled: false
    },
    ...instance.release.jobSource === "sent" ? {
     source: pipeline.source
    } : {}
   };
  }
  function keepArtifacts(call, job) {
   if (artifactsOf(job, call.nowMs).length === 0) return (0, wire_answer.notFoundAnswer)();
   job.artifactsFate = "kept";
   return (0, wire_answer.jsonAnswer)(200, jobEntity(call, job));
  }
  function deleteArtifacts(call, job) {
   if (!isMaintainer(call, job)) return (0, wire_answer.forbiddenAnswer)();
   job.artifactsFate = "deleted";
   return (0, wire_answer.emptyAnswer)(204);
  }
  function eraseJob(call, job) {
   const viewer = viewerOf(call);
   if (viewer !== job.pipeline.user && !isMaintainer(call, job)) return (0, wire_answer.forbiddenAnswer)();
   if (job.erasedMs !== void 0 || !isCompleted(job.status)) return (0, wire_answer.messageAnswer)(403, "403 Forbidden - Job is not erasable!");
   job.erasedMs = call.nowMs;
   return (0, wire_answer.jsonAnswer)(201, jobEntity(call, job));
  }
  function isMaintainer(call, {pipeline}) {
   const viewer = viewerOf(call);
   return viewer !== void 0 && hasRole(pipeline.project, viewer, "maintainer");
  }
  function listArtifactTree(call, job) {
   const archive = archiveOf(job, call.nowMs);
   if (archive === void 0 || (expiryOf(job) ?? 1 / 0) <= call.nowMs) return (0, wire_answer.notFoundAnswer)();
   const {path, recursive} = call.parameters;
   const folder = (0, wire_parameters.scalarText)(path).replace(/^\/+|\/+$/g, "");
   const prefix = folder === "" ? "" : `${folder}/`;
   const inside = Object.entries(archive.files).filter(([name]) => name.startsWith(prefix));
   if (folder !== "" && inside.length === 0) return (0, wire_answer.notFoundAnswer)();
   const isDeep = (0, wire_parameters.scalarText)(recursive) === "true";
   const entries = new Map;
   for (const [name, content] of inside) for (const entry of entriesOf(name, Buffer.byteLength(content))) {
    const rest = entry.path.slice(prefix.length);
    if (entry.path.startsWith(prefix) && rest !== "" && (isDeep || !rest.includes("/"))) entries.set(entry.path, entry);
   }
   const items = [ ...entries.values() ].toSorted((one, other) => one.path < other.path ? -1 : 1);
   return pageAnswer(call, {
    items,
    entity: entry => entry,
    defaults: {
     recursive: String(isDeep)
    }
   });
  }
  function entriesOf(path, size) {
   const names = path.split("/");
   return names.map((name, index) => {
    const way = names.slice(0, index + 1).join("/");
    return index === names.length - 1 ? {
     name,
     path: way,
     type: "file",
     size
    } : {
     name,
     path: way,
     type: "directory"
    };
   });
  }
  function findCommit(project, name) {
   const found = findRef(project, name);
   if (found.kind === "found") return found.ref;
   const named = project.refs.filter(ref => ref.name === name);
   return named.find(({kind}) => kind === "tag") ?? project.refs.find(({sha}) => sha === name);
  }
  function findRef(project, name) {
   const full = /^refs\/(heads|tags)\/(.+)$/s.exec(name);
   const kind = full?.[1] === "heads" ? "branch" : "tag";
   const matches = full === null ? project.refs.filter(ref => ref.name === name) : project.refs.filter(ref => ref.name === full[2] && ref.kind === kind);
   const [ref] = matches;
   if (ref === void 0) return {
    kind: "absent"
   };
   return matches.length > 1 ? {
    kind: "ambiguous"
   } : {
    kind: "found",
    ref
   };
  }
  function findProject({projects}, address) {
   if (/^\d+$/.test(address)) {
    const project = projects.get(Number(address));
    return project === void 0 ? {
     kind: "absent"
    } : {
     kind: "found",
     project
    };
   }
   if (!address.includes("/")) return {
    kind: "absent"
   };
   const wanted = address.toLowerCase();
   for (const project of projects.values()) if (project.path.toLowerCase() === wanted) return {
    kind: "found",
    project
   };
   for (const project of projects.values()) if (project.description.renamedFrom?.toLowerCase() === wanted) return {
    kind: "moved",
    project
   };
   return {
    kind: "absent"
   };
  }
  function rangedAnswer(request, archive, {etag, headers}) {
   const lastModified = new Date(archive.storedMs).toUTCString();
   const shared = {
    "accept-ranges": "bytes",
    "last-modified": lastModified,
    ...etag === void 0 ? {} : {
     etag
    },
    ...headers
   };
   const condition = request.headers["if-range"];
   const isSame = condition === void 0 || condition === etag || condition === lastModified;
   const asked = isSame ? /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] : void 0;
   const fromByte = asked === void 0 ? 0 : Number(asked);
   if (asked !== void 0 && fromByte >= archive.bytes) return (0, wire_answer.emptyAnswer)(416, {
    ...shared,
    "content-range": `bytes */${archive.bytes}`
   });
   const range = `bytes ${fromByte}-${archive.bytes - 1}/${archive.bytes}`;
   return {
    status: asked === void 0 ? 200 : 206,
    headers: asked === void 0 ? shared : {
     ...shared,
     "content-range": range
    },
    ...bodyFrom(archive, fromByte)
   };
  }
  function bodyFrom({content, bytes}, fromByte) {
   if (Buffer.isBuffer(content)) return {
    body: content.subarray(fromByte)
   };
   return {
    body: Buffer.alloc(0),
    stream: {
     bytes: bytes - fromByte,
     open: () => content.open(fromByte)
    }
   };
  }
  function downloadArchive({instance, request, nowMs}, job) {
   const archive = archiveOf(job, nowMs);
   if (archive === void 0) return (0, wire_answer.notFoundAnswer)();
   const {artifactStorage, release} = instance;
   if (artifactStorage !== void 0) {
    const location = artifactStorage.store(archive);
    return (0, wire_answer.textAnswer)(302, `This resource has been moved temporarily to ${location}.`, {
     location
    });
   }
   const headers = {
    "content-type": "application/octet-stream",
    "content-disposition": attachment(archive.filename),
    "content-transfer-encoding": "binary"
   };
   const etag = release.artifactEtags === "sent" ? `"${archive.sha256}"` : void 0;
   return rangedAnswer(request, archive, {
    etag,
    headers
   });
  }
  function downloadArtifactFile({instance, nowMs, pathParameters}, job) {
   const archive = archiveOf(job, nowMs);
   if (archive === void 0) return (0, wire_answer.notFoundAnswer)();
   const path = pathParameters.artifact_path ?? "";
   if (isUnsafe(path)) return (0, wire_answer.messageAnswer)(400, "400 Bad request");
   const file = Object.hasOwn(archive.files, path) ? archive.files[path] : void 0;
   if (file === void 0) return (0, wire_answer.textAnswer)(404, "404 page not found\n", {
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff"
   });
   const digest = (0, external_node_crypto_.createHash)("sha256").update(`${archive.sha256}:${path}`).digest("hex");
   return {
    status: 200,
    headers: {
     "content-type": contentTypeOf(path),
     "content-disposition": attachment(path.slice(path.lastIndexOf("/") + 1)),
     ...instance.release.artifactEtags === "sent" ? {
      etag: `"${digest}"`
     } : {}
    },
    body: Buffer.from(file)
   };
  }
  function isUnsafe(path) {
   return path.includes("\0") || path.includes("�") || /(?:^|\/)\.\.?(?:\/|$)/.test(path);
  }
  function attachment(filename) {
   return `attachment; filename="${filename.replaceAll(/[^ -~]/g, "_").replaceAll('"', '\\"')}"`;
  }
  const contentTypes = {
   html: "text/html; charset=utf-8",
   json: "application/json",
   txt: "text/plain; charset=utf-8",
   xml: "text/xml; charset=utf-8"
  };
  function contentTypeOf(path) {
   const extension = /\.([a-z]+)$/.exec(path)?.[1] ?? "";
   return contentTypes[extension] ?? "application/octet-stream";
  }
  function archiveOfRefProblems({parameters}) {
   return (0, wire_parameters.requiredTextProblems)(parameters, "job", "accepted");
  }
  function downloadArchiveOfRef(call, project) {
   const job = latestJob(call, project);
   return job === void 0 ? (0, wire_answer.notFoundAnswer)() : downloadArchive(call, job);
  }
  function downloadFileOfRef(call, project) {
   const job = latestJob(call, project);
   return job === void 0 ? (0, wire_answer.notFoundAnswer)() : downloadArtifactFile(call, job);
  }
  function latestJob({instance, nowMs, parameters, pathParameters}, project) {
   const found = findRef(project, pathParameters.ref ?? "");
   if (found.kind !== "found") return;
   const pipeline = [ ...instance.pipelines.values() ].findLast(each => each.project === project && each.ref === found.ref && each.status === "success" && each.source !== "parent_pipeline");
   const name = (0, wire_parameters.scalarText)(parameters.job);
   const job = pipeline?.jobs.findLast(each => each.name === name && each.status === "success");
   return job === void 0 || archiveOf(job, nowMs) === void 0 ? void 0 : job;
  }
  function checkInputs(declared, given) {
   if (declared === void 0) return Object.keys(given).length === 0 ? {
    kind: "valid",
    values: {}
   } : {
    kind: "invalid",
    errors: [ undeclared ]
   };
   const unknown = Object.keys(given).filter(name => !Object.hasOwn(declared, name));
   const results = Object.entries(declared).map(([name, declaration]) => ({
    name,
    result: readInput(name, declaration, Object.hasOwn(given, name) ? given[name] : void 0)
   }));
   const errors = results.flatMap(({result}) => result.kind === "wrong" ? [ result.error ] : []);
   if (unknown.length > 0) errors.push(`unknown input arguments: ${unknown.join(", ")}`);
   if (errors.length > 0) return {
    kind: "invalid",
    errors
   };
   const entries = results.flatMap(({name, result}) => result.kind === "read" ? [ [ name, result.value ] ] : []);
   return {
    kind: "valid",
    values: Object.fromEntries(entries)
   };
  }
  const undeclared = "Given inputs not defined in the `spec` section of the included configuration file";
  function readInput(name, declaration, given) {
   if (given === void 0) return declaration.default === void 0 ? {
    kind: "wrong",
    error: `\`${name}\` input: required value has not been provided`
   } : {
    kind: "read",
    value: declaration.default
   };
   const value = typed(declaration.type, given);
   if (value === void 0) {
    const article = declaration.type === "array" ? "an" : "a";
    return {
     kind: "wrong",
     error: `\`${name}\` input: provided value is not ${article} ${declaration.type}`
    };
   }
   const {options} = declaration;
   if (options !== void 0 && !options.some(option => option === value)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return {
     kind: "wrong",
     error: `\`${name}\` input: \`${text}\` cannot be used because it is not in the list of allowed options`
    };
   }
   return {
    kind: "read",
    value
   };
  }
  function typed(type, given) {
   const value = type !== "string" && typeof given === "string" ? parsedText(given) : given;
   switch (type) {
   case "string":
   case "number":
   case "boolean":
    return typeof value === type ? value : void 0;

   case "array":
    return Array.isArray(value) ? value : void 0;
   }
  }
  function parsedText(text) {
   try {
    const value = JSON.parse(text);
    return value;
   } catch {
    return;
   }
  }
  function duplicateKeys(variables) {
   const keys = variables.map(({key}) => key);
   return [ ...new Set(keys.filter((key, index) => keys.indexOf(key) !== index)) ];
  }
  const longestKey = 255;
  function checkVariables(variables) {
   const problems = [ ...new Set(variables.flatMap(({key}) => problemsOf(key))) ];
   if (problems.length === 0) return;
   const sentence = problems.map(problem => `Variables key ${problem}`).join(", ");
   return {
    base: [ `Failed to persist the pipeline: Validation failed: ${sentence}` ],
    "variables.key": problems
   };
  }
  function variableFault(variables) {
   const problems = [ ...new Set(variables.flatMap(({key}) => problemsOf(key))) ];
   return `Failed to build pipeline variables: ${problems.map(problem => `Key ${problem}`).join(", ")}`;
  }
  function problemsOf(key) {
   const problems = [];
   if (key === "") problems.push("can't be blank");
   if (key.length > longestKey) problems.push(`is too long (maximum is ${longestKey} characters)`);
   if (!/^[A-Za-z0-9_]*$/.test(key) || key === "") problems.push("can contain only letters, digits and '_'.");
   return problems;
  }
  function createPipeline(creation, request) {
   const refusal = refusalOfProject(creation.instance, request);
   if (refusal !== void 0) return refused(refusal);
   const found = findRef(request.project, request.ref);
   if (found.kind === "absent") return refused("Reference not found");
   if (found.kind === "ambiguous") return refused("Ref is ambiguous");
   if (found.ref.commit === "missing") return refused("Commit not found");
   if (offendsVariableRule(creation.instance, request)) return refused("Insufficient permissions to set pipeline variables");
   const order = orderOf(request, found.ref, creation.nowMs);
   const duplicates = duplicateKeys(request.variables);
   if (duplicates.length > 0) {
    const noun = duplicates.length === 1 ? "name" : "names";
    return failed(creation, order, {
     texts: [ `Duplicate variable ${noun}: ${duplicates.join(", ")}` ]
    });
   }
   if (exceedsRate(creation, order)) return refused("Too many pipelines created in the last minute. Try again later.");
   const {mostInputs, pipelineInputs} = creation.instance.release;
   if (pipelineInputs === "supported" && Object.keys(request.inputs).length > mostInputs) return refused(`There cannot be more than ${mostInputs} inputs`);
   return configured(creation, order, request);
  }
  function refused(text) {
   return {
    kind: "refused",
    errors: {
     base: [ text ]
    }
   };
  }
  function refusalOfProject({release}, {project, user, ref}) {
   if (!(project.description.ciEnabled ?? true)) return "Pipelines are disabled!";
   if (release.importCheck === "supported" && (project.description.importRunning ?? false)) return "You cannot run pipelines before project import is complete.";
   if (!canCreatePipelines(project, user)) return "Insufficient permissions to create a new pipeline";
   const found = findRef(project, ref);
   if (found.kind !== "found" || canRunOn(project, user, found.ref)) return;
   return release.words.protectedRef(ref);
  }
  function offendsVariableRule({release}, request) {
   if (release.variableRule === "absent" || canSetVariables(request.project, request.user)) return false;
   const isPayload = ({key, type}) => key === "TRIGGER_PAYLOAD" && type === "file";
   const exempt = release.payloadVariable === "exempt" && request.source === "trigger";
   return request.variables.some(variable => !(exempt && isPayload(variable)));
  }
  function exceedsRate({instance, nowMs}, {project, user, ref}) {
   if (instance.release.creationLimit === "absent") return false;
   const key = `create/${project.id}/${user.id}/${ref.sha}`;
   return instance.counters.count(key, nowMs) > instance.pipelineCreationsPerMinute;
  }
  function orderOf(request, ref, atMs) {
   const {project, user, source, variables, inputs, trigger} = request;
   return {
    project,
    user,
    source,
    variables,
    inputs,
    trigger,
    ref,
    script: {},
    atMs
   };
  }
  function failed({instance}, order, failure) {
   const {texts, failureReason} = failure;
   const yamlErrors = texts?.join("\n");
   return {
    kind: "failed",
    pipeline: saveFailedPipeline(instance, {
     ...order,
     yamlErrors
    }),
    texts,
    failureReason
   };
  }
  function configured(creation, order, request) {
   const {ci} = order.ref;
   const {words} = creation.instance.release;
   switch (ci.kind) {
   case "valid":
    return started(creation, order, {
     ci,
     request
    });

   case "missing":
    return refused("Missing CI config file");

   case "invalid":
    return failed(creation, order, {
     texts: ci.errors
    });

   case "filtered_by_workflow":
    return refused(words.filteredByWorkflow);

   case "no_jobs":
    return refused(words.noJobs);

   case "too_many_active_jobs":
    return failed(creation, order, {
     texts: [ "Project exceeded the allowed number of jobs in active pipelines. Retry later." ]
    });

   case "too_many_jobs":
    return failed(creation, order, {
     texts: [ words.tooManyJobs(ci) ],
     failureReason: "size_limit_exceeded"
    });

   case "refused_once_saved":
    return failed(creation, order, {
     texts: [ ci.text ],
     failureReason: ci.failureReason
    });

   case "failed_without_text":
    return failed(creation, order, {
     failureReason: ci.failureReason
    });

   case "id_clash":
    return refused("Failed to persist the pipeline, please retry");

   case "gitaly_exhausted":
    return creation.instance.release.gitalyOverload === "refused" ? refused(gitalyWords) : broken(creation, order, {
     kind: "gitaly_overloaded",
     text: gitalyWords
    });

   case "gitaly_overloaded":
   case "resource_locked":
   case "internal_error":
    return broken(creation, order, ci);
   }
  }
  const gitalyWords = "Upstream Gitaly has been exhausted. Try again later";
  function broken({instance}, order, ci) {
   switch (ci.kind) {
   case "gitaly_overloaded":
    {
     const headers = ci.retryAfterSeconds === void 0 ? {} : {
      "retry-after": String(ci.retryAfterSeconds)
     };
     return {
      kind: "broken",
      answer: (0, wire_answer.messageAnswer)(503, ci.text, headers)
     };
    }

   case "resource_locked":
    return {
     kind: "broken",
     answer: (0, wire_answer.messageAnswer)(409, "409 Conflict: Resource lock")
    };

   case "internal_error":
    if (ci.leaves === "pipeline") startPipeline(instance, {
     ...order,
     script: ci.script ?? {}
    });
    return {
     kind: "broken",
     answer: (0, wire_answer.messageAnswer)(500, "500 Internal Server Error")
    };
   }
  }
  function started(creation, order, {ci, request}) {
   const given = creation.instance.release.pipelineInputs === "supported" ? request.inputs : {};
   const check = checkInputs(ci.inputs, given);
   if (check.kind === "invalid") return failed(creation, order, {
    texts: check.errors
   });
   const errors = checkVariables(request.variables);
   if (errors !== void 0) return creation.instance.release.variableNames === "as_saved" ? {
    kind: "refused",
    errors
   } : failed(creation, order, {
    texts: [ variableFault(request.variables) ]
   });
   const script = typeof ci.script === "function" ? ci.script({
    ref: order.ref.name,
    variables: Object.fromEntries(order.variables.map(({key, value}) => [ key, value ])),
    inputs: check.values
   }) : ci.script;
   const pipeline = startPipeline(creation.instance, {
    ...order,
    script,
    inputs: check.values
   });
   return {
    kind: "created",
    pipeline
   };
  }
  var parameter_tree = __webpack_require__("./simulator/gitlab/wire/parameter-tree.js");
  function triggerPipeline(call) {
   const {instance, parameters, request} = call;
   const problems = [ ...(0, wire_parameters.requiredTextProblems)(parameters, "ref", "refused"), ...(0, 
   wire_parameters.requiredTextProblems)(parameters, "token", "accepted"), ...(0, wire_parameters.mapProblems)(parameters, "variables"), ...instance.release.pipelineInputs === "supported" ? (0, 
   wire_parameters.mapProblems)(parameters, "inputs") : [] ];
   if (problems.length > 0) return (0, wire_answer.errorAnswer)(400, problems.join(", "));
   if (request.headers["x-gitlab-event"] === "Pipeline Hook") return (0, wire_answer.forbiddenAnswer)();
   const variables = stringVariables((0, wire_parameters.mapOf)(parameters.variables));
   if (variables === void 0) return (0, wire_answer.messageAnswer)(400, "variables needs to be a map of key-valued strings");
   const found = findProject(instance, (0, wire_parameters.scalarText)(parameters.id));
   if (found.kind === "absent" || found.project.description.gone !== void 0) return (0, 
   wire_answer.notFoundAnswer)();
   const sender = identifySender(call, found.project);
   if (sender.kind === "stop") return sender.answer;
   const outcome = createPipeline(call, {
    project: found.project,
    ref: (0, wire_parameters.scalarText)(parameters.ref),
    inputs: (0, wire_parameters.mapOf)(parameters.inputs),
    variables: [ ...variables, ...instance.release.payloadVariable === "absent" ? [] : [ payloadVariable(parameters) ] ],
    ...sender.value
   });
   return outcomeAnswer(instance, outcome, 422);
  }
  function stringVariables(given) {
   const variables = Object.entries(given).flatMap(([key, value]) => typeof value === "string" ? [ {
    key: key.trim(),
    value,
    type: "env_var"
   } ] : []);
   return variables.length === Object.keys(given).length ? variables : void 0;
  }
  function payloadVariable(parameters) {
   const payload = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== "token"));
   return {
    key: "TRIGGER_PAYLOAD",
    value: JSON.stringify(payload),
    type: "file"
   };
  }
  function identifySender({instance, parameters, nowMs}, project) {
   const token = (0, wire_parameters.scalarText)(parameters.token);
   const trigger = project.triggers.find(candidate => candidate.token === token);
   if (trigger !== void 0) return isOver(trigger, {
    instance,
    nowMs
   }) ? (0, wire_answer.stop)((0, wire_answer.notFoundAnswer)()) : (0, wire_answer.go)({
    user: trigger.owner,
    source: "trigger",
    trigger
   });
   const job = instance.jobTokens.find(candidate => candidate.description.token === token);
   if (job === void 0 || token === "") return (0, wire_answer.stop)((0, wire_answer.notFoundAnswer)());
   const problem = jobProblem(job.description.job);
   if (problem !== void 0) return (0, wire_answer.stop)(instance.release.deadJobTokens === "unauthorized" ? (0, 
   wire_answer.messageAnswer)(401, problem) : (0, wire_answer.messageAnswer)(400, "400 Job has to be running"));
   const {projectId} = job.description;
   const listed = instance.release.jobTokenAllowlist === "absent" || projectId === project.id || (project.description.jobTokenAllowlist ?? []).includes(projectId);
   return listed && canSee(project, job.user) ? (0, wire_answer.go)({
    user: job.user,
    source: "pipeline"
   }) : (0, wire_answer.stop)((0, wire_answer.notFoundAnswer)());
  }
  const dayMs = 864e5;
  function isOver({expiresMs = 1 / 0}, {instance, nowMs}) {
   switch (instance.release.expiredTriggers) {
   case "refused":
    return expiresMs <= nowMs;

   case "accepted_for_30_days":
    return expiresMs + 30 * dayMs <= nowMs;

   case "accepted":
    return false;
   }
  }
  function jobProblem(state) {
   switch (state) {
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
  }
  function outcomeAnswer(instance, outcome, failedStatus) {
   switch (outcome.kind) {
   case "created":
    return (0, wire_answer.jsonAnswer)(201, pipelineEntity(instance, outcome.pipeline));

   case "refused":
    return (0, wire_answer.recordErrorsAnswer)(400, outcome.errors);

   case "broken":
    return outcome.answer;

   case "failed":
    if (instance.release.savedFailure === "created") return (0, wire_answer.jsonAnswer)(201, pipelineEntity(instance, outcome.pipeline));
    return outcome.texts === void 0 ? (0, wire_answer.messageAnswer)(failedStatus, outcome.failureReason ?? "Could not create pipeline") : (0, 
    wire_answer.recordErrorsAnswer)(failedStatus, {
     base: outcome.texts
    });
   }
  }
  function createPipelineProblems({parameters, instance}) {
   return [ ...(0, wire_parameters.requiredTextProblems)(parameters, "ref", "refused"), ...variableProblems(parameters.variables), ...instance.release.pipelineInputs === "supported" ? (0, 
   wire_parameters.mapProblems)(parameters, "inputs") : [] ];
  }
  function createPipelineByUser(call, project) {
   const {instance, parameters} = call;
   const user = viewerOf(call);
   if (user === void 0) return (0, wire_answer.forbiddenAnswer)();
   const outcome = createPipeline(call, {
    project,
    user,
    source: "api",
    ref: (0, wire_parameters.scalarText)(parameters.ref),
    inputs: (0, wire_parameters.mapOf)(parameters.inputs),
    variables: listedVariables(parameters.variables)
   });
   return outcomeAnswer(instance, outcome, 400);
  }
  function variableProblems(value) {
   if (value === void 0 || value === null) return [];
   if (!(0, parameter_tree.isList)(value)) return [ "variables is invalid" ];
   const wellFormed = value.every(item => (0, parameter_tree.isTree)(item) && (0, wire_parameters.scalarText)(item.key) !== "" && item.value !== void 0);
   return wellFormed ? [] : [ "variables is invalid" ];
  }
  function listedVariables(value) {
   if (!(0, parameter_tree.isList)(value)) return [];
   return value.filter(item => (0, parameter_tree.isTree)(item)).map(item => ({
    key: (0, wire_parameters.scalarText)(item.key).trim(),
    value: (0, wire_parameters.scalarText)(item.value),
    type: item.variable_type === "file" ? "file" : "env_var"
   }));
  }
  function showVersion({instance}) {
   return (0, wire_answer.jsonAnswer)(200, {
    version: instance.release.version,
    revision: "0a1b2c3d4e5"
   });
  }
  function showMetadata({instance}) {
   return (0, wire_answer.jsonAnswer)(200, {
    version: instance.release.version,
    revision: "0a1b2c3d4e5",
    kas: {
     enabled: false,
     externalUrl: null,
     externalK8sProxyUrl: null,
     version: null
    },
    enterprise: true
   });
  }
  function showOwnUser(call) {
   const user = viewerOf(call);
   return user === void 0 ? (0, wire_answer.unauthorizedAnswer)() : (0, wire_answer.jsonAnswer)(200, ownUserEntity(call.instance, user));
  }
  function showOwnJob(call) {
   const {caller, instance} = call;
   if (caller.kind !== "job") return (0, wire_answer.unauthorizedAnswer)();
   const job = [ ...instance.pipelines.values() ].filter(({project}) => project.id === caller.token.description.projectId).flatMap(({jobs}) => jobs).findLast(({owner, status}) => owner.kind === "job" && status === "running");
   return job === void 0 ? (0, wire_answer.recordNotFoundAnswer)() : (0, wire_answer.jsonAnswer)(200, jobEntity(call, job));
  }
  function showOwnToken({caller, nowMs}) {
   if (caller.kind !== "user") return (0, wire_answer.unauthorizedAnswer)();
   const {token} = caller;
   const {name, scopes, expiresAt, permissions} = token.description;
   return (0, wire_answer.jsonAnswer)(200, {
    id: token.id,
    name: name ?? "simulated token",
    revoked: token.description.state === "revoked",
    created_at: timestamp(token.createdMs),
    description: null,
    scopes,
    ...permissions === void 0 ? {} : {
     granular: true
    },
    user_id: token.user.id,
    last_used_at: timestamp(nowMs),
    active: (0, wire_caller.stateOf)(token, nowMs) === "active",
    expires_at: expiresAt?.slice(0, 10) ?? null
   });
  }
  function cancelPipeline(instance, pipeline, atMs) {
   for (const job of latestJobs(pipeline)) {
    if (isCancelable(job.status)) stopJob(instance, job, atMs);
    if (job.downstream?.project === pipeline.project) cancelPipeline(instance, job.downstream, atMs);
   }
   if (pipeline.statusFrom === "timeline" && isCancelable(pipeline.status)) {
    pipeline.timeline = [];
    pipeline.status = "canceled";
    pipeline.updatedMs = atMs;
    pipeline.finishedMs = atMs;
   }
   settle(instance, pipeline, atMs);
  }
  function cancelJob(instance, job, atMs) {
   if (!isCancelable(job.status)) return;
   stopJob(instance, job, atMs);
   settle(instance, job.pipeline, atMs);
  }
  function stopJob(instance, job, atMs) {
   const asScripted = job.owner.kind === "job" ? job.owner.script.cancelingForMs ?? 0 : 0;
   const cancelingForMs = instance.release.cancelingStatus === "supported" ? asScripted : 0;
   job.activated = true;
   if (job.status !== "running" || cancelingForMs === 0) {
    finish(job, {
     status: "canceled",
     atMs
    });
    return;
   }
   const plan = {
    steps: [ {
     status: "canceling",
     forMs: cancelingForMs
    } ],
    ending: "canceled"
   };
   follow(instance, {
    job,
    plan,
    atMs
   });
  }
  function isPlayable(job) {
   return job.status === "manual" || job.status === "scheduled";
  }
  function playJob(instance, job, atMs) {
   if (job.owner.kind !== "job") return;
   follow(instance, {
    job,
    plan: playedPlan(job.owner.script),
    atMs
   });
   settle(instance, job.pipeline, atMs);
  }
  function isRetryable(job) {
   return !job.retried && [ "success", "failed", "canceled" ].includes(job.status);
  }
  function retryJob(instance, job, atMs) {
   const next = repeat(instance, job, atMs);
   reviveSkipped(job.pipeline);
   settle(instance, job.pipeline, atMs);
   return next;
  }
  function retryPipeline(instance, pipeline, atMs) {
   const again = latestJobs(pipeline).filter(job => job.status === "failed" || job.status === "canceled");
   if (again.length === 0) return;
   for (const job of again) repeat(instance, job, atMs);
   reviveSkipped(pipeline);
   settle(instance, pipeline, atMs);
  }
  function repeat(instance, job, atMs) {
   const {pipeline, owner, attempt} = job;
   const next = newJob(instance, {
    pipeline,
    owner,
    attempt: attempt + 1,
    mode: modeAfter(job),
    atMs
   });
   job.retried = true;
   pipeline.jobs.push(next);
   return next;
  }
  function modeAfter(job) {
   return job.startedMs === void 0 && job.mode === "first" ? "first" : "replay";
  }
  function reviveSkipped(pipeline) {
   for (const job of latestJobs(pipeline)) {
    if (!isCompleted(job.status) || job.status !== "skipped") continue;
    job.status = "created";
    job.activated = false;
    job.finishedMs = void 0;
   }
  }
  function cursorAnswer(call, {items, entity}) {
   const {parameters} = call;
   const orderBy = (0, wire_parameters.scalarText)(parameters.order_by ?? "id");
   const sort = (0, wire_parameters.scalarText)(parameters.sort ?? "desc");
   if (orderBy !== "id" || sort !== "desc") return (0, wire_answer.errorAnswer)(405, "Keyset pagination is not yet available for this type of request");
   const perPage = perPageOf(call);
   if (perPage.kind === "stop") return perPage.answer;
   const before = idBehind((0, wire_parameters.scalarText)(parameters.cursor));
   const rest = items.filter(({id}) => id < before);
   const piece = rest.slice(0, perPage.value);
   const last = piece.at(-1);
   const hasMore = last !== void 0 && rest.length > piece.length;
   const link = hasMore ? {
    link: pageLink(call, {
     rel: "next",
     set: {
      cursor: cursorOf(last),
      per_page: String(perPage.value)
     }
    })
   } : {};
   return (0, wire_answer.jsonAnswer)(200, piece.map(entity), link);
  }
  function cursorOf({id}) {
   return Buffer.from(JSON.stringify({
    id: String(id),
    _kd: "n"
   })).toString("base64url");
  }
  function idBehind(cursor) {
   const id = /"id":"(\d+)"/.exec(Buffer.from(cursor, "base64url").toString("utf8"))?.[1];
   return id === void 0 ? 1 / 0 : Number(id);
  }
  function jobFilterProblems({parameters}) {
   const wrong = wantedStatuses(parameters.scope).some(status => !availableStatuses.includes(status));
   return wrong ? [ "scope does not have a valid value" ] : [];
  }
  function traceProblems({parameters, instance}) {
   if (instance.release.traceOffsets === "ignored") return [];
   return [ ...boundProblems(parameters, "byte_offset", 0), ...boundProblems(parameters, "byte_limit", 1) ];
  }
  function boundProblems(parameters, name, least) {
   const given = wholeNumber(parameters[name], least);
   if (given === void 0) return [ `${name} is invalid` ];
   return given < least ? [ `${name} does not have a valid value` ] : [];
  }
  function listPipelineJobs(call, pipeline) {
   const isOld = call.instance.release.jobLists === "all_oldest_first";
   const withRetried = isOld || (0, wire_parameters.scalarText)(call.parameters.include_retried) === "true";
   const jobs = pipeline.jobs.filter(job => job.owner.kind === "job" && (withRetried || !job.retried));
   const items = newestFirst(call, jobs);
   return pageAnswer(call, {
    items: isOld ? items.toReversed() : items,
    entity: job => jobEntity(call, job),
    defaults: {
     include_retried: "false"
    }
   });
  }
  function listBridges(call, pipeline) {
   const bridges = pipeline.jobs.filter(job => job.owner.kind === "bridge" && !job.retried);
   return pageAnswer(call, {
    items: newestFirst(call, bridges),
    entity: bridge => bridgeEntity(call, bridge)
   });
  }
  function listProjectJobs(call, project) {
   const {release} = call.instance;
   const ref = release.jobRefFilter === "supported" ? (0, wire_parameters.scalarText)(call.parameters.ref) : "";
   const jobs = [ ...call.instance.pipelines.values() ].filter(pipeline => pipeline.project === project && (ref === "" || pipeline.ref.name === ref)).flatMap(pipeline => pipeline.jobs.filter(job => job.owner.kind === "job"));
   const items = newestFirst(call, jobs);
   const entity = job => jobEntity(call, job);
   return release.jobCursors === "supported" && (0, wire_parameters.scalarText)(call.parameters.pagination) === "keyset" ? cursorAnswer(call, {
    items,
    entity
   }) : pageAnswer(call, {
    items,
    entity,
    totals: "left_out"
   });
  }
  function newestFirst({parameters}, jobs) {
   const wanted = wantedStatuses(parameters.scope);
   return jobs.filter(job => wanted.length === 0 || wanted.includes(job.status)).sort((one, other) => other.id - one.id);
  }
  function wantedStatuses(scope) {
   if (scope === void 0 || scope === null) return [];
   if ((0, parameter_tree.isList)(scope)) return scope.map(wire_parameters.scalarText);
   return (0, parameter_tree.isTree)(scope) ? Object.values(scope).map(wire_parameters.scalarText) : [ (0, 
   wire_parameters.scalarText)(scope) ];
  }
  function showJob(call, job) {
   return (0, wire_answer.jsonAnswer)(200, jobEntity(call, job));
  }
  function showTrace({instance, parameters, nowMs}, job) {
   const whole = Buffer.from(logOf(job, nowMs));
   const from = Math.max(0, wholeNumber(parameters.byte_offset, 0) ?? 0);
   const limit = Math.max(0, wholeNumber(parameters.byte_limit, whole.length) ?? whole.length);
   const part = instance.release.traceOffsets === "supported" ? whole.subarray(from, from + limit) : whole;
   return (0, wire_answer.textAnswer)(200, part, {
    "content-disposition": `infile; filename="${job.id}.log"`
   });
  }
  function playJobByUser(call, job) {
   if (!isPlayable(job)) return (0, wire_answer.messageAnswer)(400, "400 Bad request - Unplayable Job");
   playJob(call.instance, job, call.nowMs);
   return (0, wire_answer.jsonAnswer)(200, jobEntity(call, job));
  }
  function retryJobByUser(call, job) {
   if (!isRetryable(job)) return (0, wire_answer.forbiddenAnswer)("Job is not retryable");
   const next = retryJob(call.instance, job, call.nowMs);
   return (0, wire_answer.jsonAnswer)(201, next.owner.kind === "job" ? jobEntity(call, next) : bridgeEntity(call, next));
  }
  function cancelJobByUser(call, job) {
   cancelJob(call.instance, job, call.nowMs);
   return (0, wire_answer.jsonAnswer)(201, jobEntity(call, job));
  }
  function showPipeline({instance}, pipeline) {
   return (0, wire_answer.jsonAnswer)(200, pipelineWithNameEntity(instance, pipeline));
  }
  function cancelPipelineByUser({instance, nowMs}, pipeline) {
   cancelPipeline(instance, pipeline, nowMs);
   return (0, wire_answer.jsonAnswer)(200, pipelineEntity(instance, pipeline));
  }
  function retryPipelineByUser({instance, nowMs}, pipeline) {
   retryPipeline(instance, pipeline, nowMs);
   return (0, wire_answer.jsonAnswer)(201, pipelineEntity(instance, pipeline));
  }
  function listPipelineVariables(call, pipeline) {
   const viewer = viewerOf(call);
   const {project, ref, user, variables} = pipeline;
   if (viewer === void 0) return (0, wire_answer.forbiddenAnswer)();
   const own = viewer === user && canCreatePipelines(project, viewer) && canRunOn(project, viewer, ref);
   if (!own && !hasRole(project, viewer, "maintainer")) return (0, wire_answer.forbiddenAnswer)();
   return (0, wire_answer.jsonAnswer)(200, variables.map(({key, value, type}) => ({
    variable_type: type,
    key,
    value,
    raw: false
   })));
  }
  function renamingProblems({parameters}) {
   return (0, wire_parameters.requiredTextProblems)(parameters, "name", "accepted");
  }
  function renamePipeline(call, pipeline) {
   pipeline.name = (0, wire_parameters.scalarText)(call.parameters.name);
   pipeline.updatedMs = call.nowMs;
   return (0, wire_answer.jsonAnswer)(200, pipelineWithNameEntity(call.instance, pipeline));
  }
  function deletePipeline(call, pipeline) {
   const viewer = viewerOf(call);
   if (viewer === void 0 || !hasRole(pipeline.project, viewer, "owner")) return (0, 
   wire_answer.forbiddenAnswer)();
   call.instance.pipelines.delete(pipeline.id);
   call.instance.moving.delete(pipeline);
   return (0, wire_answer.emptyAnswer)(204);
  }
  function projectEntity({externalUrl}, project, viewer) {
   const {description} = project;
   const segments = project.path.split("/");
   const name = segments.at(-1) ?? project.path;
   const webUrl = `${externalUrl}/${project.path}`;
   const variablesRole = description.variablesMinimumRole ?? "developer";
   const at = timestamp(project.createdMs);
   return {
    id: project.id,
    description: null,
    name,
    name_with_namespace: segments.join(" / "),
    path: name,
    path_with_namespace: project.path,
    created_at: at,
    default_branch: defaultBranchOf(project) ?? null,
    tag_list: [],
    topics: [],
    http_url_to_repo: `${webUrl}.git`,
    web_url: webUrl,
    readme_url: null,
    forks_count: 0,
    avatar_url: null,
    star_count: 0,
    last_activity_at: at,
    namespace: namespaceEntity(externalUrl, segments.slice(0, -1)),
    empty_repo: project.refs.length === 0,
    archived: description.archived ?? false,
    visibility: description.visibility ?? "private",
    jobs_enabled: description.ciEnabled ?? true,
    builds_access_level: description.ciEnabled ?? true ? "enabled" : "disabled",
    import_status: description.importRunning ?? false ? "started" : "none",
    public_jobs: description.publicPipelines ?? true,
    ...canReadCode(project, viewer) ? {
     ci_config_path: description.ciConfigPath ?? null
    } : {},
    restrict_user_defined_variables: variablesRole !== "developer",
    ci_pipeline_variables_minimum_override_role: variablesRole,
    ...viewer === void 0 ? {} : {
     permissions: permissionsOf(project, viewer)
    }
   };
  }
  function permissionsOf(project, viewer) {
   const role = project.members.get(viewer.username);
   return {
    project_access: role === void 0 ? null : {
     access_level: rankOf(role),
     notification_level: 3
    },
    group_access: null
   };
  }
  function defaultBranchOf({description, refs}) {
   return description.defaultBranch ?? refs.find(ref => ref.kind === "branch")?.name;
  }
  function namespaceEntity(externalUrl, segments) {
   const fullPath = segments.join("/");
   return {
    id: 1,
    name: segments.at(-1) ?? "",
    path: segments.at(-1) ?? "",
    kind: "group",
    full_path: fullPath,
    parent_id: null,
    avatar_url: null,
    web_url: `${externalUrl}/groups/${fullPath}`
   };
  }
  function projectFilterProblems({parameters}) {
   return [ ...(0, wire_parameters.wordProblems)(parameters, "visibility", [ "private", "internal", "public" ]), ...(0, 
   wire_parameters.wordProblems)(parameters, "order_by", orders), ...(0, wire_parameters.wordProblems)(parameters, "sort", [ "asc", "desc" ]) ];
  }
  const orders = [ "id", "name", "path", "created_at", "updated_at", "last_activity_at", "similarity", "star_count" ];
  function listProjects(call) {
   const problems = projectFilterProblems(call);
   if (problems.length > 0) return (0, wire_answer.errorAnswer)(400, problems.join(", "));
   const {instance, parameters} = call;
   const viewer = viewerOf(call);
   const search = (0, wire_parameters.scalarText)(parameters.search).toLowerCase();
   const searched = (0, wire_parameters.scalarText)(parameters.search_namespaces) === "true";
   const isOn = name => (0, wire_parameters.scalarText)(parameters[name]) === "true";
   const items = [ ...instance.projects.values() ].filter(project => project.description.gone === void 0 && canSee(project, viewer)).filter(({path}) => (searched ? path : lastSegment(path)).toLowerCase().includes(search)).filter(project => !isOn("membership") || isMember(project, viewer)).filter(project => !isOn("owned") || viewer !== void 0 && hasRole(project, viewer, "owner")).filter(({description}) => {
    const wanted = (0, wire_parameters.scalarText)(parameters.visibility);
    return wanted === "" || wanted === (description.visibility ?? "private");
   }).filter(({description}) => {
    const wanted = (0, wire_parameters.scalarText)(parameters.archived);
    return wanted === "" || wanted === String(description.archived ?? false);
   });
   return pageAnswer(call, {
    items: sorted(items, parameters),
    entity: project => projectEntity(instance, project, viewer),
    defaults: {
     order_by: "created_at",
     sort: "desc"
    }
   });
  }
  function lastSegment(path) {
   return path.slice(path.lastIndexOf("/") + 1);
  }
  function isMember(project, viewer) {
   return viewer !== void 0 && hasRole(project, viewer, "guest");
  }
  function sorted(projects, parameters) {
   const byPath = [ "name", "path" ].includes((0, wire_parameters.scalarText)(parameters.order_by));
   const ascending = projects.toSorted((one, other) => {
    const order = byPath ? compareText(lastSegment(one.path), lastSegment(other.path)) : 0;
    return order === 0 ? one.id - other.id : order;
   });
   return parameters.sort === "asc" ? ascending : ascending.toReversed();
  }
  function compareText(one, other) {
   if (one === other) return 0;
   return one < other ? -1 : 1;
  }
  function showProject(call, project) {
   return (0, wire_answer.jsonAnswer)(200, projectEntity(call.instance, project, viewerOf(call)));
  }
  const scopes = [ "running", "pending", "finished", "branches", "tags" ];
  const pipelines_orders = [ "id", "status", "ref", "updated_at", "user_id" ];
  const sources = [ "push", "web", "trigger", "schedule", "api", "external", "pipeline", "chat", "webide", "merge_request_event", "external_pull_request_event", "parent_pipeline", "ondemand_dast_scan", "ondemand_dast_validation", "security_orchestration_policy", "container_registry_push", "duo_workflow", "pipeline_execution_policy_schedule", "unknown" ];
  function pipelineFilterProblems({parameters}) {
   return [ ...(0, wire_parameters.wordProblems)(parameters, "scope", scopes), ...(0, 
   wire_parameters.wordProblems)(parameters, "status", availableStatuses), ...(0, wire_parameters.wordProblems)(parameters, "source", sources), ...(0, 
   wire_parameters.wordProblems)(parameters, "order_by", pipelines_orders), ...(0, 
   wire_parameters.wordProblems)(parameters, "sort", [ "asc", "desc" ]), ...(0, wire_parameters.wordProblems)(parameters, "yaml_errors", [ "true", "false" ]).map(() => "yaml_errors is invalid"), ...[ "updated_after", "updated_before", "created_after", "created_before" ].flatMap(name => (0, 
   wire_parameters.timeProblems)(parameters, name)) ];
  }
  function listPipelines(call, project) {
   const {instance, parameters} = call;
   const own = [ ...instance.pipelines.values() ].filter(pipeline => pipeline.project === project);
   const createdFilters = instance.release.createdFilters === "supported";
   const items = inScope(own, parameters).filter(pipeline => hasSource(instance, pipeline, parameters) && matchesWords(pipeline, parameters) && isBetween(pipeline.updatedMs, parameters, "updated") && (!createdFilters || isBetween(pipeline.createdMs, parameters, "created")));
   return pageAnswer(call, {
    items: pipelines_sorted(items, parameters),
    entity: pipeline => pipelineListEntity(instance, pipeline),
    defaults: {
     order_by: "id",
     sort: "desc"
    }
   });
  }
  function latestPipeline({instance, parameters}, project) {
   const ref = (0, wire_parameters.scalarText)(parameters.ref);
   const name = ref === "" ? defaultBranchOf(project) : ref;
   const latest = [ ...instance.pipelines.values() ].filter(pipeline => pipeline.project === project && pipeline.ref.name === name).findLast(pipeline => pipeline.source !== "parent_pipeline");
   return latest === void 0 ? (0, wire_answer.forbiddenAnswer)() : (0, wire_answer.jsonAnswer)(200, pipelineWithNameEntity(instance, latest));
  }
  function hasSource({release}, {source}, parameters) {
   const wanted = release.sourceFilter === "supported" ? (0, wire_parameters.scalarText)(parameters.source) : "";
   return wanted === "" ? source !== "parent_pipeline" : source === wanted;
  }
  function matchesWords(pipeline, parameters) {
   const wanted = (name, actual) => {
    const text = (0, wire_parameters.scalarText)(parameters[name]);
    return text === "" || text === actual;
   };
   const yamlErrors = pipeline.yamlErrors === void 0 ? "false" : "true";
   return wanted("status", pipeline.status) && wanted("ref", pipeline.ref.name) && wanted("sha", pipeline.ref.sha) && wanted("username", pipeline.user.username) && wanted("name", pipeline.name) && wanted("yaml_errors", yamlErrors);
  }
  function isBetween(atMs, parameters, what) {
   const after = (0, wire_parameters.readTime)(parameters[`${what}_after`]) ?? -1 / 0;
   const before = (0, wire_parameters.readTime)(parameters[`${what}_before`]) ?? 1 / 0;
   return after <= atMs && atMs <= before;
  }
  function inScope(pipelines, parameters) {
   const scope = (0, wire_parameters.scalarText)(parameters.scope);
   switch (scope) {
   case "running":
   case "pending":
    return pipelines.filter(({status}) => status === scope);

   case "finished":
    return pipelines.filter(({status}) => [ "success", "failed", "canceled" ].includes(status));

   case "branches":
   case "tags":
    return newestOfEachRef(pipelines, scope === "branches" ? "branch" : "tag");

   default:
    return pipelines;
   }
  }
  function newestOfEachRef(pipelines, kind) {
   const newest = new Map;
   for (const pipeline of pipelines) if (pipeline.ref.kind === kind && pipeline.source !== "parent_pipeline") newest.set(pipeline.ref.name, pipeline);
   return [ ...newest.values() ];
  }
  function pipelines_sorted(pipelines, parameters) {
   const key = sortKey((0, wire_parameters.scalarText)(parameters.order_by));
   const direction = parameters.sort === "asc" ? 1 : -1;
   return [ ...pipelines ].sort((one, other) => {
    const [a, b] = [ key(one), key(other) ];
    if (a === b) return direction * (one.id - other.id);
    return a < b ? -direction : direction;
   });
  }
  function sortKey(orderBy) {
   switch (orderBy) {
   case "status":
    return ({status}) => status;

   case "ref":
    return ({ref}) => ref.name;

   case "updated_at":
    return ({updatedMs}) => updatedMs;

   case "user_id":
    return ({user}) => user.id;

   default:
    return ({id}) => id;
   }
  }
  function namedCommit(project, name) {
   const ref = findCommit(project, name === "HEAD" ? defaultBranchOf(project) ?? "" : name);
   const beginning = /^[0-9a-f]{7,39}$/.test(name) ? name : void 0;
   const found = ref ?? (beginning === void 0 ? void 0 : project.refs.find(({sha}) => sha.startsWith(beginning)));
   return found?.commit === "missing" ? void 0 : found;
  }
  function showCommit(call, project) {
   const ref = namedCommit(project, call.pathParameters.sha ?? "");
   if (ref === void 0) return (0, wire_answer.messageAnswer)(404, "404 Commit Not Found");
   const last = lastPipelineOf(call.instance, project, ref);
   return (0, wire_answer.jsonAnswer)(200, {
    ...commitEntity(call.instance, project, ref),
    stats: {
     additions: 1,
     deletions: 0,
     total: 1
    },
    status: last?.status ?? null,
    project_id: project.id,
    last_pipeline: last ?? null
   });
  }
  function lastPipelineOf(instance, project, {sha}) {
   const last = [ ...instance.pipelines.values() ].findLast(pipeline => pipeline.project === project && pipeline.ref.sha === sha && pipeline.source !== "parent_pipeline");
   return last === void 0 ? void 0 : pipelineBasicEntity(instance, last);
  }
  function listCommits(call, project) {
   const {ref_name: given} = call.parameters;
   const name = (0, wire_parameters.scalarText)(given) === "" ? "HEAD" : (0, wire_parameters.scalarText)(given);
   const ref = namedCommit(project, name);
   return pageAnswer(call, {
    items: ref === void 0 ? [] : [ ref ],
    entity: each => commitEntity(call.instance, project, each),
    totals: "left_out",
    defaults: {
     order: "default",
     trailers: "false"
    }
   });
  }
  const firstExternalId = 1e6;
  function listCommitStatuses(call, project) {
   const {instance, parameters, pathParameters} = call;
   const ref = namedCommit(project, pathParameters.sha ?? "");
   if (ref === void 0) return (0, wire_answer.messageAnswer)(404, "404 Commit Not Found");
   const wanted = wholeNumber(parameters.pipeline_id, 0);
   const items = [ ...instance.pipelines.values() ].filter(pipeline => pipeline.project === project && pipeline.ref.sha === ref.sha).filter(({id}) => wanted === 0 || id === wanted).flatMap(pipeline => statusesOf(call, pipeline));
   return pageAnswer(call, {
    items,
    entity: status => status
   });
  }
  function statusesOf({instance}, pipeline) {
   const jobs = latestJobs(pipeline).map(job => ({
    ...sharedEntity(instance, pipeline, {
     id: job.id,
     status: job.status,
     name: job.name
    }),
    started_at: timestamp(job.startedMs),
    finished_at: timestamp(job.finishedMs),
    allow_failure: job.allowFailure,
    target_url: null,
    description: null
   }));
   const external = pipeline.externalStatuses.map((status, index) => externalEntity(instance, pipeline, {
    ...status,
    id: status.id ?? idOf(pipeline, index)
   }));
   return [ ...jobs, ...external ];
  }
  function idOf(pipeline, index) {
   return firstExternalId + pipeline.id * 100 + index;
  }
  function sharedEntity(instance, {ref, createdMs, id: pipelineId, user}, status) {
   return {
    id: status.id,
    sha: ref.sha,
    ref: ref.name,
    status: status.status,
    name: status.name,
    created_at: timestamp(createdMs),
    pipeline_id: pipelineId,
    coverage: null,
    author: userEntity(instance, user)
   };
  }
  function externalEntity(instance, pipeline, status) {
   return {
    ...sharedEntity(instance, pipeline, status),
    started_at: null,
    finished_at: null,
    allow_failure: status.allowFailure,
    target_url: status.targetUrl ?? null,
    description: status.description ?? null
   };
  }
  const states = [ "pending", "running", "success", "failed", "canceled", "skipped" ];
  function newStatusProblems({parameters}) {
   const {state} = parameters;
   return state === void 0 ? [ "state is missing" ] : (0, wire_parameters.wordProblems)(parameters, "state", states);
  }
  function createCommitStatus(call, project) {
   const {instance, parameters, pathParameters, nowMs} = call;
   const ref = namedCommit(project, pathParameters.sha ?? "");
   const user = viewerOf(call);
   if (ref === void 0 || user === void 0) return (0, wire_answer.messageAnswer)(404, "404 Commit Not Found");
   const pipeline = pipelineFor(call, project, ref) ?? startPipeline(instance, {
    project,
    ref,
    user,
    source: "external",
    script: {
     createdForMs: 0
    },
    variables: [],
    inputs: {},
    atMs: nowMs
   });
   const given = (0, wire_parameters.scalarText)(parameters.name ?? parameters.context);
   const name = given === "" ? "default" : given;
   const known = pipeline.externalStatuses.find(status => status.name === name);
   const status = known ?? {
    id: idOf(pipeline, pipeline.externalStatuses.length),
    name,
    status: "",
    allowFailure: (0, wire_parameters.scalarText)(parameters.allow_failure) === "true",
    description: void 0,
    targetUrl: void 0
   };
   const state = (0, wire_parameters.scalarText)(parameters.state);
   if (known?.status === state) {
    const event = state === "running" ? "run" : state;
    return (0, wire_answer.messageAnswer)(400, {
     status: [ `cannot transition via "${event}"` ]
    });
   }
   status.status = state;
   status.description = textOr(parameters.description, status.description);
   status.targetUrl = textOr(parameters.target_url, status.targetUrl);
   if (known === void 0) pipeline.externalStatuses.push(status);
   settle(instance, pipeline, nowMs);
   return (0, wire_answer.jsonAnswer)(201, externalEntity(instance, pipeline, {
    ...status,
    id: status.id ?? idOf(pipeline, 0)
   }));
  }
  function textOr(value, absent) {
   return value === void 0 ? absent : (0, wire_parameters.scalarText)(value);
  }
  function pipelineFor({instance, parameters}, project, {sha}) {
   const wanted = wholeNumber(parameters.pipeline_id, 0);
   const name = (0, wire_parameters.scalarText)(parameters.ref);
   return [ ...instance.pipelines.values() ].findLast(pipeline => pipeline.project === project && pipeline.ref.sha === sha && (wanted === 0 || pipeline.id === wanted) && (name === "" || pipeline.ref.name === name));
  }
  var dist = __webpack_require__("../../node_modules/yaml/dist/index.js");
  const notJobs = new Set([ "after_script", "before_script", "cache", "default", "image", "include", "pages", "services", "spec", "stages", "variables", "workflow" ]);
  const defaultStages = [ "build", "test", "deploy" ];
  function checkedContent(text) {
   const document = (0, dist.parseDocument)(text.replace(/^[\s\S]*?^---\s*$/m, head => /^spec:/m.test(head) ? "" : head));
   const [fault] = document.errors;
   if (fault !== void 0) return wrong(`(<unknown>): ${fault.message.split("\n")[0] ?? ""}`);
   const file = document.toJS();
   if (file === null || file === void 0) return wrong("Please provide content of .gitlab-ci.yml");
   if (!isMapping(file)) return wrong("Invalid configuration format");
   const entries = Object.entries(file).filter(([name]) => !notJobs.has(name) && !name.startsWith("."));
   if (entries.length === 0 && file.include === void 0) return wrong("jobs config should contain at least one visible job");
   const stages = [ ".pre", ...checked_content_stagesOf(file), ".post" ];
   const errors = entries.flatMap(([name, job]) => errorsOf({
    name,
    job,
    stages
   }));
   const jobs = entries.map(([name, job]) => jobOf(name, isMapping(job) ? job : {}));
   return errors.length === 0 ? {
    errors,
    jobs
   } : {
    errors,
    jobs: []
   };
  }
  function wrong(error) {
   return {
    errors: [ error ],
    jobs: []
   };
  }
  function isMapping(value) {
   return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  function checked_content_stagesOf({stages}) {
   return Array.isArray(stages) ? stages.map(String) : defaultStages;
  }
  function errorsOf({name, job, stages}) {
   if (!isMapping(job)) return [ `jobs:${name} config should be a hash` ];
   const acts = [ "script", "run", "trigger", "extends" ].some(key => job[key] !== void 0);
   if (!acts) return [ `jobs:${name} config should implement the script:, run:, or trigger: keyword` ];
   const {stage} = jobOf(name, job);
   return stages.includes(stage) ? [] : [ `${name} job: chosen stage ${stage} does not exist; available stages are ${stages.join(", ")}` ];
  }
  function jobOf(name, {stage, script}) {
   const lines = Array.isArray(script) ? script.map(String) : typeof script === "string" ? [ script ] : [];
   return {
    name,
    stage: typeof stage === "string" ? stage : "test",
    script: lines
   };
  }
  function configPathOf({description}) {
   return description.ciConfigPath ?? ".gitlab-ci.yml";
  }
  function fileTextOf(ref) {
   const {ci, ciFile} = ref;
   if (ci.kind === "missing") return;
   if (ciFile.text !== void 0) return ciFile.text;
   const header = ci.kind === "valid" && ci.inputs !== void 0 ? [ {
    spec: {
     inputs: ci.inputs
    }
   } ] : [];
   return [ ...header, madeUpJobs(ref) ].map(document => JSON.stringify(document, null, 2)).join("\n---\n");
  }
  function mergedTextOf(ref) {
   return ref.ciFile.merged ?? `---\n${JSON.stringify(madeUpJobs(ref), null, 2)}\n`;
  }
  function madeUpJobs({ci}) {
   const script = ci.kind === "valid" && typeof ci.script === "object" ? ci.script : {};
   const jobs = script.jobs ?? [ {
    name: "build"
   } ];
   return Object.fromEntries(jobs.map(({name, stage}) => [ name, {
    stage: stage ?? "test",
    script: [ `echo ${name}` ]
   } ]));
  }
  function lintConfiguration(call, project) {
   if (project.refs.length === 0) return (0, wire_answer.messageAnswer)(404, "404 Repository Not Found");
   const {content_ref: contentRef, sha} = call.parameters;
   const isOld = call.instance.release.lintRef !== "content_ref";
   const given = isOld ? sha : contentRef ?? sha;
   const ref = findCommit(project, given === void 0 ? defaultBranchOf(project) ?? "" : (0, 
   wire_parameters.scalarText)(given));
   if (ref === void 0) return (0, wire_answer.messageAnswer)(404, "404 Commit Not Found");
   const errors = errorsIn(ref);
   return (0, wire_answer.jsonAnswer)(200, {
    valid: errors.length === 0,
    errors,
    warnings: ref.ciFile.warnings ?? [],
    merged_yaml: errors.length === 0 ? mergedTextOf(ref) : null,
    includes: [],
    ...listedJobs(call, errors.length === 0 ? jobsOf(ref) : [])
   });
  }
  function lintProblems({parameters, instance}) {
   if (instance.release.lintRef !== "content_ref") return [];
   const isGiven = name => parameters[name] !== void 0;
   return [ ...isGiven("content_ref") && isGiven("sha") ? [ "sha, content_ref are mutually exclusive" ] : [], ...isGiven("dry_run_ref") && isGiven("ref") ? [ "ref, dry_run_ref are mutually exclusive" ] : [] ];
  }
  function checkedProblems({parameters}) {
   return parameters.content === void 0 ? [ "content is missing" ] : [];
  }
  function checkConfiguration(call) {
   const text = (0, wire_parameters.scalarText)(call.parameters.content);
   const {errors, jobs} = checkedContent(text);
   return (0, wire_answer.jsonAnswer)(200, {
    valid: errors.length === 0,
    errors,
    warnings: [],
    merged_yaml: errors.length === 0 ? text : null,
    includes: [],
    ...listedJobs(call, jobs)
   });
  }
  function listedJobs({parameters}, jobs) {
   if ((0, wire_parameters.scalarText)(parameters.include_jobs) !== "true") return {};
   return {
    jobs: jobs.map(({name, stage, script}) => ({
     name,
     stage,
     before_script: [],
     script,
     after_script: [],
     tag_list: [],
     only: {
      refs: [ "branches", "tags" ]
     },
     except: null,
     environment: null,
     when: "on_success",
     allow_failure: false,
     needs: null
    }))
   };
  }
  function jobsOf(ref) {
   return Object.entries(madeUpJobs(ref)).map(([name, {stage, script}]) => ({
    name,
    stage,
    script
   }));
  }
  function errorsIn({ci}) {
   if (ci.kind === "missing") return [ "Please provide content of .gitlab-ci.yml" ];
   if (ci.kind === "invalid") return ci.errors;
   const check = ci.kind === "valid" ? checkInputs(ci.inputs, {}) : void 0;
   return check?.kind === "invalid" ? check.errors : [];
  }
  function onProject(entrance, handle) {
   return call => {
    const problems = [ ...idProblems(call), ...entrance.check?.(call) ?? [] ];
    if (problems.length > 0) return (0, wire_answer.errorAnswer)(400, problems.join(", "));
    const project = enterProject(call, entrance);
    return project.kind === "stop" ? project.answer : handle(call, project.value);
   };
  }
  function onPipeline(entrance, handle) {
   return onProject(entrance, (call, project) => {
    const pipeline = call.instance.pipelines.get(Number(call.pathParameters.pipeline_id));
    if (pipeline?.project !== project || isHiddenChild(call, pipeline)) return (0, wire_answer.recordNotFoundAnswer)();
    if (entrance.ability === "update_pipeline" && !mayUpdate(call, project, pipeline.ref)) return (0, 
    wire_answer.forbiddenAnswer)();
    return handle(call, pipeline);
   });
  }
  function isHiddenChild({instance}, {source}) {
   return instance.release.childPipelines === "hidden" && source === "parent_pipeline";
  }
  function onJob(entrance, handle) {
   return onProject(entrance, (call, project) => {
    const job = findJob(call, project);
    if (job === void 0) return (0, wire_answer.recordNotFoundAnswer)();
    if (entrance.ability === "update_pipeline" && !mayUpdate(call, project, job.pipeline.ref)) return (0, 
    wire_answer.forbiddenAnswer)();
    return handle(call, job);
   });
  }
  function findJob(call, project) {
   const id = Number(call.pathParameters.job_id);
   for (const pipeline of call.instance.pipelines.values()) {
    const job = pipeline.project === project ? pipeline.jobs.find(each => each.id === id) : void 0;
    if (job !== void 0) return job;
   }
   return;
  }
  const integerParameters = [ "pipeline_id", "job_id", "trigger_id" ];
  function idProblems({pathParameters}) {
   return integerParameters.flatMap(name => {
    const text = pathParameters[name];
    return text === void 0 || /^[+-]?\d+$/.test(text) ? [] : [ `${name} is invalid` ];
   });
  }
  function enterProject(call, entrance) {
   const {instance, request, pathParameters} = call;
   const found = findProject(instance, pathParameters.id ?? "");
   if (found.kind === "absent" || found.project.description.gone !== void 0 || isHidden(call, found.project)) return (0, 
   wire_answer.stop)((0, wire_answer.messageAnswer)(404, "404 Project Not Found"));
   const refusal = jobTokenRefusal(call, found.project, entrance.rule);
   if (refusal !== void 0) return (0, wire_answer.stop)(refusal);
   if (found.kind === "moved") return (0, wire_answer.stop)(request.method === "GET" ? movedAnswer(call, found.project) : (0, 
   wire_answer.messageAnswer)(405, "Non GET methods are not allowed for moved projects"));
   return isAllowed(call, found.project, entrance.ability) ? (0, wire_answer.go)(found.project) : (0, 
   wire_answer.stop)((0, wire_answer.forbiddenAnswer)());
  }
  function isHidden(call, project) {
   const {caller} = call;
   const elsewhere = caller.kind === "user" && caller.token.description.projectId !== void 0 && caller.token.description.projectId !== project.id;
   return !canSee(project, elsewhere ? void 0 : viewerOf(call));
  }
  function movedAnswer({instance, request, pathParameters}, project) {
   const old = `/projects/${encodeURIComponent(pathParameters.id ?? "")}`;
   const at = request.target.search(/\/projects\//);
   const rest = request.target.slice(at).replace(/^\/projects\/[^/?]+/, "");
   const location = `${instance.externalUrl}/api/v4/projects/${project.id}${at < 0 ? old : rest}`;
   return (0, wire_answer.textAnswer)(301, `This resource has been moved permanently to ${location}`, {
    location
   });
  }
  function jobTokenRefusal({instance, caller}, project, rule) {
   if (caller.kind !== "job" || caller.token.description.projectId === project.id) return;
   const {projectId, policies} = caller.token.description;
   if (!(project.description.jobTokenAllowlist ?? []).includes(projectId)) {
    const source = instance.projects.get(projectId)?.path ?? String(projectId);
    return (0, wire_answer.forbiddenAnswer)(`Authentication by CI/CD job token not allowed from ${source} to project #${project.id}.`);
   }
   if (policies === void 0 || policies.includes(rule.permission)) return;
   return (0, wire_answer.forbiddenAnswer)(`Insufficient permissions to access this resource in project #${project.id}. The following token permission is required: ${rule.permission}.`);
  }
  function isAllowed(call, project, ability) {
   const viewer = viewerOf(call);
   switch (ability) {
   case "read_project":
    return true;

   case "read_code":
    return canReadCode(project, viewer);

   case "read_pipelines":
    return canReadPipelines(project, viewer);

   case "create_pipeline":
   case "update_pipeline":
    return viewer !== void 0 && canCreatePipelines(project, viewer);

   case "admin_triggers":
    return viewer !== void 0 && hasRole(project, viewer, "maintainer");
   }
  }
  function mayUpdate(call, project, ref) {
   const viewer = viewerOf(call);
   return viewer !== void 0 && canRunOn(project, viewer, ref);
  }
  function reading(permission, jobToken = "ignored") {
   return {
    scope: "read_api",
    permission,
    jobToken,
    anonymous: "accepted"
   };
  }
  function readingAsSomebody(permission, jobToken = "ignored") {
   return {
    ...reading(permission, jobToken),
    anonymous: "refused"
   };
  }
  function writing(permission) {
   return {
    scope: "api",
    permission,
    jobToken: "ignored",
    anonymous: "refused"
   };
  }
  const ownAccess = {
   scope: "any",
   permission: "read_own_token",
   jobToken: "ignored",
   anonymous: "refused"
  };
  function forProject(ability, handle, check) {
   return rule => onProject({
    ability,
    rule,
    check
   }, handle);
  }
  function forPipeline(ability, handle, check) {
   return rule => onPipeline({
    ability,
    rule,
    check
   }, handle);
  }
  function forJob(ability, handle, check) {
   return rule => onJob({
    ability,
    rule,
    check
   }, handle);
  }
  const intervalMs = 3e5;
  const defaultPullMs = 2e3;
  function showPullMirror({nowMs}, project) {
   const {mirror} = project;
   if (mirror === void 0) return (0, wire_answer.messageAnswer)(400, "The project is not mirrored");
   const isOver = mirror.pullMs !== void 0 && mirror.pullMs <= nowMs;
   if (isOver) mirror.lastUpdateMs = mirror.pullMs;
   const {lastError} = mirror.description;
   const hasFailed = lastError !== void 0 && isOver;
   return (0, wire_answer.jsonAnswer)(200, {
    id: project.id,
    update_status: statusOf(mirror, nowMs),
    last_error: hasFailed ? lastError : null,
    last_update_at: mirror.lastUpdateMs === void 0 ? null : timestamp(mirror.lastUpdateMs),
    url: "https://*****:*****@github.example.com/octo/app.git",
    enabled: true
   });
  }
  function statusOf({pullMs, lastUpdateMs, description}, nowMs) {
   if (pullMs !== void 0 && pullMs > nowMs) return "scheduled";
   if (pullMs === void 0) return lastUpdateMs === void 0 ? "none" : "finished";
   return description.lastError === void 0 ? "finished" : "failed";
  }
  function startPullMirror({instance, nowMs}, project) {
   const {mirror} = project;
   if (mirror === void 0) return (0, wire_answer.messageAnswer)(400, "The project is not mirrored");
   const {state, pullTakesMs = defaultPullMs, lastError} = mirror.description;
   if (state === "paused") return (0, wire_answer.messageAnswer)(403, "Mirroring for the project is on pause");
   const beginMs = Math.max(nowMs, (mirror.lastUpdateMs ?? -1 / 0) + intervalMs);
   mirror.pullMs = beginMs + pullTakesMs;
   if (lastError === void 0) bringPushes(instance, project, mirror.pullMs);
   return (0, wire_answer.emptyAnswer)(200);
  }
  function showBranch(call, project) {
   const branch = refOf(project, "branch", call.pathParameters.branch);
   if (branch === void 0) return (0, wire_answer.messageAnswer)(404, "404 Branch Not Found");
   return (0, wire_answer.jsonAnswer)(200, branchEntity(call, project, branch));
  }
  function listBranches(call, project) {
   return pageAnswer(call, {
    items: named(project, "branch", call),
    entity: branch => branchEntity(call, project, branch),
    defaults: {
     sort: "name_asc"
    }
   });
  }
  function branchEntity(call, project, branch) {
   const developersCan = branch.protectedFor !== void 0 && developersMay(branch);
   return {
    name: branch.name,
    commit: shownCommit(call.instance, project, branch),
    merged: false,
    protected: branch.protectedFor !== void 0,
    developers_can_push: developersCan,
    developers_can_merge: developersCan,
    can_push: canPush(project, viewerOf(call), branch),
    default: defaultBranchOf(project) === branch.name,
    web_url: `${call.instance.externalUrl}/${project.path}/-/tree/${branch.name}`
   };
  }
  function named(project, kind, {parameters}) {
   const search = (0, wire_parameters.scalarText)(parameters.search);
   const text = search.replace(/^\^/, "").replace(/\$$/, "");
   return project.refs.filter(ref => ref.kind === kind && ref.name.includes(text)).filter(({name}) => !search.startsWith("^") || name.startsWith(text)).filter(({name}) => !search.endsWith("$") || name.endsWith(text)).toSorted((one, other) => one.name < other.name ? -1 : 1);
  }
  function showTag(call, project) {
   const tag = refOf(project, "tag", call.pathParameters.tag);
   return tag === void 0 ? (0, wire_answer.messageAnswer)(404, "404 Tag Not Found") : (0, 
   wire_answer.jsonAnswer)(200, tagEntity(call, project, tag));
  }
  function listTags(call, project) {
   return pageAnswer(call, {
    items: named(project, "tag", call).toReversed(),
    entity: tag => tagEntity(call, project, tag),
    defaults: {
     order_by: "updated",
     sort: "desc"
    }
   });
  }
  function tagEntity({instance}, project, tag) {
   return {
    name: tag.name,
    message: "",
    target: tag.sha,
    commit: shownCommit(instance, project, tag),
    release: null,
    protected: tag.protectedFor !== void 0,
    created_at: null
   };
  }
  function showRawFile(call, project) {
   const found = findFile(call, project);
   return found.kind === "stop" ? found.answer : (0, wire_answer.textAnswer)(200, found.value.text);
  }
  function findFile({parameters, pathParameters}, project) {
   const given = (0, wire_parameters.scalarText)(parameters.ref);
   const ref = findCommit(project, [ "", "HEAD" ].includes(given) ? defaultBranchOf(project) ?? "" : given);
   if (ref === void 0) return (0, wire_answer.stop)((0, wire_answer.messageAnswer)(404, "404 Commit Not Found"));
   const path = pathParameters.path ?? "";
   const text = path === configPathOf(project) ? fileTextOf(ref) : void 0;
   return text === void 0 ? (0, wire_answer.stop)((0, wire_answer.messageAnswer)(404, "404 File Not Found")) : (0, 
   wire_answer.go)({
    path,
    text,
    ref
   });
  }
  function fileProblems({parameters}) {
   return (0, wire_parameters.requiredTextProblems)(parameters, "ref", "refused");
  }
  function showFile(call, project) {
   const found = findFile(call, project);
   if (found.kind === "stop") return found.answer;
   const {path, text, ref} = found.value;
   const content = Buffer.from(text);
   return (0, wire_answer.jsonAnswer)(200, {
    file_name: path.slice(path.lastIndexOf("/") + 1),
    file_path: path,
    size: content.length,
    encoding: "base64",
    content_sha256: (0, external_node_crypto_.createHash)("sha256").update(content).digest("hex"),
    ref: (0, wire_parameters.scalarText)(call.parameters.ref),
    blob_id: (0, external_node_crypto_.createHash)("sha1").update(`blob ${content.length}\0`).update(content).digest("hex"),
    commit_id: ref.sha,
    last_commit_id: ref.sha,
    execute_filemode: false,
    content: content.toString("base64")
   });
  }
  function showMergeBase({parameters}, project) {
   const {refs} = parameters;
   const names = Array.isArray(refs) ? refs.map(name => (0, wire_parameters.scalarText)(name)) : [];
   if (names.length < 2) return (0, wire_answer.messageAnswer)(400, "Provide at least 2 refs");
   const pasts = names.map(name => pastOf(project, name));
   const unknown = names.filter((_, index) => pasts[index] === void 0);
   if (unknown.length > 0) return (0, wire_answer.messageAnswer)(400, `Could not find ref${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ")}`);
   const [first = [], ...others] = pasts;
   const base = first.find(sha => others.every(past => past?.includes(sha)));
   return base === void 0 ? (0, wire_answer.messageAnswer)(404, "404 Merge Base Not Found") : (0, 
   wire_answer.jsonAnswer)(200, {
    id: base,
    short_id: base.slice(0, 8),
    title: "A change"
   });
  }
  function pastOf(project, name) {
   for (const {sha, past} of project.refs) {
    const line = [ sha, ...past ];
    const at = line.findIndex(each => each.startsWith(name));
    if (at >= 0) return line.slice(at);
   }
   return;
  }
  function refOf(project, kind, name) {
   return project.refs.find(ref => ref.kind === kind && ref.name === name);
  }
  function shownCommit(instance, project, ref) {
   return ref.commit === "missing" ? null : commitEntity(instance, project, ref);
  }
  function developersMay({protectedFor}) {
   return protectedFor !== void 0 && protectedFor !== "no_one" && rankOf(protectedFor) <= rankOf("developer");
  }
  function canPush(project, viewer, ref) {
   if (viewer === void 0 || project.description.archived === true) return false;
   const own = project.members.get(viewer.username);
   return own !== void 0 && rankOf(own) >= rankOf("developer") && canRunOn(project, viewer, ref);
  }
  function repositoryRows({lintRef}) {
   const below = "/projects/:id/repository";
   const read = "read_code";
   const readFile = reading("read_repository_file");
   const readCommit = reading("read_commit");
   return [ [ "GET", `${below}/branches`, reading("read_branch"), forProject(read, listBranches) ], [ "GET", `${below}/branches/:branch`, reading("read_branch"), forProject(read, showBranch) ], [ "GET", `${below}/tags`, reading("read_tag"), forProject(read, listTags) ], [ "GET", `${below}/tags/:tag`, reading("read_tag"), forProject(read, showTag) ], [ "GET", `${below}/files/:path/raw`, readFile, forProject(read, showRawFile) ], [ "GET", `${below}/files/:path`, readFile, forProject(read, showFile, fileProblems) ], [ "GET", `${below}/merge_base`, reading("read_code"), forProject(read, showMergeBase) ], [ "GET", `${below}/commits`, readCommit, forProject(read, listCommits) ], [ "GET", `${below}/commits/:sha`, readCommit, forProject(read, showCommit) ], [ "GET", `${below}/commits/:sha/statuses`, reading("read_commit_status"), forProject("read_pipelines", listCommitStatuses) ], [ "POST", "/projects/:id/statuses/:sha", writing("create_commit_status"), forProject("create_pipeline", createCommitStatus, newStatusProblems) ], ...mirrorRows, ...lintRef === "no_route" ? [] : lintRows ];
  }
  const mirrorRows = [ [ "GET", "/projects/:id/mirror/pull", readingAsSomebody("read_pull_mirror"), forProject("admin_triggers", showPullMirror) ], [ "POST", "/projects/:id/mirror/pull", writing("update_pull_mirror"), forProject("admin_triggers", startPullMirror) ] ];
  const lintRows = [ [ "GET", "/projects/:id/ci/lint", reading("read_ci_config"), forProject("read_code", lintConfiguration, lintProblems) ], [ "POST", "/projects/:id/ci/lint", writing("validate_ci_config"), forProject("create_pipeline", checkConfiguration, checkedProblems) ] ];
  function showTestReport({nowMs}, pipeline) {
   const suites = suitesOf(pipeline, {
    nowMs,
    view: "cases"
   });
   return (0, wire_answer.jsonAnswer)(200, {
    ...countsOf(suites.flatMap(casesOf)),
    test_suites: suites.map(suite => ({
     name: suite.script.name,
     ...countsOf(casesOf(suite)),
     suite_error: suite.script.error ?? null,
     test_cases: casesOf(suite).map(caseEntity)
    }))
   });
  }
  function showTestReportSummary({nowMs}, pipeline) {
   const suites = suitesOf(pipeline, {
    nowMs,
    view: "counts"
   });
   const all = suites.flatMap(casesOf);
   return (0, wire_answer.jsonAnswer)(200, {
    total: {
     time: totalTime(all),
     count: all.length,
     success: count(all, "success"),
     failed: count(all, "failed"),
     skipped: count(all, "skipped"),
     error: count(all, "error"),
     suite_error: null
    },
    test_suites: suites.map(suite => ({
     name: suite.script.name,
     ...countsOf(casesOf(suite)),
     build_ids: suite.jobs.map(({id}) => id),
     suite_error: suite.script.error ?? null
    }))
   });
  }
  function casesOf({script}) {
   return script.error === void 0 ? script.cases : [];
  }
  function countsOf(cases) {
   return {
    total_time: totalTime(cases),
    total_count: cases.length,
    success_count: count(cases, "success"),
    failed_count: count(cases, "failed"),
    skipped_count: count(cases, "skipped"),
    error_count: count(cases, "error")
   };
  }
  function count(cases, status) {
   return cases.filter(each => each.status === status).length;
  }
  function totalTime(cases) {
   return cases.reduce((sum, each) => sum + (each.executionTime ?? 0), 0);
  }
  function caseEntity(each) {
   return {
    status: each.status,
    name: each.name,
    classname: each.classname ?? "",
    file: each.file ?? null,
    execution_time: each.executionTime ?? 0,
    system_output: each.systemOutput ?? null,
    stack_trace: null,
    recent_failures: null,
    attachment_url: null
   };
  }
  const trigger_tokens_dayMs = 864e5;
  const longestLifetimeDays = 365;
  function listTriggers(call, project) {
   return pageAnswer(call, {
    items: project.triggers.filter(trigger => !isExpired(trigger, call.nowMs)),
    entity: trigger => triggerEntity(call, trigger)
   });
  }
  function showTrigger(call, project) {
   return withTrigger(call, project, trigger => (0, wire_answer.jsonAnswer)(200, triggerEntity(call, trigger)));
  }
  function newTriggerProblems({parameters}) {
   const {expires_at: expiresAt} = parameters;
   const given = expiresAt !== void 0 && expiresAt !== null && expiresAt !== "";
   return [ ...(0, wire_parameters.requiredTextProblems)(parameters, "description", "accepted"), ...given && (0, 
   wire_parameters.readTime)(expiresAt) === void 0 ? [ "expires_at is invalid" ] : [] ];
  }
  function createTrigger(call, project) {
   const owner = viewerOf(call);
   if (owner === void 0) return (0, wire_answer.forbiddenAnswer)();
   const {instance, nowMs, parameters} = call;
   const expiry = checkExpiry(call);
   if (expiry.kind === "stop") return expiry.answer;
   const {mostTriggers = 1 / 0} = project.description;
   if (project.triggers.length >= mostTriggers) return validationAnswer("base", `Maximum number of pipeline triggers (${mostTriggers}) exceeded`);
   const id = instance.nextIds.trigger;
   instance.nextIds.trigger += 1;
   const trigger = {
    id,
    token: newTokenText(instance, id),
    owner,
    description: (0, wire_parameters.scalarText)(parameters.description),
    createdMs: nowMs,
    updatedMs: nowMs,
    expiresMs: expiry.value
   };
   project.triggers.push(trigger);
   return (0, wire_answer.jsonAnswer)(201, triggerEntity(call, trigger));
  }
  function newTokenText({release}, id) {
   const digest = (0, external_node_crypto_.createHash)("sha1").update(`trigger/${id}`).digest();
   switch (release.newTriggers) {
   case "bare_hexadecimal":
    return digest.toString("hex").slice(0, 30);

   case "prefixed_hexadecimal":
    return `glptt-${digest.toString("hex")}`;

   case "prefixed_friendly":
    return `glptt-${digest.toString("base64url").slice(0, 20)}`;
   }
  }
  function checkExpiry({instance, nowMs, parameters}) {
   if (instance.release.triggerExpiry === "ignored") return (0, wire_answer.go)(void 0);
   const expiresMs = (0, wire_parameters.readTime)(parameters.expires_at);
   const limit = new Date(nowMs + longestLifetimeDays * trigger_tokens_dayMs).toISOString().slice(0, 10);
   return expiresMs !== void 0 && expiresMs >= Date.parse(limit) ? (0, wire_answer.stop)(validationAnswer("expires_at", `must be before ${limit}`)) : (0, 
   wire_answer.go)(expiresMs);
  }
  function validationAnswer(attribute, text) {
   return (0, wire_answer.messageAnswer)(400, `400 Bad request - ${JSON.stringify({
    [attribute]: [ text ]
   })}`);
  }
  function updateTrigger(call, project) {
   return withTrigger(call, project, trigger => {
    if (viewerOf(call) !== trigger.owner) return (0, wire_answer.forbiddenAnswer)("The current user is not authorized to update the pipeline trigger token");
    const {description} = call.parameters;
    if (description !== void 0) trigger.description = (0, wire_parameters.scalarText)(description);
    trigger.updatedMs = call.nowMs;
    return (0, wire_answer.jsonAnswer)(200, triggerEntity(call, trigger));
   });
  }
  function deleteTrigger(call, project) {
   return withTrigger(call, project, trigger => {
    const since = Date.parse(call.request.headers["if-unmodified-since"] ?? "");
    if (!Number.isNaN(since) && trigger.updatedMs > since) return (0, wire_answer.messageAnswer)(412, "412 Precondition Failed");
    project.triggers = project.triggers.filter(candidate => candidate !== trigger);
    return (0, wire_answer.emptyAnswer)(204);
   });
  }
  function withTrigger(call, project, handle) {
   const id = Number(call.pathParameters.trigger_id);
   const trigger = project.triggers.find(candidate => candidate.id === id);
   return trigger === void 0 || isExpired(trigger, call.nowMs) ? (0, wire_answer.recordNotFoundAnswer)() : handle(trigger);
  }
  function isExpired({expiresMs}, nowMs) {
   return expiresMs !== void 0 && expiresMs <= nowMs;
  }
  function triggerEntity(call, trigger) {
   const newest = [ ...call.instance.pipelines.values() ].findLast(pipeline => pipeline.trigger === trigger);
   return {
    id: trigger.id,
    token: viewerOf(call) === trigger.owner ? trigger.token : trigger.token.replace(/^.*glptt-/, "").slice(0, 4),
    description: trigger.description,
    created_at: timestamp(trigger.createdMs),
    updated_at: timestamp(trigger.updatedMs),
    last_used: timestamp(newest?.createdMs),
    expires_at: timestamp(trigger.expiresMs),
    owner: userEntity(call.instance, trigger.owner)
   };
  }
  function triggerTokenView({id, token, description, owner, expiresMs}) {
   return {
    id,
    token,
    description,
    owner: owner.username,
    expiresMs
   };
  }
  function routesOf(release) {
   const jobTokenReads = release.jobTokenReads === "pipelines" ? "accepted" : "ignored";
   const rows = [ ...pipelineRows(release, jobTokenReads), ...triggerJobRows(release, jobTokenReads), ...jobRows(release), ...repositoryRows(release), ...otherRows(release) ];
   return [ ...triggerRoutes, ...rows.map(([method, pattern, rule, endpoint]) => ({
    method,
    pattern,
    rule,
    endpoint: endpoint(rule)
   })) ];
  }
  const triggerRoutes = [ {
   method: "POST",
   pattern: "/projects/:id/trigger/pipeline",
   rule: "open",
   endpoint: triggerPipeline
  }, {
   method: "POST",
   pattern: "/projects/:id/ref/:ref+/trigger/pipeline",
   rule: "open",
   endpoint: triggerPipeline
  } ];
  function pipelineRows(release, jobToken) {
   const list = "/projects/:id/pipelines";
   const single = `${list}/:pipeline_id`;
   const readable = reading("read_pipelines", jobToken);
   const steering = writing("admin_pipelines");
   const read = "read_pipelines";
   return [ [ "POST", "/projects/:id/pipeline", writing("create_pipelines"), forProject("create_pipeline", createPipelineByUser, createPipelineProblems) ], [ "GET", list, readable, forProject(read, listPipelines, pipelineFilterProblems) ], [ "GET", `${list}/latest`, reading(read), forProject(read, latestPipeline) ], [ "GET", single, readable, forPipeline(read, showPipeline) ], [ "DELETE", single, steering, forPipeline(read, deletePipeline) ], [ "GET", `${single}/jobs`, reading("read_jobs", jobTokenOnJobs(release)), forPipeline(read, listPipelineJobs, jobFilterProblems) ], [ "GET", `${single}/variables`, readingAsSomebody(read), forPipeline(read, listPipelineVariables) ], [ "GET", `${single}/test_report`, reading(read), forPipeline(read, showTestReport) ], [ "GET", `${single}/test_report_summary`, reading(read), forPipeline(read, showTestReportSummary) ], [ "POST", `${single}/cancel`, steering, forPipeline("update_pipeline", cancelPipelineByUser) ], [ "POST", `${single}/retry`, steering, forPipeline("update_pipeline", retryPipelineByUser) ], [ "PUT", `${single}/metadata`, {
    ...steering,
    jobToken: "accepted"
   }, forPipeline("update_pipeline", renamePipeline, renamingProblems) ] ];
  }
  function triggerJobRows({triggerJobRoutes}, jobToken) {
   const rule = reading("read_pipelines", jobToken);
   return triggerJobRoutes.map(name => [ "GET", `/projects/:id/pipelines/:pipeline_id/${name}`, rule, forPipeline("read_pipelines", listBridges, jobFilterProblems) ]);
  }
  function jobTokenOnJobs({jobTokenReads}) {
   return jobTokenReads === "artifacts_only" ? "ignored" : "accepted";
  }
  function jobRows(release) {
   const list = "/projects/:id/jobs";
   const single = `${list}/:job_id`;
   const readable = readingAsSomebody("read_jobs");
   const steering = writing("admin_jobs");
   const read = "read_pipelines";
   return [ [ "GET", list, readingAsSomebody("read_jobs", jobTokenOnJobs(release)), forProject(read, listProjectJobs, jobFilterProblems) ], [ "GET", single, readable, forJob(read, showJob) ], [ "GET", `${single}/trace`, readable, forJob(read, showTrace, traceProblems) ], [ "GET", `${list}/artifacts/:ref+/download`, archives, forProject(read, downloadArchiveOfRef, archiveOfRefProblems) ], [ "GET", `${list}/artifacts/:ref+/raw/:artifact_path+`, archives, forProject(read, downloadFileOfRef, archiveOfRefProblems) ], ...release.artifactTree === "no_route" ? [] : [ treeRow ], [ "POST", `${single}/artifacts/keep`, steering, forJob("update_pipeline", keepArtifacts) ], [ "DELETE", `${single}/artifacts`, steering, forJob("update_pipeline", deleteArtifacts) ], [ "POST", `${single}/erase`, steering, forJob("update_pipeline", eraseJob) ], [ "GET", `${single}/artifacts`, archives, forJob(read, downloadArchive) ], [ "GET", `${single}/artifacts/:artifact_path+`, archives, forJob(read, downloadArtifactFile) ], [ "POST", `${single}/play`, steering, forJob("update_pipeline", playJobByUser) ], [ "POST", `${single}/retry`, steering, forJob("update_pipeline", retryJobByUser) ], [ "POST", `${single}/cancel`, steering, forJob("update_pipeline", cancelJobByUser) ] ];
  }
  const archives = reading("read_jobs", "accepted");
  const treeRow = [ "GET", "/projects/:id/jobs/:job_id/artifacts/tree", archives, forJob("read_pipelines", listArtifactTree) ];
  const metadataRow = [ "GET", "/metadata", {
   ...ownAccess,
   scope: "read_api"
  }, () => showMetadata ];
  const ownTokenRow = [ "GET", "/personal_access_tokens/self", ownAccess, () => showOwnToken ];
  function otherRows({ownToken, metadata}) {
   const list = "/projects/:id/triggers";
   const single = `${list}/:trigger_id`;
   const [readable, steering] = [ readingAsSomebody("read_triggers"), writing("admin_triggers") ];
   const admin = "admin_triggers";
   return [ [ "GET", "/version", {
    ...ownAccess,
    scope: "read_api"
   }, () => showVersion ], ...metadata === "no_route" ? [] : [ metadataRow ], ...ownToken === "no_route" ? [] : [ ownTokenRow ], [ "GET", "/user", {
    ...ownAccess,
    scope: "read_user",
    permission: "read_user"
   }, () => showOwnUser ], [ "GET", "/job", {
    ...ownAccess,
    jobToken: "accepted"
   }, () => showOwnJob ], [ "GET", "/projects", reading("read_project"), () => listProjects ], [ "GET", "/projects/:id", reading("read_project"), forProject("read_project", showProject) ], [ "GET", list, readable, forProject(admin, listTriggers) ], [ "POST", list, steering, forProject(admin, createTrigger, newTriggerProblems) ], [ "GET", single, readable, forProject(admin, showTrigger) ], [ "PUT", single, steering, forProject(admin, updateTrigger) ], [ "DELETE", single, steering, forProject(admin, deleteTrigger) ] ];
  }
  var pages = __webpack_require__("./simulator/gitlab/pages.js");
  class Agenda {
   #heap=[];
   #valid=new Map;
   #order=0;
   add(item, atMs) {
    const present = this.#valid.get(item);
    if (present !== void 0 && present.atMs <= atMs) return;
    this.#order += present === void 0 ? 1 : 0;
    this.#push({
     item,
     atMs,
     order: present?.order ?? this.#order
    });
   }
   delete(item) {
    this.#valid.delete(item);
   }
   next(momentOf) {
    for (;;) {
     const first = this.#heap[0];
     if (first === void 0) return;
     const isValid = this.#valid.get(first.item) === first;
     const atMs = isValid ? momentOf(first.item) : void 0;
     if (isValid && atMs === first.atMs) return first.item;
     this.#pop();
     if (!isValid) continue;
     if (atMs === void 0) this.#valid.delete(first.item); else this.#push({
      ...first,
      atMs
     });
    }
   }
   #push(entry) {
    this.#valid.set(entry.item, entry);
    this.#heap.push(entry);
    let at = this.#heap.length - 1;
    while (at > 0) {
     const above = Math.floor((at - 1) / 2);
     if (!this.#swapIfBefore(at, above)) return;
     at = above;
    }
   }
   #pop() {
    const last = this.#heap.pop();
    if (last === void 0 || this.#heap.length === 0) return;
    this.#heap[0] = last;
    let at = 0;
    for (;;) {
     const [left, right] = [ 2 * at + 1, 2 * at + 2 ];
     const smaller = this.#isBefore(right, left) ? right : left;
     if (!this.#swapIfBefore(smaller, at)) return;
     at = smaller;
    }
   }
   #isBefore(one, other) {
    const [a, b] = [ this.#heap[one], this.#heap[other] ];
    if (a === void 0 || b === void 0) return false;
    return a.atMs === b.atMs ? a.order < b.order : a.atMs < b.atMs;
   }
   #swapIfBefore(one, other) {
    const [a, b] = [ this.#heap[one], this.#heap[other] ];
    if (a === void 0 || b === void 0 || !this.#isBefore(one, other)) return false;
    this.#heap[one] = b;
    this.#heap[other] = a;
    return true;
   }
  }
  const titles = {
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
  };
  const ofToday = {
   filteredByWorkflow: "The pipeline did not run. Review the workflow:rules configuration for the pipeline.",
   noJobs: "The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.",
   tooManyJobs: ({limit}) => `The number of jobs has exceeded the limit of ${limit}. Try splitting the configuration with parent-child-pipelines https://gitlab.example.com/help`,
   protectedRef: ref => `You do not have sufficient permission to run a pipeline on '${ref}'. Please select a different branch or contact your administrator for assistance.`,
   missingPermission: permission => `Access denied: This operation requires a fine-grained personal access token with the following project permissions: [${titles[permission] ?? permission}].`
  };
  const of18 = {
   ...ofToday,
   tooManyJobs: ({requested, limit}) => `Pipeline has too many jobs! Requested ${requested}, but the limit is ${limit}.`,
   missingPermission: void 0
  };
  const of16 = {
   ...of18,
   filteredByWorkflow: "Pipeline filtered out by workflow rules.",
   noJobs: "Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline."
  };
  const of13 = {
   ...of16,
   noJobs: "No stages / jobs for this pipeline.",
   protectedRef: ref => `Insufficient permissions for protected ref '${ref}'`
  };
  const newest = {
   version: "19.3.0",
   words: ofToday,
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
  };
  const v18 = {
   ...newest,
   version: "18.2.8",
   words: of18,
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
  };
  const v16 = {
   ...v18,
   version: "16.11.10",
   words: of16,
   jobTokenReads: "artifacts_only",
   createdFilters: "ignored",
   cancelingStatus: "absent",
   pipelineInputs: "ignored",
   triggerExpiry: "ignored"
  };
  const v13 = {
   ...v16,
   version: "13.0.14",
   words: of13,
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
  };
  const releases = {
   "13.0": v13,
   16.11: v16,
   18.2: v18,
   19.3: newest
  };
  const currentRelease = newest;
  of13.noJobs;
  function releaseOf(asked) {
   return typeof asked === "string" ? releases[asked] : {
    ...currentRelease,
    ...asked
   };
  }
  var window_counter = __webpack_require__("./simulator/gitlab/state/window-counter.js");
  function buildInstance(scenario, nowMs) {
   const users = new Map(scenario.users.map((user, index) => [ user.username, {
    id: index + 1,
    username: user.username,
    name: user.name ?? user.username,
    blocked: user.blocked ?? false,
    createdMs: nowMs
   } ]));
   const nextIds = {
    pipeline: scenario.firstPipelineId ?? 257,
    job: scenario.firstJobId ?? 9001,
    trigger: 1,
    request: 1,
    tag: 1
   };
   const projects = scenario.projects.map(description => [ description.id, projectOf({
    description,
    users,
    nextIds,
    nowMs
   }) ]);
   const root = scenario.relativeUrlRoot ?? "";
   const instance = {
    externalUrl: `${scenario.externalUrl ?? "https://gitlab.example.com"}${root}`,
    relativeUrlRoot: root,
    release: releaseOf(scenario.release),
    users,
    projects: new Map(projects),
    ...tokensOf({
     scenario,
     users,
     nowMs
    }),
    pipelines: new Map,
    moving: new Agenda,
    pushes: [],
    throttle: scenario.throttle,
    pipelineCreationsPerMinute: scenario.pipelineCreationsPerMinute ?? 1 / 0,
    counters: new window_counter.WindowCounter,
    maintenanceMessage: scenario.maintenanceMessage ?? "GitLab is undergoing maintenance",
    artifactStorage: scenario.artifactStorage,
    writes: scenario.writes ?? "open",
    changeTagMode: scenario.changeTags ?? "working",
    changeTags: new Map,
    replicaLagMs: scenario.replicaLagMs ?? 0,
    nextIds
   };
   startPastPipelines(instance, nowMs);
   instance.pushes = pushesOf(instance, nowMs);
   return instance;
  }
  function userOf(users, username) {
   const user = users.get(username);
   if (user === void 0) throw new TypeError(`the scenario describes no user ${username}`);
   return user;
  }
  function tokensOf(from) {
   const {scenario, users, nowMs} = from;
   return {
    accessTokens: (scenario.accessTokens ?? []).map((description, index) => ({
     id: index + 1,
     description,
     user: userOf(users, description.user),
     createdMs: nowMs
    })),
    jobTokens: (scenario.jobTokens ?? []).map(description => ({
     description,
     user: userOf(users, description.user)
    }))
   };
  }
  function projectOf({description, users, nextIds, nowMs}) {
   const fallback = description.ci ?? {
    kind: "missing"
   };
   return {
    id: description.id,
    path: description.path,
    description,
    members: new Map(Object.entries(description.members ?? {})),
    refs: description.refs.map((ref, index) => ({
     name: ref.name,
     kind: ref.kind ?? "branch",
     sha: ref.sha ?? madeUpSha(`${description.id}/${index}`),
     commit: ref.commit ?? "present",
     past: ref.past ?? [],
     protectedFor: ref.protectedFor,
     ci: ref.ci ?? fallback,
     ciFile: ref.ciFile ?? description.ciFile ?? {}
    })),
    triggers: (description.triggers ?? []).map(trigger => {
     const id = nextIds.trigger;
     nextIds.trigger += 1;
     return {
      id,
      token: trigger.token,
      owner: userOf(users, trigger.owner),
      description: trigger.description ?? "",
      createdMs: nowMs,
      updatedMs: nowMs,
      expiresMs: trigger.expiresAt === void 0 ? void 0 : Date.parse(trigger.expiresAt)
     };
    }),
    createdMs: nowMs,
    mirror: mirrorOf(description.mirror, nowMs),
    pipelineCount: 0
   };
  }
  function mirrorOf(description, nowMs) {
   if (description === void 0) return;
   const {lastUpdateAgoMs: agoMs} = description;
   return {
    description,
    lastUpdateMs: agoMs === void 0 ? void 0 : nowMs - agoMs,
    pullMs: void 0
   };
  }
  function madeUpSha(seed) {
   return (0, external_node_crypto_.createHash)("sha1").update(seed).digest("hex");
  }
  function startPastPipelines(instance, nowMs) {
   const past = [ ...instance.projects.values() ].flatMap(project => (project.description.pastPipelines ?? []).map(each => ({
    project,
    each
   }))).sort((one, other) => other.each.startedAgoMs - one.each.startedAgoMs);
   for (const {project, each} of past) {
    advance(instance, nowMs - each.startedAgoMs);
    startPastPipeline({
     instance,
     project,
     each,
     atMs: nowMs - each.startedAgoMs
    });
   }
   advance(instance, nowMs);
  }
  function pushesOf({projects, users}, nowMs) {
   return [ ...projects.values() ].flatMap(project => (project.description.pushes ?? []).map(description => ({
    project,
    user: userOf(users, description.user),
    description,
    atMs: nowMs + description.afterMs
   })));
  }
  function startPastPipeline({instance, project, each, atMs}) {
   const ref = project.refs.find(candidate => candidate.name === each.ref);
   if (ref === void 0) throw new TypeError(`the scenario describes no ref ${each.ref} in ${project.path}`);
   startPipeline(instance, {
    project,
    ref,
    user: userOf(instance.users, each.user),
    source: each.source ?? "push",
    script: each.script,
    variables: Object.entries(each.variables ?? {}).map(([key, value]) => ({
     key,
     value,
     type: "env_var"
    })),
    inputs: {},
    atMs
   });
  }
  const methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  const exposed = "ETag, Link, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Gitlab-Meta, " + "X-Next-Page, X-Page, X-Per-Page, X-Prev-Page, X-Request-Id, X-Total, X-Total-Pages";
  function crossOriginHeaders({headers}) {
   if (headers.origin === void 0) return {};
   return {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": methods,
    "access-control-expose-headers": exposed,
    "access-control-max-age": "7200"
   };
  }
  function preflightAnswer(request) {
   const {method, headers} = request;
   const asked = headers["access-control-request-method"];
   if (method !== "OPTIONS" || headers.origin === void 0 || asked === void 0) return;
   const wanted = headers["access-control-request-headers"];
   return (0, wire_answer.emptyAnswer)(200, {
    ...crossOriginHeaders(request),
    ...wanted === void 0 ? {} : {
     "access-control-allow-headers": wanted
    }
   });
  }
  function framedAnswer(request, response, {nowMs, number, metaHeader}) {
   const requestId = ulidOf(nowMs, number);
   const framed = {
    ...response,
    headers: {
     date: new Date(nowMs).toUTCString(),
     "x-request-id": requestId,
     "x-runtime": "0.042000",
     "x-content-type-options": "nosniff",
     "x-frame-options": "SAMEORIGIN",
     "referrer-policy": "strict-origin-when-cross-origin",
     vary: "Origin",
     ...metaHeader === "sent" ? {
      "x-gitlab-meta": JSON.stringify({
       correlation_id: requestId,
       version: "1"
      })
     } : {},
     ...cachingOf(response),
     ...response.headers
    }
   };
   return isKnown(request, framed) ? notModified(framed) : framed;
  }
  function cachingOf({status, headers, body}) {
   const isFile = headers["content-disposition"] !== void 0 || headers.etag !== void 0;
   if (headers["content-type"] !== "application/json" || isFile) return {};
   if (status !== 200 && status !== 201) return {
    "cache-control": "no-cache"
   };
   const digest = (0, external_node_crypto_.createHash)("sha256").update(body).digest("hex").slice(0, 32);
   return {
    "cache-control": "max-age=0, private, must-revalidate",
    etag: `W/"${digest}"`
   };
  }
  function isKnown({method, headers}, response) {
   const {etag} = response.headers;
   const reads = method === "GET" || method === "HEAD";
   if (!reads || response.status !== 200 || etag === void 0) return false;
   const given = (headers["if-none-match"] ?? "").split(",").map(tag => tag.trim());
   return given.includes("*") || given.some(tag => tag !== "" && bare(tag) === bare(etag));
  }
  function bare(tag) {
   return tag.replace(/^W\//, "");
  }
  function notModified({headers}) {
   const kept = Object.entries(headers).filter(([name]) => !name.startsWith("content-"));
   return {
    status: 304,
    headers: Object.fromEntries(kept),
    body: Buffer.alloc(0)
   };
  }
  const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  function ulidOf(epochMs, number) {
   return `${inCrockford(epochMs, 10)}${inCrockford(number, 16)}`;
  }
  function inCrockford(value, length) {
   let rest = value;
   let text = "";
   for (let index = 0; index < length; index += 1) {
    text = `${crockford[rest % 32] ?? "0"}${text}`;
    rest = Math.floor(rest / 32);
   }
   return text;
  }
  function createRouter(routes) {
   const compiled = routes.map(route => ({
    route,
    expression: compile(route.pattern)
   }));
   return (method, path) => {
    const methods = [];
    for (const {route, expression} of compiled) {
     const match = expression.exec(path);
     if (match === null) continue;
     if (route.method === method) return {
      kind: "route",
      route,
      pathParameters: decoded(match.groups ?? {})
     };
     methods.push(route.method);
    }
    return methods.length === 0 ? {
     kind: "none"
    } : {
     kind: "other_method",
     methods
    };
   };
  }
  function compile(pattern) {
   const source = pattern.replace(/:([a-z_]+)(\+?)/g, (_whole, name, many) => many === "" ? `(?<${name}>[^/]+)` : `(?<${name}>.+)`);
   return new RegExp(`^${source}/?$`);
  }
  function decoded(groups) {
   return Object.fromEntries(Object.entries(groups).map(([name, text]) => [ name, (0, 
   parameter_tree.decodePercent)(text) ]));
  }
  class StaleReplica {
   #known=new Map;
   answer(instance, {request, nowMs}, answer) {
    const pipelineId = /\/pipelines\/(\d+)/.exec((0, wire_parameters.splitTarget)(request.target).path)?.[1];
    if (instance.replicaLagMs <= 0 || request.method !== "GET" || pipelineId === void 0) return answer();
    const key = `${request.headers["private-token"] ?? ""} ${request.target}`;
    const touchedMs = instance.changeTags.get(Number(pipelineId))?.touchedMs ?? -1 / 0;
    const known = this.#known.get(key);
    if (known !== void 0 && nowMs - touchedMs < instance.replicaLagMs) return known;
    const fresh = answer();
    if (fresh.status === 200) this.#known.set(key, fresh);
    return fresh;
   }
  }
  var throttle = __webpack_require__("./simulator/gitlab/wire/throttle.js");
  class SimulatedGitLab {
   #clock;
   #instance;
   #routes;
   #router;
   #replica=new StaleReplica;
   constructor(deps, scenario) {
    this.#clock = deps.clock;
    this.#instance = buildInstance(scenario, deps.clock.epochMs());
    this.#routes = routesOf(this.#instance.release);
    this.#router = createRouter(this.#routes);
   }
   get version() {
    return this.#instance.release.version;
   }
   get relativeUrlRoot() {
    return this.#instance.relativeUrlRoot;
   }
   handle(request) {
    const nowMs = this.#clock.epochMs();
    advance(this.#instance, nowMs);
    const {nextIds, release} = this.#instance;
    const number = nextIds.request;
    nextIds.request += 1;
    const frame = {
     nowMs,
     number,
     metaHeader: release.metaHeader
    };
    const complete = framedAnswer(request, this.#acrossOrigins(request, nowMs), frame);
    return request.method === "HEAD" ? withoutBody(complete) : complete;
   }
   catchUp() {
    advance(this.#instance, this.#clock.epochMs());
   }
   forgetOldPipelines(most) {
    const {pipelines, moving, changeTags} = this.#instance;
    for (const pipeline of pipelines.values()) {
     if (pipelines.size <= most) return;
     if (aliveStatuses.has(pipeline.status)) continue;
     pipelines.delete(pipeline.id);
     moving.delete(pipeline);
     changeTags.delete(pipeline.id);
    }
   }
   pipelines() {
    advance(this.#instance, this.#clock.epochMs());
    return [ ...this.#instance.pipelines.values() ].map(pipelineView);
   }
   tree(pipelineId) {
    advance(this.#instance, this.#clock.epochMs());
    const pipeline = this.#instance.pipelines.get(pipelineId);
    return pipeline === void 0 ? void 0 : pipelineTreeView(pipeline);
   }
   triggerTokens(projectId) {
    const nowMs = this.#clock.epochMs();
    const triggers = this.#instance.projects.get(projectId)?.triggers ?? [];
    return triggers.filter(({expiresMs = 1 / 0}) => expiresMs > nowMs).map(triggerTokenView);
   }
   nextChangeMs() {
    return nextChangeMs(this.#instance);
   }
   setExternalUrl(origin) {
    this.#instance.externalUrl = `${origin}${this.#instance.relativeUrlRoot}`;
   }
   setWrites(mode) {
    this.#instance.writes = mode;
   }
   #acrossOrigins(request, nowMs) {
    const isApi = request.target.startsWith(`${this.#instance.relativeUrlRoot}/api/`);
    if (!isApi) return this.#answer(request, nowMs);
    const answer = preflightAnswer(request) ?? this.#answer(request, nowMs);
    return {
     ...answer,
     headers: {
      ...crossOriginHeaders(request),
      ...answer.headers
     }
    };
   }
   bringPushes(projectId) {
    const nowMs = this.#clock.epochMs();
    const project = this.#instance.projects.get(projectId);
    if (project !== void 0) bringPushes(this.#instance, project, nowMs);
    advance(this.#instance, nowMs);
   }
   #answer(request, nowMs) {
    const decision = (0, throttle.throttle)(this.#instance, request, nowMs);
    if (decision.kind === "throttled") return decision.answer;
    const answer = this.#replica.answer(this.#instance, {
     request,
     nowMs
    }, () => this.#reply(request, nowMs));
    return {
     ...answer,
     headers: {
      ...decision.headers,
      ...answer.headers
     }
    };
   }
   #reply(request, nowMs) {
    const {path} = (0, wire_parameters.splitTarget)(request.target);
    const isGraphql = path === `${this.#instance.relativeUrlRoot}/api/graphql`;
    if (isGraphql && (request.method === "GET" || request.method === "POST")) return answerGraphql({
     instance: this.#instance,
     request,
     nowMs
    });
    return (0, wire_caller.writeRefusal)(this.#instance, request) ?? this.#route(request, nowMs);
   }
   #route(request, nowMs) {
    const {path} = (0, wire_parameters.splitTarget)(request.target);
    const root = this.#instance.relativeUrlRoot;
    if (path.startsWith(`${root}/api/v3/`)) return (0, wire_answer.errorAnswer)(410, "API V3 is no longer supported. Use API V4 instead.");
    const prefix = `${root}/api/v4`;
    if (!path.startsWith(`${prefix}/`)) {
     const page = path.startsWith(root) ? (0, pages.pageAt)(path.slice(root.length), this.#routes) : void 0;
     return page ?? (0, pages.marked)((0, pages.notFoundPage)());
    }
    const method = request.method === "HEAD" ? "GET" : request.method;
    const match = this.#router(method, path.slice(prefix.length));
    switch (match.kind) {
    case "none":
     return (0, pages.marked)((0, wire_answer.errorAnswer)(404, "404 Not Found"));

    case "other_method":
     return otherMethodAnswer(path, match.methods);

    case "route":
     return this.#call({
      request,
      nowMs,
      match
     });
    }
   }
   #call({request, nowMs, match}) {
    const read = (0, wire_parameters.readParameters)(request);
    if (read.kind === "stop") return read.answer;
    const {route, pathParameters} = match;
    const parameters = {
     ...read.value,
     ...pathParameters
    };
    const instance = this.#instance;
    const base = {
     instance,
     nowMs,
     request,
     parameters,
     pathParameters
    };
    if (route.rule === "open") return route.endpoint({
     ...base,
     caller: {
      kind: "anonymous"
     }
    });
    const caller = (0, wire_caller.identify)(base, route.rule);
    if (caller.kind === "stop") return caller.answer;
    const call = {
     ...base,
     caller: caller.value
    };
    return route.endpoint(call);
   }
  }
  const aliveStatuses = new Set([ "created", "waiting_for_resource", "preparing", "waiting_for_callback", "pending", "running", "canceling", "scheduled" ]);
  function withoutBody({status, headers, body, stream}) {
   const length = String(stream?.bytes ?? body.length);
   return {
    status,
    headers: {
     ...headers,
     "content-length": length
    },
    body: Buffer.alloc(0)
   };
  }
  function otherMethodAnswer(path, methods) {
   if (path.endsWith("/trigger/pipeline")) return (0, wire_answer.notFoundAnswer)();
   return (0, pages.marked)((0, wire_answer.errorAnswer)(405, "405 Not Allowed", {
    allow: [ ...new Set(methods) ].join(", ")
   }));
  }
 }),
 "./simulator/gitlab/state/window-counter.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   WindowCounter: function() {
    return WindowCounter;
   },
   windowEndMs: function() {
    return windowEndMs;
   }
  });
  const windowMs = 6e4;
  class WindowCounter {
   #counts=new Map;
   count(key, nowMs) {
    const window = Math.floor(nowMs / windowMs);
    const present = this.#counts.get(key);
    const count = present?.window === window ? present.count + 1 : 1;
    this.#counts.set(key, {
     window,
     count
    });
    return count;
   }
  }
  function windowEndMs(nowMs) {
   return (Math.floor(nowMs / windowMs) + 1) * windowMs;
  }
 }),
 "./simulator/gitlab/wire/answer.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   emptyAnswer: function() {
    return emptyAnswer;
   },
   errorAnswer: function() {
    return errorAnswer;
   },
   forbiddenAnswer: function() {
    return forbiddenAnswer;
   },
   go: function() {
    return go;
   },
   htmlAnswer: function() {
    return htmlAnswer;
   },
   jsonAnswer: function() {
    return jsonAnswer;
   },
   messageAnswer: function() {
    return messageAnswer;
   },
   notFoundAnswer: function() {
    return notFoundAnswer;
   },
   recordErrorsAnswer: function() {
    return recordErrorsAnswer;
   },
   recordNotFoundAnswer: function() {
    return recordNotFoundAnswer;
   },
   stop: function() {
    return stop;
   },
   textAnswer: function() {
    return textAnswer;
   },
   unauthorizedAnswer: function() {
    return unauthorizedAnswer;
   }
  });
  function go(value) {
   return {
    kind: "go",
    value
   };
  }
  function stop(answer) {
   return {
    kind: "stop",
    answer
   };
  }
  function jsonAnswer(status, value, headers = {}) {
   const body = Buffer.from(JSON.stringify(value));
   return {
    status,
    headers: {
     "content-type": "application/json",
     ...headers
    },
    body
   };
  }
  function textAnswer(status, text, headers = {}) {
   return {
    status,
    headers: {
     "content-type": "text/plain",
     ...headers
    },
    body: Buffer.from(text)
   };
  }
  function htmlAnswer(status, page, headers = {}) {
   return {
    status,
    headers: {
     "content-type": "text/html; charset=utf-8",
     ...headers
    },
    body: Buffer.from(page)
   };
  }
  function emptyAnswer(status, headers = {}) {
   return {
    status,
    headers,
    body: Buffer.alloc(0)
   };
  }
  function messageAnswer(status, message, headers = {}) {
   return jsonAnswer(status, {
    message
   }, headers);
  }
  function errorAnswer(status, error, headers = {}) {
   return jsonAnswer(status, {
    error
   }, headers);
  }
  function recordErrorsAnswer(status, errors) {
   const entries = Object.entries(errors).map(([key, texts]) => [ key, texts.map(sanitizedText) ]);
   return messageAnswer(status, Object.fromEntries(entries));
  }
  function sanitizedText(text) {
   return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }
  function notFoundAnswer() {
   return messageAnswer(404, "404 Not Found");
  }
  function recordNotFoundAnswer() {
   return messageAnswer(404, "404 Not found");
  }
  function forbiddenAnswer(reason) {
   return messageAnswer(403, reason === void 0 ? "403 Forbidden" : `403 Forbidden - ${reason}`);
  }
  function unauthorizedAnswer() {
   return messageAnswer(401, "401 Unauthorized");
  }
 }),
 "./simulator/gitlab/wire/caller.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   carriesAccessToken: function() {
    return carriesAccessToken;
   },
   identify: function() {
    return identify;
   },
   maintenanceAnswer: function() {
    return maintenanceAnswer;
   },
   stateOf: function() {
    return stateOf;
   },
   writeRefusal: function() {
    return writeRefusal;
   }
  });
  var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./simulator/gitlab/wire/answer.js");
  var _parameters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./simulator/gitlab/wire/parameters.js");
  function identify(authentication, rule) {
   const {instance, request, parameters} = authentication;
   const jobToken = textOf(request.headers["job-token"] ?? parameters.job_token);
   if (jobToken !== void 0 && rule.jobToken === "accepted") return identifyJob(instance, jobToken);
   const token = accessTokenOf(request, parameters);
   if (token !== void 0) return identifyUser(authentication, rule, token);
   return rule.anonymous === "accepted" ? (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)({
    kind: "anonymous"
   }) : (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)((0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.unauthorizedAnswer)());
  }
  function textOf(value) {
   return typeof value === "string" && value !== "" ? value : void 0;
  }
  function accessTokenOf(request, parameters) {
   const authorization = request.headers.authorization ?? "";
   const bearer = /^Bearer\s+(.+)$/i.exec(authorization)?.[1];
   return textOf(request.headers["private-token"]) ?? textOf(parameters.private_token) ?? bearer ?? textOf(parameters.access_token) ?? basicPassword(authorization);
  }
  function basicPassword(authorization) {
   const encoded = /^Basic\s+(.+)$/i.exec(authorization)?.[1];
   if (encoded === void 0) return;
   const text = Buffer.from(encoded, "base64").toString("utf8");
   return textOf(text.slice(text.indexOf(":") + 1));
  }
  function carriesAccessToken(instance, request) {
   const token = accessTokenOf(request, {});
   return instance.accessTokens.find(({description}) => description.token === token)?.user.username;
  }
  function identifyJob(instance, text) {
   const token = instance.jobTokens.find(({description}) => description.token === text);
   const live = token?.description.job === "running" || token?.description.job === "canceling";
   return token !== void 0 && live && !token.user.blocked ? (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)({
    kind: "job",
    user: token.user,
    token
   }) : (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)((0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.unauthorizedAnswer)());
  }
  function identifyUser({instance, nowMs}, rule, text) {
   const token = instance.accessTokens.find(({description}) => description.token === text);
   if (token === void 0 || token.user.blocked) return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)((0, 
   _answer_js__WEBPACK_IMPORTED_MODULE_0__.unauthorizedAnswer)());
   const state = stateOf(token, nowMs);
   if (state !== "active") return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)(invalidTokenAnswer(state));
   if (!hasScope(token, rule.scope)) return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)(insufficientScopeAnswer(rule.scope));
   const {permissions} = token.description;
   const {missingPermission} = instance.release.words;
   if (missingPermission !== void 0 && permissions?.includes(rule.permission) === false) return (0, 
   _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)((0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.jsonAnswer)(403, {
    error: "insufficient_granular_scope",
    error_description: missingPermission(rule.permission)
   }));
   return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)({
    kind: "user",
    user: token.user,
    token
   });
  }
  function stateOf({description}, nowMs) {
   const past = description.expiresAt !== void 0 && Date.parse(description.expiresAt) <= nowMs;
   return past && description.state !== "revoked" ? "expired" : description.state ?? "active";
  }
  function hasScope({description: {scopes}}, scope) {
   switch (scope) {
   case "any":
    return true;

   case "api":
    return scopes.includes("api");

   case "read_user":
    return [ "api", "read_api", "read_user" ].some(each => scopes.includes(each));

   case "read_api":
    return scopes.includes("api") || scopes.includes("read_api");
   }
  }
  const invalidTokenTexts = {
   expired: "Token is expired. You can either do re-authorization or token refresh.",
   revoked: "Token was revoked. You have to re-authorize from the user."
  };
  function invalidTokenAnswer(state) {
   const description = invalidTokenTexts[state];
   const challenge = `Bearer realm="Protected by OAuth 2.0", error="invalid_token", error_description="${description}"`;
   return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.jsonAnswer)(401, {
    error: "invalid_token",
    error_description: description
   }, {
    "www-authenticate": challenge
   });
  }
  const acceptedScopes = {
   read_user: "api read_api read_user",
   read_api: "api read_api",
   api: "api",
   any: ""
  };
  function insufficientScopeAnswer(scope) {
   return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.jsonAnswer)(403, {
    error: "insufficient_scope",
    error_description: "The request requires higher privileges than provided by the access token.",
    scope: acceptedScopes[scope]
   });
  }
  function writeRefusal(instance, request) {
   if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
   switch (instance.writes) {
   case "open":
    return;

   case "maintenance":
    if (instance.release.maintenanceMode === "absent") return;
    return maintenanceAnswer(request, {
     message: instance.maintenanceMessage,
     startPage: `${instance.externalUrl}/`
    });

   case "read_only":
    return isJson(request) ? (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.messageAnswer)(403, "You cannot perform write operations on a read-only instance") : redirectAway(request, `${instance.externalUrl}/`);
   }
  }
  function maintenanceAnswer(request, maintenance) {
   return isJson(request) ? (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.messageAnswer)(503, maintenance.message) : redirectAway(request, maintenance.startPage);
  }
  function isJson({headers}) {
   return (0, _parameters_js__WEBPACK_IMPORTED_MODULE_1__.mediaType)(headers["content-type"] ?? "") === "application/json";
  }
  function redirectAway({headers}, startPage) {
   const location = headers.referer ?? startPage;
   const page = `<html><body>You are being <a href="${location}">redirected</a>.</body></html>`;
   return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.htmlAnswer)(301, page, {
    location
   });
  }
 }),
 "./simulator/gitlab/wire/fault-plan.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   FaultPlan: function() {
    return FaultPlan;
   }
  });
  class FaultPlan {
   #counted;
   constructor(rules) {
    this.#counted = rules.map(rule => ({
     rule,
     matches: 0
    }));
   }
   rules() {
    return this.#counted.map(counted => ({
     ...counted
    }));
   }
   add(rule) {
    this.#counted.push({
     rule,
     matches: 0
    });
   }
   replace(rules) {
    this.#counted = rules.map(rule => ({
     rule,
     matches: 0
    }));
   }
   atConnection() {
    const hits = this.#counted.filter(({rule}) => isConnectionRule(rule)).filter(countAndTest);
    return hits.length > 0 ? "refuse" : "accept";
   }
   atRequest(request) {
    const hits = this.#counted.filter(({rule}) => !isConnectionRule(rule) && fits(rule, request)).filter(countAndTest);
    return hits[0]?.rule.fault;
   }
  }
  function isConnectionRule({when, fault}) {
   return fault.kind === "refuse" && when.method === void 0 && when.pathMatches === void 0;
  }
  function fits({when}, {method, target}) {
   const {pathMatches} = when;
   if (when.method !== void 0 && when.method !== method) return false;
   return pathMatches === void 0 || target.search(pathMatches) >= 0;
  }
  function countAndTest(counted) {
   counted.matches += 1;
   const {nth = "every", times} = counted.rule.when;
   const first = nth === "every" ? 1 : nth;
   const last = first + (times ?? (nth === "every" ? 1 / 0 : 1)) - 1;
   return counted.matches >= first && counted.matches <= last;
  }
 }),
 "./simulator/gitlab/wire/parameter-tree.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   decodePercent: function() {
    return decodePercent;
   },
   isList: function() {
    return isList;
   },
   isTree: function() {
    return isTree;
   },
   nestFields: function() {
    return nestFields;
   },
   parameterOf: function() {
    return parameterOf;
   },
   parseFormText: function() {
    return parseFormText;
   }
  });
  function isTree(value) {
   return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  function isList(value) {
   return Array.isArray(value);
  }
  function parseFormText(text) {
   const fields = text.split("&").filter(pair => pair !== "").map(pair => {
    const at = pair.indexOf("=");
    return at < 0 ? {
     name: decodeFormText(pair),
     value: void 0
    } : {
     name: decodeFormText(pair.slice(0, at)),
     value: decodeFormText(pair.slice(at + 1))
    };
   });
   return nestFields(fields);
  }
  function decodeFormText(text) {
   return decodePercent(text.replaceAll("+", " "));
  }
  function decodePercent(text) {
   try {
    return decodeURIComponent(text);
   } catch {
    return text;
   }
  }
  function nestFields(fields) {
   const root = new Map;
   for (const {name, value} of fields) {
    const {head, keys} = splitName(name);
    if (head !== "") plant({
     branch: root,
     path: [ head, ...keys ],
     value: value ?? null
    });
   }
   return treeOf(root);
  }
  function splitName(name) {
   const open = name.indexOf("[");
   if (open <= 0 || !name.endsWith("]")) return {
    head: name,
    keys: []
   };
   return {
    head: name.slice(0, open),
    keys: name.slice(open + 1, -1).split("][")
   };
  }
  function plant({branch, path, value}) {
   const [key = "", next, ...rest] = path;
   if (next === void 0) {
    branch.set(key, value);
    return;
   }
   const present = branch.get(key);
   if (next === "") {
    const list = present instanceof Array ? [ ...present ] : [];
    const last = list.at(-1);
    const [property] = rest;
    if (property === void 0) list.push(value); else if (isTree(last) && !(property in last)) list[list.length - 1] = {
     ...last,
     [property]: value
    }; else list.push({
     [property]: value
    });
    branch.set(key, list);
    return;
   }
   const child = present instanceof Map ? present : new Map;
   branch.set(key, child);
   plant({
    branch: child,
    path: [ next, ...rest ],
    value
   });
  }
  function treeOf(branch) {
   return Object.fromEntries([ ...branch ].map(([key, value]) => [ key, value instanceof Map ? treeOf(value) : value ]));
  }
  function parameterOf(value) {
   if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
   if (Array.isArray(value)) return value.map(parameterOf);
   if (typeof value !== "object" || value === null) return null;
   return Object.fromEntries(Object.entries(value).map(([key, item]) => [ key, parameterOf(item) ]));
  }
 }),
 "./simulator/gitlab/wire/parameters.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   mapOf: function() {
    return mapOf;
   },
   mapProblems: function() {
    return mapProblems;
   },
   mediaType: function() {
    return mediaType;
   },
   readParameters: function() {
    return readParameters;
   },
   readTime: function() {
    return readTime;
   },
   requiredTextProblems: function() {
    return requiredTextProblems;
   },
   scalarText: function() {
    return scalarText;
   },
   splitTarget: function() {
    return splitTarget;
   },
   timeProblems: function() {
    return timeProblems;
   },
   wordProblems: function() {
    return wordProblems;
   }
  });
  var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./simulator/gitlab/wire/answer.js");
  var _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./simulator/gitlab/wire/parameter-tree.js");
  function parseMultipart(body, contentType) {
   const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
   const name = boundary?.[1] ?? boundary?.[2];
   if (name === void 0) return {};
   const parts = body.toString("latin1").split(`--${name}`).slice(1, -1);
   return (0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.nestFields)(parts.flatMap(part => fieldOf(part)));
  }
  function fieldOf(part) {
   const end = part.indexOf("\r\n\r\n");
   if (end < 0) return [];
   const head = utf8(part.slice(0, end));
   const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
   if (name === void 0) return [];
   const value = utf8(part.slice(end + 4).replace(/\r\n$/, ""));
   const filename = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
   return [ {
    name,
    value: filename === void 0 ? value : {
     filename,
     content: value
    }
   } ];
  }
  function utf8(latin1) {
   return Buffer.from(latin1, "latin1").toString("utf8");
  }
  function splitTarget(target) {
   const at = target.indexOf("?");
   return at < 0 ? {
    path: target,
    query: ""
   } : {
    path: target.slice(0, at),
    query: target.slice(at + 1).replace(/#.*$/, "")
   };
  }
  function readParameters(request) {
   const query = (0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.parseFormText)(splitTarget(request.target).query);
   if (request.method === "GET" || request.body.length === 0) return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)(query);
   const body = readBody(request);
   return body.kind === "stop" ? body : (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)({
    ...query,
    ...body.value
   });
  }
  function readBody(request) {
   const contentType = request.headers["content-type"] ?? "application/x-www-form-urlencoded";
   switch (mediaType(contentType)) {
   case "application/json":
    return readJson(request.body.toString("utf8"));

   case "application/x-www-form-urlencoded":
    return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)((0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.parseFormText)(request.body.toString("utf8")));

   case "multipart/form-data":
    return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)(parseMultipart(request.body, contentType));

   default:
    return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)((0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.errorAnswer)(415, `The provided content-type '${contentType}' is not supported.`));
   }
  }
  function mediaType(contentType) {
   return (contentType.split(";")[0] ?? "").trim().toLowerCase();
  }
  const malformedJson = [ "Problem:", "  message body does not match declared format", "Resolution:", "  when specifying application/json as content-type, the body must be valid application/json\n  in the request's 'body'", "" ].join("\n");
  function readJson(text) {
   if (text.trim() === "") return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)({});
   try {
    const value = (0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.parameterOf)(JSON.parse(text));
    return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.go)((0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.isTree)(value) ? value : {});
   } catch {
    return (0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.stop)((0, _answer_js__WEBPACK_IMPORTED_MODULE_0__.errorAnswer)(400, malformedJson));
   }
  }
  function requiredTextProblems(parameters, name, blank) {
   const value = parameters[name];
   const empty = blank === "refused" ? [ `${name} is empty` ] : [];
   if (value === void 0) return [ `${name} is missing`, ...empty ];
   if (typeof value === "object" && value !== null) return [ `${name} is invalid` ];
   return scalarText(value).trim() === "" ? empty : [];
  }
  function mapProblems(parameters, name) {
   const value = parameters[name];
   return value === void 0 || value === null || (0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.isTree)(value) ? [] : [ `${name} is invalid` ];
  }
  function mapOf(value) {
   return (0, _parameter_tree_js__WEBPACK_IMPORTED_MODULE_1__.isTree)(value) ? value : {};
  }
  function scalarText(value) {
   if (typeof value === "string") return value;
   return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  }
  function wordProblems(parameters, name, words) {
   const value = parameters[name];
   if (value === void 0) return [];
   return words.includes(scalarText(value)) ? [] : [ `${name} does not have a valid value` ];
  }
  function timeProblems(parameters, name) {
   const value = parameters[name];
   return value === void 0 || readTime(value) !== void 0 ? [] : [ `${name} is invalid` ];
  }
  function readTime(value) {
   const text = scalarText(value);
   const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?( .*)?$/.exec(text);
   if (match === null) return;
   const [, day = "", time = "00:00:00", zone = "Z"] = match;
   const epochMs = Date.parse(`${day}T${time}${zone}`);
   return Number.isNaN(epochMs) ? void 0 : epochMs;
  }
 }),
 "./simulator/gitlab/wire/server.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   startServer: function() {
    return startServer;
   }
  });
  var external_node_http_ = __webpack_require__("node:http");
  var external_node_https_ = __webpack_require__("node:https");
  var external_node_zlib_ = __webpack_require__("node:zlib");
  const compressedTypes = /^(?:application\/(?:json|xml|x-javascript)|text\/(?:html|plain|css|xml))\b/;
  const leastBytes = 250;
  const level = 2;
  function compressedAnswer(request, response) {
   const {headers, body} = response;
   const isAsked = /\bgzip\b/i.test(request.headers["accept-encoding"] ?? "");
   const isFit = headers["content-encoding"] === void 0 && body.length >= leastBytes && compressedTypes.test(headers["content-type"] ?? "");
   if (!isAsked || !isFit) return response;
   return {
    ...response,
    headers: {
     ...headers,
     "content-encoding": "gzip",
     vary: [ headers.vary, "Accept-Encoding" ].filter(name => name !== void 0).join(", "),
     ...headers.etag?.startsWith('"') === true ? {
      etag: `W/${headers.etag}`
     } : {}
    },
    body: (0, external_node_zlib_.gzipSync)(body, {
     level
    })
   };
  }
  var answer = __webpack_require__("./simulator/gitlab/wire/answer.js");
  var caller = __webpack_require__("./simulator/gitlab/wire/caller.js");
  var throttle = __webpack_require__("./simulator/gitlab/wire/throttle.js");
  function deliver(deps, request, fault) {
   const work = () => deps.gitlab.handle(request);
   if (fault === void 0) return {
    kind: "answer",
    response: work()
   };
   switch (fault.kind) {
   case "refuse":
    return {
     kind: "refused"
    };

   case "reset_before":
    return {
     kind: "reset"
    };

   case "reset_after":
    work();
    return {
     kind: "reset"
    };

   case "truncate":
    return truncated(work(), "content_length");

   case "truncate_chunked":
    return truncated(work(), "chunked");

   case "stall":
    return {
     kind: "silence"
    };

   case "stall_after_work":
    work();
    return {
     kind: "silence"
    };

   case "drip":
    return {
     kind: "drip",
     response: work(),
     everyMs: fault.everyMs
    };

   case "too_large":
    {
     const {megabytes} = fault;
     return {
      kind: "flood",
      totalBytes: megabytes === "endless" ? megabytes : megabytes * 2 ** 20
     };
    }

   case "html":
   case "redirect":
   case "rate_limited":
   case "maintenance":
    return {
     kind: "answer",
     response: substitute(deps, request, fault)
    };

   case "status":
    if (fault.work === "done") work();
    return {
     kind: "answer",
     response: statusAnswer(deps, fault)
    };
   }
  }
  function truncated(response, framing) {
   const wholeBytes = response.stream?.bytes ?? response.body.length;
   return {
    kind: "truncated",
    response,
    sentBytes: Math.floor(wholeBytes / 2),
    framing
   };
  }
  function substitute({clock}, request, fault) {
   const date = new Date(clock.epochMs()).toUTCString();
   switch (fault.kind) {
   case "html":
    return (0, answer.htmlAnswer)(200, fault.page ?? loginPage, {
     date
    });

   case "redirect":
    return (0, answer.htmlAnswer)(fault.status, "<html><body>Moved</body></html>", {
     date,
     location: fault.location
    });

   case "rate_limited":
    return rateLimitedAnswer(fault, clock.epochMs());

   case "maintenance":
    {
     const message = fault.message ?? "GitLab is undergoing maintenance";
     const answer = (0, caller.maintenanceAnswer)(request, {
      message,
      startPage: "/"
     });
     return {
      ...answer,
      headers: {
       date,
       ...answer.headers
      }
     };
    }
   }
  }
  const loginPage = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form action="/sso/login" method="post">' + '<input name="username"></form></body></html>\n';
  const faultLimit = 10;
  function rateLimitedAnswer(fault, nowMs) {
   const {retryAfterSeconds, resetAfterSeconds} = fault;
   const resetMs = nowMs + (resetAfterSeconds ?? 0) * 1e3;
   const counters = (0, throttle.throttleHeaders)({
    name: "throttle_unauthenticated_api",
    limit: faultLimit,
    observed: faultLimit + 1,
    resetMs
   });
   return (0, answer.textAnswer)(429, fault.text ?? "Retry later\n", {
    date: new Date(nowMs).toUTCString(),
    ...resetAfterSeconds === void 0 ? {} : {
     ...counters,
     "ratelimit-resettime": new Date(resetMs).toUTCString()
    },
    ...retryAfterSeconds === void 0 ? {} : {
     "retry-after": String(retryAfterSeconds)
    }
   });
  }
  function statusAnswer({clock}, fault) {
   const contentType = fault.contentType ?? (fault.body === void 0 ? "text/html" : "application/json");
   const page = `<html><head><title>${fault.status}</title></head><body><h1>${fault.status}</h1></body></html>\n`;
   return {
    status: fault.status,
    headers: {
     date: new Date(clock.epochMs()).toUTCString(),
     "content-type": contentType,
     ...fault.headers
    },
    body: Buffer.from(fault.body ?? page)
   };
  }
  var fault_plan = __webpack_require__("./simulator/gitlab/wire/fault-plan.js");
  function act({clock, outgoing}, delivery) {
   outgoing.on("error", () => {});
   outgoing.sendDate = false;
   switch (delivery.kind) {
   case "answer":
    writeHead(outgoing, delivery.response, "content_length");
    if (delivery.response.stream === void 0) outgoing.end(delivery.response.body); else pour(outgoing, delivery.response.stream, 1 / 0).then(() => outgoing.end());
    return;

   case "refused":
    outgoing.socket?.destroy();
    return;

   case "reset":
    outgoing.socket?.resetAndDestroy();
    return;

   case "truncated":
    writeHead(outgoing, delivery.response, delivery.framing);
    if (delivery.response.stream !== void 0) {
     pour(outgoing, delivery.response.stream, delivery.sentBytes).then(() => {
      outgoing.socket?.destroy();
     });
     return;
    }
    outgoing.write(delivery.response.body.subarray(0, Math.max(1, delivery.sentBytes)), () => {
     outgoing.socket?.destroy();
    });
    return;

   case "silence":
    return;

   case "drip":
    writeHead(outgoing, delivery.response, "content_length");
    outgoing.flushHeaders();
    drip({
     clock,
     outgoing
    }, delivery.response.body, delivery.everyMs);
    return;

   case "flood":
    outgoing.writeHead(200, {
     "content-type": "application/json"
    });
    flood(outgoing, delivery.totalBytes === "endless" ? 1 / 0 : delivery.totalBytes);
    return;
   }
  }
  function writeHead(outgoing, {status, headers, body, stream}, framing) {
   const bodiless = status === 204 || status === 304;
   const bytes = stream?.bytes ?? body.length;
   const length = framing === "content_length" && !bodiless ? {
    "content-length": bytes
   } : {};
   outgoing.writeHead(status, {
    ...length,
    ...headers
   });
  }
  async function pour(outgoing, stream, mostBytes) {
   let rest = mostBytes;
   for await (const chunk of stream.open()) {
    if (rest <= 0 || outgoing.destroyed) return;
    const piece = chunk.subarray(0, rest);
    rest -= piece.length;
    if (outgoing.write(piece)) continue;
    await new Promise(resolve => {
     const goOn = () => {
      outgoing.off("drain", goOn).off("close", goOn);
      resolve();
     };
     outgoing.once("drain", goOn).once("close", goOn);
    });
   }
  }
  function drip(stage, rest, everyMs) {
   const {clock, outgoing} = stage;
   if (rest.length === 0) {
    outgoing.end();
    return;
   }
   const dispose = clock.schedule(everyMs, () => {
    outgoing.off("close", dispose);
    if (outgoing.destroyed) return;
    outgoing.write(rest.subarray(0, 1));
    drip(stage, rest.subarray(1), everyMs);
   });
   outgoing.once("close", dispose);
  }
  const floodChunk = 65536;
  function flood(outgoing, restBytes) {
   let rest = restBytes;
   while (rest > 0 && !outgoing.destroyed) {
    const size = Math.min(floodChunk, rest);
    rest -= size;
    if (!outgoing.write(Buffer.alloc(size, "x"))) {
     outgoing.once("drain", () => flood(outgoing, rest));
     return;
    }
   }
   if (rest <= 0) outgoing.end();
  }
  async function startServer(options) {
   const {clock, tls, host = "127.0.0.1"} = options;
   const gitlab = options.compression === "none" ? options.gitlab : compressing(options.gitlab);
   const faults = options.faults ?? new fault_plan.FaultPlan([]);
   const requests = [];
   const {mostRequests = 1 / 0, beside} = options;
   const sockets = new Set;
   const onRequest = (incoming, outgoing) => {
    if (beside?.owns(incoming.url ?? "") === true) {
     readRequest(incoming, request => {
      act({
       clock,
       outgoing
      }, {
       kind: "answer",
       response: beside.handle(request)
      });
     });
     return;
    }
    if (beside !== void 0 && faults.atConnection() === "refuse") {
     incoming.socket.destroy();
     return;
    }
    const fault = faults.atRequest({
     method: incoming.method ?? "",
     target: incoming.url ?? ""
    });
    if (fault?.kind === "refuse") {
     incoming.socket.destroy();
     return;
    }
    readRequest(incoming, request => {
     const {method, target, headers} = request;
     requests.push({
      method,
      target,
      headers,
      body: request.body.toString("utf8"),
      epochMs: clock.epochMs()
     });
     if (requests.length > mostRequests) requests.splice(0, requests.length - mostRequests);
     act({
      clock,
      outgoing
     }, deliver({
      gitlab,
      clock
     }, request, fault));
    });
   };
   const server = tls === void 0 ? (0, external_node_http_.createServer)(onRequest) : (0, 
   external_node_https_.createServer)(tls, onRequest);
   server.on("connection", socket => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    if (beside === void 0 && faults.atConnection() === "refuse") socket.destroy();
   });
   await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
   });
   const port = portOf(server.address());
   const origin = `${tls === void 0 ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}`;
   return {
    url: `${origin}${gitlab.relativeUrlRoot}`,
    port,
    requests,
    forgetRequests: () => requests.splice(0),
    close: async () => {
     const closed = new Promise(resolve => server.close(() => resolve()));
     for (const socket of sockets) socket.destroy();
     await closed;
    }
   };
  }
  function compressing(gitlab) {
   return {
    relativeUrlRoot: gitlab.relativeUrlRoot,
    handle: request => compressedAnswer(request, gitlab.handle(request))
   };
  }
  function portOf(address) {
   if (address === null || typeof address === "string") throw new TypeError("the listener has no port");
   return address.port;
  }
  function readRequest(incoming, onRead) {
   const chunks = [];
   incoming.on("data", chunk => chunks.push(chunk));
   incoming.once("end", () => {
    const headers = Object.entries(incoming.headers).map(([name, value]) => [ name, Array.isArray(value) ? value.join(", ") : value ?? "" ]);
    onRead({
     method: incoming.method ?? "",
     target: incoming.url ?? "",
     headers: Object.fromEntries(headers),
     body: Buffer.concat(chunks)
    });
   });
  }
 }),
 "./simulator/gitlab/wire/throttle.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   throttle: function() {
    return throttle;
   },
   throttleHeaders: function() {
    return throttleHeaders;
   }
  });
  var _state_window_counter_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./simulator/gitlab/state/window-counter.js");
  var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./simulator/gitlab/wire/answer.js");
  var _caller_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./simulator/gitlab/wire/caller.js");
  function throttle(instance, request, nowMs) {
   const settings = instance.throttle;
   const username = (0, _caller_js__WEBPACK_IMPORTED_MODULE_2__.carriesAccessToken)(instance, request);
   const limit = username === void 0 ? settings?.unauthenticatedPerMinute : settings?.authenticatedPerMinute;
   if (settings === void 0 || limit === void 0) return {
    kind: "pass",
    headers: {}
   };
   const name = username === void 0 ? "throttle_unauthenticated_api" : "throttle_authenticated_api";
   const observed = instance.counters.count(`throttle/${username ?? ""}`, nowMs);
   const headers = throttleHeaders({
    name,
    limit,
    observed,
    resetMs: (0, _state_window_counter_js__WEBPACK_IMPORTED_MODULE_0__.windowEndMs)(nowMs)
   });
   const shown = settings.headers ?? instance.release.rateLimitHeaders;
   if (observed <= limit) return {
    kind: "pass",
    headers: shown === "always" ? headers : {}
   };
   const retryAfterSeconds = Math.ceil(((0, _state_window_counter_js__WEBPACK_IMPORTED_MODULE_0__.windowEndMs)(nowMs) - nowMs) / 1e3);
   const answer = (0, _answer_js__WEBPACK_IMPORTED_MODULE_1__.textAnswer)(429, settings.text ?? "Retry later\n", {
    ...shown === "never" ? {} : {
     ...headers,
     "ratelimit-resettime": new Date((0, _state_window_counter_js__WEBPACK_IMPORTED_MODULE_0__.windowEndMs)(nowMs)).toUTCString()
    },
    "retry-after": String(retryAfterSeconds)
   });
   return {
    kind: "throttled",
    answer
   };
  }
  function throttleHeaders({name, limit, observed, resetMs}) {
   return {
    "ratelimit-name": name,
    "ratelimit-limit": String(limit),
    "ratelimit-observed": String(observed),
    "ratelimit-remaining": String(Math.max(0, limit - observed)),
    "ratelimit-reset": String(Math.floor(resetMs / 1e3))
   };
  }
 }),
 "./simulator/named-scenarios.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   namedScenario: function() {
    return namedScenario;
   }
  });
  var _demo_scenario_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./simulator/demo-scenario.js");
  const scenarioNames = [ "success", "failed", "warnings", "manual", "slow", "children", "throttled", "maintenance", "gitlab-13" ];
  const passingLog = "$ npm test\n3 passed\nJob succeeded\n";
  function job(name, stage, more = {}) {
   return {
    name,
    stage,
    durationMs: 800,
    log: passingLog,
    ...more
   };
  }
  const archive = {
   fileType: "archive",
   filename: "artifacts.zip",
   files: {
    "preview.env": "IMAGE_TAG=1.4.2\nPREVIEW_URL=https://preview.example.com\n"
   }
  };
  function scriptWith(...jobs) {
   return {
    stages: [ "build", "test", "deploy" ],
    jobs
   };
  }
  const compile = job("compile", "build", {
   artifacts: [ archive ]
  });
  const unit = job("unit", "test", {
   coverage: 87.5
  });
  const passing = {
   ...scriptWith(compile, unit, job("publish", "deploy")),
   tests: [ {
    name: "unit",
    cases: [ {
     name: "adds two numbers",
     status: "success",
     executionTime: .003
    } ]
   } ]
  };
  const children = {
   ...scriptWith(compile, unit),
   bridges: [ {
    name: "smoke",
    stage: "deploy",
    strategy: "depend",
    downstream: {
     script: {
      stages: [ "smoke" ],
      jobs: [ job("api", "smoke", {
       artifacts: [ archive ]
      }) ]
     }
    }
   } ]
  };
  const scripts = {
   fails: _demo_scenario_js__WEBPACK_IMPORTED_MODULE_0__.failingScript,
   warnings: scriptWith(compile, unit, job("lint", "test", {
    result: "failed",
    allowFailure: true,
    log: "src/round.ts:3:1 missing docstring\n"
   })),
   manual: scriptWith(compile, unit, job("publish", "deploy", {
    result: "manual"
   })),
   slow: scriptWith(compile, job("unit", "test", {
    durationMs: 6e5
   })),
   children
  };
  function mainOf(name) {
   switch (name) {
   case "failed":
    return scripts.fails;

   case "warnings":
   case "manual":
   case "slow":
   case "children":
    return scripts[name];

   case "success":
   case "throttled":
   case "maintenance":
   case "gitlab-13":
    return passing;
   }
  }
  function namedScenario(name) {
   const refs = Object.entries({
    main: mainOf(name),
    ...scripts
   }).map(([ref, script]) => ({
    name: ref,
    ci: {
     kind: "valid",
     script
    }
   }));
   return {
    ..._demo_scenario_js__WEBPACK_IMPORTED_MODULE_0__.demoScenario,
    projects: _demo_scenario_js__WEBPACK_IMPORTED_MODULE_0__.demoScenario.projects.map(project => ({
     ...project,
     refs
    })),
    ...name === "throttled" ? {
     throttle: {
      unauthenticatedPerMinute: 2,
      authenticatedPerMinute: 10
     }
    } : {},
    ...name === "maintenance" ? {
     writes: "maintenance"
    } : {},
    ...name === "gitlab-13" ? {
     release: "13.0"
    } : {}
   };
  }
  __webpack_require__.d(__webpack_exports__, [ "scenarioNames", 0, scenarioNames ]);
 }),
 "./simulator/runner/runner.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   startStep: function() {
    return startStep;
   }
  });
  var promises_ = __webpack_require__("node:fs/promises");
  var external_node_path_ = __webpack_require__("node:path");
  var errors = __webpack_require__("./base/errors.js");
  const nodeRuntimes = [ "node12", "node16", "node20", "node24" ];
  async function parseActionMetadata(text) {
   const {parse} = await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__, "../../node_modules/yaml/dist/index.js", 19));
   const root = mappingOf(parse(text, {
    schema: "failsafe"
   }), "the file");
   const branding = root.branding === void 0 ? void 0 : mappingOf(root.branding, "branding");
   return {
    name: textOf(root.name) ?? "",
    description: textOf(root.description) ?? "",
    branding: branding && {
     icon: textOf(branding.icon) ?? "",
     color: textOf(branding.color) ?? ""
    },
    inputs: entriesOf(root.inputs, "inputs").map(([name, row]) => ({
     name,
     description: textOf(row.description) ?? "",
     required: textOf(row.required) === "true",
     default: textOf(row.default),
     deprecationMessage: textOf(row.deprecationMessage)
    })),
    outputs: entriesOf(root.outputs, "outputs").map(([name, row]) => ({
     name,
     description: textOf(row.description) ?? ""
    })),
    runs: runsOf(mappingOf(root.runs, "runs"))
   };
  }
  function runsOf(runs) {
   const using = textOf(runs.using);
   const main = textOf(runs.main);
   if (using === void 0 || !nodeRuntimes.includes(using)) throw unusable(`runs.using is ${using ?? "missing"}; a JavaScript action has ${nodeRuntimes.join(", ")}`);
   if (main === void 0) throw unusable("runs.main is missing");
   return {
    using,
    main,
    pre: textOf(runs.pre),
    post: textOf(runs.post),
    preIf: textOf(runs["pre-if"]) ?? "always()",
    postIf: textOf(runs["post-if"]) ?? "always()"
   };
  }
  function entriesOf(value, where) {
   if (value === void 0) return [];
   return Object.entries(mappingOf(value, where)).map(([name, row]) => [ name, row === "" ? {} : mappingOf(row, `${where}.${name}`) ]);
  }
  function mappingOf(value, where) {
   if (!isMapping(value)) throw unusable(`${where} is not a mapping`);
   return value;
  }
  function isMapping(value) {
   return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  function textOf(value) {
   return typeof value === "string" ? value : void 0;
  }
  function unusable(why) {
   return new errors.InputError({
    code: "invalid_input",
    what: "The runner cannot use this action.yml",
    why
   });
  }
  function readNamedValues(text, platform) {
   const pairs = [];
   let index = 0;
   for (;;) {
    const line = lineAt(text, index, platform);
    if (line === void 0) return {
     pairs,
     mistake: void 0
    };
    index = line.next;
    if (line.text === "") continue;
    const equals = line.text.indexOf("=");
    const arrows = line.text.indexOf("<<");
    if (equals >= 0 && (arrows < 0 || equals < arrows)) {
     if (equals === 0) return {
      pairs,
      mistake: `a line has no name before its '=': '${line.text}'`
     };
     pairs.push({
      name: line.text.slice(0, equals),
      value: line.text.slice(equals + 1)
     });
    } else if (arrows >= 0) {
     const name = line.text.slice(0, arrows);
     const delimiter = line.text.slice(arrows + 2);
     if (name === "" || delimiter === "") return {
      pairs,
      mistake: `a line lacks the name or the delimiter around '<<': '${line.text}'`
     };
     const block = blockAt({
      text,
      start: index,
      delimiter,
      platform
     });
     if (block === void 0) return {
      pairs,
      mistake: `the value of '${name}' has no line with its delimiter '${delimiter}'`
     };
     pairs.push({
      name,
      value: block.value
     });
     index = block.next;
    } else return {
     pairs,
     mistake: `a line has neither '=' nor '<<': '${line.text}'`
    };
   }
  }
  function readPaths(text, platform) {
   const paths = [];
   let index = 0;
   for (;;) {
    const line = lineAt(text, index, platform);
    if (line === void 0) return paths;
    index = line.next;
    if (line.text !== "") paths.push(line.text);
   }
  }
  function lastValues(pairs) {
   return Object.fromEntries(pairs.map(({name, value}) => [ name, value ]));
  }
  function blockAt(block) {
   let index = block.start;
   let end = block.start;
   for (;;) {
    const line = lineAt(block.text, index, block.platform);
    if (line === void 0) return;
    if (line.text === block.delimiter) return {
     value: block.text.slice(block.start, end),
     next: line.next
    };
    if (line.breakLength === 0) return;
    index = line.next;
    end = index - line.breakLength;
   }
  }
  function lineAt(text, start, platform) {
   if (start >= text.length) return;
   const feed = text.indexOf("\n", start);
   if (feed < 0) return {
    text: text.slice(start),
    next: text.length,
    breakLength: 0
   };
   const breakLength = platform === "win32" && feed > start && text[feed - 1] === "\r" ? 2 : 1;
   return {
    text: text.slice(start, feed + 1 - breakLength),
    next: feed + 1,
    breakLength
   };
  }
  const summaryMaxBytes = 1048576;
  const blockedVariable = "NODE_OPTIONS";
  function readStepYield(texts, log, platform) {
   const named = file => {
    const {pairs, mistake} = readNamedValues(texts[file], platform);
    if (mistake !== void 0) log.fail(`Unable to process file command '${file}': ${mistake}`);
    return lastValues(pairs);
   };
   return {
    environment: allowedVariables(named("env"), log),
    paths: readPaths(texts.path, platform),
    outputs: {
     ...log.outputs,
     ...named("output")
    },
    state: {
     ...log.state,
     ...named("state")
    },
    summary: uploadedSummary(texts.summary, log)
   };
  }
  function jobOutputsOf(outputs, mask) {
   return Object.fromEntries(Object.entries(outputs).filter(([, value]) => mask(value) === value));
  }
  function allowedVariables(variables, log) {
   const isBlocked = name => name.toUpperCase() === blockedVariable;
   const names = Object.keys(variables);
   for (const name of names.filter(isBlocked)) log.annotate("error", `The variable '${name}' cannot be set through GITHUB_ENV`);
   return Object.fromEntries(Object.entries(variables).filter(([name]) => !isBlocked(name)));
  }
  function uploadedSummary(text, log) {
   const bytes = Buffer.byteLength(text);
   if (bytes > summaryMaxBytes) {
    log.annotate("error", `The step summary is dropped: ${bytes} bytes are more than ${summaryMaxBytes}`);
    return "";
   }
   return text.split(/\r\n|\r|\n/).map(line => log.maskLine(line)).join("\n");
  }
  const exampleRun = {
   repository: "octo-org/octo-repo",
   sha: "8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c",
   ref: "refs/heads/main",
   actor: "octocat",
   runId: "1658821493",
   serverUrl: "https://github.com",
   workflow: "deploy",
   job: "gitlab",
   eventName: "push"
  };
  const runnerSystems = {
   darwin: "macOS",
   linux: "Linux",
   win32: "Windows"
  };
  function inputVariableName(name) {
   return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
  }
  function inputEnvironment(step) {
   const declaredNames = new Map(step.declared.map(input => [ input.name.toLowerCase(), input ]));
   const environment = {};
   const warnings = [];
   for (const input of step.declared) environment[inputVariableName(input.name)] = input.default ?? "";
   for (const [name, value] of Object.entries(step.given)) {
    environment[inputVariableName(name)] = value;
    const input = declaredNames.get(name.toLowerCase());
    if (input === void 0) {
     const known = step.declared.map(row => row.name).join(", ");
     warnings.push(`Input '${name}' is not declared by this action, which knows: ${known}`);
    } else if (input.deprecationMessage !== void 0) warnings.push(`Input '${name}' is deprecated: ${input.deprecationMessage}`);
   }
   return {
    environment,
    warnings
   };
  }
  function stateEnvironment(state) {
   return Object.fromEntries(Object.entries(state).map(([name, value]) => [ `STATE_${name}`, value ]));
  }
  function runnerEnvironment(step) {
   const {run, folders, files} = step;
   return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTION_PATH: folders.action,
    GITHUB_ACTOR: run.actor,
    GITHUB_API_URL: run.apiUrl ?? `${run.serverUrl}/api/v3`,
    GITHUB_BASE_REF: "",
    GITHUB_ENV: files.env,
    GITHUB_EVENT_NAME: run.eventName,
    GITHUB_EVENT_PATH: folders.eventFile,
    GITHUB_HEAD_REF: "",
    GITHUB_JOB: run.job,
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.path,
    GITHUB_REF: run.ref,
    GITHUB_REF_NAME: run.ref.replace(/^refs\/(?:heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: run.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REPOSITORY: run.repository,
    GITHUB_REPOSITORY_OWNER: run.repository.split("/")[0] ?? "",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: run.runId,
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: run.serverUrl,
    GITHUB_SHA: run.sha,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKFLOW: run.workflow,
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: "X64",
    RUNNER_NAME: "simulated-runner",
    RUNNER_OS: runnerSystems[step.platform] ?? "Linux",
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache
   };
  }
  async function prepareFolders(workDir, actionDir) {
   const folders = {
    workspace: (0, external_node_path_.join)(workDir, "workspace"),
    temp: (0, external_node_path_.join)(workDir, "temp"),
    toolCache: (0, external_node_path_.join)(workDir, "tool-cache"),
    action: actionDir,
    eventFile: (0, external_node_path_.join)(workDir, "temp", "_github_workflow", "event.json")
   };
   await (0, promises_.mkdir)(folders.workspace, {
    recursive: true
   });
   await (0, promises_.mkdir)(folders.toolCache, {
    recursive: true
   });
   await (0, promises_.mkdir)((0, external_node_path_.join)(folders.temp, "_github_workflow"), {
    recursive: true
   });
   await (0, promises_.writeFile)(folders.eventFile, "{}\n");
   return folders;
  }
  async function writeEvent({eventFile}, event) {
   await (0, promises_.writeFile)(eventFile, `${JSON.stringify(event)}\n`);
  }
  async function createCommandFiles(temp) {
   const parent = (0, external_node_path_.join)(temp, "_runner_file_commands");
   await (0, promises_.mkdir)(parent, {
    recursive: true
   });
   const folder = await (0, promises_.mkdtemp)((0, external_node_path_.join)(parent, "stage-"));
   const files = {
    output: (0, external_node_path_.join)(folder, "set_output"),
    state: (0, external_node_path_.join)(folder, "save_state"),
    env: (0, external_node_path_.join)(folder, "set_env"),
    path: (0, external_node_path_.join)(folder, "add_path"),
    summary: (0, external_node_path_.join)(folder, "step_summary")
   };
   await Promise.all(Object.values(files).map(path => (0, promises_.writeFile)(path, "")));
   return files;
  }
  async function readCommandFiles(files) {
   const read = async path => {
    try {
     return (await (0, promises_.readFile)(path, "utf8")).replace(/^\uFEFF/, "");
    } catch (error) {
     const isMissing = typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";
     if (isMissing) return "";
     throw error;
    }
   };
   return {
    output: await read(files.output),
    state: await read(files.state),
    env: await read(files.env),
    path: await read(files.path),
    summary: await read(files.summary)
   };
  }
  const shown = "***";
  function maskedValuesOf(payload) {
   if (payload.trim() === "") return [];
   const lines = payload.split(/[\r\n]+/).map(line => line.trim()).filter(line => line !== "");
   return [ ...new Set([ payload, ...lines ]) ];
  }
  function maskForms(value) {
   const bytes = Buffer.from(value, "utf8");
   const wellFormed = bytes.toString("utf8");
   const forms = [ value, bytes.toString("base64"), ...[ 1, 2 ].map(offset => bytes.subarray(bytes.length > offset ? offset : 0).toString("base64")), value.replaceAll('"', '\\"'), value.replaceAll("'", "''"), jsonForm(value), percentForm(wellFormed), xmlForm(value), value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : "" ];
   return [ ...new Set(forms) ].filter(form => form !== "");
  }
  function maskText(text, forms) {
   const spans = [];
   for (const form of forms) {
    if (form === "") continue;
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) spans.push({
     start,
     end: start + form.length
    });
   }
   spans.sort((a, b) => a.start - b.start);
   let masked = "";
   let position = 0;
   let openEnd;
   for (const {start, end} of spans) {
    if (openEnd === void 0 || start > openEnd) masked += text.slice(position, start) + shown;
    openEnd = Math.max(openEnd ?? 0, end);
    position = openEnd;
   }
   return masked + text.slice(position);
  }
  function jsonForm(value) {
   return JSON.stringify(value).slice(1, -1).replace(/[\u0085\u2028\u2029]/g, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }
  function percentForm(value) {
   return encodeURIComponent(value).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  }
  function xmlForm(value) {
   const names = {
    "&": "amp",
    "<": "lt",
    ">": "gt",
    '"': "quot",
    "'": "apos"
   };
   return value.replace(/[&<>"']/g, mark => `&${names[mark] ?? ""};`);
  }
  const workflowCommandNames = [ "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path", "notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning" ];
  function parseWorkflowCommand(line, stopToken) {
   const names = new Set(workflowCommandNames);
   if (stopToken !== void 0) names.add(stopToken.toLowerCase());
   return parseColonForm(line, names) ?? parseBracketForm(line, names);
  }
  function isRefusedStopToken(token) {
   const name = token.toLowerCase();
   return name === "" || name === "pause-logging" || workflowCommandNames.some(known => known === name);
  }
  function parseColonForm(line, names) {
   const text = line.trimStart();
   if (!text.startsWith("::")) return;
   const end = text.indexOf("::", 2);
   if (end < 0) return;
   return commandOf({
    head: text.slice(2, end),
    payload: text.slice(end + 2),
    names,
    separator: ",",
    decodePayload: value => decode(value, [ "%0D", "%0A" ]),
    decodeProperty: value => decode(value, [ "%0D", "%0A", "%3A", "%2C" ])
   });
  }
  function parseBracketForm(line, names) {
   const start = line.indexOf("##[");
   const end = start < 0 ? -1 : line.indexOf("]", start);
   if (end < 0) return;
   const decodeAll = value => decode(value, [ "%3B", "%0D", "%0A", "%5D" ]);
   return commandOf({
    head: line.slice(start + 3, end),
    payload: line.slice(end + 1),
    names,
    separator: ";",
    decodePayload: decodeAll,
    decodeProperty: decodeAll
   });
  }
  function commandOf(form) {
   const space = form.head.indexOf(" ");
   const name = (space < 0 ? form.head : form.head.slice(0, space)).toLowerCase();
   if (!form.names.has(name)) return;
   const properties = {};
   const list = space < 0 ? "" : form.head.slice(space + 1).trim();
   for (const property of list.split(form.separator)) {
    const equals = property.indexOf("=");
    if (equals < 1 || equals === property.length - 1) continue;
    properties[property.slice(0, equals).trim()] = form.decodeProperty(property.slice(equals + 1));
   }
   return {
    name,
    properties,
    payload: form.decodePayload(form.payload)
   };
  }
  function decode(value, escapes) {
   let decoded = value;
   for (const escape of escapes) decoded = decoded.replaceAll(escape, String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
   return decoded.replaceAll("%25", "%");
  }
  const annotationsPerKind = 10;
  const annotationCharacters = 4096;
  const longestUnmaskedStopToken = 6;
  class StepLog {
   shownLines=[];
   annotations=[];
   outputs={};
   state={};
   #groups=[];
   #masked=new Set;
   #forms=new Set;
   #onLine;
   #debugging;
   #inGroup=false;
   #echoing=false;
   #stopToken;
   #failed=false;
   constructor(options) {
    for (const value of options.masked) this.#mask(value);
    this.#debugging = options.debugging;
    this.#onLine = options.onLine;
   }
   get failed() {
    return this.#failed;
   }
   get groups() {
    return this.#groups;
   }
   get maskedValues() {
    return [ ...this.#masked ];
   }
   take(line) {
    const command = parseWorkflowCommand(line, this.#stopToken);
    if (command === void 0) this.#show(line); else if (this.#stopToken !== void 0) {
     if (command.name === this.#stopToken.toLowerCase()) this.#stopToken = void 0;
     this.#show(line);
    } else {
     if (this.#echoing && command.name !== "add-mask") this.#show(line);
     this.#act(command, line);
    }
   }
   annotate(kind, message, properties = {}) {
    const masked = this.maskLine(message);
    this.#show(`##[${kind}]${masked}`);
    if (this.annotations.filter(annotation => annotation.kind === kind).length >= annotationsPerKind) return;
    const kept = Object.entries(properties).map(([name, value]) => [ name, this.maskLine(value) ]);
    this.annotations.push({
     kind,
     message: masked.slice(0, annotationCharacters),
     properties: Object.fromEntries(kept)
    });
   }
   fail(message) {
    this.#failed = true;
    this.annotate("error", message);
   }
   maskLine(text) {
    return maskText(text, this.#forms);
   }
   #act(command, line) {
    const {name, payload, properties} = command;
    switch (name) {
    case "add-mask":
     this.#addMask(payload);
     break;

    case "error":
    case "warning":
    case "notice":
     this.annotate(name, payload, properties);
     break;

    case "debug":
     if (this.#debugging) this.#show(`##[debug]${payload}`);
     break;

    case "group":
     this.#groups.push({
      title: this.maskLine(payload),
      lines: []
     });
     this.#inGroup = false;
     this.#show(`##[group]${payload}`);
     this.#inGroup = true;
     break;

    case "endgroup":
     this.#inGroup = false;
     this.#show("##[endgroup]");
     break;

    case "echo":
     this.#echo(payload, line);
     break;

    case "stop-commands":
     this.#stop(payload, line);
     break;

    case "set-output":
    case "save-state":
     this.#setNamed(command);
     break;

    case "set-env":
    case "add-path":
     this.fail(`The command '${name}' is switched off; a step writes to its command file instead`);
     break;

    default:
     break;
    }
   }
   #addMask(payload) {
    const values = maskedValuesOf(payload);
    if (values.length === 0) this.annotate("warning", "add-mask was given nothing but white space");
    for (const value of values) this.#mask(value);
   }
   #mask(value) {
    this.#masked.add(value);
    for (const form of maskForms(value)) this.#forms.add(form);
   }
   #echo(payload, line) {
    const word = payload.trim().toLowerCase();
    if (word !== "on" && word !== "off") this.fail(`Unable to process command '${line}'`); else this.#echoing = word === "on";
   }
   #stop(token, line) {
    if (isRefusedStopToken(token)) {
     this.fail(`Unable to process command '${line}': this token cannot stop commands`);
     return;
    }
    this.#stopToken = token;
    if (token.length > longestUnmaskedStopToken) this.#mask(token);
    this.#show(line);
   }
   #setNamed({name, payload, properties}) {
    const key = properties.name;
    if (key === void 0) {
     this.fail(`The command '${name}' needs a name`);
     return;
    }
    this.annotate("warning", `The command '${name}' is deprecated; a step writes to its command file instead`);
    (name === "set-output" ? this.outputs : this.state)[key] = payload;
   }
   #show(text) {
    for (const line of this.maskLine(text).split(/\r\n|\r|\n/)) {
     this.shownLines.push(line);
     if (this.#inGroup) this.#groups.at(-1)?.lines.push(line);
     this.#onLine(line);
    }
   }
  }
  var external_node_child_process_ = __webpack_require__("node:child_process");
  var external_node_os_ = __webpack_require__("node:os");
  var external_node_string_decoder_ = __webpack_require__("node:string_decoder");
  class LineSplitter {
   #rest="";
   #afterReturn=false;
   push(chunk) {
    if (chunk === "") return [];
    const text = this.#afterReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
    this.#afterReturn = chunk.endsWith("\r");
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? "";
    return lines;
   }
   end() {
    const rest = this.#rest;
    this.#rest = "";
    return rest === "" ? [] : [ rest ];
   }
  }
  class OutputReader {
   stdout=new StreamText;
   stderr=new StreamText;
   #clock;
   #onLine;
   #forgetBatch;
   constructor(clock, onLine) {
    this.#clock = clock;
    this.#onLine = onLine;
   }
   receive(stream, bytes) {
    this[stream].receive(bytes);
    this.#forgetBatch ??= this.#clock.schedule(0, () => this.#drain());
   }
   end() {
    this.stdout.end();
    this.stderr.end();
    this.#drain();
   }
   #drain() {
    this.#forgetBatch?.();
    this.#forgetBatch = void 0;
    for (const line of [ ...this.stderr.takeLines(), ...this.stdout.takeLines() ]) this.#onLine(line);
   }
  }
  class StreamText {
   text="";
   #decoder=new external_node_string_decoder_.StringDecoder("utf8");
   #splitter=new LineSplitter;
   #lines=[];
   receive(bytes) {
    this.#append(this.#decoder.write(bytes));
   }
   end() {
    this.#append(this.#decoder.end());
    this.#lines.push(...this.#splitter.end());
   }
   takeLines() {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
   }
   #append(text) {
    this.text += text;
    this.#lines.push(...this.#splitter.push(text));
   }
  }
  const pipeGraceMs = 5e3;
  function startStepProcess(deps, request) {
   const {clock} = deps;
   const startMs = clock.nowMs();
   const reader = new OutputReader(clock, request.onLine);
   let canceled = false;
   const endingOf = end => {
    reader.end();
    return {
     ...end,
     canceled,
     stdout: reader.stdout.text,
     stderr: reader.stderr.text,
     durationMs: clock.nowMs() - startMs
    };
   };
   let child;
   try {
    child = (0, external_node_child_process_.spawn)(request.nodePath, [ request.script ], {
     cwd: request.cwd,
     env: request.environment,
     stdio: [ "pipe", "pipe", "pipe" ],
     windowsHide: true
    });
   } catch (error) {
    const ending = endingOf({
     exitCode: -1,
     signal: void 0,
     startFault: messageOf(error)
    });
    return {
     pid: void 0,
     ended: Promise.resolve(ending),
     cancel: doNothing,
     kill: doNothing
    };
   }
   child.stdin?.on("error", doNothing).end();
   child.stdout?.on("data", bytes => reader.receive("stdout", bytes));
   child.stderr?.on("data", bytes => reader.receive("stderr", bytes));
   let disposeLadder = doNothing;
   const ended = endOf(child, clock).then(end => {
    disposeLadder();
    return endingOf(end);
   });
   const cancel = () => {
    if (canceled || hasEnded(child)) return;
    canceled = true;
    child.kill("SIGINT");
    disposeLadder = clock.schedule(request.cancelTiming.interruptMs, () => {
     child.kill("SIGTERM");
     disposeLadder = clock.schedule(request.cancelTiming.terminateMs, () => child.kill("SIGKILL"));
    });
   };
   return {
    pid: child.pid,
    ended,
    cancel,
    kill: () => child.kill("SIGKILL")
   };
  }
  async function endOf(child, clock) {
   return await new Promise(resolve => {
    child.once("error", error => {
     if (child.pid === void 0) resolve({
      exitCode: -1,
      signal: void 0,
      startFault: error.message
     });
    });
    child.once("exit", (code, signal) => {
     const exitCode = code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]);
     const end = {
      exitCode,
      signal: signal ?? void 0,
      startFault: void 0
     };
     const dispose = clock.schedule(pipeGraceMs, () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(end);
     });
     child.once("close", () => {
      dispose();
      resolve(end);
     });
    });
   });
  }
  function hasEnded(child) {
   return child.exitCode !== null || child.signalCode !== null || child.pid === void 0;
  }
  function messageOf(error) {
   return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  }
  function doNothing() {}
  const runnerCancelTiming = {
   interruptMs: 7500,
   terminateMs: 2500
  };
  async function startStep(deps, request) {
   const metadata = await parseActionMetadata(await (0, promises_.readFile)((0, external_node_path_.join)(request.actionDir, "action.yml"), "utf8"));
   const script = (0, external_node_path_.join)(request.actionDir, scriptOf(metadata, request.stage));
   const platform = request.platform ?? "linux";
   const folders = await prepareFolders(request.workDir, request.actionDir);
   if (request.run?.event !== void 0) await writeEvent(folders, request.run.event);
   const files = await createCommandFiles(folders.temp);
   const log = new StepLog({
    masked: request.masked ?? [],
    debugging: request.baseEnvironment.RUNNER_DEBUG === "1",
    onLine: request.onLine ?? (() => {})
   });
   const inputs = inputEnvironment({
    given: request.with,
    declared: metadata.inputs
   });
   for (const warning of inputs.warnings) log.annotate("warning", warning);
   const stepProcess = startStepProcess(deps, {
    nodePath: request.nodePath,
    script,
    cwd: folders.workspace,
    environment: {
     ...request.baseEnvironment,
     ...runnerEnvironment({
      run: request.run ?? exampleRun,
      folders,
      files,
      platform
     }),
     ...inputs.environment,
     ...stateEnvironment(request.state ?? {})
    },
    cancelTiming: request.cancelTiming ?? runnerCancelTiming,
    onLine: line => log.take(line)
   });
   const finished = stepProcess.ended.then(async ending => resultOf({
    ending,
    log,
    platform,
    fileTexts: await readCommandFiles(files)
   }));
   const {pid, cancel, kill} = stepProcess;
   return {
    pid,
    finished,
    cancel,
    kill
   };
  }
  function scriptOf({runs}, stage) {
   const script = runs[stage];
   if (script !== void 0) return script;
   throw new errors.InputError({
    code: "invalid_input",
    what: `This action has no ${stage} stage`
   });
  }
  function resultOf(stage) {
   const {ending, log, platform, fileTexts} = stage;
   if (ending.startFault !== void 0) log.fail(`The process could not be started: ${ending.startFault}`);
   const stepYield = readStepYield(fileTexts, log, platform);
   return {
    ...stepYield,
    exitCode: ending.exitCode,
    signal: ending.signal,
    conclusion: conclusionOf(ending, log),
    shownLines: log.shownLines,
    rawStdout: ending.stdout,
    rawStderr: ending.stderr,
    annotations: log.annotations,
    groups: log.groups,
    jobOutputs: jobOutputsOf(stepYield.outputs, text => log.maskLine(text)),
    masked: log.maskedValues,
    fileTexts,
    durationMs: ending.durationMs
   };
  }
  function conclusionOf(ending, log) {
   if (ending.canceled) return "cancelled";
   return ending.exitCode === 0 && !log.failed ? "success" : "failure";
  }
 }),
 "./simulator/scenario-file/check-document.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   checkDocument: function() {
    return checkDocument;
   }
  });
  var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("../../node_modules/yaml/dist/index.js");
  var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./base/text.js");
  var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./simulator/scenario-file/schema.js");
  const mostAliases = 100;
  function checkDocument(text, schema) {
   const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter;
   const document = (0, yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text, {
    lineCounter: lines
   });
   const placeAt = offset => {
    const {line, col} = lines.linePos(offset);
    return {
     line: Math.max(1, line),
     column: Math.max(1, col)
    };
   };
   const placeOf = path => {
    const node = document.getIn(path, true);
    return placeAt(node?.range?.[0] ?? 0);
   };
   const syntax = document.errors.map(error => ({
    ...placeAt(error.pos[0]),
    text: (0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(error.message.split(/ at line \d+/)[0] ?? "")
   }));
   if (syntax.length > 0) return {
    value: void 0,
    faults: syntax,
    placeOf
   };
   const faults = [];
   const check = (node, wanted, way) => {
    const real = (0, yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(node) ? node.resolve(document) : node;
    for (const fault of faultsOf({
     node: real,
     schema: (0, _schema_js__WEBPACK_IMPORTED_MODULE_2__.resolved)(wanted),
     way
    })) if ("text" in fault) faults.push({
     ...placeAt(fault.offset),
     text: fault.text
    }); else check(fault.node, fault.schema, fault.way);
   };
   check(document.contents, schema, "");
   const value = faults.length > 0 ? void 0 : document.toJS({
    maxAliasCount: mostAliases
   });
   return {
    value,
    faults,
    placeOf
   };
  }
  function faultsOf({node, schema, way}) {
   const offset = offsetOf(node);
   const name = way === "" ? "the file" : way;
   switch (schema.type) {
   case "object":
    if (!(0, yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node)) return [ {
     offset,
     text: `${name} is ${kindOf(node)}: give a map of keys and values`
    } ];
    return keysOf(node, schema, way);

   case "array":
    if (!(0, yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(node)) return [ {
     offset,
     text: `${name} is ${kindOf(node)}: give a list`
    } ];
    return node.items.map((item, index) => ({
     node: item,
     schema: schema.items,
     way: `${way}[${index}]`
    }));

   case "string":
   case "boolean":
   case "integer":
   case "number":
    {
     const text = (0, yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node) ? scalarFault(node.value, schema) : acceptedOf(schema);
     return text === void 0 ? [] : [ {
      offset,
      text: `${name} is ${kindOf(node)}: ${text}`
     } ];
    }
   }
  }
  function keysOf(node, {properties, required = [], additionalProperties}, way) {
   const names = node.items.map(({key}) => (0, yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(key) ? String(key.value) : "");
   const missing = required.filter(name => !names.includes(name));
   const lacking = missing.map(name => ({
    offset: offsetOf(node),
    text: `${way === "" ? "the file" : way} has no ${name}, which is required`
   }));
   const found = node.items.map(({key, value}, index) => {
    const name = names[index] ?? "";
    const below = way === "" ? name : `${way}.${name}`;
    const own = properties !== void 0 && Object.hasOwn(properties, name) ? properties[name] : void 0;
    if (own !== void 0) return {
     node: value,
     schema: own,
     way: below
    };
    if (typeof additionalProperties === "object") return {
     node: value,
     schema: additionalProperties,
     way: below
    };
    return {
     offset: offsetOf(key),
     text: unknownKey(name, way, Object.keys(properties ?? {}))
    };
   });
   return [ ...lacking, ...found ];
  }
  function unknownKey(name, way, known) {
   const near = (0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(name, known);
   const where = way === "" ? "" : ` in ${way}`;
   const hint = near === void 0 ? `known are ${known.join(", ")}` : `did you mean ${near}?`;
   return `unknown key ${(0, _base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(name, 80)}${where}: ${hint}`;
  }
  function scalarFault(value, schema) {
   return isAccepted(value, schema) ? void 0 : acceptedOf(schema);
  }
  function isAccepted(value, schema) {
   switch (schema.type) {
   case "string":
    if (typeof value !== "string") return false;
    if (schema.enum !== void 0 && !schema.enum.includes(value)) return false;
    return schema.pattern === void 0 || new RegExp(schema.pattern).test(value);

   case "boolean":
    return typeof value === "boolean";

   case "integer":
   case "number":
    if (typeof value !== "number" || !Number.isFinite(value)) return false;
    if (schema.type === "integer" && !Number.isSafeInteger(value)) return false;
    return value >= (schema.minimum ?? -1 / 0) && value <= (schema.maximum ?? 1 / 0);
   }
  }
  function acceptedOf(schema) {
   switch (schema.type) {
   case "string":
    if (schema.enum !== void 0) return `accepted are ${schema.enum.join(", ")} (a number needs quotes)`;
    return `give ${schema.pattern === void 0 ? "a text (a number needs quotes)" : schema.description ?? ""}`;

   case "boolean":
    return "give true or false";

   case "integer":
   case "number":
    {
     const noun = schema.type === "integer" ? "a whole number" : "a number";
     const least = schema.minimum === void 0 ? "" : ` from ${schema.minimum}`;
     return `give ${noun}${least}${schema.maximum === void 0 ? " on" : ` to ${schema.maximum}`}`;
    }

   case "object":
   case "array":
    return "give another kind of value";
   }
  }
  function kindOf(node) {
   if ((0, yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node)) return "a map";
   if ((0, yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(node)) return "a list";
   const value = (0, yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node) ? node.value : void 0;
   if (value === null || value === void 0) return "empty";
   if (typeof value === "string") return value.length > 24 ? `a text of ${value.length} characters` : `"${(0, 
   _base_text_js__WEBPACK_IMPORTED_MODULE_1__.cleanLine)(value)}"`;
   return typeof value === "number" || typeof value === "boolean" ? `${value}` : "of another kind";
  }
  function offsetOf(node) {
   const range = node?.range;
   return range?.[0] ?? 0;
  }
 }),
 "./simulator/scenario-file/read-scenario.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   readFaults: function() {
    return readFaults;
   },
   readScenario: function() {
    return readScenario;
   }
  });
  var check_document = __webpack_require__("./simulator/scenario-file/check-document.js");
  var spans = __webpack_require__("./simulator/scenario-file/spans.js");
  function pipelineScripts(pipelines) {
   const scripts = new Map;
   const scriptOf = name => {
    const known = scripts.get(name);
    if (known !== void 0) return known;
    const script = pipelineScript(pipelines[name] ?? {}, scriptOf);
    scripts.set(name, script);
    return script;
   };
   for (const name of Object.keys(pipelines)) scriptOf(name);
   return scripts;
  }
  function pipelineScript({name, stages, created_for: createdFor, coverage, jobs = {}}, scriptOf) {
   const entries = Object.entries(jobs);
   return {
    name,
    stages: stages ?? [ ...new Set(entries.map(([, {stage}]) => stage ?? "test")) ],
    createdForMs: (0, spans.spanMs)(createdFor),
    coverage,
    jobs: entries.flatMap(([job, said]) => said.trigger === void 0 ? [ jobScript(job, said) ] : []),
    bridges: entries.flatMap(([job, said]) => bridgeScripts(job, said, scriptOf)),
    tests: entries.flatMap(([job, {tests}]) => tests === void 0 ? [] : [ suite(job, tests) ])
   };
  }
  function jobScript(name, job) {
   const log = job.log ?? madeUpLog(name, job);
   return {
    ...stepOf(name, job),
    result: job.result,
    resultAfterPlay: job.result_after_play,
    resultAfterRetry: job.result_after_retry,
    startAfterMs: (0, spans.spanMs)(job.delay),
    durationMs: (0, spans.spanMs)(job.duration),
    retriesBeforeSuccess: job.retries_before_success,
    log,
    coverage: job.coverage,
    tags: job.tags,
    artifacts: artifactsOf(job),
    artifactsExpireAfterMs: (0, spans.spanMs)(job.artifacts?.expire_after)
   };
  }
  function stepOf(name, job) {
   return {
    name,
    stage: job.stage,
    needs: job.needs,
    when: job.when,
    allowFailure: job.allow_failure,
    queuedMs: (0, spans.spanMs)(job.queued),
    failureReason: job.failure_reason
   };
  }
  function madeUpLog(name, {result}) {
   const end = result === "failed" ? "ERROR: Job failed: exit code 1" : "Job succeeded";
   return `$ echo "${name}"\n${name}\n${end}\n`;
  }
  function artifactsOf({artifacts}) {
   const {files, reports = []} = artifacts ?? {};
   return [ ...files === void 0 ? [] : [ {
    fileType: "archive",
    filename: "artifacts.zip",
    files
   } ], ...reports.map(fileType => ({
    fileType,
    filename: `${fileType}.gz`,
    sizeBytes: 100
   })) ];
  }
  function suite(name, tests) {
   const cases = tests.map(({seconds, output, ...test}) => ({
    ...test,
    executionTime: seconds,
    systemOutput: output
   }));
   return {
    name,
    cases
   };
  }
  function bridgeScripts(name, job, scriptOf) {
   const {trigger} = job;
   if (trigger === void 0) return [];
   const {pipeline, project_id: projectId, ref, strategy} = trigger;
   return [ {
    ...stepOf(name, job),
    strategy,
    downstream: {
     projectId,
     ref,
     script: scriptOf(pipeline)
    }
   } ];
  }
  var base_text = __webpack_require__("./base/text.js");
  function looseEnds(file) {
   return [ ...usersAndProjects(file), ...pipelinesOfRefs(file), ...jobsOfPipelines(file), ...defaultsOfInputs(file), ...redirects(file) ];
  }
  function unless({path, name, noun, known}) {
   if (known.includes(name)) return [];
   const near = (0, base_text.nearestName)(name, known);
   const rest = known.length === 0 ? "there is none" : `there are ${known.join(", ")}`;
   const hint = near === void 0 ? rest : `did you mean ${near}?`;
   return [ {
    path,
    text: `there is no ${noun} ${(0, base_text.cleanLine)(name, 80)}: ${hint}`
   } ];
  }
  function usersAndProjects(file) {
   const known = Object.keys(file.users);
   const ids = Object.values(file.projects).map(({id}) => String(id));
   const user = (name, path) => unless({
    path,
    name,
    noun: "user",
    known
   });
   const tokens = [ "access_tokens", "job_tokens" ].flatMap(list => (file[list] ?? []).flatMap(({user: name, project_id: id}, index) => [ ...user(name, [ list, index, "user" ]), ...id === void 0 ? [] : unless({
    path: [ list, index, "project_id" ],
    name: String(id),
    noun: "project",
    known: ids
   }) ]));
   const projects = Object.entries(file.projects).flatMap(([path, {members = {}, trigger_tokens: triggers}]) => [ ...path.includes("/") ? [] : [ {
    path: [ "projects", path ],
    text: pathText(path)
   } ], ...Object.keys(members).flatMap(name => user(name, [ "projects", path, "members", name ])), ...(triggers ?? []).flatMap(({owner}, index) => user(owner, [ "projects", path, "trigger_tokens", index, "owner" ])) ]);
   return [ ...tokens, ...projects, ...sameIds(file) ];
  }
  function pathText(path) {
   return `the project ${(0, base_text.cleanLine)(path, 80)} has no group: give its whole path, e.g. group/${(0, 
   base_text.cleanLine)(path, 80)}`;
  }
  function sameIds({projects}) {
   const ids = Object.values(projects).map(({id}) => id);
   return Object.entries(projects).flatMap(([path, {id}], index) => ids.indexOf(id) === index ? [] : [ {
    path: [ "projects", path, "id" ],
    text: `the id ${id} is that of another project, too`
   } ]);
  }
  function pipelinesOfRefs({projects, pipelines = {}}) {
   const known = Object.keys(pipelines);
   return Object.entries(projects).flatMap(([project, {refs}]) => Object.entries(refs).flatMap(([ref, {pipeline, refuses}]) => {
    const path = [ "projects", project, "refs", ref ];
    if (pipeline !== void 0 && refuses !== void 0) return [ {
     path,
     text: "pipeline and refuses exclude each other: give one of them"
    } ];
    return pipeline === void 0 ? [] : unless({
     path: [ ...path, "pipeline" ],
     name: pipeline,
     noun: "pipeline",
     known
    });
   }));
  }
  function jobsOfPipelines({projects, pipelines = {}}) {
   const ids = Object.values(projects).map(({id}) => String(id));
   return Object.entries(pipelines).flatMap(([name, pipeline]) => {
    const jobs = pipeline.jobs ?? {};
    return Object.entries(jobs).flatMap(([job, {needs = [], trigger, stage = "test"}]) => {
     const path = [ "pipelines", name, "jobs", job ];
     const others = Object.keys(jobs).filter(other => other !== job);
     const ofNeeds = needs.flatMap((need, index) => unless({
      path: [ ...path, "needs", index ],
      name: need,
      noun: "other job",
      known: others
     }));
     const {stages} = pipeline;
     const ofStage = stages === void 0 ? [] : unless({
      path: [ ...path, "stage" ],
      name: stage,
      noun: "stage",
      known: stages
     });
     if (trigger === void 0) return [ ...ofNeeds, ...ofStage ];
     const at = [ ...path, "trigger" ];
     const known = Object.keys(pipelines);
     const id = trigger.project_id;
     return [ ...ofNeeds, ...ofStage, ...unless({
      path: [ ...at, "pipeline" ],
      name: trigger.pipeline,
      noun: "pipeline",
      known
     }), ...id === void 0 ? [] : unless({
      path: [ ...at, "project_id" ],
      name: String(id),
      noun: "project",
      known: ids
     }), ...leadsTo(pipelines, trigger.pipeline, name) ? [ {
      path: [ ...at, "pipeline" ],
      text: `pipeline ${(0, base_text.cleanLine)(name, 80)} would start itself for ever`
     } ] : [] ];
    });
   });
  }
  function leadsTo(pipelines, from, wanted, seen = new Set) {
   if (from === wanted) return true;
   if (seen.has(from)) return false;
   seen.add(from);
   return Object.values(pipelines[from]?.jobs ?? {}).some(({trigger}) => trigger !== void 0 && leadsTo(pipelines, trigger.pipeline, wanted, seen));
  }
  function defaultsOfInputs({projects}) {
   return Object.entries(projects).flatMap(([project, {inputs = {}}]) => Object.entries(inputs).flatMap(([name, {type, default: given}]) => given === void 0 || type === "string" || typeOf(given) === type ? [] : [ {
    path: [ "projects", project, "inputs", name, "default" ],
    text: `the default of ${(0, base_text.cleanLine)(name, 80)} is no ${type}: give it as JSON in quotes, e.g. ${examples[type]}`
   } ]));
  }
  const examples = {
   number: '"3"',
   boolean: '"true"',
   array: `'["a"]'`
  };
  function typeOf(json) {
   try {
    const value = JSON.parse(json);
    return Array.isArray(value) ? "array" : typeof value;
   } catch {
    return "none";
   }
  }
  const redirectStatuses = [ 301, 302, 303, 307, 308 ];
  function redirects({faults = []}) {
   return faults.flatMap(({fault, status}, index) => fault !== "redirect" || status === void 0 || redirectStatuses.includes(status) ? [] : [ {
    path: [ "faults", index, "status" ],
    text: `${status} is no redirect: accepted are ${redirectStatuses.join(", ")}`
   } ]);
  }
  var schema = __webpack_require__("./simulator/scenario-file/schema.js");
  function readScenario(text) {
   const {value, faults, placeOf} = (0, check_document.checkDocument)(text, schema.scenarioSchema);
   if (faults.length > 0) return {
    kind: "wrong",
    faults
   };
   const file = value;
   const ends = looseEnds(file).map(({path, text: said}) => ({
    ...placeOf(path),
    text: said
   }));
   if (ends.length > 0) return {
    kind: "wrong",
    faults: ends
   };
   return {
    kind: "read",
    value: {
     scenario: scenarioOf(file),
     faults: (file.faults ?? []).map(faultRule)
    }
   };
  }
  const rules = {
   type: "array",
   items: {
    $ref: "#/$defs/fault"
   }
  };
  function readFaults(text) {
   const {value, faults, placeOf} = (0, check_document.checkDocument)(text, rules);
   if (faults.length > 0) return {
    kind: "wrong",
    faults
   };
   const list = value;
   const ends = redirects({
    faults: list
   }).map(({path: [, ...path], text: said}) => ({
    ...placeOf(path),
    text: said
   }));
   return ends.length > 0 ? {
    kind: "wrong",
    faults: ends
   } : {
    kind: "read",
    value: list.map(faultRule)
   };
  }
  function scenarioOf(file) {
   const scripts = pipelineScripts(file.pipelines ?? {});
   const {throttle} = file;
   return {
    release: file.release,
    relativeUrlRoot: file.relative_url_root,
    users: Object.entries(file.users).map(([username, user]) => ({
     username,
     ...user
    })),
    projects: Object.entries(file.projects).map(([path, project]) => projectOf(path, project, scripts)),
    accessTokens: file.access_tokens?.map(({expires_at: expiresAt, project_id: projectId, ...token}) => ({
     ...token,
     expiresAt,
     projectId
    })),
    jobTokens: file.job_tokens?.map(({project_id: projectId, job = "running", ...token}) => ({
     ...token,
     projectId,
     job
    })),
    throttle: throttle && {
     authenticatedPerMinute: throttle.authenticated_per_minute,
     unauthenticatedPerMinute: throttle.unauthenticated_per_minute,
     text: throttle.text
    },
    pipelineCreationsPerMinute: file.pipeline_creations_per_minute,
    writes: file.writes,
    maintenanceMessage: file.maintenance_message
   };
  }
  function projectOf(path, project, scripts) {
   const inputs = inputsOf(project);
   return {
    id: project.id,
    path,
    visibility: project.visibility,
    publicPipelines: project.public_pipelines,
    ciEnabled: project.ci_enabled,
    archived: project.archived,
    renamedFrom: project.renamed_from,
    defaultBranch: project.default_branch,
    members: project.members,
    variablesMinimumRole: project.variables_minimum_role,
    jobTokenAllowlist: project.job_token_allowlist,
    triggers: project.trigger_tokens?.map(({expires_at: expiresAt, ...token}) => ({
     ...token,
     expiresAt
    })),
    refs: Object.entries(project.refs).map(([name, ref]) => ({
     name,
     kind: ref.kind,
     sha: ref.sha,
     protectedFor: ref.protected,
     ci: ciOf(ref, scripts, inputs)
    }))
   };
  }
  function ciOf({pipeline, refuses}, scripts, inputs) {
   if (refuses === void 0) {
    const script = pipeline === void 0 ? void 0 : scripts.get(pipeline);
    return {
     kind: "valid",
     script: script ?? {
      jobs: [ {
       name: "test"
      } ]
     },
     inputs
    };
   }
   switch (refuses) {
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
     kind: refuses
    };
   }
  }
  function inputsOf({inputs}) {
   if (inputs === void 0) return;
   return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [ name, inputOf(input) ]));
  }
  function inputOf({type, required = false, default: given, options}) {
   const empty = {
    string: "",
    number: 0,
    boolean: false,
    array: []
   }[type];
   return {
    type,
    ...required ? {} : {
     default: given === void 0 ? empty : typed(type, given)
    },
    ...options === void 0 ? {} : {
     options: type === "number" ? options.map(Number) : options
    }
   };
  }
  function typed(type, text) {
   if (type === "string") return text;
   try {
    return JSON.parse(text);
   } catch {
    return text;
   }
  }
  function faultRule(rule) {
   const {method, path, nth, times} = rule;
   const pathMatches = path === void 0 ? void 0 : new RegExp(path.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
   return {
    when: {
     method,
     pathMatches,
     nth,
     times
    },
    fault: faultOf(rule)
   };
  }
  function faultOf(rule) {
   switch (rule.fault) {
   case "drip":
    return {
     kind: "drip",
     everyMs: (0, spans.spanMs)(rule.every) ?? 100
    };

   case "redirect":
    {
     const known = [ 301, 302, 303, 307, 308 ];
     const status = known.find(each => each === rule.status) ?? 302;
     return {
      kind: "redirect",
      status,
      location: rule.location ?? "/"
     };
    }

   case "too_large":
    return {
     kind: "too_large",
     megabytes: rule.megabytes ?? "endless"
    };

   case "rate_limited":
    {
     const waitMs = (0, spans.spanMs)(rule.retry_after);
     return {
      kind: "rate_limited",
      retryAfterSeconds: waitMs === void 0 ? void 0 : Math.ceil(waitMs / 1e3),
      text: rule.body
     };
    }

   case "status":
    return {
     kind: "status",
     status: rule.status ?? 500,
     work: "not_done",
     body: rule.body
    };

   case "html":
    return {
     kind: "html",
     page: rule.body
    };

   case "maintenance":
    return {
     kind: "maintenance",
     message: rule.body
    };

   case "refuse":
   case "reset_before":
   case "reset_after":
   case "truncate":
   case "truncate_chunked":
   case "stall":
   case "stall_after_work":
    return {
     kind: rule.fault
    };
   }
  }
 }),
 "./simulator/scenario-file/schema.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   resolved: function() {
    return resolved;
   }
  });
  const text = description => ({
   type: "string",
   ...description && {
    description
   }
  });
  const words = (...names) => ({
   type: "string",
   enum: names
  });
  const flag = {
   type: "boolean"
  };
  const count = (minimum = 0) => ({
   type: "integer",
   minimum
  });
  const listOf = items => ({
   type: "array",
   items
  });
  const mapOf = additionalProperties => ({
   type: "object",
   additionalProperties
  });
  const part = name => ({
   $ref: `#/$defs/${name}`
  });
  const span = part("duration");
  function keys(properties, required = []) {
   return {
    type: "object",
    properties,
    required,
    additionalProperties: false
   };
  }
  const role = words("guest", "planner", "reporter", "developer", "maintainer", "owner");
  const result = words("success", "failed", "canceled", "skipped", "manual", "scheduled");
  const runResult = words("success", "failed", "canceled", "skipped");
  const refusals = [ "no_ci_file", "bad_yaml", "no_jobs", "filtered_by_workflow", "too_many_active_jobs", "internal_error" ];
  const faultKinds = [ "refuse", "reset_before", "reset_after", "truncate", "truncate_chunked", "stall", "stall_after_work", "drip", "html", "redirect", "too_large", "rate_limited", "status", "maintenance" ];
  const definitions = {
   duration: {
    type: "string",
    pattern: "^(?=\\d)(?:\\d+h)?(?:\\d+m(?!s))?(?:\\d+(?:\\.\\d+)?s)?(?:\\d+ms)?$",
    description: "a span such as 250ms, 1.5s, 2m or 1h30m"
   },
   user: keys({
    name: text(),
    blocked: flag
   }),
   project: keys({
    id: count(1),
    visibility: words("public", "internal", "private"),
    public_pipelines: flag,
    ci_enabled: flag,
    archived: flag,
    renamed_from: text(),
    default_branch: text(),
    members: mapOf(role),
    variables_minimum_role: words("no_one_allowed", "owner", "maintainer", "developer"),
    job_token_allowlist: listOf(count(1)),
    inputs: mapOf(part("input")),
    trigger_tokens: listOf(part("trigger_token")),
    refs: mapOf(part("ref"))
   }, [ "id", "refs" ]),
   ref: keys({
    kind: words("branch", "tag"),
    sha: {
     type: "string",
     pattern: "^[0-9a-f]{40}$",
     description: "forty hexadecimal digits"
    },
    protected: words("no_one", "developer", "maintainer", "owner"),
    pipeline: text("The name of one below `pipelines`."),
    refuses: words(...refusals)
   }),
   input: keys({
    type: words("string", "number", "boolean", "array"),
    required: flag,
    default: text("As text; other types than string as JSON."),
    options: listOf(text())
   }, [ "type" ]),
   trigger_token: keys({
    token: text(),
    owner: text(),
    description: text(),
    expires_at: text()
   }, [ "token", "owner" ]),
   access_token: keys({
    token: text(),
    user: text(),
    name: text(),
    scopes: listOf(words("api", "read_api", "read_user", "read_repository", "write_repository")),
    state: words("active", "expired", "revoked"),
    expires_at: text(),
    project_id: count(1)
   }, [ "token", "user", "scopes" ]),
   job_token: keys({
    token: text(),
    user: text(),
    project_id: count(1),
    job: words("running", "canceling", "finished", "erased", "project_deleted", "expired")
   }, [ "token", "user", "project_id" ]),
   pipeline: keys({
    name: text(),
    stages: listOf(text()),
    created_for: span,
    coverage: {
     type: "number",
     minimum: 0,
     maximum: 100
    },
    jobs: mapOf(part("job"))
   }),
   job: keys({
    stage: text(),
    needs: listOf(text("The name of another job of the pipeline.")),
    when: words("on_success", "on_failure", "always"),
    allow_failure: flag,
    queued: span,
    duration: span,
    delay: span,
    result,
    result_after_play: runResult,
    result_after_retry: runResult,
    retries_before_success: count(),
    failure_reason: text(),
    log: text(),
    coverage: {
     type: "number",
     minimum: 0,
     maximum: 100
    },
    tags: listOf(text()),
    artifacts: keys({
     files: mapOf(text()),
     reports: listOf(text()),
     expire_after: span
    }),
    tests: listOf(part("test")),
    trigger: part("bridge")
   }),
   test: keys({
    name: text(),
    classname: text(),
    file: text(),
    status: words("success", "failed", "skipped", "error"),
    seconds: {
     type: "number",
     minimum: 0
    },
    output: text()
   }, [ "name", "status" ]),
   bridge: keys({
    pipeline: text("The name of one below `pipelines`."),
    project_id: count(1),
    ref: text(),
    strategy: words("none", "depend", "mirror")
   }, [ "pipeline" ]),
   fault: keys({
    fault: words(...faultKinds),
    method: words("GET", "HEAD", "POST", "PUT", "DELETE"),
    path: text("A part of the path and query, as it is sent."),
    nth: count(1),
    times: count(1),
    status: {
     type: "integer",
     minimum: 100,
     maximum: 599
    },
    location: text(),
    every: span,
    megabytes: count(1),
    retry_after: span,
    body: text()
   }, [ "fault" ])
  };
  const scenarioSchema = {
   $schema: "https://json-schema.org/draft/2020-12/schema",
   title: "A scenario of gitlab-trigger simulate",
   type: "object",
   properties: {
    release: words("13.0", "16.11", "18.2", "19.3"),
    relative_url_root: {
     type: "string",
     pattern: "^(?:/[0-9A-Za-z_.-]+)+$",
     description: "a path such as /gitlab, without a slash at the end"
    },
    users: mapOf(part("user")),
    projects: mapOf(part("project")),
    access_tokens: listOf(part("access_token")),
    job_tokens: listOf(part("job_token")),
    pipelines: mapOf(part("pipeline")),
    throttle: keys({
     authenticated_per_minute: count(),
     unauthenticated_per_minute: count(),
     text: text()
    }),
    pipeline_creations_per_minute: count(),
    writes: words("open", "maintenance", "read_only"),
    maintenance_message: text(),
    faults: listOf(part("fault"))
   },
   required: [ "users", "projects" ],
   additionalProperties: false,
   $defs: definitions
  };
  function resolved(schema) {
   if (!("$ref" in schema)) return schema;
   const found = definitions[schema.$ref.replace("#/$defs/", "")];
   if (found === void 0) throw new TypeError(`no definition ${schema.$ref}`);
   return resolved(found);
  }
  __webpack_require__.d(__webpack_exports__, [ "scenarioSchema", 0, scenarioSchema ]);
 }),
 "./simulator/scenario-file/spans.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   spanMs: function() {
    return spanMs;
   }
  });
  const form = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/;
  function spanMs(text) {
   const match = text === void 0 ? null : form.exec(text);
   if (match === null) return;
   const [, hours, minutes, seconds, milliseconds] = match;
   const wholeMs = Number(hours ?? 0) * 36e5 + Number(minutes ?? 0) * 6e4;
   return wholeMs + Math.round(Number(seconds ?? 0) * 1e3) + Number(milliseconds ?? 0);
  }
 }),
 "./simulator/serve/control-views.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   clockView: function() {
    return clockView;
   },
   faultViews: function() {
    return faultViews;
   },
   knownTokens: function() {
    return knownTokens;
   },
   projectViews: function() {
    return projectViews;
   }
  });
  function clockView(clock) {
   return {
    now: new Date(clock.epochMs()).toISOString(),
    speed: clock.speed()
   };
  }
  function projectViews({scenario, gitlab}) {
   const pipelines = gitlab.pipelines();
   return scenario.projects.map(({id, path, refs, triggers = [], members = {}}) => ({
    id,
    path,
    refs: refs.map(({name}) => name),
    trigger_tokens: triggers.map(({token}) => token),
    access_tokens: (scenario.accessTokens ?? []).filter(({user, projectId}) => Object.hasOwn(members, user) && (projectId ?? id) === id).map(({token}) => token),
    pipelines: pipelines.filter(({projectId}) => projectId === id).length
   }));
  }
  function knownTokens({scenario, gitlab}) {
   const {projects, accessTokens = [], jobTokens = []} = scenario;
   return [ ...[ ...accessTokens, ...jobTokens ].map(({token}) => token), ...projects.flatMap(({id, triggers = []}) => [ ...triggers.map(({token}) => token), ...gitlab.triggerTokens(id).map(({token}) => token) ]) ];
  }
  function faultViews(plan) {
   return plan.rules().map(({rule: {when, fault}, matches}) => ({
    fault: fault.kind,
    method: when.method,
    path: when.pathMatches?.source.replaceAll(/\\(.)/g, "$1"),
    nth: when.nth,
    times: when.times,
    seen: matches
   }));
  }
 }),
 "./simulator/serve/explanation.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   explanationOf: function() {
    return explanationOf;
   }
  });
  function explanationOf(scenario, {url, version}) {
   const release = version.split(".").slice(0, 2).join(".");
   const projects = scenario.projects.map(({id, path, refs}) => labeled("project", `${path} (id ${id}), refs ${refs.map(({name}) => name).join(", ")}`));
   const triggers = scenario.projects.flatMap(project => project.triggers ?? []);
   return [ `A simulated GitLab ${release} listens on ${url}, until it is stopped (Ctrl+C). Its tokens open nothing anywhere else.`, "", ...projects, ...triggers.map(({token}) => labeled("trigger token", token)), ...(scenario.accessTokens ?? []).map(({token}) => labeled("access token", token)), labeled("control API", `${url}/-/simulator/`), "", ...commandsOf(scenario, url) ];
  }
  function labeled(label, text) {
   return `${label.padEnd(15)}${text}`;
  }
  function commandsOf({projects, accessTokens = []}, url) {
   const project = projects.find(({refs, triggers = []}) => refs.length > 0 && triggers.length > 0);
   const [ref, trigger] = [ project?.refs[0], project?.triggers?.[0] ];
   if (project === void 0 || ref === void 0 || trigger === void 0) return [];
   const access = accessTokens[0] === void 0 ? "" : `GITLAB_TRIGGER_ACCESS_TOKEN=${accessTokens[0].token} `;
   return [ `curl --data "token=${trigger.token}" --data ref=${ref.name} ${url}/api/v4/projects/${project.id}/trigger/pipeline`, `GITLAB_TRIGGER_TOKEN=${trigger.token} ${access}gitlab-trigger run --gitlab-url ${url} --project-id ${project.path} --ref ${ref.name} --wait` ];
  }
 }),
 "./simulator/serve/masked-request.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   maskedRequest: function() {
    return maskedRequest;
   }
  });
  var _gitlab_wire_parameter_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./simulator/gitlab/wire/parameter-tree.js");
  var _gitlab_wire_parameters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./simulator/gitlab/wire/parameters.js");
  const mask = "[masked]";
  const secretName = /(?:^|[-_])(?:token|password|passwd|secret|authorization|cookie)$/i;
  const tokenForm = /\bgl[a-z]{2,8}-[\w.-]{12,}/g;
  function maskedRequest(request, known) {
   const clean = text => withoutSecrets(text, known);
   const read = (0, _gitlab_wire_parameters_js__WEBPACK_IMPORTED_MODULE_1__.readParameters)({
    ...request,
    body: Buffer.from(request.body)
   });
   return {
    method: request.method,
    path: clean((0, _gitlab_wire_parameters_js__WEBPACK_IMPORTED_MODULE_1__.splitTarget)(request.target).path),
    parameters: read.kind === "stop" ? null : maskedTree(read.value, clean),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [ name, secretName.test(name) ? mask : clean(value) ])),
    at: new Date(request.epochMs).toISOString()
   };
  }
  function withoutSecrets(text, known) {
   const forms = [ ...new Set(known.flatMap(token => [ token, encodeURIComponent(token) ])) ].filter(form => form !== "").sort((one, other) => other.length - one.length);
   return forms.reduce((rest, form) => rest.replaceAll(form, mask), text).replace(tokenForm, mask);
  }
  function maskedTree(tree, clean) {
   return Object.fromEntries(Object.entries(tree).map(([name, value]) => [ clean(name), secretName.test(name) ? mask : maskedValue(value, clean) ]));
  }
  function maskedValue(value, clean) {
   if (typeof value === "string") return clean(value);
   if (Array.isArray(value)) return value.map(item => maskedValue(item, clean));
   if (!(0, _gitlab_wire_parameter_tree_js__WEBPACK_IMPORTED_MODULE_0__.isTree)(value)) return value;
   const {key} = value;
   return typeof key === "string" && secretName.test(key) ? {
    ...maskedTree(value, clean),
    value: mask
   } : maskedTree(value, clean);
  }
 }),
 "./simulator/serve/serve-simulation.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   serveSimulation: function() {
    return serveSimulation;
   }
  });
  var wire_server = __webpack_require__("./simulator/gitlab/wire/server.js");
  var answer = __webpack_require__("./simulator/gitlab/wire/answer.js");
  var parameters = __webpack_require__("./simulator/gitlab/wire/parameters.js");
  var check_document = __webpack_require__("./simulator/scenario-file/check-document.js");
  var read_scenario = __webpack_require__("./simulator/scenario-file/read-scenario.js");
  var spans = __webpack_require__("./simulator/scenario-file/spans.js");
  var control_views = __webpack_require__("./simulator/serve/control-views.js");
  var masked_request = __webpack_require__("./simulator/serve/masked-request.js");
  const prefix = "/-/simulator";
  const routes = [ {
   request: "GET /",
   does: "the state, and this list",
   answer: ({stage, requests}) => (0, answer.jsonAnswer)(200, {
    version: stage.gitlab.version,
    clock: (0, control_views.clockView)(stage.clock),
    pipelines: stage.gitlab.pipelines().length,
    requests: requests().length,
    faults: stage.faults.rules().length,
    routes: routes.map(({request, does}) => ({
     request: request.replace(" ", ` ${prefix}`),
     does
    }))
   })
  }, {
   request: "POST /reset",
   does: "everything as at the start, but for the time",
   answer: ({stage, forgetRequests}) => {
    stage.reset();
    forgetRequests();
    return (0, answer.emptyAnswer)(204);
   }
  }, {
   request: "GET /requests",
   does: "the requests seen, the oldest first, without secrets; ?method= and ?path= choose",
   answer: ({stage, requests}, _body, query) => {
    const [method, path] = [ query.get("method"), query.get("path") ];
    const known = (0, control_views.knownTokens)(stage);
    const seen = requests().map(request => (0, masked_request.maskedRequest)(request, known));
    return (0, answer.jsonAnswer)(200, seen.filter(each => (method === null || each.method === method.toUpperCase()) && (path === null || each.path.includes(path))));
   }
  }, {
   request: "DELETE /requests",
   does: "forgets the requests seen",
   answer: ({forgetRequests}) => {
    forgetRequests();
    return (0, answer.emptyAnswer)(204);
   }
  }, {
   request: "GET /faults",
   does: "the faults, and how many requests have fitted each",
   answer: ({stage}) => (0, answer.jsonAnswer)(200, (0, control_views.faultViews)(stage.faults))
  }, {
   request: "POST /faults",
   does: "adds one fault, or a list, as a scenario file has them",
   answer: ({stage}, body) => withFaults(listed(body), rules => {
    for (const rule of rules) stage.faults.add(rule);
    return (0, answer.jsonAnswer)(201, (0, control_views.faultViews)(stage.faults));
   })
  }, {
   request: "PUT /faults",
   does: "puts others in the place of all faults",
   answer: ({stage}, body) => withFaults(listed(body), rules => {
    stage.faults.replace(rules);
    return (0, answer.jsonAnswer)(200, (0, control_views.faultViews)(stage.faults));
   })
  }, {
   request: "DELETE /faults",
   does: "removes all faults",
   answer: ({stage}) => {
    stage.faults.replace([]);
    return (0, answer.emptyAnswer)(204);
   }
  }, {
   request: "GET /clock",
   does: "the time and its speed",
   answer: ({stage}) => (0, answer.jsonAnswer)(200, (0, control_views.clockView)(stage.clock))
  }, {
   request: "POST /clock",
   does: '{"advance": "10m"} jumps ahead, {"speed": 60} is faster, {"speed": 0} stands still',
   answer: ({stage}, body) => setClock(stage, body)
  }, {
   request: "GET /projects",
   does: "the projects with their refs, and the tokens that open them",
   answer: ({stage}) => (0, answer.jsonAnswer)(200, (0, control_views.projectViews)(stage))
  }, {
   request: "PUT /scenario",
   does: "plays the scenario file in the body from its start",
   answer: ({stage, forgetRequests}, body) => setScenario(stage, body, forgetRequests)
  } ];
  function controlBeside(controlled) {
   return {
    owns: target => {
     const path = below(controlled, target);
     return path === prefix || path.startsWith(`${prefix}/`);
    },
    handle: request => control_answer(controlled, request)
   };
  }
  function below({stage}, target) {
   const {path} = (0, parameters.splitTarget)(target);
   const root = stage.gitlab.relativeUrlRoot;
   return path.startsWith(`${root}/`) ? path.slice(root.length) : path;
  }
  function control_answer(controlled, {method, target, body}) {
   const path = below(controlled, target).slice(prefix.length).replace(/\/$/, "") || "/";
   const there = routes.filter(({request}) => request.split(" ")[1] === path);
   const route = there.find(({request}) => request.startsWith(`${method} `));
   if (route !== void 0) return route.answer(controlled, body.toString("utf8"), new URLSearchParams((0, 
   parameters.splitTarget)(target).query));
   const known = (there.length > 0 ? there : routes).map(({request}) => request.replace(" ", ` ${prefix}`));
   return (0, answer.jsonAnswer)(there.length > 0 ? 405 : 404, {
    message: "The control API does not know this request.",
    known
   });
  }
  function wrong(faults) {
   const said = faults.map(({line, column, text}) => `${line}:${column}: ${text}`);
   return (0, answer.jsonAnswer)(400, {
    message: said.join("\n"),
    faults
   });
  }
  function listed(body) {
   return body.trimStart().startsWith("{") ? `[${body}]` : body;
  }
  function withFaults(text, use) {
   const reading = (0, read_scenario.readFaults)(text);
   return reading.kind === "read" ? use(reading.value) : wrong(reading.faults);
  }
  const clockSchema = {
   type: "object",
   properties: {
    advance: {
     $ref: "#/$defs/duration"
    },
    speed: {
     type: "number",
     minimum: 0,
     maximum: 1e3
    }
   },
   additionalProperties: false
  };
  function setClock(stage, body) {
   const {value, faults} = (0, check_document.checkDocument)(body, clockSchema);
   if (faults.length > 0) return wrong(faults);
   const {advance, speed} = value;
   if (speed !== void 0) stage.clock.setSpeed(speed);
   stage.clock.advance((0, spans.spanMs)(advance) ?? 0);
   stage.gitlab.catchUp();
   return (0, answer.jsonAnswer)(200, (0, control_views.clockView)(stage.clock));
  }
  function setScenario(stage, body, forgetRequests) {
   const reading = (0, read_scenario.readScenario)(body);
   if (reading.kind === "wrong") return wrong(reading.faults);
   const {scenario} = reading.value;
   if ((scenario.relativeUrlRoot ?? "") !== stage.gitlab.relativeUrlRoot) return (0, 
   answer.jsonAnswer)(400, {
    message: "relative_url_root cannot change while it is served."
   });
   stage.play(reading.value);
   forgetRequests();
   return (0, answer.jsonAnswer)(200, (0, control_views.projectViews)(stage));
  }
  var pages = __webpack_require__("./simulator/gitlab/pages.js");
  var simulated_gitlab = __webpack_require__("./simulator/gitlab/simulated-gitlab.js");
  var fault_plan = __webpack_require__("./simulator/gitlab/wire/fault-plan.js");
  function playedClock(clock, speed) {
   const startEpochMs = clock.epochMs();
   let present = {
    passedMs: 0,
    sinceMs: clock.nowMs(),
    speed
   };
   const passedMs = () => present.passedMs + (clock.nowMs() - present.sinceMs) * present.speed;
   return {
    nowMs: passedMs,
    epochMs: () => startEpochMs + Math.floor(passedMs()),
    schedule: (delayMs, callback, kind) => clock.schedule(present.speed === 0 ? 1 / 0 : delayMs / present.speed, callback, kind),
    speed: () => present.speed,
    setSpeed: next => {
     present = {
      passedMs: passedMs(),
      sinceMs: clock.nowMs(),
      speed: next
     };
    },
    advance: spanMs => {
     present = {
      ...present,
      passedMs: present.passedMs + spanMs
     };
    }
   };
  }
  class PlayStage {
   clock;
   faults;
   #options;
   #play;
   #gitlab;
   constructor(options) {
    this.#options = options;
    this.#play = options.play;
    this.clock = playedClock(options.clock, options.speed);
    this.faults = new fault_plan.FaultPlan(options.play.faults);
    this.#gitlab = this.#made(options.play);
   }
   get gitlab() {
    return this.#gitlab;
   }
   get scenario() {
    return this.#play.scenario;
   }
   reset() {
    this.play(this.#play);
    this.clock.setSpeed(this.#options.speed);
   }
   play(next) {
    this.#gitlab = this.#made(next);
    this.faults.replace(next.faults);
    this.#play = next;
   }
   handle(request) {
    const authority = request.headers.host;
    if (this.#options.externalUrl === void 0 && authority !== void 0) this.#gitlab.setExternalUrl(`http://${authority}`);
    const answer = this.#gitlab.handle(request);
    if (answer.headers[pages.gapHeader] !== void 0) this.#options.onGap(`${request.method} ${(0, 
    parameters.splitTarget)(request.target).path}`);
    return answer;
   }
   #made({scenario}) {
    const {externalUrl} = this.#options;
    return new simulated_gitlab.SimulatedGitLab({
     clock: this.clock
    }, {
     ...scenario,
     externalUrl
    });
   }
  }
  async function serveSimulation(simulation) {
   const {scenario, faults = [], clock, host, port, externalUrl, mostRequests = 1e3} = simulation;
   const {mostPipelines = 5e3} = simulation;
   const stage = new PlayStage({
    play: {
     scenario,
     faults
    },
    clock,
    speed: simulation.speed ?? 1,
    externalUrl,
    onGap: simulation.onGap ?? (() => {})
   });
   const server = await (0, wire_server.startServer)({
    gitlab: {
     relativeUrlRoot: stage.gitlab.relativeUrlRoot,
     handle: request => stage.handle(request)
    },
    clock: stage.clock,
    faults: stage.faults,
    host,
    port,
    mostRequests,
    beside: controlBeside({
     stage,
     requests: () => server.requests,
     forgetRequests: () => server.forgetRequests()
    })
   });
   const stop = sweep(clock, () => {
    stage.gitlab.catchUp();
    stage.gitlab.forgetOldPipelines(mostPipelines);
   });
   return {
    ...server,
    stage,
    get gitlab() {
     return stage.gitlab;
    },
    close: async () => {
     stop();
     await server.close();
    }
   };
  }
  const sweepMs = 100;
  function sweep(clock, catchUp) {
   let dispose = clock.schedule(sweepMs, again);
   function again() {
    catchUp();
    dispose = clock.schedule(sweepMs, again);
   }
   return () => dispose();
  }
 }),
 "./simulator/serve/start-gitlab.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.d(__webpack_exports__, {
   startedGitLab: function() {
    return startedGitLab;
   }
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("./base/errors.js");
  var _named_scenarios_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("./simulator/named-scenarios.js");
  var _scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("./simulator/scenario-file/read-scenario.js");
  var _scenario_file_spans_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("./simulator/scenario-file/spans.js");
  var _control_views_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("./simulator/serve/control-views.js");
  var _masked_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("./simulator/serve/masked-request.js");
  var _serve_simulation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("./simulator/serve/serve-simulation.js");
  async function startedGitLab(clock, options) {
   const {scenario: given = "success", ...more} = options;
   const {scenario, faults} = playOf(given);
   const {url, stage, requests, forgetRequests, close} = await (0, _serve_simulation_js__WEBPACK_IMPORTED_MODULE_6__.serveSimulation)({
    ...more,
    speed: checkedSpeed(more.speed ?? 1),
    scenario,
    faults,
    clock
   });
   const [trigger] = scenario.projects.flatMap(({triggers = []}) => triggers);
   const [access] = scenario.accessTokens ?? [];
   return {
    url,
    triggerToken: trigger?.token ?? "",
    accessToken: access?.token ?? "",
    requests: () => {
     const known = (0, _control_views_js__WEBPACK_IMPORTED_MODULE_4__.knownTokens)(stage);
     return requests.map(request => (0, _masked_request_js__WEBPACK_IMPORTED_MODULE_5__.maskedRequest)(request, known));
    },
    addFault: fault => {
     const reading = (0, _scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_2__.readFaults)(JSON.stringify([ fault ]));
     if (reading.kind === "wrong") throw refusal("the fault", reading.faults);
     for (const rule of reading.value) stage.faults.add(rule);
    },
    clearFaults: () => stage.faults.replace([]),
    advance: span => {
     const forMs = (0, _scenario_file_spans_js__WEBPACK_IMPORTED_MODULE_3__.spanMs)(span);
     if (forMs === void 0 || span === "") throw wrong("the span cannot be read", "Give one such as 250ms, 1.5s, 2m or 1h30m.");
     stage.clock.advance(forMs);
     stage.gitlab.catchUp();
    },
    setSpeed: speed => stage.clock.setSpeed(checkedSpeed(speed)),
    reset: () => {
     stage.reset();
     forgetRequests();
    },
    stop: close
   };
  }
  const mostSpeed = 1e3;
  function checkedSpeed(speed) {
   if (speed >= 0 && speed <= mostSpeed) return speed;
   throw wrong(`the speed is ${speed}`, `Give a number from 0 to ${mostSpeed}.`);
  }
  function playOf(given) {
   const name = _named_scenarios_js__WEBPACK_IMPORTED_MODULE_1__.scenarioNames.find(each => each === given);
   if (name !== void 0) return {
    scenario: (0, _named_scenarios_js__WEBPACK_IMPORTED_MODULE_1__.namedScenario)(name),
    faults: []
   };
   const reading = (0, _scenario_file_read_scenario_js__WEBPACK_IMPORTED_MODULE_2__.readScenario)(typeof given === "string" ? given : JSON.stringify(given));
   if (reading.kind === "wrong") throw refusal("the scenario", reading.faults);
   return reading.value;
  }
  function refusal(what, faults) {
   const said = faults.map(({line, column, text}) => `${line}:${column}: ${text}`);
   return wrong(`${what} cannot be played:\n${said.join("\n")}`, `docs/simulate.md says what a scenario file holds; by name there are ${_named_scenarios_js__WEBPACK_IMPORTED_MODULE_1__.scenarioNames.join(", ")}.`);
  }
  function wrong(what, hint) {
   return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__.InputError({
    code: "invalid_input",
    what,
    hint
   });
  }
 })
};
