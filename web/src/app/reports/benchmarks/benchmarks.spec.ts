import { aBenchmark } from '../../../testing/a-report';
import { openPage } from '../../../testing/opened';
import { scaleOf, sizeOf, writtenOf } from './benchmark-size';
import BenchmarksPage from './benchmarks-page';

const path = '/api/v1/benchmarks';
const override = {
  id: '77777777-0000-4000-8000-000000000001',
  value: 0.08,
  low: null,
  high: null,
  reason: 'own notes of last quarter',
  setBy: 'Mei',
  setAt: '2026-11-20T00:00:00Z',
};

describe('benchmarks', () => {
  it('stand with source, date and certainty', async () => {
    const opened = await openPage(BenchmarksPage, 'reports/benchmarks');
    await opened.answer(path, {
      items: [aBenchmark(), aBenchmark({ category: null, low: 0.03, high: 0.06 })],
    });
    expect(opened.text).toContain('5.0%');
    expect(opened.text).toContain('5.0% (3.0% – 6.0%)');
    expect(opened.text).toContain('Food · natural traffic · good from here');
    expect(opened.text).toContain('Careful practitioners');
    expect(opened.text).toContain('an agency · 2025-08');
    await opened.type('input[type=search]', 'every');
    expect(opened.text).not.toContain('Food ·');
    await opened.type('input[type=search]', 'nothing like this');
    expect(opened.text).toContain('No benchmark is called that');
  });

  it('stand kind by kind, and are narrowed to a category and to a kind', async () => {
    const opened = await openPage(BenchmarksPage, 'reports/benchmarks');
    await opened.answer(path, {
      items: [
        aBenchmark(),
        aBenchmark({ category: 'beauty' }),
        aBenchmark({ category: null, kind: 'typical' }),
        aBenchmark({ metric: 'noteCpm', category: 'beauty', value: 12_000 }),
      ],
    });
    expect([...opened.page.querySelectorAll('h2')].map((one) => one.textContent?.trim())).toEqual([
      'Rates',
      'Price of one',
    ]);
    const select = opened.find<HTMLSelectElement>('select');
    select.value = 'beauty';
    select.dispatchEvent(new Event('change'));
    await opened.settle();
    // What holds for every category holds for beauty.
    expect(opened.text).not.toContain('Food ·');
    expect(opened.page.querySelectorAll('li')).toHaveLength(3);
    await opened.press('Price of one');
    expect(opened.page.querySelectorAll('li')).toHaveLength(1);
    expect(opened.text).toContain('¥120.00');
    await opened.press('Price of one');
    expect(opened.page.querySelectorAll('li')).toHaveLength(3);
  });

  it('give way to one of our own, in the unit that people write', async () => {
    const opened = await openPage(BenchmarksPage, 'reports/benchmarks');
    await opened.answer(path, { items: [aBenchmark()] });
    await opened.press('Use our own');
    await new Promise((done) => setTimeout(done, 400));
    await opened.settle();
    expect(opened.find<HTMLInputElement>('mat-dialog-container input').value).toBe('5');
    await opened.type('mat-dialog-container input', '8');
    await opened.type('[formcontrolname=reason]', 'own notes of last quarter');
    opened.find('mat-dialog-container [type=submit]').click();
    await opened.settle();
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({ value: 0.08, low: null, high: null, kind: 'good' });
    asked.flush({ items: [aBenchmark({ value: 0.08, override })] });
    await opened.settle();
    expect(opened.text).toContain('8.0%');
    expect(opened.text).toContain('own notes of last quarter');
    // What was published stays beside it.
    expect(opened.text).toContain('an agency');
  });

  it('come back when the own one is dropped, and that can be undone', async () => {
    const opened = await openPage(BenchmarksPage, 'reports/benchmarks');
    await opened.answer(path, { items: [aBenchmark({ value: 0.08, override })] });
    opened.button('Go back to the published one').click();
    opened.asked(`${path}/${override.id}`, 'DELETE').flush(null, { status: 204, statusText: 'gone' });
    await opened.settle();
    opened.asked(path).flush({ items: [aBenchmark()] });
    await opened.settle();
    const back = [...document.querySelectorAll<HTMLElement>('mat-snack-bar-container button')].at(-1);
    back?.click();
    await opened.settle();
    const again = opened.asked(path, 'POST');
    expect(again.request.body).toMatchObject({ value: 0.08, reason: 'own notes of last quarter' });
  });

  it('are written as people write them and kept in the unit of their metric', () => {
    expect(sizeOf('interactionRatePerRead', '8')).toBe(0.08);
    expect(sizeOf('noteCpm', '1,234.56')).toBe(123_456);
    expect(sizeOf('noteCpm', ' ')).toBeNull();
    expect(writtenOf('noteCpm', 123_456)).toBe('1234.56');
    expect(writtenOf('interactionRatePerRead', 0.07)).toBe('7');
    expect(scaleOf('impressions').sign).toBe('');
  });
});
