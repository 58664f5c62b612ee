package ma.jisr.sandbox.phone;

import java.time.Instant;
import ma.jisr.sandbox.alphabet.Alphabet;

/**
 * An SMS that has reached a phone, whole.
 *
 * @param from the code that sent it
 * @param text its characters, all segments together
 * @param segments how many came over the air
 * @param alphabet that carried it
 * @param at when the last segment came
 */
public record TextMessage(String from, String text, int segments, Alphabet alphabet, Instant at) {}
