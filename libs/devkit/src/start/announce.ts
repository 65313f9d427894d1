import { readFileSync } from 'node:fs';
import type { Product } from './product.ts';

/** A row of the file that the migration step writes for a demo. */
interface DemoLogin {
  email: string;
  password: string;
  role: string;
  workspaceName: string;
}

/** What a person needs to know once everything runs. */
export function announcement({ url, seconds, database, queue, demoLoginsFile }: Product): string {
  const logins = demoLoginsFile ? readLogins(demoLoginsFile) : [];
  return [
    '',
    `  Poolrise is ready after ${seconds.toFixed(1)} s: ${url}`,
    '',
    ...loginLines(logins),
    `  data   ${database}`,
    `  queue  ${queue}`,
    '  stop   Ctrl-C',
    '',
  ].join('\n');
}

function loginLines(logins: DemoLogin[]): string[] {
  if (logins.length === 0) return [];
  const emailWidth = Math.max(...logins.map(({ email }) => email.length));
  const passwordWidth = Math.max(...logins.map(({ password }) => password.length));
  return [
    '  demo logins',
    ...logins.map(
      ({ email, password, role, workspaceName }) =>
        `    ${email.padEnd(emailWidth)}  ${password.padEnd(passwordWidth)}  ${role}, ${workspaceName}`,
    ),
    '',
  ];
}

function readLogins(file: string): DemoLogin[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DemoLogin[];
  } catch {
    return []; // the demo still runs, and its sign-in page offers the logins too
  }
}
