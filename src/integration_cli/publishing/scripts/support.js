// A browser from before 2023 lacks what the search needs: it is told so, and nothing below is tried.
// (All scripts stand in one function, so this leaves all of them.)

if (typeof DecompressionStream !== "function") {
  document.getElementById("too-old").hidden = false;
  return;
}
