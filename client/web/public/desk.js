// Adds to pages that work without it: countdowns, refreshing, keys, and no second press of one button.

const main = document.getElementById('main');

// A countdown shows whole minutes with the texts of the page.
function countDown() {
  for (const time of document.querySelectorAll('time[data-due]')) {
    const minutes = Math.round((Date.parse(time.dataset.due) - Date.now()) / 60_000);
    const shown = time.dataset.shown === undefined ? undefined : Number(time.dataset.shown);
    // When a deadline passes, more than a number changes: load the page again.
    if (shown !== undefined && shown >= 0 !== minutes >= 0) void refresh();
    if (shown !== undefined && shown !== minutes) time.textContent = timeLeft(minutes);
    time.dataset.shown = String(minutes);
  }
}

// As the server says it: days from two on, hours from one on, and minutes.
function timeLeft(minutes) {
  const words = JSON.parse(main.dataset.times);
  const whole = Math.abs(minutes);
  const hours = Math.floor(whole / 60);
  if (hours >= 48) return say(words.days, Math.floor(hours / 24), hours % 24);
  if (hours >= 1) return say(words.hours, hours, whole % 60);
  return say(words.minutes, whole);

  function say(time, ...numbers) {
    return (minutes >= 0 ? words.left : words.over).replace('#', time).replaceAll('#', () => String(numbers.shift()));
  }
}

setInterval(countDown, 15_000);
countDown();

// If the person is typing, ask before anything is replaced.
const isTyping = () => [...document.forms].some((form) => form.dataset.touched);
document.addEventListener('input', ({ target }) => {
  if (target.form) target.form.dataset.touched = 'yes';
});

// Hidden pages wait until they are visible.
let isStale = false;
document.addEventListener('visibilitychange', () => {
  if (isStale && !document.hidden) void refresh();
});

async function refresh({ holds = true } = {}) {
  isStale = document.hidden;
  if (!main || isStale || isTyping()) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  if (!fresh || isTyping()) return;
  document.title = page.title;
  announceEmergencies(fresh);
  // What is open beside a list stays as it is: its buttons are about this referral.
  for (const open of main.querySelectorAll('[data-keep]')) {
    if (holds) fresh.querySelector('[data-keep]')?.replaceWith(open.cloneNode(true));
  }
  if (holds) for (const table of main.querySelectorAll('table[data-holds]')) hold(table, fresh);
  const focused = main.contains(document.activeElement) && signOf(document.activeElement);
  become(fresh);
  if (focused && !main.contains(document.activeElement)) focusAgain(focused);
  countDown();
  showChoices();
}

// Rows never move under the pointer: new rows wait until the person shows them, and rows that are done keep their place.
function hold(table, fresh) {
  const places = '.desk-held, table[data-holds]';
  const place = [...main.querySelectorAll(places)].indexOf(table);
  const other = [...fresh.querySelectorAll(places)][place];
  if (!other?.tBodies || other.caption?.textContent !== table.caption?.textContent) return;
  const rows = new Map([...other.tBodies[0].rows].map((row) => [row.dataset.row, row]));
  const isWhole = !fresh.querySelector('[rel=next]');
  const kept = [...table.tBodies[0].rows].map((row) => rows.get(row.dataset.row) ?? gone(row, isWhole));
  for (const row of table.tBodies[0].rows) rows.delete(row.dataset.row);
  other.tBodies[0].replaceChildren(...kept);
  if (rows.size === 0) return;
  const show = document.createElement('button');
  show.className = 'desk-button-plain';
  show.dataset.show = '';
  show.textContent = main.dataset.new.replace('#', rows.size);
  [...fresh.querySelectorAll(places)][place - 1]?.append(show);
}

// On a page of several, a row may have moved to the next page.
function gone(row, isWhole) {
  const copy = row.cloneNode(true);
  if (!isWhole || row.classList.contains('desk-gone')) return copy;
  copy.classList.add('desk-gone');
  for (const box of copy.querySelectorAll('input')) box.remove();
  copy.lastElementChild.textContent = main.dataset.gone;
  return copy;
}

document.addEventListener('click', ({ target }) => {
  if (target.dataset.show !== undefined) void refresh({ holds: false });
});

// New emergencies are announced by a live region and a sound, which the person can turn off.
const emergenciesIn = (page) =>
  [...page.querySelectorAll('tr[data-emergency]')].map(
    (row) => row.querySelector('.desk-reference')?.textContent ?? row.dataset.row,
  );
