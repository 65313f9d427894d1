import type { OrderView, SampleAddressView } from '@poolrise/contracts';
import { sampleRulesOn } from '@poolrise/domain';
import { anOrder, hence } from '../../../testing/an-order';
import {
  confirmMove,
  dialogText,
  openOrder,
  orderPath,
  pressInMenu,
  pressMove,
} from '../../../testing/opened-order';
import type { Opened } from '../../../testing/opened';

type Sample = NonNullable<OrderView['sample']>;
const parcel = {
  ...{
    carrier: 'sf' as const,
    number: 'SF1234567890123',
    product: '茉莉冷泡茶',
    quantity: 2,
    valueCents: 12_800,
  },
  sentAt: hence(-24 * 8),
  missedAt: null,
  receivedAt: null,
};
const address = {
  recipient: '周小满',
  phone: '13800001234',
  province: 'zhejiang' as const,
  street: '杭州市西湖区龙井路 1 号',
};
const given = (change: Partial<SampleAddressView> = {}): SampleAddressView => ({
  address,
  state: 'kept',
  givenAt: hence(-200),
  forgetAt: null,
  mayForget: false,
  asOf: hence(0),
  ...change,
});
const none = given({ address: null, state: 'none', givenAt: null });
const addressPath = `${orderPath}/address`;

function withSample(sample: Partial<Sample>, change: Partial<OrderView> = {}): OrderView {
  return anOrder({
    state: 'sample-due',
    dueAt: null,
    terms: { ...anOrder().terms, withSample: true },
    sample: {
      ...{ agreedAt: hence(-300), addressAt: hence(-200), promisedDay: null, parcels: [], troubles: [] },
      rules: sampleRulesOn('2026-11-26'),
      ...sample,
    },
    ...change,
  });
}
const open = (order: OrderView, shown: SampleAddressView = given()): Promise<Opened> =>
  openOrder(order, {}, shown);
const ofBrand = {
  side: 'brand',
  waitsFor: 'brand',
  legal: ['send-sample', 'promise-sample', 'cancel'],
} as const;
const brand = { ...ofBrand, legal: [...ofBrand.legal] };

