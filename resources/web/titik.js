// Every page works without this file. It shows what happens while it happens, and makes the player one page.
"use strict";
const byId = (id) => document.getElementById(id);

byId("errors")?.focus();

// A checkbox that shows what is typed in password fields.
for (const row of document.querySelectorAll("[data-show]")) {
  row.hidden = false;
  row.querySelector("input").addEventListener("change", (event) => {
    for (const id of row.dataset.show.split(" ")) byId(id).type = event.target.checked ? "text" : "password";
  });
}

// Work under way: the bar moves at once; the sentence, which screen readers speak, changes every
// 15 s at most, and once more when the work is over.
const live = byId("live");
if (live) {
  const every = 15000;
  let spoken = Date.now();
  let later = 0;
  // Nothing where the page cannot be had just now: the next time will do.
  const look = async () => {
    try {
      const answer = await fetch(live.dataset.page, { headers: { Accept: "text/html" } });
      return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
    } catch {
      return undefined;
    }
  };
  const move = (value) => {
    const bar = live.querySelector("progress");
    if (bar && value !== undefined) bar.value = value;
  };
  const say = (page) => {
    spoken = Date.now();
    const state = byId("state");
    const fresh = page.getElementById("state");
    if (!fresh) state.textContent = live.dataset.ready;
    else if (fresh.textContent !== state.textContent) state.replaceChildren(...fresh.childNodes);
    // What can be done now, unless somebody is just about to press something there.
    const deeds = byId("deeds");
    const others = page.getElementById("deeds");
    if (deeds && others && !deeds.contains(document.activeElement)) {
      deeds.replaceChildren(...others.childNodes);
    }
  };
  let looking = false;
  // On a slow connection two answers may come together; only one of them is said.
  const speak = async (over) => {
    if (looking && !over) return;
    looking = true;
    spoken = Date.now();
    const page = await look();
    looking = false;
    if (page) say(page);
  };
  if (live.dataset.events) {
    const events = new EventSource(live.dataset.events);
    events.onmessage = (event) => {
      const { state, percent, files } = JSON.parse(event.data);
      move(percent);
      const over = state !== "waiting" && state !== "making";
      if (over) events.close();
      byId("early").hidden = over || !files;
      clearTimeout(later);
      later = setTimeout(() => speak(over), over ? 0 : Math.max(0, spoken + every - Date.now()));
    };
  } else {
    const watch = async () => {
      const page = await look();
      const under = page?.getElementById("live");
      if (page) move((under ?? page).querySelector("progress")?.value);
      if (page && (!under || Date.now() - spoken >= every)) say(page);
      if (!page || under) setTimeout(watch, 5000);
    };
    setTimeout(watch, 5000);
  }
}

// Uploads: how far it is, said every 15 s at most; the answer takes the place of this page.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.id !== "upload" || !form.elements.source.files.length) return;
  event.preventDefault();
  if (form.dataset.going) return;
  form.dataset.going = "yes";
  const files = [...form.elements.source.files];
  const box = byId("sending");
  const bar = box.querySelector("progress");
  const words = box.querySelector("[role=status]");
  let spoken = -Infinity;
  const tell = (done, total) => {
    bar.value = (100 * done) / total;
    if (Date.now() - spoken < 15000) return;
    spoken = Date.now();
    let before = 0;
    const at = files.findIndex((file) => (before += file.size) > done) + 1 || files.length;
    words.textContent = box.dataset.going
      .replace("{0}", at)
      .replace("{1}", files.length)
      .replace("{2}", Math.floor(bar.value));
  };
  const sending = new XMLHttpRequest();
  sending.upload.addEventListener("progress", ({ loaded, total }) => tell(loaded, total));
  sending.upload.addEventListener("load", () => {
    bar.value = 100;
    words.textContent = box.dataset.sent;
  });
  sending.addEventListener("load", () => {
    if (sending.responseURL !== form.action) {
      location.assign(sending.responseURL);
      return;
    }
    const page = new DOMParser().parseFromString(sending.responseText, "text/html");
    document.title = page.title;
    byId("main").replaceWith(page.getElementById("main"));
    (byId("errors") ?? byId("main")).focus();
  });
  sending.addEventListener("error", () => {
    delete form.dataset.going;
    words.textContent = box.dataset.broken;
  });
  box.hidden = false;
  tell(0, 1);
  sending.open("POST", form.action);
  sending.setRequestHeader("Accept", "text/html");
  sending.send(new FormData(form));
});

