package ma.jisr.service.notices;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Agents;
import ma.jisr.base.Role;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.audience.Lists;
import ma.jisr.service.notices.notice.Alarm;
import ma.jisr.service.notices.notice.Deed;
import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeBook;
import ma.jisr.service.notices.notice.NoticeRights;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.Outcome;
import ma.jisr.service.notices.notice.State;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Tells officials on their phones what becomes of notices: those whose territory an emergency lies
 * in, that it goes out and how it is taken back, and that it is to be reviewed; those who may, that
 * one waits for them; its author, what became of it. A document for each piece of news, inserted
 * once, whose outbox holds a row for each of them. Callable from any thread; one look at a time.
 */
public final class Heralds implements Alarm {
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "notice_news",
          CollectionSpec.Area.LIVE,
          List.of(Outbox.INDEX, new IndexSpec("made", List.of(), "made")));

  /** Later than this, what became of a notice is in its report, and no news. */
  private static final Duration NEWS = Duration.ofDays(2);

  /** How long it is known that somebody has been told: longer than anything is looked at again. */
  private static final Duration KEEP = Duration.ofDays(93);

  private static final String FLOW = "notices.official";

  /** An emergency is to be reviewed {@code until}. */
  private static final String REVIEW_SOON = "review_soon";

  /** It was to be. */
  private static final String REVIEW_LATE = "review_late";

  private final Store store;
  private final Agents officials;
  private final Supplier<Gazetteer> gazetteer;
  private final GroupAreas groups;
  private final Outboxes outboxes;
  private final ReviewTimes reviews;
  private final InstantSource clock;
  private final NoticeWords words;

  /** Told on this node already: saves a write that would change nothing. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Open at the last look, of which an end may be news. */
  private @Nullable Set<String> watched;

  /**
   * @param officials who is registered
   * @param gazetteer the present one
   * @param groups whose they are
   * @param rules say until when an emergency is to be reviewed
   */
  public Heralds(
      Store store,
      Agents officials,
      Supplier<Gazetteer> gazetteer,
      GroupAreas groups,
      Outboxes outboxes,
      NoticeRules rules,
      InstantSource clock) {
    this.store = store;
    this.officials = officials;
    this.gazetteer = gazetteer;
    this.groups = groups;
    this.outboxes = outboxes;
    this.reviews = new ReviewTimes(rules.review(), rules.quiet(), NEWS);
    this.clock = clock;
    this.words = new NoticeWords(Hazards.read(), gazetteer, clock);
  }

  @Override
  public CompletableFuture<Void> raise(Notice notice) {
    boolean back = NoticeWords.takesBack(notice);
    return others(notice, back ? "withdrawn" : "alarm", Urgency.EMERGENCY);
  }

  /** Tells what is new since the last look; gives how many notices were looked at. */
  public CompletableFuture<Integer> look(NoticeBook book) {
    Set<String> open = new HashSet<>();
    Set<Notice> news = new HashSet<>(book.open());
    for (Notice notice : news) open.add(notice.id());
    Set<String> before = watched;
    if (before == null) news.addAll(lately(book));
    else for (String id : before) book.byId(id).ifPresent(news::add);
    CompletableFuture<Void> all = CompletableFuture.allOf();
    for (Notice notice : news) all = all.thenCompose(_ -> tell(notice));
    for (Notice notice : book.unreviewed()) all = all.thenCompose(_ -> remind(notice));
    return all.thenApply(
        _ -> {
          watched = open;
          return news.size();
        });
  }

  /** What ended while nobody looked. */
  private List<Notice> lately(NoticeBook book) {
    Instant since = clock.instant().minus(NEWS);
    return book.heard().stream()
        .filter(notice -> notice.ended() != null && notice.ended().isAfter(since))
        .toList();
  }

  private CompletableFuture<Void> tell(Notice notice) {
    if (NoticeWords.takesBack(notice)) return CompletableFuture.allOf();
    if (notice.state() == State.IN_REVIEW)
      return others(notice, "approval", Urgency.REPLY, notice.digest());
    if (notice.state() == State.DRAFT)
      return notice.note().isEmpty()
          ? CompletableFuture.allOf()
          : author(notice, "returned", notice.note());
    CompletableFuture<Void> agreed =
        notice.approvals().isEmpty() || !notice.heard()
            ? CompletableFuture.allOf()
            : author(notice, "agreed", "");
    if (notice.state() == State.CANCELLED && notice.heard())
      return agreed.thenCompose(_ -> author(notice, "stopped", ""));
    if (notice.state() == State.EXPIRED)
      return agreed.thenCompose(_ -> author(notice, "lapsed", ""));
    return notice.outcome() == null ? agreed : agreed.thenCompose(_ -> author(notice, "done", ""));
  }

  /** Those who may review an emergency that went at once: before that is due, and after it was. */
  private CompletableFuture<Void> remind(Notice notice) {
    return switch (reviews.at(notice, clock.instant())) {
      case SOON -> others(notice, REVIEW_SOON, Urgency.REPLY);
      case LATE -> others(notice, REVIEW_LATE, Urgency.REPLY);
      case NOTHING -> CompletableFuture.allOf();
    };
  }

  private CompletableFuture<Void> others(Notice notice, String message, Urgency urgency) {
    return others(notice, message, urgency, "");
  }

  /** All who may take it back or agree with it, but those who have written it. */
  private CompletableFuture<Void> others(
      Notice notice, String message, Urgency urgency, String edition) {
    return to(
        notice,
        message,
        urgency,
        edition,
        actor -> !notice.writers().contains(actor.id()) && covers(actor, notice));
  }

  private CompletableFuture<Void> author(Notice notice, String message, String edition) {
    return to(notice, message, Urgency.REPLY, edition, actor -> actor.id().equals(notice.author()));
  }

  /**
   * Whether all whom it names or, where it is drawn, reaches are of somebody's territory: who is
   * told of it may take it back.
   */
  private boolean covers(Actor actor, Notice notice) {
    Gazetteer known = gazetteer.get();
    Set<String> places = new HashSet<>(notice.facts().area().places());
    for (String list : notice.lists()) if (!Lists.isGroup(list)) places.add(Lists.id(list));
    boolean whole = false;
    for (String group : notice.facts().area().groups()) {
      String area = groups.of(group).orElse("");
      if (area.isEmpty()) whole = true;
      else places.add(area);
    }
    List<List<String>> ways = places.stream().map(known::way).toList();
    return (actor.territory().everywhere() || !ways.isEmpty())
        && NoticeRights.allow(actor, Deed.CANCEL, ways, whole);
  }

  private CompletableFuture<Void> to(
      Notice notice, String message, Urgency urgency, String edition, Predicate<Actor> whom) {
    String id = notice.id() + ':' + message + (edition.isEmpty() ? "" : ":" + edition.hashCode());
    if (told.contains(id)) return CompletableFuture.allOf();
    return officials
        .all(Role.OFFICIAL)
        .thenCompose(
            all -> {
              List<String> people = new ArrayList<>();
              all.forEach(
                  (person, actor) -> {
                    if (whom.test(actor) && people.size() < Outbox.MAX_ROWS) people.add(person);
                  });
              return people.isEmpty()
                  ? CompletableFuture.allOf()
                  : write(id, people, news(notice, message, urgency));
            })
        .thenAccept(_ -> told.add(id));
  }

  private CompletableFuture<Void> write(
      String id, List<String> people, ma.jisr.flow.signal.Notice news) {
    return outboxes
        .call(Outbox.EMPTY, people, news)
        .thenCompose(outbox -> insert(id, outbox, clock.instant()));
  }

  private CompletableFuture<Void> insert(String id, Outbox outbox, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("schema", 1);
    body.put("made", now.toEpochMilli());
    OutboxJson.put(body, outbox, now);
    Document document = new Document(id, 0, "news", body.toString());
    return store
        .insert(SPEC.name(), List.of(document), Priority.TURN)
        .thenAccept(_ -> outboxes.wrote(SPEC.name(), id));
  }

  private ma.jisr.flow.signal.Notice news(Notice notice, String message, Urgency urgency) {
    Map<String, Value> values = words.gist(notice.facts());
    values.put("number", new Value.Text(notice.code()));
    values.put("by", new Value.Local(notice.facts().sender()));
    if (notice.reach() != null) values.put("people", new Value.Whole(notice.reach().people()));
    if (message.equals(REVIEW_SOON) || message.equals(REVIEW_LATE))
      words.put(values, "until", reviews.due(notice));
    Outcome outcome = notice.outcome();
    if (outcome != null) {
      values.put("sent", new Value.Whole(outcome.sent()));
      values.put("delivered", new Value.Whole(outcome.delivered()));
    }
    if (!notice.note().isEmpty())
      values.put("note", new Value.Text(notice.note().substring(0, cut(notice.note()))));
    Instant until = notice.facts().until();
    Instant worth = clock.instant().plus(NEWS);
    return new ma.jisr.flow.signal.Notice(
        FLOW, message, values, urgency, until.isAfter(worth) ? until : worth);
  }

  private static int cut(String note) {
    return Math.min(note.length(), NoticeOperations.NOTE);
  }

  /** How long it is known what was told. */
  public static Retention retention() {
    return Retention.since(SPEC, "made", KEEP);
  }
}
