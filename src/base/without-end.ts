/** The text without what stands of `character` at its end. A pattern such as `/\/+$/` would begin anew at each of them, also where something follows. */
export function withoutEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
