/** A multipart form as a browser sends it (RFC 7578). */

export interface Part {
  name: string;
  content: string | Uint8Array;
  /** The part is a file. */
  filename?: string;
}

export function multipartForm(parts: readonly Part[]): { payload: Buffer; type: string } {
  const boundary = 'liaise-test-boundary';
  const payload = parts.flatMap(({ name, content, filename }) => {
    const head = `content-disposition: form-data; name="${name}"`;
    const file = filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: application/xml`;
    return [`--${boundary}\r\n${head}${file}\r\n\r\n`, content, '\r\n'];
  });
  const body = Buffer.concat([...payload, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)));
  return { payload: body, type: `multipart/form-data; boundary=${boundary}` };
}
