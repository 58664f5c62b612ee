package ma.jisr.sandbox.phone;

import ma.jisr.sandbox.alphabet.Alphabet;

/**
 * A USSD screen that has reached a phone.
 *
 * @param text as it was sent
 * @param open whether it waits for an answer
 * @param alphabet that carried it
 * @param units its length in septets or UTF-16 units
 * @param secret whether it asks for a PIN: what is typed in answer is masked
 */
public record UssdScreen(String text, boolean open, Alphabet alphabet, int units, boolean secret) {

  /** Its size beside what fits, such as {@code 43 of 182 septets}. */
  public String size() {
    return units + " of " + alphabet.screen() + " " + alphabet.unit();
  }
}
