import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { languagePaths } from '../../../site/paths.ts';
import { deskTextsFile } from '../../../texts/desk-texts.ts';

export const getStaticPaths = () => languagePaths('desk');

/** The strings that come later, and the playbooks, phrases and interpreters, of the desk in a language. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) =>
  new Response(deskTextsFile(lang).body, { headers: { 'Content-Type': 'application/json' } });
