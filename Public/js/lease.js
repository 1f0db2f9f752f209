// Ends the lease on a question when its page closes, so that the queue does not say for minutes that somebody is there;
// and says so when its time is over with the page still open.

const lease = document.querySelector("[data-lease]");
const minutes = 10;

if (lease) {
  // The name of this opening goes along: a page that was opened since keeps its own lease.
  addEventListener("pagehide", () => {
    navigator.sendBeacon(lease.action, new URLSearchParams({ opening: lease.dataset.lease }));
  });
  setTimeout(() => {
    const words = lease.querySelector("p");
    words.setAttribute("role", "status");
    words.textContent = "Your ten minutes with it are over: others see that it is free. "
      + "What you type still counts, unless somebody decides first.";
  }, minutes * 60_000);
}
