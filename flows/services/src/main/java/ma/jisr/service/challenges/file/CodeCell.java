package ma.jisr.service.challenges.file;

import java.util.Locale;
import java.util.Optional;
import ma.jisr.base.text.Digits;
import ma.jisr.service.challenges.register.ChallengeCode;

/**
 * A challenge's code in a cell, behind the word that people send, {@code DEFI 2.10}: bare, a
 * spreadsheet takes it for a number and drops its nought, or for the second of October.
 */
final class CodeCell {
  private static final String WORD = "DEFI ";

  private CodeCell() {}

  static String write(String code) {
    return WORD + code;
  }

  /** The code of a cell with that word or without, also with a decimal comma; empty for none. */
  static Optional<String> read(String cell) {
    String code = Digits.western(cell).toUpperCase(Locale.ROOT).replace('É', 'E');
    if (code.startsWith(WORD)) code = code.substring(WORD.length());
    code = code.strip().replace(',', '.');
    return ChallengeCode.isCode(code) ? Optional.of(code) : Optional.empty();
  }
}
