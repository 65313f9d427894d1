import pg from 'pg';
import { SetupProblem } from '../setup-problem.ts';

/**
 * Asks the PostgreSQL named by DATABASE_URL whether it is there.
 *
 * @returns its address without the password, for people
 * @throws SetupProblem when it does not answer or does not let us in
 */
export async function checkOwnDatabase(url: string): Promise<string> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return place;
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    throw new SetupProblem(
      `The PostgreSQL of DATABASE_URL (${place}) cannot be used (${message || code}): start it or correct the address, or ` +
        `unset DATABASE_URL to use the embedded one.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
}

function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    throw new SetupProblem(
      'DATABASE_URL is no address: it looks like postgres://user:password@host:5432/database.',
    );
  }
}
