// Makes any command of package.json work right after `git clone`: installs what package-lock.json names, then makes
// sure that `node` inside npm scripts is new enough. Runs under any Node from 20 on, so it uses nothing newer and
// no dependency.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';

const OLDEST_NODE = [22, 18]; // The first Node that runs TypeScript files as they are.
const INSTALL_RECORD = 'node_modules/.package-lock.json';
const windows = process.platform === 'win32';

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

function installed() {
  // npm writes its record last; a lock file newer by more than a moment means that the install is stale.
  return existsSync(INSTALL_RECORD) && changedAt(INSTALL_RECORD) + 5000 >= changedAt('package-lock.json');
}

/** How many packages stand in node_modules now. */
function packages() {
  if (!existsSync('node_modules')) return 0;
  return readdirSync('node_modules').reduce(
    (sum, name) => sum + (name.startsWith('@') ? readdirSync(`node_modules/${name}`).length : 1),
    0,
  );
}

/** Says every so often how far the installation is: on a terminal in one line, in a log in few. */
function tellProgress(begun) {
  const { packages: listed } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const most = Object.keys(listed).filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)).length;
  const { isTTY } = process.stderr;
  const tell = () => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    const line = `Installing dependencies: ${packages()} of at most ${most} packages after ${seconds} s`;
    process.stderr.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(tell, isTTY ? 500 : 15_000);
  return () => {
    clearInterval(timer);
    if (isTTY) process.stderr.write('\r\u001b[K');
  };
}

async function install() {
  process.stderr.write('Installing dependencies (once; about a minute, 900 MB with a Node of its own) …\n');
  const begun = performance.now();
  const stop = tellProgress(begun);
  const npm = process.env.npm_execpath;
  const quiet = ['ci', '--no-progress'];
  const run = npm
    ? spawn(process.execPath, [npm, ...quiet], { stdio: 'inherit' })
    : spawn('npm', quiet, { stdio: 'inherit', shell: windows });
  const code = await new Promise((resolve) => run.once('close', resolve).once('error', () => resolve(1)));
  stop();
  if (code !== 0) {
    console.error('The dependencies could not be installed. Is there a network? Then run the command again.');
    process.exit(1);
  }
  process.stderr.write(`Installed in ${Math.round((performance.now() - begun) / 1000)} s.\n`);
}

/** npm 10 links no `node` when several optional packages bring one; npm 11 does. */
function linkBundledNode() {
  const bundle = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const target = `node_modules/${bundle}/bin/node`;
  if (existsSync(target) && !existsSync('node_modules/.bin/node')) {
    symlinkSync(`../${bundle}/bin/node`, 'node_modules/.bin/node');
  }
}

function requireNode() {
  const asked = spawnSync('node', ['-p', 'process.versions.node'], { encoding: 'utf8', shell: windows });
  const [major = 0, minor = 0] = asked.stdout.trim().split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `This project needs Node ${OLDEST_NODE.join('.')} or newer. Found ${asked.stdout.trim()}, and there is no bundled one` +
      ` for ${process.platform} on ${process.arch}. Install Node 24 from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}

if (!installed()) await install();
linkBundledNode();
requireNode();
