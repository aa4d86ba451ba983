// The live page. The server makes every part of it, for the address that is asked; this asks for another address
// without leaving the page, puts the parts in their places, and keeps what a new page would forget: where one looks in
// the drawing, what has the focus, which findings are open. Text of a landscape only ever comes as those parts.
'use strict';

const PARTS = ['status', 'verdict', 'views', 'drawing', 'panel', 'findings', 'links'];
const byId = (id) => document.getElementById(id);
document.documentElement.classList.add('scripted');

// ---- Asking and showing -------------------------------------------------------------------------------------------

let asked = 0;
/** What is asked on the page that is shown. */
let shown = location.search;

/** Shows the page of an address. `focus`: the id of what is to have the focus then; `all`: the filters too. */
async function show(address, { push, replace, focus, all, news } = {}) {
  const mine = ++asked;
  let text;
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.statusText);
    text = await answer.text();
  } catch {
    byId('lost-touch').hidden = false;
    return;
  }
  if (mine !== asked) return; // Something else was asked meanwhile.
  byId('lost-touch').hidden = true;
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (push) history.pushState(null, '', address);
  if (replace) history.replaceState(null, '', address);
  shown = location.search;
  const [kept, told] = [keep(), byId('status')?.textContent];
  for (const id of PARTS) {
    const [old, part] = [byId(id), next.getElementById(id)];
    if (old && part) old.replaceWith(part);
    else if (old || part) return location.reload(); // There is more or less to show than there was.
  }
  if (all) byId('filters')?.replaceWith(next.getElementById('filters'));
  else for (const id of ['count']) byId(id)?.replaceWith(next.getElementById(id));
  carryOver(next);
  document.title = next.title;
  document.body.dataset.version = next.body.dataset.version;
  restore(kept, focus);
  if (news) retype(kept);
  const said = news ? byId('status') : byId('count');
  // A drawing that comes after the rest is no news of the files.
  byId('said').textContent = focus || (news && said?.textContent === told) ? '' : said?.textContent ?? '';
}

/** The filters ask for what else is asked now; what someone is typing stays. */
function carryOver(next) {
  const [form, other] = [byId('filters'), next.getElementById('filters')];
  if (!form || !other || form === other) return;
  form.querySelectorAll('input[type=hidden]').forEach((input) => input.remove());
  form.prepend(...other.querySelectorAll('input[type=hidden]'));
  form.querySelector('.clear').replaceWith(other.querySelector('.clear'));
}

/** What a new page would forget. */
function keep() {
  const active = document.activeElement;
  const part = active?.closest(PARTS.map((id) => `#${id}`).join());
  return {
    open: [...document.querySelectorAll('details[open]')].map((it) => it.dataset.key),
    focus: part && { part: part.id, selector: selectorOf(active) },
    view: document.querySelector('.canvas')?.dataset.view,
    chosen: place('.canvas a.chosen'),
    panel: byId('panel')?.scrollTop,
    typed: fields().map((it) => [it.form.id, it.name, it.value]),
  };
}

/** What can be filled in beside the drawing. */
const fields = () => [...document.querySelectorAll('#panel form :is(select, input:not([type=hidden]))')];

/** News must not take away what someone is filling in. */
function retype({ typed }) {
  for (const [form, name, value] of typed) {
    const field = fields().find((it) => it.form.id === form && it.name === name);
    if (field) field.value = value;
  }
}

function restore(kept, focus) {
  for (const it of document.querySelectorAll('details')) it.open = kept.open.includes(it.dataset.key);
  const canvas = document.querySelector('.canvas');
  if (canvas?.dataset.view !== kept.view) looking = null;
  look();
  // What was chosen stays where it was, however the drawing around it changed.
  const [before, now] = [kept.chosen, place('.canvas a.chosen')];
  if (looking && now && before?.id === now.id) move(before.x - now.x, before.y - now.y);
  else if (looking && now) bringIn(document.querySelector('.canvas .chosen'));
  const target = focus ? byId(focus) : kept.focus && byId(kept.focus.part)?.querySelector(kept.focus.selector);
  if (target) target.focus({ preventScroll: !focus });
  else if (kept.focus) byId('panel')?.querySelector('h2')?.focus({ preventScroll: true });
  if (!focus && byId('panel')) byId('panel').scrollTop = kept.panel ?? 0;
}

