package ma.jisr.nlp.value;

import ma.jisr.nlp.Fillers;

/**
 * Finds the names of shops behind words for shops ("épicerie El Baraka", "hanout si brahim", "محل
 * الأمل") and shopkeepers by trade ("moul lkhodra"). A word that is ordinary ends the name; where
 * nothing is left there is none: "pharmacie ouverte à Azrou".
 */
final class ShopReader {
  /** "Boucherie Hadj Ahmed ben Brahim". */
  private static final int LONGEST = 4;

  private final Message message;
  private final Fillers fillers;

  ShopReader(Message message, Fillers fillers) {
    this.message = message;
    this.fillers = fillers;
  }

  void read() {
    for (int i = 0; i < message.size(); ) i = readAt(i);
  }

  private int readAt(int i) {
    Hit cue = message.hit(Kind.CUE, i);
    if (cue == null) return i + 1;
    return switch (cue.value()) {
      case "SHOP", "MERCHANT" -> afterTrade(cue.next());
      case "SUPPLIER" -> named(cue.next(), false);
      case "MOUL" -> shopkeeper(i, cue);
      case "CHEZ" -> named(cue.next(), true);
      default -> i + 1;
    };
  }

  private int afterTrade(int next) {
    int from = next;
    if (from > 0 && message.free(from) && message.ends(from - 1)) return next;
    boolean of = message.cue(from, "OF");
    if (of) from++;
    if (isTrade(from)) return from; // "pharmacie et café", "café restaurant Atlas"
    int to = nameEnd(from);
    // "hanout dyal lkhodra", "magasin de vêtements" say what is sold, not whose it is.
    if (to == from || (of && !isName(from))) return next;
    message.add(EntityType.SHOP, name(from, to), from, to);
    return to;
  }

  /** "moul lkhodra": the trade is the name. */
  private int shopkeeper(int i, Hit cue) {
    int from = cue.next();
    if (from != i + 1 || !message.free(from) || message.ends(i)) return from;
    int to = isEnd(from) || message.cue(from, "OF") ? from : Math.min(nameEnd(from), from + 1);
    if (isTrade(from)) to = from + 1;
    if (to == from) return from;
    message.add(EntityType.KEEPER, name(i, to), i, to);
    return to;
  }

  /**
   * "chez Hassan", "3nd si brahim".
   *
   * @param person whether a person is named, maybe without a capital: "3nd riyachi", not "3nd
   *     lkhoder"
   */
  private int named(int next, boolean person) {
    if (!message.free(next) || message.ends(next - 1) || isTrade(next)) return next;
    if (!isName(next) && !(person && isUnknown(next))) return next;
    int to = nameEnd(next);
    if (to == next) return next;
    message.add(EntityType.SHOP, name(next, to), next, to);
    return to;
  }

  /** A word of no list, without an article. */
  private boolean isUnknown(int i) {
    Piece piece = message.piece(i);
    return piece.exact() == null
        && piece.bare() == null
        && piece.folded().length() > 3
        && !piece.folded().startsWith("l")
        && !piece.folded().startsWith("ال");
  }

  private int nameEnd(int from) {
    int to = from;
    while (to < from + LONGEST && !isEnd(to) && (to == from || !message.ends(to - 1))) to++;
    while (to > from && isTitle(to - 1)) to--;
    return to;
  }

  private boolean isEnd(int i) {
    if (!message.free(i) || message.digits(i)) return true;
    Hit cue = message.exact(Kind.CUE, i);
    if (cue != null) return !cue.is("TITLE");
    String word = message.piece(i).folded();
    if (word.length() == 1 || fillers.contains(word) || isInto(word)) return true;
    return message.exact(Kind.ORDINARY, i) != null
        || message.hit(Kind.CURRENCY, i) != null
        || message.exact(Kind.DAY, i) != null
        || message.exact(Kind.PART, i) != null
        || isListedBill(i);
  }

  /** "فالمدينة": a preposition and an article are grown onto it. */
  private static boolean isInto(String word) {
    return word.startsWith("فال") || word.startsWith("بال") || word.startsWith("وال");
  }

  /** What is paid there: "agence lydec", "magasin d'eau". */
  private boolean isListedBill(int i) {
    return message.exact(Kind.BILLER, i) != null;
  }

  private boolean isTrade(int i) {
    Hit cue = message.hit(Kind.CUE, i);
    return cue != null && (cue.is("SHOP") || cue.is("MOUL"));
  }

  private boolean isTitle(int i) {
    return message.cue(i, "TITLE");
  }

  /** A title, an article or a capital begins it. */
  private boolean isName(int i) {
    if (!message.free(i)) return false;
    boolean capital = Character.isUpperCase(message.text().codePointAt(message.piece(i).start()));
    return capital || isTitle(i);
  }

  private String name(int from, int to) {
    return message.text().substring(message.piece(from).start(), message.piece(to - 1).end());
  }
}
