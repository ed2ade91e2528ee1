// @ts-check

/**
 * The chunks of the bundle: what is loaded together, and what each holds, by the paths of modules and the
 * names of Node's own. The first row that fits counts. What the root action needs to start stands in
 * `index.js` and in no chunk. A module has one chunk, so none is in the bundle twice.
 * @type {readonly (readonly [chunk: string, holds: RegExp])[]}
 */
const rows = [
  // Parts that several commands use.
  ['hosts', /^(?:src\/hosts\/(?!(?:programs|background)\.)|node_modules\/@actions\/core\/)/],
  // Apart from the hosts, because few start programs, and Node takes milliseconds to load what that needs.
  ['programs', /^(?:src\/hosts\/(?:programs|background)\.|(?:node:)?child_process$)/],
  ['schemas', /^(?:src\/(?:gitlab|github)\/schemas\b|node_modules\/zod\/)/],
  ['yaml', /^node_modules\/yaml\//],
  ['seal', /^node_modules\/@noble\//],
  ['inputs', /^src\/inputs\//],
  [
    'await',
    /^src\/(?:run\/await|report\/await-lines|follow\/find-by-commit|gitlab\/poll-until|trigger\/(?:await-commit|sync-mirror))\./,
  ],
  ['rerun', /^src\/trigger\/(?:rerun|retry-earlier|find-earlier-attempt)\./],
  [
    'pipelines',
    /^src\/follow\/(?:take-snapshot|find-pipeline|cancel-pipeline|decide\/(?:contradictions|warnings))\./,
  ],
  ['follow', /^src\/(?:follow\/|logs\/|run\/(?:follow|heap)\.)/],
  ['zip', /^node_modules\/(?:yauzl|pend)\//],
  ['artifacts', /^src\/(?:results\/artifacts\/(?!plan\.)|run\/results\/artifacts\.)/],
  ['results', /^src\/(?:results\/|run\/results\/)/],
  ['feedback', /^src\/run\/(?:feedback\/|connect-github\.)|^src\/github\/(?!seal\.|secrets\.)/],
  // The simulated runner is for the demo alone, which no runner downloads.
  ['demo', /^src\/(?:entries\/demo\.|simulator\/runner\/)/],
  ['simulator', /^src\/simulator\//],
  ['probe', /^src\/gitlab\//],
  // One for each command.
  ['check', /^src\/(?:run\/check\.|check\/|ci-rules\/)/],
  ['tokens', /^src\/(?:run\/tokens\/|tokens\/|github\/)/],
  ['wait', /^src\/run\/wait\./],
  ['cancel', /^src\/run\/cancel\./],
  ['cleanup', /^src\/run\/(?:cleanup|cancel-lost-start)\./],
  ['print', /^src\/(?:run\/(?:print|plan)\.|snippet\/)/],
  // The action, whose server is the command.
  ['simulation', /^src\/run\/simulation\//],
  ['simulate', /^src\/entries\/simulate\./],
  ['library', /^src\/library\//],
  ['cli', /^src\/(?:cli\/|terminal\/|entries\/cli\.|run\/json-reporter\.)/],
];

/**
 * The chunk of a module: that of its row, else that of all who load it. What several chunks need and no row
 * names stops the build, so that what is shared gets its chunk by decision, not by chance.
 * @param {string} place the path of the module below the project, or the name of a module of Node
 * @param {readonly string[]} loaded the places of the modules that are imported lazily and bring this one
 *   along
 */
export function chunkOf(place, loaded) {
  const own = rowOf(place);
  if (own !== undefined) return own;
  if (loaded.includes(place)) throw new Error(`No chunk for ${place}: name one in scripts/chunks.js`);
  const users = [...new Set(loaded.map((target) => rowOf(target) ?? target))];
  const [user] = users;
  if (users.length === 1 && user !== undefined) return user;
  throw new Error(
    `${place} is needed by the chunks ${users.sort().join(', ')}: give it one in scripts/chunks.js`,
  );
}

/** @param {string} place */
function rowOf(place) {
  return rows.find(([, holds]) => holds.test(place))?.[0];
}
