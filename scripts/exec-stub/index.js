/** Throws when somebody asks for what we left out: only `platform.getDetails` of @actions/core does. */
export function getExecOutput() {
  throw new Error('@actions/exec is left out of this bundle; read what you need from node:os');
}
