import type pg from 'pg';

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** `COPY … FROM STDIN` of a text in memory; resolves after the commit. */
export const copyIn = (client: pg.Client, sql: string, text: Buffer): Promise<void> =>
  copyChunks(client, sql, [text]);

/** `COPY … FROM STDIN` through the driver's own protocol calls; resolves after the commit. */
export function copyChunks(
  client: pg.Client,
  sql: string,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = async (connection: CopyConnection): Promise<void> => {
      for await (const chunk of chunks) connection.sendCopyFromChunk(chunk);
      connection.endCopyFrom();
    };
    const query = {
      submit: (connection: CopyConnection) => connection.query(sql),
      handleCopyInResponse: (connection: CopyConnection) => void send(connection).catch(reject),
      handleError: reject,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
    };
    client.query(query as unknown as pg.Submittable);
  });
}
