// The service's HTTP interface, as far as the chat needs it.

// The server has answered, and said no: `problem` is its application/problem+json.
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code;
    this.detail = problem.detail;
  }
}

export class Api {
  constructor(base) {
    this.base = base;
  }

  begin(key) {
    return this.#json("/api/v1/conversations", { method: "POST", headers: { "Idempotency-Key": key } });
  }

  turn({ id, token }, body, key) {
    return this.#json(`/api/v1/conversations/${id}/turns`, {
      method: "POST",
      headers: { ...bearer(token), "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify(body),
    });
  }

  resume({ id, token }) {
    return this.#json(`/api/v1/conversations/${id}`, { headers: bearer(token) });
  }

  async document({ token }, href) {
    return (await this.#fetch(href, { headers: bearer(token) })).blob();
  }

  exhibits({ id, token }) {
    return this.#json(`/api/v1/conversations/${id}/exhibits`, { headers: bearer(token) });
  }

  changeExhibit({ id, token }, exhibit, changes) {
    return this.#json(`/api/v1/conversations/${id}/exhibits/${exhibit}`, {
      method: "PATCH",
      headers: { ...bearer(token), "Content-Type": "application/json" },
      body: JSON.stringify(changes),
    });
  }

  // `keepalive` lets the request out of a page that is being closed.
  removeExhibit({ id, token }, exhibit, keepalive = false) {
    const options = { method: "DELETE", headers: bearer(token), keepalive };
    return this.#json(`/api/v1/conversations/${id}/exhibits/${exhibit}`, options);
  }

  attach({ id, token }, file, title, key, onProgress, signal) {
    const url = new URL(`/api/v1/conversations/${id}/exhibits`, this.base);
    return upload(url, { ...bearer(token), "Idempotency-Key": key }, file, title, onProgress, signal);
  }

  // The messages of staff and filing, as they come, until the stream ends.
  async *news({ id, token }, signal) {
    const headers = { ...bearer(token), Accept: "text/event-stream" };
    const response = await this.#fetch(`/api/v1/conversations/${id}/events`, { headers, signal });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
      rest = blocks.pop();
      yield* blocks.flatMap(messages);
    }
  }

  async #json(path, options) {
    return (await this.#fetch(path, options)).json();
  }

  async #fetch(path, options) {
    const response = await fetch(new URL(path, this.base), { ...options, credentials: "omit" });
    if (response.ok) return response;
    throw new Refused(response.status, await response.json().catch(() => ({})));
  }
}

// `fetch` does not tell how much of a body is sent: people on slow lines have to see it.
function upload(url, headers, file, title, onProgress, signal) {
  const body = new FormData();
  body.append("file", file);
  if (title) body.append("title", title);
  const request = new XMLHttpRequest();
  request.open("POST", url);
  request.responseType = "json";
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(new Refused(request.status, request.response ?? {})));
    request.onerror = () => reject(new TypeError("network"));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

const bearer = (token) => ({ Authorization: `Bearer ${token}` });

function messages(block) {
  const data = block.split("\n").filter((line) => line.startsWith("data:"));
  return data.length ? [JSON.parse(data.map((line) => line.slice(5)).join("\n"))] : [];
}
