package ma.jisr.app.notice;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.jisr.base.Language;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Revision;
import ma.jisr.service.notices.mailing.Estimate;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Report;
import ma.jisr.service.notices.notice.Approval;
import ma.jisr.service.notices.notice.Digest;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.Outcome;
import ma.jisr.service.notices.notice.Preview;
import ma.jisr.service.notices.notice.Reach;
import ma.jisr.service.notices.notice.Review;
import org.jspecify.annotations.Nullable;

/** Notices as JSON for those who write them; nothing in it points to anybody who gets one. */
public final class NoticeView {
  private NoticeView() {}

  public static ObjectNode notice(Notice notice) {
    ObjectNode node = JsonFields.object().put("id", notice.id()).put("code", notice.code());
    node.put("state", lower(notice.state()));
    node.set("facts", NoticeBody.write(notice.facts()));
    node.put("author", notice.author()).put("way", lower(notice.way()));
    node.put("extreme", notice.extreme()).put("emergency", notice.emergency());
    node.put("reviewable", notice.unreviewed());
    if (!notice.texts().isEmpty()) texts(node.putObject("texts"), notice.texts());
    if (!notice.digest().isEmpty()) node.put("digest", notice.digest());
    reach(node, notice.reach());
    ArrayNode approvals = node.putArray("approvals");
    for (Approval one : notice.approvals())
      approvals
          .addObject()
          .put("account", one.account())
          .put("way", lower(one.way()))
          .put("at", one.at().toString());
    Review review = notice.review();
    if (review != null)
      node.putObject("review")
          .put("account", review.account())
          .put("at", review.at().toString())
          .put("note", review.note());
    at(node, "started", notice.started());
    at(node, "ended", notice.ended());
    outcome(node, notice.outcome());
    if (!notice.note().isEmpty()) node.put("note", notice.note());
    return node;
  }

  private static void texts(ObjectNode node, Map<Language, String> texts) {
    new TreeMap<>(texts).forEach((language, text) -> node.put(language.tag(), text));
  }

  private static void at(ObjectNode node, String field, @Nullable Instant at) {
    if (at != null) node.put(field, at.toString());
  }

  private static void reach(ObjectNode node, @Nullable Reach reach) {
    if (reach == null) return;
    node.putObject("reach")
        .put("people", reach.people())
        .put("quiet", reach.quiet())
        .put("segments", reach.segments())
        .put("centimes", reach.centimes())
        .put("minutes", reach.minutes());
  }

  private static void outcome(ObjectNode node, @Nullable Outcome outcome) {
    if (outcome == null) return;
    node.putObject("outcome")
        .put("total", outcome.total())
        .put("sent", outcome.sent())
        .put("delivered", outcome.delivered())
        .put("failed", outcome.failed())
        .put("unknown", outcome.unknown());
  }

  public static ObjectNode preview(Preview preview) {
    ObjectNode node = JsonFields.object().put("path", lower(preview.path()));
    if (!preview.problem().isEmpty()) node.put("problem", preview.problem());
    texts(node.putObject("texts"), preview.texts());
    Estimate estimate = preview.estimate();
    node.put("people", estimate.people()).put("quiet", estimate.inQuietHours());
    node.put("segments", estimate.segments()).put("centimes", estimate.centimes());
    node.put("minutes", estimate.minutes()).put("exact", estimate.exact());
    ObjectNode languages = node.putObject("languages");
    new TreeMap<>(estimate.languages())
        .forEach(
            (language, share) ->
                languages
                    .putObject(language.tag())
                    .put("people", share.people())
                    .put("segments", share.segmentsEach()));
    ArrayNode places = node.putArray("places");
    preview.places().stream().sorted().forEach(places::add);
    return node;
  }

  public static ObjectNode progress(Progress progress) {
    ObjectNode node = JsonFields.object().put("stage", lower(progress.stage()));
    if (progress.waits() != Progress.Wait.NOTHING) node.put("waits", lower(progress.waits()));
    return node.put("total", progress.total())
        .put("counted", progress.counted())
        .put("sent", progress.sent())
        .put("delivered", progress.delivered())
        .put("failed", progress.failed())
        .put("unknown", progress.unknown())
        .put("left", progress.left())
        .put("dropped", progress.dropped())
        .put("repeated", progress.repeated())
        .put("remaining", progress.remaining())
        .put("minutes", progress.minutesLeft());
  }

  public static ObjectNode report(Report report) {
    ObjectNode node = JsonFields.object();
    node.set("progress", progress(report.progress()));
    ObjectNode by = node.putObject("by");
    new TreeMap<>(report.by()).forEach((what, rows) -> rows(by.putArray(what), rows));
    node.put("doubt", report.doubt());
    return node;
  }

  private static void rows(ArrayNode array, List<Report.Row> rows) {
    for (Report.Row row : rows) {
      ObjectNode node = array.addObject().put("name", row.name()).put("people", row.people());
      count(node, "sent", row.sent());
      count(node, "delivered", row.delivered());
      count(node, "failed", row.failed());
    }
  }

  private static void count(ObjectNode node, String field, Optional<Long> count) {
    count.ifPresent(known -> node.put(field, known));
  }

  /**
   * What an archive keeps: what was said, its hashes, who agreed, when it went, what it came to.
   */
  public static ObjectNode proof(Notice notice) {
    ObjectNode node = JsonFields.object().put("id", notice.id()).put("code", notice.code());
    node.put("state", lower(notice.state())).put("digest", notice.digest());
    ArrayNode texts = node.putArray("texts");
    new TreeMap<>(notice.texts())
        .forEach(
            (language, text) ->
                texts
                    .addObject()
                    .put("language", language.tag())
                    .put("text", text)
                    .put("sha256", Digest.of(text)));
    node.put("author", notice.author());
    ArrayNode approvals = node.putArray("approvals");
    for (Approval one : notice.approvals())
      approvals
          .addObject()
          .put("account", one.account())
          .put("at", one.at().toString())
          .put("digest", one.digest());
    at(node, "started", notice.started());
    at(node, "ended", notice.ended());
    outcome(node, notice.outcome());
    return node;
  }

  /** Who did what, the newest first. */
  public static ArrayNode history(List<Revision<Notice>> history) {
    ArrayNode rows = JsonFields.object().putArray("revisions");
    for (Revision<Notice> revision : history.reversed())
      rows.addObject()
          .put("version", revision.version())
          .put("at", revision.at().toString())
          .put("actor", revision.actor())
          .put("role", lower(revision.role()))
          .put("deed", revision.deed());
    return rows;
  }
}
