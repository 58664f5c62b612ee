package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Sent;

/**
 * The half of the SMSC that takes MTs: throttles, refuses, loses, and reports what it delivered.
 */
final class Centre {
  /** How long a bind waits for the SMSC's answer. */
  private static final Duration RESPONSE = Duration.ofSeconds(10);

  private final Air air;
  private final Texts texts;
  private final Dialogues dialogues;
  private final PlainNetwork plain;
  private final Guards guards;
  private final Function<String, Phone> phones;

  Centre(
      Air air,
      Texts texts,
      Dialogues dialogues,
      PlainNetwork plain,
      Guards guards,
      Function<String, Phone> phones) {
    this.air = air;
    this.texts = texts;
    this.dialogues = dialogues;
    this.plain = plain;
    this.guards = guards;
    this.phones = phones;
  }

  /** A process submits a text by its bind. */
  CompletableFuture<Sent> submit(SimProcess process, Outbound outbound) {
    String name = Handset.name(outbound.to());
    texts.submitted(process, name, outbound, air.now());
    guards.submitted(name, outbound);
    Weather weather = air.weather();
    CompletableFuture<Sent> answer = new CompletableFuture<>();
    if (!process.bound()) {
      answer(process, outbound, answer, new Sent.Held("down"), Duration.ZERO);
    } else if (outbound.kind() != Outbound.Kind.MESSAGE) {
      Sent sent = dialogues.screen(process, name, outbound);
      answer(process, outbound, answer, sent, air.delay());
    } else if (air.hits(weather.throttled())) {
      answer(process, outbound, answer, new Sent.Later("ESME_RTHROTTLED"), air.delay());
    } else if (air.hits(weather.refused())) {
      answer(process, outbound, answer, new Sent.Refused("ESME_RINVDSTADR"), air.delay());
    } else {
      message(process, name, outbound, answer);
    }
    return answer;
  }

  private void message(
      SimProcess process, String name, Outbound outbound, CompletableFuture<Sent> answer) {
    Weather weather = air.weather();
    Duration there = plain.behind(process, air.delay());
    boolean arrives = !air.hits(weather.submitLost());
    if (arrives) air.later(there, () -> take(process, name, outbound));
    if (arrives && !air.hits(weather.answerLost()))
      answer(
          process,
          outbound,
          answer,
          new Sent.Taken(List.of(outbound.id())),
          there.plus(air.delay()));
    else answer(process, outbound, answer, new Sent.Uncertain("silence"), RESPONSE);
  }

  private void take(SimProcess process, String name, Outbound outbound) {
    if (!process.brings()) return;
    texts.taken(name, outbound);
    air.later(air.delay(), () -> phones.apply(name).reads(outbound.text()));
    if (air.hits(0.3)) return; // no receipt, or it is lost
    air.later(
        air.delay(),
        () ->
            process.receipt(
                new Receipt(
                    SimLink.ID,
                    SimLink.ID,
                    List.of(new Receipt.Name(Receipt.Form.TOLD, outbound.id())),
                    outbound.to(),
                    Receipt.State.DELIVERED,
                    "000",
                    air.now())));
  }

  private void answer(
      SimProcess process,
      Outbound outbound,
      CompletableFuture<Sent> answer,
      Sent sent,
      Duration after) {
    air.later(
        after,
        () -> {
          if (!process.alive()) return;
          if (sent instanceof Sent.Taken) process.taken(outbound);
          texts.told(process, Handset.name(outbound.to()), outbound, sent, air.now());
          answer.complete(sent);
        });
  }
}
