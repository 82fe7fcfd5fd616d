import assert from 'node:assert/strict';
import type { Webinar } from '../../../src/features/webinars/model.ts';
import {
  broughtIn,
  broughtUpToDate,
  type Entry,
  entryId,
  FILED_FIELDS,
  type Filed,
  rowId,
} from '../../../src/features/webinars/rules/imports.ts';
import { cancelled, published, withPlan } from '../../../src/features/webinars/rules/lifecycle.ts';
import { NOW, PLAN } from './plan.ts';

const BY = { at: NOW, by: '', name: 'arrangementsfil' };
const ELI = { at: NOW + 60_000, by: 'eli', name: 'Eli Redaktør' };
const INTO = { bank: 'rph', tenantId: null, by: BY };
const HOUR = 3_600_000;

const FILED: Filed = { ...PLAN, participants: null, teams: null, recordingUrl: '', materialsUrl: '', publishAt: null, isCancelled: false };
const entryOf = (filed: Partial<Filed> = {}, of: Partial<Entry> = {}): Entry => ({
  ...{ id: 'x', line: 2, fields: FILED_FIELDS, given: FILED_FIELDS, filed: { ...FILED, ...filed } },
  ...of,
});
const made = (filed: Partial<Filed> = {}, of: Partial<Entry> = {}) => broughtIn(entryOf(filed, of), INTO);
const out = (webinar: Webinar) => published(webinar, [{ bank: 'rph', channel: '19:ann', name: 'Kunngjøringer' }], ELI);
const later = { ...INTO, by: { ...BY, at: NOW + HOUR } };

