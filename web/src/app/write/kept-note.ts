import type { TypedNote } from './typed-note';

/** What was typed and is not saved yet, with the version it was typed on; it stays in this browser. */
export interface KeptNote {
  version: number;
  typed: TypedNote;
}

const keyOf = (draftId: string): string => `poolrise.note.${draftId}`;

/** A browser that keeps nothing, or is full, only forgets: whoever writes is not stopped by it. */
export function keepNote(draftId: string, kept: KeptNote): void {
  try {
    localStorage.setItem(keyOf(draftId), JSON.stringify(kept));
  } catch {
    return;
  }
}

export function keptNote(draftId: string): KeptNote | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(draftId)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function forgetNote(draftId: string): void {
  localStorage.removeItem(keyOf(draftId));
}

function isKept(kept: unknown): kept is KeptNote {
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('typed' in kept)) return false;
  const { version, typed } = kept;
  if (typeof version !== 'number' || typeof typed !== 'object' || typed === null) return false;
  const fields: Record<string, unknown> = { ...typed };
  const words = ['type', 'title', 'body', 'topics', 'category', 'language', 'disclosure', 'aiLabel'];
  return (
    words.every((name) => typeof fields[name] === 'string') &&
    Array.isArray(fields['products']) &&
    Array.isArray(fields['mediaIds'])
  );
}
