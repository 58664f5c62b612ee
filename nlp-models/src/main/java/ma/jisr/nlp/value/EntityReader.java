package ma.jisr.nlp.value;

import ma.jisr.nlp.Fillers;

/**
 * Reads the values in a message by rules and bundled lists, without knowing what it wants. Pure;
 * safe on any thread; takes any text, in time that grows with its length.
 */
public final class EntityReader {
  /** Longer texts are cut, in UTF-16 units: ten segments and more of SMS. */
  public static final int MAX_LENGTH = 2_000;

  private final Vocabulary vocabulary;
  private final Fillers fillers;

  private EntityReader(Vocabulary vocabulary, Fillers fillers) {
    this.vocabulary = vocabulary;
    this.fillers = fillers;
  }

  /** The reader with the lists of the product. */
  public static EntityReader bundled() {
    return new EntityReader(Vocabulary.bundled(), Fillers.bundled());
  }

  /** All that is found; {@link Entities#of} chooses by intent. */
  public Entities read(String text) {
    Message message = new Message(cut(text), vocabulary);
    new PhoneReader(message).read();
    NumberReader numbers = new NumberReader(message);
    new DictatedReader(message, numbers).read();
    new AmountReader(message, numbers).read();
    new SlotReader(message, numbers).read();
    new CodeReader(message, numbers).read();
    new WordReader(message).read();
    new ShopReader(message, fillers).read();
    new BareReader(message, numbers).read();
    return message.found().isEmpty() ? Entities.NONE : new Entities(message.found());
  }

  /** Looks for places among these, with the same lists. */
  public PlaceReader places(Places places) {
    return new PlaceReader(places, vocabulary, fillers);
  }

  static String cut(String text) {
    if (text.length() <= MAX_LENGTH) return text;
    boolean insidePair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, insidePair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}
