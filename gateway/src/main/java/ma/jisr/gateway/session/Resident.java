package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Address;
import ma.jisr.base.Few;
import ma.jisr.base.Loop;
import ma.jisr.gateway.delivery.Postman;
import ma.jisr.gateway.delivery.ReturnPaths;
import ma.jisr.gateway.log.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * One person in memory: the document as last written or read, the mailbox, and what is under way.
 * Confined to the person's loop. All of it but the document can be lost: what matters is stored.
 */
final class Resident {
  /** The version of somebody who has not been stored yet. */
  static final long UNSTORED = -1;

  final String id;
  final ReturnPaths paths = new ReturnPaths();

  /** What the person did goes before what the gateway noticed; each in its order. */
  final ArrayDeque<Work.Arrived> arrived = new ArrayDeque<>(1);

  final ArrayDeque<Work> noticed = new ArrayDeque<>(1);

  /** What others have for the person comes last, and one at a time. */
  final ArrayDeque<Work.Handed> handed = new ArrayDeque<>(1);

  /** Keys of what is in {@link #noticed} and {@link #handed}, so that nothing is twice. */
  final Set<String> noticedKeys = new Few<>();

  /** Calls being made, by id. */
  final Set<String> calling = new Few<>();

  /** When failed calls are made again; sooner than the document says. */
  final Map<String, Instant> sooner = new HashMap<>();

  /** What logs call the person. */
  final String pseudonym;

  /** The newest row of the log's tail that waits to be copied, or is. */
  @Nullable LogRow copying;

  /** The newest row of the log's tail that is known to be copied. */
  @Nullable LogRow copied;

  /**
   * Short messages that an earlier process heard and that their peer may send again, each with the
   * cause of the texts of which one that was taken tells that it does not.
   */
  final Map<String, String> unproven = new HashMap<>();

  /** Those that are settled: proven by a mark, or repeated once. Reading again changes nothing. */
  final Set<String> settled = new Few<>();

  /** The mark of the newest input that had its turn here; null when none had. */
  @Nullable String lastHeard;

  /** Where the newest words came from; null when none have come since they are in memory. */
  @Nullable Address from;

  /** When something was first said to the person since then; null when nothing was. */
  @Nullable Instant spoken;

  /** When what has not been answered yet came, by mark. */
  final Unanswered unanswered = new Unanswered();

  final LoopGuard guard = new LoopGuard();

  /** Set once, when the lane takes the person in. */
  @Nullable Postman postman;

  @Nullable PersonDocument document;

  /** The working key of the document that was last written, so that it is unwrapped once. */
  PersonCodec.@Nullable PersonKey key;

  /** Where the person was reached when last loaded: what is being sent outlives a failed turn. */
  private @Nullable PersonDocument last;

  /** By when the store was last told to find the person for messages; null when not known. */
  @Nullable Instant unsent;

  long version = UNSTORED;

  /** The newest version that a sweep has found. */
  long stored = UNSTORED;

  boolean busy;

  /** A row has had its turn and is being deleted: the next one waits, so that one mark suffices. */
  boolean clearing;

  /**
   * Whether the document has been read or written since the person came into memory, or may hold
   * messages that this process has left in it unsent.
   */
  boolean met;

  /** Whether messages were left to the store because too many waited for a link. */
  boolean left;

  /** Whether a write's outcome was never learnt: what it said may be stored and not sent. */
  boolean doubtful;

  /** Its alarm does not ring before; raised when a turn could not be done. */
  Instant notBefore = Instant.MIN;

  Loop.@Nullable Cancel alarm;

  /** When the alarm rings, if there is one. */
  Instant rings = Instant.MIN;

  /** Whether only the store's sweep has brought the person in: nobody waits for them here. */
  boolean passing;

  /** Who awakened the person is told so when what was due has had its turns. */
  @Nullable Runnable awakened;

  /** Whether the alarm has been rung for {@link #awakened}. */
  boolean rung;

  Resident(String id, String pseudonym) {
    this.id = id;
    this.pseudonym = pseudonym;
  }

  /** What is left of a log's tail without the rows that are known to be copied. */
  List<LogRow> uncopied(List<LogRow> tail) {
    return behind(tail, copied);
  }

  /** The rows that nobody has been handed yet. */
  List<LogRow> unhanded(List<LogRow> tail) {
    return behind(tail, copying);
  }

  private static List<LogRow> behind(List<LogRow> tail, @Nullable LogRow row) {
    return row == null ? tail : tail.subList(tail.indexOf(row) + 1, tail.size());
  }

  Postman post() {
    return Objects.requireNonNull(postman, "a person without a postman");
  }

  /** A text of this cause was taken: its peer has read our response to what came before. */
  void prove(String cause) {
    if (!unproven.containsValue(cause)) return;
    for (String mark : List.copyOf(unproven.keySet()))
      if (unproven.remove(mark, cause)) settled.add(mark);
  }

  /** A message has come again: it is expected no more. */
  void repeated(String mark) {
    if (unproven.remove(mark) != null) settled.add(mark);
  }

  PersonDocument loaded() {
    return Objects.requireNonNull(document, "a person who is not loaded");
  }

  /** Forgets the document: the next turn reads it again. */
  void unload() {
    if (document != null) last = document;
    document = null;
    version = UNSTORED;
    stored = UNSTORED;
  }

  /** The person's address, whether or not the document is in memory at the moment. */
  Optional<Address> address(String scheme) {
    PersonDocument known = document == null ? last : document;
    return known == null ? Optional.empty() : known.address(scheme);
  }

  /** When they last wrote by the chat of this scheme; null when nobody knows. */
  @Nullable Instant heard(String scheme) {
    PersonDocument known = document == null ? last : document;
    return known == null ? null : known.chatted(scheme);
  }

  /** When somebody must look at them next; null when nothing is due. */
  @Nullable Instant due() {
    Instant least = document == null ? null : document.person().due();
    if (sooner.isEmpty()) return least;
    for (Instant at : sooner.values()) if (least == null || at.isBefore(least)) least = at;
    return least;
  }

  boolean idle() {
    return !busy
        && !doubtful
        && arrived.isEmpty()
        && noticed.isEmpty()
        && handed.isEmpty()
        && !clearing
        && awakened == null
        && calling.isEmpty()
        && sooner.isEmpty()
        && !post().busy();
  }
}
