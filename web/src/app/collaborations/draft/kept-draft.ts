/** A draft that is being written and was not handed in; it stays in this browser. */
export interface Writing {
  title: string;
  body: string;
  topics: string;
  words: string;
  /** uploads in their order */
  mediaIds: string[];
  coverId: string | null;
}

const keyOf = (subject: string): string => `poolrise.draft.${subject}`;

/** A browser that keeps nothing, or is full, only forgets: whoever writes is not stopped by it. */
export function keepWriting(subject: string, writing: Writing): void {
  try {
    localStorage.setItem(keyOf(subject), JSON.stringify(writing));
  } catch {
    return;
  }
}

export function keptWriting(subject: string): Writing | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(subject)) ?? 'null');
    // What was kept before there were pictures has none.
    return isWriting(kept) ? { ...kept, mediaIds: kept.mediaIds ?? [], coverId: kept.coverId ?? null } : null;
  } catch {
    return null;
  }
}

export function forgetWriting(subject: string): void {
  localStorage.removeItem(keyOf(subject));
}

type KeptWriting = Omit<Writing, 'mediaIds' | 'coverId'> & Partial<Writing>;

function isWriting(kept: unknown): kept is KeptWriting {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = kept as Record<string, unknown>;
  return ['title', 'body', 'topics', 'words'].every((name) => typeof fields[name] === 'string');
}
