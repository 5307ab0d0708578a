/* A chart over time becomes a way to choose a time: drag over bars, or move with the arrow keys, extend with shift. */

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const SLACK = 4;

function histogram(figure) {
  const plot = figure.querySelector("svg");
  const group = figure.querySelector(".chart-bars");
  const said = figure.querySelector(".chart-said");
  const bars = [...group.querySelectorAll("a")];
  let from = 0;
  let to = 0;
  let drag = null;

  const label = (bar) => bar.querySelector("title").textContent.split(/, (?=[\d,]+ article)/);
  const link = (bar) => new URL(bar.getAttribute("href"), document.baseURI);
  const ends = () => [Math.min(from, to), Math.max(from, to)];

  function words() {
    const [first, last] = ends();
    const count = bars.slice(first, last + 1).reduce((sum, bar) => sum + parseInt(label(bar)[1].replaceAll(",", ""), 10), 0);
    const time = first === last ? label(bars[first])[0] : `${label(bars[first])[0]} – ${label(bars[last])[0]}`;
    return `${time}, ${count.toLocaleString("en")} ${count === 1 ? "article" : "articles"}`;
  }

  function show(text) {
    const [first, last] = ends();
    const chosen = text !== "" && (drag !== null || first < last);
    said.setAttribute("aria-live", chosen ? "polite" : "off");
    said.textContent = text;
    bars.forEach((bar, place) => {
      const within = chosen && first <= place && place <= last;
      bar.classList.toggle("chart-out", chosen && !within);
      bar.setAttribute("aria-selected", String(within));
    });
  }

  function clear() {
    from = to;
    drag = null;
    show("");
  }

  function go() {
    const [first, last] = ends();
    const address = link(bars[first]);
    address.searchParams.set("to", link(bars[last]).searchParams.get("to"));
    window.location.assign(address);
  }

  function focus(place) {
    bars[to].tabIndex = -1;
    to = Math.max(0, Math.min(bars.length - 1, place));
    bars[to].tabIndex = 0;
  }

  function nearest(x) {
    const distance = (bar) => {
      const box = bar.getBoundingClientRect();
      return Math.abs(box.left + box.width / 2 - x);
    };
    return bars.reduce((best, bar, place) => (distance(bar) < distance(bars[best]) ? place : best), 0);
  }

  // on the figure, for a drawing that listens to the focus takes it itself
  figure.addEventListener("keydown", (event) => {
    if (!bars.includes(event.target)) return;
    if (event.key in STEPS && !event.ctrlKey && !event.metaKey && !event.altKey) {
      focus(to + STEPS[event.key]);
      if (!event.shiftKey) from = to;
      bars[to].focus();
      show(words());
    } else if (event.key === "Enter") go();
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  });
  figure.addEventListener("focusin", (event) => {
    const place = bars.indexOf(event.target);
    if (place === -1 || place === to) return;
    focus(place);
    from = to;
  });
  figure.addEventListener("focusout", (event) => {
    if (bars.includes(event.target) && !bars.includes(event.relatedTarget) && drag === null) clear();
  });

  plot.addEventListener("pointerdown", (event) => {
    if (event.button === 0) drag = { x: event.clientX, moved: false };
  });
  plot.addEventListener("pointermove", (event) => {
    if (drag === null || (!drag.moved && Math.abs(event.clientX - drag.x) < SLACK)) return;
    if (!drag.moved) {
      plot.setPointerCapture(event.pointerId);
      from = nearest(drag.x);
      drag.moved = true;
    }
    focus(nearest(event.clientX));
    show(words());
  });
  plot.addEventListener("pointerup", () => {
    if (drag?.moved) go();
    else drag = null;
  });
  plot.addEventListener("pointercancel", clear);
  plot.addEventListener("dragstart", (event) => event.preventDefault());
  plot.addEventListener("click", (event) => {
    if (drag?.moved) event.preventDefault();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) clear();
  });

  const title = plot.querySelector("title").textContent;
  group.removeAttribute("aria-hidden");
  group.setAttribute("role", "presentation");
  plot.setAttribute("role", "listbox");
  plot.setAttribute("aria-orientation", "horizontal");
  plot.setAttribute("aria-multiselectable", "true");
  plot.setAttribute("aria-label", `${title}. Arrow keys move, shift extends, Enter shows the time, Escape clears.`);
  for (const bar of bars) {
    bar.setAttribute("role", "option");
    bar.setAttribute("aria-selected", "false");
    bar.setAttribute("aria-label", bar.querySelector("title").textContent);
  }
  bars[0].tabIndex = 0;
  figure.classList.add("chart-live");
}

document.querySelectorAll("figure.chart").forEach(histogram);
