import { TestBed } from '@angular/core/testing';
import { aClimb, aFactor, anEstimate, aVerdict } from '../../../testing/a-climb';
import { theConsole } from '../../../testing/opened';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import {
  adviceFor,
  codeWord,
  counterfactualSentence,
  decidingVerdict,
  reasonWord,
  whySentence,
} from './explain';
import { againstPeers } from './peer-words';

const stop = aVerdict({
  outcome: 'stop',
  reason: 'BELOW_PEERS',
  toLevel: 2,
  estimate: anEstimate(0.82, 0.73, 0.92),
  hook: aFactor(0.75),
  content: aFactor(1.09),
  opensToStop: null,
  opensToPass: 38,
});

/** Of 318 food notes that finished the level, 214 are videos as this one is, and say nearly all. */
const amongVideos = {
  ...aVerdict().peers,
  sameType: { noteType: 'video' as const, runs: 214, weight: 0.95 },
};

/** Level 0 of the platform-stated rules lets a note pass whose chance to be above its peers is 20 %. */
const barely = aVerdict({
  level: 0,
  levelName: { zh: '保量池', en: 'Guaranteed' },
  probabilityAbove: 0.496,
  asks: 0.2,
  estimate: anEstimate(0.98, 0.7, 1.3),
});

describe('why a note is where it is', () => {
  let texts: Texts;
  let format: Format;
  beforeEach(async () => {
    await theConsole();
    texts = TestBed.inject(Texts);
    format = TestBed.inject(Format);
  });

  it('is told in the words of a marketer', () => {
    expect(whySentence(aClimb(), texts, format)).toBe(
      'It passed *Thousand* because readers opened and saved it *1.41 times* as often as an average food note at the same level (likely 1.24 to 1.60).',
    );
  });

  it('is told in Chinese as Chinese marketers write', async () => {
    await texts.speak('zh-CN');
    expect(whySentence(aClimb(), texts, format)).toBe(
      '从*千人池*晋级：与同级别笔记相比，读者打开和收藏它的频率是美食类笔记平均的 *1.41 倍*（80% 区间 1.24 至 1.60）。',
    );
  });

  it('compares a video with videos where they carry the weight, and with all notes where they are few', async () => {
    const climbed = (weight: number) => {
      const sameType = { ...amongVideos.sameType, weight };
      return aClimb({ verdicts: [aVerdict({ peers: { ...amongVideos, sameType } })] });
    };
    expect(whySentence(climbed(0.95), texts, format)).toContain('as often as an average food video at');
    expect(whySentence(climbed(0.2), texts, format)).toContain('as often as an average food note at');
    expect(againstPeers(amongVideos, texts, format)).toBe('Against 214 food videos');
    expect(againstPeers(aVerdict().peers, texts, format)).toBe('Against 318 peers');
    await texts.speak('zh-CN');
    expect(whySentence(climbed(0.95), texts, format)).toContain('是美食类视频平均的');
    expect(whySentence(climbed(0.2), texts, format)).toContain('是美食类笔记平均的');
    expect(againstPeers(amongVideos, texts, format)).toBe('对比 214 篇美食视频');
    expect(againstPeers(aVerdict().peers, texts, format)).toBe('对比 318 篇同类');
  });

  it('says a category that it does not know as it came', () => {
    expect(againstPeers({ ...amongVideos, category: 'Chess' }, texts, format)).toBe(
      'Against 214 chess videos',
    );
  });

  it('does not call a note above its peers that passed with less than an even chance', () => {
    expect(whySentence(aClimb({ verdicts: [barely] }), texts, format)).toContain(
      'It is not clearly below its peers: 49.6% sure to be above, and this level asks for 20%.',
    );
    expect(reasonWord(barely, texts, format)).toBe('not clearly below its peers; this level asks for 20%');
    expect(reasonWord(aVerdict(), texts, format)).toBe('above the average of its peers');
  });

  it('says the same in Chinese', async () => {
    await texts.speak('zh-CN');
    expect(whySentence(aClimb({ verdicts: [barely] }), texts, format)).toContain(
      '没有明显低于同类：高于平均的把握为 49.6%，本级要求 20%。',
    );
    expect(reasonWord(barely, texts, format)).toBe('没有明显低于同类，本级要求 20%');
  });

  it('names the stop and what was missing', () => {
    const climb = aClimb({ verdicts: [stop], current: null }, { state: 'stopped' });
    expect(whySentence(climb, texts, format)).toContain('It stopped at *Thousand*');
    expect(counterfactualSentence(stop, texts, format)).toBe('Would have passed with 38 more opens.');
  });

  it('does not blame a note whose audience is used up', () => {
    const exhausted = { ...stop, reason: 'AUDIENCE_EXHAUSTED' };
    const climb = aClimb({ verdicts: [exhausted] }, { state: 'stopped' });
    expect(whySentence(climb, texts, format)).toContain('It was not worse than its peers.');
    expect(adviceFor(exhausted)).toBe('audience');
  });

  it('tells the start while no verdict was given, and passes over looks that decided nothing', () => {
    const climb = aClimb({ verdicts: [aVerdict({ outcome: 'wait' })] });
    expect(decidingVerdict(climb)).toBeNull();
    expect(whySentence(climb, texts, format)).toContain('guaranteed start');
  });

  it('lets the audit speak first', () => {
    expect(whySentence(aClimb({}, { state: 'limited' }), texts, format)).toContain('The audit limited it');
  });

  it('takes the newest verdict, whatever their order', () => {
    const older = aVerdict({ id: 'older', at: '2026-11-20T00:00:00Z' });
    expect(decidingVerdict(aClimb({ verdicts: [older, aVerdict({ id: 'newer' })] }))?.id).toBe('newer');
    expect(decidingVerdict(aClimb({ verdicts: [aVerdict({ id: 'newer' }), older] }))?.id).toBe('newer');
  });

  it.each([
    [0.7, 1.1, 'hook'],
    [1.2, 0.8, 'content'],
    [0.7, 0.7, 'both'],
    [1.2, 1.1, null],
    [0.97, 0.97, null],
  ])('advises for a hook of %s and a content of %s: %s', (hook, content, advice) => {
    expect(adviceFor(aVerdict({ hook: aFactor(hook), content: aFactor(content) }))).toBe(advice);
  });

  it('shows the code of a reason that a newer api gives', () => {
    expect(codeWord('reason', 'ABOVE_PEERS', texts)).toBe('above the average of its peers');
    expect(codeWord('reason', 'TOO_MUCH_SUN', texts)).toBe('TOO_MUCH_SUN');
  });
});
