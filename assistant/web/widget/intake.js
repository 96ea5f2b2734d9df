// How files come in: from the button, dropped on the chat, or pasted where one writes.

export function takeFiles(root, form, onFiles) {
  const button = form.querySelector(".attach");
  const input = form.querySelector("input[type=file]");
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    onFiles([...input.files]);
    input.value = ""; // the same file can be picked again
    button.focus();
  });
  form.querySelector("textarea").addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    onFiles(files);
  });
  takeDrops(root, onFiles);
}

function takeDrops(root, onFiles) {
  let depth = 0; // entering a child comes before leaving its parent
  const showing = (change) => {
    depth = Math.max(0, depth + change);
    root.classList.toggle("dropping", depth > 0);
  };
  const ofFiles = (listener) => (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    listener(event);
  };
  root.addEventListener("dragenter", ofFiles(() => showing(1)));
  root.addEventListener("dragleave", ofFiles(() => showing(-1)));
  root.addEventListener("dragover", ofFiles((event) => (event.dataTransfer.dropEffect = "copy")));
  root.addEventListener(
    "drop",
    ofFiles((event) => {
      showing(-depth);
      onFiles([...event.dataTransfer.files]);
    }),
  );
}
