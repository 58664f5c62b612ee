package ma.jisr.gateway.channel.smpp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.Msisdn;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Alphabet;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Locator;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.loop.VertxLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a link does with each deliver_sm: receipt, step of a dialogue, message, or none of them. */
final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final int BAD_LENGTH = 0x01;

  private final VertxLoop loop;
  private final SmppLink link;
  private final Receiver receiver;
  private final Counters counters;
  private final Dialogues dialogues;
  private final Redeliveries redeliveries;
  private final Locator locator;
  private final Farewells farewells;
  private final Receipts receipts;
  private final SmsText text;
  private final Numbers numbers;
  private final String prefix;
  private long count;
  private int unanswered;
  private boolean closed;

  Intake(
      VertxLoop loop,
      SmppLink link,
      Receiver receiver,
      Counters counters,
      Dialogues dialogues,
      Redeliveries redeliveries,
      Locator locator,
      RandomGenerator random) {
    this.loop = loop;
    this.link = link;
    this.receiver = receiver;
    this.counters = counters;
    this.dialogues = dialogues;
    this.redeliveries = redeliveries;
    this.locator = locator;
    this.farewells = new Farewells(link.ussd().session());
    this.receipts = new Receipts(link.id(), link.smsc());
    this.text = new SmsText(link.text().latin1());
    this.numbers = new Numbers(link.text().country());
    this.prefix = link.id() + "-" + Long.toUnsignedString(random.nextLong(), 36) + "-";
  }

  int unanswered() {
    return unanswered;
  }

  /** From now on everything is refused as temporary. */
  void close() {
    closed = true;
  }

  /** What the peer may not know to be answered can come again by another connection. */
  void ended(Connection connection) {
    redeliveries.ended(connection.unproven().left(loop.now()), loop.now());
  }

  void take(Connection from, Deliver deliver) {
    counters.delivered++;
    if (closed || unanswered >= link.limits().unanswered()) {
      counters.throttledByUs++;
      if (deliver.ussd() && link.ussd().profile().act(deliver) == UssdProfile.Act.ABORT) {
        hungUp(from, deliver);
      }
      from.answer(deliver.command(), deliver.sequence(), Status.BUSY);
      return;
    }
    if (deliver.receipt()) {
      receipt(deliver, answer(from, deliver, null));
    } else if (deliver.ussd() ? !link.carries().ussd() : !link.carries().sms()) {
      counters.ignoredOther++;
      answer(from, deliver, null).accepted();
    } else {
      person(from, deliver);
    }
  }

  /** An abort comes once: it ends the dialogue here at once, and is told when there is room. */
  private void hungUp(Connection from, Deliver deliver) {
    Msisdn person = numbers.read(deliver.from(), deliver.fromTon()).orElse(null);
    if (person != null
        && dialogues.take(from, deliver, person, "")
            instanceof Dialogues.Verdict.Aborted(Dialogue dialogue)) {
      farewells.keep(gone(dialogue, Input.Reason.RELEASED));
    }
  }

  private void person(Connection from, Deliver deliver) {
    Optional<Msisdn> person = numbers.read(deliver.from(), deliver.fromTon());
    if (person.isEmpty()) {
      counters.ignoredSenders++;
      answer(from, deliver, null).accepted();
    } else if (deliver.ussd()) {
      ussd(from, deliver, person.get());
    } else if (deliver.message()) {
      sms(from, deliver, person.get());
    } else {
      counters.ignoredOther++; // an SME's own acknowledgement (SMPP 3.4 5.2.12)
      answer(from, deliver, null).accepted();
    }
  }

  private Answer answer(Connection from, Deliver deliver, @Nullable Dialogue dialogue) {
    unanswered++;
    String input = dialogue == null ? "" : dialogue.inputId();
    return new Answer(
        loop,
        from,
        deliver,
        (status, written) -> {
          answered(status, written);
          if (written && status != Status.BUSY && dialogue != null) {
            dialogue.acknowledged(input);
          }
        });
  }

  private void answered(int status, boolean written) {
    unanswered--;
    if (!written) {
      counters.droppedAnswers++;
    } else if (status == Status.BUSY) {
      counters.throttledByUs++;
    }
  }

  private void receipt(Deliver deliver, Answer answer) {
    counters.receipts++;
    Address of = numbers.read(deliver.from(), deliver.fromTon()).map(Address::of).orElse(null);
    Optional<Receipt> receipt = receipts.read(deliver, of, loop.now());
    if (receipt.isEmpty()) {
      counters.malformed++;
      answer.accepted();
      return;
    }
    try {
      receiver.receipt(receipt.get(), answer);
    } catch (RuntimeException e) {
      notTaken("receipt", e);
      answer.busy();
    }
  }

  private void sms(Connection from, Deliver deliver, Msisdn person) {
    Part part = Part.of(deliver);
    if (part == null) {
      single(from, deliver, person);
      return;
    }
    Answer answer = answer(from, deliver, null);
    Optional<Alphabet> alphabet = text.alphabet(deliver.dataCoding());
    if (part.total() > Fragment.MOST) {
      counters.ignoredOther++;
      answer.refused(BAD_LENGTH);
    } else if (alphabet.isEmpty()) {
      counters.ignoredOther++;
      answer.accepted();
    } else {
      part(deliver, part, alphabet.get(), person, answer);
    }
  }

  private void part(
      Deliver deliver, Part part, Alphabet alphabet, Msisdn person, Acknowledgement answer) {
    Fragment fragment =
        new Fragment(
            link.id(),
            Address.of(person),
            deliver.to(),
            part.reference(),
            part.total(),
            part.number(),
            alphabet,
            part.content(),
            loop.now());
    try {
      receiver.part(fragment, answer);
    } catch (RuntimeException e) {
      notTaken(fragment, e);
      answer.busy();
    }
  }

  /** A message that stands alone: when it comes again it bears the instant of the first time. */
  private void single(Connection from, Deliver deliver, Msisdn person) {
    Words words = Words.of(deliver, person);
    Optional<Instant> before = redeliveries.received(words, loop.now());
    if (before.isPresent()) {
      counters.duplicates++;
    }
    Unproven.Message message = new Unproven.Message(words, before.orElseGet(loop::now));
    from.unproven().taken(deliver.sequence(), message);
    unanswered++;
    Answer answer =
        new Answer(
            loop,
            from,
            deliver,
            (status, written) -> {
              answered(status, written);
              if (status == Status.BUSY) {
                from.unproven().refused(deliver.sequence());
                before.ifPresent(at -> redeliveries.ended(List.of(message), loop.now()));
              } else if (written) {
                from.unproven().accepted(deliver.sequence(), from.lastRequest(), loop.now());
              }
            });
    message(deliver, person, message, answer);
  }

  private void message(
      Deliver deliver, Msisdn person, Unproven.Message message, Acknowledgement acknowledgement) {
    Optional<String> read = text.read(deliver.dataCoding(), Part.content(deliver));
    if (read.isEmpty()) {
      counters.ignoredOther++;
      acknowledgement.accepted();
      return;
    }
    count++;
    give(
        new Inbound(
            prefix + count,
            link.id(),
            Inbound.Act.MESSAGE,
            Address.of(person),
            deliver.to(),
            read.get(),
            null,
            null,
            Assurance.CLAIMED,
            message.received(),
            message.words().octets(),
            here(deliver)),
        acknowledgement);
  }

  private String here(Deliver deliver) {
    CellTag cell = link.cell();
    return cell == null ? "" : cell.where(deliver, locator);
  }

  private void ussd(Connection from, Deliver deliver, Msisdn person) {
    String typed = text.read(deliver.dataCoding(), Part.content(deliver)).orElse("");
    switch (dialogues.take(from, deliver, person, typed)) {
      case Dialogues.Verdict.Begun(Dialogue dialogue, String words) ->
          event(Inbound.Act.BEGIN, dialogue, words, answer(from, deliver, dialogue));
      case Dialogues.Verdict.Answered(Dialogue dialogue, String words) ->
          event(Inbound.Act.ANSWER, dialogue, words, answer(from, deliver, dialogue));
      case Dialogues.Verdict.Repeated(Dialogue dialogue, boolean begin, String words) -> {
        counters.duplicates++;
        Inbound.Act act = begin ? Inbound.Act.BEGIN : Inbound.Act.ANSWER;
        event(act, dialogue, words, answer(from, deliver, dialogue));
      }
      case Dialogues.Verdict.Aborted(Dialogue dialogue) ->
          release(dialogue, Input.Reason.RELEASED, answer(from, deliver, null));
      case Dialogues.Verdict.Stale() -> {
        counters.ignoredStale++;
        answer(from, deliver, null).accepted();
      }
      case Dialogues.Verdict.Full() -> answer(from, deliver, null).busy();
      case Dialogues.Verdict.Nothing() -> {
        counters.ignoredOther++;
        answer(from, deliver, null).accepted();
      }
    }
  }

  private void event(
      Inbound.Act act, Dialogue dialogue, String words, Acknowledgement acknowledgement) {
    give(
        new Inbound(
            dialogue.inputId(),
            link.id(),
            act,
            Address.of(dialogue.person()),
            dialogue.last().to(),
            words,
            dialogue.key(),
            null,
            Assurance.NETWORK,
            loop.now(),
            null,
            dialogue.seen(here(dialogue.last()))),
        acknowledgement);
  }

  private void release(Dialogue dialogue, Input.Reason reason, Acknowledgement acknowledgement) {
    release(gone(dialogue, reason), acknowledgement);
  }

  private Inbound gone(Dialogue dialogue, Input.Reason reason) {
    return new Inbound(
        dialogue.key() + ":end",
        link.id(),
        Inbound.Act.RELEASE,
        Address.of(dialogue.person()),
        dialogue.last().to(),
        "",
        dialogue.key(),
        reason,
        Assurance.NETWORK,
        loop.now());
  }

  private void release(Inbound gone, Acknowledgement acknowledgement) {
    give(
        gone,
        new Acknowledgement() {
          @Override
          public void accepted() {
            acknowledgement.accepted();
          }

          @Override
          public void busy() {
            loop.enter(() -> farewells.keep(gone));
            acknowledgement.busy();
          }
        });
  }

  /** Nobody on the wire waits for an answer to a time-out. */
  private record Nobody() implements Acknowledgement {
    @Override
    public void accepted() {}

    @Override
    public void busy() {}
  }

  /** Ends what has taken too long. */
  void sweep() {
    farewells.sweep(loop.now(), gone -> release(gone, new Nobody()));
    dialogues.sweep().forEach(over -> release(over, Input.Reason.TIMED_OUT, new Nobody()));
  }

  /** What and where, without the message: it may quote a person. */
  private static String kind(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void notTaken(Object what, RuntimeException failure) {
    log.atError().addKeyValue("link", link.id()).log("{} not taken: {}", what, kind(failure));
  }

  private void give(Inbound inbound, Acknowledgement acknowledgement) {
    try {
      receiver.accept(inbound, acknowledgement);
    } catch (RuntimeException e) {
      notTaken(inbound, e);
      acknowledgement.busy();
    }
  }
}
