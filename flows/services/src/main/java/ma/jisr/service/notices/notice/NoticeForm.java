package ma.jisr.service.notices.notice;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.text;
import static ma.jisr.map.ledger.JsonFields.unlessEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.ledger.Form;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import org.jspecify.annotations.Nullable;

/** How notices are kept. Those that are not over are found by {@code due}. */
public final class NoticeForm implements Form<Notice> {
  public static final NoticeForm INSTANCE = new NoticeForm();

  /** Indexes: what has something left to be done, and retention. */
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "notices",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec("open", List.of(), "open"),
              new IndexSpec("ended", List.of(), "ended")));

  /** Written into each document; a node never writes a newer one than its own. */
  private static final int SCHEMA = 1;

  private NoticeForm() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public Subject subject() {
    return Subject.NOTICE;
  }

  @Override
  public String word() {
    return "notice";
  }

  @Override
  public String id(Notice notice) {
    return notice.id();
  }

  @Override
  public void put(ObjectNode node, Notice notice) {
    node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
    node.put("code", notice.code()).put("state", lower(notice.state()));
    NoticeJson.write(node, notice.facts());
    node.put("author", notice.author()).put("way", lower(notice.way()));
    NoticeJson.list(node, "writers", notice.writers().stream().sorted().toList());
    NoticeJson.messages(node, notice.texts());
    NoticeJson.list(node, "lists", notice.lists().stream().sorted().toList());
    JsonFields.put(node, "digest", unlessEmpty(notice.digest()));
    node.put("emergency", notice.emergency());
    reach(node, notice.reach());
    approvals(node, notice.approvals());
    review(node, notice.review());
    instant(node, "started", notice.started());
    instant(node, "ended", notice.ended());
    outcome(node, notice.outcome());
    JsonFields.put(node, "note", unlessEmpty(notice.note()));
    if (notice.open()) node.put("open", notice.facts().from().toEpochMilli());
    else node.remove("open");
  }

  private static void instant(ObjectNode node, String field, @Nullable Instant at) {
    if (at == null) node.remove(field);
    else node.put(field, at.toEpochMilli());
  }

  private static void reach(ObjectNode node, @Nullable Reach reach) {
    node.remove("reach");
    if (reach == null) return;
    node.putObject("reach")
        .put("people", reach.people())
        .put("quiet", reach.quiet())
        .put("segments", reach.segments())
        .put("centimes", reach.centimes())
        .put("minutes", reach.minutes())
        .put("at", reach.at().toEpochMilli());
  }

  private static void approvals(ObjectNode node, List<Approval> approvals) {
    node.remove("approvals");
    if (approvals.isEmpty()) return;
    ArrayNode all = node.putArray("approvals");
    for (Approval one : approvals)
      all.addObject()
          .put("account", one.account())
          .put("way", lower(one.way()))
          .put("at", one.at().toEpochMilli())
          .put("digest", one.digest());
  }

  private static void review(ObjectNode node, @Nullable Review review) {
    node.remove("review");
    if (review == null) return;
    node.putObject("review")
        .put("account", review.account())
        .put("at", review.at().toEpochMilli())
        .put("note", review.note());
  }

  private static void outcome(ObjectNode node, @Nullable Outcome outcome) {
    node.remove("outcome");
    if (outcome == null) return;
    node.putObject("outcome")
        .put("total", outcome.total())
        .put("sent", outcome.sent())
        .put("delivered", outcome.delivered())
        .put("failed", outcome.failed())
        .put("unknown", outcome.unknown())
        .put("at", outcome.at().toEpochMilli());
  }

  @Override
  public Notice read(String id, JsonNode node) {
    return new Notice(
        id,
        text(node, "code"),
        NoticeJson.read(node),
        constant(State.class, text(node, "state")),
        text(node, "author"),
        NoticeJson.names(node.path("writers")),
        constant(Way.class, text(node, "way")),
        NoticeJson.messages(node),
        NoticeJson.names(node.path("lists")),
        text(node, "digest"),
        node.path("emergency").asBoolean(),
        reach(node.path("reach")),
        approvals(node.path("approvals")),
        review(node.path("review")),
        NoticeJson.maybeInstant(node, "started"),
        NoticeJson.maybeInstant(node, "ended"),
        outcome(node.path("outcome")),
        text(node, "note"));
  }

  private static @Nullable Reach reach(JsonNode node) {
    return node.isObject()
        ? new Reach(
            node.path("people").asLong(),
            node.path("quiet").asLong(),
            node.path("segments").asLong(),
            node.path("centimes").asLong(),
            node.path("minutes").asLong(),
            NoticeJson.instant(node, "at"))
        : null;
  }

  private static List<Approval> approvals(JsonNode node) {
    List<Approval> all = new ArrayList<>();
    for (JsonNode one : node)
      all.add(
          new Approval(
              text(one, "account"),
              constant(Way.class, text(one, "way")),
              NoticeJson.instant(one, "at"),
              text(one, "digest")));
    return all;
  }

  private static @Nullable Review review(JsonNode node) {
    return node.isObject()
        ? new Review(text(node, "account"), NoticeJson.instant(node, "at"), text(node, "note"))
        : null;
  }

  private static @Nullable Outcome outcome(JsonNode node) {
    return node.isObject()
        ? new Outcome(
            node.path("total").asLong(),
            node.path("sent").asLong(),
            node.path("delivered").asLong(),
            node.path("failed").asLong(),
            node.path("unknown").asLong(),
            NoticeJson.instant(node, "at"))
        : null;
  }
}
