package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.jisr.service.outbox.RecordJson;

/** How reports are written. */
final class ReportJson {
  private ReportJson() {}

  static String write(Report report) {
    ObjectNode body = RecordJson.parse("{}");
    progress(report.progress(), body.putObject("progress"));
    ObjectNode by = body.putObject("by");
    new TreeMap<>(report.by())
        .forEach(
            (name, rows) -> {
              ArrayNode all = by.putArray(name);
              for (Report.Row row : rows) row(row, all.addObject());
            });
    ObjectNode texts = body.putObject("texts");
    new TreeMap<>(report.texts()).forEach(texts::put);
    report.begun().ifPresent(at -> body.put("begun", at.toEpochMilli()));
    report.ended().ifPresent(at -> body.put("ended", at.toEpochMilli()));
    return body.put("doubt", report.doubt()).toString();
  }

  private static void progress(Progress progress, ObjectNode onto) {
    onto.put("stage", progress.stage().name()).put("total", progress.total());
    onto.put("counted", progress.counted()).put("sent", progress.sent());
    onto.put("delivered", progress.delivered()).put("failed", progress.failed());
    onto.put("unknown", progress.unknown()).put("left", progress.left());
    onto.put("dropped", progress.dropped()).put("repeated", progress.repeated());
    onto.put("remaining", progress.remaining()).put("minutesLeft", progress.minutesLeft());
  }

  private static void row(Report.Row row, ObjectNode onto) {
    onto.put("name", row.name()).put("people", row.people());
    row.sent().ifPresent(count -> onto.put("sent", count));
    row.delivered().ifPresent(count -> onto.put("delivered", count));
    row.failed().ifPresent(count -> onto.put("failed", count));
  }

  static Report read(String json) {
    ObjectNode body = RecordJson.parse(json);
    Map<String, List<Report.Row>> by = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : body.path("by").properties()) {
      List<Report.Row> rows = new ArrayList<>();
      for (JsonNode row : one.getValue())
        rows.add(
            new Report.Row(
                row.path("name").asText(),
                row.path("people").asLong(),
                count(row, "sent"),
                count(row, "delivered"),
                count(row, "failed")));
      by.put(one.getKey(), rows);
    }
    Map<String, String> texts = new TreeMap<>();
    body.path("texts").properties().forEach(t -> texts.put(t.getKey(), t.getValue().asText()));
    return new Report(
        progress(body.path("progress")),
        by,
        texts,
        count(body, "begun").map(Instant::ofEpochMilli),
        count(body, "ended").map(Instant::ofEpochMilli),
        body.path("doubt").asInt());
  }

  private static Progress progress(JsonNode row) {
    return new Progress(
        Progress.Stage.valueOf(row.path("stage").asText()),
        Progress.Wait.NOTHING, // a report is written when it is over
        row.path("total").asLong(),
        row.path("counted").asBoolean(),
        row.path("sent").asLong(),
        row.path("delivered").asLong(),
        row.path("failed").asLong(),
        row.path("unknown").asLong(),
        row.path("left").asLong(),
        row.path("dropped").asLong(),
        row.path("repeated").asLong(),
        row.path("remaining").asLong(),
        row.path("minutesLeft").asLong());
  }

  private static Optional<Long> count(JsonNode row, String field) {
    return row.has(field) ? Optional.of(row.path(field).asLong()) : Optional.empty();
  }
}
