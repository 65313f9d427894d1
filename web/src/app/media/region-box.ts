import type { PictureRegion } from '@poolrise/domain';

/** What is dragged over less than this is meant as a point. */
const pointBelow = 0.015;
const least = 0.04;
const step = 0.02;
const startBox: PictureRegion = { x: 0.35, y: 0.35, w: 0.3, h: 0.3 };

const kept = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 10_000;

/** The region between two points, in parts of the picture; a point where both are nearly one. */
export function regionBetween(one: { x: number; y: number }, other: { x: number; y: number }): PictureRegion {
  const [left, right] = [kept(Math.min(one.x, other.x)), kept(Math.max(one.x, other.x))];
  const [top, bottom] = [kept(Math.min(one.y, other.y)), kept(Math.max(one.y, other.y))];
  const [w, h] = [kept(right - left), kept(bottom - top)];
  return w < pointBelow && h < pointBelow
    ? { x: kept(other.x), y: kept(other.y), w: 0, h: 0 }
    : { x: left, y: top, w, h };
}

/** Where a place begins that is set by keys. */
export const firstBox = (): PictureRegion => startBox;

/** A box after an arrow key: moved, or with `sizes` made larger and smaller; null for other keys. It stays on the picture. */
export function afterKey(box: PictureRegion, key: string, sizes: boolean): PictureRegion | null {
  const [dx, dy] = directions[key] ?? [0, 0];
  if (dx === 0 && dy === 0) return null;
  if (!sizes)
    return {
      ...box,
      x: kept(Math.min(box.x + dx * step, 1 - box.w)),
      y: kept(Math.min(box.y + dy * step, 1 - box.h)),
    };
  return {
    ...box,
    w: kept(Math.min(Math.max(box.w + dx * step, least), 1 - box.x)),
    h: kept(Math.min(Math.max(box.h + dy * step, least), 1 - box.y)),
  };
}

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
