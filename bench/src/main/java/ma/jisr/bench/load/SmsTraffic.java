package ma.jisr.bench.load;

import java.nio.charset.StandardCharsets;

/** Phones that send one SMS each and wait for its reply. */
final class SmsTraffic implements Traffic {
  private final Load load;
  private final Deliver deliver;
  private final byte[][] texts;
  private final People people;
  private final Flight flight;
  private final Clockwork clock;
  private final Tally tally = new Tally();
  private final Stillness stillness = new Stillness();
  private final Ear ear;
  private final long most;
  private int nextText;

  /**
   * @param most messages sent at most; the run stops sending then
   */
  SmsTraffic(Load load, Span span, long most, Ear ear) {
    this.load = load;
    this.most = most;
    this.ear = ear;
    deliver = new Deliver(load.code());
    texts =
        load.texts().stream()
            .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
    people = new People(load.people());
    flight = new Flight(load.window());
    clock = new Clockwork(span, load.rate());
  }

  @Override
  public long send(Link link, long now) {
    clock.tick(now);
    while (sends(now) && flight.hasRoom() && link.hasRoom()) {
      if (people.exhausted() || (load.open() > 0 && people.waiting() >= load.open())) break;
      long due = clock.due(now);
      if (due > 0) return due;
      long intended = clock.intent(now);
      int person = people.write(intended);
      tally.sent(intended, now);
      stillness.await(now);
      byte[] text = texts[nextText];
      nextText = nextText + 1 == texts.length ? 0 : nextText + 1;
      deliver.sms(link.out(), flight.launch(person, now), load.firstNumber() + person, text);
      if (tally.sent() == most) clock.stop(now);
    }
    return Long.MAX_VALUE;
  }

  private boolean sends(long now) {
    return tally.sent() < most && clock.sending(now);
  }

  @Override
  public void answered(int sequence, int status, long now) {
    long at = flight.sentAt(sequence);
    if (at == 0) return;
    int person = flight.land(sequence);
    if (status == Wire.OK) {
      tally.response(now - at);
      stillness.heard(now, people.waiting() > 0);
      return;
    }
    tally.refused(status);
    if (people.waitsSince(person) != 0) people.done(person);
  }

  @Override
  public void said(Submit submit, long now) {
    long person = submit.destination() - load.firstNumber();
    if (person < 0 || person >= load.people() || people.waitsSince((int) person) == 0) {
      tally.repeated();
      return;
    }
    ear.hears(submit);
    tally.segment(clock.sending(now));
    if (!people.whole((int) person, submit.parts())) return;
    long since = people.waitsSince((int) person);
    people.done((int) person);
    tally.reply(now - since, clock.sending(now));
    stillness.heard(now, people.waiting() > 0);
  }

  @Override
  public boolean over(long now) {
    boolean complete = people.waiting() == 0 && flight.unanswered() == 0;
    if (sends(now) || (clock.waiting(now) && !complete)) return false;
    tally.close(
        clock.seconds(),
        people.waiting() - flight.unanswered(),
        flight.unanswered(),
        stillness.count());
    return true;
  }

  Tally tally() {
    return tally;
  }
}
