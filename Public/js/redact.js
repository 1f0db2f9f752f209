// Words selected in the question go into the box, so that a moderator need not copy them.
const text = document.getElementById("text");
const words = document.getElementById("words");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const chosen = selection?.toString().trim();
  if (words && chosen && text?.contains(selection.anchorNode) && text.contains(selection.focusNode)) {
    words.value = chosen;
  }
});
