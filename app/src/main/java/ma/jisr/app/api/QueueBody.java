package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import ma.jisr.service.tickets.Act;
import ma.jisr.service.tickets.Status;
import ma.jisr.service.tickets.Worked;

/** The forms in JSON of a shop's queues: numbers and counters, nothing of a person. */
final class QueueBody {
  private QueueBody() {}

  /** What hangs on the wall. */
  static ObjectNode serving(Status status) {
    Instant paused = status.paused();
    ObjectNode body = Forms.object().put("shop", status.shop());
    body.put("state", status.closed() ? "closed" : paused == null ? "open" : "paused");
    if (!status.closed() && paused != null) body.put("until", paused.toString());
    ArrayNode counters = body.putArray("counters");
    for (Status.Counter counter : status.counters()) {
      ObjectNode one = counters.addObject().put("counter", counter.name());
      Instant since = counter.since();
      if (counter.number() == 0 || since == null) continue;
      one.put("number", counter.number()).put("service", counter.service());
      one.put("since", since.toString());
    }
    if (status.next() > 0) body.put("next", status.next());
    return body.put("waiting", status.waiting()).put("later", status.later());
  }

  /** What those behind the counter see, too. */
  static ObjectNode queue(Status status) {
    return with(status, Forms.object());
  }

  private static ObjectNode with(Status status, ObjectNode body) {
    body.set("serving", serving(status));
    ArrayNode unreached = body.putArray("unreached");
    status.unreached().forEach(unreached::add);
    return body;
  }

  /** What was done; without a number when nobody waited for {@link Act#NEXT}. */
  static ObjectNode worked(Worked worked) {
    ObjectNode body = Forms.object().put("act", Forms.lower(worked.act()));
    if (worked.act() == Act.CLOSE) body.put("told", worked.number());
    else if (worked.outcome() == Worked.Outcome.DONE && worked.number() > 0)
      body.put("number", worked.number()).put("service", worked.service());
    return with(worked.status(), body);
  }
}
