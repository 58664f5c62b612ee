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
 * @param intents that free text is understood as
 */
public record LintOptions(
    List<Language> languages, Surface ussd, Surface sms, IntentNames intents) {
  /** The languages of phones; the budgets of the standards. */
  public static LintOptions usual(IntentNames intents) {
    return new LintOptions(Language.PHONE, Surface.USSD, Surface.SMS, intents);
  }

  public LintOptions {
    languages = List.copyOf(languages);
  }
}
