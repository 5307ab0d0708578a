// The search box as a combobox (ARIA 1.2, list autocomplete): it offers what fits while one types.
const GROUPS = {
  person: "People",
  topic: "Topics",
  section: "Sections",
  publication: "Publications",
  headline: "Headlines",
};
const PAUSE = 80;

const make = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const asked = (address, typed) => `${address}${address.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`;

export function suggest(form) {
  const input = form.elements.q;
  const name = `suggestions-${document.querySelectorAll(".suggestions").length}`;
  const list = make("div", { id: name, class: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: "" });
  const said = make("p", { class: "away", role: "status" });
  let options = [];
  let active = -1;
  let waiting;
  let asking;

  const option = (url, label, detail, kind) => {
    const attributes = { id: `${name}-${options.length}`, role: "option", "aria-selected": false, tabindex: -1, href: url };
    const made = make("a", { ...attributes, class: kind }, make("span", {}, label), " ", make("small", {}, detail));
    options.push(made);
    return made;
  };

  const choose = (index) => {
    options[active]?.setAttribute("aria-selected", false);
    active = index;
    options[active]?.setAttribute("aria-selected", true);
    options[active]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active]?.id ?? "");
  };

  const open = (shown) => {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", shown);
    choose(-1);
  };

  const stop = () => {
    clearTimeout(waiting);
    asking?.abort();
  };

  const close = () => {
    stop();
    open(false);
    said.textContent = "";
  };

  const show = (typed, found) => {
    options = [];
    active = -1;
    const kinds = [...new Set(found.map((one) => one.kind))];
    const groups = kinds.map((kind) => {
      const label = make("span", { class: "label", "aria-hidden": true }, GROUPS[kind]);
      const those = found.filter((one) => one.kind === kind);
      const entries = those.map((one) => option(one.url, one.label, one.detail, `suggestion-${kind}`));
      return make("div", { role: "group", "aria-label": GROUPS[kind] }, label, ...entries);
    });
    list.replaceChildren(...groups, option(asked(form.action, typed), `Search for “${typed}”`, "", "suggestion-search"));
    open(true);
    said.textContent = `${found.length || "No"} suggestion${found.length === 1 ? "" : "s"}`;
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (!typed) return close();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(asked(form.dataset.suggest, typed), { signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (!signal.aborted && document.activeElement === input) show(typed, found);
    } catch {
      if (!signal.aborted) close();
    }
  };

  const later = (event) => {
    if (event.isComposing) return;
    stop();
    waiting = setTimeout(ask, PAUSE);
  };

  const move = (step) => {
    const places = options.length + 1;
    choose(((active + 1 + step + places) % places) - 1);
  };

  const keys = {
    ArrowDown: () => (list.hidden ? ask() : move(1)),
    ArrowUp: () => (list.hidden ? ask() : move(-1)),
    Home: () => active >= 0 && (choose(0), true),
    End: () => active >= 0 && (choose(options.length - 1), true),
    Enter: () => active >= 0 && (options[active].click(), true),
    Escape: () => !list.hidden && (close(), true),
  };

  const pressed = (event) => {
    const plain = !(event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (plain && Object.hasOwn(keys, event.key) && keys[event.key]() !== false) event.preventDefault();
  };

  const combobox = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  form.append(list, said);
  open(false);
  input.addEventListener("input", later);
  input.addEventListener("compositionend", () => later({}));
  input.addEventListener("keydown", pressed);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
}
