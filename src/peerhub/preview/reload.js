// Opens the page again, where the reader was, when the preview has something new to show.
"use strict";

{
  const state = document.currentScript.dataset.state;

  const wait = async () => {
    for (;;) {
      try {
        const answer = await fetch(`/.preview/news?after=${encodeURIComponent(state)}`);
        const news = await answer.json();
        if (news.state !== state) {
          location.reload();
          return;
        }
      } catch {
        await new Promise((later) => setTimeout(later, 500)); // the server starts again
      }
    }
  };

  wait();
}
