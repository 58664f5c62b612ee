package ma.jisr.nlp.value;

import java.util.Locale;

/** A kind of value in a message. */
public enum EntityType {
  /** A Moroccan number, "0612345678". */
  MSISDN("<tel>"),
  /** Dirhams, "20.5". */
  AMOUNT("<amt>"),
  /** A ticket's code, letters and digits: "A042". */
  TICKET("<ticket>"),
  /** The number of a challenge, bill or claim. */
  REF("<num>"),
  /** Day and time: "tomorrow 10:30", "mon", "afternoon". */
  SLOT("<slot>"),
  /** fr, ar, ary, zgh or en. */
  LANGUAGE("<lang>"),
  /** What a bill is for (water, electricity, internet, phone, tax) or the company's name. */
  BILLER("<biller>"),
  /** A subject of notices and challenges, "water". */
  THEME("<theme>"),
  /** A place in its usual French spelling without accents. */
  PLACE("<place>"),
  /** A shop's or merchant's name, or its code. */
  SHOP("<shop>"),
  /** A shopkeeper by trade, "moul lkhodra": a shop, but of a supplier no name. */
  KEEPER("<shop>"),
  /** A number that nothing beside it explains; {@link Entities#of} says what it is. */
  NUMBER("<num>"),
  /** The same in words, from ten on: never a ticket or reference. */
  SPOKEN("<num>"),
  /** Letters and digits that nothing beside them explains ("B12"): a ticket where one is wanted. */
  CODE("<ticket>");

  private final String mask;

  EntityType(String mask) {
    this.mask = mask;
  }

  /** Its name in data files, "amount". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the intent must say what it is; never left by {@link Entities#of}. */
  public boolean isOpen() {
    return this == KEEPER || this == NUMBER || this == SPOKEN || this == CODE;
  }

  /** What stands for such a value where only its kind matters. */
  public String mask() {
    return mask;
  }
}
