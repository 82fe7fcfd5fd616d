import { defineCard } from '../../../cards.ts';
import { dateOrNone, filled } from '../../../core/filled.ts';
import { clip } from '../../../core/markdown.ts';
import { LONGEST_COMMENT, LONGEST_LINK } from '../model.ts';
import { evaluateData, reasonData, rescheduleData, wrapUpData } from './data.ts';
import { titleText } from './event-view.ts';
import { faultLines, roomOf, timeOrNone } from './form-parts.ts';
import { evaluateLabels, reasonLabels, rescheduleLabels, wrapUpLabels } from './small-labels.ts';
import { toldText } from './words.ts';

const SUMMARY_LENGTH = 160;
const WRAP_UP_INPUTS = ['recordingUrl', 'materialsUrl', 'participants', 'teams'];

const headed = (heading: string, title: string): string => `${heading}: ${clip(title, SUMMARY_LENGTH)}`;

/** A form: at another time. `reason` is handed in unstored. */
export const rescheduleCard = defineCard({
  name: 'webinars-reschedule',
  data: rescheduleData,
  verbs: ['webinars.reschedule', 'webinars.manage'],
  labels: rescheduleLabels,
  view: ({ bank, webinar, revision, title, when, interested, faults, changedSince, reason }, locale) => ({
    title: titleText(title),
    changedSince,
    faults: faultLines(faults, locale),
    told: toldText(interested, locale),
    when: {
      ...{ date: dateOrNone(when.date), endDate: when.endDate === when.date ? '' : dateOrNone(when.endDate) },
      ...{ start: timeOrNone(when.start), end: timeOrNone(when.end) },
    },
    reason: (reason ?? '').slice(0, LONGEST_COMMENT),
    longest: LONGEST_COMMENT,
    data: { bank, webinar, version: revision },
    back: { bank, webinar },
  }),
  summary: ({ title }, locale) => headed(rescheduleLabels[locale].heading, title),
});

/** A form: it does not take place, or was announced by mistake; says what will happen. */
export const reasonCard = defineCard({
  name: 'webinars-reason',
  data: reasonData,
  verbs: ['webinars.cancel', 'webinars.withdraw', 'webinars.manage'],
  labels: reasonLabels,
  view: ({ bank, webinar, title, verb, interested }, locale) => {
    const words = reasonLabels[locale];
    const cancels = verb === 'webinars.cancel';
    return {
      cancels,
      heading: cancels ? words.cancelHeading : words.withdrawHeading,
      title: titleText(title),
      happens: cancels ? words.cancelHappens : words.withdrawHappens,
      told: toldText(interested, locale),
      longest: LONGEST_COMMENT,
      data: { bank, webinar },
      back: { bank, webinar },
    };
  },
  summary: ({ title, verb }, locale) => {
    const words = reasonLabels[locale];
    return headed(verb === 'webinars.cancel' ? words.cancelHeading : words.withdrawHeading, title);
  },
});

/** A form: what became of it. `values` is handed in unstored. */
export const wrapUpCard = defineCard({
  name: 'webinars-wrap-up',
  data: wrapUpData,
  verbs: ['webinars.wrapUp', 'webinars.manage'],
  labels: wrapUpLabels,
  view: ({ bank, webinar, title, faults, values }, locale) => {
    const { values: shown, cut } = filled(WRAP_UP_INPUTS, values ?? {}, roomOf);
    return {
      title: titleText(title),
      faults: faultLines([...faults, ...cut.map((input) => ({ input, code: 'notWhole', params: {} }))], locale),
      values: shown,
      longest: LONGEST_LINK,
      data: { bank, webinar },
    };
  },
  summary: ({ title }, locale) => headed(wrapUpLabels[locale].heading, title),
});

/** A form: what somebody thought of it. `comment` is handed in unstored. */
export const evaluateCard = defineCard({
  name: 'webinars-evaluate',
  data: evaluateData,
  verbs: ['webinars.evaluate', 'webinars.show'],
  labels: evaluateLabels,
  view: ({ bank, webinar, title, fault, comment }, locale) => {
    const words = evaluateLabels[locale];
    return {
      title: titleText(title),
      fault: { none: '', rating: words.ratingRequired, comment: words.commentTooLong }[fault ?? 'none'],
      comment: (comment ?? '').slice(0, LONGEST_COMMENT),
      longest: LONGEST_COMMENT,
      data: { bank, webinar },
    };
  },
  summary: ({ title }, locale) => headed(evaluateLabels[locale].heading, title),
});
