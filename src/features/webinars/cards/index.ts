export { announcementCard, calendarCard, goneCard } from './announcement.ts';
export { formCard } from './form.ts';
export { digestCard, listCard } from './lists.ts';
export { manageCard } from './manage.ts';
export { noticeCard } from './notice.ts';
export { previewCard } from './preview.ts';
export { evaluateCard, reasonCard, rescheduleCard, wrapUpCard } from './small-forms.ts';
