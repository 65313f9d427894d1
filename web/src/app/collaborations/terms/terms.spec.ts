import type { OrderView } from '@poolrise/contracts';
import { extensionRulesOn, priceExtension, usualRights } from '@poolrise/domain';
import { anOrder, anOrderStep, hence } from '../../../testing/an-order';
import { confirmMove, dialogText, openOrder, orderPath, pressMove } from '../../../testing/opened-order';

const terms = {
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  revisionsMost: 3,
  draftDueAt: hence(7 * 24),
  rights: usualRights,
};
const viewTerms = ({ draftDueAt: _, ...others }: typeof terms): OrderView['terms'] => ({
  ...others,
  effectMode: false,
  centsPerThousandReads: null,
});

describe('terms that are bargained about', () => {
  const asked = anOrder({
    side: 'creator',
    legal: ['counter', 'accept', 'decline'],
    terms: viewTerms(terms),
  });

  it('go with a counter-offer, only those that are not as they were', async () => {
    const opened = await openOrder(asked);
    await pressMove(opened, 'Counter-offer');
    await opened.type('mat-dialog-container input[name=revisions]', '1');
    await opened.type('mat-dialog-container input[name=rightsDays]', '30');
    opened.find('mat-dialog-container input[name=withOutline]').click();
    await opened.settle();
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'counter',
      quoteCents: 500_000,
      terms: { revisionsMost: 1, withOutline: true, rights: { ...usualRights, days: 30 } },
    });
  });

  it('say what is wrong with them, and send nothing', async () => {
    const opened = await openOrder(asked);
    await pressMove(opened, 'Counter-offer');
    await opened.type('mat-dialog-container input[name=revisions]', '4');
    await opened.type('mat-dialog-container input[name=rightsDays]', '0');
    await confirmMove(opened);
    expect(dialogText(opened)).toContain('A whole number from 0 to 3');
    expect(dialogText(opened)).toContain('1 to 3650');
    opened.http.expectNone(`${orderPath}/moves`);
  });

  it('are told in the history of offers as what changed against the one before', async () => {
    const changed = { ...terms, revisionsMost: 1, withOutline: true, rights: { ...usualRights, days: 30 } };
    const opened = await openOrder(
      anOrder({
        terms: viewTerms(changed),
        history: [
          anOrderStep({ quoteCents: 500_000, protectionDays: 30, terms }),
          anOrderStep({
            kind: 'counter',
            actor: 'creator',
            at: hence(-1),
            quoteCents: 600_000,
            protectionDays: 45,
            terms: changed,
          }),
        ],
      }),
    );
    expect(opened.text).toContain('Protection: 30 days → 45 days');
    expect(opened.text).toContain('180 days from publishing');
    expect(opened.text).toContain('Added: ');
    expect(opened.text).toContain('Sent back at most: 3 times → 1 time');
  });
});

describe('longer rights', () => {
  const rules = extensionRulesOn('2026-11-26');
  const published = anOrder({
    state: 'published',
    waitsFor: null,
    publishedAt: hence(-24 * 10),
    rightsUntil: hence(24 * 20),
    terms: viewTerms({ ...terms, rights: { ...usualRights, days: 30 } }),
    legal: ['ask-extension', 'dispute'],
  });
  const wished = (side: 'brand' | 'creator', legal: OrderView['legal']): OrderView => ({
    ...published,
    side,
    legal,
    waitsFor: 'creator',
    extension: {
      by: 'brand',
      until: hence(24 * 80),
      price: priceExtension(100_000, rules),
      heldCents: 110_000,
      askedAt: hence(-1),
      lapsesAt: hence(47),
      rules,
    },
  });

  it('are asked for by the brand, with what it comes to', async () => {
    const opened = await openOrder(published);
    expect(opened.text).toContain('May be used until');
    expect(opened.text).toContain('Ends within 30 days');
    await pressMove(opened, 'Ask for longer rights');
    expect(dialogText(opened)).toContain('the other side has 48 hours');
    await opened.type('mat-dialog-container input[name=quote]', '1000');
    expect(dialogText(opened)).toContain('The brand pays¥1,100.00');
    await confirmMove(opened);
    const { body } = opened.asked(`${orderPath}/moves`, 'POST').request;
    expect(body).toMatchObject({ kind: 'ask-extension', quoteCents: 100_000, version: 1 });
  });

  it('cannot end before they would have', async () => {
    const opened = await openOrder(published);
    await pressMove(opened, 'Ask for longer rights');
    await opened.type('mat-dialog-container input[name=quote]', '1000');
    await opened.type('mat-dialog-container input[name=until]', '2020-01-01');
    await confirmMove(opened);
    expect(dialogText(opened)).toContain('A day after ');
    opened.http.expectNone(`${orderPath}/moves`);
  });

  it('are answered by the creator, who reads what is left of the price', async () => {
    const legal = ['counter-extension', 'accept-extension', 'decline-extension'] as const;
    const opened = await openOrder(wished('creator', [...legal]));
    expect(opened.text).toContain('is talking about longer rights');
    expect(opened.text).toContain('for ¥1,000');
    expect(opened.text).toContain('You get¥900.00');
    await pressMove(opened, 'Extend');
    expect(dialogText(opened)).toContain('cannot be taken back');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'accept-extension',
    });
  });

  it('stay on the card once they are paid, also of an order that is over', async () => {
    const opened = await openOrder({
      ...published,
      state: 'settled',
      extensions: [
        {
          at: hence(-24),
          until: hence(24 * 20),
          quoteCents: 100_000,
          brandFeeCents: 10_000,
          creatorFeeCents: 10_000,
          netCents: 90_000,
        },
      ],
    });
    expect(opened.text).toContain('¥1,000.00 to the creator');
    expect(opened.text).toContain('Ask for longer rights');
  });
});
