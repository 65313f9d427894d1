/** The words of a note as they are typed. */
export interface NoteWords {
  title: string;
  body: string;
  topics: string;
}

/** As the contract has it. */
export const noteWordLimits = { title: 40, body: 1_000, topics: 10, topic: 30 } as const;

/** Topics as they are typed: with or without their sign, parted by commas of either width or by blanks; each once. */
export function topicsIn(text: string): string[] {
  const topics = text.split(/[#＃,，、\s]+/).filter(Boolean);
  return [...new Set(topics)];
}

export const topicsFault = (topics: readonly string[]): boolean =>
  topics.length > noteWordLimits.topics || topics.some((topic) => topic.length > noteWordLimits.topic);
