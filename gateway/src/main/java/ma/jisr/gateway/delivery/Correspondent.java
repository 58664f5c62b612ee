package ma.jisr.gateway.delivery;

import java.time.Instant;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/** The person whose outbox it is, as a {@link Postman} sees them. Called on the loop. */
public interface Correspondent {
  String id();

  /** The person's address of this scheme; null when there is none. */
  @Nullable Address address(String scheme);

  /** When the person last wrote by the chat of this scheme; null when nobody knows. */
  @Nullable Instant heard(String scheme);

  /** Told of every outcome; a message may have more than one. */
  void settled(OutboxEntry entry, Sent sent);

  /** Too many wait for a link: this one's messages wait in the store until they are looked for. */
  void left();

  /** The document is to be written soon: a lease is to be taken. */
  void write();
}
