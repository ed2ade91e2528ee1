#!/usr/bin/env bash
# Bitrise hands over each input under its own name.
set -euo pipefail
takes='GITLAB_URL PROJECT_ID REF TOKEN ACCESS_TOKEN VARIABLES WAIT TIMEOUT'
# Starts gitlab-trigger so that nothing of the checkout is read or run. Written by scripts/generate-docs.js from scripts/launch.sh.
set -f +u +x
unset NODE_OPTIONS NODE_PATH NODE_COMPILE_CACHE NODE_V8_COVERAGE OPENSSL_CONF SSL_CERT_FILE SSL_CERT_DIR LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH
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
unset $(env | grep -oE '^(INPUT|PLUGIN|NODE)_[A-Za-z0-9_]+' | grep -vx NODE_EXTRA_CA_CERTS)
for each in $(env | grep -oE '^GITLAB_TRIGGER_[A-Z0-9_]+' | cut -c16-); do
  case " $takes " in *" all "* | *" $each "*) continue ;; esac
  echo "GITLAB_TRIGGER_$each is not taken: this step takes $takes." >&2
  unset "GITLAB_TRIGGER_$each"
done
own=$(mktemp -d /tmp/gitlab-trigger.XXXXXX) || exit
# What env(1) unsets, so that a program is told of these names only: every user of the machine can read its words.
but() { env | grep -oE '^[A-Za-z_][^=[:space:]]*=' | tr -d = | grep -vxE "$1" | sed 's/^/-u /'; }
told='PATH|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS'
node=$(
  cd "$own" && echo '{}' > package.json &&
    echo 'import { rmSync } from "node:fs"; process.on("exit", () => rmSync(new URL(".", import.meta.url), { recursive: true }));' > leave.mjs &&
    env $(but "$told") HOME="$own" npm install --prefix="$own" --registry=https://registry.npmjs.org/ --ignore-scripts --no-audit --no-fund --no-update-notifier @OWNER/gitlab-trigger@0.1.0 > /dev/null < /dev/null &&
    env $(but "$told") HOME="$own" node --print process.execPath
) || { rm -rf "$own"; exit 1; }
set -- "$node" --import "$own/leave.mjs" "$own/node_modules/@OWNER/gitlab-trigger/dist/cli.js"
for name in gitlab_url project_id ref token access_token variables wait timeout; do
  export "GITLAB_TRIGGER_$(tr a-z A-Z <<< "$name")=${!name:-}"
done
exec "$@" run
