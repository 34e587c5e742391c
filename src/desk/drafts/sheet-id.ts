/** Under which id the sheet of a handover is kept, which is no thread's. */
export const SHEET_ID = 'A'.repeat(22);

/** Under which id a saved answer is kept that is being written. */
export const SAVED_ID = `${'A'.repeat(21)}Q`;

/** Whether something that is kept is of a thread. */
export const isOfThread = (id: string) => id !== SHEET_ID && id !== SAVED_ID;
