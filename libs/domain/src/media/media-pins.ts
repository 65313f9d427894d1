/** A rectangle on a picture: parts of its width and height, 0 to 1, from the top left. A point has no size. */
export interface PictureRegion {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Regions are kept to a ten-thousandth, so an edge may lie beyond 1 by what rounding adds. */
const rounding = 1e-4;

/** Whether a region lies on the picture. */
export const isOnPicture = ({ x, y, w, h }: PictureRegion): boolean =>
  [x, y, w, h].every((part) => part >= 0 && part <= 1) && x + w <= 1 + rounding && y + h <= 1 + rounding;

/** A comment that is pinned to a picture or a moment, as far as it is carried from version to version. */
export interface PinnedComment {
  draftVersion: number;
  anchor: { field: string; mediaId?: string } | null;
}

/**
 * The pins that stand on the media of a version: its own, and those of earlier versions whose picture is still there, since a
 * picture is known by its content and what was said of it still holds. Pins of later versions do not look back.
 */
export function pinsOn<Comment extends PinnedComment>(
  version: { version: number; mediaIds: readonly string[] },
  comments: readonly Comment[],
): Comment[] {
  return comments.filter(
    ({ draftVersion, anchor }) =>
      anchor?.mediaId !== undefined &&
      draftVersion <= version.version &&
      version.mediaIds.includes(anchor.mediaId),
  );
}
