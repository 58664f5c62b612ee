package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jisr.gateway.api.Answer;
import ma.jisr.map.ledger.Revision;
import ma.jisr.map.ledger.Ruling;

/** The history of one thing of a ledger as an answer: who changed what, newest first. */
final class Revisions {
  private Revisions() {}

  /** How one of them is told as it was. */
  @FunctionalInterface
  interface Form<T> {
    ObjectNode write(T thing, long version);
  }

  static <T> Answer answer(Ruling.Shown<T> shown, Form<T> form) {
    ObjectNode body = Forms.object();
    ArrayNode rows = body.putArray("revisions");
    for (Revision<T> revision : shown.history().reversed()) {
      ObjectNode row = rows.addObject().put("version", revision.version());
      row.put("at", revision.at().toString()).put("actor", revision.actor());
      row.put("role", Forms.lower(revision.role())).put("deed", revision.deed());
      T before = revision.before();
      if (before != null) row.set("before", form.write(before, revision.version() - 1));
    }
    return Answer.json(body);
  }
}
