import { isContentError } from '../../../src/reading/content-error.ts';
import { loadReports } from '../../../src/reports/load.ts';

/** What is wrong with the reports as a whole: a series that is not there, or that no chapter shows. */
export function reportProblems(): string[] {
  try {
    loadReports();
    return [];
  } catch (error) {
    if (isContentError(error)) return error.message.split('\n');
    throw error;
  }
}
