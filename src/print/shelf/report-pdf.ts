import type { Language } from '../../i18n/languages.ts';
import type { Report } from '../../reports/schema.ts';
import { reportItem } from '../documents/report.ts';
import { printed } from './printed.ts';

/** What a report's page says of its PDF. */
export interface ReportPdf {
  path: string;
  pages: number;
  bytes: number;
}

/** The PDF of a report in a language. Gives nothing where the machine has no engine to make it. */
export function reportPdf(report: Report, language: Language): ReportPdf | undefined {
  const own = printed().find(
    (document) => document.item === reportItem(report) && document.language === language,
  );
  if (own?.bytes === undefined || own.pages === undefined) return undefined;
  const { path, pages, bytes } = own;
  return { path, pages, bytes };
}
