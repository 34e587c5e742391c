/**
 * The environment for a program that a command starts: ours, with what `more` sets, and without the passphrase of a key
 * file, which only the command that asked for it may know.
 */
export function childEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { CENTRE_PASSPHRASE: _, ...environment } = process.env;
  return { ...environment, ASTRO_TELEMETRY_DISABLED: '1', ...more };
}