describe('a sample on the page of its order', () => {
  it('waits for the address of the creator, who reads the faults at the fields and gives it', async () => {
    const creator = { side: 'creator', waitsFor: 'creator', legal: ['give-address', 'cancel'] } as const;
    const opened = await open(
      withSample({ addressAt: null }, { ...creator, legal: [...creator.legal] }),
      none,
    );
    expect(opened.text).toContain('Say where to send the sample; Lin’s Tea waits for the address.');
    await pressMove(opened, 'Give the address');
    await confirmMove(opened);
    expect(dialogText(opened)).toContain('symbols alone will not do');
    await opened.type('mat-dialog-container input[name=recipient]', address.recipient);
    await opened.type('mat-dialog-container input[name=phone]', '12345');
    expect(dialogText(opened)).toContain('or + and the country code');
    await opened.type('mat-dialog-container input[name=phone]', address.phone);
    expect(dialogText(opened)).toContain('Choose a province.');
    const select = opened.find<HTMLSelectElement>('mat-dialog-container select[name=province]');
    select.value = address.province;
    select.dispatchEvent(new Event('change'));
    await opened.type('mat-dialog-container input[name=street]', address.street);
    await confirmMove(opened);
    const asked = opened.asked(addressPath, 'POST');
    expect(asked.request.body).toMatchObject({ address, version: 1 });
    asked.flush(withSample({}, { side: 'creator', waitsFor: 'brand', legal: ['give-address', 'cancel'] }));
    await opened.settle();
    await opened.answer(addressPath, given());
    expect(opened.text).toContain('has to send the sample');
    // What was given is changed beside it, and asks for nothing any more.
    expect(() => opened.button('Give the address')).toThrow();
    expect(opened.button('Change address')).toBeTruthy();
  });

  it('is sent by the brand, with a number that its carrier knows', async () => {
    const opened = await open(withSample({}, brand));
    expect(opened.text).toContain('周小满');
    expect(opened.text).toContain('Zhejiang 杭州市西湖区龙井路 1 号');
    await pressMove(opened, 'Sample is sent');
    await opened.type('mat-dialog-container input[name=number]', '12345');
    await opened.type('mat-dialog-container input[name=product]', parcel.product);
    await opened.type('mat-dialog-container input[name=value]', '128');
    await confirmMove(opened);
    expect(dialogText(opened)).toContain('That is no number of SF Express.');
    expect(opened.page.querySelector('input[name=sure]')).toBeNull();
    await opened.type('mat-dialog-container input[name=number]', 'sf 1234567890123');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'send-sample',
      parcel: {
        carrier: 'sf',
        number: 'SF1234567890123',
        product: '茉莉冷泡茶',
        quantity: 1,
        valueCents: 12_800,
      },
      sure: false,
    });
  });

  it('takes an odd number of another carrier only when it is meant', async () => {
    const opened = await open(withSample({}, brand));
    await pressMove(opened, 'Sample is sent');
    const carrier = opened.find<HTMLSelectElement>('mat-dialog-container select[name=carrier]');
    carrier.value = 'other';
    carrier.dispatchEvent(new Event('change'));
    await opened.type('mat-dialog-container input[name=number]', '放门口');
    await opened.type('mat-dialog-container input[name=product]', parcel.product);
    await opened.type('mat-dialog-container input[name=value]', '0');
    await confirmMove(opened);
    opened.find('mat-dialog-container input[name=sure]').click();
    await opened.settle();
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      parcel: { carrier: 'other', number: '放门口', valueCents: 0 },
      sure: true,
    });
  });

  it('is promised for a day', async () => {
    const opened = await open(withSample({}, brand));
    await pressInMenu(opened, 'Promise a day');
    await opened.type('mat-dialog-container input[name=day]', '2020-01-01');
    await confirmMove(opened);
    expect(dialogText(opened)).toContain('Choose a day between today and');
    const day = hence(24 * 5).slice(0, 10);
    await opened.type('mat-dialog-container input[name=day]', day);
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'promise-sample',
      day,
    });
  });

  it('says where every parcel is, what is late, and what the creator may do about it', async () => {
    const lost = { ...parcel, number: 'SF0000000000001', missedAt: hence(-24 * 9), sentAt: hence(-24 * 14) };
    const opened = await open(
      withSample(
        { parcels: [lost, parcel], troubles: ['unanswered'] },
        {
          state: 'sample-sent',
          side: 'creator',
          waitsFor: 'creator',
          legal: ['receive-sample', 'miss-sample'],
        },
      ),
    );
    expect(opened.text).toContain('It was sent 7 days ago');
    const numbers = [...opened.page.querySelectorAll('app-parcel code')].map(
      ({ textContent }) => textContent,
    );
    expect(numbers).toEqual(['SF1234567890123', 'SF0000000000001']);
    expect(opened.text).toContain('that it never arrived');
    expect(opened.find<HTMLAnchorElement>('app-parcel a').href).toBe('https://www.sf-express.com/');
    await pressMove(opened, 'It never arrived');
    expect(dialogText(opened)).toContain('Should it come after all, you can still confirm it.');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({ kind: 'miss-sample' });
  });

  it('has its address deleted by the creator once it is there, after a question', async () => {
    const opened = await open(
      withSample(
        { parcels: [{ ...parcel, receivedAt: hence(-1) }] },
        { state: 'draft-due', side: 'creator', waitsFor: 'creator', legal: ['submit-draft'] },
      ),
      given({ mayForget: true }),
    );
    expect(opened.text).toContain('worth ¥128.00 and may count as income');
    await pressMove(opened, 'Delete address');
    expect(dialogText(opened)).toContain('cannot be brought back');
    opened.find('mat-dialog-container mat-dialog-actions button:last-child').click();
    await opened.settle();
    opened.asked(addressPath, 'DELETE').flush(null);
    await opened.settle();
    await opened.answer(addressPath, given({ address: null, state: 'deleted' }));
    expect(opened.text).toContain('The address was deleted.');
  });

  it('has no address for those who only read', async () => {
    const reader = await openOrder(withSample({}, brand), { role: 'analyst' });
    await reader.settle();
    expect(reader.text).toContain('Nothing was sent yet.');
    expect(reader.page.querySelector('app-sample-address')).toBeNull();
  });

  it('has nothing to show before it is agreed on', async () => {
    const talk = await openOrder(withSample({}, { state: 'invited', legal: ['withdraw'] }));
    expect(talk.page.querySelector('app-sample-card section')).toBeNull();
  });

  it('is called off like any order', async () => {
    const opened = await open(withSample({ parcels: [parcel] }, { ...brand, legal: ['cancel'] }));
    await pressInMenu(opened, 'Call off');
    expect(dialogText(opened)).toContain('It cannot be undone');
  });
});
