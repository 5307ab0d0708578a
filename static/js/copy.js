// Each citation gets the button that copies it, and what was copied is said.
const SAID_FOR = 2000;

export function copying(details) {
  const said = document.createElement("p");
  said.className = "away";
  said.setAttribute("role", "status");
  details.append(said);

  for (const button of details.querySelectorAll("button")) {
    const [word, style] = button.childNodes;
    const label = word.data;
    let waiting;

    button.hidden = false;
    button.addEventListener("click", async () => {
      word.data = (await copy(button.closest("div").querySelector(".cite-text"))) ? "Copied " : "Selected ";
      said.textContent = `${word.data}${style.textContent}`;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        word.data = label;
        said.textContent = "";
      }, SAID_FOR);
    });
  }
}

// The text is selected in any case: where the browser lends no clipboard, as on plain HTTP, the reader's keys copy it.
async function copy(text) {
  getSelection().selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(text.textContent.trim());
    return true;
  } catch {
    return false;
  }
}