const known = new Set(main ? emergenciesIn(main) : []);

function announceEmergencies(fresh) {
  const region = document.getElementById('emergencies');
  const arrived = [...new Set(emergenciesIn(fresh))].filter((reference) => !known.has(reference));
  if (!region || arrived.length === 0) return;
  for (const reference of arrived) known.add(reference);
  const { one, many } = region.dataset;
  region.textContent = arrived.length === 1 ? one.replace('#', arrived[0]) : many.replace('#', arrived.length);
  if (isOn('sound')) playTone();
}

function playTone() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
  tone.onended = () => audio.close();
}

// Choices of this browser: the sound and the shortcuts.
function isOn(choice) {
  return localStorage.getItem(choice) !== 'off';
}

function showChoices() {
  for (const choice of ['sound', 'shortcuts']) {
    for (const button of document.querySelectorAll(`button[data-${choice}]`)) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(isOn(choice)));
    }
  }
}
showChoices();
document.addEventListener('click', ({ target }) => {
  const choice = ['sound', 'shortcuts'].find((each) => target.dataset[each] !== undefined);
  if (choice === undefined) return;
  localStorage.setItem(choice, isOn(choice) ? 'off' : 'on');
  showChoices();
});

// Unchanged elements stay in place, so that screen readers do not announce them again.
function become(fresh) {
  const [was, is] = [[...main.childNodes], [...fresh.childNodes]];
  for (const [n, node] of is.entries()) {
    if (was[n] === undefined) main.append(node);
    else if (!was[n].isEqualNode(node)) was[n].replaceWith(node);
  }
  for (const gone of was.slice(is.length)) gone.remove();
}

// Restores the focus to the same link or button, or to the page if it was removed.
function focusAgain(sign) {
  const all = [...main.querySelectorAll('a, button, input, select, textarea, summary')];
  main.tabIndex = -1;
  (all.find((each) => signOf(each) === sign) ?? main).focus({ preventScroll: true });
}

// Identified by target and label, because elements are replaced.
function signOf({ tagName, id, href, name, value, textContent, form }) {
  const fields = form
    ? [...new FormData(form)].filter(([field]) => !['_csrf', 'key', 'number', 'seen'].includes(field))
    : [];
  return [tagName, id, href, name, value, textContent.trim(), form?.action, ...fields.flat()].join('\n');
}

if (main?.hasAttribute('data-live')) {
  const changes = new EventSource('/changes');
  const about = main.dataset.live;
  let waiting;
  const soon = ({ data }) => {
    if (about && JSON.parse(data).reference !== about) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => (isTyping() ? notice() : refresh()), 300);
  };
  changes.addEventListener('changed', soon);
  addEventListener('pagehide', () => changes.close());
}

// The texts come with the page and are hidden until needed.
function notice() {
  document.getElementById('changed-notice')?.removeAttribute('hidden');
}

// Pressing twice is once; the server would know anyway.
document.addEventListener('submit', (event) => {
  const { target, submitter } = event;
  if (target.dataset.sent) return event.preventDefault();
  target.dataset.sent = 'yes';
  // A disabled button would not be sent with its form.
  setTimeout(() => submitter?.setAttribute('aria-disabled', 'true'));
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// `/` goes to the search box; j and k go down and up the references of a table.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  if (!isOn('shortcuts')) return;
  if (event.key === '/') {
    event.preventDefault();
    document.getElementById('search')?.focus();
  }
  if (event.key !== 'j' && event.key !== 'k') return;
  const links = [...document.querySelectorAll('table[data-moves] tbody tr td a:first-of-type')];
  const rows = [...new Map(links.map((link) => [link.closest('tr'), link])).values()];
  const here = rows.findIndex((link) => link.closest('tr').contains(document.activeElement));
  rows[event.key === 'j' ? Math.min(here + 1, rows.length - 1) : Math.max(here - 1, 0)]?.focus();
});

document.querySelector('[data-focus]')?.focus();
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// On paper: when it was printed, in the person's language and zone.
addEventListener('beforeprint', () => {
  const { lang } = document.documentElement;
  for (const place of document.querySelectorAll('[data-printed]')) {
    const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
      ...{ timeZone: place.dataset.zone, day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    });
    place.textContent = place.dataset.printed.replace('#', format.format(new Date()));
  }
});
