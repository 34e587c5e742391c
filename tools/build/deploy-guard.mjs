// What wrangler runs before it bundles the worker (`[build]` in wrangler.toml). It lets nothing be deployed but a whole
// build for the real site, with the key that is committed. `wrangler dev` may serve any build. Plain JavaScript: wrangler
// runs it with whatever Node stands first on the path.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

const BUILD = 'dist';
const COMMITTED_KEY = 'content/centre-key.json';

/** The content of a JSON file, or undefined when there is none or it is damaged. */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Why what lies in `dist/` must not go live, as a sentence. Undefined when it may. */
function objection() {
  if (process.argv[2] !== 'live')
    return 'this is for a computer of your own: the live site has its names and its store below [env.live]. Add: --env live.';
  const record = readJson(`${BUILD}/build.json`);
  if (!record) return 'There is no whole build in dist/.';
  if (record.env !== 'production') return 'dist/ holds a local build, for a look or a test.';
  const key = readJson(`${BUILD}/client/key.json`);
  if (key?.use !== 'production')
    return 'dist/ carries a throw-away key: nobody could open what people write.';
  if (JSON.stringify(key.keys) !== JSON.stringify(readJson(COMMITTED_KEY)?.keys))
    return `dist/ carries other keys than the committed ones, ${COMMITTED_KEY}.`;
  const files = readdirSync(`${BUILD}/client`, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(`${BUILD}/client/${file}`).isFile());
  const named = new Set(Object.keys(record.files));
  const changed = [
    ...files.filter((file) => !named.has(file)),
    ...[...named].filter((file) => {
      const path = `${BUILD}/client/${file}`;
      return !existsSync(path) || hashOf(path) !== record.files[file];
    }),
  ];
  return changed.length > 0 ? `dist/client/${changed[0]} was changed after the build.` : undefined;
}

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

if (process.env.WRANGLER_COMMAND !== 'dev') {
  const why = objection();
  if (why) {
    const remedy = process.argv[2] === 'live' ? ' Make a build for the real site: npm run build' : '';
    console.error(`Not deployed: ${why}${remedy}`);
    process.exitCode = 1;
  }
}
