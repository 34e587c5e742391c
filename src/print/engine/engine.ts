import { resolve } from 'node:path';
import type { PrintDocument } from './document.ts';
import { fontBlobs } from './fonts.ts';
import { readMarkdown } from './markdown.ts';
import { ENGINE_SETTINGS, TEMPLATES } from './settings.ts';

/** Makes the PDF of a document, and counts its pages. Throws with the engine's own words when it can't. */
export type Compile = (document: PrintDocument) => { pdf: Uint8Array; pages: number };

/**
 * Starts Typst. Gives nothing where there is no binary of it for this machine: the package has one for Linux, macOS
 * and Windows on the usual processors.
 */
export async function startEngine(): Promise<Compile | undefined> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined);
  if (!typst) return undefined;
  const workspace = resolve(TEMPLATES);
  const compiler = typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] });

  return ({ template, data, path }) => {
    const source = {
      mainFilePath: resolve(workspace, `${template}.typ`),
      inputs: { data: JSON.stringify(readMarkdown(data)) },
    };
    const compiled = compiler.compile(source);
    const error = compiled.takeError();
    if (error) throw new Error(`${path}: ${JSON.stringify(compiler.fetchDiagnostics(error), null, 1)}`);
    const warning = compiled.takeWarnings();
    if (warning) throw new Error(`${path}: ${JSON.stringify(compiler.fetchDiagnostics(warning), null, 1)}`);
    const made = compiled.result;
    if (!made) throw new Error(`${path}: nothing was made`);
    const pdf = compiler.pdf(made, ENGINE_SETTINGS);
    return { pdf, pages: made.numOfPages };
  };
}
