// Adds to pages that work without it: countdowns, refreshing, keys, and no second press of one button.

const main = document.getElementById('main');

// A countdown shows whole minutes in the page's own words; the numbers in them are all that changes.
function countDown() {
  for (const time of document.querySelectorAll('time[data-due]')) {
    const minutes = Math.round((Date.parse(time.dataset.due) - Date.now()) / 60_000);
    const shown = time.dataset.shown === undefined ? undefined : Number(time.dataset.shown);
    // Passing its end changes more than a number: the page is asked for again.
    if (shown !== undefined && shown >= 0 !== minutes >= 0) void refresh();
    if (shown !== undefined && shown !== minutes) rewrite(time, Math.abs(minutes));
    time.dataset.shown = String(minutes);
  }
}

function rewrite(time, minutes) {
  const hours = Math.floor(minutes / 60);
  const parts = hours >= 48 ? [Math.floor(hours / 24), hours % 24] : hours >= 1 ? [hours, minutes % 60] : [minutes];
  const numbers = time.textContent.match(/\d+/g) ?? [];
  if (numbers.length !== parts.length) return;
  let n = 0;
  time.textContent = time.textContent.replaceAll(/\d+/g, () => String(parts[n++]));
}

setInterval(countDown, 15_000);
countDown();

// Whoever is typing is asked before anything is replaced.
const isTyping = () => [...document.forms].some((form) => form.dataset.touched);
document.addEventListener('input', ({ target }) => {
  if (target.form) target.form.dataset.touched = 'yes';
});

async function refresh() {
  if (!main || isTyping()) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  if (!fresh || isTyping()) return;
  const focused = document.activeElement?.id;
  main.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  countDown();
}

if (main?.hasAttribute('data-live')) {
  const changes = new EventSource('/changes');
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (isTyping() ? notice() : refresh()), 300);
  };
  changes.addEventListener('changed', soon);
  addEventListener('pagehide', () => changes.close());
}

// The words come with the page, hidden until they are needed.
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
