package ma.jisr.app.command;

import java.util.Locale;

/** The kinds of handset, as they are written on the command line. */
enum HandsetKind {
  BASIC,
  LATIN_ONLY,
  NO_BIDI;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
