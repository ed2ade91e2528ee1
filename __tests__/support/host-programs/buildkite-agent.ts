import type { ProgramStandIn } from './stand-in.js';

/**
 * `meta-data`, `annotate` and `redactor` of Buildkite's agent 3.137.0. It ends well only after the API has
 * said 2xx, and what it is given on standard input it reads from a socket, too.
 * @see https://github.com/buildkite/agent/blob/main/clicommand/meta_data_set.go
 * @see https://github.com/buildkite/agent/blob/main/clicommand/annotate.go
 * @see https://github.com/buildkite/agent/blob/main/clicommand/redactor_add.go
 */
export const buildkiteAgent: ProgramStandIn = {
  name: 'buildkite-agent',
  script: (store) => `
fail() { echo "fatal: $1" >&2; exit 1; }
draft="${store}/.draft.$$"
take() { cat > "$draft"; [ "$(wc -c < "$draft")" -le "$1" ] || { rm -f "$draft"; fail "413 $2"; }; }
verb="$1 $2"
case $verb in
'meta-data set')
  [ "$3" ] || fail 'Missing meta-data key.'
  if [ $# -gt 3 ]; then printf %s "$4" | take 102400 'value is too long'; else take 102400 'value is too long'; fi
  if ! grep -q '[^[:space:]]' "$draft"; then
    rm -f "$draft"
    fail 'value cannot be empty, or composed of only whitespace characters'
  fi
  mv "$draft" "${store}/$3" ;;
'meta-data get')
  [ -f "${store}/$3" ] || fail "404 No meta-data with the key $3"
  cat "${store}/$3" ;;
'redactor add')
  [ "$*" = 'redactor add --format json' ] || fail "flags: $*"
  take 1048576 'too much'
  grep -Eq '^\\{("[^"]+":"([^"\\\\]|\\\\.)*",?)*\\}$' "$draft" || { rm -f "$draft"; fail 'failed to parse JSON'; }
  rm -f "$draft" ;;
annotate*)
  [ "$2" = --context ] && [ "$3" ] && [ "$4" = --style ] || fail "flags: $*"
  case $5 in default | info | warning | error | success) ;; *) fail '422 Style is invalid' ;; esac
  case "$6" in '' | --append) ;; *) fail "flag provided but not defined: $6" ;; esac
  take 1048576 'Body is too long'
  rm -f "$draft" ;;
*) fail "No help topic for $verb" ;;
esac
`,
  refusals: [
    {
      what: 'a blank value',
      source:
        'clicommand/meta_data_set.go: "value cannot be empty, or composed of only whitespace characters"',
      words: ['meta-data', 'set', 'k'],
      input: { kind: 'socket', text: ' \n' },
      exitCode: 1,
      stored: {},
    },
    {
      what: 'a value of more than 100 KiB',
      source: 'https://buildkite.com/docs/pipelines/configure/build-meta-data: 100 KB for each value',
      words: ['meta-data', 'set', 'k'],
      input: { kind: 'socket', text: 'x'.repeat(102_401) },
      exitCode: 1,
      stored: {},
    },
    {
      what: 'a key that is not there',
      source: 'clicommand/meta_data_get.go: a 404 without --default',
      words: ['meta-data', 'get', 'k'],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'a style that it does not know',
      source: 'https://buildkite.com/docs/agent/cli/reference/annotate: success, info, warning, error',
      words: ['annotate', '--context', 'c', '--style', 'green'],
      input: { kind: 'socket', text: 'x' },
      exitCode: 1,
      stored: {},
    },
    {
      what: 'an annotation of more than 1 MiB',
      source: 'clicommand/annotate.go: maxBodySize = 1024 * 1024',
      words: ['annotate', '--context', 'c', '--style', 'info'],
      input: { kind: 'socket', text: 'x'.repeat(1_048_577) },
      exitCode: 1,
      stored: {},
    },
    {
      what: 'secrets that are no JSON object of texts',
      source: 'clicommand/redactor_add.go: map[string]string',
      words: ['redactor', 'add', '--format', 'json'],
      input: { kind: 'socket', text: '{"a":7}' },
      exitCode: 1,
      stored: {},
    },
  ],
};
