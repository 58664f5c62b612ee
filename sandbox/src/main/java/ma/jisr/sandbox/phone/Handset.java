package ma.jisr.sandbox.phone;

import java.util.Locale;

/** A kind of phone, by the scripts that it can show. See {@link Glyphs} for what each shows. */
public enum Handset {
  /** Latin and Arabic letters, right to left where they ought to be. */
  BASIC,
  /** Latin letters only. */
  LATIN_ONLY,
  /** Arabic letters, but neither joined nor right to left. */
  NO_BIDI;

  /** The kind by the name that a command line takes: {@code basic}, {@code latin-only}, … */
  public static Handset named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
