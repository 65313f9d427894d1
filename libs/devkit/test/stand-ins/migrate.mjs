// Stands in for the migration step: leaves the demo's logins, as the real one does.
import { writeFileSync } from 'node:fs';

if (process.env.DEMO) {
  const login = { email: 'lin@demo.test', password: 'lin-demo', role: 'owner', workspaceName: 'Lin Tea' };
  writeFileSync(process.env.DEMO_LOGINS_FILE, JSON.stringify([login]));
}
