package ma.jisr.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * Phones that dial a code and answer its screens, a fixed script each, then hang up: when the last
 * screen still asks, the network says that the dialogue is over, or it would stay open.
 */
final class UssdTraffic implements Traffic {
  private static final byte[] NOTHING = {};

  private final Load load;
  private final Deliver deliver;
  private final byte[][] script;
  private final People people;
  private final byte[] step;
  private final byte[] session;
  private final Flight flight;
  private final Clockwork clock;
  private final Tally tally = new Tally();
  private final Stillness stillness = new Stillness();
  private final Ear ear;
  private final int[] ready;
  private int readyCount;
  private final int[] leaving;
  private int leavingCount;

  UssdTraffic(Load load, Span span, Ear ear) {
    this.load = load;
    this.ear = ear;
    deliver = new Deliver(load.code());
    script =
        load.texts().stream()
            .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
    people = new People(load.people());
    step = new byte[load.people()];
    session = new byte[load.people()];
    flight = new Flight(load.window());
    clock = new Clockwork(span, load.rate());
    ready = new int[load.people()];
    leaving = new int[load.people()];
  }

  @Override
  public long send(Link link, long now) {
    clock.tick(now);
    while (leavingCount > 0 && flight.hasRoom() && link.hasRoom())
      hangUp(link, leaving[--leavingCount], now);
    while (readyCount > 0 && flight.hasRoom() && link.hasRoom())
      write(link, ready[--readyCount], now);
    while (clock.sending(now) && flight.hasRoom() && link.hasRoom()) {
      if (people.exhausted() || (load.open() > 0 && people.waiting() >= load.open())) break;
      long due = clock.due(now);
      if (due > 0) return due;
      int person = people.write(clock.intent(now));
      step[person] = 0;
      session[person]++;
      write(link, person, now);
    }
    return Long.MAX_VALUE;
  }

  private void write(Link link, int person, long now) {
    tally.sent(people.waitsSince(person), now);
    stillness.await(now);
    byte op = step[person] == 0 ? Wire.DIALLED : Wire.ANSWERED;
    deliver.ussd(
        link.out(),
        flight.launch(person, now),
        load.firstNumber() + person,
        script[step[person]],
        op,
        session[person]);
  }

  private void hangUp(Link link, int person, long now) {
    int sequence = flight.launch(person, now);
    long number = load.firstNumber() + person;
    deliver.ussd(link.out(), sequence, number, NOTHING, Wire.RELEASED, session[person]);
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
    long number = submit.destination() - load.firstNumber();
    if (number < 0 || number >= load.people() || people.waitsSince((int) number) == 0) {
      tally.repeated();
      return;
    }
    int person = (int) number;
    ear.hears(submit);
    tally.segment(clock.sending(now));
    long since = people.waitsSince(person);
    tally.reply(now - since, clock.sending(now));
    stillness.heard(now, true);
    step[person]++;
    if (step[person] < script.length && submit.ussdOp() == Wire.ASKS && clock.waiting(now)) {
      people.waitAgain(person, now);
      ready[readyCount++] = person;
      return;
    }
    people.done(person);
    if (submit.ussdOp() == Wire.ASKS) leaving[leavingCount++] = person;
    stillness.heard(now, people.waiting() > 0);
    if (step[person] == script.length) tally.dialogue(clock.sending(now));
    else tally.broken();
  }

  @Override
  public boolean over(long now) {
    boolean complete = people.waiting() == 0 && flight.unanswered() == 0 && leavingCount == 0;
    if (clock.sending(now) || (clock.waiting(now) && !complete)) return false;
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
