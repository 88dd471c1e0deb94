// Puts the text of a field on the clipboard; false where the browser lets nobody, so that the person does it by hand.
export async function copy(box) {
  box.focus();
  box.select();
  try {
    await navigator.clipboard.writeText(box.value); // only over https or on this machine
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