// How a word is said: heard at once, without a new page.
const hear = (sound) => sound.play().catch(() => {});
document.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (button?.name !== "do" || button.value !== "hear") return;
  event.preventDefault();
  const form = event.target;
  const sent = new URLSearchParams(new FormData(form));
  sent.append(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const heard = page.getElementById("heard");
  if (answer.ok && heard) {
    byId("errors")?.remove();
    byId("heard").replaceChildren(...heard.childNodes);
    hear(byId("heard").querySelector("audio"));
  } else {
    document.title = page.title;
    byId("main").replaceWith(page.getElementById("main"));
    (byId("errors") ?? byId("main")).focus();
  }
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-hear]");
  if (!link) return;
  event.preventDefault();
  hear(new Audio(link.href));
});
// A word that is marked in a text is the one that is said wrongly.
const wrong = byId("wrong");
if (wrong) {
  document.addEventListener("selectionchange", () => {
    const marked = getSelection();
    const word = marked.toString().trim();
    const where = marked.anchorNode?.parentElement;
    if (!word || word.length > 60 || !where?.closest(".text")) return;
    wrong.elements.word.value = word;
    wrong.elements.sentence.value = where.closest("[id]")?.id ?? "";
  });
}

// What a listener left, kept in this browser alone.
const recall = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
};
const remember = (key, change) => {
  try {
    localStorage.setItem(key, JSON.stringify({ ...recall(key), ...change }));
  } catch {
    // A browser that keeps nothing still plays.
  }
};
for (const form of document.querySelectorAll("[data-forget]")) {
  form.addEventListener("submit", () => {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("listen")) localStorage.removeItem(key);
      }
    } catch {
      // Nothing was kept.
    }
  });
}

// 187 seconds: 3:07.
const clock = (seconds) => {
  const whole = Math.floor(seconds);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
};

