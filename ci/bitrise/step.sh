#!/usr/bin/env bash
# Bitrise hands over each input under its own name.
set -euo pipefail
for name in gitlab_url project_id ref token access_token variables wait timeout; do
  export "GITLAB_TRIGGER_$(tr a-z A-Z <<< "$name")=${!name:-}"
done
exec npx --yes --package gitlab-trigger@0.1.0 --call 'exec gitlab-trigger run'
