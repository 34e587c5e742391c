import ts from 'typescript';

/** The code of an Astro component: what runs while building, and what its `<script>`s send to a browser, each as code. */
export type AstroCode = { frontMatter: string; scripts: string[] };

/**
 * Takes the code out of the text of an `.astro` file. Scripts that Astro leaves as they are (`is:inline`) and data are
 * none: what those may be is checked where they are written into a page (tools/build/astro/headers.ts).
 */
export function readAstro(text: string): AstroCode {
  const [whole = '', frontMatter = ''] = /^\s*---\r?\n([\s\S]*?)^---/m.exec(text) ?? [];
  const markup = text.slice(whole.length).replace(/<!--[\s\S]*?-->/g, '');
  const scripts = [...markup.matchAll(/<script\b((?:[^>]*[^>/])?)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\bis:inline\b|\btype=/.test(attributes))
    .map(([, attributes = '', code = '']) => {
      const [, file] = /\bsrc="([^"]+)"/.exec(attributes) ?? [];
      return file ? `import ${JSON.stringify(file)};` : code;
    });
  return { frontMatter, scripts };
}

/** What the code of an `.astro` file imports, in any way that TypeScript knows: the names as they stand there. */
export function astroImports(text: string): string[] {
  const { frontMatter, scripts } = readAstro(text);
  return [frontMatter, ...scripts].flatMap((code) =>
    ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}
