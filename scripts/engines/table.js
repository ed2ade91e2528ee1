// @ts-check
// The table of the lane, as it is printed and as docs/hosts/README.md keeps it.

/**
 * @typedef {object} Row
 * @property {string} engine
 * @property {string} version
 * @property {string} checks
 * @property {string} result
 */

/**
 * @param {readonly Row[]} rows
 * @returns {string} as Markdown
 */
export function tableOf(rows) {
  const cells = [
    ['Engine', 'Version', 'Checks', 'Result'],
    ...rows.map(({ engine, version, checks, result }) => [engine, version, checks, result]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/**
 * @param {readonly Row[]} rows
 * @param {Date} date
 * @returns {string} what stands between the markers of the page
 */
export function keptTable(rows, date) {
  return `On ${date.toISOString().slice(0, 10)}:\n\n${tableOf(rows)}`;
}
