package ma.jisr.sandbox.centre;

/** The far end of a USSD dialogue that belongs to the network: a provider who asks for a PIN. */
public interface Dialogue {
  /** What the owner has typed; answers with the next screen. Called on the loop. */
  Page typed(String text);

  /** The dialogue is over before its last screen. Called on the loop. */
  void gone(PromptEnd why);

  /**
   * A screen of such a dialogue.
   *
   * @param text at most what one screen holds
   * @param asks whether it asks for something, a secret; if not, it ends the dialogue
   */
  record Page(String text, boolean asks) {}
}
