import fc from 'fast-check';
import { provinces } from '../creators/creator-words';
import { anInvitation, aParcel, dayMs, hourMs, noon } from './an-order';
import { carrierOn, carrierRows, carriers, looksLikeNumberOf } from './carriers';
import { type CooperationOrder, type OrderActor } from './cooperation-order';
import { moveOrder, wasRefused } from './move-order';
import { legalMoves, type OrderMove, waitsFor } from './order-moves';
import { addressFault, isPhone, type SampleAddress } from './sample-address';
import { sampleAlarms, sampleReceivedAt, sampleTroubles } from './sample-parcels';

const later = noon + hourMs;
const send: OrderMove = { kind: 'send-sample', parcel: aParcel() };

const tried = (order: CooperationOrder, by: OrderActor, move: OrderMove, now = later) =>
  moveOrder({ order, by, move, now, cashCents: 0 });
function does(order: CooperationOrder, by: OrderActor, move: OrderMove, now = later): CooperationOrder {
  const outcome = tried(order, by, move, now);
  if (wasRefused(outcome)) throw new Error(`${by} may not: ${outcome.refusal}`);
  return outcome.order;
}
const refusal = (order: CooperationOrder, by: OrderActor, move: OrderMove, now = later) => {
  const outcome = tried(order, by, move, now);
  return wasRefused(outcome) ? outcome.refusal : null;
};

const agreed = (terms = {}) =>
  does(anInvitation({ terms: { withSample: true, draftDueAt: noon + 30 * dayMs, ...terms } }), 'creator', {
    kind: 'accept',
  });
const addressed = (order = agreed()) => does(order, 'creator', { kind: 'give-address' });
const sent = (order = addressed()) => does(order, 'brand', send);

describe('a sample', () => {
  it('waits for the address, then for the brand, then for the creator', () => {
    expect(waitsFor(agreed())).toBe('creator');
    expect(refusal(agreed(), 'brand', send)).toBe('no-address');
    expect(waitsFor(addressed())).toBe('brand');
    expect(waitsFor(sent())).toBe('creator');
    const there = does(sent(), 'creator', { kind: 'receive-sample' }, later + 2 * dayMs);
    expect(there.state).toBe('draft-due');
    expect(there.sample).toMatchObject({
      agreedAt: later,
      parcels: [{ number: 'SF1234567890123', sentAt: later, receivedAt: later + 2 * dayMs }],
    });
    expect(sampleReceivedAt(there)).toBe(later + 2 * dayMs);
  });

  it('has no address before it is agreed on, where none was agreed on, and once it is on its way', () => {
    const offered = anInvitation({ terms: { withSample: true } });
    const without = does(anInvitation(), 'creator', { kind: 'accept' });
    for (const order of [offered, without, sent()])
      expect(refusal(order, 'creator', { kind: 'give-address' })).toBe('move-out-of-turn');
    expect(without.sample).toEqual({ agreedAt: null, addressAt: null, promisedDay: null, parcels: [] });
  });

  it('that never arrived is sent again, and one that comes after all ends the waiting', () => {
    const lost = does(sent(), 'creator', { kind: 'miss-sample' }, later + dayMs);
    expect(lost).toMatchObject({ state: 'sample-due', sample: { parcels: [{ missedAt: later + dayMs }] } });
    expect(waitsFor(lost)).toBe('brand');
    expect(legalMoves(lost, 'creator')).toContain('give-address');
    const again = does(lost, 'brand', { kind: 'send-sample', parcel: aParcel({ quantity: 1 }) });
    expect(again.sample.parcels.map(({ quantity, missedAt }) => [quantity, missedAt])).toEqual([
      [2, later + dayMs],
      [1, null],
    ]);
    const found = does(lost, 'creator', { kind: 'receive-sample' }, later + 2 * dayMs);
    expect(found.sample.parcels).toMatchObject([{ missedAt: later + dayMs, receivedAt: later + 2 * dayMs }]);
  });

  it('is sent at most five times', () => {
    let order = addressed();
    for (let time = 0; time < 5; time++)
      order = does(does(order, 'brand', send), 'creator', { kind: 'miss-sample' });
    expect(refusal(order, 'brand', send)).toBe('too-many-parcels');
    expect(legalMoves(order, 'creator')).toContain('cancel');
  });

  it('has a number that looks like one of its carrier; another is meant only with a carrier we do not know', () => {
    const wrong = { carrier: 'zto' as const, number: 'SF1234567890123' };
    expect(refusal(addressed(), 'brand', { kind: 'send-sample', parcel: aParcel(wrong), sure: true })).toBe(
      'number-not-of-carrier',
    );
    const odd = aParcel({ carrier: 'other', number: '门口 3 号' });
    expect(refusal(addressed(), 'brand', { kind: 'send-sample', parcel: odd })).toBe('number-unusual');
    expect(does(addressed(), 'brand', { kind: 'send-sample', parcel: odd, sure: true }).state).toBe(
      'sample-sent',
    );
    const spaced = aParcel({ number: ' sf1234 567890123' });
    expect(does(addressed(), 'brand', { kind: 'send-sample', parcel: spaced }).sample.parcels).toMatchObject([
      { number: 'SF1234567890123' },
    ]);
  });

  it.each([{ quantity: 0 }, { quantity: 1.5 }, { valueCents: -1 }, { product: '  ' }, { number: ' ' }])(
    'is refused with %j',
    (change) => {
      const move: OrderMove = { kind: 'send-sample', parcel: aParcel(change), sure: true };
      expect(refusal(addressed(), 'brand', move)).toBe('parcel-out-of-bounds');
    },
  );

  it('is promised for today at the earliest and sixty days from now at the latest', () => {
    const promise = (day: string) => refusal(agreed(), 'brand', { kind: 'promise-sample', day });
    expect(promise('2026-11-01')).toBe('promise-out-of-bounds');
    expect(promise('2026-11-02')).toBeNull();
    expect(promise('2027-01-01')).toBeNull();
    expect(promise('2027-01-02')).toBe('promise-out-of-bounds');
    expect(promise('soon')).toBe('promise-out-of-bounds');
  });
});

