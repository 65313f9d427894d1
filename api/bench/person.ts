import { createHash, randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import type pg from 'pg';

const agent = new http.Agent({ keepAlive: true });

/** Headers of somebody who is signed in as owner of a workspace. */
export async function aSignedInPerson(
  owner: pg.Pool,
  workspaceId: string,
): Promise<{ cookie: string; 'x-workspace': string }> {
  const id = randomBytes(32).toString('base64url');
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (email, name, password_hash) values ($1, 'Bench', '') returning id`,
    [`${randomUUID()}@bench.example`],
  );
  const personId = rows[0]?.id;
  await owner.query(`insert into member (workspace_id, person_id, role) values ($1, $2, 'owner')`, [
    workspaceId,
    personId,
  ]);
  await owner.query(
    `insert into session (id_hash, person_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [createHash('sha256').update(id).digest(), personId],
  );
  return { cookie: `poolrise_session=${id}`, 'x-workspace': workspaceId };
}

/** One GET on a connection that is kept; resolves with the body. */
export function get(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers, agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${url} answered ${answer.statusCode}: ${text}`)),
        );
      })
      .on('error', reject);
  });
}
