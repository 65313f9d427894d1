import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { aCreatorView, creatorId } from '../../../testing/a-found-creator';
import { openPage, type Opened, workspaceId } from '../../../testing/opened';
import { Picks } from '../picks';
import ComparePage from './compare-page';

const pathOf = (n: number) => `/api/v1/creators/${creatorId(n)}`;
const address = `creators/compare?ids=${creatorId(1)},${creatorId(2)}`;
const luna = aCreatorView({
  id: creatorId(1),
  name: 'Luna',
  figures: { imageCents: 90_000, followers: 9_000 },
});
const mei = aCreatorView({ id: creatorId(2), name: 'Mei', medianReads: 4_100, health: 'ordinary' });

async function both(more = ''): Promise<Opened> {
  const opened = await openPage(ComparePage, address + more);
  opened.asked(pathOf(1)).flush(luna);
  opened.asked(pathOf(2)).flush(mei);
  await opened.settle();
  return opened;
}
/** The cells of the row that is called so, the first of them unless another is asked for. */
function cells(opened: Opened, name: string, at = 0): string[] {
  const rows = [...opened.page.querySelectorAll('tr')].filter(
    (row) => row.querySelector('th[scope=row]')?.textContent?.trim() === name,
  );
  return [...(rows[at]?.querySelectorAll('td') ?? [])].map(
    (cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  );
}

describe('creators side by side', () => {
  it('shows rows of the final shape while it waits', async () => {
    const opened = await openPage(ComparePage, address);
    expect(opened.find('[aria-busy=true]').querySelectorAll('.row').length).toBe(8);
    opened.asked(pathOf(1));
    opened.asked(pathOf(2));
  });

  it('leads to the search when nobody is asked for', async () => {
    const opened = await openPage(ComparePage, 'creators/compare?ids=nonsense');
    expect(opened.text).toContain('Nothing to compare yet');
    expect(opened.button('Find creators').getAttribute('href')).toContain('/creators');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(ComparePage, address);
    opened.asked(pathOf(1)).flush(luna);
    await opened.refuse(pathOf(2), 500, 'internal');
    await opened.settle();
    expect(opened.text).toContain('Something failed on our side');
    await opened.press('Try again');
    opened.asked(pathOf(1)).flush(luna);
    opened.asked(pathOf(2)).flush(mei);
    await opened.settle();
    expect(opened.text).toContain('Mei');
  });

  it('marks the best of a row by the side that is better, and none where neither is', async () => {
    const opened = await both();
    expect(cells(opened, 'Image note quote')[0]).toMatch(/^¥900 best ?P55 of 140/);
    expect(cells(opened, 'Image note quote')[1]).not.toContain('best');
    expect(cells(opened, 'Reads')).toEqual(['3,200', '4,100 best']);
    expect(cells(opened, 'Followers').join()).not.toContain('best');
    expect(cells(opened, 'Impressions').join()).not.toContain('best');
    expect(cells(opened, 'Age')).toEqual(['18–24 46%', '18–24 46%']);
  });

  it('brings the rows in which they differ to the front of their group', async () => {
    const opened = await both();
    const first = () => opened.find('tbody tr:nth-child(2) th').textContent?.trim();
    expect(first()).toBe('Tier');
    await opened.press('Differing rows first');
    expect(opened.address).toContain('first=differing');
    expect(first()).toBe('Account health');
  });

  it('says who is gone, and compares the others', async () => {
    const opened = await openPage(ComparePage, address);
    opened.asked(pathOf(1)).flush(luna);
    await opened.refuse(pathOf(2), 404, 'not-found');
    await opened.settle();
    expect(opened.text).toContain('This creator is gone from the directory.');
    expect(opened.text).toContain('Luna');
    expect(opened.text).toContain('Add another creator to compare with.');
  });

  it('says of an account that was closed that it was', async () => {
    const opened = await openPage(ComparePage, address);
    opened.asked(pathOf(1)).flush({ ...luna, deleted: true });
    opened.asked(pathOf(2)).flush(mei);
    await opened.settle();
    expect(opened.find('thead').textContent).toContain('Account closed');
  });

  it('lets go of one at once, and takes the others along to the search', async () => {
    const opened = await both();
    await opened.press('Remove Luna');
    expect(opened.address).toBe(`creators/compare?ids=${creatorId(2)}`);
    expect(opened.find('thead').textContent).not.toContain('Luna');
    expect(opened.find('thead').textContent).toContain('Mei');
    opened.asked(pathOf(2)).flush(mei);
    await opened.settle();
    await opened.press('Add a creator');
    expect(TestBed.inject(Router).url).toBe(`/w/${workspaceId}/creators`);
    expect(TestBed.inject(Picks).all()).toEqual([expect.objectContaining({ name: 'Mei' })]);
  });
});
