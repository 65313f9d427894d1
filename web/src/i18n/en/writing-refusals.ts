/** Why a note that is being written was not saved, scheduled or published, and the way out. */
export const writingRefusals = {
  title: {
    'note-draft-moved-on': 'Somebody else has written on this draft',
    'note-draft-incomplete': 'The note lacks something',
    'note-draft-scheduled': 'This draft is scheduled',
    'note-draft-published': 'This draft was published already',
    'compliance-blocks': 'The note breaks rules that stop it',
    'schedule-out-of-reach': 'The time is out of reach',
  },
  remedy: {
    'note-draft-moved-on': 'Look at what they wrote, then keep yours or theirs.',
    'note-draft-incomplete': 'A note needs a title, and its images, its video or its words.',
    'note-draft-scheduled': 'Take it off its schedule to write on.',
    'note-draft-published': 'Look at its note, or begin another draft.',
    'compliance-blocks': 'Mend what the compliance check marks as blocking, then publish again.',
    'schedule-out-of-reach': 'Choose a time at least 5 minutes and at most 30 days from now.',
  },
};
