/** A script of ours, compiled and minified, as text to put into a page (tools/build/astro/inline-script.ts). */
declare module '*?inline-script' {
  const code: string;
  export default code;
}
