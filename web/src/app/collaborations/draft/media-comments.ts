import { inject, Service } from '@angular/core';
import type { DraftAnchor, DraftComment, MediaAnchor, OrderDraft, TextAnchor } from '@poolrise/contracts';
import { pinsOn } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { clockText } from '../../media/clock-text';
import type { MediaPin } from '../../media/media-viewer';

export const isMediaAnchor = (anchor: DraftAnchor | null): anchor is MediaAnchor =>
  anchor?.field === 'image' || anchor?.field === 'video';
export const isTextAnchor = (anchor: DraftAnchor | null): anchor is TextAnchor =>
  anchor?.field === 'title' || anchor?.field === 'body';

const mediaIds = (draft: OrderDraft): string[] => draft.media.map(({ id }) => id);

/** A comment as it is listed under a version: its own, or one of an earlier version on a picture. */
export interface ListedComment {
  comment: DraftComment;
  /** the version that it was written to, where that is an earlier one */
  from: OrderDraft | null;
  /** whether its picture is still there */
  pinned: boolean;
}

/**
 * What is listed under a version: what was said of it, and after that what was said of pictures before, since a picture that is
 * still there still has what was said of it, and one that was replaced shows by its comment what for.
 */
export function listedUnder(
  draft: OrderDraft,
  drafts: readonly OrderDraft[],
  comments: readonly DraftComment[],
): ListedComment[] {
  const carried = new Set(pinsOn({ version: draft.version, mediaIds: mediaIds(draft) }, comments));
  return comments
    .filter(
      ({ draftVersion, anchor }) =>
        draftVersion === draft.version || (draftVersion < draft.version && isMediaAnchor(anchor)),
    )
    .map((comment) => ({
      comment,
      from:
        drafts.find(({ version }) => version === comment.draftVersion && version !== draft.version) ?? null,
      pinned: carried.has(comment) || isTextAnchor(comment.anchor),
    }))
    .sort((one, other) => Number(one.from !== null) - Number(other.from !== null));
}

/** The pins on the media of a version, numbered as its comments are. */
export const pinsOf = (listed: readonly ListedComment[]): MediaPin[] =>
  listed.flatMap(({ comment: { anchor, words }, pinned }, index) =>
    pinned && isMediaAnchor(anchor) ? [{ number: index + 1, anchor, words }] : [],
  );

/** Names places on pictures. */
@Service()
export class MediaPlaces {
  private readonly texts = inject(Texts);

  /** Where a pin of this draft is. */
  name(anchor: MediaAnchor, draft: OrderDraft): string {
    const n = mediaIds(draft).indexOf(anchor.mediaId) + 1;
    if (anchor.field === 'image') return this.texts.say('media.onImage', { n });
    return this.texts.say(anchor.region ? 'media.onVideoPlace' : 'media.onVideo', {
      at: clockText(anchor.ms),
    });
  }

  /** What a comment in a list is about. */
  of(
    { comment, from, pinned }: ListedComment,
    draft: OrderDraft,
    nameOf: (draft: OrderDraft) => string,
  ): string | null {
    const { anchor } = comment;
    if (!isMediaAnchor(anchor)) return null;
    const fromDraft = from && nameOf(from);
    if (!pinned) return this.texts.say('media.aboutGone', { draft: fromDraft ?? '' });
    const place =
      anchor.field === 'image'
        ? this.texts.say('media.aboutImage', { n: mediaIds(draft).indexOf(anchor.mediaId) + 1 })
        : this.texts.say('media.onVideo', { at: clockText(anchor.ms) });
    return fromDraft ? `${place} · ${this.texts.say('media.fromDraft', { draft: fromDraft })}` : place;
  }
}
