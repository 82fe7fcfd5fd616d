import assert from 'node:assert/strict';
import { plain, readCard } from '../../src/cli/card-text.ts';
import { valueFor } from '../../src/cli/terminal.ts';
import { asLink, escapeMarkdown } from '../../src/core/markdown.ts';

describe('cards in a terminal', () => {
  const texts: readonly (readonly [string, string])[] = [
    [escapeMarkdown('1. *Ikke* [sant]_? # ~`'), '1. *Ikke* [sant]_? # ~`'],
    [asLink('NAPHA [om] RPH', 'https://example.no/rph'), 'NAPHA [om] RPH (https://example.no/rph)'],
    ['**Viktig:** les', 'Viktig: les'],
    ['en\n\nto', 'en\nto'],
  ];
  for (const [markdown, text] of texts) it(`shows ${JSON.stringify(markdown)} as it is meant`, () => assert.equal(plain(markdown), text));

  it('reads words, buttons and inputs in their order, and passes over what is hidden', () => {
    const card = {
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: 'Hei' },
        { type: 'TextBlock', text: 'skjult', isVisible: false },
        { type: 'FactSet', facts: [{ title: 'Når', value: 'i dag' }] },
        { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'TextBlock', text: 'i kolonnen' }] }] },
        {
          type: 'Container',
          selectAction: { type: 'Action.Execute', title: 'Velg', verb: 'a.b', data: { bank: 'rph' } },
          items: [{ type: 'TextBlock', text: 'Velg' }],
        },
        { type: 'Input.Toggle', id: 'sure', title: 'Sikker', isRequired: true },
        { type: 'Input.ChoiceSet', id: 'why', label: 'Hvorfor', isMultiSelect: true, choices: [{ title: 'Feil', value: 'wrong' }] },
      ],
      actions: [
        { type: 'Action.Submit', title: 'Send', data: { verb: 'c.d', entry: 'R1' } },
        { type: 'Action.OpenUrl', title: 'Ring', url: 'tel:113' },
      ],
    };
    const { lines, buttons, fields } = readCard(card);
    assert.deepEqual(lines, ['Hei', 'Når: i dag', 'i kolonnen', 'Ring: tel:113']);
    assert.deepEqual(buttons, [
      { title: 'Velg', verb: 'a.b', data: { bank: 'rph' } },
      { title: 'Send', verb: 'c.d', data: { entry: 'R1' } },
    ]);
    assert.deepEqual(
      fields.map(({ id, label, choices, many, required, value }) => [
        id,
        label,
        choices.map((choice) => choice.value),
        many,
        required,
        value,
      ]),
      [
        ['sure', 'Sikker', ['true', 'false'], false, true, 'false'],
        ['why', 'Hvorfor', ['wrong'], true, false, ''],
      ],
    );
  });

  const choices = [
    { title: 'Det er feil', value: 'wrong' },
    { title: 'Det er gammelt', value: 'outdated' },
  ];
  const typed: readonly (readonly [string, boolean, string, string | undefined])[] = [
    ['2', false, '', 'outdated'],
    ['det er feil', false, '', 'wrong'],
    ['wrong', false, '', 'wrong'],
    ['1, 2', true, '', 'wrong,outdated'],
    ['', false, 'wrong', 'wrong'],
    ['3', false, '', undefined],
    ['1, tull', true, '', undefined],
  ];
  for (const [text, many, value, expected] of typed) {
    it(`takes «${text}» for ${expected ?? 'nothing'}${many ? ' of several' : ''}`, () => {
      assert.equal(valueFor({ choices, many, value }, text), expected);
    });
  }
  it('takes free text as it is typed', () => assert.equal(valueFor({ choices: [], many: false, value: 'før' }, 'nå'), 'nå'));
});
