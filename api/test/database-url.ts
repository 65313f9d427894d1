/** The migrated database that specs clone. */
export const templateName = 'poolrise_template';

/** Address of another database on the test server. */
export function databaseUrl(name: string): string {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}
