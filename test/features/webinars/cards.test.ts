import assert from 'node:assert/strict';
import { createRender } from '../../../src/cards.ts';
import { LOCALES } from '../../../src/core/locale.ts';
import type { CardRef } from '../../../src/core/reply.ts';
import { webinarCards } from '../../../src/features/webinars/cards/all.ts';
import { faultText } from '../../../src/features/webinars/cards/fault-words.ts';
import * as cards from '../../../src/features/webinars/cards/index.ts';
import { monthName, ownTimeText, whenText } from '../../../src/features/webinars/cards/when-words.ts';
import type { FaultCode } from '../../../src/features/webinars/rules/faults.ts';
import { channelId, long, many } from '../../cards/sample.ts';
import { about, event, heavy, item, longLink } from '../../cards/webinars-sample-event.ts';

const TEAMS_LIMIT_BYTES = 28 * 1024;
const render = createRender(webinarCards, new URL('../../../cards/', import.meta.url));
const drawn = (card: CardRef) => JSON.stringify(render(card, 'nb').card);

interface Pressed {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every button of a card, in the order of reading. */
function buttonsOf(value: unknown): Pressed[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(buttonsOf);
  return 'type' in value && String(value.type).startsWith('Action.') ? [value as Pressed, ...inside] : inside;
}
const pressedOn = (card: CardRef) => buttonsOf(render(card, 'nb').card);
const titlesOn = (card: CardRef) => pressedOn(card).map(({ title }) => title);

const day = { date: '2026-03-05', endDate: '2026-03-05', start: null, end: null };

describe('webinar cards', () => {
  describe('when it is', () => {
    const cases = [
      [{ ...day, start: '13:00', end: '14:30' }, 'torsdag 5. mars 2026 kl. 13.00–14.30', 'Thursday 5 March 2026, 13:00–14:30'],
      [day, 'torsdag 5. mars 2026', 'Thursday 5 March 2026'],
      [{ ...day, start: '13:00' }, 'torsdag 5. mars 2026 kl. 13.00', 'Thursday 5 March 2026, 13:00'],
      [{ ...day, endDate: '2026-03-06' }, 'torsdag 5. til fredag 6. mars 2026', 'Thursday 5 to Friday 6 March 2026'],
      [{ ...day, endDate: '2026-04-01' }, 'torsdag 5. mars til onsdag 1. april 2026', 'Thursday 5 March to Wednesday 1 April 2026'],
      [
        { date: '2026-12-31', endDate: '2027-01-01', start: '22:00', end: '02:00' },
        'torsdag 31. desember 2026 kl. 22.00 til fredag 1. januar 2027 kl. 02.00',
        'Thursday 31 December 2026 at 22:00 to Friday 1 January 2027 at 02:00',
      ],
      [
        { ...day, endDate: '2026-03-06', start: '09:00', end: '15:00' },
        'torsdag 5. mars kl. 09.00 til fredag 6. mars 2026 kl. 15.00',
        'Thursday 5 March at 09:00 to Friday 6 March 2026 at 15:00',
      ],
    ] as const;
    for (const [when, nb, en] of cases) {
      it(nb, () => {
        assert.equal(whenText(when, 'nb'), nb);
        assert.equal(whenText(when, 'en'), en);
      });
    }

    it('leaves out the year that the reader has in mind', () => {
      assert.equal(whenText(day, 'nn', '2026'), 'torsdag 5. mars');
      assert.equal(whenText(day, 'nb', '2025'), 'torsdag 5. mars 2026');
    });

    it('names a month to stand alone', () => {
      assert.deepEqual(
        LOCALES.map((locale) => monthName('2026-03', locale)),
        ['Mars 2026', 'Mars 2026', 'March 2026'],
      );
    });

    it('leaves the reader’s own time to Teams, summer time and all', () => {
      assert.equal(
        ownTimeText(Date.parse('2026-07-05T13:00:00+02:00'), 'nb'),
        'Din tid: {{DATE(2026-07-05T11:00:00Z,COMPACT)}} {{TIME(2026-07-05T11:00:00Z)}}',
      );
    });
  });

  describe('what is the matter with an input', () => {
    const sentence = (input: string, code: FaultCode | 'notWhole', params: Record<string, string> = {}) =>
      faultText({ input, code, params }, 'nb');

    it('is told with the input’s name, what was typed and the limit', () => {
      assert.equal(sentence('date', 'noDate', { given: '31.2.2026' }), 'Dato: Datoen finnes ikke. Skriv for eksempel 5.3.2026.');
      assert.equal(sentence('region', 'unknownRegion', { given: 'Nordvest' }), 'Region: Vi kjenner ikke «Nordvest». Velg fra lista.');
      assert.equal(sentence('title', 'tooLongText', { given: 'x', max: '200' }), 'Tittel: Teksten kan ha høyst 200 tegn.');
    });

    it('is told of what nobody thought of, too', () => {
      assert.equal(faultText({ input: 'ny', code: 'ny', params: {} }, 'nn'), 'Dette kan ikkje brukast. Sjå over feltet.');
    });
  });

  const form = { bank: 'rph', webinar: null, revision: null, faults: [], banks: [], channels: [], isLive: false, changedSince: false };
  const typed = {
    ...{ title: heavy(200), description: '漢'.repeat(4_000), place: heavy(300), joinUrl: longLink(1_000), signupUrl: longLink(1_000) },
    ...{ coOrganisers: heavy(1_000), series: heavy(300), reportArea: heavy(300), banks: 'rph,fact-ung', date: '5. mars', countsAs: 'x' },
  };

  it('fit into Teams with the longest that somebody can type, and say what is not whole', () => {
    const faults = many(10, () => ({ input: 'description', code: 'unknownAudience', params: { given: heavy(60) } }));
    const channels = many(60, (index) => ({ id: channelId(index), name: long(90), bank: long(90) }));
    const values = { ...typed, channels: many(20, channelId).join(',') };
    const text = drawn(cards.formCard.ref({ ...form, channels, faults: faults.slice(0, 3) }, { values }));
    assert.ok(Buffer.byteLength(text) <= TEAMS_LIMIT_BYTES, `${Buffer.byteLength(text)} bytes`);
    assert.ok(text.includes('Beskrivelse: Teksten er for lang til å vises hele her.'));
    const links = { recordingUrl: heavy(1_000), materialsUrl: heavy(1_000), participants: '1', teams: '1' };
    const wrapUp = drawn(cards.wrapUpCard.ref({ ...about, title: heavy(200), faults }, { values: links }));
    assert.ok(Buffer.byteLength(wrapUp) <= TEAMS_LIMIT_BYTES, `${Buffer.byteLength(wrapUp)} bytes`);
  });

  it('send along what a form does not ask for, and that it is whole', () => {
    const sent = pressedOn(cards.formCard.ref({ ...form, webinar: 'w-42', revision: 3 }, { values: { banks: 'rph' } }));
    assert.deepEqual(sent.find(({ verb }) => verb === 'webinars.preview')?.data, {
      ...{ bank: 'rph', webinar: 'w-42', whole: 'true', version: 3, banks: 'rph' },
    });
    const asked = pressedOn(cards.formCard.ref(form, { values: { banks: 'rph,fact-ung' } }));
    assert.deepEqual(asked.find(({ verb }) => verb === 'webinars.preview')?.data, { bank: 'rph' });
  });

  it('open no address that is none', () => {
    const signupUrl = 'javascript:alert(1)';
    const announced = cards.announcementCard.ref({
      ...event,
      phase: 'live',
      signupUrl,
      joinUrl: 'teams',
      mine: null,
      done: null,
      quiet: false,
    });
    assert.deepEqual(titlesOn(announced), []);
  });

  it('show what somebody wrote letter by letter', () => {
    const title = '${t.join} *ja* {{TIME(x)}}';
    const text = drawn(cards.goneCard.ref({ title }));
    assert.ok(text.includes('${t.join} \\\\*ja\\\\*'), text);
  });

  const preview = {
    ...event,
    ...{ places: [], publishAt: null, banks: ['RPH Ressursbank'], duplicates: [], notes: [], isLive: true, moves: false },
  };

  it('carry what was typed to the form as well, as long as all of it fits', () => {
    const carried = { title: 'Ny tittel', whole: 'true' };
    for (const { data, verb } of pressedOn(cards.previewCard.ref(preview, { carried }))) {
      assert.deepEqual(data, verb === 'webinars.manage' ? about : { ...about, ...carried });
    }
    const long = { ...carried, description: '漢'.repeat(4_000) };
    assert.deepEqual(titlesOn(cards.previewCard.ref(preview, { carried: long })), ['Lagre endringene', 'Tilbake']);
  });

  it('count what a list has no room for', () => {
    const ahead = many(60, () => ({ ...item, mayManage: true }));
    const list = { bank: 'rph', bankName: 'RPH', month: null, months: [], ahead, past: [], drafts: [], more: 3, canCreate: false };
    const card = cards.listCard.ref({ ...list, quiet: false, feed: null, at: event.startsAt });
    const shown = titlesOn(card).filter((title) => title === 'Åpne').length;
    assert.ok(shown > 15 && shown < 60, String(shown));
    assert.ok(drawn(card).includes(`${63 - shown} til. Søk`));
  });
});
