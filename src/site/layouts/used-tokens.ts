/** A custom property with its value, at the end of a rule or before the next. */
const TOKEN = /(--[\w-]+)\s*:[^;{}]*(?:;|(?=\}))/g;

/**
 * The style rules of a page without the tokens (src/site/styles/tokens.css) that none of its rules uses: a page that a
 * cheap telephone loads carries its own colours alone.
 */
export function withUsedTokens(css: string): string {
  const used = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  return css.replace(TOKEN, (token, name: string) => (used.has(name) ? token : ''));
}
