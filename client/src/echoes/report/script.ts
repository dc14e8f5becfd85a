/**
 * Owns what the page of the report does: says what was clicked, goes through the marks by arrow keys, takes a new body. A
 * page made anew keeps what a person has chosen in it: the keyboard's place, the mark of each strip, what is lit and open.
 */

/** The script of the page. It knows no text: places are told by their keys. */
export const reportScript = `
'use strict';
(() => {
  const api = acquireVsCodeApi();
  const page = document.getElementById('page');
  let body;
  let lit;
  const marks = '.strip .mark';
  const buttons = '.group .place';
  const placeAt = (element) => element?.closest?.('[data-key]');
  const find = (all, key) => [...page.querySelectorAll(all)].find((one) => one.dataset.key === key);
  const choose = (element) => {
    const place = placeAt(element);
    if (place) return api.postMessage({ command: 'show', key: place.dataset.key });
    const button = element.closest('[data-export]');
    if (button) api.postMessage({ command: 'export', format: button.dataset.export });
  };
  const light = (element) => {
    lit = placeAt(element)?.dataset.key;
    const group = element?.closest?.('[data-group]')?.dataset.group;
    for (const one of page.querySelectorAll('.lit')) one.classList.remove('lit');
    if (group === undefined) return;
    for (const one of page.querySelectorAll('.mark[data-group="' + group + '"], [data-lit="' + group + '"]')) one.classList.add('lit');
  };
  /** The Tab key stops at this mark of its strip and at no other. */
  const stopAt = (mark) => {
    for (const one of mark.closest('.strip').querySelectorAll('.mark')) one.setAttribute('tabindex', one === mark ? '0' : '-1');
  };
  page.addEventListener('click', (event) => choose(event.target));
  page.addEventListener('mouseover', (event) => light(event.target));
  page.addEventListener('focusin', (event) => light(event.target));
  page.addEventListener('keydown', (event) => {
    const mark = event.target.closest('.mark');
    if (!mark) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return choose(mark);
    }
    const row = [...mark.closest('.strip').querySelectorAll('.mark')];
    const at = row.indexOf(mark);
    const to = row[{ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: row.length - 1 }[event.key]];
    if (!to) return;
    event.preventDefault();
    stopAt(to);
    to.focus();
  });
  window.addEventListener('message', ({ data }) => {
    if (data?.command !== 'update' || data.body === body) return;
    body = data.body;
    // A page that the person has left for the draft must not call the keyboard back.
    const focused = document.hasFocus() ? placeAt(document.activeElement) : undefined;
    const again = focused && { all: focused.matches(marks) ? marks : buttons, key: focused.dataset.key };
    const stops = [...page.querySelectorAll(marks + '[tabindex="0"]')].map((mark) => mark.dataset.key);
    const open = new Set([...page.querySelectorAll('details[open]')].map((details) => details.dataset.of));
    const wasLit = lit;
    page.innerHTML = body;
    for (const details of page.querySelectorAll('details')) details.open = open.has(details.dataset.of);
    for (const key of stops) {
      const mark = find(marks, key);
      if (mark) stopAt(mark);
    }
    light(find(buttons, wasLit) ?? find(marks, wasLit));
    if (again) find(again.all, again.key)?.focus({ preventScroll: true });
  });
  api.postMessage({ command: 'ready' });
})();
`;
