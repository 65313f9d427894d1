import { markedOf, type Pin, selectedIn, sentencesIn, shortened } from './pins';

const pin = (number: number, from: number, to: number): Pin => ({
  number,
  anchor: { field: 'body', from, to },
});

describe('comments in a text', () => {
  it('cut it where they begin and end, over each other too', () => {
    expect(markedOf('清晨的第一杯茶', [pin(1, 0, 5), pin(2, 3, 7)])).toEqual([
      { text: '清晨的', pins: [1], ends: [] },
      { text: '第一', pins: [1, 2], ends: [1] },
      { text: '杯茶', pins: [2], ends: [2] },
    ]);
  });

  it('leave a text without any in one piece, and end with the text at the latest', () => {
    expect(markedOf('茶', [])).toEqual([{ text: '茶', pins: [], ends: [] }]);
    expect(markedOf('茶', [pin(1, 0, 9)])).toEqual([{ text: '茶', pins: [1], ends: [1] }]);
    expect(markedOf('', [])).toEqual([]);
  });

  it('find its sentences in both languages', () => {
    const text = '早上好！这茶 很香。\n第二段\nIt costs 3.50 yuan. Try it?';
    expect(sentencesIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      '早上好！',
      '这茶 很香。',
      '第二段',
      'It costs 3.50 yuan.',
      'Try it?',
    ]);
  });

  it('are quoted by as much as fits: twice as many Latin letters as Chinese ones', () => {
    expect(shortened('茶'.repeat(28))).toBe('茶'.repeat(28));
    expect(shortened('茶'.repeat(29))).toBe(`${'茶'.repeat(28)}…`);
    expect(shortened('t'.repeat(57))).toBe(`${'t'.repeat(56)}…`);
  });

  it('find what is selected, across the marks of other comments', () => {
    const element = document.createElement('p');
    element.innerHTML = '清晨的<mark>第一</mark>杯茶';
    document.body.append(element);
    const range = document.createRange();
    range.setStart(element.firstChild as Node, 2);
    range.setEnd(element.lastChild as Node, 1);
    const selection = getSelection();
    selection?.removeAllRanges();
    expect(selectedIn(element, selection)).toBeNull();
    selection?.addRange(range);
    expect(selectedIn(element, selection)).toEqual({ from: 2, to: 6 });
    expect(selectedIn(document.createElement('p'), selection)).toBeNull();
    element.remove();
  });
});
