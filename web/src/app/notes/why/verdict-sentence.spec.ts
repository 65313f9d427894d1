import { TestBed } from '@angular/core/testing';
import { reasonCodes } from '@poolrise/domain';
import { aFactor, anEstimate, aVerdict, someRules } from '../../../testing/a-climb';
import { theConsole } from '../../../testing/opened';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { otherRules, stretchOf, verdictSentence } from './verdict-sentence';

const stop = aVerdict({
  outcome: 'stop',
  reason: 'BELOW_PEERS',
  toLevel: 2,
  estimate: anEstimate(0.72),
  hook: { ...aFactor(0.67), seen: 34, expected: 51 },
  content: aFactor(0.9),
  probabilityAbove: 0.03,
  opensToStop: null,
  opensToPass: 9,
});

describe('a verdict in a sentence', () => {
  let texts: Texts;
  let format: Format;
  const say = (verdict = stop) => verdictSentence(verdict, texts, format);

  beforeEach(async () => {
    await theConsole();
    texts = TestBed.inject(Texts);
    format = TestBed.inject(Format);
  });

  it('says what was seen, what was to be expected, and how sure it was', () => {
    expect(say()).toBe(
      'Stopped at *Thousand*: *34 opens* where an average note in the same places gets 51, and those who opened it responded *0.90 times* as much. The chance that it is above its pool’s average is *3%*; the level asks for 50%.',
    );
  });

  it('names the bar where the pool’s own was another than the average', () => {
    expect(say({ ...stop, bar: 1.12 })).toContain('above its pool’s bar of ×1.12 is');
  });

  it('lists the thresholds that folklore found missing', () => {
    const gatesMissed = [{ metric: 'ctr' as const, value: 0.031, atLeast: 0.08 }];
    expect(say({ ...stop, reason: 'GATE_MISSED', gatesMissed })).toMatch(
      /It missed: .* 3\.1% where 8\.0% is asked\.$/,
    );
  });

  it('blames nobody for an audience that is used up, and repeats a code that it does not know', () => {
    expect(say({ ...stop, reason: 'AUDIENCE_EXHAUSTED' })).toContain('It was not worse than its peers.');
    expect(say({ ...stop, reason: 'TOO_MUCH_SUN' })).toBe('*Thousand*: TOO_MUCH_SUN.');
  });

  it('names whom a note that search brought back was compared with', () => {
    const back = aVerdict({ reason: 'FOUND_BY_SEARCH', trigger: 'search' });
    expect(say(back)).toContain('*1.41 times* as often as an average food note (likely');
  });

  it.each(['en', 'zh-CN'] as const)('knows what every reason means (%s)', async (language) => {
    await texts.speak(language);
    expect(reasonCodes.filter((code) => !texts.knows(`why.means.${code}`))).toEqual([]);
    expect(reasonCodes.filter((code) => !texts.knows(`climb.reason.${code}`))).toEqual([]);
  });

  it('says the same in Chinese', async () => {
    await texts.speak('zh-CN');
    expect(say()).toBe(
      '停在了*千人池*：实际*打开 34 次*，同样位置上的平均笔记为 51；点开后的互动是平均的 *0.90 倍*。高于池内平均的把握为 *3%*，本级要求 50%。',
    );
  });
});

describe('what other rule sets make of a verdict', () => {
  const say = (stretch: { from: number; to: number }, rules = someRules()) =>
    otherRules(stretch, rules, TestBed.inject(Texts));

  beforeEach(() => theConsole());

  it('stands where the verdict stood in the life of the note', () => {
    const earlier = aVerdict({ level: 0, impressions: 100 });
    expect(stretchOf(aVerdict({ level: 1, impressions: 500 }), [earlier, aVerdict({ level: 1 })])).toEqual({
      from: 100,
      to: 600,
    });
  });

  it('names those that decide otherwise here, or had decided before', () => {
    expect(say({ from: 0, to: 100 })).toEqual(['No other rule set would have decided otherwise here.']);
    expect(say({ from: 100, to: 600 })).toEqual(['Folk CES points would have stopped it here.']);
    expect(say({ from: 600, to: 2_600 })).toEqual([
      'Textbook would have let it go on here.',
      'Folk CES points had already stopped it earlier.',
    ]);
  });
});
