import type { TrailFault } from '../../protocol/audit/follow-trails.ts';
import type { Act } from '../../protocol/items/kinds/act.ts';
import { allPages } from '../api/all-pages.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';

/** What is wrong: with a trail, or with what an act was (`other`: it is not what its link names). */
export type AuditFault = Omit<TrailFault, 'kind'> & { kind: TrailFault['kind'] | 'other' };

/** A link with its number among all of them, oldest first. */
type Numbered = { n: number; member: string; seq: number; act: string; day: number };

/** Every link there is, and what is wrong with them. */
export type Audit = { links: readonly Numbered[]; members: number; faults: readonly AuditFault[] };

/** Fetches every link and follows all trails, with what was seen since the desk was opened. */
export async function loadAudit(
  api: Api,
  vault: VaultClient,
): Promise<{ ok: true; audit: Audit } | { ok: false; fault: DeskFault }> {
  // As it was before anything was asked: what is done meanwhile may be in no page.
  const seen = api.trail.seen();
  const rows: { n: number; link: string }[] = [];
  const pages = await allPages(
    (after) => api.links(after),
    (page) => {
      rows.push(...page.links);
      return page.next;
    },
  );
  if (!pages.ok) return pages;
  const followed = await vault.follow(
    rows.map(({ link }) => link),
    seen,
  );
  if (!followed.ok) return { ok: false, fault: followed };
  const { links, heads, faults } = followed.verdict;
  const numbered = links.flatMap((link, at) => (link ? { n: rows[at]?.n ?? 0, ...link } : []));
  return { ok: true, audit: { links: numbered, members: heads.length, faults } };
}

/** One line of what was done: by whom, and what it was; `gone`: with the case that it was about. */
export type AuditLine = { n: number; member: string; day: number } & (
  | { told: 'act'; act: Act }
  | { told: 'gone' | 'broken' }
);

/** Some lines, newest first, from where on there are earlier ones, and which of the acts are not what their links name. */
export type AuditLines = { lines: AuditLine[]; next: number | undefined; faults: AuditFault[] };

/** Fetches and opens what was done, a page from before a number, or from the newest on. */
export async function loadLines(
  api: Api,
  vault: VaultClient,
  { links }: Audit,
  before?: number,
): Promise<({ ok: true } & AuditLines) | { ok: false; fault: DeskFault }> {
  const answer = await api.acts(before);
  if (!answer.ok) return { ok: false, fault: answer };
  const { acts, next } = answer.value;
  const opening = await vault.open(
    acts.map(({ id, thread = id, envelope }) => ({ from: 'centre', thread, id, envelope })),
  );
  if (!opening.ok) return { ok: false, fault: opening };
  const opened = new Map(acts.map(({ n }, at) => [n, opening.opened[at]]));
  const shown = links.filter(({ n }) => n < (before ?? Number.POSITIVE_INFINITY) && n >= (next ?? 0));
  const faults: AuditFault[] = [];
  const lines = shown.map(({ n, member, seq, act, day }): AuditLine => {
    const line = { n, member, day };
    const one = opened.get(n);
    if (!one) return { ...line, told: 'gone' };
    if (one.digest !== act) faults.push({ kind: 'other', member, seq });
    if (!one.ok || one.item.kind !== 'act' || one.digest !== act) return { ...line, told: 'broken' };
    return { ...line, told: 'act', act: one.item };
  });
  return { ok: true, lines: lines.reverse(), next, faults };
}
