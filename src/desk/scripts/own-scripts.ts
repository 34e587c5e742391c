/** The addresses of the scripts that the page may start: the vault, by its own file, and the service worker that rings. */
const started = new Set<string>();

/** Gives an address that was named before, and throws on any other: no text becomes a script. */
function onlyOurs(url: string): string {
  if (!started.has(url)) throw new TypeError('Not the address of a script of ours.');
  return url;
}

// Browsers without Trusted Types take the address as it is. A policy can be made once.
const policy = globalThis.trustedTypes?.createPolicy('desk', { createScriptURL: onlyOurs });

/** Names a script of ours, once, where its module begins. Gives what makes its address one that browsers take. */
export function ownScript(url: string) {
  started.add(url);
  return () => policy?.createScriptURL(url) ?? onlyOurs(url);
}
