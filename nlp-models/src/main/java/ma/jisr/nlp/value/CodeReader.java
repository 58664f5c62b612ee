package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Finds codes that a word beside them names: tickets ("ticket b 045", "نوبة رقم 17"), merchants
 * ("code 5150", "l hanout 4521") and the numbers of challenges, bills and claims.
 */
final class CodeReader {
  /** Words between: "numéro de ticket : 17", "facture d'eau n° 12345". */
  private static final int MAX_BETWEEN = 3;

  /** A bill's or contract's number without a word for "number"; shorter ones are sums. */
  private static final int LEAST_BILL = 5;

  /** A shop's number without a word for "code"; shorter ones are sums, too. */
  private static final int LEAST_SHOP = 4;

  private static final int LEAST_MERCHANT = 3;
  private static final int MAX_TICKET = 5;

  /** Letters before a ticket's digits that are prepositions as often. */
  private static final String PREPOSITIONS = "ldwnàj";

  private final Message message;
  private final NumberReader numbers;

  CodeReader(Message message, NumberReader numbers) {
    this.message = message;
    this.numbers = numbers;
  }

  void read() {
    for (int i = 0; i < message.size(); i++) {
      Hit cue = message.hit(Kind.CUE, i);
      if (cue != null) readAt(cue);
    }
  }

  private void readAt(Hit cue) {
    int at = cue.next();
    boolean numbered = false;
    int between = 0;
    while (between < MAX_BETWEEN && isBetween(at) && !message.digits(at)) {
      numbered |= isNumero(at) || message.cue(at, "CODE");
      at++;
      between++;
    }
    switch (cue.value()) {
      case "TICKET" -> ticket(at);
      case "CHALLENGE" -> reference(at, 1);
      case "CLAIM" -> reference(at, numbered ? 1 : LEAST_SHOP);
      case "BILL" -> reference(at, numbered ? 2 : LEAST_BILL);
      case "CODE" -> merchant(at, 2);
      case "MERCHANT" -> merchant(at, numbered ? 2 : LEAST_MERCHANT);
      case "SHOP" -> merchant(at, numbered ? 2 : LEAST_SHOP);
      case "NUMERO" -> ticketOf(at);
      default -> {}
    }
  }

  /** "numéro b 045", without the word ticket: only with a letter. */
  private void ticketOf(int at) {
    if (isLetter(at) && message.digits(at + 1)) ticket(at);
  }

  private void ticket(int at) {
    if (isCode(at)) {
      message.add(EntityType.TICKET, BareReader.code(message.piece(at).folded()), at, at + 1);
    } else if (isLetter(at) && isShort(at + 1)) {
      String code = message.piece(at).folded() + message.piece(at + 1).folded();
      message.add(EntityType.TICKET, BareReader.code(code), at, at + 2);
    } else if (isShort(at)) {
      message.add(EntityType.TICKET, message.piece(at).folded(), at, at + 1);
    } else {
      String spoken = spoken(at);
      if (spoken != null) message.add(EntityType.TICKET, spoken, at, numbersEnd);
    }
  }

  private int numbersEnd;

  private @Nullable String spoken(int at) {
    if (!message.free(at)) return null;
    Quantity number = numbers.read(at);
    if (number == null || number.hundredths() % 100 != 0) return null;
    numbersEnd = number.next();
    return number.text();
  }

  private void reference(int at, int least) {
    if (message.digits(at)) {
      if (message.piece(at).folded().length() < least || isCounted(at)) return;
      message.add(EntityType.REF, message.piece(at).folded(), at, at + 1);
    } else if (least == 1) {
      String spoken = spoken(at);
      boolean article = spoken != null && numbersEnd == at + 1 && spoken.equals("1");
      if (spoken != null && !article) message.add(EntityType.REF, spoken, at, numbersEnd);
    }
  }

  private void merchant(int at, int least) {
    if (!message.digits(at) || message.piece(at).folded().length() < least || isCounted(at)) return;
    message.add(EntityType.SHOP, message.piece(at).folded(), at, at + 1);
  }

  private boolean isCounted(int at) {
    if (message.ends(at)) return message.joint(at) == '/' || message.joint(at) == ':';
    Hit cue = message.exact(Kind.CUE, at + 1);
    return cue != null && (cue.is("COUNTED") || cue.is("HOUR"));
  }

  private boolean isShort(int at) {
    return message.digits(at)
        && message.piece(at).folded().length() <= MAX_TICKET
        && !isCounted(at);
  }

  private boolean isCode(int at) {
    return message.free(at) && BareReader.codeDigits(message.piece(at).folded()) > 0;
  }

  /** One letter as it was written: "à 12" is no ticket. */
  private boolean isLetter(int at) {
    if (!message.free(at)) return false;
    Piece piece = message.piece(at);
    if (piece.folded().length() != 1 || piece.end() - piece.start() != 1) return false;
    char written = message.text().charAt(piece.start());
    return Character.isLetter(written)
        && (Character.isUpperCase(written) || PREPOSITIONS.indexOf(written) < 0);
  }

  private boolean isNumero(int at) {
    if (message.cue(at, "NUMERO")) return true;
    return message.free(at)
        && message.piece(at).folded().equals("n")
        && "°º".indexOf(message.behind(at)) >= 0;
  }

  private boolean isBetween(int at) {
    if (!message.free(at)) return false;
    if (isTightCode(at)) return false;
    if (isNumero(at) || message.cue(at, "OF") || message.cue(at, "CODE")) return true;
    if (message.hit(Kind.BILLER, at) != null || message.cue(at, "MERCHANT")) return true;
    return switch (message.piece(at).folded()) {
      case "le",
          "la",
          "est",
          "c",
          "cest",
          "is",
          "the",
          "hiya",
          "howa",
          "houwa",
          "dyalo",
          "dyalha",
          "ديالو",
          "ديالها",
          "ديالهم",
          "howwa",
          "lli",
          "li",
          "هو",
          "هي",
          "ديالي",
          "dyali",
          "diali",
          "mon",
          "ma",
          "my",
          "l",
          "ل",
          "a" ->
          !isLetterCode(at);
      default -> false;
    };
  }

  /** "D40": as it was written the letter is no preposition. */
  private boolean isTightCode(int at) {
    return isLetter(at)
        && message.joint(at) == 0
        && Character.isUpperCase(message.text().charAt(message.piece(at).start()));
  }

  /** "ticket a 12". */
  private boolean isLetterCode(int at) {
    return isLetter(at) && message.digits(at + 1);
  }
}
