/** Starts a GitLab pipeline; the keys are the inputs of gitlab-trigger. Tokens come from withCredentials around it. */
void call(Map inputs) {
  List environment = inputs.collect { name, value -> "GITLAB_TRIGGER_${name.toUpperCase()}=${value}".toString() }
  withEnv(environment) {
    sh label: 'GitLab pipeline', script: 'npx --yes --package gitlab-trigger@0.1.0 --call "exec gitlab-trigger run"'
  }
}
