/** What was opened is closed in the reverse order. */

export interface CleanupStack {
  atEnd(close: () => Promise<void>): void;
  stop(): Promise<void>;
}

export function cleanupStack(): CleanupStack {
  const closers: (() => Promise<void>)[] = [];
  return {
    atEnd: (close) => {
      closers.push(close);
    },
    stop: async () => {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}
