// Looks at what stands in a box now, and again whenever somebody who typed in it pauses.

export function afterTyping(box, milliseconds, look) {
  let timer;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  });
  look();
}
