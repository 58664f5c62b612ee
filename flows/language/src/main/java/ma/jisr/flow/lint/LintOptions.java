package ma.jisr.flow.lint;

import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.flow.Surface;

/**
 * What the linter insists on.
 *
 * @param languages that every message must have
 * @param ussd what a screen holds on the narrowest link
 * @param sms what a segment holds
 */
public record LintOptions(List<Language> languages, Surface ussd, Surface sms) {
  /** The languages of phones; the budgets of the standards. */
  public static final LintOptions DEFAULT =
      new LintOptions(Language.PHONE, Surface.USSD, Surface.SMS);

  public LintOptions {
    languages = List.copyOf(languages);
  }
}
