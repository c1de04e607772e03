/** The baseline: a workflow that ends after a number of updates that do nothing. */

import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const bareUpdate = defineUpdate<number, [number]>('bare');

export async function bare(updates: number): Promise<void> {
  let taken = 0;
  setHandler(bareUpdate, (number) => {
    taken += 1;
    return number;
  });
  await condition(() => taken >= updates);
}
