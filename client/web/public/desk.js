// Adds to pages that work without it: countdowns, refreshing, keys, and no second press of one button.

const main = document.getElementById('main');

// A countdown shows whole minutes with the texts of the page.
function countDown() {
  const now = Date.now();
  for (const time of document.querySelectorAll('time[data-due]')) {
    const due = Date.parse(time.dataset.due);
    const { over: wasOver, shown } = time.dataset;
    const over = String(due < now);
    const left = timeLeft(due, now);
    // When a deadline passes, more than a number changes: load the page again.
    if (wasOver !== undefined && wasOver !== over) void refresh();
    if (shown !== undefined && shown !== left) time.textContent = left;
    Object.assign(time.dataset, { over, shown: left });
  }
}

// As the server says it: days from two on, hours from one on, and minutes, each instant by the minute that a clock shows.
function timeLeft(due, now) {
  const words = JSON.parse(main.dataset.times);
  const whole = Math.abs(Math.floor(due / 60_000) - Math.floor(now / 60_000));
  const hours = Math.floor(whole / 60);
  if (hours >= 48) return say(words.days, Math.floor(hours / 24), hours % 24);
  if (hours >= 1) return say(words.hours, hours, whole % 60);
  return say(words.minutes, whole);

  function say(time, ...numbers) {
    return (due >= now ? words.left : words.over).replace('#', time).replaceAll('#', () => String(numbers.shift()));
  }
}

setInterval(countDown, 15_000);
countDown();

// While a field differs from what the server sent, nothing is replaced.
const isTyping = () => [...document.forms].some((form) => [...form.elements].some(isChanged));

function isChanged(field) {
  if (field.matches('select')) {
    const options = [...field.options];
    return (
      field.selectedIndex !==
      Math.max(
        0,
        options.findIndex(({ defaultSelected }) => defaultSelected),
      )
    );
  }
  if (!field.matches('input, textarea')) return false;
  return field.checked !== field.defaultChecked || field.value !== field.defaultValue;
}

// Rows wait while the page is hidden, or while the person fills in a form. What is announced does not wait.
let isStale = false;
const catchUp = () => {
  if (isStale && !document.hidden && !isTyping()) void refresh();
};
document.addEventListener('visibilitychange', catchUp);
document.addEventListener('input', catchUp);

async function refresh({ holds = true } = {}) {
  if (!main) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  if (!fresh) return;
  document.title = page.title;
  announce(emergenciesIn(fresh));
  isStale = document.hidden || isTyping();
  if (isStale) return notice();
  // What is open beside a list stays as it is: its buttons are about this referral.
  for (const open of main.querySelectorAll('[data-keep]')) {
    if (holds) fresh.querySelector('[data-keep]')?.replaceWith(open.cloneNode(true));
  }
  if (holds) for (const table of main.querySelectorAll('[data-holds]')) hold(table, fresh);
  const focused = main.contains(document.activeElement) && signOf(document.activeElement);
  become(fresh);
  if (focused && !main.contains(document.activeElement)) focusAgain(focused);
  countDown();
  showChoices();
}

// Rows never move under the pointer: new rows wait until the person shows them, and rows that are done keep their place.
function hold(place, fresh) {
  const other = [...fresh.querySelectorAll('[data-holds]')].find(
    ({ dataset }) => dataset.holds === place.dataset.holds,
  );
  if (!other) return;
  const [shown, rows] = [rowsOf(place), new Map(rowsOf(other).map((row) => [row.dataset.row, row]))];
  const isWhole = !fresh.querySelector('[rel=next]') && other.dataset.part === undefined;
  const kept = shown.map((row) => asShown(rows.get(row.dataset.row) ?? gone(row, isWhole), row));
  for (const row of shown) rows.delete(row.dataset.row);
  // A list that is empty now keeps its table, and one that was empty keeps its text.
  if (!other.querySelector('tbody') || shown.length === 0) other.replaceChildren(...place.cloneNode(true).childNodes);
  other.querySelector('tbody')?.replaceChildren(...kept);
  const offer = other.querySelector('.desk-held');
  offer.replaceChildren();
  if (rows.size === 0) return;
  const show = document.createElement('button');
  show.className = 'desk-button-plain';
  show.dataset.show = '';
  show.textContent = main.dataset.new.replace('#', rows.size);
  offer.append(show);
}

const rowsOf = (place) => [...place.querySelectorAll('tbody tr')];

// A row stays open where the person opened it, and as high as it was if it has less to show.
function asShown(row, was) {
  const opened = [...was.querySelectorAll('details')];
  for (const [n, details] of row.querySelectorAll('details').entries()) details.open ||= opened[n]?.open ?? false;
  if (!row.isEqualNode(was)) row.style.height = `${was.getBoundingClientRect().height}px`;
  return row;
}

// In a list that goes on, a row may have moved to the next page.
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
const region = document.getElementById('emergencies');

function announce(emergencies) {
  const arrived = [...new Set(emergencies)].filter((reference) => !known.has(reference));
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

// Emergencies are announced on every page. Only a live page is refreshed: a list by any change, others by their referral's.
const about = main?.dataset.live;
if (region || about !== undefined) {
  let waiting;
  const soon = (data) => {
    const { reference, emergencySince } = JSON.parse(data);
    // The row may be on a later page of the list.
    if (emergencySince > region?.dataset.since) announce([reference]);
    if (about === undefined || (about && reference !== about)) return;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 300);
  };
  // A browser opens six connections to a server at most (HTTP/1.1). One tab receives the changes, and passes them to the others.
  const others = new BroadcastChannel('changes');
  others.onmessage = ({ data }) => soon(data);
  const receive = () =>
    new Promise((ended) => {
      const changes = new EventSource('/changes');
      changes.addEventListener('changed', ({ data }) => {
        others.postMessage(data);
        soon(data);
      });
      changes.onerror = () => changes.readyState === EventSource.CLOSED && ended();
      addEventListener('pagehide', () => changes.close());
    });
  // Locks exist only with HTTPS, or on the machine itself.
  if (navigator.locks) void navigator.locks.request('changes', receive);
  else void receive();
}

// The texts come with the page and are hidden until needed.
function notice() {
  if (isTyping()) document.getElementById('changed-notice')?.removeAttribute('hidden');
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
