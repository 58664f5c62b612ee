package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.Evidence;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.log.MessageLog;
import ma.jisr.store.Document;
import ma.jisr.store.Query;

/**
 * Takes messages that the marks prove to be sent out of the documents of persons whom nobody has in
 * memory: many at once, behind the turns, without bringing anybody in. After a start that is nearly
 * everybody who has had an SMS of late; whoever has a message without its marks is awakened and has
 * it sent. Confined to one lane's loop. Decision 0352.
 */
final class Clearance {
  /**
   * Documents opened at a time: half a millisecond of the loop. The marks of all their messages are
   * asked for in one call, however full their outboxes are.
   */
  static final int SLICE = Query.MAX_LIMIT / PersonDocument.MAX_OUTBOX;

  /**
   * Between two slices: no more than 8,000 documents a second on each loop, which are a tenth of
   * what it can do. What comes from people goes in between.
   */
  static final Duration PAUSE = Duration.ofMillis(4);

  /** Between two tries to have the marks told. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private static final String TAKEN = Sent.name(new Sent.Taken(List.of()));

  private final Lane lane;
  private final SentMarks marks;
  private final ArrayDeque<Found> waiting = new ArrayDeque<>();
  private boolean opening;

  /** A document that the sweep has found. */
  private record Found(Document document, Runnable done) {}

  /** One that has been opened. */
  private record Opened(Found found, PersonCodec.Left left) {}

  Clearance(Lane lane, SentMarks marks) {
    this.lane = lane;
    this.marks = marks;
  }

  /**
   * Takes a document that says that somebody must look after its messages. What other nodes may be
   * sending has leases, which are looked at by who has the person in memory.
   *
   * @param done when that has been done
   */
  void take(Document document, Runnable done) {
    Found found = new Found(document, done);
    if (!lane.settings.alone()) {
      awaken(found);
      return;
    }
    waiting.add(found);
    if (!opening) lane.loop.execute(this::open);
    opening = true;
  }

  /** Leaves what has not been opened to the next process. */
  void stop() {
    waiting.clear();
  }

  private void open() {
    List<Opened> opened = new ArrayList<>(SLICE);
    for (int i = 0; i < SLICE && !waiting.isEmpty(); i++) open(waiting.remove(), opened);
    opening = !waiting.isEmpty();
    if (opening) {
      Loop.Cancel unused = lane.loop.after(PAUSE, this::open);
    }
    if (!opened.isEmpty()) ask(opened);
  }

  private void open(Found found, List<Opened> opened) {
    if (lane.present(found.document.id())) awaken(found);
    else
      try {
        opened.add(new Opened(found, lane.people.left(found.document)));
      } catch (SchemaException | KeyException e) {
        awaken(found); // whose turn says what is wrong
      }
  }

  private void ask(List<Opened> opened) {
    Map<String, Instant> messages = new HashMap<>();
    for (Opened one : opened)
      for (OutboxEntry message : one.left.outbox()) messages.put(message.id(), message.until());
    lane.loop.when(
        marks.of(messages),
        (told, failure) -> {
          if (told == null) lane.loop.after(AGAIN, () -> ask(opened));
          else settle(opened, new Evidence(told));
        });
  }

  private void settle(List<Opened> opened, Evidence evidence) {
    for (Opened one : opened)
      if (!lane.present(one.found.document.id()) && evidence.proves(one.left.outbox()))
        log(one, evidence);
      else awaken(one.found);
    if (waiting.isEmpty()) {
      var unused = lane.log.flush(); // the sweep waits for these
    }
  }

  private void awaken(Found found) {
    lane.awaken(found.document.id(), found.document.version(), found.done);
  }

  /**
   * What the last process may not have copied any more: its turns, and what the marks tell. Only
   * when that is durable the messages go, which it could be learnt from. It has the marks' times,
   * so that who does it once more after a crash writes equal rows.
   */
  private void log(Opened one, Evidence evidence) {
    String pseudonym = lane.ground.keys().pseudonym(one.found.document.id());
    List<LogRow> rows = new ArrayList<>(one.left.log());
    for (OutboxEntry message : one.left.outbox())
      rows.add(LogRow.state(evidence.taken(message), message.id(), TAKEN));
    AtomicInteger left = new AtomicInteger(rows.size());
    MessageLog.Copied copied =
        row -> {
          if (left.decrementAndGet() == 0) clear(one.found);
        };
    if (rows.isEmpty()) clear(one.found);
    for (LogRow row : rows)
      if (!lane.log.turn(pseudonym, row, copied)) {
        awaken(one.found); // whose rows stay in the document as long as the log is behind
        return;
      }
  }

  /** When another write was first the person has been looked at, or is found again. */
  private void clear(Found found) {
    lane.loop.when(lane.people.sent(found.document), (outcome, failure) -> found.done.run());
  }
}
