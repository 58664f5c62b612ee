package ma.jisr.gateway.session;

import ma.jisr.store.Document;

/** Opens stored persons for those who look at them from outside a turn. Confined to one thread. */
public final class PersonReader {
  private final PersonCodec codec;

  public PersonReader(Keys keys) {
    this.codec = new PersonCodec(keys.sealer(), Upcasters.PERSON);
  }

  /**
   * The person as stored.
   *
   * @throws SchemaException when a newer release wrote it
   * @throws KeyException when it was sealed under other keys
   */
  public PersonDocument read(Document stored) {
    return codec.decode(stored);
  }
}
