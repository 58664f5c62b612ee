package ma.jisr.gateway.session;

import java.util.List;
import java.util.function.Consumer;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;

/**
 * One change that the gateway itself makes to somebody's document, between two turns: like a turn
 * it is written once, on the version that was read, and decided again when others were quicker.
 * Confined to the person's loop.
 */
final class AmendRun {
  private final Lane lane;
  private final Resident person;
  private final Work.Amend work;
  private int attempt;

  AmendRun(Lane lane, Resident person, Work.Amend work) {
    this.lane = lane;
    this.person = person;
    this.work = work;
  }

  /** Takes over a person who is loaded. */
  void run() {
    attempt++;
    PersonDocument base = person.loaded();
    switch (work.what()) {
      case Amendment.Change(Amendment.By by) -> change(base, by);
      case Amendment.Bury(boolean anyway) -> {
        if (base.heard() == PersonDocument.STONE) ended(true);
        else if (!anyway && person.post().busy()) ended(false);
        else bury();
      }
    }
  }

  private void change(PersonDocument base, Amendment.By by) {
    PersonDocument trimmed =
        base.with(base.person(), base.addresses(), person.post().trim(base.outbox()), base.heard())
            .logged(lane.tail.riding(person));
    PersonDocument next =
        base.heard() == PersonDocument.STONE
            ? null
            : by.change(trimmed, person.version != Resident.UNSTORED);
    if (next == null) {
      ended(false);
      return;
    }
    Compaction.Fitted fitted;
    try {
      fitted = lane.people.fit(person, next, writeId());
    } catch (TooLargeException e) {
      failed(e);
      return;
    }
    write(
        fitted.stored(),
        stored -> {
          person.document = fitted.document();
          person.version = stored.version();
          person.met = true;
          lane.tail.hand(person);
          person.post().post(fitted.document().outbox());
        });
  }

  private void bury() {
    Document stone = lane.people.stone(person, writeId());
    write(
        stone,
        stored -> {
          person.document = PersonDocument.stone(person.id);
          person.key = null;
          person.version = stored.version();
          person.post().post(List.of());
        });
  }

  private void write(Document next, Consumer<Document> durable) {
    lane.people.write(next, outcome -> written(outcome, next, durable), this::failed);
  }

  private void written(Outcome outcome, Document next, Consumer<Document> durable) {
    switch (outcome) {
      case INSERTED, REPLACED -> {
        durable.accept(next);
        ended(true);
      }
      case DELETED -> throw new IllegalStateException("nothing was to be deleted");
      default -> {
        // Also when nobody knows: what is read next tells, and deciding again changes nothing.
        person.unload();
        if (attempt >= TurnRun.MAX_ATTEMPTS) failed(new IllegalStateException("always too late"));
        else lane.people.load(person, null, this::run, this::failed);
      }
    }
  }

  private String writeId() {
    return work.mark() + '/' + lane.settings.process();
  }

  private void failed(RuntimeException failure) {
    TurnLog.failed("a person was not amended", person, work, failure);
    person.unload();
    lane.doubt(person);
    lane.ended(person);
    work.done().completeExceptionally(failure);
  }

  private void ended(boolean done) {
    lane.ended(person);
    work.done().complete(done);
  }
}
