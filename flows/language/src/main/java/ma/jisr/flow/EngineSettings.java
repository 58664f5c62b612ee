package ma.jisr.flow;

import ma.jisr.base.Language;

/**
 * What an operator sets about conversations.
 *
 * @param smsCode the short code from which SMS go that belong to a USSD dialogue ("2121")
 * @param ussdCode the service code that people dial ("*585#"), named in texts
 * @param contact where a human is reached, named in help and after the third wrong answer
 * @param firstFlow the flow that a first USSD contact sees before anything else
 * @param language spoken before anything is known of a person
 */
public record EngineSettings(
    String smsCode, String ussdCode, String contact, String firstFlow, Language language) {
  /** French is the one that signs and phones in Morocco have in common. */
  public static EngineSettings of(String smsCode, String ussdCode, String contact) {
    return new EngineSettings(smsCode, ussdCode, contact, "account.language", Language.FR);
  }
}
