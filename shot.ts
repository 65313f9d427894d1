import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from './libs/devkit/src/browser.ts';
const base = 'http://127.0.0.1:4347';
const [who, list, langs, themes, widths, out] = process.argv.slice(2);
const browser = await chromium.launch(await chromiumLaunch());
for (const lang of langs!.split(',')) for (const theme of themes!.split(',')) for (const width of widths!.split(',').map(Number)) {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, locale: lang, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  await context.addInitScript(([l, t]) => { localStorage.setItem('poolrise.language', l!); localStorage.setItem('poolrise.theme', t!); }, [lang, theme]);
  const signed = await context.request.post(`${base}/api/v1/session`, { data: { email: `${who}@poolrise.demo`, password: 'poolrise-demo-2026' }, headers: { 'x-requested-with': 'poolrise' } });
  const { memberships } = await signed.json();
  const w = memberships[0].workspaceId;
  for (const path of list!.split(',')) {
    let p = path;
    const page: Page = await context.newPage();
    page.on('console', (m) => { if (m.type() === 'error') console.log(path, m.text().slice(0, 200)); });
    if (path.includes('*')) {
      const api = path.split('*')[1]!;
      const rows = await (await context.request.get(`${base}/api/v1/${api}`, { headers: { 'x-workspace': w, 'x-requested-with': 'poolrise' } })).json();
      p = path.split('*')[0] + (rows.items ?? rows.plans ?? rows.drafts)[Number(path.split('*')[2] ?? 0)].id + (path.split('*')[3] ?? '');
    }
    await page.goto(`${base}/w/${w}/${p}`);
    await page.waitForTimeout(2500);
    const h = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? document.body.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(2600, Math.max(h + 80, 700)) });
    await page.waitForTimeout(700);
    await page.screenshot({ path: `${out}/${path.replace(/[^a-z0-9-]/gi, '_')}-${lang}-${theme}-${width}.png` });
    await page.close();
  }
  await context.close();
}
await browser.close();
