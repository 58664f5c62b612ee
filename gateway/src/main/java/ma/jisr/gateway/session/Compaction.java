package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.session.PersonCodec.PersonKey;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * How a person's document is kept within its limits: over them, first the log's tail goes, then
 * screens, then conversations from the oldest, as long as no call is pending in them. Messages,
 * calls and timers never go.
 */
final class Compaction {
  /**
   * The hard limit of a stored person, bytes of UTF-8. Usually one is under 1 KB; at 16 KB a
   * million persons still fit a disk of 20 GB.
   */
  static final int MAX_BYTES = 16 * 1024;

  private final PersonCodec codec;

  Compaction(PersonCodec codec) {
    this.codec = codec;
  }

  /** The document as it fits, and its stored form. */
  record Fitted(PersonDocument document, Document stored) {
    /** Whether it is what was found in the store. */
    boolean is(@Nullable Document found) {
      return found != null
          && found.version() == stored.version()
          && found.writeId().equals(stored.writeId());
    }
  }

  /**
   * Encodes the document, smaller if need be.
   *
   * @param unsent when the store is to find it for its messages
   * @throws TooLargeException when what must be kept is too much
   */
  Fitted fit(
      PersonDocument document,
      PersonKey key,
      long version,
      String writeId,
      @Nullable Instant unsent) {
    int messages = 0;
    for (OutboxEntry entry : document.outbox()) if (!entry.returnPath()) messages++;
    if (messages > PersonDocument.MAX_OUTBOX)
      throw new TooLargeException(messages + " unsent messages");
    PersonDocument smaller = document;
    Document stored = codec.encode(smaller, key, version, writeId, unsent);
    if (bytes(stored) > MAX_BYTES) {
      smaller = with(smaller, smaller.person(), smaller.outbox(), List.of());
      stored = codec.encode(smaller, key, version, writeId, unsent);
    }
    if (bytes(stored) > MAX_BYTES) {
      List<OutboxEntry> messagesOnly =
          smaller.outbox().stream()
              .filter(e -> !e.returnPath() || e.cause().equals(writeId))
              .toList();
      smaller = with(smaller, smaller.person(), messagesOnly, List.of());
      stored = codec.encode(smaller, key, version, writeId, unsent);
    }
    while (bytes(stored) > MAX_BYTES) {
      smaller = with(smaller, withoutOldest(smaller.person()), smaller.outbox(), List.of());
      stored = codec.encode(smaller, key, version, writeId, unsent);
    }
    return new Fitted(smaller, stored);
  }

  private static int bytes(Document document) {
    // The envelope is ASCII: base64 and numbers.
    return document.json().length();
  }

  /** The most recent conversation stays: the person is in it. */
  private static Person withoutOldest(Person person) {
    List<Conversation> left = new ArrayList<>(person.conversations());
    for (int i = left.size() - 1; i > 0; i--) {
      String id = left.get(i).id();
      if (person.calls().stream().map(PendingCall::conversation).anyMatch(id::equals)) continue;
      left.remove(i);
      return person.withConversations(left);
    }
    throw new TooLargeException("over " + MAX_BYTES + " bytes");
  }

  private static PersonDocument with(
      PersonDocument d, Person person, List<OutboxEntry> outbox, List<LogRow> log) {
    return new PersonDocument(
        person,
        d.addresses(),
        d.inputs(),
        outbox,
        log,
        d.spent(),
        d.writer(),
        d.key(),
        d.extras(),
        d.heard(),
        d.chats());
  }
}
