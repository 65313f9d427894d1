import type pg from 'pg';

/** The driver's own protocol calls, which its types leave out. */
interface Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  sendCopyFail(message: string): void;
  endCopyFrom(): void;
}

/**
 * Sends a text of several statements, one of them `COPY … FROM STDIN`, in one round trip and resolves with the last row
 * that any of them answered (text, undecoded). On an error the transaction that the text began is rolled back.
 */
export async function copyQuery(client: pg.ClientBase, text: string, rows: Buffer): Promise<string[]> {
  try {
    return await new Promise<string[]>((resolve, reject) => {
      let last: string[] = [];
      const query = {
        submit: (connection: Connection) => connection.query(text),
        handleRowDescription: () => undefined,
        handleDataRow: (message: { fields: (string | null)[] }) => (last = message.fields.map(String)),
        handleCopyInResponse: (connection: Connection) => {
          connection.sendCopyFromChunk(rows);
          connection.endCopyFrom();
        },
        handleCommandComplete: () => undefined,
        handleEmptyQuery: () => undefined,
        // The driver holds the next query back until the server is ready again, so the rollback below may follow at once.
        handleError: reject,
        handleReadyForQuery: () => resolve(last),
      };
      client.query(query as unknown as pg.Submittable);
    });
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
