import assert from 'node:assert/strict';
import { createRender } from '../../../src/cards.ts';
import { LOCALES } from '../../../src/core/locale.ts';
import type { CardRef } from '../../../src/core/reply.ts';
import { contactCards } from '../../../src/features/contacts/cards/all.ts';
import type { FormData } from '../../../src/features/contacts/cards/data.ts';
import { faultText } from '../../../src/features/contacts/cards/fault-words.ts';
import { inputWords, valueText } from '../../../src/features/contacts/cards/field-words.ts';
import * as cards from '../../../src/features/contacts/cards/index.ts';
import { mailLink, phoneLink } from '../../../src/features/contacts/cards/links.ts';
import { percentText } from '../../../src/features/contacts/cards/words.ts';
import type { FaultCode } from '../../../src/features/contacts/rules/faults.ts';
import { ENTRY_INPUTS } from '../../../src/features/contacts/rules/form.ts';
import { about, atOnce, centreMay, heavy, longEmail, NAME, ownMay, team } from '../../cards/contacts-sample-team.ts';
import { many } from '../../cards/sample.ts';

const TEAMS_LIMIT_BYTES = 28 * 1024;
const render = createRender(contactCards, new URL('../../../cards/', import.meta.url));
const drawn = (card: CardRef) => JSON.stringify(render(card, 'nb').card);

interface Node {
  readonly type: string;
  readonly [rest: string]: unknown;
}

/** Every object of a card that has a type, in the order of reading. */
function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesOf);
  return 'type' in value ? [value as Node, ...inside] : inside;
}
const nodesOn = (card: CardRef, type: string) => nodesOf(render(card, 'nb').card).filter((node) => node.type.startsWith(type));
const buttonFor = (card: CardRef, verb: string) => nodesOn(card, 'Action.').find((node) => node.verb === verb);
const textsOn = (card: CardRef) => nodesOn(card, 'TextBlock').map(({ text }) => String(text));

const form: FormData = { ...about, name: NAME, version: 7, faults: [], isCentre: false, asksConsent: false, changedSince: false };
const longest = {
  ...Object.fromEntries(ENTRY_INPUTS.map((input) => [input, heavy(200)])),
  ...{ municipalities: heavy(4_000), cityDistricts: heavy(4_000), website: `https://example.no/${'a'.repeat(980)}` },
  ...{ leaderEmail: longEmail, deputyEmail: longEmail, sharedMailbox: longEmail, type: 'FACT ung', status: 'drift', region: 'øst' },
  ...{ ausNames: heavy(500), brukerspesialistNames: heavy(500), russpesialistNames: heavy(500), psykologNames: heavy(500) },
};

