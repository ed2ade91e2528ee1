export const variableNameCure = 'A name has 1 to 255 characters out of A-Z, a-z, 0-9 and _.';

/** Why GitLab would refuse a text as the name of a pipeline variable, to follow the name; `undefined` when it would not. */
export function refusalOfVariableName(name: string): string | undefined {
  if (name === 'TRIGGER_PAYLOAD') {
    return 'is a variable that GitLab itself sets in every triggered pipeline';
  }
  if (name.trim() !== name) return 'has white space around its name';
  return /^[A-Za-z0-9_]{1,255}$/.test(name) ? undefined : 'is not a name that GitLab accepts';
}
