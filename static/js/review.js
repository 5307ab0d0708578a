/* The review queue by keys: each row's buttons name theirs in data-keys. Without this module they are forms all the same. */
const form = document.querySelector(".review");
const rows = [...form.querySelectorAll("article")];
const steps = { n: 1, j: 1, p: -1, k: -1 };
let current = -1;
let isSent = false;

addEventListener("keydown", (event) => {
  if (isTaken(event)) return;
  if (event.key === "?") toggleHelp();
  else if (event.key in steps) walk(steps[event.key]);
  else if (!press(event.key)) return;
  event.preventDefault();
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});
form.addEventListener("submit", (event) => {
  if (isSent) event.preventDefault();
  isSent = true;
});
form.addEventListener("focusin", ({ target }) => {
  const row = rows.indexOf(target.closest("article"));
  if (row >= 0) standAt(row);
});
addEventListener("pageshow", () => (isSent = false));
if (rows.length) {
  standAt(Math.max(0, rows.findIndex(({ id }) => location.hash === `#${id}`)));
  show(rows[current]);
}

/* Whether a key means something else: in a field, with another key held, held down itself, or where keys are switched off. */
function isTaken(event) {
  return (
    event.defaultPrevented || event.repeat ||
    event.ctrlKey || event.metaKey || event.altKey ||
    document.documentElement.dataset.keys === "off" ||
    event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], .select2-container")
  );
}

function press(key) {
  if (!/^[a-z1-9]$/.test(key)) return false;
  const named = `[data-keys~="${key}"]`;
  const button = rows[current]?.querySelector(named) ?? form.querySelector(`.review-bar ${named}`);
  button?.click();
  return Boolean(button);
}

function walk(step) {
  const next = current + step;
  if (next >= rows.length) form.querySelector(".review-next")?.click();
  else if (next >= 0) {
    standAt(next);
    show(rows[next]);
  }
}

function standAt(row) {
  rows[current]?.removeAttribute("aria-current");
  current = row;
  rows[row].setAttribute("aria-current", "true");
}

function show(row) {
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function toggleHelp() {
  const help = form.querySelector("details");
  help.open = !help.open;
}
