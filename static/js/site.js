// On every page, and as little as can be: what a search box does while one types comes when it is first used,
// and so does what copies a citation.
for (const form of document.querySelectorAll("form[data-suggest]")) {
  const begin = async () => (await import(form.dataset.module)).suggest(form);
  if (form.contains(document.activeElement)) begin();
  else form.addEventListener("focusin", begin, { once: true });
}

document.querySelector("details[data-module]")?.addEventListener(
  "toggle",
  async ({ target }) => (await import(target.dataset.module)).copying(target),
  { once: true },
);
