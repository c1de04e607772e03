/** Reads a stream of server-sent events (HTML Living Standard, 9.2.6), as far as Liaise sends them. */

/** One event of the stream. */
export interface ServerSentEvent {
  id: string;
  data: string;
}

/** The events of a body, until it ends. Comments, such as heartbeats, are left out. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent, void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = fieldOf(block, 'data');
      if (data !== undefined) yield { id: fieldOf(block, 'id') ?? '', data };
    }
  }
}

function fieldOf(block: string, name: string): string | undefined {
  const prefix = `${name}: `;
  return block
    .split('\n')
    .find((line) => line.startsWith(prefix))
    ?.slice(prefix.length);
}
