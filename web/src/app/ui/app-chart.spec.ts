import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideNoopAnimations } from '@angular/platform-browser/animations';
import { theConsole } from '../../testing/opened';
import { AppChart } from './app-chart';
import type { ChartSeries } from './chart-data';

const points = ['2026-11-23T03:00:00Z', '2026-11-23T04:00:00Z', '2026-11-23T05:00:00Z'];
const organic: ChartSeries = {
  key: 'organic',
  name: 'organic',
  colour: 'var(--pr-organic)',
  values: [10, 30, 20],
};
const paid: ChartSeries = {
  key: 'paid',
  name: 'paid',
  colour: 'var(--pr-paid)',
  values: [0, 5, 1],
  pattern: 'hatched',
};

async function drawn(inputs: Record<string, unknown> = {}) {
  await theConsole({ providers: [provideNoopAnimations()] });
  const fixture = TestBed.createComponent(AppChart);
  const all = {
    heading: 'Impressions per hour',
    unit: 'impressions per hour',
    points,
    series: [organic, paid],
    ...inputs,
  };
  for (const [name, value] of Object.entries(all)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture;
}

const page = (fixture: ComponentFixture<AppChart>) => fixture.nativeElement as HTMLElement;
const plot = (fixture: ComponentFixture<AppChart>) =>
  page(fixture).querySelector<HTMLElement>('.chart-plot') as HTMLElement;

async function press(fixture: ComponentFixture<AppChart>, key: string) {
  plot(fixture).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await fixture.whenStable();
  return page(fixture).querySelector('[aria-live]')?.textContent;
}

describe('a chart', () => {
  it('has a name that says what it shows in a sentence', async () => {
    expect(plot(await drawn()).getAttribute('aria-label')).toBe(
      'Impressions per hour. impressions per hour from 23 Nov 11:00 to 23 Nov 13:00: at most 35, on 23 Nov 12:00; at least 10. Rising: the last third is 110% above the first. Left and right arrow keys read single points.',
    );
  });

  it('is read point by point with the arrow keys, in the time of Shanghai', async () => {
    const fixture = await drawn();
    expect(await press(fixture, 'ArrowRight')).toBe('23 Nov 11:00: organic 10, paid 0, total 10');
    expect(await press(fixture, 'ArrowRight')).toBe('23 Nov 12:00: organic 30, paid 5, total 35');
    expect(await press(fixture, 'End')).toBe('23 Nov 13:00: organic 20, paid 1, total 21');
    expect(await press(fixture, 'ArrowRight')).toBe('23 Nov 13:00: organic 20, paid 1, total 21');
    expect(await press(fixture, 'Escape')).toBe('');
  });

  it('lets nobody tab into what the library draws', async () => {
    const fixture = await drawn();
    const drawing = page(fixture).querySelector('.chart-drawing');
    expect(drawing?.hasAttribute('inert')).toBe(true);
    expect(drawing?.querySelector('path.area')).not.toBeNull();
  });

  it('shows the same figures as a table, newest first', async () => {
    const fixture = await drawn();
    page(fixture).querySelector<HTMLElement>('.chart-actions button')?.click();
    await fixture.whenStable();
    const cells = (row: Element) => [...row.children].map((cell) => cell.textContent?.trim());
    const rows = [...page(fixture).querySelectorAll('tbody tr')].map(cells);
    expect(rows).toEqual([
      ['23 Nov 13:00', '20', '1'],
      ['23 Nov 12:00', '30', '5'],
      ['23 Nov 11:00', '10', '0'],
    ]);
    expect(page(fixture).querySelector('caption')?.textContent).toContain('impressions per hour');
  });

  it('says so when there is nothing to draw, instead of an empty frame', async () => {
    const fixture = await drawn({ series: [{ ...organic, values: [0, 0, 0] }] });
    expect(page(fixture).textContent).toContain('No figures in this time yet.');
    expect(page(fixture).querySelector('.chart-drawing')).toBeNull();
  });

  it('ends a line where nothing is known yet', async () => {
    const plan: ChartSeries = {
      key: 'plan',
      name: 'plan',
      colour: 'grey',
      values: [1, 2, 3],
      pattern: 'dashed',
    };
    const fixture = await drawn({ kind: 'line', series: [plan, { ...organic, values: [1, 2, null] }] });
    expect(await press(fixture, 'End')).toBe('23 Nov 13:00: plan 3, organic unknown');
    expect(page(fixture).getAttribute('data-dashed')).toBe('1');
  });

  it('begins below a level whose change is looked at, and at zero otherwise', async () => {
    const followers: ChartSeries = { ...organic, values: [8_100, 8_300, 8_600] };
    const axis = (fixture: ComponentFixture<AppChart>) =>
      [...page(fixture).querySelectorAll('.chart-axes .row')].map((tick) => tick.textContent?.trim());
    const inputs = { kind: 'line', series: [followers] };
    expect(axis(await drawn(inputs))[0]).toBe('0');
    TestBed.resetTestingModule();
    expect(axis(await drawn({ ...inputs, level: true }))).toEqual(['7,500', '8,000', '8,500', '9,000']);
  });

  it('draws a value that holds until it changes as a step', async () => {
    const price: ChartSeries = { ...organic, values: [100, 100, 200] };
    const fixture = await drawn({ kind: 'line', series: [price], steps: true });
    const line = page(fixture).querySelector('.line-series path.line')?.getAttribute('d') ?? '';
    const corners = [...line.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const [before, after] = corners.slice(-2) as [number[], number[]];
    expect(corners).toHaveLength(4);
    expect(before[0]).toBeCloseTo(after[0] ?? NaN, 1);
    expect(before[1]).toBeGreaterThan((after[1] ?? NaN) + 20);
  });
});