/** How to find an element again in another page. */
function selectorOf(element) {
  const quoted = (name) => `[${name}="${CSS.escape(element.getAttribute(name))}"]`;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = ['data-id', 'data-zoom', 'data-copy', 'name', 'href'].find((it) => element.hasAttribute(it));
  if (name) return element.localName + quoted(name);
  const folded = element.closest('details');
  return folded ? `details[data-key="${CSS.escape(folded.dataset.key)}"] > summary` : `.${element.classList[0] ?? 'none'}`;
}

function place(selector) {
  const element = document.querySelector(selector);
  if (!element) return null;
  const box = element.getBoundingClientRect();
  return { id: element.dataset.id, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// ---- Looking around in the drawing --------------------------------------------------------------------------------

/** What part of the drawing is seen, in its own measures; null: all of it. */
let looking = null;

const svg = () => document.querySelector('.canvas svg');
const whole = () => (svg().dataset.whole ??= svg().getAttribute('viewBox')).split(' ').map(Number);

function look() {
  if (!svg()) return;
  const box = looking ?? whole();
  whole();
  svg().setAttribute('preserveAspectRatio', 'xMidYMin meet'); // White belongs below, where nobody looks first.
  svg().setAttribute('viewBox', box.map((it) => it.toFixed(2)).join(' '));
}

/** Zooms by a factor, around a point of the screen or the middle. */
function zoom(factor, at) {
  if (!svg()) return;
  const [, , fullWidth, fullHeight] = whole();
  const [x, y, width, height] = looking ?? whole();
  const wide = Math.min(width / factor, fullWidth * 1.5);
  if (wide < fullWidth / 40) return;
  const [ratio, point] = [wide / width, at ? toDrawing(at) : { x: x + width / 2, y: y + height / 2 }];
  looking = [point.x - (point.x - x) * ratio, point.y - (point.y - y) * ratio, width * ratio, height * ratio];
  if (wide >= fullWidth && factor < 1 && height * ratio >= fullHeight) looking = null;
  look();
}

/** Moves what is seen by pixels of the screen. */
function move(right, down) {
  if (!svg()) return;
  const scale = svg().getScreenCTM().a;
  const [x, y, width, height] = looking ?? whole();
  looking = [x - right / scale, y - down / scale, width, height];
  look();
}

function toDrawing({ x, y }) {
  return new DOMPoint(x, y).matrixTransform(svg().getScreenCTM().inverse());
}

document.addEventListener('wheel', (event) => {
  // Over a drawing that one works in, the wheel zooms; else it scrolls the page as everywhere, but for two fingers apart.
  const canvas = event.target.closest('.canvas');
  if (!canvas || !(event.ctrlKey || event.metaKey || canvas.contains(document.activeElement))) return;
  event.preventDefault();
  zoom(Math.exp(-Math.max(-80, Math.min(80, event.deltaY)) / 250), { x: event.clientX, y: event.clientY });
}, { passive: false });

/** The fingers, or the mouse, on the drawing. */
const fingers = new Map();
let moved = false;

document.addEventListener('pointerdown', (event) => {
  if (!event.target.closest('.canvas') || event.button !== 0) return;
  if (fingers.size === 0) moved = false;
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
document.addEventListener('pointermove', (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = { x: event.clientX, y: event.clientY };
  if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return; // A hand that trembles clicks.
  moved = true;
  document.querySelector('.canvas').classList.add('moving');
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) {
    const far = (a) => Math.max(Math.hypot(a.x - other.x, a.y - other.y), 1);
    zoom(far(now) / far(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  } else {
    move(now.x - before.x, now.y - before.y);
  }
  fingers.set(event.pointerId, now);
});
for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    document.querySelector('.canvas')?.classList.remove('moving');
  });
}
// A line isn't for the keyboard: who clicks it goes on from the drawing that it is in.
document.addEventListener('mousedown', (event) => {
  if (!event.target.closest?.('.canvas a.line')) return;
  event.preventDefault();
  event.target.closest('.canvas').focus({ preventScroll: true });
});
document.addEventListener('dragstart', (event) => event.target.closest?.('.canvas') && event.preventDefault());
// What has the focus must be seen.
document.addEventListener('focusin', ({ target }) => {
  if (target.matches('.canvas a:focus-visible')) bringIn(target);
});

/** Moves the drawing as far as it takes to see something in it. */
function bringIn(element) {
  const canvas = element.closest('.canvas');
  canvas.scrollTo(0, 0); // The browser scrolls to it by itself, which would leave the drawing askew.
  const [own, all] = [element.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const off = (low, high, least, most) => (low < least ? least - low + 20 : high > most ? most - high - 20 : 0);
  const [right, down] = [off(own.left, own.right, all.left, all.right), off(own.top, own.bottom, all.top, all.bottom)];
  if (right || down) move(right, down);
}

// ---- Clicks, forms and keys ---------------------------------------------------------------------------------------

document.addEventListener('click', (event) => {
  if (moved && event.detail > 0 && event.target.closest('.canvas')) {
    moved = false;
    return event.preventDefault();
  }
  const button = event.target.closest('button');
  if (button?.dataset.zoom) return zoomBy(button.dataset.zoom);
  if (button?.dataset.copy) return copy(button);
  const link = event.target.closest('a');
  const address = link?.getAttribute('href');
  if (!address?.startsWith('/?') || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  // By keyboard one goes on in the panel; by mouse one looks on in the drawing.
  const asks = new URLSearchParams(address.slice(1));
  const chooses = asks.get('select') && asks.get('select') !== new URLSearchParams(location.search).get('select');
  const answers = link.closest('#choice') && (asks.get('trace') || asks.get('breach')) && !link.dataset.id;
  const focus = answers ? 'answer' : chooses && event.detail === 0 ? 'chosen' : undefined;
  show(address, { push: true, focus, all: link.matches('.clear') });
});

function zoomBy(way) {
  if (way === 'all') {
    looking = null;
    look();
  } else {
    zoom(way === 'in' ? 1.4 : 1 / 1.4);
  }
}

async function copy(button) {
  await navigator.clipboard?.writeText(button.dataset.copy).catch(() => {});
  const word = button.textContent;
  button.textContent = byId('said').textContent = button.dataset.done;
  setTimeout(() => (button.textContent = word), 1500);
}

/** The address that a form asks for. */
function addressOf(form) {
  const asks = [...new FormData(form)].filter(([, value]) => value !== '');
  return `/?${new URLSearchParams(asks)}`;
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  show(addressOf(event.target), { push: true, focus: event.target.closest('#panel') ? 'answer' : undefined });
});
let typing;
document.addEventListener('input', (event) => {
  const form = event.target.closest('#filters');
  if (!form) return;
  clearTimeout(typing);
  typing = setTimeout(() => show(addressOf(form), { replace: true }), event.target.localName === 'select' ? 0 : 200);
});

document.addEventListener('keydown', (event) => {
  const types = event.target.closest('input, select, textarea');
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && !types) return escape();
  if (types) return;
  if (event.key === '/') {
    event.preventDefault();
    return byId('search')?.focus();
  }
  if (!event.target.closest('#drawing')) return;
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (event.key === '+' || event.key === '=') zoomBy('in');
  else if (event.key === '-') zoomBy('out');
  else if (event.key === '0') zoomBy('all');
  else if (steps[event.key]) move(...steps[event.key]);
  else return;
  event.preventDefault();
});

/** Closes what was chosen, and goes back to it in the drawing. */
async function escape() {
  const asks = new URLSearchParams(location.search);
  const chosen = asks.get('select');
  if (!chosen) return;
  asks.delete('select');
  await show(`/?${asks}`, { push: true });
  document.querySelector(`.canvas a[data-id="${CSS.escape(chosen)}"]`)?.focus();
}

window.addEventListener('popstate', () => {
  // A jump within the page (to the drawing) asks nothing.
  if (location.search !== shown) show(location.pathname + location.search, { all: true });
});

// ---- News ---------------------------------------------------------------------------------------------------------

const news = new EventSource('/events');
news.addEventListener('version', ({ data }) => {
  byId('lost-touch').hidden = true;
  if (data !== document.body.dataset.version) {
    show(location.pathname + location.search, { all: !byId('filters')?.contains(document.activeElement), news: true });
  }
});
news.addEventListener('error', () => (byId('lost-touch').hidden = false));
look();
