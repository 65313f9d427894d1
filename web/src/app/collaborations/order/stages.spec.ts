import { anOrder, anOrderInReview, anOrderStep } from '../../../testing/an-order';
import { type Stage, stagesOf } from './stages';

const shown = (stages: Stage[]): string[] => stages.map(({ name, state }) => `${name} ${state}`);

describe('the stages of an order', () => {
  it('are those that were agreed', () => {
    const terms = { ...anOrder().terms, withSample: true, withOutline: true, withAdAudit: true };
    expect(shown(stagesOf(anOrder({ terms, noteType: 'video' })))).toEqual([
      'offer now',
      'sample todo',
      'outline todo',
      'draft todo',
      'review todo',
      'ad-audit todo',
      'publish todo',
      'protection todo',
      'pay todo',
    ]);
    // An image note is edited for ads when it is out, and does not wait.
    expect(stagesOf(anOrder({ terms })).map(({ name }) => name)).not.toContain('ad-audit');
  });

  it('were done when they were left for good: a draft that was sent back counts from its last hand-in', () => {
    const order = anOrderInReview();
    const stages = stagesOf(order);
    expect(shown(stages).slice(0, 3)).toEqual(['offer done', 'draft done', 'review now']);
    expect(stages[0]?.at).toBe(order.history[2]?.at);
    expect(stages[1]?.at).toBe(order.history[6]?.at);
  });

  it('end where the order ended', () => {
    const review = anOrderInReview();
    const end = anOrderStep({ kind: 'cancel', state: 'cancelled' });
    const stages = stagesOf({ ...review, state: 'cancelled', history: [...review.history, end] });
    expect(shown(stages)).toEqual([
      'offer done',
      'draft done',
      'review ended',
      'publish todo',
      'protection todo',
      'pay todo',
    ]);
    expect(stages[2]?.at).toBe(end.at);
  });

  it('stand still in a dispute, and are all done when it is settled', () => {
    const review = anOrderInReview();
    const disputed = anOrderStep({ kind: 'dispute', state: 'disputed' });
    expect(shown(stagesOf({ ...review, state: 'disputed', history: [...review.history, disputed] }))[2]).toBe(
      'review now',
    );
    const paid = anOrderStep({ kind: 'pay', actor: 'clock', state: 'settled' });
    const stages = stagesOf({ ...review, state: 'settled', history: [...review.history, paid] });
    expect(stages.every(({ state }) => state === 'done')).toBe(true);
  });
});
