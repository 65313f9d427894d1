/** Good bodies for the operations of people, workspaces, members and keys. */
export const accountExamples = {
  signIn: { email: 'lin@example.com', password: 'spring-tea-2026' },
  firstRun: {
    email: 'lin@example.com',
    password: 'spring-tea-2026',
    name: 'Lin',
    workspaceName: '林家茶 Lin’s Tea',
    workspaceKind: 'brand' as const,
  },
  changePassword: { currentPassword: 'spring-tea-2026', newPassword: 'a cup of tea before noon' },
  foundWorkspace: { name: '小满的茶桌 Xiaoman’s desk', kind: 'creator' as const },
  changeRole: { role: 'finance' as const },
  inviteMember: {
    email: 'mei@example.com',
    name: 'Mei',
    role: 'marketer' as const,
    password: 'white-peony-2026',
  },
  createKey: {
    name: 'Reader application',
    scopes: ['feed:read' as const, 'engagements:write' as const],
    expiresAt: '2036-01-01T00:00:00+08:00',
  },
};
