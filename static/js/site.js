// On every page, and as little as can be: what the search box does while one types comes when it is first used.
const form = document.querySelector("[data-suggest]");
const begin = async () => (await import(form.dataset.module)).suggest(form);

if (form?.contains(document.activeElement)) begin();
else form?.addEventListener("focusin", begin, { once: true });
