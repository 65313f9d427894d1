import { breakLines } from './break-lines';

/** Hanzi are twice as wide as latin letters. */
const widthOf = (character: string) => (/[\u3000-\u9fff\uff00-\uffef]/.test(character) ? 2 : 1);
const lines = (text: string, width: number) => breakLines(text, width, widthOf);

describe('breaking a paragraph into lines', () => {
  it('ends a line between hanzi, and begins none with a stop or ends one with an opening bracket', () => {
    expect(lines('第一波人选，咖啡', 10)).toEqual(['第一波人', '选，咖啡']);
    expect(lines('咖啡（成都）。', 6)).toEqual(['咖啡', '（成', '都）。']);
  });

  it('keeps latin words whole, and sums with their sign', () => {
    expect(lines('cold brew 冷萃咖啡', 9)).toEqual(['cold brew', '冷萃咖啡']);
    expect(lines('报价¥3,200元', 8)).toEqual(['报价', '¥3,200元']);
  });

  it('breaks a long address behind its slashes, and a word that fits no line where the line ends', () => {
    expect(lines('see https://poolrise.example/share/abc', 16)).toEqual([
      'see https://',
      'poolrise.example',
      '/share/abc',
    ]);
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('leaves no blanks at the end of a line, and loses nothing else', () => {
    const text = '我们以 咖啡 与早餐 场景为主，成都、杭州 两地各半；cold brew 与 dirty 各一篇。';
    const broken = lines(text, 12);
    for (const line of broken) expect(line).toBe(line.trimEnd());
    expect(broken.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
    expect(lines('', 10)).toEqual(['']);
  });
});
