import { OVERVIEW_COLUMNS, type PublicTeam } from './contact-sheets.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Signs that turn what is read around have no place in a page that is not ours. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const escaped = (text: string) => text.replace(TURNING, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const LINKS: Readonly<Record<string, (text: string) => string>> = {
  'E-post leder': (text) => `mailto:${text}`,
  'E-post stedfortreder': (text) => `mailto:${text}`,
  'Felles e-post': (text) => `mailto:${text}`,
  Nettside: (text) => text,
};
const isAddress = (href: string) => /^(?:https?:\/\/|mailto:[^\s?&]+@[^\s?&]+$)/i.test(href);

function cellOf(column: string, text: string): string {
  const href = LINKS[column]?.(text) ?? '';
  return isAddress(href) ? `<a href="${escaped(href)}">${escaped(text)}</a>` : escaped(text);
}

/** A part of a web page: a table with the public overview, without styles and scripts. Columns in which nothing stands are left out. */
export function overviewHtml(teams: readonly PublicTeam[], { title, note }: { readonly title: string; readonly note: string }): string {
  const columns = OVERVIEW_COLUMNS.filter(([, textOf], at) => at === 0 || teams.some((team) => textOf(team) !== ''));
  const heading = columns.map(([column]) => `<th scope="col">${escaped(column)}</th>`).join('');
  const rows = teams.map((team) => {
    const cells = columns.map(([column, textOf], at) =>
      at === 0 ? `<th scope="row">${escaped(textOf(team))}</th>` : `<td>${cellOf(column, textOf(team))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    '<div lang="nb">',
    `<p>${escaped(note)}</p>`,
    '<table>',
    `<caption>${escaped(title)}</caption>`,
    `<thead><tr>${heading}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    '</div>',
    '',
  ].join('\n');
}
