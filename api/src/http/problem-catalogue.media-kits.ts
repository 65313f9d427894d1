import { entry } from './problem-entry';

/** Of what creators show brands of themselves. */
export const mediaKitProblems = {
  'media-kit-moved-on': entry(
    409,
    'Somebody else has changed the media kit',
    'Load it again, look at the changes, and make yours on top of them.',
  ),
};
