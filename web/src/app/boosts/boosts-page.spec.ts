import { aBoost, boostId } from '../../testing/a-boost';
import { aStream } from '../../testing/a-stream';
import { openPage } from '../../testing/opened';
import BoostsPage from './boosts-page';

const path = '/api/v1/boosts';
const pageOf = (...items: ReturnType<typeof aBoost>[]) => ({ items, nextCursor: null });
const other = (title: string) => aBoost({ id: boostId.replace(/1$/, '2'), noteTitle: title });

describe('the list of boosts', () => {
  it('shows that it is loading', async () => {
    const opened = await openPage(BoostsPage, 'boosts');
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading boosts');
    opened.asked(path);
  });

  it('teaches what a boost is when there is none', async () => {
    const opened = await openPage(BoostsPage, 'boosts');
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('A boost shows one note to more readers for a fixed budget.');
    expect(opened.button('Choose a note').getAttribute('href')).toContain('/notes');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(BoostsPage, 'boosts');
    await opened.refuse(path, 503, 'unavailable');
    expect(opened.text).toContain('Poolrise does not answer right now');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aBoost()));
    expect(opened.text).toContain('Cold brew tea');
  });

  it('shows money, reach and pace of each boost', async () => {
    const opened = await openPage(BoostsPage, 'boosts');
    await opened.answer(path, pageOf(aBoost({ pacing: 0.81 })));
    const cells = [...opened.page.querySelectorAll('tbody td')].map((cell) => cell.textContent?.trim());
    expect(cells.slice(0, 5)).toEqual([
      'Reads',
      'Running',
      '¥120.00 / ¥300',
      '8,000 / 20,000',
      '81% · behind plan',
    ]);
  });

  it('filters by state in the address, and leads back from a state that holds none', async () => {
    const opened = await openPage(BoostsPage, 'boosts');
    await opened.answer(path, pageOf(aBoost()));
    await opened.press('Stopped');
    expect(opened.address).toBe('boosts?state=stopped');
    const asked = opened.asked(path);
    expect(asked.request.url).toBe('/api/v1/boosts?state=stopped');
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('No boost in this state');
    await opened.press('Show all');
    expect(opened.address).toBe('boosts');
    opened.asked(path);
  });

  it('asks again for all pages on screen when the stream says that boosts moved', async () => {
    const opened = await openPage(BoostsPage, 'boosts');
    const stream = aStream();
    await opened.answer(path, { items: [aBoost()], nextCursor: 'after-first' });
    await opened.press('Load more');
    opened.asked(path).flush({ items: [aBoost()], nextCursor: 'after-first' });
    await opened.settle();
    opened.asked(path).flush(pageOf(other('Hike near Hangzhou')));
    await opened.settle();
    expect(opened.text).toContain('Hike near Hangzhou');

    stream.tells('boosts');
    const first = opened.asked(path);
    expect(opened.text).toContain('Hike near Hangzhou');
    first.flush({ items: [other('Newest boost')], nextCursor: 'after-newest' });
    await opened.settle();
    const second = opened.asked(path);
    expect(second.request.params.get('cursor')).toBe('after-newest');
    second.flush(pageOf(aBoost({ state: 'stopped' })));
    await opened.settle();
    expect(opened.text).toContain('Newest boost');
    expect(opened.text).not.toContain('Hike near Hangzhou');
  });
});