describe('webinars: rows of a file', () => {
  describe('ids', () => {
    const same: readonly (readonly [string, Parameters<typeof rowId>[0], number])[] = [
      ['itself', PLAN, 1],
      ['other case and blanks', { ...PLAN, title: ' WEBINAR  om oppstart' }, 1],
    ];
    for (const [what, plan, n] of same) it(`${what}: the same`, () => assert.equal(rowId(plan, n), rowId(PLAN, 1)));
    const other: typeof same = [
      ['another title', { ...PLAN, title: 'Webinar om drift' }, 1],
      ['another day', { ...PLAN, date: '2026-03-06' }, 1],
      ['another time', { ...PLAN, start: '14:00' }, 1],
      ['no time', { ...PLAN, start: null }, 1],
      ['the second such row', PLAN, 2],
    ];
    for (const [what, plan, n] of other) it(`${what}: another`, () => assert.notEqual(rowId(plan, n), rowId(PLAN, 1)));
    it('of a calendar go by the entry’s own', () => assert.notEqual(entryId('a'), entryId('b')));
  });

  describe('that are new', () => {
    const states: readonly (readonly [string, Partial<Filed>, string])[] = [
      ['a draft', {}, 'draft'],
      ['scheduled where it is to be published', { publishAt: NOW + HOUR }, 'scheduled'],
      ['a draft where it should have been published', { publishAt: NOW - HOUR }, 'draft'],
      ['a draft where it is over', { date: '2026-02-05', endDate: '2026-02-05', publishAt: NOW + HOUR, participants: 3 }, 'draft'],
    ];
    for (const [what, filed, state] of states) it(`are ${what}`, () => assert.equal(made(filed).state, state));

    it('have what became of them, and nobody who organises them', () => {
      const { participants, teams, recordingUrl, told, organiser, organiserName, wrappedUpAt } = made({
        ...{ participants: 250, teams: 58, recordingUrl: 'https://example.no/opptak' },
      });
      assert.deepEqual([participants, teams, recordingUrl], [250, 58, 'https://example.no/opptak']);
      assert.deepEqual([told, organiser, organiserName, wrappedUpAt], [[], '', '', null]);
    });

    it('are for the bank of the file too', () => assert.deepEqual(made({ banks: ['fact-ung'] }).banks, ['fact-ung', 'rph']));
  });

  describe('that are here already', () => {
    it('change nothing when they are the same', () => {
      const webinar = out(made({ participants: 3 }));
      assert.deepEqual(broughtUpToDate(webinar, entryOf({ participants: 3 }), later), { what: 'same', after: undefined, left: undefined });
    });

    it('change what is changed in the file, and leave what people changed', () => {
      const before = made({ place: 'Oslo', description: 'Gammel' });
      const inTeams = withPlan(before, { plan: { ...before, title: 'Ny tittel', description: 'Skrevet i Teams' } }, ELI);
      const { what, after } = broughtUpToDate(inTeams, entryOf({ place: 'Bergen', description: 'Gammel' }), later);
      assert.deepEqual([what, after?.title, after?.description, after?.place], ['changed', 'Ny tittel', 'Skrevet i Teams', 'Bergen']);
      assert.equal(after?.revision, inTeams.revision + 1);
    });

    it('move what was published, and have it told', () => {
      const { after } = broughtUpToDate(out(made()), entryOf({ date: '2026-03-12', endDate: '2026-03-12' }), later);
      assert.deepEqual([after?.date, after?.version, after?.was?.date], ['2026-03-12', 1, '2026-03-05']);
      assert.deepEqual(
        after?.told.map(({ what }) => what),
        ['moved'],
      );
    });

    it('take the file’s time as a whole where half of it would not fit', () => {
      const before = made();
      const moved = withPlan(before, { plan: { ...before, date: '2026-03-20', endDate: '2026-03-20' } }, ELI);
      const { after } = broughtUpToDate(moved, entryOf({ endDate: '2026-03-06' }), later);
      assert.deepEqual([after?.date, after?.endDate], ['2026-03-05', '2026-03-06']);
    });

    it('leave alone what a file with fewer columns is silent on', () => {
      const before = made({ place: 'Oslo', reportArea: 'RPH' });
      const fields = ['title', 'date', 'start', 'end', 'participants'] as const;
      const short = entryOf({ participants: 80 }, { fields, given: fields });
      const { after } = broughtUpToDate(before, short, later);
      assert.deepEqual([after?.place, after?.reportArea, after?.participants], ['Oslo', 'RPH', 80]);
      assert.ok(after);
      assert.equal(broughtUpToDate(after, short, later).what, 'same');
      const again = broughtUpToDate(after, entryOf({ place: 'Oslo', reportArea: 'RPH', participants: 80 }), later);
      assert.equal(again.what, 'same');
    });

    it('clear nothing by a new column in which nothing stands', () => {
      const fields = ['title', 'date', 'start', 'end'] as const;
      const before = made({}, { fields, given: fields });
      const inTeams = withPlan(before, { plan: { ...before, place: 'Oslo' } }, ELI);
      const { what, after } = broughtUpToDate(inTeams, entryOf({}, { given: fields }), later);
      assert.deepEqual([what, after?.place], ['same', 'Oslo']);
    });

    it('tell of a recording once it has begun', () => {
      const recordingUrl = 'https://example.no/opptak';
      const over = { ...later, by: { ...BY, at: Date.parse('2026-03-06T09:00:00+01:00') } };
      const told = (webinar: Webinar | undefined) => webinar?.told.map(({ what }) => what);
      assert.deepEqual(told(broughtUpToDate(out(made()), entryOf({ recordingUrl }), over).after), ['recording']);
      const { after } = broughtUpToDate(out(made()), entryOf({ recordingUrl }), later);
      assert.deepEqual([told(after), after?.recordingUrl, after?.revision], [[], recordingUrl, 3]);
    });

    const times: readonly (readonly [string, Partial<Filed>, Partial<Filed>, string])[] = [
      ['schedule a draft', {}, { publishAt: NOW + 2 * HOUR }, 'scheduled'],
      ['schedule anew', { publishAt: NOW + 2 * HOUR }, { publishAt: NOW + 3 * HOUR }, 'scheduled'],
      ['make a draft of it', { publishAt: NOW + 2 * HOUR }, {}, 'draft'],
    ];
    for (const [what, first, second, state] of times) {
      it(`can ${what}`, () => {
        const { after } = broughtUpToDate(made(first), entryOf(second), later);
        assert.deepEqual([after?.state, after?.publishAt], [state, second.publishAt ?? null]);
      });
    }

    it('call off what a calendar cancelled, and tell it', () => {
      const { after } = broughtUpToDate(out(made()), entryOf({ isCancelled: true }), later);
      assert.deepEqual([after?.state, after?.told.map(({ what }) => what)], ['cancelled', ['cancelled']]);
      assert.ok(after);
      assert.deepEqual(broughtUpToDate(after, entryOf({ isCancelled: true }), later), { what: 'same', after: undefined, left: undefined });
    });

    it('do not call off what is over', () => {
      const over = { ...later, by: { ...BY, at: Date.parse('2026-03-06T09:00:00+01:00') } };
      assert.equal(broughtUpToDate(out(made()), entryOf({ isCancelled: true }), over).after?.state, 'published');
    });

    it('leave what is cancelled here, and say so where the file says otherwise', () => {
      const off = cancelled(made(), '', ELI);
      assert.equal(broughtUpToDate(off, entryOf(), later).left, undefined);
      assert.deepEqual(broughtUpToDate(off, entryOf({ place: 'Oslo' }), later), { what: 'same', after: undefined, left: 'cancelled' });
    });

    it('pass over an older copy of a calendar', () => {
      const webinar = made({}, { sequence: 3 });
      assert.equal(broughtUpToDate(webinar, entryOf({ title: 'Gammel' }, { sequence: 2 }), later).what, 'same');
      assert.equal(broughtUpToDate(webinar, entryOf({ title: 'Ny' }, { sequence: 4 }), later).after?.title, 'Ny');
    });

    it('are for another bank too once they are brought in there', () => {
      const { what, after } = broughtUpToDate(made(), entryOf({ banks: ['fact-ung'] }, { fields: ['title'] }), {
        ...later,
        bank: 'fact-ung',
      });
      assert.deepEqual([what, after?.bank, after?.banks], ['changed', 'rph', ['rph', 'fact-ung']]);
      assert.ok(after);
      assert.equal(broughtUpToDate(after, entryOf({}, { fields: ['title'] }), later).what, 'same');
    });
  });
});
