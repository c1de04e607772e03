/** Formats the JSON log as text for a terminal. */

import type { DestinationStream } from 'pino';

/** `12:30:00 info act act=acknowledge code=ok` */
export function readableLines(to: { write(text: string): unknown }): DestinationStream {
  return {
    write: (line) => {
      const { time, level, msg, ...fields }: Record<string, string | number> = JSON.parse(line);
      const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
      to.write(`${[String(time).slice(11, 19), level, msg, ...rest].join(' ')}\n`);
    },
  };
}
