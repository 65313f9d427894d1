import type { ChangeBrief, WriteBrief } from '@poolrise/contracts';
import { aBriefView, briefId } from '../../testing/a-brief';
import { give } from '../../testing/give';
import { openPage } from '../../testing/opened';
import BriefPage from './brief-page';

const path = `/api/v1/briefs/${briefId}`;
const edit = { route: 'match/:briefId/edit' };
const openEdit = () => openPage(BriefPage, `match/${briefId}/edit`, edit);
const change = async (opened: Awaited<ReturnType<typeof openEdit>>, selector: string, value: string) => {
  const field = opened.find<HTMLInputElement>(selector);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await opened.settle();
};

describe('the form of a brief', () => {
  it('shows that it is loading', async () => {
    const opened = await openEdit();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the brief');
    opened.asked(path);
  });

  it('says what failed and tries again', async () => {
    const opened = await openEdit();
    await opened.refuse(path, 404, 'not-found');
    await opened.press('Try again');
    await give(opened, path, aBriefView());
    expect(opened.find<HTMLInputElement>('[name=product]').value).toBe('Cold brew jasmine');
  });

  it('explains contradictions before it sends anything', async () => {
    const opened = await openPage(BriefPage, 'match/new', { route: 'match/new' });
    await change(opened, '[name=to]', '2020-01-01');
    await change(opened, '[name=followersFrom]', '5000');
    await change(opened, '[name=followersTo]', '10');
    await opened.type('[name=brand]', 'Lin');
    await change(opened, '[name=competitors]', 'lin, Leaf');
    await opened.press('Save and match');
    expect(opened.text).toContain('Name the product.');
    expect(opened.text).toContain('The last day is before the first.');
    expect(opened.text).toContain('The least number of followers is above the most.');
    expect(opened.text).toContain('Lin is the brand of the brief and a competitor at once.');
    opened.http.verify();
  });

  it('begins from a template and is written once, with its weights and its target', async () => {
    const opened = await openPage(BriefPage, 'match/new', { route: 'match/new' });
    await opened.press('For mothers and babies');
    await opened.type('[name=product]', 'Bottle');
    await change(opened, '[name=keywords]', '奶瓶，防胀气, 奶瓶');
    await opened.press('Save and match');
    await opened.press('Save and match');
    const asked = opened.asked('/api/v1/briefs', 'POST');
    const { wishes } = asked.request.body as WriteBrief;
    expect(wishes).toMatchObject({
      product: 'Bottle',
      category: 'mother-baby',
      target: { genders: ['female'], ages: ['25-34', '35-44'] },
      keywords: [
        { word: '奶瓶', weight: 1 },
        { word: '防胀气', weight: 1 },
      ],
      presetId: 'poolrise',
    });
    asked.flush(aBriefView());
    await opened.settle();
    expect(opened.address).toBe(`match/${briefId}`);
  });

  it('takes wishes about cities and phones, and refuses more than a hundred percent of one', async () => {
    const opened = await openEdit();
    await give(opened, path, aBriefView());
    const add = async (dimension: string, band: string, percent: string) => {
      await change(opened, '[name=wishDimension]', dimension);
      await change(opened, '[name=wishBand]', band);
      await opened.type('[name=wishPercent]', percent);
      await opened.press('Add');
    };
    await add('cityTier', 'tier1', '60');
    await add('deviceBrand', 'apple', '40');
    await add('cityTier', 'tier2', '50');
    await opened.press('Save and match');
    expect(opened.text).toContain('The wanted shares of City tier come to 110%');
    opened.http.verify();
    await opened.press('Remove City tier · Tier 2');
    await opened.press('Save and match');
    const asked = opened.asked(path, 'POST');
    expect((asked.request.body as ChangeBrief).wishes.audience).toEqual([
      { dimension: 'cityTier', value: 'tier1', share: 0.6 },
      { dimension: 'deviceBrand', value: 'apple', share: 0.4 },
    ]);
  });

  it('tells who was quicker and loads their version', async () => {
    const opened = await openEdit();
    await give(opened, path, aBriefView());
    await opened.press('Save and match');
    const asked = opened.asked(path, 'POST');
    expect((asked.request.body as ChangeBrief).version).toBe(1);
    asked.flush({ code: 'brief-moved-on', status: 409 }, { status: 409, statusText: 'Conflict' });
    await opened.settle();
    expect(opened.text).toContain('Somebody has saved another version.');
    await opened.press('Load the newest');
    await give(opened, path, { ...aBriefView({ product: 'Theirs' }), version: 2 });
    expect(opened.find<HTMLInputElement>('[name=product]').value).toBe('Theirs');
  });
});
