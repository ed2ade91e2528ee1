const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
const yellow = paint(33);
const cyan = paint(36);

/** Every status gets the colour that GitLab gives it; a line that has colours already stays as it is. */
export function statusColours(line: string): string {
  if (line.includes('\u001b')) return line;
  return line
    .replace(/\b(?:success|passed)\b/g, green)
    .replace(/\b(?:failed|canceled)\b/g, red)
    .replace(/\b(?:pending|manual|warnings|scheduled|skipped)\b/g, yellow)
    .replace(/\b(?:running|created)\b/g, cyan);
}
