/** The file is no bundle of the form in docs/recount.md; nothing in it is worth checking. */
export class NotABundle extends Error {
  /**
   * @param reason one of ZIP, FILES, SIZE, JSON, FORM, SUITE
   * @param place where, such as a file's name
   */
  constructor(reason, place) {
    super(`${reason}: ${place}`);
    this.reason = reason;
    this.place = place;
  }
}
