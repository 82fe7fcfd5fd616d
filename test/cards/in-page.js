// Runs in the browser, beside adaptivecards.min.js: draws cards, and looks for what a reader could not read.
/* global AdaptiveCards, document, getComputedStyle */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The part of Markdown that Teams reads in a TextBlock: emphasis, links, escapes and paragraphs. */
function toHtml(text) {
  const kept = [];
  const literal = (sign) => `\u0001${kept.push(sign.replace(/[&<>"]/g, (each) => ENTITIES[each])) - 1}\u0002`;
  const html = text
    .replace(/\\([!-/:-@[-`{-~])/g, (_all, sign) => literal(sign))
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign])
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '<a href="$2" target="_blank">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/\b_([^_]+)_\b/g, '<i>$1</i>')
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: marks that no text holds
  return html.replace(/\u0001(\d+)\u0002/g, (_all, index) => kept[index]);
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

function drawCard(exhibit, width, host) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(host);
  card.parse(exhibit.card);
  const figure = document.createElement('figure');
  figure.style.width = `${width}px`;
  figure.dataset.caption = exhibit.caption;
  figure.dataset.hidden = String(exhibit.hidden);
  const caption = document.createElement('figcaption');
  caption.textContent = exhibit.caption;
  // a form of its own: choices of the same name in two cards are not one group
  const frame = document.createElement('form');
  frame.className = 'card';
  frame.append(card.render());
  figure.append(caption, frame);
  return figure;
}

// biome-ignore lint/correctness/noUnusedVariables: called by the tests
function drawCards({ exhibits, width, host, css }) {
  const style =
    document.querySelector('#look') ?? document.head.appendChild(Object.assign(document.createElement('style'), { id: 'look' }));
  style.textContent = css;
  document.querySelector('main').replaceChildren(...exhibits.map((exhibit) => drawCard(exhibit, width, host)));
}

function faultOf(element, frame) {
  // A field for a long text is scrolled.
  if (element.tagName === 'TEXTAREA') return undefined;
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return undefined;
  const edge = frame.getBoundingClientRect();
  if (box.right > edge.right + 1 || box.left < edge.left - 1) return 'runs out of the card';
  const { overflowX, overflowY } = getComputedStyle(element);
  if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && overflowX !== 'visible') return 'is cut at the side';
  if (element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0 && overflowY !== 'visible') return 'is cut below';
  return undefined;
}

// biome-ignore lint/correctness/noUnusedVariables: called by the tests
function findFaults() {
  const faults = [];
  for (const figure of document.querySelectorAll('figure')) {
    const frame = figure.querySelector('.card');
    const tell = (element, what) => faults.push(`${figure.dataset.caption}: «${element.textContent.trim().slice(0, 60)}» ${what}`);
    for (const element of frame.querySelectorAll('*')) {
      const what = faultOf(element, frame);
      if (what) tell(element, what);
    }
    for (const element of frame.querySelectorAll('.ac-textBlock, button, label')) {
      if (element.textContent.trim() === '') tell(element, 'is empty');
    }
    for (const element of frame.querySelectorAll('.ac-textBlock p, .ac-textBlock')) {
      const range = document.createRange();
      range.selectNodeContents(element);
      if (range.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1) tell(element, 'runs out of the card');
    }
  }
  return faults;
}

// biome-ignore lint/correctness/noUnusedVariables: called by the tests
function hideWorst() {
  for (const figure of document.querySelectorAll('figure[data-hidden="true"]')) figure.style.display = 'none';
}