describe('what is late about a sample', () => {
  const kinds = (order: CooperationOrder, at: number) => sampleTroubles(order, at);

  it('is a promised day that passed, until it is sent', () => {
    const order = does(addressed(), 'brand', { kind: 'promise-sample', day: '2026-11-04' });
    const end = Date.parse('2026-11-05T00:00:00+08:00');
    expect(kinds(order, end - 1)).toEqual([]);
    expect(kinds(order, end)).toEqual(['unsent']);
    expect(kinds(sent(order), end)).toEqual([]);
  });

  it('is silence of seven days after it was sent', () => {
    const order = sent();
    expect(kinds(order, later + 7 * dayMs - 1)).toEqual([]);
    expect(kinds(order, later + 7 * dayMs)).toEqual(['unanswered']);
    expect(kinds(does(order, 'creator', { kind: 'receive-sample' }), later + 8 * dayMs)).toEqual([]);
  });

  it('is nothing received three days before the draft is due, and never before the order was agreed on', () => {
    const order = sent();
    expect(kinds(order, noon + 27 * dayMs - 1)).toEqual(['unanswered']);
    expect(kinds(order, noon + 27 * dayMs)).toEqual(['near-draft', 'unanswered']);
    const soon = agreed({ draftDueAt: noon + dayMs });
    expect(sampleAlarms(soon)).toEqual([
      { kind: 'near-draft', at: later, mark: new Date(noon + dayMs).toISOString() },
    ]);
  });
});

describe('carriers', () => {
  it.each([
    ['sf', 'SF1234567890123', 'SF12345'],
    ['zto', '75123456789012', 'ZT751234567890'],
    ['yto', 'YT1234567890123', 'YT12'],
    ['sto', '773012345678901', '77301'],
    ['yunda', '4312345678901', '431234'],
    ['jt', 'JT5123456789012', '5123456789012'],
    ['jd', 'JDVB12345678901', '12345678901'],
    ['ems', 'EA123456789CN', 'EA12345678CN'],
    ['post', '9861234567890', '98612345'],
    ['deppon', 'DPK212345678901', 'DPK2'],
    ['other', 'AB-123456', '快递'],
  ] as const)('%s: %s is one of its numbers, %s is none', (carrier, good, bad) => {
    expect(looksLikeNumberOf(carrier, good, '2026-11-02')).toBe(true);
    expect(looksLikeNumberOf(carrier, bad, '2026-11-02')).toBe(false);
  });

  it('are known from a day on, the latest row before the others', () => {
    const first = carrierOn('sf', '2026-11-02');
    const rows = [...carrierRows, { ...first, from: '2027-01-01', number: /^9$/ }];
    expect(carrierOn('sf', '2026-12-31', rows).number.test('9')).toBe(false);
    expect(carrierOn('sf', '2027-01-01', rows).number.test('9')).toBe(true);
    expect(() => carrierOn('sf', '2019-12-31')).toThrow('No carrier sf on 2019-12-31');
    expect(carrierRows.map(({ carrier }) => carrier)).toEqual([...carriers]);
  });

  it('have patterns that are quick on whatever is typed', () => {
    const long = 'JD'.concat('9'.repeat(200_000), '-'.repeat(9));
    for (const carrier of carriers) expect(looksLikeNumberOf(carrier, long, '2026-11-02')).toBe(false);
  });
});

describe('an address', () => {
  const good: SampleAddress = {
    recipient: '周小满',
    phone: '138 0000 1234',
    province: 'zhejiang',
    street: '杭州市西湖区龙井路 1 号',
  };

  it.each(['13800001234', '+86 138-0000-1234', '0571-87654321', '+44 20 7946 0958', '+852 5123 4567'])(
    'has a phone like %s',
    (phone) => expect(isPhone(phone)).toBe(true),
  );
  it.each([
    '',
    '12345',
    '12800001234',
    '+86 12800001234',
    '+1',
    '0044 20',
    '📱',
    '1380000123４',
    '+0123456789',
  ])('and none like %s', (phone) => expect(isPhone(phone)).toBe(false));

  it.each([
    [{ recipient: '🍵🍵' }, 'recipient'],
    [{ recipient: ' ' }, 'recipient'],
    [{ recipient: '茶'.repeat(31) }, 'recipient'],
    [{ phone: '12345' }, 'phone'],
    [{ province: '99' as never }, 'province'],
    [{ province: 'constructor' as never }, 'province'],
    [{ street: '🏠🏠🏠🏠🏠🏠' }, 'street'],
    [{ street: '1 号' }, 'street'],
  ])('is no address with %j', (change, field) => {
    expect(addressFault({ ...good, ...change })?.field).toBe(field);
  });

  it('is one in every province, and abroad', () => {
    fc.assert(
      fc.property(fc.constantFrom(...provinces), (province) => {
        expect(addressFault({ ...good, province })).toBeNull();
      }),
    );
  });
});
