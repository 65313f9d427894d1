/** Why a note that is being written was not saved, scheduled or published, and the way out. */
export const writingRefusals = {
  title: {
    'note-draft-moved-on': '这篇草稿已被别人改过',
    'note-draft-incomplete': '笔记还不完整',
    'note-draft-scheduled': '这篇草稿已定时发布',
    'note-draft-published': '这篇草稿已经发布',
    'compliance-blocks': '笔记有必须先改的违规内容',
    'schedule-out-of-reach': '定时超出了范围',
  },
  remedy: {
    'note-draft-moved-on': '请看对方写了什么，再选保留哪一份。',
    'note-draft-incomplete': '笔记要有标题，还要有图片、视频或正文。',
    'note-draft-scheduled': '请先取消定时，再继续修改。',
    'note-draft-published': '请查看已发布的笔记，或另写一篇。',
    'compliance-blocks': '请按合规检查标出的地方修改，再发布。',
    'schedule-out-of-reach': '请选 5 分钟以后、30 天以内的时间。',
  },
};
