/** Which Temporal the faults meet. */

/** `LIAISE_TEST_TEMPORAL=full`; otherwise it is the development server, which is up in a second. */
export const isFull = process.env['LIAISE_TEST_TEMPORAL'] === 'full';
