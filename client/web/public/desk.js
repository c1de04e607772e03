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

async function refresh() {
  isStale = document.hidden;
  if (!main || isStale || isTyping()) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  if (!fresh || isTyping()) return;
  const focused = main.contains(document.activeElement) && signOf(document.activeElement);
  become(fresh);
  if (focused && !main.contains(document.activeElement)) focusAgain(focused);
  countDown();
}

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
