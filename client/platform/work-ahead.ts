/** Works on tasks in order, a few at a time. */

/**
 * Yields the result of each task, in the order of the tasks. Meanwhile `ahead` later tasks are worked on.
 *
 * @throws what `work` throws
 */
export async function* workAhead<Task, Result>(
  tasks: AsyncIterable<Task> | Iterable<Task>,
  work: (task: Task) => Promise<Result>,
  ahead = 1,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const task of tasks) {
    const result = work(task);
    // A failure is reported when it is awaited.
    result.catch(() => {});
    running.push(result);
    const first = running.length > ahead ? running.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of running) yield await result;
}
