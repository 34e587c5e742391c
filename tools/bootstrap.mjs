// Makes any command of package.json work right after `git clone`: installs what package-lock.json names, then makes
// sure that `node` inside npm scripts is new enough. Runs under any Node from 20 on, so it uses nothing newer and
// no dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, symlinkSync } from 'node:fs';

const OLDEST_NODE = [22, 18]; // The first Node that runs TypeScript files as they are.
const INSTALL_RECORD = 'node_modules/.package-lock.json';
const windows = process.platform === 'win32';

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

function installed() {
  // npm writes its record last; a lock file newer by more than a moment means that the install is stale.
  return existsSync(INSTALL_RECORD) && changedAt(INSTALL_RECORD) + 5000 >= changedAt('package-lock.json');
}

function install() {
  console.log('Installing dependencies (about a minute) …');
  const npm = process.env.npm_execpath;
  const run = npm
    ? spawnSync(process.execPath, [npm, 'ci'], { stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { stdio: 'inherit', shell: windows });
  if (run.status !== 0) process.exit(run.status ?? 1);
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

if (!installed()) install();
linkBundledNode();
requireNode();
