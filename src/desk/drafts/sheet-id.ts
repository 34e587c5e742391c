/** Under which id the sheet of a handover is kept, which is no thread's. */
export const SHEET_ID = 'A'.repeat(22);
