import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSharedKit } from '../../testing/a-media-kit';
import { Opened, theConsole } from '../../testing/opened';
import ShareKitPage from './share-kit-page';

const token = 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c';
const path = '/api/v1/share/media-kit';

/** The page as somebody without an account opens it. */
async function opened(language: 'en' | 'zh-CN' = 'en'): Promise<Opened> {
  const nobody = { setUp: true, demo: false, person: null, memberships: [], invitations: [] };
  const http = await theConsole({
    session: nobody,
    language,
    providers: [provideRouter([], withComponentInputBinding())],
  });
  TestBed.inject(Router).resetConfig([{ path: 'share/kit/:token', component: ShareKitPage }]);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/share/kit/${token}`);
  return new Opened(harness.fixture, http);
}

describe('a media kit behind a link', () => {
  it('says that it is loading, and opens without an account and without anything of the console', async () => {
    const page = await opened();
    expect(page.find('[aria-busy=true]').textContent).toContain('Loading');
    const asked = page.asked(path, 'POST');
    expect(asked.request.body).toEqual({ token });
    asked.flush(aSharedKit());
    await page.settle();
    expect(page.find('h1').textContent).toBe('小满爱喝茶');
    expect(page.text).toContain('I write only of what I drank.');
    expect(page.text).toContain('computed by Poolrise from 14 notes');
    expect(page.text).toContain('¥1,200');
    expect(page.text).toContain('on request');
    expect(page.text).toContain('2 rounds of changes');
    expect(page.text).not.toContain('绒绒家纺');
    // Names lead nowhere for somebody who may not follow.
    expect(page.page.querySelector('a')).toBeNull();
  });

  it('speaks the reader’s language where the creator wrote it, else the other one, and says which it is', async () => {
    const page = await opened('zh-CN');
    await page.answer(path, aSharedKit({ intro: { zh: '', en: 'Tea from Wuxi.' } }), 'POST');
    await page.settle();
    expect(page.text).toContain('由 Poolrise 根据 14 篇笔记计算');
    expect(page.find('.intro').lang).toBe('en');
    expect(page.text).toContain('三到九张图。');
  });

  it('shows a creator of whom nothing was measured without figures of nothing', async () => {
    const page = await opened();
    const empty = aSharedKit({
      asOf: null,
      audience: null,
      notes: { items: [], chosen: false, from: 1, median: null },
      service: { completed: 0, onTimeShare: null, replyMinutesMedian: null },
    });
    await page.answer(path, empty, 'POST');
    await page.settle();
    expect(page.text).toContain('Nothing was measured yet');
    expect(page.text).toContain('No notes to show yet');
    expect(page.text).toContain('No cooperation was completed in the last 90 days');
    expect(page.text).not.toContain('NaN');
  });

  it('asks for the password', async () => {
    const page = await opened();
    await page.refuse(path, 403, 'link-password-needed', 'POST');
    await page.settle();
    await page.type('[name=password]', 'first-flush');
    await page.press('Open');
    const asked = page.asked(path, 'POST');
    expect(asked.request.body).toEqual({ token, password: 'first-flush' });
  });

  it('says that a link is closed or over', async () => {
    const page = await opened();
    await page.refuse(path, 410, 'link-not-open', 'POST');
    await page.settle();
    expect(page.text).toContain('This link does not open anything');
  });

  it('tries again what failed', async () => {
    const other = await opened();
    await other.refuse(path, 503, 'unavailable', 'POST');
    await other.settle();
    await other.press('Try again');
    await other.answer(path, aSharedKit(), 'POST');
    await other.settle();
    expect(other.find('h1').textContent).toBe('小满爱喝茶');
  });
});
