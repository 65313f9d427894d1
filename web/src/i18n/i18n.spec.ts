import en from './en';
import zh from './zh-CN';

/** Every sentence of a language by its dotted key. */
function sentences(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[path + name, value]] : [...sentences(value as object, `${path}${name}.`)],
    ),
  );
}

const blanks = (sentence: string) =>
  [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1]).sort();

describe('the two languages', () => {
  const english = sentences(en);
  const chinese = sentences(zh);

  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('leave no sentence empty', () => {
    const empty = [...english, ...chinese]
      .filter(([, sentence]) => sentence.trim() === '')
      .map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fill the same blanks in a sentence', () => {
    const different = [...english].filter(
      ([key, sentence]) => String(blanks(sentence)) !== String(blanks(chinese.get(key) ?? '')),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('do not leave Chinese letters in the English, nor an English sentence in the Chinese', () => {
    const han = /\p{Script=Han}/u;
    // "中文" names itself in both languages, so that a lost reader finds it.
    expect(
      [...english]
        .filter(([key, sentence]) => han.test(sentence) && key !== 'shell.language.chinese')
        .map(([key]) => key),
    ).toEqual([]);
    expect(
      [...chinese]
        .filter(([, sentence]) => !han.test(sentence) && /[a-z]{3,} [a-z]{3,}/i.test(sentence))
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('speak to everybody in one way', () => {
    const familiar = [...chinese].filter(([, sentence]) => sentence.includes('你')).map(([key]) => key);
    expect(familiar).toEqual([]);
  });
});
