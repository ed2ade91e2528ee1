import type { ProgramStandIn } from './stand-in.js';

/**
 * `add` and `print` of envman 2.6.2, by which Bitrise keeps the variables of later steps; each is a file in
 * the store.
 * @see https://github.com/bitrise-io/envman/blob/master/cli/add.go
 * @see https://github.com/bitrise-io/envman/blob/master/cli/print.go
 */
export const envman: ProgramStandIn = {
  name: 'envman',
  script: (store) => `
fail() { echo "envman: $1" >&2; exit 1; }
verb=$1
[ $# -gt 0 ] && shift
case $verb in
add)
  key= file= value= by=nothing expand=yes
  while [ $# -gt 0 ]; do
    case $1 in
    --key | --value | --valuefile)
      [ $# -gt 1 ] || fail "flag needs an argument: $1"
      case $1 in --key) key=$2 ;; --value) value=$2 by=flag ;; *) file=$2 ;; esac
      shift ;;
    --no-expand) expand=no ;;
    --sensitive | --append | --skip-if-empty) ;;
    *) fail "flag provided but not defined: $1" ;;
    esac
    shift
  done
  [ "$key" ] || fail 'Key is not specified, required.'
  draft="${store}/.draft.$$"
  if [ $by = flag ]; then
    printf %s "$value" > "$draft"
  elif [ "$file" ]; then
    cat "$file" > "$draft" 2> /dev/null || { rm -f "$draft"; fail 'Failed to read file value'; }
  elif [ -p /dev/stdin ]; then
    cat > "$draft"
  else
    : > "$draft"
  fi
  # Neither of these is an error to it.
  if [ "$(wc -c < "$draft")" -gt 20480 ]; then printf 'environment value too large - rejected' > "$draft"; fi
  if [ $expand = yes ]; then sed -i -E 's/\\$[A-Za-z_]+/(expanded)/g' "$draft"; fi
  mv "$draft" "${store}/$key" ;;
print)
  [ "$*" = '--format json' ] || fail "Invalid format: $*"
  printf '{' && separator=
  for file in "${store}"/*; do
    [ -f "$file" ] || continue
    printf '%s"%s":"' "$separator" "\${file##*/}" && separator=,
    { cat "$file"; printf x; } | sed -e 's/\\\\/&&/g' -e 's/"/\\\\"/g' -e 's/\\t/\\\\t/g' -e 's/\\r/\\\\r/g' |
      awk 'NR > 1 { printf "\\\\n" } { printf "%s", $0 }' | sed 's/x$//'
    printf '"'
  done
  printf '}\\n' ;;
*) fail "No help topic for '$verb'" ;;
esac
`,
  refusals: [
    {
      what: 'a value on standard input that is no FIFO: it stores nothing, and ends well',
      source: 'cli/envman.go: info.Mode()&os.ModeNamedPipe',
      words: ['add', '--key', 'A', '--no-expand'],
      input: { kind: 'socket', text: 'hello' },
      exitCode: 0,
      stored: { A: '' },
    },
    {
      what: 'a value of more than 20 KiB, which older ones take: it stores a text about that, and ends well',
      source: 'cli/add.go: "environment value too large - rejected"',
      ofOlder: true,
      words: ['add', '--key', 'A', '--no-expand'],
      input: { kind: 'file', flag: '--valuefile', text: 'x'.repeat(20_481) },
      exitCode: 0,
      stored: { A: 'environment value too large - rejected' },
    },
    {
      what: 'a file that is not there',
      source: 'cli/add.go: loadValueFromFile',
      words: ['add', '--key', 'A', '--valuefile', '/nowhere/value'],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'no key',
      source: 'cli/add.go: "Key is not specified, required."',
      words: ['add', '--value', 'x'],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'a flag that it does not know',
      source: 'urfave/cli: "flag provided but not defined"',
      words: ['add', '--key', 'A', '--secret', '--value', 'x'],
      exitCode: 1,
      stored: {},
    },
    {
      what: 'a value as it is, without --no-expand: it expands variables',
      source: 'models: is_expand is true unless told otherwise',
      words: ['add', '--key', 'A', '--value', 'a $HOME b'],
      exitCode: 0,
      stored: { A: 'a (expanded) b' },
    },
  ],
};
