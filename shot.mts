import { chromium } from '@playwright/test';
import { chromiumLaunch } from './libs/devkit/src/browser.ts';
const base = 'http://127.0.0.1:4352';
const [what = 'all'] = process.argv.slice(2);
const browser = await chromium.launch(await chromiumLaunch());
async function go(width: number, language: string, theme: string, paths: [string, string][]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: base });
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 300)));
  const answer = await page.request.post('/api/v1/session', { headers: { 'x-requested-with': 'poolrise' }, data: { email: 'lin@poolrise.demo', password: 'poolrise-demo-2026' } });
  const { memberships } = await answer.json();
  const room = memberships[0].workspaceId;
  const list = await (await page.request.get('/api/v1/campaigns?show=all', { headers: { 'x-workspace': room } })).json();
  const live = list.items.find((one: any) => one.state === 'live');
  const planned = list.items.find((one: any) => one.state === 'planned');
  await page.addInitScript(([l, t]) => { localStorage.setItem('poolrise.language', l); localStorage.setItem('poolrise.theme', t); }, [language, theme]);
  for (const [name, path] of paths) {
    await page.goto(`/w/${room}/${path.replace(':live', live?.id).replace(':planned', planned?.id)}`);
    await page.waitForTimeout(2200);
    await page.screenshot({ path: `/tmp/h/shots/${name}-${width}-${language}-${theme}.png`, fullPage: true });
  }
  await context.close();
}
const all: [string, string][] = [['list', 'campaigns'], ['live', 'campaigns/:live'], ['edit', 'campaigns/:live/edit'], ['calendar', 'campaigns/calendar'], ['planned', 'campaigns/:planned'], ['new', 'campaigns/new']];
const some = what === 'all' ? all : all.filter(([name]) => what.split(',').includes(name));
await go(1280, 'zh-CN', 'light', some);
await go(390, 'en', 'dark', some);
await browser.close();
