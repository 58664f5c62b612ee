package ma.jisr.gateway.channel.http.message;

import java.util.List;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.Reply;

/**
 * What a provider has called to say.
 *
 * @param words that people have sent
 * @param fates of messages of ours
 * @param ignored what else there was and nobody answers, a word each, by which it is counted
 * @param reply once all of it is durable
 */
public record Called(List<Words> words, List<Fate> fates, List<String> ignored, Reply reply) {
  /** Characters of an id or a code: the longest known ids have 70. */
  static final int MOST_NAME = 256;

  public Called {
    words = List.copyOf(words);
    fates = List.copyOf(fates);
    ignored = List.copyOf(ignored);
  }

  /** All of it concerns somebody. */
  public Called(List<Words> words, List<Fate> fates, Reply reply) {
    this(words, fates, List.of(), reply);
  }

  /** One message of a person. */
  public static Called of(Words words, Reply reply) {
    return new Called(List.of(words), List.of(), reply);
  }

  /** One message's fate. */
  public static Called of(Fate fate, Reply reply) {
    return new Called(List.of(), List.of(fate), reply);
  }

  /**
   * Something that nobody answers.
   *
   * @param what it is: one of a few words, none of a person's
   */
  public static Called ignored(String what, Reply reply) {
    return new Called(List.of(), List.of(), List.of(what), reply);
  }

  /** Nothing that concerns anybody. */
  public static Called nothing() {
    return new Called(List.of(), List.of(), Reply.TAKEN);
  }

  /**
   * A message of a person's.
   *
   * @param id the provider's; "" where it gives none
   * @param from the sender as written: a number, or the platform's name for a chat
   * @param to the short code, number or name that it was sent to
   * @param text as typed; what {@link ma.jisr.flow.Button#told} gave where a button was pressed,
   *     "31.22,-8.23" for a position, U+FFFC for what is no words
   */
  public record Words(String id, String from, String to, String text) {
    /** Characters of a text that are heard: as many as the chat platforms have for one. */
    public static final int MOST_TEXT = 4_096;

    public Words {
      if (text.length() > MOST_TEXT) {
        boolean half = Character.isHighSurrogate(text.charAt(MOST_TEXT - 1));
        text = text.substring(0, half ? MOST_TEXT - 1 : MOST_TEXT);
      }
    }

    /** Whether its names can be kept. */
    boolean holds() {
      return id.length() <= MOST_NAME && to.length() <= MOST_NAME;
    }

    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }

  /**
   * What has become of a message.
   *
   * @param id the provider's
   * @param error the provider's code; "" where none
   * @param why it has not arrived, one of a few words by which that is counted; "" where it has, or
   *     the provider has too many reasons
   */
  public record Fate(String id, Receipt.State state, String error, String why) {
    /** What is not counted by its reason. */
    public Fate(String id, Receipt.State state, String error) {
      this(id, state, error, "");
    }

    /** Whether its names can be kept. */
    boolean holds() {
      return id.length() <= MOST_NAME && error.length() <= MOST_NAME;
    }
  }
}
