import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Basin, ClimbView } from '@poolrise/contracts';
import { aClimb, basinsAt } from '../../testing/a-climb';
import { theConsole } from '../../testing/opened';
import { PoolLadder } from './pool-ladder';

async function drawn(basins: Basin[], current: ClimbView['current'], language: 'en' | 'zh-CN' = 'en') {
  await theConsole({ language });
  const fixture = TestBed.createComponent(PoolLadder);
  fixture.componentRef.setInput('basins', basins);
  fixture.componentRef.setInput('current', current);
  await fixture.whenStable();
  return fixture;
}

const page = (fixture: ComponentFixture<PoolLadder>) => fixture.nativeElement as HTMLElement;
const sentence = (fixture: ComponentFixture<PoolLadder>) =>
  page(fixture).querySelector('svg[role=img]')?.getAttribute('aria-label');
const { basins, current } = aClimb();

describe('the pool ladder', () => {
  it('says in one sentence where the note is, how it does, the odds and what comes next', async () => {
    expect(sentence(await drawn(basins, current))).toBe(
      'Level 3 of 4, Ten thousand: 6,180 of 10,000 organic impressions, rate ×1.28 against the peers (80 % interval ×1.20 to ×1.37), 81% to pass, next verdict at 8,000 impressions. Passed: Guaranteed, First pool, Thousand.',
    );
  });

  it('says it in Chinese as well', async () => {
    expect(sentence(await drawn(basins, current, 'zh-CN'))).toContain(
      '第 3 级（共 4 级）万人池：自然曝光 6,180',
    );
  });

  it('tells a stopped note by a word, a shape and a closed gate, not by colour alone', async () => {
    const fixture = await drawn(basinsAt(2, 1_460, 'stopped'), null);
    const stopped = page(fixture).querySelector('.is-stopped');
    expect(stopped?.textContent).toContain('Stopped here');
    expect(stopped?.querySelector('.octagon')).not.toBeNull();
    expect(sentence(fixture)).toContain('Stopped at level 2 of 4, Thousand, after 1,460 of 2,000');
  });

  it.each([200, 2_400, 3_900, 4_700, 5_200, 6_180, 7_900, 9_600])(
    'writes %d clear of the water’s surface and of the verdict’s line',
    async (impressions) => {
      const fixture = await drawn(basinsAt(3, impressions), current);
      const here = page(fixture).querySelector('.is-current');
      const number = Number(here?.querySelector('.number')?.getAttribute('y'));
      const surface = Number(
        /translateY\(([\d.]+)px/.exec(here?.querySelector('.water')?.getAttribute('style') ?? '')?.[1],
      );
      const verdict = Number(here?.querySelector('.verdict')?.getAttribute('y1'));
      for (const line of [surface, verdict]) {
        expect(line <= number - 15 || line >= number + 3).toBe(true);
      }
    },
  );

  it('promises no odds where nothing lies above', async () => {
    const top = aClimb().current;
    const fixture = await drawn(basinsAt(4, 9_000), top && { ...top, level: 4, passProbability: 0 });
    expect(page(fixture).querySelector('.is-current')?.textContent).toContain('widest pool');
    expect(page(fixture).textContent).not.toContain('to pass');
  });

  it('keeps what was paid for apart from the basins', async () => {
    const bought = basins.map((basin) => ({ ...basin, paidImpressions: basin.level === 3 ? 1_240 : 0 }));
    const fixture = await drawn(bought, current);
    expect(page(fixture).textContent).toContain('Paid 1,240');
    expect(page(fixture).textContent).toContain('reach, never the verdict');
    expect(page(fixture).querySelector('.is-current')?.textContent).toContain('6,180');
    expect(sentence(fixture)).toContain('1,240 paid impressions, which never enter the verdict');
  });

  it('shows no tank when nothing was paid for', async () => {
    expect(page(await drawn(basins, current)).querySelector('.tank')).toBeNull();
  });

  it('moves the water when impressions came in, and not when the page opens', async () => {
    const fixture = await drawn(basins, current);
    expect(page(fixture).querySelector('.moves')).toBeNull();
    fixture.componentRef.setInput('basins', basinsAt(3, 6_400));
    await fixture.whenStable();
    expect(page(fixture).querySelector('.moves')).not.toBeNull();
    fixture.componentRef.setInput('basins', basinsAt(3, 6_390));
    await fixture.whenStable();
    expect(page(fixture).querySelector('.moves')).toBeNull();
  });

  it('offers the same facts as a table', async () => {
    const fixture = await drawn(basins, current);
    page(fixture).querySelector('button')?.click();
    await fixture.whenStable();
    const cells = (row: Element) => [...row.children].map((cell) => cell.textContent?.trim());
    const rows = [...page(fixture).querySelectorAll('tbody tr')].map(cells);
    expect(rows[3]).toEqual(['L3 Ten thousand', 'now here', '6,180', '10,000', '×1.28 (×1.20 – ×1.37)', '–']);
    expect(rows[4]).toEqual(['L4 Rising', 'ahead', '–', '50,000', '–', '–']);
  });
});
