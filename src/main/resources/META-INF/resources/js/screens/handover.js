import { el, fold } from "../dom.js";
import { say } from "../words.js";

/** What the care team should know: to read, copy, share or print. Nothing is sent by this page. */
export function handOver(summary) {
  const text = el("pre", { class: "summary", tabindex: "0", role: "region", "aria-label": say("answer.team") }, summary);
  const shown = fold(say("handover.show"), {}, text);
  const told = el("p", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(summary);
      told.textContent = say("handover.copied");
    } catch {
      shown.open = true;
      getSelection().selectAllChildren(text);
      told.textContent = say("handover.selected");
    }
  };
  const share = () => navigator.share({ title: say("summary.title"), text: summary }).catch(() => {});
  return [
    el("p", {}, say("handover.what")),
    el("div", { class: "actions" },
      el("button", { type: "button", "data-action": "copy", onclick: copy }, say("handover.copy")),
      navigator.share && el("button", { type: "button", "data-action": "share", onclick: share }, say("handover.share")),
      el("button", { type: "button", "data-action": "print", onclick: () => print() }, say("handover.print"))),
    told,
    shown,
  ];
}
