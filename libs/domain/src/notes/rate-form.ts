/** What can be said of a note before anybody has seen it. */
export interface NoteForm {
  title: string;
  body: string;
  topics: readonly string[];
}

/** Letters of a title that says something and is not cut off in the feed; of a body that is worth opening; topics to be found by. */
const titleLetters = [8, 40] as const;
const bodyLettersMin = 60;
const topicsMin = 3;

/**
 * How complete the form of a note is, 0 to 1: a third each for a title of 8 to 40 letters, a body of 60 letters, three topics.
 *
 * It stands in for the model on image and text of the differentiated guarantee (recommender course, domain notes 2.2), which
 * nobody published. The rules are ours [P]; they say nothing about how good a note is, and no verdict reads them.
 */
export function rateForm({ title, body, topics }: NoteForm): number {
  const letters = [...title.trim()].length;
  const kept = [
    letters >= titleLetters[0] && letters <= titleLetters[1],
    [...body.trim()].length >= bodyLettersMin,
    topics.length >= topicsMin,
  ];
  return kept.filter(Boolean).length / kept.length;
}
