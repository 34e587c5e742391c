import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordings } from '../../../site/listen/recordings.ts';

/** One file for each recording that says what stands on the page. */
export const getStaticPaths: GetStaticPaths = () =>
  recordings()
    .filter(({ heard }) => heard)
    .map(({ language, block, file }) => ({ params: { lang: language, block }, props: { file } }));

/** A recording, from this site and no other. */
export const GET: APIRoute = ({ props }) =>
  new Response(new Uint8Array(readFileSync(String(props['file']))), {
    headers: { 'Content-Type': 'audio/ogg' },
  });
