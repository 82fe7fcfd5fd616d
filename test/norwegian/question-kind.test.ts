import assert from 'node:assert/strict';
import {
  askedAfterHow,
  askedKinds,
  DISTINCT_KINDS,
  givenKinds,
  kindsOf,
  type QuestionKind,
  VISIBLE_KINDS,
  withRelatives,
} from '../../src/norwegian/question-kind.ts';
import { tokenise } from '../../src/norwegian/tokens.ts';

describe('norwegian/question-kind', () => {
  const questions: [string, QuestionKind[]][] = [
    ['Hvor mange kommuner har RPH?', ['count']],
    ['Kor mange årsverk er det?', ['count']],
    ['How many municipalities are there', ['count']],
    ['Hva koster opplæringen?', ['cost']],
    ['Kva kostar kurset?', ['cost']],
    ['Is the course free', ['cost']],
    ['Hvor mye penger får vi', ['amount']],
    ['Når startet RPH i Norge?', ['when']],
    ['When did it start', ['when']],
    ['Hvor lenge varer behandlingen', ['duration']],
    ['Kor lang er ventetida?', ['duration']],
    ['Hvor ofte kommer undersøkelsen?', ['frequency']],
    ['Hvor gammel er håndboka?', ['age']],
    ['Hva er aldersgrensen', ['age']],
    ['Kven kan bli medlem?', ['who']],
    ['Hvor finner jeg håndboka?', ['where']],
    ['Where is the handbook', ['where']],
    ['Korleis melder vi oss på?', ['how']],
    ['Kvifor spør de?', ['why']],
    ['Må vi ha psykolog?', ['requirement']],
    ['Do we need to have a psychologist', ['requirement']],
    ['Kan vi delta på webinar?', ['permission']],
    ['Finnes det en app?', ['existence']],
    ['Is there an app?', ['existence']],
    ['Hva er recovery?', ['definition']],
    ['Har dere telefonnummer til teamet', ['contact']],
    ['Kva for team blir prioritert?', ['which']],
    ['Hvor lange er samtalene', ['duration']],
    ['Kvar finn eg boka', ['where']],
    ['Hvem skal ha beskjed når jeg er syk', ['who']],
    ['nettverkssamling når', ['when']],
    ['hvor mange webinarer i året', ['count', 'frequency']],
    ['antall dager permisjon', ['count', 'duration']],
    ['kva er lønna til ein AUS', ['wage']],
    ['årslønna til en terapeut', ['wage']],
    ['søknadsfrist for tilskuddet', ['when']],
    ['billettpris konferansen', ['cost']],
    ['psykolog teamet', []],
  ];
  for (const [question, kinds] of questions) {
    it(`«${question}» asks for ${kinds.join(', ') || 'nothing by name'}`, () => {
      assert.deepEqual(
        kindsOf(askedKinds(tokenise(question))).filter((kind) => kinds.length === 0 || kinds.includes(kind)),
        kinds,
      );
    });
  }

  it('sees no definition where a fact is asked for', () => {
    assert.deepEqual(kindsOf(askedKinds(tokenise('kva er lønna til ein AUS'))), ['wage']);
  });

  it('knows the word that is meant after «hvor»', () => {
    assert.deepEqual(
      [askedAfterHow('hvor', 'mage'), askedAfterHow('kor', 'oftte'), askedAfterHow('hvor', 'mappen')],
      ['mange', 'ofte', null],
    );
    assert.equal(askedAfterHow('en', 'mage'), null);
  });

  const texts: [string, QuestionKind[]][] = [
    ['I 2023 var det noen', ['when']],
    ['Det er 383 årsverk', ['count', 'amount', 'size']],
    ['Kurset er gratis', ['cost']],
    ['Satsen er 500 kroner', ['cost', 'amount']],
    ['Kurset går over to dager', ['amount', 'when', 'duration', 'frequency', 'age']],
    ['Vi møtes ukentlig', ['frequency']],
    ['Dere må melde fra, fordi det er lovfestet', ['why', 'requirement']],
    ['På e-post eller telefon', ['contact']],
    ['Teamet deler erfaringer', []],
  ];
  for (const [text, kinds] of texts) {
    it(`«${text}» gives ${kinds.join(', ') || 'no kind that shows'}`, () => {
      assert.deepEqual([...kindsOf(givenKinds(tokenise(text)))].sort(), [...kinds].sort());
    });
  }

  it('counts numbers of all sorts as relatives, and times, but not one as the other', () => {
    const related = kindsOf(withRelatives(askedKinds(['hvor', 'mange'])));
    assert.deepEqual([related.includes('amount'), related.includes('when')], [true, false]);
    assert.ok(kindsOf(withRelatives(askedKinds(['hvor', 'ofte']))).includes('when'));
  });

  it('tells kinds that exclude each other from those that do not', () => {
    assert.deepEqual(
      kindsOf(DISTINCT_KINDS).filter((kind) => ['who', 'existence', 'permission'].includes(kind)),
      ['who'],
    );
  });

  it('looks for no kind in a text that words cannot show', () => {
    assert.deepEqual(
      kindsOf(VISIBLE_KINDS).filter((kind) => ['who', 'how', 'definition', 'existence'].includes(kind)),
      [],
    );
  });
});
