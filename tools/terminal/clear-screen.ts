/** Clears a terminal's screen and what was scrolled out of it (ECMA-48, and xterm's `CSI 3 J`). Nothing where it is none. */
export function clearScreen(): void {
  if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[3J\x1b[H');
}
