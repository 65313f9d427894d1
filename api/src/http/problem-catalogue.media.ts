import { entry } from './problem-entry';

/** Of notes being written, of pictures and videos, and of what is pinned to them. */
export const mediaProblems = {
  'note-draft-moved-on': entry(
    409,
    'Somebody else has written on this draft',
    'Load it again, look at what they wrote, and make your changes on top of theirs.',
  ),
  'note-draft-incomplete': entry(
    422,
    'The draft lacks something',
    'Mend what the detail names; a note has a title, and its pictures, its video or its words.',
  ),
  'note-draft-scheduled': entry(
    409,
    'The draft is scheduled',
    'Take it off its schedule first; what is scheduled publishes itself unchanged.',
  ),
  'note-draft-published': entry(
    409,
    'The draft was published already',
    'Look at its note; begin another draft for another note.',
  ),
  'compliance-blocks': entry(
    422,
    'The note breaks rules that stop it',
    'Mend what is named under "fields"; the compliance check shows each place and a way to write it.',
  ),
  'schedule-out-of-reach': entry(
    422,
    'The time is out of reach',
    'Choose a time at least 5 minutes and at most 30 days from now.',
  ),
  'media-empty': entry(400, 'The file is empty', 'Choose the file again.'),
  'media-too-large': entry(
    413,
    'The file is too large',
    'Send an image of up to 20 MB or a video of up to 50 MB; a smaller export is enough for any screen.',
  ),
  'media-type-refused': entry(
    415,
    'The file is not of a type that is taken here',
    'Send a JPEG, PNG or WebP image, or an MP4 or WebM video; what counts is what the file holds and not its name.',
  ),
  'media-unreadable': entry(
    422,
    'The file is damaged',
    'Open it on your device to see whether it is whole, export it again, and send it once more.',
  ),
  'media-too-many-pixels': entry(
    422,
    'The image has too many pixels',
    'Scale it down to 50 million pixels; 2,560 on its longer edge are all that is shown.',
  ),
  'media-too-small': entry(422, 'The image is too small', 'Send one with at least 16 pixels on each edge.'),
  'video-too-long': entry(422, 'The video is too long', 'Cut it to 15 minutes or less.'),
  'media-not-kept': entry(
    503,
    'This installation has no place for files',
    'Its operator sets DATA_DIR, or MEDIA_S3_ENDPOINT and MEDIA_S3_BUCKET.',
  ),
  'draft-media-unfit': entry(
    422,
    'The draft cannot hold these pictures',
    'Send up to 18 images for an image note, one of them as cover, or one video for a video note.',
  ),
  'pin-off-media': entry(
    422,
    'The pin is not on the picture or the video',
    'Pin it to a picture of that version, within its edges, or to a moment before the video ends.',
  ),
};
