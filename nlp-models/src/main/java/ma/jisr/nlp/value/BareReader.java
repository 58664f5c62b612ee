package ma.jisr.nlp.value;

/**
 * Finds what is left: numbers and codes that nothing beside them explains. Not what is counted ("3
 * fois", "50 %"), nor small number words, which are articles as often as not.
 */
final class BareReader {
  /** "A12", "BC 0456": letters and digits of a ticket. */
  private static final int MAX_LETTERS = 2;

  private static final int MAX_CODE_DIGITS = 4;

  /** Below ten, number words are left alone: "wahed", "jouj", "une". */
  private static final long LEAST_SPOKEN = 1000;

  private final Message message;
  private final NumberReader numbers;

  BareReader(Message message, NumberReader numbers) {
    this.message = message;
    this.numbers = numbers;
  }

  void read() {
    for (int i = 0; i < message.size(); ) i = readAt(i);
  }

  private int readAt(int i) {
    if (!message.free(i)) return i + 1;
    if (isCode(i)) {
      message.add(EntityType.CODE, code(message.piece(i)), i, i + 1);
      return i + 1;
    }
    Quantity number = numbers.read(i);
    if (number == null) return message.digits(i) ? longNumber(i) : i + 1;
    if (isCounted(number) || isKeyed(i)) {
      message.take(i, number.next());
      return number.next();
    }
    if (!number.spoken()) {
      boolean plain = number.next() == i + 1;
      String value = plain ? message.piece(i).folded() : number.text();
      if (plain && hasLetter(i))
        message.note(
            EntityType.CODE, code(message.piece(i - 1).folded() + value), i, number.next());
      message.add(EntityType.NUMBER, value, i, number.next());
    } else if (number.hundredths() >= LEAST_SPOKEN && !followsPour(i)) {
      message.add(EntityType.SPOKEN, number.text(), i, number.next());
    }
    return number.next();
  }

  /** "b12", "A 9": the letter may be a preposition or the ticket's. */
  private boolean hasLetter(int i) {
    if (i == 0 || message.piece(i - 1).folded().length() != 1) return false;
    if (message.joint(i - 1) == 0) return "bfsgh".contains(message.piece(i - 1).folded());
    return message.joint(i - 1) == ' '
        && message.free(i - 1)
        && Character.isUpperCase(message.text().charAt(message.piece(i - 1).start()));
  }

  private int longNumber(int i) {
    message.add(EntityType.NUMBER, message.piece(i).folded(), i, i + 1);
    return i + 1;
  }

  private boolean isCounted(Quantity number) {
    int last = number.next() - 1;
    char sign = message.signBehind(last);
    if (sign == '%' || sign == '٪' || sign == '°' || sign == '/') return true;
    Hit counted = message.ends(last) ? null : message.hit(Kind.CUE, number.next());
    return counted != null && counted.is("COUNTED");
  }

  /** "recharge *6", "#123#", "nhar 5": an offer's key, a day of the month. */
  private boolean isKeyed(int i) {
    int start = message.piece(i).start();
    char before = start > 0 ? message.text().charAt(start - 1) : 0;
    if (before == '*' || before == '#') return true;
    if (i == 0 || message.ends(i - 1)) return false;
    String word = message.piece(i - 1).folded();
    return word.equals("nhar") || word.equals("نهار");
  }

  /** "cinquante pour cent". */
  private boolean followsPour(int i) {
    return i > 0 && message.piece(i - 1).folded().equals("pour");
  }

  private boolean isCode(int i) {
    Piece piece = message.piece(i);
    return piece.exact() == null && codeDigits(piece.folded()) > 0;
  }

  /** Where the digits of a code begin; 0 when it is none. */
  static int codeDigits(String word) {
    int at = 0;
    while (at < word.length() && Character.isLetter(word.charAt(at))) at++;
    if (at == 0 || at > MAX_LETTERS || at == word.length()) return 0;
    for (int i = at; i < word.length(); i++)
      if (word.charAt(i) < '0' || word.charAt(i) > '9') return 0;
    return word.length() - at <= MAX_CODE_DIGITS ? at : 0;
  }

  static String code(Piece piece) {
    return code(piece.folded());
  }

  static String code(String folded) {
    return folded.toUpperCase(java.util.Locale.ROOT);
  }
}
