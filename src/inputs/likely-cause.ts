/**
 * The likely origin of a text that an input rejects, as a sentence that follows the hint; `undefined` if it
 * is unknown.
 */
export function likelyCause(given: string): string | undefined {
  const text = given.trim();
  if (isQuoted(text)) {
    return 'The quotes around it are part of the value: docker run --env-file, for one, keeps them. Write it without.';
  }
  if (/^(?:null|~)$/i.test(text)) {
    return `${text} is what \${{ toJSON(…) }}, jq and YAML give for something that is not there: leave the input empty then.`;
  }
  if (/^(?:undefined|nan|none|nil)$/i.test(text)) {
    return `${text} is what a script prints for something that it does not have: leave the input empty then.`;
  }
  if (/^(?:Object|Array|\[object Object\])$/.test(text)) {
    return `${text} is what an expression gives for more than a single value: write \${{ toJSON(…) }}.`;
  }
  if (/^(?:\{\s*\}|\[\s*\])$/.test(text)) {
    return `${text} is what \${{ toJSON(…) }} gives for something empty: leave the input empty then.`;
  }
  if (/^(?:\$\{\{[^]*\}\}|\$\{\w+\}|\$\(\w[\w.]*\)|\$\w+|%\w+%|<\w[\w -]*>)$/.test(text)) {
    return 'It is a place for a value that nothing has put there: look at how the variable is written on this CI.';
  }
  return undefined;
}

/** Whether a text has quotes around it. */
export function isQuoted(text: string): boolean {
  return /^(?:"[^]*"|'[^]*'|`[^]*`|“[^]*”|‘[^]*’)$/.test(text);
}

/** Whether a text is only the word that a script or an expression prints for a missing value or an object. */
export function isWordForNothing(text: string): boolean {
  return /^(?:null|undefined|nan|none|nil|object|array|\[object object\])$/i.test(text.trim());
}
