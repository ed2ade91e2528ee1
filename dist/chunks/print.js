export const __webpack_esm_ids__ = [ "print" ];

export const __webpack_esm_modules__ = {
 "./run/print.js": (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   runCompletion: function() {
    return runCompletion;
   },
   runSnippet: function() {
    return runSnippet;
   }
  });
  var errors = __webpack_require__("./base/errors.js");
  var base_text = __webpack_require__("./base/text.js");
  var commands = __webpack_require__("./cli/commands.js");
  var completion = __webpack_require__("./cli/completion.js");
  var snippet = __webpack_require__("./inputs/commands/snippet.js");
  var dist = __webpack_require__("../../node_modules/yaml/dist/index.js");
  function gitlabSnippet({sources, perJob, inputs}) {
   const rules = sources.map(source => `- if: $CI_PIPELINE_SOURCE == "${source}"`);
   return lines([ ...headerLines(inputs), ...perJob ? [] : workflowLines(rules), "triggered:", ...perJob ? [ "  rules:", ...rules.map(rule => `    ${rule}`) ] : [], ...variableLines(inputs), "  script:", `    - echo "Started by $CI_PIPELINE_SOURCE${inputs.map(({name}) => `, ${name} is $${variableOf(name)}`).join("")}"` ]);
  }
  function headerLines(inputs) {
   if (inputs.length === 0) return [];
   const hasRequired = inputs.some(input => input.default === void 0);
   return [ "spec:", "  inputs:", ...hasRequired ? [ "    # One without a default has to be given to every pipeline, also to that of a push." ] : [], ...inputs.flatMap(inputLines), "---" ];
  }
  function inputLines({name, type, default: value}) {
   return [ `    ${name}:`, `      type: ${type}`, ...value === void 0 ? [] : [ `      default: ${JSON.stringify(value)}` ], ...type === "string" ? [ "      # regex: or options: keep out what does not belong into the CI file." ] : [] ];
  }
  function workflowLines(rules) {
   return [ "workflow:", "  rules:", ...rules.map(rule => `    ${rule}`), "    # Everything else starts no pipeline. Add what should, for example:", "    # - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", "" ];
  }
  function variableLines(inputs) {
   if (inputs.length === 0) return [];
   return [ "  variables:", ...inputs.map(({name, type}) => `    ${variableOf(name)}: ${placeOf(name, type)}`) ];
  }
  function placeOf(name, type) {
   const place = `$[[ inputs.${name} ]]`;
   return type === "array" ? `'${place}'` : `"${place}"`;
  }
  function variableOf(name) {
   return name.toUpperCase().replaceAll("-", "_");
  }
  function lines(texts) {
   return `${texts.join("\n")}\n`;
  }
  function githubSnippet({step, tokenSecret, accessTokenSecret}) {
   const secret = name => `\${{ secrets.${name} }}`;
   const given = new Map(step.map(([name, text]) => [ name, snippet_valueOf(text) ]));
   const places = [ "gitlab_url", "project_id", "ref" ].filter(name => given.has(name));
   const rest = [ ...given ].filter(([name]) => !places.includes(name));
   const inputs = {
    ...Object.fromEntries(places.map(name => [ name, given.get(name) ])),
    token: secret(tokenSecret),
    ...accessTokenSecret === void 0 ? {} : {
     access_token: secret(accessTokenSecret)
    },
    ...Object.fromEntries(rest)
   };
   const job = {
    "runs-on": "ubuntu-latest",
    permissions: {},
    steps: [ {
     id: "gitlab",
     uses: "OWNER/gitlab-trigger@v1",
     with: inputs
    } ]
   };
   return (0, dist.stringify)({
    jobs: {
     gitlab: job
    }
   }, {
    lineWidth: 0
   });
  }
  function snippet_valueOf(text) {
   const word = text.trim();
   if (word === "true" || word === "false") return word === "true";
   return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : text;
  }
  async function runSnippet({host, files, printProduct}) {
   const {request} = await (0, snippet.parseSnippetRequest)(host.inputs, files);
   const text = request.kind === "gitlab" ? gitlabSnippet(request) : githubSnippet(request);
   if ((0, base_text.tokensIn)(text).length > 0) throw new errors.InputError({
    code: "invalid_input",
    what: "The snippet would hold a token (not shown), and whoever may read the repository could read it there",
    hint: "Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead."
   });
   (printProduct ?? host.log.info)(text);
   return errors.exitCodes.accepted;
  }
  function runCompletion({host, printProduct}) {
   const given = host.inputs.read("shell");
   const shell = completion.shells.find(name => name === given);
   if (shell === void 0) throw new TypeError("no shell was given");
   (printProduct ?? host.log.info)((0, completion.completionScript)(shell, commands.commands));
   return Promise.resolve(errors.exitCodes.accepted);
  }
 })
};
