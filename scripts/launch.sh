# Starts gitlab-trigger so that nothing of the checkout is read or run. Written by scripts/generate-docs.js from scripts/launch.sh.
set -f +u +x
unset CDPATH NODE_OPTIONS NODE_PATH NODE_COMPILE_CACHE NODE_V8_COVERAGE OPENSSL_CONF SSL_CERT_FILE SSL_CERT_DIR LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH
top=$(cd -P . && top=$PWD && until [ "$PWD" = / ]; do if [ -e .git ]; then top=$PWD; fi && cd -P .. || exit; done && echo "$top") || exit
outside() {
  case $1 in /*) real=$(cd -P "$1" 2> /dev/null && echo "$PWD") ;; *) real= ;; esac
  case $real/ in / | "$top"/*) return 1 ;; esac
}
path= IFS=:
for each in $PATH; do if outside "$each"; then path=$path$real:; fi; done
unset IFS
export PATH="$path/usr/bin:/bin"
if ! outside "$(dirname "$NODE_EXTRA_CA_CERTS")"; then unset NODE_EXTRA_CA_CERTS; fi
# The names of variables that match $1 and not $2. The lines of env(1) would not do: those of a value look like names.
names() { LC_ALL=C awk -v of="^($1)$" -v but="^($2)$" 'BEGIN { for (name in ENVIRON) if (name ~ of && name !~ but && split(name, words) == 1 && words[1] == name) print name }'; }
listed=$(names '(INPUT|PLUGIN|NODE)_[A-Za-z0-9_]+' NODE_EXTRA_CA_CERTS) || exit
unset $listed
listed=$(names 'GITLAB_TRIGGER_[A-Z0-9_]+' -) || exit
for each in $(echo "$listed" | cut -c16-); do
  case " $takes " in *" all "* | *" $each "*) continue ;; esac
  echo "GITLAB_TRIGGER_$each is not taken: this step takes $takes." >&2
  unset "GITLAB_TRIGGER_$each"
done
# Becomes a program that gets only the variables that match $1. The others are unset here: every user of the machine can read the arguments of env(1).
only() {
  listed=$(names '.+' "$1") || exit
  shift
  for each in $listed; do
    case $each in [0-9]* | *[!A-Za-z0-9_]*) set -- -u "$each" "$@" ;; *) command unset "$each" 2> /dev/null || set -- -u "$each" "$@" ;; esac
  done
  exec env "$@"
}
own=$(mktemp -d /tmp/gitlab-trigger.XXXXXX) || exit
told='PATH|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS'
node=$(
  cd "$own" && echo '{}' > package.json &&
    echo 'import { rmSync } from "node:fs"; process.on("exit", () => rmSync(new URL(".", import.meta.url), { recursive: true }));' > leave.mjs &&
    (only "$told" HOME="$own" npm install --prefix="$own" --registry=https://registry.npmjs.org/ --ignore-scripts --no-audit --no-fund --no-update-notifier @OWNER/gitlab-trigger@0.1.0 > /dev/null < /dev/null) &&
    (only "$told" HOME="$own" node --print process.execPath)
) || { rm -rf "$own"; exit 1; }
set -- "$node" --import "$own/leave.mjs" "$own/node_modules/@OWNER/gitlab-trigger/dist/cli.js"