// Listening: chapters follow each other without a new page; place and speed are kept in this browser.
const player = byId("player");
if (player) {
  const audio = player.querySelector("audio");
  const list = byId("chapters");
  const links = () => [...list.querySelectorAll("a[data-src]")];
  const number = (link) => Number(link.dataset.number);
  const key = "listen." + player.dataset.key;
  const kept = recall(key);
  let now = list.querySelector("a[aria-current]");
  let making = "events" in player.dataset;
  let goOn = false;

  // While the book is being made nobody is led past a chapter that is still to come.
  const beside = (by) => {
    const all = links();
    const other = all[all.indexOf(now) + by];
    return other && (!making || number(other) === number(now) + by) ? other : undefined;
  };

  let moved = false;
  const keep = () => remember(key, { at: number(now), time: audio.currentTime });

  const turners = () => {
    for (const [id, by] of [["before", -1], ["after", 1]]) {
      const turner = byId(id);
      const other = beside(by);
      const left = turner === document.activeElement && !other;
      turner.hidden = !other;
      if (other) turner.href = other.href;
      // Whoever has come to the end keeps a place on the page.
      if (left) audio.focus();
    }
  };

  const turn = (link, time = 0, play = !audio.paused) => {
    if (!link) return;
    now.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    now = link;
    goOn = false;
    const rate = audio.playbackRate;
    audio.src = link.dataset.src;
    audio.defaultPlaybackRate = audio.playbackRate = rate;
    if (time) audio.currentTime = time;
    const words = byId("now");
    const before = words.textContent;
    words.firstChild.data = words.firstChild.data.replace(/\d+/, number(link));
    words.querySelector("span").textContent = link.dataset.name;
    document.title = document.title.replace(before, words.textContent);
    turners();
    byId("keep").href = link.dataset.src;
    byId("keep").textContent = link.dataset.keep;
    history.replaceState(null, "", link.href);
    tell();
    moved = true;
    remember(key, { at: number(now), time });
    if (play) audio.play();
  };

  // By hand: the focus stays where it is, so it is said where that has led.
  const turnTo = (link) => {
    if (!link) return;
    turn(link);
    byId("turned").textContent = byId("now").textContent;
  };

  const tell = () => {
    if (!navigator.mediaSession) return;
    navigator.mediaSession.metadata = new MediaMetadata({
      title: now.dataset.name,
      artist: player.dataset.authors,
      album: player.dataset.book,
    });
  };

  // Chapters that have become ready since the page came; nothing that has the focus is touched.
  const refresh = async () => {
    const answer = await fetch(now.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rows = page.querySelectorAll("#chapters > li");
    if (rows.length !== list.children.length) return;
    [...list.children].forEach((row, index) => {
      if (!row.querySelector("a")) row.replaceChildren(...rows[index].childNodes);
    });
    const said = page.getElementById("making");
    making = Boolean(said);
    if (!said) byId("reload").hidden = true;
    byId("making").replaceChildren(...(said?.childNodes ?? []));
    byId("all").replaceChildren(...page.getElementById("all").childNodes);
    turners();
    if (goOn) turn(beside(1), 0, true);
  };
  if (making && window.EventSource) {
    const every = 15000;
    let files = links().length;
    let fresh = Date.now();
    let later = 0;
    const events = new EventSource(player.dataset.events);
    events.onmessage = (event) => {
      const present = JSON.parse(event.data);
      const over = present.state !== "waiting" && present.state !== "making";
      if (over) events.close();
      if (!over && present.files === files) return;
      files = present.files;
      clearTimeout(later);
      later = setTimeout(() => {
        fresh = Date.now();
        refresh();
      }, over || goOn ? 0 : Math.max(0, fresh + every - Date.now()));
    };
  }

  const skip = (seconds) => (audio.currentTime = Math.max(0, audio.currentTime + seconds));

  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-src]");
    if (!link) return;
    event.preventDefault();
    turnTo(link);
  });
  for (const [id, by] of [["before", -1], ["after", 1]]) {
    byId(id).addEventListener("click", (event) => {
      event.preventDefault();
      turnTo(beside(by));
    });
  }
  byId("more").hidden = false;
  for (const button of player.querySelectorAll("[data-skip]")) {
    button.addEventListener("click", () => skip(Number(button.dataset.skip)));
  }
  const speed = byId("speed");
  const pace = (rate) => (audio.defaultPlaybackRate = audio.playbackRate = rate);
  speed.addEventListener("change", () => {
    const rate = Number(speed.value);
    pace(rate);
    remember(key, { speed: rate });
    remember("listen", { speed: rate });
  });
  // A book not heard before begins at the speed that was chosen last.
  const usual = kept.speed ?? recall("listen").speed;
  if (usual) {
    speed.value = String(usual);
    pace(usual);
  }
  const left = links().find((link) => number(link) === kept.at);
  if (left && (left !== links()[0] || kept.time > 5)) {
    const resume = byId("resume").querySelector("a");
    resume.textContent = resume.dataset.text.replace("{0}", kept.at).replace("{1}", clock(kept.time));
    byId("resume").hidden = false;
    resume.addEventListener("click", (event) => {
      event.preventDefault();
      turn(left, kept.time, true);
      audio.focus();
      byId("resume").hidden = true;
    });
  }
  audio.addEventListener("ended", () => {
    goOn = making && !beside(1);
    // A book heard to its end begins anew.
    if (!making && !beside(1)) remember(key, { at: undefined, time: undefined });
    turn(beside(1), 0, true);
  });
  audio.addEventListener("pause", () => {
    if (!audio.ended) keep();
  });
  addEventListener("pagehide", () => {
    if (moved && !audio.ended) keep();
  });
  let saved = 0;
  audio.addEventListener("timeupdate", () => {
    moved ||= !audio.paused;
    if (!audio.paused && Date.now() - saved > 5000) {
      saved = Date.now();
      keep();
    }
  });
  tell();
  const session = navigator.mediaSession;
  if (session) {
    const deeds = {
      previoustrack: () => turn(beside(-1)),
      nexttrack: () => turn(beside(1)),
      seekbackward: () => skip(-30),
      seekforward: () => skip(30),
    };
    for (const [deed, act] of Object.entries(deeds)) session.setActionHandler(deed, act);
  }
}
