/** Closes resources in the reverse order of opening. */

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
