/* Walks through the places of an article that answer a search: two buttons, a counter, the keys n and p. */
const bar = document.querySelector(".marks");
const hits = [...document.querySelectorAll("mark[id]")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const steps = { n: 1, p: -1 };
let current = -1;

bar.querySelector("ol").replaceWith(bar.querySelector("template").content);
bar.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button) walk(Number(button.value));
});
addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (step && !isTaken(event)) {
    event.preventDefault();
    walk(step);
  }
});
addEventListener("hashchange", standAtAddress);
standAtAddress();

/* Whether a key means something else: in a field, with another key held, or where keys are switched off. */
function isTaken(event) {
  return (
    event.defaultPrevented ||
    event.ctrlKey || event.metaKey || event.altKey ||
    document.documentElement.dataset.keys === "off" ||
    event.target.closest?.("input, textarea, select, [contenteditable]")
  );
}

function walk(step) {
  const from = current < 0 && step < 0 ? 0 : current;
  standAt((from + step + hits.length) % hits.length);
  const hit = hits[current];
  hit.tabIndex = -1;
  hit.focus({ preventScroll: true });
  hit.scrollIntoView({ block: "center", inline: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function standAt(place) {
  if (current >= 0) show(hits[current], false);
  current = place;
  show(hits[current], true);
  bar.querySelector("output").value = `${current + 1} of ${hits.length}`;
}

/* Tags may cut a place in pieces: all of them stand out, the first is the current one. */
function show(hit, isCurrent) {
  const rest = document.querySelectorAll(`mark[data-hit="${hit.id.slice("hit-".length)}"]`);
  for (const piece of [hit, ...rest]) piece.classList.toggle("current", isCurrent);
  if (isCurrent) hit.setAttribute("aria-current", "true");
  else hit.removeAttribute("aria-current");
}

function standAtAddress() {
  const place = hits.findIndex(({ id }) => location.hash === `#${id}`);
  if (place >= 0) standAt(place);
}
