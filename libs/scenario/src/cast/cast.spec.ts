import { PublishNote } from '@poolrise/contracts';
import { RandomStream } from '../random';
import { writeNote } from '../writing/write-note';
import { castOf, demoSeed } from './cast';
import { castNotes } from './notes';

describe('the cast', () => {
  const cast = castOf(demoSeed);
  const notes = castNotes(cast);
  const random = new RandomStream(demoSeed, 'spec');
  const taken = new Set<string>();
  const texts = notes.map((note) => ({ note, ...writeNote(random, note.book, note.language, taken) }));

  it('is the same for the same seed, whatever the hour', () => {
    expect(castOf(demoSeed)).toEqual(cast);
    expect(castNotes(castOf(demoSeed))).toEqual(notes);
    expect(castNotes(castOf('another'))[0]?.id).not.toBe(notes[0]?.id);
  });

  it('has the creators, brands and agencies that the demo promises', () => {
    expect(cast.creators.length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(cast.creators.map(({ name }) => name)).size).toBe(cast.creators.length);
    expect(new Set(cast.creators.map(({ redId }) => redId)).size).toBe(cast.creators.length);
    const kinds = cast.workspaces.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'brand')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'agency')).toHaveLength(2);
    expect(notes).toHaveLength(5_000);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(5_000);
  });

  it('gives few creators most of the followers, and good writing to small ones as well', () => {
    const followers = cast.creators.map((creator) => creator.followers).sort((a, b) => b - a);
    const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
    expect(sum(followers.slice(0, followers.length / 10)) / sum(followers)).toBeGreaterThan(0.5);
    const byFollowers = [...cast.creators].sort((a, b) => b.followers - a.followers);
    const craft = (creators: typeof byFollowers) =>
      sum(creators.map((creator) => creator.craft.hook)) / creators.length;
    expect(Math.abs(craft(byFollowers.slice(0, 600)) - craft(byFollowers.slice(-600)))).toBeLessThan(0.05);
  });

  it('writes four notes of five in Chinese, and hardly ever the same title twice', () => {
    const chinese = notes.filter(({ language }) => language === 'zh').length / notes.length;
    expect(chinese).toBeGreaterThan(0.75);
    expect(chinese).toBeLessThan(0.85);
    expect(taken.size / notes.length).toBeGreaterThan(0.9);
  });

  it('writes what the contract takes, with every slot filled', () => {
    const faults = texts.flatMap(({ note, title, body, topics }) => {
      const { category, language, type, disclosure, requestKey } = note;
      const ask = {
        creatorId: note.creator.id,
        category,
        language,
        type,
        disclosure,
        requestKey,
        title,
        body,
        topics,
      };
      const open = /[{}]|undefined/.exec(`${title} ${body} ${topics.join(' ')}`);
      return [...(PublishNote.safeParse(ask).error?.issues ?? []), ...(open ? [{ title, open }] : [])];
    });
    expect(faults).toEqual([]);
  });

  it('is as different from note to note as real headlines are', () => {
    const logs = notes
      .filter(({ ageHours }) => ageHours === null)
      .map(({ quality }) => Math.log(quality.hook));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
    expect(deviation).toBeGreaterThan(0.42);
    expect(deviation).toBeLessThan(0.58);
  });
});
