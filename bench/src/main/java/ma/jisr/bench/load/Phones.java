package ma.jisr.bench.load;

import java.io.IOException;
import java.time.Duration;

/** Many people with a phone each, in the net of one {@link Smsc}. */
public final class Phones {
  private final Smsc smsc;

  public Phones(Smsc smsc) {
    this.smsc = smsc;
  }

  /**
   * SMS, each with one reply, for the time of the span.
   *
   * @throws IOException when the ESME closes its connection
   */
  public Tally sms(Load load, Span span, Witness witness) throws IOException {
    SmsTraffic traffic = new SmsTraffic(load, span, Long.MAX_VALUE, witness);
    return traffic.tally().submits(smsc.play(traffic, load.delay()));
  }

  /**
   * One SMS of each person, as fast as the bounds allow.
   *
   * @throws IOException when the ESME closes its connection
   */
  public Tally everybody(Load load, Duration most, Duration drain, Witness witness)
      throws IOException {
    Span span = new Span(most, drain);
    SmsTraffic traffic = new SmsTraffic(load, span, load.people(), witness);
    return traffic.tally().submits(smsc.play(traffic, load.delay()));
  }

  /**
   * USSD dialogues that follow one script.
   *
   * @throws IOException when the ESME closes its connection
   */
  public Tally ussd(Load load, Span span, Witness witness) throws IOException {
    UssdTraffic traffic = new UssdTraffic(load, span, witness);
    return traffic.tally().submits(smsc.play(traffic, load.delay()));
  }
}
