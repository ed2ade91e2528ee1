import type { InputSource, TextFiles } from '../../../src/model/requests.js';

/** Inputs out of an object. */
export function sourceOf(texts: Readonly<Record<string, string>>): InputSource {
  return { read: (name) => texts[name] };
}

/** Files out of an object; any other path does not exist. */
export function filesOf(texts: Readonly<Record<string, string>>): TextFiles {
  return {
    readText: (path) => {
      const text = texts[path];
      const missing = Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
      return text === undefined ? Promise.reject(missing) : Promise.resolve(text);
    },
  };
}

export const noFiles = filesOf({});
