import { checkNote, dayInShanghai, type DraftGap, draftGap, type FoundAt, toCheck } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { type KeptNoteDraft, mediaOfDraft } from './draft-columns';

const gaps: Record<DraftGap, [field: string, detail: string]> = {
  'title-missing': ['/title', 'The note has no title.'],
  'title-too-long': ['/title', 'The title has more than 40 characters.'],
  'media-missing': ['/mediaIds', 'An image note needs a picture, a video note its video.'],
  'body-missing': ['/body', 'A note of words needs words.'],
  'media-repeated': ['/mediaIds', 'A picture stands in the note twice.'],
  'media-not-of-type': [
    '/mediaIds',
    'An image note holds images, a video note a video, a note of words none.',
  ],
  'too-many-images': ['/mediaIds', 'A note holds up to 18 images.'],
  'more-than-one-video': ['/mediaIds', 'A note holds one video.'],
  'cover-not-among': ['/coverId', 'The cover is one of the images, or an image in front of the video.'],
};

/** Findings that a refusal names; the check itself shows all. */
const findingsNamed = 10;

/**
 * Refuses what may not be published: a draft that lacks something, and one against which the compliance checker has a finding that
 * blocks. What a person should look at, and what could be better, does not stop a creator. The rules are those of the day.
 * @throws Refused note-draft-incomplete, compliance-blocks
 */
export async function checkMayPublish(tx: EntityManager, draft: KeptNoteDraft, now: Date): Promise<void> {
  const known = await mediaOfDraft(tx, draft);
  const media = draft.mediaIds.flatMap((id) => known.get(id) ?? []);
  const gap = draftGap(draft, media, draft.coverId ? (known.get(draft.coverId) ?? null) : null);
  if (gap) {
    const [field, detail] = gaps[gap];
    throw new Refused('note-draft-incomplete', { field, detail });
  }
  const note = toCheck({ ...draft, products: draft.products.length, media });
  const { findings, counts } = checkNote(note, dayInShanghai(now));
  if (counts.block === 0) return;
  const fields = findings
    .filter(({ severity }) => severity === 'block')
    .slice(0, findingsNamed)
    .map(({ at, text, rule }) => ({
      field: fieldOf(at),
      detail: text
        ? `${rule.name.zh} ${rule.name.en}: “${text.slice(0, 40)}”`
        : `${rule.name.zh} ${rule.name.en}`,
    }));
  throw new Refused('compliance-blocks', {
    ...(fields[0] ? { field: fields[0].field } : {}),
    detail: fields.map(({ detail }) => detail).join('; '),
    fields,
    figures: { findings: counts.block },
  });
}

function fieldOf({ field, index }: FoundAt): string {
  switch (field) {
    case 'topic':
      return `/topics/${index}`;
    case 'assets':
      return `/mediaIds/${index}`;
    case 'note':
      return '/disclosure';
    default:
      return `/${field}`;
  }
}
