/** Which Temporal server the fault tests use. */

/** Whether LIAISE_TEST_TEMPORAL is `full`. Otherwise tests use the development server, which starts in a second. */
export const isFull = process.env['LIAISE_TEST_TEMPORAL'] === 'full';
