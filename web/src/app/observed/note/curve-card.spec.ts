import { TestBed } from '@angular/core/testing';
import { provideNoopAnimations } from '@angular/platform-browser/animations';
import { anObservedNote, withCurves } from '../../../testing/an-observed-note';
import { Opened, theConsole } from '../../../testing/opened';
import { CurveCard } from './curve-card';

async function openCard(changes = {}): Promise<Opened> {
  // The drawings of ngx-charts still name animations, which stay off.
  const http = await theConsole({ providers: [provideNoopAnimations()] });
  const fixture = TestBed.createComponent(CurveCard);
  // Open bounds do not travel as JSON.
  const note: unknown = JSON.parse(JSON.stringify(anObservedNote({ ...withCurves(), ...changes })));
  fixture.componentRef.setInput('note', note);
  await fixture.whenStable();
  return new Opened(fixture, http);
}

describe('the curves of an observed note', () => {
  const rows = ({ page }: Opened) =>
    [...page.querySelectorAll('tbody tr')].map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());

  it('say where they come from, which days they have, and what came around bought exposure', async () => {
    const { text, find } = await openCard();
    expect(text).toContain('Creator centre trends (JSON), 2 Oct to 5 Oct.');
    expect(text).toContain(
      'Exposure was bought from 3 Oct to 4 Oct, as far as files say. Per day on average: 400 before (1 day), 150 during (2 days), 60 after (1 day).',
    );
    expect(find('.chart-plot').getAttribute('aria-label')).toContain('Impressions per day');
  });

  it('are a table as well, by metric, by hour and by day; rates are in per cent, and readers may leave', async () => {
    const opened = await openCard();
    opened.find<HTMLButtonElement>('.chart-actions button').click();
    await opened.settle();
    expect(rows(opened)[0]).toMatch(/5 Oct.* 60$/);
    await opened.press('By hour');
    expect(rows(opened)).toHaveLength(3);
    await opened.press('Cover click-through rate');
    expect(rows(opened)).toEqual([expect.stringContaining('8.0%'), expect.stringContaining('12.5%')]);
    await opened.press('Follows');
    expect(rows(opened)[0]).toMatch(/[-−]1$/);
  });

  it('of a note that nothing was bought for say nothing of buying', async () => {
    expect((await openCard({ paid: null })).text).not.toContain('bought');
  });
});
