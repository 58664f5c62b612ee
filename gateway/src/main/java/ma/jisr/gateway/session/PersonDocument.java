package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Address;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept about one person, the unit of every write: the person as the flow language knows
 * it, and what the gateway needs to neither lose nor repeat anything. Immutable.
 *
 * @param person profile, dialogues, conversations, pending calls, timers
 * @param addresses where the person is reached, at most one of each scheme
 * @param inputs the marks of the last inputs
 * @param outbox what is said and not yet gone, oldest first, at most {@link #MAX_OUTBOX}
 * @param log the tail of the message log, oldest first, at most {@link #MAX_LOG}
 * @param spent segments sent in the newest hour
 * @param writer which process wrote it: what that one had under way is over when it is gone
 * @param key the person's own key, wrapped; "" before the first write
 * @param extras fields of a newer release, by JSON pointer; written back as they were
 * @param heard the day on which the person was last heard, days since 1970; 0 for a document of
 *     before it was kept, {@link #LEAVING} or {@link #STONE} for who is heard no more
 * @param chats when the person last wrote by each chat, epoch seconds by the address's scheme: some
 *     platforms let nobody write who has not been written to of late
 */
public record PersonDocument(
    Person person,
    List<Address> addresses,
    HeardMarks inputs,
    List<OutboxEntry> outbox,
    List<LogRow> log,
    Spent spent,
    String writer,
    String key,
    Map<String, String> extras,
    long heard,
    Map<String, Long> chats) {
  /** In place of a day: the person is being erased, and nothing is said to them any more. */
  static final long LEAVING = -1;

  /** The same: the person has been erased, their key with them. */
  static final long STONE = -2;

  private static final long DAY = 86_400;

  /** Outbox entries kept: beyond, the person is unreachable and hears no more until reached. */
  public static final int MAX_OUTBOX = 32;

  /** Log rows kept: two dialogues of average length. */
  public static final int MAX_LOG = 24;

  public PersonDocument {
    addresses = List.copyOf(addresses);
    outbox = List.copyOf(outbox);
    log = List.copyOf(log);
    extras = Map.copyOf(extras);
    chats = Map.copyOf(chats);
  }

  /** One of before days were kept. */
  public PersonDocument(
      Person person,
      List<Address> addresses,
      HeardMarks inputs,
      List<OutboxEntry> outbox,
      List<LogRow> log,
      Spent spent,
      String writer,
      String key,
      Map<String, String> extras) {
    this(person, addresses, inputs, outbox, log, spent, writer, key, extras, 0, Map.of());
  }

  /** The day of an instant, as documents keep it. */
  static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), DAY);
  }

  /** What stands in the place of somebody who has been erased. */
  static PersonDocument stone(String id) {
    PersonDocument nobody = unknown(id, "");
    return nobody.with(nobody.person, List.of(), List.of(), STONE);
  }

  /** Somebody who is being erased: only what is still to be sent is left, and to where. */
  PersonDocument leaving() {
    return with(Person.unknown(id()), addresses, messages(), LEAVING);
  }

  /** What of the outbox is kept until it has gone. */
  List<OutboxEntry> messages() {
    return messages(outbox);
  }

  static List<OutboxEntry> messages(List<OutboxEntry> outbox) {
    return outbox.stream().filter(entry -> !entry.returnPath()).toList();
  }

  /** The same person's, all of whose messages have gone. */
  PersonDocument withoutMessages() {
    List<OutboxEntry> screens = outbox.stream().filter(OutboxEntry::returnPath).toList();
    return with(person, addresses, screens, heard);
  }

  /** Whether nobody is there any more who could be heard or told anything. */
  boolean gone() {
    return heard < 0;
  }

  /** The same person's, changed in what is remembered of them and what waits. */
  PersonDocument with(Person next, List<Address> reached, List<OutboxEntry> waiting, long day) {
    return new PersonDocument(
        next, reached, inputs, waiting, log, spent, writer, key, extras, day, chats);
  }

  /** Somebody who has just been heard of. */
  public static PersonDocument unknown(String id, String writer) {
    return new PersonDocument(
        Person.unknown(id),
        List.of(),
        HeardMarks.NONE,
        List.of(),
        List.of(),
        Spent.NOTHING,
        writer,
        "",
        Map.of());
  }

  /** The same person's, with this tail of the message log. */
  PersonDocument logged(List<LogRow> tail) {
    return new PersonDocument(
        person, addresses, inputs, outbox, tail, spent, writer, key, extras, heard, chats);
  }

  PersonDocument withKey(String wrapped) {
    return new PersonDocument(
        person, addresses, inputs, outbox, log, spent, writer, wrapped, extras, heard, chats);
  }

  public String id() {
    return person.id();
  }

  /** Whether the input with this mark has had its turn. */
  public boolean heard(String mark) {
    if (inputs.have(mark)) return true;
    // Its answer is still to go: another turn would make texts of the same ids.
    for (OutboxEntry entry : outbox)
      if (!entry.returnPath() && Marks.same(entry.cause(), mark)) return true;
    return false;
  }

  /** The same with the mark of an input that counts as the repetition of an earlier one. */
  PersonDocument heardAgain(String mark) {
    return new PersonDocument(
        person, addresses, inputs.and(mark), outbox, log, spent, writer, key, extras, heard, chats);
  }

  public Optional<Address> address(String scheme) {
    for (Address address : addresses)
      if (address.scheme().equals(scheme)) return Optional.of(address);
    return Optional.empty();
  }

  /** When the person last wrote by the chat of this scheme; null when nobody knows. */
  @Nullable Instant chatted(String scheme) {
    Long second = chats.get(scheme);
    return second == null ? null : Instant.ofEpochSecond(second);
  }

  /**
   * The earliest instant at which anyone must look at this person: a timer, a call to repeat; null
   * when there is none.
   */
  public @Nullable Instant due() {
    return person.due();
  }

  /**
   * The earliest instant at which anyone must look after the messages of the outbox: sent or not,
   * they are known here until the next write. Null when there are none. Screens are not replayed.
   */
  public @Nullable Instant unsent() {
    Instant least = null;
    for (OutboxEntry entry : outbox)
      if (!entry.returnPath() && (least == null || entry.next().isBefore(least)))
        least = entry.next();
    return least;
  }

  /** The newest items of a list that grows at its end. */
  static <T> List<T> tail(List<T> items, int most) {
    return items.size() <= most
        ? items
        : new ArrayList<>(items.subList(items.size() - most, items.size()));
  }
}
