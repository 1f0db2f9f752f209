// Copy and print for the receipt. Without this script the code stands on the page to be written down,
// and the two buttons, which would do nothing, stay hidden.
const receipt = document.querySelector(".receipt");
const acts = receipt?.querySelector(".acts");

if (acts) {
  const [copy, print] = acts.querySelectorAll("button");
  acts.hidden = false;
  // Clipboards exist on secure origins alone; on plain HTTP the code is selected by one press instead.
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    const groups = receipt.querySelectorAll(".code span");
    try {
      await navigator.clipboard.writeText([...groups].map((group) => group.textContent).join("-"));
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Copying failed: please write it down";
    }
  });
  print.addEventListener("click", () => window.print());
}
