import { rateForm } from './rate-form';

describe('the form of a note', () => {
  const whole = { title: '夏日低糖冷泡茶，五种做法', body: '茶'.repeat(60), topics: ['茶', '冷泡', '夏天'] };

  it.each([
    [{}, 1],
    [{ title: '茶' }, 2 / 3],
    [{ title: '茶'.repeat(41) }, 2 / 3],
    [{ body: '短' }, 2 / 3],
    [{ body: ' '.repeat(80), topics: [] }, 1 / 3],
    [{ title: '', body: '', topics: [] }, 0],
  ])('%j is %p', (given, expected) => expect(rateForm({ ...whole, ...given })).toBeCloseTo(expected, 9));

  it('counts letters and not bytes or halves of an emoji', () => {
    expect(rateForm({ ...whole, title: '🍵'.repeat(40) })).toBe(1);
  });
});
