export const account = {
  password: {
    title: 'Change password',
    current: 'Current password',
    new: 'New password',
    hint: 'At least 10 characters. All your other devices are signed out.',
    submit: 'Change password',
    busy: 'Changing it',
    changed: 'Your password was changed, and your other devices are signed out',
  },
  found: {
    title: 'New workspace',
    brand: 'We boost our own notes',
    agency: 'We plan for clients',
    creator: 'I publish notes of my own',
    submit: 'Create workspace',
    busy: 'Creating it',
  },
  invitations: {
    title: 'Invitations',
    count: { one: '{{n}} invitation', other: '{{n}} invitations' },
    as: '{{name}} invites you as {{role}}',
    accept: 'Join',
    acceptNamed: 'Join {{workspace}}',
    decline: 'Decline',
    declineNamed: 'Decline the invitation of {{workspace}}',
  },
};
