// In Development: shows the page anew when the content or the program has changed. The browser keeps the reader's place.

const { changes, version } = document.getElementById('ui-live').dataset;
let source;

function listen() {
  source?.close();
  // A browser has six connections to a site; pages that nobody looks at must not hold them, and ask when they are looked at.
  source = document.hidden ? null : new EventSource(changes);
  source?.addEventListener('message', ({ data }) => {
    if (data !== version) location.reload();
  });
  // A connection that is lost is made again by the browser; an answer that is no stream, such as a proxy's error, is the end of it.
  source?.addEventListener('error', ({ target }) => {
    if (target.readyState === EventSource.CLOSED) setTimeout(() => target === source && listen(), 1000);
  });
}

document.addEventListener('visibilitychange', listen);
listen();