describe('contact cards', () => {
  describe('links', () => {
    const mails = [
      ['kari_lie@a-b.example.no', '[kari\\_lie@a-b.example.no](mailto:kari%5Flie@a-b.example.no)'],
      ['ola(prøve)@example.no', 'ola(prøve)@example.no'],
      ['kari_example.no#EXT#@napha.onmicrosoft.com', ''],
      ['', ''],
      [`${'a'.repeat(300)}@example.no`, `${'a'.repeat(300)}@example.no`],
    ] as const;
    for (const [email, shown] of mails) it(`writes to «${email.slice(0, 40)}»`, () => assert.equal(mailLink(email), shown));

    const phones = [
      ['+47 22 33 44 55', '[\\+47 22 33 44 55](tel:+4722334455)'],
      ['+46 (0)8-123 456 78', '[\\+46 (0)8-123 456 78](tel:+4608123456 78)'.replace('6 78)', '678)')],
      ['113', '[113](tel:113)'],
      ['ring *servicetorget*', 'ring \\*servicetorget\\*'],
      ['', ''],
    ] as const;
    for (const [phone, shown] of phones) it(`calls «${phone}»`, () => assert.equal(phoneLink(phone), shown));
  });

  describe('what stands in a field', () => {
    const cases = [
      ['status', 'ikke-etter-modell', 'I drift, ikke helt etter modellen'],
      ['region', 'øst', 'Øst'],
      ['statusSince', '2024-01-01', '1. januar 2024'],
      ['interMunicipal', 'false', 'Nei'],
      ['publish', 'name,email,sharedMailbox', 'Lederens navn, lederens e-post og felles e-post'],
      ['publish', 'fax', 'Fax'],
      ['status', 'hva som helst', 'hva som helst'],
      ['leaderName', 'Kari *Eksempel*', 'Kari *Eksempel*'],
      ['name', '', ''],
    ] as const;
    for (const [field, value, text] of cases) it(`${field}: ${value}`, () => assert.equal(valueText(field, value, 'nb'), text));

    it('every input of the form has a name', () => {
      for (const input of ENTRY_INPUTS) assert.ok(input in inputWords, input);
    });
  });

  it('says of a share neither nothing nor all when it is only near', () => {
    assert.deepEqual([percentText(0.001, 'nb'), percentText(0.999, 'en')], ['1\u00a0%', '99%']);
  });

  describe('faults', () => {
    const codes: readonly (FaultCode | 'changedTo' | 'notWhole')[] = [
      ...([
        'missing',
        'tooLongText',
        'email',
        'guestEmail',
        'phone',
        'link',
        'noDate',
        'future',
        'number',
        'yesOrNo',
        'unknownType',
      ] as const),
      ...(['unknownStatus', 'unknownRegion', 'unknownPublish', 'unknownPlace', 'severalPlaces', 'changedTo', 'notWhole'] as const),
    ];
    it('have a sentence each, in every language', () => {
      for (const locale of LOCALES) {
        const all = codes.map((code) => faultText({ input: 'name', code, params: { given: 'x', min: '0', max: '999' } }, locale));
        // Four of them say the same: choose from the list.
        assert.equal(new Set(all).size, codes.length - 3, locale);
        assert.ok(
          all.every((text) => !/undefined|“”|«»|from {2}|fra {2}/.test(text)),
          locale,
        );
      }
    });

    it('offer what may have been meant', () => {
      const params = { given: 'Stort', suggestions: 'Stord, Stor-Elvdal, Storfjord' };
      assert.equal(
        faultText({ input: 'municipalities', code: 'unknownPlace', params }, 'nb'),
        'Kommuner: Vi kjenner ikke «Stort». Mente du Stord, Stor-Elvdal eller Storfjord?',
      );
    });

    it('tell what somebody else has written, in words', () => {
      const params = { value: 'nedlagt' };
      assert.equal(faultText({ input: 'status', code: 'changedTo', params }, 'nn'), 'Status: Nokon andre har endra det til «Nedlagt».');
    });
  });

  describe('a team', () => {
    it('has no buttons for those who may change nothing', () => {
      const titles = nodesOn(cards.teamCard.ref({ ...team, chat: null }), 'Action.').map(({ title }) => title);
      assert.deepEqual(titles, []);
    });

    it('sends what was seen along with what is confirmed or taken back', () => {
      const card = cards.teamCard.ref({ ...team, can: centreMay });
      assert.deepEqual(buttonFor(card, 'contacts.confirm')?.data, { ...about, version: 7 });
      assert.deepEqual(buttonFor(card, 'contacts.undo')?.data, { ...about, version: 7 });
      assert.deepEqual(buttonFor(card, 'contacts.edit')?.data, about);
    });

    it('never shows a guest’s name in Teams as an address', () => {
      const leader = { name: 'Kari', email: 'kari_example.no#EXT#@napha.onmicrosoft.com', phone: '' };
      assert.ok(!drawn(cards.teamCard.ref({ ...team, leader })).includes('EXT'));
    });

    it('misses a leader only where somebody can do something about it', () => {
      const missing = (reader: 'centre' | 'member') => textsOn(cards.teamCard.ref({ ...team, leader: null, reader })).join();
      assert.match(missing('centre'), /ingen er registrert/);
      assert.doesNotMatch(missing('member'), /ingen er registrert/);
    });

    it('shows its history to those who may see it', () => {
      const history = [{ at: 0, name: 'Kari', what: 'changed' as const, lines: atOnce, undone: false }];
      const titles = (can: typeof ownMay) => nodesOn(cards.teamCard.ref({ ...team, can, history }), 'Action.').map(({ title }) => title);
      assert.ok(titles(centreMay).includes('Historikk'));
      assert.ok(!titles(ownMay).includes('Historikk'));
    });

    it('takes what people wrote as text', () => {
      const name = '*RPH* [x](https://example.no) #1';
      assert.ok(textsOn(cards.teamCard.ref({ ...team, name })).includes('\\*RPH\\* \\[x\\](https://example.no) #1'));
    });
  });

  describe('the form', () => {
    it('fits with the longest of everything, and says what is not whole', () => {
      const faults = many(10, () => ({
        input: 'municipalities',
        code: 'unknownPlace',
        params: { given: heavy(60), suggestions: heavy(200) },
      }));
      for (const locale of LOCALES) {
        const { card } = render(cards.formCard.ref({ ...form, name: heavy(200), faults, changedSince: true }, { values: longest }), locale);
        const size = Buffer.byteLength(JSON.stringify(card));
        assert.ok(size <= TEAMS_LIMIT_BYTES, `${locale}: ${size} bytes`);
      }
      assert.match(drawn(cards.formCard.ref(form, { values: longest })), /for lang til å vises hele/);
    });

    it('has an input for every name, filled with what is registered', () => {
      const values = Object.fromEntries(ENTRY_INPUTS.map((input) => [input, input === 'fidelityDate' ? '2024-01-01' : `v-${input}`]));
      const inputs = nodesOn(cards.formCard.ref(form, { values }), 'Input.');
      assert.deepEqual(inputs.map(({ id }) => String(id)).toSorted(), [...ENTRY_INPUTS].toSorted());
      for (const { id, value } of inputs) {
        if (id !== 'statusSince' && id !== 'interMunicipal') assert.equal(value, values[String(id)], String(id));
      }
    });

    it('sends its team and version along, and that it is whole', () => {
      const data = (of: Partial<FormData>) => buttonFor(cards.formCard.ref({ ...form, ...of }), 'contacts.save')?.data;
      assert.deepEqual(data({}), { ...about, version: 7, whole: 'true' });
      assert.deepEqual(data({ team: null, version: null }), { bank: 'rph', whole: 'true' });
    });

    it('says what needs approval to those who need it', () => {
      const says = (isCentre: boolean) => textsOn(cards.formCard.ref({ ...form, isCentre })).some((text) => text.includes('godkjent'));
      assert.deepEqual([says(false), says(true)], [true, false]);
    });

    it('asks nothing before consent', () => {
      const card = cards.formCard.ref({ ...form, asksConsent: true });
      assert.deepEqual(nodesOn(card, 'Input.'), []);
      assert.deepEqual(buttonFor(card, 'contacts.consent')?.data, about);
    });

    it('opens what is folded away when something is amiss there', () => {
      const isOpen = (input: string) => {
        const card = cards.formCard.ref({ ...form, faults: [{ input, code: 'missing', params: {} }] });
        return nodesOn(card, 'Container').find(({ id }) => id === 'further')?.isVisible;
      };
      assert.deepEqual([isOpen('name'), isOpen('website')], [false, true]);
    });
  });

  it('one who hands over chooses from those who are known, or writes', () => {
    const handOver = { ...about, name: NAME, leader: '', fault: null };
    const inputs = (people: readonly { id: string; name: string }[]) =>
      nodesOn(cards.handOverCard.ref({ ...handOver, people: [...people] }), 'Input.').map(({ id }) => id);
    assert.deepEqual(inputs([]), ['to']);
    assert.deepEqual(inputs([{ id: 'a', name: 'Ola' }]), ['to', 'other']);
  });

  it('a change stands with its buttons until it is decided', () => {
    const change = { ...about, change: 'c-1', teamName: NAME, by: 'Kari', at: 0, lines: atOnce, decidedBy: '', comment: '' };
    const verbs = (state: 'waiting' | 'approved') => nodesOn(cards.changeCard.ref({ ...change, state }), 'Action.').map(({ verb }) => verb);
    assert.deepEqual(verbs('waiting'), ['contacts.approve', 'contacts.show', 'contacts.reject']);
    assert.deepEqual(verbs('approved'), ['contacts.show']);
  });
});
