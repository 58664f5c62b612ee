package ma.jisr.app.channels;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person at one channel does and sees, and the fake of the channel's provider behind it: it
 * speaks with the real product over real sockets on loopback. It listens, where its provider does,
 * from its constructor on. Used by one thread at a time, but for what its own server does.
 */
interface Handset extends AutoCloseable {
  /** How long anything may take before a test gives up; nothing is judged by time. Seconds. */
  int PATIENCE = 20;

  /** The channel's name in reports: {@code Telegram}. */
  String name();

  Kind kind();

  /**
   * The entries of {@code links} that lead to it, without the list's dash and on one line each:
   * {@code {id: tg, type: telegram, base: "http://127.0.0.1:4711", …}}. Ids differ from all others'
   * and secrets are named as {@code ${TG_SECRET}}.
   */
  List<String> links();

  /** What those names stand for. */
  Map<String, String> secrets();

  /**
   * The product is there: called when it has started, and again when it has started anew on another
   * port, before anything more is done here.
   *
   * @param door where it is called by providers, port
   */
  void meets(int door) throws Exception;

  /**
   * Somebody else takes it: their own number or account, with nothing said before and nothing left
   * to be read. To somebody known it means to go on as them.
   *
   * @param person 1 to 9999, on all channels together; {@link #msisdn} where there is a number
   */
  void heldBy(int person);

  /** The number of a person, digits. */
  static String msisdn(int person) {
    return "21266100%04d".formatted(person);
  }

  /** Types and sends words; where no dialogue is open, and there are such, dials them. */
  void type(String text) throws Exception;

  /** Presses what was shown: a button, a row of a list; where there are none, types its digits. */
  default void press(Shown.Choice choice) throws Exception {
    type(choice.pressed());
  }

  /** Sends where they are; what a channel has no sign for is typed. */
  default void locate(double latitude, double longitude) throws Exception {
    type(latitude + "," + longitude);
  }

  /** Sends a photo, or what else is no words; false where the channel carries words only. */
  default boolean sendPhoto() throws Exception {
    return false;
  }

  /** What has come to this person. */
  Texts texts();

  /** What may say why nothing comes. */
  default String complaints() {
    return "";
  }

  /**
   * The next text to this person, waited for up to {@link #PATIENCE}.
   *
   * @throws AssertionError when none comes
   */
  default Shown read() throws Exception {
    Shown next = texts().next();
    if (next == null) throw new AssertionError("nothing came; " + complaints());
    return next;
  }

  /** Whether a text has come that nobody has read. Never waits. */
  default boolean unread() {
    return texts().unread();
  }

  /** Closes the open dialogue as a person does; nothing where there are none. */
  default void hangUp() throws Exception {
    // There is nothing to hang up.
  }

  /** What can go wrong here. */
  default Set<Fault> faults() {
    return Set.of(Fault.BUSY, Fault.TWICE, Fault.SWAPPED);
  }

  /** It will go wrong, once. Only what {@link #faults} names. */
  void suffer(Fault fault) throws Exception;

  @Override
  void close();

  /** What a channel is to a person. */
  enum Kind {
    /** A dialogue of screens: dialled, answered, over. */
    USSD,
    /** Messages without anything to press. */
    SMS,
    /** Messages with something to press. */
    CHAT
  }

  /** What goes wrong between a provider and the product. */
  enum Fault {
    /**
     * The product's next call that sends a text is answered "too many" (HTTP 429, ESME_RTHROTTLED),
     * to be tried again after a second or less.
     */
    BUSY,
    /** What the person does next is delivered twice, as if the first answer had not been seen. */
    TWICE,
    /** What the person does next is held back, and delivered behind what they do then. */
    SWAPPED,
    /** The connection that is open between the two is cut: socket, long poll, kept-alive call. */
    DROPPED
  }
}
