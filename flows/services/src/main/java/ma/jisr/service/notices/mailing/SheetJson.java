package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.service.outbox.RecordJson;

/** How sheets are written. */
final class SheetJson {
  static final String MAILING = "mailing";
  static final String DUE = "due";
  static final String DROP = "drop";

  private static final int SCHEMA = 1;

  private SheetJson() {}

  /**
   * @param onto the body that it replaces, or one with what never changes; changed by this
   */
  static String write(Sheet sheet, ObjectNode onto) {
    onto.put("schema", SCHEMA).put(MAILING, sheet.mailing).put("number", sheet.number);
    onto.put("owner", sheet.owner).put("repeated", sheet.repeated);
    // Without it the sheet is not in the index of those that somebody must look at.
    if (sheet.open()) onto.put(DUE, sheet.due);
    else onto.remove(DUE);
    onto.put("states", sheet.states()).put("languages", sheet.languages());
    onto.put("links", sheet.links());
    ArrayNode names = onto.putArray("names");
    sheet.names().forEach(names::add);
    ObjectNode retries = onto.putObject("retries");
    sheet
        .retries()
        .forEach(
            (index, retry) ->
                retries
                    .putArray(index.toString())
                    .add(retry.tries())
                    .add(retry.next())
                    .add(retry.doubts())
                    .add(retry.sent())
                    .add(retry.taken()));
    ObjectNode arrived = onto.putObject("arrived");
    sheet.arrived().forEach((index, segments) -> arrived.put(index.toString(), segments));
    return onto.toString();
  }

  static Sheet read(ObjectNode body) {
    List<String> names = new ArrayList<>();
    body.path("names").forEach(name -> names.add(name.asText()));
    Sheet sheet =
        new Sheet(
            body.path(MAILING).asText(),
            body.path("number").asInt(),
            body.path("states").asText(),
            body.path("languages").asText(),
            body.path("links").asText(),
            names);
    sheet.owner = body.path("owner").asText();
    sheet.due = body.path(DUE).asLong();
    sheet.repeated = body.path("repeated").asInt();
    body.path("retries")
        .properties()
        .forEach(
            entry -> sheet.retries().put(Integer.valueOf(entry.getKey()), retry(entry.getValue())));
    body.path("arrived")
        .properties()
        .forEach(
            entry ->
                sheet.arrived().put(Integer.valueOf(entry.getKey()), entry.getValue().asInt()));
    return sheet;
  }

  private static Retry retry(JsonNode row) {
    return new Retry(
        row.path(0).asInt(),
        row.path(1).asLong(),
        row.path(2).asInt(),
        row.path(3).asLong(),
        row.path(4).asInt());
  }

  static Sheet read(String json) {
    return read(RecordJson.parse(json));
  }
}
