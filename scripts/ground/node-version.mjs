// Read by every Node that knows modules: no syntax here, and none in start.mjs and test.mjs, newer than Node 14 reads.
const OLDEST = [20, 19];

/** Whether a Node of this version (such as "20.19.0") can run the project. */
export function isNewEnough(version) {
  const parts = version.split(".").map(Number);
  return parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
}

/** Says in one line what to do when this Node is too old, and sets the exit code; true when the work may go on. */
export function checkNode() {
  if (isNewEnough(process.versions.node)) return true;
  console.error(
    "Tropa needs Node " +
      OLDEST.join(".") +
      " or newer, and this is " +
      process.versions.node +
      ". Get one from https://nodejs.org or, with nvm: nvm install 22",
  );
  process.exitCode = 1;
  return false;
}
