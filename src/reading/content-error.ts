const NAME = 'ContentError';

/**
 * An error that says what is wrong with files of content/: a sentence for each fault, with its file and line. It is for
 * whoever wrote the text, so wherever it is printed it is these sentences alone, without the way through the code.
 */
export function contentError(faults: readonly string[]): Error {
  const error = new Error(faults.join('\n'));
  error.name = NAME;
  error.stack = error.message;
  return error;
}

/** Whether an error is one of `contentError`. */
export function isContentError(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
