/* Names the admin's choices by typing: the field's label, or in a table the heading of its column. The widget leaves them nameless. */
const CHOICE = ".select2-selection__rendered:not([aria-label])";

for (const choice of document.querySelectorAll(CHOICE)) label(choice);
new MutationObserver(() => {
  for (const choice of document.querySelectorAll(CHOICE)) label(choice);
}).observe(document.body, { childList: true, subtree: true });

function label(choice) {
  const field = choice.closest(".select2-container").previousElementSibling;
  const name = field?.getAttribute("aria-label") ?? field?.labels?.[0]?.textContent ?? heading(field);
  choice.setAttribute("aria-label", name?.trim().replace(/\s*:$/, "") || "Choice");
}

/* The heading of the column that a field stands in. A column's class names its field, and so does the heading's. */
function heading(field) {
  const cell = field?.closest("td");
  const column = [...(cell?.classList ?? [])].find((name) => name.startsWith("field-"))?.replace("field-", "column-");
  return column && cell.closest("table").querySelector(`th.${CSS.escape(column)}`)?.textContent;
}
