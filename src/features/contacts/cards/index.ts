export { changeCard, noticeCard, rejectCard } from './changes.ts';
export { checkCard, progressCard, startCheckCard } from './checks.ts';
export { coverageCard } from './coverage.ts';
export { formCard } from './form.ts';
export { digestCard, listCard, silentCard } from './lists.ts';
export { handOverCard, mergeCard } from './small-forms.ts';
export { teamCard } from './team.ts';
