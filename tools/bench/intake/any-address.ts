/** An address of its own for each request, so that what one network may ask for does not count. */
export const anyAddress = (): string => [10, ...crypto.getRandomValues(new Uint8Array(3))].join('.');
