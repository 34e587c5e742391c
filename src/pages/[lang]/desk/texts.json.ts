import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { languagePaths } from '../../../site/paths.ts';
import { deskTextsFile } from '../../../texts/desk-texts.ts';

export const getStaticPaths = () => languagePaths('desk');

/** The playbooks, phrases and interpreters of the desk in a language, which it gets when they are opened. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) =>
  new Response(deskTextsFile(lang).body, { headers: { 'Content-Type': 'application/json' } });
