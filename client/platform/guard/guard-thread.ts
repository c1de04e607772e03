/** The program of a guard thread. */

import { answerTask, type GuardAnswer, type GuardTask } from './guard-task.ts';

/** Piscina calls the default export for each task. */
export default function run(task: GuardTask): Promise<GuardAnswer<unknown>> {
  return answerTask(task);
}
