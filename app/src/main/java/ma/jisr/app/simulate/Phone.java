package ma.jisr.app.simulate;

/** Something at the other end that reads what it is sent. */
interface Phone {
  /** What it is called in this world: never its number. */
  String name();

  /** An SMS arrives. */
  void reads(String text);
}
