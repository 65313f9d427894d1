export const account = {
  password: {
    title: '修改密码',
    current: '当前密码',
    new: '新密码',
    hint: '至少 10 个字符。您的其他设备将退出登录。',
    submit: '修改密码',
    busy: '正在修改',
    changed: '密码已修改，其他设备已退出登录',
  },
  found: {
    title: '新建空间',
    brand: '加热自己的笔记',
    agency: '为客户做投放',
    creator: '发布自己的笔记',
    submit: '新建空间',
    busy: '正在创建',
  },
  invitations: {
    title: '邀请',
    count: { one: '{{n}} 个邀请', other: '{{n}} 个邀请' },
    as: '{{name}} 邀请您担任{{role}}',
    accept: '加入',
    acceptNamed: '加入{{workspace}}',
    decline: '拒绝',
    declineNamed: '拒绝{{workspace}}的邀请',
  },
};
