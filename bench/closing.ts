/** What was opened is closed in the reverse order. */

export interface Closing {
  atEnd(close: () => Promise<void>): void;
  stop(): Promise<void>;
}

export function closing(): Closing {
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
