// Listening for news for as long as the page is open; a stream that ends is opened again, with growing patience.

const FIRST_WAIT = 1_000; // milliseconds
const LONGEST_WAIT = 30_000;

export async function listen(api, conversation, signal, onMessage) {
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      for await (const message of api.news(conversation, signal)) {
        wait = FIRST_WAIT;
        onMessage(message);
      }
    } catch (error) {
      if (signal.aborted || error.status === 404 || error.status === 401) return;
    }
    await new Promise((resume) => setTimeout(resume, wait));
    wait = Math.min(2 * wait, LONGEST_WAIT);
  }
}
