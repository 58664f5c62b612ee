package ma.jisr.nlp.value;

/** A kind of word that values are read by; each is a file beside this class. */
enum Kind {
  /** Number words. */
  NUMBER("numbers"),
  /** What numbers of phones are said with besides: zero, "double", "plus". */
  DICTATION("dictation"),
  /** Units of money: centimes to one of them; 0 for foreign money. */
  CURRENCY("currencies"),
  /** Days, as slots write them. */
  DAY("days"),
  /** Parts of the day, as slots write them. */
  PART("parts"),
  /** Hours by their ordinals. */
  HOUR("hours"),
  LANGUAGE("languages"),
  BILLER("billers"),
  THEME("themes"),
  /** Words that say what the number or name beside them is. */
  CUE("cues"),
  /** Prepositions: "at" a place, or "of" something that may be one. */
  BEFORE_PLACE("before-places"),
  /** Words that name a place only behind "at". */
  HOMONYM("homonyms"),
  /** Words that are no part of a shop's name. */
  ORDINARY("ordinary");

  private final String file;

  Kind(String file) {
    this.file = file;
  }

  /** The list's file name. */
  String file() {
    return file + ".tsv";
  }
}
