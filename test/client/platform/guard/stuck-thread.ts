/** A thread for tests of the pool: the text `stuck` never ends, `crash` ends the thread, others end at once. */

export default function run({ given: [text] }: { given: readonly unknown[] }): { done: unknown } {
  while (text === 'stuck');
  if (text === 'crash') process.exit(1);
  if (text === 'fault') throw new TypeError('the text');
  return { done: text };
}
