/** Owns what the page of the report does: says what was clicked, goes through the marks by arrow keys, takes a new body. */

/** The script of the page. It knows no text: what is clicked is told by the indexes of group and place. */
export const reportScript = `
'use strict';
(() => {
  const api = acquireVsCodeApi();
  const page = document.getElementById('page');
  let revision = 0;
  const nameOf = (element) => {
    const target = element?.closest?.('[data-place]');
    if (!target) return undefined;
    return (target.closest('.strip') ? '.strip ' : '.group ') + '[data-group="' + target.dataset.group + '"][data-place="' + target.dataset.place + '"]';
  };
  const choose = (element) => {
    const place = element.closest('[data-place]');
    if (place) return api.postMessage({ command: 'show', revision, group: Number(place.dataset.group), place: Number(place.dataset.place) });
    const button = element.closest('[data-export]');
    if (button) api.postMessage({ command: 'export', format: button.dataset.export });
  };
  const light = (element) => {
    const group = element?.closest?.('[data-group]')?.dataset.group;
    for (const lit of page.querySelectorAll('.lit')) lit.classList.remove('lit');
    if (group === undefined) return;
    for (const one of page.querySelectorAll('.mark[data-group="' + group + '"], [data-lit="' + group + '"]')) one.classList.add('lit');
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
    const marks = [...mark.closest('.strip').querySelectorAll('.mark')];
    const at = marks.indexOf(mark);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (to === undefined || !marks[to]) return;
    event.preventDefault();
    mark.setAttribute('tabindex', '-1');
    marks[to].setAttribute('tabindex', '0');
    marks[to].focus();
  });
  window.addEventListener('message', ({ data }) => {
    if (data?.command !== 'update') return;
    // A page that the person has left for the draft must not call the keyboard back.
    const focused = document.hasFocus() ? nameOf(document.activeElement) : undefined;
    const open = new Set([...page.querySelectorAll('details[open]')].map((details) => details.dataset.key));
    revision = data.revision;
    page.innerHTML = data.body;
    for (const details of page.querySelectorAll('details')) details.open = open.has(details.dataset.key);
    if (focused) page.querySelector(focused)?.focus({ preventScroll: true });
  });
  api.postMessage({ command: 'ready' });
})();
`;
