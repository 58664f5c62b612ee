package ma.jisr.service.notices.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/** The next edition of a notice while it is being put together; confined to one thread. */
final class Edition {
  private final Notice before;
  private NoticeFacts facts;
  private State state;
  private Set<String> writers;
  private Map<Language, String> texts;
  private Set<String> lists;
  private String digest;
  private boolean emergency;
  private @Nullable Reach reach;
  private List<Approval> approvals;
  private @Nullable Review review;
  private @Nullable Instant started;
  private @Nullable Instant ended;
  private @Nullable Outcome outcome;
  private String note;

  Edition(Notice before) {
    this.before = before;
    this.facts = before.facts();
    this.state = before.state();
    this.writers = before.writers();
    this.texts = before.texts();
    this.lists = before.lists();
    this.digest = before.digest();
    this.emergency = before.emergency();
    this.reach = before.reach();
    this.approvals = before.approvals();
    this.review = before.review();
    this.started = before.started();
    this.ended = before.ended();
    this.outcome = before.outcome();
    this.note = before.note();
  }

  Edition state(State next) {
    state = next;
    return this;
  }

  /** Written anew: nothing that was said of the words before holds any more. */
  Edition written(NoticeFacts next, String by) {
    facts = next;
    Set<String> all = new HashSet<>(writers);
    all.add(by);
    writers = all;
    return unsealed();
  }

  /** To be written on: what was fixed when it was handed in is open again. */
  Edition unsealed() {
    texts = Map.of();
    lists = Set.of();
    digest = "";
    emergency = false;
    reach = null;
    approvals = List.of();
    return this;
  }

  /** Handed in: from now on these are its words and its people. */
  Edition sealed(Sealing seal, String by) {
    texts = seal.texts();
    lists = seal.lists();
    digest = seal.digest();
    reach = seal.reach();
    emergency = seal.emergency();
    approvals = List.of();
    Set<String> all = new HashSet<>(writers);
    all.add(by);
    writers = all;
    return this;
  }

  Edition approved(Approval by) {
    List<Approval> all = new ArrayList<>(approvals);
    all.add(by);
    approvals = all;
    return this;
  }

  Edition reviewed(Review by) {
    review = by;
    return this;
  }

  Edition started(Instant at) {
    started = at;
    return this;
  }

  Edition ended(Instant at) {
    ended = at;
    return this;
  }

  Edition outcome(Outcome reached) {
    outcome = reached;
    return this;
  }

  Edition note(String line) {
    note = line;
    return this;
  }

  Notice done() {
    return new Notice(
        before.id(),
        before.code(),
        facts,
        state,
        before.author(),
        writers,
        before.way(),
        texts,
        lists,
        digest,
        emergency,
        reach,
        approvals,
        review,
        started,
        ended,
        outcome,
        note);
  }
}
