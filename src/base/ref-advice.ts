/**
 * What a name that GitLab does not find as a branch or tag most likely is, and what to give instead, in whole
 * sentences; `undefined` if there is no hint. A branch may still have such a name, so this is shown only
 * after GitLab has looked it up.
 */
export function adviceOnRef(ref: string): string | undefined {
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  if (/^(?:pull\/)?\d+\/(?:merge|head)$|^(?:pull|pull-requests)\/\d+(?:\/\w+)?$/.test(name)) {
    return `'${name}' is the name of a pull request (what github.ref_name gives there), which exists on its own host only: in a pull request, github.head_ref is the short name of its branch.`;
  }
  if (name.startsWith('gh-readonly-queue/')) {
    return `'${name}' is a branch that GitHub makes for its merge queue, and does not mirror: give the branch to merge into, github.event.merge_group.base_ref.`;
  }
  if (/^merge-requests\/\d+(?:\/\w+)?$/.test(name)) {
    return `'${name}' is a merge request, for which no pipeline can be triggered: give its source branch.`;
  }
  const remote = /^(?:remotes\/[^/]+|origin|upstream)\/(.+)$/.exec(name)?.[1];
  if (remote !== undefined) {
    return `'${name}' is what a clone calls a branch of its remote: give ${remote}.`;
  }
  if (name === 'HEAD')
    return "HEAD is no branch in GitLab: give a branch's name, such as that of the default branch.";
  const twice = /^refs\/(?:heads|tags|remotes\/[^/]+)\/(.+)$/.exec(name)?.[1];
  if (twice !== undefined) return `It begins with refs/ twice: give ${twice}, or refs/heads/${twice}.`;
  const [, kind, short] = /^(heads|tags)\/(.+)$/.exec(name) ?? [];
  if (kind !== undefined && short !== undefined) return `Give ${short}, or refs/${kind}/${short}.`;
  if (/^(?:".*"|'.*'|`.*`)$/.test(name)) {
    return 'The quotes around it are part of the name: docker run --env-file, for one, keeps them. Write it without.';
  }
  if (/^(?:null|undefined|none|object)$/i.test(name)) {
    return `'${name}' is what scripts and expressions give for something that is not there: look at where ref comes from.`;
  }
  return undefined;
}
